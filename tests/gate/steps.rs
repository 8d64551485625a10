//! Short words for the steps of the examples.

use crate::common::world::{
    act, case_id, code, date, filled_form, rating, small_review, whole_voice,
};
use dbv_case_review::review::case::{Case, Status};
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, FileEdit, ImportedCase, VoiceEdit};
use dbv_case_review::review::judgement::{Answer, Ideal};
use dbv_case_review::review::panel::MemberId;
use dbv_case_review::review::perspective::{Source, VoiceId};
use dbv_case_review::review::ratings::RatedIdeal;
use dbv_case_review::review::stance::{Stance, StanceFrom};
use dbv_case_review::review::{Command, Note, Refusal, Review};

/// Applies commands that must all be accepted.
pub fn done(review: &mut Review, commands: impl IntoIterator<Item = Command>) -> Vec<Note> {
    let mut notes = Vec::new();
    for command in commands {
        let now = act(300 + review.history().entries().len(), false);
        notes.extend(review.apply(command, now).unwrap().notes);
    }
    notes
}

/// Tries one command and gives the refusal.
pub fn refused(review: &mut Review, command: Command) -> Refusal {
    review.apply(command, act(800, false)).unwrap_err()
}

pub fn voice_edit(case: &str, voice: u16, edit: VoiceEdit) -> Command {
    Command::EditVoice {
        case: case_id(case),
        voice: VoiceId(voice),
        edit,
    }
}

pub fn draft_edit(case: &str, edit: DraftEdit) -> Command {
    Command::EditDraft {
        case: case_id(case),
        edit,
    }
}

pub fn file_edit(case: &str, edit: FileEdit) -> Command {
    Command::EditCaseFile {
        case: case_id(case),
        edit,
    }
}

pub fn record(case: &str) -> Command {
    Command::Record(case_id(case))
}

pub fn ask(case: &str, voice: u16, stance: Stance) -> Command {
    Command::AskStance {
        case: case_id(case),
        voice: VoiceId(voice),
        asked: Some((stance, date("2026-11-20"))),
    }
}

pub fn rate(case: &str, member: u16, ideal: &str) -> Command {
    Command::Rate {
        case: case_id(case),
        member: MemberId(member),
        rating: rating(RatedIdeal::Provision(code(ideal))),
    }
}

pub fn to(name: &str) -> Option<Ideal> {
    Some(Ideal::Provision(code(name)))
}

pub fn case<'a>(review: &'a Review, id: &str) -> &'a Case {
    review.case(&case_id(id)).unwrap()
}

pub fn status(review: &Review, id: &str) -> Status {
    case(review, id).status()
}

pub fn stance(review: &Review, id: &str) -> (Stance, StanceFrom, Option<String>) {
    let effective = case(review, id).complete().unwrap().effective_stance();
    let own = effective.parents_ideal.map(|code| code.to_string());
    (effective.stance, effective.from, own)
}

/// C01 (now in Mainstream), recorded: not ideal, Resourced would be; this voice beside it.
pub fn recorded_with(source: Source, own: Option<&str>) -> Review {
    let mut review = small_review();
    done(&mut review, whole_voice("C01", 1, source, own));
    done(
        &mut review,
        filled_form("C01", Answer::NotIdeal, Some("Resourced")),
    );
    done(&mut review, [record("C01")]);
    review
}

pub fn from_elsewhere(id: &str, case: &Case) -> ImportedCase {
    ImportedCase {
        file: CaseFile {
            id: case_id(id),
            ..case.file.clone()
        },
        voices: case.voices.clone(),
        draft: case.draft().into_owned(),
        asked: None,
    }
}
