//! The projection against the contract: every number of model.md §10, and properties that hold for
//! whatever a council enters.

// In tests, helpers may unwrap as tests do.
#![allow(clippy::unwrap_used)]

#[path = "model/carries.rs"]
mod carries;
#[path = "model/counted.rs"]
mod counted;
#[path = "model/edges.rs"]
mod edges;
#[path = "model/exact.rs"]
mod exact;
#[path = "model/examples.rs"]
mod examples;
#[path = "model/explained.rs"]
mod explained;
#[path = "model/influence.rs"]
mod influence;
#[path = "model/properties.rs"]
mod properties;
#[path = "model/ranges.rs"]
mod ranges;
#[path = "model/recorded.rs"]
mod recorded;
#[path = "model/redraw.rs"]
mod redraw;
#[path = "model/reference/mod.rs"]
mod reference;
#[path = "model/reviews.rs"]
mod reviews;
#[path = "model/sampling.rs"]
mod sampling;
#[path = "model/worked_example.rs"]
mod worked_example;
