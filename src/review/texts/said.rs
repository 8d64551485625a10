//! The texts of what was said of a case: by its parents, in notes, and in words for reading aloud.

use super::{See, ideal, one, parents_ideal};
use crate::review::judgement::{Asked, Matter};
use crate::review::note::{CaseNote, Wording};
use crate::review::perspective::{Attempt, Perspective};

pub(super) fn all_voices(voices: &mut [Perspective], see: &mut See<'_>) {
    let several = voices.len() > 1;
    for (nth, one) in (1..).zip(voices) {
        let whose = if several {
            format!(" (voice {nth})")
        } else {
            String::new()
        };
        voice(&whose, one, see);
    }
}

fn voice(whose: &str, voice: &mut Perspective, see: &mut See<'_>) {
    let Perspective {
        id: _,
        speaker: _,
        source: _,
        words,
        setting: _,
        support: _,
        timeliness: _,
        ideal: own,
        date: _,
        attempts,
        asked,
        read_back: _,
        mainstream: _,
        hopes,
        fears,
        would_change,
    } = voice;
    one(&format!("parent’s words{whose}"), words, see);
    one(&format!("what the parent hopes for{whose}"), hopes, see);
    one(&format!("what the parent fears{whose}"), fears, see);
    let field = format!("what would change the parent’s mind{whose}");
    one(&field, would_change, see);
    parents_ideal(own.as_ref(), see);
    all_attempts(whose, attempts, see);
    if let Some(asked) = asked {
        let Asked {
            stance: _,
            on: _,
            about: Matter {
                ideal: about,
                conditions,
            },
        } = asked;
        ideal(about, see);
        for (nth, (what, _in_place, by_when)) in (1..).zip(conditions) {
            let field = format!("asked about condition {nth}");
            one(&format!("{field}{whose}"), what, see);
            one(&format!("{field}, by when{whose}"), by_when, see);
        }
    }
}

pub(super) fn all_attempts(whose: &str, attempts: &mut [Attempt], see: &mut See<'_>) {
    for (nth, Attempt { on: _, how, by }) in (1..).zip(attempts) {
        let field = format!("attempt {nth} to hear the parent");
        one(&format!("{field}, how{whose}"), how, see);
        one(&format!("{field}, by whom{whose}"), by, see);
    }
}

pub(super) fn all_notes(notes: &mut [CaseNote], see: &mut See<'_>) {
    for (nth, note) in (1..).zip(notes) {
        let CaseNote {
            id: _,
            by: _,
            words,
            at: _,
        } = note;
        one(&format!("note {nth}"), words, see);
    }
}

pub(super) fn wording(wording: Option<&mut Wording>, see: &mut See<'_>) {
    if let Some(Wording { words, built }) = wording {
        one("words for reading aloud", words, see);
        one("what they were written for", built, see);
    }
}
