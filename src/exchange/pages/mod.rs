//! Pages for parents, to print or to copy: before the panel meets a sheet with the panel's own
//! three questions and "what would be ideal?", afterwards a page back with what the panel found,
//! which asks whether they agree.
//!
//! The sheet knows nothing of the panel's view; the page back exists for a
//! [`Complete`](crate::review::complete::Complete) judgement only and shows each parent their own
//! words and nobody else's. No page holds a name or a figure of money. A page is a short list of
//! blocks; text and HTML are two ways of showing the same list, so they cannot differ.

mod back;
mod html;
mod sheet;
mod text;

use crate::findings::hearing::Hearing;
use crate::review::case::Case;
use crate::review::text::CaseId;

pub use back::pages_back;
pub use html::html;
pub use sheet::question_sheet;

/// One page for one parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The case.
    pub case: CaseId,
    /// What the page is, without the case number.
    pub title: String,
    /// What stands on it, in order.
    blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    /// Starts a section.
    Heading(String),
    /// A paragraph.
    Words(String),
    /// Things to read one by one.
    List(Vec<String>),
    /// What somebody said or wrote, as recorded.
    Quote(String),
    /// Boxes, one of which is ticked, with what is asked; empty where it was asked before.
    Ticks(String, Vec<String>),
    /// Room to write, with what to write there.
    Lines(String, usize),
}

impl Page {
    /// The page as plain text, to copy into a letter or a message.
    pub fn text(&self) -> String {
        text::text(self)
    }

    /// What the page is called, for a list of pages or a file.
    pub fn name(&self) -> String {
        format!("{}: case {}", self.title, self.case)
    }
}

/// Several pages as plain text, one after the other.
pub fn texts(pages: &[Page]) -> String {
    let texts: Vec<_> = pages.iter().map(Page::text).collect();
    texts.join(&format!("\n{}\n\n", "=".repeat(text::WIDTH)))
}

/// The cases that a sheet makes sense for, in the order of the review: no parent has spoken or
/// written to the panel yet, and none has declined.
pub fn to_hear<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Vec<&'a Case> {
    let cases = cases.into_iter();
    cases
        .filter(|case| {
            let hearing = Hearing::of([*case]);
            hearing
                .others
                .iter()
                .any(|other| other.standing.can_be_asked())
        })
        .collect()
}

#[cfg(test)]
mod tests;
