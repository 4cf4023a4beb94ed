//! The preview: a folder on disk, the server on the loopback, and what an open page is told.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use nettungen::cli::shipped;
use nettungen::diag::Language;
use nettungen::model::{Audience, Settings};
use nettungen::read::disk::Tree;
use nettungen::render::Theme;
use nettungen::serve::{Desk, Editor, Listener, Setup, Watch, follow};
use nettungen_tests::{KOMMUNE, settings};

/// Longest time that anything here may take; far more than it does.
const PATIENCE: Duration = Duration::from_secs(60);

/// A content folder that is served while it lives.
struct Served {
    folder: tempfile::TempDir,
    address: SocketAddr,
}

fn served() -> Served {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for it in KOMMUNE.split("//- ").skip(1) {
        let (path, text) = it.split_once('\n').expect("each has a path");
        put(&folder.path().join(path), text);
    }
    let tree = Tree::new(folder.path(), shipped()).expect("the folder is there");
    let watch = Watch::new(tree.root()).expect("it can be watched");
    let desk = Desk::new(Setup {
        tree,
        settings: Box::new(|| Settings { audience: Audience::Preview, ..settings() }),
        theme: Theme::embedded_files(),
        language: Language::Nb,
        editor: Editor::parse("true").expect("it is a command"),
    });
    let desk = Arc::new(desk.expect("the folder can be read"));
    let listener = Listener::new(0).expect("a free port is found");
    let address = listener.address();
    let followed = Arc::clone(&desk);
    thread::spawn(move || follow(watch, &followed));
    thread::spawn(move || listener.run(&desk));
    Served { folder, address }
}

fn put(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
    let mut file = fs::File::create(path).expect("it can be made");
    file.write_all(text.as_ref()).expect("it can be written");
}

const OWN: &str = "kommuner/testvik/tilbud/helsestasjon.md";

impl Served {
    fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        put(&self.folder.path().join(path), text);
    }

    fn own(&self) -> String {
        fs::read_to_string(self.folder.path().join(OWN)).expect("it is there")
    }

    fn send(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        // A connection that is refused may be cut.
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address))
    }

    /// How many drafts the status page counts; some ship with the content.
    fn drafts(&self) -> usize {
        let status = self.get("/_status");
        let n = status.split("<h2>Utkast (").nth(1).and_then(|it| it.split(')').next());
        n.and_then(|it| it.parse().ok()).expect("the page counts them")
    }

    /// Asks until the answer is as wanted: a change is seen a moment after it was made.
    fn until(&self, path: &str, wanted: impl Fn(&str) -> bool) -> String {
        let begun = Instant::now();
        loop {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            assert!(begun.elapsed() < PATIENCE, "{path} never became as wanted: {answer}");
            thread::sleep(Duration::from_millis(5));
        }
    }
}

const PAGE: &str = "/testvik/tilbud/helsestasjon/";

#[test]
fn a_save_is_on_the_next_page_and_an_error_leaves_the_last_good_one() {
    let served = served();
    let page = served.get(PAGE);
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Kom til oss med barnet ditt."), "{page}");
    assert!(page.contains(OWN) && page.contains("Åpne filen"), "the page names its file");
    let good = served.own();
    served.put(OWN, good.replace("tittel: Helsestasjon", "tittel: Den nye stasjonen"));
    served.until(PAGE, |it| it.contains("Den nye stasjonen"));
    served.until("/testvik/a-a/", |it| it.contains("Den nye stasjonen"));
    served.put(OWN, good.replace("status: publisert", "status: <b>pubisert</b>"));
    let page = served.until(PAGE, |it| it.contains("nu-overlay"));
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Den nye stasjonen"), "the last good page stays");
    assert!(page.contains("helsestasjon.md:4:9") && page.contains("&lt;b&gt;pubisert"), "{page}");
    assert!(!page.contains("<b>pubisert"), "what the editor wrote is no markup");
    assert!(served.get("/_feil").contains("helsestasjon.md:4:9"));
    served.put(OWN, &good);
    let page = served.until(PAGE, |it| !it.contains("nu-overlay"));
    assert!(!page.contains("Den nye stasjonen"));
}

#[test]
fn drafts_are_shown_marked_and_listed() {
    let served = served();
    served.put("kommuner/testvik/tilbud/ny.md", "---\ntittel: Helt ny\nstatus: utkast\n---\nEt utkast.\n");
    let page = served.until("/testvik/tilbud/ny/", |it| it.contains("Et utkast."));
    assert!(page.contains("<span class=\"badge warn\">Utkast"), "{page}");
    let status = served.get("/_status");
    assert!(status.contains("/testvik/tilbud/ny/"), "{status}");
    let all = served.get("/testvik/a-a/");
    assert!(all.contains("Helt ny") && all.contains("badge warn"));
    fs::remove_file(served.folder.path().join("kommuner/testvik/tilbud/ny.md")).expect("it is there");
    served.until("/testvik/tilbud/ny/", |it| it.starts_with("HTTP/1.1 404"));
}

/// An open page hears of a change without asking again.
#[test]
fn an_open_page_is_told() {
    let served = served();
    let mut stream = TcpStream::connect(served.address).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("it can be set");
    write!(stream, "GET /_hendelser HTTP/1.1\r\nHost: {}\r\n\r\n", served.address).expect("it reads");
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok).filter(|it| it.starts_with("data: "));
    assert!(lines.next().is_some_and(|it| it.contains("\"utgave\":0") && it.contains("\"feil\":0")));
    served.put(OWN, served.own().replace("status: publisert", "status: pubisert"));
    assert!(lines.next().is_some_and(|it| it.contains("\"feil\":1")));
}

/// How programs save: in place, beside and renamed, moved away and written anew, in two steps.
#[test]
fn every_way_of_saving_is_seen() {
    let served = served();
    let text = |title: &str| served.own().replacen("tittel: Helsestasjon", &format!("tittel: {title}"), 1);
    let good = served.own();
    let path = served.folder.path().join(OWN);
    let beside = served.folder.path().join("kommuner/testvik/tilbud/.helsestasjon.swp");
    put(&beside, text("Ved siden av"));
    fs::rename(&beside, &path).expect("it can be renamed");
    served.until(PAGE, |it| it.contains("Ved siden av"));
    fs::rename(&path, path.with_extension("md~")).expect("it can be renamed");
    thread::sleep(Duration::from_millis(10));
    put(&path, good.replace("tittel: Helsestasjon", "tittel: Skrevet på nytt"));
    served.until(PAGE, |it| it.contains("Skrevet på nytt"));
    assert!(!served.get("/_status").contains("nu-error"), "a backup beside is no content");
    let (first, second) = good.split_at(good.len() / 2);
    put(&path, first);
    thread::sleep(Duration::from_millis(30));
    let mut file = fs::OpenOptions::new().append(true).open(&path).expect("it is there");
    file.write_all(second.as_bytes()).expect("it can be written");
    served.until(PAGE, |it| it.contains("Kom til oss med barnet ditt.") && !it.contains("nu-overlay"));
}

#[test]
fn a_thousand_files_at_once_are_all_seen() {
    let served = served();
    let before = served.drafts();
    for n in 0..1000 {
        let text = format!("---\ntittel: Tilbud nummer {n}\nstatus: utkast\n---\nTekst.\n");
        served.put(&format!("kommuner/testvik/tilbud/nr-{n}.md"), text);
    }
    let wanted = format!("<h2>Utkast ({})</h2>", before + 1000);
    served.until("/_status", |it| it.contains(&wanted));
    served.until("/testvik/tilbud/nr-999/", |it| it.starts_with("HTTP/1.1 200"));
    fs::remove_dir_all(served.folder.path().join("kommuner/testvik/tilbud")).expect("it can be removed");
    served.until("/testvik/tilbud/nr-999/", |it| it.starts_with("HTTP/1.1 404"));
}

/// The folder goes away and comes back, as when a disk is unmounted or a branch is moved.
#[test]
fn a_folder_that_was_away_is_followed_again() {
    let served = served();
    let (path, away) = (served.folder.path().join("kommuner"), served.folder.path().join(".borte"));
    fs::rename(&path, &away).expect("it can be renamed");
    served.until(PAGE, |it| it.starts_with("HTTP/1.1 404"));
    fs::rename(&away, &path).expect("it can be renamed");
    served.until(PAGE, |it| it.starts_with("HTTP/1.1 200"));
    served.put(OWN, served.own().replace("tittel: Helsestasjon", "tittel: Etterpå"));
    served.until(PAGE, |it| it.contains("Etterpå"));
}

#[test]
fn bytes_that_are_no_text_are_an_error_with_a_place() {
    let served = served();
    served.put(OWN, b"---\ntittel: Bl\xe5b\xe6r\n---\n");
    let page = served.until(PAGE, |it| it.contains("nu-overlay"));
    assert!(page.contains("filen er ikke lagret som UTF-8") && page.contains("helsestasjon.md:2:"), "{page}");
}

/// What is not there says so with the menu of the kommune whose address it has, and in its language.
#[test]
fn an_address_that_is_not_there_keeps_its_kommune() {
    let served = served();
    let home = |path: &str| {
        let page = served.get(path);
        assert!(page.starts_with("HTTP/1.1 404"), "{path}: {page}");
        let (_, rest) = page.split_once("class=\"home\" href=\"").expect("the menu has the first page");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    assert_eq!(home("/testvik/borte/"), "/testvik/");
    assert_eq!(home("/testvik/tilbud/borte/index.html"), "/testvik/");
    assert_eq!(home("/borte/"), "/");
    assert_eq!(home("/borte"), "/");
}

/// A link out of the folder is no content, whatever it points to.
#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder() {
    let served = served();
    let outside = tempfile::tempdir().expect("a temporary folder");
    put(&outside.path().join("ute.md"), "---\ntittel: Utenfor\nstatus: utkast\n---\nHemmelig.\n");
    let tilbud = served.folder.path().join("kommuner/testvik/tilbud");
    std::os::unix::fs::symlink(outside.path().join("ute.md"), tilbud.join("ute.md")).expect("it can be made");
    std::os::unix::fs::symlink(outside.path(), tilbud.join("mappe")).expect("it can be made");
    served.put("kommuner/testvik/tilbud/etter.md", "---\ntittel: Etter\nstatus: utkast\n---\nE.\n");
    served.until("/testvik/tilbud/etter/", |it| it.starts_with("HTTP/1.1 200"));
    for path in ["/testvik/tilbud/ute/", "/../../etc/passwd", "/%2e%2e/etc/passwd", "/kommuner/testvik/kommune.yaml"] {
        assert!(served.get(path).starts_with("HTTP/1.1 404"), "{path}");
    }
    let status = served.get("/_status");
    assert!(!status.contains("Utenfor") && !status.contains("ute.md"), "{status}");
}

/// Only requests that name the loopback are answered: a foreign page cannot rebind its name to us.
#[test]
fn a_foreign_host_gets_nothing() {
    let served = served();
    let ask = |host: &str, method: &str| served.send(&format!("{method} /testvik/ HTTP/1.1\r\nHost: {host}\r\n\r\n"));
    assert!(ask(&format!("127.0.0.1:{}", served.address.port()), "GET").starts_with("HTTP/1.1 200"));
    assert!(ask("ond.example", "GET").starts_with("HTTP/1.1 421"));
    assert!(ask("", "GET").starts_with("HTTP/1.1 421"));
    assert!(ask(&format!("localhost:{}", served.address.port()), "PUT").starts_with("HTTP/1.1 405"));
    assert!(served.address.ip().is_loopback());
}

/// Files are opened from our own pages alone, and only files of the folder.
#[test]
fn a_file_is_opened_from_our_own_pages_alone() {
    let served = served();
    let open = |site: &str, file: &str| {
        let body = format!("fil={file}\r\nlinje=3\r\n");
        let head = format!("Host: {}\r\nSec-Fetch-Site: {site}\r\nContent-Length: {}", served.address, body.len());
        served.send(&format!("POST /_apne HTTP/1.1\r\n{head}\r\n\r\n{body}"))
    };
    assert!(open("same-origin", OWN).starts_with("HTTP/1.1 204"));
    assert!(open("cross-site", OWN).starts_with("HTTP/1.1 403"));
    assert!(open("none", OWN).starts_with("HTTP/1.1 403"));
    assert!(open("same-origin", "../../etc/passwd").starts_with("HTTP/1.1 404"));
    assert!(open("same-origin", "kommuner/testvik/finnes-ikke.md").starts_with("HTTP/1.1 404"));
}

/// Clients that say nothing, half of something, or never read do not keep others out.
#[test]
fn slow_clients_keep_nobody_out() {
    let served = served();
    let slow: Vec<TcpStream> = (0..400)
        .map(|n| {
            let mut stream = TcpStream::connect(served.address).expect("it listens");
            let said = ["", "GET /testvik/ HT", "GET /testvik/ HTTP/1.1\r\nHost: 127.0.0.1\r\n"][n % 3];
            // The oldest of them may have been closed already.
            let _ = stream.write_all(said.as_bytes());
            stream
        })
        .collect();
    let begun = Instant::now();
    assert!(served.get("/testvik/").starts_with("HTTP/1.1 200"));
    assert!(begun.elapsed() < Duration::from_secs(5), "it took {:?}", begun.elapsed());
    drop(slow);
}

#[test]
fn search_and_its_parts_are_served() {
    let served = served();
    let page = served.get("/testvik/sok/");
    for mark in ["data-search-core=\"", "data-search-texts=\"", "data-search-index=\""] {
        let url = page.split(mark).nth(1).and_then(|it| it.split('"').next()).expect("the page names it");
        assert!(served.get(url).starts_with("HTTP/1.1 200"), "{url}");
    }
}

#[test]
fn a_busy_port_is_one_clear_line() {
    let taken = Listener::new(0).expect("a free port is found");
    let error = Listener::new(taken.address().port()).err().expect("it is taken");
    let said = format!("{error:#}");
    assert!(said.starts_with("kan ikke bruke port") && said.contains("--port"), "{said}");
}
