//! The preview: the site as it would be published, on the editor's own machine, always of the newest
//! content that has no errors.
//!
//! `watch` tells which files have changed, `desk` reads those again and makes an edition, `press_room`
//! makes the pages that are asked for, `answer` lays what is ours over them. Open pages listen for new
//! editions and renew themselves. Nothing but the loopback is listened to.

mod answer;
mod desk;
mod editor;
mod http;
mod overlay;
mod press_room;
mod problem;
mod status;
mod watch;

use std::collections::VecDeque;
use std::io::{BufReader, Write as _};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Context as _;

pub use desk::{Desk, Setup};
pub use editor::Editor;
pub use http::Answer;
pub use problem::Tally;
pub use watch::{Changes, Watch};

use crate::host;
use http::{Refused, read_request, write_answer, write_stream_head};

/// Connections that are open at once. One more, and the oldest is closed: slow clients never keep others out.
const MOST_OPEN: usize = 200;
/// Longest time to wait for a client to send or take anything.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long an editor's program may leave a file away or empty while it saves.
const SAVING: Duration = Duration::from_millis(40);

/// A server on the loopback, not yet answering.
pub struct Listener {
    listener: TcpListener,
    address: SocketAddr,
    policy: String,
}

impl Listener {
    /// Takes `port` of the loopback; 0 takes a free one. Fails when the port is taken.
    pub fn new(port: u16) -> anyhow::Result<Listener> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("kan ikke bruke port {port}; velg en annen med --port"))?;
        let address = listener.local_addr().context("serveren har ingen adresse")?;
        Ok(Listener { listener, address, policy: host::preview_policy() })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers every request from `desk`, for ever.
    pub fn run(self, desk: &Arc<Desk>) {
        let open = Arc::new(Open::default());
        let own = Arc::new(Own { port: self.address.port(), policy: self.policy });
        for stream in self.listener.incoming() {
            // Out of file handles, or the client is gone already: the next may do better.
            let Ok(stream) = stream else {
                thread::sleep(Duration::from_millis(10));
                continue;
            };
            let (desk, open, own) = (Arc::clone(desk), Arc::clone(&open), Arc::clone(&own));
            let number = open.enter(&stream);
            let serve = move || {
                // A client that has gone away needs no answer.
                let _ = respond(&stream, &own, &desk);
                let _ = stream.shutdown(Shutdown::Both);
                open.leave(number);
            };
            // Without a thread to spare, the connection closes.
            let _ = thread::Builder::new().spawn(serve);
        }
    }
}

/// What the server knows of itself.
struct Own {
    port: u16,
    policy: String,
}

impl Own {
    fn is_host(&self, host: &str) -> bool {
        ["127.0.0.1", "localhost"].iter().any(|name| host == format!("{name}:{}", self.port))
    }
}

/// The connections that are open, the oldest first.
#[derive(Default)]
struct Open {
    list: Mutex<(u64, VecDeque<(u64, TcpStream)>)>,
}

impl Open {
    fn lock(&self) -> MutexGuard<'_, (u64, VecDeque<(u64, TcpStream)>)> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, stream: &TcpStream) -> u64 {
        let mut guard = self.lock();
        let (count, list) = &mut *guard;
        *count += 1;
        if list.len() >= MOST_OPEN
            && let Some((_, oldest)) = list.pop_front()
        {
            let _ = oldest.shutdown(Shutdown::Both);
        }
        list.extend(stream.try_clone().map(|it| (*count, it)));
        *count
    }

    fn leave(&self, number: u64) {
        self.lock().1.retain(|(it, _)| *it != number);
    }
}

/// Answers the one request of a connection.
fn respond(stream: &TcpStream, own: &Own, desk: &Desk) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut to = stream;
    let request = match read_request(&mut BufReader::new(stream)) {
        Ok(request) => request,
        Err(Refused::Gone) => return Ok(()),
        Err(Refused::Status(status)) => {
            return write_answer(&mut to, &Answer::text(status, "Dette er ingen forespørsel."), &own.policy, false);
        }
    };
    // A page of another site that points its name at us (DNS rebinding) gets nothing.
    if !own.is_host(&request.host) {
        let refusal = Answer::text(421, "Denne adressen svarer bare på localhost.");
        return write_answer(&mut to, &refusal, &own.policy, false);
    }
    if request.method == "GET" && request.path == "/_hendelser" {
        return stream_news(stream, &own.policy, desk);
    }
    let answer = answer::answer(desk, &request);
    write_answer(&mut to, &answer, &own.policy, request.method == "HEAD")
}

/// Tells a page of every new edition, until it is closed.
fn stream_news(stream: &TcpStream, policy: &str, desk: &Desk) -> std::io::Result<()> {
    let mut to = stream;
    write_stream_head(&mut to, policy)?;
    let mut edition = desk.edition();
    loop {
        let tally = edition.tally;
        let words = serde_json::json!({ "utgave": edition.number, "feil": tally.errors, "ord": tally.words() });
        to.write_all(format!("data: {words}\n\n").as_bytes())?;
        to.flush()?;
        edition = loop {
            match desk.wait(edition.number, PATIENCE) {
                Some(newer) => break newer,
                // A comment, to find out whether anybody still listens.
                None => to.write_all(b":\n\n")?,
            }
        };
    }
}

/// Makes a new edition whenever something in the folder changes, for ever.
pub fn follow(mut watch: Watch, desk: &Desk) {
    loop {
        let Some(mut changes) = watch.next(Duration::from_secs(30)) else {
            desk.new_day();
            continue;
        };
        if desk.is_being_saved(&changes.paths)
            && let Some(more) = watch.next(SAVING)
        {
            changes.paths.extend(more.paths);
            changes.everything |= more.everything;
        }
        let paths: Vec<PathBuf> = changes.paths.into_iter().collect();
        let done = if changes.everything { desk.refresh() } else { desk.update(&paths) };
        if done.is_err() {
            watch = wait_for_folder(desk);
        }
    }
}

/// Waits until a folder that was moved or unmounted is back, and watches the new one.
fn wait_for_folder(desk: &Desk) -> Watch {
    loop {
        thread::sleep(Duration::from_secs(1));
        if let Ok(watch) = Watch::new(desk.root())
            && desk.refresh().is_ok()
        {
            return watch;
        }
    }
}
