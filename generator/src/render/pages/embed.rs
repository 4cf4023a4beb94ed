//! Pages for frames on other sites.

use std::collections::BTreeMap;

use super::{Ctx, card, list};
use crate::model::{Embed, KommuneId, ListKind, Route, Scope, TilbudId};
use crate::render::lists::Lists;
use crate::render::view::embed::{Choice, Chooser, EmbedItem, EmbedList, EmbedMaker, EmbedSearch};

/// All tilbud, with what they can be chosen by.
pub(crate) fn tilbud(ctx: &Ctx<'_>, lists: &Lists) -> EmbedList {
    let mut facets: BTreeMap<TilbudId, Vec<String>> = BTreeMap::new();
    for kind in lists.kinds() {
        let Some((key, value)) = list::facet(ctx, kind) else { continue };
        for id in lists.get(kind) {
            facets.entry(*id).or_default().push(format!("{key}={value}"));
        }
    }
    let item = |id: &TilbudId| {
        let (from, to) = ctx.site.tilbud(*id).alder.bounds();
        let facets = facets.get(id).map(|it| it.join(" ")).unwrap_or_default();
        EmbedItem { card: card::card(ctx, *id), facets, ages: format!("{from}-{to}") }
    };
    let items = lists.all().iter().map(item).collect();
    EmbedList { items, more: more(ctx), more_url: ctx.site.url(&Route::Home(ctx.scope)) }
}

fn more(ctx: &Ctx<'_>) -> String {
    ctx.say_name("embed_more", &ctx.scope_name(ctx.scope))
}

/// The search box.
pub(crate) fn search(ctx: &Ctx<'_>) -> EmbedSearch {
    let url = |route| ctx.site.url(&route);
    EmbedSearch { search_url: url(Route::Search(ctx.scope)), more: more(ctx), more_url: url(Route::Home(ctx.scope)) }
}

/// Where a frame is put together.
pub(crate) fn maker(ctx: &Ctx<'_>, id: KommuneId, lists: &Lists) -> EmbedMaker {
    let url = |embed| ctx.site.url(&Route::Embed(id, embed));
    let name = ctx.scope_name(ctx.scope);
    EmbedMaker {
        title: ctx.say_name("embed_frame_title", &name),
        name,
        list_url: url(Embed::List),
        search_url: url(Embed::Search),
        talk_url: url(Embed::Talk),
        script_url: ctx.site.url(&Route::EmbedScript),
        home_url: ctx.site.url(&Route::Home(Scope::Kommune(id))),
        base: ctx.site.settings.base_url.to_string(),
        choosers: choosers(ctx, lists),
        hosts: ctx.site.kommune(id).innbygging.iter().map(ToString::to_string).collect(),
    }
}

/// Every vocabulary, department and district that something can be chosen by, and each tilbud alone.
fn choosers(ctx: &Ctx<'_>, lists: &Lists) -> Vec<Chooser> {
    let mut choosers: Vec<Chooser> = Vec::new();
    for kind in lists.kinds() {
        let Some((key, value)) = list::facet(ctx, kind) else { continue };
        let choice = Choice { value, name: list::title(ctx, kind) };
        match choosers.iter_mut().find(|it| it.key == key) {
            Some(chooser) => chooser.choices.push(choice),
            None => choosers.push(Chooser { key, name: heading(ctx, kind), choices: vec![choice] }),
        }
    }
    let one = |id: &TilbudId| {
        let tilbud = ctx.site.tilbud(*id);
        Choice { value: tilbud.key.to_string(), name: ctx.text(&tilbud.tittel) }
    };
    let choices = lists.all().iter().map(one).collect();
    choosers.push(Chooser { key: "t", name: ctx.say("embed_one"), choices });
    choosers
}

fn heading(ctx: &Ctx<'_>, kind: ListKind) -> String {
    list::kind_message(kind).map(|it| ctx.say(it)).unwrap_or_default()
}
