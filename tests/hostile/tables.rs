use dbv_case_review::exchange::{Sheet, baseline, cases, provisions};
use dbv_case_review::review::text::ProvisionCode;
use std::time::Instant;

/// What a table is full of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// One field.
    OneField,
    /// One field in quotation marks, each letter of which is a quotation mark.
    Quotes,
    /// Columns.
    Columns,
    /// Columns, then rows of one field.
    ColumnsThenRows,
    /// A long field, then rows of one field.
    FieldThenRows,
    /// Rows of cases.
    Rows,
    /// Rows with something wrong in every field.
    BadRows,
    /// Rows with more fields than the header.
    Ragged,
    /// Lines without anything.
    Lines,
    /// Rows of commas.
    Commas,
    /// Cases with lists as long as they may be.
    Lists,
    /// One list.
    OneList,
    /// Bytes that become three each when they are read as Windows-1252.
    HighBytes,
    /// Rows that are remarked on.
    Remarked,
}

impl Full {
    pub const ALL: &[Self] = &[
        Self::OneField,
        Self::Quotes,
        Self::Columns,
        Self::ColumnsThenRows,
        Self::FieldThenRows,
        Self::Rows,
        Self::BadRows,
        Self::Ragged,
        Self::Lines,
        Self::Commas,
        Self::Lists,
        Self::OneList,
        Self::HighBytes,
        Self::Remarked,
    ];

    pub fn table(self, size: usize) -> Vec<u8> {
        let head = "case_id,current_provision,pen_portrait,secondary_needs,documents_seen,root_causes,annual_cost,setting\n";
        let mut text = head.as_bytes().to_vec();
        let room = size - head.len() - 100;
        let fill = |text: &mut Vec<u8>, unit: &dyn Fn(usize) -> String| {
            for n in 0.. {
                let unit = unit(n);
                if text.len() + unit.len() > size {
                    break;
                }
                text.extend(unit.as_bytes());
            }
        };
        let cap = |room: usize| {
            if std::env::var("BEFORE").is_ok() {
                room.min(20_000)
            } else {
                room
            }
        };
        match self {
            Self::OneField => {
                text.extend(b"1,a,");
                text.resize(room, b'x');
            }
            Self::Quotes => {
                text.extend(b"1,a,\"");
                text.resize(room & !1, b'"');
                text.extend(b"\"\n")
            }
            Self::Columns => {
                text.pop();
                text.resize(room, b',');
            }
            Self::ColumnsThenRows => {
                text.pop();
                text.resize(cap(room) / 2, b',');
                text.push(b'\n');
                while text.len() < cap(room) {
                    text.extend(b"x\n");
                }
            }
            Self::FieldThenRows => {
                text.extend(b"1,a,");
                text.resize(cap(room) / 2, b'x');
                text.push(b'\n');
                while text.len() < cap(room) {
                    text.extend(b"x\n");
                }
            }
            Self::Rows => fill(&mut text, &|n| format!("{n},a\n")),
            Self::BadRows => fill(&mut text, &|_| ",b,,,,,x,x\n".to_owned()),
            Self::Ragged => fill(&mut text, &|n| format!("{n},a,,,,,,,,x\n")),
            Self::Lines => text.resize(room, b'\n'),
            Self::Commas => fill(&mut text, &|_| ",\n".to_owned()),
            Self::Lists => fill(&mut text, &|n| {
                let l = "a;".repeat(200);
                format!("{n},a,,{l},{l},{l}\n")
            }),
            Self::OneList => {
                text.extend(b"1,a,,");
                while text.len() < room {
                    text.extend(b"a;");
                }
            }
            Self::HighBytes => {
                text.extend(b"1,a,");
                text.resize(room, 0x80);
            }
            Self::Remarked => fill(&mut text, &|n| format!("{n},a,,,,-\n")),
        }
        text
    }
}

#[test]
#[ignore = "measures"]
fn measure() {
    let mb: f64 = std::env::var("MB").map_or(1.0, |mb| mb.parse().unwrap());
    let only = std::env::var("ONLY").unwrap_or_default();
    let known = [ProvisionCode::new("a").unwrap()];
    for kind in Full::ALL {
        if !format!("{kind:?}").contains(&only) {
            continue;
        }
        let bytes = kind.table((mb * 1048576.0) as usize);
        for which in 0..3 {
            let clock = Instant::now();
            let mut said = String::new();
            let path = std::env::temp_dir().join("hostile.csv");
            std::fs::write(&path, &bytes).unwrap();
            let used = allocation_counter::measure(|| {
                said = match Sheet::open(&path) {
                    Err(problem) => problem.to_string(),
                    Ok(sheet) => {
                        let (n, problems) = match which {
                            0 => {
                                let r = cases(&sheet, &known);
                                (r.value.len(), r.problems)
                            }
                            1 => {
                                let r = provisions(&sheet);
                                (r.value.rows.len(), r.problems)
                            }
                            _ => {
                                let r = baseline(&sheet, "2024-25".parse().unwrap());
                                (1, r.problems)
                            }
                        };
                        format!(
                            "{n} read; {}",
                            problems
                                .to_string()
                                .chars()
                                .take(150)
                                .collect::<String>()
                                .replace('\n', " | ")
                        )
                    }
                };
            });
            println!(
                "{kind:?} {}: {} bytes, peak {:.2} ×, {:?}: {said}",
                ["cases", "provisions", "baseline"][which],
                bytes.len(),
                used.bytes_max as f64 / bytes.len() as f64,
                clock.elapsed()
            );
        }
    }
}
