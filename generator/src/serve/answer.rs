//! From an address to an answer, without any network.

use std::fmt::Write as _;

use crate::diag::{Format, Language, render, summary};
use crate::model::{Settings, Site};
use crate::pipeline::{self, Press};
use crate::read::Sources;
use crate::render::Theme;
use crate::write::path_of;

/// What goes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Status of HTTP.
    pub status: u16,
    /// For the `Content-Type` header.
    pub content_type: &'static str,
    /// The content.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A line of plain text.
    pub fn text(status: u16, line: &str) -> Answer {
        Answer { status, content_type: "text/plain; charset=utf-8", bytes: format!("{line}\n").into_bytes() }
    }
}

/// Answers addresses from the content as it is when asked.
pub struct Preview {
    /// Reads the content; the words of the system when it cannot be read.
    pub read: Box<dyn Fn() -> anyhow::Result<Sources> + Send + Sync>,
    /// The day, and that drafts are shown.
    pub settings: Settings,
    /// The theme.
    pub theme: Theme,
    /// Language of problems.
    pub language: Language,
}

impl Preview {
    /// The answer for an address; `url` is as it stands in the request.
    pub fn answer(&self, url: &str) -> Answer {
        let path = url.split(['?', '#']).next().unwrap_or(url);
        if let Some((_, asset)) = self.theme.assets().iter().find(|(_, it)| it.url() == path) {
            return Answer { status: 200, content_type: content_type(path), bytes: asset.bytes.clone() };
        }
        let sources = match (self.read)() {
            Ok(sources) => sources,
            Err(error) => return problem_page("Innholdet kan ikke leses", &format!("{error:#}")),
        };
        let (site, problems) = pipeline::check(&sources, &self.settings);
        match site {
            Some(site) => self.page(&site, path),
            None => {
                let title = format!("Innholdet har feil: {}", summary(&problems, self.language));
                problem_page(&title, &render(&problems, &sources, Format::Human, self.language))
            }
        }
    }

    fn page(&self, site: &Site, path: &str) -> Answer {
        let press = Press::new(site, &self.theme);
        let wanted = path_of(path);
        let routes = press.routes();
        let found = routes.iter().find(|route| path_of(&site.url(route)) == wanted);
        if let Some(route) = found {
            return match press.page(route) {
                Ok(file) => Answer { status: 200, content_type: content_type(&wanted), bytes: file.bytes },
                Err(error) => problem_page("Siden kan ikke lages", &error.to_string()),
            };
        }
        match press.assets(&routes).into_iter().find(|file| file.path == wanted) {
            Some(file) => Answer { status: 200, content_type: content_type(&wanted), bytes: file.bytes },
            None => Answer::text(404, "Det er ingen side her."),
        }
    }
}

/// A page that says what is wrong, without the site's own templates: they may be what is wrong.
fn problem_page(title: &str, text: &str) -> Answer {
    let mut html = String::from("<!doctype html><html lang=\"nb\"><meta charset=\"utf-8\"><title>");
    let _ = write!(html, "{0}</title><h1>{0}</h1><pre>{1}</pre></html>", escape(title), escape(text));
    Answer { status: 500, content_type: "text/html; charset=utf-8", bytes: html.into_bytes() }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What browsers are told a file is, by its name.
fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
