//! What it would need (model.md §8), as far as it follows from the moves: how many children will
//! have moved into each kind of provision, against the places stated.

use crate::review::text::ProvisionCode;

use super::council::Council;
use super::inputs::Inputs;
use super::timeline::Timeline;

/// Children who move into a provision if the panel is followed, and the places stated for them.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacesNeeded {
    /// The provision.
    pub provision: ProvisionCode,
    /// Children who will have moved there by the end of years t = 1..H, before any limit (§8).
    pub moved_in: Vec<f64>,
    /// Extra places stated for years t = 1..H; `None` = no limit stated.
    pub stated: Option<Vec<f64>>,
}

/// For every provision into which a counted case moves, in the order of the table: Σ_{p≠q}
/// N_p(t) D_p(t) w_i by year (model.md §8), unpriced moves included.
pub fn places_needed(inputs: &Inputs) -> Vec<PlacesNeeded> {
    let council = Council::of(inputs);
    let timeline = Timeline::of(&council);
    let years = || timeline.moments.iter().skip(1);
    let moves_in = |row: usize| {
        let moving = council.children.iter().filter(|child| child.moves());
        moving.filter(move |child| child.ideal == row)
    };
    let rows = 0..inputs.provisions.len();
    rows.filter(|&row| moves_in(row).next().is_some())
        .map(|row| PlacesNeeded {
            provision: inputs.provisions[row].code.clone(),
            moved_in: years()
                .map(|year| {
                    moves_in(row)
                        .map(|child| year.decided[child.from] / council.judged[child.from])
                        .sum()
                })
                .collect(),
            stated: (!council.rows[row].places.is_empty())
                .then(|| years().map(|year| year.places[row]).collect()),
        })
        .collect()
}
