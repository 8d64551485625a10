//! What to do about a finding: why it was found, in a sentence for people, and what it would
//! usually be taken out as. Whose name it is, only the words around it can say, and not always.

use super::lexicon::Marks;
use super::words::{Word, is_space, split};
use super::{Found, Kind};
use crate::review::redact::Why;

/// How much of a text around a name is looked at, in bytes to each side.
const AROUND: usize = 120;
/// How many words to each side.
const WORDS: usize = 5;

/// Whose name something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whose {
    /// The child's or young person's whom the text is about.
    Child,
    /// A parent's or carer's.
    Parent,
    /// Somebody else's: a teacher's, a doctor's, a brother's.
    Another,
}

impl Found {
    /// What it would be taken out as, and with [`Why::usual`] what would stand in its place.
    /// `None` for a name of which the words around it do not say whose it is.
    pub fn proposed(&self, text: &str) -> Option<Why> {
        Some(match self.kind {
            Kind::Upn | Kind::NhsNumber | Kind::Uln | Kind::Phone | Kind::NiNumber => Why::Number,
            Kind::Postcode | Kind::Other => Why::Place,
            Kind::DateOfBirth => Why::DateOfBirth,
            Kind::School => Why::School,
            Kind::Email => Why::SomethingElse,
            Kind::Name => match self.whose(text)? {
                Whose::Child => Why::ChildsName,
                Whose::Parent => Why::ParentsName,
                Whose::Another => Why::AnothersName,
            },
        })
    }

    /// Why it was found, as a sentence.
    pub fn because(&self, text: &str) -> &'static str {
        match self.kind {
            Kind::Email => "Looks like an e-mail address.",
            Kind::Upn => "Looks like a unique pupil number: its check letter is right.",
            Kind::NhsNumber => {
                "Looks like an NHS number: ten digits with the right check digit. One number in \
                 eleven has it by chance."
            }
            Kind::Uln => {
                "Looks like a unique learner number: ten digits with the right check digit. One \
                 number in eleven has it by chance."
            }
            Kind::Phone => "Looks like a telephone number.",
            Kind::NiNumber => {
                "Looks like a National Insurance number: two letters, six digits and a letter."
            }
            Kind::Postcode => "Looks like a postcode, of an area that there is.",
            Kind::DateOfBirth => "A full date, and the words around it speak of a birth.",
            Kind::School => "Looks like the name of a school, college or nursery.",
            Kind::Other => "Looks like an address.",
            Kind::Name => self.because_of_name(text),
        }
    }

    fn because_of_name(&self, text: &str) -> &'static str {
        let place = Place::of(text, self);
        if place.is_titled() {
            "A title and a name."
        } else if place.owns() {
            "Looks like a name: it stands before “’s”, as in “Sam’s mum”."
        } else {
            "Looks like somebody’s name."
        }
    }

    /// Whose name it likely is. `None` for what is no name, and where nothing around it says.
    pub fn whose(&self, text: &str) -> Option<Whose> {
        if self.kind != Kind::Name {
            return None;
        }
        let place = Place::of(text, self);
        if place.is_couple() {
            return Some(Whose::Parent);
        }
        let titled = || place.is_titled().then_some(Whose::Another);
        place.after().or_else(|| place.before()).or_else(titled)
    }
}

/// A name among the words around it.
struct Place<'a> {
    words: Vec<Word<'a>>,
    /// The name's words, of those.
    first: usize,
    after: usize,
}

impl<'a> Place<'a> {
    fn of(text: &'a str, found: &Found) -> Self {
        let (start, end) = (found.range.start, found.range.end);
        let from = text.floor_char_boundary(start.saturating_sub(AROUND));
        let to = text.ceil_char_boundary(end.saturating_add(AROUND).min(text.len()));
        let words = split(text.get(from..to).unwrap_or_default());
        let first = words.partition_point(|word| word.start + from < start);
        let after = words.partition_point(|word| word.start + from < end);
        Self {
            words,
            first,
            after,
        }
    }

    fn name(&self) -> &[Word<'a>] {
        self.words.get(self.first..self.after).unwrap_or_default()
    }

    fn following(&self) -> &[Word<'a>] {
        self.words.get(self.after..).unwrap_or_default()
    }

    fn is_titled(&self) -> bool {
        self.name().first().is_some_and(is_title)
    }

    /// "Mr and Mrs" are hardly ever anybody but parents.
    fn is_couple(&self) -> bool {
        let mut name = self.name().iter();
        name.next().is_some_and(is_title) && name.any(is_title)
    }

    /// Whether the name has a possessive ending.
    fn owns(&self) -> bool {
        self.name().last().is_some_and(Word::is_possessive)
    }

    /// "Tobin’s mum", "Thabo is a young man", "Hanna (mother)", "Gethin, psychologist".
    fn after(&self) -> Option<Whose> {
        let following = self.following();
        let first = following.first()?;
        if self.owns() {
            let of_a_child = !self.is_titled() && first.is_a(Marks::OF_A_PERSON);
            return of_a_child.then_some(Whose::Child);
        }
        let is = is_space(first.gap) && first.is_any("is was");
        let beside = matches!(first.gap, " (" | ", " | " – " | " - ");
        if !is && !beside {
            return None;
        }
        let ends = |word: &&Word| word.gap.contains(['.', ')', ';', '!', '?', '\n']);
        following
            .iter()
            .skip(usize::from(is))
            .take(WORDS + 1)
            .enumerate()
            .take_while(|(nth, word)| *nth == 0 || !ends(word))
            .find_map(|(_, word)| role_of(word))
    }

    /// "my son", "Pupil:", "Mum, Katarzyna", "his friend called": the nearest word that says it.
    fn before(&self) -> Option<Whose> {
        let mut gap = self.name().first()?.gap;
        let before = self.words.get(..self.first).unwrap_or_default();
        for word in before.iter().rev().take(WORDS) {
            if gap.contains(['.', '!', '?', ';']) {
                return None;
            }
            let role = role_of(word);
            if role.is_some() {
                return role;
            }
            // Between that word and the name stands nothing but "called", "’s name is".
            if !word.is_any("called named is was name of the at in school class") {
                return None;
            }
            gap = word.gap;
        }
        None
    }
}

fn role_of(word: &Word) -> Option<Whose> {
    let roles = [
        (Marks::CHILD, Whose::Child),
        (Marks::PARENT, Whose::Parent),
        (Marks::ANOTHER, Whose::Another),
    ];
    roles
        .into_iter()
        .find_map(|(mark, whose)| word.is_a(mark).then_some(whose))
}

fn is_title(word: &Word) -> bool {
    word.is_a(Marks::TITLE)
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;

    fn of(text: &str) -> Option<Whose> {
        let found = scan(text);
        found.first().expect(text).whose(text)
    }

    #[test]
    fn whose_name_it_is() {
        for text in [
            "My son Jack is happy.",
            "A boy called Jack",
            "Her child’s name is Eve",
        ] {
            assert_eq!(of(text), Some(Whose::Child), "{text}");
        }
        for text in [
            "Mum (Mrs Kessell) was there",
            "Mrs Kessell, his mother, was there",
            "Mrs Kessell is Zofia’s mum",
            "his foster carer, Mrs Kessell",
        ] {
            assert_eq!(of(text), Some(Whose::Parent), "{text}");
        }
        for text in [
            "We asked Mrs Kessell. Mum agreed.",
            "Dr Pellow saw his mother",
            "Mr Abara, the teacher",
            "Mrs Kessell’s mum",
            "her sister, Amira, is at home",
            "His friend at school is called Tom",
        ] {
            assert_eq!(of(text), Some(Whose::Another), "{text}");
        }
        for text in ["She is called Tom at home", "My name’s Eve"] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn every_kind_has_a_reason_of_its_own() {
        let reasons: std::collections::HashSet<&str> = Kind::ALL
            .into_iter()
            .map(|kind| Found { kind, range: 0..3 }.because("Sam"))
            .collect();
        assert_eq!(reasons.len(), Kind::ALL.len());
        for kind in Kind::ALL {
            let proposed = Found { kind, range: 0..3 }.proposed("Sam");
            assert_eq!(proposed.is_none(), kind == Kind::Name, "{kind:?}");
        }
    }

    #[test]
    fn the_edge_of_a_window_is_never_within_a_letter() {
        let text = format!("{} my son Jack’s {}", "é".repeat(100), "ü".repeat(100));
        let found = scan(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].whose(&text), Some(Whose::Child));
    }
}
