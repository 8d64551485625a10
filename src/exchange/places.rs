//! The rows of the provision table as a cell may name them: by code, or by what the row is called.

use std::collections::BTreeMap;

use super::number::shortened;
use crate::review::provision::Provision;
use crate::review::text::ProvisionCode;

/// The rows that a table of cases may name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    codes: Vec<ProvisionCode>,
    /// What rows are called, in small letters and without marks; only what names one row alone.
    names: BTreeMap<String, ProvisionCode>,
    /// What a person has said that other names mean.
    given: BTreeMap<String, ProvisionCode>,
}

impl Places {
    /// The codes, in the order of the table.
    pub fn codes(&self) -> &[ProvisionCode] {
        &self.codes
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// The row that a text names, by the table or because somebody has said so.
    ///
    /// # Errors
    /// What to say of the cell.
    pub(super) fn named(&self, text: &str) -> Result<ProvisionCode, String> {
        let by_table = self.in_table(text);
        by_table.or_else(|why| self.means(text).cloned().ok_or(why))
    }

    /// The row that somebody has said a name means, if it is still there.
    pub(super) fn means(&self, name: &str) -> Option<&ProvisionCode> {
        let code = self.given.get(&plain(name))?;
        self.codes.contains(code).then_some(code)
    }

    /// Says which row a name means; `None` takes that back.
    pub(super) fn mean(&mut self, name: &str, code: Option<ProvisionCode>) {
        match code {
            Some(code) => drop(self.given.insert(plain(name), code)),
            None => drop(self.given.remove(&plain(name))),
        }
    }

    /// The rows of another table, with what somebody has said that names mean.
    pub(super) fn renewed(&mut self, rows: Self) {
        let given = std::mem::take(&mut self.given);
        *self = Self { given, ..rows };
    }

    /// The row that a text names by the table: a code, written exactly so or else but for capitals;
    /// or what a row is called, or one of what it is called with "or" between.
    ///
    /// # Errors
    /// What to say of the cell.
    pub(super) fn in_table(&self, text: &str) -> Result<ProvisionCode, String> {
        let text = text.trim();
        if let Some(exact) = self.codes.iter().find(|code| code.as_str() == text) {
            return Ok(exact.clone());
        }
        let lower = text.to_lowercase();
        let mut alike = (self.codes.iter()).filter(|code| code.as_str().to_lowercase() == lower);
        match (alike.next(), alike.next()) {
            (Some(code), None) => return Ok(code.clone()),
            (Some(_), Some(_)) => {
                return Err(format!(
                    "“{}” could be more than one row of the provision table",
                    shortened(text)
                ));
            }
            (None, _) => {}
        }
        let called = self.names.get(&plain(text)).cloned();
        called.ok_or_else(|| format!("“{}” is not in the provision table", shortened(text)))
    }
}

impl From<&[Provision]> for Places {
    fn from(rows: &[Provision]) -> Self {
        Self::new(rows.iter().map(|row| row.code.clone()).collect(), rows)
    }
}

impl Places {
    /// These codes, and what the rows of the table that could be read are called.
    pub fn new(codes: Vec<ProvisionCode>, rows: &[Provision]) -> Self {
        let mut names: BTreeMap<String, Vec<&ProvisionCode>> = BTreeMap::new();
        for row in rows {
            let whole = plain(&row.label);
            let parts = row.label.split(" or ").map(plain);
            for name in parts.chain([whole]).filter(|name| !name.is_empty()) {
                let rows = names.entry(name).or_default();
                if rows.last() != Some(&&row.code) {
                    rows.push(&row.code);
                }
            }
        }
        let alone = names
            .into_iter()
            .filter_map(|(name, rows)| match rows.as_slice() {
                [code] => Some((name, (*code).clone())),
                _ => None,
            });
        Self {
            codes,
            names: alone.collect(),
            given: BTreeMap::new(),
        }
    }
}

impl From<&Vec<Provision>> for Places {
    fn from(rows: &Vec<Provision>) -> Self {
        rows.as_slice().into()
    }
}

/// Rows of which only the codes are known.
impl From<Vec<ProvisionCode>> for Places {
    fn from(codes: Vec<ProvisionCode>) -> Self {
        Self {
            codes,
            ..Self::default()
        }
    }
}

impl From<&Vec<ProvisionCode>> for Places {
    fn from(codes: &Vec<ProvisionCode>) -> Self {
        codes.clone().into()
    }
}

impl From<&[ProvisionCode]> for Places {
    fn from(codes: &[ProvisionCode]) -> Self {
        codes.to_vec().into()
    }
}

/// A name without what does not tell it from another: capitals and marks, unless it is nothing else.
pub(super) fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    match words.is_empty() {
        true => text.trim().to_owned(),
        false => words.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::provision::preset;

    fn codes(names: &[&str]) -> Places {
        let codes = names.iter().map(|code| ProvisionCode::new(*code).unwrap());
        codes.collect::<Vec<_>>().into()
    }

    #[test]
    fn codes_exactly_then_without_capitals() {
        let known = codes(&["Other", "other", "Main"]);
        assert_eq!(known.named("other").unwrap().as_str(), "other");
        assert_eq!(known.named("MAIN").unwrap().as_str(), "Main");
        assert!(known.named("OTHER").is_err());
        assert!(known.named("Mainstream").is_err());
    }

    #[test]
    fn what_a_row_is_called_names_it_if_it_names_no_other() {
        let known = Places::from(&preset());
        for (text, code) in [
            ("Resourced provision or SEN unit", "ResourcedProvision"),
            ("resourced  provision", "ResourcedProvision"),
            ("SEN unit", "ResourcedProvision"),
            ("Mainstream school", "Mainstream"),
            ("Maintained special school", "StateSpecial"),
            (
                "Independent or non-maintained special school – day",
                "IndependentSpecialDay",
            ),
            ("Alternative provision", "AlternativeProvision"),
        ] {
            assert_eq!(known.named(text).unwrap().as_str(), code, "{text}");
        }
        // Which of two it is, only a person can say.
        for text in ["academy", "Independent", "INMSS", "Special school", ""] {
            assert!(known.named(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_somebody_says_of_a_name_holds_until_its_row_is_gone() {
        let mut known = Places::from(&preset());
        let day = known.named("IndependentSpecialDay").unwrap();
        known.mean("INMSS", Some(day.clone()));
        assert_eq!(known.named(" inmss "), Ok(day.clone()));
        assert_eq!(known.named("Mainstream").unwrap().as_str(), "Mainstream");
        known.renewed(codes(&["Mainstream"]));
        assert!(known.named("INMSS").is_err());
        known.renewed(Places::from(&preset()));
        assert_eq!(known.named("INMSS"), Ok(day));
        known.mean("INMSS", None);
        assert!(known.named("INMSS").is_err());
    }
}
