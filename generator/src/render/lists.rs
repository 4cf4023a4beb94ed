//! Which tilbud belong to which scope and list.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::collate;
use crate::model::{
    Home, KommuneId, Lang, ListKind, Liste, OrganisasjonId, Scope, Site, Term, TermId, Tilbud, TilbudId,
};

/// Lists with what they hold.
pub(super) type Lists = BTreeMap<ListKind, Vec<TilbudId>>;

/// The visible tilbud by who shows them, found once for the whole site.
pub struct ScopeIndex {
    by_home: BTreeMap<Home, Vec<TilbudId>>,
    by_owner: BTreeMap<OrganisasjonId, Vec<TilbudId>>,
    all: Vec<TilbudId>,
    // Place of each tilbud in the alphabet, by language (bokmål, nynorsk).
    rank: [Vec<u32>; 2],
    gravide: Option<TermId>,
}

impl ScopeIndex {
    /// Goes through all tilbud once.
    pub fn new(site: &Site) -> ScopeIndex {
        let mut index = ScopeIndex {
            by_home: BTreeMap::new(),
            by_owner: BTreeMap::new(),
            all: Vec::new(),
            rank: [Lang::Nb, Lang::Nn].map(|lang| ranks(site, lang)),
            gravide: site.vokabular.find(Liste::Malgrupper, "gravide"),
        };
        for id in site.tilbud_ids().filter(|it| site.visible(*it)) {
            let tilbud = site.tilbud(id);
            index.all.push(id);
            index.by_home.entry(tilbud.home).or_default().push(id);
            if let Some(owner) = tilbud.eier {
                index.by_owner.entry(owner).or_default().push(id);
            }
        }
        index
    }

    /// What `scope` shows, in the order of the alphabet of `lang`.
    pub fn tilbud_in(&self, site: &Site, scope: Scope, lang: Lang) -> Vec<TilbudId> {
        let mut found = match scope {
            Scope::Portal => self.all.clone(),
            Scope::Kommune(id) => site.shown_in(id).iter().map(|it| it.id).collect(),
            Scope::Organisasjon(id) => self.of_organisation(id),
            Scope::Stat | Scope::Region(_) | Scope::Fylke(_) => {
                site.home_of(scope).and_then(|it| self.by_home.get(&it)).cloned().unwrap_or_default()
            }
        };
        self.sort(&mut found, lang);
        found
    }

    /// Sorts by title.
    pub fn sort(&self, list: &mut [TilbudId], lang: Lang) {
        let rank = &self.rank[usize::from(lang == Lang::Nn)];
        list.sort_by_key(|it| rank[it.0 as usize]);
    }

    fn of_organisation(&self, id: OrganisasjonId) -> Vec<TilbudId> {
        let own = self.by_home.get(&Home::Organisasjon(id)).into_iter().flatten();
        let given = self.by_owner.get(&id).into_iter().flatten();
        let mut found: Vec<TilbudId> = own.chain(given).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The lists of a kommune that hold something, with what they hold in the
    /// order of the alphabet. One pass over what the kommune shows.
    pub(super) fn lists(&self, site: &Site, kommune: KommuneId, lang: Lang) -> Lists {
        let mut lists = Lists::new();
        for id in self.tilbud_in(site, Scope::Kommune(kommune), lang) {
            for kind in self.kinds_of(site, kommune, site.tilbud(id)) {
                lists.entry(kind).or_default().push(id);
            }
        }
        lists
    }

    /// Every list of the kommune that `tilbud` belongs in.
    fn kinds_of(&self, site: &Site, kommune: KommuneId, tilbud: &Tilbud) -> Vec<ListKind> {
        let mut kinds = vec![ListKind::Alle];
        kinds.extend(tilbud.tema.iter().copied().map(ListKind::Tema));
        kinds.extend(tilbud.malgrupper.iter().copied().map(ListKind::Malgruppe));
        kinds.extend(tilbud.risikogrupper.iter().copied().map(ListKind::Risikogruppe));
        kinds.extend(tilbud.diagnosegrupper.iter().copied().map(ListKind::Diagnose));
        kinds.extend(tilbud.tilbudstype.iter().copied().map(ListKind::Tilbudstype));
        kinds.extend(tilbud.pyramideniva.map(ListKind::Niva));
        kinds.extend(self.age_bands(site, tilbud).map(ListKind::Alder));
        let own = |it: &OrganisasjonId| site.organisasjon(*it).home == Some(Home::Kommune(kommune));
        kinds.extend(tilbud.eier.filter(own).map(ListKind::Organisasjon));
        kinds.extend(districts(kommune, tilbud).into_iter().map(ListKind::Bydel));
        kinds
    }

    /// The age bands a tilbud is for. A band without ages is pregnancy: then
    /// the target group decides.
    fn age_bands<'a>(&'a self, site: &'a Site, tilbud: &'a Tilbud) -> impl Iterator<Item = TermId> + 'a {
        let (youngest, oldest) = tilbud.alder.bounds();
        let holds = move |band: &Term| match band.alder {
            Some((from, to)) => youngest <= to && from <= oldest,
            None => self.gravide.is_some_and(|it| tilbud.malgrupper.contains(&it)),
        };
        site.vokabular.terms(Liste::Aldersband).filter(move |(_, band)| holds(band)).map(|(id, _)| id)
    }
}

fn districts(kommune: KommuneId, tilbud: &Tilbud) -> BTreeSet<u16> {
    let covered = tilbud.dekning.bydeler.iter().copied();
    let stands = tilbud.steder.iter().filter_map(|it| it.bydel);
    covered.chain(stands).filter(|(it, _)| *it == kommune).map(|(_, at)| at).collect()
}

fn ranks(site: &Site, lang: Lang) -> Vec<u32> {
    let mut order: Vec<(String, TilbudId)> =
        site.tilbud_ids().map(|id| (collate::key(site.tilbud(id).tittel.best(lang)), id)).collect();
    order.sort();
    let mut rank = vec![0; order.len()];
    for (place, (_, id)) in (0..).zip(&order) {
        rank[id.0 as usize] = place;
    }
    rank
}

/// Every vocabulary that one can browse by, with its lists, in the order in which they are shown.
pub(super) fn kinds(site: &Site) -> Vec<(Liste, Vec<ListKind>)> {
    let of = |list, make: fn(TermId) -> ListKind| {
        (list, site.vokabular.terms(list).map(|(id, _)| make(id)).collect::<Vec<_>>())
    };
    vec![
        of(Liste::Tema, ListKind::Tema),
        of(Liste::Aldersband, ListKind::Alder),
        of(Liste::Malgrupper, ListKind::Malgruppe),
        of(Liste::Risikogrupper, ListKind::Risikogruppe),
        of(Liste::Diagnosegrupper, ListKind::Diagnose),
        of(Liste::Tilbudstype, ListKind::Tilbudstype),
        of(Liste::Pyramideniva, ListKind::Niva),
    ]
}
