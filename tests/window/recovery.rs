//! The power goes, and the next start goes on from where it was.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dbv_case_review::review::command::DraftEdit;
use dbv_case_review::review::text::{CaseId, Text};
use dbv_case_review::review::{Command, Via};
use dbv_case_review::services::Services as _;
use dbv_case_review::store;
use eframe::egui::Key;

use super::access::looked_at;
use super::room::Room;
use super::words::*;
use super::world::{World, kept};

const LAPTOP: [f32; 2] = [1366.0, 768.0];
const WHY: &str = "He runs, and at lunch";
const ENDED: &str = "The program had ended without closing this review.";
const TWO_VERSIONS: &str = "Two versions of “First steps”";
const MISSING: &str = "What was typed in the last five seconds may be missing.";
const FILE: &str = "Go on with the file";
const JOURNAL: &str = "Go on with the journal";
const LATER: &str = "Decide later";

/// Somebody has judged and is typing a date when the power goes; the file does not hold it yet.
fn cut_off() -> (Arc<World>, PathBuf) {
    let mut room = Room::with_sample();
    let file = room.world.sample();
    let before = fs::read(&file).unwrap();
    room.world.minutes_pass(2);
    room.judge("C07");
    room.fill_in_panel(RESOURCED, WHY);
    room.type_into(WHEN, "14 M");
    room.seconds_pass(4);
    room.world.wait_for_journal(WHY);
    room.world.wait_for_journal("14 M");
    let world = room.power_cut();
    fs::write(&file, before).unwrap();
    (world, file)
}

/// The program is started without a file.
fn started(world: &Arc<World>) -> Room {
    Room::start(Arc::clone(world), None, LAPTOP)
}

/// The same review is worked on elsewhere: another text is in its file.
fn worked_on_elsewhere(world: &World, file: &Path, why: &str) {
    let mut review = kept(file);
    let edit = DraftEdit::Reasoning(Text::new(why).unwrap());
    let case = CaseId::new("C07").unwrap();
    let command = Command::EditDraft { case, edit };
    review.apply(command, world.act(Via::Typed, false)).unwrap();
    store::save(file, &review.snapshot()).unwrap();
}

#[test]
fn the_next_start_goes_on_and_says_so() {
    let (world, file) = cut_off();
    let mut room = started(&world);
    room.sees(ENDED);
    room.sees("last at 14:02");
    room.sees("one unfinished text");
    room.sees(MISSING);
    room.sees("C07, when the parent was heard ends “14 M”.");
    looked_at(&mut room, "after a power cut");
    room.press("Go there");
    assert_eq!(room.focus().as_deref(), Some(WHEN));
    room.type_text("ay");
    assert_eq!(room.value(WHEN), "14 May");
    room.type_into(WHEN, "14 M");
    room.judge("C07");
    assert_eq!(room.value(REASONING), WHY);
    assert_eq!(room.value(WHEN), "14 M");
    // It says so once, and leaves by itself.
    room.seconds_pass(30);
    room.sees_nothing_of(ENDED);
    room.fill_in(WHEN, "14 May 2026");
    let world = room.close();
    let review = kept(&file);
    let case = review.cases().find(|case| case.id().as_str() == "C07");
    assert_eq!(case.unwrap().draft().reasoning.as_str(), WHY);
    // What has been closed is not opened again by itself.
    let room = started(&world);
    assert_eq!(room.heading(), "DBV Case Review");
    room.sees_nothing_of("Was open when");
}

#[test]
fn with_another_file_the_start_screen_lists_what_was_left_open() {
    let (world, _) = cut_off();
    let other = world.document("Other.dbvreview");
    store::save(&other, &kept(&world.sample()).snapshot()).unwrap();
    let mut room = Room::with_file(&world, &other);
    room.sees_nothing_of(ENDED);
    room.press("Menu");
    room.press("Start");
    room.sees("Was open when the program ended, last change 14:02");
}

#[test]
fn what_was_typed_four_seconds_before_is_there() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.type_into(WHEN, "1");
    for letter in ["4", " ", "M", "a", "y"] {
        room.seconds_pass(1);
        room.type_text(letter);
    }
    room.type_text(" 2026");
    room.seconds_pass(4);
    room.world.wait_for_journal("14 May 2026");
    let world = room.power_cut();
    let mut room = started(&world);
    room.judge("C07");
    assert_eq!(room.value(WHEN), "14 May 2026");
}

/// Whoever types a long text without a pause sees where it ends, on whichever screen.
#[test]
fn the_last_words_of_what_was_not_finished_are_named() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let long: String = (1..=134).map(|n| format!("w{n} ")).collect();
    room.type_into(REASONING, long.trim_end());
    room.seconds_pass(1);
    room.world.wait_for_journal("w134");
    let world = room.power_cut();
    let mut room = started(&world);
    room.sees("C07, why the panel thinks so ends “…w131 w132 w133 w134”.");
    room.press(PREPARE);
    room.press("Go there");
    assert_eq!(room.focus().as_deref(), Some(REASONING));
    room.type_text(" w135");
    assert!(room.value(REASONING).ends_with("w133 w134 w135"));
}

/// Running text is kept while it is typed; then there is nothing unfinished to bring back.
#[test]
fn what_came_into_the_review_is_not_brought_back_as_well() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.type_into(REASONING, WHY);
    room.seconds_pass(5);
    room.world.wait_for_journal(WHY);
    let world = room.power_cut();
    let mut room = started(&world);
    room.judge("C07");
    assert_eq!(room.value(REASONING), WHY);
    room.sees_nothing_of("A text was being typed");
}

#[test]
fn text_whose_field_holds_something_else_is_shown_and_can_be_copied() {
    let mut room = Room::with_sample();
    let file = room.world.sample();
    room.judge("C07");
    room.type_into(REASONING, "He runs");
    room.world.wait_for_journal("He runs");
    let world = room.power_cut();
    // Before the text had rested long enough to be kept, and then somebody else wrote there.
    worked_on_elsewhere(&world, &file, "She laughs.");
    let mut room = started(&world);
    room.sees("A text was being typed whose field is gone or holds something else now: “He runs”");
    room.judge("C07");
    assert_eq!(room.value(REASONING), "She laughs.");
    room.press("Copy what was typed");
    room.sees("It is in the clipboard.");
}

#[test]
fn a_damaged_file_is_made_good_from_the_journal_and_kept() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in(REASONING, WHY);
    let file = room.world.sample();
    let world = room.close();
    let whole = fs::read(&file).unwrap();
    let cut = &whole[..whole.len() / 2];
    fs::write(&file, cut).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.sees("The file is damaged");
    room.sees("with “damaged” in its name");
    room.judge("C07");
    assert_eq!(room.value(REASONING), WHY);
    let world = room.close();
    assert_eq!(kept(&file).cases().len(), 10);
    let damaged = file.with_file_name("First steps.damaged.dbvreview");
    assert_eq!(fs::read(damaged).unwrap(), cut);
    drop(world);
}

#[test]
fn a_missing_file_is_put_back_from_the_version_before() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in(REASONING, WHY);
    let file = room.world.sample();
    let world = room.close();
    fs::remove_file(&file).unwrap();
    for journal in fs::read_dir(world.data().join("journals")).unwrap() {
        fs::remove_file(journal.unwrap().path()).unwrap();
    }
    assert!(store::bak(&file).exists());
    let room = Room::with_file(&world, &file);
    room.sees("The file was not there any more");
    room.sees("First steps.dbvreview.bak");
    room.sees("10 recorded");
}

/// The journal goes one way and the file another.
fn gone_apart() -> (Arc<World>, PathBuf) {
    let (world, file) = cut_off();
    worked_on_elsewhere(&world, &file, "She laughs.");
    (world, file)
}

/// What stands in the reviews that lie beside the file.
fn beside(file: &Path) -> Vec<String> {
    let folder = fs::read_dir(file.parent().unwrap()).unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    let reviews = paths.filter(|path| path.to_string_lossy().contains("(kept "));
    reviews.map(|path| reasoning(&path)).collect()
}

fn reasoning(file: &Path) -> String {
    let review = kept(file);
    let case = review.cases().find(|case| case.id().as_str() == "C07");
    case.unwrap().draft().reasoning.to_string()
}

#[test]
fn where_file_and_journal_disagree_a_person_chooses() {
    for (choice, chosen, other) in [(JOURNAL, WHY, "She laughs."), (FILE, "She laughs.", WHY)] {
        let (world, file) = gone_apart();
        let mut room = started(&world);
        assert_eq!(room.heading(), TWO_VERSIONS);
        room.sees("The file");
        room.sees("This laptop’s journal");
        room.sees("Case C07");
        room.sees("First steps: ten invented children");
        room.sees("Why the panel thinks so: the file says “She laughs.”, the journal “He runs, and at lunch”");
        assert_eq!(room.focus().as_deref(), Some(LATER));
        room.press(choice);
        room.sees("The version that was not chosen is kept as ");
        room.sees_nothing_of(MISSING);
        room.judge("C07");
        assert_eq!(room.value(REASONING), chosen);
        assert_eq!(room.value(WHEN), "14 M");
        room.fill_in(WHEN, "");
        let _world = room.close();
        assert_eq!(reasoning(&file), chosen);
        assert_eq!(beside(&file), [other]);
    }
}

/// What somebody changed by hand, in a file that the journal goes on from, is not passed over.
#[test]
fn a_file_that_was_edited_meanwhile_is_not_passed_over() {
    let (world, file) = cut_off();
    let whole = fs::read_to_string(&file).unwrap();
    let edited = whole.replacen("ten invented children", "by hand", 1);
    assert_ne!(edited, whole);
    fs::write(&file, edited).unwrap();
    let mut room = started(&world);
    assert_eq!(room.heading(), TWO_VERSIONS);
    room.sees("This file was changed outside the program: setup.");
    room.press(FILE);
    room.sees("First steps: by hand");
    let _world = room.power_cut();
}

#[test]
fn choosing_can_be_put_off_and_nothing_is_changed() {
    let (world, file) = gone_apart();
    let before = fs::read(&file).unwrap();
    let mut room = started(&world);
    assert_eq!(room.heading(), TWO_VERSIONS);
    room.key(Key::Escape);
    assert_eq!(room.heading(), "DBV Case Review");
    assert_eq!(fs::read(&file).unwrap(), before);
    room.press_nth("Open First steps", 0);
    assert_eq!(room.heading(), TWO_VERSIONS);
    room.press(LATER);
    assert_eq!(room.heading(), "DBV Case Review");
    let world = room.close();
    assert_eq!(fs::read(&file).unwrap(), before);
    assert_eq!(beside(&file), [""; 0]);
    // It is asked again by the next start.
    let room = started(&world);
    assert_eq!(room.heading(), TWO_VERSIONS);
}

/// The two are equals: neither is where the keyboard or the eye is led to.
#[test]
fn both_versions_are_chosen_by_key() {
    let (world, _) = gone_apart();
    let mut room = started(&world);
    let (one, other) = (room.place(FILE), room.place(JOURNAL));
    assert_eq!(one.top(), other.top());
    looked_at(&mut room, "two versions");
    room.tab_to(JOURNAL);
    room.key(Key::Enter);
    room.sees("The version that was not chosen is kept as ");
}

/// A review that makes the program end at once must not keep it from ever starting.
#[test]
fn what_ends_the_program_twice_is_not_opened_by_itself() {
    let (world, _) = cut_off();
    let world = started(&world).power_cut();
    let mut room = started(&world);
    assert_eq!(room.heading(), "DBV Case Review");
    room.sees("The program ended again soon after it had gone on with “First steps” by itself");
    room.press_nth("Open First steps", 0);
    room.judge("C07");
    assert_eq!(room.value(REASONING), WHY);
}
