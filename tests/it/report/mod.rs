//! Reports: counted by hand, as properties, in every form, of content at its worst.

mod command;
mod counted;
mod drawn;
mod everywhere;
mod forms;
mod led;
mod properties;
mod searched;
mod snapshots;
mod strange;

use std::sync::LazyLock;

use nettungen::model::{KommuneId, ReportFormat, ReportName, Route, Scope, Site};
use nettungen::pipeline::{self, Press};
use nettungen::read::{SourceFile, Sources};
use nettungen::render::Theme;
use serde_json::Value;

/// The fixture's files: the kommune Telleby, whose answers are counted by hand in [`counted`].
const TELLEBY: &str = include_str!("telleby.txt");

/// Only what the catalogues and the register say: no national tilbud, so that all that is counted is in the fixture.
fn sources(text: &str) -> Sources {
    let base = nettungen::cli::shipped();
    let quiet = |it: &SourceFile| {
        !["stat/", "organisasjoner/", "maler/", "metode/", "sider/"].iter().any(|folder| it.path.starts_with(folder))
    };
    Sources::new("content/", nettungen_tests::files(text).into_iter().chain(base.into_iter().filter(quiet)))
}

/// The site of multi-file strings.
fn site(text: &str) -> Site {
    let (site, problems) = pipeline::check(&sources(text), &nettungen_tests::settings());
    let errors: Vec<String> = problems.iter().map(|it| format!("{}: {}", it.code, it.message.nb)).collect();
    site.unwrap_or_else(|| panic!("{errors:#?}"))
}

fn kommune(site: &Site, slug: &str) -> KommuneId {
    site.find_kommune(slug).expect("the fixture has it")
}

static THEME: LazyLock<Theme> = LazyLock::new(|| Theme::embedded().expect("the embedded theme is whole"));

/// The file of one report.
fn file(site: &Site, scope: Scope, name: ReportName, format: ReportFormat) -> Vec<u8> {
    Press::new(site, &THEME).page(&Route::Report(scope, name, format)).expect("it can be made").bytes
}

fn page(site: &Site, scope: Scope, name: ReportName) -> String {
    String::from_utf8(file(site, scope, name, ReportFormat::Html)).expect("pages are UTF-8")
}

fn json(site: &Site, scope: Scope, name: ReportName) -> Value {
    serde_json::from_slice(&file(site, scope, name, ReportFormat::Json)).expect("it is JSON")
}

/// The table `id` of a report.
fn table<'a>(report: &'a Value, id: &str) -> &'a Value {
    let tables = report["tabeller"].as_array().expect("it is a list");
    tables.iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("no table {id}"))
}

/// The row `id` of a table.
fn row<'a>(table: &'a Value, id: &str) -> &'a Value {
    let rows = table["rader"].as_array().expect("it is a list");
    rows.iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("no row {id}"))
}

/// The number in a column of a row.
fn number(report: &Value, at: &str, line: &str, column: &str) -> u64 {
    let value = &row(table(report, at), line)["verdier"][column];
    value.as_u64().unwrap_or_else(|| panic!("{at}/{line}/{column}: {value}"))
}

/// The ids of the tilbud behind a number, sorted.
fn behind(report: &Value, at: &str, line: &str, column: &str) -> Vec<String> {
    let places = row(table(report, at), line)["bak"][column]["tilbud"].as_array().cloned().unwrap_or_default();
    named(report, &places)
}

/// The ids of tilbud by their places in the report's list, sorted.
fn named(report: &Value, places: &[Value]) -> Vec<String> {
    let name = |it: &Value| {
        let at = usize::try_from(it.as_u64().expect("it is a place")).expect("it is small");
        report["tilbud"][at]["id"].as_str().expect("it has an id").to_owned()
    };
    let mut names: Vec<String> = places.iter().map(name).collect();
    names.sort();
    names
}
