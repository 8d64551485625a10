//! What the county's sample promises to whoever shows it: its README and those who teach with it
//! count on these cases standing as they do.

use dbv_case_review::projection::{Draws, Inputs, Projection, project, reversal};
use dbv_case_review::review::Review;
use dbv_case_review::review::case::{Case, Status};
use dbv_case_review::review::command::{Command, DraftEdit, SetupEdit};
use dbv_case_review::review::judgement::{Answer, Ideal, Stamp};
use dbv_case_review::review::law::{self, LawNote};
use dbv_case_review::review::paragraph;
use dbv_case_review::review::ratings::RatedIdeal;
use dbv_case_review::review::session;
use dbv_case_review::review::setup::{MoneyRule, SEED};
use dbv_case_review::review::stance::{Stance, StanceFrom};
use dbv_case_review::review::text::ProvisionCode;

use super::making::case_id;
use super::papers::{PANEL, Papers};
use super::west_marsh::WEST_MARSH;

/// The numbers of the cases of which this is true, but for those for practice.
fn ids(review: &Review, is: impl Fn(&Case) -> bool) -> Vec<&str> {
    let cases = review.cases().filter(|case| !case.practice && is(case));
    cases.map(|case| case.id().as_str()).collect()
}

fn now_in(case: &Case, code: &str) -> bool {
    case.file.current_provision.as_str() == code
}

/// Where the panel sees the ideal, on the form if it is not recorded.
fn ideal(case: &Case) -> Option<ProvisionCode> {
    match case.draft().ideal.clone() {
        Some(Ideal::Provision(code)) => Some(code),
        _ => None,
    }
}

fn moves(case: &Case) -> bool {
    ideal(case).is_some_and(|ideal| ideal != case.file.current_provision)
}

fn projection(review: &Review) -> Projection {
    let inputs = Inputs::of(review.setup(), review.cases());
    project(
        &inputs,
        Draws {
            count: 10_000,
            seed: SEED,
        },
    )
}

#[test]
fn which_count_and_which_wait_for_a_parent() {
    let review = WEST_MARSH.made();
    assert_eq!(ids(&review, |_| true).len(), 28);
    let practice: Vec<_> = review.cases().filter(|case| case.practice).collect();
    assert_eq!(practice.len(), 1);
    assert_eq!(review.cases().last(), Some(practice[0]));
    assert!(practice[0].complete().is_some());
    let complete = ids(&review, |case| case.complete().is_some());
    assert_eq!(complete.len(), 25);
    let waiting = ids(&review, |case| case.status() == Status::WaitsForParent);
    assert_eq!(waiting, ["C21", "C27", "C28"]);
    let projection = projection(&review);
    assert_eq!(projection.counted, 24);
    let undecided = ids(&review, |case| {
        case.complete()
            .is_some_and(|complete| complete.counted_ideal().is_none())
    });
    assert_eq!(undecided, ["C23"]);
    let unpriced: Vec<&str> = projection.unpriced.iter().map(|id| id.as_str()).collect();
    assert_eq!(unpriced, ["C14"]);
}

#[test]
fn its_shape_is_the_one_that_was_reported() {
    let review = WEST_MARSH.made();
    let not_ideal = ids(&review, |case| {
        let draft = case.draft();
        [draft.setting, draft.support].contains(&Some(Answer::NotIdeal))
    });
    assert_eq!(not_ideal.len(), 19, "{not_ideal:?}");
    let of = |code: &str| ids(&review, |case| now_in(case, code));
    assert_eq!(of("StateSpecial").len(), 9);
    let stay = ids(&review, |case| now_in(case, "StateSpecial") && !moves(case));
    assert_eq!(stay, ["C04", "C13", "C25"]);
    assert_eq!(of("IndependentSpecialDay").len(), 6);
    let nearer = ids(&review, |case| {
        let to = ideal(case);
        let to = to.as_ref().map(ProvisionCode::as_str);
        now_in(case, "IndependentSpecialDay")
            && matches!(to, Some("Mainstream" | "ResourcedProvision"))
    });
    assert_eq!(nearer, ["C02", "C11", "C16", "C27"]);
    let tier = |code: &ProvisionCode| review.setup().provision(code).unwrap().tier;
    let more_specialist = ids(&review, |case| {
        ideal(case).is_some_and(|to| tier(&to) > tier(&case.file.current_provision))
    });
    assert_eq!(more_specialist, ["C05"]);
}

#[test]
fn where_the_parents_stand() {
    let review = WEST_MARSH.made();
    let of = |wanted: Stance, known: Option<StanceFrom>| {
        ids(&review, |case| {
            case.complete().is_some_and(|complete| {
                let effective = complete.effective_stance();
                effective.stance == wanted && known.is_none_or(|from| from == effective.from)
            })
        })
    };
    assert_eq!(
        of(Stance::Disagrees, None),
        ["C02", "C09", "C11", "C15", "C16", "C19"]
    );
    assert_eq!(of(Stance::Disagrees, Some(StanceFrom::Papers)), ["C16"]);
    assert_eq!(of(Stance::NoView, None), ["C14", "C18", "C23", "C25"]);
    assert_eq!(of(Stance::AgreesWithConditions, None), ["C06", "C22"]);
    assert_eq!(of(Stance::Agrees, Some(StanceFrom::Asked)), ["C12"]);
    assert_eq!(
        of(Stance::Agrees, Some(StanceFrom::Derived)),
        [
            "C01", "C03", "C04", "C05", "C07", "C08", "C10", "C13", "C17", "C20", "C24", "C26"
        ]
    );
    // C02: the father agrees, the mother does not; the least agreeing counts.
    let separated = review.case(&case_id("C02")).unwrap();
    assert_eq!(separated.voices.len(), 2);
}

#[test]
fn what_stands_in_the_way_and_who_dissents() {
    let review = WEST_MARSH.made();
    let blocked = ids(&review, |case| {
        case.judgement()
            .is_some_and(|judgement| judgement.is_blocked())
    });
    assert_eq!(blocked, ["C06", "C11", "C14", "C18", "C22", "C26"]);
    let dissent = |id: &str| {
        let case = review.case(&case_id(id)).unwrap();
        let dissent = case.draft().dissent.clone();
        dissent
            .into_iter()
            .map(|one| one.by.unwrap().label())
            .collect::<Vec<_>>()
    };
    assert_eq!(dissent("C02"), ["educational psychologist"]);
    assert_eq!(dissent("C15"), ["head, special school"]);
    assert_eq!(dissent("C16"), ["SENCO", "parent-carer forum"]);
}

#[test]
fn eight_members_rated_and_did_not_always_agree() {
    let review = WEST_MARSH.made();
    assert_eq!(review.setup().members.len(), PANEL.len());
    for member in &review.setup().members {
        let rated = ids(&review, |case| {
            let mut given = case.ratings.given.iter();
            given.any(|rating| rating.member == member.id)
        });
        assert!(rated.len() >= 20, "{:?}: {}", member.role, rated.len());
    }
    let not_rated = ids(&review, |case| case.ratings.given.is_empty());
    assert_eq!(not_rated, ["C25", "C27"]);
    let revealed = ids(&review, |case| case.ratings.revealed.is_some());
    assert_eq!(revealed.len(), 26);
    let of_one_mind = ids(&review, |case| {
        let given = &case.ratings.given;
        let first = given.first();
        given.len() == PANEL.len()
            && given
                .iter()
                .all(|one| Some(&one.first) == first.map(|one| &one.first))
    });
    assert_eq!(of_one_mind, ["C03", "C04", "C12", "C13", "C26"]);
    let corrected = ids(&review, |case| {
        let mut given = case.ratings.given.iter();
        given.any(|rating| rating.current() != &rating.first)
    });
    assert_eq!(corrected, ["C10"]);
    // Talking changed something: fewer first saw it so than saw it in one other way.
    let turned = ids(&review, |case| {
        let votes = |wanted: &ProvisionCode| {
            let wanted = RatedIdeal::Provision(wanted.clone());
            let given = case.ratings.given.iter();
            given.filter(|one| one.first.ideal == wanted).count()
        };
        let codes = review.setup().provisions.iter().map(|row| &row.code);
        ideal(case).is_some_and(|ideal| codes.map(votes).max() > Some(votes(&ideal)))
    });
    assert_eq!(turned, ["C16"]);
}

/// Who dissents has first rated so, and not only said so afterwards.
#[test]
fn a_dissent_fits_the_first_rating() {
    let review = WEST_MARSH.made();
    let papers = Papers::read(&WEST_MARSH.tables());
    assert!(papers.dissents.len() >= 4);
    for (id, member, _) in papers.dissents {
        let case = review.case(&id).unwrap();
        let mut given = case.ratings.given.iter();
        let first = &given.find(|one| one.member == member).unwrap().first;
        let panel = RatedIdeal::Provision(ideal(case).unwrap());
        assert_ne!(first.ideal, panel, "{id}");
    }
}

#[test]
fn money_was_hidden_while_the_panel_judged_and_seen_when_costs_were_entered() {
    let review = WEST_MARSH.made();
    let money = |stamp: fn(&Case) -> Option<Stamp>, seen: bool| {
        ids(&review, move |case| {
            stamp(case).is_some_and(|stamp| stamp.money_visible == Some(seen))
        })
    };
    let first = |case: &Case| Some(case.judgement()?.first_recorded);
    let last = |case: &Case| Some(case.judgement()?.last_changed);
    assert_eq!(money(first, false).len(), 25);
    let with_costs = ids(&review, |case| {
        case.judgement().is_some_and(|judgement| {
            !judgement.support_costs.is_empty()
                || judgement.conditions.iter().any(|c| c.payer.is_some())
        })
    });
    assert_eq!(money(last, true), with_costs);
    assert_eq!(with_costs.len(), 10);
    let all = review.history().entries().iter();
    let all = all.map(|entry| &entry.payload.as_ref().unwrap().command);
    let revealed = Command::Setup(SetupEdit::Money(MoneyRule::Revealed));
    for after in all.skip_while(|command| **command != revealed).skip(1) {
        assert!(
            matches!(
                after,
                Command::EditDraft {
                    edit: DraftEdit::Conditions(_) | DraftEdit::SupportCosts(_),
                    ..
                } | Command::Record(_)
                    | Command::AskStance { .. }
            ),
            "{after:?}"
        );
    }
    let mut before = None;
    for entry in review.history().entries() {
        assert!(before < Some(entry.header.at), "{}", entry.header.number);
        before = Some(entry.header.at);
    }
}

/// The README tells what the contested cases weigh; it must be what the program says.
#[test]
fn the_weights_in_the_readme_are_the_programs() {
    let review = WEST_MARSH.made();
    let projection = projection(&review);
    let readme = WEST_MARSH.tables().readme();
    let pounds = |value: f64| {
        let sign = if value < 0.0 { "−" } else { "" };
        format!("{sign}£{:.2}m", value.abs() / 1e6)
    };
    let said = |what: &str| assert!(readme.contains(what), "{what} is not in the README");
    let saving = &projection.scenarios[0].total_saving;
    for value in [saving.point, saving.p05, saving.p95] {
        said(&pounds(value));
    }
    said(&pounds(projection.contested.gross_saving));
    said(&pounds(projection.contested.disagrees));
    said(&pounds(projection.contested.no_view));
    for case in &projection.cases {
        let (id, children) = (&case.id, case.stands_for);
        let row = readme
            .lines()
            .find(|line| line.starts_with(&format!("| {id} |")));
        let differs = matches!(case.stance, Stance::Disagrees | Stance::NoView);
        let weighs = case.value != Some(0.0);
        assert_eq!(row.is_some(), differs && weighs, "{id}");
        let weight = case.value.map(|_| pounds(case.contribution));
        let weight = weight.as_deref().unwrap_or("not known");
        if let Some(row) = row {
            assert!(
                row.ends_with(&format!("| {children:.0} | {weight} |")),
                "{row}"
            );
        }
    }
    let mut cases = projection.cases.iter();
    let more_specialist = cases.find(|case| case.id.as_str() == "C05").unwrap();
    said(&pounds(-more_specialist.contribution));
    said(&pounds(projection.scenarios[0].places_used_again));
    let inputs = Inputs::of(review.setup(), review.cases());
    for id in ["C02", "C05", "C16"] {
        let reversed = reversal(&inputs, &case_id(id)).unwrap();
        said(&pounds(reversed.total_saving.abs()));
    }
}

/// What stands beside its findings is some of everything, and true of its cases.
#[test]
fn what_stands_beside_its_findings() {
    let review = WEST_MARSH.made();
    let setup = review.setup();
    assert_eq!(setup.sessions.len(), 3);
    assert!(
        ids(&review, |case| session::day_of(case).is_some_and(|day| {
            setup.sessions.iter().all(|session| session.on != day)
        }))
        .is_empty()
    );
    // Whoever was not there rated nothing.
    assert_eq!(
        ids(&review, |case| !case.exceptions.is_empty()),
        ["C17", "C18"]
    );
    for case in review.cases() {
        let absent = case.exceptions.iter().filter(|one| !one.present);
        let rated = |member| case.ratings.given.iter().any(|one| one.member == member);
        assert!(absent.map(|one| one.member).all(|member| !rated(member)));
    }
    assert_eq!(ids(&review, |case| case.ratings.skipped), ["C25"]);
    assert_eq!(ids(&review, |case| case.parked), ["C27"]);
    assert_eq!(
        ids(&review, |case| !case.notes.is_empty()),
        ["C09", "C19", "C25"]
    );
    let current = |case: &Case| {
        let worded = case.wording.as_ref();
        worded.is_some_and(|worded| {
            worded.is_current(&paragraph::built(&case.complete().unwrap(), setup))
        })
    };
    assert_eq!(ids(&review, current), ["C04"]);
    let said_more = ids(&review, |case| {
        let mut voices = case.voices.iter();
        voices.any(|voice| voice.mainstream.is_some() && voice.hopes.says_something())
    });
    assert_eq!(said_more.len(), 9);
    let read_back = |yes| {
        ids(&review, move |case| {
            case.voices.iter().any(|voice| voice.read_back == Some(yes))
        })
    };
    assert_eq!((read_back(true).len(), read_back(false)), (6, vec!["C09"]));
    // Every note on the law that a judgement calls for was shown.
    for case in review.cases() {
        let called_for = law::notes(&case.draft(), &case.voices, setup);
        let shown: Vec<_> = case.law_shown.iter().map(|shown| shown.note).collect();
        assert_eq!(shown, called_for, "{}", case.id());
    }
    let practice = review.cases().last().unwrap();
    assert_eq!(practice.law_shown[0].note, LawNote::LessForResource);
    let against = ids(&review, |case| !case.law_shown.is_empty());
    assert_eq!(against, ["C09", "C11", "C16"]);
    let readme = WEST_MARSH.tables().readme();
    for table in [
        "sessions",
        "exceptions",
        "parents_more",
        "notes",
        "worded",
        "practice",
    ] {
        assert!(readme.contains(&format!("`{table}.csv`")), "{table}");
    }
}
