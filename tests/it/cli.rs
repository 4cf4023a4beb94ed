//! The command as a user meets it: arguments in, text and exit code out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rust_xlsxwriter::Workbook;

/// The binary beside the test binary: cargo builds both into one folder.
pub(crate) fn binary() -> PathBuf {
    let mut path = std::env::current_exe().expect("a test has a path");
    path.pop();
    path.pop();
    path.join("nettungen")
}

pub(crate) fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(binary()).args(args).current_dir(folder).output().expect("run `cargo build -p nettungen` first")
}

pub(crate) fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
    use std::io::Write as _;
    fs::File::create(path).expect("it can be made").write_all(text.as_bytes()).expect("it can be written");
}

/// A content folder with the fixture kommune and `extra`.
pub(crate) fn content(extra: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let both = format!("{}{extra}", nettungen_tests::KOMMUNE);
    for it in both.split("//- ").skip(1) {
        let (path, text) = it.split_once('\n').expect("each has a path");
        put(folder.path(), &format!("content/{path}"), text);
    }
    folder
}

#[test]
fn a_missing_folder_is_one_clear_line_and_exit_2() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = run(folder.path(), &["check", "--content", "borte"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "nettungen: finner ikke mappen borte; velg mappen med innholdet med --content\n"
    );
}

#[test]
fn errors_write_nothing_and_leave_the_old_site() {
    let folder = content("//- kommuner/testvik/tilbud/feil.md\n---\ntittel: Feil\nstatus: utkst\n---\n");
    put(folder.path(), "dist/.nettungen", "");
    put(folder.path(), "dist/index.html", "gammelt");
    let output = run(folder.path(), &["build", "--dato", nettungen_tests::TODAY, "--format", "short"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("feil.md:3:9: feil[ukjent-verdi]: `utkst` kan ikke stå her; mente du `utkast`?"), "{said}");
    assert!(said.contains("Ingenting er skrevet: 1 feil"), "{said}");
    assert_eq!(fs::read_to_string(folder.path().join("dist/index.html")).expect("it is there"), "gammelt");
    let left = fs::read_dir(folder.path()).expect("it is a folder").count();
    assert_eq!(left, 2, "only content and dist are there");
}

#[test]
fn check_says_what_is_wrong_and_exits_with_1() {
    let folder = content("//- kommuner/testvik/tilbud/feil.md\n---\ntittel: Feil\nstatus: utkst\n---\n");
    let output = run(folder.path(), &["check", "--dato", nettungen_tests::TODAY, "--format", "short"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        "content/kommuner/testvik/tilbud/feil.md:3:9: feil[ukjent-verdi]: `utkst` kan ikke stå her; mente du `utkast`?\n"
    );
}

/// Everything that is in `folder`, by path, but for the content of files.
fn listing(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("it is a folder") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            found.extend(listing(&path));
        }
        found.push(path.to_string_lossy().into_owned());
    }
    found.sort();
    found
}

#[test]
fn a_new_kommune_needs_the_binary_alone_and_is_never_overwritten() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = run(folder.path(), &["new", "kommune", "Guovdageaidnu"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let before = listing(folder.path());
    assert!(before.iter().any(|it| it.ends_with("content/kommuner/kautokeino/kommune.yaml")));
    assert!(before.iter().any(|it| it.ends_with("content/kommuner/kautokeino/gjøremål.md")));
    let todo = folder.path().join("content/kommuner/kautokeino/gjøremål.md");
    put(folder.path(), "content/kommuner/kautokeino/gjøremål.md", "mitt");
    let output = run(folder.path(), &["new", "kommune", "5612"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("finnes fra før; ingenting er skrevet"));
    assert_eq!(fs::read_to_string(todo).expect("it is there"), "mitt");
    assert_eq!(listing(folder.path()), before, "nothing is left lying");
    let output = run(folder.path(), &["check", "--dato", nettungen_tests::TODAY, "--deny", "warnings"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn an_unknown_kommune_suggests_the_nearest() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = run(folder.path(), &["new", "kommune", "Trondhiem"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "nettungen: finner ingen kommune som heter «Trondhiem»; mente du Trondheim (5001, Trøndelag)?\n"
    );
    assert_eq!(listing(folder.path()), Vec::<String>::new());
}

#[test]
fn a_new_tilbud_is_a_valid_draft_and_never_overwrites() {
    let folder = content("");
    let new = |args: &[&str]| run(folder.path(), &[&["new", "tilbud"], args].concat());
    let made = new(&["--tittel", "Åpen kveld på Øya: hver uke", "--tema", "Fritid og kultur", "--alder", "13-18"]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let path = folder.path().join("content/kommuner/testvik/tilbud/apen-kveld-pa-oya-hver-uke.md");
    let text = fs::read_to_string(&path).expect("it was made");
    assert!(text.contains("tittel: \"Åpen kveld på Øya: hver uke\"\nstatus: utkast\n"), "{text}");
    let again = new(&["--tittel", "Åpen kveld på Øya: hver uke"]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
    let from_mal = new(&["--mal", "fritidsklubb", "--filnavn", "klubben"]);
    assert_eq!(from_mal.status.code(), Some(0), "{}", String::from_utf8_lossy(&from_mal.stderr));
    for (args, said) in [
        (&["--mal", "fritidsklub"][..], "mente du «fritidsklubb»?"),
        (&["--tittel", "A", "--tema", "hels"], "mente du «helse»?"),
        (&["--tittel", "A", "--eier", "ingen"], "finner ingen organisasjon"),
        (&["--tittel", "…"], "bruk --filnavn"),
        (&["--tittel", "A", "--filnavn", "Å å"], "mente du «a-a»?"),
        (&["--tittel", "A", "--kommune", "testvk"], "mente du Testvik"),
        (&["--tittel", "A", "--alder", "18-13"], "skriv for eksempel 13-20"),
        (&[], "--tittel"),
    ] {
        let output = new(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(text.contains(said), "{args:?}: {text}");
    }
    let output = run(folder.path(), &["check", "--dato", nettungen_tests::TODAY, "--deny", "warnings"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

/// Where each field comes from, and what changed in the mal since.
#[test]
fn a_tilbud_is_explained() {
    let folder = content(
        "//- kommuner/testvik/tilbud/klubb.md\n---\ntittel: Klubben\nstatus: utkast\nsammendrag: Kom og heng.\n\
         basert_på: {mal: fritidsklubb, versjon: 0}\nkontakt: {telefon: \"00 00 00 00\"}\n---\n",
    );
    let output = run(folder.path(), &["check", "--explain", "testvik/klubb"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    let at = |text: &str| said.find(text).unwrap_or_else(|| panic!("{text} in {said}"));
    assert!(at("Kommer fra malen:") < at("  tema "));
    assert!(at("Står i din fil, i stedet for malens:") < at("  sammendrag           Kom og heng."));
    assert!(at("Står bare i din fil:") < at("  kontakt "));
    let output = run(folder.path(), &["check", "--explain", "testvik/klub"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("mente du «testvik/klubb»?"));
    let output = run(folder.path(), &["check", "--explain", "testvik/klubb", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(json["mal"], "fritidsklubb");
}

#[test]
fn the_binary_alone_builds_a_site() {
    let folder = content("");
    let output = run(folder.path(), &["build", "--dato", nettungen_tests::TODAY]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(folder.path().join("dist/testvik/tilbud/helsestasjon/index.html").exists());
}

#[test]
fn an_unwritable_target_is_exit_2() {
    let folder = content("");
    put(folder.path(), "fil", "");
    let output = run(folder.path(), &["build", "--dato", nettungen_tests::TODAY, "--out", "fil"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("fil finnes og er ikke en mappe"));
}

/// The whole way of a form: made, filled in, looked at, written, and read again without any effect.
#[test]
fn a_sheet_becomes_drafts_once() {
    let folder = content("//- kommuner/testvik/organisasjoner/kultur.md\n---\nnavn: Kultur og fritid\n---\n");
    let made = run(folder.path(), &["form", "--out", "skjema.xlsx", "--kommune", "testvik"]);
    assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    let again = run(folder.path(), &["form", "--out", "skjema.xlsx"]);
    assert_eq!(again.status.code(), Some(2), "a form that somebody may have filled in is not written over");
    put(
        folder.path(),
        "ark.csv",
        "Tittel;Etat eller organisasjon;Tema;Telefon;Farge\nKlubben;Kultur og fritid;Fritid og kultur;00 00 00 00;blå\nFeil;;hels;ring oss;\n",
    );
    let import =
        |more: &[&str]| run(folder.path(), &[&["import", "ark.csv", "--dato", nettungen_tests::TODAY], more].concat());
    let dry = import(&[]);
    let said = String::from_utf8_lossy(&dry.stdout).into_owned();
    assert_eq!(dry.status.code(), Some(1), "{said}");
    for line in [
        "ark.csv: rad 1, kolonne «Farge» (E1): advarsel[ukjent-kolonne]",
        "ark.csv: rad 3, kolonne «Tema» (C3): feil[ukjent-referanse]: `hels` finnes ikke i tema; mente du `helse`?\n",
        "ark.csv: rad 3, kolonne «Telefon» (D3): feil[ugyldig-telefon]",
        "hører til i `telefon_navn`\n",
        "rad 2: «Klubben»: blir content/kommuner/testvik/tilbud/klubben.md",
        "rad 3: «Feil»: har feil og blir ikke skrevet",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    let path = folder.path().join("content/kommuner/testvik/tilbud/klubben.md");
    assert!(!path.exists(), "a dry run writes nothing");
    import(&["--skriv"]);
    let text = fs::read_to_string(&path).expect("it was written");
    assert!(text.contains("eier: kultur\n") && text.contains("tema: [fritid]\n"), "{text}");
    assert!(!path.with_file_name("feil.md").exists());
    let before = listing(folder.path());
    let again = import(&["--skriv"]);
    assert!(String::from_utf8_lossy(&again.stdout).contains("rad 2: «Klubben»: er uendret"));
    assert_eq!(listing(folder.path()), before);
    let edited = text.replace("00 00 00 00", "00 00 00 01");
    put(folder.path(), "content/kommuner/testvik/tilbud/klubben.md", &edited);
    let left = import(&["--skriv"]);
    assert!(
        String::from_utf8_lossy(&left.stdout).contains("med noe annet i Telefon; blir ikke endret uten --oppdater")
    );
    assert_eq!(fs::read_to_string(&path).expect("it is there"), edited);
    import(&["--skriv", "--oppdater"]);
    assert!(fs::read_to_string(&path).expect("it is there").contains("00 00 00 00"));
    let export = run(folder.path(), &["export", "--kommune", "testvik", "--out", "ut.xlsx"]);
    assert_eq!(export.status.code(), Some(0), "{}", String::from_utf8_lossy(&export.stderr));
    let back = run(folder.path(), &["import", "ut.xlsx", "--dato", nettungen_tests::TODAY]);
    assert!(
        String::from_utf8_lossy(&back.stderr).contains("ville skrevet 0 utkast; 2 uendret, 0 ikke tatt med, 0 feil")
    );
}

#[test]
fn all_that_is_wrong_in_a_row_is_told_at_once_in_words_of_the_sheet() {
    let folder = content("");
    let rows = "Gutten;nå;kanskje;hels;;1.800,50\n;Uten navn;ja;hels;46000;\nPiken;nå;ja;helse;igår;\n";
    let sheet = format!("Tittel;Sammendrag;Gratis;Tema;Kontrollert dato;Pris i kroner\n{rows}");
    put(folder.path(), "ark.csv", &sheet);
    let output = run(folder.path(), &["import", "ark.csv", "--dato", nettungen_tests::TODAY, "--skriv"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    for line in [
        "rad 2, kolonne «Gratis» (C2): feil[ugyldig-celle]",
        "rad 2, kolonne «Tema» (D2): feil[ukjent-referanse]",
        "rad 2: «Gutten»: har feil og blir ikke skrevet",
        "rad 3, kolonne «Tittel» (A3): feil[mangler-felt]: cellen er tom, og må fylles ut",
        "rad 3, kolonne «Tema» (D3): feil[ukjent-referanse]",
        "rad 3: uten tittel: har feil og blir ikke skrevet",
        "rad 4: feil[mangler-felt]: arket har ingen kolonne «Kontrollert av», og den må fylles ut",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert!(!said.contains("feltet `"), "keys of files are no words of a sheet: {said}");
    let with_position = sheet.replace("Pris i kroner", "Kontrollert av");
    put(folder.path(), "ark.csv", &with_position);
    let output = run(folder.path(), &["import", "ark.csv", "--dato", nettungen_tests::TODAY]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = "rad 4, kolonne «Kontrollert av» (F4): feil[mangler-felt]: cellen er tom, og må fylles ut";
    assert!(said.contains(line), "{said}");
    assert!(!folder.path().join("content/kommuner/testvik/tilbud/gutten.md").exists());
}

/// A workbook may have a sheet for each part of the kommune: the same tilbud in two of them is written once.
#[test]
fn rows_of_all_sheets_have_names_of_their_own() {
    let folder = content("");
    let mut book = Workbook::new();
    for (name, rows) in [("Helse", ["Klubben", "Turgruppa", ""]), ("Kultur", ["Klubben", "مركز", ""])] {
        let sheet = book.add_worksheet().set_name(name).expect("a name");
        sheet.write_row(0, 0, ["Tittel", "Sammendrag", "Fil"]).expect("it can be written");
        for (row, title) in (1..).zip(rows) {
            sheet.write_row(row, 0, [title, "Kom innom."]).expect("it can be written");
        }
    }
    book.save(folder.path().join("ark.xlsx")).expect("it can be saved");
    let output = run(folder.path(), &["import", "ark.xlsx", "--dato", nettungen_tests::TODAY, "--skriv"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    for line in [
        "ark «Kultur», rad 2: «Klubben»: er trolig det samme som rad 2 i arket «Helse»; blir ikke skrevet",
        "ark «Kultur», rad 3: feil[ugyldig-adresse]: tittelen kan ikke bli et filnavn; skriv et filnavn",
        "ark «Kultur», rad 3: «مركز»: har feil og blir ikke skrevet",
        "ark «Helse», rad 4, kolonne «Tittel» (A4): feil[mangler-felt]",
        "ark «Kultur», rad 4, kolonne «Tittel» (A4): feil[mangler-felt]",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
}

#[test]
fn a_sheet_that_is_none_is_one_clear_line() {
    let folder = content("");
    put(folder.path(), "rart.xlsx", "dette er ikke et ark");
    put(folder.path(), "tomt.csv", "Navn;Farge\nA;B\n");
    for (file, said) in [
        ("rart.xlsx", "nettungen: rart.xlsx: filen er ikke et Excel-ark (.xlsx)\n"),
        ("borte.xlsx", "nettungen: kan ikke lese borte.xlsx"),
        ("gammel.xls", "gammel.xls"),
        ("tomt.csv", "finner ingen rad med overskriften «Tittel»"),
    ] {
        let output = run(folder.path(), &["import", file]);
        assert_eq!(output.status.code(), Some(2), "{file}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(said), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// What editors plan their controls by, for people and for programs.
#[test]
fn the_list_of_what_is_due() {
    let folder = content("");
    let due = |days: &str, more: &[&str]| {
        let words = ["check", "--dato", nettungen_tests::TODAY, "--due", days, "--kommune", "testvik", "--quiet"];
        let output = run(folder.path(), &[&words, more].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    // Controlled 2026-10-01, and again 180 days later.
    let line = "Testvik (ingen ansvarlig er oppgitt)\n  2027-03-30  Helsestasjon  testvik/helsestasjon\n";
    assert_eq!(due("128", &[]), line);
    assert_eq!(due("127", &[]), "");
    let path = "content/kommuner/testvik/tilbud/helsestasjon.md";
    assert_eq!(due("128", &["--format", "short"]), format!("{path}: 2027-03-30; Helsestasjon; Testvik; \n"));
    let list: serde_json::Value = serde_json::from_str(&due("128", &["--format", "json"])).expect("it is JSON");
    assert_eq!(list[0]["frist"], "2027-03-30");
    assert_eq!(list[0]["fil"], path);
}

#[test]
fn misspelt_names_are_not_a_clean_bill() {
    let folder = content("");
    let said = |words: &[&str]| {
        let output = run(folder.path(), &[&["check"], words].concat());
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(said(&["--kommune", "testvk"]).contains("finner ikke kommunen testvk i innholdet; mente du testvik?"));
    assert!(said(&["--only", "brutt-lenka"]).contains("mente du brutt-lenke?"));
}

/// A warning is no failure, unless it is asked to be one.
#[test]
fn warnings_can_be_denied() {
    let folder = content("//- kommuner/testvik/tilbod/feil.md\n---\ntittel: Feil sted\n---\n");
    let code = |more: &[&str]| run(folder.path(), &[&["check", "--quiet"], more].concat()).status.code();
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--deny", "warnings"]), Some(1));
    assert_eq!(code(&["--deny", "warnings", "--only", "brutt-lenke"]), Some(0));
}

/// Help speaks the editor's language, with examples; English on request.
#[test]
fn help_is_norwegian_with_examples() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let help = |args: &[&str]| {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let root = help(&["--help"]);
    for word in ["Bruk: nettungen", "Kommandoer:", "Valg:", "Vis hjelp", "import", "Lag nettstedet"] {
        assert!(root.contains(word), "{word} in {root}");
    }
    for command in
        [&["new", "kommune"][..], &["new", "tilbud"], &["form"], &["import"], &["export"], &["check"], &["build"]]
    {
        let text = help(&[command, &["--help"]].concat());
        assert!(text.contains("Eksempler:\n  nettungen ") && text.contains("[VALG]"), "{text}");
        for english in ["Usage:", "Options:", "[default", "[possible", "Print help"] {
            assert!(!text.contains(english), "{english} in {text}");
        }
        let text = help(&[command, &["--help", "--lang", "en"]].concat());
        assert!(text.contains("Usage: nettungen") && text.contains("Options:"), "{text}");
        assert!(text.contains("The folder of the content (default: content)"), "{text}");
        assert!(!text.contains("Vis hjelp") && !text.contains("Eksempler"), "{text}");
    }
}

/// What is misspelt is named, with what was probably meant.
#[test]
fn misspelt_arguments_get_a_suggestion() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (args, said) in [
        (&["chek"][..], "nettungen: ukjent kommando «chek»; mente du «check»?\n"),
        (&["check", "--kommun", "oslo"], "nettungen: ukjent valg «--kommun»; mente du «--kommune»?\n"),
        (&["check", "--format", "jsn"], "nettungen: «jsn» kan ikke stå etter --format"),
        (&["check", "--dato", "1.9.2026"], "skriv år-måned-dag: `2026-09-01`\n"),
        (&["check", "--dato", "2026-02-30"], "måneden har dagene 01 til 28\n"),
        (&["new", "kommune"], "nettungen: det mangler <NAVN|NUMMER>"),
        (&["check", "extra"], "nettungen: `check` tar ikke «extra»\n"),
        (&["new", "kommune", "--lang", "en", "Oslo", "--nope"], "nettungen: unknown option “--nope”"),
        (&["check", "extra", "--lang", "en"], "nettungen: `check` does not take “extra”\n"),
        (&["serve", "--port", "99999"], "nettungen: --port 99999: skriv et helt tall fra 0 til 65535\n"),
        (&["serve", "--port", "abc"], "nettungen: --port abc: skriv et helt tall, for eksempel 8080\n"),
        (&["check", "--due", "abc"], "nettungen: --due abc: skriv et helt tall, for eksempel 30\n"),
        (&["check", "--due", "abc", "--lang=en"], "nettungen: --due abc: write a whole number, such as 30\n"),
        (&["search", "x", "--limit", "99999999999999999999999"], ": tallet er for stort\n"),
        (&["chek", "--lang", "en"], "nettungen: unknown command “chek”; did you mean “check”?\n"),
    ] {
        let output = run(folder.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(text.contains(said), "{args:?}: {text}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

/// A misspelt filter is no answer of nothing.
#[test]
fn a_filter_that_is_none_is_refused() {
    let folder = content("");
    let search = |args: &[&str]| {
        run(folder.path(), &[&["search", "x", "--kommune", "testvik", "--dato", nettungen_tests::TODAY], args].concat())
    };
    for (filter, said) in [
        ("foo=bar", "nettungen: --filter foo=bar: ukjent fasett «foo»; velg en av: tema, malgruppe, "),
        ("foo=bar", "gratis, alder, apen, uten\n"),
        ("tem=helse", "ukjent fasett «tem»; mente du «tema»? Velg en av: tema, "),
        ("tema", "nettungen: --filter tema: skriv FASETT=VERDI, for eksempel tema=helse\n"),
        ("tema=", "skriv FASETT=VERDI"),
        ("tema=hels", "ukjent verdi «hels»; mente du «helse»? Velg en av: akutt, helse, "),
        ("tema=helse,finnesikke", "ukjent verdi «finnesikke»; velg en av: "),
        ("alder=ung", "skriv alderen i hele år, for eksempel alder=14 eller alder=13-15\n"),
        ("apen=nå", "ukjent verdi «nå»; mente du «na»? Velg en av: na, helg\n"),
        ("bydel=sentrm", "ukjent verdi «sentrm»; mente du «sentrum»? Velg en av: sentrum"),
        ("uten=henvisning", "ukjent verdi «henvisning»; velg en av: tema, "),
    ] {
        let output = search(&["--filter", filter]);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{filter}: {text}");
        assert!(text.contains(said), "{filter}: {text}");
        assert!(output.stdout.is_empty(), "{filter}");
    }
    let output = search(&["--lang", "en", "--filter", "tema=hels"]);
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("unknown value “hels”; did you mean “helse”? One of: akutt, "), "{text}");
    let output = run(folder.path(), &["search", "x", "--filter", "bydel=sentrum"]);
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("ukjent verdi «sentrum»; her er det ingen å velge mellom\n"), "the country has none: {text}");
    for filter in
        ["tema=helse", "tema=helse,skole", "alder=14", "alder=13-15", "apen=na", "gratis=1", "gratis=ja", "uten=tema"]
    {
        let output = search(&["--filter", filter]);
        assert_eq!(output.status.code(), Some(0), "{filter}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// What the system says is told in words of the language.
#[test]
fn the_system_speaks_norwegian() {
    let folder = content("");
    put(folder.path(), "fil", "");
    for (args, said) in [
        (&["import", "borte.xlsx"][..], "nettungen: kan ikke lese borte.xlsx: filen eller mappen finnes ikke\n"),
        (&["import", "borte.xlsx", "--lang", "en"], "borte.xlsx: there is no such file or folder\n"),
        (&["build", "--out", "fil/dist"], "/fil: det finnes fra før\n"),
    ] {
        let output = run(folder.path(), args);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {text}");
        assert!(text.contains(said) && !text.contains("os error"), "{args:?}: {text}");
    }
}

/// For shells and packagers; and a reader that has seen enough is no failure.
#[test]
fn completions_and_manual() {
    use std::process::Stdio;
    let folder = tempfile::tempdir().expect("a temporary folder");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(folder.path(), &["completions", shell]);
        let offered = String::from_utf8_lossy(&output.stdout).into_owned();
        for word in ["nettungen", "external", "kommune", "help"] {
            assert!(offered.contains(word), "{shell}: {word}");
        }
        assert!(!offered.contains("external-local"), "{shell} offers what is hidden");
    }
    let man = run(folder.path(), &["man"]);
    let man = String::from_utf8_lossy(&man.stdout).into_owned();
    for word in [".TH nettungen", "import", "oppdater"] {
        assert!(man.contains(word), "{word}");
    }
    assert!(!man.contains(r"external\-local"), "the manual tells what is hidden");
    let mut child = Command::new(binary())
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it can be started");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
