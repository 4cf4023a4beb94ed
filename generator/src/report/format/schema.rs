//! The JSON Schema of [`super::json`]: `schema/rapport.schema.json`.

use serde_json::{Value, json};

use super::json::VERSION;
use crate::model::ReportName;

/// The schema, without its heading.
pub fn schema() -> Value {
    let names: Vec<&str> = ReportName::ALL.into_iter().chain([ReportName::Endringer]).map(ReportName::slug).collect();
    let text = json!({"type": "string"});
    object(
        json!({
            "versjon": {"const": VERSION, "description": "Formens versjon"},
            "rapport": {"enum": names},
            "tittel": text,
            "sted": place(),
            "språk": {"enum": ["nb", "nn", "se", "en"], "description": "Språket i tekstene"},
            "eksempel": {"type": "boolean", "description": "Stedet er oppdiktet"},
            "dato": {"type": "string", "format": "date", "description": "Dagen tallene gjelder"},
            "lovkrav_dato": {"type": ["string", "null"], "format": "date", "description": "Dagen oversikten over lovkrav bygger på"},
            "innledning": {"type": "array", "items": text, "description": "Hva rapporten viser, og hva den ikke viser"},
            "tekster": {"type": "array", "items": said(), "description": "Alt på siden i rekkefølge; tabellene bare med navn"},
            "tabeller": {"type": "array", "items": table()},
            "tilbud": {"type": "array", "items": tilbud(), "description": "Tilbudene som nevnes. Tall under «tilbud» i celler er plasser her, fra 0"},
        }),
        &[
            "versjon",
            "rapport",
            "tittel",
            "sted",
            "språk",
            "eksempel",
            "dato",
            "lovkrav_dato",
            "innledning",
            "tekster",
            "tabeller",
            "tilbud",
        ],
    )
}

fn object(properties: Value, required: &[&str]) -> Value {
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn place() -> Value {
    object(
        json!({
            "type": {"enum": ["portal", "stat", "region", "fylke", "kommune", "organisasjon"]},
            "id": {"type": "string", "description": "Navnet i adresser; tomt for portalen og staten"},
            "nummer": {"type": "string", "description": "Kommune- eller fylkesnummer; ellers tomt"},
            "navn": {"type": "string"},
        }),
        &["type", "id", "nummer", "navn"],
    )
}

fn said() -> Value {
    let text = json!({"type": "string"});
    object(
        json!({
            "type": {"enum": ["overskrift", "avsnitt", "merknad", "liste", "figur", "tabell"]},
            "tekst": text,
            "punkter": {"type": "array", "items": text},
            "beskrivelse": text,
            "id": text,
        }),
        &["type"],
    )
}

fn tilbud() -> Value {
    let text = json!({"type": "string"});
    object(json!({"id": text, "tittel": text, "url": text}), &["id", "tittel", "url"])
}

fn table() -> Value {
    let text = json!({"type": "string"});
    let column = object(
        json!({
            "id": {"type": "string", "description": "Nøkkelen i «verdier»"},
            "navn": text,
            "type": {"enum": ["tekst", "tall", "andel", "status", "dato", "lenker"]},
        }),
        &["id", "navn", "type"],
    );
    object(
        json!({
            "id": text,
            "tittel": text,
            "merknad": {"type": "string", "description": "Hvordan tabellen leses; kan være tom"},
            "gruppert_etter": {"type": ["string", "null"]},
            "kolonner": {"type": "array", "items": column},
            "rader": {"type": "array", "items": row()},
        }),
        &["id", "tittel", "merknad", "gruppert_etter", "kolonner", "rader"],
    )
}

fn row() -> Value {
    let ids = json!({"type": "array", "items": {"type": "string"}});
    let behind = object(json!({"tilbud": numbers(), "lovkrav": ids, "kommuner": ids}), &[]);
    object(
        json!({
            "id": {"type": "string", "description": "Navnet på det raden handler om: ord fra vokabularet, lovkrav, kommune, tilbud …"},
            "gruppe": {"type": "string"},
            "sum": {"const": true, "description": "Raden er en sum av de andre"},
            "verdier": {"type": "object", "additionalProperties": cell(), "description": "Én verdi per kolonne"},
            "bak": {"type": "object", "additionalProperties": behind, "description": "Hva tallet i kolonnen teller"},
        }),
        &["id", "verdier"],
    )
}

fn numbers() -> Value {
    json!({"type": "array", "items": {"type": "integer", "minimum": 0}})
}

/// A value: what kinds there are, and when each is used.
fn cell() -> Value {
    let text = json!({"type": "string"});
    let number = json!({"type": "number"});
    let years = json!({"type": "integer", "minimum": 0, "maximum": 120});
    let ages = object(json!({"fra": years, "til": years}), &["fra", "til"]);
    json!({"anyOf": [
        {"type": "null", "description": "Ikke sagt"},
        {"type": "string", "description": "Tekst, eller en dato som ÅÅÅÅ-MM-DD"},
        {"type": "number", "description": "Et tall"},
        with(object(json!({"del": number, "av": number}), &["del", "av"]), "En andel: så mange av så mange"),
        with(object(json!({"status": text, "tekst": text}), &["status", "tekst"]), "Et fast ord, som dekket eller ikke-registrert"),
        with(object(json!({"tekst": text, "alder": {"type": "array", "items": ages}}), &["tekst", "alder"]), "Aldre i hele år, begge ender med"),
        with(object(json!({"tilbud": numbers()}), &["tilbud"]), "Tilbud, som plasser i listen «tilbud»"),
        with(object(json!({"tekst": text, "url": text}), &["tekst", "url"]), "En lenke"),
        {"type": "array", "items": object(json!({"tekst": text, "url": {"type": ["string", "null"]}}), &["tekst", "url"])},
    ]})
}

fn with(mut schema: Value, description: &str) -> Value {
    schema["description"] = json!(description);
    schema
}
