//! Everything on one page, for print: the attachment to the plan under barnevernsloven § 15-1.

use super::desk::{Desk, name_lists};
use super::value::{Cell, Item, Section};
use crate::model::{ReportName, Scope};
use crate::report;

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let mut sections = group(desk);
    for name in report::names(desk.site, desk.scope).iter().filter(|it| **it != ReportName::Plan) {
        let about = desk.report(*name, Vec::new());
        sections.push(Section::Heading { id: name.slug().to_owned(), text: about.title });
        sections.extend(about.intro.into_iter().map(Section::Text));
        sections.extend(parts(desk, *name).into_iter().map(|it| moved(*name, it)));
    }
    sections
}

/// The parts of another report, without what every report of the portal begins with.
fn parts(desk: &Desk<'_>, name: ReportName) -> Vec<Section> {
    if desk.is_wide() { report::sections(desk, name) } else { report::shared(desk, name).sections.clone() }
}

/// A part of another report: names are made different, and numbers lead to the lists of the report they are from.
fn moved(name: ReportName, section: Section) -> Section {
    let inside = |id: &str| format!("{}-{id}", name.slug());
    match section {
        Section::Heading { id, text } => Section::Heading { id: inside(&id), text },
        Section::Figure(mut figure) => {
            figure.id = inside(&figure.id);
            Section::Figure(figure)
        }
        Section::Table(mut table) => {
            name_lists(name, &mut table);
            table.id = inside(&table.id);
            let cells = table.rows.iter_mut().flat_map(|it| &mut it.cells);
            cells.filter_map(Cell::count_mut).for_each(|it| it.listed_in = Some(name));
            Section::Table(table)
        }
        other => other,
    }
}

/// Who coordinates the work.
fn group(desk: &Desk<'_>) -> Vec<Section> {
    let Scope::Kommune(id) = desk.scope else { return Vec::new() };
    let Some(group) = &desk.site.kommune(id).koordineringsgruppe else {
        return vec![desk.text("r_no_group")];
    };
    let name = group.navn.as_ref().map_or_else(|| desk.say("r_head_group"), |it| it.best(desk.lang).to_owned());
    let mut sections = vec![Section::Heading { id: "gruppen".to_owned(), text: name }];
    sections.extend(group.mandat.iter().map(|it| Section::Text(it.best(desk.lang).to_owned())));
    sections.extend(group.moter.iter().map(|it| Section::Text(it.best(desk.lang).to_owned())));
    let member = |it: &str| Item { text: it.to_string(), tilbud: Vec::new() };
    sections.push(Section::List(group.medlemmer.iter().map(|it| member(it)).collect()));
    sections
}
