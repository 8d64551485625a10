//! Quantities as types, so that a share cannot be passed for a growth rate or £ a child for £.
//!
//! Each type holds one finite number inside the bounds of model.md §11. It can only be made
//! through `new`, also when a file is read, so a number that exists is a number that is allowed.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A number that its field cannot hold, with the bounds in the field's own words.
#[derive(Clone, Debug, PartialEq, Error)]
#[error("{what} must be {bounds}; {given} is not")]
pub struct OutOfBounds {
    /// The quantity, e.g. "A caseload".
    pub what: &'static str,
    /// The allowed range in words, e.g. "0 to 1,000,000 children".
    pub bounds: &'static str,
    /// What was given.
    pub given: f64,
}

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $what:literal, $min:expr, $max:expr, $bounds:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(try_from = "f64", into = "f64")]
        pub struct $name(f64);

        impl $name {
            /// The smallest value allowed (model.md §11).
            pub const MIN: f64 = $min;
            /// The largest value allowed (model.md §11).
            pub const MAX: f64 = $max;
            /// The bounds in words, as shown beside the field.
            pub const BOUNDS: &'static str = $bounds;

            /// The number as this quantity.
            ///
            /// # Errors
            /// [`OutOfBounds`] if it is not a finite number within the bounds.
            pub fn new(value: f64) -> Result<Self, OutOfBounds> {
                if value.is_finite() && ($min..=$max).contains(&value) {
                    // Minus nought would print as "-0".
                    Ok(Self(if value == 0.0 { 0.0 } else { value }))
                } else {
                    Err(OutOfBounds { what: $what, bounds: $bounds, given: value })
                }
            }

            #[allow(dead_code)] // not every quantity has a constant
            /// A number of the program's own, checked when the program is compiled
            /// (to be called in `const { }`).
            pub(crate) const fn constant(value: f64) -> Self {
                assert!(value >= $min && value <= $max);
                Self(value)
            }

            /// The plain number.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = OutOfBounds;
            fn try_from(value: f64) -> Result<Self, OutOfBounds> {
                Self::new(value)
            }
        }

        impl From<$name> for f64 {
            fn from(value: $name) -> f64 {
                value.0
            }
        }
    };
}

quantity! {
    /// Children placed in a provision at t = 0.
    Caseload, "A caseload", 0.0, 1_000_000.0, "0 to 1,000,000 children"
}
quantity! {
    /// Places, a total so far by year (model.md §1, `new_places`).
    Places, "A number of places", 0.0, 1_000_000.0, "0 to 1,000,000"
}
quantity! {
    /// £ per child per year, base-year prices.
    PerChild, "Money per child", 0.0, 2_000_000.0, "£0 to £2,000,000"
}
quantity! {
    /// £, of a whole council; negative where money is owed.
    Money, "An amount of money", -100_000_000_000.0, 100_000_000_000.0,
    "between −£100,000,000,000 and £100,000,000,000"
}
quantity! {
    /// Growth of a caseload per year, 0.05 = 5%.
    Growth, "Growth", -0.5, 1.0, "between −50% and 100%"
}
quantity! {
    /// Inflation or growth of an allocation per year, 0.03 = 3%.
    PriceGrowth, "Inflation or allocation growth", -0.2, 0.5, "between −20% and 50%"
}
quantity! {
    /// A share, 0 to 1.
    Share, "A share", 0.0, 1.0, "between 0% and 100%"
}

impl PerChild {
    /// Nothing.
    pub const ZERO: Self = Self::constant(0.0);
}

/// How specialist a provision is, 0 = least (model.md §1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Tier(u8);

impl Tier {
    /// The largest tier: one for each of the provisions that a table can hold.
    pub const MAX: u8 = 23;

    /// The tier with this number.
    ///
    /// # Errors
    /// [`OutOfBounds`] above [`Tier::MAX`].
    pub fn new(value: u8) -> Result<Self, OutOfBounds> {
        if value <= Self::MAX {
            Ok(Self(value))
        } else {
            Err(OutOfBounds {
                what: "A tier",
                bounds: "0 to 23",
                given: f64::from(value),
            })
        }
    }

    /// A tier of the program's own, checked when the program is compiled.
    pub(crate) const fn constant(value: u8) -> Self {
        assert!(value <= Self::MAX);
        Self(value)
    }

    /// The plain number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Tier {
    type Error = OutOfBounds;
    fn try_from(value: u8) -> Result<Self, OutOfBounds> {
        Self::new(value)
    }
}

impl From<Tier> for u8 {
    fn from(value: Tier) -> u8 {
        value.0
    }
}

/// Years that a projection covers after the base year, 1 to 10 (model.md §11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Horizon(u8);

impl Horizon {
    /// The longest horizon, years.
    pub const MAX: u8 = 10;

    /// A horizon of this many years.
    ///
    /// # Errors
    /// [`OutOfBounds`] outside 1 to 10.
    pub fn new(years: u8) -> Result<Self, OutOfBounds> {
        if (1..=Self::MAX).contains(&years) {
            Ok(Self(years))
        } else {
            Err(OutOfBounds {
                what: "A horizon",
                bounds: "1 to 10 years",
                given: f64::from(years),
            })
        }
    }

    /// A horizon of the program's own, checked when the program is compiled.
    pub(crate) const fn constant(years: u8) -> Self {
        assert!(years >= 1 && years <= Self::MAX);
        Self(years)
    }

    /// The number of years.
    pub const fn years(self) -> usize {
        self.0 as usize
    }
}

impl TryFrom<u8> for Horizon {
    type Error = OutOfBounds;
    fn try_from(value: u8) -> Result<Self, OutOfBounds> {
        Self::new(value)
    }
}

impl From<Horizon> for u8 {
    fn from(value: Horizon) -> u8 {
        value.0
    }
}

/// A financial year, April to March, written "2024-25".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FinancialYear(u16);

/// Words that are no financial year.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a financial year is written like 2024-25, from 2000-01 to 2099-00; “{0}” is not")]
pub struct NotAFinancialYear(pub String);

impl FinancialYear {
    /// The year that starts in April of `start`.
    ///
    /// # Errors
    /// [`NotAFinancialYear`] outside 2000-01 to 2099-00.
    pub fn starting(start: u16) -> Result<Self, NotAFinancialYear> {
        if (2000..=2099).contains(&start) {
            Ok(Self(start))
        } else {
            Err(NotAFinancialYear(start.to_string()))
        }
    }

    /// The year that starts in April of `start`, or the nearest that can be kept.
    pub fn nearest(start: i32) -> Self {
        u16::try_from(start.clamp(2000, 2099)).map_or(Self(2000), Self)
    }

    /// The label of the year before: "2023-24" of 2024-25.
    pub fn label_before(self) -> String {
        format!("{}-{:02}", self.0.saturating_sub(1), self.0 % 100)
    }

    /// The label of the year `t` years later. Past 2099-00 it goes on counting.
    pub fn label_after(self, t: usize) -> String {
        let start = usize::from(self.0) + t;
        format!("{start}-{:02}", (start + 1) % 100)
    }
}

impl std::fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.label_after(0))
    }
}

impl std::str::FromStr for FinancialYear {
    type Err = NotAFinancialYear;

    fn from_str(text: &str) -> Result<Self, NotAFinancialYear> {
        let wrong = || NotAFinancialYear(text.chars().take(40).collect());
        let (start, end) = text.trim().split_once(['-', '/', '–']).ok_or_else(wrong)?;
        let start: u16 = start.trim().parse().map_err(|_| wrong())?;
        let end: u16 = end.trim().parse().map_err(|_| wrong())?;
        let year = Self::starting(start).map_err(|_| wrong())?;
        if end == start + 1 || (end < 100 && end == (start + 1) % 100) {
            Ok(year)
        } else {
            Err(wrong())
        }
    }
}

impl TryFrom<String> for FinancialYear {
    type Error = NotAFinancialYear;
    fn try_from(text: String) -> Result<Self, NotAFinancialYear> {
        text.parse()
    }
}

impl From<FinancialYear> for String {
    fn from(year: FinancialYear) -> String {
        year.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_refuse_what_is_outside_and_what_is_no_number() {
        for bad in [
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            -1.0,
            1_000_000.5,
        ] {
            assert!(Caseload::new(bad).is_err(), "{bad}");
        }
        assert_eq!(Caseload::new(-0.0).unwrap().get().to_string(), "0");
        assert!(Share::new(1.0).is_ok() && Share::new(1.0001).is_err());
        assert!(Growth::new(-0.5).is_ok() && Growth::new(-0.51).is_err());
        assert!(PerChild::new(2_000_000.0).is_ok() && PerChild::new(2_000_000.01).is_err());
    }

    #[test]
    fn financial_years() {
        for text in ["2024-25", "2024/25", "2024–25", "2024-2025", " 2024-25 "] {
            assert_eq!(
                text.parse::<FinancialYear>().unwrap().to_string(),
                "2024-25"
            );
        }
        for bad in [
            "2024",
            "2024-26",
            "1999-00",
            "2100-01",
            "24-25",
            "",
            "2024-25-26",
        ] {
            assert!(bad.parse::<FinancialYear>().is_err(), "{bad}");
        }
        let last: FinancialYear = "2099-00".parse().unwrap();
        assert_eq!(last.label_after(1), "2100-01");
        assert_eq!(last.label_before(), "2098-99");
        let first: FinancialYear = "2000-01".parse().unwrap();
        assert_eq!(first.label_before(), "1999-00");
    }
}
