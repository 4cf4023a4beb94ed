//! What the preview lays over the site's own pages: a strip that names the file, and problems.
//!
//! The pages themselves are the published ones, byte for byte; what is ours is put before `</body>`.

use std::fmt::Write as _;

use super::problem::{Problem, Tally};
use crate::diag::Severity;

/// Where the preview's own style sheet is.
pub(super) const CSS_URL: &str = "/_forhandsvisning/side.css";
/// Where the preview's own script is.
pub(super) const SCRIPT_URL: &str = "/_forhandsvisning/side.js";

/// What the strip says.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip<'a> {
    /// Names the content of the page.
    pub(super) etag: &'a str,
    /// The file behind the page as it is shown, and its path within the folder when it can be opened.
    pub(super) file: Option<(String, Option<String>)>,
    /// How much is wrong with the content.
    pub(super) tally: Tally,
    /// What is wrong now, when the page shows the content as it was before.
    pub(super) errors: &'a [Problem],
}

/// `page` with the strip and, if there are errors, the overlay.
pub(super) fn lay_over(page: Vec<u8>, strip: &Strip<'_>) -> Vec<u8> {
    let own = format!("{}{}", strip_html(strip), overlay(strip.errors));
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|it| it == end).unwrap_or(page.len());
    let mut bytes = page;
    bytes.splice(at..at, own.into_bytes());
    bytes
}

/// A whole page of ours, for when there is no page of the site to show.
pub(super) fn own_page(title: &str, main: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"nb\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\"><title>{0}</title></head>\n\
         <body class=\"nu-page\"><main><h1>{0}</h1>\n{main}</main></body></html>\n",
        escape(title)
    )
}

fn strip_html(strip: &Strip<'_>) -> String {
    let mut html = format!(
        "<link rel=\"stylesheet\" href=\"{CSS_URL}\">\n<aside class=\"nu-strip\" data-nu-strip data-etag=\"{}\" \
         aria-label=\"Forhåndsvisning\">\n<p><strong>Forhåndsvisning</strong>",
        escape(strip.etag)
    );
    if let Some((shown, path)) = &strip.file {
        let _ = writeln!(html, " <code>{}</code></p>", escape(shown));
        match path {
            Some(path) => html.push_str(&open_form(path, 1)),
            None => html.push_str("<p class=\"nu-quiet\">Følger med Nettungen</p>"),
        }
    } else {
        html.push_str("</p>");
    }
    let words = strip.tally.words();
    let _ = write!(
        html,
        "\n<p><a href=\"/_status\">Status</a>: <span data-nu-tally role=\"status\">{}</span></p>\n</aside>\n\
         <script type=\"module\" src=\"{SCRIPT_URL}\"></script>\n",
        escape(&words)
    );
    html
}

/// A button that opens a file in the editor. Plain text needs no decoding, and works without scripts.
pub(super) fn open_form(path: &str, line: usize) -> String {
    format!(
        "<form class=\"nu-open\" method=\"post\" action=\"/_apne\" enctype=\"text/plain\"><input type=\"hidden\" \
         name=\"fil\" value=\"{}\"><input type=\"hidden\" name=\"linje\" value=\"{line}\"><button>Åpne filen</button></form>",
        escape(path)
    )
}

/// The errors over a page; empty when there are none.
pub(super) fn overlay(errors: &[Problem]) -> String {
    let errors: Vec<&Problem> = errors.iter().filter(|it| it.severity == Severity::Error).collect();
    if errors.is_empty() {
        return String::new();
    }
    let n = errors.len();
    let mut html = format!(
        "<section class=\"nu-overlay\" data-nu-overlay role=\"alert\" aria-labelledby=\"nu-head\">\n<div>\n\
         <h2 id=\"nu-head\">Innholdet har {n} feil</h2>\n<p>Siden bak viser innholdet slik det var før feilen. \
         Rett filen og lagre, så blir dette borte av seg selv.</p>\n"
    );
    html.push_str(&list(&errors));
    html.push_str("<p><button type=\"button\" data-nu-close hidden>Lukk</button></p>\n</div>\n</section>\n");
    html
}

/// Problems as a list.
pub(super) fn list(problems: &[&Problem]) -> String {
    let mut html = String::from("<ol class=\"nu-problems\">\n");
    for it in problems {
        html.push_str(&item(it));
    }
    html.push_str("</ol>\n");
    html
}

fn item(it: &Problem) -> String {
    let mut html = format!(
        "<li class=\"nu-{}\"><p><strong>{}</strong> <span class=\"nu-quiet\">{}[{}]</span></p>\n",
        class(it.severity),
        escape(&it.message),
        it.word,
        it.code
    );
    if !it.shown.is_empty() {
        let _ = writeln!(html, "<p><code>{}:{}:{}</code></p>", escape(&it.shown), it.line, it.column);
    }
    let [before, wrong, after] = &it.snippet;
    if !(before.trim().is_empty() && wrong.trim().is_empty()) {
        let [before, wrong, after] = [before, wrong, after].map(|it| escape(it));
        let _ = writeln!(html, "<pre><span>{} | </span>{before}<mark>{wrong}</mark>{after}</pre>", it.line);
    }
    if let Some(help) = &it.help {
        let _ = writeln!(html, "<p class=\"nu-help\">{}</p>", escape(help));
    }
    for note in &it.notes {
        let _ = writeln!(html, "<p class=\"nu-quiet\">{}</p>", escape(note));
    }
    if !it.path.is_empty() {
        html.push_str(&open_form(&it.path, it.line));
    }
    html.push_str("</li>\n");
    html
}

fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    }
}

/// Text as it may stand in HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
