//! What holds for whatever is recorded: findings and projection mean the same cases, shares add
//! up, and what does not count changes nothing.

use dbv_case_review::findings::{Findings, Group, Share};
use dbv_case_review::projection::{Draws, Inputs, project};
use dbv_case_review::review::Timestamp;
use dbv_case_review::review::case::{Case, Standing};
use dbv_case_review::review::judgement::{Answer, Draft, Ideal, Question};
use dbv_case_review::review::perspective::{ParentAnswer, Source};
use dbv_case_review::review::text::CaseId;
use dbv_case_review::review::units::PerChild;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::world::{case, code, findings, judged, judgement, rate, setup, text, voice};

const CODES: &[&str] = &["A", "B", "C", "D", "E", "F", "Nowhere"];
const TEXTS: &[&str] = &["Primary", "primary ", "Secondary", "n/a", "", "16+"];
const CAUSES: &[&str] = &["Late", "late", "State special schools full", "-"];

fn answer() -> impl Strategy<Value = Answer> {
    select(&Answer::ALL[..])
}

fn a_case() -> impl Strategy<Value = Case> {
    let places = (select(CODES), of(select(CODES)), answer(), answer());
    let parent = (
        select(&Source::ALL[..]),
        of(select(CODES)),
        select(&ParentAnswer::ALL[..]),
    );
    let ratings = (
        vec(prop_oneof![select(CODES), Just(""), Just("-")], 0..6),
        any::<bool>(),
    );
    let file = (select(TEXTS), select(TEXTS), of(0..100_000_u32));
    let form = (vec(select(CAUSES), 0..4), 0..5_u8);
    (places, vec(parent, 0..3), ratings, file, form).prop_map(
        |(places, parents, ratings, file, form)| {
            let (current, ideal, setting, support) = places;
            let mut case = case("C", current, current);
            let ideal = ideal.map_or(Ideal::CannotTell, |ideal| Ideal::Provision(code(ideal)));
            *judged(&mut case) = judgement(setting, ideal);
            judged(&mut case).support = support;
            judged(&mut case).root_causes = form.0.iter().map(|cause| text(cause)).collect();
            case.voices = parents
                .into_iter()
                .zip(1..)
                .map(|((source, ideal, answer), id)| {
                    let mut voice = voice(id, source, ideal);
                    voice.setting = Some(answer);
                    voice
                })
                .collect();
            rate(&mut case, &ratings.0);
            case.ratings.revealed = ratings.1.then_some(Timestamp::EPOCH);
            case.file.phase = text(file.0);
            case.file.primary_need = text(file.1);
            case.file.annual_cost = file.2.map(|cost| {
                // Not whole pounds, so that the order of a sum could show.
                PerChild::new(f64::from(cost) / 7.0).unwrap()
            });
            if form.1 == 0 {
                case.standing = Standing::Draft(judged(&mut case).to_draft());
            }
            case
        },
    )
}

fn some_cases() -> impl Strategy<Value = Vec<Case>> {
    vec(a_case(), 0..25).prop_map(|mut cases| {
        for (case, id) in cases.iter_mut().zip(1..) {
            case.file.id = CaseId::new(format!("C{id:02}")).unwrap();
        }
        cases
    })
}

fn whole(shares: &[&Share], n: usize) -> bool {
    shares.iter().all(|share| share.n() == n)
        && shares.iter().map(|share| share.k()).sum::<usize>() == n
}

/// Everything but the lists' order, which is that of the review, and how a word was first
/// written.
fn without_order(cases: &[Case]) -> String {
    let mut found = findings(cases);
    fn names<T>(groups: &mut [Group<T>]) {
        for group in groups {
            group.name = group.name.take().map(|name| text(&name.to_lowercase()));
        }
    }
    names(&mut found.outcomes.by_need);
    names(&mut found.outcomes.by_phase);
    names(&mut found.makeup.needs);
    names(&mut found.makeup.phases);
    for cause in &mut found.causes.named {
        cause.name = text(&cause.name.to_lowercase());
    }
    let told = format!("{found:?}");
    // Case numbers in a list, sorted: `[CaseId("C02"), CaseId("C01")]`.
    let sorted = told.split('[').map(|part| match part.split_once(']') {
        Some((list, rest)) if list.starts_with("CaseId") => {
            let mut ids: Vec<&str> = list.split(", ").collect();
            ids.sort_unstable();
            format!("{}]{rest}", ids.join(", "))
        }
        _ => part.to_owned(),
    });
    sorted.collect::<Vec<_>>().join("[")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn findings_and_projection_mean_the_same_cases(cases in some_cases()) {
        let found = findings(&cases);
        let inputs = Inputs::of(&setup(), &cases);
        let projection = project(&inputs, Draws { count: 100, seed: 1 });
        prop_assert_eq!(&found.tally, &inputs.tally);
        prop_assert_eq!(found.counted, projection.counted);
        let mut flowing = 0;
        for flow in &found.flows {
            flowing += flow.share.k();
            for id in flow.share.cases() {
                let case = projection.cases.iter().find(|case| case.id == *id).unwrap();
                prop_assert_eq!((&case.current, &case.ideal), (&flow.current, &flow.ideal));
                prop_assert_eq!(case.stands_for, flow.stands_for_each);
            }
        }
        prop_assert_eq!(flowing, found.counted);
        for count in &found.parents.stances {
            for id in count.share.cases() {
                let case = projection.cases.iter().find(|case| case.id == *id).unwrap();
                prop_assert_eq!(case.stance, count.stance);
            }
        }
        for id in &found.members.cases {
            prop_assert!(projection.cases.iter().any(|case| case.id == *id));
        }
    }

    #[test]
    fn every_case_is_somewhere_and_once(cases in some_cases()) {
        let found = findings(&cases);
        let complete = found.tally.complete;
        for question in Question::ALL {
            match found.outcomes.question(question) {
                None => prop_assert_eq!(complete, 0),
                Some(a) => prop_assert!(whole(&[&a.ideal, &a.not_ideal, &a.cannot_tell], complete)),
            }
        }
        let by_provision = found.outcomes.by_provision.iter().map(|one| one.1.n());
        prop_assert_eq!(by_provision.sum::<usize>(), complete);
        let by_need = found.outcomes.by_need.iter().map(|one| one.of.n());
        prop_assert_eq!(by_need.sum::<usize>(), complete);
        if let Some(moves) = &found.outcomes.moves {
            let shares: Vec<_> = moves.directions.iter().map(|one| &one.1).collect();
            prop_assert!(whole(&shares, found.counted));
        }
        if let Some(heard) = &found.heard.by_case {
            let shares = [&heard.spoke, &heard.papers_alone, &heard.not_heard];
            prop_assert!(whole(&shares, complete));
        }
        let stances: Vec<_> = found.parents.stances.iter().map(|one| &one.share).collect();
        prop_assert!(whole(&stances, found.counted));
        for count in &found.parents.stances {
            let apart = [
                &count.asked, &count.derived, &count.papers, &count.declined, &count.not_reached,
            ];
            let apart: usize = apart.into_iter().map(Vec::len).sum();
            prop_assert_eq!(apart, count.share.k());
        }
        for question in &found.parents.questions {
            let cells = question.cells.iter().map(|cell| cell.cases.len());
            prop_assert_eq!(cells.sum::<usize>(), complete);
        }
        let phases = found.makeup.phases.iter().map(|group| group.of.len());
        prop_assert_eq!(phases.sum::<usize>(), found.counted);
    }

    #[test]
    fn drafts_and_secret_ratings_change_nothing(cases in some_cases()) {
        let all = findings(&cases);
        let mut bare: Vec<Case> = Vec::new();
        for case in &cases {
            if case.complete().is_none() {
                continue;
            }
            let mut case = case.clone();
            if case.ratings.revealed.is_none() {
                case.ratings.given.clear();
            }
            // What is being changed on the form does not count until it is recorded.
            if let Standing::Recorded { changes, .. } = &mut case.standing {
                *changes = Some(Draft {
                    setting: Some(Answer::NotIdeal),
                    ideal: Some(Ideal::Provision(code("F"))),
                    root_causes: vec![text("Another")],
                    ..Draft::default()
                });
            }
            bare.push(case);
        }
        let drafts = cases.len() - bare.len();
        let mut without = findings(&bare);
        prop_assert_eq!((all.tally.drafts, without.tally.drafts), (drafts, 0));
        without.tally = all.tally.clone();
        prop_assert_eq!(all, without);
    }

    #[test]
    fn the_order_in_the_file_changes_no_figure(
        cases in some_cases(),
        order in Just((0..25_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let other: Vec<Case> = order.iter().filter_map(|at| cases.get(*at)).cloned().collect();
        prop_assert_eq!(without_order(&cases), without_order(&other));
    }

    #[test]
    fn the_seed_changes_the_interval_of_alpha_alone(cases in some_cases(), seed: u64) {
        let mut setup = setup();
        let first = Findings::of(&setup, &cases);
        setup.seed = seed;
        let mut second = Findings::of(&setup, &cases);
        if let (Ok(one), Ok(other)) = (&first.members.alpha, &mut second.members.alpha) {
            prop_assert_eq!(one.value, other.value);
            other.interval = one.interval;
        }
        prop_assert_eq!(first, second);
    }
}
