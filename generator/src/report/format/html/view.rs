//! What templates see of a report: flat, all words and addresses there.

use serde::Serialize;

use super::words::{CellView, Cells, Items, Words};
use crate::report::format::svg::Drawing;

/// The page of a report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportPage {
    /// Title.
    pub title: String,
    /// What it shows, and what it does not.
    pub intro: Vec<String>,
    /// «Tall per 22. november 2026».
    pub date: String,
    /// The day for `<time datetime>`.
    pub datetime: String,
    /// The day of the catalogue of duties, in a sentence.
    pub catalogue: String,
    /// The other forms.
    pub files: Vec<Anchor>,
    /// The parts.
    pub sections: Vec<Part>,
    /// The tilbud behind the numbers.
    pub behind: Vec<Behind>,
    /// The style sheet of reports.
    pub css_url: String,
}

/// The list of reports of a scope.
#[derive(Clone, Debug, Serialize)]
pub struct ReportIndex {
    /// Title.
    pub title: String,
    /// What reports are for.
    pub lead: String,
    /// The reports, each with what it shows.
    pub reports: Vec<Entry>,
    /// The style sheet of reports.
    pub css_url: String,
}

/// A report in the list.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Its page.
    pub url: String,
    /// Its title.
    pub name: String,
    /// What it shows.
    pub note: String,
    /// Its other forms.
    pub files: Vec<Anchor>,
}

/// A link, or words that lead nowhere.
#[derive(Clone, Debug, Serialize)]
pub struct Anchor {
    /// The words.
    pub text: String,
    /// Language of the words when it is another than the page's.
    pub lang: Option<&'static str>,
    /// Where to; empty for nowhere.
    pub url: String,
}

/// A part of the page; `kind` says which fields count.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// `heading`, `text`, `notice`, `table`, `figure` or `list`.
    pub kind: &'static str,
    /// For `id` attributes.
    pub id: String,
    /// The words, or the picture's title.
    pub text: String,
    /// The picture in words.
    pub description: String,
    /// The table.
    pub table: Option<TableView>,
    /// The picture.
    pub drawing: Option<Drawing>,
    /// The list.
    pub items: Vec<ItemView>,
}

/// An entry of a list.
#[derive(Clone, Debug, Serialize)]
pub struct ItemView {
    /// The words.
    pub text: String,
    /// The tilbud it is about.
    pub links_html: Words,
}

/// A table.
#[derive(Clone, Debug, Serialize)]
pub struct TableView {
    /// What it shows.
    pub caption: String,
    /// How to read it.
    pub note: String,
    /// It is too large for a page; the files have it.
    pub too_large: bool,
    /// Headings.
    pub columns: Vec<Head>,
    /// How many columns.
    pub width: usize,
    /// The rows, by group.
    pub groups: Vec<Group>,
}

/// A heading of a column.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    /// The words.
    pub name: String,
    /// `text` or `number`.
    pub kind: &'static str,
}

/// Rows under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    /// The heading; empty when there is none.
    pub name: String,
    /// The rows.
    pub rows: Vec<RowView>,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub struct RowView {
    /// For the `id` attribute of rows that numbers lead to; else empty.
    pub id: String,
    /// It sums the others.
    pub sum: bool,
    /// What stands in the first cell, which names the row.
    pub head_html: CellView,
    /// The other cells.
    pub cells_html: Cells,
}

/// What is behind a number.
#[derive(Clone, Debug, Serialize)]
pub struct Behind {
    /// For `id` attributes.
    pub id: String,
    /// The same for other numbers that count just these.
    pub also: Vec<String>,
    /// What the number counts.
    pub name: String,
    /// Tilbud, duties or kommuner, or what consists of several of them; then the rest by fylke, kommune or other
    /// body (its name with how many, leading to the same number there), or how many more there are than are listed.
    pub items_html: Items,
}

/// The lists behind the numbers of a scope's reports.
#[derive(Clone, Debug, Serialize)]
pub struct ListsPage {
    /// Title.
    pub title: String,
    /// Whose numbers they are, and what of them.
    pub lead: String,
    /// Says that whose part of the portal's numbers it is, is fictional; else empty.
    pub example: String,
    /// The reports that have such lists.
    pub reports: Vec<ReportLists>,
    /// The style sheet of reports.
    pub css_url: String,
}

/// The lists behind the numbers of one report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportLists {
    /// Name of the report, for `id` attributes.
    pub id: &'static str,
    /// Its title.
    pub name: String,
    /// Its page.
    pub url: String,
    /// The lists.
    pub behind: Vec<Behind>,
}

/// A report as one page that needs no other file.
#[derive(Clone, Debug, Serialize)]
pub struct ReportFile {
    /// Language of the page.
    pub lang: &'static str,
    /// Name of whom it is about.
    pub place: String,
    /// Says that the place is fictional; else empty.
    pub example: String,
    /// The style sheet itself; it cannot hold the end of its element.
    pub css_html: String,
    /// The page.
    pub page: ReportPage,
}
