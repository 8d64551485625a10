//! What somebody has asked how it came about: a trail of figures, from the one that stood on the
//! screen down to the one that is explained now. It is a place in the review like the case and the
//! step, and no part of the review.

use crate::projection::Figure;

/// The trail; empty while nothing is asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    trail: Vec<Figure>,
    /// What was explained before the last step back: where the keyboard returns to.
    left: Option<Figure>,
    /// Whether all lines of a long sum are shown.
    all_lines: bool,
    /// Whether the last step was taken by mouse.
    by_mouse: bool,
}

/// A step on the trail.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// How did this figure on the screen come about?
    About(Figure),
    /// And this one, of which the figure is made?
    Part(Figure),
    /// Back to the figure at this place of the trail, from 0.
    BackTo(usize),
    /// One step back; from the first figure, out of it.
    Back,
    /// All of a long sum.
    AllLines,
    /// Out of it.
    Close,
}

impl Ask {
    /// Whether it leads back to what was on the screen before.
    pub const fn leads_back(&self) -> bool {
        matches!(self, Self::BackTo(_) | Self::Back | Self::Close)
    }
}

impl Asked {
    /// The figures, the one that stood on the screen first.
    pub fn trail(&self) -> &[Figure] {
        &self.trail
    }

    /// The one that is explained now.
    pub fn now(&self) -> Option<&Figure> {
        self.trail.last()
    }

    /// Whether something is explained.
    pub fn is_open(&self) -> bool {
        !self.trail.is_empty()
    }

    /// Whether all lines of a long sum are shown.
    pub const fn shows_all_lines(&self) -> bool {
        self.all_lines
    }

    /// Whether this is what was explained before the last step back.
    pub fn was_left(&self, figure: &Figure) -> bool {
        self.left.as_ref() == Some(figure)
    }

    /// What was explained before the last step back.
    pub const fn left(&self) -> Option<&Figure> {
        self.left.as_ref()
    }

    /// Whether the last step was taken by mouse: what takes the keyboard then does so unseen.
    pub const fn by_mouse(&self) -> bool {
        self.by_mouse
    }

    /// Takes a step, by key or by mouse.
    pub fn follow_by(&mut self, ask: Ask, by_key: bool) {
        self.by_mouse = !by_key;
        self.follow(ask);
    }

    /// Takes a step.
    pub fn follow(&mut self, ask: Ask) {
        match ask {
            Ask::About(figure) => {
                self.trail.clear();
                self.go_on(figure);
            }
            Ask::Part(figure) => self.go_on(figure),
            Ask::Back => self.keep(self.trail.len().saturating_sub(1)),
            Ask::BackTo(at) => self.keep(at + 1),
            Ask::Close => self.keep(0),
            Ask::AllLines => self.all_lines = true,
        }
    }

    fn go_on(&mut self, figure: Figure) {
        // Whoever comes to a figure again is where they were.
        let before = self.trail.iter().position(|known| *known == figure);
        self.trail.truncate(before.unwrap_or(self.trail.len()));
        self.trail.push(figure);
        self.left = None;
        self.all_lines = false;
    }

    /// Goes back to the first `count` figures.
    pub fn keep(&mut self, count: usize) {
        if let Some(left) = self.trail.get(count) {
            self.left = Some(left.clone());
            self.all_lines = false;
            self.trail.truncate(count);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::{Scenario, When};

    const TOTAL: Figure = Figure::TotalSaving(Scenario::Panel);
    const YEAR: Figure = Figure::Saving(Scenario::Panel, When::Year(2));
    const PLACES: Figure = Figure::PlacesUsedAgain(Scenario::Panel, When::Year(2));

    fn asked(steps: &[Ask]) -> Asked {
        let mut asked = Asked::default();
        for step in steps {
            asked.follow(step.clone());
        }
        asked
    }

    #[test]
    fn down_and_back_again() {
        let down = [Ask::About(TOTAL), Ask::Part(YEAR), Ask::Part(PLACES)];
        let mut asked = asked(&down);
        assert_eq!(asked.trail(), [TOTAL, YEAR, PLACES]);
        asked.follow(Ask::Back);
        assert_eq!(asked.trail(), [TOTAL, YEAR]);
        assert!(asked.was_left(&PLACES));
        asked.follow(Ask::BackTo(0));
        assert_eq!(asked.now(), Some(&TOTAL));
        assert!(asked.was_left(&YEAR));
        asked.follow(Ask::Back);
        assert!(!asked.is_open() && asked.was_left(&TOTAL));
        asked.follow(Ask::Back);
        assert!(asked.was_left(&TOTAL));
    }

    #[test]
    fn closing_leads_to_what_was_asked_first() {
        let mut asked = asked(&[Ask::About(TOTAL), Ask::Part(YEAR), Ask::Close]);
        assert!(!asked.is_open() && asked.was_left(&TOTAL));
        asked.follow(Ask::About(YEAR));
        assert_eq!(asked.trail(), [YEAR]);
        assert!(!asked.was_left(&TOTAL));
    }

    #[test]
    fn a_figure_stands_on_the_trail_once() {
        let round = [Ask::About(TOTAL), Ask::Part(YEAR), Ask::Part(TOTAL)];
        assert_eq!(asked(&round).trail(), [TOTAL]);
    }

    #[test]
    fn all_lines_are_those_of_one_figure() {
        let mut asked = asked(&[Ask::About(TOTAL), Ask::AllLines]);
        assert!(asked.shows_all_lines());
        asked.follow(Ask::Part(YEAR));
        assert!(!asked.shows_all_lines());
    }
}
