//! A second, deliberately plain α: the whole coincidence matrix, pair by pair, as Krippendorff
//! defines it. It shares no code with the program.

use std::collections::BTreeMap;

/// α of these units (cases with their ratings); `None` where it is not defined.
pub fn alpha<T: Copy + Ord>(units: &[Vec<T>]) -> Option<f64> {
    let mut coincidences: BTreeMap<(T, T), f64> = BTreeMap::new();
    for unit in units.iter().filter(|unit| unit.len() >= 2) {
        for (i, one) in unit.iter().enumerate() {
            for (j, other) in unit.iter().enumerate() {
                if i != j {
                    *coincidences.entry((*one, *other)).or_default() +=
                        1.0 / (unit.len() - 1) as f64;
                }
            }
        }
    }
    let mut totals: BTreeMap<T, f64> = BTreeMap::new();
    for ((one, _), count) in &coincidences {
        *totals.entry(*one).or_default() += count;
    }
    let n: f64 = totals.values().sum();
    let unlike = coincidences.iter().filter(|((a, b), _)| a != b);
    let observed: f64 = unlike.map(|(_, count)| count / n).sum();
    let mut expected = 0.0;
    for (a, count) in &totals {
        for (b, other) in &totals {
            if a != b {
                expected += count * other / (n * (n - 1.0));
            }
        }
    }
    (totals.len() > 1).then(|| 1.0 - observed / expected)
}

/// 5th and 95th percentile of α over many resamples of the units, by a generator that has nothing
/// in common with the program's (Lehmer's, modulo 2⁶¹ − 1).
pub fn interval<T: Copy + Ord>(units: &[Vec<T>], resamples: usize) -> (f64, f64) {
    let paired: Vec<_> = units.iter().filter(|unit| unit.len() >= 2).collect();
    let mut state: u128 = 88_172_645_463_325_252;
    let mut below = |n: usize| {
        state = state * 1_000_000_007 * 1_000_003 % ((1 << 61) - 1);
        usize::try_from((state >> 20) % n as u128).unwrap()
    };
    let mut alphas = Vec::new();
    while alphas.len() < resamples {
        let drawn: Vec<_> = paired
            .iter()
            .map(|_| paired[below(paired.len())].clone())
            .collect();
        alphas.extend(alpha(&drawn));
    }
    alphas.sort_by(f64::total_cmp);
    (alphas[resamples / 20], alphas[resamples - resamples / 20])
}
