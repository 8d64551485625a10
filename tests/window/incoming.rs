//! A table on its way in: what was mended in it is not lost unseen, and is what comes in.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use dbv_case_review::exchange::TableKind;
use dbv_case_review::review::command::SetupEdit;
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::redact::{Passage, Replacement};
use dbv_case_review::review::setup::Setup;
use dbv_case_review::review::text::{ProvisionCode, Text};
use dbv_case_review::review::units::Tier;
use dbv_case_review::review::{Act, Command, Review, Salt, Timestamp, Via};
use dbv_case_review::ui::importing::{Importing, Wish};
use eframe::egui::Key;

use super::room::{CTRL, Room};
use super::setup::new_review;
use super::words::*;

const ACT: Act = Act {
    at: Timestamp::EPOCH,
    via: Via::Typed,
    money_visible: false,
    salt: Salt([7; 16]),
};

fn review() -> Review {
    let words = |words| Text::new(words).unwrap();
    let year = "2026-27".parse().unwrap();
    Review::begin(Setup::new(words("Autumn"), words("West Marsh"), year), ACT).unwrap()
}

fn rested(importing: &mut Importing, review: &Review) {
    for _ in 0..3_000 {
        importing.update(review);
        if !importing.is_working() {
            return;
        }
        sleep(Duration::from_millis(20));
    }
    panic!("it is read for ever");
}

fn begun(path: &Path, review: &Review) -> Importing {
    let mut importing = Importing::begin(path.to_owned(), review, || ());
    rested(&mut importing, review);
    importing
}

/// A new review, at its case files, with this table chosen.
fn with_table(table: &str) -> Room {
    let mut room = new_review("Autumn workshops");
    room.press(CASE_FILES);
    choose(&mut room, table);
    room
}

fn choose(room: &mut Room, table: &str) {
    let path = room.world.put("children.csv", table);
    room.world.will_choose(&path);
    room.press(IMPORT);
    room.wait_for("This table holds");
}

#[test]
fn provisions_that_are_in_use_are_said_before_the_press() {
    let mut room = with_table("case_id,current_provision\nA1,Mainstream\n");
    room.press("Import 1 case file");
    choose(
        &mut room,
        "code,label,tier,caseload\nNear,Near by,0,900\nFar,Far away,3,100\n",
    );
    room.wait_for("It cannot come in: ");
    room.sees("case A1");
    assert!(room.is_disabled("Import provision table"));
}

/// A cell whose text is still being typed comes in as it stands there, or not at all.
#[test]
fn what_is_being_typed_is_what_is_imported() {
    let bad = "case_id,current_provision,annual_cost\nA1,Mainstream,lots\n";
    let mut room = with_table(bad);
    room.fill_in("Annual cost, row 2", "31000");
    room.wait_for("Every row can be read now");
    room.type_into("Annual cost, row 2", "a great deal");
    room.press("Import 1 case file");
    room.wait_for("1 row cannot be read yet");
    room.sees_nothing_of("was imported");
    room.fill_in("Annual cost, row 2", "31000");
    room.wait_for("Every row can be read now");
    room.type_into("Annual cost, row 2", "32000");
    room.press("Import 1 case file");
    room.wait_for("1 case file was imported.");
    room.keys(CTRL, Key::Z);
    room.sees("No cases yet.");
}

#[test]
fn every_row_that_was_left_out_can_be_taken_in_again() {
    let mut table = "case_id,current_provision\n".to_owned();
    for row in 2..=151 {
        table.push_str(&format!("A{row},Atlantis\n"));
    }
    let path_rows = table;
    let mut room = with_table(&path_rows);
    room.press("Leave all 150 rows out");
    room.wait_for("150 rows left out by choice");
    assert!(room.offers("Take row 101 in again"));
    assert!(!room.offers("Take row 151 in again"));
    room.press("Show more of the 50 rows left out");
    assert!(room.offers("Take row 151 in again"));
}

#[test]
fn it_is_read_by_the_provisions_that_the_review_has_now() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("children.csv");
    std::fs::write(&path, "case_id,current_provision\nA1,Near\n").unwrap();
    let mut review = review();
    let mut importing = begun(&path, &review);
    assert_eq!(importing.read().unwrap().other_names.len(), 1);
    let code = ProvisionCode::new("Near").unwrap();
    let row = Provision::new(code, Text::new("Near by").unwrap(), Tier::new(0).unwrap());
    let put = Command::Setup(SetupEdit::PutProvision(row));
    review.apply(put, ACT).unwrap();
    rested(&mut importing, &review);
    assert!(importing.read().unwrap().other_names.is_empty());
    assert_eq!(importing.in_the_way(), None);
}

/// Stopping drops the reading, not what was mended; and what was not read is not imported.
#[test]
fn stopping_keeps_what_was_mended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("children.csv");
    let mut table = "case_id,current_provision,pen_portrait\n".to_owned();
    let words = "She likes to be outside and tells stories. ".repeat(20);
    for row in 2..=3_000 {
        table.push_str(&format!("A{row},Mainstream,{words}\n"));
    }
    std::fs::write(&path, table).unwrap();
    let review = review();
    let mut importing = begun(&path, &review);
    assert_eq!(importing.in_the_way(), None);
    importing.carry_out(Wish::Put(2, 2, "He sings.".to_owned()), &review);
    assert!(importing.is_working());
    importing.stop();
    importing.update(&review);
    assert!(!importing.is_working());
    assert!(importing.is_mended() && importing.was_stopped());
    assert_eq!(importing.cell(2, 2), "He sings.");
    assert!(importing.in_the_way().is_some());
    importing.carry_out(Wish::Again, &review);
    rested(&mut importing, &review);
    assert_eq!(importing.in_the_way(), None);
    let read = importing.read().unwrap();
    assert_eq!(read.cases[0].file.pen_portrait.as_str(), "He sings.");
}

#[test]
fn what_could_not_be_opened_is_no_trouble_any_more_once_it_can() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("children.csv");
    let table = "case_id,current_provision\nA1,Mainstream\n";
    std::fs::write(&path, table).unwrap();
    let review = review();
    let mut importing = begun(&path, &review);
    std::fs::remove_file(&path).unwrap();
    importing.carry_out(Wish::Is(TableKind::Cases), &review);
    rested(&mut importing, &review);
    assert!(importing.trouble().is_some() && importing.opened().is_some());
    std::fs::write(&path, table).unwrap();
    importing.carry_out(Wish::Is(TableKind::Cases), &review);
    rested(&mut importing, &review);
    assert_eq!(importing.trouble(), None);
    assert_eq!(importing.in_the_way(), None);
}

#[test]
fn a_passage_that_is_taken_out_of_the_review_is_taken_out_of_the_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("children.csv");
    let table = "case_id,current_provision,pen_portrait\nA1,Mainstream,He lives at SW1A 2AA.\n";
    std::fs::write(&path, table).unwrap();
    let review = review();
    let mut importing = begun(&path, &review);
    let passage = Passage::new("SW1A 2AA").unwrap();
    assert!(importing.take_out(&passage, Replacement::Removed, &review));
    rested(&mut importing, &review);
    let read = importing.read().unwrap();
    let said = read.cases[0].file.pen_portrait.as_str();
    assert_eq!(said, "He lives at [removed].");
}

#[test]
fn another_file_does_not_push_out_what_was_mended() {
    let mut room = with_table("case_id,current_provision\nA1,Mainstream\nA2,Atlantis\n");
    room.press("Leave row 3 out");
    room.wait_for("1 row left out by choice");
    let other = "case_id,current_provision\nB1,Mainstream\nB2,Mainstream\n";
    let path = room.world.put("others.csv", other);
    room.world.will_choose(&path);
    room.press("Menu");
    room.press("Import case files…");
    room.wait_for("has been worked on here and is not imported yet");
    room.press("Import 1 case file");
    room.sees("1 case file was imported.");
}
