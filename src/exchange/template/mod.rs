//! The workbook that a council fills in: the three tables, empty but for what the review holds
//! already, with what each column means at its header and lists to choose from. No row of it is an
//! example, because an example that is left in would be imported.

mod instructions;

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, Format, FormatAlign, Formula,
    Note, Workbook, Worksheet, XlsxError,
};

use super::baseline::{FIELDS, Held};
use super::columns::{Column, TableKind, Takes};
use super::number::{Kind, shown};
use super::workbook::INSTRUCTIONS;
use crate::review::baseline::Baseline;
use crate::review::bounds;
use crate::review::provision::{Provision, preset};
use crate::review::setup::Setup;

/// The last row that lists are for.
const LAST_ROW: u32 = bounds::CASES as u32;
/// Where the codes of the provision table stand.
const CODES: &str = "=provisions!$A$2:$A$25";
const HEADER: Color = Color::RGB(0x1F_4E_5F);
const OPTIONAL: Color = Color::RGB(0x4A_6B_78);

/// Why there is no template.
#[derive(Debug, thiserror::Error)]
#[error("the template could not be made: {0}")]
pub struct TemplateError(#[from] XlsxError);

/// A workbook to fill in, as bytes of an .xlsx file. Its provision table and baseline are those of
/// the review, if there is one; without one the table is the preset, and the baseline is empty. The
/// same review gives the same bytes.
///
/// # Errors
/// [`TemplateError`] if the library that writes it refuses something in it.
pub fn template(setup: Option<&Setup>) -> Result<Vec<u8>, TemplateError> {
    let mut workbook = Workbook::new();
    // It says when a program made it; the same template is to be the same file.
    let never = DateTime::<Utc>::UNIX_EPOCH;
    workbook.set_properties(
        &DocProperties::new()
            .set_title("Case review: tables to fill in")
            .set_creation_datetime(&never),
    );
    instructions::write(workbook.add_worksheet().set_name(INSTRUCTIONS)?)?;
    let preset = preset();
    let rows = setup.map_or(&preset, |setup| &setup.provisions);
    provisions(sheet(&mut workbook, TableKind::Provisions)?, rows)?;
    let held = setup.map(|setup| &setup.baseline);
    baseline(sheet(&mut workbook, TableKind::Baseline)?, held)?;
    let cases = sheet(&mut workbook, TableKind::Cases)?;
    cases.set_freeze_panes(1, 1)?;
    Ok(workbook.save_to_buffer()?)
}

/// A sheet with its header.
fn sheet(workbook: &mut Workbook, kind: TableKind) -> Result<&mut Worksheet, XlsxError> {
    let sheet = workbook.add_worksheet().set_name(kind.name())?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_row_height(0, 24)?;
    sheet.set_landscape();
    for (at, column) in (0..).zip(kind.columns()) {
        head(sheet, at, column)?;
    }
    Ok(sheet)
}

/// The header of a column, and what goes for its cells.
fn head(sheet: &mut Worksheet, at: u16, column: &Column) -> Result<(), XlsxError> {
    let plain = Format::new()
        .set_font_color(Color::White)
        .set_align(FormatAlign::VerticalCenter);
    let format = if column.required {
        plain.set_background_color(HEADER).set_bold()
    } else {
        plain.set_background_color(OPTIONAL)
    };
    sheet.write_string_with_format(0, at, column.name, &format)?;
    sheet.insert_note(0, at, &note(&said_of(column)))?;
    let (width, format) = shape(column);
    sheet.set_column_width(at, width)?;
    sheet.set_column_format(at, &format)?;
    if let Some(choice) = choice(column)? {
        sheet.add_data_validation(1, at, LAST_ROW, at, &choice)?;
    }
    Ok(())
}

/// What stands in the note at a header.
fn said_of(column: &Column) -> String {
    let needed = if column.required {
        "Required. "
    } else {
        "May be left empty. "
    };
    format!(
        "{}\n\n{needed}It takes {}.",
        column.means,
        column.takes.in_words()
    )
}

fn note(text: &str) -> Note {
    let lines = text.chars().count() / 40 + 3;
    Note::new(text)
        .add_author_prefix(false)
        .set_width(280)
        .set_height(u32::try_from(lines * 16).unwrap_or(200))
}

/// How wide a column is and how its cells are shown. What is short and no number is kept as text,
/// so that "3-4" does not become the third of April.
fn shape(column: &Column) -> (f64, Format) {
    let plain = Format::new().set_align(FormatAlign::Top);
    let long = matches!(
        column.name,
        "pen_portrait" | "parent_words" | "reasoning" | "dissent"
    );
    match column.takes {
        Takes::Words if long => (50.0, plain.set_text_wrap()),
        Takes::Words
            if matches!(
                column.name,
                "case_id" | "code" | "year_group" | "plan_since"
            ) =>
        {
            (14.0, plain.set_num_format("@"))
        }
        Takes::Words | Takes::List | Takes::Attempts => (30.0, plain.set_text_wrap()),
        Takes::Date => (20.0, plain.set_num_format("d mmmm yyyy")),
        Takes::Money => (16.0, plain.set_num_format("£#,##0.00")),
        Takes::Rate => (14.0, plain.set_num_format("0.0%")),
        Takes::Count => (12.0, plain),
        Takes::ByYear | Takes::YesNoEach => (20.0, plain.set_num_format("@")),
        Takes::Codes(_) => (22.0, plain),
        Takes::Provision | Takes::ProvisionOr(_) => (30.0, plain),
        Takes::Field => (22.0, plain),
        Takes::Value => (26.0, plain.set_align(FormatAlign::Left)),
    }
}

/// The list to choose from, if there is one.
fn choice(column: &Column) -> Result<Option<DataValidation>, XlsxError> {
    let codes = || DataValidation::new().allow_list_formula(Formula::new(CODES));
    Ok(Some(match column.takes {
        Takes::Codes(words) => DataValidation::new()
            .allow_list_strings(&words())?
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Not one of the list")?
            .set_error_message("Choose one of the words of the list.")?,
        Takes::Provision => codes()
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("Not in the provision table")?
            .set_error_message("Choose a code of the sheet “provisions”, or add it there first.")?,
        // The word that may stand there instead is in no sheet.
        Takes::ProvisionOr(_) => codes().show_error_message(false),
        _ => return Ok(None),
    }))
}

fn provisions(sheet: &mut Worksheet, rows: &[Provision]) -> Result<(), XlsxError> {
    for (at, row) in (1..).zip(rows) {
        sheet.write_string(at, 0, row.code.as_str())?;
        sheet.write_string(at, 1, row.label.as_str())?;
        sheet.write_number(at, 2, f64::from(row.tier.get()))?;
        sheet.write_number(at, 3, row.caseload.get())?;
        let numbers = [
            (4, row.unit_cost.map(|cost| cost.get())),
            (5, row.avoidable_cost.map(|cost| cost.get())),
            (6, Some(row.growth.get())),
            (7, Some(row.transition_share.get())),
        ];
        for (column, number) in numbers {
            if let Some(number) = number {
                sheet.write_number(at, column, number)?;
            }
        }
        let places: Vec<String> = row
            .new_places
            .iter()
            .map(|places| shown(places.get()))
            .collect();
        if !places.is_empty() {
            sheet.write_string(at, 8, places.join(";"))?;
        }
    }
    Ok(())
}

fn baseline(sheet: &mut Worksheet, held: Option<&Baseline>) -> Result<(), XlsxError> {
    let name = Format::new().set_align(FormatAlign::Top);
    let left = Format::new().set_align(FormatAlign::Left);
    for (at, field) in (1..).zip(FIELDS) {
        sheet.write_string_with_format(at, 0, field.name, &name)?;
        let takes = (field.takes)().in_words();
        let said = format!("{}\n\nIt takes {takes}.", field.means);
        sheet.insert_note(at, 0, &note(&said))?;
        let format = match field.kind {
            Some(Kind::Rate) => left.clone().set_num_format("0.0%"),
            Some(Kind::Money) => left.clone().set_num_format("£#,##0.00"),
            Some(Kind::Count) | None => left.clone().set_num_format("@"),
        };
        match held.map(|held| (field.get)(held)) {
            Some(Held::One(value)) => sheet.write_number_with_format(at, 1, value, &format)?,
            Some(Held::Text(text)) => sheet.write_string_with_format(at, 1, text, &format)?,
            Some(Held::Years(years)) if !years.is_empty() => {
                let years: Vec<String> = years.into_iter().map(shown).collect();
                sheet.write_string_with_format(at, 1, years.join(";"), &format)?
            }
            Some(Held::Years(_)) | None => sheet.write_blank(at, 1, &format)?,
        };
    }
    Ok(())
}
