//! Points in time. They come in as arguments: this room has no clock.

use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bounds;
use super::units::FinancialYear;

/// A date or time that cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("“{0}” is not a date from 1950 to 2150, written like 2026-05-14 or 14/05/2026")]
pub struct BadDate(pub String);

/// A calendar date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(NaiveDate);

impl Date {
    /// 1 January 1970, for a machine without a usable clock.
    pub const EPOCH: Self = Self(DateTime::UNIX_EPOCH.naive_utc().date());

    /// The financial year that holds this date; 2000-01 before it, 2099-00 after.
    pub fn financial_year(self) -> FinancialYear {
        let start = if self.0.month() < 4 {
            self.0.year() - 1
        } else {
            self.0.year()
        };
        FinancialYear::nearest(start)
    }

    /// This date.
    ///
    /// # Errors
    /// [`BadDate`] outside [`bounds::DATE_YEARS`].
    pub fn new(date: NaiveDate) -> Result<Self, BadDate> {
        if bounds::DATE_YEARS.contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(BadDate(date.to_string()))
        }
    }

    /// Reads a date as somebody types it: as in a file, and with two figures for a year of this
    /// century, 30/11/26. What a file says is never guessed at.
    ///
    /// # Errors
    /// What is understood, in words for whoever typed it.
    pub fn typed(text: &str) -> Result<Self, String> {
        text.parse().or_else(|BadDate(shown)| {
            let with_century = with_century(text).and_then(|text| text.parse().ok());
            with_century.ok_or_else(|| {
                format!(
                    "“{shown}” is not a date from 1950 to 2150. Understood are 30/11/2026, 30/11/26, 30 November 2026 and 2026-11-30"
                )
            })
        })
    }

    /// The date as people here write it: "21 November 2026".
    pub fn in_words(self) -> String {
        self.0.format("%-d %B %Y").to_string()
    }

    /// The date without its year: "14 May".
    pub fn day_and_month(self) -> String {
        self.0.format("%-d %B").to_string()
    }
}

/// The text with its year written out, if it ends with one of two figures.
fn with_century(text: &str) -> Option<String> {
    let (day, year) = text.trim().rsplit_once(['/', '.', '-', ' '])?;
    let two = year.len() == 2 && year.bytes().all(|figure| figure.is_ascii_digit());
    let between = text.trim().get(day.len()..day.len() + 1)?;
    two.then(|| format!("{day}{between}20{year}"))
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl std::str::FromStr for Date {
    type Err = BadDate;

    /// Reads 2026-05-14, 14/05/2026 (day first, as here), 14.05.2026, 14 May 2026, 14 May 26.
    fn from_str(text: &str) -> Result<Self, BadDate> {
        const FORMS: &[&str] = &[
            "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d",
        ];
        let wrong = || BadDate(text.chars().take(40).collect());
        let trimmed = text.trim();
        if trimmed.len() > 40 {
            return Err(wrong());
        }
        // Spreadsheets give a date as a time at midnight.
        let trimmed = trimmed
            .strip_suffix("00:00:00")
            .unwrap_or(trimmed)
            .trim_end_matches(['T', ' ']);
        FORMS
            .iter()
            .find_map(|form| NaiveDate::parse_from_str(trimmed, form).ok())
            .and_then(|date| Self::new(date).ok())
            .ok_or_else(wrong)
    }
}

impl TryFrom<String> for Date {
    type Error = BadDate;
    fn try_from(text: String) -> Result<Self, BadDate> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.to_string()
    }
}

/// A moment, to the second, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// 1 January 1970, for what has no time yet.
    pub const EPOCH: Self = Self(DateTime::UNIX_EPOCH);

    /// This moment, without its fraction of a second.
    ///
    /// # Errors
    /// [`BadDate`] outside [`bounds::DATE_YEARS`].
    pub fn new(moment: DateTime<Utc>) -> Result<Self, BadDate> {
        let whole = DateTime::from_timestamp(moment.timestamp(), 0);
        match whole {
            Some(whole) if bounds::DATE_YEARS.contains(&whole.year()) => Ok(Self(whole)),
            _ => Err(BadDate(moment.to_string())),
        }
    }

    /// The moment in UTC.
    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// The day, in universal time.
    pub fn date(self) -> Date {
        Date(self.0.date_naive())
    }
}

impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Secs, true))
    }
}

impl TryFrom<String> for Timestamp {
    type Error = BadDate;
    fn try_from(text: String) -> Result<Self, BadDate> {
        DateTime::parse_from_rfc3339(&text)
            .ok()
            .and_then(|moment| Self::new(moment.with_timezone(&Utc)).ok())
            .ok_or_else(|| BadDate(text.chars().take(40).collect()))
    }
}

impl From<Timestamp> for String {
    fn from(at: Timestamp) -> String {
        at.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_write_them() {
        for text in [
            "2026-05-04",
            "04/05/2026",
            "4/5/2026",
            "4 May 2026",
            "2026-05-04 00:00:00",
        ] {
            assert_eq!(
                text.parse::<Date>().unwrap().to_string(),
                "2026-05-04",
                "{text}"
            );
        }
        for bad in [
            "",
            "May",
            "31/02/2026",
            "9999-01-01",
            "0001-01-01",
            "05/14/2026",
        ] {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
        assert_eq!(
            "2026-11-21".parse::<Date>().unwrap().in_words(),
            "21 November 2026"
        );
    }

    #[test]
    fn typed_dates_may_have_two_figures_for_the_year() {
        for text in [
            "30/11/26",
            "30.11.26",
            "30-11-26",
            "30 November 26",
            " 30 Nov 26 ",
            "30/11/2026",
            "2026-11-30",
        ] {
            let date = Date::typed(text).unwrap();
            assert_eq!(date.to_string(), "2026-11-30", "{text}");
        }
        assert_eq!(Date::typed("1/2/99").unwrap().to_string(), "2099-02-01");
        for bad in [
            "",
            "30/11",
            "30/11/6",
            "30/11/126",
            "30/11/é",
            "26",
            "31/02/26",
        ] {
            let why = Date::typed(bad).unwrap_err();
            assert!(why.contains("30/11/26, 30 November 2026"), "{why}");
        }
        assert!("30/11/26".parse::<Date>().is_err(), "not in files");
    }

    #[test]
    fn moments_keep_whole_seconds() {
        let at = Timestamp::try_from("2026-11-22T14:02:05.75+00:00".to_owned()).unwrap();
        assert_eq!(at.to_string(), "2026-11-22T14:02:05Z");
        assert!(Timestamp::try_from("9999-12-31T00:00:00Z".to_owned()).is_err());
    }
}
