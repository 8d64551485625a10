//! Figures and lists in words.

use crate::review::text::grouped;

/// A number with a comma between thousands, rounded to a whole one.
pub(super) fn thousands(value: f64) -> String {
    let rounded = value.abs().round();
    let grouped = grouped(&format!("{rounded:.0}"));
    if value < 0.0 && rounded > 0.0 {
        format!("−{grouped}")
    } else {
        grouped
    }
}

/// From here on £ is written in millions.
const MILLIONS: f64 = 1_000_000.0;

/// £, in millions with two decimals from a million on.
pub(super) fn money(value: f64) -> String {
    let [money] = alike([value]);
    money
}

/// £ of one kind, all in millions with two decimals if one of them reaches a million.
pub(super) fn alike<const N: usize>(values: [f64; N]) -> [String; N] {
    let largest = values
        .iter()
        .fold(0.0, |largest: f64, value| largest.max(value.abs()));
    if largest < MILLIONS {
        return values.map(exact);
    }
    values.map(|value| {
        let size = format!("{:.2}", value.abs() / MILLIONS);
        if size == "0.00" {
            return "£0".to_owned();
        }
        let sign = if value < 0.0 { "−" } else { "" };
        format!("{sign}£{size}m")
    })
}

/// £ to the pound.
pub(super) fn exact(value: f64) -> String {
    match thousands(value).strip_prefix('−') {
        Some(size) => format!("−£{size}"),
        None => format!("£{}", thousands(value)),
    }
}

/// A result as JSON, keys in the order of their declaration.
pub(super) fn json(what: &impl serde::Serialize) -> String {
    // These types always have a JSON form.
    serde_json::to_string_pretty(what).map_or_else(|_| String::new(), |text| text + "\n")
}

/// "1 case", "28 cases".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Names with commas between.
pub(super) fn listed<T: ToString>(names: &[T]) -> String {
    names
        .iter()
        .map(T::to_string)
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_as_people_here_write_them() {
        assert_eq!(thousands(1_234_567.4), "1,234,567");
        assert_eq!(thousands(-0.4), "0");
        assert_eq!(money(-1_175.6), "−£1,176");
        assert_eq!(money(50_112_491.0), "£50.11m");
        assert_eq!(money(-0.2), "£0");
        assert_eq!(alike([2_850_000.0, -508_566.0]), ["£2.85m", "−£0.51m"]);
        assert_eq!(alike([-1_175.6, 3.0]), ["−£1,176", "£3"]);
    }
}
