//! Ranges, and figures below each other.

use dbv_case_review::ui::theme;
use dbv_case_review::ui::widgets::measure;
use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, TextStyle};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{gallery, nodes};
use egui_kittest::kittest::NodeT as _;

#[test]
fn a_range_is_read_out_whole() {
    let screen = gallery();
    for (name, shown) in [
        (
            "Holds nought: minus £2.1 million to £57 million, straight extrapolation £28 million, from 28 \
             cases. These 28 cases cannot tell whether this saves or costs",
            "−£2m to £57m",
        ),
        (
            "Costs throughout: minus £38 million to minus £4 million, straight extrapolation minus £21 \
             million, from 28 cases",
            "−£38m to −£4m",
        ),
        (
            "From one case: minus £380,000 to £1.2 million, straight extrapolation £120,000, from 1 case. \
             This 1 case cannot tell whether this saves or costs",
            "−£0.4m to £1.2m",
        ),
    ] {
        let node = screen.get_by_role_and_label(Role::Image, name);
        assert_eq!(node.value().as_deref(), Some(shown));
    }
}

/// Each has its n and both of its ends, the headline as well as the small ones.
#[test]
fn no_range_goes_without_its_n() {
    let screen = gallery();
    let mut found = 0;
    for node in nodes(&screen) {
        let node = node.accesskit_node();
        let name = node.label().unwrap_or_default();
        if node.role() == Role::Image && !is_of_draws(&name) {
            assert!(name.contains(" to ") && name.contains(" case"), "{name}");
            found += 1;
        }
    }
    assert_eq!(found, 15);
}

fn is_of_draws(name: &str) -> bool {
    name.contains("draw of ") || name.contains("draws of ") || name.contains("draw yet of ")
}

/// Each tells of how many cases a draw is; the newest is told, what it jumps from, and the range
/// where it is shown.
#[test]
fn draws_are_read_out_whole() {
    let screen = gallery();
    let told: Vec<String> = nodes(&screen)
        .iter()
        .map(|node| node.accesskit_node())
        .filter(|node| node.role() == Role::Image)
        .filter_map(|node| node.label())
        .filter(|name| is_of_draws(name))
        .collect();
    let from = "; straight extrapolation £50.1 million";
    let range = "; 90% range £8.8 million to £66.4 million";
    let expected = [
        "No draw yet of 28 cases".to_owned(),
        format!("1 draw of 1 case: £12.5 million{from}"),
        format!(
            "10 draws of 28 cases: £12.5 million to £71.3 million, the newest £71.3 million{from}{range}"
        ),
        format!(
            "12 draws of 28 cases: £12.5 million to £71.3 million, the newest £27.9 million{from}{range}"
        ),
        format!(
            "96 draws of 1650 cases: £6.2 million to £49.6 million, the newest £27.9 million{from}{range}"
        ),
        format!(
            "4 draws of 3 cases: minus £60 million to £160 million, the newest £160 million{from}"
        ),
        format!(
            "6 draws of 6 cases: £31.2 million to £31.2 million, the newest £31.2 million{from}"
        ),
    ];
    assert_eq!(told, expected);
}

#[test]
fn figures_below_each_other_line_up() {
    for style in [
        TextStyle::Body,
        TextStyle::Small,
        theme::strong(),
        theme::headline(),
    ] {
        let (mut widths, mut reading) = (Vec::new(), 0.0);
        let harness = Harness::builder()
            .with_context_setup(theme::install)
            .build_ui(|ui| {
                widths = ["£111,111.", "£888,888.", "£406,172."]
                    .map(|text| measure::tabular(ui, text, &style, Color32::BLACK))
                    .map(|job| ui.fonts_mut(|fonts| fonts.layout_job(job)).size().x)
                    .to_vec();
                reading = measure::reading_width(ui);
            });
        drop(harness);
        let [first, others @ ..] = widths.as_slice() else {
            panic!("no widths");
        };
        for other in others {
            assert!((first - other).abs() < 1.0, "{first} {other}");
        }
        assert!((480.0..=580.0).contains(&reading), "{reading}");
    }
}
