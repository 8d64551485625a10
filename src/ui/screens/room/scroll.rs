//! Paging through a text that is longer than the wall. The keys are read before anything is laid
//! out, so what was last seen of the text is kept beside its scroll.

use eframe::egui::scroll_area::ScrollAreaOutput;
use eframe::egui::{Context, Id, ScrollArea, Ui};

use crate::ui::theme;

/// What was last seen of the text. Points.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    offset: f32,
    text: f32,
    window: f32,
    /// What stays in sight from one page to the next.
    overlap: f32,
    /// What is empty at the end of every page, and nobody needs to see.
    slack: f32,
    /// Where a key has sent the text since it was seen.
    to: Option<f32>,
}

/// Shows the text from where it was left or sent; whether there is more below what is in sight.
pub fn show(ui: &mut Ui, page: impl FnOnce(&mut Ui)) -> bool {
    let mut area = ScrollArea::vertical()
        .id_salt("room view")
        .auto_shrink(false);
    if let Some(to) = seen(ui.ctx()).to {
        area = area.vertical_scroll_offset(to);
    }
    let output = area.show(ui, page);
    note(ui, &output)
}

fn note<R>(ui: &Ui, output: &ScrollAreaOutput<R>) -> bool {
    let line = theme::wall().resolve(ui.style()).size * theme::LINE_HEIGHT;
    let seen = Seen {
        offset: output.state.clamped_offset().y,
        text: output.content_size.y,
        window: output.inner_rect.height(),
        overlap: line * 1.5,
        slack: line,
        to: None,
    };
    put(ui.ctx(), seen);
    seen.offset + seen.window < seen.text - seen.slack
}

/// Goes a page down or up; whether there was anywhere to go.
pub fn page(ctx: &Context, down: bool) -> bool {
    let seen = seen(ctx);
    let end = (seen.text - seen.window).max(0.0);
    let page = (seen.window - seen.overlap).max(seen.overlap);
    let before = seen.to.unwrap_or(seen.offset);
    let to = if down { before + page } else { before - page };
    let to = to.clamp(0.0, end);
    put(
        ctx,
        Seen {
            to: Some(to),
            ..seen
        },
    );
    (to - before).abs() > 1.0
}

/// Back to the beginning, for another text.
pub fn to_top(ctx: &Context) {
    let seen = seen(ctx);
    put(
        ctx,
        Seen {
            to: Some(0.0),
            ..seen
        },
    );
}

fn key() -> Id {
    Id::unique("room view, what was seen of the text")
}

fn seen(ctx: &Context) -> Seen {
    ctx.data(|data| data.get_temp(key())).unwrap_or_default()
}

fn put(ctx: &Context, seen: Seen) {
    ctx.data_mut(|data| data.insert_temp(key(), seen));
}
