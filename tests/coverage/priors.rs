//! Priors as simple as that of model.md §6, in plain code of their own, on the same councils: would
//! another imaginary child make the range more honest? Value alone, by the sums of §4.

use super::chance::Chance;
use super::councils::{Child, Council, KINDS, Setting, value};
use super::table::{Held, councils, on_all_cores, overall};

/// Councils for each setting and prior.
const COUNCILS: usize = 200;
/// Draws for each range.
const DRAWS: usize = 200;

/// An imaginary extra child in every provision: what its shapes sum to, and their parts.
struct Prior {
    name: &'static str,
    weight: f64,
    staying: f64,
    as_today: f64,
    evenly: f64,
    neighbours: f64,
}

const NONE: Prior = Prior {
    name: "",
    weight: 1.0,
    staying: 0.0,
    as_today: 0.0,
    evenly: 0.0,
    neighbours: 0.0,
};

/// The first is that of model.md §6, as the yardstick.
const PRIORS: [Prior; 12] = [
    Prior {
        name: "1, half stays, half as today (§6)",
        staying: 0.5,
        as_today: 0.5,
        ..NONE
    },
    Prior {
        name: "none",
        weight: 0.0,
        staying: 1.0,
        ..NONE
    },
    Prior {
        name: "1, all stays",
        staying: 1.0,
        ..NONE
    },
    Prior {
        name: "1, all as today",
        as_today: 1.0,
        ..NONE
    },
    Prior {
        name: "1, all evenly",
        evenly: 1.0,
        ..NONE
    },
    Prior {
        name: "1, half stays, half evenly",
        staying: 0.5,
        evenly: 0.5,
        ..NONE
    },
    Prior {
        name: "1, half stays, quarter as today, quarter evenly",
        staying: 0.5,
        as_today: 0.25,
        evenly: 0.25,
        ..NONE
    },
    Prior {
        name: "1, a third each",
        staying: 1.0 / 3.0,
        as_today: 1.0 / 3.0,
        evenly: 1.0 / 3.0,
        ..NONE
    },
    Prior {
        name: "1, half stays, half to neighbours",
        staying: 0.5,
        neighbours: 0.5,
        ..NONE
    },
    Prior {
        name: "½, half stays, half as today",
        weight: 0.5,
        staying: 0.5,
        as_today: 0.5,
        ..NONE
    },
    Prior {
        name: "2, half stays, half as today",
        weight: 2.0,
        staying: 0.5,
        as_today: 0.5,
        ..NONE
    },
    Prior {
        name: "2, half stays, half evenly",
        weight: 2.0,
        staying: 0.5,
        evenly: 0.5,
        ..NONE
    },
];

impl Prior {
    /// The shape of the imaginary child's Gamma for a destination.
    fn shape(&self, from: usize, to: usize) -> f64 {
        let all: usize = KINDS.iter().map(|kind| kind.children).sum();
        let mut part = self.as_today * KINDS[to].children as f64 / all as f64;
        part += self.evenly / KINDS.len() as f64;
        part += self.neighbours * neighbours(from)[to];
        if from == to {
            part += self.staying;
        }
        self.weight * part
    }

    /// The range of A in this prior.
    fn range(&self, council: &Council, chance: &mut Chance) -> (f64, f64) {
        let imaginary: Vec<(Child, f64)> = (0..KINDS.len())
            .filter(|&from| council.judged.iter().any(|child| child.from == from))
            .flat_map(|from| (0..KINDS.len()).map(move |ideal| Child { from, ideal }))
            .map(|child| (child, self.shape(child.from, child.ideal)))
            .filter(|(_, shape)| *shape > 0.0)
            .collect();
        let judged = council.judged.iter().map(|child| (*child, 1.0));
        let shapes: Vec<(Child, f64)> = judged.chain(imaginary).collect();
        let mut all: Vec<f64> = (0..DRAWS).map(|_| drawn(&shapes, chance)).collect();
        all.sort_by(f64::total_cmp);
        let at = |q: f64| {
            let position = (all.len() - 1) as f64 * q;
            let (below, part) = (position.floor() as usize, position.fract());
            all[below] + part * (all[below + 1] - all[below])
        };
        (at(0.05), at(0.95))
    }
}

/// The children placed today in the next lower and the next higher tier, as shares.
fn neighbours(from: usize) -> [f64; KINDS.len()] {
    let here = KINDS[from].tier;
    let lower = KINDS.iter().map(|k| k.tier).filter(|&t| t < here).max();
    let higher = KINDS.iter().map(|k| k.tier).filter(|&t| t > here).min();
    let near = |k: &super::councils::Kind| Some(k.tier) == lower || Some(k.tier) == higher;
    let children = |k: &super::councils::Kind| if near(k) { k.children as f64 } else { 0.0 };
    let all: f64 = KINDS.iter().map(children).sum();
    std::array::from_fn(|row| children(&KINDS[row]) / all)
}

/// A in one draw.
fn drawn(shapes: &[(Child, f64)], chance: &mut Chance) -> f64 {
    let mut sums = [0.0; KINDS.len()];
    let mut weights = Vec::with_capacity(shapes.len());
    for (child, shape) in shapes {
        // A Gamma of a shape above 1 is the sum of Gammas of its parts.
        let parts = shape.ceil();
        let weight: f64 = (0..parts as usize)
            .map(|_| chance.gamma(shape / parts))
            .sum();
        sums[child.from] += weight;
        weights.push((*child, weight));
    }
    value(weights.into_iter().map(|(child, weight)| {
        let children = KINDS[child.from].children as f64;
        (child, children * weight / sums[child.from])
    }))
}

/// What became of one prior's ranges in one setting.
#[derive(Clone, Default)]
struct Ranges {
    held: Held,
    widths: Vec<f64>,
}

impl Ranges {
    fn median_width(&self) -> f64 {
        let mut widths = self.widths.clone();
        widths.sort_by(f64::total_cmp);
        widths[widths.len() / 2]
    }
}

#[test]
#[ignore = "takes minutes: it asks what other priors would do; run it by name in a release build"]
fn what_other_priors_would_do() {
    let settings = Setting::all();
    let by_setting = on_all_cores(&settings, |setting| {
        let mut chance = Chance::named(&(setting.name() + "priors"));
        let mut all = vec![Ranges::default(); PRIORS.len()];
        for council in councils(setting, COUNCILS) {
            let truth = council.truth();
            for (ranges, prior) in all.iter_mut().zip(&PRIORS) {
                let (low, high) = prior.range(&council, &mut chance);
                ranges.held.count(truth, low, high);
                ranges.widths.push(high - low);
            }
        }
        all
    });
    println!("Per cent held, and in brackets the median width where §6's is 100.");
    for (number, prior) in (1..).zip(&PRIORS) {
        println!("{number:>2}: {}", prior.name);
    }
    let width = |all: &[Ranges], at: usize| 100.0 * all[at].median_width() / all[0].median_width();
    for (setting, all) in settings.iter().zip(&by_setting) {
        let columns = (0..PRIORS.len()).map(|at| {
            let held = all[at].held.percent();
            format!("{held:5.1} ({:3.0})", width(all, at))
        });
        println!(
            "{} {}",
            setting.name(),
            columns.collect::<Vec<_>>().join(" ")
        );
    }
    for (at, prior) in PRIORS.iter().enumerate() {
        let all: Vec<Held> = by_setting.iter().map(|all| all[at].held).collect();
        let percents = || all.iter().map(|held| held.percent());
        let least = percents().fold(100.0, f64::min);
        let under = percents().filter(|held| *held < 75.0).count();
        let widths: f64 = by_setting.iter().map(|all| width(all, at)).sum();
        println!(
            "{:<48} all settings {:5.1}, worst {least:5.1}, {under:>2} settings under 75, width {:.0}",
            prior.name,
            overall(&all),
            widths / settings.len() as f64
        );
    }
}
