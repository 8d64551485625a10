//! What places cost elsewhere, to compare with (domain.md 4.1 and 4.2). None of it is ever filled
//! in: a council's own figures differ by more than what a panel could move.

use crate::review::source::Average;
use crate::review::text::ProvisionCode;

use super::papers::{
    DEMONSTRATION, HAMPSHIRE, LINCOLNSHIRE, Paper, QUESTION_INDEPENDENT, QUESTION_STATE,
};

/// What a place cost somewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Example {
    /// Codes of the preset table that it can stand beside.
    beside: &'static [&'static str],
    /// Where, and what it is the cost of.
    pub label: &'static str,
    /// £ per child per year, cash of that year.
    pub per_year: f64,
    /// Of which year; empty = the paper does not say.
    pub year: &'static str,
    /// Which average it is, where that is known.
    pub average: Option<Average>,
    /// Where it is known from.
    pub from: Paper,
    /// What keeps it from being compared straight away; empty = nothing known.
    pub caution: &'static str,
}

const STATE: &[&str] = &["StateSpecial"];
const DAY: &[&str] = &["IndependentSpecialDay"];
const RESIDENTIAL: &[&str] = &["IndependentSpecialResidential"];
const BOTH: &[&str] = &["IndependentSpecialDay", "IndependentSpecialResidential"];
const STATE_LABEL: &str = "England, state special schools";
const BOTH_LABEL: &str = "England, independent and non-maintained special schools";
const BOTH_CAUTION: &str = "Day and residential together.";
const THOUSANDS: &str = "Rounded to £1,000.";
const THOUSANDS_BOTH: &str = "Day and residential together, rounded to £1,000.";
const TOP_UP: &str = "Top-up alone, without what the school has for every pupil.";
const INVENTED: &str = "Invented for a demonstration, no council’s.";
const MEAN: Option<Average> = Some(Average::Mean);
const MEDIAN: Option<Average> = Some(Average::Median);

/// An example in one line of the list.
const fn of(
    beside: &'static [&'static str],
    label: &'static str,
    per_year: f64,
    year: &'static str,
    average: Option<Average>,
    from: Paper,
    caution: &'static str,
) -> Example {
    Example {
        beside,
        label,
        per_year,
        year,
        average,
        from,
        caution,
    }
}

const EXAMPLES: &[Example] = &[
    of(
        &["Mainstream"],
        "Lincolnshire, mainstream",
        8_662.0,
        "2022/23",
        MEAN,
        LINCOLNSHIRE,
        TOP_UP,
    ),
    of(
        &["Mainstream"],
        "Lincolnshire, mainstream",
        7_890.0,
        "2022/23",
        MEDIAN,
        LINCOLNSHIRE,
        TOP_UP,
    ),
    of(
        &["ResourcedProvision"],
        "Hampshire, resourced provision",
        21_531.25,
        "",
        MEAN,
        HAMPSHIRE,
        "",
    ),
    of(
        STATE,
        STATE_LABEL,
        20_000.0,
        "2018/19",
        MEAN,
        QUESTION_STATE,
        THOUSANDS,
    ),
    of(
        STATE,
        STATE_LABEL,
        21_000.0,
        "2019/20",
        MEAN,
        QUESTION_STATE,
        THOUSANDS,
    ),
    of(
        STATE,
        STATE_LABEL,
        22_000.0,
        "2020/21",
        MEAN,
        QUESTION_STATE,
        THOUSANDS,
    ),
    of(
        STATE,
        STATE_LABEL,
        23_000.0,
        "2021/22",
        MEAN,
        QUESTION_STATE,
        THOUSANDS,
    ),
    of(
        STATE,
        STATE_LABEL,
        24_000.0,
        "2022/23",
        MEAN,
        QUESTION_STATE,
        THOUSANDS,
    ),
    of(
        STATE,
        STATE_LABEL,
        26_000.0,
        "2023/24",
        MEAN,
        QUESTION_STATE,
        THOUSANDS,
    ),
    of(
        STATE,
        "Lincolnshire, state special",
        17_313.0,
        "2022/23",
        MEAN,
        LINCOLNSHIRE,
        "",
    ),
    of(
        STATE,
        "Lincolnshire, state special",
        16_965.0,
        "2022/23",
        MEDIAN,
        LINCOLNSHIRE,
        "",
    ),
    of(
        DAY,
        "Hampshire, independent special, day",
        61_203.13,
        "",
        MEAN,
        HAMPSHIRE,
        "",
    ),
    of(
        BOTH,
        BOTH_LABEL,
        52_000.0,
        "2018/19",
        MEAN,
        QUESTION_STATE,
        THOUSANDS_BOTH,
    ),
    of(
        BOTH,
        BOTH_LABEL,
        54_000.0,
        "2019/20",
        MEAN,
        QUESTION_STATE,
        THOUSANDS_BOTH,
    ),
    of(
        BOTH,
        BOTH_LABEL,
        54_000.0,
        "2020/21",
        MEAN,
        QUESTION_STATE,
        THOUSANDS_BOTH,
    ),
    of(
        BOTH,
        BOTH_LABEL,
        57_000.0,
        "2021/22",
        MEAN,
        QUESTION_STATE,
        THOUSANDS_BOTH,
    ),
    of(
        BOTH,
        BOTH_LABEL,
        62_000.0,
        "2022/23",
        MEAN,
        QUESTION_STATE,
        THOUSANDS_BOTH,
    ),
    of(
        BOTH,
        BOTH_LABEL,
        63_000.0,
        "2023/24",
        MEAN,
        QUESTION_STATE,
        THOUSANDS_BOTH,
    ),
    of(
        BOTH,
        BOTH_LABEL,
        64_000.0,
        "2024/25",
        MEAN,
        QUESTION_INDEPENDENT,
        THOUSANDS_BOTH,
    ),
    of(
        BOTH,
        "Lincolnshire, independent and non-maintained special",
        70_353.0,
        "2022/23",
        MEAN,
        LINCOLNSHIRE,
        BOTH_CAUTION,
    ),
    of(
        BOTH,
        "Lincolnshire, independent and non-maintained special",
        50_000.0,
        "2022/23",
        MEDIAN,
        LINCOLNSHIRE,
        BOTH_CAUTION,
    ),
    of(
        RESIDENTIAL,
        "Demonstration, independent special, residential",
        127_443.0,
        "",
        None,
        DEMONSTRATION,
        INVENTED,
    ),
    of(
        &["AlternativeProvision"],
        "Demonstration, alternative provision",
        12_678.0,
        "",
        None,
        DEMONSTRATION,
        INVENTED,
    ),
    of(
        &["FurtherEducation"],
        "Demonstration, college",
        11_449.0,
        "",
        None,
        DEMONSTRATION,
        INVENTED,
    ),
];

/// What a place costs elsewhere in this kind of provision of the preset table; nothing for rows of
/// a panel's own, and for those for which no figure was found.
pub fn examples(code: &ProvisionCode) -> impl Iterator<Item = &'static Example> {
    let beside = |example: &&Example| example.beside.contains(&code.as_str());
    EXAMPLES.iter().filter(beside)
}
