//! At twice the size nothing is lost: every control of a judgement is reached by key and comes into
//! sight.

use std::collections::BTreeSet;

use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{Key, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use super::room::Room;
use super::words::*;

/// More stops than any screen has.
const STOPS: usize = 200;

/// Some lines of text. Points.
const LINES: f32 = 64.0;

fn name(node: &Node<'_>) -> String {
    let name = node.accesskit_node().label().unwrap_or_default();
    // Of answers side by side one is a stop, and the arrows go on from there.
    match name.rsplit_once(": ") {
        Some((question, _)) if node.accesskit_node().role() == Role::RadioButton => {
            question.to_owned()
        }
        _ => name,
    }
}

impl Room {
    fn region(&self, name: &str) -> Node<'_> {
        let region = self.nodes().into_iter().find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Region && node.label().as_deref() == Some(name)
        });
        region.unwrap_or_else(|| panic!("no part {name:?}: {}", self.screen()))
    }

    /// Where the case is seen: between the bar on top and the foot.
    fn sight(&self) -> Rect {
        let (bar, list, foot) = (
            self.region("Top bar").rect(),
            self.region("Cases").rect(),
            self.region("What comes next").rect(),
        );
        let right = self.window.ctx.content_rect().right();
        Rect::from_min_max(
            [list.right(), bar.bottom()].into(),
            [right, foot.top()].into(),
        )
    }
}

#[test]
fn every_control_of_a_judgement_at_twice_the_size() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.answer(PANEL_SETTING, NOT_IDEAL);
    for more in ["+ condition", ADD_SUPPORT, "+ confidence", "+ dissent"] {
        room.press(more);
    }
    room.zoom(2.0);
    let all: BTreeSet<String> = {
        let case = room.region("Case");
        let controls = case.children_recursive().filter(|node| {
            let node = node.accesskit_node();
            node.data().supports_action(Action::Focus) && !node.is_disabled()
        });
        controls.map(|node| name(&node)).collect()
    };
    assert!(all.len() > 20, "{all:?}");
    let mut reached = BTreeSet::new();
    for _ in 0..STOPS {
        room.key(Key::Tab);
        let nodes = room.nodes();
        let Some(here) = nodes.iter().find(|node| node.is_focused()) else {
            continue;
        };
        let name = name(here);
        if !all.contains(&name) {
            continue;
        }
        let (place, sight) = (here.rect(), room.sight());
        let seen = place.intersect(sight);
        // Of a field that is higher than what is seen at once, some lines are in sight.
        let most = match place.height() > sight.height() {
            true => LINES,
            false => 0.7 * place.height(),
        };
        let wide = 0.5 * place.width().min(sight.width());
        assert!(
            seen.height() > most && seen.width() > wide,
            "{name:?} at {place}, seen is {sight}"
        );
        if !reached.insert(name) && reached.len() == all.len() {
            break;
        }
    }
    let lost: Vec<_> = all.difference(&reached).collect();
    assert!(lost.is_empty(), "not reached: {lost:?}");
}
