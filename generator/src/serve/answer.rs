//! From a request to an answer, without any network.

use super::desk::{Desk, Edition};
use super::http::{Answer, Request};
use super::overlay::{self, CSS_URL, SCRIPT_URL, Strip, escape};
use super::press_room::{Origin, Print};
use super::status;
use crate::model::Status;

/// What the preview answers to a request that is no stream.
pub(super) fn answer(desk: &Desk, request: &Request) -> Answer {
    let edition = desk.edition();
    match (request.method.as_str(), request.path.as_str()) {
        ("POST", "/_apne") => open(desk, request),
        ("GET" | "HEAD", CSS_URL) => own_file("text/css; charset=utf-8", include_str!("side/side.css")),
        ("GET" | "HEAD", SCRIPT_URL) => own_file("text/javascript; charset=utf-8", include_str!("side/side.js")),
        ("GET" | "HEAD", "/_feil") => Answer::html(200, overlay::overlay(&edition.problems)),
        ("GET" | "HEAD", "/_utkast") => drafts(&edition),
        ("GET" | "HEAD", "/_status") => {
            let html = overlay::own_page("Status for innholdet", &status::status(&edition));
            dressed(&edition, 200, html.into_bytes(), None, false)
        }
        ("GET" | "HEAD", path) => page(desk, &edition, path),
        _ => Answer::text(405, "Her kan du bare lese."),
    }
}

fn own_file(content_type: &'static str, text: &str) -> Answer {
    Answer { status: 200, content_type, etag: None, bytes: text.as_bytes().to_vec() }
}

/// The ids of all tilbud that are shown here and would not be published: search knows no drafts.
fn drafts(edition: &Edition) -> Answer {
    let site = edition.room.as_ref().map(|it| &it.site);
    let all = site.into_iter().flat_map(|it| it.tilbud.iter());
    let ids: Vec<&str> = all.filter(|it| it.status != Status::Publisert).map(|it| &*it.key).collect();
    let bytes = serde_json::Value::from(ids).to_string().into_bytes();
    Answer { status: 200, content_type: "application/json", etag: None, bytes }
}

/// A page of the site, or why there is none.
fn page(desk: &Desk, edition: &Edition, path: &str) -> Answer {
    let Some(room) = &edition.room else { return no_site(edition) };
    match room.print(path) {
        Print::Made { status, bytes, content_type, origin } if content_type.starts_with("text/html") => {
            let file = origin.and_then(|it| file(desk, edition, &it));
            dressed(edition, status, bytes, file, true)
        }
        Print::Made { status, bytes, content_type, .. } => {
            Answer { status, content_type, etag: Some(etag(&bytes)), bytes }
        }
        Print::Failed(why) => {
            let html = overlay::own_page("Siden kan ikke lages", &format!("<pre>{}</pre>", escape(&why)));
            dressed(edition, 500, html.into_bytes(), None, true)
        }
    }
}

/// What is shown when the content has had errors since the preview began.
fn no_site(edition: &Edition) -> Answer {
    let errors: Vec<_> = edition.problems.iter().filter(|it| it.severity == crate::diag::Severity::Error).collect();
    let main = format!(
        "<p>Nettstedet vises så snart feilene er rettet. Siden oppdaterer seg selv.</p>\n{}",
        overlay::list(&errors)
    );
    let html = overlay::own_page(&format!("Innholdet har {} feil", edition.tally.errors), &main);
    dressed(edition, 500, html.into_bytes(), None, false)
}

/// A page with the strip, and the errors when `with_errors`.
fn dressed(
    edition: &Edition,
    status: u16,
    bytes: Vec<u8>,
    file: Option<(String, Option<String>)>,
    with_errors: bool,
) -> Answer {
    let etag = etag(&bytes);
    let errors = if with_errors { edition.problems.as_slice() } else { &[] };
    let strip = Strip { etag: &etag, file, tally: edition.tally, errors };
    let bytes = overlay::lay_over(bytes, &strip);
    Answer { status, content_type: "text/html; charset=utf-8", bytes, etag: Some(etag) }
}

/// The file behind a page: its name, and its path when the folder has it.
fn file(desk: &Desk, edition: &Edition, origin: &Origin) -> Option<(String, Option<String>)> {
    let (shown, path) = match origin {
        Origin::File(id) => {
            let shown = edition.names.get(id.0 as usize)?.to_string();
            (shown.clone(), desk.path(&shown).to_owned())
        }
        Origin::Path(path) => (desk.shown(path), path.clone()),
    };
    let there = desk.root().join(&path).is_file();
    let named_by_record = matches!(origin, Origin::File(_));
    (there || named_by_record).then(|| (shown, there.then_some(path)))
}

/// Opens a file; only for a page of ours, or whoever is at the keyboard could be made to by any site.
fn open(desk: &Desk, request: &Request) -> Answer {
    if !request.from_own_page {
        return Answer::text(403, "Filer kan bare åpnes fra forhåndsvisningen.");
    }
    let value = |key: &str| {
        let line = request.body.lines().find_map(|it| it.strip_prefix(key)?.strip_prefix('='));
        line.unwrap_or_default().trim()
    };
    match desk.editor.open(desk.root(), value("fil"), value("linje").parse().unwrap_or(1)) {
        Ok(()) => Answer { status: 204, content_type: "text/plain; charset=utf-8", ..Answer::default() },
        Err(error) => Answer::text(404, &format!("Filen ble ikke åpnet: {error:#}")),
    }
}

fn etag(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..20].to_owned()
}
