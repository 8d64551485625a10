//! Title, council, money, definition of "ideal", selection and panel.

use eframe::egui::{Grid, Ui};

use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::panel::{Member, MemberId, Role};
use crate::review::setup::{MoneyRule, SelectionMethod};
use crate::review::text::Text;
use crate::ui::edits::SetupChange;
use crate::ui::fields::Field;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{access, button, heading, measure};

/// Title, council, and the question about money.
pub fn about(ui: &mut Ui, view: &mut View<'_>) {
    view.text(ui, Field::Title, "Title", |field| field);
    view.text(ui, Field::LocalAuthority, "Council", |field| field);
    ui.add_space(GAP_M);
    money(ui, view);
    ui.add_space(GAP_M);
    heading::section(ui, "Root causes");
    view.text(
        ui,
        Field::RootCauses,
        "What judgements choose from, one a line",
        |field| field.rows(8),
    );
}

/// Until when the review may be kept.
pub fn keep_until(ui: &mut Ui, view: &mut View<'_>) {
    let hint = "A date, or empty. When it has passed the program says so; it deletes nothing";
    view.text(ui, Field::KeepUntil, "Keep until", |field| {
        field.width(240.0).hint(hint)
    });
    let until = view.review.state().keep_until();
    if let Some(until) = until.filter(|until| *until < view.today) {
        let text = format!(
            "This review was to be kept until {}. That date has passed: forget it on this laptop and delete the file and its copies, or set another date.",
            until.in_words()
        );
        Notice::new(Kind::Caution, &text).show(ui);
    }
}

fn money(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Money while judging");
    ui.set_max_width(measure::reading_width(ui));
    ui.label("Shall figures of money be on the screen while the panel judges? There is no default: the panel decides. The file records for each judgement whether money was on the screen.");
    ui.add_space(GAP_S);
    let now = view.review.setup().money;
    let says = match now {
        None => "Not decided yet. Until then no money is on the screen.",
        Some(MoneyRule::Live) => "Money is shown live.",
        Some(MoneyRule::Locked) => "Money is locked until somebody reveals it.",
        Some(MoneyRule::Revealed) => {
            "Money was locked while judging and has been revealed for all."
        }
    };
    ui.label(eframe::egui::RichText::new(says).text_style(theme::strong()));
    if !view.may_change() || now == Some(MoneyRule::Revealed) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let choices: &[(&str, MoneyRule)] = match now {
            // What is locked is revealed, and the file says so.
            Some(MoneyRule::Locked) => &[("Reveal money for all cases", MoneyRule::Revealed)],
            Some(_) => &[("Lock money until it is revealed", MoneyRule::Locked)],
            None => &[
                ("Show money live", MoneyRule::Live),
                ("Lock money until it is revealed", MoneyRule::Locked),
            ],
        };
        for (label, rule) in choices {
            if ui.button(*label).clicked() {
                view.apply(Command::Setup(SetupEdit::Money(*rule)));
            }
        }
    });
}

/// What "ideal" means.
pub fn definition(ui: &mut Ui, view: &mut View<'_>) {
    ui.set_max_width(measure::reading_width(ui));
    ui.label(theme::reading(ui, "Before the first case, the panel agrees what “ideal” means to it: what a good place and good support would give a child, outside the limits of today’s system. Drafts can be entered before; nothing is recorded without it."));
    ui.add_space(GAP_M);
    view.text(ui, Field::Definition, "“Ideal”, as this panel agrees it", |field| {
        field.rows(6).placeholder("A place where the child is happy, safe and learning, close to home, with the support that …")
    });
}

/// Who chose the cases, and how.
pub fn selection(ui: &mut Ui, view: &mut View<'_>) {
    let kept = view.review.setup().selection.clone();
    let mut method = Some(kept.method);
    ui.set_max_width(measure::reading_width(ui));
    view.changeable(ui, |ui| {
        Select::new("How were the cases chosen?", "selection").show(
            ui,
            &mut method,
            &SelectionMethod::ALL,
            |method| method.label().to_owned(),
        );
    });
    if let Some(method) = method.filter(|method| *method != kept.method) {
        view.want(Intent::EditSetup(SetupChange::Method(method)));
    }
    let means = if kept.method.is_random() {
        "The ranges cover what chance does in such a sample, about nine times in ten at best."
    } else {
        "The ranges cover chance alone, and only for cases drawn at random. For these cases the real uncertainty is wider; every figure says so."
    };
    ui.label(theme::note(ui, means));
    ui.add_space(GAP_M);
    view.text(
        ui,
        Field::SelectionAccount,
        "Who chose them, from which list, what was left out",
        |field| field.rows(4),
    );
}

/// The panel, by role.
pub fn panel(ui: &mut Ui, view: &mut View<'_>) {
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
