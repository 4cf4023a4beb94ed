//! The page of one tilbud.

use fluent_bundle::FluentValue;

use super::{Ctx, card, contact, hours};
use crate::model::{
    Audience, Dekning, Drift, Home, ListKind, Liste, MalChange, Mode, Pris, Route, Scope, Sikkerhet, Status, Sted,
    TermId, Tilbud, TilbudId, Tilgjengelighet, grouped,
};
use crate::read::markdown;
use crate::render::lists::is_national;
use crate::render::view::Link;
use crate::render::view::tilbud::{Checked, Duty, FromMal, Hours, Level, Place, TermGroup, TilbudPage};

/// Makes the page of `id`. `tilbud_url` resolves links in the text.
pub(crate) fn page(ctx: &Ctx<'_>, id: TilbudId, tilbud_url: &dyn Fn(&str) -> Option<String>) -> TilbudPage {
    let tilbud = ctx.site.tilbud(id);
    let body = tilbud.body_for(ctx.lang);
    let lists = listed_by(ctx, id);
    let mut page = TilbudPage {
        id: tilbud.key.to_string(),
        title: ctx.text(&tilbud.tittel),
        summary: tilbud.sammendrag.as_ref().map(|it| ctx.text(it)),
        message: tilbud.beskjed.as_ref().map(|it| ctx.text(it)),
        stopped: stopped(ctx, tilbud),
        draft: tilbud.status != Status::Publisert,
        language_note: language_note(ctx, tilbud),
        phone: contact::phone(ctx, &tilbud.kontakt),
        ways: contact::ways(ctx, &tilbud.kontakt),
        groups: term_links(ctx, lists, Liste::Malgrupper, &tilbud.malgrupper, ListKind::Malgruppe),
        age: card::age(ctx, tilbud.alder),
        access: names(ctx, Liste::Inngang, &tilbud.inngang),
        how: tilbud.slik_far_du_det.as_ref().map(|it| ctx.text(it)),
        price: tilbud.pris.as_ref().map(|it| price(ctx, it)).unwrap_or_default(),
        price_note: tilbud.pris.as_ref().and_then(|it| it.merknad.as_ref()).map(|it| ctx.text(it)),
        hours: hours::of_tilbud(ctx, tilbud),
        places: tilbud.steder.iter().map(|it| place(ctx, it)).collect(),
        area: area(ctx, &tilbud.dekning),
        languages: languages(ctx, tilbud),
        accessibility: tilbud.tilgjengelighet.as_ref().map(|it| accessibility(ctx, it)).unwrap_or_default(),
        accessibility_note: tilbud.tilgjengelighet.as_ref().and_then(|it| it.merknad.as_ref()).map(|it| ctx.text(it)),
        body_html: body.map(|it| markdown::html(&it.markdown, tilbud_url)).unwrap_or_default(),
        body_lang: body.and_then(|it| ctx.other(it.lang)),
        level: level(ctx, lists, tilbud),
        terms: terms(ctx, lists, tilbud),
        owner: owner(ctx, tilbud),
        before: chain(ctx, &tilbud.forrige),
        after: chain(ctx, &tilbud.neste),
        duties: duties(ctx, tilbud),
        checked: checked(ctx, tilbud),
        source: tilbud.kilde.as_deref().unwrap_or_default().to_owned(),
        report_url: report_url(ctx, tilbud),
        ld_html: crate::data::json_ld(ctx.site, id, ctx.lang),
        copy_text: String::new(),
        mal: from_mal(ctx, tilbud),
        my_list_url: my_list_url(ctx, tilbud),
    };
    page.copy_text = copy_text(ctx, &page, &ctx.site.canonical(&Route::Tilbud(id)));
    page
}

/// That it does not run, with the days that the record has: «Midlertidig stengt fra 1. juni 2026 til 9. august 2026».
fn stopped(ctx: &Ctx<'_>, tilbud: &Tilbud) -> String {
    let state = card::stopped(ctx, tilbud);
    let day = |it| FluentValue::from(ctx.texts.date(it));
    let today = ctx.site.settings.dato;
    let closure = tilbud.stengt.iter().find(|it| it.fra <= today && today <= it.til);
    match (tilbud.drift, closure, tilbud.gyldig_fra) {
        (Drift::StengtMidlertidig, Some(it), _) => ctx.texts.say_with(
            "stopped_period",
            &[("state", FluentValue::from(state)), ("from", day(it.fra)), ("to", day(it.til))],
        ),
        (Drift::Planlagt, _, Some(from)) if from > today => {
            ctx.texts.say_with("starts", &[("state", FluentValue::from(state)), ("from", day(from))])
        }
        _ => state,
    }
}

/// For the editor: what the record takes from its mal.
fn from_mal(ctx: &Ctx<'_>, tilbud: &Tilbud) -> Option<FromMal> {
    if ctx.site.settings.audience != Audience::Preview {
        return None;
    }
    let it = ctx.site.inheritance(tilbud)?;
    let version = it.versjon.unwrap_or(it.mal.versjon).to_string();
    let name = it.mal.tittel.best(ctx.lang).to_owned();
    let change = |it: &&MalChange| {
        let what = it.tekst.best(ctx.lang).to_owned();
        let values = [("date", FluentValue::from(ctx.texts.date(it.dato))), ("what", FluentValue::from(what))];
        ctx.texts.say_with("mal_changed", &values)
    };
    let values = [("name", FluentValue::from(name)), ("version", FluentValue::from(version))];
    Some(FromMal {
        lead: ctx.texts.say_with("mal_lead", &values),
        inherited: it.fra_mal.join(", "),
        replaced: it.i_stedet.join(", "),
        own: it.bare_egne.join(", "),
        changes: it.endringer.iter().map(change).collect(),
    })
}

/// Says so when what the reader gets is in another language than the page.
fn language_note(ctx: &Ctx<'_>, tilbud: &Tilbud) -> String {
    let body = tilbud.body_for(ctx.lang).map(|it| it.lang);
    let shown = body.unwrap_or_else(|| tilbud.tittel.get(ctx.lang).0);
    if shown == ctx.lang {
        return String::new();
    }
    ctx.say_name("only_in_language", &ctx.say(&format!("sprak_{}", shown.tag())))
}

/// The names of terms.
pub(super) fn names(ctx: &Ctx<'_>, list: Liste, ids: &[TermId]) -> Vec<String> {
    ids.iter().map(|id| ctx.site.vokabular.term(list, *id).navn.best(ctx.lang).to_owned()).collect()
}

/// Whose lists a tilbud is in: its kommune's, or the portal's when the whole country has it.
pub(crate) fn listed_by(ctx: &Ctx<'_>, id: TilbudId) -> Option<Scope> {
    match ctx.scope {
        Scope::Kommune(_) => Some(ctx.scope),
        _ => (ctx.site.settings.mode == Mode::Portal && is_national(ctx.site, id)).then_some(Scope::Portal),
    }
}

/// Terms as links to the lists of `lists`; without one, their names alone.
fn term_links(
    ctx: &Ctx<'_>,
    lists: Option<Scope>,
    list: Liste,
    ids: &[TermId],
    kind: fn(TermId) -> ListKind,
) -> Vec<Link> {
    let url = |id| lists.map(|scope| ctx.site.url(&Route::List(scope, kind(id)))).unwrap_or_default();
    let link = |id: &TermId| {
        let name = ctx.text(&ctx.site.vokabular.term(list, *id).navn);
        Link { url: url(*id), name: name.text, lang: name.lang }
    };
    ids.iter().map(link).collect()
}

fn terms(ctx: &Ctx<'_>, lists: Option<Scope>, tilbud: &Tilbud) -> Vec<TermGroup> {
    let group = |message, list, ids: &[TermId], kind| TermGroup {
        name: ctx.say(message),
        links: term_links(ctx, lists, list, ids, kind),
    };
    let groups = [
        group("themes", Liste::Tema, &tilbud.tema, ListKind::Tema as fn(TermId) -> ListKind),
        group("types", Liste::Tilbudstype, &tilbud.tilbudstype, ListKind::Tilbudstype),
        group("risk_groups", Liste::Risikogrupper, &tilbud.risikogrupper, ListKind::Risikogruppe),
        group("diagnoses", Liste::Diagnosegrupper, &tilbud.diagnosegrupper, ListKind::Diagnose),
    ];
    groups.into_iter().filter(|it| !it.links.is_empty()).collect()
}

fn level(ctx: &Ctx<'_>, lists: Option<Scope>, tilbud: &Tilbud) -> Option<Level> {
    let level = card::level(ctx, tilbud)?;
    let list = lists.zip(tilbud.pyramideniva).map(|(scope, id)| Route::List(scope, ListKind::Niva(id)));
    Some(Level { url: list.map(|it| ctx.site.url(&it)), ..level })
}

/// «150 kroner per gang», «Gratis»; empty when only a remark says it.
fn price(ctx: &Ctx<'_>, pris: &Pris) -> String {
    if pris.gratis {
        return ctx.say("free");
    }
    let Some(amount) = pris.belop else { return String::new() };
    let amount = if amount.fract() == 0.0 { format!("{amount:.0}") } else { format!("{amount:.2}").replace('.', ",") };
    let amount = grouped(&amount);
    let unit = pris.enhet.as_ref().map(|it| it.best(ctx.lang)).unwrap_or_default();
    let text = ctx.texts.say_with("price", &[("amount", FluentValue::from(amount)), ("unit", FluentValue::from(unit))]);
    text.trim_end().to_owned()
}

/// A place, without address when that is confidential.
pub(super) fn place(ctx: &Ctx<'_>, sted: &Sted) -> Place {
    let name = sted.navn.as_ref().map(|it| ctx.text(it));
    let note = sted.merknad.as_ref().map(|it| ctx.text(it));
    if sted.adresse_skjult {
        return Place { name, lines: Vec::new(), hidden: true, note };
    }
    let town = [sted.postnummer.as_deref(), sted.poststed.as_deref()];
    let town = town.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut lines: Vec<String> = sted.adresse.iter().map(|it| it.to_string()).chain([town]).collect();
    let said: Vec<String> = name.iter().map(|it| it.text.clone()).chain(lines.iter().cloned()).collect();
    // Many places and towns are named for their district.
    lines.extend(sted.bydel.map(|it| district_name(ctx, it)).filter(|it| !said.iter().any(|line| says(line, it))));
    lines.retain(|it| !it.is_empty());
    Place { name, lines, hidden: false, note }
}

/// Whether the words of `name` stand in `line`.
fn says(line: &str, name: &str) -> bool {
    let words = |text: &str| format!(" {} ", text.to_lowercase().replace(',', " "));
    words(line).contains(&words(name))
}

fn district_name(ctx: &Ctx<'_>, (kommune, at): (crate::model::KommuneId, u16)) -> String {
    let districts = &ctx.site.kommune(kommune).bydeler;
    districts.get(usize::from(at)).map(|(_, name)| name.to_string()).unwrap_or_default()
}

/// The places it is given in, in words.
fn area(ctx: &Ctx<'_>, dekning: &Dekning) -> String {
    if dekning.landet {
        return ctx.say("whole_country");
    }
    let fylker = dekning.fylker.iter().map(|it| ctx.site.fylke(*it).navn.to_string());
    let kommuner = dekning.kommuner.iter().map(|it| ctx.site.kommune(*it).navn.to_string());
    let bydeler = dekning.bydeler.iter().map(|it| district_name(ctx, *it));
    let names: Vec<String> = fylker.chain(kommuner).chain(bydeler).collect();
    hours::list(ctx, &names)
}

fn languages(ctx: &Ctx<'_>, tilbud: &Tilbud) -> String {
    let name = |tag: &str| {
        // A målform is written; who speaks Norwegian speaks it with all.
        let tag = if matches!(tag, "nb" | "nn") { "no" } else { tag };
        let id = format!("sprak_{}", tag.replace("tegnspråk", "tegnsprak"));
        ctx.texts.find(&id).unwrap_or_else(|| tag.to_owned())
    };
    let mut names: Vec<String> = Vec::new();
    for name in tilbud.sprak.iter().map(|it| name(it)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let languages = hours::list(ctx, &names);
    match tilbud.tolk {
        Some(true) if languages.is_empty() => ctx.say("interpreter"),
        Some(true) => format!("{languages}. {}", ctx.say("interpreter")),
        _ => languages,
    }
}

fn accessibility(ctx: &Ctx<'_>, it: &Tilgjengelighet) -> Vec<String> {
    let facts = [
        ("access_wheelchair", it.rullestol),
        ("access_loop", it.teleslynge),
        ("access_toilet", it.hc_toalett),
        ("access_parking", it.hc_parkering),
    ];
    let said = |(id, value): (&str, Option<bool>)| {
        let answer = ctx.say(if value? { "yes" } else { "no" });
        Some(format!("{}: {answer}", ctx.say(id)))
    };
    facts.into_iter().filter_map(said).collect()
}

fn owner(ctx: &Ctx<'_>, tilbud: &Tilbud) -> Link {
    let name = card::owner_name(ctx, tilbud);
    if let (Mode::Standalone(here), Home::Kommune(home)) = (ctx.site.settings.mode, tilbud.home)
        && here != home
    {
        return Link { url: String::new(), name, lang: None };
    }
    let route = match (tilbud.eier, tilbud.home) {
        (Some(id), Home::Kommune(_)) if ctx.site.organisasjon(id).home == Some(tilbud.home) => {
            Route::List(ctx.site.scope_of(tilbud.home), ListKind::Organisasjon(id))
        }
        (Some(id), _) if ctx.site.organisasjon(id).home.is_none() => Route::Home(Scope::Organisasjon(id)),
        (_, home) => Route::Home(ctx.site.scope_of(home)),
    };
    ctx.link(&route, name)
}

fn chain(ctx: &Ctx<'_>, ids: &[TilbudId]) -> Vec<Link> {
    let shown = ids.iter().filter(|id| ctx.site.has_page(**id));
    shown.map(|id| ctx.link_text(&Route::Tilbud(*id), &ctx.site.tilbud(*id).tittel)).collect()
}

/// Only duties that the catalogue is sure of are shown as fact.
fn duties(ctx: &Ctx<'_>, tilbud: &Tilbud) -> Vec<Duty> {
    let sure = tilbud.lovkrav.iter().map(|id| ctx.site.krav(*id)).filter(|it| it.sikkerhet == Sikkerhet::Sure);
    sure.map(|it| Duty {
        title: ctx.text(&it.tittel),
        basis: format!("{} {}", it.lov, it.paragraf).trim_end().to_owned(),
        url: it.lovdata_url(),
    })
    .collect()
}

fn checked(ctx: &Ctx<'_>, tilbud: &Tilbud) -> Option<Checked> {
    let control = tilbud.kontrollert.as_ref()?;
    Some(Checked {
        date: ctx.texts.date(control.dato),
        iso: control.dato.to_string(),
        by: control.av.to_string(),
        due: tilbud.due()?.to_string(),
        stale: tilbud.outdated_from()?.to_string(),
    })
}

fn report_url(ctx: &Ctx<'_>, tilbud: &Tilbud) -> Option<String> {
    let address = contact::mailbox(ctx, ctx.site.scope_of(tilbud.home))?;
    let title = tilbud.tittel.best(ctx.lang);
    let subject = ctx.say_name("report_subject", title);
    Some(contact::mailto(address, &subject, &ctx.say_name("report_body", &tilbud.key)))
}

fn my_list_url(ctx: &Ctx<'_>, tilbud: &Tilbud) -> Option<String> {
    let Scope::Kommune(id) = ctx.scope else { return None };
    // Only who takes part has the page: every tilbud of a kommune's own is from one that does.
    Some(format!("{}#t={}", ctx.site.url(&Route::MyList(id)), tilbud.key))
}

/// The facts as plain text: what a service desk reads aloud or sends in a message.
fn copy_text(ctx: &Ctx<'_>, page: &TilbudPage, url: &str) -> String {
    let mut lines = vec![page.title.text.clone()];
    lines.extend(page.summary.iter().map(|it| it.text.clone()));
    lines.push(String::new());
    let mut fact = |id: &str, value: String| {
        if !value.is_empty() {
            lines.push(format!("{}: {value}", ctx.say(id)));
        }
    };
    fact("phone", page.phone.as_ref().map(|it| it.number.clone()).unwrap_or_default());
    for way in &page.ways {
        fact(&format!("copy_{}", way.kind), if way.kind == "sms" { way.label.clone() } else { web_text(&way.url) });
    }
    let groups: Vec<String> = page.groups.iter().map(|it| it.name.clone()).chain([page.age.clone()]).collect();
    fact("who", groups.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", "));
    fact("how", page.how.as_ref().map_or_else(|| page.access.join(", "), |it| it.text.clone()));
    fact("cost", page.price.clone());
    fact("when", page.hours.as_ref().map(|it| hours_text(ctx, it)).unwrap_or_default());
    for place in &page.places {
        fact("where", place_text(ctx, place));
    }
    fact("last_checked", page.checked.as_ref().map(|it| it.date.clone()).unwrap_or_default());
    lines.push(url.to_owned());
    lines.join("\n")
}

fn web_text(url: &str) -> String {
    url.strip_prefix("mailto:").unwrap_or(url).to_owned()
}

fn hours_text(ctx: &Ctx<'_>, hours: &Hours) -> String {
    hours::line(ctx, hours.always, &hours.rows, hours.note.as_ref().map(|it| it.text.as_str()))
}

/// A place in a line.
pub(super) fn place_text(ctx: &Ctx<'_>, place: &Place) -> String {
    let name = place.name.iter().map(|it| it.text.clone());
    if place.hidden {
        return name.chain([ctx.say("address_hidden")]).collect::<Vec<_>>().join(", ");
    }
    name.chain(place.lines.iter().cloned()).collect::<Vec<_>>().join(", ")
}
