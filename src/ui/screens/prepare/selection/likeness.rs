//! How like the council the chosen cases are (model.md §9): of which phase and need, and, where
//! money may be seen, what their places cost beside the table.

use eframe::egui::{Label, Ui};

use crate::findings::chosen::Chosen;
use crate::findings::{Group, MeanCost};
use crate::review::text::{CaseId, grouped};
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::{heading, measure};

/// Groups that are named; of the rest only the number is told.
const NAMED: usize = 8;
/// A mean of fewer would be the price of a child.
const FEWEST: usize = 3;

/// How like the council the cases are.
pub fn ui(ui: &mut Ui, view: &View<'_>, chosen: &Chosen) {
    if chosen.cases == 0 {
        return;
    }
    heading::section(ui, "Who they are");
    ui.add_space(GAP_XS);
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        let n = chosen.cases;
        let makeup = &chosen.makeup;
        for (what, groups) in [("Phases", &makeup.phases), ("Primary needs", &makeup.needs)] {
            let text = format!("{what} (n\u{a0}=\u{a0}{n}): {}", listed(groups));
            ui.add(Label::new(theme::reading(ui, text)).wrap());
        }
        if !view.money_visible(None) {
            return;
        }
        ui.add_space(GAP_S);
        let text = costs(makeup.stated.as_ref(), makeup.table);
        ui.add(Label::new(theme::reading(ui, text)).wrap());
    });
}

fn listed(groups: &[Group<Vec<CaseId>>]) -> String {
    let named = groups.iter().take(NAMED).map(|group| {
        let name = group.name.as_deref().unwrap_or("not stated");
        format!("{name} {}", group.of.len())
    });
    let mut all: Vec<String> = named.collect();
    if groups.len() > NAMED {
        all.push(format!("and {} more", groups.len() - NAMED));
    }
    all.join(", ")
}

/// The mean that cases state beside the table's.
fn costs(stated: Option<&MeanCost>, table: Option<f64>) -> String {
    let pounds = |value: f64| format!("£{}", grouped(&format!("{value:.0}")));
    let theirs = match stated {
        None => "No case states what its place costs.".to_owned(),
        Some(mean) if mean.n() < FEWEST => format!(
            "Only {} of the cases state what their place costs: too few for a mean.",
            mean.n()
        ),
        Some(mean) => format!(
            "A place costs {} a year on average of those cases that state it (n\u{a0}=\u{a0}{}).",
            pounds(mean.mean),
            mean.n()
        ),
    };
    match table {
        Some(table) => format!(
            "{theirs} In the council’s table it is {} on average of all children whose cost is known.",
            pounds(table)
        ),
        None => theirs,
    }
}
