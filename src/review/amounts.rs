//! The panel's words without amounts of money, which no page for a parent holds.

/// What stands for an amount of money in the panel's words.
const AMOUNT: &str = "[an amount]";

/// Written before a number, in capitals or not.
const BEFORE: [&str; 2] = ["£", "gbp"];
/// Written after a number of pounds, which makes it larger; the longer ones first.
const TIMES: [&str; 7] = ["thousand", "million", "billion", "mn", "bn", "k", "m"];
/// Written after a number, which make it money.
const AFTER: [&str; 5] = ["pounds", "pound", "quid", "gbp", "£"];
/// Written after a large number, which make it money as well.
const EACH: [&str; 8] = [
    "a year",
    "per year",
    "each year",
    "per annum",
    "a month",
    "a week",
    "p.a",
    "pa",
];

/// The panel's words without amounts of money: "£4,000 a year" as "[an amount] a year".
pub(super) fn without_money(words: &str) -> String {
    let mut out = String::new();
    let mut rest = words;
    let mut within = false;
    while let Some(first) = rest.chars().next() {
        // Neither "B4000 pounds" nor "XGBP 4" begins with its second letter.
        let amount = if within && first != '£' {
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

/// What follows the amount of money that these words begin with, if they do.
fn amount(words: &str) -> Option<&str> {
    if let Some(after) = BEFORE.iter().find_map(|sign| without(words, sign)) {
        let Some(after_number) = number(unsigned(after)).map(|(_, rest)| rest) else {
            return words.starts_with('£').then_some(after);
        };
        return Some(times(after_number).unwrap_or(after_number));
    }
    let (digits, rest) = number(words)?;
    let larger = times(rest);
    let counted = larger.unwrap_or(rest).trim_start();
    let named = AFTER.iter().find_map(|unit| whole(counted, unit));
    // "26k" is money in a panel's words, "26 k" and "26m" may be anything.
    let thousands = || whole(rest, "k");
    let each = || {
        let long = digits > 3 || larger.is_some();
        let each = EACH.iter().any(|each| whole(counted, each).is_some());
        (long && each).then(|| larger.unwrap_or(rest))
    };
    named.or_else(thousands).or_else(each)
}

/// How many digits these words begin with, and what follows the number. What belongs to the
/// sentence does not belong to the number.
fn number(words: &str) -> Option<(usize, &str)> {
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let end = words
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.' | '–' | '-'))
        .unwrap_or(words.len());
    let taken = words.get(..end)?.trim_end_matches([',', '.', '–', '-']);
    (digits(taken) > 0 && taken.starts_with(|c: char| c.is_ascii_digit()))
        .then_some((digits(taken), words.get(taken.len()..)?))
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
            "ß–“3” é",
            "",
        ] {
            assert_eq!(without_money(words), words);
        }
    }
}
