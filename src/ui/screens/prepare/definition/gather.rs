//! Each member's words, one field after the other: Enter goes to the next.

use eframe::egui::{Id, Key, Label, RichText, Ui};

use super::called;
use crate::review::text::says_something;
use crate::ui::fields::{Field, SetupField, besides};
use crate::ui::intent::{Intent, PrepareTab};
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, button, heading, link};

/// One who can speak.
struct Speaker {
    called: String,
    field: Field,
}

/// Everybody's words.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "What does “ideal” mean to you?");
    let speakers = speakers(view);
    if view.review.setup().members.is_empty() {
        let text = "Nobody is on the list of the panel yet; whoever speaks can be written down all the same.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
        if link::link(ui, "Enter the panel", eframe::egui::TextStyle::Body).clicked() {
            view.want(Intent::Prepare(PrepareTab::Panel));
        }
    }
    if view.may_change() {
        let text = "Everybody in turn, in their own words. Enter goes on to the next.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
        let mut hide = view.place.hide_said;
        let tick = ui.checkbox(&mut hide, "Hide what has been said while others speak");
        if tick.changed() {
            view.want(Intent::HideSaid(hide));
        }
    }
    ui.add_space(GAP_S);
    for (at, speaker) in speakers.iter().enumerate() {
        let next = speakers.get(at + 1).map(|next| &next.field);
        one(ui, view, speaker, next);
    }
}

fn speakers(view: &View<'_>) -> Vec<Speaker> {
    let setup = view.review.setup();
    let members = setup.members.iter().map(|member| Speaker {
        called: called(member),
        field: Field::Setup(SetupField::Said(member.id)),
    });
    let others = besides(setup).count();
    let anybody = if setup.members.is_empty() {
        "Anybody"
    } else {
        "Anybody else"
    };
    // One more can always speak.
    let more = usize::from(view.may_change());
    let others = (0..others + more).map(|nth| Speaker {
        called: match nth {
            0 => anybody.to_owned(),
            nth => format!("{anybody}, {}", nth + 1),
        },
        field: Field::Setup(SetupField::SaidBesides(nth)),
    });
    members.chain(others).collect()
}

fn one(ui: &mut Ui, view: &mut View<'_>, speaker: &Speaker, next: Option<&Field>) {
    let kept = speaker.field.shown(view.review.state());
    if !view.may_change() {
        let said = if says_something(&kept) {
            kept.as_str()
        } else {
            "Did not say"
        };
        ui.label(RichText::new(&speaker.called).text_style(theme::strong()));
        ui.add(Label::new(theme::reading(ui, said)).wrap());
        ui.add_space(GAP_S);
        return;
    }
    let id = ui.scope_id().with(("said by", &speaker.field));
    let typing: Option<Id> = ui.data(|data| data.get_temp(id));
    let at_it = typing.is_some_and(|field| ui.memory(|memory| memory.has_focus(field)))
        || view.drafts.get(&speaker.field).is_some()
        || view.place.go_on_in.as_ref() == Some(&speaker.field);
    if view.place.hide_said && says_something(&kept) && !at_it {
        has_spoken(ui, view, speaker);
        return;
    }
    let width = ui.available_width();
    let response = view.text(ui, speaker.field.clone(), &speaker.called, |field| {
        field.width(width)
    });
    ui.data_mut(|data| data.insert_temp(id, response.id));
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    if response.lost_focus() && enter {
        let spoken = view.drafts.get(&speaker.field);
        let says = spoken.map_or(says_something(&kept), |typed| says_something(&typed.text));
        // Whoever is not on the list may be followed by another.
        let after = match (&speaker.field, next) {
            (Field::Setup(SetupField::SaidBesides(nth)), None) if says => {
                Some(Field::Setup(SetupField::SaidBesides(nth + 1)))
            }
            (_, next) => next.cloned(),
        };
        if let Some(after) = after {
            view.want(Intent::Keep(speaker.field.clone()));
            view.want(Intent::GoOnIn(after));
        }
    }
    ui.add_space(GAP_M - GAP_S);
}

fn has_spoken(ui: &mut Ui, view: &mut View<'_>, speaker: &Speaker) {
    ui.horizontal(|ui| {
        ui.set_min_height(CONTROL_HEIGHT);
        marks::mark(ui, Mark::Done);
        ui.label(format!("{} has spoken", speaker.called));
        let show = button::quiet(ui, "Show");
        access::name(ui, &show, format!("Show what {} said", speaker.called));
        if show.clicked() {
            view.want(Intent::GoOnIn(speaker.field.clone()));
        }
    });
}
