//! What the two pages about money are built from: a figure with its help and its source, lists by
//! year, what there is to compare with, and the current course beside it all.

pub mod cover;
pub mod figure;
pub mod forecast;
pub mod help;
pub mod lacking;
pub mod last_year;
pub mod offers;
pub mod refused;
pub mod years;
