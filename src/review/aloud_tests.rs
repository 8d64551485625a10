//! The paragraph over every combination that matters.

use super::*;
use crate::review::case::{Case, Standing};
use crate::review::case_file::CaseFile;
use crate::review::judgement::{Asked, Dissent, Draft, Matter, Payer, Stamp};
use crate::review::perspective::{Attempt, ParentIdeal, Perspective, Source, Speaker, VoiceId};
use crate::review::text::{CaseId, ProvisionCode, Text};
use crate::review::units::{FinancialYear, Money};
use crate::review::{Date, Timestamp};

fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

fn at(code: &str) -> ProvisionCode {
    ProvisionCode::new(code).unwrap()
}

fn there(code: &str) -> Ideal {
    Ideal::Provision(at(code))
}

fn day(date: &str) -> Date {
    date.parse().unwrap()
}

fn attempt(date: &str) -> Attempt {
    Attempt {
        on: Some(day(date)),
        how: text("telephone"),
        by: text("caseworker"),
    }
}

fn mother() -> Perspective {
    let stated = |answer| Some(ParentAnswer::Stated(answer));
    Perspective {
        speaker: Some(Speaker::Mother),
        source: Some(Source::Written),
        words: text("She argues with me about homework."),
        setting: stated(Answer::Ideal),
        support: stated(Answer::Ideal),
        timeliness: stated(Answer::NotIdeal),
        ideal: Some(ParentIdeal::Provision(at("StateSpecial"))),
        date: Some(day("2026-04-22")),
        ..Perspective::new(VoiceId(1))
    }
}

fn judgement() -> Judgement {
    let stamp = Stamp {
        at: Timestamp::EPOCH,
        money_visible: None,
    };
    Judgement {
        setting: Answer::NotIdeal,
        support: Answer::Ideal,
        timeliness: Answer::NotIdeal,
        ideal: there("ResourcedProvision"),
        reasoning: text("Because."),
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

fn case(judgement: Judgement, voices: Vec<Perspective>) -> Case {
    let mut case = Case::new(CaseFile::new(
        CaseId::new("C1").unwrap(),
        at("StateSpecial"),
    ));
    case.file.year_group = text("Year 8");
    case.voices = voices;
    case.standing = Standing::Recorded {
        judgement,
        changes: None,
    };
    case
}

fn told(case: &Case) -> Aloud {
    let year = FinancialYear::nearest(2026);
    let setup = Setup::new(text("Review"), text("West Marsh"), year);
    aloud(&case.complete().unwrap(), &setup)
}

fn panel(change: impl FnOnce(&mut Judgement)) -> Vec<String> {
    let mut judgement = judgement();
    change(&mut judgement);
    told(&case(judgement, vec![mother()])).panel
}

fn parent(change: impl FnOnce(&mut Perspective)) -> Parent {
    let mut voice = mother();
    change(&mut voice);
    told(&case(judgement(), vec![voice])).parents.remove(0)
}

#[test]
fn the_three_answers_in_every_combination() {
    use Answer::{CannotTell, Ideal, NotIdeal};
    for (answers, said) in [
        (
            [NotIdeal, Ideal, NotIdeal],
            "The panel found that the setting is not ideal, that the support is ideal and that help did not come in time.",
        ),
        (
            [Ideal, NotIdeal, Ideal],
            "The panel found that the setting is ideal, that the support is not ideal and that help came in time.",
        ),
        (
            [NotIdeal, CannotTell, CannotTell],
            "The panel found that the setting is not ideal. It cannot tell whether the support is ideal or whether help came in time.",
        ),
        (
            [CannotTell, CannotTell, CannotTell],
            "The panel cannot tell whether the setting is ideal, whether the support is ideal or whether help came in time.",
        ),
    ] {
        let paragraphs = panel(|judgement| {
            [judgement.setting, judgement.support, judgement.timeliness] = answers;
        });
        assert_eq!(paragraphs[0], said);
    }
    for setting in Answer::ALL {
        for support in Answer::ALL {
            for timeliness in Answer::ALL {
                let said = &panel(|judgement| {
                    (judgement.setting, judgement.support) = (setting, support);
                    judgement.timeliness = timeliness;
                })[0];
                for subject in ["setting", "support", "in time"] {
                    assert_eq!(said.matches(subject).count(), 1, "{said}");
                }
                assert!(
                    said.starts_with("The panel ") && said.ends_with('.'),
                    "{said}"
                );
            }
        }
    }
}

#[test]
fn where_the_ideal_would_be() {
    let now = "Maintained special school or academy";
    let ideal = |setting, ideal: Ideal| {
        panel(|judgement| (judgement.setting, judgement.ideal) = (setting, ideal))[1].clone()
    };
    assert_eq!(
        ideal(Answer::Ideal, there("StateSpecial")),
        format!("The ideal is where the child is now: {now}.")
    );
    assert_eq!(
        ideal(Answer::NotIdeal, there("ResourcedProvision")),
        format!(
            "It sees the ideal in another kind of provision: Resourced provision or SEN unit. Now the child is in: {now}."
        )
    );
    assert_eq!(
        ideal(Answer::NotIdeal, there("StateSpecial")),
        format!(
            "The kind of provision is the right one: {now}, where the child is now. It is this setting that is not ideal."
        )
    );
    let undecided = "So the case is undecided and counts in no projection.";
    assert_eq!(
        ideal(Answer::NotIdeal, Ideal::CannotTell),
        format!("It cannot say where the ideal would be. {undecided}")
    );
    for named in ["StateSpecial", "ResourcedProvision"] {
        let said = ideal(Answer::CannotTell, there(named));
        assert!(said.ends_with(undecided), "{said}");
    }
}

#[test]
fn conditions_say_whether_they_are_there() {
    let said = |conditions: Vec<Condition>| panel(|judgement| judgement.conditions = conditions);
    let base = Condition::new(text(" A quiet base. "), true);
    let mut taxi = Condition::new(text("A taxi"), false);
    taxi.by_when = text("September 2027");
    taxi.one_off = Some(Money::new(9_000.0).unwrap());
    taxi.payer = Some(Payer::HighNeeds);
    assert_eq!(said(Vec::new())[2..], ["It set no conditions."]);
    assert_eq!(
        said(vec![base.clone()])[2..],
        [
            "It set one condition; this is the ideal with what exists today.",
            "In place today: “A quiet base.”"
        ]
    );
    let both = said(vec![base.clone(), taxi.clone()]);
    assert_eq!(
        both[2..],
        [
            "It set two conditions; this would be the ideal if the system worked better, not with what exists today.",
            "In place today: “A quiet base.”",
            "Not in place today (by September 2027): “A taxi”"
        ]
    );
    assert!(
        !both.concat().contains(['£', '9']),
        "no money is read aloud"
    );
    let undecided = panel(|judgement| {
        judgement.ideal = Ideal::CannotTell;
        judgement.conditions = vec![base];
    });
    assert_eq!(undecided[2..], ["In place today: “A quiet base.”"]);
}

#[test]
fn dissent_by_role_in_its_words() {
    let mut with = judgement();
    with.dissent = vec![
        Dissent {
            by: Some(Role::EducationalPsychologist),
            words: text("Not unless she asks."),
        },
        Dissent {
            by: None,
            words: text("It is too far."),
        },
    ];
    let told = told(&case(with, vec![mother()])).dissent;
    assert_eq!(told[0].who, "educational psychologist");
    assert_eq!(told[0].words, "Not unless she asks.");
    assert_eq!(told[1].who, "a member whose role was not recorded");
}

#[test]
fn what_a_parent_said_and_where_they_stand() {
    let mother = parent(|_| {});
    assert_eq!(mother.who, "The mother");
    assert_eq!(
        mother.heard,
        "The mother wrote on 22 April 2026. They find that the setting is ideal, that the support is ideal and that help did not come in time. They see the ideal where the child is now: Maintained special school or academy."
    );
    assert_eq!(
        mother.stands,
        "Unlike the panel, they find that the setting is ideal. They have not been asked about this judgement. Going by their own ideal, they disagree."
    );
    assert_eq!(mother.stance, Stance::Disagrees);
    let same = parent(|voice| voice.ideal = Some(ParentIdeal::Provision(at("ResourcedProvision"))));
    assert!(
        same.heard
            .ends_with("They see the ideal in: Resourced provision or SEN unit.")
    );
    assert_eq!(
        same.stands,
        "Unlike the panel, they find that the setting is ideal. They have not been asked about this judgement. They name the same kind of provision; whether they agree with the rest is not known until they are asked."
    );
    assert_eq!(same.stance, Stance::Agrees, "the code stays as derived");
    let alike = parent(|voice| {
        voice.ideal = Some(ParentIdeal::Provision(at("ResourcedProvision")));
        voice.setting = Some(ParentAnswer::Stated(Answer::NotIdeal));
    });
    assert_eq!(
        alike.stands,
        "They have not been asked about this judgement. Going by their own ideal, they agree."
    );
    let silent = parent(|voice| {
        voice.ideal = Some(ParentIdeal::NotStated);
        (voice.setting, voice.support) =
            (Some(ParentAnswer::NotStated), Some(ParentAnswer::NotStated));
    });
    assert_eq!(
        silent.heard,
        "The mother wrote on 22 April 2026. They find that help did not come in time. They did not say whether the setting is ideal or whether the support is ideal. They did not say what they see as ideal."
    );
    assert!(
        silent.stands.ends_with("which counts as no view."),
        "{}",
        silent.stands
    );
}

#[test]
fn how_a_stance_is_known() {
    let asked = |stance, about: Matter| {
        parent(|voice| {
            let on = day("2026-07-03");
            voice.asked = Some(Asked { stance, on, about });
        })
    };
    let this = judgement().matter();
    assert_eq!(
        asked(Stance::AgreesWithConditions, this.clone()).stands,
        "Unlike the panel, they find that the setting is ideal. Asked about this judgement on 3 July 2026, they agree with conditions."
    );
    assert_eq!(
        asked(Stance::NoView, this).stands,
        "Unlike the panel, they find that the setting is ideal. Asked about this judgement on 3 July 2026, they have no view."
    );
    assert_eq!(
        asked(Stance::Agrees, Matter::of(&there("Mainstream"), &[])).stands,
        "Unlike the panel, they find that the setting is ideal. They were asked on 3 July 2026, about another ideal or other conditions, and not about this judgement. Going by their own ideal, they disagree."
    );
    let papers = parent(|voice| {
        voice.source = Some(Source::FromPapers);
        voice.ideal = Some(ParentIdeal::Provision(at("ResourcedProvision")));
    });
    assert!(
        papers
            .heard
            .starts_with("The view of the mother is taken from papers of 22 April 2026.")
    );
    assert!(
        papers
            .stands
            .contains("papers can show disagreement but never agreement")
    );
    assert_eq!(papers.stance, Stance::NoView);
    let unsaid = parent(|voice| {
        voice.source = Some(Source::FromPapers);
        voice.ideal = Some(ParentIdeal::NotStated);
        voice.timeliness = Some(ParentAnswer::NotStated);
    });
    assert_eq!(
        unsaid.heard,
        "The view of the mother is taken from papers of 22 April 2026. They find that the setting is ideal and that the support is ideal. The papers do not say whether help came in time. The papers do not say what they see as ideal."
    );
}

#[test]
fn declined_and_not_reached_are_never_agreement() {
    let declined = parent(|voice| {
        voice.source = Some(Source::Declined);
        voice.attempts = vec![attempt("2026-05-03")];
    });
    assert_eq!(
        declined.heard,
        "The mother was asked, but declined, after one attempt on 3 May 2026."
    );
    assert_eq!(
        declined.stands,
        "This is counted apart, and never as agreement."
    );
    assert_eq!(declined.stance, Stance::NoView);
    let not_reached = parent(|voice| {
        voice.source = Some(Source::NotReached);
        voice.attempts = vec![attempt("2026-05-03"), attempt("2026-05-09")];
    });
    assert_eq!(
        not_reached.heard,
        "The mother could not be reached, after two attempts, the last on 9 May 2026."
    );
}

#[test]
fn several_parents() {
    let mut second = mother();
    second.id = VoiceId(2);
    second.ideal = Some(ParentIdeal::Provision(at("ResourcedProvision")));
    let mut begun = Perspective::new(VoiceId(3));
    begun.speaker = Some(Speaker::Father);
    let several = told(&case(judgement(), vec![second.clone(), mother(), begun]));
    let who: Vec<_> = several
        .parents
        .iter()
        .map(|parent| parent.who.as_str())
        .collect();
    assert_eq!(who, ["The mother (voice 1)", "The mother (voice 2)"]);
    assert_eq!(
        several.together,
        [
            "Where parents differ, the least agreeing stance counts: here “disagrees”, from the mother (voice 2).",
            "Another parent’s perspective has been begun; it does not count until it is whole."
        ]
    );
    let alike = told(&case(judgement(), vec![mother()]));
    assert!(alike.together.is_empty());
}

#[test]
fn only_who_was_heard_can_differ() {
    let agrees = Perspective {
        ideal: Some(ParentIdeal::Provision(at("ResourcedProvision"))),
        ..mother()
    };
    let silent = |source| Perspective {
        speaker: Some(Speaker::Father),
        source: Some(source),
        attempts: vec![attempt("2026-05-03"), attempt("2026-05-09")],
        ..Perspective::new(VoiceId(2))
    };
    for (heard, source, said) in [
        (
            agrees.clone(),
            Source::NotReached,
            "As the father was not reached, “no view” counts: silence is never agreement.",
        ),
        (
            agrees,
            Source::Declined,
            "As the father declined to say, “no view” counts: silence is never agreement.",
        ),
        (
            mother(),
            Source::NotReached,
            "The father was not reached; “disagrees” counts, from the mother.",
        ),
    ] {
        let told = told(&case(judgement(), vec![heard, silent(source)]));
        assert_eq!(told.together, [said]);
    }
}

#[test]
fn a_young_person_is_called_one() {
    let mut voice = mother();
    voice.speaker = Some(Speaker::YoungPerson);
    let mut case = case(judgement(), vec![voice]);
    case.file.year_group = text("Year 12");
    let told = told(&case);
    assert!(
        told.panel[1].contains("Now the young person is in"),
        "{}",
        told.panel[1]
    );
    assert_eq!(told.parents[0].who, "The young person");
    assert!(
        told.parents[0]
            .heard
            .contains("where the young person is now")
    );
}

#[test]
fn what_is_being_changed_is_not_read() {
    let mut case = case(judgement(), vec![mother()]);
    let before = told(&case);
    if let Standing::Recorded { changes, .. } = &mut case.standing {
        *changes = Some(Draft {
            reasoning: text("Something else altogether."),
            ..Draft::default()
        });
    }
    assert_eq!(told(&case), before);
}
