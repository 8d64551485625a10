//! The real app without a screen: what a machine would tell it goes in, and what each pass took
//! comes out.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use dbv_case_review::projection::Draws;
use dbv_case_review::review::{Date, Mode, Salt, Timestamp};
use dbv_case_review::services::{Machine, Services};
use dbv_case_review::ui::App;
use dbv_case_review::ui::dialogs::{Dialogs, Purpose};
use dbv_case_review::ui::opening::Opening;
use eframe::egui::accesskit::{Action, ActionRequest, Node, NodeId, TreeId, TreeUpdate};
use eframe::egui::{
    Context, Event, FullOutput, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton,
    Pos2, RawInput, Rect, TouchPhase, Vec2, ViewportId, pos2, vec2,
};

/// A laptop's screen.
pub const LAPTOP: Vec2 = vec2(1366.0, 768.0);
/// The key that makes a shortcut.
pub const CTRL: Modifiers = Modifiers::CTRL.plus(Modifiers::COMMAND);
/// Between two frames. Seconds.
const FRAME: f64 = 1.0 / 60.0;

/// What a frame took: the time that the window's thread was at work, and the time that passed.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// At work.
    pub cpu: Duration,
    /// Passed.
    pub wall: Duration,
}

/// A laptop of its own: the real clock, and folders that go with it.
struct Laptop(PathBuf);

impl Services for Laptop {
    fn now(&self) -> Timestamp {
        Machine.now()
    }
    fn salt(&self) -> Salt {
        Machine.salt()
    }
    fn time_of_day(&self, at: Timestamp) -> String {
        Machine.time_of_day(at)
    }
    fn today(&self) -> Date {
        Machine.today()
    }
    fn documents_folder(&self) -> Option<PathBuf> {
        Some(self.0.clone())
    }
    fn data_folder(&self) -> Option<PathBuf> {
        Some(self.0.join("data"))
    }
    fn machine_name(&self) -> String {
        "LAPTOP-7".to_owned()
    }
    fn is_running(&self, _process: u32) -> Option<bool> {
        None
    }
}

/// Nobody asks for a file.
struct NoDialogs;

impl Dialogs for NoDialogs {
    fn ask(&mut self, _: Purpose, _: Option<PathBuf>, _: &Context) {}
    fn poll(&mut self) -> Option<(Purpose, Option<PathBuf>)> {
        None
    }
}

/// The window.
pub struct Window {
    ctx: Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
    events: Vec<Event>,
}

impl Window {
    /// Opens a review to work on.
    pub fn on(path: &Path) -> Self {
        let folder = path.parent().unwrap_or(path).to_owned();
        let ctx = Context::default();
        let opening = Opening::file(path.to_owned(), Mode::Work);
        let services = Arc::new(Laptop(folder));
        let draws = Draws::default().count;
        let app = App::new(&ctx, services, Box::new(NoDialogs), draws, Some(opening));
        // A caret that blinks is two frames a second, and no rest.
        ctx.all_styles_mut(|style| style.visuals.text_cursor.blink = false);
        let mut window = Self {
            ctx,
            app,
            frame: eframe::Frame::_new_kittest(),
            time: 0.0,
            events: Vec::new(),
        };
        window.rest();
        window
    }

    fn run(&mut self) -> FullOutput {
        self.time += FRAME;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, LAPTOP)),
            time: Some(self.time),
            focused: true,
            max_texture_side: Some(8_192),
            events: std::mem::take(&mut self.events),
            ..RawInput::default()
        };
        let (app, frame) = (&mut self.app, &mut self.frame);
        self.ctx.run_ui(input, |ui| {
            let ctx = ui.ctx().clone();
            eframe::App::logic(app, &ctx, frame);
            eframe::App::ui(app, ui, frame);
        })
    }

    /// One frame: logic, views, and triangles out of them.
    pub fn pass(&mut self) -> Cost {
        let (cpu, wall) = (ThreadTime::now(), Instant::now());
        let output = self.run();
        let triangles = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let cost = Cost {
            cpu: cpu.elapsed(),
            wall: wall.elapsed(),
        };
        drop(triangles);
        cost
    }

    /// After how long it wants to be drawn again.
    pub fn wants_repaint_after(&mut self) -> Duration {
        let output = self.run();
        let root = output.viewport_output.get(&ViewportId::ROOT);
        root.map_or(Duration::MAX, |root| root.repaint_delay)
    }

    /// Lets it come to rest.
    pub fn rest(&mut self) {
        let patience = Instant::now() + Duration::from_secs(60);
        let mut quiet = 0;
        while quiet < 10 {
            assert!(Instant::now() < patience, "it never comes to rest");
            quiet = match self.wants_repaint_after() > Duration::from_millis(500) {
                true => quiet + 1,
                false => 0,
            };
            sleep(Duration::from_millis(10));
        }
    }

    /// What the machine tells before the next frame.
    pub fn tell(&mut self, events: impl IntoIterator<Item = Event>) {
        self.events.extend(events);
    }

    /// Keys, down and up.
    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        let stroke = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        let held = Event::ModifiersChanged;
        let up = held(Modifiers::NONE);
        self.tell([held(modifiers), stroke(true), stroke(false), up]);
    }

    /// The wheel is turned with the pointer here.
    pub fn wheel(&mut self, at: Pos2, by: f32) {
        self.tell([
            Event::PointerMoved(at),
            Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, by),
                phase: TouchPhase::Move,
                source: MouseWheelSource::Wheel,
                modifiers: Modifiers::NONE,
            },
        ]);
    }

    /// The button of the mouse goes down or up here.
    pub fn button(&mut self, pos: Pos2, pressed: bool) {
        self.tell([
            Event::PointerMoved(pos),
            Event::PointerButton {
                pos,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            },
        ]);
    }

    /// Where the control of this name is, brought into sight.
    pub fn find(&mut self, name: &str) -> Option<Pos2> {
        self.ctx.enable_accesskit();
        let found = self.run().platform_output.accesskit_update;
        let found = found.and_then(|tree| named(&tree, name).map(|(id, _)| id));
        let place = found.and_then(|target_node| {
            let request = |action| {
                Event::AccessKitActionRequest(ActionRequest {
                    action,
                    target_tree: TreeId::ROOT,
                    target_node,
                    data: None,
                })
            };
            self.tell([request(Action::ScrollIntoView)]);
            for _ in 0..30 {
                self.run();
            }
            let tree = self.run().platform_output.accesskit_update?;
            named(&tree, name).map(|(_, place)| place)
        });
        self.ctx.disable_accesskit();
        self.rest();
        place
    }

    /// Clicks on the control of this name.
    pub fn press(&mut self, name: &str) {
        let Some(at) = self.find(name) else {
            panic!("{name:?} is not on the screen");
        };
        for pressed in [true, false] {
            self.button(at, pressed);
            self.pass();
        }
        self.rest();
    }
}

/// The control of this name, and its middle.
fn named(tree: &TreeUpdate, name: &str) -> Option<(NodeId, Pos2)> {
    let says = |node: &Node| node.label() == Some(name) || node.value() == Some(name);
    let labels = |id: &NodeId| tree.nodes.iter().any(|(of, node)| of == id && says(node));
    let is_it = |node: &Node| node.label() == Some(name) || node.labelled_by().iter().any(labels);
    let (id, node) = tree.nodes.iter().find(|(_, node)| is_it(node))?;
    let bounds = node.bounds()?;
    let middle = pos2(
        (bounds.x0 + bounds.x1) as f32 / 2.0,
        (bounds.y0 + bounds.y1) as f32 / 2.0,
    );
    Some((*id, middle))
}
