//! The page that goes back to each parent when the judgement is recorded: what the panel found and
//! why, what they themselves had said, and the question whether they agree.

mod said;

use super::{Block, Page};
use crate::review::aloud::{self, Aloud, aloud};
use crate::review::amounts::without_money;
use crate::review::complete::Complete;
use crate::review::judgement::{Confidence, Ideal, Judgement};
use crate::review::perspective::{Perspective, Source, Speaker};
use crate::review::setup::Setup;

/// A page for each parent whose perspective stands beside this judgement, in their order. Each
/// shows the panel's reasons, that parent's own words as recorded, and nobody else's. First
/// ratings, who dissented and figures of money are not on it; amounts that the panel typed into
/// its words are left out.
pub fn pages_back(setup: &Setup, complete: &Complete<'_>) -> Vec<Page> {
    let said = aloud(complete, setup);
    let voices = complete.voices().iter().zip(&said.parents);
    voices
        .map(|(voice, parent)| Page {
            case: complete.case().id().clone(),
            title: "What the panel found".to_owned(),
            blocks: blocks(setup, complete, &said, voice, parent),
        })
        .collect()
}

fn blocks(
    setup: &Setup,
    complete: &Complete<'_>,
    said: &Aloud,
    voice: &Perspective,
    parent: &aloud::Parent,
) -> Vec<Block> {
    let council = setup.local_authority.trim();
    let number = complete.case().id();
    let mut blocks = vec![
        Block::Words(match council {
            "" => format!("Case number: {number}. For: {}", lower(&parent.who)),
            _ => format!(
                "Case number: {number}. Council: {council}. For: {}",
                lower(&parent.who)
            ),
        }),
        Block::Words(opening(voice)),
        Block::Heading("What the panel found".to_owned()),
    ];
    let mut found = said
        .panel
        .iter()
        .map(|words| without_money(&words.replace(aloud::UNDECIDED, "")));
    blocks.extend(found.by_ref().take(2).map(Block::Words));
    // Conditions; where the case counts, after a sentence that leads to them.
    let conditions: Vec<String> = found.collect();
    match conditions.split_first() {
        Some((lead, rest)) if complete.counted_ideal().is_some() => {
            blocks.push(Block::Words(lead.clone()));
            blocks.extend((!rest.is_empty()).then(|| Block::List(rest.to_vec())));
        }
        Some(_) => blocks.push(Block::List(conditions)),
        None => {}
    }
    blocks.extend(dissent(said.dissent.len()).map(Block::Words));
    blocks.extend(reasons(complete.judgement()));
    blocks.extend(definition(setup));
    blocks.extend(said::blocks(setup, complete, voice));
    blocks.extend(question(complete));
    blocks
}

/// What has happened so far, to whoever reads the page.
fn opening(voice: &Perspective) -> String {
    let about = match voice.speaker {
        Some(Speaker::YoungPerson) => "you",
        _ => "your child",
    };
    let before = match voice.source {
        Some(Source::FromPapers) => "It had not heard from you. It read in papers what you think.",
        Some(Source::Declined) => {
            "You were asked what you think, and did not want to say. That is all right. You can still answer the question below."
        }
        Some(Source::NotReached) => "We tried to ask you before, and could not reach you.",
        _ => "You told us before what you think. Thank you.",
    };
    format!("The panel has talked about {about}. {before}")
}

/// That somebody saw it differently; not who, since there may be one of their role in the room.
fn dissent(views: usize) -> Option<String> {
    match views {
        0 => None,
        1 => Some("Not everyone on the panel agreed: one member saw it differently.".to_owned()),
        n => Some(format!(
            "Not everyone on the panel agreed: {n} members saw it differently."
        )),
    }
}

/// Why the panel thinks so, in its own words: nobody can agree with what they are not told.
fn reasons(judgement: &Judgement) -> Vec<Block> {
    let mut blocks = Vec::new();
    if judgement.reasoning.says_something() {
        blocks.push(Block::Quote(without_money(judgement.reasoning.trim())));
    }
    let causes: Vec<String> = judgement
        .root_causes
        .iter()
        .filter(|cause| cause.says_something())
        .map(|cause| without_money(cause.trim()))
        .collect();
    let mut said = Vec::new();
    if !causes.is_empty() {
        said.push(format!("What it sees behind this: {}.", causes.join("; ")));
    }
    said.extend(judgement.confidence.map(|sure| {
        let sure = match sure {
            Confidence::Low => "not very sure",
            Confidence::Medium => "fairly sure",
            Confidence::High => "very sure",
        };
        format!("The panel says that it is {sure}.")
    }));
    blocks.extend((!said.is_empty()).then(|| Block::Words(said.join(" "))));
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading("Why the panel thinks so".to_owned()));
    }
    blocks
}

fn definition(setup: &Setup) -> Vec<Block> {
    let words = setup.definition.as_ref().map(|agreed| agreed.words.trim());
    words.map_or_else(Vec::new, |words| {
        vec![
            Block::Words("Before it began, the panel agreed what “ideal” means:".to_owned()),
            Block::Quote(without_money(words)),
        ]
    })
}

/// Whether they agree; where the panel names no ideal there is nothing to agree with.
fn question(complete: &Complete<'_>) -> Vec<Block> {
    let asked = if matches!(complete.judgement().ideal, Ideal::Provision(_)) {
        Block::Ticks(
            "Do you agree with what the panel found? Tick one. You do not have to answer."
                .to_owned(),
            STANCES.map(str::to_owned).to_vec(),
        )
    } else {
        Block::Words("The panel could not say what would be ideal. You can tell us what you think of that. You do not have to.".to_owned())
    };
    vec![
        Block::Heading("What do you say to this?".to_owned()),
        asked,
        Block::Lines("In your own words:".to_owned(), 4),
        Block::Words(
            "What you say is kept beside what the panel found. Please do not write any names."
                .to_owned(),
        ),
        Block::Lines("Date:".to_owned(), 1),
    ]
}

/// The stances that can be asked, in the order of [`Stance::ALL`](crate::review::stance::Stance).
const STANCES: [&str; 4] = [
    "I agree.",
    "I agree, but only if something is in place. I say below what.",
    "I disagree.",
    "I have no view.",
];

/// "The mother" as "the mother".
fn lower(who: &str) -> String {
    who.strip_prefix("The ")
        .map_or_else(|| who.to_owned(), |rest| format!("the {rest}"))
}
