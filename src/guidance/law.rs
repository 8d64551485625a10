//! What the notes on the law say, each with its source (placeholder).

use crate::review::law::LawNote;

/// A note in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawText {
    /// What it is about.
    pub title: &'static str,
    /// What the law says.
    pub text: &'static str,
    /// Where it says so.
    pub source: &'static str,
    /// Where that can be read.
    pub link: &'static str,
}

/// The words of a note.
pub const fn note(note: LawNote) -> LawText {
    match note {
        LawNote::MainstreamAgainstWish => LawText {
            title: "Mainstream against the parent’s wish",
            text: "A child with a plan must be educated in mainstream unless that is incompatible with the parent’s wishes or with the efficient education of others.",
            source: "Children and Families Act 2014, section 33",
            link: "https://www.legislation.gov.uk/ukpga/2014/6/section/33",
        },
        LawNote::LessForResource => LawText {
            title: "Less than the plan specifies",
            text: "The council must secure the special educational provision that the plan specifies.",
            source: "Children and Families Act 2014, section 42",
            link: "https://www.legislation.gov.uk/ukpga/2014/6/section/42",
        },
    }
}
