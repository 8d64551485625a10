//! A table of six provisions and cases to change at will.

use dbv_case_review::findings::Findings;
use dbv_case_review::review::Timestamp;
use dbv_case_review::review::case::{Case, Standing};
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::judgement::{Answer, Ideal, Judgement, Stamp};
use dbv_case_review::review::panel::MemberId;
use dbv_case_review::review::perspective::{
    Attempt, ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::ratings::{MemberRating, RatedIdeal, Rating};
use dbv_case_review::review::setup::Setup;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::{Caseload, PerChild, Tier};

/// The table: code, tier, children, £ per child. A has no known cost, F no child.
pub const TABLE: [(&str, u8, f64, Option<f64>); 6] = [
    ("A", 0, 40.0, None),
    ("B", 1, 600.0, Some(8_000.0)),
    ("C", 2, 50.0, Some(20_000.0)),
    ("D", 2, 30.0, Some(21_000.0)),
    ("E", 3, 300.0, Some(26_000.0)),
    ("F", 4, 0.0, Some(60_000.0)),
];

pub fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

pub fn code(code: &str) -> ProvisionCode {
    ProvisionCode::new(code).unwrap()
}

pub fn setup() -> Setup {
    let year = "2024-25".parse().unwrap();
    let mut setup = Setup::new(text("Review"), text("Council"), year);
    let row = |&(name, tier, children, cost): &(&str, u8, f64, Option<f64>)| {
        let mut row = Provision::new(code(name), text(name), Tier::new(tier).unwrap());
        row.caseload = Caseload::new(children).unwrap();
        row.unit_cost = cost.map(|cost| PerChild::new(cost).unwrap());
        row
    };
    setup.provisions = TABLE.iter().map(row).collect();
    setup
}

pub fn judgement(setting: Answer, ideal: Ideal) -> Judgement {
    let stamp = Stamp {
        at: Timestamp::EPOCH,
        money_visible: Some(false),
    };
    Judgement {
        setting,
        support: Answer::CannotTell,
        timeliness: Answer::CannotTell,
        ideal,
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

/// A whole perspective, whatever its source, with all questions not stated.
pub fn voice(id: u16, source: Source, ideal: Option<&str>) -> Perspective {
    let mut voice = Perspective::new(VoiceId(id));
    voice.speaker = Some(Speaker::Mother);
    voice.source = Some(source);
    voice.words = text("She is settled where she is.");
    voice.setting = Some(ParentAnswer::NotStated);
    voice.support = Some(ParentAnswer::NotStated);
    voice.timeliness = Some(ParentAnswer::NotStated);
    voice.ideal = Some(ideal.map_or(ParentIdeal::NotStated, |to| {
        ParentIdeal::Provision(code(to))
    }));
    voice.date = Some("2026-05-04".parse().unwrap());
    let attempt = Attempt {
        on: voice.date,
        how: text("telephone"),
        by: text("SEND officer"),
    };
    let again = Attempt {
        how: text("letter"),
        ..attempt.clone()
    };
    voice.attempts = vec![attempt, again];
    voice
}

/// A recorded case with one parent who was interviewed and named no ideal. Where the two
/// provisions are one, the setting is ideal.
pub fn case(id: &str, current: &str, ideal: &str) -> Case {
    let setting = if current == ideal {
        Answer::Ideal
    } else {
        Answer::NotIdeal
    };
    let mut case = Case::new(CaseFile::new(CaseId::new(id).unwrap(), code(current)));
    case.voices = vec![voice(1, Source::Interview, None)];
    case.standing = Standing::Recorded {
        judgement: judgement(setting, Ideal::Provision(code(ideal))),
        changes: None,
    };
    case
}

pub fn judged(case: &mut Case) -> &mut Judgement {
    let Standing::Recorded { judgement, .. } = &mut case.standing else {
        panic!("not recorded");
    };
    judgement
}

/// The case as a draft with the same words on the form.
pub fn as_draft(mut case: Case) -> Case {
    let draft = judged(&mut case).to_draft();
    case.standing = Standing::Draft(draft);
    case
}

pub fn rating(ideal: RatedIdeal) -> Rating {
    Rating {
        ideal,
        setting: None,
        support: None,
        timeliness: None,
        confidence: None,
    }
}

/// Gives the case revealed ratings; "" stands for one who cannot tell, "-" for one who abstained.
pub fn rate(case: &mut Case, ideals: &[&str]) {
    let given = ideals.iter().zip(1..).map(|(ideal, member)| {
        let ideal = match *ideal {
            "" => RatedIdeal::CannotTell,
            "-" => RatedIdeal::Abstained,
            provision => RatedIdeal::Provision(code(provision)),
        };
        MemberRating {
            member: MemberId(member),
            first: rating(ideal),
            corrections: Vec::new(),
        }
    });
    case.ratings.given = given.collect();
    case.ratings.revealed = Some(Timestamp::EPOCH);
}

/// A case with these ratings.
pub fn rated(id: usize, ideals: &[&str]) -> Case {
    let mut case = case(&format!("C{id:02}"), "E", "B");
    rate(&mut case, ideals);
    case
}

pub fn findings(cases: &[Case]) -> Findings {
    Findings::of(&setup(), cases)
}

pub fn ids(cases: &[CaseId]) -> Vec<&str> {
    cases.iter().map(CaseId::as_str).collect()
}
