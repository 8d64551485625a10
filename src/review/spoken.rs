//! How a row of the provision table and a role are said in the middle of a sentence: a table's names
//! are headings ("Independent or non-maintained special school, day") and read badly aloud.

use super::panel::Role;
use super::provision::Provision;
use super::setup::Setup;
use super::text::{ProvisionCode, Text};

/// First words of a table's names that are no names themselves, so that they lose their capital.
/// Any other word keeps it: it may be a school or a place.
const COMMON: &[&str] = &[
    "academy",
    "alternative",
    "another",
    "college",
    "day",
    "early",
    "education",
    "elective",
    "further",
    "general",
    "home",
    "hospital",
    "independent",
    "local",
    "mainstream",
    "maintained",
    "non-maintained",
    "nursery",
    "placement",
    "post-16",
    "primary",
    "residential",
    "resourced",
    "school",
    "schools",
    "secondary",
    "special",
    "specialist",
    "state",
    "state-funded",
    "supported",
    "unit",
];
/// What there is one of.
const ONE: &[&str] = &[
    "academy",
    "base",
    "centre",
    "class",
    "college",
    "institution",
    "nursery",
    "place",
    "placement",
    "school",
    "setting",
    "unit",
];
/// What there are several of: no "a" goes before it.
const SEVERAL: &[&str] = &[
    "academies",
    "bases",
    "centres",
    "classes",
    "colleges",
    "institutions",
    "nurseries",
    "placements",
    "places",
    "schools",
    "settings",
    "units",
];
/// Words that end what the name is about: "Education other *than* at school" is no school.
const ENDS: &[&str] = &[
    "at", "by", "for", "from", "in", "of", "on", "than", "to", "with", "without",
];

/// Where a child is or would be, for a sentence: "in a maintained special school or academy", "on
/// SEN Support in mainstream (without a plan)".
pub(super) fn place(setup: &Setup, code: &ProvisionCode) -> String {
    let label = setup.provision(code).map(Provision::name);
    let name = in_brackets(label.unwrap_or(code.as_str()).trim());
    let lower = name.to_lowercase();
    if lower.starts_with("sen support") {
        return format!("on {name}");
    }
    if let Some(rest) = name.strip_prefix("Other ").filter(|_| is_one(&lower)) {
        return format!("in another {rest}");
    }
    let name = without_capital(&name);
    if is_one(&lower) {
        format!("in {} {name}", article(&name))
    } else {
        format!("in {name}")
    }
}

/// "Special school, day" as "Special school (day)"; as it is with more commas than one.
fn in_brackets(name: &str) -> String {
    match name.split_once(", ") {
        Some((what, rest)) if !rest.contains(',') && !name.contains(['(', ')']) => {
            format!("{what} ({rest})")
        }
        _ => name.to_owned(),
    }
}

fn without_capital(name: &str) -> String {
    let first = name.split([' ', ',']).next().unwrap_or_default();
    let lower = first.to_lowercase();
    if COMMON.contains(&lower.as_str()) {
        let rest = name.get(first.len()..).unwrap_or_default();
        format!("{lower}{rest}")
    } else {
        name.to_owned()
    }
}

/// Whether the name is that of one thing, so that "a" goes before it.
fn is_one(lower: &str) -> bool {
    let about: Vec<&str> = lower
        .split([' ', '/', '(', ')'])
        .take_while(|word| !ENDS.contains(word))
        .collect();
    let has = |list: &[&str]| about.iter().any(|word| list.contains(word));
    let has_article = matches!(about.first(), Some(&"a" | &"an" | &"the"));
    has(ONE) && !has(SEVERAL) && !has_article
}

/// "a" or "an".
pub(super) fn article(name: &str) -> &'static str {
    let lower = name.to_lowercase();
    let sounds_like_you = lower.starts_with("uni");
    if lower.starts_with(['a', 'e', 'i', 'o', 'u']) && !sounds_like_you {
        "an"
    } else {
        "a"
    }
}

/// A member by what they are there as, without an article: "head of a special school".
pub(super) const fn member(role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Senco) => "SENCO",
        Some(Role::HeadMainstream) => "head of a mainstream school",
        Some(Role::HeadSpecial) => "head of a special school",
        Some(Role::EducationalPsychologist) => "educational psychologist",
        Some(Role::Health) => "member for health",
        Some(Role::SocialCare) => "member for social care",
        Some(Role::SendOfficer) => "SEND officer",
        Some(Role::Finance) => "member for finance",
        Some(Role::EarlyYears) => "member for early years",
        Some(Role::PostSixteen) => "member for college and post-16",
        Some(Role::ParentCarerForum) => "member from the parent-carer forum",
        Some(Role::ChildsParent) => "parent of the child",
        Some(Role::Other) => "member with another role",
        None => "member whose role was not recorded",
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

/// The text with a mark in place of each sum of money: none is read aloud, whoever wrote it.
pub fn without_money(text: &str) -> String {
    const MARK: &str = "[a sum of money]";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('£') {
        out.push_str(before);
        out.push_str(MARK);
        rest = after_figure(after);
    }
    out.push_str(rest);
    out
}

/// What follows a figure: "12,000.50k a year" leaves " a year".
fn after_figure(text: &str) -> &str {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{a0}');
    let digits = text.trim_start_matches(figure);
    let taken = text.get(..text.len() - digits.len()).unwrap_or_default();
    // The comma or full stop behind a figure is the sentence's.
    let taken = taken.trim_end_matches(|c: char| !c.is_ascii_digit());
    let rest = text.get(taken.len()..).unwrap_or_default();
    if taken.is_empty() {
        return rest;
    }
    let letters = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let unit = rest.get(..rest.len() - letters.len()).unwrap_or_default();
    match unit.to_lowercase().as_str() {
        "k" | "m" | "bn" => letters,
        _ => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::provision::preset;
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
                "in post-16 and further education",
                "in another placement or direct payment",
            ]
        );
    }

    #[test]
    fn a_council_s_own_names_keep_what_may_be_a_name() {
        for (label, expected) in [
            (
                "Mainstream Schools or Academies",
                "in mainstream Schools or Academies",
            ),
            ("Greenfield School", "in a Greenfield School"),
            ("The Larches, unit", "in The Larches (unit)"),
            (
                "Unit in a mainstream school",
                "in a unit in a mainstream school",
            ),
            (
                "Education other than at school",
                "in education other than at school",
            ),
            ("SEN unit", "in a SEN unit"),
            ("Hospital, AP, other", "in hospital, AP, other"),
            ("NMISS", "in NMISS"),
            ("", "in P"),
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

    #[test]
    fn no_sum_is_left() {
        for (text, expected) in [
            (
                "a base for £12,000.50 a year",
                "a base for [a sum of money] a year",
            ),
            ("£9k, or £ 1.5m.", "[a sum of money], or [a sum of money]."),
            ("£", "[a sum of money]"),
            (
                "costs £3 kindly given",
                "costs [a sum of money] kindly given",
            ),
            ("nothing", "nothing"),
        ] {
            assert_eq!(without_money(text), expected);
        }
    }
}
