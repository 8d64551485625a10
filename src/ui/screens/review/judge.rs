//! Judging: panel and parent side by side on the same lines, the same questions answered by both,
//! in the same type and width.

use eframe::egui::{RichText, Stroke, Ui, vec2};

use super::{extras, panel, parent, record};
use crate::review::case::{Case, Standing};
use crate::review::command::SetupEdit;
use crate::review::judgement::Question;
use crate::review::setup::MoneyRule;
use crate::review::{Command, stance};
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::theme::{self, GAP_L, GAP_M, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::notice::{Kind, Notice};

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    notices(ui, view, case);
    let voice = parent::shown_voice(view, case);
    let (top, centre) = (ui.cursor().top(), ui.max_rect().center().x);
    pair(
        ui,
        view,
        |ui, _| panel::heading(ui, case),
        |ui, view| {
            parent::heading(ui, view, case, voice);
        },
    );
    pair(
        ui,
        view,
        |ui, view| panel::definition(ui, view),
        |ui, view| {
            parent::who(ui, view, case, voice);
        },
    );
    for question in Question::ALL {
        pair(
            ui,
            view,
            |ui, view| panel::answer(ui, view, case, question),
            |ui, view| {
                parent::answer(ui, view, case, voice, question);
            },
        );
        if question == Question::Setting {
            pair(
                ui,
                view,
                |ui, view| panel::ideal(ui, view, case),
                |ui, view| {
                    parent::ideal(ui, view, case, voice);
                },
            );
        }
    }
    pair(
        ui,
        view,
        |ui, view| panel::reasoning(ui, view, case),
        |ui, view| {
            parent::words(ui, view, case, voice);
        },
    );
    pair(
        ui,
        view,
        |ui, view| {
            extras::ui(ui, view, case);
            record::first_ratings(ui, view.review.setup(), case);
        },
        |ui, view| {
            parent::afterwards(ui, view, case, voice);
        },
    );
    between(ui, centre, top);
}

/// Two columns of one width, which start on the same line.
pub fn pair(
    ui: &mut Ui,
    view: &mut View<'_>,
    mut left: impl FnMut(&mut Ui, &mut View<'_>),
    mut right: impl FnMut(&mut Ui, &mut View<'_>),
) {
    ui.scope(|ui| {
        let roomy = ui.available_width() > 820.0;
        ui.spacing_mut().item_spacing.x = if roomy { 2.0 * GAP_L } else { GAP_L };
        ui.columns_const(|[panel, parent]: &mut [Ui; 2]| {
            for column in [&mut *panel, &mut *parent] {
                column.spacing_mut().item_spacing = vec2(8.0, 4.0);
            }
            for (column, show) in [
                (panel, &mut left as &mut dyn FnMut(&mut Ui, &mut View<'_>)),
                (parent, &mut right),
            ] {
                let width = column.available_width();
                column.vertical(|ui| {
                    ui.set_width(width);
                    show(ui, view);
                });
            }
        });
    });
    ui.add_space(GAP_M - 8.0);
}

/// The hairline between panel and parent.
fn between(ui: &Ui, centre: f32, top: f32) {
    let bottom = ui.min_rect().bottom();
    let stroke = Stroke::new(1.0, Tokens::of(ui).hairline);
    ui.painter().vline(centre, top..=bottom, stroke);
}

/// What the panel must know before it goes on with this form.
fn notices(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if view.review.setup().definition.is_none() {
        let text = "First agree what “ideal” means to this panel. What you enter is kept, but no judgement can be recorded before.";
        let notice = Notice::new(Kind::Caution, text).action("Agree what “ideal” means");
        if notice.show(ui).pressed.is_some() {
            view.want(Intent::Prepare(PrepareTab::Definition));
            view.want(Intent::Go(Screen::Prepare));
        }
        ui.add_space(8.0);
    }
    if view.review.setup().money.is_none() {
        ask_money(ui, view);
    }
    if let Standing::Recorded {
        changes: Some(_), ..
    } = case.standing
    {
        let text = "This judgement is recorded; the changes below do not count until they are recorded too.";
        let notice = Notice::new(Kind::Information, text).action("Take the changes back");
        if notice.show(ui).pressed.is_some() {
            view.apply(Command::DiscardChanges(case.id().clone()));
        }
        ui.add_space(8.0);
    }
}

/// Where the parents stand on the recorded judgement, in words: "disagrees (from their own ideal)".
pub fn stance_in_words(case: &Case) -> Option<(stance::EffectiveStance, String)> {
    let complete = case.complete()?;
    let effective = complete.effective_stance();
    let voice = case.voice(effective.voice)?;
    let words = stance::in_words(voice, complete.judgement());
    Some((effective, words))
}

/// A label above a control that brings none of its own.
pub fn label(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).text_style(theme::strong()));
}

/// The question that has no default.
fn ask_money(ui: &mut Ui, view: &mut View<'_>) {
    let text = "Shall figures of money be on the screen while the panel judges? Until the panel decides there are none; the file records for each judgement whether there were.";
    let notice = Notice::new(Kind::Caution, text)
        .action("Show money live")
        .action("Lock money until it is revealed");
    let rule = match notice.show(ui).pressed {
        Some(0) => Some(MoneyRule::Live),
        Some(_) => Some(MoneyRule::Locked),
        None => None,
    };
    if let Some(rule) = rule {
        view.apply(Command::Setup(SetupEdit::Money(rule)));
    }
    ui.add_space(8.0);
}
