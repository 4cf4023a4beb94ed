//! What stands behind the numbers of a page: where each number leads, and the lists on the page itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::view::{Anchor, Behind};
use super::words::{Items, Words};
use crate::model::{KommuneId, LovkravId, ReportFormat, ReportName, Route, Scope, TilbudId, grouped};
use crate::report::desk::Desk;
use crate::report::matrix;
use crate::report::parts::{self, MOST_HERE, Parts};
use crate::report::value::{Cell, Count, Counted, Report, Row, Table};

/// Most names that are listed behind one number that the search finds, and behind all such numbers of a page.
const MOST_LISTED: usize = 100;
const MOST_NAMES: usize = 2_500;
/// Most names behind all numbers of a page that is a file of its own.
const MOST_IN_FILE: usize = 60_000;
/// What the names of tables with a line a duty begin with.
const DUTIES: &str = "plikter-";

/// What a page has to list by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// Short lists: the search or the pages of lists have the long ones.
    Short,
    /// Everything that its numbers count, since there is no other page.
    Whole,
}

/// The lists of a page, each set once.
pub(super) struct Lists<'d, 'a> {
    desk: &'d Desk<'a>,
    extent: Extent,
    lists: Vec<Behind>,
    /// The place of each set's list; what the search finds (the second) is cut short, and therefore a list of its
    /// own.
    known: [BTreeMap<Counted, usize>; 2],
    /// Rows that are about duties, by the duty's slug.
    duties: BTreeMap<String, String>,
    /// Most tilbud listed behind a number that the search finds too.
    most: usize,
}

/// The `id` of a row that is about a duty; empty for others.
pub(super) fn row_id(table: &Table, row: &Row) -> String {
    if table.id.starts_with(DUTIES) { format!("plikt-{}", row.key) } else { String::new() }
}

impl<'d, 'a> Lists<'d, 'a> {
    /// For the page of a report.
    pub(super) fn new(desk: &'d Desk<'a>, report: &Report, extent: Extent) -> Lists<'d, 'a> {
        let tables = report.tables().filter(|it| it.id.starts_with(DUTIES));
        let duties = tables.flat_map(|table| table.rows.iter().map(|row| (row.key.clone(), row_id(table, row))));
        Lists { duties: duties.collect(), most: most_listed(report, extent), ..Lists::whole(desk, extent) }
    }

    /// For a page of lists alone, which are whole.
    pub(super) fn whole(desk: &'d Desk<'a>, extent: Extent) -> Lists<'d, 'a> {
        let (lists, known, duties) = (Vec::new(), Default::default(), BTreeMap::new());
        Lists { desk, extent, lists, known, duties, most: usize::MAX }
    }

    /// How many lists there are so far.
    pub(super) fn len(&self) -> usize {
        self.lists.len()
    }

    /// All lists.
    pub(super) fn into_lists(self) -> Vec<Behind> {
        self.lists
    }

    /// Where a number leads; nowhere when it is zero or counts nothing that can be shown.
    pub(super) fn lead(&mut self, count: &Count, about: &dyn Display) -> String {
        if count.n == 0 {
            return String::new();
        }
        match self.elsewhere(count) {
            Some(url) => url,
            None => self.here(count, about),
        }
    }

    /// The other page that a number leads to, unless its list stands on this one.
    fn elsewhere(&self, count: &Count) -> Option<String> {
        let (site, scope) = (self.desk.site, self.desk.scope);
        let within = |route: Route, id: &str| {
            let url = site.url(&route);
            if id.is_empty() { url } else { format!("{url}#{id}") }
        };
        // A file that is sent by mail has no other pages: what it can list, it lists.
        let is_listed_here = self.extent == Extent::Whole && !count.of.is_empty();
        if let Some(route) = count.route.as_ref().filter(|_| !is_listed_here) {
            return Some(within(route.clone(), &count.part));
        }
        if count.of.is_empty() {
            return Some(self.found_by(count));
        }
        if self.extent == Extent::Whole {
            return None;
        }
        if parts::is_long(count) {
            let whose = if self.desk.is_wide() { parts::only_home(self.desk, &count.of) } else { self.kept(count) };
            if let Some(whose) = whose {
                return Some(within(Route::ReportLists(scope, whose), &count.list_id));
            }
        }
        let report = |name: ReportName| Route::Report(scope, name, ReportFormat::Html);
        count.listed_in.map(|name| within(report(name), &count.list_id))
    }

    /// Whose page of lists has a long list. Chains and steps are few enough to stand on the page of the report.
    fn kept(&self, count: &Count) -> Option<Scope> {
        matches!(count.of, Counted::Tilbud(_)).then_some(self.desk.scope)
    }

    /// The list of a number on this page; made when it is the first of its set.
    pub(super) fn here(&mut self, count: &Count, about: &dyn Display) -> String {
        let known = &mut self.known[usize::from(!count.filters.is_empty())];
        match known.get(&count.of) {
            Some(at) => {
                let list = &mut self.lists[*at];
                if list.id != count.list_id && !list.also.contains(&count.list_id) {
                    list.also.push(count.list_id.clone());
                }
            }
            None => {
                known.insert(count.of.clone(), self.lists.len());
                let list = self.list(count, about);
                self.lists.push(list);
            }
        }
        format!("#{}", count.list_id)
    }

    fn list(&self, count: &Count, about: &dyn Display) -> Behind {
        let is_parted = parts::is_long(count) && self.is_divided();
        let parts = if is_parted { Some(parts::part(self.desk, &count.of)) } else { None };
        let entries = self.entries(parts.as_ref().map_or(&count.of, |it| &it.own), count);
        let mut parts = parts.map(|it| self.parts(&it, count)).unwrap_or_default();
        let more = if parts.is_empty() { count.of.len().saturating_sub(entries.len()) } else { 0 };
        if let (true, Counted::Kommuner(list)) = (more > 0, &count.of) {
            parts = self.fylker(list, count);
        }
        let url = self.found_by(count);
        let words = || match url.as_str() {
            "" => self.desk.count("r_and_more", more),
            _ => self.desk.count("r_show_all", count.n),
        };
        let more = (more > 0 && parts.is_empty()).then(|| Anchor { text: words(), lang: None, url: url.clone() });
        let items = entries.into_iter().chain(parts.into_iter().chain(more).map(Words::from)).collect();
        Behind { id: count.list_id.clone(), also: Vec::new(), name: about.to_string(), items_html: Items(items) }
    }

    /// Whether long numbers are parted by whose they are: those of the whole country, and a fylke's part of them.
    fn is_divided(&self) -> bool {
        self.desk.is_wide() && matches!(self.desk.within, None | Some(Scope::Fylke(_)))
    }

    /// The search that finds what a number counts; empty when no search does.
    fn found_by(&self, count: &Count) -> String {
        if count.n == 0 || count.filters.is_empty() {
            return String::new();
        }
        format!("{}#{}", self.desk.site.url(&Route::Search(self.desk.scope)), count.filters)
    }

    /// What is listed, and the links of each entry.
    fn entries(&self, of: &Counted, count: &Count) -> Vec<Words> {
        let is_whole = self.extent == Extent::Short && count.filters.is_empty();
        let most = if is_whole { usize::MAX } else { self.most };
        let wide = self.desk.is_wide();
        match of {
            Counted::Unsaid => Vec::new(),
            Counted::Tilbud(list) => list.iter().take(most).map(|it| self.tilbud(*it).into()).collect(),
            Counted::Together(list) => {
                list.iter().map(|it| Words(it.iter().map(|it| self.tilbud(*it)).collect())).collect()
            }
            Counted::Lovkrav(list) => list.iter().map(|it| self.duty(*it).into()).collect(),
            Counted::Kommuner(list) if wide && list.len() > MOST_HERE => Vec::new(),
            Counted::Kommuner(list) => list.iter().map(|it| self.kommune(*it).into()).collect(),
        }
    }

    /// The parts of a number of the portal, each leading to the same number there.
    fn parts(&self, parts: &Parts, count: &Count) -> Vec<Anchor> {
        let part = |(scope, page, n): &(Scope, Scope, usize)| {
            let url = self.desk.site.url(&Route::ReportLists(self.desk.scope, *page));
            self.part(*scope, *n, format!("{url}#{}", count.list_id))
        };
        parts.others.iter().map(part).collect()
    }

    /// Kommuner of the whole country by fylke, each leading to the same number in the fylke's report.
    fn fylker(&self, kommuner: &[KommuneId], count: &Count) -> Vec<Anchor> {
        let mut fylker: BTreeMap<_, usize> = BTreeMap::new();
        for id in kommuner {
            *fylker.entry(self.desk.site.kommune(*id).fylke).or_default() += 1;
        }
        let part = |(id, n): (_, usize)| {
            let report = Route::Report(Scope::Fylke(id), ReportName::Lovpalagt, ReportFormat::Html);
            self.part(Scope::Fylke(id), n, format!("{}#{}", self.desk.site.url(&report), count.list_id))
        };
        fylker.into_iter().map(part).collect()
    }

    /// «Vestland: 1 250».
    fn part(&self, scope: Scope, n: usize, url: String) -> Anchor {
        let name = match scope {
            Scope::Kommune(id) => matrix::named(self.desk, id),
            _ => self.desk.place(scope),
        };
        Anchor { text: format!("{name}: {}", grouped(&n.to_string())), lang: None, url }
    }

    pub(super) fn tilbud(&self, id: TilbudId) -> Anchor {
        let (lang, title) = self.desk.site.tilbud(id).tittel.get(self.desk.lang);
        let url = if self.desk.site.has_page(id) { self.desk.site.url(&Route::Tilbud(id)) } else { String::new() };
        Anchor { text: title.to_owned(), lang: (lang != self.desk.lang).then(|| lang.tag()), url }
    }

    /// A duty, leading to its line in the report.
    fn duty(&self, id: LovkravId) -> Anchor {
        let krav = self.desk.site.krav(id);
        let (lang, title) = krav.tittel.get(self.desk.lang);
        let url = self.duties.get(krav.slug.as_str()).map(|it| format!("#{it}")).unwrap_or_default();
        Anchor { text: title.to_owned(), lang: (lang != self.desk.lang).then(|| lang.tag()), url }
    }

    /// A kommune, leading to its duties.
    fn kommune(&self, id: KommuneId) -> Anchor {
        let page = matrix::page(self.desk, id, ReportName::Lovpalagt);
        let url = page.map(|it| self.desk.site.url(&it)).unwrap_or_default();
        Anchor { text: matrix::named(self.desk, id), lang: None, url }
    }
}

/// How many tilbud can be listed behind each number so that the page stays of a size that can be sent. Numbers that
/// no search finds are listed whole or elsewhere, and do not count.
fn most_listed(report: &Report, extent: Extent) -> usize {
    let counts = report.tables().flat_map(|it| &it.rows).flat_map(|it| &it.cells).filter_map(Cell::count);
    let sets: BTreeSet<&Vec<TilbudId>> = counts
        .filter(|it| it.route.is_none() && (extent == Extent::Whole || !it.filters.is_empty()))
        .filter_map(|it| if let Counted::Tilbud(list) = &it.of { Some(list) } else { None })
        .collect();
    let names = |most: usize| sets.iter().map(|it| it.len().min(most)).sum::<usize>();
    let fits = |steps: &[usize], all: usize| steps.iter().copied().find(|it| names(*it) <= all).unwrap_or(5);
    match extent {
        Extent::Short => fits(&[MOST_LISTED, 50, 25, 15, 10], MOST_NAMES),
        Extent::Whole => fits(&[usize::MAX, 1_000, MOST_LISTED, 50, 25, 15, 10], MOST_IN_FILE),
    }
}
