//! Formulas as a page shows them: what model.md writes with `_` and `^` stands lower and higher.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, FontFamily, Label, Response, TextStyle, Ui};

use crate::ui::theme::{LINE_HEIGHT, Tokens};

/// How much smaller what stands lower or higher is.
const SMALLER: f32 = 0.72;

/// A letter of the model that only the face for figures in a row has.
const ARROW: &str = "→";

/// A formula in the letters of model.md, as "Σ_{t=1..H} S(t)". A screen reader is told those.
pub fn formula(ui: &mut Ui, formula: &str) -> Response {
    let response = ui.add(Label::new(job(ui, formula)).wrap());
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_value(formula));
    response
}

fn job(ui: &Ui, formula: &str) -> LayoutJob {
    let font = TextStyle::Body.resolve(ui.style());
    let ink = Tokens::of(ui).ink;
    let line_height = Some(font.size * LINE_HEIGHT);
    let mut job = LayoutJob::default();
    for (level, text) in pieces(formula) {
        let (mut font, mut line_height) = (font.clone(), line_height);
        let valign = match level {
            Level::Line => Align::Center,
            Level::Lower => Align::BOTTOM,
            Level::Higher => Align::TOP,
        };
        if level != Level::Line {
            font.size *= SMALLER;
            // As high as its letters, so that it stands at the edge of the row.
            line_height = None;
        }
        let mut format = TextFormat {
            valign,
            line_height,
            ..TextFormat::simple(font, ink)
        };
        for part in text.split_inclusive(ARROW) {
            let words = part.strip_suffix(ARROW).unwrap_or(part);
            job.append(words, 0.0, format.clone());
            if words != part {
                let family = format.font_id.family.clone();
                format.font_id.family = FontFamily::Monospace;
                job.append(ARROW, 0.0, format.clone());
                format.font_id.family = family;
            }
        }
    }
    job
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Line,
    Lower,
    Higher,
}

/// The parts of a formula: after `_` and `^` what is in braces, or else one word.
fn pieces(formula: &str) -> Vec<(Level, &str)> {
    let mut pieces = Vec::new();
    let mut rest = formula;
    while let Some(at) = rest.find(['_', '^']) {
        let (line, marked) = rest.split_at(at);
        pieces.push((Level::Line, line));
        let level = if marked.starts_with('_') {
            Level::Lower
        } else {
            Level::Higher
        };
        let after = marked.get(1..).unwrap_or_default();
        let braced = after
            .strip_prefix('{')
            .and_then(|inner| inner.split_once('}'));
        let (inner, left) = braced.unwrap_or_else(|| {
            let ends = |letter: char| !letter.is_alphanumeric();
            after.split_at(after.find(ends).unwrap_or(after.len()))
        });
        pieces.push((level, inner));
        rest = left;
    }
    pieces.push((Level::Line, rest));
    pieces.retain(|(_, text)| !text.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use Level::{Higher, Line, Lower};

    #[test]
    fn what_stands_lower_and_higher() {
        assert_eq!(
            pieces("Σ_{t=1..H} S(t)"),
            [(Line, "Σ"), (Lower, "t=1..H"), (Line, " S(t)")]
        );
        assert_eq!(
            pieces("(1+π)^t N_p"),
            [(Line, "(1+π)"), (Higher, "t"), (Line, " N"), (Lower, "p")]
        );
        assert_eq!(pieces("N / n_"), [(Line, "N / n")]);
        assert_eq!(pieces("x_{"), [(Line, "x"), (Line, "{")]);
        assert_eq!(pieces(""), []);
    }
}
