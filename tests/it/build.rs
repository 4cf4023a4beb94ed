//! Files in, site out.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::Reader as _;
use nettungen::basis::Basis;
use nettungen::model::{Mode, Site};
use nettungen::part::Part;
use nettungen::pipeline::{self, Press};
use nettungen::read::Sources;
use nettungen::render::Theme;
use nettungen::write::{File, Stage};
use nettungen_tests::{check, sources};

/// Builds the fixture kommune's own site, without the portal, into `target`.
fn build(text: &str, target: &Path) {
    let sources = sources(text);
    let (site, problems) = check(&sources);
    let mut site = site.unwrap_or_else(|| panic!("{problems:?}"));
    site.settings.mode = Mode::Standalone(site.find_kommune("testvik").expect("the fixture has it"));
    let theme = Theme::embedded().expect("the embedded theme is whole");
    let press = Press::new(&site, &theme);
    let basis = Basis::new(&sources, &site.settings, &[], "", "test");
    pipeline::build(&press, Stage::new(target).expect("the folder can be written to"), &basis)
        .expect("the site can be built");
}

/// Every file of a site, or of one shard of it, by path.
pub(crate) fn files(site: &Site, shard: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let theme = Theme::embedded().expect("the embedded theme is whole");
    let shard = shard.map(|it| it.parse().expect("it is a shard"));
    let folder = tempfile::tempdir().expect("there is room");
    let target = folder.path().join("dist");
    let stage = Stage::new(&target).expect("the folder can be written to");
    let press = Press::of_part(site, &theme, Part { shard, ..Part::default() });
    let basis = Basis::new(&Sources::default(), &site.settings, &[], "", "test");
    pipeline::build(&press, stage, &basis).expect("it can be built");
    tree(&target)
}

/// All files below `folder` with their bytes.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
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

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("it is a folder");
    let mut names: Vec<String> =
        entries.map(|it| it.expect("it can be listed").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
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
    assert_eq!(names(folder.path()), [".a.nettungen", ".b.nettungen", "a", "b"], "a stage is left lying");
    for page in ["index.html", "tilbud/helsestasjon/index.html", "sok/indeks.json", "404.html"] {
        assert!(first.contains_key(page), "{page} is missing");
    }
}

/// What is hidden or internal is in no byte of the site, packed files among it, and what an editor writes is never markup.
#[test]
fn secrets_and_markup_stay_out() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("dist");
    build(SECRETS, &target);
    let files = tree(&target);
    assert!(files.keys().any(|it| it.ends_with("tilbud.xlsx")), "the workbook is looked into");
    for (name, bytes) in files {
        let text = String::from_utf8_lossy(&bytes).into_owned() + &unpacked(&name, &bytes);
        assert!(!text.contains("HEMMELIG"), "a secret in {name}");
        // What a tilbud takes is in a report for planners and nowhere else.
        assert!(!text.contains("INTERNKASSE") || name.starts_with("rapport/"), "a resource in {name}");
        if name.ends_with(".html") {
            for markup in ["<script>alert", "onerror=alert(2)>", "<b>sted"] {
                assert!(!text.contains(markup), "{markup} in {name}");
            }
        }
    }
}

/// A public tilbud with everything that is not public, beside a draft, one that waits, and one that is archived.
const SECRETS: &str = "\
//- kommuner/testvik/tilbud/hemmelig.md
---
tittel: Trygt <b>sted</b>
sammendrag: \"<script>alert(1)</script>\"
status: publisert
pyramidenivå: hjelp
tema: [vold-overgrep]
tilbudstype: [bo-og-opphold]
målgrupper: [familier]
inngang: [direkte]
kontakt: {telefon: \"00 00 00 00\"}
steder: [{navn: Senteret, adresse_skjult: true}]
vurdering: {narmiljo: ja, tverretatlig: nei}
ressurser: {årsverk: 2.5, lokaler: [INTERNKASSE], midler: 987654321, finansiering: INTERNKASSE}
internt_notat: HEMMELIGNOTAT
neste: [kladd, venter, arkivert]
kontrollert: {dato: 2026-10-01, av: Leder}
---
Hei <img src=x onerror=alert(2)> og <script>alert(3)</script>. Se [det](tilbud:kladd).
//- kommuner/testvik/tilbud/kladd.md
---
tittel: HEMMELIGKLADD
status: utkast
må_sjekkes: [HEMMELIGGJØREMÅL]
---
HEMMELIGKLADDTEKST
//- kommuner/testvik/tilbud/venter.md
---
tittel: HEMMELIGVENTER
sammendrag: HEMMELIGVENTER
status: til-kvalitetssikring
pyramidenivå: alle
tema: [helse]
tilbudstype: [gruppe]
målgrupper: [barn]
inngang: [direkte]
---
HEMMELIGVENTER
//- kommuner/testvik/tilbud/arkivert.md
---
tittel: HEMMELIGARKIV
sammendrag: HEMMELIGARKIV
status: arkivert
pyramidenivå: alle
tema: [helse]
tilbudstype: [gruppe]
målgrupper: [barn]
inngang: [direkte]
---
HEMMELIGARKIV
";

/// The words of a workbook, which are packed.
fn unpacked(name: &str, bytes: &[u8]) -> String {
    if !name.ends_with(".xlsx") {
        return String::new();
    }
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let sheets = book.worksheets();
    sheets.iter().flat_map(|(_, sheet)| sheet.cells()).map(|(_, _, cell)| format!("{cell}\n")).collect()
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

/// Another build of the same folder is told to wait, and the first is not disturbed.
#[test]
fn two_builds_at_once_do_not_mix() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("dist");
    let first = Stage::new(&target).expect("nobody else is at it");
    let error = Stage::new(&target).err().expect("somebody is").to_string();
    assert!(error.contains("et annet bygg holder på"), "{error}");
    first.put(&File { path: "index.html".to_owned(), bytes: b"hei".to_vec() }).expect("it can be written");
    first.publish("x").expect("it can be published");
    assert_eq!(names(&target), [".nettungen", "index.html"]);
    assert!(Stage::new(&target).is_ok(), "the folder is free again");
}

/// What a killed build left behind is cleared away by the next.
#[test]
fn an_interrupted_build_is_cleared_away() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (target, left) = (folder.path().join("dist"), folder.path().join(".dist.nytt"));
    fs::create_dir_all(left.join("gammelt")).expect("it can be made");
    fs::File::create(left.join("gammelt/rest.html")).expect("it can be made");
    build("", &target);
    assert_eq!(names(folder.path()), [".dist.nettungen", "dist"]);
    assert!(!target.join("gammelt").exists());
    // A build that finds nothing to do clears up too, but not what another is at.
    fs::create_dir(&left).expect("it can be made");
    Stage::clear(&target).expect("it is ours");
    assert_eq!(names(folder.path()), [".dist.nettungen", "dist"]);
    let other = Stage::new(&target).expect("nobody else is at it");
    Stage::clear(&target).expect("it is left alone");
    assert!(left.exists());
    drop(other);
}

/// A site that was made of just this, and is whole, need not be made again.
#[test]
fn a_current_site_is_known() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("dist");
    build("", &target);
    let whole = |text: &str| {
        let sources = sources(text);
        let mut settings = check(&sources).0.expect("it has no errors").settings;
        settings.mode =
            Mode::Standalone(check(&sources).0.and_then(|it| it.find_kommune("testvik")).expect("it is there"));
        Basis::new(&sources, &settings, &[], "", "test").whole
    };
    assert!(Stage::current(&target, &whole("")).is_some());
    let other = whole("//- kommuner/testvik/tilbud/nytt.md\n---\ntittel: Nytt\nstatus: utkast\n---\n");
    assert!(Stage::current(&target, &other).is_none(), "the content is another");
    fs::remove_file(target.join("404.html")).expect("it is there");
    assert!(Stage::current(&target, &whole("")).is_none(), "a page is gone");
}

/// A page that did not change keeps its time, so that a copy of the site takes only what is new.
#[cfg(unix)]
#[test]
fn unchanged_files_are_linked() {
    use std::os::unix::fs::MetadataExt as _;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("dist");
    let inode = |name: &str| fs::metadata(target.join(name)).expect("it is there").ino();
    build("", &target);
    let (page, home) = (inode("404.html"), inode("tilbud/helsestasjon/index.html"));
    build("//- kommuner/testvik/tilbud/nytt.md\n---\ntittel: Nytt\nstatus: utkast\n---\n", &target);
    assert_eq!(inode("tilbud/helsestasjon/index.html"), home);
    assert_eq!(inode("404.html"), page);
}

/// What was made of the same is taken over, unless somebody has been at it since.
#[test]
fn a_share_that_is_not_whole_is_made_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("dist");
    let paths = ["a/index.html".to_owned(), "b/index.html".to_owned()];
    let stage = Stage::new(&target).expect("nobody else is at it");
    for path in &paths {
        stage.put(&File { path: path.clone(), bytes: b"hei".to_vec() }).expect("it can be written");
    }
    stage.keep("share", "same", Vec::new(), 6);
    stage.publish("x").expect("it can be published");
    let takes_over = |basis: &str| {
        let stage = Stage::new(&target).expect("nobody else is at it");
        stage.take_over("share", basis, &paths, |_| true).expect("it can be written")
    };
    assert!(takes_over("same"));
    assert!(!takes_over("other"));
    fs::File::create(target.join("a/index.html")).expect("it can be emptied");
    assert!(!takes_over("same"), "a page is empty");
    fs::remove_file(target.join("a/index.html")).expect("it is there");
    assert!(!takes_over("same"), "a page is gone");
}

/// The shards of a build are together the whole, byte for byte.
#[test]
fn shards_unite_to_the_whole() {
    let (site, problems) = check(&sources(""));
    let site = site.unwrap_or_else(|| panic!("{problems:?}"));
    let whole = files(&site, None);
    let mut united = BTreeMap::new();
    for shard in ["1/3", "2/3", "3/3"] {
        let part = files(&site, Some(shard));
        assert!(part.len() < whole.len(), "{shard} is everything");
        united.extend(part);
    }
    assert!(united == whole, "the shards are not the whole");
}

/// On the site of one kommune every link stays within it, also on the pages of what its neighbours give.
#[test]
fn the_links_of_a_kommunes_own_site_lead_somewhere() {
    let mut site = nettungen_tests::example_site();
    for name in ["fjordvik", "elvedal", "viddalen"] {
        site.settings.mode = Mode::Standalone(site.find_kommune(name).expect("it is an example"));
        let files = files(&site, None);
        let mut broken: Vec<String> = Vec::new();
        for (page, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let text = String::from_utf8_lossy(bytes);
            let links = text.split(" href=\"/").skip(1).filter_map(|it| it.split('"').next());
            let path = |link: &str| nettungen::write::path_of(link.split(['#', '?']).next().unwrap_or_default());
            broken.extend(links.filter(|it| !files.contains_key(&path(it))).map(|it| format!("{page}: /{it}")));
        }
        broken.sort();
        broken.dedup();
        assert!(broken.is_empty(), "{name}: {} of them, such as {:#?}", broken.len(), &broken[..broken.len().min(10)]);
    }
}
