//! One link, one answer: requests in turn, redirects followed, errors understood.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use ureq::http::{StatusCode, Uri};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

use super::Limits;
use super::address::{as_sent, is_local_name, is_public, joined};
use crate::check::{Answer, host};
use crate::diag::Text;

/// Redirects that are followed.
const MOST_REDIRECTS: usize = 5;

/// An answer, and how it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) answer: Answer,
    pub(super) manner: Manner,
}

/// How a site takes being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// It answered.
    Willing,
    /// It did not answer, or not in time.
    Slow,
    /// It wants to be left in peace.
    Unwilling,
}

/// When a site was last asked; locked while it is.
type Turn = Arc<Mutex<Option<Instant>>>;

/// Who asks.
pub(super) struct Client {
    agent: Agent,
    limits: Limits,
    turns: Mutex<HashMap<String, Turn>>,
    heard: AtomicBool,
}

enum Step {
    Done(Asked),
    MovedTo(String),
}

impl Client {
    pub(super) fn new(limits: &Limits) -> Client {
        let config = Agent::config_builder()
            .user_agent(&limits.user_agent)
            .timeout_global(Some(limits.patience))
            .http_status_as_error(false)
            // Each hop waits for its turn, so they are followed here.
            .max_redirects(0)
            .max_redirects_will_error(false)
            // Between two requests there is a pause, in which a site may have closed what was open.
            .max_idle_connections(0)
            .build();
        Client {
            agent: Agent::with_parts(config, DefaultConnector::default(), Doors { local: limits.local }),
            limits: limits.clone(),
            turns: Mutex::default(),
            heard: AtomicBool::new(false),
        }
    }

    /// Whether anybody has answered anything.
    pub(super) fn has_heard(&self) -> bool {
        self.heard.load(Ordering::Relaxed)
    }

    /// Finds out what is at `url`.
    pub(super) fn ask(&self, url: &str) -> Asked {
        let mut url = url.to_owned();
        for _ in 0..=MOST_REDIRECTS {
            match self.step(&url) {
                Step::Done(asked) => return asked,
                Step::MovedTo(next) => url = next,
            }
        }
        unknown(Manner::Willing, "nettstedet sender oss for mange ganger videre", "the site sends us on too many times")
    }

    /// One hop. What a site does not tell those who ask for the head alone, it may tell those who ask for
    /// the page; and that a page is gone is believed only then.
    fn step(&self, url: &str) -> Step {
        if !self.limits.local && is_local_name(url) {
            return Step::Done(Asked { answer: Answer::Local, manner: Manner::Willing });
        }
        let Some(sent) = as_sent(url) else {
            let (nb, en) = ("nettstedet har andre bokstaver enn a–z i navnet", "the site's name is not in ASCII");
            return Step::Done(unknown(Manner::Willing, nb, en));
        };
        let mut reply = self.send(&sent, false);
        if reply.as_ref().is_ok_and(|it| [403, 404, 405, 410, 501].contains(&it.status)) {
            reply = self.send(&sent, true);
        }
        match reply {
            Ok(Reply { status: 300..=399, location: Some(location) }) => match joined(&sent, &location) {
                Some(next) => Step::MovedTo(next),
                None => Step::Done(unknown(Manner::Willing, "nettstedet sender oss et annet sted", "it sends us away")),
            },
            Ok(Reply { status, .. }) => Step::Done(judge(status)),
            Err(error) => Step::Done(explain(&error)),
        }
    }

    /// Sends one request when it is its site's turn.
    fn send(&self, url: &str, whole: bool) -> Result<Reply, Error> {
        let site = host(url).to_ascii_lowercase();
        let turn = Arc::clone(self.turns.lock().unwrap_or_else(PoisonError::into_inner).entry(site).or_default());
        let mut last = turn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = *last {
            thread::sleep(self.limits.pause.saturating_sub(last.elapsed()));
        }
        let request = if whole { self.agent.get(url) } else { self.agent.head(url) };
        let reply = request.call();
        *last = Some(Instant::now());
        let reply = reply?;
        self.heard.store(true, Ordering::Relaxed);
        let location = reply.headers().get("location").and_then(|it| it.to_str().ok()).map(str::to_owned);
        Ok(Reply { status: reply.status().as_u16(), location })
    }
}

/// What of an answer matters. Its text is never read.
struct Reply {
    status: u16,
    location: Option<String>,
}

fn unknown(manner: Manner, nb: impl Into<String>, en: impl Into<String>) -> Asked {
    Asked { answer: Answer::Unknown(Text::new(nb, en)), manner }
}

fn judge(status: u16) -> Asked {
    let willing = |answer| Asked { answer, manner: Manner::Willing };
    match status {
        200..=299 => willing(Answer::There),
        404 | 410 => willing(Answer::Gone(status)),
        _ => {
            let manner = if status == 429 { Manner::Unwilling } else { Manner::Willing };
            let what = StatusCode::from_u16(status).ok().and_then(|it| it.canonical_reason()).unwrap_or_default();
            unknown(manner, format!("nettstedet svarer {status} {what}"), format!("the site answers {status} {what}"))
        }
    }
}

fn explain(error: &Error) -> Asked {
    let gone = Asked { answer: Answer::NoSuchSite, manner: Manner::Willing };
    match error {
        Error::HostNotFound => gone,
        Error::Timeout(_) => unknown(Manner::Slow, "nettstedet svarte ikke i tide", "the site did not answer in time"),
        Error::Other(it) if it.is::<NoPublicAddress>() => Asked { answer: Answer::Local, manner: Manner::Willing },
        Error::Tls(_) | Error::Rustls(_) | Error::TlsRequired => insecure(),
        Error::BadUri(_) | Error::Http(_) => {
            unknown(Manner::Willing, "adressen er skrevet på en uvanlig måte", "the address is written in an odd way")
        }
        Error::Io(it) => match it.kind() {
            _ if is_unknown_name(it) => gone,
            ErrorKind::InvalidData => insecure(),
            ErrorKind::TimedOut | ErrorKind::WouldBlock => {
                unknown(Manner::Slow, "nettstedet svarte ikke i tide", "the site did not answer in time")
            }
            _ => unknown(
                Manner::Slow,
                format!("nettstedet svarer ikke ({it})"),
                format!("the site does not answer ({it})"),
            ),
        },
        other => unknown(
            Manner::Slow,
            format!("nettstedet svarer uforståelig ({other})"),
            format!("the site's answer is not understood ({other})"),
        ),
    }
}

fn insecure() -> Asked {
    let (nb, en) = ("nettstedet har ikke et gyldig sikkerhetssertifikat", "the site has no valid certificate");
    unknown(Manner::Willing, nb, en)
}

/// Whether a look-up ended with the answer that there is no such name. The standard library has no kind for
/// that; that the name server could not be asked is another matter.
fn is_unknown_name(error: &std::io::Error) -> bool {
    const WINDOWS_HOST_NOT_FOUND: i32 = 11001;
    let said = error.to_string();
    let unanswered = said.contains("Temporary failure") || said.contains("try again");
    error.raw_os_error() == Some(WINDOWS_HOST_NOT_FOUND) || (said.contains("lookup address") && !unanswered)
}

/// Lets requests out to public addresses alone, whatever a name leads to: a name is looked up once, and the
/// connection is made to what was found then. A proxy is the machine's own choice; what it lets through is
/// its own affair.
#[derive(Debug)]
pub(super) struct Doors {
    pub(super) local: bool,
}

/// All that a name leads to is this machine or its network.
#[derive(Debug)]
struct NoPublicAddress;

impl std::fmt::Display for NoPublicAddress {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("the name leads to a local network")
    }
}

impl std::error::Error for NoPublicAddress {}

impl Resolver for Doors {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let is_proxy = config.proxy().is_some_and(|it| it.uri().authority() == uri.authority());
        let open = |ip: IpAddr| self.local || is_proxy || is_public(ip);
        let mut kept = self.empty();
        found.iter().filter(|it| open(it.ip())).for_each(|it| kept.push(*it));
        if kept.is_empty() { Err(Error::Other(Box::new(NoPublicAddress))) } else { Ok(kept) }
    }
}
