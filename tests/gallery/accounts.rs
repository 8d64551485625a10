//! Lines that tell how a figure came about, and what offers them.

use eframe::egui::Theme;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{gallery, nodes, sized};

#[test]
fn lines_are_read_out_with_their_amounts() {
    let screen = gallery();
    for (role, line) in [
        (Role::Link, "children like C11: £3,064,892"),
        // Many screen readers pass over the sign.
        (Role::Link, "children like C02: minus £386,095"),
        (Role::Label, "and 20 more together: £1,111,111"),
        (Role::Label, "Together: £3,789,908"),
        (Role::Label, "divided by 9 cases judged there"),
        (Role::Link, "times £7,338 as judged, for a child"),
        (Role::Label, "grant: £500,000, entered in the baseline"),
        (Role::Label, "what the move saves: not known"),
        (Role::Link, "How did the balance come about?"),
        (
            Role::Link,
            "How did the share of children covered come about?",
        ),
    ] {
        screen.get_by_role_and_label(role, line);
    }
    // Neither a saving nor a cost: no verdict.
    let balance = "Can be asked: minus £158 million to minus £92 million, straight extrapolation \
                   minus £108 million, from 28 cases";
    screen.get_by_role_and_label(Role::Image, balance);
}

/// Whatever can be pressed can be hit, in a narrow column and at twice the size too.
#[test]
fn links_are_as_high_as_controls() {
    for (width, zoom) in [(1366.0, 1.0), (420.0, 1.0), (840.0, 2.0)] {
        let mut screen = sized([width, 3600.0], Theme::Light);
        screen.ctx.set_zoom_factor(zoom);
        screen.run();
        let mut found = 0;
        for node in nodes(&screen) {
            if node.accesskit_node().role() == Role::Link {
                let (place, name) = (node.rect(), node.accesskit_node().label());
                assert!(place.height() >= 31.5, "{name:?} at {place}");
                assert!(place.right() <= width / zoom, "{name:?} at {place}");
                found += 1;
            }
        }
        assert!(found >= 6, "{found}");
    }
}
