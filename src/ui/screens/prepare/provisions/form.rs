//! The whole form of one row: every figure with its help, its source and, for a cost, what it is
//! elsewhere.

use eframe::egui::{Label, Ui};

use super::columns;
use crate::guidance;
use crate::privacy::{self, Who};
use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::provision::{Provision, TRANSITION_SHARE_ENGLAND};
use crate::review::source::ProvisionFigure;
use crate::ui::fields::{Field, RowField};
use crate::ui::intent::Intent;
use crate::ui::screens::prepare::figures::figure::{Figure, Of, Value};
use crate::ui::screens::prepare::figures::offers;
use crate::ui::screens::prepare::figures::refused::{error, refused};
use crate::ui::screens::prepare::figures::years::Years;
use crate::ui::table_edits::TableChange;
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, button};

/// How wide the form is at most. Points.
const WIDEST: f32 = 760.0;
/// What a tier is called.
const TIER: &str = "Tier";

/// Shows the form.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, row: &Provision) {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(WIDEST));
        named(ui, view, row);
        for figure in ProvisionFigure::ALL {
            of(figure, row).show(ui, view);
            if figure == ProvisionFigure::UnitCost {
                cost(ui, view, row);
            }
        }
        caution(ui, view, row);
        if view.may_change() {
            take_out(ui, view, row);
        }
    });
}

/// What it is called, and how specialist it is.
fn named(ui: &mut Ui, view: &mut View<'_>, row: &Provision) {
    ui.spacing_mut().item_spacing.y = GAP_XS;
    let label = Field::Row(row.code.clone(), RowField::Label);
    let code = format!("Name; cases and tables call this row {}", row.code);
    ui.add(Label::new(theme::note(ui, code)).wrap());
    view.text(ui, label.clone(), "", |widget| {
        let widget = widget.spoken(columns::name(row, "Name"));
        widget.placeholder(row.code.to_string()).in_a_table()
    });
    if let Some(why) = refused(view, &label) {
        error(ui, &why);
    }
    let tier = Figure {
        label: TIER,
        name: columns::name(row, TIER),
        help: guidance::TIER,
        value: Value::Field(Field::Row(row.code.clone(), RowField::Tier)),
        empty: "",
        words: "how specialist, 0 is the least".to_owned(),
        of: None,
    };
    tier.show(ui, view);
}

/// A figure of the row.
fn of(figure: ProvisionFigure, row: &Provision) -> Figure {
    let (label, cell) = match figure {
        ProvisionFigure::Caseload => ("Children", RowField::Caseload),
        ProvisionFigure::UnitCost => ("£ a child a year", RowField::UnitCost),
        ProvisionFigure::AvoidableCost => ("Of it avoidable", RowField::AvoidableCost),
        ProvisionFigure::Growth => ("Growth", RowField::Growth),
        ProvisionFigure::TransitionShare => ("Decision point", RowField::TransitionShare),
        ProvisionFigure::NewPlaces => ("New places", RowField::NewPlaces),
    };
    let value = match figure {
        ProvisionFigure::NewPlaces => Value::Years(Years::Places(row.code.clone())),
        _ => Value::Field(Field::Row(row.code.clone(), cell)),
    };
    Figure {
        label,
        name: columns::name(row, label),
        help: guidance::provision(figure),
        value,
        empty: columns::empty(cell, row),
        words: words(figure, row),
        of: Some(Of::Row(row.code.clone(), figure)),
    }
}

/// What a figure is, beside its name.
fn words(figure: ProvisionFigure, row: &Provision) -> String {
    match figure {
        ProvisionFigure::Caseload => "in such a place in the base year",
        ProvisionFigure::UnitCost => "what the high needs block pays",
        ProvisionFigure::AvoidableCost => "what stops being paid when one child leaves",
        ProvisionFigure::Growth => "of the children, a year, if nothing changes",
        ProvisionFigure::TransitionShare
            if row.transition_share.get() == TRANSITION_SHARE_ENGLAND =>
        {
            "share who reach a phase transfer in a year; 19.8% is England’s, January 2026"
        }
        ProvisionFigure::TransitionShare => "share who reach a phase transfer in a year",
        ProvisionFigure::NewPlaces => "for children who would move here",
    }
    .to_owned()
}

/// What can be said of a cost beyond typing it: that nobody knows it, and what it is elsewhere.
fn cost(ui: &mut Ui, view: &mut View<'_>, row: &Provision) {
    let unfolded = ui.horizontal_wrapped(|ui| {
        if row.unit_cost.is_some() && view.may_change() {
            let press = button::quiet(ui, "Set to not known");
            access::name(ui, &press, format!("Set to not known: {}", row.name()));
            if press.clicked() {
                let change = TableChange::CostNotKnown(row.code.clone());
                view.want(Intent::EditTable(change));
            }
        } else if row.unit_cost.is_none() {
            ui.add(
                Label::new(theme::note(
                    ui,
                    "Not known: moves from here or to here are then not priced, and are listed.",
                ))
                .wrap(),
            );
        }
        offers::examples_unfolded(ui, view, row)
    });
    if unfolded.inner {
        offers::examples(ui, view, row);
    }
    ui.add_space(GAP_S);
}

/// Whoever reads the table may know the children of a row that has very few.
pub fn caution(ui: &mut Ui, view: &View<'_>, row: &Provision) {
    let found = privacy::rare(view.review.setup(), []);
    let of_row = |rare: &&privacy::Rare| rare.who == Who::Provision(row.code.clone());
    if let Some(rare) = found.iter().find(of_row) {
        let text = crate::review::text::sentence(&rare.why);
        marks::labelled(ui, Mark::Caution, &format!("{text}. {}", rare.advice));
    }
}

/// Takes the row out; where a case is in it, says which.
fn take_out(ui: &mut Ui, view: &mut View<'_>, row: &Provision) {
    let state = view.review.state();
    if let Some(case) = state.case_in(&row.code) {
        let text = format!("Case {case} refers to this row, so it stays in the table.");
        ui.label(theme::note(ui, text));
        return;
    }
    let out = button::quiet(ui, "Take out");
    access::name(ui, &out, format!("Take out: {} ({})", row.name(), row.code));
    if out.clicked() {
        let edit = SetupEdit::RemoveProvision(row.code.clone());
        view.apply(Command::Setup(edit));
    }
}
