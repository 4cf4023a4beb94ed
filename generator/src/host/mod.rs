//! What a host must send with the files, and where old addresses lead: said once here, written for
//! each host in its own words.
//!
//! Where two rules match an address, hosts differ: some let the later one win, some send both, some
//! join them. The rules are such that all three come out right: a header that only some pages have
//! is in no other rule, and the content policy of frames repeats the common one whole.

mod apache;
mod caddy;
mod netlify;
mod nginx;

use crate::model::{KommuneId, Mode, Route, Scope, Site};

pub use apache::apache;
pub use caddy::caddyfile;
pub use netlify::{headers, redirects, toml};
pub use nginx::nginx;

/// Which addresses a rule is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paths {
    /// Every address.
    All,
    /// What begins with this; ends with a slash.
    Below(String),
    /// What is in a folder of this name at the root, or one below it: `data/` is `/data/…` and `/fjordvik/data/…`.
    Folder(&'static str),
    /// A file at this path from the root, or one folder below it.
    File(&'static str),
}

/// Headers for some addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which.
    pub paths: Paths,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
}

/// An address that moved for good.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    /// Where it was; without a slash at the end. Letters, digits and `-_/.%`: the checker saw to that.
    pub from: String,
    /// Where it is.
    pub to: String,
}

/// Nothing from elsewhere, nothing inline; `wasm-unsafe-eval` lets the search module be compiled.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";

/// How long a browser may keep a file whose name changes with what is in it.
const FOREVER: &str = "public, max-age=31536000, immutable";

/// A browser asks each time whether its copy is still the newest.
const ASK: &str = "no-cache";

/// The content policy of the preview: what the published pages have, those with frames among them.
pub fn preview_policy() -> String {
    format!("{POLICY}; frame-src 'self'")
}

/// The rules of every site, whatever is on it.
pub fn common() -> Vec<Rule> {
    let rule = |paths, headers: &[(&'static str, &str)]| Rule {
        paths,
        headers: headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
    };
    vec![
        rule(
            Paths::All,
            &[
                ("Content-Security-Policy", POLICY),
                ("X-Frame-Options", "SAMEORIGIN"),
                (
                    "Permissions-Policy",
                    "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()",
                ),
                ("Referrer-Policy", "no-referrer"),
                ("Strict-Transport-Security", "max-age=31536000"),
                ("X-Content-Type-Options", "nosniff"),
                ("Cross-Origin-Opener-Policy", "same-origin"),
            ],
        ),
        rule(Paths::Below("/filer/".to_owned()), &[("Cache-Control", FOREVER)]),
        rule(Paths::File("sok/indeks.json"), &[("Cache-Control", ASK)]),
        rule(Paths::File("embed.js"), &[("Cache-Control", ASK)]),
        rule(Paths::Folder("data/"), &[("Access-Control-Allow-Origin", "*")]),
    ]
}

/// The rules of one site: the common ones, and who may show each kommune's pages in a frame.
pub fn rules(site: &Site) -> Vec<Rule> {
    let mut rules = common();
    rules.extend(embedding(site).map(|id| frames(site, id)));
    rules
}

/// The kommuner that have pages for frames.
pub fn embedding(site: &Site) -> impl Iterator<Item = KommuneId> + '_ {
    let here = |id: &KommuneId| match site.settings.mode {
        Mode::Portal => site.kommune(*id).med,
        Mode::Standalone(only) => *id == only,
    };
    site.kommune_ids().filter(here)
}

/// `frame-ancestors` also switches `X-Frame-Options` off, in every browser of today.
fn frames(site: &Site, id: KommuneId) -> Rule {
    let hosts: String = site.kommune(id).innbygging.iter().map(|it| format!(" {it}")).collect();
    let policy = format!("{POLICY}; frame-src 'self'; frame-ancestors 'self'{hosts}");
    Rule {
        paths: Paths::Below(format!("{}embed/", site.scope_url(Scope::Kommune(id)))),
        headers: vec![("Content-Security-Policy", policy)],
    }
}

/// Where old addresses of the site's tilbud lead, by the alphabet.
pub fn moved(site: &Site) -> Vec<Moved> {
    let mut list: Vec<Moved> = site
        .tilbud_ids()
        .filter(|id| site.visible(*id))
        .flat_map(|id| {
            let to = site.url(&Route::Tilbud(id));
            let old = site.tilbud(id).tidligere_adresser.iter();
            old.map(move |it| Moved { from: it.trim_end_matches('/').to_owned(), to: to.clone() })
        })
        .filter(|it| it.from.len() > 1 && it.from != it.to.trim_end_matches('/'))
        .collect();
    list.sort();
    list.dedup_by(|a, b| a.from == b.from);
    list
}

/// The regular expression of a rule's addresses; every host but Netlify has them.
fn regex(paths: &Paths) -> String {
    let literal = |text: &str| text.replace('.', "\\.");
    match paths {
        Paths::All => "^/".to_owned(),
        Paths::Below(start) => format!("^{}", literal(start)),
        Paths::Folder(name) => format!("^/([^/]+/)?{}", literal(name)),
        Paths::File(name) => format!("^/([^/]+/)?{}$", literal(name)),
    }
}

/// The value of a header for each of some addresses; the later rule wins. The first is for the others.
fn cases<'a>(rules: &'a [Rule], name: &str) -> Vec<(&'a Paths, &'a str)> {
    let value = |rule: &'a Rule| {
        let (_, value) = rule.headers.iter().find(|(it, _)| *it == name)?;
        Some((&rule.paths, value.as_str()))
    };
    rules.iter().filter_map(value).collect()
}

/// The names of all headers, in the order of their first rule.
fn names(rules: &[Rule]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for (name, _) in rules.iter().flat_map(|it| &it.headers) {
        if !names.contains(name) {
            names.push(*name);
        }
    }
    names
}

/// The kinds of files that hosts may not know, with what they are.
const TYPES: [(&str, &str); 4] = [
    ("ttl", "text/turtle; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("atom", "application/atom+xml"),
    ("wasm", "application/wasm"),
];

/// Files that are for the host and not for visitors.
const PRIVATE: &str = "^/(_headers|_redirects|\\.nettungen)$";
