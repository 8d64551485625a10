//! A page as plain text: lines of a length that every letter and message holds.

use super::{Block, Page};

/// Letters in a line.
pub(super) const WIDTH: usize = 72;

pub(super) fn text(page: &Page) -> String {
    let mut out = format!(
        "{}\n{}\n",
        page.title,
        "=".repeat(page.title.chars().count())
    );
    for block in &page.blocks {
        out.push('\n');
        match block {
            Block::Heading(words) => {
                paragraph(&mut out, "", words);
                out.push_str(&"-".repeat(words.chars().count().min(WIDTH)));
                out.push('\n');
            }
            Block::Words(words) => paragraph(&mut out, "", words),
            Block::Quote(words) => paragraph(&mut out, "> ", words),
            Block::List(entries) => {
                for entry in entries {
                    hanging(&mut out, "- ", entry);
                }
            }
            Block::Ticks(asked, choices) => {
                paragraph(&mut out, "", asked);
                for choice in choices {
                    hanging(&mut out, "[ ] ", choice);
                }
            }
            Block::Lines(label, 1) => {
                out.push_str(label);
                out.push_str(" ______________________\n");
            }
            Block::Lines(label, lines) => {
                paragraph(&mut out, "", label);
                for _ in 0..*lines {
                    out.push_str(&"_".repeat(WIDTH));
                    out.push('\n');
                }
            }
        }
    }
    out
}

/// Every line of it begins alike.
fn paragraph(out: &mut String, before: &str, words: &str) {
    for line in words.lines() {
        wrapped(out, before, before, line);
    }
}

/// The first line begins with the mark, the others under it.
fn hanging(out: &mut String, mark: &str, words: &str) {
    let under = " ".repeat(mark.len());
    for (at, line) in words.lines().enumerate() {
        wrapped(out, if at == 0 { mark } else { &under }, &under, line);
    }
}

fn wrapped(out: &mut String, first: &str, then: &str, words: &str) {
    let mut line = first.to_owned();
    let mut length = first.chars().count();
    let mut begun = false;
    for word in words.split_whitespace() {
        let letters = word.chars().count();
        if begun && length + 1 + letters > WIDTH {
            out.push_str(line.trim_end());
            out.push('\n');
            (line, length, begun) = (then.to_owned(), then.chars().count(), false);
        }
        if begun {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += letters;
        begun = true;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
