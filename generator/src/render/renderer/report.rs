//! Reports as pages and files.

use tera::Context;

use super::{Output, Renderer};
use crate::model::{ReportFormat, ReportName, Route, Scope};
use crate::render::assets;
use crate::render::error::RenderError;
use crate::report::format::{csv, html, json, xlsx};
use crate::report::{self, Desk, Report};

impl Renderer<'_> {
    pub(super) fn reports(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let view = html::index(&self.desk(scope), report::names(self.site, scope), self.theme.asset_url("rapport.css"));
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
        if !report::names(self.site, scope).contains(&name) {
            return Err(self.unknown(route));
        }
        let desk = self.desk(scope);
        let made = report::report(&desk, name);
        let bytes = match format {
            ReportFormat::Html => return self.report_page(&desk, route, &made),
            ReportFormat::Csv => csv::csv(&desk, &made),
            ReportFormat::Json => json::json(&desk, &made),
            ReportFormat::Xlsx => xlsx::xlsx(&desk, &made).map_err(|it| self.failed(route, &it))?,
        };
        Ok(Output { bytes, content_type: assets::content_type(format.extension()) })
    }

    fn report_page(&self, desk: &Desk<'_>, route: &Route, made: &Report) -> Result<Output, RenderError> {
        let ctx = self.ctx(desk.scope);
        let view = html::page(desk, made, self.theme.asset_url("rapport.css"));
        let mut page = self.page(&ctx, route, &view.title);
        page.description = view.intro.first().cloned().unwrap_or_default();
        page.crumbs.push(ctx.link(&Route::Reports(ctx.scope), ctx.say("reports")));
        self.html(&ctx, route, "rapport.html", page, &view, None)
    }

    /// Where reports about `scope` are written.
    pub fn desk(&self, scope: Scope) -> Desk<'_> {
        let ctx = self.ctx(scope);
        Desk { site: self.site, scope, lang: ctx.lang, words: ctx.texts, shared: &self.shared }
    }

    /// A report as one page that needs no other file and refers to none: style and pictures are in it. Links to
    /// other pages are there only when the site's own address is known.
    pub fn report_file(&self, desk: &Desk<'_>, made: &Report) -> Result<Vec<u8>, RenderError> {
        const PAGE: &str = "rapport-fil.html";
        let css = self.theme.asset_text("rapport-fil.css") + &self.theme.asset_text("rapport.css");
        let mut context = Context::new();
        context.insert_value("t", self.theme.texts(desk.lang.tag()).plain());
        context.insert("view", &html::alone(desk, made, css));
        let mut bytes = Vec::with_capacity(64 * 1024);
        match self.theme.tera.render_to(PAGE, &context, &mut bytes) {
            Ok(()) => Ok(bytes),
            Err(err) => Err(RenderError::new(made.name.slug(), PAGE, &err)),
        }
    }
}
