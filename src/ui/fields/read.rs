//! Reads typed text: words, lists, figures. What cannot be read is told beside the field.

use crate::exchange::number::{self, Kind};
use crate::review::text::Text;

/// What a person is told who typed something that its field cannot hold.
pub(super) type Told<T> = Result<T, String>;

pub(super) fn told<T, E: std::fmt::Display>(result: Result<T, E>) -> Told<T> {
    result.map_err(|error| error.to_string())
}

pub(super) fn words(text: &str) -> Told<Text> {
    told(Text::typed(text))
}

/// One entry a line, blank lines left out.
pub(super) fn lines(text: &str) -> Told<Vec<Text>> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(words)
        .collect()
}

pub(super) fn joined(list: &[Text]) -> String {
    list.iter().map(Text::as_str).collect::<Vec<_>>().join("\n")
}

pub(super) fn figure<T, E: std::fmt::Display>(
    text: &str,
    kind: Kind,
    make: impl Fn(f64) -> Result<T, E>,
) -> Told<T> {
    if text.trim().is_empty() {
        return Err("nothing is entered: a number belongs here".to_owned());
    }
    let number = match kind {
        Kind::Rate => rate(text)?,
        Kind::Money => amount(text)?,
        Kind::Count => number::number(text, kind)?,
    };
    told(make(number))
}

/// A figure of which nothing entered is taken as 0, as the help on it says.
pub(super) fn figure_or_0<T, E: std::fmt::Display>(
    text: &str,
    kind: Kind,
    make: impl Fn(f64) -> Result<T, E>,
) -> Told<T> {
    let text = if text.trim().is_empty() { "0" } else { text };
    figure(text, kind, make)
}

/// A percentage. In a table 5 and 5% are two things; in a field that shows a percentage 5 is 5%.
/// What could be both is asked.
fn rate(text: &str) -> Told<f64> {
    let read = number::number(text, Kind::Rate)?;
    if text.contains('%') || read == 0.0 {
        return Ok(read);
    }
    if read.abs() > 1.0 {
        return number::number(&format!("{}%", text.trim()), Kind::Rate);
    }
    let text = text.trim();
    Err(format!(
        "“{text}” could be {text}% or {}: write it with the percent sign, for example 5%",
        number::shown_percent(read)
    ))
}

/// Pounds, also as people say them: 89.0m, £400k, (21.4m) for a deficit.
fn amount(text: &str) -> Told<f64> {
    const SCALES: [(&str, &str); 5] = [
        ("billion", "e9"),
        ("bn", "e9"),
        ("million", "e6"),
        ("m", "e6"),
        ("k", "e3"),
    ];
    let said = text.trim().to_lowercase();
    let (said, end) = match said.strip_suffix(')') {
        Some(said) => (said, ")"),
        None => (said.as_str(), ""),
    };
    let scaled = SCALES.iter().find_map(|(word, power)| {
        let digits = said.strip_suffix(word)?.trim_end();
        Some(format!("{}{power}{end}", digits.replace(',', "")))
    });
    let scaled = scaled.and_then(|scaled| number::number(&scaled, Kind::Money).ok());
    match scaled {
        Some(amount) => Ok(amount),
        None => number::number(text, Kind::Money),
    }
}

/// Whether a text says that a figure is not known: it is empty, or says so.
fn is_not_known(text: &str) -> bool {
    const WORDS: [&str; 5] = ["", "not known", "unknown", "?", "n/k"];
    WORDS.contains(&text.trim().to_lowercase().as_str())
}

pub(super) fn pounds<T, E: std::fmt::Display>(
    text: &str,
    make: impl Fn(f64) -> Result<T, E>,
) -> Told<Option<T>> {
    if is_not_known(text) {
        Ok(None)
    } else {
        figure(text, Kind::Money, make).map(Some)
    }
}

pub(super) fn by_year<T, E: std::fmt::Display>(
    text: &str,
    kind: Kind,
    make: impl Fn(f64) -> Result<T, E>,
) -> Told<Vec<T>> {
    let parts = text.split(';').filter(|part| !part.trim().is_empty());
    parts.map(|part| figure(part, kind, &make)).collect()
}

pub(super) fn shown_by_year(values: impl Iterator<Item = f64>, shown: fn(f64) -> String) -> String {
    values.map(shown).collect::<Vec<_>>().join("; ")
}

pub(super) fn optional_date(text: &str) -> Told<Option<crate::review::Date>> {
    if text.trim().is_empty() {
        Ok(None)
    } else {
        crate::review::Date::typed(text).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, kind: Kind) -> Told<f64> {
        figure(text, kind, Ok::<f64, String>)
    }

    #[test]
    fn percentages_with_and_without_their_sign() {
        for (text, value) in [
            ("5", 0.05),
            ("5%", 0.05),
            ("19.8", 0.198),
            ("0.5%", 0.005),
            ("−2", -0.02),
            ("0", 0.0),
            ("100", 1.0),
        ] {
            assert_eq!(read(text, Kind::Rate), Ok(value), "{text}");
        }
        let asked = read("0.198", Kind::Rate).unwrap_err();
        assert!(asked.contains("0.198% or 19.8%"), "{asked}");
        assert!(read("1", Kind::Rate).is_err());
    }

    #[test]
    fn nothing_entered_is_0_or_told_in_words() {
        for kind in [Kind::Rate, Kind::Money, Kind::Count] {
            assert_eq!(figure_or_0(" ", kind, Ok::<f64, String>), Ok(0.0));
            let why = read("", kind).unwrap_err();
            assert!(!why.contains("“”"), "{why}");
        }
    }

    #[test]
    fn money_as_people_say_it() {
        for (text, value) in [
            ("£89.0m", 89_000_000.0),
            ("89 million", 89_000_000.0),
            ("-21.4m", -21_400_000.0),
            ("(£21.4m)", -21_400_000.0),
            ("400k", 400_000.0),
            ("£1,200k", 1_200_000.0),
            ("1.2bn", 1_200_000_000.0),
            ("8,662", 8_662.0),
        ] {
            assert_eq!(read(text, Kind::Money), Ok(value), "{text}");
        }
        for text in ["m", "£m", "about 5m", "five"] {
            assert!(read(text, Kind::Money).is_err(), "{text}");
        }
    }

    #[test]
    fn not_known_is_said_in_words_too() {
        for text in ["", " ", "not known", "Unknown", "?"] {
            assert_eq!(pounds(text, Ok::<f64, String>), Ok(None), "{text}");
        }
        assert_eq!(pounds("0", Ok::<f64, String>), Ok(Some(0.0)));
    }
}
