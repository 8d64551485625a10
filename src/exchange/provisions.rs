//! The provision table (model.md §1).

use super::Read;
use super::columns::TableKind;
use super::number::Kind;
use super::row::{Row, each_row_of, quantity, whole};
use super::table::Table;
use crate::review::bounds;
use crate::review::provision::Provision;
use crate::review::refusal::Refusal;
use crate::review::text::ProvisionCode;
use crate::review::units::{Caseload, Growth, PerChild, Places, Share, Tier};

/// A provision table that was read.
#[derive(Clone, Debug, Default)]
pub struct ProvisionTable {
    /// The good rows.
    pub rows: Vec<Provision>,
    /// The codes of all rows, also of those with something wrong in them, so that the cases of
    /// the same review can be checked in the same go.
    pub codes: Vec<ProvisionCode>,
}

/// Reads the table `provisions`.
pub fn provisions(table: &Table) -> Read<ProvisionTable> {
    let mut codes: Vec<ProvisionCode> = Vec::new();
    let (mut rows, mut problems, notes) = each_row_of(table, TableKind::Provisions, |row| {
        let code = row.require("code", |text| ProvisionCode::new(text));
        let twice = code.as_ref().is_some_and(|code| codes.contains(code));
        if let Some(code) = code.as_ref().filter(|_| twice) {
            let what = format!("there is another row “{code}”; every row has its own code");
            row.wrong("code", what);
        } else {
            codes.extend(code.clone());
        }
        provision(row, code)
    });
    let count = codes.len();
    if !problems.whole_file() && !(bounds::PROVISIONS_MIN..=bounds::PROVISIONS_MAX).contains(&count)
    {
        let what = Refusal::ProvisionCount { rows: count }.to_string();
        problems.push_whole(table.problem(None, None, what));
        rows = Vec::new();
    }
    Read {
        value: ProvisionTable { rows, codes },
        problems,
        notes,
    }
}

fn provision(row: &mut Row<'_>, code: Option<ProvisionCode>) -> Option<Provision> {
    let label = row.text("label");
    let tier = row.require("tier", |text| whole(text, (0, Tier::MAX), Tier::new));
    let caseload = row.require("caseload", |text| {
        quantity(text, Kind::Count, Caseload::new)
    });
    let unit_cost = row.quantity("unit_cost", Kind::Money, PerChild::new);
    let avoidable_cost = row.quantity("avoidable_cost", Kind::Money, PerChild::new);
    let unit_is_blank = row.cell("unit_cost").is_empty();
    match (unit_cost, avoidable_cost) {
        (Some(unit), Some(avoidable)) if avoidable > unit => row.wrong(
            "avoidable_cost",
            "it is a part of the unit cost, so it cannot be more than that",
        ),
        (None, Some(_)) if unit_is_blank => row.wrong(
            "avoidable_cost",
            "it is a part of the unit cost, which is empty in this row",
        ),
        _ => {}
    }
    let growth = row.quantity("growth", Kind::Rate, Growth::new);
    let transition_share = row.quantity("transition_share", Kind::Rate, Share::new);
    let new_places = row.by_year("new_places", Kind::Count, Places::new);
    let blank = Provision::new(code?, label, tier?);
    Some(Provision {
        caseload: caseload?,
        unit_cost,
        avoidable_cost,
        growth: growth.unwrap_or(blank.growth),
        transition_share: transition_share.unwrap_or(blank.transition_share),
        new_places,
        ..blank
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Read<ProvisionTable> {
        provisions(&Table::from_csv("p.csv", text, TableKind::Provisions))
    }

    #[test]
    fn a_table_in_any_order_of_columns() {
        let read = read(
            "Tier, CODE ,caseload,unit_cost,avoidable_cost,growth,new_places,colour\n\
             0,SenSupport,0,,,,,red\n\
             3,Special,\"1,041\",\"£26,000\",16000,3%,40;60,\n",
        );
        assert!(read.problems.is_empty(), "{}", read.problems);
        assert_eq!(
            read.notes,
            ["p.csv: column “colour” is not known and was ignored"]
        );
        let [support, special] = read.value.rows.as_slice() else {
            panic!("two rows");
        };
        assert_eq!(support.unit_cost, None);
        assert_eq!(support.transition_share.get(), 0.198);
        assert_eq!(special.caseload.get(), 1041.0);
        assert_eq!(special.growth.get(), 0.03);
        assert_eq!(special.new_places.len(), 2);
    }

    #[test]
    fn everything_wrong_is_listed_at_once() {
        let read = read(
            "code,tier,caseload,unit_cost,avoidable_cost,growth,new_places\n\
             A,0,ten,5,6,,\n\
             \n\
             A,1.5,1,,4,200%,1;;2\n\
             ,24,,2000001,,,\n",
        );
        let found: Vec<_> = read
            .problems
            .listed()
            .iter()
            .map(|p| (p.row.unwrap_or(0), p.column.clone().unwrap_or_default()))
            .collect();
        let expected = [
            (2, "caseload"),
            (2, "avoidable_cost"),
            (4, "code"),
            (4, "tier"),
            (4, "avoidable_cost"),
            (4, "growth"),
            (4, "new_places"),
            (5, "code"),
            (5, "tier"),
            (5, "caseload"),
            (5, "unit_cost"),
            (0, ""),
        ]
        .map(|(row, column)| (row, column.to_owned()));
        assert_eq!(found, expected, "{}", read.problems);
        assert!(read.problems.to_string().contains("between −50% and 100%"));
        assert!(read.problems.to_string().contains("£0 to £2,000,000"));
    }

    #[test]
    fn headers_that_are_none() {
        let missing = read("code,tier\nA,0\n").problems.to_string();
        assert!(missing.contains("row 1, column caseload"), "{missing}");
        assert!(read("").problems.to_string().contains("empty"));
        assert!(
            read("code,tier,caseload,tier\n")
                .problems
                .to_string()
                .contains("twice")
        );
        let open = read("code,tier,caseload,label\nA,0,1,\"open\nB,1,2,x\n")
            .problems
            .to_string();
        assert!(
            open.contains("row 2") && open.contains("does not close"),
            "{open}"
        );
    }

    #[test]
    fn columns_between_semicolons_or_tabs_are_read_and_said() {
        for (separator, called) in [(";", "semicolons"), ("\t", "tabs")] {
            let text = "code,tier,caseload,label\nA,0,1,a|b\nB,0,1,b\n".replace(',', separator);
            let read = read(&text.replace('|', ", "));
            assert!(read.problems.is_empty(), "{}", read.problems);
            let row = &read.value.rows[0];
            assert_eq!((row.caseload.get(), row.label.as_str()), (1.0, "a, b"));
            let note = format!("p.csv: its columns are separated by {called}, not commas");
            assert_eq!(read.notes, [note]);
        }
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_shows_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = [
                "code,tier,caseload,label",
                "A,0,1,\"two",
                "lines\"",
                "",
                ",,,",
                "B,x,1,",
            ]
            .join(end);
            let read = read(&text);
            assert_eq!(
                read.problems.listed()[0].row,
                Some(5),
                "{end:?} {}",
                read.problems
            );
        }
    }

    #[test]
    fn too_many_fields_are_pointed_out() {
        let read = read("code,tier,caseload\nA,0,1,000\nB,1,2,,\n");
        let listed = read.problems.to_string();
        assert!(
            listed.contains("row 2: the row has more fields"),
            "{listed}"
        );
        assert!(!listed.contains("row 3"), "{listed}");
    }
}
