//! One parent who was heard: what the panel found, what they themselves see as ideal, where they
//! stand, and the answer when they were asked. Every row is as high as every other.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Id, Label, Layout, Rect, RichText, Stroke, TextStyle, TextWrapMode, Ui, UiBuilder, pos2, vec2,
};

use crate::findings::afterwards::Asking;
use crate::review::case::Case;
use crate::review::command::Command;
use crate::review::judgement::{Condition, Ideal, Judgement};
use crate::review::perspective::{ParentIdeal, Perspective, Speaker, VoiceId};
use crate::review::setup::Setup;
use crate::review::stance::{self, Stance};
use crate::review::text::CaseId;
use crate::ui::fields::Field;
use crate::ui::intent::{Intent, Screen};
use crate::ui::screens::review::attribution;
use crate::ui::theme::{self, CONTROL_HEIGHT, GAP_L, GAP_S, GAP_XS, LINE_HEIGHT, Tokens, Tone};
use crate::ui::unfolded::{Fold, Part};
use crate::ui::view::View;
use crate::ui::widgets::field::Select;
use crate::ui::widgets::link::link;
use crate::ui::widgets::marks::{self, Mark};
use crate::ui::words::place;

/// From this width on what is known and what is asked stand side by side. Points.
const ABREAST: f32 = 760.0;
/// Width of what is asked then. Points.
const ANSWER: f32 = 392.0;
/// Room for "14 October 2026". Points.
const DATE: f32 = 152.0;
/// So much of a text is shown in a line; all of it is on the form. Letters.
const SHORT: usize = 240;

fn small(ui: &Ui) -> f32 {
    TextStyle::Small.resolve(ui.style()).size * LINE_HEIGHT
}

/// What is known: a line of its own for the case, one each for panel, parent, and what is void.
fn known_height(ui: &Ui) -> f32 {
    CONTROL_HEIGHT + 3.0 * small(ui)
}

/// Where they stand, and the two fields below it.
fn answer_height(ui: &Ui) -> f32 {
    theme::line_height(ui).max(CONTROL_HEIGHT) + GAP_XS + CONTROL_HEIGHT
}

/// Height of a row in the room that there is.
pub fn height(ui: &Ui) -> f32 {
    let (known, answer) = (known_height(ui), answer_height(ui));
    2.0 * GAP_S
        + match ui.available_width() < ABREAST {
            true => known + GAP_XS + answer,
            false => known.max(answer),
        }
}

/// What stands in the columns, above them.
pub fn header(ui: &mut Ui) {
    if ui.available_width() < ABREAST {
        return;
    }
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, small(ui)), eframe::egui::Sense::hover());
    // The rows leave room for the bar that scrolls.
    let right = rect.right() - ui.spacing().scroll.allocated_width() - ANSWER;
    let mut head = |left: f32, text: &str| {
        let room = Rect::from_min_max(pos2(left, rect.top()), rect.max);
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
            ui.add(Label::new(theme::note(ui, text)).truncate());
        });
    };
    head(rect.left(), "What the panel and the parent see as ideal");
    head(right, "Where they stand now; their answer, and when");
}

/// Shows a row of this height.
pub fn ui(ui: &mut Ui, view: &mut View<'_>, one: &Asking, height: f32) {
    let size = vec2(ui.available_width(), height);
    let review = view.review;
    let Some(case) = review.case(&one.case) else {
        return;
    };
    let (Some(voice), Some(judgement)) = (case.voice(one.voice), case.judgement()) else {
        return;
    };
    let rect = Rect::from_min_size(ui.cursor().min, size);
    let name = format!("{}, {}", case.id(), who(voice));
    let group = UiBuilder::new()
        .scope_id(Id::unique(("afterwards", case.id(), voice.id)))
        .max_rect(rect)
        .accessibility_role(Role::ListItem)
        .accessibility_label(&name);
    ui.scope_builder(group, |ui| {
        ui.set_min_size(size);
        let edge = Stroke::new(1.0, Tokens::of(ui).hairline);
        ui.painter().hline(rect.x_range(), rect.top(), edge);
        let inner = rect.shrink2(vec2(0.0, GAP_S));
        let (left, right) = split(ui, inner);
        column(ui, left, |ui| {
            ui.spacing_mut().interact_size.y = small(ui);
            known(ui, view, case, (voice, judgement), one);
        });
        column(ui, right, |ui| {
            stands(ui, voice, judgement, one);
            asked(ui, view, case, voice, one);
        });
    });
}

fn split(ui: &Ui, inner: Rect) -> (Rect, Rect) {
    if inner.width() < ABREAST {
        let at = inner.top() + known_height(ui) + GAP_XS;
        return (
            Rect::from_min_max(inner.min, pos2(inner.right(), at - GAP_XS)),
            Rect::from_min_max(pos2(inner.left(), at), inner.max),
        );
    }
    let at = inner.right() - ANSWER;
    (
        Rect::from_min_max(inner.min, pos2(at - GAP_L, inner.bottom())),
        Rect::from_min_max(pos2(at, inner.top()), inner.max),
    )
}

fn column(ui: &mut Ui, rect: Rect, show: impl FnOnce(&mut Ui)) {
    let layout = Layout::top_down(eframe::egui::Align::LEFT);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    child.spacing_mut().item_spacing = vec2(GAP_S, 0.0);
    child.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
    show(&mut child);
}

fn who(voice: &Perspective) -> &'static str {
    voice.speaker.map_or("a parent", Speaker::label)
}

/// The case, the panel's finding, the parent's own, and what counts no more.
fn known(
    ui: &mut Ui,
    view: &mut View<'_>,
    case: &Case,
    (voice, judgement): (&Perspective, &Judgement),
    one: &Asking,
) {
    let setup = view.review.setup();
    ui.horizontal(|ui| {
        ui.set_min_height(CONTROL_HEIGHT);
        if link(ui, case.id().as_str(), theme::strong()).clicked() {
            open(view, case.id(), voice.id);
        }
        ui.add(Label::new(attribution(voice)).truncate());
    });
    line(
        ui,
        Mark::Voice(Tone::Panel),
        &panels(setup, case, judgement),
    );
    line(ui, Mark::Voice(Tone::Parent), &parents(setup, case, voice));
    let field = Field::AskedOn(case.id().clone(), voice.id);
    let refused = view.drafts.get(&field).and_then(|it| it.refused.clone());
    if let Some(refused) = refused {
        line(ui, Mark::Danger, &format!("Asked on: {refused}"));
    } else if let Some(void) = &one.void {
        line(ui, Mark::Information, &void.in_words());
    }
}

fn line(ui: &mut Ui, mark: Mark, text: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP_XS + 2.0;
        marks::small(ui, mark);
        let text = RichText::new(text).text_style(TextStyle::Small);
        ui.add(Label::new(text).truncate());
    });
}

/// Its first words, where there are many.
fn short(text: &str) -> String {
    let first: String = text.chars().take(2 * SHORT).collect();
    let words = first.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(SHORT) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default()),
        None => words,
    }
}

/// "Resourced provision or SEN unit, if: speech therapy; a bus (in place)"
fn panels(setup: &Setup, case: &Case, judgement: &Judgement) -> String {
    let ideal = match &judgement.ideal {
        Ideal::Provision(code) => place(setup, case, code),
        Ideal::CannotTell => "cannot tell what would be ideal".to_owned(),
    };
    let condition = |condition: &Condition| match condition.in_place {
        true => format!("{} (in place)", short(&condition.what)),
        false => short(&condition.what),
    };
    let conditions: Vec<String> = judgement.conditions.iter().map(condition).collect();
    let conditions = match conditions.is_empty() {
        true => String::new(),
        false => format!(", if: {}", conditions.join("; ")),
    };
    format!("The panel: {ideal}{conditions}")
}

fn parents(setup: &Setup, case: &Case, voice: &Perspective) -> String {
    let own = match &voice.ideal {
        Some(ParentIdeal::Provision(code)) => place(setup, case, code),
        _ => "not stated".to_owned(),
    };
    let who = match voice.speaker {
        Some(Speaker::YoungPerson) => "The young person",
        _ => "The parent",
    };
    format!("{who}: {own}")
}

/// Where they stand now, and how that is known.
fn stands(ui: &mut Ui, voice: &Perspective, judgement: &Judgement, one: &Asking) {
    ui.horizontal(|ui| {
        ui.set_min_height(CONTROL_HEIGHT);
        ui.spacing_mut().item_spacing.x = GAP_XS + 2.0;
        marks::mark(ui, Mark::Stance(one.stance));
        let mut words = stance::in_words(voice, judgement);
        if one.counts {
            words.push_str("; counts for the case");
        }
        ui.add(Label::new(words).truncate());
    });
    ui.add_space(GAP_XS);
}

/// What they answered, and when.
fn asked(ui: &mut Ui, view: &mut View<'_>, case: &Case, voice: &Perspective, one: &Asking) {
    if !one.can_be_asked && !one.is_asked() {
        let text = "The panel names no ideal: there is nothing to agree with";
        ui.add(Label::new(theme::note(ui, text)).truncate());
        return;
    }
    let bound = voice.asked.as_ref().filter(|_| one.is_asked());
    let before = bound.map(|asked| asked.stance);
    let mut chosen = before;
    let whose = format!("{}, {}", case.id(), who(voice));
    let select = Select::new("", (case.id(), voice.id))
        .spoken(format!("Asked afterwards, {whose}"))
        .placeholder(match one.void {
            Some(_) => "to be asked again",
            None => "not asked yet",
        })
        .clearable();
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() - DATE - GAP_S).max(DATE);
        view.changeable(ui, |ui| {
            let select = select.width(width.min(ANSWER - DATE - GAP_S));
            select.show(ui, &mut chosen, &Stance::ALL, |stance| {
                stance.label().to_owned()
            })
        });
        if bound.is_some() {
            let field = Field::AskedOn(case.id().clone(), voice.id);
            let name = format!("Asked on, {whose}");
            view.cell(ui, field, &name, DATE);
        }
    });
    if chosen != before {
        let on = bound.map_or(view.today, |asked| asked.on);
        stays(view, one);
        view.apply(Command::AskStance {
            case: case.id().clone(),
            voice: voice.id,
            asked: chosen.map(|stance| (stance, on)),
        });
    }
}

/// Whoever has just been asked is still in the list of those to be asked: nothing moves under the
/// hand.
fn stays(view: &mut View<'_>, one: &Asking) {
    let answered = Fold::Answered(one.case.clone(), one.voice);
    let folds = &view.place.unfolded;
    if folds.part() == Some(Part::ToBeAsked) && !folds.has(&answered) {
        view.want(Intent::Unfold(answered));
    }
}

/// To this voice of the case, on the review screen.
pub fn open(view: &mut View<'_>, case: &CaseId, voice: VoiceId) {
    view.want(Intent::Select(case.clone()));
    view.want(Intent::Go(Screen::Review));
    view.want(Intent::Step(crate::ui::scene::Step::Judge));
    view.want(Intent::Voice(voice));
}
