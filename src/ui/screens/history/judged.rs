//! What an entry says of a judgement: what it was when it was recorded, what came with it from a
//! table, and whether anybody can still check it.

use crate::review::Timestamp;
use crate::review::case::Case;
use crate::review::command::ImportedCase;
use crate::review::judgement::{Answer, Ideal, Question};
use crate::review::part::Part;
use crate::review::text::{CaseId, sentence};
use crate::ui::happened::imported;
use crate::ui::view::View;

/// Whether the entry is of a case that a passage was taken out of later, so that nobody can check it.
pub fn rests(view: &View<'_>, number: u64, case: Option<&CaseId>) -> bool {
    let mut rests = view.outside.rests();
    rests.any(|(part, since)| {
        number < since && matches!((part, case), (Part::Case(id), Some(case)) if id == case)
    })
}

/// What a judgement said when it was recorded here: as it stood on the form then, or where that can
/// no longer be followed, as it stands now if nothing was recorded since.
pub fn recorded(view: &View<'_>, place: usize, id: &CaseId, at: Timestamp) -> String {
    let form = view.book.happened().recorded(place);
    if let Some(form) = form.filter(|form| form.is_known()) {
        let answers = Question::ALL.map(|question| (question, form.answer(question)));
        return judged(view, answers, form.ideal());
    }
    let judgement = view.review.case(id).and_then(Case::judgement);
    match judgement.filter(|judgement| judgement.last_changed.at == at) {
        Some(judgement) => {
            let answers = Question::ALL.map(|question| (question, Some(judgement.answer(question))));
            judged(view, answers, Some(&judgement.ideal))
        }
        None => "What it said then is not known: entries before it have lost their text, or cannot be followed".to_owned(),
    }
}

fn judged(
    view: &View<'_>,
    answers: [(Question, Option<Answer>); 3],
    ideal: Option<&Ideal>,
) -> String {
    let answers = answers.map(|(question, answer)| {
        let answer = answer.map_or("not answered", |answer| answer.label());
        format!("{}: {answer}", question.word())
    });
    let ideal = match ideal {
        Some(Ideal::Provision(code)) => view.review.setup().provision_name(code),
        Some(Ideal::CannotTell) => "cannot tell",
        None => "not answered",
    };
    format!("{}; the ideal: {ideal}", sentence(&answers.join("; ")))
}

/// Where one case is looked at, what came in with it.
pub fn imports(view: &View<'_>, at: usize, cases: &[ImportedCase]) -> Option<String> {
    let wanted = view.place.history.case.as_ref();
    let place = wanted.and_then(|id| view.book.happened().imported(at, id));
    let case = cases.get(place?)?;
    Some(imported(case, view.review.setup()))
}
