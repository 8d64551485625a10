//! The limits of model.md §11 that are counts rather than quantities, and what follows from them
//! for files and tables, named once.
//! (Quantities carry their bounds in their types, see [`units`](super::units).)

/// Characters in one text field.
pub const TEXT: usize = 20_000;
/// Characters in a case number or a provision code.
pub const IDENTIFIER: usize = 100;
/// Provisions in a table, fewest.
pub const PROVISIONS_MIN: usize = 2;
/// Provisions in a table, most.
pub const PROVISIONS_MAX: usize = 24;
/// Cases in a review.
pub const CASES: usize = 5_000;
/// Members of a panel.
pub const MEMBERS: usize = 60;
/// Draws of a projection, fewest.
pub const DRAWS_MIN: usize = 100;
/// Draws of a projection, most.
pub const DRAWS_MAX: usize = 1_000_000;
/// Bytes of a file.
pub const FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Entries of any list that belongs to one case (voices, conditions, documents, …) or of a
/// review's own lists. No list of a real workshop comes near it.
pub const LIST: usize = 200;
/// Passages that were looked at and kept: as many as there can be cases, since a large review has
/// a "Mr Tumble" in every other one.
pub const PASSAGES: usize = CASES;
/// Brackets within brackets in a file. A review has some fifteen.
pub const NESTING: usize = 64;
/// What a file that does not fit is told of; the rest is not looked for.
pub const VIOLATIONS: usize = 1_000;
/// Rows of a table that say something, with the header: twice as many as there can be cases, since
/// some of them may be no good.
pub const TABLE_ROWS: usize = 10_000;
/// Columns of a table, known or not: as many as a spreadsheet has.
pub const TABLE_COLUMNS: usize = 16_384;
/// Bytes of one row of a table: every text of a case at its bound, in any script.
pub const TABLE_ROW_BYTES: usize = 2 * 1024 * 1024;
/// Entries of all lists of a table together: 40 for each of as many cases as there can be.
pub const TABLE_ENTRIES: usize = 200_000;
/// Characters of a passage that is to be taken out, fewest.
pub const PASSAGE_MIN: usize = 3;
/// Characters of a passage that is to be taken out, most.
pub const PASSAGE_MAX: usize = 2_000;
/// First and last calendar year of any date that the program keeps.
pub const DATE_YEARS: std::ops::RangeInclusive<i32> = 1950..=2150;
