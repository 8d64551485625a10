//! The one list of actions: menu, keyboard and help read it, so they cannot disagree.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::review::Mode;

/// Something a person can do from menu or keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Back to the start screen.
    Start,
    /// Open a file for work.
    Open,
    /// Work on the review that is open.
    Work,
    /// Inspect the review that is open.
    Inspect,
    /// Train on the review that is open.
    Train,
    /// Begin the training anew.
    TrainAnew,
    /// Save a copy.
    SaveCopy,
    /// Keep the review in another file from now on.
    KeepElsewhere,
    /// Forget the review on this laptop.
    Forget,
    /// Import case files.
    ImportCases,
    /// Begin a case file.
    NewCase,
    /// Save a workbook to fill in.
    SaveTemplate,
    /// What happened to the review, and its seal.
    History,
    /// What happened to the case on the screen.
    CaseHistory,
    /// Seal the review.
    Seal,
    /// Continue a sealed review in a new version.
    Continue,
    /// Take text out everywhere.
    TakeOut,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// To the next page of *Prepare*.
    NextPage,
    /// To the page before.
    PreviousPage,
    /// To the next case.
    NextCase,
    /// To the case before.
    PreviousCase,
    /// To a case by its number.
    FindCase,
    /// Record the judgement.
    Record,
    /// Read the case.
    Read,
    /// Judge the case.
    Judge,
    /// Into room view or out of it.
    RoomView,
    /// Fold the projection away or back.
    FoldProjection,
    /// Draw once more from the range, and see how far the figure jumps had chance picked others.
    Redraw,
    /// Show money for the case on the screen.
    RevealMoneyHere,
    /// Show money for all cases.
    RevealMoney,
    /// Light or dark.
    SwitchTheme,
    /// Leave.
    Quit,
}

/// One row of the list.
#[derive(Debug)]
pub struct Entry {
    /// The action.
    pub action: Action,
    /// What menu and help say.
    pub text: &'static str,
    /// What it does, in a sentence without a full stop.
    pub hint: &'static str,
    /// The keys.
    pub shortcut: Option<KeyboardShortcut>,
    /// When it can be done.
    pub enabled: fn(&Can) -> bool,
    /// Whether the menu leaves it out where it cannot be done, instead of showing it faded.
    pub only_then: bool,
}

/// What decides whether an action can be done now.
#[derive(Clone, Copy, Debug, Default)]
pub struct Can {
    /// A review is open.
    pub open: bool,
    /// It may be changed.
    pub change: bool,
    /// The door through which it is open.
    pub door: Option<Mode>,
    /// It is of a file, not a sample.
    pub file: bool,
    /// It keeps itself.
    pub kept: bool,
    /// It may be worked on: its file is not marked read-only.
    pub work: bool,
    /// It is sealed.
    pub sealed: bool,
    /// Room view is on the wall.
    pub wall: bool,
    /// A case is selected on the review screen.
    pub case: bool,
    /// *Prepare* is on the screen.
    pub prepare: bool,
    /// There is something to undo.
    pub undo: bool,
    /// There is something to do again.
    pub redo: bool,
    /// Money is on the screen.
    pub money: bool,
    /// There is a range on the screen, and draws that it is made of.
    pub redraw: bool,
    /// Money is locked.
    pub locked: bool,
    /// Text is being typed: its own undo comes first.
    pub typing: bool,
}

const fn ctrl(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(Modifiers::COMMAND, key))
}

const fn ctrl_shift(key: Key) -> Option<KeyboardShortcut> {
    Some(KeyboardShortcut::new(
        Modifiers::COMMAND.plus(Modifiers::SHIFT),
        key,
    ))
}

/// Every action, in the order of the menu.
pub const ACTIONS: &[Entry] = &[
    Entry {
        action: Action::Start,
        text: "Start",
        hint: "Open another review, a sample, or begin a new one",
        shortcut: None,
        enabled: |can| can.open,
        only_then: false,
    },
    Entry {
        action: Action::Open,
        text: "Open…",
        hint: "Open a review from a file",
        shortcut: ctrl(Key::O),
        enabled: |_| true,
        only_then: false,
    },
    Entry {
        action: Action::Work,
        text: "Work on this review",
        hint: "From reading or training back to the file, which keeps itself",
        shortcut: None,
        enabled: |can| can.open && can.work && !can.sealed && can.door != Some(Mode::Work),
        only_then: true,
    },
    Entry {
        action: Action::Inspect,
        text: "Inspect this review",
        hint: "To read only: nothing can be changed by mistake",
        shortcut: None,
        enabled: |can| can.open && can.door != Some(Mode::Inspect),
        only_then: true,
    },
    Entry {
        action: Action::Train,
        text: "Train on this review",
        hint: "To try things out: everything works, nothing is kept",
        shortcut: None,
        enabled: |can| can.open && can.door != Some(Mode::Train),
        only_then: true,
    },
    Entry {
        action: Action::TrainAnew,
        text: "Begin the training anew",
        hint: "Everything as it was when the training began",
        shortcut: Some(KeyboardShortcut::new(Modifiers::NONE, Key::F5)),
        enabled: |can| can.door == Some(Mode::Train) && !can.wall,
        only_then: true,
    },
    Entry {
        action: Action::SaveCopy,
        text: "Save a copy…",
        hint: "Write the review to a second file; the review itself keeps itself",
        shortcut: ctrl_shift(Key::S),
        // Nothing of a training reaches the disk, where it could pass for a panel's work.
        enabled: |can| can.open && can.door != Some(Mode::Train),
        only_then: false,
    },
    Entry {
        action: Action::KeepElsewhere,
        text: "Keep it elsewhere…",
        hint: "From now on the review keeps itself in another file; this one stays as it is",
        shortcut: None,
        enabled: |can| can.open && can.kept,
        only_then: true,
    },
    Entry {
        action: Action::Forget,
        text: "Forget this review on this laptop…",
        hint: "Its journal, the version before and its entry among the recent ones; the file stays",
        shortcut: None,
        enabled: |can| can.open && can.file && !can.wall,
        only_then: true,
    },
    Entry {
        action: Action::ImportCases,
        text: "Import case files…",
        hint: "Add case files, or a whole review, from a workbook (.xlsx) or a table (CSV)",
        shortcut: None,
        enabled: |can| can.change,
        only_then: false,
    },
    Entry {
        action: Action::NewCase,
        text: "Type a case file",
        hint: "Begin a case file with its number and where the child is now",
        shortcut: None,
        enabled: |can| can.change && !can.sealed,
        only_then: true,
    },
    Entry {
        action: Action::SaveTemplate,
        text: "Save a template workbook…",
        hint: "An Excel workbook to fill in, with notes and lists to choose from",
        shortcut: None,
        enabled: |can| can.open && !can.wall,
        only_then: false,
    },
    Entry {
        action: Action::History,
        text: "History and seal",
        hint: "What happened to this review, entry by entry, and whether it is what was sealed",
        shortcut: ctrl_shift(Key::H),
        enabled: |can| can.open && !can.wall,
        only_then: false,
    },
    Entry {
        action: Action::CaseHistory,
        text: "History of this case",
        hint: "What was entered and recorded of it, when, and with what on the screen",
        shortcut: None,
        enabled: |can| can.case && !can.wall,
        only_then: true,
    },
    Entry {
        action: Action::Seal,
        text: "Seal the review…",
        hint: "At the end of the workshop: a fingerprint in ten words that everybody takes away",
        shortcut: None,
        enabled: |can| can.change && !can.sealed && can.door == Some(Mode::Work),
        only_then: true,
    },
    Entry {
        action: Action::Continue,
        text: "Continue in a new version",
        hint: "A file beside this one that names it; the sealed file stays as it is",
        shortcut: None,
        enabled: |can| can.sealed && !can.wall,
        only_then: true,
    },
    Entry {
        action: Action::TakeOut,
        text: "Take text out everywhere…",
        hint: "Out of the review, its history and the version before: what identifies somebody",
        shortcut: None,
        enabled: |can| can.change && !can.sealed,
        only_then: false,
    },
    Entry {
        action: Action::Undo,
        text: "Undo",
        hint: "Take the last change back",
        shortcut: ctrl(Key::Z),
        enabled: |can| can.change && can.undo && !can.typing,
        only_then: false,
    },
    Entry {
        action: Action::Redo,
        text: "Redo",
        hint: "Make the change again that was taken back",
        shortcut: ctrl_shift(Key::Z),
        enabled: |can| can.change && can.redo && !can.typing,
        only_then: false,
    },
    Entry {
        action: Action::NextPage,
        text: "Next page",
        hint: "To the next page of what is prepared before the first case",
        shortcut: ctrl(Key::PageDown),
        enabled: |can| can.prepare,
        only_then: true,
    },
    Entry {
        action: Action::PreviousPage,
        text: "Previous page",
        hint: "To the page before",
        shortcut: ctrl(Key::PageUp),
        enabled: |can| can.prepare,
        only_then: true,
    },
    Entry {
        action: Action::NextCase,
        text: "Next case",
        hint: "To the next case in the list",
        shortcut: ctrl(Key::ArrowDown),
        enabled: |can| can.case,
        only_then: false,
    },
    Entry {
        action: Action::PreviousCase,
        text: "Previous case",
        hint: "To the case before in the list",
        shortcut: ctrl(Key::ArrowUp),
        enabled: |can| can.case,
        only_then: false,
    },
    Entry {
        action: Action::FindCase,
        text: "Find a case",
        hint: "By its number, or by words of its year, needs or provision",
        shortcut: ctrl(Key::F),
        enabled: |can| can.case && !can.wall,
        only_then: false,
    },
    Entry {
        action: Action::Record,
        text: "Record judgement",
        hint: "Record what is on the form, with the parent’s perspective beside it",
        shortcut: ctrl(Key::Enter),
        enabled: |can| can.case && can.change,
        only_then: false,
    },
    Entry {
        action: Action::Read,
        text: "Read the case",
        hint: "The case file with the child’s and the parent’s words",
        shortcut: ctrl(Key::Num1),
        enabled: |can| can.case,
        only_then: false,
    },
    Entry {
        action: Action::Judge,
        text: "Judge the case",
        hint: "Panel and parent side by side",
        shortcut: ctrl(Key::Num2),
        enabled: |can| can.case,
        only_then: false,
    },
    Entry {
        action: Action::RoomView,
        text: "Room view",
        hint: "For the wall: one step at a time, in large type",
        shortcut: Some(KeyboardShortcut::new(Modifiers::NONE, Key::F11)),
        enabled: |can| can.case,
        only_then: false,
    },
    Entry {
        action: Action::FoldProjection,
        text: "Show or hide the projection",
        hint: "The figures at the side of the review screen",
        shortcut: ctrl(Key::M),
        enabled: |can| can.case && can.money,
        only_then: false,
    },
    Entry {
        action: Action::Redraw,
        text: "Draw again",
        hint: "How far would the figure jump had chance picked other children, as many as were judged?",
        shortcut: ctrl(Key::D),
        enabled: |can| can.redraw,
        only_then: false,
    },
    Entry {
        action: Action::RevealMoneyHere,
        text: "Reveal money for this case",
        hint: "Money stays locked for the other cases",
        shortcut: None,
        enabled: |can| can.change && can.locked && can.case && !can.money,
        only_then: true,
    },
    Entry {
        action: Action::RevealMoney,
        text: "Reveal money for all cases",
        hint: "Money has been locked while judging; from now on everybody sees it",
        shortcut: None,
        enabled: |can| can.change && can.locked,
        only_then: true,
    },
    Entry {
        action: Action::SwitchTheme,
        text: "Light or dark",
        hint: "For a bright or a dark room",
        shortcut: None,
        enabled: |_| true,
        only_then: false,
    },
    Entry {
        action: Action::Quit,
        text: "Leave",
        hint: "Close the program; the review keeps itself",
        shortcut: ctrl(Key::Q),
        enabled: |_| true,
        only_then: false,
    },
];

/// The row of an action.
pub fn entry(action: Action) -> Option<&'static Entry> {
    ACTIONS.iter().find(|entry| entry.action == action)
}

#[cfg(test)]
mod tests;
