//! What recording has found missing, marked where it belongs and brought under the keyboard. The
//! mark stands beside the label, so that nothing on the form moves.

use eframe::egui::accesskit::Invalid;
use eframe::egui::{Align2, Id, Rect, Response, TextStyle, Ui, pos2, vec2};

use crate::review::case::Case;
use crate::review::complete::Missing;
use crate::review::perspective::{MissingFromParent, VoiceId};
use crate::ui::theme::{GAP_XS, Tokens};
use crate::ui::view::{Spot, View};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::marks::{self, Mark};

const SAID: &str = "still missing";

/// Above a narrower field there is room for its label and the mark alone; the foot of the screen has
/// the words. Points.
const FOR_WORDS: f32 = 200.0;

/// What takes the keyboard, and where it stands.
pub struct Control {
    id: Id,
    rect: Rect,
    /// Whether the mark stands beside it, since there is no label above.
    beside: bool,
}

impl From<&Response> for Control {
    fn from(field: &Response) -> Self {
        Self {
            id: field.id,
            rect: field.rect,
            beside: false,
        }
    }
}

impl Control {
    /// The row of a [`Choice`]: its first answer takes the keyboard.
    pub fn row(row: &Response) -> Self {
        Self {
            id: Choice::tab_stop(row),
            rect: row.rect,
            beside: false,
        }
    }

    /// A button.
    pub fn button(button: &Response) -> Self {
        Self {
            beside: true,
            ..Self::from(button)
        }
    }
}

/// Marks something of the panel's part if it is missing.
pub fn of_panel(
    ui: &Ui,
    view: &mut View<'_>,
    case: &Case,
    what: Missing,
    control: impl Into<Control>,
) {
    if case.missing().contains(&what) {
        mark(ui, view, what, control.into());
    }
}

/// Marks something of a parent's perspective if it is missing.
pub fn of_parent(
    ui: &Ui,
    view: &mut View<'_>,
    case: &Case,
    voice: VoiceId,
    what: impl Fn(MissingFromParent) -> bool,
    control: impl Into<Control>,
) {
    let Some(voice) = case.voice(voice) else {
        return;
    };
    let lacks = voice.missing(case.file.is_under_sixteen());
    if let Some(what) = lacks.into_iter().find(|missing| what(*missing)) {
        mark(ui, view, Missing::FromParent(what), control.into());
    }
}

/// Marks where a parent's perspective begins if there is none at all.
pub fn of_any_parent(ui: &Ui, view: &mut View<'_>, case: &Case, control: impl Into<Control>) {
    if case.voices.is_empty() {
        mark(ui, view, Missing::Parent, control.into());
    }
}

fn mark(ui: &Ui, view: &mut View<'_>, what: Missing, control: Control) {
    view.attend(ui, Spot::Missing(what), control.id, control.rect);
    if !view.place.show_missing {
        return;
    }
    ui.ctx().accesskit_node_builder(control.id, |node| {
        node.set_description(SAID);
        node.set_invalid(Invalid::True);
    });
    let tokens = Tokens::of(ui);
    if control.beside {
        let size = TextStyle::Small.resolve(ui.style()).size;
        let at = control.rect.right_center() + vec2(size, 0.0);
        marks::paint(ui.painter(), at, size, Mark::Caution, tokens);
        return;
    }
    if control.rect.width() < FOR_WORDS {
        let size = TextStyle::Small.resolve(ui.style()).size;
        let at = control.rect.right_top() + vec2(-size / 2.0, -GAP_XS - size / 2.0);
        marks::paint(ui.painter(), at, size, Mark::Caution, tokens);
        return;
    }
    let corner = pos2(control.rect.right(), control.rect.top() - GAP_XS);
    let font = TextStyle::Small.resolve(ui.style());
    let painter = ui.painter();
    let words = painter.text(corner, Align2::RIGHT_BOTTOM, SAID, font, tokens.caution);
    let size = words.height() * 0.8;
    let beside = words.left_center() - vec2(size / 2.0 + GAP_XS, 0.0);
    marks::paint(painter, beside, size, Mark::Caution, tokens);
}
