//! What the whole projection was before the last change, in words: range beside range, so that no
//! child has a price.

use super::{SHOWN, in_years, range};
use crate::projection::{Projection, Ranged, Scenario};
use crate::ui::figures::{Cause, Change, Happened};
use crate::ui::money;
use crate::ui::widgets::range::Range;
use crate::ui::words::count;

/// "Before C07 counted: −£93m to £37m, from 6 cases".
pub fn in_words(change: &Change, now: &Projection) -> String {
    let when = when(&change.cause);
    let before = &*change.before;
    if before.counted == 0 {
        return format!("{when}: no figure");
    }
    if !before.is_priced() {
        return format!("{when}: not known");
    }
    let Some(was) = was(before, now) else {
        return format!("{when}: the same");
    };
    let years = if before.horizon == now.horizon {
        String::new()
    } else {
        format!(" over {}", in_years(before.horizon))
    };
    format!(
        "{when}: {was}{years}, from {}",
        count(before.counted, "case", "cases")
    )
}

/// The panel's range before the change, where it was another over the same years.
pub fn panel_before(change: &Change, now: &Projection) -> Option<Range> {
    before(change, now, Scenario::Panel)
}

/// The range of a scenario before the change, where it was another over the same years.
pub fn before(change: &Change, now: &Projection, scenario: Scenario) -> Option<Range> {
    let before = &*change.before;
    let is_figure = before.counted > 0 && before.is_priced() && before.horizon == now.horizon;
    let was = before.scenario(scenario)?.total_saving;
    let changed = now.scenario(scenario)?.total_saving != was;
    range(was).filter(|_| is_figure && changed)
}

/// The panel's range; where that did not change, the others that did. `None` if none did.
fn was(before: &Projection, now: &Projection) -> Option<String> {
    let saving = |projection: &Projection, scenario| -> Option<Ranged> {
        Some(projection.scenario(scenario)?.total_saving)
    };
    let changed = |scenario| {
        let was = saving(before, scenario)?;
        (saving(now, scenario) != Some(was)).then(|| money::range(was.p05, was.p95))
    };
    if let Some(panel) = changed(Scenario::Panel) {
        return Some(panel);
    }
    let others: Vec<String> = SHOWN
        .iter()
        .filter_map(|(scenario, look)| Some(format!("{} {}", look.label(), changed(*scenario)?)))
        .collect();
    (!others.is_empty()).then(|| others.join(", "))
}

fn when(cause: &Cause) -> String {
    let cases = match cause.cases.as_slice() {
        [] => return "Before the baseline changed".to_owned(),
        [one] => one.to_string(),
        [one, other] => format!("{one} and {other}"),
        more => count(more.len(), "case", "cases"),
    };
    if cause.baseline {
        return format!("Before the baseline and {cases} changed");
    }
    match cause.happened {
        Happened::Count => format!("Before {cases} counted"),
        Happened::CountNoMore => format!("While {cases} counted"),
        Happened::Changed => format!("Before {cases} changed"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::projection::{CountedCase, Draws, Inputs, project};
    use crate::review::baseline::Baseline;
    use crate::review::provision::{self, Provision};
    use crate::review::stance::{Stance, StanceFrom};
    use crate::review::text::CaseId;
    use crate::review::units::{Caseload, FinancialYear, Horizon, PerChild};

    /// A council of two kinds of provision with so many cases, each of which would move from the
    /// first to the second.
    fn inputs(cases: usize) -> Inputs {
        let mut table = provision::preset();
        table.truncate(2);
        for (row, cost) in table.iter_mut().zip([60_000.0, 20_000.0]) {
            row.caseload = Caseload::new(100.0).unwrap();
            row.unit_cost = Some(PerChild::new(cost).unwrap());
        }
        let case = |number: usize| CountedCase {
            id: CaseId::new(format!("C{number:02}")).unwrap(),
            current: 0,
            ideal: 1,
            support_cost: 0.0,
            unmet: Vec::new(),
            shifted: Vec::new(),
            parents_ideal: None,
            stance: Stance::NoView,
            stance_from: StanceFrom::Derived,
        };
        let baseline = Baseline::starting(FinancialYear::starting(2024).unwrap());
        Inputs::new(table, baseline, (1..=cases).map(case).collect())
    }

    fn projected(inputs: &Inputs) -> Projection {
        project(
            inputs,
            Draws {
                count: 200,
                seed: 1,
            },
        )
    }

    /// The line under the panel's bar, if these inputs became those of three cases.
    fn under_the_bar(before: &Inputs) -> Option<Range> {
        let cause = Cause {
            baseline: false,
            cases: Vec::new(),
            happened: Happened::Changed,
        };
        let before = Arc::new(projected(before));
        panel_before(&Change { cause, before }, &projected(&inputs(3)))
    }

    #[test]
    fn the_range_before_stands_under_the_bar() {
        let was = under_the_bar(&inputs(2)).unwrap();
        let two = projected(&inputs(2));
        let panel = two.scenario(Scenario::Panel).unwrap().total_saving;
        let ends = (was.low(), was.point(), was.high());
        assert_eq!(ends, (panel.p05, panel.point, panel.p95));
        assert!(was.high() > was.low());
    }

    #[test]
    fn nothing_stands_under_the_bar_where_it_could_not_be_compared() {
        // The panel's range was the same: something else changed.
        let mut same = inputs(3);
        same.cases[0].stance = Stance::Agrees;
        assert_eq!(under_the_bar(&same), None);
        // There was no figure.
        assert_eq!(under_the_bar(&inputs(0)), None);
        let mut unpriced = inputs(2);
        unpriced
            .provisions
            .iter_mut()
            .for_each(|row: &mut Provision| row.unit_cost = None);
        assert_eq!(under_the_bar(&unpriced), None);
        // It was one over other years.
        let mut longer = inputs(2);
        longer.baseline.horizon = Horizon::new(10).unwrap();
        assert_eq!(under_the_bar(&longer), None);
    }

    fn said(baseline: bool, cases: &[&str], happened: Happened) -> String {
        when(&Cause {
            baseline,
            cases: cases.iter().map(|id| CaseId::new(*id).unwrap()).collect(),
            happened,
        })
    }

    #[test]
    fn what_changed_is_named() {
        assert_eq!(said(false, &["C07"], Happened::Count), "Before C07 counted");
        assert_eq!(
            said(false, &["C07"], Happened::CountNoMore),
            "While C07 counted"
        );
        assert_eq!(
            said(false, &["C07", "C08"], Happened::Changed),
            "Before C07 and C08 changed"
        );
        assert_eq!(
            said(false, &["C07", "C08", "C09"], Happened::Count),
            "Before 3 cases counted"
        );
        assert_eq!(
            said(true, &[], Happened::Changed),
            "Before the baseline changed"
        );
        assert_eq!(
            said(true, &["C07"], Happened::Count),
            "Before the baseline and C07 changed"
        );
    }
}
