//! What stands between the panel and its first judgement. Only the agreed definition does;
//! everything else that is open is said to be in nobody's way.

use eframe::egui::{Label, RichText, TextStyle, Ui};

use super::said::Said;
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::link::link;
use crate::ui::widgets::marks::{self, Mark};

/// Whether the panel can judge, and what it lacks.
enum Ready {
    /// It can.
    Yes,
    /// It could, if there were a case.
    NoCase,
    /// It has not agreed what "ideal" means.
    NotAgreed,
}

impl Ready {
    fn of(view: &View<'_>) -> Self {
        if view.review.setup().definition.is_none() {
            Self::NotAgreed
        } else if view.statuses.is_empty() {
            Self::NoCase
        } else {
            Self::Yes
        }
    }

    const fn mark(&self) -> Mark {
        match self {
            Self::Yes => Mark::Done,
            Self::NoCase => Mark::Information,
            Self::NotAgreed => Mark::Caution,
        }
    }

    const fn words(&self, may_change: bool) -> &'static str {
        match self {
            // Whoever reads judges nothing.
            Self::Yes | Self::NoCase if !may_change => "“Ideal” was agreed",
            Self::NotAgreed if !may_change => "“Ideal” was not agreed",
            Self::Yes => "Ready to judge",
            Self::NoCase => "Ready, but for a case",
            Self::NotAgreed => "Before judging:",
        }
    }
}

/// Above the list of pages.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, pages: &[(PrepareTab, Said)]) {
    let ready = Ready::of(view);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        marks::mark(ui, ready.mark());
        let words = RichText::new(ready.words(view.may_change())).text_style(theme::strong());
        ui.add(Label::new(words).wrap());
    });
    way(ui, view, &ready);
    let open = open(pages);
    if open > 0 {
        ui.add_space(GAP_XS);
        let pages = if open == 1 { "page" } else { "pages" };
        let text = format!("Still open, and not in the way: {open} {pages}");
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
}

/// The same in one line, beside the drop-down.
pub fn in_a_line(ui: &mut Ui, view: &mut View<'_>) {
    let ready = Ready::of(view);
    marks::mark(ui, ready.mark());
    ui.label(RichText::new(ready.words(view.may_change())).text_style(theme::strong()));
    way(ui, view, &ready);
}

/// What leads to the first judgement from here.
fn way(ui: &mut Ui, view: &mut View<'_>, ready: &Ready) {
    match ready {
        Ready::Yes => {
            let word = if view.may_change() {
                "Judge the cases"
            } else {
                "Read the cases"
            };
            if ui.button(word).clicked() {
                view.want(Intent::Go(Screen::Review));
            }
        }
        Ready::NoCase | Ready::NotAgreed if !view.may_change() => {}
        Ready::NoCase => {
            if link(ui, "Type or import the first one", TextStyle::Body).clicked() {
                view.want(Intent::Prepare(PrepareTab::Cases));
            }
        }
        Ready::NotAgreed => {
            if link(ui, "agree what “ideal” means", TextStyle::Body).clicked() {
                view.want(Intent::Prepare(PrepareTab::Definition));
            }
        }
    }
}

/// How many pages are still open which are in nobody's way.
fn open(pages: &[(PrepareTab, Said)]) -> usize {
    let open = pages
        .iter()
        .filter(|(tab, said)| *tab != PrepareTab::Definition && said.open);
    open.count()
}

/// The mark of a page in the list.
pub const fn mark(tab: PrepareTab, said: &Said) -> Option<Mark> {
    match (said.open, tab) {
        (true, PrepareTab::Definition) => Some(Mark::Caution),
        (true, _) => Some(Mark::Open),
        (false, _) if said.words.is_empty() => None,
        (false, _) => Some(Mark::Done),
    }
}

/// What the ring in the list means.
pub fn legend(ui: &mut Ui, pages: &[(PrepareTab, Said)]) {
    if open(pages) == 0 {
        return;
    }
    ui.add_space(GAP_M);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XS + 2.0;
        marks::small(ui, Mark::Open);
        let text = theme::note(ui, "open, and not in the way").color(Tokens::of(ui).ink_muted);
        ui.add(Label::new(text).wrap());
    });
}
