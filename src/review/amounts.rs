//! The panel's words without amounts of money: no page for a parent holds one, none is read aloud,
//! and none that somebody wrote into a reason or a condition gets to the wall that way.

/// What stands for an amount of money in the panel's words.
const AMOUNT: &str = "[an amount]";

/// Written before a number, in capitals or not.
const BEFORE: [&str; 3] = ["£", "\u{ffe1}", "gbp"];
/// Written after a number of pounds, which makes it larger; the longer ones first.
const TIMES: [&str; 7] = ["thousand", "million", "billion", "mn", "bn", "k", "m"];
/// Written after a number, which make it money.
const AFTER: [&str; 6] = ["pounds", "pound", "quid", "gbp", "£", "pence"];
/// Written after a large number, which make it money as well.
const EACH: [&str; 12] = [
    "a year",
    "per year",
    "each year",
    "per annum",
    "a month",
    "a week",
    "p.a",
    "pa",
    "annually",
    "yearly",
    "/year",
    "/yr",
];

/// Between the two ends of a range, apart from a dash; with spaces around it.
const BETWEEN: [&str; 2] = ["to", "and"];

/// The words without amounts of money: "£4,000 a year" as "[an amount] a year". Amounts are known
/// by their figures and what stands beside them; one that is written in letters is not seen.
pub fn without_money(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    let mut within = false;
    while let Some(first) = rest.chars().next() {
        // Neither "B4000 pounds" nor "XGBP 4" begins with its second letter.
        let amount = if within && !is_sign(first) {
            None
        } else {
            amount(rest)
        };
        if let Some(after) = amount {
            out.push_str(AMOUNT);
            rest = after;
            within = false;
        } else {
            out.push(first);
            within = first.is_alphanumeric();
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    out
}

/// The pound sign, as wide as a letter or as a Chinese one.
const fn is_sign(letter: char) -> bool {
    matches!(letter, '£' | '\u{ffe1}')
}

/// What follows the amount of money that these words begin with, if they do.
fn amount(words: &str) -> Option<&str> {
    if let Some(after) = BEFORE.iter().find_map(|sign| without(words, sign)) {
        let Some(figure) = Figure::read(unsigned(after)) else {
            return words.starts_with(is_sign).then_some(after);
        };
        let end = figure.other_end().filter(Figure::ends_a_range);
        return Some(end.map_or_else(|| figure.end(), |end| end.end()));
    }
    let figure = Figure::read(words)?;
    figure.as_money().or_else(|| figure.other_end()?.as_money())
}

/// A number as it is written, with what follows it.
struct Figure<'a> {
    /// Its digits.
    digits: &'a str,
    /// What follows them.
    rest: &'a str,
    /// What follows "million" and the like, where that is written behind them.
    larger: Option<&'a str>,
}

impl<'a> Figure<'a> {
    /// The number that these words begin with. What belongs to the sentence does not belong to it.
    fn read(words: &'a str) -> Option<Self> {
        if !words.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mut end = run(words);
        while let Some(more) = thousands(words, end) {
            end = more;
        }
        let (digits, rest) = words.split_at_checked(end)?;
        let larger = times(rest);
        Some(Self {
            digits,
            rest,
            larger,
        })
    }

    /// What follows it and its "million".
    fn end(&self) -> &'a str {
        self.larger.unwrap_or(self.rest)
    }

    fn is_large(&self) -> bool {
        let digits = self.digits.chars().filter(char::is_ascii_digit);
        digits.count() > 3 || self.larger.is_some()
    }

    /// 2026 in "£9,000 to 2026".
    fn is_a_year(&self) -> bool {
        self.digits.len() == 4
            && (self.digits.starts_with("19") || self.digits.starts_with("20"))
            && self.larger.is_none()
    }

    /// What follows the amount, where what stands behind the number makes it one.
    fn as_money(&self) -> Option<&'a str> {
        let counted = self.end().trim_start();
        let named = AFTER.iter().find_map(|unit| whole(counted, unit));
        // "26k" is money in a panel's words, "26 k" and "26m" may be anything.
        let thousands = || whole(self.rest, "k");
        let each = || (self.is_large() && self.is_for_a_time()).then(|| self.end());
        named.or_else(thousands).or_else(each)
    }

    fn is_for_a_time(&self) -> bool {
        let counted = self.end().trim_start();
        EACH.iter().any(|each| whole(counted, each).is_some())
    }

    /// The other end of a range that begins with this: 50,000 in "40,000 to 50,000".
    fn other_end(&self) -> Option<Self> {
        let rest = self.end();
        let behind = rest.trim_start();
        let dashed = behind.strip_prefix(['-', '–', '\u{2014}']);
        let worded = || {
            let word = BETWEEN.iter().find_map(|word| whole(behind, word));
            word.filter(|_| behind.len() < rest.len())
        };
        Self::read(dashed.or_else(worded)?.trim_start())
    }

    /// Whether this, behind "£40,000 to", is money too: "50,000" is, and "3 schools" is not.
    fn ends_a_range(&self) -> bool {
        let counted = self.end().trim_start();
        let ends = !counted.starts_with(char::is_alphanumeric);
        !self.is_a_year()
            && (self.is_large() || ends || self.is_for_a_time() || self.as_money().is_some())
    }
}

/// Where the digits end that stand together at the beginning, with commas, points and dashes.
fn run(words: &str) -> usize {
    let within = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '–' | '-');
    let taken = words.find(|c| !within(c)).unwrap_or(words.len());
    let taken = words.get(..taken).unwrap_or_default();
    taken.trim_end_matches([',', '.', '–', '-']).len()
}

/// Where three more digits end behind a space: "12 000".
fn thousands(words: &str, end: usize) -> Option<usize> {
    let (before, after) = words.split_at_checked(end)?;
    let group = before
        .rsplit([' ', '\u{a0}', '\u{202f}', '\u{2009}'])
        .next()?;
    let spaced = after.strip_prefix([' ', '\u{a0}', '\u{202f}', '\u{2009}'])?;
    let digits = spaced.find(|c: char| !c.is_ascii_digit());
    let three = digits.unwrap_or(spaced.len()) == 3;
    let short = group.len() <= 3 && group.chars().all(|c| c.is_ascii_digit());
    (three && short).then(|| words.len() - spaced.len() + run(spaced))
}

/// After spaces and a minus.
fn unsigned(words: &str) -> &str {
    words.trim_start().trim_start_matches(['-', '–', '−'])
}

/// What follows "million" and the like.
fn times(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    TIMES.iter().find_map(|unit| whole(rest, unit))
}

/// What follows this word, where it is a whole one.
fn whole<'a>(words: &'a str, word: &str) -> Option<&'a str> {
    without(words, word).filter(|after| !after.starts_with(char::is_alphanumeric))
}

/// What follows these letters, in capitals or not.
fn without<'a>(words: &'a str, letters: &str) -> Option<&'a str> {
    let (start, after) = words.split_at_checked(letters.len())?;
    start.eq_ignore_ascii_case(letters).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::without_money;

    #[test]
    fn no_amount_in_the_panels_words() {
        for (typed, left) in [
            (
                "An assistant (£4,000 a year)",
                "An assistant ([an amount] a year)",
            ),
            (
                "It costs £12.50, or £3k.",
                "It costs [an amount], or [an amount].",
            ),
            ("£1.2 million by May", "[an amount] by May"),
            ("up to £ 900–1,000.", "up to [an amount]."),
            ("£", "[an amount]"),
            ("£5 more places", "[an amount] more places"),
            ("nothing", "nothing"),
            ("It saves 4000 pounds.", "It saves [an amount]."),
            ("4,000 Pounds a year", "[an amount] a year"),
            (
                "2 thousand pounds, or 3k pounds",
                "[an amount], or [an amount]",
            ),
            (
                "GBP 900 or gbp900 or 900 GBP",
                "[an amount] or [an amount] or [an amount]",
            ),
            ("about 4k a year", "about [an amount] a year"),
            ("26k", "[an amount]"),
            ("(26K–30K)", "([an amount]–[an amount])"),
            (
                "12,000 a year, 1.2 million a year",
                "[an amount] a year, [an amount] a year",
            ),
            ("not£4, £-500", "not[an amount], [an amount]"),
            (
                "£9,000, 3 sessions a week",
                "[an amount], 3 sessions a week",
            ),
            ("12,000 pounds, GBP 12,000", "[an amount], [an amount]"),
            ("£40,000-50,000", "[an amount]"),
            ("£40,000 – 50,000 a year", "[an amount] a year"),
            ("between £40,000 and 50,000", "between [an amount]"),
            ("£40,000 to £50,000", "[an amount] to [an amount]"),
            ("£5 to 10 a week", "[an amount] a week"),
            ("£1.5million, £1.5m-2m", "[an amount], [an amount]"),
            ("12k pounds", "[an amount]"),
            ("12,000 to 15,000 pounds", "[an amount]"),
            (
                "£12 000.50, or 12\u{a0}000 pounds",
                "[an amount], or [an amount]",
            ),
            ("￡12,000; 12,000/year", "[an amount]; [an amount]/year"),
        ] {
            assert_eq!(without_money(typed), left, "{typed}");
        }
    }

    #[test]
    fn what_stands_beside_an_amount_stays() {
        for (typed, left) in [
            ("£9,000 to 3 schools", "[an amount] to 3 schools"),
            ("£9,000 to 2026", "[an amount] to 2026"),
            ("£900 and 2 days", "[an amount] and 2 days"),
            ("£9,000 100 children", "[an amount] 100 children"),
        ] {
            assert_eq!(without_money(typed), left, "{typed}");
        }
    }

    #[test]
    fn other_numbers_stay() {
        for words in [
            "3 days a week, 190 days a year",
            "in 2026, by 1 May 2026.",
            "Year 8, 12 children, 26 kilometres, 4 keyworkers",
            "C4000 pounds on; 5 poundsign",
            "1. First. 2. Second.",
            "GBP",
            "20 m away, 25m pool",
            "3 to 4 sessions, 12 000 bricks, 8 and 12 children",
            "ß–“3” é",
            "",
        ] {
            assert_eq!(without_money(words), words);
        }
    }
}
