//! `nettungen check --explain ID`: where each field of a tilbud comes from.

use std::fmt::Write as _;

use anyhow::{Context as _, bail};
use serde_json::json;

use crate::diag::{Files as _, Span, closest};
use crate::model::{Inheritance, Lang, Site, Tilbud};
use crate::read::Sources;

/// The explanation of the tilbud `id`, for people or, with `as_json`, for programs.
pub(super) fn explain(id: &str, site: &Site, sources: &Sources, as_json: bool) -> anyhow::Result<String> {
    let tilbud = find(id, site)?;
    let inheritance = site.inheritance(tilbud);
    if as_json {
        return Ok(format!("{:#}\n", to_json(tilbud, inheritance.as_ref())));
    }
    let file = sources.name(tilbud.span.file);
    let Some(it) = inheritance else {
        return Ok(format!("{id} bygger ikke på noen mal; alt står i {file}\n"));
    };
    let mut out = String::new();
    let version = it.versjon.map_or_else(|| "ukjent versjon".to_owned(), |it| format!("versjon {it}"));
    let _ = writeln!(out, "{id} bygger på malen {} ({version}); malen har nå versjon {}.", it.mal.slug, it.mal.versjon);
    list(&mut out, "Kommer fra malen", it.fra_mal, |key| value(sources, it.mal.span, key));
    list(&mut out, "Står i din fil, i stedet for malens", &it.i_stedet, |key| value(sources, tilbud.span, key));
    list(&mut out, "Står bare i din fil", &it.bare_egne, |key| value(sources, tilbud.span, key));
    let _ = writeln!(out, "\nEndret i malen siden:");
    if it.endringer.is_empty() {
        let _ = writeln!(out, "  ingenting");
    }
    for change in &it.endringer {
        let what = change.tekst.best(Lang::Nb);
        let _ = writeln!(out, "  {} (versjon {}): {what}", change.dato, change.versjon);
    }
    let _ = writeln!(out, "\nMalen står i {}, tilbudet i {file}.", sources.name(it.mal.span.file));
    Ok(out)
}

/// The tilbud called `id`; the nearest is suggested when there is none.
fn find<'a>(id: &str, site: &'a Site) -> anyhow::Result<&'a Tilbud> {
    let found = site.tilbud.iter().map(AsRef::as_ref).find(|it: &&Tilbud| *it.key == *id);
    if found.is_none() {
        let end = |key: &'a str| key.rsplit('/').next().unwrap_or(key);
        let same_name = site.tilbud.iter().map(|it| &*it.key).find(|key| end(key) == id);
        let near = same_name.or_else(|| closest(id, site.tilbud.iter().map(|it| &*it.key)));
        match near {
            Some(near) => bail!("finner ikke tilbudet «{id}»; mente du «{near}»?"),
            None => bail!("finner ikke tilbudet «{id}»; skriv id-en, for eksempel kommunen/filnavnet"),
        }
    }
    found.context("it was found above")
}

fn list(out: &mut String, heading: &str, keys: &[&'static str], value: impl Fn(&str) -> String) {
    if keys.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{heading}:");
    for key in keys {
        let line = format!("  {key:<20} {}", value(key));
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

/// Longest part of a value that is shown, in characters.
const SHOWN: usize = 70;

/// What the file of `span` says after `key:`, in short.
fn value(sources: &Sources, span: Span, key: &str) -> String {
    let text = sources.text(span.file);
    let begin = format!("{key}:");
    let mut lines = text.lines().skip_while(|it| !it.starts_with(&begin));
    let Some(first) = lines.next() else { return String::new() };
    let mut whole = first[begin.len()..].trim().trim_start_matches(['>', '|', '-']).to_owned();
    for more in lines.take_while(|it| it.starts_with([' ', '-']) && !it.starts_with("---")) {
        whole.push(' ');
        whole.push_str(more.trim());
    }
    let whole = whole.trim();
    let short: String = whole.chars().take(SHOWN).collect();
    if short.len() < whole.len() { format!("{short} …") } else { short }
}

fn to_json(tilbud: &Tilbud, inheritance: Option<&Inheritance<'_>>) -> serde_json::Value {
    let Some(it) = inheritance else { return json!({"id": &*tilbud.key, "mal": null}) };
    let changes: Vec<_> = it
        .endringer
        .iter()
        .map(|it| json!({"versjon": it.versjon, "dato": it.dato.to_string(), "tekst": it.tekst.best(Lang::Nb)}))
        .collect();
    json!({
        "id": &*tilbud.key,
        "mal": it.mal.slug.as_str(),
        "versjon": it.versjon,
        "malens_versjon": it.mal.versjon,
        "fra_mal": it.fra_mal,
        "i_stedet": it.i_stedet,
        "bare_egne": it.bare_egne,
        "endringer": changes,
    })
}
