//! Where the panel stands: the members' first ratings once they are revealed, with what the
//! parents see as ideal in the same picture and the same weight. Before the reveal nothing is
//! told but how many have rated.

use eframe::egui::{Align, Layout, Ui};

use super::wall;
use crate::review::case::Case;
use crate::review::panel::{Member, MemberRating, RatedIdeal};
use crate::review::perspective::{ParentIdeal, Perspective, Source, Speaker};
use crate::review::setup::Setup;
use crate::ui::theme::{GAP_M, GAP_S, GAP_XS, Tone};
use crate::ui::view::View;
use crate::ui::widgets::role_chip;
use crate::ui::words::count;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &View<'_>, case: &Case) {
    wall::title(ui, "Where the panel stands");
    let setup = view.review.setup();
    let rated = case.ratings.given.len();
    // Whoever rated and is no longer in the table was a member too.
    let members = setup.members.len().max(rated);
    if rated == 0 {
        wall::text(ui, "The members have not rated this case.");
        return;
    }
    let of = format!("{rated} of {}", count(members, "member", "members"));
    let has = if rated == 1 { "has" } else { "have" };
    if case.ratings.revealed.is_none() {
        wall::text(ui, &format!("{of} {has} rated this case."));
        wall::note(
            ui,
            "What they rated is not shown before the ratings are revealed.",
        );
        return;
    }
    wall::note(
        ui,
        &format!(
            "Where each member saw the ideal, alone and before the discussion. {of} {has} rated. The parents’ own ideals stand beside them."
        ),
    );
    ui.add_space(GAP_M);
    for row in rows(case, setup) {
        show(ui, &row, members, case.file.child());
    }
}

fn show(ui: &mut Ui, row: &Row, members: usize, child: &str) {
    ui.separator();
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        if row.members.is_empty() {
            wall::note(ui, "no member");
        } else {
            let of = count(members, "member", "members");
            wall::note(ui, &format!("{} of {of}", row.members.len()));
        }
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            wall::section(ui, &row.name);
            if row.here {
                wall::note(ui, &format!("where {child} is now"));
            }
        });
    });
    ui.add_space(GAP_XS);
    ui.horizontal_wrapped(|ui| {
        for role in &row.members {
            role_chip::wall(ui, role, Tone::Panel);
        }
        for speaker in &row.parents {
            role_chip::wall(ui, speaker, Tone::Parent);
        }
    });
    ui.add_space(GAP_S);
}

/// One place in the picture, and who stands there.
#[derive(Debug, Default, PartialEq, Eq)]
struct Row {
    name: String,
    /// Whether this is where the child is now.
    here: bool,
    /// Members by role.
    members: Vec<String>,
    /// Parents by who they are.
    parents: Vec<String>,
}

/// Every place that somebody named, in the order of the table; then whoever named none.
fn rows(case: &Case, setup: &Setup) -> Vec<Row> {
    let mut rows: Vec<Row> = setup
        .provisions
        .iter()
        .map(|provision| {
            let here = RatedIdeal::Provision(provision.code.clone());
            let theirs = ParentIdeal::Provision(provision.code.clone());
            Row {
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
        rows.push(Row {
            name: name.to_owned(),
            members: who_rated(case, setup, &ideal),
            ..Row::default()
        });
    }
    let silent = |member: &&Member| {
        case.ratings
            .given
            .iter()
            .all(|rating| rating.member != member.id)
    };
    rows.push(Row {
        name: "Did not rate".to_owned(),
        members: setup.members.iter().filter(silent).map(role).collect(),
        ..Row::default()
    });
    rows.push(Row {
        name: "Stated no ideal".to_owned(),
        parents: whose_ideal(case, &ParentIdeal::NotStated),
        ..Row::default()
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

/// Who rated, by role; whether a slip was put right afterwards.
fn who(rating: &MemberRating, setup: &Setup) -> String {
    let member = setup
        .members
        .iter()
        .find(|member| member.id == rating.member);
    let role = member.map_or_else(|| "no longer on the panel".to_owned(), role);
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
