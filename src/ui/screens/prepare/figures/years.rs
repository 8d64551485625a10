//! A figure a year, each under its financial year.

use eframe::egui::Ui;

use super::refused::refused;
use crate::exchange::number::{shown, shown_percent};
use crate::review::baseline::repeating;
use crate::review::setup::Setup;
use crate::review::text::ProvisionCode;
use crate::ui::fields::{BaselineField, Field, RowField, YearList};
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::View;

/// The least width of a year's field. Points.
const LEAST: f32 = 92.0;
/// And the most. Points.
const MOST: f32 = 128.0;

/// A list by year.
#[derive(Clone, Debug, PartialEq)]
pub enum Years {
    /// Of the baseline.
    Baseline(YearList),
    /// Places in a provision.
    Places(ProvisionCode),
}

impl Years {
    fn field(&self, year: u8) -> Field {
        match self {
            Self::Baseline(list) => Field::Baseline(BaselineField::Year(*list, year)),
            Self::Places(code) => Field::Row(code.clone(), RowField::PlacesIn(year)),
        }
    }

    /// What stands for a year in which nothing is typed.
    fn stands(&self, setup: &Setup, year: u8) -> String {
        let (baseline, t) = (&setup.baseline, usize::from(year));
        match self {
            Self::Baseline(YearList::AllocationGrowth) => {
                let growth = repeating(&baseline.allocation_growth, t);
                shown_percent(growth.map_or(0.0, |growth| growth.get()))
            }
            Self::Baseline(YearList::Ramp) => {
                shown_percent(repeating(&baseline.ramp, t).map_or(1.0, |share| share.get()))
            }
            Self::Baseline(YearList::Investment | YearList::Grant) => "£0".to_owned(),
            Self::Places(code) => {
                let row = setup.provision(code);
                let places = row.and_then(|row| repeating(&row.new_places, t));
                places.map_or("no limit".to_owned(), |places| shown(places.get()))
            }
        }
    }

    /// What an empty year means.
    const fn rule(&self) -> &'static str {
        match self {
            Self::Baseline(list) if !list.repeats() => {
                "Each year stands for itself; an empty one is £0."
            }
            Self::Places(_) => {
                "Totals so far, year by year; an empty year is as the year before. All empty: no limit."
            }
            Self::Baseline(_) => "An empty year is as the year before.",
        }
    }

    /// How many values are stated for years that are not forecast.
    fn beyond(&self, setup: &Setup) -> usize {
        let baseline = &setup.baseline;
        let stated = match self {
            Self::Baseline(YearList::AllocationGrowth) => baseline.allocation_growth.len(),
            Self::Baseline(YearList::Ramp) => baseline.ramp.len(),
            Self::Baseline(YearList::Investment) => baseline.investment.len(),
            Self::Baseline(YearList::Grant) => baseline.grant.len(),
            Self::Places(code) => setup.provision(code).map_or(0, |row| row.new_places.len()),
        };
        stated.saturating_sub(baseline.horizon.years())
    }

    /// Shows the fields, named after the figure, as many beside each other as there is room for.
    /// What was refused, each with its year.
    pub fn show(&self, ui: &mut Ui, view: &mut View<'_>, name: &str) -> Vec<String> {
        let setup = view.review.setup();
        let (base, years) = (setup.baseline.base_year, setup.baseline.horizon.years());
        let room = ui.available_width() + GAP_S;
        let across = ((room / (LEAST + GAP_S)) as usize).clamp(1, years.max(1));
        let width = (room / across as f32 - GAP_S).min(MOST);
        let years: Vec<u8> = (1..=years).filter_map(|t| u8::try_from(t).ok()).collect();
        let mut wrong = Vec::new();
        for years in years.chunks(across) {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP_S;
                for year in years {
                    let label = base.label_after(usize::from(*year));
                    let field = self.field(*year);
                    let stands = self.stands(view.review.setup(), *year);
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = GAP_XS;
                        ui.label(theme::note(ui, &label));
                        view.text(ui, field.clone(), "", |widget| {
                            let widget = widget.spoken(format!("{name}, {label}"));
                            widget
                                .placeholder(stands)
                                .width(width)
                                .at_right()
                                .in_a_table()
                        });
                    });
                    wrong.extend(refused(view, &field).map(|why| format!("{label}: {why}")));
                }
            });
        }
        let beyond = match self.beyond(view.review.setup()) {
            0 => String::new(),
            1 => " One more year is stated and not forecast.".to_owned(),
            more => format!(" {more} more years are stated and not forecast."),
        };
        ui.label(theme::note(ui, format!("{}{beyond}", self.rule())));
        wrong
    }
}
