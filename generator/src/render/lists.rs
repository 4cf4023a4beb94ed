//! Which tilbud belong to which scope and list.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::model::collate;
use crate::model::{
    Home, KommuneId, Lang, ListKind, Liste, Mode, OrganisasjonId, Route, Scope, Site, Term, TermId, Tilbud, TilbudId,
};

/// The lists of a kommune, or of the whole country, that hold something.
pub(super) struct Lists {
    scope: Scope,
    by_kind: BTreeMap<ListKind, Vec<TilbudId>>,
    // Lists that hold nothing but what the whole country has; the portal has them once for all.
    repeated: BTreeSet<ListKind>,
}

impl Lists {
    /// What the list of `kind` holds, in the order of the alphabet.
    pub(super) fn get(&self, kind: ListKind) -> &[TilbudId] {
        self.by_kind.get(&kind).map(Vec::as_slice).unwrap_or_default()
    }

    /// All of it.
    pub(super) fn all(&self) -> &[TilbudId] {
        self.get(ListKind::Alle)
    }

    /// Every list that holds something.
    pub(super) fn kinds(&self) -> impl Iterator<Item = ListKind> + '_ {
        self.by_kind.keys().copied()
    }

    /// The lists that have pages of their own.
    pub(super) fn own_kinds(&self) -> impl Iterator<Item = ListKind> + '_ {
        self.kinds().filter(|it| !self.repeated.contains(it))
    }

    /// Whose pages show the list of `kind`: the scope's own, or the portal's when they would say the same.
    pub(super) fn home_of(&self, kind: ListKind) -> Scope {
        if self.repeated.contains(&kind) { Scope::Portal } else { self.scope }
    }

    /// Where the list of `kind` is.
    pub(super) fn route(&self, kind: ListKind) -> Route {
        Route::List(self.home_of(kind), kind)
    }

    /// Whose pages show everything, the terms to browse by and whom to talk with.
    pub(super) fn home(&self) -> Scope {
        self.home_of(ListKind::Alle)
    }
}

/// The key of a tilbud in the alphabet, by language (bokmål, nynorsk).
type Keys = [OnceLock<Box<str>>; 2];

/// The visible tilbud by who shows them. What needs all tilbud is found when first asked for: the
/// pages of one kommune don't.
pub(super) struct ScopeIndex {
    owned: OnceLock<Owned>,
    /// Made when a list is first put in order.
    keys: Vec<OnceLock<Box<Keys>>>,
    gravide: Option<TermId>,
}

/// The visible tilbud by home and by the body that gives them.
#[derive(Default)]
struct Owned {
    by_home: BTreeMap<Home, Vec<TilbudId>>,
    by_owner: BTreeMap<OrganisasjonId, Vec<TilbudId>>,
    all: Vec<TilbudId>,
}

impl Owned {
    fn new(site: &Site) -> Owned {
        let mut owned = Owned::default();
        for id in site.tilbud_ids().filter(|it| site.has_page(*it)) {
            let tilbud = site.tilbud(id);
            owned.all.push(id);
            owned.by_home.entry(tilbud.home).or_default().push(id);
            if let Some(owner) = tilbud.eier {
                owned.by_owner.entry(owner).or_default().push(id);
            }
        }
        owned
    }

    fn of_organisation(&self, id: OrganisasjonId) -> Vec<TilbudId> {
        let own = self.by_home.get(&Home::Organisasjon(id)).into_iter().flatten();
        let given = self.by_owner.get(&id).into_iter().flatten();
        let mut found: Vec<TilbudId> = own.chain(given).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl ScopeIndex {
    /// An index of the tilbud of `site`, and of no other site.
    pub(super) fn new(site: &Site) -> ScopeIndex {
        ScopeIndex {
            owned: OnceLock::new(),
            keys: site.tilbud.iter().map(|_| OnceLock::new()).collect(),
            gravide: site.vokabular.find(Liste::Malgrupper, "gravide"),
        }
    }

    /// What `scope` shows, in the order of the alphabet of `lang`.
    pub(super) fn tilbud_in(&self, site: &Site, scope: Scope, lang: Lang) -> Vec<TilbudId> {
        let mut found = self.ids_in(site, scope);
        found.sort_by(|a, b| (self.key(site, *a, lang), a).cmp(&(self.key(site, *b, lang), b)));
        found
    }

    /// What `scope` shows, in the order of [`Site::tilbud`].
    pub(super) fn ids_in(&self, site: &Site, scope: Scope) -> Vec<TilbudId> {
        let owned = || self.owned.get_or_init(|| Owned::new(site));
        match scope {
            Scope::Portal => owned().all.clone(),
            Scope::Kommune(id) => site.shown_in(id).iter().map(|it| it.id).collect(),
            Scope::Organisasjon(id) => owned().of_organisation(id),
            Scope::Stat | Scope::Region(_) | Scope::Fylke(_) => {
                site.home_of(scope).and_then(|it| owned().by_home.get(&it)).cloned().unwrap_or_default()
            }
        }
    }

    fn key(&self, site: &Site, id: TilbudId, lang: Lang) -> &str {
        let kept = self.keys[id.0 as usize].get_or_init(Box::default);
        kept[usize::from(lang == Lang::Nn)].get_or_init(|| collate::key(site.tilbud(id).tittel.best(lang)).into())
    }

    /// The lists of a kommune, or of the portal, that hold something. One pass over what it shows.
    pub(super) fn lists(&self, site: &Site, scope: Scope) -> Lists {
        let mut by_kind: BTreeMap<ListKind, Vec<TilbudId>> = BTreeMap::new();
        for id in self.listed(site, scope) {
            for kind in self.kinds_of(site, scope, site.tilbud(id)) {
                by_kind.entry(kind).or_default().push(id);
            }
        }
        let shares = shares_lists(site, scope);
        let repeats = |it: &(&ListKind, &Vec<TilbudId>)| shares && it.1.iter().all(|id| is_national(site, *id));
        let repeated = by_kind.iter().filter(repeats).map(|(kind, _)| *kind).collect();
        Lists { scope, by_kind, repeated }
    }

    /// What the lists of `scope` are about: of the portal, only what the whole country has.
    fn listed(&self, site: &Site, scope: Scope) -> Vec<TilbudId> {
        let mut found = self.tilbud_in(site, scope, site.lang(scope));
        if scope == Scope::Portal {
            found.retain(|id| is_national(site, *id));
        }
        found
    }

    /// Every list that `tilbud` belongs in.
    fn kinds_of(&self, site: &Site, scope: Scope, tilbud: &Tilbud) -> Vec<ListKind> {
        let mut kinds = vec![ListKind::Alle];
        kinds.extend(tilbud.tema.iter().copied().map(ListKind::Tema));
        kinds.extend(tilbud.malgrupper.iter().copied().map(ListKind::Malgruppe));
        kinds.extend(tilbud.risikogrupper.iter().copied().map(ListKind::Risikogruppe));
        kinds.extend(tilbud.diagnosegrupper.iter().copied().map(ListKind::Diagnose));
        kinds.extend(tilbud.tilbudstype.iter().copied().map(ListKind::Tilbudstype));
        kinds.extend(tilbud.pyramideniva.map(ListKind::Niva));
        kinds.extend(self.age_bands(site, tilbud).map(ListKind::Alder));
        if let Scope::Kommune(kommune) = scope {
            let own = |it: &OrganisasjonId| site.organisasjon(*it).home == Some(Home::Kommune(kommune));
            kinds.extend(tilbud.eier.filter(own).map(ListKind::Organisasjon));
            kinds.extend(districts(kommune, tilbud).into_iter().map(ListKind::Bydel));
        }
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

/// A kommune that does not take part has nothing of its own to list beside what the country has.
fn shares_lists(site: &Site, scope: Scope) -> bool {
    let Scope::Kommune(id) = scope else { return false };
    site.settings.mode == Mode::Portal && !site.kommune(id).med
}

/// Whether a tilbud is real and there for everybody in the country.
pub(super) fn is_national(site: &Site, id: TilbudId) -> bool {
    let tilbud = site.tilbud(id);
    tilbud.dekning.landet && !site.is_example(site.scope_of(tilbud.home))
}

fn districts(kommune: KommuneId, tilbud: &Tilbud) -> BTreeSet<u16> {
    let covered = tilbud.dekning.bydeler.iter().copied();
    let stands = tilbud.steder.iter().filter_map(|it| it.bydel);
    covered.chain(stands).filter(|(it, _)| *it == kommune).map(|(_, at)| at).collect()
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
