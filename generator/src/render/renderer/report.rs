//! Reports as pages and files.

use std::sync::Arc;

use tera::Context;

use super::{Output, Renderer};
use crate::model::{ReportFormat, ReportName, Route, Scope};
use crate::render::assets;
use crate::render::error::RenderError;
use crate::report::format::{csv, html, json, xlsx};
use crate::report::{self, Desk, Report, Shared};

/// Cuts `routes` into what is best made together: the forms of a report; everything else by itself.
pub fn jobs(routes: &[Route]) -> Vec<&[Route]> {
    let are_one = |a: &Route, b: &Route| match (a, b) {
        (Route::Report(a, first, _), Route::Report(b, second, _)) => (a, first) == (b, second),
        _ => false,
    };
    routes.chunk_by(are_one).collect()
}

impl Renderer<'_> {
    /// Makes what is at each route of a job and hands it to `put`; a report is made once for all its forms.
    pub fn render_job<E: From<RenderError>>(
        &self,
        job: &[Route],
        mut put: impl FnMut(&Route, Output) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut last: Option<Arc<Report>> = None;
        for route in job {
            let Route::Report(scope, name, format) = route else {
                put(route, self.render(route)?)?;
                continue;
            };
            let desk = self.desk(*scope);
            let made = match last.take().filter(|it| (it.scope, it.name) == (*scope, *name)) {
                Some(made) => made,
                None => self.made(&desk, route, *name)?,
            };
            put(route, self.report_as(&desk, route, &made, *format)?)?;
            last = Some(made);
        }
        Ok(())
    }

    pub(super) fn reports(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let view = html::index(&self.desk(scope), report::names(self.site, scope), self.theme.asset_url("rapport.css"));
        let page = self.page(&ctx, route, &ctx.say("reports"));
        self.html(&ctx, route, "rapporter.html", page, &view, None)
    }

    pub(super) fn report_lists(&self, route: &Route, scope: Scope, part: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let view = html::lists(&self.desk(scope), part, self.theme.asset_url("rapport.css"));
        let mut page = self.page(&ctx, route, &view.title);
        page.description.clone_from(&view.lead);
        page.crumbs.push(ctx.link(&Route::Reports(scope), ctx.say("reports")));
        self.html(&ctx, route, "rapport-lister.html", page, &view, None)
    }

    pub(super) fn report(
        &self,
        route: &Route,
        scope: Scope,
        name: ReportName,
        format: ReportFormat,
    ) -> Result<Output, RenderError> {
        let desk = self.desk(scope);
        let made = self.made(&desk, route, name)?;
        self.report_as(&desk, route, &made, format)
    }

    fn made(&self, desk: &Desk<'_>, route: &Route, name: ReportName) -> Result<Arc<Report>, RenderError> {
        let is_made = report::names(self.site, desk.scope).contains(&name);
        if is_made { Ok(report::shared(desk, name)) } else { Err(self.unknown(route)) }
    }

    fn report_as(
        &self,
        desk: &Desk<'_>,
        route: &Route,
        made: &Report,
        format: ReportFormat,
    ) -> Result<Output, RenderError> {
        let bytes = match format {
            ReportFormat::Html => return self.report_page(desk, route, made),
            ReportFormat::Csv => csv::csv(desk, made),
            ReportFormat::Json => json::json(desk, made),
            ReportFormat::Xlsx => xlsx::xlsx(desk, made).map_err(|it| self.failed(route, &it))?,
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

    /// What reports about several places share.
    pub fn shared(&self) -> &Shared {
        &self.shared
    }

    /// Where reports about `scope` are written.
    pub fn desk(&self, scope: Scope) -> Desk<'_> {
        let ctx = self.ctx(scope);
        Desk { site: self.site, scope, lang: ctx.lang, words: ctx.texts, shared: &self.shared, within: None }
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
