//! Where things stand, at the sizes of a laptop, a projector and a small window; and what is very
//! long or very many.

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, SetupEdit};
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::setup::{Definition, Setup};
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::Tier;
use dbv_case_review::review::{Command, Review, Via};
use dbv_case_review::services::Services as _;
use dbv_case_review::store;
use eframe::egui::{Key, Rect};

use super::room::{CTRL, Room};
use super::words::*;
use super::world::World;

const SIZES: [[f32; 2]; 3] = [[1366.0, 768.0], [1920.0, 1080.0], [1000.0, 700.0]];

/// Where the first answer to a question stands.
fn answers(room: &Room, question: &str) -> Rect {
    room.place(&format!("{question}: {IDEAL}"))
}

#[test]
fn panel_and_parent_stand_side_by_side() {
    let mut room = Room::with_sample();
    for size in SIZES {
        room.resize(size);
        for case in ["C02", "C07", "C09"] {
            room.judge(case);
            for (panel, parent) in [
                (PANEL_SETTING, PARENT_SETTING),
                (PANEL_SUPPORT, PARENT_SUPPORT),
                (PANEL_TIME, PARENT_TIME),
            ] {
                let (panel, parent) = (answers(&room, panel), answers(&room, parent));
                let same_line = (panel.top() - parent.top()).abs() < 1.0;
                assert!(same_line, "{case} at {size:?}: {panel} {parent}");
                assert!(panel.right() < parent.left(), "{case} at {size:?}");
            }
            for (panel, parent) in [(PANEL_IDEAL, PARENT_IDEAL), (REASONING, PARENT_WORDS)] {
                let (panel, parent) = (room.place(panel), room.place(parent));
                assert!(
                    (panel.top() - parent.top()).abs() < 1.0,
                    "{case} at {size:?}"
                );
                let equal = (panel.width() - parent.width()).abs() < 1.5;
                assert!(equal, "{case} at {size:?}: {panel} {parent}");
            }
        }
    }
}

#[test]
fn the_buttons_are_in_the_window() {
    let mut room = Room::with_sample();
    for size in SIZES {
        for zoom in [1.0, 1.5] {
            room.resize(size);
            room.zoom(zoom);
            room.judge("C07");
            let window =
                Rect::from_min_size(Default::default(), (size[0] / zoom, size[1] / zoom).into());
            for button in [RECORD, NEXT, PREPARE, REVIEW, HISTORY, READ, JUDGE] {
                let place = room.place(button);
                assert!(
                    window.contains_rect(place),
                    "{button} at {size:?}, {zoom}: {place}"
                );
            }
            for (one, other) in [
                (RECORD, NEXT),
                (PREPARE, REVIEW),
                (REVIEW, HISTORY),
                (READ, JUDGE),
            ] {
                let apart = !room.place(one).intersects(room.place(other));
                assert!(apart, "{one} and {other} at {size:?}, {zoom}");
            }
        }
        room.zoom(1.0);
    }
}

/// What is on the form must not be pushed out of the window by what is beside it.
#[test]
fn the_form_is_as_wide_as_there_is_room() {
    let mut room = Room::with_sample();
    for size in SIZES {
        room.resize(size);
        room.judge("C07");
        for field in [
            REASONING,
            PARENT_WORDS,
            PANEL_IDEAL,
            PARENT_IDEAL,
            WHO_SPOKE,
            WHEN,
        ] {
            let place = room.place(field);
            assert!(place.right() <= size[0], "{field} at {size:?}: {place}");
            assert!(place.width() >= 80.0, "{field} at {size:?}: {place}");
        }
    }
}

fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

/// A review as large as one can be in a room: 24 kinds of provision, 500 cases, a title of 300
/// letters.
fn large(world: &World) -> Review {
    let year = world.today().financial_year();
    let mut setup = Setup::new(text(&"Long title ".repeat(28)), text("West Marsh"), year);
    setup.provisions = (0..24)
        .map(|tier| {
            let code = ProvisionCode::new(format!("Kind{tier}")).unwrap();
            let label = text(&format!(
                "A kind of provision with a long name, number {tier}"
            ));
            Provision::new(code, label, Tier::new(tier).unwrap())
        })
        .collect();
    let mut review = Review::begin(setup, world.act(Via::Typed, false)).unwrap();
    let definition = Definition {
        words: text(&"What every child should have. ".repeat(40)),
        agreed_on: None,
        agreed_by: Vec::new(),
    };
    let edit = SetupEdit::Definition(Some(definition));
    let mut change = |command| {
        review.apply(command, world.act(Via::Typed, false)).unwrap();
    };
    change(Command::Setup(edit));
    for number in 1..=500 {
        let id = CaseId::new(format!("Case {number:03}")).unwrap();
        let code = ProvisionCode::new(format!("Kind{}", number % 24)).unwrap();
        change(Command::AddCase(Box::new(CaseFile::new(id, code))));
    }
    change(Command::EditDraft {
        case: CaseId::new("Case 001").unwrap(),
        edit: DraftEdit::Reasoning(text(&"Because of this and that. ".repeat(769))),
    });
    review
}

#[test]
fn what_is_very_long_or_very_many_does_no_harm() {
    let world = World::new();
    let path = world.document("large.dbvreview");
    let review = large(&world);
    store::save(&path, &review.snapshot()).unwrap();
    let mut room = Room::with_file(&world, &path);
    room.sees("0 of 500 recorded");
    for size in SIZES {
        room.resize(size);
        room.press(READ);
        room.press(JUDGE);
        assert!(room.value(REASONING).len() > 19_000);
        for button in [RECORD, PREPARE, REVIEW] {
            assert!(
                room.place(button).right() <= size[0],
                "{button} at {size:?}"
            );
        }
    }
    room.press(PREPARE);
    for size in SIZES {
        room.resize(size);
        for part in PARTS {
            room.turn_to(part);
        }
    }
    room.press(REVIEW);
    room.press(JUDGE);
    room.type_into(REASONING, &"ŵ é £ – ’ ".repeat(1_000));
    room.keys(CTRL, Key::ArrowDown);
    assert!(room.heading().starts_with("Case 002"));
}

/// More than a field holds is refused beside it, and stays there to be shortened.
#[test]
fn more_than_a_field_holds_stays_in_the_field() {
    let mut room = Room::with_sample();
    room.judge("C07");
    let long = "Because. ".repeat(2_300);
    room.fill_in(REASONING, &long);
    let refusal = room.line("Error: ").expect("a reason");
    assert!(
        refusal.contains("20,000") || refusal.contains("20000"),
        "{refusal}"
    );
    assert_eq!(room.value(REASONING), long);
}
