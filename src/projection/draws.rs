//! How sure can anyone be (model.md §6): the weights of the Bayesian bootstrap, drawn once and kept
//! as long as they hold.
//!
//! Every judged child and every provision's imaginary child has a stream of chance of its own
//! (`bundles`, `imaginary`), so a changed judgement draws anew what it touches and nothing else.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::review::bounds::DRAWS_MAX;
use crate::review::setup::SEED;

use super::alike::{Kind, kinds};
use super::block::Sums;
use super::bundles::{Bundle, Member, bundles};
use super::council::Council;
use super::imaginary::{Destinations, Imaginary};
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

/// Numbers kept between calls, at most (8 bytes each).
const KEPT: usize = 12_000_000;

/// Keeps weights between projections of the same review, so that a change of one judgement draws
/// little anew. Holds 96 MB at most; what would need more is drawn block by block each time.
#[derive(Debug)]
pub struct Sampler {
    /// Numbers kept, at most.
    keeps: usize,
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

impl Default for Sampler {
    fn default() -> Self {
        Self::new()
    }
}

impl Sampler {
    /// A sampler that has drawn nothing yet.
    pub fn new() -> Self {
        Self::keeping(KEPT)
    }

    /// A sampler that keeps so many numbers at most.
    pub(super) fn keeping(keeps: usize) -> Self {
        Self {
            keeps,
            count: 0,
            room: 0,
            kinds: Vec::new(),
            of_kind: Vec::new(),
            bundles: Vec::new(),
            imaginary: Vec::new(),
        }
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
        let fits = lists.saturating_mul(self.count) <= self.keeps;
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
                    let drawn = self.draw_all(go_on, |draws| bundle.fill(draws));
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
            self.draw_all(go_on, |draws| imaginary.fill(draws))?;
            self.imaginary[row] = Some(imaginary);
        }
        Ok(())
    }

    /// Draws block by block, where there is room for all.
    fn draw_all<E>(
        &self,
        go_on: &impl Fn() -> Result<(), E>,
        mut fill: impl FnMut(Range<usize>),
    ) -> Result<(), E> {
        if self.room < self.count {
            return Ok(());
        }
        for draws in blocks(self.count) {
            go_on()?;
            fill(draws);
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
        draws: Range<usize>,
        sums: &'a mut Sums,
    ) -> Weights<'a> {
        let mut draws = draws;
        if self.room < self.count {
            draws = 0..draws.len();
            for bundle in &mut self.bundles {
                bundle.fill(draws.clone());
            }
            for imaginary in self.imaginary.iter_mut().flatten() {
                imaginary.fill(draws.clone());
            }
        }
        sums.weights(
            council,
            &self.kinds,
            &self.bundles_of_kind(),
            &self.imaginary,
            draws,
        )
    }
}

/// The blocks of so many draws.
pub(super) fn blocks(count: usize) -> impl Iterator<Item = Range<usize>> {
    let starts = (0..count).step_by(BLOCK);
    starts.map(move |start| start..count.min(start + BLOCK))
}
