//! A tilbud in a list.

use fluent_bundle::FluentValue;
use jiff::civil::Date;

use super::{Ctx, contact, hours, tilbud};
use crate::model::{Alder, Drift, Liste, OpeningHours, Pris, Route, Scope, Status, Sted, Tilbud, TilbudId};
use crate::render::view::tilbud::{Card, Level};

/// The card of `id`. It is the same in every list of the same language.
pub(crate) fn card(ctx: &Ctx<'_>, id: TilbudId) -> Card {
    let tilbud = ctx.site.tilbud(id);
    let phone = tilbud.kontakt.telefon.as_deref();
    Card {
        id: tilbud.key.to_string(),
        url: ctx.site.url(&Route::Tilbud(id)),
        title: ctx.text(&tilbud.tittel),
        summary: tilbud.sammendrag.as_ref().map(|it| ctx.text(it)),
        level: level(ctx, tilbud),
        age: age(ctx, tilbud.alder),
        owner: owner_name(ctx, tilbud),
        phone: phone.map(str::to_owned),
        phone_href: phone.map(contact::tel),
        free: tilbud.pris.as_ref().is_some_and(|it: &Pris| it.gratis),
        stopped: stopped(ctx, tilbud),
        hours_json: hours::json(&tilbud.apningstider, &tilbud.stengt, &tilbud.sesong),
        due: tilbud.due().map(|it| it.to_string()),
        stale: tilbud.outdated_from().map(|it| it.to_string()),
        draft: tilbud.status != Status::Publisert,
        months: tilbud.sesong.iter().map(ToString::to_string).collect::<Vec<_>>().join(","),
        season: hours::season(ctx, &tilbud.sesong),
        new_until: new_until(tilbud).map(|it| it.to_string()),
        when: when(ctx, tilbud),
        place: tilbud.steder.first().map(|it| place(ctx, it)).unwrap_or_default(),
        how: how(ctx, tilbud),
    }
}

fn when(ctx: &Ctx<'_>, tilbud: &Tilbud) -> String {
    let note = tilbud.apningstider_merknad.as_ref().map(|it| it.best(ctx.lang));
    let rows = hours::rows(ctx, &tilbud.apningstider);
    hours::line(ctx, tilbud.apningstider == OpeningHours::Always, &rows, note)
}

/// How long a tilbud counts as new.
const NEW_DAYS: i32 = 90;

/// The last day on which it counts as new; `None` when it does not say when it began.
pub(super) fn new_until(tilbud: &Tilbud) -> Option<Date> {
    tilbud.gyldig_fra.map(|it| it.saturating_add(jiff::Span::new().days(NEW_DAYS)))
}

fn place(ctx: &Ctx<'_>, sted: &Sted) -> String {
    tilbud::place_text(ctx, &tilbud::place(ctx, sted))
}

/// The record's own words, else the vocabulary's.
fn how(ctx: &Ctx<'_>, tilbud: &Tilbud) -> String {
    match &tilbud.slik_far_du_det {
        Some(own) => own.best(ctx.lang).to_owned(),
        None => tilbud::names(ctx, Liste::Inngang, &tilbud.inngang).join(", "),
    }
}

/// Its level of the pyramid, without a link: cards are shared between scopes.
pub(super) fn level(ctx: &Ctx<'_>, tilbud: &Tilbud) -> Option<Level> {
    let id = tilbud.pyramideniva?;
    let term = ctx.site.vokabular.term(Liste::Pyramideniva, id);
    let n = u8::try_from(id.0 + 1).unwrap_or(u8::MAX);
    Some(Level { name: term.navn.best(ctx.lang).to_owned(), n, url: None })
}

/// «13–20 år», «fra 18 år», «til 6 år»; empty for all ages.
pub(super) fn age(ctx: &Ctx<'_>, alder: Alder) -> String {
    let years = |it: u8| FluentValue::from(i64::from(it));
    match (alder.fra, alder.til) {
        (None, None) => String::new(),
        (Some(from), Some(to)) if from == to => ctx.texts.say_with("age_one", &[("from", years(from))]),
        (Some(from), Some(to)) => ctx.texts.say_with("age_range", &[("from", years(from)), ("to", years(to))]),
        (Some(from), None) => ctx.texts.say_with("age_from", &[("from", years(from))]),
        (None, Some(to)) => ctx.texts.say_with("age_to", &[("to", years(to))]),
    }
}

/// Who gives it: the department or association, else the home itself.
pub(super) fn owner_name(ctx: &Ctx<'_>, tilbud: &Tilbud) -> String {
    match tilbud.eier {
        Some(id) => ctx.site.organisasjon(id).navn.best(ctx.lang).to_owned(),
        None => match ctx.site.scope_of(tilbud.home) {
            Scope::Kommune(id) => ctx.say_name("kommune_name", &ctx.site.kommune(id).navn),
            scope => ctx.scope_name(scope),
        },
    }
}

/// «Midlertidig stengt» and the like; empty when it runs.
pub(super) fn stopped(ctx: &Ctx<'_>, tilbud: &Tilbud) -> String {
    let slug = match tilbud.drift {
        Drift::Aktiv => return String::new(),
        Drift::StengtMidlertidig => "stengt-midlertidig",
        Drift::Planlagt => "planlagt",
        Drift::Avsluttet => "avsluttet",
    };
    let term = ctx.site.vokabular.find(Liste::Drift, slug);
    term.map(|it| ctx.site.vokabular.term(Liste::Drift, it).navn.best(ctx.lang).to_owned()).unwrap_or_default()
}
