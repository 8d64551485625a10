//! The gate: whatever is done to a review, in whatever order, product.md's principles hold. They
//! are written here anew in their own plain form, not with the code that they test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::world::{
    NO_WORDS, UNDER_SIXTEEN, WORDS, act, attempts, case_id, code, commands, date, filled_form,
    rating, sample_review, setup, small_review, text, whole_voice,
};
use dbv_case_review::review::case::{Case, Standing, Status};
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, FileEdit, FileText, SetupEdit, VoiceEdit};
use dbv_case_review::review::complete::Complete;
use dbv_case_review::review::history::History;
use dbv_case_review::review::judgement::{
    Answer, Condition, Draft, Ideal, Judgement, Payer, Question, SupportCost,
};
use dbv_case_review::review::panel::{MemberId, RatedIdeal, Rating};
use dbv_case_review::review::perspective::{
    Attempt, ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use dbv_case_review::review::setup::{Definition, MoneyRule};
use dbv_case_review::review::stance::{Stance, StanceFrom};
use dbv_case_review::review::state::State;
use dbv_case_review::review::text::ProvisionCode;
use dbv_case_review::review::units::PerChild;
use dbv_case_review::review::{
    Act, Applied, Command, Door, Mode, Note, Refusal, Review, check_history,
};
use proptest::prelude::*;

// ---- product.md's principles, in their own plain form ------------------------------------------

/// The world of these tests knows which of its words say something.
fn says(words: &str) -> bool {
    let says = WORDS.contains(&words) || ["telephone", "SEND officer"].contains(&words);
    assert!(says || NO_WORDS.contains(&words), "unknown words {words:?}");
    says
}

/// "who spoke …, how they were heard, in their own words, how they answer the same three questions
/// …, what they see as ideal, and when"; or "an account of who asked, when and how (at least two
/// attempts for not reached)".
fn is_whole(voice: &Perspective, file: &CaseFile) -> bool {
    let too_young = UNDER_SIXTEEN.contains(&file.year_group.as_str());
    let somebody_spoke = match voice.speaker {
        None => false,
        Some(Speaker::YoungPerson) => !too_young,
        Some(_) => true,
    };
    let told = |attempt: &&Attempt| attempt.on.is_some() && says(&attempt.how) && says(&attempt.by);
    let accounts = voice.attempts.iter().filter(told).count();
    somebody_spoke
        && match voice.source {
            None => false,
            Some(Source::Declined) => accounts >= 1,
            Some(Source::NotReached) => accounts >= 2,
            Some(_) => {
                says(&voice.words)
                    && voice.setting.is_some()
                    && voice.support.is_some()
                    && voice.timeliness.is_some()
                    && voice.ideal.is_some()
                    && voice.date.is_some()
            }
        }
}

fn whole_voices(case: &Case) -> Vec<&Perspective> {
    let voices = case.voices.iter();
    voices.filter(|voice| is_whole(voice, &case.file)).collect()
}

/// Whether the panel's part of a form is all there and agrees with itself.
fn is_finished(form: &Draft, current: &ProvisionCode) -> bool {
    let here = Ideal::Provision(current.clone());
    let ideal_fits = match form.setting {
        Some(Answer::Ideal) => form.ideal == Some(here),
        Some(Answer::NotIdeal) => form.ideal.is_some(),
        Some(Answer::CannotTell) => true,
        None => false,
    };
    ideal_fits && form.support.is_some() && form.timeliness.is_some() && says(&form.reasoning)
}

/// The judgement as a form, written out here so as not to lean on `to_draft`.
fn as_form(judgement: &Judgement) -> Draft {
    Draft {
        setting: Some(judgement.setting),
        support: Some(judgement.support),
        timeliness: Some(judgement.timeliness),
        ideal: Some(judgement.ideal.clone()),
        reasoning: judgement.reasoning.clone(),
        ..Draft::default()
    }
}

fn own_ideal(voice: &Perspective) -> Option<&ProvisionCode> {
    match &voice.ideal {
        Some(ParentIdeal::Provision(code)) => Some(code),
        _ => None,
    }
}

/// Where a voice stands on a judgement, and how that is known.
fn stance_of(voice: &Perspective, judgement: &Judgement) -> (Stance, StanceFrom) {
    let papers = match voice.source.unwrap() {
        Source::Declined | Source::NotReached => return (Stance::NoView, StanceFrom::Derived),
        source => source == Source::FromPapers,
    };
    if let Some(asked) = &voice.asked {
        let now: Vec<_> = judgement
            .conditions
            .iter()
            .map(|c| (&c.what, c.in_place, &c.by_when))
            .collect();
        let then: Vec<_> = asked
            .about
            .conditions
            .iter()
            .map(|c| (&c.0, c.1, &c.2))
            .collect();
        if asked.about.ideal == judgement.ideal && now == then {
            return (asked.stance, StanceFrom::Asked);
        }
    }
    let stance = match (own_ideal(voice), &judgement.ideal) {
        (Some(own), Ideal::Provision(panels)) if own != panels => Stance::Disagrees,
        (Some(_), Ideal::Provision(_)) if !papers => Stance::Agrees,
        _ => Stance::NoView,
    };
    let from = if papers {
        StanceFrom::Papers
    } else {
        StanceFrom::Derived
    };
    (stance, from)
}

/// "The least agreeing one counts (from least to most: disagrees, no view, agrees with conditions,
/// agrees)", the earliest if several.
fn check_effective_stance(complete: &Complete<'_>) {
    let judgement = complete.judgement();
    let agreement = |voice: &Perspective| match stance_of(voice, judgement).0 {
        Stance::Disagrees => 0,
        Stance::NoView => 1,
        Stance::AgreesWithConditions => 2,
        Stance::Agrees => 3,
    };
    let heard = |voice: &Perspective| {
        let tried = voice.attempts.iter().filter_map(|attempt| attempt.on).max();
        voice.date.or(tried).unwrap()
    };
    let voices = whole_voices(complete.case());
    let least = voices.iter().map(|voice| agreement(voice)).min().unwrap();
    let alike: Vec<_> = voices
        .iter()
        .filter(|voice| agreement(voice) == least)
        .collect();
    let first = alike.iter().map(|voice| heard(voice)).min().unwrap();
    let setter = alike.iter().find(|voice| heard(voice) == first).unwrap();

    let effective = complete.effective_stance();
    let (stance, from) = stance_of(setter, judgement);
    assert_eq!((effective.stance, effective.from), (stance, from));
    assert_eq!(effective.voice, setter.id);
    let panels = match &judgement.ideal {
        Ideal::Provision(code) => Some(code),
        Ideal::CannotTell => None,
    };
    let parents_ideal = match setter.source.unwrap() {
        Source::Declined | Source::NotReached => None,
        Source::FromPapers => own_ideal(setter).filter(|own| Some(*own) != panels),
        _ => own_ideal(setter),
    };
    assert_eq!(effective.parents_ideal.as_ref(), parents_ideal);
    if setter.source == Some(Source::FromPapers) && from != StanceFrom::Asked {
        assert!(!stance.supports(), "papers never agree");
    }
}

/// What holds of a case at all times.
fn check_case(case: &Case, state: &State) {
    let complete = case.complete();
    match &case.standing {
        Standing::Draft(_) => assert!(complete.is_none(), "a draft counts nowhere"),
        Standing::Recorded { judgement, .. } => {
            assert!(
                !whole_voices(case).is_empty(),
                "{} is recorded without a parent",
                case.id()
            );
            assert!(is_finished(
                &as_form(judgement),
                &case.file.current_provision
            ));
            assert!(state.setup().definition.is_some());
            assert!(judgement.first_recorded.at <= judgement.last_changed.at);
            let complete = complete.expect("a recorded judgement with a parent is complete");
            let ids = |voices: Vec<&Perspective>| voices.iter().map(|v| v.id).collect::<Vec<_>>();
            assert_eq!(
                ids(complete.voices().iter().collect()),
                ids(whole_voices(case))
            );
            assert_eq!(
                complete.counted_ideal().is_some(),
                judgement.setting != Answer::CannotTell && judgement.ideal != Ideal::CannotTell
            );
            check_effective_stance(&complete);
        }
    }
}

/// What holds of a state at all times.
fn check_state(state: &State) {
    assert_eq!(state.violations(), []);
    for case in state.cases() {
        check_case(case, state);
    }
}

/// The first ratings of the cases in which they have been revealed.
type FirstRatings = Vec<(MemberId, Rating)>;

fn first_ratings(case: &Case) -> FirstRatings {
    let given = case.ratings.given.iter();
    given
        .map(|kept| (kept.member, kept.first.clone()))
        .collect()
}

/// "First ratings freeze when they are revealed": a case that is still there has them as they
/// were, under its number or, when that was corrected, under its new one.
fn check_frozen(before: &State, after: &State, taken_out: bool) {
    for case in before.cases() {
        let Some(revealed) = case.ratings.revealed else {
            continue;
        };
        let kept = after.cases().iter().any(|later| {
            later.ratings.revealed == Some(revealed) && first_ratings(later) == first_ratings(case)
        });
        assert!(
            kept || taken_out,
            "the first ratings of {} changed",
            case.id()
        );
    }
}

/// What a refusal says is for people.
fn check_words(refusal: &Refusal) {
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
    if changed && shows_something(command, before.state()) {
        assert_eq!(review.undoable(), None, "undo never crosses a reveal");
    } else if changed && !is_time_travel(command) {
        check_undo_and_redo(&before, review, act);
    }
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
    let check = check_history(review.state(), review.history());
    assert_eq!(check.chain, Ok(()));
    assert!(check.followed);
    assert_eq!(check.changed_outside, Vec::<String>::new());
    let (again, fell) = Review::restore(review.state().clone(), review.history().clone()).unwrap();
    assert!(fell.is_empty());
    assert!(again.state() == review.state() && again.history() == review.history());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
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
        let (mut review, _) = Review::restore(state, history).unwrap();
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
