//! What a review is before its first case: a list of pages, one page at a time, and at the top what
//! stands between the panel and its first judgement.

mod about;
mod afterwards;
mod anonymous;
mod baseline;
mod case_form;
mod case_list;
mod cases;
mod definition;
mod figures;
mod file;
mod import;
mod money;
mod page;
mod panel;
mod panes;
mod parents;
mod provisions;
mod rail;
mod ready;
mod rows;
mod said;
mod selection;
mod sessions;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use crate::ui::importing::Importing;
use crate::ui::intent::PrepareTab;
use crate::ui::theme::Tokens;
use crate::ui::view::View;
use crate::ui::widgets::region::{Part, region};
use crate::ui::widgets::scroll;

/// Width of the list of pages. Points.
const RAIL: f32 = 280.0;
/// In a narrower window the list of pages is a drop-down. Points.
const NARROW: f32 = 1100.0;

/// Shows the screen.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, importing: Option<&Importing>) {
    let tokens = Tokens::of(ui);
    let side = Frame::new().fill(tokens.recessed);
    if ui.available_width() < NARROW {
        let strip = side.inner_margin(Margin::symmetric(16, 8));
        Panel::top("pages")
            .resizable(false)
            .frame(strip)
            .show(ui, |ui| {
                region(ui, Part::List, "Pages", |ui| rail::drop_down(ui, view));
            });
    } else {
        let side = side.inner_margin(Margin::symmetric(12, 16));
        Panel::left("pages")
            .exact_size(RAIL)
            .resizable(false)
            .frame(side)
            .show(ui, |ui| {
                region(ui, Part::List, "Pages", |ui| {
                    scroll::vertical(ui, "pages", |ui| rail::ui(ui, view));
                });
            });
    }
    let paper = Frame::new()
        .fill(tokens.paper)
        .inner_margin(Margin::symmetric(24, 16));
    CentralPanel::default().frame(paper).show(ui, |ui| {
        let name = view.place.prepare.label();
        region(ui, Part::Main, name, |ui| one_page(ui, view, importing));
    });
}

fn one_page(ui: &mut Ui, view: &mut View<'_>, importing: Option<&Importing>) {
    let tab = view.place.prepare;
    // A list and what is chosen in it scroll by themselves.
    let lists = [
        PrepareTab::Cases,
        PrepareTab::Parents,
        PrepareTab::Afterwards,
    ];
    if lists.contains(&tab) {
        let ends = tab != PrepareTab::Cases || importing.is_none();
        page::filled(ui, view, (tab, ends), |ui, view| {
            shown(ui, view, tab, importing)
        });
        return;
    }
    ScrollArea::vertical()
        .id_salt(tab)
        .auto_shrink(false)
        .show(ui, |ui| {
            page::ui(ui, view, tab, |ui, view| shown(ui, view, tab, importing));
            scroll::follow_focus(ui);
        });
}

fn shown(ui: &mut Ui, view: &mut View<'_>, tab: PrepareTab, importing: Option<&Importing>) {
    match tab {
        PrepareTab::About => about::ui(ui, view),
        PrepareTab::Definition => definition::ui(ui, view),
        PrepareTab::Selection => selection::ui(ui, view),
        PrepareTab::Panel => panel::ui(ui, view),
        PrepareTab::Provisions => provisions::ui(ui, view),
        PrepareTab::Baseline => baseline::ui(ui, view),
        PrepareTab::Cases => cases::ui(ui, view, importing),
        PrepareTab::Parents => parents::ui(ui, view),
        PrepareTab::Afterwards => afterwards::ui(ui, view),
        PrepareTab::Anonymous => anonymous::ui(ui, view),
        PrepareTab::File => file::ui(ui, view),
    }
}
