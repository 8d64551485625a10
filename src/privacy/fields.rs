//! What looks identifying in a review, and in which of its fields.

use std::collections::HashSet;

use crate::review::case::Case;
use crate::review::redact::Why;
use crate::review::setup::Setup;
use crate::review::text::{CaseId, Text};
use crate::review::texts::{HasTexts, KEPT, Typed};

use super::{Kept, Kind, scan};

/// Something in a review that looks identifying.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identifying {
    /// In which case; `None` = in the setup.
    pub case: Option<CaseId>,
    /// In which field, in words.
    pub field: String,
    /// What it looks like.
    pub kind: Kind,
    /// The words that do.
    pub text: String,
    /// Whether somebody has looked at just these words and kept them.
    pub kept: bool,
    /// What they would be taken out as, where that can be told: see
    /// [`Found::proposed`](super::Found::proposed).
    pub proposed: Option<Why>,
    /// Why they look identifying, as a sentence.
    pub because: &'static str,
}

/// Everything in a review that looks identifying, in the order of the review. What stands in one
/// field more than once is told once. The passages kept are not themselves told.
pub fn identifying<'a>(
    setup: &Setup,
    cases: impl IntoIterator<Item = &'a Case>,
) -> Vec<Identifying> {
    let mut all = Vec::new();
    let kept = Kept::new(setup.not_identifying.iter().map(Text::as_str));
    setup.clone().show(&mut |field, typed| {
        if field.starts_with(KEPT) {
            return;
        }
        let text = match &typed {
            Typed::Text(text) => text.as_str(),
            Typed::Code(code) => code.as_str(),
            Typed::Case(id) => id.as_str(),
        };
        look_into(None, field, text, &kept, &mut all);
    });
    for case in cases {
        case.clone().show(&mut |field, typed| {
            let text = match &typed {
                Typed::Text(text) => text.as_str(),
                Typed::Case(id) => id.as_str(),
                // Of the table, whose codes are looked at in the setup.
                Typed::Code(_) => return,
            };
            look_into(Some(case.id()), field, text, &kept, &mut all);
        });
    }
    all
}

fn look_into(
    case: Option<&CaseId>,
    field: &str,
    text: &str,
    kept: &Kept,
    all: &mut Vec<Identifying>,
) {
    let mut told = HashSet::new();
    for found in scan(text) {
        let words = text.get(found.range.clone()).unwrap_or_default();
        if told.insert((found.kind, words)) {
            all.push(Identifying {
                case: case.cloned(),
                field: field.to_owned(),
                kind: found.kind,
                text: words.to_owned(),
                kept: kept.holds(words),
                proposed: found.proposed(text),
                because: found.because(text),
            });
        }
    }
}
