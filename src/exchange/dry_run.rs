//! What an import would do, found out by doing it to a copy of the review.

use std::collections::HashSet;

use super::outcome::{Imported, Outcome, told};
use super::progress::{Doing, Observer, Stopped, Teller};
use crate::privacy::{self, Identifying, Kept};
use crate::review::command::ImportedCase;
use crate::review::state::State;
use crate::review::text::{CaseId, Text};
use crate::review::{Act, Command, Review, Salt, Timestamp, Via};

/// What an import would do.
#[derive(Clone, Debug, Default)]
pub struct DryRun {
    /// What would become of each case that would come in.
    pub imported: Vec<Imported>,
    /// Cases whose number is in the review already, those put aside included. While there are any,
    /// nothing is imported.
    pub here_already: Vec<CaseId>,
    /// Those of them that are put aside.
    pub put_aside: Vec<CaseId>,
    /// Root causes that would join the review's own list.
    pub new_root_causes: Vec<Text>,
    /// What looks identifying in the cases that would come in.
    pub identifying: Vec<Identifying>,
    /// Why the review would refuse them, in its own words.
    pub refused: Option<String>,
}

impl DryRun {
    /// Tries to import these cases, and leaves the review as it is.
    ///
    /// # Errors
    /// [`Stopped`] if the observer said so.
    pub fn of(
        review: &Review,
        cases: &[ImportedCase],
        observer: Observer<'_>,
    ) -> Result<Self, Stopped> {
        Self::by(review, cases, Command::Import, observer)
    }

    /// Tries on a copy of the review what an import of these cases would do, by the very command
    /// that is given for those of them that are not here already.
    ///
    /// # Errors
    /// [`Stopped`] if the observer said so.
    pub fn by(
        review: &Review,
        cases: &[ImportedCase],
        command: impl FnOnce(Vec<ImportedCase>) -> Command,
        observer: Observer<'_>,
    ) -> Result<Self, Stopped> {
        let mut found = Self::default();
        let mut telling = Teller::new(observer, Doing::Trying, cases.len());
        telling.at(0)?;
        let held: HashSet<&CaseId> = review.state().every_case().map(|case| case.id()).collect();
        let (here, new): (Vec<_>, Vec<_>) =
            cases.iter().partition(|case| held.contains(&case.file.id));
        found.here_already = here.iter().map(|case| case.file.id.clone()).collect();
        let put_aside = found
            .here_already
            .iter()
            .filter(|id| review.case(id).is_none());
        found.put_aside = put_aside.cloned().collect();
        let act = Act {
            at: Timestamp::EPOCH,
            via: Via::Imported,
            money_visible: false,
            salt: Salt([0; 16]),
        };
        let numbers: Vec<CaseId> = new.iter().map(|case| case.file.id.clone()).collect();
        let command = command(new.into_iter().cloned().collect());
        let after = match review.would(&command, act) {
            Ok(would) => {
                found.imported = told(would.state.cases(), &numbers, &would.notes);
                would.state
            }
            Err(why) => {
                found.refused = Some(why.to_string());
                return Ok(found);
            }
        };
        telling.at(cases.len())?;
        let ids: HashSet<CaseId> = numbers.into_iter().collect();
        let known: HashSet<&Text> = review.setup().root_causes.iter().collect();
        let causes = after.setup().root_causes.iter();
        found.new_root_causes = causes.filter(|one| !known.contains(one)).cloned().collect();
        found.identifying = looked_into(&after, &ids, observer)?;
        Ok(found)
    }

    /// How many judgements would be recorded, how many kept as drafts, and how many cases are not
    /// judged yet.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(&Outcome) -> bool| {
            self.imported.iter().filter(|i| wanted(&i.outcome)).count()
        };
        (
            count(|outcome| matches!(outcome, Outcome::Recorded)),
            count(|outcome| matches!(outcome, Outcome::Draft(_))),
            count(|outcome| matches!(outcome, Outcome::NotJudged(_))),
        )
    }

    /// Whether an import would bring something in, and all of it.
    pub fn is_good(&self) -> bool {
        !self.imported.is_empty() && self.here_already.is_empty() && self.refused.is_none()
    }

    /// What stands in the way, in a sentence or two.
    pub fn in_the_way(&self) -> Option<String> {
        if let Some(why) = &self.refused {
            return Some(why.clone());
        }
        let here = self.here_already.len();
        let said = match (here, self.imported.len()) {
            (0, 0) => return Some("There is no case in this table.".to_owned()),
            (0, _) => return None,
            (1, 0) => format!("Case {} is here already.", listed(&self.here_already)),
            (all, 0) => format!("All {all} of these cases are here already."),
            (1, _) => format!(
                "Case {} is here already; leave its row out, or give it another number.",
                listed(&self.here_already)
            ),
            (some, _) => format!(
                "{some} of these cases are here already ({}); leave their rows out, or give them \
                 other numbers.",
                listed(&self.here_already)
            ),
        };
        let aside = match self.put_aside.as_slice() {
            [] => String::new(),
            [one] => format!(" {one} is among the cases that are put aside."),
            some => format!(" Put aside are {}.", listed(some)),
        };
        Some(format!("{said}{aside}"))
    }
}

/// The first ten, and whether there are more.
fn listed(cases: &[CaseId]) -> String {
    let named: Vec<&str> = cases.iter().take(10).map(CaseId::as_str).collect();
    let more = if cases.len() > named.len() {
        ", …"
    } else {
        ""
    };
    format!("{}{more}", named.join(", "))
}

fn looked_into(
    after: &State,
    ids: &HashSet<CaseId>,
    observer: Observer<'_>,
) -> Result<Vec<Identifying>, Stopped> {
    let new = after.cases().iter().filter(|case| ids.contains(case.id()));
    let mut telling = Teller::new(observer, Doing::Looking, ids.len());
    let kept = Kept::of(after.setup());
    let mut all = Vec::new();
    for (done, case) in new.enumerate() {
        telling.at(done)?;
        all.extend(privacy::identifying_in(case, &kept));
    }
    Ok(all)
}
