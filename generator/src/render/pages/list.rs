//! Lists of tilbud, the terms one can browse by, and the search page.

use std::collections::BTreeMap;

use super::{Ctx, card, shell};
use crate::model::collate;
use crate::model::{
    Home, Lang, ListKind, Liste, OpeningHours, OrganisasjonId, Route, Scope, Term, TermId, Tilbud, TilbudId,
};
use crate::render::lists::{self, Lists};
use crate::render::view::list::{BrowsePage, BrowseSection, Letter, ListPage, SearchPage};
use crate::render::view::{CountLink, Text};

/// A heading and the tilbud below it.
pub(crate) struct Group {
    /// For `id` attributes; empty for none.
    pub(crate) id: String,
    /// The heading; empty for none.
    pub(crate) heading: String,
    /// What is below it.
    pub(crate) tilbud: Vec<TilbudId>,
}

/// The list of `kind`: its head, and its tilbud in groups.
pub(crate) fn page(ctx: &Ctx<'_>, kind: ListKind, lists: &Lists) -> (ListPage, Vec<Group>) {
    let members = lists.get(kind);
    let all = kind == ListKind::Alle;
    let groups = if all { by_letter(ctx, members) } else { by_nearness(ctx, members) };
    let page = ListPage {
        title: title(ctx, kind),
        kind: kind_message(kind).map(|it| ctx.say(it)).unwrap_or_default(),
        lead: lead(ctx, kind),
        count: ctx.count("n_tilbud", members.len()),
        search_url: search_with(ctx, kind).unwrap_or_default(),
        related: related(ctx, kind, lists),
        letters: if all { letters(&groups) } else { Vec::new() },
    };
    (page, groups)
}

/// Whether a visit to the list may reveal something private.
pub(crate) fn is_sensitive(ctx: &Ctx<'_>, kind: ListKind) -> bool {
    term(ctx, kind).is_some_and(|it| it.sensitiv) || matches!(kind, ListKind::Risikogruppe(_) | ListKind::Diagnose(_))
}

/// What the kommune has itself comes first, then what it shares with others.
pub(crate) fn by_nearness(ctx: &Ctx<'_>, members: &[TilbudId]) -> Vec<Group> {
    let mut groups: [Vec<TilbudId>; 4] = Default::default();
    for id in members {
        groups[usize::from(nearness(ctx, ctx.site.tilbud(*id)))].push(*id);
    }
    let headings = ["near_own", "near_neighbour", "near_fylke", "near_country"];
    let name = ctx.scope_name(ctx.scope);
    let group = |(id, tilbud): (&str, Vec<TilbudId>)| Group {
        id: id.replace('_', "-"),
        heading: ctx.say_name(id, &name),
        tilbud,
    };
    let mut groups: Vec<Group> =
        headings.into_iter().zip(groups).map(group).filter(|it| !it.tilbud.is_empty()).collect();
    // Nothing to keep apart: the page's own heading says it.
    if let [only] = groups.as_mut_slice()
        && only.id == "near-own"
    {
        only.heading.clear();
    }
    groups
}

/// 0 own, 1 another kommune's, 2 fylke or region, 3 the whole country.
fn nearness(ctx: &Ctx<'_>, tilbud: &Tilbud) -> u8 {
    match tilbud.home {
        _ if ctx.scope == Scope::Portal => 3,
        Home::Kommune(id) if ctx.scope == Scope::Kommune(id) => 0,
        Home::Kommune(_) => 1,
        Home::Fylke(_) | Home::Region(_) => 2,
        Home::Stat | Home::Organisasjon(_) if tilbud.dekning.landet => 3,
        Home::Stat | Home::Organisasjon(_) => 2,
    }
}

fn by_letter(ctx: &Ctx<'_>, members: &[TilbudId]) -> Vec<Group> {
    let letter = |id: &TilbudId| collate::letter(ctx.site.tilbud(*id).tittel.best(ctx.lang));
    let runs = members.chunk_by(|a, b| letter(a) == letter(b));
    runs.map(|run| {
        let heading = run.first().map(letter).unwrap_or_default();
        let id = if heading == "#" { "tall".to_owned() } else { format!("bokstav-{}", heading.to_lowercase()) };
        Group { id, heading, tilbud: run.to_vec() }
    })
    .collect()
}

fn letters(groups: &[Group]) -> Vec<Letter> {
    let url = |letter: &str| groups.iter().find(|it| it.heading == letter).map(|it| format!("#{}", it.id));
    collate::alphabet().map(|letter| Letter { url: url(&letter), letter }).collect()
}

/// The vocabulary and term of a list, for the kinds that have one.
fn vocabulary(kind: ListKind) -> Option<(Liste, TermId)> {
    match kind {
        ListKind::Tema(id) => Some((Liste::Tema, id)),
        ListKind::Alder(id) => Some((Liste::Aldersband, id)),
        ListKind::Malgruppe(id) => Some((Liste::Malgrupper, id)),
        ListKind::Risikogruppe(id) => Some((Liste::Risikogrupper, id)),
        ListKind::Diagnose(id) => Some((Liste::Diagnosegrupper, id)),
        ListKind::Niva(id) => Some((Liste::Pyramideniva, id)),
        ListKind::Tilbudstype(id) => Some((Liste::Tilbudstype, id)),
        ListKind::Organisasjon(_) | ListKind::Bydel(_) | ListKind::Alle => None,
    }
}

fn term<'a>(ctx: &Ctx<'a>, kind: ListKind) -> Option<&'a Term> {
    vocabulary(kind).map(|(list, id)| ctx.site.vokabular.term(list, id))
}

/// The name of a list.
pub(crate) fn title(ctx: &Ctx<'_>, kind: ListKind) -> Text {
    match kind {
        ListKind::Organisasjon(id) => ctx.text(&ctx.site.organisasjon(id).navn),
        ListKind::Bydel(at) => ctx.own(district(ctx, at).map(|(_, it)| it.to_string()).unwrap_or_default()),
        _ => term(ctx, kind).map_or_else(|| ctx.own(ctx.say("all_title")), |it| ctx.text(&it.navn)),
    }
}

fn lead(ctx: &Ctx<'_>, kind: ListKind) -> Option<Text> {
    match kind {
        ListKind::Organisasjon(id) => ctx.site.organisasjon(id).beskrivelse.as_ref().map(|it| ctx.text(it)),
        _ => term(ctx, kind)?.beskrivelse.as_ref().map(|it| ctx.text(it)),
    }
}

/// The message that names the kind of a list.
pub(crate) fn kind_message(kind: ListKind) -> Option<&'static str> {
    match kind {
        ListKind::Organisasjon(_) => Some("given_by"),
        ListKind::Bydel(_) => Some("district"),
        ListKind::Alle => None,
        _ => vocabulary(kind).map(|(list, _)| list_message(list)),
    }
}

/// The message that names a vocabulary.
fn list_message(list: Liste) -> &'static str {
    match list {
        Liste::Tema => "themes",
        Liste::Aldersband => "age",
        Liste::Malgrupper => "groups",
        Liste::Risikogrupper => "risk_groups",
        Liste::Diagnosegrupper => "diagnoses",
        Liste::Tilbudstype => "types",
        _ => "levels",
    }
}

/// What chooses a list's tilbud in a fragment: name and value.
pub(crate) fn facet(ctx: &Ctx<'_>, kind: ListKind) -> Option<(&'static str, String)> {
    let name = match kind {
        ListKind::Tema(_) => "tema",
        ListKind::Alder(_) => "alder",
        ListKind::Malgruppe(_) => "malgruppe",
        ListKind::Risikogruppe(_) => "risikogruppe",
        ListKind::Diagnose(_) => "diagnose",
        ListKind::Niva(_) => "niva",
        ListKind::Tilbudstype(_) => "tilbudstype",
        ListKind::Organisasjon(id) => return Some(("organisasjon", ctx.site.organisasjon(id).slug.to_string())),
        ListKind::Bydel(at) => return Some(("bydel", district(ctx, at)?.0.to_string())),
        ListKind::Alle => return None,
    };
    Some((name, term(ctx, kind)?.slug.to_string()))
}

/// The search with the list's facet chosen, for the kinds that search can choose by.
fn search_with(ctx: &Ctx<'_>, kind: ListKind) -> Option<String> {
    vocabulary(kind)?;
    let (name, value) = facet(ctx, kind)?;
    Some(format!("{}#{name}={value}", ctx.site.url(&Route::Search(ctx.scope))))
}

fn district<'a>(ctx: &Ctx<'a>, at: u16) -> Option<&'a (crate::model::Slug, Box<str>)> {
    let Scope::Kommune(id) = ctx.scope else { return None };
    ctx.site.kommune(id).bydeler.get(usize::from(at))
}

/// The other lists of the same kind that hold something.
fn related(ctx: &Ctx<'_>, kind: ListKind, lists: &Lists) -> Vec<CountLink> {
    let same_kind = |it: &ListKind| std::mem::discriminant(it) == std::mem::discriminant(&kind) && *it != kind;
    lists.kinds().filter(|it| same_kind(it)).map(|it| count_link(ctx, it, lists, "")).collect()
}

/// A link to a list with how many it holds.
pub(crate) fn count_link(ctx: &Ctx<'_>, kind: ListKind, lists: &Lists, note: &str) -> CountLink {
    let n = lists.get(kind).len();
    CountLink {
        url: ctx.site.url(&lists.route(kind)),
        name: title(ctx, kind).text,
        note: note.to_owned(),
        count: ctx.count("n_tilbud", n),
        n,
    }
}

/// The lists of one vocabulary that hold something, in the vocabulary's order.
pub(crate) fn term_links(
    ctx: &Ctx<'_>,
    list: Liste,
    lists: &Lists,
    note: fn(&Ctx<'_>, &Term) -> String,
) -> Vec<CountLink> {
    let kinds = lists::kinds(ctx.site).into_iter().filter(|(it, _)| *it == list).flat_map(|(_, kinds)| kinds);
    kinds
        .filter(|it| !lists.get(*it).is_empty())
        .map(|it| count_link(ctx, it, lists, &term(ctx, it).map(|it| note(ctx, it)).unwrap_or_default()))
        .collect()
}

/// The first few of the words that people use for a term. They are bokmål; where nynorsk is read, what the term
/// means is said instead.
pub(crate) fn peoples_words(ctx: &Ctx<'_>, term: &Term) -> String {
    let means = meaning(ctx, term);
    if ctx.lang == Lang::Nn && !means.is_empty() {
        return means;
    }
    term.synonymer.iter().take(3).map(|it| &**it).collect::<Vec<_>>().join(", ")
}

/// What a term means.
pub(crate) fn meaning(ctx: &Ctx<'_>, term: &Term) -> String {
    term.beskrivelse.as_ref().map(|it| it.best(ctx.lang).to_owned()).unwrap_or_default()
}

/// The kommune's departments, associations and districts that have lists.
pub(crate) fn own_lists(ctx: &Ctx<'_>, lists: &Lists, wanted: fn(&ListKind) -> bool) -> Vec<CountLink> {
    let mut links: Vec<CountLink> = lists.kinds().filter(wanted).map(|it| count_link(ctx, it, lists, "")).collect();
    links.sort_by_cached_key(|it| collate::key(&it.name));
    links
}

/// All terms of a kommune.
pub(crate) fn browse(ctx: &Ctx<'_>, lists: &Lists) -> BrowsePage {
    BrowsePage {
        sections: sections(ctx, lists),
        all_url: ctx.site.url(&lists.route(ListKind::Alle)),
        count: ctx.count("n_tilbud", lists.all().len()),
    }
}

fn sections(ctx: &Ctx<'_>, lists: &Lists) -> Vec<BrowseSection> {
    let of_terms = lists::kinds(ctx.site).into_iter().map(|(list, _)| {
        let note = if list == Liste::Tema { peoples_words } else { meaning };
        let id = list_message(list);
        BrowseSection { id, name: ctx.say(id), links: term_links(ctx, list, lists, note) }
    });
    let owners = own_lists(ctx, lists, |it| matches!(it, ListKind::Organisasjon(_)));
    let districts = own_lists(ctx, lists, |it| matches!(it, ListKind::Bydel(_)));
    let own = [("given_by", owners), ("districts", districts)].map(|(id, links)| BrowseSection {
        id,
        name: ctx.say(id),
        links,
    });
    of_terms.chain(own).filter(|it| !it.links.is_empty()).collect()
}

/// The messages of the search page's script, as `sok_<id>`.
const SEARCH_WORDS: [&str; 32] = [
    "age",
    "all",
    "many",
    "meant",
    "none",
    "none_hint",
    "not_seen",
    "one",
    "over",
    "open_now",
    "remove",
    "stale",
    "still_loading",
    "weekend",
    "when",
    "years",
    "open",
    "closed",
    "offline",
    "broken",
    "aktiv",
    "stengt_midlertidig",
    "planlagt",
    "avsluttet",
    "owner_kommunen",
    "owner_nabo",
    "owner_fylke",
    "owner_region",
    "owner_nasjonalt",
    "owner_frivillig",
    "owner_privat",
    "owner_eksempel",
];

fn search_words(ctx: &Ctx<'_>) -> String {
    // From the portal no kommune is anybody's neighbour.
    let word = |id: &str| if ctx.scope == Scope::Portal && id == "owner_nabo" { "owner_local" } else { id }.to_owned();
    let words = SEARCH_WORDS.map(|id| (id.replace("stengt_m", "stengt-m"), ctx.say(&format!("sok_{}", word(id)))));
    shell::json_html(&BTreeMap::from(words))
}

/// The search page of a kommune or of the portal.
pub(crate) fn search(ctx: &Ctx<'_>, lists: &Lists) -> SearchPage {
    let all = lists.route(ListKind::Alle);
    let mut help =
        vec![ctx.link(&Route::TalkNow(lists.home()), ctx.say("menu_talk")), ctx.link(&all, ctx.say("all_title"))];
    if ctx.scope == Scope::Portal {
        help.push(ctx.link(&Route::Kommuner, ctx.say("menu_kommuner")));
    }
    SearchPage {
        place: ctx.scope_name(ctx.scope),
        index_url: format!("{}indeks.json", ctx.site.url(&Route::Search(ctx.scope))),
        core_url: String::new(),
        texts_url: String::new(),
        quick_url: String::new(),
        module_url: String::new(),
        words_html: search_words(ctx),
        sections: sections(ctx, lists),
        help,
        all_url: ctx.site.url(&all),
    }
}

/// Themes that people need somebody to talk with about, the most common first.
const TO_TALK_ABOUT: [&str; 10] = [
    "psykisk-helse",
    "venner",
    "mobbing",
    "vold-overgrep",
    "selvmord",
    "familie",
    "samlivsbrudd",
    "sorg",
    "parorende",
    "foreldrestotte",
];

/// «Hvem kan jeg snakke med nå»: those who answer by telephone or chat. Who is there
/// day and night, and for what weighs most, comes first.
pub(crate) fn talk(ctx: &Ctx<'_>, members: &[TilbudId]) -> Vec<Group> {
    let Some(talk) = ctx.site.vokabular.find(Liste::Tilbudstype, "telefon-chat") else { return Vec::new() };
    let about = TO_TALK_ABOUT.map(|it| ctx.site.vokabular.find(Liste::Tema, it));
    let answers = |id: &&TilbudId| {
        let tilbud = ctx.site.tilbud(**id);
        let reachable = tilbud.kontakt.telefon.is_some() || tilbud.kontakt.chat.is_some();
        let on_topic = tilbud.tema.iter().any(|it| about.contains(&Some(*it)));
        reachable && on_topic && tilbud.tilbudstype.contains(&talk)
    };
    let weight = |id: &TilbudId| {
        let tilbud = ctx.site.tilbud(*id);
        let main = tilbud.tema.first().and_then(|it| about.iter().position(|about| *about == Some(*it)));
        let for_adults = tilbud.alder.til.is_none_or(|it| it > YOUNG);
        (for_adults, tilbud.apningstider != OpeningHours::Always, main.unwrap_or(about.len()))
    };
    let mut found: Vec<TilbudId> = members.iter().filter(answers).copied().collect();
    found.sort_by_key(weight);
    let (young, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|id| for_the_young(ctx, *id));
    [("talk_young", young), ("talk_others", others)]
        .into_iter()
        .filter(|(_, tilbud)| !tilbud.is_empty())
        .map(|(id, tilbud)| Group { id: id.replace('_', "-"), heading: ctx.say(id), tilbud })
        .collect()
}

/// What a kommune's first page shows: somebody to talk with, what belongs to a
/// season, and what is new. The script hides what is not so today.
pub(crate) fn highlights(ctx: &Ctx<'_>, members: &[TilbudId]) -> Vec<Group> {
    let group = |id: &str, tilbud| Group { id: id.to_owned(), heading: String::new(), tilbud };
    let talk = talk(ctx, members).into_iter().zip([2, 1]).flat_map(|(it, n)| it.tilbud.into_iter().take(n)).collect();
    let own = |id: &&TilbudId| nearness(ctx, ctx.site.tilbud(**id)) < 2;
    let seasonal = |id: &&TilbudId| !ctx.site.tilbud(**id).sesong.is_empty();
    let season = members.iter().filter(own).filter(seasonal).copied().collect();
    vec![group("talk", talk), group("season", season), group("new", newest(ctx, members))]
}

/// The kommune's own tilbud that began lately, the newest first.
fn newest(ctx: &Ctx<'_>, members: &[TilbudId]) -> Vec<TilbudId> {
    let today = ctx.site.settings.dato;
    let began = |id: &TilbudId| ctx.site.tilbud(*id).gyldig_fra;
    let is_new = |id: &&TilbudId| {
        let tilbud = ctx.site.tilbud(**id);
        let within = card::new_until(tilbud).is_some_and(|it| today <= it);
        within && began(id).is_some_and(|it| it <= today) && nearness(ctx, tilbud) == 0
    };
    let mut found: Vec<TilbudId> = members.iter().filter(is_new).copied().collect();
    found.sort_by_key(|id| std::cmp::Reverse(began(id)));
    found.truncate(6);
    found
}

/// The oldest that a tilbud for the young is for.
const YOUNG: u8 = 25;

/// For children, or for nobody older than the young.
fn for_the_young(ctx: &Ctx<'_>, id: TilbudId) -> bool {
    let tilbud = ctx.site.tilbud(id);
    let children = ctx.site.vokabular.find(Liste::Malgrupper, "barn");
    tilbud.alder.til.is_some_and(|it| it <= YOUNG) || children.is_some_and(|it| tilbud.malgrupper.contains(&it))
}

/// An owner's tilbud, by their main theme.
pub(crate) fn by_theme(ctx: &Ctx<'_>, members: &[TilbudId]) -> Vec<Group> {
    let themes = ctx.site.vokabular.terms(Liste::Tema);
    let group = |(id, term): (TermId, &Term)| {
        let main = |it: &&TilbudId| ctx.site.tilbud(**it).tema.first() == Some(&id);
        let tilbud: Vec<TilbudId> = members.iter().filter(main).copied().collect();
        Group { id: term.slug.to_string(), heading: term.navn.best(ctx.lang).to_owned(), tilbud }
    };
    themes.map(group).filter(|it| !it.tilbud.is_empty()).collect()
}

/// Tilbud that are like `id`: the same themes, groups and ages. At most `n`.
pub(crate) fn similar(ctx: &Ctx<'_>, id: TilbudId, among: &[TilbudId], n: usize) -> Vec<TilbudId> {
    let this = ctx.site.tilbud(id);
    let shared = |a: &[TermId], b: &[TermId]| a.iter().filter(|it| b.contains(it)).count();
    let score = |other: &Tilbud| {
        let themes = shared(&this.tema, &other.tema);
        if themes == 0 || !this.alder.overlaps(other.alder) {
            return 0;
        }
        let main = usize::from(this.tema.first() == other.tema.first());
        3 * themes
            + 3 * main
            + 2 * shared(&this.risikogrupper, &other.risikogrupper)
            + 2 * shared(&this.diagnosegrupper, &other.diagnosegrupper)
            + shared(&this.malgrupper, &other.malgrupper)
            + shared(&this.tilbudstype, &other.tilbudstype)
    };
    let mut scored: Vec<(usize, TilbudId)> = among
        .iter()
        .filter(|it| **it != id && !this.neste.contains(it) && !this.forrige.contains(it))
        .map(|it| (score(ctx.site.tilbud(*it)), *it))
        .filter(|(score, _)| *score > 0)
        .collect();
    scored.sort_by_key(|(score, id)| (std::cmp::Reverse(*score), *id));
    scored.into_iter().take(n).map(|(_, id)| id).collect()
}

/// An organisation's kind, as a message.
pub(crate) fn organisation_kind(ctx: &Ctx<'_>, id: OrganisasjonId) -> String {
    use crate::model::OrganisasjonType as Kind;
    ctx.say(match ctx.site.organisasjon(id).kind {
        Kind::Etat => "kind_etat",
        Kind::Offentlig => "kind_offentlig",
        Kind::Interkommunal => "kind_interkommunal",
        Kind::Helseforetak => "kind_helseforetak",
        Kind::Frivillig => "kind_frivillig",
        Kind::Privat => "kind_privat",
    })
}
