//! Words that lead somewhere, as HTML.
//!
//! A page of a report has thousands of them. As values of a template, each would be made, looked up and given
//! back field by field, which takes ten times as long as to write it.

use serde::{Serialize, Serializer};

use super::view::Anchor;

/// Words with where they lead, in order; templates see them as HTML, separated by commas.
#[derive(Clone, Debug, Default)]
pub struct Words(pub Vec<Anchor>);

/// Entries of a list; templates see them as HTML, a line each.
#[derive(Clone, Debug, Default)]
pub struct Items(pub Vec<Words>);

/// A cell; templates see what stands in it as HTML.
#[derive(Clone, Debug)]
pub struct CellView {
    /// `text`, `short` (a few words that stay on one line), `number`, `zero` or `status`.
    pub kind: &'static str,
    /// Name of the status.
    pub status: &'static str,
    /// The words with where they lead, in order.
    pub links: Words,
}

/// Cells of a row; templates see them as HTML, one after the other.
#[derive(Clone, Debug)]
pub struct Cells(pub Vec<CellView>);

impl From<Anchor> for Words {
    fn from(it: Anchor) -> Words {
        Words(vec![it])
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut html = String::new();
        self.write(&mut html);
        serializer.serialize_str(&html)
    }
}

impl Serialize for Items {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut html = String::new();
        for it in &self.0 {
            html.push_str("<li>");
            it.write(&mut html);
            html.push_str("</li>\n");
        }
        serializer.serialize_str(&html)
    }
}

impl Serialize for CellView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut html = String::new();
        self.write(&mut html);
        serializer.serialize_str(&html)
    }
}

impl Serialize for Cells {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut html = String::with_capacity(64 * self.0.len());
        for it in &self.0 {
            html.push_str(match it.kind {
                "number" => "<td class=\"number\">",
                "zero" => "<td class=\"number zero\">",
                "short" => "<td class=\"short\">",
                _ => "<td>",
            });
            it.write(&mut html);
            html.push_str("</td>");
        }
        serializer.serialize_str(&html)
    }
}

impl CellView {
    /// Words that are a status are marked as that.
    fn write(&self, html: &mut String) {
        if self.status.is_empty() {
            return self.links.write(html);
        }
        html.extend(["<span class=\"status s-", self.status, "\">"]);
        self.links.write(html);
        html.push_str("</span>");
    }
}

impl Words {
    fn write(&self, html: &mut String) {
        for (at, it) in self.0.iter().enumerate() {
            if at > 0 {
                html.push_str(", ");
            }
            it.write(html);
        }
    }
}

impl Anchor {
    /// A link; words of another language that lead nowhere are marked too.
    fn write(&self, html: &mut String) {
        let element = match (self.url.is_empty(), self.lang) {
            (false, _) => "a",
            (true, Some(_)) => "span",
            (true, None) => return escape(&self.text, html),
        };
        html.extend(["<", element]);
        for (name, value) in [("href", self.url.as_str()), ("lang", self.lang.unwrap_or_default())] {
            if !value.is_empty() {
                html.extend([" ", name, "=\""]);
                escape(value, html);
                html.push('"');
            }
        }
        html.push('>');
        escape(&self.text, html);
        html.extend(["</", element, ">"]);
    }
}

/// Writes text so that it can stand in an element or an attribute, as templates do.
fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|it| matches!(it, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        let (before, special) = rest.split_at(at);
        html.push_str(before);
        html.push_str(match special.as_bytes().first() {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            Some(b'"') => "&quot;",
            _ => "&#39;",
        });
        rest = &special[1..];
    }
    html.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_words_is_taken_for_html() {
        let anchor = |text: &str, lang, url: &str| Anchor { text: text.to_owned(), lang, url: url.to_owned() };
        let mut html = String::new();
        let words = vec![
            anchor("A & <B>", None, "/a/?x=\"1\"&y='2'"),
            anchor("Bær", Some("nn"), "/b/"),
            anchor("c", Some("en"), ""),
            anchor("d'", None, ""),
        ];
        Words(words).write(&mut html);
        let expected = "<a href=\"/a/?x=&quot;1&quot;&amp;y=&#39;2&#39;\">A &amp; &lt;B&gt;</a>, \
                        <a href=\"/b/\" lang=\"nn\">Bær</a>, <span lang=\"en\">c</span>, d&#39;";
        assert_eq!(html, expected);
    }
}
