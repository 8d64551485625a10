//! Taking a passage out: afterwards it is nowhere, and everything else is still checked.

use crate::common::commands::commands;
use crate::common::world::{WORDS, act, case_id, code, sample_review, small_review, text};
use crate::principles::check_state;
use crate::steps::{case, done, draft_edit, file_edit, recorded_with, status, voice_edit};
use dbv_case_review::review::case::Status;
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, FileEdit, FileText, SetupEdit, VoiceEdit};
use dbv_case_review::review::part::Part;
use dbv_case_review::review::perspective::Source;
use dbv_case_review::review::{
    Command, Door, Followed, Mode, Note, Passage, Redacted, Refusal, Replacement, Review, Snapshot,
    Stop, Why, check_history,
};
use dbv_case_review::store::{read_text, write_text};
use proptest::prelude::*;
use proptest::sample::select;

const NAME: &str = "Tamsin Quillwort";

fn passage(words: &str) -> Passage {
    Passage::new(words).unwrap()
}

fn take_out(review: &mut Review, words: &str, put: Replacement) -> Result<Redacted, Refusal> {
    review.redact(&passage(words), put, Why::ChildsName, act(900, false))
}

/// What is kept, in small letters and with one space for all white space.
fn kept(review: &Review) -> String {
    let text = write_text(&review.snapshot()).unwrap().to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Nothing was changed outside, nothing cannot be told.
fn check_all_is_vouched_for(review: &Review) {
    let check = check_history(&review.snapshot());
    assert_eq!(check.chain, Ok(()));
    assert_eq!(check.changed_outside, Vec::<String>::new());
    assert_eq!(check.unchecked, Vec::<String>::new());
}

/// The review after an edit of its state's JSON.
fn edited(review: &Review, edit: impl FnOnce(&mut serde_json::Value)) -> Review {
    let mut state = serde_json::to_value(review.state()).unwrap();
    edit(&mut state);
    let snapshot = Snapshot {
        state: serde_json::from_value(state).unwrap(),
        ..review.snapshot()
    };
    Review::restore(snapshot).unwrap().0
}

/// C01, recorded; its portrait names the child, and so did an earlier reasoning.
fn named() -> Review {
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    let portrait = format!("“{NAME}” likes trains. tamsin   quillwort’s\nbrother does not.");
    let portrait = FileEdit::Text(FileText::PenPortrait, text(&portrait));
    let reason = |words: &str| draft_edit("C01", DraftEdit::Reasoning(text(words)));
    let commands = [
        file_edit("C01", portrait),
        reason(&format!("{NAME} needs more.")),
        Command::Record(case_id("C01")),
        reason("More is needed."),
        Command::Record(case_id("C01")),
    ];
    done(&mut review, commands);
    review
}

#[test]
fn a_name_is_taken_out_of_the_text_and_of_the_history() {
    let mut review = named();
    let holding = review.holding(&passage("tamsin quillwort"));
    let place = (Some(case_id("C01")), "pen portrait".to_owned());
    assert_eq!(holding.places, [place]);
    assert_eq!((holding.entries, holding.numbered), (2, 0));
    let entries = review.history().entries().len();
    let taken = take_out(&mut review, NAME, Replacement::Child).unwrap();
    assert_eq!((taken.fields, taken.entries), (1, 2));
    assert_eq!(taken.entry as usize, entries + 1);
    assert_eq!(taken.notes, []);
    assert_eq!(
        case(&review, "C01").file.pen_portrait.as_str(),
        "“[child]” likes trains. [child]’s\nbrother does not."
    );
    assert_eq!(status(&review, "C01"), Status::Recorded);
    assert_eq!((review.undoable(), review.redoable()), (None, None));
    assert!(!kept(&review).contains("quillwort"));
    assert_eq!(
        take_out(&mut review, NAME, Replacement::Child),
        Err(Refusal::PassageNotThere)
    );
    let last = review.history().entries().get(entries).unwrap();
    assert_eq!(last.header.kind, "passage taken out");
    assert_eq!(last.header.case, Some(case_id("C01")));
    let (redaction, header) = review.history().redactions().next().unwrap();
    assert_eq!(header.number, taken.entry);
    assert_eq!(
        (redaction.what, redaction.entries.len()),
        (Why::ChildsName, 2)
    );
    let check = check_history(&review.snapshot());
    let (entry, why) = (redaction.entries[0], Stop::TakenOut);
    assert_eq!(check.followed, Followed::Until { entry, why });
    check_all_is_vouched_for(&review);
}

#[test]
fn what_was_changed_outside_shows_before_and_after_a_passage_is_taken_out() {
    for after in [false, true] {
        let mut review = named();
        let phase = |state: &mut serde_json::Value| {
            state["cases"][1]["file"]["phase"] = "Typed into the file".into();
        };
        let same_part = |state: &mut serde_json::Value| {
            state["cases"][0]["file"]["phase"] = "Typed into the file".into();
        };
        if !after {
            review = edited(&edited(&review, phase), same_part);
        }
        take_out(&mut review, NAME, Replacement::Child).unwrap();
        if after {
            check_all_is_vouched_for(&review);
            review = edited(&edited(&review, phase), same_part);
        }
        // Also if somebody goes on with it.
        let other = file_edit("C03", FileEdit::Text(FileText::Phase, text("Primary")));
        done(&mut review, [other]);
        let check = check_history(&review.snapshot());
        assert_eq!(check.changed_outside, ["case C01", "case C02"], "{after}");
        assert!(check.changed_outside_case(&case_id("C02")));
        assert!(!check.changed_outside_case(&case_id("C03")) && !check.changed_outside_setup());
        assert!(check.in_words().unwrap().ends_with(": case C01, case C02"));
    }
}

#[test]
fn what_was_changed_outside_shows_also_when_it_was_changed_again_in_the_program() {
    let mut review = named();
    take_out(&mut review, NAME, Replacement::Child).unwrap();
    let mut review = edited(&review, |state| {
        state["cases"][1]["file"]["phase"] = "Typed into the file".into();
    });
    let phase = FileEdit::Text(FileText::Phase, text("Primary"));
    done(&mut review, [file_edit("C02", phase)]);
    let check = check_history(&review.snapshot());
    assert_eq!(check.changed_outside, ["case C02"]);
    take_out(&mut review, "Primary", Replacement::Removed).unwrap();
    let check = check_history(&review.snapshot());
    assert_eq!(check.changed_outside, ["case C02"]);
}

#[test]
fn cases_that_come_and_go_outside_show_after_a_passage_was_taken_out() {
    let mut review = named();
    take_out(&mut review, NAME, Replacement::Child).unwrap();
    let changed = |edit: &dyn Fn(&mut Vec<serde_json::Value>)| {
        let review = edited(&review, |state| {
            edit(state["cases"].as_array_mut().unwrap())
        });
        check_history(&review.snapshot()).changed_outside
    };
    assert_eq!(changed(&|cases| drop(cases.remove(1))), ["case C02"]);
    assert_eq!(changed(&|cases| cases.swap(0, 1)), ["order of the cases"]);
    let renamed = changed(&|cases| cases[1]["file"]["id"] = "C77".into());
    // A case that no entry speaks of cannot be there.
    assert_eq!(renamed, ["case C02", "case C77"]);
}

#[test]
fn no_salt_is_left_by_which_the_passage_could_be_guessed() {
    let mut review = named();
    let before = review.clone();
    // Other hashes than that of the last state hold it too.
    done(&mut review, [Command::Undo, Command::Undo, Command::Redo]);
    take_out(&mut review, NAME, Replacement::Child).unwrap();
    let json = serde_json::to_vec(case(&before, "C01")).unwrap();
    let entries = review.history().entries();
    let mut salts = 0;
    for salt in entries.iter().flat_map(|entry| &entry.salts) {
        assert_eq!(salt.before, None);
        salts += usize::from(salt.after.is_some());
    }
    // One for each of setup, order and three cases.
    assert_eq!(salts, 5);
    let digests: Vec<String> = entries
        .iter()
        .flat_map(|entry| &entry.header.changes)
        .flat_map(|touched| [touched.before, touched.after])
        .flatten()
        .map(|digest| digest.to_string())
        .collect();
    for salt in entries.iter().flat_map(|entry| &entry.salts) {
        use sha2::Digest as _;
        let salt = salt.after.unwrap_or_default();
        let guess = sha2::Sha256::new_with_prefix(salt.0).chain_update(&json);
        let guess: String = guess
            .finalize()
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        assert!(!digests.contains(&guess));
    }
}

#[test]
fn a_judgement_of_which_nothing_is_left_is_a_draft_again() {
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    let reason = draft_edit("C01", DraftEdit::Reasoning(text(NAME)));
    done(&mut review, [reason, Command::Record(case_id("C01"))]);
    let taken = take_out(&mut review, NAME, Replacement::Child).unwrap();
    let Note::DraftAgain(id, _) = &taken.notes[0] else {
        panic!("{:?}", taken.notes)
    };
    assert_eq!((id.as_str(), taken.notes.len()), ("C01", 1));
    assert_eq!(status(&review, "C01"), Status::Draft);
    check_all_is_vouched_for(&review);

    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    let words = |words: &str| voice_edit("C01", 1, VoiceEdit::Words(text(words)));
    done(&mut review, [words(NAME)]);
    let taken = take_out(&mut review, NAME, Replacement::Removed).unwrap();
    assert_eq!(taken.notes.len(), 1);
    assert_eq!(status(&review, "C01"), Status::WaitsForParent);

    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    done(&mut review, [words(&format!("{NAME} is happy."))]);
    let taken = take_out(&mut review, NAME, Replacement::Child).unwrap();
    assert_eq!(taken.notes, []);
    assert_eq!(status(&review, "C01"), Status::Recorded);
}

#[test]
fn what_cannot_be_taken_out_is_refused_with_what_to_do() {
    let refused = |review: &mut Review, words: &str, put| take_out(review, words, put).unwrap_err();
    let mut review = sample_review();
    let mut file = CaseFile::new(case_id("Quillwort 7"), code("Mainstream"));
    file.pen_portrait = text("A child, [child] and [removed].");
    done(&mut review, [Command::AddCase(Box::new(file))]);
    for (words, put, why) in [
        (
            "quillwort",
            Replacement::Child,
            Refusal::PassageInCaseNumber(case_id("Quillwort 7")),
        ),
        (
            "Mainstream",
            Replacement::School,
            Refusal::PassageInCode(code("Mainstream")),
        ),
        (
            "child",
            Replacement::Child,
            Refusal::PassageInMark("[child]"),
        ),
        (
            "She is happy where she is.",
            Replacement::Removed,
            Refusal::PassageIsDefinition,
        ),
        (
            "nowhere to be seen",
            Replacement::Removed,
            Refusal::PassageNotThere,
        ),
    ] {
        let before = review.snapshot();
        assert_eq!(refused(&mut review, words, put), why);
        assert_eq!(review.snapshot(), before);
    }
    for words in ["", "  a ", "ab", &"x".repeat(2_001)] {
        assert_eq!(Passage::new(words), Err(Refusal::PassageLength));
    }
    assert_eq!(
        Passage::new("a [child] here"),
        Err(Refusal::PassageBrackets)
    );
    assert!(!format!("{:?}", passage(NAME)).contains("Tamsin"));
    // The number can be changed; history keeps the old one, and says so beforehand.
    let edit = FileEdit::Id(case_id("C07"));
    done(&mut review, [file_edit("Quillwort 7", edit)]);
    let holding = review.holding(&passage("quillwort"));
    assert_eq!((holding.entries, holding.numbered), (2, 2));
    take_out(&mut review, "quillwort", Replacement::Child).unwrap();
    check_all_is_vouched_for(&review);
    // Not by the command that only tells of it.
    let (redaction, _) = review.history().redactions().next().unwrap();
    let again = Command::Redact(redaction.clone());
    assert_eq!(
        review.apply(again, act(1, false)),
        Err(Refusal::PassageNotGiven)
    );
}

#[test]
fn a_door_in_inspection_stays_shut() {
    let mut door = Door::new(named(), Mode::Inspect);
    let taken = |door: &mut Door| {
        door.redact(
            &passage(NAME),
            Replacement::Child,
            Why::ChildsName,
            act(1, false),
        )
    };
    assert_eq!(taken(&mut door), Err(Refusal::ReadOnly));
    assert!(taken(&mut Door::new(named(), Mode::Train)).is_ok());
}

#[test]
fn a_mark_makes_no_text_too_long() {
    let mut review = small_review();
    let full = "Tom ".repeat(5_000);
    done(
        &mut review,
        [file_edit(
            "C01",
            FileEdit::Text(FileText::PenPortrait, text(&full)),
        )],
    );
    take_out(&mut review, "Tom", Replacement::Removed).unwrap();
    let now = &case(&review, "C01").file.pen_portrait;
    assert_eq!(now.as_str(), "[…] ".repeat(5_000));
    check_all_is_vouched_for(&review);
}

#[test]
fn passages_are_found_as_people_write_them() {
    for (wanted, within, places) in [
        ("Ann", "Ann’s sister Anna, ANN; Joanne (ann)", 3),
        ("O'Brien", "O’Brien, o`brien and O´BRIEN", 3),
        ("12-14 Mill Lane", "12–14  mill\n lane", 1),
        ("St. Mary", "St. Mary-St. Mary’s", 2),
        ("Straße", "STRASSE straße", 2),
        ("ὈΔΥΣΣΕΎΣ", "ὀδυσσεύς", 1),
        ("aba", "aba aba ababa aba", 3),
        ("... .", "a.... ..b", 1),
        ("May", "Maya\u{ad} M\u{200b}ay", 1),
        ("naïve", "NAÏVE naive", 1),
        ("李小龙", "李小龙 李小龙们", 1),
        ("\tTwo\n\nwords ", "two words", 1),
    ] {
        let found = passage(wanted).found_in(within);
        assert_eq!(found.len(), places, "{wanted:?} in {within:?}: {found:?}");
        assert!(found.iter().all(|at| within.get(at.clone()).is_some()));
    }
}

/// What `found_in` does for letters and spaces, one place after the other.
fn found_plainly(wanted: &str, within: &str) -> Vec<usize> {
    let (wanted, within) = (wanted.to_lowercase(), within.to_lowercase());
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut found = Vec::new();
    let mut at = 0;
    while at + wanted.len() <= within.len() {
        let (before, rest) = within.split_at(at);
        let inner = (wanted.chars().next(), wanted.chars().last());
        let outer = (before.chars().last(), rest[..].chars().nth(wanted.len()));
        let whole = rest.starts_with(&wanted)
            && !(is_word(outer.0) && is_word(inner.0))
            && !(is_word(outer.1) && is_word(inner.1));
        if whole {
            found.push(at);
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found
}

/// Parts of texts that random reviews are full of.
fn some_passage() -> impl Strategy<Value = &'static str> {
    select(
        &[
            "happy where",
            "the stairs",
            "told, not asked",
            "telephone",
            "a row",
            "n/a",
        ][..],
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn after_a_passage_was_taken_out_it_is_nowhere_and_all_is_still_checked(
        first in commands(),
        second in commands(),
        words in some_passage(),
        again in some_passage(),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut review = small_review();
        for (n, command) in first.into_iter().enumerate() {
            let _ = review.apply(command, act(n + 10, false));
        }
        for (n, words) in [words, again].into_iter().enumerate() {
            let before = review.clone();
            let holding = review.holding(&passage(words));
            match take_out(&mut review, words, Replacement::Removed) {
                Ok(taken) => {
                    prop_assert_eq!(taken.fields, holding.places.len());
                    prop_assert_eq!(taken.entries, holding.entries);
                    prop_assert!(!kept(&review).contains(words), "{}", words);
                }
                Err(Refusal::PassageNotThere) => prop_assert!(holding.is_empty()),
                Err(Refusal::PassageIsDefinition) => continue,
                Err(why) => prop_assert!(false, "{}: {}", words, why),
            }
            prop_assert!(n > 0 || before.history().is_continued_by(review.history()));
            check_state(review.state());
            check_all_is_vouched_for(&review);
        }
        // It can be kept, opened and gone on with.
        let back = read_text(&write_text(&review.snapshot()).unwrap()).unwrap();
        prop_assert_eq!(&back.warnings, &[]);
        prop_assert!(back.review.snapshot() == review.snapshot());
        let mut review = back.review;
        for (n, command) in second.into_iter().enumerate() {
            let _ = review.apply(command, act(n + 200, true));
        }
        check_all_is_vouched_for(&review);
        // Whatever is changed in the file shows where it was changed.
        if review.cases().len() > 0 {
            let at = cut.index(review.cases().len());
            let place = format!("case {}", review.state().cases()[at].id());
            let outside = edited(&review, |state| {
                state["cases"][at]["file"]["aspirations"] = "Typed into the file.".into();
            });
            let check = check_history(&outside.snapshot());
            prop_assert_eq!(check.changed_outside, [place]);
        }
    }

    #[test]
    fn a_passage_is_found_where_a_plain_search_finds_it(
        wanted in "[aB c.]{3,6}",
        within in "[Aab c.]{0,40}",
    ) {
        let one_space = |text: &str| !text.contains("  ");
        prop_assume!(wanted.trim() == wanted && one_space(&wanted) && one_space(&within));
        let found = passage(&wanted).found_in(&within);
        let found: Vec<usize> = found.into_iter().map(|at| at.start).collect();
        prop_assert_eq!(found, found_plainly(&wanted, &within));
    }
}

#[test]
fn a_passage_with_a_digit_is_found_however_it_is_spaced() {
    for (words, within, found) in [
        ("WM4 7QX", "Lives at WM47QX now.", "WM47QX"),
        ("WM47QX", "Lives at wm4-7qx and there.", "wm4-7qx"),
        ("07700900418", "Ring 07700 900418.", "07700 900418"),
        ("07700 900418", "Ring 07700.900.418!", "07700.900.418"),
        ("12 Elm", "At 12 Elm Road", "12 Elm"),
        ("3.4.2015", "Born 3.4.2015.", "3.4.2015"),
    ] {
        let places = passage(words).found_in(within);
        let places: Vec<&str> = places.into_iter().map(|at| &within[at]).collect();
        assert_eq!(places, [found], "{words}");
    }
    for (words, within) in [
        ("WM4 7QX", "WM4 7QXY"),
        ("7700900418", "07700 900418"),
        ("12 Elm", "112 Elm"),
        ("12 Elm", "12 Elmtree"),
        // Without a digit, words stay apart.
        ("Ann Lee", "Annlee"),
    ] {
        assert_eq!(passage(words).found_in(within), [], "{words}");
    }
    assert_eq!(Passage::new("1 2").unwrap_err(), Refusal::PassageLength);
    // In the texts of the review and of its history alike.
    let mut review = named();
    let portrait = |words: &str| FileEdit::Text(FileText::PenPortrait, text(words));
    let (first, second) = (
        portrait("Ring 07700900418."),
        portrait("Ring 07700 900418."),
    );
    done(
        &mut review,
        [file_edit("C01", first), file_edit("C01", second)],
    );
    let taken = take_out(&mut review, "07700 900 418", Replacement::Number).unwrap();
    assert_eq!((taken.fields, taken.entries), (1, 2));
}

#[test]
fn a_word_of_a_passage_that_stands_alone_elsewhere_is_told() {
    let review = named();
    let portrait = format!("{NAME} is Quillwort to her friends, says Mr Quillwort.");
    let edit = FileEdit::Text(FileText::PenPortrait, text(&portrait));
    let mut other = review.clone();
    done(&mut other, [file_edit("C02", edit)]);
    let near = |review: &Review, words: &str| review.holding(&passage(words)).near;
    assert_eq!(near(&review, NAME), None);
    let found = near(&other, NAME).unwrap();
    assert_eq!((found.word.as_str(), found.places), ("quillwort", 1));
    assert!(!format!("{found:?}").contains("quillwort"));
    assert_eq!(near(&other, "Quillwort"), None);
    assert_eq!(near(&other, "is to her"), None);
}

#[test]
fn undone_texts_and_old_titles_are_covered_too() {
    let mut review = sample_review();
    let title = |words: &str| Command::Setup(SetupEdit::Title(text(words)));
    done(
        &mut review,
        [title(NAME), title(WORDS[2]), title(NAME), Command::Undo],
    );
    assert!(kept(&review).contains("quillwort"));
    let taken = take_out(&mut review, NAME, Replacement::Removed).unwrap();
    assert_eq!((taken.fields, taken.entries), (0, 2));
    assert!(!kept(&review).contains("quillwort"));
    let touched = &review.history().entries().last().unwrap().header.changes;
    assert!(
        touched
            .iter()
            .all(|touched| touched.part != Part::Case(case_id("C01")))
    );
    check_all_is_vouched_for(&review);
}
