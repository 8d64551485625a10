//! Money in words and figures. Positive saves, negative costs; a real minus sign; no more digits
//! than a panel can use. What is spoken by a screen reader says "minus", since many of them pass
//! over the sign.

use crate::review::text::grouped;

/// One step of rounding: what is counted, how it is written, how it is said.
struct Scale {
    unit: f64,
    decimals: usize,
    short: &'static str,
    spoken: &'static str,
}

/// From the largest; each is used from the amount at which its figures make sense.
const SCALES: [(f64, Scale); 6] = [
    (9.95e9, scale(1e9, 0, "bn", " billion")),
    (9.995e8, scale(1e9, 1, "bn", " billion")),
    (9.95e6, scale(1e6, 0, "m", " million")),
    (9.995e5, scale(1e6, 1, "m", " million")),
    (9_995.0, scale(1e3, 0, "k", ",000")),
    (0.0, scale(1.0, 0, "", "")),
];

const fn scale(unit: f64, decimals: usize, short: &'static str, spoken: &'static str) -> Scale {
    Scale {
        unit,
        decimals,
        short,
        spoken,
    }
}

/// The scale at which an amount of this size is written.
fn scale_for(amount: f64) -> &'static Scale {
    let size = amount.abs();
    let [.., (_, last)] = &SCALES;
    SCALES
        .iter()
        .find(|(from, _)| size >= *from)
        .map_or(last, |(_, scale)| scale)
}

fn digits(amount: f64, scale: &Scale) -> String {
    let digits = format!("{:.*}", scale.decimals, amount.abs() / scale.unit);
    match digits.strip_suffix(".0") {
        Some(whole) => whole.to_owned(),
        None if scale.unit == 1.0 => grouped(&digits),
        None => digits,
    }
}

fn at_scale(amount: f64, scale: &Scale) -> String {
    let digits = digits(amount, scale);
    if digits == "0" {
        return "£0".to_owned();
    }
    let sign = if amount < 0.0 { "−" } else { "" };
    format!("{sign}£{digits}{}", scale.short)
}

/// An amount as it is shown: "£66m", "£1.2m", "£350k", "−£2m", "£940".
pub fn short(amount: f64) -> String {
    at_scale(amount, scale_for(amount))
}

/// The two ends of a range, rounded alike: "£9m to £66m", "−£0.4m to £1.2m". An end that would
/// round to nought is written more finely, so that no cost and no saving is rounded away.
pub fn range(low: f64, high: f64) -> String {
    let scale = scale_for(low.abs().max(high.abs()));
    format!("{} to {}", end(low, scale), end(high, scale))
}

fn end(amount: f64, common: &Scale) -> String {
    if digits(amount, common) != "0" {
        return at_scale(amount, common);
    }
    let finer = scale(common.unit, 1, common.short, common.spoken);
    if common.unit >= 1e6 && digits(amount, &finer) != "0" {
        at_scale(amount, &finer)
    } else {
        short(amount)
    }
}

/// An amount to the pound: "£386,095", "−£376,393".
pub fn exact(amount: f64) -> String {
    at_scale(amount, &scale(1.0, 0, "", ""))
}

/// An amount with one decimal of a million, for whoever checks a budget: "£89.0m", "−£21.4m",
/// "£1.25bn"; below a million to the pound.
pub fn to_a_tenth(amount: f64) -> String {
    let size = amount.abs();
    let sign = if amount < 0.0 { "−" } else { "" };
    if size >= 999_950_000.0 {
        format!("{sign}£{:.2}bn", size / 1e9)
    } else if size >= 999_999.5 {
        format!("{sign}£{:.1}m", size / 1e6)
    } else {
        exact(amount)
    }
}

/// A balance in words: "a deficit of £21.4m", "£3.0m in hand".
pub fn balance(amount: f64) -> String {
    if amount < 0.0 {
        format!("a deficit of {}", to_a_tenth(-amount))
    } else {
        format!("{} in hand", to_a_tenth(amount))
    }
}

/// An amount as it is said, with one decimal of a million: "£8.8 million", "minus £350,000".
pub fn spoken(amount: f64) -> String {
    let mut said = scale_for(amount);
    if said.decimals == 0 && said.unit >= 1e6 {
        // One decimal more than is shown: the ear has no chart.
        said = scale_for(said.unit);
    }
    let digits = digits(amount, said);
    if digits == "0" {
        return "£0".to_owned();
    }
    let sign = if amount < 0.0 { "minus " } else { "" };
    format!("{sign}£{digits}{}", said.spoken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_it_is_shown() {
        for (amount, text) in [
            (66_400_000.0, "£66m"),
            (8_800_000.0, "£8.8m"),
            (9_960_000.0, "£10m"),
            (1_234_567.0, "£1.2m"),
            (1_000_000.0, "£1m"),
            (999_600.0, "£1m"),
            (350_000.0, "£350k"),
            (-2_000_000.0, "−£2m"),
            (-2_345.0, "−£2,345"),
            (9_999.0, "£10k"),
            (940.4, "£940"),
            (0.3, "£0"),
            (-0.3, "£0"),
            (1_240_000_000.0, "£1.2bn"),
            (-100_000_000_000.0, "−£100bn"),
        ] {
            assert_eq!(short(amount), text, "{amount}");
        }
    }

    #[test]
    fn both_ends_are_rounded_alike() {
        assert_eq!(range(8_800_000.0, 66_400_000.0), "£9m to £66m");
        assert_eq!(range(-2_100_000.0, 57_000_000.0), "−£2m to £57m");
        assert_eq!(range(-24_000_000.0, 20_000_000.0), "−£24m to £20m");
        assert_eq!(range(-400_000.0, 20_000_000.0), "−£0.4m to £20m");
        assert_eq!(range(-20_000_000.0, 400_000.0), "−£20m to £0.4m");
        assert_eq!(range(-30_000.0, 20_000_000.0), "−£30k to £20m");
        assert_eq!(range(-30_000.0, 1_200_000.0), "−£30k to £1.2m");
        assert_eq!(range(-300.0, 20_000.0), "−£300 to £20k");
        assert_eq!(range(-40_000_000.0, 20_000_000_000.0), "−£40m to £20bn");
        assert_eq!(range(0.0, 20_000_000.0), "£0 to £20m");
        assert_eq!(range(-380_000.0, 1_200_000.0), "−£0.4m to £1.2m");
    }

    #[test]
    fn to_the_pound() {
        assert_eq!(exact(386_095.4), "£386,095");
        assert_eq!(exact(-1_624_580.0), "−£1,624,580");
        assert_eq!(exact(100.0), "£100");
    }

    #[test]
    fn to_a_tenth_of_a_million() {
        for (amount, text) in [
            (89_000_000.0, "£89.0m"),
            (-21_400_000.0, "−£21.4m"),
            (1_250_000_000.0, "£1.25bn"),
            (400_000.0, "£400,000"),
            (0.0, "£0"),
        ] {
            assert_eq!(to_a_tenth(amount), text);
        }
        assert_eq!(balance(-21_400_000.0), "a deficit of £21.4m");
        assert_eq!(balance(3e6), "£3.0m in hand");
    }

    #[test]
    fn as_it_is_said() {
        assert_eq!(spoken(8_800_000.0), "£8.8 million");
        assert_eq!(spoken(66_400_000.0), "£66.4 million");
        assert_eq!(spoken(-2_000_000.0), "minus £2 million");
        assert_eq!(spoken(350_000.0), "£350,000");
        assert_eq!(spoken(-940.0), "minus £940");
        assert_eq!(spoken(12_340_000_000.0), "£12.3 billion");
    }
}
