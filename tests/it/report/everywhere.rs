//! What holds in every report about everybody, in the content that ships.

use nettungen::model::{OrganisasjonId, RegionId, ReportName, Scope, Site};
use nettungen::pipeline::Press;
use nettungen::report::{self, Cell, Report, Section, Table};

use super::THEME;

/// Everybody that reports are made about.
fn scopes(site: &Site) -> Vec<Scope> {
    let bodies = site.fylke_ids().map(Scope::Fylke).chain(site.kommune_ids().map(Scope::Kommune));
    let regions = (0..).zip(&site.regioner).map(|(at, _)| Scope::Region(RegionId(at)));
    let others = regions.chain((0..).zip(&site.organisasjoner).map(|(at, _)| Scope::Organisasjon(OrganisasjonId(at))));
    let all = [Scope::Portal, Scope::Stat].into_iter().chain(bodies).chain(others);
    all.filter(|it| !report::names(site, *it).is_empty()).collect()
}

/// Looks at every report.
fn each(site: &Site, mut look: impl FnMut(&Report)) {
    let press = Press::new(site, &THEME);
    for scope in scopes(site) {
        for name in report::names(site, scope).iter().filter(|it| **it != ReportName::Endringer) {
            look(&report::report(&press.desk(scope), *name));
        }
    }
}

/// The caption of a table says something of its own.
#[test]
fn no_caption_repeats_the_heading_above() {
    each(&nettungen_tests::example_site(), |report| {
        for pair in report.sections.windows(2) {
            if let [Section::Heading { text, .. }, Section::Table(table)] = pair {
                assert_ne!(*text, table.caption, "{:?} {:?}", report.scope, report.name);
            }
        }
    });
}

/// Whether a table says where the lists are that its numbers don't lead to.
fn says_where(table: &Table) -> bool {
    ["Tall uten lenke", "Tal utan lenkje"].iter().any(|it| table.note.contains(it))
}

/// How many numbers of tables lead to no list, page or search.
fn lost(report: &Report) -> usize {
    let mut all = 0;
    for table in report.tables() {
        let cells = table.rows.iter().flat_map(|it| &it.cells);
        let lost = cells.filter(|it| matches!(it, Cell::Count(count) if count.leads_nowhere())).count();
        assert_eq!(lost > 0, says_where(table), "{:?} {:?} {}", report.scope, report.name, table.id);
        all += lost;
    }
    all
}

#[test]
fn every_number_leads_somewhere() {
    each(&nettungen_tests::example_site(), |it| match it.scope {
        Scope::Portal => drop(lost(it)),
        _ => assert_eq!(lost(it), 0, "{:?} {:?}", it.scope, it.name),
    });
}

/// With many more tilbud than the portal can list, what no search finds is told to stand in other reports, and
/// kommuner lose nothing.
#[test]
fn what_the_portal_cannot_list_it_says_where_to_find() {
    let many: String =
        (0..60).map(|it| super::strange::tilbud(&format!("t{it}"), "pyramidenivå: alle\ntema: [helse]\n")).collect();
    let site = super::site(&format!("{}{many}", super::strange::EMPTY));
    let mut told = 0;
    each(&site, |it| match it.scope {
        Scope::Portal => told += lost(it),
        _ => assert_eq!(lost(it), 0, "{:?} {:?}", it.scope, it.name),
    });
    assert!(told > 0, "the portal has 60 tilbud of one kommune, and no search for who gives them");
}
