//! What stands beside the findings of a round, as `check` and `project` tell it.

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, VoiceEdit};
use dbv_case_review::review::judgement::{Answer, Question};
use dbv_case_review::review::law::LawNote;
use dbv_case_review::review::note::Wording;
use dbv_case_review::review::perspective::VoiceId;
use dbv_case_review::review::text::{ProvisionCode, Text};
use dbv_case_review::review::{Command, paragraph};
use serde_json::{Value, json};

use super::check::{JSON, TEXT, has_keys, number, problems_of, worked};
use crate::Desk;

fn practice(id: &str, practice: bool) -> Command {
    let case = number(id);
    Command::Practice { case, practice }
}

fn figures(desk: &Desk) -> (Value, String) {
    let project = ["project", "r.dbvreview", "--draws", "100"];
    let text = desk.run(project).ended(0).out;
    let json = desk.run(project.iter().chain(&["--format", "json"]));
    (json.ended(0).json(), text)
}

#[test]
fn a_case_for_practice_is_in_nothing_and_that_is_said() {
    let desk = Desk::with_worked_example("random");
    let (before, text) = figures(&desk);
    assert_eq!(before["review"]["practice"], json!([]));
    assert!(!text.contains("practice"), "{text}");
    worked(&desk, |review, act| {
        let file = CaseFile::new(number("P1"), ProvisionCode::new("Mainstream").unwrap());
        let add = Command::AddCase(Box::new(file));
        for command in [add, practice("P1", true)] {
            review.apply(command, act).unwrap();
        }
    });
    let (mut after, text) = figures(&desk);
    assert_eq!(after["review"]["practice"], json!(["P1"]));
    after["review"]["practice"] = json!([]);
    assert_eq!(after, before);
    assert!(
        text.contains("\nFor practice, and in no figure: P1\n"),
        "{text}"
    );
    // It need not be finished, nor a parent be heard in it.
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["problems"], json!([]));
    assert_eq!((&json["cases"], &json["drafts"]), (&28.into(), &0.into()));
    assert_eq!(json["round"]["practice"], json!(["P1"]));
    assert_eq!(json["history"]["practice_after_judging"], json!([]));
    desk.run(TEXT)
        .ended(0)
        .says("28 cases: 28 complete, 0 not, 0 waiting for a parent\n")
        .says("For practice, and in no figure: P1\n");
}

#[test]
fn a_judged_case_that_is_made_practice_is_said_wherever_figures_are() {
    let desk = Desk::with_worked_example("random");
    let whole = desk.text("r.dbvreview");
    let on = || practice("C16", true);
    for (more, is_out) in [
        (vec![], true),
        (vec![practice("C16", false)], false),
        (vec![Command::Undo], false),
        (vec![Command::Undo, Command::Redo], true),
    ] {
        desk.write("r.dbvreview", &whole);
        worked(&desk, |review, act| {
            for command in std::iter::once(on()).chain(more) {
                review.apply(command, act).unwrap();
            }
        });
        let json = desk.run(JSON).ended(i32::from(is_out)).json();
        let expected = if is_out { json!(["C16"]) } else { json!([]) };
        assert_eq!(json["history"]["practice_after_judging"], expected);
        let said = problems_of(&json, "case C16");
        let expected: &[&str] = match is_out {
            true => &["judged, and said on 22 November 2099 to be for practice: it counts nowhere"],
            false => &[],
        };
        assert_eq!(said, expected);
    }
    let (json, _) = figures(&desk);
    assert_eq!(json["review"]["practice"], json!(["C16"]));
    assert_eq!(json["review"]["cases"], 27);
    let cases = json["cases"].as_array().unwrap();
    assert!(cases.iter().all(|case| case["id"] != "C16"));
    desk.run(TEXT)
        .ended(1)
        .says("27 cases: 27 complete")
        .says("Said to be for practice after judging: C16\n");
}

/// A remark is no change: what was undone stays undone.
#[test]
fn what_was_undone_before_law_was_shown_is_still_undone() {
    let desk = Desk::with_worked_example("random");
    worked(&desk, |review, act| {
        let note = LawNote::LessForResource;
        let law = Command::LawShown {
            case: number("C01"),
            note,
        };
        let commands = [practice("C16", true), law, Command::Undo];
        for command in commands {
            review.apply(command, act).unwrap();
        }
    });
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["history"]["practice_after_judging"], json!([]));
    assert_eq!(
        json["round"]["law_shown"],
        json!([{"case": "C01", "note": "less_for_resource", "at": "2099-11-22T14:02:05Z"}])
    );
    desk.run(TEXT).ended(0).says(
        "Law shown in case C01 on 22 November 2099: less provision than the plan specifies, for \
         reasons of resource\n",
    );
}

#[test]
fn judged_without_first_ratings_is_told_apart() {
    let desk = Desk::with_worked_example("random");
    worked(&desk, |review, act| {
        let skip = Command::SkipRating {
            case: number("C02"),
            skip: true,
        };
        // What was judged unrated is not skipped any more: it is a draft again first.
        assert!(review.apply(skip.clone(), act).is_err());
        let (reopen, record) = (
            Command::Reopen(number("C02")),
            Command::Record(number("C02")),
        );
        for command in [reopen, skip, record] {
            review.apply(command, act).unwrap();
        }
    });
    let json = desk.run(JSON).ended(0).json();
    let round = &json["round"];
    has_keys(
        round,
        "practice judged_without_ratings law_shown worded_for_another_record",
    );
    let without = &round["judged_without_ratings"];
    has_keys(without, "skipped never_given");
    assert_eq!(without["skipped"], json!(["C02"]));
    assert_eq!(without["never_given"].as_array().unwrap().len(), 27);
    desk.run(TEXT)
        .ended(0)
        .says("Judged without first ratings, which were skipped: C02\n")
        .says("Judged without first ratings, which nobody gave: C01, C03, ");
}

#[test]
fn words_for_reading_aloud_that_another_record_had_are_said() {
    let desk = Desk::with_worked_example("random");
    worked(&desk, |review, act| {
        let case = review.case(&number("C01")).unwrap();
        let built = paragraph::built(&case.complete().unwrap(), review.setup());
        let wording = Wording {
            words: Text::new("As the panel put it.").unwrap(),
            built: Text::cut(&built),
        };
        let command = Command::Word {
            case: number("C01"),
            wording: Some(wording),
        };
        review.apply(command, act).unwrap();
    });
    let stale =
        |status| desk.run(JSON).ended(status).json()["round"]["worded_for_another_record"].clone();
    assert_eq!(stale(0), json!([]));
    worked(&desk, |review, act| {
        let edit = DraftEdit::Answer(Question::Timeliness, Some(Answer::Ideal));
        let case = number("C01");
        let edit = Command::EditDraft { case, edit };
        for command in [edit, Command::Record(number("C01"))] {
            review.apply(command, act).unwrap();
        }
    });
    assert_eq!(stale(0), json!(["C01"]));
    desk.run(TEXT)
        .ended(0)
        .says("The words for reading aloud were written for another record: C01\n");
}

/// A question is no fault: it is asked, and the file is in order.
#[test]
fn signs_of_hollow_entries_are_counted_and_asked_about() {
    let desk = Desk::with_worked_example("random");
    worked(&desk, |review, act| {
        let words = Text::new("She said that she would rather wait for a year.").unwrap();
        for id in ["C01", "C02"] {
            let command = Command::EditVoice {
                case: number(id),
                voice: VoiceId(1),
                edit: VoiceEdit::Words(words.clone()),
            };
            review.apply(command, act).unwrap();
        }
    });
    let json = desk.run(JSON).ended(0).json();
    assert_eq!(json["problems"], json!([]));
    let hollow = &json["hollow"];
    has_keys(
        hollow,
        "same_words from_papers within_a_minute never_read_back",
    );
    has_keys(&hollow["from_papers"], "voices of all");
    let alike = json!([{"case": "C01", "voice": 1}, {"case": "C02", "voice": 1}]);
    let groups = hollow["same_words"].as_array().unwrap();
    assert!(groups.contains(&alike), "{groups:?}");
    desk.run(TEXT)
        .ended(0)
        .says("What to ask of the parents’ words (advice; nothing is wrong):\n")
        .says("C01: The same words stand in C02. ")
        .says("Nothing needs anybody’s attention");
}
