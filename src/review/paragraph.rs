//! A judgement as one plain paragraph that is read to the room before it goes on to the next child:
//! built from the record, and worded anew by the panel where it wants to. It takes a [`Complete`],
//! as [`aloud`](super::aloud) does for the page that shows the same at length, so nothing of a draft
//! comes in, and no sum of money is in it, not even one that somebody wrote into a condition.

use super::aloud::{
    Teller, UNDECIDED, in_letters, in_turn, is_due, listed, not_heard, three_answers,
};
use super::amounts::without_money;
use super::case::Case;
use super::complete::Complete;
use super::judgement::{Answer, Condition, Ideal, Question};
use super::law::LessThanPlan;
use super::perspective::{ParentAnswer, ParentIdeal, Perspective, Source};
use super::ratings::RatedIdeal;
use super::setup::Setup;
use super::spoken::{member, passage, place};
use super::text::{ProvisionCode, sentence};

/// How the paragraph of a case for practice begins.
pub const PRACTICE: &str = "This case is for practice: it counts nowhere.";

/// The paragraph as the record says it.
pub fn built(complete: &Complete<'_>, setup: &Setup) -> String {
    let teller = Teller { complete, setup };
    let mut said = Vec::new();
    if complete.case().practice {
        said.push(PRACTICE.to_owned());
    }
    said.push(teller.finding());
    said.extend(teller.depends());
    said.extend(teller.less_than_plan());
    said.push(teller.other_answers());
    said.extend(teller.confidence());
    said.extend(teller.who_dissents());
    said.push(teller.first_ratings());
    for voice in complete.voices().iter() {
        said.push(teller.sees(voice));
    }
    said.extend(teller.together());
    said.retain(|sentences| !sentences.is_empty());
    without_money(&said.join(" "))
}

/// How the panel worded it, where that is of the record as it stands. No sum of money is in it, not
/// even one that the panel wrote: `aloud` has its words as they were typed.
pub fn in_own_words(complete: &Complete<'_>, setup: &Setup) -> Option<String> {
    let wording = complete.case().wording.as_ref()?;
    let current = wording.is_current(&built(complete, setup));
    current.then(|| without_money(&wording.words))
}

/// What stands to be read aloud of a case, for changing it: the panel's own words where they were written for the record as it
/// stands, else the paragraph built from it. `None` while the case is not complete.
pub fn aloud(case: &Case, setup: &Setup) -> Option<String> {
    let built = built(&case.complete()?, setup);
    let worded = case.wording.as_ref();
    let worded = worded.filter(|wording| wording.is_current(&built));
    Some(worded.map_or(built, |wording| wording.words.to_string()))
}

/// The panel's part.
impl Teller<'_> {
    /// Who, where now, and where the panel sees the ideal.
    fn finding(&self) -> String {
        let file = &self.complete.case().file;
        let who = format!("{} in case {}", self.child(), file.id);
        let now = place(self.setup, &file.current_provision);
        let mut said = match (self.judgement().setting, &self.judgement().ideal) {
            (Answer::NotIdeal, Ideal::CannotTell) => format!(
                "The panel finds that {who}, now {now}, is not in the ideal setting. It cannot tell where the ideal would be."
            ),
            (_, Ideal::CannotTell) => {
                format!("The panel cannot tell where {who}, now {now}, would ideally be.")
            }
            (Answer::CannotTell, Ideal::Provision(ideal)) => format!(
                "The panel cannot tell whether {who}, now {now}, is in the ideal setting. It sees the ideal {}.",
                self.seen(ideal)
            ),
            (Answer::Ideal, Ideal::Provision(ideal)) if *ideal == file.current_provision => {
                format!("The panel finds that {who}, now {now}, is where they would ideally be.")
            }
            (Answer::NotIdeal, Ideal::Provision(ideal)) if *ideal == file.current_provision => {
                format!(
                    "The panel finds that {who}, now {now}, is in the right kind of provision, but that this setting is not ideal."
                )
            }
            (_, Ideal::Provision(ideal)) => format!(
                "The panel finds that {who}, now {now}, would ideally be {}.",
                place(self.setup, ideal)
            ),
        };
        if self.complete.counted_ideal().is_none() && !self.complete.case().practice {
            said.push_str(UNDECIDED);
        }
        said
    }

    /// Where somebody sees the ideal.
    fn seen(&self, ideal: &ProvisionCode) -> String {
        if *ideal == self.complete.case().file.current_provision {
            return format!("where {} is now", self.child());
        }
        let place = place(self.setup, ideal);
        match place.strip_prefix("on ") {
            Some(support) => format!("in {support}"),
            None => place,
        }
    }

    /// On what the ideal depends, each with whether it is in place today.
    fn depends(&self) -> Option<String> {
        let conditions = self.judgement().conditions.iter();
        let conditions: Vec<&Condition> = conditions
            .filter(|condition| condition.what.says_something())
            .collect();
        let stays = |ideal: &ProvisionCode| *ideal == self.complete.case().file.current_provision;
        match (self.complete.counted_ideal(), conditions.as_slice()) {
            (Some(ideal), []) if !stays(ideal) => Some("It set no conditions.".to_owned()),
            (_, []) => None,
            (Some(_), [only]) => Some(format!("This depends on {}.", clause(only))),
            (None, [only]) => Some(format!("It set one condition: {}.", clause(only))),
            (counted, several) => Some(listing(counted.is_some(), several)),
        }
    }

    /// Support and timeliness. What the setting is has been said.
    fn other_answers(&self) -> String {
        let answers = [Question::Support, Question::Timeliness].map(|question| {
            let answer = self.judgement().answer(question);
            (question, ParentAnswer::Stated(answer))
        });
        three_answers("It finds", "It", "It", &answers)
    }

    fn confidence(&self) -> Option<String> {
        let confidence = self.judgement().confidence?;
        Some(format!("Its confidence is {}.", confidence.label()))
    }

    /// How many dissent, and as what. Their words are shown apart.
    fn who_dissents(&self) -> Option<String> {
        let mut called: Vec<String> = Vec::new();
        let mut before: Vec<&str> = Vec::new();
        for view in &self.judgement().dissent {
            let role = member(view.by);
            called.push(match role.split_once(' ') {
                Some((_, again)) if before.contains(&role) => format!("another {again}"),
                _ => role.to_owned(),
            });
            before.push(role);
        }
        let number = called.len();
        let who = listed(&called, "and");
        match number {
            0 => None,
            1 => Some(format!("One member dissents: {who}.")),
            _ => Some(format!(
                "{} members dissent: {who}.",
                sentence(&in_letters(number))
            )),
        }
    }

    /// That the ideal is less than the plan specifies, and why.
    fn less_than_plan(&self) -> Option<String> {
        let why = self.judgement().less_than_plan?;
        let Ideal::Provision(_) = self.judgement().ideal else {
            return None;
        };
        let why = match why {
            LessThanPlan::ByNeed => format!("because {} needs less", self.child()),
            LessThanPlan::ByResource => "for reasons of resource".to_owned(),
        };
        Some(format!("The ideal is less than the plan specifies, {why}."))
    }

    /// How many rated first and abstained. What was kept back is not told, not even as a number.
    fn first_ratings(&self) -> String {
        let ratings = &self.complete.case().ratings;
        let gave = match ratings.given.len() {
            0 if ratings.skipped => return "Rating was skipped.".to_owned(),
            0 => return "No first ratings were recorded.".to_owned(),
            1 => "One member".to_owned(),
            number => format!("{} members", sentence(&in_letters(number))),
        };
        let number = ratings.given.len();
        let given = ratings.given.iter();
        let abstained = given.filter(|one| one.current().ideal == RatedIdeal::Abstained);
        let then = match abstained.count() {
            _ if ratings.revealed.is_none() && number == 1 => "; it was kept back".to_owned(),
            _ if ratings.revealed.is_none() => "; these were kept back".to_owned(),
            0 => String::new(),
            1 if number == 1 => ", and abstained".to_owned(),
            all if all == number => "; all of them abstained".to_owned(),
            some => format!("; {} of them abstained", in_letters(some)),
        };
        format!("{gave} gave a first rating before the discussion{then}.")
    }
}

/// The parents' part.
impl Teller<'_> {
    /// What one parent sees as ideal, how they answer where that is not the panel's answer, and
    /// where they stand.
    fn sees(&self, voice: &Perspective) -> String {
        let who = self.who(voice);
        if !voice.was_heard() {
            let said = sentence(&not_heard(voice, &who));
            return format!("{said} {}", self.stands(voice));
        }
        let papers = voice.source == Some(Source::FromPapers);
        let ideal = match &voice.ideal {
            Some(ParentIdeal::Provision(own)) => {
                let known = if papers { "as known from papers, " } else { "" };
                format!("{known}{who} sees the ideal {}.", self.seen(own))
            }
            _ if papers => format!("the papers do not say what {who} sees as ideal."),
            _ => format!("{who} did not say what they see as ideal."),
        };
        let differs = self.differs(voice, &Question::ALL);
        in_turn([sentence(&ideal), differs, self.stands(voice)])
    }
}

/// “a quiet base”, which is in place today.
fn clause(condition: &Condition) -> String {
    let is = if condition.in_place { "is" } else { "is not" };
    let what = passage(&condition.what);
    format!("“{what}”, which {is} in place today{}", due(condition))
}

/// By when it could be in place, where it is not and somebody said.
fn due(condition: &Condition) -> String {
    if !is_due(condition) {
        return String::new();
    }
    format!(" (due: {})", passage(&condition.by_when))
}

/// Several conditions, those that are not in place first: they are what stands in the way. More than
/// can be followed are counted.
fn listing(counted: bool, conditions: &[&Condition]) -> String {
    const FOLLOWED: usize = 4;
    let lead = if counted { "This depends on" } else { "It set" };
    let lead = format!("{lead} {} conditions.", in_letters(conditions.len()));
    let mut left = FOLLOWED;
    let mut said = vec![lead];
    for (in_place, standing) in [(false, "Not in place today"), (true, "In place today")] {
        let those = conditions.iter().filter(|one| one.in_place == in_place);
        let named: Vec<String> = those
            .clone()
            .take(left)
            .map(|one| format!("“{}”{}", passage(&one.what), due(one)))
            .collect();
        let more = those.count() - named.len();
        left -= named.len();
        let more = match (more, named.len()) {
            (0, _) => None,
            (more, 0) => Some(in_letters(more)),
            (more, _) => Some(format!("{} more", in_letters(more))),
        };
        let parts: Vec<String> = named.into_iter().chain(more).collect();
        if !parts.is_empty() {
            said.push(format!("{standing}: {}.", listed(&parts, "and")));
        }
    }
    said.join(" ")
}

#[cfg(test)]
#[path = "paragraph_more_tests.rs"]
mod more_tests;
#[cfg(test)]
#[path = "paragraph_properties.rs"]
mod properties;
#[cfg(test)]
#[path = "paragraph_tests.rs"]
mod tests;
