//! What screens are built from. A widget names roles and never colours, tells a screen reader what
//! it is, works by keyboard, and shows nothing by colour alone.

pub mod access;
pub mod account;
pub mod balance_chart;
pub mod balances;
pub mod button;
pub mod choice;
pub mod field;
pub mod focus;
pub mod formula;
pub mod heading;
pub mod link;
pub mod marks;
pub mod measure;
pub mod notice;
pub mod points;
pub mod quote;
pub mod range;
pub mod range_axis;
pub mod range_bar;
pub mod region;
pub mod role_chip;
pub mod scroll;
pub mod suggest;
pub mod swarm;
