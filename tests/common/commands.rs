//! Random commands in the small world: sensible ones, refused ones and such as change nothing.

use super::world::{
    CASES, MAYBE_SIXTEEN, NO_WORDS, PROVISIONS, UNDER_SIXTEEN, WORDS, case_id, code, date,
    definition, filled_form, member, rating, setup, text, whole_voice,
};
use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{
    DraftEdit, FileEdit, FileList, FileText, ImportedCase, SetupEdit, VoiceEdit, VoiceText,
};
use dbv_case_review::review::judgement::{
    Answer, Condition, Confidence, Dissent, Draft, Ideal, Payer, Question, SupportCost,
};
use dbv_case_review::review::law::{LawNote, LessThanPlan, MainstreamWish};
use dbv_case_review::review::note::{NoteEdit, NoteId, Wording};
use dbv_case_review::review::panel::{MemberId, Role};
use dbv_case_review::review::perspective::{
    Attempt, ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::ratings::{RatedIdeal, Rating};
use dbv_case_review::review::session::Session;
use dbv_case_review::review::setup::{IdealWords, MoneyRule, Selection, SelectionMethod};
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::{Growth, PerChild, Tier};
use dbv_case_review::review::{Command, Date};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// Random sequences of about sixty commands. Most make sense, many are refused, some change
/// nothing; runs of edits that fill a whole voice or form are among them, so that cases get as
/// far as being recorded.
pub fn commands() -> impl Strategy<Value = Vec<Command>> {
    vec(step(), 20..40).prop_map(|steps| steps.into_iter().flatten().take(70).collect())
}

fn step() -> impl Strategy<Value = Vec<Command>> {
    let voice = || (1..4_u16, select(&Source::ALL[..]), of(provision_name()));
    let form = || (select(&Answer::ALL[..]), of(provision_name()));
    prop_oneof![
        20 => command().prop_map(|command| vec![command]),
        2 => (case_name(), voice()).prop_map(|(case, (id, source, own))| {
            whole_voice(case, id, source, own)
        }),
        2 => (case_name(), form()).prop_map(|(case, form)| filled_and_recorded(case, form)),
        4 => (case_name(), voice(), form()).prop_map(|(case, (id, source, own), form)| {
            let mut steps = whole_voice(case, id, source, own.map(|own| form.1.unwrap_or(own)));
            steps.extend(filled_and_recorded(case, form));
            steps
        }),
        2 => (case_name(), vec((a_member(), a_rating()), 1..4)).prop_map(|(case, given)| {
            let rate = |(member, rating)| Command::Rate { case: case_id(case), member, rating };
            let mut steps: Vec<_> = given.into_iter().map(rate).collect();
            steps.push(Command::RevealRatings(case_id(case)));
            steps
        }),
        2 => (case_name(), 1..4_u16, select(&Stance::ALL[..]), a_form_change()).prop_map(
            |(case, voice, stance, edit)| asked_and_then_changed(case, VoiceId(voice), stance, edit)
        ),
    ]
}

fn filled_and_recorded(case: &str, form: (Answer, Option<&str>)) -> Vec<Command> {
    let mut steps = filled_form(case, form.0, form.1);
    steps.push(Command::Record(case_id(case)));
    steps
}

/// A parent is asked about the judgement, and then the panel changes it.
fn asked_and_then_changed(
    case: &str,
    voice: VoiceId,
    stance: Stance,
    edit: DraftEdit,
) -> Vec<Command> {
    let case = case_id(case);
    let asked = Some((stance, date("2026-11-20")));
    vec![
        Command::AskStance {
            case: case.clone(),
            voice,
            asked,
        },
        Command::EditDraft {
            case: case.clone(),
            edit,
        },
        Command::Record(case),
    ]
}

fn a_form_change() -> impl Strategy<Value = DraftEdit> {
    prop_oneof![
        an_ideal().prop_map(|ideal| DraftEdit::Ideal(Some(ideal))),
        vec(a_condition(), 0..2).prop_map(DraftEdit::Conditions),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    let on = || a_case();
    prop_oneof![
        // What undo and redo have to cope with.
        10 => Just(Command::Undo),
        6 => Just(Command::Redo),
        12 => setup_edit().prop_map(Command::Setup),
        1 => Just(Command::Create(Box::new(setup()))),
        3 => case_file().prop_map(|file| Command::AddCase(Box::new(file))),
        8 => (on(), file_edit()).prop_map(|(case, edit)| Command::EditCaseFile { case, edit }),
        2 => on().prop_map(Command::RemoveCase),
        2 => on().prop_map(Command::Archive),
        2 => on().prop_map(Command::Restore),
        2 => (on(), of(on())).prop_map(|(case, before)| Command::MoveCase { case, before }),
        3 => vec(imported(), 0..3).prop_map(Command::Import),
        1 => (of(0..6_usize), of(0..250_usize), vec(imported(), 0..3)).prop_map(
            |(rows, years, cases)| Command::ImportTables {
                provisions: rows.map(|rows| setup().provisions.into_iter().take(rows).collect()),
                baseline: years.map(a_baseline),
                cases,
            }
        ),
        8 => (on(), a_member(), a_rating())
            .prop_map(|(case, member, rating)| Command::Rate { case, member, rating }),
        2 => (on(), a_member()).prop_map(|(case, member)| Command::Unrate { case, member }),
        3 => on().prop_map(Command::RevealRatings),
        4 => (on(), a_member(), a_rating(), any_text()).prop_map(
            |(case, member, rating, reason)| Command::CorrectRating { case, member, rating, reason }
        ),
        12 => (on(), a_voice(), voice_edit())
            .prop_map(|(case, voice, edit)| Command::EditVoice { case, voice, edit }),
        4 => (on(), a_voice()).prop_map(|(case, voice)| Command::RemoveVoice { case, voice }),
        8 => (on(), a_voice(), of((select(&Stance::ALL[..]), a_date())))
            .prop_map(|(case, voice, asked)| Command::AskStance { case, voice, asked }),
        14 => (on(), draft_edit()).prop_map(|(case, edit)| Command::EditDraft { case, edit }),
        10 => on().prop_map(Command::Record),
        2 => on().prop_map(Command::DiscardChanges),
        2 => on().prop_map(Command::Reopen),
        2 => on().prop_map(Command::RevealMoney),
        2 => of(a_date()).prop_map(Command::KeepUntil),
        14 => remark(),
    ]
}

/// What stands beside a finding.
fn remark() -> impl Strategy<Value = Command> {
    let on = || a_case();
    let wording = (any_text(), any_text()).prop_map(|(words, built)| Wording { words, built });
    let of_note = prop_oneof![
        1 => of(select(&Role::ALL[..])).prop_map(NoteEdit::By),
        3 => any_text().prop_map(NoteEdit::Words),
    ];
    prop_oneof![
        2 => (on(), any::<bool>()).prop_map(|(case, skip)| Command::SkipRating { case, skip }),
        3 => (on(), a_member(), of(any::<bool>()))
            .prop_map(|(case, member, present)| Command::Except { case, member, present }),
        2 => (on(), any::<bool>()).prop_map(|(case, practice)| Command::Practice { case, practice }),
        2 => (on(), any::<bool>()).prop_map(|(case, parked)| Command::Park { case, parked }),
        4 => (on(), a_note(), of_note)
            .prop_map(|(case, note, edit)| Command::EditNote { case, note, edit }),
        2 => (on(), a_note()).prop_map(|(case, note)| Command::RemoveNote { case, note }),
        3 => (on(), of(wording)).prop_map(|(case, wording)| Command::Word { case, wording }),
        3 => (on(), select(&[LawNote::MainstreamAgainstWish, LawNote::LessForResource][..]))
            .prop_map(|(case, note)| Command::LawShown { case, note }),
    ]
}

fn a_note() -> impl Strategy<Value = NoteId> {
    prop_oneof![12 => 1..4_u16, 1 => Just(u16::MAX), 1 => Just(0)].prop_map(NoteId)
}

fn a_session() -> impl Strategy<Value = Session> {
    (a_date(), vec(a_member(), 0..5)).prop_map(|(on, present)| Session { on, present })
}

fn case_name() -> impl Strategy<Value = &'static str> {
    // The first ones more often, so that something comes of them.
    prop_oneof![5 => Just(CASES[0]), 3 => select(&CASES[..3]), 1 => select(CASES)]
}

fn a_case() -> impl Strategy<Value = CaseId> {
    prop_oneof![30 => case_name(), 1 => Just("C99")].prop_map(case_id)
}

fn a_voice() -> impl Strategy<Value = VoiceId> {
    prop_oneof![12 => 1..5_u16, 1 => Just(u16::MAX), 1 => Just(0)].prop_map(VoiceId)
}

fn a_member() -> impl Strategy<Value = MemberId> {
    prop_oneof![12 => 1..6_u16, 1 => Just(77)].prop_map(MemberId)
}

fn provision_name() -> impl Strategy<Value = &'static str> {
    select(PROVISIONS)
}

fn a_code() -> impl Strategy<Value = ProvisionCode> {
    prop_oneof![20 => provision_name(), 1 => Just("Nowhere")].prop_map(code)
}

fn any_text() -> impl Strategy<Value = Text> {
    prop_oneof![2 => select(WORDS), 1 => select(NO_WORDS)].prop_map(text)
}

fn a_date() -> impl Strategy<Value = Date> {
    select(&["2026-05-04", "2026-05-14", "2026-11-20"][..]).prop_map(date)
}

fn an_answer() -> impl Strategy<Value = Option<Answer>> {
    of(select(&Answer::ALL[..]))
}

fn a_question() -> impl Strategy<Value = Question> {
    select(&Question::ALL[..])
}

fn an_ideal() -> impl Strategy<Value = Ideal> {
    prop_oneof![5 => a_code().prop_map(Ideal::Provision), 1 => Just(Ideal::CannotTell)]
}

fn a_parents_ideal() -> impl Strategy<Value = ParentIdeal> {
    prop_oneof![4 => a_code().prop_map(ParentIdeal::Provision), 1 => Just(ParentIdeal::NotStated)]
}

fn a_parents_answer() -> impl Strategy<Value = Option<ParentAnswer>> {
    of(select(&ParentAnswer::ALL[..]))
}

fn an_attempt() -> impl Strategy<Value = Attempt> {
    (of(a_date()), any_text(), any_text()).prop_map(|(on, how, by)| Attempt { on, how, by })
}

fn a_condition() -> impl Strategy<Value = Condition> {
    let payer = select(&Payer::ALL[..]);
    (any_text(), any::<bool>(), any_text(), of(payer)).prop_map(
        |(what, in_place, by_when, payer)| Condition {
            by_when,
            payer,
            ..Condition::new(what, in_place)
        },
    )
}

fn a_rating() -> impl Strategy<Value = Rating> {
    let ideal = prop_oneof![
        4 => a_code().prop_map(RatedIdeal::Provision),
        1 => Just(RatedIdeal::CannotTell),
        1 => Just(RatedIdeal::Abstained),
    ];
    (ideal, an_answer(), of(select(&Confidence::ALL[..]))).prop_map(
        |(ideal, setting, confidence)| Rating {
            setting,
            confidence,
            ..rating(ideal)
        },
    )
}

fn case_file() -> impl Strategy<Value = CaseFile> {
    (a_case(), a_code(), a_year_group()).prop_map(|(id, provision, year_group)| CaseFile {
        year_group,
        ..CaseFile::new(id, provision)
    })
}

fn a_year_group() -> impl Strategy<Value = Text> {
    prop_oneof![select(UNDER_SIXTEEN), select(MAYBE_SIXTEEN)].prop_map(text)
}

fn file_edit() -> impl Strategy<Value = FileEdit> {
    use FileText as T;
    let field = select(&[T::Phase, T::PrimaryNeed, T::PlanSince, T::PenPortrait][..]);
    let list = select(&[FileList::SecondaryNeeds, FileList::DocumentsSeen][..]);
    prop_oneof![
        2 => a_case().prop_map(FileEdit::Id),
        3 => a_code().prop_map(FileEdit::CurrentProvision),
        3 => a_year_group().prop_map(|year| FileEdit::Text(FileText::YearGroup, year)),
        1 => (field, any_text()).prop_map(|(field, text)| FileEdit::Text(field, text)),
        1 => (list, vec(any_text(), 0..3)).prop_map(|(list, texts)| FileEdit::List(list, texts)),
        1 => of(0..200_000_u32).prop_map(|cost| {
            FileEdit::AnnualCost(cost.map(|cost| PerChild::new(cost.into()).unwrap()))
        }),
        1 => Just(FileEdit::List(FileList::DocumentsMissing, vec![text("A plan"); 201])),
    ]
}

fn voice_edit() -> impl Strategy<Value = VoiceEdit> {
    prop_oneof![
        2 => of(select(&Speaker::ALL[..])).prop_map(VoiceEdit::Speaker),
        3 => of(select(&Source::ALL[..])).prop_map(VoiceEdit::Source),
        2 => any_text().prop_map(VoiceEdit::Words),
        2 => (a_question(), a_parents_answer()).prop_map(|(q, answer)| VoiceEdit::Answer(q, answer)),
        3 => of(a_parents_ideal()).prop_map(VoiceEdit::Ideal),
        2 => of(a_date()).prop_map(VoiceEdit::Date),
        2 => vec(an_attempt(), 0..4).prop_map(VoiceEdit::Attempts),
        1 => of(any::<bool>()).prop_map(VoiceEdit::ReadBack),
        1 => of(select(&MainstreamWish::ALL[..])).prop_map(VoiceEdit::Mainstream),
        2 => (select(&VoiceText::ALL[..]), any_text())
            .prop_map(|(which, words)| VoiceEdit::Text(which, words)),
    ]
}

fn draft_edit() -> impl Strategy<Value = DraftEdit> {
    let cost = (0..20_000_u32, select(&Payer::ALL[..])).prop_map(|(cost, payer)| SupportCost {
        per_year: PerChild::new(cost.into()).unwrap(),
        payer,
    });
    let dissent = any_text().prop_map(|words| Dissent {
        by: Some(Role::Health),
        words,
    });
    prop_oneof![
        6 => (a_question(), an_answer()).prop_map(|(q, answer)| DraftEdit::Answer(q, answer)),
        4 => of(an_ideal()).prop_map(DraftEdit::Ideal),
        2 => any_text().prop_map(DraftEdit::Reasoning),
        3 => vec(a_condition(), 0..3).prop_map(DraftEdit::Conditions),
        1 => vec(cost, 0..3).prop_map(DraftEdit::SupportCosts),
        1 => vec(any_text(), 0..3).prop_map(DraftEdit::RootCauses),
        1 => of(select(&Confidence::ALL[..])).prop_map(DraftEdit::Confidence),
        1 => vec(dissent, 0..2).prop_map(DraftEdit::Dissent),
        1 => of(select(&LessThanPlan::ALL[..])).prop_map(DraftEdit::LessThanPlan),
    ]
}

fn setup_edit() -> impl Strategy<Value = SetupEdit> {
    use MoneyRule::{Live, Locked, Revealed};
    let row = |name: &str, costs: (u32, u32)| {
        let mut row = Provision::new(code(name), text("A row"), Tier::new(2).unwrap());
        row.unit_cost = Some(PerChild::new(costs.0.into()).unwrap());
        row.avoidable_cost = Some(PerChild::new(costs.1.into()).unwrap());
        row
    };
    prop_oneof![
        1 => any_text().prop_map(SetupEdit::Title),
        1 => any_text().prop_map(SetupEdit::Note),
        1 => any_text().prop_map(SetupEdit::Purpose),
        1 => vec(a_date(), 0..3).prop_map(SetupEdit::MeetsOn),
        1 => any_text().prop_map(SetupEdit::KeepPassage),
        1 => any_text().prop_map(SetupEdit::WatchPassage),
        2 => vec((of(a_member()), any_text()), 0..4).prop_map(|said| {
            let said = said.into_iter();
            SetupEdit::IdealWords(said.map(|(by, words)| IdealWords { by, words }).collect())
        }),
        4 => of(any_text()).prop_map(|words| {
            SetupEdit::Definition(words.map(|words| definition(&words)))
        }),
        1 => (select(&SelectionMethod::ALL[..]), any_text())
            .prop_map(|(method, account)| SetupEdit::Selection(Selection { method, account, ..Selection::default() })),
        4 => select(&[Live, Locked, Revealed][..]).prop_map(SetupEdit::Money),
        2 => (1..8_u16).prop_map(|id| SetupEdit::PutMember(member(id, Role::Health))),
        2 => a_member().prop_map(SetupEdit::RemoveMember),
        3 => a_session().prop_map(SetupEdit::PutSession),
        1 => a_date().prop_map(SetupEdit::RemoveSession),
        1 => (a_member(), of(a_member()))
            .prop_map(|(member, before)| SetupEdit::MoveMember { member, before }),
        1 => of(any_text()).prop_map(|words| {
            SetupEdit::Proposed(words.map(|words| definition(&words)))
        }),
        3 => (prop_oneof![provision_name(), Just("New")], (0..90_000_u32, 0..90_000_u32))
            .prop_map(move |(name, costs)| SetupEdit::PutProvision(row(name, costs))),
        3 => a_code().prop_map(SetupEdit::RemoveProvision),
        1 => (0..6_usize).prop_map(|rows| {
            SetupEdit::Provisions(setup().provisions.into_iter().take(rows).collect())
        }),
        1 => (0..250_usize).prop_map(|causes| SetupEdit::RootCauses(vec![text("Late"); causes])),
        1 => (0..250_usize).prop_map(|years| SetupEdit::Baseline(a_baseline(years))),
        1 => Just(SetupEdit::PutProvision(Provision {
            growth: Growth::new(0.05).unwrap(),
            ..setup().provisions.remove(1)
        })),
    ]
}

/// A case from elsewhere: whole or not, asked or not.
pub fn imported() -> impl Strategy<Value = ImportedCase> {
    let asked = of((select(&Stance::ALL[..]), a_date()));
    (case_file(), vec(a_perspective(), 0..3), a_draft(), asked).prop_map(
        |(file, voices, draft, asked)| ImportedCase {
            file,
            voices: voices
                .into_iter()
                .zip(1..)
                .map(|(voice, id)| Perspective {
                    id: VoiceId(id),
                    ..voice
                })
                .collect(),
            draft,
            asked,
        },
    )
}

fn a_perspective() -> impl Strategy<Value = Perspective> {
    let who = (of(select(&Speaker::ALL[..])), of(select(&Source::ALL[..])));
    let answers = (any_text(), a_parents_answer(), of(a_parents_ideal()));
    (who, answers, of(a_date()), vec(an_attempt(), 0..3)).prop_map(
        |((speaker, source), (words, answer, ideal), date, attempts)| Perspective {
            speaker,
            source,
            words,
            setting: answer,
            support: answer,
            timeliness: answer,
            ideal,
            date,
            attempts,
            ..Perspective::new(VoiceId(1))
        },
    )
}

fn a_draft() -> impl Strategy<Value = Draft> {
    let form = (
        an_answer(),
        of(an_ideal()),
        any_text(),
        vec(a_condition(), 0..2),
    );
    let filled = form.prop_map(|(answer, ideal, reasoning, conditions)| Draft {
        setting: answer,
        support: answer,
        timeliness: Some(Answer::Ideal),
        ideal,
        reasoning,
        conditions,
        ..Draft::default()
    });
    prop_oneof![4 => filled, 1 => Just(Draft::default())]
}

fn a_baseline(years_of_ramp: usize) -> Box<Baseline> {
    let mut baseline = Baseline::starting("2025-26".parse().unwrap());
    baseline.ramp = vec![baseline.realisation; years_of_ramp];
    Box::new(baseline)
}
