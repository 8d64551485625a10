//! What stood on the form of every case while its history went on, so that each time a judgement
//! was recorded it can be told what it said then: followed from the entries alone, and only as far
//! as the answers go.

use std::collections::{HashMap, HashSet};

use super::Child;
use crate::review::Command;
use crate::review::Review;
use crate::review::command::{DraftEdit, FileEdit, ImportedCase};
use crate::review::judgement::{Answer, Draft, Ideal, Question};
use crate::review::text::ProvisionCode;

/// The answers on a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    answers: [Option<Answer>; 3],
    ideal: Option<Ideal>,
    now_in: Option<ProvisionCode>,
    /// An entry that it would have to be followed through has lost its text.
    lost: bool,
}

impl Form {
    /// The answer to a question.
    pub fn answer(&self, question: Question) -> Option<Answer> {
        let of = Question::ALL.iter().zip(self.answers);
        of.filter(|(asked, _)| **asked == question)
            .find_map(|(_, answer)| answer)
    }

    /// The ideal.
    pub const fn ideal(&self) -> Option<&Ideal> {
        self.ideal.as_ref()
    }

    /// Whether all of it is known.
    pub fn is_known(&self) -> bool {
        !self.lost && self.answers.iter().all(Option::is_some)
    }

    fn edit(&mut self, edit: &DraftEdit) {
        match edit {
            DraftEdit::Answer(question, answer) => {
                let before = self.answer(*question);
                for (asked, here) in Question::ALL.iter().zip(&mut self.answers) {
                    if asked == question {
                        *here = *answer;
                    }
                }
                if *question == Question::Setting {
                    self.sees_the_setting(before, *answer);
                }
            }
            DraftEdit::Ideal(ideal) => self.ideal.clone_from(ideal),
            _ => {}
        }
    }

    /// As on the form itself: nobody has to say twice that the child is in the right place.
    fn sees_the_setting(&mut self, before: Option<Answer>, answer: Option<Answer>) {
        let here = self.now_in.clone().map(Ideal::Provision);
        if answer == Some(Answer::Ideal) {
            self.ideal = here;
        } else if before == Some(Answer::Ideal) && self.ideal == here {
            self.ideal = None;
        }
    }

    fn take(&mut self, draft: &Draft) {
        self.answers = Question::ALL.map(|question| draft.answer(question));
        self.ideal = draft.ideal.clone();
        self.lost = false;
    }
}

/// The forms of all cases, and what each entry took from them.
#[derive(Debug, Default)]
pub struct Forms {
    now: HashMap<Child, Form>,
    recorded: HashMap<Child, Form>,
    /// What stood on the forms before an entry that changed them, by its place.
    before: HashMap<usize, Vec<(Child, Form)>>,
    redacted: HashSet<u64>,
}

impl Forms {
    /// Before the first entry.
    pub fn of(review: &Review) -> Self {
        let redactions = review.history().redactions();
        let redacted = redactions.flat_map(|(redaction, _)| redaction.entries.iter().copied());
        Self {
            redacted: redacted.collect(),
            ..Self::default()
        }
    }

    /// What a case has on its form.
    pub fn form(&self, child: Child) -> Option<&Form> {
        self.now.get(&child)
    }

    /// A command is carried out at this place of the history, on these cases.
    pub fn follow(&mut self, at: usize, command: &Command, children: &[Child]) {
        if let Some(cases) = command.imported() {
            for (case, child) in cases.iter().zip(children) {
                self.change(at, *child, |form, _| imported(form, case));
            }
            return;
        }
        let Some(child) = children.first() else {
            return;
        };
        match command {
            Command::AddCase(file) => self.change(at, *child, |form, _| {
                *form = Form {
                    now_in: Some(file.current_provision.clone()),
                    ..Form::default()
                };
            }),
            Command::EditCaseFile {
                edit: FileEdit::CurrentProvision(code),
                ..
            } => self.change(at, *child, |form, _| form.now_in = Some(code.clone())),
            Command::EditDraft { edit, .. } => {
                self.change(at, *child, |form, _| form.edit(edit));
            }
            Command::Record(_) => {
                if let Some(form) = self.now.get(child) {
                    self.recorded.insert(*child, form.clone());
                }
            }
            Command::DiscardChanges(_) => self.change(at, *child, |form, recorded| {
                if let Some(recorded) = recorded {
                    form.clone_from(recorded);
                }
            }),
            _ => {}
        }
    }

    /// What was done at this place is taken back.
    pub fn take_back(&mut self, at: usize) {
        for (child, form) in self.before.remove(&at).unwrap_or_default() {
            self.now.insert(child, form);
        }
    }

    /// The text of this entry is gone. A text that was typed on the form has no part in the
    /// answers; of anything else nobody knows.
    pub fn lose(&mut self, number: u64, kind: &str, children: &[Child]) {
        let only_text = matches!(
            kind,
            "judgement on the form" | "case file changed" | "parent perspective"
        );
        if only_text && self.redacted.contains(&number) {
            return;
        }
        for child in children {
            self.now.entry(*child).or_default().lost = true;
        }
    }

    fn change(&mut self, at: usize, child: Child, how: impl FnOnce(&mut Form, Option<&Form>)) {
        let form = self.now.entry(child).or_default();
        self.before
            .entry(at)
            .or_default()
            .push((child, form.clone()));
        how(form, self.recorded.get(&child));
    }
}

fn imported(form: &mut Form, case: &ImportedCase) {
    form.now_in = Some(case.file.current_provision.clone());
    form.take(&case.draft);
}
