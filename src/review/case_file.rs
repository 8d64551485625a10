//! What the panel is shown of one child. It describes a child by number and circumstances; there
//! is no field for a name.

use serde::{Deserialize, Serialize};

use super::text::{CaseId, ProvisionCode, Text};
use super::units::PerChild;

/// One child's case file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The case number.
    pub id: CaseId,
    /// Where the child is now (p_i of model.md).
    pub current_provision: ProvisionCode,
    /// Age band or year group, e.g. "Year 7".
    pub year_group: Text,
    /// Phase, e.g. "Secondary".
    pub phase: Text,
    /// Primary need.
    pub primary_need: Text,
    /// Further needs.
    #[serde(deserialize_with = "super::bounded::list")]
    pub secondary_needs: Vec<Text>,
    /// Since when there has been a plan.
    pub plan_since: Text,
    /// What the present provision costs, £ a year; `None` = not stated. For the comparison of
    /// model.md §9 only, never for a projection.
    pub annual_cost: Option<PerChild>,
    /// Who this child is.
    pub pen_portrait: Text,
    /// What the child says.
    pub child_views: Text,
    /// What the child hopes for.
    pub aspirations: Text,
    /// What is provided today.
    pub provision_summary: Text,
    /// Documents that the panel saw.
    #[serde(deserialize_with = "super::bounded::list")]
    pub documents_seen: Vec<Text>,
    /// Documents that were missing.
    #[serde(deserialize_with = "super::bounded::list")]
    pub documents_missing: Vec<Text>,
}

impl CaseFile {
    /// An empty case file for a child who is now in `current_provision`.
    pub fn new(id: CaseId, current_provision: ProvisionCode) -> Self {
        Self {
            id,
            current_provision,
            year_group: Text::default(),
            phase: Text::default(),
            primary_need: Text::default(),
            secondary_needs: Vec::new(),
            plan_since: Text::default(),
            annual_cost: None,
            pen_portrait: Text::default(),
            child_views: Text::default(),
            aspirations: Text::default(),
            provision_summary: Text::default(),
            documents_seen: Vec::new(),
            documents_missing: Vec::new(),
        }
    }

    /// Whether the year group or age band is surely too young for a young person's own voice as
    /// the person with responsibility: from 16 on it is theirs, and nobody in Year 10 or below is
    /// 16. What does not say so surely is left to the panel.
    pub fn is_under_sixteen(&self) -> bool {
        const YOUNG: &[&str] = &[
            "reception",
            "nursery",
            "early years",
            "eyfs",
            "foundation stage",
            "preschool",
            "pre-school",
            "infant",
            "junior",
        ];
        const SCHOOL_YEAR: &[&str] = &["year", "years", "yr", "yrs", "y", "group", "to", "and"];
        let group = self.year_group.to_lowercase();
        if YOUNG.iter().any(|young| group.contains(young)) {
            return true;
        }
        let words: Vec<&str> = group
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .collect();
        let says = |any: &[&str]| words.iter().any(|word| any.contains(word));
        let largest = group
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|digits| digits.parse::<u32>().ok())
            .max();
        let last_under_sixteen = if says(&["ks", "stage"]) {
            3
        } else if says(&["age", "ages", "aged", "old"]) || largest == Some(15) {
            // There is no Year 15, so "11 to 15" is an age band.
            15
        } else if words.iter().all(|word| SCHOOL_YEAR.contains(word)) {
            10
        } else {
            return false;
        };
        largest.is_some_and(|largest| largest <= last_under_sixteen)
    }

    /// "the child", or "the young person" where the year group or age band says 16 or over.
    pub fn child(&self) -> &'static str {
        if self.is_sixteen_or_over() {
            "the young person"
        } else {
            "the child"
        }
    }

    /// Whether the year group or age band is surely 16 or over: after Year 11.
    fn is_sixteen_or_over(&self) -> bool {
        const OLDER: &[&str] = &[
            "post-16",
            "post 16",
            "sixth form",
            "college",
            "further education",
        ];
        if self.is_under_sixteen() {
            return false;
        }
        let group = self.year_group.to_lowercase();
        if OLDER.iter().any(|older| group.contains(older)) {
            return true;
        }
        let first = if group.contains("stage") || group.contains("ks") {
            5
        } else if group.contains("age") || group.contains("old") {
            16
        } else {
            12
        };
        let numbers = group.split(|c: char| !c.is_ascii_digit());
        let least = numbers
            .filter_map(|digits| digits.parse::<u32>().ok())
            .min();
        least.is_some_and(|least| least >= first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_surely_under_sixteen() {
        let mut file = CaseFile::new(CaseId::new("C1").unwrap(), ProvisionCode::new("M").unwrap());
        for (group, young) in [
            ("Year 7", true),
            ("Y10", true),
            ("Reception", true),
            ("9", true),
            ("Year 11", false),
            ("Year 12", false),
            ("16 to 19", false),
            ("", false),
            ("11 to 15", true),
            ("5–10", true),
            ("Year 7 (age 11)", true),
            ("Age 12", true),
            ("15 years old", true),
            ("aged 16", false),
            ("Key Stage 3", true),
            ("KS4", false),
            ("Year 10 to 12", false),
            ("Year 14", false),
            ("College, 2nd year", false),
        ] {
            file.year_group = Text::new(group).unwrap();
            assert_eq!(file.is_under_sixteen(), young, "{group}");
        }
    }

    #[test]
    fn whom_the_record_calls_a_young_person() {
        let mut file = CaseFile::new(CaseId::new("C1").unwrap(), ProvisionCode::new("M").unwrap());
        for (group, young_person) in [
            ("Year 7", false),
            ("Year 11", false),
            ("Year 12", true),
            ("16 to 19", true),
            ("", false),
            ("secondary", false),
            ("aged 16", true),
            ("age 14 to 17", false),
            ("KS4", false),
            ("Key Stage 5", true),
            ("Year 10 to 12", false),
            ("College, 2nd year", true),
            ("Post-16", true),
        ] {
            file.year_group = Text::new(group).unwrap();
            let expected = if young_person {
                "the young person"
            } else {
                "the child"
            };
            assert_eq!(file.child(), expected, "{group}");
        }
    }
}
