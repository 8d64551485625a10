//! Panel and parents: stances by how they are known, answers side by side, who was heard.

use dbv_case_review::findings::{ParentSays, StanceCount};
use dbv_case_review::review::case::Case;
use dbv_case_review::review::judgement::{Answer, Asked, Question};
use dbv_case_review::review::perspective::{ParentAnswer, Perspective, Source, Speaker};
use dbv_case_review::review::stance::Stance;

use super::world::{as_draft, case, findings, ids, judged, voice};

/// A case in E that the panel would move to B, with these parents.
fn heard(id: &str, voices: Vec<Perspective>) -> Case {
    let mut case = case(id, "E", "B");
    case.voices = voices;
    case
}

fn asked(case: &mut Case, stance: Stance) {
    let about = judged(case).matter();
    let on = "2026-06-01".parse().unwrap();
    case.voices[0].asked = Some(Asked { stance, on, about });
}

fn ten() -> Vec<Case> {
    let mut agrees = heard("C01", vec![voice(1, Source::Interview, Some("E"))]);
    asked(&mut agrees, Stance::Agrees);
    let mut conditions = heard("C02", vec![voice(1, Source::Written, None)]);
    asked(&mut conditions, Stance::AgreesWithConditions);
    let mut of_another = heard("C03", vec![voice(1, Source::Written, Some("E"))]);
    asked(&mut of_another, Stance::Agrees);
    judged(&mut of_another)
        .conditions
        .push(dbv_case_review::review::judgement::Condition::new(
            super::world::text("A bus"),
            false,
        ));
    vec![
        agrees,
        conditions,
        of_another,
        heard("C04", vec![voice(1, Source::InTheRoom, Some("B"))]),
        heard("C05", vec![voice(1, Source::FromPapers, Some("E"))]),
        heard("C06", vec![voice(1, Source::FromPapers, Some("B"))]),
        heard("C07", vec![voice(1, Source::Declined, Some("B"))]),
        heard("C08", vec![voice(1, Source::NotReached, Some("B"))]),
        heard("C09", vec![voice(1, Source::Interview, None)]),
        heard(
            "C10",
            vec![
                voice(1, Source::Interview, Some("B")),
                voice(2, Source::Declined, None),
            ],
        ),
        as_draft(heard("C11", vec![voice(1, Source::Interview, Some("B"))])),
    ]
}

fn told(count: &StanceCount) -> [Vec<&str>; 5] {
    let StanceCount {
        asked,
        derived,
        papers,
        declined,
        not_reached,
        ..
    } = count;
    [asked, derived, papers, declined, not_reached].map(|cases| ids(cases))
}

#[test]
fn stances_by_how_they_are_known() {
    let found = findings(&ten()).parents.stances;
    let none = Vec::<&str>::new;
    let expected = [
        (
            Stance::Agrees,
            [vec!["C01"], vec!["C04"], none(), none(), none()],
        ),
        (
            Stance::AgreesWithConditions,
            [vec!["C02"], none(), none(), none(), none()],
        ),
        // What C03's parent was asked about is not what the panel says now.
        (
            Stance::Disagrees,
            [none(), vec!["C03"], vec!["C05"], none(), none()],
        ),
        // Of C10's two parents the one who declined agrees least.
        (
            Stance::NoView,
            [
                none(),
                vec!["C09"],
                vec!["C06"],
                vec!["C07", "C10"],
                vec!["C08"],
            ],
        ),
    ];
    assert_eq!(found.len(), 4);
    for (count, (stance, known)) in found.iter().zip(expected) {
        assert_eq!((count.stance, told(count)), (stance, known));
        let together = told(count).concat().len();
        assert_eq!((count.share.k(), count.share.n()), (together, 10));
    }
}

const IDEAL: ParentSays = ParentSays::Heard(ParentAnswer::Stated(Answer::Ideal));
const NOT_IDEAL: ParentSays = ParentSays::Heard(ParentAnswer::Stated(Answer::NotIdeal));
const CANNOT_TELL: ParentSays = ParentSays::Heard(ParentAnswer::Stated(Answer::CannotTell));
const NOT_STATED: ParentSays = ParentSays::Heard(ParentAnswer::NotStated);

fn says(mut voice: Perspective, answer: Answer) -> Perspective {
    voice.setting = Some(ParentAnswer::Stated(answer));
    voice
}

#[test]
fn the_same_questions_side_by_side() {
    let interview = |id, ideal, answer| says(voice(id, Source::Interview, Some(ideal)), answer);
    let mut earlier = interview(2, "E", Answer::CannotTell);
    earlier.date = Some("2026-05-01".parse().unwrap());
    let mut cases = vec![
        heard("C1", vec![interview(1, "B", Answer::NotIdeal)]),
        // The mother agrees, the father disagrees: he agrees least.
        heard(
            "C2",
            vec![
                interview(1, "B", Answer::NotIdeal),
                interview(2, "E", Answer::Ideal),
            ],
        ),
        // Both disagree: the one who was heard first.
        heard("C3", vec![interview(1, "E", Answer::Ideal), earlier]),
        // One declined, and sets the stance: the other's answer is not thrown away.
        heard(
            "C4",
            vec![
                interview(1, "B", Answer::NotIdeal),
                says(voice(2, Source::Declined, None), Answer::Ideal),
            ],
        ),
        // What is left on the form of one who declined is no answer.
        heard(
            "C5",
            vec![says(voice(1, Source::Declined, None), Answer::Ideal)],
        ),
        heard("C6", vec![voice(1, Source::Written, None)]),
        as_draft(heard("C7", vec![interview(1, "E", Answer::Ideal)])),
    ];
    judged(&mut cases[5]).setting = Answer::CannotTell;
    let found = findings(&cases).parents.questions;
    let setting = &found[0];
    assert_eq!(setting.question, Question::Setting);
    assert_eq!(
        ids(setting.cases(Answer::NotIdeal, NOT_IDEAL)),
        ["C1", "C4"]
    );
    assert_eq!(ids(setting.cases(Answer::NotIdeal, IDEAL)), ["C2"]);
    assert_eq!(ids(setting.cases(Answer::NotIdeal, CANNOT_TELL)), ["C3"]);
    let not_heard = setting.cases(Answer::NotIdeal, ParentSays::NotHeard);
    assert_eq!(ids(not_heard), ["C5"]);
    assert_eq!(ids(setting.cases(Answer::CannotTell, NOT_STATED)), ["C6"]);
    let same = setting.same.as_ref().unwrap();
    assert_eq!((ids(same.cases()), same.n()), (vec!["C1", "C4"], 3));
    for question in &found {
        let all: usize = question.cells.iter().map(|cell| cell.cases.len()).sum();
        assert_eq!((all, question.cells.len()), (6, 15));
    }
    assert_eq!(found[1].same, None);
}

#[test]
fn who_was_heard_and_how() {
    let mut cases = ten();
    cases[3].voices[0].speaker = Some(Speaker::Father);
    // Begun and not whole: no voice yet.
    cases[4].voices.push(Perspective::new(
        dbv_case_review::review::perspective::VoiceId(2),
    ));
    let found = findings(&cases).heard;
    let counts: Vec<_> = found.sources.iter().map(|how| how.voices.len()).collect();
    // In the room, interview, written, papers, declined, not reached.
    assert_eq!(counts, [1, 3, 2, 2, 2, 1]);
    assert_eq!(found.sources[1].source, Source::Interview);
    assert_eq!(ids(&found.sources[1].voices), ["C01", "C09", "C10"]);
    let father = &found.speakers[1];
    assert_eq!(
        (father.speaker, ids(&father.voices)),
        (Speaker::Father, vec!["C04"])
    );
    let by_case = found.by_case.unwrap();
    assert_eq!(ids(by_case.papers_alone.cases()), ["C05", "C06"]);
    assert_eq!(ids(by_case.not_heard.cases()), ["C07", "C08"]);
    assert_eq!((by_case.spoke.k(), by_case.spoke.n()), (6, 10));
}
