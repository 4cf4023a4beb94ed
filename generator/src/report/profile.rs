//! What reports about several places share, found once for each kommune.

use std::sync::OnceLock;

use super::coverage::{self, Coverage};
use crate::model::{Home, KommuneId, Liste, Site, Status};

/// A kommune in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The status of each duty, in the order of the catalogue.
    pub coverage: Vec<Coverage>,
    /// Published tilbud that the kommune shows.
    pub shown: usize,
    /// Those of them that live in the kommune's own folder.
    pub own: usize,
    /// Shown tilbud by level of the pyramid.
    pub levels: Vec<usize>,
}

impl Profile {
    fn new(site: &Site, kommune: KommuneId) -> Profile {
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
        let coverage = coverage::duties(site, kommune).into_iter().map(|it| it.coverage).collect();
        Profile { coverage, shown, own, levels }
    }

    /// How many duties have each status, in the order of [`Coverage::ALL`].
    pub fn sums(&self) -> [usize; 6] {
        let mut sums = [0; 6];
        for it in &self.coverage {
            sums[*it as usize] += 1;
        }
        sums
    }

    /// Duties that are met in full, and duties that apply.
    pub fn met(&self) -> (usize, usize) {
        let applies = self.coverage.iter().filter(|it| **it != Coverage::GjelderIkke);
        (self.coverage.iter().filter(|it| it.is_full()).count(), applies.count())
    }
}

/// Profiles of all kommuner, each made when it is first asked for.
#[derive(Debug)]
pub struct Shared {
    profiles: Vec<OnceLock<Profile>>,
}

impl Shared {
    /// For reports about `site`.
    pub fn new(site: &Site) -> Shared {
        Shared { profiles: site.kommuner.iter().map(|_| OnceLock::new()).collect() }
    }

    /// The numbers of a kommune.
    pub fn profile(&self, site: &Site, kommune: KommuneId) -> &Profile {
        self.profiles[usize::from(kommune.0)].get_or_init(|| Profile::new(site, kommune))
    }
}
