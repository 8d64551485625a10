//! A county's three workshops, made as they would have gone: the file prepared and the parents
//! heard beforehand, then case by case what members first thought, what the panel agreed and what
//! it recorded, without money; costs after the reveal; a few parents asked in July.

use chrono::{DateTime, TimeDelta, Utc};
use dbv_case_review::review::Review;
use dbv_case_review::review::command::{Command, DraftEdit, ImportedCase, SetupEdit, VoiceEdit};
use dbv_case_review::review::judgement::{Answer, Condition, Draft, Question};
use dbv_case_review::review::law::LessThanPlan;
use dbv_case_review::review::panel::{Member, MemberId};
use dbv_case_review::review::perspective::{Perspective, Source, VoiceId};
use dbv_case_review::review::ratings::{RatedIdeal, Rating};
use dbv_case_review::review::setup::{Definition, MoneyRule};
use dbv_case_review::review::text::{CaseId, Text};

use super::beside;
use super::making::{Desk, Sample, Tables, moment, text};
use super::papers::{PANEL, Papers};
use super::prepared;

/// The sample.
pub const WEST_MARSH: Sample = Sample {
    name: "west-marsh",
    make,
};

/// The workshops: the day, and the first and last case of it.
const WORKSHOPS: [(&str, usize, usize); 3] = [
    ("2026-06-09", 1, 9),
    ("2026-06-16", 10, 20),
    ("2026-06-23", 21, 28),
];
/// Minutes for each case.
const SLOT: i64 = 15;
/// Cases after which there is a break, and its minutes.
const BREAK: (usize, i64) = (5, 15);
/// Minutes of a slot in which the file is read, before anybody rates.
const READING: i64 = 5;

const DEFINITION: &str = "A place where this child is safe, known and liked, learns what matters to \
    them, and has friends within reach of home; with the help that they need, from people who know \
    how to give it, before it is too late to matter. We judge as if what is missing in West Marsh \
    today could be there, and say what that is.";
fn make(tables: &Tables) -> Review {
    let mut setup = tables.setup(
        "West Marsh: 28 case files",
        "West Marsh (invented)",
        "2025-26",
    );
    setup.note = text(
        "Invented: every child, family, word and date in this sample, and West Marsh itself. Where \
         the figures come from stands in its README.",
    );
    prepared::with_sources(tables, &mut setup.provisions, &mut setup.baseline);
    let cases = tables.cases(&setup);
    let further = tables.further_voices(&setup);
    let papers = Papers::read(tables);
    let mut desk = Desk::begin(setup, "2026-05-11T08:40:00Z", 30);
    prepare(&mut desk, &cases, &further);
    beside::more_of_parents(&mut desk, tables);
    let [practice] = &tables.practice(desk.review().setup())[..] else {
        panic!("one case is for practice");
    };
    add_practice(&mut desk, practice);
    for (day, first, last) in WORKSHOPS {
        workshop(&mut desk, &cases[first - 1..last], &papers, tables, day);
    }
    reveal_money(&mut desk, &cases, &papers);
    ask_parents(&mut desk, &cases);
    desk.end()
}

/// Before the panel meets: who chose the cases, who comes, the files, and what parents said.
fn prepare(desk: &mut Desk, cases: &[ImportedCase], further: &[ImportedCase]) {
    desk.typed(Command::Setup(SetupEdit::Purpose(text(prepared::PURPOSE))));
    let days = WORKSHOPS.map(|(day, ..)| day.parse().unwrap());
    desk.typed(Command::Setup(SetupEdit::MeetsOn(days.to_vec())));
    desk.typed(Command::Setup(SetupEdit::Selection(prepared::selection())));
    let members = PANEL.into_iter().zip(prepared::ORGANISATIONS);
    for (((_, role, detail), organisation), id) in members.zip(1..) {
        desk.typed(Command::Setup(SetupEdit::PutMember(Member {
            id: MemberId(id),
            role,
            detail: text(detail),
            organisation: Some(organisation),
        })));
    }
    desk.wait_until(moment("2026-06-08T13:10:00Z"));
    // What the panel judged, and whoever comes to speak in the room, is not in the file yet.
    let only_heard = |case: &ImportedCase| ImportedCase {
        file: case.file.clone(),
        voices: case
            .voices
            .iter()
            .filter(|v| !in_room(v))
            .cloned()
            .collect(),
        draft: Draft::default(),
        asked: None,
    };
    desk.imported(cases.iter().map(only_heard).collect());
    for one in further {
        one.voices
            .iter()
            .for_each(|voice| hear(desk, &one.file.id, voice));
    }
    // A glove puppet, and what a boy makes of "generic": looked at, and nobody's name.
    for passage in ["Puppet", "Eric"] {
        desk.typed(Command::Setup(SetupEdit::KeepPassage(text(passage))));
    }
}

fn in_room(voice: &Perspective) -> bool {
    voice.source == Some(Source::InTheRoom)
}

/// Types in what a parent said, as the next voice of the case.
fn hear(desk: &mut Desk, id: &CaseId, said: &Perspective) {
    let voice = desk.review().case(id).unwrap().next_voice();
    let mut edits = vec![
        VoiceEdit::Speaker(said.speaker),
        VoiceEdit::Source(said.source),
        VoiceEdit::Words(said.words.clone()),
    ];
    edits.extend(Question::ALL.map(|question| VoiceEdit::Answer(question, said.answer(question))));
    edits.extend([
        VoiceEdit::Ideal(said.ideal.clone()),
        VoiceEdit::Date(said.date),
    ]);
    for edit in edits {
        let case = id.clone();
        desk.typed(Command::EditVoice { case, voice, edit });
    }
}

/// One morning: on the first the panel agrees what "ideal" means and not to see money.
fn workshop(desk: &mut Desk, cases: &[ImportedCase], papers: &Papers, tables: &Tables, day: &str) {
    let mut start = moment(&format!("{day}T08:20:00Z"));
    if desk.review().setup().definition.is_none() {
        desk.wait_until(start);
        let said = prepared::ideal_words(tables);
        desk.typed(Command::Setup(SetupEdit::IdealWords(said)));
        desk.typed(Command::Setup(SetupEdit::Definition(Some(Definition {
            words: text(DEFINITION),
            agreed_on: Some(day.parse().unwrap()),
            agreed_by: PANEL.map(|(_, role, _)| role).to_vec(),
        }))));
        desk.typed(Command::Setup(SetupEdit::Money(MoneyRule::Locked)));
        beside::session(desk, tables, day);
        try_the_round(desk, &practice_of(desk, tables));
        start += TimeDelta::minutes(SLOT);
    } else {
        desk.wait_until(start - TimeDelta::minutes(2));
        beside::session(desk, tables, day);
    }
    for (case, at) in cases.iter().zip(0..) {
        let pause = if at >= BREAK.0 { BREAK.1 } else { 0 };
        let slot = TimeDelta::minutes(SLOT * i64::try_from(at).unwrap() + pause);
        review_case(desk, case, papers, tables, start + slot, day);
    }
}

/// A case in its quarter of an hour: read and listen, rate, judge, record.
fn review_case(
    desk: &mut Desk,
    case: &ImportedCase,
    papers: &Papers,
    tables: &Tables,
    start: DateTime<Utc>,
    day: &str,
) {
    desk.wait_until(start);
    for voice in case.voices.iter().filter(|voice| in_room(voice)) {
        assert_eq!(voice.date, Some(day.parse().unwrap()), "{}", case.file.id);
        hear(desk, &case.file.id, voice);
    }
    desk.wait_until(start + TimeDelta::minutes(READING));
    let id = &case.file.id;
    beside::before_rating(desk, tables, id);
    for (member, ideal) in papers.ratings_of(id) {
        desk.typed(Command::Rate {
            case: id.clone(),
            member,
            rating: rating(ideal),
        });
    }
    if !papers.ratings_of(id).is_empty() {
        desk.typed(Command::RevealRatings(id.clone()));
    }
    if let Some((member, ideal, reason)) = papers.corrections.get(id) {
        desk.typed(Command::CorrectRating {
            case: id.clone(),
            member: *member,
            rating: rating(ideal.clone()),
            reason: reason.clone(),
        });
    }
    judge(desk, case, papers);
    let whole = desk.review().case(id).unwrap().missing().is_empty();
    if whole {
        desk.typed(Command::Record(id.clone()));
    }
    beside::after_judging(desk, tables, id);
}

/// The case on which the panel tries the round: its number, its file, and what its parent wrote.
fn add_practice(desk: &mut Desk, practice: &ImportedCase) {
    let case = practice.file.id.clone();
    desk.typed(Command::AddCase(Box::new(practice.file.clone())));
    desk.ticked(Command::Practice {
        case,
        practice: true,
    });
    for voice in &practice.voices {
        hear(desk, &practice.file.id, voice);
    }
}

fn practice_of(desk: &Desk, tables: &Tables) -> ImportedCase {
    tables.practice(desk.review().setup()).remove(0)
}

/// Before the first case: the round on a case that counts nowhere, without ratings. It has less
/// provision than its plan specifies for a reason of resource, so that the note on that is seen.
fn try_the_round(desk: &mut Desk, practice: &ImportedCase) {
    let (id, draft) = (&practice.file.id, &practice.draft);
    let skip = |case: CaseId| Command::SkipRating { case, skip: true };
    desk.ticked(skip(id.clone()));
    let answers = Question::ALL.map(|question| (question, draft.answer(question)));
    let answers = answers.map(|(question, answer)| DraftEdit::Answer(question, answer));
    let mut edits = answers.to_vec();
    edits.extend([
        DraftEdit::Ideal(draft.ideal.clone()),
        DraftEdit::LessThanPlan(Some(LessThanPlan::ByResource)),
        DraftEdit::RootCauses(draft.root_causes.clone()),
        DraftEdit::Reasoning(draft.reasoning.clone()),
        DraftEdit::Confidence(draft.confidence),
    ]);
    edit_draft(desk, id, edits);
    beside::law_shown(desk, id);
    desk.typed(Command::Record(id.clone()));
}

const fn rating(ideal: RatedIdeal) -> Rating {
    Rating {
        ideal,
        setting: None,
        support: None,
        timeliness: None,
        confidence: None,
    }
}

/// The form, from top to bottom, as far as the panel filled it in. No costs: money is locked.
fn judge(desk: &mut Desk, case: &ImportedCase, papers: &Papers) {
    let (id, draft) = (&case.file.id, &case.draft);
    let answers = Question::ALL.map(|question| (question, draft.answer(question)));
    let mut edits: Vec<DraftEdit> = answers
        .into_iter()
        .filter(|(_, answer)| answer.is_some())
        .map(|(question, answer)| DraftEdit::Answer(question, answer))
        .collect();
    // Where the setting is ideal the form names the present place itself.
    if draft.setting != Some(Answer::Ideal) && draft.ideal.is_some() {
        edits.push(DraftEdit::Ideal(draft.ideal.clone()));
    }
    let conditions = papers.conditions_of(case);
    if !conditions.is_empty() {
        let without_costs = conditions.into_iter().map(|condition| Condition {
            by_when: condition.by_when,
            ..Condition::new(condition.what, condition.in_place)
        });
        edits.push(DraftEdit::Conditions(without_costs.collect()));
    }
    if !draft.root_causes.is_empty() {
        add_root_causes(desk, &draft.root_causes);
        edits.push(DraftEdit::RootCauses(draft.root_causes.clone()));
    }
    edits.push(DraftEdit::Reasoning(draft.reasoning.clone()));
    if draft.confidence.is_some() {
        edits.push(DraftEdit::Confidence(draft.confidence));
    }
    let dissent = papers.dissent_on(case);
    if !dissent.is_empty() {
        edits.push(DraftEdit::Dissent(dissent));
    }
    edit_draft(desk, id, edits);
    beside::law_shown(desk, id);
}

/// A root cause that the panel found and the list lacks joins the list.
fn add_root_causes(desk: &mut Desk, found: &[Text]) {
    let mut list = desk.review().setup().root_causes.clone();
    let known = list.len();
    list.extend(
        found
            .iter()
            .filter(|cause| !list.contains(cause))
            .cloned()
            .collect::<Vec<_>>(),
    );
    if list.len() > known {
        desk.typed(Command::Setup(SetupEdit::RootCauses(list)));
    }
}

fn edit_draft(desk: &mut Desk, id: &CaseId, edits: Vec<DraftEdit>) {
    for edit in edits {
        let case = id.clone();
        desk.typed(Command::EditDraft { case, edit });
    }
}

/// At the end of the last morning money is shown, and what support and conditions would cost is
/// entered. What was recorded is recorded again with it: the file says that money was seen then.
fn reveal_money(desk: &mut Desk, cases: &[ImportedCase], papers: &Papers) {
    desk.wait_until(moment("2026-06-23T11:20:00Z"));
    desk.typed(Command::Setup(SetupEdit::Money(MoneyRule::Revealed)));
    desk.wait_until(moment("2026-06-23T11:35:00Z"));
    for case in cases {
        let mut edits = Vec::new();
        let conditions = papers.conditions_of(case);
        let costs = |c: &Condition| c.one_off.is_some() || c.yearly.is_some();
        if conditions.iter().any(costs) {
            edits.push(DraftEdit::Conditions(conditions));
        }
        if !case.draft.support_costs.is_empty() {
            edits.push(DraftEdit::SupportCosts(case.draft.support_costs.clone()));
        }
        let id = &case.file.id;
        let again = !edits.is_empty() && desk.review().case(id).unwrap().judgement().is_some();
        edit_draft(desk, id, edits);
        if again {
            desk.typed(Command::Record(id.clone()));
        }
    }
}

/// In July a few parents are asked about what was recorded.
fn ask_parents(desk: &mut Desk, cases: &[ImportedCase]) {
    for case in cases {
        if let Some((_, on)) = &case.asked {
            let minute = desk.review().history().entries().len() % 60;
            desk.wait_until(moment(&format!("{on}T10:{minute:02}:00Z")));
            desk.typed(Command::AskStance {
                case: case.file.id.clone(),
                voice: VoiceId(1),
                asked: case.asked,
            });
        }
    }
}
