//! A record's file as a tree of values that columns take from and put into.

use crate::draft::yaml::Value;
use crate::read::yaml::{Node, Value as Written};
use crate::read::{field::clean, split, yaml};

/// The head of a record's file as keys and values, and its text; `None` when it cannot be read.
///
/// Short forms are written out: `pris: gratis` becomes `pris: {gratis: true}`.
pub fn record(text: &str) -> Option<(Value, String)> {
    let (head, body_at) = split(text)?;
    let node = yaml::parse(text.get(head.clone())?, head.start).ok()?;
    let Some(Value::Map(mut entries)) = from_node(&node) else { return None };
    for (key, value) in &mut entries {
        write_out(key, value);
    }
    Some((Value::Map(entries), text.get(body_at..)?.trim().to_owned()))
}

/// The value of a node; `None` when there is none.
pub(super) fn from_node(node: &Node<'_>) -> Option<Value> {
    Some(match &node.value {
        Written::Null => return None,
        Written::Scalar { text, plain } => {
            let truth = *plain && matches!(&**text, "true" | "false" | "ja" | "nei" | "Ja" | "Nei" | "True" | "False");
            if truth { Value::Word(text.to_string()) } else { Value::Text(clean(text)) }
        }
        Written::List(items) => Value::List(items.iter().filter_map(from_node).collect()),
        Written::Map(entries) => {
            let pair = |(key, value): &(yaml::Key<'_>, Node<'_>)| Some((clean(&key.name), from_node(value)?));
            Value::Map(entries.iter().filter_map(pair).collect())
        }
    })
}

/// The long form of what may be written short.
fn write_out(key: &str, value: &mut Value) {
    let Some(text) = scalar(value).map(str::to_owned) else { return };
    let inner = match key {
        "brukermedvirkning" | "evaluering" | "god_praksis" => "grad",
        "basert_på" => "mal",
        "pris" if text.to_lowercase() == "gratis" => {
            *value = Value::map([("gratis", Value::word("true"))]);
            return;
        }
        "pris" => "merknad",
        _ => return,
    };
    *value = Value::map([(inner, Value::Text(text))]);
}

/// The text of a value that is one.
pub(super) fn scalar(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) | Value::Word(text) => Some(text),
        Value::List(_) | Value::Map(_) => None,
    }
}

/// Whether two values mean the same in a file: a list of one is that one, and quotes are no difference.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::List(list), other) | (other, Value::List(list)) => matches!(&list[..], [one] if same(one, other)),
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((k, a), (l, b))| k == l && same(a, b))
        }
        _ => scalar(a).is_some() && scalar(a) == scalar(b),
    }
}

/// What stands at `path`.
pub(super) fn get<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(value, |value, key| match value {
        Value::Map(entries) => entries.iter().find(|(it, _)| it == key).map(|(_, value)| value),
        Value::List(items) => items.get(key.parse::<usize>().ok()?),
        _ => None,
    })
}

/// Takes away what stands at `path`, and what is left empty by it.
pub(super) fn remove(value: &mut Value, path: &str) {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    match value {
        Value::Map(entries) => {
            let Some(at) = entries.iter().position(|(it, _)| it == key) else { return };
            if let Some(rest) = rest {
                remove(&mut entries[at].1, rest);
            }
            if rest.is_none() || is_empty(&entries[at].1) {
                entries.remove(at);
            }
        }
        Value::List(items) => {
            let Some(item) = key.parse::<usize>().ok().and_then(|at| items.get_mut(at)) else { return };
            if let Some(rest) = rest {
                remove(item, rest);
            }
        }
        _ => (),
    }
}

/// Puts `new` at `path`, making the mappings and lists on the way.
pub(super) fn set(value: &mut Value, path: &str, new: Value) {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    if let Ok(at) = key.parse::<usize>() {
        if !matches!(value, Value::List(_)) {
            *value = Value::List(Vec::new());
        }
        let Value::List(items) = value else { return };
        while items.len() <= at {
            items.push(Value::Map(Vec::new()));
        }
        match rest {
            Some(rest) => set(&mut items[at], rest, new),
            None => items[at] = new,
        }
        return;
    }
    if !matches!(value, Value::Map(_)) {
        *value = Value::Map(Vec::new());
    }
    let Value::Map(entries) = value else { return };
    let at = entries.iter().position(|(it, _)| it == key).unwrap_or_else(|| {
        entries.push((key.to_owned(), Value::Map(Vec::new())));
        entries.len() - 1
    });
    match rest {
        Some(rest) => set(&mut entries[at].1, rest, new),
        None => entries[at].1 = new,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Map(entries) => entries.is_empty(),
        Value::List(items) => items.is_empty(),
        _ => false,
    }
}
