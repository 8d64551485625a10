//! A word of warning below a field whose text looks as if it identified somebody: what, why, and
//! what can be done about it in one step.

mod looks;

use eframe::egui::{Id, Label, RichText, TextStyle, Ui};

use looks::Warning;

use super::intent::Intent;
use super::screens::taking_out::offer;
use super::taking_out::{Taking, TakingOut};
use super::theme::{GAP_M, Tokens};
use super::widgets::marks::{self, Mark};
use super::widgets::{access, link};
use crate::privacy::{Kept, Kind};
use crate::review::Command;
use crate::review::command::SetupEdit;
use crate::review::redact::Why;
use crate::review::text::Text;

/// What became of a warning in this pass.
#[derive(Default)]
pub struct Warned {
    /// What somebody wants.
    pub wanted: Option<Intent>,
    /// Whether the pointer is down on what it offers.
    pub pressed: bool,
}

/// What something is taken out as, in the order in which it is offered: as proposed, or for a name
/// of which nobody can tell whose it is, as each of three.
pub fn offered(kind: Kind, proposed: Option<Why>) -> &'static [Why] {
    match (kind, proposed) {
        (_, Some(Why::ChildsName)) => &[Why::ChildsName],
        (_, Some(Why::ParentsName)) => &[Why::ParentsName],
        (_, Some(Why::AnothersName)) => &[Why::AnothersName],
        (_, Some(Why::School)) => &[Why::School],
        (_, Some(Why::Place)) => &[Why::Place],
        (_, Some(Why::DateOfBirth)) => &[Why::DateOfBirth],
        (_, Some(Why::Number)) => &[Why::Number],
        (_, Some(Why::SomethingElse)) => &[Why::SomethingElse],
        (Kind::Name, None) => &[Why::ChildsName, Why::ParentsName, Why::AnothersName],
        (_, None) => &[Why::SomethingElse],
    }
}

/// Warns below the field that was shown last, if its text looks as if it identified somebody and
/// nobody has looked at it and kept it.
pub fn warn(ui: &mut Ui, field: Id, text: &str, kept: &[Text], may_change: bool) -> Warned {
    let found = looks::through(ui, field, text);
    if found.is_empty() {
        return Warned::default();
    }
    let kept = Kept::new(kept.iter().map(Text::as_str));
    let open: Vec<&Warning> = found
        .iter()
        .filter(|one| !kept.holds(&one.passage))
        .collect();
    let Some(first) = open.first() else {
        return Warned::default();
    };
    let more = match open.len() {
        1 => String::new(),
        2 => " And 1 more.".to_owned(),
        n => format!(" And {} more.", n - 1),
    };
    let (passage, kind) = (&first.passage, first.kind.label());
    let said = format!(
        "“{passage}” may identify somebody ({kind}). {}{more} Children and families appear by number and role only.",
        first.because
    );
    let shown = ui.horizontal_top(|ui| {
        marks::small(ui, Mark::Caution);
        ui.vertical(|ui| {
            let said = RichText::new(said).small().color(Tokens::of(ui).caution);
            ui.add(Label::new(said).wrap());
            if may_change {
                ui.horizontal_wrapped(|ui| offers(ui, first)).inner
            } else {
                None
            }
        })
        .inner
    });
    let over = ui.rect_contains_pointer(shown.response.rect);
    Warned {
        wanted: shown.inner,
        pressed: over && ui.input(|input| input.pointer.any_down() || input.pointer.any_released()),
    }
}

fn offers(ui: &mut Ui, warning: &Warning) -> Option<Intent> {
    ui.spacing_mut().item_spacing.x = GAP_M;
    let passage = &warning.passage;
    let mut wanted = None;
    for why in offered(warning.kind, warning.proposed) {
        let taking = TakingOut {
            why: Some(*why),
            ..TakingOut::of(passage, Some(warning.kind))
        };
        let words = format!("Replace with {}", why.usual().mark());
        let replace = link::link(ui, &words, TextStyle::Small);
        access::name(ui, &replace, format!("{words}: “{passage}”"));
        let hint = "Wherever it stands in this review and its history. It cannot be undone.";
        ui.ctx()
            .accesskit_node_builder(replace.id, |node| node.set_description(hint));
        if replace.on_hover_text(hint).clicked() {
            wanted = Some(Intent::TakeOut(Taking::Directly(taking)));
        }
    }
    // Before it is pressed, not after.
    ui.label(
        RichText::new("(cannot be undone)")
            .small()
            .color(Tokens::of(ui).ink_muted),
    );
    let words = "Keep: not identifying";
    let keep = link::link(ui, words, TextStyle::Small);
    access::name(ui, &keep, format!("{words}: “{passage}”"));
    if keep.clicked()
        && let Ok(passage) = Text::new(passage)
    {
        let edit = SetupEdit::KeepPassage(passage);
        wanted = Some(Intent::Apply(Command::Setup(edit)));
    }
    if offer(ui, passage) {
        let taking = TakingOut::of(passage, Some(warning.kind));
        wanted = Some(Intent::TakeOut(Taking::Open(taking)));
    }
    wanted
}
