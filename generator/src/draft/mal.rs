//! A draft that builds on a mal.

use std::fmt::Write as _;

use super::either;
use super::yaml::{Value, block};
use crate::model::{DokumentArt, Lang, Mal, MalDekker};

/// The text of a draft tilbud on `mal`, owned by the organisation `eier`.
///
/// The text of the mal is copied, since an editor has to fill its gaps; every field is inherited.
pub(super) fn tilbud(mal: &Mal, eier: Option<&str>, lang: Lang) -> String {
    let mut head =
        vec![("tittel".to_owned(), Value::text(mal.tittel.best(lang))), ("status".to_owned(), Value::word("utkast"))];
    head.extend(eier.map(|it| ("eier".to_owned(), Value::word(it))));
    with_head(head, mal, lang)
}

/// The text of a draft that says `head` itself and takes the rest from `mal`.
pub(super) fn with_head(mut head: Vec<(String, Value)>, mal: &Mal, lang: Lang) -> String {
    head.push(("basert_på".to_owned(), based_on(mal)));
    head.extend(to_check(mal, lang));
    file(&head, mal, lang)
}

/// The text of a draft document or routine on `mal`.
pub(super) fn dokument(mal: &Mal, eier: Option<&str>, lang: Lang) -> String {
    let art = match art(mal) {
        DokumentArt::Rutine => "rutine",
        DokumentArt::Dokument => "dokument",
    };
    let mut head = vec![
        ("tittel".to_owned(), Value::text(mal.tittel.best(lang))),
        ("art".to_owned(), Value::word(art)),
        ("status".to_owned(), Value::word("utkast")),
    ];
    head.extend(eier.map(|it| ("eier".to_owned(), Value::word(it))));
    with_head(head, mal, lang)
}

/// The kind of document that `mal` is for.
fn art(mal: &Mal) -> DokumentArt {
    if mal.dekker == MalDekker::Rutine { DokumentArt::Rutine } else { DokumentArt::Dokument }
}

/// The mal and its version, so that a later change is told.
fn based_on(mal: &Mal) -> Value {
    Value::map([("mal", Value::word(mal.slug.as_str())), ("versjon", Value::word(mal.versjon.to_string()))])
}

/// What has to be filled in and is no field: the checks see the fields themselves.
fn to_check(mal: &Mal, lang: Lang) -> Option<(String, Value)> {
    let things: Vec<Value> = mal
        .ma_fylles_inn
        .iter()
        .map(|it| it.best(lang))
        .filter(|it| scaffold(it).is_none())
        .map(|it| Value::text(format!("Fyll inn: {it}")))
        .collect();
    (!things.is_empty()).then(|| ("må_sjekkes".to_owned(), Value::List(things)))
}

fn file(head: &[(String, Value)], mal: &Mal, lang: Lang) -> String {
    let mut out = format!("---\n{}", block(head));
    let own = |key: &str| head.iter().any(|(it, _)| it == key || (it == "kontakt" && key == "skjema"));
    let lines: Vec<&str> =
        mal.ma_fylles_inn.iter().map(|it| it.best(lang)).filter(|it| !own(it)).filter_map(scaffold).collect();
    if !lines.is_empty() {
        let _ = writeln!(
            out,
            "# {}",
            either(
                lang,
                "Fyll inn det som gjelder hos dere, og fjern # foran linjen:",
                "Fyll inn det som gjeld hos dykk, og fjern # framfor linja:"
            )
        );
        for line in lines {
            let _ = writeln!(out, "# {line}");
        }
    }
    out.push_str("---\n");
    if let Some(body) = mal.body_for(lang) {
        if body.lang != lang {
            let _ = writeln!(out, "<!-- språk: {} -->\n", body.lang.tag());
        }
        out.push_str(&body.markdown);
        out.push('\n');
    }
    out
}

/// How a field that a mal asks for is written; `None` for what is no field.
pub(super) fn scaffold(key: &str) -> Option<&'static str> {
    Some(match key {
        "kontakt" => "kontakt: {telefon: \"\", epost: \"\", nettside: \"https://\"}",
        "skjema" => "kontakt: {skjema: \"https://\"}",
        "steder" => "steder: [{navn: \"\", adresse: \"\", postnummer: \"0000\", poststed: \"\"}]",
        "åpningstider" => "åpningstider: [{dager: [hverdager], fra: \"08:00\", til: \"15:30\"}]",
        "pris" => "pris: {beløp: 0, enhet: \"\"}",
        "alder" => "alder: {fra: 0, til: 18}",
        "inngang" => "inngang: [direkte]",
        "slik_får_du_det" => "slik_får_du_det: \"\"",
        "språk" => "språk: [nb]",
        "dekning" => "dekning: []",
        "pyramidenivå" => "pyramidenivå: alle",
        "lenke" => "lenke: \"https://\"",
        "vedtatt" => "vedtatt: {dato: 2026-01-01, av: kommunestyret}",
        "ansvarlig" => "ansvarlig: \"\"",
        "neste_kontroll" => "neste_kontroll: 2027-01-01",
        _ => return None,
    })
}
