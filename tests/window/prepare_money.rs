//! The pages *Provisions* and *Baseline*: figures with their sources, what nobody knows, and the
//! current course beside it all.

use dbv_case_review::review::source::{self, Average, BaselineFigure, ProvisionFigure};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use super::room::Room;
use super::setup::new_review;
use super::words::*;
use super::world::kept;

const CHILDREN: &str = "Mainstream: Children";
const COST: &str = "Mainstream: £ a child a year";
const AVOIDABLE: &str = "Mainstream: Of it avoidable";
const SPECIAL_CHILDREN: &str = "StateSpecial: Children";
const SPECIAL_COST: &str = "StateSpecial: £ a child a year";
const ALLOCATION: &str = "Allocation in the base year";
const GROWTH: &str = "Growth of the allocation";

/// A review with a few figures in its table, the base year 2024-25.
fn begun() -> Room {
    let mut room = new_review("Autumn workshops");
    room.press(BASELINE);
    room.fill_in("Base year", "2024-25");
    room.press(PROVISIONS);
    room.fill_in(CHILDREN, "1988");
    room.fill_in(COST, "8662");
    room.fill_in(SPECIAL_CHILDREN, "1,041");
    room.fill_in(SPECIAL_COST, "26k");
    room
}

/// Opens the form of a row.
fn open(room: &mut Room, name: &str) {
    let opener = [
        "Open: ",
        "1 lacks a source: ",
        "2 lack a source: ",
        "3 lack a source: ",
    ];
    let opener = opener
        .iter()
        .map(|words| format!("{words}{name}"))
        .find(|words| room.offers(words));
    room.press(&opener.expect("a row that can be opened"));
}

#[test]
fn a_figure_is_typed_with_its_source() {
    let mut room = begun();
    let file = room.world.document("Autumn workshops.dbvreview");
    assert_eq!(room.value(SPECIAL_COST), "£26,000");
    room.sees("3,029 children. Spend in this table: £44.3m a year");
    open(&mut room, &format!("{STATE_SPECIAL} (StateSpecial)"));
    room.sees("what the high needs block pays; no source stated");
    room.fill_in(
        "StateSpecial: £ a child a year: where it comes from",
        "Section 251 budget return",
    );
    room.fill_in(
        "StateSpecial: £ a child a year: year of the source",
        "2024-25",
    );
    room.choose("StateSpecial: £ a child a year: mean or median", "median");
    room.sees_nothing_of("what the high needs block pays; no source stated");

    // Another figure of the row, typed at once, takes nothing of it away.
    room.fill_in("StateSpecial: Growth", "3");
    assert_eq!(room.value("StateSpecial: Growth"), "3%");
    let _world = room.vanish();
    let review = kept(&file);
    let row = review.setup().provisions[3].clone();
    let said = source::of(&row.sources, ProvisionFigure::UnitCost).expect("a source");
    assert_eq!(said.from.as_str(), "Section 251 budget return");
    assert_eq!(said.year.as_str(), "2024-25");
    assert_eq!(said.average, Some(Average::Median));
}

#[test]
fn a_cost_that_is_not_known_stays_so() {
    let mut room = begun();
    room.fill_in("ResourcedProvision: Children", "166");
    assert_eq!(room.value("ResourcedProvision: £ a child a year"), "");
    room.sees("3,195 children. Known spend in this table: £44.3m a year");
    room.sees("What 166 of them (5%) cost is not known and not in it.");
    room.press(BASELINE);
    room.sees("No allocation yet: without it there is no balance to forecast.");
    room.fill_in(ALLOCATION, "£40m");
    assert_eq!(room.value(ALLOCATION), "£40,000,000");
    room.sees("On the current course the deficit reaches at least £");
    room.sees("Not known, and not in these figures: what Resourced provision or SEN unit cost.");
    room.sees("Spend, at least");

    // A cost that was known is not known any more, and neither is the part of it.
    room.press(PROVISIONS);
    room.fill_in("ResourcedProvision: £ a child a year", "£21,531");
    room.fill_in("ResourcedProvision: Of it avoidable", "10,000");
    room.sees_nothing_of("is not known and not in it");
    open(&mut room, &format!("{RESOURCED} (ResourcedProvision)"));
    room.press(&format!("Set to not known: {RESOURCED}"));
    assert_eq!(room.value("ResourcedProvision: £ a child a year"), "");
    assert_eq!(room.value("ResourcedProvision: Of it avoidable"), "");
    room.sees("What 166 of them (5%) cost is not known and not in it.");

    // Words do as well.
    room.fill_in("ResourcedProvision: £ a child a year", "21531");
    room.fill_in("ResourcedProvision: £ a child a year", "not known");
    assert_eq!(room.value("ResourcedProvision: £ a child a year"), "");
}

#[test]
fn an_avoidable_cost_above_the_cost_is_refused_beside_its_cell() {
    let mut room = begun();
    room.fill_in(AVOIDABLE, "9000");
    let said = room.line("Error: ").expect("a reason");
    assert!(
        said.contains(MAINSTREAM) && said.contains("cannot be more than that"),
        "{said}"
    );
    assert_eq!(room.value(AVOIDABLE), "9000", "it stays to be mended");
    room.fill_in(CHILDREN, "1000001");
    let told = room.lines("0 to 1,000,000 children");
    assert!(
        told.iter().any(|line| line.starts_with("Error: ")),
        "{told:?}"
    );
    room.fill_in(CHILDREN, "1988");
    room.fill_in(AVOIDABLE, "2,000");
    assert_eq!(room.line("Error: "), None);
    // The form tells it beside the field as well.
    open(&mut room, &format!("{MAINSTREAM} (Mainstream)"));
    room.fill_in(AVOIDABLE, "9000");
    assert!(room.line("Error: ").is_some());
}

#[test]
fn lists_are_typed_year_by_year() {
    let mut room = begun();
    let file = room.world.document("Autumn workshops.dbvreview");
    room.press(BASELINE);
    room.fill_in("Grant, 2025-26", "£500k");
    room.fill_in("Grant, 2027-28", "0.5m");
    assert_eq!(room.value("Grant, 2026-27"), "£0");
    room.sees("£1.0m in all; no source stated");
    room.fill_in("Grant, 2026-27", "");
    room.fill_in("Grant, 2027-28", "");
    room.sees("£500,000 in all");
    // What a spreadsheet has beside each other goes into the years that follow.
    room.fill_in("Investment, 2025-26", "400,000; 400,000; 200,000");
    assert_eq!(room.value("Investment, 2027-28"), "£200,000");
    room.fill_in("Growth of the allocation, 2025-26", "0.3");
    assert!(room.line("Error: 2025-26: ").is_some());
    room.fill_in("Growth of the allocation, 2025-26", "5");
    assert_eq!(room.value("Growth of the allocation, 2025-26"), "5%");
    let _world = room.vanish();
    let review = kept(&file);
    let baseline = &review.setup().baseline;
    assert_eq!(baseline.grant.len(), 1);
    assert_eq!(baseline.investment.len(), 3);
    assert_eq!(baseline.allocation_growth[0].get(), 0.05);
}

#[test]
fn a_preset_brings_its_label_and_its_source() {
    let mut room = begun();
    let file = room.world.document("Autumn workshops.dbvreview");
    room.press(BASELINE);
    room.press(&format!("Show 2 presets: {GROWTH}"));
    room.sees("commonly quoted; not confirmed");
    let offer = room
        .offers_any("Use this: 5%, then 3% a year")
        .expect("the preset");
    room.press(&offer);
    assert_eq!(room.value("Growth of the allocation, 2026-27"), "3%");
    room.sees("In use");
    let source = room.value("Growth of the allocation: where it comes from");
    assert!(!source.is_empty());
    let _world = room.vanish();
    let review = kept(&file);
    let sources = &review.setup().baseline.sources;
    assert!(source::of(sources, BaselineFigure::AllocationGrowth).is_some());
}

#[test]
fn what_a_place_costs_elsewhere_is_taken_by_choice_alone() {
    let mut room = begun();
    open(&mut room, &format!("{STATE_SPECIAL} (StateSpecial)"));
    room.sees_nothing_of("Lincolnshire");
    let examples = room
        .offers_any("Show what it costs elsewhere")
        .expect("examples");
    room.press(&examples);
    assert_eq!(room.value(SPECIAL_COST), "£26,000");
    let offer = room
        .offers_any("Use this: Lincolnshire, state special, 2022/23, median")
        .expect("an example");
    room.press(&offer);
    assert_eq!(room.value(SPECIAL_COST), "£16,965");
    assert_eq!(
        room.value("StateSpecial: £ a child a year: mean or median"),
        "median"
    );
    let from = room.value("StateSpecial: £ a child a year: where it comes from");
    assert!(from.contains("Lincolnshire"), "{from}");
}

#[test]
fn last_year_is_held_against_the_base_year() {
    let mut room = begun();
    room.press(BASELINE);
    room.fill_in(ALLOCATION, "40m");
    room.fill_in("Balance at the end of the base year", "-10m");
    room.sees("a deficit of £10.0m");
    room.fill_in("Spend the year before", "£42m");
    room.sees("Spend in the base year is 5.4% above what 2023-24 turned out (£42.0m).");
    room.fill_in("Balance at the end of the year before", "(5.7m)");
    room.sees("2023-24 ended with a deficit of £5.7m");
    room.sees("as it turned out.");
}

#[test]
fn help_opens_below_its_figure() {
    let mut room = begun();
    room.press(BASELINE);
    room.sees_nothing_of("If it is not known: ");
    room.press("Allocation in the base year: what does this mean?");
    room.sees("What the high needs block of the DSG brings in the base year");
    room.sees("If it is not known: ");
    room.press("Allocation in the base year: what does this mean?");
    room.sees_nothing_of("If it is not known: ");
}

#[test]
fn the_table_is_filled_in_by_keys_alone() {
    let mut room = new_review("Autumn workshops");
    room.press(PROVISIONS);
    room.tab_to("SenSupport: Children");
    room.key(Key::Enter);
    assert_eq!(room.focus().as_deref(), Some(CHILDREN));
    room.type_text("1988");
    room.key(Key::ArrowDown);
    assert_eq!(
        room.focus().as_deref(),
        Some("ResourcedProvision: Children")
    );
    // What is there is typed over.
    room.type_text("166");
    room.keys(Modifiers::SHIFT, Key::Enter);
    assert_eq!(room.focus().as_deref(), Some(CHILDREN));
    assert_eq!(room.value(CHILDREN), "1,988");
    assert_eq!(room.value("ResourcedProvision: Children"), "166");
    // On a slow machine all of it comes at once, and still goes where it was meant to.
    room.all_at_once(&["2000", "167", "1,041"]);
    assert_eq!(room.value(CHILDREN), "2,000");
    assert_eq!(room.value("ResourcedProvision: Children"), "167");
    assert_eq!(room.value("StateSpecial: Children"), "1,041");
    for _ in 0..3 {
        room.key(Key::ArrowUp);
    }
    assert_eq!(room.focus().as_deref(), Some(CHILDREN));
    room.tab();
    assert_eq!(room.focus().as_deref(), Some(COST));
    room.type_text("£8,662");
    room.tab_to(&format!("1 lacks a source: {STATE_SPECIAL} (StateSpecial)"));
    assert_eq!(room.value(COST), "£8,662");
    room.key(Key::Enter);
    // One control opens and closes: the keyboard stays with it.
    let close = format!("Close: {STATE_SPECIAL} (StateSpecial)");
    assert_eq!(room.focus(), Some(close));
    room.tab_to("StateSpecial: £ a child a year: where it comes from");
    room.key(Key::Escape);
}

#[test]
fn a_row_that_cases_are_in_stays() {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    room.press(PROVISIONS);
    open(&mut room, &format!("{MAINSTREAM} (Mainstream)"));
    room.sees("refers to this row, so it stays in the table.");
    assert!(!room.offers(&format!("Take out: {MAINSTREAM} (Mainstream)")));
    room.press("+ another kind of place");
    room.fill_in("Kind1: Name", "Education at home");
    room.press("Take out: Education at home (Kind1)");
    assert!(!room.offers("Close: Education at home (Kind1)"));
}

#[test]
fn locked_money_is_covered_until_somebody_asks_for_it() {
    let mut room = begun();
    room.press(ABOUT);
    room.press(LOCK);
    for page in [PROVISIONS, BASELINE] {
        room.press(page);
        room.sees("Money is locked while judging");
        assert!(!room.offers(COST) && !room.offers(ALLOCATION));
        room.press("Show figures of money on this page");
        assert!(room.offers(COST) || room.offers(ALLOCATION));
        room.press("Cover it again");
        assert!(!room.offers(COST) && !room.offers(ALLOCATION));
        room.press("Show figures of money on this page");
    }
    room.press(PROVISIONS);
    assert!(
        !room.offers(COST),
        "what was shown on one page is not on the next"
    );
}

/// Long sources are there in full, and push nothing over the chart beside them.
#[test]
fn the_current_course_stands_beside_its_figures() {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    room.press(BASELINE);
    let long =
        "Cabinet paper of the council’s finance director on the high needs block, appendix 3";
    room.fill_in("Allocation in the base year: where it comes from", long);
    for size in [[1366.0, 768.0], [1920.0, 1080.0]] {
        room.resize(size);
        assert!(!room.lines(long).is_empty(), "below its field");
        let charts: Vec<f32> = room
            .nodes()
            .into_iter()
            .filter(|node| node.accesskit_node().role() == Role::Image)
            .map(|node| node.rect().left())
            .collect();
        let [left] = charts[..] else {
            panic!("one chart, not {}", charts.len());
        };
        for name in [
            "Allocation in the base year: year of the source",
            "Spend outside the table: year of the source",
            "Growth of the allocation, 2029-30",
        ] {
            let place = room.place(name);
            assert!(place.right() < left, "{name} at {place}, {size:?}, {left}");
        }
    }
}

/// Nothing is pushed out of the window, and two kinds of place can be told apart.
#[test]
fn the_pages_fit_the_window() {
    let mut room = Room::with_sample();
    room.press(PREPARE);
    for page in [PROVISIONS, BASELINE] {
        room.press(page);
        for (size, zoom) in [
            ([1366.0, 768.0], 1.0),
            ([1920.0, 1080.0], 1.0),
            ([1000.0, 700.0], 1.0),
            ([1366.0, 768.0], 1.5),
            ([1366.0, 768.0], 2.0),
        ] {
            room.resize(size);
            room.zoom(zoom);
            if page == PROVISIONS {
                room.sees("Independent or non-maintained special school, day");
                room.sees("Independent or non-maintained special school, residential");
            }
            for node in room.nodes() {
                let told = node.accesskit_node();
                if told.bounding_box().is_none() {
                    continue;
                }
                let place = node.rect();
                let name = told.label().or(told.value()).unwrap_or_default();
                let fits = place.right() <= size[0] / zoom + 0.5;
                assert!(fits, "{name:?} at {place}, {size:?}, {zoom}");
            }
            room.zoom(1.0);
        }
        room.resize([1366.0, 768.0]);
    }
}

/// What the help says of nothing entered is so.
#[test]
fn an_emptied_figure_is_what_its_help_says() {
    let mut room = begun();
    room.fill_in("Mainstream: Growth", "");
    assert_eq!(room.value("Mainstream: Growth"), "0%");
    room.fill_in(CHILDREN, "");
    room.sees("nothing is entered: a number belongs here");
    room.fill_in(CHILDREN, "1988");
    room.press(BASELINE);
    room.fill_in("Inflation a year", "");
    assert_eq!(room.value("Inflation a year"), "0%");
    room.fill_in(ALLOCATION, "£89m");
    room.fill_in(ALLOCATION, "");
    assert_eq!(room.value(ALLOCATION), "£0");
    room.sees_nothing_of("“” is not a number");
}

/// The columns of the current course stand apart, and end within the page.
#[test]
fn the_columns_of_the_current_course_stand_apart() {
    let mut room = begun();
    room.fill_in(CHILDREN, "9,988");
    room.press(BASELINE);
    room.fill_in(ALLOCATION, "£89m");
    room.fill_in("Balance at the end of the base year", "-£137.6m");
    let mut rows: Vec<(f32, Vec<eframe::egui::Rect>)> = Vec::new();
    for node in room.nodes() {
        let told = node.accesskit_node();
        let text = told.value().unwrap_or_default();
        let amount = text.trim_start_matches('−').starts_with('£') && text.ends_with('m');
        if told.role() != Role::Label || !amount {
            continue;
        }
        let place = node.rect();
        let middle = place.center().y;
        match rows.iter_mut().find(|(at, _)| (at - middle).abs() < 2.0) {
            Some((_, row)) => row.push(place),
            None => rows.push((middle, vec![place])),
        }
    }
    rows.retain(|(_, row)| row.len() == 4);
    assert!(rows.len() >= 6, "{rows:?}");
    for (_, mut row) in rows {
        row.sort_by(|a, b| a.left().total_cmp(&b.left()));
        for two in row.windows(2) {
            let apart = two[1].left() - two[0].right();
            assert!(apart >= 15.5, "{apart}: {row:?}");
        }
        assert!(row[3].right() <= 1366.0 - 8.0, "{row:?}");
    }
}
