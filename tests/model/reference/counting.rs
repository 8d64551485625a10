//! model.md §1, "Counted cases", with the effective stance of product.md: which case counts, and as
//! what, read from the case itself.

use dbv_case_review::review::case::{Case, Standing};
use dbv_case_review::review::judgement::{Answer, Ideal, Judgement, Payer};
use dbv_case_review::review::perspective::{ParentIdeal, Perspective, Source};
use dbv_case_review::review::stance::Stance;

/// What a case is to the figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Counted {
    /// No complete judgement.
    Draft,
    Undecided,
    NotInTable,
    As {
        from: String,
        ideal: String,
        support: f64,
        shifted: f64,
        blocked: bool,
        stance: Stance,
        parents: Option<String>,
    },
}

/// How a case counts against a table with these codes.
pub fn counted(case: &Case, table: &[&str]) -> Counted {
    let Standing::Recorded { judgement, .. } = &case.standing else {
        return Counted::Draft;
    };
    let young = case.file.is_under_sixteen();
    let voices: Vec<&Perspective> = case.voices.iter().filter(|v| v.is_whole(young)).collect();
    if voices.is_empty() {
        return Counted::Draft;
    }
    let Ideal::Provision(ideal) = &judgement.ideal else {
        return Counted::Undecided;
    };
    if judgement.setting == Answer::CannotTell {
        return Counted::Undecided;
    }
    let (from, ideal) = (case.file.current_provision.as_str(), ideal.as_str());
    if !table.contains(&from) || !table.contains(&ideal) {
        return Counted::NotInTable;
    }
    let (mut support, mut shifted) = (0.0, 0.0);
    for cost in &judgement.support_costs {
        if cost.payer == Payer::HighNeeds {
            support += cost.per_year.get();
        } else {
            shifted += cost.per_year.get();
        }
    }
    let setting = sets_the_stance(&voices, judgement);
    let own = parents_ideal(setting, ideal);
    Counted::As {
        from: from.to_owned(),
        ideal: ideal.to_owned(),
        support,
        shifted,
        blocked: judgement
            .conditions
            .iter()
            .any(|condition| !condition.in_place),
        stance: stance(setting, judgement),
        parents: own.filter(|own| table.contains(own)).map(str::to_owned),
    }
}

/// The least agreeing counts; of several alike, the earliest heard.
fn sets_the_stance<'a>(voices: &[&'a Perspective], judgement: &Judgement) -> &'a Perspective {
    let least_agreeing = [
        Stance::Disagrees,
        Stance::NoView,
        Stance::AgreesWithConditions,
        Stance::Agrees,
    ];
    for least in least_agreeing {
        let alike = voices
            .iter()
            .filter(|voice| stance(voice, judgement) == least);
        // min_by_key takes the first of equal ones.
        if let Some(first) = alike.min_by_key(|voice| voice.heard_on()) {
            return first;
        }
    }
    unreachable!("every voice has a stance")
}

fn stance(voice: &Perspective, judgement: &Judgement) -> Stance {
    let source = voice.source.unwrap();
    if source == Source::Declined || source == Source::NotReached {
        return Stance::NoView;
    }
    // An asked stance binds to that ideal and those conditions.
    if let Some(asked) = &voice.asked {
        let conditions = judgement.conditions.iter();
        let now: Vec<_> = conditions
            .map(|c| (c.what.clone(), c.in_place, c.by_when.clone()))
            .collect();
        if asked.about.ideal == judgement.ideal && asked.about.conditions == now {
            return asked.stance;
        }
    }
    match (&voice.ideal, &judgement.ideal) {
        (Some(ParentIdeal::Provision(own)), Ideal::Provision(panel)) => {
            if own != panel {
                Stance::Disagrees
            } else if source == Source::FromPapers {
                Stance::NoView
            } else {
                Stance::Agrees
            }
        }
        _ => Stance::NoView,
    }
}

/// r_i; from papers alone only where it differs from q_i.
fn parents_ideal<'a>(voice: &'a Perspective, panel: &str) -> Option<&'a str> {
    let source = voice.source.unwrap();
    if source == Source::Declined || source == Source::NotReached {
        return None;
    }
    match &voice.ideal {
        Some(ParentIdeal::Provision(own)) => {
            let own = own.as_str();
            (source != Source::FromPapers || own != panel).then_some(own)
        }
        _ => None,
    }
}
