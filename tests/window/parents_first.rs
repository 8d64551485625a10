//! Parents first: how many are heard, the sheet of questions, and what came back.

use std::fs;

use super::room::Room;
use super::words::*;

fn at_parents() -> Room {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    room.press(PARENTS_FIRST);
    room
}

#[test]
fn the_sheet_has_no_money_and_nothing_of_the_panel() {
    let mut room = at_parents();
    room.press(CASE_FILES);
    room.go_to("C03");
    room.press("Duplicate");
    room.fill_in("Cost of the present provision, £ a year", "48,321");
    room.press(REVIEW);
    room.judge("C11");
    room.fill_in(REASONING, "The panel thinks otherwise.");
    room.press(PREPARE);
    room.press(PARENTS_FIRST);
    room.go_to("C11");
    // It is said in its place, moves nothing, and leaves by itself.
    let before = room.place(WHO_SPOKE);
    room.press("Copy the questions");
    room.sees("Copied");
    assert_eq!(room.place(WHO_SPOKE), before);
    room.seconds_pass(8);
    room.sees_nothing_of("Copied");
    let path = room.world.document("sheet.html");
    room.world.will_choose(&path);
    room.press("Save them as a page…");
    room.sees("Saved as");
    let html = fs::read_to_string(&path).unwrap();
    assert!(html.contains("C11"));
    for never in ["£", "48,321", "48321", "thinks otherwise"] {
        assert!(!html.contains(never), "{never}");
    }
}

#[test]
fn what_came_back_is_entered_and_counted() {
    let mut room = at_parents();
    room.press(CASE_FILES);
    room.go_to("C03");
    room.press("Duplicate");
    room.press(PARENTS_FIRST);
    let heard = room.line("Parents heard: ").unwrap();
    assert!(heard.ends_with("of 11"), "{heard}");
    room.go_to("C11");
    room.sees("nothing was tried yet");
    // However the page is scrolled, nothing comes between its buttons and the form.
    let below =
        |room: &Room| room.place(WHO_SPOKE).top() - room.place("Copy the questions").bottom();
    let before = below(&room);
    room.choose(WHO_SPOKE, "mother");
    room.sees("Begun; still missing: ");
    assert!(!room.standing("C11").contains("nothing was tried yet"));
    assert_eq!(below(&room), before, "the form stays under the hand");
    room.choose(HOW_HEARD, "interview");
    room.fill_in(WHEN, "14/5/2026");
    assert_eq!(below(&room), before, "the form stays under the hand");
    room.answer(PARENT_SETTING, NOT_IDEAL);
    room.answer(PARENT_SUPPORT, IDEAL);
    room.answer(PARENT_TIME, IDEAL);
    room.choose(PARENT_IDEAL, STATE_SPECIAL);
    room.fill_in(PARENT_WORDS, "She needs a class of ten.");
    let after = room.line("Parents heard: ").unwrap();
    assert_ne!(heard, after);
    assert!(room.standing("C11").starts_with("heard"));
}

#[test]
fn the_page_back_is_there_once_a_judgement_is_recorded() {
    let mut room = at_parents();
    room.go_to("C01");
    let path = room.world.document("back.html");
    room.world.will_choose(&path);
    room.press("Save it as a page…");
    room.sees("Saved as");
    assert!(!fs::read_to_string(&path).unwrap().contains('£'));
    assert!(room.offers("Asked afterwards about this judgement"));
}

/// What was entered of a parent is there to read before it is whole.
#[test]
fn what_is_not_whole_yet_is_not_lost() {
    let mut room = Room::with_sample();
    room.judge("C09");
    room.choose(WHO_SPOKE, "mother");
    room.answer(PARENT_SETTING, NOT_IDEAL);
    room.choose(PARENT_IDEAL, STATE_SPECIAL);
    room.fill_in(PARENT_WORDS, "She needs a class of ten.");
    room.press(READ);
    room.sees("She needs a class of ten.");
    room.sees("Is the setting ideal? Not ideal");
    room.sees("What does the parent see as ideal? Maintained special school");
    room.sees("Begun; counts when whole. Missing: ");
}

/// One reckoning on both screens.
#[test]
fn the_parents_are_counted_once() {
    let mut room = Room::with_sample();
    room.judge("C09");
    let heard = |room: &Room| {
        let line = room.line("Parents: ").unwrap();
        let heard = line.strip_prefix("Parents: ").unwrap();
        heard.split(' ').next().unwrap().to_owned()
    };
    let before = heard(&room);
    room.choose(WHO_SPOKE, "mother");
    room.choose(HOW_HEARD, "from papers");
    room.fill_in(WHEN, "14/5/2026");
    for question in [PARENT_SETTING, PARENT_SUPPORT, PARENT_TIME] {
        room.answer(question, "not stated");
    }
    room.choose(PARENT_IDEAL, STATE_SPECIAL);
    room.fill_in(PARENT_WORDS, "She needs a class of ten.");
    room.sees("1 from papers alone");
    assert_eq!(heard(&room), before);
    room.press(PREPARE);
    room.press(PARENTS_FIRST);
    room.sees(&format!("Parents heard: {before} of 10"));
}
