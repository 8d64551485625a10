//! What carries the result (model.md §8), on the worked example of §10.

use dbv_case_review::projection::{Inputs, Scenario, reversal, reversals};
use dbv_case_review::review::text::CaseId;
use dbv_case_review::review::units::{PerChild, Places};

use super::examples::{few_draws, of};
use super::worked_example::{MAINSTREAM, share, worked_example};

#[test]
fn break_even_points() {
    let break_even = few_draws(&worked_example()).break_even;
    let appeals = break_even.appeals.unwrap();
    assert_eq!((appeals * 10_000.0).round() / 10_000.0, 0.6495);
    assert_eq!(break_even.support.unwrap().round(), 7_010.0);
    // Checked against the model itself: at that share the tribunal-tested sum is nothing.
    let mut inputs = worked_example();
    inputs.baseline.appeal_loss_share = share(appeals);
    let tested = of(&inputs, Scenario::TribunalTested);
    assert!(tested.contributions.abs() < 1.0);
}

/// All is lost only where every contested case is.
#[test]
fn break_even_at_the_end_of_the_line() {
    let mut inputs = worked_example();
    inputs.cases.retain(|case| case.id.as_str() == "C11");
    assert_eq!(few_draws(&inputs).break_even.appeals, Some(1.0));
}

#[test]
fn few_cases_carry_the_saving() {
    let projection = few_draws(&worked_example());
    // The three moves from independent to mainstream: 3 × 3,064,892 of a gross saving of which
    // the rest is the moves out of state special and the one into it.
    let gross = projection.contested.gross_saving;
    assert!((gross - projection.scenarios[0].gross_saving).abs() < 1e-6);
    let concentration = &projection.concentration;
    let most: Vec<&str> = concentration.cases.iter().map(|id| id.as_str()).collect();
    assert_eq!(concentration.half_of_gross_saving_from, Some(most.len()));
    let sum = |ids: &[&str]| -> f64 {
        let chosen = projection.cases.iter();
        chosen
            .filter(|case| ids.contains(&case.id.as_str()))
            .map(|case| case.contribution)
            .sum()
    };
    assert!(sum(&most) >= gross / 2.0);
    assert!(sum(&most[..most.len() - 1]) < gross / 2.0);
    assert_eq!(most[..3], ["C11", "C12", "C13"]);
    // Moves against the parents: six cases; the one stay with disagreement is no move.
    let disagrees = 3.0 * 3_064_892.0 + 3.0 * 1041.0 / 9.0 * (16_000.0 - 8_662.0);
    assert!((projection.contested.disagrees - disagrees).abs() < 2.0);
    assert_eq!(projection.contested.no_view, 0.0);
}

#[test]
fn a_reversed_judgement_is_a_child_who_stays() {
    let inputs = worked_example();
    let before = of(&inputs, Scenario::Panel);
    let reversals = reversals(&inputs);
    assert_eq!(reversals.len(), 12);
    assert_eq!(
        reversal(&inputs, &CaseId::new("C01").unwrap()).as_ref(),
        reversals.first()
    );
    assert_eq!(reversal(&inputs, &CaseId::new("C07").unwrap()), None);
    for reversal in reversals {
        let mut reversed = inputs.clone();
        for case in &mut reversed.cases {
            if case.id == reversal.id {
                case.ideal = case.current;
                case.support_cost = 0.0;
            }
        }
        let after = of(&reversed, Scenario::Panel);
        for (given, expected) in [
            (
                reversal.contributions,
                after.contributions - before.contributions,
            ),
            (reversal.full_effect, after.full_effect - before.full_effect),
            (
                reversal.total_saving,
                after.total_saving - before.total_saving,
            ),
        ] {
            assert!((given - expected).abs() < 1e-6, "{}", reversal.id);
        }
    }
}

#[test]
fn sensitivity_is_the_model_with_one_input_changed() {
    let inputs = worked_example();
    let bars = few_draws(&inputs).sensitivity;
    assert!(bars.windows(2).all(|pair| pair[0].swing >= pair[1].swing));
    let total = |inputs: &Inputs| of(inputs, Scenario::Panel).total_saving;
    let bar = |name: &str| bars.iter().find(|bar| bar.input.to_string() == name);
    let mut less = inputs.clone();
    for row in &mut less.provisions {
        row.transition_share = share(row.transition_share.get() * 0.9);
    }
    let transition = bar("transition_share").unwrap();
    assert!((transition.low - total(&less)).abs() < 1e-6);
    assert!(!transition.shortened);
    // κ and ρ are 1 already: nothing is higher, and the bar says so.
    let realisation = bar("realisation").unwrap();
    assert!(realisation.shortened && bar("ramp").unwrap().shortened);
    assert!((realisation.high - total(&inputs)).abs() < 1e-6);
    assert!((realisation.low - 0.9 * total(&inputs)).abs() < 1e-6);
    let mut dearer = inputs.clone();
    let mainstream = &mut dearer.provisions[MAINSTREAM];
    mainstream.unit_cost = Some(PerChild::new(8_662.0 * 1.1).unwrap());
    let cost = bar("unit_cost:Mainstream").unwrap();
    assert!((cost.high - total(&dearer)).abs() < 1e-6);
    // No case has to do with further education: no bar.
    assert_eq!(bar("unit_cost:Other"), None);
    assert_eq!(bar("unit_cost:SenSupport"), None);
    assert!(bar("support_costs").is_some() && bar("first_year_share").is_some());
    assert!(bar("growth").is_some() && bar("inflation").is_some());
}

#[test]
fn children_who_will_have_moved_against_places_stated() {
    let mut inputs = worked_example();
    inputs.provisions[MAINSTREAM].new_places = vec![40.0, 90.0]
        .into_iter()
        .map(|places| Places::new(places).unwrap())
        .collect();
    let needed = few_draws(&inputs).needs.places;
    let codes: Vec<&str> = needed.iter().map(|row| row.provision.as_str()).collect();
    // The unpriced move to SEN Support needs a place too.
    let expected = [
        "SenSupport",
        "Mainstream",
        "ResourcedProvision",
        "StateSpecial",
    ];
    assert_eq!(codes, expected);
    let mainstream = &needed[1];
    let places = [40.0, 90.0, 90.0, 90.0, 90.0];
    assert_eq!(mainstream.stated.as_deref(), Some(&places[..]));
    assert_eq!(needed[2].stated, None);
    let at = |t: i32, share: f64| {
        let special = 1041.0 * 1.03f64.powi(t) * share * 5.0 / 9.0;
        special + 350.0 * 1.08f64.powi(t) * share * 3.0 / 6.0
    };
    assert!((mainstream.moved_in[0] - at(1, 0.198)).abs() < 1e-9);
    assert!((mainstream.moved_in[4] - at(5, 0.99)).abs() < 1e-9);
}
