//! The words that the findings of `project --format json` use; those of a case are the tables'.

use crate::findings::{NoAlpha, ParentSays};
use crate::review::judgement::Answer;
use crate::review::perspective::{ParentAnswer, Source, Speaker};

pub(super) const fn why_not(why: NoAlpha) -> &'static str {
    match why {
        NoAlpha::NoPairs => "no_pairs",
        NoAlpha::OneValue => "one_value",
        NoAlpha::ResamplesUndefined => "resamples_undefined",
    }
}

pub(super) const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Ideal => "ideal",
        Answer::NotIdeal => "not_ideal",
        Answer::CannotTell => "cannot_tell",
    }
}

pub(super) const fn parents_answer(says: ParentSays) -> &'static str {
    match says {
        ParentSays::Heard(ParentAnswer::Stated(stated)) => answer(stated),
        ParentSays::Heard(ParentAnswer::NotStated) => "not_stated",
        ParentSays::NotHeard => "not_heard",
    }
}

pub(super) const fn source(source: Source) -> &'static str {
    match source {
        Source::InTheRoom => "in_the_room",
        Source::Interview => "interview",
        Source::Written => "written",
        Source::FromPapers => "from_papers",
        Source::Declined => "declined",
        Source::NotReached => "not_reached",
    }
}

pub(super) const fn speaker(speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Mother => "mother",
        Speaker::Father => "father",
        Speaker::Carer => "carer",
        Speaker::FosterCarer => "foster_carer",
        Speaker::YoungPerson => "young_person",
        Speaker::ParentalResponsibility => "parental_responsibility",
    }
}
