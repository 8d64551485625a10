//! What the app asks of the machine, for tests: folders of its own, a clock that stands still
//! until it is moved, and file dialogs that are answered beforehand.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use dbv_case_review::review::{Date, Review, Salt, Timestamp};
use dbv_case_review::services::Services;
use dbv_case_review::store;
use dbv_case_review::ui::dialogs::{Dialogs, Purpose};
use eframe::egui::Context;
use tempfile::TempDir;

/// A computer with empty folders, on 21 November 2026 at 14:00.
pub struct World {
    folder: TempDir,
    minutes: AtomicU64,
    salts: AtomicU64,
    answers: Mutex<VecDeque<PathBuf>>,
    /// Whether file dialogs stay open for now.
    held: AtomicBool,
    /// Whether there are none.
    none: AtomicBool,
}

/// Every file there is, with what it holds.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

impl World {
    pub fn new() -> Arc<Self> {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("documents")).unwrap();
        Arc::new(Self {
            folder,
            minutes: AtomicU64::new(0),
            salts: AtomicU64::new(0),
            answers: Mutex::default(),
            held: AtomicBool::new(false),
            none: AtomicBool::new(false),
        })
    }

    /// Moves the clock on.
    pub fn minutes_pass(&self, minutes: u64) {
        self.minutes.fetch_add(minutes, Ordering::Relaxed);
    }

    /// Where a file of this name is, in the documents.
    pub fn document(&self, name: &str) -> PathBuf {
        self.folder.path().join("documents").join(name)
    }

    /// Puts a file into the documents.
    pub fn put(&self, name: &str, contents: &str) -> PathBuf {
        let path = self.document(name);
        fs::write(&path, contents).unwrap();
        path
    }

    /// Where the copy of the sample keeps itself.
    pub fn sample(&self) -> PathBuf {
        self.folder
            .path()
            .join("data/samples/First steps.dbvreview")
    }

    /// Every file there is, in the documents and among the program's own.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.folder.path().to_owned()];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push(path);
                }
            }
        }
        files
    }

    /// The folder of the program's own things.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Every file there is, with what it holds.
    pub fn everything(&self) -> Files {
        let read = |path: PathBuf| Some((path.clone(), fs::read(path).ok()?));
        self.files().into_iter().filter_map(read).collect()
    }

    /// The disk as it was.
    pub fn put_back(&self, files: &Files) {
        for path in self.files() {
            if !files.contains_key(&path) {
                fs::remove_file(path).unwrap();
            }
        }
        for (path, contents) in files {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, contents).unwrap();
        }
    }

    /// Whether a journal holds these words.
    pub fn journal_holds(&self, words: &str) -> bool {
        let journals = self
            .files()
            .into_iter()
            .filter(|path| path.extension().is_some_and(|ending| ending == "journal"));
        journals
            .filter_map(|path| fs::read(path).ok())
            .any(|text| String::from_utf8_lossy(&text).contains(words))
    }

    /// Waits until a journal holds these words.
    pub fn wait_for_journal(&self, words: &str) {
        let patience = Instant::now() + Duration::from_secs(20);
        while !self.journal_holds(words) {
            assert!(
                Instant::now() < patience,
                "{words:?} never came into a journal"
            );
            sleep(Duration::from_millis(2));
        }
    }

    /// This computer has no file dialogs.
    pub fn has_no_dialogs(&self) {
        self.none.store(true, Ordering::Relaxed);
    }

    /// File dialogs stay open until they are let go.
    pub fn hold_dialogs(&self, held: bool) {
        self.held.store(held, Ordering::Relaxed);
    }

    /// The next file dialog is answered with this file.
    pub fn will_choose(&self, path: &Path) {
        self.answers.lock().unwrap().push_back(path.to_owned());
    }
}

/// The review in a file.
pub fn kept(path: &Path) -> Review {
    store::open(path).unwrap().review
}

impl Services for World {
    fn now(&self) -> Timestamp {
        let minutes = self.minutes.load(Ordering::Relaxed);
        let now = format!(
            "2026-11-21T{:02}:{:02}:00Z",
            14 + minutes / 60,
            minutes % 60
        );
        Timestamp::try_from(now).unwrap()
    }

    fn salt(&self) -> Salt {
        let mut salt = [0; 16];
        let count = self.salts.fetch_add(1, Ordering::Relaxed);
        salt[..8].copy_from_slice(&count.to_le_bytes());
        Salt(salt)
    }

    fn time_of_day(&self, at: Timestamp) -> String {
        at.utc().format("%H:%M").to_string()
    }

    fn today(&self) -> Date {
        "2026-11-21".parse().unwrap()
    }

    fn documents_folder(&self) -> Option<PathBuf> {
        Some(self.folder.path().join("documents"))
    }

    fn data_folder(&self) -> Option<PathBuf> {
        Some(self.folder.path().join("data"))
    }

    fn machine_name(&self) -> String {
        "LAPTOP-7".to_owned()
    }

    fn is_running(&self, process: u32) -> Option<bool> {
        Some(process == std::process::id())
    }
}

/// File dialogs that answer at once with what the world was told, or are cancelled.
pub struct Answered {
    pub world: Arc<World>,
    pub answer: Option<(Purpose, Option<PathBuf>)>,
}

impl Dialogs for Answered {
    fn ask(&mut self, purpose: Purpose, _suggested: Option<PathBuf>, ctx: &Context) {
        let mut answer = self.world.answers.lock().unwrap().pop_front();
        if self.had_none() {
            answer = None;
        }
        self.answer = Some((purpose, answer));
        ctx.request_repaint();
    }

    fn poll(&mut self) -> Option<(Purpose, Option<PathBuf>)> {
        if self.world.held.load(Ordering::Relaxed) {
            return None;
        }
        self.answer.take()
    }

    fn had_none(&self) -> bool {
        self.world.none.load(Ordering::Relaxed)
    }
}
