//! The words beside the draws: what a draw is, what weighs how much in it, what the draws make up
//! and what it would take to halve that.

use crate::projection::{NotHalved, Projection, Ranged, Scenario};
use crate::review::bounds::CASES;
use crate::review::setup::Setup;
use crate::review::text::{CaseId, grouped};
use crate::ui::figures::{Sureness, Weighing};
use crate::ui::money;
use crate::ui::screens::review::projection::AWAITED;
use crate::ui::widgets::range_axis::Axis;

/// What weights are compared with.
const PLAIN: &str = "in the straight extrapolation";

/// The panel's saving over the horizon, £.
pub fn panel(projection: &Projection) -> Option<Ranged> {
    Some(projection.scenario(Scenario::Panel)?.total_saving)
}

/// Where chance has nothing to move.
pub fn unmoved(projection: &Projection) -> String {
    let figure = money::short(panel(projection).unwrap_or_default().p50);
    let these = match projection.counted {
        1 => "this 1 case".to_owned(),
        n => format!("these {n} cases"),
    };
    format!("Every draw of {these} gives {figure}: chance has nothing to move here.")
}

/// "Had chance picked other children (draw 3): £31m; £20m by straight extrapolation."
pub fn in_words(n: usize, draw: usize, figure: f64, straight: f64) -> String {
    let others = match n {
        1 => "another child",
        _ => "other children",
    };
    let (figure, straight) = (money::short(figure), money::short(straight));
    format!(
        "Had chance picked {others} (draw {draw}): {figure}; {straight} by straight extrapolation."
    )
}

/// "Beyond the end of the axis: £120m (draw 7)."
pub fn beyond(draws: &[f64], axis: Axis) -> Option<String> {
    let draws = (1..).zip(draws);
    let beyond = draws.filter(|(_, figure)| !axis.holds(**figure));
    let said: Vec<String> = beyond
        .map(|(draw, figure)| format!("{} (draw {draw})", money::short(*figure)))
        .collect();
    (!said.is_empty()).then(|| format!("Beyond the end of the axis: {}.", said.join(", ")))
}

/// What a draw is (model.md §6). One case alone in its provision can only weigh less.
pub fn how(n: usize) -> String {
    match n {
        1 => "The 1 case weighs less here than in the straight extrapolation: a child nobody has \
              seen weighs in."
            .to_owned(),
        n => format!(
            "Some of the {n} cases weigh more here, some less, and in each provision reviewed a child nobody has seen weighs in."
        ),
    }
}

/// "Here a child nobody has seen weighs 60% in Special school. C16 weighs 2.7 times as much as in
/// the straight extrapolation, C11 2.1 times; C02 and C05 hardly at all."
pub fn weighed(weighing: &Weighing, setup: &Setup) -> String {
    let cases = of_cases(&weighing.most, &weighing.least);
    match (&weighing.unseen, cases) {
        (Some((code, share)), cases) => {
            let unseen = format!(
                "Here a child nobody has seen weighs {:.0}% in {}.",
                share * 100.0,
                setup.provision_name(code)
            );
            let cases = cases.map_or_else(String::new, |cases| format!(" {cases}."));
            format!("{unseen}{cases}")
        }
        (None, Some(cases)) => format!("Here {cases}."),
        (None, None) => {
            "No case judged moves the figure: only the children nobody has seen do.".to_owned()
        }
    }
}

/// What the cases weigh, the heaviest first; of those that weigh less than they did, the lightest.
fn of_cases(most: &[(CaseId, f64)], least: &[(CaseId, f64)]) -> Option<String> {
    let ((first, times), others, rest) = match (most.split_first(), least.split_first()) {
        (Some((first, others)), _) => (first, others, least),
        (None, Some((first, others))) => (first, others, [].as_slice()),
        (None, None) => return None,
    };
    let mut said = match Times::of(*times) {
        Times::Hardly => format!("{first} weighs hardly at all"),
        Times::AsMuch => format!("{first} weighs as much as {PLAIN}"),
        Times::Tenths(_) => {
            let figure = Times::of(*times).figure();
            format!("{first} weighs {figure} as much as {PLAIN}")
        }
    };
    if !others.is_empty() {
        said.push_str(&format!(", {}", listed(others)));
    }
    if !rest.is_empty() {
        said.push_str(&format!("; {}", listed(rest)));
    }
    Some(said)
}

/// "C11 2.1 times, C02 0.4 times", "C02 and C05 hardly at all".
fn listed(cases: &[(CaseId, f64)]) -> String {
    let all_hardly = cases
        .iter()
        .all(|(_, times)| Times::of(*times) == Times::Hardly);
    if all_hardly {
        let names: Vec<String> = cases.iter().map(|(id, _)| id.to_string()).collect();
        return format!("{} hardly at all", names.join(" and "));
    }
    let each = cases.iter().map(|(id, times)| match Times::of(*times) {
        Times::Hardly => format!("{id} hardly at all"),
        Times::AsMuch => format!("{id} as much"),
        Times::Tenths(_) => format!("{id} {}", Times::of(*times).figure()),
    });
    each.collect::<Vec<_>>().join(", ")
}

/// A multiple as it is told.
#[derive(Clone, Copy, PartialEq)]
enum Times {
    Hardly,
    AsMuch,
    Tenths(f64),
}

impl Times {
    fn of(times: f64) -> Self {
        match (times * 10.0).round() {
            tenths if tenths < 1.0 => Self::Hardly,
            10.0 => Self::AsMuch,
            tenths => Self::Tenths(tenths),
        }
    }

    /// "2.7 times".
    fn figure(self) -> String {
        match self {
            Self::Tenths(tenths) => format!("{:.1} times", tenths / 10.0),
            Self::Hardly | Self::AsMuch => String::new(),
        }
    }
}

/// What the draws make up with all others.
pub fn made_up(projection: &Projection, draws: &[f64]) -> String {
    let range = panel(projection).unwrap_or_default();
    let within = draws
        .iter()
        .filter(|draw| (range.p05..=range.p95).contains(*draw));
    let mut said = format!(
        "{} of these {} draws lie in the range, {}",
        within.count(),
        draws.len(),
        money::range(range.p05, range.p95)
    );
    let all = projection.draws.count;
    let others = all.saturating_sub(draws.len());
    if others > 0 {
        said.push_str(&format!(
            ", which holds nine in ten of all {}.",
            thousands(all)
        ));
    } else {
        said.push('.');
    }
    if draws.len() == projection.redraws() && others > 0 {
        let others = thousands(others);
        said.push_str(&format!(" The range is these and {others} more."));
    }
    said
}

/// How many cases it would take, and on what that rests.
pub fn to_halve(sure: Option<&Sureness>) -> String {
    let number = match sure.and_then(|sure| sure.to_halve) {
        None => return format!("How many cases would halve the range: {}", AWAITED),
        Some(Err(NotHalved::NoRange)) => return String::new(),
        Some(Err(NotHalved::TooMany)) => format!("more than {}", thousands(CASES)),
        Some(Ok(cases)) => format!("about {} in all", thousands(rounded(cases))),
    };
    format!(
        "Cases it would take to halve the range: {number}, drawn at random, judged much as these were and spread over the provisions much as these are."
    )
}

fn thousands(number: usize) -> String {
    grouped(&number.to_string())
}

/// To two figures.
fn rounded(cases: usize) -> usize {
    let mut unit = 1;
    while cases / unit >= 100 {
        unit *= 10;
    }
    (cases + unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(cases: &[(&str, f64)]) -> Vec<(CaseId, f64)> {
        let own = cases.iter();
        own.map(|(id, times)| (CaseId::new(id).unwrap(), *times))
            .collect()
    }

    #[test]
    fn what_weighs_most_and_least() {
        for (most, least, said) in [
            (
                vec![("C16", 2.71), ("C11", 2.06)],
                vec![("C02", 0.01), ("C05", 0.04)],
                "C16 weighs 2.7 times as much as in the straight extrapolation, C11 2.1 times; C02 and C05 hardly at all",
            ),
            (
                vec![("C16", 1.04)],
                vec![("C02", 0.33)],
                "C16 weighs as much as in the straight extrapolation; C02 0.3 times",
            ),
            (vec![], vec![("C16", 0.02)], "C16 weighs hardly at all"),
            (
                vec![],
                vec![("C02", 0.33), ("C16", 0.52)],
                "C02 weighs 0.3 times as much as in the straight extrapolation, C16 0.5 times",
            ),
        ] {
            assert_eq!(of_cases(&own(&most), &own(&least)).as_deref(), Some(said));
        }
        assert_eq!(of_cases(&[], &[]), None);
    }

    #[test]
    fn a_draw_says_what_it_is_and_what_it_jumps_from() {
        assert_eq!(
            in_words(28, 3, 31_200_000.0, 20_400_000.0),
            "Had chance picked other children (draw 3): £31m; £20m by straight extrapolation."
        );
        assert_eq!(
            in_words(1, 1, -940.0, 0.0),
            "Had chance picked another child (draw 1): −£940; £0 by straight extrapolation."
        );
        assert!(how(24).starts_with("Some of the 24 cases weigh more here, some less, and "));
        assert!(how(1).contains("a child nobody has seen weighs in"));
    }

    #[test]
    fn what_lies_beyond_the_axis_is_told() {
        let axis = Axis::covering([]).and(50e6);
        assert_eq!(beyond(&[31e6, 50e6, 0.0], axis), None);
        assert_eq!(
            beyond(&[31e6, 120e6, -2e6], axis).as_deref(),
            Some("Beyond the end of the axis: £120m (draw 2), −£2m (draw 3).")
        );
    }

    #[test]
    fn so_many_cases_are_about_so_many() {
        for (cases, about) in [
            (7, 7),
            (99, 99),
            (144, 140),
            (145, 150),
            (1249, 1200),
            (4960, 5000),
        ] {
            assert_eq!(rounded(cases), about);
        }
    }
}
