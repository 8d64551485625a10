//! How a row of the provision table and a role are said in the middle of a sentence: a table's names
//! are headings ("Independent or non-maintained special school, day") and read badly aloud.

use super::panel::Role;
use super::setup::Setup;
use super::text::{ProvisionCode, Text};

/// The names of the table that a review begins with, and how each is said. No rule can tell "SEN
/// Support" from "Special school", so that each is written by hand.
const SPOKEN: [(&str, &str); 9] = [
    (
        "SEN Support in mainstream, without a plan",
        "on SEN Support in mainstream (without a plan)",
    ),
    (
        "Mainstream school or academy",
        "in a mainstream school or academy",
    ),
    (
        "Resourced provision or SEN unit",
        "in a resourced provision or SEN unit",
    ),
    (
        "Maintained special school or academy",
        "in a maintained special school or academy",
    ),
    (
        "Independent or non-maintained special school, day",
        "in an independent or non-maintained special school (day)",
    ),
    (
        "Independent or non-maintained special school, residential",
        "in an independent or non-maintained special school (residential)",
    ),
    (
        "Hospital school or alternative provision",
        "in a hospital school or alternative provision",
    ),
    (
        "Post-16 and further education",
        "in post-16 or further education",
    ),
    (
        "Other placement or direct payment",
        "in a kind of placement that is not listed, or with a direct payment",
    ),
];

/// Where a child is or would be, for a sentence: "in a maintained special school or academy", "on
/// SEN Support in mainstream (without a plan)". A council's own name stays as it is written.
pub(super) fn place(setup: &Setup, code: &ProvisionCode) -> String {
    let name = setup.provision_name(code).trim();
    let spoken = SPOKEN.iter().find(|(label, _)| *label == name);
    spoken.map_or_else(
        || format!("in the provision called “{}”", quoted_within(name)),
        |(_, spoken)| (*spoken).to_owned(),
    )
}

/// A member by what they are there as: "a head of a special school".
pub(super) const fn member(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Senco) => "a SENCO",
        Some(Role::HeadMainstream) => "a head of a mainstream school",
        Some(Role::HeadSpecial) => "a head of a special school",
        Some(Role::EducationalPsychologist) => "an educational psychologist",
        Some(Role::Health) => "a member for health",
        Some(Role::SocialCare) => "a member for social care",
        Some(Role::SendOfficer) => "a SEND officer",
        Some(Role::Finance) => "a member for finance",
        Some(Role::EarlyYears) => "a member for early years",
        Some(Role::PostSixteen) => "a member for college and post-16",
        Some(Role::ParentCarerForum) => "a member from the parent-carer forum",
        Some(Role::ChildsParent) => "a parent of the child",
        Some(Role::Other) => "a member with another role",
        None => "a member whose role was not recorded",
    }
}

/// A text of the panel's inside a sentence: on one line, without its full stop, and no longer than
/// somebody can follow who hears it. What is left out is marked.
pub(super) fn passage(text: &Text) -> String {
    /// Some 40 words: a quarter of a minute.
    const LONGEST: usize = 240;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = line.trim_end_matches(['.', ';', ',', ':', ' ']);
    let Some((cut, _)) = whole.char_indices().nth(LONGEST) else {
        return quoted_within(whole);
    };
    let head = whole.get(..cut).unwrap_or_default();
    let words = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    quoted_within(&format!("{} …", words.trim_end()))
}

/// The quotation marks of a text that is itself in quotation marks.
fn quoted_within(text: &str) -> String {
    text.replace('“', "‘").replace(['”', '"'], "’")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::provision::{Provision, preset};
    use crate::review::units::{FinancialYear, Tier};

    fn text(words: &str) -> Text {
        Text::new(words).unwrap()
    }

    fn said(label: &str) -> String {
        let year = FinancialYear::nearest(2026);
        let mut setup = Setup::new(text("Review"), text("West Marsh"), year);
        let code = ProvisionCode::new("P").unwrap();
        setup.provisions = vec![Provision::new(code.clone(), text(label), Tier::constant(0))];
        place(&setup, &code)
    }

    #[test]
    fn the_rows_of_the_plan_in_a_sentence() {
        let rows: Vec<String> = preset().iter().map(|row| said(&row.label)).collect();
        assert_eq!(
            rows,
            [
                "on SEN Support in mainstream (without a plan)",
                "in a mainstream school or academy",
                "in a resourced provision or SEN unit",
                "in a maintained special school or academy",
                "in an independent or non-maintained special school (day)",
                "in an independent or non-maintained special school (residential)",
                "in a hospital school or alternative provision",
                "in post-16 or further education",
                "in a kind of placement that is not listed, or with a direct payment",
            ]
        );
    }

    #[test]
    fn a_council_s_own_names_stay_as_they_are_written() {
        for (label, expected) in [
            ("Special School", "in the provision called “Special School”"),
            (
                "No school place",
                "in the provision called “No school place”",
            ),
            (
                " At home (waiting for a place)",
                "in the provision called “At home (waiting for a place)”",
            ),
            ("Other", "in the provision called “Other”"),
            (
                "The “Larches”, unit",
                "in the provision called “The ‘Larches’, unit”",
            ),
            ("", "in the provision called “P”"),
        ] {
            assert_eq!(said(label), expected, "{label:?}");
        }
    }

    #[test]
    fn a_passage_is_one_line_and_says_where_it_was_cut() {
        assert_eq!(passage(&text(" A quiet\n\nbase. ")), "A quiet base");
        assert_eq!(passage(&text("A “safe” place")), "A ‘safe’ place");
        let long = passage(&text(&"word ".repeat(200)));
        assert!(
            long.ends_with("word …") && long.chars().count() <= 242,
            "{long}"
        );
    }
}
