//! Rows that can be added: those of the preset that are not there, and one of the council's own.

use eframe::egui::Ui;

use crate::review::Command;
use crate::review::bounds;
use crate::review::command::SetupEdit;
use crate::review::provision::{Provision, preset};
use crate::review::text::{ProvisionCode, Text};
use crate::review::units::Tier;
use crate::ui::intent::Intent;
use crate::ui::theme;
use crate::ui::unfolded::Fold;
use crate::ui::view::View;
use crate::ui::widgets::button;

/// Shows what can be added.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, rows: &[Provision]) {
    if rows.len() >= bounds::PROVISIONS_MAX {
        let text = format!("A table holds at most {} rows.", bounds::PROVISIONS_MAX);
        ui.label(theme::note(ui, text));
        return;
    }
    let missing: Vec<Provision> = preset()
        .into_iter()
        .filter(|row| !rows.iter().any(|kept| kept.code == row.code))
        .collect();
    if !missing.is_empty() {
        ui.label(theme::note(
            ui,
            "Rows of the DSG management plan that are not here:",
        ));
    }
    ui.horizontal_wrapped(|ui| {
        for row in missing {
            if button::quiet(ui, &format!("+ {}", row.name())).clicked() {
                put(view, row);
            }
        }
        if button::quiet(ui, "+ another kind of place").clicked()
            && let Some(row) = another(rows)
        {
            view.want(Intent::Unfold(Fold::Row(row.code.clone())));
            put(view, row);
        }
    });
}

fn put(view: &mut View<'_>, row: Provision) {
    view.apply(Command::Setup(SetupEdit::PutProvision(row)));
}

/// A further row with a code of its own.
fn another(rows: &[Provision]) -> Option<Provision> {
    let code = (1..=bounds::PROVISIONS_MAX)
        .filter_map(|number| ProvisionCode::new(format!("Kind{number}")).ok())
        .find(|code| !rows.iter().any(|row| row.code == *code))?;
    Some(Provision::new(code, Text::default(), Tier::new(1).ok()?))
}
