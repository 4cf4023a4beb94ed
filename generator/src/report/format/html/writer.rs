//! Parts of a report as views, and what stands behind their numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::view::{Anchor, Behind, CellView, Group, Head, ItemView, Part, RowView, TableView};
use crate::model::{KommuneId, LovkravId, ReportName, Route, TilbudId};
use crate::report::desk::Desk;
use crate::report::format::{plain, shown, svg};
use crate::report::matrix;
use crate::report::value::{Cell, Count, Counted, Figure, Item, Kind, Report, Row, Said, Section, Table, Target};

/// Tables with more cells than this are left to the files: a page of them helps nobody.
const MOST_CELLS: usize = 6_000;
/// Most names that are listed behind one number, and behind all numbers of a page together.
const MOST_LISTED: usize = 100;
const MOST_NAMES: usize = 2_500;
/// Most characters of words that are kept on one line, such as «§ 11-6».
const MOST_SHORT: usize = 12;
/// Most kommuner that are listed behind one number.
const MOST_KOMMUNER: usize = 25;

/// Writes parts and keeps what stands behind their numbers, each set once.
pub(super) struct Writer<'d, 'a> {
    desk: &'d Desk<'a>,
    pub(super) behind: Vec<Behind>,
    known: BTreeMap<Counted, String>,
    /// Rows that are about duties, by the duty's slug.
    duties: BTreeMap<String, String>,
    /// Most tilbud listed behind one number of this page.
    most: usize,
}

impl<'d, 'a> Writer<'d, 'a> {
    pub(super) fn new(desk: &'d Desk<'a>, report: &Report) -> Writer<'d, 'a> {
        let tables = report.tables().filter(|it| it.id.starts_with(DUTIES));
        let duties = tables.flat_map(|table| table.rows.iter().map(|row| (row.key.clone(), row_id(table, row))));
        Writer { desk, behind: Vec::new(), known: BTreeMap::new(), duties: duties.collect(), most: most_listed(report) }
    }
}

/// What the names of tables with a line a duty begin with.
const DUTIES: &str = "plikter-";

fn row_id(table: &Table, row: &Row) -> String {
    if table.id.starts_with(DUTIES) { format!("plikt-{}", row.key) } else { String::new() }
}

/// How many tilbud can be listed behind each number so that the page stays of a size that can be sent.
fn most_listed(report: &Report) -> usize {
    let cells = report.tables().flat_map(|it| &it.rows).flat_map(|it| &it.cells);
    let sets: BTreeSet<&Vec<TilbudId>> = cells
        .filter_map(|it| match it {
            Cell::Count(Count { of: Counted::Tilbud(list), route: None, .. }) => Some(list),
            _ => None,
        })
        .collect();
    let names = |most: usize| sets.iter().map(|it| it.len().min(most)).sum::<usize>();
    [MOST_LISTED, 50, 25, 15, 10].into_iter().find(|it| names(*it) <= MOST_NAMES).unwrap_or(5)
}

impl Writer<'_, '_> {
    pub(super) fn part(&mut self, section: &Section) -> Part {
        let part = |kind: &'static str, id: &str, text: &str| Part {
            kind,
            id: id.to_owned(),
            text: text.to_owned(),
            description: String::new(),
            table: None,
            drawing: None,
            items: Vec::new(),
        };
        match section {
            Section::Heading { id, text } => part("heading", id, text),
            Section::Text(text) => part("text", "", text),
            Section::Notice(text) => part("notice", "", text),
            Section::Table(table) => {
                Part { table: Some(self.table(table)), ..part("table", &format!("t-{}", table.id), "") }
            }
            Section::Figure(figure) => self.figure(figure, part("figure", &format!("f-{}", figure.id), &figure.title)),
            Section::List(items) => {
                Part { items: items.iter().map(|it| self.item(it)).collect(), ..part("list", "", "") }
            }
        }
    }

    fn figure(&self, figure: &Figure, part: Part) -> Part {
        Part { description: figure.description.clone(), drawing: Some(svg::draw(figure)), ..part }
    }

    fn item(&self, item: &Item) -> ItemView {
        ItemView { text: item.text.clone(), links: item.tilbud.iter().map(|it| self.tilbud(*it)).collect() }
    }

    fn table(&mut self, table: &Table) -> TableView {
        let too_large = table.rows.len() * table.columns.len() > MOST_CELLS;
        let rows: &[Row] = if too_large { &[] } else { &table.rows };
        let mut groups: Vec<Group> = Vec::new();
        for row in rows {
            let name = row.group.clone().unwrap_or_default();
            let view = self.row(table, row);
            match groups.last_mut() {
                Some(last) if last.name == name => last.rows.push(view),
                _ => groups.push(Group { name, rows: vec![view] }),
            }
        }
        TableView {
            caption: table.caption.clone(),
            note: table.note.clone(),
            too_large,
            columns: table.columns.iter().map(|it| Head { name: it.name.clone(), kind: alignment(it.kind) }).collect(),
            width: table.columns.len(),
            groups,
        }
    }

    fn row(&mut self, table: &Table, row: &Row) -> RowView {
        let name = row.cells.first().map(|it| plain(self.desk, it)).unwrap_or_default();
        let mut cells = row
            .cells
            .iter()
            .zip(&table.columns)
            .map(|(cell, column)| self.cell(cell, &format!("{name} – {}", column.name)));
        let blank = || CellView { kind: "text", status: "", links: Vec::new() };
        let head = cells.next().unwrap_or_else(blank);
        RowView { id: row_id(table, row), sum: row.sum, head, cells: cells.collect() }
    }

    fn cell(&mut self, cell: &Cell, about: &str) -> CellView {
        let view = |kind, links| CellView { kind, status: "", links };
        let words = |text: String| Anchor { text, lang: None, url: String::new() };
        match cell {
            Cell::Empty | Cell::Date(None) => view("text", Vec::new()),
            Cell::Text(text) | Cell::Ages(text, _) => view("text", vec![words(text.clone())]),
            Cell::Words(list) => view("text", list.iter().map(|it| self.said(it)).collect()),
            Cell::Link(text, target) => view("text", vec![Anchor { url: self.url(target), ..words(text.clone()) }]),
            Cell::Count(count) => {
                let kind = if count.n == 0 { "zero" } else { "number" };
                view(kind, vec![Anchor { url: self.behind(count, about), ..words(shown(self.desk, cell)) }])
            }
            Cell::Number(..) | Cell::Year(_) | Cell::Percent { .. } => {
                view("number", vec![words(shown(self.desk, cell))])
            }
            Cell::Status(tag) => CellView { status: tag.key, ..view("status", vec![words(tag.label.clone())]) },
            Cell::Date(Some(date)) => view("text", vec![words(date.strftime("%d.%m.%Y").to_string())]),
            Cell::Tilbud(list) => view("text", list.iter().map(|it| self.tilbud(*it)).collect()),
            Cell::Links(list) => {
                let short = list.len() == 1 && list[0].text.chars().count() <= MOST_SHORT;
                view(if short { "short" } else { "text" }, list.iter().map(|it| self.said(it)).collect())
            }
        }
    }

    fn said(&self, it: &Said) -> Anchor {
        let url = it.target.as_ref().map(|it| self.url(it)).unwrap_or_default();
        Anchor { text: it.text.clone(), lang: it.lang, url }
    }

    fn url(&self, target: &Target) -> String {
        match target {
            Target::Route(route) => self.desk.site.url(route),
            Target::External(url) => url.clone(),
        }
    }

    fn tilbud(&self, id: TilbudId) -> Anchor {
        let (lang, title) = self.desk.site.tilbud(id).tittel.get(self.desk.lang);
        let url = if self.desk.site.has_page(id) { self.desk.site.url(&Route::Tilbud(id)) } else { String::new() };
        Anchor { text: title.to_owned(), lang: (lang != self.desk.lang).then(|| lang.tag()), url }
    }

    /// Where a number leads: a page of the site that shows just these, or their list below.
    fn behind(&mut self, count: &Count, about: &str) -> String {
        if let Some(route) = &count.route {
            return self.desk.site.url(route);
        }
        if let Some(id) = self.known.get(&count.of) {
            return format!("#{id}");
        }
        let links = self.listed(&count.of);
        let search_url = self.found_by(count);
        if links.is_empty() {
            return search_url;
        }
        let id = format!("b-{}", self.behind.len() + 1);
        let more = count.of.len().saturating_sub(links.len());
        let words = || match search_url.as_str() {
            "" => self.desk.count("r_and_more", more),
            _ => self.desk.count("r_show_all", count.n),
        };
        let more = (more > 0).then(|| Anchor { text: words(), lang: None, url: search_url.clone() });
        self.behind.push(Behind { id: id.clone(), name: about.to_owned(), links, more });
        self.known.insert(count.of.clone(), id.clone());
        format!("#{id}")
    }

    /// The search that finds what a number counts; empty when no search does.
    fn found_by(&self, count: &Count) -> String {
        if count.n == 0 || count.filters.is_empty() {
            return String::new();
        }
        format!("{}#{}", self.desk.site.url(&Route::Search(self.desk.scope)), count.filters)
    }

    fn listed(&self, of: &Counted) -> Vec<Anchor> {
        match of {
            Counted::Unsaid => Vec::new(),
            Counted::Tilbud(list) => list.iter().take(self.most).map(|it| self.tilbud(*it)).collect(),
            Counted::Lovkrav(list) => list.iter().map(|it| self.duty(*it)).collect(),
            Counted::Kommuner(list) => list.iter().take(MOST_KOMMUNER).map(|it| self.kommune(*it)).collect(),
        }
    }

    /// A duty, leading to its line in the report.
    fn duty(&self, id: LovkravId) -> Anchor {
        let krav = self.desk.site.krav(id);
        let (lang, title) = krav.tittel.get(self.desk.lang);
        let url = self.duties.get(krav.slug.as_str()).map(|it| format!("#{it}")).unwrap_or_default();
        Anchor { text: title.to_owned(), lang: (lang != self.desk.lang).then(|| lang.tag()), url }
    }

    /// A kommune, leading to its duties.
    fn kommune(&self, id: KommuneId) -> Anchor {
        let page = matrix::page(self.desk, id, ReportName::Lovpalagt);
        let url = page.map(|it| self.desk.site.url(&it)).unwrap_or_default();
        Anchor { text: matrix::named(self.desk, id), lang: None, url }
    }
}

fn alignment(kind: Kind) -> &'static str {
    match kind {
        Kind::Number | Kind::Percent => "number",
        _ => "text",
    }
}
