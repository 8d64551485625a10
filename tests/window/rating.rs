//! Rating: each member's own first view in one key, before the discussion.

use dbv_case_review::review::ratings::RatedIdeal;
use dbv_case_review::review::text::CaseId;
use eframe::egui::Key;

use super::room::{CTRL, Room};
use super::words::*;
use super::world::kept;

const IN_TURN: &str = "How ratings are keyed: In turn";
const NOW: &str = "SEND officer, rating now, has not rated yet";
const SKIP: &str = "Skip rating for this case";

/// The panel of the sample, in its order.
const MEMBERS: [&str; 5] = [
    "SEND officer",
    "SENCO",
    "educational psychologist",
    "health",
    "parent-carer forum",
];

fn rating(case: &str) -> Room {
    let mut room = Room::with_sample();
    room.go_to(case);
    room.keys(CTRL, Key::Num2);
    room
}

/// What is kept of a case: by whom, in the order of the panel.
fn rated(room: Room, case: &str) -> (Vec<Option<RatedIdeal>>, bool) {
    let file = room.world.sample();
    let _world = room.close();
    let review = kept(&file);
    let case = review.case(&CaseId::new(case).unwrap()).unwrap().clone();
    let members = review.setup().members.iter().map(|member| {
        let mut given = case.ratings.given.iter();
        let given = given.find(|rating| rating.member == member.id);
        given.map(|rating| rating.current().ideal.clone())
    });
    (members.collect(), case.ratings.skipped)
}

fn place(code: &str) -> Option<RatedIdeal> {
    let code = dbv_case_review::review::text::ProvisionCode::new(code).unwrap();
    Some(RatedIdeal::Provision(code))
}

#[test]
fn one_key_a_member() {
    let mut room = rating("C07");
    room.sees("0 of 5 have rated");
    assert!(room.offers(NOW));
    // Whoever came by key goes on from whose turn it is.
    assert_eq!(room.focus().as_deref(), Some("SEND officer"));
    room.sees("The parents’ words");
    room.type_text("2");
    room.sees("1 of 5 has rated");
    room.sees("SEND officer: Mainstream school or academy. Next: SENCO");
    // A wrong key does nothing.
    room.type_text("ß");
    room.type_text("z");
    room.sees("1 of 5 has rated");
    // Where they are, cannot tell, abstains.
    room.type_text("0");
    room.type_text("?");
    room.type_text("-");
    room.sees("4 of 5 have rated");
    // One back, which was a slip.
    room.key(Key::Backspace);
    room.sees("health, rating now, has rated: abstains");
    room.type_text("3");
    assert!(room.offers("parent-carer forum, rating now, has not rated yet"));
    room.type_text("c");
    room.sees("All 5 have rated");
    // Nobody is at hand any more.
    room.type_text("1");
    room.sees_nothing_of("SEN Support in mainstream");

    let (kept, skipped) = rated(room, "C07");
    assert!(!skipped);
    let expected = [
        place("Mainstream"),
        place("Mainstream"),
        Some(RatedIdeal::CannotTell),
        place("ResourcedProvision"),
        Some(RatedIdeal::CannotTell),
    ];
    assert_eq!(kept, expected);
}

#[test]
fn by_mouse() {
    let mut room = rating("C07");
    room.press("3, Resourced provision or SEN unit, for SEND officer");
    room.press("health, has not rated yet");
    room.press("question mark, Cannot tell, for health");
    // On to the next of the panel, then to those before.
    assert!(room.offers("parent-carer forum, rating now, has not rated yet"));
    room.press("minus, Abstain, for parent-carer forum");
    assert!(room.offers("SENCO, rating now, has not rated yet"));
    // Out again.
    room.press("health, has rated: cannot tell");
    room.press("Take this rating out, for health");
    room.sees("2 of 5 have rated");
    let (kept, _) = rated(room, "C07");
    let expected = [
        place("ResourcedProvision"),
        None,
        None,
        None,
        Some(RatedIdeal::Abstained),
    ];
    assert_eq!(kept, expected);
}

#[test]
fn in_turn_nobody_sees_another_rating() {
    let mut room = rating("C07");
    room.press(IN_TURN);
    let before = room.lines(RESOURCED).len();
    room.type_text("3");
    room.sees("SEND officer has rated. Hand on to: SENCO");
    assert!(room.offers("SEND officer, has rated"));
    room.sees_nothing_of("has rated:");
    // It stands there as something to choose, and nowhere else.
    assert_eq!(room.lines(RESOURCED).len(), before);
    // Not to whoever looks back either.
    room.key(Key::Backspace);
    room.sees_nothing_of("has rated:");
    assert_eq!(room.lines(RESOURCED).len(), before);
    assert!(!room.is_chosen("3, Resourced provision or SEN unit, for SEND officer"));
    // Room view tells nothing of it.
    room.key(Key::F11);
    for step in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        room.keys(CTRL, step);
        room.sees_nothing_of(RESOURCED);
        room.sees_nothing_of("has rated:");
    }
}

#[test]
fn no_rating_is_anywhere_else_before_the_reveal() {
    const STEPS: [&str; 3] = [READ, JUDGE, CHECK];
    let mut room = rating("C07");
    let told = |room: &mut Room| {
        STEPS.map(|step| {
            room.press(step);
            room.lines(RESOURCED)
        })
    };
    let before = told(&mut room);
    room.press(RATE);
    room.type_text("3");
    room.sees("1 of 5 has rated");
    assert_eq!(told(&mut room), before);
    room.key(Key::F11);
    for step in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        room.keys(CTRL, step);
        room.sees_nothing_of(RESOURCED);
    }
}

#[test]
fn keys_rate_nobody_while_somebody_types() {
    let mut room = rating("C07");
    room.type_into(FIND, "2");
    room.sees("0 of 5 have rated");
    room.type_into(FIND, "");
    room.key(Key::Escape);
    room.sees("0 of 5 have rated");
}

#[test]
fn more_than_the_ideal_is_asked_on_request() {
    let mut room = rating("C07");
    room.press("+ three questions and how sure");
    room.sees("First the ideal; then these are asked.");
    room.type_text("3");
    // They have the word until they are done.
    room.answer("Is the support ideal?", NOT_IDEAL);
    room.answer("How sure?", "high");
    room.press("Next: SENCO");
    assert!(room.offers("SENCO, rating now, has not rated yet"));
    let file = room.world.sample();
    let _world = room.close();
    let review = kept(&file);
    let case = review.case(&CaseId::new("C07").unwrap()).unwrap();
    let first = &case.ratings.given[0].first;
    assert!(first.support.is_some() && first.confidence.is_some() && first.setting.is_none());
}

#[test]
fn rating_is_skipped_and_taken_up_again() {
    let mut room = rating("C07");
    room.press(SKIP);
    room.sees("Rating is skipped for this case");
    room.type_text("2");
    room.press("Rate this case after all");
    room.sees("0 of 5 have rated");
    room.type_text("2");
    assert!(!room.offers(SKIP), "somebody has rated");
    let (kept, skipped) = rated(room, "C07");
    assert!(!skipped && kept[0].is_some());
}

#[test]
fn what_is_revealed_is_frozen_and_corrected_beside() {
    let mut room = rating("C07");
    for key in ["3", "3", "0", "-"] {
        room.type_text(key);
    }
    room.press("Reveal the 4 of 5");
    room.sees("The 4 who rated differ");
    room.sees("Did not rate: members: parent-carer forum");
    room.sees("Abstained: 1 of 4 members: health");
    room.sees("Mainstream school or academy, where the child is now: 1 of 4");
    // The foster carer is in the same picture.
    room.sees("parents: foster carer");
    room.type_text("5");
    room.press("+ correct a slip");
    room.choose("Whose rating", "SENCO");
    room.choose("What was meant", STATE_SPECIAL);
    assert!(room.is_disabled("Keep the correction"), "no reason yet");
    room.fill_in("Why it is corrected", "Read the wrong card.");
    room.press("Keep the correction");
    room.sees("SENCO: first Resourced provision or SEN unit, then");
    let file = room.world.sample();
    let _world = room.close();
    let review = kept(&file);
    let case = review.case(&CaseId::new("C07").unwrap()).unwrap();
    let senco = &case.ratings.given[1];
    assert_eq!(Some(senco.first.ideal.clone()), place("ResourcedProvision"));
    assert_eq!(senco.corrections.len(), 1);
}

#[test]
fn who_is_here_is_who_rates() {
    let mut room = rating("C07");
    room.sees("Nobody has ticked who is here today");
    room.press("All are here");
    room.sees("5 of 5 here today");
    room.press("Change: who is here");
    room.press("health: here today");
    room.sees("4 of 5 here today");
    room.sees("0 of 4 have rated");
    // For this case alone.
    room.press("SENCO: for this case");
    room.sees("4 of 5 here today; 3 for this case");
    room.sees("0 of 3 have rated");
    assert!(!room.offers("SENCO, has not rated yet"));
    room.press("SENCO: for this case");
    room.sees("0 of 4 have rated");
    room.press("Done: who is here");

    room.press(PREPARE);
    room.turn_to(PANEL);
    room.sees("4 of 5 were there");
    room.press("health: there on 21 November 2026");
    room.sees("5 of 5 were there");
    room.press("Take out who was there on 21 November 2026");
    room.sees("Nobody has ticked who was there.");
    room.press("+ today, 21 November 2026");
    room.sees("5 of 5 were there");
}

#[test]
fn a_judged_case_takes_no_first_ratings() {
    let mut room = Room::with_sample();
    room.go_to("C01");
    room.press(RATE);
    room.sees("would be no first ratings");
    assert!(!room.offers(SKIP));
    for member in MEMBERS {
        assert!(!room.offers(&format!("{member}, has not rated yet")));
    }
}

/// Whatever the window, every member and every rating can be reached, and is as high as a finger.
#[test]
fn in_every_window() {
    for (size, zoom) in [
        ([1366.0, 768.0], 1.0),
        ([1920.0, 1080.0], 1.0),
        ([1000.0, 720.0], 1.0),
        ([1366.0, 768.0], 1.5),
        ([1366.0, 768.0], 2.0),
    ] {
        let mut room = rating("C07");
        room.resize(size);
        room.zoom(zoom);
        assert_eq!(room.nameless(), Vec::<String>::new());
        for name in [
            NOW,
            "parent-carer forum, has not rated yet",
            "1, SEN Support in mainstream, without a plan, for SEND officer",
        ] {
            assert!(room.place(name).height() >= 32.0, "{name} at {size:?}");
        }
        room.press("minus, Abstain, for SEND officer");
        room.sees("1 of 5 has rated");
    }
}

/// Why a slip is corrected is typed text like any other: the journal has it, closing does not pass
/// over it, and it comes back with its form.
#[test]
fn why_a_slip_is_corrected_is_not_lost() {
    const WHY: &str = "Why it is corrected";
    let mut room = rating("C07");
    room.type_text("3");
    room.type_text("3");
    room.press("Reveal the 2 of 5");
    room.press("+ correct a slip");
    room.choose("Whose rating", "SEND officer");
    room.type_into(WHY, "Read the wrong");
    // It was somebody else’s slip.
    room.choose("Whose rating", "SENCO");
    assert_eq!(room.value(WHY), "Read the wrong");
    room.type_into(WHY, "Read the wrong card");
    room.seconds_pass(4);
    room.world.wait_for_journal("Read the wrong card");
    let file = room.world.sample();
    let world = room.power_cut();

    let mut room = Room::with_file(&world, &file);
    room.press(RATE);
    assert_eq!(room.value(WHY), "Read the wrong card");
    assert_eq!(room.value("Whose rating"), "SENCO");
    assert!(!room.try_to_close(), "half a correction is not passed over");
    room.sees("keep the correction or leave it");
    room.type_into(WHY, &"a ".repeat(11_000));
    room.sees("too many to be kept");
    room.press("Leave it");
    assert!(room.offers("+ correct a slip") && !room.offers(WHY));
    assert!(room.try_to_close());
}

/// Whoever was chosen and rates is followed by who comes after them, wherever that is said.
#[test]
fn who_rates_next_is_one_and_the_same() {
    let mut room = rating("C07");
    room.press("health, has not rated yet");
    assert!(room.offers("Go on with health"));
    room.press("educational psychologist, has not rated yet");
    room.type_text("2");
    room.sees("Mainstream school or academy. Next: health");
    assert!(room.offers("Go on with health"));
    room.keys(CTRL, Key::Enter);
    assert!(room.offers("health, rating now, has not rated yet"));
    // While somebody says more, too.
    room.press("+ three questions and how sure");
    room.type_text("2");
    assert!(room.offers("Next: parent-carer forum"));
    assert!(room.offers("Go on with parent-carer forum"));
    room.keys(CTRL, Key::Enter);
    assert!(room.offers("parent-carer forum, rating now, has not rated yet"));
}

/// Who listens hears whose turn it is once, under names that are sentences.
#[test]
fn whose_turn_it_is_is_heard_once() {
    let room = rating("C07");
    let headings = room.lines("SEND officer");
    let alone = headings.iter().filter(|line| *line == "SEND officer");
    assert_eq!(alone.count(), 1, "{headings:?}");
    assert!(room.offers("Tick who is here"));
}
