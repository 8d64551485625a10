//! The samples, embedded so that a copied program has them too. A sample is tried in a copy of
//! its own, which keeps itself like any review.

use std::path::PathBuf;

use crate::services::Services;
use crate::store;

/// The first sample: ten invented children.
const FIRST_STEPS: &str = include_str!("../../sample_reviews/first-steps.dbvreview");

/// Where the copy of the sample is or would be.
pub fn path(services: &dyn Services) -> Option<PathBuf> {
    let folder = services.data_folder()?;
    Some(folder.join("samples").join("First steps.dbvreview"))
}

/// Where the copy of the sample is, made if it is not there yet or shall be made afresh.
///
/// # Errors
/// What to tell the person, if no copy can be written.
pub fn place(services: &dyn Services, afresh: bool) -> Result<PathBuf, String> {
    let path = path(services)
        .ok_or("This computer gives the program no folder of its own to keep the sample in.")?;
    if path.exists() && !afresh {
        return Ok(path);
    }
    let opened = store::read_text(FIRST_STEPS).map_err(|error| error.to_string())?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| {
            format!(
                "The sample could not be put into {}: {error}.",
                folder.display()
            )
        })?;
    }
    let review = opened.review;
    store::save(&path, review.state(), review.history()).map_err(|error| error.to_string())?;
    Ok(path)
}
