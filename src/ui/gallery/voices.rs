//! Who says what, and where things stand: marks, notices, quotations, roles.

use eframe::egui::Ui;

use super::{Gallery, state};
use crate::review::case::Status;
use crate::review::panel::Role;
use crate::review::stance::Stance;
use crate::ui::theme::{GAP_S, Tone};
use crate::ui::widgets::heading;
use crate::ui::widgets::marks::{self as mark, Mark};
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::quote::{aside, quote};
use crate::ui::widgets::role_chip::role_chips;

const WORDS: &str =
    "She comes home and talks now. Before, she went under the table when the taxi came.";
const LONG_WORDS: &str = "We have said the same thing at four reviews. He does not need a new \
    school. He needs the teaching assistant who was written into his plan in Year 3 and who came \
    for one term, and a room to go to when the hall is too loud. “Try it for a term,” they said; \
    that was two years ago, and nobody has asked since.";

/// Marks, each with its word.
pub fn marks(ui: &mut Ui, _: &mut Gallery) {
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        left.spacing_mut().item_spacing.y = GAP_S / 2.0;
        right.spacing_mut().item_spacing.y = GAP_S / 2.0;
        state(left, "where a case stands");
        for status in Status::ALL {
            mark::labelled(left, Mark::Status(status), status.label());
        }
        state(right, "where a parent stands");
        for stance in Stance::ALL {
            mark::labelled(right, Mark::Stance(stance), stance.label());
        }
        state(right, "what is said");
        for (shape, words) in [
            (Mark::Information, "good to know"),
            (Mark::Caution, "somebody should act"),
            (Mark::Danger, "failed, or would mislead"),
            (Mark::Done, "done, in place"),
            (Mark::Parked, "parked"),
            (Mark::Practice, "for practice"),
        ] {
            mark::labelled(right, shape, words);
        }
        state(left, "whose voice");
        for (tone, name) in [(Tone::Panel, "The panel"), (Tone::Parent, "The parent")] {
            left.horizontal(|ui| {
                mark::mark(ui, Mark::Voice(tone));
                heading::section(ui, name);
            });
        }
    });
    state(ui, "in two lines");
    let words = "agrees with conditions, from papers of last autumn; nobody has spoken with the \
                 parent about this judgement yet";
    mark::labelled(ui, Mark::Stance(Stance::AgreesWithConditions), words);
}

/// Notices of each kind.
pub fn notices(ui: &mut Ui, gallery: &mut Gallery) {
    Notice::new(Kind::Information, "All 28 cases are recorded.").show(ui);
    let out = Notice::new(Kind::Information, "C09 was taken out.").action("Undo");
    if out.show(ui).pressed == Some(0) {
        gallery.undone += 1;
    }
    Notice::new(Kind::Caution, "C12 waits for a parent.").show(ui);
    Notice::new(Kind::Caution, "“Ideal” is not agreed.")
        .action("Agree it")
        .show(ui);
    let long = "C12 to C14 wait for a parent and count nowhere yet; what the panel entered for \
                them is kept.";
    Notice::new(Kind::Caution, long).show(ui);
    Notice::new(Kind::Error, "The file is open elsewhere.").show(ui);
    let failed =
        "The file could not be kept on drive H:. Nothing is lost: a copy is on this machine.";
    Notice::new(Kind::Error, failed)
        .action("Try again")
        .action("Keep elsewhere")
        .show(ui);
    let three = "This file was changed on another computer.";
    Notice::new(Kind::Caution, three)
        .action("Keep mine")
        .action("Take theirs")
        .can_be_put_away()
        .show(ui);
    let endless = "A text was being typed whose field is gone. ".repeat(40);
    Notice::new(Kind::Caution, &endless)
        .action("Copy what was typed")
        .can_be_put_away()
        .show(ui);
}

/// Somebody's own words.
pub fn quotes(ui: &mut Ui, _: &mut Gallery) {
    quote(ui, WORDS, "Mother, interview, 14 May", Tone::Parent);
    ui.add_space(GAP_S);
    let shown = "Points to the gate each morning, and to the photograph of his old class.";
    let how = "Shown by the child, teaching assistant, 2 June";
    aside(ui, shown, how, Tone::Plain);
    ui.add_space(GAP_S);
    let reasons = "The hall is loud; the unit is not.";
    quote(ui, reasons, "SENCO, dissenting", Tone::Panel);
    state(ui, "long, and without a source");
    quote(ui, LONG_WORDS, "", Tone::Parent);
}

/// Everybody who may be in the room.
pub fn roles(ui: &mut Ui, _: &mut Gallery) {
    role_chips(ui, Role::ALL.map(Role::label));
}
