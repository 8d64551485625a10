//! Review files made to cost as much as they can: each says one thing as often as fits into a size.

use std::fmt::Write as _;

/// What a review file is full of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// Changes that each hold a list as long as a list may be, of texts of no length.
    BlankTexts,
    /// As many, of texts of one letter, which each need memory of their own.
    ShortTexts,
    /// Lists of numbers.
    Numbers,
    /// What parents were asked about: conditions of no length.
    Matters,
    /// Cases whose lists are all as long as a list may be.
    CasesOfLists,
    /// One list without end, in a case.
    OneList,
    /// Cases, far more than a review has.
    Cases,
    /// Rows of the provision table without end.
    Provisions,
    /// Members without end.
    Members,
    /// The smallest entries that history can have.
    Entries,
    /// Imports of cases, each with all lists.
    Imports,
    /// References to what is not in the table.
    Unknown,
    /// One text.
    OneText,
    /// One text with a backslash first, so that it has to be taken apart.
    OneEscapedText,
    /// One text of line ends that have to be put right.
    LineEnds,
    /// One case number.
    OneNumber,
    /// One name of a field that there is not.
    OneName,
    /// One word where one of a few should stand.
    OneWord,
    /// One number of many digits.
    Digits,
    /// Blanks between two words.
    Blanks,
    /// Remarks within remarks.
    Remarks,
    /// Brackets within brackets.
    Brackets,
    /// Brackets within brackets, before even the version.
    BracketsFirst,
    /// The name of the program that wrote it.
    WrittenBy,
    /// Entries that say they touched as much as they can.
    Changes,
    /// A history that has to be followed: as many cases as there can be, then small changes.
    SmallSteps,
    /// A history that has to be followed: one large case, then small changes to it.
    LargeSteps,
    /// A history that has to be followed: cases, then provision tables, which each of them must fit.
    Tables,
    /// A history that has to be followed: as many cases as there can be, all put aside, then small
    /// changes to the setup.
    Aside,
    /// A history that has to be followed: as many cases as there can be, that change places and back.
    Moves,
    /// A history that has to be followed: large cases, changes, law shown on every case, and every
    /// change undone, so that each state has to keep what was shown.
    Shown,
}

impl Full {
    pub const ALL: &[Self] = &[
        Self::BlankTexts,
        Self::ShortTexts,
        Self::Numbers,
        Self::Matters,
        Self::CasesOfLists,
        Self::OneList,
        Self::Cases,
        Self::Provisions,
        Self::Members,
        Self::Entries,
        Self::Imports,
        Self::Unknown,
        Self::OneText,
        Self::OneEscapedText,
        Self::LineEnds,
        Self::OneNumber,
        Self::OneName,
        Self::OneWord,
        Self::Digits,
        Self::Blanks,
        Self::Remarks,
        Self::Brackets,
        Self::BracketsFirst,
        Self::WrittenBy,
        Self::Changes,
        Self::SmallSteps,
        Self::LargeSteps,
        Self::Tables,
        Self::Aside,
        Self::Moves,
        Self::Shown,
    ];

    /// A file of this kind, of about this many bytes and not more.
    pub fn file(self, size: usize) -> String {
        let room = size.saturating_sub(4_000);
        let fill = |unit: &str| unit.repeat(room / unit.len());
        let repeat = |unit: &str| unit.repeat(200);
        match self {
            Self::BlankTexts => history(&draft_edits("RootCauses", &repeat("\"\",")), room),
            Self::ShortTexts => history(&draft_edits("RootCauses", &repeat("\"a\",")), room),
            Self::Numbers => {
                let years = repeat("0,");
                let table = format!("{},{}", row("a", &years), row("b", &years));
                history(&edit(&format!("Setup(Provisions([{table}]))")), room)
            }
            Self::Matters => {
                let asked = format!(
                    "asked:(stance:Agrees,on:\"2026-01-01\",about:(ideal:CannotTell,\
                     conditions:[{}]))",
                    repeat("(\"\",true,\"\"),")
                );
                let voice = format!("(id:1,words:\"\",attempts:[],{asked})");
                history(&import(&case_file("1", ""), &voice, &draft("")), room)
            }
            Self::CasesOfLists => {
                let case = |n: usize| {
                    let lists = repeat("\"\",");
                    let voice = format!(
                        "(id:1,words:\"\",attempts:[{}])",
                        repeat("(how:\"\",by:\"\"),")
                    );
                    case(&case_file(&n.to_string(), &lists), &voice, &draft(&lists))
                };
                document(&rows(), &many(case, room), "")
            }
            Self::OneList => document(
                &rows(),
                &case(
                    &case_file("1", &fill("\"\",\"\",")[..room / 2 / 3 * 3]),
                    "",
                    &draft(""),
                ),
                "",
            ),
            Self::Cases => {
                let one = |n: usize| case(&case_file(&n.to_string(), ""), "", &draft(""));
                document(&rows(), &many(one, room), "")
            }
            Self::Provisions => document(&many(|n| row(&n.to_string(), ""), room), "", ""),
            Self::Members => {
                let text = document(&rows(), "", "");
                let members = fill("(id:1,role:Other,detail:\"\"),");
                text.replacen("members:[]", &format!("members:[{members}]"), 1)
            }
            Self::Entries => document(&rows(), "", &many(|n| entry(n, ""), room)),
            Self::Imports => {
                let lists = repeat("\"\",");
                let mut cases = String::new();
                for n in 0..40 {
                    let file = case_file(&n.to_string(), &lists);
                    let _ = write!(cases, "(file:{file},voices:[],draft:{}),", draft(&lists));
                }
                history(&edit(&format!("Import([{cases}])")), room)
            }
            Self::Unknown => {
                let correction =
                    "(rating:(ideal:Provision(\"x\")),reason:\"\",at:\"2026-01-01T00:00:00Z\"),";
                let rating = format!(
                    "(member:1,first:(ideal:Abstained),corrections:[{}]),",
                    repeat(correction)
                );
                let one = |n: usize| {
                    case(&case_file(&n.to_string(), ""), "", &draft("")).replacen(
                        "given:[]",
                        &format!("given:[{}]", rating.repeat(20)),
                        1,
                    )
                };
                document(&rows(), &many(one, room), "")
            }
            Self::OneText => noted(&format!("\"{}\"", fill("x"))),
            Self::OneEscapedText => noted(&format!("\"\\n{}\"", fill("x"))),
            Self::LineEnds => noted(&format!("\"{}\"", fill("\r\n"))),
            Self::OneNumber => document(
                &rows(),
                &case(&case_file(&fill("x"), ""), "", &draft("")),
                "",
            ),
            Self::OneName => noted(&format!("\"\",{}:5", fill("x"))),
            Self::OneWord => document(&rows(), "", "").replacen(
                "method:Purposive",
                &format!("method:{}", fill("x")),
                1,
            ),
            Self::Digits => document(&rows(), "", "").replacen(
                "inflation:0",
                &format!("inflation:{}", fill("1")),
                1,
            ),
            Self::Blanks => noted(&format!("{}\"\"", fill(" "))),
            Self::Remarks => noted(&format!(
                "{}{}\"\"",
                "/*".repeat(room / 4),
                "*/".repeat(room / 4)
            )),
            Self::Brackets => noted(&fill("(")),
            Self::BracketsFirst => format!("DbvReview(x:{}", fill("([{")),
            Self::Changes => {
                let one = entry(1, "").replacen(
                    "),hash",
                    &format!(",changes:[{}]),hash", "(part:Setup),".repeat(200)),
                    1,
                );
                document(&rows(), "", &many(|_| one.clone(), room))
            }
            Self::SmallSteps => {
                let cases = 5_000.min(room / 3_000);
                let step = |n: usize| {
                    let phase = if n.is_multiple_of(2) { "a" } else { "b" };
                    format!(
                        "EditCaseFile(case:\"{}\",edit:Text(Phase,\"{phase}\"))",
                        cases - 1
                    )
                };
                followed(cases, "", step, room)
            }
            Self::LargeSteps => {
                let step = |n: usize| {
                    let phase = if n.is_multiple_of(2) { "a" } else { "b" };
                    format!("EditCaseFile(case:\"0\",edit:Text(Phase,\"{phase}\"))")
                };
                let long = format!("\"{}\",", "x".repeat(19_999));
                followed(
                    1,
                    &long.repeat((room / 3 / 20_000).clamp(1, 190)),
                    step,
                    room,
                )
            }
            Self::Tables => {
                let step = |n: usize| {
                    let code = if n.is_multiple_of(2) { "b" } else { "c" };
                    format!("Setup(Provisions([{},{}]))", row("a", ""), row(code, ""))
                };
                followed(5_000.min(room / 3_000), "", step, room)
            }
            Self::Aside => {
                let cases = 5_000.min(room / 3_000);
                let step = |n: usize| match n - cases - 1 {
                    aside if aside < cases => format!("Archive(\"{aside}\")"),
                    odd => {
                        let code = if odd.is_multiple_of(2) { "b" } else { "c" };
                        format!("Setup(Provisions([{},{}]))", row("a", ""), row(code, ""))
                    }
                };
                followed(cases, "", step, room)
            }
            Self::Moves => {
                let cases = 5_000.min(room / 3_000);
                let to_front = |case: usize| format!("MoveCase(case:\"{case}\",before:\"0\")");
                let step = |n: usize| match (n - cases - 1) % 4 {
                    0 => to_front(cases / 2),
                    1 => to_front(cases - 1),
                    2 => "Undo".to_owned(),
                    _ => "Redo".to_owned(),
                };
                followed(cases, "", step, room)
            }
            Self::Shown => {
                const CASES: usize = 20;
                const CHANGES: usize = 400;
                let step = |n: usize| match n - CASES - 1 {
                    change if change < CHANGES => {
                        format!("EditCaseFile(case:\"0\",edit:Text(Phase,\"{change}\"))")
                    }
                    shown if shown < CHANGES + CASES => {
                        let case = shown - CHANGES;
                        format!("LawShown(case:\"{case}\",note:LessForResource)")
                    }
                    _ => "Undo".to_owned(),
                };
                let each = room / 6 / CASES;
                let long = format!("\"{}\",", "x".repeat(each.min(19_999)));
                followed(
                    CASES,
                    &long.repeat((each / 20_000).clamp(1, 190)),
                    step,
                    room,
                )
            }
            Self::WrittenBy => document(&rows(), "", "").replacen(
                "written_by:\"\"",
                &format!("written_by:\"{}\"", fill("x")),
                1,
            ),
        }
    }
}

/// As many as fit.
fn many(one: impl Fn(usize) -> String, room: usize) -> String {
    let mut all = String::with_capacity(room);
    for n in 1.. {
        let next = one(n);
        if all.len() + next.len() + 1 > room {
            break;
        }
        all.push_str(&next);
        all.push(',');
    }
    all
}

/// A review with these rows of the provision table, cases and entries of history.
pub fn document(provisions: &str, cases: &str, history: &str) -> String {
    format!(
        "#![enable(implicit_some, unwrap_newtypes)]\nDbvReview(version:2,written_by:\"\",review:(\
         setup:{},cases:[{cases}]),history:[{history}])",
        setup(provisions)
    )
}

fn setup(provisions: &str) -> String {
    format!(
        "(title:\"\",local_authority:\"\",note:\"\",selection:(method:Purposive,account:\"\"),\
         members:[],provisions:[{provisions}],baseline:(base_year:\"2024-25\",horizon:5,\
         inflation:0,other_spend:0,allocation:0,allocation_growth:[],opening_balance:0,ramp:[],\
         first_year_share:0,realisation:0,investment:[],grant:[],appeal_share:0,\
         appeal_loss_share:0),root_causes:[],seed:1)"
    )
}

fn noted(note: &str) -> String {
    document(&rows(), "", "").replacen("note:\"\"", &format!("note:{note}"), 1)
}

pub fn row(code: &str, places: &str) -> String {
    format!(
        "(code:\"{code}\",label:\"\",tier:0,caseload:0,growth:0,transition_share:0,\
         new_places:[{places}])"
    )
}

/// Two, which is as few as there can be.
pub fn rows() -> String {
    format!("{},{}", row("a", ""), row("b", ""))
}

fn case_file(id: &str, texts: &str) -> String {
    format!(
        "(id:\"{id}\",current_provision:\"a\",year_group:\"\",phase:\"\",primary_need:\"\",\
         secondary_needs:[{texts}],plan_since:\"\",pen_portrait:\"\",child_views:\"\",\
         aspirations:\"\",provision_summary:\"\",documents_seen:[],documents_missing:[{texts}])"
    )
}

/// A case of which nothing is known.
pub fn blank_case(id: &str) -> String {
    case(&case_file(id, ""), "", &draft(""))
}

fn draft(root_causes: &str) -> String {
    format!(
        "(reasoning:\"\",conditions:[],support_costs:[],root_causes:[{root_causes}],dissent:[])"
    )
}

fn case(file: &str, voices: &str, draft: &str) -> String {
    format!(
        "(file:{file},voices:[{voices}],ratings:(given:[]),standing:Draft({draft}),\
         money_revealed:false)"
    )
}

const NOUGHT: &str = "0000000000000000000000000000000000000000000000000000000000000000";

fn entry(number: usize, payload: &str) -> String {
    format!(
        "(header:(number:{number},at:\"2026-01-01T00:00:00Z\",kind:\"\",via:Typed,\
         money_visible:true,payload:\"{NOUGHT}\",previous:\"{NOUGHT}\"),hash:\"{NOUGHT}\"{payload})"
    )
}

fn edit(command: &str) -> String {
    format!(",payload:(salt:\"00000000000000000000000000000000\",command:{command})")
}

/// A history that begins a review, adds so many cases with these texts, and goes on with these
/// commands as often as fits.
fn followed(cases: usize, texts: &str, step: impl Fn(usize) -> String, room: usize) -> String {
    let command = |n: usize| match n {
        0 => format!("Create({})", setup(&rows())),
        n if n <= cases => format!("AddCase({})", case_file(&(n - 1).to_string(), texts)),
        n => step(n),
    };
    document(
        &rows(),
        "",
        &many(|n| entry(n, &edit(&command(n - 1))), room),
    )
}

fn draft_edits(list: &str, items: &str) -> String {
    edit(&format!("EditDraft(case:\"1\",edit:{list}([{items}]))"))
}

fn import(file: &str, voice: &str, draft: &str) -> String {
    edit(&format!(
        "Import([(file:{file},voices:[{voice}],draft:{draft})])"
    ))
}

fn history(payload: &str, room: usize) -> String {
    document(&rows(), "", &many(|n| entry(n, payload), room))
}
