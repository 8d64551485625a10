//! Where a figure stands on the screen it can be asked how it came about: by a word behind it, or,
//! where it is a picture, anywhere on it.

use eframe::egui::{Label, Response, RichText, Ui, vec2};

use crate::projection::Figure;
use crate::ui::asked::Ask;
use crate::ui::figures::Figures;
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::range::POINT_EXPLAINED;
use crate::ui::widgets::{formula, link};

/// "How?" behind a figure in running text; nothing where it cannot be asked. `what` as a screen
/// reader hears it: "How did … come about?"
pub fn how(ui: &mut Ui, view: &mut View<'_>, figure: Figure, what: &str) {
    if view.may_ask() {
        let response = link::how(ui, what);
        offered(ui, view, response, figure);
    }
}

/// A sentence with a figure in it, and "How?" behind it.
pub fn note(ui: &mut Ui, view: &mut View<'_>, words: RichText, figure: Figure, what: &str) {
    in_one_text(ui, |ui| {
        ui.add(Label::new(words).wrap());
        how(ui, view, figure, what);
    });
}

/// Words and links that run on as one text, in rows as high as the text, not as controls.
pub fn in_one_text(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        // Before the row begins: its height is set then.
        ui.spacing_mut().item_spacing = vec2(GAP_XS, 0.0);
        ui.spacing_mut().interact_size.y = 0.0;
        ui.horizontal_wrapped(show);
    });
}

/// A control by which a figure is asked: says on hover what it will tell, and takes the keyboard
/// back when that is closed.
pub fn offered(ui: &mut Ui, view: &mut View<'_>, control: Response, figure: Figure) {
    if view.place.asked.was_left(&figure) {
        view.attend(ui, Spot::Asked, control.id, control.rect);
    }
    let figures = view.figures;
    let control = control.on_hover_ui(|ui| hint(ui, figures, &figure));
    if control.clicked() {
        view.ask(ui, Ask::About(figure));
    }
}

/// What the figure is and by which formula.
fn hint(ui: &mut Ui, figures: &Figures, figure: &Figure) {
    let Some(explanation) = figures.explanation(figure) else {
        return;
    };
    let title = RichText::new(&explanation.title).text_style(theme::strong());
    ui.label(title);
    formula::formula(ui, explanation.formula);
    let section = format!("the model, {}", explanation.section);
    ui.label(theme::note(ui, section));
    if explanation.range.is_some() {
        ui.add_space(GAP_S);
        ui.label(theme::note(ui, POINT_EXPLAINED));
    }
}
