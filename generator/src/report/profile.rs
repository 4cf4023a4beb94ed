//! What reports about several places share, found once for each place.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::coverage::{self, Coverage, Duty};
use super::tiltakskjeder::Web;
use super::value::Report;
use crate::model::{FylkeId, Home, KommuneId, Liste, OrganisasjonId, ReportName, Site, Status, TilbudId};

/// A kommune in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Each duty with its status, in the order of the catalogue.
    pub duties: Vec<Duty>,
    /// Published tilbud that the kommune shows.
    pub shown: usize,
    /// Those of them that live in the kommune's own folder.
    pub own: usize,
    /// Shown tilbud by level of the pyramid.
    pub levels: Vec<usize>,
}

impl Profile {
    fn new(site: &Site, shared: &Shared, kommune: KommuneId) -> Profile {
        let mut levels = vec![0; site.vokabular.list(Liste::Pyramideniva).len()];
        let (mut shown, mut own) = (0, 0);
        for it in site.shown_in(kommune).iter().map(|it| site.tilbud(it.id)) {
            if it.status != Status::Publisert {
                continue;
            }
            shown += 1;
            own += usize::from(it.home == Home::Kommune(kommune));
            if let Some(level) = it.pyramideniva {
                levels[usize::from(level.0)] += 1;
            }
        }
        Profile { duties: coverage::of_kommune(site, shared, kommune), shown, own, levels }
    }

    /// All that pages of other places tell of it: the same, and so is what they tell.
    pub fn numbers(&self) -> String {
        let statuses: Vec<Coverage> = self.duties.iter().map(|it| it.coverage).collect();
        format!("{:?}", (self.shown, self.own, &self.levels, statuses))
    }

    /// How many duties have each status, in the order of [`Coverage::ALL`].
    pub fn sums(&self) -> [usize; 6] {
        coverage::sums(&self.duties)
    }

    /// Duties that are met in full, and duties that apply.
    pub fn met(&self) -> (usize, usize) {
        let applies = self.duties.iter().filter(|it| it.coverage != Coverage::GjelderIkke);
        (self.duties.iter().filter(|it| it.coverage.is_full()).count(), applies.count())
    }
}

/// Several kommuner that take part, as one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Together {
    /// How many they are.
    pub kommuner: usize,
    /// Duties met in full, and duties that apply, over all of them.
    pub met: (usize, usize),
    /// Tilbud that they show, a tilbud once for each that shows it.
    pub shown: usize,
    /// Tilbud of their own.
    pub own: usize,
    /// Shown tilbud by level of the pyramid.
    pub levels: Vec<usize>,
    /// Tilbud of their own, and children, in those that say how many children they have.
    pub counted: (usize, u64),
}

impl Together {
    fn new(site: &Site, shared: &Shared, kommuner: impl Iterator<Item = KommuneId>) -> Together {
        let mut sum =
            Together { levels: vec![0; site.vokabular.list(Liste::Pyramideniva).len()], ..Together::default() };
        for id in kommuner.filter(|it| site.kommune(*it).med) {
            let profile = shared.profile(site, id);
            let met = profile.met();
            sum.kommuner += 1;
            sum.met = (sum.met.0 + met.0, sum.met.1 + met.1);
            sum.shown += profile.shown;
            sum.own += profile.own;
            sum.levels.iter_mut().zip(&profile.levels).for_each(|(all, one)| *all += one);
            if let Some(children) = site.kommune(id).barn.as_ref() {
                sum.counted = (sum.counted.0 + profile.own, sum.counted.1 + u64::from(children.antall));
            }
        }
        sum
    }
}

/// Which records are whose.
#[derive(Debug, Default)]
struct Folders {
    by_home: BTreeMap<Home, Vec<TilbudId>>,
    by_owner: BTreeMap<OrganisasjonId, Vec<TilbudId>>,
    documents: BTreeMap<Home, Vec<usize>>,
}

impl Folders {
    /// One pass over the records of `site`.
    fn new(site: &Site) -> Folders {
        let mut folders = Folders::default();
        for id in site.tilbud_ids() {
            let tilbud = site.tilbud(id);
            folders.by_home.entry(tilbud.home).or_default().push(id);
            if let Some(owner) = tilbud.eier {
                folders.by_owner.entry(owner).or_default().push(id);
            }
        }
        for (at, it) in site.dokumenter.iter().enumerate() {
            folders.documents.entry(it.home).or_default().push(at);
        }
        folders
    }
}

/// What several reports need, each made when it is first asked for.
#[derive(Debug)]
pub struct Shared {
    folders: OnceLock<Folders>,
    kommuner: Vec<OnceLock<Profile>>,
    fylker: Vec<OnceLock<Together>>,
    fylke_duties: Vec<OnceLock<Vec<Duty>>>,
    // The real kommuner, and the fictional ones.
    country: [OnceLock<Together>; 2],
    /// The reports of each kommune, in the order of [`ReportName::ALL`].
    reports: Vec<Mutex<[Option<Arc<Report>>; ReportName::ALL.len()]>>,
    /// The chains of the whole country.
    pub(super) web: OnceLock<Web>,
}

impl Shared {
    /// For reports about `site`.
    pub fn new(site: &Site) -> Shared {
        Shared {
            folders: OnceLock::new(),
            kommuner: site.kommuner.iter().map(|_| OnceLock::new()).collect(),
            fylker: site.fylker.iter().map(|_| OnceLock::new()).collect(),
            fylke_duties: site.fylker.iter().map(|_| OnceLock::new()).collect(),
            country: [OnceLock::new(), OnceLock::new()],
            reports: site.kommuner.iter().map(|_| Mutex::default()).collect(),
            web: OnceLock::new(),
        }
    }

    fn folders(&self, site: &Site) -> &Folders {
        self.folders.get_or_init(|| Folders::new(site))
    }

    /// The numbers of a kommune.
    pub fn profile(&self, site: &Site, kommune: KommuneId) -> &Profile {
        self.kommuner[usize::from(kommune.0)].get_or_init(|| Profile::new(site, self, kommune))
    }

    /// The kommuner of a fylke that take part.
    pub fn fylke(&self, site: &Site, fylke: FylkeId) -> &Together {
        let kommuner = || site.fylke(fylke).kommuner.iter().copied();
        self.fylker[usize::from(fylke.0)].get_or_init(|| Together::new(site, self, kommuner()))
    }

    /// The duties of a fylkeskommune with their status in its fylke.
    pub fn fylke_duties(&self, site: &Site, fylke: FylkeId) -> &[Duty] {
        self.fylke_duties[usize::from(fylke.0)].get_or_init(|| coverage::of_fylke(site, self, fylke))
    }

    /// All real kommuner that take part, or all fictional ones.
    pub fn country(&self, site: &Site, fictional: bool) -> &Together {
        let kommuner = || site.kommune_ids().filter(|it| site.kommune(*it).eksempel == fictional);
        self.country[usize::from(fictional)].get_or_init(|| Together::new(site, self, kommuner()))
    }

    /// A report of a kommune, kept until [`Shared::forget`]: several pages show it. Two that ask at the same time may
    /// both make it.
    pub(super) fn report(&self, kommune: KommuneId, name: ReportName, make: impl FnOnce() -> Report) -> Arc<Report> {
        let kept = || self.reports[usize::from(kommune.0)].lock().unwrap_or_else(PoisonError::into_inner);
        let Some(place) = ReportName::ALL.iter().position(|it| *it == name) else { return Arc::new(make()) };
        if let Some(it) = &kept()[place] {
            return Arc::clone(it);
        }
        let made = Arc::new(make());
        kept()[place] = Some(Arc::clone(&made));
        made
    }

    /// Gives back what was kept for the pages of a kommune that are all made.
    pub fn forget(&self, kommune: KommuneId) {
        *self.reports[usize::from(kommune.0)].lock().unwrap_or_else(PoisonError::into_inner) = Default::default();
    }

    /// All records of a folder, whatever their status.
    pub fn records(&self, site: &Site, home: Home) -> &[TilbudId] {
        self.folders(site).by_home.get(&home).map(Vec::as_slice).unwrap_or_default()
    }

    /// All records that an organisation gives, wherever they live.
    pub fn given_by(&self, site: &Site, owner: OrganisasjonId) -> &[TilbudId] {
        self.folders(site).by_owner.get(&owner).map(Vec::as_slice).unwrap_or_default()
    }

    /// The documents and routines of a folder, by their place in [`Site::dokumenter`].
    pub fn documents(&self, site: &Site, home: Home) -> &[usize] {
        self.folders(site).documents.get(&home).map(Vec::as_slice).unwrap_or_default()
    }
}
