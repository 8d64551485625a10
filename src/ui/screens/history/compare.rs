//! Words that somebody took away, compared with those of this file: of its seal while it holds, of
//! what was sealed where it no longer does, and of the versions before where there is no seal.

use eframe::egui::accesskit::Live;
use eframe::egui::{Label, Ui};

use crate::review::seal::{Fingerprint, WORDS};
use crate::ui::actions::Action;
use crate::ui::happened::Wish;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{heading, measure};

const TITLE: &str = "Are these the words you took away?";

/// The words of a sealed file.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, TITLE);
    let typed = typed(ui, view);
    let holds = view.outside.seal_holds();
    let sealing = view.outside.sealing();
    let answer = sealing.and_then(|sealing| match holds {
        false if sealing.now != sealing.fingerprint && sealing.now.is(&typed).is_ok() => {
            let text = "These are the words of this file as it is now, not those that were sealed.";
            Some((Mark::Danger, text.to_owned()))
        }
        _ => told(&sealing.fingerprint, holds, &typed),
    });
    say(ui, answer);
    ui.add_space(GAP_L);
    if ui.button("Continue in a new version").clicked() {
        view.want(Intent::Do(Action::Continue));
    }
    let what = "Makes a file beside this one, which names this seal and can be worked on. This file stays as it is.";
    ui.add(Label::new(theme::note(ui, what)).wrap());
}

/// The words of a file without a seal: it may have continued a version that had one.
pub fn without_a_seal(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, TITLE);
    let text = "This file carries no seal. If you hold ten words, they are of another version, or the seal was taken off.";
    ui.add(Label::new(theme::reading(ui, text)).wrap());
    ui.add_space(GAP_S);
    let typed = typed(ui, view);
    let ancestors = view.outside.check().ancestors();
    let seals: Vec<Fingerprint> = ancestors.iter().map(|one| one.fingerprint).collect();
    let when = |nth: usize| ancestors.get(nth).map(|one| view.services.when(one.at));
    let answer = told_of_ancestors(&seals, &typed).map(|answer| match answer {
        OfAncestors::Counted(text) => (Mark::Information, text),
        OfAncestors::None(text) => (Mark::Danger, text),
        OfAncestors::Is(nth) => {
            let on = when(nth).unwrap_or_default();
            let text = format!(
                "These are the words of the sealed version that this file says it continued on {on}. They say nothing of what was done since."
            );
            (Mark::Information, text)
        }
    });
    say(ui, answer);
}

/// The field.
fn typed(ui: &mut Ui, view: &mut View<'_>) -> String {
    let mut typed = view.place.taken_away.clone();
    let field = Field::new("The words from your paper or photograph", "taken away")
        .hint("Capitals, commas and numbers do not matter");
    if field.show(ui, &mut typed).changed() {
        view.want(Intent::History(Wish::Words(typed.clone())));
    }
    ui.add_space(GAP_XS);
    typed
}

fn say(ui: &mut Ui, answer: Option<(Mark, String)>) {
    match answer {
        Some((mark, text)) => {
            let said = marks::labelled(ui, mark, &text);
            ui.ctx()
                .accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
        }
        // Nothing jumps when there is something to say.
        None => ui.add_space(measure::line_height(ui)),
    }
}

fn words_of(typed: &str) -> Vec<String> {
    typed
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// What there is to say of words that have been typed so far. No tick unless the seal holds.
fn told(seal: &Fingerprint, holds: bool, typed: &str) -> Option<(Mark, String)> {
    let words = words_of(typed);
    if words.is_empty() {
        return None;
    }
    if words.len() > WORDS {
        let text = format!("These are {} words; a seal has {WORDS}.", words.len());
        return Some((Mark::Danger, text));
    }
    if seal.is(typed).is_ok() {
        return Some(match holds {
            true => (
                Mark::Done,
                "All ten words are the same. This is what was sealed when you took them."
                    .to_owned(),
            ),
            false => (
                Mark::Danger,
                "These are the words that were sealed, but this file is another one now."
                    .to_owned(),
            ),
        });
    }
    if let Some(text) = nearly(seal, &words) {
        let (mark, but) = match holds {
            true => (Mark::Caution, ""),
            false => (Mark::Danger, " And this file is another one now."),
        };
        return Some((mark, format!("{text}{but}")));
    }
    Some(word_by_word(seal, holds, &words, typed))
}

/// The same words in another order, or one of them missing.
fn nearly(seal: &Fingerprint, words: &[String]) -> Option<String> {
    let ours = seal.words();
    let (mut theirs, mut sorted) = (words.to_vec(), ours.to_vec());
    theirs.sort();
    sorted.sort_unstable();
    if theirs == sorted {
        return Some(
            "These are the same words in another order. Compare them by their numbers.".to_owned(),
        );
    }
    let missing = (0..WORDS.saturating_sub(1)).find(|nth| {
        let rest = ours.iter().enumerate().filter(|(at, _)| at != nth);
        rest.map(|(_, word)| *word)
            .eq(words.iter().map(String::as_str))
    });
    missing.map(|nth| {
        format!(
            "Nine of ten are the same, one is missing: word {} is not among them.",
            nth + 1
        )
    })
}

fn word_by_word(seal: &Fingerprint, holds: bool, words: &[String], typed: &str) -> (Mark, String) {
    // The word that is still being typed is not wrong yet.
    let ended = words.len() == WORDS || !typed.ends_with(char::is_alphabetic);
    let last = words.len() - usize::from(!ended);
    let pairs = (1..).zip(words.iter().zip(seal.words())).take(last);
    let wrong: Vec<String> = pairs
        .filter(|(_, (typed, word))| typed != word)
        .map(|(nth, (typed, word))| format!("word {nth} is “{word}” here, not “{typed}”"))
        .collect();
    match (wrong.len(), holds) {
        (0, true) => (
            Mark::Information,
            format!("The same so far: {last} of {WORDS}."),
        ),
        (0, false) => (
            Mark::Information,
            format!("As it was sealed so far: {last} of {WORDS}."),
        ),
        (WORDS, _) => (
            Mark::Danger,
            "No word is the same. These are the words of another version, or of another review."
                .to_owned(),
        ),
        _ => (Mark::Danger, format!("Not the same: {}.", wrong.join("; "))),
    }
}

/// What words are to the sealed versions that a file continues.
#[derive(Debug, PartialEq, Eq)]
enum OfAncestors {
    /// Not ten of them.
    Counted(String),
    /// Those of this one.
    Is(usize),
    /// Those of none.
    None(String),
}

fn told_of_ancestors(seals: &[Fingerprint], typed: &str) -> Option<OfAncestors> {
    let number = words_of(typed).len();
    if number == 0 {
        return None;
    }
    if let Some(nth) = seals.iter().position(|seal| seal.is(typed).is_ok()) {
        return Some(OfAncestors::Is(nth));
    }
    if number < WORDS {
        let text = format!("{number} of {WORDS} words so far.");
        return Some(OfAncestors::Counted(text));
    }
    let text = match seals.is_empty() {
        true => {
            "This file continues no sealed version, so these are the words of another file, or the seal was taken off this one."
        }
        false => {
            "These are not the words of any sealed version that this file continues: they are of another file, or a seal was taken off this one."
        }
    };
    Some(OfAncestors::None(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal() -> Fingerprint {
        let hash: String = (0..32).map(|byte| format!("{byte:02x}")).collect();
        Fingerprint(hash.try_into().unwrap())
    }

    #[test]
    fn words_are_compared_while_they_are_typed() {
        let seal = seal();
        let words = seal.words();
        assert_eq!(told(&seal, true, " "), None);
        let (mark, text) = told(&seal, true, &words[..2].join(" ")).unwrap();
        assert_eq!(
            (mark, text.as_str()),
            (Mark::Information, "The same so far: 1 of 10.")
        );
        let (mark, text) = told(&seal, true, &format!("{}, moonlight, x", words[0])).unwrap();
        assert_eq!(mark, Mark::Danger);
        let expected = format!(
            "Not the same: word 2 is “{}” here, not “moonlight”.",
            words[1]
        );
        assert_eq!(text, expected);
        let all = words.join(", ").to_uppercase();
        assert_eq!(told(&seal, true, &all).unwrap().0, Mark::Done);
        let none = told(&seal, true, &"moonlight ".repeat(10)).unwrap().1;
        assert!(none.starts_with("No word"));
        let more = told(&seal, true, &format!("{all} x")).unwrap().1;
        assert!(more.contains("11 words"));
    }

    #[test]
    fn no_words_of_a_changed_file_have_a_tick() {
        let seal = seal();
        let (mark, text) = told(&seal, false, &seal.in_words()).unwrap();
        assert_eq!(mark, Mark::Danger);
        assert!(text.contains("another one now"), "{text}");
    }

    #[test]
    fn another_order_and_a_missing_word_are_told() {
        let seal = seal();
        let mut words = seal.words().to_vec();
        words.swap(2, 7);
        let (mark, text) = told(&seal, true, &words.join(" ")).unwrap();
        assert_eq!(mark, Mark::Caution);
        assert!(text.contains("the same words in another order"), "{text}");
        let mut words = seal.words().to_vec();
        words.remove(3);
        let (mark, text) = told(&seal, true, &words.join(" ")).unwrap();
        assert_eq!(mark, Mark::Caution);
        assert!(text.starts_with("Nine of ten"), "{text}");
        assert!(text.contains("word 4"), "{text}");
    }

    #[test]
    fn without_a_seal_words_are_compared_with_the_versions_before() {
        let seal = seal();
        let all = seal.in_words();
        assert_eq!(told_of_ancestors(&[seal], ""), None);
        assert_eq!(told_of_ancestors(&[seal], &all), Some(OfAncestors::Is(0)));
        let none = told_of_ancestors(&[], &all);
        assert!(matches!(none, Some(OfAncestors::None(_))), "{none:?}");
    }
}
