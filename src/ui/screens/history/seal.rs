//! The seal: ten words, large enough to be written down or photographed from the wall; a field in
//! which somebody types the words they took away (`compare`); and what all this proves.

use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, TextStyle, Ui, UiBuilder, vec2};

use super::{compare, sealing};
use crate::review::Mode;
use crate::review::seal::Fingerprint;
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XL, GAP_XS, RADIUS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{heading, measure};

/// From this width on, two parts stand side by side. Points.
const ABREAST: f32 = 840.0;
/// A word of the seal has the largest type where its cell is as wide as this. Points.
const ROOMY_WORD: f32 = 200.0;
/// Words in a row.
const IN_A_ROW: usize = 5;

/// What this proves, and what not.
const SEALED: [&str; 3] = [
    "The ten words stand for everything in this file: every judgement, every parent’s words, every entry below. If one letter is changed, the words are others.",
    "Whoever changes the history as well, from some point on, and seals it anew, is not found by that: for the last change that is one entry. Only words that somebody else took away show it.",
    "It does not prove that what was entered is true, nor who was in the room, nor that the computer’s clock was right.",
];
const NOT_SEALED: [&str; 3] = [
    "Every entry carries the fingerprint of the one before, and what stands in the review must follow from them. What somebody changes in the file by other means is found, and named at its place.",
    "Whoever changes the history as well, from some point on, is not found by that: for the last change that is one entry. It takes a seal, and its ten words in the hands of others.",
    "Neither proves that what was entered is true, nor who was in the room, nor that the computer’s clock was right.",
];

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let sealed = view.outside.sealing();
    if let Some(sealing) = sealed {
        match view.outside.seal_holds() {
            true => card(ui, &sealing.fingerprint),
            false => broken(ui, &sealing.fingerprint),
        }
        ui.add_space(GAP_M);
    }
    type Part = fn(&mut Ui, &mut View<'_>);
    let first: Part = match (sealed, view.mode) {
        (Some(_), _) => compare::ui,
        (None, Mode::Work) if view.place.sealing => sealing::ui,
        (None, Mode::Work) => not_sealed_yet,
        (None, _) => not_sealed,
    };
    let parts: [Part; 2] = [first, proves];
    if ui.available_width() < ABREAST {
        for part in parts {
            part(ui, view);
            ui.add_space(GAP_M);
        }
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XL;
        ui.columns(parts.len(), |columns| {
            for (ui, part) in columns.iter_mut().zip(parts) {
                ui.spacing_mut().item_spacing.x = GAP_S;
                let width = measure::reading_width(ui).min(ui.available_width());
                // A column stretches what stands in it.
                ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                    ui.set_max_width(width);
                    part(ui, view);
                });
            }
        });
    });
}

/// The words, in two rows of five.
fn card(ui: &mut Ui, fingerprint: &Fingerprint) {
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.accent_soft)
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(20, 12));
    let words = fingerprint.words();
    let told: Vec<String> = (1..)
        .zip(words)
        .map(|(nth, word)| format!("{nth} {word}"))
        .collect();
    let builder = UiBuilder::new()
        .accessibility_role(Role::Group)
        .accessibility_label(format!("The seal in ten words: {}", told.join(", ")));
    ui.scope_builder(builder, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let text = "The seal in ten words. Write them down, or photograph them from the wall, and take them home.";
            ui.add(Label::new(theme::reading(ui, text)).wrap());
            ui.add_space(GAP_XS);
            let cell = ui.available_width() / IN_A_ROW as f32;
            ui.spacing_mut().item_spacing = vec2(0.0, GAP_XS);
            for (row, of_row) in words.chunks(IN_A_ROW).enumerate() {
                ui.horizontal(|ui| {
                    for (at, word) in of_row.iter().enumerate() {
                        one_word(ui, cell, row * IN_A_ROW + at + 1, word);
                    }
                });
            }
        });
    });
}

fn one_word(ui: &mut Ui, cell: f32, nth: usize, word: &str) {
    let style = if cell >= ROOMY_WORD {
        theme::wall_title()
    } else {
        theme::wall_section()
    };
    let height = style.resolve(ui.style()).size * theme::LINE_HEIGHT;
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(cell, height), layout, |ui| {
        ui.set_min_size(vec2(cell, height));
        ui.spacing_mut().item_spacing.x = GAP_S;
        let muted = Tokens::of(ui).ink_muted;
        ui.label(
            RichText::new(nth.to_string())
                .text_style(TextStyle::Body)
                .color(muted),
        );
        ui.label(RichText::new(word).text_style(style));
    });
}

/// The words that were sealed, of a file that no longer gives them: nobody is to take these home.
fn broken(ui: &mut Ui, fingerprint: &Fingerprint) {
    let text = format!(
        "The words that were sealed: {}. The file no longer gives them.",
        fingerprint.in_words()
    );
    marks::labelled(ui, Mark::Danger, &text);
}

/// At work: how to seal, and what there is to say to whoever holds words already.
fn not_sealed_yet(ui: &mut Ui, view: &mut View<'_>) {
    sealing::ui(ui, view);
    ui.add_space(GAP_M);
    compare::without_a_seal(ui, view);
}

fn not_sealed(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "The seal");
    let text = match view.mode {
        Mode::Train => "A training is not sealed: nothing of it is kept.",
        _ => {
            "Whoever works on this review can seal it at the end of the workshop; everybody then takes ten words home by which they know it again."
        }
    };
    ui.add(Label::new(theme::reading(ui, text)).wrap());
    if view.mode != Mode::Train {
        ui.add_space(GAP_M);
        compare::without_a_seal(ui, view);
    }
}

fn proves(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "What this proves, and what not");
    let sealed = view.outside.sealing().is_some();
    for text in if sealed { SEALED } else { NOT_SEALED } {
        ui.horizontal_top(|ui| {
            ui.label(theme::reading(ui, "–"));
            ui.add(Label::new(theme::reading(ui, text)).wrap());
        });
    }
}
