//! Where two versions of a review differ, with the beginnings of the texts that do.

use crate::review::text::sentence;
use crate::review::texts::{HasTexts, Typed};
use crate::review::{Review, case::Case, setup::Setup};

/// As much of a text is shown, from where the two part. Characters.
const SHOWN: usize = 70;
/// As much of what both say is shown before that. Characters.
const BEFORE: usize = 20;

/// A place where they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// "Setup", "Case C05".
    pub place: String,
    /// The texts there that are not the same.
    pub texts: Vec<Text>,
}

/// A text that is not the same in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What it is.
    pub field: String,
    /// What the file says, from where they part; empty if nothing.
    pub file: String,
    /// What the journal says.
    pub journal: String,
}

impl Differs {
    /// The texts that differ at a place that the store has named.
    pub(super) fn at(place: &str, file: &Review, journal: &Review) -> Self {
        let texts = if place == "setup" {
            let (one, other): (&Setup, &Setup) = (file.setup(), journal.setup());
            parted(&typed(one), &typed(other))
        } else {
            let name = place.strip_prefix("case ").unwrap_or_default();
            let of = |review: &Review| {
                let case: Option<&Case> = review.cases().find(|case| case.id().as_str() == name);
                case.map(typed).unwrap_or_default()
            };
            parted(&of(file), &of(journal))
        };
        Self {
            place: sentence(place),
            texts,
        }
    }
}

/// Every text, with its field.
fn typed<T: HasTexts + Clone>(of: &T) -> Vec<(String, String)> {
    let mut all = Vec::new();
    // It is shown to be changed; this one is not.
    of.clone().show(&mut |field, typed| {
        if let Typed::Text(text) = typed {
            all.push((named(field), text.to_string()));
        }
    });
    all
}

/// A field as the form calls it. A recorded judgement and a draft have the same ones.
fn named(field: &str) -> String {
    let plain = ["draft: ", "judgement: "]
        .iter()
        .find_map(|part| field.strip_prefix(part))
        .unwrap_or(field);
    match plain {
        "reasoning" => "why the panel thinks so".to_owned(),
        plain => plain.to_owned(),
    }
}

fn parted(file: &[(String, String)], journal: &[(String, String)]) -> Vec<Text> {
    let says = |all: &[(String, String)], field: &str| {
        let found = all.iter().find(|(name, _)| name == field);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let mut fields: Vec<&String> = Vec::new();
    for (field, _) in file.iter().chain(journal) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    let mut texts = Vec::new();
    for field in fields {
        let (one, other) = (says(file, field), says(journal, field));
        if one != other {
            let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
            let from = alike.count().saturating_sub(BEFORE);
            texts.push(Text {
                field: field.clone(),
                file: shown(&one, from),
                journal: shown(&other, from),
            });
        }
    }
    texts
}

fn shown(text: &str, from: usize) -> String {
    let mut shown: String = text.chars().skip(from).take(SHOWN).collect();
    if text.chars().count() > from + SHOWN {
        shown.push('…');
    }
    if from > 0 && !shown.is_empty() {
        shown.insert(0, '…');
    }
    shown.replace('\n', " ")
}
