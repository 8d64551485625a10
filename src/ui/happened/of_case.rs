//! What was entered of a case, in words: ratings, what parents said, the judgement on the form, and
//! what stands beside it.

use super::entered::{LOCKED, Told, labelled, list, quoted, quoted_or_nothing, said, several};
use crate::review::command::{DraftEdit, VoiceEdit};
use crate::review::judgement::{Condition, Ideal, SupportCost};
use crate::review::note::{NoteEdit, Wording};
use crate::review::panel::MemberId;
use crate::review::perspective::{Attempt, ParentIdeal, VoiceId};
use crate::review::ratings::{RatedIdeal, Rating};
use crate::review::session::Session;
use crate::review::text::{Text, sentence};
use crate::ui::money;
use crate::ui::words::count;

const KEPT_BACK: &str = "kept back until the panel’s first ratings of this case are revealed";

impl Told<'_> {
    pub(super) fn rating(self, member: MemberId, rating: &Rating, reason: Option<&Text>) -> String {
        let who = sentence(&self.member(member));
        if !self.ratings {
            return format!("{who}: {KEPT_BACK}");
        }
        let ideal = match &rating.ideal {
            RatedIdeal::Provision(code) => self.provision(code.as_str()),
            RatedIdeal::CannotTell => "cannot tell".to_owned(),
            RatedIdeal::Abstained => "abstained".to_owned(),
        };
        let answers = [
            ("setting", rating.setting),
            ("support", rating.support),
            ("timeliness", rating.timeliness),
        ];
        let answers = answers.into_iter().filter_map(|(what, answer)| {
            answer.map(|answer| format!("{what}: {}", answer.label()))
        });
        let sure = rating
            .confidence
            .map(|sure| format!("confidence: {}", sure.label()));
        let why = reason.map(|reason| format!("reason: {}", quoted(reason)));
        let mut parts = vec![format!("{who}: {ideal}")];
        parts.extend(answers.chain(sure).chain(why));
        parts.join("; ")
    }

    pub(super) fn voice_edit(self, edit: &VoiceEdit) -> String {
        match edit {
            VoiceEdit::Speaker(who) => said("Who spoke", who.map(|who| who.label().to_owned())),
            VoiceEdit::Source(how) => said("How heard", how.map(|how| how.label().to_owned())),
            VoiceEdit::Words(words) => quoted_or_nothing(words),
            VoiceEdit::Answer(question, answer) => said(
                question.asked(),
                answer.map(|answer| answer.label().to_owned()),
            ),
            VoiceEdit::Ideal(ideal) => {
                let ideal = ideal.as_ref().map(|ideal| match ideal {
                    ParentIdeal::Provision(code) => self.provision(code.as_str()),
                    ParentIdeal::NotStated => "not stated".to_owned(),
                });
                said("What does the parent see as ideal?", ideal)
            }
            VoiceEdit::Date(on) => said("When heard", on.map(|on| on.in_words())),
            VoiceEdit::Attempts(attempts) => tried(attempts),
            VoiceEdit::ReadBack(read_back) => said(
                "Read back to them",
                read_back.map(|yes| if yes { "yes" } else { "no" }.to_owned()),
            ),
            VoiceEdit::Mainstream(wish) => said(
                "Their wish on mainstream",
                wish.map(|wish| wish.label().to_owned()),
            ),
            VoiceEdit::Text(text, words) => labelled(text.label(), words),
        }
    }

    pub(super) fn draft_edit(self, edit: &DraftEdit) -> String {
        match edit {
            DraftEdit::Answer(question, answer) => said(
                question.asked(),
                answer.map(|answer| answer.label().to_owned()),
            ),
            DraftEdit::Ideal(ideal) => {
                let ideal = ideal.as_ref().map(|ideal| match ideal {
                    Ideal::Provision(code) => self.provision(code.as_str()),
                    Ideal::CannotTell => "cannot tell".to_owned(),
                });
                said("Where would the ideal be?", ideal)
            }
            DraftEdit::Reasoning(text) => labelled("Why the panel thinks so", text),
            DraftEdit::Conditions(conditions) => self.conditions(conditions),
            DraftEdit::SupportCosts(costs) => self.support(costs),
            DraftEdit::RootCauses(causes) => list("Root causes", causes),
            DraftEdit::Confidence(sure) => said(
                "How sure the panel is",
                sure.map(|sure| sure.label().to_owned()),
            ),
            DraftEdit::LessThanPlan(less) => said(
                "Less than the plan specifies",
                less.map(|less| less.label().to_owned()),
            ),
            DraftEdit::Dissent(views) => {
                let views = views.iter().map(|view| {
                    let by = view.by.map_or("a member", |role| role.label());
                    format!("{by}: {}", quoted_or_nothing(&view.words))
                });
                several("Who sees it otherwise", views.collect())
            }
        }
    }

    fn conditions(self, conditions: &[Condition]) -> String {
        let one = |condition: &Condition| {
            let what = quoted_or_nothing(&condition.what);
            let today = match condition.in_place {
                true => "in place today",
                false => "not in place today",
            };
            let mut facts = vec![today.to_owned()];
            if condition.by_when.says_something() {
                facts.push(format!("by {}", condition.by_when));
            }
            let costs = [(condition.one_off, "once"), (condition.yearly, "a year")];
            let costs = costs
                .into_iter()
                .filter_map(|(cost, how)| Some((cost?, how)));
            if self.money {
                facts
                    .extend(costs.map(|(cost, how)| format!("{} {how}", money::exact(cost.get()))));
                facts.extend(
                    condition
                        .payer
                        .map(|payer| format!("paid by: {}", payer.label())),
                );
            } else if costs.count() > 0 {
                facts.push(LOCKED.to_owned());
            }
            format!("{what} ({})", facts.join(", "))
        };
        several("Conditions", conditions.iter().map(one).collect())
    }

    fn support(self, costs: &[SupportCost]) -> String {
        let one = |cost: &SupportCost| {
            let amount = money::exact(cost.per_year.get());
            format!("{amount} a year, paid by: {}", cost.payer.label())
        };
        if self.money || costs.is_empty() {
            several("Extra support", costs.iter().map(one).collect())
        } else {
            let kinds = count(costs.len(), "kind of support", "kinds of support");
            format!("Extra support: {kinds} ({LOCKED})")
        }
    }

    pub(super) fn session(self, session: &Session) -> String {
        let there = session.present.iter().map(|member| self.member(*member));
        several(&session.on.in_words(), there.collect())
    }

    pub(super) fn exception(self, member: MemberId, present: Option<bool>) -> String {
        let there = match present {
            Some(true) => "there for this case",
            Some(false) => "not there for this case",
            None => "as for the session",
        };
        format!("{}: {there}", sentence(&self.member(member)))
    }

    pub(super) fn note_edit(self, edit: &NoteEdit) -> String {
        match edit {
            NoteEdit::By(by) => said("By", by.map(|by| by.label().to_owned())),
            NoteEdit::Words(words) => quoted_or_nothing(words),
        }
    }
}

pub(super) fn worded(wording: Option<&Wording>) -> String {
    wording.map_or_else(
        || "As the record says it".to_owned(),
        |wording| quoted(&wording.words),
    )
}

pub(super) fn of_voice(voice: VoiceId, words: &str) -> String {
    match (voice.0, words.is_empty()) {
        (0 | 1, _) => words.to_owned(),
        (number, true) => format!("Voice {number}"),
        (number, false) => format!("Voice {number}. {words}"),
    }
}

fn tried(attempts: &[Attempt]) -> String {
    let one = |attempt: &Attempt| {
        let on = attempt.on.map(|on| on.in_words()).unwrap_or_default();
        let parts = [on, attempt.how.to_string(), attempt.by.to_string()];
        let told: Vec<&str> = parts
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        told.join(", ")
    };
    several(
        "Who asked, when and how",
        attempts.iter().map(one).collect(),
    )
}
