//! Whatever people type comes out as it went in; whatever happens to the bytes, the program gives
//! an answer.

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, SetupEdit, VoiceEdit};
use dbv_case_review::review::judgement::{Condition, Dissent, SupportCost};
use dbv_case_review::review::perspective::{Attempt, VoiceId};
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::{Money, PerChild, PriceGrowth, Share};
use dbv_case_review::review::{Act, Command, Date, Review, Salt, Timestamp, Via};
use dbv_case_review::store::format::read_bytes;
use dbv_case_review::store::{open, read_text};
use proptest::prelude::*;

use super::made::{SECRET, apply, begun, code, judged};
use super::{keep, written};

/// Words with all that means something to RON, to editors and to writers of other scripts.
fn words() -> impl Strategy<Value = Text> {
    let piece = prop_oneof![
        3 => "\\PC{0,12}",
        1 => any::<char>().prop_map(String::from),
        2 => prop::sample::select(vec![
            "\"", "\"#", "\"##", "#", "r#\"", "\\", "\\n", "\\u{41}", "\n", "\r\n", "\r", "\t", "//", "/*", "*/",
            "(", ")", "[", "],", "None", "Some(", "\u{0}", "\u{feff}", "\u{2028}", "\u{85}", "\u{202e}", "e\u{301}",
            "👩‍👧", "’", "“", "”",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| Text::new(pieces.concat()).unwrap())
}

fn identifier() -> impl Strategy<Value = String> {
    "[\\PC\"\\\\#]{0,20}".prop_map(|text| format!("C{text}").trim().to_owned())
}

fn money() -> impl Strategy<Value = Money> {
    let number = prop_oneof![
        -1e11..=1e11f64,
        prop::num::f64::ANY,
        prop::sample::select(vec![
            0.1 + 0.2,
            -0.0,
            1e-300,
            f64::MIN_POSITIVE,
            5e-324,
            1e11,
            1.0 / 3.0
        ]),
    ];
    number.prop_filter_map("out of bounds", |number| Money::new(number).ok())
}

fn date() -> impl Strategy<Value = Date> {
    (1950..=2150i32, 1..=12u32, 1..=28u32)
        .prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}").parse().unwrap())
}

fn sometime() -> impl Strategy<Value = Act> {
    (
        -600_000_000..5_000_000_000i64,
        any::<[u8; 16]>(),
        any::<bool>(),
    )
        .prop_map(|(at, salt, seen)| Act {
            at: Timestamp::new(chrono::DateTime::from_timestamp(at, 0).unwrap()).unwrap(),
            via: Via::Imported,
            money_visible: seen,
            salt: Salt(salt),
        })
}

/// One case with every kind of thing that a file writes: texts, numbers, dates, lists, options.
fn review() -> impl Strategy<Value = Review> {
    let texts = prop::collection::vec(words(), 12);
    let numbers = (
        prop::collection::vec(money(), 6),
        0.0..=1.0f64,
        -0.2..=0.5f64,
        0.0..=2e6f64,
    );
    (
        identifier(),
        texts,
        numbers,
        prop::option::of(date()),
        sometime(),
    )
        .prop_map(|(id, texts, (money, share, growth, cost), date, act)| {
            let mut review = begun();
            let case = CaseId::new(id).unwrap();
            let mut texts = texts.into_iter();
            let mut text = || texts.next().unwrap();
            let mut file = CaseFile::new(case.clone(), code("Mainstream"));
            (file.pen_portrait, file.aspirations) = (text(), text());
            file.secondary_needs = vec![text(), text()];
            file.annual_cost = Some(PerChild::new(cost).unwrap());
            let mut baseline = review.setup().baseline.clone();
            baseline.investment = money.clone();
            baseline.realisation = Share::new(share).unwrap();
            baseline.allocation_growth = vec![PriceGrowth::new(growth).unwrap(); 2];
            let edit_voice = |edit| Command::EditVoice {
                case: case.clone(),
                voice: VoiceId(1),
                edit,
            };
            let edit_draft = |edit| Command::EditDraft {
                case: case.clone(),
                edit,
            };
            let condition = Condition {
                by_when: text(),
                one_off: money.first().copied(),
                ..Condition::new(text(), true)
            };
            let support = SupportCost {
                per_year: PerChild::new(cost).unwrap(),
                payer: dbv_case_review::review::judgement::Payer::School,
            };
            for command in [
                Command::Setup(SetupEdit::Note(text())),
                Command::Setup(SetupEdit::Baseline(Box::new(baseline))),
                Command::AddCase(Box::new(file)),
                edit_voice(VoiceEdit::Words(text())),
                edit_voice(VoiceEdit::Date(date)),
                edit_voice(VoiceEdit::Attempts(vec![Attempt {
                    on: date,
                    how: text(),
                    by: text(),
                }])),
                edit_draft(DraftEdit::Reasoning(text())),
                edit_draft(DraftEdit::Conditions(vec![condition])),
                edit_draft(DraftEdit::SupportCosts(vec![support])),
                edit_draft(DraftEdit::Dissent(vec![Dissent {
                    by: None,
                    words: text(),
                }])),
            ] {
                review.apply(command, act).unwrap();
            }
            review
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_comes_back(review in review()) {
        let text = written(&review);
        let back = read_text(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(back.review.state(), review.state());
        prop_assert_eq!(back.review.history(), review.history());
        prop_assert_eq!(back.review.history().check(), Ok(()));
        prop_assert_eq!(written(&back.review), text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn it_comes_back_from_the_disk_too(review in review()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dbvreview");
        keep(&path, &review).unwrap();
        let back = open(&path).unwrap().review;
        prop_assert_eq!(back.state(), review.state());
    }
}

#[test]
fn any_code_can_stand_in_the_table() {
    let mut review = begun();
    let mut rows = review.setup().provisions.clone();
    for (row, odd) in rows
        .iter_mut()
        .zip(["a\"b", "None", "Some(x)", "r#\"x\"#", "\\", "//"])
    {
        row.code = ProvisionCode::new(odd).unwrap();
    }
    apply(&mut review, Command::Setup(SetupEdit::Provisions(rows)));
    assert_eq!(
        read_text(&written(&review)).unwrap().review.state(),
        review.state()
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Bits that flip, bytes that go and bytes that come: an answer, and no word of a case in it.
    #[test]
    fn whatever_happens_to_the_bytes_there_is_an_answer(
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..4),
    ) {
        static WHOLE: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
        let mut bytes = WHOLE.get_or_init(|| written(&judged(1)).into_bytes()).clone();
        for (at, byte, how) in hits {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.drain(at..(at + usize::from(byte)).min(bytes.len())); }
            }
        }
        match read_bytes(&bytes) {
            Ok(opened) => {
                // What opened can be kept, and comes back.
                let again = read_text(&written(&opened.review)).unwrap();
                prop_assert_eq!(again.review.state(), opened.review.state());
            }
            Err(error) => prop_assert!(!error.to_string().contains(SECRET), "{}", error),
        }
    }
}

#[test]
fn every_flip_of_one_bit_has_an_answer() {
    let whole = written(&begun()).into_bytes();
    for at in (0..whole.len()).step_by(5) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        // Whether it opens depends on the place; that it answers does not.
        let _ = read_bytes(&bytes);
    }
}
