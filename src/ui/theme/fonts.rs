//! The bundled typeface, Atkinson Hyperlegible Next (OFL, `assets/fonts/OFL.txt`), regular and
//! bold, before the faces that come with egui: those are for what people type in other scripts,
//! not for the program's own words.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

const REGULAR: &str = "Atkinson Hyperlegible Next";
const BOLD: &str = "Atkinson Hyperlegible Next Bold";

/// The family of bold text.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// The faces and what each family is made of.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, file) in [
        (
            REGULAR,
            &include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf")[..],
        ),
        (
            BOLD,
            &include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf")[..],
        ),
    ] {
        let data = FontData::from_static(file);
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let regular = fonts.families.entry(FontFamily::Proportional).or_default();
    regular.insert(0, REGULAR.to_owned());
    let mut heavy = regular.clone();
    heavy.insert(0, BOLD.to_owned());
    fonts.families.insert(bold(), heavy);
    fonts
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};

    use eframe::egui::FontId;
    use eframe::egui::epaint::text::{Fonts, TextOptions};

    use super::*;

    /// What people type in English reviews, and what figures are made of.
    const WORDS: &str = "£ – — ’ ‘ “ ” é ŵ ŷ Ŵ Ŷ â ê î ô û ï ö − × ± ≤ ≥ … • ½ · ł ć € %";

    /// Letters of the model's formulas, which stand in the faces behind this one; `→` in that for
    /// code (`widgets::formula`).
    const FORMULAS: &str = "Σπκλτρφαω≠→";

    /// One weight of the bundled face and no other face behind it.
    fn alone(name: &str) -> (Fonts, FontId) {
        let mut fonts = definitions();
        let family = vec![name.to_owned()];
        fonts.families.insert(FontFamily::Proportional, family);
        let font = FontId::new(16.0, FontFamily::Proportional);
        (Fonts::new(TextOptions::default(), fonts), font)
    }

    fn collect(folder: &Path, kinds: &[&str], files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let kind = path.extension().and_then(|kind| kind.to_str());
            if path.is_dir() {
                collect(&path, kinds, files);
            } else if kind.is_some_and(|kind| kinds.contains(&kind)) {
                files.push(path);
            }
        }
    }

    /// What a source writes: neither its comments nor its tests.
    fn said(source: &str) -> impl Iterator<Item = &str> {
        source
            .lines()
            .take_while(|line| *line != "#[cfg(test)]")
            .filter(|line| !line.trim_start().starts_with("//"))
    }

    /// Every letter beyond ASCII that the program and its samples write, with where it was found.
    fn written() -> BTreeMap<char, PathBuf> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        collect(&root.join("src"), &["rs", "txt"], &mut files);
        // Looks for letters in what people type, and writes none of them.
        files.retain(|path| !path.starts_with(root.join("src/privacy")));
        collect(&root.join("sample_reviews"), &["csv", "md"], &mut files);
        let mut letters = BTreeMap::new();
        for path in files {
            let text = fs::read_to_string(&path).unwrap();
            let is_source = path.extension().is_some_and(|kind| kind == "rs");
            let lines: Vec<&str> = if is_source {
                said(&text).collect()
            } else {
                text.lines().collect()
            };
            let foreign = lines.iter().flat_map(|line| line.chars());
            for letter in foreign.filter(|letter| !letter.is_ascii() && *letter != '\u{feff}') {
                letters.entry(letter).or_insert_with(|| path.clone());
            }
        }
        letters
    }

    #[test]
    fn both_weights_hold_what_the_program_writes() {
        let written = written();
        assert!(written.contains_key(&'£') && written.contains_key(&'’'));
        for name in [REGULAR, BOLD] {
            let (mut fonts, font) = alone(name);
            for glyph in WORDS.chars().filter(|glyph| *glyph != ' ') {
                assert!(fonts.has_glyph(&font, glyph), "{name} lacks {glyph}");
            }
            let in_words = written
                .iter()
                .filter(|(glyph, _)| !FORMULAS.contains(**glyph));
            for (glyph, path) in in_words {
                let has = fonts.has_glyph(&font, *glyph);
                assert!(has, "{name} lacks {glyph:?}, written in {}", path.display());
            }
        }
    }

    #[test]
    fn the_letters_of_formulas_are_in_the_faces_behind() {
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        for glyph in FORMULAS.chars() {
            let family = match glyph {
                '→' => FontFamily::Monospace,
                _ => FontFamily::Proportional,
            };
            let has = fonts.has_glyph(&FontId::new(16.0, family), glyph);
            assert!(has, "{glyph}");
        }
    }

    /// Why status, stance and disclosure marks are painted: no bundled face has all of them, and
    /// a mark that comes from whatever face has it sits at another height in each.
    #[test]
    fn marks_are_not_in_the_text_faces() {
        let mut fonts = Fonts::new(TextOptions::default(), definitions());
        let has = |fonts: &mut Fonts, family: FontFamily| -> String {
            let font = FontId::new(16.0, family);
            "■●◐○▸▾✓→"
                .chars()
                .filter(|glyph| fonts.has_glyph(&font, *glyph))
                .collect()
        };
        assert_eq!(has(&mut fonts, FontFamily::Proportional), "");
        assert_eq!(has(&mut fonts, FontFamily::Monospace), "■●◐○▸▾→");
    }

    /// Why amounts below each other are set by `measure::tabular`: the face's own figures are not
    /// equally wide, and its OpenType feature for it is out of egui's reach.
    #[test]
    fn figures_are_not_equally_wide() {
        for name in [REGULAR, BOLD] {
            let (mut fonts, font) = alone(name);
            let mut view = fonts.with_pixels_per_point(1.0);
            let widths = ('0'..='9').map(|figure| view.glyph_width(&font, figure));
            let (narrow, wide) = widths.fold((f32::MAX, 0.0_f32), |(least, most), width| {
                (least.min(width), most.max(width))
            });
            assert!(wide - narrow > 1.0, "{name}: {narrow} to {wide}");
        }
    }

    /// The licence asks for it.
    #[test]
    fn the_licence_lies_beside_the_faces() {
        let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
        let licence = fs::read_to_string(fonts.join("OFL.txt")).unwrap();
        assert!(licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
        let mut faces = Vec::new();
        collect(&fonts, &["ttf"], &mut faces);
        assert_eq!(faces.len(), 2);
    }
}
