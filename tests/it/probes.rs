//! Probes: a query each, and a record of the kommune that must be
//! among its first three.
//!
//! `relevance/sonder.txt` is a small kommune, `relevance/sonder.tsv` what is
//! asked of it: every way in which other engines miss what was meant, many
//! times. One miss fails the test.

use nettungen_tests::{check, sources};

use crate::relevance::{found, opened};

const RECORDS: &str = include_str!("../relevance/sonder.txt");
const PROBES: &str = include_str!("../relevance/sonder.tsv");

/// What an editor writes in `synonymer.yaml` leads from one word to another.
#[test]
fn synonyms_of_the_content_are_known() {
    let own = "//- synonymer.yaml\ngrupper:\n  - {ord: [helsestasjon, kvakkeli], folk_sier: [snurrebass]}\n";
    let found = |synonyms: &str, query: &str| {
        let (site, _) = check(&sources(synonyms));
        found(&opened(&site.unwrap(), "testvik"), query).iter().any(|it| it == "testvik/helsestasjon")
    };
    for word in ["kvakkeli", "snurrebass"] {
        assert!(found(own, word), "{word}");
        assert!(!found("", word), "{word} is in the shipped synonyms");
    }
}

#[test]
fn every_probe_finds_its_record() {
    let (site, problems) = check(&sources(RECORDS));
    let site = site.unwrap_or_else(|| panic!("{:?}", problems.iter().collect::<Vec<_>>()));
    let index = opened(&site, "sondevik");
    let mut missed = Vec::new();
    let probes: Vec<&str> = PROBES.lines().filter(|it| !it.starts_with('#')).collect();
    for probe in &probes {
        let parts: Vec<&str> = probe.split('\t').collect();
        // What the whole country offers stands among the kommune's own.
        let found: Vec<String> =
            found(&index, parts[1]).iter().filter_map(|it| it.strip_prefix("sondevik/")).map(str::to_owned).collect();
        for wanted in &parts[2..] {
            let fits = match wanted.strip_prefix('-') {
                Some(unwanted) => !found.iter().any(|it| it == unwanted),
                None => found.iter().take(3).any(|it| it == wanted),
            };
            if !fits {
                missed.push(format!("{probe}: {:?}", &found[..found.len().min(4)]));
            }
        }
    }
    assert!(probes.len() >= 200, "only {} probes", probes.len());
    assert!(missed.is_empty(), "{} of {} missed:\n{}", missed.len(), probes.len(), missed.join("\n"));
}
