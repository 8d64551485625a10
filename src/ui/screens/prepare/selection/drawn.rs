//! What came out of a draw: how many of each group, which cases, and what to do with them.

use std::ops::Range;

use eframe::egui::{Label, RichText, ScrollArea, TextStyle, Ui};

use super::parts::number;
use crate::findings::sampling::Sample;
use crate::review::text::CaseId;
use crate::ui::drawing::Drawn;
use crate::ui::edits::SetupChange;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_S, GAP_XS, LINE_HEIGHT};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{button, focus, heading};

/// So many lines are all shown; of more, some in a box of their own.
const ALL_SHOWN: usize = 48;
/// Lines in that box.
const IN_THE_BOX: f32 = 16.0;

/// What came out.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, sample: &Sample) {
    let title = format!(
        "Drawn: {} of {}",
        number(sample.drawn() as u64),
        number(sample.listed() as u64)
    );
    heading::group(ui, &title);
    for note in sample.notes() {
        marks::labelled(ui, Mark::Caution, &note);
    }
    ui.add_space(GAP_XS);
    rows(ui, sample);
    ui.add_space(GAP_S);
    actions(ui, view, sample);
}

/// Groups and cases; of many only those in sight are drawn.
fn rows(ui: &mut Ui, sample: &Sample) {
    let row = TextStyle::Body.resolve(ui.style()).size * LINE_HEIGHT;
    let all = sample.groups.len() + sample.drawn();
    if all <= ALL_SHOWN {
        lines(ui, sample, 0..all);
        return;
    }
    let height = IN_THE_BOX * (row + ui.spacing().item_spacing.y);
    ScrollArea::vertical()
        .id_salt("drawn")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show_rows(ui, row, all, |ui, seen| lines(ui, sample, seen));
}

fn lines(ui: &mut Ui, sample: &Sample, seen: Range<usize>) {
    let mut at = 0;
    for group in &sample.groups {
        let end = at + 1 + group.drawn.len();
        if at >= seen.end {
            break;
        }
        if end > seen.start {
            if seen.contains(&at) {
                let title = if sample.how.is_by_group() {
                    group.title()
                } else {
                    "All"
                };
                let of = number(group.of as u64);
                let text = format!("{title}: {} of {of}", number(group.drawn.len() as u64));
                let text = RichText::new(text).text_style(theme::strong());
                ui.add(Label::new(text).truncate());
            }
            let from = seen.start.saturating_sub(at + 1);
            let to = seen.end.saturating_sub(at + 1).min(group.drawn.len());
            for id in group.drawn.get(from..to).unwrap_or_default() {
                ui.add(Label::new(theme::reading(ui, id.as_str())).truncate());
            }
        }
        at = end;
    }
}

fn actions(ui: &mut Ui, view: &mut View<'_>, sample: &Sample) {
    let drawn = Drawn::of(sample, view.today);
    let recorded = view.review.setup().selection.draw.as_ref() == Some(&drawn.draw);
    ui.horizontal_wrapped(|ui| {
        if recorded {
            marks::mark(ui, Mark::Done);
            ui.label(RichText::new("This draw is recorded").text_style(theme::strong()));
        } else {
            let record = button::primary(ui, "Record this draw", true);
            // Whoever drew by key goes on from here.
            focus::once(ui, &record);
            if record.clicked() {
                view.want(Intent::EditSetup(SetupChange::Draw(drawn)));
            }
        }
        if ui.button("Copy the list").clicked() {
            let ids: Vec<&str> = sample.ids().map(CaseId::as_str).collect();
            view.want(Intent::CopyText(ids.join("\n")));
        }
        if ui.button("Copy the protocol").clicked() {
            view.want(Intent::CopyText(sample.protocol(Some(view.today))));
        }
    });
    if !recorded {
        let text = "Recording puts method, size of the list, date and seed into the review. What is said in the account below stays.";
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
}
