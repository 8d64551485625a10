//! What stands beside a finding: it is kept, undone and taken out like anything else, and nothing
//! of it reaches a figure.

use crate::common::commands::commands;
use crate::common::world::{act, case_id, date, sample_review, small_review, text};
use crate::steps::{case, done, draft_edit, rate, record, recorded_with, refused, voice_edit};
use dbv_case_review::findings::Findings;
use dbv_case_review::findings::chosen::Chosen;
use dbv_case_review::findings::hearing::Hearing;
use dbv_case_review::projection::{Draws, Inputs, project};
use dbv_case_review::review::case::{Case, Standing};
use dbv_case_review::review::command::{DraftEdit, SetupEdit, VoiceEdit, VoiceText};
use dbv_case_review::review::law::{LawNote, LessThanPlan, MainstreamWish};
use dbv_case_review::review::note::{NoteEdit, NoteId, Wording};
use dbv_case_review::review::panel::{MemberId, Role};
use dbv_case_review::review::perspective::Source;
use dbv_case_review::review::session::{Session, present};
use dbv_case_review::review::setup::Setup;
use dbv_case_review::review::{Command, Passage, Refusal, Replacement, Review, Why, check_history};
use dbv_case_review::store::write_text;
use proptest::prelude::*;

fn note(id: u16, edit: NoteEdit) -> Command {
    Command::EditNote {
        case: case_id("C01"),
        note: NoteId(id),
        edit,
    }
}

fn word(words: Option<(&str, &str)>) -> Command {
    let wording = words.map(|(words, built)| Wording {
        words: text(words),
        built: text(built),
    });
    let case = case_id("C01");
    Command::Word { case, wording }
}

fn law(note: LawNote) -> Command {
    let case = case_id("C01");
    Command::LawShown { case, note }
}

fn except(member: u16, present: Option<bool>) -> Command {
    let (case, member) = (case_id("C01"), MemberId(member));
    Command::Except {
        case,
        member,
        present,
    }
}

fn practice(id: &str, practice: bool) -> Command {
    let case = case_id(id);
    Command::Practice { case, practice }
}

fn session(on: &str, present: &[u16]) -> Command {
    Command::Setup(SetupEdit::PutSession(Session {
        on: date(on),
        present: present.iter().copied().map(MemberId).collect(),
    }))
}

fn remove_member(id: u16) -> Command {
    Command::Setup(SetupEdit::RemoveMember(MemberId(id)))
}

#[test]
fn undo_never_stops_at_law_that_was_shown_and_redo_works_after_it() {
    let mut review = small_review();
    let words = |words: &str| draft_edit("C01", DraftEdit::Reasoning(text(words)));
    let (first, second) = ("She is happy where she is.", "No. We were told, not asked.");
    done(&mut review, [words(first), words(second), Command::Undo]);
    let redoable = review.redoable();
    assert!(redoable.is_some());
    done(&mut review, [law(LawNote::LessForResource)]);
    assert_eq!(review.redoable(), redoable);
    done(&mut review, [Command::Redo]);
    assert_eq!(case(&review, "C01").draft().reasoning.as_str(), second);
    // It was on the screen, before and after.
    let shown = |review: &Review| case(review, "C01").law_shown.clone();
    assert_eq!(shown(&review).len(), 1);
    done(&mut review, [Command::Undo, Command::Undo]);
    assert_eq!(case(&review, "C01").draft().reasoning.as_str(), "");
    assert_eq!(shown(&review).len(), 1);
    // A second time it is no news.
    let again = review.apply(law(LawNote::LessForResource), act(700, false));
    assert_eq!(again.unwrap().entry, None);
    // It goes with its case, and comes back with it.
    while review.undoable() != Some("case added") {
        done(&mut review, [Command::Undo]);
    }
    while review.state().has_number(&case_id("C01")) {
        done(&mut review, [Command::Undo]);
    }
    while review.redoable().is_some() {
        done(&mut review, [Command::Redo]);
    }
    assert_eq!(shown(&review).len(), 1);
    assert!(check_history(&review.snapshot()).is_unchanged());
}

#[test]
fn who_was_there_or_was_excepted_stays_on_the_panel_and_the_refusal_says_why() {
    let mut review = small_review();
    done(
        &mut review,
        [session("2026-11-20", &[1, 2]), except(3, Some(true))],
    );
    assert_eq!(
        refused(&mut review, remove_member(1)),
        Refusal::MemberWasThere(date("2026-11-20"))
    );
    let excepted = refused(&mut review, remove_member(3));
    assert_eq!(excepted, Refusal::MemberExcepted(case_id("C01")));
    assert!(
        excepted.to_string().contains("there for case C01"),
        "{excepted}"
    );
    // Also while the case is put aside.
    done(&mut review, [Command::Archive(case_id("C01"))]);
    assert_eq!(refused(&mut review, remove_member(3)), excepted);
    done(
        &mut review,
        [
            Command::Restore(case_id("C01")),
            except(3, None),
            remove_member(3),
            Command::Setup(SetupEdit::RemoveSession(date("2026-11-20"))),
            remove_member(1),
        ],
    );
    for unknown in [session("2026-11-20", &[2, 3]), except(3, Some(false))] {
        assert_eq!(
            refused(&mut review, unknown),
            Refusal::NoSuchMember(MemberId(3))
        );
    }
}

#[test]
fn who_was_there_is_asked_of_the_session_and_then_of_the_case() {
    let mut review = small_review();
    let there = |review: &Review| present(case(review, "C01"), review.setup(), date("2026-11-20"));
    assert_eq!(there(&review), None);
    done(
        &mut review,
        [
            session("2026-11-20", &[1, 2]),
            except(2, Some(false)),
            except(5, Some(true)),
        ],
    );
    assert_eq!(there(&review), Some(vec![MemberId(1), MemberId(5)]));
    // A day that is known is put right; it is not there twice.
    done(&mut review, [session("2026-11-20", &[3])]);
    assert_eq!(review.setup().sessions.len(), 1);
    assert_eq!(there(&review), Some(vec![MemberId(3), MemberId(5)]));
}

#[test]
fn rating_is_skipped_only_while_nobody_has_rated() {
    let mut review = small_review();
    let skip = |skip| Command::SkipRating {
        case: case_id("C01"),
        skip,
    };
    done(&mut review, [rate("C01", 1, "Resourced")]);
    assert_eq!(
        refused(&mut review, skip(true)),
        Refusal::RatedAlready(case_id("C01"))
    );
    let unrate = Command::Unrate {
        case: case_id("C01"),
        member: MemberId(1),
    };
    done(&mut review, [unrate, skip(true)]);
    assert!(case(&review, "C01").ratings.skipped);
    // Whoever rates after all takes it back.
    done(&mut review, [rate("C01", 1, "Resourced")]);
    assert!(!case(&review, "C01").ratings.skipped);
    done(&mut review, [Command::RevealRatings(case_id("C01"))]);
    assert_eq!(
        refused(&mut review, skip(true)),
        Refusal::RatingsRevealed(case_id("C01"))
    );
}

#[test]
fn words_for_reading_aloud_need_a_record_and_have_to_say_something() {
    let mut review = small_review();
    assert_eq!(
        refused(&mut review, word(Some(("The panel finds it so.", "")))),
        Refusal::NothingRecorded(case_id("C01"))
    );
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    let before = format!("{:?}", case(&review, "C01").standing);
    for blank in ["", "n/a", " \n"] {
        assert_eq!(
            refused(&mut review, word(Some((blank, "")))),
            Refusal::NoWords
        );
    }
    done(
        &mut review,
        [word(Some(("The panel finds it so.", "Built.")))],
    );
    assert_eq!(format!("{:?}", case(&review, "C01").standing), before);
    done(&mut review, [word(None)]);
    assert_eq!(case(&review, "C01").wording, None);
}

/// Everything that is computed of a review, as text.
fn figures(setup: &Setup, cases: &[Case]) -> String {
    let inputs = Inputs::of(setup, cases);
    let draws = Draws {
        count: 200,
        seed: setup.seed,
    };
    let (projection, findings) = (project(&inputs, draws), Findings::of(setup, cases));
    let (chosen, hearing) = (Chosen::of(setup, cases), Hearing::of(cases));
    format!("{inputs:?}\n{projection:?}\n{findings:?}\n{chosen:?}\n{hearing:?}")
}

/// A case as if nothing stood beside its finding.
fn bare(case: &Case) -> Case {
    let mut case = case.clone();
    case.parked = false;
    case.exceptions.clear();
    case.notes.clear();
    case.wording = None;
    case.law_shown.clear();
    case.ratings.skipped = false;
    for voice in &mut case.voices {
        voice.read_back = None;
        voice.mainstream = None;
        (voice.hopes, voice.fears) = (text(""), text(""));
        voice.would_change = text("");
    }
    match &mut case.standing {
        Standing::Draft(draft) => draft.less_than_plan = None,
        Standing::Recorded { judgement, changes } => {
            judgement.less_than_plan = None;
            changes
                .iter_mut()
                .for_each(|form| form.less_than_plan = None);
        }
    }
    case
}

/// A voice of which only that stands on the form is no longer one that was begun.
fn not_begun(case: &mut Case) {
    case.voices.retain(|voice| voice.is_begun());
}

#[track_caller]
fn nothing_beside_a_finding_counts(review: &Review) {
    let all: Vec<Case> = review.cases().cloned().collect();
    let setup = review.setup();
    let mut bare: Vec<Case> = all.iter().map(bare).collect();
    bare.iter_mut().for_each(not_begun);
    let mut alone = setup.clone();
    alone.sessions.clear();
    let begun_only_beside = all
        .iter()
        .zip(&bare)
        .any(|(all, bare)| all.voices.len() != bare.voices.len());
    // Who was heard tells of voices that were begun, and of nothing else.
    if !begun_only_beside {
        assert_eq!(figures(setup, &all), figures(&alone, &bare));
    }
    // What is for practice is nowhere but in the list of it.
    let counting = bare.iter().filter(|case| !case.practice).cloned();
    let counting: Vec<Case> = counting.collect();
    let without = |setup: &Setup, cases: &[Case]| {
        let mut inputs = Inputs::of(setup, cases);
        let practice = std::mem::take(&mut inputs.tally.practice);
        (practice, inputs)
    };
    let (practice, inputs) = without(&alone, &bare);
    let (none, only) = without(&alone, &counting);
    assert_eq!(inputs, only);
    assert!(none.is_empty());
    let for_practice = all.iter().filter(|case| case.practice);
    assert!(practice.iter().eq(for_practice.map(Case::id)));
    let findings = |cases: &[Case]| {
        let mut findings = Findings::of(&alone, cases);
        findings.tally.practice.clear();
        findings
    };
    assert_eq!(findings(&bare), findings(&counting));
    assert_eq!(Chosen::of(&alone, &bare), Chosen::of(&alone, &counting));
    assert_eq!(Hearing::of(&bare), Hearing::of(&counting));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn nothing_beside_a_finding_reaches_a_figure(commands in commands()) {
        let mut review = sample_review();
        for (n, command) in commands.into_iter().enumerate() {
            let _ = review.apply(command, act(n + 100, false));
        }
        nothing_beside_a_finding_counts(&review);
    }
}

#[test]
fn a_case_for_practice_is_in_no_figure_and_comes_back_into_all() {
    let mut review = sample_review();
    let all =
        |review: &Review| figures(review.setup(), &review.cases().cloned().collect::<Vec<_>>());
    let before = all(&review);
    done(&mut review, [practice("C01", true)]);
    let now = Inputs::of(review.setup(), review.cases());
    assert_eq!(now.tally.practice, [case_id("C01")]);
    assert!(now.cases.iter().all(|case| case.id != case_id("C01")));
    assert_eq!(now.tally.cases, review.cases().len() - 1);
    assert!(case(&review, "C01").complete().is_some());
    assert!(case(&review, "C01").counting().is_none());
    nothing_beside_a_finding_counts(&review);
    done(&mut review, [practice("C01", false)]);
    assert_eq!(all(&review), before);
}

/// All that may stand beside a finding, at once: every figure is what it was.
#[test]
fn a_judged_case_with_everything_beside_it_weighs_what_it_weighed() {
    let mut review = sample_review();
    let all =
        |review: &Review| figures(review.setup(), &review.cases().cloned().collect::<Vec<_>>());
    let before = all(&review);
    let said = |what| voice_edit("C01", 1, VoiceEdit::Text(what, text("He fears the bus.")));
    let less = DraftEdit::LessThanPlan(Some(LessThanPlan::ByResource));
    done(&mut review, VoiceText::ALL.map(said));
    done(
        &mut review,
        [
            voice_edit("C01", 1, VoiceEdit::ReadBack(Some(false))),
            voice_edit(
                "C01",
                1,
                VoiceEdit::Mainstream(Some(MainstreamWish::Against)),
            ),
            note(1, NoteEdit::By(Some(Role::Health))),
            note(1, NoteEdit::Words(text("Ask the school again."))),
            word(Some(("The panel finds it so.", "Built."))),
            law(LawNote::MainstreamAgainstWish),
            except(4, Some(false)),
            session("2026-11-20", &[1, 2, 3]),
            Command::Park {
                case: case_id("C01"),
                parked: true,
            },
            draft_edit("C01", less),
        ],
    );
    // Changed on the form, and recorded: another judgement, of the same figures.
    done(&mut review, [record("C01")]);
    let less = case(&review, "C01").judgement().unwrap().less_than_plan;
    assert_eq!(less, Some(LessThanPlan::ByResource));
    assert_eq!(all(&review), before);
}

/// A name in every text that may stand beside a finding, there now and in what came before.
#[test]
fn a_name_is_taken_out_of_all_that_stands_beside_a_finding_and_of_its_history() {
    const NAME: &str = "Tamsin Quillwort";
    let named = |n: usize| text(&format!("So it is, {n}: {NAME} said so."));
    let mut review = recorded_with(Source::Interview, Some("Resourced"));
    let entries = review.history().entries().len();
    let mut n = 0;
    for round in 0..2 {
        let mut commands: Vec<Command> = VoiceText::ALL
            .into_iter()
            .zip(10 * round..)
            .map(|(what, n)| voice_edit("C01", 1, VoiceEdit::Text(what, named(n))))
            .collect();
        commands.push(note(1, NoteEdit::Words(named(10 * round + 4))));
        let wording = Some(Wording {
            words: named(10 * round + 5),
            built: named(10 * round + 6),
        });
        let case = case_id("C01");
        commands.push(Command::Word { case, wording });
        n += commands.len();
        done(&mut review, commands);
    }
    // A note that was taken out again is in the history alone.
    let second = [
        note(2, NoteEdit::Words(named(99))),
        Command::RemoveNote {
            case: case_id("C01"),
            note: NoteId(2),
        },
    ];
    done(&mut review, second);
    assert_eq!(review.history().entries().len(), entries + n + 2);
    let passage = Passage::new(NAME).unwrap();
    let taken = review.redact(
        &passage,
        Replacement::Child,
        Why::ChildsName,
        act(900, false),
    );
    let taken = taken.unwrap();
    assert_eq!((taken.fields, taken.entries), (6, n + 1));
    let kept = write_text(&review.snapshot()).unwrap();
    assert!(!kept.contains("Quillwort") && !kept.contains("Tamsin"));
    let case = case(&review, "C01");
    assert_eq!(
        case.notes[0].words.as_str(),
        "So it is, 14: [child] said so."
    );
    assert!(case.wording.as_ref().unwrap().built.contains("[child]"));
    assert!(check_history(&review.snapshot()).is_unchanged());
}

#[test]
fn a_note_begins_with_its_first_edit_and_keeps_when() {
    let mut review = small_review();
    assert_eq!(
        refused(&mut review, note(2, NoteEdit::By(None))),
        Refusal::NoSuchNote(case_id("C01"))
    );
    done(&mut review, [note(1, NoteEdit::Words(text("Ask again.")))]);
    let begun = case(&review, "C01").notes[0].at;
    done(&mut review, [note(1, NoteEdit::By(Some(Role::Health)))]);
    let kept = &case(&review, "C01").notes;
    assert_eq!((kept.len(), kept[0].at), (1, begun));
    assert_eq!(kept[0].by, Some(Role::Health));
    assert_eq!(kept[0].words.as_str(), "Ask again.");
}
