//! Open data, read back by others' parsers.

use std::io::Cursor;

use calamine::Reader as _;
use nettungen::model::{DataFile, Mode, Route, Scope, Site};
use nettungen::pipeline::Press;
use nettungen::render::Theme;
use nettungen_tests::{check, sources};

/// Words that would be dangerous anywhere else than in text.
const PLANTED: &str = "\\\"></script><script>alert(1)</script>]]>&<b>'{{ t.skip }}";

/// Testvik with a tilbud whose every text is hostile, or begins like a formula.
fn hostile() -> Site {
    let record = format!(
        "//- kommuner/testvik/tilbud/ond.md\n---\ntittel: \"=HYPERLINK(1){PLANTED}\"\nsammendrag: \"@SUM(A1){PLANTED}\"\n\
         status: publisert\npyramidenivå: alle\ntema: [helse]\ntilbudstype: [gruppe]\nmålgrupper: [barn]\n\
         inngang: [direkte]\nslik_får_du_det: \"-1{PLANTED}\"\nbeskjed: \"B{PLANTED}\"\nkilde: \"K{PLANTED}\"\n\
         kontakt: {{telefon: \"+47 00 00 00 00\", telefon_navn: \"T{PLANTED}\", stilling: \"S{PLANTED}\"}}\n\
         steder: [{{navn: \"N{PLANTED}\", adresse: \"A{PLANTED}\", postnummer: \"0000\", poststed: \"P{PLANTED}\", merknad: \"M{PLANTED}\"}}]\n\
         pris: {{beløp: 150, enhet: \"E{PLANTED}\", merknad: \"M{PLANTED}\"}}\n\
         åpningstider: [{{dager: [fredag, lørdag], fra: \"22:00\", til: \"02:00\", merknad: \"O{PLANTED}\"}}]\n\
         stengt: [{{fra: 2026-12-24, til: 2027-01-02, grunn: \"G{PLANTED}\"}}]\n\
         kontrollert: {{dato: 2026-11-01, av: \"V{PLANTED}\"}}\n---\nTekst {PLANTED}\n"
    );
    let (site, problems) = check(&sources(&record));
    let mut site = site.unwrap_or_else(|| panic!("{problems:?}"));
    site.settings.mode = Mode::Standalone(site.find_kommune("testvik").expect("the fixture has it"));
    site
}

fn testvik(site: &Site) -> Scope {
    Scope::Kommune(site.find_kommune("testvik").expect("the fixture has it"))
}

fn bytes(site: &Site, route: &Route) -> Vec<u8> {
    let theme = Theme::embedded().expect("the embedded theme is whole");
    Press::new(site, &theme).page(route).expect("it can be made").bytes
}

fn file(site: &Site, file: DataFile) -> Vec<u8> {
    bytes(site, &Route::DataFile(testvik(site), file))
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("it is UTF-8")
}

/// The value in the row of the hostile tilbud below a heading.
fn cell<'a>(rows: &'a [Vec<String>], heading: &str) -> &'a str {
    let column = rows[0].iter().position(|it| it == heading).expect("the heading is there");
    let row = rows.iter().find(|it| it[0] == "testvik/ond").expect("the tilbud is there");
    &row[column]
}

#[test]
fn the_spreadsheet_has_every_tilbud_and_no_formula() {
    let site = hostile();
    let csv = text(file(&site, DataFile::Csv));
    let plain = csv.strip_prefix('\u{feff}').expect("it begins with a BOM");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(plain.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|it| it.expect("a row").iter().map(str::to_owned).collect()).collect();
    assert_eq!(rows.len() - 1, site.tilbud_in(testvik(&site)).len(), "a row for each tilbud");
    assert!(cell(&rows, "tittel").starts_with("'=HYPERLINK"));
    assert_eq!(cell(&rows, "telefon"), "'+47 00 00 00 00");
    for row in &rows {
        for it in row {
            assert!(!it.starts_with(['=', '+', '-', '@', '\t', '\r']), "a formula: {it}");
        }
    }
}

#[test]
fn the_workbook_has_the_same_rows_as_text() {
    let site = hostile();
    let made = file(&site, DataFile::Xlsx);
    assert_eq!(made, file(&site, DataFile::Xlsx), "the same content gives the same bytes");
    let mut book = calamine::open_workbook_from_rs::<calamine::Xlsx<_>, _>(Cursor::new(made)).expect("a workbook");
    let formulas = book.worksheet_formula("Tilbud").expect("the sheet");
    assert!(formulas.cells().all(|(_, _, it)| it.is_empty()), "a formula");
    let sheet = book.worksheet_range("Tilbud").expect("the sheet");
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert!(cell(&rows, "tittel").starts_with("=HYPERLINK(1)\""));
    assert_eq!(cell(&rows, "telefon"), "+47 00 00 00 00");
    assert_eq!(rows.len() - 1, site.tilbud_in(testvik(&site)).len());
}

#[test]
fn the_feed_is_xml_with_an_entry_for_each_control() {
    let site = hostile();
    let feed = text(file(&site, DataFile::Atom));
    let mut reader = quick_xml::Reader::from_str(&feed);
    let (mut entries, mut depth) = (0, 0_i32);
    loop {
        match reader.read_event().expect("well-formed XML") {
            quick_xml::events::Event::Start(it) => {
                depth += 1;
                entries += usize::from(it.name().as_ref() == "entry");
                assert_ne!(it.name().as_ref(), "script", "markup of a text came through");
            }
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => (),
        }
    }
    assert_eq!(depth, 0);
    let dated = site.tilbud_in(testvik(&site)).into_iter().filter(|id| site.tilbud(*id).kontrollert.is_some());
    assert_eq!(entries, dated.count().min(100));
    assert!(feed.contains("<updated>2026-11-01T00:00:00Z</updated>"));
}

/// What HSDS 3.1 asks for, everywhere; the whole schema is checked by `tests/browser/tests/data.test.mjs`.
#[test]
fn services_have_what_hsds_asks_for() {
    let site = hostile();
    let page: serde_json::Value = serde_json::from_slice(&file(&site, DataFile::Hsds)).expect("JSON");
    let services = page["contents"].as_array().expect("services");
    assert_eq!(page["total_items"], services.len());
    for service in services {
        for key in ["id", "name", "status"] {
            assert!(service[key].is_string(), "{key} of {service}");
        }
        assert_eq!(service["id"].as_str().map(str::len), Some(36));
        assert!(
            ["active", "inactive", "defunct", "temporarily closed"].contains(&service["status"].as_str().unwrap_or(""))
        );
    }
    let own = services.iter().find(|it| it["schedules"][0]["byday"] == "FR,SA").expect("the hostile one");
    assert_eq!(
        (&own["schedules"][0]["opens_at"], &own["schedules"][0]["closes_at"]),
        (&"22:00".into(), &"02:00".into())
    );
    assert_eq!(own["assured_date"], "2026-11-01");
}

/// The JSON-LD of the page is JSON, says what the record says, and nothing in it ends the element.
#[test]
fn a_page_tells_search_engines_what_it_is() {
    let site = hostile();
    let id = site.tilbud_ids().find(|id| &*site.tilbud(*id).key == "testvik/ond").expect("it is there");
    let html = text(bytes(&site, &Route::Tilbud(id)));
    let start = html.split("<script type=\"application/ld+json\">").nth(1).expect("it has JSON-LD");
    let json: serde_json::Value =
        serde_json::from_str(start.split("</script>").next().expect("its end")).expect("JSON");
    assert_eq!(json["@type"], "GovernmentService");
    assert!(json["name"].as_str().is_some_and(|it| it.starts_with("=HYPERLINK(1)\"></script><script>")));
    assert_eq!(json["offers"]["price"], 150.0);
    assert!(!html.contains("<script>alert"), "markup came through");
}

/// The catalogue names every file, and its strings are closed.
#[test]
fn the_catalogue_describes_every_file() {
    let site = hostile();
    let turtle = text(file(&site, DataFile::Dcat));
    for it in DataFile::ALL {
        let url = site.canonical(&Route::DataFile(testvik(&site), it));
        assert!(turtle.contains(&format!("dcat:downloadURL <{url}>")), "{url}");
    }
    for line in turtle.lines() {
        assert_eq!(line.replace("\\\"", "").matches('"').count() % 2, 0, "{line}");
        assert_eq!(line.matches('<').count(), line.matches('>').count(), "{line}");
    }
}
