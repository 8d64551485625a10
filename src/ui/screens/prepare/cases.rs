//! Case files: typed, one like another, imported from a table, in their order, put aside.

use eframe::egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::said::Said;
use super::{case_form, case_list, import, panes, rows};
use crate::exchange::Incoming;
use crate::review::case::Case;
use crate::review::text::CaseId;
use crate::ui::actions::Action;
use crate::ui::filing::{NewCase, Wish};
use crate::ui::importing::Importing;
use crate::ui::intent::{Intent, Screen};
use crate::ui::theme::{self, GAP_M, GAP_S};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{access, button, heading, measure, scroll};
use crate::ui::words::count;

/// Shows the page.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, importing: Option<&Importing>) {
    if let Some(importing) = importing {
        import::ui(ui, view, importing);
        return;
    }
    let empty = view.review.cases().len() == 0;
    if empty && view.place.filing.new.is_none() {
        scroll::vertical(ui, "no case files", |ui| nothing_yet(ui, view));
        return;
    }
    if view.may_change() {
        ways_in(ui, view);
        ui.add_space(GAP_S);
    }
    let chosen = view.place.case.clone();
    let name = match &view.place.filing.new {
        Some(_) => "new".to_owned(),
        None => chosen.as_ref().map(CaseId::to_string).unwrap_or_default(),
    };
    panes::ui(
        ui,
        view,
        ("case files", &name),
        |ui, view| {
            if !view.place.filing.aside_shown && view.review.cases().len() > 0 {
                ui.label(theme::note(ui, in_all(view)));
            }
            put_aside(ui, view);
            case_list::ui(ui, view);
        },
        |ui, view| form(ui, view, chosen.as_ref()),
    );
}

/// The codes that stand in a table on its way in: those of the review, or of the table beside it.
pub(super) fn codes(view: &View<'_>, cases: &Incoming) -> Vec<String> {
    let column = cases.matching().place("current_provision");
    let accepts = column.and_then(|column| cases.accepts(column));
    let own = || {
        let rows = view.review.setup().provisions.iter();
        rows.map(|row| row.code.to_string()).collect()
    };
    accepts.map_or_else(own, |accepts| accepts.choices)
}

fn in_all(view: &View<'_>) -> String {
    count(view.review.cases().len(), "case file", "case files")
}

/// What there is to do where there is nothing yet.
fn nothing_yet(ui: &mut Ui, view: &mut View<'_>) {
    let words = |ui: &mut Ui, text: RichText| {
        ui.scope(|ui| {
            ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
            ui.add(Label::new(text).wrap());
        });
    };
    let text = "No cases yet. Import a spreadsheet, or type the first one. Each case file describes a child by number and circumstances: no names of children, parents or schools, and no dates of birth.";
    words(ui, theme::reading(ui, text));
    ui.add_space(GAP_M);
    if view.may_change() {
        ui.horizontal_wrapped(|ui| {
            if button::primary(ui, "Import a spreadsheet…", true).clicked() {
                view.want(Intent::Do(Action::ImportCases));
            }
            others(ui, view);
        });
        ui.add_space(GAP_S);
        let text = "An Excel workbook (.xlsx) or a table saved as CSV, which can also be dropped on this window. You see what it would do before anything is changed. The template has a sheet for the cases with every column explained.";
        words(ui, theme::note(ui, text));
    }
    ui.add_space(GAP_M);
    put_aside(ui, view);
}

fn ways_in(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| {
        let import = ui.button("Import a spreadsheet…");
        let import =
            import.on_hover_text("Excel (.xlsx) or CSV. It can also be dropped on this window.");
        if import.clicked() {
            view.want(Intent::Do(Action::ImportCases));
        }
        others(ui, view);
    });
}

fn others(ui: &mut Ui, view: &mut View<'_>) {
    if ui.button("Type a case file").clicked() {
        view.want(Intent::Filing(Wish::New));
    }
    if button::quiet(ui, "Save a template workbook…").clicked() {
        view.want(Intent::Do(Action::SaveTemplate));
    }
}

/// Those put aside: behind a line of their own, and counted nowhere.
fn put_aside(ui: &mut Ui, view: &mut View<'_>) {
    let aside = view.review.state().archived();
    if aside.is_empty() {
        return;
    }
    let shown = view.place.filing.aside_shown;
    let of = count(aside.len(), "case put aside", "cases put aside");
    let text = match shown {
        true => "Hide those put aside".to_owned(),
        false => format!("Show {of}"),
    };
    if button::quiet(ui, &text).clicked() {
        view.want(Intent::Filing(Wish::ShowAside(!shown)));
    }
    if !shown {
        return;
    }
    ui.label(theme::note(
        ui,
        format!("{of}: in no list, figure or total."),
    ));
    ui.scope(|ui| {
        let height = aside.len().min(SHOWN) as f32 * rows::ROW;
        ui.set_max_height(height);
        rows::scrolled(ui, "Cases put aside", aside.len(), None, |ui, range| {
            for case in aside.get(range).unwrap_or_default() {
                one_aside(ui, view, case.id());
            }
        });
    });
    ui.separator();
}

/// As many of those put aside are in sight at once; the others are scrolled to.
const SHOWN: usize = 4;

fn one_aside(ui: &mut Ui, view: &mut View<'_>, id: &CaseId) {
    let (size, layout) = (
        vec2(ui.available_width(), rows::ROW),
        Layout::left_to_right(Align::Center),
    );
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_height(rows::ROW);
        ui.label(id.as_str());
        if view.may_change() {
            let back = button::quiet(ui, "Bring back");
            access::name(ui, &back, format!("Bring back {id}"));
            if back.clicked() {
                view.want(Intent::Filing(Wish::BringBack(id.clone())));
            }
        }
    });
}

fn form(ui: &mut Ui, view: &mut View<'_>, chosen: Option<&CaseId>) {
    let place = view.place;
    if let Some(new) = &place.filing.new {
        begin(ui, view, new);
        return;
    }
    let review = view.review;
    let Some(case) = chosen.and_then(|id| review.case(id)) else {
        return;
    };
    head(ui, view, case);
    ui.add_space(GAP_S);
    case_form::ui(ui, view, case);
}

/// What can be done with the whole case file.
fn head(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let id = case.id();
    heading::section(ui, &format!("Case file {id}"));
    ui.horizontal_wrapped(|ui| {
        let open = ui.button("Open for review");
        if open
            .on_hover_text("Read, rate and judge this case")
            .clicked()
        {
            view.want(Intent::Go(Screen::Review));
        }
        if !view.may_change() {
            return;
        }
        let places = view.review.cases().len();
        let at = view.review.cases().position(|one| one.id() == id);
        let at = at.unwrap_or_default();
        for (label, by, there) in [("Move up", -1, at > 0), ("Move down", 1, at + 1 < places)] {
            let moves = ui
                .add_enabled_ui(there, |ui| button::quiet(ui, label))
                .inner;
            if moves
                .on_hover_text("Alt with an arrow key does it from the list")
                .clicked()
            {
                view.want(Intent::Filing(Wish::Move(id.clone(), by)));
            }
        }
        for (label, hint, wish) in [
            (
                "Duplicate",
                "The case file under a new number, without parents and judgement",
                Wish::Duplicate(id.clone()),
            ),
            (
                "Put aside",
                "It stays in the file with all that was recorded of it, and counts nowhere",
                Wish::PutAside(id.clone()),
            ),
            (
                "Take out",
                "Undo brings it back with everything recorded of it",
                Wish::TakeOut(id.clone()),
            ),
        ] {
            if button::quiet(ui, label).on_hover_text(hint).clicked() {
                view.want(Intent::Filing(wish));
            }
        }
    });
}

/// A case file begins with its number and where the child is: nobody is put anywhere by default.
fn begin(ui: &mut Ui, view: &mut View<'_>, new: &NewCase) {
    heading::section(ui, "A new case file");
    ui.set_max_width(measure::reading_width(ui));
    ui.label(theme::note(
        ui,
        "It begins with its number and where the child is now; everything else can come later.",
    ));
    let wrong = new.wrong(view.review);
    let field = Field::new("Case number", "new case file")
        .width(360.0)
        .hint("Made up for this review: no UPN, no initials")
        .error(wrong.as_deref());
    let mut number = new.number.clone();
    let typed = field.show(ui, &mut number);
    if typed.changed() {
        view.want(Intent::Filing(Wish::Number(number)));
    }
    let now = new.provision.as_ref();
    let place = case_form::WhereNow {
        id: "new case file",
        width: Some(360.0),
        now,
    };
    let (place, chosen) = place.show(ui, view.review.setup());
    view.attend(ui, Spot::NewCase, place.id, place.rect);
    if let Some(code) = chosen {
        view.want(Intent::Filing(Wish::Provision(Some(code))));
    }
    let ready = new.file(view.review).is_some();
    let entered = typed.lost_focus() && ui.input(|i| i.key_pressed(eframe::egui::Key::Enter));
    ui.add_space(GAP_S);
    ui.horizontal_wrapped(|ui| {
        if button::primary(ui, "Begin the case file", ready).clicked() || (entered && ready) {
            view.want(Intent::Filing(Wish::Begin));
        }
        if button::quiet(ui, "Leave it").clicked() {
            view.want(Intent::Filing(Wish::Leave));
        }
    });
}

/// What the list of pages says of this one.
pub fn said(view: &View<'_>) -> Said {
    let aside = view.review.state().archived().len();
    let words = match (view.review.cases().len(), aside) {
        (0, 0) => return Said::open("none yet"),
        (some, 0) => count(some, "case file", "case files"),
        (some, aside) => format!("{some}, and {aside} put aside"),
    };
    Said {
        words,
        open: view.review.cases().len() == 0,
    }
}
