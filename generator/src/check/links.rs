//! Links in texts: every one leads somewhere, or is reported.

use crate::diag::{Diagnostics, Span, Spanned, Text, closest};
use crate::model::{Body, ReportName};
use crate::read::markdown::{LinkTarget, links};
use crate::read::{Folder, Place, Sources, place};

use super::names::Names;

/// Reports every link of `body` that leads nowhere.
pub(super) fn check_links(
    body: &Body,
    folder: Option<&Folder>,
    names: &Names,
    sources: &Sources,
    sink: &mut Diagnostics,
) {
    for (written, range) in links(&body.markdown) {
        let offset = body.span.start as usize;
        let span = Span::new(body.span.file, offset + range.start..offset + range.end);
        match LinkTarget::parse(&written) {
            LinkTarget::Tilbud(key) => {
                names.tilbud(folder, &Spanned { value: key.to_owned(), span }, sink);
            }
            LinkTarget::Rapport(name) => check_report(name, span, sink),
            LinkTarget::Side(slug) => check_page(slug, span, sources, sink),
            LinkTarget::Refused(written) => refused(written, span, sink),
            LinkTarget::External(_) | LinkTarget::Internal(_) | LinkTarget::Fragment(_) => (),
        }
    }
}

fn check_report(name: &str, span: Span, sink: &mut Diagnostics) {
    let known = ReportName::ALL.map(ReportName::slug);
    if !known.contains(&name) {
        let text = Text::new(format!("det er ingen rapport `{name}`"), format!("there is no report `{name}`"));
        sink.error("brutt-lenke", span, text).suggest(closest(name, known));
    }
}

fn check_page(slug: &str, span: Span, sources: &Sources, sink: &mut Diagnostics) {
    let pages: Vec<Box<str>> = sources
        .iter()
        .filter_map(|(file, _)| match place(sources.path(file)) {
            Place::Side(stem) | Place::Metode(stem) => Some(stem),
            _ => None,
        })
        .collect();
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
