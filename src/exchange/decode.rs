//! Bytes to text. Spreadsheets here save CSV as UTF-8, with or without a byte order mark, or in
//! the Windows code page.

use std::borrow::Cow;

/// The characters of Windows-1252 from 0x80 to 0x9F, where it differs from Latin-1; the five that
/// it leaves undefined are replaced.
const HIGH: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// How the letters of a table are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    Utf8,
    Windows1252,
}

impl Letters {
    /// The text of one field. Both have what stands between fields in the same bytes, so a table
    /// can be taken apart before it is decoded, and is never in memory twice.
    pub fn text(self, field: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(field),
            Self::Windows1252 if field.is_ascii() => String::from_utf8_lossy(field),
            Self::Windows1252 => Cow::Owned(windows_1252(field)),
        }
    }
}

/// How the letters of a file are written down and where they begin, or why it is no table.
pub(super) fn letters(bytes: &[u8]) -> Result<(Letters, usize), &'static str> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err("this file is written in UTF-16; save it as CSV UTF-8 (comma delimited)");
    }
    if bytes.contains(&0) {
        return Err("this is not a text file; save the sheet as CSV (comma delimited)");
    }
    let letters = if std::str::from_utf8(bytes).is_ok() {
        Letters::Utf8
    } else {
        Letters::Windows1252
    };
    let start = if bytes.starts_with(MARK) {
        MARK.len()
    } else {
        0
    };
    Ok((letters, start))
}

fn windows_1252(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|&byte| match byte {
            0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
            _ => char::from(byte),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(bytes: &[u8]) -> Result<String, &'static str> {
        let (letters, start) = letters(bytes)?;
        Ok(letters.text(&bytes[start..]).into_owned())
    }

    #[test]
    fn utf8_and_the_windows_code_page() {
        assert_eq!(decode("£ – é".as_bytes()).unwrap(), "£ – é");
        assert_eq!(decode(b"\xEF\xBB\xBFcode").unwrap(), "code");
        assert_eq!(
            decode(b"\xA35 \x96 she\x92s caf\xE9").unwrap(),
            "£5 – she’s café"
        );
    }

    #[test]
    fn what_is_no_csv_is_said() {
        assert!(decode(b"\xFF\xFEc\0").unwrap_err().contains("UTF-16"));
        assert!(decode(b"a\0b").unwrap_err().contains("not a text file"));
    }
}
