//! The preview: each page is made of the files as they are at that moment.
//!
//! A request for a page reads and checks the content anew, so what is shown is never old and no
//! state can go wrong. With errors in the content, the page says what is wrong instead.

mod answer;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::thread;

use anyhow::{Context as _, anyhow};
use tiny_http::{Header, Request, Response, Server};

pub use answer::{Answer, Preview};

/// Threads that answer: so many slow readers at once do not stop the others.
const THREADS: usize = 8;

/// A server on the loopback, not yet answering.
pub struct Listener {
    server: Server,
    address: SocketAddr,
}

impl Listener {
    /// Takes `port` of the loopback; 0 takes a free one. Fails when the port is taken.
    pub fn new(port: u16) -> anyhow::Result<Listener> {
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let server = Server::http(wanted)
            .map_err(|error| anyhow!("{error}"))
            .with_context(|| format!("kan ikke bruke port {port}; velg en annen med --port"))?;
        let address = server.server_addr().to_ip().context("serveren har ingen adresse")?;
        Ok(Listener { server, address })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers every request with `preview`, for ever.
    pub fn run(self, preview: &Arc<Preview>) {
        let own_hosts = [format!("127.0.0.1:{}", self.address.port()), format!("localhost:{}", self.address.port())];
        let (server, own_hosts) = (&self.server, &own_hosts);
        thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(move || {
                    for request in server.incoming_requests() {
                        respond(request, own_hosts, preview);
                    }
                });
            }
        });
    }
}

/// Answers one request. A page of another site that points its name at us (DNS rebinding) gets nothing.
fn respond(request: Request, own_hosts: &[String], preview: &Preview) {
    let host = request.headers().iter().find(|it| it.field.equiv("Host")).map(|it| it.value.as_str());
    let answer = if !host.is_some_and(|it| own_hosts.iter().any(|own| own == it)) {
        Answer::text(421, "Denne adressen svarer bare på localhost.")
    } else if !matches!(request.method(), tiny_http::Method::Get | tiny_http::Method::Head) {
        Answer::text(405, "Her kan du bare lese.")
    } else {
        preview.answer(request.url())
    };
    let header = |name: &str, value: &str| Header::from_bytes(name, value).ok();
    let mut response = Response::from_data(answer.bytes).with_status_code(answer.status);
    for (name, value) in
        [("Content-Type", answer.content_type), ("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer")]
    {
        if let Some(header) = header(name, value) {
            response.add_header(header);
        }
    }
    // A reader that has gone away needs no answer.
    let _ = request.respond(response);
}
