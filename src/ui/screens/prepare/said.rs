//! What the list of pages says of a page: a few words, and whether something there is open.

/// What is said of a page beside its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// In a few words; empty = nothing.
    pub words: String,
    /// Whether something there is open.
    pub open: bool,
}

impl Said {
    /// Nothing.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Something is open.
    pub fn open(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            open: true,
        }
    }

    /// It is done, or as it should be.
    pub fn done(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            open: false,
        }
    }
}
