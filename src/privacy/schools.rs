//! Names of schools and colleges: "Hillcrest Academy", "St Mary’s Primary School", but not
//! "Special School", where only words for a kind of school stand before.

use super::words::{Word, is_space};
use super::{Found, Kind};

/// How many words of a name are looked at before "School".
const LONGEST: usize = 7;

pub(super) fn find(words: &[Word], found: &mut Vec<Found>) {
    for (at, head) in words.iter().enumerate() {
        if !head.stem_is_any("school academy college")
            || words.get(at + 1).is_some_and(follows_another_sense)
        {
            continue;
        }
        if let Some(start) = name_start(words, at, head) {
            found.push(Found {
                kind: Kind::School,
                range: start..head.start + head.stem().len(),
            });
        }
    }
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
        if is_saint || (word.is_capitalised() && !generic && (with_capital || !begins)) {
            start = Some(word.start);
        } else if !(generic && word.is_capitalised()
            || is_abbreviation(word)
            || (!with_capital && word.is_any(KINDS))
            || (start.is_some() && word.is_any("of the and for")))
        {
            break;
        }
        if begins {
            break;
        }
        gap = word.gap;
    }
    start
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
            ("a place at Ashby-de-la-Zouch School", "Zouch School"),
            ("at St. Mary's school", "St. Mary's school"),
            (
                "Setting: Hillcrest primary school",
                "Hillcrest primary school",
            ),
            ("Our Lady of Lourdes RC School", "Lady of Lourdes RC School"),
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
            "Jack likes school. Year 7 School report",
            "School Report. Annual Review, Secondary School",
            "THE SCHOOL IS FULL",
            "Royal College",
            "Leeds and the School agreed; Tom asked the school; told Leeds the school was full",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
