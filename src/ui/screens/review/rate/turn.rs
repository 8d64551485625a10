//! Whose turn it is, and what they may say: one key, and the next member has the word.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{
    Align, Id, Label, Layout, RichText, Sense, TextStyle, TextWrapMode, Ui, WidgetText, vec2,
};

use super::super::presence;
use super::option::Choice;
use super::seat::Seat;
use super::{keys, more, words};
use crate::review::Command;
use crate::review::case::Case;
use crate::review::panel::MemberId;
use crate::review::ratings::RatedIdeal;
use crate::review::text::CaseId;
use crate::ui::intent::Intent;
use crate::ui::rating::{self, RatingPlace, Wish};
use crate::ui::theme::{self, GAP_L, GAP_M, GAP_S, GAP_XS, Tone};
use crate::ui::view::View;
use crate::ui::widgets::{access, button, choice, heading, scroll};

/// With so much room the words stand beside members and ratings. Points.
const THREE: f32 = 640.0;
/// With so much, members beside ratings. Points.
const TWO: f32 = 420.0;
/// The least height for words that scroll by themselves. Points.
const WORDS_LEAST: f32 = 220.0;
/// Their height above the ratings, where there is no room beside them. Points.
const WORDS_ABOVE: f32 = 120.0;
/// With more rows than this the ratings stand in two columns, where there is room. Points.
const MANY: usize = 10;
/// The room for that. Points.
const TWO_COLUMNS: f32 = 440.0;
/// What the step leaves free below everything. Points.
const END: f32 = 32.0;
/// The width of the switch between the ways of keying. Points.
const SWITCH: f32 = 250.0;
/// With so much room it stands beside who is here. Points.
const SWITCH_BESIDE: f32 = 620.0;

/// What has the keyboard while ratings are keyed.
pub fn spot(case: Option<&CaseId>) -> Id {
    Id::unique(("whose turn it is", case))
}

/// "5 of 8 have rated"
pub fn have_rated(view: &View<'_>, case: &Case) -> String {
    let (rated, of) = numbers(view, case);
    let has = if rated == 1 { "has" } else { "have" };
    format!("{rated} of {of} {has} rated")
}

fn numbers(view: &View<'_>, case: &Case) -> (usize, usize) {
    let raters = rating::raters(case, view.review.setup(), view.today);
    let rated = raters
        .iter()
        .filter(|member| rating::has_rated(case, **member));
    (rated.count(), raters.len())
}

/// Shows members, ratings, and the words they are about.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let place = view.place.rating.of(case.id());
    let member = place.at_hand(case, view.review.setup(), view.today);
    status(ui, view, case, &place);
    ui.add_space(GAP_S);
    let room = ui.available_width();
    if room >= THREE {
        beside(ui, view, case, member);
    } else {
        let width = room;
        words_in(ui, case, vec2(width, WORDS_ABOVE));
        ui.separator();
        if room >= TWO {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP_M;
                column(ui, room * 0.38, |ui| seats(ui, view, case, member));
                let left = ui.available_width();
                column(ui, left, |ui| turn(ui, view, case, member));
            });
        } else {
            turn(ui, view, case, member);
            ui.add_space(GAP_M);
            seats(ui, view, case, member);
        }
    }
    if keys::are_heard(ui, ui.clip_rect()) {
        keys::read(ui, view, place.more);
    }
}

fn beside(ui: &mut Ui, view: &mut View<'_>, case: &Case, member: Option<MemberId>) {
    let room = ui.available_width();
    let gap = if room > 900.0 { GAP_L } else { GAP_M };
    // As high as there is sight of, whatever has been scrolled.
    let above = ui.cursor().top() - ui.min_rect().top();
    let height = (ui.clip_rect().height() - above - END).max(WORDS_LEAST);
    let words = (room * 0.27).clamp(180.0, 460.0);
    let members = (room * 0.25).clamp(170.0, 300.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        words_in(ui, case, vec2(words, height));
        column(ui, members, |ui| seats(ui, view, case, member));
        let left = ui.available_width().min(560.0);
        column(ui, left, |ui| turn(ui, view, case, member));
    });
}

fn column(ui: &mut Ui, width: f32, show: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP_S, GAP_XS);
        ui.set_width(width);
        show(ui);
    });
}

/// The words, which scroll by themselves: the ratings stay in sight.
fn words_in(ui: &mut Ui, case: &Case, size: eframe::egui::Vec2) {
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::LEFT), |ui| {
        ui.set_min_size(size);
        ui.set_max_size(size);
        scroll::paged(ui, ("words", case.id()), |ui| {
            ui.set_max_width(size.x - GAP_M);
            words::ui(ui, case);
        });
    });
}

/// Who is here, and how ratings are keyed.
fn status(ui: &mut Ui, view: &mut View<'_>, case: &Case, place: &RatingPlace) {
    let room = ui.available_width();
    if room < SWITCH_BESIDE {
        presence::line(ui, view, case);
        switch(ui, view, place);
    } else {
        ui.horizontal_top(|ui| {
            column(ui, room - SWITCH, |ui| presence::line(ui, view, case));
            ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                switch(ui, view, place);
            });
        });
    }
    presence::ticks(ui, view, case);
}

fn switch(ui: &mut Ui, view: &mut View<'_>, place: &RatingPlace) {
    let mut in_turn = Some(place.in_turn);
    let how = choice::Choice::new("How ratings are keyed", "how", Tone::Plain);
    let how = how.without_question();
    let row = how.show(ui, &mut in_turn, &[false, true], |in_turn| match in_turn {
        false => "From cards".to_owned(),
        true => "In turn".to_owned(),
    });
    let hint = "From cards: one person keys all, and what they say is on this screen. In turn: each member keys their own, and no other rating is shown";
    row.on_hover_text(hint);
    if let Some(in_turn) = in_turn.filter(|in_turn| *in_turn != place.in_turn) {
        view.want(Intent::Rating(Wish::InTurn(in_turn)));
    }
}

/// What was kept last, before whose turn it is; in turn not what they rated.
fn lead(view: &View<'_>, case: &Case, place: &RatingPlace, at_hand: Option<MemberId>) -> String {
    let setup = view.review.setup();
    let last = place.kept.and_then(|member| {
        let rating = rating::given(case, member)?;
        Some((rating::called(setup, member), rating))
    });
    let Some((who, rating)) = last else {
        return if at_hand.is_some() { "Rating now" } else { "" }.to_owned();
    };
    let told = match place.in_turn {
        true => format!("{who} has rated"),
        false => format!("{who}: {}", rating::in_words(setup, &rating.ideal)),
    };
    match at_hand.filter(|next| Some(*next) != place.kept) {
        Some(_) if place.in_turn => format!("{told}. Hand on to"),
        Some(_) => format!("{told}. Next"),
        None => told,
    }
}

/// The same as a line that is said aloud when it changes, with who is next.
fn says_lead(ui: &mut Ui, lead: &str, who: &str) {
    if lead.is_empty() {
        return;
    }
    let said = ui.add(Label::new(theme::note(ui, lead)).truncate());
    let spoken = match who.is_empty() {
        true => lead.to_owned(),
        false => format!("{lead}: {who}"),
    };
    ui.ctx().accesskit_node_builder(said.id, |node| {
        node.set_live(Live::Polite);
        // A label is heard by its value.
        node.set_value(spoken);
    });
}

/// The members who are here, and what can be done with the ratings of all.
fn seats(ui: &mut Ui, view: &mut View<'_>, case: &Case, at_hand: Option<MemberId>) {
    let setup = view.review.setup();
    let place = view.place.rating.of(case.id());
    heading::group(ui, &have_rated(view, case));
    let list = eframe::egui::UiBuilder::new()
        .accessibility_role(Role::Group)
        .accessibility_label("Members, in the order of the panel");
    let shown = ui.scope_builder(list, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for member in rating::raters(case, setup, view.today) {
            let who = rating::called(setup, member);
            let kept = rating::given(case, member);
            let what = kept.filter(|_| place.shows(member)).map(|rating| {
                let key = rating::key_for(setup, &rating.ideal);
                (key, rating::in_words(setup, &rating.ideal))
            });
            let seat = Seat {
                who: &who,
                rated: kept.is_some(),
                what,
                turn: at_hand == Some(member),
            };
            if seat.show(ui).clicked() {
                view.want(Intent::Rating(Wish::Member(member)));
            }
        }
    });
    access::bounds(ui, &shown.response);
    ui.add_space(GAP_S);
    of_all(ui, view, case);
}

/// What can be done before everybody has rated: reveal what there is, or rate nothing at all.
fn of_all(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let (rated, of) = numbers(view, case);
    let id = || case.id().clone();
    if rated == 0 {
        if button::quiet(ui, "Skip rating for this case").clicked() {
            view.apply(Command::SkipRating {
                case: id(),
                skip: true,
            });
        }
        note(ui, "The record then says that nobody rated first.");
    } else if rated < of {
        if button::quiet(ui, &format!("Reveal the {rated} of {of}")).clicked() {
            view.apply(Command::RevealRatings(id()));
        }
        note(
            ui,
            "This cannot be undone: whoever has not rated by then gives no first rating.",
        );
    }
}

fn note(ui: &mut Ui, text: &str) {
    ui.add(Label::new(theme::note(ui, text)).wrap());
}

/// Who has the word, and what they may say.
fn turn(ui: &mut Ui, view: &mut View<'_>, case: &Case, member: Option<MemberId>) {
    let setup = view.review.setup();
    let place = view.place.rating.of(case.id());
    let lead = lead(view, case, &place, member);
    let Some(member) = member else {
        says_lead(ui, &lead, "");
        return all_have_rated(ui, view, case);
    };
    let who = rating::called(setup, member);
    says_lead(ui, &lead, &who);
    title(ui, view, &who);
    note(ui, "Where would the ideal be?");
    options(ui, view, case, member, &who);
    ui.add_space(GAP_XS);
    more::ui(ui, view, case, member);
    if rating::has_rated(case, member) {
        let out = button::quiet(ui, "Take this rating out");
        access::name(ui, &out, format!("Take this rating out, for {who}"));
        if out.clicked() {
            view.apply(Command::Unrate {
                case: case.id().clone(),
                member,
            });
        }
    }
    hint(ui);
}

fn hint(ui: &mut Ui) {
    let text = match keys::are_heard(ui, ui.clip_rect()) {
        true => "One key keeps it and goes on. Backspace goes back to the member before.",
        false => "The keyboard is elsewhere on the screen. Click here to rate by key.",
    };
    note(ui, text);
}

/// Who has the word, in type that is seen from the other side of the table. It takes the keyboard
/// when the step is entered, so that Tab goes on from there.
fn title(ui: &mut Ui, view: &View<'_>, text: &str) {
    let words = WidgetText::from(RichText::new(text).text_style(TextStyle::Heading));
    let mode = Some(TextWrapMode::Wrap);
    let galley = words.into_galley(ui, mode, ui.available_width(), TextStyle::Heading);
    // Drawn and not put there as a label: what takes the keyboard is the one heading.
    let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter()
        .galley(rect.min, galley, ui.visuals().text_color());
    let id = spot(view.place.case.as_ref());
    let spot = ui.interact(rect, id, Sense::focusable_noninteractive());
    ui.ctx().accesskit_node_builder(spot.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(2);
        node.set_label(text);
    });
    let seen = id.with("shown in pass");
    let now = ui.ctx().cumulative_pass_nr();
    let before: Option<u64> = ui.data(|data| data.get_temp(seen));
    ui.data_mut(|data| data.insert_temp(seen, now));
    let comes = before.is_none_or(|before| before + 1 < now);
    if comes && !ui.ctx().text_edit_focused() {
        spot.request_focus();
    }
}

fn all_have_rated(ui: &mut Ui, view: &mut View<'_>, case: &Case) {
    let (rated, of) = numbers(view, case);
    if of == 0 {
        title(ui, view, "Nobody is here");
        let text = "All members are ticked as not here. Say above who is.";
        ui.add(Label::new(theme::reading(ui, text)).wrap());
        return;
    }
    let text = match rated {
        1 => "The one member who is here has rated".to_owned(),
        all => format!("All {all} have rated"),
    };
    title(ui, view, &text);
    let text = "They can be revealed now; from then on they are frozen. To key a rating again, choose the member first.";
    ui.add(Label::new(theme::reading(ui, text)).wrap());
}

/// Every rating that can be given.
fn options(ui: &mut Ui, view: &mut View<'_>, case: &Case, member: MemberId, who: &str) {
    let setup = view.review.setup();
    let place = view.place.rating.of(case.id());
    let kept = rating::given(case, member).filter(|_| place.shows(member));
    let kept = kept.map(|rating| rating.ideal.clone());
    let mut chosen = None;
    let mut offer = |ui: &mut Ui, ideal: RatedIdeal, name: &str, key: Option<char>| {
        let here = ideal == RatedIdeal::Provision(case.file.current_provision.clone());
        let option = Choice {
            key,
            name,
            also: here.then_some(("where they are", rating::WHERE_THEY_ARE)),
            chosen: kept.as_ref() == Some(&ideal),
            who,
        };
        if option.show(ui).clicked() {
            chosen = Some(ideal);
        }
    };
    let rows: Vec<_> = setup.provisions.iter().enumerate().collect();
    let width = ui.available_width();
    let columns = match rows.len() > MANY && width >= TWO_COLUMNS {
        true => 2,
        false => 1,
    };
    let each = (width - GAP_S * (columns as f32 - 1.0)) / columns as f32;
    let (of_one, rest) = (rows.len().div_ceil(columns), &rows);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        for part in rest.chunks(of_one.max(1)) {
            column(ui, each, |ui| {
                for (at, row) in part {
                    let ideal = RatedIdeal::Provision(row.code.clone());
                    offer(ui, ideal, row.name(), rating::key_of(*at));
                }
            });
        }
    });
    ui.add_space(GAP_XS);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_S;
        let half = (width - GAP_S) / 2.0;
        for (ideal, name, key) in [
            (RatedIdeal::CannotTell, "Cannot tell", rating::CANNOT_TELL),
            (RatedIdeal::Abstained, "Abstain", rating::ABSTAIN),
        ] {
            column(ui, half, |ui| offer(ui, ideal, name, Some(key)));
        }
    });
    if let Some(ideal) = chosen {
        view.want(Intent::Rating(Wish::Choose(ideal)));
    }
}
