//! Every figure can be asked how it came about, and the answer is the figure: what stands in the
//! lines makes it again, and what stands in a line and is a figure itself answers the same.

use std::collections::HashMap;

use proptest::prelude::*;

use dbv_case_review::projection::{
    Draws, Explanation, Figure, Inputs, Projection, Reversed, Scenario, Source, When, explain,
    project,
};
use dbv_case_review::review::judgement::{Payer, SupportCost};
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::{CaseId, ProvisionCode};
use dbv_case_review::review::units::{PerChild, Places};

use super::examples::few_draws;
use super::reviews;
use super::worked_example::{MAINSTREAM, share, worked_example};

/// Asks for a figure and for all that it is made of, each once.
struct Auditor<'a> {
    inputs: &'a Inputs,
    projection: &'a Projection,
    known: HashMap<Figure, Option<f64>>,
}

impl<'a> Auditor<'a> {
    fn new(inputs: &'a Inputs, projection: &'a Projection) -> Self {
        Self {
            inputs,
            projection,
            known: HashMap::new(),
        }
    }

    fn asked(&self, figure: &Figure) -> Explanation {
        let explanation = explain(self.inputs, self.projection, figure);
        assert!(explanation.is_some(), "{figure:?} has no explanation");
        explanation.unwrap()
    }

    /// The figure has exactly this value, and its explanation holds all the way down.
    fn is(&mut self, figure: Figure, value: impl Into<Option<f64>>) {
        let value = value.into();
        assert_eq!(self.holds(&figure), value, "{figure:?}");
    }

    fn holds(&mut self, figure: &Figure) -> Option<f64> {
        if let Some(known) = self.known.get(figure) {
            return *known;
        }
        let explanation = self.asked(figure);
        self.known.insert(figure.clone(), explanation.value);
        assert!(!explanation.title.is_empty() && !explanation.formula.is_empty());
        assert!(explanation.section.starts_with('§'), "{figure:?}");
        if let Some(value) = explanation.value {
            makes_it_again(&explanation, value);
            let terms = explanation.terms.iter().flat_map(|term| &term.factors);
            for factor in terms.chain(&explanation.factors) {
                if let Source::Figure(part) = &factor.source {
                    let answer = self.holds(part);
                    assert_eq!(answer, Some(factor.value), "{part:?} in {figure:?}");
                    assert_eq!(self.asked(part).unit, factor.unit, "{part:?} in {figure:?}");
                }
            }
        }
        explanation.value
    }
}

fn makes_it_again(explanation: &Explanation, value: f64) {
    let parts = explanation.terms.iter().map(|term| {
        let off = (term.product() - term.value).abs();
        assert!(off <= 1e-9 * term.value.abs().max(1e-9), "{term:?}");
        term.value.abs()
    });
    // Parts may cancel, so what is left is as exact as they are.
    let common: f64 = explanation.factors.iter().map(|f| f.value.abs()).product();
    let common = if common > 1.0 { common } else { 1.0 };
    let scale = parts.sum::<f64>() * common + value.abs();
    let off = (explanation.recomputed() - value).abs();
    assert!(
        off <= 1e-9 * scale.max(1e-9),
        "{} is not {value}: {explanation:#?}",
        explanation.recomputed()
    );
}

/// Asks for every figure of a projection.
fn audit(inputs: &Inputs) -> usize {
    let projection = project(
        inputs,
        Draws {
            count: 100,
            seed: 1,
        },
    );
    let mut auditor = Auditor::new(inputs, &projection);
    for year in &projection.unmitigated.years {
        auditor.is(Figure::Spend(year.t), year.spend);
        auditor.is(Figure::Allocation(year.t), year.allocation);
        auditor.is(Figure::CurrentInYear(year.t), year.in_year_balance);
        auditor.is(Figure::CurrentBalance(year.t), year.cumulative_balance);
    }
    for case in &projection.cases {
        let id = || case.id.clone();
        auditor.is(Figure::Value(id()), case.value);
        auditor.is(Figure::StandsFor(id()), case.stands_for);
        let contribution = Figure::CaseSaving(Scenario::Panel, id(), When::FullEffect);
        auditor.is(contribution, case.contribution);
        for which in [Reversed::FullEffect, Reversed::TotalSaving] {
            let figure = Figure::Reversal(id(), which);
            let moves = case.current != case.ideal;
            assert_eq!(explain(inputs, &projection, &figure).is_some(), moves);
            if moves {
                auditor.holds(&figure);
            }
        }
    }
    scenarios(&mut auditor, &projection);
    carries(&mut auditor, &projection);
    auditor.known.len()
}

fn scenarios(auditor: &mut Auditor<'_>, projection: &Projection) {
    for figures in &projection.scenarios {
        let scenario = figures.scenario;
        auditor.is(Figure::Contributions(scenario), figures.contributions);
        auditor.is(Figure::GrossSaving(scenario), figures.gross_saving);
        auditor.is(Figure::GrossCost(scenario), figures.gross_cost);
        let at_full_effect = Figure::PlacesUsedAgain(scenario, When::FullEffect);
        auditor.is(at_full_effect, figures.places_used_again);
        let full_effect = Figure::Saving(scenario, When::FullEffect);
        auditor.is(full_effect.clone(), figures.full_effect.point);
        assert_eq!(auditor.asked(&full_effect).range, Some(figures.full_effect));
        auditor.is(Figure::Survival(scenario), figures.survival);
        let total = Figure::TotalSaving(scenario);
        auditor.is(total.clone(), figures.total_saving.point);
        assert_eq!(auditor.asked(&total).range, Some(figures.total_saving));
        let places = figures.by_year.iter().map(|year| year.places_used_again);
        auditor.is(Figure::TotalPlacesUsedAgain(scenario), places.sum::<f64>());
        for year in &figures.by_year {
            let (t, when) = (year.t, When::Year(year.t));
            for (figure, range) in [
                (Figure::Saving(scenario, when), year.saving),
                (Figure::InYearBalance(scenario, t), year.in_year_balance),
                (Figure::Balance(scenario, t), year.cumulative_balance),
            ] {
                auditor.is(figure.clone(), range.point);
                assert_eq!(auditor.asked(&figure).range, Some(range));
            }
            auditor.is(
                Figure::PlacesUsedAgain(scenario, when),
                year.places_used_again,
            );
            if scenario == Scenario::TribunalTested {
                auditor.is(Figure::Appeals(t), year.appeals);
            }
        }
    }
}

fn carries(auditor: &mut Auditor<'_>, projection: &Projection) {
    let coverage = &projection.coverage;
    auditor.is(Figure::CoveredCaseload, coverage.covered_share_of_caseload);
    auditor.is(Figure::CoveredSpend, coverage.covered_share_of_known_spend);
    let half = projection.concentration.half_of_gross_saving_from;
    auditor.is(Figure::HalfOfSaving, half.map(|few| few as f64));
    let contested = projection.contested;
    auditor.is(Figure::Contested(Stance::Disagrees), contested.disagrees);
    auditor.is(Figure::Contested(Stance::NoView), contested.no_view);
    auditor.is(Figure::BreakEvenAppeals, projection.break_even.appeals);
    auditor.is(Figure::BreakEvenSupport, projection.break_even.support);
    for bar in &projection.sensitivity {
        auditor.is(Figure::Sensitivity(bar.input.clone()), bar.swing);
    }
    for place in &projection.needs.places {
        for (t, moved) in (1..).zip(&place.moved_in) {
            let code = place.provision.clone();
            auditor.is(Figure::MovedInto(code, t), *moved);
        }
    }
    for shifted in &projection.needs.shifted {
        auditor.is(Figure::Shifted(shifted.payer), shifted.per_year);
    }
}

#[test]
fn every_figure_of_the_page() {
    let asked = audit(&worked_example());
    assert!(asked > 500, "only {asked} figures were asked");
}

#[test]
fn every_figure_with_short_places_a_ramp_and_support_shifted_to_others() {
    let mut inputs = worked_example();
    inputs.provisions[MAINSTREAM].new_places = vec![Places::new(40.0).unwrap()];
    inputs.baseline.ramp = vec![share(0.2), share(0.5)];
    inputs.baseline.realisation = share(0.9);
    inputs.cases[0].shifted = vec![SupportCost {
        per_year: PerChild::new(2_000.0).unwrap(),
        payer: Payer::Health,
    }];
    audit(&inputs);
}

#[test]
fn every_figure_without_cases() {
    let mut inputs = worked_example();
    inputs.cases.clear();
    audit(&inputs);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_of_whatever_a_council_enters(inputs in reviews::inputs()) {
        audit(&inputs);
    }
}

#[test]
fn what_there_is_not_has_no_explanation() {
    let inputs = worked_example();
    let projection = project(
        &inputs,
        Draws {
            count: 100,
            seed: 1,
        },
    );
    let other = CaseId::new("C99").unwrap();
    for figure in [
        Figure::Spend(6),
        Figure::Value(other),
        Figure::Saving(Scenario::Panel, When::Year(0)),
        Figure::Saving(Scenario::Panel, When::Year(6)),
        Figure::Balance(Scenario::Panel, 6),
        Figure::Children(ProvisionCode::new("NotThere").unwrap(), 1),
    ] {
        assert_eq!(explain(&inputs, &projection, &figure), None, "{figure:?}");
    }
}

/// The first independent-day child who would move to mainstream, as an auditor reads it.
#[test]
fn one_case_line_by_line() {
    let inputs = worked_example();
    let projection = project(
        &inputs,
        Draws {
            count: 100,
            seed: 1,
        },
    );
    let asked = |figure: &Figure| explain(&inputs, &projection, figure).unwrap();
    let id = inputs.cases[10].id.clone();
    let contribution = asked(&Figure::CaseSaving(
        Scenario::Panel,
        id.clone(),
        When::FullEffect,
    ));
    assert_eq!(contribution.value.unwrap().round(), 3_064_892.0);
    assert_eq!(contribution.section, "§4");
    assert_eq!(contribution.cases, std::slice::from_ref(&id));
    let [line] = contribution.terms.as_slice() else {
        panic!("{contribution:?}")
    };
    let numbers: Vec<f64> = line.factors.iter().map(|factor| factor.value).collect();
    assert_eq!(numbers, [350.0, 6.0, 52_541.0]);
    let value = asked(&Figure::Value(id));
    let lines: Vec<f64> = value.terms.iter().map(|term| term.value).collect();
    assert_eq!(lines, [61_203.0, -8_662.0]);
}

/// What is unpriced is said where it would have stood.
#[test]
fn unpriced_moves_are_said() {
    let inputs = worked_example();
    let projection = project(
        &inputs,
        Draws {
            count: 100,
            seed: 1,
        },
    );
    let id = projection.unpriced[0].clone();
    let value = explain(&inputs, &projection, &Figure::Value(id.clone())).unwrap();
    assert_eq!(value.value, None);
    assert_eq!(value.remarks.len(), 2, "{:?}", value.remarks);
    let figure = Figure::CaseSaving(Scenario::Panel, id, When::FullEffect);
    let saving = explain(&inputs, &projection, &figure).unwrap();
    assert_eq!(saving.value, Some(0.0));
    assert!(saving.remarks[0].contains("C25"), "{:?}", saving.remarks);
}

/// A formula says what the lines below it add up: no year where there is none, and no factor twice.
#[test]
fn formulas_are_of_the_moment_that_is_asked() {
    let inputs = worked_example();
    let projection = few_draws(&inputs);
    let formula = |figure: Figure| explain(&inputs, &projection, &figure).unwrap().formula;
    let (panel, code) = (Scenario::Panel, inputs.provisions[MAINSTREAM].code.clone());
    let figures = |when: When| {
        [
            Figure::CaseSaving(panel, inputs.cases[0].id.clone(), when),
            Figure::Leaving(panel, code.clone(), when),
            Figure::Entering(panel, code.clone(), when),
            Figure::Reused(panel, code.clone(), when),
            Figure::PlacesUsedAgain(panel, when),
            Figure::Saving(panel, when),
        ]
    };
    for figure in figures(When::FullEffect) {
        assert!(!formula(figure.clone()).contains("(t)"), "{figure:?}");
    }
    for figure in figures(When::Year(2)) {
        assert!(formula(figure.clone()).contains("(t)"), "{figure:?}");
    }
    // Places used again are in money of the year already, as the line below says.
    let year = formula(Figure::Saving(panel, When::Year(2)));
    assert!(year.ends_with("λ + places used again"), "{year}");
}

/// A sum says which cases are not among its lines, and why.
#[test]
fn cases_that_add_nothing_are_told_by_the_reason() {
    let inputs = worked_example();
    let projection = few_draws(&inputs);
    let told = |scenario| {
        let figure = Figure::Contributions(scenario);
        let sum = explain(&inputs, &projection, &figure).unwrap();
        (sum.terms.len(), sum.remarks)
    };
    let unpriced = "The value of C25 is not known and not in this sum.".to_owned();
    let stay =
        |n: usize| format!("{n} cases add nothing: the children stay without further support.");
    let (lines, remarks) = told(Scenario::Panel);
    assert_eq!(lines + 1 + 14, inputs.cases.len());
    assert_eq!(remarks, [unpriced, stay(14)]);
    let (lines, remarks) = told(Scenario::ParentsAgree);
    let held_back = "Moves that do not happen here: C03, C04, C05, C11, C12, C13, C25.";
    assert_eq!(lines + 7 + 14, inputs.cases.len());
    assert_eq!(remarks, [held_back.to_owned(), stay(14)]);
}
