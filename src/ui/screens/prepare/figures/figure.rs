//! One figure: its name with help, what stands for it, and beside it where it comes from.

use eframe::egui::{Label, TextStyle, Ui};

use super::refused::{error, refused};
use super::{help, years};
use crate::guidance::Help;
use crate::review::source::{self, Average, BaselineFigure, ProvisionFigure};
use crate::review::text::ProvisionCode;
use crate::ui::fields::{Field, SourceField, SourcePart};
use crate::ui::intent::Intent;
use crate::ui::table_edits::TableChange;
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::measure;

/// How wide a figure is. Points.
const VALUE: f32 = 164.0;
/// How wide a year is. Points.
const YEAR: f32 = 128.0;
/// How wide the choice of an average is. Points.
const AVERAGE: f32 = 128.0;
/// With less room the source stands below its figure. Points.
const NARROW: f32 = 500.0;

/// Whose source it is.
#[derive(Clone, Debug, PartialEq)]
pub enum Of {
    /// A figure of a row of the provision table.
    Row(ProvisionCode, ProvisionFigure),
    /// A figure of the baseline.
    Baseline(BaselineFigure),
}

/// What stands for the figure.
pub enum Value {
    /// One field.
    Field(Field),
    /// A field a year.
    Years(years::Years),
}

/// A figure as it is to be shown.
pub struct Figure {
    /// What it is called.
    pub label: &'static str,
    /// What a screen reader calls it: holds the label, and is like no other on the page.
    pub name: String,
    /// What it means.
    pub help: &'static Help,
    /// What stands for it.
    pub value: Value,
    /// What stands in an empty field.
    pub empty: &'static str,
    /// The figure in words, beside its name; empty = nothing to say.
    pub words: String,
    /// Where it comes from is asked, unless it is the panel's own choice.
    pub of: Option<Of>,
}

impl Figure {
    /// Shows it.
    pub fn show(self, ui: &mut Ui, view: &mut View<'_>) {
        ui.spacing_mut().item_spacing.y = GAP_XS;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_XS;
            ui.label(self.label);
            help::mark(ui, view, self.label);
            let words = self.beside_name(view);
            if !words.is_empty() {
                ui.add(Label::new(theme::note(ui, words)).wrap());
            }
        });
        let refused = match &self.value {
            Value::Field(field) => self.beside(ui, view, field.clone()),
            Value::Years(list) => self.below(ui, view, list),
        };
        for why in refused {
            error(ui, &why);
        }
        help::text(ui, view, self.label, self.help);
        ui.add_space(GAP_S);
    }

    /// The figure, and beside it its source. What was refused.
    fn beside(&self, ui: &mut Ui, view: &mut View<'_>, field: Field) -> Vec<String> {
        let narrow = ui.available_width() < NARROW;
        let value = |ui: &mut Ui, view: &mut View<'_>| {
            view.text(ui, field.clone(), "", |widget| {
                let widget = widget.spoken(&self.name).placeholder(self.empty);
                widget.width(VALUE).at_right().in_a_table()
            });
        };
        if narrow {
            value(ui, view);
            self.source(ui, view);
        } else {
            ui.horizontal_top(|ui| {
                value(ui, view);
                self.source(ui, view);
            });
        }
        refused(view, &field).into_iter().collect()
    }

    fn below(&self, ui: &mut Ui, view: &mut View<'_>, list: &years::Years) -> Vec<String> {
        let refused = list.show(ui, view, &self.name);
        self.source(ui, view);
        refused
    }

    /// Where it comes from, of which year, and for a cost which average it is.
    fn source(&self, ui: &mut Ui, view: &mut View<'_>) {
        let Some(of) = &self.of else { return };
        let part = |part: SourcePart| match of {
            Of::Row(code, figure) => SourceField::Row(code.clone(), *figure, part),
            Of::Baseline(figure) => SourceField::Baseline(*figure, part),
        };
        let averaged = matches!(of, Of::Row(_, ProvisionFigure::UnitCost));
        let beside = YEAR + GAP_S + if averaged { AVERAGE + GAP_S } else { 0.0 };
        let width = (ui.available_width() - beside).max(120.0);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width);
                view.text(ui, Field::Source(part(SourcePart::From)), "", |widget| {
                    let name = format!("{}: where it comes from", self.name);
                    let widget = widget.spoken(name).placeholder("Where it comes from");
                    widget.width(width).in_a_table()
                });
                in_full(ui, view, &Field::Source(part(SourcePart::From)), width);
            });
            view.text(ui, Field::Source(part(SourcePart::Year)), "", |widget| {
                let name = format!("{}: year of the source", self.name);
                let widget = widget.spoken(name).placeholder("Year");
                widget.width(YEAR).in_a_table()
            });
            if let (true, Of::Row(code, figure)) = (averaged, of) {
                self.average(ui, view, code, *figure);
            }
        });
    }

    fn average(
        &self,
        ui: &mut Ui,
        view: &mut View<'_>,
        code: &ProvisionCode,
        figure: ProvisionFigure,
    ) {
        let row = view.review.setup().provision(code);
        let said = row.and_then(|row| source::of(&row.sources, figure));
        let was = said.and_then(|source| source.average);
        let mut chosen = was;
        view.changeable(ui, |ui| {
            Select::new("", ("average", code))
                .spoken(format!("{}: mean or median", self.name))
                .placeholder("mean or median")
                .clearable()
                .width(AVERAGE)
                .show(ui, &mut chosen, &Average::ALL, |average| {
                    average.label().to_owned()
                })
        });
        if chosen != was {
            let change = TableChange::Average(code.clone(), chosen);
            view.want(Intent::EditTable(change));
        }
    }

    /// What it comes to in words, and whether nobody has said where it comes from.
    fn beside_name(&self, view: &View<'_>) -> String {
        let mut parts = vec![self.words.as_str()];
        if self.is_unsourced(view) {
            parts.push("no source stated");
        }
        parts.retain(|part| !part.is_empty());
        parts.join("; ")
    }

    fn is_unsourced(&self, view: &View<'_>) -> bool {
        let setup = view.review.setup();
        match &self.of {
            None => false,
            Some(Of::Row(code, figure)) => setup
                .provision(code)
                .is_some_and(|row| row.without_source().any(|lacks| lacks == *figure)),
            Some(Of::Baseline(figure)) => setup
                .baseline
                .without_source()
                .any(|lacks| lacks == *figure),
        }
    }
}

/// All of a text that is longer than its field.
fn in_full(ui: &mut Ui, view: &View<'_>, field: &Field, width: f32) {
    let text = match view.drafts.get(field) {
        Some(typed) => typed.text.clone(),
        None => field.shown(view.review.state()),
    };
    if measure::line_width(ui, &text, &TextStyle::Body) > width - 2.0 * GAP_M {
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
}
