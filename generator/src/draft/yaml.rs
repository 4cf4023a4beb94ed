//! Values to YAML as an editor would write it: short ones on a line, long ones below each other.

use std::fmt::Write as _;

/// A value to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Text, quoted where YAML could misread it.
    Text(String),
    /// A number, date or word that stands as it is.
    Word(String),
    /// A list.
    List(Vec<Value>),
    /// Keys and values in order.
    Map(Vec<(String, Value)>),
}

/// Longest value that is written on one line, in characters.
const LINE: usize = 110;

impl Value {
    /// Text.
    pub fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    /// A number, date or word of a vocabulary.
    pub fn word(word: impl Into<String>) -> Value {
        Value::Word(word.into())
    }

    /// A mapping.
    pub fn map<K: Into<String>>(entries: impl IntoIterator<Item = (K, Value)>) -> Value {
        Value::Map(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// The value on one line, as it may stand within `[…]` and `{…}`.
    pub fn flow(&self) -> String {
        match self {
            Value::Text(text) => scalar(text),
            Value::Word(word) => word.clone(),
            Value::List(items) => format!("[{}]", items.iter().map(Value::flow).collect::<Vec<_>>().join(", ")),
            Value::Map(entries) => {
                let pair = |(key, value): &(String, Value)| format!("{}: {}", scalar(key), value.flow());
                format!("{{{}}}", entries.iter().map(pair).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// The lines of a mapping, each key on its own line, ending with a line break.
pub fn block(entries: &[(String, Value)]) -> String {
    let mut out = String::new();
    for (key, value) in entries {
        entry(&mut out, key, value, 0);
    }
    out
}

fn entry(out: &mut String, key: &str, value: &Value, indent: usize) {
    let _ = write!(out, "{:indent$}{}:", "", scalar(key));
    below(out, value, indent);
}

/// What follows a key: on the same line when it is short, else indented below it.
fn below(out: &mut String, value: &Value, indent: usize) {
    let flow = value.flow();
    match value {
        Value::List(items) if flow.chars().count() > LINE && !items.is_empty() => {
            out.push('\n');
            for it in items {
                item(out, it, indent + 2);
            }
        }
        Value::Map(entries) if flow.chars().count() > LINE && !entries.is_empty() => {
            out.push('\n');
            for (key, value) in entries {
                entry(out, key, value, indent + 2);
            }
        }
        _ => {
            let _ = writeln!(out, " {flow}");
        }
    }
}

fn item(out: &mut String, value: &Value, indent: usize) {
    let flow = value.flow();
    match value {
        Value::Map(entries) if flow.chars().count() > LINE && !entries.is_empty() => {
            for (at, (key, value)) in entries.iter().enumerate() {
                let _ = write!(out, "{:indent$}{}{}:", "", if at == 0 { "- " } else { "  " }, scalar(key));
                below(out, value, indent + 2);
            }
        }
        _ => {
            let _ = writeln!(out, "{:indent$}- {flow}", "");
        }
    }
}

/// One text as YAML: plain where that is safe anywhere, in double quotes otherwise.
pub fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            it if it.is_control() || matches!(it, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(out, "\\u{:04x}", u32::from(it));
            }
            it => out.push(it),
        }
    }
    out.push('"');
    out
}

/// Whether YAML reads `text` as that text without quotes, also within brackets.
fn is_plain(text: &str) -> bool {
    let first = text.chars().next();
    let reserved = ["null", "true", "false", "ja", "nei", "yes", "no", "on", "off", "y", "n"];
    first.is_some_and(char::is_alphabetic)
        && !text.ends_with([':', ' '])
        && !reserved.contains(&text.to_lowercase().as_str())
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(|it| it.is_control() || "[]{},&*!|>'\"%@`\\\u{2028}\u{2029}\u{feff}\u{85}".contains(it))
        && !text.contains("\u{a0}:")
}
