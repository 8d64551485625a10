//! The detectors together: what must pass unmarked, what holds for any text, and every field of
//! a review.

use std::collections::HashSet;

use proptest::prelude::*;

use super::*;
use crate::review::bounds;
use crate::review::case::{Case, Standing};
use crate::review::case_file::CaseFile;
use crate::review::judgement::{
    Answer, Asked, Condition, Dissent, Draft, Ideal, Judgement, Matter, Stamp,
};
use crate::review::panel::{Member, MemberId, Role};
use crate::review::perspective::{Attempt, Perspective, VoiceId};
use crate::review::ratings::{Correction, MemberRating, RatedIdeal, Rating};
use crate::review::setup::{Definition, Draw, DrawnGroup, IdealWords, Selection, Setup};
use crate::review::source::{BaselineFigure, ProvisionFigure, Source};
use crate::review::stance::Stance;
use crate::review::text::{CaseId, ProvisionCode, Text};
use crate::review::texts::HasTexts as _;
use crate::review::time::{Date, Timestamp};

/// What is found, with its words.
pub(super) fn found(text: &str) -> Vec<(Kind, &str)> {
    scan(text)
        .into_iter()
        .map(|one| (one.kind, text.get(one.range).unwrap()))
        .collect()
}

/// The kinds of what is found.
pub(super) fn kinds(text: &str) -> Vec<Kind> {
    scan(text).into_iter().map(|one| one.kind).collect()
}

#[test]
fn sentences_of_case_files_pass_unmarked() {
    for text in [
        "A Year 7 boy with autism and ADHD who has been in a mainstream secondary school since \
         September 2023. He copes well with Maths but finds English hard.",
        "The plan was issued on 14/05/2021 and last amended on 3 March 2024 after the annual review.",
        "15 hours of 1:1 support a week, £6,000 from the school and £10,250 of top-up (Band 4).",
        "Section F says “regular” speech and language therapy; it is not quantified.",
        "I like my teachers and Forest School. I don't like it when it's loud. I miss Dad.",
        "Mum told us that he was assessed by CAMHS in Y9 and is on a 78-week waiting list.",
        "Three schools were consulted: two mainstream academies and a Special School, all full.",
        "She was born at 27 weeks, has cerebral palsy (GMFCS level 3) and uses a Kaye walker.",
        "He wants to go to College and become a mechanic. Lego Club helps him to make friends.",
        "KS2 outcomes were below expected; P4 in Reading, 2a in Maths; now at KS3 level 1.",
        "Attendance was 62% in 2022-23 and 48.5% in 2023-24; 11 days of exclusion.",
        "Transport is by taxi, 17 miles each way, about £12,400 a year (ref 2024-118).",
        "EP report of June 2022; Ofsted report; letter from the paediatrician dated 02.11.2023.",
        "The panel met on MS Teams at 9.30 on 21 November 2026, with 7 members of 9 present.",
        "Emotionally Based School Avoidance began in Year 8 after the move to Secondary School.",
        "Children’s Services are involved; the Virtual School attended as he is looked after.",
        "A programme called Zones of Regulation is used, and an app called Proloquo.",
        "If the SEN Unit had a place, mainstream would be ideal. The Head of the unit agrees.",
        "Parents want the named school in Section I to stay, and said: He is happy there.",
        "An Education Psychologist and a Speech Therapist visit half-termly. Art is a strength.",
        "Hours 0900 to 1530, Monday to Thursday; respite 28 nights; review every 12 weeks.",
        "Sixth Form College from 16, then Supported Internship with a local employer.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn the_preset_setup_passes_unmarked() {
    let setup = Setup::new(
        Text::new("Spring workshop").unwrap(),
        Text::new("Hillshire County Council").unwrap(),
        "2024-25".parse().unwrap(),
    );
    assert_eq!(identifying(&setup, []), []);
}

#[test]
fn several_in_one_text_come_in_order() {
    let text = "Mrs Patel (01632 960123, p@example.org) of 4 Mill Road, SW1A 1AA: her son Jack, \
                born 14 May 2012, UPN B801200005001, NHS 943 476 5919, is at Hillcrest Academy.";
    assert_eq!(
        found(text),
        [
            (Kind::Name, "Mrs Patel"),
            (Kind::Phone, "01632 960123"),
            (Kind::Email, "p@example.org"),
            (Kind::Other, "4 Mill Road"),
            (Kind::Postcode, "SW1A 1AA"),
            (Kind::Name, "Jack"),
            (Kind::DateOfBirth, "14 May 2012"),
            (Kind::Upn, "B801200005001"),
            (Kind::NhsNumber, "943 476 5919"),
            (Kind::School, "Hillcrest Academy"),
        ]
    );
}

#[test]
fn kinds_have_codes_of_their_own() {
    let codes: HashSet<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    let labels: HashSet<_> = Kind::ALL.iter().map(|kind| kind.label()).collect();
    assert_eq!((codes.len(), labels.len()), (11, 11));
}

#[test]
fn the_longest_text_comes_to_an_end() {
    for piece in [
        "a@",
        "Mr ",
        "St Mary of ",
        "School ",
        "1 ",
        "01",
        "0 ",
        "my son ",
        "A",
        "943 ",
        "14 May ",
        "’",
        "is called ",
        "+44 ",
    ] {
        let text: String = piece.chars().cycle().take(bounds::TEXT).collect();
        // In square time this would not come to an end.
        scan(&text);
    }
}

fn checked(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for one in scan(text) {
        prop_assert!(one.range.start >= end, "in order, without overlaps");
        let words = text.get(one.range.clone());
        prop_assert!(words.is_some_and(|words| !words.is_empty()), "{:?}", one);
        end = one.range.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_can_be_scanned(text in any::<String>()) {
        checked(&text)?;
    }

    #[test]
    fn any_pieces_can_be_scanned(pieces in prop::collection::vec(prop::sample::select(vec![
        "Mr", "my", "son", "Jack", "İ", "ß", "called", "is", "he", "name", "born", "14", "May", "2012",
        "0", "+44", "943", "476", "5919", "B801200005001", "SW1A", "1AA", "St", "O’Brien", "’s", "'",
        "School", "of", "Academy", "@", "a.uk", " ", " ", " ", "-", ".", ". ", "\n", "/", "é", "👩‍👧",
        "e\u{301}", "\u{a0}", "12", "Road", "D", "O", "B", "AB", "C", "123456",
    ]), 0..40)) {
        checked(&pieces.concat())?;
    }

    #[test]
    fn no_ten_digits_are_found_twice(number in 0_u64..10_000_000_000) {
        let text = format!("{number:010}");
        prop_assert!(scan(&text).len() <= 1);
    }
}

/// Marks a text so that it can be told from all others.
struct Marks(usize);

impl Marks {
    fn text(&mut self) -> Text {
        self.0 += 1;
        Text::new(format!("mail{}@example.org", self.0)).unwrap()
    }
}

#[test]
fn every_field_is_looked_into() {
    let mut marks = Marks(0);
    let mut setup = Setup::new(marks.text(), marks.text(), "2024-25".parse().unwrap());
    setup.note = marks.text();
    setup.definition = Some(Definition {
        words: marks.text(),
        agreed_on: None,
        agreed_by: Vec::new(),
    });
    setup.purpose = marks.text();
    setup.ideal_words = vec![IdealWords {
        by: None,
        words: marks.text(),
    }];
    setup.selection = Selection {
        account: marks.text(),
        frame: marks.text(),
        chosen_by: marks.text(),
        left_out: marks.text(),
        shown: marks.text(),
        draw: Some(Draw {
            seed: 1,
            drawn_on: None,
            groups: vec![DrawnGroup {
                name: marks.text(),
                of: 2,
                drawn: 1,
            }],
        }),
        ..Selection::default()
    };
    setup.baseline.sources = vec![Source {
        from: marks.text(),
        year: marks.text(),
        ..Source::of(BaselineFigure::Allocation)
    }];
    setup.members = vec![Member {
        id: MemberId(1),
        role: Role::Other,
        detail: marks.text(),
        organisation: None,
    }];
    setup.provisions.truncate(1);
    setup.provisions[0].label = marks.text();
    setup.provisions[0].code = ProvisionCode::new(marks.text().as_str()).unwrap();
    setup.provisions[0].sources = vec![Source {
        from: marks.text(),
        year: marks.text(),
        ..Source::of(ProvisionFigure::Caseload)
    }];
    setup.root_causes = vec![marks.text()];
    let in_setup = marks.0;
    let cases = [case(&mut marks)];

    let all = identifying(&setup, &cases);
    let texts: HashSet<_> = all.iter().map(|one| one.text.as_str()).collect();
    for nth in 1..=marks.0 {
        assert!(
            texts.contains(format!("mail{nth}@example.org").as_str()),
            "{nth}"
        );
    }
    assert_eq!(all.len(), marks.0);
    let fields: HashSet<_> = all.iter().map(|one| (&one.case, &one.field)).collect();
    assert_eq!(fields.len(), marks.0, "each field has a name of its own");
    assert_eq!(
        all.iter().filter(|one| one.case.is_none()).count(),
        in_setup
    );

    // Nor is a text missed that this test forgets: everything serialised is found as well.
    let json = serde_json::to_string(&(&setup, &cases)).unwrap();
    assert_eq!(json.matches("@example.org").count(), marks.0);
    let empty = json.matches("\"\"").count();
    assert_eq!(
        empty, 0,
        "a text of the review is not filled in by this test"
    );
}

fn case(marks: &mut Marks) -> Case {
    let code = ProvisionCode::new("Mainstream").unwrap();
    let at = Timestamp::EPOCH;
    let mut file = CaseFile::new(CaseId::new(marks.text().as_str()).unwrap(), code);
    file.year_group = marks.text();
    file.phase = marks.text();
    file.primary_need = marks.text();
    file.secondary_needs = vec![marks.text(), marks.text()];
    file.plan_since = marks.text();
    file.pen_portrait = marks.text();
    file.child_views = marks.text();
    file.aspirations = marks.text();
    file.provision_summary = marks.text();
    file.documents_seen = vec![marks.text()];
    file.documents_missing = vec![marks.text()];
    let mut case = Case::new(file);
    for nth in 1..=2 {
        let mut voice = Perspective::new(VoiceId(nth));
        voice.words = marks.text();
        voice.attempts = vec![Attempt {
            on: None,
            how: marks.text(),
            by: marks.text(),
        }];
        voice.asked = Some(Asked {
            stance: Stance::Agrees,
            on: "2026-05-14".parse::<Date>().unwrap(),
            about: Matter {
                ideal: Ideal::CannotTell,
                conditions: vec![(marks.text(), true, marks.text())],
            },
        });
        case.voices.push(voice);
    }
    let rating = Rating {
        ideal: RatedIdeal::CannotTell,
        setting: None,
        support: None,
        timeliness: None,
        confidence: None,
    };
    case.ratings.given = vec![MemberRating {
        member: MemberId(1),
        first: rating.clone(),
        corrections: vec![Correction {
            rating,
            reason: marks.text(),
            at,
        }],
    }];
    let stamp = Stamp {
        at,
        money_visible: Some(false),
    };
    let recorded = draft(marks);
    case.standing = Standing::Recorded {
        judgement: Judgement {
            setting: Answer::Ideal,
            support: Answer::Ideal,
            timeliness: Answer::Ideal,
            ideal: Ideal::CannotTell,
            reasoning: recorded.reasoning,
            conditions: recorded.conditions,
            support_costs: Vec::new(),
            root_causes: recorded.root_causes,
            confidence: None,
            dissent: recorded.dissent,
            less_than_plan: None,
            first_recorded: stamp,
            last_changed: stamp,
        },
        changes: Some(draft(marks)),
    };
    case
}

fn draft(marks: &mut Marks) -> Draft {
    let mut condition = Condition::new(marks.text(), false);
    condition.by_when = marks.text();
    Draft {
        reasoning: marks.text(),
        conditions: vec![condition],
        root_causes: vec![marks.text()],
        dissent: vec![Dissent {
            by: None,
            words: marks.text(),
        }],
        ..Draft::default()
    }
}

#[test]
fn a_draft_is_looked_into() {
    let mut marks = Marks(0);
    let mut one = case(&mut marks);
    one.standing = Standing::Draft(draft(&mut marks));
    let mut fields = Vec::new();
    one.show(&mut |field, _| fields.extend(field.starts_with("draft: ").then(|| field.to_owned())));
    assert_eq!(
        fields,
        [
            "draft: reasoning",
            "draft: condition 1",
            "draft: condition 1, by when",
            "draft: root cause 1",
            "draft: dissent 1",
        ]
    );
}

#[test]
fn the_same_words_in_a_field_are_told_once() {
    let setup = Setup::new(
        Text::new("Mrs Patel and Mrs Patel").unwrap(),
        Text::default(),
        "2024-25".parse().unwrap(),
    );
    let all = identifying(&setup, []);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].field, "title");
    assert_eq!(all[0].text, "Mrs Patel");
}

#[test]
fn what_was_kept_is_told_as_kept_and_not_by_itself() {
    let mut setup = Setup::new(
        Text::cut("MRS  Patel, Mrs Patel’s office and Mr Abara"),
        Text::cut("Mrs Patel Jones"),
        "2024-25".parse().unwrap(),
    );
    setup.not_identifying = vec![Text::cut("Mrs Patel"), Text::cut("Mr Tumbledown")];
    let all = identifying(&setup, []);
    let told: Vec<_> = all
        .iter()
        .map(|one| (one.text.as_str(), one.kept))
        .collect();
    assert_eq!(
        told,
        [
            ("MRS  Patel", true),
            ("Mrs Patel", true),
            ("Mr Abara", false),
            ("Mrs Patel Jones", false),
        ]
    );
    assert_eq!(kept_as(&setup, "MRS PATEL").count(), 1);
    assert_eq!(kept_as(&setup, "Mr Abara").count(), 0);
}

#[test]
fn a_name_that_is_said_once_is_found_wherever_it_stands() {
    let text =
        "Quillan Thorpe's mum rang. We like Quillan, and Quillan Thorpe is well; so is Thorpe.";
    let names: Vec<_> = found(text).into_iter().map(|(_, name)| name).collect();
    assert_eq!(
        names,
        ["Quillan Thorpe", "Quillan", "Quillan Thorpe", "Thorpe"]
    );

    let code = ProvisionCode::new("Mainstream").unwrap();
    let mut file = CaseFile::new(CaseId::new("C01").unwrap(), code);
    file.pen_portrait = Text::cut("Quillan likes water.");
    file.provision_summary = Text::cut("Agreed with Quillan’s mum.");
    let setup = Setup::new(
        Text::cut("Quillan Week"),
        Text::default(),
        "2024-25".parse().unwrap(),
    );
    let all = identifying(&setup, [&Case::new(file)]);
    let told: Vec<_> = all
        .iter()
        .map(|one| (one.field.as_str(), one.text.as_str()))
        .collect();
    assert_eq!(
        told,
        [("pen portrait", "Quillan"), ("provision today", "Quillan")]
    );
}
