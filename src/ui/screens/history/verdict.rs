//! The verdict in one large sentence: has anything been changed since the meeting?

use eframe::egui::accesskit::Live;
use eframe::egui::{Label, TextStyle, Ui};

use crate::review::Command;
use crate::review::check::{Followed, Stop};
use crate::review::text::CaseId;
use crate::ui::intent::{Intent, Screen};
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{heading, link, measure};
use crate::ui::words::count;

/// What there is to say: how grave it is, the sentence, what explains it, and the places meant.
struct Verdict {
    mark: Mark,
    sentence: String,
    because: String,
    places: Vec<String>,
}

/// Shows it.
pub fn ui(ui: &mut Ui, view: &mut View<'_>) {
    let verdict = of(view);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        marks::of_style(ui, verdict.mark, &theme::headline());
        let said = heading::heading(ui, &verdict.sentence, theme::headline(), 1);
        // Whoever has just sealed hears it.
        ui.ctx()
            .accesskit_node_builder(said.id, |node| node.set_live(Live::Polite));
    });
    if !verdict.places.is_empty() {
        places(ui, view, &verdict.places);
    }
    ui.scope(|ui| {
        ui.set_max_width((1.5 * measure::reading_width(ui)).min(ui.available_width()));
        ui.add(Label::new(theme::reading(ui, verdict.because)).wrap());
        ancestors(ui, view);
    });
}

fn of(view: &View<'_>) -> Verdict {
    let check = view.outside.check();
    let sealing = view.outside.sealing();
    let sealed_at = sealing.map(|sealing| view.services.when(sealing.at));
    if let Err(broken) = &check.chain {
        return Verdict {
            mark: Mark::Danger,
            sentence: "The history itself was changed outside the program".to_owned(),
            because: format!(
                "It no longer fits together: {broken}. Nothing that stands in this file can be relied on."
            ),
            places: check.changed_outside.clone(),
        };
    }
    if !check.changed_outside.is_empty() {
        let since =
            sealed_at.map(|at| format!("Sealed on {at}, and changed outside the program since"));
        return Verdict {
            mark: Mark::Danger,
            sentence: since.unwrap_or_else(|| "Changed outside the program".to_owned()),
            because: "What is named here is not what its history says it should be: somebody has changed the file by other means than this program.".to_owned(),
            places: check.changed_outside.clone(),
        };
    }
    match (sealing, sealed_at) {
        (Some(sealing), Some(at)) if sealing.unchanged => Verdict {
            mark: Mark::Done,
            sentence: format!("Sealed, and unchanged since {at}"),
            because: followed(view),
            places: Vec::new(),
        },
        (Some(_), Some(at)) => Verdict {
            mark: Mark::Danger,
            sentence: format!("Sealed on {at}, and changed since"),
            because: "What stands in this file does not give the fingerprint that was kept when it was sealed.".to_owned(),
            places: Vec::new(),
        },
        _ => Verdict {
            mark: Mark::Information,
            sentence: match check.followed {
                Followed::Whole => "Not sealed; everything is what its history says".to_owned(),
                Followed::Until {
                    why: Stop::TakenOut,
                    ..
                } => "Not sealed; text was taken out, and nothing else was found changed".to_owned(),
                Followed::Until { .. } => "Not sealed; nothing was found changed".to_owned(),
            },
            because: followed(view),
            places: Vec::new(),
        },
    }
}

/// How far the history could be followed, and what that leaves open.
fn followed(view: &View<'_>) -> String {
    let check = view.outside.check();
    let all = view.review.history().entries().len();
    let (entry, why) = match check.followed {
        Followed::Whole if all == 1 => return "Its history has one entry so far.".to_owned(),
        Followed::Whole => {
            return format!(
                "Its history was followed from the first of {all} entries to the last, and gives exactly what stands here."
            );
        }
        Followed::Until { entry, why } => (entry, why),
    };
    let why = match why {
        Stop::TakenOut => {
            "a passage of text was taken out there, and the history says when, and what it was"
                .to_owned()
        }
        Stop::CannotBeFollowed | Stop::TooLong => why.label().to_owned(),
    };
    let stops = format!("Replay stops at entry {entry} of {all}: {why}.");
    if check.unchecked.is_empty() {
        return format!(
            "{stops} From there on each part was held against the last entry that touched it instead, and is as that says."
        );
    }
    const NAMED: usize = 8;
    let named = check.unchecked.iter().take(NAMED).map(String::as_str);
    let named: Vec<&str> = named.collect();
    let more = match check.unchecked.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {}", count(more, "other place", "other places")),
    };
    let named = named.join(", ");
    format!(
        "{stops} Everything else was held against the last entry that touched it, and is as that says; nobody can tell of {named}{more}."
    )
}

/// The places meant, as links to them.
fn places(ui: &mut Ui, view: &mut View<'_>, places: &[String]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        ui.label(theme::reading(ui, "Where:"));
        for place in places {
            let case = place
                .strip_prefix("case ")
                .and_then(|id| CaseId::new(id).ok());
            let there = case.filter(|id| view.review.case(id).is_some());
            if let Some(id) = there {
                if link::link(ui, place, TextStyle::Body).clicked() {
                    view.want(Intent::Select(id));
                    view.want(Intent::Go(Screen::Review));
                }
            } else if place == "setup" {
                if link::link(ui, "the setup", TextStyle::Body).clicked() {
                    view.want(Intent::Go(Screen::Prepare));
                }
            } else {
                ui.label(place);
            }
        }
    });
}

/// The sealed versions that this one continues.
fn ancestors(ui: &mut Ui, view: &View<'_>) {
    let entries = view.review.history().entries();
    for (seal, entry) in entries.iter().zip(entries.iter().skip(1)) {
        let command = entry.payload.as_ref().map(|payload| &payload.command);
        let Some(Command::Continue(fingerprint)) = command else {
            continue;
        };
        ui.add_space(GAP_XS);
        let text = format!(
            "Continues the version sealed on {} with the words: {}.",
            view.services.when(seal.header.at),
            fingerprint.in_words()
        );
        ui.add(Label::new(theme::reading(ui, text)).wrap());
    }
}
