//! Reports as pages.

use super::{Output, Renderer};
use crate::model::{ReportFormat, ReportName, Route, Scope};
use crate::render::error::RenderError;
use crate::render::pages::Ctx;
use crate::report::format::html;
use crate::report::{self, Desk};

impl Renderer<'_> {
    pub(super) fn reports(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let view = html::index(&self.desk(&ctx), report::names(self.site, scope), self.theme.asset_url("rapport.css"));
        let page = self.page(&ctx, route, &ctx.say("reports"));
        self.html(&ctx, route, "rapporter.html", page, &view, None)
    }

    pub(super) fn report(
        &self,
        route: &Route,
        scope: Scope,
        name: ReportName,
        format: ReportFormat,
    ) -> Result<Output, RenderError> {
        if !report::names(self.site, scope).contains(&name) || format != ReportFormat::Html {
            return Err(self.unknown(route));
        }
        let ctx = self.ctx(scope);
        let desk = self.desk(&ctx);
        let made = report::report(&desk, name);
        let view = html::page(&desk, &made, self.theme.asset_url("rapport.css"));
        let mut page = self.page(&ctx, route, &view.title);
        page.description = view.intro.first().cloned().unwrap_or_default();
        page.crumbs.push(ctx.link(&Route::Reports(scope), ctx.say("reports")));
        self.html(&ctx, route, "rapport.html", page, &view, None)
    }

    fn desk<'c>(&'c self, ctx: &Ctx<'c>) -> Desk<'c> {
        Desk { site: self.site, scope: ctx.scope, lang: ctx.lang, words: ctx.texts, shared: &self.shared }
    }
}
