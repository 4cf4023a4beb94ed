//! Chains of tilbud: drawn, and where they are broken, one-sided or on one level.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::{Arg, Desk};
use super::parts;
use super::tally::Axis;
use super::value::{Cell, Count, Counted, Figure, Item, Kind, Picture, Row, Section, Table};
use crate::model::{Liste, TilbudId};

/// Chains with more tilbud than this are listed, not drawn.
const MOST_DRAWN: usize = 16;

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let own;
    let web = if desk.is_wide() {
        desk.shared.web.get_or_init(|| Web::new(&Desk { within: None, ..*desk }))
    } else {
        own = Web::new(desk);
        &own
    };
    if web.edges.is_empty() && web.broken.is_empty() {
        return vec![Section::Notice(desk.say("r_no_chains"))];
    }
    let mut sections = vec![Section::Text(desk.count("r_n_chains", web.chains.len()))];
    sections.push(Section::Table(summary(desk, web)));
    if !desk.is_wide() {
        for (at, chain) in (1..).zip(&web.chains) {
            sections.extend(drawn(desk, web, at, chain));
        }
        sections.extend(weak(desk, web));
    }
    sections
}

/// Which tilbud leads on to which.
#[derive(Debug, Default)]
pub(super) struct Web {
    edges: BTreeSet<(TilbudId, TilbudId)>,
    /// Steps that only one of the two tilbud names.
    one_sided: BTreeSet<(TilbudId, TilbudId)>,
    /// Steps to a tilbud that is not shown here.
    broken: BTreeSet<(TilbudId, TilbudId)>,
    /// Tilbud that hang together, each once, in the order of the site.
    chains: Vec<Vec<TilbudId>>,
}

impl Web {
    fn new(desk: &Desk<'_>) -> Web {
        let here: BTreeSet<TilbudId> = desk.tilbud().into_iter().collect();
        let mut web = Web::default();
        for id in &here {
            let it = desk.site.tilbud(*id);
            let steps = it.neste.iter().map(|to| (*id, *to)).chain(it.forrige.iter().map(|from| (*from, *id)));
            for (from, to) in steps {
                let other = if from == *id { to } else { from };
                let list = if here.contains(&other) { &mut web.edges } else { &mut web.broken };
                list.insert(if here.contains(&other) { (from, to) } else { (*id, other) });
            }
        }
        let both = |(from, to): &(TilbudId, TilbudId)| {
            desk.site.tilbud(*from).neste.contains(to) && desk.site.tilbud(*to).forrige.contains(from)
        };
        web.one_sided = web.edges.iter().copied().filter(|it| !both(it)).collect();
        web.chains = web.hanging_together();
        web
    }

    fn hanging_together(&self) -> Vec<Vec<TilbudId>> {
        let mut beside: BTreeMap<TilbudId, Vec<TilbudId>> = BTreeMap::new();
        for (from, to) in &self.edges {
            beside.entry(*from).or_default().push(*to);
            beside.entry(*to).or_default().push(*from);
        }
        let mut seen = BTreeSet::new();
        let mut chains = Vec::new();
        for start in beside.keys() {
            let mut chain = Vec::new();
            let mut open = vec![*start];
            while let Some(it) = open.pop() {
                if seen.insert(it) {
                    chain.push(it);
                    open.extend(beside[&it].iter().copied());
                }
            }
            if !chain.is_empty() {
                chain.sort_unstable();
                chains.push(chain);
            }
        }
        chains
    }

    /// The tilbud of a chain, each after those that lead to it as far as circles allow.
    fn ordered(&self, chain: &[TilbudId]) -> Vec<TilbudId> {
        let mut before: BTreeMap<TilbudId, usize> = chain.iter().map(|it| (*it, 0)).collect();
        for to in chain.iter().flat_map(|it| self.after(*it)) {
            *before.entry(to).or_default() += 1;
        }
        let mut free: BTreeSet<TilbudId> = before.iter().filter(|(_, n)| **n == 0).map(|(it, _)| *it).collect();
        let mut ordered = Vec::new();
        // Where all that is left goes in circles, the first of the site begins.
        while let Some(next) = free.pop_first().or_else(|| before.keys().next().copied()) {
            before.remove(&next);
            ordered.push(next);
            for to in self.after(next) {
                if let Some(n) = before.get_mut(&to) {
                    *n -= 1;
                    if *n == 0 {
                        free.insert(to);
                    }
                }
            }
        }
        ordered
    }

    /// Where a tilbud leads on to.
    fn after(&self, from: TilbudId) -> impl Iterator<Item = TilbudId> + '_ {
        self.edges.range((from, TilbudId(0))..=(from, TilbudId(u32::MAX))).map(|(_, to)| *to)
    }
}

/// The numbers of the report.
fn summary(desk: &Desk<'_>, web: &Web) -> Table {
    let pairs = |list: &BTreeSet<(TilbudId, TilbudId)>| list.iter().map(|(a, b)| vec![*a, *b]).collect();
    // What a broken step leads to may be a draft: only the tilbud that names it is told.
    let broken = web.broken.iter().map(|(from, _)| vec![*from]).collect();
    let flat = web.chains.iter().filter(|it| is_flat(desk, it)).cloned().collect();
    let rows: [(&str, Vec<Vec<TilbudId>>); 5] = [
        ("kjeder", web.chains.clone()),
        ("ledd", pairs(&web.edges)),
        ("brutte", broken),
        ("ensidige", pairs(&web.one_sided)),
        ("ett-niva", flat),
    ];
    let row = |(key, mut list): (&str, Vec<Vec<TilbudId>>)| {
        list.retain(|it| parts::holds(desk, desk.site.tilbud(it[0]).home));
        let count = Count { n: list.len(), of: Counted::Together(list), ..Count::default() };
        Row::new(key, vec![Cell::text(desk.say(&format!("r_chains_{}", key.replace('-', "_")))), Cell::Count(count)])
    };
    let columns = desk.columns(&[("hva", "r_col_what", Kind::Text), ("antall", "r_col_number", Kind::Number)]);
    Table::new("sum", desk.say("r_table_chains"), columns, rows.map(row).to_vec())
}

fn is_flat(desk: &Desk<'_>, chain: &[TilbudId]) -> bool {
    let level = |it: &TilbudId| desk.site.tilbud(*it).pyramideniva;
    chain.iter().all(|it| level(it) == level(&chain[0]))
}

fn drawn(desk: &Desk<'_>, web: &Web, at: usize, chain: &[TilbudId]) -> Vec<Section> {
    let order = web.ordered(chain);
    let first = order.first().map(|it| title(desk, *it)).unwrap_or_default();
    let heading = desk.fill("r_chain_from", &[("n", Arg::Number(at)), ("name", Arg::Text(&first))]);
    let mut sections = vec![Section::Heading { id: format!("kjede-{at}"), text: heading }];
    if order.len() <= MOST_DRAWN {
        let title = desk.fill("r_chain_drawn", &[("n", Arg::Number(at))]);
        sections.push(Section::Figure(figure(desk, web, at, &order, title)));
    }
    let caption = desk.fill("r_chain_steps", &[("n", Arg::Number(at))]);
    sections.push(Section::Table(steps(desk, web, at, &order, caption)));
    sections
}

/// The steps of a chain, in the order of the chain: from, to, their levels, and who names the step.
fn steps(desk: &Desk<'_>, web: &Web, at: usize, order: &[TilbudId], caption: String) -> Table {
    let level = |id: TilbudId| desk.site.tilbud(id).pyramideniva.map(|it| desk.term(Liste::Pyramideniva, it));
    let mut rows = Vec::new();
    for from in order {
        for to in web.after(*from) {
            let known = if web.one_sided.contains(&(*from, to)) { "ensidig" } else { "begge" };
            let cells = vec![
                desk.link(*from),
                Cell::text(level(*from).unwrap_or_default()),
                desk.link(to),
                Cell::text(level(to).unwrap_or_default()),
                Cell::text(desk.say(&format!("r_step_{known}"))),
            ];
            let name = |id: TilbudId| &desk.site.tilbud(id).key;
            rows.push(Row::new(format!("{} {}", name(*from), name(to)), cells));
        }
    }
    let columns = desk.columns(&[
        ("fra", "r_col_step_from", Kind::Links),
        ("fra-niva", "r_col_level", Kind::Text),
        ("til", "r_col_step_to", Kind::Links),
        ("til-niva", "r_col_level", Kind::Text),
        ("nevnt-av", "r_col_named_by", Kind::Text),
    ]);
    Table::new(&format!("kjede-{at}"), caption, columns, rows)
}

fn figure(desk: &Desk<'_>, web: &Web, at: usize, order: &[TilbudId], title_text: String) -> Figure {
    let level = |it: &TilbudId| desk.site.tilbud(*it).pyramideniva.map_or(0, |it| usize::from(it.0));
    let place = |wanted: &TilbudId| order.iter().position(|it| it == wanted);
    let arrows: Vec<_> = web.edges.iter().filter_map(|(from, to)| Some((place(from)?, place(to)?))).collect();
    let names: Vec<String> = order.iter().map(|it| title(desk, *it)).collect();
    let steps: Vec<String> = arrows.iter().map(|(from, to)| format!("{} → {}", names[*from], names[*to])).collect();
    Figure {
        id: format!("kjede-{at}"),
        title: title_text,
        description: format!("{}.", steps.join("; ")),
        picture: Picture::Flow {
            columns: Axis::Level.places(desk).into_iter().map(|it| it.name).collect(),
            nodes: order.iter().map(level).zip(names).collect(),
            arrows,
        },
    }
}

fn title(desk: &Desk<'_>, id: TilbudId) -> String {
    desk.site.tilbud(id).tittel.best(desk.lang).to_owned()
}

/// What to look at: broken steps, steps that one side alone names, chains that stay on a level.
fn weak(desk: &Desk<'_>, web: &Web) -> Vec<Section> {
    let level = |it: &TilbudId| desk.site.tilbud(*it).pyramideniva;
    let about = |message: &str, tilbud: Vec<TilbudId>| Item { text: desk.say(message), tilbud };
    let mut items = Vec::new();
    // What is not shown here may be a draft: only the one that names it is told.
    items.extend(web.broken.iter().map(|(from, _)| about("r_chain_broken", vec![*from])));
    items.extend(web.one_sided.iter().map(|(from, to)| about("r_chain_one_sided", vec![*from, *to])));
    for chain in web.chains.iter().filter(|it| is_flat(desk, it)) {
        let name = level(&chain[0]).map(|it| desk.term(Liste::Pyramideniva, it)).unwrap_or_default();
        items.push(Item { text: desk.name("r_chain_flat", &name), tilbud: chain.clone() });
    }
    if items.is_empty() {
        return vec![desk.text("r_chains_fine")];
    }
    vec![desk.heading("se-pa", "r_head_chain_weak"), Section::List(items)]
}
