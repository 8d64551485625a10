//! Somebody's own words, set apart by a rule in their colour.

use eframe::egui::accesskit::Role;
use eframe::egui::{Label, Response, RichText, Stroke, Ui, UiBuilder, vec2};

use super::{access, measure};
use crate::ui::theme::{self, GAP_M, GAP_XS, Tokens, Tone};

/// Width of the rule. Points.
const RULE: f32 = 3.0;

/// A quotation with who said it, how and when below it ("Mother, interview, 14 May"). At most a
/// reading column wide. Quotation marks are added where the words do not bring their own.
pub fn quote(ui: &mut Ui, words: &str, attribution: &str, tone: Tone) -> Response {
    aside(ui, &in_quotes(words), attribution, tone)
}

/// The same for words that are partly told by somebody else (how a child who does not speak
/// showed something): no quotation marks are added.
pub fn aside(ui: &mut Ui, words: &str, attribution: &str, tone: Tone) -> Response {
    let width = measure::reading_width(ui) + GAP_M;
    let shown = [theme::reading(ui, words), theme::note(ui, attribution)];
    set_apart(ui, shown, attribution, tone, width)
}

/// The same in the type of what is read aloud, as wide as there is room.
pub fn aloud(ui: &mut Ui, words: &str, attribution: &str, tone: Tone) -> Response {
    let shown = [
        theme::reading_in(ui, in_quotes(words), theme::aloud()),
        theme::note(ui, attribution),
    ];
    set_apart(ui, shown, attribution, tone, f32::INFINITY)
}

/// The same as large as room view needs it, as wide as there is room.
pub fn wall(ui: &mut Ui, words: &str, attribution: &str, tone: Tone) -> Response {
    let note = theme::reading_in(ui, attribution, theme::wall_note());
    let shown = [
        theme::reading_in(ui, words, theme::wall()),
        note.color(Tokens::of(ui).ink_muted),
    ];
    set_apart(ui, shown, attribution, tone, f32::INFINITY)
}

fn set_apart(
    ui: &mut Ui,
    [words, note]: [RichText; 2],
    attribution: &str,
    tone: Tone,
    width: f32,
) -> Response {
    let colour = tone.colour(Tokens::of(ui));
    let width = width.min(ui.available_width());
    let builder = UiBuilder::new()
        .accessibility_role(Role::Blockquote)
        .accessibility_label(attribution);
    let response = ui
        .scope_builder(builder, |ui| {
            ui.set_max_width(width);
            ui.horizontal_top(|ui| {
                ui.add_space(GAP_M);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = GAP_XS;
                    ui.add(Label::new(words).wrap());
                    if !attribution.is_empty() {
                        ui.add(Label::new(note).wrap());
                    }
                });
            });
        })
        .response;
    access::bounds(ui, &response);
    let top = response.rect.left_top() + vec2(RULE / 2.0, 0.0);
    let end = response.rect.left_bottom() + vec2(RULE / 2.0, 0.0);
    ui.painter()
        .line_segment([top, end], Stroke::new(RULE, colour));
    response
}

/// The words in double quotation marks, unless they are in quotation marks already.
pub fn in_quotes(words: &str) -> String {
    let words = words.trim();
    if words.starts_with(['“', '"', '‘']) {
        words.to_owned()
    } else {
        format!("“{words}”")
    }
}

#[cfg(test)]
mod tests {
    use super::in_quotes;

    #[test]
    fn quotes_are_added_once() {
        assert_eq!(in_quotes(" She talks now. "), "“She talks now.”");
        assert_eq!(in_quotes("“She talks.”"), "“She talks.”");
    }
}
