//! From YAML nodes to typed values: every problem is reported where it stands, all in one pass.
//!
//! [`record!`] declares a record once; reading, the list of keys for «mente du …», inheritance
//! from a mal and the JSON Schema all come from that one declaration.

use std::collections::HashMap;

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::yaml::{Node, Value};
use crate::diag::{Diagnostics, FileId, Span, Spanned, Text, closest};
use crate::model::{DayTime, Lang, Tekst};

/// What reading a value needs to know, and where it reports.
pub struct Reader<'a> {
    /// The file being read.
    pub file: FileId,
    /// The language of plain texts in it.
    pub lang: Lang,
    /// Where problems go.
    pub sink: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// The span of `node` in the file.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        Span::new(self.file, range)
    }

    /// Reports that `node` is not what the field wants.
    pub fn wrong_type(&mut self, node: &Node<'_>, nb: &str, en: &str) {
        let span = self.span(node.span.clone());
        let found = found(node);
        self.sink.error(
            "feil-type",
            span,
            Text::new(
                format!("her skal det stå {nb}, men det står {}", found.nb),
                format!("expected {en}, found {}", found.en),
            ),
        );
    }
}

/// What a node is, in words.
fn found(node: &Node<'_>) -> Text {
    match &node.value {
        Value::Null => Text::new("ingenting", "nothing"),
        Value::Scalar { text, .. } => {
            let short: String = text.chars().take(40).collect();
            Text::new(format!("`{short}`"), format!("`{short}`"))
        }
        Value::List(_) => Text::new("en liste", "a list"),
        Value::Map(_) => Text::new("flere nøkler", "a mapping"),
    }
}

/// A type that can be read from YAML and described by a JSON Schema.
pub trait FromNode: Sized {
    /// Reads the value; `None` when it cannot be read, and then the problem was reported.
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self>;
    /// The JSON Schema of the value as written in YAML.
    fn schema() -> Json;
}

impl FromNode for String {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<String> {
        let Value::Scalar { text, .. } = &node.value else {
            reader.wrong_type(node, "tekst", "text");
            return None;
        };
        Some(clean(text))
    }

    fn schema() -> Json {
        json!({"type": ["string", "number"]})
    }
}

/// Text as the model keeps it: NFC, no control characters, no white space around it.
pub fn clean(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization as _, is_nfc};
    let keep = |it: &char| !it.is_control() || matches!(it, '\n' | '\t');
    let trimmed = text.trim();
    if is_nfc(trimmed) && trimmed.chars().all(|it| keep(&it)) {
        return trimmed.to_owned();
    }
    trimmed.nfc().filter(keep).collect()
}

impl FromNode for Box<str> {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Box<str>> {
        String::from_node(node, reader).map(Into::into)
    }

    fn schema() -> Json {
        String::schema()
    }
}

impl FromNode for bool {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<bool> {
        if let Value::Scalar { text, plain: true } = &node.value {
            match &**text {
                "true" | "ja" | "Ja" | "True" => return Some(true),
                "false" | "nei" | "Nei" | "False" => return Some(false),
                _ => (),
            }
        }
        reader.wrong_type(node, "`true` eller `false` (ja eller nei)", "`true` or `false`");
        None
    }

    fn schema() -> Json {
        json!({"anyOf": [{"type": "boolean"}, {"enum": ["ja", "nei"]}]})
    }
}

/// Reads a plain scalar with `parse`; reports `nb`/`en` as what was expected otherwise.
fn scalar<T>(
    node: &Node<'_>,
    reader: &mut Reader<'_>,
    (nb, en): (&str, &str),
    parse: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let parsed = match &node.value {
        Value::Scalar { text, .. } => parse(text),
        _ => None,
    };
    if parsed.is_none() {
        reader.wrong_type(node, nb, en);
    }
    parsed
}

macro_rules! whole_number {
    ($($type:ty),*) => {$(
        impl FromNode for $type {
            fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<$type> {
                let digits = |text: &str| text.replace([' ', '\u{a0}', '_'], "").parse().ok();
                scalar(node, reader, ("et helt tall", "a whole number"), digits)
            }

            fn schema() -> Json {
                json!({"type": "integer"})
            }
        }
    )*};
}

whole_number!(u8, u16, u32, u64, i16, i32);

impl FromNode for f64 {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<f64> {
        let number =
            |text: &str| text.replace(' ', "").replace(',', ".").parse().ok().filter(|it: &f64| it.is_finite());
        scalar(node, reader, ("et tall", "a number"), number)
    }

    fn schema() -> Json {
        json!({"type": "number"})
    }
}

impl FromNode for Date {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Date> {
        let text = match &node.value {
            Value::Scalar { text, .. } => &**text,
            _ => "",
        };
        if let Some(date) = parse_date(text) {
            return Some(date);
        }
        let span = reader.span(node.span.clone());
        let shown = found(node);
        let problem = reader.sink.error(
            "ugyldig-dato",
            span,
            Text::new(format!("{} er ikke en dato", shown.nb), format!("{} is not a date", shown.en)),
        );
        let example = norwegian_date(text).map_or_else(|| "2026-09-01".to_owned(), |it| it.to_string());
        problem
            .help(Text::new(format!("skriv år-måned-dag: `{example}`"), format!("write year-month-day: `{example}`")));
        None
    }

    fn schema() -> Json {
        json!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
    }
}

/// A date in the one form that files use, `2026-09-01`.
pub fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
    let part = |range| number(range).and_then(|it| i8::try_from(it).ok());
    Date::new(number(0..4)?, part(5..7)?, part(8..10)?).ok()
}

/// A date as Norwegians write it, `1.9.2026`: to offer the right form of it.
pub fn norwegian_date(text: &str) -> Option<Date> {
    let parts: Vec<i16> = text.split(['.', '/', '-']).map_while(|it| it.trim().parse().ok()).collect();
    let [day, month, year] = parts[..] else { return None };
    let year = if year < 100 { year + 2000 } else { year };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

impl FromNode for DayTime {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<DayTime> {
        scalar(node, reader, ("et klokkeslett, for eksempel \"08:30\"", "a time of day, such as \"08:30\""), parse_time)
    }

    fn schema() -> Json {
        json!({"type": "string", "pattern": "^([01]?[0-9]|2[0-4])[:.][0-5][0-9]$"})
    }
}

fn parse_time(text: &str) -> Option<DayTime> {
    let (hours, minutes) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let digits = |it: &str| (1..=2).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60 && hours * 60 + minutes <= 24 * 60).then_some(DayTime(hours * 60 + minutes))
}

impl FromNode for Tekst {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Tekst> {
        match &node.value {
            Value::Scalar { text, .. } => {
                let text = clean(text);
                if text.is_empty() {
                    reader.wrong_type(node, "tekst", "text");
                    return None;
                }
                Some(Tekst::one(reader.lang, text))
            }
            Value::Map(entries) => {
                let mut found = Vec::new();
                for (key, value) in entries {
                    let Some(lang) = language(&key.name, key.span.clone(), reader) else { continue };
                    let text = String::from_node(value, reader)?;
                    if !text.is_empty() {
                        found.push((lang, text));
                    }
                }
                let whole = Tekst::from_entries(found);
                if whole.is_none() {
                    reader.wrong_type(node, "tekst per språk", "text by language");
                }
                whole
            }
            _ => {
                reader.wrong_type(
                    node,
                    "tekst, eller tekst per språk (`nb:`, `nn:`)",
                    "text, or text by language (`nb:`, `nn:`)",
                );
                None
            }
        }
    }

    fn schema() -> Json {
        json!({"anyOf": [
            {"type": ["string", "number"]},
            by_language(&String::schema()),
        ]})
    }
}

fn by_language(value: &Json) -> Json {
    let properties: serde_json::Map<String, Json> =
        Lang::ALL.into_iter().map(|it| (it.tag().to_owned(), value.clone())).collect();
    json!({"type": "object", "properties": properties, "additionalProperties": false, "minProperties": 1})
}

fn language(name: &str, span: std::ops::Range<usize>, reader: &mut Reader<'_>) -> Option<Lang> {
    let found = Lang::from_tag(name);
    if found.is_none() {
        let span = reader.span(span);
        let tags = Lang::ALL.map(Lang::tag).join(", ");
        reader
            .sink
            .error(
                "ukjent-sprak",
                span,
                Text::new(format!("ukjent språk `{name}`"), format!("unknown language `{name}`")),
            )
            .help(Text::new(format!("bruk {tags}"), format!("use {tags}")));
    }
    found
}

/// Words by language, such as search words: a list on the owner's målform, or lists by language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words(pub Vec<(Lang, Box<str>)>);

impl FromNode for Words {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Words> {
        let mut words = Vec::new();
        if let Value::Map(entries) = &node.value {
            for (key, value) in entries {
                let Some(lang) = language(&key.name, key.span.clone(), reader) else { continue };
                words.extend(Vec::<Box<str>>::from_node(value, reader)?.into_iter().map(|it| (lang, it)));
            }
        } else {
            let lang = reader.lang;
            words.extend(Vec::<Box<str>>::from_node(node, reader)?.into_iter().map(|it| (lang, it)));
        }
        Some(Words(words))
    }

    fn schema() -> Json {
        let list = Vec::<String>::schema();
        json!({"anyOf": [list, by_language(&list)]})
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    /// A list, or a single value, which counts as a list of one.
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Vec<T>> {
        match &node.value {
            Value::Null => Some(Vec::new()),
            Value::List(items) => {
                let read: Vec<Option<T>> = items.iter().map(|it| T::from_node(it, reader)).collect();
                read.into_iter().collect()
            }
            _ => T::from_node(node, reader).map(|it| vec![it]),
        }
    }

    fn schema() -> Json {
        let item = T::schema();
        json!({"anyOf": [{"type": "array", "items": item}, item]})
    }
}

impl<T: FromNode> FromNode for Spanned<T> {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Spanned<T>> {
        let span = reader.span(node.span.clone());
        T::from_node(node, reader).map(|value| Spanned { value, span })
    }

    fn schema() -> Json {
        T::schema()
    }
}

/// Keys and values in the order of the file, for mappings whose keys are words of a vocabulary.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<T>(pub Vec<(Spanned<String>, T)>);

impl<T: FromNode> FromNode for Entries<T> {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Entries<T>> {
        let Value::Map(entries) = &node.value else {
            reader.wrong_type(node, "nøkler med verdier", "keys with values");
            return None;
        };
        let mut read = Vec::new();
        for (key, value) in entries {
            let name = Spanned { value: key.name.clone().into_owned(), span: reader.span(key.span.clone()) };
            read.push((name, T::from_node(value, reader)?));
        }
        Some(Entries(read))
    }

    fn schema() -> Json {
        json!({"type": "object", "additionalProperties": T::schema()})
    }
}

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

/// Reports every unknown and repeated key of a mapping.
pub fn check_keys(entries: &[(super::yaml::Key<'_>, Node<'_>)], known: &[&'static str], reader: &mut Reader<'_>) {
    let mut seen: HashMap<&str, Span> = HashMap::with_capacity(entries.len());
    let mut n_wrong = 0;
    for (key, _) in entries {
        let span = reader.span(key.span.clone());
        let is_known = known.contains(&&*key.name);
        let first = seen.get(&*key.name).copied();
        seen.entry(&key.name).or_insert(span);
        n_wrong += usize::from(!is_known || first.is_some());
        if n_wrong > MOST_WRONG {
            return;
        }
        if !is_known {
            unknown_key(&key.name, span, known, reader);
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
}

fn unknown_key(name: &str, span: Span, known: &[&'static str], reader: &mut Reader<'_>) {
    let problem = reader.sink.error(
        "ukjent-nokkel",
        span,
        Text::new(format!("ukjent nøkkel `{name}`"), format!("unknown key `{name}`")),
    );
    match closest(&clean(name), known.iter().copied()) {
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
}

/// Reports a required key that is not there, at `at`.
pub fn missing(key: &str, at: Span, reader: &mut Reader<'_>) {
    reader
        .sink
        .error("mangler-felt", at, Text::new(format!("feltet `{key}` mangler"), format!("field `{key}` is missing")))
        .help(Text::new(
            format!("legg til en linje som begynner med `{key}:`"),
            format!("add a line that begins with `{key}:`"),
        ));
}

/// Declares a record: a struct with one optional, spanned field for each key of the YAML mapping.
///
/// `required` lists the keys without which the record cannot be understood at all; `from` a scalar
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
            /// Keys that are there but whose values could not be read; that was reported.
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
                    reader.wrong_type(node, "nøkler med verdier", "keys with values");
                    return None;
                };
                crate::read::field::check_keys(entries, $name::KEYS, reader);
                let mut record = $name::default();
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
                let mut whole = true;
                for key in missing {
                    if !entries.iter().any(|(it, value)| it.name == *key && value.value != Value::Null) {
                        let at = entries.first().map_or(node.span.clone(), |(it, _)| it.span.clone());
                        let at = reader.span(at);
                        crate::read::field::missing(key, at, reader);
                        whole = false;
                    }
                }
                whole.then_some(record)
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

/// Declares a closed set of words.
macro_rules! choice {
    ($type:ty { $($word:literal => $value:expr),* $(,)? }) => {
        impl crate::read::field::FromNode for $type {
            fn from_node(node: &crate::read::yaml::Node<'_>, reader: &mut crate::read::field::Reader<'_>) -> Option<$type> {
                let text = match &node.value {
                    crate::read::yaml::Value::Scalar { text, .. } => &**text,
                    _ => "",
                };
                match text {
                    $($word => Some($value),)*
                    _ => {
                        crate::read::field::unknown_word(node, &[$($word),*], reader);
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

/// Reports a word that is not one of `known`.
pub fn unknown_word(node: &Node<'_>, known: &[&'static str], reader: &mut Reader<'_>) {
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
    match closest(text, known.iter().copied()) {
        Some(near) => problem.suggest(Some(near)),
        None => problem.help(Text::new(format!("velg en av: {list}"), format!("one of: {list}"))),
    };
}

pub(super) use {choice, record};
