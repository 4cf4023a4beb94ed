//! Telleby, counted by hand. The reasoning stands beside each number.
//!
//! The day is 22 November 2026. Ten tilbud are shown: nine of the kommune's own and the fylke's `tannhelse`.
//! `kladd` is a draft, and `ute` ended the day before.

use nettungen::model::{FylkeId, ReportName, Scope, Site};
use serde_json::{Value, json};

use super::{TELLEBY, behind, json as report, kommune, named, number, row, site, table};

fn telleby(name: ReportName) -> (Site, Value) {
    let site = site(TELLEBY);
    let made = report(&site, Scope::Kommune(kommune(&site, "telleby")), name);
    (site, made)
}

/// Own tilbud have no prefix here; the fylke's do.
fn keys(names: &[&str]) -> Vec<String> {
    let mut keys: Vec<String> =
        names.iter().map(|it| if it.contains('/') { (*it).to_owned() } else { format!("telleby/{it}") }).collect();
    keys.sort();
    keys
}

#[test]
fn the_levels_of_the_pyramid() {
    let (_, made) = telleby(ReportName::Pyramide);
    // To all: helsestasjon, skolehelse, ungdomshelse, kulturskole (closed, counted all the same), jordmor
    // (planned), bibliotek, and the fylke's tannhelse.
    assert_eq!(number(&made, "nivaer", "alle", "i-alt"), 7);
    assert_eq!(number(&made, "nivaer", "trenger-mer", "i-alt"), 1); // sosialhjelp
    assert_eq!(number(&made, "nivaer", "hjelp", "i-alt"), 2); // krisesenter, legevakt
    assert_eq!(number(&made, "nivaer", "sum", "i-alt"), 10);
    // Only krisesenter names a group at risk.
    assert_eq!(number(&made, "nivaer", "hjelp", "saerlige"), 1);
    assert_eq!(number(&made, "nivaer", "hjelp", "alle"), 1);
    assert_eq!(row(table(&made, "nivaer"), "alle")["verdier"]["andel"], json!({"del": 7.0, "av": 10.0}));
}

#[test]
fn levels_and_ages() {
    let (_, made) = telleby(ReportName::Pyramide);
    let tannhelse = "fylke/tellefylket/tannhelse";
    let cells: [(&str, &[&str]); 8] = [
        // Pregnancy has no ages: jordmor is there because it is for gravide.
        ("svangerskap", &["jordmor"]),
        ("0-1", &["helsestasjon", "bibliotek", tannhelse]),
        ("2-5", &["helsestasjon", "bibliotek", tannhelse]),
        ("6-9", &["skolehelse", "kulturskole", "bibliotek", tannhelse]),
        ("10-12", &["skolehelse", "kulturskole", "bibliotek", tannhelse]),
        ("13-15", &["skolehelse", "ungdomshelse", "kulturskole", "bibliotek", tannhelse]),
        // Jordmor is from 16 years, ungdomshelse to 20, kulturskole and tannhelse to 18.
        ("16-18", &["ungdomshelse", "kulturskole", "bibliotek", "jordmor", tannhelse]),
        ("19-24", &["ungdomshelse", "bibliotek", "jordmor"]),
    ];
    for (band, names) in cells {
        assert_eq!(behind(&made, "niva-alder", "alle", band), keys(names), "{band}");
        assert_eq!(number(&made, "niva-alder", "alle", band), names.len() as u64, "{band}");
    }
    // Legevakt is from 18 years and open upwards, krisesenter for all ages.
    assert_eq!(behind(&made, "niva-alder", "hjelp", "13-15"), keys(&["krisesenter"]));
    assert_eq!(behind(&made, "niva-alder", "hjelp", "19-24"), keys(&["krisesenter", "legevakt"]));
    assert_eq!(number(&made, "niva-alder", "trenger-mer", "13-15"), 0); // sosialhjelp is from 18 years
}

#[test]
fn groups_at_risk() {
    let (_, made) = telleby(ReportName::Pyramide);
    assert_eq!(number(&made, "risiko-alder-hjelp", "voldelig-miljo", "6-9"), 1); // krisesenter
    assert_eq!(number(&made, "risiko-alder-alle", "voldelig-miljo", "6-9"), 0);
    assert_eq!(number(&made, "risiko-alder-hjelp", "ingen", "19-24"), 1); // legevakt names no group
    assert_eq!(number(&made, "risiko-niva", "ingen", "i-alt"), 9);
    assert_eq!(number(&made, "risiko-niva", "mobbing", "i-alt"), 0);
    // Who gives them: two by others, seven of the kommune's own on all levels.
    assert_eq!(number(&made, "eier-niva", "interkommunal", "i-alt"), 1);
    assert_eq!(number(&made, "eier-niva", "fylke", "i-alt"), 1);
    assert_eq!(number(&made, "eier-niva", "kommune", "i-alt"), 8);
}

/// The status of each duty that something in the fixture is about, and why.
#[test]
fn duties_one_by_one() {
    let (_, made) = telleby(ReportName::Lovpalagt);
    let ages = |from: u8, to: u8| json!([{"fra": from, "til": to}]);
    let expected = [
        // 0–20 years; 0–5 and 6–15 are met. Skolehelse should be controlled, but is not outdated: it counts.
        ("helsestasjon", "delvis", ages(16, 20)),
        ("skolehelsetjeneste", "delvis", ages(16, 20)), // 6–20 years; 6–15 are met
        ("helsestasjonstilbud-ungdom", "delvis", json!([])), // controlled 1 June 2025: outdated after 360 days
        ("krisesenter", "dekket-av-andre", json!([])),  // intermunicipal
        ("legevakt", "dekket", json!([])),              // the duty names no ages, so none can be missing
        ("okonomisk-sosialhjelp", "dekket", json!([])), // from 18 years; looked at up to 24
        ("kulturskole", "delvis", json!([])),           // closed for a while
        ("svangerskap-barsel", "ikke-registrert", json!([])), // planned is not there yet
        ("folkebibliotek", "delvis", json!([])),        // only in the district Nord
        ("fastlege", "ikke-registrert", json!([])),     // a draft, and one that has ended
        ("forebyggende-plan", "dokumentert", json!([])), // a plan is linked
        ("meldeplikt", "ikke-registrert", json!([])),   // the routine has run out
        ("samisk-barnehage", "gjelder-ikke", json!([])), // outside the administrative area
    ];
    for (duty, status, missing) in expected {
        let values = &row(table(&made, "plikter-kommune"), duty)["verdier"];
        assert_eq!(values["status"]["status"], status, "{duty}");
        assert_eq!(values["mangler"]["alder"], missing, "{duty}");
    }
    let fylke = &row(table(&made, "plikter-fylke"), "tannhelse-barn")["verdier"];
    assert_eq!(fylke["status"]["status"], "dekket-av-andre");
    let places = fylke["svarer-pa"]["tilbud"].as_array().expect("it is a list");
    assert_eq!(named(&made, places), keys(&["fylke/tellefylket/tannhelse"]));
    let missing = |duty: &str| row(table(&made, "plikter-kommune"), duty)["verdier"]["mangler"]["tekst"].clone();
    assert_eq!(missing("helsestasjon"), "16–20 år mangler");
    assert_eq!(missing("folkebibliotek"), "mangler i Sør");
}

#[test]
fn duties_by_status() {
    let (_, made) = telleby(ReportName::Lovpalagt);
    // From the list above: 2, 2 (krisesenter, tannhelse), 5 and 1; four duties are about Sámi and one about Kven; the catalogue has 135.
    let expected = [
        ("dekket", [2, 0, 0]),
        ("dekket-av-andre", [1, 1, 0]),
        ("delvis", [5, 0, 0]),
        ("dokumentert", [1, 0, 0]),
        ("ikke-registrert", [99 - 2 - 1 - 5 - 1 - 5, 15, 20]),
        ("gjelder-ikke", [5, 0, 0]),
        ("sum", [99, 16, 20]),
    ];
    for (status, numbers) in expected {
        for (level, n) in ["kommune", "fylke", "stat"].into_iter().zip(numbers) {
            assert_eq!(number(&made, "sum", status, level), n, "{status} {level}");
        }
        assert_eq!(number(&made, "sum", status, "i-alt"), numbers.iter().sum::<u64>(), "{status}");
    }
}

#[test]
fn overlaps_and_districts() {
    let (_, made) = telleby(ReportName::ManglerOgOverlapp);
    // Skolehelse (Skole, 6–15) and ungdomshelse (Helse, 13–20) meet in level, theme and 13–15 years. Kulturskole
    // and bibliotek meet too, but both are of Skole.
    let rows = table(&made, "overlapp")["rader"].as_array().expect("it is a list");
    assert_eq!(rows.len(), 1);
    let values = &rows[0]["verdier"];
    assert_eq!(values["alder"]["alder"], json!([{"fra": 13, "til": 15}]));
    let places = values["tilbud"]["tilbud"].as_array().expect("it is a list");
    assert_eq!(named(&made, places), keys(&["skolehelse", "ungdomshelse"]));
    assert_eq!(values["felles"], "type: Helsetjeneste; målgruppe: Ungdom");
    // Bibliotek is given in Nord only, kulturskole in the whole kommune.
    assert_eq!(number(&made, "tema-bydel", "fritid", "nord"), 2);
    assert_eq!(number(&made, "tema-bydel", "fritid", "sor"), 1);
}

#[test]
fn the_mapping() {
    let (_, made) = telleby(ReportName::Kartlegging);
    // Helse has helsestasjon, legevakt, sosialhjelp and jordmor fresh, ungdomshelse outdated.
    assert_eq!(number(&made, "ferskhet", "helse", "fersk"), 4);
    assert_eq!(number(&made, "ferskhet", "helse", "utdatert"), 1);
    // Skolehelse was controlled on 1 May; 180 days later is 28 October.
    assert_eq!(number(&made, "ferskhet", "skole", "bor-kontrolleres"), 1);
    assert_eq!(row(table(&made, "ferskhet"), "helse")["verdier"]["stilling"], "Fagkoordinator helse");
    let due = table(&made, "frister")["rader"].as_array().expect("it is a list");
    let lines: Vec<(&str, &str)> = due
        .iter()
        .map(|it| (it["id"].as_str().expect("an id"), it["verdier"]["frist"].as_str().expect("a day")))
        .collect();
    // The others are due on 30 March 2027, more than 90 days from now.
    assert_eq!(lines, [("telleby/ungdomshelse", "2025-11-28"), ("telleby/skolehelse", "2026-10-28")]);
    assert_eq!(number(&made, "pa-vei", "telleby", "utkast"), 1);
    assert_eq!(row(table(&made, "metoden"), "forankring")["verdier"]["status"]["status"], "ferdig");
    assert_eq!(row(table(&made, "metoden"), "videreforing")["verdier"]["status"]["status"], "ikke-startet");
}

#[test]
fn resources_participation_and_chains() {
    let (site, made) = telleby(ReportName::Ressurser);
    // Helsestasjon 2.5 and 1,000,000; skolehelse 1.5 and 500,000; both are for all.
    let level = &row(table(&made, "niva"), "alle")["verdier"];
    assert_eq!(
        (&level["arsverk"], &level["kroner"], &level["kroner-per-tilbud"]),
        (&json!(4.0), &json!(1_500_000), &json!(750_000))
    );
    assert_eq!((&level["tilbud"], &level["med-tall"]), (&json!(6), &json!(2)));
    assert_eq!(row(table(&made, "niva"), "hjelp")["verdier"]["kroner"], Value::Null);
    assert_eq!(row(table(&made, "alder"), "13-15")["verdier"]["arsverk"], json!(1.5));
    let scope = Scope::Kommune(kommune(&site, "telleby"));
    let made = report(&site, scope, ReportName::Medvirkning);
    // One yes, one no, and eight of the ten have not answered.
    assert_eq!(number(&made, "brukermedvirkning", "tjeneste", "i-alt"), 1);
    assert_eq!(number(&made, "brukermedvirkning", "nei", "i-alt"), 1);
    assert_eq!(number(&made, "brukermedvirkning", "ukjent", "i-alt"), 8);
    let made = report(&site, scope, ReportName::Tiltakskjeder);
    // Helsestasjon → skolehelse, named by both; skolehelse → ungdomshelse, named by the first alone; all for all.
    for (what, n) in [("kjeder", 1), ("ledd", 2), ("brutte", 0), ("ensidige", 1), ("ett-niva", 1)] {
        assert_eq!(number(&made, "sum", what, "antall"), n, "{what}");
    }
}

#[test]
fn beside_others_and_seen_from_the_fylke() {
    let (site, made) = telleby(ReportName::Sammenligning);
    let own = &row(table(&made, "sammenligning"), "telleby")["verdier"];
    // 135 duties without the five about Sámi and Kven; 2 + 2 + 1 are met. Nine own tilbud and 500 children.
    assert_eq!(own["plikter-dekket"], json!({"del": 5.0, "av": 130.0}));
    assert_eq!((&own["tilbud"], &own["egne"], &own["per-1000-barn"]), (&json!(10), &json!(9), &json!(18.0)));
    let fylke = site.fylker.iter().position(|it| it.slug.as_str() == "tellefylket").expect("the fixture has it");
    let fylke = Scope::Fylke(FylkeId(u16::try_from(fylke).expect("there are few")));
    let made = report(&site, fylke, ReportName::Lovpalagt);
    // For the fylkeskommune, tannhelse is its own; its other fifteen duties are not registered.
    assert_eq!(number(&made, "sum", "dekket", "fylke"), 1);
    assert_eq!(number(&made, "sum", "ikke-registrert", "fylke"), 15);
    assert_eq!(number(&made, "kommuner", "telleby", "delvis"), 5);
    assert_eq!(row(table(&made, "matrise"), "helsestasjon")["verdier"]["telleby"]["status"], "delvis");
    assert_eq!(number(&made, "plikter", "helsestasjon", "delvis"), 1);
}

/// `helsestasjon` has Helsehuset; `skolehelse` has Helsehuset and Skolen. Together that is two premises, not three,
/// and 2.5 + 1.5 = 4 årsverk for 1,000,000 + 500,000 kroner. Both stand behind each of the sums.
#[test]
fn resources() {
    let (_, made) = telleby(ReportName::Ressurser);
    assert_eq!(number(&made, "niva", "sum", "lokaler"), 2);
    assert_eq!(number(&made, "niva", "sum", "kroner"), 1_500_000);
    assert_eq!(row(table(&made, "niva"), "sum")["verdier"]["arsverk"], json!(4.0));
    for column in ["lokaler", "kroner", "arsverk"] {
        assert_eq!(behind(&made, "niva", "sum", column), keys(&["helsestasjon", "skolehelse"]), "{column}");
    }
    // The first is for the age band 2–5, the second for 6–9.
    assert_eq!(number(&made, "alder", "2-5", "lokaler"), 1);
    assert_eq!(number(&made, "alder", "6-9", "lokaler"), 2);
}
