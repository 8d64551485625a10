//! What several tests share.
#![allow(dead_code)]

pub mod commands;
pub mod workshop;
pub mod world;
