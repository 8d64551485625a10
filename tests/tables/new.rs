//! `new` gives the same review, to the letter, from three CSV files and from a workbook of them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use dbv_case_review::cli::{self, Outcome};
use dbv_case_review::review::{Date, Salt, Timestamp};
use dbv_case_review::services::Services;
use rust_xlsxwriter::Workbook;

/// A world in which nothing changes.
struct Still;

impl Services for Still {
    fn now(&self) -> Timestamp {
        Timestamp::try_from("2026-11-22T14:02:05Z".to_owned()).unwrap()
    }
    fn salt(&self) -> Salt {
        Salt([7; 16])
    }
    fn time_of_day(&self, _: Timestamp) -> String {
        "14:02".to_owned()
    }
    fn today(&self) -> Date {
        "2026-11-22".parse().unwrap()
    }
    fn documents_folder(&self) -> Option<PathBuf> {
        None
    }
    fn data_folder(&self) -> Option<PathBuf> {
        None
    }
    fn machine_name(&self) -> String {
        "M".to_owned()
    }
    fn is_running(&self, _: u32) -> Option<bool> {
        None
    }
}

/// The file that `new` writes with these words besides.
fn made(folder: &Path, words: &[&str]) -> String {
    let out = folder.join("r.dbvreview");
    let base = [
        "new",
        "--title",
        "T",
        "--local-authority",
        "L",
        "--definition",
        "Where the child thrives",
        "--force",
        "-o",
    ];
    let args = base.iter().map(OsString::from).chain([out.clone().into()]);
    let named = words.iter().map(|word| match word.strip_prefix("./") {
        Some(file) => folder.join(file).into_os_string(),
        None => OsString::from(word),
    });
    let (mut said, mut messages) = (Vec::new(), Vec::new());
    let ended = cli::run(args.chain(named), &Still, &mut said, &mut messages);
    assert_eq!(
        ended,
        Outcome::Exit(0),
        "{}",
        String::from_utf8_lossy(&messages)
    );
    std::fs::read_to_string(out).unwrap()
}

#[test]
fn a_workbook_makes_the_same_review_as_its_three_tables() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_reviews");
    let mut compared = 0;
    for sample in std::fs::read_dir(samples).unwrap() {
        let sample = sample.unwrap().path();
        if !sample.join("cases.csv").exists() {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut book = Workbook::new();
        for name in ["cases", "baseline", "provisions"] {
            let table = std::fs::read(sample.join(format!("{name}.csv"))).unwrap();
            std::fs::write(folder.path().join(format!("{name}.csv")), &table).unwrap();
            let sheet = book.add_worksheet().set_name(name).unwrap();
            let mut records = csv::ReaderBuilder::new();
            let mut records = records.has_headers(false).from_reader(table.as_slice());
            for (row, record) in (0..).zip(records.records()) {
                for (column, cell) in (0..).zip(record.unwrap().iter()) {
                    // As Excel would keep it: what is a number as a number.
                    match cell.parse::<f64>() {
                        Ok(number) => sheet.write_number(row, column, number).unwrap(),
                        Err(_) => sheet.write_string(row, column, cell).unwrap(),
                    };
                }
            }
        }
        book.save(folder.path().join("w.xlsx")).unwrap();
        let csv = [
            "--provisions",
            "./provisions.csv",
            "--baseline",
            "./baseline.csv",
            "--cases",
            "./cases.csv",
        ];
        let by_csv = made(folder.path(), &csv);
        let by_workbook = made(folder.path(), &["--workbook", "./w.xlsx"]);
        assert!(
            by_csv.len() > 10_000 && by_csv == by_workbook,
            "{}",
            sample.display()
        );
        compared += 1;
    }
    assert!(compared >= 2, "{compared} samples");
}
