//! Room view as the app keeps it: entering, leaving, moving, and the window that fills the screen
//! for as long as it lasts.

use eframe::egui::{Context, ViewportCommand};

use super::App;
use crate::review::text::CaseId;
use crate::ui::intent::Screen;
use crate::ui::message::Message;
use crate::ui::scene::{Move, Scene, Step};
use crate::ui::screens::room::scroll;
use crate::ui::session::Session;

/// What hangs on the wall.
#[derive(Clone, Debug)]
pub(super) struct OnTheWall {
    case: Option<CaseId>,
    scene: Scene,
    /// Whether the window filled the screen before room view.
    was_full: bool,
}

impl App {
    /// The scene that is shown, if room view is.
    pub(super) fn room(&self) -> Option<Scene> {
        let place = &self.session.as_ref()?.place;
        place.room.filter(|_| self.screen == Screen::Review)
    }

    /// Goes to a step of the case; room view follows it.
    pub(super) fn step(&mut self, step: Step) {
        let Some(session) = &mut self.session else {
            return;
        };
        session.keep_typed();
        session.place.step = step;
        session.place.unfolded.leave_case();
        if session.place.room.is_some() {
            let scene = self.following();
            self.show(scene);
        } else if step == Step::Judge {
            self.attend_first_question();
        }
    }

    /// Where room view begins for the step and the case on the screen.
    fn following(&self) -> Option<Scene> {
        let session = self.session.as_ref()?;
        let case = session.review().case(session.place.case.as_ref()?)?;
        Some(Scene::following(session.place.step, case))
    }

    /// Into room view, with what was typed kept first, or out of it.
    pub(super) fn toggle_room(&mut self, ctx: &Context) {
        if self.room().is_some() {
            return self.leave_room();
        }
        self.keep_typed();
        ctx.memory_mut(|memory| {
            if let Some(field) = memory.focused() {
                memory.surrender_focus(field);
            }
        });
        let scene = self.following();
        self.show(scene);
    }

    pub(super) fn leave_room(&mut self) {
        self.show(None);
    }

    fn show(&mut self, scene: Option<Scene>) {
        if let Some(session) = &mut self.session {
            session.place.room = scene;
        }
    }

    /// Moves among the scenes. The step goes along, so that leaving room view finds the place that
    /// was on the wall.
    pub(super) fn move_in_room(&mut self, to: Move, ctx: &Context) {
        let Some(scene) = self.room() else { return };
        let scene = match to {
            Move::Leave => return self.leave_room(),
            Move::To(scene) => Some(scene),
            Move::On => scene.on(),
            Move::Back => scene.back(),
            Move::PageDown if scroll::page(ctx, true) => None,
            Move::PageDown => scene.on(),
            Move::PageUp if scroll::page(ctx, false) => None,
            Move::PageUp => scene.back(),
        };
        if let Some(scene) = scene {
            self.show(Some(scene));
            self.step_along(scene);
        }
    }

    fn step_along(&mut self, scene: Scene) {
        let Some(session) = &mut self.session else {
            return;
        };
        let id = session.place.case.clone();
        if let Some(case) = id.and_then(|id| session.review().case(&id)) {
            session.place.step = scene.step(session.place.step, case);
        }
    }

    /// What has just failed is told where there is room to tell it.
    pub(super) fn leave_room_for_trouble(&mut self, told: Option<&Message>) {
        let failed = self.message.as_ref().filter(|message| message.has_failed());
        let not_kept = self.session.as_ref().and_then(Session::keeping_failed);
        let newly_not_kept = not_kept.is_some() && self.not_kept_told != not_kept;
        if (failed.is_some() && failed != told) || newly_not_kept {
            self.leave_room();
        }
        self.not_kept_told = not_kept;
    }

    /// Fills the screen with room view, begins what is new on it at the top, and gives the window
    /// back as it was.
    pub(super) fn hang_on_the_wall(&mut self, ctx: &Context) {
        let Some(scene) = self.room() else {
            // Another screen, or another review: room view does not wait behind it.
            self.leave_room();
            if let Some(wall) = self.on_the_wall.take() {
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(wall.was_full));
            }
            return;
        };
        let case = self
            .session
            .as_ref()
            .and_then(|session| session.place.case.clone());
        let was_full = match &self.on_the_wall {
            Some(wall) => {
                if wall.scene != scene || wall.case != case {
                    scroll::to_top(ctx);
                }
                wall.was_full
            }
            None => {
                scroll::to_top(ctx);
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or(false));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
                full
            }
        };
        self.on_the_wall = Some(OnTheWall {
            case,
            scene,
            was_full,
        });
    }
}
