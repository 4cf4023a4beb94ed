//! Sites on the loopback, each on an address of its own, and what is found out about them.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use ureq::unversioned::transport::NextTimeout;

use super::address::{as_sent, is_local_name, is_public, joined};
use super::*;
use crate::diag::{FileId, Span};

const PAUSE: Duration = Duration::from_millis(60);
const PATIENCE: Duration = Duration::from_millis(800);

fn client(local: bool) -> Client {
    Client::new(&Limits { pause: PAUSE, patience: PATIENCE, ..Limits::new("https://nettungen.example", local) })
}

/// A site and the requests it got: method and path, who asked, and when.
struct Site {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<(String, String, Instant)>>>,
    /// Most requests that were there at one time.
    at_once: Arc<AtomicUsize>,
}

/// Starts a site at `host` that answers the head and body that `answer` gives; nothing at all for an empty one.
fn site(host: &str, answer: impl Fn(&str) -> String + Send + Sync + 'static) -> Site {
    let listener = TcpListener::bind((host, 0)).expect("every address of 127/8 is this machine");
    let site = Site {
        address: listener.local_addr().expect("it has one"),
        seen: Arc::default(),
        at_once: Arc::new(AtomicUsize::new(0)),
    };
    let (seen, most, now) = (Arc::clone(&site.seen), Arc::clone(&site.at_once), Arc::new(AtomicUsize::new(0)));
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let (seen, most, now, answer) =
                (Arc::clone(&seen), Arc::clone(&most), Arc::clone(&now), Arc::clone(&answer));
            thread::spawn(move || {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                serve(stream, &seen, &*answer);
                now.fetch_sub(1, Ordering::SeqCst);
            });
        }
    });
    site
}

fn serve(mut stream: TcpStream, seen: &Mutex<Vec<(String, String, Instant)>>, answer: &dyn Fn(&str) -> String) {
    let mut lines = BufReader::new(stream.try_clone().expect("it can be")).lines().map_while(Result::ok);
    let asked = lines.next().unwrap_or_default().replace(" HTTP/1.1", "");
    let rest: Vec<String> = lines.take_while(|it| !it.is_empty()).collect();
    let who = rest.iter().find_map(|it| it.to_lowercase().strip_prefix("user-agent: ").map(str::to_owned));
    seen.lock().expect("nobody panics").push((asked.clone(), who.unwrap_or_default(), Instant::now()));
    let said = answer(&asked);
    if said.is_empty() {
        thread::sleep(PATIENCE * 2);
    }
    // Who has stopped waiting hears nothing.
    let _ = stream.write_all(said.as_bytes());
}

fn status(status: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

fn moved(to: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

impl Site {
    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn asked(&self) -> Vec<String> {
        self.seen.lock().expect("nobody panics").iter().map(|(asked, ..)| asked.clone()).collect()
    }
}

fn link(url: &str) -> WebLink {
    WebLink { url: url.into(), places: vec![Span::file(FileId(0))] }
}

#[test]
fn an_answer_says_what_is_there() {
    let site = site("127.0.1.1", |asked| match asked {
        "HEAD /fin" | "GET /bare-hel" | "GET /skjult" => status("200 OK"),
        "HEAD /bare-hel" => status("405 Method Not Allowed"),
        "HEAD /skjult" => status("404 Not Found"),
        "HEAD /sperret" | "GET /sperret" => status("403 Forbidden"),
        "HEAD /syk" => status("503 Service Unavailable"),
        it if it.ends_with("/borte") => status("410 Gone"),
        _ => status("404 Not Found"),
    });
    let client = client(true);
    let ask = |path: &str| client.ask(&site.url(path)).answer;
    assert_eq!(ask("/fin"), Answer::There);
    assert_eq!(ask("/bare-hel"), Answer::There, "who refuses HEAD is asked for the page");
    assert_eq!(ask("/skjult"), Answer::There, "a page is gone only when it is asked for as a whole");
    assert_eq!(ask("/borte"), Answer::Gone(410));
    assert_eq!(ask("/aldri"), Answer::Gone(404));
    for path in ["/sperret", "/syk"] {
        assert!(matches!(ask(path), Answer::Unknown(_)), "{path}");
    }
    assert!(site.asked().contains(&"GET /sperret".to_owned()) && !site.asked().contains(&"GET /fin".to_owned()));
    let seen = site.seen.lock().expect("nobody panics");
    assert!(seen.iter().all(|(_, who, _)| who.starts_with("nettungen/") && who.contains("nettungen.example")));
}

#[test]
fn five_redirects_are_followed_and_no_more() {
    let site = site("127.0.1.2", |asked| match asked.trim_start_matches("HEAD /").parse::<u32>() {
        Ok(0) => status("200 OK"),
        Ok(n) => moved(&format!("/{}", n - 1)),
        Err(_) => moved("mailto:post@nettungen.example"),
    });
    let client = client(true);
    assert_eq!(client.ask(&site.url("/5")).answer, Answer::There);
    assert!(matches!(client.ask(&site.url("/6")).answer, Answer::Unknown(_)));
    assert!(matches!(client.ask(&site.url("/post")).answer, Answer::Unknown(_)));
}

/// A site is asked for one thing at a time, with a pause, also when others lead to it.
#[test]
fn a_site_is_asked_in_turn() {
    let busy = site("127.0.1.3", |_| {
        thread::sleep(Duration::from_millis(20));
        status("200 OK")
    });
    let to = busy.url("/fra-andre");
    let others: Vec<Site> = (4..7)
        .map(|n| {
            let to = to.clone();
            site(&format!("127.0.1.{n}"), move |_| moved(&to))
        })
        .collect();
    let own = (0..4).map(|n| busy.url(&format!("/{n}")));
    let links: Vec<WebLink> = own.chain(others.iter().map(|it| it.url("/"))).map(|it| link(&it)).collect();
    let n_told = AtomicUsize::new(0);
    let answers = ask_all(&links, &client(true), &|| {
        n_told.fetch_add(1, Ordering::SeqCst);
    });
    assert_eq!(answers, vec![Answer::There; 7]);
    assert_eq!(n_told.into_inner(), 7);
    assert_eq!(busy.at_once.load(Ordering::SeqCst), 1, "one at a time");
    let times: Vec<Instant> = busy.seen.lock().expect("nobody panics").iter().map(|(.., at)| *at).collect();
    assert_eq!(times.len(), 7);
    assert!(times.windows(2).all(|it| it[1] - it[0] >= PAUSE), "{times:?}");
}

#[test]
fn who_does_not_want_to_be_asked_is_left_in_peace() {
    let tired = site("127.0.1.7", |_| status("429 Too Many Requests"));
    let silent = site("127.0.1.8", |_| String::new());
    let links: Vec<WebLink> =
        [&tired, &silent].into_iter().flat_map(|it| (0..6).map(|n| link(&it.url(&format!("/{n}"))))).collect();
    let answers = ask_all(&links, &client(true), &|| ());
    assert!(answers.iter().all(|it| matches!(it, Answer::Unknown(_))), "{answers:?}");
    assert_eq!((tired.asked().len(), silent.asked().len()), (1, MOST_SLOW));
}

/// Content cannot make the program knock on doors inside the house, by number, by name or by a redirect.
#[test]
fn local_addresses_are_never_asked() {
    let inside = site("127.0.1.9", |_| status("200 OK"));
    let port = inside.address.port();
    let client = client(false);
    for host in ["127.0.1.9", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "intranett", "skriver.local"] {
        assert_eq!(client.ask(&format!("http://{host}:{port}/")).answer, Answer::Local, "{host}");
    }
    assert_eq!(inside.asked(), Vec::<String>::new());
    let uri = format!("http://localhost:{port}/").parse().expect("it is one");
    let config = ureq::config::Config::default();
    let doors = |local| {
        use ureq::unversioned::resolver::Resolver as _;
        client::Doors { local }.resolve(&uri, &config, NextTimeout::default()).map(|it| it.len())
    };
    assert!(doors(true).is_ok_and(|n| n > 0));
    assert!(matches!(doors(false), Err(ureq::Error::Other(_))), "a name is judged by where it leads");
}

#[test]
fn no_answer_from_anybody_is_no_news_of_any() {
    assert!(matches!(offline(Answer::NoSuchSite), Answer::Unknown(_)));
    assert_eq!(offline(Answer::Gone(404)), Answer::Gone(404));
    let refused = client(true).ask("http://127.0.1.10:1/").answer;
    assert!(matches!(refused, Answer::Unknown(_)), "{refused:?}");
}

#[test]
fn public_addresses() {
    for ip in ["8.8.8.8", "193.160.0.1", "100.63.0.1", "2a00:1450::1", "::ffff:8.8.8.8"] {
        assert!(is_public(ip.parse().expect("an address")), "{ip}");
    }
    for ip in [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "ff02::1",
    ] {
        assert!(!is_public(ip.parse().expect("an address")), "{ip}");
    }
    assert!(!is_local_name("https://www.nettungen.no/x") && is_local_name("http://LOCALHOST./"));
}

#[test]
fn addresses_are_sent_as_browsers_send_them() {
    let sent = |url| as_sent(url).expect("it can be sent");
    assert_eq!(sent("https://lovdata.no/lov/1/§3-2#a"), "https://lovdata.no/lov/1/%C2%A73-2");
    assert_eq!(sent("https://a.no?q={1}|2%20"), "https://a.no?q=%7B1%7D%7C2%20");
    assert_eq!(as_sent("https://blåbær.no/"), None);
    for (location, wanted) in [
        ("https://b.no/x#y", Some("https://b.no/x")),
        ("//b.no/x", Some("https://b.no/x")),
        ("/x", Some("https://a.no/x")),
        ("x?y=z", Some("https://a.no/mappe/x?y=z")),
        ("?y", Some("https://a.no/mappe/side?y")),
        ("javascript:alert(1)", None),
        ("", None),
    ] {
        assert_eq!(joined("https://a.no/mappe/side?q", location).as_deref(), wanted, "{location}");
    }
    assert_eq!(joined("https://a.no", "?y").as_deref(), Some("https://a.no/?y"));
}
