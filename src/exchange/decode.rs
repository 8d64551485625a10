//! Bytes to text. Spreadsheets here save CSV as UTF-8, with or without a byte order mark, or in
//! the Windows code page.

/// The characters of Windows-1252 from 0x80 to 0x9F, where it differs from Latin-1; the five that
/// it leaves undefined are replaced.
const HIGH: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// The text of a file, or why it has none that is a table.
pub(super) fn decode(bytes: &[u8]) -> Result<String, &'static str> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err("this is a workbook; save the sheet as CSV (comma delimited)");
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err("this file is written in UTF-16; save it as CSV UTF-8 (comma delimited)");
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err("this is not a text file; save the sheet as CSV (comma delimited)");
    }
    Ok(std::str::from_utf8(bytes).map_or_else(|_| windows_1252(bytes), str::to_owned))
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
        assert!(decode(b"PK\x03\x04...").unwrap_err().contains("workbook"));
        assert!(decode(b"\xFF\xFEc\0").unwrap_err().contains("UTF-16"));
        assert!(decode(b"a\0b").unwrap_err().contains("not a text file"));
    }
}
