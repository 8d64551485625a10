//! The arguments, read into what is asked for.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use lexopt::{Arg, Parser, ValueExt as _};

use super::words::thousands;
use crate::exchange::{TableKind, selection_method};
use crate::projection::Draws;
use crate::review::Mode;
use crate::review::bounds::{DRAWS_MAX, DRAWS_MIN};
use crate::review::setup::SelectionMethod;

/// What is asked for.
pub(super) enum Ask {
    /// The window, on a file through a door.
    Window(Option<(PathBuf, Mode)>),
    /// A new review.
    New(Box<New>),
    /// Whether a review is in order.
    Check {
        /// The review.
        file: PathBuf,
        /// As JSON.
        json: bool,
    },
    /// What a review means in money.
    Project(Project),
    /// Every widget in every state, for whoever works on the program.
    Gallery,
    /// The version.
    Version,
    /// How to use this.
    Help,
}

/// A new review.
pub(super) struct New {
    pub title: String,
    pub local_authority: String,
    pub definition: Option<String>,
    pub selection: SelectionMethod,
    pub tables: TablesIn,
    pub output: PathBuf,
    pub skip_bad_rows: bool,
    pub force: bool,
}

/// Where the tables of a new review are.
pub(super) enum TablesIn {
    /// In files of their own, as far as they are named: in the order of `TableKind::ALL`.
    Files([Option<PathBuf>; 3]),
    /// In the sheets of one workbook.
    Workbook(PathBuf),
}

impl TablesIn {
    /// All files that are named.
    pub fn files(&self) -> Vec<&Path> {
        match self {
            Self::Files(files) => files.iter().flatten().map(PathBuf::as_path).collect(),
            Self::Workbook(file) => vec![file],
        }
    }
}

/// A projection.
pub(super) struct Project {
    pub file: PathBuf,
    pub draws: usize,
    pub seed: Option<u64>,
    pub format: Format,
}

/// How figures are given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Text,
    Json,
    Csv,
}

/// Reads the arguments.
pub(super) fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Ask, String> {
    let mut given = Given::read(Parser::from_args(args))?;
    if given.take_flag("help") {
        return Ok(Ask::Help);
    }
    if given.take_flag("version") {
        return Ok(Ask::Version);
    }
    if given.take_flag("gallery") {
        given.nothing_left()?;
        return given
            .words
            .first()
            .map_or(Ok(Ask::Gallery), |further| Err(too_much(further)));
    }
    let command = given
        .words
        .first()
        .and_then(|word| word.to_str())
        .unwrap_or_default();
    let ask = match command {
        "new" => new(&mut given)?,
        "check" => check(&mut given)?,
        "project" => project(&mut given)?,
        "report" | "combine" => {
            return Err(format!(
                "“{command}” is not in this version of the program yet."
            ));
        }
        _ => window(&mut given)?,
    };
    given.nothing_left()?;
    Ok(ask)
}

fn window(given: &mut Given) -> Result<Ask, String> {
    let file = given.file(0)?;
    let door = match (given.take_flag("inspect"), given.take_flag("train")) {
        (true, true) => return Err("--inspect and --train exclude each other.".to_owned()),
        (true, false) => Mode::Inspect,
        (false, true) => Mode::Train,
        (false, false) => Mode::Work,
    };
    match file {
        Some(file) => Ok(Ask::Window(Some((file, door)))),
        None if door == Mode::Work => Ok(Ask::Window(None)),
        None => {
            Err("--inspect and --train need a file: dbv-case-review --inspect FILE.".to_owned())
        }
    }
}

fn new(given: &mut Given) -> Result<Ask, String> {
    given.no_file()?;
    let required = ["title", "local-authority", "output"];
    let missing: Vec<_> = required
        .iter()
        .filter(|name| !given.values.iter().any(|(given, _)| given == *name))
        .map(|name| format!("--{name}"))
        .collect();
    if !missing.is_empty() {
        return Err(format!("“new” also needs {}.", missing.join(" and ")));
    }
    let selection = given.take_text("selection")?;
    Ok(Ask::New(Box::new(New {
        title: given.take_text("title")?.unwrap_or_default(),
        local_authority: given.take_text("local-authority")?.unwrap_or_default(),
        definition: given.take_text("definition")?,
        selection: match selection {
            Some(word) => selection_method(&word).map_err(|why| format!("--selection: {why}"))?,
            None => SelectionMethod::default(),
        },
        tables: tables(given)?,
        output: given.take_path("output").unwrap_or_default(),
        skip_bad_rows: given.take_flag("skip-bad-rows"),
        force: given.take_flag("force"),
    })))
}

fn tables(given: &mut Given) -> Result<TablesIn, String> {
    let files = TableKind::ALL.map(|kind| given.take_path(kind.name()));
    match given.take_path("workbook") {
        None => Ok(TablesIn::Files(files)),
        Some(workbook) if files.iter().all(Option::is_none) => Ok(TablesIn::Workbook(workbook)),
        Some(_) => Err(
            "--workbook holds all tables, so --provisions, --baseline and --cases cannot stand \
             beside it."
                .to_owned(),
        ),
    }
}

fn check(given: &mut Given) -> Result<Ask, String> {
    Ok(Ask::Check {
        file: given.needed_file("check")?,
        json: given.take_format(false)? == Format::Json,
    })
}

fn project(given: &mut Given) -> Result<Ask, String> {
    let draws = match given.take_number("draws")? {
        None => Draws::default().count,
        Some(number) => usize::try_from(number)
            .ok()
            .filter(|draws| (DRAWS_MIN..=DRAWS_MAX).contains(draws))
            .ok_or_else(|| {
                let (least, most) = (thousands(DRAWS_MIN as f64), thousands(DRAWS_MAX as f64));
                format!("--draws must be a number from {least} to {most}; {number} is not.")
            })?,
    };
    Ok(Ask::Project(Project {
        file: given.needed_file("project")?,
        draws,
        seed: given.take_number("seed")?,
        format: given.take_format(true)?,
    }))
}

/// Options that have a value.
const VALUES: &[&str] = &[
    "title",
    "local-authority",
    "definition",
    "selection",
    "provisions",
    "baseline",
    "cases",
    "workbook",
    "output",
    "format",
    "draws",
    "seed",
];
/// Options that have none.
const FLAGS: &[&str] = &[
    "skip-bad-rows",
    "force",
    "inspect",
    "train",
    "gallery",
    "help",
    "version",
];

/// The arguments as given, before anybody knows which of them belong there.
#[derive(Default)]
struct Given {
    words: Vec<OsString>,
    values: Vec<(&'static str, OsString)>,
    flags: Vec<&'static str>,
}

impl Given {
    fn read(mut parser: Parser) -> Result<Self, String> {
        let mut given = Self::default();
        while let Some(arg) = parser.next().map_err(|why| why.to_string())? {
            let name = match arg {
                Arg::Value(word) => {
                    given.words.push(word);
                    continue;
                }
                Arg::Short('o') => "output",
                Arg::Short('h') => "help",
                Arg::Short('V') => "version",
                Arg::Short(other) => return Err(format!("There is no option -{other}.")),
                Arg::Long(name) => VALUES
                    .iter()
                    .chain(FLAGS)
                    .find(|known| **known == name)
                    .ok_or_else(|| format!("There is no option --{name}."))?,
            };
            if FLAGS.contains(&name) {
                given.flags.push(name);
            } else if given.values.iter().any(|(known, _)| *known == name) {
                return Err(format!("--{name} is given twice."));
            } else {
                let value = parser
                    .value()
                    .map_err(|_| format!("--{name} needs a value after it."))?;
                given.values.push((name, value));
            }
        }
        Ok(given)
    }

    fn take_flag(&mut self, name: &str) -> bool {
        let before = self.flags.len();
        self.flags.retain(|flag| *flag != name);
        self.flags.len() < before
    }

    fn take(&mut self, name: &str) -> Option<OsString> {
        let at = self.values.iter().position(|(known, _)| *known == name)?;
        Some(self.values.remove(at).1)
    }

    fn take_path(&mut self, name: &str) -> Option<PathBuf> {
        self.take(name).map(PathBuf::from)
    }

    fn take_text(&mut self, name: &str) -> Result<Option<String>, String> {
        self.take(name)
            .map(|value| {
                value
                    .string()
                    .map_err(|_| format!("--{name} is not readable text."))
            })
            .transpose()
    }

    fn take_number(&mut self, name: &str) -> Result<Option<u64>, String> {
        let Some(text) = self.take_text(name)? else {
            return Ok(None);
        };
        text.parse()
            .map(Some)
            .map_err(|_| format!("--{name} must be a whole number; “{text}” is not."))
    }

    fn take_format(&mut self, with_csv: bool) -> Result<Format, String> {
        match self.take_text("format")?.as_deref() {
            None | Some("text") => Ok(Format::Text),
            Some("json") => Ok(Format::Json),
            Some("csv") if with_csv => Ok(Format::Csv),
            Some(other) => {
                let known = if with_csv {
                    "text, json, csv"
                } else {
                    "text, json"
                };
                Err(format!("--format: “{other}” is none of {known}."))
            }
        }
    }

    /// The word at this place and none after it.
    fn file(&self, at: usize) -> Result<Option<PathBuf>, String> {
        match self.words.get(at + 1) {
            Some(further) => Err(too_much(further)),
            None => Ok(self.words.get(at).map(PathBuf::from)),
        }
    }

    fn needed_file(&self, command: &str) -> Result<PathBuf, String> {
        self.file(1)?
            .ok_or_else(|| format!("“{command}” needs a file: dbv-case-review {command} FILE."))
    }

    fn no_file(&self) -> Result<(), String> {
        self.words
            .get(1)
            .map_or(Ok(()), |further| Err(too_much(further)))
    }

    /// What nobody took does not belong to the command.
    fn nothing_left(&self) -> Result<(), String> {
        let left = self
            .values
            .iter()
            .map(|(name, _)| *name)
            .chain(self.flags.iter().copied());
        match left.into_iter().next() {
            Some(name) => Err(format!("--{name} does not belong to this command.")),
            None => Ok(()),
        }
    }
}

fn too_much(word: &OsStr) -> String {
    format!("“{}” is one argument too many.", word.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gallery_is_asked_for_by_its_flag_alone() {
        let parsed = |words: &[&str]| parse(words.iter().map(OsString::from));
        assert!(matches!(parsed(&["--gallery"]), Ok(Ask::Gallery)));
        assert!(matches!(parsed(&["gallery"]), Ok(Ask::Window(Some(_)))));
    }
}
