//! `nettungen check --external`: whether links out of the site answer.
//!
//! Sites are asked a few at a time, each of them for one thing at a time and with a pause, and no more
//! than so many links in a run: whoever checks often shall be no burden to anybody.

mod address;
mod client;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::terminal::Terminal;
use crate::check::{Answer, WebLink, web_links};
use crate::diag::{Diagnostics, Language, Text};
use crate::read::Sources;
use client::{Asked, Client, Manner};

/// Codes of the problems that are found by asking alone.
pub(super) const CODES: [&str; 3] = ["dod-lenke", "lokal-lenke", "usikker-lenke"];

/// Most links that one run asks for.
const MOST_LINKS: usize = 1000;
/// Sites that are asked at the same time.
const AT_ONCE: usize = 6;
/// Links in a row that a site may leave unanswered before it is left in peace.
const MOST_SLOW: usize = 3;

/// How hard to try.
#[derive(Clone, Debug)]
pub(super) struct Limits {
    /// Shortest time between two requests to one site.
    pub(super) pause: Duration,
    /// Longest time for one request.
    pub(super) patience: Duration,
    /// Whether addresses of this machine and its network are asked too. Content comes from many hands, and
    /// must not make the program knock on doors inside the house: only tests want that.
    pub(super) local: bool,
    /// Who is asking, for those who read the logs of the sites.
    pub(super) user_agent: String,
}

impl Limits {
    /// The usual ones; `base_url` tells whose site it is for.
    pub(super) fn new(base_url: &str, local: bool) -> Limits {
        let whose = if base_url.is_ascii() && !base_url.is_empty() { format!("; +{base_url}") } else { String::new() };
        Limits {
            pause: Duration::from_secs(1),
            patience: Duration::from_secs(15),
            local,
            user_agent: format!("nettungen/{} (link check{whose})", env!("CARGO_PKG_VERSION")),
        }
    }
}

/// Asks for the links in the files that `wanted` accepts; what is wrong with them is added to `problems`.
pub(super) fn check(
    sources: &Sources,
    wanted: impl Fn(&str) -> bool,
    (limits, language): (&Limits, Language),
    terminal: &mut Terminal,
    problems: &mut Diagnostics,
) {
    let (made_up, mut links): (Vec<WebLink>, Vec<WebLink>) =
        web_links(sources, wanted).into_iter().partition(WebLink::is_made_up);
    let n_all = links.len();
    links.truncate(MOST_LINKS);
    terminal.say(plan(&links, n_all, made_up.len()).get(language));
    let bar = terminal.progress("lenker");
    bar.set_length(links.len() as u64);
    let client = Client::new(limits);
    let answers = ask_all(&links, &client, &|| bar.inc(1));
    bar.finish_and_clear();
    for (link, answer) in links.iter().zip(&answers) {
        link.report(answer, problems);
    }
}

/// What will be done, in a sentence or more.
fn plan(links: &[WebLink], n_all: usize, n_made_up: usize) -> Text {
    let sites = by_site(links);
    let (n, n_sites) = (links.len(), sites.len());
    let one = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
    let (links_nb, sites_nb) = (one(n, "lenke", "lenker"), one(n_sites, "nettsted", "nettsteder"));
    let (links_en, sites_en) = (one(n, "link", "links"), one(n_sites, "site", "sites"));
    let mut text = Text::new(
        format!("Spør etter {links_nb} på {sites_nb}, høyst én i sekundet hos hvert."),
        format!("Asking for {links_en} on {sites_en}, at most one a second from each."),
    );
    let mut add = |nb: String, en: String| {
        text.nb.push_str(&nb);
        text.en.push_str(&en);
    };
    let minutes = sites.iter().map(Vec::len).max().unwrap_or(0) / 60;
    if minutes > 0 {
        add(format!(" Det tar minst {minutes} min."), format!(" It takes {minutes} min or more."));
    }
    if n_all > n {
        add(
            format!(" {} til må vente: en kjøring spør etter {MOST_LINKS}. Ta én kommune om gangen.", n_all - n),
            format!(" {} more have to wait: a run asks for {MOST_LINKS}. Take one kommune at a time.", n_all - n),
        );
    }
    if n_made_up > 0 {
        add(
            format!(" {} (.example) er ikke med.", one(n_made_up, "oppdiktet adresse", "oppdiktede adresser")),
            format!(" {} (.example) left out.", one(n_made_up, "made-up address", "made-up addresses")),
        );
    }
    text
}

/// The places of the links in `links`, site by site, those with the most links first.
fn by_site(links: &[WebLink]) -> Vec<Vec<usize>> {
    let mut sites: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, link) in links.iter().enumerate() {
        sites.entry(link.host().to_lowercase()).or_default().push(at);
    }
    let mut sites: Vec<Vec<usize>> = sites.into_values().collect();
    sites.sort_by_key(|it| std::cmp::Reverse(it.len()));
    sites
}

/// The answers for `links`, in their order; `told` hears of each.
fn ask_all(links: &[WebLink], client: &Client, told: &(dyn Fn() + Sync)) -> Vec<Answer> {
    let waiting = Mutex::new(by_site(links).into_iter());
    let answers: Mutex<Vec<Option<Answer>>> = Mutex::new(vec![None; links.len()]);
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let keep = |at: usize, answer: Answer| {
        answers.lock().unwrap_or_else(PoisonError::into_inner)[at] = Some(answer);
        told();
    };
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(site) = next() {
                    ask_site(links, &site, client, &keep);
                }
            });
        }
    });
    let answers = answers.into_inner().unwrap_or_else(PoisonError::into_inner);
    let there = client.has_heard();
    answers.into_iter().flatten().map(|it| if there { it } else { offline(it) }).collect()
}

/// Asks for the links of one site, and stops when it does not want to be asked.
fn ask_site(links: &[WebLink], site: &[usize], client: &Client, keep: &dyn Fn(usize, Answer)) {
    let mut n_slow = 0;
    let mut left = site.iter();
    for at in left.by_ref() {
        let Asked { answer, manner } = client.ask(&links[*at].url);
        n_slow = if manner == Manner::Slow { n_slow + 1 } else { 0 };
        keep(*at, answer);
        if manner == Manner::Unwilling || n_slow >= MOST_SLOW {
            break;
        }
    }
    for at in left {
        let why = Text::new("nettstedet svarer ikke på flere spørsmål nå", "the site answers no more questions now");
        keep(*at, Answer::Unknown(why));
    }
}

/// What an answer means when nobody at all has answered: not that all the names are gone.
fn offline(answer: Answer) -> Answer {
    match answer {
        Answer::NoSuchSite => {
            let why = ("ingen nettsteder svarer herfra", "no site answers from here");
            Answer::Unknown(Text::new(why.0, why.1))
        }
        other => other,
    }
}
