//! What not every parent is asked: their wish on mainstream, hopes and fears, what would change
//! their mind, and whether what is written here was read back to them. Each is behind a "+" until it
//! is wanted, as the panel's extras are.

use eframe::egui::{Id, Label, Response, Ui};

use super::{of, was_heard};
use crate::review::case::Case;
use crate::review::command::{VoiceEdit, VoiceText};
use crate::review::law::MainstreamWish;
use crate::review::perspective::{Perspective, Source, VoiceId};
use crate::review::text::sentence;
use crate::ui::fields::Field;
use crate::ui::intent::Intent;
use crate::ui::theme::{self, GAP_S, Tone};
use crate::ui::unfolded::{Besides, Fold};
use crate::ui::view::View;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::{access, button, quote};

/// Why the wish is asked for.
const SECTION_33: &str = "The question of section 33, Children and Families Act 2014";

const ALL: [Besides; 4] = [
    Besides::Mainstream,
    Besides::HopesAndFears,
    Besides::WouldChange,
    Besides::ReadBack,
];

const fn offer(besides: Besides) -> &'static str {
    match besides {
        Besides::Mainstream => "+ wish on mainstream",
        Besides::HopesAndFears => "+ hopes and fears",
        Besides::WouldChange => "+ what would change their mind",
        Besides::ReadBack => "+ read back",
    }
}

/// Shows what there is of it, and offers the rest.
pub(super) fn ui(ui: &mut Ui, view: &mut View<'_>, case: &Case, id: VoiceId) {
    if !was_heard(case, id) {
        return;
    }
    let voice = of(case, id);
    for besides in ALL {
        if is_shown(view, case, &voice, besides) {
            show(ui, view, case, &voice, besides);
        }
    }
    ui.horizontal_wrapped(|ui| {
        for besides in ALL {
            if !is_shown(view, case, &voice, besides) && button::quiet(ui, offer(besides)).clicked()
            {
                let fold = fold(case, id, besides);
                view.want(Intent::Unfolded { fold, open: true });
                ui.data_mut(|data| data.insert_temp(begun(), besides));
            }
        }
    });
    ui.add_space(GAP_S);
}

/// Remembers what has just been asked for, until it is there and takes the keyboard.
fn begun() -> Id {
    Id::unique("what a parent says besides, just begun")
}

fn fold(case: &Case, voice: VoiceId, besides: Besides) -> Fold {
    Fold::Besides(case.id().clone(), voice, besides)
}

fn is_shown(view: &View<'_>, case: &Case, voice: &Perspective, besides: Besides) -> bool {
    holds_something(voice, besides)
        || texts(besides).iter().any(|text| {
            let field = Field::VoiceText(case.id().clone(), voice.id, *text);
            view.drafts.get(&field).is_some()
        })
        || view.place.unfolded.has(&fold(case, voice.id, besides))
}

const fn texts(besides: Besides) -> &'static [VoiceText] {
    match besides {
        Besides::HopesAndFears => &[VoiceText::Hopes, VoiceText::Fears],
        Besides::WouldChange => &[VoiceText::WouldChange],
        Besides::Mainstream | Besides::ReadBack => &[],
    }
}

fn holds_something(voice: &Perspective, besides: Besides) -> bool {
    match besides {
        Besides::Mainstream => voice.mainstream.is_some(),
        Besides::ReadBack => voice.read_back.is_some(),
        _ => texts(besides)
            .iter()
            .any(|text| !voice.text(*text).is_empty()),
    }
}

fn show(ui: &mut Ui, view: &mut View<'_>, case: &Case, voice: &Perspective, besides: Besides) {
    let wanted = ui.data(|data| data.get_temp(begun())) == Some(besides);
    let stop = match besides {
        Besides::Mainstream => mainstream(ui, view, case, voice),
        Besides::ReadBack => read_back(ui, view, case, voice),
        _ => in_words(ui, view, case, voice, besides),
    };
    if let Some(stop) = stop.filter(|_| wanted) {
        ui.memory_mut(|memory| memory.request_focus(stop));
        ui.data_mut(|data| data.remove::<Besides>(begun()));
    }
    ui.add_space(GAP_S);
}

/// Folds it away again; whether it was pressed.
fn take_out(
    ui: &mut Ui,
    view: &mut View<'_>,
    case: &Case,
    (voice, besides): (VoiceId, Besides),
) -> bool {
    let what = match besides {
        Besides::Mainstream => "the wish on mainstream",
        Besides::HopesAndFears => "hopes and fears",
        Besides::WouldChange => "what would change their mind",
        Besides::ReadBack => "read back",
    };
    let button = button::quiet(ui, "Take out");
    access::name(ui, &button, format!("Take out {what}"));
    let pressed = button.clicked();
    let fold = fold(case, voice, besides);
    if pressed && view.place.unfolded.has(&fold) {
        view.want(Intent::Unfolded { fold, open: false });
    }
    pressed
}

/// What is asked, and at the end of its line what folds it away; whether that was pressed.
fn asked(
    ui: &mut Ui,
    view: &mut View<'_>,
    case: &Case,
    (question, voice, besides): (&str, VoiceId, Besides),
) -> bool {
    let line = ui.horizontal(|ui| {
        ui.label(question);
        take_out(ui, view, case, (voice, besides))
    });
    line.inner
}

fn mainstream(ui: &mut Ui, view: &mut View<'_>, case: &Case, voice: &Perspective) -> Option<Id> {
    let mut chosen = voice.mainstream;
    let question = "Their wish on mainstream";
    let out = asked(ui, view, case, (question, voice.id, Besides::Mainstream));
    let row = Choice::new(question, (case.id(), voice.id), Tone::Parent)
        .spoken("The parent. Their wish on mainstream")
        .without_question()
        .show(ui, &mut chosen, &MainstreamWish::ALL, |wish| {
            wish_in_a_word(*wish).to_owned()
        });
    ui.add(Label::new(theme::note(ui, SECTION_33)).wrap());
    if out {
        chosen = None;
    }
    if chosen != voice.mainstream {
        view.voice(case.id(), voice.id, VoiceEdit::Mainstream(chosen));
    }
    Some(Choice::tab_stop(&row))
}

const fn wish_in_a_word(wish: MainstreamWish) -> &'static str {
    match wish {
        MainstreamWish::For => "for",
        MainstreamWish::Against => "against",
        MainstreamWish::NotStated => "not stated",
    }
}

fn read_back(ui: &mut Ui, view: &mut View<'_>, case: &Case, voice: &Perspective) -> Option<Id> {
    let mut chosen = voice.read_back;
    let question = "Was this read back to them?";
    let out = asked(ui, view, case, (question, voice.id, Besides::ReadBack));
    let row = Choice::new(question, (case.id(), voice.id), Tone::Parent)
        .without_question()
        .show(ui, &mut chosen, &[true, false], |yes| {
            if *yes { "yes" } else { "no" }.to_owned()
        });
    if out {
        chosen = None;
    }
    if chosen != voice.read_back {
        view.voice(case.id(), voice.id, VoiceEdit::ReadBack(chosen));
    }
    Some(Choice::tab_stop(&row))
}

fn in_words(
    ui: &mut Ui,
    view: &mut View<'_>,
    case: &Case,
    voice: &Perspective,
    besides: Besides,
) -> Option<Id> {
    let width = ui.available_width();
    let mut first = None;
    let mut shown: Vec<Response> = Vec::new();
    for text in texts(besides) {
        let field = Field::VoiceText(case.id().clone(), voice.id, *text);
        let rows = if besides == Besides::HopesAndFears {
            2
        } else {
            3
        };
        let response = view.text(ui, field, text.label(), |field| {
            field.rows(rows).width(width)
        });
        first.get_or_insert(response.id);
        shown.push(response);
    }
    let fold = fold(case, voice.id, besides);
    let is_open = view.place.unfolded.has(&fold);
    if shown.iter().any(Response::has_focus) && !is_open {
        // Whoever empties a field has it until they leave the case.
        view.want(Intent::Unfolded { fold, open: true });
    } else if is_open && !holds_something(voice, besides) {
        take_out(ui, view, case, (voice.id, besides));
    }
    first
}

/// What a parent who was heard says besides, where it is read and not entered: their own words as
/// quotations.
pub fn said(ui: &mut Ui, voice: &Perspective) {
    if !voice.source.is_none_or(Source::was_heard) {
        return;
    }
    for text in VoiceText::ALL {
        let words = voice.text(text);
        if words.says_something() {
            ui.add(Label::new(theme::note(ui, text.label())).wrap());
            quote::quote(ui, words, "", Tone::Parent);
        }
    }
    let wish = voice.mainstream.map(|wish| match wish {
        MainstreamWish::NotStated => "Wish on mainstream: not stated".to_owned(),
        _ => sentence(wish.label()),
    });
    let read = voice.read_back.map(|yes| match yes {
        true => "What is written was read back to them",
        false => "What is written was not read back to them",
    });
    for told in wish.into_iter().chain(read.map(str::to_owned)) {
        ui.add(Label::new(theme::note(ui, told)).wrap());
    }
}
