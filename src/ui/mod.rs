//! The window: what is drawn and how it looks. It knows the rooms below it; none of them knows it.

pub mod about_file;
pub mod actions;
pub mod app;
pub mod asked;
pub mod cases;
pub mod dialogs;
pub mod drafts;
pub mod edits;
pub mod fields;
pub mod figures;
pub mod gallery;
mod going_on;
mod identifying;
pub mod importing;
pub mod intent;
pub mod message;
pub mod money;
pub mod new_review;
pub mod opening;
pub mod quantity;
pub mod remembered;
pub mod samples;
pub mod scene;
pub mod screens;
pub mod session;
pub mod stands;
pub mod theme;
pub mod versions;
pub mod view;
pub mod widgets;
mod window;
pub mod words;

pub use app::App;
pub use window::{run, run_gallery};
