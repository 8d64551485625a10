//! A draw in words: what goes into the minutes, and how somebody who was not there draws again.

use std::fmt::Write as _;

use crate::review::Date;
use crate::review::text::{CaseId, grouped};

use super::{DrawnFrom, How, Sample};

impl DrawnFrom {
    /// What the group is called in sentences.
    pub fn title(&self) -> &str {
        self.name.as_deref().unwrap_or("No group given")
    }
}

impl Sample {
    /// What somebody should know of this draw: groups that were too small, cases without a group.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let asked = match self.how {
            How::Random { n } | How::InProportion { n } | How::AtLeast { n, .. } => Some(n),
            How::SameInEach { .. } => None,
        };
        let (drawn, listed) = (self.drawn(), self.listed());
        if let Some(asked) = asked.filter(|asked| *asked > listed) {
            notes.push(format!(
                "{} were asked for, but the list has {}: all are drawn.",
                number(asked),
                number(listed)
            ));
        } else if let Some(asked) = asked.filter(|asked| *asked < drawn) {
            notes.push(format!(
                "{} are drawn, not {}: every group gives at least its number.",
                number(drawn),
                number(asked)
            ));
        }
        if self.how.is_by_group() {
            let groups = self.groups.iter();
            notes.extend(groups.filter_map(|group| note(group, asked.is_some())));
        }
        notes
    }

    /// All of the draw for the minutes: list, seed, method, groups, who was drawn and who comes
    /// next, and how to draw again.
    pub fn protocol(&self, drawn_on: Option<Date>) -> String {
        let mut out = String::from("How the cases were drawn\n\n");
        let on = drawn_on.map(|date| format!(" on {}", date.in_words()));
        let _ = writeln!(
            out,
            "Drawn{}: {} of {} cases, {}.",
            on.unwrap_or_default(),
            number(self.drawn()),
            number(self.listed()),
            self.how.in_words()
        );
        let _ = writeln!(out, "Seed: {}", self.seed);
        let _ = writeln!(out, "Check of the list: {}", self.list_check);
        for note in self.notes() {
            let _ = writeln!(out, "{note}");
        }
        for group in &self.groups {
            let (n, of) = (number(group.drawn.len()), number(group.of));
            let title = if self.how.is_by_group() {
                group.title()
            } else {
                "All"
            };
            let _ = writeln!(out, "\n{title}: {n} of {of}");
            if !group.drawn.is_empty() {
                let _ = writeln!(out, "Drawn, in this order: {}", listed(&group.drawn));
            }
            if !group.reserves.is_empty() {
                let next = listed(&group.reserves);
                let _ = writeln!(out, "If one cannot be reviewed, the next is: {next}");
            }
        }
        let _ = writeln!(out, "\n{}", self.how_to_repeat());
        out
    }

    /// How somebody else draws the same cases again, with this program or without it.
    pub fn how_to_repeat(&self) -> String {
        format!(
            "To draw the same cases again: paste the same list, in any order, choose the same \
             method and numbers, and enter the seed {}. The check of the list must be the same. \
             Without this program: for every case take FNV-1a (64 bits) of the seed (8 bytes, \
             lowest first), the letter l and the case number in UTF-8; let SplitMix64 fill \
             Xoshiro256++ from it; its first number is the case’s key. In each group the cases \
             with the smallest keys are drawn.",
            self.seed
        )
    }
}

fn note(group: &DrawnFrom, in_proportion: bool) -> Option<String> {
    let title = group.title();
    let of = number(group.of);
    if group.is_too_small() {
        let wanted = number(group.wanted);
        return Some(format!(
            "{title}: {wanted} were asked for; there are {of}, and all are drawn."
        ));
    }
    (in_proportion && group.drawn.is_empty() && group.of > 0).then(|| {
        format!("{title}: none of {of} is drawn, since its share of the list is too small. Ask for at least 1 from each to cover it.")
    })
}

fn listed(ids: &[CaseId]) -> String {
    let ids: Vec<_> = ids.iter().map(CaseId::as_str).collect();
    ids.join(", ")
}

fn number(n: usize) -> String {
    grouped(&n.to_string())
}
