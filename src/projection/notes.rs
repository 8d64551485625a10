//! What a figure was computed from, noted while it is computed. Every function that makes a figure
//! takes [`Notes`]: the projection gives it [`Silent`] ones, which vanish when compiled, and an
//! explanation [`Written`] ones. Both run the same lines.

use super::explanation::{Factor, Figure, Rule, Source, Term, Unit};

/// Takes note of what a figure is computed from.
pub(super) trait Notes {
    /// A line of the figure.
    fn term(&mut self, term: impl FnOnce() -> Term);
    /// What multiplies all lines alike.
    fn common(&mut self, factor: impl FnOnce() -> Factor);
    /// How the lines make the figure, if it is not their sum.
    fn rule(&mut self, rule: Rule);
    /// What is to be known beside it.
    fn remark(&mut self, remark: impl FnOnce() -> String);
}

/// No notes.
pub(super) struct Silent;

impl Notes for Silent {
    fn term(&mut self, _: impl FnOnce() -> Term) {}
    fn common(&mut self, _: impl FnOnce() -> Factor) {}
    fn rule(&mut self, _: Rule) {}
    fn remark(&mut self, _: impl FnOnce() -> String) {}
}

/// Notes for an explanation.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub factors: Vec<Factor>,
    pub terms: Vec<Term>,
    pub rule: Rule,
    pub remarks: Vec<String>,
}

impl Notes for Written {
    fn term(&mut self, term: impl FnOnce() -> Term) {
        self.terms.push(term());
    }

    fn common(&mut self, factor: impl FnOnce() -> Factor) {
        self.factors.push(factor());
    }

    fn rule(&mut self, rule: Rule) {
        self.rule = rule;
    }

    fn remark(&mut self, remark: impl FnOnce() -> String) {
        self.remarks.push(remark());
    }
}

impl Factor {
    /// A number that multiplies.
    pub(super) fn new(what: impl Into<String>, value: f64, unit: Unit, source: Source) -> Self {
        Self {
            what: what.into(),
            value,
            unit,
            divides: false,
            source,
        }
    }

    /// A figure that multiplies.
    pub(super) fn figure(what: impl Into<String>, value: f64, unit: Unit, figure: Figure) -> Self {
        Self::new(what, value, unit, Source::Figure(figure))
    }

    /// A number that divides.
    pub(super) fn divisor(what: impl Into<String>, value: f64, unit: Unit, source: Source) -> Self {
        Self {
            divides: true,
            ..Self::new(what, value, unit, source)
        }
    }

    /// n_p, by which a provision's children are shared among its judged cases.
    pub(super) fn per_case(cases: f64) -> Self {
        Self::divisor("cases judged there", cases, Unit::Cases, Source::Count)
    }
}

impl Term {
    /// A line that is added.
    pub(super) fn plus(what: impl Into<String>, value: f64, factors: Vec<Factor>) -> Self {
        Self {
            what: what.into(),
            minus: false,
            factors,
            value,
        }
    }

    /// A line that is taken off; `value` is what the figure falls by.
    pub(super) fn less(what: impl Into<String>, value: f64, factors: Vec<Factor>) -> Self {
        Self {
            minus: true,
            ..Self::plus(what, 0.0 - value, factors)
        }
    }

    /// A line of one number.
    pub(super) fn single(factor: Factor) -> Self {
        Self::plus(factor.what.clone(), factor.value, vec![factor])
    }

    /// A line of one number that is taken off.
    pub(super) fn single_less(factor: Factor) -> Self {
        Self::less(factor.what.clone(), factor.value, vec![factor])
    }
}
