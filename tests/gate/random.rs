//! Random commands, the principles checked after each.

use crate::common::commands::commands;
use crate::common::world::{act, case_id, sample_review, small_review};
use crate::principles::{check_frozen, check_state, is_finished, whole_voices};
use dbv_case_review::review::case::Case;
use dbv_case_review::review::command::SetupEdit;
use dbv_case_review::review::history::History;
use dbv_case_review::review::setup::MoneyRule;
use dbv_case_review::review::state::State;
use dbv_case_review::review::{
    Act, Applied, Command, Door, Followed, Mode, Refusal, Review, Snapshot, check_history,
};
use proptest::prelude::*;

/// What a refusal says is for people.
pub fn check_words(refusal: &Refusal) {
    let said = refusal.to_string();
    assert!(
        said.len() > 10 && !said.contains(['{', '[', '_']) && !said.contains("Some("),
        "{said}"
    );
}

fn is_time_travel(command: &Command) -> bool {
    matches!(command, Command::Undo | Command::Redo)
}

/// What the panel has seen once this command was applied cannot be unseen.
fn shows_something(command: &Command, before: &State) -> bool {
    match command {
        Command::RevealRatings(_) | Command::RevealMoney(_) => true,
        Command::Setup(SetupEdit::Money(rule)) => {
            before.setup().money == Some(MoneyRule::Locked) && *rule != MoneyRule::Locked
        }
        _ => false,
    }
}

/// Whether the form could be recorded, asked independently of the gate.
fn could_be_recorded(state: &State, id: &str) -> bool {
    state.case(&case_id(id)).is_some_and(|case| {
        is_finished(&case.draft(), &case.file.current_provision)
            && !whole_voices(case).is_empty()
            && whole_voices(case).len() == case.voices.len()
            && state.setup().definition.is_some()
    })
}

/// Applies a command and checks everything that must hold before, beside and after it.
fn apply_and_check(review: &mut Review, command: &Command, act: Act) {
    let before = review.clone();
    let result = review.apply(command.clone(), act);
    let entries = |review: &Review| review.history().entries().len();
    match &result {
        Err(refusal) => {
            check_words(refusal);
            assert!(
                review.state() == before.state(),
                "a refusal changes nothing"
            );
            assert_eq!(entries(review), entries(&before));
            assert_eq!(review.revision(), before.revision());
            assert_eq!(review.undoable(), before.undoable());
            assert_eq!(review.redoable(), before.redoable());
        }
        Ok(Applied { entry: None, .. }) => {
            assert!(review.state() == before.state());
            assert_eq!(
                entries(review),
                entries(&before),
                "what changes nothing is no entry"
            );
            assert_eq!(review.revision(), before.revision());
        }
        Ok(Applied {
            entry: Some(entry), ..
        }) => {
            assert!(
                review.state() != before.state(),
                "an entry tells of a change"
            );
            assert_eq!(entries(review), entries(&before) + 1);
            assert_eq!(usize::try_from(*entry).unwrap(), entries(review));
            assert!(review.revision() > before.revision());
        }
    }
    check_state(review.state());
    if let Command::Record(id) = command {
        let recorded = result.is_ok();
        assert_eq!(
            recorded,
            could_be_recorded(before.state(), id.as_str()),
            "{result:?}"
        );
    }
    let taken_out = matches!(command, Command::RemoveCase(_))
        || (*command == Command::Redo && before.redoable() == Some("case taken out"));
    check_frozen(before.state(), review.state(), taken_out);

    let changed = matches!(result, Ok(Applied { entry: Some(_), .. }));
    if changed && matches!(command, Command::LawShown { .. }) {
        check_undo_passes_it_over(&before, review, act);
    } else if changed && shows_something(command, before.state()) {
        assert_eq!(review.undoable(), None, "undo never crosses a reveal");
    } else if changed && !is_time_travel(command) {
        check_undo_and_redo(&before, review, act);
    }
}

/// What only remarks on something is no change to undo, and takes none away that can be made again.
fn check_undo_passes_it_over(before: &Review, after: &Review, act: Act) {
    assert_eq!(after.undoable(), before.undoable());
    assert_eq!(after.redoable(), before.redoable());
    for back in [Command::Undo, Command::Redo] {
        let (mut with, mut without) = (after.clone(), before.clone());
        let done = with.apply(back.clone(), act);
        assert_eq!(
            done,
            without.apply(back, act).map(|_| done.clone().unwrap())
        );
        let (with, without) = (with.state(), without.state());
        assert!(without_law(with) == without_law(without));
        // It was on the screen, whatever was taken back since.
        for case in with.every_case() {
            let shown = after.state().every_case().find(|one| one.id() == case.id());
            let shown = shown.map_or(&[][..], |one| &one.law_shown);
            assert!(shown.iter().all(|one| case.law_shown.contains(one)));
        }
    }
}

/// The cases of a state as if no note on the law had been shown.
fn without_law(state: &State) -> Vec<Case> {
    let cases = state.every_case().cloned();
    let bare = cases.map(|case| Case {
        law_shown: Vec::new(),
        ..case
    });
    bare.collect()
}

/// "Undo then redo gives the same."
fn check_undo_and_redo(before: &Review, after: &Review, act: Act) {
    let mut there_and_back = after.clone();
    there_and_back.apply(Command::Undo, act).unwrap();
    assert!(there_and_back.state() == before.state());
    there_and_back.apply(Command::Redo, act).unwrap();
    assert!(there_and_back.state() == after.state());
    assert!(check_chain(&there_and_back));
}

fn check_chain(review: &Review) -> bool {
    review.history().check().is_ok()
}

/// Undoes all that can be undone, then does it all again.
fn check_all_the_way_back(review: &Review) {
    let mut back = review.clone();
    let mut states = Vec::new();
    while back.undoable().is_some() {
        states.push(back.state().clone());
        back.apply(Command::Undo, act(900, false)).unwrap();
        check_state(back.state());
        let taken_out =
            back.redoable() == Some("case added") || back.redoable() == Some("cases imported");
        check_frozen(states.last().unwrap(), back.state(), taken_out);
    }
    assert_eq!(
        back.apply(Command::Undo, act(901, false)),
        Err(Refusal::NothingToUndo)
    );
    // What had been taken back before the sequence ended lies beyond its last state.
    while let Some(state) = states.pop() {
        back.apply(Command::Redo, act(902, false)).unwrap();
        assert!(*back.state() == state);
    }
    check_kept(&back);
}

/// The history tells the state, and a kept review is the same review.
fn check_kept(review: &Review) {
    let check = check_history(&review.snapshot());
    assert_eq!(check.chain, Ok(()));
    assert_eq!(check.followed, Followed::Whole);
    assert_eq!(check.changed_outside, Vec::<String>::new());
    let (again, fell) = Review::restore(review.snapshot()).unwrap();
    assert!(fell.is_empty());
    assert!(again.state() == review.state() && again.history() == review.history());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_is_done_in_whatever_order_the_principles_hold(
        commands in commands(),
        money in proptest::collection::vec(any::<bool>(), 70),
    ) {
        let mut review = small_review();
        for (n, command) in commands.iter().enumerate() {
            apply_and_check(&mut review, command, act(n + 10, money[n]));
        }
        check_kept(&review);
        check_all_the_way_back(&review);
    }

    #[test]
    fn a_review_that_was_closed_and_opened_goes_on_with_its_history(
        first in commands(),
        second in commands(),
    ) {
        let mut review = small_review();
        for (n, command) in first.into_iter().enumerate() {
            let _ = review.apply(command, act(n + 10, false));
        }
        let kept = serde_json::to_string(&(review.state(), review.history())).unwrap();
        let (state, history): (State, History) = serde_json::from_str(&kept).unwrap();
        prop_assert!(state == *review.state());
        let (mut review, _) = Review::restore(Snapshot { state, history, seal: None }).unwrap();
        for (n, command) in second.into_iter().enumerate() {
            let _ = review.apply(command, act(n + 200, true));
        }
        check_kept(&review);
    }

    #[test]
    fn in_inspection_nothing_changes_whatever_is_tried(commands in commands()) {
        let review = sample_review();
        let mut door = Door::new(review.clone(), Mode::Inspect);
        for command in commands {
            prop_assert_eq!(door.apply(command, act(500, false)), Err(Refusal::ReadOnly));
        }
        prop_assert!(door.review().state() == review.state());
        prop_assert!(door.review().history() == review.history());
    }
}
