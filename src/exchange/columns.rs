//! The columns that tables may have: their names, what else people call them, what they mean and
//! what can stand in them. Reading, matching, mending and the template all go by this list.

use super::codes::{ANSWERS, CONFIDENCE, Code, PARENT_ANSWERS, PAYERS, SOURCES, SPEAKERS, STANCES};

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableKind {
    /// The provision table (model.md §1).
    Provisions,
    /// The council's costs and grant (model.md §1).
    Baseline,
    /// The cases.
    Cases,
}

impl TableKind {
    /// All tables, in the order in which they are read.
    pub const ALL: [Self; 3] = [Self::Provisions, Self::Baseline, Self::Cases];

    /// Its name, which is that of its sheet.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Provisions => "provisions",
            Self::Baseline => "baseline",
            Self::Cases => "cases",
        }
    }

    /// Its columns.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Provisions => PROVISIONS,
            Self::Baseline => BASELINE,
            Self::Cases => CASES,
        }
    }
}

/// One column that a table may have.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Whether the table is none without it, and no row may leave it empty.
    pub required: bool,
    /// What it means, in a sentence.
    pub means: &'static str,
    /// What can stand in it.
    pub takes: Takes,
    /// What councils call it where they do not call it by its name.
    pub(super) also: &'static [&'static str],
}

/// What can stand in the cells of a column.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// Any words.
    Words,
    /// Several texts with semicolons between.
    List,
    /// Attempts to reach a parent: "date, how, role of who asked", with semicolons between.
    Attempts,
    /// A date.
    Date,
    /// An amount in pounds.
    Money,
    /// A percentage or share.
    Rate,
    /// A number.
    Count,
    /// Numbers with semicolons between, one a year.
    ByYear,
    /// One of these words.
    Codes(fn() -> Vec<&'static str>),
    /// yes or no for each of several, with semicolons between.
    YesNoEach,
    /// A code of the provision table.
    Provision,
    /// A code of the provision table, or this word.
    ProvisionOr(&'static str),
    /// The name of a field of the baseline.
    Field,
    /// What a field of the baseline holds.
    Value,
}

impl Takes {
    /// What can stand there, in words: "It takes …".
    pub fn in_words(self) -> String {
        match self {
            Self::Words => "any words".to_owned(),
            Self::List => "any words; a semicolon (;) between several".to_owned(),
            Self::Attempts => {
                "“date, how, role of who asked”, for example “4 May 2026, phone, SEN \
                               officer”; a semicolon (;) between several"
                    .to_owned()
            }
            Self::Date => "a date, such as 14 November 2026 or 2026-11-14".to_owned(),
            Self::Money => "pounds, such as 26000 or £26,000".to_owned(),
            Self::Rate => "a percentage, such as 5% or 0.05".to_owned(),
            Self::Count => "a number".to_owned(),
            Self::ByYear => "a number for each year, a semicolon (;) between them".to_owned(),
            Self::Codes(words) => one_of(&words()),
            Self::YesNoEach => "yes or no for each, a semicolon (;) between them".to_owned(),
            Self::Provision => "a code of the provision table".to_owned(),
            Self::ProvisionOr(word) => format!("a code of the provision table, or {word}"),
            Self::Field => "the name of a field of the baseline".to_owned(),
            Self::Value => "what the field in this row holds".to_owned(),
        }
    }
}

/// "a, b or c".
fn one_of(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [some @ .., last] => format!("{} or {last}", some.join(", ")),
    }
}

fn words<T>(codes: &[Code<T>]) -> Vec<&'static str> {
    codes.iter().map(|(code, ..)| *code).collect()
}

macro_rules! columns {
    ($($(#[$doc:meta])* $table:ident = { $($kind:ident $name:literal $takes:expr, $means:literal
        $(, also $($also:literal)|+)?;)+ })+) => {
        $($(#[$doc])* const $table: &[Column] = &[$(Column {
            name: $name,
            required: columns!(@$kind),
            means: $means,
            takes: $takes,
            also: &[$($($also),+)?],
        }),+];)+
    };
    (@required) => { true };
    (@optional) => { false };
}

const WORDS: Takes = Takes::Words;
const ANSWER: Takes = Takes::Codes(|| words(ANSWERS));
const PARENT_ANSWER: Takes = Takes::Codes(|| words(PARENT_ANSWERS));

// Nothing that identifies a child is among the other names: a column of UPNs or of names must never
// become the number of a case because it looks like one.
columns! {
    PROVISIONS = {
    required "code" WORDS, "The short name by which cases refer to this provision.",
        also "provision code" | "provision";
    optional "label" WORDS, "The provision as people call it.", also "name" | "description";
    required "tier" Takes::Count, "How specialist it is: 0 is least, 23 most. A move to a lower tier is called less specialist.";
    required "caseload" Takes::Count, "How many children are placed there now.",
        also "children" | "number of children" | "number of plans";
    optional "unit_cost" Takes::Money, "Pounds per child and year that the high needs block pays. Leave it empty where it is not known: it is then never taken as 0.",
        also "cost per child" | "cost per place" | "average cost";
    optional "avoidable_cost" Takes::Money, "The part of the unit cost that stops being paid when one child is not there. Empty: all of it.";
    optional "growth" Takes::Rate, "Growth of the caseload a year on the current course.", also "annual growth" | "growth per year";
    optional "transition_share" Takes::Rate, "The share of children who reach a natural decision point in a year. Empty: 19.8%, England’s.";
    optional "new_places" Takes::ByYear, "Extra places there by the end of each year, so far in total. Empty: no limit is known; 0: none.";
    }

    BASELINE = {
    required "field" Takes::Field, "Which figure of the baseline this row holds.", also "item" | "measure";
    optional "value" Takes::Value, "The figure. Empty: what the program assumes.", also "amount" | "figure";
    }

    CASES = {
    required "case_id" WORDS, "A number made up for this review, such as C01. Never a UPN, a name or initials.",
        also "case" | "case number" | "case no" | "case ref" | "case reference" | "case code";
    required "current_provision" Takes::Provision, "Where the child is placed now.",
        also "current placement" | "placement" | "placement type" | "provision" | "provision type" | "current provision type";
    optional "year_group" WORDS, "The child’s year group. No date of birth.", also "year" | "nc year" | "ncy" | "national curriculum year";
    optional "phase" WORDS, "Early years, primary, secondary, post-16.", also "phase of education" | "education phase";
    optional "primary_need" WORDS, "The main need, as in the plan.", also "need" | "main need" | "primary type of need" | "primary sen need";
    optional "secondary_needs" Takes::List, "Other needs.", also "secondary need" | "other needs";
    optional "plan_since" WORDS, "Since when there has been a plan: month and year are enough.",
        also "ehcp since" | "plan start" | "plan start date" | "ehcp start date";
    optional "annual_cost" Takes::Money, "Pounds a year for this child from the high needs block.", also "cost" | "cost per year" | "yearly cost" | "placement cost";
    optional "pen_portrait" WORDS, "The child in a few sentences, without names and places.", also "portrait" | "pen picture";
    optional "child_views" WORDS, "What the child says.", also "views of the child" | "voice of the child" | "pupil views" | "child’s views";
    optional "aspirations" WORDS, "What the child hopes for.", also "hopes" | "hopes and aspirations";
    optional "provision_summary" WORDS, "What is in place today.", also "current support" | "summary of provision";
    optional "documents_seen" Takes::List, "What the panel reads.", also "documents" | "papers seen";
    optional "documents_missing" Takes::List, "What it should have had and has not.", also "missing documents";
    optional "parent_speaker" Takes::Codes(|| words(SPEAKERS)), "Who spoke for the parents, as a role.", also "who spoke";
    optional "parent_source" Takes::Codes(|| words(SOURCES)), "How the parent was heard, or why not.", also "how heard";
    optional "parent_words" WORDS, "What the parent said, in their words as far as possible.",
        also "parent views" | "parental views" | "views of the parents" | "parents’ views";
    optional "parent_setting" PARENT_ANSWER, "Does the parent see this kind of setting as ideal?";
    optional "parent_support" PARENT_ANSWER, "Does the parent see the support as ideal?";
    optional "parent_timeliness" PARENT_ANSWER, "Did it come when it was needed, as the parent sees it?";
    optional "parent_ideal" Takes::ProvisionOr("not_stated"), "Where the parent sees the ideal.", also "parental preference" | "parents’ ideal";
    optional "parent_date" Takes::Date, "When the parent was heard.", also "date heard";
    optional "parent_attempts" Takes::Attempts, "What was tried: at least once for declined, twice for not_reached.";
    optional "parent_stance_asked" Takes::Codes(|| words(STANCES)), "What the parent said when asked about this judgement.";
    optional "parent_stance_asked_on" Takes::Date, "When the parent was asked about it.";
    optional "setting" ANSWER, "An earlier panel’s judgement: is this kind of setting ideal?";
    optional "support" ANSWER, "Is the support there ideal?";
    optional "timeliness" ANSWER, "Did it come when it was needed?";
    optional "ideal_provision" Takes::ProvisionOr("cannot_tell"), "Where the panel sees the ideal.";
    optional "support_cost" Takes::Money, "Extra pounds a year that the child would need there, or where the child is.";
    optional "support_payer" Takes::Codes(|| words(PAYERS)), "Who would pay that. Empty: high_needs.";
    optional "conditions" Takes::List, "What would have to be in place first.";
    optional "conditions_in_place" Takes::YesNoEach, "Whether each of the conditions is in place today. Empty: no.";
    optional "root_causes" Takes::List, "Why it is as it is.", also "root cause";
    optional "reasoning" WORDS, "Why the panel judged so.", also "rationale";
    optional "confidence" Takes::Codes(|| words(CONFIDENCE)), "How sure the panel was.";
    optional "dissent" WORDS, "What a member saw otherwise.", also "dissenting view";
    }
}
