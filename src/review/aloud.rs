//! A complete judgement in plain sentences, for reading aloud to the room: what the panel found,
//! on what conditions, who dissents, and where each parent stands. It takes a [`Complete`], so
//! nothing of a draft comes in, and it knows no figure of money and nobody's name.

mod parents;

pub(super) use self::parents::{in_turn, not_heard};
use super::complete::Complete;
use super::judgement::{Answer, Condition, Ideal, Judgement, Question};
use super::panel::Role;
use super::perspective::ParentAnswer;
use super::setup::Setup;
use super::stance::Stance;

/// What is added where a judgement counts in no figure: it means something to the room, and
/// nothing to a parent.
pub const UNDECIDED: &str = " So the case is undecided and counts in no projection.";

/// A complete judgement in sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aloud {
    /// What the panel found, a paragraph each.
    pub panel: Vec<String>,
    /// Who dissents, in their words.
    pub dissent: Vec<Dissenting>,
    /// Each parent's perspective that counts.
    pub parents: Vec<Parent>,
    /// What there is to say of the parents together: which stance counts where they differ, and
    /// voices that are not whole yet.
    pub together: Vec<String>,
}

/// A member's dissent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dissenting {
    /// By role: "educational psychologist".
    pub who: String,
    /// In their words.
    pub words: String,
}

/// One parent's perspective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parent {
    /// Who: "The mother".
    pub who: String,
    /// How they were heard, how they answer, what they see as ideal.
    pub heard: String,
    /// Where they stand on the judgement, and how that is known.
    pub stands: String,
    /// Their stance.
    pub stance: Stance,
}

/// The judgement in sentences; provisions by their names in the review's table.
pub fn aloud(complete: &Complete<'_>, setup: &Setup) -> Aloud {
    let teller = Teller { complete, setup };
    Aloud {
        panel: teller.panel(),
        dissent: teller.dissent(),
        parents: teller.parents(),
        together: teller.together(),
    }
}

pub(super) struct Teller<'a> {
    pub(super) complete: &'a Complete<'a>,
    pub(super) setup: &'a Setup,
}

/// The panel's part.
impl Teller<'_> {
    pub(super) fn judgement(&self) -> &Judgement {
        self.complete.judgement()
    }

    pub(super) fn child(&self) -> &'static str {
        self.complete.case().file.child()
    }

    fn panel(&self) -> Vec<String> {
        let answers = Question::ALL.map(|question| {
            let answer = self.judgement().answer(question);
            (question, ParentAnswer::Stated(answer))
        });
        let mut paragraphs = vec![three_answers(
            "The panel found",
            "The panel",
            "It",
            &answers,
        )];
        paragraphs.push(self.ideal());
        paragraphs.extend(self.conditions());
        paragraphs
    }

    fn ideal(&self) -> String {
        let (file, child) = (&self.complete.case().file, self.child());
        let current = &file.current_provision;
        let now = self.setup.provision_name(current);
        let mut said = match (self.judgement().setting, &self.judgement().ideal) {
            (_, Ideal::CannotTell) => "It cannot say where the ideal would be.".to_owned(),
            (Answer::Ideal, Ideal::Provision(ideal)) if ideal == current => {
                format!("The ideal is where {child} is now: {now}.")
            }
            (Answer::NotIdeal, Ideal::Provision(ideal)) if ideal == current => format!(
                "The kind of provision is the right one: {now}, where {child} is now. It is this setting that is not ideal."
            ),
            (_, Ideal::Provision(ideal)) if ideal == current => {
                format!("As the ideal it names where {child} is now: {now}.")
            }
            (_, Ideal::Provision(ideal)) => format!(
                "It sees the ideal in another kind of provision: {}. Now {child} is in: {now}.",
                self.setup.provision_name(ideal)
            ),
        };
        if self.complete.counted_ideal().is_none() {
            said.push_str(UNDECIDED);
        }
        said
    }

    fn conditions(&self) -> Vec<String> {
        let conditions = &self.judgement().conditions;
        let Some(ideal) = self.complete.counted_ideal() else {
            return conditions.iter().map(condition).collect();
        };
        let stays = *ideal == self.complete.case().file.current_provision;
        if conditions.is_empty() {
            let none = "It set no conditions.".to_owned();
            return if stays { Vec::new() } else { vec![none] };
        }
        let number = conditions.len();
        let plural = if number == 1 { "" } else { "s" };
        let verdict = if self.judgement().is_blocked() {
            "this would be the ideal if the system worked better, not with what exists today"
        } else {
            "this is the ideal with what exists today"
        };
        let lead = format!(
            "It set {} condition{plural}; {verdict}.",
            in_letters(number)
        );
        std::iter::once(lead)
            .chain(conditions.iter().map(condition))
            .collect()
    }

    fn dissent(&self) -> Vec<Dissenting> {
        let views = self.judgement().dissent.iter();
        views
            .map(|view| Dissenting {
                who: view
                    .by
                    .map_or("a member whose role was not recorded", Role::label)
                    .to_owned(),
                words: view.words.to_string(),
            })
            .collect()
    }
}

/// One, two or three sentences: what was found, what could not be told, what was not said; none
/// without an answer. They begin with whom they are about: `finds` as in "The panel found", `first` and `then` the subject
/// of the first sentence and of a later one.
pub fn three_answers(
    finds: &str,
    first: &str,
    then: &str,
    answers: &[(Question, ParentAnswer)],
) -> String {
    let mut sentences: Vec<String> = Vec::new();
    let found: Vec<String> = answers
        .iter()
        .filter_map(|(question, answer)| match answer {
            ParentAnswer::Stated(Answer::Ideal) => {
                Some(format!("that {}", statement(*question, true)))
            }
            ParentAnswer::Stated(Answer::NotIdeal) => {
                Some(format!("that {}", statement(*question, false)))
            }
            _ => None,
        })
        .collect();
    if !found.is_empty() {
        sentences.push(format!("{finds} {}.", listed(&found, "and")));
    }
    for (open, verb) in [
        (ParentAnswer::Stated(Answer::CannotTell), "cannot tell"),
        (ParentAnswer::NotStated, "did not say"),
    ] {
        let subject = if sentences.is_empty() { first } else { then };
        sentences.extend(left_open(&format!("{subject} {verb}"), answers, open));
    }
    sentences.join(" ")
}

/// The questions that have this answer, in a sentence that begins so: "They did not say".
fn left_open(
    begins: &str,
    answers: &[(Question, ParentAnswer)],
    open: ParentAnswer,
) -> Option<String> {
    let open: Vec<String> = answers
        .iter()
        .filter(|(_, answer)| *answer == open)
        .map(|(question, _)| format!("whether {}", statement(*question, true)))
        .collect();
    (!open.is_empty()).then(|| format!("{begins} {}.", listed(&open, "or")))
}

/// An answer as a statement.
const fn statement(question: Question, yes: bool) -> &'static str {
    match (question, yes) {
        (Question::Setting, true) => "the setting is ideal",
        (Question::Setting, false) => "the setting is not ideal",
        (Question::Support, true) => "the support is ideal",
        (Question::Support, false) => "the support is not ideal",
        (Question::Timeliness, true) => "help came in time",
        (Question::Timeliness, false) => "help did not come in time",
    }
}

/// Whether somebody said by when it could be in place, and it is not. A date in figures says so too.
pub(super) fn is_due(condition: &Condition) -> bool {
    let when = condition.by_when.trim();
    let figures =
        || when.contains(|c: char| c.is_ascii_digit()) && !when.contains(char::is_alphabetic);
    !condition.in_place && (condition.by_when.says_something() || figures())
}

fn condition(condition: &Condition) -> String {
    let when = if is_due(condition) {
        format!(" (by {})", condition.by_when.trim())
    } else {
        String::new()
    };
    let standing = if condition.in_place {
        "In place today"
    } else {
        "Not in place today"
    };
    format!("{standing}{when}: “{}”", condition.what.trim())
}

pub(super) fn listed(parts: &[String], last: &str) -> String {
    match parts.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

pub(super) fn in_letters(number: usize) -> String {
    const LETTERS: [&str; 10] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    LETTERS
        .get(number)
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
#[path = "aloud_tests.rs"]
mod tests;
