//! How sure can anyone be (model.md §6): the weights of the Bayesian bootstrap, drawn once and kept
//! as long as they hold.
//!
//! Every judged child and every provision's imaginary child has a stream of chance of its own
//! (`bundles`, `imaginary`), so a changed judgement draws anew what it touches and nothing else.

use std::collections::BTreeMap;

use crate::review::bounds::DRAWS_MAX;
use crate::review::setup::SEED;

use super::alike::{Kind, kinds};
use super::bundles::{Bundle, Member, bundles};
use super::council::Council;
use super::imaginary::{Destinations, Imaginary};
use super::inputs::Inputs;
use super::plan::{BLOCK, Weights};
use super::sums::{add, add_all};

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

/// Numbers kept between calls, at most (8 bytes each).
const KEPT: usize = 12_000_000;

/// Keeps weights between projections of the same review, so that a change of one judgement draws
/// little anew. Holds 96 MB at most; what would need more is drawn block by block each time.
#[derive(Debug, Default)]
pub struct Sampler {
    count: usize,
    /// Draws for which there is room: all, or a block.
    room: usize,
    /// The kinds of the cases that the bundles are of.
    kinds: Vec<Kind>,
    /// How many bundles each kind has.
    of_kind: Vec<usize>,
    /// All bundles, kind by kind.
    bundles: Vec<Bundle>,
    /// By row of the table; none where nobody is judged.
    imaginary: Vec<Option<Imaginary>>,
}

impl Sampler {
    /// A sampler that has drawn nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// K.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// The kinds of alike cases whose weights are drawn.
    pub(super) fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// Makes the sampler ready for these inputs: keeps what still holds, forgets the rest. `go_on`
    /// is asked between blocks; what was drawn until it refuses is not lost.
    pub(super) fn prepare<E>(
        &mut self,
        inputs: &Inputs,
        council: &Council,
        draws: Draws,
        go_on: &impl Fn() -> Result<(), E>,
    ) -> Result<(), E> {
        self.kinds = kinds(council);
        let members: Vec<_> = self
            .kinds
            .iter()
            .map(|kind| bundles(inputs, council, kind, draws.seed))
            .collect();
        self.of_kind = members.iter().map(Vec::len).collect();
        let members: Vec<_> = members.into_iter().flatten().collect();
        let destinations = Destinations::of(inputs);
        let covered = council.judged.iter().filter(|&&n| n > 0.0).count();
        let lists = members.iter().map(|members| Bundle::lists(members));
        let lists = lists.sum::<usize>() + covered * (destinations.len() + 1);
        self.count = draws.bounded();
        let fits = lists.saturating_mul(self.count) <= KEPT;
        let room = if fits { self.count } else { BLOCK };
        if !fits || self.room != room {
            self.bundles.clear();
            self.imaginary.clear();
        }
        self.room = room;
        self.prepare_bundles(members, go_on)?;
        self.prepare_imaginary(inputs, council, draws.seed, &destinations, go_on)
    }

    fn prepare_bundles<E>(
        &mut self,
        wanted: Vec<Vec<Member>>,
        go_on: &impl Fn() -> Result<(), E>,
    ) -> Result<(), E> {
        let known = std::mem::take(&mut self.bundles).into_iter();
        let mut known: BTreeMap<_, _> = known.map(|bundle| (bundle.key(), bundle)).collect();
        for members in wanted {
            let key = Bundle::key_of(&members);
            let as_before = known.remove(&key).filter(|known| known.is_of(&members));
            let bundle = match as_before {
                Some(bundle) => bundle,
                None => {
                    let mut bundle = Bundle::new(members, self.room);
                    let drawn = self.draw_all(go_on, |start, draws| bundle.fill(start, draws));
                    if let Err(stopped) = drawn {
                        self.bundles.extend(known.into_values());
                        return Err(stopped);
                    }
                    bundle
                }
            };
            self.bundles.push(bundle);
        }
        Ok(())
    }

    fn prepare_imaginary<E>(
        &mut self,
        inputs: &Inputs,
        council: &Council,
        seed: u64,
        destinations: &Destinations,
        go_on: &impl Fn() -> Result<(), E>,
    ) -> Result<(), E> {
        self.imaginary.resize_with(council.rows.len(), || None);
        for (row, provision) in inputs.provisions.iter().enumerate() {
            if council.judged[row] == 0.0 {
                self.imaginary[row] = None;
                continue;
            }
            let key = Imaginary::key(seed, provision.code.as_str());
            let known = self.imaginary[row].as_ref();
            if known.is_some_and(|known| known.is_of(key, destinations)) {
                continue;
            }
            let mut imaginary = Imaginary::new(key, destinations, self.room);
            self.draw_all(go_on, |start, draws| imaginary.fill(start, draws))?;
            self.imaginary[row] = Some(imaginary);
        }
        Ok(())
    }

    /// Draws block by block, where there is room for all.
    fn draw_all<E>(
        &self,
        go_on: &impl Fn() -> Result<(), E>,
        mut fill: impl FnMut(usize, usize),
    ) -> Result<(), E> {
        if self.room < self.count {
            return Ok(());
        }
        for (start, draws) in blocks(self.count) {
            go_on()?;
            fill(start, draws);
        }
        Ok(())
    }

    fn bundles_of_kind(&self) -> Vec<&[Bundle]> {
        let mut rest = self.bundles.as_slice();
        let lengths = self.of_kind.iter();
        lengths
            .map(|&n| {
                let (bundles, others) = rest.split_at(n);
                rest = others;
                bundles
            })
            .collect()
    }

    /// Before the first block: where weights are not kept, all streams to their beginning.
    pub(super) fn rewind(&mut self) {
        if self.room < self.count {
            self.bundles.iter_mut().for_each(Bundle::rewind);
            self.imaginary
                .iter_mut()
                .flatten()
                .for_each(Imaginary::rewind);
        }
    }

    /// The weights of a block. Blocks come in order, from the first.
    pub(super) fn block<'a>(
        &'a mut self,
        council: &Council,
        start: usize,
        draws: usize,
        sums: &'a mut Sums,
    ) -> Weights<'a> {
        let mut start = start;
        if self.room < self.count {
            start = 0;
            for bundle in &mut self.bundles {
                bundle.fill(0, draws);
            }
            for imaginary in self.imaginary.iter_mut().flatten() {
                imaginary.fill(0, draws);
            }
        }
        let rows = council.rows.len();
        sums.clear(rows);
        let mut imaginary_moves = vec![vec![&[] as &[f64]; rows]; rows];
        for (row, imaginary) in self.imaginary.iter().enumerate() {
            let Some(imaginary) = imaginary else { continue };
            add(&mut sums.inverse[row], 1.0, imaginary.totals(start, draws));
            let moves = imaginary.moves(start, draws);
            sums.add_imaginary(council, row, draws, moves);
            for (to, weights) in imaginary.moves(start, draws) {
                imaginary_moves[row][to] = weights;
            }
        }
        let of_kind = self.bundles_of_kind();
        for (kind, bundles) in self.kinds.iter().zip(&of_kind) {
            let weights = bundles.iter().map(|b| (1.0, b.weights(start, draws)));
            add_all(&mut sums.inverse[kind.child.from][..draws], weights);
        }
        sums.add_bundles(&of_kind, start, draws);
        for sum in sums.inverse.iter_mut().flatten() {
            *sum = if *sum > 0.0 { 1.0 / *sum } else { 0.0 };
        }
        let of_kind = of_kind.iter().enumerate();
        Weights {
            kinds: of_kind
                .clone()
                .map(|(i, bundles)| match bundles {
                    [one] => one.weights(start, draws),
                    _ => &sums.weights[i][..draws],
                })
                .collect(),
            supports: of_kind
                .map(|(i, bundles)| match bundles {
                    [one] => one.supports(start, draws),
                    _ => (1.0, &sums.supports[i][..draws]),
                })
                .collect(),
            imaginary_values: &sums.imaginary_values,
            imaginary_moves,
            inverse_sums: &sums.inverse,
            draws,
        }
    }
}

/// The blocks of so many draws: where each starts, and how many it has.
pub(super) fn blocks(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count)
        .step_by(BLOCK)
        .map(move |start| (start, BLOCK.min(count - start)))
}

/// Room for the sums over the weights of a block.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// Σ w_i by kind of several bundles.
    weights: Vec<[f64; BLOCK]>,
    /// Σ s_i w_i by kind of several bundles.
    supports: Vec<[f64; BLOCK]>,
    /// By row: the sum of all its weights, then one over it.
    inverse: Vec<[f64; BLOCK]>,
    /// By row: £ that the imaginary child's moves to rows without limits are worth.
    imaginary_values: Vec<[f64; BLOCK]>,
}

impl Sums {
    fn clear(&mut self, rows: usize) {
        for sums in [&mut self.inverse, &mut self.imaginary_values] {
            sums.clear();
            sums.resize(rows, [0.0; BLOCK]);
        }
    }

    /// Σ_q weight × v(p→q, 0) over the imaginary child's moves to rows without a stated limit.
    fn add_imaginary<'a>(
        &mut self,
        council: &Council,
        row: usize,
        draws: usize,
        moves: impl Iterator<Item = (usize, &'a [f64])>,
    ) {
        let without_limit =
            moves.filter(|&(to, _)| to != row && council.rows[to].places.is_empty());
        let values = without_limit.filter_map(|(to, weights)| {
            let value = council.value(row, to, 0.0)?;
            Some((value, weights))
        });
        add_all(&mut self.imaginary_values[row][..draws], values);
    }

    /// Sums by kind, where a kind has more than one bundle.
    fn add_bundles(&mut self, of_kind: &[&[Bundle]], start: usize, draws: usize) {
        self.weights.resize(of_kind.len(), [0.0; BLOCK]);
        self.supports.resize(of_kind.len(), [0.0; BLOCK]);
        for (i, bundles) in of_kind.iter().enumerate().filter(|(_, b)| b.len() > 1) {
            let (weights, supports) = (&mut self.weights[i], &mut self.supports[i]);
            weights.fill(0.0);
            supports.fill(0.0);
            let bundles = bundles.iter();
            let terms = bundles.clone().map(|b| (1.0, b.weights(start, draws)));
            add_all(&mut weights[..draws], terms);
            let terms = bundles.map(|b| b.supports(start, draws));
            add_all(
                &mut supports[..draws],
                terms.filter(|&(factor, _)| factor != 0.0),
            );
        }
    }
}
