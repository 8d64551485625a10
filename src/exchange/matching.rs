//! Which column of a table is which known column. The same for command line and window: known
//! headers match by themselves, however they are capitalised and spaced; in the window a person
//! can match the others, or leave them out.

use std::collections::{BTreeSet, HashMap};

use super::columns::{Column, TableKind};
use super::problem::Problems;
use super::table::Table;

/// How many unknown columns a note names.
const NAMED: usize = 20;

/// For each column of a table the known column that it is, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
    kind: TableKind,
    /// By column of the table: where the known column stands among the known ones.
    of: Vec<Option<usize>>,
    /// By known column: where it stands in the table, the first time.
    place: Vec<Option<usize>>,
}

impl Matching {
    /// Matches by the header: by name, and for a known column that nothing has the name of by what
    /// councils call it, if only one column is called so.
    pub fn of(table: &Table, kind: TableKind) -> Self {
        Self::of_header(table.header(), kind)
    }

    pub(super) fn of_header(header: &[String], kind: TableKind) -> Self {
        let columns = kind.columns();
        let by_name: HashMap<String, usize> = columns
            .iter()
            .enumerate()
            .map(|(at, column)| (plain(column.name), at))
            .collect();
        let names: Vec<String> = header.iter().map(|name| plain(name)).collect();
        let mut of: Vec<Option<usize>> = names
            .iter()
            .map(|name| by_name.get(name).copied())
            .collect();
        for (known, column) in columns.iter().enumerate() {
            if of.contains(&Some(known)) {
                continue;
            }
            let called_so = |at: &usize| {
                let name = names.get(*at);
                let free = of.get(*at).is_some_and(Option::is_none);
                free && name.is_some_and(|name| column.also.iter().any(|also| plain(also) == *name))
            };
            let mut called_so = (0..names.len()).filter(called_so);
            if let (Some(only), None) = (called_so.next(), called_so.next())
                && let Some(place) = of.get_mut(only)
            {
                *place = Some(known);
            }
        }
        Self {
            kind,
            place: places(kind, &of),
            of,
        }
    }

    /// Which table it is.
    pub const fn kind(&self) -> TableKind {
        self.kind
    }

    /// The known column that a column of the table is; `None` = it is left out.
    pub fn known(&self, column: usize) -> Option<&'static Column> {
        let known = self.of.get(column).copied().flatten()?;
        self.kind.columns().get(known)
    }

    /// Says which known column a column of the table is; `None` = it is left out. `false` if there
    /// is no such column on either side.
    pub fn set(&mut self, column: usize, known: Option<&str>) -> bool {
        let at = match known {
            None => None,
            Some(name) => match position(self.kind, name) {
                None => return false,
                at => at,
            },
        };
        match self.of.get_mut(column) {
            None => false,
            Some(place) => {
                *place = at;
                self.place = places(self.kind, &self.of);
                true
            }
        }
    }

    /// Where a known column stands in the table: the first that is matched to it.
    pub fn place(&self, known: &str) -> Option<usize> {
        let known = position(self.kind, known)?;
        self.place.get(known).copied().flatten()
    }

    /// The known columns that no column of the table is, in their order: what can still be chosen.
    pub fn free(&self) -> impl Iterator<Item = &'static Column> {
        let columns = self.kind.columns().iter().enumerate();
        columns
            .filter(|(known, _)| !self.of.contains(&Some(*known)))
            .map(|(_, column)| column)
    }

    /// How many of the required columns and how many of all are matched.
    pub(super) fn found(&self) -> (usize, usize) {
        let found: BTreeSet<usize> = self.of.iter().copied().flatten().collect();
        let required = |known: &&usize| {
            let column = self.kind.columns().get(**known);
            column.is_some_and(|column| column.required)
        };
        (found.iter().filter(required).count(), found.len())
    }

    /// Whether all columns that must be there are.
    pub(super) fn is_whole(&self) -> bool {
        let required = self.kind.columns().iter().filter(|column| column.required);
        self.found().0 == required.count()
    }

    /// Where the known columns stand, by column of the table.
    pub(super) fn places(&self) -> &[Option<usize>] {
        &self.of
    }

    /// What stands in the way of reading: a required column that is not there, or two that are the
    /// same.
    pub fn problems(&self, table: &Table) -> Problems {
        let mut problems = Problems::default();
        let row = Some(table.header_row());
        for (known, column) in self.kind.columns().iter().enumerate() {
            let mut matched =
                (0..self.of.len()).filter(|at| self.of.get(*at) == Some(&Some(known)));
            match (matched.next(), matched.next()) {
                (None, _) if column.required => {
                    let what = format!(
                        "the header has no column “{}”, which is required",
                        column.name
                    );
                    problems.push_whole(table.problem(row, Some(column.name), what));
                }
                (Some(first), Some(second)) => {
                    let what = format!(
                        "the header has this column twice: columns {} and {}; leave one of them out",
                        letters(first),
                        letters(second)
                    );
                    let problem = table.problem(row, Some(column.name), what);
                    problems.push_whole(problem.in_column(second));
                }
                _ => {}
            }
        }
        problems
    }

    /// Which columns are ignored, in words: those with a name, and of those without the `filled`.
    pub(super) fn left_out(&self, table: &Table, filled: &BTreeSet<usize>) -> Option<String> {
        let is_left_out = |at: &usize| {
            self.of.get(*at).is_some_and(Option::is_none)
                && (filled.contains(at) || table.header().get(*at).is_some_and(|n| !n.is_empty()))
        };
        let mut left_out = (0..self.of.len()).filter(is_left_out);
        let mut names: Vec<String> = left_out
            .by_ref()
            .take(NAMED)
            .map(|at| table.column_name(at))
            .collect();
        match left_out.count() {
            0 => {}
            more => names.push(format!("and {more} more")),
        }
        match names.as_slice() {
            [] => None,
            [one] => Some(format!(
                "{}: column {one} is not known and was ignored",
                table.name()
            )),
            several => Some(format!(
                "{}: columns {} are not known and were ignored",
                table.name(),
                several.join(", ")
            )),
        }
    }
}

fn places(kind: TableKind, of: &[Option<usize>]) -> Vec<Option<usize>> {
    let mut places = vec![None; kind.columns().len()];
    for (at, known) in of.iter().enumerate().rev() {
        if let Some(place) = known.and_then(|known| places.get_mut(known)) {
            *place = Some(at);
        }
    }
    places
}

fn position(kind: TableKind, known: &str) -> Option<usize> {
    kind.columns()
        .iter()
        .position(|column| column.name == known)
}

/// A name without capitals and without anything but letters and digits: "Case ID" is `case_id`.
pub(super) fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What a spreadsheet calls a column: A to XFD.
pub fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(
            b'A' + u8::try_from(rest % 26).unwrap_or_default(),
        ));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matching(header: &[&str]) -> Matching {
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        Matching::of_header(&header, TableKind::Cases)
    }

    fn names(matching: &Matching) -> Vec<Option<&'static str>> {
        (0..matching.places().len())
            .map(|at| matching.known(at).map(|column| column.name))
            .collect()
    }

    #[test]
    fn known_headers_match_in_any_dress() {
        let of = matching(&[
            "Case ID",
            "CURRENT-PROVISION",
            "Year_Group",
            " pen portrait ",
            "",
        ]);
        let expected = ["case_id", "current_provision", "year_group", "pen_portrait"];
        let mut expected: Vec<_> = expected.into_iter().map(Some).collect();
        expected.push(None);
        assert_eq!(names(&of), expected);
    }

    #[test]
    fn nothing_that_identifies_becomes_the_number_of_a_case() {
        for name in [
            "UPN",
            "upn",
            "Pupil UPN",
            "Unique pupil number",
            "NHS number",
            "Name",
            "Pupil",
            "Initials",
            "Child",
            "DOB",
            "Date of birth",
            "Surname",
            "Unique learner number",
            "ULN",
            "Pupil ID",
            "ID",
            "Reference",
        ] {
            assert_eq!(names(&matching(&[name])), [None], "{name}");
        }
        for table in TableKind::ALL {
            for column in table.columns() {
                for also in column.also {
                    let also = plain(also);
                    assert!(!also.contains("upn") && !also.contains("birth"), "{also}");
                }
            }
        }
    }

    #[test]
    fn a_name_goes_before_what_councils_call_it_and_two_of_these_match_nothing() {
        let of = matching(&["Case number", "case_id", "Placement", "Current placement"]);
        assert_eq!(names(&of), [None, Some("case_id"), None, None]);
        let of = matching(&["Case number", "Placement type"]);
        assert_eq!(names(&of), [Some("case_id"), Some("current_provision")]);
    }

    #[test]
    fn no_two_columns_share_a_name() {
        for kind in TableKind::ALL {
            let mut seen = BTreeSet::new();
            for column in kind.columns() {
                for name in std::iter::once(&column.name).chain(column.also) {
                    assert!(seen.insert(plain(name)), "{kind:?}: {name}");
                }
            }
        }
    }

    #[test]
    fn columns_are_lettered_as_a_spreadsheet_does() {
        let lettered = [0, 25, 26, 701, 702, 16_383].map(letters);
        assert_eq!(lettered, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }
}
