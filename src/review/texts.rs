//! Every text of a review that a person typed, each with its field in words: for finding what
//! identifies somebody, and for taking it out; those of commands are in [`commands`]. The structs are
//! taken apart without `..`, so that a field added later does not compile until somebody has decided
//! here whether it is text. Types that are `Copy` (answers, dates, sums) cannot hold text and are
//! passed over whole.

mod commands;
mod said;

use crate::review::baseline::Baseline;
use crate::review::case::{Case, Standing};
use crate::review::case_file::CaseFile;
use crate::review::judgement::{Condition, Dissent, Draft, Ideal, Judgement, SupportCost};
use crate::review::panel::Member;
use crate::review::perspective::ParentIdeal;
use crate::review::provision::Provision;
use crate::review::ratings::{Correction, MemberRating, RatedIdeal, Rating, Ratings};
use crate::review::setup::{Definition, Draw, DrawnGroup, IdealWords, Selection, Setup};
use crate::review::source::Source;
use crate::review::text::{CaseId, ProvisionCode, Text};
use said::{all_attempts, all_notes, all_voices, wording};

/// Something that was typed.
pub enum Typed<'a> {
    /// Free text.
    Text(&'a mut Text),
    /// The number of a case.
    Case(&'a CaseId),
    /// A code of the provision table.
    Code(&'a ProvisionCode),
}

/// Is shown everything that was typed, each with its field in words.
pub type See<'s> = dyn FnMut(&str, Typed<'_>) + 's;

/// What has something typed in it.
pub trait HasTexts {
    /// Shows all of it.
    fn show(&mut self, see: &mut See<'_>);
}

fn one(field: &str, text: &mut Text, see: &mut See<'_>) {
    see(field, Typed::Text(text));
}

fn list(field: &str, texts: &mut [Text], see: &mut See<'_>) {
    for (nth, text) in (1..).zip(texts) {
        one(&format!("{field} {nth}"), text, see);
    }
}

fn code(code: &ProvisionCode, see: &mut See<'_>) {
    see("provision code", Typed::Code(code));
}

fn ideal(ideal: &Ideal, see: &mut See<'_>) {
    if let Ideal::Provision(named) = ideal {
        code(named, see);
    }
}

fn parents_ideal(ideal: Option<&ParentIdeal>, see: &mut See<'_>) {
    if let Some(ParentIdeal::Provision(named)) = ideal {
        code(named, see);
    }
}

impl HasTexts for Setup {
    fn show(&mut self, see: &mut See<'_>) {
        let Self {
            title,
            local_authority,
            note,
            purpose,
            meets_on: _,
            ideal_words: said,
            definition: agreed,
            proposed,
            selection: chosen,
            money: _,
            members,
            sessions: _,
            provisions,
            baseline,
            root_causes,
            seed: _,
            not_identifying,
        } = self;
        one("title", title, see);
        one("council", local_authority, see);
        one("note", note, see);
        one("purpose", purpose, see);
        ideal_words(said, see);
        definition(agreed.as_mut(), see);
        definition(proposed.as_mut(), see);
        selection(chosen, see);
        for (nth, member) in (1..).zip(members) {
            panel_member(&format!("panel member {nth}"), member, see);
        }
        table(provisions, see);
        of_baseline(baseline, see);
        list("root cause", root_causes, see);
        list(KEPT, not_identifying, see);
    }
}

/// The field of passages that were looked at and are not identifying.
pub const KEPT: &str = "passage looked at";

fn ideal_words(said: &mut [IdealWords], see: &mut See<'_>) {
    for (nth, IdealWords { by: _, words }) in (1..).zip(said) {
        one(&format!("what ideal means to one member {nth}"), words, see);
    }
}

fn definition(definition: Option<&mut Definition>, see: &mut See<'_>) {
    if let Some(Definition {
        words,
        agreed_on: _,
        agreed_by: _,
    }) = definition
    {
        one("what ideal means", words, see);
    }
}

fn selection(chosen: &mut Selection, see: &mut See<'_>) {
    let Selection {
        method: _,
        account,
        frame,
        frame_size: _,
        chosen_by,
        chosen_on: _,
        left_out,
        shown,
        draw,
    } = chosen;
    one("how the cases were chosen", account, see);
    one("list that the cases were chosen from", frame, see);
    one("who chose the cases", chosen_by, see);
    one("who was left out", left_out, see);
    one("what the panel was shown", shown, see);
    if let Some(Draw {
        seed: _,
        drawn_on: _,
        groups,
    }) = draw
    {
        for (nth, group) in (1..).zip(groups) {
            let DrawnGroup {
                name,
                of: _,
                drawn: _,
            } = group;
            one(&format!("group of the list {nth}"), name, see);
        }
    }
}

fn panel_member(field: &str, member: &mut Member, see: &mut See<'_>) {
    let Member {
        id: _,
        role: _,
        detail,
        organisation: _,
    } = member;
    one(field, detail, see);
}

fn table(rows: &mut [Provision], see: &mut See<'_>) {
    for (nth, row) in (1..).zip(rows) {
        provision(&format!("provision {nth}"), row, see);
    }
}

fn provision(field: &str, row: &mut Provision, see: &mut See<'_>) {
    let Provision {
        code: named,
        label,
        tier: _,
        caseload: _,
        unit_cost: _,
        avoidable_cost: _,
        growth: _,
        transition_share: _,
        new_places: _, // figures
        sources: from,
    } = row;
    see(&format!("{field}, code"), Typed::Code(named));
    one(field, label, see);
    sources(field, from, see);
}

fn sources<F>(field: &str, sources: &mut [Source<F>], see: &mut See<'_>) {
    for source in sources {
        let Source {
            figure: _,
            from,
            year,
            average: _,
        } = source;
        one(&format!("{field}, source"), from, see);
        one(&format!("{field}, year of the source"), year, see);
    }
}

fn of_baseline(baseline: &mut Baseline, see: &mut See<'_>) {
    let Baseline {
        base_year: _,
        horizon: _,
        inflation: _,
        other_spend: _,
        allocation: _,
        allocation_growth: _,
        opening_balance: _,
        ramp: _,
        first_year_share: _,
        realisation: _,
        investment: _,
        grant: _,
        appeal_share: _,
        appeal_loss_share: _,
        last_year: _, // figures
        sources: from,
    } = baseline;
    sources("baseline", from, see);
}

impl HasTexts for Case {
    fn show(&mut self, see: &mut See<'_>) {
        let Self {
            file,
            voices,
            ratings:
                Ratings {
                    given,
                    revealed: _,
                    skipped: _,
                },
            standing,
            money_revealed: _,
            practice: _,
            parked: _,
            exceptions: _,
            notes,
            wording: worded,
            law_shown: _,
        } = self;
        case_file(file, see);
        all_voices(voices, see);
        for (nth, rating) in (1..).zip(given) {
            member_rating(nth, rating, see);
        }
        match standing {
            Standing::Draft(form) => draft("draft", form, see),
            Standing::Recorded {
                judgement: recorded,
                changes,
            } => {
                judgement(recorded, see);
                if let Some(changes) = changes {
                    draft("changes", changes, see);
                }
            }
        }
        all_notes(notes, see);
        wording(worded.as_mut(), see);
    }
}

fn case_file(file: &mut CaseFile, see: &mut See<'_>) {
    let CaseFile {
        id,
        current_provision,
        year_group,
        phase,
        primary_need,
        secondary_needs,
        plan_since,
        annual_cost: _,
        pen_portrait,
        child_views,
        aspirations,
        provision_summary,
        documents_seen,
        documents_missing,
    } = file;
    see("case number", Typed::Case(id));
    code(current_provision, see);
    one("year group", year_group, see);
    one("phase", phase, see);
    one("primary need", primary_need, see);
    list("further need", secondary_needs, see);
    one("plan since", plan_since, see);
    one("pen portrait", pen_portrait, see);
    one("child’s views", child_views, see);
    one("aspirations", aspirations, see);
    one("provision today", provision_summary, see);
    list("document seen", documents_seen, see);
    list("document missing", documents_missing, see);
}

fn member_rating(nth: usize, rated: &mut MemberRating, see: &mut See<'_>) {
    let MemberRating {
        member: _,
        first,
        corrections,
    } = rated;
    rating(first, see);
    for (correction_nth, correction) in (1..).zip(corrections) {
        let Correction {
            rating: meant,
            reason,
            at: _,
        } = correction;
        rating(meant, see);
        let field = format!("rating {nth}, reason for correction {correction_nth}");
        one(&field, reason, see);
    }
}

fn rating(rating: &Rating, see: &mut See<'_>) {
    let Rating {
        ideal,
        setting: _,
        support: _,
        timeliness: _,
        confidence: _,
    } = rating;
    if let RatedIdeal::Provision(named) = ideal {
        code(named, see);
    }
}

fn draft(part: &str, form: &mut Draft, see: &mut See<'_>) {
    let Draft {
        setting: _,
        support: _,
        timeliness: _,
        ideal: named,
        reasoning,
        conditions,
        support_costs,
        root_causes,
        confidence: _,
        dissent,
        less_than_plan: _,
    } = form;
    no_text_in_costs(support_costs);
    if let Some(named) = named {
        ideal(named, see);
    }
    one(&format!("{part}: reasoning"), reasoning, see);
    all_conditions(part, conditions, see);
    list(&format!("{part}: root cause"), root_causes, see);
    all_dissent(part, dissent, see);
}

fn judgement(recorded: &mut Judgement, see: &mut See<'_>) {
    let Judgement {
        setting: _,
        support: _,
        timeliness: _,
        ideal: named,
        reasoning,
        conditions,
        support_costs,
        root_causes,
        confidence: _,
        dissent,
        less_than_plan: _,
        first_recorded: _,
        last_changed: _,
    } = recorded;
    no_text_in_costs(support_costs);
    ideal(named, see);
    one("judgement: reasoning", reasoning, see);
    all_conditions("judgement", conditions, see);
    list("judgement: root cause", root_causes, see);
    all_dissent("judgement", dissent, see);
}

/// Of a `Copy` type.
const fn no_text_in_costs(_: &[SupportCost]) {}

fn all_conditions(part: &str, conditions: &mut [Condition], see: &mut See<'_>) {
    for (nth, condition) in (1..).zip(conditions) {
        let Condition {
            what,
            in_place: _,
            by_when,
            one_off: _,
            yearly: _,
            payer: _,
        } = condition;
        one(&format!("{part}: condition {nth}"), what, see);
        one(&format!("{part}: condition {nth}, by when"), by_when, see);
    }
}

fn all_dissent(part: &str, dissent: &mut [Dissent], see: &mut See<'_>) {
    for (nth, Dissent { by: _, words }) in (1..).zip(dissent) {
        one(&format!("{part}: dissent {nth}"), words, see);
    }
}
