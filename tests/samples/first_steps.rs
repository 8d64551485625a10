//! Ten children to try the program with: tables imported at one moment, as `new` would do it.

use dbv_case_review::review::Review;
use dbv_case_review::review::command::{Command, SetupEdit};
use dbv_case_review::review::panel::{Member, MemberId, Role};
use dbv_case_review::review::setup::{Definition, MoneyRule, Selection, SelectionMethod};
use dbv_case_review::review::text::Text;

use super::making::{Desk, Sample, Tables, text};

/// The sample.
pub const FIRST_STEPS: Sample = Sample {
    name: "first-steps",
    make,
};

fn make(tables: &Tables) -> Review {
    let mut setup = tables.setup(
        "First steps: ten invented children",
        "West Marsh (invented)",
        "2024-25",
    );
    setup.note = text("Invented: every child, family and county in this sample.");
    setup.definition = Some(Definition {
        words: text(
            "A place where the child is known, safe and learning, near enough to home to have friends \
             there, with the support that the plan names actually given, judged without regard to what \
             happens to be available in West Marsh today.",
        ),
        agreed_on: Some("2026-06-24".parse().unwrap()),
        agreed_by: Vec::new(),
    });
    setup.not_identifying = vec![text("Snail")];
    setup.selection = Selection {
        method: SelectionMethod::Purposive,
        account: text("Picked by hand to show the program; they stand for nobody."),
        ..Selection::default()
    };
    let roles = [
        Role::SendOfficer,
        Role::Senco,
        Role::EducationalPsychologist,
        Role::Health,
        Role::ParentCarerForum,
    ];
    setup.members = roles
        .into_iter()
        .zip(1..)
        .map(|(role, id)| Member {
            id: MemberId(id),
            role,
            detail: Text::default(),
            organisation: None,
        })
        .collect();
    let cases = tables.cases(&setup);
    let mut desk = Desk::begin(setup, "2026-07-01T09:00:00Z", 0);
    desk.imported(cases);
    desk.typed(Command::Setup(SetupEdit::Money(MoneyRule::Live)));
    desk.end()
}

#[test]
fn six_of_its_ten_judgements_are_complete() {
    let review = FIRST_STEPS.made();
    let complete = review
        .cases()
        .filter(|case| case.complete().is_some())
        .count();
    assert_eq!((review.cases().len(), complete), (10, 6));
}
