//! A portal with more tilbud than a browser should load at once.

use std::fmt::Write as _;

use nettungen::index::Indexes;
use nettungen::model::Scope;
use nettungen_search::format::CountryParts;
use nettungen_search::testing::load_missing;
use nettungen_search::{Index, Now, Request, answer_json, search};
use nettungen_tests::{check, sources};

const WORDS: [&str; 7] = ["sjakk", "kor", "klatring", "matlaging", "gitar", "koding", "padling"];

/// Many tilbud, no two with the same title.
fn many() -> String {
    let mut files = String::new();
    for n in 0..3_100 {
        let _ = write!(
            files,
            "//- kommuner/testvik/tilbud/gruppe-{n}.md\n---\ntittel: Gruppe {n} for {}\nsammendrag: Møtes hver uke.\nstatus: publisert\npyramidenivå: alle\ntema: [fritid]\ntilbudstype: [gruppe]\nmålgrupper: [ungdom]\nalder: {{fra: {}, til: 18}}\ninngang: [direkte]\nkontakt: {{telefon: \"00 00 00 00\"}}\nkontrollert: {{dato: 2026-10-01, av: Kulturkonsulent}}\n---\nKom innom.\n",
            WORDS[n % WORDS.len()],
            6 + n % 10,
        );
    }
    files
}

/// The ids of the hits, and how many parts they took.
fn asked(made: &CountryParts, q: &str, filters: &str) -> (Vec<String>, usize) {
    let mut index = Index::open(&made.core).unwrap();
    let n_parts = load_missing(&mut index, made, q, filters).len();
    let request = Request { q, filters, limit: 10, offset: 0, now: Now { day: 20_779, minute: 600 } };
    let answer = answer_json(&index, &request, &search(&index, &request));
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    let hits = answer["hits"].as_array().unwrap();
    (hits.iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect(), n_parts)
}

#[test]
fn a_query_of_the_country_loads_a_few_parts() {
    let (site, _) = check(&sources(&many()));
    let site = site.unwrap();
    let parts = Indexes::new(&site).of(Scope::Portal);
    assert_eq!(parts.texts, None);
    assert_eq!(parts.manifest(), format!("{{\"core\":\"/{}\"}}", parts.core));
    let folder = parts.core.strip_suffix("kjerne.txt").unwrap();
    let name = |path: &str| path.strip_prefix(folder).and_then(|it| it.strip_suffix(".txt")).unwrap().to_owned();
    let core = parts.files.iter().find(|it| it.0 == parts.core).unwrap().1.clone();
    let made =
        CountryParts { core, parts: parts.files.iter().map(|(path, bytes)| (name(path), bytes.clone())).collect() };
    assert!(made.parts.len() > 130, "{} parts", made.parts.len());

    let (ids, n_parts) = asked(&made, "gruppe 1234", "");
    assert_eq!(ids.first().map(String::as_str), Some("testvik/gruppe-1234"));
    assert!(n_parts <= 6, "{n_parts} parts");
    let (ids, _) = asked(&made, "padlng", "");
    assert!(ids.iter().all(|it| it[15..].parse::<usize>().unwrap() % 7 == 6) && ids.len() == 10, "{ids:?}");
    let (ids, _) = asked(&made, "sjakk", "alder=6");
    assert!(ids.iter().all(|it| it[15..].parse::<usize>().unwrap() % 70 == 0) && !ids.is_empty(), "{ids:?}");
    assert_eq!(Indexes::new(&site).of(Scope::Portal), parts, "the same content gives the same bytes");
}

#[test]
fn a_large_kommune_is_answered_for_by_parts_until_all_is_there() {
    let (site, _) = check(&sources(&many()));
    let site = site.unwrap();
    let scope = Scope::Kommune(site.find_kommune("testvik").unwrap());
    let parts = Indexes::new(&site).of(scope);
    let (quick, texts) = (parts.quick.clone().unwrap(), parts.texts.clone().unwrap());
    assert_eq!(
        parts.manifest(),
        format!("{{\"core\":\"/{}\",\"texts\":\"/{texts}\",\"quick\":\"/{quick}\"}}", parts.core)
    );
    for path in [&parts.core, &texts, &quick, &quick.replace("kjerne", "t0"), &quick.replace("kjerne", "r0")] {
        assert!(parts.files.iter().any(|it| it.0 == *path), "{path}");
    }
    let length = |path: &str| parts.files.iter().find(|it| it.0 == path).unwrap().1.len();
    assert!(length(&quick) * 4 < length(&parts.core), "{} of {} bytes", length(&quick), length(&parts.core));
}
