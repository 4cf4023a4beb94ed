//! Body text: Markdown to HTML that is safe to show.
//!
//! Raw HTML is dropped, links may only lead to known schemes, headings begin
//! below the page's own.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// Renders `markdown`. `tilbud_url` turns `tilbud:<id>` into an address;
/// a link that leads nowhere becomes plain text.
pub(super) fn html(markdown: &str, tilbud_url: &dyn Fn(&str) -> Option<String>) -> String {
    let options = Options::ENABLE_TABLES;
    let mut dropped: Vec<bool> = Vec::new();
    let events = Parser::new_ext(markdown, options).filter_map(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) => None,
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let found = address(&dest_url, tilbud_url);
            dropped.push(found.is_none());
            let dest_url = CowStr::from(found?);
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Link) => (!dropped.pop().unwrap_or(true)).then_some(Event::End(TagEnd::Link)),
        other => Some(other),
    });
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, events);
    out
}

/// The address a link may have: ours, or one with a harmless scheme.
fn address(written: &str, tilbud_url: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    if let Some(id) = written.strip_prefix("tilbud:") {
        return tilbud_url(id);
    }
    let harmless = ["https://", "http://", "mailto:", "tel:", "sms:", "#"];
    let own = written.starts_with('/') && !written.starts_with("//");
    (own || harmless.iter().any(|it| written.starts_with(it))).then(|| written.to_owned())
}

/// The text without its marks, for copying and for short excerpts.
pub(super) fn plain(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak => out.push(' '),
            Event::HardBreak => out.push('\n'),
            Event::Start(Tag::Item) => out.push_str("- "),
            Event::End(TagEnd::Item) => out.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => out.push_str("\n\n"),
            _ => (),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markdown: &str) -> String {
        html(markdown, &|id| (id == "a/b").then(|| "/a/tilbud/b/".to_owned()))
    }

    #[test]
    fn markup_in_the_text_is_inert() {
        let text = "a <script>alert(1)</script> <b onclick=x>b</b>\n\n<iframe src=x></iframe>\n";
        let found = shown(text);
        assert!(!found.contains("<script") && !found.contains("onclick") && !found.contains("iframe"), "{found}");
    }

    #[test]
    fn links_lead_where_they_may() {
        assert_eq!(shown("[x](javascript:alert(1))"), "<p>x</p>\n");
        assert_eq!(shown("[x](//evil.example)"), "<p>x</p>\n");
        assert_eq!(shown("[x](tilbud:a/b)"), "<p><a href=\"/a/tilbud/b/\">x</a></p>\n");
        assert_eq!(shown("[x](tilbud:a/c)"), "<p>x</p>\n");
        assert_eq!(shown("[x](https://a.example)"), "<p><a href=\"https://a.example\">x</a></p>\n");
    }

    #[test]
    fn plain_text_keeps_lists_and_paragraphs() {
        assert_eq!(plain("## A\n\nb *c*\nd\n\n- e\n- f\n"), "A\n\nb c d\n\n- e\n- f");
    }
}
