//! Judging: panel and parent side by side on the same lines, the same questions answered by both,
//! in the same type and width.

use eframe::egui::{Stroke, Ui};

use super::rate::picture;
use super::side::pair;
use super::{extras, law, panel, parent};
use crate::review::Command;
use crate::review::case::{Case, Standing};
use crate::review::command::SetupEdit;
use crate::review::judgement::Question;
use crate::review::law::LawNote;
use crate::review::setup::MoneyRule;
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::rating::{self, Stage};
use crate::ui::theme::{self, GAP_S, GAP_XS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::notice::{Kind, Notice};
use crate::ui::words::count;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    notices(ui, view, case);
    stood(ui, view, case);
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
            on_mainstream(ui, view, case);
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
        },
        |ui, view| {
            parent::afterwards(ui, view, case, voice);
        },
    );
    between(ui, centre, top);
}

/// Where the members stood before they began to talk.
fn stood(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let setup = view.review.setup();
    let given = case.ratings.given.len();
    if rating::stage(case, setup) == Stage::Revealed {
        picture::picture(ui, view, case, true);
        ui.add_space(GAP_S);
        return;
    }
    let words = if case.ratings.skipped {
        rating::SKIPPED.to_owned()
    } else if given == 0 {
        "Nobody rated before the discussion.".to_owned()
    } else {
        let members = count(given, "member has rated", "members have rated");
        format!("{members}; what they rated has not been revealed.")
    };
    ui.label(theme::note(ui, words));
    ui.add_space(GAP_XS);
}

/// What the law says where the panel's ideal is mainstream and a parent does not wish for it, beside
/// the panel's ideal.
fn on_mainstream(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let note = LawNote::MainstreamAgainstWish;
    if law::called_for(view, case).contains(&note) {
        pair(
            ui,
            view,
            |ui, view| law::ui(ui, view, case, note),
            |_, _| {},
        );
    }
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

/// The question that has no default.
pub fn ask_money(ui: &mut Ui, view: &mut View<'_>) {
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
