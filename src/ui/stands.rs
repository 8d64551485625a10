//! Where each member saw the ideal alone and before the discussion, and where the parents see it:
//! one picture of both, for the record and for the wall.

use crate::review::case::Case;
use crate::review::panel::Member;
use crate::review::perspective::{ParentIdeal, Perspective, Source, Speaker};
use crate::review::ratings::{MemberRating, RatedIdeal};
use crate::review::session;
use crate::review::setup::Setup;
use crate::ui::rating;
use crate::ui::words::count;

/// What a row of the picture is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A place that somebody sees as ideal.
    Place,
    /// A rating, or a parent's answer, that names no place.
    #[default]
    NoPlace,
    /// Nothing was said.
    Silent,
}

/// One place in the picture, and who stands there.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Stands {
    /// The place: a provision, or that none was named.
    pub name: String,
    /// What kind of row this is.
    pub kind: Kind,
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
                kind: Kind::Place,
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
    let (silent, away) = silent(case, setup);
    for (name, members) in [("Did not rate", silent), ("Was not there", away)] {
        rows.push(Stands {
            name: name.to_owned(),
            kind: Kind::Silent,
            members,
            ..Stands::default()
        });
    }
    rows.push(Stands {
        name: "Stated no ideal".to_owned(),
        parents: whose_ideal(case, &ParentIdeal::NotStated),
        ..Stands::default()
    });
    rows.push(Stands {
        name: "Could not be heard".to_owned(),
        kind: Kind::Silent,
        parents: not_heard(case),
        ..Stands::default()
    });
    rows.retain(|row| !row.members.is_empty() || !row.parents.is_empty());
    rows
}

/// Who did not rate, by role: of those who were there for the case, and of the others. Where nobody
/// has ticked who was there, all were.
fn silent(case: &Case, setup: &Setup) -> (Vec<String>, Vec<String>) {
    // It was before the panel when its ratings were revealed, at the latest.
    let revealed = case.ratings.revealed.map(|at| at.date());
    let there = revealed.and_then(|on| session::present(case, setup, on));
    let was_there = |member: &&Member| {
        let there = there.as_ref();
        there.is_none_or(|there| there.contains(&member.id))
    };
    let silent = setup
        .members
        .iter()
        .filter(|member| !rating::has_rated(case, member.id));
    let (there, away): (Vec<&Member>, Vec<&Member>) = silent.partition(was_there);
    let roles = |members: Vec<&Member>| members.into_iter().map(rating::role).collect();
    (roles(there), roles(away))
}

/// How many rated.
pub fn rated(rows: &[Stands]) -> usize {
    let spoke = rows.iter().filter(|row| row.kind != Kind::Silent);
    spoke.map(|row| row.members.len()).sum()
}

/// What the picture shows of the members, in a sentence without a full stop: where most see the
/// ideal, or that they differ. `child` as in "the child".
pub fn finding(rows: &[Stands], child: &str) -> String {
    let of = rated(rows);
    let named = |row: &Stands| match row.here {
        true => format!("where {child} is now, {}", row.name),
        false => format!("in {}", row.name),
    };
    let mut places: Vec<&Stands> = rows
        .iter()
        .filter(|row| row.kind == Kind::Place && !row.members.is_empty())
        .collect();
    places.sort_by_key(|row| std::cmp::Reverse(row.members.len()));
    match places.as_slice() {
        [] => format!(
            "No place was named by the {} who rated",
            count(of, "member", "members")
        ),
        [one] if of == 1 => format!("The one member who rated sees the ideal {}", named(one)),
        [all] if all.members.len() == of => {
            format!("All {of} who rated see the ideal {}", named(all))
        }
        [most, ..] if most.members.len() * 2 > of => {
            let number = most.members.len();
            format!("{number} of {of} see the ideal {}", named(most))
        }
        several => {
            let told = several
                .iter()
                .map(|row| format!("{} {}", row.members.len(), named(row)));
            let told: Vec<String> = told.take(3).collect();
            format!("The {of} who rated differ: {}", told.join("; "))
        }
    }
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
    let mut told = Vec::new();
    for given in &case.ratings.given {
        let mut before = &given.first;
        for correction in &given.corrections {
            let (was, is) = (
                rating::in_words(setup, &before.ideal),
                rating::in_words(setup, &correction.rating.ideal),
            );
            let who = rating::called(setup, given.member);
            let why = &correction.reason;
            told.push(format!("{who}: first {was}, then {is}; {why}"));
            before = &correction.rating;
        }
    }
    told
}

/// Who rated, by role; whether a slip was put right afterwards.
fn who(given: &MemberRating, setup: &Setup) -> String {
    let role = rating::called(setup, given.member);
    if given.corrections.is_empty() {
        role
    } else {
        format!("{role} (corrected)")
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
