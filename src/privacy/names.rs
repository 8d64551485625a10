//! Names of people: after a title ("Mrs Patel"), first names that many people have ("Olivia"), and
//! names that the words around them say are names ("Tobin’s mum", "a boy called …"; see
//! [`around`]). A name that is none of these is not seen: too many words begin with a capital.

mod around;

use std::collections::HashSet;
use std::ops::Range;

use super::lexicon::Marks;
use super::words::{Word, is_space};
use super::{Found, Kind};

pub(super) fn find(words: &[Word], found: &mut Vec<Found>) {
    for at in 0..words.len() {
        let first_name = || is_first_name(words, at).then(|| whole_name(words, at))?;
        let range = titled(words, at)
            .or_else(|| around::announced(words, at))
            .or_else(first_name)
            .or_else(|| around::subject(words, at));
        if let Some(range) = range {
            found.extend(beside(words, range.end).map(named));
            found.push(named(range));
        }
    }
    let known = words_of_names(words, found);
    again(words, &known, found);
}

const fn named(range: Range<usize>) -> Found {
    Found {
        kind: Kind::Name,
        range,
    }
}

/// "Emeka and Chidi": who stands beside somebody with a name has one too.
fn beside(words: &[Word], end: usize) -> Option<Range<usize>> {
    let after = words.partition_point(|word| word.end() <= end);
    let and = words
        .get(after)
        .filter(|and| and.is("and") && and.follows_closely())?;
    let other = words.get(after + 1)?;
    let is = and.follows_closely() && other.follows_closely() && is_name(other);
    (is && other.text.len() > 2).then(|| other.start..name_end(words, after + 1))
}

/// The words of the names among what was found: whoever is "Rowena’s mum" once makes every other
/// "Rowena" a name.
pub(super) fn words_of_names<'a>(words: &[Word<'a>], found: &[Found]) -> HashSet<&'a str> {
    let names = found.iter().filter(|one| one.kind == Kind::Name);
    names
        .flat_map(|one| {
            let first = words.partition_point(|word| word.end() <= one.range.start);
            let rest = words.get(first..).unwrap_or_default();
            rest.iter().take_while(|word| word.start < one.range.end)
        })
        .filter(|word| is_name(word) && !is_title(word) && word.stem().len() > 2)
        .map(Word::stem)
        .collect()
}

/// Where words stand that are names elsewhere.
pub(super) fn again(words: &[Word], known: &HashSet<&str>, found: &mut Vec<Found>) {
    if known.is_empty() {
        return;
    }
    for (at, word) in words.iter().enumerate() {
        if is_name(word) && known.contains(word.stem()) {
            found.extend(whole_name(words, at).map(named));
        }
    }
}

/// A title and a name: "Mrs Patel", "Dr. J. Smith-Jones", "Mr SMITH", "Mr and Mrs Abara".
fn titled(words: &[Word], at: usize) -> Option<Range<usize>> {
    let title = words.get(at).filter(|word| is_title(word))?;
    let near = |word: &Word| is_space(word.gap) || matches!(word.gap, ". " | ".");
    let couple = words
        .get(at + 1..at + 3)
        .is_some_and(|next| matches!(next, [and, other] if and.is("and") && is_title(other)));
    let after_title = if couple { at + 3 } else { at + 1 };
    let initials = words
        .iter()
        .skip(after_title)
        .take(2)
        .take_while(|word| near(word) && word.text.len() == 1 && is_upper(word.text))
        .count();
    let particles = words
        .iter()
        .skip(after_title + initials)
        .take(2)
        .take_while(|word| near(word) && word.is_a(Marks::PARTICLE))
        .count();
    let start = after_title + initials + particles;
    let surname = words.get(start).filter(|word| near(word))?;
    let is_mr = title.is_any("mr mrs");
    let shouted = is_mr && surname.text.len() >= 3 && is_upper(surname.text);
    // Whoever writes "mrs kessell" writes all in small letters.
    let small = title.is_any("mr mrs")
        && title.text.starts_with('m')
        && surname.text.chars().filter(|c| c.is_lowercase()).count() >= 3
        && !surname.is_a(Marks::COMMON);
    // Mr Young and Mrs Long are people, Miss English is not.
    let is_name = surname.is_capitalised()
        && (!surname.is_a(Marks::COMMON) || (is_mr && !surname.is_any(NEVER)));
    let end = if shouted || small {
        surname.start + surname.stem().len()
    } else if is_name {
        name_end(words, start)
    } else {
        return None;
    };
    Some(title.start..end)
}

/// In small letters "miss" is a verb and "nurse" a role; in capitals "MS" is Teams or an illness.
fn is_title(word: &Word) -> bool {
    word.is_a(Marks::TITLE)
        && (word.is_any("mr mrs dr mx") || (word.is_capitalised()) || word.text == "MISS")
}

fn is_upper(text: &str) -> bool {
    text.chars().all(char::is_uppercase)
}

/// Words after "Mr" that are nobody's name.
const NEVER: &str = "and or who bean claus maker men potato tumble whippy is was has said from";

/// A word that many people are called by, where it is not the name of something else.
fn is_first_name(words: &[Word], at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    if !word.is_a(Marks::FIRST_NAME) || !word.is_capitalised() {
        return false;
    }
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let after_another = before
        .is_some_and(|before| (is_space(word.gap) || word.gap == ". ") && before.is_any(NOT_AFTER));
    let next = words.get(at + 1).filter(|next| is_space(next.gap));
    let in_a_story = next.is_some_and(|next| {
        let pair = STORIES.iter().find(|(name, _)| word.is(name));
        pair.is_some_and(|(_, follows)| next.is_any(follows))
    });
    // "Oliver Road" is a road, and what comes after "Charlotte" in "Charlotte Mason School" a school.
    let in_a_street = next.is_some_and(|next| next.is_any("road street avenue lane close drive"));
    !after_another && !in_a_story && !in_a_street
}

const NOT_AFTER: &str =
    "st saint king queen prince princess horrid fireman postman storm lady lord";

/// Names of stories, animals and laws: after this name, one of these words.
const STORIES: &[(&str, &str)] = &[
    ("jack", "russell russells and frost sparrow"),
    ("harry", "potter styles kane"),
    ("thomas", "the tank"),
    ("peter", "pan rabbit"),
    ("alice", "in"),
    ("charlie", "and brown bear"),
    ("oliver", "twist"),
    ("james", "bond"),
    ("tom", "gates and"),
    ("george", "pig"),
    ("danny", "the"),
    ("dave", "the"),
    ("charlotte", "web"),
    ("matilda", "the"),
    ("ben", "and"),
    ("percy", "jackson"),
    ("taylor", "swift"),
    ("john", "lewis"),
];

/// The whole name that the word at this place is in, with a surname before or after it.
fn whole_name(words: &[Word], at: usize) -> Option<Range<usize>> {
    let mut first = words.get(at)?;
    for back in 1..=2 {
        let Some(before) = at.checked_sub(back).and_then(|at| words.get(at)) else {
            break;
        };
        let near = is_space(first.gap) || first.gap == "-";
        if !near || !is_name(before) || before.is_possessive() {
            break;
        }
        first = before;
    }
    Some(first.start..name_end(words, at))
}

/// Whether a word is written like a name and is no other.
fn is_name(word: &Word) -> bool {
    word.is_capitalised() && !word.is_a(Marks::COMMON) && !word.is_a(Marks::SCHOOL)
}

/// Where the name that goes on from this word ends.
fn name_end(words: &[Word], at: usize) -> usize {
    let Some(mut last) = words.get(at) else {
        return 0;
    };
    let mut spaces = 0;
    let mut particle = false;
    for word in words.iter().skip(at + 1).take(5) {
        // Nothing of the name comes after its possessive.
        if last.is_possessive() {
            break;
        }
        if is_space(word.gap) && word.is_a(Marks::PARTICLE) && !particle && spaces == 0 {
            particle = true;
            continue;
        }
        if !is_name(word) || !(word.gap == "-" || (is_space(word.gap) && spaces == 0)) {
            break;
        }
        spaces += usize::from(word.gap != "-");
        last = word;
        particle = false;
    }
    last.start + last.stem().len()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, kinds};
    use super::*;

    #[test]
    fn names_that_are_announced() {
        for (text, name) in [
            ("Mrs Patel said so", "Mrs Patel"),
            ("with Dr. J. Smith-Jones.", "Dr. J. Smith-Jones"),
            ("ask mr O’Brien’s office", "mr O’Brien"),
            ("Mr SMITH", "Mr SMITH"),
            ("Miss Honey Head of Year", "Miss Honey"),
            ("Ms Ada Lovelace agreed", "Ms Ada Lovelace"),
            ("Mx Rowan", "Mx Rowan"),
            ("My son Jack is happy", "Jack"),
            ("for my daughter, Amira, it was", "Amira"),
            ("our son Zoltán’s plan", "Zoltán"),
            ("a boy called Jack", "Jack"),
            ("She has a friend called Anne-Marie", "Anne-Marie"),
            ("He is called Tom at home", "Tom"),
            ("who’s called Tom", "Tom"),
            ("His friend at school is called Tom", "Tom"),
            ("a teaching assistant named Sarah", "Sarah"),
            ("His name is Jack Miller.", "Jack Miller"),
            ("My daughter’s name is Eve", "Eve"),
            ("My name’s Eve", "Eve"),
        ] {
            assert_eq!(found(text), [(Kind::Name, name)], "{text}");
        }
    }

    #[test]
    fn words_that_are_no_names() {
        for text in [
            "The programme is called Thrive and he likes it.",
            "an intervention called Lego Therapy",
            "Mum called Children’s Services twice.",
            "The school called Mum. They called Police.",
            "A meeting on MS Teams",
            "I miss Mum. Miss Maths, never Art. He would miss English.",
            "My son I think needs help. My daughter. She is well.",
            "My daughter’s EHCP, my son English is hard for",
            "His name is not used here. The name is on the file. Its name is Thrive",
            "Mr X and Mrs B agreed",
            "My son CAMHS discharged",
            "the placement named in the plan; a school named in Section I",
            "He loves Mr Tumble. The club he likes is called Thrive",
            "My son, The Doctor said, is well",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
