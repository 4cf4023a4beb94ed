//! JSON Schemas: of the content files, generated from the record declarations, and of reports.
//!
//! Editors use them through a line `# yaml-language-server: $schema=…`. Words of the
//! vocabulary come from the shipped `vokabular.yaml`, so that an editor can offer them.

use serde_json::{Value as Json, json};

use crate::model::{Liste, Vokabular};
use crate::read::field::FromNode;
use crate::read::raw::{
    RawDokument, RawKommune, RawOrganisasjon, RawPortal, RawSide, RawSynonymer, RawTerm, RawTilbud,
};

/// File name and JSON text of every schema, sorted by name.
pub fn all(vokabular: &Vokabular) -> Vec<(&'static str, String)> {
    [
        ("dokument.schema.json", "Dokument eller rutine", RawDokument::schema()),
        ("kommune.schema.json", "Kommune (kommune.yaml)", RawKommune::schema()),
        ("nettungen.schema.json", "Portalen (nettungen.yaml)", RawPortal::schema()),
        ("organisasjon.schema.json", "Organisasjon, eller eier.yaml", RawOrganisasjon::schema()),
        ("rapport.schema.json", "Rapport", crate::report::format::schema::schema()),
        ("side.schema.json", "Side", RawSide::schema()),
        ("synonymer.schema.json", "Synonymer (synonymer.yaml)", RawSynonymer::schema()),
        ("tilbud.schema.json", "Tilbud eller mal", RawTilbud::schema()),
        ("vokabular.schema.json", "Vokabular", vocabulary_schema()),
    ]
    .into_iter()
    .map(|(name, title, schema)| (name, finish(name, title, schema, vokabular)))
    .collect()
}

fn vocabulary_schema() -> Json {
    let lists: serde_json::Map<String, Json> = Liste::ALL
        .into_iter()
        .map(|it| (it.key().to_owned(), json!({"type": "array", "items": RawTerm::schema()})))
        .chain([("versjon".to_owned(), json!({"type": "integer"}))])
        .collect();
    json!({"type": "object", "properties": lists, "required": Liste::ALL.map(Liste::key), "additionalProperties": false})
}

fn finish(name: &str, title: &str, mut schema: Json, vokabular: &Vokabular) -> String {
    if name == "tilbud.schema.json" {
        offer_terms(&mut schema, vokabular);
    }
    let mut whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
    });
    if let (Json::Object(whole), Json::Object(schema)) = (&mut whole, schema) {
        whole.extend(schema);
    }
    format!("{whole:#}\n")
}

/// Puts the vocabulary's words where a field takes them.
fn offer_terms(schema: &mut Json, vokabular: &Vokabular) {
    let fields = [
        ("pyramidenivå", Liste::Pyramideniva),
        ("tema", Liste::Tema),
        ("tilbudstype", Liste::Tilbudstype),
        ("målgrupper", Liste::Malgrupper),
        ("risikogrupper", Liste::Risikogrupper),
        ("diagnosegrupper", Liste::Diagnosegrupper),
        ("bti_nivå", Liste::BtiNiva),
        ("inngang", Liste::Inngang),
    ];
    for (field, list) in fields {
        let words: Vec<&str> = vokabular.list(list).iter().map(|it| it.slug.as_str()).collect();
        let word = json!({"enum": words});
        let about = schema["properties"][field]["description"].take();
        let mut offered = if list == Liste::Pyramideniva {
            word
        } else {
            json!({"anyOf": [{"type": "array", "items": word.clone()}, word]})
        };
        offered["description"] = about;
        schema["properties"][field] = offered;
    }
}
