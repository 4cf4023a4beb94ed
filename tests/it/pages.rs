//! What the page of a tilbud tells a reader.

use nettungen::model::{Route, Site};
use nettungen::pipeline::Press;
use nettungen::render::Theme;
use nettungen_tests::{check, sources};

/// The site of the fixture kommune with more tilbud: name, and lines of its head beyond what all need.
fn with(all: &[(&str, &str)]) -> Site {
    let text: String = all
        .iter()
        .map(|(name, lines)| {
            format!(
                "//- kommuner/testvik/tilbud/{name}.md\n---\ntittel: {name}\nsammendrag: Prøve.\nstatus: publisert\n\
                 pyramidenivå: alle\ntema: [helse]\ntilbudstype: [helsetjeneste]\nmålgrupper: [barn]\n\
                 inngang: [direkte]\nkontrollert: {{dato: 2026-10-01, av: Leder}}\n{lines}\n---\n"
            )
        })
        .collect();
    let (site, problems) = check(&sources(&text));
    site.unwrap_or_else(|| panic!("{problems:?}"))
}

/// The page of a tilbud.
fn page(site: &Site, name: &str) -> String {
    let theme = Theme::embedded().expect("the embedded theme is whole");
    let key = format!("testvik/{name}");
    let id = site.tilbud_ids().find(|it| *site.tilbud(*it).key == *key).expect("it is there");
    let page = Press::new(site, &theme).page(&Route::Tilbud(id)).expect("it can be made");
    String::from_utf8(page.bytes).expect("pages are UTF-8")
}

const PHONE: &str = "kontakt: {telefon: \"00 00 00 00\"}";

/// A district is named once: not again where the place or the town is named for it.
#[test]
fn a_district_is_said_once() {
    let place = |name: &str, town: &str| {
        format!(
            "{PHONE}\nsteder: [{{navn: {name}, adresse: Veien 1, postnummer: \"0000\", poststed: {town}, bydel: sentrum}}]"
        )
    };
    let cases = [
        ("a", place("Sentrum skole", "Testvik"), "Sentrum skole, Veien 1, 0000 Testvik"),
        ("b", place("Skolen", "Sentrum"), "Skolen, Veien 1, 0000 Sentrum"),
        ("c", place("Skolen", "Testvik"), "Skolen, Veien 1, 0000 Testvik, Sentrum"),
        ("d", place("Sentrumsgården", "Testvik"), "Sentrumsgården, Veien 1, 0000 Testvik, Sentrum"),
    ];
    let site = with(&cases.each_ref().map(|(name, lines, _)| (*name, lines.as_str())));
    for (name, _, said) in cases {
        let html = page(&site, name);
        assert!(html.contains(&format!("Hvor: {said}\n")), "{name}: {html}");
    }
}

/// Norwegian is one language to those who want help, and languages are small words.
#[test]
fn languages_are_named_as_in_a_sentence() {
    let lines = format!("{PHONE}\nspråk: [nn, nb, en, se]\ntolk: true");
    let html = page(&with(&[("a", &lines)]), "a");
    assert!(html.contains("<dd class=\"lang\">norsk, engelsk og nordsamisk. Tolk ved behov</dd>"), "{html}");
}
