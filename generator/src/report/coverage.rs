//! How a duty is met in a kommune: the rules, for every report that needs them.

use jiff::civil::Date;

use super::ages::AgeSet;
use super::profile::Shared;
use crate::model::{
    Ansvar, DekkesAv, Dokument, Drift, FylkeId, Home, KommuneId, Liste, Lovkrav, LovkravId, OrganisasjonType, RegionId,
    Site, Status, Tilbud, TilbudId, Vilkar,
};

/// The status of one duty in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Coverage {
    /// A published, active, fresh tilbud of the kommune's own covers the place and all ages.
    Dekket,
    /// The same, by tilbud of the state, fylke, region, another kommune or an intermunicipal body.
    DekketAvAndre,
    /// Only in part: stale, closed for a while, or not for all ages or districts.
    Delvis,
    /// A document or routine is published.
    Dokumentert,
    /// Nothing is registered. That is no breach of the law: it is a question.
    IkkeRegistrert,
    /// The duty does not concern the place, or not on this day.
    GjelderIkke,
}

impl Coverage {
    /// All, in the order in which they are shown.
    pub const ALL: [Coverage; 6] = [
        Coverage::Dekket,
        Coverage::DekketAvAndre,
        Coverage::Delvis,
        Coverage::Dokumentert,
        Coverage::IkkeRegistrert,
        Coverage::GjelderIkke,
    ];

    /// The name for programs.
    pub fn key(self) -> &'static str {
        match self {
            Coverage::Dekket => "dekket",
            Coverage::DekketAvAndre => "dekket-av-andre",
            Coverage::Delvis => "delvis",
            Coverage::Dokumentert => "dokumentert",
            Coverage::IkkeRegistrert => "ikke-registrert",
            Coverage::GjelderIkke => "gjelder-ikke",
        }
    }

    /// Whether the duty is met in full.
    pub fn is_full(self) -> bool {
        matches!(self, Coverage::Dekket | Coverage::DekketAvAndre | Coverage::Dokumentert)
    }

    /// How much is met, for comparing: 2 in full, 1 in part, 0 not.
    pub fn degree(self) -> u8 {
        match self {
            Coverage::IkkeRegistrert | Coverage::GjelderIkke => 0,
            Coverage::Delvis => 1,
            _ => 2,
        }
    }
}

/// Why a status is what it is; the report puts it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Ages of the duty that no fresh, active tilbud is for, and whether a stale or closed one is.
    Ages(AgeSet),
    /// Districts (by place) where ages are missing.
    Districts(Vec<u16>),
    /// What there is, is outdated.
    Stale,
    /// What there is, is closed for a while.
    Closed,
    /// A tilbud is planned.
    Planned,
    /// Only where Sámi languages have their administrative area.
    Sami,
    /// Only for some kommuner, by a condition that no register knows.
    Condition(Box<str>),
    /// In force from this day.
    From(Date),
    /// Was in force to this day.
    Until(Date),
    /// The catalogue's row has yet to be checked.
    Unsure,
}

/// One duty in one kommune.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// The duty.
    pub krav: LovkravId,
    /// Its status.
    pub coverage: Coverage,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The published tilbud that name the duty.
    pub tilbud: Vec<TilbudId>,
    /// The documents that name it, by their place in [`Site::dokumenter`].
    pub dokumenter: Vec<usize>,
}

/// The status of every duty in `kommune` on the site's day, in the order of the catalogue.
///
/// One pass over what the kommune shows and over the documents that can concern it.
pub fn of_kommune(site: &Site, shared: &Shared, kommune: KommuneId) -> Vec<Duty> {
    let shown = site.shown_in(kommune).iter().map(|it| it.id);
    let fylke = site.kommune(kommune).fylke;
    let regions = (0..).zip(&site.regioner).map(|(at, _)| Home::Region(RegionId(at)));
    let homes = [Home::Kommune(kommune), Home::Fylke(fylke), Home::Stat].into_iter().chain(regions);
    let found = Found::new(site, shared, shown, homes);
    let concerns = |at: &usize, krav: &Lovkrav| concerns(site, kommune, site.dokumenter[*at].home, krav.ansvar);
    found.judged(site, Place::Kommune(kommune), |_| true, concerns)
}

/// The status of every duty of the fylkeskommune in `fylke` on the site's day.
///
/// What counts covers the whole fylke or the country; the fylke's own is its own.
pub fn of_fylke(site: &Site, shared: &Shared, fylke: FylkeId) -> Vec<Duty> {
    let covers = |it: &TilbudId| {
        let tilbud = site.tilbud(*it);
        tilbud.home == Home::Fylke(fylke) || tilbud.dekning.landet || tilbud.dekning.fylker.contains(&fylke)
    };
    let shown = site.tilbud_ids().filter(|it| site.visible(*it) && covers(it));
    let found = Found::new(site, shared, shown, [Home::Fylke(fylke)]);
    found.judged(site, Place::Fylke(fylke), |it| it.ansvar == Ansvar::Fylkeskommune, |_, _| true)
}

/// Where a duty is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Kommune(KommuneId),
    Fylke(FylkeId),
}

/// The published tilbud and documents that name each duty, in the order of the catalogue.
struct Found {
    tilbud: Vec<Vec<TilbudId>>,
    dokumenter: Vec<Vec<usize>>,
}

impl Found {
    fn new(
        site: &Site,
        shared: &Shared,
        tilbud: impl Iterator<Item = TilbudId>,
        homes: impl IntoIterator<Item = Home>,
    ) -> Found {
        let none = || site.lovkrav.iter().map(|_| Vec::new()).collect();
        let mut found = Found { tilbud: none(), dokumenter: site.lovkrav.iter().map(|_| Vec::new()).collect() };
        for id in tilbud.filter(|it| site.tilbud(*it).status == Status::Publisert) {
            for krav in &site.tilbud(id).lovkrav {
                once(&mut found.tilbud[usize::from(krav.0)], id);
            }
        }
        for at in homes.into_iter().flat_map(|it| shared.documents(site, it)) {
            let it = &site.dokumenter[*at];
            for krav in it.lovkrav.iter().filter(|_| counts(site, it)) {
                once(&mut found.dokumenter[usize::from(krav.0)], *at);
            }
        }
        found
    }

    fn judged(
        self,
        site: &Site,
        place: Place,
        wanted: impl Fn(&Lovkrav) -> bool,
        concerns: impl Fn(&usize, &Lovkrav) -> bool,
    ) -> Vec<Duty> {
        let all = site.lovkrav.iter().zip(0..).zip(self.tilbud).zip(self.dokumenter);
        let wanted = all.filter(|(((krav, _), _), _)| wanted(krav));
        wanted
            .map(|(((krav, at), tilbud), mut dokumenter)| {
                dokumenter.retain(|it| concerns(it, krav));
                duty(site, place, LovkravId(at), tilbud, dokumenter)
            })
            .collect()
    }
}

/// Adds what is not the last already: a record may name a duty twice.
fn once<T: PartialEq>(list: &mut Vec<T>, it: T) {
    if list.last() != Some(&it) {
        list.push(it);
    }
}

/// Whether a document is public and in force.
fn counts(site: &Site, it: &Dokument) -> bool {
    let date = site.settings.dato;
    it.status == Status::Publisert
        && it.gyldig_fra.is_none_or(|from| from <= date)
        && it.gyldig_til.is_none_or(|to| date <= to)
}

/// Whether a document kept in `home` can meet a duty of `ansvar` in `kommune`.
fn concerns(site: &Site, kommune: KommuneId, home: Home, ansvar: Ansvar) -> bool {
    match home {
        Home::Kommune(id) => id == kommune,
        Home::Fylke(id) => ansvar == Ansvar::Fylkeskommune && id == site.kommune(kommune).fylke,
        Home::Region(id) => {
            let area = &site.region(id).dekning;
            let covers =
                area.landet || area.kommuner.contains(&kommune) || area.fylker.contains(&site.kommune(kommune).fylke);
            ansvar == Ansvar::Stat && covers
        }
        Home::Stat => ansvar == Ansvar::Stat,
        Home::Organisasjon(_) => false,
    }
}

fn duty(site: &Site, place: Place, id: LovkravId, tilbud: Vec<TilbudId>, dokumenter: Vec<usize>) -> Duty {
    let krav = site.krav(id);
    let (mut coverage, mut reasons) = match outside(site, place, krav) {
        Some(reason) => (Coverage::GjelderIkke, vec![reason]),
        None => judge(site, place, krav, &tilbud, &dokumenter),
    };
    // What no register decides is the planner's to decide. Nothing registered is then no question.
    let undecided = holds(site, place, krav).is_none();
    if let Some(Vilkar::Annet(condition)) = krav.vilkar.as_ref().filter(|_| undecided) {
        reasons.push(Reason::Condition(condition.clone()));
        if coverage == Coverage::IkkeRegistrert {
            coverage = Coverage::GjelderIkke;
        }
    }
    if krav.sikkerhet == crate::model::Sikkerhet::Check {
        reasons.push(Reason::Unsure);
    }
    Duty { krav: id, coverage, reasons, tilbud, dokumenter }
}

/// Why the duty does not concern the place on the site's day, if so.
fn outside(site: &Site, place: Place, krav: &Lovkrav) -> Option<Reason> {
    let date = site.settings.dato;
    if let Some(from) = krav.gyldig_fra.filter(|it| *it > date) {
        return Some(Reason::From(from));
    }
    if let Some(until) = krav.gyldig_til.filter(|it| *it < date) {
        return Some(Reason::Until(until));
    }
    if holds(site, place, krav) != Some(false) {
        return None;
    }
    match &krav.vilkar {
        Some(Vilkar::Annet(condition)) => Some(Reason::Condition(condition.clone())),
        _ => Some(Reason::Sami),
    }
}

/// Whether the duty's condition holds in the place; `None` when the register cannot tell.
fn holds(site: &Site, place: Place, krav: &Lovkrav) -> Option<bool> {
    let Some(condition) = &krav.vilkar else { return Some(true) };
    match place {
        Place::Kommune(id) => {
            let kommune = site.kommune(id);
            condition.holds(kommune, site.fylke(kommune.fylke).slug.as_str())
        }
        Place::Fylke(id) => {
            (*condition == Vilkar::SamiskForvaltningsomrade).then_some(site.fylke(id).samisk_forvaltningsomrade)
        }
    }
}

/// How the duty is met where it applies.
fn judge(
    site: &Site,
    place: Place,
    krav: &Lovkrav,
    tilbud: &[TilbudId],
    dokumenter: &[usize],
) -> (Coverage, Vec<Reason>) {
    if krav.dekkes_av != DekkesAv::Tilbud && !dokumenter.is_empty() {
        return (Coverage::Dokumentert, Vec::new());
    }
    let date = site.settings.dato;
    let all: Vec<&Tilbud> = tilbud.iter().map(|it| site.tilbud(*it)).collect();
    let running = |it: &&&Tilbud| it.gyldig_fra.is_none_or(|from| from <= date) && it.drift != Drift::Planlagt;
    let present: Vec<&Tilbud> = all.iter().filter(running).copied().collect();
    if present.is_empty() {
        let planned = (!all.is_empty()).then_some(Reason::Planned);
        return (Coverage::IkkeRegistrert, planned.into_iter().collect());
    }
    let full: Vec<&Tilbud> = present.iter().copied().filter(|it| it.drift == Drift::Aktiv && it.fresh(date)).collect();
    let gap = gap(site, place, wanted(site, krav), &full);
    if full.is_empty() || !gap.is_empty() {
        let mut reasons = why_partial(&present, &full, date, gap);
        reasons.extend((present.len() < all.len()).then_some(Reason::Planned));
        return (Coverage::Delvis, reasons);
    }
    let own = full.iter().any(|it| is_own(site, place, it));
    (if own { Coverage::Dekket } else { Coverage::DekketAvAndre }, Vec::new())
}

/// The ages to meet; `None` when the duty names none.
///
/// A duty without an upper limit is looked at up to the oldest age band: the tilbud here are for
/// children, youth and their families.
fn wanted(site: &Site, krav: &Lovkrav) -> Option<AgeSet> {
    if krav.alder.is_open() {
        return None;
    }
    let oldest = site.vokabular.list(Liste::Aldersband).iter().filter_map(|it| it.alder).map(|(_, to)| to).max();
    let (from, to) = krav.alder.bounds();
    let to = if krav.alder.til.is_none() { oldest.unwrap_or(to).max(from) } else { to };
    Some(AgeSet::range(from, to))
}

/// What is missing somewhere in the kommune, and in which districts when not in all.
#[derive(Default)]
struct Gap {
    ages: AgeSet,
    districts: Vec<u16>,
}

impl Gap {
    fn is_empty(&self) -> bool {
        self.ages.is_empty() && self.districts.is_empty()
    }
}

/// What the duty asks for and the fresh tilbud don't give, district by district.
fn gap(site: &Site, place: Place, asked: Option<AgeSet>, fresh: &[&Tilbud]) -> Gap {
    // Without ages a tilbud meets the duty or it doesn't: one year stands for all.
    let ages = |it: &Tilbud| if asked.is_some() { AgeSet::of(it.alder) } else { AgeSet::range(0, 0) };
    let wanted = asked.unwrap_or(AgeSet::range(0, 0));
    let Place::Kommune(kommune) = place else {
        return Gap { ages: wanted.minus(fresh.iter().map(|it| ages(it)).collect()), districts: Vec::new() };
    };
    let here = |it: &Tilbud, district: u16| districts(site, it, kommune).is_none_or(|list| list.contains(&district));
    let everywhere: AgeSet =
        fresh.iter().filter(|it| districts(site, it, kommune).is_none()).map(|it| ages(it)).collect();
    let common = wanted.minus(everywhere);
    let n_districts = u16::try_from(site.kommune(kommune).bydeler.len()).unwrap_or(u16::MAX);
    if common.is_empty() || n_districts == 0 {
        return Gap { ages: common, districts: Vec::new() };
    }
    let missing =
        |district: u16| common.minus(fresh.iter().filter(|it| here(it, district)).map(|it| ages(it)).collect());
    let gaps: Vec<(u16, AgeSet)> =
        (0..n_districts).map(|it| (it, missing(it))).filter(|(_, it)| !it.is_empty()).collect();
    let union: AgeSet = gaps.iter().map(|(_, it)| *it).collect();
    let some = gaps.len() < usize::from(n_districts);
    let union = if asked.is_some() { union } else { AgeSet::NONE };
    Gap { ages: union, districts: if some { gaps.into_iter().map(|(it, _)| it).collect() } else { Vec::new() } }
}

/// The districts of `kommune` that a tilbud is limited to; `None` when it covers the whole kommune.
fn districts(site: &Site, tilbud: &Tilbud, kommune: KommuneId) -> Option<Vec<u16>> {
    let area = &tilbud.dekning;
    let limited: Vec<u16> = area.bydeler.iter().filter(|(it, _)| *it == kommune).map(|(_, at)| *at).collect();
    // A bydel is written instead of the kommune; with both, the kommune is covered.
    let whole = limited.is_empty()
        || area.landet
        || area.kommuner.contains(&kommune)
        || area.fylker.contains(&site.kommune(kommune).fylke);
    (!whole).then_some(limited)
}

fn why_partial(present: &[&Tilbud], full: &[&Tilbud], date: Date, gap: Gap) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if present.iter().any(|it| it.drift != Drift::Aktiv) {
        reasons.push(Reason::Closed);
    }
    if present.iter().any(|it| !it.fresh(date)) {
        reasons.push(Reason::Stale);
    }
    if !full.is_empty() && !gap.ages.is_empty() {
        reasons.push(Reason::Ages(gap.ages));
    }
    if !full.is_empty() && !gap.districts.is_empty() {
        reasons.push(Reason::Districts(gap.districts));
    }
    reasons
}

/// Whether the place gives the tilbud itself, or a body in it that no other level answers for.
fn is_own(site: &Site, place: Place, tilbud: &Tilbud) -> bool {
    let kind = tilbud.eier.map(|it| site.organisasjon(it).kind);
    if matches!(kind, Some(OrganisasjonType::Interkommunal | OrganisasjonType::Helseforetak)) {
        return false;
    }
    match (place, tilbud.home) {
        (Place::Kommune(here), Home::Kommune(id)) => here == id,
        (Place::Kommune(here), Home::Fylke(_)) => is_its_own_fylke(site, here),
        (Place::Fylke(here), Home::Fylke(id)) => here == id,
        _ => false,
    }
}

/// Whether the kommune is the fylkeskommune too, as Oslo is.
pub fn is_its_own_fylke(site: &Site, kommune: KommuneId) -> bool {
    let fylke = site.fylke(site.kommune(kommune).fylke);
    fylke.kommuner == [kommune] && fylke.navn == site.kommune(kommune).navn
}

/// How many duties have each status, in the order of [`Coverage::ALL`].
pub fn sums<'a>(duties: impl IntoIterator<Item = &'a Duty>) -> [usize; 6] {
    let mut sums = [0; 6];
    for duty in duties {
        sums[duty.coverage as usize] += 1;
    }
    sums
}
