//! What an import would do, found out by doing it to a copy of the review.

use std::collections::HashSet;

use super::outcome::{Imported, Outcome, outcomes};
use super::progress::{Doing, Observer, Stopped, Teller};
use crate::privacy::{self, Identifying};
use crate::review::command::ImportedCase;
use crate::review::text::{CaseId, Text};
use crate::review::{Act, Command, Review, Salt, Timestamp, Via};

/// How many cases are searched at once for identifying details.
const AT_ONCE: usize = 100;

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
    /// Tries to import these cases into a copy of the review.
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
        let mut told = Self::default();
        let mut telling = Teller::new(observer, Doing::Trying, cases.len());
        telling.at(0)?;
        let held: HashSet<&CaseId> = review.state().every_case().map(|case| case.id()).collect();
        let (here, new): (Vec<_>, Vec<_>) =
            cases.iter().partition(|case| held.contains(&case.file.id));
        told.here_already = here.iter().map(|case| case.file.id.clone()).collect();
        let put_aside = told
            .here_already
            .iter()
            .filter(|id| review.case(id).is_none());
        told.put_aside = put_aside.cloned().collect();
        let mut copy = review.clone();
        let act = Act {
            at: Timestamp::EPOCH,
            via: Via::Imported,
            money_visible: false,
            salt: Salt([0; 16]),
        };
        let numbers: Vec<CaseId> = new.iter().map(|case| case.file.id.clone()).collect();
        let command = command(new.into_iter().cloned().collect());
        match copy.apply(command, act) {
            Ok(applied) => told.imported = outcomes(&copy, &numbers, &applied.notes),
            Err(why) => {
                told.refused = Some(why.to_string());
                return Ok(told);
            }
        }
        telling.at(cases.len())?;
        let ids: HashSet<CaseId> = numbers.into_iter().collect();
        let known: HashSet<&Text> = review.setup().root_causes.iter().collect();
        let causes = copy.setup().root_causes.iter();
        told.new_root_causes = causes.filter(|one| !known.contains(one)).cloned().collect();
        told.identifying = looked_into(&copy, &ids, observer)?;
        Ok(told)
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
    review: &Review,
    ids: &HashSet<CaseId>,
    observer: Observer<'_>,
) -> Result<Vec<Identifying>, Stopped> {
    let cases: Vec<_> = review
        .cases()
        .filter(|case| ids.contains(case.id()))
        .collect();
    let mut telling = Teller::new(observer, Doing::Looking, cases.len());
    let mut all = Vec::new();
    for (done, some) in cases.chunks(AT_ONCE).enumerate() {
        telling.at(done * AT_ONCE)?;
        let found = privacy::identifying(review.setup(), some.iter().copied());
        all.extend(found.into_iter().filter(|one| one.case.is_some()));
    }
    Ok(all)
}
