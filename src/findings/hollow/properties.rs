//! What holds of the signs whatever happened.

use proptest::prelude::*;

use super::meeting::{Meeting, VOICE, WORDS, id, text};
use super::*;
use crate::review::command::{FileEdit, VoiceEdit};
use crate::review::{Command, Via};

const NUMBERS: [&str; 4] = ["C1", "C2", "C3", "C4"];
const SAID: [&str; 4] = [
    WORDS,
    "n/a",
    "",
    "He is tired, and he says so every evening.",
];

/// What may happen in a meeting.
#[derive(Clone, Debug)]
enum Does {
    Wait(u32),
    Words(usize, usize, Via),
    Record(usize),
    Reopen(usize),
    Rename(usize, usize),
    Remove(usize),
    Add(usize),
    Practice(usize, bool),
    ReadBack(usize, Option<bool>),
    Source(usize, Source),
    Undo,
    Redo,
}

fn does() -> impl Strategy<Value = Does> {
    let case = || 0..NUMBERS.len();
    let via = prop_oneof![4 => Just(Via::Typed), 1 => Just(Via::Combined)];
    let heard = [Source::Interview, Source::Written, Source::FromPapers];
    prop_oneof![
        3 => (0..80_u32).prop_map(Does::Wait),
        4 => (case(), 0..SAID.len(), via).prop_map(|(case, said, via)| Does::Words(case, said, via)),
        4 => case().prop_map(Does::Record),
        1 => case().prop_map(Does::Reopen),
        1 => (case(), case()).prop_map(|(from, to)| Does::Rename(from, to)),
        1 => case().prop_map(Does::Remove),
        1 => case().prop_map(Does::Add),
        1 => (case(), any::<bool>()).prop_map(|(case, is)| Does::Practice(case, is)),
        1 => (case(), any::<Option<bool>>()).prop_map(|(case, read)| Does::ReadBack(case, read)),
        1 => (case(), proptest::sample::select(heard.to_vec()))
            .prop_map(|(case, source)| Does::Source(case, source)),
        3 => Just(Does::Undo),
        2 => Just(Does::Redo),
    ]
}

impl Does {
    /// Does it, if the review does not refuse.
    fn on(&self, meeting: &mut Meeting) {
        let case = |at: &usize| id(NUMBERS[*at]);
        let voice = |at: &usize, edit| Command::EditVoice {
            case: case(at),
            voice: VOICE,
            edit,
        };
        let (command, via) = match self {
            Self::Wait(seconds) => {
                meeting.after(*seconds);
                return;
            }
            Self::Add(at) => {
                if meeting.review.case(&case(at)).is_none() {
                    meeting.case(NUMBERS[*at]);
                    meeting
                        .parent(NUMBERS[*at], Source::Interview)
                        .judged(NUMBERS[*at]);
                }
                return;
            }
            Self::Words(at, said, via) => (voice(at, VoiceEdit::Words(text(SAID[*said]))), *via),
            Self::ReadBack(at, read) => (voice(at, VoiceEdit::ReadBack(*read)), Via::Typed),
            Self::Source(at, source) => (voice(at, VoiceEdit::Source(Some(*source))), Via::Typed),
            Self::Record(at) => (Command::Record(case(at)), Via::Typed),
            Self::Reopen(at) => (Command::Reopen(case(at)), Via::Typed),
            Self::Rename(from, to) => {
                let edit = FileEdit::Id(case(to));
                let case = case(from);
                (Command::EditCaseFile { case, edit }, Via::Typed)
            }
            Self::Remove(at) => (Command::RemoveCase(case(at)), Via::Typed),
            Self::Practice(at, practice) => {
                let (case, practice) = (case(at), *practice);
                (Command::Practice { case, practice }, Via::Typed)
            }
            Self::Undo => (Command::Undo, Via::Typed),
            Self::Redo => (Command::Redo, Via::Typed),
        };
        meeting.tried(command, via);
    }
}

fn begun() -> Meeting {
    let mut meeting = Meeting::new();
    for number in &NUMBERS[..3] {
        meeting
            .case(number)
            .parent(number, Source::Interview)
            .judged(number);
    }
    meeting
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_change_that_is_undone_leaves_every_sign_as_it_was(
        before in proptest::collection::vec(does(), 0..30),
        then in does(),
    ) {
        let mut meeting = begun();
        for does in &before {
            does.on(&mut meeting);
        }
        let was = meeting.hollow();
        let entries = meeting.review.history().entries().len();
        then.on(&mut meeting);
        let changed = meeting.hollow();
        let one_more = meeting.review.history().entries().len() == entries + 1;
        if one_more && !matches!(then, Does::Undo | Does::Redo) {
            meeting.after(7).then(Command::Undo);
            prop_assert_eq!(&meeting.hollow(), &was);
            meeting.after(7).then(Command::Redo);
            prop_assert_eq!(&meeting.hollow(), &changed);
        }
    }

    #[test]
    fn every_sign_is_on_a_case_that_can_have_it(
        all in proptest::collection::vec(does(), 0..40),
    ) {
        let mut meeting = begun();
        for does in &all {
            does.on(&mut meeting);
        }
        let hollow = meeting.hollow();
        for one in &hollow.typed_at_the_judgement {
            let case = meeting.review.case(&one.case).unwrap();
            prop_assert!(case.judgement().is_some() && !case.practice);
            prop_assert!(case.voice(one.voice).unwrap().words.says_something());
            let sign = Sign::TypedAtTheJudgement { voice: one.voice };
            prop_assert!(hollow.of_case(&one.case).contains(&sign));
        }
        for one in &hollow.not_read_back {
            let case = meeting.review.case(&one.case).unwrap();
            prop_assert!(case.voice(one.voice).unwrap().read_back != Some(true));
        }
        for group in &hollow.same_words {
            prop_assert!(group.len() > 1);
            prop_assert!(group.iter().all(|one| meeting.review.case(&one.case).is_some()));
        }
        let signs = meeting.review.cases().map(|case| hollow.of_case(case.id()).len());
        let asked = signs.sum::<usize>() > 0;
        let counted_only = !hollow.notes_read_back && !hollow.not_read_back.is_empty();
        prop_assert!(asked != hollow.is_empty() || counted_only);
    }
}
