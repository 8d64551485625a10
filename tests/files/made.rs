//! Reviews and services for the tests of the file, made through the gate like any other.

use std::path::PathBuf;

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, FileEdit, FileText, SetupEdit, VoiceEdit};
use dbv_case_review::review::judgement::{Answer, Condition, Confidence, Ideal, Question};
use dbv_case_review::review::panel::{Member, MemberId, Role};
use dbv_case_review::review::perspective::{ParentAnswer, ParentIdeal, Source, Speaker, VoiceId};
use dbv_case_review::review::ratings::{RatedIdeal, Rating};
use dbv_case_review::review::setup::{Definition, MoneyRule, Setup};
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::{Money, PerChild};
use dbv_case_review::review::{Act, Command, Date, Review, Salt, Timestamp, Via};
use dbv_case_review::services::Services;

/// A word that stands in every text of a child, so that a test can see whether it leaks.
pub const SECRET: &str = "Quillwort";

pub fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

pub fn code(code: &str) -> ProvisionCode {
    ProvisionCode::new(code).unwrap()
}

pub fn id(number: usize) -> CaseId {
    CaseId::new(format!("C{number:02}")).unwrap()
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn moment() -> Timestamp {
    Timestamp::try_from("2026-11-22T14:02:05Z".to_owned()).unwrap()
}

pub fn act() -> Act {
    Act {
        at: moment(),
        via: Via::Typed,
        money_visible: false,
        salt: Salt(*b"not random at al"),
    }
}

pub fn apply(review: &mut Review, command: Command) {
    review.apply(command, act()).unwrap();
}

/// A review that is ready to judge cases.
pub fn begun() -> Review {
    let setup = Setup::new(
        text("Spring workshop"),
        text("Anyshire"),
        "2024-25".parse().unwrap(),
    );
    let mut review = Review::begin(setup, act()).unwrap();
    for (member, role) in [(1, Role::Senco), (2, Role::ParentCarerForum)] {
        let member = Member {
            id: MemberId(member),
            role,
            detail: Text::default(),
            organisation: None,
        };
        apply(&mut review, Command::Setup(SetupEdit::PutMember(member)));
    }
    let definition = Definition {
        words: text("Where the child thrives,\nwith what is needed."),
        agreed_on: Some(date("2026-11-20")),
        agreed_by: Vec::new(),
    };
    for edit in [
        SetupEdit::Definition(Some(definition)),
        SetupEdit::Money(MoneyRule::Locked),
    ] {
        apply(&mut review, Command::Setup(edit));
    }
    review
}

/// A review with so many judged cases, each with texts of the usual length.
pub fn judged(cases: usize) -> Review {
    let mut review = begun();
    for number in 1..=cases {
        judge(&mut review, number);
    }
    review
}

fn long(what: &str, sentences: usize) -> Text {
    let sentence = format!("{SECRET} {what}: she says “not today” and means \"tomorrow\". ");
    text(&format!(
        "{}\n\nAnd a second paragraph.",
        sentence.repeat(sentences)
    ))
}

fn judge(review: &mut Review, number: usize) {
    let case = id(number);
    let mut file = CaseFile::new(case.clone(), code("StateSpecial"));
    file.year_group = text("Year 7");
    file.pen_portrait = long("portrait", 10);
    file.annual_cost = Some(PerChild::new(26_417.35).unwrap());
    apply(review, Command::AddCase(Box::new(file)));
    let edit = FileEdit::Text(FileText::ChildViews, long("child", 4));
    apply(
        review,
        Command::EditCaseFile {
            case: case.clone(),
            edit,
        },
    );
    hear(review, &case);
    rate(review, &case);
    for edit in [
        DraftEdit::Answer(Question::Setting, Some(Answer::NotIdeal)),
        DraftEdit::Answer(Question::Support, Some(Answer::Ideal)),
        DraftEdit::Answer(Question::Timeliness, Some(Answer::CannotTell)),
        DraftEdit::Ideal(Some(Ideal::Provision(code("Mainstream")))),
        DraftEdit::Reasoning(long("reasoning", 5)),
        DraftEdit::Confidence(Some(Confidence::Medium)),
        DraftEdit::Conditions(vec![Condition {
            yearly: Some(Money::new(4_000.0).unwrap()),
            ..Condition::new(text("A teaching assistant in the mornings"), false)
        }]),
    ] {
        apply(
            review,
            Command::EditDraft {
                case: case.clone(),
                edit,
            },
        );
    }
    apply(review, Command::Record(case.clone()));
    apply(
        review,
        Command::AskStance {
            case,
            voice: VoiceId(1),
            asked: Some((Stance::AgreesWithConditions, date("2026-11-21"))),
        },
    );
}

fn hear(review: &mut Review, case: &CaseId) {
    for edit in [
        VoiceEdit::Speaker(Some(Speaker::Mother)),
        VoiceEdit::Source(Some(Source::Interview)),
        VoiceEdit::Words(long("parent", 6)),
        VoiceEdit::Answer(Question::Setting, Some(ParentAnswer::Stated(Answer::Ideal))),
        VoiceEdit::Answer(Question::Support, Some(ParentAnswer::NotStated)),
        VoiceEdit::Answer(Question::Timeliness, Some(ParentAnswer::NotStated)),
        VoiceEdit::Ideal(Some(ParentIdeal::Provision(code("StateSpecial")))),
        VoiceEdit::Date(Some(date("2026-11-10"))),
    ] {
        let (case, voice) = (case.clone(), VoiceId(1));
        apply(review, Command::EditVoice { case, voice, edit });
    }
}

fn rate(review: &mut Review, case: &CaseId) {
    for member in [1, 2] {
        let rating = Rating {
            ideal: RatedIdeal::Provision(code("Mainstream")),
            setting: Some(Answer::NotIdeal),
            support: None,
            timeliness: None,
            confidence: Some(Confidence::High),
        };
        let (case, member) = (case.clone(), MemberId(member));
        apply(
            review,
            Command::Rate {
                case,
                member,
                rating,
            },
        );
    }
    apply(review, Command::RevealRatings(case.clone()));
}

/// Changes the title, which is the smallest change there is.
pub fn retitle(review: &mut Review, title: &str) {
    apply(review, Command::Setup(SetupEdit::Title(text(title))));
}

/// A machine whose clock stands still.
pub struct Still(pub Option<PathBuf>);

impl Services for Still {
    fn now(&self) -> Timestamp {
        moment()
    }
    fn salt(&self) -> Salt {
        Salt([7; 16])
    }
    fn time_of_day(&self, _: Timestamp) -> String {
        "14:02".to_owned()
    }
    fn today(&self) -> Date {
        "2026-11-22".parse().unwrap()
    }
    fn documents_folder(&self) -> Option<PathBuf> {
        None
    }
    fn data_folder(&self) -> Option<PathBuf> {
        self.0.clone()
    }
    fn machine_name(&self) -> String {
        "LAPTOP-7".to_owned()
    }
    /// Whoever left a lock behind is gone.
    fn is_running(&self, _: u32) -> Option<bool> {
        Some(false)
    }
}
