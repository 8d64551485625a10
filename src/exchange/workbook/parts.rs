//! What a workbook says of itself: its sheets, how it counts days, which formats are dates.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::package::{Broken, Package, attribute, is, push_text};
use crate::review::bounds;

/// Sheets of a workbook.
const SHEETS: usize = 1_000;
/// Formats of cells. Excel allows 65,490.
const FORMATS: usize = 100_000;
/// Texts that cells share, and what they may hold together.
const TEXTS: usize = 2_000_000;

/// A sheet.
#[derive(Clone, Debug)]
pub(super) struct SheetPart {
    pub name: String,
    pub hidden: bool,
    /// Its part in the package.
    pub path: String,
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    #[default]
    Number,
    /// As a number with noughts before it, of at least so many digits: 007.
    Padded(u8),
    /// As a date or a time of day.
    Moment,
    /// As hours and minutes that have passed, be they more than a day.
    Passed,
}

/// What a workbook says of itself.
pub(super) struct Book {
    pub sheets: Vec<SheetPart>,
    /// Whether its days are counted from 1904.
    pub from_1904: bool,
    /// How the cells of each format show a number.
    pub formats: Vec<Shown>,
    pub texts: Texts,
}

/// The texts that cells share, one after the other.
#[derive(Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<u32>,
}

impl Texts {
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = match at.checked_sub(1) {
            None => 0,
            Some(before) => *self.ends.get(before)? as usize,
        };
        self.all.get(start..end)
    }
}

/// Reads what stands beside the sheets; `None` if this is no workbook.
pub(super) fn book(package: &mut Package) -> Result<Option<Book>, Broken> {
    let main = related(package, "", "_rels/.rels")?;
    let Some(path) = main.into_values().find_map(|(kind, path)| {
        let is_book = kind == "officeDocument" && !path.ends_with(".bin");
        is_book.then_some(path)
    }) else {
        return Ok(None);
    };
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let folder = if folder.is_empty() {
        String::new()
    } else {
        format!("{folder}/")
    };
    let parts = related(package, &folder, &format!("{folder}_rels/{name}.rels"))?;
    let Some((sheets, from_1904)) = sheets(package, &path, &parts)? else {
        return Ok(None);
    };
    let of_kind = |wanted: &str, usual: &str| {
        let mut parts = parts.values();
        let found = parts.find(|(kind, _)| kind == wanted);
        found.map_or_else(|| format!("{folder}{usual}"), |(_, path)| path.clone())
    };
    Ok(Some(Book {
        sheets,
        from_1904,
        formats: formats(package, &of_kind("styles", "styles.xml"))?,
        texts: texts(package, &of_kind("sharedStrings", "sharedStrings.xml"))?,
    }))
}

/// The parts that a part refers to: by their id, what kind they are and where they are.
fn related(
    package: &mut Package,
    folder: &str,
    path: &str,
) -> Result<HashMap<String, (String, String)>, Broken> {
    let mut all = HashMap::new();
    each(package, path, |event| {
        if let Event::Start(start) = event
            && is(start, "Relationship")
            && let (Some(id), Some(kind), Some(target)) = (
                attribute(start, "Id"),
                attribute(start, "Type"),
                attribute(start, "Target"),
            )
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let path = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => format!("{folder}{}", target.trim_start_matches("./")),
            };
            all.insert(id, (kind, path));
            if all.len() > 10 * SHEETS {
                return Err(Broken::TooMuch);
            }
        }
        Ok(())
    })?;
    Ok(all)
}

fn sheets(
    package: &mut Package,
    path: &str,
    parts: &HashMap<String, (String, String)>,
) -> Result<Option<(Vec<SheetPart>, bool)>, Broken> {
    let (mut sheets, mut from_1904, mut is_book) = (Vec::new(), false, false);
    each(package, path, |event| {
        let Event::Start(start) = event else {
            return Ok(());
        };
        if is(start, "workbook") {
            is_book = true;
        } else if is(start, "workbookPr") {
            let counted = attribute(start, "date1904");
            from_1904 |= matches!(counted.as_deref(), Some("1" | "true"));
        } else if is(start, "sheet") {
            let part = attribute(start, "id").and_then(|id| parts.get(&id));
            // Charts and macros are sheets too, and hold no table.
            if let Some((_, path)) = part.filter(|(kind, _)| kind == "worksheet") {
                sheets.push(SheetPart {
                    name: attribute(start, "name").unwrap_or_default(),
                    hidden: attribute(start, "state").is_some_and(|state| state != "visible"),
                    path: path.clone(),
                });
            }
            if sheets.len() > SHEETS {
                return Err(Broken::TooMuch);
            }
        }
        Ok(())
    })?;
    Ok(is_book.then_some((sheets, from_1904)))
}

/// How each format of cells shows a number.
fn formats(package: &mut Package, path: &str) -> Result<Vec<Shown>, Broken> {
    let mut own: HashMap<u32, Shown> = HashMap::new();
    let mut formats = Vec::new();
    let mut in_formats = false;
    each(package, path, |event| {
        match event {
            Event::Start(start) if is(start, "cellXfs") => in_formats = true,
            Event::End(end) if end.local_name().as_ref() == "cellXfs" => in_formats = false,
            Event::Start(start) if is(start, "numFmt") => {
                let id = attribute(start, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                let code = attribute(start, "formatCode").unwrap_or_default();
                own.extend(id.map(|id| (id, shown(&code))));
            }
            Event::Start(start) if in_formats && is(start, "xf") => {
                let id = attribute(start, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                formats.push(match id {
                    // Excel’s own formats of dates and times, in any language.
                    Some(46) => Shown::Passed,
                    Some(14..=22 | 27..=36 | 45 | 47 | 50..=58) => Shown::Moment,
                    Some(id) => own.get(&id).copied().unwrap_or_default(),
                    None => Shown::Number,
                });
            }
            _ => {}
        }
        if formats.len().max(own.len()) > FORMATS {
            return Err(Broken::TooMuch);
        }
        Ok(())
    })?;
    Ok(formats)
}

/// How a number with this format is shown.
fn shown(code: &str) -> Shown {
    let lower = code.to_lowercase();
    if is_date_format(code) {
        let passed = ["[h]", "[hh]"].iter().any(|hours| lower.contains(hours));
        return if passed { Shown::Passed } else { Shown::Moment };
    }
    let digits = u8::try_from(code.len()).ok();
    let padded = digits.filter(|_| code.len() > 1 && code.bytes().all(|byte| byte == b'0'));
    padded.map_or(Shown::Number, Shown::Padded)
}

/// Whether a number with this format is shown as a date or time: outside quotation marks, brackets
/// and what is escaped, it has a letter of one.
pub(super) fn is_date_format(code: &str) -> bool {
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => drop(letters.by_ref().find(|c| *c == '"')),
            '[' => {
                let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                let inside = inside.to_lowercase();
                // Hours, minutes or seconds that have passed.
                if !inside.is_empty() && inside.chars().all(|c| "hms".contains(c)) {
                    return true;
                }
            }
            '\\' | '_' | '*' => drop(letters.next()),
            // "General" and "Standard" have none of their own.
            'G' | 'g' | 'S'
                if letters.as_str().starts_with("eneral")
                    || letters.as_str().starts_with("tandard") =>
            {
                return false;
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return true,
            _ => {}
        }
    }
    false
}

fn texts(package: &mut Package, path: &str) -> Result<Texts, Broken> {
    let mut texts = Texts::default();
    let (mut within, mut aside) = (false, false);
    let mut one = String::new();
    each(package, path, |event| {
        match event {
            Event::Start(start) => match start.local_name().as_ref() {
                "si" => one.clear(),
                "t" => within = true,
                // How a word is spoken, in other scripts.
                "rPh" => aside = true,
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                "t" => within = false,
                "rPh" => aside = false,
                "si" => {
                    texts.all.push_str(&unescaped(&one));
                    let end = u32::try_from(texts.all.len()).map_err(|_| Broken::TooMuch)?;
                    texts.ends.push(end);
                    if u64::from(end) > bounds::FILE_BYTES || texts.ends.len() > TEXTS {
                        return Err(Broken::TooMuch);
                    }
                }
                _ => {}
            },
            text if within && !aside => {
                push_text(text, &mut one);
                if one.len() > bounds::TABLE_ROW_BYTES {
                    return Err(Broken::TooMuch);
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    texts.all.shrink_to_fit();
    Ok(texts)
}

/// Looks at each event of a part; at none if there is no such part.
fn each(
    package: &mut Package,
    path: &str,
    mut look: impl FnMut(&Event<'_>) -> Result<(), Broken>,
) -> Result<(), Broken> {
    let Some(mut part) = package.part(path)? else {
        return Ok(());
    };
    loop {
        match part.next() {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => look(&event)?,
            Err(why) => return Err(part.bound().unwrap_or(why)),
        }
    }
}

/// A text in which letters are written as _x000D_, as Excel does with those that XML cannot hold.
pub(super) fn unescaped(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let code = from
            .get(2..6)
            .filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let letter = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        let taken = match letter {
            Some(letter) => {
                plain.push(letter);
                7
            }
            None => {
                plain.push_str("_x");
                2
            }
        };
        rest = from.get(taken..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_dates_are_told_from_those_of_numbers() {
        for code in [
            "dd/mm/yyyy",
            "[$-809]d mmmm yyyy;@",
            "mmm-yy",
            "hh:mm",
            "[h]:mm",
            "yyyy\\-mm\\-dd",
        ] {
            assert!(is_date_format(code), "{code}");
        }
        for code in [
            "General",
            "0.00",
            "\"£\"#,##0",
            "[Red]0",
            "0\" days\"",
            "_-* #,##0_-",
            "[$£-809]#,##0.00",
            "@",
            "0%",
            "\\d0",
        ] {
            assert!(!is_date_format(code), "{code}");
        }
    }

    #[test]
    fn noughts_before_a_number_and_hours_that_have_passed_are_told() {
        for (code, how) in [
            ("000", Shown::Padded(3)),
            ("0", Shown::Number),
            ("0.00", Shown::Number),
            ("0%", Shown::Number),
            ("[h]:mm", Shown::Passed),
            ("[hh]:mm:ss", Shown::Passed),
            ("hh:mm", Shown::Moment),
        ] {
            assert_eq!(shown(code), how, "{code}");
        }
    }

    #[test]
    fn letters_that_xml_cannot_hold_are_read() {
        for (text, plain) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xZZZZ_ _x12", "_xZZZZ_ _x12"),
            ("plain", "plain"),
            ("_x£££", "_x£££"),
        ] {
            assert_eq!(unescaped(text), plain);
        }
    }
}
