//! The list of pages: what each is about, how far it is, and what stands between the panel and its
//! first judgement. In a narrow window it is a drop-down.

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Color32, ComboBox, CornerRadius, Response, RichText, Role, Sense, TextStyle, Ui, WidgetInfo,
    pos2, vec2,
};

use super::said::Said;
use super::{
    about, afterwards, anonymous, baseline, cases, definition, file, panel, parents, provisions,
    ready, selection,
};
use crate::ui::intent::{Intent, PrepareTab};
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_M, GAP_S, LINE_HEIGHT, RADIUS, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::marks;
use crate::ui::widgets::{access, focus, heading};

/// Above and below the words of a row. Points.
const AROUND: f32 = 6.0;
/// Lines of what is said of a page; the rest is cut, and told in full when pointed at.
const MOST_LINES: usize = 2;
/// Width of the drop-down. Points.
const DROP_DOWN: f32 = 264.0;

/// What is said of every page, in their order.
fn all_said(view: &View<'_>) -> [(PrepareTab, Said); PrepareTab::ALL.len()] {
    PrepareTab::ALL.map(|tab| (tab, said(view, tab)))
}

fn said(view: &View<'_>, tab: PrepareTab) -> Said {
    match tab {
        PrepareTab::About => about::said(view),
        PrepareTab::Definition => definition::said(view),
        PrepareTab::Selection => selection::said(view),
        PrepareTab::Panel => panel::said(view),
        PrepareTab::Provisions => provisions::said(view),
        PrepareTab::Baseline => baseline::said(view),
        PrepareTab::Cases => cases::said(view),
        PrepareTab::Parents => parents::said(view),
        PrepareTab::Afterwards => afterwards::said(view),
        PrepareTab::Anonymous => anonymous::said(view),
        PrepareTab::File => file::said(view),
    }
}

/// Shows the list.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    heading::section(ui, "Prepare");
    ui.add_space(GAP_S);
    let pages = all_said(view);
    ready::ui(ui, view, &pages);
    ui.add_space(GAP_M);
    rows(ui, view, &pages);
    ready::legend(ui, &pages);
}

/// The list as a drop-down, and beside it what is missing before judging.
pub fn drop_down(ui: &mut Ui, view: &mut View<'_>) {
    ui.horizontal_wrapped(|ui| {
        let now = view.place.prepare;
        let shown = RichText::new(now.label()).text_style(theme::strong());
        let list = ComboBox::from_id_salt("pages")
            .width(DROP_DOWN.min(ui.available_width()))
            .height(f32::INFINITY)
            .truncate()
            .icon(marks::paint_chevron)
            .selected_text(shown)
            .show_ui(ui, |ui| {
                ui.set_min_width(DROP_DOWN);
                let pages = all_said(view);
                if rows(ui, view, &pages) {
                    ui.close();
                }
            })
            .response;
        access::name(ui, &list, "Page");
        focus::back_from_list(ui, &list);
        ready::in_a_line(ui, view);
    });
}

/// All pages; whether one was chosen.
fn rows(ui: &mut Ui, view: &mut View<'_>, pages: &[(PrepareTab, Said)]) -> bool {
    let mut chosen = false;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (tab, said) in pages {
            if row(ui, *tab, said, *tab == view.place.prepare).clicked() {
                view.want(Intent::Prepare(*tab));
                chosen = true;
            }
        }
    });
    chosen
}

/// One page: its mark, its name, and below it a few words.
fn row(ui: &mut Ui, tab: PrepareTab, said: &Said, selected: bool) -> Response {
    let tokens = Tokens::of(ui);
    let size = TextStyle::Body.resolve(ui.style()).size;
    let left = GAP_S + size + GAP_S;
    let width = ui.available_width();
    let room = (width - left - GAP_S).max(size);
    let name_style = if selected {
        theme::strong()
    } else {
        TextStyle::Body
    };
    let name = laid_out(ui, tab.label(), &name_style, room, usize::MAX);
    // As high whether or not it is chosen, so that nothing moves.
    let bold = laid_out(ui, tab.label(), &theme::strong(), room, usize::MAX);
    let words = laid_out(ui, &said.words, &TextStyle::Small, room, MOST_LINES);
    let below = if said.words.is_empty() {
        0.0
    } else {
        words.size().y
    };
    let height = (bold.size().y + below + 2.0 * AROUND).max(CONTROL_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, tab.label()));
    if !said.words.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(said.words.as_str());
        });
    }
    if ui.is_rect_visible(rect) {
        let ground = if selected {
            Some(tokens.accent_soft)
        } else {
            response.hovered().then_some(tokens.raised)
        };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, RADIUS, ground);
        }
        let top = rect.top() + (height - name.size().y - below) / 2.0;
        let line = pos2(
            rect.left() + GAP_S + size / 2.0,
            top + size * LINE_HEIGHT / 2.0,
        );
        if let Some(mark) = ready::mark(tab, said) {
            marks::paint(ui.painter(), line, size, mark, tokens);
        }
        let at = pos2(rect.left() + left, top);
        let under = at + vec2(0.0, name.size().y);
        let cut = words.elided;
        ui.painter().galley(at, name, tokens.ink);
        ui.painter().galley(under, words, tokens.ink_muted);
        if response.has_focus() {
            let corners = CornerRadius::same(RADIUS);
            focus::ring(ui.painter(), rect.shrink(2.0), corners, tokens);
        }
        if cut {
            return response.on_hover_text(said.words.as_str());
        }
    }
    response
}

/// Words in so many lines, each as wide as there is room.
fn laid_out(
    ui: &Ui,
    text: &str,
    style: &TextStyle,
    room: f32,
    lines: usize,
) -> std::sync::Arc<eframe::egui::Galley> {
    let font = style.resolve(ui.style());
    let format = TextFormat {
        line_height: Some(font.size * LINE_HEIGHT),
        ..TextFormat::simple(font, Color32::PLACEHOLDER)
    };
    let mut job = LayoutJob::single_section(text.to_owned(), format);
    job.wrap = TextWrapping {
        max_width: room,
        max_rows: lines,
        break_anywhere: false,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}
