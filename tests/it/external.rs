//! Links out of the site: what is collected, and what an editor hears when asked for.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use nettungen::check::{Answer, web_links};
use nettungen::diag::{Diagnostics, Files as _, Format, Language, Text, render};
use nettungen_tests::{TODAY, sources};

use super::cli::{content, run};

const LINKS: &str = "\
//- kommuner/testvik/tilbud/lenker.md
---
tittel: Lenker
status: utkast
kontakt: {nettside: \"https://en.testvik.example/#kart\", skjema: https://to.testvik.example/}
evaluering: {grad: ikke-evaluert, lenke: https://en.testvik.example/}
---
Se [den første](https://en.testvik.example/) og <https://tre.testvik.example/>, ring [oss](tel:00000000).
//- kommuner/testvik/kommune.yaml
nummer: \"9909\"
navn: Testvik
eksempel: true
fylke: testfylket
bydeler: [{slug: sentrum, navn: Sentrum}]
tilgjengelighetserklæring: https://uustatus.testvik.example/
innbygging: [\"https://ramme.testvik.example\"]
";

/// Each address is there once, with every place where it stands, and nothing that is no link.
#[test]
fn links_are_collected_with_their_places() {
    let sources = sources(LINKS);
    let own = web_links(&sources, |path| path.starts_with("kommuner/testvik/"));
    let urls: Vec<&str> = own.iter().map(|it| &*it.url).collect();
    let wanted = ["en", "to", "tre", "uustatus"].map(|it| format!("https://{it}.testvik.example/"));
    assert_eq!(urls, wanted);
    let written = |span: nettungen::diag::Span| &sources.text(span.file)[span.start as usize..span.end as usize];
    let places: Vec<&str> = own[0].places.iter().map(|it| written(*it)).collect();
    assert_eq!(
        places,
        [
            "\"https://en.testvik.example/#kart\"",
            "https://en.testvik.example/",
            "[den første](https://en.testvik.example/)"
        ]
    );
    assert!(own.iter().all(|it| it.is_made_up()));
    let all = web_links(&sources, |_| true);
    let laws: Vec<_> = all.iter().filter(|it| it.host() == "lovdata.no" && it.places.len() > 1).collect();
    let duty = laws.first().expect("some paragraph is the ground of several duties");
    assert!(duty.url.ends_with(written(duty.places[0])), "the path is pointed at, not the row");
    assert!(all.iter().map(|it| &it.url).is_sorted() && all.len() > 150, "{}", all.len());
}

/// What each answer becomes.
#[test]
fn answers_are_problems_with_a_place() {
    let sources = sources(LINKS);
    let own = web_links(&sources, |path| path.ends_with("lenker.md"));
    let shown = |answer: &Answer, format| {
        let mut problems = Diagnostics::default();
        own[1].report(answer, &mut problems);
        render(&problems, &sources, format, Language::Nb)
    };
    let place = "content/kommuner/testvik/tilbud/lenker.md:4:65: ";
    for (answer, said) in [
        (
            Answer::Gone(404),
            "advarsel[dod-lenke]: det er ingen side på `https://to.testvik.example/` (nettstedet svarer 404)",
        ),
        (Answer::NoSuchSite, "advarsel[dod-lenke]: det er ikke noe nettsted på `to.testvik.example`"),
        (Answer::Local, "advarsel[lokal-lenke]: `https://to.testvik.example/` fører til et lokalt nett"),
        (
            Answer::Unknown(Text::new("fordi", "because")),
            "gjenstår[usikker-lenke]: vi vet ikke om `https://to.testvik.example/` virker: fordi",
        ),
    ] {
        let text = shown(&answer, Format::Short);
        assert!(text.starts_with(&format!("{place}{said}")), "{text}");
    }
    assert_eq!(shown(&Answer::There, Format::Short), "");
    assert!(shown(&Answer::Gone(404), Format::Human).contains("^^^ finn ut hvor siden er nå, eller fjern lenken"));
}

/// The command asks, tells what it is about to do, and points at what is dead; unasked, it asks nobody.
#[test]
fn the_command_asks_and_points() {
    let listener = TcpListener::bind("127.0.2.1:0").expect("every address of 127/8 is this machine");
    let port = listener.local_addr().expect("it has one").port();
    let n_asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&n_asked);
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            counted.fetch_add(1, Ordering::SeqCst);
            let asked = BufReader::new(&stream).lines().map_while(Result::ok).next().unwrap_or_default();
            let status = if asked.contains("/borte") { "404 Not Found" } else { "200 OK" };
            let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    let folder = content(&format!(
        "//- kommuner/testvik/tilbud/prove.md\n---\ntittel: Prøve\nsammendrag: En prøve.\nstatus: utkast\n\
         kontakt: {{nettside: \"http://127.0.2.1:{port}/\"}}\n---\nSe [siden](http://127.0.2.1:{port}/borte) \
         og [en oppdiktet](https://oppdiktet.example/).\n"
    ));
    let check = |more: &[&str]| {
        let args = ["check", "--dato", TODAY, "--format", "short", "--kommune", "testvik"];
        let output = run(folder.path(), &[&args[..], more].concat());
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let (code, said, _) = check(&[]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    let (code, said, _) = check(&["--external"]);
    assert_eq!(code, Some(0));
    assert_eq!(said.matches("[lokal-lenke]").count(), 2, "{said}");
    assert_eq!(n_asked.load(Ordering::SeqCst), 0, "nobody was asked");
    let (code, said, told) = check(&["--external", "--external-local"]);
    assert_eq!(code, Some(0));
    let wanted = format!(
        "content/kommuner/testvik/tilbud/prove.md:7:4: advarsel[dod-lenke]: det er ingen side på \
         `http://127.0.2.1:{port}/borte` (nettstedet svarer 404); finn ut hvor siden er nå, eller fjern lenken\n"
    );
    assert_eq!(said, wanted);
    assert!(told.contains("Spør etter 2 lenker på 1 nettsted,") && told.contains("1 oppdiktet adresse"), "{told}");
    assert_eq!(n_asked.load(Ordering::SeqCst), 3, "HEAD for both, and GET for the one that was not there");
    let (code, ..) = check(&["--external", "--external-local", "--deny", "warnings"]);
    assert_eq!(code, Some(1));
    let (code, _, told) = check(&["--only", "dod-lenke"]);
    assert_eq!((code, told.contains("legg til --external")), (Some(2), true), "{told}");
}
