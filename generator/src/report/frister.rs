//! What has to be controlled and when, and what awaits quality control: for editors, who mend it.

use jiff::civil::Date;

use crate::model::{Home, Lang, Scope, Site, Status, Tilbud, TilbudId, collate};

/// A tilbud that somebody has to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// The tilbud.
    pub id: TilbudId,
    /// The body that gives it: the etat, or whose folder it lives in.
    pub giver: String,
    /// The position that keeps it; empty when nobody is named.
    pub position: String,
    /// The day from which it should be controlled again.
    pub due: Option<Date>,
}

/// The published tilbud whose control is due on `until` or before, by who gives them, the earliest first.
pub fn due(site: &Site, until: Date) -> Vec<Task> {
    let published = |it: &TilbudId| site.tilbud(*it).status == Status::Publisert && site.visible(*it);
    let is_due = |it: &TilbudId| site.tilbud(*it).due().is_some_and(|due| due <= until);
    tasks(site, site.tilbud_ids().filter(|it| published(it) && is_due(it)))
}

/// The tilbud of one status, by who gives them.
pub fn of_status(site: &Site, status: Status) -> Vec<Task> {
    tasks(site, site.tilbud_ids().filter(|it| site.tilbud(*it).status == status))
}

fn tasks(site: &Site, ids: impl Iterator<Item = TilbudId>) -> Vec<Task> {
    let task = |id| {
        let it = site.tilbud(id);
        Task { id, giver: giver(site, it), position: position(site, it), due: it.due() }
    };
    let mut list: Vec<Task> = ids.map(task).collect();
    list.sort_by_cached_key(|it| (site.tilbud(it.id).home, collate::key(&it.giver), it.due, it.id));
    list
}

/// The body that gives a tilbud, in the language of the place it lives in.
fn giver(site: &Site, tilbud: &Tilbud) -> String {
    match tilbud.eier {
        Some(id) => site.organisasjon(id).navn.best(tilbud.lang).to_owned(),
        None => place(site, site.scope_of(tilbud.home)),
    }
}

/// The name of an owner.
pub fn place(site: &Site, scope: Scope) -> String {
    match scope {
        Scope::Portal => site.portal.navn.best(Lang::Nb).to_owned(),
        Scope::Stat => "Staten".to_owned(),
        Scope::Region(id) => site.region(id).navn.best(Lang::Nb).to_owned(),
        Scope::Fylke(id) => site.fylke(id).navn.to_string(),
        Scope::Kommune(id) => site.kommune(id).navn.to_string(),
        Scope::Organisasjon(id) => site.organisasjon(id).navn.best(Lang::Nb).to_owned(),
    }
}

/// The position that keeps a record: the kommune's list, the organisation's own, or nobody.
pub fn position(site: &Site, tilbud: &Tilbud) -> String {
    let listed = match tilbud.home {
        Home::Kommune(id) => site.kommune(id).ansvarlige.iter().find(|it| it.etat == tilbud.eier),
        _ => None,
    };
    let own = || tilbud.eier.and_then(|it| site.organisasjon(it).registreringsansvarlig.as_ref());
    listed.or_else(own).map(|it| it.stilling.to_string()).unwrap_or_default()
}
