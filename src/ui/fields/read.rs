//! Reads typed text: words, lists, figures. What cannot be read is told beside the field.

use crate::exchange::number::{self, Kind};
use crate::review::text::Text;

/// What a person is told who typed something that its field cannot hold.
pub(super) type Told<T> = Result<T, String>;

pub(super) fn told<T, E: std::fmt::Display>(result: Result<T, E>) -> Told<T> {
    result.map_err(|error| error.to_string())
}

pub(super) fn words(text: &str) -> Told<Text> {
    told(Text::new(text))
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
    // In a table 5 and 5% are two things; in a field nobody should have to know which.
    if kind == Kind::Rate && !text.contains('%') && number::number(text, kind) != Ok(0.0) {
        return Err("write it as a percentage, for example 5%".to_owned());
    }
    told(make(number::number(text, kind)?))
}

pub(super) fn pounds<T, E: std::fmt::Display>(
    text: &str,
    make: impl Fn(f64) -> Result<T, E>,
) -> Told<Option<T>> {
    if text.trim().is_empty() {
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
        told(text.parse()).map(Some)
    }
}
