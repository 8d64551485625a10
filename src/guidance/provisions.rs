//! Help for the provision table, a figure each (model.md §1; figures from domain.md 3.6 and 4).

use super::papers::{
    BENCHMARKING, CHESHIRE_EAST, HOUNSLOW, LINCOLNSHIRE, MANAGEMENT_PLAN, PLACE_FUNDING,
    PLANS_2025, PLANS_2025_BY_ROW, PLANS_2026_WORKED, QUESTION_SEN_SUPPORT, QUESTION_STATE, SPREAD,
    TAMESIDE_PLACES, TRANSITIONS,
};
use super::{Help, Paper, Typical};

pub(super) const TABLE: Help = Help {
    means: "A row for each kind of placement, with the children who are in it and what a place costs. The rows of the preset are those of the DSG management plan, with day and residential places apart, since they cost so differently, and SEN Support without a plan added.",
    typical: &[
        Typical {
            says: "The plan has seven: mainstream; resourced provision or SEN units; maintained special; non-maintained or independent special; hospital schools or alternative provision; post-16 and further education; other placements or direct payments.",
            from: MANAGEMENT_PLAN,
        },
        Typical {
            says: "The DfE’s own roll-up puts mainstream independent schools with independent special ones, and “other” is what is left over: education at home, early years, not in education, not known.",
            from: BENCHMARKING_ROLL_UP,
        },
    ],
    not_known: "A row that the council cannot fill in can stay without figures, or be taken out if no case is in it.",
};

const BENCHMARKING_ROLL_UP: Paper = Paper {
    name: "Department for Education, Financial Benchmarking and Insights Tool, SEN2 categories",
    year: "2025",
    ..BENCHMARKING
};

pub(super) const TIER: Help = Help {
    means: "How specialist a provision is beside the others: 0 is the least, and more than one row can have the same number. A move to a lower number is called a move to less specialist provision; nothing else hangs on it, and no figure of money.",
    typical: &[],
    not_known: "If the panel sees two kinds as equally specialist, give them the same number.",
};

pub(super) const CASELOAD: Help = Help {
    means: "How many of the council’s children are in this kind of place at the start of the base year: those whose placement the high needs block pays for. Count each child once. Each judged child stands for this many, divided by the cases reviewed from here.",
    typical: &[
        Typical {
            says: "England: mainstream 38.6% of 638,745 plans, resourced provision and SEN units 3.8%, state special 25.0%, independent and non-maintained special 6.5%, hospital and alternative provision 0.8%, post-16 12.6%, other 12.7%.",
            from: PLANS_2025_BY_ROW,
        },
        Typical {
            says: "Councils differ widely: 77% of plans in mainstream schools in Newham, 25% in Leeds.",
            from: SPREAD,
        },
        Typical {
            says: "So do ages: in England 71% of plans are in mainstream schools at age 5, 45% at 15.",
            from: PLANS_2025,
        },
    ],
    not_known: "A row without a number counts as no children: its cases then stand for nobody, and the screen says so. The SEN2 return has the numbers.",
};

pub(super) const UNIT_COST: Help = Help {
    means: "What one place costs the high needs block in a year, in prices of the base year: place funding that it pays, and top-up or fees. Not what the school has for every pupil anyway, and not what health, social care or the family pay. Say whether it is a mean or a median.",
    typical: &[
        Typical {
            says: "England, state special schools: £20,000 in 2018/19, £26,000 in 2023/24; independent and non-maintained special schools £52,000 and £63,000 (means).",
            from: QUESTION_STATE,
        },
        Typical {
            says: "Lincolnshire: independent and non-maintained special £70,353 as a mean, £50,000 as a median; state special £17,313 and £16,965. A few residential places make the difference: keep day and residential apart.",
            from: LINCOLNSHIRE,
        },
        Typical {
            says: "Costs of special academies taken from the section 251 outturn lack their place funding, which the DfE pays directly; the budget return has it.",
            from: BENCHMARKING,
        },
        Typical {
            says: "SEN Support without a plan: the DfE holds no average cost. It is not free, and is left as not known.",
            from: QUESTION_SEN_SUPPORT,
        },
    ],
    not_known: NOT_KNOWN_COST,
};

const NOT_KNOWN_COST: &str = "Leave it empty: what is not known is never taken as nothing. Moves from there or to there are then listed as not priced.";

pub(super) const AVOIDABLE_COST: Help = Help {
    means: "The part of that cost which stops being paid when one child is not there. The rest goes on: a place that is funded is funded, whether somebody is in it or not. Empty means that all of it stops.",
    typical: &[
        Typical {
            says: "Place funding is £6,000 or £10,000 by type of place, £10,000 in a special school.",
            from: PLACE_FUNDING,
        },
        Typical {
            says: "It is not taken back in the year if a child does not occupy a funded place.",
            from: HOUNSLOW,
        },
    ],
    not_known: "Leave it empty only where all of the cost stops, as with a fee for one child. Where place funding is paid, it is the cost less the place funding.",
};

pub(super) const GROWTH: Help = Help {
    means: "By how much the number of children there grows each year if nothing changes. It drives the forecast on the current course, and how many children a judgement speaks of in later years.",
    typical: &[
        Typical {
            says: "England, all plans: 638,745 in January 2025, 718,838 in January 2026, which is 12.5% more.",
            from: PLANS_2026_WORKED,
        },
        Typical {
            says: "Cheshire East: plans grew by 6.4%, which was 1.6 points less than had been expected.",
            from: CHESHIRE_EAST,
        },
    ],
    not_known: "Empty is taken as no growth. The council’s SEN2 returns of the last years show what it was for each kind of place.",
};

pub(super) const TRANSITION_SHARE: Help = Help {
    means: "The share of these children who come to a natural decision point in a year, such as the move from primary to secondary. In the figures children move only then: nobody is taken out of a school in the middle of it.",
    typical: &[
        Typical {
            says: "England: 142,257 phase transfers due in 2026 of 718,838 plans, 19.8% a year. This is what a new row has.",
            from: PLANS_2026_WORKED,
        },
        Typical {
            says: "Why only then: pupils should not just be moved wholesale, so a changed practice is applied to those who join.",
            from: TRANSITIONS,
        },
    ],
    not_known: "Keep England’s 19.8%, and say so in the source.",
};

pub(super) const NEW_PLACES: Help = Help {
    means: "Extra places that will be there for children who move in, as totals so far: 40; 80 means 40 by the end of the first year and 80 from the second on. Where the places are fewer than the children, the others stay where they are and nothing is saved or spent for them.",
    typical: &[Typical {
        says: "Tameside’s forecast has its maintained special schools full after 122 and 77 more places; after that independent places grow.",
        from: TAMESIDE_PLACES,
    }],
    not_known: "Empty means that no limit is stated, and the figures then take places for granted; 0 means that there are none.",
};
