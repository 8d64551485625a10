//! The foot of the review screen: what is missing, what recording would do, what comes next in the
//! round of the case, and the next case.

use eframe::egui::accesskit::Live;
use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Button, Label, Layout, Response, RichText, TextStyle, Ui, vec2};

use super::projection::in_years;
use crate::review::case::{Case, Status};
use crate::review::refusal;
use crate::ui::actions::{self, Action};
use crate::ui::figures::Preview;
use crate::ui::intent::Intent;
use crate::ui::money;
use crate::ui::rating::{self, Stage};
use crate::ui::round::{self, Next};
use crate::ui::scene::Step;
use crate::ui::theme::Tokens;
use crate::ui::view::View;
use crate::ui::widgets::button;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::words::count;

/// What is said of the figure of a draft.
const LOOKS_AHEAD: &str = "A look ahead. Once it is recorded, the projection can be asked how its \
     figures came about.";

/// Shows it. The height stays the same whatever there is to say.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let size = vec2(ui.available_width(), 40.0);
    let (setup, mode) = (view.review.setup(), view.mode);
    let next = round::next(case, view.place, setup, mode, view.today);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        super::pace::ui(ui, view);
        if next == Next::Case {
            to_next_case(ui, view, true);
        } else {
            to_next_case(ui, view, false);
            go_on(ui, view, next);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            match view.place.step {
                Step::Rate => says_ratings(ui, view, case),
                _ => says(ui, view, case),
            }
        });
    });
}

/// What comes next in the round of the case, under the words that say so.
fn go_on(ui: &mut Ui, view: &mut View<'_>, next: Next) {
    let words = next.words(view.review.setup());
    let mut button = button::primary(ui, &words, true);
    if let Some(keys) = actions::entry(Action::GoOn).and_then(|entry| entry.shortcut) {
        button = button.on_hover_text(ui.ctx().format_shortcut(&keys));
    }
    if button.clicked() {
        view.want(Intent::Do(Action::GoOn));
    }
}

/// To the next case, with its keys as the list of actions has them.
fn to_next_case(ui: &mut Ui, view: &mut View<'_>, primary: bool) {
    let Some(entry) = actions::entry(Action::NextCase) else {
        return;
    };
    let here = view.place.case.as_ref();
    let at = here.and_then(|id| view.review.state().place_of(id));
    let next = at.and_then(|at| view.listed.neighbour(at, 1));
    let mut button = if primary {
        button::primary(ui, entry.text, next.is_some())
    } else {
        ui.add_enabled(next.is_some(), Button::new(entry.text))
    };
    if let Some(keys) = &entry.shortcut {
        button = button.on_hover_text(ui.ctx().format_shortcut(keys));
    }
    let last = "This is the last case of the list";
    if button.on_disabled_hover_text(last).clicked() {
        view.want(Intent::Do(Action::NextCase));
    }
}

/// How it stands with the first ratings; never what they are.
fn says_ratings(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let setup = view.review.setup();
    let given = case.ratings.given.len();
    let still = rating::still_to_rate(case, setup, view.today).len();
    let (mark, words) = match rating::stage(case, setup) {
        Stage::Revealed => (Mark::Done, "The first ratings are revealed".to_owned()),
        Stage::Skipped => (Mark::Done, "Rating is skipped for this case".to_owned()),
        Stage::NoPanel => (Mark::Open, "Nobody is on the panel yet".to_owned()),
        Stage::TooLate => (
            Mark::Open,
            "Judged without first ratings before the discussion".to_owned(),
        ),
        Stage::Open if given == 0 => (Mark::Open, "Nobody has rated yet".to_owned()),
        Stage::Open if still == 0 => (Mark::Done, format!("All {given} have rated")),
        Stage::Open => {
            let of = given + still;
            let have = if given == 1 { "has" } else { "have" };
            (Mark::Open, format!("{given} of {of} {have} rated"))
        }
    };
    marks::mark(ui, mark);
    let said = ui.add(Label::new(words).truncate());
    say(ui, &said);
}

fn says(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let status = case.status();
    let outside = status == Status::Recorded && view.outside.case(case.id());
    let mark = match outside {
        true => Mark::Danger,
        false => Mark::Status(status),
    };
    marks::mark(ui, mark);
    let missing = case.missing();
    let tokens = Tokens::of(ui);
    let preview = preview(view, case).filter(|_| missing.is_empty());
    let looks_ahead = preview.is_some() && status != Status::Recorded;
    let line = match status {
        Status::Recorded if outside => {
            RichText::new("Recorded, but this case was changed outside the program")
        }
        Status::Recorded => RichText::new("This judgement is recorded"),
        _ if missing.is_empty() => RichText::new(
            preview.unwrap_or_else(|| "Nothing is missing; it can be recorded".to_owned()),
        ),
        Status::NotStarted if !view.place.show_missing => {
            RichText::new("Not started").color(tokens.ink_muted)
        }
        _ => return says_missing(ui, view, &refusal::in_words(&missing)),
    };
    let said = ui.add(Label::new(line).truncate());
    say(ui, &said);
    // It is of a projection that is not on the screen.
    if looks_ahead && view.may_ask() {
        said.on_hover_text(LOOKS_AHEAD);
    }
}

/// What becomes of a judgement is said aloud when it changes.
fn say(ui: &Ui, said: &Response) {
    ui.ctx()
        .accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
}

/// What is missing, on two lines at the most, so that the foot keeps its height; pressed, it leads
/// to the first of it.
fn says_missing(ui: &mut Ui, view: &mut View<'_>, missing: &str) {
    let tokens = Tokens::of(ui);
    let colour = if view.place.show_missing {
        tokens.caution
    } else {
        tokens.ink
    };
    let font = TextStyle::Small.resolve(ui.style());
    let leads = view.may_change();
    let width = ui.available_width() - if leads { 96.0 } else { 0.0 };
    let mut job = LayoutJob::simple(format!("Missing: {missing}"), font, colour, width);
    job.wrap.max_rows = 2;
    let words = ui.painter().layout_job(job);
    let said = ui.add(Label::new(words)).on_hover_text(missing);
    say(ui, &said);
    if leads && button::quiet(ui, "Go there").clicked() {
        view.want(Intent::AttendMissing);
    }
}

/// The effect of a draft, on its case and nowhere else; none while newer figures are computed.
fn preview(view: &View<'_>, case: &Case) -> Option<String> {
    // Where nothing can be recorded, a draft has no figure at all.
    if !view.may_change() || view.figures.updating || !view.money_visible(Some(case)) {
        return None;
    }
    if case.practice {
        return Some("If recorded: a practice case, which changes no figure".to_owned());
    }
    let preview = view.figures.preview.as_ref()?;
    (preview.case == *case.id()).then(|| in_words(preview))
}

fn in_words(preview: &Preview) -> String {
    if preview.counted == 0 {
        // The panel cannot tell, so there is no figure, which is not the same as nought.
        return "If recorded: no case counts yet".to_owned();
    }
    if !preview.any_priced {
        return "If recorded: what this would save or cost is not known".to_owned();
    }
    let unpriced = if preview.priced {
        String::new()
    } else {
        format!("; the value of {} is not known and not in it", preview.case)
    };
    let verdict = if preview.saving.spans_zero() {
        "; cannot tell whether this saves or costs"
    } else {
        ""
    };
    format!(
        "If recorded: saving {} over {}, from {}{verdict}{unpriced}",
        money::range(preview.saving.p05, preview.saving.p95),
        in_years(preview.horizon),
        count(preview.counted, "case", "cases")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::Ranged;
    use crate::review::text::CaseId;

    fn said(p05: f64, p95: f64, counted: usize) -> String {
        in_words(&preview(p05, p95, counted))
    }

    fn preview(p05: f64, p95: f64, counted: usize) -> Preview {
        Preview {
            case: CaseId::new("C01").unwrap(),
            saving: Ranged {
                point: p05,
                p05,
                p50: p05,
                p95,
            },
            counted,
            horizon: 5,
            priced: true,
            any_priced: true,
        }
    }

    #[test]
    fn what_recording_would_do() {
        assert_eq!(
            said(9e6, 66e6, 7),
            "If recorded: saving £9m to £66m over five years, from 7 cases"
        );
        assert_eq!(
            said(-2e6, 57e6, 1),
            "If recorded: saving −£2m to £57m over five years, from 1 case; cannot tell whether \
             this saves or costs"
        );
        assert_eq!(said(0.0, 0.0, 0), "If recorded: no case counts yet");
    }

    #[test]
    fn what_is_not_known_is_not_nought() {
        let unpriced = Preview {
            priced: false,
            ..preview(9e6, 66e6, 7)
        };
        assert_eq!(
            in_words(&unpriced),
            "If recorded: saving £9m to £66m over five years, from 7 cases; the value of C01 is \
             not known and not in it"
        );
        let nothing = Preview {
            priced: false,
            any_priced: false,
            ..preview(0.0, 0.0, 1)
        };
        assert_eq!(
            in_words(&nothing),
            "If recorded: what this would save or cost is not known"
        );
    }
}
