//! Recording what is on the form, and taking the keyboard to what is missing there.

use super::App;
use crate::review::case::Case;
use crate::review::complete::Missing;
use crate::review::perspective::{Perspective, VoiceId};
use crate::review::text::CaseId;
use crate::review::{Command, Mode, Refusal, Via};
use crate::ui::edits::{CaseEdit, SetupChange};
use crate::ui::fields::{Field, SetupField, SourceField, proposed};
use crate::ui::intent::{Intent, Screen};
use crate::ui::scene::Step;
use crate::ui::table_edits::TableChange;
use crate::ui::unfolded::Fold;
use crate::ui::view::Spot;

impl App {
    /// Opens the screen that a field is on; the caret goes after its last word.
    pub(super) fn go_on_in(&mut self, field: Field) {
        // Whoever has been shown one of several places may want the others.
        if let Some(told) = &mut self.message {
            told.offers
                .retain(|offer| offer.intent != Intent::GoOnIn(field.clone()));
        }
        let Some(session) = &mut self.session else {
            return;
        };
        if let Some(case) = field.case() {
            session.select(case.clone());
        }
        let place = &mut session.place;
        self.screen = match field.prepared_in() {
            Some(part) => {
                place.prepare = part;
                Screen::Prepare
            }
            None => {
                place.step = field.step();
                place.voice = field.voice();
                Screen::Review
            }
        };
        if let Field::Row(code, _) | Field::Source(SourceField::Row(code, ..)) = &field {
            place.unfolded.open(Fold::Row(code.clone()));
        }
        if let Field::Aloud(case) = &field {
            place.unfolded.open(Fold::Aloud(case.clone()));
        }
        if let Field::Note(case, _) = &field {
            place.unfolded.open(Fold::Notes(case.clone()));
        }
        place.go_on_in = Some(field);
    }

    /// A change to the tables of figures.
    pub(super) fn edit_table(&mut self, change: TableChange) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        let command = change.command(session.review().setup());
        if let Some(Err(refusal)) = command.map(|command| session.apply(command, Via::Typed)) {
            self.refused(&refusal);
        }
    }

    /// The caret goes into the entry that was asked for.
    pub(super) fn attend_new_entry(&mut self, id: &CaseId, edit: &CaseEdit) {
        let Some(session) = &mut self.session else {
            return;
        };
        let Some(case) = session.review().case(id) else {
            return;
        };
        let draft = case.draft();
        let missing = match edit {
            CaseEdit::AddCondition => Missing::Condition(draft.conditions.len()),
            CaseEdit::AddDissent => Missing::Dissent(draft.dissent.len()),
            _ => return,
        };
        session.place.attend = Some(Spot::Missing(missing));
    }

    /// The caret goes where the panel goes on: to what it has not answered yet.
    pub(super) fn attend_first_question(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        let place = &session.place;
        let case = place.case.as_ref().and_then(|id| session.review().case(id));
        let missing = case.and_then(first_missing);
        // A record has nothing that takes the keyboard.
        if session.mode() == Mode::Inspect {
            return;
        }
        if let Some((missing, _)) = missing.filter(|(missing, _)| !missing.is_parents()) {
            session.place.attend = Some(Spot::Missing(missing));
        }
    }

    /// To the first thing that is missing on the form, with everything missing marked.
    pub(super) fn attend_missing(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        let place = &session.place;
        let case = place.case.as_ref().and_then(|id| session.review().case(id));
        let Some((missing, voice)) = case.and_then(first_missing) else {
            return;
        };
        let place = &mut session.place;
        place.step = Step::Judge;
        place.show_missing = true;
        place.attend = Some(Spot::Missing(missing));
        if voice.is_some() {
            place.voice = voice;
        }
    }

    /// The panel agrees the words on "ideal", once it is said when and by whom.
    pub(super) fn agree(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        let setup = session.review().setup();
        let words = proposed(setup);
        let date = Field::Setup(SetupField::AgreedOn);
        // A date that cannot be read is none.
        let undated = words.agreed_on.is_none() || session.drafts.get(&date).is_some();
        if undated || words.agreed_by.is_empty() {
            let place = &mut session.place;
            place.agreeing_failed = true;
            if undated {
                place.go_on_in = Some(date);
            } else {
                place.attend = Some(Spot::AgreedBy);
            }
            return;
        }
        let command = SetupChange::Agree.command(setup);
        if let Some(command) = command {
            self.apply(command);
        }
        self.place(|place| {
            place.agreeing_failed = false;
            // To the top, where the agreed words now stand.
            place.attend = Some(Spot::Page);
        });
    }

    pub(super) fn record(&mut self) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        session.place.step = Step::Judge;
        let Some(case) = session.place.case.clone() else {
            return;
        };
        // What is not kept would be passed over.
        if let Some((field, why)) = session.drafts.refused()
            && field.case() == Some(&case)
        {
            let text = format!(
                "Not recorded: something typed into {} cannot be kept as it stands: {why}.",
                field.place()
            );
            return self.failed(text);
        }
        match session.apply(Command::Record(case), Via::Typed) {
            // What was recorded is read aloud next.
            Ok(_) => {
                session.place.show_missing = false;
                session.place.step = Step::Check;
                self.message = None;
            }
            // The form and its foot say what is missing, in place.
            Err(Refusal::Incomplete { .. }) => self.attend_missing(),
            Err(refusal) => self.refused(&refusal),
        }
    }
}

/// What is missing first on the form, and whose voice lacks it if it is a parent's.
fn first_missing(case: &Case) -> Option<(Missing, Option<VoiceId>)> {
    let missing = *case.missing().first()?;
    let lacking = |voice: &&Perspective| {
        let lacks = voice.missing(case.file.is_under_sixteen());
        lacks
            .into_iter()
            .map(Missing::FromParent)
            .any(|what| what == missing)
    };
    let voice = case.voices.iter().find(lacking).map(|voice| voice.id);
    Some((missing, voice))
}
