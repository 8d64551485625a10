//! What figures are called, and the formulas of model.md behind them.

use crate::review::text::{CaseId, ProvisionCode};

use super::explanation::{Figure, Reversed, Unit, When};
use super::figures::Projection;
use super::inputs::Inputs;
use super::scenarios::Scenario;
use super::sensitivity::Input;

/// A figure's name, formula, section and unit.
pub(super) struct Wording {
    pub title: String,
    pub formula: &'static str,
    pub section: &'static str,
    pub unit: Unit,
}

impl Figure {
    /// The case that the figure is about, if it is about one.
    pub fn case(&self) -> Option<&CaseId> {
        match self {
            Self::Value(id)
            | Self::StandsFor(id)
            | Self::CaseSaving(_, id, _)
            | Self::Reversal(id, _) => Some(id),
            _ => None,
        }
    }
}

/// How the range beside a figure was made.
pub(super) fn range(projection: &Projection) -> String {
    let draws = projection.draws;
    format!(
        "The range is the 5th to the 95th percentile of {} draws (model.md §6, seed {}). In each, \
         some cases weigh more and others less, and in every provision a child nobody has seen \
         weighs in. It covers sampling alone.",
        draws.count, draws.seed
    )
}

/// What a figure is called, and its formula.
pub(super) fn of(figure: &Figure, inputs: &Inputs) -> Wording {
    let (title, formula, section, unit) = match figure {
        Figure::Children(..)
        | Figure::Spend(_)
        | Figure::Allocation(_)
        | Figure::CurrentInYear(_)
        | Figure::CurrentBalance(_) => current_course(figure, inputs),
        Figure::Value(_)
        | Figure::MoveValue(..)
        | Figure::StandsFor(_)
        | Figure::CaseSaving(..)
        | Figure::Contributions(_)
        | Figure::GrossSaving(_)
        | Figure::GrossCost(_)
        | Figure::CoveredCaseload
        | Figure::CoveredSpend => contributions(figure, inputs),
        Figure::Leaving(..)
        | Figure::Entering(..)
        | Figure::Reused(..)
        | Figure::PlacesUsedAgain(..)
        | Figure::Grown(..) => places_used_again(figure, inputs),
        Figure::Saving(..)
        | Figure::TotalSaving(_)
        | Figure::InYearBalance(..)
        | Figure::Balance(..) => savings(figure, inputs),
        Figure::Decided(..)
        | Figure::InEffect(..)
        | Figure::ToPlace(..)
        | Figure::Found(..)
        | Figure::AtDecision(..)
        | Figure::Appeals(_)
        | Figure::Survival(_) => over_the_years(figure, inputs),
        Figure::HalfOfSaving
        | Figure::Contested(_)
        | Figure::BreakEvenAppeals
        | Figure::BreakEvenSupport
        | Figure::MovedInto(..)
        | Figure::Shifted(_)
        | Figure::Reversal(..)
        | Figure::Sensitivity(_) => influence(figure, inputs),
    };
    Wording {
        title,
        formula,
        section,
        unit,
    }
}

type Parts = (String, &'static str, &'static str, Unit);

fn name(inputs: &Inputs, code: &ProvisionCode) -> String {
    let row = inputs.row(code).and_then(|row| inputs.provisions.get(row));
    row.map_or_else(|| code.to_string(), |row| row.name().to_owned())
}

fn year(inputs: &Inputs, t: usize) -> String {
    inputs.baseline.base_year.label_after(t)
}

fn when(inputs: &Inputs, when: When) -> String {
    match when {
        When::FullEffect => "a year at full effect".to_owned(),
        When::Year(t) => year(inputs, t),
    }
}

fn current_course(figure: &Figure, inputs: &Inputs) -> Parts {
    let (what, t, formula, unit) = match figure {
        Figure::Children(code, t) => {
            let title = format!("Children in {}, {}", name(inputs, code), year(inputs, *t));
            return (title, "N_p(t) = N_p (1+g_p)^t", "§2", Unit::Children);
        }
        Figure::Spend(t) => (
            "high-needs spend",
            t,
            "U(t) = (1+π)^t (Σ_p N_p(t) c_p + O)",
            Unit::Pounds,
        ),
        Figure::Allocation(t) => (
            "high-needs allocation",
            t,
            "F(t) = F(t−1)(1+f_t)",
            Unit::Pounds,
        ),
        Figure::CurrentInYear(t) => ("in-year balance", t, "b(t) = F(t) − U(t)", Unit::Pounds),
        Figure::CurrentBalance(t) => (
            "balance of the DSG",
            t,
            "B(t) = B(t−1) + b(t)",
            Unit::Pounds,
        ),
        _ => ("", &0, "", Unit::Pounds),
    };
    let title = format!("Current course: {what}, {}", year(inputs, *t));
    (title, formula, "§2", unit)
}

fn contributions(figure: &Figure, inputs: &Inputs) -> Parts {
    match figure {
        Figure::Value(id) => (
            format!("{id}: what the judgement is worth for one child like this"),
            "v(p→q, s) = a_p − c_q − s; staying −s",
            "§3",
            Unit::PerChild,
        ),
        Figure::MoveValue(from, to) => (
            format!("From {} to {}", name(inputs, from), name(inputs, to)),
            "v(p→q, 0) = a_p − c_q",
            "§3",
            Unit::PerChild,
        ),
        Figure::StandsFor(id) => (
            format!("{id}: children it stands for"),
            "N_p / n_p",
            "§4",
            Unit::Children,
        ),
        Figure::CaseSaving(scenario, id, When::FullEffect) => (
            format!(
                "{}: children like {id}, a year at full effect",
                scenario.label()
            ),
            "contribution = N_p v_i / n_p",
            "§4",
            Unit::PoundsAYear,
        ),
        Figure::CaseSaving(scenario, id, When::Year(t)) => (
            format!(
                "{}: children like {id}, {}",
                scenario.label(),
                year(inputs, *t)
            ),
            "κ (1+π)^t N_p(t) E_p(t) w_i v_i λ",
            "§5",
            Unit::Pounds,
        ),
        Figure::Contributions(scenario) => (
            format!("{}: all contributions", scenario.label()),
            "Σ_i N_p v_i / n_p",
            "§4",
            Unit::PoundsAYear,
        ),
        Figure::GrossSaving(scenario) => (
            format!("{}: contributions that save", scenario.label()),
            "Σ of the positive contributions",
            "§4",
            Unit::PoundsAYear,
        ),
        Figure::GrossCost(scenario) => (
            format!("{}: contributions that cost", scenario.label()),
            "Σ of the negative contributions",
            "§4",
            Unit::PoundsAYear,
        ),
        Figure::CoveredSpend => (
            "Known spend in the provisions reviewed".to_owned(),
            "Σ_reviewed N_p c_p / Σ N_p c_p",
            "§4",
            Unit::Share,
        ),
        _ => (
            "Children in the provisions reviewed".to_owned(),
            "Σ_reviewed N_p / Σ N_p",
            "§4",
            Unit::Share,
        ),
    }
}

fn places_used_again(figure: &Figure, inputs: &Inputs) -> Parts {
    let of = |scenario: &Scenario, what: &str, code, at| {
        let (name, at) = (name(inputs, code), when(inputs, at));
        format!("{}: {what} {name}, {at}", scenario.label())
    };
    match figure {
        Figure::Leaving(scenario, code, at) => (
            of(scenario, "children who leave", code, *at),
            "out_q = Σ N_p(t) E_p(t) w_i λ, priced moves",
            "§5",
            Unit::Children,
        ),
        Figure::Entering(scenario, code, at) => (
            of(scenario, "children who need a place in", code, *at),
            "in_q(t) + max(0, N_q(t) − N_q)",
            "§5",
            Unit::Children,
        ),
        Figure::Reused(scenario, code, at) => (
            of(scenario, "places used again in", code, *at),
            "min(out_q(t), in_q(t) + max(0, N_q(t) − N_q))",
            "§5",
            Unit::Children,
        ),
        Figure::Grown(code, t) => (
            format!(
                "{}: children of the forecast growth, {}",
                name(inputs, code),
                year(inputs, *t)
            ),
            "max(0, N_q(t) − N_q)",
            "§5",
            Unit::Children,
        ),
        Figure::PlacesUsedAgain(scenario, at) => (
            format!(
                "{}: what places used again save, {}",
                scenario.label(),
                when(inputs, *at)
            ),
            match at {
                When::FullEffect => "Σ_q (c_q − a_q) min(out_q, in_q)",
                When::Year(_) => {
                    "κ (1+π)^t Σ_q (c_q − a_q) min(out_q(t), in_q(t) + max(0, N_q(t) − N_q))"
                }
            },
            if *at == When::FullEffect {
                "§4"
            } else {
                "§5"
            },
            at.money(),
        ),
        _ => (String::new(), "", "", Unit::Children),
    }
}

fn savings(figure: &Figure, inputs: &Inputs) -> Parts {
    match figure {
        Figure::Saving(scenario, When::FullEffect) => (
            format!("{}: saving a year at full effect", scenario.label()),
            "A = Σ_i contribution_i + places used again",
            "§4",
            Unit::PoundsAYear,
        ),
        Figure::Saving(scenario, When::Year(t)) => (
            format!("{}: saving in {}", scenario.label(), year(inputs, *t)),
            "S(t) = κ (1+π)^t [ Σ_i N_p(t) E_p(t) w_i v_i λ + places used again ]",
            "§5",
            Unit::Pounds,
        ),
        Figure::TotalSaving(scenario) => (
            format!(
                "{}: saving over {}",
                scenario.label(),
                match inputs.baseline.horizon.years() {
                    1 => "1 year".to_owned(),
                    years => format!("{years} years"),
                }
            ),
            "Σ_{t=1..H} S(t)",
            "§5",
            Unit::Pounds,
        ),
        Figure::InYearBalance(scenario, t) => (
            format!(
                "{}: in-year balance, {}",
                scenario.label(),
                year(inputs, *t)
            ),
            "b(t) + S(t) − investment(t) + grant(t)",
            "§5",
            Unit::Pounds,
        ),
        Figure::Balance(scenario, t) => (
            format!(
                "{}: balance of the DSG at the end of {}",
                scenario.label(),
                year(inputs, *t)
            ),
            "the balance of the year before + the in-year balance",
            "§5",
            Unit::Pounds,
        ),
        _ => (String::new(), "", "", Unit::Pounds),
    }
}

fn over_the_years(figure: &Figure, inputs: &Inputs) -> Parts {
    let at = |what: &str, code, t: &usize| {
        format!("{}: {what} {}", name(inputs, code), year(inputs, *t))
    };
    match figure {
        Figure::Decided(code, t) => (
            at("share decided by the end of", code, t),
            "D_p(t) = min(1, τ_p Σ_{s≤t} ρ_s)",
            "§5",
            Unit::Share,
        ),
        Figure::InEffect(code, t) => (
            at("share in effect during", code, t),
            "E_p(t) = D_p(t−1) + φ (D_p(t) − D_p(t−1))",
            "§5",
            Unit::Share,
        ),
        Figure::ToPlace(scenario, code, t) => (
            format!(
                "{}: children to place in {} by the end of {}",
                scenario.label(),
                name(inputs, code),
                year(inputs, *t)
            ),
            "Σ_{p≠q} N_p(t) D_p(t) w_i",
            "§5",
            Unit::Children,
        ),
        Figure::Found(scenario, code, t) => (
            format!(
                "{}: share of them who find a place in {}, {}",
                scenario.label(),
                name(inputs, code),
                year(inputs, *t)
            ),
            "λ_q(t) = min(1, L_q(t) / children to place)",
            "§5",
            Unit::Share,
        ),
        Figure::AtDecision(code, t) => (
            at("children newly at a decision point in", code, t),
            "max(0, N_p(t) D_p(t) − N_p(t−1) D_p(t−1))",
            "§7",
            Unit::Children,
        ),
        Figure::Appeals(t) => (
            format!("Expected appeals, {}", year(inputs, *t)),
            "α Σ_contested w_i max(0, N_p(t) D_p(t) − N_p(t−1) D_p(t−1))",
            "§7",
            Unit::Appeals,
        ),
        Figure::Survival(scenario) => (
            format!(
                "{}: share of the panel’s moves that happen",
                scenario.label()
            ),
            "Σ shares that go where the panel said / moves counted",
            "§6",
            Unit::Share,
        ),
        _ => (String::new(), "", "", Unit::Share),
    }
}

fn influence(figure: &Figure, inputs: &Inputs) -> Parts {
    let (title, formula, unit) = match figure {
        Figure::HalfOfSaving => (
            "Cases that make up half of the gross saving".to_owned(),
            "the fewest cases with Σ contribution ≥ ½ gross saving",
            Unit::Cases,
        ),
        Figure::Contested(stance) => (
            format!("Saving from moves, parents: {}", stance.label()),
            "Σ of positive contributions of moves with this stance",
            Unit::PoundsAYear,
        ),
        Figure::BreakEvenAppeals => (
            "Share of contested cases lost at which nothing is saved".to_owned(),
            "x = αω with Σ contribution (tribunal-tested) = 0",
            Unit::Share,
        ),
        Figure::BreakEvenSupport => (
            "Further support per moved child at which nothing is saved".to_owned(),
            "Σ contribution / Σ N_p w_i over all moves",
            Unit::PerChild,
        ),
        Figure::MovedInto(code, t) => (
            format!(
                "Children who will have moved into {} by the end of {}",
                name(inputs, code),
                year(inputs, *t)
            ),
            "Σ_{p≠q} N_p(t) D_p(t) w_i",
            Unit::Children,
        ),
        Figure::Shifted(payer) => (
            format!("Support that would fall to: {}", payer.label()),
            "Σ N_p w_i × £ a year",
            Unit::PoundsAYear,
        ),
        Figure::Reversal(id, which) => (
            match which {
                Reversed::FullEffect => {
                    format!("If children like {id} stayed: change a year at full effect")
                }
                Reversed::TotalSaving => {
                    format!("If children like {id} stayed: change over the horizon")
                }
            },
            "the panel’s figure with this case at value 0, less the panel’s figure",
            match which {
                Reversed::FullEffect => Unit::PoundsAYear,
                Reversed::TotalSaving => Unit::Pounds,
            },
        ),
        Figure::Sensitivity(input) => (
            format!(
                "Panel’s saving with 10% less and more of: {}",
                input_name(inputs, input)
            ),
            "largest − smallest of low, base, high",
            Unit::Pounds,
        ),
        _ => (String::new(), "", Unit::Pounds),
    };
    (title, formula, "§8", unit)
}

/// An input of the sensitivity in words.
pub(super) fn input_name(inputs: &Inputs, input: &Input) -> String {
    match input {
        Input::UnitCost(code) => format!("cost of a place in {}", name(inputs, code)),
        Input::SupportCosts => "all support costs".to_owned(),
        Input::TransitionShare => "share that reaches a decision point in a year".to_owned(),
        Input::Growth => "growth of the caseload".to_owned(),
        Input::Inflation => "inflation".to_owned(),
        Input::Ramp => "decision points at which it is followed".to_owned(),
        Input::FirstYearShare => "part of the first year".to_owned(),
        Input::Realisation => "part of each case’s effect that is realised".to_owned(),
    }
}
