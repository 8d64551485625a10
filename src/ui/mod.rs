//! The window: what is drawn and how it looks. It knows the rooms below it; none of them knows it.

pub mod money;
pub mod theme;
pub mod widgets;
