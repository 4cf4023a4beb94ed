//! What was written as a link, as an address.

use super::Renderer;
use crate::model::{ReportFormat, ReportName, Route, Scope};
use crate::read::markdown::LinkTarget;
use crate::render::routes;

impl<'a> Renderer<'a> {
    /// Turns what was written as a link in the record `key` into an address, read on the pages of `scope`.
    pub(super) fn resolver(&self, scope: Scope, key: &str) -> impl Fn(&str) -> Option<String> + use<'_, 'a> {
        let folder = key.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
        move |written: &str| match LinkTarget::parse(written) {
            LinkTarget::Tilbud(id) if id.contains('/') => self.tilbud_url(id),
            LinkTarget::Tilbud(id) => self.tilbud_url(&format!("{folder}/{id}")),
            LinkTarget::Rapport(name) => self.report_url(scope, name),
            LinkTarget::Side(slug) => self.side_url(slug),
            LinkTarget::External(url) | LinkTarget::Internal(url) | LinkTarget::Fragment(url) => Some(url.to_owned()),
            LinkTarget::Refused(_) => None,
        }
    }

    fn tilbud_url(&self, key: &str) -> Option<String> {
        let id = self.site.find_tilbud(key).filter(|it| self.site.has_page(*it))?;
        Some(self.site.url(&Route::Tilbud(id)))
    }

    fn report_url(&self, scope: Scope, name: &str) -> Option<String> {
        let name = ReportName::ALL.into_iter().find(|it| it.slug() == name)?;
        let scope = if routes::has_reports(self.site, scope) { scope } else { Scope::Portal };
        // A report that is not made yet leads to those that are.
        let made = crate::report::names(self.site, scope).contains(&name);
        let route = if made { Route::Report(scope, name, ReportFormat::Html) } else { Route::Reports(scope) };
        Some(self.site.url(&route))
    }

    fn side_url(&self, slug: &str) -> Option<String> {
        let (at, side) = (0..).zip(&self.site.sider).find(|(_, it)| it.slug.as_str() == slug)?;
        Some(self.site.url(&routes::of_side(at, side)))
    }
}
