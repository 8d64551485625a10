//! A judgement as one plain paragraph that is read to the room before it goes on to the next child:
//! built from the record, and worded anew by the panel where it wants to.

use super::aloud::aloud as in_sentences;
use super::case::Case;
use super::complete::Complete;
use super::setup::Setup;

/// The paragraph as the record says it.
pub fn built(complete: &Complete<'_>, setup: &Setup) -> String {
    in_sentences(complete, setup).panel.join(" ")
}

/// What is read aloud of a case: the panel's own words where they were written for the record as it
/// stands, else the paragraph built from it. `None` while the case is not complete.
pub fn aloud(case: &Case, setup: &Setup) -> Option<String> {
    let built = built(&case.complete()?, setup);
    let worded = case.wording.as_ref();
    let worded = worded.filter(|wording| wording.is_current(&built));
    Some(worded.map_or(built, |wording| wording.words.to_string()))
}
