//! A process that saves in a loop, killed at random moments: the file always opens and holds at
//! least what was confirmed, and so does what is opened for work.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Command, Stdio};
use std::time::Instant;

use dbv_case_review::store::open_for_work;

use super::made::judged;
use super::*;

/// This test program, running one of its own tests as a process of its own.
pub fn as_child(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            test,
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("TORTURE_IN", folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

const PACE: Pace = Pace {
    quiet: Duration::from_millis(3),
    longest: Duration::from_millis(9),
    retry: Duration::from_millis(3),
};

/// Not a test: the process that is killed. It goes on where the review is, and says every number
/// that the journal has confirmed (j) and the file (f).
#[test]
#[ignore = "is started by another test, to be killed"]
fn saves_in_a_loop() {
    let Some(folder) = std::env::var_os("TORTURE_IN").map(PathBuf::from) else {
        return;
    };
    let services = Arc::new(Still(Some(folder.join("own"))));
    let path = folder.join("West.dbvreview");
    let for_work = ready(open_for_work(&path, services.as_ref()).unwrap());
    let ForWork { opened, access, .. } = for_work;
    let mut review = opened.review;
    let mut change = number(&review);
    let first = review.snapshot();
    let keeper = Keeper::at_pace(mine(access), first, services, PACE, || {});
    loop {
        change += 1;
        retitle(&mut review, &format!("Title {change}"));
        keeper.keep(review.snapshot());
        if keeper.is_in_journal() {
            println!("\nj {change}");
        }
        if change.is_multiple_of(3) && keeper.write_now().is_ok() {
            println!("\nf {change}");
        }
    }
}

/// Something like chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn up_to(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

/// What one run of the process confirmed before it was killed.
#[derive(Default)]
struct Confirmed {
    journal: usize,
    file: usize,
}

/// Kills it so long after its start, or after it has said something.
fn run_and_kill(folder: &Path, after: Duration, is_at_work: bool) -> Confirmed {
    let mut child = as_child("kills::saves_in_a_loop", folder).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap());
    let (said_something, at_work) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut confirmed = Confirmed::default();
        let mut line = String::new();
        while lines.read_line(&mut line).is_ok_and(|read| read > 0) {
            // The last line may be half there.
            let said = line
                .strip_suffix('\n')
                .and_then(|line| line.split_once(' '));
            if let Some((what, number)) = said
                && let Ok(number) = number.parse()
            {
                let _ = said_something.send(());
                match what {
                    "j" => confirmed.journal = number,
                    "f" => confirmed.file = number,
                    _ => {}
                }
            }
            line.clear();
        }
        let _ = lines.read_to_string(&mut line);
        confirmed
    });
    if is_at_work {
        at_work.recv_timeout(Duration::from_secs(30)).unwrap();
    }
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

fn torture(kills: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("West.dbvreview");
    let mut review = judged(2);
    retitle(&mut review, "Title 0");
    dbv_case_review::store::save(&path, &review.snapshot()).unwrap();
    let services = Still(Some(folder.path().join("own")));
    let mut chance = Chance(88_172_645_463_325_252);
    let (mut last_file, mut last_journal, mut changes) = (0, 0, 0);
    let (mut with_work, mut file_lost, mut work_lost) = (0, 0, 0);
    let clock = Instant::now();
    for kill in 1..=kills {
        // One of four while it starts and opens the review, the others while it saves.
        let is_at_work = chance.up_to(4) > 0;
        let after = Duration::from_micros(chance.up_to(60_000));
        let confirmed = run_and_kill(folder.path(), after, is_at_work);
        with_work += usize::from(confirmed.journal > 0);
        last_file = last_file.max(confirmed.file);
        last_journal = last_journal.max(confirmed.journal).max(last_file);
        let (file, before) = (dbv_case_review::store::open(&path), bak(&path));
        let file = file.or_else(|_| dbv_case_review::store::open(&before));
        let file = number(&file.expect("neither file nor backup opens").review);
        file_lost = file_lost.max(last_file.saturating_sub(file));
        let found = ready(open_for_work(&path, &services).unwrap());
        let found_number = number(&found.opened.review);
        work_lost = work_lost.max(last_journal.saturating_sub(found_number));
        assert!(file >= last_file, "kill {kill}: file {file} of {last_file}");
        assert!(
            found_number >= last_journal,
            "kill {kill}: {found_number} of {last_journal}"
        );
        assert_eq!(found.opened.review.history().check(), Ok(()));
        changes = found_number;
    }
    println!(
        "torture: {kills} kills in {:.0?}, {with_work} of them while it worked; {changes} changes; \
         worst loss: {file_lost} confirmed saves, {work_lost} confirmed changes",
        clock.elapsed()
    );
    assert!(
        2 * with_work > kills,
        "only {with_work} of {kills} processes got to work"
    );
}

#[test]
fn killed_at_random_moments_nothing_confirmed_is_lost() {
    torture(40);
}

/// `cargo test --no-default-features --test torture five_hundred -- --ignored --nocapture`.
#[test]
#[ignore = "long"]
fn killed_at_five_hundred_random_moments_nothing_confirmed_is_lost() {
    torture(500);
}
