//! Where the panel stands: the members' first ratings once they are revealed, with what the
//! parents see as ideal in the same picture and the same weight. Before the reveal nothing is
//! told but how many have rated.

use eframe::egui::{Align, Layout, Ui};

use super::wall;
use crate::review::case::Case;
use crate::ui::rating::SKIPPED;
use crate::ui::stands::{Stands, stands};
use crate::ui::theme::{GAP_M, GAP_S, GAP_XS, Tone};
use crate::ui::view::View;
use crate::ui::widgets::role_chip;
use crate::ui::words::count;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &View<'_>, case: &Case) {
    wall::title(ui, "Where the panel stands");
    let setup = view.review.setup();
    let rated = case.ratings.given.len();
    // Whoever rated and is no longer in the table was a member too.
    let members = setup.members.len().max(rated);
    if case.ratings.skipped {
        wall::text(ui, SKIPPED);
        return;
    }
    if rated == 0 {
        wall::text(ui, "The members have not rated this case.");
        return;
    }
    let of = format!("{rated} of {}", count(members, "member", "members"));
    let has = if rated == 1 { "has" } else { "have" };
    if case.ratings.revealed.is_none() {
        wall::text(ui, &format!("{of} {has} rated this case."));
        wall::note(
            ui,
            "What they rated is not shown before the ratings are revealed.",
        );
        return;
    }
    wall::note(
        ui,
        &format!(
            "Where each member saw the ideal, alone and before the discussion. {of} {has} rated. The parents’ own ideals stand beside them."
        ),
    );
    ui.add_space(GAP_M);
    for row in stands(case, setup) {
        show(ui, &row, members, case.file.child());
    }
}

fn show(ui: &mut Ui, row: &Stands, members: usize, child: &str) {
    ui.separator();
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        if row.members.is_empty() {
            wall::note(ui, "no member");
        } else {
            let of = count(members, "member", "members");
            wall::note(ui, &format!("{} of {of}", row.members.len()));
        }
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            wall::section(ui, &row.name);
            if row.here {
                wall::note(ui, &format!("where {child} is now"));
            }
        });
    });
    ui.add_space(GAP_XS);
    ui.horizontal_wrapped(|ui| {
        for role in &row.members {
            role_chip::wall(ui, role, Tone::Panel);
        }
        for speaker in &row.parents {
            role_chip::wall(ui, speaker, Tone::Parent);
        }
    });
    ui.add_space(GAP_S);
}
