//! What kinds of things happen to a review, as its history can be narrowed to them.

/// A kind of entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kinds {
    /// All of them.
    #[default]
    All,
    /// A judgement was recorded, or made a draft again.
    Recorded,
    /// Something was entered on the form of a judgement.
    OnTheForm,
    /// What a parent said.
    Parents,
    /// First ratings.
    Ratings,
    /// Case files.
    CaseFiles,
    /// Whether money is on the screen.
    Money,
    /// What is set up before the first case.
    Setup,
    /// Sealed, and continued.
    Sealed,
    /// Text was taken out.
    TakenOut,
}

impl Kinds {
    /// All, in order.
    pub const ALL: [Self; 10] = [
        Self::All,
        Self::Recorded,
        Self::OnTheForm,
        Self::Parents,
        Self::Ratings,
        Self::CaseFiles,
        Self::Money,
        Self::Setup,
        Self::Sealed,
        Self::TakenOut,
    ];

    /// In words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::All => "Everything",
            Self::Recorded => "Judgements recorded",
            Self::OnTheForm => "Judgements on the form",
            Self::Parents => "Parents’ perspectives",
            Self::Ratings => "First ratings",
            Self::CaseFiles => "Case files",
            Self::Money => "Money shown or locked",
            Self::Setup => "Setup",
            Self::Sealed => "Sealed and continued",
            Self::TakenOut => "Text taken out",
        }
    }

    /// The kind of an entry, by what its header says. A header stays when its text is taken out,
    /// so this asks nothing else.
    pub fn of(kind: &str) -> Self {
        match kind {
            "judgement recorded" | "judgement reopened" => Self::Recorded,
            "judgement on the form"
            | "changes taken back"
            | "words for reading aloud"
            | "note on the law shown"
            | "note"
            | "note taken out" => Self::OnTheForm,
            "parent perspective"
            | "parent perspective taken out"
            | "parent asked"
            | "parent’s answer taken out"
            | "date put right" => Self::Parents,
            "first rating"
            | "first rating taken out"
            | "rating skipped"
            | "rating taken up after all"
            | "ratings revealed"
            | "rating corrected" => Self::Ratings,
            "case added"
            | "case file changed"
            | "case taken out"
            | "cases imported"
            | "tables imported"
            | "case put aside"
            | "case brought back"
            | "order of the cases changed"
            | "who was there for a case"
            | "case for practice"
            | "case no longer for practice"
            | "case parked"
            | "parked case taken up again" => Self::CaseFiles,
            "money while judging" | "money revealed" => Self::Money,
            "sealed" | "continued after sealing" => Self::Sealed,
            "passage taken out" => Self::TakenOut,
            _ => Self::Setup,
        }
    }
}
