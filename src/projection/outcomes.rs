//! Five answers to one question (model.md §7): what happens to each counted case if the panel is
//! followed, if only what is possible today is done, if only moves happen to which the parents
//! agree, if the parents' own ideals are followed, and if families go to the tribunal.

use super::council::{Child, Council};
use super::explanation::{Factor, Figure, Rule, Source, Term, Unit};
use super::notes::{Notes, Silent};
use super::scenario::Scenario;
use super::timeline::{self, Timeline};

/// Where a share of the children behind a case goes, and what that is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Outcome {
    /// The row they go to; the case's own row where they stay.
    pub to: usize,
    /// The share of them, 0 to 1.
    pub share: f64,
    /// £ per child per year (§3); `None` = unpriced: a move of value 0.
    pub value: Option<f64>,
    /// Whether this is the way that the panel's judgement takes; not what an appeal takes instead.
    pub as_panel: bool,
}

/// What happens to a case: all goes one way, or in *Tribunal-tested* two.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outcomes {
    ways: [Outcome; 2],
    /// How many of them there are.
    known: usize,
}

impl Outcomes {
    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Outcome> {
        self.ways.into_iter().take(self.known)
    }

    fn all(to: usize, value: Option<f64>) -> Self {
        let share = 1.0;
        let way = Outcome {
            to,
            share,
            value,
            as_panel: true,
        };
        Self {
            ways: [way, way],
            known: 1,
        }
    }
}

/// What happens to the case in the scenario (§7).
pub(super) fn outcomes(scenario: Scenario, council: &Council, child: &Child) -> Outcomes {
    let judged = || {
        let value = council.value(child.from, child.ideal, child.support);
        Outcomes::all(child.ideal, value)
    };
    let stays = || Outcomes::all(child.from, Some(0.0));
    let goes = |to: usize| Outcomes::all(to, council.value(child.from, to, 0.0));
    if child.reversed {
        return stays();
    }
    match scenario {
        Scenario::Panel => judged(),
        Scenario::PossibleToday if child.moves() && child.blocked => stays(),
        Scenario::PossibleToday => judged(),
        Scenario::ParentsAgree if child.moves() && !child.stance.supports() => stays(),
        Scenario::ParentsAgree => judged(),
        Scenario::ParentsIdeals => match child.parents_ideal {
            Some(own) if own != child.ideal => goes(own),
            None if !child.stance.supports() => stays(),
            _ => judged(),
        },
        Scenario::TribunalTested => match child.parents_ideal {
            _ if !is_contested(council, child) => judged(),
            Some(own) if own == child.ideal => judged(),
            own => split(
                judged(),
                own.map_or_else(stays, goes),
                council.appeal_effect,
            ),
        },
    }
}

/// Share 1 − x one way, share x the other.
fn split(panel: Outcomes, parents: Outcomes, x: f64) -> Outcomes {
    let part = |[way, _]: [Outcome; 2], share: f64, as_panel: bool| Outcome {
        share,
        as_panel,
        ..way
    };
    Outcomes {
        ways: [
            part(panel.ways, 1.0 - x, true),
            part(parents.ways, x, false),
        ],
        known: 2,
    }
}

/// Whether a case is contested (§7): the parents disagree, or have no view on a move to a lower
/// tier.
pub(super) fn is_contested(council: &Council, child: &Child) -> bool {
    use crate::review::stance::Stance;
    match child.stance {
        Stance::Disagrees => true,
        Stance::NoView => council.rows[child.ideal].tier < council.rows[child.from].tier,
        Stance::Agrees | Stance::AgreesWithConditions => false,
    }
}

/// The proportion in which the panel's moves happen (§6): the shares of counted moves that go
/// where the panel said, over the number of counted moves. 1 without moves, and in *Parents' own
/// ideals*.
pub(super) fn survival(scenario: Scenario, council: &Council, notes: &mut impl Notes) -> f64 {
    let moves = council
        .children
        .iter()
        .filter(|child| child.moves())
        .count();
    if scenario == Scenario::ParentsIdeals || moves == 0 {
        notes.term(|| {
            let what = if moves == 0 {
                "no case moves"
            } else {
                "nothing is known of the parents of a child whom nobody has seen"
            };
            Term::single(Factor::new(what, 1.0, Unit::Share, Source::Worked))
        });
        return 1.0;
    }
    let mut survive = 0.0;
    for child in council.children.iter().filter(|child| child.moves()) {
        let outcomes = outcomes(scenario, council, child);
        let as_judged = outcomes.iter().filter(|outcome| outcome.to == child.ideal);
        let share: f64 = as_judged.map(|outcome| outcome.share).sum();
        survive += share;
        if share > 0.0 {
            notes.term(|| {
                let id = council.id(child).clone();
                let what = format!("{id} goes where the panel said");
                Term::single(Factor::new(what, share, Unit::Share, Source::Case(id)))
            });
        }
    }
    let moves = moves as f64;
    notes.common(|| Factor::divisor("cases that move", moves, Unit::Cases, Source::Count));
    survive / moves
}

/// Children who reach a decision point in year t and had not before: max(0, N_p(t) D_p(t) −
/// N_p(t−1) D_p(t−1)).
pub(super) fn at_decision(
    council: &Council,
    timeline: &Timeline,
    row: usize,
    t: usize,
    notes: &mut impl Notes,
) -> f64 {
    let (now, before) = (timeline.decided(row, t), timeline.decided(row, t - 1));
    notes.rule(Rule::NotBelowNought);
    notes.term(|| {
        let what = "decided by the end of the year";
        Term::plus(
            what,
            now,
            timeline::decided_factors(council, timeline, row, t),
        )
    });
    notes.term(|| {
        let what = "decided by the end of the year before";
        Term::less(
            what,
            before,
            timeline::decided_factors(council, timeline, row, t - 1),
        )
    });
    (now - before).max(0.0)
}

/// Expected appeals in year t (§7), of contested cases, whether the child would move or stay;
/// places limits and realisation do not enter.
pub(super) fn appeals(
    council: &Council,
    timeline: &Timeline,
    t: usize,
    notes: &mut impl Notes,
) -> f64 {
    let mut sum = 0.0;
    let contested = council.children.iter();
    for child in contested.filter(|child| is_contested(council, child)) {
        let new = at_decision(council, timeline, child.from, t, &mut Silent);
        let judged = council.judged[child.from];
        sum += new / judged;
        notes.term(|| {
            let id = council.id(child);
            let row = &council.rows[child.from];
            let what = format!("children in {} at a decision point", row.name);
            let figure = Figure::AtDecision(row.code.clone(), t);
            let factors = vec![
                Factor::figure(what, new, Unit::Children, figure),
                Factor::per_case(judged),
            ];
            Term::plus(format!("contested, like {id}"), new / judged, factors)
        });
    }
    notes.common(|| {
        let what = "of such families appeal";
        Factor::new(what, council.appeal_share, Unit::Share, Source::Baseline)
    });
    council.appeal_share * sum
}
