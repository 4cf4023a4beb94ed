//! From YAML nodes to typed values: every problem is reported where it stands, all in one pass.
//!
//! [`record!`] declares a record once; reading, the list of keys for «mente du …», inheritance
//! from a mal and the JSON Schema all come from that one declaration.

mod declare;

pub use declare::{KeyInfo, check_keys, missing, missing_key, missing_text, object_schema, unknown_word};
pub(super) use declare::{choice, record};

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::yaml::{Node, Value};
use crate::diag::{Diagnostic, Diagnostics, FileId, Span, Spanned, Text};
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
    pub fn wrong_type(&mut self, node: &Node<'_>, nb: &str, en: &str) -> &mut Diagnostic {
        let span = self.span(node.span.clone());
        let found = found(node);
        self.sink.error(
            "feil-type",
            span,
            Text::new(
                format!("her skal det stå {nb}, men det står {}", found.nb),
                format!("expected {en}, found {}", found.en),
            ),
        )
    }

    /// Reports that `node` is no mapping of `keys`, and shows how one is written.
    pub fn no_mapping(&mut self, node: &Node<'_>, keys: &[KeyInfo]) {
        let takes_number = |it: &KeyInfo| matches!((it.schema)()["type"].as_str(), Some("integer" | "number"));
        let numbers = numbers(node);
        let shown: Vec<String> = if numbers.len() == keys.len() && keys.iter().all(takes_number) {
            keys.iter().zip(&numbers).map(|(key, number)| format!("{}: {number}", key.name)).collect()
        } else {
            keys.iter().take(2).map(|it| format!("{}: …", it.name)).collect()
        };
        let example = format!("{{{}}}", shown.join(", "));
        self.wrong_type(node, "nøkler med verdier", "keys with values")
            .help(Text::new(format!("skriv for eksempel `{example}`"), format!("write for example `{example}`")));
    }
}

/// The numbers in a text such as «0-12 år».
fn numbers<'n>(node: &'n Node<'_>) -> Vec<&'n str> {
    let Value::Scalar { text, .. } = &node.value else { return Vec::new() };
    let words = text.split(|it: char| !it.is_ascii_digit() && it != '.').map(|it| it.trim_matches('.'));
    words.filter(|it| !it.is_empty() && it.len() <= 12).collect()
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

/// Text as the model keeps it: NFC, no control characters, none of the two that no YAML file may have
/// (YAML 1.2.2, 5.1), no white space around it.
pub fn clean(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization as _, is_nfc};
    let keep = |it: &char| match it {
        '\n' | '\t' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => !it.is_control(),
    };
    let trimmed = text.trim();
    if is_nfc(trimmed) && trimmed.chars().all(|it| keep(&it)) {
        return trimmed.to_owned();
    }
    // In this order: what a control character kept apart may belong together, or be white space at an end.
    trimmed.chars().filter(keep).nfc().collect::<String>().trim().to_owned()
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

/// Reads a plain scalar with `parse`; reports `nb`/`en` as what was expected otherwise, and offers the number in
/// «30 kr».
fn scalar<T>(
    node: &Node<'_>,
    reader: &mut Reader<'_>,
    (nb, en): (&str, &str),
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = if let Value::Scalar { text, .. } = &node.value { text } else { "" };
    let parsed = parse(text);
    if parsed.is_none() {
        let problem = reader.wrong_type(node, nb, en);
        let number = text.trim_matches(|it: char| !it.is_ascii_digit()).replace([' ', '\u{a0}'], "");
        if !text.starts_with('-') && parse(&number).is_some() {
            problem.help(Text::new(format!("skriv bare `{number}`"), format!("write only `{number}`")));
        }
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
        problem.help(date_help(text));
        None
    }

    fn schema() -> Json {
        json!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
    }
}

/// How to write what was not a date.
pub(crate) fn date_help(text: &str) -> Text {
    let Some((year, month, _)) = year_month_day(text) else {
        let example = norwegian_date(text).map_or_else(|| "2026-09-01".to_owned(), |it| it.to_string());
        return Text::new(format!("skriv år-måned-dag: `{example}`"), format!("write year-month-day: `{example}`"));
    };
    match Date::new(year, month, 1) {
        Ok(it) => Text::new(
            format!("måneden har dagene 01 til {}", it.days_in_month()),
            format!("the month has the days 01 to {}", it.days_in_month()),
        ),
        Err(_) => Text::new("månedene er 01 til 12", "the months are 01 to 12"),
    }
}

/// A date in the one form that files use, `2026-09-01`.
pub fn parse_date(text: &str) -> Option<Date> {
    let (year, month, day) = year_month_day(text)?;
    Date::new(year, month, day).ok()
}

/// The numbers of what is written as a date, whether there is such a day or not.
fn year_month_day(text: &str) -> Option<(i16, i8, i8)> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    Some((text.get(0..4)?.parse().ok()?, text.get(5..7)?.parse().ok()?, text.get(8..10)?.parse().ok()?))
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
