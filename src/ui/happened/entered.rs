//! What was entered, in words: the texts and choices of a command. No figure of money is told while
//! money is locked, and no first rating before the panel has seen it.

use super::imported::case_files;
use super::of_case::{of_voice, worded};
use crate::review::Command;
use crate::review::baseline::Baseline;
use crate::review::command::{FileEdit, FileList, FileText, SetupEdit};
use crate::review::panel::MemberId;
use crate::review::provision::Provision;
use crate::review::setup::{MoneyRule, Setup};
use crate::review::text::{Text, sentence};
use crate::ui::fields::{baseline_in_words, row_in_words};
use crate::ui::money;
use crate::ui::words::count;

/// Said in place of figures of money while those are not on the screen.
pub const LOCKED: &str = "figures are locked";
const NOTHING: &str = "left empty";

/// What decides how much is told.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// For the names of provisions and members.
    pub setup: &'a Setup,
    /// Whether figures of money may be on the screen.
    pub money: bool,
    /// Whether the first ratings of the case have been revealed.
    pub ratings: bool,
}

/// What was entered; empty where the kind of the change says it all.
pub fn told(command: &Command, with: Told<'_>) -> String {
    match command {
        Command::Create(setup) => a_few_words(&[&setup.title, &setup.local_authority]),
        Command::Setup(edit) => with.setup_edit(edit),
        Command::AddCase(file) => with.place(file.current_provision.as_str()),
        Command::EditCaseFile { edit, .. } => with.file_edit(edit),
        Command::Import(cases) => case_files(cases),
        Command::ImportTables {
            provisions,
            baseline,
            cases,
        } => with.tables(provisions.as_deref(), baseline.as_deref(), cases),
        Command::Rate { member, rating, .. } => with.rating(*member, rating, None),
        Command::Unrate { member, .. } => sentence(&with.member(*member)),
        Command::CorrectRating {
            member,
            rating,
            reason,
            ..
        } => with.rating(*member, rating, Some(reason)),
        Command::EditVoice { voice, edit, .. } => of_voice(*voice, &with.voice_edit(edit)),
        Command::RemoveVoice { voice, .. } => of_voice(*voice, ""),
        Command::AskStance { voice, asked, .. } => {
            let asked =
                asked.map(|(stance, on)| format!("Asked on {}: {}", on.in_words(), stance.label()));
            of_voice(*voice, &asked.unwrap_or_default())
        }
        Command::RedateStance { voice, on, .. } => {
            of_voice(*voice, &format!("Asked on {}", on.in_words()))
        }
        Command::EditDraft { edit, .. } => with.draft_edit(edit),
        Command::Except {
            member, present, ..
        } => with.exception(*member, *present),
        Command::EditNote { edit, .. } => with.note_edit(edit),
        Command::Word { wording, .. } => worded(wording.as_ref()),
        Command::LawShown { note, .. } => sentence(note.label()),
        Command::KeepUntil(until) => said("Keep until", until.map(|until| until.in_words())),
        Command::Redact(redaction) => {
            let texts = count(redaction.fields, "text", "texts");
            let entries = count(redaction.entries.len(), "entry", "entries");
            let what = sentence(redaction.what.label());
            let put = redaction.put.mark();
            format!(
                "{what}, out of {texts} and {entries} of this history; {put} stands in its place"
            )
        }
        Command::Seal => String::new(),
        Command::Continue(fingerprint) => {
            format!(
                "From the version with the words: {}",
                fingerprint.in_words()
            )
        }
        Command::MoveCase { before, .. } => match before {
            Some(before) => format!("Before {before}"),
            None => "To the end".to_owned(),
        },
        Command::RemoveCase(_)
        | Command::Archive(_)
        | Command::Restore(_)
        | Command::RevealRatings(_)
        | Command::Record(_)
        | Command::DiscardChanges(_)
        | Command::Reopen(_)
        | Command::RevealMoney(_)
        | Command::SkipRating { .. }
        | Command::Practice { .. }
        | Command::Park { .. }
        | Command::RemoveNote { .. }
        | Command::Undo
        | Command::Redo => String::new(),
    }
}

impl Told<'_> {
    fn setup_edit(self, edit: &SetupEdit) -> String {
        match edit {
            SetupEdit::Title(text) => labelled("Title", text),
            SetupEdit::LocalAuthority(text) => labelled("Council", text),
            SetupEdit::Note(text) => labelled("Note", text),
            SetupEdit::Purpose(text) => labelled("Purpose", text),
            SetupEdit::MeetsOn(days) => {
                let days: Vec<String> = days.iter().map(|day| day.in_words()).collect();
                said("Workshop days", (!days.is_empty()).then(|| days.join(", ")))
            }
            SetupEdit::IdealWords(said) => {
                let words = said.iter().map(|said| quoted(&said.words)).collect();
                several(&count(said.len(), "member", "members"), words)
            }
            SetupEdit::KeepPassage(passage) => format!("Not identifying: {}", quoted(passage)),
            SetupEdit::WatchPassage(passage) => format!("Looked at again: {}", quoted(passage)),
            SetupEdit::Definition(definition) => match definition {
                Some(definition) => quoted(&definition.words),
                None => "Taken out".to_owned(),
            },
            SetupEdit::Proposed(words) => match words {
                Some(words) => quoted_or_nothing(&words.words),
                None => "Put away".to_owned(),
            },
            SetupEdit::Selection(selection) => {
                let how = format!("Chosen: {}", selection.method.label());
                let said = [
                    &selection.frame,
                    &selection.chosen_by,
                    &selection.left_out,
                    &selection.shown,
                ];
                let said = said.into_iter().filter(|text| !text.is_empty());
                let mut parts = vec![how, quoted_or_nothing(&selection.account)];
                parts.extend(said.map(quoted));
                joined(&parts)
            }
            SetupEdit::Money(rule) => match rule {
                MoneyRule::Live => "Shown live".to_owned(),
                MoneyRule::Locked => "Locked until it is revealed".to_owned(),
                MoneyRule::Revealed => "Revealed for all cases".to_owned(),
            },
            SetupEdit::PutMember(member) => {
                let detail = member.detail.to_string();
                let parts = [sentence(member.role.label()), detail];
                joined(&parts)
            }
            SetupEdit::PutSession(session) => self.session(session),
            SetupEdit::RemoveSession(on) => format!("Session of {} taken out", on.in_words()),
            SetupEdit::MoveMember { member, .. } => format!("Member {} put elsewhere", member.0),
            SetupEdit::RemoveMember(member) => format!("Member {} taken out", member.0),
            SetupEdit::PutProvision(row) => self.row(row),
            SetupEdit::RemoveProvision(code) => format!("“{code}” taken out"),
            SetupEdit::Provisions(rows) => self.table(rows),
            SetupEdit::Baseline(baseline) => self.baseline(baseline),
            SetupEdit::RootCauses(causes) => list("", causes),
        }
    }

    pub(super) fn table(self, rows: &[Provision]) -> String {
        let told: Vec<String> = rows.iter().map(|row| self.row(row)).collect();
        several(&count(rows.len(), "row", "rows"), told)
    }

    pub(super) fn baseline(self, baseline: &Baseline) -> String {
        match self.money {
            true => baseline_in_words(baseline),
            false => sentence(LOCKED),
        }
    }

    fn row(self, row: &Provision) -> String {
        match self.money {
            true => joined(&[row.name().to_owned(), row_in_words(row)]),
            false => format!("{} ({LOCKED})", row.name()),
        }
    }

    fn file_edit(self, edit: &FileEdit) -> String {
        match edit {
            FileEdit::Id(id) => format!("Case number: {id}"),
            FileEdit::CurrentProvision(code) => self.place(code.as_str()),
            FileEdit::AnnualCost(cost) => {
                let cost = match cost {
                    Some(_) if !self.money => LOCKED.to_owned(),
                    Some(cost) => format!("{} a year", money::exact(cost.get())),
                    None => NOTHING.to_owned(),
                };
                format!("Cost of the present provision: {cost}")
            }
            FileEdit::Text(field, text) => labelled(file_text(*field), text),
            FileEdit::List(field, texts) => list(file_list(*field), texts),
        }
    }

    fn place(self, code: &str) -> String {
        format!("Now in: {}", self.provision(code))
    }

    /// The name of a provision, or its code where it is no longer in the table.
    pub(super) fn provision(self, code: &str) -> String {
        let mut rows = self.setup.provisions.iter();
        let row = rows.find(|row| row.code.as_str() == code);
        row.map_or(code, Provision::name).to_owned()
    }

    pub(super) fn member(self, id: MemberId) -> String {
        let mut members = self.setup.members.iter();
        match members.find(|member| member.id == id) {
            Some(member) if member.detail.says_something() => {
                format!("{}, {}", member.role.label(), member.detail)
            }
            Some(member) => member.role.label().to_owned(),
            None => format!("member {}, no longer on the panel", id.0),
        }
    }
}

const fn file_text(field: FileText) -> &'static str {
    match field {
        FileText::YearGroup => "Year group or age band",
        FileText::Phase => "Phase",
        FileText::PrimaryNeed => "Primary need",
        FileText::PlanSince => "Plan since",
        FileText::PenPortrait => "Who this child is",
        FileText::ChildViews => "The child’s own views",
        FileText::Aspirations => "What the child hopes for",
        FileText::ProvisionSummary => "Provided today",
    }
}

const fn file_list(field: FileList) -> &'static str {
    match field {
        FileList::SecondaryNeeds => "Further needs",
        FileList::DocumentsSeen => "Documents seen",
        FileList::DocumentsMissing => "Documents missing",
    }
}

pub(super) fn said(what: &str, answer: Option<String>) -> String {
    // A question brings its own mark.
    let colon = if what.ends_with('?') { "" } else { ":" };
    format!("{what}{colon} {}", answer.as_deref().unwrap_or(NOTHING))
}

pub(super) fn labelled(what: &str, text: &Text) -> String {
    format!("{what}: {}", quoted_or_nothing(text))
}

pub(super) fn quoted(text: &Text) -> String {
    crate::ui::widgets::quote::in_quotes(text)
}

pub(super) fn quoted_or_nothing(text: &Text) -> String {
    if text.trim().is_empty() {
        NOTHING.to_owned()
    } else {
        quoted(text)
    }
}

pub(super) fn list(what: &str, texts: &[Text]) -> String {
    let texts = texts.iter().map(|text| text.trim().to_owned()).collect();
    several(what, texts)
}

pub(super) fn several(what: &str, parts: Vec<String>) -> String {
    let what = if what.is_empty() {
        String::new()
    } else {
        format!("{what}: ")
    };
    if parts.is_empty() {
        format!("{what}none")
    } else {
        format!("{what}{}", parts.join("; "))
    }
}

fn a_few_words(texts: &[&Text]) -> String {
    let parts: Vec<String> = texts.iter().map(|text| text.to_string()).collect();
    joined(&parts)
}

fn joined(parts: &[String]) -> String {
    let told: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    told.join(", ")
}
