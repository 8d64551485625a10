//! How the figures on the screen came about. An explanation is made when it is first asked for and
//! kept as long as the projection that it explains: a few milliseconds of work at the most, for
//! something that few frames ask for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::Figures;
use crate::projection::{Explanation, Figure, explain};

/// The explanations of one projection that have been asked for. `None`: there is no such figure.
pub(super) type Explained = RefCell<HashMap<Figure, Option<Rc<Explanation>>>>;

impl Figures {
    /// How a figure of the projection on the screen came about; `None` if there is no such figure,
    /// or no projection yet.
    pub fn explanation(&self, figure: &Figure) -> Option<Rc<Explanation>> {
        let (projection, inputs) = (self.projection.as_deref()?, self.inputs.as_deref()?);
        let mut known = self.explained.borrow_mut();
        let known = known.entry(figure.clone());
        let made = || explain(inputs, projection, figure).map(Rc::new);
        known.or_insert_with(made).clone()
    }

    /// How many of these are figures of the projection on the screen, counted until the first that
    /// is not; `None` before there is a projection.
    pub fn known(&self, trail: &[Figure]) -> Option<usize> {
        self.projection.as_ref()?;
        let there = |figure: &&Figure| self.explanation(figure).is_some();
        Some(trail.iter().take_while(there).count())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::projection::{Draws, Inputs, Scenario, project};
    use crate::review::text::CaseId;
    use crate::ui::samples::Sample;

    #[test]
    fn what_is_asked_twice_is_made_once() {
        let review = Sample::WestMarsh.open().unwrap().review;
        let inputs = Inputs::of(review.setup(), review.cases());
        let draws = Draws {
            count: 100,
            seed: 1,
        };
        let figures = Figures {
            projection: Some(Arc::new(project(&inputs, draws))),
            inputs: Some(Arc::new(inputs)),
            ..Figures::default()
        };
        let total = Figure::TotalSaving(Scenario::Panel);
        let gone = Figure::Value(CaseId::new("C99").unwrap());
        let first = figures.explanation(&total).unwrap();
        assert!(Rc::ptr_eq(&first, &figures.explanation(&total).unwrap()));
        assert_eq!(figures.explanation(&gone), None);
        let trail = [total.clone(), gone, total];
        assert_eq!(figures.known(&trail), Some(1));
        assert_eq!(Figures::default().known(&trail), None);
    }
}
