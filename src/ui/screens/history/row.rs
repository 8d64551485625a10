//! One entry: its number, when, what, of which case, what was entered, and with what on the screen.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Galley, Id, Rect, Response, Role, Sense, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use super::judged;
use crate::review::text::{CaseId, sentence};
use crate::review::{Command, Via};
use crate::ui::happened::{Sifting, Told, Wish, told};
use crate::ui::intent::{Intent, Screen};
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_L, GAP_M, GAP_S, GAP_XS, Tokens};
use crate::ui::view::{View, may_ask};
use crate::ui::widgets::link;

/// Below this width an entry stands in lines below each other. Points.
const NARROW: f32 = 860.0;
/// Lines of what was entered that are shown before it is opened.
const LINES: usize = 2;

/// An entry, made ready to be shown.
pub struct Shown {
    /// Its number.
    pub number: u64,
    when: String,
    what: String,
    how: String,
    case: Option<CaseId>,
    /// Whether the review has a case of this number.
    is_there: bool,
    entered: String,
    /// Its text is gone: what stands instead is no quotation.
    gone: bool,
    /// Nobody can check it any more.
    rests: bool,
}

impl Shown {
    /// The entry at this place of the history.
    pub fn of(view: &View<'_>, at: usize) -> Self {
        let entries = view.review.history().entries();
        let Some(entry) = entries.get(at) else {
            return Self::nothing();
        };
        let header = &entry.header;
        let via = match header.via {
            Via::Typed => "typed",
            Via::Imported => "from a table",
            Via::Combined => "from another review",
        };
        let money = if header.money_visible {
            "money on the screen"
        } else {
            "no money on the screen"
        };
        let mut case = header.case.clone();
        let entered = match entry.payload.as_ref().map(|payload| &payload.command) {
            None => taken_out(view, header.number),
            Some(Command::Undo | Command::Redo) => {
                let meant = view
                    .book
                    .happened()
                    .meant(at)
                    .and_then(|at| Some((at, entries.get(at)?)));
                case = case.or_else(|| meant.and_then(|(_, entry)| entry.header.case.clone()));
                meant.map_or_else(String::new, |(at, entry)| {
                    let words = entered(view, at);
                    let kind = format!("Entry {}, {}", entry.header.number, entry.header.kind);
                    if words.is_empty() {
                        kind
                    } else {
                        format!("{kind}. {words}")
                    }
                })
            }
            Some(Command::Record(id)) => judged::recorded(view, at, id, header.at),
            Some(command) => {
                let of_case = command.imported();
                let of_case = of_case.and_then(|cases| judged::imports(view, at, cases));
                of_case.unwrap_or_else(|| entered(view, at))
            }
        };
        Self {
            number: header.number,
            when: view.services.when(header.at),
            what: sentence(&header.kind),
            how: format!("{via} · {money}"),
            rests: judged::rests(view, header.number, case.as_ref()),
            is_there: case
                .as_ref()
                .is_some_and(|id| view.review.case(id).is_some()),
            case,
            entered,
            gone: entry.payload.is_none(),
        }
    }

    const fn nothing() -> Self {
        Self {
            number: 0,
            when: String::new(),
            what: String::new(),
            how: String::new(),
            case: None,
            is_there: false,
            entered: String::new(),
            gone: false,
            rests: false,
        }
    }

    /// The whole row, for a screen reader.
    pub fn name(&self) -> String {
        let case = self.case.as_ref().map(|id| format!(", {id}"));
        let case = case.unwrap_or_default();
        let how = self.how.replace(" · ", ", ");
        let rests = match self.rests {
            true => ", can no longer be checked",
            false => "",
        };
        let words = if self.entered.is_empty() {
            String::new()
        } else {
            format!(". {}", self.entered)
        };
        format!(
            "Entry {}, {}: {}{case}, {how}{rests}{words}",
            self.number, self.when, self.what
        )
    }

    /// How high the row is when it is opened. Points.
    pub fn height(&self, ui: &Ui, columns: &Columns) -> f32 {
        let text = self.text(ui, columns, true).size().y;
        let lines = LINES as f32 * theme::line_height(ui);
        columns.row + (text - lines).max(0.0)
    }

    fn text(&self, ui: &Ui, columns: &Columns, whole: bool) -> Arc<Galley> {
        let tokens = Tokens::of(ui);
        let ink = if self.gone {
            tokens.ink_muted
        } else {
            tokens.ink
        };
        let format = TextFormat {
            line_height: Some(theme::line_height(ui)),
            ..TextFormat::simple(TextStyle::Body.resolve(ui.style()), ink)
        };
        let mut job = LayoutJob::default();
        let words = if whole {
            self.entered.clone()
        } else {
            one_paragraph(&self.entered)
        };
        job.append(&words, 0.0, format);
        job.wrap = TextWrapping {
            max_width: columns.text,
            max_rows: if whole { usize::MAX } else { LINES },
            ..TextWrapping::default()
        };
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }
}

/// When the text of an entry was taken out, and what it was; never the text.
fn taken_out(view: &View<'_>, number: u64) -> String {
    let entries = view.review.history().entries();
    let of_this = view.book.taken_out(number).iter();
    let of_this = of_this.filter_map(|at| entries.get(*at));
    let told: Vec<String> = of_this
        .filter_map(|entry| {
            let header = &entry.header;
            let Command::Redact(redaction) = &entry.payload.as_ref()?.command else {
                return None;
            };
            let on = view.services.when(header.at);
            let what = redaction.what.label();
            Some(format!(
                "on {on}, by entry {}: it held {what}",
                header.number
            ))
        })
        .collect();
    if told.is_empty() {
        return "The text of this entry is missing, and the history does not say that it was taken out.".to_owned();
    }
    format!("Its text was taken out {}.", told.join(", and "))
}

/// Lines of a list and paragraphs, run together as far as two lines can show of them.
fn one_paragraph(text: &str) -> String {
    const ENOUGH: usize = 600;
    text.chars()
        .take(ENOUGH)
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect()
}

fn entered(view: &View<'_>, at: usize) -> String {
    let entry = view.review.history().entries().get(at);
    let payload = entry.and_then(|entry| entry.payload.as_ref());
    let with = Told {
        setup: view.review.setup(),
        money: may_ask(view.review),
        ratings: view.book.happened().ratings_are_revealed(at),
    };
    payload
        .map(|payload| told(&payload.command, with))
        .unwrap_or_default()
}

/// Where things stand in a row.
pub struct Columns {
    narrow: bool,
    /// Height of a row that is not opened. Points.
    pub row: f32,
    number: f32,
    when: f32,
    what: f32,
    case: f32,
    entered: f32,
    /// Width of what was entered. Points.
    text: f32,
}

impl Columns {
    /// For the room there is.
    pub fn of(ui: &Ui) -> Self {
        let width = ui.available_width();
        let line = theme::line_height(ui);
        if width < NARROW {
            return Self {
                narrow: true,
                row: 2.0 * line + LINES as f32 * line + GAP_L,
                number: 0.0,
                when: 56.0,
                what: 56.0,
                case: width - 72.0,
                entered: 56.0,
                text: width - 56.0 - 72.0,
            };
        }
        let (number, when, what, case, entered) = (0.0, 56.0, 200.0, 424.0, 504.0);
        Self {
            narrow: false,
            row: LINES as f32 * line + GAP_M,
            number,
            when,
            what,
            case,
            entered,
            text: width - entered - 72.0,
        }
    }

    /// What stands over the columns.
    pub fn header(&self, ui: &mut Ui) {
        if self.narrow {
            return;
        }
        let height = theme::line_height(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let columns = [
            (self.number, "No."),
            (self.when, "When"),
            (self.what, "What, and how it was made"),
            (self.case, "Case"),
            (self.entered, "What was entered"),
        ];
        for (x, title) in columns {
            small(ui, pos2(rect.left() + x, rect.top()), title);
        }
        let line = eframe::egui::Stroke::new(1.0, Tokens::of(ui).outline);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() + GAP_XS, line);
    }
}

/// Shows it.
pub fn ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    columns: &Columns,
    shown: &Shown,
    rect: Rect,
    opened: bool,
) {
    let tokens = Tokens::of(ui);
    let line = theme::line_height(ui);
    let (left, top) = (rect.left(), rect.top() + GAP_S);
    let hairline = eframe::egui::Stroke::new(1.0, tokens.hairline);
    ui.painter().hline(rect.x_range(), rect.bottom(), hairline);
    small(
        ui,
        pos2(left + columns.number, top + 2.0),
        &shown.number.to_string(),
    );
    let (date, time) = shown.when.rsplit_once(", ").unwrap_or((&shown.when, ""));
    if columns.narrow {
        bold(
            ui,
            pos2(left + columns.what, top),
            &shown.what,
            columns.case - columns.what - GAP_S,
        );
        let meta = format!("{} · {}", shown.when, shown.how);
        small(ui, pos2(left + columns.when, top + line + 2.0), &meta);
    } else {
        small(ui, pos2(left + columns.when, top + 2.0), date);
        small(ui, pos2(left + columns.when, top + line + 2.0), time);
        bold(
            ui,
            pos2(left + columns.what, top),
            &shown.what,
            columns.case - columns.what - GAP_S,
        );
        small(ui, pos2(left + columns.what, top + line + 2.0), &shown.how);
    }
    case(ui, view, shown, pos2(left + columns.case, top));
    if shown.rests {
        let below = pos2(left + columns.case, top + line + 2.0);
        small(ui, below, "unchecked");
    }
    let down = if columns.narrow { 2.0 * line } else { 0.0 };
    let galley = shown.text(ui, columns, opened);
    let more = galley.elided || opened;
    let at = pos2(left + columns.entered, top + down);
    ui.painter().galley(at, galley, tokens.ink);
    if more {
        let at = pos2(rect.right() - 56.0, top + down + line);
        unfold(ui, view, shown, at, opened);
    }
}

/// The case, as a link where the review has it.
fn case(ui: &mut Ui, view: &mut View<'_>, shown: &Shown, at: eframe::egui::Pos2) {
    let Some(id) = &shown.case else { return };
    if !shown.is_there {
        let galley = ui.painter().layout_no_wrap(
            id.to_string(),
            TextStyle::Body.resolve(ui.style()),
            Tokens::of(ui).ink_muted,
        );
        ui.painter().galley(at, galley, Tokens::of(ui).ink_muted);
        return;
    }
    let name = format!("Go to {id}, entry {}", shown.number);
    if a_link(ui, ui.scope_id().with("case"), at, id.as_str(), &name).clicked() {
        view.want(Intent::Select(id.clone()));
        view.want(Intent::Go(Screen::Review));
    }
}

/// All of what was entered, or two lines of it.
fn unfold(ui: &mut Ui, view: &mut View<'_>, shown: &Shown, at: eframe::egui::Pos2, opened: bool) {
    let word = if opened { "Less" } else { "More" };
    let name = format!("{word} of entry {}", shown.number);
    if a_link(ui, ui.scope_id().with("more"), at, word, &name).clicked() {
        view.want(Intent::History(Wish::Sift(Sifting {
            opened: (!opened).then_some(shown.number),
            ..view.place.history.clone()
        })));
    }
}

/// A link at a place.
fn a_link(ui: &Ui, id: Id, at: eframe::egui::Pos2, text: &str, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, tokens.accent);
    let rect = Rect::from_min_size(at, galley.size());
    let high = (CONTROL_HEIGHT - rect.height()).max(0.0) / 2.0;
    let response = ui.interact(rect.expand2(vec2(GAP_XS, high)), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    ui.painter().galley(at, galley, tokens.accent);
    link::marked(ui, &response, rect, rect);
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
}

fn small(ui: &Ui, at: eframe::egui::Pos2, text: &str) {
    let font = TextStyle::Small.resolve(ui.style());
    let ink = Tokens::of(ui).ink_muted;
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ink);
    ui.painter().galley(at, galley, ink);
}

fn bold(ui: &Ui, at: eframe::egui::Pos2, text: &str, room: f32) {
    let font = theme::strong().resolve(ui.style());
    let ink = Tokens::of(ui).ink;
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, ink);
    job.wrap = TextWrapping::truncate_at_width(room);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    ui.painter().galley(at, galley, ink);
}
