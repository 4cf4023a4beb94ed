//! Kommuner beside each other.

use super::desk::Desk;
use crate::model::{KommuneId, Scope};

/// The kommuner that take part, in a fylke or the whole; none for other scopes.
pub(super) fn taking_part(desk: &Desk<'_>) -> Vec<KommuneId> {
    area(desk).into_iter().filter(|it| desk.site.kommune(*it).med).collect()
}

/// How many kommuner of the fylke or the whole do not take part.
pub(super) fn n_outside(desk: &Desk<'_>) -> usize {
    area(desk).into_iter().filter(|it| !desk.site.kommune(*it).med).count()
}

fn area(desk: &Desk<'_>) -> Vec<KommuneId> {
    match desk.scope {
        // What is fictional has reports of its own, and is not summed with what is real.
        Scope::Portal => desk.site.kommune_ids().collect(),
        Scope::Fylke(id) => desk.site.fylke(id).kommuner.clone(),
        _ => Vec::new(),
    }
}
