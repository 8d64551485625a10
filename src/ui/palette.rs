//! The command palette: whatever can be done and every case, by a few letters of its name. It reads
//! the one list of actions.

/// What a person wants of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Open it, or put it away.
    Toggle,
    /// What is typed in it.
    Type(String),
}

/// The palette while it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// What is typed.
    pub typed: String,
}
