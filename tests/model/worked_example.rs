//! The worked example of model.md §10, built from plain parts.

use dbv_case_review::projection::{CountedCase, Inputs};
use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::judgement::Condition;
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::stance::Stance::{
    self, Agrees, AgreesWithConditions, Disagrees, NoView,
};
use dbv_case_review::review::stance::StanceFrom;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::{
    Caseload, Growth, Horizon, Money, PerChild, PriceGrowth, Share, Tier,
};

pub const SEN_SUPPORT: usize = 0;
pub const MAINSTREAM: usize = 1;
pub const RESOURCED: usize = 2;
pub const STATE_SPECIAL: usize = 3;
pub const INDEPENDENT_DAY: usize = 4;
pub const FURTHER_EDUCATION: usize = 7;

pub fn money(value: f64) -> Money {
    Money::new(value).unwrap()
}

pub fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

pub fn row(code: &str, tier: u8, caseload: f64, cost: Option<f64>, growth: f64) -> Provision {
    let mut row = Provision::new(
        ProvisionCode::new(code).unwrap(),
        Text::new(code).unwrap(),
        Tier::new(tier).unwrap(),
    );
    row.caseload = Caseload::new(caseload).unwrap();
    row.unit_cost = cost.map(|cost| PerChild::new(cost).unwrap());
    row.growth = Growth::new(growth).unwrap();
    row
}

pub fn provisions() -> Vec<Provision> {
    let mut rows = vec![
        row("SenSupport", 0, 0.0, None, 0.0),
        row("Mainstream", 1, 1988.0, Some(8_662.0), 0.06),
        row("ResourcedProvision", 2, 166.0, Some(21_531.0), 0.03),
        row("StateSpecial", 3, 1041.0, Some(26_000.0), 0.03),
        row("IndependentSpecialDay", 4, 350.0, Some(61_203.0), 0.08),
        row(
            "IndependentSpecialResidential",
            5,
            59.0,
            Some(127_443.0),
            0.02,
        ),
        row("AlternativeProvision", 2, 80.0, Some(22_000.0), 0.0),
        row("FurtherEducation", 1, 863.0, Some(8_000.0), 0.05),
        row("Other", 2, 539.0, Some(12_000.0), 0.04),
    ];
    rows[STATE_SPECIAL].avoidable_cost = Some(PerChild::new(16_000.0).unwrap());
    rows
}

pub fn baseline() -> Baseline {
    let growth = |value| PriceGrowth::new(value).unwrap();
    let mut baseline = Baseline::starting("2024-25".parse().unwrap());
    baseline.horizon = Horizon::new(5).unwrap();
    baseline.inflation = growth(0.03);
    baseline.other_spend = money(9_200_000.0);
    baseline.allocation = money(89_000_000.0);
    baseline.allocation_growth = vec![growth(0.05), growth(0.03)];
    baseline.opening_balance = money(-21_400_000.0);
    baseline.investment = [400_000.0, 400_000.0, 200_000.0].map(money).to_vec();
    baseline.grant = vec![money(500_000.0); 2];
    baseline
}

/// A condition that is not in place today, of which nothing else is known.
pub fn not_in_place() -> Condition {
    Condition::new(Text::new("a teacher of the deaf").unwrap(), false)
}

/// A counted case that is neither blocked nor costs support; the number is given later.
pub fn case(
    current: usize,
    ideal: usize,
    stance: Stance,
    parents_ideal: Option<usize>,
) -> CountedCase {
    CountedCase {
        id: CaseId::new("C").unwrap(),
        current,
        ideal,
        support_cost: 0.0,
        unmet: Vec::new(),
        shifted: Vec::new(),
        parents_ideal,
        stance,
        stance_from: StanceFrom::Derived,
    }
}

/// The 28 counted cases, C01 to C28.
fn cases() -> Vec<CountedCase> {
    let mut cases = Vec::new();
    let mut add = |times: usize, case: CountedCase| {
        cases.extend(std::iter::repeat_n(case, times));
    };
    let supported = |support_cost, case: CountedCase| CountedCase {
        support_cost,
        ..case
    };
    let blocked = |case: CountedCase| CountedCase {
        unmet: vec![not_in_place()],
        ..case
    };
    let agreed = |from, to| case(from, to, Agrees, Some(to));
    let stays = |row| case(row, row, Agrees, Some(row));
    let (m, s, i) = (MAINSTREAM, STATE_SPECIAL, INDEPENDENT_DAY);

    add(2, blocked(supported(4_000.0, agreed(s, m))));
    add(3, case(s, m, Disagrees, Some(s)));
    let resourced = case(s, RESOURCED, AgreesWithConditions, Some(RESOURCED));
    add(1, blocked(resourced));
    add(3, stays(s));

    add(1, blocked(agreed(i, s)));
    add(3, case(i, m, Disagrees, Some(i)));
    add(2, stays(i));

    add(5, stays(m));
    add(1, case(m, m, Disagrees, Some(RESOURCED)));
    let with_conditions = case(m, m, AgreesWithConditions, Some(m));
    add(2, supported(3_000.0, with_conditions));
    add(1, agreed(m, s));
    add(1, case(m, SEN_SUPPORT, NoView, None));

    add(3, stays(FURTHER_EDUCATION));
    for (number, case) in cases.iter_mut().enumerate() {
        case.id = CaseId::new(format!("C{:02}", number + 1)).unwrap();
    }
    cases
}

/// The worked example.
pub fn worked_example() -> Inputs {
    Inputs::new(provisions(), baseline(), cases())
}
