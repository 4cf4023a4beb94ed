//! The command as a user meets it: arguments in, text and exit code out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The binary beside the test binary: cargo builds both into one folder.
fn binary() -> PathBuf {
    let mut path = std::env::current_exe().expect("a test has a path");
    path.pop();
    path.pop();
    path.join("nettungen")
}

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(binary()).args(args).current_dir(folder).output().expect("run `cargo build -p nettungen` first")
}

fn put(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
    use std::io::Write as _;
    fs::File::create(path).expect("it can be made").write_all(text.as_bytes()).expect("it can be written");
}

/// A content folder with the fixture kommune and `extra`.
fn content(extra: &str) -> tempfile::TempDir {
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
    assert!(said(&["--kommune", "testvk"]).contains("ingen kommune «testvk»; mente du «testvik»?"));
    assert!(said(&["--only", "brutt-lenka"]).contains("mente du «brutt-lenke»?"));
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
