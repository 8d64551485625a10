//! What the window tells above the screen: what happened, and for the few messages that ask
//! something, what can be done about it. A message never stops anybody.

use std::path::{Path, PathBuf};

use super::filing;
use super::intent::Intent;
use super::widgets::notice::Kind;
use crate::review::history::Digest;

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
    /// Files that it names. On the screen their folders are shortened.
    pub paths: Vec<PathBuf>,
    /// Whether it is about how the file stands, so that it gives way to what is told of it for as
    /// long as it is so.
    pub about_the_file: bool,
    /// The last entry of the history, for what holds only until there is another.
    pub until_after: Option<Digest>,
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
            paths: Vec::new(),
            about_the_file: false,
            until_after: None,
        }
    }

    /// It names this file.
    pub fn naming(mut self, path: &Path) -> Self {
        self.paths.push(path.to_owned());
        self
    }

    /// The text as it is shown: of every file that it names the name first, and so much of the
    /// folder as tells it from others.
    pub fn shown(&self) -> String {
        self.paths.iter().fold(self.text.clone(), |text, path| {
            text.replace(&path.display().to_string(), &in_short(path))
        })
    }

    /// It gives way to what is told of the file for as long as it is so.
    pub const fn about_the_file(mut self) -> Self {
        self.about_the_file = true;
        self
    }

    /// It holds only for as long as this is the last entry of the history.
    pub const fn until_after(mut self, last: Option<Digest>) -> Self {
        self.until_after = last;
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
        self.paths.extend(other.paths);
        self.about_the_file &= other.about_the_file;
        self
    }

    /// Whether something failed.
    pub fn has_failed(&self) -> bool {
        self.kind == Kind::Error
    }

    /// Whether it leaves by itself: it asks nothing and reports no trouble. An undo that it offers
    /// is a step away elsewhere, too.
    pub fn leaves(&self) -> bool {
        let undo =
            |offer: &Offer| matches!(offer.intent, Intent::Filing(filing::Wish::TakeBack(..)));
        self.kind == Kind::Information && self.offers.iter().all(undo)
    }
}

/// Of a path that is longer than this, the folder is shortened. Characters.
const LONG: usize = 40;
/// As much is shown of the beginning and of the end of a folder. Characters.
const BEGINNING: usize = 10;
const END: usize = 22;

/// "Autumn.dbvreview in /home/pan…/meetings/documents".
fn in_short(path: &Path) -> String {
    let whole = path.display().to_string();
    let (Some(name), Some(folder)) = (path.file_name(), path.parent()) else {
        return whole;
    };
    if whole.chars().count() <= LONG {
        return whole;
    }
    let folder = folder.display().to_string();
    let long = folder.chars().count();
    let folder = if long <= BEGINNING + END + 1 {
        folder
    } else {
        let beginning = folder.chars().take(BEGINNING);
        let end = folder.chars().skip(long - END);
        beginning.chain(std::iter::once('…')).chain(end).collect()
    };
    format!("“{}” in {folder}", name.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_path_the_name_comes_first() {
        let path = Path::new("/home/panel/SEND/Reviews of autumn/Delivering/Autumn.dbvreview");
        let told = format!("It is kept in {}.", path.display());
        let told = Message::said(told).naming(path);
        assert_eq!(
            told.shown(),
            "It is kept in “Autumn.dbvreview” in /home/pane…s of autumn/Delivering."
        );
        let short = Path::new("/home/panel/Autumn.dbvreview");
        let told = Message::said("/home/panel/Autumn.dbvreview").naming(short);
        assert_eq!(told.shown(), told.text);
    }

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
