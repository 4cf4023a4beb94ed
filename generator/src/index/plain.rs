//! Markdown as plain text on one line, for searching and for excerpts.

use pulldown_cmark::{Event, Parser, TagEnd};

/// The words of `markdown` without its marks. Headings and list items end in
/// a full stop, so that an excerpt can begin after them.
pub(super) fn plain(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => end_sentence(&mut out),
            _ => (),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn end_sentence(out: &mut String) {
    out.truncate(out.trim_end().len());
    if !out.is_empty() && !out.ends_with(['.', '!', '?', ':']) {
        out.push('.');
    }
    out.push(' ');
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_fall_away_and_parts_end() {
        assert_eq!(plain("## Slik gjør du\n\nRing *oss*,\nså:\n\n- en\n- to\n"), "Slik gjør du. Ring oss, så: en. to.");
        assert_eq!(plain("Se [her](tilbud:a/b). <b>x</b>"), "Se her. x.");
    }
}
