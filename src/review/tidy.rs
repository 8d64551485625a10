//! Text from a word processor as text: what stands there in odd characters stays, in plain ones.

use std::borrow::Cow;

use super::text::is_unseen;

/// Blank lines in a row from which on they are an accident of layout.
const TOO_MANY_BLANK: usize = 3;

/// A text pasted from a word processor or read from a table, in plain characters. What is clean
/// stays as it is, to the character, and doing it twice does no more than doing it once.
///
/// - no-break, thin and wide spaces become spaces;
/// - marks that nobody sees (zero-width spaces, soft hyphens, byte order marks) go; joiners stay
///   between letters, and direction marks where a text is written from right to left, since some
///   scripts need them;
/// - vertical tabs, line and paragraph separators and form feeds become line breaks;
/// - bullets from symbol fonts become "•";
/// - blanks at the ends of lines and of the text go; three or more blank lines become one.
pub fn tidied(text: &str) -> Cow<'_, str> {
    let plain = with_plain_characters(text);
    if is_laid_out(&plain) {
        return plain;
    }
    Cow::Owned(laid_out(&plain))
}

/// The first three of [`tidied`], and the bullets: each character by itself, so that a text can
/// still be written on.
pub fn with_plain_characters(text: &str) -> Cow<'_, str> {
    if !text.chars().any(may_be_odd) {
        return Cow::Borrowed(text);
    }
    let from_right = text.chars().any(is_from_right_to_left);
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut begins_line = true;
    while let Some(letter) = letters.next() {
        let before = out.len();
        match letter {
            // With a line feed behind it, it is the line break's first half.
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200a}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}' => out.push(' '),
            '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {}
            '\u{200e}' | '\u{200f}' if !from_right => {}
            '\u{200c}' | '\u{200d}' if !joins(&out, letters.peek()) => {}
            '\u{e000}'..='\u{f8ff}' if begins_line || is_bullet(letter) => out.push('•'),
            '\n' | '\t' => out.push(letter),
            letter if is_unseen(letter) => {}
            letter => out.push(letter),
        }
        begins_line = match out.get(before..).unwrap_or_default() {
            "\n" => true,
            "" | " " | "\t" => begins_line,
            _ => false,
        };
    }
    Cow::Owned(out)
}

/// Whether a character is one that [`with_plain_characters`] looks at twice.
fn may_be_odd(letter: char) -> bool {
    let unseen = is_unseen(letter) && !matches!(letter, '\n' | '\t');
    unseen
        || matches!(
            letter,
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{180e}'
                | '\u{2000}'..='\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202f}'
                | '\u{205f}'..='\u{2064}' | '\u{3000}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}'
        )
}

/// Whether a joiner stands between two letters or signs that are not Latin: in Persian, in the
/// scripts of India and in signs made of several it changes what is read.
fn joins(before: &str, after: Option<&char>) -> bool {
    let can = |letter: char| !letter.is_ascii() && !letter.is_whitespace() && !may_be_odd(letter);
    before.chars().next_back().is_some_and(can) && after.copied().is_some_and(can)
}

const fn is_from_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Whether a character of a symbol font is a bullet wherever it stands. Any that begins a line is
/// one too.
const fn is_bullet(letter: char) -> bool {
    matches!(letter, '\u{f0b7}' | '\u{f0a7}')
}

const fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t')
}

/// Whether no line has blanks at its end and no blank lines are in excess.
fn is_laid_out(text: &str) -> bool {
    let mut blank_lines = 0;
    for line in text.split('\n') {
        if line.ends_with(is_blank) {
            return false;
        }
        blank_lines = if line.is_empty() { blank_lines + 1 } else { 0 };
        if blank_lines >= TOO_MANY_BLANK {
            return false;
        }
    }
    !text.ends_with('\n')
}

fn laid_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank_lines = 0;
    for (at, line) in text.split('\n').enumerate() {
        let line = line.trim_end_matches(is_blank);
        if line.is_empty() {
            blank_lines += 1;
            continue;
        }
        let kept = if blank_lines >= TOO_MANY_BLANK {
            1
        } else {
            blank_lines
        };
        let breaks = kept + usize::from(at > blank_lines);
        out.extend(std::iter::repeat_n('\n', breaks));
        out.push_str(line);
        blank_lines = 0;
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::review::text::{BadText, Text};

    #[test]
    fn what_word_leaves_behind() {
        for (pasted, expected) in [
            ("Year\u{a0}8,\u{2009}\u{202f}since", "Year 8,  since"),
            ("un\u{ad}happy\u{200b} there\u{feff}", "unhappy there"),
            (
                "one\u{b}two\u{2028}three\u{2029}four\u{c}five\u{85}six",
                "one\ntwo\nthree\nfour\nfive\nsix",
            ),
            ("a\r\nb\rc", "a\nb\nc"),
            (
                "\u{f0b7}\tquiet\n \u{f0d8} calm, \u{f0a7} safe",
                "•\tquiet\n • calm, • safe",
            ),
            ("done \u{f0fc}", "done \u{f0fc}"),
            ("end \t\nnext  \n", "end\nnext"),
            ("a\n\n\n\nb", "a\n\nb"),
            ("a\n \n\t\n\u{a0}\nb", "a\n\nb"),
            ("\n\n\n\na", "\na"),
            (" \n\t\n ", ""),
            ("left\u{200e} to right", "left to right"),
            ("in\u{200d}ter", "inter"),
        ] {
            assert_eq!(tidied(pasted), expected, "{pasted:?}");
        }
    }

    #[test]
    fn what_is_clean_is_not_touched() {
        for clean in [
            "",
            "She is happy.",
            "  two  spaces, and a\ttab",
            "a\n\n\nb",
            "“Mae hi’n hapus” – 50%",
            "می\u{200c}خواهم",
            "👩\u{200d}👧",
            "שלום\u{200f}!",
        ] {
            assert_eq!(tidied(clean), clean);
        }
        assert!(matches!(tidied("She is happy."), Cow::Borrowed(_)));
    }

    #[test]
    fn a_field_that_is_being_written_in_keeps_its_blanks() {
        let typed = |text: &str| Text::typed(text).unwrap().to_string();
        assert_eq!(typed("She is "), "She is ");
        assert_eq!(typed("She is\n\n\n\n"), "She is\n\n\n\n");
        assert_eq!(typed("She\u{a0}is\u{200b}\u{b}"), "She is\n");
    }

    #[test]
    fn a_text_is_counted_after_it_was_tidied_and_never_cut() {
        let long = "é".repeat(20_000);
        let padded = format!("{long}\u{200b} \n\n");
        assert_eq!(Text::tidy(&padded).unwrap().as_str(), long);
        let too_long = Text::tidy(&format!("{long}abc")).unwrap_err();
        assert_eq!(too_long, BadText::TooLong(20_003));
        assert_eq!(
            too_long.to_string(),
            "a field holds at most 20,000 characters; this text has 20003, which is 3 too many"
        );
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let old = "no-break:\u{a0} zero:\u{200b} soft:\u{ad} \u{f0b7}\n\n\n\n end \t";
        let read: Text = ron::from_str(&ron::to_string(old).unwrap()).unwrap();
        assert_eq!(read.as_str(), old);
        assert_eq!(ron::to_string(&read).unwrap(), ron::to_string(old).unwrap());
    }

    fn a_text() -> impl Strategy<Value = String> {
        let odd = proptest::sample::select(
            &[
                "\r", "\n", "\r\n", " ", "\t", "\u{a0}", "\u{ad}", "\u{b}", "\u{c}", "\u{85}",
                "\u{2003}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{200f}", "\u{2028}",
                "\u{2029}", "\u{2060}", "\u{3000}", "\u{feff}", "\u{f0b7}", "\u{e123}", "a", "é",
                "ש", "👩", "م", "word", "•",
            ][..],
        );
        let any = prop_oneof![3 => odd.prop_map(str::to_owned), 1 => ".{0,3}"];
        proptest::collection::vec(any, 0..24).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn twice_is_once_and_no_letter_is_lost(text in a_text()) {
            let once = tidied(&text).into_owned();
            prop_assert_eq!(tidied(&once), once.as_str());
            let typed = with_plain_characters(&text).into_owned();
            prop_assert_eq!(with_plain_characters(&typed), typed.as_str());
            prop_assert_eq!(tidied(&typed), once.as_str());
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(&once), letters(&text));
            prop_assert!(!once.ends_with([' ', '\t', '\n']) && !once.contains("\n\n\n\n"));
            prop_assert!(!once.contains(" \n") && !once.contains("\t\n"));
            // What is kept is what is read again.
            let kept = Text::tidy(&text).unwrap();
            prop_assert_eq!(Text::new(kept.as_str()).unwrap(), kept.clone());
            prop_assert_eq!(Text::tidy(&kept).unwrap(), kept);
        }
    }
}
