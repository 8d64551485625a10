//! How everything looks: the bundled type, its sizes, the 4-point grid, light and dark.
//!
//! Screens name roles ([`Tokens`]) and text styles, never colours and sizes, so that contrast and
//! scale can be held in one place.

pub mod contrast;
mod fonts;
mod scenario;
mod tokens;

use eframe::egui::{
    self, Color32, CornerRadius, FontFamily, FontId, Margin, RichText, Shadow, Stroke, Style,
    TextStyle, Theme, ThemePreference, Visuals,
    style::{HandleShape, ScrollStyle, Selection, WidgetVisuals},
    vec2,
};

pub use fonts::bold;
pub use scenario::{PointShape, ScenarioLook};
pub use tokens::{Tokens, Tone};

/// Smallest gap: between a label and its field. Points.
pub const GAP_XS: f32 = 4.0;
/// Gap between neighbours. Points.
pub const GAP_S: f32 = 8.0;
/// Gap between fields. Points.
pub const GAP_M: f32 = 16.0;
/// Gap between sections. Points.
pub const GAP_L: f32 = 24.0;
/// Gap between parts of a page. Points.
pub const GAP_XL: f32 = 32.0;
/// Margin and gap between columns in room view. Points.
pub const GAP_WALL: f32 = 64.0;
/// The least height of anything that can be clicked. Points.
pub const CONTROL_HEIGHT: f32 = 32.0;
/// Width of the ring around what has the keyboard. Points.
pub const FOCUS_WIDTH: f32 = 2.0;
/// Rounding of what can be clicked or typed into, and of notices. Points.
pub const RADIUS: u8 = 4;
/// How much of a button is left where it cannot be pressed. Fields and choices keep all of
/// theirs: they are read where they cannot be changed.
pub const DISABLED: f32 = 0.65;
/// Line height of reading text, as a multiple of its size.
pub const LINE_HEIGHT: f32 = 1.4;

/// Text style of section headings, 19 bold.
pub fn section() -> TextStyle {
    TextStyle::Name("section".into())
}

/// Text style of headline figures, 34 bold.
pub fn headline() -> TextStyle {
    TextStyle::Name("headline".into())
}

/// Text style of body text that stands out, 16 bold.
pub fn strong() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// Text style of what is read aloud from the laptop, 22.
pub fn aloud() -> TextStyle {
    TextStyle::Name("aloud".into())
}

/// Text style of room view, read from across a room, 28.
pub fn wall() -> TextStyle {
    TextStyle::Name("wall".into())
}

/// Text style of room view's headings within a scene, 28 bold.
pub fn wall_section() -> TextStyle {
    TextStyle::Name("wall section".into())
}

/// Text style of the heading of a scene in room view, 38 bold.
pub fn wall_title() -> TextStyle {
    TextStyle::Name("wall title".into())
}

/// Text style of room view's attributions and notes, 20.
pub fn wall_note() -> TextStyle {
    TextStyle::Name("wall note".into())
}

/// Body text with the line height of text that is read rather than glanced at.
pub fn reading(ui: &egui::Ui, text: impl Into<String>) -> RichText {
    reading_in(ui, text, TextStyle::Body)
}

/// Text of a style with the line height of text that is read.
pub fn reading_in(ui: &egui::Ui, text: impl Into<String>, style: TextStyle) -> RichText {
    let size = style.resolve(ui.style()).size;
    RichText::new(text)
        .text_style(style)
        .line_height(Some(size * LINE_HEIGHT))
}

/// The height of a line of [`reading`] text. Points.
pub fn line_height(ui: &egui::Ui) -> f32 {
    TextStyle::Body.resolve(ui.style()).size * LINE_HEIGHT
}

/// Small muted text: hints, attributions, notes.
pub fn note(ui: &egui::Ui, text: impl Into<String>) -> RichText {
    let size = TextStyle::Small.resolve(ui.style()).size;
    RichText::new(text)
        .small()
        .line_height(Some(size * LINE_HEIGHT))
        .color(Tokens::of(ui).ink_muted)
}

/// Gives the context the bundled fonts and both styles. Light unless a theme has been chosen: the
/// program is made for a projector, and what the desktop prefers says nothing about the wall.
/// Whoever lets the person choose calls `ctx.set_theme` afterwards.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.all_styles_mut(lay_out);
    ctx.set_visuals_of(Theme::Light, visuals(false));
    ctx.set_visuals_of(Theme::Dark, visuals(true));
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        if options.theme_preference == ThemePreference::System {
            options.theme_preference = ThemePreference::Light;
        }
    });
}

fn lay_out(style: &mut Style) {
    use FontFamily::{Monospace, Proportional};
    style.text_styles = [
        (TextStyle::Small, FontId::new(13.5, Proportional)),
        (TextStyle::Body, FontId::new(16.0, Proportional)),
        (TextStyle::Button, FontId::new(16.0, Proportional)),
        (TextStyle::Monospace, FontId::new(15.0, Monospace)),
        (TextStyle::Heading, FontId::new(26.0, bold())),
        (strong(), FontId::new(16.0, bold())),
        (section(), FontId::new(19.0, bold())),
        (aloud(), FontId::new(22.0, Proportional)),
        (headline(), FontId::new(34.0, bold())),
        (wall(), FontId::new(28.0, Proportional)),
        (wall_section(), FontId::new(28.0, bold())),
        (wall_title(), FontId::new(38.0, bold())),
        (wall_note(), FontId::new(20.0, Proportional)),
    ]
    .into();
    style.animation_time = 0.2;
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(GAP_S, GAP_S);
    spacing.button_padding = vec2(12.0, 4.0);
    spacing.interact_size = vec2(40.0, CONTROL_HEIGHT);
    // egui adds it in fields and buttons, not in labels: what is read there is set by `reading`
    // and `note`.
    spacing.extra_text_line_spacing = 2.0;
    spacing.window_margin = Margin::same(16);
    spacing.menu_margin = Margin::same(4);
    spacing.indent = GAP_L;
    spacing.combo_width = 160.0;
    spacing.combo_height = 320.0;
    spacing.text_edit_width = 320.0;
    spacing.slider_width = 160.0;
    spacing.icon_width = 18.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = GAP_S;
    spacing.tooltip_width = 420.0;
    spacing.scroll = ScrollStyle {
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        dormant_handle_opacity: 0.25,
        active_handle_opacity: 0.4,
        interact_handle_opacity: 0.8,
        ..ScrollStyle::thin()
    };
}

fn visuals(dark: bool) -> Visuals {
    let tokens = Tokens::for_theme(dark);
    let mut visuals = if dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let control = |fill: Color32, stroke: Stroke| WidgetVisuals {
        weak_bg_fill: fill,
        bg_fill: fill,
        bg_stroke: stroke,
        fg_stroke: Stroke::new(1.5, tokens.ink),
        corner_radius: CornerRadius::same(RADIUS),
        expansion: 0.0,
    };
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = control(tokens.paper, Stroke::new(1.0, tokens.hairline));
    widgets.inactive = control(tokens.raised, Stroke::new(1.0, tokens.outline));
    // Slider rails are painted with this fill and no outline.
    widgets.inactive.bg_fill = tokens.recessed;
    widgets.hovered = control(tokens.recessed, Stroke::new(1.0, tokens.ink));
    // Pressed, and what has the keyboard.
    widgets.active = control(tokens.recessed, Stroke::new(FOCUS_WIDTH, tokens.accent));
    widgets.open = control(tokens.recessed, Stroke::new(1.0, tokens.outline));

    visuals.weak_text_color = Some(tokens.ink_muted);
    visuals.selection = Selection {
        bg_fill: tokens.accent_soft,
        stroke: Stroke::new(FOCUS_WIDTH, tokens.accent),
    };
    visuals.hyperlink_color = tokens.accent;
    visuals.faint_bg_color = tokens.recessed;
    visuals.code_bg_color = tokens.recessed;
    visuals.extreme_bg_color = tokens.raised;
    visuals.text_edit_bg_color = Some(tokens.raised);
    visuals.warn_fg_color = tokens.caution;
    visuals.error_fg_color = tokens.danger;
    visuals.panel_fill = tokens.paper;
    visuals.window_fill = tokens.raised;
    visuals.window_stroke = Stroke::new(1.0, tokens.hairline);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    visuals.window_shadow = shadow(dark, 24);
    visuals.popup_shadow = shadow(dark, 12);
    visuals.text_cursor.stroke = Stroke::new(2.0, tokens.ink);
    visuals.handle_shape = HandleShape::Circle;
    visuals.slider_trailing_fill = true;
    visuals.disabled_alpha = DISABLED;
    visuals
}

fn shadow(dark: bool, blur: u8) -> Shadow {
    Shadow {
        offset: [0, 4],
        blur,
        spread: 0,
        color: Color32::from_black_alpha(if dark { 110 } else { 40 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_unless_chosen() {
        let ctx = egui::Context::default();
        install(&ctx);
        assert_eq!(ctx.theme(), Theme::Light);
        let ctx = egui::Context::default();
        ctx.set_theme(Theme::Dark);
        install(&ctx);
        assert_eq!(ctx.theme(), Theme::Dark);
    }
}
