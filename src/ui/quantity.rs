//! What figures count, in words: pounds, children, shares. In lines to the pound and to a tenth,
//! since whoever checks a sum needs what was added.

use super::money;
use crate::projection::Unit;
use crate::review::text::grouped;

/// A number as it stands in a line: "£386,095", "115.7", "58.3%", "1.0609".
pub fn exact(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Pounds | Unit::PoundsAYear | Unit::PerChild => money::exact(value),
        Unit::Children | Unit::Appeals => tenths(value),
        Unit::Cases => format!("{value:.0}"),
        Unit::Share => format!("{}%", tenths(value * 100.0)),
        Unit::Factor => format!("{value:.4}"),
    }
}

/// A number as a headline: "£3.1m a year", "£7,338 a year on average", "about 116
/// children".
pub fn headline(value: f64, unit: Unit) -> String {
    let number = match unit {
        Unit::Pounds | Unit::PoundsAYear => money::short(value),
        Unit::Children => return about(value),
        _ => exact(value, unit),
    };
    let one = value == 1.0;
    match unit {
        Unit::Pounds | Unit::Share | Unit::Factor => number,
        Unit::PoundsAYear => format!("{number} a year"),
        Unit::PerChild => format!("{number} a year on average"),
        Unit::Children => number,
        Unit::Cases => format!("{number} {}", if one { "case" } else { "cases" }),
        Unit::Appeals => format!("{number} {}", if one { "appeal" } else { "appeals" }),
    }
}

/// What lines come to: children to the whole child, since no line goes on from here; all else as it
/// stands in a line.
pub fn total(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Children => about(value),
        _ => exact(value, unit),
    }
}

/// "567 children", "about 567 children", "under 1 child".
fn about(children: f64) -> String {
    let size = children.abs();
    let whole = size.round();
    if whole == 0.0 && size > 1e-9 {
        let under = if children < 0.0 {
            "above −1"
        } else {
            "under 1"
        };
        return format!("{under} child");
    }
    let about = if (size - whole).abs() < 1e-9 {
        ""
    } else {
        "about "
    };
    let sign = if children < 0.0 && whole > 0.0 {
        "−"
    } else {
        ""
    };
    let noun = if whole == 1.0 { "child" } else { "children" };
    format!("{about}{sign}{} {noun}", grouped(&format!("{whole:.0}")))
}

/// To one decimal, whole numbers without: "1,041", "115.7", "−3.2". What is there is not rounded to
/// nought.
fn tenths(value: f64) -> String {
    let size = value.abs();
    if size > 0.0 && size < 0.05 {
        return if value < 0.0 {
            "above −0.1"
        } else {
            "under 0.1"
        }
        .to_owned();
    }
    let sign = if value < 0.0 { "−" } else { "" };
    let rounded = format!("{size:.1}");
    let (whole, tenth) = rounded.split_once('.').unwrap_or((&rounded, "0"));
    let whole = grouped(whole);
    // Worked out by machine: a whole number may be off by a hair.
    if (size - size.round()).abs() < 1e-9 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{tenth}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_lines() {
        for (value, unit, text) in [
            (386_095.4, Unit::PoundsAYear, "£386,095"),
            (-12_500.0, Unit::Pounds, "−£12,500"),
            (1_041.0, Unit::Children, "1,041"),
            (115.666, Unit::Children, "115.7"),
            (0.01, Unit::Children, "under 0.1"),
            (-0.01, Unit::Children, "above −0.1"),
            (0.0, Unit::Children, "0"),
            (-3.24, Unit::Children, "−3.2"),
            (9.0, Unit::Cases, "9"),
            (0.5833, Unit::Share, "58.3%"),
            (1.0, Unit::Share, "100%"),
            (1.0609, Unit::Factor, "1.0609"),
            (191.64, Unit::Appeals, "191.6"),
        ] {
            assert_eq!(exact(value, unit), text);
        }
    }

    #[test]
    fn as_a_headline() {
        for (value, unit, text) in [
            (50_112_491.0, Unit::Pounds, "£50m"),
            (3_064_892.0, Unit::PoundsAYear, "£3.1m a year"),
            (52_541.0, Unit::PerChild, "£52,541 a year on average"),
            (567.2, Unit::Children, "about 567 children"),
            (1_041.0, Unit::Children, "1,041 children"),
            (1.3, Unit::Children, "about 1 child"),
            (0.3, Unit::Children, "under 1 child"),
            (0.0, Unit::Children, "0 children"),
            (1.0, Unit::Cases, "1 case"),
            (0.649_6, Unit::Share, "65.0%"),
        ] {
            assert_eq!(headline(value, unit), text);
        }
    }
}
