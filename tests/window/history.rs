//! What happened to a review: whether anything was changed, when each case was judged, and what
//! happened to one of them.

use std::fs;

use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, FileEdit, SetupEdit};
use dbv_case_review::review::judgement::{Answer, Condition, Payer, Question, SupportCost};
use dbv_case_review::review::panel::{Member, MemberId, Role as PanelRole};
use dbv_case_review::review::ratings::{RatedIdeal, Rating};
use dbv_case_review::review::setup::{MoneyRule, Setup};
use dbv_case_review::review::text::{CaseId, Text};
use dbv_case_review::review::units::{Money, PerChild};
use dbv_case_review::review::{Act, Command, Mode, Review, Timestamp, Via};
use dbv_case_review::services::Services as _;
use dbv_case_review::store;
use dbv_case_review::ui::opening::{Opening, Source};
use dbv_case_review::ui::samples::Sample;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;

use super::room::{CTRL, CTRL_SHIFT, Room};
use super::words::*;
use super::world::World;

/// The rows of the table, as a screen reader is told of them.
pub(super) fn rows(room: &Room) -> Vec<String> {
    let row = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        (node.role() == Role::Row).then(|| node.label().unwrap_or_default())
    };
    room.nodes().iter().filter_map(row).collect()
}

fn id(number: &str) -> CaseId {
    CaseId::new(number).unwrap()
}

fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

fn draft(case: &str, edit: DraftEdit) -> Command {
    let case = id(case);
    Command::EditDraft { case, edit }
}

/// A review in a file: begun, with a member and the cases C01 and C02, and then with this.
fn with(world: &World, commands: Vec<Command>) -> std::path::PathBuf {
    let year = world.today().financial_year();
    let setup = Setup::new(text("Autumn"), text("West Marsh"), year);
    let code = setup.provisions[1].code.clone();
    let mut review = Review::begin(setup, world.act(Via::Typed, false)).unwrap();
    let member = Member {
        id: MemberId(1),
        role: PanelRole::Senco,
        detail: Text::default(),
        organisation: None,
    };
    let mut all = vec![Command::Setup(SetupEdit::PutMember(member))];
    for number in ["C01", "C02"] {
        let file = CaseFile::new(id(number), code.clone());
        all.push(Command::AddCase(Box::new(file)));
    }
    all.extend(commands);
    for command in all {
        review.apply(command, world.act(Via::Typed, false)).unwrap();
    }
    let path = world.document("autumn.dbvreview");
    store::save(&path, &review.snapshot()).unwrap();
    path
}

#[test]
fn what_was_done_stands_at_the_top() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.world.minutes_pass(5);
    room.fill_in(REASONING, "She is lonely.");
    room.press(HISTORY);
    assert_eq!(
        room.heading(),
        "Not sealed; everything is what its history says"
    );
    let all = rows(&room);
    assert_eq!(
        all[0],
        "Entry 4, 21 November 2026, 14:05: Judgement on the form, C07, typed, money on the screen. \
         Why the panel thinks so: “She is lonely.”"
    );
    assert!(all[3].starts_with("Entry 1, "), "{all:?}");
    room.sees("6 judgements stand in this review: 6 recorded elsewhere");

    // What was taken back says what it was.
    room.press(REVIEW);
    room.keys(CTRL, Key::Z);
    room.press(HISTORY);
    let all = rows(&room);
    assert!(all[0].starts_with("Entry 5, "), "{all:?}");
    let meant = "Undone, C07, typed, money on the screen. Entry 4, judgement on the form.";
    assert!(all[0].contains(meant), "{all:?}");
    assert!(all[0].contains("She is lonely."), "{all:?}");
}

#[test]
fn one_case_or_one_kind_can_be_looked_at() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in(REASONING, "She is lonely.");
    room.judge("C08");
    room.fill_in(REASONING, "He is not.");
    room.press(MORE);
    room.press("History of this case");
    let all = rows(&room);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(
        all[0].contains("C08") && all[1].contains("Cases imported"),
        "{all:?}"
    );
    assert_eq!(room.value("Which case"), "C08");

    room.choose("What kind of change", "First ratings (0)");
    assert!(rows(&room).is_empty());
    room.sees("Nothing under “First ratings” of C08 is in this history.");
    room.press("Show everything");
    room.sees("5 entries, the newest first");
    room.choose("What kind of change", "Judgements on the form (2)");
    assert_eq!(rows(&room).len(), 2);
    room.sees("2 of 5 entries, the newest first");

    // And from a row to its case.
    room.press("Go to C07, entry 4");
    assert!(room.heading().starts_with("C07"));
}

#[test]
fn a_case_is_known_by_all_its_numbers() {
    let world = World::new();
    let path = with(
        &world,
        vec![
            draft("C01", DraftEdit::Reasoning(text("Before."))),
            Command::EditCaseFile {
                case: id("C01"),
                edit: FileEdit::Id(id("C77")),
            },
            draft("C77", DraftEdit::Reasoning(text("After."))),
            Command::AddCase(Box::new(CaseFile::new(
                id("C01"),
                Setup::new(text("A"), text("B"), world.today().financial_year()).provisions[1]
                    .code
                    .clone(),
            ))),
        ],
    );
    let mut room = Room::with_file(&world, &path);
    room.press(HISTORY);
    room.choose("Which case", "C77");
    let all = rows(&room);
    assert_eq!(all.len(), 4, "{all:?}");
    assert!(
        all[0].contains("After.") && all[2].contains("Before."),
        "{all:?}"
    );
    room.choose("Which case", "C01");
    let all = rows(&room);
    assert_eq!(all.len(), 1, "{all:?}");
}

/// Everything that holds a figure of money, as one command each.
fn figures(world: &World) -> Vec<Command> {
    let year = world.today().financial_year();
    let setup = Setup::new(text("A"), text("B"), year);
    let mut row = setup.provisions[1].clone();
    row.unit_cost = Some(PerChild::new(12_345.0).unwrap());
    let mut baseline = Baseline::starting(year);
    baseline.allocation = Money::new(54_321.0).unwrap();
    let mut condition = Condition::new(text("Transport is arranged"), false);
    condition.yearly = Some(Money::new(6_789.0).unwrap());
    let support = SupportCost {
        per_year: PerChild::new(9_876.0).unwrap(),
        payer: Payer::HighNeeds,
    };
    vec![
        Command::Setup(SetupEdit::PutProvision(row.clone())),
        Command::Setup(SetupEdit::Provisions(vec![
            row,
            setup.provisions[2].clone(),
        ])),
        Command::Setup(SetupEdit::Baseline(Box::new(baseline))),
        Command::EditCaseFile {
            case: id("C01"),
            edit: FileEdit::AnnualCost(Some(PerChild::new(23_456.0).unwrap())),
        },
        draft("C01", DraftEdit::Conditions(vec![condition])),
        draft("C01", DraftEdit::SupportCosts(vec![support])),
    ]
}

#[test]
fn while_money_is_locked_no_figure_of_it_is_in_the_history() {
    let world = World::new();
    let mut commands = vec![Command::Setup(SetupEdit::Money(MoneyRule::Locked))];
    commands.extend(figures(&world));
    // Not where it was revealed for one case either.
    commands.push(Command::RevealMoney(id("C01")));
    let path = with(&world, commands);
    let mut room = Room::with_file(&world, &path);
    // High enough for all of them.
    room.resize([1366.0, 2000.0]);
    room.press(HISTORY);
    let hidden = ["£", "12,345", "54,321", "54321", "6,789", "9,876", "23,456"];
    for figure in hidden {
        room.sees_nothing_of(figure);
    }
    assert!(
        room.lines("igures are locked").len() >= 5,
        "{}",
        room.screen()
    );
    room.sees("Transport is arranged");

    room.press(PREPARE);
    room.press(REVEAL);
    room.press(HISTORY);
    for figure in ["£12,345", "£6,789", "£9,876", "£23,456"] {
        room.sees(figure);
    }
    room.sees_nothing_of("igures are locked");
}

#[test]
fn ratings_that_are_not_revealed_are_kept_back() {
    let world = World::new();
    let rate = |case: &str| Command::Rate {
        case: id(case),
        member: MemberId(1),
        rating: Rating {
            ideal: RatedIdeal::CannotTell,
            setting: None,
            support: None,
            timeliness: None,
            confidence: None,
        },
    };
    let reveal = Command::RevealRatings(id("C02"));
    let path = with(&world, vec![rate("C01"), rate("C02"), reveal]);
    let mut room = Room::with_file(&world, &path);
    room.press(HISTORY);
    let all = rows(&room);
    assert!(all[1].ends_with("SENCO: cannot tell"), "{all:?}");
    assert!(all[2].contains("kept back until"), "{all:?}");
    assert!(!all[2].contains("cannot tell"), "{all:?}");
}

#[test]
fn it_can_be_read_through_every_door_and_not_on_the_wall() {
    for door in [Mode::Work, Mode::Inspect, Mode::Train] {
        let opening = Opening::new(Source::Sample(Sample::WestMarsh), door);
        let mut room = Room::through(World::new(), Some(opening), [1366.0, 768.0]);
        room.keys(CTRL_SHIFT, Key::H);
        room.sees("everything is what its history says");
        assert!(rows(&room).len() > 3, "{door:?}");
        room.press("Menu");
        assert!(room.offers("Light or dark"), "{door:?}");
        room.key(Key::Escape);
        room.press(REVIEW);
        room.key(Key::F11);
        room.keys(CTRL_SHIFT, Key::H);
        assert!(rows(&room).is_empty(), "{door:?}");
        assert!(!room.offers(HISTORY), "{door:?}");
    }
}

/// From the keyboard alone: to the screen, to a long entry, all of it, and back to its case.
#[test]
fn it_is_gone_through_by_key() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in(REASONING, &"She is lonely there, and says so. ".repeat(20));
    room.keys(CTRL_SHIFT, Key::H);
    let mut presses = 0;
    while room.focus().as_deref() != Some("More of entry 4") {
        room.tab();
        presses += 1;
        assert!(presses < 30, "{:?}", room.focus());
    }
    let closed = rows(&room).len();
    room.key(Key::Enter);
    assert_eq!(room.focus().as_deref(), Some("Less of entry 4"));
    assert_eq!(rows(&room).len(), closed);
    while room.focus().as_deref() != Some("Go to C07, entry 4") {
        room.keys(eframe::egui::Modifiers::SHIFT, Key::Tab);
    }
    room.key(Key::Enter);
    assert!(room.heading().starts_with("C07"));
}

/// Only what is in sight is drawn, however long the history is; the Tab key comes to all of it.
#[test]
fn a_long_history_is_drawn_in_part() {
    let world = World::new();
    let edits = (0..2_000).map(|number| {
        let words = format!("Because of this, number {number}.");
        draft("C01", DraftEdit::Reasoning(text(&words)))
    });
    let path = with(&world, edits.collect());
    let mut room = Room::with_file(&world, &path);
    room.press(HISTORY);
    room.sees("2,004 entries, the newest first");
    let first = rows(&room);
    assert!(first.len() < 20, "{}", first.len());
    assert!(first[0].starts_with("Entry 2004, "));
    let mut last = String::new();
    for _ in 0..60 {
        room.tab();
        last = room.focus().unwrap_or_default();
    }
    let number: u64 = last
        .rsplit_once("entry ")
        .and_then(|(_, number)| number.parse().ok())
        .unwrap_or_else(|| panic!("{last:?}"));
    assert!(number < 1_980, "the keyboard stopped at {number}");
    room.key(Key::End);
    assert!(rows(&room).iter().any(|row| row.starts_with("Entry 1, ")));
}

/// Where the file was changed by other means, it is said there and in the history.
#[test]
fn what_was_changed_outside_is_said_at_its_place() {
    let room = Room::with_sample();
    let file = room.world.sample();
    let world = room.close();
    let kept = fs::read_to_string(&file).unwrap();
    let changed = kept.replacen("the best climber", "the worst climber", 1);
    let changed = changed.replacen("West Marsh (invented)", "East Marsh", 1);
    assert_ne!(kept, changed);
    fs::write(&file, changed).unwrap();

    let mut room = Room::with_file(&world, &file);
    let row = room.offers_any("C07, ").unwrap();
    assert!(row.ends_with("changed outside the program"), "{row}");
    assert!(!room.offers_any("C08, ").unwrap().contains("outside"));
    room.go_to("C08");
    room.sees_nothing_of("was changed outside the program: it is not");
    room.go_to("C07");
    for step in [READ, JUDGE] {
        room.press(step);
        room.sees("C07 was changed outside the program: it is not what its history says.");
    }
    room.press(PREPARE);
    room.sees("The setup was changed outside the program: it is not what its history says.");
    room.press("See what happened");
    assert_eq!(room.heading(), "Changed outside the program");
    room.press("case C07");
    assert!(room.heading().starts_with("C07"));
    room.press("See what happened");
    assert_eq!(room.value("Which case"), "C07");
    room.press("the setup");
    assert!(room.offers(ABOUT));
}

/// Every judgement is told as it was when it was recorded, not only the last.
#[test]
fn a_judgement_that_was_recorded_again_is_told_both_times() {
    let room = Room::with_sample();
    let file = room.world.sample();
    let world = room.close();
    let mut review = super::world::kept(&file);
    for command in [
        draft(
            "C01",
            DraftEdit::Answer(Question::Support, Some(Answer::CannotTell)),
        ),
        Command::Record(id("C01")),
        draft(
            "C01",
            DraftEdit::Answer(Question::Support, Some(Answer::NotIdeal)),
        ),
        Command::Record(id("C01")),
    ] {
        review.apply(command, world.act(Via::Typed, false)).unwrap();
    }
    store::save(&file, &review.snapshot()).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.press(HISTORY);
    let all = rows(&room);
    let told: Vec<&String> = all
        .iter()
        .filter(|row| row.contains("Judgement recorded"))
        .collect();
    assert_eq!(told.len(), 2, "{all:?}");
    assert!(told[0].contains("support: not ideal"), "{told:?}");
    assert!(told[1].contains("support: cannot tell"), "{told:?}");
    // Of one case, what came with it is told, and the kinds are counted for it alone.
    room.choose("Which case", "C01");
    let all = rows(&room);
    let came = all.last().unwrap();
    assert!(
        came.contains("C01: now in") && came.contains("The judgement: "),
        "{came}"
    );
    room.choose("What kind of change", "Judgements recorded (2)");
    room.choose("Which case", "C02");
    assert_eq!(room.value("What kind of change"), "Judgements recorded (0)");
}

#[test]
fn what_came_after_the_last_judgement_is_set_apart() {
    let room = Room::with_sample();
    let file = room.world.sample();
    let world = room.close();
    let mut review = super::world::kept(&file);
    for command in [
        draft(
            "C01",
            DraftEdit::Answer(Question::Support, Some(Answer::CannotTell)),
        ),
        Command::Record(id("C01")),
    ] {
        review.apply(command, world.act(Via::Typed, false)).unwrap();
    }
    store::save(&file, &review.snapshot()).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.press(HISTORY);
    room.sees_nothing_of("After the last judgement");
    let world = room.close();
    let mut review = super::world::kept(&file);
    let at = Timestamp::try_from("2026-11-24T10:00:00Z".to_owned()).unwrap();
    let act = Act {
        at,
        ..world.act(Via::Typed, false)
    };
    let later = draft("C07", DraftEdit::Reasoning(text("On second thoughts.")));
    review.apply(later, act).unwrap();
    store::save(&file, &review.snapshot()).unwrap();
    let mut room = Room::with_file(&world, &file);
    room.press(HISTORY);
    room.sees("After the last judgement was recorded, 21 November 2026");
}
