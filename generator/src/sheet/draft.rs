//! The values of a row as the file of a draft.

use std::ops::Range;

use super::columns::{Kind, columns};
use super::import::Existing;
use super::tree::{get, set};
use crate::draft::yaml::{Value, block};
use crate::read::raw::RawTilbud;

/// Puts a value where it belongs; the list of further places goes after the first.
pub(super) fn put(head: &mut Value, path: &str, kind: Kind, value: Value) {
    match (path, kind) {
        ("steder", _) => {
            let mut list = match get(head, "steder") {
                Some(Value::List(first)) => first.clone(),
                _ => Vec::new(),
            };
            match value {
                Value::List(more) => list.extend(more),
                other => list.push(other),
            }
            set(head, "steder", Value::List(list));
        }
        (_, Kind::Rest) => {
            if let Value::Map(entries) = value {
                for (key, value) in entries {
                    merge(head, key, value);
                }
            }
        }
        _ => set(head, path, value),
    }
}

/// Adds what has no column; into a mapping that columns began, key by key.
fn merge(head: &mut Value, key: String, value: Value) {
    match (get(head, &key), value) {
        (Some(Value::Map(_)), Value::Map(entries)) => {
            for (inner, value) in entries {
                set(head, &format!("{key}.{inner}"), value);
            }
        }
        (_, value) => set(head, &key, value),
    }
}

/// The file of a draft, and which of its bytes come from which cell.
///
/// With `base`, what the sheet does not say stays as it is there.
pub(super) fn file_text(
    base: Option<&Existing>,
    head: Value,
    body: Option<String>,
    cells: &[(usize, u32)],
) -> (String, Vec<(Range<usize>, u32)>) {
    let mut whole =
        base.map_or_else(|| Value::Map(vec![("status".to_owned(), Value::word("utkast"))]), |it| it.head.clone());
    if let Value::Map(entries) = head {
        for (key, value) in entries {
            match (base.is_some(), value) {
                (true, Value::Map(inner)) => merge(&mut whole, key, Value::Map(inner)),
                (_, value) => set(&mut whole, &key, value),
            }
        }
    }
    let Value::Map(mut entries) = whole else { return (String::new(), Vec::new()) };
    let order = |key: &str| RawTilbud::KEYS.iter().position(|it| *it == key).unwrap_or(usize::MAX);
    entries.sort_by_key(|(key, _)| order(key));
    let mut text = String::from("---\n");
    let mut spans = Vec::new();
    for entry in entries {
        let start = text.len();
        text.push_str(&block(std::slice::from_ref(&entry)));
        for (field, column) in cells {
            let path = columns()[*field].path;
            let (key, inner) = path.split_once('.').unwrap_or((path, ""));
            if key == entry.0 {
                spans.push((part_of(&text, start, inner), *column));
            }
        }
    }
    text.push_str("---\n");
    let start = text.len();
    text.push_str(body.as_deref().or(base.map(|it| it.body.as_str())).unwrap_or_default());
    text.push('\n');
    let body_cell = cells.iter().find(|(field, _)| columns()[*field].kind == Kind::Body);
    spans.extend(body_cell.map(|(_, column)| (start..text.len(), *column)));
    (text, spans)
}

/// The bytes of one key within an entry that begins at `start`; all of it when `path` is empty.
fn part_of(text: &str, start: usize, path: &str) -> Range<usize> {
    let key = path.rsplit('.').next().unwrap_or_default();
    let found = (!key.is_empty()).then(|| text[start..].find(&format!("{key}: "))).flatten();
    let from = found.map_or(start, |at| start + at);
    let line = text[from..].find('\n').map_or(text.len(), |it| from + it);
    let end = if found.is_some() { text[from..line].find(", ").map_or(line, |it| from + it) } else { text.len() };
    from..end.max(from)
}
