//! Numbers as spreadsheets show them: £8,662.00, 5%, −21 400 000, (1,200).

/// What a cell's number is of. It decides which sign may stand with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// £.
    Money,
    /// A share or a growth; 5% is 0.05.
    Rate,
    /// Children, places.
    Count,
}

/// The number that a text says.
///
/// # Errors
/// What is wrong with it, in words for the person who typed it.
pub fn number(text: &str, kind: Kind) -> Result<f64, String> {
    let wrong = || format!("“{}” is not a number", shortened(text));
    let (negative, rest) = sign(text.trim(), kind).ok_or_else(wrong)?;
    let (digits, percent) = match rest.strip_suffix('%') {
        Some(digits) if kind == Kind::Rate => (digits.trim_end(), true),
        Some(_) => return Err(format!("“{}”: no percentage stands here", shortened(text))),
        None => (rest, false),
    };
    let plain = ungrouped(digits).ok_or_else(wrong)?;
    let value: f64 = match (percent, plain.contains(['e', 'E'])) {
        // Read as a decimal, so that 19.8% is exactly what 0.198 is.
        (true, false) => format!("{plain}e-2").parse(),
        _ => plain.parse(),
    }
    .map_err(|_| wrong())?;
    let value = if percent && plain.contains(['e', 'E']) {
        value / 100.0
    } else {
        value
    };
    Ok(if negative { -value } else { value })
}

/// Whether a number is negative, and its text without sign and £.
fn sign(text: &str, kind: Kind) -> Option<(bool, &str)> {
    let (in_brackets, mut rest) = match text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        Some(inner) => (true, inner.trim()),
        None => (false, text),
    };
    let mut negative = in_brackets;
    let mut signed = in_brackets;
    let mut pounds = false;
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix(['-', '−', '–', '+']).filter(|_| !signed) {
            negative = !rest.starts_with('+');
            signed = true;
            rest = after;
        } else if let Some(after) = rest
            .strip_prefix('£')
            .filter(|_| !pounds && kind == Kind::Money)
        {
            pounds = true;
            rest = after;
        } else {
            return Some((negative, rest)).filter(|_| !rest.is_empty());
        }
    }
}

/// The digits without their thousands separators, if they stand where such separators do; "1,5"
/// could be one and a half or fifteen, and is refused.
fn ungrouped(digits: &str) -> Option<String> {
    let is_separator = |c: char| c == ',' || c.is_whitespace();
    let (whole, rest) = match digits.find(['.', 'e', 'E']) {
        Some(at) => digits.split_at(at),
        None => (digits, ""),
    };
    let mut groups = whole.split(is_separator);
    let first = groups.next()?;
    let mut plain = first.to_owned();
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 || !(1..=3).contains(&first.len()) {
            return None;
        }
        grouped = true;
        plain.push_str(group);
    }
    let all_digits = plain.chars().all(|c| c.is_ascii_digit());
    let rest_plain = rest
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'));
    let has_digit = plain
        .chars()
        .chain(rest.chars())
        .any(|c| c.is_ascii_digit());
    (all_digits && rest_plain && has_digit && !(grouped && rest.contains(['e', 'E'])))
        .then(|| plain + rest)
}

/// A cell's text, short enough for a message.
pub(super) fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    /// Characters that are looked at: more than are shown, since blanks are drawn together.
    const SEEN: usize = 10 * MOST;
    // A control character in a cell could play tricks with a terminal.
    let plain: String = text
        .chars()
        .take(SEEN)
        .filter(|c| c.is_whitespace() || !c.is_control())
        .collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST && text.chars().nth(SEEN).is_none() {
        return line;
    }
    line.chars()
        .take(MOST)
        .chain(std::iter::once('…'))
        .collect()
}

/// A number as [`number`] reads it, with thousands separators: "1,988", "21531.25", "−400,000".
pub fn shown(value: f64) -> String {
    let plain = value.abs().to_string();
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut digits = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            digits.push(',');
        }
        digits.push(digit);
    }
    let sign = if value < 0.0 { "−" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{digits}{point}{rest}")
}

/// A share or growth as [`number`] reads it: "5%", "58.333333%".
pub fn shown_percent(share: f64) -> String {
    // Eight decimals are more than anybody types, and hide what binary fractions add.
    format!("{}%", shown((share * 100.0 * 1e8).round() / 1e8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_spreadsheets_show_them() {
        for (text, value) in [
            ("8662", 8662.0),
            ("£8,662.50", 8662.5),
            ("£ 8,662", 8662.0),
            ("-£21,400,000", -21_400_000.0),
            ("£−21 400 000", -21_400_000.0),
            ("(1,200)", -1200.0),
            ("1\u{a0}000", 1000.0),
            ("1.2E+06", 1_200_000.0),
            (".5", 0.5),
            ("+3", 3.0),
            ("0", 0.0),
        ] {
            assert_eq!(number(text, Kind::Money), Ok(value), "{text}");
        }
        for (text, value) in [
            ("5%", 0.05),
            ("19.8 %", 0.198),
            ("0.198", 0.198),
            ("−2.5%", -0.025),
        ] {
            assert_eq!(number(text, Kind::Rate), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "", "about 5", "1,5", "1,00,000", "NaN", "inf", "5k", "£", "--5", "££5", "1.2.3",
            "0x10", "12/05", "-", "()", "1,000e3", "e5",
        ] {
            assert!(number(text, Kind::Money).is_err(), "{text}");
        }
        assert!(number("5%", Kind::Money).is_err());
        assert!(number("£5", Kind::Rate).is_err());
        assert!(number("£5", Kind::Count).is_err());
    }
}
