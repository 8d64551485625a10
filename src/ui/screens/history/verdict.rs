//! The verdict in one large sentence: has anything been changed since the meeting?

use eframe::egui::accesskit::Live;
use eframe::egui::{Label, TextStyle, Ui};

use crate::review::text::{CaseId, sentence};
use crate::review::{Followed, Stop, Verified};
use crate::ui::intent::{Intent, Screen};
use crate::ui::theme::{self, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{heading, link, measure};
use crate::ui::words::count;

const CHANGED: &str = "What is named here is not what its history says it should be: somebody has changed the file by other means than this program.";
/// Places that are named; the rest are counted.
const NAMED: usize = 8;

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
        complaints(ui, view);
    }
    resting(ui, view);
    ui.scope(|ui| {
        ui.set_max_width((1.5 * measure::reading_width(ui)).min(ui.available_width()));
        ui.add(Label::new(theme::reading(ui, verdict.because)).wrap());
        ancestors(ui, view);
    });
}

fn of(view: &View<'_>) -> Verdict {
    let check = view.outside.check();
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
        return changed(view);
    }
    match (view.outside.sealing(), sealed_at(view)) {
        (Some(_), Some(at)) if view.outside.seal_holds() => Verdict {
            mark: Mark::Done,
            sentence: format!("Sealed, and unchanged since {at}"),
            because: followed(view),
            places: Vec::new(),
        },
        (Some(_), at) => Verdict {
            mark: Mark::Danger,
            sentence: match at {
                Some(at) => format!("Sealed on {at}, and changed since"),
                None => "Sealed, nobody knows when, and changed since".to_owned(),
            },
            because: "What stands in this file does not give the fingerprint that was kept when it was sealed.".to_owned(),
            places: Vec::new(),
        },
        _ => Verdict {
            mark: Mark::Information,
            sentence: not_sealed(view),
            because: followed(view),
            places: Vec::new(),
        },
    }
}

/// When it was sealed, if the history ends with that.
fn sealed_at(view: &View<'_>) -> Option<String> {
    view.outside.sealed_at().map(|at| view.services.when(at))
}

/// Parts of it are not what its history says.
fn changed(view: &View<'_>) -> Verdict {
    let sealed = view.outside.sealing().is_some();
    let (sentence, because) = match (sealed, view.outside.seal_holds(), sealed_at(view)) {
        (true, true, Some(at)) => (
            format!(
                "Sealed on {at}, unchanged since. It had been changed outside the program before"
            ),
            "It was sealed as it stands here. What is named was by then not what its history says it should be: somebody had changed the file by other means than this program.",
        ),
        (true, _, Some(at)) => (
            format!("Sealed on {at}, and changed outside the program since"),
            CHANGED,
        ),
        (true, _, None) => (
            "Sealed, nobody knows when, and changed outside the program".to_owned(),
            CHANGED,
        ),
        _ => ("Changed outside the program".to_owned(), CHANGED),
    };
    Verdict {
        mark: Mark::Danger,
        sentence,
        because: because.to_owned(),
        places: view.outside.check().changed_outside.clone(),
    }
}

fn not_sealed(view: &View<'_>) -> String {
    let sentence = match view.outside.check().followed {
        Followed::Whole => "Not sealed; everything is what its history says",
        Followed::Until {
            why: Stop::TakenOut,
            ..
        } if !view.outside.check().rests_on_redaction.is_empty() => {
            "Not sealed; text was taken out, and what stood there before can no longer be checked"
        }
        Followed::Until {
            why: Stop::TakenOut,
            ..
        } => "Not sealed; text was taken out, and nothing else was found changed",
        Followed::Until { .. } => "Not sealed; nothing was found changed",
    };
    sentence.to_owned()
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
            "a passage of text was taken out there, and the history says when and why, not what"
                .to_owned()
        }
        Stop::CannotBeFollowed | Stop::TooLong => why.label().to_owned(),
    };
    let stops = format!("Replay stops at entry {entry} of {all}: {why}.");
    if check.unchecked.is_empty() {
        if !view.outside.check().rests_on_redaction.is_empty() {
            return format!(
                "{stops} From there on each part was held against the last entry that touched it instead. What is named here rests on what was written when the passage was taken out, and on nothing before; everything else is as its entries say."
            );
        }
        return format!(
            "{stops} From there on each part was held against the last entry that touched it instead, and is as that says."
        );
    }
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
            one_place(ui, view, place);
        }
    });
}

/// What is wrong at each of them.
fn complaints(ui: &mut Ui, view: &View<'_>) {
    let all = &view.outside.check().complaints;
    for complaint in all.iter().take(NAMED) {
        let text = format!("{}: {}", sentence(&complaint.place), complaint.what);
        ui.add(Label::new(theme::note(ui, text)).wrap());
    }
    if let more @ 1.. = all.len().saturating_sub(NAMED) {
        ui.label(theme::note(ui, format!("and {more} more")));
    }
}

/// A place, as a link where it is there to be gone to.
fn one_place(ui: &mut Ui, view: &mut View<'_>, place: &str) {
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

/// What nobody can check any more, since a passage was taken out of it: a line for each time.
fn resting(ui: &mut Ui, view: &mut View<'_>) {
    let mut since: Vec<u64> = view.outside.rests().map(|(_, entry)| entry).collect();
    since.sort_unstable();
    since.dedup();
    for entry in since {
        let here = view.outside.rests().filter(|(_, since)| *since == entry);
        let parts: Vec<String> = here.map(|(part, _)| part.to_string()).collect();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = GAP_S;
            marks::mark(ui, Mark::Caution);
            let said = format!("said before entry {entry} can no longer be checked");
            if let [one] = parts.as_slice() {
                ui.label(theme::reading(ui, "What"));
                one_place(ui, view, one);
                ui.label(theme::reading(ui, said));
                return;
            }
            ui.label(theme::reading(ui, format!("What these {said}:")));
            for part in parts.iter().take(NAMED) {
                one_place(ui, view, part);
            }
            if let more @ 1.. = parts.len().saturating_sub(NAMED) {
                ui.label(theme::reading(ui, format!("and {more} more")));
            }
        });
    }
}

/// The sealed versions that this one continues, and whether its history gives them.
fn ancestors(ui: &mut Ui, view: &View<'_>) {
    for ancestor in view.outside.check().ancestors() {
        ui.add_space(GAP_XS);
        let words = ancestor.fingerprint.in_words();
        let version = match ancestor.sealed_at {
            Some(at) => format!("the version sealed on {}", view.services.when(at)),
            None => "a sealed version".to_owned(),
        };
        let (mark, text) = match ancestor.verified {
            Verified::Verified => (
                Mark::Done,
                format!(
                    "Continues {version} with the words: {words}. The history before it gives them."
                ),
            ),
            Verified::Differs => (
                Mark::Danger,
                format!(
                    "Entry {} names a sealed version that the history before it does not give: {words}.",
                    ancestor.entry
                ),
            ),
            Verified::CannotBeChecked => (
                Mark::Caution,
                format!(
                    "Says that it continues {version} with the words: {words}. This cannot be checked, since the history cannot be followed that far."
                ),
            ),
        };
        marks::labelled(ui, mark, &text);
    }
}
