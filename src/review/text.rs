//! Words: what people type, kept as typed within the bounds, and whether it says anything.
//!
//! A text comes in three ways, and each leaves alone what is clean already. [`Text::new`] is how a
//! file is read: it changes nothing that an earlier version of the program could have written, so
//! that hashes of old histories hold. [`Text::typed`] is for text on its way from a field, while
//! somebody may still be writing: odd characters go, blanks stay where they are under the cursor.
//! [`Text::tidy`] is for text that is put in as a whole, pasted or from a table.

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use super::bounds;
pub use super::saying::says_something;
pub use super::tidy::{tidied, with_plain_characters};

/// Text that a field cannot hold.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BadText {
    /// More than [`bounds::TEXT`] characters.
    #[error(
        "a field holds at most 20,000 characters; this text has {0}, which is {over} too many",
        over = .0.saturating_sub(bounds::TEXT)
    )]
    TooLong(usize),
    /// An identifier that is blank.
    #[error("it is empty")]
    Blank,
    /// An identifier of more than [`bounds::IDENTIFIER`] characters.
    #[error("a case number or code holds at most 100 characters; this one has {0}")]
    IdentifierTooLong(usize),
    /// An identifier with a line break or another control character.
    #[error("a case number or code stands on one line")]
    ControlCharacter,
}

/// Free text of at most 20,000 characters (model.md §11), without control characters other than
/// line breaks and tabs.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Text(String);

/// Bytes of a text that is too long even if half of it were characters that are left out: it is
/// refused as it lies there, without a copy.
const FAR_TOO_LONG: usize = 8 * bounds::TEXT;

impl Text {
    /// The text as given, as a file is read; line breaks become `\n`, other control characters are
    /// left out. This stays as it is: a text of an old file that came out otherwise would not be
    /// what its history says.
    ///
    /// # Errors
    /// [`BadText::TooLong`].
    pub fn new(text: impl Into<String>) -> Result<Self, BadText> {
        let text = text.into();
        if text.len() > FAR_TOO_LONG {
            return Err(BadText::TooLong(text.chars().count()));
        }
        let text = clean(text);
        let length = text.chars().count();
        if length > bounds::TEXT {
            return Err(BadText::TooLong(length));
        }
        Ok(Self(text))
    }

    /// The text from a field in which somebody may still be writing: spaces of word processors as
    /// spaces, unseen marks left out ([`tidied`] says which), blanks where they are.
    ///
    /// # Errors
    /// [`BadText::TooLong`] with the characters that are left: nothing is cut.
    pub fn typed(text: &str) -> Result<Self, BadText> {
        Self::new(with_plain_characters(text))
    }

    /// The text of a paste or a table, [`tidied`].
    ///
    /// # Errors
    /// [`BadText::TooLong`] with the characters that are left: nothing is cut.
    pub fn tidy(text: &str) -> Result<Self, BadText> {
        Self::new(tidied(text))
    }

    /// No text.
    pub const EMPTY: Self = Self(String::new());

    /// The text, cut at the bound: for text of the program's own that cannot be too long.
    pub fn cut(text: &str) -> Self {
        Self(clean(text.chars().take(bounds::TEXT).collect()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no character in it.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this says anything: see [`says_something`].
    pub fn says_something(&self) -> bool {
        says_something(&self.0)
    }
}

/// Digits with a comma between thousands: "10,000".
pub fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The text as it begins a sentence: "The child".
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

fn clean(text: String) -> String {
    let unseen = |c: char| is_unseen(c) && !matches!(c, '\n' | '\t');
    if !text.chars().any(unseen) {
        return text;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !unseen(*c)).collect()
}

/// Control characters, and those that turn the order of what is read around: with them a text can
/// look like another.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

impl std::ops::Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_string(Words)
    }
}

struct Words;

impl Visitor<'_> for Words {
    type Value = Text;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        if text.len() > FAR_TOO_LONG {
            return Err(E::custom(BadText::TooLong(text.chars().count())));
        }
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Text, E> {
        Text::new(text).map_err(E::custom)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> String {
        text.0
    }
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The identifier, without the spaces around it.
            ///
            /// # Errors
            /// [`BadText`] if it is blank, longer than 100 characters or not on one line.
            pub fn new(text: impl AsRef<str>) -> Result<Self, BadText> {
                let text = text.as_ref().trim();
                let length = text.chars().count();
                if text.is_empty() {
                    Err(BadText::Blank)
                } else if length > bounds::IDENTIFIER {
                    Err(BadText::IdentifierTooLong(length))
                } else if text.chars().any(is_unseen) {
                    Err(BadText::ControlCharacter)
                } else {
                    Ok(Self(text.to_owned()))
                }
            }

            /// An identifier of the program's own.
            #[allow(dead_code)]
            pub(crate) fn constant(text: &'static str) -> Self {
                debug_assert!(Self::new(text).is_ok());
                Self(text.to_owned())
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadText;
            fn try_from(text: String) -> Result<Self, BadText> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

identifier! {
    /// The number of a case file, e.g. "C11". Never a name.
    CaseId
}
identifier! {
    /// The identifier of a provision in the table, e.g. "StateSpecial".
    ProvisionCode
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_lines_and_lose_control_characters() {
        assert_eq!(Text::new("a\r\nb\u{0}\tc").unwrap().as_str(), "a\nb\tc");
        assert!(Text::new("é".repeat(20_000)).is_ok());
        assert_eq!(Text::new("é".repeat(20_001)), Err(BadText::TooLong(20_001)));
    }

    #[test]
    fn identifiers_are_trimmed_and_bounded() {
        assert_eq!(CaseId::new(" C01 ").unwrap().as_str(), "C01");
        assert_eq!(CaseId::new("  "), Err(BadText::Blank));
        assert_eq!(CaseId::new("a\nb"), Err(BadText::ControlCharacter));
        assert!(CaseId::new("x".repeat(101)).is_err());
    }
}
