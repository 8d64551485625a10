//! A case file as a form.

use eframe::egui::{Response, Ui};

use crate::review::Command;
use crate::review::case::Case;
use crate::review::command::{FileEdit, FileList, FileText};
use crate::review::setup::Setup;
use crate::review::text::ProvisionCode;
use crate::ui::fields::Field;
use crate::ui::view::{Spot, View};
use crate::ui::widgets::field::Select;

/// The texts: field, label, hint, lines.
const TEXTS: [(FileText, &str, &str, usize); 8] = [
    (
        FileText::YearGroup,
        "Year group or age band",
        "For example Year 7, or 11 to 15",
        1,
    ),
    (
        FileText::Phase,
        "Phase",
        "For example primary, secondary, post-16",
        1,
    ),
    (FileText::PrimaryNeed, "Primary need", "", 1),
    (FileText::PlanSince, "Plan since", "A year is enough", 1),
    (
        FileText::PenPortrait,
        "Who this child is",
        "Strengths first; nothing that identifies",
        5,
    ),
    (
        FileText::ChildViews,
        "The child’s own views",
        "In the child’s own words, or how they show them",
        3,
    ),
    (FileText::Aspirations, "What the child hopes for", "", 2),
    (
        FileText::ProvisionSummary,
        "Provided today",
        "What the plan specifies and what happens",
        3,
    ),
];

const LISTS: [(FileList, &str); 3] = [
    (FileList::SecondaryNeeds, "Further needs, one a line"),
    (FileList::DocumentsSeen, "Documents seen, one a line"),
    (FileList::DocumentsMissing, "Documents missing, one a line"),
];

/// Shows the form.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let id = case.id();
    view.text(ui, Field::CaseNumber(id.clone()), "Case number", |field| {
        field.width(200.0)
    });
    current(ui, view, case);
    for (text, label, hint, rows) in TEXTS {
        let shown = view.text(ui, Field::File(id.clone(), text), label, |field| {
            let field = field.rows(rows);
            if hint.is_empty() {
                field
            } else {
                field.hint(hint)
            }
        });
        if text == FileText::YearGroup {
            view.attend(ui, Spot::CaseFile, shown.id, shown.rect);
        }
    }
    for (list, label) in LISTS {
        view.text(ui, Field::FileList(id.clone(), list), label, |field| {
            field.rows(2)
        });
    }
    if view.money_visible(Some(case)) {
        view.text(
            ui,
            Field::AnnualCost(id.clone()),
            "Cost of the present provision, £ a year",
            |field| {
                field
                    .width(200.0)
                    .hint("To compare with the table; not used in the projection")
            },
        );
    }
}

fn current(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let now = Some(&case.file.current_provision);
    let place = WhereNow {
        id: case.id().as_str(),
        width: None,
        now,
    };
    let setup = view.review.setup();
    let (_, chosen) = view.changeable(ui, |ui| place.show(ui, setup));
    if let Some(code) = chosen {
        let edit = FileEdit::CurrentProvision(code);
        view.apply(Command::EditCaseFile {
            case: case.id().clone(),
            edit,
        });
    }
}

/// The choice where a child is now.
pub struct WhereNow<'a> {
    /// Tells it from others.
    pub id: &'a str,
    /// How wide it is, if not as the form.
    pub width: Option<f32>,
    /// What is chosen.
    pub now: Option<&'a ProvisionCode>,
}

impl WhereNow<'_> {
    /// Shows it; what was chosen instead.
    pub fn show(self, ui: &mut Ui, setup: &Setup) -> (Response, Option<ProvisionCode>) {
        let rows = setup.provisions.iter();
        let codes: Vec<ProvisionCode> = rows.map(|row| row.code.clone()).collect();
        let mut chosen = self.now.cloned();
        let mut choice = Select::new("Where the child is now", self.id);
        if let Some(width) = self.width {
            choice = choice.width(width);
        }
        let shown = choice.show(ui, &mut chosen, &codes, |code| {
            setup.provision_name(code).to_owned()
        });
        let other = chosen.filter(|code| Some(code) != self.now);
        (shown, other)
    }
}
