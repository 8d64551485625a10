//! Whether the sheet is easy to read, and each page one page.

use super::super::sheet::MORE;
use super::super::{Block, Page, question_sheet};
use super::{case, judgement, setup, words};
use crate::exchange::pages::pages_back;
use crate::review::case::Standing;
use crate::review::judgement::Condition;

/// Short sentences are what makes a page easy to read: on average no more than twelve words, and
/// none longer than twenty.
#[test]
fn the_sheet_is_plain() {
    let page = question_sheet(&setup(), &case());
    let mut lengths = Vec::new();
    for block in &page.blocks {
        let told: Vec<&str> = match block {
            Block::Words(words) | Block::Ticks(words, _) => vec![words],
            Block::List(entries) => entries.iter().map(String::as_str).collect(),
            _ => continue,
        };
        for sentence in told.iter().flat_map(|told| told.split(['.', '?', ':'])) {
            let n = sentence.split_whitespace().count();
            assert!(n <= 20, "{sentence}");
            lengths.extend((n > 0).then_some(n));
        }
    }
    let mean = lengths.iter().sum::<usize>() as f64 / lengths.len() as f64;
    assert!(mean <= 12.0, "{mean}");
}

/// The height that a page takes on paper, with the sizes of the style sheet: a letter is on
/// average half as wide as it is high.
fn height(page: &Page) -> f64 {
    const PER_LINE: usize = 95;
    const LINE: f64 = 10.5 * 1.25 * 0.352_778;
    let lines = |words: &str, per: usize| words.chars().count().div_ceil(per) as f64 * LINE;
    let ticks = |choices: &[String]| {
        let (mut rows, mut used) = (1.0, 0);
        let small = if choices.len() > 6 { 9.5 / 10.5 } else { 1.0 };
        for choice in choices {
            let width = choice.chars().count() + 6;
            if used + width > (PER_LINE as f64 / small) as usize {
                (rows, used) = (rows + 1.0, 0);
            }
            used += width;
        }
        rows * (LINE * small + 0.8)
    };
    let height = |block: &Block| match block {
        Block::Heading(_) => 2.2 + LINE * 11.0 / 10.5,
        Block::Words(words) => lines(words, PER_LINE) + 1.0,
        Block::List(entries) => {
            entries
                .iter()
                .map(|entry| lines(entry, PER_LINE - 4))
                .sum::<f64>()
                + 1.0
        }
        Block::Quote(words) => {
            let paragraphs = words.lines();
            paragraphs
                .map(|line| lines(line, PER_LINE - 4).max(LINE))
                .sum::<f64>()
                + 2.0
        }
        Block::Ticks(asked, choices) => lines(asked, PER_LINE) + ticks(choices) + 2.0,
        Block::Lines(_, n) => 6.5 * *n as f64,
    };
    let title = 16.0 * 1.25 * 0.352_778 + 1.0;
    page.blocks.iter().map(height).sum::<f64>() + title
}

/// Of A4, without its margins.
const PAPER: f64 = 297.0 - 18.0;

#[test]
fn the_sheet_fits_on_one_page_and_its_back() {
    let mut case = case();
    case.file.year_group = words("Year 13");
    let sheet = question_sheet(&setup(), &case);
    // What can be left out is on its other side.
    let more = Block::Heading(MORE.to_owned());
    let at = sheet
        .blocks
        .iter()
        .position(|block| *block == more)
        .unwrap();
    let (first, second) = sheet.blocks.split_at(at);
    for side in [first, second] {
        let side = Page {
            blocks: side.to_vec(),
            ..sheet.clone()
        };
        let height = height(&side);
        assert!(height < PAPER, "{height} mm");
    }
}

/// With about as much in each text as people write: 100 words of reasons, 80 of a parent, 30 of
/// what ideal means, and three conditions.
#[test]
fn the_page_back_fits_on_one_page() {
    let mut case = case();
    case.voices[0].words = words(&"words ".repeat(80));
    let mut long = judgement();
    long.reasoning = words(&"reason ".repeat(100));
    let condition = Condition::new(words(&"condition ".repeat(10)), false);
    long.conditions = vec![condition; 3];
    case.standing = Standing::Recorded {
        judgement: long,
        changes: None,
    };
    let mut setup = setup();
    setup.definition.as_mut().unwrap().words = words(&"ideal ".repeat(30));
    for page in pages_back(&setup, &case.complete().unwrap()) {
        let height = height(&page);
        assert!(height < PAPER, "{height} mm");
    }
}
