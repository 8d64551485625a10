//! A number typed while a row of the list has the keyboard leads to its case, and the keyboard goes
//! along. Digits that follow one another soon are one number.

use eframe::egui::{Event, Id, Key, Response, Ui};

use crate::review::text::CaseId;
use crate::ui::view::View;

/// Seconds after which another number begins.
const PAUSE: f64 = 1.5;

const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// The case that the digits typed so far lead to, where new ones have been typed.
pub fn number(ui: &Ui, view: &View<'_>) -> Option<CaseId> {
    let typed = take_digits(ui);
    if typed.is_empty() {
        return None;
    }
    let (so_far, id) = (Id::unique("digits typed in the list"), row());
    let before: Option<(String, f64)> = ui.data(|data| data.get_temp(so_far));
    let goes_on = before.filter(|(_, at)| view.now - at < PAUSE);
    let mut number = goes_on.map_or_else(String::new, |(digits, _)| digits);
    number.push_str(&typed);
    let (mut found, longer) = view.listed.numbered(&number);
    if found.is_none() && !longer {
        // Nobody has this number: the last keys begin another one.
        found = view.listed.numbered(&typed).0;
        number = typed;
    }
    let case = found.and_then(|at| view.review.state().cases().get(at));
    let case = case.map(|case| case.id().clone());
    ui.data_mut(|data| {
        data.insert_temp(so_far, (number, view.now));
        if let Some(case) = &case {
            data.insert_temp(id, case.clone());
        }
    });
    case
}

/// Gives the row of the case that was gone to by its number the keyboard, as soon as it is there.
pub fn follow(ui: &Ui, shown: &Response, case: &CaseId) {
    let id = row();
    let wanted: Option<CaseId> = ui.data(|data| data.get_temp(id));
    if wanted.as_ref() == Some(case) {
        ui.data_mut(|data| data.remove::<CaseId>(id));
        shown.request_focus();
    }
}

fn row() -> Id {
    Id::unique("case row that takes the keyboard")
}

/// Takes the digits out of what was typed, so that nobody else answers to them.
fn take_digits(ui: &Ui) -> String {
    let mut digits = String::new();
    ui.input_mut(|input| {
        let held = input.modifiers.any();
        input.events.retain(|event| match event {
            Event::Text(text) if !text.is_empty() && text.chars().all(|d| d.is_ascii_digit()) => {
                digits.push_str(text);
                false
            }
            Event::Key { key, .. } => held || !DIGITS.contains(key),
            _ => true,
        });
    });
    digits
}
