//! Measures of text, so that widths follow the type and the zoom rather than the window.

use eframe::egui::{Color32, TextStyle, Ui};

/// Ordinary English, 68 characters of it.
const LINE: &str = "She comes home and talks now, and on Sundays she asks about Mondays.";

/// The width of about 68 characters of body text: how wide a column of reading text may be,
/// however wide the window is. Points.
pub fn reading_width(ui: &Ui) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    ui.fonts_mut(|fonts| fonts.layout_no_wrap(LINE.to_owned(), font, Color32::PLACEHOLDER))
        .size()
        .x
}

/// The height of a line of body text as labels set it. Points.
pub fn line_height(ui: &Ui) -> f32 {
    ui.text_style_height(&TextStyle::Body) + ui.spacing().extra_text_line_spacing
}

#[cfg(test)]
mod tests {
    use super::LINE;

    #[test]
    fn a_line_is_68_characters() {
        assert_eq!(LINE.chars().count(), 68);
    }
}
