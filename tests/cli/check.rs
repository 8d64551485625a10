//! `check`: whole, complete, unchanged, anonymous; and files that do not open.

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{FileEdit, FileText, SetupEdit, VoiceEdit};
use dbv_case_review::review::perspective::{Attempt, VoiceId};
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::Caseload;
use dbv_case_review::review::{
    Act, Command, Passage, Replacement, Review, Salt, Timestamp, Via, Why,
};
use dbv_case_review::store::{open, write_text};
use serde_json::Value;

use crate::Desk;

#[track_caller]
pub fn has_keys(value: &Value, expected: &str) {
    let mut expected: Vec<_> = expected.split_whitespace().collect();
    expected.sort_unstable();
    let mut keys: Vec<_> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    assert_eq!(keys, expected);
}

const KEYS: &str = "readable version problems cases complete drafts waiting_for_parent history seal identifying round hollow";

#[test]
fn a_review_in_order() {
    let desk = Desk::with_worked_example("random");
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(0)
        .json();
    has_keys(&json, KEYS);
    has_keys(
        &json["history"],
        "entries chain matches_review changed_outside followed_to unchecked taken_out ancestors \
         put_aside taken_out_after_judging practice_after_judging",
    );
    assert_eq!(json["readable"], true);
    assert_eq!(json["version"], 4);
    assert_eq!(json["problems"], serde_json::json!([]));
    assert_eq!(
        (&json["cases"], &json["complete"]),
        (&28.into(), &28.into())
    );
    assert_eq!(json["history"]["chain"], "whole");
    assert_eq!(json["history"]["matches_review"], true);
    assert_eq!(json["seal"], Value::Null);
    assert_eq!(json["history"]["followed_to"], Value::Null);
    desk.run(["check", "r.dbvreview"])
        .ended(0)
        .says("Nothing needs anybody’s attention");
}

#[test]
fn a_review_changed_outside_the_program() {
    let desk = Desk::with_worked_example("random");
    let text = desk.text("r.dbvreview");
    // The review stands before its history in the file: this changes the review alone.
    desk.write(
        "r.dbvreview",
        text.replacen("caseload: 1988", "caseload: 2988", 1),
    );
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(1)
        .json();
    assert_eq!(json["history"]["matches_review"], false);
    assert_eq!(
        json["history"]["changed_outside"],
        serde_json::json!(["setup"])
    );
    assert_eq!(json["problems"][0]["severity"], "error");
    assert_eq!(json["problems"][0]["where"], "setup");
    desk.run(["check", "r.dbvreview"])
        .ended(1)
        .says("changed outside the program");
    let project = ["project", "r.dbvreview", "--format", "json"];
    let ran = desk.run(project).ended(1);
    assert_eq!(
        ran.messages,
        "r.dbvreview: This file was changed outside the program: setup; see check.\n"
    );
    assert_eq!(ran.json()["review"]["complete"], 28);
    // This changes both, and the chain shows it.
    desk.write(
        "r.dbvreview",
        text.replace("caseload: 1988", "caseload: 2988"),
    );
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(1)
        .json();
    assert_eq!(json["history"]["chain"], "broken");
    assert_eq!(json["problems"][0]["where"], "history");
    let ran = desk.run(project).ended(1);
    assert_eq!(ran.messages.lines().count(), 1, "{}", ran.messages);
    assert!(ran.messages.contains("changed outside the program: "));
}

#[test]
fn a_second_voice_that_is_not_whole_is_a_warning() {
    let desk = Desk::with_worked_example("random");
    let text = desk.text("r.dbvreview");
    // A second voice beside the first of C01, typed into the file, which lacks nothing but a date.
    let at = text.find("voices: [").unwrap();
    let start = at + text[at..].find('(').unwrap();
    let end = start + text[start..].find("\n          ),").unwrap() + "\n          ),".len();
    let first = &text[start..end];
    let second = first.replacen("id: 1", "id: 2", 1);
    let date = second.find("date: ").unwrap();
    let line = &second[date..date + second[date..].find('\n').unwrap()];
    let second = second.replacen(line, "date: None,", 1);
    let both = format!("{first}\n          {second}");
    desk.write("r.dbvreview", text.replacen(first, &both, 1));
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(1)
        .json();
    let problems = json["problems"].as_array().unwrap();
    let warning = problems
        .iter()
        .find(|one| one["severity"] == "warning")
        .unwrap();
    assert_eq!(warning["where"], "case C01");
    let what = warning["what"].as_str().unwrap();
    assert!(what.contains("counts nowhere until it is whole"), "{what}");
    assert!(
        what.ends_with("missing: when the parent was heard"),
        "{what}"
    );
    assert_eq!(json["complete"], 28);
    desk.run(["check", "r.dbvreview"])
        .ended(1)
        .says("warning, case C01: a parent’s perspective (");
}

#[test]
fn a_parent_taken_out_of_the_file_makes_a_draft() {
    let desk = Desk::with_worked_example("random");
    let text = desk.text("r.dbvreview");
    let changed = text.replacen("He needs people, who know him,\nand time.", "n/a", 1);
    assert_ne!(changed, text);
    desk.write("r.dbvreview", changed);
    let json = desk
        .run(["check", "r.dbvreview", "--format", "json"])
        .ended(1)
        .json();
    assert_eq!(json["complete"], 27);
    let text = desk.run(["check", "r.dbvreview"]).ended(1);
    assert!(
        text.out
            .contains("error, case C01: it stands in the file as judged")
    );
    assert_eq!(json["waiting_for_parent"], serde_json::json!(["C01"]));
    assert_eq!(
        json["history"]["changed_outside"],
        serde_json::json!(["case C01"])
    );
    let ran = desk
        .run([
            "project",
            "r.dbvreview",
            "--format",
            "json",
            "--draws",
            "100",
        ])
        .ended(1);
    assert!(ran.messages.contains("Case C01 stands"));
    assert_eq!(ran.json()["review"]["complete"], 27);
}

#[test]
fn files_that_do_not_open() {
    let desk = Desk::with_worked_example("random");
    let text = desk.text("r.dbvreview");
    desk.write("damaged.dbvreview", &text[..text.len() / 2]);
    desk.write(
        "newer.dbvreview",
        text.replacen("version: 4", "version: 7", 1),
    );
    desk.write("foreign.dbvreview", "Dear all,");
    for (name, words, version) in [
        ("damaged.dbvreview", "line", Value::Null),
        ("newer.dbvreview", "newer program", 7.into()),
        (
            "foreign.dbvreview",
            "not a review of DBV Case Review",
            Value::Null,
        ),
        ("gone.dbvreview", "not there", Value::Null),
    ] {
        let ran = desk.run(["check", name, "--format", "json"]).ended(2);
        assert!(ran.messages.contains(words), "{}", ran.messages);
        let json = ran.json();
        has_keys(&json, KEYS);
        assert_eq!(json["readable"], false, "{name}");
        assert_eq!(json["version"], version, "{name}");
        assert_eq!(json["problems"][0]["severity"], "error");
        let text = desk.run(["check", name]).ended(2).says(words);
        assert!(text.out.is_empty());
        let ran = desk.run(["project", name]).ended(2).says(words);
        assert!(ran.out.is_empty());
    }
}

/// Works on the review of a desk.
pub fn worked(desk: &Desk, work: impl FnOnce(&mut Review, Act)) -> String {
    let mut review = open(&desk.path("r.dbvreview")).unwrap().review;
    let act = Act {
        at: Timestamp::try_from("2099-11-22T14:02:05Z".to_owned()).unwrap(),
        via: Via::Typed,
        money_visible: false,
        salt: Salt(*b"not random at al"),
    };
    work(&mut review, act);
    let text = write_text(&review.snapshot()).unwrap();
    desk.write("r.dbvreview", &text);
    text
}

pub const JSON: [&str; 4] = ["check", "r.dbvreview", "--format", "json"];
pub const TEXT: [&str; 2] = ["check", "r.dbvreview"];

#[test]
fn a_sealed_review_and_one_that_goes_on_from_it() {
    let desk = Desk::with_worked_example("random");
    let sealed = worked(&desk, |review, act| {
        review.apply(Command::Seal, act).unwrap();
    });
    let json = desk.run(JSON).ended(0).json();
    has_keys(&json["seal"], "sealed fingerprint unchanged");
    assert_eq!(
        (&json["seal"]["sealed"], &json["seal"]["unchanged"]),
        (&true.into(), &true.into())
    );
    let words = json["seal"]["fingerprint"].as_str().unwrap().to_owned();
    assert_eq!(words.split(' ').count(), 10);
    let said =
        format!("Seal: sealed on 22 November 2099, unchanged since; its ten words:\n  {words}\n");
    desk.run(TEXT).ended(0).says(&said);

    // A figure of the review, and nothing else.
    desk.write(
        "r.dbvreview",
        sealed.replacen("caseload: 1988", "caseload: 2988", 1),
    );
    let json = desk.run(JSON).ended(1).json();
    assert_eq!(json["seal"]["unchanged"], false);
    assert_eq!(json["seal"]["fingerprint"], words.as_str());
    let places: Vec<&str> = json["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["where"].as_str().unwrap())
        .collect();
    assert_eq!(places, ["setup", "seal"]);
    let said = format!("and CHANGED since; the ten words were:\n  {words}\n");
    desk.run(TEXT)
        .ended(1)
        .says(&said)
        .says("error, setup: it differs");

    // Whoever reads the figures is told too.
    let ran = desk.run(["project", "r.dbvreview"]).ended(1);
    assert!(
        ran.messages
            .contains("seal: this file was changed after it was sealed")
    );

    // The fingerprint alone.
    let start = sealed.find("seal: \"").unwrap();
    let end = start + sealed[start..].find(',').unwrap();
    let without = format!("{}seal: None{}", &sealed[..start], &sealed[end..]);
    desk.write("r.dbvreview", without);
    desk.run(TEXT)
        .ended(1)
        .says("the ten words are gone, what is there now gives:");

    desk.write("r.dbvreview", &sealed);
    worked(&desk, |review, act| {
        let fingerprint = review.sealing().unwrap().fingerprint;
        review.apply(Command::Continue(fingerprint), act).unwrap();
    });
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["seal"], Value::Null);
    let ancestor = &json["history"]["ancestors"][0];
    has_keys(ancestor, "fingerprint at verified");
    assert_eq!(
        (&ancestor["fingerprint"], &ancestor["verified"]),
        (&words.into(), &true.into())
    );
    let words = ancestor["fingerprint"].as_str().unwrap();
    let said = format!("Goes on, since 22 November 2099, from a sealed version:\n  {words}\n");
    desk.run(TEXT).ended(0).says("Seal: none\n").says(&said);
}

#[test]
fn a_file_changed_before_it_was_sealed() {
    let desk = Desk::with_worked_example("random");
    let text = desk.text("r.dbvreview");
    desk.write(
        "r.dbvreview",
        text.replacen("caseload: 1988", "caseload: 2988", 1),
    );
    worked(&desk, |review, act| {
        review.apply(Command::Seal, act).unwrap();
    });
    let json = desk.run(JSON).ended(1).json();
    assert_eq!(json["seal"]["unchanged"], true);
    desk.run(TEXT)
        .ended(1)
        .says("unchanged since; but it was CHANGED outside the program before that: setup;");
}

#[test]
fn a_review_of_which_a_passage_was_taken_out() {
    let desk = Desk::with_worked_example("random");
    let text = worked(&desk, |review, act| {
        let passage = Passage::new("who know him").unwrap();
        let taken = review.redact(&passage, Replacement::Removed, Why::SomethingElse, act);
        taken.unwrap();
    });
    assert!(!text.contains("who know him"));
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["history"]["chain"], "whole");
    assert_eq!(json["history"]["matches_review"], true);
    let stop = json["history"]["followed_to"].as_u64().unwrap() + 1;
    let taken_out = &json["history"]["taken_out"][0];
    has_keys(taken_out, "entry at what");
    assert_eq!(taken_out["what"], "something else");
    let rests = json["history"]["unchecked"][0].as_str().unwrap();
    assert!(rests.starts_with("case "), "{rests}");
    let said = format!(
        "before entry {} can no longer be checked",
        taken_out["entry"]
    );
    desk.run(TEXT)
        .ended(0)
        .says(&format!("cannot be followed beyond number {stop} "))
        .says(&said)
        .says("Taken out on 22 November 2099: something else, of ");
    desk.write(
        "r.dbvreview",
        text.replacen("caseload: 1988", "caseload: 2988", 1),
    );
    let json = desk.run(JSON).ended(1).json();
    assert_eq!(json["history"]["matches_review"], false);
    assert_eq!(
        json["history"]["changed_outside"],
        serde_json::json!(["setup"])
    );
}

#[test]
fn a_file_of_version_1_says_so() {
    let desk = Desk::new();
    let old = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v1");
    desk.write(
        "r.dbvreview",
        std::fs::read(old.join("every-command.dbvreview")).unwrap(),
    );
    let json = desk.run(JSON).json();
    assert_eq!((&json["version"], &json["seal"]), (&1.into(), &Value::Null));
    assert_eq!(json["history"]["matches_review"], true);
}

/// Takes a case of the worked example, and says something of its child.
fn written_into(desk: &Desk, edits: &[(FileText, &str)], setup: &[SetupEdit]) {
    worked(desk, |review, act| {
        let case = review.cases().next().unwrap().id().clone();
        for (field, words) in edits {
            let edit = FileEdit::Text(*field, Text::new(*words).unwrap());
            let case = case.clone();
            let edit = Command::EditCaseFile { case, edit };
            review.apply(edit, act).unwrap();
        }
        for edit in setup {
            review.apply(Command::Setup(edit.clone()), act).unwrap();
        }
    });
}

#[test]
fn what_looks_identifying_and_what_of_it_was_kept() {
    let desk = Desk::with_worked_example("random");
    let portrait = "He loves Mr Tumbleby on television and lives in LS98 4QT.";
    written_into(&desk, &[(FileText::PenPortrait, portrait)], &[]);
    let json = desk.run(JSON).ended(1).json();
    let found = json["identifying"].as_array().unwrap();
    let told: Vec<_> = found
        .iter()
        .map(|one| {
            (
                one["kind"].as_str().unwrap(),
                one["kept"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(told, [("name", false), ("postcode", false)]);
    has_keys(&found[0], "case field kind text kept");
    desk.run(TEXT)
        .ended(1)
        .says("warning, case C01: 2 pieces of text look identifying");

    let keep = |words: &str| SetupEdit::KeepPassage(Text::new(words).unwrap());
    written_into(&desk, &[], &[keep("mr tumbleby")]);
    let json = desk.run(JSON).ended(1).json();
    assert_eq!(json["identifying"][0]["kept"], true);
    assert_eq!(json["identifying"][1]["kept"], false);
    assert_eq!(json["identifying"].as_array().unwrap().len(), 2);
    desk.run(TEXT)
        .ended(1)
        .says("1 piece of text looks identifying")
        .says("Looked at by somebody and kept: 1 piece of text that looks identifying");

    written_into(&desk, &[], &[keep("LS984QT")]);
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["problems"], serde_json::json!([]));
    desk.run(TEXT)
        .ended(0)
        .says("Identifying details: no others seen")
        .says("kept: 2 pieces of text that look identifying")
        .says("Nothing needs anybody’s attention");
}

#[test]
fn who_could_be_known_without_a_name_is_advice() {
    let desk = Desk::with_worked_example("random");
    let need = [
        (FileText::PrimaryNeed, "VI"),
        (FileText::Phase, "Secondary"),
    ];
    written_into(&desk, &need, &[]);
    let json = desk.run(JSON).ended(0).json();
    let problem = &json["problems"][0];
    has_keys(problem, "where what severity");
    assert_eq!(problem["severity"], "warning");
    assert_eq!(problem["where"], "case C01");
    let what = problem["what"].as_str().unwrap();
    assert!(what.contains("a visual impairment"), "{what}");
    assert!(what.contains("an age band"), "{what}");
    assert_eq!(json["problems"].as_array().unwrap().len(), 1);
    desk.run(TEXT)
        .ended(0)
        .says("Who could be known without a name (advice; nothing is wrong):")
        .says("  case C01: the only case with this need, phase and provision (VI, Secondary, ")
        .says("Nothing needs anybody’s attention");
}

#[test]
fn a_provision_with_hardly_a_child_is_advice() {
    let desk = Desk::with_worked_example("random");
    let mut row = open(&desk.path("r.dbvreview"))
        .unwrap()
        .review
        .setup()
        .provisions[0]
        .clone();
    row.code = ProvisionCode::new("Tiny").unwrap();
    row.caseload = Caseload::new(3.0).unwrap();
    written_into(&desk, &[], &[SetupEdit::PutProvision(row)]);
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["problems"][0]["where"], "provision Tiny");
    desk.run(TEXT)
        .ended(0)
        .says("has only 3 children of the council");
}

pub fn number(id: &str) -> CaseId {
    CaseId::new(id).unwrap()
}

/// What is wrong with a place, by the JSON.
pub fn problems_of(json: &Value, place: &str) -> Vec<String> {
    let problems = json["problems"].as_array().unwrap().iter();
    let here = problems.filter(|problem| problem["where"] == place);
    here.map(|problem| problem["what"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_judged_case_put_aside_is_said_wherever_figures_are() {
    let desk = Desk::with_worked_example("random");
    let project = ["project", "r.dbvreview", "--draws", "100"];
    let before = desk.run(project).ended(0).out;
    assert!(!before.contains("put aside"), "{before}");
    worked(&desk, |review, act| {
        let file = CaseFile::new(number("C99"), ProvisionCode::new("Mainstream").unwrap());
        let file = Command::AddCase(Box::new(file));
        let aside = ["C16", "C99"].map(|id| Command::Archive(number(id)));
        for command in std::iter::once(file).chain(aside) {
            review.apply(command, act).unwrap();
        }
    });
    let json = desk.run(JSON).ended(1).json();
    assert_eq!(
        json["history"]["put_aside"],
        serde_json::json!([{"case": "C16", "judged": true}, {"case": "C99", "judged": false}])
    );
    assert_eq!(
        problems_of(&json, "case C16"),
        ["judged, and put aside on 22 November 2099: it counts nowhere"]
    );
    assert_eq!(json["problems"].as_array().unwrap().len(), 1);
    desk.run(TEXT)
        .ended(1)
        .says("Put aside, and in no figure: C16 (judged), C99\n")
        .says("warning, case C16: judged, and put aside on 22 November 2099: it counts nowhere");
    desk.run(project)
        .ended(0)
        .says("Judged, put aside, and in no figure: C16\n");
    let json = desk
        .run(project.iter().chain(&["--format", "json"]))
        .ended(0)
        .json();
    assert_eq!(json["review"]["put_aside"], serde_json::json!(["C16"]));

    worked(&desk, |review, act| {
        for id in ["C16", "C99"] {
            review.apply(Command::Restore(number(id)), act).unwrap();
        }
        review
            .apply(Command::RemoveCase(number("C99")), act)
            .unwrap();
    });
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["history"]["put_aside"], serde_json::json!([]));
}

#[test]
fn a_case_taken_out_after_it_was_judged_is_said() {
    let desk = Desk::with_worked_example("random");
    let whole = desk.text("r.dbvreview");
    let id = || number("C16");
    // Undone, it did not happen; done again, it did.
    for (more, taken_out) in [
        (vec![], true),
        (vec![Command::Undo], false),
        (vec![Command::Undo, Command::Redo], true),
    ] {
        desk.write("r.dbvreview", &whole);
        worked(&desk, |review, act| {
            let commands = std::iter::once(Command::RemoveCase(id())).chain(more);
            for command in commands {
                review.apply(command, act).unwrap();
            }
        });
        let json = desk.run(JSON).ended(i32::from(taken_out)).json();
        let expected: &[&str] = if taken_out { &["C16"] } else { &[] };
        assert_eq!(
            json["history"]["taken_out_after_judging"],
            serde_json::json!(expected)
        );
        if taken_out {
            assert_eq!(
                problems_of(&json, "case C16"),
                ["judged, and taken out of the review on 22 November 2099: it counts nowhere"]
            );
            desk.run(TEXT)
                .ended(1)
                .says("Taken out after judging, and in no figure: C16\n");
        }
    }
    // Judged here, made a draft again, given another number, and taken out.
    desk.write("r.dbvreview", &whole);
    worked(&desk, |review, act| {
        let edit = FileEdit::Id(number("C77"));
        for command in [
            Command::Reopen(id()),
            Command::Record(id()),
            Command::Reopen(id()),
            Command::EditCaseFile { case: id(), edit },
            Command::RemoveCase(number("C77")),
        ] {
            review.apply(command, act).unwrap();
        }
    });
    let json = desk.run(JSON).ended(1).json();
    assert_eq!(
        json["history"]["taken_out_after_judging"],
        serde_json::json!(["C77"])
    );
}

#[test]
fn identifying_text_of_a_case_that_was_taken_out_is_still_found() {
    let desk = Desk::with_worked_example("random");
    let portrait = Text::new("He lives in LS98 4QT.").unwrap();
    let entries = open(&desk.path("r.dbvreview")).unwrap().review;
    let entries = entries.history().entries().len();
    worked(&desk, |review, act| {
        let mut file = CaseFile::new(number("C99"), ProvisionCode::new("Mainstream").unwrap());
        file.pen_portrait = portrait.clone();
        let mut undone = file.clone();
        undone.id = number("C98");
        let case = || number("C99");
        let voice = VoiceEdit::Words(Text::new("Ring 0113 496 0123.").unwrap());
        for command in [
            Command::AddCase(Box::new(undone)),
            Command::Undo,
            Command::AddCase(Box::new(file)),
            Command::EditVoice {
                case: case(),
                voice: VoiceId(1),
                edit: voice,
            },
            Command::RemoveCase(case()),
        ] {
            review.apply(command, act).unwrap();
        }
    });
    let json = desk.run(JSON).ended(1).json();
    let told: Vec<_> = json["identifying"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let word = |key: &str| one[key].as_str().unwrap().to_owned();
            (word("case"), word("field"), word("kind"), word("text"))
        })
        .collect();
    let expected = [
        ("C98", 1, "postcode", "LS98 4QT"),
        ("C99", 3, "postcode", "LS98 4QT"),
        ("C99", 4, "phone", "0113 496 0123"),
    ]
    .map(|(case, entry, kind, text)| {
        let field = format!("history, entry {}", entries + entry);
        (case.to_owned(), field, kind.to_owned(), text.to_owned())
    });
    assert_eq!(told, expected);
    let what = problems_of(&json, "case C99").join(" ");
    assert!(what.contains("2 pieces of text look identifying"), "{what}");
    desk.run(TEXT)
        .ended(1)
        .says("case C99, history, entry ")
        .says("postcode “LS98 4QT”");

    // Kept by somebody, or taken out of the history too, nothing is left to look at.
    let removed = desk.text("r.dbvreview");
    written_into(
        &desk,
        &[],
        &["LS98 4QT", "0113 496 0123"]
            .map(|words| SetupEdit::KeepPassage(Text::new(words).unwrap())),
    );
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["identifying"].as_array().unwrap().len(), 3);
    desk.write("r.dbvreview", removed);
    for passage in ["LS98 4QT", "0113 496 0123"] {
        worked(&desk, |review, act| {
            let passage = Passage::new(passage).unwrap();
            let taken = review.redact(&passage, Replacement::Removed, Why::SomethingElse, act);
            taken.unwrap();
        });
    }
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["identifying"], serde_json::json!([]));
}

#[test]
fn a_case_with_another_number_is_still_in_the_review() {
    let desk = Desk::with_worked_example("random");
    written_into(
        &desk,
        &[(FileText::PenPortrait, "He lives in LS98 4QT.")],
        &[],
    );
    worked(&desk, |review, act| {
        let edit = FileEdit::Id(number("C77"));
        let case = number("C01");
        review
            .apply(Command::EditCaseFile { case, edit }, act)
            .unwrap();
    });
    let json = desk.run(JSON).ended(1).json();
    let found = json["identifying"].as_array().unwrap();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["case"], "C77");
    assert_eq!(found[0]["field"], "pen portrait");
}

#[test]
fn what_is_dated_after_the_last_change_is_a_warning() {
    let desk = Desk::with_worked_example("random");
    worked(&desk, |review, act| {
        let on = |day: &str| day.parse().ok();
        let edit = |edit| Command::EditVoice {
            case: number("C01"),
            voice: VoiceId(1),
            edit,
        };
        let attempt = Attempt {
            on: on("2101-05-03"),
            how: Text::new("telephone").unwrap(),
            by: Text::new("caseworker").unwrap(),
        };
        let today = Attempt {
            on: on("2099-11-22"),
            ..attempt.clone()
        };
        for command in [
            edit(VoiceEdit::Date(on("2149-01-01"))),
            edit(VoiceEdit::Attempts(vec![attempt, today])),
            Command::AskStance {
                case: number("C02"),
                voice: VoiceId(1),
                asked: Some((Stance::Agrees, on("2100-01-02").unwrap())),
            },
        ] {
            review.apply(command, act).unwrap();
        }
    });
    let json = desk.run(JSON).ended(1).json();
    let of_first = problems_of(&json, "case C01");
    let [heard, attempt] = of_first.as_slice() else {
        panic!("{of_first:?}");
    };
    assert!(
        heard.ends_with("heard on 1 January 2149, which is after the last change to this file"),
        "{heard}"
    );
    assert!(
        attempt.contains("an attempt to hear") && attempt.contains("on 3 May 2101"),
        "{attempt}"
    );
    let asked = problems_of(&json, "case C02").join(" ");
    assert!(
        asked.contains("asked about the judgement on 2 January 2100"),
        "{asked}"
    );
}
