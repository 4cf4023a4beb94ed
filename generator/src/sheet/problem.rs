//! What is wrong with a draft, told at the cells that it comes from.

use std::ops::Range;

use super::columns::{Column, columns};
use super::form::letters;
use super::import::Imported;
use super::read::{Grid, Value as CellValue};
use crate::diag::{Diagnostic, Severity, Text};
use crate::read::field::missing_key;

/// A problem at a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// Name of the sheet; empty for CSV.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// The column's heading, and its letters; none when the whole row is meant.
    pub column: Option<(String, String)>,
    /// What stands in the cell.
    pub value: String,
    /// How bad it is.
    pub severity: Severity,
    /// Code of the problem.
    pub code: &'static str,
    /// What is wrong.
    pub message: Text,
    /// What to write instead.
    pub help: Option<Text>,
}

impl Imported {
    /// The problem of its file as a problem of the cell it comes from; `None` when it is that a value is missing
    /// which stands in the sheet and could not be read.
    pub fn at_cell(&self, problem: &Diagnostic, grid: &Grid) -> Option<CellProblem> {
        let (start, end) = (problem.span.start as usize, problem.span.end as usize);
        let touches = |it: &Range<usize>| it.start <= start && end <= it.end.max(it.start + 1);
        let found = self.spans.iter().filter(|(range, _)| touches(range)).min_by_key(|(range, _)| range.len());
        let (mut column, mut message, mut help) =
            (found.map(|(_, column)| *column), problem.message.clone(), problem.help.clone());
        if let Some(missing) = self.missing(problem) {
            column = self.headings.iter().find(|it| it.field == missing).map(|it| it.column);
            if column.is_some_and(|it| self.unread.contains(&it)) {
                return None;
            }
            let Column { label, help: what, .. } = columns()[missing];
            message = match column {
                Some(_) => Text::new("cellen er tom, og må fylles ut", "the cell is empty, and must be filled in"),
                None => Text::new(
                    format!("arket har ingen kolonne «{label}», og den må fylles ut"),
                    format!("the sheet has no column «{label}», and it must be filled in"),
                ),
            };
            help = (!what.is_empty()).then(|| Text::new(what, what));
        }
        let heading = |column: u32| self.headings.iter().find(|it| it.column == column).map(|it| it.label.clone());
        Some(CellProblem {
            sheet: grid.name.clone(),
            row: self.row,
            column: column.map(|it| (heading(it).unwrap_or_default(), letters(it as usize))),
            value: column.map(|it| show(grid.at(self.row - 1, it))).unwrap_or_default(),
            severity: problem.severity,
            code: problem.code,
            message,
            help,
        })
    }

    /// Which of [`columns`] the problem says is missing.
    fn missing(&self, problem: &Diagnostic) -> Option<usize> {
        let key = missing_key(problem)?;
        let whole = |path: &str| columns().iter().position(|it| it.path == path);
        let within = || {
            // Keys of a field stand in its lines, which are indented but for the first.
            let before = self.text.get(..problem.span.end as usize)?;
            let line = before.lines().rev().find(|it| !it.starts_with([' ', '-']))?;
            let field = line.split_once(':')?.0;
            columns().iter().position(|it| it.path.starts_with(field) && it.path.ends_with(&format!(".{key}")))
        };
        whole(key).or_else(within)
    }
}

/// What a cell shows, in short.
pub(super) fn show(value: &CellValue) -> String {
    let text = match value {
        CellValue::Empty => String::new(),
        CellValue::Text(text) => text.trim().to_owned(),
        CellValue::Number(n) => n.to_string(),
        CellValue::Bool(it) => (if *it { "ja" } else { "nei" }).to_owned(),
        CellValue::Date(date) => date.to_string(),
        CellValue::Error(code) => code.clone(),
        CellValue::Uncomputed => "en formel".to_owned(),
    };
    text.chars().take(120).collect()
}
