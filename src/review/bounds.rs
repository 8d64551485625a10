//! The limits of model.md §11 that are counts rather than quantities, named once.
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
/// Characters of a passage that is to be taken out, fewest.
pub const PASSAGE_MIN: usize = 3;
/// Characters of a passage that is to be taken out, most.
pub const PASSAGE_MAX: usize = 2_000;
/// First and last calendar year of any date that the program keeps.
pub const DATE_YEARS: std::ops::RangeInclusive<i32> = 1950..=2150;
