//! What there is to say about the file of the review that is open.

use std::path::PathBuf;

/// The file, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AboutFile {
    /// Its path.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// The folder that it is in.
    pub folder: String,
    /// When it was written last: "at 14:02, with everything up to now".
    pub kept: String,
    /// Where the journal is; `None` if none can be written.
    pub journal: Option<String>,
    /// Where the version before is, if there is one.
    pub bak: Option<String>,
}
