//! The foot of the table: how many children there are, what they cost as far as that is known, and
//! of how many it is not.

use eframe::egui::{Label, RichText, Ui};

use crate::review::provision::Provision;
use crate::review::text::grouped;
use crate::ui::money;
use crate::ui::theme;
use crate::ui::widgets::marks::{self, Mark};

/// Shows it.
pub fn ui(ui: &mut Ui, rows: &[Provision]) {
    let Some(sums) = Sums::of(rows) else {
        ui.label(theme::note(
            ui,
            "No children yet. Type how many there are in each kind of place, from the SEN2 return or your own system.",
        ));
        return;
    };
    let known = RichText::new(sums.known()).text_style(theme::strong());
    ui.add(Label::new(known).wrap());
    if let Some(unknown) = sums.unknown() {
        marks::labelled(ui, Mark::Caution, &unknown);
    }
}

/// What the rows come to.
struct Sums {
    children: f64,
    spend: f64,
    without_cost: f64,
}

impl Sums {
    /// `None` without children.
    fn of(rows: &[Provision]) -> Option<Self> {
        let mut sums = Self {
            children: 0.0,
            spend: 0.0,
            without_cost: 0.0,
        };
        for row in rows {
            let children = row.caseload.get();
            sums.children += children;
            match row.unit_cost {
                Some(cost) => sums.spend += children * cost.get(),
                None => sums.without_cost += children,
            }
        }
        (sums.children > 0.0).then_some(sums)
    }

    fn known(&self) -> String {
        let children = children(self.children);
        let spend = money::to_a_tenth(self.spend);
        if self.without_cost >= self.children {
            children
        } else if self.without_cost > 0.0 {
            format!("{children}. Known spend in this table: {spend} a year")
        } else {
            format!("{children}. Spend in this table: {spend} a year")
        }
    }

    fn unknown(&self) -> Option<String> {
        let share = 100.0 * self.without_cost / self.children;
        let whole = self.without_cost >= self.children;
        (self.without_cost > 0.0).then(|| {
            if whole {
                "What they cost is not known.".to_owned()
            } else {
                let share = if share < 1.0 {
                    "under 1%".to_owned()
                } else {
                    format!("{share:.0}%")
                };
                format!(
                    "What {} of them ({share}) cost is not known and not in it.",
                    grouped(&self.without_cost.to_string())
                )
            }
        })
    }
}

fn children(number: f64) -> String {
    let noun = if number == 1.0 { "child" } else { "children" };
    format!("{} {noun}", crate::exchange::number::shown(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::provision::preset;
    use crate::review::units::{Caseload, PerChild};

    fn row(at: usize, children: f64, cost: Option<f64>) -> Provision {
        let mut row = preset().remove(at);
        row.caseload = Caseload::new(children).unwrap();
        row.unit_cost = cost.map(|cost| PerChild::new(cost).unwrap());
        row
    }

    #[test]
    fn what_is_not_known_is_not_nothing() {
        let rows = [row(1, 1_988.0, Some(8_662.0)), row(2, 166.0, None)];
        let sums = Sums::of(&rows).unwrap();
        assert_eq!(
            sums.known(),
            "2,154 children. Known spend in this table: £17.2m a year"
        );
        assert_eq!(
            sums.unknown().unwrap(),
            "What 166 of them (8%) cost is not known and not in it."
        );
        assert!(Sums::of(&preset()).is_none());
        let all = [row(1, 10.0, Some(100.0))];
        let sums = Sums::of(&all).unwrap();
        assert_eq!(
            sums.known(),
            "10 children. Spend in this table: £1,000 a year"
        );
        assert_eq!(sums.unknown(), None);
    }
}
