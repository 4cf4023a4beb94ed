//! Every form of a report says the same.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use nettungen::model::{ReportFormat, ReportName, Scope, Site};
use serde_json::Value;

use super::{TELLEBY, file, json, kommune, page, site};

/// Names that spreadsheets would take for formulas.
const HOSTILE: &str = "//- kommuner/telleby/tilbud/formel.md
---
tittel: \"=HYPERLINK(\\\"https://vond.example\\\";\\\"trykk\\\")\"
sammendrag: Prøve.
status: publisert
pyramidenivå: alle
tema: [helse]
tilbudstype: [helsetjeneste]
målgrupper: [barn]
lovkrav: [fastlege]
inngang: [direkte]
kontakt: {telefon: \"00 00 00 00\"}
ressurser: {finansiering: \"+47 kroner\", lokaler: [\"@rommet\", \"-1\"], midler: 10}
kontrollert: {dato: 2026-10-01, av: Leder}
---
";

fn scope(site: &Site) -> Scope {
    Scope::Kommune(kommune(site, "telleby"))
}

/// What stands in a cell of JSON, as it stands in CSV.
fn as_words(report: &Value, value: &Value) -> String {
    let decimal = |it: f64, n: usize| format!("{it:.n$}").replace('.', ",");
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(n) if n.is_f64() => decimal(n.as_f64().expect("it is one"), 1),
        Value::Number(n) => n.to_string(),
        Value::Array(links) => {
            links.iter().map(|it| it["tekst"].as_str().expect("words")).collect::<Vec<_>>().join(", ")
        }
        Value::Object(it) if it.contains_key("del") => {
            let (part, whole) = (it["del"].as_f64().expect("a number"), it["av"].as_f64().expect("a number"));
            format!("{} %", decimal(part * 100.0 / whole, 1))
        }
        Value::Object(it) if it.contains_key("tilbud") => {
            let title = |it: &Value| &report["tilbud"][usize::try_from(it.as_u64().expect("a place")).expect("small")];
            let titles = it["tilbud"].as_array().expect("a list").iter();
            titles.map(|it| title(it)["tittel"].as_str().expect("words").to_owned()).collect::<Vec<_>>().join(", ")
        }
        Value::Object(it) => it["tekst"].as_str().expect("words").to_owned(),
        Value::Bool(_) => unreachable!("no cell is a truth"),
    }
}

/// Each table of the JSON as lines of words: headings, then rows.
fn lines(report: &Value) -> Vec<Vec<Vec<String>>> {
    let list = |it: &Value| it.as_array().cloned().unwrap_or_default();
    let words = |it: &Value| it.as_str().expect("words").to_owned();
    let table = |table: &Value| {
        let columns = list(&table["kolonner"]);
        let group = table["gruppert_etter"].as_str();
        let head = group.map(str::to_owned).into_iter().chain(columns.iter().map(|it| words(&it["navn"]))).collect();
        let row = |row: &Value| {
            let first = group.map(|_| row["gruppe"].as_str().unwrap_or_default().to_owned());
            let cells = columns.iter().map(|it| as_words(report, &row["verdier"][it["id"].as_str().expect("an id")]));
            first.into_iter().chain(cells).collect()
        };
        std::iter::once(head).chain(list(&table["rader"]).iter().map(row)).collect()
    };
    list(&report["tabeller"]).iter().map(table).collect()
}

/// The CSV's own parser finds the tables of the JSON, line by line.
#[test]
fn csv_says_what_json_says() {
    let site = site(&format!("{TELLEBY}{HOSTILE}"));
    for name in ReportName::ALL {
        let bytes = file(&site, scope(&site), name, ReportFormat::Csv);
        assert_eq!(&bytes[..3], b"\xef\xbb\xbf", "Excel needs the mark");
        // A strict reader: every line has the same number of fields.
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(&bytes[3..]);
        let read: Vec<Vec<String>> =
            reader.records().map(|it| it.expect("it is CSV").iter().map(str::to_owned).collect()).collect();
        let made = json(&site, scope(&site), name);
        let mut left = read.iter();
        for table in lines(&made) {
            for line in table {
                let width = line.len();
                let safe: Vec<String> = line.into_iter().map(|it| guarded(&it)).collect();
                assert!(left.any(|it| it[..width] == safe), "{name:?}: no line {safe:?} after those before it");
            }
        }
    }
}

/// Words that begin like a formula have an apostrophe before them.
fn guarded(words: &str) -> String {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{words}") } else { words.to_owned() }
}

/// What calamine reads of the workbook is what the JSON says, with numbers as numbers and days as days.
#[test]
fn workbooks_say_what_json_says() {
    let site = site(&format!("{TELLEBY}{HOSTILE}"));
    for name in ReportName::ALL {
        let bytes = file(&site, scope(&site), name, ReportFormat::Xlsx);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
        let made = json(&site, scope(&site), name);
        let sheets = book.sheet_names();
        assert_eq!(sheets.len(), 1 + lines(&made).len(), "{name:?}: a sheet for what it is, and one a table");
        for (sheet, table) in sheets.iter().skip(1).zip(lines(&made)) {
            assert!(sheet.encode_utf16().count() <= 31, "{sheet}");
            let formulas = book.worksheet_formula(sheet).expect("it is there");
            assert!(formulas.used_cells().all(|(_, _, it)| it.is_empty()), "{name:?} {sheet}: a formula");
            let range = book.worksheet_range(sheet).expect("it is there");
            for (at, line) in table.iter().enumerate() {
                for (column, words) in line.iter().enumerate() {
                    let place = (u32::try_from(at).expect("few"), u32::try_from(column).expect("few"));
                    let cell = range.get_value(place).cloned().unwrap_or(Data::Empty);
                    assert!(same(&cell, words), "{name:?} {sheet} {place:?}: {cell:?} is not {words:?}");
                }
            }
        }
    }
}

fn same(cell: &Data, words: &str) -> bool {
    match cell {
        Data::Empty => words.is_empty(),
        Data::String(text) => text == words,
        Data::Float(n) => {
            let said = words.trim_end_matches(" %").replace(',', ".");
            let factor = if words.ends_with(" %") { 100.0 } else { 1.0 };
            said.parse::<f64>().is_ok_and(|it| (it - n * factor).abs() < 0.051)
        }
        Data::Int(n) => n.to_string() == words,
        Data::DateTime(day) => {
            let (year, month, date, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{date:02}") == words
        }
        _ => false,
    }
}

/// People read long numbers in groups of three; files for programs have them bare.
#[test]
fn long_numbers_are_written_for_people() {
    let site = site(TELLEBY);
    let made = |format| String::from_utf8(file(&site, scope(&site), ReportName::Ressurser, format)).expect("UTF-8");
    let html = made(ReportFormat::Html);
    assert!(html.contains(">1\u{a0}500\u{a0}000<") && !html.contains("1500000"), "{html}");
    assert!(made(ReportFormat::Csv).contains(";1500000;") && made(ReportFormat::Json).contains(":1500000,"));
}

/// What a nynorsk kommune's report takes from a bokmål fylke is marked as bokmål; the catalogue's words are nynorsk.
#[test]
fn words_of_the_other_malform_are_marked() {
    let plan = "//- fylker/tellefylket/dokumenter/plan.md\n---\ntittel: Plan for folkehelse i fylket\nart: dokument\n\
        status: publisert\nlovkrav: [folkehelse-fylke]\nansvarlig: Folkehelsesjef\n\
        kontrollert: {dato: 2026-10-01, av: Leder}\n---\n";
    let site = site(&format!("{}{plan}", TELLEBY.replace("målform: bokmål", "målform: nynorsk")));
    let html = page(&site, scope(&site), ReportName::Lovpalagt);
    assert!(html.contains("vanlegvis: skule") && !html.contains("vanlegvis: skole"), "{html}");
    for words in ["Plan for folkehelse i fylket", "Folkehelsesjef"] {
        assert!(html.contains(&format!("<span lang=\"nb\">{words}</span>")), "{words}");
    }
    assert!(!html.contains("<span lang=\"nb\">Folkehelsekoordinator"), "the kommune's own position");
}

/// The headings are frozen and the tables have filters.
#[test]
fn workbooks_are_ready_to_work_in() {
    let site = site(TELLEBY);
    let bytes = file(&site, scope(&site), ReportName::Lovpalagt, ReportFormat::Xlsx);
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let sheets = book.sheet_names();
    assert_eq!(sheets[0], "Om rapporten");
    let front = book.worksheet_range(&sheets[0]).expect("it is there");
    let said: Vec<String> = front.used_cells().map(|(_, _, it)| it.to_string()).collect();
    assert!(said.iter().any(|it| it == "Tallene gjelder 22. november 2026."), "{said:?}");
    assert!(said.iter().any(|it| it.starts_with("Oversikten over lovkrav bygger på")), "{said:?}");
}

/// The same content gives the same bytes: nothing of the day of writing is in a file.
#[test]
fn the_same_report_is_the_same_bytes() {
    let site = site(TELLEBY);
    for format in [ReportFormat::Html, ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Json] {
        let [a, b] = [0, 1].map(|_| file(&site, scope(&site), ReportName::Plan, format));
        assert!(a == b, "{format:?}");
    }
}

/// On a kommune's page every number that is not zero leads to what it counts, and every lead arrives.
#[test]
fn numbers_lead_to_what_they_count() {
    let site = site(TELLEBY);
    let leading = [ReportName::Pyramide, ReportName::Lovpalagt, ReportName::ManglerOgOverlapp, ReportName::Medvirkning];
    for name in leading {
        let html = page(&site, scope(&site), name);
        let cells: Vec<&str> = html.split("<td class=\"number\">").skip(1).collect();
        assert!(!cells.is_empty(), "{name:?}");
        for cell in cells {
            let cell = cell.split("</td>").next().unwrap_or_default();
            assert!(cell.starts_with("<a href=\"") || cell.ends_with('%'), "{name:?}: {cell} leads nowhere");
            if let Some(id) = cell.strip_prefix("<a href=\"#").and_then(|it| it.split('"').next()) {
                assert!(html.contains(&format!("id=\"{id}\"")), "{name:?}: nothing at #{id}");
            }
        }
    }
}

/// Each report tells its dates and leads to its other forms.
#[test]
fn pages_tell_their_dates_and_forms() {
    let site = site(TELLEBY);
    for name in ReportName::ALL {
        let html = page(&site, scope(&site), name);
        assert!(html.contains("<time datetime=\"2026-11-22\">Tallene gjelder 22. november 2026.</time>"), "{name:?}");
        assert!(html.contains("Oversikten over lovkrav bygger på lovene slik de var"), "{name:?}");
        for ending in ["xlsx", "csv", "json"] {
            let url = format!("href=\"/telleby/rapport/{0}/{0}.{ending}\"", name.slug());
            assert!(html.contains(&url), "{name:?}: no {url}");
        }
        assert!(!html.to_lowercase().contains("lovbrudd"), "{name:?}");
    }
}
