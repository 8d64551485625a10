//! Any figure in the window can be asked how it came about, down to what was entered, and back.

use dbv_case_review::projection::{
    Draws, Explanation, Figure, Inputs, Projection, Scenario, Term, When, explain, project,
};
use dbv_case_review::review::text::CaseId;
use dbv_case_review::review::{Mode, Review};
use dbv_case_review::ui::money;
use dbv_case_review::ui::opening::{Opening, Source};
use dbv_case_review::ui::samples::Sample;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::NodeT as _;

use super::money::imported;
use super::room::{CTRL, DRAWS, Room};
use super::words::*;
use super::world::{World, kept};

const TOTAL: &str = "How did Panel, saving over five years, come about?";
const CONTESTED: &str = "How did what hangs on cases where parents disagree come about?";
const HALF: &str = "How did the number of cases that make half of the gross saving come about?";
const COVERED: &str = "How did the share of children covered come about?";
const COURSE: &str = "How did the balance on the current course come about?";
const JUDGED: &str = "How did the balance as the panel judges come about?";
const BACK: &str = "Back";
const CLOSE: &str = "Close";

const LAPTOP: [f32; 2] = [1366.0, 768.0];
const NARROW: [f32; 2] = [1000.0, 700.0];

/// The county sample through a door.
fn county(door: Mode, size: [f32; 2]) -> Room {
    let opening = Opening::new(Source::Sample(Sample::WestMarsh), door);
    Room::through(World::new(), Some(opening), size)
}

/// The same figures, worked out beside the window.
struct Books {
    inputs: Inputs,
    projection: Projection,
}

impl Books {
    fn of(review: &Review) -> Self {
        let inputs = Inputs::of(review.setup(), review.cases());
        let seed = review.setup().seed;
        let projection = project(&inputs, Draws { count: DRAWS, seed });
        Self { inputs, projection }
    }

    fn county() -> Self {
        Self::of(&Sample::WestMarsh.open().unwrap().review)
    }

    fn how(&self, figure: &Figure) -> Explanation {
        explain(&self.inputs, &self.projection, figure).unwrap()
    }
}

impl Room {
    /// Presses what leads further, by how it begins.
    fn goes_down(&mut self, begins: &str) {
        let line = self.offers_any(begins);
        let line = line.unwrap_or_else(|| panic!("{begins:?} does not lead on: {}", self.screen()));
        self.press(&line);
    }

    /// How far down what has this name stands.
    fn top_of(&self, name: &str) -> f32 {
        let nodes = self.nodes();
        let named = |label: Option<String>| label.as_deref() == Some(name);
        let node = nodes
            .iter()
            .find(|node| named(node.accesskit_node().label()));
        let node = node.unwrap_or_else(|| panic!("no {name:?}: {}", self.screen()));
        node.rect().top()
    }

    /// The title of what is explained.
    fn explains(&self, title: &str) {
        let titled = self.nodes().into_iter().any(|node| {
            let node = node.accesskit_node();
            node.role() == Role::Heading && node.label().as_deref() == Some(title)
        });
        assert!(titled, "{title:?} is not explained: {}", self.screen());
    }
}

/// From the total to a year, to a case of it, to what that is worth, to what was entered.
#[test]
fn from_the_panels_total_to_what_was_entered() {
    let mut room = county(Mode::Inspect, LAPTOP);
    let books = Books::county();
    let total = books.how(&Figure::TotalSaving(Scenario::Panel));
    let bar = room.range(PANEL_BAR);
    room.press(TOTAL);
    room.explains(&total.title);
    // Never a point without its range and n.
    assert_eq!(room.range(PANEL_BAR), bar);
    room.sees(total.formula);
    room.sees("the model, §5");
    room.sees(total.about_range.as_deref().unwrap());
    let sum = spoken(total.value.unwrap());
    room.sees(&format!("Together: {sum}"));
    for term in &total.terms {
        let line = format!("{}: {}", term.what, spoken(term.value));
        assert!(room.offers(&line), "{line}");
    }

    let year = books.how(&Figure::Saving(Scenario::Panel, When::Year(2)));
    room.goes_down(&total.terms[1].what);
    room.explains(&year.title);
    let like = "children like ";
    let cases = year.terms.iter().filter(|term| term.what.starts_with(like));
    let largest = cases.max_by(|a, b| a.value.abs().total_cmp(&b.value.abs()));
    let largest = largest.unwrap();
    room.goes_down(&format!("{}: ", largest.what));
    let case = CaseId::new(largest.what.trim_start_matches(like)).unwrap();
    let saving = Figure::CaseSaving(Scenario::Panel, case.clone(), When::Year(2));
    let saving = books.how(&saving);
    room.explains(&saving.title);
    room.sees("straight extrapolation of 1 counted case, without a range");

    let value = books.how(&Figure::Value(case));
    let worth = spoken(value.value.unwrap());
    room.goes_down(&format!("times {worth}"));
    room.explains(&value.title);
    room.sees("entered in the table of provisions");

    // The trail says where this is, and leads back to any of it.
    room.press(BACK);
    room.explains(&saving.title);
    room.press("Panel, all years");
    room.explains(&total.title);
    assert!(!room.offers(BACK));
    room.press(CLOSE);
    room.sees("Fold away");
    room.sees_nothing_of(total.formula);
}

#[test]
fn a_case_is_looked_at_beside_its_figure() {
    let mut room = county(Mode::Inspect, LAPTOP);
    room.press(CONTESTED);
    room.goes_down("children like C16: ");
    assert!(!room.heading().starts_with("C16"));
    room.press("Go to C16");
    assert!(room.heading().starts_with("C16 · "));
    room.sees("C16 stands beside this");
    room.goes_down("times £");
    let value = Figure::Value(CaseId::new("C16").unwrap());
    room.explains(&Books::county().how(&value).title);
}

/// A forum's representative, who has the file to read: what do those cases weigh?
#[test]
fn what_hangs_on_cases_where_parents_disagree() {
    let mut room = county(Mode::Inspect, LAPTOP);
    let books = Books::county();
    let contested = books.projection.contested;
    let line = room.lines("where parents disagree:").concat();
    let disagree = books.how(&Figure::Contested(
        dbv_case_review::review::stance::Stance::Disagrees,
    ));
    let words = format!(
        "{} of {} gross saving a year hangs on {} of 6 cases where parents disagree: C02, ",
        money::short(contested.disagrees),
        money::short(contested.gross_saving),
        disagree.cases.len()
    );
    assert!(line.starts_with(&words), "{line:?} and {words:?}");
    assert!(disagree.cases.len() > 1);
    let gross = room
        .lines("Gross saving, before what costs more: ")
        .concat();
    let n = format!(
        "by straight extrapolation of {} counted cases",
        books.projection.counted
    );
    assert!(gross.contains(&n), "{gross}");

    room.press(CONTESTED);
    for term in &disagree.terms {
        room.sees(&format!("{}: {}", term.what, spoken(term.value)));
    }
    room.press(CLOSE);
    room.press(HALF);
    let half = books.projection.concentration.cases.len();
    room.sees(&format!("Cases: {half}"));
}

#[test]
fn balances_and_coverage_can_be_asked_too() {
    let mut room = county(Mode::Train, LAPTOP);
    let books = Books::county();
    let last = books.projection.horizon;
    room.press(COURSE);
    room.explains(&books.how(&Figure::CurrentBalance(last)).title);
    room.sees("the model, §2");
    room.press(CLOSE);
    room.press(JUDGED);
    let balance = books.how(&Figure::Balance(Scenario::Panel, last));
    room.explains(&balance.title);
    let range = balance.range.unwrap();
    assert!(
        room.range(PANEL_BAR)
            .starts_with(&money::range(range.p05, range.p95))
    );
    // A balance neither saves nor costs.
    assert!(!room.range(PANEL_BAR).contains("cannot tell"));
    room.press(CLOSE);
    room.press(COVERED);
    let covered = books.how(&Figure::CoveredCaseload);
    let share = covered.value.unwrap() * 100.0;
    room.sees(&format!("Together: {share:.1}%"));
    room.sees("divided by ");
}

/// A long sum: the largest first, the rest together, and all of it when asked for.
#[test]
fn a_long_sum_is_shown_from_the_largest() {
    let mut room = county(Mode::Inspect, LAPTOP);
    let books = Books::county();
    room.press(TOTAL);
    let total = books.how(&Figure::TotalSaving(Scenario::Panel));
    room.goes_down(&total.terms[4].what);
    let year = books.how(&Figure::Saving(Scenario::Panel, When::Year(5)));
    let mut values: Vec<f64> = year.terms.iter().map(|term| term.value).collect();
    values.sort_by(|a, b| b.abs().total_cmp(&a.abs()));
    assert!(values.len() > 12, "{}", values.len());
    let rest: f64 = values[8..].iter().sum();
    let more = values.len() - 8;
    room.sees(&format!("and {more} more together: {}", spoken(rest)));
    let shown = |room: &Room| {
        let lines = year.terms.iter();
        lines
            .filter(|term| room.offers_any(&format!("{}: ", term.what)).is_some())
            .count()
    };
    assert_eq!(shown(&room), 8);
    room.press(&format!("Show all {}", values.len()));
    assert_eq!(shown(&room), values.len());
    room.sees_nothing_of("more together");
}

fn spoken(amount: f64) -> String {
    money::exact(amount).replace('−', "minus ")
}

#[test]
fn a_change_shows_in_what_is_explained() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.fill_in_panel(RESOURCED, "He runs.");
    room.press(TOTAL);
    let before = room.range(PANEL_BAR);
    room.press(RECORD);
    let after = room.range(PANEL_BAR);
    assert_ne!(before, after);
    assert!(after.contains("from 7 cases"), "{after}");

    // C07 is asked about, and does not count any more.
    let books = Books::of(&kept(&room.world.sample()));
    let total = books.how(&Figure::TotalSaving(Scenario::Panel));
    room.goes_down(&total.terms[2].what);
    room.goes_down("children like C07: ");
    room.sees("C07 stands beside this");
    room.keys(CTRL, Key::Z);
    let year = books.how(&Figure::Saving(Scenario::Panel, When::Year(3)));
    room.explains(&year.title);
    assert_eq!(room.offers_any("children like C07: "), None);
    room.press(BACK);
    assert_eq!(room.range(PANEL_BAR), before);
}

/// The keyboard goes along, and back to where it was.
#[test]
fn keys_alone() {
    let mut room = county(Mode::Inspect, LAPTOP);
    let books = Books::county();
    let total = books.how(&Figure::TotalSaving(Scenario::Panel));
    room.tab_to(TOTAL);
    room.key(Key::Enter);
    room.explains(&total.title);
    assert_eq!(room.focus().as_deref(), Some(total.title.as_str()));
    let second = &total.terms[1];
    let second = format!("{}: {}", second.what, spoken(second.value));
    room.tab_to(&second);
    room.key(Key::Enter);
    let year = books.how(&Figure::Saving(Scenario::Panel, When::Year(2)));
    assert_eq!(room.focus().as_deref(), Some(year.title.as_str()));
    // One step back, to the line that was asked; then out, to the figure.
    room.key(Key::Escape);
    room.explains(&total.title);
    assert_eq!(room.focus().as_deref(), Some(second.as_str()));
    room.key(Key::Escape);
    room.sees_nothing_of(total.formula);
    assert_eq!(room.focus().as_deref(), Some(TOTAL));
}

/// However it is asked, Tab goes on within the explanation, which begins at its top.
#[test]
fn asked_by_mouse_it_has_the_keyboard_and_begins_at_its_top() {
    let mut room = county(Mode::Inspect, LAPTOP);
    let books = Books::county();
    let total = books.how(&Figure::TotalSaving(Scenario::Panel));
    room.press(TOTAL);
    assert_eq!(room.focus().as_deref(), Some(total.title.as_str()));
    let year = books.how(&Figure::Saving(Scenario::Panel, When::Year(5)));
    room.goes_down(&total.terms[4].what);
    let top = room.top_of(&year.title);
    room.press(&format!("Show all {}", year.terms.len()));
    let sizes = |term: &&Term| (term.value.abs() * 100.0) as u64;
    let last = year.terms.iter().min_by_key(sizes).unwrap();
    room.tab_to(&format!("{}: {}", last.what, spoken(last.value)));
    assert!(room.top_of(&year.title) < top);
    room.press(CLOSE);
    room.press(TOTAL);
    room.goes_down(&total.terms[4].what);
    assert_eq!(room.top_of(&year.title), top);
    room.sees("Added up, by straight extrapolation");
}

#[test]
fn escape_with_nothing_to_leave_keeps_the_keyboard() {
    let mut room = county(Mode::Inspect, LAPTOP);
    room.tab_to(TOTAL);
    room.key(Key::Escape);
    assert_eq!(room.focus().as_deref(), Some(TOTAL));
}

/// Of few lines as of many.
#[test]
fn the_largest_line_is_first() {
    let mut room = Room::with_sample();
    let books = Books::of(&kept(&room.world.sample()));
    room.judge("C07");
    room.press(TOTAL);
    room.goes_down("2027-28: ");
    let figure = Figure::Saving(Scenario::Panel, When::Year(3));
    let mut terms = books.how(&figure).terms;
    assert!((2..=12).contains(&terms.len()), "{}", terms.len());
    terms.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
    let tops = terms.iter().map(|term| {
        let line = format!("{}: {}", term.what, spoken(term.value));
        room.top_of(&line)
    });
    assert!(tops.is_sorted());
}

/// Escape leaves what is being typed, and what hangs open, before the explanation.
#[test]
fn escape_is_first_for_what_is_in_hand() {
    let mut room = Room::with_sample();
    room.judge("C07");
    room.press(TOTAL);
    room.type_into(REASONING, "He runs");
    room.key(Key::Escape);
    room.sees("How this came about");
    room.press(&format!("{PANEL_SETTING}: {NOT_IDEAL}"));
    room.press("Menu");
    room.key(Key::Escape);
    room.sees("How this came about");
    room.key(Key::Escape);
    room.sees_nothing_of("How this came about");
}

#[test]
fn in_a_narrow_window_it_stands_below_the_case() {
    for zoom in [1.0, 1.5] {
        let mut room = county(Mode::Inspect, NARROW);
        room.zoom(zoom);
        room.press(TOTAL);
        room.sees("How this came about");
        room.sees("the model, §5");
        room.goes_down("2026-27: ");
        room.press(CLOSE);
        room.sees_nothing_of("the model, §5");
        assert!(room.offers(TOTAL));
        // The line that folds the projection away folds this away too.
        room.press("Show all");
        room.press(TOTAL);
        room.press("Fold away");
        room.sees_nothing_of("the model, §5");
        room.sees_nothing_of("Saving over");
    }
}

#[test]
fn everything_on_it_has_a_name() {
    for (size, zoom) in [(LAPTOP, 1.0), (NARROW, 1.0), (LAPTOP, 1.5)] {
        let mut room = county(Mode::Inspect, size);
        room.zoom(zoom);
        room.press(TOTAL);
        room.goes_down("2026-27: ");
        assert_eq!(room.nameless(), [""; 0]);
        let right = size[0] / zoom;
        for node in room.nodes() {
            let told = node.accesskit_node();
            if told.role() == Role::Link {
                let (place, name) = (node.rect(), told.label());
                assert!(place.right() <= right + 0.5, "{name:?} at {place}");
                assert!(place.height() >= 31.5, "{name:?} at {place}");
            }
        }
    }
}

/// The way leads to cases for which money is not revealed: not while it is locked.
#[test]
fn nothing_is_asked_while_money_is_locked() {
    let mut room = imported();
    room.press(PROVISIONS);
    room.fill_in("Mainstream: Children", "1988");
    room.fill_in("Mainstream: £ a child a year", "8662");
    room.fill_in("ResourcedProvision: £ a child a year", "21531");
    room.press(ABOUT);
    room.press(LOCK);
    room.press(REVIEW);
    room.judge("C07");
    room.fill_in_panel(RESOURCED, "He runs.");
    room.press(RECORD);
    let asks = |room: &Room| room.offers_any("How did ").is_some();
    assert!(!asks(&room));
    room.press("Reveal money for this case");
    room.sees("Saving over five years");
    assert!(!asks(&room));
    room.press("Menu");
    room.press(REVEAL);
    assert!(asks(&room));
    room.press(TOTAL);
    room.sees("How this came about");
}

#[test]
fn leaving_the_review_forgets_it() {
    let mut room = county(Mode::Inspect, LAPTOP);
    room.press(TOTAL);
    room.press(PREPARE);
    room.press(REVIEW);
    room.sees("How this came about");
    room.press("Menu");
    room.press("Start");
    room.press(REVIEW);
    room.sees("Saving over five years");
    room.sees_nothing_of("How this came about");
}
