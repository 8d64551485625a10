//! Who is here: ticked once a session, with exceptions for single cases.

use eframe::egui::{Checkbox, Label, RichText, Ui};

use crate::review::Command;
use crate::review::Date;
use crate::review::case::Case;
use crate::review::session::{Exception, Session, day_of, present};
use crate::review::setup::Setup;
use crate::ui::edits::SetupChange;
use crate::ui::intent::Intent;
use crate::ui::rating::{self, Wish};
use crate::ui::round;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_M, GAP_S, GAP_XS};
use crate::ui::view::View;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::widgets::{access, button};

/// The width of a member with two ticks. Points.
const TICKS: f32 = 340.0;
/// The width of a member with one. Points.
const TICK: f32 = 230.0;

/// Shows in a line who is here, and the ticks on request.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    line(ui, view, case);
    ticks(ui, view, case);
}

fn is_open(view: &View<'_>, case: &Case) -> bool {
    view.place.rating.of(case.id()).who_is_here && view.may_change()
}

/// Who is here, in a line.
pub fn line(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if view.review.setup().members.is_empty() {
        return;
    }
    let on = day_of(case).unwrap_or(view.today);
    let open = is_open(view, case);
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(CONTROL_HEIGHT);
        let ticked = session_of(view.review.setup(), on).is_some();
        let mark = if ticked { Mark::Done } else { Mark::Open };
        marks::mark(ui, mark);
        ui.label(summary(view, case, on));
        if !view.may_change() {
            return;
        }
        if !ticked {
            let all = button::quiet(ui, all_are(view, on));
            if all.clicked() {
                view.want(Intent::EditSetup(SetupChange::AllHere(on)));
            }
        }
        let (turn, spoken) = match (open, ticked) {
            (true, _) => ("Done", "Done: who is here"),
            (false, true) => ("Change", "Change: who is here"),
            (false, false) if on == view.today => ("Tick who is", "Tick who is here"),
            (false, false) => ("Tick who was", "Tick who was there"),
        };
        let turned = button::quiet(ui, turn);
        access::name(ui, &turned, spoken);
        if turned.clicked() {
            view.want(Intent::Rating(Wish::WhoIsHere(!open)));
        }
    });
}

fn all_are(view: &View<'_>, on: Date) -> &'static str {
    match on == view.today {
        true => "All are here",
        false => "All were there",
    }
}

fn session_of(setup: &Setup, on: Date) -> Option<&Session> {
    setup.sessions.iter().find(|session| session.on == on)
}

/// "8 of 10 here today; 7 for this case"
fn summary(view: &View<'_>, case: &Case, on: Date) -> String {
    let setup = view.review.setup();
    let today = on == view.today;
    let Some(session) = session_of(setup, on) else {
        return match today {
            true => "Nobody has ticked who is here today".to_owned(),
            false => format!("Nobody has ticked who was there on {}", on.in_words()),
        };
    };
    let there = there_on(setup, session);
    let of = setup.members.len();
    let for_case = present(case, setup, view.today).map_or(there, |present| present.len());
    let case = match for_case == there && case.exceptions.is_empty() {
        true => String::new(),
        false => format!("; {for_case} for this case"),
    };
    match today {
        true => format!("{there} of {of} here today{case}"),
        false => format!("{there} of {of} were there on {}{case}", on.in_words()),
    }
}

/// The heading above [`who_was_there`].
pub const WHO_WAS_THERE: &str = "Who was there";

/// Who was there when a case was before the panel; `None` while it has not been: who is there today
/// says nothing of it.
pub fn who_was_there(view: &View<'_>, case: &Case) -> Option<String> {
    let setup = view.review.setup();
    day_of(case)?;
    Some(match present(case, setup, view.today) {
        Some(members) if members.is_empty() => "Nobody of the panel".to_owned(),
        Some(members) => round::in_a_row(&members, setup),
        None => "Nobody has ticked who was there.".to_owned(),
    })
}

/// How many of the panel were there on a day.
pub fn there_on(setup: &Setup, session: &Session) -> usize {
    let there = setup
        .members
        .iter()
        .filter(|member| session.present.contains(&member.id));
    there.count()
}

/// A tick for each member, for the day and for this case, where they have been asked for.
pub fn ticks(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    if !is_open(view, case) {
        return;
    }
    let on = day_of(case).unwrap_or(view.today);
    let setup = view.review.setup();
    let session = session_of(setup, on);
    let each = if session.is_some() { TICKS } else { TICK };
    let columns = ((ui.available_width() / each) as usize).max(1);
    let width = (ui.available_width() - GAP_M * (columns - 1) as f32) / columns as f32;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = GAP_XS;
        for row in setup.members.chunks(columns) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = GAP_M;
                for member in row {
                    ui.allocate_ui(eframe::egui::vec2(width, CONTROL_HEIGHT), |ui| {
                        ui.horizontal(|ui| {
                            ui.set_width(width);
                            one(ui, view, case, (on, session), member.id);
                        });
                    });
                }
            });
        }
    });
    ui.add_space(GAP_S);
}

fn one(
    ui: &mut Ui,
    view: &mut View<'_>,
    case: &Case,
    (on, session): (Date, Option<&Session>),
    member: crate::review::panel::MemberId,
) {
    let who = rating::called(view.review.setup(), member);
    ui.spacing_mut().item_spacing.x = GAP_S;
    let for_case = 128.0;
    let day = if on == view.today {
        "here today"
    } else {
        "there"
    };
    let here = session.is_some_and(|session| session.present.contains(&member));
    let room = match session {
        Some(_) => ui.available_width() - for_case - GAP_S,
        None => ui.available_width(),
    };
    ui.allocate_ui(eframe::egui::vec2(room, CONTROL_HEIGHT), |ui| {
        ui.set_width(room);
        if let Some(here) = tick(ui, &who, format!("{who}: {day}"), here) {
            view.want(Intent::EditSetup(SetupChange::Here(on, member, here)));
        }
    });
    if session.is_none() {
        return;
    }
    let of_case = exception(case, member);
    let there = of_case.map_or(here, |one| one.present);
    let name = format!("{who}: for this case");
    if let Some(there) = tick(ui, "for this case", name, there) {
        view.apply(Command::Except {
            case: case.id().clone(),
            member,
            present: (there != here).then_some(there),
        });
    }
}

fn exception(case: &Case, member: crate::review::panel::MemberId) -> Option<&Exception> {
    case.exceptions.iter().find(|one| one.member == member)
}

/// A tick with a name of its own for screen readers; what it is now, if it was pressed.
pub fn tick(ui: &mut Ui, text: &str, name: String, on: bool) -> Option<bool> {
    let mut now = on;
    let tick = ui.add(Checkbox::new(&mut now, text));
    access::name(ui, &tick, name);
    (now != on).then_some(now)
}

/// A heading for a day with how many were there.
pub fn day(ui: &mut Ui, setup: &Setup, session: &Session) {
    let (there, of) = (there_on(setup, session), setup.members.len());
    ui.label(RichText::new(session.on.in_words()).text_style(theme::strong()));
    ui.add(Label::new(theme::note(
        ui,
        format!("{there} of {of} were there"),
    )));
}
