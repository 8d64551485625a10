//! How to reach somebody: e-mail addresses and telephone numbers.

use super::words::{Word, from_each};
use super::{Found, Kind};

/// E-mail addresses. Looks from each `@` to both sides, never past another one.
pub(super) fn emails(text: &str, found: &mut Vec<Found>) {
    for (at, _) in text.match_indices('@') {
        let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..)) else {
            continue;
        };
        let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
        let is_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let local_length: usize = before
            .chars()
            .rev()
            .take_while(|c| is_local(*c))
            .map(char::len_utf8)
            .sum();
        let domain = after
            .split(|c| !is_domain(c))
            .next()
            .unwrap_or_default()
            .trim_end_matches(['.', '-']);
        let has_ending = domain.rsplit_once('.').is_some_and(|(host, ending)| {
            !host.is_empty() && ending.len() >= 2 && ending.chars().all(char::is_alphabetic)
        });
        if local_length > 0 && has_ending {
            found.push(Found {
                kind: Kind::Email,
                range: at - local_length..at + 1 + domain.len(),
            });
        }
    }
}

/// Telephone numbers of the United Kingdom.
pub(super) fn phones(words: &[Word], found: &mut Vec<Found>) {
    for rest in from_each(words) {
        if let Some(range) = phone(rest) {
            found.push(Found {
                kind: Kind::Phone,
                range,
            });
        }
    }
}

/// A number with 0, 0044 or +44 before nine or ten further digits in groups.
fn phone(words: &[Word]) -> Option<std::ops::Range<usize>> {
    let first = words.first()?;
    if !first.is_digits() {
        return None;
    }
    let plus = first.gap.ends_with('+');
    let (abroad, start) = match (plus, first.text) {
        (true, text) => (text.strip_prefix("44")?, first.start - 1),
        (false, text) => match text.strip_prefix("0044") {
            Some(rest) => (rest, first.start),
            // A first group of one or two digits belongs to a date or a list.
            None if text.starts_with('0') && text.len() >= 3 => (text, first.start),
            None => return None,
        },
    };
    // Without the 0 that is dialled within the country, also where it is written "+44 (0)20".
    let mut digits = abroad.strip_prefix('0').unwrap_or(abroad).to_owned();
    let mut end = first.end();
    for word in words.iter().skip(1) {
        let group = match word.text {
            "0" if digits.is_empty() => "",
            text => text,
        };
        if !word.is_digits() || !is_phone_gap(word.gap) || digits.len() + group.len() > 10 {
            break;
        }
        digits.push_str(group);
        end = word.end();
    }
    let plausible = match digits.len() {
        10 => digits.starts_with(['1', '2', '3', '5', '7', '8', '9']),
        9 => digits.starts_with(['1', '8']),
        _ => false,
    };
    // With the bracket that the number is half in.
    let closes = words.get(1).is_some_and(|word| word.gap.starts_with(')'));
    let bracket = !plus && closes && first.gap.ends_with('(');
    plausible.then_some(start - usize::from(bracket)..end)
}

fn is_phone_gap(gap: &str) -> bool {
    gap.len() <= 4
        && gap
            .chars()
            .all(|c| matches!(c, ' ' | '\u{a0}' | '-' | '–' | '(' | ')'))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, kinds};
    use super::*;

    #[test]
    fn addresses() {
        for (text, address) in [
            ("write to jo.b+x@example.co.uk.", "jo.b+x@example.co.uk"),
            ("<zoë@school.example>", "zoë@school.example"),
        ] {
            assert_eq!(found(text), [(Kind::Email, address)]);
        }
        for other in [
            "@home",
            "mum@",
            "a@b",
            "5 @ £3.50",
            "x@.uk",
            "@@@@",
            "a@b.c",
        ] {
            assert_eq!(kinds(other), [], "{other}");
        }
    }

    #[test]
    fn numbers_as_people_write_them() {
        for number in [
            "01632 960123",
            "01632960123",
            "(0161) 496 0000",
            "020 7946 0958",
            "07700 900 123",
            "07700-900-123",
            "+44 7700 900123",
            "+44 (0)20 7946 0958",
            "+442079460958",
            "0044 20 7946 0958",
            "0800 496 000",
        ] {
            let text = format!("Ring {number}, evenings");
            assert_eq!(found(&text), [(Kind::Phone, number)]);
        }
        for other in [
            "01.02.2024 12 0123456",
            "01-02-2024 12",
            "1632 960123",
            "000 000 00000",
            "0.123456789",
            "£0123",
            "020 7946",
            "+33 1 23 45 67 89",
            "007 12",
        ] {
            assert_eq!(kinds(other), [], "{other}");
        }
    }
}
