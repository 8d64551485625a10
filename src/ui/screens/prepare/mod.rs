//! What a review is before its first case: a list of parts on the left, one part at a time.

mod baseline;
mod case_form;
mod cases;
mod file;
mod provisions;
mod setup;

use eframe::egui::{Atom, Button, CentralPanel, Frame, Margin, Panel, RichText, ScrollArea, Ui};

use crate::ui::actions::Action;
use crate::ui::importing::Importing;
use crate::ui::intent::{Intent, PrepareTab};
use crate::ui::outside;
use crate::ui::theme::{self, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{heading, measure, scroll};

/// Shows the screen.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, importing: Option<&Importing>) {
    let tokens = Tokens::of(ui);
    let side = Frame::new()
        .fill(tokens.recessed)
        .inner_margin(Margin::symmetric(12, 12));
    Panel::left("parts")
        .exact_size(216.0)
        .resizable(false)
        .frame(side)
        .show(ui, |ui| {
            scroll::vertical(ui, "parts", |ui| parts(ui, view));
        });
    CentralPanel::default()
        .frame(
            Frame::new()
                .fill(tokens.paper)
                .inner_margin(Margin::symmetric(24, 16)),
        )
        .show(ui, |ui| {
            let tab = view.place.prepare;
            ScrollArea::both()
                .id_salt(tab)
                .auto_shrink(false)
                .show(ui, |ui| {
                    heading::page(ui, tab.label());
                    ui.add_space(8.0);
                    changed_outside(ui, view);
                    match tab {
                        PrepareTab::About => setup::about(ui, view),
                        PrepareTab::Definition => setup::definition(ui, view),
                        PrepareTab::Selection => setup::selection(ui, view),
                        PrepareTab::Panel => setup::panel(ui, view),
                        PrepareTab::Provisions => provisions::ui(ui, view),
                        PrepareTab::Baseline => baseline::ui(ui, view),
                        PrepareTab::File => file::ui(ui, view),
                        PrepareTab::Cases => cases::ui(ui, view, importing),
                    }
                    ui.add_space(32.0);
                    scroll::follow_focus(ui);
                });
        });
}

/// Whoever prepares or reads must know that the setup is not what its history says.
fn changed_outside(ui: &mut Ui, view: &mut View<'_>) {
    if !view.outside.setup() {
        return;
    }
    let text = format!(
        "The setup was {}: it is not what its history says.",
        outside::CHANGED
    );
    let notice = Notice::new(Kind::Error, &text).action("See what happened");
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).max(640.0));
        if notice.show(ui).pressed.is_some() {
            view.want(Intent::Do(Action::History));
        }
    });
    ui.add_space(8.0);
}

fn parts(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Prepare");
    ui.add_space(8.0);
    for tab in PrepareTab::ALL {
        let selected = tab == view.place.prepare;
        let text = if selected {
            RichText::new(tab.label()).text_style(theme::strong())
        } else {
            RichText::new(tab.label())
        };
        let button = ui.add_sized(
            [ui.available_width(), 36.0],
            Button::selectable(selected, (text, Atom::grow())),
        );
        if button.clicked() {
            view.want(Intent::Prepare(tab));
        }
        if let Some(left) = left_to_do(view, tab) {
            ui.label(theme::note(ui, left));
        }
    }
}

/// What a part still wants before a judgement can be recorded.
fn left_to_do(view: &View<'_>, tab: PrepareTab) -> Option<&'static str> {
    let setup = view.review.setup();
    match tab {
        PrepareTab::Definition if setup.definition.is_none() => Some("   to be agreed"),
        PrepareTab::About if setup.money.is_none() => Some("   a question is open"),
        PrepareTab::Cases if view.review.cases().len() == 0 => Some("   none yet"),
        _ => None,
    }
}
