//! Markdown to HTML, to plain text, and to the links in it.
//!
//! Raw HTML is dropped, pictures become their description, and only links that were
//! understood become links: what an editor writes can never become markup of its own.

use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS)
}

/// What a written link points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTarget<'a> {
    /// `tilbud:fjordvik/helsestasjon`, or `tilbud:helsestasjon` within one folder.
    Tilbud(&'a str),
    /// `rapport:kartlegging`: the report of the place where the page is read.
    Rapport(&'a str),
    /// `side:personvern` or `metode:kartlegging`: a page of text.
    Side(&'a str),
    /// An address on the web, a telephone number or an e-mail address.
    External(&'a str),
    /// An address of this site, from its root.
    Internal(&'a str),
    /// A place on the same page.
    Fragment(&'a str),
    /// Anything else: `javascript:`, `data:`, a relative path.
    Refused(&'a str),
}

impl<'a> LinkTarget<'a> {
    /// Reads what was written between the parentheses of a link.
    pub fn parse(written: &'a str) -> LinkTarget<'a> {
        let written = written.trim();
        match written.split_once(':') {
            Some(("tilbud", rest)) => return LinkTarget::Tilbud(rest),
            Some(("rapport", rest)) => return LinkTarget::Rapport(rest),
            Some(("side" | "metode", rest)) => return LinkTarget::Side(rest),
            _ => (),
        }
        if is_safe_external(written) {
            LinkTarget::External(written)
        } else if written.starts_with('/') && !written.starts_with("//") && !written.contains('\\') {
            LinkTarget::Internal(written)
        } else if written.starts_with('#') {
            LinkTarget::Fragment(written)
        } else {
            LinkTarget::Refused(written)
        }
    }
}

/// Whether `url` is an address that a page may link to: http(s), telephone, text message or e-mail,
/// without characters that end an attribute or hide where it leads.
pub fn is_safe_external(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let scheme = ["https://", "http://", "tel:", "sms:", "mailto:"].into_iter().find(|it| lower.starts_with(it));
    let clean = |it: char| !it.is_control() && !it.is_whitespace() && !matches!(it, '"' | '<' | '>' | '\\' | '`');
    scheme.is_some_and(|it| url.len() > it.len()) && url.len() <= 2000 && url.chars().all(clean)
}

/// The links of `markdown` with their byte ranges in it.
pub fn links(markdown: &str) -> Vec<(String, Range<usize>)> {
    parser(markdown)
        .into_offset_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some((dest_url.into_string(), range)),
            _ => None,
        })
        .collect()
}

/// Where blocks of raw HTML stand, which no page shows. Comments are what they are.
pub fn html_blocks(markdown: &str) -> Vec<Range<usize>> {
    let blocks = parser(markdown).into_offset_iter().filter_map(|(event, range)| match event {
        Event::Start(Tag::HtmlBlock) => Some(range),
        _ => None,
    });
    blocks.filter(|it| !markdown[it.clone()].trim_start().starts_with("<!--")).collect()
}

/// Where pictures stand, of which pages show the description alone.
pub fn pictures(markdown: &str) -> Vec<Range<usize>> {
    let is_picture = |event: &Event<'_>| matches!(event, Event::Start(Tag::Image { .. }));
    parser(markdown).into_offset_iter().filter(|(event, _)| is_picture(event)).map(|(_, range)| range).collect()
}

/// HTML of `markdown`. `resolve` gives the address for a written link; without one the text stays, unlinked.
pub fn html(markdown: &str, resolve: &dyn Fn(&str) -> Option<String>) -> String {
    let mut kept = Vec::new();
    let mut in_image = 0_usize;
    let events = parser(markdown).filter_map(|event| safe_event(event, resolve, &mut kept, &mut in_image));
    let mut out = String::with_capacity(markdown.len() * 5 / 4);
    pulldown_cmark::html::push_html(&mut out, events);
    out
}

/// The event as it may stand in a page. `kept` remembers for each open link whether it became one.
fn safe_event<'a>(
    event: Event<'a>,
    resolve: &dyn Fn(&str) -> Option<String>,
    kept: &mut Vec<bool>,
    in_image: &mut usize,
) -> Option<Event<'a>> {
    match event {
        Event::Html(_) | Event::InlineHtml(_) => None,
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
        Event::Start(Tag::Image { .. }) => {
            *in_image += 1;
            None
        }
        Event::End(TagEnd::Image) => {
            *in_image = in_image.saturating_sub(1);
            None
        }
        Event::Start(Tag::Link { link_type, dest_url, title: _, id }) => {
            let address = resolve(&dest_url);
            kept.push(address.is_some());
            let dest_url = CowStr::from(address?);
            Some(Event::Start(Tag::Link { link_type, dest_url, title: CowStr::Borrowed(""), id }))
        }
        Event::End(TagEnd::Link) => kept.pop().unwrap_or(false).then_some(Event::End(TagEnd::Link)),
        // An alignment would become a style of its own, which the site's rules for browsers forbid.
        Event::Start(Tag::Table(columns)) => Some(Event::Start(Tag::Table(vec![Alignment::None; columns.len()]))),
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: below_title(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(below_title(level)))),
        other => Some(other),
    }
}

/// The page's title is its only `h1`.
fn below_title(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}

/// The words of `markdown` without markup, one space or line break between blocks.
pub fn plain(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for event in parser(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell) => out.push('\n'),
            _ => (),
        }
    }
    let words: Vec<&str> = out.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    words.join("\n")
}
