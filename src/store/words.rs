//! How the store says numbers, names and times in its sentences.

use std::path::Path;

use crate::review::{Timestamp, text};
use crate::services::Services;

pub(super) fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

pub(super) fn count(n: usize, what: &str) -> String {
    match n {
        1 => format!("one {what}"),
        n => format!("{n} {what}s"),
    }
}

/// "3 changes and one unfinished text were taken from …".
pub(super) fn sentence(what: &[String], done: &str) -> String {
    let several = what.len() > 1 || !what.iter().all(|what| what.starts_with("one "));
    let verb = if several { "were" } else { "was" };
    text::sentence(&format!("{} {verb} {done}", what.join(" and ")))
}

/// "14:02", with the day if that is another one.
pub(super) fn at(moment: Timestamp, services: &dyn Services) -> String {
    let time = services.time_of_day(moment);
    match services.day_of(moment) {
        day if day == services.today() => time,
        day => format!("{time} on {}", day.in_words()),
    }
}
