//! The fields of the provision table and the baseline.

use serde::{Deserialize, Serialize};

use super::by_year::{Rule, YearList, set_year, year_shown};
use super::read::{Told, by_year, figure, figure_or_0, pounds, shown_by_year, told, words};
use super::sources;
use crate::exchange::number::{Kind, shown, shown_percent};
use crate::review::baseline::Baseline;
use crate::review::provision::Provision;
use crate::review::text::sentence;
use crate::review::units::{
    Caseload, FinancialYear, Growth, Horizon, Money, PerChild, Places, PriceGrowth, Share, Tier,
};
use crate::ui::money;

/// The columns of the provision table that can be typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RowField {
    /// Text shown.
    Label,
    /// How specialist.
    Tier,
    /// Children at t = 0.
    Caseload,
    /// £ per child per year.
    UnitCost,
    /// The part that stops being paid.
    AvoidableCost,
    /// % per year.
    Growth,
    /// % of the caseload at a decision point in a year.
    TransitionShare,
    /// Places, by year.
    NewPlaces,
    /// Places in one year, counted from 1.
    PlacesIn(u8),
}

/// The figures of the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BaselineField {
    /// The year t = 0.
    BaseYear,
    /// Years after it.
    Horizon,
    /// % per year.
    Inflation,
    /// £ outside the table.
    OtherSpend,
    /// £ of allocation at t = 0.
    Allocation,
    /// % by year.
    AllocationGrowth,
    /// £ at the end of t = 0.
    OpeningBalance,
    /// % by year.
    Ramp,
    /// Share of the first year.
    FirstYearShare,
    /// Share realised.
    Realisation,
    /// £ by year.
    Investment,
    /// £ by year.
    Grant,
    /// Share of contested families who appeal.
    AppealShare,
    /// Share of appeals lost.
    AppealLossShare,
    /// One year of a list, counted from 1.
    Year(YearList, u8),
    /// £ spent in the year before the base year.
    LastYearSpend,
    /// £ granted in it.
    LastYearAllocation,
    /// £ at its end.
    LastYearBalance,
}

pub(super) fn row_shown(row: &Provision, cell: RowField) -> String {
    match cell {
        RowField::Label => row.label.to_string(),
        RowField::Tier => row.tier.get().to_string(),
        RowField::Caseload => shown(row.caseload.get()),
        RowField::UnitCost => row
            .unit_cost
            .map(|c| shown_money(c.get()))
            .unwrap_or_default(),
        RowField::AvoidableCost => row
            .avoidable_cost
            .map(|c| shown_money(c.get()))
            .unwrap_or_default(),
        RowField::Growth => shown_percent(row.growth.get()),
        RowField::TransitionShare => shown_percent(row.transition_share.get()),
        RowField::NewPlaces => {
            shown_by_year(row.new_places.iter().map(|places| places.get()), shown)
        }
        RowField::PlacesIn(year) => year_shown(&row.new_places, year, |places| shown(places.get())),
    }
}

/// An amount as it stands in a field: "£26,000", "−£21,400,000".
fn shown_money(value: f64) -> String {
    let plain = shown(value);
    match plain.strip_prefix('−') {
        Some(size) => format!("−£{size}"),
        None => format!("£{plain}"),
    }
}

pub(super) fn set_row(row: &mut Provision, cell: RowField, text: &str) -> Told<()> {
    match cell {
        RowField::Label => row.label = words(text)?,
        RowField::Tier => {
            let tier: u8 = text
                .trim()
                .parse()
                .map_err(|_| "a tier is a whole number, 0 to 23")?;
            row.tier = told(Tier::new(tier))?;
        }
        RowField::Caseload => row.caseload = figure(text, Kind::Count, Caseload::new)?,
        RowField::UnitCost => row.unit_cost = pounds(text, PerChild::new)?,
        RowField::AvoidableCost => row.avoidable_cost = pounds(text, PerChild::new)?,
        RowField::Growth => row.growth = figure_or_0(text, Kind::Rate, Growth::new)?,
        RowField::TransitionShare => row.transition_share = figure(text, Kind::Rate, Share::new)?,
        RowField::NewPlaces => row.new_places = by_year(text, Kind::Count, Places::new)?,
        RowField::PlacesIn(year) => {
            let rule = Rule {
                nothing: const { Places::constant(0.0) },
                repeats: true,
            };
            let list = &mut row.new_places;
            set_year(list, year, text, Kind::Count, rule, Places::new)?;
        }
    }
    Ok(())
}

pub(super) fn baseline_shown(baseline: &Baseline, field: BaselineField) -> String {
    let list =
        |values: &[Money]| shown_by_year(values.iter().map(|value| value.get()), shown_money);
    let last = |value: Option<Money>| value.map(|v| shown_money(v.get())).unwrap_or_default();
    match field {
        BaselineField::BaseYear => baseline.base_year.to_string(),
        BaselineField::Horizon => baseline.horizon.years().to_string(),
        BaselineField::Inflation => shown_percent(baseline.inflation.get()),
        BaselineField::OtherSpend => shown_money(baseline.other_spend.get()),
        BaselineField::Allocation => shown_money(baseline.allocation.get()),
        BaselineField::AllocationGrowth => shown_by_year(
            baseline.allocation_growth.iter().map(|growth| growth.get()),
            shown_percent,
        ),
        BaselineField::OpeningBalance => shown_money(baseline.opening_balance.get()),
        BaselineField::Ramp => {
            shown_by_year(baseline.ramp.iter().map(|share| share.get()), shown_percent)
        }
        BaselineField::FirstYearShare => shown_percent(baseline.first_year_share.get()),
        BaselineField::Realisation => shown_percent(baseline.realisation.get()),
        BaselineField::Investment => list(&baseline.investment),
        BaselineField::Grant => list(&baseline.grant),
        BaselineField::AppealShare => shown_percent(baseline.appeal_share.get()),
        BaselineField::AppealLossShare => shown_percent(baseline.appeal_loss_share.get()),
        BaselineField::Year(list, year) => baseline_year_shown(baseline, list, year),
        BaselineField::LastYearSpend => last(baseline.last_year.spend),
        BaselineField::LastYearAllocation => last(baseline.last_year.allocation),
        BaselineField::LastYearBalance => last(baseline.last_year.balance),
    }
}

fn baseline_year_shown(baseline: &Baseline, list: YearList, year: u8) -> String {
    let pounds = |value: Money| shown_money(value.get());
    match list {
        YearList::AllocationGrowth => year_shown(&baseline.allocation_growth, year, |growth| {
            shown_percent(growth.get())
        }),
        YearList::Ramp => year_shown(&baseline.ramp, year, |share| shown_percent(share.get())),
        YearList::Investment => year_shown(&baseline.investment, year, pounds),
        YearList::Grant => year_shown(&baseline.grant, year, pounds),
    }
}

fn set_baseline_year(baseline: &mut Baseline, list: YearList, year: u8, text: &str) -> Told<()> {
    let repeats = list.repeats();
    let once = Rule {
        nothing: const { Money::constant(0.0) },
        repeats,
    };
    match list {
        YearList::AllocationGrowth => {
            let nothing = const { PriceGrowth::constant(0.0) };
            let rule = Rule { nothing, repeats };
            let list = &mut baseline.allocation_growth;
            set_year(list, year, text, Kind::Rate, rule, PriceGrowth::new)
        }
        YearList::Ramp => {
            let nothing = const { Share::constant(1.0) };
            let rule = Rule { nothing, repeats };
            set_year(&mut baseline.ramp, year, text, Kind::Rate, rule, Share::new)
        }
        YearList::Investment => {
            let list = &mut baseline.investment;
            set_year(list, year, text, Kind::Money, once, Money::new)
        }
        YearList::Grant => {
            let list = &mut baseline.grant;
            set_year(list, year, text, Kind::Money, once, Money::new)
        }
    }
}

pub(super) fn set_baseline(baseline: &mut Baseline, field: BaselineField, text: &str) -> Told<()> {
    match field {
        BaselineField::BaseYear => baseline.base_year = told(text.parse::<FinancialYear>())?,
        BaselineField::Horizon => {
            let years: u8 = text
                .trim()
                .parse()
                .map_err(|_| "a horizon is 1 to 10 years")?;
            baseline.horizon = told(Horizon::new(years))?;
        }
        BaselineField::Inflation => {
            baseline.inflation = figure_or_0(text, Kind::Rate, PriceGrowth::new)?
        }
        BaselineField::OtherSpend => {
            baseline.other_spend = figure_or_0(text, Kind::Money, Money::new)?;
        }
        BaselineField::Allocation => {
            baseline.allocation = figure_or_0(text, Kind::Money, Money::new)?;
        }
        BaselineField::AllocationGrowth => {
            baseline.allocation_growth = by_year(text, Kind::Rate, PriceGrowth::new)?;
        }
        BaselineField::OpeningBalance => {
            baseline.opening_balance = figure_or_0(text, Kind::Money, Money::new)?
        }
        BaselineField::Ramp => baseline.ramp = by_year(text, Kind::Rate, Share::new)?,
        BaselineField::FirstYearShare => {
            baseline.first_year_share = figure(text, Kind::Rate, Share::new)?
        }
        BaselineField::Realisation => baseline.realisation = figure(text, Kind::Rate, Share::new)?,
        BaselineField::Investment => baseline.investment = by_year(text, Kind::Money, Money::new)?,
        BaselineField::Grant => baseline.grant = by_year(text, Kind::Money, Money::new)?,
        BaselineField::AppealShare => baseline.appeal_share = figure(text, Kind::Rate, Share::new)?,
        BaselineField::AppealLossShare => {
            baseline.appeal_loss_share = figure(text, Kind::Rate, Share::new)?
        }
        BaselineField::Year(list, year) => set_baseline_year(baseline, list, year, text)?,
        BaselineField::LastYearSpend => baseline.last_year.spend = pounds(text, Money::new)?,
        BaselineField::LastYearAllocation => {
            baseline.last_year.allocation = pounds(text, Money::new)?
        }
        BaselineField::LastYearBalance => baseline.last_year.balance = pounds(text, Money::new)?,
    }
    Ok(())
}

/// A row of the provision table in one line, without its name: its figures and where they come from.
pub fn row_in_words(row: &Provision) -> String {
    let mut parts = vec![row_figures_in_words(row)];
    parts.extend(sources::in_words(&row.sources, sources::row_figure));
    parts.join(", ")
}

/// The figures of a row in one line.
pub fn row_figures_in_words(row: &Provision) -> String {
    let pounds = |cost: Option<PerChild>, what: &str| {
        cost.map(|cost| format!("{} {what}", money::exact(cost.get())))
    };
    let mut parts = vec![
        format!("tier {}", row.tier.get()),
        format!("{} children", shown(row.caseload.get())),
    ];
    parts.extend(pounds(row.unit_cost, "a child"));
    parts.extend(pounds(row.avoidable_cost, "of it avoidable"));
    parts.push(format!("growth {}", shown_percent(row.growth.get())));
    let decided = shown_percent(row.transition_share.get());
    parts.push(format!("at a decision point {decided}"));
    if !row.new_places.is_empty() {
        let places = shown_by_year(row.new_places.iter().map(|places| places.get()), shown);
        parts.push(format!("new places {places}"));
    }
    parts.join(", ")
}

/// The figures of a baseline in one line, as far as any are entered.
pub fn baseline_in_words(baseline: &Baseline) -> String {
    const NAMED: [(BaselineField, &str); 17] = [
        (BaselineField::BaseYear, "base year"),
        (BaselineField::Horizon, "years after it"),
        (BaselineField::Inflation, "inflation"),
        (BaselineField::Allocation, "allocation"),
        (BaselineField::AllocationGrowth, "its growth"),
        (BaselineField::OtherSpend, "spend outside the table"),
        (BaselineField::OpeningBalance, "balance"),
        (BaselineField::Investment, "investment"),
        (BaselineField::Grant, "grant"),
        (BaselineField::Ramp, "share that follows the new practice"),
        (BaselineField::FirstYearShare, "part of the first year"),
        (BaselineField::Realisation, "realised"),
        (BaselineField::AppealShare, "share who appeal"),
        (BaselineField::AppealLossShare, "share of appeals lost"),
        (BaselineField::LastYearSpend, "spent the year before"),
        (BaselineField::LastYearAllocation, "granted the year before"),
        (BaselineField::LastYearBalance, "balance the year before"),
    ];
    let told = NAMED.into_iter().filter_map(|(field, name)| {
        let value = baseline_shown(baseline, field);
        (!value.is_empty()).then(|| format!("{name} {value}"))
    });
    let from = sources::in_words(&baseline.sources, sources::baseline_figure);
    sentence(&told.chain(from).collect::<Vec<_>>().join("; "))
}
