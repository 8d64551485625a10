//! What somebody has unfolded: on the pages of *Prepare* help, a row of a table, what there is to
//! compare with; on a case the words for reading aloud. It goes with the place where they are, not
//! with the review.

use std::collections::HashSet;

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
        self.open.insert(fold);
    }

    /// Somebody goes to another case or step: words that were being worded are read there next.
    pub fn leave_case(&mut self) {
        self.open.retain(|open| !matches!(open, Fold::Aloud(_)));
    }

    /// Somebody goes to another page: money that was shown there is not to be on the next.
    pub fn leave(&mut self) {
        self.open.remove(&Fold::Money);
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
    fn money_stays_on_its_page() {
        let mut unfolded = Unfolded::default();
        unfolded.turn(Fold::Money);
        unfolded.leave();
        assert!(!unfolded.has(&Fold::Money));
    }
}
