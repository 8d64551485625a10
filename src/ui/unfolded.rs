//! What somebody has unfolded: on the pages of *Prepare* help, a row of a table, what there is to
//! compare with; on a case its notes and the words for reading aloud. It goes with the place where
//! they are, not with the review.

use std::collections::HashSet;

use crate::review::perspective::VoiceId;
use crate::review::source::BaselineFigure;
use crate::review::text::{CaseId, ProvisionCode};

/// Something that can be unfolded.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    /// The help on a figure, by its label.
    Help(&'static str),
    /// A row of the provision table: one at a time.
    Row(ProvisionCode),
    /// What places cost elsewhere.
    Examples(ProvisionCode),
    /// The presets of a figure.
    Presets(BaselineFigure),
    /// Figures of money on this page while it is locked.
    Money,
    /// The words of a case for reading aloud, to be worded otherwise.
    Aloud(CaseId),
    /// Part of the parents that are asked afterwards, instead of all: one at a time.
    Afterwards(Part),
    /// A parent who was asked while only those still to be asked are shown: the row stays under the
    /// hand.
    Answered(CaseId, VoiceId),
    /// What else a parent may say, before they have said it.
    Besides(CaseId, VoiceId, Besides),
    /// The notes of a case.
    Notes(CaseId),
    /// The time on a case, put away.
    TimeAway,
}

/// A part of the parents beside recorded judgements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Those who are still to be asked.
    ToBeAsked,
    /// Those who declined or could not be reached.
    NotHeard,
}

/// What not every parent is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Besides {
    /// Their wish on mainstream.
    Mainstream,
    /// Their hopes and fears.
    HopesAndFears,
    /// What would change their mind.
    WouldChange,
    /// Whether what is written was read back to them.
    ReadBack,
}

/// All that is unfolded.
#[derive(Clone, Debug, Default)]
pub struct Unfolded {
    open: HashSet<Fold>,
}

impl Unfolded {
    /// Whether this is.
    pub fn has(&self, fold: &Fold) -> bool {
        self.open.contains(fold)
    }

    /// Unfolds it, or folds it away again.
    pub fn turn(&mut self, fold: Fold) {
        if matches!(fold, Fold::Afterwards(_)) {
            self.forget_answered();
        }
        if self.open.remove(&fold) {
            return;
        }
        self.open(fold);
    }

    /// Unfolds it.
    pub fn open(&mut self, fold: Fold) {
        if matches!(fold, Fold::Row(_)) {
            self.open.retain(|open| !matches!(open, Fold::Row(_)));
        }
        if matches!(fold, Fold::Afterwards(_)) {
            self.open
                .retain(|open| !matches!(open, Fold::Afterwards(_)));
        }
        self.open.insert(fold);
    }

    /// Unfolds it, or folds it away, whatever it was.
    pub fn set(&mut self, fold: Fold, open: bool) {
        if open {
            self.open(fold);
        } else {
            self.open.remove(&fold);
        }
    }

    /// Somebody goes to another case or step: words that were being worded are read there next.
    pub fn leave_case(&mut self) {
        self.open.retain(|open| !matches!(open, Fold::Aloud(_)));
    }

    /// Which part of the parents that are asked afterwards is shown; `None` = all.
    pub fn part(&self) -> Option<Part> {
        let parts = [Part::ToBeAsked, Part::NotHeard];
        parts
            .into_iter()
            .find(|part| self.has(&Fold::Afterwards(*part)))
    }

    fn forget_answered(&mut self) {
        self.open.retain(|open| !matches!(open, Fold::Answered(..)));
    }

    /// Somebody goes to another page: money that was shown there is not to be on the next.
    pub fn leave(&mut self) {
        self.open.remove(&Fold::Money);
        self.forget_answered();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_at_a_time() {
        let row = |code: &str| Fold::Row(ProvisionCode::new(code).unwrap());
        let mut unfolded = Unfolded::default();
        unfolded.turn(Fold::Help("Children"));
        unfolded.turn(row("Mainstream"));
        unfolded.turn(row("StateSpecial"));
        assert!(unfolded.has(&Fold::Help("Children")));
        assert!(!unfolded.has(&row("Mainstream")) && unfolded.has(&row("StateSpecial")));
        unfolded.turn(row("StateSpecial"));
        assert!(!unfolded.has(&row("StateSpecial")));
    }

    #[test]
    fn whoever_was_asked_stays_until_the_list_is_set_anew() {
        let answered = Fold::Answered(CaseId::new("C01").unwrap(), VoiceId(1));
        let mut unfolded = Unfolded::default();
        unfolded.turn(Fold::Afterwards(Part::ToBeAsked));
        unfolded.turn(answered.clone());
        assert!(unfolded.has(&answered) && unfolded.part() == Some(Part::ToBeAsked));
        unfolded.turn(Fold::Afterwards(Part::NotHeard));
        assert!(!unfolded.has(&answered) && unfolded.part() == Some(Part::NotHeard));
        unfolded.turn(Fold::Afterwards(Part::NotHeard));
        assert_eq!(unfolded.part(), None);
    }

    #[test]
    fn what_is_wanted_twice_is_as_if_it_were_wanted_once() {
        let notes = Fold::Notes(CaseId::new("C01").unwrap());
        let mut unfolded = Unfolded::default();
        for open in [true, true, false, false] {
            unfolded.set(notes.clone(), open);
            assert_eq!(unfolded.has(&notes), open);
        }
    }

    #[test]
    fn money_stays_on_its_page() {
        let mut unfolded = Unfolded::default();
        unfolded.turn(Fold::Money);
        unfolded.leave();
        assert!(!unfolded.has(&Fold::Money));
    }
}
