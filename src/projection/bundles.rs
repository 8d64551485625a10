//! The weights of judged children (model.md §6), drawn and kept in bundles of alike cases.
//!
//! **Keyed by case.** Every case has a stream of its own ([`Chance`]), from the seed and its number;
//! its weight is −ln u. What is judged of another case, and in which order cases stand, leaves it
//! alone.
//!
//! **One logarithm for many.** Only sums of weights are needed of alike cases, and of those with
//! the same support −ln u₁ − ln u₂ … is −ln(u₁ u₂ …): the same sum, but for rounding.
//!
//! **Kept without a memory.** Sums are kept between calls, and yet what comes out must not depend
//! on what was kept. So no case is ever taken out of a sum: alike cases are cut into bundles, and a
//! bundle that changes is drawn anew. Where it ends is settled by the case that it ends with, so
//! that a case more or less changes no bundle but its own.

use std::ops::Range;

use super::alike::Kind;
use super::chance::{Chance, Drawn};
use super::council::Council;
use super::inputs::Inputs;
use super::plan::BLOCK;
use super::sums::add;

/// One case in so many is the last of its bundle.
const CASES_OF_A_BUNDLE: usize = 16;
/// Numbers multiplied before the logarithm: each is 2⁻⁵³ or more, so that no product vanishes.
const FACTORS: usize = 16;

/// A case in a bundle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Member {
    /// The key of its stream.
    key: u64,
    /// s_i, £ per child per year.
    support: f64,
}

impl Member {
    fn ends_bundle(self) -> bool {
        Chance::of_key(self.key).below(CASES_OF_A_BUNDLE) == 0
    }
}

/// The cases of a kind, cut into bundles. In a bundle those with the same support stand together.
pub(super) fn bundles(
    inputs: &Inputs,
    council: &Council,
    kind: &Kind,
    seed: u64,
) -> Vec<Vec<Member>> {
    let mut bundles = vec![Vec::new()];
    for &i in &kind.members {
        let child = &council.children[i];
        let id = inputs.cases[child.position].id.as_str();
        let member = Member {
            key: Chance::key(seed, Drawn::Case, id),
            support: child.support,
        };
        match bundles.last_mut() {
            Some(bundle) => bundle.push(member),
            None => bundles.push(vec![member]),
        }
        if member.ends_bundle() {
            bundles.push(Vec::new());
        }
    }
    bundles.retain(|bundle| !bundle.is_empty());
    for bundle in &mut bundles {
        bundle.sort_by(|a, b| a.support.total_cmp(&b.support));
    }
    bundles
}

/// Sums over the weights of a few alike cases.
#[derive(Debug)]
pub(super) struct Bundle {
    members: Vec<Member>,
    /// The members' streams, as far as they are drawn.
    chances: Vec<Chance>,
    /// Σ w_i by draw.
    weights: Vec<f64>,
    /// Σ s_i w_i by draw; empty where all have the same support.
    supports: Vec<f64>,
}

impl Bundle {
    /// A bundle with room for so many draws, none drawn yet.
    pub fn new(members: Vec<Member>, draws: usize) -> Self {
        let supports = if are_alike(&members) { 0 } else { draws };
        let mut bundle = Self {
            members,
            chances: Vec::new(),
            weights: vec![0.0; draws],
            supports: vec![0.0; supports],
        };
        bundle.rewind();
        bundle
    }

    /// Lists of numbers that a bundle of these members keeps.
    pub fn lists(members: &[Member]) -> usize {
        if are_alike(members) { 1 } else { 2 }
    }

    /// Whether it is drawn for these members.
    pub fn is_of(&self, members: &[Member]) -> bool {
        self.members == members
    }

    /// By what it is found again.
    pub fn key(&self) -> Option<u64> {
        Self::key_of(&self.members)
    }

    /// The key of a bundle of these members.
    pub fn key_of(members: &[Member]) -> Option<u64> {
        members.first().map(|member| member.key)
    }

    /// All streams at their beginning.
    pub fn rewind(&mut self) {
        let members = self.members.iter();
        self.chances = members.map(|m| Chance::of_key(m.key)).collect();
    }

    /// Draws the next block and puts it at this place.
    pub fn fill(&mut self, draws: Range<usize>) {
        let weights = &mut self.weights[draws.clone()];
        weights.fill(0.0);
        if let Some(supports) = self.supports.get_mut(draws.clone()) {
            supports.fill(0.0);
        }
        let mut chances = self.chances.iter_mut();
        let alike = self.members.chunk_by(|a, b| a.support == b.support);
        for few in alike.flat_map(|alike| alike.chunks(FACTORS)) {
            let mut product = [1.0; BLOCK];
            for chance in chances.by_ref().take(few.len()) {
                for product in &mut product[..draws.len()] {
                    *product *= chance.uniform();
                }
            }
            for (sum, product) in weights.iter_mut().zip(&mut product) {
                *product = -libm::log(*product);
                *sum += *product;
            }
            if let (Some(supports), Some(member)) =
                (self.supports.get_mut(draws.clone()), few.first())
            {
                add(supports, member.support, &product);
            }
        }
    }

    /// Σ w_i by draw of a block.
    pub fn weights(&self, draws: Range<usize>) -> &[f64] {
        &self.weights[draws]
    }

    /// Σ s_i w_i by draw of a block: a factor and what it multiplies.
    pub fn supports(&self, draws: Range<usize>) -> (f64, &[f64]) {
        match (self.supports.get(draws.clone()), self.members.first()) {
            (Some(supports), _) => (1.0, supports),
            (None, Some(member)) => (member.support, self.weights(draws)),
            (None, None) => (0.0, &[]),
        }
    }
}

fn are_alike(members: &[Member]) -> bool {
    members
        .windows(2)
        .all(|two| two[0].support == two[1].support)
}
