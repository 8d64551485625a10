//! From what is kept of a block of draws to what a plan adds up (model.md §6): sums of bundles by
//! kind, the worth of imaginary moves, and one over the sum of each provision's weights.

use std::ops::Range;

use super::alike::Kind;
use super::bundles::Bundle;
use super::council::Council;
use super::imaginary::Imaginary;
use super::plan::{BLOCK, Weights};
use super::sums::{add, add_all};

/// Room for the sums over the weights of a block.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// Σ w_i by kind of several bundles.
    kinds: Vec<[f64; BLOCK]>,
    /// Σ s_i w_i by kind of several bundles.
    supports: Vec<[f64; BLOCK]>,
    /// By row: the sum of all its weights, then one over it.
    inverse: Vec<[f64; BLOCK]>,
    /// By row: £ that the imaginary child's moves to rows without limits are worth.
    imaginary_values: Vec<[f64; BLOCK]>,
    /// By row: the weight of those of them that are priced.
    imaginary_leaving: Vec<[f64; BLOCK]>,
}

impl Sums {
    /// The weights of the block that is kept at these draws.
    pub fn weights<'a>(
        &'a mut self,
        council: &Council,
        kinds: &[Kind],
        bundles: &[&'a [Bundle]],
        imaginary: &'a [Option<Imaginary>],
        draws: Range<usize>,
    ) -> Weights<'a> {
        let rows = council.rows.len();
        for sums in [
            &mut self.inverse,
            &mut self.imaginary_values,
            &mut self.imaginary_leaving,
        ] {
            sums.clear();
            sums.resize(rows, [0.0; BLOCK]);
        }
        let mut imaginary_moves = vec![vec![&[] as &[f64]; rows]; rows];
        for (row, child) in imaginary.iter().enumerate() {
            let Some(child) = child else { continue };
            add(&mut self.inverse[row], 1.0, child.totals(draws.clone()));
            self.add_imaginary(council, row, child, draws.clone());
            for (to, weights) in child.moves(draws.clone()) {
                imaginary_moves[row][to] = weights;
            }
        }
        self.add_kinds(kinds, bundles, draws.clone());
        let of_kind = bundles.iter().enumerate();
        Weights {
            kinds: of_kind
                .clone()
                .map(|(i, bundles)| match bundles {
                    [one] => one.weights(draws.clone()),
                    _ => &self.kinds[i][..draws.len()],
                })
                .collect(),
            supports: of_kind
                .map(|(i, bundles)| match bundles {
                    [one] => one.supports(draws.clone()),
                    _ => (1.0, &self.supports[i][..draws.len()]),
                })
                .collect(),
            imaginary_values: &self.imaginary_values,
            imaginary_leaving: &self.imaginary_leaving,
            imaginary_moves,
            inverse_sums: &self.inverse,
            draws: draws.len(),
        }
    }

    /// Σ_q weight × v(p→q, 0), and where a place can be used again Σ_q weight, over the imaginary
    /// child's priced moves to rows without a stated limit.
    fn add_imaginary(
        &mut self,
        council: &Council,
        row: usize,
        child: &Imaginary,
        draws: Range<usize>,
    ) {
        let free = |to: usize| to != row && council.rows[to].places.is_empty();
        let length = draws.len();
        let moves = child.moves(draws).filter(|&(to, _)| free(to));
        let priced =
            moves.filter_map(|(to, weights)| Some((council.value(row, to, 0.0)?, weights)));
        let priced: Vec<_> = priced.collect();
        let values = &mut self.imaginary_values[row][..length];
        add_all(values, priced.iter().copied());
        if council.rows[row].place_credit() > 0.0 {
            let leaving = &mut self.imaginary_leaving[row][..length];
            add_all(leaving, priced.iter().map(|&(_, weights)| (1.0, weights)));
        }
    }

    /// Sums by kind, where a kind has more than one bundle, and over all kinds of a row.
    fn add_kinds(&mut self, kinds: &[Kind], bundles: &[&[Bundle]], draws: Range<usize>) {
        self.kinds.resize(kinds.len(), [0.0; BLOCK]);
        self.supports.resize(kinds.len(), [0.0; BLOCK]);
        for (i, (kind, bundles)) in kinds.iter().zip(bundles).enumerate() {
            let inverse = &mut self.inverse[kind.child.from][..draws.len()];
            if let [one] = bundles {
                add(inverse, 1.0, one.weights(draws.clone()));
                continue;
            }
            let sums = &mut self.kinds[i][..draws.len()];
            sums.fill(0.0);
            let bundles = bundles.iter();
            let weights = bundles.clone().map(|b| (1.0, b.weights(draws.clone())));
            add_all(sums, weights);
            add(inverse, 1.0, sums);
            if kind.supported {
                let sums = &mut self.supports[i][..draws.len()];
                sums.fill(0.0);
                let supports = bundles.map(|bundle| bundle.supports(draws.clone()));
                add_all(sums, supports.filter(|&(factor, _)| factor != 0.0));
            }
        }
        for sum in self.inverse.iter_mut().flatten() {
            *sum = if *sum > 0.0 { 1.0 / *sum } else { 0.0 };
        }
    }
}
