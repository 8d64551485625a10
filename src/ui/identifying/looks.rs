//! What looks identifying in the texts on the screen: a text is looked through once and not in every
//! frame, and a long one not at every key.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::cache::CacheTrait;
use eframe::egui::util::hash;
use eframe::egui::{Id, Ui};

use crate::privacy::{self, Kind};
use crate::review::redact::Why;

/// A text of so many bytes is looked through at every key.
const SHORT: usize = 2_000;
/// A longer one once it has rested for so many seconds.
const REST: f64 = 0.4;

/// Something in a text that looks identifying.
#[derive(Clone)]
pub(super) struct Warning {
    pub passage: String,
    pub kind: Kind,
    pub because: &'static str,
    pub proposed: Option<Why>,
}

/// What looks identifying in the text of a field. Of a long text that is being typed: what did when
/// it last rested, as far as it still stands there.
pub(super) fn through(ui: &Ui, field: Id, text: &str) -> Arc<[Warning]> {
    let now = ui.input(|input| input.time);
    let (found, wait) = ui.memory_mut(|memory| {
        let looks = memory.caches.cache::<Looks>();
        looks.through(field, text, now)
    });
    if let Some(seconds) = wait {
        ui.ctx().request_repaint_after_secs(seconds as f32 + 0.02);
    }
    found
}

/// What was found in the fields of this frame. That of a field which is not shown any more is
/// forgotten: it quotes its text.
#[derive(Default)]
struct Looks {
    frame: u32,
    fields: HashMap<Id, Look>,
}

struct Look {
    frame: u32,
    /// The text that was looked through.
    of: u64,
    found: Arc<[Warning]>,
    /// The text that was shown last, and since when.
    shown: u64,
    since: f64,
}

impl Looks {
    fn through(&mut self, field: Id, text: &str, now: f64) -> (Arc<[Warning]>, Option<f64>) {
        let shown = hash(text);
        let look = self.fields.entry(field).or_insert_with(|| Look {
            frame: self.frame,
            of: shown,
            found: look_through(text),
            shown,
            since: now,
        });
        look.frame = self.frame;
        if look.shown != shown {
            (look.shown, look.since) = (shown, now);
            // Nothing is held that does not stand there any more.
            if look.found.iter().any(|one| !text.contains(&one.passage)) {
                let still = look.found.iter().filter(|one| text.contains(&one.passage));
                look.found = still.cloned().collect();
            }
        }
        if look.of == shown {
            return (Arc::clone(&look.found), None);
        }
        let wait = look.since + REST - now;
        if text.len() > SHORT && wait > 0.0 {
            return (Arc::clone(&look.found), Some(wait));
        }
        look.of = shown;
        look.found = look_through(text);
        (Arc::clone(&look.found), None)
    }
}

impl CacheTrait for Looks {
    fn update(&mut self) {
        let frame = self.frame;
        self.fields.retain(|_, look| look.frame == frame);
        self.frame = self.frame.wrapping_add(1);
    }

    fn len(&self) -> usize {
        self.fields.len()
    }
}

fn look_through(text: &str) -> Arc<[Warning]> {
    let found = privacy::scan(text);
    let warning = |one: &privacy::Found| {
        Some(Warning {
            passage: text.get(one.range.clone())?.to_owned(),
            kind: one.kind,
            because: one.because(text),
            proposed: one.proposed(text),
        })
    };
    found.iter().filter_map(warning).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHO: &str = "Write to one@example.org. ";

    fn passages(found: &[Warning]) -> Vec<&str> {
        found.iter().map(|one| one.passage.as_str()).collect()
    }

    #[test]
    fn a_short_text_is_looked_through_at_once_and_a_long_one_when_it_rests() {
        let (mut looks, field) = (Looks::default(), Id::unique("field"));
        assert!(looks.through(field, "Quiet", 0.0).0.is_empty());
        let (found, wait) = looks.through(field, WHO, 0.1);
        assert_eq!((passages(&found), wait), (vec!["one@example.org"], None));
        let long = format!("{WHO}{}", "He runs. ".repeat(400));
        let more = format!("{long} Or to two@example.org");
        let (found, wait) = looks.through(field, &more, 0.2);
        assert_eq!(passages(&found), ["one@example.org"]);
        assert!(wait.is_some());
        let (found, wait) = looks.through(field, &more, 0.7);
        assert_eq!(passages(&found), ["one@example.org", "two@example.org"]);
        assert_eq!(wait, None);
        // What was taken out is not shown for another moment.
        let (found, _) = looks.through(field, &more.replace("one@", "[removed]"), 0.8);
        assert_eq!(passages(&found), ["two@example.org"]);
    }

    #[test]
    fn what_is_not_shown_any_more_is_forgotten() {
        let (mut looks, field) = (Looks::default(), Id::unique("field"));
        looks.through(field, WHO, 0.0);
        looks.update();
        looks.through(field, WHO, 0.1);
        looks.update();
        assert_eq!(looks.len(), 1);
        looks.update();
        assert_eq!(looks.len(), 0);
    }
}
