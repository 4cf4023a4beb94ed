//! Which records pass which filters.

use crate::prelude::*;
use super::hours::fits;
use super::request::{Now, OpenFilter, Request};
use super::understand::{Reading, Understood, facet_of};
use crate::index::Index;

/// Facets that every index has beside its own.
pub(super) const AGE: usize = usize::MAX;
pub(super) const OPEN: usize = usize::MAX - 1;

/// One facet's condition.
pub(super) struct Condition {
    /// The facet's number, or `AGE` or `OPEN`.
    pub(super) facet: usize,
    what: What,
    /// Records that pass because they say it in words.
    in_words: Vec<bool>,
}

enum What {
    AnyOf(Vec<u16>),
    Age(u8, u8),
    Open(OpenFilter, Now),
}

impl Condition {
    fn new(facet: usize, what: What) -> Condition {
        Condition { facet, what, in_words: Vec::new() }
    }

    /// Whether a record passes.
    pub(super) fn passes(&self, index: &Index, record: usize) -> bool {
        let core = index.core();
        let passes = match &self.what {
            What::AnyOf(values) => values.iter().any(|it| core.values[record].binary_search(it).is_ok()),
            What::Age(from, to) => core.infos[record].alder_fra <= *to && *from <= core.infos[record].alder_til,
            What::Open(wanted, now) => core.hours_of(record).is_some_and(|it| fits(it, *wanted, *now)),
        };
        passes || self.in_words.get(record).copied().unwrap_or(false)
    }

    /// Whether this value was chosen.
    pub(super) fn has(&self, value: u16) -> bool {
        matches!(&self.what, What::AnyOf(values) if values.contains(&value))
    }
}

/// The conditions that were asked for. A facet that the index does not have
/// is no condition; a value that no record has lets nothing pass.
pub(super) fn asked(index: &Index, request: &Request) -> Vec<Condition> {
    let mut conditions = Vec::new();
    for (number, facet) in index.core().facets.iter().enumerate() {
        let asked: Vec<&str> =
            request.values.iter().filter(|it| it.0 == facet.slug).map(|it| it.1.as_str()).collect();
        if asked.is_empty() {
            continue;
        }
        // «gratis=1» where the facet has but one value.
        let is_only = |it: &&str| *it == "1" && facet.values.len() == 1;
        let values = facet.values.iter().zip(facet.first..);
        let chosen = values.filter(|(it, _)| asked.iter().any(|slug| *slug == it.slug || is_only(slug)));
        conditions.push(Condition::new(number, What::AnyOf(chosen.map(|it| it.1).collect())));
    }
    conditions.extend(request.age.map(|(from, to)| Condition::new(AGE, What::Age(from, to))));
    conditions.extend(request.open.map(|it| Condition::new(OPEN, What::Open(it, request.now))));
    conditions
}

/// The conditions that words were understood as, beside those asked for. A
/// facet that was asked for stays as it was asked.
pub(super) fn understood(
    index: &Index,
    readings: &[Reading],
    now: Now,
    conditions: &mut Vec<Condition>,
    in_words: &dyn Fn(&Reading) -> Vec<bool>,
) {
    for reading in readings {
        let (facet, what) = match reading.as_what {
            Understood::Value(value) => (facet_number(index, value), What::AnyOf(vec![value])),
            Understood::Age(from, to) => (AGE, What::Age(from, to)),
            Understood::Open(wanted) => (OPEN, What::Open(wanted, now)),
        };
        if conditions.iter().all(|it| it.facet != facet) {
            let mut condition = Condition::new(facet, what);
            if let Understood::Value(_) = reading.as_what {
                condition.in_words = in_words(reading);
            }
            conditions.push(condition);
        }
    }
}

fn facet_number(index: &Index, value: u16) -> usize {
    let slug = facet_of(index, value);
    index.core().facets.iter().position(|it| Some(it.slug.as_str()) == slug).unwrap_or(0)
}
