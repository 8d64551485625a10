//! A scenario laid out for many draws at once (model.md §4-§6): which weights add up to what. It
//! says the same as the ledger, which is tested; it only adds up alike things once.
//!
//! A draw gives each judged child a weight. For one scenario, all that the years need of these
//! weights is a few sums by row or by move p→q ("slots"). They are summed once per draw; the years
//! are then a handful of multiplications each. Draws are taken in blocks, a slot holding one
//! number per draw of the block, so that the inner loops run along the draws.

use super::alike::Kind;
use super::council::{Child, Council};
use super::notes::Silent;
use super::outcomes::{outcomes, survival};
use super::scenario::Scenario;
use super::sums::add_all;
use super::timeline::Moment;

/// Draws that are computed together.
pub(super) const BLOCK: usize = 256;

/// Where weights come from: the judged children of a kind, their support, the moves of a row's
/// imaginary child to places without a stated limit taken together (their value, or, where priced,
/// their weight), or those to one row.
#[derive(Clone, Copy, Debug)]
enum Source {
    Kind(usize),
    Support(usize),
    ImaginaryValue(usize),
    ImaginaryLeaving(usize),
    ImaginaryMove(usize, usize),
}

/// The weights of a block of draws, before they are divided by their sum: one number per draw.
pub(super) struct Weights<'a> {
    /// Σ w_i by kind of judged children.
    pub kinds: Vec<&'a [f64]>,
    /// Σ s_i w_i by kind: a factor and what it multiplies.
    pub supports: Vec<(f64, &'a [f64])>,
    /// By row: £ that the imaginary child's moves to rows without limits are worth.
    pub imaginary_values: &'a [[f64; BLOCK]],
    /// By row: the weight of its priced moves to rows without limits; 0 where no place of the row
    /// can be used again.
    pub imaginary_leaving: &'a [[f64; BLOCK]],
    /// By row and destination: the imaginary child's weights; empty where there is none.
    pub imaginary_moves: Vec<Vec<&'a [f64]>>,
    /// By row: 1 / sum of all weights of the row.
    pub inverse_sums: &'a [[f64; BLOCK]],
    /// Draws in the block.
    pub draws: usize,
}

impl Weights<'_> {
    /// What is added: a factor and the numbers that it multiplies.
    fn term(&self, add: &Add) -> (f64, &[f64]) {
        let numbers: &[f64] = match add.source {
            Source::Kind(i) => self.kinds[i],
            Source::Support(i) => {
                let (factor, supports) = self.supports[i];
                return (add.factor * factor, supports);
            }
            Source::ImaginaryValue(p) => &self.imaginary_values[p],
            Source::ImaginaryLeaving(p) => &self.imaginary_leaving[p],
            Source::ImaginaryMove(p, q) => self.imaginary_moves[p][q],
        };
        (add.factor, numbers)
    }
}

/// `slot += factor × source`.
#[derive(Clone, Copy, Debug)]
struct Add {
    source: Source,
    slot: usize,
    factor: f64,
}

/// A sum of weights of children who leave `from` for `to`, or (`to == from`) who need no place
/// with a stated limit.
#[derive(Clone, Copy, Debug)]
struct Flow {
    from: usize,
    to: usize,
    slot: usize,
}

/// A scenario laid out for computing.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    adds: Vec<Add>,
    /// The row by whose sum of weights each slot is divided.
    pub slot_rows: Vec<usize>,
    /// £ per child, weighted (§3); all that meets no limit in the flow from a row to itself.
    values: Vec<Flow>,
    /// Weights of all moves into rows with a limit.
    moved: Vec<Flow>,
    /// Weights of priced moves out of rows whose places can be used again; all that meets no
    /// limit in the flow from a row to itself.
    leaving: Vec<Flow>,
    /// Weights of priced moves into such rows.
    entering: Vec<Flow>,
    /// Rows with a limit.
    limited: Vec<usize>,
    /// Rows whose places can be used again, with c_q − a_q.
    credits: Vec<(usize, f64)>,
}

impl Plan {
    /// The plan of a scenario, with the imaginary children of §6.
    pub fn of(council: &Council, kinds: &[Kind], scenario: Scenario) -> Self {
        let rows = council.rows.iter().enumerate();
        let credits = rows
            .clone()
            .filter(|(_, row)| row.place_credit() > 0.0 && row.caseload > 0.0)
            .map(|(q, row)| (q, row.place_credit()));
        let mut plan = Self {
            adds: Vec::new(),
            slot_rows: Vec::new(),
            values: Vec::new(),
            moved: Vec::new(),
            leaving: Vec::new(),
            entering: Vec::new(),
            limited: rows
                .filter(|(_, row)| !row.places.is_empty())
                .map(|(q, _)| q)
                .collect(),
            credits: credits.collect(),
        };
        plan.add_children(council, kinds, scenario);
        plan.add_imaginary(council, survival(scenario, council, &mut Silent));
        plan.adds.sort_by_key(|add| add.slot);
        plan
    }

    fn add_children(&mut self, council: &Council, kinds: &[Kind], scenario: Scenario) {
        for (i, kind) in kinds.iter().enumerate() {
            let (source, from) = (Source::Kind(i), kind.child.from);
            // A pound of support makes a difference where the panel is followed.
            let with_support = Child {
                support: 1.0,
                ..kind.child
            };
            let without = outcomes(scenario, council, &kind.child).iter();
            let with = outcomes(scenario, council, &with_support).iter();
            for (outcome, supported) in without.zip(with) {
                let to = outcome.to;
                self.add_value(source, from, to, outcome.share, outcome.value);
                if kind.supported && supported.value != outcome.value {
                    self.add_value(Source::Support(i), from, to, outcome.share, Some(-1.0));
                }
                if to != from {
                    self.add_places(source, from, to, outcome.share, outcome.value.is_some());
                }
            }
        }
    }

    /// The imaginary children's moves, in the proportion in which the panel's happen (§6). What meets
    /// no limit is summed by block, once for all scenarios.
    fn add_imaginary(&mut self, council: &Council, survival: f64) {
        let placed = |row: usize| council.rows[row].caseload > 0.0;
        for from in (0..council.rows.len()).filter(|&row| council.judged[row] > 0.0) {
            let value = slot(&mut self.values, &mut self.slot_rows, from, from);
            self.add(Source::ImaginaryValue(from), value, survival);
            if self.can_be_used_again(from) {
                let leaving = slot(&mut self.leaving, &mut self.slot_rows, from, from);
                self.add(Source::ImaginaryLeaving(from), leaving, survival);
            }
            for to in (0..council.rows.len()).filter(|&to| to != from && placed(to)) {
                let source = Source::ImaginaryMove(from, to);
                let value = council.value(from, to, 0.0);
                if self.limited.contains(&to) {
                    self.add_value(source, from, to, survival, value);
                    self.add_places(source, from, to, survival, value.is_some());
                } else if value.is_some() && self.can_be_used_again(to) {
                    let entering = slot(&mut self.entering, &mut self.slot_rows, from, to);
                    self.add(source, entering, survival);
                }
            }
        }
    }

    /// The value of a share of a source that goes from row to row.
    fn add_value(
        &mut self,
        source: Source,
        from: usize,
        to: usize,
        share: f64,
        value: Option<f64>,
    ) {
        if let Some(value) = value {
            let to = self.limit_met(from, to);
            let slot = slot(&mut self.values, &mut self.slot_rows, from, to);
            self.add(source, slot, share * value);
        }
    }

    /// The places that a share of a source claims and leaves behind when it moves. Unpriced moves
    /// claim places where these are short (§5), but count in no places used again (§4).
    fn add_places(&mut self, source: Source, from: usize, to: usize, share: f64, priced: bool) {
        if self.limited.contains(&to) {
            let slot = slot(&mut self.moved, &mut self.slot_rows, from, to);
            self.add(source, slot, share);
        }
        if priced && self.can_be_used_again(from) {
            let to = self.limit_met(from, to);
            let slot = slot(&mut self.leaving, &mut self.slot_rows, from, to);
            self.add(source, slot, share);
        }
        if priced && self.can_be_used_again(to) {
            let slot = slot(&mut self.entering, &mut self.slot_rows, from, to);
            self.add(source, slot, share);
        }
    }

    /// The destination where it has a limit, else the row itself.
    fn limit_met(&self, from: usize, to: usize) -> usize {
        if self.limited.contains(&to) { to } else { from }
    }

    fn can_be_used_again(&self, row: usize) -> bool {
        self.credits.iter().any(|&(q, _)| q == row)
    }

    fn add(&mut self, source: Source, slot: usize, factor: f64) {
        if factor != 0.0 {
            self.adds.push(Add {
                source,
                slot,
                factor,
            });
        }
    }

    /// Sums the weights of a block into the slots, divided by the sum of weights of their row.
    pub fn sum(&self, weights: &Weights<'_>, slots: &mut Vec<[f64; BLOCK]>) {
        slots.clear();
        slots.resize(self.slot_rows.len(), [0.0; BLOCK]);
        for adds in self.adds.chunk_by(|a, b| a.slot == b.slot) {
            let slot = &mut slots[adds[0].slot][..weights.draws];
            add_all(slot, adds.iter().map(|add| weights.term(add)));
        }
        for (slot, &row) in slots.iter_mut().zip(&self.slot_rows) {
            for (slot, inverse) in slot.iter_mut().zip(&weights.inverse_sums[row]) {
                *slot *= inverse;
            }
        }
    }

    /// What the summed weights mean at one moment, £ a year: the value of moves and support (§3),
    /// and places used again (§4), each for every draw of the block.
    pub fn saving(&self, moment: &Moment, slots: &[[f64; BLOCK]], draws: usize) -> Saving {
        let scaled = self.scaling(moment, slots, draws);
        let mut saving = Saving {
            moves: [0.0; BLOCK],
            places: [0.0; BLOCK],
        };
        let moves = &mut saving.moves[..draws];
        scaled.add_all(moves, moment.factor, self.values.iter());
        for &(row, credit) in &self.credits {
            let mut out = [0.0; BLOCK];
            let mut into = [moment.grown[row]; BLOCK];
            let leaving = self.leaving.iter().filter(|flow| flow.from == row);
            scaled.add_all(&mut out[..draws], 1.0, leaving);
            let entering = self.entering.iter().filter(|flow| flow.to == row);
            scaled.add_all(&mut into[..draws], 1.0, entering);
            let per_place = moment.factor * credit;
            for (sum, (out, into)) in saving.places[..draws].iter_mut().zip(out.iter().zip(&into)) {
                *sum += per_place * if out < into { out } else { into };
            }
        }
        saving
    }

    /// λ_q(t) for every row with a limit (§5).
    fn scaling<'a>(
        &'a self,
        moment: &'a Moment,
        slots: &'a [[f64; BLOCK]],
        draws: usize,
    ) -> Scaling<'a> {
        let scale = |&row: &usize| {
            let mut scale = [0.0; BLOCK];
            for flow in self.moved.iter().filter(|flow| flow.to == row) {
                let children = moment.decided[flow.from];
                for (need, weight) in scale[..draws].iter_mut().zip(&slots[flow.slot]) {
                    *need += children * weight;
                }
            }
            let places = moment.places[row];
            for scale in &mut scale[..draws] {
                *scale = if *scale > places {
                    places / *scale
                } else {
                    1.0
                };
            }
            scale
        };
        Scaling {
            effect: &moment.effect,
            slots,
            limited: &self.limited,
            by_row: self.limited.iter().map(scale).collect(),
        }
    }
}

/// The slot of the flow p→q, a new one if there is none yet.
fn slot(flows: &mut Vec<Flow>, slot_rows: &mut Vec<usize>, from: usize, to: usize) -> usize {
    let known = flows.iter().find(|flow| flow.from == from && flow.to == to);
    if let Some(flow) = known {
        return flow.slot;
    }
    let slot = slot_rows.len();
    slot_rows.push(from);
    flows.push(Flow { from, to, slot });
    slot
}

/// £ a year, for every draw of a block.
pub(super) struct Saving {
    /// The value of moves and of support in place.
    pub moves: [f64; BLOCK],
    /// Places used again.
    pub places: [f64; BLOCK],
}

/// The flows of a moment, for every draw of a block.
struct Scaling<'a> {
    /// Children in effect, by row.
    effect: &'a [f64],
    slots: &'a [[f64; BLOCK]],
    limited: &'a [usize],
    /// λ by row with a limit.
    by_row: Vec<[f64; BLOCK]>,
}

impl Scaling<'_> {
    /// `sums += factor × children in effect × the flow's weight` for all of these flows, scaled
    /// where places are short.
    fn add_all<'a>(
        &self,
        sums: &mut [f64],
        factor: f64,
        flows: impl Iterator<Item = &'a Flow> + Clone,
    ) {
        let term = |flow: &Flow| (factor * self.effect[flow.from], &self.slots[flow.slot][..]);
        let free = flows.clone().filter(|flow| self.limit(flow).is_none());
        add_all(sums, free.map(term));
        for flow in flows {
            let Some(scales) = self.limit(flow) else {
                continue;
            };
            let (factor, weights) = term(flow);
            for (sum, (weight, scale)) in sums.iter_mut().zip(weights.iter().zip(scales)) {
                *sum += factor * weight * scale;
            }
        }
    }

    /// λ where the flow meets a limit.
    fn limit(&self, flow: &Flow) -> Option<&[f64; BLOCK]> {
        if flow.to == flow.from {
            return None;
        }
        let limit = self.limited.iter().position(|&row| row == flow.to)?;
        self.by_row.get(limit)
    }
}
