//! The figures on the screen: computed in one place, off the window's thread, keyed by the
//! review's revision. While new ones are computed the old ones stay, marked "updating"; a newer
//! change cancels an older computation.

mod change;
mod explained;
mod sure;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use crate::projection::{Draws, Inputs, Projection, Ranged, Sampler, Scenario, project_with};
use crate::review::case::{Standing, Status};
use crate::review::state::State;
use crate::review::text::CaseId;
use crate::review::{Act, Review, Salt, Snapshot, Timestamp, Via};

pub use change::{Cause, Change, Happened};
pub use sure::{Sureness, Weighing};

/// How long a frame may wait for new figures before it shows the old ones once more.
const PATIENCE: Duration = Duration::from_millis(12);

/// What the screens read.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The projection; `None` before the first is computed.
    pub projection: Option<Arc<Projection>>,
    /// What it was computed from.
    inputs: Option<Arc<Inputs>>,
    explained: explained::Explained,
    /// The last change of what counts since the review was opened.
    pub change: Option<Change>,
    /// What recording the case on the screen would do, if its draft could be recorded.
    pub preview: Option<Preview>,
    /// What is told of the projection's single draws, once they have been asked for.
    pub sure: Option<Sureness>,
    /// Whether newer ones are being computed.
    pub updating: bool,
}

/// What recording the draft on the screen would do (the one place where a draft has a figure).
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The case.
    pub case: CaseId,
    /// The panel's saving over the horizon if it were recorded, £.
    pub saving: Ranged,
    /// Counted cases then.
    pub counted: usize,
    /// Years of the horizon.
    pub horizon: usize,
    /// Whether what the case would be worth is known; where it is not, it is not in the saving.
    pub priced: bool,
    /// Whether any saving is known at all: where no move has a known value, nought means nothing.
    pub any_priced: bool,
}

struct Job {
    number: u64,
    /// Which open review this is: revisions of two reviews are not to be mixed up.
    sitting: u64,
    revision: u64,
    review: Snapshot,
    case: Option<CaseId>,
    /// Whether single draws are looked at.
    sure: bool,
}

/// What the thread tells, with the number of the job.
type Told = (u64, News);

enum News {
    Figures(Answer),
    /// After the figures, so that they do not wait for it.
    Sure(Sureness),
}

struct Answer {
    inputs: Arc<Inputs>,
    projection: Arc<Projection>,
    change: Option<Change>,
    preview: Option<Preview>,
}

/// Computes figures on a thread of its own.
pub struct Calculator {
    jobs: Sender<Job>,
    answers: Receiver<Told>,
    /// The newest job: whoever computes an older one stops.
    newest: Arc<AtomicU64>,
    sitting: u64,
    asked_for: Option<(u64, Option<CaseId>)>,
    /// Whether single draws were asked for with it.
    asked_sure: bool,
    figures: Figures,
}

impl Calculator {
    /// Starts the thread. `wake` is called when an answer is there; `draws` is the number of draws
    /// of a projection (model.md §6).
    pub fn start(draws: usize, wake: impl Fn() + Send + 'static) -> Self {
        let (jobs, work) = channel::<Job>();
        let (tell, answers) = channel();
        let newest = Arc::new(AtomicU64::new(0));
        let current = Arc::clone(&newest);
        let run = move || {
            let mut desk = Desk {
                draws,
                sampler: Sampler::new(),
                last: None,
            };
            while let Ok(job) = work.recv() {
                let number = job.number;
                let stop = || current.load(Ordering::Relaxed) != number;
                desk.carry_out(&job, &stop, &|news| {
                    // Nobody listens once the window is gone.
                    if tell.send((number, news)).is_ok() {
                        wake();
                    }
                });
            }
        };
        if let Err(error) = std::thread::Builder::new()
            .name("figures".to_owned())
            .spawn(run)
        {
            log::error!("no thread for the projection: {error}");
        }
        Self {
            jobs,
            answers,
            newest,
            sitting: 0,
            asked_for: None,
            asked_sure: false,
            figures: Figures::default(),
        }
    }

    /// What to show now.
    pub const fn figures(&self) -> &Figures {
        &self.figures
    }

    /// Asks for the figures of this review if they are not those that were asked for last, with
    /// what is told of single draws if somebody looks at them, and takes what has been computed.
    /// Whether other figures have taken the place of those that were shown. To be called once a
    /// frame, before the views.
    pub fn update(&mut self, review: &Review, case: Option<&CaseId>, sure: bool) -> bool {
        let key = (review.revision(), case.cloned());
        let others = self.asked_for.as_ref() != Some(&key);
        let mut patience = Duration::ZERO;
        if others || sure && !self.asked_sure {
            let number = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
            let job = Job {
                number,
                sitting: self.sitting,
                revision: review.revision(),
                review: review.snapshot(),
                case: case.cloned(),
                sure,
            };
            if self.jobs.send(job).is_ok() {
                self.figures.updating |= others;
            } else {
                // Nobody computes any more: old figures would pass for those of this review.
                self.figures = Figures::default();
            }
            self.asked_for = Some(key);
            self.asked_sure = sure;
            patience = PATIENCE;
        }
        let mut changed = false;
        loop {
            let waits = self.figures.updating || sure && self.figures.sure.is_none();
            let patience = if waits { patience } else { Duration::ZERO };
            let Ok((number, news)) = self.answers.recv_timeout(patience) else {
                return changed;
            };
            if number == self.newest.load(Ordering::Relaxed) {
                changed |= self.take(news);
            }
        }
    }

    /// Whether other figures have taken the place of those that were shown.
    fn take(&mut self, news: News) -> bool {
        let answer = match news {
            News::Figures(answer) => answer,
            News::Sure(sure) => {
                self.figures.sure = Some(sure);
                return false;
            }
        };
        let shown = self.figures.projection.as_ref();
        let same = shown.is_some_and(|shown| *shown == answer.projection);
        let changed = shown.is_some() && !same;
        self.figures = Figures {
            projection: Some(answer.projection),
            inputs: Some(answer.inputs),
            explained: explained::Explained::default(),
            change: answer.change,
            preview: answer.preview,
            sure: self.figures.sure.take().filter(|_| same),
            updating: false,
        };
        changed
    }

    /// Forgets everything: another review is open.
    pub fn forget(&mut self) {
        self.newest.fetch_add(1, Ordering::Relaxed);
        self.sitting += 1;
        self.asked_for = None;
        self.figures = Figures::default();
    }
}

/// Where figures are computed.
struct Desk {
    draws: usize,
    sampler: Sampler,
    last: Option<Known>,
}

/// The newest projection, what it was computed from, and what was before.
#[derive(Clone)]
struct Known {
    sitting: u64,
    revision: u64,
    inputs: Arc<Inputs>,
    projection: Arc<Projection>,
    change: Option<Change>,
    sure: Option<Sureness>,
}

impl Desk {
    /// The figures first; then, if somebody looks at single draws, what is told of them.
    fn carry_out(&mut self, job: &Job, stop: &dyn Fn() -> bool, tell: &dyn Fn(News)) {
        let Some(answer) = self.answer(job, stop) else {
            return;
        };
        tell(News::Figures(answer));
        if job.sure && !stop() {
            self.sure(stop, tell);
        }
    }

    fn sure(&mut self, stop: &dyn Fn() -> bool, tell: &dyn Fn(News)) {
        let Some(known) = &mut self.last else {
            return;
        };
        if known.sure.is_none() {
            let begun = Sureness::begun(&known.inputs, &known.projection);
            tell(News::Sure(begun.clone()));
            let (inputs, projection) = (&known.inputs, &known.projection);
            known.sure = begun.whole(&mut self.sampler, inputs, projection, stop);
        }
        if let Some(sure) = &known.sure {
            tell(News::Sure(sure.clone()));
        }
    }

    fn answer(&mut self, job: &Job, stop: &dyn Fn() -> bool) -> Option<Answer> {
        let known = self.known(job, stop)?;
        let preview = match &job.case {
            Some(case) => self.preview(&job.review, case, stop)?,
            None => None,
        };
        Some(Answer {
            inputs: known.inputs,
            projection: known.projection,
            change: known.change,
            preview,
        })
    }

    /// The projection of this job's review, computed if its revision is new.
    fn known(&mut self, job: &Job, stop: &dyn Fn() -> bool) -> Option<Known> {
        let (sitting, revision) = (job.sitting, job.revision);
        // What another review was is forgotten.
        self.last = self.last.take().filter(|last| last.sitting == sitting);
        if let Some(known) = self.last.as_ref().filter(|last| last.revision == revision) {
            return Some(known.clone());
        }
        let inputs = inputs_of(&job.review.state);
        let projection = Arc::new(self.project(&job.review.state, &inputs, stop)?);
        let change = self.last.as_ref().and_then(|last| {
            let new = Cause::between(&last.inputs, &inputs).map(|cause| Change {
                cause,
                before: Arc::clone(&last.projection),
            });
            new.or_else(|| last.change.clone())
        });
        let known = Known {
            sitting,
            revision,
            inputs: Arc::new(inputs),
            projection,
            change,
            sure: None,
        };
        self.last = Some(known.clone());
        Some(known)
    }

    fn project(
        &mut self,
        state: &State,
        inputs: &Inputs,
        stop: &dyn Fn() -> bool,
    ) -> Option<Projection> {
        let draws = Draws {
            count: self.draws,
            seed: state.setup().seed,
        };
        project_with(&mut self.sampler, inputs, draws, stop)
    }

    /// `None` if it was stopped; `Some(None)` if there is nothing to show.
    fn preview(
        &mut self,
        review: &Snapshot,
        id: &CaseId,
        stop: &dyn Fn() -> bool,
    ) -> Option<Option<Preview>> {
        let waits_to_be_recorded = review
            .state
            .case(id)
            .is_some_and(|case| match case.standing {
                Standing::Draft(_) => case.status() == Status::ReadyToRecord,
                Standing::Recorded { ref changes, .. } => changes.is_some(),
            });
        if !waits_to_be_recorded {
            return Some(None);
        }
        // Through the gate, on a copy: what it would refuse has no figure.
        let act = Act {
            at: Timestamp::EPOCH,
            via: Via::Typed,
            money_visible: true,
            salt: Salt::default(),
        };
        let Ok(state) = review.recorded(id, act) else {
            return Some(None);
        };
        let inputs = inputs_of(&state);
        let projection = self.project(&state, &inputs, stop)?;
        Some(projection.scenario(Scenario::Panel).map(|panel| Preview {
            case: id.clone(),
            saving: panel.total_saving,
            counted: projection.counted,
            horizon: projection.horizon,
            priced: !projection.unpriced.contains(id),
            any_priced: projection.is_priced(),
        }))
    }
}

fn inputs_of(state: &State) -> Inputs {
    let cases = state.cases().iter().map(AsRef::as_ref);
    Inputs::of(state.setup(), cases)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::project;
    use crate::ui::samples::Sample;

    #[test]
    fn old_figures_do_not_stay_where_nobody_computes_any_more() {
        let review = Sample::WestMarsh.open().unwrap().review;
        let draws = Draws {
            count: 100,
            seed: 1,
        };
        let inputs = Inputs::of(review.setup(), review.cases());
        let (jobs, _) = channel();
        let (_, answers) = channel();
        let mut calculator = Calculator {
            jobs,
            answers,
            newest: Arc::new(AtomicU64::new(0)),
            sitting: 0,
            asked_for: None,
            asked_sure: false,
            figures: Figures {
                projection: Some(Arc::new(project(&inputs, draws))),
                ..Figures::default()
            },
        };
        calculator.update(&review, None, false);
        let figures = calculator.figures();
        assert!(figures.projection.is_none() && !figures.updating);
    }
}
