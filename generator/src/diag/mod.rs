//! Problems in content as data: what is wrong, where, and what to write instead.
//!
//! Text is made only in [`render`]; nothing here knows a file system or a terminal.

mod render;
mod suggest;

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

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
///
/// Copies share them, and what puts them in order stands beside them: a preview gathers those of records that
/// hold still again and again, and a country has more than a hundred thousand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Entry>,
    /// Number of problems of each severity.
    counts: [usize; 3],
}

/// A problem, and what decides its place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    span: Span,
    severity: Severity,
    problem: Arc<Diagnostic>,
}

impl Entry {
    /// What decides the order within a file.
    fn place(&self) -> (Span, Severity, &'static str) {
        (self.span, self.severity, self.problem.code)
    }
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
        let problem = Arc::new(Diagnostic { code, severity, span, message, help: None, notes: Vec::new() });
        self.counts[severity as usize] += 1;
        self.list.push(Entry { span, severity, problem });
        Arc::make_mut(&mut self.list.last_mut().expect("one was pushed on the line above").problem)
    }

    /// Adds the problems of `other` after these.
    pub fn append(&mut self, other: &Diagnostics) {
        self.list.extend_from_slice(&other.list);
        self.counts.iter_mut().zip(other.counts).for_each(|(own, more)| *own += more);
    }

    /// Keeps only the problems that `keep` accepts.
    pub fn retain(&mut self, mut keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(|it| keep(&it.problem));
        self.recount();
    }

    /// All problems.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter().map(|it| &*it.problem)
    }

    /// The problems of one severity.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter().filter(move |it| it.severity == severity).map(|it| &*it.problem)
    }

    /// Whether anything stops the site from being published.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Number of problems of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.counts[severity as usize]
    }

    /// Puts the problems in the order of `files` and of places, and drops exact repetitions.
    pub fn sort(&mut self, files: &dyn Files) {
        let files = |a: FileId, b: FileId| if a == b { Ordering::Equal } else { files.rank(a).cmp(&files.rank(b)) };
        self.list.sort_by(|a, b| files(a.span.file, b.span.file).then_with(|| a.place().cmp(&b.place())));
        self.list.dedup();
        self.recount();
    }

    /// The same for problems that are all in one file, repetitions kept.
    pub fn sort_within_file(&mut self) {
        self.list.sort_by(|a, b| a.place().cmp(&b.place()));
    }

    fn recount(&mut self) {
        self.counts = [0; 3];
        self.list.iter().for_each(|it| self.counts[it.severity as usize] += 1);
    }
}

/// The files that spans point into: name as the author knows it, and text.
pub trait Files {
    /// Path of `file` relative to where the command was run or to the content folder.
    fn name(&self, file: FileId) -> &str;
    /// Text of `file`; empty when it could not be read as text.
    fn text(&self, file: FileId) -> &str;
    /// Place of `file` in the order of the names.
    fn rank(&self, file: FileId) -> u32;
}
