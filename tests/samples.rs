//! The samples are what their tables say, made by the code that everybody else uses.
//!
//! `UPDATE_SAMPLES=1 cargo test --test samples` writes them anew after the tables have changed.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};

use dbv_case_review::exchange::{self, Sheet};
use dbv_case_review::review::command::{Command, SetupEdit};
use dbv_case_review::review::panel::{Member, MemberId, Role};
use dbv_case_review::review::setup::{Definition, MoneyRule, Selection, SelectionMethod, Setup};
use dbv_case_review::review::text::{ProvisionCode, Text};
use dbv_case_review::review::units::FinancialYear;
use dbv_case_review::review::{Act, Review, Salt, Timestamp, Via, check_history};
use dbv_case_review::{privacy, store};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_reviews")
}

/// Samples are made at one fixed time, with salts that only count: the same tables give the same
/// file.
fn act(number: u8, via: Via) -> Act {
    let at = Timestamp::try_from("2026-07-01T09:00:00Z".to_owned()).unwrap();
    Act {
        at,
        via,
        money_visible: false,
        salt: Salt([number; 16]),
    }
}

fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

fn first_steps() -> Review {
    let folder = folder().join("first-steps");
    let table = |name: &str| Sheet::open(&folder.join(name)).unwrap();
    let year: FinancialYear = "2024-25".parse().unwrap();
    let provisions = exchange::provisions(&table("provisions.csv"));
    let baseline = exchange::baseline(&table("baseline.csv"), year);
    assert!(provisions.problems.is_empty(), "{}", provisions.problems);
    assert!(baseline.problems.is_empty(), "{}", baseline.problems);
    let mut setup = Setup::new(
        text("First steps: ten invented children"),
        text("West Marsh (invented)"),
        year,
    );
    setup.note = text("Every child, family and county in this sample is invented.");
    setup.definition = Some(Definition {
        words: text(
            "A place where the child is known, safe and learning, near enough to home to have friends \
             there, with the support that the plan names actually given, judged without regard to what \
             happens to be available in West Marsh today.",
        ),
        agreed_on: Some("2026-06-24".parse().unwrap()),
    });
    setup.selection = Selection {
        method: SelectionMethod::Purposive,
        account: text("Picked by hand to show the program; they stand for nobody."),
    };
    setup.provisions = provisions.value.rows;
    setup.baseline = baseline.value;
    let roles = [
        Role::SendOfficer,
        Role::Senco,
        Role::EducationalPsychologist,
        Role::Health,
        Role::ParentCarerForum,
    ];
    setup.members = roles
        .into_iter()
        .zip(1..)
        .map(|(role, id)| Member {
            id: MemberId(id),
            role,
            detail: Text::default(),
        })
        .collect();
    let codes: Vec<ProvisionCode> = setup
        .provisions
        .iter()
        .map(|row| row.code.clone())
        .collect();
    let cases = exchange::cases(&table("cases.csv"), &codes);
    assert!(cases.problems.is_empty(), "{}", cases.problems);
    assert!(cases.notes.is_empty(), "{:?}", cases.notes);
    let mut review = Review::begin(setup, act(1, Via::Typed)).unwrap();
    review
        .apply(Command::Import(cases.value), act(2, Via::Imported))
        .unwrap();
    review
        .apply(
            Command::Setup(SetupEdit::Money(MoneyRule::Live)),
            act(3, Via::Typed),
        )
        .unwrap();
    review
}

#[test]
fn the_first_sample_is_what_its_tables_say() {
    let review = first_steps();
    let written = store::write_text(review.state(), review.history()).unwrap();
    let path = folder().join("first-steps.dbvreview");
    if std::env::var_os("UPDATE_SAMPLES").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(
        kept == written,
        "the sample is not what its tables say; see the head of this file"
    );
}

#[test]
fn the_first_sample_is_whole_and_unchanged_and_holds_what_it_should() {
    let kept = std::fs::read_to_string(folder().join("first-steps.dbvreview")).unwrap();
    let opened = store::read_text(&kept).unwrap();
    assert!(opened.warnings.is_empty());
    let review = opened.review;
    let check = check_history(review.state(), review.history());
    assert_eq!(check.chain, Ok(()));
    assert!(
        check.followed && check.changed_outside.is_empty(),
        "{check:?}"
    );
    let complete = review
        .cases()
        .filter(|case| case.complete().is_some())
        .count();
    assert_eq!((review.cases().len(), complete), (10, 6));
    assert!(review.setup().note.contains("invented"));
}

#[test]
fn no_sample_holds_anything_that_identifies_somebody() {
    let review = first_steps();
    let found = privacy::identifying(review.setup(), review.cases());
    assert!(found.is_empty(), "{found:?}");
}
