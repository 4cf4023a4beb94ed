//! What holds for any tilbud: counted where their ages are, sums that agree, coverage that only grows.

use std::fmt::Write as _;

use nettungen::model::{Mode, ReportName, Scope, Site};
use proptest::prelude::*;
use serde_json::Value;

use super::{behind, json, kommune, number, row, site, table};

const LEVELS: [&str; 3] = ["alle", "trenger-mer", "hjelp"];
const DUTIES: [&str; 4] = ["helsestasjon", "fastlege", "okonomisk-sosialhjelp", "samisk-barnehage"];
const BANDS: [(&str, u8, u8); 7] = [
    ("0-1", 0, 1),
    ("2-5", 2, 5),
    ("6-9", 6, 9),
    ("10-12", 10, 12),
    ("13-15", 13, 15),
    ("16-18", 16, 18),
    ("19-24", 19, 24),
];

/// What is drawn of a tilbud.
#[derive(Clone, Debug)]
struct Drawn {
    ages: (Option<u8>, Option<u8>),
    level: usize,
    running: bool,
    /// Days since the control.
    days: i32,
    duties: Vec<usize>,
    risk: bool,
    mine: bool,
}

impl Drawn {
    /// The day of the tests and twice 180 days back is the last that is not outdated.
    fn fresh(&self) -> bool {
        self.days <= 360
    }

    fn holds(&self, from: u8, to: u8) -> bool {
        self.ages.0.unwrap_or(0) <= to && from <= self.ages.1.unwrap_or(u8::MAX)
    }

    fn file(&self, at: usize) -> String {
        let (folder, home) = if self.mine { ("kommuner/telleby", "telleby") } else { ("fylker/tellefylket", "fylke") };
        let ages = match self.ages {
            (Some(from), Some(to)) => format!("alder: {{fra: {from}, til: {to}}}\n"),
            (Some(from), None) => format!("alder: {{fra: {from}}}\n"),
            (None, Some(to)) => format!("alder: {{til: {to}}}\n"),
            (None, None) => String::new(),
        };
        let duties: Vec<&str> = self.duties.iter().map(|it| DUTIES[*it]).collect();
        format!(
            "//- {folder}/tilbud/t{at}.md\n---\ntittel: {home} {at}\nsammendrag: Prøve.\nstatus: publisert\n\
             pyramidenivå: {}\ndrift: {}\ntema: [helse]\ntilbudstype: [helsetjeneste]\nmålgrupper: [barn]\n{ages}\
             risikogrupper: [{}]\nlovkrav: [{}]\ninngang: [direkte]\nkontakt: {{telefon: \"00 00 00 00\"}}\n\
             kontrollert: {{dato: {}, av: Leder}}\n---\n",
            LEVELS[self.level],
            if self.running { "aktiv" } else { "stengt-midlertidig" },
            if self.risk { "mobbing" } else { "" },
            duties.join(", "),
            calendar::before_today(self.days),
        )
    }
}

/// Days of the calendar.
mod calendar {
    /// The tests' day, 22 November 2026, in days since 1 January 2020.
    const TODAY: i32 = 2517;

    /// The day so many days before the tests' day, as it is written.
    pub(super) fn before_today(days: i32) -> String {
        let (mut left, mut year) = (TODAY - days, 2020);
        let length = |year: i32| if year % 4 == 0 { 366 } else { 365 };
        while left >= length(year) {
            left -= length(year);
            year += 1;
        }
        let mut month = 1;
        for n in [31, length(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
            if left < n {
                break;
            }
            left -= n;
            month += 1;
        }
        format!("{year:04}-{month:02}-{:02}", left + 1)
    }
}

fn ages() -> impl Strategy<Value = (Option<u8>, Option<u8>)> {
    (proptest::option::of(0_u8..30), proptest::option::of(0_u8..30)).prop_map(|(a, b)| match (a, b) {
        (Some(a), Some(b)) if a > b => (Some(b), Some(a)),
        other => other,
    })
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let duties = proptest::sample::subsequence(vec![0, 1, 2, 3], 0..=2);
    (ages(), 0_usize..3, any::<bool>(), 0_i32..800, duties, any::<bool>(), proptest::bool::weighted(0.8)).prop_map(
        |(ages, level, running, days, duties, risk, mine)| Drawn { ages, level, running, days, duties, risk, mine },
    )
}

fn text(all: &[Drawn]) -> String {
    let mut text = "//- fylker/tellefylket/eier.yaml\nnavn: Tellefylket\neksempel: true\n\
        //- kommuner/telleby/kommune.yaml\nnummer: \"9908\"\nnavn: Telleby\neksempel: true\nfylke: tellefylket\n"
        .to_owned();
    for (at, it) in all.iter().enumerate() {
        let _ = write!(text, "{}", it.file(at));
    }
    text
}

fn key(at: usize, it: &Drawn) -> String {
    if it.mine { format!("telleby/t{at}") } else { format!("fylke/tellefylket/t{at}") }
}

fn scope(site: &Site) -> Scope {
    Scope::Kommune(kommune(site, "telleby"))
}

/// How much of each duty is met: 2 in full, 1 in part, 0 not.
fn degrees(report: &Value) -> Vec<u8> {
    let tables = report["tabeller"].as_array().expect("a list").iter();
    let duties = tables.filter(|it| it["id"].as_str().is_some_and(|id| id.starts_with("plikter-")));
    let rows = duties.flat_map(|it| it["rader"].as_array().expect("a list"));
    rows.map(|it| match it["verdier"]["status"]["status"].as_str() {
        Some("dekket" | "dekket-av-andre" | "dokumentert") => 2,
        Some("delvis") => 1,
        _ => 0,
    })
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// In each cell of level and age are exactly the tilbud of that level whose ages overlap the band.
    #[test]
    fn tilbud_are_counted_where_their_ages_are(all in proptest::collection::vec(drawn(), 1..12)) {
        let site = site(&text(&all));
        let made = json(&site, scope(&site), ReportName::Pyramide);
        for (level, name) in LEVELS.iter().enumerate() {
            for (band, from, to) in BANDS {
                let mut expected: Vec<String> = all
                    .iter()
                    .enumerate()
                    .filter(|(_, it)| it.level == level && it.holds(from, to))
                    .map(|(at, it)| key(at, it))
                    .collect();
                expected.sort();
                prop_assert_eq!(behind(&made, "niva-alder", name, band), expected, "{} {}", name, band);
            }
        }
    }

    /// What is counted agrees with the list from A to Å, within a report and between reports.
    #[test]
    fn sums_agree(all in proptest::collection::vec(drawn(), 1..12)) {
        let site = site(&text(&all));
        let listed = site.tilbud_in(scope(&site)).len() as u64;
        prop_assert_eq!(listed, all.len() as u64);
        let pyramid = json(&site, scope(&site), ReportName::Pyramide);
        prop_assert_eq!(number(&pyramid, "nivaer", "sum", "i-alt"), listed);
        let levels: u64 = LEVELS.iter().map(|it| number(&pyramid, "nivaer", it, "i-alt")).sum();
        prop_assert_eq!(levels, listed);
        let owners = table(&pyramid, "eier-niva")["rader"].as_array().expect("a list").iter();
        let owners: u64 = owners.map(|it| it["verdier"]["i-alt"].as_u64().expect("a number")).sum();
        prop_assert_eq!(owners, listed, "each tilbud has one owner");
        for (risk, named) in [("mobbing", true), ("ingen", false)] {
            let n = all.iter().filter(|it| it.risk == named).count() as u64;
            prop_assert_eq!(number(&pyramid, "risiko-niva", risk, "i-alt"), n);
            let by_level: u64 = LEVELS.iter().map(|it| number(&pyramid, &format!("risiko-alder-{it}"), risk, "i-alt")).sum();
            prop_assert_eq!(by_level, n);
        }
        let beside = json(&site, scope(&site), ReportName::Sammenligning);
        let own = &row(table(&beside, "sammenligning"), "telleby")["verdier"];
        prop_assert_eq!(own["tilbud"].as_u64(), Some(listed));
        let duties = json(&site, scope(&site), ReportName::Lovpalagt);
        prop_assert_eq!(number(&duties, "sum", "sum", "i-alt"), 135);
        let met = own["plikter-dekket"]["del"].as_f64().expect("a number") as u64;
        let full: u64 = ["dekket", "dekket-av-andre", "dokumentert"].iter().map(|it| number(&duties, "sum", it, "i-alt")).sum();
        prop_assert_eq!(met, full);
        let mapping = json(&site, scope(&site), ReportName::Kartlegging);
        let mine = all.iter().filter(|it| it.mine).count() as u64;
        if mine > 0 {
            prop_assert_eq!(number(&mapping, "ferskhet", "telleby", "i-alt"), mine);
            let outdated = all.iter().filter(|it| it.mine && !it.fresh()).count() as u64;
            prop_assert_eq!(number(&mapping, "ferskhet", "telleby", "utdatert"), outdated);
        }
    }

    /// One more tilbud that is fresh and running never lowers the coverage of a duty.
    #[test]
    fn a_fresh_tilbud_never_lowers_coverage(all in proptest::collection::vec(drawn(), 0..8), more in drawn()) {
        let more = Drawn { running: true, days: 10, ..more };
        let before = site(&text(&all));
        let with: Vec<Drawn> = all.iter().cloned().chain([more]).collect();
        let after = site(&text(&with));
        let [a, b] = [before, after].map(|it| degrees(&json(&it, scope(&it), ReportName::Lovpalagt)));
        prop_assert_eq!(a.len(), 135);
        prop_assert!(a.iter().zip(&b).all(|(a, b)| a <= b), "{:?}\n{:?}", a, b);
    }

    /// What is outdated or closed never makes a duty met in full, however much there is of it.
    #[test]
    fn stale_and_closed_never_count_in_full(all in proptest::collection::vec(drawn(), 1..8)) {
        let weak: Vec<Drawn> = all.into_iter().map(|it| if it.running { Drawn { days: 400, ..it } } else { it }).collect();
        let site = site(&text(&weak));
        let made = json(&site, scope(&site), ReportName::Lovpalagt);
        prop_assert!(degrees(&made).iter().all(|it| *it < 2));
    }

    /// The portal, the fylke and a kommune's own site say the same of the kommune.
    #[test]
    fn portal_and_kommune_agree(all in proptest::collection::vec(drawn(), 1..8)) {
        let mut site = site(&text(&all));
        let id = kommune(&site, "telleby");
        let fylke = Scope::Fylke(site.kommune(id).fylke);
        let own = json(&site, Scope::Kommune(id), ReportName::Lovpalagt);
        for wide in [Scope::Portal, fylke] {
            let made = json(&site, wide, ReportName::Lovpalagt);
            for status in ["dekket", "dekket-av-andre", "delvis", "dokumentert", "ikke-registrert", "gjelder-ikke"] {
                prop_assert_eq!(number(&made, "kommuner", "telleby", status), number(&own, "sum", status, "i-alt"));
            }
        }
        let in_portal = json(&site, Scope::Kommune(id), ReportName::Pyramide);
        site.settings.mode = Mode::Standalone(id);
        let alone = json(&site, Scope::Kommune(id), ReportName::Pyramide);
        prop_assert_eq!(&in_portal["tabeller"], &alone["tabeller"]);
    }
}
