//! The template can be read back as it is, holds the review's own figures, and helps whoever fills
//! it in.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use dbv_case_review::exchange::{
    NOBODY, Source, TableKind, Takes, baseline, cases, provisions, template,
};
use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::provision::{Provision, preset};
use dbv_case_review::review::setup::Setup;
use dbv_case_review::review::text::{ProvisionCode, Text};
use dbv_case_review::review::units::{
    Caseload, Growth, Money, PerChild, Places, PriceGrowth, Share, Tier,
};

use crate::{codes, source};

/// What the tables of a template say.
fn back(bytes: &[u8]) -> (Vec<Provision>, Baseline, usize) {
    let mut source = source(bytes);
    assert_eq!(source.notes(), [""; 0]);
    let mut table = |kind| Source::table(&mut source, kind, NOBODY).unwrap().unwrap();
    let rows = provisions(&table(TableKind::Provisions));
    let held = baseline(&table(TableKind::Baseline), "2025-26".parse().unwrap());
    let read = cases(&table(TableKind::Cases), codes());
    for problems in [&rows.problems, &held.problems, &read.problems] {
        assert!(problems.is_empty(), "{problems}");
    }
    assert_eq!(read.notes, [""; 0]);
    (rows.value.rows, held.value, read.value.len())
}

fn setup() -> Setup {
    let text = |words: &str| Text::new(words).unwrap();
    let mut setup = Setup::new(text("T"), text("L"), "2024-25".parse().unwrap());
    let mut full = Provision::new(
        ProvisionCode::new("Unit").unwrap(),
        text("A unit, with \"quotes\""),
        Tier::new(2).unwrap(),
    );
    full.caseload = Caseload::new(350.5).unwrap();
    full.unit_cost = Some(PerChild::new(61_203.33).unwrap());
    full.avoidable_cost = Some(PerChild::new(0.1).unwrap());
    full.growth = Growth::new(-0.0333).unwrap();
    full.transition_share = Share::new(0.198).unwrap();
    full.new_places = vec![Places::new(1040.0).unwrap(), Places::new(60.5).unwrap()];
    let bare = Provision::new(
        ProvisionCode::new("7").unwrap(),
        Text::EMPTY,
        Tier::new(0).unwrap(),
    );
    setup.provisions = vec![full, bare];
    let held = &mut setup.baseline;
    held.allocation = Money::new(89_000_000.25).unwrap();
    held.opening_balance = Money::new(-21_400_000.0).unwrap();
    held.allocation_growth = vec![
        PriceGrowth::new(0.05).unwrap(),
        PriceGrowth::new(-0.03).unwrap(),
    ];
    held.investment = vec![Money::new(400_000.0).unwrap()];
    setup
}

#[test]
fn an_empty_template_is_read_back_without_a_problem() {
    let (rows, held, cases) = back(&template(None).unwrap());
    assert_eq!(rows, preset());
    assert_eq!(held, Baseline::starting("2025-26".parse().unwrap()));
    assert_eq!(cases, 0, "no example is in it");
}

#[test]
fn a_template_of_a_review_holds_its_figures() {
    let setup = setup();
    let (rows, held, _) = back(&template(Some(&setup)).unwrap());
    assert_eq!(rows, setup.provisions);
    assert_eq!(held, setup.baseline);
}

#[test]
fn the_same_review_gives_the_same_file() {
    assert!(template(Some(&setup())).unwrap() == template(Some(&setup())).unwrap());
}

/// The text of all files in the workbook whose name begins so.
fn parts(bytes: &[u8], begins: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        if file.name().unwrap().starts_with(begins) {
            file.read_to_string(&mut text).unwrap();
        }
    }
    text
}

#[test]
fn every_column_says_what_it_means_and_lists_offer_what_it_takes() {
    let bytes = template(None).unwrap();
    let notes = parts(&bytes, "xl/comments");
    let sheets = parts(&bytes, "xl/worksheets/sheet");
    let plain = |text: &str| text.replace('&', "&amp;");
    let mut lists = BTreeSet::new();
    for kind in TableKind::ALL {
        for column in kind.columns() {
            assert!(notes.contains(&plain(column.means)), "{}", column.name);
            assert!(
                notes.contains(&plain(&column.takes.in_words())),
                "{}",
                column.name
            );
            match column.takes {
                Takes::Codes(words) => {
                    lists.insert(words().join(","));
                }
                Takes::Provision | Takes::ProvisionOr(_) => {
                    lists.insert("provisions!$A$2:$A$25".to_owned());
                }
                _ => {}
            }
        }
    }
    for list in lists {
        assert!(sheets.contains(&list), "{list}");
    }
    assert_eq!(sheets.matches("state=\"frozen\"").count(), 3);
}
