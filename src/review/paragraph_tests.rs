//! The paragraph in many shapes, word for word.

use super::*;
use crate::review::case::Standing;
use crate::review::case_file::CaseFile;
use crate::review::judgement::{Asked, Confidence, Dissent, Judgement, Matter, Payer, Stamp};
use crate::review::note::Wording;
use crate::review::panel::{MemberId, Role};
use crate::review::perspective::{Attempt, Source, Speaker, VoiceId};
use crate::review::ratings::{MemberRating, RatedIdeal, Rating};
use crate::review::stance::Stance;
use crate::review::text::{CaseId, Text};
use crate::review::units::{FinancialYear, Money};
use crate::review::{Date, Timestamp};

pub(super) fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

pub(super) fn at(code: &str) -> ProvisionCode {
    ProvisionCode::new(code).unwrap()
}

pub(super) fn there(code: &str) -> Ideal {
    Ideal::Provision(at(code))
}

fn day(date: &str) -> Date {
    date.parse().unwrap()
}

/// A mother who sees the present school as ideal.
pub(super) fn mother() -> Perspective {
    let stated = |answer| Some(ParentAnswer::Stated(answer));
    Perspective {
        speaker: Some(Speaker::Mother),
        source: Some(Source::Interview),
        words: text("She has friends there."),
        setting: stated(Answer::Ideal),
        support: stated(Answer::NotIdeal),
        timeliness: stated(Answer::NotIdeal),
        ideal: Some(ParentIdeal::Provision(at("IndependentSpecialDay"))),
        date: Some(day("2026-04-22")),
        ..Perspective::new(VoiceId(1))
    }
}

pub(super) fn not_reached() -> Perspective {
    let attempt = |date: &str| Attempt {
        on: Some(day(date)),
        how: text("telephone"),
        by: text("caseworker"),
    };
    Perspective {
        speaker: Some(Speaker::Father),
        source: Some(Source::NotReached),
        attempts: vec![attempt("2026-05-03"), attempt("2026-05-09")],
        ..Perspective::new(VoiceId(2))
    }
}

/// Out of an independent school into a resourced provision, if there were speech therapy.
pub(super) fn judgement() -> Judgement {
    let stamp = Stamp {
        at: Timestamp::EPOCH,
        money_visible: None,
    };
    Judgement {
        setting: Answer::NotIdeal,
        support: Answer::NotIdeal,
        timeliness: Answer::NotIdeal,
        ideal: there("ResourcedProvision"),
        reasoning: text("The nearest base is ten minutes away."),
        conditions: vec![Condition::new(text("Speech therapy every week."), false)],
        support_costs: Vec::new(),
        root_causes: Vec::new(),
        confidence: Some(Confidence::Medium),
        dissent: vec![Dissent {
            by: Some(Role::EducationalPsychologist),
            words: text("Not unless she asks."),
        }],
        less_than_plan: None,
        first_recorded: stamp,
        last_changed: stamp,
    }
}

pub(super) fn rated(member: u16) -> MemberRating {
    MemberRating {
        member: MemberId(member),
        first: Rating {
            ideal: RatedIdeal::CannotTell,
            setting: None,
            support: None,
            timeliness: None,
            confidence: None,
        },
        corrections: Vec::new(),
    }
}

pub(super) fn case() -> Case {
    let mut case = Case::new(CaseFile::new(
        CaseId::new("C11").unwrap(),
        at("IndependentSpecialDay"),
    ));
    case.file.year_group = text("Year 8");
    case.voices = vec![mother()];
    case.ratings.given = (1..=7).map(rated).collect();
    case.ratings.revealed = Some(Timestamp::EPOCH);
    case.standing = Standing::Recorded {
        judgement: judgement(),
        changes: None,
    };
    case
}

pub(super) fn setup() -> Setup {
    let year = FinancialYear::nearest(2026);
    Setup::new(text("Review"), text("West Marsh"), year)
}

pub(super) fn told(case: &Case) -> String {
    built(&case.complete().unwrap(), &setup())
}

/// The paragraph of the case with another judgement.
pub(super) fn judged(change: impl FnOnce(&mut Judgement)) -> String {
    let mut case = case();
    if let Standing::Recorded { judgement, .. } = &mut case.standing {
        change(judgement);
    }
    told(&case)
}

/// The paragraph of the case with other parents.
pub(super) fn with(voices: Vec<Perspective>) -> String {
    let mut case = case();
    case.voices = voices;
    told(&case)
}

#[test]
fn an_ordinary_case_word_for_word() {
    let said = told(&case());
    assert_eq!(
        said,
        "The panel finds that the child in case C11, now in an independent or non-maintained special school (day), would ideally be in a resourced provision or SEN unit. This depends on “Speech therapy every week”, which is not in place today. It finds that the support is not ideal and that help did not come in time. Its confidence is medium. One member dissents: an educational psychologist. Seven members gave a first rating before the discussion. The mother sees the ideal where the child is now. Unlike the panel, they find that the setting is ideal. They have not been asked about this judgement. Going by their own ideal, they disagree."
    );
    let words = said.split_whitespace().count();
    assert!((60..=140).contains(&words), "{words} words");
}

#[test]
fn where_the_ideal_would_be() {
    let first = |setting, ideal: Ideal| {
        let said = judged(|judgement| {
            (judgement.setting, judgement.ideal) = (setting, ideal);
            judgement.conditions.clear();
        });
        said.split(" It finds that the support")
            .next()
            .unwrap()
            .to_owned()
    };
    let who =
        "the child in case C11, now in an independent or non-maintained special school (day),";
    let undecided = "So the case is undecided and counts in no projection.";
    for (setting, ideal, expected) in [
        (
            Answer::Ideal,
            there("IndependentSpecialDay"),
            format!("The panel finds that {who} is where they would ideally be."),
        ),
        (
            Answer::NotIdeal,
            there("IndependentSpecialDay"),
            format!(
                "The panel finds that {who} is in the right kind of provision, but that this setting is not ideal."
            ),
        ),
        (
            Answer::NotIdeal,
            there("SenSupport"),
            format!(
                "The panel finds that {who} would ideally be on SEN Support in mainstream (without a plan). It set no conditions."
            ),
        ),
        (
            Answer::NotIdeal,
            Ideal::CannotTell,
            format!(
                "The panel finds that {who} is not in the ideal setting. It cannot tell where the ideal would be. {undecided}"
            ),
        ),
        (
            Answer::CannotTell,
            Ideal::CannotTell,
            format!("The panel cannot tell where {who} would ideally be. {undecided}"),
        ),
        (
            Answer::CannotTell,
            there("SenSupport"),
            format!(
                "The panel cannot tell whether {who} is in the ideal setting. It sees the ideal in SEN Support in mainstream (without a plan). {undecided}"
            ),
        ),
    ] {
        assert_eq!(first(setting, ideal), expected);
    }
}

#[test]
fn conditions_are_said_with_whether_they_are_there() {
    let said = |conditions: Vec<Condition>| {
        let said = judged(|judgement| judgement.conditions = conditions);
        let (_, said) = said.split_once("SEN unit. ").unwrap();
        said.split(" It finds").next().unwrap().to_owned()
    };
    let is = |what: &str, in_place| Condition::new(text(what), in_place);
    assert_eq!(
        said(vec![is("A quiet base", true)]),
        "This depends on “A quiet base”, which is in place today."
    );
    assert_eq!(
        said(vec![is("A quiet base", true), is("a taxi;", false)]),
        "This depends on two conditions. Not in place today: “a taxi”. In place today: “A quiet base”."
    );
    let many = (1..=6).map(|n| is(&format!("Thing {n} of them"), n == 6));
    assert_eq!(
        said(many.collect()),
        "This depends on six conditions. Not in place today: “Thing 1 of them”, “Thing 2 of them”, “Thing 3 of them”, “Thing 4 of them” and one more. In place today: one."
    );
    let mut dear = is("Transport for £12,000 a year", false);
    dear.one_off = Some(Money::new(9_000.0).unwrap());
    dear.payer = Some(Payer::Health);
    assert_eq!(
        said(vec![dear]),
        "This depends on “Transport for [an amount] a year”, which is not in place today."
    );
}

#[test]
fn dissent_ratings_and_confidence() {
    let dissent = |by| Dissent {
        by,
        words: text("Not yet."),
    };
    let said = judged(|judgement| {
        judgement.confidence = None;
        judgement.dissent = vec![
            dissent(Some(Role::Senco)),
            dissent(Some(Role::Senco)),
            dissent(None),
        ];
    });
    assert!(!said.contains("confidence"), "{said}");
    assert!(
        said.contains(" Three members dissent: a SENCO, another SENCO and a member whose role was not recorded. "),
        "{said}"
    );
    assert!(!said.contains("Not yet"), "their words are shown apart");
    let ratings = |given: u16, skipped| {
        let mut case = case();
        case.ratings.given = (1..=given).map(rated).collect();
        case.ratings.skipped = skipped;
        told(&case)
    };
    for (given, skipped, expected) in [
        (0, true, " Rating was skipped. "),
        (0, false, " No first ratings were recorded. "),
        (
            1,
            false,
            " One member gave a first rating before the discussion. ",
        ),
        (
            12,
            false,
            " 12 members gave a first rating before the discussion. ",
        ),
    ] {
        let said = ratings(given, skipped);
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn where_a_parent_stands_and_how_that_is_known() {
    let parents = |voices: Vec<Perspective>| {
        let said = with(voices);
        said.split_once("before the discussion. ")
            .unwrap()
            .1
            .to_owned()
    };
    let asked = Perspective {
        asked: Some(Asked {
            stance: Stance::AgreesWithConditions,
            on: day("2026-07-03"),
            about: judgement().matter(),
        }),
        setting: Some(ParentAnswer::NotStated),
        ..mother()
    };
    assert_eq!(
        parents(vec![asked]),
        "The mother sees the ideal where the child is now. Asked about this judgement on 3 July 2026, they agree with conditions."
    );
    let before = Perspective {
        asked: Some(Asked {
            stance: Stance::Agrees,
            on: day("2026-07-03"),
            about: Matter::of(&there("Mainstream"), &[]),
        }),
        ..mother()
    };
    assert!(parents(vec![before]).contains(" and not about this judgement. "));
    let papers = Perspective {
        source: Some(Source::FromPapers),
        ideal: Some(ParentIdeal::Provision(at("ResourcedProvision"))),
        setting: Some(ParentAnswer::Stated(Answer::CannotTell)),
        ..mother()
    };
    assert_eq!(
        parents(vec![papers]),
        "As known from papers, the mother sees the ideal in a resourced provision or SEN unit. Unlike the panel, they cannot tell whether the setting is ideal. They have not been asked about this judgement. As papers can show disagreement but never agreement, it is not known where they stand, which counts as no view."
    );
    let silent = Perspective {
        ideal: Some(ParentIdeal::NotStated),
        setting: Some(ParentAnswer::Stated(Answer::NotIdeal)),
        ..mother()
    };
    assert!(parents(vec![silent]).starts_with(
        "The mother did not say what they see as ideal. They have not been asked about this judgement."
    ));
    assert_eq!(
        parents(vec![not_reached()]),
        "The father could not be reached, after two attempts, the last on 9 May 2026. This is counted apart, and never as agreement."
    );
    let declined = Perspective {
        source: Some(Source::Declined),
        ..not_reached()
    };
    assert_eq!(
        parents(vec![declined]),
        "The father was asked, but declined, after two attempts, the last on 9 May 2026. This is counted apart, and never as agreement."
    );
}

#[test]
fn who_was_not_reached_does_not_differ() {
    let said = with(vec![mother(), not_reached()]);
    assert!(
        said.ends_with("The father was not reached; “disagrees” counts, from the mother."),
        "{said}"
    );
}

#[test]
fn a_case_for_practice_begins_with_that() {
    let mut practice = case();
    practice.practice = true;
    assert_eq!(told(&practice), format!("{PRACTICE} {}", told(&case())));
}

#[test]
fn a_young_person_is_called_one() {
    let mut older = case();
    older.file.year_group = text("Year 12");
    older.voices[0].speaker = Some(Speaker::YoungPerson);
    let said = told(&older);
    assert!(said.starts_with("The panel finds that the young person in case C11, now in"));
    assert!(said.contains(" The young person sees the ideal where the young person is now. "));
    let pronouns = ["he", "she", "him", "her", "his", "hers"];
    assert!(said.split(' ').all(|word| !pronouns.contains(&word)));
}

#[test]
fn the_panel_s_own_words_hold_for_the_record_they_were_written_for() {
    let mut worded = case();
    let built = told(&worded);
    worded.wording = Some(Wording {
        words: text("In our words."),
        built: text(&built),
    });
    assert_eq!(aloud(&worded, &setup()).unwrap(), "In our words.");
    worded.voices.push(not_reached());
    let said = aloud(&worded, &setup()).unwrap();
    assert_eq!(said, told(&worded));
    assert_ne!(said, built);
    worded.voices.clear();
    assert_eq!(aloud(&worded, &setup()), None);
}
