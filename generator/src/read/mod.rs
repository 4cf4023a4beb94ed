//! Files to records as written. Nothing here knows what a reference points to.
//!
//! [`Sources`] is a set of files in memory, made from a folder ([`disk`]) or by a test.

pub mod disk;
pub mod field;
mod front_matter;
mod layout;
pub mod markdown;
pub mod raw;
mod tables;
pub mod yaml;

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
    /// Could not be read; the system's words.
    Unreadable(Box<str>),
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

/// All files of the content, sorted by path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// What stands before each path when a problem is shown, such as `content/`.
    prefix: Box<str>,
}

impl Sources {
    /// A set of files; of two with one path the first counts.
    pub fn new(prefix: impl Into<Box<str>>, files: impl IntoIterator<Item = SourceFile>) -> Sources {
        let mut files: Vec<SourceFile> = files.into_iter().collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|b, a| a.path == b.path);
        let prefix = prefix.into();
        for file in &mut files {
            file.path = format!("{prefix}{}", file.path).into();
        }
        Sources { files, prefix }
    }

    /// The same with `files` beside or in place of those there are.
    pub fn with(&self, files: impl IntoIterator<Item = SourceFile>) -> Sources {
        let own =
            self.iter().map(|(file, it)| SourceFile { path: self.path(file).into(), content: it.content.clone() });
        Sources::new(self.prefix.clone(), files.into_iter().chain(own))
    }

    /// The same without the files that `keep` refuses, given their paths within the content folder.
    pub fn filtered(&self, keep: impl Fn(&str) -> bool) -> Sources {
        let kept = self.iter().filter(|(file, _)| keep(self.path(*file))).map(|(_, it)| it.clone());
        Sources { files: kept.collect(), prefix: self.prefix.clone() }
    }

    /// All files with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().zip(0..).map(|(file, at)| (FileId(at), file))
    }

    /// The path of `file` within the content folder.
    pub fn path(&self, file: FileId) -> &str {
        let shown = &self.files[file.0 as usize].path;
        shown.strip_prefix(&*self.prefix).unwrap_or(shown)
    }

    /// The file at `path` within the content folder.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let shown = format!("{}{path}", self.prefix);
        let at = self.files.binary_search_by(|it| (*it.path).cmp(&shown)).ok()?;
        u32::try_from(at).ok().map(FileId)
    }

    /// The content of `file`.
    pub fn content(&self, file: FileId) -> &Content {
        &self.files[file.0 as usize].content
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
                    Text::new(format!("filen kan ikke leses: {why}"), format!("the file cannot be read: {why}")),
                );
            }
        }
        None
    }
}

impl Files for Sources {
    fn name(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |it| &it.path)
    }

    fn text(&self, file: FileId) -> &str {
        match self.files.get(file.0 as usize).map(|it| &it.content) {
            Some(Content::Text(text) | Content::NotUtf8(_, text)) => text,
            _ => "",
        }
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
