//! Between cells and values of a record.

use super::columns::Kind;
use super::form::Lists;
use super::read::Value as Cell;
use super::tree::{from_node, same, scalar};
use crate::draft::yaml::Value;
use crate::model::Lang;
use crate::read::field::{clean, norwegian_date, parse_date};
use crate::read::said::{SaidHours, said_hours};
use crate::read::yaml;

/// The value that a cell stands for; `None` when it is empty. `Err` says in Norwegian what to write instead.
pub(super) fn decode(kind: Kind, path: &str, cell: &Cell, lists: &Lists) -> Result<Option<Value>, String> {
    let text = match cell {
        Cell::Error(code) => return Err(format!("formelen i cellen gir {code}; skriv verdien selv")),
        Cell::Uncomputed => {
            return Err("formelen i cellen er ikke regnet ut; lagre arket i Excel, eller skriv verdien".into());
        }
        other => plain(kind, path, other),
    };
    let text = if kind == Kind::Body { text.trim().to_owned() } else { clean(&text) };
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(value) = written_as_yaml(kind, &text) {
        return value.map(Some);
    }
    let one = |word: &str| Value::Text(lists.slug(kind, word));
    Ok(Some(match kind {
        Kind::Text | Kind::Body | Kind::File | Kind::Choice(_) => Value::Text(text),
        Kind::Number if matches!(cell, Cell::Text(_)) => {
            let is_kroner = matches!(path, "pris.beløp" | "ressurser.midler");
            Value::Text(without_unit(&text, is_kroner))
        }
        Kind::Number => Value::Text(text),
        Kind::Term(_) | Kind::Eier => one(&text),
        Kind::Terms(_) | Kind::Lovkrav | Kind::IkkeLovpalagt => {
            Value::List(words(&text, kind, lists).iter().map(|it| one(it)).collect())
        }
        Kind::Many => Value::List(parts(&text, &[';', '\n']).into_iter().map(Value::text).collect()),
        Kind::Bool => match text.to_lowercase().as_str() {
            "ja" | "x" | "true" | "sann" => Value::word("true"),
            "nei" | "false" | "usann" => Value::word("false"),
            _ => return Err("skriv ja eller nei".to_owned()),
        },
        Kind::Date => Value::Text(as_date(&text)),
        Kind::Hours => hours(&text).ok_or(
            "skriv dager og klokkeslett slik: «mandag–fredag 08:00–15:30; lørdag 10:00–14:00», eller døgnåpent",
        )?,
        Kind::Yaml | Kind::Rest => return Err("skriv verdien som YAML på én linje, med [ ] eller { } rundt".to_owned()),
    }))
}

/// The text that a cell shows.
fn plain(kind: Kind, path: &str, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(n) if kind == Kind::Date => serial_date(*n).unwrap_or_else(|| number(*n)),
        Cell::Number(n) if path.ends_with("postnummer") => format!("{:0>4}", number(*n)),
        Cell::Number(n) => number(*n),
        Cell::Bool(true) => "ja".to_owned(),
        Cell::Bool(false) => "nei".to_owned(),
        Cell::Date(date) => date.to_string(),
        Cell::Empty | Cell::Error(_) | Cell::Uncomputed => String::new(),
    }
}

fn number(n: f64) -> String {
    if n.fract() == 0.0 && n.abs() < 1e15 { format!("{n:.0}") } else { n.to_string() }
}

/// A number as people write it in a sheet, such as «1.800,50», «1 800 kr» or «200,-», without what a field of
/// numbers does not read itself: the unit, and points between thousands. In a column of kroner «1.800» is eighteen
/// hundred, elsewhere a point may begin the decimals.
fn without_unit(text: &str, is_kroner: bool) -> String {
    let lower = text.to_lowercase();
    let around: &[char] = &['.', ' '];
    let bare = lower.trim_matches(around);
    let amount = ["kroner", "kr"].iter().find_map(|unit| bare.strip_prefix(unit).or(bare.strip_suffix(unit)));
    let amount = amount.unwrap_or(bare).trim_matches(around).trim_end_matches(",-").trim_end_matches(",–");
    if !amount.starts_with(|it: char| it.is_ascii_digit()) {
        return text.to_owned();
    }
    let (whole, decimals) = amount.split_at(amount.find(',').unwrap_or(amount.len()));
    let groups: Vec<&str> = whole.split('.').collect();
    let are_thousands = groups[0].len() <= 3 && groups[1..].iter().all(|it| it.len() == 3);
    if are_thousands && (is_kroner || !decimals.is_empty()) { groups.concat() + decimals } else { amount.to_owned() }
}

/// A day that Excel keeps as the number of days since 30 December 1899.
fn serial_date(n: f64) -> Option<String> {
    if !(20_000.0..80_000.0).contains(&n) {
        return None;
    }
    let start = jiff::civil::date(1899, 12, 30);
    start.checked_add(jiff::Span::new().days(n as i64)).ok().map(|it| it.to_string())
}

fn as_date(text: &str) -> String {
    if parse_date(text).is_some() {
        return text.to_owned();
    }
    // In text a number is a day only when it is one of our time: «31122» may be meant as 31 December.
    let of_our_time = |n: &f64| (36_526.0..55_000.0).contains(n);
    let kept = || text.parse().ok().filter(of_our_time).and_then(serial_date);
    norwegian_date(text).map(|it| it.to_string()).or_else(kept).unwrap_or_else(|| text.to_owned())
}

/// What is written as YAML, where the kind allows it.
fn written_as_yaml(kind: Kind, text: &str) -> Option<Result<Value, String>> {
    let quoted = text.starts_with('"') && text.ends_with('"') && text.len() >= 2;
    let wanted = match kind {
        Kind::Body | Kind::File => false,
        Kind::Text => text.starts_with('{') || quoted,
        Kind::Yaml | Kind::Rest => true,
        _ => text.starts_with(['[', '{']) || quoted,
    };
    if !wanted {
        return None;
    }
    let value = yaml::parse(text, 0).ok().and_then(|it| from_node(&it));
    let by_language = |value: &Value| match value {
        Value::Map(entries) => !entries.is_empty() && entries.iter().all(|(key, _)| Lang::from_tag(key).is_some()),
        other => scalar(other).is_some(),
    };
    match (kind, value) {
        (Kind::Text, Some(value)) if by_language(&value) => Some(Ok(value)),
        (Kind::Text, _) => None,
        (_, Some(value)) => Some(Ok(value)),
        (Kind::Yaml | Kind::Rest, None) => Some(Err("dette kan ikke leses som YAML".to_owned())),
        (_, None) => None,
    }
}

/// Words with semicolons or line breaks between them; commas too, where all parts are then known.
fn words(text: &str, kind: Kind, lists: &Lists) -> Vec<String> {
    let by_semicolon = parts(text, &[';', '\n']);
    let known = |list: &[String]| list.iter().all(|it| lists.knows(kind, it));
    let by_comma = parts(text, &[';', '\n', ',']);
    if !known(&by_semicolon) && known(&by_comma) { by_comma } else { by_semicolon }
}

fn parts(text: &str, between: &[char]) -> Vec<String> {
    text.split(between).map(clean).filter(|it| !it.is_empty()).collect()
}

/// The cell that stands for `value`: as people write it where that is read back as the same, else YAML.
pub(super) fn encode(kind: Kind, path: &str, value: &Value, lists: &Lists) -> String {
    let cell = match (kind, value) {
        (Kind::Term(_) | Kind::Eier, value) => scalar(value).map(|it| lists.label(kind, it)),
        (Kind::Terms(_) | Kind::Lovkrav | Kind::IkkeLovpalagt | Kind::Many, Value::List(items)) => items
            .iter()
            .map(|it| scalar(it).map(|it| lists.label(kind, it)))
            .collect::<Option<Vec<String>>>()
            .map(|it| it.join("; ")),
        (Kind::Bool, value) => scalar(value).map(|it| match it {
            "true" | "True" | "Ja" => "ja".to_owned(),
            "false" | "False" | "Nei" => "nei".to_owned(),
            other => other.to_owned(),
        }),
        (Kind::Hours, value) => say_hours(value),
        (Kind::Yaml | Kind::Rest, _) => None,
        (_, value) => scalar(value).map(str::to_owned),
    };
    let reads_back = |cell: &String| {
        let read = decode(kind, path, &Cell::Text(cell.clone()), lists);
        read.ok().flatten().is_some_and(|it| same(&it, value) || same_truth(&it, value))
    };
    cell.filter(reads_back).unwrap_or_else(|| value.flow())
}

fn same_truth(a: &Value, b: &Value) -> bool {
    let truth = |it: &Value| match it {
        Value::Word(word) => Some(matches!(word.as_str(), "true" | "ja" | "True" | "Ja")),
        _ => None,
    };
    truth(a).is_some() && truth(a) == truth(b)
}

/// «mandag–fredag 08:00–15:30; lørdag 10–14» as the list that files have.
fn hours(text: &str) -> Option<Value> {
    if text.to_lowercase() == "døgnåpent" {
        return Some(Value::text("døgnåpent"));
    }
    let line = |it: SaidHours| {
        let days = it.dager.into_iter().map(Value::text).collect();
        Value::map([("dager", Value::List(days)), ("fra", Value::Text(it.fra)), ("til", Value::Text(it.til))])
    };
    said_hours(text).map(|lines| Value::List(lines.into_iter().map(line).collect()))
}

/// Opening hours as people write them; `None` when they say more than days and times.
fn say_hours(value: &Value) -> Option<String> {
    let Value::List(lines) = value else { return scalar(value).map(str::to_owned) };
    let line = |it: &Value| {
        let Value::Map(entries) = it else { return None };
        let [(days, list), (from, opens), (to, closes)] = &entries[..] else { return None };
        if (days.as_str(), from.as_str(), to.as_str()) != ("dager", "fra", "til") {
            return None;
        }
        let Value::List(list) = list else { return None };
        let names: Option<Vec<&str>> = list.iter().map(scalar).collect();
        Some(format!("{} {}–{}", names?.join(", "), scalar(opens)?, scalar(closes)?))
    };
    lines.iter().map(line).collect::<Option<Vec<String>>>().map(|it| it.join("; "))
}
