//! Pages of a kommune; search and lists are pages of the portal too.

use super::{Output, Renderer, neutral_title};
use crate::model::{KommuneId, ListKind, Route, Scope};
use crate::render::error::RenderError;
use crate::render::pages::{home, list};

impl Renderer<'_> {
    pub(super) fn kommune(&self, route: &Route, id: KommuneId) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Kommune(id));
        let lists = self.lists_for(route, ctx.scope)?;
        let view = home::kommune(&ctx, id, &lists);
        let mut page = self.page(&ctx, route, &ctx.say("home_title"));
        page.description = ctx.say_name("home_description", &view.name);
        page.crumbs.clear();
        page.leave = true;
        page.urgent = true;
        page.here = "home";
        page.scripts.extend(self.script("tid.js"));
        let groups = list::highlights(&ctx, lists.all());
        self.html(&ctx, route, "kommune/home.html", page, &view, Some(self.groups(&ctx, groups)))
    }

    pub(super) fn search(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let mut view = list::search(&ctx, &*self.lists_for(route, scope)?);
        let parts = self.search.of(scope);
        let url = |it: &Option<String>| it.as_ref().map(|it| format!("/{it}")).unwrap_or_default();
        view.core_url = format!("/{}", parts.core);
        view.texts_url = url(&parts.texts);
        view.quick_url = url(&parts.quick);
        let mut page = self.page(&ctx, route, &ctx.say("menu_search"));
        page.leave = true;
        page.urgent = true;
        page.noindex = true;
        page.here = "search";
        page.scripts.extend(self.script("sok/sok.js"));
        let module = if parts.is_parted() { "nettungen_search_parts_bg" } else { "nettungen_search_bg" };
        view.module_url = self.script(&format!("sok/{module}.wasm")).unwrap_or_default();
        self.html(&ctx, route, "search.html", page, &view, None)
    }

    pub(super) fn talk(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let groups = list::talk(&ctx, self.lists_for(route, scope)?.all());
        let mut page = self.page(&ctx, route, &ctx.say("talk_title"));
        page.leave = true;
        page.urgent = true;
        page.here = "talk";
        page.scripts.extend(self.script("tid.js"));
        self.html(&ctx, route, "talk.html", page, &(), Some(self.drawn(&ctx, groups)?))
    }

    pub(super) fn my_list(&self, route: &Route, id: KommuneId) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Kommune(id));
        let tilbud = self.lists_for(route, ctx.scope)?.all().to_vec();
        let groups = vec![list::Group { id: String::new(), heading: String::new(), tilbud }];
        let mut page = self.page(&ctx, route, &ctx.say("my_list"));
        page.leave = true;
        page.scripts.extend(self.script("min-liste.js"));
        self.html(&ctx, route, "kommune/min-liste.html", page, &(), Some(self.groups(&ctx, groups)))
    }

    pub(super) fn list(&self, route: &Route, scope: Scope, kind: ListKind) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let (view, groups) = list::page(&ctx, kind, &*self.lists_for(route, scope)?);
        let mut page = self.page(&ctx, route, &view.title.text);
        page.description = view.lead.as_ref().map(|it| it.text.clone()).unwrap_or_default();
        page.scripts.extend(self.script("tid.js"));
        if kind == ListKind::Alle {
            page.here = "all";
        } else {
            page.crumbs.push(ctx.link(&Route::Browse(scope), ctx.say("menu_browse")));
        }
        if list::is_sensitive(&ctx, kind) {
            page.title = neutral_title(&ctx);
            page.leave = true;
            page.urgent = true;
        }
        self.html(&ctx, route, "list.html", page, &view, Some(self.drawn(&ctx, groups)?))
    }

    pub(super) fn browse(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let view = list::browse(&ctx, &*self.lists_for(route, scope)?);
        let mut page = self.page(&ctx, route, &ctx.say("browse_title"));
        page.leave = true;
        page.here = "browse";
        self.html(&ctx, route, "browse.html", page, &view, None)
    }
}
