//! Every figure of the page: what it is called, what stands for it, what it says in words.

use crate::guidance;
use crate::review::baseline::{Baseline, FIRST_YEAR_SHARE};
use crate::review::source::BaselineFigure;
use crate::review::units::Money;
use crate::ui::fields::{BaselineField, Field, YearList};
use crate::ui::money;
use crate::ui::screens::prepare::figures::figure::{Figure, Of, Value};
use crate::ui::screens::prepare::figures::years::Years;

/// A figure that has a source.
pub fn of(figure: BaselineFigure, baseline: &Baseline) -> Figure {
    let (label, value) = field(figure);
    Figure {
        label,
        name: label.to_owned(),
        help: guidance::baseline(figure),
        value,
        empty: empty(figure),
        words: words(figure, baseline),
        of: Some(Of::Baseline(figure)),
    }
}

fn field(figure: BaselineFigure) -> (&'static str, Value) {
    let one = |field| Value::Field(Field::Baseline(field));
    let list = |list| Value::Years(Years::Baseline(list));
    match figure {
        BaselineFigure::Inflation => ("Inflation a year", one(BaselineField::Inflation)),
        BaselineFigure::OtherSpend => ("Spend outside the table", one(BaselineField::OtherSpend)),
        BaselineFigure::Allocation => (
            "Allocation in the base year",
            one(BaselineField::Allocation),
        ),
        BaselineFigure::AllocationGrowth => {
            ("Growth of the allocation", list(YearList::AllocationGrowth))
        }
        BaselineFigure::OpeningBalance => (
            "Balance at the end of the base year",
            one(BaselineField::OpeningBalance),
        ),
        BaselineFigure::Ramp => (
            "Share of decision points that follow the new practice",
            list(YearList::Ramp),
        ),
        BaselineFigure::FirstYearShare => (
            "Part of the first year that a move covers",
            one(BaselineField::FirstYearShare),
        ),
        BaselineFigure::Realisation => (
            "Part of each effect that is realised",
            one(BaselineField::Realisation),
        ),
        BaselineFigure::Investment => ("Investment", list(YearList::Investment)),
        BaselineFigure::Grant => ("Grant", list(YearList::Grant)),
        BaselineFigure::AppealShare => (
            "Share of contested families who appeal",
            one(BaselineField::AppealShare),
        ),
        BaselineFigure::AppealLossShare => (
            "Share of appeals in which the council’s placement does not stand",
            one(BaselineField::AppealLossShare),
        ),
        BaselineFigure::LastYearSpend => {
            ("Spend the year before", one(BaselineField::LastYearSpend))
        }
        BaselineFigure::LastYearAllocation => (
            "Allocation the year before",
            one(BaselineField::LastYearAllocation),
        ),
        BaselineFigure::LastYearBalance => (
            "Balance at the end of the year before",
            one(BaselineField::LastYearBalance),
        ),
    }
}

const fn empty(figure: BaselineFigure) -> &'static str {
    match figure {
        BaselineFigure::LastYearSpend
        | BaselineFigure::LastYearAllocation
        | BaselineFigure::LastYearBalance => "not stated",
        _ => "",
    }
}

/// A big amount as people say it.
fn amount(value: f64) -> String {
    if value == 0.0 {
        "nothing stated is taken as £0".to_owned()
    } else {
        money::to_a_tenth(value)
    }
}

fn stated(value: Option<Money>, words: fn(f64) -> String) -> String {
    value.map(|value| words(value.get())).unwrap_or_default()
}

/// What a figure comes to, beside its name.
fn words(figure: BaselineFigure, baseline: &Baseline) -> String {
    let last = &baseline.last_year;
    match figure {
        BaselineFigure::OtherSpend => amount(baseline.other_spend.get()),
        BaselineFigure::Allocation => amount(baseline.allocation.get()),
        BaselineFigure::OpeningBalance if baseline.opening_balance.get() == 0.0 => {
            "nothing stated is taken as £0; a deficit has a minus".to_owned()
        }
        BaselineFigure::OpeningBalance => money::balance(baseline.opening_balance.get()),
        BaselineFigure::Investment => total(&baseline.investment),
        BaselineFigure::Grant => total(&baseline.grant),
        BaselineFigure::FirstYearShare if baseline.first_year_share.get() == FIRST_YEAR_SHARE => {
            "7 of 12 months: from September to March".to_owned()
        }
        BaselineFigure::LastYearSpend => stated(last.spend, money::to_a_tenth),
        BaselineFigure::LastYearAllocation => stated(last.allocation, money::to_a_tenth),
        BaselineFigure::LastYearBalance => stated(last.balance, money::balance),
        _ => String::new(),
    }
}

fn total(years: &[Money]) -> String {
    let total: f64 = years.iter().map(|year| year.get()).sum();
    if years.is_empty() {
        String::new()
    } else {
        format!("{} in all", money::to_a_tenth(total))
    }
}

/// A figure that is the council's choice and comes from nowhere.
pub fn chosen(label: &'static str, field: BaselineField, help: &'static guidance::Help) -> Figure {
    Figure {
        label,
        name: label.to_owned(),
        help,
        value: Value::Field(Field::Baseline(field)),
        empty: "",
        words: String::new(),
        of: None,
    }
}
