//! What the window tells above the screen: what happened, and for the few messages that ask
//! something, what can be done about it. A message never stops anybody.

use super::intent::Intent;
use super::widgets::notice::Kind;

/// Something that can be done about what is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What stands on the button.
    pub label: String,
    /// What it does.
    pub intent: Intent,
}

/// Something the window tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// How grave it is.
    pub kind: Kind,
    /// What.
    pub text: String,
    /// What can be done about it, the safest first. None for most.
    pub offers: Vec<Offer>,
    /// Whether it is about how the file stands, so that it gives way to what is told of it for as
    /// long as it is so.
    pub about_the_file: bool,
}

impl Message {
    /// Good to know. It leaves by itself.
    pub fn said(text: impl Into<String>) -> Self {
        Self::new(Kind::Information, text)
    }

    /// Somebody should know or do something. It stays until it is put away.
    pub fn caution(text: impl Into<String>) -> Self {
        Self::new(Kind::Caution, text)
    }

    /// Something failed. It stays until it is put away.
    pub fn failed(text: impl Into<String>) -> Self {
        Self::new(Kind::Error, text)
    }

    fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self {
            kind,
            text: text.into(),
            offers: Vec::new(),
            about_the_file: false,
        }
    }

    /// It gives way to what is told of the file for as long as it is so.
    pub const fn about_the_file(mut self) -> Self {
        self.about_the_file = true;
        self
    }

    /// With a button that does something about it.
    pub fn offering(mut self, label: impl Into<String>, intent: Intent) -> Self {
        let label = label.into();
        self.offers.push(Offer { label, intent });
        self
    }

    /// With what another message tells after it; the graver of the two decides how it looks.
    pub fn and(mut self, other: Self) -> Self {
        if other.kind.gravity() > self.kind.gravity() {
            self.kind = other.kind;
        }
        self.text = format!("{} {}", self.text, other.text);
        self.offers.extend(other.offers);
        self.about_the_file &= other.about_the_file;
        self
    }

    /// Whether something failed.
    pub fn has_failed(&self) -> bool {
        self.kind == Kind::Error
    }

    /// Whether it leaves by itself: it asks nothing and reports no trouble.
    pub fn leaves(&self) -> bool {
        self.kind == Kind::Information && self.offers.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_something_stays() {
        assert!(Message::said("A copy was saved.").leaves());
        assert!(!Message::failed("It was not saved.").leaves());
        let asks = Message::said("It is kept elsewhere.").offering("Undo", Intent::Dismiss);
        assert!(!asks.leaves());
    }

    #[test]
    fn the_graver_of_two_decides() {
        let both = Message::said("One.").and(Message::caution("Two."));
        assert_eq!(
            (both.kind, both.text.as_str()),
            (Kind::Caution, "One. Two.")
        );
        let both = Message::failed("One.").and(Message::said("Two."));
        assert!(both.has_failed());
    }
}
