//! The palette: whatever can be done and every case, by a few letters.

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::setup::Setup;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::Tier;
use dbv_case_review::review::{Command, Review, Via};
use dbv_case_review::services::Services as _;
use dbv_case_review::store;
use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::room::{CTRL, Room};
use super::words::*;
use super::world::World;

const FIELD: &str = "Find an action or a case";

impl Room {
    fn open_palette(&mut self) {
        self.keys(CTRL, Key::K);
    }

    /// The rows of the palette, those that are in sight.
    fn rows(&self) -> Vec<String> {
        let rows = self.nodes().into_iter().filter_map(|node| {
            let node = node.accesskit_node();
            (node.role() == Role::ListBoxOption).then(|| node.label().unwrap_or_default())
        });
        rows.collect()
    }

    /// The row that Enter takes.
    fn chosen(&self) -> Option<String> {
        let nodes = self.nodes();
        let mut chosen = nodes.iter().filter(|node| {
            let node = node.accesskit_node();
            node.role() == Role::ListBoxOption && node.is_selected() == Some(true)
        });
        let first = chosen.next()?.accesskit_node().label();
        assert!(chosen.next().is_none(), "one row at a time");
        first
    }

    fn palette_is_open(&self) -> bool {
        let nodes = self.nodes();
        let mut dialogs = nodes
            .iter()
            .filter(|node| node.accesskit_node().role() == Role::Dialog);
        dialogs.any(|node| node.accesskit_node().label().as_deref() == Some(FIELD))
    }

    fn click_row(&mut self, name: &str) {
        let nodes = self.nodes();
        let row = nodes.iter().find(|node| {
            let node = node.accesskit_node();
            node.role() == Role::ListBoxOption && node.label().as_deref() == Some(name)
        });
        let at = row.unwrap_or_else(|| panic!("no row {name:?}")).rect();
        self.click_at(at.center());
    }
}

#[test]
fn a_number_leads_to_its_case() {
    let mut room = Room::with_sample();
    room.open_palette();
    room.type_text("9");
    assert!(room.chosen().is_some_and(|row| row.starts_with("C09 · ")));
    room.key(Key::Enter);
    assert!(!room.palette_is_open());
    assert!(room.heading().starts_with("C09 · "));

    // From any other screen as well.
    room.press(PREPARE);
    room.open_palette();
    room.type_text("C04");
    room.key(Key::Enter);
    assert!(room.heading().starts_with("C04 · "));
}

#[test]
fn letters_and_enter_in_one_frame() {
    let mut room = Room::with_sample();
    room.open_palette();
    room.all_at_once(&["7"]);
    assert!(room.heading().starts_with("C07 · "));
}

#[test]
fn what_is_done_is_done_as_from_the_menu() {
    let mut room = Room::with_sample();
    room.open_palette();
    room.type_text("judge");
    assert_eq!(room.chosen().as_deref(), Some("Judge the case"));
    room.key(Key::Enter);
    assert!(room.offers(REASONING));
    room.open_palette();
    room.type_text("history and");
    room.key(Key::Enter);
    assert!(
        room.heading().starts_with("Not sealed"),
        "{}",
        room.heading()
    );
}

#[test]
fn words_find_cases_as_the_list_does() {
    let mut room = Room::with_sample();
    room.open_palette();
    room.type_text("autism");
    let found = room.rows();
    assert!(!found.is_empty());
    assert!(found.iter().all(|row| row.starts_with('C')), "{found:?}");
    room.key(Key::Escape);
    room.type_into(FIND, "autism");
    for row in found {
        let (case, _) = row.split_once(" · ").unwrap();
        assert!(room.offers_any(&format!("{case}, ")).is_some(), "{case}");
    }
}

#[test]
fn the_arrows_and_the_mouse_choose() {
    let mut room = Room::with_sample();
    room.open_palette();
    let rows = room.rows();
    assert_eq!(room.chosen().as_ref(), rows.first());
    room.key(Key::ArrowDown);
    room.key(Key::ArrowDown);
    assert_eq!(room.chosen().as_ref(), rows.get(2));
    room.key(Key::ArrowUp);
    assert_eq!(room.chosen().as_ref(), rows.get(1));
    // It stays at the ends, and what is chosen is in sight.
    for _ in 0..20 {
        room.key(Key::PageDown);
    }
    let last = room.chosen().unwrap();
    assert!(room.rows().contains(&last), "{last} is out of sight");
    room.type_text("c07");
    let row = room.chosen().unwrap();
    room.click_row(&row);
    assert!(room.heading().starts_with("C07 · "));
}

#[test]
fn the_keyboard_goes_back_to_where_it_was() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.type_into(REASONING, "She said");
    for leave in [(Modifiers::NONE, Key::Escape), (CTRL, Key::K)] {
        room.open_palette();
        assert!(room.palette_is_open());
        room.type_text("qq");
        room.sees("0 found");
        room.key(Key::Enter);
        assert!(room.palette_is_open(), "there is nothing to take");
        room.keys(leave.0, leave.1);
        assert!(!room.palette_is_open());
        assert_eq!(room.focus().as_deref(), Some(REASONING));
    }
    room.type_text(" it herself");
    assert_eq!(room.value(REASONING), "She said it herself");
}

#[test]
fn other_keys_are_not_taken_while_it_is_open() {
    let mut room = Room::with_sample();
    let heading = room.heading();
    room.press(READ);
    room.open_palette();
    room.keys(CTRL, Key::ArrowDown);
    room.keys(CTRL, Key::Num3);
    room.key(Key::F6);
    assert!(room.palette_is_open());
    room.key(Key::Escape);
    assert_eq!(room.heading(), heading);
    assert!(!room.offers(REASONING));
}

#[test]
fn it_is_heard_as_a_combo_box_with_a_list() {
    let mut room = Room::with_sample();
    room.open_palette();
    room.type_text("case");
    let nodes = room.nodes();
    let with = |role| {
        let mut nodes = nodes.iter().map(|node| node.accesskit_node());
        nodes.find(|node| node.role() == role)
    };
    let field = with(Role::EditableComboBox).unwrap();
    assert_eq!(field.label().as_deref(), Some(FIELD));
    assert!(field.data().active_descendant().is_some());
    assert!(with(Role::ListBox).unwrap().label().is_some());
    let mut live = nodes.iter().map(|node| node.accesskit_node());
    let found = live.find(|node| {
        let said = node.value().or_else(|| node.label()).unwrap_or_default();
        node.data().live() == Some(Live::Polite) && said.ends_with(" found")
    });
    assert!(found.is_some(), "{}", room.screen());
}

#[test]
fn before_a_review_is_open_and_not_on_the_wall() {
    let mut room = Room::new();
    room.open_palette();
    assert!(room.rows().contains(&"Open…".to_owned()));
    assert!(!room.rows().contains(&"Undo".to_owned()));
    room.key(Key::Escape);
    let mut room = Room::with_sample();
    room.key(Key::F11);
    room.open_palette();
    assert!(!room.palette_is_open());
}

fn many(world: &World, cases: usize) -> Review {
    let year = world.today().financial_year();
    let words = |words: &str| Text::new(words).unwrap();
    let mut setup = Setup::new(words("Many"), words("West Marsh"), year);
    let code = ProvisionCode::new("Kind").unwrap();
    let kind = Provision::new(code.clone(), words("A kind"), Tier::new(1).unwrap());
    let other = ProvisionCode::new("Other").unwrap();
    let other = Provision::new(other, words("Another kind"), Tier::new(2).unwrap());
    setup.provisions = vec![kind, other];
    let mut review = Review::begin(setup, world.act(Via::Typed, false)).unwrap();
    for number in 1..=cases {
        let id = CaseId::new(format!("C{number:04}")).unwrap();
        let file = CaseFile::new(id, code.clone());
        let add = Command::AddCase(Box::new(file));
        review.apply(add, world.act(Via::Typed, false)).unwrap();
    }
    review
}

/// Only the rows in sight are drawn, however many there are.
#[test]
fn two_thousand_cases() {
    let world = World::new();
    let path = world.document("many.dbvreview");
    store::save(&path, &many(&world, 2000).snapshot()).unwrap();
    let mut room = Room::with_file(&world, &path);
    room.open_palette();
    room.type_text("1");
    assert!(room.chosen().is_some_and(|row| row.starts_with("C0001")));
    assert!(room.rows().len() < 16, "{}", room.rows().len());
    room.type_text("9");
    assert!(room.chosen().is_some_and(|row| row.starts_with("C0019")));
    room.key(Key::Enter);
    assert!(room.heading().starts_with("C0019"));
}
