//! The words that the panel agrees: worded, dated, agreed by whom. Only the button agrees them, so
//! that half a definition opens nothing.

use eframe::egui::{Label, RichText, Ui};

use crate::review::panel::Role;
use crate::review::setup::Definition;
use crate::ui::edits::SetupChange;
use crate::ui::fields::{Field, SetupField, proposed};
use crate::ui::intent::{Intent, PrepareTab};
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_M, GAP_S, Tone};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::widgets::{access, button, heading, measure, quote};

/// Longer words are shown smaller.
const SHORT: usize = 400;
/// So are all in a lower window, where somebody has made everything larger already. Points.
const ROOMY: f32 = 600.0;

/// What is asked where words are to be agreed on no day, or by nobody.
const WHEN: &str = "When was it agreed?";
const WHO: &str = "Who agreed? Tick at least one role.";
const WHO_OF_NOBODY: &str =
    "Who agreed? Nobody is on the list of the panel yet: enter who is there, then tick who agreed.";

/// The words as they were agreed.
pub fn agreed(ui: &mut Ui, view: &mut View<'_>) {
    let setup = view.review.setup();
    let Some(agreed) = setup.definition.clone() else {
        return;
    };
    let attribution = attribution(&agreed);
    ui.scope(|ui| {
        ui.set_max_width(measure::wall_width(ui).min(ui.available_width()));
        let roomy = ui.ctx().content_rect().height() >= ROOMY;
        if roomy && agreed.words.chars().count() <= SHORT {
            quote::wall(ui, &agreed.words, &attribution, Tone::Panel);
        } else {
            quote::quote(ui, &agreed.words, &attribution, Tone::Panel);
        }
    });
    let being_changed = setup.proposed.is_some();
    if view.may_change() && !being_changed {
        ui.add_space(GAP_S);
        if ui.button("Change these words").clicked() {
            view.want(Intent::EditSetup(SetupChange::ChangeWords));
            view.want(Intent::GoOnIn(Field::Definition));
        }
    }
}

/// Words that nobody has agreed yet, in a review that is only read.
pub fn proposed_only(ui: &mut Ui, view: &View<'_>) {
    let words = proposed(view.review.setup()).words;
    heading::section(ui, "Proposed, not agreed");
    ui.add(Label::new(theme::reading(ui, words.as_str())).wrap());
}

/// "Agreed on 14 November 2026 by SENCO (2); health".
fn attribution(agreed: &Definition) -> String {
    let on = match agreed.agreed_on {
        Some(on) => format!("Agreed on {}", on.in_words()),
        None => "Agreed, on a day that nobody wrote down".to_owned(),
    };
    let by = counted(&agreed.agreed_by);
    let by: Vec<String> = by
        .into_iter()
        .map(|(role, n)| with_number(role, n))
        .collect();
    if by.is_empty() {
        on
    } else {
        format!("{on} by {}", by.join("; "))
    }
}

fn with_number(role: Role, number: usize) -> String {
    if number > 1 {
        format!("{} ({number})", role.label())
    } else {
        role.label().to_owned()
    }
}

/// Each role once, in their order, with how many there are of it.
fn counted(roles: &[Role]) -> Vec<(Role, usize)> {
    let number = |role: Role| roles.iter().filter(|by| **by == role).count();
    let all = Role::ALL.into_iter().map(|role| (role, number(role)));
    all.filter(|(_, number)| *number > 0).collect()
}

/// The words while they are being agreed.
pub fn form(ui: &mut Ui, view: &mut View<'_>) {
    let again = view.review.setup().definition.is_some();
    heading::section(
        ui,
        if again {
            "Other words"
        } else {
            "What we agree"
        },
    );
    if again {
        let text = "The agreed words hold until these are agreed. History keeps both.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
    ui.add_space(GAP_S);
    let width = measure::reading_width(ui)
        .max(640.0)
        .min(ui.available_width());
    view.text(ui, Field::Definition, "“Ideal”, as this panel agrees it", |field| {
        field.rows(4).width(width).placeholder(
            "A place where the child is happy, safe and learning, close to home, with the support that …",
        )
    });
    ui.add_space(GAP_S);
    when(ui, view);
    ui.add_space(GAP_S);
    by_whom(ui, view);
    ui.add_space(GAP_M);
    let typed = view.drafts.get(&Field::Definition);
    let words = typed.map_or_else(
        || proposed(view.review.setup()).words.to_string(),
        |typed| typed.text.clone(),
    );
    let says = crate::review::text::says_something(&words);
    ui.horizontal_wrapped(|ui| {
        if button::primary(ui, "Agree these words", says).clicked() {
            view.want(Intent::EditSetup(SetupChange::Agree));
        }
        if again && ui.button("Leave them as they are").clicked() {
            view.drafts.drop(&Field::Definition);
            view.want(Intent::EditSetup(SetupChange::LeaveWords));
        }
    });
    if !says {
        let why = if words.trim().is_empty() {
            "Nothing is agreed until there are words and this is pressed. Drafts can be entered before; nothing is recorded without it."
        } else {
            "Error: these are not words yet: say what “ideal” means to this panel."
        };
        ui.add(Label::new(theme::note(ui, why)).wrap());
    }
}

fn when(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_top(|ui| {
        let field = Field::Setup(SetupField::AgreedOn);
        let none = proposed(view.review.setup()).agreed_on.is_none();
        let missing = (none && view.place.agreeing_failed).then_some(WHEN);
        view.text(ui, field, "Agreed on", |field| {
            field.width(240.0).error(missing)
        });
        ui.vertical(|ui| {
            // On the line of the field, below its label.
            let label = ui.text_style_height(&eframe::egui::TextStyle::Body);
            ui.add_space(label + theme::GAP_XS);
            let today = format!("Today, {}", view.today.in_words());
            if none && ui.button(today).clicked() {
                // What cannot be read as a date gives way to one.
                view.drafts.drop(&Field::Setup(SetupField::AgreedOn));
                view.want(Intent::EditSetup(SetupChange::AgreedOn(view.today)));
            }
        });
    });
}

/// Who agrees, by role: a tick for one of a kind, a number for several.
fn by_whom(ui: &mut Ui, view: &mut View<'_>) {
    heading::group(ui, "Agreed by");
    let setup = view.review.setup();
    let roles: Vec<Role> = setup.members.iter().map(|member| member.role).collect();
    let agreed = proposed(setup).agreed_by;
    let there = counted(&roles);
    let missing = agreed.is_empty() && view.place.agreeing_failed;
    if there.is_empty() {
        if missing {
            Notice::new(Kind::Error, WHO_OF_NOBODY).show(ui);
        } else {
            ui.label(theme::note(ui, "Nobody is on the list of the panel yet."));
        }
        let enter = ui.button("Enter who is on the panel");
        view.attend(ui, Spot::AgreedBy, enter.id, enter.rect);
        if enter.clicked() {
            view.want(Intent::Prepare(PrepareTab::Panel));
        }
        return;
    }
    if missing {
        Notice::new(Kind::Error, WHO).show(ui);
    }
    let number = |role: Role| agreed.iter().filter(|by| **by == role).count();
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(CONTROL_HEIGHT);
        for (role, of) in there.iter().filter(|(_, of)| *of == 1) {
            let mut ticked = number(*role) > 0;
            let tick = ui.checkbox(&mut ticked, role.label());
            access::name(ui, &tick, format!("Agreed by: {}", role.label()));
            if tick.changed() {
                wanted = Some(SetupChange::AgreedBy(*role, if ticked { *of } else { 0 }));
            }
            ui.add_space(GAP_S);
        }
    });
    for (role, of) in there.iter().filter(|(_, of)| *of > 1) {
        ui.horizontal_wrapped(|ui| {
            ui.set_min_height(CONTROL_HEIGHT);
            ui.label(RichText::new(role.label()));
            let options: Vec<usize> = (0..=*of).collect();
            let before = number(*role).min(*of);
            let mut chosen = Some(before);
            Choice::new(role.label(), ("agreed by", *role), Tone::Plain)
                .without_question()
                .show(ui, &mut chosen, &options, |n| match n {
                    0 => "none".to_owned(),
                    n if n == of => format!("all {n}"),
                    n => n.to_string(),
                });
            if let Some(now) = chosen.filter(|now| *now != before) {
                wanted = Some(SetupChange::AgreedBy(*role, now));
            }
        });
    }
    if agreed.len() < roles.len() {
        let all = ui.button("All of the panel");
        view.attend(ui, Spot::AgreedBy, all.id, all.rect);
        if all.clicked() {
            wanted = Some(SetupChange::AllAgree);
        }
    }
    if let Some(change) = wanted {
        view.want(Intent::EditSetup(change));
    }
}
