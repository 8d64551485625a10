//! What stands beside the county's findings: who was there, what parents said besides, notes, the
//! case for practice, and words for reading aloud.

use dbv_case_review::review::case::Case;
use dbv_case_review::review::command::{Command, SetupEdit, VoiceEdit, VoiceText};
use dbv_case_review::review::law::{self, MainstreamWish};
use dbv_case_review::review::note::{NoteEdit, Wording};
use dbv_case_review::review::paragraph;
use dbv_case_review::review::perspective::VoiceId;
use dbv_case_review::review::session::Session;
use dbv_case_review::review::text::{CaseId, Text};

use super::making::{Desk, Row, Tables, case_id, text};
use super::papers::{PANEL, member};

/// A case that the panel put off, and one that it did not rate beforehand.
pub const PARKED: &str = "C27";
/// Its parent could not be reached, and the panel went straight to the papers.
pub const SKIPPED: &str = "C25";

/// Rows of a small table on this case.
fn rows_on(tables: &Tables, name: &str, id: &CaseId) -> Vec<Row> {
    let mut rows = tables.small(name);
    rows.retain(|row| row["case_id"] == id.as_str());
    rows
}

/// Types in what parents said besides.
pub fn more_of_parents(desk: &mut Desk, tables: &Tables) {
    for row in tables.small("parents_more.csv") {
        let voice = VoiceId(row["voice"].parse().unwrap());
        let read_back = yes(&row["read_back"]);
        let wish = match row["mainstream"].as_str() {
            "" => None,
            "for" => Some(MainstreamWish::For),
            "against" => Some(MainstreamWish::Against),
            "not_stated" => Some(MainstreamWish::NotStated),
            other => panic!("no wish is {other}"),
        };
        let columns = ["hopes", "fears", "would_change"];
        let mut edits: Vec<VoiceEdit> = VoiceText::ALL
            .into_iter()
            .zip(columns)
            .filter(|(_, column)| !row[*column].is_empty())
            .map(|(which, column)| VoiceEdit::Text(which, text(&row[column])))
            .collect();
        edits.extend(read_back.map(|yes| VoiceEdit::ReadBack(Some(yes))));
        edits.extend(wish.map(|wish| VoiceEdit::Mainstream(Some(wish))));
        for edit in edits {
            let case = case_id(&row["case_id"]);
            desk.typed(Command::EditVoice { case, voice, edit });
        }
    }
}

fn yes(cell: &str) -> Option<bool> {
    match cell {
        "" => None,
        "yes" => Some(true),
        "no" => Some(false),
        other => panic!("neither yes nor no: {other}"),
    }
}

/// Who is there this morning.
pub fn session(desk: &mut Desk, tables: &Tables, day: &str) {
    let rows = tables.small("sessions.csv");
    for row in rows.iter().filter(|row| row["day"] == day) {
        let present = row["present"].split(';').map(member).collect();
        let on = day.parse().unwrap();
        desk.ticked(Command::Setup(SetupEdit::PutSession(Session {
            on,
            present,
        })));
    }
}

/// Who was there for this case alone, and whether it is rated.
pub fn before_rating(desk: &mut Desk, tables: &Tables, id: &CaseId) {
    for row in rows_on(tables, "exceptions.csv", id) {
        desk.ticked(Command::Except {
            case: id.clone(),
            member: member(&row["member"]),
            present: yes(&row["present"]),
        });
    }
    if id.as_str() == SKIPPED {
        let case = id.clone();
        desk.ticked(Command::SkipRating { case, skip: true });
    }
}

/// The notes on the law that the form calls for are on the screen as it is filled in.
pub fn law_shown(desk: &mut Desk, id: &CaseId) {
    let case = desk.review().case(id).unwrap();
    for note in law::notes(&case.draft(), &case.voices, desk.review().setup()) {
        let case = id.clone();
        desk.ticked(Command::LawShown { case, note });
    }
}

/// After the judgement: words for reading aloud, notes, and what is put off.
pub fn after_judging(desk: &mut Desk, tables: &Tables, id: &CaseId) {
    for row in rows_on(tables, "worded.csv", id) {
        let case: &Case = desk.review().case(id).unwrap();
        let built = paragraph::built(&case.complete().unwrap(), desk.review().setup());
        let wording = Some(Wording {
            words: text(&row["words"]),
            built: Text::cut(&built),
        });
        let case = id.clone();
        desk.typed(Command::Word { case, wording });
    }
    for row in rows_on(tables, "notes.csv", id) {
        let by = PANEL[usize::from(member(&row["role"]).0) - 1].1;
        let note = desk.review().case(id).unwrap().next_note();
        for edit in [NoteEdit::Words(text(&row["words"])), NoteEdit::By(Some(by))] {
            let case = id.clone();
            desk.ticked(Command::EditNote { case, note, edit });
        }
    }
    if id.as_str() == PARKED {
        let case = id.clone();
        desk.ticked(Command::Park { case, parked: true });
    }
}
