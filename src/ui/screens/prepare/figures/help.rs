//! What a figure means, what is typical and where that is known from: opens below the figure, by
//! key as by mouse.

use eframe::egui::{Button, Frame, Label, Margin, RichText, Ui, vec2};

use crate::guidance::Help;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_XS, RADIUS, Tokens};
use crate::ui::unfolded::Fold;
use crate::ui::view::View;
use crate::ui::widgets::{access, measure};

/// The mark that opens the help on what has this label.
pub fn mark(ui: &mut Ui, view: &mut View<'_>, label: &'static str) {
    let fold = Fold::Help(label);
    let open = view.place.unfolded.has(&fold);
    let colour = Tokens::of(ui).accent;
    let words = RichText::new("?").text_style(theme::strong()).color(colour);
    let button = Button::new(words)
        .selected(open)
        .frame_when_inactive(open)
        .min_size(vec2(CONTROL_HEIGHT, CONTROL_HEIGHT));
    let mark = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding.x = GAP_XS;
            ui.add(button)
        })
        .inner;
    access::name(ui, &mark, format!("{label}: what does this mean?"));
    ui.ctx()
        .accesskit_node_builder(mark.id, |node| node.set_expanded(open));
    if mark.clicked() {
        view.want(Intent::Unfold(fold));
    }
}

/// The help, where it has been opened.
pub fn text(ui: &mut Ui, view: &View<'_>, label: &'static str, help: &Help) {
    if !view.place.unfolded.has(&Fold::Help(label)) {
        return;
    }
    let fill = Tokens::of(ui).recessed;
    let width = measure::reading_width(ui).min(ui.available_width() - 24.0);
    Frame::new()
        .fill(fill)
        .corner_radius(RADIUS)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_max_width(width);
            ui.add(Label::new(theme::reading(ui, help.means)).wrap());
            for typical in help.typical {
                ui.add(Label::new(theme::reading(ui, typical.says)).wrap());
                let from = format!("Source: {}", typical.from.in_words());
                ui.add(Label::new(theme::note(ui, from)).wrap());
            }
            let not_known = format!("If it is not known: {}", help.not_known);
            ui.add(Label::new(theme::reading(ui, not_known)).wrap());
        });
}
