//! Parts of a report as views.

use std::fmt::Display;

use super::behind::{Extent, Lists, row_id};
use super::view::{Anchor, Behind, Group, Head, ItemView, Part, RowView, TableView};
use super::words::{CellView, Cells, Words};
use crate::report::desk::Desk;
use crate::report::format::{plain, shown, svg};
use crate::report::value::{Cell, Figure, Item, Kind, Report, Row, Said, Section, Table, Target};

/// Tables with more cells than this are left to the files: a page of them helps nobody.
const MOST_CELLS: usize = 6_000;
/// Most characters of words that are kept on one line, such as «§ 11-6».
const MOST_SHORT: usize = 12;

/// Writes parts and keeps what stands behind their numbers.
pub(super) struct Writer<'d, 'a> {
    desk: &'d Desk<'a>,
    lists: Lists<'d, 'a>,
}

impl<'d, 'a> Writer<'d, 'a> {
    pub(super) fn new(desk: &'d Desk<'a>, report: &Report, extent: Extent) -> Writer<'d, 'a> {
        Writer { desk, lists: Lists::new(desk, report, extent) }
    }

    /// The lists behind the numbers written so far.
    pub(super) fn into_lists(self) -> Vec<Behind> {
        self.lists.into_lists()
    }
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
        ItemView {
            text: item.text.clone(),
            links_html: Words(item.tilbud.iter().map(|it| self.lists.tilbud(*it)).collect()),
        }
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
            .map(|(cell, column)| self.cell(cell, &format_args!("{name} – {}", column.name)));
        let blank = || CellView { kind: "text", status: "", links: Words::default() };
        let head = cells.next().unwrap_or_else(blank);
        RowView { id: row_id(table, row), sum: row.sum, head_html: head, cells_html: Cells(cells.collect()) }
    }

    /// `about` is put together only where a list needs its name.
    fn cell(&mut self, cell: &Cell, about: &dyn Display) -> CellView {
        let view = |kind, links| CellView { kind, status: "", links: Words(links) };
        let words = |text: String| Anchor { text, lang: None, url: String::new() };
        match cell {
            Cell::Empty | Cell::Date(None) => view("text", Vec::new()),
            Cell::Text(text) | Cell::Ages(text, _) => view("text", vec![words(text.clone())]),
            Cell::Words(list) => view("text", list.iter().map(|it| self.said(it)).collect()),
            Cell::Link(text, target) => view("text", vec![Anchor { url: self.url(target), ..words(text.clone()) }]),
            Cell::Count(count) => {
                let kind = if count.n == 0 { "zero" } else { "number" };
                view(kind, vec![Anchor { url: self.lists.lead(count, about), ..words(shown(self.desk, cell)) }])
            }
            Cell::Sum(_, _, of) | Cell::Percent { of, .. } => {
                view("number", vec![Anchor { url: self.lists.lead(of, about), ..words(shown(self.desk, cell)) }])
            }
            Cell::Number(..) | Cell::Year(_) => view("number", vec![words(shown(self.desk, cell))]),
            Cell::Status(tag) => CellView { status: tag.key, ..view("status", vec![words(tag.label.clone())]) },
            Cell::Date(Some(date)) => view("text", vec![words(date.strftime("%d.%m.%Y").to_string())]),
            Cell::Tilbud(list) => view("text", list.iter().map(|it| self.lists.tilbud(*it)).collect()),
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
}

fn alignment(kind: Kind) -> &'static str {
    match kind {
        Kind::Number | Kind::Percent => "number",
        _ => "text",
    }
}
