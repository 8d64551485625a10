//! Pages as one HTML file that needs nothing else: A4, a case a page, to print from any browser.
//! Written here rather than with a template library: six kinds of block, and one place where text
//! goes in, which escapes it.

use super::{Block, Page};

const STYLE: &str = "\
@page { size: A4; margin: 9mm 12mm; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.25 Arial, Helvetica, sans-serif; color: #111; background: #fff; }
body { margin: 0; }
article { max-width: 186mm; margin: 0 auto; padding: 8mm 0; overflow-wrap: anywhere; break-after: page; }
article:last-child { break-after: auto; }
h1 { font-size: 16pt; margin: 0 0 1mm; }
h2 { font-size: 11pt; margin: 1.8mm 0 0.4mm; break-after: avoid; }
p { margin: 0 0 1mm; }
ul { margin: 0 0 1mm; padding-left: 5mm; }
blockquote { margin: 0 0 2mm; padding-left: 3mm; border-left: 1mm solid #777; white-space: pre-wrap; }
.asked { break-after: avoid; }
ul.ticks { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.8mm 6mm; }
ul.many { font-size: 9.5pt; }
ul.ticks li { position: relative; padding-left: 5.5mm; }
ul.ticks li::before { content: ''; position: absolute; left: 0; top: 0.5mm; width: 3.4mm; height: 3.4mm; border: 0.4mm solid #111; }
.lines { break-inside: avoid; }
.line { border-bottom: 0.3mm solid #555; height: 6.5mm; }
.first { display: flex; align-items: flex-end; gap: 2mm; }
.first .line { flex: 1; }
.short .line { flex: none; width: 60mm; }
@media screen { html { font-size: 12pt; } article { padding: 8mm 4mm; } }
@media print { article { padding: 0; } }
";

/// More boxes than this are set smaller.
const FEW: usize = 6;

/// These pages as one file of HTML, each on paper of its own.
pub fn html(pages: &[Page]) -> String {
    let title = match pages {
        [] => "No pages".to_owned(),
        [page] => page.name(),
        [page, ..] => format!("{}: {} pages", page.title, pages.len()),
    };
    let mut out = String::from(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    );
    element(&mut out, "title", "title", &title);
    out.push_str("<style>\n");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    for (number, page) in (1..).zip(pages) {
        article(&mut out, number, page);
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn article(out: &mut String, number: usize, page: &Page) {
    out.push_str(&format!("<article aria-labelledby=\"page-{number}\">\n"));
    element(out, &format!("h1 id=\"page-{number}\""), "h1", &page.title);
    for block in &page.blocks {
        match block {
            Block::Heading(words) => element(out, "h2", "h2", words),
            Block::Words(words) => element(out, "p", "p", words),
            Block::Quote(words) => element(out, "blockquote", "blockquote", words),
            Block::List(entries) => list(out, "ul", entries),
            Block::Ticks(asked, choices) => {
                if !asked.is_empty() {
                    element(out, "p class=\"asked\"", "p", asked);
                }
                let many = if choices.len() > FEW { " many" } else { "" };
                list(out, &format!("ul class=\"ticks{many}\""), choices);
            }
            Block::Lines(label, lines) => {
                let short = if *lines == 1 { " short" } else { "" };
                out.push_str(&format!("<div class=\"lines{short}\">\n"));
                out.push_str("<div class=\"first\">");
                element(out, "span", "span", label);
                out.push_str("<div class=\"line\"></div></div>\n");
                out.push_str(&"<div class=\"line\"></div>\n".repeat(lines.saturating_sub(1)));
                out.push_str("</div>\n");
            }
        }
    }
    out.push_str("</article>\n");
}

fn list(out: &mut String, open: &str, entries: &[String]) {
    out.push_str(&format!("<{open}>\n"));
    for entry in entries {
        element(out, "li", "li", entry);
    }
    out.push_str("</ul>\n");
}

/// The one way by which words get into the file.
fn element(out: &mut String, open: &str, close: &str, words: &str) {
    out.push_str(&format!("<{open}>"));
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
    out.push_str(&format!("</{close}>\n"));
}
