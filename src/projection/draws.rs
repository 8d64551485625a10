//! How sure can anyone be (model.md §6): the weights of the Bayesian bootstrap.
//!
//! **One stream** ([`Chance`]) for every judged child and one for every provision's imaginary child:
//! the weights of a case depend on the seed and its number alone. What is judged of another case,
//! and in which order cases stand, leaves them alone.
//!
//! **A judged child's** Gamma(1) is −ln u.
//!
//! **The imaginary child** needs independent Gammas whose shapes sum to 1. They are drawn, equal in
//! distribution, as one Gamma(1) broken by a stick-breaking (Sethuraman, 1994): a uniform share of
//! what is left goes to one destination, half of the time to staying, else to a provision by the
//! children placed there today; until less than a billionth is left, which follows the last. This
//! needs neither rejection nor powers, and a small change of a caseload changes few weights.

use std::collections::BTreeMap;

use crate::review::bounds::DRAWS_MAX;
use crate::review::setup::SEED;
use crate::review::text::{CaseId, ProvisionCode};

use super::chance::{Chance, Drawn};
use super::council::Council;
use super::inputs::Inputs;
use super::plan::{BLOCK, Weights};

/// How many draws, and from which seed (model.md §6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draws {
    /// K. 10,000 by default; 0 is taken as 1, more than a million as a million.
    pub count: usize,
    /// The seed, kept in the review.
    pub seed: u64,
}

impl Default for Draws {
    fn default() -> Self {
        Self {
            count: 10_000,
            seed: SEED,
        }
    }
}

impl Draws {
    /// K within what can be computed.
    pub(super) fn bounded(self) -> usize {
        self.count.clamp(1, DRAWS_MAX)
    }
}

/// What is left of a stick when breaking ends.
const CRUMB: f64 = 1e-9;
/// Weights kept between calls, at most (8 bytes each).
const KEPT: usize = 12_000_000;

/// Keeps weights between projections of the same review, so that a change of one judgement draws
/// nothing anew. Holds 96 MB at most; larger reviews are drawn block by block each time.
#[derive(Debug, Default)]
pub struct Sampler {
    draws: Draws,
    kept: bool,
    children: BTreeMap<CaseId, Stream>,
    imaginary: BTreeMap<ProvisionCode, Imaginary>,
}

/// The stream of one judged child.
#[derive(Debug)]
struct Stream {
    chance: Chance,
    weights: Vec<f64>,
}

/// The stream of a provision's imaginary child.
#[derive(Debug)]
struct Imaginary {
    chance: Chance,
    /// The row that it is in.
    row: usize,
    /// Where it may go: rows with the share of all children up to and including theirs.
    shares: Shares,
    /// Gamma(1), the sum of its weights.
    totals: Vec<f64>,
    /// Weights by destination row.
    moves: Vec<Vec<f64>>,
}

/// Rows in the order of their codes, each with the share of all children in it and those before.
type Shares = Vec<(usize, f64)>;

impl Sampler {
    /// A sampler that has drawn nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// K.
    pub(super) fn count(&self) -> usize {
        self.draws.bounded()
    }

    /// Makes the sampler ready for these inputs: keeps what still holds, forgets the rest. `go_on`
    /// is asked between streams.
    pub(super) fn prepare<E>(
        &mut self,
        inputs: &Inputs,
        council: &Council,
        draws: Draws,
        go_on: &impl Fn() -> Result<(), E>,
    ) -> Result<(), E> {
        let count = draws.bounded();
        let covered = council.judged.iter().filter(|&&n| n > 0.0).count();
        let streams = council.children.len() + covered * (council.rows.len() + 1);
        let kept = streams.saturating_mul(count) <= KEPT;
        if !kept || !self.kept || self.draws != draws {
            self.children.clear();
            self.imaginary.clear();
        }
        (self.kept, self.draws) = (kept, draws);
        let size = if kept { count } else { BLOCK };
        self.prepare_children(inputs, council, size, go_on)?;
        self.prepare_imaginary(inputs, council, size, go_on)
    }

    fn prepare_children<E>(
        &mut self,
        inputs: &Inputs,
        council: &Council,
        size: usize,
        go_on: &impl Fn() -> Result<(), E>,
    ) -> Result<(), E> {
        let mut known = std::mem::take(&mut self.children);
        for child in &council.children {
            let id = &inputs.cases[child.position].id;
            let stream = match known.remove(id) {
                Some(stream) => stream,
                None => {
                    go_on()?;
                    let mut stream = Stream::new(self.draws.seed, id, size);
                    if self.kept {
                        stream.fill(size);
                    }
                    stream
                }
            };
            self.children.insert(id.clone(), stream);
        }
        Ok(())
    }

    fn prepare_imaginary<E>(
        &mut self,
        inputs: &Inputs,
        council: &Council,
        size: usize,
        go_on: &impl Fn() -> Result<(), E>,
    ) -> Result<(), E> {
        let shares = shares(inputs);
        let mut known = std::mem::take(&mut self.imaginary);
        for (row, provision) in inputs.provisions.iter().enumerate() {
            if council.judged[row] == 0.0 {
                continue;
            }
            let as_before = known
                .remove(&provision.code)
                .filter(|known| known.row == row && known.shares == shares)
                .filter(|known| known.moves.len() == council.rows.len());
            let imaginary = match as_before {
                Some(imaginary) => imaginary,
                None => {
                    go_on()?;
                    let chance =
                        Chance::of(self.draws.seed, Drawn::Provision, provision.code.as_str());
                    let mut imaginary = Imaginary {
                        chance,
                        row,
                        shares: shares.clone(),
                        totals: vec![0.0; size],
                        moves: vec![vec![0.0; size]; council.rows.len()],
                    };
                    if self.kept {
                        imaginary.fill(size);
                    }
                    imaginary
                }
            };
            self.imaginary.insert(provision.code.clone(), imaginary);
        }
        Ok(())
    }

    /// Draws the next block where weights are not kept. Blocks come in order, from the first.
    pub(super) fn next_block(&mut self, draws: usize) {
        if self.kept {
            return;
        }
        for stream in self.children.values_mut() {
            stream.fill(draws);
        }
        for imaginary in self.imaginary.values_mut() {
            imaginary.fill(draws);
        }
    }

    /// Before the first block, where weights are not kept: all streams at their beginning.
    pub(super) fn rewind(&mut self) {
        if self.kept {
            return;
        }
        for (id, stream) in &mut self.children {
            stream.chance = Chance::of(self.draws.seed, Drawn::Case, id.as_str());
        }
        for (code, imaginary) in &mut self.imaginary {
            imaginary.chance = Chance::of(self.draws.seed, Drawn::Provision, code.as_str());
        }
    }

    /// The weights of the block that starts at this draw. `sums` is room for what is derived.
    pub(super) fn block<'a>(
        &'a self,
        inputs: &Inputs,
        council: &Council,
        start: usize,
        draws: usize,
        sums: &'a mut BlockSums,
    ) -> Weights<'a> {
        let first = if self.kept { start } else { 0 };
        let within = first..first + draws;
        let children: Vec<&[f64]> = council
            .children
            .iter()
            .filter_map(|child| self.children.get(&inputs.cases[child.position].id))
            .map(|stream| &stream.weights[within.clone()])
            .collect();
        let mut imaginary_moves = Vec::with_capacity(council.rows.len());
        sums.clear(council.rows.len(), draws);
        for (row, provision) in inputs.provisions.iter().enumerate() {
            let moves = match self.imaginary.get(&provision.code) {
                Some(imaginary) if council.judged[row] > 0.0 => {
                    sums.totals[row].copy_from_slice(&imaginary.totals[within.clone()]);
                    let moves = imaginary.moves.iter();
                    moves.map(|weights| &weights[within.clone()]).collect()
                }
                _ => Vec::new(),
            };
            sums.add_imaginary_values(council, row, &moves);
            imaginary_moves.push(moves);
        }
        for (child, weights) in council.children.iter().zip(&children) {
            add(&mut sums.totals[child.from], 1.0, weights);
        }
        for total in sums.totals.iter_mut().flatten() {
            *total = if *total > 0.0 { 1.0 / *total } else { 0.0 };
        }
        Weights {
            children,
            imaginary_values: &sums.imaginary_values,
            imaginary_moves,
            inverse_sums: &sums.totals,
            draws,
        }
    }
}

/// Sums over the weights of a block, by row of the table.
#[derive(Debug, Default)]
pub(super) struct BlockSums {
    totals: Vec<Vec<f64>>,
    imaginary_values: Vec<Vec<f64>>,
}

impl BlockSums {
    fn clear(&mut self, rows: usize, draws: usize) {
        for sums in [&mut self.totals, &mut self.imaginary_values] {
            sums.resize_with(rows, Vec::new);
            for sum in sums {
                sum.clear();
                sum.resize(draws, 0.0);
            }
        }
    }

    /// Σ_q weight × v(p→q, 0) over the imaginary child's moves to rows without a stated limit.
    fn add_imaginary_values(&mut self, council: &Council, row: usize, moves: &[&[f64]]) {
        for (to, weights) in moves.iter().enumerate() {
            if to != row && council.rows[to].places.is_empty() {
                let value = council.value(row, to, 0.0).unwrap_or(0.0);
                add(&mut self.imaginary_values[row], value, weights);
            }
        }
    }
}

fn add(sums: &mut [f64], factor: f64, weights: &[f64]) {
    for (sum, weight) in sums.iter_mut().zip(weights) {
        *sum += factor * weight;
    }
}

impl Stream {
    fn new(seed: u64, id: &CaseId, size: usize) -> Self {
        Self {
            chance: Chance::of(seed, Drawn::Case, id.as_str()),
            weights: vec![0.0; size],
        }
    }

    fn fill(&mut self, draws: usize) {
        for weight in &mut self.weights[..draws] {
            *weight = self.chance.gamma_1();
        }
    }
}

impl Imaginary {
    /// Draws the next weights.
    fn fill(&mut self, draws: usize) {
        for weights in &mut self.moves {
            weights[..draws].fill(0.0);
        }
        for draw in 0..draws {
            let total = self.chance.gamma_1();
            self.totals[draw] = total;
            let mut rest = total;
            while rest > 0.0 {
                let stick = rest * self.chance.uniform();
                let to = self.destination();
                rest -= stick;
                let last = rest < CRUMB * total;
                self.moves[to][draw] += if last { stick + rest } else { stick };
                if last {
                    break;
                }
            }
        }
    }

    /// Half of the time staying, else a row by the children placed there today.
    fn destination(&mut self) -> usize {
        let u = 2.0 * self.chance.uniform();
        let chosen = self.shares.iter().find(|&&(_, up_to)| u < up_to);
        match chosen {
            Some(&(to, _)) if u < 1.0 => to,
            _ => self.row,
        }
    }
}

/// The shares of all children by row, summed in the order of codes, so that the order of the table
/// changes nothing. Empty if there are no children.
fn shares(inputs: &Inputs) -> Shares {
    let mut rows: Vec<usize> = (0..inputs.provisions.len()).collect();
    rows.sort_by(|&a, &b| inputs.provisions[a].code.cmp(&inputs.provisions[b].code));
    let caseload = |row: usize| inputs.provisions[row].caseload.get();
    let all: f64 = rows.iter().map(|&row| caseload(row)).sum();
    if all <= 0.0 {
        return Vec::new();
    }
    let mut up_to = 0.0;
    rows.retain(|&row| caseload(row) > 0.0);
    rows.into_iter()
        .map(|row| {
            up_to += caseload(row);
            (row, up_to / all)
        })
        .collect()
}
