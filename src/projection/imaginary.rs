//! The imaginary extra child of a provision (model.md §6).
//!
//! It needs independent Gammas whose shapes sum to 1. They are drawn, equal in distribution, as one
//! Gamma(1) broken by a stick-breaking (Sethuraman, 1994): a uniform share of what is left goes to
//! one destination, half of the time to staying, else to a provision by the children placed there
//! today; until less than a billionth is left, which follows the last. This needs neither rejection
//! nor powers, and a small change of a caseload changes few weights.

use std::ops::Range;

use super::chance::{Chance, Drawn};
use super::inputs::Inputs;

/// What is left of a stick when breaking ends.
const CRUMB: f64 = 1e-9;

/// Where an imaginary child may go: rows in the order of their codes, each with the share of all
/// children in it and those before. Empty if there are no children.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Destinations {
    rows: Vec<usize>,
    up_to: Vec<f64>,
}

impl Destinations {
    /// By the children placed today, summed in the order of codes, so that the order of the table
    /// changes nothing.
    pub fn of(inputs: &Inputs) -> Self {
        let caseload = |row: usize| inputs.provisions[row].caseload.get();
        let mut rows: Vec<usize> = (0..inputs.provisions.len()).collect();
        rows.retain(|&row| caseload(row) > 0.0);
        rows.sort_by(|&a, &b| inputs.provisions[a].code.cmp(&inputs.provisions[b].code));
        let all: f64 = rows.iter().map(|&row| caseload(row)).sum();
        let mut sum = 0.0;
        let up_to = rows.iter().map(|&row| {
            sum += caseload(row);
            sum / all
        });
        let up_to = up_to.collect();
        Self { rows, up_to }
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Half of the time none, else one by the children placed there.
    fn choose(&self, chance: &mut Chance) -> usize {
        let u = 2.0 * chance.uniform();
        self.up_to
            .iter()
            .map(|&up_to| usize::from(u >= up_to))
            .sum()
    }
}

/// The weights of a provision's imaginary child.
#[derive(Debug)]
pub(super) struct Imaginary {
    key: u64,
    chance: Chance,
    destinations: Destinations,
    /// Gamma(1), the sum of its weights, by draw.
    totals: Vec<f64>,
    /// Weights by destination and draw.
    moves: Vec<Vec<f64>>,
}

impl Imaginary {
    /// The imaginary child of a row with room for so many draws, none drawn yet.
    pub fn new(key: u64, destinations: &Destinations, draws: usize) -> Self {
        Self {
            key,
            chance: Chance::of_key(key),
            destinations: destinations.clone(),
            totals: vec![0.0; draws],
            moves: vec![vec![0.0; draws]; destinations.len()],
        }
    }

    /// The key of a provision's stream.
    pub fn key(seed: u64, code: &str) -> u64 {
        Chance::key(seed, Drawn::Provision, code)
    }

    /// Whether it is the stream with this key, with these destinations.
    pub fn is_of(&self, key: u64, destinations: &Destinations) -> bool {
        self.key == key && self.destinations == *destinations
    }

    /// The stream at its beginning.
    pub fn rewind(&mut self) {
        self.chance = Chance::of_key(self.key);
    }

    /// Draws the next block and puts it at this place.
    pub fn fill(&mut self, draws: Range<usize>) {
        // One more than destinations: staying.
        let mut weights = vec![0.0; self.destinations.len() + 1];
        for draw in draws {
            weights.fill(0.0);
            let total = self.chance.gamma_1();
            let mut rest = total;
            while rest > 0.0 {
                let stick = rest * self.chance.uniform();
                let to = self.destinations.choose(&mut self.chance);
                rest -= stick;
                if rest < CRUMB * total {
                    weights[to] += stick + rest;
                    break;
                }
                weights[to] += stick;
            }
            self.totals[draw] = total;
            for (moves, weight) in self.moves.iter_mut().zip(&weights) {
                moves[draw] = *weight;
            }
        }
    }

    /// Gamma(1) of a block.
    pub fn totals(&self, draws: Range<usize>) -> &[f64] {
        &self.totals[draws]
    }

    /// The weights of a block, by the row to which they go.
    pub fn moves(&self, draws: Range<usize>) -> impl Iterator<Item = (usize, &[f64])> {
        let rows = self.destinations.rows.iter().copied();
        rows.zip(self.moves.iter().map(move |moves| &moves[draws.clone()]))
    }
}
