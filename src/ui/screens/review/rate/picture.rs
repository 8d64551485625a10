//! The picture of where the panel stands, with the parents in it: a square for each member and a
//! disc for each parent, in the row of the place that they see as ideal.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Color32, Label, Pos2, Rect, RichText, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use crate::review::case::Case;
use crate::ui::stands::{self, Kind, Stands};
use crate::ui::theme::{self, GAP_M, GAP_S, GAP_XS, Tokens, Tone};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, heading, measure};
use crate::ui::words::count;

/// Measures of the picture. Points.
struct Size {
    /// A mark.
    mark: f32,
    /// The column of names: its share of the width, and its bounds.
    names: (f32, f32, f32),
    /// Whether who stands in a row is written out below it.
    roles: bool,
}

const LARGE: Size = Size {
    mark: 22.0,
    names: (0.36, 180.0, 380.0),
    roles: true,
};

const SMALL: Size = Size {
    mark: 13.0,
    names: (0.52, 130.0, 320.0),
    roles: false,
};

/// Shows it: large with every role, or `small` above something else, with the roles on request.
/// Nothing before the ratings are revealed.
pub fn picture(ui: &mut Ui, view: &View<'_>, case: &Case, small: bool) {
    let rows = stands::stands(case, view.review.setup());
    if rows.is_empty() {
        return;
    }
    let child = case.file.child();
    let finding = stands::finding(&rows, child);
    let size = if small { SMALL } else { LARGE };
    match small {
        true => heading::group(ui, &finding),
        false => heading::section(ui, &finding),
    };
    key(ui, &rows);
    ui.add_space(if small { GAP_XS } else { GAP_S });
    let of = stands::rated(&rows);
    let list = UiBuilder::new()
        .accessibility_role(Role::List)
        .accessibility_label("Where the panel stands");
    let shown = ui.scope_builder(list, |ui| {
        ui.spacing_mut().item_spacing.y = if small { 2.0 } else { GAP_XS };
        for row in &rows {
            one(ui, row, child, of, &size);
        }
    });
    access::bounds(ui, &shown.response);
}

/// What the marks stand for.
fn key(ui: &mut Ui, rows: &[Stands]) {
    let parents = rows.iter().any(|row| !row.parents.is_empty());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XS;
        marks::small(ui, Mark::Voice(Tone::Panel));
        ui.label(theme::note(ui, "a member, alone and before the discussion"));
        if parents {
            ui.add_space(GAP_S);
            marks::small(ui, Mark::Voice(Tone::Parent));
            ui.label(theme::note(ui, "a parent"));
        }
    });
}

fn one(ui: &mut Ui, row: &Stands, child: &str, of: usize, size: &Size) {
    let spoken = spoken(row, child, of);
    let item = UiBuilder::new()
        .accessibility_role(Role::ListItem)
        .accessibility_label(&spoken);
    let shown = ui.scope_builder(item, |ui| {
        let room = ui.available_width();
        let (share, least, most) = size.names;
        let names = (room * share).clamp(least, most).min(room * 0.6);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_M;
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_width(names);
                name(ui, row, child, size);
            });
            let rest = ui.available_width();
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = GAP_XS;
                ui.set_width(rest);
                who(ui, row, of, size);
            });
        });
    });
    access::bounds(ui, &shown.response);
    if !size.roles {
        shown.response.on_hover_text(spoken);
    } else {
        ui.separator();
    }
}

fn name(ui: &mut Ui, row: &Stands, child: &str, size: &Size) {
    let text = RichText::new(&row.name);
    let text = match (row.kind, size.roles) {
        (Kind::Place, true) => text.text_style(theme::strong()),
        (Kind::Place, false) => text,
        _ => text.color(Tokens::of(ui).ink_muted),
    };
    ui.add(Label::new(text).wrap());
    if row.here {
        let text = theme::note(ui, format!("where {child} is now"));
        ui.add(Label::new(text).wrap());
    }
}

/// The marks, how many there are, and who they are.
fn who(ui: &mut Ui, row: &Stands, of: usize, size: &Size) {
    if row.kind == Kind::Silent {
        let all: Vec<&str> = row
            .members
            .iter()
            .chain(&row.parents)
            .map(String::as_str)
            .collect();
        let text = match size.roles {
            true => all.join(" · "),
            false => all.len().to_string(),
        };
        ui.add(Label::new(theme::note(ui, text)).wrap());
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP_S, GAP_XS);
        if !row.members.is_empty() {
            some(ui, row.members.len(), Tone::Panel, row.kind, size);
            let number = format!("{} of {of}", row.members.len());
            ui.label(RichText::new(number).text_style(theme::strong()));
        }
        if !row.parents.is_empty() {
            some(ui, row.parents.len(), Tone::Parent, row.kind, size);
            let text = match size.roles {
                true => row.parents.join(" · "),
                false if row.parents.len() == 1 => row.parents.concat(),
                false => count(row.parents.len(), "parent", "parents"),
            };
            ui.add(Label::new(text).wrap());
        }
    });
    if size.roles && !row.members.is_empty() {
        let text = theme::note(ui, row.members.join(" · "));
        ui.scope(|ui| {
            ui.set_max_width(measure::reading_width(ui).min(ui.available_width()));
            ui.add(Label::new(text).wrap());
        });
    }
}

/// So many marks in a row; hollow where no place was named.
fn some(ui: &mut Ui, number: usize, tone: Tone, kind: Kind, size: &Size) {
    let step = size.mark + 3.0;
    let room = ui.max_rect().width().max(step);
    let in_a_row = ((room / step) as usize).max(1).min(number);
    let lines = number.div_ceil(in_a_row.max(1));
    let line = size.mark.max(theme::line_height(ui));
    let whole = vec2(in_a_row as f32 * step, lines as f32 * line);
    let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    let colour = tone.colour(Tokens::of(ui));
    for at in 0..number {
        let (column, row) = (at % in_a_row, at / in_a_row);
        let centre = pos2(
            rect.left() + (column as f32 + 0.5) * step,
            rect.top() + (row as f32 + 0.5) * line,
        );
        mark(ui, centre, size.mark, (tone, kind), colour);
    }
}

fn mark(ui: &Ui, centre: Pos2, size: f32, (tone, kind): (Tone, Kind), colour: Color32) {
    let painter = ui.painter();
    let line = Stroke::new(2.0, colour);
    let square = Rect::from_center_size(centre, vec2(size, size) * 0.86);
    match (tone, kind) {
        (Tone::Parent, Kind::Place) => {
            painter.circle_filled(centre, size / 2.0, colour);
        }
        (Tone::Parent, _) => {
            painter.circle_stroke(centre, size / 2.0 - 1.0, line);
        }
        (_, Kind::Place) => {
            painter.rect_filled(square, 2.0, colour);
        }
        (_, _) => {
            painter.rect_stroke(square, 2.0, line, StrokeKind::Inside);
        }
    }
}

/// "Resourced provision or SEN unit: 3 of 8 members, SENCO, health, finance; parents: mother"
fn spoken(row: &Stands, child: &str, of: usize) -> String {
    let here = match row.here {
        true => format!(", where {child} is now"),
        false => String::new(),
    };
    let mut said = Vec::new();
    if !row.members.is_empty() {
        let roles = row.members.join("; ");
        said.push(match row.kind {
            Kind::Silent => format!("members: {roles}"),
            _ => format!("{} of {of} members: {roles}", row.members.len()),
        });
    }
    if !row.parents.is_empty() {
        said.push(format!("parents: {}", row.parents.join("; ")));
    }
    format!("{}{here}: {}", row.name, said.join(". "))
}
