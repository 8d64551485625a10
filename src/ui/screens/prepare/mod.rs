//! What a review is before its first case: a list of parts on the left, one part at a time.

mod about;
mod anonymous;
mod baseline;
mod case_form;
mod case_list;
mod cases;
mod definition;
mod file;
mod import;
mod panel;
mod panes;
mod parents;
mod provisions;
mod rail;
mod rows;
mod selection;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use crate::ui::actions::Action;
use crate::ui::importing::Importing;
use crate::ui::intent::{Intent, PrepareTab};
use crate::ui::outside;
use crate::ui::theme::Tokens;
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
            scroll::vertical(ui, "parts", |ui| rail::ui(ui, view));
        });
    CentralPanel::default()
        .frame(
            Frame::new()
                .fill(tokens.paper)
                .inner_margin(Margin::symmetric(24, 16)),
        )
        .show(ui, |ui| {
            let tab = view.place.prepare;
            // A list and what is chosen in it scroll by themselves.
            if matches!(tab, PrepareTab::Cases | PrepareTab::Parents) {
                heading::page(ui, tab.label());
                ui.add_space(8.0);
                changed_outside(ui, view);
                match tab {
                    PrepareTab::Cases => cases::ui(ui, view, importing),
                    _ => parents::ui(ui, view),
                }
                return;
            }
            ScrollArea::both()
                .id_salt(tab)
                .auto_shrink(false)
                .show(ui, |ui| {
                    heading::page(ui, tab.label());
                    ui.add_space(8.0);
                    changed_outside(ui, view);
                    match tab {
                        PrepareTab::About => about::ui(ui, view),
                        PrepareTab::Definition => definition::ui(ui, view),
                        PrepareTab::Selection => selection::ui(ui, view),
                        PrepareTab::Panel => panel::ui(ui, view),
                        PrepareTab::Provisions => provisions::ui(ui, view),
                        PrepareTab::Baseline => baseline::ui(ui, view),
                        PrepareTab::Cases | PrepareTab::Parents => {}
                        PrepareTab::Anonymous => anonymous::ui(ui, view),
                        PrepareTab::File => file::ui(ui, view),
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
