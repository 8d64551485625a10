//! Why a change was not made, in plain words that say what is missing or what to do.

use thiserror::Error;

use super::Date;
use super::bounds;
use super::complete::Missing;
use super::panel::MemberId;
use super::text::{CaseId, ProvisionCode};

/// A command that the gate did not apply. Nothing changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The review is open for reading only.
    #[error("this review is open read-only; nothing in it can be changed here")]
    ReadOnly,
    /// A second beginning.
    #[error("this review has already begun")]
    AlreadyBegun,
    /// No such case.
    #[error("there is no case {0} in this review")]
    NoSuchCase(CaseId),
    /// A case that was put aside.
    #[error("case {0} has been put aside; bring it back first")]
    PutAside(CaseId),
    /// Nothing to bring back.
    #[error("case {0} has not been put aside")]
    NotPutAside(CaseId),
    /// A case number given twice.
    #[error("there is a case {0} already; every case has its own number")]
    CaseExists(CaseId),
    /// A code that is not in the table.
    #[error("“{0}” is not in the provision table")]
    NoSuchProvision(ProvisionCode),
    /// A code given twice.
    #[error("there are two rows “{0}” in the provision table; every row has its own code")]
    ProvisionTwice(ProvisionCode),
    /// Cases refer to a row that is to go.
    #[error("{used_by} of this review refers to “{code}”, so its row stays in the table")]
    ProvisionInUse {
        /// The row.
        code: ProvisionCode,
        /// A case that refers to it, e.g. "case C05".
        used_by: String,
    },
    /// An avoidable cost above the unit cost, or without one.
    #[error(
        "“{0}”: the avoidable cost is a part of the unit cost, so it cannot be more than that, \
         nor stand without it"
    )]
    AvoidableAboveUnit(ProvisionCode),
    /// Too few or too many rows.
    #[error(
        "a provision table has {least} to {most} rows; this one would have {rows}",
        least = bounds::PROVISIONS_MIN,
        most = bounds::PROVISIONS_MAX
    )]
    ProvisionCount {
        /// How many it would have.
        rows: usize,
    },
    /// Too many of something.
    #[error("there can be at most {most} {what}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// The bound.
        most: usize,
    },
    /// No such member.
    #[error("there is no member number {} on this panel", .0.0)]
    NoSuchMember(MemberId),
    /// Two members with one number.
    #[error("there are two members number {} on this panel; every member has their own", .0.0)]
    MemberTwice(MemberId),
    /// A member who has rated cannot go.
    #[error("this member has rated case {0}; ratings are kept, and so is who gave them")]
    MemberHasRated(CaseId),
    /// A member who was there cannot go.
    #[error("this member was there on {}; who was there is kept", .0.in_words())]
    MemberWasThere(Date),
    /// A member of whom it is kept that they were, or were not, there for a case cannot go.
    #[error("it is kept of this member whether they were there for case {0}; take that back first")]
    MemberExcepted(CaseId),
    /// Two sessions on one day.
    #[error("there are two sessions on {}; every day has one", .0.in_words())]
    SessionTwice(Date),
    /// No such note.
    #[error("there is no such note on case {0}")]
    NoSuchNote(CaseId),
    /// Two notes with one number, or two exceptions of one member.
    #[error("case {0} has two {1} with the same number; each has its own")]
    EntryTwice(CaseId, &'static str),
    /// Words for reading aloud that say nothing.
    #[error("words for reading aloud have to say something")]
    NoWords,
    /// First ratings are frozen.
    #[error(
        "the ratings of case {0} have been revealed; a slip is corrected with a reason, the first rating stays"
    )]
    RatingsRevealed(CaseId),
    /// Nothing to correct yet.
    #[error("the ratings of case {0} have not been revealed yet; the member can simply rate again")]
    RatingsNotRevealed(CaseId),
    /// Nothing to reveal or to take out.
    #[error("there is no such rating of case {0}")]
    NoSuchRating(CaseId),
    /// Ratings after the judgement are no first ratings.
    #[error(
        "the panel has judged case {0} already; ratings made from now on would be no first ratings"
    )]
    JudgedAlready(CaseId),
    /// Rating cannot be skipped any more.
    #[error("members have rated case {0} already; take their ratings out first, or reveal them")]
    RatedAlready(CaseId),
    /// Two ratings of one member.
    #[error("case {0} has two first ratings of one member; everybody rates once")]
    RatedTwice(CaseId),
    /// A correction without a reason.
    #[error("a correction needs a reason")]
    NoReason,
    /// No such parent perspective.
    #[error("there is no such parent’s perspective on case {0}")]
    NoSuchVoice(CaseId),
    /// Two parents' perspectives with one number.
    #[error("case {0} has two parents’ perspectives with the same number; each has its own")]
    VoiceTwice(CaseId),
    /// A stance on nothing.
    #[error(
        "the panel has not recorded a judgement of case {0} that a parent could be asked about"
    )]
    NothingToAskAbout(CaseId),
    /// A stance of somebody who was not heard.
    #[error(
        "only a parent who was heard can be asked about the judgement; whoever declined or was \
         not reached has no view here, and when they are heard, that is a perspective of its own"
    )]
    NotHeard,
    /// The only gate to judging.
    #[error("first agree what “ideal” means to this panel; no judgement can be recorded before")]
    NoDefinition,
    /// Judgements rest on the definition.
    #[error(
        "judgements have been recorded by this definition; change its words instead of taking it out"
    )]
    DefinitionInUse,
    /// A definition without words.
    #[error("a definition of “ideal” needs words")]
    EmptyDefinition,
    /// Something of the judgement or of the parent's perspective is missing.
    #[error("missing in case {case}: {}", in_words(missing))]
    Incomplete {
        /// The case.
        case: CaseId,
        /// What, in the order of the form.
        missing: Vec<Missing>,
    },
    /// Nobody was asked.
    #[error("this parent of case {0} has not been asked about the judgement")]
    NotAsked(CaseId),
    /// Nothing has been recorded.
    #[error("no judgement of case {0} has been recorded")]
    NothingRecorded(CaseId),
    /// Money cannot be hidden again.
    #[error("money has been seen in this review; it cannot be hidden again")]
    MoneySeen,
    /// Money is not locked.
    #[error("money is not locked in this review")]
    MoneyNotLocked,
    /// Nothing to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// A sealed review does not change.
    #[error("this review is sealed; continue it as a new, unsealed version to change something")]
    Sealed,
    /// Nothing to continue.
    #[error("this review is not sealed, so it simply goes on")]
    NotSealed,
    /// Another fingerprint than that of the review.
    #[error("this is not the fingerprint that the review was sealed with")]
    OtherFingerprint,
    /// A passage that is too short or too long to be found with care.
    #[error("a passage that is to be taken out has 3 to 2,000 characters")]
    PassageLength,
    /// A passage with a mark, or a part of one.
    #[error("choose the words without square brackets: marks of what was taken out stand in them")]
    PassageBrackets,
    /// A passage that is nowhere.
    #[error("this passage stands nowhere in the review or in its history")]
    PassageNotThere,
    /// A passage that what is put in its place holds.
    #[error("“{0}” holds this passage itself; choose something else to stand in its place")]
    PassageInMark(&'static str),
    /// A passage in a case number.
    #[error("the number of case {0} holds this passage; give the case another number first")]
    PassageInCaseNumber(CaseId),
    /// A passage in a provision code.
    #[error(
        "“{0}”, a code of the provision table, holds this passage; give that kind of provision \
         another code first"
    )]
    PassageInCode(ProvisionCode),
    /// A definition of which nothing would be left.
    #[error("nothing would be left of what “ideal” means; agree other words for that first")]
    PassageIsDefinition,
    /// A command that tells of a passage without it.
    #[error("a passage is taken out by whoever knows it, not by what history says of it")]
    PassageNotGiven,
    /// Nothing to redo.
    #[error("there is nothing to do again")]
    NothingToRedo,
}

/// A list of what is missing, as one line.
pub fn in_words(missing: &[Missing]) -> String {
    missing
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}
