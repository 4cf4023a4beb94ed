//! What holds in every report about everybody, in the content that ships.

use nettungen::model::{OrganisasjonId, RegionId, ReportName, Scope, Site};
use nettungen::pipeline::Press;
use nettungen::report::{self, Report, Section};

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
