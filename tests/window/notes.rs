//! Notes on a case: anybody adds one at any time, on any step.

use dbv_case_review::review::Mode;
use dbv_case_review::review::text::CaseId;
use dbv_case_review::ui::opening::Opening;
use eframe::egui::Key;

use super::room::{CTRL, Room};
use super::words::*;
use super::world::kept;

const CALMER: &str = "He was calmer in spring.";
const OUT: &str = "Take out: note 1";

fn notes(room: Room, case: &str) -> Vec<(String, Option<String>)> {
    let file = room.world.sample();
    let _world = room.close();
    let id = CaseId::new(case).unwrap();
    let review = kept(&file);
    let notes = review.case(&id).unwrap().notes.iter();
    let by = |note: &dbv_case_review::review::note::CaseNote| {
        note.by.map(|role| role.label().to_owned())
    };
    notes
        .map(|note| (note.words.to_string(), by(note)))
        .collect()
}

#[test]
fn a_note_is_one_key_away_on_every_step() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    for (at, step) in [READ, RATE, JUDGE, CHECK].into_iter().enumerate() {
        room.press(step);
        room.keys(CTRL, Key::J);
        let name = format!("Note {}", at + 1);
        assert_eq!(room.focus().as_deref(), Some(name.as_str()), "{step}");
        room.type_text(&format!("On {step}."));
    }
    room.go_to("C08");
    assert!(room.offers("Notes"), "another case has none");
    room.go_to("C07");
    room.sees("C07, not started; 4 notes");
    assert!(room.offers("Notes (4)"));
    room.choose("Which cases", "With notes (1)");
    assert_eq!(notes(room, "C07").len(), 4);
}

#[test]
fn it_says_whose_it_is_and_when_and_can_be_taken_out() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    room.press("+ note");
    assert!(
        room.is_disabled("Whose, note 1"),
        "nobody has said anything"
    );
    room.type_text(CALMER);
    room.choose("Whose, note 1", "health");
    room.sees("21 November 2026, 14:00");
    room.press(OUT);
    assert!(!room.offers(OUT));
    room.sees("A note was taken out");
    room.press("Undo: a note was taken out");
    assert_eq!(room.value("Note 1"), CALMER);
    assert_eq!(room.value("Whose, note 1"), "health");
    room.sees_nothing_of("A note was taken out");
    // Folded away, only how many there are is on the screen.
    room.press("Notes (1)");
    room.sees_nothing_of(CALMER);
    let note = (CALMER.to_owned(), Some("health".to_owned()));
    assert_eq!(notes(room, "C07"), [note]);
}

#[test]
fn an_empty_note_leaves_no_trace() {
    let mut room = Room::with_sample();
    let entries = kept(&room.world.sample()).history().entries().len();
    room.go_to("C07");
    room.keys(CTRL, Key::J);
    room.keys(CTRL, Key::J);
    room.type_text("  ");
    room.seconds_pass(3);
    room.key(Key::Tab);
    room.go_to("C08");
    room.go_to("C07");
    assert!(room.offers("Notes"));
    let file = room.world.sample();
    let _world = room.close();
    assert_eq!(kept(&file).history().entries().len(), entries);
}

#[test]
fn a_note_without_its_words_goes() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    room.keys(CTRL, Key::J);
    room.type_text(CALMER);
    room.seconds_pass(3);
    assert!(room.offers("Notes (1)"));
    room.type_into("Note 1", "");
    room.seconds_pass(3);
    assert!(room.offers("Notes (1)"), "other words may come");
    room.key(Key::Tab);
    assert!(room.offers("Notes"));
    room.keys(CTRL, Key::Z);
    assert_eq!(room.value("Note 1"), CALMER);
}

#[test]
fn it_warns_of_what_identifies_and_is_not_on_the_wall() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    room.keys(CTRL, Key::J);
    room.type_text("Mrs Okafor said he was calmer.");
    room.sees("Mrs Okafor");
    room.key(Key::Tab);
    room.key(Key::F11);
    room.sees_nothing_of("calmer");
    room.keys(CTRL, Key::J);
    room.sees_nothing_of("calmer");
}

#[test]
fn a_reader_reads_them() {
    let mut room = Room::with_sample();
    room.go_to("C07");
    room.keys(CTRL, Key::J);
    room.type_text(CALMER);
    room.choose("Whose, note 1", "health");
    let file = room.world.sample();
    let world = room.close();
    let mut room = Room::through(
        world,
        Some(Opening::file(file, Mode::Inspect)),
        [1366.0, 768.0],
    );
    room.press(REVIEW);
    room.go_to("C08");
    assert!(!room.offers("Notes"), "there are none");
    room.go_to("C07");
    room.press("Notes (1)");
    room.sees(CALMER);
    room.sees("health, 21 November 2026, 14:00");
    assert!(!room.offers("+ note") && !room.offers(OUT) && !room.offers("Note 1"));
}
