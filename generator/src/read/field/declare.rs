//! Records and closed sets of words, declared once with `record!` and `choice!`; what their keys may be.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::{Reader, clean, found};
use crate::diag::{Diagnostic, Span, Text, closest};
use crate::read::yaml::{Key, Node, Value};

/// One key of a record: its name, what it means for editors, and its schema.
pub struct KeyInfo {
    /// The key.
    pub name: &'static str,
    /// What it means, in Norwegian.
    pub about: &'static str,
    /// Schema of its value.
    pub schema: fn() -> Json,
}

/// The JSON Schema of a record with these keys.
pub fn object_schema(keys: &[KeyInfo], required: &[&str]) -> Json {
    let mut properties = serde_json::Map::new();
    for key in keys {
        let mut schema = (key.schema)();
        if let Json::Object(map) = &mut schema {
            map.insert("description".to_owned(), key.about.into());
        }
        properties.insert(key.name.to_owned(), schema);
    }
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

/// Most keys of one mapping that are complained about: nobody reads more, and a file of nothing else would
/// take long to tell of.
const MOST_WRONG: usize = 100;

/// Reports every unknown and repeated key of a mapping; the known keys that unknown ones were meant for.
pub fn check_keys(
    entries: &[(Key<'_>, Node<'_>)],
    known: &[&'static str],
    reader: &mut Reader<'_>,
) -> Vec<&'static str> {
    let mut meant = Vec::new();
    let mut seen: HashMap<&str, Span> = HashMap::with_capacity(entries.len());
    let mut n_wrong = 0;
    for (key, _) in entries {
        let span = reader.span(key.span.clone());
        let is_known = known.contains(&&*key.name);
        let first = seen.get(&*key.name).copied();
        seen.entry(&key.name).or_insert(span);
        n_wrong += usize::from(!is_known || first.is_some());
        if n_wrong > MOST_WRONG {
            return meant;
        }
        if !is_known {
            meant.extend(unknown_key(&key.name, span, known, reader));
        }
        if let Some(first) = first {
            let name = &key.name;
            reader
                .sink
                .error(
                    "dobbel-nokkel",
                    span,
                    Text::new(format!("nøkkelen `{name}` står to ganger"), format!("key `{name}` stands twice")),
                )
                .help(Text::new("slå dem sammen til én", "merge them into one"))
                .note(Text::new("første gang her", "first used here"), Some(first));
        }
    }
    meant
}

/// Reports an unknown key; the known one that was meant, if one is near.
fn unknown_key(name: &str, span: Span, known: &[&'static str], reader: &mut Reader<'_>) -> Option<&'static str> {
    let problem = reader.sink.error(
        "ukjent-nokkel",
        span,
        Text::new(format!("ukjent nøkkel `{name}`"), format!("unknown key `{name}`")),
    );
    let near = closest(&clean(name), known.iter().copied());
    match near {
        Some(near) => {
            problem.suggest(Some(near));
        }
        None if known.len() <= 12 => {
            let list = known.join(", ");
            problem.help(Text::new(format!("her kan det stå: {list}"), format!("known keys: {list}")));
        }
        None => {
            problem.help(Text::new("se listen over felt i docs/innhold.md", "docs/innhold.md lists the fields"));
        }
    }
    near
}

/// That the field `key` is not there.
pub fn missing_text(key: &str) -> Text {
    Text::new(format!("feltet `{key}` mangler"), format!("field `{key}` is missing"))
}

/// The field of which `problem` says in the words of [`missing_text`] that it is not there.
pub fn missing_key(problem: &Diagnostic) -> Option<&str> {
    let key = problem.message.en.strip_prefix("field `")?.strip_suffix("` is missing")?;
    (problem.message == missing_text(key)).then_some(key)
}

/// Reports a required key that is not there, at `at`.
pub fn missing(key: &str, at: Span, reader: &mut Reader<'_>) {
    reader.sink.error("mangler-felt", at, missing_text(key)).help(Text::new(
        format!("legg til en linje som begynner med `{key}:`"),
        format!("add a line that begins with `{key}:`"),
    ));
}

/// Declares a record: a struct with one optional, spanned field for each key of the YAML mapping.
///
/// `required` lists the keys that must be there: without one the record is read, so that what else is
/// wrong with it is told too, and the missing key was reported. `from` is a scalar
/// form that stands for the whole record, such as `pris: gratis`.
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident required [$($required:literal),*] $(from $short:path)? {
            $($key:literal $field:ident: $type:ty = $about:literal,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $(#[doc = $about] pub $field: Option<crate::diag::Spanned<$type>>,)*
            /// Keys that are there but misspelt, or whose values could not be read; that was reported.
            pub unread: Vec<&'static str>,
        }

        impl $name {
            /// The keys of the record as written in files.
            pub const KEYS: &'static [&'static str] = &[$($key),*];

            /// What each key means and holds.
            pub fn key_infos() -> Vec<crate::read::field::KeyInfo> {
                vec![$(crate::read::field::KeyInfo {
                    name: $key,
                    about: $about,
                    schema: <$type as crate::read::field::FromNode>::schema,
                }),*]
            }

            /// The keys that are set, in the order of the declaration.
            pub fn present(&self) -> Vec<&'static str> {
                let mut keys = Vec::new();
                $(if self.$field.is_some() {
                    keys.push($key);
                })*
                keys
            }

            /// Fills every field that is not set from `base`; returns the keys that were filled.
            #[allow(dead_code, reason = "only records that build on maler inherit")]
            pub fn inherit(&mut self, base: &$name) -> Vec<&'static str> {
                let mut inherited = Vec::new();
                $(if self.$field.is_none() && base.$field.is_some() {
                    self.$field.clone_from(&base.$field);
                    inherited.push($key);
                })*
                inherited
            }
        }

        impl crate::read::field::FromNode for $name {
            fn from_node(node: &crate::read::yaml::Node<'_>, reader: &mut crate::read::field::Reader<'_>) -> Option<$name> {
                use crate::read::yaml::Value;
                $(if let Value::Scalar { .. } = &node.value {
                    return $short(node, reader);
                })?
                let Value::Map(entries) = &node.value else {
                    reader.no_mapping(node, &$name::key_infos());
                    return None;
                };
                let unread = crate::read::field::check_keys(entries, $name::KEYS, reader);
                let mut record = $name { unread, ..$name::default() };
                for (key, value) in entries {
                    if value.value == Value::Null {
                        continue;
                    }
                    match &*key.name {
                        $($key if record.$field.is_none() => {
                            record.$field = crate::read::field::FromNode::from_node(value, reader);
                            if record.$field.is_none() {
                                record.unread.push($key);
                            }
                        })*
                        _ => (),
                    }
                }
                let missing: &[&str] = &[$($required),*];
                for key in missing.iter().filter(|it| !record.unread.contains(it)) {
                    if !entries.iter().any(|(it, value)| it.name == *key && value.value != Value::Null) {
                        let at = entries.first().map_or(node.span.clone(), |(it, _)| it.span.clone());
                        let at = reader.span(at);
                        crate::read::field::missing(key, at, reader);
                    }
                }
                Some(record)
            }

            fn schema() -> serde_json::Value {
                let object = crate::read::field::object_schema(&$name::key_infos(), &[$($required),*]);
                $(
                    let _ = $short as fn(&crate::read::yaml::Node<'_>, &mut crate::read::field::Reader<'_>) -> Option<$name>;
                    let object = serde_json::json!({"anyOf": [object, {"type": ["string", "number"]}]});
                )?
                object
            }
        }
    };
}

/// Declares a closed set of words; `instead` says what to write for some that are not among them.
macro_rules! choice {
    ($type:ty { $($word:literal => $value:expr),* $(,)? } $(instead $instead:path)?) => {
        impl crate::read::field::FromNode for $type {
            fn from_node(node: &crate::read::yaml::Node<'_>, reader: &mut crate::read::field::Reader<'_>) -> Option<$type> {
                let text = match &node.value {
                    crate::read::yaml::Value::Scalar { text, .. } => &**text,
                    _ => "",
                };
                match text {
                    $($word => Some($value),)*
                    _ => {
                        let help = None$(.or($instead(text)))?;
                        crate::read::field::unknown_word(node, &[$($word),*], help, reader);
                        None
                    }
                }
            }

            fn schema() -> serde_json::Value {
                serde_json::json!({"enum": [$($word),*]})
            }
        }
    };
}

/// Reports a word that is not one of `known`; without `help` it is the nearest of them, or the list.
pub fn unknown_word(node: &Node<'_>, known: &[&'static str], help: Option<Text>, reader: &mut Reader<'_>) {
    let text = match &node.value {
        Value::Scalar { text, .. } => &**text,
        _ => "",
    };
    let span = reader.span(node.span.clone());
    let shown = found(node);
    let list = known.join(", ");
    let problem = reader.sink.error(
        "ukjent-verdi",
        span,
        Text::new(format!("{} kan ikke stå her", shown.nb), format!("{} is not allowed here", shown.en)),
    );
    match (help, closest(text, known.iter().copied())) {
        (Some(help), _) => problem.help(help),
        (None, Some(near)) => problem.suggest(Some(near)),
        (None, None) => problem.help(Text::new(format!("velg en av: {list}"), format!("one of: {list}"))),
    };
}

pub(in crate::read) use {choice, record};
