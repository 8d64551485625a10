//! The list that cases are drawn from: pasted from a spreadsheet, or put together elsewhere.
//! Nobody is on it twice, and no line is passed over in silence.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::review::bounds;
use crate::review::text::{BadText, CaseId, Text, grouped};

/// Cases that a list can hold.
pub const LONGEST_LIST: usize = 100_000;
/// Groups that a list can have: as many as a review can keep the draw of.
pub const MOST_GROUPS: usize = bounds::LIST;
/// Lines with a problem that are named; of the rest only the number is told.
const TOLD: usize = 20;

/// One case of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number, or the number of its row.
    pub id: CaseId,
    /// Its group, e.g. the kind of provision; `None` = none given.
    pub group: Option<Text>,
}

/// A list without doubles, in its groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caseload {
    groups: Vec<Group>,
}

/// A group of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// As it is written; of several ways of writing the first in the alphabet. `None` = none given.
    pub name: Option<Text>,
    /// Who is in it.
    pub ids: Vec<CaseId>,
}

/// A list as it was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The list.
    pub list: Caseload,
    /// What was read in a way that somebody should know: the header, blank rows.
    pub notes: Vec<String>,
}

/// Why a list cannot be drawn from: every problem, line by line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_words())]
pub struct BadList {
    /// The first lines with a problem, in order.
    pub lines: Vec<BadLine>,
    /// How many more there are.
    pub more: usize,
}

/// A problem of a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLine {
    /// There is nobody on it.
    #[error("There is no case on the list.")]
    Empty,
    /// More than [`LONGEST_LIST`].
    #[error("A list holds at most 100,000 cases; this one has {}.", grouped(&.0.to_string()))]
    TooLong(usize),
    /// More than [`MOST_GROUPS`].
    #[error("A list has at most {MOST_GROUPS} groups; this one has {}. Is the second column really a group?", grouped(&.0.to_string()))]
    TooManyGroups(usize),
    /// The same case again.
    #[error("Line {line}: {id} is on the list already, in line {first}.")]
    Twice {
        /// Where it stands again.
        line: usize,
        /// The case.
        id: CaseId,
        /// Where it stood first.
        first: usize,
    },
    /// A line with a group and no case.
    #[error("Line {line}: there is a group, “{group}”, but no case.")]
    NoCase {
        /// Where.
        line: usize,
        /// The group.
        group: String,
    },
    /// A line with more than two columns.
    #[error(
        "Line {line} has {columns} columns. A list has one, the case, or two, the case and its group."
    )]
    Columns {
        /// Where.
        line: usize,
        /// How many.
        columns: usize,
    },
    /// A case number that cannot be kept.
    #[error("Line {line}: {why}.")]
    Number {
        /// Where.
        line: usize,
        /// What is wrong with it.
        why: BadText,
    },
    /// A group's name that is too long to be one.
    #[error("Line {line}: the name of a group holds at most 100 characters.")]
    Group {
        /// Where.
        line: usize,
    },
}

impl BadList {
    fn of(mut lines: Vec<BadLine>) -> Self {
        let more = lines.len().saturating_sub(TOLD);
        lines.truncate(TOLD);
        Self { lines, more }
    }

    /// All of it, a line each.
    pub fn in_words(&self) -> String {
        let mut words: Vec<String> = self.lines.iter().map(ToString::to_string).collect();
        match self.more {
            0 => {}
            1 => words.push("And 1 more line has a problem.".to_owned()),
            more => words.push(format!(
                "And {} more lines have a problem.",
                grouped(&more.to_string())
            )),
        }
        words.join("\n")
    }
}

impl Caseload {
    /// The list of these cases; lines are counted from 1.
    ///
    /// # Errors
    /// [`BadList`] if nobody is on it, somebody is on it twice, or it is longer than
    /// [`LONGEST_LIST`].
    pub fn new(listed: impl IntoIterator<Item = Listed>) -> Result<Self, BadList> {
        let mut gathered = Gathered::default();
        for (line, one) in (1..).zip(listed) {
            gathered.add(line, one);
        }
        gathered.list()
    }

    /// A list of the rows 1 to `rows` of a spreadsheet, without groups.
    ///
    /// # Errors
    /// [`BadList`] for no row, or more than [`LONGEST_LIST`].
    pub fn of_rows(rows: usize) -> Result<Self, BadList> {
        if rows > LONGEST_LIST {
            return Err(BadList::of(vec![BadLine::TooLong(rows)]));
        }
        Self::new((1..=rows).filter_map(|row| {
            let id = CaseId::new(row.to_string()).ok()?;
            Some(Listed { id, group: None })
        }))
    }

    /// Reads a pasted list: a case a line, or a case and its group, separated by a tab, a
    /// semicolon or a comma. A first line that names columns is left out, and blank lines are.
    ///
    /// # Errors
    /// [`BadList`] names every line with a problem.
    pub fn parse(pasted: &str) -> Result<Pasted, BadList> {
        let separator = ['\t', ';', ','].into_iter().find(|c| pasted.contains(*c));
        let mut gathered = Gathered::default();
        let (mut notes, mut blank, mut begun) = (Vec::new(), 0, false);
        for (number, line) in (1..).zip(pasted.trim_end().lines()) {
            let mut cells = cells(line, separator);
            while cells.len() > 1 && cells.last().is_some_and(String::is_empty) {
                cells.pop();
            }
            let mut cells = cells.into_iter();
            let (first, second) = (cells.next().unwrap_or_default(), cells.next());
            if first.is_empty() && second.is_none() {
                blank += usize::from(begun || number > 1);
                continue;
            }
            let is_header = !begun && is_header(&first, second.as_deref());
            begun = true;
            if is_header {
                notes.push(format!(
                    "Line {number}, “{}”, was read as the names of the columns.",
                    line.trim()
                ));
                continue;
            }
            gathered.read(number, first, second, cells.count());
        }
        match blank {
            0 => {}
            1 => notes.push("1 blank line was left out.".to_owned()),
            _ => notes.push(format!(
                "{} blank lines were left out.",
                grouped(&blank.to_string())
            )),
        }
        let list = gathered.list()?;
        Ok(Pasted { list, notes })
    }

    /// The groups, by name; who has none comes last.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How many cases.
    pub fn len(&self) -> usize {
        self.groups.iter().map(|group| group.ids.len()).sum()
    }

    /// Whether there is nobody on it, which never is.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether any case has a group.
    pub fn has_groups(&self) -> bool {
        self.groups.iter().any(|group| group.name.is_some())
    }

    /// Sixteen figures and letters that stand for the cases and their groups, in any order.
    pub(super) fn check(&self) -> String {
        let mut lines: Vec<String> = Vec::with_capacity(self.len());
        for group in &self.groups {
            let name = group.name.as_deref().map(folded).unwrap_or_default();
            lines.extend(group.ids.iter().map(|id| format!("{id}\t{name}\n")));
        }
        lines.sort_unstable();
        let digest = Sha256::digest(lines.concat().as_bytes());
        digest.iter().take(8).fold(String::new(), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        })
    }
}

/// A list while it is put together.
#[derive(Default)]
struct Gathered {
    first: HashMap<CaseId, usize>,
    groups: BTreeMap<(bool, String), Group>,
    bad: Vec<BadLine>,
}

impl Gathered {
    fn read(&mut self, line: usize, id: String, group: Option<String>, further: usize) {
        let group = group.unwrap_or_default();
        if further > 0 {
            let columns = further + 2;
            self.bad.push(BadLine::Columns { line, columns });
        } else if id.is_empty() {
            self.bad.push(BadLine::NoCase { line, group });
        } else if group.chars().count() > bounds::IDENTIFIER {
            self.bad.push(BadLine::Group { line });
        } else {
            match CaseId::new(&id) {
                Err(why) => self.bad.push(BadLine::Number { line, why }),
                Ok(id) => {
                    let group = Some(Text::cut(&group));
                    self.add(line, Listed { id, group });
                }
            }
        }
    }

    fn add(&mut self, line: usize, one: Listed) {
        let first = *self.first.entry(one.id.clone()).or_insert(line);
        if first != line {
            let id = one.id;
            return self.bad.push(BadLine::Twice { line, id, first });
        }
        let name = one.group.filter(|name| !name.trim().is_empty());
        let key = name.as_deref().map(folded).unwrap_or_default();
        let group = self.groups.entry((name.is_none(), key)).or_insert(Group {
            name: name.clone(),
            ids: Vec::new(),
        });
        group.name = name.min(group.name.take());
        group.ids.push(one.id);
    }

    fn list(mut self) -> Result<Caseload, BadList> {
        let (cases, groups) = (self.first.len(), self.groups.len());
        if cases == 0 && self.bad.is_empty() {
            self.bad.push(BadLine::Empty);
        }
        if cases > LONGEST_LIST {
            self.bad.insert(0, BadLine::TooLong(cases));
        }
        if groups > MOST_GROUPS {
            self.bad.insert(0, BadLine::TooManyGroups(groups));
        }
        if !self.bad.is_empty() {
            return Err(BadList::of(self.bad));
        }
        let mut groups: Vec<Group> = self.groups.into_values().collect();
        // In a fixed order, so that lists with the same cases are the same list.
        for group in &mut groups {
            group.ids.sort_unstable();
        }
        Ok(Caseload { groups })
    }
}

/// The same for all ways of writing a group's name.
fn folded(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The cells of a line without the spaces and quotation marks around them. Within quotation marks
/// a separator separates nothing.
fn cells(line: &str, separator: Option<char>) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            _ if !quoted && Some(letter) == separator => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    cells.push(cell);
    let byte_order_mark = |c: char| c == '\u{feff}' || c.is_whitespace();
    let cells = cells.iter();
    cells
        .map(|cell| cell.trim_matches(byte_order_mark).to_owned())
        .collect()
}

/// Whether a first line names columns.
fn is_header(first: &str, second: Option<&str>) -> bool {
    const CASE: &[&str] = &[
        "case",
        "cases",
        "case id",
        "case no",
        "case number",
        "child",
        "ehcp",
        "id",
        "no",
        "number",
        "plan",
        "pupil",
        "pupil id",
        "ref",
        "reference",
        "row",
        "row number",
    ];
    const GROUP: &[&str] = &[
        "current provision",
        "group",
        "phase",
        "placement",
        "provision",
        "setting",
        "stratum",
        "type",
    ];
    let plain = |cell: &str| {
        let parts = cell.split(|c: char| !c.is_alphanumeric());
        let parts: Vec<_> = parts
            .filter(|part| !part.is_empty())
            .map(str::to_lowercase)
            .collect();
        parts.join(" ")
    };
    let groups = second.is_some_and(|second| GROUP.contains(&plain(second).as_str()));
    CASE.contains(&plain(first).as_str()) || (groups && !first.chars().any(|c| c.is_ascii_digit()))
}
