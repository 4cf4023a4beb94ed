//! First pages: the portal, a kommune, another owner.

use super::{Ctx, contact, hours, list};
use crate::model::collate;
use crate::model::{FylkeId, KommuneId, ListKind, Liste, Mode, OrganisasjonId, Route, Scope};
use crate::render::lists::Lists;
use crate::render::routes;
use crate::render::view::home::{Choose, Desk, FylkeGroup, KommuneHome, KommuneLink, OwnerHome};
use crate::render::view::{CountLink, Link, Text};

/// The first page of a kommune.
pub(crate) fn kommune(ctx: &Ctx<'_>, id: KommuneId, lists: &Lists) -> KommuneHome {
    let kommune = ctx.site.kommune(id);
    let scope = Scope::Kommune(id);
    let terms = |list, note| list::term_links(ctx, list, lists, note);
    KommuneHome {
        name: kommune.navn.to_string(),
        other_names: kommune
            .andre_navn
            .iter()
            .map(|(lang, name)| Text { text: name.to_string(), lang: Some(lang) })
            .collect(),
        joined: kommune.med,
        search_url: ctx.site.url(&Route::Search(scope)),
        talk_url: ctx.site.url(&Route::TalkNow(lists.home())),
        browse_url: ctx.site.url(&Route::Browse(lists.home())),
        all_url: ctx.site.url(&lists.route(ListKind::Alle)),
        count: ctx.count("n_tilbud", lists.all().len()),
        themes: terms(Liste::Tema, list::peoples_words),
        ages: terms(Liste::Aldersband, |_, _| String::new()).into_iter().map(split_note).collect(),
        groups: terms(Liste::Malgrupper, list::meaning),
        levels: terms(Liste::Pyramideniva, list::meaning),
        owners: list::own_lists(ctx, lists, |it| matches!(it, ListKind::Organisasjon(_))),
        districts: list::own_lists(ctx, lists, |it| matches!(it, ListKind::Bydel(_))),
        desk: desk(ctx, id),
        fylke: ctx.link(&Route::Home(Scope::Fylke(kommune.fylke)), ctx.site.fylke(kommune.fylke).navn.to_string()),
    }
}

/// «0–1 år (spedbarn)» → «0–1 år» and «spedbarn», which stand on a line each.
fn split_note(link: CountLink) -> CountLink {
    match link.name.split_once(" (") {
        Some((name, note)) => CountLink {
            name: name.to_owned(),
            note: note.trim_end_matches(')').to_owned(),
            url: link.url,
            count: link.count,
            n: link.n,
        },
        None => link,
    }
}

fn desk(ctx: &Ctx<'_>, id: KommuneId) -> Option<Desk> {
    let kommune = ctx.site.kommune(id);
    let desk = kommune.servicetorg.as_ref();
    let number = desk.and_then(|it| it.telefon.as_deref()).or(kommune.kontakt.telefon.as_deref())?;
    let rows = desk.map(|it| hours::rows(ctx, &it.apningstider)).unwrap_or_default();
    let rows: Vec<String> = rows.iter().map(|it| format!("{} {}", it.days, it.time)).collect();
    Some(Desk {
        href: contact::tel(number),
        number: number.to_owned(),
        hours: rows.join(", "),
        hours_json: desk.and_then(|it| hours::json(&it.apningstider, &[], &[])),
    })
}

/// The portal's first page; also the list of all kommuner.
pub(crate) fn choose(ctx: &Ctx<'_>) -> Choose {
    let fylker = ctx.site.fylke_ids().map(|id| fylke_group(ctx, id)).filter(|it| !it.kommuner.is_empty());
    let (examples, fylker): (Vec<_>, Vec<_>) = fylker.partition(|it| it.example);
    Choose {
        name: ctx.site.portal.navn.best(ctx.lang).to_owned(),
        fylker,
        examples: examples.into_iter().flat_map(|it| it.kommuner).collect(),
        search_url: ctx.site.url(&Route::Search(Scope::Portal)),
        ways: portal_ways(ctx),
        method_url: ctx.site.url(&Route::Metoden),
    }
}

fn portal_ways(ctx: &Ctx<'_>) -> Vec<CountLink> {
    let organisations = routes::country_wide(ctx.site).count();
    let way = |route, id: &str, n: Option<usize>| CountLink {
        url: ctx.site.url(&route),
        name: ctx.say(&format!("way_{id}")),
        note: ctx.say(&format!("way_{id}_note")),
        count: n.map(|it| it.to_string()).unwrap_or_default(),
        n: n.unwrap_or_default(),
    };
    vec![
        way(Route::Home(Scope::Stat), "stat", None),
        way(Route::Fylker, "fylker", Some(ctx.site.fylker.iter().filter(|it| !it.eksempel).count())),
        way(Route::Organisasjoner, "organisations", Some(organisations)),
        way(Route::Metoden, "method", None),
    ]
}

/// One fylke with its kommuner.
pub(crate) fn fylke_group(ctx: &Ctx<'_>, id: FylkeId) -> FylkeGroup {
    let fylke = ctx.site.fylke(id);
    FylkeGroup {
        name: fylke.navn.to_string(),
        url: ctx.site.url(&Route::Home(Scope::Fylke(id))),
        slug: fylke.slug.to_string(),
        kommuner: fylke.kommuner.iter().map(|it| kommune_link(ctx, *it)).collect(),
        example: fylke.eksempel,
    }
}

fn kommune_link(ctx: &Ctx<'_>, id: KommuneId) -> KommuneLink {
    let kommune = ctx.site.kommune(id);
    let is_shared = ctx.site.kommuner.iter().filter(|it| it.navn == kommune.navn).count() > 1;
    // There are two of Herøy, and two of Våler.
    let name = if is_shared {
        format!("{} {} {}", kommune.navn, ctx.say("within"), ctx.site.fylke(kommune.fylke).navn)
    } else {
        kommune.navn.to_string()
    };
    KommuneLink {
        url: ctx.site.url(&Route::Home(Scope::Kommune(id))),
        name,
        names: kommune.andre_navn.iter().map(|(_, it)| &**it).collect::<Vec<_>>().join(" "),
        frame: kommune.ramme.map(|it| it.map(|it| format!("{it:.3}")).join(" ")).unwrap_or_default(),
        middle: kommune.midtpunkt.map(|(lat, lon)| format!("{lat:.3} {lon:.3}")).unwrap_or_default(),
        joined: kommune.med,
        example: kommune.eksempel,
    }
}

/// The first page of the state, a region, a fylke or an organisation.
pub(crate) fn owner(ctx: &Ctx<'_>, n_tilbud: usize) -> OwnerHome {
    let site = ctx.site;
    let none = crate::model::Kontakt::default();
    let (name, kind, description, kontakt) = match ctx.scope {
        Scope::Region(id) => {
            let it = site.region(id);
            (ctx.text(&it.navn), ctx.say("region"), it.beskrivelse.as_ref(), &it.kontakt)
        }
        Scope::Fylke(id) => {
            let it = site.fylke(id);
            (ctx.own(it.navn.to_string()), ctx.say("fylke"), it.beskrivelse.as_ref(), &it.kontakt)
        }
        Scope::Organisasjon(id) => {
            let it = site.organisasjon(id);
            (ctx.text(&it.navn), list::organisation_kind(ctx, id), it.beskrivelse.as_ref(), &it.kontakt)
        }
        _ => (ctx.own(ctx.say("stat")), ctx.say("whole_country"), site.stat.beskrivelse.as_ref(), &none),
    };
    OwnerHome {
        name,
        kind,
        description: description.map(|it| ctx.text(it)),
        contact: contact::links(ctx, kontakt),
        kommuner: match ctx.scope {
            Scope::Fylke(id) if site.settings.mode == Mode::Portal => fylke_group(ctx, id).kommuner,
            _ => Vec::new(),
        },
        owners: owners(ctx),
        count: ctx.count("n_tilbud", n_tilbud),
    }
}

/// The departments of the state, a region or a fylke.
fn owners(ctx: &Ctx<'_>) -> Vec<Link> {
    let home = ctx.site.home_of(ctx.scope);
    if home.is_none() || matches!(ctx.scope, Scope::Organisasjon(_)) {
        return Vec::new();
    }
    let own = ctx.site.organisasjoner.iter().filter(|it| it.home == home);
    own.map(|it| {
        let name = ctx.text(&it.navn);
        Link { url: String::new(), name: name.text, lang: name.lang }
    })
    .collect()
}

/// All country-wide organisations.
pub(crate) fn organisations(ctx: &Ctx<'_>, n_tilbud: &dyn Fn(OrganisasjonId) -> usize) -> Vec<CountLink> {
    let link = |id: OrganisasjonId| {
        let it = ctx.site.organisasjon(id);
        let n = n_tilbud(id);
        CountLink {
            url: ctx.site.url(&Route::Home(Scope::Organisasjon(id))),
            name: it.navn.best(ctx.lang).to_owned(),
            note: list::organisation_kind(ctx, id),
            count: ctx.count("n_tilbud", n),
            n,
        }
    };
    let mut links: Vec<CountLink> = routes::country_wide(ctx.site).map(link).collect();
    links.sort_by_cached_key(|it| collate::key(&it.name));
    links
}
