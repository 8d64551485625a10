//! A scenario laid out for computing: which weights add up to what. Point and draws run through
//! the same lines (model.md §4 and §5), so that they cannot disagree.
//!
//! A draw gives each judged child a weight. For one scenario, all that the years need of these
//! weights is a few sums by row or by move p→q ("slots"). They are summed once per draw; the years
//! are then a handful of multiplications each. Draws are taken in blocks, a slot holding one
//! number per draw of the block, so that the inner loops run along the draws.

use super::council::Council;
use super::notes::Silent;
use super::outcomes::{outcomes, survival};
use super::scenario::Scenario;
use super::timeline::Moment;

/// Draws that are computed together.
pub(super) const BLOCK: usize = 256;

/// Where weights come from: a judged child, the moves of a row's imaginary child to places without
/// a stated limit taken together (their value), or those to one row.
#[derive(Clone, Copy, Debug)]
enum Source {
    Child(usize),
    ImaginaryValue(usize),
    ImaginaryMove(usize, usize),
}

/// The weights of a block of draws, before they are divided by their sum: one number per draw.
pub(super) struct Weights<'a> {
    /// By judged child, in the council's order.
    pub children: Vec<&'a [f64]>,
    /// By row: £ that the imaginary child's moves to rows without limits are worth.
    pub imaginary_values: &'a [Vec<f64>],
    /// By row and destination: the imaginary child's weights; empty where there is none.
    pub imaginary_moves: Vec<Vec<&'a [f64]>>,
    /// By row: 1 / sum of all weights of the row.
    pub inverse_sums: &'a [Vec<f64>],
    /// Draws in the block.
    pub draws: usize,
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
    /// The plan of a scenario; with the imaginary children of §6, or for the point without.
    pub fn of(council: &Council, scenario: Scenario, imaginary: bool) -> Self {
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
        plan.add_children(council, scenario);
        if imaginary {
            plan.add_imaginary(council, survival(scenario, council, &mut Silent));
        }
        plan
    }

    fn add_children(&mut self, council: &Council, scenario: Scenario) {
        for (i, child) in council.children.iter().enumerate() {
            for outcome in outcomes(scenario, council, child).iter() {
                let (from, to) = (child.from, outcome.to);
                let source = Source::Child(i);
                self.add_value(source, from, to, outcome.share, outcome.value);
                if to != from {
                    self.add_places(source, from, to, outcome.share, outcome.value.is_some());
                }
            }
        }
    }

    /// The imaginary children's moves, in the proportion in which the panel's happen (§6).
    fn add_imaginary(&mut self, council: &Council, survival: f64) {
        for from in (0..council.rows.len()).filter(|&row| council.judged[row] > 0.0) {
            let slot = slot(&mut self.values, &mut self.slot_rows, from, from);
            self.add(Source::ImaginaryValue(from), slot, survival);
            for to in (0..council.rows.len()).filter(|&to| to != from) {
                let source = Source::ImaginaryMove(from, to);
                let value = council.value(from, to, 0.0);
                if self.limited.contains(&to) {
                    self.add_value(source, from, to, survival, value);
                }
                self.add_places(source, from, to, survival, value.is_some());
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
        for add in &self.adds {
            let source = match add.source {
                Source::Child(i) => weights.children[i],
                Source::ImaginaryValue(p) => &weights.imaginary_values[p],
                Source::ImaginaryMove(p, q) => weights.imaginary_moves[p][q],
            };
            for (slot, weight) in slots[add.slot].iter_mut().zip(&source[..weights.draws]) {
                *slot += add.factor * weight;
            }
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
        for flow in &self.values {
            let sum = &mut saving.moves[..draws];
            scaled.add(sum, moment.factor * moment.effect[flow.from], flow, slots);
        }
        for &(row, credit) in &self.credits {
            let mut out = [0.0; BLOCK];
            let mut into = [moment.grown[row]; BLOCK];
            for flow in self.leaving.iter().filter(|flow| flow.from == row) {
                scaled.add(&mut out[..draws], moment.effect[row], flow, slots);
            }
            for flow in self.entering.iter().filter(|flow| flow.to == row) {
                scaled.add(&mut into[..draws], moment.effect[flow.from], flow, slots);
            }
            let per_place = moment.factor * credit;
            for (sum, (out, into)) in saving.places[..draws].iter_mut().zip(out.iter().zip(&into)) {
                *sum += per_place * if out < into { out } else { into };
            }
        }
        saving
    }

    /// λ_q(t) for every row with a limit (§5).
    fn scaling(&self, moment: &Moment, slots: &[[f64; BLOCK]], draws: usize) -> Scaling<'_> {
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

/// λ by row with a limit, for every draw of a block.
struct Scaling<'a> {
    limited: &'a [usize],
    by_row: Vec<[f64; BLOCK]>,
}

impl Scaling<'_> {
    /// `sum += factor × the flow's weight`, scaled where places are short.
    fn add(&self, sum: &mut [f64], factor: f64, flow: &Flow, slots: &[[f64; BLOCK]]) {
        let weights = &slots[flow.slot];
        let limit = self.limited.iter().position(|&row| row == flow.to);
        match limit {
            Some(limit) if flow.to != flow.from => {
                for ((sum, weight), scale) in sum.iter_mut().zip(weights).zip(&self.by_row[limit]) {
                    *sum += factor * weight * scale;
                }
            }
            _ => {
                for (sum, weight) in sum.iter_mut().zip(weights) {
                    *sum += factor * weight;
                }
            }
        }
    }
}
