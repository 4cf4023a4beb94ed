//! Tells a browser how to search a place (OpenSearch 1.1).
//!
//! What one types goes into the fragment, which a browser keeps to itself.

use super::atom::escape;
use super::place;
use crate::model::{Lang, Route, Scope, Site};

/// The description. Without a base address its template is a path, which only some browsers take.
pub fn open_search(site: &Site, scope: Scope) -> String {
    let lang = site.lang(scope);
    let name = match scope {
        Scope::Kommune(id) => site.kommune(id).navn.to_string(),
        _ => site.portal.navn.best(lang).to_owned(),
    };
    // At most 16 characters, says the specification.
    let short: String = name.chars().take(16).collect();
    let what = if lang == Lang::Nn { "Søk etter tilbod" } else { "Søk etter tilbud" };
    let about = format!("{what}: {}", place(site, scope, lang));
    let template = format!("{}#q={{searchTerms}}", site.canonical(&Route::Search(scope)));
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n",
        &format!("<ShortName>{}</ShortName>\n", escape(&short)),
        &format!("<Description>{}</Description>\n", escape(&about)),
        &format!("<Language>{}</Language>\n", lang.tag()),
        "<InputEncoding>UTF-8</InputEncoding>\n",
        &format!("<Url type=\"text/html\" template=\"{}\"/>\n", escape(&template)),
        "</OpenSearchDescription>\n",
    ]
    .concat()
}
