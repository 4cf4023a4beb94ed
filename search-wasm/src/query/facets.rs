//! Counts the records behind each facet value.

use crate::prelude::*;
use super::answer::{FacetCount, ValueCount};
use super::filter::Condition;
use crate::index::Index;

/// What the conditions say of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It passes all.
    Passes,
    /// It fails this facet's only: it still counts among that facet's values.
    FailsOnly(usize),
    /// It fails several.
    Fails,
}

/// Tries all conditions on a record.
pub(super) fn verdict(index: &Index, conditions: &[Condition], record: usize) -> Verdict {
    let mut failed = conditions.iter().filter(|it| !it.passes(index, record));
    match (failed.next(), failed.next()) {
        (None, _) => Verdict::Passes,
        (Some(only), None) => Verdict::FailsOnly(only.facet),
        _ => Verdict::Fails,
    }
}

/// Counts values over the records that answer the words. A facet's own
/// condition is not held against its other values.
pub(super) fn count(
    index: &Index,
    conditions: &[Condition],
    verdicts: impl Iterator<Item = (usize, Verdict)>,
) -> Vec<FacetCount> {
    let core = index.core();
    let mut counts: Vec<Vec<u32>> = core.facets.iter().map(|it| vec![0; it.values.len()]).collect();
    for (record, verdict) in verdicts {
        for (number, facet) in core.facets.iter().enumerate() {
            if verdict != Verdict::Passes && verdict != Verdict::FailsOnly(number) {
                continue;
            }
            for value in &core.values[record] {
                let at = value.wrapping_sub(facet.first) as usize;
                if let Some(count) = counts[number].get_mut(at) {
                    *count += 1;
                }
            }
        }
    }
    core.facets.iter().zip(counts).enumerate().map(|(n, it)| labelled(it.0, it.1, n, conditions)).collect()
}

fn labelled(facet: &crate::format::Facet, counts: Vec<u32>, number: usize, conditions: &[Condition]) -> FacetCount {
    let condition = conditions.iter().find(|it| it.facet == number);
    let values = facet.values.iter().zip(facet.first..).zip(counts).map(|((it, n), count)| ValueCount {
        slug: it.slug.clone(),
        label: it.label.clone(),
        count,
        is_chosen: condition.is_some_and(|it| it.has(n)),
    });
    FacetCount { slug: facet.slug.clone(), label: facet.label.clone(), values: values.collect() }
}
