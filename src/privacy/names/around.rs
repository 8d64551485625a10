//! Names that the words around them say are names.

use std::ops::Range;

use super::{is_name, name_end, whole_name};
use crate::privacy::lexicon::Marks;
use crate::privacy::words::{Word, is_space};

/// A name that the words before it announce, from the word at this place on: "my son Jack", "called
/// Amira", "Pupil: Eve Smith", "the SENCO, Philippa,".
pub(super) fn announced(words: &[Word], at: usize) -> Option<Range<usize>> {
    // Most words are followed by nothing that could be one.
    let may_begin = |by: usize| words.get(at + by).is_some_and(is_name);
    if !may_begin(1) && !may_begin(2) {
        return None;
    }
    let start = [
        after_relation,
        after_called,
        after_name_is,
        after_label,
        after_by,
        after_telling,
        set_apart,
    ]
    .iter()
    .find_map(|form| form(words, at))?;
    let first = words.get(start).filter(|word| is_name(word))?;
    Some(first.start..name_end(words, start))
}

/// "my son Jack", "her older sister, Amira,", "the SENCO Philippa": where the name would begin.
fn after_relation(words: &[Word], at: usize) -> Option<usize> {
    let relation = words.get(at)?;
    let name = words.get(at + 1)?;
    // "Nana Abena", "Uncle Bob": part of how they are called.
    if relation.is_any("nana nan auntie aunty uncle grandma grandad granny gran")
        && relation.is_capitalised()
        && name.follows_closely()
    {
        return Some(at + 1);
    }
    let person = relation.is_a(Marks::PERSON) && relation.follows_closely();
    if !person || relation.is_possessive() {
        return None;
    }
    let back = |by: usize| at.checked_sub(by).and_then(|at| words.get(at));
    let own = |word: &Word| word.is_any("my our his her their") || word.is_possessive();
    let child = relation.is_any("son daughter brother sister twin");
    let owner = back(1).is_some_and(own)
        || (back(1).is_some_and(|word| word.is_any(OF_RELATIONS)) && back(2).is_some_and(own));
    let named = name.follows_closely() || (child && name.gap == ", ");
    (owner && named).then_some(at + 1)
}

const OF_RELATIONS: &str = "\
    older younger big little twin half step foster best key class form support social \
    adoptive birth elder eldest youngest middle baby";

/// "a boy called Jack", "she is called Amira": where the name would begin. Not "a programme called
/// Thrive", and not "Mum called Children’s Services".
fn after_called(words: &[Word], at: usize) -> Option<usize> {
    let called = words.get(at)?;
    let before = words.get(at.checked_sub(1)?)?;
    if !called.is_any("called named")
        || !called.follows_closely()
        || !words
            .get(at + 1)?
            .gap
            .chars()
            .all(|c| " \u{a0}“‘'\"".contains(c))
    {
        return None;
    }
    let person = |word: &Word| word.is_a(Marks::PERSON) || word.is_any("dog cat");
    let is_person = if before.is_any("is was") {
        // "The club he likes is called …" is about the club: "he" stands beside the verb.
        let back = |by: usize| at.checked_sub(by).and_then(|at| words.get(at));
        back(2).is_some_and(|word| word.is_any("he she who"))
            || (2..=4).any(|by| back(by).is_some_and(person))
    } else {
        let people = person(before) && !before.is_a(Marks::PARENT);
        people || (before.is_possessive() && before.stem_is_any("he she who"))
    };
    is_person.then_some(at + 1)
}

/// "his name is Jack", "my daughter’s name was Amira": where the name would begin.
fn after_name_is(words: &[Word], at: usize) -> Option<usize> {
    let name = words.get(at)?;
    let owner = words.get(at.checked_sub(1)?)?;
    let of_person = owner.is_any("my his her their whose")
        || (owner.is_possessive() && owner.is_a(Marks::PERSON));
    if !of_person {
        return None;
    }
    if name.is_possessive() {
        return name.stem_is_any("name").then_some(at + 1);
    }
    let verb = words.get(at + 1)?;
    (name.is("name") && verb.is_any("is was")).then_some(at + 2)
}

/// "Pupil: Eve Smith", "Name of child: Eve", "Child’s name – Eve": where the name would begin.
fn after_label(words: &[Word], at: usize) -> Option<usize> {
    let label = words.get(at)?;
    let name = words.get(at + 1)?;
    let of_name = label.is("name")
        || (label.is_a(Marks::CHILD) && at >= 2 && words.get(at - 1).is_some_and(|of| of.is("of")));
    if of_name && matches!(name.gap, ": " | ":" | " - " | " – " | " — " | " : ") {
        return Some(at + 1);
    }
    let person = label.is_a(Marks::PERSON) || label.is_any("signed author contact patient from");
    let greeting = label.is_any("regards sincerely faithfully thanks you dear wishes");
    let near = matches!(name.gap, ": " | ":" | ", " | ",\n") || (greeting && is_space(name.gap));
    let is = (person || greeting) && near && is_surely_name(words, at + 1);
    is.then_some(at + 1)
}

/// "reviewed by Gethin Marlpit": where the name would begin.
fn after_by(words: &[Word], at: usize) -> Option<usize> {
    let by = words.get(at).filter(|word| word.is("by"))?;
    let did = words.get(at.checked_sub(1)?)?;
    let is = by.follows_closely()
        && did.is_any(
            "reviewed written completed prepared signed assessed observed supported chaired seen \
             report taught diagnosed attended",
        )
        && is_surely_name(words, at + 1);
    is.then_some(at + 1)
}

/// "told Vikram", "heard from Hanna Tolland", "this is Hanna, I am": where the name would begin.
fn after_telling(words: &[Word], at: usize) -> Option<usize> {
    let verb = words.get(at)?;
    let name = words.get(at + 1).filter(|name| is_space(name.gap))?;
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let told = verb.is_any("told asked thanked phoned rang texted hugged taught")
        && before.is_some_and(|word| !word.is_any("be was were been being"))
        && name.text.len() > 3;
    let met = verb.is_any("from to by with met saw for of")
        && is_surely_name(words, at + 1)
        && before.is_some_and(|word| word.is_any("heard spoke talk talked family parents on met"));
    let explained = verb.is("to") && before.is_some_and(|word| word.is_any("explained listened"));
    let this = verb.is("is")
        && before.is_some_and(|word| word.is("this"))
        && words
            .get(at + 2)
            .is_some_and(|next| next.gap.starts_with(','));
    (told || met || explained || this).then_some(at + 1)
}

/// "Mum, Katarzyna, works", "Dad (Darren)": where the name would begin.
fn set_apart(words: &[Word], at: usize) -> Option<usize> {
    let role = words.get(at).filter(|word| word.is_a(Marks::PERSON))?;
    if role.is_possessive() {
        return None;
    }
    let name = words.get(at + 1).filter(|word| is_name(word))?;
    let second = words.get(at + 2);
    let two = second.is_some_and(|word| is_name(word) && word.follows_closely());
    let mut after = at + 2 + usize::from(two);
    while words
        .get(after)
        .is_some_and(|word| word.gap == "-" && is_name(word))
    {
        after += 1;
    }
    let closing = words.get(after).map_or("", |word| word.gap);
    let apart = match name.gap {
        " (" => closing.starts_with(')'),
        ", " => closing.starts_with(','),
        _ => false,
    };
    apart.then_some(at + 1)
}

/// Whether a name begins here if anything does: a common first name, or two words like one.
fn is_surely_name(words: &[Word], at: usize) -> bool {
    let second = words.get(at + 1);
    words.get(at).is_some_and(|first| {
        is_name(first)
            && (first.is_a(Marks::FIRST_NAME)
                || second.is_some_and(|word| word.follows_closely() && is_name(word)))
    })
}

/// A name of which something is said that is said of people, at its last word: "Tobin’s mum",
/// "Thabo is a young man", "Hanna Tolland (mother)", "told Vikram".
pub(super) fn subject(words: &[Word], at: usize) -> Option<Range<usize>> {
    let name = words.get(at).filter(|word| is_name(word))?;
    if name.text.chars().count() < 3 {
        return None;
    }
    let next = words.get(at + 1)?;
    let is = if name.is_possessive() {
        has_people(words, at)
    } else if is_space(next.gap) {
        says_of_a_person(words, at)
    } else {
        stands_beside_a_role(words, at)
    };
    if is { whole_name(words, at) } else { None }
}

/// "Tobin’s mum", "Anya's social worker".
fn has_people(words: &[Word], at: usize) -> bool {
    let Some(next) = words.get(at + 1) else {
        return false;
    };
    let after = words.get(at + 2);
    let second = |any: Marks| after.is_some_and(|word| word.is_a(any));
    let adjective = next.is_any("social older younger big little adoptive birth foster key class");
    let name = words.get(at).filter(|name| !name.starts_sentence());
    if name.is_some() && next.follows_closely() && next.is_a(Marks::OFTEN_OF_A_PERSON) {
        return true;
    }
    next.follows_closely()
        && next.is_a(Marks::OF_A_PERSON)
        && (!adjective || second(Marks::PERSON) || second(Marks::OF_A_PERSON))
}

fn says_of_a_person(words: &[Word], at: usize) -> bool {
    let (Some(name), Some(verb)) = (words.get(at), words.get(at + 1)) else {
        return false;
    };
    if verb.is_a(Marks::OF_PEOPLE) {
        return true;
    }
    let rest = words.get(at + 2..).unwrap_or_default();
    let within = |reach: usize, is: &dyn Fn(&Word) -> bool| {
        rest.iter()
            .take(reach)
            .take_while(|word| !word.gap.contains(['.', '!', '?', ';', '\n']))
            .any(is)
    };
    let first_is = |any: &str| rest.first().is_some_and(|word| word.is_any(any));
    if verb.is_any("is was") {
        let a_child = first_is("a an our my the") && within(7, &|word| word.is_a(Marks::CHILD));
        let in_year = first_is("in")
            && rest
                .get(1)
                .is_some_and(|word| word.is_any("year reception"));
        let old = within(3, &|word| word.is_any("years aged"))
            && rest.first().is_some_and(Word::is_digits);
        return a_child
            || in_year
            || old
            || (verb.is("was") && first_is("diagnosed born adopted bullied excluded"));
    }
    if verb.is("has") {
        return within(4, &|word| {
            word.is_any("diagnosis autism adhd epilepsy syndrome impairment palsy dyslexia ehcp")
        });
    }
    // "can’t cope" is said of people, and of hardly anything else that has a capital in mid-sentence.
    let cannot =
        verb.is_any("can't can’t doesn't doesn’t won't won’t didn't didn’t couldn't couldn’t");
    let people =
        first_is("speak talk cope sleep eat like want understand read write walk sit manage");
    (cannot && people) || (verb.is_a(Marks::OFTEN_OF_PEOPLE) && told_before(words, at, name))
}

/// "says that Logan …", "worried that Noah …": after words that speak of a person.
fn told_before(words: &[Word], at: usize, name: &Word) -> bool {
    is_space(name.gap)
        && at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .is_some_and(|word| {
                word.is_any("that when because since before after while if whether until as")
            })
        && !name.starts_sentence()
}

/// "Hanna Tolland (mother)", "with Shanice, his keyworker".
fn stands_beside_a_role(words: &[Word], at: usize) -> bool {
    let (Some(name), Some(next)) = (words.get(at), words.get(at + 1)) else {
        return false;
    };
    let two = at
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .is_some_and(|before| is_name(before) && is_space(name.gap));
    let sure = two || name.is_a(Marks::FIRST_NAME) || !name.starts_sentence();
    let role = |nth: usize| {
        words
            .get(at + nth)
            .is_some_and(|word| word.is_a(Marks::PERSON))
    };
    let aged = next.is_any("aged year") || is_year_group(next);
    match next.gap {
        " (" => aged || (two && (role(1) || role(2))),
        ", " if aged => true,
        ", " if next.is_digits() => {
            let age = next.number().is_some_and(|age| (2..=25).contains(&age));
            age && words
                .get(at + 2)
                .is_some_and(|after| after.gap.starts_with(','))
        }
        ", " => {
            let whose = next.is_any("his her their my our the a an");
            sure && whose && (role(2) || role(3))
        }
        _ => false,
    }
}

/// "Y9", "Yr9".
fn is_year_group(word: &Word) -> bool {
    let number = word.text.trim_start_matches(['Y', 'y', 'r', 'R']);
    let prefix = word.text.len() - number.len();
    (1..=2).contains(&prefix) && number.parse().is_ok_and(|year: u32| year <= 14)
}
