//! What a frame of the window costs in the middle of a large programme: 2,000 cases, half of them
//! recorded, twelve members who have all rated, every child's parents heard, a history of 27,000
//! entries. The real app is driven without a screen: its logic, its views and the triangles made of
//! them, without the graphics card. What is held is the time that the window's thread is at work;
//! the time that passes is told beside it, since other programs share the machine.
//!
//! `cargo bench --bench frames`, with `-- --hold` to fail where a frame takes longer than
//! [`MEDIAN`] or [`P99`], with `-- NAME` for what is called so.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/common/mod.rs"]
mod common;
#[path = "frames/programme.rs"]
mod programme;
#[path = "frames/window.rs"]
mod window;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use dbv_case_review::store;
use eframe::egui::{Event, Key, Modifiers, Pos2, pos2};
use programme::{CASES, RECORDED, number, prose};
use window::{CTRL, Cost, LAPTOP, Window};

/// Half of the frames take no longer than this.
const MEDIAN: Duration = Duration::from_millis(4);
/// All but one in a hundred.
const P99: Duration = Duration::from_millis(8);
/// Frames of each activity, at least.
const FRAMES: usize = 300;

const STEPS: [(&str, Key); 4] = [
    ("Read", Key::Num1),
    ("Rate", Key::Num2),
    ("Judge", Key::Num3),
    ("Check", Key::Num4),
];
const SETTING: &str = "The panel. Is the setting ideal?";
const WHY: &str = "Why the panel thinks so";
const FIND: &str = "Find a case";

fn main() -> ExitCode {
    let mut only: Vec<String> = std::env::args().skip(1).collect();
    let hold = only.iter().any(|word| word == "--hold");
    only.retain(|word| !word.starts_with("--"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("programme.dbvreview");
    let begun = Instant::now();
    let review = programme::review();
    println!("{CASES} cases in {:.1?}", begun.elapsed());
    store::save(&path, &review.snapshot()).unwrap();
    drop(review);
    let begun = Instant::now();
    let mut bench = Bench {
        window: Window::on(&path),
        only,
        slow: Vec::new(),
    };
    println!("opened and at rest after {:.1?}", begun.elapsed());
    println!(
        "{:44} {:>6}  {:>8} {:>8} {:>8}   {:>8} {:>8}  ms; machine: {}",
        "",
        "frames",
        "median",
        "p99",
        "worst",
        "passed",
        "p99",
        machine()
    );
    bench.all();
    let slow = bench.slow;
    if !slow.is_empty() {
        println!("over {MEDIAN:?} or {P99:?}: {}", slow.join("; "));
    }
    match hold && !slow.is_empty() {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}

/// Processors, and how busy they are.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<&str> = load.split(' ').take(3).collect();
    format!("{cores} cores, load {}", load.join(" "))
}

struct Bench {
    window: Window,
    only: Vec<String>,
    slow: Vec<String>,
}

impl Bench {
    fn all(&mut self) {
        // In the middle of the review, with the judgement begun.
        self.go_to(RECORDED + 500);
        for (step, key) in STEPS {
            self.window.keys(CTRL, key);
            self.window.rest();
            self.looking_on(step);
        }
        self.judging();
        self.typing();
        self.elsewhere();
    }

    fn wanted(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|word| name.contains(word.as_str()))
    }

    /// Does something in every frame, and tells what the frames took.
    fn frames(&mut self, name: &str, mut act: impl FnMut(&mut Window, usize)) {
        if !self.wanted(name) {
            return;
        }
        let mut costs = Vec::with_capacity(FRAMES);
        for n in 0..FRAMES {
            act(&mut self.window, n);
            costs.push(self.window.pass());
        }
        self.told(name, &costs);
        self.window.rest();
    }

    fn told(&mut self, name: &str, costs: &[Cost]) {
        let sorted = |time: fn(&Cost) -> Duration| {
            let mut times: Vec<Duration> = costs.iter().map(time).collect();
            times.sort();
            times
        };
        let at = |times: &[Duration], share: f64| {
            let place = (times.len() as f64 * share) as usize;
            times[place.min(times.len() - 1)]
        };
        let (cpu, wall) = (sorted(|cost| cost.cpu), sorted(|cost| cost.wall));
        let (median, p99) = (at(&cpu, 0.5), at(&cpu, 0.99));
        let ms = |time: Duration| time.as_secs_f64() * 1_000.0;
        let too_slow = median > MEDIAN || p99 > P99;
        println!(
            "{name:44} {:>6}  {:>8.2} {:>8.2} {:>8.2}   {:>8.2} {:>8.2}{}",
            cpu.len(),
            ms(median),
            ms(p99),
            ms(at(&cpu, 1.0)),
            ms(at(&wall, 0.5)),
            ms(at(&wall, 0.99)),
            if too_slow { "  SLOW" } else { "" }
        );
        if too_slow {
            self.slow.push(name.to_owned());
        }
    }

    fn go_to(&mut self, case: usize) {
        self.window.press(FIND);
        self.window.tell([Event::Text(number(case))]);
        self.window.pass();
        self.window.keys(Modifiers::NONE, Key::Enter);
        self.window.rest();
    }

    fn looking_on(&mut self, step: &str) {
        let (list, case) = (pos2(100.0, 500.0), pos2(600.0, 400.0));
        let to_and_fro = |n: usize| if n % 120 < 60 { -40.0 } else { 40.0 };
        self.frames(&format!("{step}: nothing happens"), |_, _| ());
        self.frames(&format!("{step}: the pointer moves"), |window, n| {
            let at = (n * 7 % 700) as f32;
            window.tell([Event::PointerMoved(pos2(at + 20.0, at))]);
        });
        self.frames(&format!("{step}: the list is scrolled"), |window, n| {
            window.wheel(list, to_and_fro(n));
        });
        self.frames(&format!("{step}: the case is scrolled"), |window, n| {
            window.wheel(case, to_and_fro(n));
        });
        let name = format!("{step}: a case is looked for");
        if self.wanted(&name) {
            self.window.press(FIND);
            self.frames(&name, |window, n| match n % 6 {
                0..3 => window.tell([Event::Text(["1", "2", "9"][n % 3].to_owned())]),
                _ => window.keys(Modifiers::NONE, Key::Backspace),
            });
        }
        // There and back again.
        self.frames(&format!("{step}: to the next case"), |window, n| {
            let on = if n % 20 < 10 {
                Key::ArrowDown
            } else {
                Key::ArrowUp
            };
            if n % 2 == 0 {
                window.keys(CTRL, on);
            }
        });
        self.idle(step);
    }

    /// Once everything has settled nothing is drawn any more.
    fn idle(&mut self, step: &str) {
        self.window.rest();
        let after = self.window.wants_repaint_after();
        let when = match after == Duration::MAX {
            true => "not drawn again by itself".to_owned(),
            false => format!("drawn again after {after:.0?}"),
        };
        println!("{step}: {when}");
        if after < Duration::from_secs(20) {
            self.slow.push(format!("{step}: never at rest"));
        }
    }

    /// Answers are chosen, and judgements recorded.
    fn judging(&mut self) {
        if !self.wanted("Judge: judging") {
            return;
        }
        let answers = ["ideal", "not ideal", "cannot tell"];
        self.window.keys(CTRL, Key::Num3);
        self.window.rest();
        let find = |window: &mut Window, answer: &&str| {
            let name = format!("{SETTING}: {answer}");
            window.find(&name).unwrap_or_else(|| panic!("no {name:?}"))
        };
        // In sight all three.
        find(&mut self.window, &answers[2]);
        let places: Vec<Pos2> = answers.iter().map(|a| find(&mut self.window, a)).collect();
        self.frames("Judge: answers are chosen", |window, n| {
            let at = places[n / 4 % places.len()];
            match n % 4 {
                0 => window.button(at, true),
                1 => window.button(at, false),
                _ => (),
            }
        });
        self.recording();
    }

    fn recording(&mut self) {
        let mut costs = Vec::new();
        for n in 0..FRAMES / 12 {
            self.go_to(RECORDED + 600 + n);
            self.window.keys(CTRL, Key::Num3);
            self.window.rest();
            self.window.press(&format!("{SETTING}: ideal"));
            self.window.keys(CTRL, Key::Enter);
            costs.extend((0..12).map(|_| self.window.pass()));
            self.window.rest();
        }
        self.told("Judge: judgements are recorded", &costs);
    }

    /// In a field as it stands, and in one that holds as much as a field may.
    fn typing(&mut self) {
        if !self.wanted("Judge: typing") {
            return;
        }
        self.go_to(RECORDED + 501);
        self.window.keys(CTRL, Key::Num3);
        self.window.rest();
        let into = |window: &mut Window, field: &str, text: &str| {
            window.press(field);
            window.keys(CTRL, Key::A);
            window.tell([Event::Paste(text.to_owned())]);
            window.pass();
            window.rest();
        };
        let letters = |window: &mut Window, n: usize| {
            let letter = if n % 6 == 5 { " " } else { "e" };
            window.tell([Event::Text(letter.to_owned())]);
        };
        self.window.press(WHY);
        self.frames("Judge: typing in 500 characters", letters);
        into(&mut self.window, WHY, &prose(1, 19_000));
        self.frames("Judge: typing in 20,000 characters", letters);
        self.frames("Judge: the same, nothing happens", |_, _| ());
        let case = pos2(600.0, 400.0);
        self.frames("Judge: the same, the case is scrolled", |window, n| {
            window.wheel(case, if n % 120 < 60 { -40.0 } else { 40.0 });
        });
        let paragraph = prose(1, 19_000).replace("\n\n", " ");
        into(&mut self.window, WHY, &paragraph);
        self.frames("Judge: typing in one paragraph of 20,000", letters);
    }

    /// The other screens.
    fn elsewhere(&mut self) {
        let middle = LAPTOP.to_pos2() * 0.5;
        for screen in ["History", "Prepare"] {
            if !self.wanted(screen) {
                continue;
            }
            self.window.press(screen);
            self.frames(&format!("{screen}: it is scrolled"), |window, n| {
                window.wheel(middle, if n % 120 < 60 { -40.0 } else { 40.0 });
            });
            self.idle(screen);
        }
    }
}
