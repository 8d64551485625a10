//! Finds in free text what could identify a child, a family or a school, so that the person who
//! typed or imported it is warned before others see it.
//!
//! A warning, never a gate: what looks like a postcode may be none, and a name without a title is
//! not seen at all. Numbers are checked by their check digits, so that most numbers of other kinds
//! pass unmarked. False alarms are kept rare, because a warning that is usually wrong is not read.

use std::collections::HashSet;
use std::ops::Range;

mod advice;
mod codes;
mod contact;
mod dates;
mod fields;
mod first_names;
mod kept;
mod lexicon;
mod memo;
mod names;
mod numbers;
mod rare;
mod schools;
#[cfg(test)]
mod tests;
mod words;

pub use advice::Whose;
pub use fields::{Identifying, identifying, identifying_in};
pub use kept::{Kept, kept_as};
pub use memo::Memo;
pub use rare::{Rare, Who, rare};

/// What kind of identifying detail something looks like. In order of precedence: where two
/// overlap, the earlier one is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An e-mail address.
    Email,
    /// A unique pupil number, permanent or temporary.
    Upn,
    /// An NHS number.
    NhsNumber,
    /// A unique learner number.
    Uln,
    /// A telephone number.
    Phone,
    /// A National Insurance number.
    NiNumber,
    /// A postcode.
    Postcode,
    /// A full date of birth.
    DateOfBirth,
    /// The name of a school or college.
    School,
    /// The name of a person.
    Name,
    /// Something else, such as a house number and street.
    Other,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Email,
        Self::Upn,
        Self::NhsNumber,
        Self::Uln,
        Self::Phone,
        Self::NiNumber,
        Self::Postcode,
        Self::DateOfBirth,
        Self::School,
        Self::Name,
        Self::Other,
    ];

    /// The name of the kind in tables and in the output of `check`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Upn => "upn",
            Self::NhsNumber => "nhs_number",
            Self::Uln => "uln",
            Self::Phone => "phone",
            Self::NiNumber => "ni_number",
            Self::Postcode => "postcode",
            Self::DateOfBirth => "date_of_birth",
            Self::School => "school",
            Self::Name => "name",
            Self::Other => "other",
        }
    }

    /// The kind in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Email => "e-mail address",
            Self::Upn => "unique pupil number",
            Self::NhsNumber => "NHS number",
            Self::Uln => "unique learner number",
            Self::Phone => "telephone number",
            Self::NiNumber => "National Insurance number",
            Self::Postcode => "postcode",
            Self::DateOfBirth => "date of birth",
            Self::School => "name of a school or college",
            Self::Name => "name of a person",
            Self::Other => "other identifying detail",
        }
    }
}

/// Something in a text that looks identifying.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// What it looks like.
    pub kind: Kind,
    /// Where: bytes of the text, on character boundaries.
    pub range: Range<usize>,
}

/// What looks identifying in this text, in order and without overlaps. Takes time in proportion to
/// the length of the text.
pub fn scan(text: &str) -> Vec<Found> {
    let words = words::split(text);
    let mut found = Vec::new();
    contact::emails(text, &mut found);
    contact::phones(&words, &mut found);
    numbers::find(&words, &mut found);
    codes::find(&words, &mut found);
    dates::find(&words, &mut found);
    names::find(&words, &mut found);
    schools::find(&words, &mut found);
    without_overlaps(found)
}

/// What was found in this text, and every word in it that is a name elsewhere.
fn scan_again(text: &str, mut found: Vec<Found>, known: &HashSet<&str>) -> Vec<Found> {
    names::again(&words::split(text), known, &mut found);
    without_overlaps(found)
}

/// Of what overlaps, the kind that comes first; but a name within a school's or a road's is theirs.
/// Pieces of one kind become one.
fn without_overlaps(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|one| (one.range.start, one.kind));
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for one in found {
        match kept.last_mut() {
            Some(last) if one.range.start < last.range.end => {
                let within = one.range.end <= last.range.end;
                if one.kind == last.kind {
                    last.range.end = last.range.end.max(one.range.end);
                } else if one.kind < last.kind && !(within && one.kind == Kind::Name) {
                    *last = one;
                }
            }
            _ => kept.push(one),
        }
    }
    kept
}
