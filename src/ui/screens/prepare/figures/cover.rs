//! While money is locked, its figures are on these pages only for whoever asks for them: the page
//! may be on the wall. And the way to bring them in from a file.

use eframe::egui::Ui;

use crate::review::setup::MoneyRule;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_M};
use crate::ui::unfolded::Fold;
use crate::ui::view::View;
use crate::ui::widgets::button;
use crate::ui::widgets::notice::{Kind, Notice};

/// Says that money is locked, if it is. Whether the page's figures are to be shown.
pub fn uncovered(ui: &mut Ui, view: &mut View<'_>) -> bool {
    if view.review.setup().money != Some(MoneyRule::Locked) {
        return true;
    }
    let shown = view.place.unfolded.has(&Fold::Money);
    let (text, action) = if shown {
        (
            "Money is locked while judging, and this page shows it. Cover it before the panel comes in.",
            "Cover it again",
        )
    } else {
        (
            "Money is locked while judging, and this page is about money. If the panel can see this screen, leave it covered.",
            "Show figures of money on this page",
        )
    };
    let notice = Notice::new(Kind::Caution, text).action(action);
    if notice.show(ui).pressed.is_some() {
        view.want(Intent::Unfold(Fold::Money));
    }
    ui.add_space(GAP_M);
    shown
}

/// Brings the tables in from a workbook or from tables on disk.
pub fn import(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| {
        if button::quiet(ui, "Import from a workbook or table…").clicked() {
            view.want(Intent::Do(Action::ImportCases));
        }
        ui.label(theme::note(ui, "Or drop the file on this window."));
    });
}
