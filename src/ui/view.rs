//! What a view may see, and the only two things it may do: note typed text and say what a person
//! wants.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Align, Id, Rect, Response, Ui};

use super::about_file::AboutFile;
use super::asked::{Ask, Asked};
use super::book::Book;
use super::cases::{Listed, Listing};
use super::drafts::Drafts;
use super::drawing::Drawing;
use super::edits::CaseEdit;
use super::fields::Field;
use super::figures::Figures;
use super::filing::{Filing, Pages};
use super::happened::Sifting;
use super::identifying;
use super::intent::{Intent, PrepareTab};
use super::outside::Outside;
use super::pace::Pace;
use super::prepared::Prepared;
use super::rating::RatingPlace;
use super::remembered::Forgetting;
use super::scene::{Scene, Step};
use super::taking_out::{Found, TakingOut};
use super::unfolded::Unfolded;
use super::widgets::field as widget;
use super::widgets::notice::{Kind, Notice};
use crate::review::case::{Case, Status};
use crate::review::command::{Command, DraftEdit, VoiceEdit};
use crate::review::complete::Missing;
use crate::review::perspective::VoiceId;
use crate::review::setup::MoneyRule;
use crate::review::text::{CaseId, grouped};
use crate::review::{Date, Mode, Review, bounds};
use crate::services::Services;

/// Where in the review somebody is.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The case on the review screen.
    pub case: Option<CaseId>,
    /// The step of the case.
    pub step: Step,
    /// How far somebody is in rating.
    pub rating: RatingPlace,
    /// The scene on the wall, while it is room view that is shown.
    pub room: Option<Scene>,
    /// Which of the parents' voices is shown; `None` = the first.
    pub voice: Option<VoiceId>,
    /// Which part of *Prepare* is shown.
    pub prepare: PrepareTab,
    /// What is unfolded there and on the review screen.
    pub unfolded: Unfolded,
    /// The time on the cases since this window opened.
    pub pace: Pace,
    /// Whether what members said of "ideal" is hidden while others speak.
    pub hide_said: bool,
    /// Cases that are being drawn from a list.
    pub drawing: Drawing,
    /// Whether the projection is folded away, where there is room for it at the side.
    pub projection_folded: bool,
    /// Whether the line that stands for it in a narrow window has been opened.
    pub projection_opened: bool,
    /// Which figure is asked how it came about, instead of the projection.
    pub asked: Asked,
    /// How many single draws of the range are shown.
    pub redraws: usize,
    /// Whether recording was tried and refused: what is missing is then marked.
    pub show_missing: bool,
    /// Whether words on "ideal" were to be agreed without saying when or by whom.
    pub agreeing_failed: bool,
    /// How the list of cases is set.
    pub listing: Listing,
    /// What is to have the keyboard next.
    pub attend: Option<Spot>,
    /// The field that is to have the keyboard next, with the caret after its last word.
    pub go_on_in: Option<Field>,
    /// Which entries of the history are shown.
    pub history: Sifting,
    /// The words of a fingerprint that somebody took away, as they type them.
    pub taken_away: String,
    /// Whether sealing has been asked for, and not been done yet.
    pub sealing: bool,
    /// How far somebody is on the pages about case files.
    pub filing: Filing,
    /// The page for a parent that was copied last, and when, in seconds of the window's clock.
    pub copied: Option<(Pages, f64)>,
    /// Text that somebody is about to take out everywhere.
    pub taking_out: Option<TakingOut>,
}

/// What the keyboard can be taken to, or the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The heading of a page of *Prepare*, so that Tab goes on from there.
    Page,
    /// The field that finds a case.
    Find,
    /// What is missing on the form.
    Missing(Missing),
    /// The parent's voice that has just been chosen or begun.
    Voice,
    /// How the figure came about that has just been asked for.
    Explanation,
    /// The figure that had been asked for before the last step back.
    Asked,
    /// The draws of the range: brought into sight, while the keyboard stays where it is.
    Redraws,
    /// What seals the review.
    Seal,
    /// The text that is to be taken out.
    TakeOut,
    /// Who agrees the words on "ideal".
    AgreedBy,
    /// What happened, below the seal.
    Entries,
    /// The case file that is about to begin.
    NewCase,
    /// The form of a case file that has just begun.
    CaseFile,
}

/// A look at the open review.
pub struct View<'a> {
    /// The review.
    pub review: &'a Review,
    /// Where every case stands, in the order of the review.
    pub statuses: &'a [Status],
    /// The list of them as it is set.
    pub listed: &'a Listed,
    /// How it is open.
    pub mode: Mode,
    /// Text that is being typed.
    pub drafts: &'a mut Drafts,
    /// Findings and projection of this revision, or of the last one while the new is computed.
    pub figures: &'a Figures,
    /// Where somebody is.
    pub place: &'a Place,
    /// What there is to say of its file, on the part about it.
    pub file: Option<AboutFile>,
    /// By which name others are told who has it open, while it is typed.
    pub who: &'a mut String,
    /// What somebody is about to forget on this laptop.
    pub forgetting: Option<&'a Forgetting>,
    /// Whether the review is what its history says.
    pub outside: &'a Outside,
    /// What the history screen needs.
    pub book: &'a Book,
    /// What the pages of *Prepare* say of all cases.
    pub prepared: &'a Prepared,
    /// Where the text that is to be taken out stands.
    pub found: &'a Found,
    /// For the local time of a moment.
    pub services: &'a dyn Services,
    /// The window's clock, seconds.
    pub now: f64,
    /// Today.
    pub today: Date,
    /// What the person wants.
    pub out: &'a mut Vec<Intent>,
}

impl View<'_> {
    /// Whether the review may be changed here.
    pub fn may_change(&self) -> bool {
        self.mode != Mode::Inspect
    }

    /// Controls that change the review: none can be used in inspection, and all can be read.
    pub fn changeable<R>(&self, ui: &mut Ui, controls: impl FnOnce(&mut Ui) -> R) -> R {
        let shown = ui.add_enabled_ui(self.may_change(), |ui| {
            ui.set_opacity(1.0);
            controls(ui)
        });
        shown.inner
    }

    /// Says what the person wants.
    pub fn want(&mut self, intent: Intent) {
        self.out.push(intent);
    }

    /// Asks for a change of the review.
    pub fn apply(&mut self, command: Command) {
        self.out.push(Intent::Apply(command));
    }

    /// Asks for a change of the judgement on the form.
    pub fn draft(&mut self, case: &CaseId, edit: DraftEdit) {
        self.apply(Command::EditDraft {
            case: case.clone(),
            edit,
        });
    }

    /// Asks for a change to one entry of a list of a case.
    pub fn edit(&mut self, case: &Case, edit: CaseEdit) {
        self.out.push(Intent::EditCase(case.id().clone(), edit));
    }

    /// Asks for a change of a parent's perspective.
    pub fn voice(&mut self, case: &CaseId, voice: VoiceId, edit: VoiceEdit) {
        self.apply(Command::EditVoice {
            case: case.clone(),
            voice,
            edit,
        });
    }

    /// A field for typed text: shows what is typed or what the review holds, notes every key, and
    /// asks to keep the text when the focus leaves.
    pub fn text(
        &mut self,
        ui: &mut Ui,
        field: Field,
        label: &str,
        shape: impl FnOnce(widget::Field<'_>) -> widget::Field<'_>,
    ) -> Response {
        let typed = self.drafts.get(&field);
        let refused = typed.and_then(|typed| typed.refused.clone());
        let mut text = match typed {
            Some(typed) => typed.text.clone(),
            None => field.shown(self.review.state()),
        };
        let over = widget::too_many(&text);
        let wrong = over.map(too_many).or(refused);
        let mut widget = shape(widget::Field::new(label, &field));
        if wrong.is_some() {
            widget = widget.error(wrong.as_deref());
        }
        let response = self.changeable(ui, |ui| widget.show(ui, &mut text));
        if response.changed() && widget::too_many(&text) != over {
            ui.ctx().request_repaint();
        }
        let mut kept_back = false;
        if field.holds_words() {
            let kept = &self.review.setup().not_identifying;
            let warned = identifying::warn(ui, response.id, &text, kept, self.may_change());
            self.out.extend(warned.wanted);
            // On the way to the offer below the field: what it takes out need not be kept first.
            kept_back = warned.pressed;
        }
        if self.place.go_on_in.as_ref() == Some(&field) {
            let end = CCursor::new(text.chars().count());
            let mut state = TextEditState::load(ui.ctx(), response.id).unwrap_or_default();
            state.cursor.set_char_range(Some(CCursorRange::one(end)));
            state.store(ui.ctx(), response.id);
            response.request_focus();
            ui.scroll_to_rect(response.rect, Some(Align::Center));
            self.out.push(Intent::Attended);
        }
        if response.changed() {
            self.drafts.put(field.clone(), text, self.now);
        }
        if response.lost_focus() && !kept_back && self.drafts.get(&field).is_some() {
            self.out.push(Intent::Keep(field));
        }
        response
    }

    /// A cell of a table: a field without a label of its own, named for screen readers. What is
    /// wrong with it is told by [`refusals`](Self::refusals), below the table, where there is room.
    pub fn cell(&mut self, ui: &mut Ui, field: Field, name: &str, width: f32) {
        self.text(ui, field, "", |widget| {
            widget.spoken(name).width(width).in_a_table()
        });
    }

    /// What is wrong with the cells of a table, each with its name.
    pub fn refusals(&self, ui: &mut Ui, cells: impl Iterator<Item = (Field, String)>) {
        for (field, name) in cells {
            if let Some(why) = self
                .drafts
                .get(&field)
                .and_then(|typed| typed.refused.as_deref())
            {
                Notice::new(Kind::Error, &format!("{name}: {why}")).show(ui);
            }
        }
    }

    /// Gives a control the keyboard and brings it into sight, if that is what is to be attended to.
    pub fn attend(&mut self, ui: &Ui, spot: Spot, control: Id, rect: Rect) {
        if self.place.attend == Some(spot) {
            ui.memory_mut(|memory| memory.request_focus(control));
            ui.scroll_to_rect(rect, Some(Align::Center));
            self.out.push(Intent::Attended);
        }
    }

    /// Asks how a figure came about, or goes back from it.
    pub fn ask(&mut self, ui: &Ui, ask: Ask) {
        let by_mouse = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
        let by_key = !by_mouse;
        self.out.push(Intent::Ask { ask, by_key });
    }

    /// Whether figures may be asked how they came about: not while money is locked, since the
    /// answer leads to cases for which it is not revealed.
    pub fn may_ask(&self) -> bool {
        may_ask(self.review)
    }

    /// Brings something into sight, if that is what is to be attended to.
    pub fn show_spot(&mut self, ui: &Ui, spot: Spot, rect: Rect) {
        if self.place.attend == Some(spot) {
            ui.scroll_to_rect(rect, None);
            self.out.push(Intent::Attended);
        }
    }

    /// The same, at the top of what scrolls.
    pub fn show_spot_at_top(&mut self, ui: &Ui, spot: Spot, rect: Rect) {
        if self.place.attend == Some(spot) {
            ui.scroll_to_rect(rect, Some(Align::Min));
            self.out.push(Intent::Attended);
        }
    }

    /// Whether figures of money may be on the screen for this case.
    pub fn money_visible(&self, case: Option<&Case>) -> bool {
        money_visible(self.review, case)
    }
}

/// What is said of a text that is longer than a field can keep. It stands there whole until
/// somebody makes it shorter.
fn too_many(characters: usize) -> String {
    let most = grouped(&bounds::TEXT.to_string());
    let count = grouped(&characters.to_string());
    let characters = match characters {
        1 => "character",
        _ => "characters",
    };
    format!("{count} {characters} too many to be kept: a field holds {most}")
}

/// Whether figures may be asked how they came about.
pub fn may_ask(review: &Review) -> bool {
    matches!(
        review.setup().money,
        Some(MoneyRule::Live | MoneyRule::Revealed)
    )
}

/// Whether figures of money may be on the screen for this case (product.md, "Cost can be hidden
/// while judging"). Before the panel has been asked there is none: there is no silent default.
pub fn money_visible(review: &Review, case: Option<&Case>) -> bool {
    match review.setup().money {
        Some(MoneyRule::Live | MoneyRule::Revealed) => true,
        Some(MoneyRule::Locked) => case.is_some_and(|case| case.money_revealed),
        None => false,
    }
}
