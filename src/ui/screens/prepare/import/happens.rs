//! What an import would do, in plain figures, and what in it looks as if it identified somebody.

use eframe::egui::{Label, Ui};

use crate::privacy::Identifying;
use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::text::Text;
use crate::ui::importing::{Importing, ReadCases, Wish};
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, button, heading, measure};
use crate::ui::words::{a_few, count};

/// As many details are shown at once; others come up as these are dealt with.
const SHOWN: usize = 30;
/// As many kinds of drafts are named with what they lack.
const NAMED: usize = 5;

/// What would happen.
pub fn ui(ui: &mut Ui, importing: &Importing, read: &ReadCases) {
    if read.problems.whole_file() {
        return;
    }
    heading::group(ui, "What would happen");
    ui.set_max_width(ui.available_width());
    let (recorded, drafts, open) = read.dry.counts();
    let come = read.dry.imported.len();
    let mut told = vec![format!(
        "{} would come in",
        count(come, "case file", "case files")
    )];
    if recorded > 0 {
        told.push(format!(
            "{recorded} with a complete judgement, which would be recorded"
        ));
    }
    if drafts > 0 {
        told.push(format!(
            "{drafts} with a judgement that stays a draft and counts nowhere"
        ));
    }
    if open > 0 && open < come {
        told.push(format!("{open} not judged yet"));
    } else if open > 0 {
        told.push("none judged yet".to_owned());
    }
    let skipped = importing.cases().map_or(0, |cases| cases.skipped().len());
    if skipped > 0 {
        told.push(format!(
            "{} left out by choice",
            count(skipped, "row", "rows")
        ));
    }
    let causes = read.dry.new_root_causes.len();
    if causes > 0 {
        let more = count(causes, "root cause", "root causes");
        told.push(format!("{more} would join the list"));
    }
    ui.add(Label::new(theme::reading(ui, format!("{}.", told.join("; ")))).wrap());
    drafts_and_why(ui, read);
    ui.add_space(GAP_M);
}

/// The drafts, those together that lack the same.
fn drafts_and_why(ui: &mut Ui, read: &ReadCases) {
    for (missing, cases) in read.lacking.iter().take(NAMED) {
        let stay = if cases.len() == 1 {
            "stays a draft"
        } else {
            "stay drafts"
        };
        let text = format!("{} {stay}; missing: {missing}", a_few(cases));
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
    let more: usize = read
        .lacking
        .iter()
        .skip(NAMED)
        .map(|(_, cases)| cases.len())
        .sum();
    if more > 0 {
        ui.label(theme::note(
            ui,
            format!("and {}", count(more, "more draft", "more drafts")),
        ));
    }
}

/// What looks identifying in what would come in.
pub fn identifying(ui: &mut Ui, view: &mut View<'_>, read: &ReadCases) {
    let open: Vec<&Identifying> = read
        .dry
        .identifying
        .iter()
        .filter(|one| !one.kept)
        .collect();
    if open.is_empty() {
        return;
    }
    ui.add_space(GAP_M);
    let number = open.len();
    let text = match number {
        1 => "1 passage looks as if it identified somebody".to_owned(),
        number => format!("{number} passages look as if they identified somebody"),
    };
    heading::group(ui, &text);
    let why = "Children and families appear by number and role only. What is replaced here never comes into the review; it can be done after importing, too.";
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui) * 1.2);
        ui.add(Label::new(theme::note(ui, why)).wrap());
    });
    for (at, one) in open.iter().take(SHOWN).enumerate() {
        ui.push_id(("identifying", at), |ui| detail(ui, view, one));
    }
    if let more @ 1.. = number.saturating_sub(SHOWN) {
        ui.label(theme::note(ui, format!("and {more} more")));
    }
}

fn detail(ui: &mut Ui, view: &mut View<'_>, one: &Identifying) {
    ui.add_space(GAP_S);
    let case = one
        .case
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let text = format!("{case}, {}: “{}”. {}", one.field, one.text, one.because);
    marks::labelled(ui, Mark::Caution, &text);
    if !view.may_change() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.add_space(24.0);
        let put = super::super::anonymous::usual(one.proposed);
        let replace = ui.button(format!("Replace with {}", put.mark()));
        let spoken = format!("Replace with {}: “{}”", put.mark(), one.text);
        access::name(ui, &replace, spoken);
        if replace.clicked() {
            view.want(Intent::Importing(Wish::Replace(one.text.clone(), put)));
        }
        let keep = button::quiet(ui, "Keep: not identifying");
        access::name(ui, &keep, format!("Keep: not identifying: “{}”", one.text));
        if keep.clicked()
            && let Ok(text) = Text::new(&one.text)
        {
            view.apply(Command::Setup(SetupEdit::KeepPassage(text)));
        }
    });
}
