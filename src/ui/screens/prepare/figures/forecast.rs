//! The current course beside what it is made from: the one projection that every screen reads, so
//! that what is typed here is seen to become what the panel sees.

use eframe::egui::{Align, Color32, Grid, Label, Layout, Response, RichText, TextStyle, Ui};

use super::{lacking, last_year};
use crate::projection::{Forecast, ForecastYear};
use crate::review::setup::Setup;
use crate::ui::money;
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::balance_chart::balance_chart;
use crate::ui::widgets::balances::Balances;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, heading, measure, points};

/// How high the chart is. Points.
const CHART: f32 = 180.0;
/// The table keeps its columns together. Points.
const WIDEST: f32 = 480.0;

/// Shows chart and table, as far as there is anything to show, and what they lack.
pub fn ui(ui: &mut Ui, view: &View<'_>) {
    heading::section(ui, "The current course");
    let setup = view.review.setup();
    let missing = lacking::missing(setup);
    if !missing.is_empty() {
        points::points(ui, &missing);
        let text = "The panel can judge all the same. The projection says what it lacks.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
        ui.add_space(GAP_S);
    }
    let Some(projection) = view.figures.projection.as_deref() else {
        return;
    };
    let forecast = &projection.unmitigated;
    if let Some(balances) = balances(setup, forecast) {
        heading::group(ui, &balances.finding());
        balance_chart(ui, &balances, CHART);
        if let Some((year, balance)) = balances.before() {
            let ring = format!(
                "The ring at the left: {year} as it turned out, {}",
                money::balance(balance)
            );
            ui.add(Label::new(theme::note(ui, ring)).wrap());
        }
        ui.add_space(GAP_S);
    }
    if let Some(not_known) = lacking::not_known(setup) {
        marks::labelled(ui, Mark::Caution, &not_known);
        ui.add_space(GAP_S);
    }
    if forecast.years.iter().any(|year| year.spend != 0.0) {
        ui.scope(|ui| table(ui, setup, forecast));
    }
    if view.figures.updating {
        ui.label(theme::note(ui, "updating"));
    }
}

/// How the base year stands to the year before, beside what is typed of that.
pub fn beside_last_year(ui: &mut Ui, view: &View<'_>) {
    let baseline = &view.review.setup().baseline;
    if let Some(projection) = view.figures.projection.as_deref() {
        let compared = last_year::compared(baseline, &projection.unmitigated);
        points::points(ui, &compared);
    }
}

/// What the current course comes to, in one line; `None` where too little is known.
pub fn in_a_line(view: &View<'_>) -> Option<String> {
    let projection = view.figures.projection.as_deref()?;
    let setup = view.review.setup();
    if !lacking::missing(setup).is_empty() {
        return None;
    }
    balances(setup, &projection.unmitigated).map(|balances| balances.finding())
}

/// The balances of the current course; `None` without an allocation, since then they say nothing.
fn balances(setup: &Setup, forecast: &Forecast) -> Option<Balances> {
    let (opening, years) = forecast.years.split_first()?;
    let last = years.last()?;
    if opening.allocation == 0.0 || forecast.years.iter().all(|year| year.spend == 0.0) {
        return None;
    }
    let current = years.iter().map(|year| year.cumulative_balance).collect();
    let ends = (opening.year.clone(), last.year.clone());
    let turned_out = setup.baseline.last_year.balance.map(|b| b.get());
    Some(
        Balances::new(ends, opening.cumulative_balance, current, 0)
            .at_least(forecast.at_least)
            .turned_out(setup.baseline.base_year.label_before(), turned_out),
    )
}

/// The years one below the other, last year's outturn above them where any of it is stated.
fn table(ui: &mut Ui, setup: &Setup, forecast: &Forecast) {
    ui.set_max_width(ui.available_width().min(WIDEST));
    let granted = forecast.years.iter().any(|year| year.allocation != 0.0);
    Grid::new("current course")
        .num_columns(5)
        .spacing([GAP_M, GAP_XS])
        .min_row_height(0.0)
        .show(ui, |ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            let (least, most) = if forecast.at_least {
                ("\nat least", "\nat most")
            } else {
                ("", "")
            };
            let titles = [
                String::new(),
                format!("Spend{least}"),
                "Allocation".to_owned(),
                format!("In the year{most}"),
                format!("Balance{most}"),
            ];
            let columns = if granted { 5 } else { 2 };
            for title in titles.iter().take(columns) {
                // On two lines to the eye, so that the columns keep apart.
                at_right(ui, |ui| {
                    let shown = ui.label(theme::note(ui, title));
                    access::name(ui, &shown, title.replace('\n', ", "));
                    shown
                });
            }
            ui.end_row();
            outturn(ui, setup, columns);
            for year in &forecast.years {
                row(ui, year, columns);
            }
        });
    let note = "All in the money of each year. The balance of the base year is the one entered.";
    ui.add(Label::new(theme::note(ui, note)).wrap());
}

fn row(ui: &mut Ui, year: &ForecastYear, columns: usize) {
    let label = if year.t == 0 {
        format!("{} (base)", year.year)
    } else {
        year.year.clone()
    };
    let amounts = [
        Some(year.spend),
        Some(year.allocation),
        Some(year.in_year_balance),
        Some(year.cumulative_balance),
    ];
    cells(ui, &label, &amounts, columns, Tokens::of(ui).ink);
}

/// The year before the base year, as far as it is stated.
fn outturn(ui: &mut Ui, setup: &Setup, columns: usize) {
    let last = &setup.baseline.last_year;
    if last.is_empty() {
        return;
    }
    let label = format!("{} (outturn)", setup.baseline.base_year.label_before());
    let get = |money: Option<crate::review::units::Money>| money.map(|money| money.get());
    let (spend, allocation) = (get(last.spend), get(last.allocation));
    let in_year = spend
        .zip(allocation)
        .map(|(spend, granted)| granted - spend);
    let amounts = [spend, allocation, in_year, get(last.balance)];
    cells(ui, &label, &amounts, columns, Tokens::of(ui).ink_muted);
}

/// A row; a screen reader hears all of it at the year.
fn cells(ui: &mut Ui, label: &str, amounts: &[Option<f64>], columns: usize, colour: Color32) {
    const NAMES: [&str; 4] = ["spend", "allocation", "in the year", "balance"];
    let year = ui.label(RichText::new(label).color(colour));
    let amounts = amounts.iter().take(columns - 1);
    let told: Vec<String> = NAMES
        .iter()
        .zip(amounts.clone())
        .filter_map(|(name, amount)| Some(format!("{name} {}", money::spoken((*amount)?))))
        .collect();
    access::name(ui, &year, format!("{label}: {}", told.join(", ")));
    for amount in amounts {
        let text = amount.map_or("–".to_owned(), money::to_a_tenth);
        let text = measure::tabular(ui, &text, &TextStyle::Body, colour);
        at_right(ui, |ui| ui.add(Label::new(text)));
    }
    ui.end_row();
}

/// A cell that ends where its column does.
fn at_right(ui: &mut Ui, cell: impl FnOnce(&mut Ui) -> Response) {
    ui.with_layout(Layout::right_to_left(Align::Center), cell);
}
