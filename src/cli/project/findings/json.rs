//! The findings in `project --format json`: the key `findings`. A share is always k, n, the share
//! itself, both ends of its 90% interval and the cases behind k; what cannot be said is null.

use serde::Serialize;

use super::super::plain;
use super::codes::{parents_answer, why_not};
use crate::exchange::{
    answer_code as answer, source_code as source, speaker_code as speaker, stance_code,
};
use crate::findings::{
    Answers, Direction, Findings, Flow, Group, Members, Moves, ProvisionMakeup, Share, SideBySide,
    StanceCount,
};
use crate::review::judgement::Answer;
use crate::review::text::{CaseId, ProvisionCode};

#[derive(Serialize)]
pub(in crate::cli::project) struct FindingsPart<'a> {
    outcomes: OutcomesPart<'a>,
    flows: Vec<FlowPart<'a>>,
    root_causes: CausesPart<'a>,
    agreement: AgreementPart<'a>,
    representativeness: MakeupPart<'a>,
    heard: HeardPart<'a>,
}

#[derive(Serialize)]
struct S<'a> {
    k: usize,
    n: usize,
    share: f64,
    low: f64,
    high: f64,
    cases: &'a [CaseId],
}

impl<'a> S<'a> {
    fn of(share: &'a Share) -> Self {
        let (low, high) = share.interval();
        Self {
            k: share.k(),
            n: share.n(),
            share: share.value(),
            low,
            high,
            cases: share.cases(),
        }
    }
}

#[derive(Serialize)]
struct OutcomesPart<'a> {
    questions: Vec<AnswersPart<'a>>,
    setting_by_provision: Vec<AnswersPart<'a>>,
    setting_by_need: Vec<AnswersPart<'a>>,
    setting_by_phase: Vec<AnswersPart<'a>>,
    moves: Option<MovesPart<'a>>,
}

/// Answers to a question or of a group, under the key that says of what.
#[derive(Serialize)]
struct AnswersPart<'a> {
    #[serde(flatten)]
    of: Of<'a>,
    ideal: Option<S<'a>>,
    not_ideal: Option<S<'a>>,
    cannot_tell: Option<S<'a>>,
}

/// What a row is of; null = not stated.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Of<'a> {
    Question(&'static str),
    Provision(&'a ProvisionCode),
    Need(Option<&'a str>),
    Phase(Option<&'a str>),
}

impl<'a> AnswersPart<'a> {
    fn of(of: Of<'a>, answers: Option<&'a Answers>) -> Self {
        let share = |answer| answers.map(|answers| S::of(answers.share(answer)));
        Self {
            of,
            ideal: share(Answer::Ideal),
            not_ideal: share(Answer::NotIdeal),
            cannot_tell: share(Answer::CannotTell),
        }
    }
}

#[derive(Serialize)]
struct MovesPart<'a> {
    less_specialist: Option<S<'a>>,
    more_specialist: Option<S<'a>>,
    same_tier: Option<S<'a>>,
    stays: Option<S<'a>>,
    wrong_school: S<'a>,
}

impl<'a> MovesPart<'a> {
    fn of(moves: &'a Moves) -> Self {
        let share = |wanted| {
            let mut all = moves.directions.iter();
            let found = all.find(|(direction, _)| *direction == wanted);
            found.map(|(_, share)| S::of(share))
        };
        Self {
            less_specialist: share(Direction::LessSpecialist),
            more_specialist: share(Direction::MoreSpecialist),
            same_tier: share(Direction::SameTier),
            stays: share(Direction::Stays),
            wrong_school: S::of(&moves.wrong_school),
        }
    }
}

#[derive(Serialize)]
struct FlowPart<'a> {
    current: &'a ProvisionCode,
    ideal: &'a ProvisionCode,
    share: S<'a>,
    stands_for_each: f64,
    stands_for: f64,
}

#[derive(Serialize)]
struct CausesPart<'a> {
    named: Vec<CausePart<'a>>,
    none_named: Option<S<'a>>,
}

#[derive(Serialize)]
struct CausePart<'a> {
    cause: &'a str,
    share: S<'a>,
}

#[derive(Serialize)]
struct AgreementPart<'a> {
    members: MembersPart<'a>,
    parents: ParentsPart<'a>,
}

#[derive(Serialize)]
struct MembersPart<'a> {
    alpha: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    /// Why a figure before it is null.
    why_not: Option<&'static str>,
    cases: &'a [CaseId],
    ratings: usize,
    all_agree: Option<S<'a>>,
    corrected: &'a [CaseId],
}

impl<'a> MembersPart<'a> {
    fn of(members: &'a Members) -> Self {
        let alpha = members.alpha;
        let interval = alpha.and_then(|alpha| alpha.interval);
        Self {
            alpha: alpha.ok().map(|alpha| plain(alpha.value)),
            low: interval.ok().map(|ends| plain(ends.low)),
            high: interval.ok().map(|ends| plain(ends.high)),
            why_not: interval.err().map(why_not),
            cases: &members.cases,
            ratings: members.ratings,
            all_agree: members.all_agree.as_ref().map(S::of),
            corrected: &members.corrected,
        }
    }
}

#[derive(Serialize)]
struct ParentsPart<'a> {
    stances: Vec<StancePart<'a>>,
    questions: Vec<QuestionPart<'a>>,
}

#[derive(Serialize)]
struct StancePart<'a> {
    stance: &'static str,
    share: S<'a>,
    asked: &'a [CaseId],
    derived: &'a [CaseId],
    papers: &'a [CaseId],
    declined: &'a [CaseId],
    not_reached: &'a [CaseId],
}

impl<'a> StancePart<'a> {
    fn of(count: &'a StanceCount) -> Self {
        Self {
            stance: stance_code(count.stance),
            share: S::of(&count.share),
            asked: &count.asked,
            derived: &count.derived,
            papers: &count.papers,
            declined: &count.declined,
            not_reached: &count.not_reached,
        }
    }
}

#[derive(Serialize)]
struct QuestionPart<'a> {
    question: &'static str,
    cells: Vec<CellPart<'a>>,
    same: Option<S<'a>>,
}

impl<'a> QuestionPart<'a> {
    fn of(question: &'a SideBySide) -> Self {
        let cells = question.cells.iter().map(|cell| CellPart {
            panel: answer(cell.panel),
            parents: parents_answer(cell.parents),
            cases: &cell.cases,
        });
        Self {
            question: question.question.word(),
            cells: cells.collect(),
            same: question.same.as_ref().map(S::of),
        }
    }
}

#[derive(Serialize)]
struct CellPart<'a> {
    panel: &'static str,
    parents: &'static str,
    cases: &'a [CaseId],
}

#[derive(Serialize)]
struct MakeupPart<'a> {
    provisions: Vec<ProvisionPart<'a>>,
    overall: OverallPart<'a>,
    phases: Vec<GroupPart<'a>>,
    needs: Vec<GroupPart<'a>>,
}

#[derive(Serialize)]
struct ProvisionPart<'a> {
    provision: &'a ProvisionCode,
    caseload: f64,
    counted: &'a [CaseId],
    mean_annual_cost: Option<f64>,
    stating: &'a [CaseId],
    unit_cost: Option<f64>,
}

impl<'a> ProvisionPart<'a> {
    fn of(row: &'a ProvisionMakeup) -> Self {
        let stated = row.stated.as_ref();
        Self {
            provision: &row.code,
            caseload: row.caseload,
            counted: &row.cases,
            mean_annual_cost: stated.map(|stated| stated.mean),
            stating: stated.map_or(&[], |stated| &stated.cases),
            unit_cost: row.unit_cost,
        }
    }
}

#[derive(Serialize)]
struct OverallPart<'a> {
    mean_annual_cost: Option<f64>,
    stating: &'a [CaseId],
    unit_cost: Option<f64>,
}

#[derive(Serialize)]
struct GroupPart<'a> {
    #[serde(flatten)]
    of: Of<'a>,
    cases: &'a [CaseId],
}

#[derive(Serialize)]
struct HeardPart<'a> {
    sources: Vec<SourcePart<'a>>,
    speakers: Vec<SpeakerPart<'a>>,
    cases: Option<ByCasePart<'a>>,
}

#[derive(Serialize)]
struct SourcePart<'a> {
    source: &'static str,
    voices: &'a [CaseId],
}

#[derive(Serialize)]
struct SpeakerPart<'a> {
    speaker: &'static str,
    voices: &'a [CaseId],
}

#[derive(Serialize)]
struct ByCasePart<'a> {
    spoke: S<'a>,
    papers_alone: S<'a>,
    not_heard: S<'a>,
}

/// The findings for scripts.
pub(in crate::cli::project) fn part(findings: &Findings) -> FindingsPart<'_> {
    let causes = &findings.causes;
    FindingsPart {
        outcomes: outcomes(findings),
        flows: findings.flows.iter().map(flow).collect(),
        root_causes: CausesPart {
            named: causes
                .named
                .iter()
                .map(|cause| CausePart {
                    cause: &cause.name,
                    share: S::of(&cause.share),
                })
                .collect(),
            none_named: causes.none_named.as_ref().map(S::of),
        },
        agreement: AgreementPart {
            members: MembersPart::of(&findings.members),
            parents: ParentsPart {
                stances: findings
                    .parents
                    .stances
                    .iter()
                    .map(StancePart::of)
                    .collect(),
                questions: findings
                    .parents
                    .questions
                    .iter()
                    .map(QuestionPart::of)
                    .collect(),
            },
        },
        representativeness: makeup(findings),
        heard: heard(findings),
    }
}

fn outcomes(findings: &Findings) -> OutcomesPart<'_> {
    let outcomes = &findings.outcomes;
    OutcomesPart {
        questions: outcomes
            .questions
            .iter()
            .map(|one| AnswersPart::of(Of::Question(one.question.word()), one.answers.as_ref()))
            .collect(),
        setting_by_provision: outcomes
            .by_provision
            .iter()
            .map(|(code, answers)| AnswersPart::of(Of::Provision(code), Some(answers)))
            .collect(),
        setting_by_need: by_text(&outcomes.by_need, Of::Need),
        setting_by_phase: by_text(&outcomes.by_phase, Of::Phase),
        moves: outcomes.moves.as_ref().map(MovesPart::of),
    }
}

fn by_text<'a>(
    groups: &'a [Group<Answers>],
    of: fn(Option<&'a str>) -> Of<'a>,
) -> Vec<AnswersPart<'a>> {
    groups
        .iter()
        .map(|group| AnswersPart::of(of(group.name.as_deref()), Some(&group.of)))
        .collect()
}

fn flow(flow: &Flow) -> FlowPart<'_> {
    FlowPart {
        current: &flow.current,
        ideal: &flow.ideal,
        share: S::of(&flow.share),
        stands_for_each: flow.stands_for_each,
        stands_for: flow.stands_for(),
    }
}

fn makeup(findings: &Findings) -> MakeupPart<'_> {
    let makeup = &findings.makeup;
    let stated = makeup.stated.as_ref();
    MakeupPart {
        provisions: makeup.provisions.iter().map(ProvisionPart::of).collect(),
        overall: OverallPart {
            mean_annual_cost: stated.map(|stated| stated.mean),
            stating: stated.map_or(&[], |stated| &stated.cases),
            unit_cost: makeup.table,
        },
        phases: counts(&makeup.phases, Of::Phase),
        needs: counts(&makeup.needs, Of::Need),
    }
}

fn counts<'a>(
    groups: &'a [Group<Vec<CaseId>>],
    of: fn(Option<&'a str>) -> Of<'a>,
) -> Vec<GroupPart<'a>> {
    groups
        .iter()
        .map(|group| GroupPart {
            of: of(group.name.as_deref()),
            cases: &group.of,
        })
        .collect()
}

fn heard(findings: &Findings) -> HeardPart<'_> {
    let heard = &findings.heard;
    HeardPart {
        sources: heard
            .sources
            .iter()
            .map(|how| SourcePart {
                source: source(how.source),
                voices: &how.voices,
            })
            .collect(),
        speakers: heard
            .speakers
            .iter()
            .map(|whom| SpeakerPart {
                speaker: speaker(whom.speaker),
                voices: &whom.voices,
            })
            .collect(),
        cases: heard.by_case.as_ref().map(|cases| ByCasePart {
            spoke: S::of(&cases.spoke),
            papers_alone: S::of(&cases.papers_alone),
            not_heard: S::of(&cases.not_heard),
        }),
    }
}
