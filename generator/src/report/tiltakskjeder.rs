//! Chains of tilbud: drawn, and where they are broken, one-sided or on one level.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::{Arg, Desk};
use super::tally::Axis;
use super::value::{Figure, Item, Picture, Section};
use crate::model::{Liste, Scope, TilbudId};

/// Chains with more tilbud than this are listed, not drawn.
const MOST_DRAWN: usize = 16;

/// The parts of the report.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let here: BTreeSet<TilbudId> = desk.tilbud().into_iter().collect();
    let web = Web::new(desk, &here);
    if web.edges.is_empty() && web.broken.is_empty() {
        return vec![Section::Notice(desk.say("r_no_chains"))];
    }
    let chains = web.chains();
    let mut sections = vec![Section::Text(desk.count("r_n_chains", chains.len()))];
    for (at, chain) in (1..).zip(&chains).filter(|_| desk.scope != Scope::Portal) {
        sections.extend(drawn(desk, &web, at, chain));
    }
    sections.extend(weak(desk, &web, &chains));
    sections
}

/// Which tilbud leads on to which.
struct Web {
    edges: BTreeSet<(TilbudId, TilbudId)>,
    /// Steps that only one of the two tilbud names.
    one_sided: Vec<(TilbudId, TilbudId)>,
    /// Steps to a tilbud that is not shown here.
    broken: Vec<(TilbudId, TilbudId)>,
}

impl Web {
    fn new(desk: &Desk<'_>, here: &BTreeSet<TilbudId>) -> Web {
        let mut web = Web { edges: BTreeSet::new(), one_sided: Vec::new(), broken: Vec::new() };
        for id in here {
            let it = desk.site.tilbud(*id);
            let steps = it.neste.iter().map(|to| (*id, *to)).chain(it.forrige.iter().map(|from| (*from, *id)));
            for (from, to) in steps {
                let other = if from == *id { to } else { from };
                if here.contains(&other) {
                    web.edges.insert((from, to))
                } else {
                    web.break_at(*id, other)
                };
            }
        }
        let both = |(from, to): &(TilbudId, TilbudId)| {
            desk.site.tilbud(*from).neste.contains(to) && desk.site.tilbud(*to).forrige.contains(from)
        };
        web.one_sided = web.edges.iter().copied().filter(|it| !both(it)).collect();
        web
    }

    fn break_at(&mut self, from: TilbudId, to: TilbudId) -> bool {
        let new = !self.broken.contains(&(from, to));
        if new {
            self.broken.push((from, to));
        }
        new
    }

    /// Tilbud that hang together, each once, in the order of the site.
    fn chains(&self) -> Vec<Vec<TilbudId>> {
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
        let mut left: Vec<TilbudId> = chain.to_vec();
        let mut ordered = Vec::new();
        while !left.is_empty() {
            let free = |it: &TilbudId| !left.iter().any(|from| from != it && self.edges.contains(&(*from, *it)));
            let at = left.iter().position(free).unwrap_or(0);
            ordered.push(left.remove(at));
        }
        ordered
    }
}

fn drawn(desk: &Desk<'_>, web: &Web, at: usize, chain: &[TilbudId]) -> Vec<Section> {
    let order = web.ordered(chain);
    let first = order.first().map(|it| title(desk, *it)).unwrap_or_default();
    let heading = desk.fill("r_chain_from", &[("n", Arg::Number(at)), ("name", Arg::Text(&first))]);
    let steps: Vec<Item> = web
        .edges
        .iter()
        .filter(|(from, _)| chain.contains(from))
        .map(|(from, to)| Item { text: String::new(), tilbud: vec![*from, *to] })
        .collect();
    let mut sections = vec![Section::Heading { id: format!("kjede-{at}"), text: heading.clone() }];
    if order.len() <= MOST_DRAWN {
        sections.push(Section::Figure(figure(desk, web, at, &order, heading)));
    }
    sections.push(desk.text("r_chain_steps"));
    sections.push(Section::List(steps));
    sections
}

fn figure(desk: &Desk<'_>, web: &Web, at: usize, order: &[TilbudId], title_text: String) -> Figure {
    let level = |it: &TilbudId| desk.site.tilbud(*it).pyramideniva.map_or(0, |it| usize::from(it.0));
    let place = |wanted: &TilbudId| order.iter().position(|it| it == wanted);
    let arrows = web.edges.iter().filter_map(|(from, to)| Some((place(from)?, place(to)?))).collect();
    let names: Vec<String> = order.iter().map(|it| title(desk, *it)).collect();
    Figure {
        id: format!("kjede-{at}"),
        title: title_text,
        description: names.join(" → "),
        picture: Picture::Flow {
            columns: Axis::Level.places(desk).into_iter().map(|(name, _)| name).collect(),
            nodes: order.iter().map(level).zip(names).collect(),
            arrows,
        },
    }
}

fn title(desk: &Desk<'_>, id: TilbudId) -> String {
    desk.site.tilbud(id).tittel.best(desk.lang).to_owned()
}

/// What to look at: broken steps, steps that one side alone names, chains that stay on a level.
fn weak(desk: &Desk<'_>, web: &Web, chains: &[Vec<TilbudId>]) -> Vec<Section> {
    let level = |it: &TilbudId| desk.site.tilbud(*it).pyramideniva;
    let flat = |chain: &&Vec<TilbudId>| chain.iter().all(|it| level(it) == level(&chain[0]));
    let about = |message: &str, tilbud: Vec<TilbudId>| Item { text: desk.say(message), tilbud };
    let mut items = Vec::new();
    // What is not shown here may be a draft: only the one that names it is told.
    items.extend(web.broken.iter().map(|(from, _)| about("r_chain_broken", vec![*from])));
    items.extend(web.one_sided.iter().map(|(from, to)| about("r_chain_one_sided", vec![*from, *to])));
    for chain in chains.iter().filter(flat) {
        let name = level(&chain[0]).map(|it| desk.term(Liste::Pyramideniva, it)).unwrap_or_default();
        items.push(Item { text: desk.name("r_chain_flat", &name), tilbud: chain.clone() });
    }
    if items.is_empty() {
        return vec![desk.text("r_chains_fine")];
    }
    vec![desk.heading("se-pa", "r_head_chain_weak"), Section::List(items)]
}
