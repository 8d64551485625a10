//! A question with a few answers, all of them on the screen: a row of segments of which one is
//! chosen. The same for the panel's and for the parent's answers, each in its hue.
//!
//! One stop of the Tab key, as radio groups are everywhere: the arrows go from answer to answer.

use std::sync::Arc;

use eframe::egui::accesskit::Role as NodeRole;
use eframe::egui::{
    AsIdSalt, Color32, CornerRadius, EventFilter, Galley, Id, Key, Modifiers, Rect, Response, Role,
    Sense, Stroke, StrokeKind, TextStyle, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{access, focus, marks};
use crate::ui::theme::{CONTROL_HEIGHT, GAP_XS, RADIUS, Tokens, Tone};

/// Room beside the words of a segment; the tick of the chosen one stands in it.
const PADDING: f32 = 26.0;
/// The least of it: a tick and a gap.
const CLOSE: f32 = 16.0;

/// A question answered by one of a few options.
///
/// States: unanswered, answered (fill and tick), hovered, with the keyboard (ring), disabled (to be
/// read and not changed: the tick in its hue, no fill).
/// Where the row is too narrow the options stand below each other.
#[must_use = "call show"]
pub struct Choice<'a> {
    question: &'a str,
    spoken: &'a str,
    id_salt: eframe::egui::IdSalt,
    tone: Tone,
    show_question: bool,
}

impl<'a> Choice<'a> {
    /// A question, of the record with this id, answered by the panel or the parent.
    pub fn new(question: &'a str, record: impl AsIdSalt, tone: Tone) -> Self {
        Self {
            question,
            spoken: question,
            id_salt: eframe::egui::IdSalt::new((question, record, tone)),
            tone,
            show_question: true,
        }
    }

    /// Another wording of the question for screen readers, where two on one screen would be alike
    /// ("The parent: is the setting ideal?").
    pub const fn spoken(mut self, question: &'a str) -> Self {
        self.spoken = question;
        self
    }

    /// Leaves the question out where it already stands beside the row.
    pub const fn without_question(mut self) -> Self {
        self.show_question = false;
        self
    }

    /// What has the keyboard when an unanswered row, by its response, is given it.
    pub fn tab_stop(row: &Response) -> Id {
        row.id.with(0_usize)
    }

    /// Shows it. The response is the row's, `changed` when another option was chosen. Each option
    /// is named "question: option" for screen readers.
    pub fn show<T: Clone + PartialEq>(
        self,
        ui: &mut Ui,
        chosen: &mut Option<T>,
        options: &[T],
        label: impl Fn(&T) -> String,
    ) -> Response {
        let builder = UiBuilder::new()
            .id_salt(self.id_salt)
            .accessibility_role(NodeRole::RadioGroup)
            .accessibility_label(self.spoken);
        let shown = ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = GAP_XS;
            // Not faded: an answer is read where it cannot be changed.
            ui.set_opacity(1.0);
            if self.show_question {
                ui.label(self.question);
            }
            let labels: Vec<String> = options.iter().map(label).collect();
            let was = chosen
                .as_ref()
                .and_then(|value| options.iter().position(|option| option == value));
            let (response, now) = self.row(ui, was, &labels);
            if now != was {
                *chosen = now.and_then(|at| options.get(at)).cloned();
            }
            response
        });
        access::bounds(ui, &shown.response);
        let enabled = ui.is_enabled();
        ui.ctx().accesskit_node_builder(shown.response.id, |node| {
            if !enabled {
                node.set_disabled();
            }
        });
        shown.inner
    }

    /// The row: what was chosen in, what is chosen now out.
    fn row(&self, ui: &mut Ui, was: Option<usize>, labels: &[String]) -> (Response, Option<usize>) {
        let font = TextStyle::Button.resolve(ui.style());
        let texts: Vec<Arc<Galley>> = labels
            .iter()
            .map(|text| {
                let painter = ui.painter();
                painter.layout_no_wrap(text.clone(), font.clone(), Color32::PLACEHOLDER)
            })
            .collect();
        // A little closer where that keeps the row in one line; the tick still fits.
        let words: f32 = texts.iter().map(|text| text.size().x).sum();
        let room = (ui.available_width() - words) / (2.0 * texts.len().max(1) as f32);
        let padding = if room < CLOSE {
            PADDING
        } else {
            room.min(PADDING)
        };
        let widths: Vec<f32> = texts
            .iter()
            .map(|text| text.size().x + 2.0 * padding)
            .collect();
        let stacked = widths.iter().sum::<f32>() > ui.available_width() + 0.5;
        let (area, mut response) = ui.allocate_exact_size(size(&widths, stacked), Sense::hover());
        let ids: Vec<Id> = (0..labels.len()).map(|at| response.id.with(at)).collect();
        let mut now = moved(ui, &ids, was);

        let mut edge = area.min;
        let mut segments = Vec::with_capacity(labels.len());
        for (at, (id, width)) in ids.iter().zip(&widths).enumerate() {
            let width = if stacked { area.width() } else { *width };
            let rect = Rect::from_min_size(edge, vec2(width, CONTROL_HEIGHT));
            if stacked {
                edge.y = rect.bottom();
            } else {
                edge.x = rect.right();
            }
            let tab_stop = ui.memory(|memory| memory.has_focus(*id)) || now.unwrap_or(0) == at;
            let sense = if tab_stop {
                Sense::click()
            } else {
                Sense::CLICK
            };
            let segment = ui.interact(rect, *id, sense);
            if segment.clicked() {
                now = Some(at);
                segment.request_focus();
            }
            if segment.gained_focus() {
                // The arrows are the row's own from the second pass with the keyboard.
                ui.ctx().request_repaint();
            }
            segments.push(segment);
        }
        for (at, (segment, label)) in segments.iter().zip(labels).enumerate() {
            let name = format!("{}: {label}", self.spoken);
            segment.widget_info(|| {
                WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), now == Some(at), &name)
            });
            ui.ctx().accesskit_node_builder(segment.id, |node| {
                node.set_position_in_set(at + 1);
                node.set_size_of_set(segments.len());
            });
        }
        if now != was {
            response.mark_changed();
        }
        if ui.is_rect_visible(area) {
            self.paint(ui, area, &segments, &texts, (now, stacked));
        }
        (response, now)
    }

    fn paint(
        &self,
        ui: &Ui,
        area: Rect,
        segments: &[Response],
        texts: &[Arc<Galley>],
        (now, stacked): (Option<usize>, bool),
    ) {
        let tokens = Tokens::of(ui);
        let painter = ui.painter();
        let (ground, edge) = if ui.is_enabled() {
            (tokens.raised, tokens.outline)
        } else {
            (tokens.recessed, tokens.hairline)
        };
        painter.rect_filled(area, RADIUS, ground);
        let line = Stroke::new(1.0, edge);
        let mut focused = None;
        for (at, (segment, text)) in segments.iter().zip(texts).enumerate() {
            let corners = corners(at, segments.len(), stacked);
            let chosen = now == Some(at);
            self.segment(ui, segment, text, corners, (chosen, stacked));
            let next_to_chosen = chosen || now.is_some_and(|now| now + 1 == at);
            if at > 0 && !next_to_chosen {
                let rect = segment.rect;
                let (from, to) = if stacked {
                    let inset = vec2(1.0, 0.0);
                    (rect.left_top() + inset, rect.right_top() - inset)
                } else {
                    (rect.left_top(), rect.left_bottom())
                };
                painter.line_segment([from, to], line);
            }
            if segment.has_focus() {
                focused = Some((segment.rect, corners));
            }
        }
        painter.rect_stroke(area, RADIUS, line, StrokeKind::Inside);
        if let (Some(rect), false) = (now.and_then(|at| segments.get(at)), ui.is_enabled()) {
            // Around the edge of the row, or the row's would run through it.
            let corners = corners(now.unwrap_or(0), segments.len(), stacked);
            let hue = Stroke::new(1.5, self.tone.colour(tokens));
            painter.rect_stroke(rect.rect, corners, hue, StrokeKind::Inside);
        }
        if let Some((rect, corners)) = focused {
            focus::ring(painter, rect, corners, tokens);
        }
    }

    /// One answer: its ground, its words and, where it is chosen, its tick.
    fn segment(
        &self,
        ui: &Ui,
        segment: &Response,
        text: &Arc<Galley>,
        corners: CornerRadius,
        (chosen, stacked): (bool, bool),
    ) {
        let (tokens, painter, rect) = (Tokens::of(ui), ui.painter(), segment.rect);
        let hue = self.tone.colour(tokens);
        let (fill, ink, tick) = match (chosen, ui.is_enabled()) {
            (true, true) => (Some(hue), tokens.on_accent, tokens.on_accent),
            (true, false) => (Some(tokens.raised), tokens.ink, hue),
            (false, false) => (None, tokens.ink_muted, hue),
            (false, true) => {
                let fill = segment.hovered().then_some(tokens.recessed);
                (fill, tokens.ink, hue)
            }
        };
        if let Some(fill) = fill {
            painter.rect_filled(rect, corners, fill);
        }
        let words = text.size();
        let beside = if stacked {
            PADDING
        } else {
            (rect.width() - words.x) / 2.0
        };
        if chosen {
            let centre = pos2(rect.left() + beside / 2.0 + 1.0, rect.center().y);
            marks::paint_tick(painter, centre, 13.0, tick);
        }
        let at = pos2(rect.left() + beside, rect.center().y - words.y / 2.0);
        painter.galley(at, Arc::clone(text), ink);
    }
}

fn size(widths: &[f32], stacked: bool) -> eframe::egui::Vec2 {
    if stacked {
        let widest = widths.iter().copied().fold(0.0, f32::max);
        let rows: f32 = widths.iter().map(|_| CONTROL_HEIGHT).sum();
        vec2(widest, rows)
    } else {
        vec2(widths.iter().sum(), CONTROL_HEIGHT)
    }
}

fn corners(at: usize, count: usize, stacked: bool) -> CornerRadius {
    let (first, last) = (at == 0, at + 1 == count);
    let round = |is: bool| if is { RADIUS } else { 0 };
    CornerRadius {
        nw: round(first),
        ne: round(if stacked { first } else { last }),
        sw: round(if stacked { last } else { first }),
        se: round(last),
    }
}

/// What the keyboard makes of the choice: arrows go round and choose; space and enter are clicks
/// already.
fn moved(ui: &Ui, ids: &[Id], was: Option<usize>) -> Option<usize> {
    let Some(at) = ui.memory(|memory| ids.iter().position(|id| memory.has_focus(*id))) else {
        return was;
    };
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    let step = ui.input_mut(|input| {
        let mut pressed = |key| input.count_and_consume_key(Modifiers::NONE, key);
        let forward = pressed(Key::ArrowRight) + pressed(Key::ArrowDown);
        let back = pressed(Key::ArrowLeft) + pressed(Key::ArrowUp);
        (forward + back * (ids.len() - 1)) % ids.len()
    });
    let to = (at + step) % ids.len();
    ui.memory_mut(|memory| {
        if let Some(id) = ids.get(to).filter(|_| to != at) {
            memory.request_focus(*id);
        } else if let Some(id) = ids.get(at) {
            memory.set_focus_lock_filter(*id, filter);
        }
    });
    if to == at { was } else { Some(to) }
}
