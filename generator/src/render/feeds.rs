//! Files for programs: `sitemap.xml` and `robots.txt`.

use crate::model::{Embed, ReportFormat, Route, Site};

/// The most addresses that one file may hold (sitemaps.org).
pub(super) const MOST_ADDRESSES: usize = 50_000;

/// The addresses that search engines may show, as files hold them.
pub(super) struct Sitemap<'a> {
    site: &'a Site,
    routes: Vec<Route>,
    most: usize,
}

impl<'a> Sitemap<'a> {
    /// Of the pages at `routes`, with at most so many addresses in a file; without a base address it is empty.
    pub(super) fn of(site: &'a Site, routes: &[Route], most: usize) -> Sitemap<'a> {
        let is_in = |it: &&Route| !site.settings.base_url.is_empty() && is_indexed(site, it);
        Sitemap { site, routes: routes.iter().filter(is_in).cloned().collect(), most }
    }

    /// How many files there are beside the first; none where that holds all.
    pub(super) fn n_parts(&self) -> u16 {
        if self.routes.len() <= self.most {
            return 0;
        }
        u16::try_from(self.routes.len().div_ceil(self.most)).unwrap_or(u16::MAX)
    }

    /// `sitemap.xml`: every address, or where the parts are that hold them.
    pub(super) fn file(&self) -> String {
        match self.n_parts() {
            0 => self.addresses(&self.routes),
            n => {
                let part = |nr: u16| {
                    format!("<sitemap><loc>{}</loc></sitemap>\n", self.site.canonical(&Route::SitemapPart(nr)))
                };
                document("sitemapindex", (1..=n).map(part))
            }
        }
    }

    /// The part with that number; empty when there is none.
    pub(super) fn part(&self, nr: u16) -> String {
        let part = self.routes.chunks(self.most).nth(usize::from(nr).saturating_sub(1));
        self.addresses(part.unwrap_or_default())
    }

    fn addresses(&self, routes: &[Route]) -> String {
        let address =
            |it: &Route| format!("<url><loc>{}</loc>{}</url>\n", self.site.canonical(it), changed(self.site, it));
        document("urlset", routes.iter().map(address))
    }
}

fn document(name: &str, lines: impl Iterator<Item = String>) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{name} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    out.extend(lines);
    out + &format!("</{name}>\n")
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
        Route::NotFound(_) | Route::Sitemap | Route::SitemapPart(_) | Route::Robots | Route::MyList(_) => false,
        Route::DataFile(..) | Route::OpenSearch(_) | Route::Headers | Route::Redirects | Route::EmbedScript => false,
        Route::Embed(_, embed) => *embed == Embed::Maker,
        Route::Report(_, _, format) => *format == ReportFormat::Html,
        Route::ReportLists(..) => false,
        _ => true,
    };
    is_page && !site.is_example(site.whose(route)) && !site.is_preview()
}

fn changed(site: &Site, route: &Route) -> String {
    let Route::Tilbud(id) = route else { return String::new() };
    let control = site.tilbud(*id).kontrollert.as_ref();
    control.map(|it| format!("<lastmod>{}</lastmod>", it.dato)).unwrap_or_default()
}
