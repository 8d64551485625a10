//! Where each member saw the ideal alone and before the discussion, and where the parents see it:
//! one picture of both, for the record and for the wall.

use crate::review::case::Case;
use crate::review::panel::Member;
use crate::review::perspective::{ParentIdeal, Perspective, Source, Speaker};
use crate::review::ratings::{MemberRating, RatedIdeal};
use crate::review::setup::Setup;

/// One place in the picture, and who stands there.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Stands {
    /// The place: a provision, or that none was named.
    pub name: String,
    /// Whether this is where the child is now.
    pub here: bool,
    /// Members by role.
    pub members: Vec<String>,
    /// Parents by who they are.
    pub parents: Vec<String>,
}

/// Every place that somebody named, in the order of the table; then whoever named none. Nothing
/// before the ratings are revealed.
pub fn stands(case: &Case, setup: &Setup) -> Vec<Stands> {
    if case.ratings.revealed.is_none() {
        return Vec::new();
    }
    let mut rows: Vec<Stands> = setup
        .provisions
        .iter()
        .map(|provision| {
            let here = RatedIdeal::Provision(provision.code.clone());
            let theirs = ParentIdeal::Provision(provision.code.clone());
            Stands {
                name: provision.name().to_owned(),
                here: provision.code == case.file.current_provision,
                members: who_rated(case, setup, &here),
                parents: whose_ideal(case, &theirs),
            }
        })
        .collect();
    for (name, ideal) in [
        ("Cannot tell", RatedIdeal::CannotTell),
        ("Abstained", RatedIdeal::Abstained),
    ] {
        rows.push(Stands {
            name: name.to_owned(),
            members: who_rated(case, setup, &ideal),
            ..Stands::default()
        });
    }
    let silent = |member: &&Member| {
        case.ratings
            .given
            .iter()
            .all(|rating| rating.member != member.id)
    };
    rows.push(Stands {
        name: "Did not rate".to_owned(),
        members: setup.members.iter().filter(silent).map(role).collect(),
        ..Stands::default()
    });
    rows.push(Stands {
        name: "Stated no ideal".to_owned(),
        parents: whose_ideal(case, &ParentIdeal::NotStated),
        ..Stands::default()
    });
    rows.push(Stands {
        name: "Could not be heard".to_owned(),
        parents: not_heard(case),
        ..Stands::default()
    });
    rows.retain(|row| !row.members.is_empty() || !row.parents.is_empty());
    rows
}

fn who_rated(case: &Case, setup: &Setup, ideal: &RatedIdeal) -> Vec<String> {
    let theirs = case
        .ratings
        .given
        .iter()
        .filter(|rating| rating.current().ideal == *ideal);
    theirs.map(|rating| who(rating, setup)).collect()
}

/// The slips that were put right after the reveal, each with what was rated first and why it was
/// corrected.
pub fn corrections(case: &Case, setup: &Setup) -> Vec<String> {
    let name = |ideal: &RatedIdeal| match ideal {
        RatedIdeal::Provision(code) => setup.provision_name(code).to_owned(),
        RatedIdeal::CannotTell => "cannot tell".to_owned(),
        RatedIdeal::Abstained => "abstained".to_owned(),
    };
    let mut told = Vec::new();
    for rating in &case.ratings.given {
        let mut before = &rating.first;
        for correction in &rating.corrections {
            let (was, is) = (name(&before.ideal), name(&correction.rating.ideal));
            let (who, why) = (by_role(rating, setup), &correction.reason);
            told.push(format!("{who}: first {was}, then {is}; {why}"));
            before = &correction.rating;
        }
    }
    told
}

fn by_role(rating: &MemberRating, setup: &Setup) -> String {
    let mut members = setup.members.iter();
    let member = members.find(|member| member.id == rating.member);
    member.map_or_else(|| "no longer on the panel".to_owned(), role)
}

/// Who rated, by role; whether a slip was put right afterwards.
fn who(rating: &MemberRating, setup: &Setup) -> String {
    let role = by_role(rating, setup);
    if rating.corrections.is_empty() {
        role
    } else {
        format!("{role} (corrected)")
    }
}

fn role(member: &Member) -> String {
    if member.detail.says_something() {
        format!("{}, {}", member.role.label(), member.detail.trim())
    } else {
        member.role.label().to_owned()
    }
}

/// The parents whose perspective is whole and who see this as ideal.
fn whose_ideal(case: &Case, ideal: &ParentIdeal) -> Vec<String> {
    let young = case.file.is_under_sixteen();
    let sees = |voice: &&Perspective| {
        voice.was_heard() && voice.is_whole(young) && voice.ideal.as_ref() == Some(ideal)
    };
    let speaker = |voice: &Perspective| {
        let who = voice.speaker.map_or("a parent", Speaker::label);
        if voice.source == Some(Source::FromPapers) {
            format!("{who} (from papers)")
        } else {
            who.to_owned()
        }
    };
    case.voices.iter().filter(sees).map(speaker).collect()
}

/// The parents who declined or could not be reached, with what is known of it.
fn not_heard(case: &Case) -> Vec<String> {
    let young = case.file.is_under_sixteen();
    let silent = case
        .voices
        .iter()
        .filter(|voice| !voice.was_heard() && voice.is_whole(young));
    let told = |voice: &Perspective| {
        let who = voice.speaker.map_or("a parent", Speaker::label);
        let how = voice.source.map_or("", Source::label);
        format!("{who} ({how})")
    };
    silent.map(told).collect()
}
