//! The year before the base year as it turned out, beside what the base year is said to be: a check
//! in words for whoever has the outturn at hand. It is in no forecast.

use crate::projection::Forecast;
use crate::review::baseline::Baseline;
use crate::ui::money;

/// How the base year stands to it, in sentences; empty where nothing of it is stated.
pub fn compared(baseline: &Baseline, forecast: &Forecast) -> Vec<String> {
    let Some(base) = forecast.years.first() else {
        return Vec::new();
    };
    let (last, year) = (&baseline.last_year, baseline.base_year.label_before());
    let mut told = Vec::new();
    if let Some(spend) = last.spend.map(|spend| spend.get()) {
        let what = if forecast.at_least {
            "Known spend in the base year"
        } else {
            "Spend in the base year"
        };
        told.extend(change(what, base.spend, spend, &year));
    }
    if let Some(allocation) = last.allocation.map(|allocation| allocation.get())
        && base.allocation != 0.0
    {
        let what = "The allocation of the base year";
        told.extend(change(what, base.allocation, allocation, &year));
    }
    if let Some(balance) = last.balance.map(|balance| balance.get())
        && base.allocation != 0.0
        && base.spend != 0.0
    {
        told.push(carried_on(
            balance,
            base.in_year_balance,
            base.cumulative_balance,
            &year,
        ));
    }
    told
}

/// "Spend in the base year is 4.0% above what 2023-24 turned out (£97.2m)."
fn change(what: &str, now: f64, before: f64, year: &str) -> Option<String> {
    if before <= 0.0 || now <= 0.0 {
        return None;
    }
    let by = (now / before - 1.0) * 100.0;
    let amount = money::to_a_tenth(before);
    let size = format!("{:.1}%", by.abs());
    Some(if size == "0.0%" {
        format!("{what} is what {year} turned out ({amount}).")
    } else {
        let side = if by > 0.0 { "above" } else { "below" };
        format!("{what} is {size} {side} what {year} turned out ({amount}).")
    })
}

/// Whether last year's balance and the base year's own come to the balance that was entered.
fn carried_on(before: f64, in_year: f64, entered: f64, year: &str) -> String {
    let comes_to = before + in_year;
    let apart = entered - comes_to;
    let so = format!(
        "{year} ended with {}; with the base year’s own balance that comes to {}",
        money::balance(before),
        money::balance(comes_to)
    );
    if apart.abs() < 50_000.0 {
        return format!("{so}, which is what is entered.");
    }
    let side = if apart > 0.0 { "better" } else { "worse" };
    let apart = money::to_a_tenth(apart.abs());
    format!(
        "{so}. Entered is {}: {apart} {side}.",
        money::balance(entered)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::ForecastYear;
    use crate::review::baseline::LastYear;
    use crate::review::units::Money;

    fn told(last: [Option<f64>; 3], at_least: bool) -> Vec<String> {
        let mut baseline = Baseline::starting("2024-25".parse().unwrap());
        let [spend, allocation, balance] = last.map(|value| value.map(|v| Money::new(v).unwrap()));
        baseline.last_year = LastYear {
            spend,
            allocation,
            balance,
        };
        let year = ForecastYear {
            t: 0,
            year: "2024-25".to_owned(),
            spend: 101e6,
            allocation: 89e6,
            in_year_balance: -12e6,
            cumulative_balance: -21.4e6,
        };
        compared(
            &baseline,
            &Forecast {
                at_least,
                years: vec![year],
            },
        )
    }

    #[test]
    fn the_base_year_is_held_against_the_last() {
        assert_eq!(
            told([Some(97.2e6), Some(89e6), Some(-9.4e6)], false),
            [
                "Spend in the base year is 3.9% above what 2023-24 turned out (£97.2m).",
                "The allocation of the base year is what 2023-24 turned out (£89.0m).",
                "2023-24 ended with a deficit of £9.4m; with the base year’s own balance that \
                 comes to a deficit of £21.4m, which is what is entered.",
            ]
        );
        let [known, apart] = &told([Some(110e6), None, Some(-5e6)], true)[..] else {
            panic!("two");
        };
        assert_eq!(
            known,
            "Known spend in the base year is 8.2% below what 2023-24 turned out (£110.0m)."
        );
        assert!(apart.ends_with("Entered is a deficit of £21.4m: £4.4m worse."));
        assert!(told([None; 3], false).is_empty());
    }
}
