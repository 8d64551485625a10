//! What is around every screen: the bar on top, messages, and which screen is shown.

use eframe::egui::{
    Align, Button, CentralPanel, Frame, Label, Layout, Margin, Panel, RichText, ScrollArea, Ui,
    vec2,
};

use super::{App, notices};
use crate::review::Mode;
use crate::store::Reason;
use crate::ui::actions::{self, ACTIONS, Action, Can};
use crate::ui::importing::Importing;
use crate::ui::intent::{Intent, PrepareTab, Screen};
use crate::ui::screens;
use crate::ui::screens::palette::PaletteView;
use crate::ui::screens::start::StartView;
use crate::ui::session::Session;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_S, Tokens};
use crate::ui::view::View;
use crate::ui::widgets::region::{Part, region};
use crate::ui::widgets::{measure, scroll};

/// Height of the bar on top. Points.
const BAR: f32 = 44.0;

/// Shows everything.
pub fn ui(app: &mut App, ui: &mut Ui) {
    // A pass may be run twice; only the last one's wishes count.
    app.intents.clear();
    if let Some(scene) = app.room() {
        with_view(app, ui, |ui, view, _| screens::room::ui(ui, view, scene));
        return;
    }
    let tokens = Tokens::of(ui);
    // Whatever no panel covers while their heights settle is paper, not the bare window.
    let window = ui.ctx().content_rect();
    ui.painter().rect_filled(window, 0.0, tokens.paper);
    let door = app.session.as_ref().map(Session::mode);
    let bar = Frame::new()
        .fill(match door {
            Some(Mode::Train) => tokens.accent_soft,
            Some(Mode::Inspect) => tokens.recessed,
            _ => tokens.raised,
        })
        .inner_margin(Margin::symmetric(16, 6));
    Panel::top("bar").frame(bar).show(ui, |ui| {
        region(ui, Part::Top, "Top bar", |ui| top_bar(app, ui));
    });
    notices::ui(app, ui);
    taking_out(app, ui);
    screen(app, ui);
    palette(app, ui);
}

fn screen(app: &mut App, ui: &mut Ui) {
    match (app.screen, app.session.is_some()) {
        (Screen::Versions, _) if app.versions.is_some() => {
            page(ui, "Two versions", |ui| versions(app, ui))
        }
        (Screen::Start | Screen::Versions, _) | (_, false) => {
            page(ui, "Start", |ui| start(app, ui));
        }
        (Screen::Prepare, true) => with_view(app, ui, |ui, view, importing| {
            screens::prepare::ui(ui, view, importing);
        }),
        (Screen::Review, true) => with_view(app, ui, |ui, view, _| screens::review::ui(ui, view)),
        (Screen::History, true) => {
            with_view(app, ui, |ui, view, _| screens::history::ui(ui, view));
        }
    }
}

/// The palette, over everything else.
fn palette(app: &mut App, ui: &Ui) {
    let can = app.can_from_palette(ui.ctx());
    let Some(palette) = &mut app.palette else {
        return;
    };
    let mut view = PaletteView {
        palette,
        can: &can,
        review: app.session.as_ref().map(Session::review),
        out: &mut app.intents,
    };
    screens::palette::ui(ui, &mut view);
}

/// The panel on which text is taken out, above the screen that it is about.
fn taking_out(app: &mut App, ui: &mut Ui) {
    let place = app.session.as_ref().map(|session| &session.place);
    let taking = place.and_then(|place| place.taking_out.clone());
    let (Some(taking), false) = (taking, app.screen == Screen::Start) else {
        return;
    };
    let strip = Frame::new()
        .fill(Tokens::of(ui).raised)
        .inner_margin(Margin::symmetric(24, 10));
    // The text it is about stays in sight.
    let most = ui.available_height() * 0.6;
    Panel::top("taking out")
        .resizable(false)
        .max_size(most)
        .frame(strip)
        .show(ui, |ui| {
            region(ui, Part::Told, "Take text out", |ui| {
                with_view(app, ui, |ui, view, _| {
                    screens::taking_out::ui(ui, view, &taking)
                });
            });
        });
}

fn with_view(
    app: &mut App,
    ui: &mut Ui,
    show: impl FnOnce(&mut Ui, &mut View<'_>, Option<&Importing>),
) {
    let now = ui.input(|input| input.time);
    let today = app.services.today();
    let Some(session) = &mut app.session else {
        return;
    };
    let mode = session.mode();
    let on_the_file = app.screen == Screen::Prepare && session.place.prepare == PrepareTab::File;
    let file = if on_the_file {
        session.about_file()
    } else {
        None
    };
    let parts = session.parts();
    let mut view = View {
        review: parts.review,
        statuses: parts.statuses,
        listed: parts.listed,
        mode,
        drafts: parts.drafts,
        figures: app.calculator.figures(),
        place: parts.place,
        file,
        who: &mut app.who,
        forgetting: app.forgetting.as_ref(),
        outside: parts.outside,
        book: &app.book,
        prepared: &app.prepared,
        found: &app.found,
        services: app.services.as_ref(),
        now,
        today,
        out: &mut app.intents,
    };
    show(ui, &mut view, app.importing.as_ref());
}

fn top_bar(app: &mut App, ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.set_min_height(32.0);
        menu(app, ui);
        let Some(session) = &app.session else {
            return;
        };
        let setup = session.review().setup();
        let (title, about) = (setup.title.to_string(), setup.note.to_string());
        let (mode, kept) = (session.mode(), session.kept_in_words());
        let sealed = session.is_sealed() && mode == Mode::Inspect;
        let in_use = matches!(session.reading(), Some(Reason::InUse(_)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            screens_to_go_to(app, ui);
            match mode {
                Mode::Work => drop(ui.label(theme::note(ui, kept))),
                door => says_door(ui, door, (sealed, in_use), &mut app.intents),
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let room = ui.available_width();
                ui.scope(|ui| {
                    // The note keeps a place of its own however long the title is.
                    ui.set_max_width(if about.is_empty() { room } else { room * 0.6 });
                    let title = RichText::new(title).text_style(theme::strong());
                    ui.add(Label::new(title).truncate());
                });
                if !about.is_empty() {
                    ui.add(Label::new(theme::note(ui, about)).truncate());
                }
            });
        });
    });
}

/// The screens of a review, in the order in which one comes to them.
fn screens_to_go_to(app: &mut App, ui: &mut Ui) {
    let screens = [
        (Screen::Prepare, "Prepare"),
        (Screen::Review, "Review"),
        (Screen::History, "History"),
    ];
    // As wide as it is where it is chosen, so that nothing moves when it is.
    let padding = 2.0 * ui.spacing().button_padding.x;
    let widths = screens.map(|(_, label)| {
        let words = measure::line_width(ui, label, &theme::strong());
        (words + padding).ceil()
    });
    let gaps = GAP_S * (screens.len() - 1) as f32;
    let size = vec2(widths.iter().sum::<f32>() + gaps, CONTROL_HEIGHT);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        for ((screen, label), width) in screens.into_iter().zip(widths) {
            let selected = app.screen == screen;
            let text = if selected {
                RichText::new(label).text_style(theme::strong())
            } else {
                RichText::new(label)
            };
            let button = Button::selectable(selected, text).min_size(vec2(width, CONTROL_HEIGHT));
            if ui.add(button).clicked() {
                app.intents.push(Intent::Go(screen));
            }
        }
    });
}

/// Says in every view that this is no work on the file.
fn says_door(ui: &mut Ui, door: Mode, (sealed, in_use): (bool, bool), out: &mut Vec<Intent>) {
    let tokens = Tokens::of(ui);
    let roomy = ui.available_width() > 720.0;
    let (word, hint) = match door {
        _ if in_use => ("Read-only", "Open elsewhere"),
        _ if sealed => ("Sealed", "It can be read, or continued in a new version"),
        Mode::Train => ("Training", "Everything works, and nothing is kept"),
        _ => ("Read-only", "Nothing can be changed here"),
    };
    if door == Mode::Train
        && roomy
        && let Some(anew) = actions::entry(Action::TrainAnew)
    {
        let keys = anew.shortcut.map(|keys| ui.ctx().format_shortcut(&keys));
        let button = Button::new("Begin anew").shortcut_text(keys.unwrap_or_default());
        let response = ui.add(button).on_hover_text(anew.hint);
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(anew.text));
        if response.clicked() {
            out.push(Intent::Do(Action::TrainAnew));
        }
    }
    let text = if roomy {
        format!("{word} · {}", hint.to_lowercase())
    } else {
        word.to_owned()
    };
    Frame::new()
        .fill(tokens.ink)
        .corner_radius(4)
        .inner_margin(Margin::symmetric(8, 3))
        .show(ui, |ui| {
            let text = RichText::new(text).small().color(tokens.paper);
            ui.label(text).on_hover_text(hint);
        });
}

fn menu(app: &mut App, ui: &mut Ui) {
    let can = app.can(ui.ctx());
    ui.menu_button("Menu", |ui| {
        ui.set_min_width(280.0);
        // In a low or magnified window the menu scrolls.
        let height = ui.ctx().content_rect().height() - 2.0 * BAR;
        let menu = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height);
        menu.show(ui, |ui| entries(ui, &can, &mut app.intents));
    });
}

fn entries(ui: &mut Ui, can: &Can, out: &mut Vec<Intent>) {
    let mut group = None;
    for entry in ACTIONS {
        let enabled = (entry.enabled)(can);
        if entry.only_then && !enabled {
            continue;
        }
        if group.is_some_and(|group| group != entry.group) {
            ui.separator();
        }
        group = Some(entry.group);
        let mut button = Button::new(entry.text);
        if let Some(shortcut) = &entry.shortcut {
            button = button.shortcut_text(ui.ctx().format_shortcut(shortcut));
        }
        let response = ui.add_enabled(enabled, button).on_hover_text(entry.hint);
        if response.clicked() {
            out.push(Intent::Do(entry.action));
            ui.close();
        }
    }
    scroll::follow_focus(ui);
}

/// A page of its own, without a review.
fn page(ui: &mut Ui, name: &str, show: impl FnOnce(&mut Ui)) {
    let paper = Frame::new()
        .fill(Tokens::of(ui).paper)
        .inner_margin(Margin::symmetric(24, 16));
    CentralPanel::default().frame(paper).show(ui, |ui| {
        region(ui, Part::Main, name, show);
    });
}

fn versions(app: &mut App, ui: &mut Ui) {
    if let Some((versions, _)) = &app.versions {
        screens::versions::ui(ui, versions, &mut app.intents);
    }
}

fn start(app: &mut App, ui: &mut Ui) {
    let mut view = StartView {
        form: &mut app.new_review,
        typed_path: &mut app.typed_path,
        recent: &app.recent,
        forgetting: app.forgetting.as_ref(),
        services: app.services.as_ref(),
        out: &mut app.intents,
    };
    screens::start::ui(ui, &mut view);
}
