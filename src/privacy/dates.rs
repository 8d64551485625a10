//! Dates of birth: a full date, and only beside a word that says so. Dates of meetings, plans and
//! placements belong in a case file.

use super::words::{Word, is_space};
use super::{Found, Kind};

/// How far a word such as "born" may stand before its date, and after it, in words.
const BEFORE: usize = 6;
const AFTER: usize = 5;

pub(super) fn find(words: &[Word], found: &mut Vec<Found>) {
    let mut at = 0;
    while let Some(first) = words.get(at) {
        let rest = words.get(at..).unwrap_or_default();
        let Some(length) = date(rest) else {
            at += 1;
            continue;
        };
        let after = at + length;
        if let Some(last) = words.get(after.saturating_sub(1))
            && (birth_before(words, at) || birth_after(words, after) || turns(words, at))
        {
            found.push(Found {
                kind: Kind::DateOfBirth,
                range: first.start..last.end(),
            });
        }
        at = after;
    }
}

/// How many of the first words are a full date.
fn date(words: &[Word]) -> Option<usize> {
    let [first, second, third, ..] = words else {
        return None;
    };
    if !first.begins_with_digit() && !second.begins_with_digit() {
        return None;
    }
    let gaps_of_numbers = [second.gap, third.gap]
        .iter()
        .all(|gap| matches!(*gap, "/" | "-" | "." | "–") || is_space(gap));
    if gaps_of_numbers && second.number().is_some_and(is_month_number) {
        let day_first = first.number().is_some_and(is_day) && is_year(third);
        let year_first =
            first.text.len() == 4 && is_year(first) && third.number().is_some_and(is_day);
        if day_first || year_first {
            return Some(3);
        }
    }
    let near = |word: &Word| matches!(word.gap, "-" | "/" | ", " | ". ") || is_space(word.gap);
    if ordinal(first).is_some() {
        // "14 May 2012", "14th of May, 2012"
        let skipped = usize::from(second.is("of"));
        let (month, year) = (words.get(1 + skipped)?, words.get(2 + skipped)?);
        return (is_month(month) && near(month) && is_year(year) && near(year))
            .then_some(3 + skipped);
    }
    // "May 14th, 2012"
    (is_month(first) && ordinal(second).is_some() && near(second) && is_year(third) && near(third))
        .then_some(3)
}

fn is_day(number: u32) -> bool {
    (1..=31).contains(&number)
}

fn is_month_number(number: u32) -> bool {
    (1..=12).contains(&number)
}

fn is_year(word: &Word) -> bool {
    match word.text.len() {
        2 => word.is_digits(),
        4 => word
            .number()
            .is_some_and(|year| (1900..=2150).contains(&year)),
        _ => false,
    }
}

/// A day of the month: "14", "14th".
fn ordinal(word: &Word) -> Option<u32> {
    let digits = word
        .text
        .trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.text.get(digits.len()..)?.to_ascii_lowercase();
    let day = digits.parse().ok().filter(|day| is_day(*day))?;
    matches!(ending.as_str(), "" | "st" | "nd" | "rd" | "th").then_some(day)
}

fn is_month(word: &Word) -> bool {
    const MONTHS: &str = "\
        january february march april may june july august september october november december";
    word.is("sept")
        || MONTHS
            .split(' ')
            .any(|month| word.is(month) || month.get(..3).is_some_and(|short| word.is(short)))
}

/// "turned five on", "will be 18 on": the date after it is a birthday. And "b." right before it.
fn turns(words: &[Word], date: usize) -> bool {
    let back = |by: usize| date.checked_sub(by).and_then(|at| words.get(at));
    let age = |word: &Word| word.number().is_some_and(|age| age <= 25) || word.is_any(AGES);
    let turned = |word: &Word| word.is_any("turn turns turned turning be is was");
    let birthday = back(1).is_some_and(|word| word.is("on"))
        && back(2).is_some_and(age)
        && back(3).is_some_and(turned);
    let gap = words.get(date).map_or("", |word| word.gap);
    birthday || (gap.starts_with('.') && back(1).is_some_and(|word| word.is("b")))
}

const AGES: &str = "\
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
    sixteen seventeen eighteen nineteen twenty";

fn birth_before(words: &[Word], date: usize) -> bool {
    (date.saturating_sub(BEFORE)..date)
        .rev()
        .take_while(|at| !sentence_ends_after(words, *at))
        .any(|at| speaks_of_birth(words, at))
}

fn birth_after(words: &[Word], after: usize) -> bool {
    (after..after.saturating_add(AFTER))
        .take_while(|at| !sentence_ends_after(words, at.saturating_sub(1)))
        .any(|at| speaks_of_birth(words, at))
}

/// Whether a sentence ends between this word and the next; the full stops of "D.O.B." end none.
fn sentence_ends_after(words: &[Word], at: usize) -> bool {
    let (Some(word), Some(next)) = (words.get(at), words.get(at.saturating_add(1))) else {
        return true;
    };
    let stop = next.gap.starts_with('.') && next.gap.len() > 1 && word.text.len() > 1;
    stop || next.gap.contains(['!', '?', ';'])
}

fn speaks_of_birth(words: &[Word], at: usize) -> bool {
    let is = |back: usize, text: &str| {
        at.checked_sub(back)
            .and_then(|at| words.get(at))
            .is_some_and(|word| word.is(text))
    };
    words
        .get(at)
        .is_some_and(|word| word.is_any("born dob birthday birthdate"))
        || (is(0, "birth") && is(1, "of") && is(2, "date"))
        || (is(0, "date") && is(1, "birth"))
        || (is(0, "birth") && (is(1, "gave") || is(1, "given")))
        || (is(0, "b") && is(1, "o") && is(2, "d"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, kinds};
    use super::*;

    #[test]
    fn dates_of_birth() {
        for (text, date) in [
            ("He was born on 14 May 2012 in Leeds", "14 May 2012"),
            ("DOB: 14/05/2012", "14/05/2012"),
            ("D.O.B. 14.5.12", "14.5.12"),
            ("date of birth is recorded as 2012-05-14", "2012-05-14"),
            (
                "Her birthday is the 3rd of March, 2015.",
                "3rd of March, 2015",
            ),
            ("born May 14th, 2012", "May 14th, 2012"),
            ("14-05-2012 (date of birth)", "14-05-2012"),
            ("14 Sept 2012 is his date of birth", "14 Sept 2012"),
            ("dob\n14/05/2012", "14/05/2012"),
        ] {
            assert_eq!(found(text), [(Kind::DateOfBirth, date)], "{text}");
        }
    }

    #[test]
    fn other_dates() {
        for text in [
            "The annual review was held on 14 May 2024.",
            "He was born at 27 weeks. Annual review 14/05/2024.",
            "Born deaf; first plan of 3 March 2020",
            "born in 2012",
            "born in May 2012",
            "His birthday is in May. Moved on 1 September 2023",
            "Plan finalised 2023-09-01, amended 2024-02-15",
            "14/05/2024: panel. Born prematurely.",
            "a newborn on 14/05/2024",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
