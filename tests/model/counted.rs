//! Which case counts, and as what (model.md §1).

use dbv_case_review::projection::{Draws, Inputs, project};
use dbv_case_review::review::Timestamp;
use dbv_case_review::review::case::{Case, Standing};
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::judgement::{
    Answer, Condition, Ideal, Judgement, Payer, Stamp, SupportCost,
};
use dbv_case_review::review::perspective::{
    ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use dbv_case_review::review::setup::Setup;
use dbv_case_review::review::stance::{Stance, StanceFrom};
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::PerChild;

use super::worked_example::{MAINSTREAM, STATE_SPECIAL, baseline, provisions};

fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

fn code(code: &str) -> ProvisionCode {
    ProvisionCode::new(code).unwrap()
}

fn setup() -> Setup {
    let year = "2024-25".parse().unwrap();
    let mut setup = Setup::new(text("Review"), text("Council"), year);
    setup.provisions = provisions();
    setup.baseline = baseline();
    setup
}

fn judgement(ideal: &str) -> Judgement {
    let stamp = Stamp {
        at: Timestamp::EPOCH,
        money_visible: Some(false),
    };
    Judgement {
        setting: Answer::NotIdeal,
        support: Answer::CannotTell,
        timeliness: Answer::CannotTell,
        ideal: Ideal::Provision(code(ideal)),
        reasoning: text("They would manage there."),
        conditions: Vec::new(),
        support_costs: Vec::new(),
        root_causes: Vec::new(),
        confidence: None,
        dissent: Vec::new(),
        less_than_plan: None,
        first_recorded: stamp,
        last_changed: stamp,
    }
}

fn parent(ideal: &str) -> Perspective {
    let mut parent = Perspective::new(VoiceId(1));
    parent.speaker = Some(Speaker::Mother);
    parent.source = Some(Source::Interview);
    parent.words = text("She is settled where she is.");
    for answer in [
        &mut parent.setting,
        &mut parent.support,
        &mut parent.timeliness,
    ] {
        *answer = Some(ParentAnswer::NotStated);
    }
    parent.ideal = Some(ParentIdeal::Provision(code(ideal)));
    parent.date = Some("2026-05-04".parse().unwrap());
    parent
}

/// A case in state special whose judgement is recorded.
fn recorded(id: &str, judgement: Judgement, voices: Vec<Perspective>) -> Case {
    let id = CaseId::new(id).unwrap();
    let mut case = Case::new(CaseFile::new(id, code("StateSpecial")));
    case.voices = voices;
    case.standing = Standing::Recorded {
        judgement,
        changes: None,
    };
    case
}

fn ids(ids: &[CaseId]) -> Vec<&str> {
    ids.iter().map(CaseId::as_str).collect()
}

#[test]
fn a_judgement_counts_with_a_parent_and_an_ideal_only() {
    let counted = recorded("C1", judgement("Mainstream"), vec![parent("StateSpecial")]);
    let without_parent = recorded("C2", judgement("Mainstream"), Vec::new());
    let mut draft = counted.clone();
    draft.file.id = CaseId::new("C3").unwrap();
    draft.standing = Standing::Draft(judgement("Mainstream").to_draft());
    let mut cannot_tell = judgement("Mainstream");
    cannot_tell.setting = Answer::CannotTell;
    let undecided = recorded("C4", cannot_tell, vec![parent("Mainstream")]);
    let mut no_ideal = judgement("Mainstream");
    no_ideal.ideal = Ideal::CannotTell;
    let unnamed = recorded("C5", no_ideal, vec![parent("Mainstream")]);
    let elsewhere = recorded("C6", judgement("Boarding"), vec![parent("Mainstream")]);
    let cases = [
        counted,
        without_parent,
        draft,
        undecided,
        unnamed,
        elsewhere,
    ];

    let inputs = Inputs::of(&setup(), &cases);
    assert_eq!(inputs.cases.len(), 1);
    assert_eq!(inputs.cases[0].id.as_str(), "C1");
    assert_eq!(inputs.cases[0].current, STATE_SPECIAL);
    assert_eq!(inputs.cases[0].ideal, MAINSTREAM);
    let tally = &inputs.tally;
    assert_eq!((tally.cases, tally.complete, tally.drafts), (6, 4, 2));
    assert_eq!(ids(&tally.undecided), ["C4", "C5"]);
    assert_eq!(ids(&tally.not_in_table), ["C6"]);
    let draws = Draws {
        count: 100,
        seed: 1,
    };
    let projection = project(&inputs, draws);
    assert_eq!((projection.counted, &projection.tally), (1, tally));
}

#[test]
fn support_counts_where_the_high_needs_block_would_pay() {
    let mut judged = judgement("Mainstream");
    let cost = |per_year, payer| SupportCost {
        per_year: PerChild::new(per_year).unwrap(),
        payer,
    };
    judged.support_costs = vec![
        cost(4_000.0, Payer::HighNeeds),
        cost(9_000.0, Payer::Health),
        cost(500.0, Payer::HighNeeds),
    ];
    judged.conditions = vec![Condition::new(text("a place nearby"), true)];
    let mut blocked = judged.clone();
    blocked
        .conditions
        .push(Condition::new(text("training"), false));
    let cases = [
        recorded("C1", judged, vec![parent("Mainstream")]),
        recorded("C2", blocked, vec![parent("Mainstream")]),
    ];
    let inputs = Inputs::of(&setup(), &cases);
    assert_eq!(inputs.cases[0].support_cost, 4_500.0);
    assert!(!inputs.cases[0].is_blocked() && inputs.cases[1].is_blocked());
}

#[test]
fn the_parents_ideal_is_theirs() {
    let of = |voice: Perspective| {
        let case = recorded("C1", judgement("Mainstream"), vec![voice]);
        let counted = Inputs::of(&setup(), [&case]).cases.remove(0);
        (counted.stance, counted.stance_from, counted.parents_ideal)
    };
    let derived = StanceFrom::Derived;
    let same = of(parent("Mainstream"));
    assert_eq!(same, (Stance::Agrees, derived, Some(MAINSTREAM)));
    let other = of(parent("StateSpecial"));
    assert_eq!(other, (Stance::Disagrees, derived, Some(STATE_SPECIAL)));
    // Papers may show disagreement, never agreement.
    let papers = |ideal| Perspective {
        source: Some(Source::FromPapers),
        ..parent(ideal)
    };
    let from = StanceFrom::Papers;
    assert_eq!(of(papers("Mainstream")), (Stance::NoView, from, None));
    let differs = of(papers("StateSpecial"));
    assert_eq!(differs, (Stance::Disagrees, from, Some(STATE_SPECIAL)));
    // An ideal outside the table is one that no figure can use.
    assert_eq!(of(parent("Boarding")), (Stance::Disagrees, derived, None));
}
