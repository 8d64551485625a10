//! The papers that figures come from, named once.

/// Where a figure is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What it is.
    pub name: &'static str,
    /// Of when, as it says.
    pub year: &'static str,
    /// Where it can be read; empty where it is the program's own model.
    pub at: &'static str,
    /// Whether the figure was worked out from what the paper says.
    pub worked_out: bool,
}

impl Paper {
    /// "Department for Education, Education, health and care plans, January 2025; worked out".
    pub fn in_words(&self) -> String {
        let worked_out = if self.worked_out {
            "; worked out from it"
        } else {
            ""
        };
        match self.year {
            "" => format!("{}{worked_out}", self.name),
            year => format!("{}, {year}{worked_out}", self.name),
        }
    }

    /// The same paper, for a figure that was worked out from it.
    const fn worked_out(self) -> Self {
        Self {
            worked_out: true,
            ..self
        }
    }

    const fn of(name: &'static str, year: &'static str, at: &'static str) -> Self {
        Self {
            name,
            year,
            at,
            worked_out: false,
        }
    }
}

/// The DfE's data on plans, January 2025.
pub(super) const PLANS_2025: Paper = Paper::of(
    "Department for Education, Education, health and care plans",
    "January 2025",
    "https://explore-education-statistics.service.gov.uk/find-statistics/education-health-and-care-plans",
);
/// Its roll-up to the rows of the plan.
pub(super) const PLANS_2025_BY_ROW: Paper = PLANS_2025.worked_out();
/// How far councils differ.
pub(super) const SPREAD: Paper = Paper::of(
    "Polimapper, EHCPs in England",
    "June 2025",
    "https://polimapper.co.uk/2025/06/surge-in-number-of-ehcps-in-england-amid-rising-demand",
);
/// The DfE's data on plans, January 2026.
pub(super) const PLANS_2026: Paper = Paper {
    year: "January 2026",
    ..PLANS_2025
};
/// What follows from January 2025 and January 2026.
pub(super) const PLANS_2026_WORKED: Paper = PLANS_2026.worked_out();
/// Appealable decisions, calendar year 2025.
pub(super) const APPEALS_2025: Paper = Paper {
    year: "calendar year 2025",
    ..PLANS_2025
};
/// State special schools, cash per pupil with a plan.
pub(super) const QUESTION_STATE: Paper = Paper::of(
    "parliamentary question 50389",
    "2018/19 to 2023/24",
    "https://parallelparliament.co.uk/question/50389/special-educational-needs-per-capita-costs",
);
/// Independent and non-maintained special schools, 2024/25.
pub(super) const QUESTION_INDEPENDENT: Paper = Paper::of(
    "parliamentary question 100030",
    "2024/25",
    "https://www.parallelparliament.co.uk/question/100030/schools-special-educational-needs",
);
/// No average cost of SEN Support.
pub(super) const QUESTION_SEN_SUPPORT: Paper = Paper::of(
    "parliamentary question 15822",
    "",
    "https://parallelparliament.co.uk/question/15822/special-educational-needs-costs",
);
/// Lincolnshire's freedom-of-information answer.
pub(super) const LINCOLNSHIRE: Paper = Paper::of(
    "Lincolnshire, freedom-of-information answer",
    "2022/23",
    "https://www.lincolnshire.gov.uk/directory-record/76597/education-health-and-care-plan-providers",
);
/// Hampshire's 64 places.
pub(super) const HAMPSHIRE: Paper = Paper::of(
    "Hampshire, 64 places in resourced provision instead of independent special schools",
    "",
    "https://meonvalleytimes.co.uk/more-places-created-in-schools-for-children-with-special-needs-and-disabilities-to-save-money/",
)
.worked_out();
/// A demonstration's invented costs.
pub(super) const DEMONSTRATION: Paper = Paper::of(
    "Mastodon C, witan.send, demonstration data: illustrative, no council’s",
    "",
    "https://github.com/MastodonC/witan.send",
);
/// Place funding.
pub(super) const PLACE_FUNDING: Paper = Paper::of(
    "Department for Education, Financial Benchmarking and Insights Tool, notes on DSG funding",
    "",
    "",
);
/// Why an empty place saves nothing at once.
pub(super) const HOUNSLOW: Paper = Paper::of(
    "Hounslow, school funding",
    "",
    "https://www.hounslow.gov.uk/school-funding-1/school-funding/3",
);
/// Tameside's places, and that they fill.
pub(super) const TAMESIDE_PLACES: Paper = Paper::of(
    "Tameside, DBV forecast",
    "",
    "https://tameside.moderngov.co.uk/mgAi.aspx?ID=83365",
);
/// Tameside's grant and balance.
pub(super) const TAMESIDE: Paper = Paper::of(
    "Tameside, DSG",
    "2022-23 and 2023-24",
    "https://tameside.moderngov.co.uk/mgAi.aspx?ID=86490",
);
/// Cheshire East's balance and growth.
pub(super) const CHESHIRE_EAST: Paper = Paper::of(
    "Cheshire East, DSG management plan",
    "March 2025",
    "https://moderngov.cheshireeast.gov.uk/ecminutes/mgAi.aspx?ID=77918",
);
/// The benchmarking tool's records of decisions.
pub(super) const BENCHMARKING: Paper = Paper::of(
    "Department for Education, Financial Benchmarking and Insights Tool, decision 0021",
    "",
    "",
);
/// What the programme's modules are.
pub(super) const FIVE_YEARS: Paper = Paper::of(
    "Special Needs Jungle, Miracles and magic: Delivering Better Value in SEND",
    "September 2023",
    "",
);
/// The programme's grant.
pub(super) const PROGRAMME: Paper = Paper::of(
    "NASUWT, briefing on the safety valve and DBV programmes",
    "",
    "",
);
/// Outcomes of placement appeals.
pub(super) const TRIBUNAL_2025: Paper = Paper::of(
    "SEND Tribunal, placement outcomes as reported to Parliament",
    "2024-25",
    "https://www.parliamenttoday.com/free/viewnews.html?id=170523",
)
.worked_out();
/// Councils' success at the Tribunal.
pub(super) const TRIBUNAL_2022: Paper = Paper {
    year: "2021-22",
    ..FIVE_YEARS
};
/// 136 of 7,968 hearings.
pub(super) const TRIBUNAL_2023: Paper = Paper::of(
    "Special Needs Jungle, SEND Tribunal 2023",
    "2022-23",
    "https://www.specialneedsjungle.com/send-tribunal-2023-councils-stop-wasting-public-funds-send-appeals-fail-almost-all-time/",
);
/// The rows of the DSG management plan.
pub(super) const MANAGEMENT_PLAN: Paper = Paper::of(
    "Department for Education, DSG management plan, version 5",
    "2022-23",
    "",
);
/// Movement only at transition points.
pub(super) const TRANSITIONS: Paper = Paper::of(
    "Mastodon C, The top three SEND policy scenarios",
    "2018",
    "https://www.mastodonc.com/2018/10/02/the-top-three-send-policy-scenarios/",
);
/// What is said, and no paper was found for.
pub(super) const NOT_CONFIRMED: Paper = Paper::of(
    "commonly quoted; not confirmed by a published source",
    "",
    "",
);
/// The program's own model: what figures are taken to be where nothing is entered.
pub(super) const MODEL_INPUTS: Paper = Paper::of("the model, §1", "", "");
/// The program's own model: the five scenarios.
pub(super) const MODEL_SCENARIOS: Paper = Paper::of("the model, §7", "", "");
