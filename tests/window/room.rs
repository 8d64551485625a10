//! Somebody at the window: what they press and type, by the words on the screen.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use dbv_case_review::review::Mode;
use dbv_case_review::ui::App;
use dbv_case_review::ui::opening::Opening;
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Event, Key, Modifiers, PointerButton, ViewportCommand, ViewportEvent, ViewportId,
};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

use super::words;
use super::world::{Answered, World};

/// The key that makes a shortcut.
pub const CTRL: Modifiers = Modifiers::CTRL.plus(Modifiers::COMMAND);
pub const CTRL_SHIFT: Modifiers = CTRL.plus(Modifiers::SHIFT);
/// Draws of a projection: enough for a range, quick in a debug build.
pub const DRAWS: usize = 500;
/// A laptop's screen.
const LAPTOP: [f32; 2] = [1366.0, 768.0];
/// Passes after which the window must have come to rest.
const PASSES: u64 = 10;
/// Passes of the window in a second of its clock.
const PASSES_A_SECOND: usize = 10;

pub struct Room {
    pub(super) window: Harness<'static, App>,
    pub world: Arc<World>,
}

/// A key, down and up, with others held.
fn strokes(modifiers: Modifiers, key: Key) -> [Event; 4] {
    let stroke = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    };
    let held = Event::ModifiersChanged;
    let none = Modifiers::NONE;
    [held(modifiers), stroke(true), stroke(false), held(none)]
}

/// Coming in and leaving.
impl Room {
    /// The program has just been started.
    pub fn new() -> Self {
        Self::of_size(LAPTOP)
    }

    /// As [`new`](Self::new), in a window of this size.
    pub fn of_size(size: [f32; 2]) -> Self {
        Self::start(World::new(), None, size)
    }

    /// The sample is open.
    pub fn with_sample() -> Self {
        let mut room = Self::new();
        room.press(words::SAMPLE);
        room.go_to("C01");
        room
    }

    /// A file is open, on this computer.
    pub fn with_file(world: &Arc<World>, path: &Path) -> Self {
        Self::start(Arc::clone(world), Some(path.to_owned()), LAPTOP)
    }

    pub fn start(world: Arc<World>, open: Option<PathBuf>, size: [f32; 2]) -> Self {
        Self::through(
            world,
            open.map(|path| Opening::file(path, Mode::Work)),
            size,
        )
    }

    /// As [`start`](Self::start), through one of the doors.
    pub fn through(world: Arc<World>, open: Option<Opening>, size: [f32; 2]) -> Self {
        let (services, machine) = (Arc::clone(&world), Arc::clone(&world));
        let window = Harness::builder()
            .with_size(size)
            .with_max_steps(PASSES)
            .with_step_dt(1.0 / PASSES_A_SECOND as f32)
            .build_eframe(|cc| {
                let dialogs = Answered {
                    world: services,
                    answer: None,
                };
                App::new(&cc.egui_ctx, machine, Box::new(dialogs), DRAWS, open)
            });
        let mut room = Self { window, world };
        room.rest();
        room
    }

    /// Closes the window; whether the program let it close.
    pub fn try_to_close(&mut self) -> bool {
        let input = self.window.input_mut();
        let viewport = input.viewports.get_mut(&ViewportId::ROOT).unwrap();
        viewport.events.push(ViewportEvent::Close);
        self.window.step();
        let after = &self.window.output().viewport_output[&ViewportId::ROOT];
        let stays = after.commands.contains(&ViewportCommand::CancelClose);
        self.rest();
        !stays
    }

    /// Closes the window, which must not object.
    #[must_use = "the files go with the world"]
    pub fn close(mut self) -> Arc<World> {
        assert!(self.try_to_close(), "it does not close: {}", self.screen());
        self.world
    }

    /// The window is gone without having been asked to close.
    #[must_use = "the files go with the world"]
    pub fn vanish(self) -> Arc<World> {
        self.world
    }

    /// The computer is switched off. What is on the disk at that moment is all there is after it.
    #[must_use = "the files go with the world"]
    pub fn power_cut(self) -> Arc<World> {
        let files = self.world.everything();
        let world = self.vanish();
        world.put_back(&files);
        world
    }

    /// Another window is in front for a while.
    pub fn comes_to_the_front(&mut self) {
        for focused in [false, true] {
            let input = self.window.input_mut();
            input.focused = focused;
            input.events.push(Event::WindowFocused(focused));
            self.window.step();
        }
        self.rest();
    }

    /// Closes the window and opens it on a file.
    pub fn close_and_open(self, path: &Path) -> Self {
        let world = self.close();
        world.minutes_pass(30);
        Self::with_file(&world, path)
    }

    pub fn resize(&mut self, size: [f32; 2]) {
        self.window.set_size(size.into());
        self.rest();
    }

    pub fn zoom(&mut self, factor: f32) {
        self.window.ctx.set_zoom_factor(factor);
        self.rest();
    }
}

/// Doing.
impl Room {
    /// Lets the window come to rest: it must not go on repainting by itself, every control must
    /// have a name, and every letter must be in the font.
    pub fn rest(&mut self) {
        self.window.run();
        let patience = Instant::now() + Duration::from_secs(20);
        let at_work = [
            "updating",
            "being computed",
            "being looked through",
            "Being read…",
        ];
        while at_work.iter().any(|words| self.shows(words)) {
            assert!(Instant::now() < patience, "what is worked at never came");
            sleep(Duration::from_millis(2));
            self.window.run();
        }
    }

    /// Comes to rest and waits until these words are there; for what another thread brings.
    pub fn wait_for(&mut self, text: &str) {
        let patience = Instant::now() + Duration::from_secs(20);
        while !self.shows(text) {
            assert!(
                Instant::now() < patience,
                "{text:?} never came: {}",
                self.screen()
            );
            sleep(Duration::from_millis(2));
            self.rest();
        }
    }

    /// Waits for something that other threads bring about.
    pub fn wait_until(&mut self, is_so: impl Fn(&Self) -> bool) {
        let patience = Instant::now() + Duration::from_secs(20);
        while !is_so(self) {
            assert!(
                Instant::now() < patience,
                "it never came: {}",
                self.screen()
            );
            sleep(Duration::from_millis(2));
            self.rest();
        }
    }

    /// Seconds pass on the window's clock.
    pub fn seconds_pass(&mut self, seconds: usize) {
        self.window.run_steps(seconds * PASSES_A_SECOND);
        self.rest();
    }

    /// Presses a control as a hand does: up comes after down, some frames later.
    pub fn press_slowly(&mut self, name: &str) {
        let pos = self.control(None, name, None).rect().center();
        self.send([Event::PointerMoved(pos)]);
        for pressed in [true, false] {
            self.send([Event::PointerButton {
                pos,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            }]);
        }
    }

    /// Brings a control into sight and clicks on it.
    fn click(&mut self, role: Option<Role>, name: &str, nth: Option<usize>) {
        self.control(role, name, nth).scroll_to_me();
        self.rest();
        let control = self.control(role, name, nth);
        assert!(
            !control.accesskit_node().is_disabled(),
            "{name:?} cannot be pressed"
        );
        let pos = control.rect().center();
        self.click_at(pos);
    }

    /// Clicks on this place.
    pub fn click_at(&mut self, pos: eframe::egui::Pos2) {
        let button = |pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.send([Event::PointerMoved(pos), button(true), button(false)]);
    }

    /// Clicks on the control of this name.
    pub fn press(&mut self, name: &str) {
        self.click(None, name, None);
    }

    /// Clicks on one of several controls of this name, counted from 0.
    pub fn press_nth(&mut self, name: &str, nth: usize) {
        self.click(None, name, Some(nth));
    }

    /// Answers a question that has its answers side by side.
    pub fn answer(&mut self, question: &str, answer: &str) {
        self.press(&format!("{question}: {answer}"));
    }

    /// Chooses from a list.
    pub fn choose(&mut self, list: &str, option: &str) {
        self.click(Some(Role::ComboBox), list, None);
        self.press(option);
    }

    /// Clicks into a field and types, in place of what was there. The keyboard stays in the field.
    pub fn type_into(&mut self, field: &str, text: &str) {
        self.click(None, field, None);
        let mut events = strokes(CTRL, Key::A).to_vec();
        if text.is_empty() {
            events.extend(strokes(Modifiers::NONE, Key::Delete));
        } else {
            events.push(Event::Text(text.to_owned()));
        }
        self.send(events);
    }

    /// Types into a field and leaves it.
    pub fn fill_in(&mut self, field: &str, text: &str) {
        self.type_into(field, text);
        self.key(Key::Tab);
    }

    /// Types where the keyboard is.
    pub fn type_text(&mut self, text: &str) {
        self.send([Event::Text(text.to_owned())]);
    }

    /// Types these, each with Enter after it, before the window comes to draw.
    pub fn all_at_once(&mut self, texts: &[&str]) {
        let typed = texts.iter().flat_map(|text| {
            let text = Event::Text((*text).to_owned());
            [text]
                .into_iter()
                .chain(strokes(Modifiers::NONE, Key::Enter))
        });
        self.send(typed);
    }

    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.send(strokes(modifiers, key));
    }

    /// On to the next control; for long ways, without waiting for the window to come to rest.
    pub fn tab(&mut self) {
        let events = &mut self.window.input_mut().events;
        events.extend(strokes(Modifiers::NONE, Key::Tab));
        self.window.run_steps(2);
    }

    /// What the machine tells within one pass of the window.
    fn send(&mut self, events: impl IntoIterator<Item = Event>) {
        self.window.input_mut().events.extend(events);
        self.rest();
    }

    /// Goes to a case by its row in the list.
    pub fn go_to(&mut self, case: &str) {
        let row = self.offers_any(&format!("{case}, "));
        let row = row.unwrap_or_else(|| panic!("{case} is not in the list: {}", self.screen()));
        self.press(&row);
    }

    /// Goes to the form of a case.
    /// To a page of *Prepare*, through the drop-down where there is no list at the side.
    pub fn turn_to(&mut self, page: &str) {
        if self.offers("Page") {
            self.press("Page");
        }
        self.press(page);
    }

    pub fn judge(&mut self, case: &str) {
        self.go_to(case);
        self.press(words::JUDGE);
    }

    /// The panel's part: it would be somewhere else, and why.
    pub fn fill_in_panel(&mut self, ideal: &str, why: &str) {
        self.answer(words::PANEL_SETTING, words::NOT_IDEAL);
        self.answer(words::PANEL_SUPPORT, words::NOT_IDEAL);
        self.answer(words::PANEL_TIME, words::NOT_IDEAL);
        self.choose(words::PANEL_IDEAL, ideal);
        self.fill_in(words::REASONING, why);
    }
}
