//! The texts of *Prepare* beyond title, council and figures: purpose and days, what members said of
//! "ideal", how the cases were chosen.

use serde::{Deserialize, Serialize};

use super::read::{Told, figure, optional_date, words};
use crate::exchange::number::Kind;
use crate::review::Date;
use crate::review::command::SetupEdit;
use crate::review::panel::MemberId;
use crate::review::setup::{Definition, IdealWords, Setup};
use crate::review::text::grouped;

/// A text of the setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SetupField {
    /// What the review is for.
    Purpose,
    /// A workshop day that is being added.
    NewDay,
    /// What "ideal" means to a member.
    Said(MemberId),
    /// What it means to somebody who is not on the list, counted from 0; the one after the last is
    /// still to speak.
    SaidBesides(usize),
    /// When the words on "ideal" are or were agreed.
    AgreedOn,
    /// The list that the cases were chosen from.
    Frame,
    /// How many were on it.
    FrameSize,
    /// Who chose.
    ChosenBy,
    /// When.
    ChosenOn,
    /// Who was left out.
    LeftOut,
    /// What the panel was shown.
    Shown,
}

impl SetupField {
    /// What stands in the field.
    pub(super) fn shown(self, setup: &Setup) -> String {
        let chosen = &setup.selection;
        let date = |date: Option<Date>| date.map(Date::in_words).unwrap_or_default();
        match self {
            Self::Purpose => setup.purpose.to_string(),
            Self::NewDay => String::new(),
            Self::Said(member) => {
                let theirs = setup.ideal_words.iter();
                let theirs = theirs.filter(|said| said.by == Some(member));
                let theirs: Vec<_> = theirs.map(|said| said.words.as_str()).collect();
                theirs.join("; ")
            }
            Self::SaidBesides(nth) => besides(setup)
                .nth(nth)
                .map(|(_, said)| said.words.to_string())
                .unwrap_or_default(),
            Self::AgreedOn => date(setup.proposed.as_ref().and_then(|words| words.agreed_on)),
            Self::Frame => chosen.frame.to_string(),
            Self::FrameSize => chosen
                .frame_size
                .map(|size| grouped(&size.to_string()))
                .unwrap_or_default(),
            Self::ChosenBy => chosen.chosen_by.to_string(),
            Self::ChosenOn => date(chosen.chosen_on),
            Self::LeftOut => chosen.left_out.to_string(),
            Self::Shown => chosen.shown.to_string(),
        }
    }

    /// The change that typed text becomes.
    pub(super) fn edit(self, setup: &Setup, text: &str) -> Told<SetupEdit> {
        let mut chosen = setup.selection.clone();
        match self {
            Self::Purpose => return Ok(SetupEdit::Purpose(words(text)?)),
            Self::NewDay => return with_day(setup, text),
            Self::Said(member) => return said(setup, Some(member), text),
            Self::SaidBesides(nth) => return said_besides(setup, nth, text),
            Self::AgreedOn => {
                let proposed = Definition {
                    agreed_on: optional_date(text)?,
                    ..proposed(setup)
                };
                return Ok(SetupEdit::Proposed(something(proposed)));
            }
            Self::Frame => chosen.frame = words(text)?,
            Self::FrameSize => chosen.frame_size = size(text)?,
            Self::ChosenBy => chosen.chosen_by = words(text)?,
            Self::ChosenOn => chosen.chosen_on = optional_date(text)?,
            Self::LeftOut => chosen.left_out = words(text)?,
            Self::Shown => chosen.shown = words(text)?,
        }
        Ok(SetupEdit::Selection(chosen))
    }

    /// Whether words stand here, rather than figures and dates.
    pub(super) const fn holds_words(self) -> bool {
        !matches!(
            self,
            Self::NewDay | Self::AgreedOn | Self::FrameSize | Self::ChosenOn
        )
    }

    /// Whether it is running text, of which a part is worth something.
    pub(super) const fn keeps_while_typing(self) -> bool {
        matches!(self, Self::Purpose | Self::LeftOut | Self::Shown)
    }

    /// Whether the record that it belongs to is still there.
    pub(super) fn is_there(self, setup: &Setup) -> bool {
        match self {
            Self::Said(member) => setup.members.iter().any(|kept| kept.id == member),
            Self::SaidBesides(nth) => nth <= besides(setup).count(),
            _ => true,
        }
    }

    /// What it is called in a sentence.
    pub(super) const fn what(self) -> &'static str {
        match self {
            Self::Purpose => "what the review is for",
            Self::NewDay => "a workshop day",
            Self::Said(_) | Self::SaidBesides(_) => "what “ideal” means to somebody",
            Self::AgreedOn => "when “ideal” was agreed",
            Self::Frame => "the list that the cases were chosen from",
            Self::FrameSize => "how many were on the list",
            Self::ChosenBy => "who chose the cases",
            Self::ChosenOn => "when the cases were chosen",
            Self::LeftOut => "who was left out",
            Self::Shown => "what the panel was shown",
        }
    }
}

/// The words that are being agreed, as far as there are any.
pub fn proposed(setup: &Setup) -> Definition {
    setup.proposed.clone().unwrap_or(Definition {
        words: words("").unwrap_or_default(),
        agreed_on: None,
        agreed_by: Vec::new(),
    })
}

/// A proposal that holds anything.
pub fn something(proposed: Definition) -> Option<Definition> {
    let holds = !proposed.words.trim().is_empty()
        || proposed.agreed_on.is_some()
        || !proposed.agreed_by.is_empty();
    holds.then_some(proposed)
}

/// What was said by people who are not on the list, with its place among all that was said.
pub fn besides(setup: &Setup) -> impl Iterator<Item = (usize, &IdealWords)> {
    let all = setup.ideal_words.iter().enumerate();
    all.filter(|(_, said)| said.by.is_none())
}

/// All that was said, with one member's words put in the place of what they said before.
fn said(setup: &Setup, by: Option<MemberId>, text: &str) -> Told<SetupEdit> {
    let words = words(text.trim())?;
    let before = setup.ideal_words.iter().position(|said| said.by == by);
    let mut all = setup.ideal_words.clone();
    all.retain(|said| said.by != by);
    if !words.is_empty() {
        let at = before.unwrap_or(all.len()).min(all.len());
        all.insert(at, IdealWords { by, words });
    }
    Ok(SetupEdit::IdealWords(all))
}

fn said_besides(setup: &Setup, nth: usize, text: &str) -> Told<SetupEdit> {
    let words = words(text.trim())?;
    let mut all = setup.ideal_words.clone();
    let at = besides(setup).nth(nth).map(|(at, _)| at);
    match at {
        Some(at) if words.is_empty() => drop(all.remove(at)),
        Some(at) => {
            if let Some(said) = all.get_mut(at) {
                said.words = words;
            }
        }
        None if words.is_empty() => {}
        None => all.push(IdealWords { by: None, words }),
    }
    Ok(SetupEdit::IdealWords(all))
}

fn with_day(setup: &Setup, text: &str) -> Told<SetupEdit> {
    let day = Date::typed(text)?;
    let mut days = setup.meets_on.clone();
    if days.contains(&day) {
        return Err(format!("{} is on the list already", day.in_words()));
    }
    days.push(day);
    days.sort();
    Ok(SetupEdit::MeetsOn(days))
}

fn size(text: &str) -> Told<Option<u32>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let whole = |number: f64| {
        let fits = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
        let size = fits.then_some(number as u32).filter(|size| *size > 0);
        size.ok_or("a number of children is whole, and at least 1")
    };
    figure(text, Kind::Count, whole).map(Some)
}
