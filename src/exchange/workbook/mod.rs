//! Workbooks of Excel (.xlsx). Only what these tables need of the format is read, and all of it
//! within bounds: a workbook of a thousand bytes can ask for a terabyte of memory, in the number of
//! texts that it says it has, in a cell at its far corner, or in what it unpacks to.
//!
//! What nobody sees is not imported: a hidden sheet is not read, and that is said. Rows and columns
//! that are hidden are read, since a filter hides rows that belong to the table; that is said too.

mod package;
mod parts;
mod sheet;
mod value;

use super::columns::TableKind;
use super::matching::plain;
use super::problem::{Problem, Trouble};
use super::progress::{Doing, Observer, Stopped, Teller};
use super::table::Table;
use package::{Broken, Package};
use parts::{Book, SheetPart};
use sheet::{Ended, Reading};

/// The sheet of a template that says how to fill it in.
pub(super) const INSTRUCTIONS: &str = "How to fill this in";

/// A workbook.
pub(super) struct Workbook {
    name: String,
    package: Package,
    book: Book,
}

/// Whether these bytes begin as a workbook does: as a zip file, or as those of older programs.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || is_old(bytes)
}

fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xD0\xCF\x11\xE0")
}

impl Workbook {
    /// Takes a workbook's bytes.
    pub fn open(name: &str, bytes: Vec<u8>, observer: Observer<'_>) -> Result<Self, Trouble> {
        let wrong = |what: &str| Problem::of_file(name, what);
        Teller::new(observer, Doing::Opening, bytes.len()).at(0)?;
        if is_old(&bytes) {
            return Err(wrong(old(&bytes)).into());
        }
        let broken = |why: Broken| wrong(why.in_words());
        let mut package = Package::open(bytes).map_err(broken)?;
        if let Some(what) = other(&mut package) {
            return Err(wrong(what).into());
        }
        let book = parts::book(&mut package).map_err(broken)?;
        let Some(book) = book else {
            let what = "this is a zip file, but no Excel workbook (.xlsx)";
            return Err(wrong(what).into());
        };
        Ok(Self {
            name: name.to_owned(),
            package,
            book,
        })
    }

    /// The names of the sheets that can be seen.
    pub fn visible(&self) -> impl Iterator<Item = &str> {
        let sheets = self.book.sheets.iter().filter(|sheet| !sheet.hidden);
        sheets.map(|sheet| sheet.name.as_str())
    }

    /// Reads the sheet of a table; `None` if there is none that can be seen.
    pub fn table(
        &mut self,
        kind: TableKind,
        observer: Observer<'_>,
    ) -> Result<Option<Table>, Trouble> {
        let mut called_so = self
            .visible()
            .filter(|name| plain(name) == kind.name())
            .map(str::to_owned);
        let (first, second) = (called_so.next(), called_so.next());
        drop(called_so);
        match (first, second) {
            (Some(name), None) => self.sheet(&name, kind, observer),
            (Some(name), Some(other)) => {
                let what = format!(
                    "the sheets “{name}” and “{other}” both hold {}",
                    kind.name()
                );
                Err(Problem::of_file(&self.name, what).into())
            }
            (None, _) => match self.only_sheet().filter(|_| kind == TableKind::Cases) {
                Some(name) => self.sheet(&name, kind, observer),
                None => Ok(None),
            },
        }
    }

    /// The only sheet, where it has the name of no table.
    fn only_sheet(&self) -> Option<String> {
        let mut visible = self.visible().filter(|name| *name != INSTRUCTIONS);
        let only = visible.next().filter(|_| visible.next().is_none())?;
        let is_known = TableKind::ALL.iter().any(|kind| plain(only) == kind.name());
        (!is_known).then(|| only.to_owned())
    }

    /// Reads the sheet with this name; `None` if there is none.
    pub fn sheet(
        &mut self,
        name: &str,
        kind: TableKind,
        observer: Observer<'_>,
    ) -> Result<Option<Table>, Trouble> {
        let sheets = &self.book.sheets;
        let Some(SheetPart { path, .. }) = sheets.iter().find(|sheet| sheet.name == name) else {
            return Ok(None);
        };
        let called = format!("{}, sheet {name}", self.name);
        let broken = |why: Broken| Problem::of_file(&called, why.in_words());
        let size = self.package.size(path);
        let part = self.package.part(path).map_err(broken)?;
        let mut part = part.ok_or_else(|| broken(Broken::Damaged))?;
        let mut teller = Teller::new(observer, Doing::Opening, size);
        let reading = Reading::new(called.clone(), kind, &self.book);
        match reading.read(&mut part, &mut teller) {
            Ok(table) => Ok(Some(table)),
            Err(Ended::Broken(why)) => Err(broken(why).into()),
            Err(Ended::Stopped | Ended::Full) => Err(Stopped.into()),
        }
    }

    /// What there is to say of the workbook besides its tables.
    pub fn notes(&self) -> Vec<String> {
        let is_table = |sheet: &&SheetPart| {
            TableKind::ALL
                .iter()
                .any(|kind| plain(&sheet.name) == kind.name())
        };
        let hidden = self.book.sheets.iter().filter(|sheet| sheet.hidden);
        let mut notes: Vec<String> = hidden
            .filter(is_table)
            .map(|sheet| {
                format!(
                    "{}: the sheet “{}” is hidden and was not read; unhide it to have it read",
                    self.name, sheet.name
                )
            })
            .collect();
        if let Some(only) = self.only_sheet() {
            notes.push(format!(
                "{}: its only sheet, “{only}”, was taken for the cases",
                self.name
            ));
            return notes;
        }
        let others: Vec<String> = self
            .book
            .sheets
            .iter()
            .filter(|sheet| !sheet.hidden && !is_table(sheet) && sheet.name != INSTRUCTIONS)
            .map(|sheet| format!("“{}”", sheet.name))
            .collect();
        if !others.is_empty() {
            let shown = others.get(..20).unwrap_or(&others).join(", ");
            notes.push(format!(
                "{}: these sheets hold none of the tables and were not read: {shown}",
                self.name
            ));
        }
        notes
    }

    /// That there is no sheet for a table, and which sheets there are.
    pub fn has_no(&self, kind: TableKind) -> String {
        let hidden = self
            .book
            .sheets
            .iter()
            .any(|sheet| sheet.hidden && plain(&sheet.name) == kind.name());
        if hidden {
            return format!(
                "its sheet “{}” is hidden; unhide it to have it read",
                kind.name()
            );
        }
        let visible: Vec<String> = self.visible().map(|name| format!("“{name}”")).collect();
        format!(
            "it has no sheet “{}”; its sheets are {}",
            kind.name(),
            visible.get(..20).unwrap_or(&visible).join(", ")
        )
    }
}

/// What a file of an older program is, and what to do.
fn old(bytes: &[u8]) -> &'static str {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(name.len()).any(|some| some == name) {
        "this workbook is protected by a password; open it in Excel, take the password off (File, \
         Info, Protect Workbook, Encrypt with Password) and save it"
    } else {
        "this is a file of Excel 97 to 2003 (.xls); open it in Excel and save it as an Excel \
         workbook (.xlsx)"
    }
}

/// What a zip file of another program is, and what to do.
fn other(package: &mut Package) -> Option<&'static str> {
    if package.has("xl/workbook.bin") {
        return Some(
            "this is a binary workbook (.xlsb); open it in Excel and save it as an Excel workbook \
             (.xlsx)",
        );
    }
    let kind = package.beginning("mimetype").unwrap_or_default();
    kind.starts_with(b"application/vnd.oasis.opendocument").then_some(
        "this is an OpenDocument file (.ods); open it and save it as an Excel workbook (.xlsx) or \
         as CSV",
    )
}
