//! Files of version 1, written by the program as it was: they open, their history holds, and they
//! are kept as today's.

use dbv_case_review::review::{
    Command, Followed, Passage, Replacement, Review, Stop, Why, check_history,
};
use dbv_case_review::store::{OpenError, Opened, VERSION, open, read_text};

use super::made::{act, apply, retitle};
use super::{keep, refused, written};

const NAMES: [&str; 3] = ["west-marsh", "first-steps", "every-command"];

fn text_of(version: &str, name: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let path = folder.join(version).join(format!("{name}.dbvreview"));
    std::fs::read_to_string(path).unwrap()
}

fn old_text(name: &str) -> String {
    text_of("v1", name)
}

fn old(name: &str) -> Opened {
    read_text(&old_text(name)).unwrap()
}

#[track_caller]
fn is_unchanged(review: &Review) {
    let check = check_history(&review.snapshot());
    assert!(check.is_unchanged(), "{check:?}");
    assert_eq!(check.unchecked, Vec::<String>::new());
}

#[test]
fn files_of_version_1_open_and_are_what_their_history_says() {
    for name in NAMES {
        let opened = old(name);
        assert_eq!((opened.version, opened.warnings), (1, vec![]), "{name}");
        let check = check_history(&opened.review.snapshot());
        assert!(check.is_unchanged(), "{name}: {check:?}");
        assert_eq!(check.followed, Followed::Whole, "{name}");
        assert_eq!(opened.review.sealing(), None);
        assert_eq!(opened.review.state().keep_until(), None);
    }
}

/// Every kind of change that version 1 knew is in one of its files.
#[test]
fn every_command_of_version_1_is_among_them() {
    let review = old("every-command").review;
    let entries = review.history().entries().iter();
    let mut names: Vec<String> = entries
        .map(|entry| {
            let command = format!("{:?}", entry.payload.as_ref().unwrap().command);
            let end = command.find(['(', ' ']).unwrap_or(command.len());
            command[..end].to_owned()
        })
        .collect();
    names.sort();
    names.dedup();
    assert_eq!(
        names.join(" "),
        "AddCase AskStance CorrectRating Create DiscardChanges EditCaseFile EditDraft EditVoice \
         Import Rate Record RedateStance Redo RemoveCase RemoveVoice Reopen RevealMoney \
         RevealRatings Setup Undo Unrate"
    );
}

#[test]
fn they_are_kept_as_todays_version_and_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    for name in NAMES {
        let mut review = old(name).review;
        keep(&path, &review).unwrap();
        let again = open(&path).unwrap();
        assert_eq!(again.version, VERSION);
        assert_eq!(again.review.snapshot(), review.snapshot());
        let old_head = review.history().clone();
        retitle(&mut review, "Gone on with");
        apply(&mut review, Command::Undo);
        apply(&mut review, Command::Redo);
        apply(&mut review, Command::Seal);
        keep(&path, &review).unwrap();
        let again = open(&path).unwrap().review;
        assert!(again.sealing().unwrap().unchanged, "{name}");
        assert!(old_head.is_continued_by(again.history()));
        is_unchanged(&again);
    }
}

#[test]
fn what_was_changed_outside_shows_and_stays_visible() {
    let mut review = old("edited-outside").review;
    let changed = |review: &Review| check_history(&review.snapshot()).changed_outside;
    assert_eq!(changed(&review), ["setup", "case C02"]);
    retitle(&mut review, "Gone on with");
    assert_eq!(changed(&review), ["setup", "case C02"]);
    let passage = Passage::new("“yes”").unwrap();
    let why = Why::SomethingElse;
    review
        .redact(&passage, Replacement::Removed, why, act())
        .unwrap();
    assert_eq!(changed(&review), ["setup", "case C02"]);
}

/// Entries of version 1 do not say what they touched: whoever takes a passage out vouches for what
/// could be followed until then.
#[test]
fn after_a_passage_was_taken_out_the_rest_is_still_checked() {
    for name in NAMES {
        let mut review = old(name).review;
        let word = review.setup().title.split(' ').next().unwrap().to_owned();
        let passage = Passage::new(&word).unwrap();
        let why = Why::SomethingElse;
        review
            .redact(&passage, Replacement::Removed, why, act())
            .unwrap();
        let check = check_history(&review.snapshot());
        assert!(
            matches!(
                check.followed,
                Followed::Until {
                    why: Stop::TakenOut,
                    ..
                }
            ),
            "{check:?}"
        );
        is_unchanged(&review);
        let text = written(&review);
        let at = text
            .find("pen_portrait: \"\"")
            .unwrap_or_else(|| text.find("phase: \"").unwrap());
        let edited = format!(
            "{}{}",
            &text[..at],
            text[at..].replacen(": \"", ": \"Hello ", 1)
        );
        let edited = read_text(&edited).unwrap().review;
        let changed = check_history(&edited.snapshot()).changed_outside;
        assert_eq!(changed.len(), 1, "{changed:?}");
        assert!(changed[0].starts_with("case C"), "{changed:?}");
    }
}

/// A history of which a text was taken out by hand cannot vouch for anything that only it could
/// tell; nobody is accused, and nothing is said to be as it was.
#[test]
fn what_cannot_be_told_stays_so() {
    let text = old_text("every-command");
    let start = text.rfind("      payload: (\n").unwrap();
    let end = start + text[start..].find("\n      ),").unwrap() + "\n      ),".len();
    let text = format!("{}      payload: None,{}", &text[..start], &text[end..]);
    let mut review = read_text(&text).unwrap().review;
    let number = review.history().entries().len();
    let of = |review: &Review| {
        let check = check_history(&review.snapshot());
        (check.changed_outside, check.unchecked.len())
    };
    let gone = vec![format!("history, entry {number}")];
    assert_eq!(of(&review), (gone.clone(), 2 + review.cases().len()));
    let passage = Passage::new("A place is free").unwrap();
    let why = Why::SomethingElse;
    review
        .redact(&passage, Replacement::Removed, why, act())
        .unwrap();
    assert_eq!(of(&review), (gone.clone(), 2 + review.cases().len()));
    // What is changed from now on can be told from then on.
    retitle(&mut review, "Gone on with");
    assert_eq!(of(&review), (gone, 1 + review.cases().len()));
}

#[test]
fn what_only_version_2_knows_is_damage_in_a_file_of_version_1() {
    let text = old_text("every-command");
    for (from, to, what) in [
        (
            "  history: [",
            "  seal: None,\n  history: [",
            "a field that this version",
        ),
        (
            "    cases: [",
            "    keep_until: None,\n    cases: [",
            "a field that this version",
        ),
        (
            "      payload: (",
            "      salts: [],\n      payload: (",
            "a field that this version",
        ),
        (
            "        previous: ",
            "        changes: [],\n        previous: ",
            "a field that this",
        ),
        (
            "        command: Undo,",
            "        command: Seal,",
            "one of these words should stand",
        ),
    ] {
        assert!(text.contains(from), "{from}");
        let changed = text.replacen(from, to, 1);
        let OpenError::Damaged(damage) = refused(&changed) else {
            panic!("{:?}", refused(&changed))
        };
        let line = text[..text.find(from).unwrap()].split('\n').count();
        assert_eq!(damage.line, line, "{from}: {damage}");
        assert!(damage.what.contains(what), "{damage}");
    }
}

/// Files of versions 2 and 3: their hashes and seals hold although reviews have more fields today,
/// and they are kept as today's.
#[test]
fn later_files_open_unchanged_and_keep_their_seal() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.dbvreview");
    for (version, name, followed_whole, sealed) in [
        (2, "first-steps", true, false),
        (2, "taken-out", false, false),
        (2, "sealed", true, true),
        (3, "first-steps", true, false),
        (3, "west-marsh", true, false),
        (3, "sealed", true, true),
    ] {
        let text = text_of(&format!("v{version}"), name);
        assert!(
            text.contains(&format!("\n  version: {version},\n")),
            "{name}"
        );
        let opened = read_text(&text).unwrap();
        assert_eq!(
            (opened.version, opened.warnings),
            (version, vec![]),
            "{name}"
        );
        let check = check_history(&opened.review.snapshot());
        assert!(check.is_unchanged(), "{name}: {check:?}");
        assert_eq!(check.followed == Followed::Whole, followed_whole, "{name}");
        let sealing = opened.review.sealing();
        assert_eq!(sealing.is_some(), sealed, "{name}");
        assert!(sealing.is_none_or(|sealing| sealing.unchanged), "{name}");
        keep(&path, &opened.review).unwrap();
        let kept = std::fs::read_to_string(&path).unwrap();
        assert!(
            kept.contains(&format!("\n  version: {VERSION},\n")),
            "{name}"
        );
        let again = open(&path).unwrap();
        assert_eq!(again.version, VERSION);
        assert_eq!(again.review.snapshot(), opened.review.snapshot());
        // Nothing but the version is written in another way than then.
        let then = text.replacen(
            &format!("version: {version},"),
            &format!("version: {VERSION},"),
            1,
        );
        let since = |text: &str| text[text.find("  review: (").unwrap()..].to_owned();
        assert!(version < 3 || since(&kept) == since(&then), "{name}");
    }
}
