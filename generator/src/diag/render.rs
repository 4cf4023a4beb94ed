//! Diagnostics as text: for people, for editors' problem matchers, for programs.

use std::fmt::Write as _;

use serde_json::json;

use super::{Diagnostic, Diagnostics, Files, Severity, Span, Text};

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With snippet and caret.
    Human,
    /// `path:line:col: error[code]: message; help`, one line each.
    Short,
    /// A JSON array; columns in UTF-16 units as editors count.
    Json,
    /// Annotations for GitHub Actions.
    Github,
}

/// The language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Norwegian bokmål.
    Nb,
    /// English.
    En,
}

/// All problems in `format`; empty text when there are none (an empty array in JSON).
pub fn render(problems: &Diagnostics, files: &dyn Files, format: Format, language: Language) -> String {
    let one = |it: &Diagnostic| match format {
        Format::Human => human(it, files, language),
        Format::Short => short(it, files, language),
        Format::Github => github(it, files, language),
        Format::Json => unreachable!("JSON is rendered as a whole below"),
    };
    match format {
        Format::Json => json_array(problems, files, language),
        _ => problems.iter().map(one).collect(),
    }
}

/// One line that counts the problems, such as «2 feil, 1 advarsel».
pub fn summary(problems: &Diagnostics, language: Language) -> String {
    let count = |severity| problems.count(severity);
    let (errors, warnings, notices) = (count(Severity::Error), count(Severity::Warning), count(Severity::Notice));
    match language {
        Language::Nb => {
            let warning = if warnings == 1 { "advarsel" } else { "advarsler" };
            format!("{errors} feil, {warnings} {warning}, {notices} som gjenstår")
        }
        Language::En => {
            let plural = |n: usize| if n == 1 { "" } else { "s" };
            format!("{errors} error{}, {warnings} warning{}, {notices} to do", plural(errors), plural(warnings))
        }
    }
}

/// The word for a severity.
pub fn word(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Nb) => "feil",
        (Severity::Warning, Language::Nb) => "advarsel",
        (Severity::Notice, Language::Nb) => "gjenstår",
        (Severity::Error, Language::En) => "error",
        (Severity::Warning, Language::En) => "warning",
        (Severity::Notice, Language::En) => "to do",
    }
}

/// A place as people count: 1-based line, 1-based column in characters and in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The line, the first is 1.
    pub line: usize,
    /// The column in characters, the first is 1.
    pub column: usize,
    /// The column as JavaScript and most editors count.
    pub column_utf16: usize,
    /// The whole line.
    pub text: &'a str,
    /// Characters of the line that the span covers, at least one.
    pub width: usize,
}

/// Where `span` begins in `text`, the text of its file.
pub fn place<'a>(span: Span, text: &'a str) -> Place<'a> {
    let start = floor_boundary(text, span.start as usize);
    let end = floor_boundary(text, span.end as usize).max(start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let before = &text[line_start..start];
    Place {
        line: text[..start].bytes().filter(|it| *it == b'\n').count() + 1,
        column: before.chars().count() + 1,
        column_utf16: before.encode_utf16().count() + 1,
        text: text[line_start..line_end].trim_end_matches('\r'),
        width: text[start..end.min(line_end).max(start)].chars().count().max(1),
    }
}

/// The nearest character boundary at or before `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Longest part of a line that a snippet shows, in characters.
const SNIPPET: usize = 100;

fn human(it: &Diagnostic, files: &dyn Files, language: Language) -> String {
    let mut out = format!("{}[{}]: {}\n", word(it.severity, language), it.code, printable(it.message.get(language)));
    snippet(&mut out, it.span, files, it.help.as_ref().map(|text| text.get(language)));
    for note in &it.notes {
        out.push_str(&note_line(&note.text, note.span, files, language));
    }
    out.push('\n');
    out
}

/// Terminal control characters in content must not reach the terminal.
fn printable(text: &str) -> String {
    text.chars().map(|it| if it.is_control() && it != '\n' { '\u{fffd}' } else { it }).collect()
}

fn snippet(out: &mut String, span: Span, files: &dyn Files, help: Option<&str>) {
    let at = place(span, files.text(span.file));
    let gutter = at.line.to_string().len();
    let help = help.map(|it| format!(" {}", printable(it))).unwrap_or_default();
    let _ = writeln!(out, "{:gutter$}--> {}:{}:{}", "", files.name(span.file), at.line, at.column);
    if at.text.trim().is_empty() {
        if !help.is_empty() {
            let _ = writeln!(out, "{:gutter$} ={help}", "");
        }
        return;
    }
    let skip = at.column.saturating_sub(SNIPPET / 2 + 1);
    let shown: String = at.text.chars().skip(skip).take(SNIPPET).collect();
    let lead: String = at.text.chars().skip(skip).take(at.column - 1 - skip).map(|_| ' ').collect();
    let carets = "^".repeat(at.width.min(SNIPPET.saturating_sub(lead.len()).max(1)));
    let _ = writeln!(out, "{:gutter$} |", "");
    let _ = writeln!(out, "{} | {}", at.line, printable(&shown.replace('\t', " ")));
    let _ = writeln!(out, "{:gutter$} | {lead}{carets}{help}", "");
}

fn note_line(text: &Text, span: Option<Span>, files: &dyn Files, language: Language) -> String {
    let place = span.map(|it| format!(" ({})", location(it, files))).unwrap_or_default();
    format!("  = {}{place}\n", printable(text.get(language)))
}

fn location(span: Span, files: &dyn Files) -> String {
    let at = place(span, files.text(span.file));
    format!("{}:{}:{}", files.name(span.file), at.line, at.column)
}

fn short(it: &Diagnostic, files: &dyn Files, language: Language) -> String {
    let help = it.help.as_ref().map(|text| format!("; {}", text.get(language))).unwrap_or_default();
    format!(
        "{}: {}[{}]: {}\n",
        location(it.span, files),
        word(it.severity, language),
        it.code,
        printable(&format!("{}{help}", it.message.get(language))).replace('\n', " ")
    )
}

fn github(it: &Diagnostic, files: &dyn Files, language: Language) -> String {
    let at = place(it.span, files.text(it.span.file));
    let kind = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let help = it.help.as_ref().map(|text| format!("; {}", text.get(language))).unwrap_or_default();
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| escape(text).replace(':', "%3A").replace(',', "%2C");
    format!(
        "::{kind} file={},line={},col={},title={}::{}\n",
        property(files.name(it.span.file)),
        at.line,
        at.column,
        property(it.code),
        escape(&format!("{}{help}", it.message.get(language)))
    )
}

fn json_array(problems: &Diagnostics, files: &dyn Files, language: Language) -> String {
    let list: Vec<_> = problems.iter().map(|it| json_one(it, files, language)).collect();
    format!("{:#}\n", serde_json::Value::Array(list))
}

fn json_one(it: &Diagnostic, files: &dyn Files, language: Language) -> serde_json::Value {
    let at = place(it.span, files.text(it.span.file));
    let notes: Vec<_> = it
        .notes
        .iter()
        .map(
            |note| json!({"message": note.text.get(language), "location": note.span.map(|span| location(span, files))}),
        )
        .collect();
    let severity = match it.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    json!({
        "code": it.code,
        "severity": severity,
        "file": files.name(it.span.file),
        "line": at.line,
        "column": at.column_utf16,
        "start": it.span.start,
        "end": it.span.end,
        "message": it.message.get(language),
        "help": it.help.as_ref().map(|text| text.get(language)),
        "notes": notes,
    })
}
