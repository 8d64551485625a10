//! The parents' part of what is read aloud: what each said, where they stand, and what counts where
//! they are several. Nobody is said to agree who was not asked and answers otherwise.

use super::{Parent, Teller, in_letters, left_open, three_answers};
use crate::review::Date;
use crate::review::judgement::{Ideal, Question};
use crate::review::perspective::{self, ParentAnswer, ParentIdeal, Perspective, Source, Speaker};
use crate::review::stance::{self, Stance, StanceFrom};
use crate::review::text::sentence;

/// The parents' part.
impl Teller<'_> {
    pub(super) fn parents(&self) -> Vec<Parent> {
        let voices = self.complete.voices().iter();
        voices.map(|voice| self.parent(voice)).collect()
    }

    fn parent(&self, voice: &Perspective) -> Parent {
        let who = self.who(voice);
        Parent {
            who: sentence(&who),
            heard: sentence(&self.heard(voice, &who)),
            stands: in_turn([
                self.differs(voice, &[Question::Setting]),
                self.stands(voice),
            ]),
            stance: stance::of_voice(voice, self.judgement()).0,
        }
    }

    /// "the mother"; with a number where there are two of a kind.
    pub(in crate::review) fn who(&self, voice: &Perspective) -> String {
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
        let (said, unsaid): (Vec<_>, Vec<_>) = answers.into_iter().partition(|(_, answer)| {
            source != Source::FromPapers || *answer != ParentAnswer::NotStated
        });
        let answers = three_answers("They find", "They", "They", &said);
        let unsaid = left_open("The papers do not say", &unsaid, ParentAnswer::NotStated);
        let ideal = self.own_ideal(voice);
        in_turn([how, answers, unsaid.unwrap_or_default(), ideal])
    }

    fn own_ideal(&self, voice: &Perspective) -> String {
        let Some(ParentIdeal::Provision(own)) = &voice.ideal else {
            return match voice.source {
                Some(Source::FromPapers) => "The papers do not say what they see as ideal.",
                _ => "They did not say what they see as ideal.",
            }
            .to_owned();
        };
        let name = self.setup.provision_name(own);
        if *own == self.complete.case().file.current_provision {
            format!("They see the ideal where {} is now: {name}.", self.child())
        } else {
            format!("They see the ideal in: {name}.")
        }
    }

    /// The answers to these questions that a parent who was heard gives and the panel does not.
    pub(in crate::review) fn differs(&self, voice: &Perspective, questions: &[Question]) -> String {
        if !voice.was_heard() {
            return String::new();
        }
        let answers: Vec<(Question, ParentAnswer)> = questions
            .iter()
            .filter_map(|question| Some((*question, voice.answer(*question)?)))
            .filter(|(question, answer)| {
                let panel = ParentAnswer::Stated(self.judgement().answer(*question));
                *answer != ParentAnswer::NotStated && *answer != panel
            })
            .collect();
        three_answers(
            "Unlike the panel, they find",
            "Unlike the panel, they",
            "They",
            &answers,
        )
    }

    pub(in crate::review) fn stands(&self, voice: &Perspective) -> String {
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
        // The stance is the same, as model.md derives it; who answers the setting otherwise would
        // not say that they agree.
        let setting = ParentAnswer::Stated(self.judgement().setting);
        if stance == Stance::Agrees && voice.setting != Some(setting) {
            return "They name the same kind of provision; whether they agree with the rest is not known until they are asked.".to_owned();
        }
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

    pub(in crate::review) fn together(&self) -> Vec<String> {
        let mut said: Vec<String> = self.what_counts().into_iter().collect();
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

    /// Which stance counts, where that is not the same for all. Only those who were heard can differ.
    fn what_counts(&self) -> Option<String> {
        let stance = |voice: &Perspective| stance::of_voice(voice, self.judgement()).0;
        let effective = self.complete.effective_stance();
        let voices = || self.complete.voices().iter();
        if voices().all(|voice| stance(voice) == effective.stance) {
            return None;
        }
        let setting = voices().find(|voice| voice.id == effective.voice)?;
        let (who, label) = (self.who(setting), effective.stance.label());
        if !setting.was_heard() {
            let why = unheard(setting, &who);
            return Some(format!(
                "As {why}, “{label}” counts: silence is never agreement."
            ));
        }
        let mut heard = voices().filter(|voice| voice.was_heard());
        if heard.any(|voice| stance(voice) != effective.stance) {
            return Some(format!(
                "Where parents differ, the least agreeing stance counts: here “{label}”, from {who}."
            ));
        }
        let silent = voices().find(|voice| !voice.was_heard())?;
        let why = sentence(&unheard(silent, &self.who(silent)));
        Some(format!("{why}; “{label}” counts, from {who}."))
    }
}

/// What was tried to hear somebody who was not heard.
pub(in crate::review) fn not_heard(voice: &Perspective, who: &str) -> String {
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

/// That somebody was not heard, in the middle of a sentence.
fn unheard(voice: &Perspective, who: &str) -> String {
    let what = match voice.source {
        Some(Source::Declined) => "declined to say",
        _ => "was not reached",
    };
    format!("{who} {what}")
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

/// Sentences one after the other, without those that say nothing.
pub(in crate::review) fn in_turn<const N: usize>(sentences: [String; N]) -> String {
    let said = sentences.into_iter().filter(|said| !said.is_empty());
    said.collect::<Vec<_>>().join(" ")
}
