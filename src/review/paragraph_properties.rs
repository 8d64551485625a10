//! What the paragraph never holds, whatever the record.

use proptest::prelude::*;

use super::tests::{at, case, judgement, mother, not_reached, rated, setup, text, there, told};
use super::*;
use crate::review::case::Standing;
use crate::review::judgement::Draft;
use crate::review::perspective::{Source, Speaker, VoiceId};
use crate::review::text::CaseId;

/// A word that a draft holds and nothing else.
const DRAFTED: &str = "quizzical";

fn a_condition() -> impl Strategy<Value = Condition> {
    let what = prop_oneof![
        Just("A quiet base".to_owned()),
        Just("n/a".to_owned()),
        Just("costs £12k, or £ 3.50".to_owned()),
        ".{0,40}",
        "(word ){0,200}",
    ];
    (what, any::<bool>()).prop_map(|(what, there)| Condition::new(text(&what), there))
}

fn a_parent(id: u16) -> impl Strategy<Value = Perspective> {
    let speaker = proptest::sample::select(&Speaker::ALL[..]);
    let source = proptest::sample::select(&Source::ALL[..]);
    let answer = proptest::sample::select(&ParentAnswer::ALL[..]);
    let place = proptest::sample::select(&["Mainstream", "IndependentSpecialDay"][..]);
    (speaker, source, answer, place, any::<bool>()).prop_map(
        move |(speaker, source, answer, place, states)| Perspective {
            id: VoiceId(id),
            speaker: Some(speaker),
            source: Some(source),
            setting: Some(answer),
            timeliness: Some(answer),
            ideal: Some(match states {
                true => ParentIdeal::Provision(at(place)),
                false => ParentIdeal::NotStated,
            }),
            attempts: not_reached().attempts,
            ..mother()
        },
    )
}

fn a_case() -> impl Strategy<Value = Case> {
    let ideals = [
        there("IndependentSpecialDay"),
        there("Mainstream"),
        Ideal::CannotTell,
    ];
    let answer = || proptest::sample::select(&Answer::ALL[..]);
    let found = (
        [answer(), answer(), answer()],
        proptest::sample::select(ideals.to_vec()),
        proptest::collection::vec(a_condition(), 0..7),
    );
    let voices = (
        a_parent(1),
        proptest::option::of(a_parent(2)),
        proptest::option::of(a_parent(3)),
    );
    let around = (0..9_u16, any::<bool>(), "[A-Z£][0-9£]{0,6}");
    (found, voices, around).prop_map(|((answers, ideal, conditions), voices, around)| {
        let mut case = case();
        let mut judgement = judgement();
        [judgement.setting, judgement.support, judgement.timeliness] = answers;
        (judgement.ideal, judgement.conditions) = (ideal, conditions);
        let changes = Draft {
            reasoning: text(DRAFTED),
            conditions: vec![Condition::new(text(DRAFTED), false)],
            ..judgement.to_draft()
        };
        case.standing = Standing::Recorded {
            judgement,
            changes: Some(changes),
        };
        case.voices = [Some(voices.0), voices.1, voices.2]
            .into_iter()
            .flatten()
            .collect();
        // Sixteen or over, so that every speaker may speak.
        case.file.year_group = text("Year 12");
        case.file.id = CaseId::new(around.2).unwrap();
        case.ratings.given = (0..around.0).map(rated).collect();
        case.practice = around.1;
        case
    })
}

proptest! {
    #[test]
    fn it_never_holds_money_drafts_or_placeholders_and_passes_no_parent_over(case in a_case()) {
        let said = told(&case);
        prop_assert!(!said.contains('£'), "{said}");
        prop_assert!(!said.contains(DRAFTED), "{said}");
        prop_assert!(!said.contains("“n/a”") && !said.contains("“”"), "{said}");
        prop_assert!(!said.contains(['\n', '\t']) && !said.contains("  "), "{said}");
        prop_assert!(said.ends_with('.'), "{said}");
        prop_assert_eq!(said.starts_with(PRACTICE), case.practice);
        let complete = case.complete().unwrap();
        let setup = setup();
        let teller = Teller { complete: &complete, setup: &setup };
        for voice in complete.voices().iter() {
            let who = teller.who(voice);
            prop_assert!(said.contains(&who) || said.contains(&sentence(&who)), "{who}: {said}");
        }
    }
}
