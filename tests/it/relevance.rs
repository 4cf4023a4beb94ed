//! How good the search is: judged queries over the example kommuner.
//!
//! `relevance/<kommune>.tsv` has a query a line: its kind, the query, and the
//! records that answer it with a grade from 1 to 3. The floors only go up.

use std::collections::BTreeMap;

use nettungen::index;
use nettungen::model::{Scope, Site};
use nettungen_search::format::{Kind, encode};
use nettungen_search::{Index, Now, Request, search};

/// nDCG@10 over all queries, and over each kind of them.
const FLOOR: f64 = 0.935;
const FLOOR_OF_KIND: f64 = 0.88;
/// Share of the queries with a record of grade 2 or 3 among the first three.
const FLOOR_OF_SUCCESS: f64 = 0.98;

/// Day 20,779 is 22 November 2026, the day of all tests.
const NOW: Now = Now { day: 20_779, minute: 12 * 60 };

struct Judged {
    kind: String,
    query: String,
    grades: BTreeMap<String, u8>,
}

fn judged(kommune: &str) -> Vec<Judged> {
    let path = format!("{}/relevance/{kommune}.tsv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    let grade = |it: &str| {
        let (id, grade) = it.rsplit_once('=').unwrap();
        // A leading slash: the whole id; else one of the kommune's own.
        let id = id.strip_prefix('/').map_or_else(|| format!("{kommune}/{id}"), str::to_owned);
        (id, grade.parse().unwrap())
    };
    let line = |it: &str| {
        let parts: Vec<&str> = it.split('\t').collect();
        let [kind, query, grades] = parts[..] else { panic!("{path}: {it}") };
        Judged { kind: kind.into(), query: query.into(), grades: grades.split(' ').map(grade).collect() }
    };
    text.lines().filter(|it| !it.starts_with('#')).map(line).collect()
}

pub(crate) fn opened(site: &Site, kommune: &str) -> Index {
    let scope = Scope::Kommune(site.find_kommune(kommune).unwrap());
    let parts = encode(&index::documents(site, scope), &index::settings(site, scope));
    let mut index = Index::open(&parts.core).unwrap();
    index.add_texts(&parts.texts).unwrap();
    index
}

pub(crate) fn found(index: &Index, query: &str) -> Vec<String> {
    let answer = search(index, &Request::new(query, NOW));
    answer.matches.iter().take(10).map(|it| index.core().text(Kind::Id, it.record).to_owned()).collect()
}

/// Discounted cumulative gain of grades in order, against the best order.
fn ndcg(found: &[String], grades: &BTreeMap<String, u8>) -> f64 {
    let gain = |grades: &mut dyn Iterator<Item = u8>| -> f64 {
        let discounted = |(at, grade): (usize, u8)| (f64::from(grade).exp2() - 1.0) / (at as f64 + 2.0).log2();
        grades.take(10).enumerate().map(discounted).sum()
    };
    let mut best: Vec<u8> = grades.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let got = gain(&mut found.iter().map(|it| grades.get(it).copied().unwrap_or(0)));
    got / gain(&mut best.into_iter())
}

/// nDCG and success of one query.
type Result = (f64, bool);

#[test]
fn people_find_what_they_mean() {
    let site = nettungen_tests::example_site();
    let mut kinds: BTreeMap<String, Vec<Result>> = BTreeMap::new();
    let mut worst = Vec::new();
    for kommune in ["elvedal", "fjordvik", "viddalen"] {
        let index = opened(&site, kommune);
        for it in judged(kommune) {
            let found = found(&index, &it.query);
            let gain = ndcg(&found, &it.grades);
            let success = found.iter().take(3).any(|id| it.grades.get(id).is_some_and(|grade| *grade >= 2));
            if gain < 0.6 {
                worst.push(format!("{gain:.2} {kommune} {}: {:?}", it.query, &found[..found.len().min(3)]));
            }
            kinds.entry(it.kind).or_default().push((gain, success));
        }
    }
    let mean = |it: &[Result]| it.iter().map(|it| it.0).sum::<f64>() / it.len() as f64;
    let success = |it: &[Result]| it.iter().filter(|it| it.1).count() as f64 / it.len() as f64;
    let all: Vec<Result> = kinds.values().flatten().copied().collect();
    let mut report = format!("{} queries: nDCG@10 {:.3}, success@3 {:.3}\n", all.len(), mean(&all), success(&all));
    for (kind, results) in &kinds {
        report += &format!("{kind:12} {:3}  {:.3}  {:.3}\n", results.len(), mean(results), success(results));
    }
    let report = format!("{report}{}", worst.join("\n"));
    // Shown with `--nocapture`, and when a floor is not reached.
    nettungen_tests::show(&report);
    assert!(all.len() >= 300, "{report}");
    assert!(mean(&all) >= FLOOR && success(&all) >= FLOOR_OF_SUCCESS, "{report}");
    assert!(kinds.values().all(|it| mean(it) >= FLOOR_OF_KIND), "{report}");
}
