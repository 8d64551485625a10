//! What each single edit does to its field. No rules here but those of the field itself.

use std::collections::HashSet;

use super::bounds;
use super::case_file::CaseFile;
use super::command::{DraftEdit, FileEdit, FileList, FileText, SetupEdit, VoiceEdit, VoiceText};
use super::judgement::{Answer, Draft, Ideal, Question};
use super::panel::{Member, MemberId};
use super::perspective::Perspective;
use super::refusal::Refusal;
use super::setup::{MoneyRule, Setup};
use super::text::{ProvisionCode, Text};

impl CaseFile {
    /// One of the texts.
    pub const fn text(&self, field: FileText) -> &Text {
        match field {
            FileText::YearGroup => &self.year_group,
            FileText::Phase => &self.phase,
            FileText::PrimaryNeed => &self.primary_need,
            FileText::PlanSince => &self.plan_since,
            FileText::PenPortrait => &self.pen_portrait,
            FileText::ChildViews => &self.child_views,
            FileText::Aspirations => &self.aspirations,
            FileText::ProvisionSummary => &self.provision_summary,
        }
    }

    const fn text_mut(&mut self, field: FileText) -> &mut Text {
        match field {
            FileText::YearGroup => &mut self.year_group,
            FileText::Phase => &mut self.phase,
            FileText::PrimaryNeed => &mut self.primary_need,
            FileText::PlanSince => &mut self.plan_since,
            FileText::PenPortrait => &mut self.pen_portrait,
            FileText::ChildViews => &mut self.child_views,
            FileText::Aspirations => &mut self.aspirations,
            FileText::ProvisionSummary => &mut self.provision_summary,
        }
    }
}

pub(super) fn file(file: &mut CaseFile, edit: &FileEdit) {
    match edit {
        FileEdit::Id(id) => file.id = id.clone(),
        FileEdit::CurrentProvision(code) => file.current_provision = code.clone(),
        FileEdit::AnnualCost(cost) => file.annual_cost = *cost,
        FileEdit::Text(field, text) => *file.text_mut(*field) = text.clone(),
        FileEdit::List(FileList::SecondaryNeeds, list) => file.secondary_needs.clone_from(list),
        FileEdit::List(FileList::DocumentsSeen, list) => file.documents_seen.clone_from(list),
        FileEdit::List(FileList::DocumentsMissing, list) => file.documents_missing.clone_from(list),
    }
}

pub(super) fn voice(voice: &mut Perspective, edit: &VoiceEdit) {
    match edit {
        VoiceEdit::Speaker(speaker) => voice.speaker = *speaker,
        VoiceEdit::Source(source) => {
            voice.source = *source;
            // Nobody who declined or was not reached was asked about the judgement.
            if !voice.was_heard() {
                voice.asked = None;
            }
        }
        VoiceEdit::Words(words) => voice.words = words.clone(),
        VoiceEdit::Answer(Question::Setting, answer) => voice.setting = *answer,
        VoiceEdit::Answer(Question::Support, answer) => voice.support = *answer,
        VoiceEdit::Answer(Question::Timeliness, answer) => voice.timeliness = *answer,
        VoiceEdit::Ideal(ideal) => voice.ideal.clone_from(ideal),
        VoiceEdit::Date(date) => voice.date = *date,
        VoiceEdit::Attempts(attempts) => voice.attempts.clone_from(attempts),
        VoiceEdit::ReadBack(read_back) => voice.read_back = *read_back,
        VoiceEdit::Mainstream(wish) => voice.mainstream = *wish,
        VoiceEdit::Text(VoiceText::Hopes, words) => voice.hopes = words.clone(),
        VoiceEdit::Text(VoiceText::Fears, words) => voice.fears = words.clone(),
        VoiceEdit::Text(VoiceText::WouldChange, words) => voice.would_change = words.clone(),
    }
}

pub(super) fn draft(draft: &mut Draft, edit: &DraftEdit, current: &ProvisionCode) {
    match edit {
        DraftEdit::Answer(Question::Setting, answer) => {
            let before = std::mem::replace(&mut draft.setting, *answer);
            let here = Some(Ideal::Provision(current.clone()));
            // Nobody has to say twice that the child is in the right place; another place that
            // was named stays named.
            if *answer == Some(Answer::Ideal) {
                draft.ideal = here;
            } else if before == Some(Answer::Ideal) && draft.ideal == here {
                draft.ideal = None;
            }
        }
        DraftEdit::Answer(Question::Support, answer) => draft.support = *answer,
        DraftEdit::Answer(Question::Timeliness, answer) => draft.timeliness = *answer,
        DraftEdit::Ideal(ideal) => draft.ideal.clone_from(ideal),
        DraftEdit::Reasoning(words) => draft.reasoning = words.clone(),
        DraftEdit::Conditions(conditions) => draft.conditions.clone_from(conditions),
        DraftEdit::SupportCosts(costs) => draft.support_costs.clone_from(costs),
        DraftEdit::RootCauses(causes) => draft.root_causes.clone_from(causes),
        DraftEdit::Confidence(confidence) => draft.confidence = *confidence,
        DraftEdit::Dissent(dissent) => draft.dissent.clone_from(dissent),
        DraftEdit::LessThanPlan(less) => draft.less_than_plan = *less,
    }
}

pub(super) fn setup(setup: &mut Setup, edit: &SetupEdit) -> Result<(), Refusal> {
    match edit {
        SetupEdit::Title(text) => setup.title = text.clone(),
        SetupEdit::LocalAuthority(text) => setup.local_authority = text.clone(),
        SetupEdit::Note(text) => setup.note = text.clone(),
        SetupEdit::Purpose(text) => setup.purpose = text.clone(),
        SetupEdit::MeetsOn(days) => setup.meets_on.clone_from(days),
        SetupEdit::IdealWords(words) => setup.ideal_words.clone_from(words),
        SetupEdit::Definition(definition) => {
            if definition
                .as_ref()
                .is_some_and(|definition| !definition.words.says_something())
            {
                return Err(Refusal::EmptyDefinition);
            }
            setup.definition.clone_from(definition);
            if definition.is_some() {
                setup.proposed = None;
            }
        }
        SetupEdit::Proposed(words) => setup.proposed.clone_from(words),
        SetupEdit::Selection(selection) => setup.selection = selection.clone(),
        SetupEdit::Money(rule) => match (setup.money, *rule) {
            (Some(now), rule) if now == rule => {}
            (Some(MoneyRule::Revealed), _) => return Err(Refusal::MoneySeen),
            (None | Some(MoneyRule::Live), MoneyRule::Revealed) => {
                return Err(Refusal::MoneyNotLocked);
            }
            (_, rule) => setup.money = Some(rule),
        },
        SetupEdit::PutMember(member) => {
            let full = setup.members.len() >= bounds::MEMBERS;
            match setup.members.iter_mut().find(|kept| kept.id == member.id) {
                Some(kept) => *kept = member.clone(),
                None if full => {
                    return Err(Refusal::TooMany {
                        what: "members",
                        most: bounds::MEMBERS,
                    });
                }
                None => setup.members.push(member.clone()),
            }
        }
        SetupEdit::RemoveMember(id) => {
            let at = setup.members.iter().position(|member| member.id == *id);
            setup.members.remove(at.ok_or(Refusal::NoSuchMember(*id))?);
            // What they said stays said.
            let theirs = setup.ideal_words.iter_mut();
            for said in theirs.filter(|said| said.by == Some(*id)) {
                said.by = None;
            }
        }
        SetupEdit::MoveMember { member, before } => {
            let place = |members: &[Member], id: MemberId| {
                let at = members.iter().position(|member| member.id == id);
                at.ok_or(Refusal::NoSuchMember(id))
            };
            let from = place(&setup.members, *member)?;
            if let Some(before) = before {
                place(&setup.members, *before)?;
            }
            if *before == Some(*member) {
                return Ok(());
            }
            let moved = setup.members.remove(from);
            let to = match before {
                Some(before) => place(&setup.members, *before)?,
                None => setup.members.len(),
            };
            setup.members.insert(to, moved);
        }
        SetupEdit::PutSession(session) => {
            let known = |id: &MemberId| setup.members.iter().any(|member| member.id == *id);
            if let Some(unknown) = session.present.iter().find(|id| !known(id)) {
                return Err(Refusal::NoSuchMember(*unknown));
            }
            let mut session = session.clone();
            let mut once = HashSet::new();
            session.present.retain(|member| once.insert(*member));
            match setup.sessions.iter_mut().find(|kept| kept.on == session.on) {
                Some(kept) => *kept = session,
                None => setup.sessions.push(session),
            }
        }
        SetupEdit::RemoveSession(on) => setup.sessions.retain(|kept| kept.on != *on),
        SetupEdit::PutProvision(row) => {
            match setup
                .provisions
                .iter_mut()
                .find(|kept| kept.code == row.code)
            {
                Some(kept) => *kept = row.clone(),
                None => setup.provisions.push(row.clone()),
            }
        }
        SetupEdit::RemoveProvision(code) => {
            let at = setup.provisions.iter().position(|row| row.code == *code);
            setup
                .provisions
                .remove(at.ok_or_else(|| Refusal::NoSuchProvision(code.clone()))?);
        }
        SetupEdit::Provisions(rows) => setup.provisions.clone_from(rows),
        SetupEdit::Baseline(baseline) => setup.baseline = baseline.as_ref().clone(),
        SetupEdit::RootCauses(causes) => setup.root_causes.clone_from(causes),
        SetupEdit::KeepPassage(passage) => {
            if !setup.not_identifying.contains(passage) && !passage.trim().is_empty() {
                setup.not_identifying.push(passage.clone());
            }
        }
        SetupEdit::WatchPassage(passage) => setup.not_identifying.retain(|kept| kept != passage),
    }
    Ok(())
}
