//! The outside world behind one small trait: clock, chance, the folder where the program keeps
//! its own things, and (for the window) file dialogs. Tests bring their own.

use std::path::PathBuf;

use chrono::{Local, Utc};

use crate::review::{Act, Date, Salt, Timestamp, Via};

/// What the program asks of the machine that it runs on.
pub trait Services: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
    /// Random bits for a salt.
    fn salt(&self) -> Salt;
    /// The local time of day of a moment, "14:02".
    fn time_of_day(&self, at: Timestamp) -> String;
    /// Today's date here.
    fn today(&self) -> Date;
    /// The local date of a moment.
    fn day_of(&self, at: Timestamp) -> Date {
        at.date()
    }
    /// The local date and time of a moment: "22 November 2026, 14:02".
    fn when(&self, at: Timestamp) -> String {
        format!("{}, {}", self.day_of(at).in_words(), self.time_of_day(at))
    }
    /// The folder where a person's documents are kept; `None` if there is none.
    fn documents_folder(&self) -> Option<PathBuf>;
    /// The program's own folder on this computer (recent files, log); `None` if there is none.
    fn data_folder(&self) -> Option<PathBuf>;
    /// What this computer is called, for others who find its lock beside a file.
    fn machine_name(&self) -> String;
    /// Whether a process of this computer is running; `None` if nobody can tell.
    fn is_running(&self, process: u32) -> Option<bool>;

    /// What the gate needs to know of a change made now.
    fn act(&self, via: Via, money_visible: bool) -> Act {
        Act {
            at: self.now(),
            via,
            money_visible,
            salt: self.salt(),
        }
    }
}

/// The real machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Machine;

impl Services for Machine {
    fn now(&self) -> Timestamp {
        // A clock outside 1950 to 2150 tells nothing.
        Timestamp::new(Utc::now()).unwrap_or(Timestamp::EPOCH)
    }

    fn salt(&self) -> Salt {
        let mut bits = [0; 16];
        if getrandom::fill(&mut bits).is_err() {
            log::warn!("the system gave no random bits; hashes of this entry are not salted");
        }
        Salt(bits)
    }

    fn time_of_day(&self, at: Timestamp) -> String {
        at.utc().with_timezone(&Local).format("%H:%M").to_string()
    }

    fn today(&self) -> Date {
        Date::new(Local::now().date_naive()).unwrap_or(Date::EPOCH)
    }

    fn day_of(&self, at: Timestamp) -> Date {
        // At the very ends of the calendar the local date is none that can be kept.
        Date::new(at.utc().with_timezone(&Local).date_naive()).unwrap_or_else(|_| at.date())
    }

    fn documents_folder(&self) -> Option<PathBuf> {
        let folders = directories::UserDirs::new()?;
        let documents = folders.document_dir().unwrap_or(folders.home_dir());
        Some(documents.to_path_buf())
    }

    fn data_folder(&self) -> Option<PathBuf> {
        // Not the roaming folder: councils often keep that on a network share.
        directories::ProjectDirs::from("uk", "", "DBV Case Review")
            .map(|folders| folders.data_local_dir().to_path_buf())
    }

    fn machine_name(&self) -> String {
        let name = gethostname::gethostname();
        name.to_string_lossy().chars().take(100).collect()
    }

    fn is_running(&self, process: u32) -> Option<bool> {
        let processes = std::path::Path::new("/proc");
        // Only Linux shows its processes as folders.
        processes
            .join("self")
            .exists()
            .then(|| processes.join(process.to_string()).exists())
    }
}

/// Sends what the program has to log to standard error: warnings and errors, and with
/// `DBV_LOG=info` its own notes on how long things took. Nothing that a person typed is ever
/// logged.
pub fn log_to_stderr() {
    let verbose = std::env::var_os("DBV_LOG").is_some_and(|level| level == "info");
    if log::set_logger(&StderrLog).is_ok() {
        log::set_max_level(if verbose {
            log::LevelFilter::Info
        } else {
            log::LevelFilter::Warn
        });
    }
}

struct StderrLog;

impl log::Log for StderrLog {
    fn enabled(&self, about: &log::Metadata<'_>) -> bool {
        // Libraries below the window are only heard when something is wrong.
        about.level() <= log::Level::Warn || about.target().starts_with("dbv_case_review")
    }

    fn log(&self, record: &log::Record<'_>) {
        if self.enabled(record.metadata()) {
            eprintln!("{} {}: {}", record.level(), record.target(), record.args());
        }
    }

    fn flush(&self) {}
}
