//! Problems in content as data: what is wrong, where, and what to write instead.
//!
//! Text is made only in [`render`]; nothing here knows a file system or a terminal.

mod render;
mod suggest;

use std::ops::Range;

pub use render::{Format, Language, Place, place, render, summary, word};
pub use suggest::{closest, did_you_mean};

/// One of the files that were read, by its place in [`Files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in one file, counted from the first byte of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range` in `file`.
    pub fn new(file: FileId, range: Range<usize>) -> Span {
        Span { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The first byte of `file`: for problems that concern it as a whole.
    pub fn file(file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }
}

/// Sources are far below 4 GiB (`read` refuses larger ones), so this loses nothing.
fn clamp(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A value and the place where its author wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// One message in the two languages that Nettungen speaks to editors and engineers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Norwegian, plain words.
    pub nb: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A message in both languages.
    pub fn new(nb: impl Into<String>, en: impl Into<String>) -> Text {
        Text { nb: nb.into(), en: en.into() }
    }

    /// The message in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nb => &self.nb,
            Language::En => &self.en,
        }
    }
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published before it is mended.
    Error,
    /// Published, but somebody should look.
    Warning,
    /// A thing still to be filled in; expected in drafts.
    Notice,
}

/// Another place that explains the problem, such as the first use of a duplicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What stands there.
    pub text: Text,
    /// Where.
    pub span: Option<Span>,
}

/// One problem in the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable name of the kind of problem, explained in `docs/errors.md`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The smallest range that is wrong.
    pub span: Span,
    /// What is wrong, understandable alone.
    pub message: Text,
    /// What to write instead.
    pub help: Option<Text>,
    /// Other places that explain it.
    pub notes: Vec<Note>,
}

impl Diagnostic {
    /// Adds what to write instead.
    pub fn help(&mut self, text: Text) -> &mut Diagnostic {
        self.help = Some(text);
        self
    }

    /// Adds «mente du …» when `candidate` is there and nothing better is said.
    pub fn suggest(&mut self, candidate: Option<&str>) -> &mut Diagnostic {
        if let Some(candidate) = candidate {
            self.help = Some(did_you_mean(candidate));
        }
        self
    }

    /// Adds another place that explains the problem.
    pub fn note(&mut self, text: Text, span: Option<Span>) -> &mut Diagnostic {
        self.notes.push(Note { text, span });
        self
    }
}

/// The problems found so far, in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Reports an error.
    pub fn error(&mut self, code: &'static str, span: Span, message: Text) -> &mut Diagnostic {
        self.push(code, Severity::Error, span, message)
    }

    /// Reports a warning.
    pub fn warning(&mut self, code: &'static str, span: Span, message: Text) -> &mut Diagnostic {
        self.push(code, Severity::Warning, span, message)
    }

    /// Reports a thing still to be filled in.
    pub fn notice(&mut self, code: &'static str, span: Span, message: Text) -> &mut Diagnostic {
        self.push(code, Severity::Notice, span, message)
    }

    fn push(&mut self, code: &'static str, severity: Severity, span: Span, message: Text) -> &mut Diagnostic {
        self.list.push(Diagnostic { code, severity, span, message, help: None, notes: Vec::new() });
        self.list.last_mut().expect("one was pushed on the line above")
    }

    /// Adds the problems of `other` after these.
    pub fn append(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }

    /// Keeps only the problems that `keep` accepts.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// All problems.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Whether anything stops the site from being published.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Number of problems of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|it| it.severity == severity).count()
    }

    /// Puts the problems in the order of the names of `files` and of places, and drops exact repetitions.
    pub fn sort(&mut self, files: &dyn Files) {
        let key = |it: &Diagnostic| (it.span, it.severity, it.code);
        self.list.sort_by(|a, b| {
            let names = || files.name(a.span.file).cmp(files.name(b.span.file));
            let files = if a.span.file == b.span.file { std::cmp::Ordering::Equal } else { names() };
            files.then_with(|| key(a).cmp(&key(b)))
        });
        self.list.dedup();
    }
}

/// The files that spans point into: name as the author knows it, and text.
pub trait Files {
    /// Path of `file` relative to where the command was run or to the content folder.
    fn name(&self, file: FileId) -> &str;
    /// Text of `file`; empty when it could not be read as text.
    fn text(&self, file: FileId) -> &str;
}
