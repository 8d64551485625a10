//! How each command changes the state, and undo. Deterministic: the same commands give the same
//! state, which is how a saved file is checked against its history.

use std::sync::Arc;

use super::case::{Case, Standing};
use super::command::{Command, FileEdit, SetupEdit};
use super::edits;
use super::ratings::Correction;
use super::recording::{Moment, Note, push_case, record};
use super::refusal::Refusal;
use super::setup::{MoneyRule, Setup};
use super::state::{State, case_violations, codes, setup_violations};
use super::text::CaseId;
use super::{import, rating, remarks, voices};

/// How many changes can be undone.
pub(super) const UNDO_DEPTH: usize = 500;

/// The state with what can be undone.
#[derive(Clone, Debug)]
pub(super) struct Machine {
    pub(super) state: State,
    pub(super) sealed: bool,
    past: Vec<Change>,
    future: Vec<Change>,
    /// The cases that the last undo or redo copied, to keep what was shown of the law.
    carried: Vec<Arc<Case>>,
}

#[derive(Clone, Debug)]
struct Change {
    kind: &'static str,
    before: State,
    after: State,
}

impl Machine {
    pub(super) const fn new(state: State, sealed: bool) -> Self {
        Self {
            state,
            sealed,
            past: Vec::new(),
            future: Vec::new(),
            carried: Vec::new(),
        }
    }

    /// What undo would take back.
    pub(super) fn undoable(&self) -> Option<&'static str> {
        self.past.last().map(|change| change.kind)
    }

    /// What redo would do again.
    pub(super) fn redoable(&self) -> Option<&'static str> {
        self.future.last().map(|change| change.kind)
    }

    /// Forgets what could be undone or done again.
    pub(super) fn forget(&mut self) {
        self.past.clear();
        self.future.clear();
    }

    /// Goes back or forth to a state, and gives the one that it left. What was remarked in between
    /// happened all the same.
    fn go_to(&mut self, state: State) -> State {
        let from = std::mem::replace(&mut self.state, state);
        self.carried = remarks::carry_law_shown(&from, &mut self.state);
        from
    }

    /// The cases that the last undo or redo copied; asked again, none.
    pub(super) fn take_carried(&mut self) -> Vec<Arc<Case>> {
        std::mem::take(&mut self.carried)
    }

    /// Applies a command. `Ok(None)` if it changes nothing.
    pub(super) fn step(
        &mut self,
        command: &Command,
        moment: Moment,
    ) -> Result<Option<Vec<Note>>, Refusal> {
        match command {
            Command::Continue(_) => {
                if !std::mem::take(&mut self.sealed) {
                    return Err(Refusal::NotSealed);
                }
                Ok(Some(Vec::new()))
            }
            _ if self.sealed => Err(Refusal::Sealed),
            Command::Seal => {
                self.sealed = true;
                self.forget();
                Ok(Some(Vec::new()))
            }
            Command::Undo => {
                let mut change = self.past.pop().ok_or(Refusal::NothingToUndo)?;
                change.after = self.go_to(change.before.clone());
                self.future.push(change);
                Ok(Some(Vec::new()))
            }
            Command::Redo => {
                let mut change = self.future.pop().ok_or(Refusal::NothingToRedo)?;
                change.before = self.go_to(change.after.clone());
                self.past.push(change);
                Ok(Some(Vec::new()))
            }
            _ => {
                let mut after = self.state.clone();
                let notes = change(&mut after, command, moment)?;
                if after == self.state {
                    return Ok(None);
                }
                if command.is_remark() {
                    self.state = after;
                    return Ok(Some(notes));
                }
                let before = std::mem::replace(&mut self.state, after.clone());
                self.future.clear();
                if command.is_reveal() || shows_money(&before, &after) {
                    self.past.clear();
                } else {
                    if self.past.len() == UNDO_DEPTH {
                        self.past.remove(0);
                    }
                    self.past.push(Change {
                        kind: command.kind(),
                        before,
                        after,
                    });
                }
                Ok(Some(notes))
            }
        }
    }
}

/// Whether money that was locked is on the screen from now on.
fn shows_money(before: &State, after: &State) -> bool {
    let is_locked = |state: &State| state.setup().money == Some(MoneyRule::Locked);
    is_locked(before) && !is_locked(after)
}

/// Changes the state as the command says, or not at all.
fn change(state: &mut State, command: &Command, moment: Moment) -> Result<Vec<Note>, Refusal> {
    match command {
        Command::Create(_) => Err(Refusal::AlreadyBegun),
        // Handled by `step`.
        Command::Undo | Command::Redo | Command::Seal | Command::Continue(_) => Ok(Vec::new()),
        Command::Redact(_) => Err(Refusal::PassageNotGiven),
        Command::KeepUntil(date) => {
            state.keep_until = *date;
            Ok(Vec::new())
        }
        Command::Setup(edit) => {
            change_setup(state, edit)?;
            Ok(Vec::new())
        }
        Command::AddCase(file) => {
            add_case(state, Case::new(file.as_ref().clone())).map(|()| Vec::new())
        }
        Command::RemoveCase(id) => {
            let at = position(state, id)?;
            Arc::make_mut(&mut state.cases).remove(at);
            Ok(Vec::new())
        }
        Command::Archive(id) => {
            let at = position(state, id)?;
            let case = Arc::make_mut(&mut state.cases).remove(at);
            Arc::make_mut(&mut state.archived).push(case);
            Ok(Vec::new())
        }
        Command::Restore(id) => {
            let at = state.archived.iter().position(|case| case.id() == id);
            let at = at.ok_or_else(|| Refusal::NotPutAside(id.clone()))?;
            let case = Arc::make_mut(&mut state.archived).remove(at);
            Arc::make_mut(&mut state.cases).push(case);
            Ok(Vec::new())
        }
        Command::MoveCase { case, before } => {
            let from = position(state, case)?;
            let to = before.as_ref().map(|before| position(state, before));
            let to = to.transpose()?.unwrap_or(state.cases.len());
            let cases = Arc::make_mut(&mut state.cases);
            let moved = cases.remove(from);
            cases.insert(if from < to { to - 1 } else { to }, moved);
            Ok(Vec::new())
        }
        Command::Import(cases) => import::import(state, cases, moment),
        Command::ImportTables {
            provisions,
            baseline,
            cases,
        } => {
            // The codes of the table that comes in are those that its cases name.
            if let Some(rows) = provisions {
                change_setup(state, &SetupEdit::Provisions(rows.clone()))?;
            }
            if let Some(baseline) = baseline {
                change_setup(state, &SetupEdit::Baseline(baseline.clone()))?;
            }
            import::import(state, cases, moment)
        }
        Command::EditCaseFile { case, edit } => {
            if let FileEdit::Id(new) = edit
                && new != case
                && state.has_number(new)
            {
                return Err(Refusal::CaseExists(new.clone()));
            }
            on_case(state, case, |case, _| {
                edits::file(&mut case.file, edit);
                Ok(())
            })
        }
        Command::Rate {
            case,
            member,
            rating,
        } => on_case(state, case, |case, setup| {
            rating::rate(case, setup, *member, rating)
        }),
        Command::Unrate { case, member } => {
            on_case(state, case, |case, _| rating::unrate(case, *member))
        }
        Command::SkipRating { case, skip } => {
            on_case(state, case, |case, _| rating::skip(case, *skip))
        }
        Command::RevealRatings(case) => {
            on_case(state, case, |case, _| rating::reveal(case, moment.at))
        }
        Command::CorrectRating {
            case,
            member,
            rating,
            reason,
        } => on_case(state, case, |case, _| {
            let correction = Correction {
                rating: rating.clone(),
                reason: reason.clone(),
                at: moment.at,
            };
            rating::correct(case, *member, correction)
        }),
        Command::EditVoice { case, voice, edit } => {
            on_case(state, case, |case, _| voices::edit(case, *voice, edit))
        }
        Command::RemoveVoice { case, voice } => {
            on_case(state, case, |case, _| voices::remove(case, *voice))
        }
        Command::AskStance { case, voice, asked } => {
            on_case(state, case, |case, _| voices::ask(case, *voice, *asked))
        }
        Command::RedateStance { case, voice, on } => {
            on_case(state, case, |case, _| voices::redate(case, *voice, *on))
        }
        Command::EditDraft { case, edit } => on_case(state, case, |case, _| {
            let mut draft = case.draft().into_owned();
            edits::draft(&mut draft, edit, &case.file.current_provision);
            match &mut case.standing {
                Standing::Draft(kept) => *kept = draft,
                Standing::Recorded { judgement, changes } => {
                    *changes = (draft != judgement.to_draft()).then_some(draft);
                }
            }
            Ok(())
        }),
        Command::Record(case) => on_case(state, case, |case, setup| record(case, setup, moment)),
        Command::DiscardChanges(case) => on_case(state, case, |case, _| match &mut case.standing {
            Standing::Recorded { changes, .. } => {
                *changes = None;
                Ok(())
            }
            Standing::Draft(_) => Err(Refusal::NothingRecorded(case.id().clone())),
        }),
        Command::Reopen(case) => on_case(state, case, |case, _| {
            if case.judgement().is_none() {
                return Err(Refusal::NothingRecorded(case.id().clone()));
            }
            case.standing = Standing::Draft(case.draft().into_owned());
            Ok(())
        }),
        Command::RevealMoney(case) => on_case(state, case, |case, setup| {
            if setup.money != Some(MoneyRule::Locked) {
                return Err(Refusal::MoneyNotLocked);
            }
            case.money_revealed = true;
            Ok(())
        }),
        Command::Except {
            case,
            member,
            present,
        } => on_case(state, case, |case, _| {
            remarks::except(case, *member, *present);
            Ok(())
        }),
        Command::Practice { case, practice } => on_case(state, case, |case, _| {
            case.practice = *practice;
            Ok(())
        }),
        Command::Park { case, parked } => on_case(state, case, |case, _| {
            case.parked = *parked;
            Ok(())
        }),
        Command::EditNote { case, note, edit } => on_case(state, case, |case, _| {
            remarks::edit_note(case, *note, edit, moment.at)
        }),
        Command::RemoveNote { case, note } => {
            on_case(state, case, |case, _| remarks::remove_note(case, *note))
        }
        Command::Word { case, wording } => {
            on_case(state, case, |case, _| remarks::word(case, wording.as_ref()))
        }
        Command::LawShown { case, note } => on_case(state, case, |case, _| {
            remarks::law_shown(case, *note, moment.at);
            Ok(())
        }),
    }
}

fn position(state: &State, id: &CaseId) -> Result<usize, Refusal> {
    state
        .place_of(id)
        .ok_or_else(|| match state.has_number(id) {
            true => Refusal::PutAside(id.clone()),
            false => Refusal::NoSuchCase(id.clone()),
        })
}

/// Changes one case, then applies the first principle to it and checks that it may be so.
fn on_case(
    state: &mut State,
    id: &CaseId,
    edit: impl FnOnce(&mut Case, &Setup) -> Result<(), Refusal>,
) -> Result<Vec<Note>, Refusal> {
    let at = position(state, id)?;
    let cases = Arc::make_mut(&mut state.cases);
    let Some(shared) = cases.get_mut(at) else {
        return Err(Refusal::NoSuchCase(id.clone()));
    };
    let mut case = shared.as_ref().clone();
    edit(&mut case, &state.setup)?;
    let lacks = case.settle();
    if let Some(why) = case_violations(&case, &state.setup).into_iter().next() {
        return Err(why);
    }
    // An unchanged case stays the same shared one, so that comparing states is quick.
    if case != **shared {
        *shared = Arc::new(case);
    }
    Ok(lacks
        .map(|lacks| Note::DraftAgain(id.clone(), lacks))
        .into_iter()
        .collect())
}

fn add_case(state: &mut State, case: Case) -> Result<(), Refusal> {
    if state.has_number(case.id()) {
        return Err(Refusal::CaseExists(case.id().clone()));
    }
    push_case(state, case)
}

fn change_setup(state: &mut State, edit: &SetupEdit) -> Result<(), Refusal> {
    let mut setup = state.setup.as_ref().clone();
    edits::setup(&mut setup, edit)?;
    if setup == *state.setup {
        return Ok(());
    }
    if let Some(violation) = setup_violations(&setup).into_iter().next() {
        return Err(violation.why);
    }
    for case in state.every_case() {
        check_against(case, edit, &setup)?;
    }
    state.setup = Arc::new(setup);
    Ok(())
}

/// Whether a case still stands after a change to the setup.
fn check_against(case: &Case, edit: &SetupEdit, setup: &Setup) -> Result<(), Refusal> {
    match edit {
        SetupEdit::RemoveProvision(_) | SetupEdit::Provisions(_) => {
            match codes(case).find(|code| setup.provision(code).is_none()) {
                None => Ok(()),
                Some(code) => Err(Refusal::ProvisionInUse {
                    code,
                    used_by: format!("case {}", case.id()),
                }),
            }
        }
        SetupEdit::RemoveMember(member)
            if case
                .ratings
                .given
                .iter()
                .any(|rating| rating.member == *member) =>
        {
            Err(Refusal::MemberHasRated(case.id().clone()))
        }
        SetupEdit::RemoveMember(member)
            if case.exceptions.iter().any(|one| one.member == *member) =>
        {
            Err(Refusal::MemberExcepted(case.id().clone()))
        }
        SetupEdit::Definition(None) if case.judgement().is_some() => Err(Refusal::DefinitionInUse),
        SetupEdit::Money(MoneyRule::Locked)
            if case.judgement().is_some_and(|judgement| {
                [judgement.first_recorded, judgement.last_changed]
                    .iter()
                    .any(|stamp| stamp.money_visible == Some(true))
            }) =>
        {
            Err(Refusal::MoneySeen)
        }
        _ => Ok(()),
    }
}
