//! Contrast as WCAG 2 computes it, and every pair of colours that the program sets on each other.
//! The test below and the gallery read the same list.

use eframe::egui::Color32;

use super::{DISABLED, Tokens};

/// What text needs (AA).
pub const TEXT: f64 = 4.5;
/// What marks and the edges of controls need (AA).
pub const MARK: f64 = 3.0;

/// The series of a chart by their numbers.
const SERIES: [&str; 8] = [
    "series 1", "series 2", "series 3", "series 4", "series 5", "series 6", "series 7", "series 8",
];

/// Something on a ground.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// What stands there.
    pub front: &'static str,
    /// What it stands on.
    pub ground: &'static str,
    /// The colour of both.
    pub colours: [Color32; 2],
    /// The contrast that it must have.
    pub least: f64,
}

impl Pair {
    /// The contrast that it has, 1 to 21.
    pub fn contrast(&self) -> f64 {
        let [front, ground] = self.colours;
        contrast(front, ground)
    }
}

/// WCAG 2 contrast of two opaque colours, 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2 relative luminance of an opaque colour, 0 to 1.
fn luminance(colour: Color32) -> f64 {
    let linear = |byte: u8| {
        let share = f64::from(byte) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

/// What is seen where this much of a colour lies over another.
fn over(front: Color32, share: f32, ground: Color32) -> Color32 {
    ground.lerp_to_gamma(front, share)
}

/// All pairs of a theme: text first, then marks and edges.
pub fn pairs(t: &Tokens) -> Vec<Pair> {
    let mut pairs = texts(t);
    pairs.extend(marks(t));
    pairs
}

/// One front on several grounds.
fn on<'a>(
    front: (&'static str, Color32),
    grounds: &'a [(&'static str, Color32)],
    least: f64,
) -> impl Iterator<Item = Pair> + 'a {
    grounds.iter().map(move |ground| Pair {
        front: front.0,
        ground: ground.0,
        colours: [front.1, ground.1],
        least,
    })
}

fn texts(t: &Tokens) -> Vec<Pair> {
    let page = [
        ("paper", t.paper),
        ("raised", t.raised),
        ("recessed", t.recessed),
    ];
    let selected = [("soft accent", t.accent_soft)];
    let notices = [
        ("soft caution", t.caution_soft),
        ("soft danger", t.danger_soft),
    ];
    let fills = [
        ("accent", t.accent),
        ("accent, hovered", over(t.ink, 0.15, t.accent)),
        ("panel", t.panel),
        ("parent", t.parent),
    ];
    let faded = |colour| over(colour, DISABLED, t.paper);
    let off = [("raised, disabled", faded(t.raised))];
    let (ink, muted) = (("ink", t.ink), ("muted ink", t.ink_muted));
    let accent = ("accent", t.accent);
    on(ink, &page, TEXT)
        .chain(on(ink, &selected, TEXT))
        .chain(on(ink, &notices, TEXT))
        .chain(on(("ink, disabled", faded(t.ink)), &off, TEXT))
        .chain(on(muted, &page, TEXT))
        .chain(on(muted, &selected, TEXT))
        .chain(on(accent, &page, TEXT))
        .chain(on(accent, &selected, TEXT))
        .chain(on(("on accent", t.on_accent), &fills, TEXT))
        .chain(on(("caution", t.caution), &page, TEXT))
        .chain(on(("danger", t.danger), &page, TEXT))
        .collect()
}

fn marks(t: &Tokens) -> Vec<Pair> {
    let page = [
        ("paper", t.paper),
        ("raised", t.raised),
        ("recessed", t.recessed),
    ];
    let rows = [("recessed", t.recessed), ("soft accent", t.accent_soft)];
    let charts = [("paper", t.paper), ("raised", t.raised)];
    let fills = [
        ("accent", t.accent),
        ("parent", t.parent),
        ("caution", t.caution),
        ("danger", t.danger),
        ("ok", t.ok),
    ];
    let hues = [
        ("panel", t.panel),
        ("parent", t.parent),
        ("ok", t.ok),
        ("possible today", t.possible_today),
        ("own ideals", t.own_ideals),
        ("tribunal", t.tribunal),
        ("current course", t.current_course),
    ];
    let mut pairs: Vec<Pair> = on(("outline", t.outline), &page, MARK).collect();
    pairs.extend(hues.into_iter().flat_map(|hue| on(hue, &page, MARK)));
    pairs.extend(on(("parent", t.parent), &rows, MARK));
    pairs.extend(on(("on accent", t.on_accent), &fills, MARK));
    pairs.extend(on(
        ("caution", t.caution),
        &[("soft caution", t.caution_soft)],
        MARK,
    ));
    pairs.extend(on(
        ("danger", t.danger),
        &[("soft danger", t.danger_soft)],
        MARK,
    ));
    for series in SERIES.into_iter().zip(t.series) {
        pairs.extend(on(series, &charts, MARK));
    }
    pairs.extend(focus(t));
    pairs
}

/// The ring around what has the keyboard, against what it goes around and what is around it: egui's
/// own in the accent, and the one that stands off a fill, in ink with paper between.
fn focus(t: &Tokens) -> Vec<Pair> {
    let grounds = [
        ("paper", t.paper),
        ("raised", t.raised),
        ("recessed", t.recessed),
        ("soft accent", t.accent_soft),
        ("soft caution", t.caution_soft),
        ("soft danger", t.danger_soft),
    ];
    let fills = [
        ("accent", t.accent),
        ("accent, hovered", over(t.ink, 0.15, t.accent)),
    ];
    on(("ring, accent", t.accent), &grounds, MARK)
        .chain(on(("ring, ink", t.ink), &grounds, MARK))
        .chain(on(("gap in the ring", t.paper), &fills, MARK))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn themes() -> [&'static Tokens; 2] {
        [false, true].map(Tokens::for_theme)
    }

    #[test]
    fn contrast_as_wcag_defines_it() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        let grey = Color32::from_gray(0x76);
        assert!((contrast(grey, Color32::WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn every_pair_that_is_used_stands_out() {
        for tokens in themes() {
            for pair in pairs(tokens) {
                let is = pair.contrast();
                let (front, ground, least) = (pair.front, pair.ground, pair.least);
                assert!(is >= least, "{front} on {ground}: {is:.2}, wanted {least}");
            }
        }
    }

    /// Whoever adds a role says where it is used.
    #[test]
    fn every_role_is_in_a_pair() {
        // It separates, and carries no meaning.
        let no_meaning = ["hairline"];
        for tokens in themes() {
            let pairs = pairs(tokens);
            for (role, _) in tokens.named() {
                let is_in = |pair: &Pair| pair.front == role || pair.ground == role;
                let is_used = pairs.iter().any(is_in);
                assert!(is_used || no_meaning.contains(&role.as_str()), "{role}");
            }
        }
    }

    /// Neither side may look louder: as far from the page, and as far from what stands on them.
    #[test]
    fn panel_and_parent_weigh_the_same() {
        for t in themes() {
            for [panel, parent] in [[t.panel, t.parent], [t.possible_today, t.own_ideals]] {
                for ground in [t.paper, t.raised, t.recessed, t.on_accent] {
                    let (panel, parent) = (contrast(panel, ground), contrast(parent, ground));
                    let apart = (panel / parent).max(parent / panel);
                    assert!(apart < 1.06, "{panel:.2} {parent:.2}");
                }
            }
        }
    }

    #[test]
    fn every_colour_has_a_name_of_its_own() {
        for tokens in themes() {
            let mut names: Vec<String> = tokens.named().into_iter().map(|(name, _)| name).collect();
            names.sort();
            let count = names.len();
            names.dedup();
            assert_eq!((count, names.len()), (29, 29));
        }
    }
}
