//! Whole reports as text, to be read like pages when they change.

use nettungen::model::{ReportName, Scope};
use nettungen::pipeline::Press;
use nettungen::report::{self, format::text};

use super::{TELLEBY, THEME, kommune, site};

fn text_of(name: ReportName) -> String {
    let site = site(TELLEBY);
    let press = Press::new(&site, &THEME);
    let desk = press.desk(Scope::Kommune(kommune(&site, "telleby")));
    text::text(&desk, &report::report(&desk, name))
}

#[test]
fn overlaps_as_text() {
    insta::assert_snapshot!(text_of(ReportName::ManglerOgOverlapp));
}

#[test]
fn chains_as_text() {
    insta::assert_snapshot!(text_of(ReportName::Tiltakskjeder));
}

#[test]
fn the_mapping_as_text() {
    insta::assert_snapshot!(text_of(ReportName::Kartlegging));
}

#[test]
fn resources_as_text() {
    insta::assert_snapshot!(text_of(ReportName::Ressurser));
}

#[test]
fn the_comparison_as_text() {
    insta::assert_snapshot!(text_of(ReportName::Sammenligning));
}
