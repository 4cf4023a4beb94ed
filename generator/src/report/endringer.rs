//! What was added, changed and closed since an older version of the content.

use std::collections::BTreeMap;

use super::coverage::Coverage;
use super::desk::{Arg, Desk};
use super::lovpalagt;
use super::profile::Shared;
use super::value::{Cell, Kind, Row, Section, Table};
use crate::model::{
    Dekning, Drift, Home, KommuneId, Liste, Route, Scope, Site, Status, Sted, Tekst, TermId, Tilbud, TilbudId,
};

/// The parts of the report: what the desk's place shows now, beside what it showed in `old`.
pub(super) fn sections(desk: &Desk<'_>, old: &Site, label: &str) -> Vec<Section> {
    let shared = Shared::new(old);
    let before = then(desk, old).map(|scope| Desk { site: old, scope, shared: &shared, ..*desk });
    let was: BTreeMap<&str, TilbudId> =
        before.iter().flat_map(|it| it.tilbud().into_iter().map(|id| key(old, id))).collect();
    let now: BTreeMap<&str, TilbudId> = desk.tilbud().into_iter().map(|id| key(desk.site, id)).collect();
    let found = Found::new(desk, before.as_ref(), &was, &now);
    let mut sections = vec![
        Section::Text(desk.name("r_since", label)),
        Section::Table(found.sums(desk)),
        Section::Table(found.new_table(desk)),
        Section::Table(found.changed_table(desk)),
    ];
    sections.extend(before.as_ref().map(|before| Section::Table(found.gone_table(desk, before))));
    sections.extend(duties(desk, before.as_ref()).map(Section::Table));
    sections
}

fn key(site: &Site, id: TilbudId) -> (&str, TilbudId) {
    (&site.tilbud(id).key, id)
}

/// The same place in the older version; none when it was not there.
fn then(desk: &Desk<'_>, old: &Site) -> Option<Scope> {
    let address = desk.site.scope_url(desk.scope);
    let same = |scope: &Scope| old.scope_url(*scope) == address;
    let organisations =
        (0..).zip(&old.organisasjoner).map(|(at, _)| Scope::Organisasjon(crate::model::OrganisasjonId(at)));
    let regions = (0..).zip(&old.regioner).map(|(at, _)| Scope::Region(crate::model::RegionId(at)));
    let all = [Scope::Portal, Scope::Stat].into_iter();
    let mut all = all.chain(old.kommune_ids().map(Scope::Kommune)).chain(old.fylke_ids().map(Scope::Fylke));
    all.find(same).or_else(|| regions.chain(organisations).find(same))
}

/// The tilbud by what has happened to them.
#[derive(Default)]
struct Found {
    new: Vec<TilbudId>,
    /// With what has changed, in words.
    changed: Vec<(TilbudId, Vec<String>)>,
    /// The same but for the date of control.
    controlled: Vec<TilbudId>,
    same: Vec<TilbudId>,
    /// By their ids of the older version.
    gone: Vec<TilbudId>,
}

impl Found {
    fn new(
        desk: &Desk<'_>,
        before: Option<&Desk<'_>>,
        was: &BTreeMap<&str, TilbudId>,
        now: &BTreeMap<&str, TilbudId>,
    ) -> Found {
        let mut gone: BTreeMap<&str, TilbudId> = was.clone();
        gone.retain(|key, _| !now.contains_key(key));
        let mut moved = Moved::new(before, gone);
        let mut found = Found::default();
        for (key, id) in now {
            let b = desk.site.tilbud(*id);
            let old = was.get(key).copied().or_else(|| moved.take(b));
            let (Some(before), Some(old)) = (before, old) else {
                found.new.push(*id);
                continue;
            };
            let a = before.site.tilbud(old);
            let is_controlled = a.kontrollert != b.kontrollert;
            let mut words = differences(desk, &facts(before, a), &facts(desk, b));
            // Whoever controls a tilbud says when it is to be done again.
            let next = |it: &Tilbud| (it.neste_kontroll, it.kontrollintervall);
            words.extend((!is_controlled && next(a) != next(b)).then(|| desk.say("r_field_kontroll")));
            if !words.is_empty() {
                found.changed.push((*id, words));
            } else if is_controlled {
                found.controlled.push(*id);
            } else {
                found.same.push(*id);
            }
        }
        found.gone = moved.left();
        found
    }

    fn sums(&self, desk: &Desk<'_>) -> Table {
        let changed = self.changed.iter().map(|(id, _)| *id).collect();
        let row = |key: &str, cell: Cell| Row::new(key, vec![Cell::text(desk.say(&format!("r_change_{key}"))), cell]);
        let rows = vec![
            row("nye", desk.count_cell(self.new.clone())),
            row("endret", desk.count_cell(changed)),
            row("kontrollert", desk.count_cell(self.controlled.clone())),
            row("uendret", desk.count_cell(self.same.clone())),
            row("borte", Cell::int(self.gone.len())),
        ];
        let columns = desk.columns(&[("hva", "r_col_what", Kind::Text), ("antall", "r_col_number", Kind::Number)]);
        Table::new("sum", desk.say("r_table_changes"), columns, rows)
    }

    fn new_table(&self, desk: &Desk<'_>) -> Table {
        let row = |id: &TilbudId| {
            let it = desk.site.tilbud(*id);
            let level = it.pyramideniva.map(|it| desk.term(Liste::Pyramideniva, it)).unwrap_or_default();
            let duties: Vec<&str> = it.lovkrav.iter().map(|it| desk.site.krav(*it).tittel.best(desk.lang)).collect();
            let cells =
                vec![desk.link(*id), Cell::text(desk.giver(it)), Cell::text(level), Cell::text(duties.join(", "))];
            Row::new(&*it.key, cells)
        };
        let columns = desk.columns(&[
            ("tilbud", "r_col_tilbud", Kind::Links),
            ("hvem", "r_col_given_by", Kind::Text),
            ("niva", "r_col_level", Kind::Text),
            ("plikter", "r_col_duties", Kind::Text),
        ]);
        Table::new("nye", desk.say("r_change_nye"), columns, self.new.iter().map(row).collect())
    }

    fn changed_table(&self, desk: &Desk<'_>) -> Table {
        let row = |(id, words): &(TilbudId, Vec<String>)| {
            let it = desk.site.tilbud(*id);
            let cells = vec![desk.link(*id), Cell::text(desk.giver(it)), Cell::text(words.join("; "))];
            Row::new(&*it.key, cells)
        };
        let columns = desk.columns(&[
            ("tilbud", "r_col_tilbud", Kind::Links),
            ("hvem", "r_col_given_by", Kind::Text),
            ("endringer", "r_col_changes", Kind::Text),
        ]);
        Table::new("endret", desk.say("r_change_endret"), columns, self.changed.iter().map(row).collect())
    }

    /// What is no longer shown, and why. Drafts stay unnamed as drafts: they are no longer shown.
    fn gone_table(&self, desk: &Desk<'_>, before: &Desk<'_>) -> Table {
        let row = |id: &TilbudId| {
            let it = before.site.tilbud(*id);
            let now = desk.site.tilbud.iter().map(AsRef::as_ref).find(|now: &&Tilbud| now.key == it.key);
            let cells = vec![
                desk.cell(&it.tittel),
                Cell::text(before.giver(it)),
                Cell::text(desk.say(&format!("r_gone_{}", gone(desk, now)))),
            ];
            Row::new(&*it.key, cells)
        };
        let columns = desk.columns(&[
            ("tilbud", "r_col_tilbud", Kind::Text),
            ("hvem", "r_col_given_by", Kind::Text),
            ("hvorfor", "r_col_why", Kind::Text),
        ]);
        Table::new("borte", desk.say("r_change_borte"), columns, self.gone.iter().map(row).collect())
    }
}

/// What is at no address of the older version any more, by that address: a tilbud that says that it was there
/// before has moved.
struct Moved {
    by_address: BTreeMap<String, TilbudId>,
}

impl Moved {
    fn new(before: Option<&Desk<'_>>, gone: BTreeMap<&str, TilbudId>) -> Moved {
        let address = |it: &Desk<'_>, id: TilbudId| it.site.url(&Route::Tilbud(id));
        let by_address = before.into_iter().flat_map(|it| gone.values().map(move |id| (address(it, *id), *id)));
        Moved { by_address: by_address.collect() }
    }

    fn take(&mut self, now: &Tilbud) -> Option<TilbudId> {
        now.tidligere_adresser.iter().find_map(|it| self.by_address.remove(&**it))
    }

    /// What has not moved, in the order of the older version.
    fn left(self) -> Vec<TilbudId> {
        let mut left: Vec<TilbudId> = self.by_address.into_values().collect();
        left.sort_unstable();
        left
    }
}

/// Why a tilbud is no longer shown; the end of the name of a message.
fn gone(desk: &Desk<'_>, now: Option<&Tilbud>) -> &'static str {
    let date = desk.site.settings.dato;
    match now {
        None => "fjernet",
        Some(it) if it.drift == Drift::Avsluttet => "avsluttet",
        Some(it) if it.gyldig_til.is_some_and(|it| it < date) => "utlopt",
        Some(it) if it.status == Status::Arkivert => "arkivert",
        Some(it) if it.status != Status::Publisert => "trukket",
        Some(_) => "ikke_her",
    }
}

/// One fact of a tilbud: the end of the name of its message, its words, and whether they are short enough to show.
type Fact = (&'static str, String, bool);

/// What is compared, as words: the ids of two versions need not be the same.
fn facts(desk: &Desk<'_>, of: &Tilbud) -> Vec<Fact> {
    // All fields by name: whoever adds one decides whether a change of it is told.
    #[rustfmt::skip]
    let Tilbud {
        key, eier: _, tittel, sammendrag, drift: state, pyramideniva, tema, tilbudstype, malgrupper, alder, risikogrupper,
        diagnosegrupper, bti_niva, lovkrav, ikke_lovpalagt, dekning, kontakt, steder, apningstider,
        apningstider_merknad, stengt, sesong, pris, inngang, slik_far_du_det, sprak, tolk, tilgjengelighet, neste,
        forrige, gyldig_fra, gyldig_til, kilde, beskjed, sokeord, sensitiv, body,
        // In `quality`.
        brukermedvirkning: _, evaluering: _, god_praksis: _, vurdering: _, ressurser: _,
        // Told otherwise: by the address, by what is new or gone, by what was controlled.
        slug: _, home: _, status: _, tidligere_adresser: _, kontrollert: _, neste_kontroll: _, kontrollintervall: _,
        // How the file is written, and what editors keep for themselves.
        span: _, lang: _, basert_pa: _, fra_mal: _, egne: _, internt_notat: _, klarsprak: _, ma_sjekkes: _,
    } = of;
    let site = desk.site;
    let text = |it: &Option<Tekst>| it.as_ref().map(|it| format!("{it:?}")).unwrap_or_default();
    let term = |list: Liste, id: TermId| site.vokabular.term(list, id).navn.best(desk.lang);
    let terms = |list: Liste, ids: &[TermId]| ids.iter().map(|it| term(list, *it)).collect::<Vec<_>>().join(", ");
    let duties: Vec<&str> = lovkrav.iter().map(|it| site.krav(*it).tittel.best(desk.lang)).collect();
    let more: Vec<&str> = ikke_lovpalagt.iter().map(|it| site.ikke_krav(*it).tittel.best(desk.lang)).collect();
    let ages = lovpalagt::ages(desk, super::AgeSet::of(*alder));
    let keys = |ids: &[TilbudId]| ids.iter().map(|it| &*site.tilbud(*it).key).collect::<Vec<_>>().join(" ");
    let body: Vec<_> = body.iter().map(|it| (it.lang, &it.markdown)).collect();
    let mut facts = vec![
        ("adresse", key.to_string(), true),
        ("tittel", format!("{tittel:?}"), false),
        ("sammendrag", text(sammendrag), false),
        ("beskjed", text(beskjed), false),
        ("drift", desk.say(&format!("r_drift_{}", drift(*state))), true),
        ("gyldig", format!("{gyldig_fra:?} {gyldig_til:?}"), false),
        ("eier", desk.giver(of), true),
        ("niva", terms(Liste::Pyramideniva, pyramideniva.as_slice()), true),
        ("bti", terms(Liste::BtiNiva, bti_niva), true),
        ("alder", ages, true),
        ("tema", terms(Liste::Tema, tema), true),
        ("malgrupper", terms(Liste::Malgrupper, malgrupper), true),
        ("risikogrupper", terms(Liste::Risikogrupper, risikogrupper), true),
        ("diagnosegrupper", terms(Liste::Diagnosegrupper, diagnosegrupper), true),
        ("tilbudstype", terms(Liste::Tilbudstype, tilbudstype), true),
        ("lovkrav", duties.join(", "), true),
        ("ikke_lovpalagt", more.join(", "), true),
        ("dekning", area(desk, dekning), false),
        ("kontakt", format!("{kontakt:?}"), false),
        ("steder", steder.iter().map(|it| place(desk, it)).collect(), false),
        ("apningstider", format!("{apningstider:?}{stengt:?}{sesong:?}{}", text(apningstider_merknad)), false),
        ("pris", format!("{pris:?}"), false),
        ("inngang", terms(Liste::Inngang, inngang) + &text(slik_far_du_det), false),
        ("sprak", format!("{sprak:?} {tolk:?}"), false),
        ("tilgjengelighet", format!("{tilgjengelighet:?}"), false),
        ("kjede", format!("{}, {}", keys(forrige), keys(neste)), false),
        ("kilde", format!("{kilde:?}"), false),
        ("sokeord", format!("{sokeord:?}"), false),
        ("sensitiv", sensitiv.to_string(), false),
        ("tekst", format!("{body:?}"), false),
    ];
    facts.extend(quality(desk, of));
    facts
}

/// What is compared of the steps that assess a tilbud, and of what it takes.
fn quality(desk: &Desk<'_>, it: &Tilbud) -> [Fact; 5] {
    let term = |list: Liste, id: TermId| desk.site.vokabular.term(list, id).navn.best(desk.lang);
    let took_part = it.brukermedvirkning.as_ref().map(|it| (term(Liste::Brukermedvirkning, it.grad), &it.beskrivelse));
    let evaluation = it.evaluering.as_ref();
    let evaluated = evaluation.map(|it| (term(Liste::Evaluering, it.grad), it.ar, &it.lenke, &it.beskrivelse));
    let good = it.god_praksis.as_ref().map(|it| (term(Liste::GodPraksis, it.grad), &it.lenke, &it.beskrivelse));
    let verdicts = it.vurdering.iter().map(|(id, said)| (term(Liste::Vurderingskriterier, *id), said));
    let verdicts: Vec<_> = verdicts.collect();
    [
        ("medvirkning", format!("{took_part:?}"), false),
        ("evaluering", format!("{evaluated:?}"), false),
        ("god_praksis", format!("{good:?}"), false),
        ("vurdering", format!("{verdicts:?}"), false),
        ("ressurser", format!("{:?}", it.ressurser), false),
    ]
}

/// A place, with its district and kommune by their names in addresses.
fn place(desk: &Desk<'_>, it: &Sted) -> String {
    let kommune = it.kommune.map(|id| desk.site.scope_url(Scope::Kommune(id)));
    format!(
        "{:?}{kommune:?}{:?}",
        Sted { bydel: None, kommune: None, ..it.clone() },
        it.bydel.map(|it| bydel(desk, it))
    )
}

/// A district by its name in addresses.
fn bydel(desk: &Desk<'_>, (kommune, at): (KommuneId, u16)) -> String {
    let slug = desk.site.kommune(kommune).bydeler.get(usize::from(at)).map(|it| it.0.as_str());
    desk.site.scope_url(Scope::Kommune(kommune)) + slug.unwrap_or_default()
}

fn drift(drift: Drift) -> &'static str {
    match drift {
        Drift::Aktiv => "aktiv",
        Drift::StengtMidlertidig => "stengt",
        Drift::Planlagt => "planlagt",
        Drift::Avsluttet => "avsluttet",
    }
}

/// An area by the addresses of its places.
fn area(desk: &Desk<'_>, area: &Dekning) -> String {
    let site = desk.site;
    let kommune = |id: KommuneId| site.scope_url(Scope::Kommune(id));
    let mut names: Vec<String> = if area.landet { vec!["landet".to_owned()] } else { Vec::new() };
    names.extend(area.fylker.iter().map(|it| site.scope_url(site.scope_of(Home::Fylke(*it)))));
    names.extend(area.kommuner.iter().map(|it| kommune(*it)));
    names.extend(area.bydeler.iter().map(|it| bydel(desk, *it)));
    names.sort_unstable();
    names.join(" ")
}

/// What differs, in words: «alder: 13–16 år → 13–20 år», or only the name of a long field.
fn differences(desk: &Desk<'_>, a: &[Fact], b: &[Fact]) -> Vec<String> {
    let changed = a.iter().zip(b).filter(|((_, before, _), (_, now, _))| before != now);
    let none = desk.say("r_none");
    let word = |text: &str| if text.is_empty() { none.clone() } else { text.to_owned() };
    changed
        .map(|((name, before, short), (_, now, _))| {
            let field = desk.say(&format!("r_field_{name}"));
            if !short {
                return field;
            }
            let (before, now) = (word(before), word(now));
            desk.fill(
                "r_field_change",
                &[("field", Arg::Text(&field)), ("before", Arg::Text(&before)), ("now", Arg::Text(&now))],
            )
        })
        .collect()
}

/// The duties whose status is another; only of kommuner that were there.
fn duties(desk: &Desk<'_>, before: Option<&Desk<'_>>) -> Option<Table> {
    let (Scope::Kommune(now), Some(before)) = (desk.scope, before) else { return None };
    let Scope::Kommune(then) = before.scope else { return None };
    let slug = |site: &Site, it: &super::coverage::Duty| site.krav(it.krav).slug.as_str().to_owned();
    let old: BTreeMap<String, Coverage> =
        before.shared.profile(before.site, then).duties.iter().map(|it| (slug(before.site, it), it.coverage)).collect();
    let row = |it: &super::coverage::Duty| {
        let key = slug(desk.site, it);
        let was = old.get(&key).copied();
        let cells = vec![
            desk.cell(&desk.site.krav(it.krav).tittel),
            was.map_or(Cell::Empty, |was| Cell::Status(lovpalagt::tag(desk, was))),
            Cell::Status(lovpalagt::tag(desk, it.coverage)),
            Cell::Tilbud(it.tilbud.clone()),
        ];
        (was != Some(it.coverage)).then(|| Row::new(key, cells))
    };
    let rows = desk.shared.profile(desk.site, now).duties.iter().filter_map(row).collect();
    let columns = desk.columns(&[
        ("plikt", "r_col_duty", Kind::Text),
        ("for", "r_col_before", Kind::Status),
        ("na", "r_col_now", Kind::Status),
        ("svarer-pa", "r_col_met_by", Kind::Links),
    ]);
    Some(Table::new("plikter", desk.say("r_table_duty_changes"), columns, rows))
}
