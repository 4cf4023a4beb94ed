//! Numbers on the pages of reports are followed to what they count: lists, parts of the portal, the search.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::rc::Rc;
use std::sync::LazyLock;

use nettungen::index;
use nettungen::model::{Mode, ReportFormat, ReportName, Route, Scope, Settings, Site};
use nettungen::pipeline::{self, Press};
use nettungen::report::{self, Cell};
use nettungen_search::format::encode;
use nettungen_search::{Index, Now, Request, search};
use proptest::prelude::*;

use super::THEME;

/// An entry of a list: where its first link leads, and its words.
#[derive(Debug)]
struct Entry {
    url: String,
    text: String,
}

/// What numbers lead to on a page.
struct Page {
    html: String,
    /// The entries of the list with an id.
    lists: BTreeMap<String, Rc<Vec<Entry>>>,
}

/// What stands between `start` and the next `end` in `text`.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    let rest = &text[text.find(start)? + start.len()..];
    Some(&rest[..rest.find(end)?])
}

/// `html` without its elements.
fn words(html: &str) -> String {
    let parts = html.split('<').enumerate();
    parts.map(|(at, it)| if at == 0 { it } else { it.split_once('>').map_or("", |it| it.1) }).collect()
}

impl Page {
    fn new(html: String) -> Page {
        let mut lists = BTreeMap::new();
        for section in html.split("<section id=\"").skip(1) {
            let section = section.split("</section>").next().expect("there is a first");
            let entry = |it: &str| {
                let it = it.split("</li>").next().expect("there is a first");
                Entry { url: between(it, "href=\"", "\"").unwrap_or_default().replace("&amp;", "&"), text: words(it) }
            };
            let entries = Rc::new(section.split("<li>").skip(1).map(entry).collect::<Vec<_>>());
            let first = section.split('"').next().expect("there is a first").to_owned();
            let others = section.split("<span id=\"").skip(1).filter_map(|it| it.split('"').next());
            for id in others.map(str::to_owned).chain([first]) {
                assert!(lists.insert(id.clone(), Rc::clone(&entries)).is_none(), "two lists are called {id}");
            }
        }
        Page { html, lists }
    }

    /// The cells that hold numbers, in order: where each leads.
    fn numbers(&self) -> Vec<String> {
        let cells = self.html.split("<td class=\"number").skip(1);
        let cells = cells.map(|it| it.split("</td>").next().expect("there is a first"));
        cells.map(|it| between(it, "href=\"", "\"").unwrap_or_default().replace("&amp;", "&")).collect()
    }
}

/// Follows links within a site.
struct Reader<'s> {
    site: &'s Site,
    press: Press<'s>,
    pages: RefCell<BTreeMap<String, Rc<Page>>>,
    indexes: RefCell<BTreeMap<Scope, Rc<Index>>>,
    routes: BTreeSet<String>,
}

impl<'s> Reader<'s> {
    fn new(site: &'s Site) -> Reader<'s> {
        let press = Press::new(site, &THEME);
        let routes = press.routes().iter().map(|it| site.url(it)).collect();
        Reader { site, press, pages: RefCell::default(), indexes: RefCell::default(), routes }
    }

    fn page(&self, url: &str) -> Rc<Page> {
        if let Some(known) = self.pages.borrow().get(url) {
            return Rc::clone(known);
        }
        assert!(self.routes.contains(url), "the site has no {url}");
        let route = self.press.find(url).unwrap_or_else(|| panic!("nothing is found at {url}"));
        let bytes = self.press.page(&route).expect("it can be made").bytes;
        let page = Rc::new(Page::new(String::from_utf8(bytes).expect("pages are UTF-8")));
        self.pages.borrow_mut().insert(url.to_owned(), Rc::clone(&page));
        page
    }

    /// How many a number's link shows; nothing when it leads to something else than a list.
    fn follow(&self, from: &str, link: &str) -> Option<usize> {
        let (path, part) = link.split_once('#').unwrap_or((link, ""));
        let path = if path.is_empty() { from } else { path };
        match self.press.find(path) {
            Some(Route::Search(scope)) => return Some(self.search(scope, part)),
            Some(Route::List(..)) => {
                let page = self.page(path);
                let said = page.html.split("<p>").find_map(|it| it.split_once(" tilb")?.0.parse().ok());
                return Some(said.unwrap_or_else(|| panic!("{path} does not say how many it lists")));
            }
            _ => {}
        }
        let page = self.page(path);
        if !part.starts_with("bak-") {
            assert!(part.is_empty() || page.html.contains(&format!(" id=\"{part}\"")), "{path} has no {part}");
            return None;
        }
        let list = page.lists.get(part).unwrap_or_else(|| panic!("{path} has no list {part}"));
        Some(self.listed(path, list))
    }

    /// How many a list shows: its entries, what its parts show elsewhere, or what the search finds.
    fn listed(&self, path: &str, list: &[Entry]) -> usize {
        let mut n = 0;
        for entry in list {
            if entry.url.contains("/sok/#") {
                return self.follow(path, &entry.url).expect("a search tells how many");
            }
            if !entry.url.contains("#bak-") {
                assert!(!entry.text.contains(" til") || !entry.url.is_empty(), "{path}: {entry:?}");
                n += 1;
                continue;
            }
            let said: usize =
                entry.text.rsplit_once(": ").and_then(|it| it.1.parse().ok()).expect("a part tells how many");
            assert_eq!(self.follow(path, &entry.url), Some(said), "{path}: {entry:?}");
            n += said;
        }
        n
    }

    fn search(&self, scope: Scope, filters: &str) -> usize {
        let index = Rc::clone(self.indexes.borrow_mut().entry(scope).or_insert_with(|| {
            let parts = encode(&index::documents(self.site, scope), &index::settings(self.site, scope));
            Rc::new(Index::open(&parts.core).expect("it was just made"))
        }));
        let filters = filters.replace('&', "\n");
        let now = Now { day: 20_779, minute: 12 * 60 };
        search(&index, &Request { filters: &filters, ..Request::new("", now) }).total
    }

    /// Follows every number of every page with a report; answers how many there were, and adds to `silent` the
    /// columns in which numbers above zero lead nowhere.
    fn follow_all(&self, silent: &mut BTreeSet<String>) -> usize {
        let mut seen = 0;
        for route in self.press.routes() {
            if let Route::Report(scope, name, ReportFormat::Html) = route {
                seen += self.follow_report(scope, name, silent);
            }
        }
        seen
    }

    fn follow_report(&self, scope: Scope, name: ReportName, silent: &mut BTreeSet<String>) -> usize {
        let made = report::report(&self.press.desk(scope), name);
        let url = self.site.url(&Route::Report(scope, name, ReportFormat::Html));
        let mut links = self.page(&url).numbers().into_iter();
        let mut seen = 0;
        for table in made.tables() {
            let cells = table.rows.iter().flat_map(|row| table.columns.iter().zip(&row.cells).skip(1));
            for (column, cell) in cells {
                let is_number = cell.count().is_some() || matches!(cell, Cell::Number(..) | Cell::Year(_));
                if !is_number {
                    continue;
                }
                let link = links.next().unwrap_or_else(|| panic!("{url} has fewer numbers than the report"));
                let at = || format!("{url} {} {}", table.id, column.key);
                match cell.count().filter(|it| it.n > 0) {
                    Some(count) if !link.is_empty() => {
                        let found = self.follow(&url, &link).unwrap_or(count.n);
                        assert_eq!(found, count.n, "{} leads to {link}", at());
                        seen += 1;
                    }
                    Some(_) => drop(silent.insert(format!("{} {} {}", name.slug(), table.id, column.key))),
                    None if matches!(cell, Cell::Number(n, _) if *n > 0.0) => {
                        assert_eq!(link, "", "{}", at());
                        silent.insert(format!("{} {} {}", name.slug(), table.id, column.key));
                    }
                    None => assert!(link.is_empty(), "{}: nothing leads to {link}", at()),
                }
            }
        }
        assert_eq!(links.next(), None, "{url} has more numbers than the report");
        seen
    }
}

/// The columns whose numbers count nothing that can be listed: drafts, verdicts, children, averages, and what one
/// tilbud says, which the row leads to. The plan repeats them.
const SILENT: [(&str, &str, &[&str]); 4] = [
    ("kartlegging", "pa-vei", &["utkast", "venter"]),
    ("vurdering", "kriterier", &["ja", "delvis", "nei", "ikke-vurdert"]),
    ("sammenligning", "sammenligning", &["barn", "per-1000-barn", "tilbud", "egne"]),
    ("ressurser", "tilbud", &["arsverk", "kroner"]),
];

fn silent() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (report, table, columns) in SILENT {
        for column in columns {
            all.insert(format!("{report} {table} {column}"));
            all.insert(format!("plan {report}-{table} {column}"));
        }
    }
    all
}

#[test]
fn every_number_leads_to_as_many_as_it_says() {
    let site = nettungen_tests::example_site();
    let mut found = BTreeSet::new();
    assert!(Reader::new(&site).follow_all(&mut found) > 10_000);
    assert_eq!(found, silent());
}

/// A kommune alone has no portal to lead to.
#[test]
fn numbers_of_a_kommune_that_stands_alone_lead_to_its_own_pages() {
    let text = country(&[60, 30]);
    let whole = super::site(&text);
    let id = whole.kommune_ids().find(|it| whole.kommune(*it).med).expect("some take part");
    let settings = Settings { mode: Mode::Standalone(id), ..nettungen_tests::settings() };
    let site = pipeline::check(&super::sources(&text), &settings).0.expect("it has no errors");
    let seen = Reader::new(&site).follow_all(&mut BTreeSet::new());
    assert!(seen > 300, "{seen}");
}

/// Kommuner of the register that take part, with so many tilbud each. More than the page of a report lists, so that
/// the portal's numbers are parted.
fn country(tilbud: &[usize]) -> String {
    static REGISTER: LazyLock<Site> = LazyLock::new(|| super::site(super::strange::EMPTY));
    let mut files = super::strange::EMPTY.to_owned();
    for (kommune, n) in REGISTER.kommuner.iter().filter(|it| !it.eksempel).step_by(11).zip(tilbud) {
        let slug = &kommune.slug;
        let (nummer, navn) = (&kommune.nummer, &kommune.navn);
        let _ = write!(files, "//- kommuner/{slug}/kommune.yaml\nnummer: \"{nummer}\"\nnavn: {navn}\n");
        for at in 0..*n {
            let level = ["alle", "trenger-mer", "hjelp"][at % 3];
            let risk = if at % 2 == 0 { "mobbing" } else { "" };
            let next = if at % 4 == 0 && at + 1 < *n { format!("neste: [t{}]\n", at + 1) } else { String::new() };
            let head = format!(
                "pyramidenivå: {level}\ntema: [helse]\nalder: {{fra: {}, til: {}}}\nrisikogrupper: [{risk}]\n\
                 lovkrav: [helsestasjon]\nressurser: {{årsverk: 1, midler: 1000}}\n{next}",
                at % 12,
                at % 12 + 4
            );
            files += &super::strange::tilbud(&format!("t{at}"), &head).replace("/telleby/", &format!("/{slug}/"));
        }
    }
    files
}

#[test]
fn the_portals_numbers_lead_by_way_of_fylker_and_kommuner_to_lists() {
    let mut tilbud = vec![2; 30];
    (tilbud[0], tilbud[22]) = (60, 30);
    let site = super::site(&country(&tilbud));
    let reader = Reader::new(&site);
    assert!(reader.follow_all(&mut BTreeSet::new()) > 3_000);
    let portal = reader.page("/rapport/pyramide/");
    let parts = &portal.lists["bak-pyramide-nivaer-sum-alle"];
    let texts: Vec<&str> = parts.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(
        texts.join(", "),
        "Akershus: 7, Buskerud: 1, Finnmark: 2, Innlandet: 3, Møre og Romsdal: 1, Nordland: 34, Rogaland: 16, \
         Telemark: 2, Trøndelag: 3, Vestland: 4"
    );
    let duties = &reader.page("/rapport/lovpalagt/").lists["bak-lovpalagt-plikter-helsestasjon-delvis"];
    assert_eq!(
        duties.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(", "),
        texts.join(", ").replace(": 34", ": 5").replace(": 16", ": 2")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    #[test]
    fn parts_add_up_however_tilbud_are_spread(tilbud in prop::collection::vec(0_usize..40, 1..8)) {
        let site = super::site(&country(&tilbud));
        let reader = Reader::new(&site);
        let mut silent = BTreeSet::new();
        for name in [ReportName::Pyramide, ReportName::Kartlegging, ReportName::Tiltakskjeder, ReportName::Ressurser] {
            reader.follow_report(Scope::Portal, name, &mut silent);
        }
    }
}
