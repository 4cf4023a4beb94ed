//! The vocabulary and the catalogues of duties.

use std::collections::HashMap;

use crate::diag::{Diagnostics, Span, Spanned, Text, closest};
use crate::model::{
    Alder, Ansvar, DekkesAv, IkkeLovpalagt, Lang, Liste, Lovkrav, Sikkerhet, Slug, Synonymgruppe, Tekst, Term, TermId,
    Vilkar, Vokabular,
};
use crate::read::field::{FromNode as _, Reader, parse_date};
use crate::read::raw::{RawSynonymer, RawSynonymgruppe, RawTerm};
use crate::read::{Row, Sources, table, yaml, yaml_node, yaml_record};

use super::names::check_slug;
use super::values::value;

/// Reads `vokabular.yaml` and `synonymer.yaml`.
pub fn vokabular(sources: &Sources, sink: &mut Diagnostics) -> Option<Vokabular> {
    let Some(file) = sources.find("vokabular.yaml") else {
        let text = Text::new("filen `vokabular.yaml` mangler", "file `vokabular.yaml` is missing");
        sink.error("mangler-fil", Span::file(crate::diag::FileId(0)), text);
        return None;
    };
    let text = sources.read_text(file, sink)?;
    let node = yaml_node(text, 0, file, sink)?;
    let mut reader = Reader { file, lang: Lang::Nb, sink };
    let yaml::Value::Map(entries) = &node.value else {
        reader.wrong_type(&node, "listene i vokabularet", "the lists of the vocabulary");
        return None;
    };
    let mut lists: [Vec<Term>; 17] = Default::default();
    for (key, node) in entries {
        match Liste::ALL.into_iter().find(|it| it.key() == key.name) {
            Some(list) => lists[list as usize] = terms(node, &mut reader)?,
            None if key.name == "versjon" => (),
            None => unknown_list(&key.name, reader.span(key.span.clone()), reader.sink),
        }
    }
    for list in Liste::ALL {
        if lists[list as usize].is_empty() {
            let name = list.key();
            let text = Text::new(format!("listen `{name}` mangler i vokabularet"), format!("list `{name}` is missing"));
            reader.sink.error("mangler-felt", Span::file(file), text);
        }
    }
    let synonymer = synonymer(sources, sink);
    lists.iter().all(|it| !it.is_empty()).then(|| Vokabular::new(lists, synonymer))
}

fn unknown_list(name: &str, span: Span, sink: &mut Diagnostics) {
    let near = closest(name, Liste::ALL.map(Liste::key));
    let text = Text::new(format!("ukjent liste `{name}`"), format!("unknown list `{name}`"));
    sink.error("ukjent-nokkel", span, text).suggest(near);
}

fn terms(node: &yaml::Node<'_>, reader: &mut Reader<'_>) -> Option<Vec<Term>> {
    let raw = Vec::<Spanned<RawTerm>>::from_node(node, reader)?;
    let mut seen: HashMap<Slug, Span> = HashMap::new();
    let mut list = Vec::new();
    for it in raw {
        let Some(slug) = it.value.slug.as_ref().and_then(|slug| check_slug(&slug.value.value, slug.span, reader.sink))
        else {
            continue;
        };
        if let Some(first) = seen.insert(slug.clone(), it.span) {
            let text =
                Text::new(format!("`{slug}` står to ganger i listen"), format!("`{slug}` stands twice in the list"));
            reader
                .sink
                .error("dobbel-adresse", it.span, text)
                .note(Text::new("første gang her", "first here"), Some(first));
            continue;
        }
        list.extend(term(slug, it.value));
    }
    Some(list)
}

fn term(slug: Slug, raw: RawTerm) -> Option<Term> {
    let nb = value(raw.nb)?;
    let navn = languages(Some(nb), value(raw.nn), value(raw.se), value(raw.en))?;
    let alder = value(raw.fra).zip(value(raw.til));
    Some(Term {
        slug,
        navn,
        kort: languages(value(raw.kort_nb), value(raw.kort_nn), None, None),
        beskrivelse: value(raw.beskrivelse),
        ordrett: value(raw.ordrett),
        synonymer: value(raw.synonymer).unwrap_or_default(),
        nr: value(raw.nr),
        alder,
        kode: value(raw.kode),
        hsds: value(raw.hsds),
        sensitiv: value(raw.sensitiv).unwrap_or(false),
    })
}

fn languages(nb: Option<Box<str>>, nn: Option<Box<str>>, se: Option<Box<str>>, en: Option<Box<str>>) -> Option<Tekst> {
    let entries = [(Lang::Nb, nb), (Lang::Nn, nn), (Lang::Se, se), (Lang::En, en)];
    Tekst::from_entries(entries.into_iter().filter_map(|(lang, text)| Some((lang, text?.into_string()))))
}

/// Reads `synonymer.yaml`; none when there is no such file or it has errors, which were reported.
fn synonymer(sources: &Sources, sink: &mut Diagnostics) -> Vec<Synonymgruppe> {
    let Some(file) = sources.find("synonymer.yaml") else { return Vec::new() };
    let raw = yaml_record::<RawSynonymer>(sources, file, Lang::Nb, sink);
    let groups = raw.and_then(|it| value(it.grupper)).unwrap_or_default();
    let group = |it: Spanned<RawSynonymgruppe>| {
        let folk_sier = value(it.value.folk_sier).unwrap_or_default();
        Some(Synonymgruppe { ord: value(it.value.ord)?, folk_sier })
    };
    groups.into_iter().filter_map(group).collect()
}

/// Reads `lovkrav.csv`. Rows that cannot be understood are reported and left out.
pub(super) fn lovkrav(sources: &Sources, vokabular: &Vokabular, sink: &mut Diagnostics) -> Vec<Lovkrav> {
    let columns = [
        "id",
        "tittel_nb",
        "tittel_nn",
        "beskrivelse",
        "ansvar",
        "tjeneste_nb",
        "tjeneste_nn",
        "lov_korttittel",
        "paragraf",
        "lovdata_sti",
        "målgruppe",
        "alder_fra",
        "alder_til",
        "pyramidenivå",
        "dekkes_av",
        "sikkerhet",
    ];
    let Some(table) = table(sources, "lovkrav.csv", &columns, sink) else { return Vec::new() };
    let mut seen = HashMap::new();
    table.rows().filter_map(|row| krav(row, vokabular, &mut seen, sink)).collect()
}

fn krav(
    row: Row<'_>,
    vokabular: &Vokabular,
    seen: &mut HashMap<Slug, Span>,
    sink: &mut Diagnostics,
) -> Option<Lovkrav> {
    let slug = unique_id(row, seen, sink)?;
    let alder = Alder { fra: cell(row, "alder_fra", age, sink)?, til: cell(row, "alder_til", age, sink)? };
    Some(Lovkrav {
        slug,
        tittel: both(row, "tittel_nb", "tittel_nn")?,
        beskrivelse: Tekst::one(Lang::Nb, row.text("beskrivelse").unwrap_or_default()),
        ansvar: word(
            row,
            "ansvar",
            &[("kommune", Ansvar::Kommune), ("fylkeskommune", Ansvar::Fylkeskommune), ("stat", Ansvar::Stat)],
            sink,
        )?,
        tjeneste: both(row, "tjeneste_nb", "tjeneste_nn"),
        lov: row.get("lov_korttittel").into(),
        paragraf: row.get("paragraf").into(),
        paragraf_overskrift: row.get("paragraf_overskrift").into(),
        lovdata_sti: row.get("lovdata_sti").into(),
        andre_hjemler: row.get("andre_hjemler").split_whitespace().map(Into::into).collect(),
        malgruppe: row.get("målgruppe").into(),
        alder,
        pyramideniva: level(row, vokabular, sink)?,
        tildeling: row.get("tildeling").into(),
        art: row.get("art").into(),
        dekkes_av: word(
            row,
            "dekkes_av",
            &[("tilbud", DekkesAv::Tilbud), ("dokument", DekkesAv::Dokument), ("rutine", DekkesAv::Rutine)],
            sink,
        )?,
        sikkerhet: sikkerhet(row, sink)?,
        merknad: row.get("merknad").into(),
        gyldig_fra: cell(row, "gyldig_fra", parse_date, sink)?,
        gyldig_til: cell(row, "gyldig_til", parse_date, sink)?,
        vilkar: vilkar(row),
    })
}

/// Reads `ikke-lovpålagt.csv`.
pub(super) fn ikke_lovpalagt(sources: &Sources, vokabular: &Vokabular, sink: &mut Diagnostics) -> Vec<IkkeLovpalagt> {
    let columns = ["id", "tittel_nb", "tittel_nn", "beskrivelse", "pyramidenivå", "sikkerhet"];
    let Some(table) = table(sources, "ikke-lovpålagt.csv", &columns, sink) else { return Vec::new() };
    let mut seen = HashMap::new();
    let row = |row: Row<'_>, seen: &mut HashMap<Slug, Span>, sink: &mut Diagnostics| {
        Some(IkkeLovpalagt {
            slug: unique_id(row, seen, sink)?,
            tittel: both(row, "tittel_nb", "tittel_nn")?,
            beskrivelse: Tekst::one(Lang::Nb, row.text("beskrivelse").unwrap_or_default()),
            vanlig_ansvar: both(row, "vanlig_ansvar_nb", "vanlig_ansvar_nn"),
            malgruppe: row.get("målgruppe").into(),
            pyramideniva: level(row, vokabular, sink)?,
            grunnlag: row.get("grunnlag").into(),
            sikkerhet: sikkerhet(row, sink)?,
        })
    };
    table.rows().filter_map(|it| row(it, &mut seen, sink)).collect()
}

fn unique_id(row: Row<'_>, seen: &mut HashMap<Slug, Span>, sink: &mut Diagnostics) -> Option<Slug> {
    let slug = check_slug(row.get("id"), row.span, sink)?;
    if let Some(first) = seen.insert(slug.clone(), row.span) {
        let text = Text::new(format!("id-en `{slug}` står to ganger"), format!("id `{slug}` stands twice"));
        sink.error("dobbel-adresse", row.span, text).note(Text::new("første gang her", "first here"), Some(first));
        return None;
    }
    Some(slug)
}

/// A text in both Norwegians; `None` when it is in neither.
fn both(row: Row<'_>, nb: &str, nn: &str) -> Option<Tekst> {
    languages(row.text(nb), row.text(nn), None, None)
}

fn age(text: &str) -> Option<u8> {
    text.parse().ok().filter(|it| *it <= Alder::MAX)
}

/// A cell that may be empty; `None` when it holds what `parse` refuses, and then it was reported.
fn cell<T>(row: Row<'_>, column: &str, parse: impl Fn(&str) -> Option<T>, sink: &mut Diagnostics) -> Option<Option<T>> {
    let text = row.get(column);
    if text.is_empty() {
        return Some(None);
    }
    let parsed = parse(text);
    if parsed.is_none() {
        wrong_cell(row, column, sink);
    }
    parsed.map(Some)
}

fn wrong_cell(row: Row<'_>, column: &str, sink: &mut Diagnostics) {
    let text = row.get(column);
    sink.error(
        "ugyldig-celle",
        row.span,
        Text::new(
            format!("`{text}` kan ikke stå i kolonnen `{column}`"),
            format!("`{text}` is not allowed in column `{column}`"),
        ),
    );
}

fn word<T: Copy>(row: Row<'_>, column: &str, words: &[(&str, T)], sink: &mut Diagnostics) -> Option<T> {
    let text = row.get(column);
    let found = words.iter().find(|(word, _)| *word == text).map(|(_, it)| *it);
    if found.is_none() {
        wrong_cell(row, column, sink);
    }
    found
}

fn sikkerhet(row: Row<'_>, sink: &mut Diagnostics) -> Option<Sikkerhet> {
    let words = [("sure", Sikkerhet::Sure), ("probable", Sikkerhet::Probable), ("check", Sikkerhet::Check)];
    word(row, "sikkerhet", &words, sink)
}

/// The level of the pyramid; `system`, `-` and nothing mean that the duty is on none.
fn level(row: Row<'_>, vokabular: &Vokabular, sink: &mut Diagnostics) -> Option<Option<TermId>> {
    match row.get("pyramidenivå") {
        "" | "-" | "system" => Some(None),
        slug => {
            let found = vokabular.find(Liste::Pyramideniva, slug);
            if found.is_none() {
                wrong_cell(row, "pyramidenivå", sink);
            }
            found.map(Some)
        }
    }
}

fn vilkar(row: Row<'_>) -> Option<Vilkar> {
    match row.get("vilkår") {
        "" => None,
        "samisk-forvaltningsområde" => Some(Vilkar::SamiskForvaltningsomrade),
        other => Some(Vilkar::Annet(other.into())),
    }
}
