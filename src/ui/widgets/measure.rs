//! Measures of text, so that widths follow the type and the zoom rather than the window.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, Color32, TextStyle, Ui};

use crate::ui::theme::{self, LINE_HEIGHT};

/// Ordinary English, 68 characters of it.
const LINE: &str = "She comes home and talks now, and on Sundays she asks about Mondays.";
/// And 55 of it.
const WALL_LINE: &str = "She comes home and talks now, and asks us about Mondays";

/// The width of about 68 characters of body text: how wide a column of reading text may be,
/// however wide the window is. Points.
pub fn reading_width(ui: &Ui) -> f32 {
    line_width(ui, LINE, &TextStyle::Body)
}

/// The width of about 55 characters of what is read aloud. Points.
pub fn aloud_width(ui: &Ui) -> f32 {
    line_width(ui, WALL_LINE, &theme::aloud())
}

/// The width of about 55 characters of room view's text: how wide its columns may be. Points.
pub fn wall_width(ui: &Ui) -> f32 {
    line_width(ui, WALL_LINE, &theme::wall())
}

/// The width of a text in one line. Points.
pub fn line_width(ui: &Ui, text: &str, style: &TextStyle) -> f32 {
    let font = style.resolve(ui.style());
    ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER))
        .size()
        .x
}

/// The height of a line of body text that is read (`theme::reading`). Points.
pub fn line_height(ui: &Ui) -> f32 {
    TextStyle::Body.resolve(ui.style()).size * LINE_HEIGHT
}

/// Text in which all figures are equally wide, so that amounts below each other line up. The
/// face has such figures as an OpenType feature, which egui does not reach; each is centred in a
/// cell as wide as the widest instead.
pub fn tabular(ui: &Ui, text: &str, style: &TextStyle, colour: Color32) -> LayoutJob {
    let font = style.resolve(ui.style());
    let format = TextFormat {
        line_height: Some(ui.text_style_height(style) + ui.spacing().extra_text_line_spacing),
        valign: Align::Center,
        ..TextFormat::simple(font.clone(), colour)
    };
    let mut width = |glyph| ui.fonts_mut(|fonts| fonts.glyph_width(&font, glyph));
    let cell = ('0'..='9').map(&mut width).fold(0.0, f32::max);
    let mut job = LayoutJob::default();
    let mut owed = 0.0;
    for glyph in text.chars() {
        let spare = if glyph.is_ascii_digit() {
            (cell - width(glyph)) / 2.0
        } else {
            0.0
        };
        job.append(glyph.encode_utf8(&mut [0; 4]), owed + spare, format.clone());
        owed = spare;
    }
    job
}

#[cfg(test)]
mod tests {
    use super::{LINE, WALL_LINE};

    #[test]
    fn lines_are_as_long_as_they_are_said_to_be() {
        assert_eq!(LINE.chars().count(), 68);
        assert_eq!(WALL_LINE.chars().count(), 55);
    }
}
