//! What somebody at the window sees, or is told by a screen reader.

use eframe::egui::Rect;
use eframe::egui::accesskit::{Action, Role, Toggled};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use super::room::Room;

/// What can be pressed or typed into.
const CONTROLS: [Role; 9] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Link,
    Role::MenuItem,
    Role::RadioButton,
    Role::Tab,
    Role::TextInput,
    Role::MultilineTextInput,
];

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

    /// A control whose name begins like this.
    pub fn offers_any(&self, begins: &str) -> Option<String> {
        let names = self.nodes().into_iter().filter_map(|node| {
            let node = node.accesskit_node();
            node.label().filter(|_| CONTROLS.contains(&node.role()))
        });
        names.into_iter().find(|name| name.starts_with(begins))
    }

    pub fn is_disabled(&self, name: &str) -> bool {
        self.control(None, name, None)
            .accesskit_node()
            .is_disabled()
    }

    /// Whether a control has an answer or a mark on it.
    pub fn is_chosen(&self, name: &str) -> bool {
        let control = self.control(None, name, None);
        control.accesskit_node().toggled() == Some(Toggled::True)
    }

    pub fn place(&self, name: &str) -> Rect {
        self.control(None, name, None).rect()
    }

    /// Where something is said.
    pub fn says_at(&self, text: &str) -> Rect {
        let nodes = self.nodes();
        let says = |node: &&Node<'_>| {
            let node = node.accesskit_node();
            let told = node.value().or_else(|| node.label());
            node.role() != Role::TextRun && told.as_deref() == Some(text)
        };
        let node = nodes.iter().find(says);
        node.unwrap_or_else(|| panic!("{text:?} is not there: {}", self.screen()))
            .rect()
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
            let standing = label.strip_prefix(&begins)?;
            // Where the parents stand comes after it.
            let standing = standing
                .split_once("; ")
                .map_or(standing, |(first, _)| first);
            Some(standing.to_owned())
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
