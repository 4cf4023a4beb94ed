//! The preview: an address in, an answer out, and the server on the loopback.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::thread;

use nettungen::diag::Language;
use nettungen::model::{Audience, Settings};
use nettungen::render::Theme;
use nettungen::serve::{Listener, Preview};
use nettungen_tests::{settings, sources};

/// A preview of the fixture kommune, whose extra files can be changed while it answers.
fn preview() -> (Arc<Preview>, Arc<Mutex<String>>) {
    let extra = Arc::new(Mutex::new(String::new()));
    let seen = Arc::clone(&extra);
    let preview = Preview {
        read: Box::new(move || Ok(sources(&seen.lock().expect("no test panics with it")))),
        settings: Settings { audience: Audience::Preview, ..settings() },
        theme: Theme::embedded().expect("the embedded theme is whole"),
        language: Language::Nb,
    };
    (Arc::new(preview), extra)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_change_is_on_the_next_page_and_an_error_shows_itself() {
    let (preview, extra) = preview();
    let page = preview.answer("/testvik/tilbud/helsestasjon/");
    assert_eq!((page.status, page.content_type), (200, "text/html; charset=utf-8"));
    assert!(text(&page.bytes).contains("Kom til oss med barnet ditt."));
    let draft = "//- kommuner/testvik/tilbud/ny.md\n---\ntittel: Helt ny\nstatus: utkast\n---\nEt utkast.\n";
    *extra.lock().expect("no test panics with it") = draft.to_owned();
    assert!(text(&preview.answer("/testvik/tilbud/ny/").bytes).contains("Et utkast."));
    *extra.lock().expect("no test panics with it") = draft.replace("utkast\n", "<b>utkst</b>\n");
    let page = preview.answer("/testvik/");
    assert_eq!(page.status, 500);
    assert!(text(&page.bytes).contains("kommuner/testvik/tilbud/ny.md:3:9"), "{}", text(&page.bytes));
    assert!(!text(&page.bytes).contains("<b>utkst"), "what the editor wrote is no markup");
    assert_eq!(preview.answer("/ingen/slik/side/").status, 500);
    extra.lock().expect("no test panics with it").clear();
    assert_eq!(preview.answer("/ingen/slik/side/").status, 404);
    assert_eq!(preview.answer("/../../etc/passwd").status, 404);
}

/// Only requests that name the loopback are answered: a foreign page cannot rebind its name to us.
#[test]
fn a_foreign_host_gets_nothing() {
    let (preview, _) = preview();
    let listener = Listener::new(0).expect("a free port is found");
    let address = listener.address();
    thread::spawn(move || listener.run(&preview));
    let ask = |host: &str, method: &str| {
        let mut stream = TcpStream::connect(address).expect("it listens");
        write!(stream, "{method} /testvik/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        text(&answer)
    };
    assert!(ask(&format!("127.0.0.1:{}", address.port()), "GET").starts_with("HTTP/1.1 200"));
    assert!(ask("ond.example", "GET").starts_with("HTTP/1.1 421"));
    assert!(ask(&format!("localhost:{}", address.port()), "POST").starts_with("HTTP/1.1 405"));
}

#[test]
fn a_busy_port_is_one_clear_line() {
    let taken = Listener::new(0).expect("a free port is found");
    let error = Listener::new(taken.address().port()).err().expect("it is taken");
    let said = format!("{error:#}");
    assert!(said.starts_with("kan ikke bruke port") && said.contains("--port"), "{said}");
}
