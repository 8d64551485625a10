//! Every widget on one page, as a screen would set them.

use dbv_case_review::review::case::Status;
use dbv_case_review::review::judgement::Answer;
use dbv_case_review::review::stance::Stance;
use dbv_case_review::ui::theme::{self, GAP_L, GAP_M, GAP_S, ScenarioLook, Tone};
use dbv_case_review::ui::widgets::choice::Choice;
use dbv_case_review::ui::widgets::field::{Field, Select};
use dbv_case_review::ui::widgets::marks::{self, Mark};
use dbv_case_review::ui::widgets::notice::{Kind, Notice};
use dbv_case_review::ui::widgets::quote::quote;
use dbv_case_review::ui::widgets::range::Range;
use dbv_case_review::ui::widgets::range_axis::Axis;
use dbv_case_review::ui::widgets::range_bar::{RangeBar, axis_row};
use dbv_case_review::ui::widgets::role_chip::role_chip;
use dbv_case_review::ui::widgets::{button, heading};
use eframe::egui::{self, Frame, Margin, Panel, RichText, ScrollArea, Ui};

pub struct Page {
    pub panel: Option<Answer>,
    pub parent: Option<Answer>,
    pub why: String,
    pub age: String,
    pub ideal: Option<&'static str>,
    pub undone: usize,
}

impl Default for Page {
    fn default() -> Self {
        Self {
            panel: Some(Answer::NotIdeal),
            parent: Some(Answer::Ideal),
            why: String::new(),
            age: "five".to_owned(),
            ideal: None,
            undone: 0,
        }
    }
}

pub const SETTING: &str = "Is the setting ideal?";
pub const PROVISIONS: [&str; 3] = ["Mainstream", "Resourced provision", "Special school, day"];

pub fn show(ui: &mut Ui, page: &mut Page) {
    let margin = |x, y| Frame::side_top_panel(ui.style()).inner_margin(Margin::symmetric(x, y));
    let (side, middle) = (margin(16, 16), margin(24, 16));
    Panel::left("cases")
        .exact_size(220.0)
        .frame(side)
        .show(ui, cases);
    Panel::right("projection")
        .exact_size(272.0)
        .frame(side)
        .show(ui, projection);
    egui::CentralPanel::default().frame(middle).show(ui, |ui| {
        ScrollArea::vertical().show(ui, |ui| judging(ui, page))
    });
}

fn cases(ui: &mut Ui) {
    heading::section(ui, "Cases");
    ui.label(theme::note(ui, "19 of 28 done"));
    ui.add_space(GAP_S);
    for (at, status) in Status::ALL.into_iter().enumerate() {
        let text = format!("C{:02} {}", at + 7, status.label());
        marks::labelled(ui, Mark::Status(status), &text);
    }
    ui.add_space(GAP_L);
    heading::group(ui, "Stances");
    for stance in Stance::ALL {
        marks::labelled(ui, Mark::Stance(stance), stance.label());
    }
    ui.add_space(GAP_L);
    heading::group(ui, "In the room");
    ui.horizontal_wrapped(|ui| {
        for role in ["SENCO", "health", "parent-carer forum"] {
            role_chip(ui, role);
        }
    });
}

fn judging(ui: &mut Ui, page: &mut Page) {
    heading::page(ui, "C11 · Year 7 · autism, anxiety");
    ui.label("Now in an independent special school, day · plan since 2019");
    ui.add_space(GAP_M);
    ui.spacing_mut().item_spacing.x = GAP_L;
    ui.columns(2, |columns| {
        let [panel, parent] = columns else { return };
        panel.spacing_mut().item_spacing.x = GAP_S;
        parent.spacing_mut().item_spacing.x = GAP_S;
        panel_side(panel, page);
        parent_side(parent, page);
    });
    ui.spacing_mut().item_spacing.x = GAP_S;
    ui.add_space(GAP_M);
    let caution = "C12 to C14 wait for a parent and count nowhere yet.";
    Notice::new(Kind::Caution, caution).show(ui);
    let kept = Notice::new(Kind::Information, "C09 was taken out of the review.").action("Undo");
    if kept.show(ui).pressed == Some(0) {
        page.undone += 1;
    }
    let failed =
        "The file could not be kept on drive H:. Nothing is lost: a copy is on this machine.";
    Notice::new(Kind::Error, failed)
        .action("Try again")
        .action("Keep elsewhere")
        .show(ui);
    ui.add_space(GAP_M);
    ui.horizontal(|ui| {
        button::primary(ui, "Record judgement", !page.why.is_empty());
        if ui.button("Next case").clicked() {
            page.undone = 0;
        }
        button::quiet(ui, "+ condition");
    });
}

fn panel_side(ui: &mut Ui, page: &mut Page) {
    voice(ui, Tone::Panel, "The panel");
    Choice::new(SETTING, "C11", Tone::Panel)
        .spoken("The panel: is the setting ideal?")
        .show(ui, &mut page.panel, &Answer::ALL, |answer| {
            answer.label().to_owned()
        });
    ui.add_space(GAP_S);
    Select::new("Ideal", "C11").show(ui, &mut page.ideal, &PROVISIONS, |name| (*name).to_owned());
    ui.add_space(GAP_S);
    Field::new("Why", "C11")
        .rows(3)
        .hint("What in the file or in the room says so")
        .show(ui, &mut page.why);
    ui.add_space(GAP_S);
    Field::new("Age", "C11")
        .width(80.0)
        .error(Some("write an age in figures"))
        .show(ui, &mut page.age);
}

fn parent_side(ui: &mut Ui, page: &mut Page) {
    voice(ui, Tone::Parent, "The parent");
    Choice::new(SETTING, "C11", Tone::Parent)
        .spoken("The parent: is the setting ideal?")
        .show(ui, &mut page.parent, &Answer::ALL, |answer| {
            answer.label().to_owned()
        });
    ui.add_space(GAP_M);
    let words =
        "She comes home and talks now. Before, she went under the table when the taxi came.";
    quote(ui, words, "Mother, interview, 14 May", Tone::Parent);
    ui.add_space(GAP_M);
    marks::labelled(
        ui,
        Mark::Stance(Stance::Disagrees),
        "disagrees, from her own ideal",
    );
}

fn voice(ui: &mut Ui, tone: Tone, name: &str) {
    ui.horizontal(|ui| {
        marks::mark(ui, Mark::Voice(tone));
        heading::section(ui, name);
    });
}

pub fn ranges() -> Vec<(ScenarioLook, Range)> {
    let millions = [
        (8.8, 50.1, 66.4),
        (-2.1, 28.0, 57.0),
        (-24.0, -3.0, 20.0),
        (-38.0, -21.0, -4.0),
        (0.4, 2.1, 3.2),
        (-12.0, -9.0, -7.0),
    ];
    let range = |(low, point, high)| Range::new(low * 1e6, point * 1e6, high * 1e6);
    ScenarioLook::ALL
        .into_iter()
        .zip(millions.into_iter().filter_map(range))
        .collect()
}

fn projection(ui: &mut Ui) {
    heading::section(ui, "Projection");
    ui.label(RichText::new("Over five years").small());
    ui.add_space(GAP_S);
    let ranges = ranges();
    let axis = Axis::covering(ranges.iter().map(|(_, range)| *range));
    for (look, range) in ranges {
        let bar = RangeBar::of(look, range, 28).axis(axis);
        if look == ScenarioLook::Panel {
            bar.big().show(ui);
        } else {
            bar.show(ui);
        }
        ui.add_space(GAP_S);
    }
    axis_row(ui, axis);
}
