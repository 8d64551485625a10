//! Names of schools and colleges: "Hillcrest Academy", "St Mary’s Primary School", but not
//! "Special School", where only words for a kind of school stand before.

use std::ops::Range;

use super::lexicon::Marks;
use super::words::{Word, is_space};
use super::{Found, Kind};

/// How many words of a name are looked at before "School".
const LONGEST: usize = 7;

pub(super) fn find(words: &[Word], found: &mut Vec<Found>) {
    for (at, head) in words.iter().enumerate() {
        let next_is_name = || words.get(at + 1).is_some_and(Word::is_capitalised);
        let range = if !head.is_a(Marks::SCHOOL) {
            // Hardly any word needs to be looked at closely.
            match next_is_name() {
                true if head.is_any("st saint") => saint(words, at),
                true => attended(words, at),
                false => None,
            }
        } else if head.stem_is_any("school academy college") {
            let other = words.get(at + 1).is_some_and(follows_another_sense);
            name_start(words, at, head)
                .filter(|_| !other)
                .map(|start| start..head.start + head.stem().len())
        } else {
            short_name(words, at, head)
        };
        if let Some(range) = range {
            found.push(Found {
                kind: Kind::School,
                range,
            });
        }
    }
}

/// "Ossenbury Primary", "Wrenfold PRU", "Little Otters Pre-School": a kind of school that needs no
/// "school" after it.
fn short_name(words: &[Word], at: usize, head: &Word) -> Option<Range<usize>> {
    let shouted = head.is_any("pru utc") && head.text.chars().all(char::is_uppercase);
    let pre_school = head.is("school") && head.gap == "-";
    if !(head.is_capitalised() || shouted)
        || !(pre_school || head.is_any(SHORT))
        || head.starts_sentence()
        || words
            .get(at + 1)
            .is_some_and(|next| next.follows_closely() && goes_on(next))
    {
        return None;
    }
    let before = words.get(at.checked_sub(1)?)?;
    // Of one word alone at the start of a sentence nobody can tell: "Happy Nursery".
    let start = name_start(words, at, head)?;
    (is_within_name(head.gap) && (before.is_capitalised() || is_abbreviation(before)))
        .then_some(start..head.start + head.stem().len())
}

/// Whether a word makes "Ossenbury Primary" the beginning of something longer or of another sense.
fn goes_on(next: &Word) -> bool {
    next.is_a(Marks::SCHOOL)
        || next.is_any("school need needs phase age aged pupil pupils place placement level")
        || next.is_any("street road")
}

const SHORT: &str = "\
    primary infants infant juniors junior grammar montessori nursery preschool kindergarten pru utc high \
    secondary academy";

/// "St Osmuth’s": a saint with a possessive ending is a school unless something else follows.
fn saint(words: &[Word], at: usize) -> Option<Range<usize>> {
    let saint = words.get(at).filter(|word| word.is_capitalised())?;
    let name = words.get(at + 1)?;
    let near = is_space(name.gap) || name.gap == ". ";
    if !near || !name.is_capitalised() || !name.is_possessive() {
        return None;
    }
    let another = words.get(at + 2).is_some_and(|next| {
        next.follows_closely() && (next.is_any(OF_SAINTS) || next.is_a(Marks::STREET))
    });
    (!another).then_some(saint.start..name.end())
}

const OF_SAINTS: &str = "\
    hospital hospice church ambulance centre day chapel parish hall ward clinic house trust";

/// "started at Tarnwick in Year 7", "on roll at Tarnwick": where only a school can be meant.
fn attended(words: &[Word], at: usize) -> Option<Range<usize>> {
    let word = words
        .get(at)
        .filter(|word| word.is_any("at attends attended"))?;
    let name = words.get(at + 1).filter(|name| {
        name.follows_closely() && name.is_capitalised() && !name.is_a(Marks::COMMON)
    })?;
    let back = |by: usize| at.checked_sub(by).and_then(|at| words.get(at));
    let on_roll = word.is("at") && back(1).is_some_and(|word| word.is("roll"));
    let after = words.get(at + 2..at + 4);
    let in_year = after.is_some_and(|after| {
        let [from, year] = after else { return false };
        from.follows_closely()
            && from.is_any("in since from until")
            && year.is_any("year reception nursery y7 y8 y9 y10 september")
    });
    (on_roll || in_year).then_some(name.start..name.start + name.stem().len())
}

/// "School Avoidance" and the like are not about one school.
fn follows_another_sense(next: &Word) -> bool {
    next.follows_closely() && next.is_any(ANOTHER_SENSE)
}

/// Where the name before this "School" begins, if there is one: at its first word that is not
/// a word for a kind of school.
fn name_start(words: &[Word], at: usize, head: &Word) -> Option<usize> {
    let with_capital = head.text.starts_with(char::is_uppercase);
    let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at));
    let mut start = None;
    let mut gap = head.gap;
    for back in 1..=LONGEST {
        let Some(word) = before(back) else { break };
        let after_saint = word.gap == ". " && before(back + 1).is_some_and(|saint| saint.is("st"));
        let is_saint = word.is("st") && start.is_some();
        if !(is_within_name(gap) || (is_saint && gap == ". ")) {
            break;
        }
        let begins = word.starts_sentence() && !after_saint;
        let generic = is_generic(word);
        let our_lady = word.is("our") && start.is_some_and(|at| is_lady(words, at));
        if is_saint || our_lady || (word.is_capitalised() && !generic && (with_capital || !begins))
        {
            start = Some(word.start);
        } else if !(generic && word.is_capitalised()
            || is_abbreviation(word)
            || (!with_capital && word.is_any(KINDS))
            || (start.is_some() && word.is_any("of the and for in on upon by de la le under"))
            || (start.is_none() && back > 1 && word.is_any("and of")))
        {
            break;
        }
        if begins {
            break;
        }
        gap = word.gap;
    }
    start.map(|start| with_quarter(words, start))
}

/// The start of a name with the "Lower", "Great" or "North" before it, which by themselves name no
/// school.
fn with_quarter(words: &[Word], start: usize) -> usize {
    let at = words.partition_point(|word| word.start < start);
    let near = words.get(at).is_some_and(Word::follows_closely);
    let quarter = at
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .filter(|word| {
            near && word.is_capitalised()
                && !word.starts_sentence()
                && word.is_any("upper lower great little north south east west old new middle")
        });
    quarter.map_or(start, |word| word.start)
}

fn is_lady(words: &[Word], start: usize) -> bool {
    words
        .binary_search_by_key(&start, |word| word.start)
        .is_ok_and(|at| words.get(at).is_some_and(|word| word.is("lady")))
}

fn is_within_name(gap: &str) -> bool {
    is_space(gap) || matches!(gap, "-" | " & " | "’ " | "' ")
}

/// "CE", "RC", "SEMH": part of a name, but none by itself.
fn is_abbreviation(word: &Word) -> bool {
    word.text.len() <= 5 && word.text.chars().all(char::is_uppercase)
}

fn is_generic(word: &Word) -> bool {
    word.stem_is_any(KINDS) || GENERIC.iter().any(|words| word.stem_is_any(words))
}

const ANOTHER_SENSE: &str = "\
    absence action admissions age aged anxiety attendance avoidance based counsellor day holidays \
    improvement meals non nurse nursing phobia readiness refusal refuser transport uniform";

/// Words for kinds of schools.
const KINDS: &str = "\
    academy additional age agricultural all alternative ap art ballet based boarding boys \
     catholic christian church college community comprehensive dance day deaf drama education \
     england faith fe first forest form foundation free further general girls grammar high \
     higher home hospital independent infant infants inclusive integrated international jewish \
     junior juniors kindergarten land language large lower mainstream maintained medical middle \
     mixed multi music muslim non nursery online ordinary outdoor post pre prep preparatory \
     primary private provision public residential resource resourced roman royal rural secondary \
     section secure selective senior sixth small special specialist sponsor sponsored state \
     studio summer sunday technical tertiary through training unit upper urban village virtual \
     vocational voluntary whole";

/// Other words before "School" that name none.
const GENERIC: &[&str] = &[
    // Needs, as in "Autism School".
    "adhd anxiety asd autism autistic behaviour deafness emotional emotionally hearing learning \
     mental needs nurture outreach physical sen send sensory social speech support therapeutic \
     visual",
    // Whose, which, when.
    "a after an and annual another any around average before best better big both british child \
     children city closest council county current dad department different district during each \
     early either english every family former future good great her his ideal if in inside its \
     last lea lovely nice like local many most mum my named national nearest neither new next no \
     normal not of off old on one only other our out own parent parents part placement preferred \
     present previous proper proposed real reception right same saturday second some st suitable \
     team that the their then there these they third this those time to trust two unsuitable \
     weekly welsh what when where which while with wrong year your outside authority borough at \
     by from",
    // People and papers.
    "assistant class deputy governor head headteacher letter liaison ofsted principal pupil \
     pupils report review staff student students teacher teachers teaching transition",
    // Sentences about school in few words, as children say them.
    "attend attended attending attends avoids avoiding because believes changed changing \
     dislikes enjoy enjoys feels finds finishing getting go goes going hate hates leave leaves \
     leaving left likes love loved loves making miss missed misses missing moved moving naming \
     refused refuses refusing returning says seeking since start started starting starts \
     understands until visited visiting wants worries however although he she it we",
    // Time.
    "april august autumn christmas covid december easter february friday january july june march \
     may monday november october september spring term thursday today tuesday wednesday",
];

#[cfg(test)]
mod tests {
    use super::super::tests::{found, kinds};
    use super::*;

    #[test]
    fn schools_by_name() {
        for (text, name) in [
            ("Hillcrest Academy was consulted.", "Hillcrest Academy"),
            (
                "He attends St Mary’s Primary School.",
                "St Mary’s Primary School",
            ),
            (
                "at St. Mary's CE Primary School",
                "St. Mary's CE Primary School",
            ),
            (
                "moved to Oak Tree Special School",
                "Oak Tree Special School",
            ),
            ("The Hillcrest School’s SENCO", "Hillcrest School"),
            ("at Hillcrest school since Year 7", "Hillcrest school"),
            ("from Hillcrest special school", "Hillcrest special school"),
            ("Leeds City College, part-time", "Leeds City College"),
            ("Attends Hillcrest High School", "Hillcrest High School"),
            (
                "School of choice: Hillcrest Junior School",
                "Hillcrest Junior School",
            ),
            ("Head of Hillcrest Infant School", "Hillcrest Infant School"),
            (
                "a place at Ashby-de-la-Zouch School",
                "Ashby-de-la-Zouch School",
            ),
            ("at St. Mary's school", "St. Mary's school"),
            (
                "Setting: Hillcrest primary school",
                "Hillcrest primary school",
            ),
            (
                "Our Lady of Lourdes RC School",
                "Our Lady of Lourdes RC School",
            ),
            ("called Hillcrest Academy", "Hillcrest Academy"),
        ] {
            assert_eq!(found(text), [(Kind::School, name)], "{text}");
        }
    }

    #[test]
    fn kinds_of_school() {
        for text in [
            "Special School",
            "Primary School",
            "Mainstream school",
            "Sixth Form College",
            "State Special School",
            "Maintained special school or academy",
            "Independent or non-maintained special school, day",
            "Hospital school or alternative provision",
            "Head of Special School",
            "Further Education College",
            "Forest School on Fridays",
            "In September school was closed. After Christmas school got harder.",
            "Loves School. Hates School! Attends Mainstream School",
            "Her school, His School, Their Academy",
            "Emotionally Based School Avoidance; Persistent School Absence",
            "Church of England Primary School",
            "Virtual School; Virtual School Head; SEMH School",
            "Team Around the School",
            "Multi-Academy Trust",
            "She likes school. Year 7 School report",
            "School Report. Annual Review, Secondary School",
            "THE SCHOOL IS FULL",
            "Royal College",
            "Leeds and the School agreed; Mum asked the school; told Leeds the school was full",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
