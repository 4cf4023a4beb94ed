//! A number that leads to the search leads to just what it counts.

use std::collections::BTreeSet;

use nettungen::index;
use nettungen::model::{ReportName, Scope, Site};
use nettungen::pipeline::Press;
use nettungen::report::{self, Cell, Count, Counted, Desk};
use nettungen_search::format::{Kind, encode};
use nettungen_search::{Index, Now, Request, search};

use super::THEME;

/// The ids that the search of `scope` finds with filters as they stand in an address.
fn found(index: &Index, filters: &str) -> BTreeSet<String> {
    let filters = filters.replace('&', "\n");
    let now = Now { day: 20_779, minute: 12 * 60 };
    let answer = search(index, &Request { filters: &filters, ..Request::new("", now) });
    answer.matches.iter().map(|it| index.core().text(Kind::Id, it.record).to_owned()).collect()
}

/// Every count of a report that has filters.
fn counts(desk: &Desk<'_>, name: ReportName) -> Vec<Count> {
    let report = report::report(desk, name);
    let cells = report.tables().flat_map(|it| &it.rows).flat_map(|it| &it.cells);
    let count = |it: &Cell| if let Cell::Count(count) = it { Some(count.clone()) } else { None };
    cells.filter_map(count).filter(|it| !it.filters.is_empty()).collect()
}

fn check(site: &Site, scope: Scope) -> usize {
    let press = Press::new(site, &THEME);
    let desk = press.desk(scope);
    let parts = encode(&index::documents(site, scope), &index::settings(site, scope));
    let index = Index::open(&parts.core).expect("it was just made");
    let mut seen = 0;
    for name in [ReportName::Pyramide, ReportName::ManglerOgOverlapp, ReportName::Medvirkning, ReportName::Ressurser] {
        for count in counts(&desk, name) {
            let found = found(&index, &count.filters);
            assert_eq!(found.len(), count.n, "{scope:?} {name:?} {}", count.filters);
            if let Counted::Tilbud(list) = &count.of {
                let counted: BTreeSet<String> = list.iter().map(|it| site.tilbud(*it).key.to_string()).collect();
                assert_eq!(found, counted, "{scope:?} {name:?} {}", count.filters);
            }
            seen += 1;
        }
    }
    seen
}

#[test]
fn numbers_lead_to_what_they_count() {
    let site = nettungen_tests::example_site();
    let kommuner = ["fjordvik", "elvedal", "viddalen"].map(|it| Scope::Kommune(super::kommune(&site, it)));
    for scope in [Scope::Portal].into_iter().chain(kommuner) {
        assert!(check(&site, scope) > 200, "{scope:?}");
    }
}

/// A fylke has no search of its own, and says so by having no filters.
#[test]
fn where_there_is_no_search_nothing_leads_to_it() {
    let site = super::site(super::TELLEBY);
    let scope = Scope::Fylke(site.fylke_ids().next().expect("there are fylker"));
    assert_eq!(counts(&Press::new(&site, &THEME).desk(scope), ReportName::Pyramide), []);
}
