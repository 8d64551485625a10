//! Lists "by year", a field a year: what stands for a year, and what typing into it makes of the
//! list (model.md: a list starts at year 1; where it repeats, its last value stands for all later
//! years).

use serde::{Deserialize, Serialize};

use super::read::{Told, by_year};
use crate::exchange::number::Kind;
use crate::review::units::Horizon;

/// A list of the baseline with a value a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum YearList {
    /// Growth of the allocation, %.
    AllocationGrowth,
    /// Decision points that follow the new practice, %.
    Ramp,
    /// £.
    Investment,
    /// £.
    Grant,
}

impl YearList {
    /// Whether its last value stands for all later years.
    pub const fn repeats(self) -> bool {
        matches!(self, Self::AllocationGrowth | Self::Ramp)
    }
}

/// How the years of a list hang together.
#[derive(Clone, Copy)]
pub(super) struct Rule<T> {
    /// What stands for a year that nothing was stated for, and for none before it.
    pub nothing: T,
    /// Whether the last value stands for all later years.
    pub repeats: bool,
}

impl<T: Copy + PartialEq> Rule<T> {
    /// Puts a value in for a year, counted from 1.
    fn put(self, list: &mut Vec<T>, year: usize, value: T) {
        while list.len() + 1 < year {
            list.push(self.before(list, list.len() + 1));
        }
        match list.get_mut(year.saturating_sub(1)) {
            Some(kept) => *kept = value,
            None => list.push(value),
        }
    }

    /// What stands for a year that has no value of its own.
    fn before(self, list: &[T], year: usize) -> T {
        let last = year.checked_sub(2).and_then(|at| list.get(at));
        last.copied()
            .filter(|_| self.repeats)
            .unwrap_or(self.nothing)
    }

    /// Takes the value of a year away.
    fn clear(self, list: &mut Vec<T>, year: usize) {
        if year < list.len() {
            let value = self.before(list, year);
            self.put(list, year, value);
        } else if year == list.len() {
            list.pop();
            while !self.repeats && list.last() == Some(&self.nothing) {
                list.pop();
            }
        }
    }
}

/// What typing into the field of a year makes of its list. Several values at once, as they come
/// from a spreadsheet or with “;” between, go into the years that follow.
pub(super) fn set_year<T: Copy + PartialEq, E: std::fmt::Display>(
    list: &mut Vec<T>,
    year: u8,
    text: &str,
    kind: Kind,
    rule: Rule<T>,
    make: impl Fn(f64) -> Result<T, E>,
) -> Told<()> {
    let year = usize::from(year);
    let values = by_year(&text.replace('\t', ";"), kind, make)?;
    if values.is_empty() {
        rule.clear(list, year);
    }
    if year + values.len() > usize::from(Horizon::MAX) + 1 {
        return Err(format!("at most {} years are forecast", Horizon::MAX));
    }
    for (at, value) in values.into_iter().enumerate() {
        rule.put(list, year + at, value);
    }
    Ok(())
}

/// What stands in the field of a year; empty where the list does not reach it.
pub(super) fn year_shown<T: Copy>(list: &[T], year: u8, shown: impl Fn(T) -> String) -> String {
    let at = usize::from(year).checked_sub(1);
    let value = at.and_then(|at| list.get(at)).copied();
    value.map(shown).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPEATS: Rule<f64> = Rule {
        nothing: 0.0,
        repeats: true,
    };
    const ONCE: Rule<f64> = Rule {
        nothing: 0.0,
        repeats: false,
    };

    fn set(list: &mut Vec<f64>, year: u8, text: &str, rule: Rule<f64>) -> Told<()> {
        set_year(list, year, text, Kind::Money, rule, Ok::<f64, String>)
    }

    #[test]
    fn a_year_is_put_in_its_place() {
        let mut list = vec![5.0];
        set(&mut list, 3, "3", REPEATS).unwrap();
        assert_eq!(list, [5.0, 5.0, 3.0], "what repeated is kept");
        let mut list = vec![5.0];
        set(&mut list, 3, "3", ONCE).unwrap();
        assert_eq!(list, [5.0, 0.0, 3.0]);
        set(&mut list, 1, "4", ONCE).unwrap();
        assert_eq!(list, [4.0, 0.0, 3.0]);
    }

    #[test]
    fn a_year_is_taken_away() {
        let mut list = vec![5.0, 0.0, 3.0];
        set(&mut list, 3, " ", ONCE).unwrap();
        assert_eq!(list, [5.0]);
        set(&mut list, 1, "", ONCE).unwrap();
        assert!(list.is_empty());
        let mut list = vec![5.0, 4.0, 3.0];
        set(&mut list, 2, "", REPEATS).unwrap();
        assert_eq!(list, [5.0, 5.0, 3.0], "the year before stands for it");
        set(&mut list, 9, "", REPEATS).unwrap();
        assert_eq!(list.len(), 3);
    }

    #[test]
    fn several_values_go_into_the_years_that_follow() {
        let mut list = Vec::new();
        set(&mut list, 1, "400,000; 400,000; 200,000", ONCE).unwrap();
        assert_eq!(list, [400_000.0, 400_000.0, 200_000.0]);
        set(&mut list, 2, "1\t2", ONCE).unwrap();
        assert_eq!(list, [400_000.0, 1.0, 2.0]);
        assert!(set(&mut list, 10, "1; 2", ONCE).is_err());
    }
}
