//! Workbooks put together by hand, so that they can be as no program writes them.

#![allow(dead_code)]

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

/// A workbook to be.
#[derive(Clone, Default)]
pub struct Raw {
    /// Name, state ("" = can be seen) and content of each sheet.
    sheets: Vec<(String, String, String)>,
    strings: String,
    styles: String,
    book: String,
    besides: Vec<(String, Vec<u8>)>,
}

impl Raw {
    /// A workbook with these rows as its sheet of cases.
    pub fn cases(rows: &str) -> Self {
        Self::default().sheet("cases", "", &data(rows))
    }

    pub fn sheet(mut self, name: &str, state: &str, content: &str) -> Self {
        self.sheets
            .push((name.to_owned(), state.to_owned(), content.to_owned()));
        self
    }

    /// What stands in sharedStrings.xml.
    pub fn strings(mut self, xml: &str) -> Self {
        self.strings = xml.to_owned();
        self
    }

    /// What stands in styles.xml.
    pub fn styles(mut self, xml: &str) -> Self {
        self.styles = xml.to_owned();
        self
    }

    /// What stands in workbook.xml before its sheets.
    pub fn book(mut self, xml: &str) -> Self {
        self.book = xml.to_owned();
        self
    }

    /// Another file.
    pub fn file(mut self, name: &str, bytes: &[u8]) -> Self {
        self.besides.push((name.to_owned(), bytes.to_vec()));
        self
    }

    /// The bytes of the workbook.
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes_with(SimpleFileOptions::default())
    }

    /// Its bytes without compression, so that changes to them change what is in it.
    pub fn stored(&self) -> Vec<u8> {
        self.bytes_with(
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
        )
    }

    fn bytes_with(&self, options: SimpleFileOptions) -> Vec<u8> {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let part = |id: usize, what: &str, target: &str| {
            format!("<Relationship Id=\"r{id}\" Type=\"{kind}/{what}\" Target=\"{target}\"/>")
        };
        let (mut sheets, mut parts) = (String::new(), String::new());
        for (at, (name, state, _)) in (1..).zip(&self.sheets) {
            let state = match state.as_str() {
                "" => String::new(),
                state => format!(" state=\"{state}\""),
            };
            sheets += &format!("<sheet name=\"{name}\" sheetId=\"{at}\"{state} r:id=\"r{at}\"/>");
            parts += &part(at, "worksheet", &format!("worksheets/sheet{at}.xml"));
        }
        parts += &part(9001, "sharedStrings", "sharedStrings.xml");
        parts += &part(9002, "styles", "styles.xml");
        let relations = |inner: &str| format!("<Relationships>{inner}</Relationships>");
        let mut files = vec![
            (
                "_rels/.rels".to_owned(),
                relations(&part(1, "officeDocument", "xl/workbook.xml")),
            ),
            (
                "xl/workbook.xml".to_owned(),
                format!(
                    "<workbook xmlns:r=\"r\">{}<sheets>{sheets}</sheets></workbook>",
                    self.book
                ),
            ),
            ("xl/_rels/workbook.xml.rels".to_owned(), relations(&parts)),
        ];
        for (name, text) in [("sharedStrings", &self.strings), ("styles", &self.styles)] {
            if !text.is_empty() {
                files.push((format!("xl/{name}.xml"), text.clone()));
            }
        }
        for (at, (.., content)) in (1..).zip(&self.sheets) {
            files.push((
                format!("xl/worksheets/sheet{at}.xml"),
                format!("<worksheet>{content}</worksheet>"),
            ));
        }
        let files = files
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes()));
        zip(files.chain(self.besides.clone()), options)
    }
}

/// A zip file.
pub fn zip(
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
    options: SimpleFileOptions,
) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Rows as the data of a sheet.
pub fn data(rows: &str) -> String {
    format!("<sheetData>{rows}</sheetData>")
}

/// A row of texts, from the first column on.
pub fn row(number: usize, texts: &[&str]) -> String {
    let cells: String = texts.iter().map(|text| said(text)).collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// A cell with a text.
pub fn said(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}
