//! What all pages of one scope share: header, menu, footer.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::{Ctx, contact};
use crate::model::{Embed, Emergency, ListKind, Mode, Route, Scope, SideKind};
use crate::render::routes;
use crate::render::theme::Theme;
use crate::render::view::{EmergencyNumber, Link, MenuLink, Shell};
use crate::{data, host};

/// The messages that scripts use.
const SCRIPT_WORDS: [&str; 11] = [
    "open_always",
    "open_until",
    "closed",
    "closed_holiday",
    "opens",
    "opens_today",
    "opens_tomorrow",
    "at",
    "fresh",
    "due",
    "stale",
];

/// A kommune's own files, by their addresses.
#[derive(Clone, Debug, Default)]
pub(crate) struct Brand {
    /// Its colours.
    pub(crate) css_url: Option<String>,
    /// Its logo.
    pub(crate) logo_url: Option<String>,
}

/// The shell of `ctx.scope`. `lists` is whose pages show its lists.
pub(crate) fn shell(ctx: &Ctx<'_>, theme: &Theme, brand: Brand, lists: Scope) -> Shell {
    let portal = &ctx.site.portal;
    let asset = |name: &str| theme.asset_url(name);
    Shell {
        lang: ctx.lang.tag(),
        home_url: ctx.site.scope_url(ctx.scope),
        portal_name: portal.navn.best(ctx.lang).to_owned(),
        portal_url: has_portal(ctx).then(|| "/".to_owned()),
        name: ctx.scope_name(ctx.scope),
        css_url: asset("nettungen.css"),
        brand_url: brand.css_url,
        logo_url: brand.logo_url,
        icon_url: asset("merke.svg"),
        script_url: asset("nettungen.js"),
        leave_url: leave_url(ctx),
        menu: menu(ctx, lists),
        example: ctx.site.is_example(ctx.scope),
        emergency: portal.nodnumre.iter().map(|it| emergency(ctx, it)).collect(),
        about: about(ctx),
        planning: planning(ctx),
        accessibility_url: accessibility_url(ctx),
        feedback_url: contact::mailbox(ctx, ctx.scope).map(|it| contact::mailto(it, &ctx.say("feedback_subject"), "")),
        publisher: publisher(ctx),
        words_html: words(ctx),
        foot_html: String::new(),
    }
}

fn has_portal(ctx: &Ctx<'_>) -> bool {
    ctx.site.settings.mode == Mode::Portal
}

fn emergency(ctx: &Ctx<'_>, it: &Emergency) -> EmergencyNumber {
    EmergencyNumber { number: it.nummer.to_string(), href: contact::tel(&it.nummer), name: ctx.text(&it.navn) }
}

/// Only web addresses: the content is checked, the theme's script trusts it.
fn leave_url(ctx: &Ctx<'_>) -> String {
    match ctx.scope {
        Scope::Kommune(id) => ctx.site.kommune(id).forlat_siden.to_string(),
        _ => ctx.site.portal.forlat_siden.to_string(),
    }
}

fn menu(ctx: &Ctx<'_>, lists: Scope) -> Vec<MenuLink> {
    match ctx.scope {
        Scope::Kommune(_) => kommune_menu(ctx, lists),
        _ if has_portal(ctx) => portal_menu(ctx),
        _ => Vec::new(),
    }
}

fn kommune_menu(ctx: &Ctx<'_>, lists: Scope) -> Vec<MenuLink> {
    [
        (Route::Search(ctx.scope), "search"),
        (Route::Browse(lists), "browse"),
        (Route::TalkNow(lists), "talk"),
        (Route::List(lists, ListKind::Alle), "all"),
    ]
    .map(|(route, name)| entry(ctx, &route, name))
    .to_vec()
}

fn portal_menu(ctx: &Ctx<'_>) -> Vec<MenuLink> {
    [
        (Route::Kommuner, "kommuner"),
        (Route::Search(Scope::Portal), "search"),
        (Route::Browse(Scope::Portal), "browse"),
        (Route::TalkNow(Scope::Portal), "talk"),
    ]
    .map(|(route, name)| entry(ctx, &route, name))
    .to_vec()
}

fn entry(ctx: &Ctx<'_>, route: &Route, id: &'static str) -> MenuLink {
    MenuLink { url: ctx.site.url(route), name: ctx.say(&format!("menu_{id}")), id }
}

fn about(ctx: &Ctx<'_>) -> Vec<Link> {
    if !has_portal(ctx) {
        return Vec::new();
    }
    let sider = (0..).zip(&ctx.site.sider).filter(|(_, it)| it.kind == SideKind::Side && it.rekkefolge < 10);
    sider.map(|(at, it)| ctx.link_text(&routes::of_side(at, it), &it.tittel)).collect()
}

fn planning(ctx: &Ctx<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    if routes::has_reports(ctx.site, ctx.scope) {
        links.push(ctx.link(&Route::Reports(ctx.scope), ctx.say("reports")));
    }
    if let Scope::Kommune(id) = ctx.scope
        && ctx.site.kommune(id).med
    {
        links.push(ctx.link(&Route::MyList(id), ctx.say("my_list")));
    }
    if data::scopes(ctx.site).contains(&ctx.scope) && (ctx.scope != Scope::Portal) {
        links.push(ctx.link(&Route::Data(ctx.scope), ctx.say("data_title")));
    }
    if let Scope::Kommune(id) = ctx.scope
        && host::embedding(ctx.site).any(|it| it == id)
    {
        links.push(ctx.link(&Route::Embed(id, Embed::Maker), ctx.say("embed_title")));
    }
    if has_portal(ctx) {
        links.push(ctx.link(&Route::Metoden, ctx.say("menu_method")));
        links.push(ctx.link(&Route::Fylker, ctx.say("fylker")));
        links.push(ctx.link(&Route::Home(Scope::Stat), ctx.say("stat")));
        links.push(ctx.link(&Route::Organisasjoner, ctx.say("organisations")));
    }
    links
}

fn accessibility_url(ctx: &Ctx<'_>) -> Option<String> {
    let own = match ctx.scope {
        Scope::Kommune(id) => ctx.site.kommune(id).tilgjengelighetserklaring.as_deref(),
        _ => None,
    };
    own.or(ctx.site.portal.tilgjengelighetserklaring.as_deref()).map(str::to_owned)
}

fn publisher(ctx: &Ctx<'_>) -> String {
    match ctx.scope {
        Scope::Kommune(id) if ctx.site.kommune(id).med => ctx.say_name("kommune_name", &ctx.site.kommune(id).navn),
        _ => ctx.site.portal.navn.best(ctx.lang).to_owned(),
    }
}

/// The words of the scripts that every page may have.
fn words(ctx: &Ctx<'_>) -> String {
    let mut words: BTreeMap<&str, Value> =
        SCRIPT_WORDS.iter().map(|id| (*id, Value::from(ctx.say(&format!("js_{id}"))))).collect();
    let days: Vec<String> = (1..=7).map(|it| ctx.say(&format!("day_{it}"))).collect();
    words.insert("weekdays", Value::from(days));
    json_html(&words)
}

/// JSON that can stand inside `<script>`: no text in it can end the element.
pub(super) fn json_html(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default().replace('<', "\\u003c")
}
