//! Which version of the file this program writes, and as whom it does.

/// The version of the format that this program writes, and the newest that it reads. It reads all
/// before it. Versions 2 and 3 had less in them: everything since is at its default there.
pub const VERSION: u32 = 4;
/// What the file says of the program that wrote it.
pub const WRITTEN_BY: &str = concat!("DBV Case Review ", env!("CARGO_PKG_VERSION"));
