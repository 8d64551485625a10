//! The child's and the parents' words, compact, so that whoever rates has them in front of them.

use eframe::egui::{Label, Ui};

use super::super::read::attribution;
use crate::review::case::Case;
use crate::review::text::sentence;
use crate::ui::theme::{self, GAP_S, Tone};
use crate::ui::widgets::{heading, quote};

/// Shows them.
pub fn ui(ui: &mut Ui, case: &Case) {
    let file = &case.file;
    let child = file.child();
    of_a_section(ui, &sentence(&format!("{child}’s own words")));
    if file.child_views.says_something() {
        quote::aside(ui, &file.child_views, "", Tone::Plain);
    } else {
        note(ui, &format!("What {child} says is not in this case file."));
    }
    if file.aspirations.says_something() {
        ui.add_space(GAP_S);
        quote::aside(ui, &file.aspirations, "Hopes", Tone::Plain);
    }
    ui.add_space(GAP_S);
    of_a_section(ui, "The parents’ words");
    let mut any = false;
    for voice in case.voices.iter().filter(|voice| voice.is_begun()) {
        any = true;
        if voice.words.says_something() {
            quote::quote(ui, &voice.words, &attribution(voice), Tone::Parent);
        } else {
            ui.add(Label::new(theme::reading(ui, attribution(voice))).wrap());
        }
        ui.add_space(GAP_S);
    }
    if !any {
        note(ui, "No parent has been heard yet.");
    }
}

/// As small as what stands beside, and next below the heading of the page.
fn of_a_section(ui: &mut Ui, text: &str) {
    heading::heading(ui, text, theme::strong(), 2);
}

fn note(ui: &mut Ui, text: &str) {
    ui.add(Label::new(theme::note(ui, text)).wrap());
}
