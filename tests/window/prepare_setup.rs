//! What a panel does before its first case: the review, what "ideal" means, how the cases were
//! chosen, the panel.

use dbv_case_review::review::panel::Role;
use dbv_case_review::review::setup::SelectionMethod;
use eframe::egui::Key;
use egui_kittest::kittest::NodeT as _;

use super::money::imported;
use super::room::{CTRL, Room};
use super::setup::new_review;
use super::words::*;
use super::world::kept;

const AUTUMN: &str = "Autumn workshops.dbvreview";

/// A new review with a panel of three.
fn with_a_panel() -> Room {
    let mut room = new_review("Autumn workshops");
    room.press(PANEL);
    for role in ["Add: SENCO", "Add: health", "Add: parent-carer forum"] {
        room.press(role);
    }
    room
}

#[test]
fn what_ideal_means_is_gathered_then_agreed() {
    let mut room = with_a_panel();
    room.press(DEFINITION);
    room.sees("Before judging:");
    room.sees("Nobody has spoken yet.");
    room.press("SENCO");
    room.type_text("Safe, and friends close to home");
    room.key(Key::Enter);
    room.type_text("Help early");
    room.key(Key::Enter);
    room.sees("Two members have spoken; nothing recurs yet.");
    room.type_text("Friends close to home");
    room.key(Key::Enter);
    assert!(
        room.offers("“friends close to home”: said by 2 of 3"),
        "{}",
        room.screen()
    );
    assert_eq!(room.value("health"), "Help early");

    // Half a definition opens nothing, and is kept all the same.
    room.fill_in(IDEAL_AGREED, "Safe, known and");
    room.press(CHOSEN);
    room.sees("Before judging:");
    room.press(DEFINITION);
    room.fill_in(IDEAL_AGREED, "Safe, known and liked, close to home.");
    // Nobody, and no day, agrees nothing: what is missing is said there, and takes the keyboard.
    room.press(AGREE);
    room.sees("When was it agreed?");
    room.sees("Who agreed? Tick at least one role");
    assert_eq!(room.focus().as_deref(), Some("Agreed on"));
    room.type_text("yesterday");
    room.press(AGREE);
    room.sees("“yesterday” is not a date");
    assert_eq!(room.focus().as_deref(), Some("Agreed on"));
    room.fill_in("Agreed on", "");
    room.press(TODAY);
    room.press(AGREE);
    room.sees_nothing_of("When was it agreed?");
    assert_eq!(room.focus().as_deref(), Some("All of the panel"));
    room.press("All of the panel");
    room.sees_nothing_of("Who agreed?");
    let unfinished = kept(&room.world.document(AUTUMN));
    assert!(unfinished.setup().definition.is_none());
    room.press(AGREE);
    room.sees("Agreed on 21 November 2026 by SENCO; health; parent-carer forum");
    room.sees("Ready, but for a case");

    // What was agreed holds until other words are.
    room.press("Change these words");
    room.fill_in(IDEAL_AGREED, "Safe, known, liked and learning.");
    room.press("Leave them as they are");
    room.sees("Safe, known and liked, close to home.");
    room.press("Change these words");
    room.fill_in(IDEAL_AGREED, "Safe, known, liked and learning.");
    room.press(AGREE);
    let world = room.close();
    let review = kept(&world.document(AUTUMN));
    let agreed = review.setup().definition.clone().unwrap();
    assert_eq!(agreed.words.as_str(), "Safe, known, liked and learning.");
    assert_eq!(
        agreed.agreed_by,
        [Role::Senco, Role::Health, Role::ParentCarerForum]
    );
    assert_eq!(review.setup().proposed, None);
    assert_eq!(review.setup().ideal_words.len(), 3);
}

#[test]
fn what_was_said_can_be_hidden_while_others_speak() {
    let mut room = with_a_panel();
    room.press(DEFINITION);
    room.press("Hide what has been said while others speak");
    room.press("SENCO");
    room.type_text("Safe");
    room.key(Key::Enter);
    room.sees("SENCO has spoken");
    room.sees_nothing_of("“safe”");
    assert!(!room.offers("SENCO"));
    room.press("Show what SENCO said");
    assert_eq!(room.value("SENCO"), "Safe");
}

#[test]
fn cases_are_drawn_and_the_draw_is_recorded() {
    let mut room = new_review("Autumn workshops");
    room.press(CHOSEN);
    room.sees("Nobody recorded how the cases were chosen");
    room.press("Draw cases from a list…");
    // A list as long as a county's is read at once, and only what is in sight is shown.
    let county: String = (1..=20_000).map(|row| format!("{row}\n")).collect();
    room.type_into("Cases of the list", &county);
    room.sees("20,000 cases, without groups");
    room.sees_nothing_of("19999");
    room.press("Take another list");
    room.type_into("Cases of the list", "1;special\n2;mainstream\n2;mainstream");
    room.sees("Line 3: 2 is on the list already, in line 2.");
    let list: String = (1..=30)
        .map(|row| {
            format!(
                "{row};{}\n",
                if row % 3 == 0 {
                    "special"
                } else {
                    "mainstream"
                }
            )
        })
        .collect();
    room.type_into("Cases of the list", &list);
    room.sees("30 cases in 2 groups");
    room.choose("How", "the same number from each group");
    room.sees("Say how many from each group");
    room.fill_in("From each group", "16");
    room.sees("1 of 2 groups have fewer than 16 cases");
    room.fill_in("From each group", "none");
    room.sees("Error: a whole number, at least 1");
    room.fill_in("From each group", "4");
    room.press("Draw");
    room.sees("Drawn: 8 of 30");
    // All of them stand there, with nothing to scroll.
    let (first, end) = (
        room.says_at("Drawn: 8 of 30"),
        room.place("Record this draw"),
    );
    assert!(end.top() - first.bottom() > 10.0 * 20.0, "{first} {end}");
    room.press("Record this draw");
    room.sees("This draw is recorded");
    room.sees("A random sample within groups");
    room.sees("Drawn here on 21 November 2026: 8 of 30, from 2 groups, with the review’s own seed");
    // Cases that were drawn were not picked.
    room.choose("How were the cases chosen?", "picked for a purpose");
    room.sees("The draw is no longer part of the account; undo brings it back.");
    room.sees_nothing_of("Drawn here on");
    room.press("Undo");
    room.sees("A random sample within groups");
    room.sees("Drawn here on 21 November 2026: 8 of 30");
    assert_eq!(room.value("How many were on it"), "30");

    let world = room.close();
    let review = kept(&world.document(AUTUMN));
    let chosen = &review.setup().selection;
    assert_eq!(chosen.method, SelectionMethod::StratifiedRandom);
    assert_eq!(chosen.frame_size, Some(30));
    assert_eq!(chosen.draw.as_ref().unwrap().groups.len(), 2);
}

#[test]
fn pages_are_turned_by_key() {
    let mut room = new_review("Autumn workshops");
    assert_eq!(room.heading(), ABOUT);
    for page in [PANEL, DEFINITION, CHOSEN, PROVISIONS] {
        room.keys(CTRL, Key::PageDown);
        assert_eq!(room.heading(), page);
    }
    room.keys(CTRL, Key::PageUp);
    assert_eq!(room.heading(), CHOSEN);
    // Tab goes on from the heading, into the page.
    room.tab();
    room.key(Key::Space);
    room.sees("picked for a purpose");
    room.key(Key::Escape);
    room.tab_to(DEFINITION);
    room.key(Key::Enter);
    assert_eq!(room.heading(), DEFINITION);
    room.tab_to("Next: How the cases were chosen");
    room.key(Key::Enter);
    assert_eq!(room.heading(), CHOSEN);
}

/// At 200% on a laptop the list of pages is a drop-down, and nothing of a page lies beside the
/// window.
#[test]
fn at_twice_the_size_everything_is_in_the_window() {
    let mut room = with_a_panel();
    room.press(ABOUT);
    room.zoom(2.0);
    for page in [ABOUT, PANEL, DEFINITION, CHOSEN] {
        room.turn_to(page);
        assert_eq!(room.heading(), page);
        let right = 1366.0 / 2.0;
        for node in room.nodes() {
            let node = node.accesskit_node();
            let Some(place) = node.raw_bounds() else {
                continue;
            };
            let (end, name) = (place.x1 as f32, node.label());
            assert!(end <= right + 0.5, "{page}: {name:?} ends at {end}");
        }
    }
}

#[test]
fn a_council_is_suggested_while_it_is_typed() {
    let mut room = new_review("Autumn workshops");
    room.type_into(COUNCIL, "west s");
    room.sees("West Sussex");
    room.key(Key::ArrowDown);
    room.key(Key::Enter);
    assert_eq!(room.value(COUNCIL), "West Sussex");
    // Any other text is as good.
    room.fill_in(COUNCIL, "West Marsh and the Isles");
    assert_eq!(room.value(COUNCIL), "West Marsh and the Isles");
}

#[test]
fn days_are_added_one_after_the_other() {
    let mut room = new_review("Autumn workshops");
    room.press("Add a day");
    room.type_text("2/12/2026");
    room.key(Key::Enter);
    room.type_text("24/11/26");
    room.key(Key::Enter);
    room.type_text("soon");
    room.key(Key::Enter);
    room.sees("Error: ");
    room.sees("Understood are 30/11/2026, 30/11/26, 30 November 2026");
    assert_eq!(room.value("Add a day"), "soon");
    room.press("Take 2 December 2026 out");
    room.sees("24 November 2026");
    room.sees_nothing_of("2 December 2026");
}

#[test]
fn who_has_rated_stays_on_the_panel() {
    let mut room = Room::start(
        super::world::World::new(),
        Some("sample_reviews/west-marsh.dbvreview".into()),
        [1366.0, 768.0],
    );
    room.press(PREPARE);
    room.press(PANEL);
    room.sees("Has rated 26 cases, and stays");
    assert!(!room.offers("Take member 1 out"));
}

/// While money is locked no page says what anything costs.
#[test]
fn locked_money_is_on_no_page_about_the_choice() {
    let mut room = imported();
    room.press(PROVISIONS);
    room.fill_in("Mainstream: Children", "1,988");
    room.fill_in("Mainstream: £ a child a year", "8,662");
    room.press(ABOUT);
    room.press(LOCK);
    room.press(CHOSEN);
    room.sees("What the cases cover");
    room.sees("of 1,988");
    room.sees_nothing_of("£");
    room.sees_nothing_of("spend");
    room.press(ABOUT);
    room.press(REVEAL);
    room.press(CHOSEN);
    room.sees("£8,662 on average of all children");
}
