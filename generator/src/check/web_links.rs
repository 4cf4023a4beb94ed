//! Links out of the site: where they stand, and what is said of those that lead nowhere.
//!
//! Nothing is asked here: who asks has the answers reported with [`WebLink::report`].

use std::collections::BTreeMap;

use crate::diag::{Diagnostics, FileId, Span, Text};
use crate::model::lovdata_url;
use crate::read::markdown::{LinkTarget, is_safe_external, links};
use crate::read::yaml::{Node, Value};
use crate::read::{Content, Place, Sources, split, table, yaml_node};

/// An address on the web that the content leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebLink {
    /// The address, without a place on the page.
    pub url: Box<str>,
    /// Everywhere it stands, in the order of the files.
    pub places: Vec<Span>,
}

/// What became of asking for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Something is there.
    There,
    /// The site says, with this status, that nothing is.
    Gone(u16),
    /// No site has that name.
    NoSuchSite,
    /// The address, or one it leads on to, is of a network that the public cannot reach; it was not asked.
    Local,
    /// It cannot be known; why, in words that follow a colon.
    Unknown(Text),
}

/// The links to the web in the files that `wanted` accepts, given their paths; each address once, in their order.
///
/// What cannot be read is passed over: a check has reported it.
pub fn web_links(sources: &Sources, wanted: impl Fn(&str) -> bool) -> Vec<WebLink> {
    let mut found = Found::default();
    for (file, place) in sources.places().filter(|(file, _)| wanted(sources.path(*file))) {
        let Content::Text(text) = sources.content(file) else { continue };
        match place {
            Place::Single if sources.path(file) == "lovkrav.csv" => found.duties(sources),
            Place::Single | Place::Owner(_) if sources.path(file).ends_with(".yaml") => found.yaml(text, 0, file),
            Place::Single | Place::Owner(_) | Place::Picture | Place::Unknown => (),
            _ => found.document(text, file),
        }
    }
    found.0.into_iter().map(|(url, places)| WebLink { url, places }).collect()
}

#[derive(Default)]
struct Found(BTreeMap<Box<str>, Vec<Span>>);

impl Found {
    fn add(&mut self, written: &str, span: Span) {
        let url = written.trim().split('#').next().unwrap_or_default();
        let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
        if is_safe_external(url) && (lower.starts_with("http://") || lower.starts_with("https://")) {
            self.0.entry(url.into()).or_default().push(span);
        }
    }

    fn document(&mut self, text: &str, file: FileId) {
        let Some((head, body_at)) = split(text) else { return };
        self.yaml(&text[head.clone()], head.start, file);
        for (written, range) in links(&text[body_at..]) {
            if let LinkTarget::External(url) = LinkTarget::parse(&written) {
                self.add(url, Span::new(file, body_at + range.start..body_at + range.end));
            }
        }
    }

    fn yaml(&mut self, yaml: &str, offset: usize, file: FileId) {
        if let Some(node) = yaml_node(yaml, offset, file, &mut Diagnostics::default()) {
            self.node(&node, file);
        }
    }

    fn node(&mut self, node: &Node<'_>, file: FileId) {
        match &node.value {
            Value::Null => (),
            Value::Scalar { text, .. } => self.add(text, Span::new(file, node.span.clone())),
            Value::List(items) => items.iter().for_each(|it| self.node(it, file)),
            // The sites that may frame ours are no links: nobody is led there.
            Value::Map(entries) => {
                entries.iter().filter(|(key, _)| key.name != "innbygging").for_each(|(_, it)| self.node(it, file));
            }
        }
    }

    /// The paragraphs of the catalogue.
    fn duties(&mut self, sources: &Sources) {
        let Some(table) = table(sources, "lovkrav.csv", &["lovdata_sti"], &mut Diagnostics::default()) else { return };
        for row in table.rows() {
            let path = row.get("lovdata_sti");
            if path.is_empty() {
                continue;
            }
            let Content::Text(text) = sources.content(row.span.file) else { continue };
            let (start, end) = (row.span.start as usize, row.span.end as usize);
            let at = text.get(start..end).and_then(|it| it.find(path)).map(|at| start + at);
            let span = at.map_or(row.span, |at| Span::new(row.span.file, at..at + path.len()));
            self.add(&lovdata_url(path), span);
        }
    }
}

impl WebLink {
    /// The name of the site, without its port; empty when the address has none.
    pub fn host(&self) -> &str {
        host(&self.url)
    }

    /// Whether its name is one of those that are kept free for examples, and so lead nowhere.
    pub fn is_made_up(&self) -> bool {
        let host = self.host().trim_end_matches('.').to_ascii_lowercase();
        let kept_free = |name: &str| host == name || host.ends_with(&format!(".{name}"));
        ["example", "test", "invalid", "example.com", "example.net", "example.org"].into_iter().any(kept_free)
    }

    /// Reports what is wrong with the link, everywhere it stands.
    pub fn report(&self, answer: &Answer, sink: &mut Diagnostics) {
        for span in &self.places {
            self.report_at(*span, answer, sink);
        }
    }

    fn report_at(&self, span: Span, answer: &Answer, sink: &mut Diagnostics) {
        let (url, host) = (&self.url, self.host());
        let open = Text::new("åpne lenken selv", "open the link yourself");
        match answer {
            Answer::There => (),
            Answer::Gone(status) => {
                let nb = format!("det er ingen side på `{url}` (nettstedet svarer {status})");
                let en = format!("there is no page at `{url}` (the site answers {status})");
                sink.warning("dod-lenke", span, Text::new(nb, en)).help(Text::new(
                    "finn ut hvor siden er nå, eller fjern lenken",
                    "find out where the page is now, or remove the link",
                ));
            }
            Answer::NoSuchSite => {
                let text =
                    Text::new(format!("det er ikke noe nettsted på `{host}`"), format!("there is no site at `{host}`"));
                sink.warning("dod-lenke", span, text)
                    .help(Text::new("rett adressen, eller fjern lenken", "mend the address, or remove the link"));
            }
            Answer::Local => {
                let nb = format!("`{url}` fører til et lokalt nett, som ikke alle når");
                let en = format!("`{url}` leads to a local network, which not everybody can reach");
                sink.warning("lokal-lenke", span, Text::new(nb, en)).help(Text::new(
                    "bruk en adresse som er åpen for alle",
                    "use an address that is open to everybody",
                ));
            }
            Answer::Unknown(why) => {
                let nb = format!("vi vet ikke om `{url}` virker: {}", why.nb);
                let en = format!("whether `{url}` works is not known: {}", why.en);
                sink.notice("usikker-lenke", span, Text::new(nb, en)).help(open);
            }
        }
    }
}

/// The name of the site that `url` leads to, without its port; empty when it has none.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let authority = authority.rsplit_once('@').map_or(authority, |(_, it)| it);
    if authority.starts_with('[') {
        return authority.split_inclusive(']').next().unwrap_or_default();
    }
    authority.split(':').next().unwrap_or_default()
}
