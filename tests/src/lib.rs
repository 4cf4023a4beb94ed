//! The harness of the integration tests: sites as multi-file strings, problems as text.

use nettungen::diag::{Diagnostics, Format, Language, render};
use nettungen::model::{Audience, Mode, Settings, Site};
use nettungen::pipeline;
use nettungen::read::{SourceFile, Sources, disk, field::parse_date};

/// The day of all tests.
pub const TODAY: &str = "2026-11-22";

/// A valid example kommune with one valid tilbud, over the shipped content.
pub const KOMMUNE: &str = "\
//- fylker/testfylket/eier.yaml
navn: Testfylket
eksempel: true
//- kommuner/testvik/kommune.yaml
nummer: \"9909\"
navn: Testvik
eksempel: true
fylke: testfylket
bydeler: [{slug: sentrum, navn: Sentrum}]
//- kommuner/testvik/tilbud/helsestasjon.md
---
tittel: Helsestasjon
sammendrag: Gratis helsekontroll og råd for barn og foreldre.
status: publisert
pyramidenivå: alle
tema: [helse]
tilbudstype: [helsetjeneste]
målgrupper: [barn, foreldre]
alder: {fra: 0, til: 5}
lovkrav: [helsestasjon]
inngang: [direkte]
kontakt: {telefon: \"00 00 00 00\"}
kontrollert: {dato: 2026-10-01, av: Ledende helsesykepleier}
---
Kom til oss med barnet ditt.
";

/// What the caller decides, for tests.
pub fn settings() -> Settings {
    Settings {
        base_url: "https://nettungen.example".into(),
        dato: parse_date(TODAY).expect("the constant is a date"),
        audience: Audience::Public,
        mode: Mode::Portal,
    }
}

/// The files of a multi-file string: each begins with a line `//- path`.
pub fn files(text: &str) -> Vec<SourceFile> {
    text.split("//- ")
        .skip(1)
        .map(|it| {
            let (path, content) = it.split_once('\n').unwrap_or((it, ""));
            SourceFile::text(path.trim(), content)
        })
        .collect()
}

/// The shipped content, the valid kommune, and `text` in place of or beside its files.
pub fn sources(text: &str) -> Sources {
    sources_with(files(text))
}

/// The same with files that need not be text.
pub fn sources_with(files: Vec<SourceFile>) -> Sources {
    let base = self::files(KOMMUNE).into_iter().chain(nettungen::cli::shipped());
    Sources::new("content/", files.into_iter().chain(base))
}

/// Checks the content: the site, when it has no errors, and all problems.
pub fn check(sources: &Sources) -> (Option<Site>, Diagnostics) {
    pipeline::check(sources, &settings())
}

/// The problems of Testvik's files (and of those in `text`), as the terminal shows them.
pub fn problems(text: &str, format: Format, language: Language) -> String {
    let sources = sources(text);
    let own: Vec<String> = files(text)
        .iter()
        .map(|it| it.path.to_string())
        .chain(files(KOMMUNE).iter().map(|it| it.path.to_string()))
        .collect();
    let (_, mut problems) = check(&sources);
    problems.retain(|it| own.iter().any(|path| path == sources.path(it.span.file)));
    render(&problems, &sources, format, language)
}

/// The whole content of the repository, the example kommuner among it.
pub fn example_site() -> Site {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../content"));
    let mut tree = disk::Tree::new(folder, nettungen::cli::shipped()).expect("the repository has its content");
    let sources = tree.read().expect("it can be read");
    let (site, problems) = check(&sources);
    site.unwrap_or_else(|| panic!("{}", render(&problems, &sources, Format::Short, Language::En)))
}

/// Says something on standard error, for those who run tests with `--nocapture`.
#[expect(clippy::print_stderr, reason = "a measurement is of use only when it is seen")]
pub fn show(text: &str) {
    eprintln!("{text}");
}
