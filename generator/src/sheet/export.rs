//! All tilbud of a kommune as the rows of one sheet.

use super::columns::{Column, Kind, columns};
use super::convert::encode;
use super::form::Lists;
use super::tree::{get, remove};
use crate::draft::yaml::Value;

/// The rows of a sheet: a cell for each of [`columns`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Export {
    /// One a record.
    pub rows: Vec<Vec<String>>,
}

/// The rows of `records`: file name without `.md`, head and text of each.
pub fn export<'a>(records: impl IntoIterator<Item = (&'a str, &'a Value, &'a str)>, lists: &Lists) -> Export {
    let row = |(file, head, body): (&str, &Value, &str)| row(file, head, body, lists);
    Export { rows: records.into_iter().map(row).collect() }
}

/// One row. What no column takes ends up in «Andre felt», so nothing is ever lost.
pub(super) fn row(file: &str, head: &Value, body: &str, lists: &Lists) -> Vec<String> {
    let mut left = head.clone();
    let whole_places = first_place_is_odd(head);
    let mut cell = |column: &Column| match column.kind {
        Kind::File => file.to_owned(),
        Kind::Body => body.to_owned(),
        Kind::Rest => rest(&left),
        _ if column.path == "steder" => {
            let text = places(&left, head, whole_places, lists);
            remove(&mut left, "steder");
            text
        }
        _ if whole_places && column.path.starts_with("steder.") => String::new(),
        kind => take(&mut left, column.path).map(|it| encode(kind, column.path, &it, lists)).unwrap_or_default(),
    };
    columns().iter().map(&mut cell).collect()
}

fn take(left: &mut Value, path: &str) -> Option<Value> {
    let value = get(left, path).cloned();
    if value.is_some() {
        remove(left, path);
    }
    value
}

/// Whether the first place says nothing that a column holds, so that all places go into one cell.
fn first_place_is_odd(head: &Value) -> bool {
    let Some(first) = get(head, "steder.0") else { return get(head, "steder").is_some() };
    let Value::Map(entries) = first else { return true };
    let has = |key: &str| columns().iter().any(|it| it.path.strip_prefix("steder.0.") == Some(key));
    entries.is_empty() || !entries.iter().all(|(key, _)| has(key))
}

/// The places that have no columns of their own.
fn places(left: &Value, head: &Value, whole: bool, lists: &Lists) -> String {
    let list = if whole { get(head, "steder") } else { get(left, "steder") };
    match list {
        Some(Value::List(items)) if !whole => {
            let more = &items[1.min(items.len())..];
            if more.is_empty() {
                String::new()
            } else {
                encode(Kind::Yaml, "steder", &Value::List(more.to_vec()), lists)
            }
        }
        Some(other) => encode(Kind::Yaml, "steder", other, lists),
        None => String::new(),
    }
}

fn rest(left: &Value) -> String {
    match left {
        Value::Map(entries) if entries.is_empty() => String::new(),
        other => other.flow(),
    }
}
