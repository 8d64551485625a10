//! The table by keyboard, as in a spreadsheet: up and down, and Enter to the cell below. Left and
//! right stay within the text, Tab goes from cell to cell.

#[cfg(test)]
use eframe::egui::Modifiers;
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Event, Id, Key, Response, Ui};

/// Which cells there are, row by row, as they were drawn last.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    rows: Vec<Vec<Id>>,
    /// What was typed after a key that leads to another cell, for the next pass.
    waiting: Vec<Event>,
}

impl Cells {
    /// Moves the keyboard before the cells are drawn, so that the one that loses it sees that.
    ///
    /// On a slow machine several keys come in one pass: what was typed before a key that leads on
    /// belongs to the cell that is left, what was typed after it to the next one.
    pub fn steer(ui: &Ui, table: Id) -> Self {
        let mut before: Self = ui.data(|data| data.get_temp(table)).unwrap_or_default();
        let mut waiting = std::mem::take(&mut before.waiting);
        let mut now = Self::default();
        let Some((row, column)) = before.focused(ui) else {
            return now;
        };
        let to = |step| {
            let row = row.checked_add_signed(step)?;
            before.rows.get(row)?.get(column).copied()
        };
        ui.input_mut(|input| {
            waiting.append(&mut input.events);
            let mut moved = None;
            if let Some(at) = leads_on(&waiting).filter(|at| !waiting.iter().take(*at).any(types))
                && let Some(to) = waiting.get(at).and_then(step).and_then(to)
            {
                waiting.remove(at);
                moved = Some(to);
            }
            let rest = leads_on(&waiting).filter(|at| {
                let here = waiting.get(*at).and_then(step).and_then(to);
                moved.is_some() || here.is_some()
            });
            now.waiting = rest.map_or(Vec::new(), |at| waiting.split_off(at));
            input.events = waiting;
            moved
        })
        .into_iter()
        .for_each(|to| ui.memory_mut(|memory| memory.request_focus(to)));
        if !now.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
        now
    }

    fn focused(&self, ui: &Ui) -> Option<(usize, usize)> {
        let id = ui.memory(|memory| memory.focused())?;
        self.rows.iter().enumerate().find_map(|(row, cells)| {
            let column = cells.iter().position(|cell| *cell == id)?;
            Some((row, column))
        })
    }

    /// Notes a row of cells.
    pub fn row(&mut self, cells: Vec<Id>) {
        self.rows.push(cells);
    }

    /// Keeps them for the next pass.
    pub fn keep(self, ui: &Ui, table: Id) {
        ui.data_mut(|data| data.insert_temp(table, self));
    }
}

/// Where the first key stands that leads to another cell.
fn leads_on(events: &[Event]) -> Option<usize> {
    events.iter().position(|event| step(event).is_some())
}

/// Down by Enter and the arrow, up by the arrow and by Shift and Enter.
fn step(event: &Event) -> Option<isize> {
    let Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return None;
    };
    match key {
        Key::Enter if modifiers.shift_only() => Some(-1),
        Key::Enter | Key::ArrowDown if !modifiers.any() => Some(1),
        Key::ArrowUp if !modifiers.any() => Some(-1),
        _ => None,
    }
}

/// Whether an event changes the text of a cell.
fn types(event: &Event) -> bool {
    let typed = matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_));
    typed || matches!(event, Event::Key { pressed: true, .. })
}

/// Whoever comes to a cell by key types over what stands there, with the first key already.
pub fn select_all(ui: &Ui, cell: &Response, length: usize) {
    if cell.has_focus() {
        return;
    }
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(length));
    let mut state = TextEditState::load(ui.ctx(), cell.id).unwrap_or_default();
    if state.cursor.char_range() != Some(all) {
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), cell.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    #[test]
    fn enter_and_arrows_lead_on() {
        assert_eq!(step(&key(Key::Enter, Modifiers::NONE)), Some(1));
        assert_eq!(step(&key(Key::Enter, Modifiers::SHIFT)), Some(-1));
        assert_eq!(step(&key(Key::ArrowUp, Modifiers::NONE)), Some(-1));
        assert_eq!(step(&key(Key::ArrowUp, Modifiers::SHIFT)), None);
        assert_eq!(step(&key(Key::Enter, Modifiers::COMMAND)), None);
        let typed = [
            Event::Text("1988".to_owned()),
            key(Key::Enter, Modifiers::NONE),
        ];
        assert_eq!(leads_on(&typed), Some(1));
        assert!(types(&typed[0]));
    }
}
