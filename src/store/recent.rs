//! Which reviews were open lately. A convenience: whatever is wrong with the list, the program
//! goes on without it.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::file::{Previous, replace};
use crate::services::Services;

/// How many are remembered.
pub const MOST: usize = 12;
/// No list of twelve paths is longer, bytes.
const BYTES: u64 = 1024 * 1024;
const NAME: &str = "recent.ron";

/// The reviews opened lately that are still there, the latest first.
///
/// It asks the disk for each of them, which can take seconds where a network drive is gone: not
/// for every frame.
pub fn recent(services: &dyn Services) -> Vec<PathBuf> {
    let mut paths = remembered(services);
    paths.retain(|path| path.is_file());
    paths
}

/// Puts a review at the head of the list.
pub fn remember(services: &dyn Services, path: &Path) {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut paths = remembered(services);
    paths.retain(|kept| *kept != path);
    paths.insert(0, path);
    paths.truncate(MOST);
    write(services, &paths);
}

/// The list as it is kept. Files that are not there stay on it: a memory stick comes back.
fn remembered(services: &dyn Services) -> Vec<PathBuf> {
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
    let mut paths: Vec<PathBuf> = ron::from_str(&text).unwrap_or_else(|error| {
        log::warn!(
            "the list of recent reviews is damaged at line {}; a new one begins",
            error.span.start.line
        );
        Vec::new()
    });
    paths.truncate(MOST);
    paths
}

fn write(services: &dyn Services, paths: &[PathBuf]) {
    let Some(folder) = services.data_folder() else {
        return;
    };
    // A path that is no text (possible on Linux) is left out.
    let paths: Vec<&str> = paths.iter().filter_map(|path| path.to_str()).collect();
    let pretty = ron::ser::PrettyConfig::new().new_line("\n").indentor("  ");
    let written = ron::ser::to_string_pretty(&paths, pretty)
        .map_err(|_| "it has no text form".to_owned())
        .and_then(|text| {
            std::fs::create_dir_all(&folder).map_err(|error| error.kind().to_string())?;
            replace(&folder.join(NAME), text.as_bytes(), Previous::Drop)
                .map_err(|error| error.to_string())
        });
    if let Err(why) = written {
        log::warn!("the list of recent reviews was not written: {why}");
    }
}
