//! Files in, site out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use nettungen::model::Mode;
use nettungen::pipeline::{self, Press};
use nettungen::render::Theme;
use nettungen::write::Stage;
use nettungen_tests::{check, sources};

/// Builds the fixture kommune's own site, without the portal, into `target`.
fn build(text: &str, target: &Path) {
    let (site, problems) = check(&sources(text));
    let mut site = site.unwrap_or_else(|| panic!("{problems:?}"));
    site.settings.mode = Mode::Standalone(site.find_kommune("testvik").expect("the fixture has it"));
    let theme = Theme::embedded().expect("the embedded theme is whole");
    let press = Press::new(&site, &theme);
    pipeline::build(&press, Stage::new(target).expect("the folder can be written to")).expect("the site can be built");
}

/// All files below `folder` with their bytes.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    collect(folder, folder, &mut found);
    found
}

fn collect(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("it is a folder") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            collect(root, &path, found);
        } else {
            let name = path.strip_prefix(root).expect("it is below").to_string_lossy().into_owned();
            found.insert(name, fs::read(&path).expect("it can be read"));
        }
    }
}

/// Two builds of the same content are the same bytes, and the second replaces the first whole.
#[test]
fn the_same_content_gives_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (a, b) = (folder.path().join("a"), folder.path().join("b"));
    build("", &a);
    build("", &b);
    let first = tree(&a);
    assert!(first == tree(&b), "two builds differ");
    build("", &a);
    assert!(first == tree(&a), "a build over an old site differs");
    let left: Vec<_> = fs::read_dir(folder.path()).expect("it is a folder").collect();
    assert_eq!(left.len(), 2, "the stage is left lying");
    for page in ["index.html", "tilbud/helsestasjon/index.html", "sok/indeks.json", "404.html"] {
        assert!(first.contains_key(page), "{page} is missing");
    }
}

/// What is hidden or internal is in no byte of the site, and what an editor writes is never markup.
#[test]
fn secrets_and_markup_stay_out() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("dist");
    build(
        "//- kommuner/testvik/tilbud/hemmelig.md\n---\ntittel: Trygt <b>sted</b>\nsammendrag: \"<script>alert(1)</script>\"\nstatus: publisert\n\
         pyramidenivå: hjelp\ntema: [vold-overgrep]\ntilbudstype: [bo-og-opphold]\nmålgrupper: [familier]\ninngang: [direkte]\n\
         kontakt: {telefon: \"00 00 00 00\"}\nsteder: [{navn: Senteret, adresse_skjult: true}]\n\
         internt_notat: HEMMELIGNOTAT\nkontrollert: {dato: 2026-10-01, av: Leder}\n---\n\
         Hei <img src=x onerror=alert(2)> og <script>alert(3)</script>.\n\
         //- kommuner/testvik/tilbud/kladd.md\n---\ntittel: HEMMELIGKLADD\nstatus: utkast\n---\nHEMMELIGKLADDTEKST\n",
        &target,
    );
    for (name, bytes) in tree(&target) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("HEMMELIG"), "a secret in {name}");
        if name.ends_with(".html") {
            for markup in ["<script>alert", "onerror=alert(2)>", "<b>sted"] {
                assert!(!text.contains(markup), "{markup} in {name}");
            }
        }
    }
}

/// A folder that is no site of ours is not replaced.
#[test]
fn a_foreign_folder_is_left_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("dokumenter");
    fs::create_dir(&target).expect("it can be made");
    fs::File::create(target.join("viktig.txt")).expect("it can be made");
    let error = Stage::new(&target).err().expect("it is refused").to_string();
    assert!(error.contains("noe annet enn et nettsted"), "{error}");
    assert!(target.join("viktig.txt").exists());
}
