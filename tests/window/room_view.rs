//! Room view, for the wall: what it shows, how one moves in it, and what never shows there.

use std::fs;
use std::sync::Arc;

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, FileEdit, FileText, SetupEdit, VoiceEdit};
use dbv_case_review::review::panel::MemberId;
use dbv_case_review::review::perspective::{ParentIdeal, Source, Speaker, VoiceId};
use dbv_case_review::review::ratings::{RatedIdeal, Rating};
use dbv_case_review::review::setup::{MoneyRule, Setup};
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::{Command, Review, Via};
use dbv_case_review::services::Services as _;
use dbv_case_review::store;
use eframe::egui::{Event, Key, Modifiers, ViewportCommand, ViewportId};

use super::room::{CTRL, Room};
use super::words::*;
use super::world::{World, kept};

const LEAVE: &str = "Leave room view";
const NONE_YET: &str = "This case has no complete judgement yet";
const WHY: &str = "He runs when the one adult who knows him is away.";

/// The sample after these changes, open.
pub fn after(changes: impl IntoIterator<Item = Command>) -> Room {
    let room = Room::with_sample();
    let file = room.world.sample();
    let world = room.close();
    change(&world, changes);
    Room::with_file(&world, &file)
}

pub fn change(world: &Arc<World>, changes: impl IntoIterator<Item = Command>) {
    let file = world.sample();
    let mut review = kept(&file);
    for command in changes {
        review.apply(command, world.act(Via::Typed, false)).unwrap();
    }
    store::save(&file, &review.snapshot()).unwrap();
}

pub fn id(case: &str) -> CaseId {
    CaseId::new(case).unwrap()
}

fn rates(case: &str, member: u16, ideal: RatedIdeal) -> Command {
    Command::Rate {
        case: id(case),
        member: MemberId(member),
        rating: Rating {
            ideal,
            setting: None,
            support: None,
            timeliness: None,
            confidence: None,
        },
    }
}

fn place(code: &str) -> RatedIdeal {
    RatedIdeal::Provision(ProvisionCode::new(code).unwrap())
}

/// What the program asks of the window in the very pass in which a key is pressed.
fn asked_by(room: &mut Room, key: Key) -> Vec<ViewportCommand> {
    let stroke = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let events = &mut room.window.input_mut().events;
    events.extend([stroke(true), stroke(false)]);
    room.window.step();
    let asked = room.window.output().viewport_output[&ViewportId::ROOT]
        .commands
        .clone();
    room.rest();
    asked
}

/// Every scene of every case, as text.
fn everything(room: &mut Room) -> String {
    let mut all = String::new();
    for _ in 0..10 {
        room.keys(CTRL, Key::ArrowUp);
    }
    for case in 1..=10 {
        room.key(Key::Num1);
        assert!(room.heading().starts_with(&format!("C{case:02}")));
        for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
            room.key(key);
            all.push_str(&room.screen());
        }
        room.keys(CTRL, Key::ArrowDown);
    }
    all
}

#[test]
fn it_follows_the_step_and_gives_the_window_back() {
    let mut room = Room::with_sample();
    room.go_to("C02");
    room.press(READ);
    let asked = asked_by(&mut room, Key::F11);
    assert!(asked.contains(&ViewportCommand::Fullscreen(true)));
    assert!(room.heading().starts_with("C02"));
    room.sees("1 of 5");
    assert!(!room.offers(RECORD) && !room.offers("Menu"));
    let asked = asked_by(&mut room, Key::Escape);
    assert!(asked.contains(&ViewportCommand::Fullscreen(false)));

    // Judged already, and nobody rated: the judgement. Not yet: the question.
    room.judge("C02");
    room.key(Key::F11);
    assert_eq!(room.heading(), "The judgement");
    room.key(Key::F11);
    room.judge("C07");
    room.key(Key::F11);
    room.sees("3 of 5");
    room.press(LEAVE);
    assert!(room.offers(RECORD));
}

/// Leaving room view finds the step that was on the wall, and the wall the step that was left.
#[test]
fn steps_and_scenes_go_along_with_each_other() {
    let mut room = Room::with_sample();
    room.judge("C02");
    room.key(Key::F11);
    room.key(Key::Num2);
    room.press(LEAVE);
    room.sees("The parents’ words");
    assert!(room.offers("Rate this case") || room.offers("To the ratings"));
    room.key(Key::F11);
    for (key, scene) in [
        (Key::Num4, "5 of 5"),
        (Key::Num2, "3 of 5"),
        (Key::Num1, "1 of 5"),
    ] {
        room.keys(CTRL, key);
        room.sees(scene);
    }
    room.key(Key::Num5);
    room.press(LEAVE);
    room.sees("What it does to the projection");
    // Another case begins at its first scene, and at its first step.
    room.key(Key::F11);
    room.keys(CTRL, Key::ArrowDown);
    room.sees("1 of 5");
    room.press(LEAVE);
    assert!(room.heading().starts_with("C03"));
    room.sees("The parents’ words");
    room.sees("Documents seen");
}

/// Nothing of a practice case passes for one that counts, and the panel reads its own words.
#[test]
fn practice_and_the_panels_own_words_on_the_wall() {
    let mut room = Room::with_sample();
    room.go_to("C02");
    room.press(CHECK);
    room.press("Word it otherwise");
    room.type_text("In short, we would leave him there.");
    room.press("Done");
    room.key(Key::F11);
    assert_eq!(room.heading(), "The judgement");
    room.sees("In short, we would leave him there.");
    room.key(Key::Escape);
    let file = room.world.sample();
    let world = room.close();
    let case = id("C02");
    let practice = true;
    change(&world, [Command::Practice { case, practice }]);
    let mut room = Room::with_file(&world, &file);
    room.go_to("C02");
    room.key(Key::F11);
    for key in [Key::Num1, Key::Num5] {
        room.key(key);
        room.sees("Practice case, in no figure");
    }
}

#[test]
fn scenes_by_keys_and_by_buttons() {
    let mut room = Room::of_size([1920.0, 1080.0]);
    room.press(SAMPLE);
    room.go_to("C09");
    room.key(Key::F11);
    for (key, scene) in [
        (Key::ArrowRight, "2 of 5"),
        (Key::PageDown, "3 of 5"),
        (Key::Space, "4 of 5"),
        (Key::ArrowRight, "5 of 5"),
        (Key::ArrowRight, "5 of 5"),
        (Key::ArrowLeft, "4 of 5"),
        (Key::PageUp, "3 of 5"),
        (Key::Num1, "1 of 5"),
        (Key::ArrowLeft, "1 of 5"),
        (Key::Num5, "5 of 5"),
    ] {
        room.key(key);
        room.sees(scene);
    }
    room.press("2. Their words");
    room.sees("2 of 5");
    room.press("Next");
    room.sees("3 of 5");
    room.press("Previous");
    room.sees("No parent has been heard yet.");
    // Another case begins at its beginning.
    room.press(NEXT);
    assert!(room.heading().starts_with("C10") && room.shows("1 of 5"));
    room.keys(CTRL, Key::ArrowUp);
    assert!(room.heading().starts_with("C09"));
    for size in [[1366.0, 768.0], [1000.0, 700.0]] {
        room.resize(size);
        assert_eq!(room.nameless(), [""; 0]);
        room.press("4. Where the panel stands");
        assert!(room.place(LEAVE).right() <= size[0]);
    }
}

#[test]
fn a_long_text_is_paged_through_before_the_next_scene() {
    let long = Text::new("She has a big laugh and likes deep voices. ".repeat(460)).unwrap();
    let edit = FileEdit::Text(FileText::PenPortrait, long);
    let mut room = after([Command::EditCaseFile {
        case: id("C01"),
        edit,
    }]);
    room.go_to("C01");
    room.press(READ);
    room.key(Key::F11);
    room.sees("More below");
    let mut pages = 0;
    while room.shows("1 of 5") {
        room.key(Key::PageDown);
        pages += 1;
        assert!(pages < 100, "it never ends");
    }
    assert!(pages > 10, "{pages} pages");
    room.sees("2 of 5");
    room.key(Key::PageUp);
    assert!(room.shows("1 of 5") && room.shows("More below"));
    room.press("More below");
    room.sees("1 of 5");
    room.key(Key::ArrowRight);
    room.sees("2 of 5");
}

#[test]
fn a_draft_is_in_no_room_view() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in_panel(RESOURCED, WHY);
    room.type_into(REASONING, "Something that only the keyboard knows.");
    room.key(Key::F11);
    let shown = everything(&mut room);
    for secret in [WHY, "Something that only"] {
        assert!(!shown.contains(secret), "{secret}");
    }
    // The list ended at C10; back to C07.
    for _ in 0..3 {
        room.keys(CTRL, Key::ArrowUp);
    }
    room.key(Key::Num5);
    assert_eq!(room.heading(), NONE_YET);
    room.sees("It waits to be recorded.");
    room.sees_nothing_of(RESOURCED);
    room.key(Key::Escape);
    room.judge("C07");
    assert_eq!(
        room.value(REASONING),
        "Something that only the keyboard knows.",
        "what was typed is kept"
    );

    // What is being changed stays out until it is recorded again.
    room.judge("C03");
    room.choose(PANEL_IDEAL, RESOURCED);
    room.key(Key::F11);
    assert_eq!(room.heading(), "The judgement");
    room.sees(STATE_SPECIAL);
    room.sees_nothing_of(RESOURCED);
}

#[test]
fn ratings_show_only_once_they_are_revealed() {
    let rated = || {
        [
            rates("C07", 1, place("ResourcedProvision")),
            rates("C07", 2, RatedIdeal::Abstained),
            rates("C07", 3, place("Mainstream")),
        ]
    };
    let mut room = after(rated());
    room.go_to("C07");
    room.key(Key::F11);
    room.key(Key::Num4);
    room.sees("3 of 5 members have rated this case.");
    for secret in [RESOURCED, MAINSTREAM, "Abstained", "SEND officer", "SENCO"] {
        room.sees_nothing_of(secret);
    }
    room.keys(CTRL, Key::ArrowDown);
    room.key(Key::Num4);
    room.sees("The members have not rated this case.");

    let revealed = rated()
        .into_iter()
        .chain([Command::RevealRatings(id("C07"))]);
    let mut room = after(revealed);
    room.go_to("C07");
    room.key(Key::F11);
    room.key(Key::Num4);
    for shown in [
        RESOURCED,
        MAINSTREAM,
        "Abstained",
        "SEND officer",
        "SENCO",
        "where the child is now",
        "foster carer",
        "1 of 5",
    ] {
        room.sees(shown);
    }
}

#[test]
fn no_figure_of_money_whatever_the_rule() {
    for rule in [MoneyRule::Live, MoneyRule::Locked] {
        let mut room = after([Command::Setup(SetupEdit::Money(rule))]);
        room.key(Key::F11);
        let shown = everything(&mut room);
        assert!(shown.contains(NONE_YET) && shown.contains("In their own words"));
        assert!(!shown.contains('£'), "{rule:?}");
    }
}

#[test]
fn nothing_in_it_changes_the_review() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in_panel(RESOURCED, WHY);
    room.key(Key::F11);
    room.keys(CTRL, Key::Enter);
    room.keys(CTRL, Key::Z);
    room.key(Key::Escape);
    assert_eq!(room.standing("C07"), READY);
    assert_eq!(room.value(REASONING), WHY);
}

#[test]
fn it_can_be_looked_at_read_only() {
    let room = Room::with_sample();
    let file = room.world.sample();
    let world = room.close();
    let mut about = fs::metadata(&file).unwrap().permissions();
    about.set_readonly(true);
    fs::set_permissions(&file, about).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.judge("C05");
    room.key(Key::F11);
    room.sees("Read-only");
    assert_eq!(room.heading(), "The judgement");
    room.sees("they agree with conditions.");
    room.sees("In place today");
}

#[test]
fn without_a_definition_the_wall_says_so() {
    let world = World::new();
    let words = |words: &str| Text::new(words).unwrap();
    let year = world.today().financial_year();
    let setup = Setup::new(words("A first review"), words("West Marsh"), year);
    let mut review = Review::begin(setup, world.act(Via::Typed, false)).unwrap();
    let current = ProvisionCode::new("Mainstream").unwrap();
    for command in [
        Command::AddCase(Box::new(CaseFile::new(id("C1"), current))),
        Command::EditDraft {
            case: id("C1"),
            edit: DraftEdit::Reasoning(words(WHY)),
        },
    ] {
        review.apply(command, world.act(Via::Typed, false)).unwrap();
    }
    let file = world.document("first.dbvreview");
    store::save(&file, &review.snapshot()).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.key(Key::F11);
    // An empty case file is shown as one.
    room.sees("not in this case file");
    room.sees("There is no pen portrait in this case file.");
    room.key(Key::Num2);
    room.sees("What the child says is not in this case file.");
    room.key(Key::Num3);
    room.sees("The panel has not agreed yet what “ideal” means.");
    room.key(Key::Num4);
    room.sees("The members have not rated this case.");
    room.key(Key::Num5);
    room.sees("It waits until the panel has agreed");
    room.sees_nothing_of(WHY);
}

/// What fails meanwhile is told where there is room to tell it.
#[test]
fn trouble_brings_the_window_back() {
    let mut room = Room::with_sample();
    room.key(Key::F11);
    assert!(room.offers(LEAVE));
    let bad = room.world.put("cut.dbvreview", "DbvReview(");
    room.world.will_choose(&bad);
    room.keys(CTRL, Key::O);
    room.sees("This review is damaged");
    assert!(!room.offers(LEAVE));
}

/// The words of a case that is still being typed reach the disk while the wall is shown; if they
/// cannot, that is told at once.
#[test]
fn a_file_that_cannot_be_kept_brings_the_window_back() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let folder = room.world.sample().parent().unwrap().to_owned();
    fs::rename(&folder, folder.with_extension("gone")).unwrap();
    room.type_into(REASONING, WHY);
    room.key(Key::F11);
    room.wait_for("could not be written");
    assert!(!room.offers(LEAVE));
}

/// A parent who has only been begun stands nowhere in the picture, and is called begun.
#[test]
fn a_voice_that_is_begun_does_not_stand_for_a_parent() {
    let rated = [
        rates("C09", 1, place("Mainstream")),
        Command::RevealRatings(id("C09")),
    ];
    let begun = [
        VoiceEdit::Speaker(Some(Speaker::Father)),
        VoiceEdit::Source(Some(Source::Interview)),
        VoiceEdit::Ideal(Some(ParentIdeal::Provision(
            ProvisionCode::new("StateSpecial").unwrap(),
        ))),
    ];
    let begun = begun.map(|edit| Command::EditVoice {
        case: id("C09"),
        voice: VoiceId(1),
        edit,
    });
    let mut room = after(rated.into_iter().chain(begun));
    room.go_to("C09");
    room.key(Key::F11);
    room.key(Key::Num4);
    room.sees(MAINSTREAM);
    room.sees_nothing_of("father");
    room.sees_nothing_of(STATE_SPECIAL);
    room.key(Key::Num2);
    room.sees("has been begun");
}

/// The panel's own words tell of the parents too: they are said once, are nobody's part, and no sum
/// of money is in them or in the reasons.
#[test]
fn the_panels_own_words_stand_alone_and_without_money() {
    let mut room = Room::with_sample();
    room.judge("C02");
    room.key(Key::F11);
    let parts = |room: &Room| room.lines("The panel").contains(&"The panel".to_owned());
    assert!(parts(&room));
    room.key(Key::F11);
    room.press(JUDGE);
    room.fill_in(REASONING, "A place at £61,000 is not what keeps him.");
    room.press(RECORD);
    room.press("Word it otherwise");
    room.type_into(
        "As it is read aloud",
        "We see him in the base for £22k, and his mother agrees.",
    );
    room.press("Done");
    room.sees("in the base for [an amount], and his mother agrees");
    room.press(JUDGE);
    room.key(Key::F11);
    room.sees("in the base for [an amount], and his mother agrees");
    room.sees("A place at [an amount] is not");
    room.sees_nothing_of("£");
    assert!(!parts(&room));
}
