//! What a review is before its first case: title and council, what "ideal" means, who chose the
//! cases, the panel, the table and the baseline.

use serde::{Deserialize, Serialize};

use super::Date;
use super::baseline::Baseline;
use super::panel::{Member, MemberId, Role};
use super::provision::{Provision, preset};
use super::session::Session;
use super::text::{ProvisionCode, Text};
use super::units::FinancialYear;

/// The seed of every review's draws. One number for all, so that nobody can pick a lucky one
/// unseen; the `project` command can try others.
pub const SEED: u64 = 2024;

/// All of a review but its cases and its history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// What the review is called.
    pub title: Text,
    /// The council.
    pub local_authority: Text,
    /// A note shown with the title; samples say here that they are invented.
    pub note: Text,
    /// What the review is for.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub purpose: Text,
    /// The days of its workshops.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::list"
    )]
    pub meets_on: Vec<Date>,
    /// What each member said that "ideal" means, before the panel agreed on words.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::list"
    )]
    pub ideal_words: Vec<IdealWords>,
    /// What "ideal" means to this panel. Without one no judgement can be recorded.
    pub definition: Option<Definition>,
    /// Words for it that the panel has not agreed yet: they open nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<Definition>,
    /// Who chose the cases, and how.
    pub selection: Selection,
    /// Whether money is shown while judging; `None` = the panel has not been asked yet.
    pub money: Option<MoneyRule>,
    /// The panel, by role.
    #[serde(deserialize_with = "super::bounded::members")]
    pub members: Vec<Member>,
    /// Its sessions, with who was there, in the order in which they were ticked.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::list"
    )]
    pub sessions: Vec<Session>,
    /// The provision table.
    #[serde(deserialize_with = "super::bounded::provisions")]
    pub provisions: Vec<Provision>,
    /// The council's baseline.
    pub baseline: Baseline,
    /// Root causes that judgements choose from.
    #[serde(deserialize_with = "super::bounded::list")]
    pub root_causes: Vec<Text>,
    /// The seed of the draws (model.md §6).
    pub seed: u64,
    /// Passages that looked identifying, were looked at and are not.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::passages"
    )]
    pub not_identifying: Vec<Text>,
}

impl Setup {
    /// A setup with the preset table and nothing else filled in.
    pub fn new(title: Text, local_authority: Text, base_year: FinancialYear) -> Self {
        Self {
            title,
            local_authority,
            note: Text::default(),
            purpose: Text::default(),
            meets_on: Vec::new(),
            ideal_words: Vec::new(),
            definition: None,
            proposed: None,
            selection: Selection::default(),
            money: None,
            members: Vec::new(),
            sessions: Vec::new(),
            provisions: preset(),
            baseline: Baseline::starting(base_year),
            root_causes: ROOT_CAUSES.iter().map(|cause| Text::cut(cause)).collect(),
            seed: SEED,
            not_identifying: Vec::new(),
        }
    }

    /// The row of the table with this code.
    pub fn provision(&self, code: &ProvisionCode) -> Option<&Provision> {
        self.provisions
            .iter()
            .find(|provision| provision.code == *code)
    }

    /// The name of the provision with this code, or the code itself.
    pub fn provision_name<'a>(&'a self, code: &'a ProvisionCode) -> &'a str {
        self.provision(code).map_or(code.as_str(), Provision::name)
    }
}

/// What "ideal" means, as the panel agreed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// The words agreed.
    pub words: Text,
    /// When.
    pub agreed_on: Option<Date>,
    /// Who agreed, by role; as many of a role as there were.
    #[serde(
        default,
        skip_serializing_if = "Vec::is_empty",
        deserialize_with = "super::bounded::list"
    )]
    pub agreed_by: Vec<Role>,
}

/// What one member said that "ideal" means, gathered before the panel agrees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdealWords {
    /// Who; `None` = somebody who is no longer, or never was, on the list of the panel.
    pub by: Option<MemberId>,
    /// Their words.
    pub words: Text,
}

/// How the cases were chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SelectionMethod {
    /// By chance from all.
    Random,
    /// By chance within groups.
    StratifiedRandom,
    /// Picked for a purpose.
    Purposive,
    /// Everyone in a group.
    Everyone,
    /// Nobody recorded it.
    #[default]
    NotKnown,
}

impl SelectionMethod {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Random,
        Self::StratifiedRandom,
        Self::Purposive,
        Self::Everyone,
        Self::NotKnown,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Random => "at random",
            Self::StratifiedRandom => "at random within groups",
            Self::Purposive => "picked for a purpose",
            Self::Everyone => "everyone in a group",
            Self::NotKnown => "not known",
        }
    }

    /// Whether the 90% range of model.md §6 speaks of these cases: it covers sampling alone, and
    /// only for cases drawn at random.
    pub const fn is_random(self) -> bool {
        matches!(self, Self::Random | Self::StratifiedRandom)
    }
}

/// Who chose the cases, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selection {
    /// The method.
    pub method: SelectionMethod,
    /// Whatever else there is to say of it.
    pub account: Text,
    /// The list that they were chosen from.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub frame: Text,
    /// How many children were on it; `None` = not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame_size: Option<u32>,
    /// Who chose, by role.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub chosen_by: Text,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_on: Option<Date>,
    /// Who was left out of the list, or of those chosen, and why.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub left_out: Text,
    /// What the panel was shown of each child.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub shown: Text,
    /// The draw, where the cases were drawn here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<Draw>,
}

/// How cases were drawn from a list by this program, so that somebody else can draw them again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// The seed.
    pub seed: u64,
    /// When it was drawn.
    pub drawn_on: Option<Date>,
    /// The groups that were drawn from; a single one without a name is the whole list.
    #[serde(deserialize_with = "super::bounded::list")]
    pub groups: Vec<DrawnGroup>,
}

impl Draw {
    /// The method that it is: by chance from the whole list, or within groups.
    pub fn method(&self) -> SelectionMethod {
        match self.groups.as_slice() {
            [] => SelectionMethod::Random,
            [all] if all.name.is_empty() => SelectionMethod::Random,
            _ => SelectionMethod::StratifiedRandom,
        }
    }
}

/// A group of a draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawnGroup {
    /// What it is called in the list.
    pub name: Text,
    /// How many children it has.
    pub of: u32,
    /// How many of them were drawn.
    pub drawn: u32,
}

/// Whether money is on the screen while judging. Asked once, without a default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MoneyRule {
    /// The projection is live.
    Live,
    /// Locked until revealed, for a case or for all.
    Locked,
    /// Was locked, and has been revealed for all.
    Revealed,
}

/// Labels evidenced in sources, not a national code list (domain.md 1.4). The source's "parental
/// confidence" is left out: critics warn that it blames parents, and product.md lists it among the
/// euphemisms. Panels can add what they find.
const ROOT_CAUSES: &[&str] = &[
    "No evidence of a graduated response",
    "Transition from early years to primary",
    "Transition from primary to secondary",
    "Phase-transfer meeting too late",
    "Information not shared between schools",
    "Training and knowledge of mainstream staff",
    "Specialist services, therapies or outreach not available",
    "One-to-one time or adult support not available",
    "State special schools full",
    "How decisions were made at panel",
];
