//! What a screen reader is told of a screen, as text: one line for each node, with its role, name,
//! value and states, indented below what holds it. And the rules that hold on every screen.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

use dbv_case_review::ui::actions::ACTIONS;
use eframe::egui::accesskit::{Action, Live, Role, Toggled};
use egui_kittest::kittest::{AccessKitNode, NodeT as _};

use super::room::Room;

/// What can be clicked and is lower than a control: words in running text, which have their room
/// around them, and what is offered in another way as well.
const LOW: [&str; 0] = [];
/// What stands several times in one part of a screen under one name.
const ALIKE: [&str; 0] = [];
/// The least height of what can be clicked. Points, less what is lost in rounding.
const TARGET: f64 = 31.5;

/// What is there to be clicked. (Text that can be selected takes clicks as well.)
const CLICKED: [Role; 14] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::EditableComboBox,
    Role::Link,
    Role::ListBoxOption,
    Role::MenuItem,
    Role::MultilineTextInput,
    Role::RadioButton,
    Role::Slider,
    Role::SpinButton,
    Role::Switch,
    Role::Tab,
    Role::TextInput,
];

/// A node with how deep it stands and the region it is in.
struct Seen<'a> {
    node: AccessKitNode<'a>,
    depth: usize,
    region: String,
}

/// Whether a node is there for the layout alone.
fn is_silent(node: &AccessKitNode<'_>) -> bool {
    let layout = [
        Role::GenericContainer,
        Role::Unknown,
        Role::ScrollView,
        Role::ScrollBar,
        Role::Pane,
    ];
    node.role() == Role::TextRun
        || layout.contains(&node.role())
            && node.label().is_none()
            && node.value().is_none()
            && !node.data().supports_action(Action::Focus)
}

fn walk<'a>(node: AccessKitNode<'a>, depth: usize, region: &str, out: &mut Vec<Seen<'a>>) {
    let mut region = region.to_owned();
    let mut deeper = depth;
    if !is_silent(&node) {
        if [Role::Region, Role::Dialog].contains(&node.role()) {
            region = node.label().unwrap_or_default();
        }
        out.push(Seen {
            node,
            depth,
            region: region.clone(),
        });
        deeper += 1;
    }
    for child in node.children() {
        walk(child, deeper, &region, out);
    }
}

/// A node in a line: `Button "Record judgement" disabled`.
fn line(node: &AccessKitNode<'_>) -> String {
    let data = node.data();
    let mut words = vec![format!("{:?}", node.role())];
    words.extend(data.level().map(|level| level.to_string()));
    let name = node.label();
    words.extend(name.as_ref().map(|name| format!("{name:?}")));
    let value = node.value().filter(|value| Some(value) != name.as_ref());
    words.extend(value.map(|value| format!("= {value:?}")));
    let empty = data.placeholder();
    words.extend(empty.map(|text| format!("empty: {text:?}")));
    let more = data.description().filter(|more| !more.is_empty());
    words.extend(more.map(|text| format!("({})", text.replace('\n', " / "))));
    let states = [
        (node.is_disabled(), "disabled"),
        (node.is_selected() == Some(true), "selected"),
        (node.toggled() == Some(Toggled::True), "on"),
        (node.toggled() == Some(Toggled::False), "off"),
        (data.is_expanded() == Some(true), "expanded"),
        (data.is_expanded() == Some(false), "folded"),
        (data.is_required(), "required"),
        (data.invalid().is_some(), "invalid"),
        (data.live() == Some(Live::Polite), "live"),
        (data.live() == Some(Live::Assertive), "live at once"),
        (node.is_focused(), "has the keyboard"),
    ];
    let states = states.into_iter().filter(|(is, _)| *is);
    words.extend(states.map(|(_, state)| state.to_owned()));
    words.join(" ")
}

impl Room {
    fn tree(&self) -> String {
        let mut seen = Vec::new();
        let root = self.window.root();
        walk(root.accesskit_node(), 0, "", &mut seen);
        let lines = seen.iter().map(|seen| {
            let indent = "  ".repeat(seen.depth);
            format!("{indent}{}\n", line(&seen.node))
        });
        let tree: String = lines.collect();
        // Where this computer keeps its files is nobody's business.
        let folder = self.world.data();
        let folder = folder.parent().unwrap().to_string_lossy();
        tree.replace(&*folder, "‹folder›")
    }

    /// What breaks a rule on this screen.
    fn breaches(&self) -> Vec<String> {
        let mut seen = Vec::new();
        let root = self.window.root();
        walk(root.accesskit_node(), 0, "", &mut seen);
        let mut told = Vec::new();
        named(&seen, &mut told);
        told_apart(&seen, &mut told);
        headings(&seen, &mut told);
        whole(&seen, &mut told);
        targets(&seen, &mut told);
        told
    }
}

/// Every stop of the keyboard has a name, and so has every picture.
fn named(seen: &[Seen<'_>], told: &mut Vec<String>) {
    for Seen { node, region, .. } in seen {
        let pictures = [Role::Image, Role::Meter, Role::Figure, Role::GraphicsObject];
        let must = node.data().supports_action(Action::Focus) || pictures.contains(&node.role());
        if must && node.label().unwrap_or_default().trim().is_empty() {
            told.push(format!("no name in {region:?}: {}", line(node)));
        }
    }
}

/// Within one part of the screen no two stops of the keyboard sound alike.
fn told_apart(seen: &[Seen<'_>], told: &mut Vec<String>) {
    let mut names: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    for Seen { node, region, .. } in seen {
        let name = node.label().unwrap_or_default();
        let stop = node.data().supports_action(Action::Focus) && !name.is_empty();
        if stop && !ALIKE.contains(&name.as_str()) {
            let key = (region.clone(), format!("{:?}", node.role()), name);
            *names.entry(key).or_default() += 1;
        }
    }
    for ((region, role, name), count) in names.into_iter().filter(|(_, count)| *count > 1) {
        told.push(format!("{count} alike in {region:?}: {role} {name:?}"));
    }
}

/// One heading leads the page, and within a part of the screen no level is left out.
fn headings(seen: &[Seen<'_>], told: &mut Vec<String>) {
    let mut before: BTreeMap<&str, usize> = BTreeMap::new();
    let mut first: Vec<String> = Vec::new();
    for Seen { node, region, .. } in seen {
        let Some(level) = node.data().level().filter(|_| node.role() == Role::Heading) else {
            continue;
        };
        if level == 1 {
            first.extend(node.label());
        }
        if let Some(before) = before.insert(region, level)
            && level > before + 1
        {
            told.push(format!("from level {before} to {}", line(node)));
        }
    }
    // While it has the keyboard it is told twice.
    first.dedup();
    if first.len() != 1 {
        told.push(format!("not one heading leads the page, but {first:?}"));
    }
}

/// No name has been cut to the room there was: the dots at the end of one belong to a button that
/// asks for more.
fn whole(seen: &[Seen<'_>], told: &mut Vec<String>) {
    let asks = |name: &str| ACTIONS.iter().any(|entry| entry.text == name);
    for Seen { node, .. } in seen {
        let button = [Role::Button, Role::MenuItem].contains(&node.role());
        let texts = [
            node.label(),
            node.value().filter(|_| node.role() == Role::Label),
        ];
        for text in texts.into_iter().flatten() {
            if text.ends_with('…') && !button && !asks(&text) {
                told.push(format!("cut: {}", line(node)));
            }
        }
    }
}

/// What can be clicked is as high as a finger needs.
fn targets(seen: &[Seen<'_>], told: &mut Vec<String>) {
    for Seen { node, region, .. } in seen {
        let clicked = CLICKED.contains(&node.role());
        let name = node.label().unwrap_or_default();
        let Some(bounds) = node.raw_bounds().filter(|_| clicked) else {
            continue;
        };
        let height = bounds.y1 - bounds.y0;
        if height < TARGET && !LOW.contains(&name.as_str()) {
            told.push(format!("{height:.0} high in {region:?}: {}", line(node)));
        }
    }
}

fn update() -> bool {
    env::var("UPDATE_SNAPSHOTS").is_ok_and(|set| !set.is_empty() && set != "0")
}

/// Screens that have been looked at; what was wrong is told at the end, all at once.
#[derive(Default)]
#[must_use = "call done"]
pub struct Looked {
    told: Vec<String>,
}

impl Looked {
    /// Holds a screen to the rules and to what is kept of it in `tests/snapshots/access`.
    pub fn at(&mut self, room: &mut Room, name: &str) {
        room.window.event(eframe::egui::Event::PointerGone);
        room.rest();
        let breaches = room.breaches().into_iter();
        self.told
            .extend(breaches.map(|told| format!("{name}: {told}")));
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests/snapshots/access")
            .join(format!("{name}.txt"));
        let now = room.tree();
        let kept = fs::read_to_string(&path)
            .unwrap_or_default()
            .replace('\r', "");
        if now == kept {
            return;
        }
        if update() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, now).unwrap();
            return;
        }
        let differs = now
            .lines()
            .zip(kept.lines())
            .position(|(now, kept)| now != kept);
        let at = differs.unwrap_or_else(|| now.lines().count().min(kept.lines().count()));
        let of = |text: &str| text.lines().nth(at).unwrap_or("(the end)").to_owned();
        self.told.push(format!(
            "{name}, line {}: is {:?}, was {:?}",
            at + 1,
            of(&now),
            of(&kept)
        ));
    }

    /// Fails if anything was wrong.
    pub fn done(self) {
        let told = self.told.join("\n");
        assert!(
            told.is_empty(),
            "{told}\n\nUPDATE_SNAPSHOTS=1 before the command keeps the trees as they are now."
        );
    }
}
