//! Flows through the real app by the words on the screen: what a person presses, types and reads.
//! Nothing is drawn; the tests look at what a screen reader would be told.

// Helpers of tests fail by panicking, as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod access;
mod access_screens;
mod access_tree;
mod afterwards;
mod anonymous;
mod case_files;
mod doors;
mod explained;
mod forgetting;
mod history;
mod idle;
mod importing;
mod in_use;
mod incoming;
mod judging;
mod keeping;
mod keyboard;
mod layout;
mod list;
mod magnified;
mod money;
mod notes;
mod opening;
mod pace;
mod palette;
mod parents;
mod parents_first;
mod prepare_money;
mod prepare_setup;
mod projection;
mod rating;
mod read_only;
mod recovery;
mod regions;
mod room;
mod room_view;
mod round;
mod sealing;
mod seeing;
mod setup;
mod sure;
mod taking_out;
mod trouble;
mod typing;
mod words;
mod workbooks;
mod world;
