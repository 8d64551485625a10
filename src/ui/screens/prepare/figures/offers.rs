//! What there is to compare with or to choose: presets, and what places cost elsewhere, each with
//! where it is known from. Nothing is taken unless somebody says so, and then its source goes with
//! it.

use eframe::egui::{Button, Label, Ui};

use crate::guidance::{self, Example, Preset};
use crate::review::provision::Provision;
use crate::review::source::{BaselineFigure, ProvisionFigure, Source};
use crate::review::text::Text;
use crate::review::units::PerChild;
use crate::ui::intent::Intent;
use crate::ui::money;
use crate::ui::table_edits::TableChange;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_M, GAP_S, GAP_XS};
use crate::ui::unfolded::Fold;
use crate::ui::view::View;
use crate::ui::widgets::{access, button};

/// What is pressed to take one.
const USE: &str = "Use this";
/// How large that is. Points.
const TAKE: [f32; 2] = [96.0, CONTROL_HEIGHT];
/// What stands there where it has been taken.
const IN_USE: &str = "In use";

/// The presets of a figure, folded away.
pub fn presets(
    ui: &mut Ui,
    view: &mut View<'_>,
    (figure, name): (BaselineFigure, &str),
    presets: &[Preset],
    now: &[f64],
) {
    let fold = Fold::Presets(figure);
    let words = match presets.len() {
        1 => "1 preset".to_owned(),
        n => format!("{n} presets"),
    };
    if !unfold(ui, view, fold, &words, &format!("{words}: {name}")) {
        return;
    }
    for preset in presets {
        let told = [preset.note, &preset.from.in_words()].join(" ");
        let offer = Offer {
            label: preset.label,
            told: told.trim(),
            in_use: preset.values == now,
        };
        if offer.show(ui, view) {
            let mut source = Source::of(figure);
            source.from = Text::cut(&named(preset.from));
            source.year = Text::cut(preset.from.year);
            let change = TableChange::Preset(preset.values.to_vec(), source);
            view.want(Intent::EditTable(change));
        }
    }
    ui.add_space(GAP_S);
}

/// What unfolds what places cost elsewhere. Whether it is unfolded; where no paper says, that is
/// said instead.
pub fn examples_unfolded(ui: &mut Ui, view: &mut View<'_>, row: &Provision) -> bool {
    let found = guidance::examples(&row.code).count();
    if found == 0 {
        let none = "No published cost to compare with was found.";
        ui.add(Label::new(theme::note(ui, none)).wrap());
        return false;
    }
    let words = format!("what it costs elsewhere ({found})");
    let fold = Fold::Examples(row.code.clone());
    unfold(ui, view, fold, &words, &words)
}

/// What places cost elsewhere.
pub fn examples(ui: &mut Ui, view: &mut View<'_>, row: &Provision) {
    let found: Vec<&Example> = guidance::examples(&row.code).collect();
    ui.add(
        Label::new(theme::note(
            ui,
            "To compare with. Costs differ from council to council by more than a panel could move: a council’s own figure is always better.",
        ))
        .wrap(),
    );
    let now = row.unit_cost.map(PerChild::get);
    // The newest first: it is the one that is looked for.
    for example in found.into_iter().rev() {
        let cost = money::exact(example.per_year);
        let kind = example.average.map_or("", |average| average.label());
        let label = [example.label, example.year, kind, &cost];
        let label: Vec<&str> = label.into_iter().filter(|part| !part.is_empty()).collect();
        let label = label.join(", ");
        let told = [example.caution, &example.from.in_words()].join(" ");
        let offer = Offer {
            label: &label,
            told: told.trim(),
            in_use: now == Some(example.per_year),
        };
        if offer.show(ui, view)
            && let Ok(cost) = PerChild::new(example.per_year)
        {
            let from = source_of(example);
            let change = TableChange::Cost(row.code.clone(), cost, from);
            view.want(Intent::EditTable(change));
        }
    }
}

fn source_of(example: &Example) -> Source<ProvisionFigure> {
    let mut source = Source::of(ProvisionFigure::UnitCost);
    source.from = Text::cut(&format!("{} ({})", example.label, named(example.from)));
    let year = if example.year.is_empty() {
        example.from.year
    } else {
        example.year
    };
    source.year = Text::cut(year);
    source.average = example.average;
    source
}

/// A paper by its name; its year has a field of its own.
fn named(paper: guidance::Paper) -> String {
    let worked_out = if paper.worked_out {
        "; worked out from it"
    } else {
        ""
    };
    format!("{}{worked_out}", paper.name)
}

/// A quiet button that unfolds what follows. Whether it is unfolded.
fn unfold(ui: &mut Ui, view: &mut View<'_>, fold: Fold, words: &str, name: &str) -> bool {
    let open = view.place.unfolded.has(&fold);
    let verb = if open { "Hide" } else { "Show" };
    let pressed = button::quiet(ui, &format!("{verb} {words}"));
    access::name(ui, &pressed, format!("{verb} {name}"));
    ui.ctx()
        .accesskit_node_builder(pressed.id, |node| node.set_expanded(open));
    if pressed.clicked() {
        view.want(Intent::Unfold(fold));
    }
    open
}

/// One thing that can be taken.
struct Offer<'a> {
    label: &'a str,
    told: &'a str,
    in_use: bool,
}

impl Offer<'_> {
    /// Shows it. Whether it is to be taken.
    fn show(&self, ui: &mut Ui, view: &View<'_>) -> bool {
        let mut taken = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_M;
            if self.in_use {
                ui.add_sized(TAKE, Label::new(theme::note(ui, IN_USE)));
            } else if view.may_change() {
                let take = ui.add_sized(TAKE, Button::new(USE));
                access::name(ui, &take, format!("{USE}: {}", self.label));
                taken = take.clicked();
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = GAP_XS;
                ui.add(Label::new(self.label).wrap());
                ui.add(Label::new(theme::note(ui, self.told)).wrap());
            });
        });
        taken
    }
}
