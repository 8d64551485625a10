//! Every text of a command that a person typed.

use super::{
    HasTexts, KEPT, See, Typed, all_attempts, all_conditions, all_dissent, all_voices, case_file,
    code, definition, draft, ideal, ideal_words, list, no_text_in_costs, of_baseline, one,
    panel_member, parents_ideal, provision, rating, selection, table, wording,
};
use crate::review::command::{Command, DraftEdit, FileEdit, ImportedCase, SetupEdit, VoiceEdit};
use crate::review::note::NoteEdit;
use crate::review::part::Part;
use crate::review::redaction::Redaction;

impl HasTexts for Command {
    fn show(&mut self, see: &mut See<'_>) {
        if let Some(case) = self.case() {
            see("case number", Typed::Case(case));
        }
        match self {
            Self::Create(setup) => setup.show(see),
            Self::Setup(edit) => setup_edit(edit, see),
            Self::AddCase(file) => case_file(file, see),
            Self::EditCaseFile { case: _, edit } => file_edit(edit, see),
            Self::Import(cases) => {
                for case in cases {
                    imported(case, see);
                }
            }
            Self::ImportTables {
                provisions,
                baseline,
                cases,
            } => {
                if let Some(rows) = provisions {
                    table(rows, see);
                }
                if let Some(baseline) = baseline {
                    of_baseline(baseline, see);
                }
                for case in cases {
                    imported(case, see);
                }
            }
            Self::Rate {
                case: _,
                member: _,
                rating: given,
            } => rating(given, see),
            Self::CorrectRating {
                case: _,
                member: _,
                rating: meant,
                reason,
            } => {
                rating(meant, see);
                one("reason for correction", reason, see);
            }
            Self::EditVoice {
                case: _,
                voice: _,
                edit,
            } => voice_edit(edit, see),
            Self::EditDraft { case: _, edit } => draft_edit(edit, see),
            Self::EditNote {
                case: _,
                note: _,
                edit: NoteEdit::Words(words),
            } => one("note", words, see),
            Self::Word {
                case: _,
                wording: worded,
            } => wording(worded.as_mut(), see),
            Self::Redact(Redaction {
                what: _,
                put: _,
                fields: _,
                entries: _,
                outside,
            }) => {
                for part in outside {
                    if let Part::Case(id) = part {
                        see("case number", Typed::Case(id));
                    }
                }
            }
            Self::MoveCase { case: _, before } => {
                if let Some(before) = before {
                    see("case number", Typed::Case(before));
                }
            }
            // Nothing but the number of the case, and what is `Copy`.
            Self::RemoveCase(_)
            | Self::Archive(_)
            | Self::Restore(_)
            | Self::Unrate { case: _, member: _ }
            | Self::RevealRatings(_)
            | Self::RemoveVoice { case: _, voice: _ }
            | Self::AskStance {
                case: _,
                voice: _,
                asked: _,
            }
            | Self::RedateStance {
                case: _,
                voice: _,
                on: _,
            }
            | Self::Record(_)
            | Self::DiscardChanges(_)
            | Self::Reopen(_)
            | Self::RevealMoney(_)
            | Self::SkipRating { case: _, skip: _ }
            | Self::Except {
                case: _,
                member: _,
                present: _,
            }
            | Self::Practice {
                case: _,
                practice: _,
            }
            | Self::Park { case: _, parked: _ }
            | Self::EditNote {
                case: _,
                note: _,
                edit: NoteEdit::By(_),
            }
            | Self::RemoveNote { case: _, note: _ }
            | Self::LawShown { case: _, note: _ }
            | Self::Undo
            | Self::Redo
            | Self::KeepUntil(_)
            | Self::Seal
            | Self::Continue(_) => {}
        }
    }
}

fn setup_edit(edit: &mut SetupEdit, see: &mut See<'_>) {
    match edit {
        SetupEdit::Title(text) => one("title", text, see),
        SetupEdit::LocalAuthority(text) => one("council", text, see),
        SetupEdit::Note(text) => one("note", text, see),
        SetupEdit::Purpose(text) => one("purpose", text, see),
        SetupEdit::IdealWords(said) => ideal_words(said, see),
        SetupEdit::KeepPassage(text) | SetupEdit::WatchPassage(text) => one(KEPT, text, see),
        SetupEdit::Definition(words) | SetupEdit::Proposed(words) => {
            definition(words.as_mut(), see);
        }
        SetupEdit::Selection(chosen) => selection(chosen, see),
        SetupEdit::Money(_)
        | SetupEdit::RemoveMember(_)
        | SetupEdit::MoveMember { .. }
        | SetupEdit::PutSession(_)
        | SetupEdit::RemoveSession(_)
        | SetupEdit::MeetsOn(_) => {}
        SetupEdit::PutMember(member) => panel_member("panel member", member, see),
        SetupEdit::PutProvision(row) => provision("provision", row, see),
        SetupEdit::RemoveProvision(named) => code(named, see),
        SetupEdit::Provisions(rows) => table(rows, see),
        SetupEdit::Baseline(baseline) => of_baseline(baseline, see),
        SetupEdit::RootCauses(causes) => list("root cause", causes, see),
    }
}

fn file_edit(edit: &mut FileEdit, see: &mut See<'_>) {
    match edit {
        FileEdit::Id(id) => see("case number", Typed::Case(id)),
        FileEdit::CurrentProvision(named) => code(named, see),
        FileEdit::AnnualCost(_) => {}
        FileEdit::Text(_, text) => one("case file", text, see),
        FileEdit::List(_, texts) => list("case file", texts, see),
    }
}

fn imported(case: &mut ImportedCase, see: &mut See<'_>) {
    let ImportedCase {
        file,
        voices,
        draft: form,
        asked: _,
    } = case;
    case_file(file, see);
    all_voices(voices, see);
    draft("draft", form, see);
}

fn voice_edit(edit: &mut VoiceEdit, see: &mut See<'_>) {
    match edit {
        VoiceEdit::Words(words) => one("parent’s words", words, see),
        VoiceEdit::Ideal(own) => parents_ideal(own.as_ref(), see),
        VoiceEdit::Attempts(attempts) => all_attempts("", attempts, see),
        VoiceEdit::Text(_, words) => one("what the parent says besides", words, see),
        VoiceEdit::Speaker(_)
        | VoiceEdit::Source(_)
        | VoiceEdit::Answer(..)
        | VoiceEdit::ReadBack(_)
        | VoiceEdit::Mainstream(_)
        | VoiceEdit::Date(_) => {}
    }
}

fn draft_edit(edit: &mut DraftEdit, see: &mut See<'_>) {
    match edit {
        DraftEdit::Ideal(Some(named)) => ideal(named, see),
        DraftEdit::Reasoning(words) => one("reasoning", words, see),
        DraftEdit::Conditions(conditions) => all_conditions("draft", conditions, see),
        DraftEdit::SupportCosts(costs) => no_text_in_costs(costs),
        DraftEdit::RootCauses(causes) => list("root cause", causes, see),
        DraftEdit::Dissent(dissent) => all_dissent("draft", dissent, see),
        DraftEdit::Ideal(None)
        | DraftEdit::Answer(..)
        | DraftEdit::Confidence(_)
        | DraftEdit::LessThanPlan(_) => {}
    }
}
