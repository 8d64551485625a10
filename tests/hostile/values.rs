//! Values that no review can hold, put into a file by hand: each is refused with its place, or put
//! right and listed.

use dbv_case_review::review::Review;
use dbv_case_review::store::{OpenError, read_text, write_text};

use super::targets;

fn written(review: &Review) -> String {
    write_text(&review.snapshot()).unwrap()
}

/// What is said of the file with one piece of it changed, and the line where that was.
#[track_caller]
fn changed(text: &str, from: &str, to: &str) -> (OpenError, usize) {
    let (before, after) = text
        .split_once(from)
        .unwrap_or_else(|| panic!("no {from:?}"));
    let line = before.split('\n').count();
    let why = read_text(&format!("{before}{to}{after}"));
    (why.map(|_| ()).expect_err("it opened"), line)
}

#[test]
fn numbers_and_dates_out_of_bounds_are_refused_where_they_stand() {
    let text = written(&targets::judged());
    for (from, values, words) in [
        (
            "caseload: 100.0",
            ["NaN", "inf", "-inf", "-1.0", "1000000.5", "1e400"].as_slice(),
            "A caseload must be 0 to 1,000,000 children",
        ),
        (
            "inflation: 0.0",
            &["NaN", "-inf", "0.51", "-0.21"],
            "Inflation or allocation growth must be between −20% and 50%",
        ),
        (
            "annual_cost: 9000.0",
            &["NaN", "inf", "-0.01", "2000000.01"],
            "Money per child must be £0 to £2,000,000",
        ),
        (
            "allocation: 0.0",
            &["inf", "1e12", "-1e12"],
            "An amount of money must be between",
        ),
        (
            "first_year_share: 0.5833333333333334",
            &["NaN", "1.01", "-0.01"],
            "A share must be",
        ),
        (
            "horizon: 5",
            &["0", "11", "255"],
            "A horizon must be 1 to 10 years",
        ),
        (
            "horizon: 5",
            &["256", "-1", "x"],
            "a number should stand here",
        ),
        ("tier: 0", &["24"], "A tier must be 0 to 23"),
        (
            "number: 1,",
            &["-1,", "18446744073709551616,"],
            "a number should stand here",
        ),
        (
            "date: \"2026-05-14\"",
            &[
                "\"9999-12-31\"",
                "\"0001-01-01\"",
                "\"2151-01-01\"",
                "\"2026-02-30\"",
                "\"\"",
            ],
            "is not a date from 1950 to 2150",
        ),
        (
            "at: \"2026-11-22T14:02:05Z\"",
            &[
                "\"9999-12-31T00:00:00Z\"",
                "\"2026-11-22\"",
                "\"+262142-01-01T00:00:00Z\"",
            ],
            "is not a date from 1950 to 2150",
        ),
        (
            "base_year: \"2025-26\"",
            &["\"9999-00\"", "\"2025-27\"", "\"1999-00\"", "\"\""],
            "financial year",
        ),
        ("payload: \"", &["\"zz"], "hexadecimal"),
    ] {
        let name = from.split_once(": ").unwrap().0;
        for value in values {
            let (why, line) = changed(&text, from, &format!("{name}: {value}"));
            let OpenError::Damaged(damage) = why else {
                panic!("{why:?}")
            };
            assert!(damage.what.contains(words), "{name}: {value}: {damage}");
            assert_eq!(damage.line, line, "{name}: {value}: {damage}");
        }
    }
}

#[test]
fn what_is_twice_or_refers_to_nothing_is_refused_by_place() {
    let text = written(&targets::judged());
    for (from, to, told) in [
        (
            "id: \"C02\"",
            "id: \"C01\"",
            "case C01: there is a case C01 already",
        ),
        (
            "current_provision: \"Mainstream\"",
            "current_provision: \"Moon\"",
            "case C01: “Moon” is not in the provision table",
        ),
        (
            "ideal: Provision(\"Mainstream\")",
            "ideal: Provision(\"Moon\")",
            "case C01: “Moon” is not in the provision table",
        ),
        (
            "code: \"StateSpecial\"",
            "code: \"Mainstream\"",
            "provision table: there are two rows “Mainstream”",
        ),
        (
            "id: 2,\n          role",
            "id: 1,\n          role",
            "panel: ",
        ),
        ("member: 2,", "member: 1,", "case C01: "),
        ("member: 2,", "member: 77,", "case C01: "),
        (
            "unit_cost: None,",
            "unit_cost: None, // no cost\n          avoidable_cost: 5.0,",
            "",
        ),
    ] {
        let (why, _) = changed(&text, from, to);
        match why {
            OpenError::Refused(places) => {
                let first = &places[0];
                let said = format!("{}: {}", first.place, first.why);
                assert!(said.starts_with(told) && !told.is_empty(), "{said}");
            }
            OpenError::Damaged(damage) if told.is_empty() => {
                assert_eq!(damage.what, "the field “avoidable_cost” is twice");
            }
            why => panic!("{from} → {to}: {why:?}"),
        }
    }
}

#[test]
fn bytes_that_are_no_text_are_told_wherever_they_stand() {
    let text = written(&targets::judged()).into_bytes();
    for at in (400..text.len()).step_by(997) {
        for bad in [0xff, 0xc0, 0x80] {
            let mut bytes = text.clone();
            bytes[at] = bad;
            let line = text[..at].split(|byte| *byte == b'\n').count();
            match dbv_case_review::store::format::read_bytes(&bytes) {
                Err(OpenError::Damaged(damage)) => assert_eq!(damage.line, line, "{damage}"),
                other => panic!("{:?}", other.map(|opened| opened.warnings)),
            }
        }
    }
}
