//! Questions and answers over a handful of records.

use crate::Index;
use crate::format::{Document, Eiergruppe, encode};
use crate::prelude::*;
use crate::query::{Now, Request, answer_json, complete, search};
use crate::testing::{sample, sample_country, sample_index, search_is_total};

const NOW: Now = Now { day: 20_779, minute: 600 };

fn ids(index: &Index, q: &str, filters: &str) -> Vec<String> {
    let request = Request { q, filters, limit: 10, offset: 0, now: NOW };
    let answer = search(index, &request);
    answer.matches.iter().map(|it| index.core().text(crate::format::Kind::Id, it.record).to_owned()).collect()
}

fn json(index: &Index, q: &str, filters: &str) -> String {
    let request = Request { q, filters, limit: 10, offset: 0, now: NOW };
    answer_json(index, &request, &search(index, &request))
}

const STATION: &str = "fjordvik/helsestasjon";
const GROUP: &str = "fjordvik/samtalegruppe";

#[test]
fn words_are_found_however_they_are_written() {
    let index = sample_index();
    for q in [
        "helsestasjon",
        "helsestasjonar",
        "helse stasjon",
        "stasjon",
        "helsestasjn",
        "hels",
        "prevensjonen",
        "foelelser",
    ] {
        assert_eq!(ids(&index, q, "").first().map(String::as_str), Some(STATION), "{q}");
    }
    for q in ["pappa drikker", "fyll", "alkohol", "samtale gruppe", "pappa drik"] {
        assert_eq!(ids(&index, q, "").first().map(String::as_str), Some(GROUP), "{q}");
    }
    assert!(ids(&index, "romfart", "").is_empty());
}

#[test]
fn what_people_ask_leads_to_what_records_say_and_not_back() {
    let (mut documents, settings) = sample();
    documents[1].tekst = "Vi snakker om mensen.".to_owned();
    let parts = encode(&documents, &settings);
    let mut index = Index::open(&parts.core).unwrap();
    assert!(ids(&index, "mensen", "").is_empty(), "it comes with the texts");
    index.add(&parts.texts).unwrap();
    assert_eq!(ids(&index, "mensen", ""), [STATION, GROUP]);
    assert_eq!(ids(&index, "får hår", ""), [STATION]);
    assert_eq!(ids(&index, "pubertet", ""), [STATION]);
    for q in ["mensen", "får hår"] {
        assert_eq!(search(&sample_country(q, ""), &Request::new(q, NOW)).total, 1, "{q}");
    }
}

#[test]
fn a_quoted_phrase_must_stand_together() {
    let index = sample_index();
    assert_eq!(ids(&index, "\"kropp, følelser\"", ""), [STATION]);
    assert!(ids(&index, "\"følelser kropp\"", "").is_empty());
    assert_eq!(ids(&index, "\"følelser kropp", ""), [STATION], "an open quotation is none yet");
}

#[test]
fn words_about_the_offer_become_filters() {
    let index = sample_index();
    let answer = json(&index, "helsestasjon gratis 14 år", "");
    assert!(answer.contains(r#"{"facet":"gratis","value":"ja","label":"Gratis","words":"gratis"}"#), "{answer}");
    assert!(answer.contains(r#"{"facet":"alder","value":"14","label":"","words":"14 år"}"#), "{answer}");
    assert_eq!(ids(&index, "gutt 14", ""), [STATION, GROUP]);
    assert_eq!(ids(&index, "gutt 8", ""), [GROUP]);
    assert!(!json(&index, "gutt 14", "uten=alder").contains("\"chips\":[{"));
}

#[test]
fn ages_are_understood_however_they_are_written() {
    let index = sample_index();
    for (q, age) in [
        ("14-åring", "14"),
        ("14åringer", "14"),
        ("14 åringen", "14"),
        ("fjortenåring", "14"),
        ("en jente på fjorten", "14"),
        ("fjorten år gammel", "14"),
        ("sjuåringane", "7"),
        ("syvåringen", "7"),
        ("13-15 år", "13-15"),
        ("9. klasse", "14"),
        ("9.klassing", "14"),
        ("niende trinn", "14"),
        ("niendeklassing", "14"),
        ("vg1", "16"),
        ("18 mnd", "0-1"),
    ] {
        let chip = [r#""facet":"alder","value":""#, age, "\""].concat();
        assert!(json(&index, q, "").contains(&chip), "{q}: {}", json(&index, q, ""));
    }
    for q in
        ["i to år", "for to år siden", "de siste 2 år", "to venner", "på to timer", "tenåring", "uke 9", "trettiåring"]
    {
        assert!(!json(&index, q, "").contains(r#""facet":"alder""#), "{q}");
    }
}

#[test]
fn an_age_alone_puts_what_is_for_few_ages_first() {
    let (mut documents, settings) = sample();
    // Two that differ in nothing else.
    documents[1] = Document { id: GROUP.to_owned(), alder_fra: Some(13), alder_til: Some(15), ..documents[0].clone() };
    (documents[0].alder_fra, documents[0].alder_til) = (None, None);
    let index = Index::open(&encode(&documents, &settings).core).unwrap();
    assert_eq!(ids(&index, "14 år", ""), [GROUP, STATION]);
    assert_eq!(ids(&index, "", "alder=14"), [STATION, GROUP], "nothing was asked: they stay in order");
}

#[test]
fn an_understood_word_never_empties_the_answer() {
    let index = sample_index();
    assert_eq!(ids(&index, "pappa drikker sentrum", ""), [GROUP]);
    assert_eq!(ids(&index, "24 år helsestasjon", "").first().map(String::as_str), Some(STATION));
}

#[test]
fn counts_hold_under_all_filters_but_their_own() {
    let index = sample_index();
    let answer = json(&index, "", "tema=helse");
    assert!(answer.contains(r#"{"slug":"helse","label":"Helse","count":1,"chosen":true},{"slug":"rus","label":"Rus","count":1,"chosen":false}"#), "{answer}");
    assert!(
        answer.contains(r#""values":[{"slug":"rus-foreldre","label":"Barn av foreldre med rusproblemer","count":0"#),
        "{answer}"
    );
    assert_eq!(ids(&index, "", "tema=helse,rus").len(), 2);
    assert!(ids(&index, "", "tema=finnes-ikke").is_empty());
    assert_eq!(ids(&index, "", "utm=x").len(), 2, "what is no facet is no filter");
}

#[test]
fn opening_hours_are_computed_from_the_given_moment() {
    let index = sample_index();
    // Day 20,779 is a Sunday; the station opens Tuesdays and Thursdays at 14.
    let at = |day, minute| {
        let request = Request { filters: "apen=na", now: Now { day, minute }, ..Request::new("", NOW) };
        search(&index, &request).matches.len()
    };
    assert_eq!((at(20_779, 900), at(20_781, 14 * 60), at(20_781, 13 * 60)), (0, 1, 0));
}

#[test]
fn the_outdated_comes_last_and_the_expired_not_at_all() {
    let (mut documents, settings) = sample();
    documents[0] = Document { tittel: documents[1].tittel.clone(), ..documents[0].clone() };
    documents[1].kontrollert = Some(NOW.day - 10);
    documents[0].kontrollert = Some(NOW.day - 500);
    let index = Index::open(&encode(&documents, &settings).core).unwrap();
    assert_eq!(ids(&index, "samtalegruppe", ""), [GROUP, STATION]);
    documents[1].gyldig.to = NOW.day - 1;
    let index = Index::open(&encode(&documents, &settings).core).unwrap();
    assert_eq!(ids(&index, "samtalegruppe", ""), [STATION]);
}

#[test]
fn the_nearest_owner_comes_first_among_equals() {
    let (documents, settings) = sample();
    let mut far = Document { id: "nabo/x".to_owned(), ..documents[0].clone() };
    far.eiergruppe = Eiergruppe::Nabo;
    let index = Index::open(&encode(&[far, documents[0].clone()], &settings).core).unwrap();
    assert_eq!(ids(&index, "helsestasjon", ""), [STATION, "nabo/x"]);
}

#[test]
fn a_misspelt_word_is_named_as_it_was_meant() {
    let index = sample_index();
    assert!(json(&index, "helsestasjn for ungdom", "").contains(r#""mente":"helsestasjon for ungdom""#));
    assert!(!json(&index, "helsestasjon", "").contains("mente"));
}

#[test]
fn matches_are_marked_in_title_and_excerpt() {
    let index = sample_index();
    let answer = json(&index, "mobbing", "");
    assert!(answer.contains(r#""excerpt":["Barn som strever med ",["mobbing"],", er også velkomne."]"#), "{answer}");
    assert!(json(&index, "ungdommer", "").contains(r#""title":["Helsestasjon for ",["ungdom"]]"#));
}

#[test]
fn telephone_numbers_are_found_by_their_digits() {
    let index = sample_index();
    assert_eq!(ids(&index, "00000000", ""), [STATION]);
}

#[test]
fn typing_is_completed() {
    let index = sample_index();
    assert_eq!(complete(&index, "gratis hel", 2), "gratis helsestasjon\ngratis helsesøster\n");
    assert_eq!(complete(&index, "", 3), "");
}

/// The fuzz target's stable twin.
#[test]
fn no_query_makes_the_engine_panic() {
    let index = sample_index();
    let long = "barnehage ".repeat(2000);
    let odd = [
        "",
        " ",
        "\"",
        "\"\"",
        "«»",
        "og i på",
        "😀👩‍👧",
        "\u{202E}abc\u{FFFD}",
        "ʻ'\u{301}\u{301}",
        "0",
        "999 år",
        "-",
        "13-",
        "11-6",
        "ÅÅÅÅ",
        "\0\n",
    ];
    odd.iter().chain([&long.as_str()]).for_each(|q| search_is_total(&index, q));
    let letters = ["b", "å", "rn", " ", "e", "-", "9", "\"", "ß", "ж", "漢", "s", "helse", "år"];
    let mut seed = 7u32;
    for _ in 0..3000 {
        let mut q = String::new();
        for _ in 0..seed >> 28 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            q.push_str(letters[(seed >> 16) as usize % letters.len()]);
        }
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        search_is_total(&index, &q);
    }
}

/// What the index of a country finds, in parts.
#[test]
fn the_country_finds_the_same() {
    let found = |q: &str, filters: &str| {
        let index = sample_country(q, filters);
        let request = Request { q, filters, limit: 10, offset: 0, now: NOW };
        let answer = answer_json(&index, &request, &search(&index, &request));
        let ids = answer.split("\"id\":\"").skip(1).filter_map(|it| it.split('"').next().map(str::to_owned));
        ids.collect::<Vec<String>>()
    };
    for q in [
        "helsestasjon",
        "helsestasjonar",
        "helse stasjon",
        "stasjon",
        "helsestasjn",
        "hels",
        "prevensjonen",
        "\"kropp følelser\"",
    ] {
        assert_eq!(found(q, "").first().map(String::as_str), Some(STATION), "{q}");
    }
    for q in ["pappa drikker", "fyll", "alkohol", "samtale gruppe"] {
        assert_eq!(found(q, "").first().map(String::as_str), Some(GROUP), "{q}");
    }
    assert_eq!(found("", "tema=helse"), [STATION]);
    assert_eq!(found("", "alder=8"), [GROUP]);
    assert_eq!(found("gratis", ""), [STATION]);
    assert_eq!(found("", "").len(), 2);
    assert!(found("romfart", "").is_empty());
}

/// Found by the fuzz target `search`: a completion would have been two lines.
#[test]
fn what_was_typed_in_several_lines_has_no_completions() {
    let index = crate::testing::sample_index();
    assert!(!crate::complete(&index, "ti", 3).is_empty());
    assert!(crate::complete(&index, "\nti", 3).is_empty());
    crate::testing::search_is_total(&index, "\nti");
}
