//! The panel: who is in the room, by role and never by name.

use eframe::egui::{Button, Label, Ui};

use super::said::Said;
use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::panel::{Member, MemberId, Organisation, Role};
use crate::ui::edits::SetupChange;
use crate::ui::fields::Field;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, button, heading, measure, role_chip};
use crate::ui::words;

/// In less room a member takes two lines. Points.
const ONE_LINE: f32 = 900.0;

/// The panel, by role.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let members = &view.review.setup().members;
    if view.may_change() {
        add(ui, view);
        ui.add_space(GAP_L);
    }
    let title = match members.len() {
        0 => "In the room".to_owned(),
        n => format!("In the room: {}", words::count(n, "member", "members")),
    };
    heading::section(ui, &title);
    ui.add_space(GAP_XS);
    if members.is_empty() {
        ui.label(theme::note(ui, "Nobody yet."));
        return;
    }
    who_is_missing(ui, members);
    for (at, member) in members.iter().enumerate() {
        let seat = Seat {
            number: at + 1,
            member,
            before: at.checked_sub(1).and_then(|at| members.get(at)),
            after: members.get(at + 1),
            after_next: members.get(at + 2),
        };
        seat.show(ui, view);
    }
    ui.add_space(GAP_L);
    super::sessions::ui(ui, view);
}

/// A button for every role: whoever has the keyboard on one adds another with each Enter.
fn add(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Add a member");
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        let text = "One press for each person. No names: what tells two of the same role apart is where they work (primary, secondary), not who they are.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
    });
    ui.add_space(GAP_XS);
    ui.horizontal_wrapped(|ui| {
        ui.set_max_width((measure::reading_width(ui) * 1.4).min(ui.available_width()));
        for role in Role::ALL {
            let one = ui.add(Button::new(role.label()));
            access::name(ui, &one, format!("Add: {}", role.label()));
            if one.clicked() {
                view.want(Intent::EditSetup(SetupChange::AddMember(role)));
            }
        }
    });
}

/// Which voices a panel would usually have and this one has not: said once, in a line.
fn who_is_missing(ui: &mut Ui, members: &[Member]) {
    let is_there = |roles: &[Role]| members.iter().any(|member| roles.contains(&member.role));
    const EDUCATION: &[Role] = &[
        Role::Senco,
        Role::HeadMainstream,
        Role::HeadSpecial,
        Role::EducationalPsychologist,
        Role::EarlyYears,
        Role::PostSixteen,
    ];
    let voices: [(&str, &[Role]); 4] = [
        ("the parent-carer forum", &[Role::ParentCarerForum]),
        ("education", EDUCATION),
        ("health", &[Role::Health]),
        ("social care", &[Role::SocialCare]),
    ];
    let missing = voices.iter().filter(|(_, roles)| !is_there(roles));
    let missing: Vec<&str> = missing.map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return;
    }
    let text = format!("Nobody in the room is from {}.", listed(&missing));
    ui.horizontal_top(|ui| {
        marks::mark(ui, Mark::Information);
        ui.add(Label::new(theme::reading(ui, text)).wrap());
    });
    ui.add_space(GAP_S);
}

/// "health", "health or social care", "education, health or social care".
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// A member in the list, and who stands beside.
struct Seat<'a> {
    /// Its place, counted from 1.
    number: usize,
    member: &'a Member,
    before: Option<&'a Member>,
    after: Option<&'a Member>,
    after_next: Option<&'a Member>,
}

impl Seat<'_> {
    fn show(&self, ui: &mut Ui, view: &mut View<'_>) {
        ui.push_id(self.member.id, |ui| {
            if !view.may_change() {
                as_a_record(ui, self.member);
                return;
            }
            let room = ui.available_width();
            if room >= ONE_LINE {
                ui.horizontal(|ui| {
                    self.who(ui, view, [232.0, 200.0]);
                    self.rest(ui, view, 220.0);
                });
            } else {
                let half = ((room - GAP_S) / 2.0).min(280.0);
                ui.horizontal(|ui| self.who(ui, view, [half, half]));
                ui.horizontal_wrapped(|ui| self.rest(ui, view, half));
                ui.add_space(GAP_M);
            }
        });
    }

    /// Role, and what tells two of the same role apart.
    fn who(&self, ui: &mut Ui, view: &mut View<'_>, [first, second]: [f32; 2]) {
        let (number, member) = (self.number, self.member);
        self.role(ui, view, first);
        let others = view.review.setup().members.iter();
        let alike = others.filter(|other| other.role == member.role).count() > 1;
        let example = if alike { "for example primary" } else { "" };
        let name = format!("Member {number}: what tells them apart from another of the same role");
        ui.vertical(|ui| {
            ui.set_width(second);
            view.text(ui, Field::Member(member.id), "", |field| {
                field.spoken(name).width(second).placeholder(example)
            });
        });
    }

    /// All that is not who they are.
    fn rest(&self, ui: &mut Ui, view: &mut View<'_>, width: f32) {
        self.organisation(ui, view, width);
        self.order(ui, view);
        self.take_out(ui, view);
    }

    fn role(&self, ui: &mut Ui, view: &mut View<'_>, width: f32) {
        let (number, member) = (self.number, self.member);
        let mut role = Some(member.role);
        let choice = Select::new("", (member.id, "role"))
            .spoken(format!("Member {number}: role"))
            .width(width);
        choice.show(ui, &mut role, &Role::ALL, |role| role.label().to_owned());
        if let Some(role) = role.filter(|role| *role != member.role) {
            view.want(Intent::EditSetup(SetupChange::MemberRole(member.id, role)));
        }
    }

    fn organisation(&self, ui: &mut Ui, view: &mut View<'_>, width: f32) {
        let (number, member) = (self.number, self.member);
        let mut organisation = member.organisation;
        let choice = Select::new("", (member.id, "organisation"))
            .spoken(format!("Member {number}: from what kind of organisation"))
            .placeholder("from where?")
            .clearable()
            .width(width);
        choice.show(ui, &mut organisation, &Organisation::ALL, |kind| {
            kind.label().to_owned()
        });
        if organisation != member.organisation {
            let change = SetupChange::MemberOrganisation(member.id, organisation);
            view.want(Intent::EditSetup(change));
        }
    }

    fn order(&self, ui: &mut Ui, view: &mut View<'_>) {
        let mut to: Option<Option<MemberId>> = None;
        let up = ui.add_enabled(self.before.is_some(), Button::new("Up"));
        access::name(ui, &up, format!("Up: member {}", self.number));
        if up.clicked() {
            to = self.before.map(|before| Some(before.id));
        }
        let down = ui.add_enabled(self.after.is_some(), Button::new("Down"));
        access::name(ui, &down, format!("Down: member {}", self.number));
        if down.clicked() {
            to = Some(self.after_next.map(|after| after.id));
        }
        if let Some(before) = to {
            let member = self.member.id;
            view.apply(Command::Setup(SetupEdit::MoveMember { member, before }));
        }
    }

    /// Whoever has rated stays: the ratings are theirs.
    fn take_out(&self, ui: &mut Ui, view: &mut View<'_>) {
        match view.prepared.rated(self.member.id) {
            0 => {
                let out = button::quiet(ui, "Take out");
                access::name(ui, &out, format!("Take member {} out", self.number));
                if out.clicked() {
                    let member = self.member.id;
                    view.apply(Command::Setup(SetupEdit::RemoveMember(member)));
                }
            }
            n => {
                let text = format!("Has rated {}, and stays", words::count(n, "case", "cases"));
                // To the next line whole, where there is no room.
                ui.add(Label::new(theme::note(ui, text)).extend());
            }
        }
    }
}

/// In a review that is only read: as it stands.
fn as_a_record(ui: &mut Ui, member: &Member) {
    ui.horizontal_wrapped(|ui| {
        role_chip::role_chip(ui, &super::definition::called(member));
        if let Some(organisation) = member.organisation {
            ui.label(theme::note(ui, organisation.label()));
        }
    });
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    match view.review.setup().members.len() {
        0 => Said::open("nobody yet"),
        n => Said::done(&words::count(n, "member", "members")),
    }
}
