//! A review as it stands: setup and cases. Cheap to clone, since every part is shared until it
//! changes; undo keeps earlier states whole.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Date;
use super::bounds;
use super::case::{Case, Standing};
use super::complete::Missing;
use super::found::LastFound;
use super::judgement::{Draft, Ideal};
use super::perspective::ParentIdeal;
use super::provision::Provision;
use super::ratings::RatedIdeal;
use super::refusal::Refusal;
use super::remarks;
use super::setup::{Definition, Setup};
use super::text::{CaseId, ProvisionCode};

/// Setup and cases of a review.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    pub(super) setup: Arc<Setup>,
    #[serde(deserialize_with = "super::bounded::cases")]
    pub(super) cases: Arc<Vec<Arc<Case>>>,
    #[serde(
        default,
        skip_serializing_if = "no_cases",
        deserialize_with = "super::bounded::cases"
    )]
    pub(super) archived: Arc<Vec<Arc<Case>>>,
    pub(super) keep_until: Option<Date>,
    /// No part of the state: where to look first for a case.
    #[serde(skip)]
    last_found: LastFound,
}

// The signature is serde's.
#[allow(clippy::rc_buffer)]
fn no_cases(cases: &Arc<Vec<Arc<Case>>>) -> bool {
    cases.is_empty()
}

/// Parts that two states share are not looked at again: comparing a state with the one before it
/// costs next to nothing, however many cases there are.
impl PartialEq for State {
    fn eq(&self, other: &Self) -> bool {
        self.keep_until == other.keep_until
            && (Arc::ptr_eq(&self.setup, &other.setup) || self.setup == other.setup)
            && same_cases(&self.cases, &other.cases)
            && same_cases(&self.archived, &other.archived)
    }
}

fn same_cases(a: &Arc<Vec<Arc<Case>>>, b: &Arc<Vec<Arc<Case>>>) -> bool {
    let same = |(a, b): (&Arc<Case>, &Arc<Case>)| Arc::ptr_eq(a, b) || a == b;
    Arc::ptr_eq(a, b) || (a.len() == b.len() && a.iter().zip(b.iter()).all(same))
}

impl State {
    pub(super) fn new(setup: Setup) -> Self {
        Self {
            setup: Arc::new(setup),
            cases: Arc::default(),
            archived: Arc::default(),
            keep_until: None,
            last_found: LastFound::default(),
        }
    }

    /// A state as files of version 1 hold it. It is held against
    /// [`violations`](State::violations) like every other that comes from a file.
    pub(crate) fn of_version_1(setup: Arc<Setup>, cases: Arc<Vec<Arc<Case>>>) -> Self {
        Self {
            setup,
            cases,
            archived: Arc::default(),
            keep_until: None,
            last_found: LastFound::default(),
        }
    }

    /// What is set up before the first case.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The cases, in order.
    pub fn cases(&self) -> &[Arc<Case>] {
        &self.cases
    }

    /// The cases that were put aside, in the order in which they were: in no list, figure or total.
    pub fn archived(&self) -> &[Arc<Case>] {
        &self.archived
    }

    /// All cases that the file holds, those put aside last: for whatever looks for text.
    pub fn every_case(&self) -> impl Iterator<Item = &Case> {
        self.shared_cases().map(Arc::as_ref)
    }

    pub(super) fn shared_cases(&self) -> impl Iterator<Item = &Arc<Case>> {
        self.cases.iter().chain(self.archived.iter())
    }

    /// The case with this number, put aside or not.
    pub(super) fn numbered(&self, id: &CaseId) -> Option<&Case> {
        let aside = || self.archived.iter().find(|case| case.id() == id);
        self.case(id).or_else(|| aside().map(Arc::as_ref))
    }

    /// Whether a case of the file has this number, put aside or not.
    pub fn has_number(&self, id: &CaseId) -> bool {
        self.numbered(id).is_some()
    }

    /// The first case, put aside or not, that names this row of the provision table: while there is
    /// one, the row stays.
    pub fn case_in(&self, code: &ProvisionCode) -> Option<&CaseId> {
        let names = |case: &&Case| codes(case).any(|named| named == *code);
        self.every_case().find(names).map(Case::id)
    }

    /// Until when this review is to be kept; `None` = nobody has said.
    pub const fn keep_until(&self) -> Option<Date> {
        self.keep_until
    }

    /// The case with this number.
    pub fn case(&self, id: &CaseId) -> Option<&Case> {
        let at = self.place_of(id)?;
        self.cases.get(at).map(Arc::as_ref)
    }

    /// Where in the list the case with this number stands, from 0.
    pub fn place_of(&self, id: &CaseId) -> Option<usize> {
        self.last_found.find(&self.cases, id)
    }

    /// What must never be, whatever was typed, imported or edited by hand: references to nothing,
    /// two of the same, more than the bounds of model.md §11 allow. Empty for every review that
    /// came through the gate.
    pub fn violations(&self) -> Vec<Violation> {
        let mut found = setup_violations(&self.setup);
        let mut ids = HashSet::new();
        if self.cases.len() + self.archived.len() > bounds::CASES {
            found.push(Violation::of(
                "cases",
                Refusal::TooMany {
                    what: "cases",
                    most: bounds::CASES,
                },
            ));
        }
        for case in self.every_case() {
            let at = format!("case {}", case.id());
            if !ids.insert(case.id()) {
                found.push(Violation::of(&at, Refusal::CaseExists(case.id().clone())));
            }
            found.extend(
                case_violations(case, &self.setup)
                    .into_iter()
                    .map(|why| Violation::of(&at, why)),
            );
            if found.len() > bounds::VIOLATIONS {
                found.truncate(bounds::VIOLATIONS);
                break;
            }
        }
        found
    }

    pub(super) fn by_number(&self) -> HashMap<&CaseId, &Case> {
        self.every_case().map(|case| (case.id(), case)).collect()
    }

    /// Applies the first principle to every case, for a review that did not come through the
    /// gate: see [`Case::settle`]. Returns the cases that became drafts and what they lack.
    pub(super) fn settle(&mut self) -> Vec<(CaseId, Vec<Missing>)> {
        let mut fell = Vec::new();
        let (cases, aside) = (&mut self.cases, &mut self.archived);
        for case in (Arc::make_mut(cases).iter_mut()).chain(Arc::make_mut(aside)) {
            let mut settled = case.as_ref().clone();
            if let Some(lacks) = settled.settle() {
                fell.push((settled.id().clone(), lacks));
                *case = Arc::new(settled);
            }
        }
        fell
    }
}

/// Something in a review that must not be, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Where, e.g. "case C05".
    pub place: String,
    /// What, as the gate would have refused it.
    pub why: Refusal,
}

impl Violation {
    fn of(place: &str, why: Refusal) -> Self {
        Self {
            place: place.to_owned(),
            why,
        }
    }
}

/// What of a setup the gate would refuse.
pub(super) fn setup_violations(setup: &Setup) -> Vec<Violation> {
    let mut found: Vec<Violation> = table_refusal(&setup.provisions)
        .into_iter()
        .map(|why| Violation::of("provision table", why))
        .collect();
    let mut members = HashSet::new();
    for member in &setup.members {
        if !members.insert(member.id) {
            found.push(Violation::of("panel", Refusal::MemberTwice(member.id)));
        }
    }
    if setup.members.len() > bounds::MEMBERS {
        found.push(Violation::of(
            "panel",
            Refusal::TooMany {
                what: "members",
                most: bounds::MEMBERS,
            },
        ));
    }
    let mut days = HashSet::new();
    for session in &setup.sessions {
        if !days.insert(session.on) {
            found.push(Violation::of("panel", Refusal::SessionTwice(session.on)));
        }
        let mut once = HashSet::new();
        if let Some(twice) = session.present.iter().find(|there| !once.insert(**there)) {
            found.push(Violation::of("panel", Refusal::MemberTwice(*twice)));
        }
        if session.present.iter().any(|there| !members.contains(there)) {
            found.push(Violation::of("panel", Refusal::MemberWasThere(session.on)));
        }
    }
    let said_by = setup.ideal_words.iter().filter_map(|said| said.by);
    if let Some(unknown) = said_by.into_iter().find(|by| !members.contains(by)) {
        found.push(Violation::of("panel", Refusal::NoSuchMember(unknown)));
    }
    let lists = setup_lists(setup).into_iter();
    let long = lists.filter_map(|(what, length)| too_many(what, length));
    found.extend(long.map(|why| Violation::of("setup", why)));
    if setup.not_identifying.len() > bounds::PASSAGES {
        let (what, most) = ("passages looked at", bounds::PASSAGES);
        found.push(Violation::of("setup", Refusal::TooMany { what, most }));
    }
    if setup
        .definition
        .as_ref()
        .is_some_and(|definition| !definition.words.says_something())
    {
        found.push(Violation::of(
            "definition of ideal",
            Refusal::EmptyDefinition,
        ));
    }
    found
}

/// The lists of a setup that are bounded like those of a case; the table's are looked at with it.
fn setup_lists(setup: &Setup) -> [(&'static str, usize); 12] {
    let agreed = |definition: &Option<Definition>| {
        let agreed = definition.as_ref();
        agreed.map_or(0, |definition| definition.agreed_by.len())
    };
    let groups = setup.selection.draw.as_ref();
    let baseline = &setup.baseline;
    [
        ("root causes", setup.root_causes.len()),
        ("workshop days", setup.meets_on.len()),
        ("sessions", setup.sessions.len()),
        ("members’ words on ideal", setup.ideal_words.len()),
        ("people who agreed", agreed(&setup.definition)),
        ("people who agreed", agreed(&setup.proposed)),
        (
            "groups of a draw",
            groups.map_or(0, |draw| draw.groups.len()),
        ),
        (
            "years of allocation growth",
            baseline.allocation_growth.len(),
        ),
        ("years of ramp", baseline.ramp.len()),
        ("years of investment", baseline.investment.len()),
        ("years of grant", baseline.grant.len()),
        ("sources of a baseline", baseline.sources.len()),
    ]
}

/// What is wrong with a provision table, if anything.
pub(super) fn table_refusal(rows: &[Provision]) -> Option<Refusal> {
    if !(bounds::PROVISIONS_MIN..=bounds::PROVISIONS_MAX).contains(&rows.len()) {
        return Some(Refusal::ProvisionCount { rows: rows.len() });
    }
    let mut codes = HashSet::new();
    for row in rows {
        if !codes.insert(&row.code) {
            return Some(Refusal::ProvisionTwice(row.code.clone()));
        }
        if let Some(avoidable) = row.avoidable_cost
            && row.unit_cost.is_none_or(|unit| avoidable > unit)
        {
            return Some(Refusal::AvoidableAboveUnit(row.code.clone()));
        }
        let long = too_many("years of new places", row.new_places.len())
            .or_else(|| too_many("sources of a provision", row.sources.len()));
        if long.is_some() {
            return long;
        }
    }
    None
}

/// A list that is longer than any real workshop's.
fn too_many(what: &'static str, length: usize) -> Option<Refusal> {
    (length > bounds::LIST).then_some(Refusal::TooMany {
        what,
        most: bounds::LIST,
    })
}

/// What of a case the gate would refuse, given the setup it stands in.
pub(super) fn case_violations(case: &Case, setup: &Setup) -> Vec<Refusal> {
    let mut found: Vec<Refusal> = codes(case)
        .filter(|code| setup.provision(code).is_none())
        .map(Refusal::NoSuchProvision)
        .collect();
    let mut voices = HashSet::new();
    if case.voices.iter().any(|voice| !voices.insert(voice.id)) {
        found.push(Refusal::VoiceTwice(case.id().clone()));
    }
    if case
        .voices
        .iter()
        .any(|voice| voice.asked.is_some() && !voice.was_heard())
    {
        found.push(Refusal::NotHeard);
    }
    found.extend(remarks::violations(case, setup));
    let mut raters = HashSet::new();
    for rating in &case.ratings.given {
        let known = setup
            .members
            .iter()
            .any(|member| member.id == rating.member);
        if !known {
            found.push(Refusal::NoSuchMember(rating.member));
        }
        if !raters.insert(rating.member) {
            found.push(Refusal::RatedTwice(case.id().clone()));
        }
        if case.ratings.revealed.is_none() && !rating.corrections.is_empty() {
            found.push(Refusal::RatingsNotRevealed(case.id().clone()));
        }
    }
    if setup.definition.is_none() && case.judgement().is_some() {
        found.push(Refusal::NoDefinition);
    }
    found.extend(
        list_lengths(case)
            .into_iter()
            .filter_map(|(what, length)| too_many(what, length)),
    );
    found
}

/// The forms of a case: the draft, or the recorded judgement and its changes.
fn forms(case: &Case) -> Vec<Draft> {
    match &case.standing {
        Standing::Draft(draft) => vec![draft.clone()],
        Standing::Recorded { judgement, changes } => std::iter::once(judgement.to_draft())
            .chain(changes.clone())
            .collect(),
    }
}

fn list_lengths(case: &Case) -> Vec<(&'static str, usize)> {
    let mut lengths = vec![
        ("further needs of a case", case.file.secondary_needs.len()),
        ("documents of a case", case.file.documents_seen.len()),
        ("documents of a case", case.file.documents_missing.len()),
        ("parents’ perspectives on a case", case.voices.len()),
        ("ratings of a case", case.ratings.given.len()),
        ("notes on a case", case.notes.len()),
    ];
    lengths.extend(
        case.voices
            .iter()
            .map(|voice| ("attempts to hear a parent", voice.attempts.len())),
    );
    lengths.extend(
        case.ratings
            .given
            .iter()
            .map(|rating| ("corrections of a rating", rating.corrections.len())),
    );
    for form in forms(case) {
        lengths.extend([
            ("conditions on a case", form.conditions.len()),
            ("kinds of support on a case", form.support_costs.len()),
            ("root causes of a case", form.root_causes.len()),
            ("dissenting views on a case", form.dissent.len()),
        ]);
    }
    lengths
}

/// Every provision code that a case refers to. What an asked stance was about is left out: it may
/// name what is no longer in the table.
pub(super) fn codes(case: &Case) -> impl Iterator<Item = ProvisionCode> {
    let of_ideal = |ideal: &Option<Ideal>| match ideal {
        Some(Ideal::Provision(code)) => Some(code.clone()),
        _ => None,
    };
    let mut codes = vec![case.file.current_provision.clone()];
    codes.extend(forms(case).iter().filter_map(|form| of_ideal(&form.ideal)));
    codes.extend(case.voices.iter().filter_map(|voice| match &voice.ideal {
        Some(ParentIdeal::Provision(code)) => Some(code.clone()),
        _ => None,
    }));
    for rating in &case.ratings.given {
        let all =
            std::iter::once(&rating.first).chain(rating.corrections.iter().map(|c| &c.rating));
        codes.extend(all.filter_map(|rating| match &rating.ideal {
            RatedIdeal::Provision(code) => Some(code.clone()),
            _ => None,
        }));
    }
    codes.into_iter()
}
