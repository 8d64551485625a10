//! The text in a review's file: RON that a person can read in any editor, the version first. It
//! is read whole or not at all, and only what the gate would have allowed is taken.
//!
//! Texts stand as they were typed, line by line, instead of with `\n` between; where one holds a
//! quotation mark or a backslash it stands between `r#"` and `"#`.

mod v1;

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::de::{DeserializeOwned, Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::error::{Damage, OpenError, SaveError};
use super::version::{VERSION, WRITTEN_BY};
use crate::review::complete::Missing;
use crate::review::history::History;
use crate::review::refusal::in_words;
use crate::review::state::State;
use crate::review::text::CaseId;
use crate::review::{Fingerprint, Review, Snapshot, bounded, bounds};

/// The name before the first bracket, by which a file is known as one of ours.
const MARK: &str = "DbvReview";
/// How far into a file the mark is looked for, bytes.
const MARK_WITHIN: usize = 400;

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    written_by: &'a str,
    seal: Option<Fingerprint>,
    review: &'a State,
    history: &'a History,
}

#[derive(Deserialize)]
#[serde(rename = "DbvReview", deny_unknown_fields)]
struct Document {
    #[serde(rename = "version")]
    _version: u32,
    #[serde(rename = "written_by")]
    _written_by: String,
    seal: Option<Fingerprint>,
    review: State,
    history: History,
}

/// A review as it came out of a file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The review.
    pub review: Review,
    /// What had to be put right.
    pub warnings: Vec<Warning>,
    /// Whether the file is marked read-only, so that the review cannot keep itself there.
    pub read_only: bool,
    /// The version of the format that it was written in.
    pub version: u32,
}

/// Something in a file that had to be put right on opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A judgement stands in the file as recorded and cannot be one.
    DraftAgain {
        /// The case.
        case: CaseId,
        /// What it lacks.
        lacks: Vec<Missing>,
    },
}

impl Warning {
    /// What was put right, for a list that names the case itself.
    pub fn what(&self) -> String {
        let Self::DraftAgain { lacks, .. } = self;
        format!(
            "it stands in the file as judged, but without what a judgement needs ({}); it was \
             opened as a draft and counts nowhere until it is recorded again",
            in_words(lacks)
        )
    }
}

/// As sentences of their own.
impl std::fmt::Display for Warning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::DraftAgain { case, lacks } = self;
        write!(
            f,
            "Case {case} stands in the file as judged, but without what a judgement needs ({}). \
             It was opened as a draft and counts nowhere until it is recorded again.",
            in_words(lacks)
        )
    }
}

fn extensions() -> Extensions {
    Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES
}

fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(extensions())
        .with_recursion_limit(bounds::NESTING)
}

/// The text of a review's file: the same on every system.
///
/// # Errors
/// [`SaveError::NotTheSame`] if it cannot be written down, [`SaveError::TooLarge`].
pub fn write_text(snapshot: &Snapshot) -> Result<String, SaveError> {
    let pretty = PrettyConfig::new()
        .new_line("\n")
        .indentor("  ")
        .struct_names(false)
        .escape_strings(false);
    let written = Written {
        version: VERSION,
        written_by: WRITTEN_BY,
        seal: snapshot.seal,
        review: &snapshot.state,
        history: &snapshot.history,
    };
    // Any reader of RON can read the file, since it says what it uses.
    let mut text = format!("#![enable(implicit_some, unwrap_newtypes)]\n{MARK}");
    options()
        .to_writer_pretty(&mut text, &written, pretty)
        .map_err(|_| SaveError::NotTheSame)?;
    text.push('\n');
    if text.len() as u64 > bounds::FILE_BYTES {
        return Err(SaveError::TooLarge);
    }
    Ok(text)
}

/// The text of a review's file, after reading it back and finding the same review in it.
///
/// # Errors
/// As [`write_text`], and [`SaveError::NotTheSame`] if it does not read back equal.
pub fn write_checked(snapshot: &Snapshot) -> Result<String, SaveError> {
    let text = write_text(snapshot)?;
    let same = read_text(&text)
        .is_ok_and(|back| back.warnings.is_empty() && back.review.snapshot() == *snapshot);
    if same {
        Ok(text)
    } else {
        Err(SaveError::NotTheSame)
    }
}

/// The review in a file's bytes; see [`read_text`].
///
/// # Errors
/// [`OpenError`]; nothing was taken over then.
pub fn read_bytes(bytes: &[u8]) -> Result<Opened, OpenError> {
    if bytes.len() as u64 > bounds::FILE_BYTES {
        return Err(OpenError::TooLarge);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => read_text(text),
        Err(error) => {
            let (readable, _) = bytes.split_at(error.valid_up_to());
            let readable = String::from_utf8_lossy(readable);
            if !is_marked(&readable) {
                return Err(OpenError::Foreign);
            }
            let line = readable.split('\n').count();
            let last = readable.rsplit('\n').next().unwrap_or_default();
            Err(OpenError::Damaged(Damage {
                line,
                column: last.chars().count() + 1,
                what: "there are bytes here that are no text".to_owned(),
            }))
        }
    }
}

/// The review in a file's text.
///
/// # Errors
/// [`OpenError`]; nothing was taken over then.
pub fn read_text(text: &str) -> Result<Opened, OpenError> {
    if text.len() as u64 > bounds::FILE_BYTES {
        return Err(OpenError::TooLarge);
    }
    // Some editors put a mark of their own before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    if !is_marked(text) {
        return Err(OpenError::Foreign);
    }
    let Header {
        version,
        written_by,
    } = Header::read(text);
    if let Some(found) = version.filter(|found| *found > u64::from(VERSION)) {
        return Err(OpenError::Newer { found, written_by });
    }
    let old = version.filter(|found| *found == v1::VERSION);
    let snapshot = match old {
        Some(_) => parsed::<v1::Document>(text)?.into(),
        None => parsed::<Document>(text)?.into(),
    };
    let (review, fell) = Review::restore(snapshot).map_err(OpenError::Refused)?;
    let warnings = fell
        .into_iter()
        .map(|(case, lacks)| Warning::DraftAgain { case, lacks })
        .collect();
    Ok(Opened {
        review,
        warnings,
        read_only: false,
        version: version
            .and_then(|found| u32::try_from(found).ok())
            .unwrap_or(VERSION),
    })
}

/// A text as one version of the format has it.
fn parsed<D: DeserializeOwned>(text: &str) -> Result<D, OpenError> {
    bounded::within(text.len(), || options().from_str(text))
        .map_err(|error| OpenError::Damaged(damage(&error)))
}

impl From<Document> for Snapshot {
    fn from(document: Document) -> Self {
        Self {
            state: document.review,
            history: document.history,
            seal: document.seal,
        }
    }
}

fn is_marked(text: &str) -> bool {
    let near = text
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|at| *at <= MARK_WITHIN)
        .last()
        .and_then(|end| text.get(..end))
        .unwrap_or_default();
    near.contains(MARK)
}

/// What stands first in every version of the format, read without looking at the rest: a later
/// version may hold what this program cannot read.
#[derive(Default)]
struct Header {
    version: Option<u64>,
    written_by: Option<String>,
}

impl Header {
    fn read(text: &str) -> Self {
        let mut header = Self::default();
        if let Ok(mut reader) = ron::Deserializer::from_str_with_options(text, &options()) {
            // It always ends in an error, since the rest is left unread.
            let _ = reader.deserialize_struct(MARK, &["version", "written_by"], &mut header);
        }
        header
    }
}

impl<'de> Visitor<'de> for &mut Header {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a review")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        if map.next_key::<String>()?.as_deref() == Some("version") {
            self.version = Some(map.next_value()?);
        } else {
            map.next_value::<IgnoredAny>()?;
        }
        if map.next_key::<String>()?.as_deref() == Some("written_by") {
            let by: String = map.next_value()?;
            let plain = |c: &char| c.is_ascii_alphanumeric() || " .-+".contains(*c);
            self.written_by = Some(by.chars().take(60).filter(plain).collect());
        }
        Ok(())
    }
}

/// Where RON could not go on, and why, without a word of what stands there.
fn damage(error: &ron::error::SpannedError) -> Damage {
    Damage {
        line: error.span.start.line,
        column: error.span.start.col,
        what: what_is_wrong(&error.code),
    }
}

fn what_is_wrong(error: &ron::Error) -> String {
    use ron::Error as E;
    let words = match error {
        E::Eof => "the file ends too early",
        E::ExpectedStringEnd => "a text is not closed with its quotation mark",
        E::ExpectedString => "a text in quotation marks should stand here",
        E::ExpectedBoolean => "“true” or “false” should stand here",
        E::ExpectedComma => "a comma is missing",
        E::ExpectedMapColon => "a colon is missing",
        E::ExpectedFloat
        | E::ExpectedInteger
        | E::FloatUnderscore
        | E::UnderscoreAtBeginning
        | E::IntegerOutOfBounds
        | E::InvalidIntegerDigit { .. } => "a number should stand here",
        E::ExpectedArray
        | E::ExpectedArrayEnd
        | E::ExpectedMap
        | E::ExpectedMapEnd
        | E::ExpectedOptionEnd
        | E::ExpectedStructLike
        | E::ExpectedNamedStructLike(_)
        | E::ExpectedStructLikeEnd => "a bracket is missing or in the wrong place",
        E::ExceededRecursionLimit => "there are too many brackets within brackets",
        E::TrailingCharacters => "there is something after the end of the review",
        E::InvalidEscape(_) => "there is a backslash in a text where none may stand",
        E::InvalidValueForType { .. } | E::ExpectedOption => {
            "a value of another kind should stand here"
        }
        E::NoSuchStructField { .. } => {
            "there is a field that this version of the program does not know"
        }
        E::NoSuchEnumVariant { expected, .. } => {
            return format!(
                "one of these words should stand here: {}",
                expected.join(", ")
            );
        }
        E::MissingStructField { field, .. } => return format!("the field “{field}” is missing"),
        E::DuplicateStructField { field, .. } => return format!("the field “{field}” is twice"),
        E::Message(message) => return without_quotes(message),
        _ => "there is something that does not belong here",
    };
    words.to_owned()
}

/// A message of one of our types without what it quotes.
fn without_quotes(message: &str) -> String {
    match (message.find('“'), message.rfind('”')) {
        (Some(start), Some(end)) if start < end => {
            let before = message.get(..start).unwrap_or_default();
            let after = message.get(end..).unwrap_or_default();
            format!("{before}“…{after}")
        }
        _ => message.to_owned(),
    }
}
