//! The foot of the review screen: what is missing, what recording would do, and the two buttons.

use eframe::egui::{Align, Layout, RichText, Ui, vec2};

use super::projection::in_years;
use crate::review::case::{Case, Status};
use crate::review::refusal;
use crate::ui::actions::Action;
use crate::ui::intent::{Intent, Step};
use crate::ui::theme::{self, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::button;
use crate::ui::widgets::marks::{self, Mark};

/// Shows it. The height stays the same whatever there is to say.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let size = vec2(ui.available_width(), 40.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if ui.button("Next case").on_hover_text("Ctrl+↓").clicked() {
            view.want(Intent::Do(Action::NextCase));
        }
        if view.may_change() {
            match view.place.step {
                Step::Read => {
                    if button::primary(ui, "Judge this case", true).clicked() {
                        view.want(Intent::Step(Step::Judge));
                    }
                }
                Step::Judge => {
                    let recorded = case.status() == Status::Recorded;
                    if button::primary(ui, "Record judgement", !recorded).clicked() {
                        view.want(Intent::Do(Action::Record));
                    }
                }
            }
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            says(ui, view, case)
        });
    });
}

fn says(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let status = case.status();
    marks::mark(ui, Mark::Status(status));
    let missing = case.missing();
    let tokens = Tokens::of(ui);
    let line = match status {
        Status::Recorded => RichText::new("This judgement is recorded"),
        _ if missing.is_empty() => RichText::new(
            preview(view, case)
                .unwrap_or_else(|| "Nothing is missing; it can be recorded".to_owned()),
        ),
        Status::NotStarted if !view.place.show_missing => {
            RichText::new("Not started").color(tokens.ink_muted)
        }
        _ => {
            let text = RichText::new(format!("Missing: {}", refusal::in_words(&missing)));
            if view.place.show_missing {
                text.color(tokens.caution).text_style(theme::strong())
            } else {
                text
            }
        }
    };
    ui.add(eframe::egui::Label::new(line).truncate());
}

/// The effect of a draft, on its case and nowhere else.
fn preview(view: &View<'_>, case: &Case) -> Option<String> {
    if !view.money_visible(Some(case)) {
        return None;
    }
    let preview = view
        .figures
        .preview
        .as_ref()
        .filter(|preview| preview.case == *case.id())?;
    let range = crate::ui::money::range(preview.saving.p05, preview.saving.p95);
    let cases = if preview.counted == 1 {
        "case"
    } else {
        "cases"
    };
    Some(format!(
        "If recorded: {range} over {}, from {} {cases}",
        in_years(preview.horizon),
        preview.counted
    ))
}
