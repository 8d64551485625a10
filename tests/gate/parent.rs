//! No judgement without the parent: product.md's sentences one by one.

use crate::common::world::{
    NO_WORDS, UNDER_SIXTEEN, attempts, case_id, date, filled_form, sample_review, small_review,
    text, whole_voice,
};
use crate::random::check_words;
use crate::steps::{
    case, done, draft_edit, file_edit, from_elsewhere, record, recorded_with, refused, status,
    voice_edit,
};
use dbv_case_review::review::case::Status;
use dbv_case_review::review::command::{DraftEdit, FileEdit, FileText, VoiceEdit};
use dbv_case_review::review::judgement::{Answer, Draft, Question};
use dbv_case_review::review::perspective::{Source, Speaker, VoiceId};
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::{Command, Note, Refusal};

#[test]
fn a_judgement_without_a_parent_is_refused_by_name() {
    let mut review = small_review();
    done(
        &mut review,
        filled_form("C01", Answer::NotIdeal, Some("Resourced")),
    );
    let said = refused(&mut review, record("C01")).to_string();
    assert_eq!(said, "missing in case C01: a parent’s perspective");
    assert_eq!(status(&review, "C01"), Status::WaitsForParent);
    assert!(case(&review, "C01").complete().is_none());
    done(
        &mut review,
        whole_voice("C01", 1, Source::Written, Some("Resourced")),
    );
    assert_eq!(status(&review, "C01"), Status::ReadyToRecord);
    assert!(
        case(&review, "C01").complete().is_none(),
        "ready, and not recorded yet"
    );
    done(&mut review, [record("C01")]);
    assert!(case(&review, "C01").complete().is_some());
}

#[test]
fn everything_of_a_parents_perspective_is_needed_and_asked_for_by_name() {
    let empty = |edit| voice_edit("C01", 1, edit);
    for (edit, missing) in [
        (VoiceEdit::Speaker(None), "who spoke"),
        (VoiceEdit::Source(None), "how the parent was heard"),
        (VoiceEdit::Words(text(" ")), "the parent’s own words"),
        (
            VoiceEdit::Answer(Question::Setting, None),
            "the parent’s answer on setting (or “not stated”)",
        ),
        (
            VoiceEdit::Answer(Question::Support, None),
            "the parent’s answer on support (or “not stated”)",
        ),
        (
            VoiceEdit::Answer(Question::Timeliness, None),
            "the parent’s answer on timeliness (or “not stated”)",
        ),
        (
            VoiceEdit::Ideal(None),
            "what the parent sees as ideal (or “not stated”)",
        ),
        (VoiceEdit::Date(None), "when the parent was heard"),
    ] {
        let mut review = recorded_with(Source::Interview, Some("Resourced"));
        done(&mut review, [empty(edit)]);
        assert!(case(&review, "C01").complete().is_none(), "{missing}");
        let said = refused(&mut review, record("C01")).to_string();
        assert_eq!(said, format!("missing in case C01: {missing}"));
    }
}

#[test]
fn words_that_are_blank_or_a_placeholder_are_not_words() {
    for words in NO_WORDS {
        let mut review = recorded_with(Source::Interview, Some("Resourced"));
        done(
            &mut review,
            [voice_edit("C01", 1, VoiceEdit::Words(text(words)))],
        );
        assert!(case(&review, "C01").complete().is_none(), "{words:?}");
    }
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    done(
        &mut review,
        [draft_edit("C01", DraftEdit::Reasoning(text("as above")))],
    );
    let said = refused(&mut review, record("C01")).to_string();
    assert_eq!(said, "missing in case C01: why the panel thinks so");
}

#[test]
fn a_young_person_speaks_from_16() {
    let mut review = recorded_with(Source::Interview, None);
    let year = |year: &str| file_edit("C01", FileEdit::Text(FileText::YearGroup, text(year)));
    done(&mut review, [year("Year 12")]);
    let speaks = VoiceEdit::Speaker(Some(Speaker::YoungPerson));
    done(&mut review, [voice_edit("C01", 1, speaks)]);
    assert!(case(&review, "C01").complete().is_some());
    for young in UNDER_SIXTEEN {
        let mut younger = review.clone();
        let notes = done(&mut younger, [year(young)]);
        assert!(matches!(notes[..], [Note::DraftAgain(..)]), "{young}");
        assert!(
            refused(&mut younger, record("C01"))
                .to_string()
                .contains("a young person speaks for themselves from 16 on")
        );
    }
}

#[test]
fn declined_needs_one_attempt_and_not_reached_needs_two_attempts() {
    for (source, needed) in [(Source::Declined, 1), (Source::NotReached, 2)] {
        for given in 0..=2 {
            let mut review = recorded_with(source, None);
            let told = attempts().into_iter().take(given).collect();
            done(
                &mut review,
                [voice_edit("C01", 1, VoiceEdit::Attempts(told))],
            );
            let counts = case(&review, "C01").complete().is_some();
            assert_eq!(counts, given >= needed, "{source:?} with {given}");
        }
        let mut review = recorded_with(source, None);
        let mut half_told = attempts();
        half_told[0].by = text("n/a");
        half_told[1].on = None;
        done(
            &mut review,
            [voice_edit("C01", 1, VoiceEdit::Attempts(half_told))],
        );
        assert!(case(&review, "C01").complete().is_none());
    }
}

#[test]
fn taking_the_last_parent_out_makes_it_a_draft_again_and_loses_no_word() {
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    let form = case(&review, "C01").draft().into_owned();
    let out = Command::RemoveVoice {
        case: case_id("C01"),
        voice: VoiceId(1),
    };
    let notes = done(&mut review, [out]);
    assert!(matches!(&notes[..], [Note::DraftAgain(id, _)] if id.as_str() == "C01"));
    assert_eq!(status(&review, "C01"), Status::WaitsForParent);
    assert_eq!(*case(&review, "C01").draft(), form);
    done(&mut review, [Command::Undo]);
    assert_eq!(status(&review, "C01"), Status::Recorded);
}

#[test]
fn no_import_gets_round_the_parent() {
    let mut review = small_review();
    let whole = sample_review();
    let whole = case(&whole, "C01");
    let mut with_parent = from_elsewhere("C04", whole);
    let mut without = from_elsewhere("C05", whole);
    without.voices.clear();
    let notes = done(
        &mut review,
        [Command::Import(vec![with_parent.clone(), without.clone()])],
    );
    assert!(matches!(&notes[..], [Note::ImportedAsDraft(id, _)] if id.as_str() == "C05"));
    assert_eq!(status(&review, "C04"), Status::Recorded);
    assert_eq!(status(&review, "C05"), Status::WaitsForParent);

    // An answer to being asked needs somebody who was heard and something to be asked about.
    let asked = Some((Stance::Agrees, date("2026-11-20")));
    (without.asked, without.file.id) = (asked, case_id("C06"));
    with_parent.file.id = case_id("C06");
    let mut declined = with_parent.clone();
    declined.asked = asked;
    declined.voices[0].source = Some(Source::Declined);
    let mut about_nothing = with_parent.clone();
    (about_nothing.asked, about_nothing.draft) = (asked, Draft::default());
    for wrong in [without, declined, about_nothing] {
        check_words(&refused(&mut review, Command::Import(vec![wrong])));
    }
    let twice = vec![with_parent.clone(), with_parent];
    assert!(matches!(
        refused(&mut review, Command::Import(twice)),
        Refusal::CaseExists(_)
    ));
    assert!(
        review.case(&case_id("C06")).is_none(),
        "all of an import or none"
    );
}
