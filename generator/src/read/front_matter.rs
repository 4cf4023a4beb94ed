//! A Markdown file with a YAML head: the head as a record, the body by language.

use super::field::{FromNode, Reader};
use super::{Sources, yaml_node};
use crate::diag::{Diagnostics, FileId, Span, Text};
use crate::model::{Body, Lang};

/// A file's head and text.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<T> {
    /// The record in the head.
    pub head: T,
    /// The texts, in the order of the file.
    pub body: Vec<Body>,
}

/// Reads `file`, whose plain texts are in `lang`.
///
/// Reports every problem it can see. `None` when the record cannot be made without guessing.
pub fn document<T: FromNode>(
    sources: &Sources,
    file: FileId,
    lang: Lang,
    sink: &mut Diagnostics,
) -> Option<Document<T>> {
    let text = sources.read_text(file, sink)?;
    let Some((head, body_at)) = split(text) else {
        no_head(text, file, sink);
        return None;
    };
    let node = yaml_node(&text[head.clone()], head.start, file, sink)?;
    let head = T::from_node(&node, &mut Reader { file, lang, sink });
    let body = bodies(text, body_at, file, lang, sink);
    Some(Document { head: head?, body })
}

/// Reports that a file has no head, or that it never ends.
fn no_head(text: &str, file: FileId, sink: &mut Diagnostics) {
    let (message, help) = if begins(text).is_some() {
        (
            Text::new("hodet begynner her, men slutter aldri", "the front matter begins here, but never ends"),
            Text::new(
                "sett en linje `---` etter det siste feltet, før teksten",
                "put a line `---` after the last field, before the text",
            ),
        )
    } else {
        (
            Text::new("filen mangler YAML-hode", "the file has no YAML front matter"),
            Text::new(
                "begynn filen med en linje `---`, så `tittel:` og de andre feltene, og en linje `---`",
                "begin the file with a line `---`, then `tittel:` and the other fields, and a line `---`",
            ),
        )
    };
    sink.error("mangler-hode", Span::file(file), message).help(help);
}

/// Where the fields of a head begin, in a file that begins with one.
fn begins(text: &str) -> Option<usize> {
    let skip = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let first = line_end(text, skip);
    (text[skip..first].trim_end() == "---").then_some(first)
}

/// The byte range of the head of a record's text, and where its body begins; `None` when it has no head.
pub fn split(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let first = begins(text)?;
    let mut at = first;
    while at < text.len() {
        let end = line_end(text, at);
        if text[at..end].trim_end() == "---" {
            return Some((first..at, end));
        }
        at = end;
    }
    None
}

/// The byte after the line that begins at `at`.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |it| at + it + 1)
}

/// The texts after the head: the first in `lang`, each next after a line `<!-- språk: nn -->`.
fn bodies(text: &str, from: usize, file: FileId, lang: Lang, sink: &mut Diagnostics) -> Vec<Body> {
    let mut list: Vec<Body> = Vec::new();
    let (mut lang, mut start, mut at) = (lang, from, from);
    while at < text.len() {
        let end = line_end(text, at);
        if let Some(tag) = language_mark(&text[at..end]) {
            push(&mut list, text, start..at, file, lang, sink);
            match Lang::from_tag(tag) {
                Some(found) => lang = found,
                None => unknown_language(tag, Span::new(file, at..end.saturating_sub(1)), sink),
            }
            start = end;
        }
        at = end;
    }
    push(&mut list, text, start..text.len(), file, lang, sink);
    list
}

fn language_mark(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    inner.strip_prefix("språk:").or_else(|| inner.strip_prefix("spra\u{30a}k:")).map(str::trim)
}

fn unknown_language(tag: &str, span: Span, sink: &mut Diagnostics) {
    sink.error("ukjent-sprak", span, Text::new(format!("ukjent språk `{tag}`"), format!("unknown language `{tag}`")))
        .help(Text::new("bruk nb, nn, se eller en", "use nb, nn, se or en"));
}

fn push(
    list: &mut Vec<Body>,
    text: &str,
    range: std::ops::Range<usize>,
    file: FileId,
    lang: Lang,
    sink: &mut Diagnostics,
) {
    let lead = text[range.clone()].len() - text[range.clone()].trim_start().len();
    let markdown = text[range.clone()].trim();
    if markdown.is_empty() {
        return;
    }
    let start = range.start + lead;
    let span = Span::new(file, start..start + markdown.len());
    if let Some(first) = list.iter().find(|it| it.lang == lang) {
        let first = first.span;
        let tag = lang.tag();
        sink.error(
            "dobbel-tekst",
            span,
            Text::new(format!("det er to brødtekster på `{tag}`"), format!("there are two texts in `{tag}`")),
        )
        .note(Text::new("den første står her", "the first one is here"), Some(first));
        return;
    }
    list.push(Body { lang, markdown: markdown.into(), span });
}
