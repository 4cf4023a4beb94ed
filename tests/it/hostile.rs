//! Content that nobody expects: strange but allowed (`tests/strange/`), and hostile, which is refused with a
//! message that an editor understands.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use nettungen::diag::{Format, Language, render};
use nettungen::model::{Mode, Scope, Site};
use nettungen::read::disk;
use nettungen_tests::{TODAY, check, problems, sources};

use super::build::{files, tree};
use super::cli::{binary, content, put, run};

/// The site of the strange kommune alone.
fn strange() -> Site {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("strange");
    let sources = disk::sources(&folder, nettungen::cli::shipped()).expect("it can be read");
    let (site, found) = check(&sources);
    let mut site = site.unwrap_or_else(|| panic!("{}", render(&found, &sources, Format::Short, Language::En)));
    site.settings.mode = Mode::Standalone(site.find_kommune("underlig").expect("it is there"));
    site
}

/// What an editor wrote is text and nothing else, on every page, in the feed and in what frames show.
#[test]
fn markup_is_inert_in_every_file() {
    let files = files(&strange(), None);
    let mut n_planted = 0;
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        n_planted += usize::from(text.contains("hit=1"));
        if !name.ends_with(".html") && !name.ends_with(".atom") && !name.ends_with(".xml") {
            continue;
        }
        for markup in
            ["<img src=x", "<script>hit", "</script><script", "<svg onload", "\" onerror", "href=\"javascript:"]
        {
            assert!(!text.contains(markup), "{markup} in {name}");
        }
    }
    assert!(n_planted > 20, "it is on {n_planted} pages only");
}

#[test]
fn forty_opening_hours_are_all_told() {
    let files = files(&strange(), None);
    let page = String::from_utf8_lossy(&files["tilbud/forti/index.html"]);
    for n in 1..=40 {
        assert!(page.contains(&format!("Linje {n}<")), "line {n}");
    }
    let csv = String::from_utf8_lossy(&files["data/tilbud.csv"]);
    assert!(csv.contains("Førti åpningstider"));
}

/// Texts of other scripts, titles without a place to break, and nothing at all: each has its page, is in the
/// lists, and is found.
#[test]
fn strange_records_are_shown_and_listed() {
    let site = strange();
    let files = files(&site, None);
    let list = String::from_utf8_lossy(&files["a-a/index.html"]).into_owned();
    for (page, text) in [
        ("hoyre", "مركز الأسرة"),
        ("lang", "menneskerettighetsorganisasjonsmedlemskap"),
        ("lang-tittel", "mange ord i tittelen"),
        ("tom", "Tom"),
        ("merket", "T &quot;&gt;&lt;img"),
    ] {
        let html = String::from_utf8_lossy(&files[&format!("tilbud/{page}/index.html")]).into_owned();
        let title = html.split("<h1").nth(1).and_then(|it| it.split("</h1>").next()).unwrap_or_default();
        assert!(title.contains(text), "{page}: {title}");
        assert!(list.contains(&format!("tilbud/{page}/")), "{page} is in no list");
    }
    let documents =
        nettungen::index::documents(&site, Scope::Kommune(site.find_kommune("underlig").expect("it is there")));
    assert!(documents.iter().any(|it| it.tittel.contains("مركز")));
}

/// Names that are no part of an address, on any system.
#[test]
fn names_of_files_that_are_refused() {
    let told = |stem: &str| {
        let file =
            format!("//- kommuner/testvik/tilbud/{stem}.md\n---\ntittel: A\nsammendrag: B.\nstatus: utkast\n---\n");
        problems(&file, Format::Short, Language::Nb)
    };
    for (stem, said) in [
        ("con", "`con` er et navn som Windows har reservert"),
        ("nul", "`nul` er et navn som Windows har reservert"),
        ("aux", "`aux` er et navn som Windows har reservert"),
        ("com1", "`com1` er et navn som Windows har reservert"),
        ("lpt9", "`lpt9` er et navn som Windows har reservert"),
        ("CON", "`C` kan ikke stå i en adresse (`CON`)"),
        ("h\u{435}lsestasjon", "`\u{435}` (U+0435) kan ikke stå i en adresse"),
        ("helse\u{2010}stasjon", "`\u{2010}` (U+2010) kan ikke stå i en adresse"),
        ("\u{ff48}else", "`\u{ff48}` (U+FF48) kan ikke stå i en adresse"),
        ("helse\u{200b}", "(U+200B) kan ikke stå i en adresse"),
        ("helse\u{202e}", "(U+202E) kan ikke stå i en adresse"),
        ("a%2e%2e", "`%` kan ikke stå i en adresse"),
        ("a\\b", "`\\` kan ikke stå i en adresse"),
        ("-a", "begynner eller slutter med bindestrek"),
        (&"a".repeat(101), "navnet er lengre enn 100 tegn"),
    ] {
        let shown = told(stem);
        assert!(shown.contains("feil[ugyldig-adresse]") && shown.contains(said), "{stem}: {shown}");
    }
    assert_eq!(told("helsestasjon-2"), "");
}

/// Ways out of the folder, and words that only look like ours, in what files say.
#[test]
fn values_that_are_refused() {
    let told = |line: &str| {
        let file = format!(
            "//- kommuner/testvik/tilbud/prove.md\n---\ntittel: A\nsammendrag: B.\nstatus: utkast\n{line}\n---\n"
        );
        problems(&file, Format::Short, Language::Nb)
    };
    for (line, code) in [
        ("tidligere_adresser: [\"/../../etc/passwd\"]", "ugyldig-adresse"),
        ("tidligere_adresser: [\"//ond.example/\"]", "ugyldig-adresse"),
        ("tidligere_adresser: [\"/a\\nb\"]", "ugyldig-adresse"),
        ("tidligere_adresser: [\"/a b;c\"]", "ugyldig-adresse"),
        ("tema: [h\u{435}lse]", "ukjent-referanse"),
        ("neste: [../../fylker/nordland/eier]", "ukjent-referanse"),
        ("basert_på: ../helsestasjon", "ukjent-referanse"),
        ("steder: [{bydel: ../sentrum}]", "ukjent-referanse"),
        ("kontakt: {nettside: \"file:///etc/passwd\"}", "ugyldig-lenke"),
    ] {
        let shown = told(line);
        assert!(shown.contains(&format!("feil[{code}]")), "{line}: {shown}");
    }
    for (line, code) in [
        ("logo: ../../hemmelig.svg", "ugyldig-logo"),
        ("bydeler: [{slug: ../ute, navn: Ute}]", "ugyldig-adresse"),
        ("bydeler: [{slug: nul, navn: Nul}]", "ugyldig-adresse"),
    ] {
        let file = format!(
            "//- kommuner/testvik/kommune.yaml\nnummer: \"9909\"\nnavn: Testvik\neksempel: true\nfylke: testfylket\n{line}\n"
        );
        let shown = problems(&file, Format::Short, Language::Nb);
        assert!(shown.contains(&format!("feil[{code}]")), "{line}: {shown}");
    }
}

/// A file of keys, as many as fit: told of in short time, and no more than a person reads.
#[test]
fn a_hundred_thousand_keys() {
    let unknown: String = (0..95_000).map(|n| format!("n{n:05}:\n")).collect();
    let repeated = "tittel: A\n".repeat(95_000);
    for keys in [&unknown, &repeated] {
        let file = format!("//- kommuner/testvik/tilbud/prove.md\n---\n{keys}---\n");
        let begun = Instant::now();
        let (site, found) = check(&sources(&file));
        assert!(begun.elapsed() < Duration::from_secs(30), "it took {:?}", begun.elapsed());
        assert!(site.is_none());
        let n = found.iter().filter(|it| ["ukjent-nokkel", "dobbel-nokkel"].contains(&it.code)).count();
        assert_eq!(n, 100);
    }
    let file = format!("//- kommuner/testvik/tilbud/prove.md\n---\n{}---\n", "a: 1\n".repeat(110_000));
    let shown = problems(&file, Format::Short, Language::Nb);
    assert!(shown.contains("feil[ugyldig-yaml]: for mange nivåer eller verdier"), "{shown}");
}

/// Files of a gigabyte, one of a million keys, and links that lead back to themselves: refused by their
/// size or passed over, without reading them.
#[test]
fn large_files_and_circles_on_disk() {
    let folder = content("");
    let tilbud = folder.path().join("content/kommuner/testvik/tilbud");
    let sparse = |path: &Path| fs::File::create(path).and_then(|it| it.set_len(1 << 30)).expect("it takes no room");
    sparse(&tilbud.join("stor.md"));
    sparse(&folder.path().join("content/kommuner/testvik/stor.svg"));
    sparse(&folder.path().join("ark.xlsx"));
    sparse(&folder.path().join("ark.csv"));
    let keys: String = (0..1_000_000).map(|n| format!("n{n}:\n")).collect();
    put(folder.path(), "content/kommuner/testvik/tilbud/nokler.md", &format!("---\n{keys}---\n"));
    #[cfg(unix)]
    for (to, at) in [(".", "rundt"), ("../..", "opp"), ("loop.md", "loop.md")] {
        std::os::unix::fs::symlink(to, tilbud.join(at)).expect("it can be made");
    }
    // With no more memory than that, reading a gigabyte would end the program.
    let limited = |args: &[&str]| {
        let mut shell = Command::new("sh");
        shell.args(["-c", "ulimit -v 900000; exec \"$0\" \"$@\""]).arg(binary()).args(args);
        shell.current_dir(folder.path()).output().expect("there is a shell")
    };
    let begun = Instant::now();
    let output = limited(&["check", "--dato", TODAY, "--format", "short"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    for name in ["stor.md", "nokler.md"] {
        assert!(said.lines().any(|it| it.contains(name) && it.contains("feil[for-stor-fil]")), "{name}: {said}");
    }
    assert_eq!(said.lines().count(), 2, "{said}");
    for sheet in ["ark.xlsx", "ark.csv"] {
        let output = limited(&["import", sheet, "--kommune", "testvik"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("større enn") && said.lines().count() == 1, "{said}");
    }
    assert!(begun.elapsed() < Duration::from_secs(60), "it took {:?}", begun.elapsed());
}

/// The same bytes whatever the machine: threads, language, time zone, who may read new files, where the
/// content lies and in what order its files were made.
#[test]
fn the_world_around_changes_no_byte() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let all = tree(&shipped);
    let copy = |to: &str, names: &mut dyn Iterator<Item = &String>| {
        for name in names {
            let path = folder.path().join(to).join(name);
            fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
            std::io::Write::write_all(&mut fs::File::create(path).expect("it can be made"), &all[name])
                .expect("it fits");
        }
    };
    copy("content", &mut all.keys());
    copy("et annet sted/innhold", &mut all.keys().rev());
    let build = |content: &str, umask: &str, env: &[(&str, &str)]| {
        let out = folder.path().join("ut");
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("umask {umask}; exec \"$0\" \"$@\"")]).arg(binary()).envs(env.iter().copied());
        shell.args(["build", "--content", content, "--dato", TODAY, "--kommune", "viddalen", "--standalone", "--out"]);
        let output = shell.arg(&out).current_dir(folder.path()).output().expect("there is a shell");
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let made = tree(&out);
        fs::remove_dir_all(&out).expect("it was made");
        made
    };
    let usual = build("content", "022", &[]);
    assert!(usual.len() > 300, "{} files", usual.len());
    let turkish = ("LC_ALL", "tr_TR.UTF-8");
    for (what, content, umask, env) in [
        (
            "one thread, Turkish, another day and a closed umask",
            "content",
            "077",
            [("RAYON_NUM_THREADS", "1"), turkish, ("LANG", "tr_TR.UTF-8"), ("TZ", "Pacific/Kiritimati")],
        ),
        (
            "many threads, no locale, and another folder and order",
            "et annet sted/innhold",
            "022",
            [("RAYON_NUM_THREADS", "13"), ("LC_ALL", "C"), ("LANG", "C"), ("TZ", "America/Los_Angeles")],
        ),
    ] {
        let made = build(content, umask, &env);
        let differs = usual.iter().find(|(name, bytes)| made.get(*name) != Some(bytes)).map(|(name, _)| name);
        assert!(made.len() == usual.len() && differs.is_none(), "{what}: {differs:?} differs");
    }
}

/// A title that Windows could not have as a file is asked for another name.
#[test]
fn a_new_tilbud_with_a_reserved_name() {
    let folder = content("");
    let output = run(folder.path(), &["new", "tilbud", "--tittel", "Aux"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("bruk --filnavn"));
    let output = run(folder.path(), &["new", "tilbud", "--tittel", "Aux", "--filnavn", "../../ute"]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(!folder.path().join("content/kommuner/ute.md").exists());
}

/// A theme is files of its own folder: no template reaches beyond it, by name or by a link.
#[cfg(unix)]
#[test]
fn a_theme_reads_nothing_outside_itself() {
    let folder = content("");
    put(folder.path(), "hemmelig.html", "HEMMELIG");
    for include in ["../../hemmelig.html", "/etc/passwd", "lenke.html"] {
        put(folder.path(), "tema/templates/404.html", &format!("{{% include \"{include}\" %}}"));
        let link = folder.path().join("tema/templates/lenke.html");
        let _ = std::os::unix::fs::symlink(folder.path().join("hemmelig.html"), link);
        let args = ["build", "--theme", "tema", "--kommune", "testvik", "--standalone", "--dato", TODAY];
        let output = run(folder.path(), &args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{include}: {said}");
        assert!(said.contains("404.html") && said.contains(include), "{include}: {said}");
        assert!(!folder.path().join("dist").exists(), "{include}");
    }
}
