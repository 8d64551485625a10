//! The rules of the house that a compiler does not hold: imports point one way, the rooms below
//! the screen know nothing of the outside world, files stay short and say what they are for, and
//! the field's euphemisms stay out of the program's mouth. A failure names file, line and rule.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Rooms from the lowest up. A room imports from lower tiers, and from its own tier as long as
/// nothing comes back.
const TIERS: &[&[&str]] = &[
    &["review"],
    &["findings", "projection", "privacy", "guidance"],
    &["exchange", "store"],
    &["ui", "cli"],
];
/// Rooms to which times, salts and bytes come as arguments.
const PURE: &[&str] = &["review", "findings", "projection", "privacy", "guidance"];
/// Who may ask the machine for the time, chance and folders.
const USES_SERVICES: &[&str] = &["ui", "cli", "store", "main", "services"];
const EUPHEMISMS: &[&str] = &[
    "right-sizing",
    "managing demand",
    "increasing parental confidence",
];
const LONGEST_FILE: usize = 450;

#[test]
fn the_sources_keep_the_rules_of_the_house() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    assert!(files.len() > 10, "found only {} source files", files.len());
    let sources: Vec<Source> = files
        .iter()
        .map(|path| {
            let name = path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            Source::read(&name, &std::fs::read_to_string(path).unwrap())
        })
        .collect();
    let broken = broken_rules(&sources);
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            files.push(path);
        }
    }
}

/// One source file, taken apart as far as the rules need.
struct Source {
    name: String,
    room: String,
    /// How many `super` lead from the file's own module to the crate.
    depth: usize,
    lines: usize,
    opens_with_why: bool,
    paths: Vec<(usize, Vec<String>)>,
    strings: Vec<(usize, String)>,
}

impl Source {
    fn read(name: &str, text: &str) -> Self {
        let parts: Vec<&str> = name
            .trim_start_matches("src/")
            .trim_end_matches(".rs")
            .split('/')
            .collect();
        let (tokens, strings) = tokens(text);
        Self {
            name: name.to_owned(),
            room: parts.first().unwrap().to_string(),
            depth: parts.iter().filter(|part| **part != "mod").count(),
            lines: text.lines().count(),
            opens_with_why: text.starts_with("//!"),
            paths: paths(&tokens),
            strings,
        }
    }

    /// The room that a path leads to, if it leads to one.
    fn room_of<'a>(&self, path: &'a [String]) -> Option<&'a str> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let at = match path.first().map(String::as_str) {
            Some("crate" | "dbv_case_review") => 1,
            Some("super") if ups >= self.depth => ups,
            _ => return None,
        };
        let room = path.get(at)?.as_str();
        (tier(room).is_some() || room == "services").then_some(room)
    }
}

fn tier(room: &str) -> Option<usize> {
    TIERS.iter().position(|tier| tier.contains(&room))
}

fn broken_rules(sources: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    let mut imports: BTreeMap<(String, String), String> = BTreeMap::new();
    for source in sources {
        let mut tell = |line: usize, rule: String| {
            broken.push(format!("{}:{line}: {rule}", source.name));
        };
        if !source.opens_with_why {
            tell(1, "a module opens with `//!` and why it exists".to_owned());
        }
        if source.lines > LONGEST_FILE {
            let rule = format!(
                "{} lines; no file is longer than {LONGEST_FILE}",
                source.lines
            );
            tell(LONGEST_FILE, rule);
        }
        for (line, text) in &source.strings {
            for euphemism in EUPHEMISMS {
                if text.to_lowercase().contains(euphemism) {
                    tell(*line, format!("plain words: “{euphemism}” is a euphemism"));
                }
            }
        }
        for (line, path) in &source.paths {
            if PURE.contains(&source.room.as_str()) && is_outside_world(path) {
                let rule = format!(
                    "`{}` knows no screen, file, clock or outside randomness, so no `{}`",
                    source.room,
                    path.join("::")
                );
                tell(*line, rule);
            }
            let Some(to) = source.room_of(path).filter(|to| *to != source.room) else {
                continue;
            };
            if let Some(rule) = wrong_way(&source.room, to) {
                tell(*line, rule);
            } else {
                imports
                    .entry((source.room.clone(), to.to_owned()))
                    .or_insert_with(|| format!("{}:{line}", source.name));
            }
        }
    }
    for ((from, to), place) in &imports {
        if from < to && imports.contains_key(&(to.clone(), from.clone())) {
            broken.push(format!("{place}: `{from}` and `{to}` import each other"));
        }
    }
    broken
}

/// The rule that an import breaks, if it does.
fn wrong_way(from: &str, to: &str) -> Option<String> {
    if to == "services" {
        return (!USES_SERVICES.contains(&from) && from != "lib").then(|| {
            format!("`services` is the edge, for ui, cli, store and main only, not for `{from}`")
        });
    }
    // The edge itself may know what a review is, and no more.
    let from_tier = if from == "services" {
        Some(0)
    } else {
        tier(from)
    };
    // What stands on no tier (main, lib) may know every room.
    let (Some(from_tier), Some(to_tier)) = (from_tier, tier(to)) else {
        return None;
    };
    let between_doors = from_tier == TIERS.len() - 1 && from_tier == to_tier;
    (to_tier > from_tier || between_doors).then(|| {
        format!(
            "imports point one way, ui → exchange, store → findings, projection, privacy → \
             review; `{from}` must not know `{to}`"
        )
    })
}

fn is_outside_world(path: &[String]) -> bool {
    let parts: Vec<&str> = path.iter().map(String::as_str).collect();
    match parts.as_slice() {
        ["std", "fs" | "env" | "net" | "process", ..] | ["fs", _, ..] => true,
        [first, ..] if first.starts_with("egui") => true,
        [
            "eframe" | "rfd" | "getrandom" | "tempfile" | "directories",
            ..,
        ] => true,
        [.., "SystemTime" | "Utc" | "Local" | "Instant", "now"] => true,
        _ => parts
            .iter()
            .any(|part| matches!(*part, "thread_rng" | "OsRng" | "from_os_rng")),
    }
}

/// A word or a sign of the code, with its line.
type Token = (usize, String);

/// The code without comments as words and signs, and apart from it the string literals.
fn tokens(text: &str) -> (Vec<Token>, Vec<(usize, String)>) {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let (mut found, mut strings) = (Vec::new(), Vec::new());
    let (mut i, mut line) = (0, 1);
    while i < chars.len() {
        let start = i;
        let begun = line;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                let mut open = 1;
                i += 2;
                while i < chars.len() && open > 0 {
                    match (at(i), at(i + 1)) {
                        ('/', '*') => (open, i) = (open + 1, i + 2),
                        ('*', '/') => (open, i) = (open - 1, i + 2),
                        _ => i += 1,
                    }
                }
            }
            'r' if raw_hashes(&chars, i).is_some() => {
                let hashes = raw_hashes(&chars, i).unwrap();
                i += hashes + 2;
                let from = i;
                while i < chars.len()
                    && !(at(i) == '"' && (1..=hashes).all(|after| at(i + after) == '#'))
                {
                    i += 1;
                }
                strings.push((begun, chars[from..i.min(chars.len())].iter().collect()));
                i += hashes + 1;
            }
            '"' => {
                let mut literal = String::new();
                i += 1;
                while i < chars.len() && at(i) != '"' {
                    if at(i) == '\\' && at(i + 1) == '\n' {
                        // The literal goes on with the next word.
                        i += 2;
                        while at(i) == ' ' {
                            i += 1;
                        }
                    } else {
                        let escaped = at(i) == '\\';
                        i += usize::from(escaped);
                        literal.push(at(i));
                        i += 1;
                    }
                }
                strings.push((begun, literal));
                i += 1;
            }
            '\'' if at(i + 1) == '\\' => {
                i += 3;
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            '\'' if at(i + 2) == '\'' => i += 3,
            c if c.is_alphabetic() || c == '_' => {
                while at(i).is_alphanumeric() || at(i) == '_' {
                    i += 1;
                }
                found.push((line, chars[start..i].iter().collect()));
            }
            ':' if at(i + 1) == ':' => {
                i += 2;
                found.push((line, "::".to_owned()));
            }
            c => {
                i += 1;
                if !c.is_whitespace() {
                    found.push((line, c.to_string()));
                }
            }
        }
        let end = i.min(chars.len());
        line += chars[start..end].iter().filter(|c| **c == '\n').count();
    }
    (found, strings)
}

/// The number of `#` of a raw string that begins here.
fn raw_hashes(chars: &[char], i: usize) -> Option<usize> {
    let before = i.checked_sub(1).and_then(|before| chars.get(before));
    if before.is_some_and(|c| (c.is_alphanumeric() && *c != 'b') || *c == '_') {
        return None;
    }
    let hashes = chars[i + 1..].iter().take_while(|c| **c == '#').count();
    (chars.get(i + 1 + hashes) == Some(&'"')).then_some(hashes)
}

/// Every path of the code (`a::b::c`), use trees unfolded.
fn paths(tokens: &[Token]) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at = path(tokens, at, &[], &mut found);
    }
    found
}

fn is_word(token: Option<&Token>) -> bool {
    token.is_some_and(|(_, text)| text.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}

/// Reads one path from here on; returns where it ends.
fn path(
    tokens: &[Token],
    mut at: usize,
    before: &[String],
    found: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let is = |at: usize, sign: &str| tokens.get(at).is_some_and(|(_, text)| text == sign);
    if !is_word(tokens.get(at)) {
        return at + 1;
    }
    let mut parts = before.to_vec();
    let mut line = tokens[at].0;
    while is_word(tokens.get(at)) {
        line = tokens[at].0;
        parts.push(tokens[at].1.clone());
        at += 1;
        if !is(at, "::") {
            break;
        }
        at += 1;
        if is(at, "{") {
            at += 1;
            while at < tokens.len() && !is(at, "}") {
                at = path(tokens, at, &parts, found);
            }
            return at + 1;
        }
    }
    found.push((line, parts));
    at
}

/// What the rules say of one made-up file.
fn of(name: &str, text: &str) -> Vec<String> {
    broken_rules(&[Source::read(name, text)])
}

#[test]
fn an_arrow_that_runs_the_wrong_way_is_named_with_file_and_line() {
    let wrong = of(
        "src/review/gate.rs",
        "//! Why.\n\nuse crate::store::File;\n",
    );
    assert_eq!(wrong.len(), 1);
    assert!(wrong[0].starts_with("src/review/gate.rs:3: "), "{wrong:?}");
    for (name, text) in [
        ("src/review/gate.rs", "//!\nuse crate::{review::gate, ui};"),
        (
            "src/review/gate.rs",
            "//!\nfn f() { super::super::projection::run(); }",
        ),
        ("src/projection/mod.rs", "//!\nuse super::exchange::Table;"),
        (
            "src/findings/a/b.rs",
            "//!\nuse crate::{\n  cli::{self},\n};",
        ),
        ("src/exchange/csv.rs", "//!\nuse crate::services::Machine;"),
        ("src/store/file.rs", "//!\nuse crate::ui::App;"),
        ("src/cli.rs", "//!\nuse crate::ui::App;"),
        ("src/services.rs", "//!\nuse crate::store::File;"),
    ] {
        assert_eq!(of(name, text).len(), 1, "{name}: {text}");
    }
    for (name, text) in [
        ("src/ui/screens/review.rs", "//!\nuse super::projection::P;"),
        ("src/ui/app.rs", "//!\nuse crate::{services, store::File};"),
        (
            "src/projection/draws.rs",
            "//!\nuse crate::review::State; // crate::ui",
        ),
        ("src/store/file.rs", "//!\nuse crate::services::Services;"),
        ("src/services.rs", "//!\nuse crate::review::Act;"),
        ("src/main.rs", "//!\nuse dbv_case_review::{ui, cli};"),
    ] {
        assert_eq!(of(name, text), Vec::<String>::new(), "{name}: {text}");
    }
}

#[test]
fn rooms_of_one_tier_do_not_import_each_other_both_ways() {
    let there = Source::read("src/store/file.rs", "//!\nuse crate::exchange::csv;");
    let back = Source::read("src/exchange/csv.rs", "//!\nuse crate::store::File;");
    assert!(broken_rules(std::slice::from_ref(&there)).is_empty());
    assert_eq!(broken_rules(&[there, back]).len(), 1);
}

#[test]
fn the_outside_world_stays_outside_the_rooms_below_the_screen() {
    for code in [
        "use std::fs;",
        "use std::{collections::HashMap, fs::File};",
        "fn f() { let t = std::time::Instant::now(); }",
        "fn f() { let t = chrono::Utc::now(); }",
        "fn f() { Local::now(); }",
        "fn f() { SystemTime::now(); }",
        "use egui::Ui;",
        "use eframe::egui;",
        "fn f() { getrandom::fill(&mut x); }",
        "fn f() { rand::thread_rng(); }",
    ] {
        let text = format!("//! Why.\n{code}\n");
        assert_eq!(of("src/privacy/mod.rs", &text).len(), 1, "{code}");
        assert_eq!(
            of("src/ui/mod.rs", &text),
            Vec::<String>::new(),
            "{code}: the screen may"
        );
    }
    let harmless = "//! Why.\n// std::fs\n/* egui /* */ eframe */\nconst A: &str = \"rfd::x\";\n\
                    fn f<'a>(x: &'a str, c: char) -> bool { c == '\"' || x == r#\"getrandom::y\"# }";
    assert_eq!(of("src/review/mod.rs", harmless), Vec::<String>::new());
}

#[test]
fn euphemisms_long_files_and_files_without_a_why_are_named() {
    let said = "//!\nconst A: &str = \"Increasing \\\n    parental confidence\";";
    assert!(of("src/ui/a.rs", said)[0].starts_with("src/ui/a.rs:2: plain words"));
    let only_a_comment = "//! Never \"managing demand\".\n";
    assert_eq!(of("src/ui/a.rs", only_a_comment), Vec::<String>::new());
    assert_eq!(of("src/ui/a.rs", "use std::fs;").len(), 1);
    let long = format!("//!\n{}", "\n".repeat(LONGEST_FILE));
    assert_eq!(of("src/ui/a.rs", &long).len(), 1);
}
