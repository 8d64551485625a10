//! The baseline (model.md §1): two columns, a field and its value.

use super::Read;
use super::columns::{TableKind, Takes};
use super::matching::plain;
use super::number::{Kind, shortened};
use super::row::{by_year, each_row_of, quantity, whole};
use super::table::Table;
use crate::review::baseline::Baseline;
use crate::review::units::{FinancialYear, Horizon, Money, PriceGrowth, Share};

type Set = fn(&mut Baseline, &str) -> Result<(), String>;

/// One field of the table.
pub(super) struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub means: &'static str,
    /// What its numbers are of; `None` = it holds none.
    pub kind: Option<Kind>,
    /// What can stand there.
    pub takes: fn() -> Takes,
    /// What a baseline holds there.
    pub get: fn(&Baseline) -> Held,
    set: Set,
}

/// What a baseline holds in a field.
pub(super) enum Held {
    Text(String),
    One(f64),
    Years(Vec<f64>),
}

macro_rules! one {
    ($field:ident, $kind:ident, $type:ty, $means:literal) => {
        Field {
            name: stringify!($field),
            means: $means,
            kind: Some(Kind::$kind),
            takes: || Takes::$kind,
            get: |baseline| Held::One(baseline.$field.get()),
            set: |baseline, text| {
                baseline.$field = quantity(text, Kind::$kind, <$type>::new)?;
                Ok(())
            },
        }
    };
}
macro_rules! years {
    ($field:ident, $kind:ident, $type:ty, $means:literal) => {
        Field {
            name: stringify!($field),
            means: $means,
            kind: Some(Kind::$kind),
            takes: || Takes::ByYear,
            get: |baseline| Held::Years(baseline.$field.iter().map(|one| one.get()).collect()),
            set: |baseline, text| {
                baseline.$field = by_year(text, Kind::$kind, <$type>::new)?;
                Ok(())
            },
        }
    };
}

/// Every field of the table: what it means and how it is read.
pub(super) const FIELDS: &[Field] = &[
    Field {
        name: "base_year",
        means: "The financial year of all figures, as 2024-25. The years after it are forecast.",
        kind: None,
        takes: || Takes::Words,
        get: |baseline| Held::Text(baseline.base_year.to_string()),
        set: |baseline, text| {
            baseline.base_year = text.parse().map_err(|why| format!("{why}"))?;
            Ok(())
        },
    },
    Field {
        name: "horizon",
        means: "How many years are forecast: 1 to 10.",
        kind: Some(Kind::Count),
        takes: || Takes::Count,
        get: |baseline| Held::One(f64::from(u8::from(baseline.horizon))),
        set: |baseline, text| {
            baseline.horizon = whole(text, (1, Horizon::MAX), Horizon::new)?;
            Ok(())
        },
    },
    one!(inflation, Rate, PriceGrowth, "Growth of prices a year."),
    one!(
        other_spend,
        Money,
        Money,
        "High needs spend outside the provision table, pounds a year."
    ),
    one!(
        allocation,
        Money,
        Money,
        "The high needs allocation of the base year."
    ),
    years!(
        allocation_growth,
        Rate,
        PriceGrowth,
        "Growth of the allocation in each year after the base year; the last one goes on."
    ),
    one!(
        opening_balance,
        Money,
        Money,
        "The DSG’s balance at the end of the base year; a deficit is negative."
    ),
    years!(
        ramp,
        Rate,
        Share,
        "The share of decision points in each year at which the new practice is followed; the last one goes on. Empty: all."
    ),
    one!(
        first_year_share,
        Rate,
        Share,
        "The part of the first financial year in which a move has an effect: 7/12 for a September start."
    ),
    one!(
        realisation,
        Rate,
        Share,
        "The part of each case’s effect that comes about. It shrinks costs as well as savings."
    ),
    years!(investment, Money, Money, "What is invested in each year."),
    years!(grant, Money, Money, "What a grant brings in each year."),
    one!(
        appeal_share,
        Rate,
        Share,
        "The share of families in disagreement who would appeal."
    ),
    one!(
        appeal_loss_share,
        Rate,
        Share,
        "The share of appeals in which the council’s placement would not stand."
    ),
];

/// Reads the table `baseline`. What is left out takes model.md's default; a `base_year` that is
/// left out is `this_year`, and a note says so.
pub fn baseline(table: &Table, this_year: FinancialYear) -> Read<Baseline> {
    let mut value = Baseline::starting(this_year);
    let mut seen: Vec<&str> = Vec::new();
    let (_, problems, mut notes) = each_row_of(table, TableKind::Baseline, |row| {
        let name = row.cell("field").to_owned();
        let Some(Field { name, set, .. }) = FIELDS
            .iter()
            .find(|known| plain(known.name) == plain(&name))
        else {
            if name.is_empty() {
                row.wrong("field", "a value without the name of its field");
            } else {
                let what = format!("“{}” is not known and was ignored", shortened(&name));
                row.note("field", &what);
            }
            return None;
        };
        if seen.contains(name) {
            row.wrong_in("field", name, "this field stands in the table twice");
            return None;
        }
        seen.push(name);
        let text = row.cell("value").to_owned();
        if !text.is_empty()
            && let Err(why) = set(&mut value, &text)
        {
            row.wrong_in("value", name, why);
        }
        Some(())
    });
    if !seen.contains(&"base_year") {
        notes.push(format!(
            "no base_year is given; it was taken to be {this_year}"
        ));
    }
    Read {
        value,
        problems,
        notes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Read<Baseline> {
        let table = Table::from_csv("b.csv", text, TableKind::Baseline);
        baseline(&table, "2025-26".parse().unwrap())
    }

    #[test]
    fn fields_and_defaults() {
        let read = read(
            "field,value\nbase_year,2024-25\nhorizon,5\ninflation,3%\nallocation,\"£89,000,000\"\n\
             allocation_growth,5%;3%\nopening_balance,\"−£21,400,000\"\ninvestment,400000;400000;\n\
             grant,\nweather,fine\n",
        );
        assert!(read.problems.is_empty(), "{}", read.problems);
        assert_eq!(read.value.base_year.to_string(), "2024-25");
        assert_eq!(read.value.allocation_growth.len(), 2);
        assert_eq!(read.value.opening_balance.get(), -21_400_000.0);
        assert_eq!(read.value.investment.len(), 2);
        assert_eq!(read.value.first_year_share.get(), 7.0 / 12.0);
        assert_eq!(
            read.notes,
            ["b.csv, row 10, column field: “weather” is not known and was ignored"]
        );
    }

    #[test]
    fn a_missing_base_year_is_said() {
        let read = read("field,value\n");
        assert_eq!(read.value, Baseline::starting("2025-26".parse().unwrap()));
        assert!(read.notes[0].contains("2025-26"));
    }

    #[test]
    fn bounds_are_named() {
        let read = read(
            "field,value\nhorizon,11\ninflation,60%\nramp,0.5;1.2\nhorizon,3\nbase_year,1999-00\n,7\n",
        );
        let listed = read.problems.to_string();
        for part in [
            "row 2, column horizon: it must be a whole number from 1 to 10",
            "row 3, column inflation: Inflation or allocation growth must be between −20% and 50%",
            "row 4, column ramp: A share must be between 0% and 100%; 1.2 is not",
            "row 5, column horizon: this field stands in the table twice",
            "row 6, column base_year: a financial year is written like 2024-25",
            "row 7, column field",
        ] {
            assert!(listed.contains(part), "{part}\n{listed}");
        }
    }
}
