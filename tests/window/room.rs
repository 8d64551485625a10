//! Somebody at the window: what they press, type and see, by the words on the screen.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use dbv_case_review::ui::App;
use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{Key, Modifiers, Rect, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::NodeT as _;
use egui_kittest::{Harness, Node};

use super::words;
use super::world::{Answered, World};

/// The key that makes a shortcut.
pub const CTRL: Modifiers = Modifiers::CTRL.plus(Modifiers::COMMAND);
pub const CTRL_SHIFT: Modifiers = CTRL.plus(Modifiers::SHIFT);
/// Draws of a projection: enough for a range, quick in a debug build.
const DRAWS: usize = 500;
/// A laptop's screen.
const LAPTOP: [f32; 2] = [1366.0, 768.0];
/// Passes after which the window must have come to rest.
const PASSES: u64 = 10;
/// Passes of the window in a second of its clock.
const PASSES_A_SECOND: usize = 4;

/// What can be pressed or typed into.
const CONTROLS: [Role; 8] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Link,
    Role::MenuItem,
    Role::RadioButton,
    Role::TextInput,
    Role::MultilineTextInput,
];

pub struct Room {
    window: Harness<'static, App>,
    pub world: Arc<World>,
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
        room
    }

    /// A file is open, on this computer.
    pub fn with_file(world: &Arc<World>, path: &Path) -> Self {
        Self::start(Arc::clone(world), Some(path.to_owned()), LAPTOP)
    }

    pub fn start(world: Arc<World>, open: Option<PathBuf>, size: [f32; 2]) -> Self {
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
        while self.shows("updating") || self.shows("being computed") {
            assert!(Instant::now() < patience, "figures never came");
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

    /// Seconds pass on the window's clock.
    pub fn seconds_pass(&mut self, seconds: usize) {
        self.window.run_steps(seconds * PASSES_A_SECOND);
        self.rest();
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
        control.click();
        self.rest();
    }

    /// Clicks on the control of this name.
    pub fn press(&mut self, name: &str) {
        self.click(None, name, None);
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
        self.write(field, None, text);
    }

    fn write(&mut self, field: &str, nth: Option<usize>, text: &str) {
        self.click(None, field, nth);
        self.keys(CTRL, Key::A);
        if text.is_empty() {
            self.key(Key::Delete);
        } else {
            self.type_text(text);
        }
    }

    /// Types into a field and leaves it.
    pub fn fill_in(&mut self, field: &str, text: &str) {
        self.type_into(field, text);
        self.key(Key::Tab);
    }

    /// As [`fill_in`](Self::fill_in), where several fields have this name.
    pub fn fill_in_nth(&mut self, field: &str, nth: usize, text: &str) {
        self.write(field, Some(nth), text);
        self.key(Key::Tab);
    }

    /// Types where the keyboard is.
    pub fn type_text(&mut self, text: &str) {
        self.window.root().type_text(text);
        self.rest();
    }

    pub fn key(&mut self, key: Key) {
        self.keys(Modifiers::NONE, key);
    }

    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.rest();
    }

    /// Goes to a case by its row in the list.
    pub fn go_to(&mut self, case: &str) {
        let row = format!("{case}, {}", self.standing(case));
        self.press(&row);
    }

    /// Goes to the form of a case.
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

/// Seeing.
impl Room {
    /// Everything on the screen.
    pub fn nodes(&self) -> Vec<Node<'_>> {
        self.window.root().children_recursive().collect()
    }

    /// The control of this name: the one there is, or where there are several the `nth` from 0.
    pub fn control(&self, role: Option<Role>, name: &str, nth: Option<usize>) -> Node<'_> {
        let all: Vec<Node<'_>> = self
            .nodes()
            .into_iter()
            .filter(|node| {
                let node = node.accesskit_node();
                let right =
                    role.map_or_else(|| CONTROLS.contains(&node.role()), |r| r == node.role());
                right && node.label().as_deref() == Some(name)
            })
            .collect();
        let fits = nth.map_or(all.len() == 1, |nth| nth < all.len());
        let count = all.len();
        assert!(
            fits,
            "{count} controls {name:?} on the screen: {}",
            self.screen()
        );
        all[nth.unwrap_or(0)]
    }

    /// How many controls have this name.
    pub fn controls(&self, name: &str) -> usize {
        let named = |node: &Node<'_>| {
            let node = node.accesskit_node();
            CONTROLS.contains(&node.role()) && node.label().as_deref() == Some(name)
        };
        self.nodes().into_iter().filter(named).count()
    }

    pub fn offers(&self, name: &str) -> bool {
        self.controls(name) > 0
    }

    pub fn is_disabled(&self, name: &str) -> bool {
        self.control(None, name, None)
            .accesskit_node()
            .is_disabled()
    }

    /// Whether a control has an answer or a mark on it.
    pub fn is_chosen(&self, name: &str) -> bool {
        use eframe::egui::accesskit::Toggled;
        let control = self.control(None, name, None);
        control.accesskit_node().toggled() == Some(Toggled::True)
    }

    pub fn place(&self, name: &str) -> Rect {
        self.control(None, name, None).rect()
    }

    /// What stands in a field or list.
    pub fn value(&self, name: &str) -> String {
        self.control(None, name, None).value().unwrap_or_default()
    }

    /// Every text that the screen or a screen reader would tell.
    pub fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for node in self.nodes() {
            let node = node.accesskit_node();
            if node.role() == Role::TextRun {
                // A line of a text that is there as a whole.
                continue;
            }
            let data = node.data();
            texts.extend(node.label());
            texts.extend(node.value());
            for more in [data.description(), data.placeholder(), data.tooltip()] {
                texts.extend(more.map(ToOwned::to_owned));
            }
        }
        texts
    }

    pub fn screen(&self) -> String {
        let mut texts = self.texts();
        texts.dedup();
        texts.join("\n")
    }

    pub fn shows(&self, text: &str) -> bool {
        self.texts().iter().any(|shown| shown.contains(text))
    }

    pub fn sees(&self, text: &str) {
        assert!(
            self.shows(text),
            "{text:?} is not on the screen: {}",
            self.screen()
        );
    }

    pub fn sees_nothing_of(&self, text: &str) {
        let shown = self.texts().into_iter().find(|shown| shown.contains(text));
        assert_eq!(shown, None, "{text:?} is on the screen");
    }

    /// The texts that hold these words, each as whoever hears it is told, once for each place.
    pub fn lines(&self, words: &str) -> Vec<String> {
        let told = self.nodes().into_iter().filter_map(|node| {
            let node = node.accesskit_node();
            match node.role() {
                Role::TextRun => None,
                Role::Label => node.value(),
                _ => node.label(),
            }
        });
        told.filter(|line| line.contains(words)).collect()
    }

    /// The one text that begins like this.
    pub fn line(&self, begins: &str) -> Option<String> {
        let mut lines = self.lines(begins);
        lines.retain(|line| line.starts_with(begins));
        assert!(lines.len() < 2, "several: {lines:?}");
        lines.pop()
    }

    /// The heading of the page.
    pub fn heading(&self) -> String {
        let heading = self.nodes().into_iter().find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Heading && node.data().level() == Some(1)
        });
        let heading = heading.and_then(|node| node.accesskit_node().label());
        heading.unwrap_or_else(|| panic!("no heading: {}", self.screen()))
    }

    /// How a case stands, as the list says it.
    pub fn standing(&self, case: &str) -> String {
        let begins = format!("{case}, ");
        let row = self.nodes().into_iter().find_map(|node| {
            let label = node.accesskit_node().label()?;
            Some(label.strip_prefix(&begins)?.to_owned())
        });
        row.unwrap_or_else(|| panic!("{case} is not in the list: {}", self.screen()))
    }

    /// The range of a scenario, as it is shown.
    pub fn range(&self, scenario: &str) -> String {
        let begins = format!("{scenario}: ");
        let bar = self.nodes().into_iter().find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Image && node.label().is_some_and(|l| l.starts_with(&begins))
        });
        let bar = bar.unwrap_or_else(|| panic!("no range of {scenario}: {}", self.screen()));
        let spoken = bar.accesskit_node().label().unwrap_or_default();
        format!("{} ({spoken})", bar.value().unwrap_or_default())
    }

    /// What has the keyboard.
    pub fn focus(&self) -> Option<String> {
        let nodes = self.nodes();
        let node = nodes.iter().find(|node| node.is_focused())?;
        node.accesskit_node().label()
    }

    /// What can have the keyboard and has no name.
    pub fn nameless(&self) -> Vec<String> {
        let nameless = |node: &Node<'_>| {
            let node = node.accesskit_node();
            let name = node.label().unwrap_or_default();
            node.data().supports_action(Action::Focus) && name.trim().is_empty()
        };
        let nodes = self.nodes().into_iter().filter(nameless);
        nodes.map(|node| format!("{node:?}")).collect()
    }
}
