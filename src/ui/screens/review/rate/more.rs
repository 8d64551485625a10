//! What a member may say besides the ideal: the three questions, and how sure they are.

use eframe::egui::{Label, Ui};

use crate::review::Command;
use crate::review::case::Case;
use crate::review::judgement::{Answer, Confidence, Question};
use crate::review::panel::MemberId;
use crate::review::ratings::{RatedIdeal, Rating};
use crate::ui::intent::Intent;
use crate::ui::rating::{self, Wish};
use crate::ui::theme::{self, GAP_S, Tone};
use crate::ui::view::View;
use crate::ui::widgets::button;
use crate::ui::widgets::choice::Choice;

/// Shows them for the member at hand, or the way there.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case, member: MemberId) {
    let place = view.place.rating.of(case.id());
    if !place.more {
        if button::quiet(ui, "+ three questions and how sure").clicked() {
            view.want(Intent::Rating(Wish::More(true)));
        }
        return;
    }
    let kept = rating::given(case, member).filter(|_| place.shows(member));
    match kept {
        Some(kept) if kept.ideal != RatedIdeal::Abstained => {
            questions(ui, view, case, member, kept)
        }
        Some(_) => note(ui, "Whoever abstains answers nothing else."),
        None => note(ui, "First the ideal; then these are asked."),
    }
    ui.add_space(GAP_S);
    ui.horizontal_wrapped(|ui| {
        if kept.is_some() {
            let today = view.today;
            let next = place.next(case, view.review.setup(), today);
            let text = match next {
                Some(next) => format!("Next: {}", rating::called(view.review.setup(), next)),
                None => "That is all".to_owned(),
            };
            if ui.button(text).clicked() {
                view.want(Intent::Rating(Wish::Next));
            }
        }
        if button::quiet(ui, "Ask the ideal alone").clicked() {
            view.want(Intent::Rating(Wish::More(false)));
        }
    });
}

fn note(ui: &mut Ui, text: &str) {
    ui.add(Label::new(theme::note(ui, text)).wrap());
}

fn questions(ui: &mut Ui, view: &mut View<'_>, case: &Case, member: MemberId, kept: &Rating) {
    let mut said = kept.clone();
    for question in Question::ALL {
        let answer = match question {
            Question::Setting => &mut said.setting,
            Question::Support => &mut said.support,
            Question::Timeliness => &mut said.timeliness,
        };
        let choice = Choice::new(question.asked(), (case.id(), member), Tone::Panel);
        choice.show(ui, answer, &Answer::ALL, |answer| answer.label().to_owned());
    }
    let sure = Choice::new("How sure?", (case.id(), member), Tone::Panel);
    let label = |confidence: &Confidence| confidence.label().to_owned();
    sure.show(ui, &mut said.confidence, &Confidence::ALL, label);
    if said != *kept {
        view.apply(Command::Rate {
            case: case.id().clone(),
            member,
            rating: said,
        });
    }
}
