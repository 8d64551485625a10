//! What not every judgement has: conditions, support, less than the plan, root causes, confidence,
//! dissent; and what stands beside every finding: who was there, what was shown, words for reading
//! aloud. Notes stand at the end of every step.

use eframe::egui::{Label, Ui};

use super::super::presence;
use super::{PANEL, part, said};
use crate::guidance::law;
use crate::review::case::Case;
use crate::review::judgement::{Condition, Dissent, Draft, SupportCost};
use crate::review::paragraph;
use crate::ui::money;
use crate::ui::rating;
use crate::ui::theme::{self, GAP_M, GAP_S, Tone};
use crate::ui::view::View;
use crate::ui::widgets::quote;
use crate::ui::widgets::role_chip::role_chip;

/// What not every judgement has.
pub fn ui(ui: &mut Ui, view: &View<'_>, case: &Case, draft: &Draft) {
    let money = view.money_visible(Some(case));
    if !draft.conditions.is_empty() {
        part(ui, "If this were in place");
        for condition in &draft.conditions {
            one_condition(ui, condition, money);
        }
    }
    let stated = |cost: &&SupportCost| cost.per_year.get() > 0.0;
    let costs: Vec<&SupportCost> = draft.support_costs.iter().filter(stated).collect();
    if !costs.is_empty() {
        part(ui, "Extra support");
    }
    for cost in costs {
        let told = if money {
            in_words(cost)
        } else {
            "Support is entered; its cost is shown when money is revealed.".to_owned()
        };
        ui.add(Label::new(told).wrap());
    }
    if let Some(why) = draft.less_than_plan {
        ui.add_space(GAP_M);
        let question = "The ideal has less provision than the plan specifies";
        said(ui, PANEL, question, why.label());
    }
    if !draft.root_causes.is_empty() {
        part(ui, "Root causes");
        for cause in &draft.root_causes {
            ui.add(Label::new(format!("– {cause}")).wrap());
        }
    }
    if let Some(confidence) = draft.confidence {
        ui.add_space(GAP_M);
        said(ui, PANEL, "How sure the panel is", confidence.label());
    }
    if !draft.dissent.is_empty() {
        part(ui, "Who sees it otherwise");
        for dissent in &draft.dissent {
            one_dissent(ui, dissent);
        }
    }
}

fn one_condition(ui: &mut Ui, condition: &Condition, money: bool) {
    let mut facts = vec![if condition.in_place {
        "in place today".to_owned()
    } else {
        "not in place today".to_owned()
    }];
    if !condition.by_when.trim().is_empty() {
        facts.push(format!("by {}", condition.by_when));
    }
    if money {
        let costs = [(condition.one_off, "once"), (condition.yearly, "a year")];
        for (cost, how) in costs {
            facts.extend(cost.map(|cost| format!("{} {how}", money::exact(cost.get()))));
        }
    }
    // Who would pay is no figure of money.
    facts.extend(
        condition
            .payer
            .map(|payer| format!("paid by: {}", payer.label())),
    );
    ui.add(Label::new(format!("– {}", condition.what)).wrap());
    ui.add(Label::new(theme::note(ui, facts.join(" · "))).wrap());
}

fn in_words(cost: &SupportCost) -> String {
    let amount = money::exact(cost.per_year.get());
    format!("{amount} a year, paid by: {}", cost.payer.label())
}

fn one_dissent(ui: &mut Ui, dissent: &Dissent) {
    let by = dissent.by.map_or("a member", |role| role.label());
    role_chip(ui, by);
    quote::quote(ui, &dissent.words, "", Tone::Panel);
    ui.add_space(GAP_S);
}

/// What stands beside the finding.
pub fn beside(ui: &mut Ui, view: &View<'_>, case: &Case) {
    if case.practice {
        part(ui, "Practice");
        let text = "This case is for practice: judged and shown, and in no figure.";
        ui.add(Label::new(text).wrap());
    }
    if case.ratings.skipped {
        part(ui, "First ratings, before the discussion");
        ui.add(Label::new(rating::SKIPPED).wrap());
    }
    who_was_there(ui, view, case);
    shown_law(ui, case);
    worded(ui, view, case);
}

fn who_was_there(ui: &mut Ui, view: &View<'_>, case: &Case) {
    if let Some(there) = presence::who_was_there(view, case) {
        part(ui, presence::WHO_WAS_THERE);
        ui.add(Label::new(there).wrap());
    }
}

/// Which notes on the law the panel had on its screen, and since when.
fn shown_law(ui: &mut Ui, case: &Case) {
    if case.law_shown.is_empty() {
        return;
    }
    part(ui, "Law shown to the panel");
    for shown in &case.law_shown {
        let said = law(shown.note);
        let on = shown.at.date().in_words();
        ui.add(Label::new(format!("– {}, on {on}", said.title)).wrap());
        for source in said.sources {
            ui.add(Label::new(theme::note(ui, source.name)).wrap());
        }
    }
}

/// The panel's own words for reading aloud, and whether they were of another record.
fn worded(ui: &mut Ui, view: &View<'_>, case: &Case) {
    let Some((wording, complete)) = case.wording.as_ref().zip(case.complete()) else {
        return;
    };
    part(ui, "Read aloud in the panel’s own words");
    let built = paragraph::built(&complete, view.review.setup());
    let of = if wording.is_current(&built) {
        ""
    } else {
        "Worded before the record changed, and not read any more"
    };
    quote::quote(ui, &wording.words, of, Tone::Panel);
}
