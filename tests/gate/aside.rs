//! Cases that are put aside, and the order of the rest.

use super::common::world::{act, case_id, code, member, sample_review, small_review, text};
use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{FileEdit, FileText, SetupEdit};
use dbv_case_review::review::panel::{MemberId, Role};
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::setup::IdealWords;
use dbv_case_review::review::units::Tier;
use dbv_case_review::review::{Command, Passage, Refusal, Replacement, Review, Why, check_history};

use super::steps::{done, file_edit, refused};

fn numbers(review: &Review) -> Vec<String> {
    review.cases().map(|case| case.id().to_string()).collect()
}

#[test]
fn a_case_put_aside_is_in_no_list_and_comes_back_whole() {
    let mut review = sample_review();
    let before = review.case(&case_id("C01")).unwrap().clone();
    assert!(before.complete().is_some());
    let count = review.cases().len();
    done(&mut review, [Command::Archive(case_id("C01"))]);
    assert_eq!(review.cases().len(), count - 1);
    assert!(review.case(&case_id("C01")).is_none());
    assert_eq!(review.state().archived().len(), 1);
    assert_eq!(review.state().every_case().count(), count);
    done(&mut review, [Command::Restore(case_id("C01"))]);
    assert_eq!(review.cases().last(), Some(&before));
    assert!(review.state().archived().is_empty());
    assert!(check_history(&review.snapshot()).is_unchanged());
}

#[test]
fn what_is_aside_keeps_its_number_and_is_not_worked_on() {
    let mut review = small_review();
    let id = case_id("C01");
    done(&mut review, [Command::Archive(id.clone())]);
    let again = Command::AddCase(Box::new(CaseFile::new(id.clone(), code("College"))));
    assert_eq!(refused(&mut review, again), Refusal::CaseExists(id.clone()));
    for command in [Command::Record(id.clone()), Command::Archive(id.clone())] {
        assert_eq!(refused(&mut review, command), Refusal::PutAside(id.clone()));
    }
    let other = case_id("C02");
    assert_eq!(
        refused(&mut review, Command::Restore(other.clone())),
        Refusal::NotPutAside(other)
    );
}

#[test]
fn a_row_of_the_table_stays_while_a_case_that_is_aside_names_it() {
    let mut review = small_review();
    let row = Provision::new(
        code("Barge"),
        text("A school on a barge"),
        Tier::new(3).unwrap(),
    );
    let there = FileEdit::CurrentProvision(code("Barge"));
    done(
        &mut review,
        [
            Command::Setup(SetupEdit::PutProvision(row)),
            file_edit("C02", there),
            Command::Archive(case_id("C02")),
        ],
    );
    let out = || Command::Setup(SetupEdit::RemoveProvision(code("Barge")));
    let in_use = Refusal::ProvisionInUse {
        code: code("Barge"),
        used_by: "case C02".to_owned(),
    };
    assert_eq!(refused(&mut review, out()), in_use);
    done(
        &mut review,
        [
            Command::Restore(case_id("C02")),
            Command::RemoveCase(case_id("C02")),
            out(),
        ],
    );
}

#[test]
fn text_is_taken_out_of_what_is_aside_too() {
    let mut review = sample_review();
    let id = review.cases().next().unwrap().id().clone();
    let words = "Rosalind Quillwort";
    let passage = Passage::new(words).unwrap();
    let portrait = FileEdit::Text(FileText::PenPortrait, text(words));
    done(
        &mut review,
        [file_edit(id.as_str(), portrait), Command::Archive(id)],
    );
    review
        .redact(
            &passage,
            Replacement::Removed,
            Why::SomethingElse,
            act(900, false),
        )
        .unwrap();
    let kept = &review.state().archived()[0].file.pen_portrait;
    assert!(!kept.contains(words), "{kept}");
    let check = check_history(&review.snapshot());
    assert!(check.is_unchanged(), "{check:?}");
}

#[test]
fn cases_change_places() {
    let mut review = small_review();
    assert_eq!(numbers(&review), ["C01", "C02", "C03"]);
    let put = |case: &str, before: Option<&str>| Command::MoveCase {
        case: case_id(case),
        before: before.map(case_id),
    };
    for (case, before, order) in [
        ("C03", Some("C01"), ["C03", "C01", "C02"]),
        ("C03", Some("C02"), ["C01", "C03", "C02"]),
        ("C01", None, ["C03", "C02", "C01"]),
        ("C01", Some("C01"), ["C03", "C02", "C01"]),
        ("C01", None, ["C03", "C02", "C01"]),
    ] {
        done_or_nothing(&mut review, put(case, before));
        assert_eq!(numbers(&review), order, "{case} before {before:?}");
    }
    assert!(check_history(&review.snapshot()).is_unchanged());
}

fn done_or_nothing(review: &mut Review, command: Command) {
    review.apply(command, act(700, false)).unwrap();
}

#[test]
fn what_a_member_said_stays_when_they_leave_the_panel() {
    let mut review = small_review();
    let said = |by: Option<u16>| {
        let by = by.map(MemberId);
        let words = text("Known and safe");
        Command::Setup(SetupEdit::IdealWords(vec![IdealWords { by, words }]))
    };
    done(
        &mut review,
        [
            Command::Setup(SetupEdit::PutMember(member(9, Role::Health))),
            said(Some(9)),
            Command::Setup(SetupEdit::RemoveMember(MemberId(9))),
        ],
    );
    assert_eq!(review.setup().ideal_words[0].by, None);
    assert_eq!(
        refused(&mut review, said(Some(9))),
        Refusal::NoSuchMember(MemberId(9))
    );
}
