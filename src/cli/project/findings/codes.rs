//! Words of the findings in `project --format json` that no table has.

use crate::exchange::answer_code;
use crate::findings::{NoAlpha, ParentSays};
use crate::review::perspective::ParentAnswer;

pub(super) const fn why_not(why: NoAlpha) -> &'static str {
    match why {
        NoAlpha::NoPairs => "no_pairs",
        NoAlpha::OneValue => "one_value",
        NoAlpha::ResamplesUndefined => "resamples_undefined",
    }
}

pub(super) fn parents_answer(says: ParentSays) -> &'static str {
    match says {
        ParentSays::Heard(ParentAnswer::Stated(stated)) => answer_code(stated),
        ParentSays::Heard(ParentAnswer::NotStated) => "not_stated",
        ParentSays::NotHeard => "not_heard",
    }
}
