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
    let before = &*change.before;
    let is_figure = before.counted > 0 && before.is_priced() && before.horizon == now.horizon;
    let was = before.scenario(Scenario::Panel)?.total_saving;
    let changed = now.scenario(Scenario::Panel)?.total_saving != was;
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
    use super::*;
    use crate::review::text::CaseId;

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
