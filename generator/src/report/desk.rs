//! What every report is made from: the site, whom it is about, and the words.

use std::collections::BTreeMap;

use super::parts;
use super::profile::Shared;
use super::value::{Cell, Column, Count, Counted, Kind, Report, Said, Section, Table, Tag};
use crate::model::collate;
use crate::model::{
    Home, Lang, Liste, OrganisasjonId, ReportName, Route, Scope, Site, Status, Tekst, TermId, Tilbud, TilbudId,
};

/// A value in a message.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A number, which also chooses singular or plural.
    Number(usize),
    /// A name.
    Text(&'a str),
}

/// The interface's words. A theme has them; reports don't know where they come from.
pub trait Words: Sync {
    /// The message `id` with its values filled in.
    fn words(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String;
}

/// Tilbud that are counted together, such as those that one body gives.
#[derive(Default)]
pub(super) struct Group {
    /// Its name for programs.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The tilbud.
    pub tilbud: Vec<TilbudId>,
    /// The filter with which search finds the tilbud among all that the scope shows; empty when there is none.
    pub filter: String,
}

/// Where a report is written: the site, whom it is about, the words of that place's language.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The site.
    pub site: &'a Site,
    /// Whom the report is about.
    pub scope: Scope,
    /// Language of the report.
    pub lang: Lang,
    /// The words of that language.
    pub words: &'a dyn Words,
    /// What reports about several places share.
    pub shared: &'a Shared,
    /// The part of the portal that is counted; all of it when there is none.
    pub within: Option<Scope>,
}

impl<'a> Desk<'a> {
    /// A desk for reports about `scope`, in that scope's language.
    pub fn new(site: &'a Site, scope: Scope, words: &'a dyn Words, shared: &'a Shared) -> Desk<'a> {
        Desk { site, scope, lang: site.lang(scope), words, shared, within: None }
    }

    /// A message without values.
    pub(super) fn say(&self, id: &str) -> String {
        self.words.words(id, &[])
    }

    /// A message about a number.
    pub(super) fn count(&self, id: &str, n: usize) -> String {
        self.words.words(id, &[("n", Arg::Number(n))])
    }

    /// A message about one name.
    pub(super) fn name(&self, id: &str, name: &str) -> String {
        self.words.words(id, &[("name", Arg::Text(name))])
    }

    /// A message with all its values.
    pub(super) fn fill(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.words(id, args)
    }

    /// Words in `lang`, marked when that is not the report's language.
    pub(super) fn in_language(&self, lang: Lang, text: &str) -> Said {
        Said { lang: (lang != self.lang).then(|| lang.tag()), ..Said::leading(text, None) }
    }

    /// A text of the content, marked when it is in another language.
    pub(super) fn said(&self, text: &Tekst) -> Said {
        let (lang, found) = text.get(self.lang);
        self.in_language(lang, found)
    }

    /// A text of the content as a cell, marked when it is in another language.
    pub(super) fn cell(&self, text: &Tekst) -> Cell {
        let said = self.said(text);
        if said.lang.is_none() { Cell::Text(said.text) } else { Cell::Words(vec![said]) }
    }

    /// The name of a term.
    pub(super) fn term(&self, list: Liste, id: TermId) -> String {
        self.site.vokabular.term(list, id).navn.best(self.lang).to_owned()
    }

    /// A column: its name for programs, the message that heads it, what it holds.
    pub(super) fn column(&self, key: &str, message: &str, kind: Kind) -> Column {
        Column { key: key.to_owned(), name: self.say(message), kind }
    }

    /// Several columns.
    pub(super) fn columns(&self, columns: &[(&str, &str, Kind)]) -> Vec<Column> {
        columns.iter().map(|(key, message, kind)| self.column(key, message, *kind)).collect()
    }

    /// A word of a small fixed set; its message is `r_<prefix>_<key>`.
    pub(super) fn tag(&self, prefix: &str, key: &'static str) -> Tag {
        Tag { key, label: self.say(&format!("r_{prefix}_{}", key.replace('-', "_"))) }
    }

    /// A heading.
    pub(super) fn heading(&self, id: &str, message: &str) -> Section {
        Section::Heading { id: id.to_owned(), text: self.say(message) }
    }

    /// A paragraph.
    pub(super) fn text(&self, message: &str) -> Section {
        Section::Text(self.say(message))
    }

    /// Whether the report is about so much that tilbud are not listed one by one.
    pub(super) fn is_wide(&self) -> bool {
        self.scope == Scope::Portal
    }

    /// Whether there is a search that finds just what the scope's reports count.
    pub(super) fn has_search(&self) -> bool {
        matches!(self.scope, Scope::Kommune(_) | Scope::Portal) && !self.site.is_preview()
    }

    /// The same, counting only the part of the portal that is at home in `part`.
    pub(super) fn within(self, part: Scope) -> Desk<'a> {
        Desk { within: Some(part), ..self }
    }

    /// A number of tilbud.
    pub(super) fn counted(&self, tilbud: Vec<TilbudId>) -> Count {
        Count { n: tilbud.len(), of: Counted::Tilbud(tilbud), ..Count::default() }
    }

    /// A number of tilbud that search finds with `filters`, when they are not empty. What the portal's search finds
    /// is not listed besides.
    pub(super) fn found_by(&self, tilbud: Vec<TilbudId>, filters: String) -> Count {
        let count = Count { filters, ..self.counted(tilbud) };
        if self.is_wide() && !count.filters.is_empty() { Count { of: Counted::Unsaid, ..count } } else { count }
    }

    /// All tilbud that the scope shows; on the portal its search has them.
    pub(super) fn all(&self, tilbud: Vec<TilbudId>) -> Count {
        let leads = self.is_wide() && self.has_search() && !tilbud.is_empty();
        let route = leads.then_some(Route::Search(self.scope));
        Count { route, ..self.counted(tilbud) }
    }

    /// A number of tilbud as a cell.
    pub(super) fn count_cell(&self, tilbud: Vec<TilbudId>) -> Cell {
        Cell::Count(self.counted(tilbud))
    }

    /// The published tilbud that the scope shows on the site's day, in the order of the site.
    pub(super) fn tilbud(&self) -> Vec<TilbudId> {
        let published = |it: &TilbudId| self.site.tilbud(*it).status == Status::Publisert;
        match self.scope {
            Scope::Kommune(id) => self.site.shown_in(id).iter().map(|it| it.id).filter(published).collect(),
            _ => self.own(),
        }
    }

    /// The published tilbud that the scope itself owns and shows on the site's day.
    pub(super) fn own(&self) -> Vec<TilbudId> {
        let published = |it: &TilbudId| self.site.tilbud(*it).status == Status::Publisert;
        self.records().into_iter().filter(|it| published(it) && self.site.visible(*it)).collect()
    }

    /// The tilbud that the scope itself owns, whatever their status, in the order of the site.
    pub(super) fn records(&self) -> Vec<TilbudId> {
        match self.scope {
            Scope::Portal => match self.within {
                None => self.site.tilbud_ids().collect(),
                Some(Scope::Fylke(id)) => parts::records_of_fylke(self, id),
                Some(part) => {
                    self.site.home_of(part).map(|it| self.shared.records(self.site, it).to_vec()).unwrap_or_default()
                }
            },
            Scope::Organisasjon(id) => self.of_organisation(id),
            scope => self.site.home_of(scope).map(|it| self.shared.records(self.site, it).to_vec()).unwrap_or_default(),
        }
    }

    fn of_organisation(&self, id: OrganisasjonId) -> Vec<TilbudId> {
        let own = self.shared.records(self.site, Home::Organisasjon(id));
        let mut found: Vec<TilbudId> = own.iter().chain(self.shared.given_by(self.site, id)).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The name of whom `scope` is; the portal's own for the portal.
    pub(super) fn place(&self, scope: Scope) -> String {
        match scope {
            Scope::Portal => self.say("r_place_portal"),
            Scope::Stat => self.say("stat"),
            Scope::Region(id) => self.site.region(id).navn.best(self.lang).to_owned(),
            Scope::Fylke(id) => self.site.fylke(id).navn.to_string(),
            Scope::Kommune(id) => self.site.kommune(id).navn.to_string(),
            Scope::Organisasjon(id) => self.site.organisasjon(id).navn.best(self.lang).to_owned(),
        }
    }

    /// The body that gives a tilbud: the organisation, or whose folder it lives in.
    pub(super) fn giver(&self, tilbud: &Tilbud) -> String {
        self.giver_said(tilbud).text
    }

    /// The same, marked when the name is in another language.
    pub(super) fn giver_said(&self, tilbud: &Tilbud) -> Said {
        match tilbud.eier {
            Some(id) => self.said(&self.site.organisasjon(id).navn),
            None => Said::leading(self.place(self.site.scope_of(tilbud.home)), None),
        }
    }

    /// A tilbud as a cell that leads to its page.
    pub(super) fn link(&self, id: TilbudId) -> Cell {
        Cell::Tilbud(vec![id])
    }

    /// The tilbud of a list by who gives them, in the order of their names; on the portal, by whose folder
    /// they live in: etater of many kommuner share a name.
    pub(super) fn by_giver(&self, tilbud: &[TilbudId]) -> Vec<Group> {
        let mut groups: BTreeMap<(String, String), Group> = BTreeMap::new();
        // Few give many: the place of each in the alphabet is found once.
        let mut places: BTreeMap<_, (String, String)> = BTreeMap::new();
        for id in tilbud {
            let it = self.site.tilbud(*id);
            let (owner, home) = (it.eier.filter(|_| !self.is_wide()), self.site.scope_of(it.home));
            let place = places.entry((owner, home)).or_insert_with(|| {
                let name = if owner.is_some() { self.giver(it) } else { self.place(home) };
                (collate::key(&name), name)
            });
            if let Some(group) = groups.get_mut(place) {
                group.tilbud.push(*id);
                continue;
            }
            let key = match owner {
                Some(owner) => self.site.organisasjon(owner).slug.as_str().to_owned(),
                None => self.site.scope_url(home).trim_matches('/').to_owned(),
            };
            let group = Group { key, name: place.1.clone(), tilbud: vec![*id], ..Group::default() };
            groups.insert(place.clone(), group);
        }
        groups.into_values().collect()
    }

    /// On the portal, that fictional kommuner are counted too.
    fn fictional(&self) -> Option<Section> {
        let kommuner = self.site.kommuner.iter().filter(|it| it.med && it.eksempel);
        let names: Vec<&str> = kommuner.map(|it| &*it.navn).collect();
        let told = self.is_wide() && !names.is_empty();
        told.then(|| Section::Notice(self.name("r_portal_examples", &names.join(", "))))
    }

    /// A report with the words that all have.
    pub(super) fn report(&self, name: ReportName, mut sections: Vec<Section>) -> Report {
        sections.splice(0..0, self.fictional());
        for section in &mut sections {
            if let Section::Table(table) = section {
                name_lists(name, table);
            }
        }
        let key = name.slug().replace('-', "_");
        Report {
            name,
            scope: self.scope,
            title: self.say(&format!("r_{key}_title")),
            place: self.place(self.scope),
            example: self.site.is_example(self.scope),
            lang: self.lang.tag(),
            intro: vec![self.say(&format!("r_{key}_shows")), self.say(&format!("r_{key}_not"))],
            date: self.site.settings.dato,
            catalogue: self.site.portal.lovkrav_dato,
            sections,
        }
    }
}

/// Names the list behind every number of a table of the report `name`, unless it is named already.
pub(super) fn name_lists(name: ReportName, table: &mut Table) {
    for row in &mut table.rows {
        for (column, cell) in table.columns.iter().zip(&mut row.cells) {
            if let Some(count) = cell.count_mut().filter(|it| it.n > 0 && it.list_id.is_empty()) {
                let id = list_id(name, &table.id, &row.key, &column.key);
                count.list_id = id;
            }
        }
    }
}

/// The `id` of the list behind a number.
pub(super) fn list_id(name: ReportName, table: &str, row: &str, column: &str) -> String {
    format!("bak-{}-{table}-{row}-{column}", name.slug()).replace(char::is_whitespace, "-")
}
