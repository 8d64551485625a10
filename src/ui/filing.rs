//! Keeping the case files in order: beginning one, one like another, another place in the list,
//! put aside. What each says when it is done names what an undo takes back.

use crate::review::case_file::CaseFile;
use crate::review::history::Digest;
use crate::review::text::{CaseId, ProvisionCode};
use crate::review::{Command, Review};

/// A case file that is about to begin: it does when number and provision are there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCase {
    /// Its number, as typed.
    pub number: String,
    /// Where the child is now; nobody has chosen for them.
    pub provision: Option<ProvisionCode>,
}

impl NewCase {
    /// With the next number that is free.
    pub fn of(review: &Review) -> Self {
        let number = free_number(review, "C01").map(|id| id.to_string());
        Self {
            number: number.unwrap_or_default(),
            provision: None,
        }
    }

    /// What is wrong with the number, if something is.
    pub fn wrong(&self, review: &Review) -> Option<String> {
        if self.number.trim().is_empty() {
            return None;
        }
        match CaseId::new(self.number.trim()) {
            Err(refusal) => Some(refusal.to_string()),
            Ok(id) if review.state().has_number(&id) => {
                Some(format!("there is a case {id} already"))
            }
            Ok(_) => None,
        }
    }

    /// The case file, if all is there that one needs to begin.
    pub fn file(&self, review: &Review) -> Option<CaseFile> {
        let id = CaseId::new(self.number.trim()).ok()?;
        let free = !review.state().has_number(&id);
        let provision = self.provision.clone()?;
        free.then(|| CaseFile::new(id, provision))
    }
}

/// How far somebody is on the pages about case files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filing {
    /// The case file that is about to begin.
    pub new: Option<NewCase>,
    /// Whether the cases that were put aside are shown.
    pub aside_shown: bool,
    /// Whether the passages that were looked at and kept are shown.
    pub kept_shown: bool,
}

/// What a person wants of the case files.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// The cases that were put aside are shown, or hidden.
    ShowAside(bool),
    /// The passages that were looked at and kept are shown, or hidden.
    ShowKept(bool),
    /// The number of the case file that is about to begin, as typed.
    Number(String),
    /// Where the child of the case file that is about to begin is now.
    Provision(Option<ProvisionCode>),
    /// The case file that was about to begin does not.
    Leave,
    /// Begin a case file.
    New,
    /// It is all there.
    Begin,
    /// One like this, without parents and judgement.
    Duplicate(CaseId),
    /// So many places on in the list.
    Move(CaseId, isize),
    /// Put it aside.
    PutAside(CaseId),
    /// Bring it back.
    BringBack(CaseId),
    /// Take it out of the review.
    TakeOut(CaseId),
    /// Take back what this entry was the last of, so many steps.
    TakeBack(Digest, usize),
    /// Copy pages for parents.
    Copy(Pages),
    /// Save pages for parents, to print.
    Save(Pages),
}

/// Pages for parents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pages {
    /// The questions, for one case.
    Sheet(CaseId),
    /// The questions, for all cases whose parents can still be asked.
    Sheets,
    /// What the panel found, for the parents of one case.
    Back(CaseId),
    /// The same for all cases that have been judged.
    Backs,
}

impl Pages {
    /// What the file is called that holds them.
    pub fn file_name(&self) -> String {
        match self {
            Self::Sheet(id) => format!("Questions for the parents of {id}.html"),
            Self::Sheets => "Questions for parents.html".to_owned(),
            Self::Back(id) => format!("Page back to the parents of {id}.html"),
            Self::Backs => "Pages back to parents.html".to_owned(),
        }
    }
}

/// The next number that no case has, in the dress of this one: after "C028" comes "C029".
pub fn free_number(review: &Review, like: &str) -> Option<CaseId> {
    let digits = like.len() - like.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (dress, number) = like.split_at(like.len() - digits);
    let first: usize = number.parse().unwrap_or(1);
    let (dress, width) = match digits {
        0 => (format!("{like}-"), 1),
        digits => (dress.to_owned(), digits),
    };
    (first..)
        .take(20_000)
        .filter_map(|number| CaseId::new(format!("{dress}{number:0width$}")).ok())
        .find(|id| !review.state().has_number(id))
}

/// The case file of this case under another number.
pub fn duplicate(review: &Review, of: &CaseId) -> Option<CaseFile> {
    let id = free_number(review, of.as_str())?;
    let file = review.case(of)?.file.clone();
    Some(CaseFile { id, ..file })
}

/// The command that moves a case so many places on; `None` where it stands at that end.
pub fn moved(review: &Review, case: &CaseId, by: isize) -> Option<Command> {
    let ids: Vec<&CaseId> = review.cases().map(|case| case.id()).collect();
    let at = ids.iter().position(|id| *id == case)?;
    let to = at.checked_add_signed(by).filter(|to| *to < ids.len())?;
    // It is taken out of the list before it is put in again.
    let before = if by > 0 { to + 1 } else { to };
    Some(Command::MoveCase {
        case: case.clone(),
        before: ids.get(before).map(|id| (*id).clone()),
    })
}
