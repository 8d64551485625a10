//! The first sheet of the template.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

/// A line of the sheet: whether it is a heading, and what it says.
const LINES: &[(bool, &str)] = &[
    (true, "How to fill this in"),
    (
        false,
        "Three sheets follow. Only “cases” is needed to bring children’s cases in; the others can be left as they are, or filled in inside the program.",
    ),
    (
        false,
        "Columns with a dark, bold header are required. Hold the pointer over a header to see what the column means and what it takes.",
    ),
    (
        false,
        "The first row of each sheet must stay as it is. Columns may be moved, and those that are not used may be deleted or left empty.",
    ),
    (true, "What must not be in it"),
    (
        false,
        "No names of children, parents, staff or schools. No dates of birth, addresses, postcodes, telephone numbers or e-mail addresses. No UPN, NHS number or other number from another system.",
    ),
    (
        false,
        "Give each case a number made up for this review, such as C01, and keep the list of who is who elsewhere.",
    ),
    (
        false,
        "The program looks for such details when the tables come in and points them out, but it does not find all of them.",
    ),
    (true, "The sheet “provisions”"),
    (
        false,
        "One row for each kind of place: how many children are there now, and what one costs the high needs block a year. Leave a cost empty where it is not known; do not write 0.",
    ),
    (true, "The sheet “baseline”"),
    (
        false,
        "The council’s high needs figures, one a row. What is left empty is taken as the program’s usual value, and money as 0.",
    ),
    (true, "The sheet “cases”"),
    (
        false,
        "One row for each child. Where several things stand in one cell, put a semicolon (;) between them.",
    ),
    (
        false,
        "Choose current_provision, parent_ideal and ideal_provision from the list: it shows the codes of the sheet “provisions”. For parent_ideal “not_stated” can stand there as well, for ideal_provision “cannot_tell”.",
    ),
    (
        false,
        "The columns from parent_speaker on hold what a parent said beforehand. Those from setting on hold a judgement made at an earlier workshop; leave them empty for cases that are still to be judged.",
    ),
    (
        false,
        "Write dates as 14 November 2026. Write values, not formulas: what a formula showed when the workbook was saved is what is read. Do not merge cells, and do not hide a sheet that is to be read.",
    ),
];

pub(super) fn write(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let heading = Format::new().set_bold().set_font_size(14);
    sheet.set_column_width(0, 110)?;
    for (at, (is_heading, line)) in (0..).zip(LINES) {
        let format = if *is_heading { &heading } else { &text };
        sheet.write_string_with_format(at, 0, *line, format)?;
    }
    Ok(())
}
