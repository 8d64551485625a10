//! The one list of actions: menu, keyboard and help read it, so they cannot disagree.

mod table;

use eframe::egui::KeyboardShortcut;

pub use table::ACTIONS;

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
    /// To what comes next in the round of a case.
    GoOn,
    /// Record the judgement.
    Record,
    /// Read the case.
    Read,
    /// Rate the case.
    Rate,
    /// Judge the case.
    Judge,
    /// Check the judgement.
    Check,
    /// A note on the case.
    AddNote,
    /// Put the case off for later, or take it up again.
    Park,
    /// The case is for practice, or counts again.
    Practice,
    /// What the parents say of the judgement, asked afterwards.
    AskParents,
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
    /// Whatever can be done, by its name.
    Palette,
    /// The keyboard to the next part of the screen.
    NextRegion,
    /// The keyboard to the part of the screen before.
    PreviousRegion,
    /// Light or dark.
    SwitchTheme,
    /// Leave.
    Quit,
}

/// What actions are about. The menu separates the groups by a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// The review as a whole, and its file.
    Review,
    /// What a review is before its first case.
    Prepare,
    /// Undo and redo.
    Edit,
    /// The case on the screen, and the way to others.
    Case,
    /// The steps of a case.
    Step,
    /// What is shown, and how.
    Screen,
    /// The way out.
    Leave,
}

/// One row of the list.
#[derive(Debug)]
pub struct Entry {
    /// The action.
    pub action: Action,
    /// What it is about.
    pub group: Group,
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

/// The row of an action.
pub fn entry(action: Action) -> Option<&'static Entry> {
    ACTIONS.iter().find(|entry| entry.action == action)
}

#[cfg(test)]
mod tests;
