//! The council's baseline: costs, grant and timing on the current course.

use eframe::egui::Ui;

use super::rail::Said;
use crate::ui::fields::{BaselineField, Field};
use crate::ui::theme::GAP_M;
use crate::ui::view::View;
use crate::ui::widgets::heading;

/// A group of figures: each with its label and its hint.
type Group = (
    &'static str,
    &'static [(BaselineField, &'static str, &'static str)],
);

const GROUPS: &[Group] = &[
    (
        "Years",
        &[
            (
                BaselineField::BaseYear,
                "Base year",
                "In whose prices all costs are given, for example 2024-25",
            ),
            (BaselineField::Horizon, "Years after it", "1 to 10"),
            (
                BaselineField::Inflation,
                "Inflation a year",
                "For example 3%",
            ),
        ],
    ),
    (
        "High needs block",
        &[
            (
                BaselineField::Allocation,
                "Allocation in the base year, £",
                "High needs allocation of the DSG",
            ),
            (
                BaselineField::AllocationGrowth,
                "Growth of the allocation",
                "By year with “;” between, the last repeats: 5%; 3%",
            ),
            (
                BaselineField::OtherSpend,
                "Spend outside the table, £",
                "Base year: services, transport paid from high needs, central costs",
            ),
            (
                BaselineField::OpeningBalance,
                "Balance at the end of the base year, £",
                "Negative is a deficit",
            ),
            (
                BaselineField::Investment,
                "Investment, £",
                "By year with “;” between; does not repeat",
            ),
            (
                BaselineField::Grant,
                "Grant, £",
                "By year with “;” between; does not repeat",
            ),
        ],
    ),
    (
        "Timing and caution",
        &[
            (
                BaselineField::Ramp,
                "Share of decision points that follow the new practice",
                "By year with “;” between, the last repeats; empty means all. No published ramp exists, so none is assumed",
            ),
            (
                BaselineField::FirstYearShare,
                "Part of the first year that a move covers",
                "A September start in an April to March year is 7 of 12 months: 58.33333333%",
            ),
            (
                BaselineField::Realisation,
                "Part of each effect that is realised",
                "Shrinks costs as well as savings, so it is not prudence",
            ),
        ],
    ),
    (
        "Appeals",
        &[
            (
                BaselineField::AppealShare,
                "Share of contested families who appeal",
                "100% is a stress test, not a forecast",
            ),
            (
                BaselineField::AppealLossShare,
                "Share of appeals in which the council’s placement does not stand",
                "81%: in 2024-25 the council’s preference was named in 13 of 68 placement outcomes with a stated preference",
            ),
        ],
    ),
];

/// Shows the figures.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    for (title, figures) in GROUPS {
        heading::section(ui, title);
        for (figure, label, hint) in *figures {
            view.text(ui, Field::Baseline(*figure), label, |field| {
                field.hint(hint).width(320.0)
            });
        }
        ui.add_space(GAP_M);
    }
}

/// What the list of pages says of this one.
pub fn said(_view: &View<'_>) -> Said {
    Said::nothing()
}
