//! What must hold of whatever comes in from outside, whoever made it. `fuzz/` looks for bytes that
//! break it, and the tests here try the seeds, what broke it once, and some thousands of changes to
//! them. More is asked than an answer: what opens can be written and read back as the same; what
//! is refused says where; an import is whole or nothing.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::OnceLock;

use sha2::Digest as _;

use super::zips::Raw;
use dbv_case_review::cli::{self, Outcome};
use dbv_case_review::exchange::{self, Problems, Table, TableKind};
use dbv_case_review::findings::Findings;
use dbv_case_review::projection::{Draws, Inputs, project};
use dbv_case_review::review::command::{Command, SetupEdit};
use dbv_case_review::review::panel::{Member, MemberId, Role};
use dbv_case_review::review::ratings::{RatedIdeal, Rating};
use dbv_case_review::review::setup::Setup;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::{Act, Date, Review, Salt, Timestamp, Via, bounds};
use dbv_case_review::services::Services;
use dbv_case_review::store::format::read_bytes;
use dbv_case_review::store::journal;
use dbv_case_review::store::{OpenError, SaveError, read_text, write_text};

/// A file that somebody opens.
pub fn file(bytes: &[u8]) {
    match read_bytes(bytes) {
        Ok(opened) => {
            can_be_kept(&opened.review);
            can_be_projected(&opened.review);
        }
        Err(why) => {
            assert!(!why.to_string().trim().is_empty());
            match why {
                OpenError::Damaged(damage) => {
                    let lines = bytes.split(|byte| *byte == b'\n').count();
                    assert!(
                        (1..=lines).contains(&damage.line),
                        "{damage} of {lines} lines"
                    );
                    assert!(damage.column >= 1 && !damage.what.is_empty(), "{damage}");
                    assert!(damage.what.len() < 1_000, "{damage}");
                }
                OpenError::Refused(violations) => {
                    assert!(!violations.is_empty());
                    assert!(violations.iter().all(|one| !one.place.is_empty()));
                }
                _ => {}
            }
        }
    }
}

/// What was read can be written, and comes back as the same, to the letter.
fn can_be_kept(review: &Review) {
    assert!(review.state().violations().is_empty());
    let snapshot = review.snapshot();
    let text = match write_text(&snapshot) {
        Ok(text) => text,
        Err(SaveError::TooLarge) => return,
        Err(why) => panic!("{why}"),
    };
    let back = read_text(&text).unwrap_or_else(|why| panic!("{why}\n{text}"));
    assert!(back.warnings.is_empty(), "{:?}", back.warnings);
    let again = back.review.snapshot();
    assert!(again == snapshot, "{text}");
    assert_eq!(write_text(&again).as_ref(), Ok(&text));
}

/// Every figure of it is a number.
fn can_be_projected(review: &Review) {
    let draws = Draws {
        count: bounds::DRAWS_MIN,
        seed: review.setup().seed,
    };
    let inputs = Inputs::of(review.setup(), review.cases());
    let projection = project(&inputs, draws);
    for scenario in &projection.scenarios {
        for year in &scenario.by_year {
            let balance = year.cumulative_balance;
            let figures = [year.saving.point, balance.point, year.places_used_again];
            assert!(
                figures.iter().all(|figure| figure.is_finite()),
                "{figures:?}"
            );
        }
    }
    let _ = Findings::of(review.setup(), review.cases());
}

/// A journal on this computer. So that not only the sum of a line is tried, the target gives every
/// line the sum that it should have; a line that begins with a blank is left as it is.
pub fn journal(bytes: &[u8]) {
    let mut summed = Vec::new();
    for line in bytes
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
    {
        if !line.starts_with(b" ") {
            let sum = sha2::Sha256::digest(line);
            let hex: String = sum
                .iter()
                .take(8)
                .map(|byte| format!("{byte:02x}"))
                .collect();
            summed.extend(hex.as_bytes());
            summed.push(b' ');
        }
        summed.extend(line);
        summed.push(b'\n');
    }
    let Ok(whole) = journal::read(&summed) else {
        return;
    };
    can_be_kept(&whole.opened.review);
    // What a crash leaves of it is a beginning of it.
    let cut = bytes.len() * 7 % (summed.len() + 1);
    if let Ok(part) = journal::read(&summed[..cut]) {
        let (part, whole) = (part.opened.review, &whole.opened.review);
        assert!(part.history().is_continued_by(whole.history()));
    }
}

/// What holds of every table, whatever is in it.
fn told_where(problems: &Problems, notes: &[String], values: usize) {
    for problem in problems.listed() {
        assert!(problem.file.starts_with("table.csv"), "{problem}");
        assert!(
            !problem.what.is_empty() && problem.what.len() < 1_000,
            "{problem}"
        );
        assert_ne!(problem.row, Some(0));
        let row = problem
            .row
            .is_some_and(|row| problems.bad_rows().contains(&row));
        assert!(row || problems.whole_file(), "{problem}");
    }
    assert!(problems.more() == 0 || !problems.is_empty());
    assert!(values == 0 || !problems.whole_file(), "{problems}");
    assert!(notes.len() <= 210, "{} notes", notes.len());
}

fn table(bytes: &[u8], kind: TableKind) -> Option<Table> {
    match Table::from_bytes("table.csv", bytes, kind) {
        Ok(table) => Some(table),
        Err(problem) => {
            assert!(problem.row.is_none() && !problem.what.is_empty());
            None
        }
    }
}

/// A table of cases.
pub fn cases(bytes: &[u8]) {
    let Some(table) = table(bytes, TableKind::Cases) else {
        return;
    };
    cases_of(&table);
}

/// A workbook. Its parts stand one after the other with a line of dashes between: a sheet, the texts
/// that cells share, the formats, and what stands before the sheets. They are packed here, so that
/// not only the sums of a zip file are tried; what begins as a zip file is taken as it is.
pub fn workbook(bytes: &[u8]) {
    let packed = if bytes.starts_with(b"PK") {
        bytes.to_vec()
    } else {
        let text = String::from_utf8_lossy(bytes);
        let mut parts = text.split("\n---\n");
        let mut next = || parts.next().unwrap_or_default();
        let raw = Raw::default().sheet("cases", "", next());
        raw.strings(next()).styles(next()).book(next()).stored()
    };
    let Some(table) = table(&packed, TableKind::Cases) else {
        return;
    };
    assert!(table.header().len() <= bounds::TABLE_COLUMNS);
    let rows: Vec<usize> = table.rows().map(|row| row.number()).collect();
    assert!(rows.is_sorted_by(|one, next| one < next) && rows.len() <= bounds::TABLE_ROWS);
    assert!(rows.iter().all(|row| *row > table.header_row()));
    cases_of(&table);
    // A cell that has been mended says what was put into it, and nothing else changes.
    if let Some(row) = rows.last() {
        let mut mended = table.clone();
        for column in 0..table.header().len().min(5) {
            assert!(mended.set_cell(*row, column, " mended "));
            assert_eq!(mended.cell(*row, column), "mended");
        }
        let others = rows.iter().rev().skip(1);
        for (row, column) in others.flat_map(|row| (0..5).map(move |at| (*row, at))) {
            assert_eq!(mended.cell(row, column), table.cell(row, column));
        }
        cases_of(&mended);
    }
}

fn cases_of(table: &Table) {
    let mut review = Review::begin(setup(), act()).unwrap();
    let known: Vec<ProvisionCode> = codes(review.setup());
    let read = exchange::cases(table, &known);
    told_where(&read.problems, &read.notes, read.value.len());
    assert_eq!(read.value, exchange::cases(table, &known).value);
    let ids: HashSet<_> = read.value.iter().map(|case| &case.file.id).collect();
    assert_eq!(ids.len(), read.value.len());
    let before = review.snapshot();
    let count = read.value.len();
    match exchange::import(&mut review, read.value, act()) {
        Ok(imported) => {
            assert_eq!((imported.len(), review.cases().len()), (count, count));
            if count > 0 {
                can_be_kept(&review);
                can_be_projected(&review);
            }
        }
        Err(why) => {
            assert!(!why.to_string().is_empty());
            assert!(review.snapshot() == before, "{why}");
        }
    }
}

/// A provision table.
pub fn provisions(bytes: &[u8]) {
    let Some(table) = table(bytes, TableKind::Provisions) else {
        return;
    };
    let read = exchange::provisions(&table);
    told_where(&read.problems, &read.notes, read.value.rows.len());
    let rows = read.value.rows;
    assert!(rows.iter().all(|row| read.value.codes.contains(&row.code)));
    if read.problems.is_empty() {
        let mut review = Review::begin(setup(), act()).unwrap();
        let edit = Command::Setup(SetupEdit::Provisions(rows));
        review
            .apply(edit, act())
            .unwrap_or_else(|why| panic!("{why}"));
        can_be_kept(&review);
        can_be_projected(&review);
    }
}

/// A baseline.
pub fn baseline(bytes: &[u8]) {
    let Some(table) = table(bytes, TableKind::Baseline) else {
        return;
    };
    let read = exchange::baseline(&table, "2025-26".parse().unwrap());
    told_where(&read.problems, &read.notes, 0);
    if read.problems.is_empty() {
        let mut review = Review::begin(setup(), act()).unwrap();
        let edit = Command::Setup(SetupEdit::Baseline(Box::new(read.value)));
        review
            .apply(edit, act())
            .unwrap_or_else(|why| panic!("{why}"));
        can_be_kept(&review);
        can_be_projected(&review);
    }
}

/// The words of a command line, a line each. It runs in a folder of its own, and no word leads out
/// of it; a projection of more draws than are quickly made is left out.
pub fn arguments(bytes: &[u8]) {
    let folder = desk();
    let text = String::from_utf8_lossy(bytes);
    let slow = |word: &str| word.chars().filter(char::is_ascii_digit).count() > 4;
    if text.contains("..") || text.len() > 4_000 || text.lines().any(slow) {
        return;
    }
    let words = text
        .lines()
        .map(|line| OsString::from(line.replace(['/', '\\', '\0'], "")));
    let before = listed(&folder);
    let (mut out, mut messages) = (Vec::new(), Vec::new());
    let outcome = cli::run(words, &Still, &mut out, &mut messages);
    let (out, messages) = (
        String::from_utf8(out).unwrap(),
        String::from_utf8(messages).unwrap(),
    );
    let after = listed(&folder);
    match outcome {
        Outcome::Exit(0) => assert!(messages.is_empty() || after != before, "{messages}"),
        Outcome::Exit(1) => {}
        Outcome::Exit(2) => {
            assert!(!messages.trim().is_empty());
            // `check` gives its answer as JSON even where there is nothing to check.
            let unreadable = out.contains("\"readable\": false");
            assert!(out.is_empty() || unreadable, "{out}\n{messages}");
            assert_eq!(after, before, "{messages}");
        }
        Outcome::Exit(other) => panic!("{other}"),
        Outcome::OpenWindow(_) | Outcome::OpenGallery => {
            assert!(out.is_empty() && messages.is_empty());
        }
    }
    // What was made is a review, or beside one what stood in its place before.
    for made in after.difference(&before) {
        let found = std::fs::read(folder.join(made)).unwrap();
        let replaced = made.to_string_lossy().ends_with(".bak");
        assert!(replaced || read_bytes(&found).is_ok(), "{made:?}");
        if replaced {
            let name = made.to_string_lossy().trim_end_matches(".bak").to_owned();
            assert!(before.contains(&OsString::from(&name)), "{made:?}");
            std::fs::write(folder.join(name), found).unwrap();
        }
        std::fs::remove_file(folder.join(made)).unwrap();
    }
}

/// A review with two members and no case.
pub fn begun() -> Review {
    let mut setup = setup();
    for id in [1, 2] {
        setup.members.push(Member {
            id: MemberId(id),
            role: Role::Senco,
            detail: Text::default(),
            organisation: None,
        });
    }
    Review::begin(setup, act()).unwrap()
}

/// Two cases: one that is recorded, with ratings, and one of which nothing is known.
pub fn judged() -> Review {
    let mut review = begun();
    let table = Table::from_bytes("c.csv", CASES.as_bytes(), TableKind::Cases).unwrap();
    let read = exchange::cases(&table, codes(review.setup()));
    assert!(read.problems.is_empty(), "{}", read.problems);
    exchange::import(&mut review, read.value, act()).unwrap();
    let first = CaseId::new("C01").unwrap();
    // It is rated before it is judged.
    review.apply(Command::Reopen(first.clone()), act()).unwrap();
    for id in [1, 2] {
        let command = Command::Rate {
            case: first.clone(),
            member: MemberId(id),
            rating: Rating {
                ideal: RatedIdeal::CannotTell,
                setting: None,
                support: None,
                timeliness: None,
                confidence: None,
            },
        };
        review.apply(command, act()).unwrap();
    }
    review.apply(Command::Record(first), act()).unwrap();
    review
}

/// A review as its file holds it.
pub fn written(review: &Review) -> String {
    write_text(&review.snapshot()).unwrap()
}

/// A folder with a review and three tables, which is the current one from here on.
fn desk() -> PathBuf {
    static DESK: OnceLock<tempfile::TempDir> = OnceLock::new();
    let desk = DESK.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let text = written(&judged());
        for (name, content) in [
            ("r", text.as_str()),
            ("c", CASES),
            ("p", PROVISIONS),
            ("b", BASELINE),
        ] {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        std::env::set_current_dir(folder.path()).unwrap();
        folder
    });
    desk.path().to_path_buf()
}

const CASES: &str = "\
case_id,current_provision,annual_cost,parent_speaker,parent_source,parent_words,parent_setting,parent_support,parent_timeliness,parent_ideal,parent_date,setting,support,timeliness,ideal_provision,reasoning
C01,Mainstream,9000,mother,interview,He talks now,ideal,ideal,ideal,Mainstream,2026-05-14,ideal,ideal,ideal,Mainstream,He is known there
C02,StateSpecial,,,,,,,,,,,,,,
";
const PROVISIONS: &str =
    "code,tier,caseload,unit_cost\nMainstream,1,100,9000\nSpecial,3,20,26000\n";
const BASELINE: &str = "field,value\nbase_year,2025-26\nhorizon,3\nallocation,1000000\n";

fn listed(folder: &std::path::Path) -> HashSet<OsString> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect()
}

/// A review that can judge, with the table that every review begins with.
fn setup() -> Setup {
    let text = |words| Text::new(words).unwrap();
    let mut setup = Setup::new(text("T"), text("L"), "2025-26".parse().unwrap());
    setup.definition = Some(dbv_case_review::review::setup::Definition {
        words: text("Where the child is known and learns"),
        agreed_on: None,
        agreed_by: Vec::new(),
    });
    for row in &mut setup.provisions {
        row.caseload = dbv_case_review::review::units::Caseload::new(100.0).unwrap();
    }
    setup
}

fn codes(setup: &Setup) -> Vec<ProvisionCode> {
    setup
        .provisions
        .iter()
        .map(|row| row.code.clone())
        .collect()
}

/// What the gate is told of every change.
pub fn act() -> Act {
    Still.act(Via::Imported, false)
}

/// A machine whose clock stands still.
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
