//! What is pressed, chosen and typed into.

use eframe::egui::{Button, CornerRadius, RichText, Ui};

use super::{Gallery, state};
use crate::review::judgement::Answer;
use crate::ui::theme::{self, GAP_S, RADIUS, Tokens, Tone};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::{Field, Select};
use crate::ui::widgets::{button, focus};

const LONG: &str = "A maintained special school with a name that is longer than any field is wide";
const PROVISIONS: [&str; 4] = [
    "Mainstream",
    "Resourced provision",
    "Special school, day",
    LONG,
];
const WHEN: [&str; 3] = [
    "before the plan was written and agreed",
    "in the year after it",
    "later than that, or not at all",
];

/// Shows its contents as egui paints what has the keyboard, to be seen all at once.
fn with_the_keyboard(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        widgets.inactive = widgets.active;
        show(ui);
    });
}

/// The primary button, the plain and the quiet one.
pub fn buttons(ui: &mut Ui, gallery: &mut Gallery) {
    ui.horizontal_wrapped(|ui| {
        button::primary(ui, "Record judgement", !gallery.why.is_empty());
        if ui.button("Next case").clicked() {
            gallery.undone = 0;
        }
        button::quiet(ui, "+ condition");
    });
    state(ui, "primary, to be pressed and not yet");
    ui.horizontal_wrapped(|ui| {
        button::primary(ui, "Begin the review", true);
        button::primary(ui, "Begin it later", false);
    });
    state(ui, "disabled");
    ui.add_enabled_ui(false, |ui| {
        ui.horizontal_wrapped(|ui| {
            let _ = ui.button("Undo the last change");
            button::quiet(ui, "+ dissent");
        });
    });
    state(ui, "with the keyboard");
    ui.horizontal(|ui| {
        let primary = button::primary(ui, "Keep it here", true);
        let (tokens, corners) = (Tokens::of(ui), CornerRadius::same(RADIUS));
        focus::ring(ui.painter(), primary.rect, corners, tokens);
        with_the_keyboard(ui, |ui| {
            let _ = ui.button("Save a copy");
            let support = RichText::new("+ support").color(tokens.accent);
            let _ = ui.button(support);
        });
    });
}

fn answers(
    ui: &mut Ui,
    salt: &str,
    tone: Tone,
    question: &str,
    spoken: &str,
    chosen: &mut Option<Answer>,
) {
    Choice::new(question, salt, tone)
        .spoken(spoken)
        .show(ui, chosen, &Answer::ALL, |answer| answer.label().to_owned());
}

/// Questions with a few answers.
pub fn choices(ui: &mut Ui, gallery: &mut Gallery) {
    const SETTING: &str = "Is the setting ideal?";
    let panel = "The panel: is the setting ideal?";
    answers(ui, "panel", Tone::Panel, SETTING, panel, &mut gallery.panel);
    let parent = "The parent: is the setting ideal?";
    answers(
        ui,
        "parent",
        Tone::Parent,
        SETTING,
        parent,
        &mut gallery.parent,
    );
    state(ui, "not answered yet");
    let open = "Is the support ideal?";
    answers(ui, "open", Tone::Plain, open, open, &mut gallery.open);
    state(ui, "to be read and not changed");
    ui.add_enabled_ui(false, |ui| {
        let (panel, parent) = (Some(Answer::Ideal), Some(Answer::NotIdeal));
        for (tone, who, mut chosen) in [
            (Tone::Panel, "The panel", panel),
            (Tone::Parent, "The parent", parent),
            (Tone::Plain, "Nobody", None),
        ] {
            let spoken = format!("{who}, long ago: is the setting ideal?");
            answers(ui, "read", tone, SETTING, &spoken, &mut chosen);
        }
    });
    state(ui, "more words than room");
    let mut chosen = Some(WHEN[1]);
    Choice::new("When did it come?", "long", Tone::Panel)
        .show(ui, &mut chosen, &WHEN, |words| (*words).to_owned());
}

/// Fields to type into.
pub fn fields(ui: &mut Ui, gallery: &mut Gallery) {
    let why = "Why the panel thinks so";
    Field::new(why, "gallery")
        .rows(3)
        .hint("What in the file or in the room says so")
        .show(ui, &mut gallery.why);
    ui.add_space(GAP_S);
    ui.horizontal_top(|ui| {
        let date = Field::new("Heard on", "empty").placeholder("14 May 2026");
        date.width(120.0).keep_line().show(ui, &mut String::new());
        let mut age = "five".to_owned();
        let field = Field::new("Age", "error").width(200.0);
        field
            .error(Some("write an age in figures"))
            .show(ui, &mut age);
    });
    Field::new("Title", "filled").show(ui, &mut gallery.line);
    state(ui, "a long error");
    Field::new("Cost", "long error")
        .error(Some(
            "£1.240 may be one thousand two hundred and forty pounds or one pound and twenty-four \
             pence; write 1240 or 1.24",
        ))
        .show(ui, &mut "£1.240".to_owned());
    state(ui, "to be read and not changed");
    ui.add_enabled_ui(false, |ui| {
        let mut said = "He runs from corridors. In the unit he stays, and reads aloud.".to_owned();
        Field::new("What was seen", "disabled")
            .rows(2)
            .hint("On the visit, not in the file")
            .show(ui, &mut said);
    });
    state(ui, "with the keyboard");
    with_the_keyboard(ui, |ui| {
        Field::new("Council", "focused").show(ui, &mut "West Marsh".to_owned());
    });
}

/// Lists that open.
pub fn selects(ui: &mut Ui, gallery: &mut Gallery) {
    let name = |name: &&str| (*name).to_owned();
    Select::new("Ideal", "gallery")
        .clearable()
        .show(ui, &mut gallery.ideal, &PROVISIONS, name);
    ui.add_space(GAP_S);
    Select::new("Where the child is now", "long").show(ui, &mut Some(LONG), &PROVISIONS, name);
    ui.add_space(GAP_S);
    Select::new("Payer", "error")
        .error(Some("choose who pays"))
        .show(ui, &mut None, &PROVISIONS, name);
    state(ui, "to be read and not changed");
    ui.add_enabled_ui(false, |ui| {
        Select::new("How heard", "disabled")
            .hint("Chosen before the meeting")
            .show(ui, &mut Some(PROVISIONS[1]), &PROVISIONS, name);
    });
}

/// Rows of which one is selected, and ticks.
pub fn rows(ui: &mut Ui, gallery: &mut Gallery) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, words) in ["Baseline", "Case files", "The panel"]
            .into_iter()
            .enumerate()
        {
            let selected = gallery.row == at;
            let text = if selected {
                RichText::new(words).text_style(theme::strong())
            } else {
                RichText::new(words)
            };
            if ui.add(Button::selectable(selected, text)).clicked() {
                gallery.row = at;
            }
        }
    });
    state(ui, "with the keyboard, selected and not");
    with_the_keyboard(ui, |ui| {
        ui.horizontal(|ui| {
            let _ = ui.add(Button::selectable(true, "1  Read"));
            let _ = ui.add(Button::selectable(false, "2  Judge").frame_when_inactive(true));
        });
    });
    state(ui, "ticks");
    ui.horizontal(|ui| {
        ui.checkbox(&mut gallery.ticked, "in place today");
        ui.add_enabled_ui(false, |ui| {
            ui.checkbox(&mut true, "seen");
            ui.checkbox(&mut false, "not seen");
        });
        with_the_keyboard(ui, |ui| {
            ui.checkbox(&mut true, "ringed");
        });
    });
}
