//! The sheet that a parent fills in before the panel meets. It is written to be read at eleven:
//! short sentences, one thing each.

use super::{Block, Page};
use crate::review::case::Case;
use crate::review::judgement::Question;
use crate::review::perspective::Speaker;
use crate::review::setup::Setup;

/// Kinds of place that are offered to tick, at most: more would not fit on the page.
const PLACES: usize = 12;

/// The question sheet of a case, the same for every parent of the child: one page, and on its other
/// side what can be left out.
pub fn question_sheet(setup: &Setup, case: &Case) -> Page {
    let number = format!("Case number: {}", case.id());
    let council = setup.local_authority.trim();
    let mut blocks = vec![
        Block::Words(match council {
            "" => number,
            _ => format!("{number}. Council: {council}"),
        }),
        Block::Words(opening(case)),
        Block::Ticks("Who is answering?".to_owned(), speakers(case)),
    ];
    for (number, question) in (1..).zip(Question::ALL) {
        blocks.extend([
            Block::Heading(format!("{number}. {}", question.asked())),
            Block::Words(explained(question).to_owned()),
            ticks(&["Yes", "No", "I cannot tell", "I would rather not say"]),
            Block::Lines(OWN_WORDS.to_owned(), 2),
        ]);
    }
    blocks.extend([
        Block::Heading("4. What would be ideal?".to_owned()),
        Block::Words("What would be best? Think of the place and of the help. It does not have to be there today.".to_owned()),
        Block::Lines(OWN_WORDS.to_owned(), 3),
    ]);
    blocks.extend(places(setup));
    blocks.extend([
        Block::Heading("What happens with your answers".to_owned()),
        Block::List(AFTER.map(str::to_owned).to_vec()),
        ticks(&["I do not want to answer."]),
        Block::Words(GIVE_BACK.to_owned()),
    ]);
    blocks.extend(besides());
    Page {
        case: case.id().clone(),
        title: "What do you think?".to_owned(),
        blocks,
    }
}

/// What not every parent wants to be asked, after all that is needed: the wish that the law asks for
/// (Children and Families Act 2014, section 33), hopes, worries, and what would change their mind.
fn besides() -> [Block; 6] {
    let lines = |words: &str| Block::Lines(words.to_owned(), 3);
    let wish = "Do you want a mainstream school or college? It is one for all children. The law asks what you want.";
    let answers = ["Yes", "No", "I would rather not say"];
    [
        Block::Heading(MORE.to_owned()),
        Block::Words("You can leave out any of this.".to_owned()),
        Block::Ticks(wish.to_owned(), answers.map(str::to_owned).to_vec()),
        lines("What do you hope for?"),
        lines("What do you worry about?"),
        lines("What would change your mind about what is best?"),
    ]
}

/// Begins what can be left out.
pub(super) const MORE: &str = "If you want to say more";
const OWN_WORDS: &str = "In your own words:";
const AFTER: [&str; 6] = [
    "The panel reads them before it says what it thinks. They are kept with no name.",
    "Then you get a page that says what the panel found. You can say if you agree.",
    "What is found about all the children is put together. It is used to plan for the whole area. It is also used to work out what places and help would cost or save.",
    "This is not the annual review. It does not by itself change your child’s plan or place.",
    "You can leave out any question, or say no. If you say no, we note when and how we asked.",
    "You can ask later to have your words taken out. Ask whoever you gave this sheet back to.",
];
const GIVE_BACK: &str =
    "Date: ________________ Please give this back to ________________________ by ________________.";

fn ticks(choices: &[&str]) -> Block {
    let choices = choices.iter().map(|choice| (*choice).to_owned());
    Block::Ticks(String::new(), choices.collect())
}

fn opening(case: &Case) -> String {
    let mut words = "This is for a parent or carer. A group of people will soon talk about how some children are helped to learn. It is called the panel. Your child is one of these children. The panel sees a number, not a name. We want to know what you think first. No answer is wrong. Please do not write any names.".to_owned();
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
fn places(setup: &Setup) -> Option<Block> {
    let names = setup
        .provisions
        .iter()
        .map(|row| row.name().trim().to_owned());
    (setup.provisions.len() <= PLACES).then(|| {
        Block::Ticks(
            "If you can, tick the kind of place that you mean:".to_owned(),
            names.collect(),
        )
    })
}
