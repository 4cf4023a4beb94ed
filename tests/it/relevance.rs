//! How good the search is: judged queries over the example kommuner.
//!
//! `relevance/<kommune>.tsv` has a query a line: its kind, the query, and the
//! records that answer it with a grade from 1 to 3; `<kommune>-ferske.tsv` has
//! queries that were written down without looking at records or answers, so
//! they said how the search did where nobody had tuned it.
//! `<kommune>-setninger.tsv` has whole sentences, written down in the same way.
//! The floors only go up.

use std::collections::BTreeMap;

use nettungen::index;
use nettungen::model::{Scope, Site};
use nettungen_search::format::{Kind, encode, encode_country};
use nettungen_search::testing::load_missing;
use nettungen_search::{Index, Now, Request, search};

/// nDCG@10 over all queries, and over each kind of them.
const FLOOR: f64 = 0.95;
const FLOOR_OF_KIND: f64 = 0.91;
/// Share of the queries with a record of grade 2 or 3 among the first three.
const FLOOR_OF_SUCCESS: f64 = 0.985;

/// The same for an index of parts, whose lists know less of each record.
const FLOOR_OF_PARTS: f64 = 0.92;
const FLOOR_OF_SUCCESS_OF_PARTS: f64 = 0.97;

/// The same for fresh queries.
const FLOOR_OF_FRESH: f64 = 0.78;
const FLOOR_OF_SUCCESS_OF_FRESH: f64 = 0.945;

/// The same for whole sentences.
const FLOOR_OF_SENTENCES: f64 = 0.51;
const FLOOR_OF_SUCCESS_OF_SENTENCES: f64 = 0.81;

/// The kommuner that are asked, and the files of queries.
const SETS: &[(&str, &str)] = &[("elvedal", "elvedal"), ("fjordvik", "fjordvik"), ("viddalen", "viddalen")];
const FRESH: &[(&str, &str)] = &[("fjordvik", "fjordvik-ferske"), ("viddalen", "viddalen-ferske")];
const SENTENCES: &[(&str, &str)] = &[("fjordvik", "fjordvik-setninger")];

/// Day 20,779 is 22 November 2026, the day of all tests.
const NOW: Now = Now { day: 20_779, minute: 12 * 60 };

struct Judged {
    kind: String,
    query: String,
    grades: BTreeMap<String, u8>,
}

fn judged(kommune: &str, file: &str) -> Vec<Judged> {
    let path = format!("{}/relevance/{file}.tsv", env!("CARGO_MANIFEST_DIR"));
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
    index.add(&parts.texts).unwrap();
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

/// Answers a query with ids, best first.
type Asked = Box<dyn Fn(&str) -> Vec<String>>;

/// nDCG and success of one query.
type Result = (f64, bool);

/// What all judged queries came to: a report, and by kind the results.
struct Outcome {
    report: String,
    kinds: BTreeMap<String, Vec<Result>>,
}

impl Outcome {
    fn all(&self) -> Vec<Result> {
        self.kinds.values().flatten().copied().collect()
    }
}

fn mean(it: &[Result]) -> f64 {
    it.iter().map(|it| it.0).sum::<f64>() / it.len() as f64
}

fn success(it: &[Result]) -> f64 {
    it.iter().filter(|it| it.1).count() as f64 / it.len() as f64
}

/// Asks all judged queries of what `asked` opens for each kommune.
fn judge(site: &Site, sets: &[(&str, &str)], asked: impl Fn(&str) -> Asked) -> Outcome {
    let mut kinds: BTreeMap<String, Vec<Result>> = BTreeMap::new();
    let mut worst = Vec::new();
    for (kommune, file) in sets {
        assert!(site.find_kommune(kommune).is_some(), "{kommune}");
        let asked = asked(kommune);
        for it in judged(kommune, file) {
            let found = asked(&it.query);
            let gain = ndcg(&found, &it.grades);
            let success = found.iter().take(3).any(|id| it.grades.get(id).is_some_and(|grade| *grade >= 2));
            if gain < 0.6 {
                worst.push(format!("{gain:.2} {kommune} {}: {:?}", it.query, &found[..found.len().min(3)]));
            }
            kinds.entry(it.kind).or_default().push((gain, success));
        }
    }
    let mut outcome = Outcome { report: String::new(), kinds };
    let all = outcome.all();
    let mut report = format!("{} queries: nDCG@10 {:.3}, success@3 {:.3}\n", all.len(), mean(&all), success(&all));
    for (kind, results) in &outcome.kinds {
        report += &format!("{kind:12} {:3}  {:.3}  {:.3}\n", results.len(), mean(results), success(results));
    }
    outcome.report = format!("{report}{}", worst.join("\n"));
    // Shown with `--nocapture`, and when a floor is not reached.
    nettungen_tests::show(&outcome.report);
    outcome
}

/// Asks the whole index of a kommune.
fn asked_of_all(site: &Site, kommune: &str) -> Asked {
    let index = opened(site, kommune);
    Box::new(move |query| found(&index, query))
}

/// Asks an index of parts of a kommune, loading what each query needs.
fn asked_of_parts(site: &Site, kommune: &str) -> Asked {
    let scope = Scope::Kommune(site.find_kommune(kommune).unwrap());
    let made = encode_country(index::documents(site, scope).into_iter(), &index::settings(site, scope));
    Box::new(move |query| {
        let mut index = Index::open(&made.core).unwrap();
        load_missing(&mut index, &made, query, "");
        let answer = search(&index, &Request::new(query, NOW));
        let id = |record| index.record(record).map(|(core, at)| core.text(Kind::Id, at).to_owned());
        answer.matches.iter().take(10).filter_map(|it| id(it.record)).collect()
    })
}

/// Asks the whole indexes; the means must reach the floors, of nDCG and of success.
fn hold(sets: &[(&str, &str)], least: usize, floors: (f64, f64)) -> Outcome {
    let site = nettungen_tests::example_site();
    let outcome = judge(&site, sets, |kommune| asked_of_all(&site, kommune));
    let (all, report) = (outcome.all(), &outcome.report);
    assert!(all.len() >= least, "{report}");
    assert!(mean(&all) >= floors.0 && success(&all) >= floors.1, "{report}");
    outcome
}

#[test]
fn people_find_what_they_mean() {
    let outcome = hold(SETS, 300, (FLOOR, FLOOR_OF_SUCCESS));
    assert!(outcome.kinds.values().all(|it| mean(it) >= FLOOR_OF_KIND), "{}", outcome.report);
}

#[test]
fn people_find_what_nobody_thought_of() {
    hold(FRESH, 310, (FLOOR_OF_FRESH, FLOOR_OF_SUCCESS_OF_FRESH));
}

#[test]
fn people_find_what_they_tell_in_whole_sentences() {
    hold(SENTENCES, 79, (FLOOR_OF_SENTENCES, FLOOR_OF_SUCCESS_OF_SENTENCES));
}

/// Who writes that they want to die, sees a crisis line among the first three.
#[test]
fn who_wants_to_die_gets_someone_to_talk_to() {
    let site = nettungen_tests::example_site();
    for (which, asked) in [("whole", asked_of_all(&site, "fjordvik")), ("parts", asked_of_parts(&site, "fjordvik"))] {
        for query in [
            "jeg vil dø",
            "vil dø",
            "vil ikke leve",
            "eg vil døy",
            "selvmordstanker",
            "ta livet mitt",
            "vil bare dø",
            "tenker på å dø",
            "vil ikke være her",
        ] {
            let found = asked(query);
            let first = &found[..found.len().min(3)];
            let helplines = ["organisasjon/mental-helse/mental-helse-116123", "organisasjon/kirkens-sos/kirkens-sos"];
            assert!(helplines.iter().any(|it| first.iter().any(|id| id == it)), "{which}: {query}: {first:?}");
        }
    }
}

/// Somebody in need who searches the whole country finds those who answer, and what is made up after them.
#[test]
fn what_is_made_up_comes_last_on_the_portal() {
    let site = nettungen_tests::example_site();
    let parts = encode(&index::documents(&site, Scope::Portal), &index::settings(&site, Scope::Portal));
    let mut index = Index::open(&parts.core).unwrap();
    index.add(&parts.texts).unwrap();
    let is_real = |id: &String| id.starts_with("stat/") || id.starts_with("organisasjon/");
    for (query, first) in [
        ("jeg vil dø", "organisasjon/kirkens-sos/kirkens-sos"),
        ("hvordan slutte å leve", "organisasjon/mental-helse/mental-helse-116123"),
        ("pappa slår meg", "stat/alarmtelefonen"),
        ("voldtatt", "stat/nodnummer-112"),
    ] {
        let found = found(&index, query);
        assert_eq!(found.first().map(String::as_str), Some(first), "{query}");
        assert!(found.iter().is_sorted_by_key(|it| !is_real(it)), "{query}: {found:?}");
        assert!(found.iter().any(|it| !is_real(it)), "{query}: numbers of reports lead to all");
    }
}

/// What answers first in a large kommune, an index of parts, is asked the same.
#[test]
fn they_find_it_before_all_of_a_large_index_is_there() {
    let site = nettungen_tests::example_site();
    let outcome = judge(&site, SETS, |kommune| asked_of_parts(&site, kommune));
    let (all, report) = (outcome.all(), &outcome.report);
    assert!(mean(&all) >= FLOOR_OF_PARTS && success(&all) >= FLOOR_OF_SUCCESS_OF_PARTS, "{report}");
}
