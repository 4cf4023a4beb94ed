//! From a route to bytes.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Value};

use super::addresses::Addresses;
use super::assets::Asset;
use super::error::RenderError;
use super::lists::{Lists, ScopeIndex};
use super::pages::{Ctx, card, home, list, method, shell, side, tilbud};
use super::theme::Theme;
use super::view::{Link, Page};
use super::{assets, brand, feeds, routes};
use crate::index::Indexes;
use crate::model::{
    KommuneId, Lang, ListKind, Mode, OpeningHours, OrganisasjonId, ReportFormat, ReportName, Route, Scope, Site,
    TilbudId,
};
use crate::read::markdown::LinkTarget;
use crate::report::format::html;
use crate::report::{self, Desk};

/// The name of what leads to the parts of a search index, beside the search page.
const MANIFEST: &str = "indeks.json";

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
    brands: OnceLock<Vec<Option<Asset>>>,
    lists: Vec<OnceLock<Lists>>,
    shells: BTreeMap<Scope, OnceLock<Value>>,
    cards: Vec<OnceLock<Box<[OnceLock<Value>; 2]>>>,
    shared: report::Shared,
}

impl<'a> Renderer<'a> {
    /// Prepares to render `site` with `theme`.
    pub fn new(site: &'a Site, theme: &'a Theme) -> Renderer<'a> {
        Renderer {
            site,
            theme,
            index: ScopeIndex::new(site),
            search: Indexes::new(site),
            addresses: Addresses::default(),
            brands: OnceLock::new(),
            lists: site.kommuner.iter().map(|_| OnceLock::new()).collect(),
            shells: scopes(site).into_iter().map(|it| (it, OnceLock::new())).collect(),
            cards: site.tilbud.iter().map(|_| OnceLock::new()).collect(),
            shared: report::Shared::new(site),
        }
    }

    /// The files that pages use: the theme's, and the kommuner's colours.
    pub fn files(&self) -> Vec<Asset> {
        let theme = self.theme.assets().iter().map(|(_, asset)| asset.clone());
        theme.chain(self.brands().iter().flatten().cloned()).collect()
    }

    /// What is at `path`, an address from the root such as `/fjordvik/`.
    pub fn find(&self, path: &str) -> Option<Route> {
        self.addresses.find(self.site, &self.index, path)
    }

    /// The file at `path`, one of [`Renderer::files`], without making the others. A part of a search
    /// index is there once the page or the manifest that leads to it has been made.
    pub fn file(&self, path: &str) -> Option<Asset> {
        let theme = self.theme.assets().iter().map(|(_, it)| it);
        let named = theme.chain(self.brands().iter().flatten()).find(|it| it.url() == path);
        let part = || self.search.made(path).map(|(path, bytes)| Asset { path, bytes });
        named.cloned().or_else(|| self.manifest(path)).or_else(part)
    }

    fn manifest(&self, path: &str) -> Option<Asset> {
        let Some(Route::Search(scope)) = self.find(path.strip_suffix(MANIFEST)?) else { return None };
        let bytes = self.search.of(scope).manifest().into_bytes();
        Some(Asset { path: path.trim_start_matches('/').to_owned(), bytes })
    }

    /// The colours of the kommuner, in their order.
    fn brands(&self) -> &[Option<Asset>] {
        self.brands.get_or_init(|| self.site.kommuner.iter().map(brand::style_sheet).collect())
    }

    /// The parts of the search indexes that the search pages among `routes` read, each once, and what leads
    /// to them.
    pub fn search_files(&self, routes: &[Route]) -> Vec<Asset> {
        let scope = |it: &Route| if let Route::Search(scope) = it { Some(*scope) } else { None };
        let scopes: Vec<Scope> = routes.iter().filter_map(scope).collect();
        let made: Vec<_> = scopes.par_iter().map(|scope| (*scope, self.search.of(*scope))).collect();
        let mut files = BTreeMap::new();
        for (scope, parts) in made {
            let manifest = self.manifest_url(scope).trim_start_matches('/').to_owned();
            files.insert(manifest, parts.manifest().into_bytes());
            for (path, bytes) in [&parts.core, &parts.texts] {
                files.entry(path.clone()).or_insert_with(|| bytes.clone());
            }
        }
        files.into_iter().map(|(path, bytes)| Asset { path, bytes }).collect()
    }

    fn manifest_url(&self, scope: Scope) -> String {
        format!("{}{MANIFEST}", self.site.url(&Route::Search(scope)))
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
            Route::TalkNow(id) => self.talk(route, *id),
            Route::MyList(id) => self.my_list(route, *id),
            Route::Tilbud(id) => self.tilbud(route, *id),
            Route::List(scope, kind) => self.list(route, *scope, *kind),
            Route::Browse(scope) => self.browse(route, *scope),
            Route::Side(at) => self.side(route, *at),
            Route::Metoden => self.method(route),
            Route::HeleMetoden => self.whole_method(route),
            Route::NotFound => self.not_found(route),
            Route::Sitemap => Ok(file("xml", feeds::sitemap(self.site))),
            Route::Robots => Ok(file("txt", feeds::robots(self.site))),
            Route::Reports(scope) => self.reports(route, *scope),
            Route::Report(scope, name, format) => self.report(route, *scope, *name, *format),
        }
    }

    fn portal(&self, route: &Route, template: &str) -> Result<Output, RenderError> {
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

    fn kommune(&self, route: &Route, id: KommuneId) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Kommune(id));
        let lists = self.lists(id);
        let view = home::kommune(&ctx, id, lists);
        let mut page = self.page(&ctx, route, &ctx.say("home_title"));
        page.description = ctx.say_name("home_description", &view.name);
        page.crumbs.clear();
        page.leave = true;
        page.urgent = true;
        page.here = "home";
        page.scripts.extend(self.script("tid.js"));
        let groups = list::highlights(&ctx, all(lists));
        self.html(&ctx, route, "kommune/home.html", page, &view, Some(self.groups(&ctx, groups)))
    }

    fn owner(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let tilbud = self.index.tilbud_in(self.site, scope, ctx.lang);
        let view = home::owner(&ctx, tilbud.len());
        let mut page = self.page(&ctx, route, &view.name.text);
        page.description = view.description.as_ref().map(|it| it.text.clone()).unwrap_or_default();
        page.scripts.extend(self.script("tid.js"));
        let groups = list::by_theme(&ctx, &tilbud);
        self.html(&ctx, route, "owner.html", page, &view, Some(self.groups(&ctx, groups)))
    }

    fn organisations(&self, route: &Route) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Portal);
        let count = |id: OrganisasjonId| self.index.ids_in(self.site, Scope::Organisasjon(id)).len();
        let view = home::organisations(&ctx, &count);
        let page = self.page(&ctx, route, &ctx.say("organisations"));
        self.html(&ctx, route, "portal/organisasjoner.html", page, &view, None)
    }

    fn search(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let lists = match scope {
            Scope::Kommune(id) => Some(self.lists(id)),
            _ => None,
        };
        let mut view = list::search(&ctx, lists);
        let parts = self.search.of(scope);
        view.core_url = format!("/{}", parts.core.0);
        view.texts_url = format!("/{}", parts.texts.0);
        let mut page = self.page(&ctx, route, &ctx.say("menu_search"));
        page.leave = true;
        page.urgent = true;
        page.noindex = true;
        page.here = "search";
        page.scripts.extend(self.script("sok/sok.js"));
        self.html(&ctx, route, "search.html", page, &view, None)
    }

    fn talk(&self, route: &Route, id: KommuneId) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Kommune(id));
        let groups = list::talk(&ctx, all(self.lists(id)));
        let mut page = self.page(&ctx, route, &ctx.say("talk_title"));
        page.leave = true;
        page.urgent = true;
        page.here = "talk";
        page.scripts.extend(self.script("tid.js"));
        self.html(&ctx, route, "kommune/talk.html", page, &(), Some(self.groups(&ctx, groups)))
    }

    fn my_list(&self, route: &Route, id: KommuneId) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Kommune(id));
        let tilbud = all(self.lists(id)).to_vec();
        let groups = vec![list::Group { id: String::new(), heading: String::new(), tilbud }];
        let mut page = self.page(&ctx, route, &ctx.say("my_list"));
        page.leave = true;
        page.scripts.extend(self.script("min-liste.js"));
        self.html(&ctx, route, "kommune/min-liste.html", page, &(), Some(self.groups(&ctx, groups)))
    }

    fn tilbud(&self, route: &Route, id: TilbudId) -> Result<Output, RenderError> {
        let tilbud = self.site.tilbud(id);
        let ctx = self.ctx(self.site.scope_of(tilbud.home));
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
        self.html(&ctx, route, "tilbud.html", page, &view, Some(self.groups(&ctx, groups)))
    }

    /// What to show beside a tilbud: those like it, and whom to call when it is closed.
    fn beside(&self, ctx: &Ctx<'_>, id: TilbudId) -> Vec<list::Group> {
        let among = match ctx.scope {
            Scope::Kommune(kommune) => all(self.lists(kommune)).to_vec(),
            scope => self.index.tilbud_in(self.site, scope, ctx.lang),
        };
        let similar = list::similar(ctx, id, &among, 4);
        let hours = |it: TilbudId| &self.site.tilbud(it).apningstider;
        let closes = matches!(hours(id), OpeningHours::Weekly(_));
        let always: Vec<TilbudId> = among.into_iter().filter(|it| *hours(*it) == OpeningHours::Always).collect();
        let instead = if closes { list::similar(ctx, id, &always, 3) } else { Vec::new() };
        let group = |id: &str, tilbud| list::Group { id: id.to_owned(), heading: String::new(), tilbud };
        vec![group("similar", similar), group("when-closed", instead)]
    }

    fn theme_crumb(&self, ctx: &Ctx<'_>, id: TilbudId) -> Option<Link> {
        let Scope::Kommune(_) = ctx.scope else { return None };
        let kind = ListKind::Tema(*self.site.tilbud(id).tema.first()?);
        let name = list::title(ctx, kind);
        Some(Link { url: self.site.url(&Route::List(ctx.scope, kind)), name: name.text, lang: name.lang })
    }

    fn list(&self, route: &Route, scope: Scope, kind: ListKind) -> Result<Output, RenderError> {
        let Scope::Kommune(id) = scope else { return Err(self.unknown(route)) };
        let ctx = self.ctx(scope);
        let (view, groups) = list::page(&ctx, kind, self.lists(id));
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
        self.html(&ctx, route, "list.html", page, &view, Some(self.groups(&ctx, groups)))
    }

    fn browse(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let Scope::Kommune(id) = scope else { return Err(self.unknown(route)) };
        let ctx = self.ctx(scope);
        let view = list::browse(&ctx, self.lists(id));
        let mut page = self.page(&ctx, route, &ctx.say("browse_title"));
        page.leave = true;
        page.here = "browse";
        self.html(&ctx, route, "kommune/browse.html", page, &view, None)
    }

    fn side(&self, route: &Route, at: u32) -> Result<Output, RenderError> {
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

    fn method(&self, route: &Route) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Portal);
        let view = method::short(&ctx, &self.resolver(ctx.scope, ""));
        let mut page = self.page(&ctx, route, &ctx.say("method_title"));
        page.here = "method";
        self.html(&ctx, route, "metode.html", page, &view, None)
    }

    fn whole_method(&self, route: &Route) -> Result<Output, RenderError> {
        let ctx = self.ctx(Scope::Portal);
        let view = method::whole(&ctx, &self.resolver(ctx.scope, ""));
        let mut page = self.page(&ctx, route, &ctx.say("whole_method"));
        page.crumbs.push(ctx.link(&Route::Metoden, ctx.say("menu_method")));
        page.here = "method";
        self.html(&ctx, route, "hele-metoden.html", page, &view, None)
    }

    fn reports(&self, route: &Route, scope: Scope) -> Result<Output, RenderError> {
        let ctx = self.ctx(scope);
        let view = html::index(&self.desk(&ctx), report::names(self.site, scope), self.theme.asset_url("rapport.css"));
        let page = self.page(&ctx, route, &ctx.say("reports"));
        self.html(&ctx, route, "rapporter.html", page, &view, None)
    }

    fn report(
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

    fn not_found(&self, route: &Route) -> Result<Output, RenderError> {
        let scope = match self.site.settings.mode {
            Mode::Portal => Scope::Portal,
            Mode::Standalone(id) => Scope::Kommune(id),
        };
        let ctx = self.ctx(scope);
        let mut page = self.page(&ctx, route, &ctx.say("not_found_title"));
        page.noindex = true;
        page.canonical = None;
        page.leave = true;
        let ways = vec![
            ctx.link(&Route::Home(scope), ctx.say("not_found_home")),
            ctx.link(&Route::Search(scope), ctx.say("menu_search")),
        ];
        self.html(&ctx, route, "404.html", page, &ways, None)
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
            noindex: example || !feeds::is_indexed(self.site, route),
            crumbs: self.crumbs(ctx, route),
            ..Page::default()
        }
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
        context.insert_value("shell", self.shell(ctx));
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

    fn shell(&self, ctx: &Ctx<'_>) -> Value {
        let brand = match ctx.scope {
            Scope::Kommune(id) => self.brands()[usize::from(id.0)].as_ref().map(Asset::url),
            _ => None,
        };
        let make = || Value::from_serializable(&shell::shell(ctx, self.theme, brand));
        match self.shells.get(&ctx.scope) {
            Some(kept) => kept.get_or_init(make).clone(),
            None => make(),
        }
    }

    /// Groups of cards as a value: `[{id, heading, cards}]`.
    fn groups(&self, ctx: &Ctx<'_>, groups: Vec<list::Group>) -> Value {
        let group = |it: list::Group| {
            let cards: Vec<Value> = it.tilbud.iter().map(|id| self.card(ctx, *id)).collect();
            Value::from(BTreeMap::from([
                ("id", Value::from(it.id)),
                ("heading", Value::from(it.heading)),
                ("cards", Value::from(cards)),
            ]))
        };
        Value::from(groups.into_iter().map(group).collect::<Vec<_>>())
    }

    fn card(&self, ctx: &Ctx<'_>, id: TilbudId) -> Value {
        let kept = self.cards[id.0 as usize].get_or_init(Box::default);
        kept[usize::from(ctx.lang == Lang::Nn)].get_or_init(|| Value::from_serializable(&card::card(ctx, id))).clone()
    }

    fn lists(&self, id: KommuneId) -> &Lists {
        let lang = self.site.lang(Scope::Kommune(id));
        self.lists[usize::from(id.0)].get_or_init(|| self.index.lists(self.site, id, lang))
    }

    /// Turns what was written as a link in the record `key` into an address, read on the pages of `scope`.
    fn resolver(&self, scope: Scope, key: &str) -> impl Fn(&str) -> Option<String> + use<'_, 'a> {
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
        let id = self.site.find_tilbud(key).filter(|it| self.site.visible(*it))?;
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
        let route = if routes::has_own_page(side) { Route::Side(at) } else { Route::Metoden };
        Some(self.site.url(&route))
    }

    /// The address of a script, if the theme has it.
    fn script(&self, name: &str) -> Option<String> {
        self.theme.assets().get(name).map(Asset::url)
    }

    fn unknown(&self, route: &Route) -> RenderError {
        RenderError {
            page: self.site.url(route),
            template: String::new(),
            line: 0,
            column: 0,
            message: "no page is made for this address".to_owned(),
        }
    }
}

/// Everybody who has pages of their own.
fn scopes(site: &Site) -> Vec<Scope> {
    let organisations = (0..).zip(&site.organisasjoner).map(|(at, _)| Scope::Organisasjon(OrganisasjonId(at)));
    let regions = (0..).zip(&site.regioner).map(|(at, _)| Scope::Region(crate::model::RegionId(at)));
    [Scope::Portal, Scope::Stat]
        .into_iter()
        .chain(site.kommune_ids().map(Scope::Kommune))
        .chain(site.fylke_ids().map(Scope::Fylke))
        .chain(regions)
        .chain(organisations)
        .collect()
}

fn all(lists: &Lists) -> &[TilbudId] {
    lists.get(&ListKind::Alle).map(Vec::as_slice).unwrap_or_default()
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
