//! What figures are called, and the formulas of model.md behind them: one table each.

use crate::review::text::{CaseId, ProvisionCode, grouped, sentence};

use super::explanation::{Figure, Reversed, Unit, When};
use super::figures::Projection;
use super::held::held;
use super::input::Input;
use super::inputs::Inputs;
use super::scenario::Scenario;

/// How the range beside a figure was made.
pub(super) fn range(projection: &Projection) -> String {
    let draws = projection.draws;
    format!(
        "The range is the 5th to the 95th percentile of {} draws (the model, §6; seed {}). In each, \
         some cases weigh more and others less, and in every provision a child nobody has seen \
         weighs in. It covers sampling alone. {}",
        grouped(&draws.count.to_string()),
        draws.seed,
        held()
    )
}

impl Figure {
    /// What it is called: "Panel: saving, 2025-26".
    pub(super) fn title(&self, inputs: &Inputs) -> String {
        sentence(&self.words(inputs))
    }

    fn words(&self, inputs: &Inputs) -> String {
        let name = |code: &ProvisionCode| match inputs.row(code) {
            Some(row) => inputs.provisions[row].name().to_owned(),
            None => code.to_string(),
        };
        let mut title = self.subject(inputs);
        if let Some(scenario) = self.scenario() {
            title = format!("{}: {title}", scenario.label());
        }
        match self {
            Self::MoveValue(from, to) => {
                return format!("{title}, {} to {}", name(from), name(to));
            }
            Self::Sensitivity(Input::UnitCost(code)) => {
                return format!("{title} {}", name(code));
            }
            _ => {}
        }
        if let Some(code) = self.provision() {
            title = format!("{title} {}", name(code));
        }
        match self.when() {
            Some(When::Year(t)) => {
                let year = inputs.baseline.base_year.label_after(t);
                format!("{title}, {year}")
            }
            Some(When::FullEffect) => format!("{title}, a year at full effect"),
            None => title,
        }
    }

    /// What it is, without scenario, provision and year.
    fn subject(&self, inputs: &Inputs) -> String {
        let fixed = match self {
            Self::Children(..) => "children in",
            Self::Spend(_) => "current course: high-needs spend",
            Self::Allocation(_) => "current course: high-needs allocation",
            Self::CurrentInYear(_) => "current course: in-year balance",
            Self::CurrentBalance(_) => "current course: balance of the DSG at the end of the year",
            Self::Value(id) => {
                return format!("children like {id}: difference in cost a year, on average");
            }
            Self::MoveValue(..) => "difference in cost a year, on average",
            Self::StandsFor(id) => return format!("children for whom {id} stands"),
            Self::CaseSaving(_, id, _) => return format!("children like {id}"),
            Self::Contributions(_) => "all contributions, a year at full effect",
            Self::GrossSaving(_) => "contributions that save, a year at full effect",
            Self::GrossCost(_) => "contributions that cost, a year at full effect",
            Self::AtDecision(..) => "children newly at a decision point in",
            Self::Grown(..) => "children of the forecast growth of",
            Self::Leaving(..) => "children who leave",
            Self::Entering(..) => "children who need a place in",
            Self::Reused(..) => "places used again in",
            Self::PlacesUsedAgain(..) => "what places used again save",
            Self::Saving(..) => "saving",
            Self::TotalPlacesUsedAgain(_) => "places used again, all years",
            Self::Decided(..) => "share decided by the end of the year in",
            Self::InEffect(..) => "share in effect during the year in",
            Self::ToPlace(..) => "children to place by the end of the year in",
            Self::Found(..) => "share of them who find a place in",
            Self::TotalSaving(_) => {
                return match inputs.baseline.horizon.years() {
                    1 => "saving over one year".to_owned(),
                    5 => "saving over five years".to_owned(),
                    10 => "saving over ten years".to_owned(),
                    years => format!("saving over {years} years"),
                };
            }
            Self::InYearBalance(..) => "in-year balance",
            Self::Balance(..) => "balance of the DSG at the end of the year",
            Self::Survival(_) => "share of the panel’s moves that happen",
            Self::Appeals(_) => "expected appeals",
            Self::CoveredCaseload => "share of the children who are in the provisions reviewed",
            Self::CoveredSpend => "share of the known spend that is in the provisions reviewed",
            Self::HalfOfSaving => "cases that make up half of the gross saving",
            Self::Contested(stance) => {
                let stance = stance.label();
                return format!("saving from moves where the parents’ stance is: {stance}");
            }
            Self::BreakEvenAppeals => {
                "share of contested cases lost at which contributions add up to 0"
            }
            Self::BreakEvenSupport => {
                "further support per moved child at which contributions add up to 0"
            }
            Self::MovedInto(..) => "children who will have moved by the end of the year into",
            Self::Shifted(payer) => {
                return format!("support that would fall to: {}", payer.label());
            }
            Self::Reversal(id, Reversed::FullEffect) => {
                return format!("change if children like {id} stayed, a year at full effect");
            }
            Self::Reversal(id, Reversed::TotalSaving) => {
                return format!("change if children like {id} stayed, over the horizon");
            }
            Self::Sensitivity(input) => {
                return format!("swing of the panel’s saving with {}", input.words());
            }
        };
        fixed.to_owned()
    }

    /// The formula, in the letters of model.md.
    pub(super) const fn formula(&self) -> &'static str {
        match self {
            Self::Children(..) => "N_p(t) = N_p (1+g_p)^t",
            Self::Spend(_) => "U(t) = (1+π)^t (Σ_p N_p(t) c_p + O)",
            Self::Allocation(_) => "F(t) = F(t−1) (1+f_t)",
            Self::CurrentInYear(_) => "b(t) = F(t) − U(t)",
            Self::CurrentBalance(_) => "B(t) = B(t−1) + b(t)",
            Self::Value(_) => "v(p→q, s) = a_p − c_q − s; staying −s",
            Self::MoveValue(..) => "v(p→q, 0) = a_p − c_q",
            Self::StandsFor(_) => "N_p / n_p",
            Self::CaseSaving(_, _, When::FullEffect) => "contribution = N_p v_i / n_p",
            Self::CaseSaving(..) => "κ (1+π)^t N_p(t) E_p(t) w_i v_i λ",
            Self::Contributions(_) => "Σ_i N_p v_i / n_p",
            Self::GrossSaving(_) => "Σ of the positive contributions",
            Self::GrossCost(_) => "Σ of the negative contributions",
            Self::AtDecision(..) => "max(0, N_p(t) D_p(t) − N_p(t−1) D_p(t−1))",
            Self::Grown(..) => "max(0, N_q(t) − N_q)",
            Self::Leaving(_, _, When::FullEffect) => "out_q = Σ N_p w_i over priced moves",
            Self::Leaving(..) => "out_q = Σ N_p(t) E_p(t) w_i λ over priced moves",
            Self::Entering(_, _, When::FullEffect) => "in_q = Σ N_p w_i over priced moves",
            Self::Entering(..) => "in_q + max(0, N_q(t) − N_q)",
            Self::Reused(_, _, When::FullEffect) => "min(out_q, in_q)",
            Self::Reused(..) => "min(out_q, in_q + max(0, N_q(t) − N_q))",
            Self::PlacesUsedAgain(_, When::FullEffect) => "Σ_q (c_q − a_q) min(out_q, in_q)",
            Self::PlacesUsedAgain(..) => {
                "κ (1+π)^t Σ_q (c_q − a_q) min(out_q, in_q + max(0, N_q(t) − N_q))"
            }
            Self::Saving(_, When::FullEffect) => "A = Σ_i contribution_i + places used again",
            Self::Saving(..) => "S(t) = Σ_i κ (1+π)^t N_p(t) E_p(t) w_i v_i λ + places used again",
            Self::Decided(..) => "D_p(t) = min(1, τ_p Σ_{s≤t} ρ_s)",
            Self::InEffect(..) => "E_p(t) = D_p(t−1) + φ (D_p(t) − D_p(t−1))",
            Self::ToPlace(..) | Self::MovedInto(..) => "Σ_{p≠q} N_p(t) D_p(t) w_i",
            Self::Found(..) => "λ_q(t) = min(1, L_q(t) / children to place)",
            Self::TotalSaving(_) => "Σ_{t=1..H} S(t)",
            Self::TotalPlacesUsedAgain(_) => "Σ_{t=1..H} of places used again",
            Self::InYearBalance(..) => "b(t) + S(t) − investment(t) + grant(t)",
            Self::Balance(..) => "balance of the year before + in-year balance",
            Self::Survival(_) => "shares of moves that go where the panel said / moves",
            Self::Appeals(_) => "α Σ_contested w_i max(0, N_p(t) D_p(t) − N_p(t−1) D_p(t−1))",
            Self::CoveredCaseload => "Σ_reviewed N_p / Σ N_p",
            Self::CoveredSpend => "Σ_reviewed N_p c_p / Σ N_p c_p over known c_p",
            Self::HalfOfSaving => "fewest cases with Σ contribution ≥ ½ gross saving",
            Self::Contested(_) => "Σ of positive contributions of moves with this stance",
            Self::BreakEvenAppeals => "x = αω with Σ contribution, tribunal-tested, = 0",
            Self::BreakEvenSupport => "Σ contribution / Σ N_p w_i over all moves",
            Self::Shifted(_) => "Σ N_p w_i × £ a year",
            Self::Reversal(..) => "with this case at value 0, less as judged",
            Self::Sensitivity(_) => "largest − smallest of low, base and high",
        }
    }

    /// The section of model.md.
    pub(super) const fn section(&self) -> &'static str {
        match self {
            Self::Children(..)
            | Self::Spend(_)
            | Self::Allocation(_)
            | Self::CurrentInYear(_)
            | Self::CurrentBalance(_) => "§2",
            Self::Value(_) | Self::MoveValue(..) => "§3",
            Self::StandsFor(_)
            | Self::CaseSaving(_, _, When::FullEffect)
            | Self::Contributions(_)
            | Self::GrossSaving(_)
            | Self::GrossCost(_)
            | Self::Leaving(_, _, When::FullEffect)
            | Self::Entering(_, _, When::FullEffect)
            | Self::Reused(_, _, When::FullEffect)
            | Self::PlacesUsedAgain(_, When::FullEffect)
            | Self::Saving(_, When::FullEffect)
            | Self::CoveredCaseload
            | Self::CoveredSpend => "§4",
            Self::CaseSaving(..)
            | Self::Grown(..)
            | Self::Leaving(..)
            | Self::Entering(..)
            | Self::Reused(..)
            | Self::PlacesUsedAgain(..)
            | Self::Saving(..)
            | Self::Decided(..)
            | Self::InEffect(..)
            | Self::ToPlace(..)
            | Self::Found(..)
            | Self::TotalSaving(_)
            | Self::TotalPlacesUsedAgain(_)
            | Self::InYearBalance(..)
            | Self::Balance(..) => "§5",
            Self::Survival(_) => "§6",
            Self::AtDecision(..) | Self::Appeals(_) => "§7",
            Self::HalfOfSaving
            | Self::Contested(_)
            | Self::BreakEvenAppeals
            | Self::BreakEvenSupport
            | Self::MovedInto(..)
            | Self::Shifted(_)
            | Self::Reversal(..)
            | Self::Sensitivity(_) => "§8",
        }
    }

    /// What it counts.
    pub(super) const fn unit(&self) -> Unit {
        match self {
            Self::Children(..)
            | Self::StandsFor(_)
            | Self::AtDecision(..)
            | Self::Grown(..)
            | Self::Leaving(..)
            | Self::Entering(..)
            | Self::Reused(..)
            | Self::ToPlace(..)
            | Self::MovedInto(..) => Unit::Children,
            Self::Value(_) | Self::MoveValue(..) | Self::BreakEvenSupport => Unit::PerChild,
            Self::CaseSaving(_, _, when)
            | Self::PlacesUsedAgain(_, when)
            | Self::Saving(_, when) => when.money(),
            Self::Contributions(_)
            | Self::GrossSaving(_)
            | Self::GrossCost(_)
            | Self::Contested(_)
            | Self::Shifted(_)
            | Self::Reversal(_, Reversed::FullEffect) => Unit::PoundsAYear,
            Self::Spend(_)
            | Self::Allocation(_)
            | Self::CurrentInYear(_)
            | Self::CurrentBalance(_)
            | Self::TotalSaving(_)
            | Self::TotalPlacesUsedAgain(_)
            | Self::InYearBalance(..)
            | Self::Balance(..)
            | Self::Reversal(_, Reversed::TotalSaving)
            | Self::Sensitivity(_) => Unit::Pounds,
            Self::Decided(..)
            | Self::InEffect(..)
            | Self::Found(..)
            | Self::Survival(_)
            | Self::CoveredCaseload
            | Self::CoveredSpend
            | Self::BreakEvenAppeals => Unit::Share,
            Self::Appeals(_) => Unit::Appeals,
            Self::HalfOfSaving => Unit::Cases,
        }
    }

    /// The case that it is about, if it is about one.
    pub const fn case(&self) -> Option<&CaseId> {
        match self {
            Self::Value(id)
            | Self::StandsFor(id)
            | Self::CaseSaving(_, id, _)
            | Self::Reversal(id, _) => Some(id),
            _ => None,
        }
    }

    const fn scenario(&self) -> Option<Scenario> {
        match *self {
            Self::CaseSaving(scenario, ..)
            | Self::Contributions(scenario)
            | Self::GrossSaving(scenario)
            | Self::GrossCost(scenario)
            | Self::Leaving(scenario, ..)
            | Self::Entering(scenario, ..)
            | Self::Reused(scenario, ..)
            | Self::PlacesUsedAgain(scenario, _)
            | Self::Saving(scenario, _)
            | Self::ToPlace(scenario, ..)
            | Self::Found(scenario, ..)
            | Self::TotalSaving(scenario)
            | Self::TotalPlacesUsedAgain(scenario)
            | Self::InYearBalance(scenario, _)
            | Self::Balance(scenario, _)
            | Self::Survival(scenario) => Some(scenario),
            _ => None,
        }
    }

    const fn provision(&self) -> Option<&ProvisionCode> {
        match self {
            Self::Children(code, _)
            | Self::AtDecision(code, _)
            | Self::Grown(code, _)
            | Self::Leaving(_, code, _)
            | Self::Entering(_, code, _)
            | Self::Reused(_, code, _)
            | Self::Decided(code, _)
            | Self::InEffect(code, _)
            | Self::ToPlace(_, code, _)
            | Self::Found(_, code, _)
            | Self::MovedInto(code, _) => Some(code),
            _ => None,
        }
    }

    const fn when(&self) -> Option<When> {
        match *self {
            Self::Children(_, t)
            | Self::Spend(t)
            | Self::Allocation(t)
            | Self::CurrentInYear(t)
            | Self::CurrentBalance(t)
            | Self::AtDecision(_, t)
            | Self::Grown(_, t)
            | Self::Decided(_, t)
            | Self::InEffect(_, t)
            | Self::ToPlace(_, _, t)
            | Self::Found(_, _, t)
            | Self::InYearBalance(_, t)
            | Self::Balance(_, t)
            | Self::Appeals(t)
            | Self::MovedInto(_, t) => Some(When::Year(t)),
            Self::CaseSaving(_, _, when)
            | Self::Leaving(_, _, when)
            | Self::Entering(_, _, when)
            | Self::Reused(_, _, when)
            | Self::PlacesUsedAgain(_, when)
            | Self::Saving(_, when) => Some(when),
            _ => None,
        }
    }
}
