//! The inputs as plain numbers, checked once (model.md §1). All kernels compute on these, so that
//! a number can be varied by a factor (§8, sensitivity) without touching the review's types, and
//! so that rows named by cases are known to exist.

use std::sync::Arc;

use crate::review::baseline::Baseline;
use crate::review::provision::Provision;
use crate::review::stance::Stance;
use crate::review::text::{CaseId, ProvisionCode};

use super::explanation::{Factor, Source, Term, Unit};
use super::inputs::{CountedCase, Inputs};
use super::notes::{Notes, Silent};

/// One row of the provision table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its code and its name, for explanations.
    pub code: ProvisionCode,
    pub name: String,
    /// How specialist, 0 = least.
    pub tier: u8,
    /// N_p, children at t = 0.
    pub caseload: f64,
    /// c_p, £ per child per year; `None` = unknown.
    pub cost: Option<f64>,
    /// a_p, £ per child per year; `None` = unknown.
    pub avoidable: Option<f64>,
    /// g_p per year.
    pub growth: f64,
    /// τ_p per year.
    pub transition: f64,
    /// L_q by year from t = 1, last repeats; empty = no limit stated.
    pub places: Vec<f64>,
}

impl Row {
    fn of(provision: &Provision) -> Self {
        Self {
            code: provision.code.clone(),
            name: provision.name().to_owned(),
            tier: provision.tier.get(),
            caseload: provision.caseload.get(),
            cost: provision.unit_cost.map(|cost| cost.get()),
            avoidable: provision.avoidable().map(|cost| cost.get()),
            growth: provision.growth.get(),
            transition: provision.transition_share.get(),
            places: provision.new_places.iter().map(|p| p.get()).collect(),
        }
    }

    /// c_q − a_q, £ a year saved where a child enters a place already paid for (§4); 0 where a
    /// cost is unknown.
    pub fn place_credit(&self) -> f64 {
        match (self.cost, self.avoidable) {
            (Some(cost), Some(avoidable)) => cost - avoidable,
            _ => 0.0,
        }
    }
}

/// A counted case in numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Child {
    /// Position in `Inputs::cases`.
    pub position: usize,
    /// p_i.
    pub from: usize,
    /// q_i.
    pub ideal: usize,
    /// s_i, £ per child per year.
    pub support: f64,
    /// A condition is not in place today.
    pub blocked: bool,
    /// r_i.
    pub parents_ideal: Option<usize>,
    /// The effective stance.
    pub stance: Stance,
    /// This move does not happen, by way of trial (§8, "if this judgement were reversed").
    pub reversed: bool,
}

impl Child {
    /// Whether the panel sees the ideal in another kind of provision.
    pub const fn moves(&self) -> bool {
        self.from != self.ideal
    }
}

/// A council: table, baseline and counted cases in numbers.
#[derive(Clone, Debug)]
pub(super) struct Council {
    /// The table.
    pub rows: Vec<Row>,
    /// The counted cases, ordered by case number, so that the order of recording changes no sum.
    pub children: Vec<Child>,
    /// The case numbers, by position in the inputs, for explanations.
    ids: Arc<[CaseId]>,
    /// n_p: counted cases now in each row.
    pub judged: Vec<f64>,
    /// H, years.
    pub horizon: usize,
    /// π per year.
    pub inflation: f64,
    /// ρ_t by year from t = 1, last repeats; empty = 1.
    pub ramp: Vec<f64>,
    /// φ.
    pub first_year: f64,
    /// κ.
    pub realisation: f64,
    /// α.
    pub appeal_share: f64,
    /// x = α ω.
    pub appeal_effect: f64,
}

impl Council {
    /// The numbers of these inputs. Cases that name a row that is not in the table are left out.
    pub fn of(inputs: &Inputs) -> Self {
        let rows: Vec<Row> = inputs.provisions.iter().map(Row::of).collect();
        let children = children(&inputs.cases, rows.len());
        let mut judged = vec![0.0; rows.len()];
        for child in &children {
            judged[child.from] += 1.0;
        }
        let Baseline {
            horizon,
            inflation,
            ref ramp,
            first_year_share,
            realisation,
            appeal_share,
            appeal_loss_share,
            ..
        } = inputs.baseline;
        Self {
            rows,
            children,
            ids: inputs.cases.iter().map(|case| case.id.clone()).collect(),
            judged,
            horizon: horizon.years(),
            inflation: inflation.get(),
            // Entries past the horizon are ignored (§1).
            ramp: ramp
                .iter()
                .take(horizon.years())
                .map(|share| share.get())
                .collect(),
            first_year: first_year_share.get(),
            realisation: realisation.get(),
            appeal_share: appeal_share.get(),
            appeal_effect: appeal_share.get() * appeal_loss_share.get(),
        }
    }

    /// The case number of a child.
    pub fn id(&self, child: &Child) -> &CaseId {
        &self.ids[child.position]
    }

    /// v(p→q, s) = a_p − c_q − s, £ per child per year; v(p→p, s) = −s (§3). `None` = unpriced.
    pub fn value(&self, from: usize, to: usize, support: f64) -> Option<f64> {
        self.noted_value(from, to, support, &Source::Worked, &mut Silent)
    }

    /// The same, taking notes; `support_from` is where the support cost was entered.
    pub fn noted_value(
        &self,
        from: usize,
        to: usize,
        support: f64,
        support_from: &Source,
        notes: &mut impl Notes,
    ) -> Option<f64> {
        let less_support = || {
            let what = "further support";
            let support = Factor::new(what, support, Unit::PerChild, support_from.clone());
            Term::single_less(support)
        };
        if from == to {
            notes.term(less_support);
            return Some(0.0 - support);
        }
        let (left, entered) = (&self.rows[from], &self.rows[to]);
        let unknown = |row: &Row| format!("What a place in {} costs is not known.", row.name);
        let Some(avoidable) = left.avoidable else {
            notes.remark(|| unknown(left));
            return None;
        };
        let Some(cost) = entered.cost else {
            notes.remark(|| unknown(entered));
            return None;
        };
        notes.term(|| {
            let what = format!("stops being paid in {}", left.name);
            let from = Source::Table(left.code.clone());
            Term::single(Factor::new(what, avoidable, Unit::PerChild, from))
        });
        notes.term(|| {
            let what = format!("cost of a place in {}", entered.name);
            let from = Source::Table(entered.code.clone());
            Term::single_less(Factor::new(what, cost, Unit::PerChild, from))
        });
        if support != 0.0 {
            notes.term(less_support);
        }
        Some(avoidable - cost - support)
    }

    /// The same council with one of its cases (by position in the inputs) staying at value 0.
    pub fn with_reversed(&self, position: usize) -> Self {
        let mut council = self.clone();
        for child in &mut council.children {
            child.reversed |= child.position == position;
        }
        council
    }
}

fn children(cases: &[CountedCase], rows: usize) -> Vec<Child> {
    let mut order: Vec<usize> = (0..cases.len())
        .filter(|&i| cases[i].current < rows && cases[i].ideal < rows)
        .collect();
    order.sort_by(|&a, &b| cases[a].id.cmp(&cases[b].id));
    order
        .into_iter()
        .map(|position| {
            let case = &cases[position];
            Child {
                position,
                from: case.current,
                ideal: case.ideal,
                support: case.support_cost,
                blocked: case.is_blocked(),
                parents_ideal: case.parents_ideal.filter(|&row| row < rows),
                stance: case.stance,
                reversed: false,
            }
        })
        .collect()
}
