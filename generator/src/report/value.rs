//! What a report is: values that a page, a workbook, CSV, JSON and plain text all show.
//!
//! All words are chosen already; tilbud are still ids, so that each format links in its own way.

use jiff::civil::Date;

use super::ages::AgeSet;
use crate::model::{KommuneId, LovkravId, ReportName, Route, Scope, TilbudId};

/// One report about one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Which report.
    pub name: ReportName,
    /// Whom it is about.
    pub scope: Scope,
    /// Title.
    pub title: String,
    /// Name of whom it is about.
    pub place: String,
    /// Whom it is about is fictional.
    pub example: bool,
    /// BCP 47 tag of its words.
    pub lang: &'static str,
    /// What it shows, and what it does not.
    pub intro: Vec<String>,
    /// The day the data are from.
    pub date: Date,
    /// The day the catalogue of duties is based on, when it is known.
    pub catalogue: Option<Date>,
    /// Its parts, in order.
    pub sections: Vec<Section>,
}

impl Report {
    /// Its tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.sections.iter().filter_map(|it| match it {
            Section::Table(table) => Some(table),
            _ => None,
        })
    }
}

/// A part of a report.
#[derive(Clone, Debug, PartialEq)]
pub enum Section {
    /// A heading.
    Heading {
        /// Name within the report, for addresses.
        id: String,
        /// The words.
        text: String,
    },
    /// A paragraph.
    Text(String),
    /// A paragraph to take note of.
    Notice(String),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// A list.
    List(Vec<Item>),
}

/// An entry of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// The words.
    pub text: String,
    /// Tilbud it is about.
    pub tilbud: Vec<TilbudId>,
}

/// What a column holds; decides alignment, and the type of a workbook's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Numbers.
    Number,
    /// Shares of a whole.
    Percent,
    /// A status.
    Status,
    /// Dates.
    Date,
    /// Tilbud or documents.
    Links,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name for programs: stable, unique within the table.
    pub key: String,
    /// Its heading.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table. Its first column names the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Name within the report: addresses, sheets, keys.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// How to read it; may be empty.
    pub note: String,
    /// What the rows are grouped by; empty when they are not.
    pub group: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Row>,
}

impl Table {
    /// A table whose rows are in no groups.
    pub fn new(id: &str, caption: String, columns: Vec<Column>, rows: Vec<Row>) -> Table {
        Table { id: id.to_owned(), caption, note: String::new(), group: String::new(), columns, rows }
    }

    /// With words on how to read it.
    pub fn note(self, note: String) -> Table {
        Table { note, ..self }
    }

    /// With a heading for what the rows are grouped by.
    pub fn grouped(self, group: String) -> Table {
        Table { group, ..self }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name for programs: the slug or id of what it is about.
    pub key: String,
    /// The group it stands in, such as a law; rows of a group follow each other.
    pub group: Option<String>,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// It sums the others, and is left out when a program adds up.
    pub sum: bool,
}

impl Row {
    /// A row of its own.
    pub fn new(key: impl Into<String>, cells: Vec<Cell>) -> Row {
        Row { key: key.into(), group: None, cells, sum: false }
    }

    /// The row in a group.
    pub fn within(self, group: impl Into<String>) -> Row {
        Row { group: Some(group.into()), ..self }
    }
}

/// A number, and what it counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Count {
    /// How many.
    pub n: usize,
    /// Which; not said where a page or the search shows them.
    pub of: Counted,
    /// A page that shows them.
    pub route: Option<Route>,
    /// The part of that page, an `id`; may be empty.
    pub part: String,
    /// Filters with which the place's search finds just these, as `niva=alle&alder=13-15`; may be empty.
    pub filters: String,
    /// The `id` of their list: report, table, row and column, the same in the reports of everybody.
    pub list_id: String,
    /// The report whose page has the list, where the number is repeated on another page.
    pub listed_in: Option<ReportName>,
}

/// What a number counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// It is not said.
    #[default]
    Unsaid,
    /// Tilbud, in the order of the site.
    Tilbud(Vec<TilbudId>),
    /// Things that consist of tilbud, such as chains and their steps.
    Together(Vec<Vec<TilbudId>>),
    /// Duties, in the order of the catalogue.
    Lovkrav(Vec<LovkravId>),
    /// Kommuner, in the order of the alphabet.
    Kommuner(Vec<KommuneId>),
}

impl Counted {
    /// How many are listed.
    pub fn len(&self) -> usize {
        match self {
            Counted::Unsaid => 0,
            Counted::Tilbud(list) => list.len(),
            Counted::Together(list) => list.len(),
            Counted::Lovkrav(list) => list.len(),
            Counted::Kommuner(list) => list.len(),
        }
    }

    /// Whether none is listed.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// One word of a small fixed set, such as the status of a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Name for programs and style sheets: ASCII, stable.
    pub key: &'static str,
    /// The word.
    pub label: String,
}

/// Where a cell's words lead.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A page of the site.
    Route(Route),
    /// Another site.
    External(String),
}

/// Words of a cell with what there is to know about them.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Their language when it is another than the report's.
    pub lang: Option<&'static str>,
    /// Where they lead.
    pub target: Option<Target>,
}

impl Said {
    /// Words in the report's language that lead to `target`.
    pub fn leading(text: impl Into<String>, target: Option<Target>) -> Said {
        Said { text: text.into(), lang: None, target }
    }
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing to say.
    Empty,
    /// Words.
    Text(String),
    /// Words, some of which may be in another language than the report's.
    Words(Vec<Said>),
    /// Words that lead somewhere.
    Link(String, Target),
    /// A number of something that can be listed.
    Count(Count),
    /// A number with so many decimals.
    Number(f64, u8),
    /// A sum with so many decimals over what is counted.
    Sum(f64, u8, Count),
    /// A year.
    Year(i16),
    /// `part` of `whole`; nothing when the whole is nothing.
    Percent {
        /// The part.
        part: f64,
        /// The whole.
        whole: f64,
        /// What the part is made of, where that can be shown.
        of: Count,
    },
    /// A status.
    Status(Tag),
    /// A day.
    Date(Option<Date>),
    /// Words about ages, and the ages.
    Ages(String, AgeSet),
    /// Tilbud.
    Tilbud(Vec<TilbudId>),
    /// Words, each leading somewhere or nowhere.
    Links(Vec<Said>),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    /// A whole number.
    pub fn int(n: usize) -> Cell {
        Cell::Number(n as f64, 0)
    }

    /// A number of duties.
    pub fn lovkrav(list: Vec<LovkravId>) -> Cell {
        Cell::Count(Count { n: list.len(), of: Counted::Lovkrav(list), ..Count::default() })
    }

    /// A number that `route` explains, there the part with the id `part`; zero leads nowhere.
    pub fn leading(n: usize, route: Route, part: &str) -> Cell {
        Cell::Count(Count { n, route: (n > 0).then_some(route), part: part.to_owned(), ..Count::default() })
    }

    /// What the cell's number counts.
    pub fn count(&self) -> Option<&Count> {
        match self {
            Cell::Count(count) | Cell::Sum(_, _, count) | Cell::Percent { of: count, .. } => Some(count),
            _ => None,
        }
    }

    /// The same, to change.
    pub(super) fn count_mut(&mut self) -> Option<&mut Count> {
        match self {
            Cell::Count(count) | Cell::Sum(_, _, count) | Cell::Percent { of: count, .. } => Some(count),
            _ => None,
        }
    }
}

/// A picture with its words. A table near it always holds the same numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Name within the report.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The same in words, for those who don't see it.
    pub description: String,
    /// The picture.
    pub picture: Picture,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// The pyramid, widest level first.
    Pyramid {
        /// What the two parts of a level mean.
        legend: Vec<Tag>,
        /// The levels.
        bands: Vec<Band>,
    },
    /// One horizontal bar a row, each in parts.
    Bars {
        /// What the patterns mean.
        legend: Vec<Tag>,
        /// The bars.
        bars: Vec<Bar>,
    },
    /// Chains of tilbud, level by level.
    Flow {
        /// Columns, left to right.
        columns: Vec<String>,
        /// Column and name of each node, in the order drawn.
        nodes: Vec<(usize, String)>,
        /// Arrows between nodes by their place.
        arrows: Vec<(usize, usize)>,
    },
}

/// A level of the drawn pyramid.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Its name.
    pub label: String,
    /// The number in it, in words: «41 tilbud, 27 %».
    pub text: String,
    /// Tilbud for all children, and for children with special needs.
    pub parts: [usize; 2],
}

/// A bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Which entry of the legend.
    pub key: &'static str,
    /// How much.
    pub n: usize,
}
