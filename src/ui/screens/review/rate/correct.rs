//! Putting a slip right in a rating that has been revealed: what was meant, and why. The first
//! rating stays.

use eframe::egui::{Button, Ui};

use crate::review::case::Case;
use crate::review::panel::MemberId;
use crate::review::ratings::RatedIdeal;
use crate::review::setup::Setup;
use crate::review::text::says_something;
use crate::ui::fields::Field;
use crate::ui::intent::Intent;
use crate::ui::rating::{self, Correcting, Wish};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::{button, heading};

/// Shows the form, or the way there.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let place = view.place.rating.of(case.id());
    let Some(now) = place.correcting.or_else(|| begun(view, case)) else {
        if button::quiet(ui, "+ correct a slip").clicked() {
            let begun = Some(Correcting::default());
            view.want(Intent::Rating(Wish::Correct(begun)));
        }
        return;
    };
    heading::group(ui, "Correct a slip");
    let setup = view.review.setup();
    let mut then = now.clone();
    let raters: Vec<MemberId> = case
        .ratings
        .given
        .iter()
        .map(|given| given.member)
        .collect();
    let who = Select::new("Whose rating", (case.id(), "whose slip"));
    who.show(ui, &mut then.member, &raters, |member| {
        rating::called(setup, *member)
    });
    let meant = Select::new("What was meant", (case.id(), "what was meant"));
    meant.show(ui, &mut then.ideal, &all(setup), |ideal| {
        rating::in_words(setup, ideal)
    });
    let says_why = then
        .member
        .is_some_and(|member| why(ui, view, case, member));
    ui.horizontal(|ui| {
        let whole = changes(case, &then) && says_why;
        if ui
            .add_enabled(whole, Button::new("Keep the correction"))
            .clicked()
        {
            view.want(Intent::Rating(Wish::KeepCorrection));
        }
        if button::quiet(ui, "Leave it").clicked() {
            view.want(Intent::Rating(Wish::Correct(None)));
        }
    });
    if then != now {
        view.want(Intent::Rating(Wish::Correct(Some(then))));
    }
}

/// Why, once it is known whose it is; whether anything is said.
fn why(ui: &mut Ui, view: &mut View<'_>, case: &Case, member: MemberId) -> bool {
    let field = Field::Correction(case.id().clone(), member);
    view.text(ui, field.clone(), "Why it is corrected", |shown| shown);
    // It is kept with the correction, and not by going on to the button that keeps it.
    let left = Intent::Keep(field.clone());
    view.out.retain(|wanted| *wanted != left);
    let typed = view.drafts.get(&field);
    typed.is_some_and(|typed| says_something(&typed.text))
}

/// Whose slip somebody had begun to explain before they were here.
fn begun(view: &View<'_>, case: &Case) -> Option<Correcting> {
    let typed = view.drafts.fields().into_iter();
    let mut whose = typed.filter_map(|field| match field {
        Field::Correction(of, member) if of == *case.id() => Some(member),
        _ => None,
    });
    Some(Correcting {
        member: Some(whose.next()?),
        ideal: None,
    })
}

/// Whether what was meant is another place than what stands.
fn changes(case: &Case, correcting: &Correcting) -> bool {
    let mut given = case.ratings.given.iter();
    let kept = given.find(|given| Some(given.member) == correcting.member);
    kept.is_some_and(|kept| {
        let meant = correcting.ideal.as_ref();
        meant.is_some_and(|ideal| *ideal != kept.current().ideal)
    })
}

fn all(setup: &Setup) -> Vec<RatedIdeal> {
    let rows = setup.provisions.iter();
    let rows = rows.map(|row| RatedIdeal::Provision(row.code.clone()));
    rows.chain([RatedIdeal::CannotTell, RatedIdeal::Abstained])
        .collect()
}
