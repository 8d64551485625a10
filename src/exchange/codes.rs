//! The words that tables use for the answers of a form, and provision codes.

use crate::review::judgement::{Answer, Confidence, Payer};
use crate::review::perspective::{ParentAnswer, Source, Speaker};
use crate::review::setup::SelectionMethod;
use crate::review::stance::{Stance, StanceFrom};

use super::number::shortened;

/// A word of the tables, the words of the screen for the same, and what it means.
pub(super) type Code<T> = (&'static str, &'static str, T);

macro_rules! codes {
    ($(#[$doc:meta] $name:ident: $type:ty = $($code:literal => $value:expr),+;)+) => {
        $(#[$doc] pub(super) const $name: &[Code<$type>] = &[$(($code, $value.label(), $value)),+];)+
    };
}

codes! {
    /// Who spoke.
    SPEAKERS: Speaker =
        "mother" => Speaker::Mother,
        "father" => Speaker::Father,
        "carer" => Speaker::Carer,
        "foster_carer" => Speaker::FosterCarer,
        "young_person" => Speaker::YoungPerson,
        "parental_responsibility" => Speaker::ParentalResponsibility;
    /// How the parent was heard.
    SOURCES: Source =
        "in_the_room" => Source::InTheRoom,
        "interview" => Source::Interview,
        "written" => Source::Written,
        "from_papers" => Source::FromPapers,
        "declined" => Source::Declined,
        "not_reached" => Source::NotReached;
    /// The panel's answers.
    ANSWERS: Answer =
        "ideal" => Answer::Ideal,
        "not_ideal" => Answer::NotIdeal,
        "cannot_tell" => Answer::CannotTell;
    /// A parent's answers.
    PARENT_ANSWERS: ParentAnswer =
        "ideal" => ParentAnswer::Stated(Answer::Ideal),
        "not_ideal" => ParentAnswer::Stated(Answer::NotIdeal),
        "cannot_tell" => ParentAnswer::Stated(Answer::CannotTell),
        "not_stated" => ParentAnswer::NotStated;
    /// A stance that was asked.
    STANCES: Stance =
        "agrees" => Stance::Agrees,
        "agrees_with_conditions" => Stance::AgreesWithConditions,
        "disagrees" => Stance::Disagrees,
        "no_view" => Stance::NoView;
    /// Who would pay.
    PAYERS: Payer =
        "high_needs" => Payer::HighNeeds,
        "school" => Payer::School,
        "health" => Payer::Health,
        "social_care" => Payer::SocialCare,
        "family" => Payer::Family,
        "other" => Payer::Other;
    /// How sure.
    CONFIDENCE: Confidence =
        "low" => Confidence::Low,
        "medium" => Confidence::Medium,
        "high" => Confidence::High;
    /// How the cases were chosen.
    SELECTION: SelectionMethod =
        "random" => SelectionMethod::Random,
        "stratified_random" => SelectionMethod::StratifiedRandom,
        "purposive" => SelectionMethod::Purposive,
        "everyone" => SelectionMethod::Everyone,
        "not_known" => SelectionMethod::NotKnown;
}

/// Whether a condition is in place.
pub(super) const YES_NO: &[Code<bool>] = &[("yes", "yes", true), ("no", "no", false)];

/// A word without case, and with one kind of gap between its parts.
fn plain(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join("_")
}

/// Which of the words this is.
pub(super) fn code<T: Copy>(text: &str, codes: &[Code<T>]) -> Result<T, String> {
    let wanted = plain(text);
    codes
        .iter()
        .find(|(code, label, _)| *code == wanted || plain(label) == wanted)
        .map(|(_, _, value)| *value)
        .ok_or_else(|| {
            let known: Vec<_> = codes.iter().map(|(code, ..)| *code).collect();
            format!("“{}” is none of {}", shortened(text), known.join(", "))
        })
}

/// The method of choosing cases that a word of the tables names.
///
/// # Errors
/// Which words there are.
pub fn selection_method(word: &str) -> Result<SelectionMethod, String> {
    code(word, SELECTION)
}

/// An answer of the panel as the tables write it.
pub fn answer_code(answer: Answer) -> &'static str {
    written(answer, ANSWERS)
}

/// How a parent was heard, as the tables write it.
pub fn source_code(source: Source) -> &'static str {
    written(source, SOURCES)
}

/// Who spoke, as the tables write it.
pub fn speaker_code(speaker: Speaker) -> &'static str {
    written(speaker, SPEAKERS)
}

/// How the cases were chosen, as the command line writes it.
pub fn selection_code(method: SelectionMethod) -> &'static str {
    written(method, SELECTION)
}

/// A payer as the tables write it.
pub fn payer_code(payer: Payer) -> &'static str {
    written(payer, PAYERS)
}

/// A stance as the tables write it.
pub fn stance_code(stance: Stance) -> &'static str {
    written(stance, STANCES)
}

fn written<T: Copy + PartialEq>(value: T, codes: &[Code<T>]) -> &'static str {
    let mut codes = codes.iter();
    codes
        .find(|(.., known)| *known == value)
        .map_or("", |(code, ..)| *code)
}

/// How a stance is known, as tables write it.
pub const fn stance_from_code(from: StanceFrom) -> &'static str {
    match from {
        StanceFrom::Asked => "asked",
        StanceFrom::Derived => "derived",
        StanceFrom::Papers => "papers",
    }
}

/// Whether a text is this word.
pub(super) fn is_word(text: &str, word: &str) -> bool {
    plain(text) == word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_dress() {
        for text in [
            "foster_carer",
            "Foster carer",
            "FOSTER-CARER",
            " foster  carer ",
        ] {
            assert_eq!(code(text, SPEAKERS), Ok(Speaker::FosterCarer), "{text}");
        }
        assert_eq!(
            code("could not be reached", SOURCES),
            Ok(Source::NotReached)
        );
        let why = code("mum", SPEAKERS).unwrap_err();
        assert!(
            why.contains("“mum”") && why.contains("mother, father, carer"),
            "{why}"
        );
    }
}
