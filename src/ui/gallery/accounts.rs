//! How figures came about: what offers it, and the lines that tell it.

use eframe::egui::{TextStyle, Ui};

use super::{Gallery, state};
use crate::ui::theme;
use crate::ui::widgets::account::Line;
use crate::ui::widgets::formula::formula;
use crate::ui::widgets::link::{how, link};

/// Lines of an account, short and long.
pub fn accounts(ui: &mut Ui, _: &mut Gallery) {
    ui.horizontal_wrapped(|ui| {
        ui.label("Covers 4 of 8 provisions.");
        how(ui, "the share of children covered");
        link(ui, "2027-28", TextStyle::Small);
    });
    state(ui, "a figure in running text, and a link");
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let money = |what, value| Line::term(what, value).leads(true);
        money("children like C11", "£3,064,892").show(ui);
        money("children like C02", "−£386,095").show(ui);
        Line::term("and 20 more together", "£1,111,111").show(ui);
        Line::total("Together", "£3,789,908").show(ui);
    });
    state(ui, "amounts below each other, and what they come to");
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let long = "Independent or non-maintained special school, residential, to Maintained \
                    special school or academy";
        Line::term(long, "£3,064,892").show(ui);
        let table = "entered in the table of provisions";
        let children = "children in Independent or non-maintained special school, residential";
        Line::part("", "59", children).from(table).show(ui);
        Line::part("÷", "9", "cases judged there").show(ui);
        let judged = Line::part("×", "£7,338", "as judged, for a child");
        judged.leads(true).show(ui);
        let cut = "a name in a long list, which is cut off where there is no room for it";
        Line::term(cut, "£1").leads(true).one_row().show(ui);
    });
    state(ui, "what a line is made of; a long name, and one cut off");
    Line::term("grant", "£500,000")
        .from("entered in the baseline")
        .show(ui);
    Line::term("what the move saves", "not known").show(ui);
    let unpriced = "The value of C25 is not known and in no figure.";
    ui.label(theme::note(ui, unpriced));
    state(ui, "where it was entered; no value known, with its remark");
    formula(ui, "κ (1+π)^t Σ_i N_p(t) E_p(t) w_i v(p→q, s)");
    state(ui, "a formula");
}
