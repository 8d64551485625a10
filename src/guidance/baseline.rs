//! Help for the baseline, a figure each (model.md §1, §5 and §7; figures from domain.md 2, 3.6, 4
//! and 5).

use super::papers::{
    APPEALS_2025, CHESHIRE_EAST, FIVE_YEARS, MODEL_INPUTS, NOT_CONFIRMED, PROGRAMME,
    QUESTION_INDEPENDENT, TAMESIDE, TRIBUNAL_2025,
};
use super::{Help, NOT_KNOWN, Typical};

pub(super) const BASE_YEAR: Help = Help {
    means: "The financial year, April to March, whose numbers of children and prices the table holds. Everything after it is forecast.",
    typical: &[],
    not_known: "Take the last year of which the outturn is known.",
};

pub(super) const HORIZON: Help = Help {
    means: "How many years after the base year are forecast, 1 to 10.",
    typical: &[Typical {
        says: "The programme’s forecasts cover five years, and so does this one unless it is changed.",
        from: FIVE_YEARS,
    }],
    not_known: "Keep 5. The further ahead, the less a few dozen cases can say.",
};

pub(super) const INFLATION: Help = Help {
    means: "By how much all prices rise each year. The table is in prices of the base year; the forecast is in the money of each year.",
    typical: &[Typical {
        says: "Independent and non-maintained special schools: £54,000 a pupil in 2020/21, £64,000 in 2024/25, which is 18.5% more in four years, of prices and of needs together.",
        from: QUESTION_INDEPENDENT,
    }],
    not_known: "The council’s financial plan is likely to assume one. Nothing entered is taken as 0%: prices that do not rise.",
};

pub(super) const OTHER_SPEND: Help = Help {
    means: "What the high needs block pays that is in no row of the table, in prices of the base year: services for SEN support and inclusion, therapies, hospital education, central costs. Table and this together should be the council’s high needs spend.",
    typical: &[],
    not_known: "Nothing entered is taken as £0, so the forecast is then too low. Take the year’s high needs spend and subtract what the table makes: children times cost, row by row.",
};

pub(super) const ALLOCATION: Help = Help {
    means: "What the high needs block of the DSG brings in the base year, after transfers from or to other blocks.",
    typical: &[Typical {
        says: "Tameside, 2023-24: £37.144m and a transfer of £0.694m, £37.838m in all.",
        from: TAMESIDE,
    }],
    not_known: "It is in the DfE’s yearly allocation tables. Without it the balances below mean nothing.",
};

pub(super) const ALLOCATION_GROWTH: Help = Help {
    means: "By how much the allocation grows, year by year from the first year after the base year; the last value stands for all later years. 5%; 3% is 5% once and 3% from then on.",
    typical: &[
        Typical {
            says: "Gains in the high needs block were capped at 7% for 2023-24.",
            from: TAMESIDE,
        },
        Typical {
            says: "5% and then 3% a year is often used. No paper of the DfE was found that says so: if you use it, say whose assumption it is.",
            from: NOT_CONFIRMED,
        },
    ],
    not_known: "Nothing entered is taken as no growth.",
};

pub(super) const OPENING_BALANCE: Help = Help {
    means: "The balance of the DSG at the end of the base year. Write a deficit with a minus.",
    typical: &[
        Typical {
            says: "Tameside: a deficit of £3.306m at the end of 2022-23.",
            from: TAMESIDE,
        },
        Typical {
            says: "Cheshire East: a deficit of £113.7m at 31 March 2025.",
            from: CHESHIRE_EAST,
        },
    ],
    not_known: "The DSG management plan has it among its end-of-year positions. Nothing entered is taken as £0.",
};

pub(super) const RAMP: Help = Help {
    means: "The share of decision points in each year at which the panel’s way of deciding would really be followed. 20%; 50% is a fifth in the first year and half from the second on.",
    typical: &[Typical {
        says: "No published ramp was found, so none is assumed: empty means all, from the first year on.",
        from: MODEL_INPUTS,
    }],
    not_known: "Empty is the most hopeful answer. If the change takes time, say how long.",
};

pub(super) const FIRST_YEAR_SHARE: Help = Help {
    means: "How much of the first financial year a move covers. A child who starts in September is there for seven of the twelve months to March.",
    typical: &[Typical {
        says: "7 of 12 months, which is what a new review has.",
        from: MODEL_INPUTS,
    }],
    not_known: "Keep 7 of 12 (58.3%).",
};

pub(super) const REALISATION: Help = Help {
    means: "The part of each case’s effect that comes about, of savings and of costs alike. It is not prudence: it makes what would cost more smaller too.",
    typical: &[Typical {
        says: "All of it, 100%, unless somebody has reason to say otherwise.",
        from: MODEL_INPUTS,
    }],
    not_known: "Keep 100%. Whether it would all come about is better said with the scenarios.",
};

pub(super) const INVESTMENT: Help = Help {
    means: "What the changes themselves cost the council, year by year in the money of each year; it does not repeat. It is taken off the balance, not off a child’s cost.",
    typical: &[],
    not_known: NOT_COUNTED,
};

pub(super) const GRANT: Help = Help {
    means: "Grant that comes in for the changes, year by year in the money of each year; it does not repeat. It is added to the balance.",
    typical: &[Typical {
        says: "The programme gave grants of up to £1m a council.",
        from: PROGRAMME,
    }],
    not_known: NOT_COUNTED,
};

const NOT_COUNTED: &str = "Nothing entered is in no balance.";

pub(super) const APPEAL_SHARE: Help = Help {
    means: "In the scenario “Tribunal-tested”: of the families whose own view goes against the panel’s, or who have none on a move to less specialist provision, the share who would appeal.",
    typical: &[Typical {
        says: "England: 26,977 appeals to 405,735 decisions that could be appealed, 6.6%. But that is of every kind of decision, most of which nobody contests, so it is no estimate for contested placements.",
        from: APPEALS_2025,
    }],
    not_known: "Keep 100%: it is a stress test, and nobody has published the share for contested placements.",
};

pub(super) const APPEAL_LOSS_SHARE: Help = Help {
    means: "In the scenario “Tribunal-tested”: of those appeals, the share in which the council’s placement does not stand.",
    typical: &[Typical {
        says: "Placements: in 31 of 100 the parents’ preference, in 24 the council agreed at the hearing, in 13 the council’s preference. Of outcomes with a stated preference the council’s was 13 of 68, so 81% is what a new review has.",
        from: TRIBUNAL_2025,
    }],
    not_known: "Keep 81%. The figures of 96% and 98% that are often quoted are of appeals of every kind, and of most points rather than the school.",
};

pub(super) const LAST_YEAR_SPEND: Help = Help {
    means: "What the high needs block really spent in the year before the base year. It is in no forecast: it stands beside it, so that everybody sees whether the forecast goes on from where the council was.",
    typical: &[],
    not_known: NOT_KNOWN,
};

pub(super) const LAST_YEAR_ALLOCATION: Help = Help {
    means: "The high needs allocation of the year before the base year, after transfers. It stands beside the forecast and is not in it.",
    typical: &[],
    not_known: NOT_KNOWN,
};

pub(super) const LAST_YEAR_BALANCE: Help = Help {
    means: "The balance of the DSG at the end of the year before the base year; a deficit with a minus. It stands beside the forecast and is not in it.",
    typical: &[],
    not_known: NOT_KNOWN,
};
