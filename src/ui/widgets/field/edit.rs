//! The text in a field while it is edited: what is pasted is cleaned before it is shown, a long
//! text scrolls in its field instead of stretching the page, and what the field can undo is what
//! was typed in it, never what was changed elsewhere.

use std::borrow::Cow;

use eframe::egui::accesskit::{self, Action, ActionData};
use eframe::egui::text_edit::{TextEditOutput, TextEditState};
use eframe::egui::{
    Align2, Event, Id, IdSalt, Rect, Response, ScrollArea, StrokeKind, TextEdit, Ui,
};

use crate::review::bounds;
use crate::review::text::{tidied, with_plain_characters};

/// So many lines of a text are shown at once; a longer one scrolls in its field.
const MOST_LINES: f32 = 14.0;
/// In a low or magnified window it is this share of the height.
const MOST_OF_WINDOW: f32 = 0.45;

/// How a text is edited.
pub(super) struct Edit<'a> {
    /// Lines when there is little text; with one, Enter leaves the field.
    pub rows: usize,
    /// Points.
    pub width: f32,
    /// Shown while the field is empty.
    pub placeholder: &'a str,
    /// Where the text stands in a field of one line.
    pub align: Align2,
}

impl Edit<'_> {
    /// Shows it. The response has the place that the field takes up, however long its text is.
    pub fn show(self, ui: &mut Ui, salt: IdSalt, text: &mut String) -> Response {
        let id = ui.make_persistent_id(salt);
        clean_what_comes(ui, id);
        forget_what_is_past(ui, id, text);
        let response = if self.rows > 1 {
            self.lines(ui, id, text)
        } else {
            self.edit(TextEdit::singleline(text).align(self.align), id)
                .show(ui)
                .response
                .response
        };
        leave(ui, id, text, response.changed());
        response
    }

    fn edit<'t>(&'t self, edit: TextEdit<'t>, id: Id) -> TextEdit<'t> {
        edit.id(id)
            .desired_width(self.width)
            .hint_text(self.placeholder)
    }

    /// Several lines: as high as the text, up to a bound, then with a scroll of its own.
    fn lines(&self, ui: &mut Ui, id: Id, text: &mut String) -> Response {
        let line = ui.text_style_height(&eframe::egui::TextStyle::Body)
            + ui.spacing().extra_text_line_spacing;
        let window = ui.ctx().content_rect().height() * MOST_OF_WINDOW;
        let most = (MOST_LINES * line).min(window);
        let most = most.max((self.rows + 2) as f32 * line);
        let area = ScrollArea::vertical()
            .id_salt(id.with("scroll"))
            .max_height(most)
            .min_scrolled_height(most)
            .auto_shrink([false, true]);
        // A screen reader's wish to see the field would end at the field's own scroll. The text
        // takes the wish away, so it is looked at before.
        let sees = Action::ScrollIntoView;
        let wanted = ui.input(|input| input.has_accesskit_action_request(id, sees));
        let shown = area.show(ui, |ui| {
            let rows = TextEdit::multiline(text).desired_rows(self.rows);
            self.edit(rows, id).show(ui)
        });
        let place = shown.inner_rect;
        let scrolls = shown.content_size.y > place.height() + 1.0;
        let mut response = shown.inner.response.response.clone();
        if wanted {
            ui.scroll_to_rect(place, None);
        }
        if scrolls {
            outline(ui, &response, place);
            keep_caret_in_sight(ui, &shown.inner, place);
            // Of a text that scrolls, what is in sight is the field.
            response.rect = place;
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_bounds(accesskit::Rect {
                    x0: place.left().into(),
                    y0: place.top().into(),
                    x1: place.right().into(),
                    y1: place.bottom().into(),
                });
            });
        }
        ui.data_mut(|data| {
            if scrolls {
                data.insert_temp(stands(id), place);
            } else {
                data.remove::<Rect>(stands(id));
            }
        });
        response
    }
}

/// Where the field with this id stands, if it is not where its text is: that scrolls in it.
pub fn stands_in(ui: &Ui, id: Id) -> Option<Rect> {
    ui.data(|data| data.get_temp(stands(id)))
}

fn stands(id: Id) -> Id {
    id.with("stands in")
}

/// The edge around a text of which only a part is in sight; its own edge scrolls with it.
fn outline(ui: &Ui, response: &Response, place: Rect) {
    let visuals = ui.style().interact(response);
    let stroke = match response.has_focus() {
        true => ui.visuals().selection.stroke,
        false => visuals.bg_stroke,
    };
    ui.painter()
        .rect_stroke(place, visuals.corner_radius, stroke, StrokeKind::Inside);
}

/// The scroll of the field takes care of itself; what is around it has to follow too.
fn keep_caret_in_sight(ui: &Ui, shown: &TextEditOutput, place: Rect) {
    let response = &shown.response.response;
    let Some(range) = shown.cursor_range else {
        return;
    };
    let kept = response.id.with("caret");
    let at = range.primary.index.0;
    let before = ui.data(|data| data.get_temp::<usize>(kept));
    if before == Some(at) && !response.changed() {
        return;
    }
    ui.data_mut(|data| data.insert_temp(kept, at));
    let caret = shown.galley.pos_from_cursor(range.primary);
    let caret = caret.translate(shown.galley_pos.to_vec2());
    let top = caret.top().clamp(place.top(), place.bottom());
    let bottom = caret.bottom().clamp(place.top(), place.bottom());
    let caret = Rect::from_x_y_ranges(place.x_range(), top..=bottom);
    ui.scroll_to_rect(caret, None);
}

/// What comes into the field from elsewhere (a table, a letter in Word, another program, a screen
/// reader) is cleaned before it stands there, so that the caret stands at its end.
fn clean_what_comes(ui: &Ui, id: Id) {
    let focused = ui.memory(|memory| memory.has_focus(id));
    ui.input_mut(|input| {
        for event in &mut input.events {
            match event {
                Event::Paste(text) if focused => clean(text),
                Event::MiddleClickPaste { text, .. } => clean(text),
                Event::AccessKitActionRequest(request)
                    if request.target_node == id.accesskit_id()
                        && matches!(
                            request.action,
                            Action::SetValue | Action::ReplaceSelectedText
                        ) =>
                {
                    if let Some(ActionData::Value(value)) = &mut request.data {
                        let mut text = value.to_string();
                        clean(&mut text);
                        *value = text.into();
                    }
                }
                _ => {}
            }
        }
    });
}

/// In plain characters, however long it is: nothing of it is cut.
fn clean(text: &mut String) {
    if let Cow::Owned(cleaned) = tidied(text) {
        *text = cleaned;
    }
}

/// By how many characters a text is longer than a field can keep.
pub fn too_many(text: &str) -> Option<usize> {
    if text.len() <= bounds::TEXT {
        return None;
    }
    let over = text.chars().count().checked_sub(bounds::TEXT)?;
    (over > 0).then_some(over)
}

/// What stood in a field when it was shown last, as two numbers: as it was, and as it is once the
/// gate has cleaned it. No text is held twice.
#[derive(Clone, Copy)]
struct Left {
    text: u64,
    cleaned: u64,
}

fn number(text: &str) -> u64 {
    eframe::egui::util::hash(text)
}

/// Where something else has changed the text since the field was shown (the review's own undo, an
/// import, another version), what was typed before that is past: undoing it here would bring back
/// what was undone there.
fn forget_what_is_past(ui: &Ui, id: Id, text: &str) {
    let Some(left) = ui.data(|data| data.get_temp::<Left>(id)) else {
        return;
    };
    let now = number(text);
    if now != left.text
        && now != left.cleaned
        && let Some(mut state) = TextEditState::load(ui.ctx(), id)
    {
        state.clear_undoer();
        state.store(ui.ctx(), id);
    }
}

fn leave(ui: &Ui, id: Id, text: &str, changed: bool) {
    let before = ui.data(|data| data.get_temp::<Left>(id));
    let now = number(text);
    if !changed && before.is_some_and(|before| before.text == now) {
        return;
    }
    let left = Left {
        text: now,
        cleaned: number(&with_plain_characters(text)),
    };
    ui.data_mut(|data| data.insert_temp(id, left));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_any_length_is_cleaned_whole() {
        let mut long = "a\u{7}é\u{a0}b\r\n".repeat(30_000);
        clean(&mut long);
        assert_eq!(long, "aé b\n".repeat(30_000).trim_end());
        assert_eq!(too_many(&long), Some(129_999));
        assert_eq!(too_many(&"é".repeat(bounds::TEXT)), None);
    }
}
