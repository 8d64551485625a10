//! Cases that are being drawn from a council's list: what was pasted, how many are to be drawn and
//! how, and what came out. None of it is the review's until somebody records the draw; the list
//! itself never is.

mod before;

use std::ops::Range;
use std::sync::Arc;

use crate::findings::sampling::{BadList, Caseload, How, LONGEST_LIST, Pasted, Sample};
use crate::review::Date;
use crate::review::setup::{Draw, Selection, SelectionMethod};

/// Bytes of a list that can be typed in; a longer one is pasted, and shown row by row.
pub const LONGEST_TYPED: usize = 8_000;

/// Where the list comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum From {
    /// It is pasted or typed.
    #[default]
    Pasted,
    /// The rows 1 to N of a spreadsheet.
    Rows,
}

/// How cases are to be drawn, without the numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Way {
    /// From all.
    #[default]
    Random,
    /// Each group by its share.
    InProportion,
    /// The same number from each group.
    SameInEach,
    /// By share, but so many from each at least.
    AtLeast,
}

impl Way {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::Random,
        Self::InProportion,
        Self::SameInEach,
        Self::AtLeast,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Random => "from all, whatever their group",
            Self::InProportion => "from each group by its share",
            Self::SameInEach => "the same number from each group",
            Self::AtLeast => "by share, but at least some from each",
        }
    }
}

/// What can be typed besides the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// Rows of the spreadsheet.
    Rows,
    /// Cases to draw.
    Cases,
    /// Cases to draw from each group.
    Each,
    /// Another seed than the review's.
    Seed,
}

/// A change to what is being drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Begin, or put it all away.
    Open(bool),
    /// Where the list comes from.
    From(From),
    /// The list.
    List(String),
    /// How it is drawn.
    Way(Way),
    /// What stands in one of the small fields.
    Number(Number, String),
    /// Whether another seed is used than the review's.
    OtherSeed(bool),
    /// Draw, with the review's seed at hand.
    Draw {
        /// The review's.
        seed: u64,
    },
}

/// A draw as it goes into the review.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// The method that it is.
    pub method: SelectionMethod,
    /// How many were on the list.
    pub listed: u32,
    /// The draw.
    pub draw: Draw,
}

impl Drawn {
    /// A sample as it goes into the review on this day.
    pub fn of(sample: &Sample, today: Date) -> Self {
        Self {
            method: sample.method(),
            listed: u32::try_from(sample.listed()).unwrap_or(u32::MAX),
            draw: sample.to_draw(Some(today)),
        }
    }

    /// How the cases were chosen, with this draw put in.
    pub fn put_into(&self, kept: &Selection) -> Selection {
        Selection {
            method: self.method,
            frame_size: Some(self.listed),
            chosen_on: self.draw.drawn_on,
            draw: Some(self.draw.clone()),
            ..kept.clone()
        }
    }
}

/// What is being drawn.
#[derive(Clone, Debug, Default)]
pub struct Drawing {
    /// Whether somebody is at it.
    pub open: bool,
    /// Where the list comes from.
    pub from: From,
    /// The list as it was typed or pasted.
    pub text: String,
    /// Where its lines are, for one that is too long to be typed in.
    pub lines: Arc<[Range<usize>]>,
    /// What the list was read as; `None` = nothing to read yet.
    pub read: Option<Arc<Result<Pasted, BadList>>>,
    /// How it is drawn.
    pub way: Way,
    rows: String,
    cases: String,
    each: String,
    seed: String,
    /// Whether another seed is used than the review's.
    pub other_seed: bool,
    /// What came out.
    pub sample: Option<Arc<Sample>>,
}

impl Drawing {
    /// What stands in a small field.
    pub fn number(&self, number: Number) -> &str {
        match number {
            Number::Rows => &self.rows,
            Number::Cases => &self.cases,
            Number::Each => &self.each,
            Number::Seed => &self.seed,
        }
    }

    /// The list, if it can be drawn from.
    pub fn list(&self) -> Option<&Caseload> {
        match self.read.as_deref()? {
            Ok(pasted) => Some(&pasted.list),
            Err(_) => None,
        }
    }

    /// What is wrong with a small field; `None` for one that is right or empty.
    pub fn wrong(&self, number: Number) -> Option<&'static str> {
        let text = self.number(number).trim();
        if text.is_empty() {
            return None;
        }
        match number {
            Number::Seed => whole(text)
                .is_none()
                .then_some("a seed is a whole number, 0 or more"),
            Number::Rows => whole(text)
                .filter(|rows| (1..=LONGEST_LIST as u64).contains(rows))
                .is_none()
                .then_some("a whole number, from 1 to 100,000"),
            Number::Cases | Number::Each => whole(text)
                .filter(|cases| *cases > 0)
                .is_none()
                .then_some("a whole number, at least 1"),
        }
    }

    /// How it is to be drawn, once all numbers are there.
    pub fn how(&self) -> Option<How> {
        let number = |number: Number| {
            let whole = whole(self.number(number))?;
            usize::try_from(whole).ok().filter(|n| *n > 0)
        };
        Some(match self.way {
            Way::Random => How::Random {
                n: number(Number::Cases)?,
            },
            Way::InProportion => How::InProportion {
                n: number(Number::Cases)?,
            },
            Way::SameInEach => How::SameInEach {
                each: number(Number::Each)?,
            },
            Way::AtLeast => How::AtLeast {
                n: number(Number::Cases)?,
                each: number(Number::Each)?,
            },
        })
    }

    /// The seed that is used where the review has this one; `None` = what was typed is none.
    pub fn seed(&self, reviews: u64) -> Option<u64> {
        if self.other_seed {
            whole(&self.seed)
        } else {
            Some(reviews)
        }
    }

    /// Makes a change. Whatever is changed, what came out before is put away.
    pub fn change(&mut self, change: Change) {
        self.sample = None;
        match change {
            Change::Open(open) => {
                *self = Self {
                    open,
                    ..Self::default()
                };
            }
            Change::From(from) => {
                self.from = from;
                self.way = Way::Random;
                self.read();
            }
            Change::List(text) => {
                self.text = text;
                self.lines = lines(&self.text);
                self.read();
            }
            Change::Way(way) => self.way = way,
            Change::Number(number, text) => {
                let field = match number {
                    Number::Rows => &mut self.rows,
                    Number::Cases => &mut self.cases,
                    Number::Each => &mut self.each,
                    Number::Seed => &mut self.seed,
                };
                *field = text;
                if number == Number::Rows {
                    self.read();
                }
            }
            Change::OtherSeed(other) => self.other_seed = other,
            Change::Draw { seed } => {
                if let (Some(list), Some(how), Some(seed)) =
                    (self.list(), self.how(), self.seed(seed))
                {
                    self.sample = Some(Arc::new(list.draw(seed, how)));
                }
            }
        }
    }

    fn read(&mut self) {
        self.read = match self.from {
            From::Pasted if self.text.trim().is_empty() => None,
            From::Pasted => Some(Caseload::parse(&self.text)),
            From::Rows => {
                let rows = whole(&self.rows).filter(|rows| *rows > 0);
                let rows = rows.and_then(|rows| usize::try_from(rows).ok());
                rows.map(|rows| {
                    Caseload::of_rows(rows).map(|list| Pasted {
                        list,
                        notes: Vec::new(),
                    })
                })
            }
        }
        .map(Arc::new);
        let groups = self.list().is_some_and(Caseload::has_groups);
        if !groups {
            self.way = Way::Random;
        }
    }
}

/// A whole number as a person types it: "1,240".
fn whole(text: &str) -> Option<u64> {
    let digits: String = text
        .trim()
        .chars()
        .filter(|c| *c != ',' && *c != ' ')
        .collect();
    digits.parse().ok()
}

fn lines(text: &str) -> Arc<[Range<usize>]> {
    if text.len() <= LONGEST_TYPED {
        return Arc::default();
    }
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let from = at;
            at += line.len();
            from..from + line.trim_end_matches(['\r', '\n']).len()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(text: &str) -> Drawing {
        let mut drawing = Drawing::default();
        drawing.change(Change::List(text.to_owned()));
        drawing
    }

    #[test]
    fn a_draw_needs_a_list_and_a_number() {
        let mut drawing = drawing("1\tspecial\n2\tmainstream\n3\tmainstream\n");
        drawing.change(Change::Draw { seed: 2024 });
        assert!(drawing.sample.is_none());
        drawing.change(Change::Number(Number::Cases, "2".to_owned()));
        drawing.change(Change::Draw { seed: 2024 });
        assert_eq!(
            drawing.sample.as_ref().map(|sample| sample.drawn()),
            Some(2)
        );
        drawing.change(Change::Number(Number::Cases, "0".to_owned()));
        assert!(drawing.sample.is_none() && drawing.how().is_none());
        assert!(drawing.wrong(Number::Cases).is_some());
    }

    #[test]
    fn what_is_lacking_and_what_is_too_much_is_said_before_drawing() {
        let mut drawing = Drawing::default();
        assert_eq!(drawing.lacks(2024), Some("Paste the list first"));
        let list: String = (0..100)
            .map(|row| format!("{row};g{}\n", row % 5))
            .collect();
        drawing.change(Change::List(list));
        drawing.change(Change::Way(Way::AtLeast));
        assert_eq!(drawing.lacks(2024), Some("Say how many cases"));
        drawing.change(Change::Number(Number::Cases, "28".to_owned()));
        let lacks = drawing.lacks(2024);
        assert_eq!(lacks, Some("Say at least how many from each group"));
        assert_eq!(drawing.too_much(), None);
        drawing.change(Change::Number(Number::Each, "10".to_owned()));
        assert_eq!(drawing.lacks(2024), None);
        let told = drawing.too_much().unwrap();
        assert!(told.starts_with("At least 10 from each of 5 groups are 50 cases, more than 28"));
        drawing.change(Change::Number(Number::Each, "5".to_owned()));
        assert_eq!(drawing.too_much(), None);
        drawing.change(Change::Number(Number::Cases, "101".to_owned()));
        assert!(drawing.too_much().unwrap().contains("has 100 cases"));
        drawing.change(Change::Way(Way::SameInEach));
        drawing.change(Change::Number(Number::Each, "21".to_owned()));
        assert!(drawing.too_much().unwrap().starts_with("5 of 5 groups"));
    }

    #[test]
    fn without_groups_there_is_one_way() {
        let mut drawing = drawing("1\ta\n2\tb\n");
        drawing.change(Change::Way(Way::SameInEach));
        drawing.change(Change::List("1\n2\n".to_owned()));
        assert_eq!(drawing.way, Way::Random);
    }

    #[test]
    fn a_long_list_is_shown_line_by_line() {
        let text: String = (0..5_000).map(|row| format!("{row}\r\n")).collect();
        let drawing = drawing(&text);
        assert_eq!(drawing.lines.len(), 5_000);
        let last = drawing.lines.last().cloned().unwrap_or_default();
        assert_eq!(drawing.text.get(last), Some("4999"));
        assert_eq!(drawing.list().map(Caseload::len), Some(5_000));
    }

    #[test]
    fn another_seed_is_used_only_where_it_is_one() {
        let mut drawing = drawing("1\n2\n3");
        assert_eq!(drawing.seed(2024), Some(2024));
        drawing.change(Change::OtherSeed(true));
        assert_eq!(drawing.seed(2024), None);
        drawing.change(Change::Number(Number::Seed, "17".to_owned()));
        assert_eq!(drawing.seed(2024), Some(17));
    }
}
