//! A table on its way in: matched, mended, tried, stopped.

use std::cell::RefCell;
use std::ops::ControlFlow;

use dbv_case_review::exchange::{
    Doing, DryRun, Incoming, NOBODY, Outcome, Progress, Source, TableKind, Trouble, import,
};
use dbv_case_review::review::{Command, Review};

use crate::zips::{Raw, row};
use crate::{ACT, codes, review, table};

fn incoming(text: &str) -> Incoming {
    Incoming::new(table(text.as_bytes()), codes())
}

fn problems(incoming: &Incoming) -> Vec<String> {
    let read = incoming.read(NOBODY).unwrap();
    read.problems
        .listed()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn columns_that_are_not_known_can_be_matched_and_known_ones_left_out() {
    let mut table = incoming("Code name,Where now,setting\nC1,Other,The Oaks\n");
    let missing = problems(&table);
    assert_eq!(
        missing,
        [
            "w.xlsx, row 1, column case_id: the header has no column “case_id”, which is required",
            "w.xlsx, row 1, column current_provision: the header has no column \
             “current_provision”, which is required",
        ]
    );
    assert!(table.match_column(0, Some("case_id")));
    assert!(table.match_column(1, Some("current_provision")));
    assert!(!table.match_column(1, Some("no such column")) && !table.match_column(9, None));
    assert_eq!(problems(&table).len(), 1, "the school’s name is no answer");
    assert!(table.match_column(2, None));
    assert_eq!(problems(&table), [""; 0]);
    assert!(
        table
            .matching()
            .free()
            .any(|column| column.name == "setting")
    );
    let read = table.read(NOBODY).unwrap();
    assert_eq!(read.value[0].file.id.as_str(), "C1");
    assert_eq!(
        read.notes,
        ["w.xlsx: column “setting” is not known and was ignored"]
    );
    assert!(table.match_column(2, Some("case_id")));
    assert_eq!(
        problems(&table),
        [
            "w.xlsx, row 1, column case_id: the header has this column twice: columns A and C; leave \
          one of them out"
        ]
    );
}

#[test]
fn each_problem_leads_to_its_cell_which_can_be_mended() {
    let mut table = incoming(
        "year_group,case_id,current_provision,parent_source,annual_cost\n\
         Year 3,C1,Mainsteam,phone,lots\n,C1,Other\n",
    );
    let read = table.read(NOBODY).unwrap();
    let cells: Vec<_> = read
        .problems
        .listed()
        .iter()
        .map(|one| one.cell().unwrap())
        .collect();
    assert_eq!(cells, [(2, 2), (2, 4), (2, 3), (3, 1)]);
    assert_eq!(table.table().cell(2, 2), "Mainsteam");
    let [other] = table.other_names().try_into().unwrap();
    assert_eq!(
        (other.name.as_str(), other.cells, other.means),
        ("Mainsteam", 1, None)
    );
    assert!(table.waits_for_a_name(2, 2) && !table.waits_for_a_name(3, 2));
    let accepted = table.accepts(2).unwrap();
    assert_eq!(accepted.words, "a code of the provision table");
    assert!(accepted.choices.contains(&"Mainstream".to_owned()));
    let accepted = table.accepts(3).unwrap();
    assert_eq!(
        accepted.choices.first().map(String::as_str),
        Some("in_the_room")
    );
    assert_eq!(table.accepts(4).unwrap().choices, [""; 0]);

    assert!(!table.mean("Mainsteam", Some("Nowhere")));
    assert!(table.mean("Mainsteam", Some("Mainstream")));
    assert!(!table.waits_for_a_name(2, 2));
    let [other] = table.other_names().try_into().unwrap();
    assert_eq!(other.means.unwrap().as_str(), "Mainstream");
    assert_eq!(table.table().cell(2, 2), "Mainsteam", "it stands as it was");
    assert!(table.set_cell(2, 3, " interview "));
    assert!(table.set_cell(2, 4, ""));
    assert_eq!(problems(&table).len(), 1);
    table.skip(3, true);
    assert_eq!(problems(&table), [""; 0]);
    table.skip(3, false);
    assert!(table.set_cell(3, 1, "C2"));
    // Beyond what the row held.
    assert!(table.set_cell(3, 4, "£9,400"));
    let read = table.read(NOBODY).unwrap();
    assert!(read.problems.is_empty(), "{}", read.problems);
    assert_eq!(read.value[1].file.annual_cost.unwrap().get(), 9_400.0);
    assert_eq!(read.value[0].file.year_group.as_str(), "Year 3");
    assert!(!table.set_cell(4, 0, "x") && !table.set_cell(1, 0, "x") && !table.set_cell(2, 5, "x"));
}

#[test]
fn ragged_rows_are_named_and_can_be_cut_short() {
    let mut table = incoming("case_id,current_provision\nC1,Other,000\nC2,Other\nC3\n");
    assert_eq!(
        problems(&table),
        [
            "w.xlsx, row 2: the row has more fields than the header; a text with a comma in it \
             stands in quotation marks",
            "w.xlsx, row 4, column current_provision: it is empty, and is required",
        ]
    );
    table.cut_short(2);
    assert!(table.set_cell(4, 1, "Other"));
    assert_eq!(problems(&table), [""; 0]);
}

#[test]
fn what_is_wrong_with_a_cell_of_a_workbook_is_mended_in_it() {
    let rows = row(1, &["case_id", "current_provision"])
        + "<row r=\"2\"><c t=\"inlineStr\"><is><t>C1</t></is></c><c t=\"e\"><v>#REF!</v></c></row>";
    let mut table = Incoming::new(table(&Raw::cases(&rows).bytes()), codes());
    assert_eq!(problems(&table).len(), 1);
    assert!(table.set_cell(2, 1, "Other"));
    assert_eq!(problems(&table), [""; 0]);
}

fn dry(review: &Review, table: &Incoming) -> DryRun {
    let read = table.read(NOBODY).unwrap();
    DryRun::of(review, &read.value, NOBODY).unwrap()
}

const THREE: &str = "case_id,current_provision,root_causes,pen_portrait,parent_source,parent_words,\
    setting,support\nC1,Other,No places,Ask anna@example.org,,,ideal,ideal\nC2,Other,,,,,,\n\
    C3,Other,No places;Late,,interview,Happy,,\n";

#[test]
fn a_dry_run_says_what_an_import_then_does_and_changes_nothing() {
    let mut review = review();
    let table = incoming(THREE);
    let before = review.snapshot();
    let tried = dry(&review, &table);
    assert!(review.snapshot() == before);
    assert!(tried.is_good(), "{:?}", tried.in_the_way());
    assert_eq!(tried.counts(), (0, 2, 1));
    assert!(matches!(&tried.imported[0].outcome, Outcome::Draft(missing) if !missing.is_empty()));
    let causes: Vec<_> = tried
        .new_root_causes
        .iter()
        .map(|cause| cause.as_str())
        .collect();
    assert_eq!(causes, ["No places", "Late"]);
    assert_eq!(tried.identifying.len(), 1);
    assert_eq!(tried.identifying[0].text, "anna@example.org");
    let read = table.read(NOBODY).unwrap();
    assert_eq!(
        import(&mut review, read.value, ACT).unwrap(),
        tried.imported
    );
}

#[test]
fn the_same_file_twice_is_one_clear_message_and_nothing_comes_in() {
    let mut review = review();
    let mut table = incoming(THREE);
    import(&mut review, table.read(NOBODY).unwrap().value, ACT).unwrap();
    let before = review.snapshot();
    let tried = dry(&review, &table);
    assert!(!tried.is_good());
    assert_eq!(
        tried.in_the_way().unwrap(),
        "All 3 of these cases are here already."
    );
    assert!(import(&mut review, table.read(NOBODY).unwrap().value, ACT).is_err());
    assert!(review.snapshot() == before);

    let aside = tried.here_already[1].clone();
    review.apply(Command::Archive(aside.clone()), ACT).unwrap();
    assert!(table.set_cell(4, 0, "C4"));
    let tried = dry(&review, &table);
    assert_eq!(
        tried.in_the_way().unwrap(),
        "2 of these cases are here already (C1, C2); leave their rows out, or give them other \
         numbers. C2 is among the cases that are put aside."
    );
    for row in table.rows_of(&tried.here_already) {
        table.skip(row, true);
    }
    let tried = dry(&review, &table);
    assert!(tried.is_good() && tried.put_aside.is_empty());
    assert_eq!(tried.imported[0].case.as_str(), "C4");
    for row in 2..5 {
        table.skip(row, true);
    }
    assert_eq!(
        dry(&review, &table).in_the_way().unwrap(),
        "There is no case in this table."
    );
}

#[test]
fn opening_reading_and_trying_can_be_watched_and_stopped() {
    let rows: String = (2..1000)
        .map(|at| row(at, &[&format!("C{at}"), "Other"]))
        .collect();
    let rows = row(1, &["case_id", "current_provision"]) + &rows;
    let bytes = Raw::cases(&rows).bytes();
    let seen = RefCell::new(Vec::new());
    let watching = |progress: Progress| {
        assert!(progress.done <= progress.of, "{progress:?}");
        seen.borrow_mut().push(progress.doing);
        ControlFlow::Continue(())
    };
    let all = |observer: &dyn Fn(Progress) -> ControlFlow<()>| -> Result<(), Trouble> {
        let mut source = Source::from_bytes("w.xlsx", bytes.clone(), observer)?;
        let table = source.table(TableKind::Cases, observer)?.unwrap();
        let read = Incoming::new(table, codes()).read(observer)?;
        DryRun::of(&review(), &read.value, observer)?;
        Ok(())
    };
    all(&watching).unwrap();
    let seen = seen.into_inner();
    for doing in [
        Doing::Opening,
        Doing::Reading,
        Doing::Trying,
        Doing::Looking,
    ] {
        let times = seen.iter().filter(|one| **one == doing).count();
        assert!((1..=150).contains(&times), "{doing:?}: {times}");
        let stopping = |progress: Progress| {
            if progress.doing == doing {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        assert!(
            matches!(all(&stopping), Err(Trouble::Stopped(_))),
            "{doing:?}"
        );
    }
}
