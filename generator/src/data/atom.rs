//! What was controlled last, as an Atom feed (RFC 4287).

use jiff::civil::Date;

use super::{exported, place, uuid, words};
use crate::model::{DataFile, Route, Scope, Site, TilbudId};

/// As many entries as a feed reader wants to see.
const ENTRIES: usize = 100;

/// The feed of a place: the tilbud whose information was controlled last.
pub(super) fn feed(site: &Site, scope: Scope) -> String {
    let lang = site.lang(scope);
    let mut dated: Vec<(Date, TilbudId)> = exported(site, scope)
        .into_iter()
        .filter_map(|id| site.tilbud(id).kontrollert.as_ref().map(|it| (it.dato, id)))
        .collect();
    dated.sort_by_key(|(day, id)| (std::cmp::Reverse(*day), *id));
    dated.truncate(ENTRIES);
    let updated = dated.first().map_or(site.settings.dato, |(day, _)| *day);
    let title = if lang == crate::model::Lang::Nn { "Nyleg kontrollerte tilbod" } else { "Nylig kontrollerte tilbud" };
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        lang.tag()
    );
    out.push_str(&element("title", &format!("{title} – {}", place(site, scope, lang))));
    out.push_str(&element("id", &format!("urn:uuid:{}", uuid::of(&format!("endringer{}", site.scope_url(scope))))));
    out.push_str(&element("updated", &moment(updated)));
    out.push_str(&link("self", &site.canonical(&Route::DataFile(scope, DataFile::Atom))));
    out.push_str(&link("alternate", &site.canonical(&Route::Home(scope))));
    out.push_str(&format!("<author>{}</author>\n", element("name", &place(site, scope, lang)).trim_end()));
    for (day, id) in dated {
        out.push_str(&entry(site, scope, day, id));
    }
    out.push_str("</feed>\n");
    out
}

fn entry(site: &Site, scope: Scope, day: Date, id: TilbudId) -> String {
    let tilbud = site.tilbud(id);
    let lang = site.lang(scope);
    let summary = tilbud.sammendrag.as_ref().map(|it| element("summary", it.best(lang))).unwrap_or_default();
    [
        "<entry>\n",
        &element("title", tilbud.tittel.best(lang)),
        &element("id", &format!("urn:uuid:{}", uuid::of(&format!("tilbud/{}", tilbud.key)))),
        &element("updated", &moment(day)),
        &link("alternate", &site.canonical(&Route::Tilbud(id))),
        &format!("<author>{}</author>\n", element("name", &words::owner(site, tilbud, lang)).trim_end()),
        &summary,
        "</entry>\n",
    ]
    .concat()
}

/// A day as a moment: the beginning of it.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>\n", escape(text))
}

fn link(rel: &str, url: &str) -> String {
    format!("<link rel=\"{rel}\" href=\"{}\"/>\n", escape(url))
}

/// Text that can stand in an element or an attribute; characters that XML cannot hold are left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(letter),
            it if it.is_control() || matches!(it, '\u{fffe}' | '\u{ffff}') => (),
            it => out.push(it),
        }
    }
    out
}
