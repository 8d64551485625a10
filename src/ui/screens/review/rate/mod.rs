//! Rating: each member's own first view, before the discussion, with the child's and the parents'
//! words in front of everybody; one key a member.

mod cap;
mod correct;
mod keys;
mod more;
mod option;
pub mod picture;
mod revealed;
mod seat;
mod turn;
mod words;

use eframe::egui::{Label, Ui};

use super::presence;
use crate::review::Command;
use crate::review::case::Case;
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::rating::{self, Stage};
use crate::ui::theme::{self, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{button, measure};

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    match rating::stage(case, view.review.setup()) {
        Stage::Revealed => revealed::ui(ui, view, case),
        Stage::Skipped => skipped(ui, view, case),
        Stage::NoPanel => no_panel(ui, view),
        Stage::TooLate => {
            let text = "The panel has judged this case, and nobody had rated it before. What members rated now would be no first ratings: they would know the judgement. So none are taken.";
            told(ui, Kind::Information, text);
        }
        Stage::Open if view.may_change() => {
            presence::ui(ui, view, case);
            ui.add_space(GAP_S);
            turn::ui(ui, view, case);
        }
        Stage::Open => read_only(ui, view, case),
    }
}

fn told(ui: &mut Ui, kind: Kind, text: &str) {
    ui.scope(|ui| {
        ui.set_max_width((measure::reading_width(ui) * 1.3).min(ui.available_width()));
        Notice::new(kind, text).show(ui);
    });
}

fn skipped(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let text = "Rating is skipped for this case: the record says that no member gave a first rating before the discussion.";
    told(ui, Kind::Information, text);
    if view.may_change() && case.judgement().is_none() {
        ui.add_space(GAP_M);
        if button::quiet(ui, "Rate this case after all").clicked() {
            let case = case.id().clone();
            view.apply(Command::SkipRating { case, skip: false });
        }
    }
}

fn no_panel(ui: &mut Ui, view: &mut View<'_>) {
    let text = "Nobody is on the panel yet. Members rate by role, so first say who is in the room.";
    ui.scope(|ui| {
        ui.set_max_width((measure::reading_width(ui) * 1.3).min(ui.available_width()));
        let mut notice = Notice::new(Kind::Caution, text);
        if view.may_change() {
            notice = notice.action("Say who is on the panel");
        }
        if notice.show(ui).pressed.is_some() {
            view.want(Intent::Prepare(PrepareTab::Panel));
            view.want(Intent::Go(Screen::Prepare));
        }
    });
}

/// In a review that is only read: that there are ratings, and nothing of what they are.
fn read_only(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    presence::ui(ui, view, case);
    ui.add_space(GAP_M);
    let text = match case.ratings.given.len() {
        0 => "Nobody has rated this case.".to_owned(),
        _ => format!(
            "{}. What they rated has not been revealed.",
            turn::have_rated(view, case)
        ),
    };
    ui.add(Label::new(theme::reading(ui, text)).wrap());
}
