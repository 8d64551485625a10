//! Names of people, where the words around them say that they are names: after a title, after
//! "my son" and the like, after "called" and "name is". A bare "Jack" is not seen: too many words
//! begin with a capital.

use super::words::{Word, is_space};
use super::{Found, Kind};

pub(super) fn find(words: &[Word], found: &mut Vec<Found>) {
    for at in 0..words.len() {
        let range = titled(words, at).or_else(|| {
            let start = [after_relation, after_called, after_name_is]
                .iter()
                .find_map(|form| form(words, at))?;
            let first = words.get(start)?;
            Some(first.start..name_end(words, start)?)
        });
        if let Some(range) = range {
            found.push(Found {
                kind: Kind::Name,
                range,
            });
        }
    }
}

/// A title and a name: "Mrs Patel", "Dr. J. Smith-Jones", "Mr SMITH".
fn titled(words: &[Word], at: usize) -> Option<std::ops::Range<usize>> {
    let title = words.get(at)?;
    // In small letters "miss" is a verb; in capitals "MS" is Teams or an illness.
    let is_title =
        title.is_any("mr mrs dr") || matches!(title.text, "Miss" | "Ms" | "Mx" | "mx" | "MISS");
    if !is_title {
        return None;
    }
    let near = |word: &Word| is_space(word.gap) || matches!(word.gap, ". " | ".");
    let initials = words
        .iter()
        .skip(at + 1)
        .take(2)
        .take_while(|word| near(word) && word.text.len() == 1 && is_upper(word.text))
        .count();
    let start = at + 1 + initials;
    let surname = words.get(start).filter(|word| near(word))?;
    let shouted = title.is_any("mr mrs") && surname.text.len() >= 3 && is_upper(surname.text);
    let end = if shouted {
        surname.end()
    } else {
        name_end(words, start)?
    };
    Some(title.start..end)
}

fn is_upper(text: &str) -> bool {
    text.chars().all(char::is_uppercase)
}

/// "my son Jack", "her sister, Amira,": where the name would begin.
fn after_relation(words: &[Word], at: usize) -> Option<usize> {
    let relation = words.get(at)?;
    let owner = words.get(at.checked_sub(1)?)?;
    let name = words.get(at + 1)?;
    let is = relation.is_any("son daughter brother sister")
        && relation.follows_closely()
        && owner.is_any("my our his her their")
        && (name.follows_closely() || name.gap == ", ");
    is.then_some(at + 1)
}

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
    let is_person = if before.is_any("is was") {
        // "The club he likes is called …" is about the club: "he" stands beside the verb.
        let back = |by: usize| at.checked_sub(by).and_then(|at| words.get(at));
        back(2).is_some_and(|word| word.is_any("he she who"))
            || (2..=4).any(|by| back(by).is_some_and(|word| word.is_any(PEOPLE)))
    } else {
        before.is_any(PEOPLE) || (before.is_possessive() && before.stem_is_any("he she who"))
    };
    is_person.then_some(at + 1)
}

/// "his name is Jack", "my daughter’s name was Amira": where the name would begin.
fn after_name_is(words: &[Word], at: usize) -> Option<usize> {
    let name = words.get(at)?;
    let owner = words.get(at.checked_sub(1)?)?;
    let of_person = owner.is_any("my his her their whose")
        || (owner.is_possessive() && owner.stem_is_any(PEOPLE));
    if !of_person {
        return None;
    }
    if name.is_possessive() {
        return name.stem_is_any("name").then_some(at + 1);
    }
    let verb = words.get(at + 1)?;
    (name.is("name") && verb.is_any("is was")).then_some(at + 2)
}

/// The end of the name that begins with this word, if it is written like one.
fn name_end(words: &[Word], at: usize) -> Option<usize> {
    let is_name = |word: &Word| word.is_capitalised() && !is_common(word);
    let first = words.get(at).filter(|word| is_name(word))?;
    let mut last = first;
    let mut spaces = 0;
    for word in words.iter().skip(at + 1).take(3) {
        // Nothing of the name comes after its possessive.
        let goes_on = !last.is_possessive()
            && is_name(word)
            && (word.gap == "-" || (is_space(word.gap) && spaces == 0));
        if !goes_on {
            break;
        }
        spaces += usize::from(word.gap != "-");
        last = word;
    }
    Some(last.start + last.stem().len())
}

fn is_common(word: &Word) -> bool {
    COMMON.iter().any(|words| word.stem_is_any(words))
}

/// Titles that stand before a name.
pub(super) const TITLES: &str = "mr mrs miss ms mx dr prof professor sir rev revd reverend";

/// What a child has, as in "Tobin’s mum".
pub(super) const OF_A_CHILD: &str = "\
    mum mummy mother mam dad daddy father parent parents carer carers foster guardian guardians \
    nan nana gran granny grandma grandmother grandad grandfather stepmum stepdad stepmother \
    stepfather teacher teachers senco ta keyworker family brother sister brothers sisters twin \
    sibling siblings school ehcp plan needs views place placement behaviour";

const PEOPLE: &str = "\
    boy girl child son daughter brother sister sibling twin baby cousin friend pupil student man \
    woman lady person mother father mum dad carer nan aunt uncle teacher tutor assistant worker \
    keyworker therapist psychologist mentor lsa ta dog cat";

/// Words that begin with a capital and are no name of a person.
const COMMON: &[&str] = &[
    // At the start of a sentence, or after a word that was left out.
    "a all also an and as at but for from has have he her his how if in is it my no not of on or \
     our she so some that the their then there these they this to we what when where which who \
     why with yes you your",
    // People by role.
    "aunt auntie carer child children dad daddy doctor family father gran grandad grandma granny \
     head headteacher mother mum mummy nan nana nanny parent parents police teacher teaching \
     uncle",
    // Time.
    "monday tuesday wednesday thursday friday saturday sunday january february march july \
     september october november december christmas easter term week year",
    // School, subjects, services.
    "academy art assembly asperger autism autistic break college council drama early education \
     english football forest french geography health history key lego local lunch makaton maths \
     music nursery occupational paediatrician phonics primary reception school science secondary \
     sensory social spanish special speech stage teams transport",
    // Invented people whom children speak of.
    "men tumble",
];

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
