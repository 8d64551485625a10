//! Room view, for the wall: one thing at a time, large enough for the other end of the room. It
//! shows what the record holds and nothing else: no draft, no rating before it is revealed, no
//! figure of money, nobody's name; and nothing in it changes the review.

mod aloud;
mod case;
mod footer;
pub mod keys;
mod panel;
mod question;
pub mod scroll;
mod wall;
mod words;

use eframe::egui::accesskit::Role;
use eframe::egui::epaint::{Mesh, Vertex, WHITE_UV};
use eframe::egui::{
    Align, Button, CentralPanel, Color32, Frame, Label, Layout, Margin, Panel, Rect, RichText,
    Shape, Ui, UiBuilder, pos2, vec2,
};

use crate::review::Mode;
use crate::review::case::Case;
use crate::ui::intent::Intent;
use crate::ui::scene::{Move, Scene};
use crate::ui::screens::review;
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_WALL, GAP_XL, Tokens};
use crate::ui::view::View;
use wall::Columns;

/// From this width (points) on there is room for wide margins.
const ROOMY: f32 = 1200.0;
/// Height of the line that says that there is more. Points.
const MORE: f32 = 32.0;
/// Height over which a text that goes on fades out. Points.
const FADE: f32 = 40.0;

/// Shows a scene in the whole window.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, scene: Scene) {
    let id = view.place.case.as_ref();
    let Some(case) = id.and_then(|id| view.review.case(id)).cloned() else {
        return;
    };
    // Nobody selects text on a wall; the pointer stays an arrow.
    ui.style_mut().interaction.selectable_labels = false;
    let roomy = ui.available_width() >= ROOMY;
    let side = if roomy { GAP_WALL } else { GAP_L };
    let paper = |above: f32| {
        let margin = Margin::symmetric(side as i8, above as i8);
        Frame::new().fill(Tokens::of(ui).paper).inner_margin(margin)
    };
    let (line, page) = (paper(12.0), paper(0.0));
    Panel::top("room top")
        .frame(line)
        .show_separator_line(false)
        .show(ui, |ui| top(ui, view, &case, scene));
    let foot = Frame::new()
        .fill(Tokens::of(ui).paper)
        .inner_margin(Margin::symmetric(16, 4));
    Panel::bottom("room foot")
        .frame(foot)
        .show_separator_line(false)
        .show(ui, |ui| footer::ui(ui, view, scene));
    CentralPanel::default()
        .frame(page)
        .show(ui, |ui| body(ui, view, &case, scene));
}

/// One word for how the review is open, where it is not open for work.
const fn mode_word(mode: Mode) -> Option<&'static str> {
    match mode {
        Mode::Work => None,
        Mode::Inspect => Some("Read-only"),
        Mode::Train => Some("Training"),
    }
}

/// Which case, which review, which of the five scenes.
fn top(ui: &mut Ui, view: &View<'_>, case: &Case, scene: Scene) {
    let muted = Tokens::of(ui).ink_muted;
    let small = |text: String| RichText::new(text).text_style(theme::wall_note());
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = GAP_L;
        let of = format!("{} of {}", scene.number(), Scene::ALL.len());
        ui.label(small(of).color(muted));
        if let Some(word) = mode_word(view.mode) {
            ui.label(small(word.to_owned()));
        }
        if case.practice {
            ui.label(small("Practice case, in no figure".to_owned()));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let room = ui.available_width();
            ui.scope(|ui| {
                ui.set_max_width(room * 0.5);
                ui.add(Label::new(small(review::title(case)).strong()).truncate());
            });
            // A sample says here too that it is invented.
            let setup = view.review.setup();
            let about = [setup.title.as_str(), setup.note.as_str()];
            let about = about.map(str::trim).join(" · ");
            let about = about.trim_end_matches(" · ").to_owned();
            ui.add(Label::new(small(about).color(muted)).truncate());
        });
    });
}

/// The scene itself, with a word below it where there is more than fits.
fn body(ui: &mut Ui, view: &mut View<'_>, case: &Case, scene: Scene) {
    let whole = ui.available_rect_before_wrap();
    let (text, below) = whole.split_top_bottom_at_y(whole.bottom() - MORE);
    let name = format!("Room view, {} of 5: {}", scene.number(), scene.label());
    let region = UiBuilder::new()
        .max_rect(text)
        .accessibility_role(Role::Region)
        .accessibility_label(name);
    let more = ui
        .scope_builder(region, |ui| {
            scroll::show(ui, |ui| centred(ui, view, case, scene))
        })
        .inner;
    if more {
        fade(ui, text);
        says_more(ui, view, below);
    }
}

/// The page in the middle of the window.
fn centred(ui: &mut Ui, view: &View<'_>, case: &Case, scene: Scene) {
    let columns = Columns::of(ui);
    let margin = (ui.available_width() - columns.page()).max(0.0) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(margin);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            ui.set_width(columns.page());
            ui.add_space(GAP_M);
            match scene {
                Scene::Case => case::ui(ui, columns, view, case),
                Scene::Words => words::ui(ui, columns, case),
                Scene::Question => question::ui(ui, columns, view, case),
                Scene::Panel => panel::ui(ui, view, case),
                Scene::Judgement => aloud::ui(ui, columns, view, case),
            }
            // As much as `scroll` may leave out of sight.
            ui.add_space(GAP_XL);
        });
    });
}

/// The last line of a text that goes on fades out.
fn fade(ui: &Ui, text: Rect) {
    let paper = Tokens::of(ui).paper;
    let (top, bottom) = (text.bottom() - FADE, text.bottom());
    // The bar of the scroll stays clear.
    let right = text.right() - ui.spacing().scroll.allocated_width();
    let mut mesh = Mesh::default();
    for (x, y, colour) in [
        (text.left(), top, Color32::TRANSPARENT),
        (right, top, Color32::TRANSPARENT),
        (right, bottom, paper),
        (text.left(), bottom, paper),
    ] {
        mesh.vertices.push(Vertex {
            pos: pos2(x, y),
            uv: WHITE_UV,
            color: colour,
        });
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    ui.painter().add(Shape::mesh(mesh));
}

/// That there is more below; pressed, it goes there.
fn says_more(ui: &mut Ui, view: &mut View<'_>, below: Rect) {
    let words = RichText::new("More below").text_style(theme::wall_note());
    let button = Button::new(words.color(Tokens::of(ui).ink_muted)).frame_when_inactive(false);
    if ui.put(below, button).on_hover_text("Page Down").clicked() {
        view.want(Intent::Room(Move::PageDown));
    }
}
