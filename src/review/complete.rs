//! What a complete judgement is. [`Complete`] contains a parent's perspective, so nothing that
//! takes one (findings, projection, report) can be given a judgement without the parent.

use super::case::{Case, Standing, Status};
use super::judgement::{Answer, Draft, Ideal, Judgement, Question, Stamp};
use super::perspective::{MissingFromParent, Perspective};
use super::text::{ProvisionCode, Text};

/// The parents' perspectives on a case that are whole: at least one.
#[derive(Clone, Debug)]
pub struct Voices<'a> {
    first: &'a Perspective,
    rest: Vec<&'a Perspective>,
}

impl<'a> Voices<'a> {
    /// The first voice recorded.
    pub const fn first(&self) -> &'a Perspective {
        self.first
    }

    /// The others.
    pub fn rest(&self) -> impl Iterator<Item = &'a Perspective> + '_ {
        self.rest.iter().copied()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &'a Perspective> + '_ {
        std::iter::once(self.first).chain(self.rest())
    }
}

/// A recorded judgement together with the parents' perspectives beside it. Only
/// [`Case::complete`] makes one.
#[derive(Clone, Debug)]
pub struct Complete<'a> {
    case: &'a Case,
    judgement: &'a Judgement,
    voices: Voices<'a>,
}

impl<'a> Complete<'a> {
    /// The case.
    pub const fn case(&self) -> &'a Case {
        self.case
    }

    /// The panel's judgement.
    pub const fn judgement(&self) -> &'a Judgement {
        self.judgement
    }

    /// The parents' perspectives.
    pub const fn voices(&self) -> &Voices<'a> {
        &self.voices
    }

    /// Where the panel sees the ideal, if the case is *counted* (model.md §1): the setting is not
    /// "cannot tell" and an ideal provision is named. Otherwise it is undecided.
    pub fn counted_ideal(&self) -> Option<&'a ProvisionCode> {
        match (&self.judgement.ideal, self.judgement.setting) {
            (_, Answer::CannotTell) | (Ideal::CannotTell, _) => None,
            (Ideal::Provision(ideal), _) => Some(ideal),
        }
    }
}

impl Case {
    /// The judgement with its parents' perspectives, if it is recorded and has at least one.
    pub fn complete(&self) -> Option<Complete<'_>> {
        let Standing::Recorded { judgement, .. } = &self.standing else {
            return None;
        };
        Some(Complete {
            case: self,
            judgement,
            voices: self.whole_voices()?,
        })
    }

    /// The same, if it counts: not where the case is for practice.
    pub fn counting(&self) -> Option<Complete<'_>> {
        self.complete().filter(|_| !self.practice)
    }

    /// The parents' perspectives that are whole, if there is one.
    pub fn whole_voices(&self) -> Option<Voices<'_>> {
        let young = self.file.is_under_sixteen();
        let mut whole = self.voices.iter().filter(|voice| voice.is_whole(young));
        let first = whole.next()?;
        Some(Voices {
            first,
            rest: whole.collect(),
        })
    }

    /// What the voices that have been begun still lack. Each has to be whole, or taken out, before
    /// a judgement is recorded: a second parent who sees it otherwise must not be passed over.
    pub fn missing_from_parents(&self) -> impl Iterator<Item = Missing> {
        let young = self.file.is_under_sixteen();
        let voices = self.voices.iter();
        voices.flat_map(move |voice| voice.missing(young).into_iter().map(Missing::FromParent))
    }

    /// What is still missing before the draft on the form can be recorded, in the order of the
    /// form. The panel's part first, then the parent's.
    pub fn missing(&self) -> Vec<Missing> {
        let mut missing = match finish(self.draft().as_ref(), &self.file.current_provision) {
            Ok(_) => Vec::new(),
            Err(missing) => missing,
        };
        if self.voices.is_empty() {
            missing.push(Missing::Parent);
        }
        missing.extend(self.missing_from_parents());
        missing
    }

    /// The state of the case.
    pub fn status(&self) -> Status {
        match &self.standing {
            Standing::Recorded { changes: None, .. } => Status::Recorded,
            Standing::Recorded {
                changes: Some(_), ..
            } => Status::Changing,
            Standing::Draft(draft) => {
                let missing = self.missing();
                if missing.is_empty() {
                    Status::ReadyToRecord
                } else if missing.iter().all(|missing| missing.is_parents()) {
                    Status::WaitsForParent
                } else if draft.is_empty() {
                    Status::NotStarted
                } else {
                    Status::Draft
                }
            }
        }
    }

    /// Keeps the first principle whatever has changed: a recorded judgement that has lost its
    /// last parent's perspective, or that no longer fits the case file, is a draft again.
    /// Where changes were on the form, these stay there; what they replaced is in the history.
    /// Returns what it lacks if that happened.
    pub(super) fn settle(&mut self) -> Option<Vec<Missing>> {
        let Standing::Recorded { judgement, changes } = &self.standing else {
            return None;
        };
        let as_recorded = judgement.to_draft();
        let mut lacks = match finish(&as_recorded, &self.file.current_provision) {
            Ok(_) => Vec::new(),
            Err(missing) => missing,
        };
        if self.whole_voices().is_none() {
            lacks.push(Missing::Parent);
        }
        if lacks.is_empty() {
            return None;
        }
        let draft = changes.clone().unwrap_or(as_recorded);
        self.standing = Standing::Draft(draft);
        Some(lacks)
    }
}

/// What stands between a draft and a recorded judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The panel's answer to a question.
    Answer(Question),
    /// Where the ideal would be.
    Ideal,
    /// The setting is said to be ideal, and another kind of provision too.
    IdealIsElsewhere,
    /// Why the panel thinks so (placeholders are not words).
    Reasoning,
    /// What a condition is, counted from 1.
    Condition(usize),
    /// What a dissenting member says, counted from 1.
    Dissent(usize),
    /// A parent's perspective.
    Parent,
    /// Something of the parent's perspective.
    FromParent(MissingFromParent),
}

impl Missing {
    /// Whether it is the parent's part that is missing.
    pub const fn is_parents(self) -> bool {
        matches!(self, Self::Parent | Self::FromParent(_))
    }
}

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Answer(question) => write!(f, "the panel’s answer on {}", question.word()),
            Self::Ideal => f.write_str("where the ideal would be"),
            Self::IdealIsElsewhere => f.write_str(
                "one ideal: the setting is said to be ideal, but another kind of provision is named",
            ),
            Self::Reasoning => f.write_str("why the panel thinks so"),
            Self::Condition(at) => write!(f, "what condition {at} is (or take it out)"),
            Self::Dissent(at) => write!(f, "what dissent {at} says (or take it out)"),
            Self::Parent => f.write_str("a parent’s perspective"),
            Self::FromParent(missing) => missing.fmt(f),
        }
    }
}

/// The panel's part of a judgement, without the parent's and without its stamps.
pub(super) struct Finished(Judgement);

impl Finished {
    /// The judgement, recorded now; what was first recorded earlier keeps its first stamp.
    pub(super) fn recorded(self, now: Stamp, earlier: Option<&Judgement>) -> Judgement {
        let first_recorded = earlier.map_or(now, |judgement| judgement.first_recorded);
        Judgement {
            first_recorded,
            last_changed: now,
            ..self.0
        }
    }
}

/// The panel's part, if nothing required is missing from the draft.
pub(super) fn finish(draft: &Draft, current: &ProvisionCode) -> Result<Finished, Vec<Missing>> {
    let mut missing: Vec<Missing> = Question::ALL
        .into_iter()
        .filter(|question| draft.answer(*question).is_none())
        .map(Missing::Answer)
        .collect();
    let ideal = match (draft.setting, &draft.ideal) {
        (Some(Answer::CannotTell), None) => Some(Ideal::CannotTell),
        (Some(Answer::Ideal), Some(Ideal::Provision(named))) if named != current => {
            missing.push(Missing::IdealIsElsewhere);
            None
        }
        (Some(Answer::Ideal), None | Some(Ideal::CannotTell)) | (_, None) => {
            missing.push(Missing::Ideal);
            None
        }
        (_, Some(ideal)) => Some(ideal.clone()),
    };
    if !draft.reasoning.says_something() {
        missing.push(Missing::Reasoning);
    }
    // A condition without words would block a move, and nobody could say why.
    let wordless = |words: &Text, missing| (!words.says_something()).then_some(missing);
    let conditions = draft.conditions.iter().zip(1..);
    missing.extend(conditions.filter_map(|(c, at)| wordless(&c.what, Missing::Condition(at))));
    let views = draft.dissent.iter().zip(1..);
    missing.extend(views.filter_map(|(view, at)| wordless(&view.words, Missing::Dissent(at))));
    match (draft.setting, draft.support, draft.timeliness, ideal) {
        (Some(setting), Some(support), Some(timeliness), Some(ideal)) if missing.is_empty() => {
            let Draft {
                reasoning,
                conditions,
                support_costs,
                root_causes,
                confidence,
                dissent,
                less_than_plan,
                ..
            } = draft.clone();
            let unstamped = Stamp::UNSTAMPED;
            Ok(Finished(Judgement {
                setting,
                support,
                timeliness,
                ideal,
                reasoning,
                conditions,
                support_costs,
                root_causes,
                confidence,
                dissent,
                less_than_plan,
                first_recorded: unstamped,
                last_changed: unstamped,
            }))
        }
        _ => Err(missing),
    }
}
