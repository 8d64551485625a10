//! Councils of which everything is known: every child's own ideal is drawn once, a few are drawn
//! from them as a panel would see them, and what is true of all is added up child by child.

use dbv_case_review::projection::{CountedCase, Inputs};
use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::stance::{Stance, StanceFrom};
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::{Caseload, Horizon, PerChild, Tier};

use super::chance::Chance;

/// One kind of provision: code, tier, children, £ per child per year, of which avoidable.
pub struct Kind {
    code: &'static str,
    pub tier: u8,
    pub children: usize,
    pub cost: f64,
    pub avoidable: f64,
}

const fn kind(code: &'static str, tier: u8, children: usize, cost: f64, avoidable: f64) -> Kind {
    Kind {
        code,
        tier,
        children,
        cost,
        avoidable,
    }
}

/// The eight provisions of model.md §10 in which children are placed.
pub const KINDS: [Kind; 8] = [
    kind("Mainstream", 1, 1988, 8_662.0, 8_662.0),
    kind("ResourcedProvision", 2, 166, 21_531.0, 21_531.0),
    kind("StateSpecial", 3, 1041, 26_000.0, 16_000.0),
    kind("IndependentSpecialDay", 4, 350, 61_203.0, 61_203.0),
    kind("IndependentSpecialResidential", 5, 59, 127_443.0, 127_443.0),
    kind("AlternativeProvision", 2, 80, 22_000.0, 22_000.0),
    kind("FurtherEducation", 1, 863, 8_000.0, 8_000.0),
    kind("Other", 2, 539, 12_000.0, 12_000.0),
];

/// How the ideal places of those who should move are spread.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spread {
    /// Over the other kinds as children are placed today.
    AsToday,
    /// Four of five to the next lower tier, one to the next higher, within a tier as children are
    /// placed today. Who should go lower and cannot, stays.
    Downward,
    /// Over the other kinds evenly.
    Evenly,
}

/// How the panel's cases are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sampled {
    /// From all children alike.
    AtRandom,
    /// As many from each provision; what is left over, from the largest.
    Equally,
}

/// One kind of council and of review.
#[derive(Clone, Copy)]
pub struct Setting {
    pub spread: Spread,
    /// Share of children who should be elsewhere.
    pub moving: f64,
    pub cases: usize,
    pub sampled: Sampled,
}

impl Setting {
    /// All 54, in the order of the table.
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for spread in [Spread::AsToday, Spread::Downward, Spread::Evenly] {
            for moving in [0.1, 0.5, 0.9] {
                for cases in [28, 60, 200] {
                    for sampled in [Sampled::AtRandom, Sampled::Equally] {
                        all.push(Self {
                            spread,
                            moving,
                            cases,
                            sampled,
                        });
                    }
                }
            }
        }
        all
    }

    /// The first columns of its line in the table, and the name of its seed.
    pub fn name(&self) -> String {
        let spread = match self.spread {
            Spread::AsToday => "as today",
            Spread::Downward => "downward",
            Spread::Evenly => "evenly",
        };
        let moving = match self.moving {
            share if share < 0.3 => "few",
            share if share < 0.7 => "half",
            _ => "most",
        };
        let sampled = match self.sampled {
            Sampled::AtRandom => "at random",
            Sampled::Equally => "equally",
        };
        format!(
            "{spread:<9} {moving:<5} {cases:>5}  {sampled:<9}",
            cases = self.cases
        )
    }
}

/// Where one child is, and where the ideal would be.
#[derive(Clone, Copy)]
pub struct Child {
    pub from: usize,
    pub ideal: usize,
}

/// A council, and what a panel sees of it.
pub struct Council {
    pub all: Vec<Child>,
    pub judged: Vec<Child>,
}

impl Council {
    /// Draws a council, then the panel's cases without looking at any child twice.
    pub fn drawn(setting: &Setting, chance: &mut Chance) -> Self {
        let mut all = Vec::new();
        for (from, kind) in KINDS.iter().enumerate() {
            let weights = destinations(setting.spread, from);
            for _ in 0..kind.children {
                let moves = chance.uniform() < setting.moving;
                let ideal = if moves {
                    chosen(&weights, chance)
                } else {
                    from
                };
                all.push(Child { from, ideal });
            }
        }
        let mut judged = Vec::new();
        match setting.sampled {
            Sampled::AtRandom => judged.extend(some(&all, setting.cases, chance)),
            Sampled::Equally => {
                for (from, n) in equal_parts(setting.cases).into_iter().enumerate() {
                    let there: Vec<Child> =
                        all.iter().filter(|c| c.from == from).copied().collect();
                    judged.extend(some(&there, n, chance));
                }
            }
        }
        Self { all, judged }
    }

    /// The true yearly value at full effect of the provisions reviewed (model.md §3 and §4): every
    /// child weighs one.
    pub fn truth(&self) -> f64 {
        let reviewed = |row: usize| self.judged.iter().any(|child| child.from == row);
        let reviewed: Vec<bool> = (0..KINDS.len()).map(reviewed).collect();
        let there = self.all.iter().filter(|child| reviewed[child.from]);
        value(there.map(|child| (*child, 1.0)))
    }

    /// The review as the program sees it: all agree, nothing is blocked, one year.
    pub fn inputs(&self) -> Inputs {
        let mut baseline = Baseline::starting("2024-25".parse().unwrap());
        baseline.horizon = Horizon::new(1).unwrap();
        let cases = self
            .judged
            .iter()
            .enumerate()
            .map(|(n, child)| CountedCase {
                id: CaseId::new(format!("C{n}")).unwrap(),
                current: child.from,
                ideal: child.ideal,
                support_cost: 0.0,
                unmet: Vec::new(),
                shifted: Vec::new(),
                parents_ideal: Some(child.ideal),
                stance: Stance::Agrees,
                stance_from: StanceFrom::Derived,
            });
        Inputs::new(provisions(), baseline, cases.collect())
    }
}

/// £ a year of children with their weights: moves and places used again.
pub fn value(children: impl Iterator<Item = (Child, f64)>) -> f64 {
    let mut sum = 0.0;
    let (mut out, mut into) = ([0.0; KINDS.len()], [0.0; KINDS.len()]);
    for (Child { from, ideal }, weight) in children {
        if from != ideal {
            sum += weight * (KINDS[from].avoidable - KINDS[ideal].cost);
            out[from] += weight;
            into[ideal] += weight;
        }
    }
    for (row, kind) in KINDS.iter().enumerate() {
        sum += (kind.cost - kind.avoidable) * f64::min(out[row], into[row]);
    }
    sum
}

/// How likely each destination is for a child who should move.
fn destinations(spread: Spread, from: usize) -> Vec<f64> {
    let others = |row: usize| if row == from { 0.0 } else { 1.0 };
    let rows = 0..KINDS.len();
    match spread {
        Spread::Evenly => rows.map(others).collect(),
        Spread::AsToday => rows
            .map(|row| others(row) * KINDS[row].children as f64)
            .collect(),
        Spread::Downward => {
            let mut weights = vec![0.0; KINDS.len()];
            let here = KINDS[from].tier;
            let lower = KINDS.iter().map(|k| k.tier).filter(|&t| t < here).max();
            let higher = KINDS.iter().map(|k| k.tier).filter(|&t| t > here).min();
            for (tier, part) in [(lower, 0.8), (higher, 0.2)] {
                let there = |row: &usize| Some(KINDS[*row].tier) == tier;
                let of_tier: usize = rows.clone().filter(there).map(|r| KINDS[r].children).sum();
                for row in rows.clone().filter(there) {
                    weights[row] += part * KINDS[row].children as f64 / of_tier as f64;
                }
                if tier.is_none() {
                    weights[from] += part;
                }
            }
            weights
        }
    }
}

/// A whole number below `n`.
fn below(n: usize, chance: &mut Chance) -> usize {
    ((chance.uniform() * n as f64) as usize).min(n - 1)
}

/// A place in the list, as likely as its weight says.
fn chosen(weights: &[f64], chance: &mut Chance) -> usize {
    let mut rest = chance.uniform() * weights.iter().sum::<f64>();
    for (place, weight) in weights.iter().enumerate() {
        rest -= weight;
        if rest < 0.0 {
            return place;
        }
    }
    weights.iter().rposition(|weight| *weight > 0.0).unwrap()
}

/// So many of them, none twice.
fn some(children: &[Child], n: usize, chance: &mut Chance) -> Vec<Child> {
    let mut left = children.to_vec();
    (0..n)
        .map(|_| left.swap_remove(below(left.len(), chance)))
        .collect()
}

fn equal_parts(cases: usize) -> Vec<usize> {
    let mut parts = vec![cases / KINDS.len(); KINDS.len()];
    let mut by_size: Vec<usize> = (0..KINDS.len()).collect();
    by_size.sort_by_key(|&row| std::cmp::Reverse(KINDS[row].children));
    for row in by_size.into_iter().take(cases % KINDS.len()) {
        parts[row] += 1;
    }
    parts
}

fn provisions() -> Vec<Provision> {
    KINDS
        .iter()
        .map(|kind| {
            let mut row = Provision::new(
                ProvisionCode::new(kind.code).unwrap(),
                Text::new(kind.code).unwrap(),
                Tier::new(kind.tier).unwrap(),
            );
            row.caseload = Caseload::new(kind.children as f64).unwrap();
            row.unit_cost = Some(PerChild::new(kind.cost).unwrap());
            row.avoidable_cost = Some(PerChild::new(kind.avoidable).unwrap());
            row
        })
        .collect()
}
