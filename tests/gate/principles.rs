//! product.md's principles in their own plain form, as checks of a state.

use crate::common::world::{NO_WORDS, UNDER_SIXTEEN, WORDS};
use dbv_case_review::review::case::{Case, Standing};
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::complete::Complete;
use dbv_case_review::review::judgement::{Answer, Draft, Ideal, Judgement};
use dbv_case_review::review::panel::MemberId;
use dbv_case_review::review::perspective::{Attempt, ParentIdeal, Perspective, Source, Speaker};
use dbv_case_review::review::ratings::Rating;
use dbv_case_review::review::stance::{Stance, StanceFrom};
use dbv_case_review::review::state::State;
use dbv_case_review::review::text::ProvisionCode;

/// The world of these tests knows which of its words say something.
pub fn says(words: &str) -> bool {
    if words.contains("[removed]") {
        // A passage was taken out of words that said something, or of a placeholder.
        return words.replace("[removed]", "").contains(char::is_alphabetic);
    }
    let says = WORDS.contains(&words) || ["telephone", "SEND officer"].contains(&words);
    assert!(says || NO_WORDS.contains(&words), "unknown words {words:?}");
    says
}

/// "who spoke …, how they were heard, in their own words, how they answer the same three questions
/// …, what they see as ideal, and when"; or "an account of who asked, when and how (at least two
/// attempts for not reached)".
pub fn is_whole(voice: &Perspective, file: &CaseFile) -> bool {
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

pub fn whole_voices(case: &Case) -> Vec<&Perspective> {
    let voices = case.voices.iter();
    voices.filter(|voice| is_whole(voice, &case.file)).collect()
}

/// Whether the panel's part of a form is all there and agrees with itself.
pub fn is_finished(form: &Draft, current: &ProvisionCode) -> bool {
    let here = Ideal::Provision(current.clone());
    let ideal_fits = match form.setting {
        Some(Answer::Ideal) => form.ideal == Some(here),
        Some(Answer::NotIdeal) => form.ideal.is_some(),
        Some(Answer::CannotTell) => true,
        None => false,
    };
    ideal_fits
        && form.support.is_some()
        && form.timeliness.is_some()
        && says(&form.reasoning)
        && form
            .conditions
            .iter()
            .all(|condition| says(&condition.what))
        && form.dissent.iter().all(|dissent| says(&dissent.words))
}

/// The judgement as a form, written out here so as not to lean on `to_draft`.
pub fn as_form(judgement: &Judgement) -> Draft {
    Draft {
        setting: Some(judgement.setting),
        support: Some(judgement.support),
        timeliness: Some(judgement.timeliness),
        ideal: Some(judgement.ideal.clone()),
        reasoning: judgement.reasoning.clone(),
        ..Draft::default()
    }
}

pub fn own_ideal(voice: &Perspective) -> Option<&ProvisionCode> {
    match &voice.ideal {
        Some(ParentIdeal::Provision(code)) => Some(code),
        _ => None,
    }
}

/// Where a voice stands on a judgement, and how that is known.
pub fn stance_of(voice: &Perspective, judgement: &Judgement) -> (Stance, StanceFrom) {
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
pub fn check_effective_stance(complete: &Complete<'_>) {
    let judgement = complete.judgement();
    let agreement = |voice: &Perspective| match stance_of(voice, judgement).0 {
        Stance::Disagrees => 0,
        Stance::NoView => 1,
        Stance::AgreesWithConditions => 2,
        Stance::Agrees => 3,
    };
    let heard = |voice: &Perspective| {
        let tried = voice.attempts.iter().filter_map(|attempt| attempt.on).max();
        // A date left on the form of somebody who was not heard is not when they were heard.
        match voice.source.unwrap() {
            Source::Declined | Source::NotReached => tried.unwrap(),
            _ => voice.date.unwrap(),
        }
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
pub fn check_case(case: &Case, state: &State) {
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
pub fn check_state(state: &State) {
    assert_eq!(state.violations(), []);
    for case in state.every_case() {
        check_case(case, state);
    }
}

/// The first ratings of the cases in which they have been revealed.
pub type FirstRatings = Vec<(MemberId, Rating)>;

pub fn first_ratings(case: &Case) -> FirstRatings {
    let given = case.ratings.given.iter();
    given
        .map(|kept| (kept.member, kept.first.clone()))
        .collect()
}

/// "First ratings freeze when they are revealed": a case that is still there has them as they
/// were, under its number or, when that was corrected, under its new one.
pub fn check_frozen(before: &State, after: &State, taken_out: bool) {
    for case in before.every_case() {
        let Some(revealed) = case.ratings.revealed else {
            continue;
        };
        let kept = after.every_case().any(|later| {
            later.ratings.revealed == Some(revealed) && first_ratings(later) == first_ratings(case)
        });
        assert!(
            kept || taken_out,
            "the first ratings of {} changed",
            case.id()
        );
    }
}
