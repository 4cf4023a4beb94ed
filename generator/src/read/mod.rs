//! Files to records as written. Nothing here knows what a reference points to.
//!
//! [`Sources`] is a set of files in memory, made from a folder ([`disk`]) or by a test.

pub mod disk;
pub mod field;
mod front_matter;
mod layout;
pub mod markdown;
pub mod raw;
pub mod said;
mod tables;
pub mod yaml;

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::diag::{Diagnostics, FileId, Files, Span, Text};
use crate::model::Lang;

pub use front_matter::{Document, document, split};
pub use layout::{Folder, Place, place};
pub use tables::{Register, RegisterKommune, Row, Table, register, table};

/// Largest file of content that is read, in bytes.
pub const MAX_FILE: usize = 1 << 20;

/// The content of one file.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// UTF-8 text.
    Text(Box<str>),
    /// Bytes that need not be text, such as a logo.
    Binary(Box<[u8]>),
    /// Not UTF-8; the byte at which it stops being so, and what could be read.
    NotUtf8(usize, Box<str>),
    /// Larger than [`MAX_FILE`]; its size in bytes.
    TooLarge(u64),
    /// Could not be read, and why.
    Unreadable(Text),
}

impl Content {
    /// What could be read of it.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Content::Text(text) | Content::NotUtf8(_, text) => text.as_bytes(),
            Content::Binary(bytes) => bytes,
            Content::TooLarge(_) | Content::Unreadable(_) => &[],
        }
    }
}

/// One file: its path within the content folder, with `/` between the parts, and its content.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceFile {
    /// Path within the content folder.
    pub path: Box<str>,
    /// What it holds.
    pub content: Content,
}

impl SourceFile {
    /// A file of text.
    pub fn text(path: impl Into<Box<str>>, text: impl Into<Box<str>>) -> SourceFile {
        SourceFile { path: path.into(), content: Content::Text(text.into()) }
    }

    /// A file with these bytes.
    pub fn from_bytes(path: impl Into<Box<str>>, bytes: Vec<u8>) -> SourceFile {
        let path = path.into();
        if layout::is_binary(&path) {
            return SourceFile { path, content: Content::Binary(bytes.into()) };
        }
        if bytes.len() > MAX_FILE {
            return SourceFile { path, content: Content::TooLarge(bytes.len() as u64) };
        }
        let content = match String::from_utf8(bytes) {
            Ok(text) => Content::Text(text.into()),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                Content::NotUtf8(at, String::from_utf8_lossy(error.as_bytes()).into())
            }
        };
        SourceFile { path, content }
    }
}

/// A file and what is known of it without reading it.
#[derive(Clone, Debug, PartialEq)]
struct Slot {
    file: SourceFile,
    place: Place,
}

/// All files of the content.
///
/// A file keeps its [`FileId`] for as long as the set lives, also while others come and go, so that
/// what was found out about one file holds when another changes. In a set that was never changed the
/// ids are in the order of the paths.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    slots: Vec<Slot>,
    /// The revision of the set at which the content of each file last changed.
    revisions: Vec<u64>,
    /// The files that are there, sorted by path.
    order: Vec<FileId>,
    /// The place of each file in that order, by its id; found when it is asked for.
    ranks: OnceLock<Vec<u32>>,
    /// The ids of files that are there no more, which they get back when they return.
    gone: HashMap<Box<str>, FileId>,
    /// What stands before each path when a problem is shown, such as `content/`.
    prefix: Box<str>,
    revision: u64,
}

impl Sources {
    /// A set of files; of two with one path the first counts.
    pub fn new(prefix: impl Into<Box<str>>, files: impl IntoIterator<Item = SourceFile>) -> Sources {
        let mut files: Vec<SourceFile> = files.into_iter().collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|b, a| a.path == b.path);
        let prefix = prefix.into();
        let slots: Vec<Slot> = files.into_iter().map(|file| slot(&prefix, file)).collect();
        let order = (0..).zip(&slots).map(|(at, _)| FileId(at)).collect();
        let revisions = vec![0; slots.len()];
        Sources { slots, revisions, order, ranks: OnceLock::new(), gone: HashMap::new(), prefix, revision: 0 }
    }

    /// The same with `files` beside or in place of those there are.
    pub fn with(&self, files: impl IntoIterator<Item = SourceFile>) -> Sources {
        let own = self.iter().map(|(file, it)| self.copy(file, it));
        Sources::new(self.prefix.clone(), files.into_iter().chain(own))
    }

    /// The same without the files that `keep` refuses, given their paths within the content folder.
    pub fn filtered(&self, keep: impl Fn(&str) -> bool) -> Sources {
        let kept = self.iter().filter(|(file, _)| keep(self.path(*file))).map(|(file, it)| self.copy(file, it));
        Sources::new(self.prefix.clone(), kept)
    }

    fn copy(&self, file: FileId, it: &SourceFile) -> SourceFile {
        SourceFile { path: self.path(file).into(), content: it.content.clone() }
    }

    /// Adds `file`, or puts its content in the place of what was at its path; whether anything changed.
    pub fn put(&mut self, file: SourceFile) -> bool {
        match self.position(&file.path) {
            Ok(at) => {
                let id = self.order[at].0 as usize;
                if self.slots[id].file.content == file.content {
                    return false;
                }
                self.revision += 1;
                self.slots[id].file.content = file.content;
                self.revisions[id] = self.revision;
            }
            Err(at) => {
                self.revision += 1;
                let new = slot(&self.prefix, file);
                let id = match self.gone.remove(&new.file.path) {
                    Some(id) => id,
                    None => FileId(u32::try_from(self.slots.len()).unwrap_or(u32::MAX)),
                };
                match self.slots.get_mut(id.0 as usize) {
                    Some(old) => *old = new,
                    None => self.slots.push(new),
                }
                self.revisions.resize(self.slots.len(), 0);
                self.revisions[id.0 as usize] = self.revision;
                self.order.insert(at, id);
                self.ranks.take();
            }
        }
        true
    }

    /// Takes the file at `path` (within the content folder) out of the set; whether it was there.
    pub fn remove(&mut self, path: &str) -> bool {
        let Ok(at) = self.position(path) else { return false };
        self.revision += 1;
        let id = self.order.remove(at);
        self.ranks.take();
        let slot = &mut self.slots[id.0 as usize];
        slot.file.content = Content::Text("".into());
        self.revisions[id.0 as usize] = self.revision;
        self.gone.insert(slot.file.path.clone(), id);
        true
    }

    /// The paths within the folder `folder`, at any depth.
    pub fn below(&self, folder: &str) -> Vec<String> {
        let start = format!("{folder}/");
        let from = self.order.partition_point(|it| self.path(*it) < start.as_str());
        let after = self.order[from..].iter().map(|it| self.path(*it));
        after.take_while(|it| it.starts_with(&start)).map(str::to_owned).collect()
    }

    fn position(&self, path: &str) -> Result<usize, usize> {
        self.order.binary_search_by(|it| self.path(*it).cmp(path))
    }

    /// All files with their ids, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.order.iter().map(|it| (*it, &self.slots[it.0 as usize].file))
    }

    /// What each file is, by its path, in the order of the paths.
    pub fn places(&self) -> impl Iterator<Item = (FileId, &Place)> {
        self.order.iter().map(|it| (*it, &self.slots[it.0 as usize].place))
    }

    /// When the content of `file` last changed, counted in changes of this set.
    pub fn revision(&self, file: FileId) -> u64 {
        self.revisions[file.0 as usize]
    }

    /// One more than the highest id that any file of this set ever had.
    pub fn id_limit(&self) -> usize {
        self.slots.len()
    }

    /// The names of all files that ever were in the set, by their ids.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.slots.iter().map(|it| &*it.file.path)
    }

    /// The path of `file` within the content folder; empty when there never was such a file.
    pub fn path_or_empty(&self, file: FileId) -> &str {
        if (file.0 as usize) < self.slots.len() { self.path(file) } else { "" }
    }

    /// The path of `file` within the content folder.
    pub fn path(&self, file: FileId) -> &str {
        let shown = &self.slots[file.0 as usize].file.path;
        shown.strip_prefix(&*self.prefix).unwrap_or(shown)
    }

    /// The file at `path` within the content folder.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.position(path).ok().map(|at| self.order[at])
    }

    /// The content of `file`.
    pub fn content(&self, file: FileId) -> &Content {
        &self.slots[file.0 as usize].file.content
    }

    /// The text of `file`; `None` when it is no readable text, and then the problem was reported.
    pub fn read_text(&self, file: FileId, sink: &mut Diagnostics) -> Option<&str> {
        match self.content(file) {
            Content::Text(text) => return Some(text),
            Content::Binary(_) => {
                sink.error("ikke-tekst", Span::file(file), Text::new("filen er ikke tekst", "the file is not text"));
            }
            Content::NotUtf8(at, _) => {
                sink.error(
                    "ikke-utf8",
                    Span::new(file, *at..*at),
                    Text::new("filen er ikke lagret som UTF-8", "the file is not UTF-8"),
                )
                .help(Text::new("lagre filen på nytt med tegnkoding UTF-8", "save the file again with encoding UTF-8"));
            }
            Content::TooLarge(size) => {
                let (kib, limit) = (size / 1024, MAX_FILE / 1024);
                sink.error(
                    "for-stor-fil",
                    Span::file(file),
                    Text::new(
                        format!("filen er på {kib} KiB; grensen er {limit} KiB"),
                        format!("the file has {kib} KiB; the limit is {limit} KiB"),
                    ),
                );
            }
            Content::Unreadable(why) => {
                sink.error(
                    "kan-ikke-leses",
                    Span::file(file),
                    Text::new(
                        format!("filen kan ikke leses: {}", why.nb),
                        format!("the file cannot be read: {}", why.en),
                    ),
                );
            }
        }
        None
    }
}

fn slot(prefix: &str, mut file: SourceFile) -> Slot {
    let place = place(&file.path);
    file.path = format!("{prefix}{}", file.path).into();
    Slot { file, place }
}

impl Files for Sources {
    fn name(&self, file: FileId) -> &str {
        self.slots.get(file.0 as usize).map_or("", |it| &it.file.path)
    }

    fn text(&self, file: FileId) -> &str {
        match self.slots.get(file.0 as usize).map(|it| &it.file.content) {
            Some(Content::Text(text) | Content::NotUtf8(_, text)) => text,
            _ => "",
        }
    }

    fn rank(&self, file: FileId) -> u32 {
        let ranks = self.ranks.get_or_init(|| {
            let mut ranks = vec![u32::MAX; self.slots.len()];
            for (rank, file) in (0..).zip(&self.order) {
                ranks[file.0 as usize] = rank;
            }
            ranks
        });
        ranks.get(file.0 as usize).copied().unwrap_or(u32::MAX)
    }
}

/// Reads the whole of `file` as one YAML record.
pub fn yaml_record<T: field::FromNode>(
    sources: &Sources,
    file: FileId,
    lang: Lang,
    sink: &mut Diagnostics,
) -> Option<T> {
    let text = sources.read_text(file, sink)?;
    let node = yaml_node(text, 0, file, sink)?;
    T::from_node(&node, &mut field::Reader { file, lang, sink })
}

/// Reads `yaml`, which begins at byte `offset` of `file`.
pub fn yaml_node<'s>(yaml: &'s str, offset: usize, file: FileId, sink: &mut Diagnostics) -> Option<yaml::Node<'s>> {
    match yaml::parse(yaml, offset) {
        Ok(node) => Some(node),
        Err(error) => {
            let problem = sink.error("ugyldig-yaml", Span::new(file, error.span), error.message);
            if let Some(help) = error.help {
                problem.help(help);
            }
            None
        }
    }
}
