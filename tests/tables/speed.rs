//! How long 2,000 rows take to come in, short ones and long ones. The promise is two seconds in a release build; it is held
//! in every build, and the figures are printed by
//! `cargo test --release --no-default-features --test tables -- --nocapture two_thousand`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use dbv_case_review::exchange::{DryRun, Incoming, NOBODY, import};
use dbv_case_review::privacy::identifying;

use crate::zips::{Raw, row};
use crate::{ACT, codes, review, table};

const HEADER: &[&str] = &[
    "case_id",
    "current_provision",
    "year_group",
    "primary_need",
    "annual_cost",
    "pen_portrait",
    "parent_speaker",
    "parent_source",
    "parent_words",
    "parent_setting",
    "parent_support",
    "parent_timeliness",
    "parent_ideal",
    "parent_date",
    "setting",
    "support",
    "timeliness",
    "ideal_provision",
    "conditions",
    "root_causes",
    "reasoning",
];
const WORDS: &str = "He is at ease with the two adults who know him, and is tired by lunch. A \
    smaller room, a lift home that does not change every week and a teacher who signs would let him \
    stay with his friends; the school has asked twice, and nobody has said no or yes.";

/// Texts of a short row, of some 270 letters each.
const SHORT: usize = 1;
/// Texts of a long row, 3 KB of them, with the name of somebody in each.
const LONG: usize = 4;

fn rows(times: usize) -> Vec<Vec<String>> {
    let name = if times == SHORT {
        ""
    } else {
        " Mrs Patel agrees."
    };
    let words = [WORDS; LONG][..times].join(" ") + name;
    let row = |number: usize| {
        let words = words.as_str();
        let values = [
            &format!("C{number}"),
            "StateSpecial",
            "Year 7",
            "Autism",
            "£26,000",
            words,
            "mother",
            "interview",
            words,
            "ideal",
            "not_ideal",
            "not_stated",
            "Mainstream",
            "14 May 2026",
            "not_ideal",
            "ideal",
            "cannot_tell",
            "Mainstream",
            "A lift; A teacher",
            "No places near home; Late assessment",
            words,
        ];
        values.map(str::to_owned).to_vec()
    };
    (1..=2000).map(row).collect()
}

fn as_csv(times: usize) -> Vec<u8> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(HEADER).unwrap();
    for row in rows(times) {
        csv.write_record(row).unwrap();
    }
    csv.into_inner().unwrap()
}

fn as_xlsx(times: usize) -> Vec<u8> {
    let mut sheet = row(1, HEADER);
    for (number, cells) in (2..).zip(rows(times)) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        sheet += &row(number, &cells);
    }
    Raw::cases(&sheet).bytes()
}

#[test]
fn two_thousand_rows_come_in_within_two_seconds() {
    for (kind, bytes) in [
        ("CSV", as_csv(SHORT)),
        ("workbook", as_xlsx(SHORT)),
        ("CSV of long rows", as_csv(LONG)),
        ("workbook of long rows", as_xlsx(LONG)),
    ] {
        if cfg!(debug_assertions) && kind.ends_with("long rows") {
            continue;
        }
        let mut review = review();
        let start = Instant::now();
        let mut incoming = Incoming::new(table(&bytes), codes());
        let opened = start.elapsed();
        let read = incoming.read(NOBODY).unwrap();
        let first = start.elapsed();
        assert!(read.problems.is_empty(), "{}", read.problems);
        let tried = DryRun::of(&review, &read.value, NOBODY).unwrap();
        let dry = start.elapsed();
        assert_eq!(tried.counts(), (2000, 0, 0));
        let done = import(&mut review, read.value, ACT).unwrap();
        let all = start.elapsed();
        assert_eq!(done, tried.imported);

        assert!(incoming.set_cell(1500, 1, "Nowhere"));
        let start = Instant::now();
        let again = incoming.read(NOBODY).unwrap();
        let mended = start.elapsed();
        assert_eq!(again.problems.bad_rows().len(), 1);
        println!(
            "2,000 rows of a {kind} of {} KB: opened {opened:.0?}, read {:.0?}, tried {:.0?}, \
             imported {:.0?}, all {all:.0?}; read again after a mend {mended:.0?}",
            bytes.len() / 1024,
            first - opened,
            dry - first,
            all - dry,
        );
        if !cfg!(debug_assertions) {
            assert!(all < Duration::from_secs(2), "{kind}: {all:?}");
            assert!(mended < Duration::from_millis(200), "{kind}: {mended:?}");
        }
    }
}

/// What trying takes beside looking is the change itself: no entry of history is made of it, and
/// nothing hashed. On any machine and however busy it is, the best of five tries says so.
#[test]
#[cfg_attr(debug_assertions, ignore = "measures a release build")]
fn trying_long_rows_takes_little_more_than_looking() {
    let review = review();
    let read = Incoming::new(table(&as_csv(LONG)), codes()).read(NOBODY);
    let cases = read.unwrap().value;
    let mut after = review.clone();
    import(&mut after, cases.clone(), ACT).unwrap();
    let best = |mut what: Box<dyn FnMut() + '_>| {
        let once = |_| {
            let start = Instant::now();
            what();
            start.elapsed()
        };
        (0..5).map(once).min().unwrap()
    };
    let looked = best(Box::new(|| {
        black_box(identifying(after.setup(), after.cases()));
    }));
    let imported = best(Box::new(|| {
        import(&mut review.clone(), cases.clone(), ACT).unwrap();
    }));
    let tried = best(Box::new(|| {
        black_box(DryRun::of(&review, &cases, NOBODY).unwrap());
    }));
    println!("looked {looked:.0?}, imported {imported:.0?}, tried {tried:.0?}");
    assert!(tried < looked + imported * 3 / 4, "{tried:?}");
}
