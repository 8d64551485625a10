//! What must be said beside the figures: first what they cannot tell, then what they cover, then
//! what is left out (model.md §6, §9 and §11).

use eframe::egui::{Label, RichText, Ui};

use super::{SHOWN, explained};
use crate::guidance;
use crate::projection::{FEW, Figure, Projection};
use crate::review::setup::Setup;
use crate::review::text::ProvisionCode;
use crate::ui::theme::{self, GAP_XS};
use crate::ui::view::View;
use crate::ui::words::{a_few, count};

/// What the figures cannot tell.
pub fn first(ui: &mut Ui, view: &View<'_>) {
    let Some(projection) = counted(view) else {
        return;
    };
    for verdict in few(projection).into_iter().chain(verdict(projection)) {
        let verdict = RichText::new(verdict).text_style(theme::strong());
        ui.add(Label::new(verdict).wrap());
        ui.add_space(GAP_XS);
    }
}

/// How sure they are at best, how much they cover, and which cases are left out.
pub fn before_chart(ui: &mut Ui, view: &mut View<'_>) {
    let Some(projection) = counted(view) else {
        return;
    };
    let sure = how_sure(view.review.setup(), projection);
    notes(ui, [sure]);
    if projection.coverage.covered_share_of_caseload.is_some() {
        let covers = theme::note(ui, covers(projection));
        let what = "the share of children covered";
        explained::note(ui, view, covers, Figure::CoveredCaseload, what);
        ui.add_space(GAP_XS);
    } else {
        notes(ui, [covers(projection)]);
    }
    notes(ui, left_out(projection));
}

/// What exactly is covered thinly or not at all.
pub fn after_chart(ui: &mut Ui, view: &View<'_>) {
    if let Some(projection) = counted(view) {
        notes(ui, thinly_covered(view.review.setup(), projection));
    }
}

/// The projection, where cases count.
fn counted<'a>(view: &View<'a>) -> Option<&'a Projection> {
    let projection = view.figures.projection.as_deref();
    projection.filter(|projection| projection.counted > 0)
}

fn notes(ui: &mut Ui, notes: impl IntoIterator<Item = String>) {
    for note in notes {
        ui.add(Label::new(theme::note(ui, note)).wrap());
        ui.add_space(GAP_XS);
    }
}

/// What few cases can say, wherever their range lies.
fn few(projection: &Projection) -> Option<String> {
    match projection.counted {
        _ if !projection.is_priced() => None,
        1 => Some("1 case cannot carry a range.".to_owned()),
        n if n < FEW => Some(format!("{n} cases say next to nothing about the council.")),
        _ => None,
    }
}

/// What the ranges that hold both saving and costing mean, once for all that are shown.
fn verdict(projection: &Projection) -> Option<String> {
    let open: Vec<&str> = SHOWN
        .iter()
        .filter(|(scenario, _)| {
            projection
                .scenario(*scenario)
                .is_some_and(|figures| figures.total_saving.spans_zero())
        })
        .map(|(_, look)| look.label())
        .collect();
    let these = match projection.counted {
        1 => "This 1 case".to_owned(),
        n => format!("These {n} cases"),
    };
    match open.len() {
        0 => None,
        all if all == SHOWN.len() => Some(format!(
            "{these} cannot tell whether any of this saves or costs."
        )),
        _ => Some(format!(
            "{these} cannot tell whether this saves or costs: {}.",
            open.join(", ")
        )),
    }
}

/// How sure the ranges are, at best.
fn how_sure(setup: &Setup, projection: &Projection) -> String {
    let Some(how) = guidance::why_wider(setup.selection.method) else {
        let n = count(projection.counted, "counted case", "counted cases");
        return format!("Range: about nine in ten at best, from {n}.");
    };
    format!("Range: about nine in ten at best. {how}: the real uncertainty is wider.")
}

/// What the cases reviewed cover, among the provisions where children are.
fn covers(projection: &Projection) -> String {
    let reviewed = projection.reviewed().len();
    let all = reviewed + projection.coverage.not_covered.len();
    let mut said = format!("Covers {reviewed} of {all} provisions that have children");
    if let Some(share) = projection.coverage.covered_share_of_caseload {
        said.push_str(&format!(", {:.0}% of the children", share * 100.0));
    }
    said.push('.');
    said
}

/// The provisions of which no case was reviewed, and those of which few were.
fn thinly_covered(setup: &Setup, projection: &Projection) -> Vec<String> {
    let mut notes = Vec::new();
    let name = |code: &ProvisionCode| setup.provision_name(code).to_owned();
    let uncovered: Vec<String> = projection.coverage.not_covered.iter().map(name).collect();
    if !uncovered.is_empty() {
        notes.push(format!("No case was reviewed in: {}.", listed(&uncovered)));
    }
    let few: Vec<String> = projection
        .reviewed_in_few_cases()
        .into_iter()
        .map(|(code, n)| format!("{} ({n})", name(code)))
        .collect();
    if !few.is_empty() {
        notes.push(format!(
            "Fewer than {FEW} cases stand for: {}.",
            listed(&few)
        ));
    }
    notes
}

/// Which cases are in no figure, or count for nobody.
fn left_out(projection: &Projection) -> Vec<String> {
    let mut notes = Vec::new();
    let unpriced = &projection.unpriced;
    if !unpriced.is_empty() {
        notes.push(format!(
            "The value of {} is not known and not in these figures.",
            a_few(unpriced)
        ));
    }
    let undecided = &projection.tally.undecided;
    if !undecided.is_empty() {
        let are = if undecided.len() == 1 { "is" } else { "are" };
        notes.push(format!(
            "Undecided: {}; {are} in no figure.",
            a_few(undecided)
        ));
    }
    match projection.standing_for_nobody().as_slice() {
        [] => {}
        [one] => notes.push(format!(
            "{one} stands for no children: nobody is placed there."
        )),
        ids => notes.push(format!(
            "{} stand for no children: nobody is placed there.",
            a_few(ids)
        )),
    }
    notes
}

/// Names of provisions, which have commas in them: all of a few, else the first and how many more.
pub fn listed(names: &[String]) -> String {
    /// As many as can be read; with one more it would take a row to say "and 1 more".
    const SHOWN: usize = 4;
    if names.len() <= SHOWN {
        return names.join("; ");
    }
    let shown = names.iter().take(SHOWN - 1).cloned();
    let more = format!("and {} more", names.len() - SHOWN + 1);
    shown.chain([more]).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::{few, listed};
    use crate::projection::{Draws, Inputs, project};
    use crate::ui::samples::Sample;

    #[test]
    fn few_cases_say_little_wherever_their_range_lies() {
        let review = Sample::WestMarsh.open().unwrap().review;
        let draws = Draws { count: 20, seed: 1 };
        let said = |n: usize| {
            let mut inputs = Inputs::of(review.setup(), review.cases());
            inputs.cases.truncate(n);
            few(&project(&inputs, draws))
        };
        assert_eq!(said(1).as_deref(), Some("1 case cannot carry a range."));
        let three = "3 cases say next to nothing about the council.";
        assert_eq!(said(3).as_deref(), Some(three));
        assert_eq!(said(5), None);
    }

    #[test]
    fn names_with_commas_stay_apart() {
        let names = |n: usize| -> Vec<String> { (1..=n).map(|n| format!("Day, {n}")).collect() };
        assert_eq!(listed(&names(2)), "Day, 1; Day, 2");
        assert_eq!(listed(&names(4)), "Day, 1; Day, 2; Day, 3; Day, 4");
        assert_eq!(listed(&names(5)), "Day, 1; Day, 2; Day, 3; and 2 more");
    }
}
