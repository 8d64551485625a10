//! What a person wants, as the views tell the app. Views change nothing; the app carries these
//! out after the pass.

use std::path::PathBuf;

use super::actions::Action;
use super::asked::Ask;
use super::cases::Listing;
use super::drawing;
use super::edits::{CaseEdit, SetupChange};
use super::fields::Field;
use super::filing;
use super::happened::Wish;
use super::importing;
use super::opening::Opening;
use super::palette;
use super::rating;
use super::samples::Sample;
use super::scene::{Move, Step};
use super::table_edits::TableChange;
use super::taking_out::Taking;
use super::unfolded::Fold;
use super::versions::Which;
use crate::review::law::LawNote;
use crate::review::text::CaseId;
use crate::review::{Command, Mode};

/// Where in the program somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Open, recent, sample, new.
    #[default]
    Start,
    /// What a review is before its first case.
    Prepare,
    /// The cases, one by one.
    Review,
    /// Which of two versions of a review to go on with, before it is open.
    Versions,
    /// What happened to the review, and its seal.
    History,
}

/// Parts of the *Prepare* screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PrepareTab {
    /// Title, council, money.
    #[default]
    About,
    /// The panel.
    Panel,
    /// What "ideal" means.
    Definition,
    /// Who chose the cases.
    Selection,
    /// The provision table.
    Provisions,
    /// The baseline.
    Baseline,
    /// Case files.
    Cases,
    /// Parents heard before the workshop.
    Parents,
    /// Parents asked about the judgements.
    Afterwards,
    /// What looks identifying.
    Anonymous,
    /// Where the review is kept, and what of it is on this laptop.
    File,
}

impl PrepareTab {
    /// All, in order.
    pub const ALL: [Self; 11] = [
        Self::About,
        Self::Panel,
        Self::Definition,
        Self::Selection,
        Self::Provisions,
        Self::Baseline,
        Self::Cases,
        Self::Parents,
        Self::Afterwards,
        Self::Anonymous,
        Self::File,
    ];

    /// As its heading says.
    pub const fn label(self) -> &'static str {
        match self {
            Self::About => "The review",
            Self::Definition => "What “ideal” means",
            Self::Selection => "How the cases were chosen",
            Self::Panel => "The panel",
            Self::Provisions => "Provisions",
            Self::Baseline => "Baseline",
            Self::Cases => "Case files",
            Self::Parents => "Parents first",
            Self::Afterwards => "Parents afterwards",
            Self::Anonymous => "Anonymous?",
            Self::File => "The file",
        }
    }

    /// The page after this one.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|tab| *tab == self)?;
        Self::ALL.get(at + 1).copied()
    }

    /// The page before this one.
    pub fn previous(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|tab| *tab == self)?;
        Self::ALL.get(at.checked_sub(1)?).copied()
    }
}

/// What a person wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// Something from the list of actions.
    Do(Action),
    /// A change to the review.
    Apply(Command),
    /// A change to one entry of a list of a case.
    EditCase(CaseId, CaseEdit),
    /// A change to one part of a record of the setup.
    EditSetup(SetupChange),
    /// A change to the provision table or the baseline that was pressed rather than typed.
    EditTable(TableChange),
    /// Unfold something on a page of *Prepare*, or fold it away again.
    Unfold(Fold),
    /// Something is to be unfolded, or folded away, whatever it is now.
    Unfolded {
        /// What.
        fold: Fold,
        /// Whether it is to be unfolded.
        open: bool,
    },
    /// Keep what was typed into a field.
    Keep(Field),
    /// Put this into a field, in place of what is typed there, and keep it.
    Enter(Field, String),
    /// Go to a screen.
    Go(Screen),
    /// Go to a part of *Prepare*.
    Prepare(PrepareTab),
    /// Hide what members said of "ideal" while others speak, or show it.
    HideSaid(bool),
    /// Something about the cases that are being drawn from a list.
    Draw(drawing::Change),
    /// Go to a case.
    Select(CaseId),
    /// Set the list of cases.
    List(Listing),
    /// Go to the first case that the list shows, and show all again.
    GoToFound,
    /// Take the keyboard to what is missing first on the form.
    AttendMissing,
    /// Go to a field, with the caret after its last word.
    GoOnIn(Field),
    /// What was to have the keyboard has it.
    Attended,
    /// Open the line that stands for the projection in a narrow window, or close it again.
    OpenProjection,
    /// How did a figure come about?
    Ask {
        /// Which, or back.
        ask: Ask,
        /// Whether it was said by key, so that the keyboard goes along.
        by_key: bool,
    },
    /// Draw this many times more.
    Redraw(usize),
    /// Put the draws away.
    ClearRedraws,
    /// Go to a step of the case.
    Step(Step),
    /// Move within room view, or out of it.
    Room(Move),
    /// Show one of the parents' voices of the case.
    Voice(crate::review::perspective::VoiceId),
    /// Choose a file to open through a door.
    ChooseReview(Mode),
    /// Open a review through a door.
    Open(Opening),
    /// Begin a review with what the start screen's form says.
    Begin,
    /// Choose where the new review keeps itself.
    ChoosePlace,
    /// Read the table at this path and show what it holds.
    Import(PathBuf),
    /// Something about a table that is on its way in.
    Importing(importing::Wish),
    /// Something on the *Rate* step.
    Rating(rating::Wish),
    /// Something about the palette.
    Palette(palette::Wish),
    /// A note on the law is on the screen beside a case that is being judged.
    LawShown(CaseId, LawNote),
    /// Something about the case files.
    Filing(filing::Wish),
    /// Save a copy at this path.
    SaveCopy {
        /// Where.
        path: PathBuf,
        /// Whether the person has agreed to replace what is there.
        replace: bool,
    },
    /// Keep the review at this path from now on.
    KeepElsewhere {
        /// Where.
        path: PathBuf,
        /// Whether the person has agreed to replace what is there.
        replace: bool,
    },
    /// The file was changed by somebody else: go on with what is open here.
    KeepMine,
    /// The file was changed by somebody else: go on with what is in the file.
    TakeTheirs,
    /// See whether the file can be worked on by now.
    LookAgain,
    /// Work on a file that another computer had open and, as far as can be seen, left.
    TakeOver,
    /// File and journal disagree: go on with this one.
    GoOnWith(Which),
    /// File and journal disagree: decide later.
    DecideLater,
    /// Ask whether this review shall be forgotten on this laptop, or leave it (`None`).
    AskToForget(Option<PathBuf>),
    /// Forget it on this laptop.
    Forget(PathBuf),
    /// The name by which whoever else opens the file is told who has it open.
    SayWho,
    /// Copy what had no field any more.
    CopyText(String),
    /// Put the copy of a sample that is worked on back to how it was at first.
    SampleAfresh(Sample),
    /// Something on the history screen.
    History(Wish),
    /// Something about text that is to be taken out.
    TakeOut(Taking),
    /// Close the program although something stands in the way, which has been told.
    Leave,
    /// Put away what is being told.
    Dismiss,
}
