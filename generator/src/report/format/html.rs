//! A report as templates see it.

mod behind;
mod view;
mod words;
mod writer;

use behind::{Extent, Lists};
pub use view::{
    Anchor, Behind, Entry, Group, Head, ItemView, ListsPage, Part, ReportFile, ReportIndex, ReportLists, ReportPage,
    RowView, TableView,
};
pub use words::{CellView, Cells, Items, Words};
use writer::Writer;

use crate::model::{ReportFormat, ReportName, Route, Scope};
use crate::report::desk::{Arg, Desk};
use crate::report::value::{Count, Report};
use crate::report::{self, parts};

/// The page of `report`.
pub fn page(desk: &Desk<'_>, report: &Report, css_url: String) -> ReportPage {
    written_to(desk, report, css_url, Extent::Short)
}

fn written_to(desk: &Desk<'_>, report: &Report, css_url: String, extent: Extent) -> ReportPage {
    let mut writer = Writer::new(desk, report, extent);
    let sections = report.sections.iter().map(|it| writer.part(it)).collect();
    let mut dates = dates(desk, report).into_iter();
    ReportPage {
        title: report.title.clone(),
        intro: report.intro.clone(),
        date: dates.next().unwrap_or_default(),
        datetime: report.date.to_string(),
        catalogue: dates.next().unwrap_or_default(),
        files: files(desk, report.scope, report.name),
        sections,
        behind: writer.into_lists(),
        css_url,
    }
}

/// The page of `report` with the style `css` in it. Links out of it are left away unless the site's own address is
/// known: a file that is sent by mail has no neighbours.
pub fn alone(desk: &Desk<'_>, report: &Report, css: String) -> ReportFile {
    let mut page = written_to(desk, report, String::new(), Extent::Whole);
    page.files.clear();
    let base = &*desk.site.settings.base_url;
    for link in links(&mut page) {
        if link.url.starts_with('/') && !base.is_empty() {
            link.url = format!("{base}{}", link.url);
        } else if base.is_empty() && !link.url.starts_with('#') {
            link.url.clear();
        }
    }
    ReportFile {
        lang: report.lang,
        place: report.place.clone(),
        example: if report.example { desk.say("r_example") } else { String::new() },
        css_html: css.replace("</", "<\\/"),
        page,
    }
}

/// Every link of a page.
fn links(page: &mut ReportPage) -> Vec<&mut Anchor> {
    let mut links: Vec<&mut Anchor> =
        page.behind.iter_mut().flat_map(|it| &mut it.items_html.0).flat_map(|it| &mut it.0).collect();
    for part in &mut page.sections {
        links.extend(part.items.iter_mut().flat_map(|it| &mut it.links_html.0));
        for row in part.table.iter_mut().flat_map(|it| &mut it.groups).flat_map(|it| &mut it.rows) {
            links.extend(&mut row.head_html.links.0);
            links.extend(row.cells_html.0.iter_mut().flat_map(|it| &mut it.links.0));
        }
    }
    links
}

/// The page of the lists behind the numbers of the desk's reports: those too long for the reports' own pages, or,
/// where `part` is another, the part of the portal's numbers that is at home there.
pub fn lists(desk: &Desk<'_>, part: Scope, css_url: String) -> ListsPage {
    let place = desk.place(part);
    let desk = if part == desk.scope { *desk } else { desk.within(part) };
    let mut lists = Lists::whole(&desk, Extent::Whole);
    let mut made_of = Vec::new();
    let with_lists = |it: &&ReportName| !matches!(it, ReportName::Plan | ReportName::Lovpalagt);
    for name in report::names(desk.site, desk.scope).iter().filter(with_lists) {
        let made = report::shared(&desk, *name);
        each_list(&desk, &made, |count, about| drop(lists.here(count, &about)));
        made_of.push((*name, made.title.clone(), lists.len()));
    }
    let mut behind = lists.into_lists().into_iter();
    let mut taken = 0;
    let mut of_report = |(name, title, end): (ReportName, String, usize)| {
        let url = desk.site.url(&Route::Report(desk.scope, name, ReportFormat::Html));
        let lists = behind.by_ref().take(end - std::mem::replace(&mut taken, end)).collect();
        ReportLists { id: name.slug(), name: title, url, behind: lists }
    };
    let reports = made_of.into_iter().map(&mut of_report).filter(|it| !it.behind.is_empty()).collect();
    let lead = if desk.within.is_some() { "r_lists_part_lead" } else { "r_lists_lead" };
    let is_unmarked = desk.within.is_some() && desk.site.is_example(part);
    let example = if is_unmarked { desk.say("r_example") } else { String::new() };
    ListsPage { title: desk.name("r_lists_title", &place), lead: desk.say(lead), example, reports, css_url }
}

/// Looks at the numbers of a report whose lists are on another page, each with what it counts.
fn each_list(desk: &Desk<'_>, report: &Report, mut look: impl FnMut(&Count, String)) {
    for table in report.tables() {
        for row in &table.rows {
            let name = row.cells.first().map(|it| super::plain(desk, it)).unwrap_or_default();
            for (cell, column) in row.cells.iter().zip(&table.columns) {
                if let Some(count) = cell.count().filter(|it| parts::is_listed_apart(desk, it)) {
                    look(count, format!("{}: {name} – {}", table.caption, column.name));
                }
            }
        }
    }
}

/// The day of the data and of the catalogue of duties, in a sentence each.
pub(super) fn dates(desk: &Desk<'_>, report: &Report) -> Vec<String> {
    let day = |id: &str, date| desk.fill(id, &[("date", Arg::Text(&written(desk, date)))]);
    let mut dates = vec![day("r_date", report.date)];
    dates.push(report.catalogue.map_or_else(|| desk.say("r_catalogue_unknown"), |it| day("r_catalogue", it)));
    dates
}

/// The list of the reports of the desk's scope.
pub fn index(desk: &Desk<'_>, names: &[ReportName], css_url: String) -> ReportIndex {
    let entry = |name: &ReportName| {
        let key = name.slug().replace('-', "_");
        Entry {
            url: desk.site.url(&Route::Report(desk.scope, *name, ReportFormat::Html)),
            name: desk.say(&format!("r_{key}_title")),
            note: desk.say(&format!("r_{key}_shows")),
            files: files(desk, desk.scope, *name),
        }
    };
    ReportIndex {
        title: desk.name("r_reports_about", &desk.place(desk.scope)),
        lead: desk.say("r_reports_lead"),
        reports: names.iter().map(entry).collect(),
        css_url,
    }
}

fn files(desk: &Desk<'_>, scope: Scope, name: ReportName) -> Vec<Anchor> {
    super::FILES
        .iter()
        .map(|(format, label)| Anchor {
            text: (*label).to_owned(),
            lang: None,
            url: desk.site.url(&Route::Report(scope, name, *format)),
        })
        .collect()
}

/// A date as people write it.
pub(super) fn written(desk: &Desk<'_>, date: jiff::civil::Date) -> String {
    let month = desk.say(&format!("month_{}", date.month()));
    let (day, year) = (date.day().to_string(), date.year().to_string());
    desk.fill("date", &[("day", Arg::Text(&day)), ("month", Arg::Text(&month)), ("year", Arg::Text(&year))])
}
