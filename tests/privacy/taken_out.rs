//! Whatever can be typed is looked into, and what is found there can be taken out: a postcode in
//! every field of the setup and of a case put aside.

use std::collections::BTreeSet;

use dbv_case_review::privacy::{Kind, identifying};
use dbv_case_review::review::baseline::Baseline;
use dbv_case_review::review::command::{FileEdit, FileText, SetupEdit};
use dbv_case_review::review::panel::{Member, MemberId, Role};
use dbv_case_review::review::setup::{Draw, DrawnGroup, IdealWords, Selection};
use dbv_case_review::review::source::{BaselineFigure, ProvisionFigure, Source};
use dbv_case_review::review::text::Text;
use dbv_case_review::review::{Command, Passage, Replacement, Review, Why};
use dbv_case_review::store::write_text;

use crate::common::world::{act, definition, small_review, text};

/// Postcodes that are all different, each in some words.
#[derive(Default)]
struct Postcodes(Vec<String>);

impl Postcodes {
    fn text(&mut self) -> Text {
        let number = self.0.len();
        let code = format!("LS{} {}QT", 30 + number / 10, number % 10);
        let words = text(&format!("near {code} today"));
        self.0.push(code);
        words
    }

    fn source<F>(&mut self, figure: F) -> Source<F> {
        Source {
            from: self.text(),
            year: self.text(),
            ..Source::of(figure)
        }
    }
}

fn edits(codes: &mut Postcodes, review: &Review) -> Vec<SetupEdit> {
    let mut row = review.setup().provisions[0].clone();
    row.label = codes.text();
    row.sources = vec![
        codes.source(ProvisionFigure::Caseload),
        codes.source(ProvisionFigure::UnitCost),
    ];
    let baseline = Baseline {
        sources: vec![codes.source(BaselineFigure::Allocation)],
        ..review.setup().baseline.clone()
    };
    vec![
        SetupEdit::Title(codes.text()),
        SetupEdit::LocalAuthority(codes.text()),
        SetupEdit::Note(codes.text()),
        SetupEdit::Purpose(codes.text()),
        SetupEdit::IdealWords(vec![IdealWords {
            by: None,
            words: codes.text(),
        }]),
        SetupEdit::Definition(Some(definition(&codes.text()))),
        SetupEdit::Selection(Selection {
            account: codes.text(),
            frame: codes.text(),
            chosen_by: codes.text(),
            left_out: codes.text(),
            shown: codes.text(),
            draw: Some(Draw {
                seed: 7,
                drawn_on: None,
                groups: vec![DrawnGroup {
                    name: codes.text(),
                    of: 10,
                    drawn: 2,
                }],
            }),
            ..Selection::default()
        }),
        SetupEdit::PutMember(Member {
            id: MemberId(9),
            role: Role::Other,
            detail: codes.text(),
            organisation: None,
        }),
        SetupEdit::PutProvision(row),
        SetupEdit::Baseline(Box::new(baseline)),
        SetupEdit::RootCauses(vec![codes.text()]),
    ]
}

fn filled() -> (Review, Vec<String>) {
    let mut review = small_review();
    let mut codes = Postcodes::default();
    let mut commands: Vec<Command> = edits(&mut codes, &review)
        .into_iter()
        .map(Command::Setup)
        .collect();
    let aside = review.cases().next().unwrap().id().clone();
    commands.push(Command::EditCaseFile {
        case: aside.clone(),
        edit: FileEdit::Text(FileText::PenPortrait, codes.text()),
    });
    commands.push(Command::Archive(aside));
    for (n, command) in commands.into_iter().enumerate() {
        review.apply(command, act(100 + n, false)).unwrap();
    }
    (review, codes.0)
}

fn found(review: &Review) -> BTreeSet<String> {
    let all = identifying(review.setup(), review.state().every_case());
    all.into_iter()
        .filter(|one| one.kind == Kind::Postcode && !one.kept)
        .map(|one| one.text)
        .collect()
}

#[test]
fn a_postcode_in_any_field_is_found_and_taken_out() {
    let (mut review, codes) = filled();
    assert_eq!(found(&review), codes.iter().cloned().collect());
    for (n, code) in codes.iter().enumerate() {
        let passage = Passage::new(code).unwrap();
        review
            .redact(
                &passage,
                Replacement::Place,
                Why::Place,
                act(300 + n, false),
            )
            .unwrap();
    }
    assert_eq!(found(&review), BTreeSet::new());
    let file = write_text(&review.snapshot()).unwrap();
    let left: Vec<&String> = codes.iter().filter(|code| file.contains(*code)).collect();
    assert_eq!(left, [""; 0], "in the file, history included");
    assert_eq!(review.setup().purpose.as_str(), "near [place] today");
}

#[test]
fn what_is_kept_is_told_as_kept_until_it_is_watched_or_taken_out() {
    let (mut review, codes) = filled();
    let keep = text(&codes[3].to_lowercase().replace(' ', "  "));
    let kept = Command::Setup(SetupEdit::KeepPassage(keep.clone()));
    review.apply(kept, act(300, false)).unwrap();
    let others: BTreeSet<String> = codes
        .iter()
        .filter(|code| **code != codes[3])
        .cloned()
        .collect();
    assert_eq!(found(&review), others);

    review.apply(Command::Undo, act(301, false)).unwrap();
    assert_eq!(found(&review).len(), codes.len());
    review.apply(Command::Redo, act(302, false)).unwrap();
    let watch = Command::Setup(SetupEdit::WatchPassage(keep.clone()));
    review.apply(watch, act(303, false)).unwrap();
    assert_eq!(found(&review).len(), codes.len());

    let again = Command::Setup(SetupEdit::KeepPassage(keep));
    review.apply(again, act(304, false)).unwrap();
    let passage = Passage::new(&codes[3]).unwrap();
    review
        .redact(&passage, Replacement::Place, Why::Place, act(305, false))
        .unwrap();
    let file = write_text(&review.snapshot()).unwrap().to_lowercase();
    let bare = codes[3].to_lowercase().replace(' ', "");
    assert!(
        !file.replace(' ', "").contains(&bare),
        "nor among what was kept"
    );
    assert_eq!(found(&review), others);
}
