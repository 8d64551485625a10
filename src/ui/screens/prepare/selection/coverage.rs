//! How much of the council's table the cases cover, kind by kind: their number, and their share of
//! the cases beside the share of all children.

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{Label, Rect, Sense, Stroke, TextStyle, Ui, UiBuilder, pos2, vec2};

use crate::findings::chosen::{Chosen, Covered, Covering};
use crate::review::setup::Setup;
use crate::review::text::grouped;
use crate::ui::intent::{Intent, PrepareTab};
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS, LINE_HEIGHT, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::link::link;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, heading, measure};
use crate::ui::words;

/// Height of a bar. Points.
const BAR: f32 = 10.0;
/// Widest the table is. Points.
const WIDEST: f32 = 900.0;

/// The coverage.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, chosen: &Chosen) {
    heading::section(ui, "What the cases cover");
    ui.add_space(GAP_XS);
    if chosen.cases == 0 || chosen.caseload == 0.0 {
        nothing(ui, view, chosen);
        return;
    }
    let setup = view.review.setup();
    let spend = view.money_visible(None);
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        for (mark, text) in in_words(setup, chosen, spend) {
            match mark {
                Some(mark) => drop(marks::labelled(ui, mark, &text)),
                None => drop(ui.add(Label::new(theme::reading(ui, text)).wrap())),
            }
        }
    });
    ui.add_space(GAP_S);
    table(ui, setup, chosen);
}

fn nothing(ui: &mut Ui, view: &mut View<'_>, chosen: &Chosen) {
    let (text, to, tab) = if chosen.cases == 0 {
        let text =
            "There are no cases yet. When there are, this says how much of the council they cover.";
        (text, "Case files", PrepareTab::Cases)
    } else {
        let text = "The provision table has no numbers of children yet, so nobody can say how much of the council these cases cover.";
        (text, "Provisions", PrepareTab::Provisions)
    };
    ui.scope(|ui| {
        ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
        ui.add(Label::new(theme::reading(ui, text)).wrap());
    });
    let to = format!("To {to}");
    if link(ui, &to, TextStyle::Body).clicked() {
        view.want(Intent::Prepare(tab));
    }
}

/// What there is to say, the gravest first. The share of the spend only where money may be seen.
fn in_words(setup: &Setup, chosen: &Chosen, spend: bool) -> Vec<(Option<Mark>, String)> {
    let name = |row: &Covered| setup.provision_name(&row.code).to_owned();
    let (covered, all) = chosen.covered();
    let cases = words::count(chosen.cases, "case covers", "cases cover");
    let mut said = vec![(
        None,
        format!("The {cases} {covered} of {all} kinds of provision that have children."),
    )];
    let not: Vec<String> = chosen.that(Covering::NotCovered).map(name).collect();
    if let (false, Some(share)) = (not.is_empty(), chosen.not_covered_of_caseload()) {
        let share = per_cent(share);
        let money = chosen
            .not_covered_of_known_spend()
            .filter(|_| spend)
            .map(|share| format!(" and {} of the spend that is known", per_cent(share)));
        let text = format!(
            "Not covered: {}. That is {share} of the children{}; nothing that is found here speaks of them.",
            not.join("; "),
            money.unwrap_or_default()
        );
        said.push((Some(Mark::Caution), text));
    }
    let few = chosen.smallest();
    if !few.is_empty() {
        let few: Vec<String> = few
            .into_iter()
            .map(|row| format!("{} (n\u{a0}=\u{a0}{})", name(row), row.cases.len()))
            .collect();
        let text = format!(
            "Fewer than {} cases, which say next to nothing about the others there: {}.",
            crate::projection::FEW,
            few.join("; ")
        );
        said.push((Some(Mark::Caution), text));
    }
    let out: Vec<_> = chosen.not_in_table.iter().map(|id| id.as_str()).collect();
    if !out.is_empty() {
        let text = format!(
            "Not in the table is the provision of: {}.",
            words::a_few(&out)
        );
        said.push((Some(Mark::Caution), text));
    }
    said
}

/// A share in whole per cent; what is not nothing is not shown as nothing.
fn per_cent(share: f64) -> String {
    if share > 0.0 && share < 0.005 {
        "less than 1%".to_owned()
    } else {
        format!("{:.0}%", share * 100.0)
    }
}

/// Where the columns stand.
struct Columns {
    name: f32,
    count: f32,
    bar: f32,
    remark: f32,
}

fn table(ui: &mut Ui, setup: &Setup, chosen: &Chosen) {
    let text = "Bar: its share of the cases. Line: its share of all children in the table.";
    ui.add(Label::new(theme::note(ui, text)).wrap());
    ui.add_space(GAP_XS);
    let width = ui.available_width().min(WIDEST);
    let (count, remark) = (112.0, 132.0);
    let rest = width - count - remark - 3.0 * GAP_M;
    let columns = Columns {
        name: (rest * 0.6).max(120.0),
        count,
        bar: (rest * 0.4).max(60.0),
        remark,
    };
    let list = UiBuilder::new()
        .accessibility_role(NodeRole::List)
        .accessibility_label("Coverage of each kind of provision");
    let shown = ui.scope_builder(list, |ui| {
        ui.spacing_mut().item_spacing.y = GAP_XS;
        for row in &chosen.provisions {
            one(ui, setup, chosen, row, &columns);
        }
    });
    access::bounds(ui, &shown.response);
}

fn one(ui: &mut Ui, setup: &Setup, chosen: &Chosen, row: &Covered, columns: &Columns) {
    let count = format!(
        "{} of {}",
        row.cases.len(),
        grouped(&format!("{:.0}", row.caseload))
    );
    let (mark, remark) = match row.covering() {
        Covering::NotCovered => (Some(Mark::Caution), "not covered"),
        Covering::Few => (Some(Mark::Caution), "few cases"),
        Covering::NoChildren => (Some(Mark::Caution), "nobody placed"),
        Covering::Enough => (None, ""),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_M;
        cell(ui, columns.name, |ui| {
            let name = setup.provision_name(&row.code);
            ui.add(Label::new(theme::reading(ui, name)).wrap());
        });
        cell(ui, columns.count, |ui| {
            ui.add(Label::new(theme::reading(ui, &count)).wrap());
        });
        bar(ui, chosen, row, columns.bar);
        cell(ui, columns.remark, |ui| {
            if let Some(mark) = mark {
                marks::labelled(ui, mark, remark);
            }
        });
    });
}

fn cell(ui: &mut Ui, width: f32, show: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.set_width(width);
        show(ui);
    });
}

/// The share of the cases as a bar, the share of the children as a line across it, on one scale.
fn bar(ui: &mut Ui, chosen: &Chosen, row: &Covered, width: f32) {
    let tokens = Tokens::of(ui);
    let line = TextStyle::Body.resolve(ui.style()).size * LINE_HEIGHT;
    let (rect, response) = ui.allocate_exact_size(vec2(width, line), Sense::hover());
    let of_cases = row.cases.len() as f64 / chosen.cases.max(1) as f64;
    let of_children = row.share_of_caseload.unwrap_or(0.0);
    let largest = chosen.provisions.iter().fold(0.0_f64, |most, row| {
        let cases = row.cases.len() as f64 / chosen.cases.max(1) as f64;
        most.max(cases).max(row.share_of_caseload.unwrap_or(0.0))
    });
    let text = format!(
        "{} of the {} cases, {} of all children",
        per_cent(of_cases),
        chosen.cases,
        per_cent(of_children)
    );
    if ui.is_rect_visible(rect) && largest > 0.0 {
        let x = |share: f64| rect.left() + (share / largest) as f32 * (rect.width() - 2.0);
        let y = rect.center().y;
        let track = Rect::from_min_max(
            pos2(rect.left(), y - BAR / 2.0),
            pos2(rect.right(), y + BAR / 2.0),
        );
        ui.painter().rect_filled(track, 0.0, tokens.recessed);
        let mut filled = track;
        filled.set_right(x(of_cases));
        ui.painter().rect_filled(filled, 0.0, tokens.panel);
        let edge = pos2(x(of_children), y);
        let arm = vec2(0.0, BAR);
        let (paper, ink) = (Stroke::new(4.0, tokens.paper), Stroke::new(2.0, tokens.ink));
        ui.painter().line_segment([edge - arm, edge + arm], paper);
        ui.painter().line_segment([edge - arm, edge + arm], ink);
    }
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(NodeRole::Image);
        node.set_label(text.as_str());
    });
    response.on_hover_text(text);
}
