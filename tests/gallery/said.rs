//! What is only read: headings, marks, notices, quotations, roles.

use dbv_case_review::review::case::Status;
use dbv_case_review::review::panel;
use dbv_case_review::review::stance::Stance;
use eframe::egui::accesskit::{Live, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{gallery, nodes};

#[test]
fn headings_have_levels() {
    let screen = gallery();
    for (text, level) in [
        ("C11 · Year 7 · autism, anxiety", 1),
        ("Choices", 2),
        ("Group, 16 bold", 3),
    ] {
        let node = screen.get_by_role_and_label(Role::Heading, text);
        assert_eq!(node.accesskit_node().data().level(), Some(level), "{text}");
    }
}

#[test]
fn every_mark_stands_beside_its_word() {
    let screen = gallery();
    let words = Status::ALL.map(Status::label).into_iter();
    for word in words.chain(Stance::ALL.map(Stance::label)) {
        screen.get_by_label(word);
    }
    screen.get_by_role_and_label(Role::Heading, "The panel");
    screen.get_by_role_and_label(Role::Heading, "The parent");
}

#[test]
fn notices_are_announced() {
    let screen = gallery();
    for (words, role, live) in [
        ("All 28 cases are recorded.", Role::Status, Live::Polite),
        ("C12 waits for a parent.", Role::Status, Live::Polite),
        ("The file is open elsewhere.", Role::Alert, Live::Assertive),
    ] {
        let label = screen.get_by_label(words);
        assert_eq!(label.accesskit_node().data().live(), Some(live), "{words}");
        let above = std::iter::successors(label.parent(), |node| node.parent());
        let mut roles = above.map(|node| node.accesskit_node().role());
        assert!(roles.any(|above| above == role), "{words}");
    }
}

#[test]
fn a_quotation_names_its_source() {
    let screen = gallery();
    let said = screen.get_by_role_and_label(Role::Blockquote, "Mother, interview, 14 May");
    let words = said.children_recursive().filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or_else(|| node.value())
    });
    assert!(
        words
            .into_iter()
            .any(|words| words.starts_with("“She comes home"))
    );
}

#[test]
fn every_role_has_a_chip() {
    let screen = gallery();
    for role in panel::Role::ALL {
        screen.get_by_label(role.label());
    }
}

/// Groups have a place, so that what points at the screen finds them.
#[test]
fn groups_have_bounds() {
    let screen = gallery();
    let groups = [
        Role::RadioGroup,
        Role::Blockquote,
        Role::Status,
        Role::Alert,
    ];
    let mut found = 0;
    for node in nodes(&screen) {
        let node = node.accesskit_node();
        if groups.contains(&node.role()) {
            let bounds = node.raw_bounds().expect("bounds");
            assert!(
                bounds.width() > 40.0 && bounds.height() > 20.0,
                "{bounds:?}"
            );
            found += 1;
        }
    }
    assert!(found > 15, "{found}");
}
