//! The panel, by role.

use eframe::egui::{Grid, Ui};

use super::rail::Said;
use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::panel::{Member, MemberId, Role};
use crate::review::text::Text;
use crate::ui::edits::SetupChange;
use crate::ui::fields::Field;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::{access, button, measure};

/// The panel, by role.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.set_max_width(measure::reading_width(ui));
    ui.label("Members are there by role, never by name. Parent-carer forum and the child’s own parent are roles of their own. The second field tells two of the same role apart: primary, secondary.");
    ui.add_space(GAP_S);
    let members = view.review.setup().members.clone();
    if members.is_empty() {
        ui.label(theme::note(ui, "Nobody yet."));
    }
    Grid::new("members")
        .num_columns(3)
        .spacing([GAP_S, GAP_S])
        .show(ui, |ui| {
            for (at, member) in members.iter().enumerate() {
                one_member(ui, view, at + 1, member);
                ui.end_row();
            }
        });
    ui.add_space(GAP_S);
    if view.may_change() && ui.button("Add a member").clicked() {
        let next = members
            .iter()
            .map(|member| member.id.0)
            .max()
            .unwrap_or(0)
            .saturating_add(1);
        let member = Member {
            id: MemberId(next),
            role: Role::Senco,
            detail: Text::default(),
            organisation: None,
        };
        view.apply(Command::Setup(SetupEdit::PutMember(member)));
    }
}

fn one_member(ui: &mut Ui, view: &mut View<'_>, number: usize, member: &Member) {
    let mut role = Some(member.role);
    view.changeable(ui, |ui| {
        let choice = Select::new("", member.id).spoken(format!("Member {number}: role"));
        let choice = choice.width(260.0);
        choice.show(ui, &mut role, &Role::ALL, |role| role.label().to_owned());
    });
    if let Some(role) = role.filter(|role| *role != member.role) {
        view.want(Intent::EditSetup(SetupChange::MemberRole(member.id, role)));
    }
    let name = format!("Member {number}: what tells them apart from another of the same role");
    view.cell(ui, Field::Member(member.id), &name, 260.0);
    if view.may_change() {
        let out = button::quiet(ui, "Take out");
        access::name(ui, &out, format!("Take member {number} out"));
        if out.clicked() {
            view.apply(Command::Setup(SetupEdit::RemoveMember(member.id)));
        }
    }
}

/// What the list of pages says of this one.
pub fn said(_view: &View<'_>) -> Said {
    Said::nothing()
}
