//! The lines of an explanation: what is added up, what each was made of, and what they come to.
//! The largest stand first, years in their order; of a long sum the rest stand together until all
//! are asked for.

use eframe::egui::{Response, TextStyle, Ui};

use crate::projection::{Explanation, Factor, Figure, Rule, Source, Term, Unit};
use crate::review::text::CaseId;
use crate::ui::asked::Ask;
use crate::ui::intent::Intent;
use crate::ui::quantity;
use crate::ui::theme::GAP_XS;
use crate::ui::view::{Spot, View};
use crate::ui::widgets::account::Line;
use crate::ui::widgets::heading;
use crate::ui::widgets::link::link;

/// A sum of more lines than this is long.
const LONG: usize = 12;
/// So many of a long sum are shown at first.
const FIRST: usize = 8;
/// So many lines are all drawn, in sight or not, so that Tab and a screen reader come to each.
const ALL_DRAWN: usize = 200;

/// Shows them.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, explanation: &Explanation) {
    if explanation.terms.is_empty() {
        return;
    }
    heading::group(ui, &heading_of(explanation));
    ui.add_space(GAP_XS);
    ui.spacing_mut().item_spacing.y = 0.0;
    let rows = Rows::of(explanation);
    if explanation.terms.len() <= LONG {
        rows.each(ui, view, rows.terms.iter().copied());
    } else if view.place.asked.shows_all_lines() {
        rows.all(ui, view);
    } else {
        rows.first(ui, view);
    }
    rows.common(ui, view, explanation);
    if explanation.terms.len() > 1 || !explanation.factors.is_empty() {
        let value = explanation.value.unwrap_or(0.0);
        let value = quantity::total(value, explanation.unit);
        ui.add_space(GAP_XS);
        Line::total(total_of(explanation), &value).show(ui);
    }
}

/// What is done with the lines; where the figure has a range, that they make no more than its point.
fn heading_of(explanation: &Explanation) -> String {
    let done = what_is_done(explanation);
    match explanation.range {
        Some(_) => format!("{done}, by straight extrapolation"),
        None => done.to_owned(),
    }
}

const fn what_is_done(explanation: &Explanation) -> &'static str {
    match (explanation.rule, explanation.terms.len()) {
        (Rule::Sum, 1) => "Made of",
        (Rule::Sum, _) => "Added up",
        (Rule::Least, _) => "The smallest of",
        (Rule::NotBelowNought, _) => "Added up, never below 0",
        (Rule::Count, _) => "Counted",
        (Rule::Spread, _) => "The largest less the smallest of",
    }
}

const fn total_of(explanation: &Explanation) -> &'static str {
    match (explanation.rule, explanation.terms.len()) {
        (Rule::Sum, 1) | (Rule::NotBelowNought, _) => "Comes to",
        (Rule::Sum, _) => "Together",
        (Rule::Least, _) => "The smallest",
        (Rule::Count, _) => "Cases",
        (Rule::Spread, _) => "Between them",
    }
}

/// Where a line leads.
enum Leads<'a> {
    /// To a figure that can be asked in turn.
    Figure(&'a Figure),
    /// To a case that is not on the screen.
    Case(&'a CaseId),
}

fn leads<'a>(view: &View<'_>, source: &'a Source) -> Option<Leads<'a>> {
    match source {
        Source::Figure(figure) => Some(Leads::Figure(figure)),
        Source::Case(id) if view.place.case.as_ref() != Some(id) => Some(Leads::Case(id)),
        _ => None,
    }
}

/// Where a number was entered.
fn entered(source: &Source) -> String {
    match source {
        Source::Table(_) => "entered in the table of provisions".to_owned(),
        Source::Baseline => "entered in the baseline".to_owned(),
        Source::Case(id) => format!("said by the panel on {id}"),
        Source::Count | Source::Worked | Source::Figure(_) => String::new(),
    }
}

/// A line of one number, which says all of it.
fn single(term: &Term) -> Option<&Factor> {
    match term.factors.as_slice() {
        [only] if only.what == term.what && !only.divides => Some(only),
        _ => None,
    }
}

/// Whether the lines of this figure are years, or what one year begins with and what it adds.
const fn is_by_year(figure: &Figure) -> bool {
    matches!(
        figure,
        Figure::TotalSaving(_)
            | Figure::TotalPlacesUsedAgain(_)
            | Figure::Balance(..)
            | Figure::CurrentBalance(_)
            | Figure::AtDecision(..)
            | Figure::Decided(..)
            | Figure::InEffect(..)
    )
}

struct Rows<'a> {
    /// In the order in which they are shown.
    terms: Vec<&'a Term>,
    /// What the product of a line counts.
    unit: Unit,
}

impl<'a> Rows<'a> {
    fn of(explanation: &'a Explanation) -> Self {
        let mut terms: Vec<&Term> = explanation.terms.iter().collect();
        if !is_by_year(&explanation.figure) {
            terms.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
        }
        // What is divided by all children counts children, although the share does not.
        let whole = explanation.factors.iter().find(|factor| {
            factor.divides && matches!(factor.unit, Unit::Children | Unit::PoundsAYear)
        });
        let unit = whole.map_or(explanation.unit, |whole| whole.unit);
        Self { terms, unit }
    }

    fn each(&self, ui: &mut Ui, view: &mut View<'_>, terms: impl Iterator<Item = &'a Term>) {
        for term in terms {
            self.term(ui, view, term, false);
        }
    }

    /// The largest, and what the others come to.
    fn first(&self, ui: &mut Ui, view: &mut View<'_>) {
        let (first, others) = self.terms.split_at(FIRST.min(self.terms.len()));
        self.each(ui, view, first.iter().copied());
        let together: f64 = others.iter().map(|term| term.value).sum();
        let number = |n: usize| quantity::exact(n as f64, Unit::Children);
        let what = format!("and {} more together", number(others.len()));
        Line::term(&what, &quantity::exact(together, self.unit)).show(ui);
        let all = format!("Show all {}", number(self.terms.len()));
        ui.add_space(GAP_XS);
        if link(ui, &all, TextStyle::Body).clicked() {
            view.ask(ui, Ask::AllLines);
        }
        ui.add_space(GAP_XS);
    }

    /// All of them. Of very many only those in sight are drawn.
    fn all(&self, ui: &mut Ui, view: &mut View<'_>) {
        if self.terms.len() <= ALL_DRAWN {
            return self.each(ui, view, self.terms.iter().copied());
        }
        let (top, sight) = (ui.cursor().top(), ui.clip_rect().y_range());
        let (mut above, mut below, mut at) = (0.0, 0.0, top);
        let mut drawn = Vec::new();
        for term in &self.terms {
            let height = height(ui, view, term);
            if at + height < sight.min {
                above += height;
            } else if at > sight.max {
                below += height;
            } else {
                drawn.push(*term);
            }
            at += height;
        }
        ui.add_space(above);
        for term in drawn {
            self.term(ui, view, term, true);
        }
        ui.add_space(below);
    }

    fn term(&self, ui: &mut Ui, view: &mut View<'_>, term: &Term, one_row: bool) {
        let only = single(term);
        let unit = only.map_or(self.unit, |factor| factor.unit);
        let value = quantity::exact(term.value, unit);
        let from = only.map_or_else(String::new, |factor| entered(&factor.source));
        let to = only.and_then(|factor| leads(view, &factor.source));
        let line = Line::term(&term.what, &value)
            .from(&from)
            .leads(to.is_some());
        let line = if one_row { line.one_row() } else { line };
        let response = line.show(ui);
        follow(ui, view, &response, to);
        if only.is_some() {
            return;
        }
        for (at, factor) in term.factors.iter().enumerate() {
            let sign = match (factor.divides, at) {
                (true, _) => "÷",
                (false, 0) => "",
                (false, _) => "×",
            };
            self.part(ui, view, sign, factor, one_row);
        }
        if !one_row {
            ui.add_space(GAP_XS);
        }
    }

    /// What multiplies all lines alike, apart from what the last of them was made of.
    fn common(&self, ui: &mut Ui, view: &mut View<'_>, explanation: &Explanation) {
        if explanation.factors.is_empty() {
            return;
        }
        let sum: f64 = self.terms.iter().map(|term| term.value).sum();
        let is_sum = matches!(explanation.rule, Rule::Sum | Rule::NotBelowNought);
        // Shares of different things make no share together.
        let of_one_kind = self.unit != Unit::Share && is_sum && self.terms.len() > 1;
        let sum = if of_one_kind {
            quantity::exact(sum, self.unit)
        } else {
            String::new()
        };
        ui.add_space(GAP_XS);
        Line::all("All of it", &sum).show(ui);
        for factor in &explanation.factors {
            let sign = if factor.divides { "÷" } else { "×" };
            let value = quantity::exact(factor.value, factor.unit);
            let from = entered(&factor.source);
            let to = leads(view, &factor.source);
            let line = Line::common(sign, &value, &factor.what);
            let response = line.from(&from).leads(to.is_some()).show(ui);
            follow(ui, view, &response, to);
        }
    }

    fn part(&self, ui: &mut Ui, view: &mut View<'_>, sign: &str, factor: &Factor, one_row: bool) {
        let value = quantity::exact(factor.value, factor.unit);
        let from = entered(&factor.source);
        let to = leads(view, &factor.source);
        let line = Line::part(sign, &value, &factor.what)
            .from(&from)
            .leads(to.is_some());
        let line = if one_row { line.one_row() } else { line };
        let response = line.show(ui);
        follow(ui, view, &response, to);
    }
}

/// How high a line is with what it was made of, each on one row. Points.
fn height(ui: &Ui, view: &View<'_>, term: &Term) -> f32 {
    let row = |source: Option<&Source>| {
        let leads = source.is_some_and(|source| leads(view, source).is_some());
        Line::row_height(ui, leads)
    };
    match single(term) {
        Some(only) => row(Some(&only.source)),
        None => {
            let parts = term.factors.iter();
            let parts: f32 = parts.map(|factor| row(Some(&factor.source))).sum();
            row(None) + parts
        }
    }
}

/// Goes where a line leads.
fn follow(ui: &Ui, view: &mut View<'_>, response: &Response, to: Option<Leads<'_>>) {
    match to {
        Some(Leads::Figure(figure)) => {
            if view.place.asked.was_left(figure) {
                view.attend(ui, Spot::Asked, response.id, response.rect);
            }
            if response.clicked() {
                view.ask(ui, Ask::Part(figure.clone()));
            }
        }
        Some(Leads::Case(id)) if response.clicked() => view.want(Intent::Select(id.clone())),
        _ => {}
    }
}
