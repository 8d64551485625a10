//! What stands on the pages, word for word once, and what must never stand there.

mod paper;
mod reader;

use super::*;
use crate::review::Timestamp;
use crate::review::aloud;
use crate::review::case::Standing;
use crate::review::case_file::CaseFile;
use crate::review::complete::Complete;
use crate::review::judgement::{
    Answer, Condition, Confidence, Dissent, Ideal, Judgement, Payer, Stamp, SupportCost,
};
use crate::review::law::MainstreamWish;
use crate::review::panel::{MemberId, Role};
use crate::review::perspective::{
    Attempt, ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use crate::review::ratings::{MemberRating, RatedIdeal, Rating};
use crate::review::setup::{Definition, Setup};
use crate::review::text::{ProvisionCode, Text};
use crate::review::units::{FinancialYear, Money, PerChild};

fn words(words: &str) -> Text {
    Text::new(words).unwrap()
}

fn at(code: &str) -> ProvisionCode {
    ProvisionCode::new(code).unwrap()
}

fn setup() -> Setup {
    let mut setup = Setup::new(
        words("Review"),
        words("West Marsh"),
        FinancialYear::nearest(2026),
    );
    setup.definition = Some(Definition {
        words: words("Happy, safe and learning, close to home."),
        agreed_on: None,
        agreed_by: Vec::new(),
    });
    setup
}

fn mother() -> Perspective {
    let stated = |answer| Some(ParentAnswer::Stated(answer));
    Perspective {
        speaker: Some(Speaker::Mother),
        source: Some(Source::Written),
        words: words("She argues with me about homework.\nThat is new."),
        setting: stated(Answer::Ideal),
        support: stated(Answer::Ideal),
        timeliness: stated(Answer::NotIdeal),
        ideal: Some(ParentIdeal::Provision(at("StateSpecial"))),
        date: "2026-04-22".parse().ok(),
        ..Perspective::new(VoiceId(1))
    }
}

fn judgement() -> Judgement {
    let stamp = Stamp {
        at: Timestamp::EPOCH,
        money_visible: Some(true),
    };
    let mut condition = Condition::new(words("An assistant, £12,000 a year, who knows her"), false);
    condition.yearly = Money::new(12_000.0).ok();
    condition.by_when = words("September");
    Judgement {
        setting: Answer::NotIdeal,
        support: Answer::Ideal,
        timeliness: Answer::CannotTell,
        ideal: Ideal::Provision(at("ResourcedProvision")),
        reasoning: words("REASONING: she has friends there, which is worth more than £1 or 26k."),
        conditions: vec![condition],
        support_costs: vec![SupportCost {
            per_year: PerChild::new(4_321.0).unwrap(),
            payer: Payer::HighNeeds,
        }],
        root_causes: vec![words("CAUSE"), words("No place near home")],
        confidence: Some(Confidence::Medium),
        dissent: vec![Dissent {
            by: Some(Role::Finance),
            words: words("DISSENT"),
        }],
        less_than_plan: None,
        first_recorded: stamp,
        last_changed: stamp,
    }
}

/// A recorded case with everything on it that no page may show.
fn case() -> Case {
    let mut case = Case::new(CaseFile::new(
        CaseId::new("C07").unwrap(),
        at("StateSpecial"),
    ));
    case.file.year_group = words("Year 8");
    case.file.annual_cost = PerChild::new(26_543.0).ok();
    case.file.pen_portrait = words("PORTRAIT");
    case.voices = vec![mother()];
    case.standing = Standing::Recorded {
        judgement: judgement(),
        changes: None,
    };
    let rating = Rating {
        ideal: RatedIdeal::Provision(at("AlternativeProvision")),
        setting: None,
        support: None,
        timeliness: None,
        confidence: None,
    };
    case.ratings.given = vec![MemberRating {
        member: MemberId(1),
        first: rating,
        corrections: Vec::new(),
    }];
    case
}

fn back(case: &Case) -> Vec<Page> {
    pages_back(&setup(), &case.complete().unwrap())
}

#[test]
fn the_sheet_word_for_word() {
    assert_eq!(
        question_sheet(&setup(), &case()).text(),
        include_str!("sheet.txt")
    );
}

#[test]
fn the_page_back_word_for_word() {
    let pages = back(&case());
    assert_eq!(pages.len(), 1);
    assert_eq!(texts(&pages), include_str!("back.txt"));
}

#[test]
fn the_sheet_knows_nothing_of_the_panel() {
    let judged = case();
    let mut untouched = Case::new(judged.file.clone());
    untouched.file.pen_portrait = Text::EMPTY;
    untouched.file.annual_cost = None;
    assert_eq!(
        question_sheet(&setup(), &judged),
        question_sheet(&setup(), &untouched)
    );
}

#[test]
fn no_page_holds_money_or_what_is_the_panels_own() {
    let (setup, case) = (setup(), case());
    let mut pages = back(&case);
    pages.push(question_sheet(&setup, &case));
    for shown in [texts(&pages), html(&pages)] {
        for never in [
            "£",
            "12,000",
            "4321",
            "4,321",
            "26543",
            "26k",
            "DISSENT",
            "PORTRAIT",
            "finance",
            "projection",
        ] {
            assert!(!shown.contains(never), "{never}");
        }
    }
    // Why the panel thinks so is on the page back alone.
    let sheet = question_sheet(&setup, &case).text();
    assert!(!sheet.contains("REASONING") && !sheet.contains("CAUSE"));
    // A first rating is on no page back; as a kind of place to tick it is on the sheet.
    let alternative = "Hospital school or alternative provision";
    assert!(!texts(&back(&case)).contains(alternative));
}

#[test]
fn each_parent_gets_their_own_words_and_nobody_elses() {
    let mut case = case();
    case.voices[0].hopes = words("HOPES-HERS");
    case.voices[0].fears = words("FEARS-HERS");
    case.voices[0].would_change = words("CHANGE-HERS");
    case.voices[0].mainstream = Some(MainstreamWish::Against);
    let father = Perspective {
        id: VoiceId(2),
        speaker: Some(Speaker::Father),
        words: words("I see it otherwise."),
        hopes: words("HOPES-HIS"),
        mainstream: Some(MainstreamWish::For),
        ..mother()
    };
    let attempt = Attempt {
        on: "2026-04-01".parse().ok(),
        how: words("letter"),
        by: words("caseworker"),
    };
    let mut carer = Perspective::new(VoiceId(3));
    carer.speaker = Some(Speaker::Carer);
    carer.source = Some(Source::Declined);
    carer.attempts = vec![attempt];
    let begun = Perspective {
        speaker: Some(Speaker::FosterCarer),
        ..Perspective::new(VoiceId(4))
    };
    case.voices.extend([father, carer, begun]);
    let pages = back(&case);
    let told: Vec<_> = pages.iter().map(Page::text).collect();
    let [mother, father, carer] = told.as_slice() else {
        panic!("{told:?}");
    };
    assert!(
        mother.contains("argues with me") && !mother.contains("otherwise"),
        "{mother}"
    );
    assert!(
        father.contains("otherwise") && !father.contains("argues with me"),
        "{father}"
    );
    // What else they say is on their own page alone.
    for hers in [
        "> HOPES-HERS",
        "> FEARS-HERS",
        "> CHANGE-HERS",
        "You said that you do not want mainstream.",
    ] {
        assert!(mother.contains(hers), "{hers}");
        assert!(!father.contains(hers) && !carer.contains(hers), "{hers}");
    }
    for his in ["> HOPES-HIS", "You said that you want mainstream."] {
        assert!(father.contains(his), "{father}");
        assert!(!mother.contains(his) && !carer.contains(his), "{his}");
    }
    assert!(!father.contains("worry about"), "{father}");
    assert!(father.contains("For: the father"), "{father}");
    assert!(father.contains("talked about your child"), "{father}");
    case.file.year_group = words("Year 13");
    case.voices.truncate(1);
    case.voices[0].speaker = Some(Speaker::YoungPerson);
    let young = texts(&back(&case));
    assert!(young.contains("The panel has talked about you."), "{young}");
    assert!(
        !carer.contains("What you had said") && carer.contains("did not want to say"),
        "{carer}"
    );
    assert!(
        !carer.contains("argues") && !carer.contains("otherwise"),
        "{carer}"
    );
}

#[test]
fn without_a_complete_judgement_there_is_no_page_back() {
    // `pages_back` takes a `Complete`, and these give none.
    let mut draft = case();
    draft.standing = Standing::Draft(judgement().to_draft());
    assert!(draft.complete().is_none());
    let mut nobody = case();
    nobody.voices.clear();
    assert!(nobody.complete().is_none());
    let _: fn(&Setup, &Complete<'_>) -> Vec<Page> = pages_back;
}

#[test]
fn where_the_panel_names_no_ideal_nobody_is_asked_to_agree() {
    let mut case = case();
    let mut judgement = judgement();
    judgement.setting = Answer::CannotTell;
    judgement.ideal = Ideal::CannotTell;
    case.standing = Standing::Recorded {
        judgement,
        changes: None,
    };
    let told = texts(&back(&case));
    assert!(
        told.contains("It cannot say where the ideal would be."),
        "{told}"
    );
    assert!(
        !told.contains("I agree") && !told.contains("undecided"),
        "{told}"
    );
    assert!(
        told.contains("- Not in place today (by September)"),
        "{told}"
    );
    assert!(!aloud::UNDECIDED.trim().is_empty());
}

#[test]
fn a_young_person_can_answer_where_they_may_be_sixteen() {
    let mut case = case();
    for (group, asked) in [
        ("Year 8", false),
        ("Year 13", true),
        ("", true),
        ("Reception", false),
    ] {
        case.file.year_group = words(group);
        let told = question_sheet(&setup(), &case).text();
        assert_eq!(
            told.contains("[ ] Young person, 16 or over"),
            asked,
            "{group}"
        );
        let told: Vec<_> = told.split_whitespace().collect();
        let told = told.join(" ").contains("“your child” means you");
        assert_eq!(told, asked, "{group}");
    }
}

#[test]
fn whatever_was_typed_is_text() {
    let mut case = case();
    case.file.id = CaseId::new("<b>&\"C1\"'").unwrap();
    let mut setup = setup();
    setup.local_authority = words("<script>alert(1)</script>");
    setup.provisions[0].label = words("A & B <i>");
    case.voices[0].words = words("</blockquote><script>x</script> 1 < 2 & 3");
    let mut pages = back(&case);
    pages.push(question_sheet(&setup, &case));
    pages.extend(pages_back(&setup, &case.complete().unwrap()));
    let shown = html(&pages);
    assert!(
        !shown.contains("<script") && !shown.contains("<i>") && !shown.contains("<b>"),
        "{shown}"
    );
    assert!(shown.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(shown.contains("A &amp; B &lt;i&gt;"));
    assert!(shown.contains("1 &lt; 2 &amp; 3"));
    // On each page back the reasons, what ideal means, and the parent's words.
    assert_eq!(shown.matches("</blockquote>").count(), 6);
}

#[test]
fn the_file_needs_nothing_else_and_every_case_has_its_page() {
    let (setup, case) = (setup(), case());
    let mut second = case.clone();
    second.file.id = CaseId::new("C08").unwrap();
    let pages = [
        question_sheet(&setup, &case),
        question_sheet(&setup, &second),
    ];
    let shown = html(&pages);
    assert!(shown.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    for outside in ["http", "url(", "<link", "<img", "<script", "@import"] {
        assert!(!shown.contains(outside), "{outside}");
    }
    assert_eq!(shown.matches("<article aria-labelledby=\"page-").count(), 2);
    assert_eq!(
        (
            shown.matches("<h1 id=").count(),
            shown.matches("</h1>").count()
        ),
        (2, 2)
    );
    assert!(shown.contains("break-after: page") && shown.contains("size: A4"));
    assert!(
        shown.contains("<title>What do you think?: 2 pages</title>"),
        "{shown}"
    );
    for tag in [
        "article",
        "h1",
        "h2",
        "p",
        "ul",
        "li",
        "div",
        "span",
        "blockquote",
    ] {
        let opened =
            shown.matches(&format!("<{tag}>")).count() + shown.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, shown.matches(&format!("</{tag}>")).count(), "{tag}");
    }
    assert!(html(&[]).contains("<title>No pages</title>"));
}

#[test]
fn long_words_stay_whole() {
    let mut case = case();
    let long = "word ".repeat(3_998) + "end-of-it";
    case.voices[0].words = words(&long);
    let pages = back(&case);
    let told = texts(&pages);
    assert!(told.lines().all(|line| line.chars().count() <= text::WIDTH));
    assert!(told.contains("end-of-it"));
    assert!(html(&pages).contains(&long));
    case.voices[0].words = words(&"xy".repeat(10_000));
    assert!(texts(&back(&case)).contains(&"xy".repeat(10_000)));
}

#[test]
fn a_sheet_is_for_whoever_has_not_been_heard_and_has_not_declined() {
    let judged = case();
    let mut nothing = case();
    nothing.voices.clear();
    let mut papers = case();
    papers.voices[0].source = Some(Source::FromPapers);
    let mut declined = case();
    declined.voices[0].source = Some(Source::Declined);
    declined.voices[0].attempts = vec![Attempt {
        on: "2026-04-01".parse().ok(),
        how: words("letter"),
        by: words("caseworker"),
    }];
    let all = [judged, nothing, papers, declined];
    let to_hear: Vec<_> = to_hear(&all)
        .into_iter()
        .map(|case| case as *const Case)
        .collect();
    assert_eq!(to_hear, [&raw const all[1], &raw const all[2]]);
}
