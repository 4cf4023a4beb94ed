//! Reports over a small kommune whose answers are counted by hand.

use nettungen::model::{ReportFormat, ReportName, Route, Scope};
use nettungen::pipeline::Press;
use nettungen::render::Theme;
use nettungen_tests::{check, sources};

/// The page of one report about Testvik.
fn page(text: &str, name: ReportName) -> String {
    let (site, problems) = check(&sources(text));
    let site = site.unwrap_or_else(|| panic!("{problems:?}"));
    let theme = Theme::embedded().expect("the embedded theme is whole");
    let testvik = site.find_kommune("testvik").expect("the fixture has it");
    let route = Route::Report(Scope::Kommune(testvik), name, ReportFormat::Html);
    let file = Press::new(&site, &theme).page(&route).expect("the page can be made");
    String::from_utf8(file.bytes).expect("pages are UTF-8")
}

/// The fixture's helsestasjon serves 0–5 years; the duty (helse- og omsorgstjenesteloven § 3-2) is owed
/// to 0–20 years. So it is met in part, and 6–20 years are missing. A second, fresh tilbud for 6–20 closes the gap.
#[test]
fn an_age_gap_is_named_and_closed() {
    assert!(page("", ReportName::Lovpalagt).contains("6–20 år"));
    let second = "//- kommuner/testvik/tilbud/skolehelse.md\n---\ntittel: Skolehelsetjenesten\nsammendrag: Helsesykepleier på skolen.\n\
        status: publisert\npyramidenivå: alle\ntema: [helse]\ntilbudstype: [helsetjeneste]\nmålgrupper: [barn]\n\
        alder: {fra: 6, til: 20}\nlovkrav: [helsestasjon]\ninngang: [direkte]\nkontakt: {telefon: \"00 00 00 00\"}\n\
        kontrollert: {dato: 2026-10-01, av: Leder}\n---\nTekst.\n";
    assert!(!page(second, ReportName::Lovpalagt).contains("6–20 år mangler"));
    // Outdated (twice 180 days have passed), it no longer counts as full coverage.
    let stale = second.replace("2026-10-01", "2025-10-01");
    assert!(page(&stale, ReportName::Lovpalagt).contains("6–20 år"));
}

/// Every report can be made of a kommune with one tilbud, and says no untrue «lovbrudd».
#[test]
fn every_report_is_made() {
    for name in ReportName::ALL {
        let html = page("", name);
        assert!(html.contains("<h1"), "{name:?}");
        assert!(!html.to_lowercase().contains("lovbrudd"), "{name:?}");
    }
}
