//! Properties that hold for any input: fuzzed, and tried on every `cargo test`.

use crate::Index;
use crate::format::{
    CountryParts, Document, FORMAT_VERSION, FacetDefinition, Hours, NO_DAY, Opening, Period, Settings, SynonymGroup,
    Use, ValueDefinition, checksum, encode, encode_country,
};
use crate::prelude::*;
use crate::query::{Now, Request, answer_json, complete, search};

/// Any bytes open as an index or are refused, and what opens answers.
pub fn decode_is_total(core: &[u8], texts: &[u8]) {
    let Ok(mut index) = Index::open(core) else { return };
    let _ = index.add(texts);
    search_is_total(&index, "barnehage \"åpen skole\" 13 år gratis x");
}

/// Any payload, under a header that fits it, is read as a core, texts, terms or
/// records (`kind`), or refused; the index then answers either way.
///
/// The checksum would keep a fuzzer from ever reaching the readers. What comes
/// after the first two numbers is `payload`: how many there are, and the core
/// that the part belongs to.
pub fn part_is_total(kind: u8, payload: &[u8]) {
    let kind = kind % 4 + 1;
    let mut index = if kind == 2 { sample_index() } else { sample_country("barnehage", "") };
    let Some((&n_numbers, rest)) = payload.split_first() else { return };
    let mut bytes = Vec::new();
    let mut number = |mut n: u32| {
        while n >= 0x80 {
            bytes.push(n as u8 | 0x80);
            n >>= 7;
        }
        bytes.push(n as u8);
    };
    number(u32::from(n_numbers));
    if kind > 1 {
        number(index.core.checksum);
    }
    bytes.extend_from_slice(rest);
    let part = sealed(kind, &bytes);
    if kind == 1 {
        return decode_is_total(&part, &[]);
    }
    let _ = index.add(&part);
    answer_is_total(&index);
}

/// Some queries are answered, or parts asked for.
pub(crate) fn answer_is_total(index: &Index) {
    let now = Now { day: 20_779, minute: 600 };
    for q in ["barnehage", "mobbing rus", "\"samtalegruppe for barn\""] {
        let request = Request { q, filters: "tema=rus", limit: 5, offset: 0, now };
        let json = answer_json(index, &request, &search(index, &request));
        assert!(json.starts_with("{\"total\":") && json.ends_with('}'), "{json}");
    }
}

/// A part with this payload.
fn sealed(kind: u8, payload: &[u8]) -> Vec<u8> {
    let mut part = b"NTSI".to_vec();
    part.extend(FORMAT_VERSION.to_le_bytes());
    part.extend([kind, 0]);
    part.extend((payload.len() as u32).to_le_bytes());
    part.extend(checksum(payload).to_le_bytes());
    part.extend_from_slice(payload);
    part
}

/// Any query, and any filters, give an answer that is JSON and in order.
pub fn search_is_total(index: &Index, q: &str) {
    let now = Now { day: 20_779, minute: 600 };
    for filters in ["", q, "alder=14\ntema=helse,rus\napen=na", "alder=999-\nuten=alder"] {
        let request = Request { q, filters, limit: 5, offset: 0, now };
        let answer = search(index, &request);
        assert!(answer.matches.windows(2).all(|it| it[0].score >= it[1].score), "not in order: {q:?}");
        assert!(answer.matches.iter().all(|it| it.record < index.core().len()));
        assert!(answer.matches.len() >= answer.total.min(request.limit) && answer.matches.len() <= answer.total);
        let json = answer_json(index, &request, &answer);
        assert!(json.starts_with("{\"total\":") && json.ends_with('}'), "{json}");
    }
    assert!(complete(index, q, 3).lines().count() <= 3);
}

/// A small index with everything in it that a record can have.
pub fn sample() -> (Vec<Document>, Settings) {
    let mut station =
        Document::new("fjordvik/helsestasjon", "/fjordvik/tilbud/helsestasjon/", "Helsestasjon for ungdom");
    station.sammendrag = "Gratis time hos helsesykepleier, uten timebestilling.".to_owned();
    station.tekst =
        "Du kan snakke om kropp, følelser og prevensjon. Barn som strever med mobbing, er også velkomne.".to_owned();
    station.sokeord = ["p-piller", "helsesøster"].map(str::to_owned).to_vec();
    station.telefon = "00 00 00 00".to_owned();
    station.linje = "13–20 år · gratis".to_owned();
    station.alder_fra = Some(13);
    station.alder_til = Some(20);
    station.kontrollert = Some(20_700);
    station.verdier = [("tema", "helse"), ("gratis", "ja"), ("bydel", "sentrum")]
        .map(|it| (it.0.to_owned(), it.1.to_owned()))
        .to_vec();
    let opening = Opening { days: 0b1010, from: 14 * 60, to: 17 * 60, valid: Period::ALWAYS, on_holidays: false };
    station.apningstider = Hours { weekly: vec![opening], ..Hours::default() };
    let mut group =
        Document::new("fjordvik/samtalegruppe", "/fjordvik/tilbud/samtalegruppe/", "Samtalegruppe for barn");
    group.sammendrag = "For deg som har en mamma eller pappa som drikker.".to_owned();
    group.verdier =
        [("tema", "rus"), ("risikogruppe", "rus-foreldre")].map(|it| (it.0.to_owned(), it.1.to_owned())).to_vec();
    group.gyldig = Period { from: NO_DAY, to: 30_000 };
    group.kontrollert = Some(20_000);
    let facets = [
        ("tema", Use::Rank, [("helse", "Helse", "lege;syk"), ("rus", "Rus", "alkohol;fyll")].as_slice()),
        (
            "risikogruppe",
            Use::Rank,
            [("rus-foreldre", "Barn av foreldre med rusproblemer", "pappa drikker")].as_slice(),
        ),
        ("bydel", Use::Filter, [("sentrum", "Sentrum", "sentrum")].as_slice()),
        ("gratis", Use::Filter, [("ja", "Gratis", "gratis;koster ingenting")].as_slice()),
    ];
    let facets = facets.map(|(slug, usage, values)| FacetDefinition {
        slug: slug.to_owned(),
        label: slug.to_owned(),
        usage,
        values: values.iter().map(value).collect(),
    });
    let synonyms = [("PPT;pedagogisk-psykologisk tjeneste", ""), ("kropp;pubertet", "mensen;får hår")];
    let synonyms = synonyms.map(|(words, later)| {
        let list = |it: &str| it.split_terminator(';').map(str::to_owned).collect();
        SynonymGroup { words: list(words), later: list(later) }
    });
    (vec![station, group], Settings { facets: facets.to_vec(), synonyms: synonyms.to_vec(), parts: Vec::new() })
}

fn value(it: &(&str, &str, &str)) -> ValueDefinition {
    let words = it.2.split(';').map(str::to_owned).collect();
    ValueDefinition { slug: it.0.to_owned(), label: it.1.to_owned(), words }
}

/// The sample, opened.
pub fn sample_index() -> Index {
    let (documents, settings) = sample();
    let parts = encode(&documents, &settings);
    let mut index = Index::open(&parts.core).unwrap_or_default();
    let _ = index.add(&parts.texts);
    index
}

/// The sample as the index of a country, with every part loaded that an answer
/// to `q` needs.
pub fn sample_country(q: &str, filters: &str) -> Index {
    let (documents, settings) = sample();
    let made = encode_country(documents.into_iter(), &settings);
    let mut index = Index::open(&made.core).unwrap_or_default();
    load_missing(&mut index, &made, q, filters);
    index
}

/// Loads what an answer of a country needs; returns the names of the parts.
pub fn load_missing(index: &mut Index, made: &CountryParts, q: &str, filters: &str) -> Vec<String> {
    let now = Now { day: 20_779, minute: 600 };
    let request = Request { q, filters, limit: 10, offset: 0, now };
    let mut loaded: Vec<String> = Vec::new();
    for _ in 0..6 {
        let json = answer_json(index, &request, &search(index, &request));
        let missing = json.split("\"missing\":[").nth(1).and_then(|it| it.split(']').next()).unwrap_or_default();
        for name in missing.split(',').map(|it| it.trim_matches('"')).filter(|it| !it.is_empty()) {
            let (_, bytes) =
                made.parts.iter().find(|it| it.0 == name).expect("only parts that were written are asked for");
            assert_eq!(index.add(bytes), Ok(()), "{name}");
            loaded.push(name.to_owned());
        }
        if missing.is_empty() {
            return loaded;
        }
    }
    panic!("{q}: the rounds do not end: {loaded:?}");
}
