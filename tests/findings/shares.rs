//! A share and its interval (model.md §9 and §10).

use dbv_case_review::findings::{Share, Z};
use dbv_case_review::review::text::CaseId;
use proptest::prelude::*;

fn share(k: usize, n: usize) -> Option<Share> {
    let cases = (1..=k).map(|id| CaseId::new(format!("C{id}")).unwrap());
    Share::new(cases.collect(), n)
}

fn to_four(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

#[test]
fn the_intervals_of_the_model() {
    for (k, n, value, low, high) in [
        (19, 28, 0.6786, 0.5233, 0.8024),
        (3, 9, 0.3333, 0.1420, 0.6017),
    ] {
        let share = share(k, n).unwrap();
        let (from, to) = share.interval();
        assert_eq!(
            [share.value(), from, to].map(to_four),
            [value, low, high],
            "{k}/{n}"
        );
        assert_eq!((share.k(), share.n(), share.cases().len()), (k, n, k));
    }
    assert_eq!(Z, 1.644_853_6);
    assert!(Share::formula().contains("1.6448536") && Share::formula().contains("§9"));
}

#[test]
fn there_is_no_share_of_nothing_and_none_above_one() {
    assert_eq!(share(0, 0), None);
    assert_eq!(share(3, 2), None);
    assert_eq!(share(0, 1).unwrap().interval().0, 0.0);
    assert_eq!(share(7, 7).unwrap().interval().1, 1.0);
}

#[test]
fn fewer_than_five_cases_call_for_a_caution() {
    let few: Vec<bool> = (1..=6).map(|n| share(1, n).unwrap().is_few()).collect();
    assert_eq!(few, [true, true, true, true, false, false]);
}

proptest! {
    /// Wilson's interval is defined by its ends: p is z standard errors away from each of them.
    #[test]
    fn both_ends_are_z_standard_errors_from_the_share(n in 1..400_usize, k in 0..400_usize) {
        let k = k.min(n);
        let share = share(k, n).unwrap();
        let (low, high) = share.interval();
        prop_assert!(0.0 <= low && low <= share.value() && share.value() <= high && high <= 1.0);
        let ends = [(low, k > 0), (high, k < n)];
        for (end, _) in ends.into_iter().filter(|end| end.1) {
            let error = (end * (1.0 - end) / n as f64).sqrt();
            prop_assert!(((share.value() - end).abs() - 1.644_853_6 * error).abs() < 1e-9);
        }
        // Seen from the other side, it is the same.
        let (others_low, others_high) = Share::new(
            (k..n).map(|id| CaseId::new(format!("C{id}")).unwrap()).collect(),
            n,
        ).unwrap().interval();
        prop_assert!((low + others_high - 1.0).abs() < 1e-12);
        prop_assert!((high + others_low - 1.0).abs() < 1e-12);
    }
}
