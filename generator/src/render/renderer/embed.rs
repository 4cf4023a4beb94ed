//! Pages for frames on other sites, and the script that puts them there.

use super::{Output, Renderer, assets};
use crate::model::{Embed, KommuneId, Route, Scope};
use crate::render::error::RenderError;
use crate::render::pages::{embed, list};

impl Renderer<'_> {
    pub(super) fn embed(&self, route: &Route, id: KommuneId, kind: Embed) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Kommune(id));
        let lists = self.lists_for(route, ctx.scope)?;
        let title = ctx.say_name("embed_frame_title", &ctx.scope_name(ctx.scope));
        let mut page = self.page(&ctx, route, &title);
        page.noindex = true;
        page.scripts.extend(self.script("ramme.js"));
        match kind {
            Embed::Maker => self.maker(route, id),
            Embed::Search => self.html(&ctx, route, "embed/search.html", page, &embed::search(&ctx), None),
            Embed::List => {
                page.scripts.extend(self.script("tid.js"));
                self.html(&ctx, route, "embed/list.html", page, &embed::tilbud(&ctx, &lists), None)
            }
            Embed::Talk => {
                page.scripts.extend(self.script("tid.js"));
                let groups = self.drawn(&ctx, list::talk(&ctx, lists.all()))?;
                self.html(&ctx, route, "embed/talk.html", page, &embed::search(&ctx), Some(groups))
            }
        }
    }

    fn maker(&self, route: &Route, id: KommuneId) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Kommune(id));
        let view = embed::maker(&ctx, id, &*self.lists_for(route, ctx.scope)?);
        let mut page = self.page(&ctx, route, &ctx.say("embed_title"));
        page.scripts.extend(self.script("lag-ramme.js"));
        self.html(&ctx, route, "embed/maker.html", page, &view, None)
    }

    /// The script has one address for good: other sites have written it down.
    pub(super) fn embed_script(&self, route: &Route) -> Result<Output, RenderError> {
        let script = self.theme.assets().get("embed.js").ok_or_else(|| self.unknown(route))?;
        Ok(Output { bytes: script.bytes.clone(), content_type: assets::content_type("js") })
    }
}
