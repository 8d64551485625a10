//! From real cases to what counts (model.md §1), against the page read a second time: drafts,
//! undecided and blocked ones, several parents who see it differently, papers, who was asked.

use proptest::prelude::*;

use dbv_case_review::projection::Inputs;
use dbv_case_review::review::Timestamp;
use dbv_case_review::review::case::{Case, Standing};
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::judgement::{
    Answer, Asked, Condition, Ideal, Judgement, Matter, Payer, Stamp, SupportCost,
};
use dbv_case_review::review::perspective::{
    Attempt, ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use dbv_case_review::review::setup::Setup;
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::PerChild;

use super::exact::differences;
use super::reference::counting::{Counted, counted};
use super::worked_example::{baseline, provisions};

/// Codes that cases and parents name; the last is not in the table.
const CODES: [&str; 5] = [
    "Mainstream",
    "ResourcedProvision",
    "StateSpecial",
    "IndependentSpecialDay",
    "Boarding",
];

fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

fn code() -> impl Strategy<Value = ProvisionCode> {
    let codes = prop_oneof![9 => 0usize..4, 1 => Just(4)];
    codes.prop_map(|at| ProvisionCode::new(CODES[at]).unwrap())
}

fn one_of<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = T> + use<T> {
    proptest::sample::select(all.to_vec())
}

fn judgement() -> impl Strategy<Value = Judgement> {
    let ideal = prop_oneof![
        6 => code().prop_map(Ideal::Provision),
        1 => Just(Ideal::CannotTell),
    ];
    let answer = prop_oneof![6 => Just(Answer::NotIdeal), 1 => Just(Answer::CannotTell)];
    let cost = (0.0..9_000.0, one_of(&Payer::ALL)).prop_map(|(per_year, payer)| SupportCost {
        per_year: PerChild::new(per_year).unwrap(),
        payer,
    });
    let condition = any::<bool>().prop_map(|in_place| Condition::new(text("training"), in_place));
    (
        answer,
        ideal,
        proptest::collection::vec(cost, 0..3),
        proptest::collection::vec(condition, 0..3),
    )
        .prop_map(|(setting, ideal, support_costs, conditions)| {
            let stamp = Stamp {
                at: Timestamp::EPOCH,
                money_visible: Some(false),
            };
            Judgement {
                setting,
                support: Answer::CannotTell,
                timeliness: Answer::CannotTell,
                ideal,
                reasoning: text("They would manage there."),
                conditions,
                support_costs,
                root_causes: Vec::new(),
                confidence: None,
                dissent: Vec::new(),
                less_than_plan: None,
                first_recorded: stamp,
                last_changed: stamp,
            }
        })
}

/// A voice, whole but for one in eight, and what it was asked: about this judgement, or about one
/// that has changed since.
#[derive(Clone, Debug)]
struct Voice {
    perspective: Perspective,
    asked: Option<(Stance, bool)>,
}

fn voice() -> impl Strategy<Value = Voice> {
    let ideal = prop_oneof![
        4 => code().prop_map(ParentIdeal::Provision),
        1 => Just(ParentIdeal::NotStated),
    ];
    let asked = proptest::option::weighted(0.3, (one_of(&Stance::ALL), any::<bool>()));
    (one_of(&Source::ALL), ideal, 1u8..=20, asked, 0u8..8).prop_map(
        |(source, ideal, day, asked, whole)| {
            let mut voice = Perspective::new(VoiceId(1));
            voice.speaker = (whole != 0).then_some(Speaker::Mother);
            voice.source = Some(source);
            voice.words = text("She is settled where she is.");
            voice.setting = Some(ParentAnswer::NotStated);
            voice.support = Some(ParentAnswer::NotStated);
            voice.timeliness = Some(ParentAnswer::NotStated);
            voice.ideal = Some(ideal);
            let date = format!("2026-05-{day:02}").parse().unwrap();
            voice.date = Some(date);
            let attempt = Attempt {
                on: Some(date),
                how: text("telephone"),
                by: text("caseworker"),
            };
            voice.attempts = vec![attempt; 2];
            Voice {
                perspective: voice,
                asked,
            }
        },
    )
}

fn recorded() -> impl Strategy<Value = Case> {
    let voices = proptest::collection::vec(voice(), 0..4);
    let draft = prop_oneof![8 => Just(false), 1 => Just(true)];
    (code(), judgement(), voices, draft).prop_map(|(current, judgement, voices, draft)| {
        let mut case = Case::new(CaseFile::new(CaseId::new("C").unwrap(), current));
        let other = Matter {
            ideal: Ideal::CannotTell,
            conditions: Vec::new(),
        };
        case.voices = (1..)
            .zip(voices)
            .map(|(number, voice)| Perspective {
                id: VoiceId(number),
                asked: voice.asked.map(|(stance, this)| Asked {
                    stance,
                    on: "2026-06-01".parse().unwrap(),
                    about: if this {
                        judgement.matter()
                    } else {
                        other.clone()
                    },
                }),
                ..voice.perspective
            })
            .collect();
        case.standing = if draft {
            Standing::Draft(judgement.to_draft())
        } else {
            Standing::Recorded {
                judgement,
                changes: None,
            }
        };
        case
    })
}

fn cases() -> impl Strategy<Value = Vec<Case>> {
    proptest::collection::vec(recorded(), 90).prop_map(|mut cases| {
        for (number, case) in cases.iter_mut().enumerate() {
            // Numbers in an order of their own.
            case.file.id = CaseId::new(format!("C{:03}", number * 37 % 101)).unwrap();
        }
        cases
    })
}

fn as_the_page(inputs: &Inputs, cases: &[Case]) -> Vec<Counted> {
    let code = |row: usize| inputs.provisions[row].code.to_string();
    let of = |case: &Case| {
        let id = case.id();
        if inputs.tally.undecided.contains(id) {
            return Counted::Undecided;
        }
        if inputs.tally.not_in_table.contains(id) {
            return Counted::NotInTable;
        }
        let counted = inputs.cases.iter().find(|counted| counted.id == *id);
        counted.map_or(Counted::Draft, |counted| Counted::As {
            from: code(counted.current),
            ideal: code(counted.ideal),
            support: counted.support_cost,
            shifted: counted.shifted.iter().map(|cost| cost.per_year.get()).sum(),
            blocked: counted.is_blocked(),
            stance: counted.stance,
            parents: counted.parents_ideal.map(code),
        })
    };
    cases.iter().map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn real_cases_count_as_the_page_says(cases in cases()) {
        let mut setup = Setup::new(text("Review"), text("Council"), "2024-25".parse().unwrap());
        setup.provisions = provisions();
        setup.baseline = baseline();
        let inputs = Inputs::of(&setup, &cases);
        let codes: Vec<&str> = setup.provisions.iter().map(|row| row.code.as_str()).collect();
        let page: Vec<Counted> = cases.iter().map(|case| counted(case, &codes)).collect();
        prop_assert_eq!(as_the_page(&inputs, &cases), &page[..]);
        let drafts = page.iter().filter(|counted| **counted == Counted::Draft).count();
        let tally = &inputs.tally;
        prop_assert_eq!((tally.cases, tally.drafts), (cases.len(), drafts));
        prop_assert_eq!(tally.complete, cases.len() - drafts);
        // Of ninety, some are undecided and some are blocked: every run has seen them.
        prop_assert!(!tally.undecided.is_empty() && drafts > 0);
        prop_assert!(inputs.cases.iter().any(|case| case.is_blocked() && case.current != case.ideal));
        let found = differences(&inputs);
        prop_assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
