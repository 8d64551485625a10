//! What looks identifying in a review, and in which of its fields.

use std::collections::HashSet;

use crate::review::case::Case;
use crate::review::redact::Why;
use crate::review::setup::Setup;
use crate::review::text::CaseId;
use crate::review::texts::{HasTexts, KEPT, Typed};

use super::{Found, Kept, Kind, names, scan, scan_again, words};

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
///
/// A name found in one field of a case is looked for in all of its fields.
pub fn identifying<'a>(
    setup: &Setup,
    cases: impl IntoIterator<Item = &'a Case>,
) -> Vec<Identifying> {
    let mut all = of_setup(setup);
    for case in cases {
        all.extend(of_case(case));
    }
    Kept::of(setup).mark(&mut all);
    all
}

/// What looks identifying in one case, and in nothing else.
pub fn identifying_in(case: &Case, kept: &Kept) -> Vec<Identifying> {
    let mut all = of_case(case);
    kept.mark(&mut all);
    all
}

/// What is found in the setup, nothing of it marked as kept.
pub(super) fn of_setup(setup: &Setup) -> Vec<Identifying> {
    look_into(None, &mut setup.clone())
}

/// What is found in a case, nothing of it marked as kept.
pub(super) fn of_case(case: &Case) -> Vec<Identifying> {
    look_into(Some(case.id()), &mut case.clone())
}

fn look_into(case: Option<&CaseId>, part: &mut impl HasTexts) -> Vec<Identifying> {
    let mut found: Vec<Vec<Found>> = Vec::new();
    let mut names: HashSet<String> = HashSet::new();
    each_text(case, part, &mut |_, text| {
        let here = scan(text);
        if here.iter().any(|one| one.kind == Kind::Name) {
            let here = names::words_of_names(&words::split(text), &here);
            names.extend(here.into_iter().map(str::to_owned));
        }
        found.push(here);
    });
    let names: HashSet<&str> = names.iter().map(String::as_str).collect();
    let mut found = found.into_iter();
    let mut all = Vec::new();
    each_text(case, part, &mut |field, text| {
        let mut here = found.next().unwrap_or_default();
        if may_hold(text, &names) {
            here = scan_again(text, here, &names);
        }
        tell(case, field, text, here, &mut all);
    });
    all
}

/// Whether one of these words may be in a text. Most texts hold none of a few, which is seen
/// without taking the text apart again.
fn may_hold(text: &str, names: &HashSet<&str>) -> bool {
    const FEW: usize = 16;
    names.len() > FEW || names.iter().any(|name| text.contains(name))
}

/// Shows all texts, the codes of the table once, in the setup.
fn each_text(case: Option<&CaseId>, part: &mut impl HasTexts, see: &mut dyn FnMut(&str, &str)) {
    part.show(&mut |field, typed| match &typed {
        _ if field.starts_with(KEPT) => {}
        Typed::Text(text) => see(field, text.as_str()),
        Typed::Case(id) => see(field, id.as_str()),
        Typed::Code(code) if case.is_none() => see(field, code.as_str()),
        Typed::Code(_) => {}
    });
}

fn tell(
    case: Option<&CaseId>,
    field: &str,
    text: &str,
    found: Vec<Found>,
    all: &mut Vec<Identifying>,
) {
    let mut told = HashSet::new();
    for found in found {
        let words = text.get(found.range.clone()).unwrap_or_default();
        if told.insert((found.kind, words)) {
            all.push(Identifying {
                case: case.cloned(),
                field: field.to_owned(),
                kind: found.kind,
                text: words.to_owned(),
                kept: false,
                proposed: found.proposed(text),
                because: found.because(text),
            });
        }
    }
}
