//! From a route to bytes.
//!
//! Here is what all pages have in common; what is particular to a kind of page
//! is in the modules below, one for each kind of owner.

mod embed;
mod files;
mod kept;
mod kommune;
mod links;
mod portal;
mod report;
mod tilbud;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use tera::{Context, Value};

use super::addresses::Addresses;
use super::assets::Asset;
use super::brand::Brand;
use super::error::RenderError;
use super::feeds::{MOST_ADDRESSES, Sitemap};
use super::lists::{Lists, ScopeIndex};
use super::pages::{Ctx, card, list, shell};
use super::theme::Theme;
use super::view::{Link, Page};
use super::{assets, feeds, routes};
use crate::index::Indexes;
use crate::model::{DataFile, Home, Lang, Mode, OrganisasjonId, RegionId, Route, Scope, Site, TilbudId};
use crate::report::Shared;
use crate::{data, host};
use kept::Kept;
pub use report::jobs;

/// What is at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// For the `Content-Type` header.
    pub content_type: &'static str,
}

/// Makes pages of one site with one theme.
///
/// Every page is a function of site, theme and route alone. What pages share
/// (shells, cards, lists) is made when first asked for and kept, so that it is
/// made once however many pages and threads ask.
pub struct Renderer<'a> {
    site: &'a Site,
    theme: &'a Theme,
    index: ScopeIndex,
    search: Indexes<'a>,
    addresses: Addresses,
    routes: OnceLock<Vec<Route>>,
    brands: OnceLock<Vec<Brand>>,
    lists: BTreeMap<Scope, Kept<Lists>>,
    shells: BTreeMap<Scope, Kept<Result<Value, RenderError>>>,
    cards: Vec<Kept<[OnceLock<Value>; 2]>>,
    shared: Shared,
}

impl<'a> Renderer<'a> {
    /// Prepares to render `site` with `theme`.
    pub fn new(site: &'a Site, theme: &'a Theme) -> Renderer<'a> {
        let with_lists = site.kommune_ids().map(Scope::Kommune).chain([Scope::Portal]);
        Renderer {
            site,
            theme,
            index: ScopeIndex::new(site),
            search: Indexes::new(site),
            addresses: Addresses::default(),
            routes: OnceLock::new(),
            brands: OnceLock::new(),
            lists: with_lists.map(|it| (it, Kept::default())).collect(),
            shells: scopes(site).into_iter().map(|it| (it, Kept::default())).collect(),
            cards: site.tilbud.iter().map(|_| Kept::default()).collect(),
            shared: Shared::new(site),
        }
    }

    /// Gives back what was kept for the pages of a kommune, or for the portal's search, when they are all made.
    pub fn forget(&self, scope: Scope) {
        self.search.forget(scope);
        let Scope::Kommune(kommune) = scope else { return };
        self.lists.get(&scope).into_iter().for_each(Kept::forget);
        self.shells.get(&scope).into_iter().for_each(Kept::forget);
        let own = |id: &TilbudId| self.site.tilbud(*id).home == Home::Kommune(kommune);
        for id in self.site.shown_in(kommune).iter().map(|it| it.id).filter(own) {
            self.cards[id.0 as usize].forget();
        }
        self.shared.forget(kommune);
    }

    /// Makes what is at `route`.
    pub fn render(&self, route: &Route) -> Result<Output, RenderError> {
        match route {
            Route::Home(Scope::Portal) => self.portal(route, "portal/home.html"),
            Route::Kommuner => self.portal(route, "portal/kommuner.html"),
            Route::Fylker => self.portal(route, "portal/fylker.html"),
            Route::Home(Scope::Kommune(id)) => self.kommune(route, *id),
            Route::Home(scope) => self.owner(route, *scope),
            Route::Organisasjoner => self.organisations(route),
            Route::Search(scope) => self.search(route, *scope),
            Route::TalkNow(scope) => self.talk(route, *scope),
            Route::MyList(id) => self.my_list(route, *id),
            Route::Tilbud(id) => self.tilbud(route, *id),
            Route::List(scope, kind) => self.list(route, *scope, *kind),
            Route::Browse(scope) => self.browse(route, *scope),
            Route::Side(at) => self.side(route, *at),
            Route::Metoden => self.method(route),
            Route::HeleMetoden => self.whole_method(route),
            Route::NotFound(scope) => self.not_found(route, *scope),
            Route::Sitemap => Ok(file("xml", self.sitemap().file())),
            Route::SitemapPart(nr) => Ok(file("xml", self.sitemap().part(*nr))),
            Route::Robots => Ok(file("txt", feeds::robots(self.site))),
            Route::Data(scope) => self.data(route, *scope),
            Route::DataFile(scope, file) => Ok(Output {
                bytes: data::file(self.site, *scope, *file),
                content_type: assets::content_type(file.name()),
            }),
            Route::OpenSearch(scope) => Ok(file("xml", data::open_search(self.site, *scope))),
            Route::Headers => Ok(file("txt", host::headers(&host::rules(self.site)))),
            Route::Redirects => Ok(file("txt", host::redirects(&host::moved(self.site)))),
            Route::Embed(id, embed) => self.embed(route, *id, *embed),
            Route::EmbedScript => self.embed_script(route),
            Route::Reports(scope) => self.reports(route, *scope),
            Route::Report(scope, name, format) => self.report(route, *scope, *name, *format),
            Route::ReportLists(scope, part) => self.report_lists(route, *scope, *part),
        }
    }

    /// Every address of the site, as [`super::routes`] lists them.
    pub fn routes(&self) -> &[Route] {
        self.routes.get_or_init(|| routes::all(self.site, &self.index))
    }

    fn sitemap(&self) -> Sitemap<'_> {
        Sitemap::of(self.site, self.routes(), MOST_ADDRESSES)
    }

    /// What is particular to a page, with what most pages have in common.
    fn page(&self, ctx: &Ctx<'_>, route: &Route, title: &str) -> Page {
        let portal = self.site.portal.navn.best(ctx.lang);
        let scope = ctx.scope_name(ctx.scope);
        let parts = [title, &scope, portal];
        let mut parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
        parts.dedup();
        let example = self.site.is_example(ctx.scope);
        Page {
            title: parts.join(" – "),
            canonical: (!self.site.settings.base_url.is_empty()).then(|| self.site.canonical(route)),
            description: self.description(ctx),
            noindex: example || !feeds::is_indexed(self.site, route),
            crumbs: self.crumbs(ctx, route),
            feed_url: self.found(route, |scope| Route::DataFile(scope, DataFile::Atom)),
            open_search_url: self.found(route, Route::OpenSearch).filter(|_| !self.site.settings.base_url.is_empty()),
            ..Page::default()
        }
    }

    /// What the pages of a scope are about, for those that say nothing of their own.
    fn description(&self, ctx: &Ctx<'_>) -> String {
        match ctx.scope {
            Scope::Portal | Scope::Stat => ctx.say("portal_description"),
            scope => ctx.say_name("home_description", &ctx.scope_name(scope)),
        }
    }

    /// What a first page tells programs of: the address of one of its scope's files of data.
    fn found(&self, route: &Route, file: impl Fn(Scope) -> Route) -> Option<String> {
        let Route::Home(scope) = route else { return None };
        data::scopes(self.site).contains(scope).then(|| self.site.url(&file(*scope)))
    }

    /// The portal and the owner's first page, unless the page is one of them.
    fn crumbs(&self, ctx: &Ctx<'_>, route: &Route) -> Vec<Link> {
        let mut crumbs = Vec::new();
        if *route == Route::Home(Scope::Portal) {
            return crumbs;
        }
        if self.site.settings.mode == Mode::Portal {
            crumbs.push(ctx.link(&Route::Home(Scope::Portal), self.site.portal.navn.best(ctx.lang)));
        }
        if ctx.scope != Scope::Portal && *route != Route::Home(ctx.scope) {
            crumbs.push(ctx.link(&Route::Home(ctx.scope), ctx.scope_name(ctx.scope)));
        }
        crumbs
    }

    /// Fills a template. `groups` are cards, which pages share and which are therefore values already.
    fn html(
        &self,
        ctx: &Ctx<'_>,
        route: &Route,
        template: &str,
        page: Page,
        view: &impl Serialize,
        groups: Option<Value>,
    ) -> Result<Output, RenderError> {
        let mut context = Context::new();
        context.insert_value("t", ctx.texts.plain());
        context.insert_value("shell", self.shell(ctx)?);
        context.insert("page", &page);
        context.insert("view", view);
        context.insert_value("groups", groups.unwrap_or_else(|| Value::from(Vec::<Value>::new())));
        let mut bytes = Vec::with_capacity(16 * 1024);
        match self.theme.tera.render_to(template, &context, &mut bytes) {
            Ok(()) => Ok(Output { bytes, content_type: assets::content_type("html") }),
            Err(err) => Err(RenderError::new(&self.site.url(route), template, &err)),
        }
    }

    fn ctx(&self, scope: Scope) -> Ctx<'_> {
        let lang = self.site.lang(scope);
        Ctx { site: self.site, texts: self.theme.texts(lang.tag()), scope, lang }
    }

    /// What all pages of a scope share; its foot is drawn once for all of them.
    fn shell(&self, ctx: &Ctx<'_>) -> Result<Value, RenderError> {
        let brand = match ctx.scope {
            Scope::Kommune(id) => self.brands()[usize::from(id.0)].urls(),
            _ => shell::Brand::default(),
        };
        let make = || {
            let home = self.lists(ctx.scope).map_or(Scope::Portal, |it| it.home());
            let mut shell = shell::shell(ctx, self.theme, brand, home);
            shell.foot_html = self.component(ctx, "foot", "shell", &shell, &Route::Home(ctx.scope))?;
            Ok(Value::from_serializable(&shell))
        };
        match self.shells.get(&ctx.scope) {
            Some(kept) => Result::clone(&kept.get(make)),
            None => make(),
        }
    }

    /// Draws the component `name` of one argument; `route` is told when that fails.
    fn component(
        &self,
        ctx: &Ctx<'_>,
        name: &str,
        argument: &'static str,
        value: &impl Serialize,
        route: &Route,
    ) -> Result<String, RenderError> {
        let (mut arguments, mut implicits) = (Context::new(), Context::new());
        arguments.insert(argument, value);
        implicits.insert_value("t", ctx.texts.plain());
        let drawn = self.theme.tera.render_component_with_implicits(name, &arguments, &implicits, None, true);
        drawn.map_err(|err| RenderError::new(&self.site.url(route), &format!("components/{name}.html"), &err))
    }

    /// Groups of cards as a value: `[{id, heading, cards}]`.
    fn groups(&self, ctx: &Ctx<'_>, groups: Vec<list::Group>) -> Value {
        let card = |id| Ok(Value::from_serializable(&card::card(ctx, id)));
        grouped(groups, card).unwrap_or_else(|never: std::convert::Infallible| match never {})
    }

    /// The same with the cards drawn: most pages are lists, and a card is in a dozen of them.
    fn drawn(&self, ctx: &Ctx<'_>, groups: Vec<list::Group>) -> Result<Value, RenderError> {
        grouped(groups, |id| self.card(ctx, id))
    }

    fn card(&self, ctx: &Ctx<'_>, id: TilbudId) -> Result<Value, RenderError> {
        let cards = self.cards[id.0 as usize].get(Default::default);
        let kept = &cards[usize::from(ctx.lang == Lang::Nn)];
        if let Some(card) = kept.get() {
            return Ok(card.clone());
        }
        let html = self.component(ctx, "card", "it", &card::card(ctx, id), &Route::Tilbud(id))?;
        Ok(kept.get_or_init(|| Value::safe_string(&html)).clone())
    }

    /// The lists of a kommune or of the portal; the others have none.
    fn lists(&self, scope: Scope) -> Option<Arc<Lists>> {
        Some(self.lists.get(&scope)?.get(|| self.index.lists(self.site, scope)))
    }

    /// The same for a page that cannot do without.
    fn lists_for(&self, route: &Route, scope: Scope) -> Result<Arc<Lists>, RenderError> {
        self.lists(scope).ok_or_else(|| self.unknown(route))
    }

    /// The address of a script, if the theme has it.
    fn script(&self, name: &str) -> Option<String> {
        self.theme.assets().get(name).map(Asset::url)
    }

    fn unknown(&self, route: &Route) -> RenderError {
        self.failed(route, &"no page is made for this address")
    }

    fn failed(&self, route: &Route, why: &dyn std::fmt::Display) -> RenderError {
        RenderError {
            page: self.site.url(route),
            template: String::new(),
            line: 0,
            column: 0,
            message: why.to_string(),
        }
    }
}

fn grouped<E>(groups: Vec<list::Group>, card: impl Fn(TilbudId) -> Result<Value, E>) -> Result<Value, E> {
    let group = |it: list::Group| -> Result<Value, E> {
        let cards: Vec<Value> = it.tilbud.iter().map(|id| card(*id)).collect::<Result<_, E>>()?;
        Ok(Value::from(BTreeMap::from([
            ("id", Value::from(it.id)),
            ("heading", Value::from(it.heading)),
            ("cards", Value::from(cards)),
        ])))
    };
    Ok(Value::from(groups.into_iter().map(group).collect::<Result<Vec<_>, E>>()?))
}

/// Everybody who has pages of their own.
fn scopes(site: &Site) -> Vec<Scope> {
    let organisations = (0..).zip(&site.organisasjoner).map(|(at, _)| Scope::Organisasjon(OrganisasjonId(at)));
    let regions = (0..).zip(&site.regioner).map(|(at, _)| Scope::Region(RegionId(at)));
    [Scope::Portal, Scope::Stat]
        .into_iter()
        .chain(site.kommune_ids().map(Scope::Kommune))
        .chain(site.fylke_ids().map(Scope::Fylke))
        .chain(regions)
        .chain(organisations)
        .collect()
}

/// A title that tells nothing about what one reads: it stays in the browser's history.
/// A place tells nothing; the name of an organisation may.
fn neutral_title(ctx: &Ctx<'_>) -> String {
    let portal = ctx.site.portal.navn.best(ctx.lang);
    match ctx.scope {
        Scope::Kommune(_) | Scope::Fylke(_) => format!("{} – {portal}", ctx.scope_name(ctx.scope)),
        _ => portal.to_owned(),
    }
}

fn file(ending: &str, text: String) -> Output {
    Output { bytes: text.into_bytes(), content_type: assets::content_type(ending) }
}
