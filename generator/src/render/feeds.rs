//! Files for programs: `sitemap.xml` and `robots.txt`.

use super::routes;
use crate::model::{Embed, ReportFormat, Route, Site};

/// `sitemap.xml`: every page that search engines may show. Empty without a base address.
pub(super) fn sitemap(site: &Site) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    if !site.settings.base_url.is_empty() {
        for route in routes(site).iter().filter(|it| is_indexed(site, it)) {
            out.push_str(&format!("<url><loc>{}</loc>{}</url>\n", site.canonical(route), changed(site, route)));
        }
    }
    out.push_str("</urlset>\n");
    out
}

/// `robots.txt`.
pub(super) fn robots(site: &Site) -> String {
    let mut out = String::from("User-agent: *\nAllow: /\n");
    if !site.settings.base_url.is_empty() {
        out.push_str(&format!("Sitemap: {}\n", site.canonical(&Route::Sitemap)));
    }
    out
}

/// Whether search engines may show the page: not the fictional ones, and no search pages or files.
pub(super) fn is_indexed(site: &Site, route: &Route) -> bool {
    let is_page = match route {
        Route::NotFound | Route::Sitemap | Route::Robots | Route::MyList(_) => false,
        Route::DataFile(..) | Route::OpenSearch(_) | Route::Headers | Route::Redirects | Route::EmbedScript => false,
        Route::Embed(_, embed) => *embed == Embed::Maker,
        Route::Report(_, _, format) => *format == ReportFormat::Html,
        _ => true,
    };
    is_page && !site.is_example(site.whose(route)) && !site.is_preview()
}

fn changed(site: &Site, route: &Route) -> String {
    let Route::Tilbud(id) = route else { return String::new() };
    let control = site.tilbud(*id).kontrollert.as_ref();
    control.map(|it| format!("<lastmod>{}</lastmod>", it.dato)).unwrap_or_default()
}
