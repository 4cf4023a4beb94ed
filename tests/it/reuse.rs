//! A build takes over what is made of the same, and is then byte for byte a build from nothing.

use std::fs;
use std::path::Path;

use nettungen::basis::{Basis, Places};
use nettungen::model::Scope;
use nettungen::model::Site;
use nettungen::pipeline::{self, Press};
use nettungen::read::{SourceFile, Sources, disk};
use nettungen::render::{Renderer, Theme};
use nettungen::write::Stage;
use nettungen_tests::{check, settings, show};

use crate::build::tree;

/// The content of the repository.
fn repository() -> Sources {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../content"));
    disk::sources(folder, nettungen::cli::shipped()).expect("the repository has its content")
}

fn basis(sources: &Sources) -> Basis {
    Basis::new(sources, &settings(), &Theme::embedded_files(), "", "test")
}

/// What the files of each place are made of.
fn of_places(sources: &Sources) -> Places {
    let (site, problems) = check(sources);
    let site = site.unwrap_or_else(|| panic!("{problems:?}"));
    let theme = Theme::embedded().expect("the embedded theme is whole");
    basis(sources).of_places(&site, Renderer::new(&site, &theme).shared())
}

/// In no chain.
const FJORDVIK: &str = "kommuner/fjordvik/tilbud/ammehjelp.md";

fn edited(sources: &Sources, path: &str, from: &str, to: &str) -> Sources {
    let file = sources.find(path).unwrap_or_else(|| panic!("there is no {path}"));
    let text = String::from_utf8_lossy(sources.content(file).bytes()).into_owned();
    assert!(text.contains(from), "{path} has no {from:?}");
    sources.with([SourceFile::text(path, text.replacen(from, to, 1))])
}

/// What one kommune writes is its own and its fylke's business; its numbers are everybody's where kommuner are
/// compared.
#[test]
fn a_place_is_made_of_what_it_shows() {
    let before = repository();
    let site = check(&before).0.expect("the repository has no errors");
    let [fjordvik, elvedal] =
        ["fjordvik", "elvedal"].map(|it| usize::from(site.find_kommune(it).expect("it is an example").0));
    let own_fylke = Scope::Fylke(site.kommuner[fjordvik].fylke);
    let others = |places: &Places| {
        let fylker = places.areas.iter().filter(|(it, _)| matches!(it, Scope::Fylke(_)) && **it != own_fylke);
        fylker.map(|(_, basis)| basis.clone()).collect::<Vec<_>>()
    };
    let was = of_places(&before);
    assert!(others(&was).len() > 10);

    let words = of_places(&edited(&before, FJORDVIK, "Rask hjelp", "God og rask hjelp"));
    let (old, new) = (&was.kommuner[fjordvik], &words.kommuner[fjordvik]);
    assert!(new.own != old.own && new.compared != old.compared && new.listed != old.listed);
    assert_ne!(words.areas[&own_fylke], was.areas[&own_fylke]);
    assert_eq!(words.kommuner[elvedal], was.kommuner[elvedal]);
    assert_eq!((&words.common, others(&words)), (&was.common, others(&was)));

    let fewer = of_places(&edited(&before, FJORDVIK, "status: publisert", "status: arkivert"));
    let (old, new) = (&was.kommuner[elvedal], &fewer.kommuner[elvedal]);
    assert!(new.own == old.own && new.compared != old.compared, "what is compared has changed");
    assert!(others(&fewer).iter().zip(others(&was)).all(|(new, old)| *new != old), "fylker compare too");

    let all = edited(&before, "nettungen.yaml", "navn:", "# Endret\nnavn:");
    let places = of_places(&all);
    assert!(places.kommuner[elvedal].own != was.kommuner[elvedal].own, "what is common concerns everybody");
    assert!(places.common != was.common && places.areas[&own_fylke] != was.areas[&own_fylke]);
    assert_ne!(basis(&all).whole, basis(&before).whole);
}

/// How often content is edited and built: `NETTUNGEN_EDITS`, or a few times.
fn n_rounds() -> u64 {
    std::env::var("NETTUNGEN_EDITS").ok().and_then(|it| it.parse().ok()).unwrap_or(3)
}

/// Random numbers, the same for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

/// Folders of those whose records are edited together.
const FOLDERS: [&str; 6] =
    ["kommuner/fjordvik/", "kommuner/elvedal/", "kommuner/viddalen/", "kommuner/nordvik/", "fylker/", "stat/"];

/// The same with a fictional kommune in another fylke, so that what one changes is no business of the other's.
fn with_nordvik(sources: &Sources) -> Sources {
    let kommune =
        "nummer: \"9950\"\nnavn: Nordvik\neksempel: true\nfylke: rogaland\nkontakt: {telefon: \"00 00 00 00\"}\n";
    let tilbud = |n: usize| {
        let next = if n == 0 { "neste: [tilbud-1]\n" } else { "" };
        let text = format!(
            "---\ntittel: {{nb: \"Møteplass {n}\"}}\nsammendrag: {{nb: \"Et sted å møtes.\"}}\nstatus: publisert\n\
             pyramidenivå: alle\ntema: [helse]\ntilbudstype: [helsetjeneste]\ninngang: [direkte]\n\
             målgrupper: [barn]\nalder: {{fra: 0, til: 18}}\nlovkrav: [helsestasjon]\n\
             kontakt: {{telefon: \"00 00 00 00\"}}\npris: gratis\nkontrollert: {{dato: 2026-05-21, av: Rådgiver}}\n{next}---\n\
             Et sted å møtes.\n"
        );
        SourceFile::text(format!("kommuner/nordvik/tilbud/tilbud-{n}.md"), text)
    };
    sources.with([SourceFile::text("kommuner/nordvik/kommune.yaml", kommune)].into_iter().chain((0..30).map(tilbud)))
}

/// One thing that an editor may do to a record; `None` takes the file away.
fn edit(text: &str, dice: &mut Dice) -> Option<String> {
    let swap = |from: &str, to: &str| Some(text.replacen(from, to, 1));
    let line = |it: &str| swap("\nstatus:", &format!("\n{it}\nstatus:"));
    match dice.roll(12) {
        0 => None,
        1 => swap("status: publisert", "status: arkivert"),
        2 => swap("status: publisert", "status: utkast"),
        3 => swap("tittel: {nb: ", "tittel: {nb: Aller "),
        4 => swap("sammendrag: {nb: \"", "sammendrag: {nb: \"Nå nytt. "),
        5 => swap("pyramidenivå: alle", "pyramidenivå: noen"),
        6 => swap("lovkrav:", "søkeord: [nytt]\n#"),
        7 => swap("pris: gratis\n", ""),
        8 => line("dekning: {kommuner: [elvedal, fjordvik]}"),
        9 => line("drift: stengt-midlertidig"),
        10 => line("alder: {fra: 3, til: 9}"),
        _ => Some(format!("{text}\nSe også [nettstedet](https://www.elvedal.example) og mer.\n")),
    }
}

/// Edits some records of one folder, each in a way that leaves the content without errors.
fn edit_some(sources: &Sources, dice: &mut Dice) -> Sources {
    let folder = FOLDERS[dice.roll(FOLDERS.len())];
    let mut now = sources.filtered(|_| true);
    for _ in 0..8 {
        let paths = now.below(folder.trim_end_matches('/'));
        let records: Vec<&String> =
            paths.iter().filter(|it| it.contains("/tilbud/") || it.contains("/dokumenter/")).collect();
        let path = records[dice.roll(records.len())].clone();
        let file = now.find(&path).expect("it was listed");
        let text = String::from_utf8_lossy(now.content(file).bytes()).into_owned();
        let next = match edit(&text, dice) {
            Some(text) => now.with([SourceFile::text(path.as_str(), text)]),
            None => now.filtered(|it| it != path),
        };
        if check(&next).0.is_some() {
            now = next;
        }
    }
    now
}

fn build(site: &Site, basis: &Basis, target: &Path) {
    let theme = Theme::embedded().expect("the embedded theme is whole");
    let stage = Stage::new(target).expect("the folder can be written to");
    pipeline::build(&Press::new(site, &theme), stage, basis).expect("it can be built");
}

/// However content is edited, a build over the last one is a build from nothing.
#[test]
fn a_build_over_an_old_one_is_a_build_from_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (over, anew) = (folder.path().join("over"), folder.path().join("anew"));
    let mut sources = with_nordvik(&repository());
    let mut dice = Dice(n_rounds());
    for round in 0..=n_rounds() {
        let site = check(&sources).0.expect("edits leave no errors");
        let basis = basis(&sources);
        build(&site, &basis, &over);
        if round > 0 {
            fs::remove_dir_all(&anew).or_else(|it| if anew.exists() { Err(it) } else { Ok(()) }).expect("it is ours");
            build(&site, &basis, &anew);
            let (over, anew) = (tree(&over), tree(&anew));
            let differ: Vec<_> = anew.iter().filter(|(path, bytes)| over.get(*path) != Some(bytes)).collect();
            let names: Vec<&String> = differ.into_iter().map(|(path, _)| path).take(20).collect();
            assert!(names.is_empty(), "round {round}: {names:#?}");
            assert_eq!(over.len(), anew.len(), "round {round}: old files are left");
        }
        sources = edit_some(&sources, &mut dice);
    }
    show(&format!("{} rounds of edits", n_rounds()));
}

/// A published folder that somebody has been at is not taken for what was published.
#[test]
fn a_damaged_site_is_made_anew() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("dist");
    let sources = repository();
    let site = check(&sources).0.expect("the repository has no errors");
    build(&site, &basis(&sources), &target);
    let page = target.join("fjordvik/index.html");
    let whole = fs::read(&page).expect("it is there");
    fs::remove_file(&page).expect("it can be removed");
    let words =
        edited(&sources, "kommuner/elvedal/tilbud/helsestasjon.md", "Gratis kontroll", "Gratis og god kontroll");
    let site = check(&words).0.expect("it has no errors");
    build(&site, &basis(&words), &target);
    assert_eq!(fs::read(&page).expect("it is there again"), whole);
}
