//! Children who could be known without a name, because there are so few like them: provisions with
//! hardly a child in them, and a need, phase and provision that one case of the review has alone
//! and that is rare in itself.
//!
//! Nearly every case of a small review is alone with its combination, so that alone is no reason to
//! warn. Rare in itself is
//! - a need that few plans have as their primary one and that is seen or known by whoever meets the
//!   child: hearing, vision, multi-sensory, profound and multiple learning difficulties, physical
//!   disability. Of 638,745 plans in England in January 2025 these were 1.4, 0.8, 0.3, 1.3 and 3.9
//!   in a hundred (DfE, "Education, health and care plans", reporting year 2025, plans by primary
//!   need); Down syndrome, which is counted apart only since then, is not among them;
//! - a provision with fewer than 30 of the council's children: the base below which Sport England
//!   publishes nothing (domain.md 8.2);
//! - a residential place.
//!
//! Fewer than 5 children in a provision is the bound that councils suppress below (domain.md 8.2).
//! All of this is advice: there is no way to review such a child that is not about such a child.

use std::collections::HashMap;

use crate::review::case::Case;
use crate::review::provision::Provision;
use crate::review::setup::Setup;
use crate::review::text::{CaseId, ProvisionCode};

/// From this many children on a provision's number gives nobody away.
const FEW: f64 = 5.0;
/// From this many children on a provision is no small one.
const SMALL: f64 = 30.0;

/// Who could be known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// The children of a provision.
    Provision(ProvisionCode),
    /// The child of a case.
    Case(CaseId),
}

/// Somebody who could be known without a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rare {
    /// Who.
    pub who: Who,
    /// Why, as a sentence that begins with a small letter and has no full stop.
    pub why: String,
    /// What can be done about it, as sentences.
    pub advice: &'static str,
}

/// What to do about a provision with few children.
const OF_PROVISION: &str = "Whoever knows the council may know who they are. Put it together with another before the table leaves the room, or leave \
    its number out.";
/// What to do about a child.
const OF_CHILD: &str = "Whoever knows the area may know who it is. Think about an age band instead of the year group, and about leaving out \
    the place and whatever only this child has.";

/// Everybody in a review who could be known without a name: provisions in the order of the table,
/// then cases in theirs.
pub fn rare<'a>(setup: &Setup, cases: impl IntoIterator<Item = &'a Case>) -> Vec<Rare> {
    let few = |row: &&Provision| row.caseload.get() > 0.0 && row.caseload.get() < FEW;
    let mut all: Vec<Rare> = setup
        .provisions
        .iter()
        .filter(few)
        .map(of_provision)
        .collect();
    let cases: Vec<(&Case, Alike)> = cases
        .into_iter()
        .map(|case| (case, Alike::of(case)))
        .collect();
    let mut alike: HashMap<&Alike, usize> = HashMap::new();
    for (_, key) in &cases {
        *alike.entry(key).or_default() += 1;
    }
    let alone = cases.iter().filter(|(_, key)| alike.get(key) == Some(&1));
    all.extend(alone.filter_map(|(case, key)| of_case(setup, case, key)));
    all
}

fn of_provision(row: &Provision) -> Rare {
    let number = row.caseload.get();
    let children = if number == 1.0 { "child" } else { "children" };
    Rare {
        who: Who::Provision(row.code.clone()),
        why: format!(
            "“{}” has only {number} {children} of the council",
            row.name()
        ),
        advice: OF_PROVISION,
    }
}

fn of_case(setup: &Setup, case: &Case, key: &Alike) -> Option<Rare> {
    let row = setup.provision(&case.file.current_provision);
    let because = rare_in_itself(key, row)?;
    let said = |text: &str, none: &str| match text.trim() {
        "" => none.to_owned(),
        text => text.to_owned(),
    };
    let file = &case.file;
    Some(Rare {
        who: Who::Case(case.id().clone()),
        why: format!(
            "the only case with this need, phase and provision ({}, {}, {}), and {because}",
            said(&file.primary_need, "need not stated"),
            said(&file.phase, "phase not stated"),
            setup.provision_name(&file.current_provision)
        ),
        advice: OF_CHILD,
    })
}

/// Why a child with this need in this provision is one of few.
fn rare_in_itself(key: &Alike, row: Option<&Provision>) -> Option<String> {
    if let Need::Rare(need) = &key.need {
        return Some(need.how_rare());
    }
    let row = row?;
    let caseload = row.caseload.get();
    if caseload > 0.0 && caseload < SMALL {
        return Some(format!(
            "only {caseload} of the council’s children are placed there"
        ));
    }
    let residential = [row.label.as_str(), row.code.as_str()]
        .iter()
        .any(|name| is_residential(name));
    residential.then(|| "few children have a residential place".to_owned())
}

fn is_residential(name: &str) -> bool {
    let name = name.to_lowercase();
    let denied = ["non-residential", "non residential", "nonresidential"];
    let says = |word: &str| name.contains(word);
    (says("residential") && !denied.iter().any(|no| says(no))) || says("boarding")
}

/// What makes two cases alike.
#[derive(PartialEq, Eq, Hash)]
struct Alike {
    need: Need,
    phase: String,
    provision: ProvisionCode,
}

impl Alike {
    fn of(case: &Case) -> Self {
        let need = &case.file.primary_need;
        Self {
            need: RareNeed::in_words(need).map_or_else(|| Need::Other(folded(need)), Need::Rare),
            phase: folded(&case.file.phase),
            provision: case.file.current_provision.clone(),
        }
    }
}

fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[derive(PartialEq, Eq, Hash)]
enum Need {
    Rare(RareNeed),
    Other(String),
}

/// Needs that few plans have.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum RareNeed {
    MultiSensory,
    Profound,
    Hearing,
    Vision,
    Physical,
}

impl RareNeed {
    /// The need that a text names, however it is written: the SEN2 code, or words.
    fn in_words(text: &str) -> Option<Self> {
        let words: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        // A code stands in capitals, or alone: "vi" in a sentence is none.
        let code = |code: &str| match words.as_slice() {
            [only] => only.eq_ignore_ascii_case(code),
            several => several.contains(&code),
        };
        let begins = |start: &str| {
            words.iter().any(|word| {
                word.get(..start.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(start))
            })
        };
        let lost = begins("impair") || begins("loss") || begins("disab");
        let hearing = code("HI") || begins("deaf") || (begins("hearing") && lost);
        let vision = code("VI")
            || begins("blind")
            || (begins("partial") && begins("sighted"))
            || ((begins("visual") || begins("vision") || begins("sight")) && lost);
        let both = begins("multisensory") || begins("deafblind");
        let dual = (begins("multi") || begins("dual")) && begins("sensory");
        if code("MSI") || both || (dual && lost) || (hearing && vision) {
            Some(Self::MultiSensory)
        } else if code("PMLD") || begins("profound") {
            // "Profoundly deaf" is about hearing.
            Some(if hearing {
                Self::Hearing
            } else {
                Self::Profound
            })
        } else if hearing {
            Some(Self::Hearing)
        } else if vision {
            Some(Self::Vision)
        } else if code("PD")
            || (begins("physical") && (lost || begins("difficult") || begins("need")))
            || (begins("cerebral") && begins("palsy"))
        {
            Some(Self::Physical)
        } else {
            None
        }
    }

    /// In a thousand of England's plans, January 2025.
    const fn in_a_thousand(self) -> u32 {
        match self {
            Self::MultiSensory => 3,
            Self::Profound => 13,
            Self::Hearing => 14,
            Self::Vision => 8,
            Self::Physical => 39,
        }
    }

    fn how_rare(self) -> String {
        let need = match self {
            Self::MultiSensory => "a multi-sensory impairment",
            Self::Profound => "profound and multiple learning difficulties",
            Self::Hearing => "a hearing impairment",
            Self::Vision => "a visual impairment",
            Self::Physical => "a physical disability",
        };
        format!(
            "only {} of 1,000 plans in England have {need} as their primary need",
            self.in_a_thousand()
        )
    }
}

#[cfg(test)]
mod tests;
