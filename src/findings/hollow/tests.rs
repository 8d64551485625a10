//! Each sign where it is and where it is not, with histories that were undone, renamed, imported
//! and redacted.

use super::meeting::{Meeting, VOICE, WORDS, act, day, id, text};
use super::*;
use crate::review::command::{DraftEdit, FileEdit, ImportedCase, VoiceEdit};
use crate::review::judgement::Draft;
use crate::review::perspective::Attempt;
use crate::review::redact::Replacement;
use crate::review::text::Text;
use crate::review::{Command, Via, Why};

/// A meeting with one case of which all is there but the words.
fn waiting(source: Source) -> Meeting {
    let mut meeting = Meeting::new();
    meeting.case("C1").parent("C1", source).judged("C1");
    meeting
}

#[test]
fn words_that_were_typed_as_the_judgement_was_recorded() {
    for (wait, found) in [(0, true), (60, true), (61, false), (3_000, false)] {
        let mut meeting = waiting(Source::Written);
        meeting.words("C1", WORDS).after(wait).record("C1");
        let expected: &[&str] = if found { &["C1"] } else { &[] };
        assert_eq!(meeting.typed_at_the_judgement(), expected, "{wait} s");
    }
}

#[test]
fn a_word_put_right_at_the_judgement_is_no_sign() {
    let mut meeting = waiting(Source::Written);
    meeting.words("C1", "She has frends there.").after(600);
    meeting.words("C1", WORDS).after(5).record("C1");
    assert!(meeting.typed_at_the_judgement().is_empty());
    // What stood there before was no words.
    let mut meeting = waiting(Source::Written);
    meeting.words("C1", "n/a").after(600);
    meeting.words("C1", WORDS).after(5).record("C1");
    assert_eq!(meeting.typed_at_the_judgement(), ["C1"]);
}

#[test]
fn what_undo_takes_back_is_taken_back() {
    let mut meeting = waiting(Source::Written);
    meeting.words("C1", WORDS).after(5).record("C1");
    // The recording is undone, and made again when the words have long been heard.
    meeting.then(Command::Undo).after(900);
    assert!(meeting.typed_at_the_judgement().is_empty());
    meeting.record("C1");
    assert!(meeting.typed_at_the_judgement().is_empty());
    // Done again, it is what it was.
    meeting.then(Command::Undo).then(Command::Undo);
    meeting.then(Command::Redo);
    let mut meeting = waiting(Source::Written);
    meeting.words("C1", WORDS).after(5).record("C1");
    meeting.then(Command::Undo).after(900).then(Command::Redo);
    assert_eq!(meeting.typed_at_the_judgement(), ["C1"]);
    // Words that were undone and done again are as old as they were.
    let mut meeting = waiting(Source::Written);
    meeting.words("C1", WORDS).after(300);
    meeting.then(Command::Undo).then(Command::Redo).record("C1");
    assert!(meeting.typed_at_the_judgement().is_empty());
}

#[test]
fn a_judgement_taken_back_and_recorded_later_is_another_one() {
    let mut meeting = waiting(Source::Written);
    meeting.words("C1", WORDS).after(5).record("C1");
    meeting.then(Command::Reopen(id("C1"))).after(900);
    meeting.record("C1");
    assert!(meeting.typed_at_the_judgement().is_empty());
}

#[test]
fn a_case_is_the_same_under_another_number() {
    let rename = |from: &str, to: &str| Command::EditCaseFile {
        case: id(from),
        edit: FileEdit::Id(id(to)),
    };
    let mut meeting = waiting(Source::Written);
    meeting.words("C1", WORDS).then(rename("C1", "C9"));
    meeting.after(5).record("C9");
    assert_eq!(meeting.typed_at_the_judgement(), ["C9"]);
    meeting.then(rename("C9", "C8"));
    assert_eq!(meeting.typed_at_the_judgement(), ["C8"]);
    // Another case takes the number, and is not the one.
    meeting.after(600).case("C9").parent("C9", Source::Written);
    meeting
        .words("C9", WORDS)
        .judged("C9")
        .after(600)
        .record("C9");
    assert_eq!(meeting.typed_at_the_judgement(), ["C8"]);
    meeting.then(rename("C9", "C7")).then(Command::Undo);
    assert_eq!(meeting.typed_at_the_judgement(), ["C8"]);
}

#[test]
fn a_number_that_is_used_again_is_another_case() {
    let mut meeting = waiting(Source::Written);
    meeting.words("C1", WORDS).after(5).record("C1");
    meeting.then(Command::RemoveCase(id("C1"))).after(600);
    meeting.then(Command::Undo);
    assert_eq!(meeting.typed_at_the_judgement(), ["C1"]);
    meeting.then(Command::RemoveCase(id("C1")));
    meeting
        .case("C1")
        .parent("C1", Source::Written)
        .judged("C1");
    meeting.words("C1", WORDS).after(600).record("C1");
    assert!(meeting.typed_at_the_judgement().is_empty());
}

#[test]
fn what_came_from_a_table_was_not_typed() {
    let mut meeting = Meeting::new();
    let mut whole = waiting(Source::Written);
    whole.words("C1", WORDS);
    let case = whole.review.case(&id("C1")).unwrap();
    let imported = ImportedCase {
        file: case.file.clone(),
        voices: case.voices.clone(),
        draft: Draft {
            reasoning: Text::default(),
            ..case.draft().into_owned()
        },
        asked: None,
    };
    meeting.via(Command::Import(vec![imported]), Via::Imported);
    let case = id("C1");
    let edit = DraftEdit::Reasoning(text("Since it is so."));
    meeting.then(Command::EditDraft { case, edit });
    meeting
        .words("C1", "She has friends there.")
        .after(1)
        .record("C1");
    assert!(meeting.typed_at_the_judgement().is_empty());

    let mut combined = waiting(Source::Written);
    let edit = VoiceEdit::Words(text(WORDS));
    let words = Command::EditVoice {
        case: id("C1"),
        voice: VOICE,
        edit,
    };
    combined.via(words, Via::Combined).record("C1");
    assert!(combined.typed_at_the_judgement().is_empty());
}

#[test]
fn where_an_entry_has_lost_its_text_nothing_is_said() {
    let mut meeting = waiting(Source::Written);
    meeting
        .case("C2")
        .parent("C2", Source::Written)
        .judged("C2");
    meeting.words("C2", "He is in Larkhill Road and likes it.");
    meeting.after(5).record("C2");
    meeting.words("C1", WORDS).after(5).record("C1");
    assert_eq!(meeting.typed_at_the_judgement(), ["C1", "C2"]);
    let passage = crate::review::Passage::new("Larkhill Road").unwrap();
    let act = act(meeting.seconds, Via::Typed);
    let put = Replacement::Place;
    meeting
        .review
        .redact(&passage, put, Why::Place, act)
        .unwrap();
    let lost = meeting.review.history().entries();
    assert!(lost.iter().any(|entry| entry.payload.is_none()));
    assert_eq!(meeting.typed_at_the_judgement(), ["C1"]);
}

#[test]
fn the_same_words_in_several_cases() {
    let mut meeting = Meeting::new();
    for (number, words) in [
        ("C1", WORDS),
        ("C2", "  she has friends THERE; and she sleeps\nagain "),
        ("C3", "She has friends there, and he sleeps again."),
        ("C4", "Happy there."),
        ("C5", "Happy there."),
    ] {
        meeting.case(number).words(number, words);
    }
    let hollow = meeting.hollow();
    let groups: Vec<Vec<&str>> = hollow
        .same_words
        .iter()
        .map(|group| group.iter().map(|one| one.case.as_str()).collect())
        .collect();
    assert_eq!(groups, [["C1", "C2"]]);
    assert_eq!(
        hollow.of_case(&id("C2")),
        [Sign::SameWords {
            voice: VOICE,
            others: vec![id("C1")]
        }]
    );
    assert!(hollow.of_case(&id("C3")).is_empty());
    // Two voices of one case that say the same are no sign.
    let mut alone = Meeting::new();
    alone
        .case("C1")
        .words("C1", WORDS)
        .then(Command::EditVoice {
            case: id("C1"),
            voice: VoiceId(2),
            edit: VoiceEdit::Words(text(WORDS)),
        });
    assert!(alone.hollow().is_empty());
}

#[test]
fn everything_from_papers() {
    let of = |sources: &[Source]| {
        let mut meeting = Meeting::new();
        for (at, source) in sources.iter().enumerate() {
            let number = format!("C{at}");
            meeting.case(&number).parent(&number, *source);
            meeting.words(&number, &format!("{WORDS} {at}"));
        }
        meeting.hollow()
    };
    let papers = Source::FromPapers;
    assert!(!of(&[papers, papers]).papers.every_one);
    let all = of(&[papers, papers, papers]);
    assert!(all.papers.every_one && !all.is_empty());
    assert_eq!(
        all.of_case(&id("C1")),
        [Sign::EveryOneFromPapers { voices: 3 }]
    );
    assert!(all.of_case(&id("C7")).is_empty());
    let but_one = of(&[papers, papers, papers, Source::Written]).papers;
    assert!(!but_one.every_one);
    assert_eq!((but_one.voices.len(), but_one.heard), (3, 4));
}

#[test]
fn what_was_said_and_not_read_back() {
    let found = |meeting: &Meeting| meeting.hollow().not_read_back.len();
    for (source, expected) in [
        (Source::InTheRoom, 1),
        (Source::Interview, 1),
        (Source::Written, 0),
        (Source::FromPapers, 0),
    ] {
        let mut meeting = waiting(source);
        meeting.words("C1", WORDS).after(600);
        assert_eq!(
            found(&meeting),
            0,
            "not judged, and reading back is not noted"
        );
        meeting.record("C1");
        assert_eq!(found(&meeting), expected, "{source:?}");
        meeting.voice("C1", VoiceEdit::ReadBack(Some(true)));
        assert_eq!(found(&meeting), 0);
        meeting.voice("C1", VoiceEdit::ReadBack(Some(false)));
        assert_eq!(found(&meeting), expected);
    }
    // It is noted of one case, so it can be asked of another that waits.
    let mut meeting = waiting(Source::Interview);
    meeting.words("C1", WORDS);
    meeting
        .case("C2")
        .voice("C2", VoiceEdit::ReadBack(Some(true)));
    assert_eq!(found(&meeting), 1);
}

#[test]
fn practice_cases_and_parents_who_were_not_heard_are_left_out() {
    let mut meeting = waiting(Source::Interview);
    meeting.words("C1", WORDS).record("C1");
    meeting.case("C2").words("C2", WORDS);
    // That nothing was read back is counted, and asked of no case where the review notes it nowhere.
    assert_eq!(meeting.hollow().of_case(&id("C1")).len(), 2);
    assert_eq!(meeting.hollow().not_read_back.len(), 1);
    meeting.then(Command::Practice {
        case: id("C1"),
        practice: true,
    });
    assert!(meeting.hollow().is_empty());
    let mut declined = Meeting::new();
    for number in ["C1", "C2", "C3"] {
        let attempt = Attempt {
            on: Some(day()),
            how: text("telephone"),
            by: text("caseworker"),
        };
        declined.case(number).words(number, WORDS);
        declined.voice(number, VoiceEdit::Source(Some(Source::Declined)));
        declined.voice(number, VoiceEdit::Attempts(vec![attempt]));
    }
    assert!(declined.hollow().is_empty());
}

#[test]
fn a_sign_is_a_question() {
    let others = |n: usize| (1..=n).map(|n| id(&format!("C{n}"))).collect();
    let voice = VOICE;
    for others in [others(1), others(2), others(4), others(9)] {
        let words = Sign::SameWords { voice, others }.in_words();
        assert!(words.ends_with('?'), "{words}");
    }
    let same = Sign::SameWords {
        voice,
        others: others(5),
    }
    .in_words();
    assert!(
        same.starts_with("The same words stand in C1, C2, C3 and 2 more cases."),
        "{same}"
    );
    for sign in [
        Sign::EveryOneFromPapers { voices: 12 },
        Sign::TypedAtTheJudgement { voice },
        Sign::NotReadBack { voice },
    ] {
        assert!(sign.in_words().ends_with('?'), "{}", sign.in_words());
        assert_eq!(
            sign.voice().is_none(),
            matches!(sign, Sign::EveryOneFromPapers { .. })
        );
    }
}
