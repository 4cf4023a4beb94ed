//! Content at its worst: reports are made all the same, and say what they lack.

use std::fmt::Write as _;

use nettungen::model::{ReportFormat, ReportName, Scope, Site};

use super::{file, json, kommune, number, page, site};

pub(super) const EMPTY: &str = "//- fylker/tellefylket/eier.yaml\nnavn: Tellefylket\neksempel: true\n\
    //- kommuner/telleby/kommune.yaml\nnummer: \"9908\"\nnavn: Telleby\neksempel: true\nfylke: tellefylket\n";

fn scope(site: &Site) -> Scope {
    Scope::Kommune(kommune(site, "telleby"))
}

/// A published tilbud with `extra` lines in its head.
pub(super) fn tilbud(name: &str, extra: &str) -> String {
    format!(
        "//- kommuner/telleby/tilbud/{name}.md\n---\ntittel: {name}\nsammendrag: Prøve.\nstatus: publisert\n\
         tilbudstype: [helsetjeneste]\nmålgrupper: [barn]\ninngang: [direkte]\nkontakt: {{telefon: \"00 00 00 00\"}}\n\
         kontrollert: {{dato: 2026-10-01, av: Leder}}\n{extra}---\n"
    )
}

fn all_forms(site: &Site) {
    for name in ReportName::ALL {
        for format in [ReportFormat::Html, ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Json] {
            for scope in [scope(site), Scope::Portal, Scope::Fylke(site.kommune(kommune(site, "telleby")).fylke)] {
                assert!(!file(site, scope, name, format).is_empty(), "{name:?} {format:?} {scope:?}");
            }
        }
    }
}

#[test]
fn a_kommune_without_tilbud() {
    let site = site(EMPTY);
    all_forms(&site);
    for name in [ReportName::Pyramide, ReportName::Medvirkning, ReportName::Vurdering, ReportName::Kartlegging] {
        assert!(page(&site, scope(&site), name).contains("Det er ikke publisert noen tilbud her ennå"), "{name:?}");
    }
    let made = json(&site, scope(&site), ReportName::Lovpalagt);
    assert_eq!(number(&made, "sum", "ikke-registrert", "i-alt") + number(&made, "sum", "gjelder-ikke", "i-alt"), 135);
}

#[test]
fn a_kommune_with_only_drafts() {
    let draft =
        "//- kommuner/telleby/tilbud/kladd.md\n---\ntittel: HEMMELIG\nstatus: utkast\nlovkrav: [fastlege]\n---\n";
    let site = site(&format!("{EMPTY}{draft}"));
    all_forms(&site);
    for name in ReportName::ALL {
        for format in [ReportFormat::Html, ReportFormat::Csv, ReportFormat::Json] {
            let text = String::from_utf8(file(&site, scope(&site), name, format)).expect("it is text");
            assert!(!text.contains("HEMMELIG"), "{name:?} {format:?} names a draft");
        }
    }
    let made = json(&site, scope(&site), ReportName::Kartlegging);
    assert_eq!(number(&made, "pa-vei", "telleby", "utkast"), 1);
}

/// 5,000 tilbud on few places: the pages stay of a size that can be sent, and the numbers are whole.
#[test]
fn a_kommune_with_5000_tilbud() {
    let mut text = EMPTY.to_owned();
    let levels = ["alle", "trenger-mer", "hjelp"];
    for at in 0..5_000 {
        let (level, from) = (levels[at % 3], at % 20);
        let chain = if at % 50 == 0 { String::new() } else { format!("forrige: [t{}]\n", at - 1) };
        let head = format!(
            "pyramidenivå: {level}\ntema: [helse]\nalder: {{fra: {from}, til: {}}}\nrisikogrupper: [mobbing]\n\
             lovkrav: [helsestasjon]\nressurser: {{årsverk: 1}}\n{chain}",
            from + 3
        );
        let _ = write!(text, "{}", tilbud(&format!("t{at}"), &head));
    }
    let site = site(&text);
    let made = json(&site, scope(&site), ReportName::Pyramide);
    assert_eq!(number(&made, "nivaer", "sum", "i-alt"), 5_000);
    assert_eq!(number(&made, "risiko-niva", "mobbing", "alle"), 1_667);
    for name in ReportName::ALL {
        let size = page(&site, scope(&site), name).len();
        assert!(size < 4_000_000, "{name:?}: {size} bytes");
        assert!(!file(&site, scope(&site), name, ReportFormat::Xlsx).is_empty(), "{name:?}");
    }
}

/// Ages open at one end or both, and a single year.
#[test]
fn open_ages() {
    let heads = [
        ("oppover", "pyramidenivå: alle\ntema: [helse]\nalder: {fra: 16}\nlovkrav: [helsestasjon]\n"),
        ("nedover", "pyramidenivå: alle\ntema: [helse]\nalder: {til: 9}\nlovkrav: [helsestasjon]\n"),
        ("ett", "pyramidenivå: alle\ntema: [helse]\nalder: {fra: 12, til: 12}\nlovkrav: [helsestasjon]\n"),
    ];
    let text = heads.iter().fold(EMPTY.to_owned(), |text, (name, head)| text + &tilbud(name, head));
    let site = site(&text);
    let made = json(&site, scope(&site), ReportName::Pyramide);
    for (band, n) in [("0-1", 1), ("6-9", 1), ("10-12", 1), ("13-15", 0), ("16-18", 1), ("19-24", 1)] {
        assert_eq!(number(&made, "niva-alder", "alle", band), n, "{band}");
    }
    let html = page(&site, scope(&site), ReportName::Lovpalagt);
    assert!(html.contains("10–11 år, 13–15 år mangler"), "two gaps of helsestasjon are named");
}

/// A duty that no catalogue has is an error of the content, with a place: no report counts it in silence.
#[test]
fn an_unknown_duty() {
    let head = "pyramidenivå: alle\ntema: [helse]\nlovkrav: [finnes-ikke]\n";
    let sources = super::sources(&format!("{EMPTY}{}", tilbud("t", head)));
    let (site, problems) = nettungen::pipeline::check(&sources, &nettungen_tests::settings());
    assert!(site.is_none());
    let found: Vec<&str> = problems.iter().map(|it| it.code).collect();
    assert_eq!(found, ["ukjent-referanse"]);
}

/// The law changes: a duty is not owed before its first day nor after its last, and what comes is told.
#[test]
fn duties_begin_and_end() {
    let catalogue = nettungen::cli::shipped()
        .into_iter()
        .find_map(|it| match it.content {
            nettungen::read::Content::Text(text) if &*it.path == "lovkrav.csv" => Some(text),
            _ => None,
        })
        .expect("it ships");
    let mut lines: Vec<String> = catalogue.lines().map(str::to_owned).collect();
    let head: Vec<&str> = catalogue.lines().next().expect("it has a head").split(',').collect();
    let at = |name: &str| head.iter().position(|it| *it == name).expect("the column is there");
    let dated = |line: &str, from: &str, to: &str| {
        let mut record: Vec<String> = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(line.as_bytes())
            .records()
            .next()
            .expect("a line")
            .expect("it is CSV")
            .iter()
            .map(str::to_owned)
            .collect();
        record[at("gyldig_fra")] = from.to_owned();
        record[at("gyldig_til")] = to.to_owned();
        let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
        out.write_record(&record).expect("it can be written");
        String::from_utf8(out.into_inner().expect("it is whole")).expect("it is text").trim_end().to_owned()
    };
    for line in &mut lines {
        *line = match line.split(',').next() {
            Some("fastlege") => dated(line, "2027-01-01", ""),
            Some("legevakt") => dated(line, "", "2026-11-21"),
            Some("krisesenter") => dated(line, "", "2026-12-31"),
            _ => continue,
        };
    }
    let site = site(&format!("{EMPTY}//- lovkrav.csv\n{}\n", lines.join("\n")));
    let made = json(&site, scope(&site), ReportName::Lovpalagt);
    let status =
        |duty: &str| super::row(super::table(&made, "plikter-kommune"), duty)["verdier"]["status"]["status"].clone();
    assert_eq!(status("fastlege"), "gjelder-ikke"); // not yet
    assert_eq!(status("legevakt"), "gjelder-ikke"); // no longer
    assert_eq!(status("krisesenter"), "ikke-registrert"); // to the end of the year
    let coming = super::table(&made, "lovendringer")["rader"].as_array().expect("a list").len();
    assert_eq!(coming, 2, "fastlege begins, krisesenter ends");
}

/// Sámi duties hold where Sámi languages have their administrative area, and nowhere else. Three more depend on
/// what no register says of a fictional kommune: its category in that area, or its fylke.
#[test]
fn sami_duties() {
    let inside = EMPTY.replace("fylke: tellefylket\n", "fylke: tellefylket\nsamisk_forvaltningsområde: true\n");
    for (text, n) in [(EMPTY.to_owned(), 5), (inside, 3)] {
        let site = site(&text);
        let made = json(&site, scope(&site), ReportName::Lovpalagt);
        assert_eq!(number(&made, "sum", "gjelder-ikke", "i-alt"), n);
    }
}
