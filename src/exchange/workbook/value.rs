//! What a number of a workbook says.

use chrono::{Days, NaiveDate};

/// A number as Excel shows it where nothing else is asked for: 7, not 7.0; and 0.3 where adding up
/// made 0.30000000000000004 of it, since Excel itself knows no more than fifteen digits.
pub(super) fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    let (plain, short) = (value.to_string(), rounded.to_string());
    match short.as_str() {
        "-0" => "0".to_owned(),
        _ if short.len() + 2 < plain.len() => short,
        // A twelfth has no last digit, and is what it is.
        _ => plain,
    }
}

/// A moment of a workbook: "2026-11-14", "2026-11-14T14:30", or "14:30" where there is no day.
/// `None` if no calendar has that day.
pub(super) fn moment(value: f64, from_1904: bool) -> Option<String> {
    /// The last day of Excel’s calendar, 31 December 9999.
    const LAST: f64 = 2_958_466.0;
    if !(0.0..LAST).contains(&value) {
        return None;
    }
    // Half a minute more, so that 14:29:59.999 is half past.
    let minutes = (value * 1440.0).round();
    let (days, minutes) = ((minutes / 1440.0).floor(), minutes % 1440.0);
    let time = format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0);
    if days == 0.0 && !from_1904 {
        return Some(time);
    }
    // Excel takes 1900 for a leap year, so its days before March 1900 are one further on.
    let epoch = match (from_1904, days < 60.0) {
        (true, _) => NaiveDate::from_ymd_opt(1904, 1, 1),
        (false, true) => NaiveDate::from_ymd_opt(1899, 12, 31),
        (false, false) => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    // Checked: between 0 and LAST.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let date = epoch?.checked_add_days(Days::new(days as u64))?;
    let date = date.format("%Y-%m-%d");
    Some(if minutes == 0.0 {
        date.to_string()
    } else {
        format!("{date}T{time}")
    })
}

/// A number with noughts before it: 007.
pub(super) fn padded(value: f64, digits: u8) -> String {
    let plain = number(value);
    let is_whole = plain.bytes().all(|byte| byte.is_ascii_digit());
    let noughts = usize::from(digits).saturating_sub(plain.len());
    if is_whole {
        "0".repeat(noughts) + &plain
    } else {
        plain
    }
}

/// Hours and minutes that have passed: "26:30". `None` if they are no time.
pub(super) fn passed(value: f64) -> Option<String> {
    /// A hundred years.
    const LONGEST: f64 = 36_525.0;
    let minutes = (value * 1440.0).round();
    let (hours, minutes) = ((minutes / 60.0).floor(), minutes % 60.0);
    (0.0..LONGEST)
        .contains(&value)
        .then(|| format!("{hours:02}:{minutes:02}"))
}

/// Whether this is a moment with a day.
pub(super) fn has_day(moment: &str) -> bool {
    moment.contains('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_say_what_excel_shows() {
        for (value, shown) in [
            (7.0, "7"),
            (0.1 + 0.2, "0.3"),
            (7.0 / 12.0, "0.5833333333333334"),
            (-21_400_000.0, "-21400000"),
            (0.198, "0.198"),
            (-0.0, "0"),
            (1e20, "100000000000000000000"),
            (26_000.50, "26000.5"),
        ] {
            assert_eq!(number(value), shown);
        }
    }

    #[test]
    fn noughts_and_hours_are_shown() {
        for (value, shown) in [(7.0, "007"), (1234.0, "1234"), (-7.0, "-7"), (0.5, "0.5")] {
            assert_eq!(padded(value, 3), shown);
        }
        for (value, shown) in [
            (26.5 / 24.0, Some("26:30")),
            (0.25, Some("06:00")),
            (-0.25, None),
            (1e9, None),
        ] {
            assert_eq!(passed(value).as_deref(), shown, "{value}");
        }
    }

    #[test]
    fn days_are_counted_as_excel_does() {
        for (value, from_1904, said) in [
            (46_340.0, false, Some("2026-11-14")),
            (44_878.0, true, Some("2026-11-14")),
            (46_340.604_166_666_7, false, Some("2026-11-14T14:30")),
            (46_340.999_999_9, false, Some("2026-11-15")),
            (1.0, false, Some("1900-01-01")),
            (61.0, false, Some("1900-03-01")),
            (0.5, false, Some("12:00")),
            (-1.0, false, None),
            (3e9, false, None),
            (f64::NAN, false, None),
        ] {
            assert_eq!(moment(value, from_1904).as_deref(), said, "{value}");
        }
    }
}
