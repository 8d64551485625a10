//! Notes on a case, at the end of every step: anybody in the room may add one at any time. They are
//! folded away until they are wanted, in no figure, and never on the wall.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::review::Command;
use crate::review::case::Case;
use crate::review::note::{CaseNote, NoteEdit, NoteId};
use crate::review::panel::Role;
use crate::ui::actions::{self, Action};
use crate::ui::fields::Field;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, GAP_XS, Tone};
use crate::ui::unfolded::Fold;
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::{access, button, measure, quote};

/// Room for whose a note is. Points.
const WHOSE: f32 = 208.0;

/// Shows them.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if !view.may_change() && case.notes.is_empty() {
        return;
    }
    let fold = Fold::Notes(case.id().clone());
    let open = view.place.unfolded.has(&fold);
    ui.add_space(GAP_M);
    ui.separator();
    head(ui, view, case, fold, open);
    taken_out(ui, view, case);
    if !open {
        return;
    }
    ui.add_space(GAP_S);
    for (at, note) in case.notes.iter().enumerate() {
        if view.may_change() {
            one(ui, view, case, note.id, at + 1);
        } else {
            record(ui, view, note);
        }
    }
    if view.may_change() {
        one(ui, view, case, case.next_note(), case.notes.len() + 1);
    }
}

/// "Notes (2)", which opens them, and the way to a new one.
fn head(ui: &mut Ui, view: &mut View<'_>, case: &Case, fold: Fold, open: bool) {
    ui.horizontal(|ui| {
        let title = match case.notes.len() {
            0 => "Notes".to_owned(),
            count => format!("Notes ({count})"),
        };
        let shown = button::folding(ui, &title, open);
        if shown.clicked() {
            view.want(Intent::Unfolded { fold, open: !open });
        }
        let add = actions::entry(Action::AddNote).filter(|_| view.may_change());
        if let Some(entry) = add {
            let keys = entry.shortcut.map(|keys| ui.ctx().format_shortcut(&keys));
            let hint = format!("{} ({})", entry.hint, keys.unwrap_or_default());
            if button::quiet(ui, "+ note").on_hover_text(hint).clicked() {
                view.want(Intent::Do(entry.action));
            }
        }
        if open {
            ui.label(theme::note(ui, "In no figure, and not on the wall"));
        }
    });
}

/// A note to be written or changed. One that has not begun yet begins with its first word, and
/// leaves no trace without one.
fn one(ui: &mut Ui, view: &mut View<'_>, case: &Case, id: NoteId, number: usize) {
    let note = case.note(id);
    let field = Field::Note(case.id().clone(), id);
    let width = measure::reading_width(ui).min(ui.available_width());
    view.text(ui, field.clone(), "", |field| {
        let field = field.rows(2).width(width);
        let field = field.spoken(format!("Note {number}"));
        field.placeholder("What somebody wants to be remembered of this case")
    });
    let typed = view.drafts.get(&field);
    let has_words = typed.map_or(note.is_some(), |typed| !typed.text.trim().is_empty());
    ui.add_space(GAP_XS);
    let size = vec2(width, ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        whose(ui, view, case, id, number, has_words);
        let Some(note) = note else { return };
        ui.label(theme::note(ui, view.services.when(note.at)));
        let out = button::quiet(ui, "Take out");
        access::name(ui, &out, format!("Take out: note {number}"));
        if out.clicked() {
            view.apply(Command::RemoveNote {
                case: case.id().clone(),
                note: id,
            });
        }
    });
    ui.add_space(GAP_M);
}

/// By role, once there is something to say whose it is.
fn whose(
    ui: &mut Ui,
    view: &mut View<'_>,
    case: &Case,
    note: NoteId,
    number: usize,
    has_words: bool,
) {
    let before = case.note(note).and_then(|note| note.by);
    let mut by = before;
    ui.add_enabled_ui(has_words, |ui| {
        Select::new("", (case.id(), "whose note", note))
            .spoken(format!("Whose, note {number}"))
            .placeholder("whose (optional)")
            .clearable()
            .width(WHOSE)
            .show(ui, &mut by, &Role::ALL, |role| role.label().to_owned());
    });
    if by != before {
        view.apply(Command::EditNote {
            case: case.id().clone(),
            note,
            edit: NoteEdit::By(by),
        });
    }
}

/// A note as it is read where nothing can be changed.
fn record(ui: &mut Ui, view: &View<'_>, note: &CaseNote) {
    let when = view.services.when(note.at);
    let attribution = match note.by {
        Some(role) => format!("{}, {when}", role.label()),
        None => when,
    };
    quote::aside(ui, &note.words, &attribution, Tone::Plain);
    ui.add_space(GAP_S);
}

/// What has just been taken out can be had back, here as everywhere.
fn taken_out(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let last = view.review.history().entries().last();
    let last = last.and_then(|entry| entry.payload.as_ref());
    let of_this_case = last.is_some_and(|payload| {
        matches!(&payload.command, Command::RemoveNote { case: id, .. } if id == case.id())
    });
    if !of_this_case || !view.may_change() || view.review.undoable().is_none() {
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_L;
        ui.label(theme::note(ui, "A note was taken out"));
        let back = button::quiet(ui, "Undo");
        access::name(ui, &back, "Undo: a note was taken out");
        if back.clicked() {
            view.want(Intent::Do(Action::Undo));
        }
    });
}
