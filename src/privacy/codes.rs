//! Where somebody lives and what they are insured under: postcodes (BS7666, domain.md 8.3),
//! National Insurance numbers, and house numbers with a street.

use std::ops::Range;

use super::lexicon::Marks;
use super::words::{Word, from_each, is_space, joined, joined_small};
use super::{Found, Kind};

pub(super) fn find(words: &[Word], found: &mut Vec<Found>) {
    for (at, rest) in from_each(words).enumerate() {
        let Some(first) = rest.first() else { continue };
        let from_here = |end: Option<usize>| end.map(|end| first.start..end);
        let ranges = [
            (Kind::NiNumber, from_here(ni_number(words, at))),
            (Kind::Postcode, from_here(postcode(rest))),
            (Kind::Other, address(words, at)),
        ];
        for (kind, range) in ranges {
            if let Some(range) = range {
                found.push(Found { kind, range });
            }
        }
    }
}

/// The end of a National Insurance number; one in small letters with spaces only where it is
/// announced.
fn ni_number(words: &[Word], at: usize) -> Option<usize> {
    let rest = words.get(at..)?;
    let first = rest.first()?;
    if !(first.text.len() == 2 || first.has_digit()) {
        return None;
    }
    let announced = || {
        (1..=3).any(|back| {
            let word = at.checked_sub(back).and_then(|at| words.get(at));
            word.is_some_and(|word| word.is_any("ni nino insurance"))
        })
    };
    let code = joined(rest, 9).or_else(|| joined_small(rest, 9).filter(|_| announced()));
    let (code, end) = code?;
    is_ni_number(&code).then_some(end)
}

/// The end of a postcode that begins with the first word; nothing or up to three spaces stand
/// between its halves.
fn postcode(words: &[Word]) -> Option<usize> {
    let first = words.first()?;
    if let Some(split) = first.text.len().checked_sub(3)
        && let Some((outward, inward)) = first.text.split_at_checked(split)
        && is_postcode(outward, inward)
    {
        return Some(first.end());
    }
    let second = words.get(1)?;
    let spaces = second.gap.is_empty() || is_space(second.gap);
    (spaces && is_postcode(first.text, second.text)).then(|| second.end())
}

fn is_postcode(outward: &str, inward: &str) -> bool {
    let digit = inward.as_bytes().first().is_some_and(u8::is_ascii_digit);
    if !(2..=4).contains(&outward.len()) || inward.len() != 3 || !digit {
        return false;
    }
    // "2nd", "4th", "1yr": small letters after a digit are more often these.
    const ENDINGS: &[&str] = &["st", "nd", "rd", "th", "am", "pm", "yr", "hr", "wk"];
    if inward.get(1..).is_some_and(|end| ENDINGS.contains(&end)) {
        return false;
    }
    is_inward(&inward.to_ascii_uppercase()) && is_outward(&outward.to_ascii_uppercase())
}

fn is_inward(code: &str) -> bool {
    match code.as_bytes() {
        [digit, letters @ ..] => {
            digit.is_ascii_digit()
                && letters
                    .iter()
                    .all(|b| b.is_ascii_uppercase() && !b"CIKMOV".contains(b))
        }
        [] => false,
    }
}

/// BS7666's forms and letters, and an area that exists, which keeps out "Y7", "KS2" and "P4".
fn is_outward(code: &str) -> bool {
    if code == "GIR" {
        return true;
    }
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let Some((area, district)) = code.split_at_checked(letters) else {
        return false;
    };
    let district_fits = match district.as_bytes() {
        [a] => a.is_ascii_digit(),
        [a, b] if b.is_ascii_digit() => a.is_ascii_digit(),
        [a, b] if letters == 1 => a.is_ascii_digit() && b"ABCDEFGHJKSTUW".contains(b),
        [a, b] => a.is_ascii_digit() && b"ABEHMNPRVWXY".contains(b),
        _ => false,
    };
    district_fits && AREAS.split(' ').any(|known| known == area)
}

const AREAS: &str = "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD \
    DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA \
    KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH \
    RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR \
    WS WV YO ZE";

/// Two letters, six digits and a letter from A to D; which letters may begin it is fixed.
fn is_ni_number(code: &str) -> bool {
    const UNUSED: &[&str] = &["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];
    let [first, second, digits @ .., last] = code.as_bytes() else {
        return false;
    };
    first.is_ascii_uppercase()
        && second.is_ascii_uppercase()
        && !b"DFIQUV".contains(first)
        && !b"DFIOQUV".contains(second)
        && !UNUSED.iter().any(|prefix| code.starts_with(prefix))
        && digits.iter().all(u8::is_ascii_digit)
        && (b'A'..=b'D').contains(last)
}

/// An address, from its first word: "12 Acacia Avenue", "Flat 4, 3b Old Mill Lane"; without a
/// number where somebody is said to live there.
fn address(words: &[Word], at: usize) -> Option<Range<usize>> {
    let first = words.get(at)?;
    if first.begins_with_digit()
        && let Some(end) = street(words.get(at..)?)
    {
        let flat = at.checked_sub(2).and_then(|at| words.get(at..at + 2));
        let start = match flat {
            Some([flat, number]) if flat.is_any("flat apartment unit") && is_house(number) => {
                flat.start
            }
            _ => first.start,
        };
        return Some(start..end);
    }
    // "lives in Tannery Lane", "moved to Tannery Lane".
    let next = words.get(at + 1)?;
    let lives = next.is_capitalised()
        && first.is_any("in on at to of from is")
        && (1..=3).any(|back| {
            let word = at.checked_sub(back).and_then(|at| words.get(at));
            word.is_some_and(|word| {
                word.is_any(
                    "live lives lived living stay stays staying move moves moved moving address home house flat",
                )
            })
        });
    let name = words.get(at + 1).filter(|_| lives)?;
    let end = road_end(words.get(at + 1..)?, WITHOUT_NUMBER)?;
    (name.is_capitalised() && !name.is_a(Marks::COMMON)).then_some(name.start..end)
}

/// Roads that are said without a house: a "Park" or a "Hill" may be anything.
const WITHOUT_NUMBER: &str = "\
    street road avenue lane close drive crescent terrace grove gardens mews";
const WITH_NUMBER: &str = "\
    street road avenue lane close drive crescent terrace grove gardens mews court square way place \
    view row walk park hill rise croft green";
/// Roads that every town has, which are written in small letters too.
const EVERY_TOWN: &[(&str, &str)] = &[
    ("high", "street road"),
    ("main", "street"),
    ("church", "street road lane close"),
    ("station", "road street"),
    ("mill", "lane road"),
    ("park", "road avenue street"),
    ("school", "lane road"),
    ("london", "road"),
];

fn is_house(word: &Word) -> bool {
    let number = word
        .text
        .trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (1..=4).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
        && word.text.len() <= number.len() + 1
}

/// The end of a house number with its street.
fn street(words: &[Word]) -> Option<usize> {
    let [house, first, ..] = words else {
        return None;
    };
    if !is_house(house) || !(first.follows_closely() || first.gap == ", ") {
        return None;
    }
    let small = words.get(2).filter(|second| {
        let pair = EVERY_TOWN.iter().find(|(name, _)| first.is(name));
        second.follows_closely() && pair.is_some_and(|(_, roads)| second.is_any(roads))
    });
    let end = small.map(Word::end);
    end.or_else(|| road_end(words.get(1..)?, WITH_NUMBER))
}

/// The end of a road’s name of two to four words with capitals.
fn road_end(words: &[Word], kinds: &str) -> Option<usize> {
    let own = |(nth, word): &(usize, &Word)| {
        let near = *nth == 0 || is_space(word.gap) || word.gap == "-" || word.gap == ". ";
        near && (word.is_capitalised() || (*nth > 0 && word.is_any("of the")))
    };
    let named = words.iter().take(5).enumerate().take_while(own);
    let ends = named.filter(|(nth, word)| *nth > 0 && word.is_a(Marks::STREET));
    let kind = ends.last().map(|(_, word)| word)?;
    kind.is_any(kinds).then(|| kind.end())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, kinds};
    use super::*;

    #[test]
    fn postcodes() {
        for code in [
            "SW1A 1AA",
            "EC1A1BB",
            "W1A   0AX",
            "M1 1AE",
            "B33 8TH",
            "CR2 6XH",
            "DN55 1PT",
            "GIR 0AA",
            "ba1 2lt",
            "SK8  5QG",
        ] {
            assert_eq!(
                kinds(&format!("lives in {code}.")),
                [Kind::Postcode],
                "{code}"
            );
        }
        for other in [
            "Y7 9AB",
            "Y7 9",
            "KS2 3rd",
            "P4 6TH",
            "QA1 1AA",
            "M1    1AE",
            "M1, 1AE",
            "SW1A 1AC",
            "S39 3rd meeting",
            "B3 4th",
            "AJ1 1AA",
            "M1 11AE",
            "W1I 1AA",
            "SW1C 1AA",
            "M1 1A",
            "E1 9am",
            "ZZ99 3CZ",
        ] {
            assert_eq!(kinds(other), [], "{other}");
        }
    }

    #[test]
    fn insurance_numbers() {
        for number in ["AB123456C", "AB 12 34 56 C", "ab123456c", "JG-123456-A"] {
            assert_eq!(kinds(number), [Kind::NiNumber], "{number}");
        }
        for other in [
            "QQ123456C",
            "AB123456E",
            "BG123456A",
            "AO123456A",
            "AB12345C",
            "at 12 34 56 a day",
        ] {
            assert_eq!(kinds(other), [], "{other}");
        }
    }

    #[test]
    fn houses() {
        assert_eq!(
            found("They live at 12 Old Mill Lane now"),
            [(Kind::Other, "12 Old Mill Lane")]
        );
        assert_eq!(kinds("3b Acacia Avenue"), [Kind::Other]);
        for other in [
            "2 Close friends",
            "Year 7 Lane",
            "on 4 roads",
            "Key Stage 2 Sensory Circuits",
        ] {
            assert_eq!(kinds(other), [], "{other}");
        }
    }
}
