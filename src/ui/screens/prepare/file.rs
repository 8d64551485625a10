//! The file: where the review keeps itself, what of it is on this laptop, who is told that it is
//! open here, and how it is moved, copied or forgotten.

use eframe::egui::{Label, Ui};

use super::said::Said;
use crate::review::Mode;
use crate::ui::about_file::AboutFile;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::screens::forgetting;
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{heading, measure};

/// Shows the part.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.set_max_width(measure::reading_width(ui));
    let Some(about) = view.file.clone() else {
        let none = "This review is a sample that the program carries inside. It has no file.";
        ui.label(theme::reading(ui, none));
        return;
    };
    where_it_is(ui, view, &about);
    ui.add_space(GAP_M);
    if view.mode == Mode::Work {
        on_this_laptop(ui, &about);
        ui.add_space(GAP_M);
        who(ui, view);
        ui.add_space(GAP_M);
    }
    heading::section(ui, "How long it is kept");
    super::about::keep_until(ui, view);
    ui.add_space(GAP_M);
    forget(ui, view, &about);
}

fn where_it_is(ui: &mut Ui, view: &mut View<'_>, about: &AboutFile) {
    heading::section(ui, "Where it is");
    told(ui, "Name", &about.name);
    told(ui, "Folder", &about.folder);
    told(ui, "Kept", &about.kept);
    ui.add_space(GAP_S);
    ui.horizontal_wrapped(|ui| {
        if view.mode == Mode::Work && ui.button("Keep it elsewhere…").clicked() {
            view.want(Intent::Do(Action::KeepElsewhere));
        }
        if view.mode != Mode::Train && ui.button("Save a copy…").clicked() {
            view.want(Intent::Do(Action::SaveCopy));
        }
    });
    let note = match view.mode {
        Mode::Work => {
            "Elsewhere: from then on the review keeps itself there, and this file stays as it is. A copy: a second file, and the review goes on keeping itself here."
        }
        Mode::Inspect => "It is open to read only.",
        Mode::Train => "Nothing of a training is kept.",
    };
    ui.add(Label::new(theme::note(ui, note)).wrap());
}

fn on_this_laptop(ui: &mut Ui, about: &AboutFile) {
    heading::section(ui, "On this laptop");
    let what = match about.journal {
        Some(_) => {
            "Every change is in a journal on this laptop at once, before it is in the file, and what is still being typed a few seconds later. If the power goes, the next start goes on from there."
        }
        None => {
            "No journal can be written here. A change is in the file a few seconds after it is made, and until then only in this window."
        }
    };
    ui.add(Label::new(theme::reading(ui, what)).wrap());
    ui.add_space(GAP_XS);
    if let Some(journal) = &about.journal {
        told(ui, "Journal", journal);
    }
    if let Some(bak) = &about.bak {
        told(ui, "The version before", bak);
    }
}

fn who(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Who has it open");
    let hint = "Whoever opens this file elsewhere meanwhile is told the name of this computer, since when, and this. It is not kept in the review, and forgotten when the program is closed";
    let response = Field::new("Name shown to others, if you like", "who")
        .placeholder("SEND team, room 2")
        .hint(hint)
        .show(ui, view.who);
    if response.lost_focus() {
        view.want(Intent::SayWho);
    }
}

fn forget(ui: &mut Ui, view: &mut View<'_>, about: &AboutFile) {
    heading::section(ui, "Forget this review");
    if let Some(asked) = view.forgetting {
        forgetting::ask(ui, asked, view.out);
        return;
    }
    let what = "When a review is done with, what this laptop remembers of it can go. The file itself stays, and is yours to delete.";
    ui.add(Label::new(theme::reading(ui, what)).wrap());
    ui.add_space(GAP_XS);
    if ui.button("Forget this review on this laptop…").clicked() {
        view.want(Intent::AskToForget(Some(about.path.clone())));
    }
}

/// One fact with its name above it.
fn told(ui: &mut Ui, name: &str, fact: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.label(theme::note(ui, name));
        ui.add(Label::new(theme::reading(ui, fact)).wrap());
    });
}

/// What the list of pages says of this one.
pub fn said(_view: &View<'_>) -> Said {
    Said::nothing()
}
