//! A disk in memory, of which every step can fail and the power be cut after every step. It tells
//! what the programs see from what would still be there without power: bytes that were not synced
//! may be lost, or half there; names in a folder that was not synced may be as they were before,
//! up to any of their changes.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

use dbv_case_review::store::disk::{About, Disk, Guard, Taken};

/// How a step fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Half of the bytes are written, then there is no room.
    Short,
    /// No room, nothing done.
    Full,
    /// The drive does not take it.
    Broken,
    /// Not allowed.
    Denied,
    /// It is done, and reported as failed: network drives do that.
    DoneButFailed,
    /// The power is cut: this step and all later ones are not done.
    Power,
}

pub const FAULTS: [Fault; 5] = [
    Fault::Short,
    Fault::Full,
    Fault::Broken,
    Fault::Denied,
    Fault::DoneButFailed,
];

impl Fault {
    fn error(self) -> io::Error {
        match self {
            Self::Short | Self::Full => io::ErrorKind::StorageFull.into(),
            Self::Broken | Self::DoneButFailed | Self::Power => io::Error::from_raw_os_error(5),
            Self::Denied => io::ErrorKind::PermissionDenied.into(),
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Inode {
    bytes: Vec<u8>,
    synced: Vec<u8>,
    modified: u64,
}

/// A change of names that happens as one.
#[derive(Clone, Debug)]
struct Naming {
    gone: Option<PathBuf>,
    put: Option<(PathBuf, usize)>,
}

impl Naming {
    fn folder(&self) -> Option<&Path> {
        let put = self.put.as_ref().map(|(path, _)| path);
        put.or(self.gone.as_ref()).and_then(|path| path.parent())
    }

    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        if let Some(gone) = &self.gone {
            names.remove(gone);
        }
        if let Some((path, inode)) = &self.put {
            names.insert(path.clone(), *inode);
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Inner {
    inodes: Vec<Inode>,
    names: BTreeMap<PathBuf, usize>,
    synced_names: BTreeMap<PathBuf, usize>,
    namings: Vec<Naming>,
    steps: u64,
    fault: Option<(u64, Fault)>,
}

/// What is left of bytes that were not synced.
#[derive(Clone, Copy, Debug)]
pub enum Unsynced {
    Lost,
    Half,
    There,
}

#[derive(Clone, Debug, Default)]
pub struct SimDisk(Arc<Mutex<Inner>>);

impl SimDisk {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap()
    }

    /// Another disk with the same on it, on which one step from now on is to fail.
    pub fn with_fault(&self, step: u64, fault: Fault) -> Self {
        let mut inner = self.inner().clone();
        inner.steps = 0;
        inner.fault = Some((step, fault));
        Self(Arc::new(Mutex::new(inner)))
    }

    /// Whether the step that was to fail was reached.
    pub fn has_failed(&self) -> bool {
        let inner = self.inner();
        inner.fault.is_some_and(|(at, _)| inner.steps >= at)
    }

    /// Everything on it is there to stay.
    pub fn settled(self) -> Self {
        {
            let mut inner = self.inner();
            for inode in &mut inner.inodes {
                inode.synced = inode.bytes.clone();
            }
            inner.synced_names = inner.names.clone();
            inner.namings.clear();
            inner.fault = None;
        }
        self
    }

    /// All that may be on it after a power cut now.
    pub fn after_power_cut(&self) -> Vec<Self> {
        let inner = self.inner().clone();
        let folders: BTreeSet<PathBuf> = inner
            .namings
            .iter()
            .filter_map(|naming| naming.folder().map(Path::to_path_buf))
            .collect();
        let mut all_names = vec![inner.synced_names.clone()];
        for folder in &folders {
            let of_folder: Vec<_> = inner
                .namings
                .iter()
                .filter(|naming| naming.folder() == Some(folder))
                .collect();
            all_names = all_names
                .iter()
                .flat_map(|names| {
                    (0..=of_folder.len()).map(|many| {
                        let mut names = names.clone();
                        for naming in &of_folder[..many] {
                            naming.apply(&mut names);
                        }
                        names
                    })
                })
                .collect();
        }
        let mut disks = Vec::new();
        for names in all_names {
            for unsynced in [Unsynced::Lost, Unsynced::Half, Unsynced::There] {
                let inodes = inner.inodes.iter().map(|inode| {
                    let bytes = match unsynced {
                        Unsynced::Lost => inode.synced.clone(),
                        Unsynced::Half => {
                            let (old, new) = (inode.synced.len(), inode.bytes.len());
                            inode.bytes[..old.min(new) + new.saturating_sub(old) / 2].to_vec()
                        }
                        Unsynced::There => inode.bytes.clone(),
                    };
                    Inode {
                        synced: bytes.clone(),
                        bytes,
                        modified: inode.modified,
                    }
                });
                disks.push(Self(Arc::new(Mutex::new(Inner {
                    inodes: inodes.collect(),
                    names: names.clone(),
                    synced_names: names.clone(),
                    ..Inner::default()
                }))));
            }
        }
        disks
    }

    /// The names in a folder.
    pub fn names(&self, folder: &Path) -> Vec<String> {
        let inner = self.inner();
        let inside = inner
            .names
            .keys()
            .filter(|path| path.parent() == Some(folder));
        inside
            .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
            .collect()
    }

    /// All bytes of all files.
    pub fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let inner = self.inner();
        let files = inner.names.iter();
        files
            .map(|(path, inode)| (path.clone(), inner.inodes[*inode].bytes.clone()))
            .collect()
    }

    /// Puts a file there, as another program would.
    pub fn put(&self, path: &Path, bytes: &[u8]) {
        let mut inner = self.inner();
        inner.steps += 1;
        let modified = inner.steps;
        let inode = inner.add(bytes, modified);
        inner.inodes[inode].synced = bytes.to_vec();
        inner.names.insert(path.to_owned(), inode);
        inner.synced_names.insert(path.to_owned(), inode);
    }

    /// Removes a file, as another program would.
    pub fn take(&self, path: &Path) {
        let mut inner = self.inner();
        inner.names.remove(path);
        inner.synced_names.remove(path);
    }

    /// One step: counted, and failed if it is its turn.
    fn step<T>(
        &self,
        half: impl FnOnce(&mut Inner),
        whole: impl FnOnce(&mut Inner) -> io::Result<T>,
    ) -> io::Result<T> {
        let mut inner = self.inner();
        inner.steps += 1;
        match inner.fault {
            Some((at, Fault::Power)) if inner.steps >= at => {
                if inner.steps == at {
                    half(&mut inner);
                }
                Err(Fault::Power.error())
            }
            Some((at, fault)) if inner.steps == at => {
                match fault {
                    Fault::Short => half(&mut inner),
                    Fault::DoneButFailed => {
                        whole(&mut inner)?;
                    }
                    _ => {}
                }
                Err(fault.error())
            }
            _ => whole(&mut inner),
        }
    }
}

fn not_there() -> io::Error {
    io::ErrorKind::NotFound.into()
}

impl Inner {
    fn add(&mut self, bytes: &[u8], modified: u64) -> usize {
        self.inodes.push(Inode {
            bytes: bytes.to_vec(),
            synced: Vec::new(),
            modified,
        });
        self.inodes.len() - 1
    }

    fn find(&self, path: &Path) -> io::Result<usize> {
        self.names.get(path).copied().ok_or_else(not_there)
    }

    fn naming(&mut self, gone: Option<&Path>, put: Option<(&Path, usize)>) {
        let naming = Naming {
            gone: gone.map(Path::to_path_buf),
            put: put.map(|(path, inode)| (path.to_owned(), inode)),
        };
        naming.apply(&mut self.names);
        self.namings.push(naming);
    }

    fn create(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if self.names.contains_key(path) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let inode = self.add(bytes, self.steps);
        self.naming(None, Some((path, inode)));
        Ok(())
    }

    fn append(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let (inode, now) = (self.find(path)?, self.steps);
        self.inodes[inode].bytes.extend(bytes);
        self.inodes[inode].modified = now;
        Ok(())
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let inode = self.find(from)?;
        self.naming(Some(from), Some((to, inode)));
        Ok(())
    }
}

impl Disk for SimDisk {
    fn about(&self, path: &Path) -> io::Result<About> {
        self.step(
            |_| {},
            |inner| {
                let inode = &inner.inodes[inner.find(path)?];
                Ok(About {
                    is_file: true,
                    len: inode.bytes.len() as u64,
                    modified: Some(SystemTime::UNIX_EPOCH + Duration::from_secs(inode.modified)),
                    read_only: false,
                    permissions: None,
                })
            },
        )
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.step(
            |_| {},
            |inner| {
                let mut bytes = inner.inodes[inner.find(path)?].bytes.clone();
                bytes.truncate(most as usize);
                Ok(bytes)
            },
        )
    }

    fn create_new(&self, path: &Path, bytes: &[u8], _: &Guard) -> io::Result<()> {
        let half = &bytes[..bytes.len() / 2];
        self.step(
            |inner| inner.create(path, half).unwrap_or_default(),
            |inner| inner.create(path, bytes),
        )
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let half = &bytes[..bytes.len() / 2];
        self.step(
            |inner| inner.append(path, half).unwrap_or_default(),
            |inner| inner.append(path, bytes),
        )
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        self.step(
            |_| {},
            |inner| {
                let inode = inner.find(path)?;
                inner.inodes[inode].synced = inner.inodes[inode].bytes.clone();
                Ok(())
            },
        )
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|_| {}, |inner| inner.rename(from, to))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(
            |_| {},
            |inner| match inner.find(to) {
                Ok(_) => Err(io::ErrorKind::AlreadyExists.into()),
                Err(_) => inner.rename(from, to),
            },
        )
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(
            |_| {},
            |inner| {
                let inode = inner.find(from)?;
                inner.naming(None, Some((to, inode)));
                Ok(())
            },
        )
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step(
            |_| {},
            |inner| {
                inner.find(path)?;
                inner.naming(Some(path), None);
                Ok(())
            },
        )
    }

    fn create_folder(&self, _: &Path) -> io::Result<()> {
        self.step(|_| {}, |_| Ok(()))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step(
            |_| {},
            |inner| {
                let (here, elsewhere): (Vec<_>, Vec<_>) = std::mem::take(&mut inner.namings)
                    .into_iter()
                    .partition(|naming| naming.folder() == Some(folder));
                inner.namings = elsewhere;
                for naming in here {
                    naming.apply(&mut inner.synced_names);
                }
                Ok(())
            },
        )
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.step(
            |_| {},
            |inner| {
                let names = inner.names.keys();
                Ok(names
                    .filter(|path| path.parent() == Some(folder))
                    .cloned()
                    .collect())
            },
        )
    }

    fn link_target(&self, _: &Path) -> io::Result<PathBuf> {
        Err(io::ErrorKind::InvalidInput.into())
    }

    fn lock(&self, _: &Path) -> io::Result<Taken> {
        Ok(Taken::NoLocks)
    }
}
