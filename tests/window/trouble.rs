//! The file cannot be kept, or somebody else has changed it: what is said, what is safe, and what
//! can be done about it.

use std::fs;
use std::path::{Path, PathBuf};

use dbv_case_review::review::command::SetupEdit;
use dbv_case_review::review::text::Text;
use dbv_case_review::review::{Command, Via};
use dbv_case_review::services::Services as _;
use dbv_case_review::store;

use super::access::looked_at;
use super::room::{CTRL, Room};
use super::words::*;
use super::world::{World, kept};
use eframe::egui::Key;
use eframe::egui::accesskit::Live;
use egui_kittest::kittest::NodeT as _;

const ELSEWHERE: &str = "Keep it elsewhere…";
const NOT_WRITTEN: &str = "The review could not be written";
const SAFE: &str = "is safe in the journal on this computer";
const CHANGED: &str = "This file was changed by another program or another computer";
const MINE: &str = "Keep mine (theirs is kept beside it)";
const THEIRS: &str = "Take theirs (mine is kept beside it)";
const CLOSE_ONCE_MORE: &str = "Close once more to leave: this laptop’s journal holds everything";
const WHY: &str = "He runs.";

/// A review on a memory stick.
fn on_a_stick() -> (Room, PathBuf) {
    let room = Room::with_sample();
    let stick = room.world.document("stick");
    fs::create_dir(&stick).unwrap();
    let file = stick.join("Autumn.dbvreview");
    let world = room.close();
    fs::copy(world.sample(), &file).unwrap();
    (Room::with_file(&world, &file), file)
}

fn reasoning(file: &Path) -> String {
    let review = kept(file);
    let case = review.cases().find(|case| case.id().as_str() == "C07");
    case.unwrap().draft().reasoning.to_string()
}

/// The stick is pulled; what is typed then does not reach it.
fn pulled() -> (Room, PathBuf, PathBuf) {
    let (mut room, file) = on_a_stick();
    let stick = file.parent().unwrap();
    let away = stick.with_file_name("in a pocket");
    fs::rename(stick, &away).unwrap();
    room.judge("C07");
    room.fill_in(REASONING, WHY);
    room.wait_for(NOT_WRITTEN);
    let away = away.join("Autumn.dbvreview");
    (room, file, away)
}

#[test]
fn a_stick_that_was_pulled_is_told_with_where_the_work_is() {
    let (mut room, _, away) = pulled();
    room.sees(SAFE);
    looked_at(&mut room, "not written");
    room.sees(&room.world.data().join("journals").display().to_string());
    room.wait_for("in the journal; not in the file yet");
    let elsewhere = room.world.document("Autumn.dbvreview");
    room.world.will_choose(&elsewhere);
    room.press(ELSEWHERE);
    room.sees("From now on the review keeps itself in ");
    room.sees_nothing_of(NOT_WRITTEN);
    assert_eq!(reasoning(&elsewhere), WHY);
    // Nothing of what was at hand is gone.
    assert!(room.heading().starts_with("C07 · "));
    assert_eq!(room.value(REASONING), WHY);
    room.keys(CTRL, Key::Num3);
    room.fill_in(REASONING, "He runs, and laughs.");
    let world = room.close();
    assert_eq!(reasoning(&elsewhere), "He runs, and laughs.");
    assert_eq!(reasoning(&away), "", "the one on the stick is as it was");
    // It is among the recent ones, and nothing is left open.
    let room = Room::start(world, None, [1366.0, 768.0]);
    assert_eq!(room.heading(), "DBV Case Review");
    assert!(room.offers("Open Autumn"));
    room.sees_nothing_of("Was open when");
}

#[test]
fn whoever_closes_all_the_same_finds_everything_when_the_stick_is_back() {
    let (mut room, file, away) = pulled();
    assert!(!room.try_to_close());
    room.sees(CLOSE_ONCE_MORE);
    room.seconds_pass(1);
    assert!(room.try_to_close());
    let world = room.vanish();
    fs::rename(away.parent().unwrap(), file.parent().unwrap()).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.judge("C07");
    assert_eq!(room.value(REASONING), WHY);
    let _world = room.close();
    assert_eq!(reasoning(&file), WHY);
}

/// In a small and magnified window there is still a page to work on, and what can be done about
/// it is in sight.
#[test]
fn notices_leave_room_to_work_in() {
    let (mut room, _, _) = pulled();
    room.resize([911.0, 512.0]);
    assert!(!room.try_to_close());
    for button in ["Close the program", ELSEWHERE, PUT_AWAY] {
        assert!(
            room.place(button).bottom() < 44.0 + 512.0 / 3.0 + 6.0,
            "{button}"
        );
    }
    let _world = room.vanish();
}

/// It was said for what was there then, and for a moment.
#[test]
fn leave_to_close_ends_with_time_and_with_the_next_word() {
    let (mut room, _, _) = pulled();
    assert!(!room.try_to_close());
    room.sees(CLOSE_ONCE_MORE);
    assert_eq!(times(&room, SAFE), 1, "{}", room.screen());
    assert!(!room.try_to_close(), "a double click is one closing");
    room.seconds_pass(20);
    room.sees_nothing_of(CLOSE_ONCE_MORE);
    assert!(!room.try_to_close());
    room.fill_in(REASONING, "He runs, and laughs.");
    room.sees_nothing_of(CLOSE_ONCE_MORE);
    assert!(!room.try_to_close());
    room.press(PUT_AWAY);
    assert!(!room.try_to_close());
    room.seconds_pass(1);
    assert!(room.try_to_close());
    let _world = room.vanish();
}

/// Neither file nor journal: no number of closings loses it, only somebody who says so.
#[test]
fn what_no_journal_holds_is_never_lost_by_closing() {
    let (room, file) = on_a_stick();
    let world = room.close();
    fs::remove_dir_all(world.data()).unwrap();
    fs::write(world.data(), "no folder").unwrap();
    let mut room = Room::with_file(&world, &file);
    let stick = file.parent().unwrap();
    fs::rename(stick, stick.with_file_name("in a pocket")).unwrap();
    room.judge("C07");
    room.fill_in(REASONING, WHY);
    room.wait_for(NOT_WRITTEN);
    room.sees_nothing_of("every change is in the file a few seconds after it is made");
    for more in ["He runs, and", "He runs, and laughs."] {
        assert!(!room.try_to_close());
        assert!(!room.try_to_close());
        room.sees_nothing_of(CLOSE_ONCE_MORE);
        room.sees("what is not kept would be lost");
        room.fill_in(REASONING, more);
    }
    assert!(!room.try_to_close());
    room.press("Leave and lose what is not kept");
    assert!(room.try_to_close());
    let _world = room.vanish();
}

/// Also when everything was kept before the file was changed.
#[test]
fn an_open_question_about_the_file_holds_up_closing() {
    let mut room = Room::with_sample();
    let file = room.world.sample();
    room.judge("C07");
    changed_elsewhere(&room.world, &file);
    room.comes_to_the_front();
    room.wait_for(CHANGED);
    assert!(!room.try_to_close());
    room.sees("The program was not closed.");
    assert_eq!(times(&room, CHANGED), 1, "{}", room.screen());
    assert!(room.offers(THEIRS));
    room.seconds_pass(1);
    assert!(room.try_to_close());
    let _world = room.vanish();
}

#[test]
fn without_file_dialogs_a_place_is_offered() {
    let (mut room, _, _) = pulled();
    room.world.has_no_dialogs();
    room.press(ELSEWHERE);
    let elsewhere = room.world.document("Autumn.dbvreview");
    room.sees(&elsewhere.display().to_string());
    room.press("Keep it there");
    room.sees("From now on the review keeps itself in ");
    assert_eq!(reasoning(&elsewhere), WHY);
    let _world = room.close();
}

/// Nor is one offered that does not take it.
#[test]
fn a_folder_that_takes_nothing_is_not_offered() {
    let (mut room, _, _) = pulled();
    room.world.has_no_dialogs();
    let documents = room.world.document("");
    fs::remove_dir_all(&documents).unwrap();
    fs::write(room.world.data().with_file_name("documents"), "no folder").unwrap();
    room.press(ELSEWHERE);
    let other = room.world.data().join("Autumn.dbvreview");
    room.sees(&other.display().to_string());
    room.press("Keep it there");
    assert_eq!(reasoning(&other), WHY);
    let _world = room.close();
}

/// At any time, from the menu and from the part about the file.
#[test]
fn a_review_moves_whenever_somebody_likes() {
    let mut room = Room::with_sample();
    let elsewhere = room.world.document("Moved.dbvreview");
    room.world.will_choose(&elsewhere);
    room.press("Menu");
    room.press(ELSEWHERE);
    room.sees("From now on the review keeps itself in ");
    room.judge("C07");
    room.fill_in(REASONING, WHY);
    room.press(PREPARE);
    room.press(THE_FILE);
    room.sees("Moved.dbvreview");
    let sample = room.world.sample();
    let world = room.close();
    assert_eq!(reasoning(&elsewhere), WHY);
    assert_eq!(reasoning(&sample), "");
    drop(world);
}

#[test]
fn nothing_is_written_over_when_a_review_moves() {
    let mut room = Room::with_sample();
    let other = room.world.put("Other", "Dear all");
    let wanted = room.world.put("Other.dbvreview", "Dear all");
    room.world.will_choose(&other);
    room.press("Menu");
    room.press(ELSEWHERE);
    room.sees("and it was left as it is");
    assert_eq!(fs::read_to_string(wanted).unwrap(), "Dear all");
    let _world = room.close();
}

/// No room for a journal: work goes on, and that is said once.
#[test]
fn without_a_journal_work_goes_on() {
    let room = Room::with_sample();
    let file = room.world.document("Autumn.dbvreview");
    fs::copy(room.world.sample(), &file).unwrap();
    let world = room.close();
    fs::remove_dir_all(world.data()).unwrap();
    fs::write(world.data(), "no folder").unwrap();
    let mut room = Room::with_file(&world, &file);
    room.judge("C07");
    room.fill_in(REASONING, WHY);
    room.wait_for("The journal on this laptop cannot be written");
    room.press(PUT_AWAY);
    let _world = room.close();
    assert_eq!(reasoning(&file), WHY);
}

/// Somebody else's title comes into the file.
fn changed_elsewhere(world: &World, file: &Path) {
    let mut review = kept(file);
    let title = SetupEdit::Title(Text::new("Theirs").unwrap());
    review
        .apply(Command::Setup(title), world.act(Via::Typed, false))
        .unwrap();
    fs::write(file, store::write_text(&review.snapshot()).unwrap()).unwrap();
}

/// Somebody else has changed the file while it is open and something else is being done.
fn changed() -> (Room, PathBuf) {
    let mut room = Room::with_sample();
    let file = room.world.sample();
    room.judge("C07");
    changed_elsewhere(&room.world, &file);
    room.fill_in(REASONING, WHY);
    room.comes_to_the_front();
    room.wait_for(CHANGED);
    assert_eq!(
        kept(&file).setup().title.as_str(),
        "Theirs",
        "nothing is written over"
    );
    (room, file)
}

/// How many texts on the screen say it.
fn times(room: &Room, words: &str) -> usize {
    let shown = |text: &&String| text.contains(words);
    room.texts().iter().filter(shown).count()
}

/// A screen reader says it when it appears.
fn is_announced(room: &Room) {
    let live = room.nodes().into_iter().any(|node| {
        let node = node.accesskit_node();
        let text = node.value().unwrap_or_default();
        text.starts_with(CHANGED) && node.data().live() == Some(Live::Polite)
    });
    assert!(live, "{}", room.screen());
}

/// The reviews that lie beside the file.
fn beside(file: &Path) -> Vec<PathBuf> {
    let folder = fs::read_dir(file.parent().unwrap()).unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.to_string_lossy().contains("(kept "))
        .collect()
}

#[test]
fn a_file_that_was_changed_meanwhile_can_be_kept_as_it_is_here() {
    let (mut room, file) = changed();
    looked_at(&mut room, "changed by somebody else");
    is_announced(&room);
    room.press(MINE);
    room.sees("The file holds your version again. Theirs is kept as ");
    room.sees_nothing_of(CHANGED);
    assert_eq!(room.value(REASONING), WHY);
    let _world = room.close();
    assert_eq!(reasoning(&file), WHY);
    let beside = beside(&file);
    assert_eq!(beside.len(), 1);
    assert_eq!(kept(&beside[0]).setup().title.as_str(), "Theirs");
}

#[test]
fn or_be_taken_as_it_is_there() {
    let (mut room, file) = changed();
    room.press(THEIRS);
    room.sees("Their version is open. Yours is kept as ");
    room.sees("Theirs");
    room.sees_nothing_of(CHANGED);
    assert!(room.heading().starts_with("C07 · "));
    let _world = room.close();
    assert_eq!(kept(&file).setup().title.as_str(), "Theirs");
    let beside = beside(&file);
    assert_eq!(beside.len(), 1);
    assert_eq!(reasoning(&beside[0]), WHY);
}

/// What cannot be gone on with is not offered.
#[test]
fn rubbish_in_the_files_place_is_not_theirs_to_take() {
    let mut room = Room::with_sample();
    let file = room.world.sample();
    room.judge("C07");
    fs::write(&file, "rubbish").unwrap();
    room.fill_in(REASONING, WHY);
    room.comes_to_the_front();
    room.wait_for("The file can no longer be read as a review. The one open here is whole.");
    assert!(!room.offers(THEIRS));
    assert!(room.offers(ELSEWHERE));
    room.press("Write mine (the damaged one is kept)");
    room.sees("The damaged one is kept as ");
    let _world = room.close();
    assert_eq!(reasoning(&file), WHY);
}

/// It may become so between the offer and its being taken.
#[test]
fn theirs_is_looked_at_once_more_before_mine_goes() {
    let (mut room, file) = changed();
    fs::write(&file, "rubbish").unwrap();
    room.press(THEIRS);
    room.sees("The file can no longer be read as a review.");
    assert_eq!(room.value(REASONING), WHY);
    assert!(!room.offers(THEIRS));
}

/// The bar does not say that all is well beside a notice that says it is not.
#[test]
fn a_changed_file_is_not_called_kept() {
    let mut room = Room::with_sample();
    let file = room.world.sample();
    room.judge("C07");
    room.fill_in(REASONING, WHY);
    room.wait_for("kept 14:00");
    changed_elsewhere(&room.world, &file);
    room.comes_to_the_front();
    room.wait_for(CHANGED);
    room.sees("changed elsewhere");
    room.sees_nothing_of("kept 14:00");
    let _world = room.vanish();
}

#[test]
fn whoever_decides_neither_is_asked_when_the_review_is_opened_again() {
    let (mut room, file) = changed();
    assert!(!room.try_to_close());
    room.seconds_pass(1);
    assert!(room.try_to_close());
    let world = room.vanish();
    assert_eq!(kept(&file).setup().title.as_str(), "Theirs");
    let room = Room::with_file(&world, &file);
    assert_eq!(room.heading(), "Two versions of “First steps”");
    drop(room);
}
