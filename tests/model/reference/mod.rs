//! The page read a second time: model.md §1-§8 written down as literally as possible, one child
//! after the other, to be compared with the program for whatever a council enters. It shares no
//! code with `src/projection`: of the program it knows the inputs' and the results' types alone.
//!
//! `counting` is §1, `course` §2, `worth` §3 and §4, `years` §5, `scenarios` §7, `influence` and
//! `sensitivity` §8, `draws` §6 with chance of its own.

pub mod chance;
pub mod counting;
pub mod course;
pub mod draws;
pub mod influence;
pub mod scenarios;
pub mod sensitivity;
pub mod worth;
pub mod years;

use dbv_case_review::projection::Inputs;
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::units::{Money, PriceGrowth, Share};

/// A figure with what it was added up from: the sum of the absolute values of its parts. Where
/// parts cancel, two right computations differ by rounding of the size of the parts, not of what is
/// left of them, so that "1e-9 relative" is relative to `size`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    pub value: f64,
    pub size: f64,
}

impl Sum {
    pub const fn of(value: f64) -> Self {
        Self {
            value,
            size: value.abs(),
        }
    }

    pub fn plus(self, other: Self) -> Self {
        Self {
            value: self.value + other.value,
            size: self.size + other.size,
        }
    }

    pub fn minus(self, other: Self) -> Self {
        self.plus(other.times(-1.0))
    }

    pub fn times(self, factor: f64) -> Self {
        Self {
            value: self.value * factor,
            size: self.size * factor.abs(),
        }
    }

    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        parts.into_iter().fold(Self::default(), Self::plus)
    }

    /// Whether this figure of the program's is the same to 1e-9 of the parts.
    pub fn is(self, given: f64) -> bool {
        (given - self.value).abs() <= self.noise()
    }

    pub fn noise(self) -> f64 {
        1e-9 * self.size
    }
}

/// One row of the table (§1).
#[derive(Clone)]
pub struct Row {
    pub code: String,
    pub tier: u8,
    pub caseload: f64,
    pub cost: Option<f64>,
    pub avoidable: Option<f64>,
    pub growth: f64,
    pub transition: f64,
    pub places: Vec<f64>,
}

/// One counted case (§1).
#[derive(Clone)]
pub struct Case {
    pub id: String,
    pub from: usize,
    pub ideal: usize,
    pub support: f64,
    pub blocked: bool,
    pub parents: Option<usize>,
    pub stance: Stance,
    /// §8: a move that would not happen.
    pub reversed: bool,
}

impl Case {
    pub fn moves(&self) -> bool {
        self.from != self.ideal
    }
}

/// All that the figures depend on, as plain numbers.
#[derive(Clone)]
pub struct Page {
    pub rows: Vec<Row>,
    pub cases: Vec<Case>,
    pub horizon: usize,
    pub inflation: f64,
    pub other_spend: f64,
    pub allocation: f64,
    pub allocation_growth: Vec<f64>,
    pub opening_balance: f64,
    pub ramp: Vec<f64>,
    pub first_year_share: f64,
    pub realisation: f64,
    pub investment: Vec<f64>,
    pub grant: Vec<f64>,
    pub appeal_share: f64,
    /// x = α ω, unless it is tried out (§8).
    pub x: f64,
}

impl Page {
    /// Copies the numbers. A case that names a row that is not in the table counts nowhere; a
    /// parents' ideal that does is not stated.
    pub fn of(inputs: &Inputs) -> Self {
        let rows = inputs.provisions.iter().map(|row| {
            let cost = row.unit_cost.map(|cost| cost.get());
            Row {
                code: row.code.to_string(),
                tier: row.tier.get(),
                caseload: row.caseload.get(),
                cost,
                avoidable: match (cost, row.avoidable_cost) {
                    (None, _) => None,
                    (Some(cost), None) => Some(cost),
                    (Some(_), Some(avoidable)) => Some(avoidable.get()),
                },
                growth: row.growth.get(),
                transition: row.transition_share.get(),
                places: row.new_places.iter().map(|places| places.get()).collect(),
            }
        });
        let table = inputs.provisions.len();
        let known = inputs
            .cases
            .iter()
            .filter(|case| case.current < table && case.ideal < table);
        let cases = known.map(|case| Case {
            id: case.id.to_string(),
            from: case.current,
            ideal: case.ideal,
            support: case.support_cost,
            blocked: !case.unmet.is_empty(),
            parents: case.parents_ideal.filter(|row| *row < table),
            stance: case.stance,
            reversed: false,
        });
        let baseline = &inputs.baseline;
        let money = |list: &[Money]| list.iter().map(|money| money.get()).collect();
        let shares = |list: &[Share]| list.iter().map(|share| share.get()).collect();
        let growths = |list: &[PriceGrowth]| list.iter().map(|growth| growth.get()).collect();
        Self {
            rows: rows.collect(),
            cases: cases.collect(),
            horizon: baseline.horizon.years(),
            inflation: baseline.inflation.get(),
            other_spend: baseline.other_spend.get(),
            allocation: baseline.allocation.get(),
            allocation_growth: growths(&baseline.allocation_growth),
            opening_balance: baseline.opening_balance.get(),
            ramp: shares(&baseline.ramp),
            first_year_share: baseline.first_year_share.get(),
            realisation: baseline.realisation.get(),
            investment: money(&baseline.investment),
            grant: money(&baseline.grant),
            appeal_share: baseline.appeal_share.get(),
            x: baseline.appeal_share.get() * baseline.appeal_loss_share.get(),
        }
    }

    /// n_p.
    pub fn judged(&self, row: usize) -> usize {
        self.cases.iter().filter(|case| case.from == row).count()
    }
}

/// A "per-year list" in year t ≥ 1: its last value repeats; `None` if it is empty.
pub fn in_year(list: &[f64], t: usize) -> Option<f64> {
    if t <= list.len() {
        Some(list[t - 1])
    } else {
        list.last().copied()
    }
}

/// A list that does not repeat, in year t ≥ 1.
pub fn once(list: &[f64], t: usize) -> f64 {
    if t <= list.len() { list[t - 1] } else { 0.0 }
}
