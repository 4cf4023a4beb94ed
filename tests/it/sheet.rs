//! Spreadsheets in and out, as an editor meets them.

use std::collections::BTreeMap;

use nettungen::check;
use nettungen::diag::{Diagnostics, FileId, Span};
use nettungen::draft::yaml::{Value, block};
use nettungen::model::{Lang, Site, Tilbud};
use nettungen::pipeline;
use nettungen::read::{Content, Place, SourceFile, Sources, disk, place};
use nettungen::sheet::{self, Existing, Export, Grid, Lists, Mapping, Outcome, Rows};
use nettungen_tests::settings;

/// The content folder of the repository, with the example kommuner.
fn shipped() -> Sources {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    disk::Tree::new(&folder, Vec::new()).and_then(|mut it| it.read()).expect("the repository has it")
}

fn records(sources: &Sources, folder: &str) -> BTreeMap<String, Existing> {
    let one = |file: FileId| {
        let Place::Tilbud(owner, stem) = place(sources.path(file)) else { return None };
        let Content::Text(text) = sources.content(file) else { return None };
        let (head, body) = sheet::record(text)?;
        (owner.path() == folder).then(|| (stem.into_string(), Existing { head, body }))
    };
    sources.iter().filter_map(|(file, _)| one(file)).collect()
}

fn rows_of(export: &Export, lists: &Lists, csv: bool) -> Grid {
    if csv {
        return sheet::read_csv(&sheet::table_csv(export).expect("it can be written")).expect("it can be read");
    }
    let bytes = sheet::table_xlsx(export, lists).expect("it can be written");
    sheet::read_xlsx(&bytes, None).expect("it can be read").swap_remove(0)
}

/// A tilbud without the places in its file, which a new file has elsewhere.
fn placeless(tilbud: &Tilbud) -> Tilbud {
    let nowhere = Span { file: FileId(0), start: 0, end: 0 };
    let mut it = tilbud.clone();
    it.span = nowhere;
    it.egne = Vec::new();
    it.body.iter_mut().for_each(|body| body.span = nowhere);
    it
}

/// The rows of one sheet with known headings, and what is wrong with them.
fn imported(grid: Grid, mapping: &Mapping, lists: &Lists, folder: &str, existing: &BTreeMap<String, Existing>) -> Rows {
    sheet::import(&[grid], mapping, lists, folder, existing).expect("headings").remove(0)
}

/// All tilbud of all example kommuner go through a sheet, of either kind, and come back the same.
#[test]
fn export_and_import_is_the_identity() {
    let sources = shipped();
    let site = check::directory(&sources, &settings(), &mut Diagnostics::default()).expect("it has no errors");
    let (whole, _) = pipeline::check(&sources, &settings());
    let whole = whole.expect("it has no errors");
    for (slug, csv) in [("fjordvik", false), ("elvedal", true), ("viddalen", false), ("viddalen", true)] {
        let id = site.find_kommune(slug).expect("it is there");
        let lists = Lists::new(&site, Some(id), site.kommune(id).lang);
        let folder = format!("kommuner/{slug}");
        let existing = records(&sources, &folder);
        let export =
            sheet::export(existing.iter().map(|(name, it)| (name.as_str(), &it.head, it.body.as_str())), &lists);
        assert_eq!(export.rows.len(), existing.len());
        let grid = rows_of(&export, &lists, csv);
        let (again, problems) = imported(grid.clone(), &Mapping::default(), &lists, &folder, &existing);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(again.len(), existing.len());
        for row in &again {
            assert_eq!(row.outcome, Outcome::Unchanged, "{}", row.path);
        }
        let (new, _) = imported(grid, &Mapping::default(), &lists, &folder, &BTreeMap::new());
        let files = new.iter().map(|it| SourceFile::text(it.path.as_str(), it.text.as_str()));
        let (back, problems) = pipeline::check(&sources.with(files), &settings());
        let back = back.unwrap_or_else(|| panic!("{slug}: {problems:?}"));
        assert_same(&whole, &back);
    }
}

fn assert_same(a: &Site, b: &Site) {
    assert_eq!(a.tilbud.len(), b.tilbud.len());
    for (a, b) in a.tilbud.iter().zip(&b.tilbud) {
        assert_eq!(placeless(a), placeless(b));
    }
}

/// Texts that are hard on some format: formulas, YAML, quotes, line breaks, separators.
fn text() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::strategy::Strategy as _;
    "(\\PC|[-=+@'\";:,#{}\\[\\]|<>&\n æøåšŋ_x0]){1,40}"
        .prop_map(|it| nettungen::read::field::clean(&it))
        .prop_filter("text", |it| it.chars().any(char::is_alphanumeric) && !it.starts_with(sheet::EXAMPLE))
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    /// Whatever the texts are, what was exported is what is imported.
    #[test]
    fn any_record_survives_a_sheet(
        tittel in text(), sammendrag in text(), nynorsk in text(), body in text(), words in proptest::collection::vec(text(), 0..4),
        phone in text(), place in text(), other in text(), csv: bool, free: bool, ages in (0u8..100, 0u8..100),
    ) {
        let head = Value::map([
            ("tittel", Value::text(tittel)),
            ("sammendrag", Value::map([("nb", Value::text(sammendrag)), ("nn", Value::text(nynorsk))])),
            ("status", Value::word("utkast")),
            ("alder", Value::map([("fra", Value::word(ages.0.to_string())), ("til", Value::word(ages.1.to_string()))])),
            ("kontakt", Value::map([("telefon", Value::text(phone))])),
            ("steder", Value::List(vec![
                Value::map([("navn", Value::text(place.clone()))]),
                Value::map([("navn", Value::text(other.clone())), ("merknad", Value::text(place))]),
            ])),
            ("pris", Value::map([("gratis", Value::word(free.to_string()))])),
            ("søkeord", Value::List(words.into_iter().map(Value::text).collect())),
            ("internt_notat", Value::text(other)),
        ]);
        let Value::Map(entries) = &head else { unreachable!("it was made above") };
        let text = format!("---\n{}---\n{body}\n", block(entries));
        let (head, body) = sheet::record(&text).expect("it can be read");
        let lists = Lists::default();
        let export = sheet::export([("post", &head, body.as_str())], &lists);
        let grid = rows_of(&export, &lists, csv);
        let (rows, problems) = imported(grid, &Mapping::default(), &lists, "kommuner/testvik", &BTreeMap::new());
        proptest::prop_assert!(problems.is_empty(), "{:?}", problems);
        let (head_back, body_back) = sheet::record(&rows[0].text).expect("it can be read");
        let again = sheet::export([("post", &head_back, body_back.as_str())], &lists);
        proptest::prop_assert_eq!(again, export);
    }
}

/// A foreign sheet, read through a mapping of its columns and words.
#[test]
fn a_foreign_sheet_is_read_through_a_mapping() {
    let file = SourceFile::text(
        "kolonner.yaml",
        "overskriftsrad: 2\nkolonner: {Navn på tiltak: Tittel, Om tiltaket: tekst, Passer for: målgrupper}\n\
         faste: {pyramidenivå: alle}\nverdier: {målgrupper: {Ungdommer: ungdom, De minste: barn}}\n",
    );
    let mut problems = Diagnostics::default();
    let mapping = sheet::mapping(&Sources::new("", [file]), &mut problems).unwrap_or_else(|| panic!("{problems:?}"));
    let csv = "Oversikt 2025;;\nNavn på tiltak;Om tiltaket;Passer for\nKlubben;Kom og heng.;Ungdommer, De minste\n;;\n";
    let grid = sheet::read_csv(csv.as_bytes()).expect("it can be read");
    let (rows, problems) = imported(grid, &mapping, &Lists::default(), "kommuner/testvik", &BTreeMap::new());
    assert_eq!(problems, []);
    assert_eq!(rows.len(), 1);
    let (head, body) = sheet::record(&rows[0].text).expect("it can be read");
    assert_eq!(body, "Kom og heng.");
    assert_eq!(head.flow(), "{tittel: Klubben, status: utkast, pyramidenivå: alle, målgrupper: [ungdom, barn]}");
    let wrong = SourceFile::text("kolonner.yaml", "kolonner: {Navn: titel}\n");
    let mut problems = Diagnostics::default();
    assert!(sheet::mapping(&Sources::new("", [wrong]), &mut problems).is_none());
    assert!(problems.iter().any(|it| it.code == "ukjent-nokkel"));
}

/// Rows that repeat each other or what is there are reported, not written twice.
#[test]
fn likely_doubles_are_reported() {
    let csv = "Tittel;Etat eller organisasjon;Sted\nKlubben;kultur;Huset\nKlubben;kultur;Huset\nKlubben;kultur;Skolen\nklubben!;skole;\n";
    let grid = sheet::read_csv(csv.as_bytes()).expect("it can be read");
    let (head, body) = sheet::record("---\ntittel: Klubben\neier: skole\n---\nA\n").expect("it can be read");
    let existing = BTreeMap::from([("fritidsklubben".to_owned(), Existing { head, body })]);
    let (rows, _) = imported(grid, &Mapping::default(), &Lists::default(), "kommuner/testvik", &existing);
    let outcomes: Vec<_> =
        rows.iter().map(|it| (it.path.rsplit('/').next().unwrap_or_default(), it.outcome.clone())).collect();
    assert_eq!(
        outcomes,
        [
            ("klubben.md", Outcome::New),
            ("klubben.md", Outcome::Double("rad 2".to_owned())),
            ("klubben-2.md", Outcome::New),
            ("klubben-3.md", Outcome::Double("kommuner/testvik/tilbud/fritidsklubben.md".to_owned())),
        ]
    );
}

/// The paper form has every common field and every word of the short lists.
#[test]
fn the_paper_form_is_whole() {
    let site = check::directory(&shipped(), &settings(), &mut Diagnostics::default()).expect("it has no errors");
    let html = sheet::paper(&Lists::new(&site, None, Lang::Nb));
    for word in ["Kartleggingsskjema", "Psykisk helse", "Hvem som gir tilbudet", "size:A4"] {
        assert!(html.contains(word), "{word}");
    }
    assert_eq!(html.matches("<fieldset>").count(), sheet::columns().iter().filter(|it| it.common).count());
    assert!(!html.contains("src=") && !html.contains("href="), "it needs nothing from elsewhere");
}
