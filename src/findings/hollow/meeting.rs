//! A meeting for the tests of signs: a review with a clock of its own.

use crate::review::case_file::CaseFile;
use crate::review::command::{DraftEdit, VoiceEdit};
use crate::review::judgement::{Answer, Ideal, Question};
use crate::review::perspective::{ParentAnswer, ParentIdeal, Source, Speaker, VoiceId};
use crate::review::setup::{Definition, Setup};
use crate::review::text::{CaseId, ProvisionCode, Text};
use crate::review::units::FinancialYear;
use crate::review::{Act, Command, Date, Review, Salt, Timestamp, Via};

use super::{Hollow, hollow};

pub(super) const WORDS: &str = "She has friends there, and she sleeps again.";
pub(super) const VOICE: VoiceId = VoiceId(1);

pub(super) fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

pub(super) fn id(number: &str) -> CaseId {
    CaseId::new(number).unwrap()
}

pub(super) fn here() -> ProvisionCode {
    ProvisionCode::new("Mainstream").unwrap()
}

pub(super) fn day() -> Date {
    "2026-10-30".parse().unwrap()
}

/// A review with a clock of its own.
pub(super) struct Meeting {
    pub(super) review: Review,
    pub(super) seconds: u32,
}

impl Meeting {
    pub(super) fn new() -> Self {
        let year = FinancialYear::nearest(2026);
        let mut setup = Setup::new(text("Review"), text("West Marsh"), year);
        setup.definition = Some(Definition {
            words: text("What this child needs."),
            agreed_on: Some(day()),
            agreed_by: Vec::new(),
        });
        let review = Review::begin(setup, act(0, Via::Typed)).unwrap();
        Self { review, seconds: 0 }
    }

    /// Lets time pass.
    pub(super) fn after(&mut self, seconds: u32) -> &mut Self {
        self.seconds += seconds;
        self
    }

    pub(super) fn via(&mut self, command: Command, via: Via) -> &mut Self {
        self.review.apply(command, act(self.seconds, via)).unwrap();
        self
    }

    /// Does something that the review may refuse.
    pub(super) fn tried(&mut self, command: Command, via: Via) {
        let _ = self.review.apply(command, act(self.seconds, via));
    }

    pub(super) fn then(&mut self, command: Command) -> &mut Self {
        self.via(command, Via::Typed)
    }

    pub(super) fn case(&mut self, number: &str) -> &mut Self {
        self.then(Command::AddCase(Box::new(CaseFile::new(
            id(number),
            here(),
        ))))
    }

    pub(super) fn voice(&mut self, number: &str, edit: VoiceEdit) -> &mut Self {
        self.then(Command::EditVoice {
            case: id(number),
            voice: VOICE,
            edit,
        })
    }

    pub(super) fn words(&mut self, number: &str, words: &str) -> &mut Self {
        self.voice(number, VoiceEdit::Words(text(words)))
    }

    /// Everything of a parent's perspective but the words.
    pub(super) fn parent(&mut self, number: &str, source: Source) -> &mut Self {
        self.voice(number, VoiceEdit::Speaker(Some(Speaker::Mother)));
        self.voice(number, VoiceEdit::Source(Some(source)));
        self.voice(number, VoiceEdit::Date(Some(day())));
        for question in Question::ALL {
            let answer = Some(ParentAnswer::Stated(Answer::Ideal));
            self.voice(number, VoiceEdit::Answer(question, answer));
        }
        self.voice(number, VoiceEdit::Ideal(Some(ParentIdeal::NotStated)))
    }

    /// Everything of the panel's part.
    pub(super) fn judged(&mut self, number: &str) -> &mut Self {
        let mut draft = |edit| {
            let case = id(number);
            self.then(Command::EditDraft { case, edit });
        };
        draft(DraftEdit::Ideal(Some(Ideal::Provision(here()))));
        for question in Question::ALL {
            draft(DraftEdit::Answer(question, Some(Answer::Ideal)));
        }
        draft(DraftEdit::Reasoning(text("Since it is so.")));
        self
    }

    pub(super) fn record(&mut self, number: &str) -> &mut Self {
        self.then(Command::Record(id(number)))
    }

    pub(super) fn hollow(&self) -> Hollow {
        hollow(&self.review.snapshot())
    }

    pub(super) fn typed_at_the_judgement(&self) -> Vec<String> {
        let found = self.hollow().typed_at_the_judgement;
        found.iter().map(|one| one.case.to_string()).collect()
    }
}

pub(super) fn act(seconds: u32, via: Via) -> Act {
    let (hour, minute, second) = (9 + seconds / 3600, seconds / 60 % 60, seconds % 60);
    let at = format!("2026-11-02T{hour:02}:{minute:02}:{second:02}Z");
    Act {
        at: Timestamp::try_from(at).unwrap(),
        via,
        money_visible: false,
        salt: Salt([7; 16]),
    }
}
