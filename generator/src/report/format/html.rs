//! A report as templates see it.

mod view;
mod writer;

pub use view::{
    Anchor, Behind, CellView, Entry, Group, Head, ItemView, Part, ReportFile, ReportIndex, ReportPage, RowView,
    TableView,
};
use writer::Writer;

use crate::model::{ReportFormat, ReportName, Route, Scope};
use crate::report::desk::{Arg, Desk};
use crate::report::value::Report;

/// The page of `report`.
pub fn page(desk: &Desk<'_>, report: &Report, css_url: String) -> ReportPage {
    let mut writer = Writer::new(desk, report);
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
        behind: writer.behind,
        css_url,
    }
}

/// The page of `report` with the style `css` in it. Links out of it are left away unless the site's own address is
/// known: a file that is sent by mail has no neighbours.
pub fn alone(desk: &Desk<'_>, report: &Report, css: String) -> ReportFile {
    let mut page = self::page(desk, report, String::new());
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
        page.behind.iter_mut().flat_map(|it| it.links.iter_mut().chain(&mut it.more)).collect();
    for part in &mut page.sections {
        links.extend(part.items.iter_mut().flat_map(|it| &mut it.links));
        for row in part.table.iter_mut().flat_map(|it| &mut it.groups).flat_map(|it| &mut it.rows) {
            links.extend(&mut row.head.links);
            links.extend(row.cells.iter_mut().flat_map(|it| &mut it.links));
        }
    }
    links
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
