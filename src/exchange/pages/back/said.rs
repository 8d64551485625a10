//! What a parent had said, told to that very parent.

use super::Block;
use crate::review::Date;
use crate::review::aloud::three_answers;
use crate::review::command::VoiceText;
use crate::review::complete::Complete;
use crate::review::judgement::Question;
use crate::review::law::MainstreamWish;
use crate::review::perspective::{ParentAnswer, ParentIdeal, Perspective, Source, Speaker};
use crate::review::setup::Setup;

/// Nothing where they were not heard.
pub(super) fn blocks(setup: &Setup, complete: &Complete<'_>, voice: &Perspective) -> Vec<Block> {
    let Some(source) = voice.source.filter(|source| source.was_heard()) else {
        return Vec::new();
    };
    let heading = match source {
        Source::FromPapers => "What we read in the papers about your view",
        _ => "What you had said",
    };
    let told = [
        heard(source, voice.heard_on()),
        answers(source, voice),
        ideal(setup, complete, voice),
    ];
    let mut blocks = vec![
        Block::Heading(heading.to_owned()),
        Block::Words(told.join(" ")),
        Block::Quote(voice.words.trim().to_owned()),
    ];
    blocks.extend(besides(source, voice));
    blocks
}

/// What else this parent said, where they did.
fn besides(source: Source, voice: &Perspective) -> Vec<Block> {
    let wish = voice.mainstream.and_then(|wish| match (wish, source) {
        (MainstreamWish::For, Source::FromPapers) => Some("As we read it, you want mainstream."),
        (MainstreamWish::Against, Source::FromPapers) => {
            Some("As we read it, you do not want mainstream.")
        }
        (MainstreamWish::For, _) => Some("You said that you want mainstream."),
        (MainstreamWish::Against, _) => Some("You said that you do not want mainstream."),
        (MainstreamWish::NotStated, _) => None,
    });
    let mut blocks: Vec<Block> = wish
        .map(|wish| Block::Words(wish.to_owned()))
        .into_iter()
        .collect();
    for text in VoiceText::ALL {
        let words = voice.text(text);
        if words.says_something() {
            let label = match text {
                VoiceText::Hopes => "What you hope for:",
                VoiceText::Fears => "What you worry about:",
                VoiceText::WouldChange => "What would change your mind:",
            };
            blocks.push(Block::Words(label.to_owned()));
            blocks.push(Block::Quote(words.trim().to_owned()));
        }
    }
    blocks
}

fn heard(source: Source, on: Option<Date>) -> String {
    let on = on.map(Date::in_words);
    let with = |word: &str| {
        let on = on.as_ref().map(|on| format!(" {word} {on}"));
        on.unwrap_or_default()
    };
    match source {
        Source::InTheRoom => format!("You spoke in the room{}.", with("on")),
        Source::Interview => format!("Someone asked you{}.", with("on")),
        Source::FromPapers => format!(
            "This is from papers{}. You did not say it to us. Tell us below if it is wrong.",
            with("of")
        ),
        _ => format!("You wrote{}.", with("on")),
    }
}

fn answers(source: Source, voice: &Perspective) -> String {
    let answers = Question::ALL.map(|question| {
        let answer = voice.answer(question).unwrap_or(ParentAnswer::NotStated);
        (question, answer)
    });
    let finds = match source {
        Source::FromPapers => "As we read it, you find",
        _ => "You find",
    };
    three_answers(finds, "You", "You", &answers)
}

fn ideal(setup: &Setup, complete: &Complete<'_>, voice: &Perspective) -> String {
    let Some(ParentIdeal::Provision(own)) = &voice.ideal else {
        return "You did not say what you see as ideal.".to_owned();
    };
    let name = setup.provision_name(own);
    let now = match voice.speaker {
        Some(Speaker::YoungPerson) => "you are",
        _ => "your child is",
    };
    if *own == complete.case().file.current_provision {
        format!("You see the ideal where {now} now: {name}.")
    } else {
        format!("You see the ideal in: {name}.")
    }
}
