//! Numbers with check digits: unique pupil, NHS and unique learner numbers (domain.md 8.3). By
//! chance, one in eleven numbers of ten digits passes either check of ten digits, and one in
//! twenty-three of a pupil number's form passes that check.

use super::words::{Word, from_each, is_space, joined};
use super::{Found, Kind};

pub(super) fn find(words: &[Word], found: &mut Vec<Found>) {
    for rest in from_each(words) {
        let Some(first) = rest.first() else { continue };
        if first.text.len() > 1 && !first.has_digit() {
            continue;
        }
        if let Some((code, end)) = joined(rest, 13)
            && is_upn(&code)
        {
            let range = first.start..end;
            found.push(Found {
                kind: Kind::Upn,
                range,
            });
        }
        if let Some((digits, end)) = ten_digits(rest)
            && let Some(kind) = nhs_or_uln(&digits)
        {
            let range = first.start..end;
            found.push(Found { kind, range });
        }
    }
}

/// Ten digits, together or 3-3-4 with single spaces or hyphens, that are no sum of money.
fn ten_digits(words: &[Word]) -> Option<(Vec<u32>, usize)> {
    let first = words.first()?;
    if !first.is_digits() || first.gap.ends_with('£') {
        return None;
    }
    let group = |nth: usize, length: usize| {
        let word = words.get(nth)?;
        let near = is_space(word.gap) || word.gap == "-";
        (near && word.is_digits() && word.text.len() == length).then_some(word)
    };
    let (text, end) = match first.text.len() {
        10 => (first.text.to_owned(), first.end()),
        3 => {
            let (second, third) = (group(1, 3)?, group(2, 4)?);
            let text = [first.text, second.text, third.text].concat();
            (text, third.end())
        }
        _ => return None,
    };
    Some((text.chars().filter_map(|c| c.to_digit(10)).collect(), end))
}

/// The sum of ten digits, weighted 10 to 1, modulo 11, is 0 for an NHS number and 10 for a unique
/// learner number, so that no number is both. One digit ten times is a placeholder, though some
/// such numbers pass.
fn nhs_or_uln(digits: &[u32]) -> Option<Kind> {
    let first = digits.first()?;
    if digits.iter().all(|digit| digit == first) {
        return None;
    }
    let sum: u32 = digits
        .iter()
        .zip((1..=10).rev())
        .map(|(digit, weight)| digit * weight)
        .sum();
    match sum % 11 {
        0 => Some(Kind::NhsNumber),
        10 if *first != 0 => Some(Kind::Uln),
        _ => None,
    }
}

/// The check letters of pupil numbers by their values 0 to 22: no I, O or S.
const CHECK_LETTERS: &str = "ABCDEFGHJKLMNPQRTUVWXYZ";

/// Whether thirteen upper-case letters and digits are a pupil number: a check letter, then twelve
/// digits, or eleven and a letter in a temporary one.
fn is_upn(code: &str) -> bool {
    let mut chars = code.chars();
    let Some(check) = chars.next().and_then(letter_value) else {
        return false;
    };
    let values: Option<Vec<u32>> = chars
        .enumerate()
        .map(|(nth, c)| match c.to_digit(10) {
            None if nth == 11 => letter_value(c),
            digit => digit,
        })
        .collect();
    let Some(values) = values else { return false };
    let sum: u32 = values
        .iter()
        .zip(2..)
        .map(|(value, weight)| value * weight)
        .sum();
    // Councils' codes run from 201; which of the later ones exist changes with reorganisations.
    let council_exists = code.get(1..4).is_some_and(|council| council >= "201");
    values.len() == 12 && council_exists && sum % 23 == check
}

fn letter_value(c: char) -> Option<u32> {
    let at = CHECK_LETTERS.chars().position(|letter| letter == c)?;
    u32::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::super::tests::kinds;
    use super::*;

    #[test]
    fn pupil_numbers() {
        for valid in [
            "B801200005001",
            "P207000016049",
            "M80120000500A",
            "b801200005001",
            "B 801 2000 05 001",
            "UPN:B801200005001.",
            "plan_B801200005001_final.pdf",
        ] {
            assert_eq!(kinds(valid), [Kind::Upn], "{valid}");
        }
        for invalid in [
            "A801200005001",  // check letter
            "X80120000A001",  // a letter in the middle
            "E000200005001",  // no such council
            "Q207000016049",  // check letter, as a help page has it wrongly
            "B80120000500",   // a digit short
            "B8012000050011", // a digit over
            "S801200005001",  // not a check letter
            "M80120000500B",
        ] {
            assert_eq!(kinds(invalid), [], "{invalid}");
        }
    }

    #[test]
    fn nhs_and_learner_numbers() {
        for nhs in [
            "9434765919",
            "4010232137",
            "943 476 5919",
            "943-476-5919",
            "401\u{a0}023\u{a0}2137",
            "NHS no.4010232137",
        ] {
            assert_eq!(kinds(nhs), [Kind::NhsNumber], "{nhs}");
        }
        assert_eq!(kinds("ULN 9276308686"), [Kind::Uln]);
        for neither in [
            "1234567890",
            "9434765917",
            "94347659190",
            "943476591",
            "94 3476 5919",
            "£4010232137",
            "0000000000",
            "1111111111",
            "4,010,232,137",
        ] {
            assert_eq!(kinds(neither), [], "{neither}");
        }
    }

    #[test]
    fn no_number_is_both() {
        for number in 4_010_232_000_u64..4_010_234_000 {
            let digits: Vec<u32> = number
                .to_string()
                .chars()
                .filter_map(|c| c.to_digit(10))
                .collect();
            let nine: u32 = digits.iter().zip((2..=10).rev()).map(|(d, w)| d * w).sum();
            let check = match 11 - nine % 11 {
                11 => Some(0),
                10 => None,
                digit => Some(digit),
            };
            let is_nhs = check == digits.last().copied();
            let kind = nhs_or_uln(&digits);
            assert_eq!(kind == Some(Kind::NhsNumber), is_nhs, "{number}");
        }
    }
}
