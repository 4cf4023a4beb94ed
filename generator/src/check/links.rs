//! What texts lead to, and what of them no page shows: reported.

use std::ops::Range;

use crate::diag::{Diagnostics, FileId, Span, Spanned, Text, closest};
use crate::model::{Body, ReportName};
use crate::read::Folder;
use crate::read::markdown::{LinkTarget, html_blocks, links, pictures};

use super::keys::Keys;
use super::names::Names;

/// Reports what of a text would not come onto its page: links that lead nowhere, HTML, and pictures.
pub(super) fn check_body(body: &Body, folder: Option<&Folder>, all: (&Names, &Keys), sink: &mut Diagnostics) {
    check_links(body, folder, all, sink);
    check_html(body, sink);
    check_pictures(body, sink);
}

/// Where in its file the bytes `range` of a text stand.
fn span_in(body: &Body, range: Range<usize>) -> Span {
    let offset = body.span.start as usize;
    Span::new(body.span.file, offset + range.start..offset + range.end)
}

/// Reports every link of `body` that leads nowhere.
fn check_links(body: &Body, folder: Option<&Folder>, (names, keys): (&Names, &Keys), sink: &mut Diagnostics) {
    for (written, range) in links(&body.markdown) {
        let span = span_in(body, range);
        match LinkTarget::parse(&written) {
            LinkTarget::Tilbud(key) => {
                keys.tilbud(folder, &Spanned { value: key.to_owned(), span }, sink);
            }
            LinkTarget::Rapport(name) => check_report(name, span, sink),
            LinkTarget::Side(slug) => check_page(slug, span, &names.pages, sink),
            LinkTarget::Refused(written) => refused(written, span, sink),
            LinkTarget::External(_) | LinkTarget::Internal(_) | LinkTarget::Fragment(_) => (),
        }
    }
}

/// Reports text that would be gone from the page without a word: it stands in HTML.
fn check_html(body: &Body, sink: &mut Diagnostics) {
    if !body.markdown.contains('<') {
        return;
    }
    for range in html_blocks(&body.markdown) {
        let first_line = body.markdown[range.clone()].lines().next().unwrap_or_default().len();
        let span = span_in(body, range.start..range.start + first_line);
        let text = Text::new(
            "dette er HTML, og det som står her, kommer ikke med på siden",
            "this is HTML, and what stands here is not shown",
        );
        sink.warning("html", span, text).help(Text::new(
            "skriv teksten uten `<` og `>`; **fet** og tomme linjer mellom avsnitt er nok",
            "write the text without `<` and `>`; **bold** and empty lines between paragraphs will do",
        ));
    }
}

/// Reports pictures: no page loads one, and what is shown is their description.
fn check_pictures(body: &Body, sink: &mut Diagnostics) {
    if !body.markdown.contains("![") {
        return;
    }
    for range in pictures(&body.markdown) {
        let span = span_in(body, range);
        let text = Text::new(
            "bilder vises ikke; bare beskrivelsen av bildet kommer med på siden",
            "pictures are not shown; only the description of the picture is",
        );
        sink.warning("bilde", span, text).help(Text::new(
            "skriv det bildet sier, med ord, eller lenk til det uten utropstegnet: [kart](https://…)",
            "write what the picture says in words, or link to it without the exclamation mark: [map](https://…)",
        ));
    }
}

fn check_report(name: &str, span: Span, sink: &mut Diagnostics) {
    let known = ReportName::ALL.map(ReportName::slug);
    if !known.contains(&name) {
        let text = Text::new(format!("det er ingen rapport `{name}`"), format!("there is no report `{name}`"));
        sink.error("brutt-lenke", span, text).suggest(closest(name, known));
    }
}

fn check_page(slug: &str, span: Span, pages: &[Box<str>], sink: &mut Diagnostics) {
    if !pages.iter().any(|it| &**it == slug) {
        let text = Text::new(format!("det er ingen side `{slug}`"), format!("there is no page `{slug}`"));
        sink.error("brutt-lenke", span, text).suggest(closest(slug, pages.iter().map(|it| &**it)));
    }
}

fn refused(written: &str, span: Span, sink: &mut Diagnostics) {
    let shown: String = written.chars().take(60).collect();
    sink.error(
        "ugyldig-lenke",
        span,
        Text::new(format!("`{shown}` kan ikke være en lenke"), format!("`{shown}` cannot be a link")),
    )
    .help(Text::new(
        "skriv en adresse som begynner med `https://`, eller `tilbud:` og tilbudets id",
        "write an address that begins with `https://`, or `tilbud:` and the id of a tilbud",
    ));
}

/// The tilbud that a text leads to, without a report of those that are not there.
pub(super) fn named(body: &Body, folder: Option<&Folder>, keys: &Keys) -> Vec<FileId> {
    if !body.markdown.contains("tilbud:") {
        return Vec::new();
    }
    let found = links(&body.markdown).into_iter().filter_map(|(written, _)| match LinkTarget::parse(&written) {
        LinkTarget::Tilbud(key) => keys.find_tilbud(folder, key),
        _ => None,
    });
    found.map(|id| keys.file(id)).collect()
}

/// Links of a text to addresses of this site, and where they stand.
pub(super) fn internal(body: &Body) -> Vec<(Box<str>, Span)> {
    if !body.markdown.contains("](/") {
        return Vec::new();
    }
    let start = body.span.start as usize;
    let found = links(&body.markdown).into_iter().filter_map(|(written, range)| match LinkTarget::parse(&written) {
        LinkTarget::Internal(path) => {
            let path = path.split(['#', '?']).next().unwrap_or(path);
            Some((path.into(), Span::new(body.span.file, start + range.start..start + range.end)))
        }
        _ => None,
    });
    found.collect()
}

/// Reports links to addresses of this site where there is no page.
///
/// `is_there` finds out about one address; `all` are for «mente du …», asked for when one is not there.
pub fn internal_links(
    written: &[(Box<str>, Span)],
    is_there: impl Fn(&str) -> bool,
    all: impl FnOnce() -> Vec<String>,
    sink: &mut Diagnostics,
) {
    let broken: Vec<_> = written.iter().filter(|(path, _)| !is_there(path)).collect();
    let known = if broken.is_empty() { Vec::new() } else { all() };
    for (path, span) in broken {
        let near = closest(path, known.iter().map(String::as_str)).map(str::to_owned);
        let text = Text::new(format!("det er ingen side på `{path}`"), format!("there is no page at `{path}`"));
        sink.error("brutt-lenke", *span, text).suggest(near.as_deref());
    }
}
