//! What the pages say to whoever reads them.

use super::*;

#[test]
fn the_page_gives_the_panels_reasons_and_how_sure_it_is() {
    let mut case = case();
    let told = texts(&back(&case));
    let why = told.split("Why the panel thinks so").nth(1).unwrap();
    let why: Vec<_> = why.split_whitespace().collect();
    let why = why.join(" ");
    assert!(
        why.contains("> REASONING: she has friends there, which is worth more than [an amount]"),
        "{why}"
    );
    assert!(
        why.contains("What it sees behind this: CAUSE; No place near home."),
        "{why}"
    );
    assert!(
        why.contains("The panel says that it is fairly sure."),
        "{why}"
    );
    let mut bare = judgement();
    bare.root_causes.clear();
    bare.confidence = None;
    case.standing = Standing::Recorded {
        judgement: bare,
        changes: None,
    };
    let told = texts(&back(&case));
    assert!(told.contains("Why the panel thinks so"), "{told}");
    assert!(
        !told.contains("behind this") && !told.contains("sure"),
        "{told}"
    );
}

/// Whoever reads it is "you", and what papers say is no more than that.
#[test]
fn the_page_speaks_to_whoever_reads_it() {
    let mut case = case();
    for (source, heading, said) in [
        (
            Source::InTheRoom,
            "What you had said",
            "You spoke in the room on 22 April 2026.",
        ),
        (
            Source::Interview,
            "What you had said",
            "Someone asked you on 22 April 2026.",
        ),
        (
            Source::Written,
            "What you had said",
            "You wrote on 22 April 2026. You find that",
        ),
        (
            Source::FromPapers,
            "What we read in the papers about your view",
            "This is from papers of 22 April 2026. You did not say it to us.",
        ),
    ] {
        case.voices[0].source = Some(source);
        let told = texts(&back(&case));
        let told: Vec<_> = told.split_whitespace().collect();
        let told = told.join(" ");
        assert!(told.contains(heading) && told.contains(said), "{told}");
        for other in ["The mother", "They find", "They see", "the child is now"] {
            assert!(!told.contains(other), "{other}: {told}");
        }
        let papers = source == Source::FromPapers;
        assert_eq!(told.contains("What you had said"), !papers, "{told}");
    }
    case.voices[0].ideal = Some(ParentIdeal::NotStated);
    case.voices[0].support = Some(ParentAnswer::NotStated);
    let told = texts(&back(&case));
    let told: Vec<_> = told.split_whitespace().collect();
    let told = told.join(" ");
    assert!(
        told.contains("You did not say whether the support is ideal."),
        "{told}"
    );
    assert!(
        told.contains("You did not say what you see as ideal."),
        "{told}"
    );
}

#[test]
fn the_sheet_says_what_it_is_for() {
    let told = question_sheet(&setup(), &case()).text();
    let told: Vec<_> = told.split_whitespace().collect();
    let told = told.join(" ");
    for said in [
        "used to work out what places and help would cost or save",
        "This is not the annual review. It does not by itself change your child’s plan or place.",
        "Please give this back to ____",
        "____ by ____",
        "You can ask later to have your words taken out. Ask whoever you gave this sheet back to.",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
}
