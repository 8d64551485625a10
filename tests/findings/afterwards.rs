//! Who was asked about the judgement, and where every parent stands, by how that is known.

use dbv_case_review::findings::afterwards::Afterwards;
use dbv_case_review::review::case::Case;
use dbv_case_review::review::judgement::{Asked, Condition, Ideal, Stance};
use dbv_case_review::review::perspective::{Perspective, Source};

use super::world::{as_draft, case, code, judged, text, voice};

/// A case whose panel sees the ideal in B, with these parents.
fn with(id: &str, voices: Vec<Perspective>) -> Case {
    let mut case = case(id, "E", "B");
    case.voices = voices;
    case
}

/// Asks a voice about the judgement as it is.
fn ask(case: &mut Case, at: usize, stance: Stance) {
    let about = judged(case).matter();
    case.voices[at].asked = Some(Asked {
        stance,
        on: "2026-06-03".parse().unwrap(),
        about,
    });
}

#[test]
fn what_is_known_in_each_way_is_counted_apart() {
    let mut asked = with("asked", vec![voice(1, Source::Written, Some("E"))]);
    ask(&mut asked, 0, Stance::Agrees);
    let mut practice = with("practice", vec![voice(1, Source::Written, Some("E"))]);
    practice.practice = true;
    let cases = [
        asked,
        practice,
        with("derived", vec![voice(1, Source::Interview, Some("B"))]),
        with("papers", vec![voice(1, Source::FromPapers, Some("E"))]),
        with(
            "papers agree",
            vec![voice(1, Source::FromPapers, Some("B"))],
        ),
        with("declined", vec![voice(1, Source::Declined, None)]),
        with("not reached", vec![voice(1, Source::NotReached, None)]),
        as_draft(with("draft", vec![voice(1, Source::Written, Some("B"))])),
    ];
    let all = Afterwards::of(&cases);
    assert_eq!((all.heard.len(), all.practice), (4, 1));
    assert_eq!(
        (all.asked(), all.can_be_asked(), all.to_be_asked()),
        (1, 4, 3)
    );
    assert_eq!(
        all.in_words(Stance::Agrees),
        "2 (1 asked, 1 from their own ideal)"
    );
    assert_eq!(all.in_words(Stance::AgreesWithConditions), "0");
    assert_eq!(all.in_words(Stance::Disagrees), "1 (from papers)");
    assert_eq!(all.in_words(Stance::NoView), "1 (known from papers alone)");
    // Never among those who agree, or among those heard.
    assert_eq!(
        all.not_heard_in_words().as_deref(),
        Some("1 declined, 1 could not be reached")
    );
}

#[test]
fn an_answer_about_something_else_is_void_and_says_about_what() {
    let mut case = with("C1", vec![voice(1, Source::Written, Some("E"))]);
    ask(&mut case, 0, Stance::Agrees);
    let condition = Condition::new(text("Speech therapy"), false);
    judged(&mut case).conditions.push(condition);
    let all = Afterwards::of([&case]);
    let one = &all.heard[0];
    assert_eq!((all.asked(), all.to_be_asked()), (0, 1));
    assert_eq!(one.stance, Stance::Disagrees);
    assert_eq!(
        one.void.as_ref().unwrap().in_words(),
        "Asked about other conditions on 3 June 2026 (agrees): counts no more"
    );
    judged(&mut case).ideal = Ideal::Provision(code("C"));
    let all = Afterwards::of([&case]);
    assert_eq!(
        all.heard[0].void.as_ref().unwrap().in_words(),
        "Asked about another ideal on 3 June 2026 (agrees): counts no more"
    );
}

#[test]
fn of_several_parents_the_one_who_agrees_least_counts() {
    let two = vec![
        voice(1, Source::Written, Some("B")),
        voice(2, Source::Interview, Some("E")),
    ];
    let cases = [
        with("C1", two),
        with("C2", vec![voice(1, Source::Written, Some("B"))]),
    ];
    let all = Afterwards::of(&cases);
    let counts: Vec<bool> = all.heard.iter().map(|one| one.counts).collect();
    assert_eq!(counts, [false, true, false]);
}

#[test]
fn where_the_panel_names_no_ideal_there_is_nothing_to_ask() {
    let mut case = with("C1", vec![voice(1, Source::Written, Some("B"))]);
    judged(&mut case).ideal = Ideal::CannotTell;
    let all = Afterwards::of([&case]);
    assert_eq!((all.can_be_asked(), all.to_be_asked()), (0, 0));
}
