//! How sure? Draws of the range one by one, from the projection panel.

use dbv_case_review::projection::{Inputs, Sampler, Scenario, cases_to_halve};
use dbv_case_review::review::Mode;
use dbv_case_review::ui::money;
use dbv_case_review::ui::opening::{Opening, Source};
use dbv_case_review::ui::samples::Sample;
use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::money::imported;
use super::projection::projected;
use super::room::{CTRL, Room};
use super::setup::{SAMPLE_CASES, new_review};
use super::words::*;
use super::world::{World, kept};

const SURE: &str = "How sure?";
const DRAW: &str = "Draw again";
const TEN: &str = "Draw ten";
const CLEAR: &str = "Clear the draws";
const HAD: &str = "Had chance picked other children (draw ";
const IN_THE_RANGE: &str = "lie in the range";
const TO_HALVE: &str = "Cases it would take to halve the range: ";
const WHY: &str = "He runs when the one adult who knows him is away.";

/// What is told of the dots.
fn swarm(room: &Room) -> Option<String> {
    let images = room.nodes().into_iter().filter_map(|node| {
        let node = node.accesskit_node();
        node.label().filter(|_| node.role() == Role::Image)
    });
    let mut swarms =
        images.filter(|label| label.contains(" draws of ") || label.starts_with("1 draw of "));
    let swarm = swarms.next();
    assert_eq!(swarms.next(), None);
    swarm
}

/// How many draws are shown.
fn drawn(room: &Room) -> usize {
    let swarm = swarm(room).unwrap_or_default();
    let count = swarm.split(' ').next().unwrap_or_default();
    count.parse().unwrap_or(0)
}

/// Ten draws.
fn ten(room: &mut Room) {
    for draw in 1..=10 {
        room.press(DRAW);
        assert_eq!(drawn(room), draw);
    }
}

#[test]
fn one_click_shows_the_jump_ten_a_swarm_and_then_the_range() {
    let mut room = Room::with_sample();
    let projection = projected(&room);
    let draws = &projection.first_draws;
    room.sees(SURE);
    assert_eq!(swarm(&room), None);

    room.press(DRAW);
    let range = projection.scenario(Scenario::Panel).unwrap().total_saving;
    let straight = money::short(range.point);
    let said = |draw: usize| {
        let figure = money::short(draws[draw - 1]);
        format!("{HAD}{draw}): {figure}; {straight} by straight extrapolation.")
    };
    assert_eq!(room.line(HAD), Some(said(1)));
    let [first, from] = [draws[0], range.point].map(money::spoken);
    let first = format!("1 draw of 6 cases: {first}; straight extrapolation {from}");
    assert_eq!(swarm(&room), Some(first));
    room.sees("Some of the 6 cases weigh more here, some less, and in each provision reviewed");
    // What weighs more and what weighs less, so that the jump is understood.
    let weights = room.line("Here ").unwrap();
    assert!(weights.contains("C0"), "{weights}");
    assert!(
        weights.contains("in the straight extrapolation"),
        "{weights}"
    );

    for draw in 2..10 {
        room.press(DRAW);
        assert_eq!(room.line(HAD), Some(said(draw)));
        assert_eq!(drawn(&room), draw);
        room.sees_nothing_of(IN_THE_RANGE);
        room.sees_nothing_of(TO_HALVE);
    }
    room.press(DRAW);
    assert_eq!(room.line(HAD), Some(said(10)));
    let within = draws[..10].iter();
    let within = within.filter(|draw| (range.p05..=range.p95).contains(*draw));
    let shown = money::range(range.p05, range.p95);
    room.sees(&format!(
        "{} of these 10 draws {IN_THE_RANGE}, {shown}, which holds nine in ten of all 500.",
        within.count()
    ));
    let ends = [range.p05, range.p95].map(money::spoken).join(" to ");
    let told = swarm(&room).unwrap();
    assert!(told.ends_with(&format!("; 90% range {ends}")), "{told}");

    // And what it would take.
    let review = kept(&room.world.sample());
    let inputs = Inputs::of(review.setup(), review.cases());
    let cases = cases_to_halve(&mut Sampler::new(), &inputs, &projection, &|| false);
    let cases = cases.unwrap().unwrap();
    assert!((24..100).contains(&cases), "{cases} is told to two figures");
    room.sees(&format!("{TO_HALVE}about {cases} in all, drawn at random"));

    room.press(TEN);
    assert_eq!(drawn(&room), 20);
    room.press(CLEAR);
    assert_eq!(swarm(&room), None);
}

/// Whoever hears the screen is told each draw.
#[test]
fn each_draw_is_told() {
    let mut room = Room::with_sample();
    room.press(DRAW);
    let nodes = room.nodes();
    let told = nodes.iter().map(|node| node.accesskit_node());
    let mut told = told.filter(|node| {
        let is_words = node.value().is_some_and(|words| words.starts_with(HAD));
        is_words && node.role() == Role::Label
    });
    assert_eq!(told.next().unwrap().live(), Live::Polite);
}

#[test]
fn what_is_recorded_shows_the_same_draws_anew() {
    let mut room = Room::with_sample();
    ten(&mut room);
    // Looking elsewhere, and what changes no figure, leave them.
    room.go_to("C02");
    room.judge("C07");
    room.fill_in_panel(RESOURCED, WHY);
    assert_eq!(drawn(&room), 10);
    let before = swarm(&room).unwrap();
    room.press(RECORD);
    // The same draws of what there is now: nothing vanishes.
    assert!(swarm(&room).unwrap().starts_with("10 draws of 7 cases: "));
    room.sees(&format!("{HAD}10): "));
    room.keys(CTRL, Key::Z);
    assert_eq!(swarm(&room), Some(before));
}

#[test]
fn after_the_last_draw_it_stops() {
    let mut room = Room::with_sample();
    room.press(DRAW);
    for _ in 0..10 {
        room.press(TEN);
    }
    assert_eq!(drawn(&room), 100, "no more than there are");
    room.sees("The range is these and 400 more.");
    // Nothing throws them away but whoever clears them.
    room.keys(CTRL, Key::D);
    assert_eq!(drawn(&room), 100);
    for button in [DRAW, TEN] {
        let nodes = room.nodes();
        let named = |node: &&egui_kittest::Node<'_>| {
            node.accesskit_node().label().as_deref() == Some(button)
        };
        let button = nodes.iter().find(named).unwrap();
        assert!(button.accesskit_node().is_disabled());
    }
    room.press(CLEAR);
    room.press(DRAW);
    assert_eq!(drawn(&room), 1);
}

/// By key while it is asked how a figure came about: the draw is seen.
#[test]
fn no_draw_is_hidden_by_an_explanation() {
    let mut room = Room::with_sample();
    room.press("How did Panel, saving over five years, come about?");
    room.sees("How this came about");
    assert_eq!(swarm(&room), None);
    room.keys(CTRL, Key::D);
    assert_eq!(drawn(&room), 1);
}

#[test]
fn it_can_be_done_where_nothing_can_be_changed() {
    let opening = Opening::new(Source::Sample(Sample::WestMarsh), Mode::Inspect);
    let mut room = Room::through(World::new(), Some(opening), [1366.0, 768.0]);
    room.sees("Read-only");
    ten(&mut room);
    room.sees(IN_THE_RANGE);
    room.sees(TO_HALVE);
    // Behind another door it begins anew.
    room.press("Menu");
    room.press("Train on this review");
    room.sees("Training");
    assert_eq!(swarm(&room), None);
    room.press(DRAW);
    assert_eq!(drawn(&room), 1);
    room.keys(Modifiers::NONE, Key::F5);
    assert_eq!(swarm(&room), None);
}

#[test]
fn there_is_none_of_it_while_money_is_locked() {
    let mut room = imported();
    room.press(ABOUT);
    room.press(LOCK);
    room.press(REVIEW);
    room.judge("C07");
    room.fill_in_panel(RESOURCED, WHY);
    room.press(RECORD);
    room.keys(CTRL, Key::D);
    for words in [SURE, DRAW, HAD, "£"] {
        room.sees_nothing_of(words);
    }
}

/// Locked for all but one child: there alone, and room view has none of it.
#[test]
fn on_the_wall_nothing_is_drawn() {
    let mut room = Room::with_sample();
    room.press(DRAW);
    room.key(Key::F11);
    room.sees_nothing_of(HAD);
    room.keys(CTRL, Key::D);
    room.sees_nothing_of(HAD);
    room.key(Key::Escape);
    assert_eq!(drawn(&room), 1);
}

#[test]
fn by_keys_alone_while_something_is_typed() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.type_into(REASONING, "half a sen");
    room.keys(CTRL, Key::D);
    room.keys(CTRL, Key::D);
    assert_eq!(drawn(&room), 2);
    assert_eq!(room.focus().as_deref(), Some(REASONING));
    room.type_text("tence");
    assert_eq!(room.value(REASONING), "half a sentence");

    // It is unfolded, since nobody would see it.
    room.press("Fold away");
    assert_eq!(swarm(&room), None);
    room.keys(CTRL, Key::D);
    assert_eq!(drawn(&room), 3);
    // From the menu too.
    room.press("Menu");
    let entry = room.offers_any(&format!("{DRAW} "));
    room.press(&entry.unwrap_or_else(|| panic!("{}", room.screen())));
    assert_eq!(drawn(&room), 4);
}

#[test]
fn in_a_narrow_window_it_is_below_the_case() {
    let mut room = Room::with_sample();
    for zoom in [1.0, 1.5, 2.0] {
        room.resize([1000.0, 700.0]);
        room.zoom(zoom);
        room.keys(CTRL, Key::D);
        room.sees(HAD);
        room.press(TEN);
        room.sees(TO_HALVE);
        let width = 1000.0 / zoom;
        for control in [DRAW, TEN, CLEAR] {
            let place = room.place(control);
            assert!(place.right() <= width, "{control} at {zoom}: {place}");
        }
        room.press(CLEAR);
        room.press("Fold away");
        room.sees_nothing_of(SURE);
    }
}

/// Where no case counts, there is nothing to draw from: nobody has said yet what ideal means.
#[test]
fn nothing_is_drawn_from_nothing() {
    let mut room = new_review("Autumn workshops");
    let table = room.world.put("cases.csv", SAMPLE_CASES);
    room.world.will_choose(&table);
    room.press(CASE_FILES);
    room.press(IMPORT);
    room.press("Import 10 case files");
    room.press(ABOUT);
    room.press(LIVE);
    room.press(REVIEW);
    room.sees("No case counts yet");
    room.keys(CTRL, Key::D);
    room.sees_nothing_of(SURE);
}

/// Where nothing is known, there is nothing to draw.
#[test]
fn nothing_is_drawn_where_no_cost_is_known() {
    let mut room = imported();
    room.press(ABOUT);
    room.press(LIVE);
    room.press(REVIEW);
    room.sees("What these moves would save or cost is not known");
    room.keys(CTRL, Key::D);
    room.sees_nothing_of(SURE);
}

/// Where every draw gives the same, it is said instead of shown.
#[test]
fn where_chance_moves_nothing_it_is_said() {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    room.press(BASELINE);
    room.fill_in("Part of each effect that is realised", "0%");
    room.press(REVIEW);
    room.sees("Every draw of these 6 cases gives £0: chance has nothing to move here.");
    assert!(!room.offers(DRAW));
    room.keys(CTRL, Key::D);
    assert_eq!(swarm(&room), None);
}
