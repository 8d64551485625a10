//! The cases of an open review as the list has them: what is known of each, and the way from one to
//! the next.

use std::sync::Arc;

use super::Session;
use crate::review::text::CaseId;
use crate::review::{Review, Timestamp};
use crate::ui::cases::{Listed, Listing, Tally};
use crate::ui::pace::Left;

impl Session {
    /// Notes how long the case on the review screen has been there, if that is on the screen.
    pub fn keep_pace(&mut self, on_screen: bool, now: Timestamp) {
        let review = self.door.review();
        let tally = tally(&mut self.tally, &mut self.listed, review);
        let case = self.place.case.as_ref().filter(|_| on_screen);
        self.place.pace.look(review, case, now, || Left {
            cases: tally.left(),
            parked: tally.left_parked(),
        });
    }

    /// The case `steps` away from the one on the screen in the list as it is shown, if there is one.
    pub fn neighbour(&mut self, steps: isize) -> Option<CaseId> {
        let to = {
            let at = self.position();
            self.listed().neighbour(at, steps)?
        };
        self.review().cases().nth(to).map(|case| case.id().clone())
    }

    /// The case that is looked for in the list.
    pub fn found(&mut self) -> Option<CaseId> {
        let found = self.listed().found()?;
        let case = self.review().cases().nth(found)?;
        Some(case.id().clone())
    }

    fn listed(&mut self) -> &Listed {
        self.parts().listed
    }
}

/// What is known of every case of the review as it stands; another list is to be made of it where it
/// is another than before.
pub(super) fn tally<'a>(
    tally: &'a mut Option<(u64, Arc<Tally>)>,
    listed: &mut Option<(Listing, Listed)>,
    review: &Review,
) -> &'a Arc<Tally> {
    let revision = review.revision();
    let before = tally.take_if(|(at, _)| *at != revision);
    let (_, tally) = tally.get_or_insert_with(|| {
        *listed = None;
        let before = before.as_ref().map(|(_, tally)| &**tally);
        (revision, Arc::new(Tally::of(review, before)))
    });
    tally
}
