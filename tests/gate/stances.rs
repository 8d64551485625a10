//! Nobody answers for the parent: product.md's sentences one by one.

use crate::common::world::{
    WORDS, attempts, case_id, code, date, sample_review, small_review, text, whole_voice,
};
use crate::steps::{
    ask, case, done, draft_edit, from_elsewhere, record, recorded_with, refused, stance, to,
    voice_edit,
};
use dbv_case_review::review::command::{DraftEdit, VoiceEdit};
use dbv_case_review::review::judgement::{Answer, Condition, Payer, SupportCost};
use dbv_case_review::review::perspective::{ParentIdeal, Source, VoiceId};
use dbv_case_review::review::stance::{Stance, StanceFrom};
use dbv_case_review::review::units::PerChild;
use dbv_case_review::review::{Command, Refusal, Review};

#[test]
fn declined_and_not_reached_are_never_agreement() {
    for source in [Source::Declined, Source::NotReached] {
        let mut review = recorded_with(source, None);
        let own = VoiceEdit::Ideal(Some(ParentIdeal::Provision(code("Resourced"))));
        done(&mut review, [voice_edit("C01", 1, own)]);
        assert_eq!(
            stance(&review, "C01"),
            (Stance::NoView, StanceFrom::Derived, None)
        );
        assert_eq!(
            refused(&mut review, ask("C01", 1, Stance::Agrees)),
            Refusal::NotHeard
        );
    }
}

#[test]
fn a_stance_is_derived_from_the_parents_own_ideal() {
    use {Stance as S, StanceFrom as F};
    for (source, own, expected) in [
        (
            Source::Interview,
            Some("Resourced"),
            (S::Agrees, F::Derived),
        ),
        (
            Source::InTheRoom,
            Some("College"),
            (S::Disagrees, F::Derived),
        ),
        (Source::Written, None, (S::NoView, F::Derived)),
        (
            Source::FromPapers,
            Some("Resourced"),
            (S::NoView, F::Papers),
        ),
        (
            Source::FromPapers,
            Some("College"),
            (S::Disagrees, F::Papers),
        ),
        (Source::FromPapers, None, (S::NoView, F::Papers)),
    ] {
        let (stance, from, _) = stance(&recorded_with(source, own), "C01");
        assert_eq!((stance, from), expected, "{source:?} {own:?}");
    }
}

#[test]
fn an_ideal_known_from_papers_alone_is_used_only_where_it_differs() {
    let same = recorded_with(Source::FromPapers, Some("Resourced"));
    assert_eq!(stance(&same, "C01").2, None);
    let other = recorded_with(Source::FromPapers, Some("College"));
    assert_eq!(stance(&other, "C01").2.as_deref(), Some("College"));
    let heard = recorded_with(Source::Interview, Some("Resourced"));
    assert_eq!(stance(&heard, "C01").2.as_deref(), Some("Resourced"));
}

#[test]
fn papers_agree_only_through_somebody_who_was_asked() {
    let mut review = recorded_with(Source::FromPapers, Some("Resourced"));
    done(&mut review, [ask("C01", 1, Stance::Agrees)]);
    assert_eq!(
        stance(&review, "C01"),
        (Stance::Agrees, StanceFrom::Asked, None)
    );
}

#[test]
fn asked_stance_falls_back_when_the_ideal_changes() {
    let mut review = recorded_with(Source::Interview, Some("College"));
    done(&mut review, [ask("C01", 1, Stance::AgreesWithConditions)]);
    let known = |review: &Review| (stance(review, "C01").0, stance(review, "C01").1);
    let asked = (Stance::AgreesWithConditions, StanceFrom::Asked);
    assert_eq!(known(&review), asked);
    done(
        &mut review,
        [draft_edit("C01", DraftEdit::Ideal(to("StateSpecial")))],
    );
    assert_eq!(known(&review), asked, "what is on the form counts nowhere");
    done(&mut review, [record("C01")]);
    assert_eq!(known(&review), (Stance::Disagrees, StanceFrom::Derived));
}

#[test]
fn asked_stance_falls_back_when_the_conditions_change_and_not_with_costs_or_reasoning() {
    let mut review = recorded_with(Source::Interview, Some("College"));
    let conditions =
        |in_place| DraftEdit::Conditions(vec![Condition::new(text("A place is free"), in_place)]);
    done(
        &mut review,
        [draft_edit("C01", conditions(false)), record("C01")],
    );
    done(&mut review, [ask("C01", 1, Stance::Agrees)]);
    let cost = SupportCost {
        per_year: PerChild::new(4_000.0).unwrap(),
        payer: Payer::Health,
    };
    done(
        &mut review,
        [
            draft_edit("C01", DraftEdit::SupportCosts(vec![cost])),
            draft_edit("C01", DraftEdit::Reasoning(text(WORDS[2]))),
            record("C01"),
        ],
    );
    assert_eq!(stance(&review, "C01").1, StanceFrom::Asked);
    done(
        &mut review,
        [draft_edit("C01", conditions(true)), record("C01")],
    );
    assert_eq!(
        stance(&review, "C01"),
        (
            Stance::Disagrees,
            StanceFrom::Derived,
            Some("College".to_owned())
        )
    );
}

#[test]
fn whoever_was_asked_and_then_turns_out_not_to_have_been_heard_has_no_view() {
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    done(&mut review, [ask("C01", 1, Stance::Agrees)]);
    let attempts = VoiceEdit::Attempts(attempts());
    let declined = VoiceEdit::Source(Some(Source::Declined));
    let heard = VoiceEdit::Source(Some(Source::FromPapers));
    done(
        &mut review,
        [attempts, declined, heard].map(|edit| voice_edit("C01", 1, edit)),
    );
    done(&mut review, [record("C01")]);
    assert_eq!(stance(&review, "C01").0, Stance::NoView);
}

#[test]
fn where_several_perspectives_differ_the_least_agreeing_one_counts() {
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    assert_eq!(stance(&review, "C01").0, Stance::Agrees);
    done(&mut review, whole_voice("C01", 2, Source::Declined, None));
    assert_eq!(stance(&review, "C01").0, Stance::NoView);
    done(
        &mut review,
        whole_voice("C01", 3, Source::Written, Some("College")),
    );
    assert_eq!(
        stance(&review, "C01"),
        (
            Stance::Disagrees,
            StanceFrom::Derived,
            Some("College".to_owned())
        )
    );
    // The earliest heard of those who disagree gives the parents' ideal.
    done(
        &mut review,
        whole_voice("C01", 4, Source::Written, Some("Independent")),
    );
    assert_eq!(stance(&review, "C01").2.as_deref(), Some("College"));
    let earlier = VoiceEdit::Date(Some(date("2026-05-04")));
    done(&mut review, [voice_edit("C01", 4, earlier)]);
    assert_eq!(stance(&review, "C01").2.as_deref(), Some("Independent"));
}

#[test]
fn a_perspective_that_is_not_whole_has_no_part_in_the_stance() {
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    let half = whole_voice("C01", 2, Source::Written, Some("College"));
    done(&mut review, half);
    done(
        &mut review,
        [voice_edit("C01", 2, VoiceEdit::Words(text("n/a")))],
    );
    assert_eq!(stance(&review, "C01").0, Stance::Agrees);
}

#[test]
fn an_imported_answer_about_a_case_that_nobody_can_tell_is_kept() {
    let mut review = small_review();
    let sample = sample_review();
    let mut case_file = from_elsewhere("C04", case(&sample, "C01"));
    case_file.draft.setting = Some(Answer::CannotTell);
    case_file.draft.ideal = None;
    case_file.asked = Some((Stance::Disagrees, date("2026-11-20")));
    done(&mut review, [Command::Import(vec![case_file])]);
    assert_eq!(
        (stance(&review, "C04").0, stance(&review, "C04").1),
        (Stance::Disagrees, StanceFrom::Asked)
    );
}

#[test]
fn an_answer_can_be_taken_out_also_after_the_judgement_was_reopened() {
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    done(
        &mut review,
        [
            ask("C01", 1, Stance::Disagrees),
            Command::Reopen(case_id("C01")),
        ],
    );
    assert!(matches!(
        refused(&mut review, ask("C01", 1, Stance::Agrees)),
        Refusal::NothingToAskAbout(_)
    ));
    let out = Command::AskStance {
        case: case_id("C01"),
        voice: VoiceId(1),
        asked: None,
    };
    done(&mut review, [out, record("C01")]);
    assert_eq!(stance(&review, "C01").1, StanceFrom::Derived);
}

#[test]
fn putting_the_date_of_an_answer_right_does_not_make_it_an_answer_to_something_else() {
    let mut review = recorded_with(Source::Interview, Some("College"));
    done(&mut review, [ask("C01", 1, Stance::Agrees)]);
    assert_eq!(stance(&review, "C01").1, StanceFrom::Asked);
    let ideal = draft_edit("C01", DraftEdit::Ideal(to("StateSpecial")));
    done(&mut review, [ideal, record("C01")]);
    assert_ne!(stance(&review, "C01").1, StanceFrom::Asked);
    let redated = Command::RedateStance {
        case: case_id("C01"),
        voice: VoiceId(1),
        on: date("2026-11-21"),
    };
    done(&mut review, [redated]);
    assert_ne!(stance(&review, "C01").1, StanceFrom::Asked);
}

#[test]
fn a_second_parent_who_was_begun_is_not_passed_over() {
    let mut review = recorded_with(Source::Interview, None);
    done(
        &mut review,
        [voice_edit("C01", 2, VoiceEdit::Words(text(WORDS[2])))],
    );
    assert!(
        case(&review, "C01").complete().is_some(),
        "what is recorded stays so"
    );
    done(
        &mut review,
        [draft_edit(
            "C01",
            DraftEdit::Reasoning(text("For another reason.")),
        )],
    );
    assert!(matches!(
        refused(&mut review, record("C01")),
        Refusal::Incomplete { .. }
    ));
    let out = Command::RemoveVoice {
        case: case_id("C01"),
        voice: VoiceId(2),
    };
    done(&mut review, [out, record("C01")]);
}
