//! The panel's part, first ratings, money and the door: product.md's sentences one by one.

use crate::common::world::{
    WORDS, act, case_id, code, filled_form, rating, sample_review, setup, small_review, text,
    whole_voice,
};
use crate::steps::{
    case, done, draft_edit, file_edit, from_elsewhere, rate, record, recorded_with, refused,
    status, to,
};
use dbv_case_review::review::case::Status;
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, FileEdit, ImportedCase, SetupEdit};
use dbv_case_review::review::judgement::{Answer, Draft, Question};
use dbv_case_review::review::panel::MemberId;
use dbv_case_review::review::perspective::Source;
use dbv_case_review::review::ratings::RatedIdeal;
use dbv_case_review::review::setup::{Definition, MoneyRule};
use dbv_case_review::review::{Command, Door, Mode, Note, Refusal, Review};

#[test]
fn the_panel_answers_all_three_questions_and_names_one_ideal() {
    let mut review = small_review();
    done(
        &mut review,
        whole_voice("C01", 1, Source::Interview, Some("Resourced")),
    );
    assert_eq!(
        refused(&mut review, record("C01")).to_string(),
        "missing in case C01: the panel’s answer on setting; the panel’s answer on support; the \
         panel’s answer on timeliness; where the ideal would be; why the panel thinks so"
    );
    done(
        &mut review,
        filled_form("C01", Answer::Ideal, Some("College")),
    );
    assert!(
        refused(&mut review, record("C01"))
            .to_string()
            .contains("one ideal: the setting is said to be ideal")
    );
}

#[test]
fn first_agree_what_ideal_means_to_this_panel() {
    let mut review = small_review();
    let definition = |words: Option<&str>| {
        Command::Setup(SetupEdit::Definition(words.map(|words| Definition {
            words: text(words),
            agreed_on: None,
            agreed_by: Vec::new(),
        })))
    };
    done(&mut review, [definition(None)]);
    let made_elsewhere = from_elsewhere("C04", case(&sample_review(), "C01"));
    let notes = done(&mut review, [Command::Import(vec![made_elsewhere])]);
    assert!(matches!(&notes[..], [Note::NoDefinitionYet(id)] if id.as_str() == "C04"));
    assert!(case(&review, "C04").complete().is_none());
    done(&mut review, whole_voice("C01", 1, Source::Written, None));
    done(&mut review, filled_form("C01", Answer::Ideal, None));
    assert_eq!(refused(&mut review, record("C01")), Refusal::NoDefinition);
    assert_eq!(
        refused(&mut review, definition(Some("n/a"))),
        Refusal::EmptyDefinition
    );
    done(&mut review, [definition(Some(WORDS[2])), record("C01")]);
    assert_eq!(
        refused(&mut review, definition(None)),
        Refusal::DefinitionInUse
    );
}

#[test]
fn changes_on_the_form_count_only_when_they_are_recorded_in_turn() {
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    let other = draft_edit("C01", DraftEdit::Ideal(to("StateSpecial")));
    done(&mut review, [other.clone()]);
    assert_eq!(status(&review, "C01"), Status::Changing);
    let counts = |review: &Review| {
        let complete = case(review, "C01").complete().unwrap();
        complete.counted_ideal().unwrap().to_string()
    };
    assert_eq!(counts(&review), "Resourced");
    done(&mut review, [Command::DiscardChanges(case_id("C01"))]);
    assert_eq!(status(&review, "C01"), Status::Recorded);
    done(&mut review, [other, record("C01")]);
    assert_eq!(counts(&review), "StateSpecial");
}

#[test]
fn the_wrong_school_in_the_right_kind_of_place_is_a_finding() {
    let mut review = small_review();
    done(&mut review, whole_voice("C01", 1, Source::Written, None));
    done(
        &mut review,
        filled_form("C01", Answer::NotIdeal, Some("Mainstream")),
    );
    done(&mut review, [record("C01")]);
    let complete = case(&review, "C01").complete().unwrap();
    assert_eq!(complete.judgement().setting, Answer::NotIdeal);
    assert_eq!(complete.counted_ideal(), Some(&code("Mainstream")));
}

#[test]
fn what_the_panel_cannot_tell_is_recorded_and_not_counted() {
    let mut review = small_review();
    done(&mut review, whole_voice("C01", 1, Source::Written, None));
    done(&mut review, filled_form("C01", Answer::CannotTell, None));
    done(&mut review, [record("C01")]);
    let complete = case(&review, "C01").complete().unwrap();
    assert_eq!(complete.counted_ideal(), None);
}

#[test]
fn naming_another_place_and_then_saying_so_keeps_the_place() {
    let mut review = small_review();
    let answer = |answer| draft_edit("C01", DraftEdit::Answer(Question::Setting, Some(answer)));
    done(&mut review, [answer(Answer::Ideal)]);
    assert_eq!(case(&review, "C01").draft().ideal, to("Mainstream"));
    done(
        &mut review,
        [
            draft_edit("C01", DraftEdit::Ideal(to("College"))),
            answer(Answer::NotIdeal),
        ],
    );
    assert_eq!(case(&review, "C01").draft().ideal, to("College"));
    done(
        &mut review,
        [answer(Answer::Ideal), answer(Answer::CannotTell)],
    );
    assert_eq!(case(&review, "C01").draft().ideal, None);
}

#[test]
fn moving_a_child_reopens_a_judgement_that_said_the_setting_is_ideal() {
    let mut review = small_review();
    done(&mut review, whole_voice("C01", 1, Source::Written, None));
    done(&mut review, filled_form("C01", Answer::Ideal, None));
    done(&mut review, [record("C01")]);
    let moved = file_edit("C01", FileEdit::CurrentProvision(code("College")));
    let notes = done(&mut review, [moved]);
    assert!(matches!(notes[..], [Note::DraftAgain(..)]));
    assert!(case(&review, "C01").complete().is_none());
}

#[test]
fn first_ratings_freeze_when_they_are_revealed_and_a_slip_needs_a_reason() {
    let mut review = small_review();
    let reveal = Command::RevealRatings(case_id("C01"));
    assert!(matches!(
        refused(&mut review, reveal.clone()),
        Refusal::NoSuchRating(_)
    ));
    done(
        &mut review,
        [rate("C01", 1, "College"), rate("C01", 1, "Resourced")],
    );
    let correct = |reason: &str| Command::CorrectRating {
        case: case_id("C01"),
        member: MemberId(1),
        rating: rating(RatedIdeal::CannotTell),
        reason: text(reason),
    };
    assert!(matches!(
        refused(&mut review, correct(WORDS[0])),
        Refusal::RatingsNotRevealed(_)
    ));
    done(&mut review, [reveal.clone()]);
    assert_eq!(review.undoable(), None);
    assert_eq!(refused(&mut review, Command::Undo), Refusal::NothingToUndo);
    let unrate = Command::Unrate {
        case: case_id("C01"),
        member: MemberId(1),
    };
    for command in [rate("C01", 1, "College"), rate("C01", 2, "College"), unrate] {
        assert!(matches!(
            refused(&mut review, command),
            Refusal::RatingsRevealed(_)
        ));
    }
    assert_eq!(refused(&mut review, correct("-")), Refusal::NoReason);
    done(&mut review, [correct(WORDS[0])]);
    let kept = &case(&review, "C01").ratings.given[0];
    assert_eq!(kept.first.ideal, RatedIdeal::Provision(code("Resourced")));
    assert_eq!(kept.current().ideal, RatedIdeal::CannotTell);
    let again = review.apply(reveal, act(801, false)).unwrap();
    assert_eq!(again.entry, None, "a second reveal changes nothing");
}

#[test]
fn a_member_who_has_rated_and_a_provision_in_use_stay() {
    let mut review = small_review();
    done(&mut review, [rate("C01", 1, "College")]);
    let out = |id| Command::Setup(SetupEdit::RemoveMember(MemberId(id)));
    assert!(matches!(
        refused(&mut review, out(1)),
        Refusal::MemberHasRated(_)
    ));
    let row = |name| Command::Setup(SetupEdit::RemoveProvision(code(name)));
    for name in ["College", "Mainstream"] {
        assert!(matches!(
            refused(&mut review, row(name)),
            Refusal::ProvisionInUse { .. }
        ));
    }
    done(&mut review, [out(2), row("Independent")]);
}

#[test]
fn money_that_was_revealed_is_not_hidden_again() {
    let rule = |rule| Command::Setup(SetupEdit::Money(rule));
    let case_money = || Command::RevealMoney(case_id("C01"));
    let mut review = small_review();
    assert_eq!(review.setup().money, None, "there is no silent default");
    for command in [case_money(), rule(MoneyRule::Revealed)] {
        assert_eq!(refused(&mut review, command), Refusal::MoneyNotLocked);
    }
    done(&mut review, [rule(MoneyRule::Locked), case_money()]);
    assert_eq!(review.undoable(), None);
    let mut live = review.clone();
    done(&mut live, [rule(MoneyRule::Live)]);
    assert_eq!(live.undoable(), None, "live shows it as well");
    done(&mut review, [rule(MoneyRule::Revealed)]);
    assert_eq!(review.undoable(), None);
    for hidden in [MoneyRule::Locked, MoneyRule::Live] {
        assert_eq!(refused(&mut review, rule(hidden)), Refusal::MoneySeen);
    }
}

#[test]
fn a_judgement_made_with_money_on_the_screen_says_so_and_cannot_be_made_blind_afterwards() {
    let mut review = small_review();
    done(&mut review, whole_voice("C01", 1, Source::Written, None));
    done(&mut review, filled_form("C01", Answer::Ideal, None));
    done(
        &mut review,
        [Command::Setup(SetupEdit::Money(MoneyRule::Live))],
    );
    review.apply(record("C01"), act(400, true)).unwrap();
    let again = draft_edit("C01", DraftEdit::Reasoning(text(WORDS[2])));
    done(&mut review, [again]);
    review.apply(record("C01"), act(401, false)).unwrap();
    let judgement = case(&review, "C01").judgement().unwrap();
    assert_eq!(judgement.first_recorded.money_visible, Some(true));
    assert_eq!(judgement.last_changed.money_visible, Some(false));
    let lock = Command::Setup(SetupEdit::Money(MoneyRule::Locked));
    assert_eq!(refused(&mut review, lock), Refusal::MoneySeen);
}

#[test]
fn what_was_seen_cannot_be_locked_away_by_undoing_it() {
    let mut review = small_review();
    done(&mut review, whole_voice("C01", 1, Source::Written, None));
    done(
        &mut review,
        [Command::Setup(SetupEdit::Money(MoneyRule::Live))],
    );
    let seen = draft_edit("C01", DraftEdit::Reasoning(text(WORDS[2])));
    review.apply(seen, act(400, true)).unwrap();
    review.apply(Command::Undo, act(401, false)).unwrap();
    let lock = Command::Setup(SetupEdit::Money(MoneyRule::Locked));
    assert_eq!(refused(&mut review, lock), Refusal::MoneySeen);
}

#[test]
fn inspection_refuses_every_command() {
    let mut door = Door::new(sample_review(), Mode::Inspect);
    for command in [
        Command::Undo,
        record("C01"),
        Command::RemoveCase(case_id("C01")),
    ] {
        assert_eq!(door.apply(command, act(1, false)), Err(Refusal::ReadOnly));
    }
    for mode in [Mode::Work, Mode::Train] {
        let mut door = Door::new(sample_review(), mode);
        assert!(door.apply(Command::Undo, act(1, false)).is_ok());
    }
}

#[test]
fn a_review_holds_five_thousand_cases_and_not_one_more() {
    let mut review = Review::begin(setup(), act(0, false)).unwrap();
    let cases = |numbers: std::ops::Range<usize>| {
        Command::Import(
            numbers
                .map(|n| ImportedCase {
                    file: CaseFile::new(case_id(&format!("N{n}")), code("College")),
                    voices: Vec::new(),
                    draft: Draft::default(),
                    asked: None,
                })
                .collect(),
        )
    };
    done(&mut review, [cases(0..5_000)]);
    assert_eq!(review.cases().len(), 5_000);
    assert_eq!(
        refused(&mut review, cases(5_000..5_001)).to_string(),
        "there can be at most 5000 cases"
    );
}
