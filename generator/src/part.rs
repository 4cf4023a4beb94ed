//! Which part of a site is made.

use std::collections::BTreeSet;
use std::str::FromStr;

use crate::model::{Home, KommuneId, Route, Scope, Site};

/// A part of a site: all of it, the pages of some kommuner with what all share, or one of several shards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The kommuner whose pages are made; none means all.
    pub kommuner: BTreeSet<KommuneId>,
    /// The share of the work.
    pub shard: Option<Shard>,
}

/// One of so many disjoint shares, whose files together are the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which: 0 is the first.
    index: usize,
    /// Of how many.
    of: usize,
}

impl FromStr for Shard {
    type Err = String;

    /// Reads `1/4`, the first of four.
    fn from_str(text: &str) -> Result<Shard, String> {
        let numbers =
            text.split_once('/').and_then(|(nr, of)| Some((nr.parse::<usize>().ok()?, of.parse::<usize>().ok()?)));
        match numbers {
            Some((nr, of)) if 1 <= nr && nr <= of => Ok(Shard { index: nr - 1, of }),
            _ => Err("skriv hvilken del og av hvor mange, for eksempel 1/4 for den første av fire".to_owned()),
        }
    }
}

impl Part {
    /// Those of `routes` that belong to the part. A kommune's pages stay together, so that what they share
    /// is made in one place.
    pub fn of(&self, site: &Site, routes: Vec<Route>) -> Vec<Route> {
        let holds = |(place, route): &(usize, Route)| {
            let kommune = kommune_of(site, route);
            let is_chosen = kommune.is_none_or(|it| self.kommuner.is_empty() || self.kommuner.contains(&it));
            is_chosen && self.is_share(kommune.map_or(*place, |it| usize::from(it.0)))
        };
        routes.into_iter().enumerate().filter(holds).map(|(_, route)| route).collect()
    }

    /// Whether the files that belong to no page are in the part.
    pub fn has_assets(&self) -> bool {
        self.is_share(0)
    }

    fn is_share(&self, place: usize) -> bool {
        self.shard.is_none_or(|it| place % it.of == it.index)
    }
}

/// The kommune whose page it is, or one of whose bodies'.
pub(crate) fn kommune_of(site: &Site, route: &Route) -> Option<KommuneId> {
    match site.whose(route) {
        Scope::Kommune(id) => Some(id),
        scope => site.home_of(scope).and_then(|home| if let Home::Kommune(id) = home { Some(id) } else { None }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shards_are_numbered_from_one() {
        assert_eq!("1/4".parse(), Ok(Shard { index: 0, of: 4 }));
        assert_eq!("4/4".parse(), Ok(Shard { index: 3, of: 4 }));
        for wrong in ["0/4", "5/4", "4", "a/b", "/", "1/0", "-1/2"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }
}
