//! The list of actions, as a whole.

use super::*;

#[test]
fn every_action_and_shortcut_stands_once() {
    for (at, entry) in ACTIONS.iter().enumerate() {
        for other in ACTIONS.iter().skip(at + 1) {
            assert_ne!(entry.action, other.action);
            assert_ne!(entry.text, other.text);
            assert!(entry.shortcut.is_none() || entry.shortcut != other.shortcut);
        }
    }
}

#[test]
fn nothing_that_changes_a_review_is_offered_where_it_would_be_refused() {
    let reading = Can {
        open: true,
        case: true,
        undo: true,
        redo: true,
        ..Can::default()
    };
    for action in [
        Action::Undo,
        Action::Redo,
        Action::Record,
        Action::ImportCases,
        Action::Seal,
        Action::TakeOut,
    ] {
        assert!(
            entry(action).is_some_and(|entry| !(entry.enabled)(&reading)),
            "{action:?}"
        );
    }
}
