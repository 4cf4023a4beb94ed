//! Pages of the portal and of owners other than kommuner.

use super::{Output, Renderer};
use crate::model::{OrganisasjonId, Route, Scope};
use crate::render::error::RenderError;
use crate::render::pages::{data, home, list, method, side};

impl Renderer<'_> {
    pub(super) fn portal(&self, route: &Route, template: &str) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Portal);
        let view = home::choose(&ctx);
        let (title, here) = match route {
            Route::Kommuner => (ctx.say("menu_kommuner"), "kommuner"),
            Route::Fylker => (ctx.say("fylker"), "fylker"),
            _ => (ctx.say("portal_title"), "home"),
        };
        let mut page = self.page(&ctx, route, &title);
        page.description = ctx.say("portal_description");
        page.urgent = here == "home";
        page.here = here;
        page.scripts.extend(self.script("velg-kommune.js"));
        self.html(&ctx, route, template, page, &view, None)
    }

    pub(super) fn owner(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let tilbud = self.index.tilbud_in(self.site, scope, ctx.lang);
        let view = home::owner(&ctx, tilbud.len());
        let mut page = self.page(&ctx, route, &view.name.text);
        page.description = view.description.as_ref().map(|it| it.text.clone()).unwrap_or_default();
        page.scripts.extend(self.script("tid.js"));
        let groups = list::by_theme(&ctx, &tilbud);
        self.html(&ctx, route, "owner.html", page, &view, Some(self.groups(&ctx, groups)))
    }

    pub(super) fn organisations(&self, route: &Route) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Portal);
        let count = |id: OrganisasjonId| self.index.ids_in(self.site, Scope::Organisasjon(id)).len();
        let view = home::organisations(&ctx, &count);
        let page = self.page(&ctx, route, &ctx.say("organisations"));
        self.html(&ctx, route, "portal/organisasjoner.html", page, &view, None)
    }

    pub(super) fn side(&self, route: &Route, at: u32) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Portal);
        let view = side::page(&ctx, at, &self.resolver(ctx.scope, ""));
        let mut page = self.page(&ctx, route, &view.title.text);
        page.description = view.lead.as_ref().map(|it| it.text.clone()).unwrap_or_default();
        if view.step > 0 {
            page.crumbs.push(ctx.link(&Route::Metoden, ctx.say("menu_method")));
            page.here = "method";
        }
        self.html(&ctx, route, "side.html", page, &view, None)
    }

    pub(super) fn data(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let view = data::page(&ctx, &self.resolver(scope, ""));
        let mut page = self.page(&ctx, route, &ctx.say("data_title"));
        page.description = ctx.say("data_lead");
        self.html(&ctx, route, "data.html", page, &view, None)
    }

    pub(super) fn method(&self, route: &Route) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Portal);
        let view = method::short(&ctx, &self.resolver(ctx.scope, ""));
        let mut page = self.page(&ctx, route, &ctx.say("method_title"));
        page.here = "method";
        self.html(&ctx, route, "metode.html", page, &view, None)
    }

    pub(super) fn whole_method(&self, route: &Route) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Portal);
        let view = method::whole(&ctx, &self.resolver(ctx.scope, ""));
        let mut page = self.page(&ctx, route, &ctx.say("whole_method"));
        page.crumbs.push(ctx.link(&Route::Metoden, ctx.say("menu_method")));
        page.here = "method";
        self.html(&ctx, route, "hele-metoden.html", page, &view, None)
    }

    pub(super) fn not_found(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let mut page = self.page(&ctx, route, &ctx.say("not_found_title"));
        page.noindex = true;
        page.canonical = None;
        page.leave = true;
        if scope == Scope::Portal {
            page.scripts.extend(self.script("borte.js"));
        }
        let ways = vec![
            ctx.link(&Route::Home(scope), ctx.say("not_found_home")),
            ctx.link(&Route::Search(scope), ctx.say("menu_search")),
        ];
        self.html(&ctx, route, "404.html", page, &ways, None)
    }
}
