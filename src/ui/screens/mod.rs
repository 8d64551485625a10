//! The screens, a file or a folder each. They are functions of what they see; they change nothing.

pub mod forgetting;
pub mod history;
pub mod palette;
pub mod prepare;
pub mod review;
pub mod room;
pub mod start;
pub mod taking_out;
pub mod versions;
