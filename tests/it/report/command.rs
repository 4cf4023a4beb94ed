//! `nettungen report` as a user meets it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use nettungen_tests::TODAY;

use crate::cli::{binary, content, put, run};

fn report(folder: &Path, args: &[&str]) -> Output {
    let all: Vec<&str> = ["report"].iter().chain(args).chain(["--dato", TODAY].iter()).copied().collect();
    run(folder, &all)
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn text_in_the_terminal() {
    let folder = content("");
    let output = report(folder.path(), &["lovpalagt", "--kommune", "testvik"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = String::from_utf8(output.stdout).expect("it is text");
    assert!(text.starts_with("Lovpålagte tilbud: Testvik\nOppdiktet eksempel."), "{text}");
    let line = text.lines().find(|it| it.starts_with("Helsestasjon ")).expect("the duty is there");
    assert!(line.contains("Delvis") && line.contains("6–20 år mangler"), "{line}");
}

/// The end of the file's name chooses the form; the plan is one file that needs no other.
#[test]
fn one_file_of_the_plan() {
    let folder = content("");
    let output = report(folder.path(), &["--kommune", "testvik", "--out", "vedlegg.html"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let html = fs::read_to_string(folder.path().join("vedlegg.html")).expect("it is written");
    assert!(html.contains("<h1>Vedlegg til planen<small>Testvik</small></h1>"));
    for outside in [" src=", "<link", "<script", "url(/", "@import", "href=\"/", "href=\"http"] {
        assert!(!html.contains(outside), "{outside} leads out of the file");
    }
    let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
    for target in html.split("href=\"#").skip(1).filter_map(|it| it.split('"').next()) {
        assert!(ids.contains(&target), "nothing at #{target}");
    }
    let pyramid = html.split("<h2 id=\"lovpalagt\"").next().expect("there is a first");
    assert!(!pyramid.contains("<td class=\"number\">1<"), "every number leads to its list");
    let linked =
        report(folder.path(), &["--kommune", "testvik", "--out", "b.html", "--base-url", "https://nett.example"]);
    assert_eq!(linked.status.code(), Some(0), "{}", said(&linked));
    let html = fs::read_to_string(folder.path().join("b.html")).expect("it is written");
    assert!(html.contains("href=\"https://nett.example/testvik/tilbud/helsestasjon/\""));
    for name in ["a.xlsx", "a.csv", "a.json", "a.txt"] {
        let output = report(folder.path(), &["pyramide", "--kommune", "testvik", "--out", name]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(folder.path().join(name).exists(), "{name}");
    }
}

/// A fylke is found by its name as people write it, and by its number.
#[test]
fn names_and_numbers_of_fylker() {
    let folder = content("");
    let made = |name: &str| report(folder.path(), &["pyramide", "--fylke", name]).stdout;
    let expected = made("vestland");
    assert!(expected.starts_with("Pyramiden: Vestland\n".as_bytes()));
    assert!(made("Vestland") == expected && made("46") == expected);
}

/// Each mistake is one line that says what to write instead, and exit 2.
#[test]
fn mistakes() {
    let folder = content("");
    let cases: [(&[&str], &str); 10] = [
        (&["lovpålagt"], "det er ingen rapport `lovpålagt`; mente du `lovpalagt`?"),
        (&["mangler"], "det er ingen rapport `mangler`; mente du `mangler-og-overlapp`?"),
        (&["pyramide", "--fylke", "vestlnd"], "det er ikke noe fylke `vestlnd`; mente du `vestland`?"),
        (&["pyramide", "--region", "nord"], "det er ingen region `nord`"),
        (&["pyramide", "--kommune", "testvika"], "finner ingen kommune som heter «testvika»; mente du Testvik"),
        (&["pyramide", "--kommune", "bergen"], "Bergen er ikke med i Nettungen ennå og har ingen rapporter"),
        (&["lovpalagt", "--stat"], "rapporten lovpalagt lages ikke her; her lages pyramide, medvirkning"),
        (&["pyramide", "--out", "a.pdf"], "vet ikke hvilken form a.pdf skal ha"),
        (&["endringer"], "rapporten endringer og --fra hører sammen"),
        (&["endringer", "--fra", "2026-01-01"], "er ikke under versjonskontroll med git"),
    ];
    for (args, expected) in cases {
        let output = report(folder.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let said = said(&output);
        assert!(said.starts_with("nettungen: ") && said.contains(expected) && said.lines().count() == 1, "{said}");
    }
}

#[test]
fn errors_in_the_content_stop_the_report() {
    let folder = content("//- kommuner/testvik/tilbud/feil.md\n---\ntittel: Feil\nstatus: utkst\n---\n");
    let output = report(folder.path(), &["pyramide", "--kommune", "testvik", "--out", "a.csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("feil.md") && said(&output).contains("Rapporten er ikke laget: 1 feil"));
    assert!(!folder.path().join("a.csv").exists());
}

/// Runs git in `folder` as a fixed person on a fixed day.
fn git(folder: &Path, day: &str, args: &[&str]) {
    let when = format!("{day}T12:00:00");
    let output = Command::new("git")
        .args(["-c", "user.name=Prøve", "-c", "user.email=post@testvik.example", "-c", "commit.gpgsign=false"])
        .args(args)
        .current_dir(folder)
        .env("GIT_AUTHOR_DATE", &when)
        .env("GIT_COMMITTER_DATE", &when)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .output()
        .expect("git is needed for these tests");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

const OTHER: &str = "---\ntittel: Åpen barnehage\nsammendrag: Kom og lek.\nstatus: publisert\npyramidenivå: alle\n\
    tema: [barnehage]\ntilbudstype: [moteplass]\nmålgrupper: [barn]\nalder: {fra: 0, til: 5}\ninngang: [alle]\n\
    kontakt: {telefon: \"00 00 00 00\"}\nkontrollert: {dato: 2026-10-01, av: Leder}\n---\n";

/// A year of changes in git: by day and by revision the same is found.
#[test]
fn changes_since_a_day_and_a_revision() {
    let folder = content("");
    let here = folder.path();
    let tilbud = |name: &str| format!("content/kommuner/testvik/tilbud/{name}.md");
    put(here, &tilbud("apen-barnehage"), OTHER);
    put(here, &tilbud("lekestue"), &OTHER.replace("Åpen barnehage", "Lekestue"));
    // What today's rules refuse is left out, and the rest is compared.
    put(here, &tilbud("gammel"), "---\ntittel: [\n---\n");
    git(here, "2025-12-01", &["init", "-q"]);
    git(here, "2025-12-01", &["add", "."]);
    git(here, "2025-12-01", &["commit", "-qm", "Plan for 2026"]);
    git(here, "2025-12-01", &["tag", "plan-2026"]);
    fs::remove_file(here.join(tilbud("gammel"))).expect("it is there");
    fs::remove_file(here.join(tilbud("apen-barnehage"))).expect("it is there");
    // What says where it was before has moved; it is neither new nor gone.
    fs::remove_file(here.join(tilbud("lekestue"))).expect("it is there");
    let address = "\ntidligere_adresser: [/testvik/tilbud/lekestue/]\n---\n";
    put(here, &tilbud("leketreff"), &OTHER.replace("Åpen barnehage", "Lekestue").replace("\n---\n", address));
    let before = fs::read_to_string(here.join(tilbud("helsestasjon"))).expect("it is there");
    put(here, &tilbud("helsestasjon"), &before.replace("til: 5}", "til: 20}").replace("2026-10-01", "2026-11-01"));
    put(here, &tilbud("kveldstilbud"), &OTHER.replace("Åpen barnehage", "Kveldstilbud"));
    git(here, "2026-05-01", &["add", "."]);
    git(here, "2026-05-01", &["commit", "-qm", "Gjennomgang"]);
    for since in ["2026-01-01", "plan-2026", "HEAD~1"] {
        let output = report(here, &["endringer", "--kommune", "testvik", "--fra", since, "--format", "json"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains("og ikke er sammenlignet: 1"), "{}", said(&output));
        let made: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        let ids = |table: &str| -> Vec<String> {
            let rows = super::table(&made, table)["rader"].as_array().expect("a list");
            rows.iter().map(|it| it["id"].as_str().expect("an id").to_owned()).collect()
        };
        assert_eq!(ids("nye"), ["testvik/kveldstilbud"], "{since}");
        assert_eq!(ids("endret"), ["testvik/helsestasjon", "testvik/leketreff"], "{since}");
        assert_eq!(ids("borte"), ["testvik/apen-barnehage"], "{since}");
        // The duty was met from 0 to 5 years; now it is met for all.
        assert_eq!(ids("plikter"), ["helsestasjon"], "{since}");
        let changed = &super::row(super::table(&made, "endret"), "testvik/helsestasjon")["verdier"]["endringer"];
        assert_eq!(*changed, "alder: 0–5 år → 0–20 år", "{since}");
        let moved = &super::row(super::table(&made, "endret"), "testvik/leketreff")["verdier"]["endringer"];
        assert_eq!(*moved, "adresse: testvik/lekestue → testvik/leketreff", "{since}");
    }
}

/// One tilbud for each field, in which nothing else is changed: none of them may count as unchanged.
#[test]
fn a_change_of_any_field_is_told() {
    let folder = content("");
    let here = folder.path();
    let cases = [
        ("beskjed: Stengt i juni", "beskjed"),
        ("gyldig_til: 2027-06-30", "når det gjelder"),
        ("bti_nivå: [bti-1]", "BTI-nivå: ingen → Nivå 1 – Innsats i egen tjeneste"),
        ("språk: [nb, en]", "språk og tolk"),
        ("tolk: true", "språk og tolk"),
        ("tilgjengelighet: {rullestol: true}", "tilgjengelighet"),
        ("brukermedvirkning: {grad: tjeneste}", "brukermedvirkning"),
        ("evaluering: {grad: intern, år: 2026}", "evaluering"),
        ("god_praksis: {grad: nasjonal}", "god praksis"),
        ("vurdering: {narmiljo: ja}", "vurdering"),
        ("ressurser: {årsverk: 7.5}", "ressurser"),
        ("neste: [helsestasjon]", "tiltakskjede"),
        ("neste_kontroll: 2027-01-01", "når det skal kontrolleres"),
        ("kilde: https://www.testvik.example/", "kilde"),
        ("søkeord: [lek]", "søkeord"),
        ("sensitiv: true", "om det er sensitivt"),
        ("steder: [{navn: Torget}]", "steder"),
        ("pris: gratis", "pris"),
    ];
    let name = |nr: usize| format!("felt-{nr:02}");
    let path = |nr: usize| format!("content/kommuner/testvik/tilbud/{}.md", name(nr));
    let tilbud = |nr: usize| OTHER.replace("Åpen barnehage", &format!("Felt {nr}"));
    (0..=cases.len()).for_each(|nr| put(here, &path(nr), &tilbud(nr)));
    git(here, "2026-05-01", &["init", "-q"]);
    git(here, "2026-05-01", &["add", "."]);
    git(here, "2026-05-01", &["commit", "-qm", "Først"]);
    for (nr, (line, _)) in cases.iter().enumerate() {
        put(here, &path(nr), &tilbud(nr).replace("\n---\n", &format!("\n{line}\n---\n")));
    }
    // Whoever controls a tilbud sets the next time too, which changes nothing else.
    let controlled = tilbud(cases.len()).replace("2026-10-01", "2026-11-01");
    put(here, &path(cases.len()), &controlled.replace("\n---\n", "\nneste_kontroll: 2027-05-01\n---\n"));
    let output = report(here, &["endringer", "--kommune", "testvik", "--fra", "HEAD", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let made: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let sum = |row: &str| super::row(super::table(&made, "sum"), row)["verdier"]["antall"].clone();
    assert_eq!((sum("kontrollert"), sum("endret")), (1.into(), cases.len().into()));
    for (nr, (line, field)) in cases.iter().enumerate() {
        let row = super::row(super::table(&made, "endret"), &format!("testvik/{}", name(nr)));
        assert_eq!(row["verdier"]["endringer"], *field, "{line}");
    }
}

#[test]
fn versions_that_are_not_there() {
    let folder = content("");
    let here = folder.path();
    git(here, "2026-05-01", &["init", "-q"]);
    git(here, "2026-05-01", &["add", "."]);
    git(here, "2026-05-01", &["commit", "-qm", "Først"]);
    let cases = [
        ("2026-01-01", "det finnes ingen versjon av innholdet fra før 2026-01-01; den eldste er fra 2026-05-01"),
        ("2027-01-01", "--fra 2027-01-01 er etter dagen rapporten lages for, 2026-11-22"),
        ("finnes-ikke", "git kjenner ikke versjonen `finnes-ikke`"),
        ("--help", "git kjenner ikke versjonen `--help`"),
    ];
    for (since, expected) in cases {
        let output = report(here, &["endringer", "--kommune", "testvik", &format!("--fra={since}")]);
        assert_eq!(output.status.code(), Some(2), "{since}");
        assert!(said(&output).contains(expected), "{}", said(&output));
    }
    // No git to be found at all.
    let output = Command::new(binary())
        .args(["report", "endringer", "--kommune", "testvik", "--fra", "HEAD", "--dato", TODAY])
        .current_dir(here)
        .env("PATH", "")
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("finner ikke programmet git"), "{}", said(&output));
}
