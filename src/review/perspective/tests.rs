//! Perspectives: when they are whole, and which attempts count.

use super::*;

fn day(day: u32) -> Option<Date> {
    Date::new(chrono::NaiveDate::from_ymd_opt(2026, 5, day)?).ok()
}

fn attempt(on: Option<Date>) -> Attempt {
    Attempt {
        on,
        how: Text::cut("telephone"),
        by: Text::cut("caseworker"),
    }
}

#[test]
fn a_date_counts_only_where_the_parent_was_heard() {
    let mut voice = Perspective::new(VoiceId(1));
    assert!(!voice.is_begun());
    voice.date = day(20);
    voice.attempts = vec![attempt(day(3)), attempt(day(9)), attempt(None)];
    assert!(voice.is_begun());
    assert_eq!(voice.attempts_told(), 2);
    assert_eq!(voice.heard_on(), None);
    voice.source = Some(Source::Interview);
    assert_eq!(voice.heard_on(), day(20));
    voice.source = Some(Source::NotReached);
    assert_eq!(voice.heard_on(), day(9));
    voice.source = Some(Source::Declined);
    voice.attempts.clear();
    assert_eq!(voice.heard_on(), None);
}
#[test]
fn an_attempt_entered_twice_is_one() {
    let mut voice = Perspective::new(VoiceId(1));
    voice.speaker = Some(Speaker::Mother);
    voice.source = Some(Source::NotReached);
    let mut again = attempt(day(3));
    voice.attempts = vec![attempt(day(3)), again.clone()];
    assert_eq!(voice.attempts_told(), 1);
    assert!(!voice.is_whole(false));
    again.how = Text::cut(" Telephone. ");
    voice.attempts = vec![attempt(day(3)), again.clone()];
    assert_eq!(voice.attempts_told(), 1);
    for other in [
        attempt(day(4)),
        Attempt {
            how: Text::cut("letter"),
            ..again.clone()
        },
        Attempt {
            by: Text::cut("head teacher"),
            ..again
        },
    ] {
        voice.attempts = vec![attempt(day(3)), other];
        assert_eq!(voice.attempts_told(), 2);
        assert!(voice.is_whole(false));
    }
}

#[test]
fn an_unfinished_attempt_dates_nothing() {
    let mut voice = Perspective::new(VoiceId(1));
    voice.source = Some(Source::Declined);
    let unfinished = Attempt {
        by: Text::EMPTY,
        ..attempt(day(9))
    };
    voice.attempts = vec![attempt(day(3)), unfinished.clone()];
    assert_eq!(voice.heard_on(), day(3));
    voice.attempts = vec![unfinished];
    assert_eq!(voice.heard_on(), None);
}
