//! The history screen: what is wanted of it, sealing, and going on in a new version.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::App;
use crate::review::{Command, Mode, Via};
use crate::store;
use crate::ui::happened::{Sifting, Wish};
use crate::ui::intent::{Intent, Screen};
use crate::ui::opening::{Opening, Source};
use crate::ui::view::Spot;

impl App {
    /// The history is looked through when it is shown.
    pub(super) fn look_at_history(&mut self) {
        if let Some(session) = &mut self.session {
            session.look_through();
        }
    }

    /// What the history screen shows is found while it is shown.
    pub(super) fn open_the_book(&mut self) {
        if let (Screen::History, Some(session)) = (self.screen, &self.session) {
            self.book.update(session.review(), &session.place.history);
        }
    }

    /// Carries out what a person wants on the history screen.
    pub(super) fn on_history(&mut self, wish: Wish, ctx: &Context) {
        match wish {
            Wish::Sift(sifting) => self.place(|place| place.history = sifting),
            Wish::OfCase(case) => {
                self.place(|place| {
                    place.history = Sifting {
                        case: Some(case),
                        ..Sifting::default()
                    };
                    place.attend = Some(Spot::Entries);
                });
                self.handle(Intent::Go(Screen::History), ctx);
            }
            Wish::Words(words) => self.place(|place| place.taken_away = words),
            Wish::Prepare(sealing) => {
                self.place(|place| {
                    place.sealing = sealing;
                    place.attend = sealing.then_some(Spot::Seal);
                });
                if sealing {
                    self.handle(Intent::Go(Screen::History), ctx);
                }
            }
            Wish::Seal => self.seal(ctx),
        }
    }

    /// Seals the review, and shows it as everybody will see it from now on: read from its file.
    fn seal(&mut self, ctx: &Context) {
        let Some(session) = &mut self.session else {
            return;
        };
        if let Err(trouble) = session.seal() {
            return self.failed(trouble);
        }
        session.place.sealing = false;
        session.place.taken_away.clear();
        self.through(Mode::Inspect, ctx);
        self.handle(Intent::Go(Screen::History), ctx);
    }

    /// Makes a new version of a sealed review beside it, which names it, and opens it for work.
    pub(super) fn continue_in_a_new_version(&mut self, ctx: &Context) {
        let Some(session) = &self.session else {
            return;
        };
        let Some(sealing) = session.review().sealing() else {
            return;
        };
        let beside = match session.source() {
            Source::File(path) => path.clone(),
            Source::Sample(sample) => match self.services.documents_folder() {
                Some(folder) => folder.join(sample.name()),
                None => {
                    return self.failed("Not done: there is no folder for documents.".to_owned());
                }
            },
        };
        let mut review = session.review().clone();
        let act = self.services.act(Via::Typed, false);
        if let Err(refusal) = review.apply(Command::Continue(sealing.fingerprint), act) {
            return self.refused(&refusal);
        }
        let path = next_version(&beside);
        if let Err(error) = store::save_copy(&path, &review.snapshot(), store::Overwrite::No) {
            return self.failed(error.to_string());
        }
        let place = session.place.clone();
        self.open(ctx, Opening::file(path.clone(), Mode::Work));
        if let Some(session) = &mut self.session {
            session.stand_at(place);
        }
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        self.said(format!(
            "This is a new version, in the file “{name}”. The sealed one stays as it is."
        ));
    }
}

/// A name for the next version beside this one, which no file has yet: "NAME (version 2)".
fn next_version(path: &Path) -> PathBuf {
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned());
    let stem = stem.unwrap_or_default();
    let (name, this) = version_of(&stem);
    let named = |number: u32| {
        path.with_file_name(format!("{name} (version {number}).{}", store::EXTENSION))
    };
    let mut further = (this.saturating_add(1)..this.saturating_add(1000)).map(named);
    further
        .find(|path| !path.exists())
        .unwrap_or_else(|| named(this.saturating_add(1000)))
}

/// The name without its version, and which version it is.
fn version_of(stem: &str) -> (&str, u32) {
    let number = stem
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(" (version "));
    match number.and_then(|(name, number)| Some((name, number.parse().ok()?))) {
        Some((name, number)) => (name, number),
        None => (stem, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_counted() {
        assert_eq!(version_of("West Marsh"), ("West Marsh", 1));
        assert_eq!(version_of("West Marsh (version 7)"), ("West Marsh", 7));
        assert_eq!(version_of("West (version x)"), ("West (version x)", 1));
        let folder = tempfile::tempdir().unwrap();
        let sealed = folder.path().join("West Marsh.dbvreview");
        let second = folder.path().join("West Marsh (version 2).dbvreview");
        assert_eq!(next_version(&sealed), second);
        std::fs::write(&second, "").unwrap();
        let third = folder.path().join("West Marsh (version 3).dbvreview");
        assert_eq!(
            (next_version(&sealed), next_version(&second)),
            (third.clone(), third)
        );
    }
}
