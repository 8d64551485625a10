//! The disk in small steps, so that what is built of them (saving, the journal, recovery) can be
//! tried with every step failing, and with the power cut after every step.

use std::fmt::Debug;
use std::fs::{self, File, Permissions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What stands under a name.
#[derive(Clone, Debug)]
pub struct About {
    /// A file, not a folder or a device.
    pub is_file: bool,
    /// Bytes.
    pub len: u64,
    /// When it was last written, where the system knows.
    pub modified: Option<SystemTime>,
    /// Whether it is marked read-only.
    pub read_only: bool,
    /// Who may read and write it; `None` where the disk does not know.
    pub permissions: Option<Permissions>,
}

/// Who may read and write a new file.
#[derive(Clone, Debug)]
pub enum Guard {
    /// Whoever may read what other programs make in this folder.
    Usual,
    /// This user alone, where the system can say so.
    Private,
    /// Whoever may read another file.
    Like(Permissions),
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum Taken {
    /// It is ours until the handle goes, or the process ends.
    Mine(Box<dyn Held>),
    /// It is ours, but what somebody else wrote in it stays there: the file may only be read.
    Unsigned(Box<dyn Held>),
    /// Another process has it, or another window of this one.
    Busy,
    /// This disk has no locks.
    NoLocks,
}

/// A lock that is held.
pub trait Held: Debug + Send {
    /// Replaces what stands in the locked file.
    ///
    /// # Errors
    /// As the system says.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// The steps. Each does one thing, so that a failure or a power cut falls between two of them.
pub trait Disk: Debug + Send + Sync {
    /// What stands under a name, links followed.
    ///
    /// # Errors
    /// As the system says, like all steps.
    fn about(&self, path: &Path) -> io::Result<About>;
    /// The first bytes of a file, at most so many.
    ///
    /// # Errors
    /// As the system says.
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;
    /// Makes a file that is not there yet. After a failure a part of it may be there.
    ///
    /// # Errors
    /// As the system says.
    fn create_new(&self, path: &Path, bytes: &[u8], guard: &Guard) -> io::Result<()>;
    /// Puts bytes at the end of a file that is there. After a failure a part of them may be.
    ///
    /// # Errors
    /// As the system says.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Makes the bytes of a file last through a power cut.
    ///
    /// # Errors
    /// As the system says.
    fn sync(&self, path: &Path) -> io::Result<()>;
    /// Gives a file another name, in the place of whatever has it.
    ///
    /// # Errors
    /// As the system says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a name that nothing has yet.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`], or as the system says.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a second name.
    ///
    /// # Errors
    /// As the system says; memory sticks and some network drives have no second names.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    ///
    /// # Errors
    /// As the system says.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder and those above it, if they are not there.
    ///
    /// # Errors
    /// As the system says.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in a folder last through a power cut, where the system can.
    ///
    /// # Errors
    /// As the system says.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// What is in a folder.
    ///
    /// # Errors
    /// As the system says.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// Where a link leads.
    ///
    /// # Errors
    /// As the system says; what is no link is an error too.
    fn link_target(&self, path: &Path) -> io::Result<PathBuf>;
    /// Asks for the lock on a file, which is made if it is not there.
    ///
    /// # Errors
    /// As the system says.
    fn lock(&self, path: &Path) -> io::Result<Taken>;
}

/// The disk of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        let about = fs::metadata(path)?;
        Ok(About {
            is_file: about.is_file(),
            len: about.len(),
            modified: about.modified().ok(),
            read_only: about.permissions().readonly(),
            permissions: Some(about.permissions()),
        })
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let file = File::open(path)?;
        let length = file.metadata()?.len().min(most);
        // One more than there are, so that reading to the end takes no second, larger piece.
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
        file.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn create_new(&self, path: &Path, bytes: &[u8], guard: &Guard) -> io::Result<()> {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if matches!(guard, Guard::Private) {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        let mut file = options.open(path)?;
        file.write_all(bytes)?;
        match guard {
            Guard::Like(permissions) => file.set_permissions(permissions.clone()),
            Guard::Usual | Guard::Private => Ok(()),
        }
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        File::options().append(true).open(path)?.write_all(bytes)
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        // Windows syncs only what is open for writing.
        File::options().write(true).open(path)?.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        tempfile::TempPath::try_from_path(from)?
            .persist_noclobber(to)
            .map_err(|failed| {
                // The caller says what becomes of it.
                let _ = failed.path.keep();
                failed.error
            })
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn create_folder(&self, path: &Path) -> io::Result<()> {
        let mut folders = fs::DirBuilder::new();
        folders.recursive(true);
        // What the program makes for itself is for this user alone.
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folders, 0o700);
        folders.create(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        #[cfg(unix)]
        return File::open(folder)?.sync_all();
        // Windows keeps names in a journal of its own and lets nobody sync a folder.
        #[cfg(not(unix))]
        {
            let _ = folder;
            Ok(())
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect()
    }

    fn link_target(&self, path: &Path) -> io::Result<PathBuf> {
        fs::read_link(path)
    }

    fn lock(&self, path: &Path) -> io::Result<Taken> {
        system_lock(path)
    }
}

/// The lock of a file that this process has open. It ends with the process, however that ends.
#[derive(Debug)]
struct SystemLock(File);

impl Held for SystemLock {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        use std::io::Seek as _;
        self.0.set_len(0)?;
        self.0.seek(io::SeekFrom::Start(0))?;
        self.0.write_all(bytes)
    }
}

/// Whoever has the file open for writing keeps all others from doing so; reading who has it stays
/// possible, which a lock on its bytes would not allow.
#[cfg(windows)]
fn system_lock(path: &Path) -> io::Result<Taken> {
    use std::os::windows::fs::OpenOptionsExt as _;
    const FILE_SHARE_READ: u32 = 1;
    const SHARING_VIOLATION: i32 = 32;
    let opened = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .share_mode(FILE_SHARE_READ)
        .open(path);
    match opened {
        Ok(file) => Ok(Taken::Mine(Box::new(SystemLock(file)))),
        Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Ok(Taken::Busy),
        Err(error) => Err(error),
    }
}

#[cfg(not(windows))]
fn system_lock(path: &Path) -> io::Result<Taken> {
    use std::fs::TryLockError;
    let mut options = File::options();
    options.read(true).write(true);
    let opened = options.clone().create(true).truncate(false).open(path);
    let (file, is_ours) = match opened {
        Ok(file) => (file, true),
        // A lock that somebody else's program made. Some systems refuse to open it when asked to
        // make it if it were not there; one that may only be read can be locked all the same.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            match options.open(path).map(|file| (file, true)) {
                Ok(opened) => opened,
                Err(_) => (File::open(path).map_err(|_| error)?, false),
            }
        }
        Err(error) => return Err(error),
    };
    match file.try_lock() {
        Ok(()) if is_ours => Ok(Taken::Mine(Box::new(SystemLock(file)))),
        Ok(()) => Ok(Taken::Unsigned(Box::new(SystemLock(file)))),
        Err(TryLockError::WouldBlock) => Ok(Taken::Busy),
        // Some network drives.
        Err(TryLockError::Error(error)) => {
            log::debug!("no locks here: {}", error.kind());
            Ok(Taken::NoLocks)
        }
    }
}
