//! A programme's worth of cases as they stand in the middle of a session: texts as long as people
//! write them, every child's parents heard, every member's rating kept.

use dbv_case_review::review::case_file::CaseFile;
use dbv_case_review::review::command::ImportedCase;
use dbv_case_review::review::judgement::{Answer, Confidence, Draft, Ideal};
use dbv_case_review::review::panel::Role;
use dbv_case_review::review::perspective::{
    ParentAnswer, ParentIdeal, Perspective, Source, Speaker, VoiceId,
};
use dbv_case_review::review::ratings::{RatedIdeal, Rating};
use dbv_case_review::review::setup::MoneyRule;
use dbv_case_review::review::stance::Stance;
use dbv_case_review::review::{Command, Review};

use super::common::world::{PROVISIONS, act, case_id, code, date, member, setup, text};

/// Cases of the review.
pub const CASES: usize = 2_000;
/// Of them these are recorded.
pub const RECORDED: usize = 1_000;
/// Members of the panel.
pub const MEMBERS: u16 = 12;

const SENTENCES: [&str; 8] = [
    "She settles within an hour when the adult who knows her is there, and not at all when that adult is away.",
    "Her speech is clear to those who know her; others ask her to say it again, and then she stops.",
    "The plan names twenty hours of support, of which the school says that fourteen were given last term.",
    "He was offered a place three miles away and could not take it, because there was no transport before nine.",
    "At home he reads for an hour; at school he has not opened a book since the autumn.",
    "They wrote to the council in March, in May and in July, and were answered in September.",
    "The therapist has seen her twice in two years; what was advised then is done every day by her mother.",
    "What works is small: the same seat, the same door, ten minutes before the others come in.",
];

/// Running text of about so many characters, another one for each case.
pub fn prose(seed: usize, characters: usize) -> String {
    let mut prose = String::new();
    for n in 0.. {
        if prose.len() >= characters {
            break;
        }
        if n > 0 {
            prose.push_str(if n % 5 == 0 { "\n\n" } else { " " });
        }
        prose.push_str(SENTENCES[(seed + n * 3) % SENTENCES.len()]);
    }
    prose
}

/// What a case is called.
pub fn number(n: usize) -> String {
    format!("C{n:04}")
}

/// The review.
pub fn review() -> Review {
    let mut setup = setup();
    setup.members = (1..=MEMBERS)
        .zip(Role::ALL.into_iter().cycle())
        .map(|(id, role)| member(id, role))
        .collect();
    setup.money = Some(MoneyRule::Live);
    let mut review = Review::begin(setup, act(0, true)).unwrap();
    let cases = (1..=CASES).map(case).collect();
    let mut moment = 0..;
    let mut apply = |command| {
        let minute = moment.next().unwrap_or(0) % 40_000;
        review.apply(command, act(minute, true)).unwrap();
    };
    apply(Command::Import(cases));
    for n in 1..=CASES {
        for id in 1..=MEMBERS {
            let row = (n + usize::from(id) / 4) % PROVISIONS.len();
            apply(Command::Rate {
                case: case_id(&number(n)),
                member: member(id, Role::Senco).id,
                rating: Rating {
                    ideal: RatedIdeal::Provision(code(PROVISIONS[row])),
                    setting: Some(Answer::NotIdeal),
                    support: None,
                    timeliness: None,
                    confidence: Some(Confidence::High),
                },
            });
        }
        if n % 2 == 0 {
            apply(Command::RevealRatings(case_id(&number(n))));
        }
    }
    review
}

/// The first are recorded; of the others the panel has not said whether the setting is ideal.
fn case(n: usize) -> ImportedCase {
    let row = n % PROVISIONS.len();
    let ideal = (n + n / 7) % PROVISIONS.len();
    let mut file = CaseFile::new(case_id(&number(n)), code(PROVISIONS[row]));
    file.year_group = text(["Year 6", "Year 9", "Reception", "Year 11"][n % 4]);
    file.phase = text(["Primary", "Secondary"][n % 2]);
    file.primary_need = text(["Autism", "Speech, language and communication"][n % 2]);
    file.pen_portrait = text(&prose(n, 1_400));
    file.child_views = text(&prose(n + 1, 300));
    file.aspirations = text(&prose(n + 2, 150));
    file.provision_summary = text(&prose(n + 3, 700));
    let mut voice = Perspective::new(VoiceId(1));
    voice.speaker = Some(Speaker::Mother);
    voice.source = Some(Source::Interview);
    voice.words = text(&prose(n + 4, 600));
    voice.setting = Some(ParentAnswer::NotStated);
    voice.support = Some(ParentAnswer::Stated(Answer::NotIdeal));
    voice.timeliness = Some(ParentAnswer::NotStated);
    voice.ideal = Some(ParentIdeal::Provision(code(
        PROVISIONS[(n / 3) % PROVISIONS.len()],
    )));
    voice.date = Some(date("2026-05-14"));
    voice.hopes = text(&prose(n + 5, 150));
    let recorded = n <= RECORDED;
    let setting = match ideal == row {
        true => Answer::Ideal,
        false => Answer::NotIdeal,
    };
    let draft = Draft {
        setting: recorded.then_some(setting),
        support: Some(Answer::NotIdeal),
        timeliness: Some(Answer::CannotTell),
        ideal: recorded.then(|| Ideal::Provision(code(PROVISIONS[ideal]))),
        reasoning: text(&prose(n + 6, 500)),
        ..Draft::default()
    };
    let asked = (Stance::AgreesWithConditions, date("2026-11-20"));
    ImportedCase {
        file,
        voices: vec![voice],
        draft,
        asked: (recorded && n.is_multiple_of(12)).then_some(asked),
    }
}
