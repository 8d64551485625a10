//! A workshop of 28 judged cases on the first sample's table and baseline: what the speed of the
//! figures is measured on.

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::DraftEdit;
use dbv_case_review::review::judgement::{Answer, Ideal};
use dbv_case_review::review::perspective::Source;
use dbv_case_review::review::{Command, Review};
use dbv_case_review::store;

use super::world::{act, case_id, code, filled_form, text, whole_voice};

/// How many cases.
pub const CASES: usize = 28;

/// Where a child is, and where the panel and the parent see the ideal; the last two in turn.
const MOVES: &[[&str; 3]] = &[
    ["Mainstream", "ResourcedProvision", "StateSpecial"],
    ["StateSpecial", "Mainstream", "ResourcedProvision"],
    ["IndependentSpecialDay", "StateSpecial", "StateSpecial"],
    ["ResourcedProvision", "Mainstream", "Mainstream"],
    [
        "IndependentSpecialResidential",
        "IndependentSpecialDay",
        "StateSpecial",
    ],
    ["FurtherEducation", "Mainstream", "Other"],
    ["AlternativeProvision", "ResourcedProvision", "Mainstream"],
];

/// A review whose judgements can be changed one after the other.
pub struct Workshop {
    /// The review.
    pub review: Review,
    changes: usize,
}

impl Workshop {
    /// All cases recorded, each beside a parent.
    pub fn new() -> Self {
        let sample = include_str!("../../sample_reviews/first-steps.dbvreview");
        let setup = store::read_text(sample).unwrap().review.setup().clone();
        let review = Review::begin(setup, act(0, true)).unwrap();
        let mut workshop = Self { review, changes: 0 };
        for n in 0..CASES {
            let id = format!("C{:02}", n + 1);
            let [current, panel, parent] = MOVES[n % MOVES.len()];
            let mut file = CaseFile::new(case_id(&id), code(current));
            file.year_group = text("Year 6");
            workshop.apply(Command::AddCase(Box::new(file)));
            for command in whole_voice(&id, 1, Source::Interview, Some(parent)) {
                workshop.apply(command);
            }
            for command in filled_form(&id, Answer::NotIdeal, Some(panel)) {
                workshop.apply(command);
            }
            workshop.apply(Command::Record(case_id(&id)));
        }
        workshop
    }

    /// Changes the panel's ideal on the form of the next case and gives the command that records
    /// it.
    pub fn change(&mut self) -> Command {
        let (round, n) = (self.changes / CASES, self.changes % CASES);
        let [current, first, second] = MOVES[n % MOVES.len()];
        // Each change is one: never what stood there before.
        let to = match (round % 2, first == second) {
            (0, true) if current == "Other" => "Mainstream",
            (0, true) => "Other",
            (0, false) => second,
            _ => first,
        };
        self.changes += 1;
        let case = case_id(&format!("C{:02}", n + 1));
        self.apply(Command::EditDraft {
            case: case.clone(),
            edit: DraftEdit::Ideal(Some(Ideal::Provision(code(to)))),
        });
        Command::Record(case)
    }

    /// Changes the review; a change that is refused, or is none, would measure nothing.
    pub fn apply(&mut self, command: Command) {
        let n = self.review.history().entries().len();
        let applied = self.review.apply(command, act(n % 40_000, true)).unwrap();
        assert!(applied.entry.is_some());
    }
}
