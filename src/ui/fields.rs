//! Every text that a person can type, as one table: what stands in the field now, and which
//! command typed text becomes. Views name a field; nobody else turns text into commands.

use crate::exchange::number::{self, Kind, shown, shown_percent};
use crate::review::baseline::Baseline;
use crate::review::case::Case;
use crate::review::command::{
    Command, DraftEdit, FileEdit, FileList, FileText, SetupEdit, VoiceEdit,
};
use crate::review::judgement::{Condition, Draft};
use crate::review::panel::MemberId;
use crate::review::perspective::{Attempt, Perspective, VoiceId};
use crate::review::provision::Provision;
use crate::review::setup::{Definition, Selection, Setup};
use crate::review::state::State;
use crate::review::text::{CaseId, ProvisionCode, Text};
use crate::review::units::{
    Caseload, FinancialYear, Growth, Horizon, Money, PerChild, Places, PriceGrowth, Share, Tier,
};

/// A field that holds typed text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// What the review is called.
    Title,
    /// The council.
    LocalAuthority,
    /// What "ideal" means.
    Definition,
    /// Who chose the cases.
    SelectionAccount,
    /// The list of root causes, one a line.
    RootCauses,
    /// What tells a member from another of the same role.
    Member(MemberId),
    /// A cell of the provision table.
    Row(ProvisionCode, RowField),
    /// A figure of the baseline.
    Baseline(BaselineField),
    /// The number of a case.
    CaseNumber(CaseId),
    /// A text of a case file.
    File(CaseId, FileText),
    /// A list of a case file, one a line.
    FileList(CaseId, FileList),
    /// What the present provision costs.
    AnnualCost(CaseId),
    /// Why the panel thinks so.
    Reasoning(CaseId),
    /// A cell of a condition.
    Condition(CaseId, usize, ConditionField),
    /// £ a year of extra support.
    Support(CaseId, usize),
    /// A dissenting view.
    Dissent(CaseId, usize),
    /// The parent's own words.
    Words(CaseId, VoiceId),
    /// When the parent was heard.
    HeardOn(CaseId, VoiceId),
    /// A cell of an attempt to hear the parent.
    Attempt(CaseId, VoiceId, usize, AttemptField),
    /// When the parent was asked about the judgement.
    AskedOn(CaseId, VoiceId),
}

/// The columns of the provision table that can be typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowField {
    /// Text shown.
    Label,
    /// How specialist.
    Tier,
    /// Children at t = 0.
    Caseload,
    /// £ per child per year.
    UnitCost,
    /// The part that stops being paid.
    AvoidableCost,
    /// % per year.
    Growth,
    /// % of the caseload at a decision point in a year.
    TransitionShare,
    /// Places, by year.
    NewPlaces,
}

/// The figures of the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BaselineField {
    /// The year t = 0.
    BaseYear,
    /// Years after it.
    Horizon,
    /// % per year.
    Inflation,
    /// £ outside the table.
    OtherSpend,
    /// £ of allocation at t = 0.
    Allocation,
    /// % by year.
    AllocationGrowth,
    /// £ at the end of t = 0.
    OpeningBalance,
    /// % by year.
    Ramp,
    /// Share of the first year.
    FirstYearShare,
    /// Share realised.
    Realisation,
    /// £ by year.
    Investment,
    /// £ by year.
    Grant,
    /// Share of contested families who appeal.
    AppealShare,
    /// Share of appeals lost.
    AppealLossShare,
}

/// The texts of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConditionField {
    /// What would have to be in place.
    What,
    /// By when it could be.
    ByWhen,
    /// £ once.
    OneOff,
    /// £ a year.
    Yearly,
}

/// The texts of an attempt to hear a parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AttemptField {
    /// When.
    On,
    /// How.
    How,
    /// The role of who asked.
    By,
}

/// What a person is told who typed something that its field cannot hold.
type Told<T> = Result<T, String>;

fn told<T, E: std::fmt::Display>(result: Result<T, E>) -> Told<T> {
    result.map_err(|error| error.to_string())
}

fn words(text: &str) -> Told<Text> {
    told(Text::new(text))
}

/// One entry a line, blank lines left out.
fn lines(text: &str) -> Told<Vec<Text>> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(words)
        .collect()
}

fn joined(list: &[Text]) -> String {
    list.iter().map(Text::as_str).collect::<Vec<_>>().join("\n")
}

fn figure<T, E: std::fmt::Display>(
    text: &str,
    kind: Kind,
    make: impl Fn(f64) -> Result<T, E>,
) -> Told<T> {
    // In a table 5 and 5% are two things; in a field nobody should have to know which.
    if kind == Kind::Rate && !text.contains('%') && number::number(text, kind) != Ok(0.0) {
        return Err("write it as a percentage, for example 5%".to_owned());
    }
    told(make(number::number(text, kind)?))
}

fn pounds<T, E: std::fmt::Display>(
    text: &str,
    make: impl Fn(f64) -> Result<T, E>,
) -> Told<Option<T>> {
    if text.trim().is_empty() {
        Ok(None)
    } else {
        figure(text, Kind::Money, make).map(Some)
    }
}

fn by_year<T, E: std::fmt::Display>(
    text: &str,
    kind: Kind,
    make: impl Fn(f64) -> Result<T, E>,
) -> Told<Vec<T>> {
    let parts = text.split(';').filter(|part| !part.trim().is_empty());
    parts.map(|part| figure(part, kind, &make)).collect()
}

fn shown_by_year(values: impl Iterator<Item = f64>, shown: fn(f64) -> String) -> String {
    values.map(shown).collect::<Vec<_>>().join("; ")
}

impl Field {
    /// What stands in the field, as a person would type it.
    pub fn shown(&self, state: &State) -> String {
        let setup = state.setup();
        match self {
            Self::Title => setup.title.to_string(),
            Self::LocalAuthority => setup.local_authority.to_string(),
            Self::Definition => setup
                .definition
                .as_ref()
                .map(|d| d.words.to_string())
                .unwrap_or_default(),
            Self::SelectionAccount => setup.selection.account.to_string(),
            Self::RootCauses => joined(&setup.root_causes),
            Self::Member(id) => {
                let member = setup.members.iter().find(|member| member.id == *id);
                member
                    .map(|member| member.detail.to_string())
                    .unwrap_or_default()
            }
            Self::Row(code, cell) => setup
                .provision(code)
                .map(|row| row_shown(row, *cell))
                .unwrap_or_default(),
            Self::Baseline(figure) => baseline_shown(&setup.baseline, *figure),
            Self::CaseNumber(id)
            | Self::File(id, _)
            | Self::FileList(id, _)
            | Self::AnnualCost(id)
            | Self::Reasoning(id)
            | Self::Condition(id, ..)
            | Self::Support(id, _)
            | Self::Dissent(id, _)
            | Self::Words(id, _)
            | Self::HeardOn(id, _)
            | Self::Attempt(id, ..)
            | Self::AskedOn(id, _) => state
                .case(id)
                .and_then(|case| self.shown_of(case))
                .unwrap_or_default(),
        }
    }

    fn shown_of(&self, case: &Case) -> Option<String> {
        Some(match self {
            Self::CaseNumber(id) => id.to_string(),
            Self::File(_, field) => case.file.text(*field).to_string(),
            Self::FileList(_, FileList::SecondaryNeeds) => joined(&case.file.secondary_needs),
            Self::FileList(_, FileList::DocumentsSeen) => joined(&case.file.documents_seen),
            Self::FileList(_, FileList::DocumentsMissing) => joined(&case.file.documents_missing),
            Self::AnnualCost(_) => shown(case.file.annual_cost?.get()),
            Self::Reasoning(_) => case.draft().reasoning.to_string(),
            Self::Condition(_, at, cell) => {
                let draft = case.draft();
                let condition = draft.conditions.get(*at)?;
                match cell {
                    ConditionField::What => condition.what.to_string(),
                    ConditionField::ByWhen => condition.by_when.to_string(),
                    ConditionField::OneOff => shown(condition.one_off?.get()),
                    ConditionField::Yearly => shown(condition.yearly?.get()),
                }
            }
            Self::Support(_, at) => shown(case.draft().support_costs.get(*at)?.per_year.get()),
            Self::Dissent(_, at) => case.draft().dissent.get(*at)?.words.to_string(),
            Self::Words(_, voice) => case.voice(*voice)?.words.to_string(),
            Self::HeardOn(_, voice) => case.voice(*voice)?.date?.in_words(),
            Self::AskedOn(_, voice) => case.voice(*voice)?.asked.as_ref()?.on.in_words(),
            Self::Attempt(_, voice, at, cell) => {
                let attempt = case.voice(*voice)?.attempts.get(*at)?;
                match cell {
                    AttemptField::On => attempt.on?.in_words(),
                    AttemptField::How => attempt.how.to_string(),
                    AttemptField::By => attempt.by.to_string(),
                }
            }
            _ => return None,
        })
    }

    /// The command that typed text becomes.
    ///
    /// # Errors
    /// What to tell the person beside the field, if the text cannot stand there.
    pub fn command(&self, state: &State, text: &str) -> Told<Command> {
        let setup = state.setup();
        let edit = match self {
            Self::Title => SetupEdit::Title(words(text)?),
            Self::LocalAuthority => SetupEdit::LocalAuthority(words(text)?),
            Self::Definition => SetupEdit::Definition(definition(setup, text)?),
            Self::SelectionAccount => {
                let account = words(text)?;
                SetupEdit::Selection(Selection {
                    account,
                    ..setup.selection.clone()
                })
            }
            Self::RootCauses => SetupEdit::RootCauses(lines(text)?),
            Self::Member(id) => {
                let member = setup.members.iter().find(|member| member.id == *id);
                let mut member = member
                    .cloned()
                    .ok_or("this member is no longer on the panel")?;
                member.detail = words(text)?;
                SetupEdit::PutMember(member)
            }
            Self::Row(code, cell) => {
                let row = setup.provision(code).cloned();
                let mut row = row.ok_or("this row is no longer in the table")?;
                set_row(&mut row, *cell, text)?;
                SetupEdit::PutProvision(row)
            }
            Self::Baseline(figure) => {
                let mut baseline = setup.baseline.clone();
                set_baseline(&mut baseline, *figure, text)?;
                SetupEdit::Baseline(Box::new(baseline))
            }
            _ => return self.case_command(state, text),
        };
        Ok(Command::Setup(edit))
    }

    fn case_command(&self, state: &State, text: &str) -> Told<Command> {
        let file = |id: &CaseId, edit| Command::EditCaseFile {
            case: id.clone(),
            edit,
        };
        let draft = |id: &CaseId, edit| Command::EditDraft {
            case: id.clone(),
            edit,
        };
        let voice = |id: &CaseId, voice: &VoiceId, edit| Command::EditVoice {
            case: id.clone(),
            voice: *voice,
            edit,
        };
        Ok(match self {
            Self::CaseNumber(id) => file(id, FileEdit::Id(told(CaseId::new(text))?)),
            Self::File(id, field) => file(id, FileEdit::Text(*field, words(text)?)),
            Self::FileList(id, field) => file(id, FileEdit::List(*field, lines(text)?)),
            Self::AnnualCost(id) => file(id, FileEdit::AnnualCost(pounds(text, PerChild::new)?)),
            Self::Reasoning(id) => draft(id, DraftEdit::Reasoning(words(text)?)),
            Self::Condition(id, at, cell) => {
                let mut conditions = form(state, id)?.conditions;
                let condition = conditions.get_mut(*at).ok_or("this condition is gone")?;
                set_condition(condition, *cell, text)?;
                draft(id, DraftEdit::Conditions(conditions))
            }
            Self::Support(id, at) => {
                let mut costs = form(state, id)?.support_costs;
                let cost = costs.get_mut(*at).ok_or("this support is gone")?;
                cost.per_year = figure(text, Kind::Money, PerChild::new)?;
                draft(id, DraftEdit::SupportCosts(costs))
            }
            Self::Dissent(id, at) => {
                let mut views = form(state, id)?.dissent;
                views.get_mut(*at).ok_or("this view is gone")?.words = words(text)?;
                draft(id, DraftEdit::Dissent(views))
            }
            Self::Words(id, v) => voice(id, v, VoiceEdit::Words(words(text)?)),
            Self::HeardOn(id, v) => voice(id, v, VoiceEdit::Date(optional_date(text)?)),
            Self::Attempt(id, v, at, cell) => {
                let mut attempts = heard(state, id, *v)?.attempts;
                set_attempt(
                    attempts.get_mut(*at).ok_or("this attempt is gone")?,
                    *cell,
                    text,
                )?;
                voice(id, v, VoiceEdit::Attempts(attempts))
            }
            Self::AskedOn(id, v) => {
                let asked = heard(state, id, *v)?
                    .asked
                    .ok_or("the parent has not been asked")?;
                let on = optional_date(text)?.ok_or("when was the parent asked?")?;
                Command::AskStance {
                    case: id.clone(),
                    voice: *v,
                    asked: Some((asked.stance, on)),
                }
            }
            _ => return Err("this field is gone".to_owned()),
        })
    }

    /// Whether text here may be kept while it is still being typed. Figures, dates and numbers of
    /// cases may not: half a figure is another figure.
    pub const fn keeps_while_typing(&self) -> bool {
        matches!(
            self,
            Self::Reasoning(_)
                | Self::Words(..)
                | Self::Dissent(..)
                | Self::File(..)
                | Self::Definition
                | Self::SelectionAccount
        )
    }
}

fn form(state: &State, id: &CaseId) -> Told<Draft> {
    let case = state
        .case(id)
        .ok_or("this case is no longer in the review")?;
    Ok(case.draft().into_owned())
}

fn heard(state: &State, id: &CaseId, voice: VoiceId) -> Told<Perspective> {
    let case = state
        .case(id)
        .ok_or("this case is no longer in the review")?;
    Ok(case
        .voice(voice)
        .ok_or("this voice is no longer there")?
        .clone())
}

fn optional_date(text: &str) -> Told<Option<crate::review::Date>> {
    if text.trim().is_empty() {
        Ok(None)
    } else {
        told(text.parse()).map(Some)
    }
}

fn definition(setup: &Setup, text: &str) -> Told<Option<Definition>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let agreed_on = setup
        .definition
        .as_ref()
        .and_then(|definition| definition.agreed_on);
    Ok(Some(Definition {
        words: words(text)?,
        agreed_on,
    }))
}

fn set_condition(condition: &mut Condition, cell: ConditionField, text: &str) -> Told<()> {
    match cell {
        ConditionField::What => condition.what = words(text)?,
        ConditionField::ByWhen => condition.by_when = words(text)?,
        ConditionField::OneOff => condition.one_off = pounds(text, Money::new)?,
        ConditionField::Yearly => condition.yearly = pounds(text, Money::new)?,
    }
    Ok(())
}

fn set_attempt(attempt: &mut Attempt, cell: AttemptField, text: &str) -> Told<()> {
    match cell {
        AttemptField::On => attempt.on = optional_date(text)?,
        AttemptField::How => attempt.how = words(text)?,
        AttemptField::By => attempt.by = words(text)?,
    }
    Ok(())
}

fn row_shown(row: &Provision, cell: RowField) -> String {
    match cell {
        RowField::Label => row.label.to_string(),
        RowField::Tier => row.tier.get().to_string(),
        RowField::Caseload => shown(row.caseload.get()),
        RowField::UnitCost => row.unit_cost.map(|c| shown(c.get())).unwrap_or_default(),
        RowField::AvoidableCost => row
            .avoidable_cost
            .map(|c| shown(c.get()))
            .unwrap_or_default(),
        RowField::Growth => shown_percent(row.growth.get()),
        RowField::TransitionShare => shown_percent(row.transition_share.get()),
        RowField::NewPlaces => {
            shown_by_year(row.new_places.iter().map(|places| places.get()), shown)
        }
    }
}

fn set_row(row: &mut Provision, cell: RowField, text: &str) -> Told<()> {
    match cell {
        RowField::Label => row.label = words(text)?,
        RowField::Tier => {
            let tier: u8 = text
                .trim()
                .parse()
                .map_err(|_| "a tier is a whole number, 0 to 23")?;
            row.tier = told(Tier::new(tier))?;
        }
        RowField::Caseload => row.caseload = figure(text, Kind::Count, Caseload::new)?,
        RowField::UnitCost => row.unit_cost = pounds(text, PerChild::new)?,
        RowField::AvoidableCost => row.avoidable_cost = pounds(text, PerChild::new)?,
        RowField::Growth => row.growth = figure(text, Kind::Rate, Growth::new)?,
        RowField::TransitionShare => row.transition_share = figure(text, Kind::Rate, Share::new)?,
        RowField::NewPlaces => row.new_places = by_year(text, Kind::Count, Places::new)?,
    }
    Ok(())
}

fn baseline_shown(baseline: &Baseline, field: BaselineField) -> String {
    let list = |values: &[Money]| shown_by_year(values.iter().map(|value| value.get()), shown);
    match field {
        BaselineField::BaseYear => baseline.base_year.to_string(),
        BaselineField::Horizon => baseline.horizon.years().to_string(),
        BaselineField::Inflation => shown_percent(baseline.inflation.get()),
        BaselineField::OtherSpend => shown(baseline.other_spend.get()),
        BaselineField::Allocation => shown(baseline.allocation.get()),
        BaselineField::AllocationGrowth => shown_by_year(
            baseline.allocation_growth.iter().map(|growth| growth.get()),
            shown_percent,
        ),
        BaselineField::OpeningBalance => shown(baseline.opening_balance.get()),
        BaselineField::Ramp => {
            shown_by_year(baseline.ramp.iter().map(|share| share.get()), shown_percent)
        }
        BaselineField::FirstYearShare => shown_percent(baseline.first_year_share.get()),
        BaselineField::Realisation => shown_percent(baseline.realisation.get()),
        BaselineField::Investment => list(&baseline.investment),
        BaselineField::Grant => list(&baseline.grant),
        BaselineField::AppealShare => shown_percent(baseline.appeal_share.get()),
        BaselineField::AppealLossShare => shown_percent(baseline.appeal_loss_share.get()),
    }
}

fn set_baseline(baseline: &mut Baseline, field: BaselineField, text: &str) -> Told<()> {
    match field {
        BaselineField::BaseYear => baseline.base_year = told(text.parse::<FinancialYear>())?,
        BaselineField::Horizon => {
            let years: u8 = text
                .trim()
                .parse()
                .map_err(|_| "a horizon is 1 to 10 years")?;
            baseline.horizon = told(Horizon::new(years))?;
        }
        BaselineField::Inflation => {
            baseline.inflation = figure(text, Kind::Rate, PriceGrowth::new)?
        }
        BaselineField::OtherSpend => baseline.other_spend = figure(text, Kind::Money, Money::new)?,
        BaselineField::Allocation => baseline.allocation = figure(text, Kind::Money, Money::new)?,
        BaselineField::AllocationGrowth => {
            baseline.allocation_growth = by_year(text, Kind::Rate, PriceGrowth::new)?;
        }
        BaselineField::OpeningBalance => {
            baseline.opening_balance = figure(text, Kind::Money, Money::new)?
        }
        BaselineField::Ramp => baseline.ramp = by_year(text, Kind::Rate, Share::new)?,
        BaselineField::FirstYearShare => {
            baseline.first_year_share = figure(text, Kind::Rate, Share::new)?
        }
        BaselineField::Realisation => baseline.realisation = figure(text, Kind::Rate, Share::new)?,
        BaselineField::Investment => baseline.investment = by_year(text, Kind::Money, Money::new)?,
        BaselineField::Grant => baseline.grant = by_year(text, Kind::Money, Money::new)?,
        BaselineField::AppealShare => baseline.appeal_share = figure(text, Kind::Rate, Share::new)?,
        BaselineField::AppealLossShare => {
            baseline.appeal_loss_share = figure(text, Kind::Rate, Share::new)?
        }
    }
    Ok(())
}
