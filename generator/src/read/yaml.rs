//! YAML text to a tree of nodes with byte spans. The choice of parser lives here alone.
//!
//! granit-parser (the parser beneath serde-saphyr) gives events with byte ranges, so every
//! problem can point at its place. Anchors and aliases are refused: no editor needs them, and
//! they are how small files become huge ones.

mod fault;

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as YamlSpan};

use crate::diag::Text;
use fault::{Fault, fault};

/// Deepest nesting of lists and mappings; the contract needs five.
const MAX_DEPTH: usize = 16;
/// Most nodes of one document; the register of a large kommune needs a few thousand.
const MAX_NODES: usize = 200_000;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'s> {
    /// The value.
    pub value: Value<'s>,
    /// Byte range, counted from the start of the file.
    pub span: Range<usize>,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'s> {
    /// No value, or `~` or `null`.
    Null,
    /// A number, word or sentence; `plain` when it is not quoted.
    Scalar {
        /// The text, quotes and escapes resolved.
        text: Cow<'s, str>,
        /// Not quoted, so it may be read as a number or a truth value.
        plain: bool,
    },
    /// A list.
    List(Vec<Node<'s>>),
    /// Keys and values in the order of the file; repeated keys are kept.
    Map(Vec<(Key<'s>, Node<'s>)>),
}

/// A key of a mapping.
#[derive(Clone, Debug, PartialEq)]
pub struct Key<'s> {
    /// The key.
    pub name: Cow<'s, str>,
    /// Byte range, counted from the start of the file.
    pub span: Range<usize>,
}

/// Why a text could not be read as YAML.
#[derive(Clone, Debug, PartialEq)]
pub struct YamlError {
    /// What is wrong.
    pub message: Text,
    /// What to do about it.
    pub help: Option<Text>,
    /// Byte range, counted from the start of the file.
    pub span: Range<usize>,
}

/// Reads `yaml`, which begins at byte `offset` of its file, as one document.
pub fn parse(yaml: &str, offset: usize) -> Result<Node<'_>, YamlError> {
    if let Some(tab) = tab_in_indentation(yaml) {
        return Err(YamlError {
            message: Text::new("linjen er rykket inn med tabulator", "the line is indented with a tab"),
            help: Some(Text::new("bruk mellomrom i stedet for tabulator", "use spaces instead of tabs")),
            span: offset + tab..offset + tab + 1,
        });
    }
    Builder { yaml, offset, parser: Parser::new_from_str(yaml), n_nodes: 0 }.document()
}

/// The first tab that stands in a line's indentation before a key or list item.
fn tab_in_indentation(yaml: &str) -> Option<usize> {
    let mut at = 0;
    for line in yaml.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t').filter(|_| !line.trim().is_empty()) {
            return Some(at + tab);
        }
        at += line.len();
    }
    None
}

struct Builder<'s> {
    yaml: &'s str,
    offset: usize,
    parser: Parser<'s, granit_parser::StrInput<'s>>,
    n_nodes: usize,
}

impl<'s> Builder<'s> {
    fn document(mut self) -> Result<Node<'s>, YamlError> {
        let root = loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd | Event::DocumentEnd => {
                    break Node { value: Value::Null, span: self.offset..self.offset };
                }
                Event::StreamStart | Event::DocumentStart(..) => (),
                other => break self.node(other, span, 0)?,
            }
        };
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::DocumentStart(..) => {
                    return Err(self.fail(
                        span,
                        Text::new("det er flere YAML-dokumenter her", "there is more than one YAML document here"),
                    ));
                }
                _ => (),
            }
        }
    }

    /// The next event. The parser ends with `StreamEnd`, so running out of events means the same.
    fn next(&mut self) -> Result<(Event<'s>, YamlSpan), YamlError> {
        match self.parser.next_event() {
            Some(Ok(it)) => Ok(it),
            Some(Err(error)) => Err(self.scan_error(&error)),
            None => Ok((Event::StreamEnd, YamlSpan::default())),
        }
    }

    fn node(&mut self, event: Event<'s>, span: YamlSpan, depth: usize) -> Result<Node<'s>, YamlError> {
        self.n_nodes += 1;
        if depth > MAX_DEPTH || self.n_nodes > MAX_NODES {
            return Err(self.fail(span, Text::new("for mange nivåer eller verdier", "too deep or too many values")));
        }
        let start = self.range(&span).start;
        let (value, end) = match event {
            Event::Scalar(text, style, 0, _) => {
                let plain = matches!(style, ScalarStyle::Plain);
                let null = plain && matches!(&*text, "" | "~" | "null");
                let value = if null { Value::Null } else { Value::Scalar { text, plain } };
                (value, self.range(&span).end)
            }
            Event::SequenceStart(_, 0, _) => self.list(depth)?,
            Event::MappingStart(_, 0, _) => self.map(depth)?,
            _ => return Err(self.anchor(span)),
        };
        Ok(Node { value, span: start..end.max(start) })
    }

    fn list(&mut self, depth: usize) -> Result<(Value<'s>, usize), YamlError> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                let end = items.last().map_or(0, |it: &Node<'_>| it.span.end);
                return Ok((Value::List(items), end.max(self.range(&span).end)));
            }
            items.push(self.node(event, span, depth + 1)?);
        }
    }

    fn map(&mut self, depth: usize) -> Result<(Value<'s>, usize), YamlError> {
        let mut entries: Vec<(Key<'s>, Node<'s>)> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd | Event::StreamEnd) {
                let end = entries.last().map_or(0, |(_, it)| it.span.end);
                return Ok((Value::Map(entries), end));
            }
            let key = self.node(event, span, depth + 1)?;
            let Value::Scalar { text, .. } = key.value else {
                return Err(YamlError {
                    message: Text::new("en nøkkel må være et ord", "a key has to be a word"),
                    help: None,
                    span: key.span,
                });
            };
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            entries.push((Key { name: text, span: key.span }, value));
        }
    }

    /// The byte range of `span` in the file.
    fn range(&self, span: &YamlSpan) -> Range<usize> {
        let range = span.byte_range().unwrap_or(0..0);
        let end = range.end.min(self.yaml.len());
        let start = range.start.min(end);
        self.offset + start..self.offset + start + self.yaml[start..end].trim_end().len()
    }

    fn fail(&self, span: YamlSpan, message: Text) -> YamlError {
        YamlError { message, help: None, span: self.range(&span) }
    }

    fn anchor(&self, span: YamlSpan) -> YamlError {
        YamlError {
            message: Text::new(
                "henvisninger med & og * er ikke tillatt",
                "anchors (&) and aliases (*) are not allowed",
            ),
            help: Some(Text::new(
                "skriv verdien ut, eller sett den i anførselstegn hvis tegnet hører til teksten",
                "write the value out, or quote it if the character is part of the text",
            )),
            span: self.range(&span),
        }
    }

    fn scan_error(&self, error: &ScanError) -> YamlError {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.yaml.len());
        let Fault { message, help, span } = fault(self.yaml, at, error.kind(), &error.info());
        YamlError { message, help: Some(help), span: self.offset + span.start..self.offset + span.end }
    }
}
