//! Which reviews were open lately. A convenience: whatever is wrong with the list, the program
//! goes on without it.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::{Disk as _, Guard, RealDisk};
use super::file::{Loose, sync_folder};
use super::names;
use crate::review::Date;
use crate::services::Services;

/// How many are remembered.
pub const MOST: usize = 12;
/// No list of twelve paths is longer, bytes.
const BYTES: u64 = 1024 * 1024;
const NAME: &str = "recent.ron";

/// A review that was opened lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recent {
    /// Its file.
    pub path: PathBuf,
    /// Until when it is to be kept, as the review said when it was last open.
    pub keep_until: Option<Date>,
}

/// The reviews opened lately that are still there, the latest first.
///
/// It asks the disk for each of them, which can take seconds where a network drive is gone: not
/// for every frame.
pub fn recent(services: &dyn Services) -> Vec<Recent> {
    let mut all = remembered(services);
    all.retain(|one| one.path.is_file());
    all
}

/// Puts a review at the head of the list.
pub fn remember(services: &dyn Services, path: &Path, keep_until: Option<Date>) {
    let path = whole(path);
    let mut all = remembered(services);
    all.retain(|one| one.path != path);
    all.insert(0, Recent { path, keep_until });
    all.truncate(MOST);
    write(services, &all);
}

/// Takes a review off the list; whether it stood on it.
pub(super) fn forget(services: &dyn Services, path: &Path) -> bool {
    let path = whole(path);
    let mut all = remembered(services);
    let before = all.len();
    all.retain(|one| one.path != path);
    let stood = all.len() < before;
    if stood {
        write(services, &all);
    }
    stood
}

fn whole(path: &Path) -> PathBuf {
    names::whole(&RealDisk, path)
}

/// The list as it is kept. Files that are not there stay on it: a memory stick comes back.
fn remembered(services: &dyn Services) -> Vec<Recent> {
    let Some(list) = services.data_folder().map(|folder| folder.join(NAME)) else {
        return Vec::new();
    };
    let mut text = String::new();
    match File::open(list).and_then(|file| file.take(BYTES).read_to_string(&mut text)) {
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            log::warn!(
                "the list of recent reviews cannot be read: {}",
                error.kind()
            );
            return Vec::new();
        }
    }
    let mut all = read(&text).unwrap_or_else(|error| {
        log::warn!(
            "the list of recent reviews is damaged at line {}; a new one begins",
            error.span.start.line
        );
        Vec::new()
    });
    all.truncate(MOST);
    all
}

/// Until version 0.1 it was a list of paths.
fn read(text: &str) -> Result<Vec<Recent>, ron::error::SpannedError> {
    let as_paths = |_| {
        let paths: Vec<PathBuf> = ron::from_str(text)?;
        let alone = |path| Recent {
            path,
            keep_until: None,
        };
        Ok(paths.into_iter().map(alone).collect())
    };
    ron::from_str(text).or_else(as_paths)
}

fn write(services: &dyn Services, all: &[Recent]) {
    let Some(folder) = services.data_folder() else {
        return;
    };
    // A path that is no text (possible on Linux) is left out.
    let all: Vec<&Recent> = all
        .iter()
        .filter(|one| one.path.to_str().is_some())
        .collect();
    let pretty = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ");
    let written = ron::ser::to_string_pretty(&all, pretty)
        .map_err(|_| "it has no text form".to_owned())
        .and_then(|text| put(&folder, text.as_bytes()).map_err(|error| error.kind().to_string()));
    if let Err(why) = written {
        log::warn!("the list of recent reviews was not written: {why}");
    }
}

/// For this user alone: the names of reviews say who works on what.
fn put(folder: &Path, text: &[u8]) -> io::Result<()> {
    RealDisk.create_folder(folder)?;
    let list = folder.join(NAME);
    Loose::written(&RealDisk, &list, text, &Guard::Private)?.put(&list)?;
    sync_folder(&RealDisk, &list);
    Ok(())
}
