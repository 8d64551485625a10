//! The parts of a workbook's zip file. What they unpack to is counted while it is read, so that a
//! small file which unpacks to gigabytes costs no more than its bound and is refused.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use crate::review::bounds;

/// What all parts that are read may unpack to.
const UNPACKED: u64 = 256 * 1024 * 1024;
/// What a file may unpack to for each of its bytes. Sheets with the same few words in every row
/// reach a hundred; what is made to burst, a thousand.
const TIMES: u64 = 200;
/// What any file may unpack to, however small it is.
const LEAST: u64 = 4 * 1024 * 1024;
/// What an event counts for at least. An empty element has two and can be of four bytes, and takes
/// as long as others.
const EVENT: usize = 8;
/// Files in a zip file. A workbook with pictures on every sheet has some hundreds.
const FILES: usize = 10_000;
/// Elements within elements. A workbook has about ten.
const NESTING: usize = 100;

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// It is not what a workbook should be.
    Damaged,
    /// It unpacks to more than [`UNPACKED`], or to [`TIMES`] what it is.
    Unpacks,
    /// It has more of something than any workbook.
    TooMuch,
}

impl Broken {
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Damaged => {
                "this workbook is damaged or not complete; open it in Excel and save it again as \
                 an Excel workbook (.xlsx)"
            }
            Self::Unpacks => {
                "this workbook unpacks to far more than its size, as files do that are made to \
                 fill a computer’s memory; it was not read"
            }
            Self::TooMuch => {
                "this workbook holds more text than these tables can; copy the sheets that are \
                 wanted into a new workbook"
            }
        }
    }
}

/// A zip file and how much of it may still be unpacked.
pub(super) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// Where each file stands, by its name in small letters.
    files: HashMap<String, usize>,
    left: u64,
}

impl Package {
    pub fn open(bytes: Vec<u8>) -> Result<Self, Broken> {
        // Before anything is made for each of the files: where a file begins in the list of them.
        let files = bytes.windows(4).filter(|four| four == b"PK\x01\x02");
        if files.take(FILES + 1).count() > FILES {
            return Err(Broken::TooMuch);
        }
        let left = (bytes.len() as u64 * TIMES + LEAST).min(UNPACKED);
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Broken::Damaged)?;
        let names = archive.file_names().enumerate();
        let files = names
            .filter_map(|(at, name)| Some((plain(&name.ok()?), at)))
            .collect();
        Ok(Self {
            archive,
            files,
            left,
        })
    }

    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(&plain(name))
    }

    /// A part of this name as XML.
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'_>>, Broken> {
        let Some(at) = self.files.get(&plain(name)).copied() else {
            return Ok(None);
        };
        let file = self.archive.by_index(at).map_err(|_| Broken::Damaged)?;
        let mut xml = quick_xml::Reader::from_reader(Counted {
            inner: BufReader::new(file),
            left: &mut self.left,
            in_event: 0,
            read: 0,
            broken: None,
        });
        let config = xml.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Ok(Some(Part {
            xml,
            buffer: Vec::new(),
            depth: 0,
        }))
    }

    /// How many bytes a part says that it unpacks to; only for a bar.
    pub fn size(&self, name: &str) -> usize {
        let at = self.files.get(&plain(name)).copied();
        let file = at.and_then(|at| self.archive.by_index_data(at).ok());
        file.map_or(0, |file| usize::try_from(file.size()).unwrap_or(usize::MAX))
    }

    /// The beginning of a file, as bytes.
    pub fn beginning(&mut self, name: &str) -> Option<Vec<u8>> {
        let at = self.files.get(&plain(name)).copied()?;
        let mut bytes = Vec::new();
        let file = self.archive.by_index(at).ok()?;
        file.take(100).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }
}

fn plain(name: &str) -> String {
    name.trim_start_matches('/')
        .replace('\\', "/")
        .to_lowercase()
}

/// A part that is being read, event by event.
pub(super) struct Part<'a> {
    xml: quick_xml::Reader<Counted<'a>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl Part<'_> {
    /// The next event; an element without content has a start and an end.
    pub fn next(&mut self) -> Result<Event<'_>, Broken> {
        self.buffer.clear();
        self.buffer.shrink_to(64 * 1024);
        self.xml.get_mut().next_event();
        let event = match self.xml.read_event_into(&mut self.buffer) {
            Ok(event) => event,
            Err(_) => return Err(Broken::Damaged),
        };
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            // A workbook has none, and an entity of its own could stand for any text.
            Event::DocType(_) => return Err(Broken::Damaged),
            _ => {}
        }
        if self.depth > NESTING {
            return Err(Broken::Damaged);
        }
        Ok(event)
    }

    /// How many bytes of the part have been unpacked.
    pub fn read(&self) -> u64 {
        self.xml.get_ref().read
    }

    /// Why it could not be read on, if that was a bound.
    pub fn bound(&self) -> Option<Broken> {
        self.xml.get_ref().broken
    }
}

/// The local name of an element is this.
pub(super) fn is(start: &BytesStart<'_>, name: &str) -> bool {
    start.local_name().as_ref() == name
}

/// An attribute of an element, without regard to its namespace.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes();
    attributes
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|one| one.key.local_name().as_ref() == name)
        .map(|one| match quick_xml::escape::unescape(&one.value) {
            Ok(value) => value.into_owned(),
            Err(_) => one.value.into_owned(),
        })
}

/// Adds what an event says as text.
pub(super) fn push_text(event: &Event<'_>, text: &mut String) {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(part) => match part.resolve_char_ref() {
            Ok(Some(letter)) => text.push(letter),
            _ => text
                .push_str(quick_xml::escape::resolve_xml_entity(part.as_ref()).unwrap_or_default()),
        },
        _ => {}
    }
}

/// Counts what is unpacked.
struct Counted<'a> {
    inner: BufReader<ZipFile<'a, Cursor<Vec<u8>>>>,
    left: &'a mut u64,
    /// Bytes since the event began.
    in_event: usize,
    read: u64,
    broken: Option<Broken>,
}

impl Counted<'_> {
    /// Settles what the event before this one counts for.
    fn next_event(&mut self) {
        let more = EVENT.saturating_sub(self.in_event);
        *self.left = self.left.saturating_sub(more as u64);
        self.in_event = 0;
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let some = self.fill_buf()?;
        let count = some.len().min(into.len());
        let (from, to) = (some.get(..count), into.get_mut(..count));
        if let (Some(from), Some(to)) = (from, to) {
            to.copy_from_slice(from);
        }
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let bound = if *self.left == 0 {
            Some(Broken::Unpacks)
        } else if self.in_event > bounds::TABLE_ROW_BYTES {
            Some(Broken::TooMuch)
        } else {
            None
        };
        if bound.is_some() {
            self.broken = bound;
            return Err(io::Error::other("a bound was reached"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        *self.left = self.left.saturating_sub(amount as u64);
        self.in_event += amount;
        self.read += amount as u64;
        self.inner.consume(amount);
    }
}
