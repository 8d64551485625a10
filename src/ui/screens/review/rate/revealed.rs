//! After the reveal: where the panel stands, and slips that are put right beside the first ratings.

use eframe::egui::{Label, Ui};

use super::super::presence;
use super::{correct, picture};
use crate::review::case::Case;
use crate::review::judgement::{Answer, Confidence, Question};
use crate::review::ratings::Rating;
use crate::ui::stands;
use crate::ui::theme::{self, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::heading;

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    picture::picture(ui, view, case, false);
    ui.add_space(GAP_S);
    besides(ui, case);
    let corrections = stands::corrections(case, view.review.setup());
    if !corrections.is_empty() {
        heading::group(ui, "Corrected");
        for correction in corrections {
            ui.add(Label::new(theme::reading(ui, correction)).wrap());
        }
        ui.add_space(GAP_S);
    }
    if let Some(at) = case.ratings.revealed {
        let text = format!(
            "Revealed on {}. First ratings are frozen since then.",
            at.date().in_words()
        );
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
    if view.may_change() {
        correct::ui(ui, view, case);
    }
    ui.add_space(GAP_M);
    presence::ui(ui, view, case);
}

/// What members said besides the ideal, where any did: how many gave which answer.
fn besides(ui: &mut Ui, case: &Case) {
    let current = || case.ratings.given.iter().map(|given| given.current());
    let asked = |question: Question| {
        let answer = move |rating: &Rating| match question {
            Question::Setting => rating.setting,
            Question::Support => rating.support,
            Question::Timeliness => rating.timeliness,
        };
        let counted = Answer::ALL.map(|option| {
            let number = current().filter(|rating| answer(rating) == Some(option));
            (option.label(), number.count())
        });
        told(question.asked(), &counted)
    };
    let mut lines: Vec<String> = Question::ALL.into_iter().filter_map(asked).collect();
    let sure = Confidence::ALL.map(|option| {
        let number = current().filter(|rating| rating.confidence == Some(option));
        (option.label(), number.count())
    });
    lines.extend(told("How sure?", &sure));
    if lines.is_empty() {
        return;
    }
    heading::group(ui, "What they said besides");
    for line in lines {
        ui.add(Label::new(theme::reading(ui, line)).wrap());
    }
    ui.add_space(GAP_S);
}

/// "Is the support ideal? Ideal 1, not ideal 4, of 5 who answered"; `None` if nobody did.
fn told(question: &str, counted: &[(&str, usize)]) -> Option<String> {
    let of: usize = counted.iter().map(|(_, number)| number).sum();
    let given = counted.iter().filter(|(_, number)| *number > 0);
    let given: Vec<String> = given
        .map(|(label, number)| format!("{label} {number}"))
        .collect();
    (of > 0).then(|| format!("{question} {}, of {of} who answered", given.join(", ")))
}
