//! A new review from nothing to its first judgement.

use std::fs;

use eframe::egui::Key;

use super::room::Room;
use super::words::*;
use super::world::kept;

/// The sample's case files, as a table.
pub const SAMPLE_CASES: &str = include_str!("../../sample_reviews/first-steps/cases.csv");

/// A new review of this title has just begun.
pub fn new_review(title: &str) -> Room {
    let mut room = Room::new();
    room.press(NEW);
    room.type_into(TITLE, title);
    room.type_into(COUNCIL, "West Marsh");
    room.press(BEGIN);
    room
}

/// The panel, which has one member, agrees words on "ideal".
pub fn agree(room: &mut Room) {
    room.press(PANEL);
    room.press("Add: SENCO");
    room.press(DEFINITION);
    room.fill_in(IDEAL_AGREED, "Happy, safe and learning, close to home.");
    room.press(TODAY);
    room.press("All of the panel");
    room.press(AGREE);
}

#[test]
fn a_review_from_nothing_to_its_first_judgement() {
    let mut room = Room::new();
    room.press(NEW);
    room.press(BEGIN);
    room.sees("A review needs a title and the name of the council.");
    room.type_into(TITLE, "Autumn workshops");
    room.type_into(COUNCIL, "West Marsh");
    let file = room.world.document("Autumn workshops.dbvreview");
    assert_eq!(room.value(KEEPS_IN), file.to_string_lossy());
    let file = room.world.document("autumn.dbvreview");
    room.type_into(KEEPS_IN, &file.to_string_lossy());
    room.press(BEGIN);
    assert_eq!(room.heading(), ABOUT);
    assert_eq!(room.value(TITLE), "Autumn workshops");
    assert!(file.is_file(), "it is kept from the start");

    room.press(PROVISIONS);
    room.fill_in("Mainstream: Children", "1,988");
    room.fill_in("Mainstream: £ a child a year", "£8,662");
    room.fill_in("StateSpecial: Children", "1041");
    room.fill_in("StateSpecial: £ a child a year", "26000");
    room.fill_in("StateSpecial: Growth", "3%");
    assert_eq!(room.value("Mainstream: £ a child a year"), "£8,662");
    room.press(BASELINE);
    room.fill_in("Base year", "2024-25");
    room.fill_in("Allocation in the base year", "£89,000,000");
    room.fill_in("Growth of the allocation, 2025-26", "5%; 3%");
    assert_eq!(room.value("Growth of the allocation, 2026-27"), "3%");

    room.press(CASE_FILES);
    room.sees("No cases yet.");
    room.press(TYPE_A_CASE);
    assert_eq!(room.value("Case number"), "C01");
    room.fill_in("Case number", "Spring 7");
    room.choose(WHERE_NOW, MAINSTREAM);
    room.press(BEGIN_CASE);
    room.fill_in("Year group or age band", "Year 4");
    room.fill_in(
        "Who this child is",
        "She draws maps of places that are not there.",
    );

    room.press(REVIEW);
    assert_eq!(room.heading(), "Spring 7 · Year 4");
    room.press(JUDGE);
    room.choose(WHO_SPOKE, "mother");
    room.choose(HOW_HEARD, "interview");
    room.fill_in(WHEN, "14/5/2026");
    assert_eq!(room.value(WHEN), "14 May 2026");
    room.answer(PARENT_SETTING, NOT_IDEAL);
    room.answer(PARENT_SUPPORT, IDEAL);
    room.answer(PARENT_TIME, IDEAL);
    room.choose(PARENT_IDEAL, STATE_SPECIAL);
    room.fill_in(PARENT_WORDS, "She needs a class of ten.");
    room.fill_in_panel(STATE_SPECIAL, "Thirty is too many for her.");

    // The only gate to judging.
    room.press(RECORD);
    assert_ne!(room.standing("Spring 7"), RECORDED);
    room.sees("first agree what “ideal” means to this panel");
    room.press("Agree what “ideal” means");
    assert_eq!(room.heading(), DEFINITION);
    agree(&mut room);
    room.press(REVIEW);
    room.press(RECORD);
    assert_eq!(room.standing("Spring 7"), RECORDED);
    room.sees("agrees (from their own ideal)");

    let room = room.close_and_open(&file);
    assert_eq!(room.heading(), "Spring 7 · Year 4");
    assert_eq!(room.standing("Spring 7"), RECORDED);
    let review = kept(&file);
    assert_eq!(review.setup().local_authority.to_string(), "West Marsh");
    assert_eq!(review.setup().provisions[1].caseload.get(), 1988.0);
}

#[test]
fn a_figure_out_of_bounds_is_refused_beside_its_field() {
    let mut room = new_review("Autumn workshops");
    let file = room.world.document("Autumn workshops.dbvreview");
    for (part, field, earlier, bad, says) in [
        (
            PROVISIONS,
            "Mainstream: Children",
            "1,988",
            "1000001",
            "1,000,000",
        ),
        (
            PROVISIONS,
            "Mainstream: £ a child a year",
            "£8,662",
            "two",
            "“two” is not a number",
        ),
        (PROVISIONS, "Mainstream: Growth", "6%", "5000%", "100%"),
        (BASELINE, "Years after it", "5", "11", "must be 1 to 10"),
        (
            BASELINE,
            "Base year",
            "2024-25",
            "2024",
            "2024-25, from 2000-01",
        ),
        (BASELINE, "Inflation a year", "3%", "0.3", "for example 5%"),
    ] {
        room.press(part);
        room.fill_in(field, earlier);
        room.fill_in(field, bad);
        assert!(!room.lines(says).is_empty(), "{field} took {bad}");
        assert_eq!(room.value(field), bad, "what was typed stays to be mended");
        room.fill_in(field, earlier);
        assert_eq!(room.lines(says), [""; 0]);
        assert_eq!(room.value(field), earlier);
    }
    room.press(PROVISIONS);
    room.fill_in("Mainstream: Children", "-4");
    room.sees("-4 is not");
    let _world = room.vanish();
    assert_eq!(kept(&file).setup().provisions[1].caseload.get(), 1988.0);
}

#[test]
fn a_case_keeps_its_place_when_its_number_changes() {
    let mut room = Room::with_sample();
    room.go_to("C03");
    room.press(PREPARE);
    room.press(CASE_FILES);
    room.fill_in("Case number", "Spring 3");
    assert_eq!(room.value("Case number"), "Spring 3");
    room.fill_in("Case number", "C04");
    room.sees("there is a case C04 already");
    assert_eq!(room.value("Case number"), "C04", "it stays to be mended");
    room.fill_in("Case number", "Spring 3");
    room.press(REVIEW);
    assert!(room.heading().starts_with("Spring 3 · "));
    assert_eq!(room.standing("Spring 3"), RECORDED);
}

/// What cannot be kept is said before the window goes, once.
#[test]
fn a_figure_that_cannot_be_kept_holds_the_window() {
    let mut room = new_review("Autumn workshops");
    room.press(BASELINE);
    room.type_into("Years after it", "eleven");
    assert!(!room.try_to_close());
    room.sees("Something typed into the baseline cannot be kept as it stands");
    // No journal brings it back, so only whoever says so loses it.
    room.seconds_pass(1);
    assert!(!room.try_to_close());
    room.press("Leave and lose what is not kept");
    assert!(room.try_to_close());
}

#[test]
fn no_file_is_written_over() {
    let mut room = Room::new();
    let file = room
        .world
        .put("Autumn workshops.dbvreview", "my shopping list");
    room.press(NEW);
    room.type_into(TITLE, "Autumn workshops");
    room.type_into(COUNCIL, "West Marsh");
    room.press(BEGIN);
    room.sees("nothing is written over");
    assert_eq!(fs::read_to_string(file).unwrap(), "my shopping list");
}

#[test]
fn a_place_that_cannot_be_written_is_told_at_once() {
    let mut room = Room::new();
    room.press(NEW);
    room.type_into(TITLE, "Autumn workshops");
    room.type_into(COUNCIL, "West Marsh");
    let nowhere = room.world.document("no such folder/autumn.dbvreview");
    room.type_into(KEEPS_IN, &nowhere.to_string_lossy());
    room.press(BEGIN);
    room.sees("could not be written");
    assert!(room.offers(BEGIN), "the form is still there");
    assert_eq!(room.value(TITLE), "Autumn workshops");
}

#[test]
fn the_panel_is_there_by_role() {
    let mut room = new_review("Autumn workshops");
    room.press(PANEL);
    room.sees("Nobody yet.");
    room.press("Add: health");
    room.choose("Member 1: role", "parent-carer forum");
    room.fill_in(
        "Member 1: what tells them apart from another of the same role",
        "north of the river",
    );
    room.press(CHOSEN);
    room.choose("How were the cases chosen?", "picked for a purpose");
    room.press(PANEL);
    assert_eq!(room.value("Member 1: role"), "parent-carer forum");
    room.press("Take member 1 out");
    room.sees("Nobody yet.");
}

/// A placeholder is no definition, and the field says so.
#[test]
fn a_placeholder_is_no_definition() {
    let mut room = new_review("Autumn");
    room.press(DEFINITION);
    room.fill_in(IDEAL_AGREED, "n/a");
    room.sees("Error: ");
    assert!(room.is_disabled(AGREE));
}

/// Who presses *New review* types its title at once, and is offered councils as on Prepare.
#[test]
fn the_caret_is_in_the_title_of_a_new_review() {
    let mut room = Room::new();
    room.press_slowly(NEW);
    assert_eq!(room.focus().as_deref(), Some(TITLE));
    room.type_text("Autumn");
    assert_eq!(room.value(TITLE), "Autumn");
    room.type_into(COUNCIL, "west s");
    room.sees("West Sussex");
    room.key(Key::ArrowDown);
    room.key(Key::Enter);
    assert_eq!(room.value(COUNCIL), "West Sussex");
    assert!(room.offers(BEGIN), "choosing begins nothing");
}

/// Enter in the form begins the review, as forms do.
#[test]
fn enter_begins_the_review() {
    let mut room = Room::new();
    room.press(NEW);
    room.fill_in(TITLE, "Autumn");
    room.type_into(COUNCIL, "West Marsh");
    room.key(Key::Enter);
    room.sees("Autumn");
    assert!(room.offers(PREPARE) && !room.offers(BEGIN));
}
