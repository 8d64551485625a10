//! A complete judgement in plain sentences, for reading aloud to the room: what the panel found,
//! on what conditions, who dissents, and where each parent stands. It takes a [`Complete`], so
//! nothing of a draft comes in, and it knows no figure of money and nobody's name.

use super::Date;
use super::complete::Complete;
use super::judgement::{Answer, Condition, Ideal, Judgement, Question};
use super::panel::Role;
use super::perspective::{self, ParentAnswer, ParentIdeal, Perspective, Source, Speaker};
use super::setup::Setup;
use super::stance::{self, Stance, StanceFrom};
use super::text::sentence;

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

/// The parents' part.
impl Teller<'_> {
    fn parents(&self) -> Vec<Parent> {
        let voices = self.complete.voices().iter();
        voices.map(|voice| self.parent(voice)).collect()
    }

    fn parent(&self, voice: &Perspective) -> Parent {
        let who = self.who(voice);
        Parent {
            who: sentence(&who),
            heard: sentence(&self.heard(voice, &who)),
            stands: self.stands(voice),
            stance: stance::of_voice(voice, self.judgement()).0,
        }
    }

    /// "the mother"; with a number where there are two of a kind.
    pub(super) fn who(&self, voice: &Perspective) -> String {
        let name = named(voice.speaker);
        let alike: Vec<_> = self
            .complete
            .voices()
            .iter()
            .filter(|other| other.speaker == voice.speaker)
            .collect();
        let at = alike.iter().position(|other| other.id == voice.id);
        match at.filter(|_| alike.len() > 1) {
            Some(at) => format!("{name} (voice {})", at + 1),
            None => name.to_owned(),
        }
    }

    fn heard(&self, voice: &Perspective, who: &str) -> String {
        let Some(source) = voice.source.filter(|source| source.was_heard()) else {
            return not_heard(voice, who);
        };
        let on = voice
            .heard_on()
            .map(|date| format!(" on {}", date.in_words()));
        let on = on.unwrap_or_default();
        let how = match source {
            Source::InTheRoom => format!("{who} spoke in the room{on}."),
            Source::Interview => format!("{who} was interviewed{on}."),
            Source::Written => format!("{who} wrote{on}."),
            _ => format!("the view of {who} is taken from papers{}.", of(&on)),
        };
        let answers = Question::ALL.map(|question| {
            let answer = voice.answer(question).unwrap_or(ParentAnswer::NotStated);
            (question, answer)
        });
        let answers = three_answers("They find", "They", "They", &answers);
        format!("{how} {answers} {}", self.own_ideal(voice))
    }

    fn own_ideal(&self, voice: &Perspective) -> String {
        let Some(ParentIdeal::Provision(own)) = &voice.ideal else {
            return "They did not say what they see as ideal.".to_owned();
        };
        let name = self.setup.provision_name(own);
        if *own == self.complete.case().file.current_provision {
            format!("They see the ideal where {} is now: {name}.", self.child())
        } else {
            format!("They see the ideal in: {name}.")
        }
    }

    pub(super) fn stands(&self, voice: &Perspective) -> String {
        let (stance, from) = stance::of_voice(voice, self.judgement());
        if !voice.was_heard() {
            return "This is counted apart, and never as agreement.".to_owned();
        }
        let stands = match stance {
            Stance::Agrees => "they agree",
            Stance::AgreesWithConditions => "they agree with conditions",
            Stance::Disagrees => "they disagree",
            Stance::NoView => "they have no view",
        };
        let asked = voice.asked.as_ref();
        let asked_on = asked.map(|asked| asked.on.in_words());
        let asked_on = asked_on.unwrap_or_default();
        if from == StanceFrom::Asked {
            return format!("Asked about this judgement on {asked_on}, {stands}.");
        }
        let not_asked = match asked {
            Some(_) => format!(
                "They were asked on {asked_on}, about another ideal or other conditions, and not about this judgement."
            ),
            None => "They have not been asked about this judgement.".to_owned(),
        };
        format!("{not_asked} {}", self.derived(voice, stance, from, stands))
    }

    /// What follows from the parent's own ideal, and why nothing does.
    fn derived(
        &self,
        voice: &Perspective,
        stance: Stance,
        from: StanceFrom,
        stands: &str,
    ) -> String {
        let papers = from == StanceFrom::Papers;
        let named = matches!(voice.ideal, Some(ParentIdeal::Provision(_)));
        let panel_names = matches!(self.judgement().ideal, Ideal::Provision(_));
        let why = match stance {
            Stance::NoView if !named => "Without an ideal of their own that was stated",
            Stance::NoView if !panel_names => "As the panel names no ideal to compare with theirs",
            Stance::NoView => "As papers can show disagreement but never agreement",
            _ if papers => "Going by what the papers say of their own ideal",
            _ => "Going by their own ideal",
        };
        if stance == Stance::NoView {
            format!("{why}, it is not known where they stand, which counts as no view.")
        } else {
            format!("{why}, {stands}.")
        }
    }

    pub(super) fn together(&self) -> Vec<String> {
        let mut said = Vec::new();
        let stances: Vec<Stance> = self
            .complete
            .voices()
            .iter()
            .map(|voice| stance::of_voice(voice, self.judgement()).0)
            .collect();
        if stances.iter().any(|stance| Some(stance) != stances.first()) {
            let effective = self.complete.effective_stance();
            let mut voices = self.complete.voices().iter();
            let who = voices.find(|voice| voice.id == effective.voice);
            let who = who.map(|voice| self.who(voice)).unwrap_or_default();
            said.push(format!(
                "Where parents differ, the least agreeing stance counts: here “{}”, from {who}.",
                effective.stance.label()
            ));
        }
        let case = self.complete.case();
        if perspective::begun(&case.voices, case.file.is_under_sixteen())
            .next()
            .is_some()
        {
            let more =
                "Another parent’s perspective has been begun; it does not count until it is whole.";
            said.push(more.to_owned());
        }
        said
    }
}

/// What was tried to hear somebody who was not heard.
pub(super) fn not_heard(voice: &Perspective, who: &str) -> String {
    let told = voice.attempts_told();
    let attempts = if told == 1 { "attempt" } else { "attempts" };
    let when = match voice.heard_on().map(Date::in_words) {
        Some(last) if told > 1 => format!(", the last on {last}"),
        Some(only) => format!(" on {only}"),
        None => String::new(),
    };
    let what = match voice.source {
        Some(Source::Declined) => "was asked, but declined",
        _ => "could not be reached",
    };
    format!("{who} {what}, after {} {attempts}{when}.", in_letters(told))
}

/// One, two or three sentences: what was found, what could not be told, what was not said; none
/// without an answer. They
/// begin with whom they are about: `finds` as in "The panel found", `first` and `then` the subject
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
        let open: Vec<String> = answers
            .iter()
            .filter(|(_, answer)| *answer == open)
            .map(|(question, _)| format!("whether {}", statement(*question, true)))
            .collect();
        if !open.is_empty() {
            let subject = if sentences.is_empty() { first } else { then };
            sentences.push(format!("{subject} {verb} {}.", listed(&open, "or")));
        }
    }
    sentences.join(" ")
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

fn condition(condition: &Condition) -> String {
    let when = if condition.by_when.says_something() && !condition.in_place {
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

/// Who spoke, in a sentence.
const fn named(speaker: Option<Speaker>) -> &'static str {
    match speaker {
        Some(Speaker::Mother) => "the mother",
        Some(Speaker::Father) => "the father",
        Some(Speaker::Carer) => "the carer",
        Some(Speaker::FosterCarer) => "the foster carer",
        Some(Speaker::YoungPerson) => "the young person",
        Some(Speaker::ParentalResponsibility) => "the person with parental responsibility",
        None => "the parent",
    }
}

/// " on 3 May" as " of 3 May".
fn of(on: &str) -> String {
    on.replacen(" on ", " of ", 1)
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
