//! The sheet that a parent fills in before the panel meets. It is written to be read at eleven:
//! short sentences, one thing each.

use super::{Block, Page};
use crate::review::case::Case;
use crate::review::judgement::Question;
use crate::review::perspective::Speaker;
use crate::review::setup::Setup;

/// Kinds of place that are offered to tick, at most: more would not fit on the page.
const PLACES: usize = 12;

/// The question sheet of a case: one page, the same for every parent of the child.
pub fn question_sheet(setup: &Setup, case: &Case) -> Page {
    let mut blocks = Vec::new();
    let council = setup.local_authority.trim();
    let case_number = match council {
        "" => format!("Case number: {}", case.id()),
        _ => format!("Case number: {}. Council: {council}", case.id()),
    };
    blocks.push(Block::Words(case_number));
    blocks.push(Block::Words(opening(case)));
    blocks.extend([
        Block::Words(
            "Please do not write any names: not yours, not your child’s, not the school’s."
                .to_owned(),
        ),
        Block::Words("Who is answering?".to_owned()),
        Block::Ticks(speakers(case)),
    ]);
    for (number, question) in (1..).zip(Question::ALL) {
        blocks.push(Block::Heading(format!("{number}. {}", question.asked())));
        blocks.push(Block::Words(explained(question).to_owned()));
        blocks.push(Block::Ticks(
            ["Yes", "No", "I cannot tell", "I would rather not say"]
                .map(str::to_owned)
                .to_vec(),
        ));
        blocks.push(Block::Lines("In your own words:".to_owned(), 2));
    }
    blocks.push(Block::Heading("4. What would be ideal?".to_owned()));
    blocks.push(Block::Words("What would be best for your child? Think of the place and of the help. It does not have to be there today.".to_owned()));
    blocks.push(Block::Lines("In your own words:".to_owned(), 3));
    blocks.extend(places(setup));
    blocks.push(Block::Heading("What happens with your answers".to_owned()));
    blocks.push(Block::List(after()));
    blocks.push(Block::Ticks(vec!["I do not want to answer.".to_owned()]));
    blocks.push(Block::Lines("Date:".to_owned(), 1));
    Page {
        case: case.id().clone(),
        title: "What do you think?".to_owned(),
        blocks,
    }
}

fn opening(case: &Case) -> String {
    let mut words = "This is for a parent or carer. A group of people will soon talk about how some children are helped to learn. It is called the panel. Your child is one of these children. The panel sees a number, not a name. We want to know what you think first. No answer is wrong.".to_owned();
    if !case.file.is_under_sixteen() {
        words.push_str(" Young people of 16 or over can answer too. Then “your child” means you.");
    }
    words
}

/// What a question means.
const fn explained(question: Question) -> &'static str {
    match question {
        Question::Setting => {
            "The setting is the school, college or other place where your child learns now. Ideal means best for your child."
        }
        Question::Support => "Support is the help that your child gets there.",
        Question::Timeliness => "Did the place and the help come when your child needed them?",
    }
}

/// Who can speak; a young person only where they may be 16.
fn speakers(case: &Case) -> Vec<String> {
    let speakers = Speaker::ALL.into_iter();
    let speakers = speakers
        .filter(|speaker| *speaker != Speaker::YoungPerson || !case.file.is_under_sixteen());
    speakers
        .map(|speaker| {
            let words = match speaker {
                Speaker::Mother => "Mother",
                Speaker::Father => "Father",
                Speaker::Carer => "Carer",
                Speaker::FosterCarer => "Foster carer",
                Speaker::YoungPerson => "Young person, 16 or over",
                Speaker::ParentalResponsibility => "Someone else with parental responsibility",
            };
            words.to_owned()
        })
        .collect()
}

/// The kinds of place of the table, so that nobody else has to guess which one was meant.
fn places(setup: &Setup) -> Vec<Block> {
    if setup.provisions.len() > PLACES {
        return Vec::new();
    }
    let names = setup
        .provisions
        .iter()
        .map(|row| row.name().trim().to_owned());
    let others = ["I would rather not say".to_owned()];
    vec![
        Block::Words("If you can, tick the kind of place that you mean:".to_owned()),
        Block::Ticks(names.chain(others).collect()),
    ]
}

fn after() -> Vec<String> {
    [
        "The panel reads your words before it says what it thinks.",
        "They are kept with the case number. No name is kept with them.",
        "Then you get a page that says what the panel found. You can say if you agree.",
        "What is found about all the children is put together. It is used to plan for the whole area.",
        "You do not have to answer. You can leave out any question. If you say no, we write down when and how you were asked.",
    ]
    .map(str::to_owned)
    .to_vec()
}
