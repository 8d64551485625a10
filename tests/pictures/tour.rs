//! Every screen and its states in light and dark, for people to look at: written to the folder that
//! SCREENSHOTS names, else to the build's own. What can be held of them by a test is that each is
//! drawn: none is blank, and light and dark differ.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use dbv_case_review::review::Mode;
use eframe::egui::{Event, Key, Modifiers, Theme};

use super::room::{CTRL, Room};
use super::words::*;
use super::{LAPTOP, county};

/// A picture with fewer colours than this has no text on it.
const COLOURS: usize = 64;

struct Tour {
    folder: PathBuf,
    taken: usize,
}

impl Tour {
    fn new() -> Self {
        let folder = std::env::var_os("SCREENSHOTS").map_or_else(
            || Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots"),
            PathBuf::from,
        );
        std::fs::create_dir_all(&folder).unwrap();
        Self { folder, taken: 0 }
    }

    /// The window as it is now, in both themes.
    fn takes(&mut self, room: &mut Room, name: &str) {
        room.window.event(Event::PointerGone);
        let pictures = [Theme::Light, Theme::Dark].map(|theme| {
            room.window.ctx.set_theme(theme);
            room.rest();
            let picture = room.window.render().unwrap();
            let colours: HashSet<_> = picture.pixels().map(|pixel| pixel.0).collect();
            assert!(colours.len() > COLOURS, "{name} is blank in {theme:?}");
            let theme = format!("{theme:?}").to_lowercase();
            picture
                .save(self.folder.join(format!("{name}-{theme}.png")))
                .unwrap();
            picture
        });
        assert_ne!(pictures[0], pictures[1], "{name} is the same in the dark");
        room.window.ctx.set_theme(Theme::Light);
        room.rest();
        self.taken += 1;
    }
}

#[test]
#[ignore = "pixels of one renderer: .ci/run takes them"]
fn every_screen_in_light_and_dark() {
    let mut tour = Tour::new();
    let mut room = Room::of_size(LAPTOP);
    tour.takes(&mut room, "start");
    room.press(NEW);
    tour.takes(&mut room, "start-new");
    room.fill_in(TITLE, "Autumn workshops");
    room.fill_in(COUNCIL, "West Marsh");
    room.press(BEGIN);
    room.wait_for("kept");
    tour.takes(&mut room, "prepare-begun");
    room.press(REVIEW);
    tour.takes(&mut room, "review-without-cases");

    let mut room = county(Mode::Train, LAPTOP, "C11");
    tour.takes(&mut room, "read");
    room.press(JUDGE);
    tour.takes(&mut room, "judge");
    room.press("+ condition");
    tour.takes(&mut room, "judge-new-condition");
    room.keys(CTRL, Key::M);
    tour.takes(&mut room, "judge-without-projection");
    room.press("Menu");
    tour.takes(&mut room, "menu");
    room.key(Key::Escape);
    room.resize([1000.0, 700.0]);
    room.press("Show all");
    tour.takes(&mut room, "judge-narrow-projection");
    room.resize(LAPTOP);
    room.press(PREPARE);
    for (number, part) in PARTS.into_iter().enumerate() {
        room.press(part);
        tour.takes(&mut room, &format!("prepare-{}", number + 1));
    }
    room.press("History");
    tour.takes(&mut room, "history");

    for (case, state) in [("C02", "two-voices"), ("C16", "dissent"), ("C21", "draft")] {
        let mut room = county(Mode::Inspect, LAPTOP, case);
        room.press(JUDGE);
        tour.takes(&mut room, &format!("record-{state}"));
        room.keys(Modifiers::NONE, Key::F11);
        for scene in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
            room.key(scene);
            let name = format!("room-{state}-{}", scene.name());
            tour.takes(&mut room, &name);
        }
    }
    assert!(tour.taken > 30, "{} were taken", tour.taken);
}
