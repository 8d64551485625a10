//! What is typed into the page, group by group.

use eframe::egui::{Label, Ui};

use super::figures;
use crate::guidance::{self, Preset};
use crate::review::baseline::Baseline;
use crate::review::source::BaselineFigure;
use crate::ui::fields::BaselineField;
use crate::ui::screens::prepare::figures::{forecast, offers};
use crate::ui::theme::{self, GAP_M, GAP_S};
use crate::ui::view::View;
use crate::ui::widgets::heading;

/// A group of figures that have sources.
struct Group {
    title: &'static str,
    about: &'static str,
    figures: &'static [BaselineFigure],
}

const BLOCK: Group = Group {
    title: "High needs block",
    about: "",
    figures: &[
        BaselineFigure::Allocation,
        BaselineFigure::AllocationGrowth,
        BaselineFigure::OtherSpend,
        BaselineFigure::OpeningBalance,
    ],
};

const CHANGE: Group = Group {
    title: "What the change costs and brings",
    about: "On top of what the cases show; in the money of each year.",
    figures: &[BaselineFigure::Investment, BaselineFigure::Grant],
};

const TIMING: Group = Group {
    title: "Timing and caution",
    about: "None of these is in the current course: they say how fast, and how much of, what the panel finds comes about.",
    figures: &[
        BaselineFigure::Ramp,
        BaselineFigure::FirstYearShare,
        BaselineFigure::Realisation,
    ],
};

const APPEALS: Group = Group {
    title: "Appeals",
    about: "For the scenario “Tribunal-tested” alone.",
    figures: &[BaselineFigure::AppealShare, BaselineFigure::AppealLossShare],
};

const LAST_YEAR: Group = Group {
    title: "The year before, as it turned out",
    about: "To compare with, and in no forecast. It may be left empty.",
    figures: &[
        BaselineFigure::LastYearSpend,
        BaselineFigure::LastYearAllocation,
        BaselineFigure::LastYearBalance,
    ],
};

/// Shows what the current course is made from, and the year before to hold it against.
pub fn course(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Years and prices");
    ui.add_space(GAP_S);
    figures::chosen("Base year", BaselineField::BaseYear, guidance::BASE_YEAR).show(ui, view);
    figures::chosen("Years after it", BaselineField::Horizon, guidance::HORIZON).show(ui, view);
    let baseline = view.review.setup().baseline.clone();
    figures::of(BaselineFigure::Inflation, &baseline).show(ui, view);
    ui.add_space(GAP_M);
    show(ui, view, &BLOCK, &baseline);
    show(ui, view, &LAST_YEAR, &baseline);
    forecast::beside_last_year(ui, view);
    ui.add_space(GAP_M);
}

/// Shows what the scenarios need beyond it.
pub fn scenarios(ui: &mut Ui, view: &mut View<'_>) {
    let baseline = view.review.setup().baseline.clone();
    for group in [CHANGE, TIMING, APPEALS] {
        show(ui, view, &group, &baseline);
    }
}

fn show(ui: &mut Ui, view: &mut View<'_>, group: &Group, baseline: &Baseline) {
    heading::section(ui, group.title);
    if !group.about.is_empty() {
        ui.add(Label::new(theme::note(ui, group.about)).wrap());
    }
    ui.add_space(GAP_S);
    for figure in group.figures {
        let shown = figures::of(*figure, baseline);
        let label = shown.label;
        shown.show(ui, view);
        if let Some((presets, now)) = presets(*figure, baseline) {
            offers::presets(ui, view, (*figure, label), presets, &now);
        }
    }
    ui.add_space(GAP_M);
}

/// The presets of a figure, and what stands for it now.
fn presets(figure: BaselineFigure, baseline: &Baseline) -> Option<(&'static [Preset], Vec<f64>)> {
    match figure {
        BaselineFigure::AllocationGrowth => {
            let now = baseline.allocation_growth.iter().map(|growth| growth.get());
            Some((guidance::ALLOCATION_GROWTH, now.collect()))
        }
        BaselineFigure::AppealShare => {
            Some((guidance::APPEAL_SHARE, vec![baseline.appeal_share.get()]))
        }
        BaselineFigure::AppealLossShare => Some((
            guidance::APPEAL_LOSS,
            vec![baseline.appeal_loss_share.get()],
        )),
        _ => None,
    }
}
