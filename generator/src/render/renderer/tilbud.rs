//! The page of one tilbud.

use std::collections::BTreeSet;

use super::{Output, Renderer, neutral_title};
use crate::model::{Drift, Home, ListKind, Mode, OpeningHours, Route, Scope, Tilbud, TilbudId};
use crate::render::error::RenderError;
use crate::render::pages::{Ctx, list, tilbud};
use crate::render::view::Link;

impl Renderer<'_> {
    pub(super) fn tilbud(&self, route: &Route, id: TilbudId) -> Result<Output, RenderError> {
        let tilbud = self.site.tilbud(id);
        let ctx = self.ctx(self.host_of(tilbud));
        let resolve = self.resolver(ctx.scope, &tilbud.key);
        let view = tilbud::page(&ctx, id, &resolve);
        let mut page = self.page(&ctx, route, &view.title.text);
        page.description = view.summary.as_ref().map(|it| it.text.clone()).unwrap_or_default();
        page.crumbs.extend(self.theme_crumb(&ctx, id));
        page.scripts.extend(self.script("tid.js"));
        if tilbud.sensitiv {
            page.title = neutral_title(&ctx);
            page.leave = true;
            page.urgent = true;
        }
        let groups = self.beside(&ctx, id);
        self.html(&ctx, route, "tilbud.html", page, &view, Some(self.drawn(&ctx, groups)?))
    }

    /// Among whose pages a tilbud is read: its owner's, or, on the site of one kommune, that kommune's also when
    /// a neighbour gives it.
    fn host_of(&self, tilbud: &Tilbud) -> Scope {
        match (self.site.settings.mode, tilbud.home) {
            (Mode::Standalone(kommune), Home::Kommune(_)) => Scope::Kommune(kommune),
            (_, home) => self.site.scope_of(home),
        }
    }

    /// What to show beside a tilbud: those like it, and whom to call when it is closed.
    fn beside(&self, ctx: &Ctx<'_>, id: TilbudId) -> Vec<list::Group> {
        let among = match ctx.scope {
            Scope::Kommune(_) => self.lists(ctx.scope).map(|it| it.all().to_vec()).unwrap_or_default(),
            scope => self.index.tilbud_in(self.site, scope, ctx.lang),
        };
        let similar = list::similar(ctx, id, &among, 4);
        let hours = |it: TilbudId| &self.site.tilbud(it).apningstider;
        let closes = matches!(hours(id), OpeningHours::Weekly(_));
        // A shared theme alone would send whoever looks for football to the legevakt.
        let helps = |other: &Tilbud| {
            let this = self.site.tilbud(id);
            let is_main = |of: &Tilbud, to: &Tilbud| of.tema.first().is_some_and(|it| to.tema.contains(it));
            is_main(this, other)
                || is_main(other, this)
                || this.tilbudstype.iter().any(|it| other.tilbudstype.contains(it))
        };
        let answers = |it: &TilbudId| {
            let tilbud = self.site.tilbud(*it);
            *hours(*it) == OpeningHours::Always
                && tilbud.drift == Drift::Aktiv
                && tilbud.kontakt.answers()
                && helps(tilbud)
        };
        let always: Vec<TilbudId> = among.into_iter().filter(answers).collect();
        let mut instead = if closes { list::similar(ctx, id, &always, always.len()) } else { Vec::new() };
        // The same telephone may be answered for by a kommune and by the country.
        let mut telephones = BTreeSet::new();
        instead.retain(|it| {
            let telephone = self.site.tilbud(*it).kontakt.telefon.as_ref();
            telephone.is_none_or(|it| telephones.insert(it.replace(' ', "")))
        });
        instead.truncate(3);
        let group = |id: &str, tilbud| list::Group { id: id.to_owned(), heading: String::new(), tilbud };
        vec![group("similar", similar), group("when-closed", instead)]
    }

    fn theme_crumb(&self, ctx: &Ctx<'_>, id: TilbudId) -> Option<Link> {
        let scope = tilbud::listed_by(ctx, id)?;
        let kind = ListKind::Tema(*self.site.tilbud(id).tema.first()?);
        let name = list::title(ctx, kind);
        Some(Link { url: self.site.url(&Route::List(scope, kind)), name: name.text, lang: name.lang })
    }
}
