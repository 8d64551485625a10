//! A review that is about to begin: its form, before there is a file.

use std::path::PathBuf;

use crate::review::setup::Setup;
use crate::review::text::Text;
use crate::review::{Review, Via};
use crate::services::Services;

/// The form for a new review. It is not in a review yet, so it lives here.
#[derive(Clone, Debug, Default)]
pub struct NewReview {
    /// Whether the form is open.
    pub shown: bool,
    /// Whether it has been opened just now, so that the caret goes where a person would type.
    pub just_opened: bool,
    /// What the review is called.
    pub title: String,
    /// The council.
    pub council: String,
    /// Where it keeps itself, once somebody has said so.
    pub place: Option<String>,
}

impl NewReview {
    /// Where the review will keep itself: as chosen, or in the documents under its title.
    pub fn path(&self, services: &dyn Services) -> PathBuf {
        if let Some(place) = &self.place {
            return PathBuf::from(place.trim());
        }
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '(' | ')');
        let name: String = self
            .title
            .chars()
            .filter(|c| allowed(*c))
            .take(80)
            .collect();
        let name = if name.trim().is_empty() {
            "Case review"
        } else {
            name.trim()
        };
        let folder = services.documents_folder().unwrap_or_default();
        folder.join(format!("{name}.{}", crate::store::EXTENSION))
    }

    /// Keeps the review at this place.
    pub fn keep_at(&mut self, path: PathBuf) {
        self.place = Some(path.to_string_lossy().into_owned());
    }

    /// The new review and where it keeps itself.
    ///
    /// # Errors
    /// What to tell the person.
    pub fn begin(&self, services: &dyn Services) -> Result<(PathBuf, Review), String> {
        if self.title.trim().is_empty() || self.council.trim().is_empty() {
            return Err("A review needs a title and the name of the council.".to_owned());
        }
        let path = self.path(services);
        if path.exists() {
            return Err(format!(
                "There is a file {} already. Choose another name; nothing is written over.",
                path.display()
            ));
        }
        let words = |text: &str| Text::new(text.trim()).map_err(|error| format!("{error}."));
        let base_year = services.today().financial_year();
        let setup = Setup::new(words(&self.title)?, words(&self.council)?, base_year);
        let review = Review::begin(setup, services.act(Via::Typed, false));
        review
            .map(|review| (path, review))
            .map_err(|refusal| format!("{refusal}."))
    }
}
