//! The panel's finding on one case: as a draft, in which anything may still be missing, and as a
//! judgement, in which nothing is.

use serde::{Deserialize, Serialize};

use super::law::LessThanPlan;
use super::panel::Role;
use super::text::{ProvisionCode, Text};
use super::units::{Money, PerChild};
use super::{Date, Timestamp};

/// An answer of the panel to one of the three questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// Yes, it is ideal.
    Ideal,
    /// No, it is not.
    NotIdeal,
    /// The panel cannot tell from what it was shown.
    CannotTell,
}

impl Answer {
    /// All answers, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Ideal, Self::NotIdeal, Self::CannotTell];

    /// The answer in words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Ideal => "ideal",
            Self::NotIdeal => "not ideal",
            Self::CannotTell => "cannot tell",
        }
    }
}

/// The three questions, asked of panel and parent alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Question {
    /// Is the setting ideal?
    Setting,
    /// Is the support ideal?
    Support,
    /// Did it come in time?
    Timeliness,
}

impl Question {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::Setting, Self::Support, Self::Timeliness];

    /// The question as it is asked.
    pub const fn asked(self) -> &'static str {
        match self {
            Self::Setting => "Is the setting ideal?",
            Self::Support => "Is the support ideal?",
            Self::Timeliness => "Did it come in time?",
        }
    }

    /// The question in a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Support => "support",
            Self::Timeliness => "timeliness",
        }
    }
}

/// Where the panel sees the ideal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ideal {
    /// In this kind of provision, which may be the present one.
    Provision(ProvisionCode),
    /// The panel cannot name one; the case is undecided and counts in no projection.
    CannotTell,
}

/// How sure the panel is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// Not very.
    Low,
    /// Fairly.
    Medium,
    /// Very.
    High,
}

impl Confidence {
    /// All, from low to high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// In a word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Whose budget a cost would fall on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Payer {
    /// The high needs block of the dedicated schools grant.
    HighNeeds,
    /// The school's own budget.
    School,
    /// Health.
    Health,
    /// Social care.
    SocialCare,
    /// The family.
    Family,
    /// Somebody else.
    Other,
}

impl Payer {
    /// All payers, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::HighNeeds,
        Self::School,
        Self::Health,
        Self::SocialCare,
        Self::Family,
        Self::Other,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::HighNeeds => "high needs block",
            Self::School => "school",
            Self::Health => "health",
            Self::SocialCare => "social care",
            Self::Family => "the family",
            Self::Other => "somebody else",
        }
    }
}

/// Extra support that the child would need, there or in place, and who would pay for it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SupportCost {
    /// £ per child per year, base-year prices.
    pub per_year: PerChild,
    /// Who would pay. Only the high needs block's part enters a projection (s_i of model.md).
    pub payer: Payer,
}

/// What would have to be in place for the ideal to be the ideal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What.
    pub what: Text,
    /// Whether it is in place today.
    pub in_place: bool,
    /// By when it could be.
    pub by_when: Text,
    /// £ once, `None` = not stated. In no saving (model.md §1).
    pub one_off: Option<Money>,
    /// £ a year, `None` = not stated. In no saving.
    pub yearly: Option<Money>,
    /// Who would pay, where stated.
    pub payer: Option<Payer>,
}

impl Condition {
    /// A condition of which only this much is known.
    pub fn new(what: Text, in_place: bool) -> Self {
        Self {
            what,
            in_place,
            by_when: Text::default(),
            one_off: None,
            yearly: None,
            payer: None,
        }
    }
}

/// A member's disagreement with the panel's judgement, in their words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// By role; `None` where a record made elsewhere does not say.
    pub by: Option<Role>,
    /// In their words.
    pub words: Text,
}

/// What is on the form while the panel talks. Anything may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Is the setting ideal?
    pub setting: Option<Answer>,
    /// Is the support ideal?
    pub support: Option<Answer>,
    /// Did it come in time?
    pub timeliness: Option<Answer>,
    /// Where the ideal would be.
    pub ideal: Option<Ideal>,
    /// Why the panel thinks so.
    pub reasoning: Text,
    /// What would have to be in place.
    #[serde(deserialize_with = "super::bounded::list")]
    pub conditions: Vec<Condition>,
    /// Extra support.
    #[serde(deserialize_with = "super::bounded::list")]
    pub support_costs: Vec<SupportCost>,
    /// Root causes, from the review's list.
    #[serde(deserialize_with = "super::bounded::list")]
    pub root_causes: Vec<Text>,
    /// How sure the panel is.
    pub confidence: Option<Confidence>,
    /// Who disagrees.
    #[serde(deserialize_with = "super::bounded::list")]
    pub dissent: Vec<Dissent>,
    /// Whether the ideal has less provision than the plan specifies, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less_than_plan: Option<LessThanPlan>,
}

impl Draft {
    /// Whether nothing has been filled in.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The panel's answer to a question.
    pub const fn answer(&self, question: Question) -> Option<Answer> {
        match question {
            Question::Setting => self.setting,
            Question::Support => self.support,
            Question::Timeliness => self.timeliness,
        }
    }
}

/// A recorded finding of the panel, in which nothing required is missing. It counts only together
/// with a parent's perspective: see [`Complete`](super::complete::Complete).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Is the setting ideal?
    pub setting: Answer,
    /// Is the support ideal?
    pub support: Answer,
    /// Did it come in time?
    pub timeliness: Answer,
    /// Where the ideal would be. Where the setting is ideal, the present provision.
    pub ideal: Ideal,
    /// Why the panel thinks so.
    pub reasoning: Text,
    /// What would have to be in place.
    #[serde(deserialize_with = "super::bounded::list")]
    pub conditions: Vec<Condition>,
    /// Extra support.
    #[serde(deserialize_with = "super::bounded::list")]
    pub support_costs: Vec<SupportCost>,
    /// Root causes.
    #[serde(deserialize_with = "super::bounded::list")]
    pub root_causes: Vec<Text>,
    /// How sure the panel is.
    pub confidence: Option<Confidence>,
    /// Who disagrees.
    #[serde(deserialize_with = "super::bounded::list")]
    pub dissent: Vec<Dissent>,
    /// Whether the ideal has less provision than the plan specifies, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less_than_plan: Option<LessThanPlan>,
    /// When it was first recorded, and whether money was on the screen.
    pub first_recorded: Stamp,
    /// When it was last changed, and whether money was on the screen.
    pub last_changed: Stamp,
}

/// When a judgement was made, and with what on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// When.
    pub at: Timestamp,
    /// Whether figures of money were on the screen; `None` = made elsewhere, so nobody knows.
    pub money_visible: Option<bool>,
}

impl Stamp {
    /// Stands in a finding that has not been recorded yet.
    pub(super) const UNSTAMPED: Self = Self {
        at: Timestamp::EPOCH,
        money_visible: None,
    };
}

impl Judgement {
    /// Whether a condition that the panel set is not in place today (model.md §1, "blocked").
    pub fn is_blocked(&self) -> bool {
        self.unmet_conditions().next().is_some()
    }

    /// The conditions that the panel set and that are not in place today.
    pub fn unmet_conditions(&self) -> impl Iterator<Item = &Condition> {
        self.conditions
            .iter()
            .filter(|condition| !condition.in_place)
    }

    /// Extra support that others than the high needs block would pay for.
    pub fn shifted_support(&self) -> impl Iterator<Item = &SupportCost> {
        let costs = self.support_costs.iter();
        costs.filter(|cost| cost.payer != Payer::HighNeeds)
    }

    /// £ per child per year of extra support that this payer would pay.
    pub fn support_paid_by(&self, payer: Payer) -> f64 {
        self.support_costs
            .iter()
            .filter(|cost| cost.payer == payer)
            .map(|cost| cost.per_year.get())
            .sum()
    }

    /// The answer to a question.
    pub const fn answer(&self, question: Question) -> Answer {
        match question {
            Question::Setting => self.setting,
            Question::Support => self.support,
            Question::Timeliness => self.timeliness,
        }
    }

    /// The form filled in as this judgement was recorded, for changing it.
    pub fn to_draft(&self) -> Draft {
        Draft {
            setting: Some(self.setting),
            support: Some(self.support),
            timeliness: Some(self.timeliness),
            ideal: Some(self.ideal.clone()),
            reasoning: self.reasoning.clone(),
            conditions: self.conditions.clone(),
            support_costs: self.support_costs.clone(),
            root_causes: self.root_causes.clone(),
            confidence: self.confidence,
            dissent: self.dissent.clone(),
            less_than_plan: self.less_than_plan,
        }
    }

    /// What a parent who was asked about this judgement was asked about.
    pub fn matter(&self) -> Matter {
        Matter::of(&self.ideal, &self.conditions)
    }
}

/// What a parent was asked about: the ideal and its conditions. A stance that was asked holds for
/// exactly this (product.md) and falls back to the derived one when it changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    /// Where the panel saw the ideal.
    pub ideal: Ideal,
    /// Each condition: what, whether it was in place, by when. Costs are not part of it.
    #[serde(deserialize_with = "super::bounded::list")]
    pub conditions: Vec<(Text, bool, Text)>,
}

impl Matter {
    /// The matter of an ideal with these conditions.
    pub fn of(ideal: &Ideal, conditions: &[Condition]) -> Self {
        Self {
            ideal: ideal.clone(),
            conditions: conditions
                .iter()
                .map(|c| (c.what.clone(), c.in_place, c.by_when.clone()))
                .collect(),
        }
    }
}

/// A parent's answer to being asked about the panel's judgement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// What they said.
    pub stance: Stance,
    /// When they were asked.
    pub on: Date,
    /// What they were asked about.
    pub about: Matter,
}

/// A parent's stance on a judgement, from least to most agreeing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stance {
    /// Sees another ideal, or said so.
    Disagrees,
    /// Not stated, declined, not reached.
    NoView,
    /// Agrees if something is in place.
    AgreesWithConditions,
    /// Agrees.
    Agrees,
}

impl Stance {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [
        Self::Agrees,
        Self::AgreesWithConditions,
        Self::Disagrees,
        Self::NoView,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::AgreesWithConditions => "agrees with conditions",
            Self::Disagrees => "disagrees",
            Self::NoView => "no view",
        }
    }

    /// Whether a move happens in the scenario *Parents agree* (model.md §7).
    pub const fn supports(self) -> bool {
        matches!(self, Self::Agrees | Self::AgreesWithConditions)
    }
}
