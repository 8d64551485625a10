//! The county's small tables: what the program's own tables do not hold of a workshop. Who rated
//! what, whose a dissent is, by when a condition could be met and what it would cost.

use std::collections::{BTreeMap, HashMap};

use dbv_case_review::review::command::ImportedCase;
use dbv_case_review::review::judgement::{Condition, Dissent, Payer};
use dbv_case_review::review::panel::{MemberId, Role};
use dbv_case_review::review::ratings::RatedIdeal;
use dbv_case_review::review::text::{CaseId, ProvisionCode, Text};

use super::making::{Row, Tables, case_id, text};

/// The panel: the column of `ratings.csv`, the role, and what tells two of a role apart.
pub const PANEL: [(&str, Role, &str); 8] = [
    ("senco_primary", Role::Senco, "primary"),
    ("senco_secondary", Role::Senco, "secondary"),
    ("head_special", Role::HeadSpecial, ""),
    (
        "educational_psychologist",
        Role::EducationalPsychologist,
        "",
    ),
    ("health", Role::Health, "speech and language therapist"),
    ("send_officer", Role::SendOfficer, ""),
    ("social_care", Role::SocialCare, ""),
    ("parent_carer_forum", Role::ParentCarerForum, ""),
];

/// What the small tables say, by case.
pub struct Papers {
    ratings: HashMap<CaseId, Vec<(MemberId, RatedIdeal)>>,
    /// A slip in a revealed rating: whose, what was meant, and why.
    pub corrections: HashMap<CaseId, (MemberId, RatedIdeal, Text)>,
    conditions: HashMap<CaseId, BTreeMap<usize, Row>>,
    /// Who dissents, and their words; none where `cases.csv` has them.
    pub dissents: Vec<(CaseId, MemberId, Text)>,
}

impl Papers {
    /// Reads them.
    pub fn read(tables: &Tables) -> Self {
        let ratings = tables.small("ratings.csv").into_iter();
        let ratings = ratings.map(|row| (case_id(&row["case_id"]), ratings_in(&row)));
        let corrections = tables.small("corrections.csv").into_iter().map(|row| {
            let meant = rated(&row["meant"]).unwrap();
            let correction = (member(&row["member"]), meant, text(&row["reason"]));
            (case_id(&row["case_id"]), correction)
        });
        let dissents = tables.small("dissents.csv").into_iter().map(|row| {
            let by = member(&row["role"]);
            (case_id(&row["case_id"]), by, text(&row["words"]))
        });
        let mut conditions: HashMap<CaseId, BTreeMap<usize, Row>> = HashMap::new();
        for row in tables.small("conditions.csv") {
            let of_case = conditions.entry(case_id(&row["case_id"])).or_default();
            of_case.insert(row["number"].parse().unwrap(), row);
        }
        Self {
            ratings: ratings.collect(),
            corrections: corrections.collect(),
            conditions,
            dissents: dissents.collect(),
        }
    }

    /// What each member first thought, in the order of the panel.
    pub fn ratings_of(&self, id: &CaseId) -> Vec<(MemberId, RatedIdeal)> {
        self.ratings.get(id).cloned().unwrap_or_default()
    }

    /// The conditions of a case with what `conditions.csv` adds to them.
    pub fn conditions_of(&self, case: &ImportedCase) -> Vec<Condition> {
        let mut conditions = case.draft.conditions.clone();
        for (number, row) in self.conditions.get(&case.file.id).into_iter().flatten() {
            let condition = &mut conditions[number - 1];
            let pounds = |cell: &str| (!cell.is_empty()).then(|| cell.parse::<f64>().unwrap());
            let money = |cell: &str| pounds(cell).map(|pounds| pounds.try_into().unwrap());
            condition.by_when = text(&row["by_when"]);
            condition.one_off = money(&row["one_off"]);
            condition.yearly = money(&row["yearly"]);
            condition.payer = payer(&row["payer"]);
        }
        conditions
    }

    /// The dissent on a case, each with its role.
    pub fn dissent_on(&self, case: &ImportedCase) -> Vec<Dissent> {
        let on_it = self.dissents.iter().filter(|(id, ..)| *id == case.file.id);
        let dissent: Vec<Dissent> = on_it
            .map(|(_, member, words)| Dissent {
                by: Some(PANEL[usize::from(member.0) - 1].1),
                words: match words.is_empty() {
                    true => case.draft.dissent[0].words.clone(),
                    false => words.clone(),
                },
            })
            .collect();
        let whose = case.draft.dissent.iter();
        let told = |one: &Dissent| dissent.iter().any(|by| by.words == one.words);
        assert!(
            whose.clone().all(told),
            "whose dissent is it on {}?",
            case.file.id
        );
        dissent
    }
}

fn ratings_in(row: &Row) -> Vec<(MemberId, RatedIdeal)> {
    let given = PANEL.iter().map(|(column, ..)| *column);
    given
        .filter_map(|column| Some((member(column), rated(&row[column])?)))
        .collect()
}

fn rated(cell: &str) -> Option<RatedIdeal> {
    match cell {
        "" => None,
        "abstains" => Some(RatedIdeal::Abstained),
        "cannot_tell" => Some(RatedIdeal::CannotTell),
        code => Some(RatedIdeal::Provision(ProvisionCode::new(code).unwrap())),
    }
}

/// The member whose column this is.
pub fn member(column: &str) -> MemberId {
    let mut known = PANEL.iter().zip(1..);
    let found = known.find(|((name, ..), _)| *name == column);
    MemberId(found.unwrap_or_else(|| panic!("nobody is {column}")).1)
}

fn payer(cell: &str) -> Option<Payer> {
    match cell {
        "" => None,
        "high_needs" => Some(Payer::HighNeeds),
        "health" => Some(Payer::Health),
        "other" => Some(Payer::Other),
        _ => panic!("no payer is {cell}"),
    }
}
