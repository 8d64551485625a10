//! What looks identifying is warned of where it is typed, and gathered on a page of its own.

use super::room::Room;
use super::words::*;

const PORTRAIT: &str = "Who this child is";

fn told_too_much() -> Room {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    room.press(ANONYMOUS);
    // What the sample has of its own.
    while let Some(keep) = room.offers_any("Keep: not identifying") {
        room.press(&keep);
    }
    room.press(CASE_FILES);
    room.go_to("C03");
    room.fill_in(PORTRAIT, "He lives at SW1A 2AA with Mr Jones.");
    room
}

#[test]
fn the_page_has_it_all_and_one_click_takes_it_out() {
    let mut room = told_too_much();
    room.press(ANONYMOUS);
    room.sees("2 passages look as if they identified somebody.");
    room.sees("2 to look at");
    room.sees("Case C03");
    room.press("Replace with [place]: “SW1A 2AA”");
    room.sees("[place] stands in its place. It cannot be undone.");
    room.press("Keep: not identifying: “Mr Jones”");
    room.sees("Nothing here looks identifying. A name without a title is not always seen: read the texts once more.");
    let shown = room.offers_any("Show ").unwrap();
    room.press(&shown);
    room.press("Look again: “Mr Jones”");
    room.sees("1 passage looks as if it identified somebody.");
    room.press(CASE_FILES);
    assert_eq!(room.value(PORTRAIT), "He lives at [place] with Mr Jones.");
}

#[test]
fn what_was_kept_is_warned_of_no_more() {
    let mut room = told_too_much();
    room.sees("“SW1A 2AA” may identify somebody");
    room.sees("(cannot be undone)");
    room.press("Keep: not identifying: “SW1A 2AA”");
    room.sees("“Mr Jones” may identify somebody");
    room.press("Keep: not identifying: “Mr Jones”");
    room.sees_nothing_of("may identify somebody");
}

#[test]
fn what_is_only_typed_is_replaced_where_it_is_typed() {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    room.press(CASE_FILES);
    room.go_to("C03");
    room.type_into(PORTRAIT, "He lives at SW1A 2AA.");
    room.press("Replace with [place]: “SW1A 2AA”");
    room.sees("It had not been kept yet, and stands nowhere in the review or its history.");
    assert_eq!(room.value(PORTRAIT), "He lives at [place].");
    room.press(HISTORY);
    room.sees_nothing_of("Passage taken out");
}
