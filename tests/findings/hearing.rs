//! Who has been heard, and what was tried for each of the others.

use dbv_case_review::findings::hearing::{Hearing, Standing, attempt_in_words};
use dbv_case_review::review::case::Case;
use dbv_case_review::review::perspective::{Attempt, Perspective, Source, VoiceId};
use dbv_case_review::store;

use super::world::{as_draft, case, ids, text, voice};

fn with(id: &str, voices: Vec<Perspective>) -> Case {
    let mut case = as_draft(case(id, "B", "B"));
    case.voices = voices;
    case
}

/// A form on which somebody has noted one attempt and no more.
fn tried_once() -> Perspective {
    let mut form = Perspective::new(VoiceId(1));
    form.attempts = vec![Attempt {
        on: None,
        how: text("letter"),
        by: text(" "),
    }];
    form
}

#[test]
fn who_is_heard_and_what_was_tried_for_the_others() {
    let cases = [
        with("heard", vec![voice(1, Source::Written, None)]),
        with("nothing", Vec::new()),
        with("empty", vec![Perspective::new(VoiceId(1))]),
        with("begun", vec![tried_once()]),
        with("papers", vec![voice(1, Source::FromPapers, Some("E"))]),
        with("not reached", vec![voice(1, Source::NotReached, None)]),
        with("declined", vec![voice(1, Source::Declined, None)]),
        with(
            "one of two",
            vec![
                voice(1, Source::Declined, None),
                voice(2, Source::InTheRoom, None),
            ],
        ),
        with(
            "declined, another begun",
            vec![voice(1, Source::Declined, None), tried_once()],
        ),
    ];
    let hearing = Hearing::of(&cases);
    assert_eq!(hearing.headline(), "Parents heard: 2 of 9");
    assert_eq!(ids(&hearing.heard), ["heard", "one of two"]);
    let others: Vec<_> = hearing
        .others
        .iter()
        .map(|one| {
            (
                one.id.as_str(),
                one.standing,
                one.attempts.len(),
                one.missing.is_some(),
            )
        })
        .collect();
    assert_eq!(
        others,
        [
            ("nothing", Standing::NothingYet, 0, false),
            ("empty", Standing::NothingYet, 0, false),
            ("begun", Standing::Begun, 1, true),
            ("papers", Standing::FromPapers, 2, false),
            ("not reached", Standing::NotReached, 2, false),
            ("declined", Standing::Declined, 2, false),
            ("declined, another begun", Standing::Begun, 3, true),
        ]
    );
    assert_eq!(
        hearing.others_in_words(),
        "nothing yet: 2; begun, not whole yet: 2; from papers alone: 1; could not be reached: 1; asked, but declined: 1"
    );
    let heard = hearing.heard.len();
    assert_eq!(
        hearing.counts_in_words(),
        format!(
            "Parents: {heard} heard, 1 from papers alone, 2 declined or not reached, 4 to come"
        )
    );
    let attempts = &hearing.others[6].attempts;
    let told: Vec<_> = attempts.iter().map(attempt_in_words).collect();
    assert_eq!(
        told,
        [
            "4 May 2026, telephone, SEND officer",
            "4 May 2026, letter, SEND officer",
            "no date, letter, by whom is not noted",
        ]
    );
    let none: [Case; 0] = [];
    assert_eq!(Hearing::of(&none).headline(), "Parents heard: no cases yet");
}

/// As the sample's README and tables have it, and as its findings say of judged cases.
#[test]
fn the_county_sample() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample_reviews/west-marsh.dbvreview"
    );
    let review = store::read_text(&std::fs::read_to_string(path).unwrap())
        .unwrap()
        .review;
    let hearing = Hearing::of(review.cases());
    assert_eq!(hearing.headline(), "Parents heard: 22 of 28");
    let standing = |standing| {
        let those = hearing.standing(standing).map(|one| one.id.clone());
        those.collect::<Vec<_>>()
    };
    assert_eq!(ids(&standing(Standing::Declined)), ["C18"]);
    assert_eq!(ids(&standing(Standing::NotReached)), ["C25"]);
    assert_eq!(ids(&standing(Standing::FromPapers)), ["C16"]);
    assert_eq!(hearing.others.len(), 6);
}
