//! Files as costly as they can be: no more than four times their size in memory, and the bound
//! that they break is named with its place.

use std::time::Duration;

use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{Command, DraftEdit, SetupEdit, VoiceEdit};
use dbv_case_review::review::judgement::{Condition, Dissent};
use dbv_case_review::review::law::LawNote;
use dbv_case_review::review::note::{NoteEdit, NoteId};
use dbv_case_review::review::panel::MemberId;
use dbv_case_review::review::perspective::{Attempt, VoiceId};
use dbv_case_review::review::session::Session;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::{Money, Share};
use dbv_case_review::review::{Snapshot, bounds, check_history};
use dbv_case_review::store::{OpenError, open, read_text};

use super::targets;
use super::worst::{Full, document, row, rows};
use super::{LONGEST, MB, Took, took};

/// What opening may take besides, however small the file is.
const BESIDES: usize = MB;
/// What following a history may take: the states that undo keeps, and as much again as the file.
const FOLLOWING: usize = 70 * MB;

/// Opens a file as the program does.
fn opened(text: &str) -> Took<Result<Snapshot, OpenError>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("worst.dbvreview");
    std::fs::write(&path, text).unwrap();
    took(|| open(&path).map(|opened| opened.review.snapshot()))
}

/// A file of this kind in every version of the format that can hold it.
fn versions(full: Full, size: usize) -> impl Iterator<Item = (Full, String)> {
    let new = [Full::Changes, Full::Aside, Full::Moves, Full::Shown].contains(&full);
    let since = if new { 2 } else { 1 };
    (since..=2).rev().map(move |version| {
        let named = format!("version:{version}");
        (full, full.file(size).replacen("version:2", &named, 1))
    })
}

/// What becomes of a file of this kind.
fn expected(full: Full) -> Result<(), &'static str> {
    let far_more = "hold far more entries than a file of this size can";
    Err(match full {
        Full::BlankTexts
        | Full::ShortTexts
        | Full::Numbers
        | Full::Matters
        | Full::CasesOfLists
        | Full::Cases
        | Full::Imports
        | Full::Changes => far_more,
        Full::OneList => "this list has more than 200 entries",
        Full::Provisions => "this list has more than 24 entries",
        Full::Members => "this list has more than 60 entries",
        Full::Unknown => "“x” is not in the provision table",
        Full::OneText | Full::OneEscapedText | Full::LineEnds => "at most 20,000 characters",
        Full::OneNumber => "at most 100 characters",
        Full::OneName | Full::BracketsFirst => "a field that this version of the program does not",
        Full::OneWord => "one of these words should stand here",
        Full::Digits => "Inflation or allocation growth must be between −20% and 50%",
        Full::Brackets => "a text in quotation marks should stand here",
        Full::Entries
        | Full::Blanks
        | Full::Remarks
        | Full::WrittenBy
        | Full::SmallSteps
        | Full::LargeSteps
        | Full::Tables
        | Full::Aside
        | Full::Moves
        | Full::Shown => return Ok(()),
    })
}

#[test]
fn no_file_takes_more_than_four_times_its_size() {
    for (full, text) in Full::ALL.iter().flat_map(|full| versions(*full, MB)) {
        let took = opened(&text);
        let most = 4 * text.len() + BESIDES;
        assert!(took.peak <= most, "{full:?}: {} of {most}", took.peak);
        match (took.gave, expected(full)) {
            (Ok(snapshot), Ok(())) => {
                let followed = super::took(|| check_history(&snapshot));
                let most = FOLLOWING + text.len();
                assert!(
                    followed.peak <= most,
                    "{full:?}: {} of {most}",
                    followed.peak
                );
                assert!(!followed.gave.is_unchanged(), "{full:?}");
            }
            (Err(why), Err(part)) => {
                let why = why.to_string();
                assert!(why.contains(part), "{full:?}: {why}");
                assert!(
                    why.len() < 2_000,
                    "{full:?}: {} bytes of message",
                    why.len()
                );
            }
            (gave, _) => panic!("{full:?}: {gave:?}"),
        }
    }
}

#[test]
#[ignore = "64 MB each; measures a release build"]
fn no_file_of_64_mb_takes_longer_than_two_seconds() {
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut slow = Vec::new();
    let chosen = |full: &&Full| format!("{full:?}").contains(&only);
    let all = Full::ALL.iter().filter(chosen);
    for (full, text) in all.flat_map(|full| versions(*full, 64 * MB)) {
        let took = opened(&text);
        let times = took.peak as f64 / text.len() as f64;
        let mut following = Duration::ZERO;
        let gave = match took.gave {
            Ok(snapshot) => {
                let followed = super::took(|| check_history(&snapshot));
                following = followed.time;
                assert!(followed.peak <= FOLLOWING + text.len(), "{full:?}");
                format!("opened; {:?}, {:.2?}", followed.gave.followed, following)
            }
            Err(why) => why.to_string(),
        };
        let gave: String = gave.chars().take(90).collect();
        println!(
            "{full:?}: {times:.2} × {} bytes, {:.2?}: {gave}",
            text.len(),
            took.time
        );
        if took.peak > 4 * text.len() + BESIDES || took.time.max(following) > LONGEST {
            slow.push(full);
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}

/// The message, and the column on the second line that it names.
fn told(text: &str) -> (String, usize) {
    let Err(OpenError::Damaged(damage)) = read_text(text) else {
        panic!("{:?}", read_text(text).map(|opened| opened.warnings))
    };
    assert_eq!(damage.line, 2, "{damage}");
    (damage.what, damage.column)
}

#[test]
fn every_list_ends_at_its_bound_and_the_place_is_told() {
    let many = |unit: &str, times: usize| unit.repeat(times);
    let plain = document(&rows(), "", "");
    for (list, unit, most) in [
        ("root_causes", "\"\",", 200),
        ("members", "(id:1,role:Other,detail:\"\"),", 60),
        ("allocation_growth", "0,", 200),
        ("ramp", "0,", 200),
        ("investment", "0,", 200),
        ("grant", "0,", 200),
        ("new_places", "0,", 200),
        ("cases", "?", 5_000),
    ] {
        let unit = match list {
            // As wide as this program writes it, so that only the number is too large.
            "cases" => format!("{}{:700},", super::worst::blank_case("1"), ""),
            _ => unit.to_owned(),
        };
        let text = |times: usize| {
            let from = format!("{list}:[]");
            assert!(plain.contains(&from), "{list}");
            plain.replacen(&from, &format!("{list}:[{}]", many(&unit, times)), 1)
        };
        let (what, column) = told(&text(most + 1));
        let named =
            format!("this list has more than {most} entries, and that is the most it can have");
        assert_eq!(what, named, "{list}");
        let start = text(0)
            .lines()
            .nth(1)
            .unwrap()
            .find(&format!("{list}:["))
            .unwrap();
        assert!(
            (start..start + unit.len() * (most + 2) + 20).contains(&column),
            "{list} {column}"
        );
        // At the bound the list itself is no reason; members and cases of the same number are.
        let at_bound = read_text(&text(most));
        assert!(
            !matches!(at_bound, Err(OpenError::Damaged(_))),
            "{list}: {at_bound:?}"
        );
    }
    let table = document(&many(&format!("{},", row("a", "")), 25), "", "");
    assert!(
        told(&table)
            .0
            .starts_with("this list has more than 24 entries")
    );
}

/// What stands beside a finding is bounded while it is read too, in a review and in its history.
#[test]
fn what_stands_beside_a_finding_ends_at_its_bounds() {
    let case = super::worst::blank_case("1");
    let of_case = |fields: &str| {
        let case = case.replacen(
            "money_revealed:false",
            &format!("money_revealed:false,{fields}"),
            1,
        );
        document(&rows(), &case, "")
    };
    let of_setup = |fields: &str| {
        document(&rows(), "", "").replacen("members:[]", &format!("members:[],{fields}"), 1)
    };
    let at = "at:\"2026-01-01T00:00:00Z\"";
    let note = format!("(id:1,by:None,words:\"\",{at}),");
    let shown = format!("(note:LessForResource,{at}),");
    let many = |list: &str, unit: &str, times: usize| format!("{list}:[{}]", unit.repeat(times));
    for (text, most) in [
        (
            of_setup(&many("sessions", "(on:\"2026-01-01\",present:[]),", 201)),
            200,
        ),
        (
            of_setup(&format!(
                "sessions:[(on:\"2026-01-01\",present:[{}])]",
                "1,".repeat(61)
            )),
            60,
        ),
        (
            of_case(&many("exceptions", "(member:1,present:true),", 61)),
            60,
        ),
        (of_case(&many("notes", &note, 201)), 200),
        (of_case(&many("law_shown", &shown, 201)), 200),
    ] {
        let named = format!("this list has more than {most} entries");
        assert!(told(&text).0.starts_with(&named), "{}", told(&text).0);
    }
    // A text is a text, wherever it stands.
    let long = "x".repeat(20_001);
    for text in [
        of_case(&format!("notes:[(id:1,by:None,words:\"{long}\",{at})]")),
        of_case(&format!("wording:(words:\"{long}\",built:\"\")")),
        of_case(&format!("wording:(words:\"a\",built:\"{long}\")")),
    ] {
        assert!(
            told(&text).0.contains("at most 20,000 characters"),
            "{}",
            told(&text).0
        );
    }
    for text in [
        of_case("notes:[(id:70000,by:None,words:\"\")]"),
        of_case("notes:[(id:1,by:None,words:\"\",at:\"2026-01-01T00:00:00Z\",more:1)]"),
        of_case("law_shown:[(note:Elsewhere)]"),
        of_case("practice:1"),
        of_setup("sessions:[(on:\"2026-02-30\",present:[])]"),
    ] {
        let read = read_text(&text);
        assert!(matches!(read, Err(OpenError::Damaged(_))), "{text}");
    }
}

/// What is within its bounds and still cannot be is refused, with its place.
#[test]
fn what_stands_beside_a_finding_is_there_once_and_of_this_panel() {
    let mut review = targets::judged();
    let case = || CaseId::new("C02").unwrap();
    let note = |id| Command::EditNote {
        case: case(),
        note: NoteId(id),
        edit: NoteEdit::Words(Text::new("Ask again.").unwrap()),
    };
    let except = |member| Command::Except {
        case: case(),
        member: MemberId(member),
        present: Some(true),
    };
    let law = |note| Command::LawShown { case: case(), note };
    let session = |on: &str| {
        Command::Setup(SetupEdit::PutSession(Session {
            on: on.parse().unwrap(),
            present: vec![MemberId(1)],
        }))
    };
    for command in [
        note(1),
        note(2),
        except(1),
        except(2),
        law(LawNote::LessForResource),
        law(LawNote::MainstreamAgainstWish),
        session("2026-01-05"),
        session("2026-01-06"),
    ] {
        review.apply(command, targets::act()).unwrap();
    }
    let text = targets::written(&review);
    let state = &text[..text.find("  history: [").unwrap()];
    for (from, to, why) in [
        (
            "id: 2,\n            by: None,",
            "id: 1,\n            by: None,",
            "two notes",
        ),
        (
            "member: 2,\n            present",
            "member: 1,\n            present",
            "two exceptions",
        ),
        (
            "member: 2,\n            present",
            "member: 9,\n            present",
            "no member number 9",
        ),
        (
            "note: MainstreamAgainstWish",
            "note: LessForResource",
            "two notes on the law",
        ),
        ("on: \"2026-01-06\"", "on: \"2026-01-05\"", "two sessions"),
        (
            "present: [\n            1,\n",
            "present: [\n            9,\n",
            "was there on",
        ),
    ] {
        assert!(state.contains(from), "{from}: {state}");
        let changed = text.replacen(from, to, 1);
        let Err(OpenError::Refused(places)) = read_text(&changed) else {
            panic!("{from}")
        };
        let said: Vec<String> = places.iter().map(|one| one.why.to_string()).collect();
        assert!(said.join(" ").contains(why), "{said:?}");
    }
}

#[test]
fn brackets_end_before_the_stack_does() {
    for text in [
        format!("DbvReview(version:2,x:{}", "(".repeat(MB)),
        format!("DbvReview(x:{}", "Some(".repeat(MB)),
        format!("DbvReview(x:{}", "[".repeat(MB)),
        format!("DbvReview(x:{}", "{1:".repeat(MB)),
        document(&rows(), "", "").replacen(
            "note:\"\"",
            &format!("note:\"\",definition:{}", "Some(".repeat(MB)),
            1,
        ),
    ] {
        assert!(
            matches!(read_text(&text), Err(OpenError::Damaged(_))),
            "{}",
            &text[..60]
        );
    }
}

#[test]
fn what_does_not_fit_is_counted_up_to_a_bound() {
    let took = super::took(|| read_text(&Full::Unknown.file(MB)));
    let Err(OpenError::Refused(places)) = took.gave else {
        panic!("it opened")
    };
    assert_eq!(places.len(), bounds::VIOLATIONS);
}

/// What the gate allows can always be kept: lists as long as they may be, of texts that say nothing,
/// weigh the most for the bytes that they take in a file.
#[test]
fn whatever_the_gate_allows_can_be_read_back() {
    let mut review = targets::begun();
    let mut apply = |command| {
        let acted = targets::act();
        review.apply(command, acted).unwrap();
    };
    let blank = || vec![Text::EMPTY; bounds::LIST];
    let mut baseline = Baseline::starting("2025-26".parse().unwrap());
    baseline.investment = vec![Money::new(0.0).unwrap(); bounds::LIST];
    baseline.grant = baseline.investment.clone();
    baseline.ramp = vec![Share::new(0.0).unwrap(); bounds::LIST];
    apply(Command::Setup(SetupEdit::Baseline(Box::new(baseline))));
    apply(Command::Setup(SetupEdit::RootCauses(blank())));
    let days = (1..=28).flat_map(|day| (1..=7).map(move |month| (month, day)));
    for (month, day) in days {
        apply(Command::Setup(SetupEdit::PutSession(Session {
            on: format!("2026-{month:02}-{day:02}").parse().unwrap(),
            present: [1, 2].map(MemberId).to_vec(),
        })));
    }
    for number in 0..10 {
        let case = CaseId::new(number.to_string()).unwrap();
        let mut file = CaseFile::new(case.clone(), ProvisionCode::new("Mainstream").unwrap());
        (file.documents_seen, file.documents_missing) = (blank(), blank());
        apply(Command::AddCase(Box::new(file)));
        let attempt = Attempt {
            on: None,
            how: Text::EMPTY,
            by: Text::EMPTY,
        };
        apply(Command::EditVoice {
            case: case.clone(),
            voice: VoiceId(1),
            edit: VoiceEdit::Attempts(vec![attempt; bounds::LIST]),
        });
        for edit in [
            DraftEdit::RootCauses(blank()),
            DraftEdit::Conditions(vec![Condition::new(Text::EMPTY, false); bounds::LIST]),
            DraftEdit::Dissent(vec![
                Dissent {
                    by: None,
                    words: Text::EMPTY
                };
                bounds::LIST
            ]),
        ] {
            let case = case.clone();
            apply(Command::EditDraft { case, edit });
        }
        for note in 1..=bounds::LIST {
            apply(Command::EditNote {
                case: case.clone(),
                note: NoteId(u16::try_from(note).unwrap()),
                edit: NoteEdit::Words(Text::EMPTY),
            });
        }
        for member in [1, 2].map(MemberId) {
            let (case, present) = (case.clone(), Some(false));
            apply(Command::Except {
                case,
                member,
                present,
            });
        }
        for _ in 0..20 {
            apply(Command::Undo);
            apply(Command::Redo);
        }
    }
    let text = targets::written(&review);
    let back = read_text(&text).unwrap_or_else(|why| panic!("{why}"));
    assert!(back.review.snapshot() == review.snapshot());
}
