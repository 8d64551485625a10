//! A small world for tests of the gate and of whatever keeps or carries reviews: six case numbers,
//! four voices, five members, five provisions, words that say something and words that do not.
//! [`small_review`] is a place where random commands can begin, [`sample_review`] a review with a
//! few recorded cases.

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::{DraftEdit, VoiceEdit};
use dbv_case_review::review::judgement::{Answer, Condition, Ideal, Question};
use dbv_case_review::review::panel::{Member, MemberId, Role};
use dbv_case_review::review::perspective::{
    Attempt, ParentAnswer, ParentIdeal, Source, Speaker, VoiceId,
};
use dbv_case_review::review::provision::Provision;
use dbv_case_review::review::ratings::{RatedIdeal, Rating};
use dbv_case_review::review::setup::{Definition, Setup};
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};
use dbv_case_review::review::units::{Caseload, PerChild, Tier};
use dbv_case_review::review::{Act, Command, Date, Review, Salt, Timestamp, Via};

/// Words that say something.
pub const WORDS: &[&str] = &[
    "She is happy where she is.",
    "He cannot get up the stairs, and nobody sees it.",
    "No. We were told, not asked.",
];
/// What stands where words should.
pub const NO_WORDS: &[&str] = &[
    "", "  \n", "n/a", "None", "-", "as above", "N/A, n/a", "...",
];
/// Year groups and age bands of children who are surely under sixteen.
pub const UNDER_SIXTEEN: &[&str] = &["Year 6", "Year 9", "Reception", "11 to 15", "Age 12"];
/// Year groups and age bands that may be sixteen or over, and what says nothing.
pub const MAYBE_SIXTEEN: &[&str] = &["Year 12", "16 to 19", ""];
/// Provisions of the table.
pub const PROVISIONS: &[&str] = &[
    "Mainstream",
    "Resourced",
    "StateSpecial",
    "Independent",
    "College",
];
/// Case numbers.
pub const CASES: &[&str] = &["C01", "C02", "C03", "C04", "C05", "C06"];

/// A text.
pub fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

/// A case number.
pub fn case_id(id: &str) -> CaseId {
    CaseId::new(id).unwrap()
}

/// A provision code.
pub fn code(code: &str) -> ProvisionCode {
    ProvisionCode::new(code).unwrap()
}

/// A date written like 2026-05-14.
pub fn date(date: &str) -> Date {
    date.parse().unwrap()
}

/// What the gate is told with the `n`th change of a test: a minute later each time, money on the
/// screen or not.
pub fn act(n: usize, money_visible: bool) -> Act {
    let minute = format!(
        "2026-11-{:02}T{:02}:{:02}:00Z",
        1 + n / 1440,
        n / 60 % 24,
        n % 60
    );
    let mut salt = [7; 16];
    salt[..8].copy_from_slice(&n.to_le_bytes());
    Act {
        at: Timestamp::try_from(minute).unwrap(),
        via: Via::Typed,
        money_visible,
        salt: Salt(salt),
    }
}

/// A setup with the table, five members and a definition of "ideal".
pub fn setup() -> Setup {
    let mut setup = Setup::new(
        text("Reviews of spring"),
        text("Anyshire"),
        "2025-26".parse().unwrap(),
    );
    setup.provisions = PROVISIONS
        .iter()
        .zip(0..)
        .map(|(name, tier)| {
            let mut row = Provision::new(code(name), text(name), Tier::new(tier).unwrap());
            row.caseload = Caseload::new(100.0).unwrap();
            row.unit_cost = Some(PerChild::new(9_000.0 * f64::from(tier + 1)).unwrap());
            row
        })
        .collect();
    setup.members = (1..=5).map(|id| member(id, Role::Senco)).collect();
    setup.definition = Some(definition(WORDS[0]));
    setup
}

/// A member.
pub fn member(id: u16, role: Role) -> Member {
    Member {
        id: MemberId(id),
        role,
        detail: text("secondary"),
        organisation: None,
    }
}

/// A definition.
pub fn definition(words: &str) -> Definition {
    Definition {
        words: text(words),
        agreed_on: Some(date("2026-11-01")),
        agreed_by: Vec::new(),
    }
}

/// A review with that setup and three case files, where random commands find something to do.
pub fn small_review() -> Review {
    let mut review = Review::begin(setup(), act(0, false)).unwrap();
    for (n, (id, year)) in [("C01", "Year 6"), ("C02", "Year 12"), ("C03", "")]
        .into_iter()
        .enumerate()
    {
        let mut file = CaseFile::new(case_id(id), code(PROVISIONS[n]));
        file.year_group = text(year);
        let added = Command::AddCase(Box::new(file));
        review.apply(added, act(n + 1, false)).unwrap();
    }
    review
}

/// A review with recorded cases, a draft, revealed ratings, asked stances, conditions and costs.
pub fn sample_review() -> Review {
    let mut review = small_review();
    let mut commands = Vec::new();
    for member in 1..=3 {
        commands.push(Command::Rate {
            case: case_id("C01"),
            member: MemberId(member),
            rating: rating(RatedIdeal::Provision(code("Resourced"))),
        });
    }
    commands.push(Command::RevealRatings(case_id("C01")));
    commands.extend(whole_voice("C01", 1, Source::Interview, Some("Resourced")));
    commands.extend(whole_voice(
        "C01",
        2,
        Source::FromPapers,
        Some("Mainstream"),
    ));
    commands.extend(filled_form("C01", Answer::NotIdeal, Some("Resourced")));
    commands.push(Command::EditDraft {
        case: case_id("C01"),
        edit: DraftEdit::Conditions(vec![Condition::new(text("A place is free"), false)]),
    });
    commands.push(Command::Record(case_id("C01")));
    commands.push(Command::AskStance {
        case: case_id("C01"),
        voice: VoiceId(2),
        asked: Some((Stance::AgreesWithConditions, date("2026-11-20"))),
    });
    commands.extend(whole_voice("C02", 1, Source::NotReached, None));
    commands.extend(filled_form("C02", Answer::Ideal, None));
    commands.push(Command::Record(case_id("C02")));
    commands.extend(filled_form("C03", Answer::CannotTell, None));
    for (n, command) in commands.into_iter().enumerate() {
        review.apply(command, act(n + 10, n % 2 == 0)).unwrap();
    }
    review
}

/// A rating that says no more than where.
pub fn rating(ideal: RatedIdeal) -> Rating {
    Rating {
        ideal,
        setting: None,
        support: None,
        timeliness: None,
        confidence: None,
    }
}

/// Two attempts, told in full.
pub fn attempts() -> Vec<Attempt> {
    ["2026-05-04", "2026-05-11"]
        .into_iter()
        .map(|on| Attempt {
            on: Some(date(on)),
            how: text("telephone"),
            by: text("SEND officer"),
        })
        .collect()
}

/// The edits that make a whole parent's perspective, whatever its source.
pub fn whole_voice(case: &str, voice: u16, source: Source, ideal: Option<&str>) -> Vec<Command> {
    let ideal = ideal.map_or(ParentIdeal::NotStated, |to| {
        ParentIdeal::Provision(code(to))
    });
    let mut edits = vec![
        VoiceEdit::Speaker(Some(Speaker::Mother)),
        VoiceEdit::Source(Some(source)),
    ];
    if source.was_heard() {
        edits.push(VoiceEdit::Words(text(WORDS[0])));
        let stated = Some(ParentAnswer::NotStated);
        edits.extend(Question::ALL.map(|question| VoiceEdit::Answer(question, stated)));
        edits.push(VoiceEdit::Ideal(Some(ideal)));
        edits.push(VoiceEdit::Date(Some(date("2026-05-14"))));
    } else {
        edits.push(VoiceEdit::Attempts(attempts()));
    }
    edits
        .into_iter()
        .map(|edit| Command::EditVoice {
            case: case_id(case),
            voice: VoiceId(voice),
            edit,
        })
        .collect()
}

/// The edits that fill the panel's part of the form.
pub fn filled_form(case: &str, setting: Answer, ideal: Option<&str>) -> Vec<Command> {
    let mut edits = vec![
        DraftEdit::Answer(Question::Setting, Some(setting)),
        DraftEdit::Answer(Question::Support, Some(Answer::NotIdeal)),
        DraftEdit::Answer(Question::Timeliness, Some(Answer::CannotTell)),
        DraftEdit::Reasoning(text(WORDS[1])),
    ];
    if let Some(ideal) = ideal {
        edits.push(DraftEdit::Ideal(Some(Ideal::Provision(code(ideal)))));
    }
    edits
        .into_iter()
        .map(|edit| Command::EditDraft {
            case: case_id(case),
            edit,
        })
        .collect()
}
