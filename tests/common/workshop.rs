//! Invented reviews of any number of cases: what the speed of the figures is measured on.
//!
//! **What is invented.** Ten rows, one of unknown cost (SEN support without a plan), two with an
//! avoidable cost below the unit cost, so that places are used again; a horizon of five years. The
//! children are in the rows in proportion to [`PLACED`]. Of them about half would move, mostly to
//! a less specialist place; of the parents two thirds see the ideal where the panel does, the
//! others where the child is, in another row, or do not say; one stance in twelve was asked
//! ("agrees with conditions"). A quarter of those who move meet a condition that is not in place.
//! A third of the children need extra support at the high needs block's cost, half of these at
//! a round figure, the others at one of their own.
//!
//! Cases are numbered and everything about a case follows from its number by [`mixed`], so that
//! `benches/numpy_bootstrap.py` can invent the same.

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, ImportedCase};
use dbv_case_review::review::judgement::{
    Answer, Condition, Draft, Ideal, Payer, Question, SupportCost,
};
use dbv_case_review::review::perspective::{
    ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::setup::Setup;
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::units::{Caseload, Growth, Horizon, PerChild, Tier};
use dbv_case_review::review::{Command, Review};

use super::world::{WORDS, act, case_id, code, date, text};

/// A workshop's cases.
pub const WORKSHOP: usize = 28;
/// The whole national programme's.
pub const PROGRAMME: usize = 1_650;
/// As many as a review may hold.
pub const FULL: usize = 5_000;

/// Code, tier, caseload, £ a year, £ that stop being paid, growth.
type Row = (&'static str, u8, f64, Option<f64>, Option<f64>, f64);

const TABLE: [Row; 10] = [
    ("SenSupport", 0, 0.0, None, None, 0.0),
    ("Mainstream", 1, 1988.0, Some(8_662.0), None, 0.06),
    (
        "ResourcedProvision",
        2,
        166.0,
        Some(21_531.0),
        Some(15_531.0),
        0.03,
    ),
    (
        "StateSpecial",
        3,
        1041.0,
        Some(26_000.0),
        Some(16_000.0),
        0.03,
    ),
    (
        "IndependentSpecialDay",
        4,
        350.0,
        Some(61_203.0),
        None,
        0.08,
    ),
    (
        "IndependentSpecialResidential",
        5,
        59.0,
        Some(127_443.0),
        None,
        0.02,
    ),
    ("AlternativeProvision", 2, 80.0, Some(22_000.0), None, 0.0),
    ("FurtherEducation", 1, 863.0, Some(8_000.0), None, 0.05),
    ("EarlyYears", 1, 120.0, Some(6_500.0), None, 0.02),
    ("Other", 2, 539.0, Some(12_000.0), None, 0.04),
];
/// Of a hundred children, those in a row and in the rows before it.
const PLACED: [u32; 10] = [2, 37, 45, 68, 80, 84, 88, 94, 97, 100];
/// Where those who move from a row would go: mostly, and else.
const IDEALS: [[usize; 2]; 10] = [
    [1, 2],
    [2, 0],
    [1, 3],
    [1, 2],
    [3, 1],
    [4, 3],
    [1, 2],
    [9, 3],
    [1, 2],
    [1, 3],
];

/// A number that follows from a case's number and a question about it, and looks like chance.
const fn mixed(case: u32, question: u32) -> u32 {
    let mut x = case.wrapping_mul(0x9E37_79B1) ^ question.wrapping_mul(0x85EB_CA77);
    x ^= x >> 15;
    x = x.wrapping_mul(0x2C1B_3C6D);
    x ^= x >> 12;
    x = x.wrapping_mul(0x297A_2D39);
    x ^ x >> 15
}

/// What is true of an invented case.
struct Invented {
    current: usize,
    ideal: usize,
    parents_ideal: Option<usize>,
    with_conditions: bool,
    blocked: bool,
    support: u32,
}

impl Invented {
    fn of(case: u32) -> Self {
        let of_hundred = |question| mixed(case, question) % 100;
        let placed = of_hundred(1);
        let current = PLACED.iter().filter(|&&up_to| placed >= up_to).count();
        let ideal = match of_hundred(2) {
            0..40 => IDEALS[current][0],
            40..50 => IDEALS[current][1],
            _ => current,
        };
        let parents_ideal = match of_hundred(3) {
            0..65 => Some(ideal),
            65..85 => Some(current),
            85..92 => Some((current + 1) % TABLE.len()),
            _ => None,
        };
        let support = match of_hundred(4) {
            0..17 => 1_000 * (1 + mixed(case, 5) % 5),
            17..34 => 500 + mixed(case, 5) % 9_000,
            _ => 0,
        };
        Self {
            current,
            ideal,
            parents_ideal,
            with_conditions: of_hundred(6) < 8,
            blocked: ideal != current && of_hundred(7) < 25,
            support,
        }
    }

    fn imported(&self, id: &str) -> ImportedCase {
        let code_of = |row: usize| code(TABLE[row].0);
        let mut file = CaseFile::new(case_id(id), code_of(self.current));
        file.year_group = text("Year 6");
        file.pen_portrait = text(WORDS[0]);
        let mut voice = Perspective::new(VoiceId(1));
        voice.speaker = Some(Speaker::Mother);
        voice.source = Some(Source::Interview);
        voice.words = text(WORDS[2]);
        voice.setting = Some(ParentAnswer::NotStated);
        voice.support = Some(ParentAnswer::NotStated);
        voice.timeliness = Some(ParentAnswer::NotStated);
        voice.ideal = Some(self.parents_ideal.map_or(ParentIdeal::NotStated, |row| {
            ParentIdeal::Provision(code_of(row))
        }));
        voice.date = Some(date("2026-05-14"));
        let mut draft = Draft {
            setting: Some(if self.ideal == self.current {
                Answer::Ideal
            } else {
                Answer::NotIdeal
            }),
            support: Some(Answer::NotIdeal),
            timeliness: Some(Answer::CannotTell),
            ideal: Some(Ideal::Provision(code_of(self.ideal))),
            reasoning: text(WORDS[1]),
            ..Draft::default()
        };
        if self.blocked {
            draft.conditions = vec![Condition::new(text("A place is free"), false)];
        }
        if self.support > 0 {
            draft.support_costs = vec![SupportCost {
                per_year: PerChild::new(f64::from(self.support)).unwrap(),
                payer: Payer::HighNeeds,
            }];
        }
        let asked = (Stance::AgreesWithConditions, date("2026-11-20"));
        ImportedCase {
            file,
            voices: vec![voice],
            draft,
            asked: self.with_conditions.then_some(asked),
        }
    }
}

fn setup() -> Setup {
    let mut setup = super::world::setup();
    setup.baseline.horizon = Horizon::new(5).unwrap();
    setup.provisions = TABLE
        .into_iter()
        .map(|(name, tier, caseload, cost, avoidable, growth)| {
            let mut row = Provision::new(code(name), text(name), Tier::new(tier).unwrap());
            row.caseload = Caseload::new(caseload).unwrap();
            row.unit_cost = cost.map(|cost| PerChild::new(cost).unwrap());
            row.avoidable_cost = avoidable.map(|cost| PerChild::new(cost).unwrap());
            row.growth = Growth::new(growth).unwrap();
            row
        })
        .collect();
    setup
}

/// An invented review whose judgements can be changed one after the other.
pub struct Workshop {
    /// The review.
    pub review: Review,
    cases: usize,
    changes: usize,
}

impl Workshop {
    /// This many cases, all judged.
    pub fn of(cases: usize) -> Self {
        let review = Review::begin(setup(), act(0, true)).unwrap();
        let mut workshop = Self {
            review,
            cases,
            changes: 0,
        };
        let cases = (1..=cases).map(|n| Invented::of(n as u32).imported(&number(n)));
        workshop.apply(Command::Import(cases.collect()));
        workshop
    }

    /// Changes the panel's ideal on the form of the next case and gives the command that records
    /// it.
    pub fn change(&mut self) -> Command {
        let (round, n) = (self.changes / self.cases, self.changes % self.cases);
        self.changes += 1;
        let Invented { current, ideal, .. } = Invented::of(n as u32 + 1);
        // There and back again: never what stood there before.
        let others = IDEALS[current];
        let other = if others[0] == ideal {
            others[1]
        } else {
            others[0]
        };
        let to = if round % 2 == 0 { other } else { ideal };
        let case = case_id(&number(n + 1));
        let setting = if to == current {
            Answer::Ideal
        } else {
            Answer::NotIdeal
        };
        for edit in [
            DraftEdit::Answer(Question::Setting, Some(setting)),
            DraftEdit::Ideal(Some(Ideal::Provision(code(TABLE[to].0)))),
        ] {
            let n = self.review.history().entries().len();
            let case = case.clone();
            let edit = Command::EditDraft { case, edit };
            self.review.apply(edit, act(n % 40_000, true)).unwrap();
        }
        Command::Record(case)
    }

    /// Changes the review; a change that is refused, or is none, would measure nothing.
    pub fn apply(&mut self, command: Command) {
        let n = self.review.history().entries().len();
        let applied = self.review.apply(command, act(n % 40_000, true)).unwrap();
        assert!(applied.entry.is_some());
    }
}

fn number(n: usize) -> String {
    format!("C{n:04}")
}
