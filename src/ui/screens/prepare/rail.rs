//! The list of pages: what each is about, how far it is, and what stands between the panel and its
//! first judgement.

use eframe::egui::{Atom, Button, RichText, Ui};

use super::{
    about, anonymous, baseline, cases, definition, file, panel, parents, provisions, selection,
};
use crate::ui::intent::{Intent, PrepareTab};
use crate::ui::theme;
use crate::ui::view::View;
use crate::ui::widgets::heading;

/// What is said of a page beside its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// In a few words; empty = nothing.
    pub words: String,
    /// Whether something there is open.
    pub open: bool,
}

impl Said {
    /// Nothing.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Something is open.
    pub fn open(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            open: true,
        }
    }
}

fn said(view: &View<'_>, tab: PrepareTab) -> Said {
    match tab {
        PrepareTab::About => about::said(view),
        PrepareTab::Definition => definition::said(view),
        PrepareTab::Selection => selection::said(view),
        PrepareTab::Panel => panel::said(view),
        PrepareTab::Provisions => provisions::said(view),
        PrepareTab::Baseline => baseline::said(view),
        PrepareTab::Cases => cases::said(view),
        PrepareTab::Parents => parents::said(view),
        PrepareTab::Anonymous => anonymous::said(view),
        PrepareTab::File => file::said(view),
    }
}

/// Shows the list.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
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
        let said = said(view, tab);
        if !said.words.is_empty() {
            ui.label(theme::note(ui, format!("   {}", said.words)));
        }
    }
}
