//! Balances over the years, on the current course and as the cases would have it, and what they
//! say in words. What rests on cases is held as ranges; only the current course, which is the
//! baseline's own arithmetic and no sample, is held as plain figures (model.md §2 and §5).

use super::range::{POINT, Range, cases};
use crate::ui::money;
use crate::ui::theme::ScenarioLook;

/// Balances at the end of each year, £; negative = deficit.
#[derive(Clone, Debug, PartialEq)]
pub struct Balances {
    first_year: String,
    last_year: String,
    opening: f64,
    current: Vec<f64>,
    at_least: bool,
    courses: Vec<(ScenarioLook, Vec<Range>)>,
    n: usize,
    before: Option<(String, f64)>,
}

/// How an amount is written: short on the screen, longer for the ear.
type Written = fn(f64) -> String;

impl Balances {
    /// The current course: the balance at the end of the base year, then of each year. `n` cases
    /// stand behind what is added by [`course`](Self::course).
    pub fn new(years: (String, String), opening: f64, current: Vec<f64>, n: usize) -> Self {
        Self {
            first_year: years.0,
            last_year: years.1,
            opening,
            current,
            at_least: false,
            courses: Vec::new(),
            n,
            before: None,
        }
    }

    /// A cost is unknown, so that every deficit is at least what is shown (model.md §2).
    pub const fn at_least(mut self, at_least: bool) -> Self {
        self.at_least = at_least;
        self
    }

    /// Adds the balance at the end of the year before the first one as it turned out: a point, no
    /// part of any course.
    pub fn turned_out(mut self, year: String, balance: Option<f64>) -> Self {
        self.before = balance.map(|balance| (year, balance));
        self
    }

    /// The year before the first one and its balance as it turned out, £.
    pub fn before(&self) -> Option<(&str, f64)> {
        let before = self.before.as_ref();
        before.map(|(year, balance)| (year.as_str(), *balance))
    }

    /// Adds the balances of a scenario, a range for each year. What has another number of years
    /// is left out.
    pub fn course(mut self, look: ScenarioLook, years: Vec<Range>) -> Self {
        if years.len() == self.current.len() && self.n > 0 {
            self.courses.push((look, years));
        }
        self
    }

    /// The years at both ends.
    pub fn ends(&self) -> (&str, &str) {
        (&self.first_year, &self.last_year)
    }

    /// The balance at the end of the base year, £.
    pub const fn opening(&self) -> f64 {
        self.opening
    }

    /// The balance on the current course at the end of each year after it, £.
    pub fn current(&self) -> &[f64] {
        &self.current
    }

    /// The scenarios, in the order in which they were added.
    pub fn courses(&self) -> &[(ScenarioLook, Vec<Range>)] {
        &self.courses
    }

    /// What the current course comes to, in words: the title of the chart.
    pub fn finding(&self) -> String {
        format!("On the current course {}", self.end(money::short))
    }

    /// What the panel's judgements make of it, as a range; `None` without one.
    pub fn as_judged(&self) -> Option<String> {
        let end = self.last(ScenarioLook::Panel)?;
        let what = if end.high() <= 0.0 {
            let (least, most) = (0.0 - end.high(), 0.0 - end.low());
            format!("a deficit of {}", money::range(least, most))
        } else if end.low() >= 0.0 {
            format!("{} in hand", end.shown())
        } else {
            format!("a balance of {}", end.shown())
        };
        Some(format!(
            "As the panel judges: {what}, from {}",
            cases(self.n)
        ))
    }

    /// All of it for whoever hears it.
    pub fn spoken(&self) -> String {
        let mut said = format!(
            "Balance at the end of each year, {} to {}. It begins at {}. On the current course {}.",
            self.first_year,
            self.last_year,
            money::spoken(self.opening),
            self.end(money::spoken)
        );
        if let Some((year, balance)) = self.before() {
            let balance = money::spoken(balance);
            said.push_str(&format!(" {year} ended at {balance}, as it turned out."));
        }
        if !self.courses.is_empty() {
            let last = &self.last_year;
            said.push_str(&format!(" Balance in {last}, from {}:", cases(self.n)));
        }
        for (at, (look, _)) in self.courses.iter().enumerate() {
            if let Some(end) = self.last(*look) {
                let before = if at == 0 { " " } else { "; " };
                said.push_str(&format!(
                    "{before}{}, {}",
                    look.label(),
                    end.figures_spoken()
                ));
            }
        }
        said
    }

    /// How all of it ends, a row for each line: what somebody sees who points at the chart.
    pub fn at_the_end(&self) -> String {
        let mut said = format!(
            "Balance at the end of {}, {POINT} in brackets",
            self.last_year
        );
        let current = self.current.last().copied().unwrap_or(self.opening);
        let at = if self.at_least { " or less" } else { "" };
        let name = ScenarioLook::CurrentCourse.label();
        said.push_str(&format!("\n{name}: {}{at}", money::short(current)));
        for (look, years) in &self.courses {
            if let Some(end) = years.last() {
                let (name, point) = (look.label(), money::short(end.point()));
                said.push_str(&format!("\n{name}: {} ({point})", end.shown()));
            }
        }
        said
    }

    /// The range of a scenario at the end of the horizon.
    fn last(&self, look: ScenarioLook) -> Option<Range> {
        let course = self.courses.iter().find(|(course, _)| *course == look);
        course.and_then(|(_, years)| years.last().copied())
    }

    /// How the current course ends: "the deficit reaches £158m in 2029-30".
    fn end(&self, written: Written) -> String {
        let end = self.current.last().copied().unwrap_or(self.opening);
        let amount = written(end.abs());
        let year = &self.last_year;
        if end >= 0.0 {
            let at_most = if self.at_least { "at most " } else { "" };
            return format!("there is {at_most}{amount} in hand in {year}");
        }
        let verb = if written(end) == written(self.opening) {
            "stays at"
        } else if end < self.opening {
            "reaches"
        } else {
            "falls to"
        };
        let at_least = if self.at_least { "at least " } else { "" };
        format!("the deficit {verb} {at_least}{amount} in {year}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn balances(opening: f64, end: f64) -> Balances {
        let years = ("2024-25".to_owned(), "2026-27".to_owned());
        Balances::new(years, opening, vec![opening, end], 28)
    }

    fn range(low: f64, point: f64, high: f64) -> Range {
        Range::new(low, point, high).unwrap()
    }

    #[test]
    fn the_title_says_what_becomes_of_the_deficit() {
        let said = |opening, end| balances(opening, end).finding();
        let deficit = "On the current course the deficit";
        assert_eq!(
            said(-21.4e6, -158.4e6),
            format!("{deficit} reaches £158m in 2026-27")
        );
        assert_eq!(said(5e6, -2e6), format!("{deficit} reaches £2m in 2026-27"));
        assert_eq!(
            said(-9e6, -2e6),
            format!("{deficit} falls to £2m in 2026-27")
        );
        assert_eq!(
            said(-2e6, -2e6),
            format!("{deficit} stays at £2m in 2026-27")
        );
        assert_eq!(
            said(-2e6, 3e6),
            "On the current course there is £3m in hand in 2026-27"
        );
        let unknown = |end| balances(0.0, end).at_least(true).finding();
        assert!(unknown(-2e6).contains("reaches at least £2m"));
        assert!(unknown(2e6).contains("at most £2m in hand"));
    }

    #[test]
    fn what_the_panel_makes_of_it_is_a_range() {
        let said = |low: f64, high: f64| {
            let year = range(low, high, high);
            let balances = balances(-1e6, -2e6).course(ScenarioLook::Panel, vec![year, year]);
            balances.as_judged().unwrap()
        };
        assert_eq!(
            said(-145e6, -90e6),
            "As the panel judges: a deficit of £90m to £145m, from 28 cases"
        );
        assert!(said(-20e6, 10e6).contains("a balance of −£20m to £10m"));
        assert!(said(4e6, 10e6).contains("£4m to £10m in hand"));
        assert_eq!(balances(0.0, 0.0).as_judged(), None);
    }

    #[test]
    fn who_hears_it_is_told_every_range() {
        let year = range(-145e6, -108.3e6, -90e6);
        let said = balances(-21.4e6, -158.4e6)
            .course(ScenarioLook::Panel, vec![year, year])
            .course(ScenarioLook::ParentsAgree, vec![year, year])
            .spoken();
        assert_eq!(
            said,
            "Balance at the end of each year, 2024-25 to 2026-27. It begins at minus £21.4 million. \
             On the current course the deficit reaches £158.4 million in 2026-27. Balance in \
             2026-27, from 28 cases: Panel, minus £145 million to minus £90 million, straight \
             extrapolation minus £108.3 million; Parents agree, minus £145 million to minus £90 \
             million, straight extrapolation minus £108.3 million"
        );
    }

    #[test]
    fn who_points_at_it_sees_how_it_ends() {
        let year = range(-145e6, -108.3e6, -90e6);
        let balances = balances(-21.4e6, -158.4e6).course(ScenarioLook::Panel, vec![year, year]);
        assert_eq!(
            balances.at_the_end(),
            "Balance at the end of 2026-27, straight extrapolation in brackets\n\
             Current course: −£158m\nPanel: −£145m to −£90m (−£108m)"
        );
    }

    #[test]
    fn a_course_of_other_years_is_left_out() {
        let short = balances(0.0, 0.0).course(ScenarioLook::Panel, vec![range(0.0, 0.0, 1.0)]);
        assert!(short.courses().is_empty());
    }
}
