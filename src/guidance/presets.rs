//! Values that somebody can put in by choosing them, each with a label that says what it is and
//! where it comes from. None is a default unless model.md makes it one.

use super::papers::{
    MODEL_INPUTS, MODEL_SCENARIOS, NOT_CONFIRMED, Paper, TRIBUNAL_2022, TRIBUNAL_2023,
    TRIBUNAL_2025,
};

/// A value, or values by year, to choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// What is chosen, with the figures in it.
    pub label: &'static str,
    /// Shares and growth as numbers (0.05 = 5%), by year from year 1 on; the last repeats.
    pub values: &'static [f64],
    /// Where it comes from.
    pub from: Paper,
    /// What to know before choosing it; empty = nothing more.
    pub note: &'static str,
}

/// Growth of the high needs allocation (f_t of model.md §1).
pub const ALLOCATION_GROWTH: &[Preset] = &[
    Preset {
        label: "5%, then 3% a year (commonly quoted; not confirmed by a published source)",
        values: &[0.05, 0.03],
        from: NOT_CONFIRMED,
        note: "No paper of the Department for Education was found that says so.",
    },
    Preset {
        label: "No growth",
        values: &[0.0],
        from: MODEL_INPUTS,
        note: "What is left empty is taken as this.",
    },
];

/// Share of families in contested cases who appeal (α of model.md §7).
pub const APPEAL_SHARE: &[Preset] = &[Preset {
    label: "All, 100%: a stress test",
    values: &[1.0],
    from: MODEL_SCENARIOS,
    note: "Nobody has published how many families appeal when a placement goes against what they see as ideal.",
}];

/// Share of appeals in which the council's placement does not stand (ω of model.md §7).
pub const APPEAL_LOSS: &[Preset] = &[
    Preset {
        label: "81%: placements, 2024-25, where either side’s preference was stated",
        values: &[0.81],
        from: TRIBUNAL_2025,
        note: "The council’s preference in 13 of 68 outcomes with a stated preference.",
    },
    Preset {
        label: "55%: placements, 2024-25, of all outcomes",
        values: &[0.55],
        from: TRIBUNAL_2025,
        note: "In 31 of 100 the parents’ preference, in 24 the council agreed at the hearing; every other outcome is taken as the council’s placement standing.",
    },
    Preset {
        label: "96.3%: councils’ success of 3.7%, 2021-22",
        values: &[0.963],
        from: TRIBUNAL_2022,
        note: ALL_POINTS,
    },
    Preset {
        label: "98.3%: councils’ decisions upheld in 136 of 7,968 hearings, 2022-23",
        values: &[0.983],
        from: TRIBUNAL_2023,
        note: ALL_POINTS,
    },
];

const ALL_POINTS: &str = "Of appeals of every kind, counted where parents won on most points: not that every school they asked for was named.";
