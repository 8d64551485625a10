//! Krippendorff's α for nominal data, with an interval from resampling the cases (model.md §9).
//! It is arithmetic on counts, kept apart from the question whose ratings these are.

use std::collections::{BTreeMap, HashMap};

use crate::projection::Ranged;
use crate::projection::chance::Chance;

/// Resamples behind an interval (model.md §9).
pub(super) const RESAMPLES: usize = 1_000;
/// Resamples tried at most. Where α is defined, at most every other resample of two or more cases
/// is not, so this many are needed practically never; it is here so that it surely ends.
pub(super) const TRIES: usize = 20 * RESAMPLES;

/// Krippendorff's α: 1 = all agree, 0 = as if ratings had been dealt out by chance, below 0 = less
/// than that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    /// α.
    pub value: f64,
    /// Its 90% interval; with a single case there is only one resample, and so both ends are α
    /// itself, which says nothing of how sure it is.
    pub interval: Result<Interval, NoAlpha>,
}

/// Both ends of a 90% interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// 5th percentile.
    pub low: f64,
    /// 95th percentile.
    pub high: f64,
}

/// Why there is no α, or no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoAlpha {
    /// No case has two ratings.
    NoPairs,
    /// All ratings are one value: nothing shows that the members would tell cases apart.
    OneValue,
    /// Too many resamples hold one value only.
    ResamplesUndefined,
}

impl NoAlpha {
    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NoPairs => "no case has two ratings",
            Self::OneValue => "all ratings name the same provision, so nothing can be said",
            Self::ResamplesUndefined => "too many resamples hold one value only",
        }
    }
}

impl Alpha {
    /// How it came about.
    pub const fn formula() -> &'static str {
        "α = 1 − (n − 1) (n − Σ_c o_cc) / (n² − Σ_c n_c²), Krippendorff’s for nominal data: n pairable ratings, n_c of them with value c, o_cc = Σ_cases n_uc (n_uc − 1) / (m_u − 1); 90% interval from 1,000 resamples of the cases (the model, §9)"
    }
}

/// The ratings of one case, counted: how many name each value (by number, without noughts).
pub(super) struct Unit {
    /// In the order of the values.
    values: Vec<(usize, u32)>,
    /// m_u.
    ratings: f64,
    /// Σ_c n_uc (n_uc − 1) / (m_u − 1).
    agreeing: f64,
}

impl Unit {
    /// A unit of these values; `None` with fewer than two, which cannot be paired.
    pub fn of(ratings: &[usize]) -> Option<Self> {
        let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
        for rating in ratings {
            *counts.entry(*rating).or_default() += 1;
        }
        let values: Vec<(usize, u32)> = counts.into_iter().collect();
        let m = ratings.len() as f64;
        let counts = values.iter().map(|(_, count)| f64::from(*count));
        let pairs: f64 = counts.map(|count| count * (count - 1.0)).sum();
        (ratings.len() >= 2).then(|| Self {
            values,
            ratings: m,
            agreeing: pairs / (m - 1.0),
        })
    }

    /// Whether all ratings are the same.
    pub const fn all_agree(&self) -> bool {
        self.values.len() == 1
    }
}

/// α of these units, whose values are below `values`, with its interval.
///
/// # Errors
/// Why there is none.
pub(super) fn alpha(
    units: &[Unit],
    values: usize,
    chance: Chance,
    tries: usize,
) -> Result<Alpha, NoAlpha> {
    if units.is_empty() {
        return Err(NoAlpha::NoPairs);
    }
    let value = Sums::of(units.iter().map(|unit| (unit, 1.0)), values)
        .alpha()
        .ok_or(NoAlpha::OneValue)?;
    Ok(Alpha {
        value,
        interval: interval(value, units, values, chance, tries),
    })
}

fn interval(
    value: f64,
    units: &[Unit],
    values: usize,
    mut chance: Chance,
    tries: usize,
) -> Result<Interval, NoAlpha> {
    let (kinds, kind_of) = kinds(units);
    let mut resample = || {
        let mut drawn = vec![0.0; kinds.len()];
        for _ in &kind_of {
            let kind = kind_of.get(chance.below(kind_of.len()));
            if let Some(times) = kind.and_then(|kind| drawn.get_mut(*kind)) {
                *times += 1.0;
            }
        }
        Sums::of(kinds.iter().copied().zip(drawn), values).alpha()
    };
    let mut alphas: Vec<f64> = (0..tries)
        .filter_map(|_| resample())
        .take(RESAMPLES)
        .collect();
    if alphas.len() < RESAMPLES {
        return Err(NoAlpha::ResamplesUndefined);
    }
    let range = Ranged::of(value, &mut alphas);
    Ok(Interval {
        low: range.p05,
        high: range.p95,
    })
}

/// The different units, and which of them each unit is: many cases are rated alike, and a resample
/// only has to count how often each kind was drawn.
fn kinds(units: &[Unit]) -> (Vec<&Unit>, Vec<usize>) {
    let mut at: HashMap<&[(usize, u32)], usize> = HashMap::new();
    let mut kinds = Vec::new();
    let kind_of = units.iter().map(|unit| {
        *at.entry(&unit.values).or_insert_with(|| {
            kinds.push(unit);
            kinds.len() - 1
        })
    });
    let kind_of = kind_of.collect();
    (kinds, kind_of)
}

/// What α is made of.
struct Sums {
    ratings: f64,
    agreeing: f64,
    values: Vec<f64>,
}

impl Sums {
    /// The sums over these units, each taken so many times.
    fn of<'a>(units: impl Iterator<Item = (&'a Unit, f64)>, values: usize) -> Self {
        let mut sums = Self {
            ratings: 0.0,
            agreeing: 0.0,
            values: vec![0.0; values],
        };
        for (unit, times) in units {
            sums.ratings += times * unit.ratings;
            sums.agreeing += times * unit.agreeing;
            for (value, count) in &unit.values {
                if let Some(sum) = sums.values.get_mut(*value) {
                    *sum += times * f64::from(*count);
                }
            }
        }
        sums
    }

    /// `None` where all ratings are one value.
    fn alpha(&self) -> Option<f64> {
        let n = self.ratings;
        // Counts are whole, so these are exact.
        let unlike = n * n - self.values.iter().map(|sum| sum * sum).sum::<f64>();
        (unlike > 0.0).then(|| 1.0 - (n - 1.0) * (n - self.agreeing) / unlike)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::chance::Drawn;

    fn chance() -> Chance {
        Chance::of(1, Drawn::Agreement, "test")
    }

    fn units() -> Vec<Unit> {
        let ratings: [&[usize]; 2] = [&[0, 0], &[1, 1]];
        ratings.into_iter().filter_map(Unit::of).collect()
    }

    #[test]
    fn resampling_ends_whatever_comes() {
        // About half of the resamples of these two cases hold one value only.
        let enough = alpha(&units(), 2, chance(), TRIES).unwrap();
        assert_eq!(
            enough.interval,
            Ok(Interval {
                low: 1.0,
                high: 1.0
            })
        );
        let short = alpha(&units(), 2, chance(), RESAMPLES).unwrap();
        assert_eq!(short.value, 1.0);
        assert_eq!(short.interval, Err(NoAlpha::ResamplesUndefined));
    }
}
