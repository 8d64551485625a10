//! The seal: ten words, large enough to be written down or photographed from the wall; a field in
//! which somebody types the words they took away; and what all this proves.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, TextStyle, Ui, UiBuilder, vec2};

use super::sealing;
use crate::review::Mode;
use crate::review::seal::{Fingerprint, WORDS};
use crate::ui::actions::Action;
use crate::ui::happened::Wish;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, GAP_XL, GAP_XS, RADIUS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::field::Field;
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
    "Whoever has the file can rewrite everything and seal it anew, and it would look whole here. Only words that somebody else took away show it.",
    "It does not prove that what was entered is true, nor who was in the room, nor that the computer’s clock was right.",
];
const NOT_SEALED: [&str; 3] = [
    "Every entry carries the fingerprint of the one before, and what stands in the review must follow from them. What somebody changes in the file by other means is found, and named at its place.",
    "Whoever rewrites the whole history as well is not found by that. It takes a seal, and its ten words in the hands of others.",
    "Neither proves that what was entered is true, nor who was in the room, nor that the computer’s clock was right.",
];

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let sealed = view.outside.sealing().map(|sealing| sealing.fingerprint);
    if let Some(fingerprint) = &sealed {
        card(ui, fingerprint);
        ui.add_space(GAP_M);
    }
    type Part = fn(&mut Ui, &mut View<'_>);
    let first: Part = match (&sealed, view.mode) {
        (Some(_), _) => compare,
        (None, Mode::Work) => sealing::ui,
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

/// Somebody types the words that they took away.
fn compare(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Are these the words you took away?");
    let mut typed = view.place.taken_away.clone();
    let field = Field::new("The words from your paper or photograph", "taken away")
        .hint("Capitals, commas and numbers do not matter");
    if field.show(ui, &mut typed).changed() {
        view.want(Intent::History(Wish::Words(typed.clone())));
    }
    ui.add_space(GAP_XS);
    let sealing = view.outside.sealing();
    match sealing.and_then(|sealing| told(&sealing.fingerprint, &typed)) {
        Some((mark, text)) => {
            let said = marks::labelled(ui, mark, &text);
            ui.ctx()
                .accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        }
        // Nothing jumps when there is something to say.
        None => ui.add_space(measure::line_height(ui)),
    }
    ui.add_space(GAP_L);
    if ui.button("Continue in a new version").clicked() {
        view.want(Intent::Do(Action::Continue));
    }
    let what = "Makes a file beside this one, which names this seal and can be worked on. This file stays as it is.";
    ui.add(Label::new(theme::note(ui, what)).wrap());
}

/// What there is to say of words that have been typed so far.
fn told(fingerprint: &Fingerprint, typed: &str) -> Option<(Mark, String)> {
    if fingerprint.is(typed).is_ok() {
        let same = "All ten words are the same. This is what was sealed when you took them.";
        return Some((Mark::Done, same.to_owned()));
    }
    let words: Vec<String> = typed
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty() {
        return None;
    }
    if words.len() > WORDS {
        let text = format!("These are {} words; a seal has {WORDS}.", words.len());
        return Some((Mark::Danger, text));
    }
    // The word that is still being typed is not wrong yet.
    let ended = words.len() == WORDS || !typed.ends_with(char::is_alphabetic);
    let last = words.len() - usize::from(!ended);
    let pairs = (1..).zip(words.iter().zip(fingerprint.words())).take(last);
    let wrong: Vec<String> = pairs
        .filter(|(_, (typed, word))| typed != word)
        .map(|(nth, (typed, word))| format!("word {nth} is “{word}” here, not “{typed}”"))
        .collect();
    Some(match wrong.len() {
        0 => (
            Mark::Information,
            format!("The same so far: {last} of {WORDS}."),
        ),
        WORDS => (
            Mark::Danger,
            "No word is the same. These are the words of another version, or of another review."
                .to_owned(),
        ),
        _ => (Mark::Danger, format!("Not the same: {}.", wrong.join("; "))),
    })
}

fn not_sealed(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "The seal");
    let text = match view.mode {
        Mode::Train => "A training is not sealed: nothing of it is kept.",
        _ => {
            "This review has not been sealed. Whoever works on it can seal it at the end of the workshop; everybody then takes ten words home by which they know it again."
        }
    };
    ui.add(Label::new(theme::reading(ui, text)).wrap());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn seal() -> Fingerprint {
        let hash = "00".repeat(32);
        Fingerprint(hash.try_into().unwrap())
    }

    #[test]
    fn words_are_compared_while_they_are_typed() {
        let seal = seal();
        let word = seal.words()[0];
        assert_eq!(told(&seal, " "), None);
        let (mark, text) = told(&seal, &format!("{word} {word}")).unwrap();
        assert_eq!(
            (mark, text.as_str()),
            (Mark::Information, "The same so far: 1 of 10.")
        );
        let (mark, text) = told(&seal, &format!("{word}, moonlight, {word}")).unwrap();
        assert_eq!(mark, Mark::Danger);
        assert_eq!(
            text,
            format!("Not the same: word 2 is “{word}” here, not “moonlight”.")
        );
        let all = vec![word.to_uppercase(); 10].join(", ");
        assert_eq!(told(&seal, &all).unwrap().0, Mark::Done);
        assert!(
            told(&seal, &"moonlight ".repeat(10))
                .unwrap()
                .1
                .starts_with("No word")
        );
        assert!(
            told(&seal, &format!("{all} {word}"))
                .unwrap()
                .1
                .contains("11 words")
        );
    }
}
