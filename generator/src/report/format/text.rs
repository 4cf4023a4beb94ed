//! A report as plain text, for a terminal.

use crate::report::desk::Desk;
use crate::report::value::{Kind, Report, Section, Table};

/// Widest column, in characters; longer words go on in the next line of the same cell.
const MOST: usize = 40;

/// The text.
pub fn text(desk: &Desk<'_>, report: &Report) -> String {
    let mut out = String::new();
    for line in super::about(desk, report) {
        push(&mut out, &line);
    }
    for section in &report.sections {
        out.push('\n');
        self::section(desk, section, &mut out);
    }
    out
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

fn section(desk: &Desk<'_>, section: &Section, out: &mut String) {
    match section {
        Section::Heading { text, .. } => push(out, &format!("{text}\n{}", "=".repeat(text.chars().count()))),
        Section::Text(text) | Section::Notice(text) => push(out, text),
        Section::Figure(figure) => push(out, &format!("{}. {}", figure.title, figure.description)),
        Section::List(items) => {
            for item in items {
                let names: Vec<&str> =
                    item.tilbud.iter().map(|it| desk.site.tilbud(*it).tittel.best(desk.lang)).collect();
                let parts = [item.text.as_str(), &names.join(", ")];
                let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
                push(out, &format!("- {}", parts.join(": ")));
            }
        }
        Section::Table(it) => table(desk, it, out),
    }
}

/// Columns beside each other, numbers to the right, groups as lines of their own.
fn table(desk: &Desk<'_>, table: &Table, out: &mut String) {
    push(out, &table.caption);
    if !table.note.is_empty() {
        push(out, &table.note);
    }
    let heads: Vec<Vec<String>> = table.columns.iter().map(|it| wrapped(&it.name)).collect();
    let rows: Vec<Vec<Vec<String>>> =
        table.rows.iter().map(|row| row.cells.iter().map(|it| wrapped(&super::shown(desk, it))).collect()).collect();
    let widths: Vec<usize> = (0..table.columns.len())
        .map(|at| rows.iter().chain([&heads]).flat_map(|it| &it[at]).map(|it| it.chars().count()).max().unwrap_or(0))
        .collect();
    lines(table, &widths, &heads, out);
    push(out, &"-".repeat(widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1)));
    let mut group: Option<&String> = None;
    for (row, cells) in table.rows.iter().zip(&rows) {
        if row.group.as_ref() != group {
            group = row.group.as_ref();
            push(out, &format!("\n{}", row.group.as_deref().unwrap_or_default()));
        }
        lines(table, &widths, cells, out);
    }
}

fn lines(table: &Table, widths: &[usize], cells: &[Vec<String>], out: &mut String) {
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        for ((cell, width), column) in cells.iter().zip(widths).zip(&table.columns) {
            let words = cell.get(at).map(String::as_str).unwrap_or_default();
            let blank = " ".repeat(width - words.chars().count());
            let right = matches!(column.kind, Kind::Number | Kind::Percent);
            line.push_str(&if right { format!("{blank}{words}  ") } else { format!("{words}{blank}  ") });
        }
        push(out, &line);
    }
}

/// Words in lines of at most [`MOST`] characters. Control characters would steer the terminal: they become blanks.
fn wrapped(text: &str) -> Vec<String> {
    let text: String = text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    let mut lines: Vec<String> = vec![String::new()];
    // The space within a number does not break.
    let breaks = |it: char| it.is_whitespace() && it != '\u{a0}';
    for word in text.split(breaks).filter(|it| !it.is_empty()) {
        let line = lines.last_mut().expect("there is always one");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= MOST {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}
