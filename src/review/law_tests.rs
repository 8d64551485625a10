//! When a note on the law is called for.

use super::*;
use crate::review::perspective::{ParentIdeal, Source, Speaker, VoiceId};
use crate::review::provision::Provision;
use crate::review::text::Text;
use crate::review::units::{FinancialYear, Tier};

fn at(code: &str) -> ProvisionCode {
    ProvisionCode::new(code).unwrap()
}

fn setup() -> Setup {
    let year = FinancialYear::nearest(2026);
    let mut setup = Setup::new(Text::cut("Review"), Text::cut("West Marsh"), year);
    let special = Provision::new(
        at("Post16Special"),
        Text::cut("Special college"),
        Tier::constant(4),
    );
    setup.provisions.push(special);
    setup
}

fn naming(code: &str) -> Draft {
    Draft {
        ideal: Some(Ideal::Provision(at(code))),
        ..Draft::default()
    }
}

fn parent(wish: Option<MainstreamWish>, own: Option<&str>) -> Perspective {
    Perspective {
        speaker: Some(Speaker::Mother),
        source: Some(Source::Interview),
        mainstream: wish,
        ideal: own.map(|code| ParentIdeal::Provision(at(code))),
        ..Perspective::new(VoiceId(1))
    }
}

#[test]
fn which_rows_are_mainstream() {
    for (code, mainstream) in [
        ("SenSupport", false),
        ("Mainstream", true),
        ("ResourcedProvision", true),
        ("FurtherEducation", true),
        ("StateSpecial", false),
        ("IndependentSpecialDay", false),
        ("IndependentSpecialResidential", false),
        ("AlternativeProvision", false),
        ("Other", false),
        ("Post16Special", false),
        ("NotInTheTable", false),
    ] {
        assert_eq!(is_mainstream(&setup(), &at(code)), mainstream, "{code}");
    }
}

#[test]
fn mainstream_against_a_wish() {
    use MainstreamWish::{Against, For, NotStated};
    for (ideal, wish, own, noted) in [
        ("Mainstream", Some(Against), None, true),
        ("SenSupport", Some(Against), Some("Mainstream"), false),
        ("FurtherEducation", Some(Against), None, true),
        ("Mainstream", None, Some("StateSpecial"), true),
        ("ResourcedProvision", None, Some("StateSpecial"), true),
        (
            "ResourcedProvision",
            None,
            Some("AlternativeProvision"),
            false,
        ),
        ("Mainstream", None, Some("ResourcedProvision"), false),
        ("Mainstream", None, None, false),
        ("Mainstream", None, Some("NotInTheTable"), false),
        ("Mainstream", Some(For), Some("StateSpecial"), false),
        ("Mainstream", Some(NotStated), Some("StateSpecial"), false),
        ("StateSpecial", Some(Against), None, false),
        ("AlternativeProvision", Some(Against), None, false),
        ("NotInTheTable", Some(Against), None, false),
    ] {
        let notes = notes(&naming(ideal), &[parent(wish, own)], &setup());
        let expected: &[LawNote] = if noted {
            &[LawNote::MainstreamAgainstWish]
        } else {
            &[]
        };
        assert_eq!(notes, expected, "{ideal}, {wish:?}, {own:?}");
    }
}

#[test]
fn whose_wish_it_is() {
    let against = parent(Some(MainstreamWish::Against), None);
    let noted = |voices: &[Perspective]| !notes(&naming("Mainstream"), voices, &setup()).is_empty();
    let by = |change: fn(&mut Perspective)| {
        let mut voice = against.clone();
        change(&mut voice);
        noted(&[parent(Some(MainstreamWish::For), None), voice])
    };
    assert!(by(|_| {}), "one of several is enough");
    assert!(by(|voice| voice.speaker = Some(Speaker::YoungPerson)));
    assert!(by(|voice| voice.source = Some(Source::FromPapers)));
    assert!(!by(|voice| voice.source = Some(Source::Declined)));
    assert!(!by(|voice| voice.source = Some(Source::NotReached)));
    assert!(
        !by(|voice| voice.source = None),
        "nobody says how it is known"
    );
    assert!(!noted(&[]));
}

#[test]
fn less_than_the_plan() {
    let with = |less| Draft {
        less_than_plan: less,
        ..Draft::default()
    };
    let noted = |less| notes(&with(less), &[], &setup());
    assert_eq!(
        noted(Some(LessThanPlan::ByResource)),
        [LawNote::LessForResource]
    );
    assert_eq!(noted(Some(LessThanPlan::ByNeed)), []);
    assert_eq!(noted(None), []);
    let both = Draft {
        less_than_plan: Some(LessThanPlan::ByResource),
        ..naming("Mainstream")
    };
    let against = [parent(Some(MainstreamWish::Against), None)];
    assert_eq!(notes(&both, &against, &setup()).len(), 2);
}
