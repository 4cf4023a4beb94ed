//! Hugo on the same records, when the program is there: its pages, lists and taxonomies only; and Pagefind's index
//! of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::measure::{Measured, median, timed};
use crate::process::output;
use crate::project::write_if_changed;

const CONFIG: &str = "baseURL = \"https://nettungen.example/\"\ndisableKinds = [\"RSS\"]\n[taxonomies]\ntema = \"tema\"\nmalgrupper = \"malgrupper\"\n";

const SINGLE: &str = "<!doctype html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head><body><header><nav><a href=\"/\">Nettungen</a></nav></header><main><h1>{{ .Title }}</h1><p>{{ .Params.sammendrag }}</p>{{ .Content }}<dl>{{ range $key, $value := .Params }}<dt>{{ $key }}</dt><dd>{{ $value }}</dd>{{ end }}</dl></main></body></html>\n";

const LIST: &str = "<!doctype html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a> {{ .Params.sammendrag }}</li>{{ end }}</ul></main></body></html>\n";

/// Where Hugo's site is.
pub(super) fn site(work: &Path) -> PathBuf {
    work.join("hugo")
}

/// Builds the records of `content` with Hugo, and with Hugo and Pagefind; `None` where there is no such program.
pub(super) fn measure(
    content: &Path,
    work: &Path,
    runs: usize,
) -> anyhow::Result<(Option<Measured>, Option<Measured>)> {
    if output(Command::new("hugo").arg("version")).is_none() {
        return Ok((None, None));
    }
    let site = site(work);
    write_if_changed(&site.join("hugo.toml"), CONFIG.as_bytes())?;
    write_if_changed(&site.join("layouts/_default/single.html"), SINGLE.as_bytes())?;
    write_if_changed(&site.join("layouts/_default/list.html"), LIST.as_bytes())?;
    for kommune in fs::read_dir(content.join("kommuner"))? {
        let kommune = kommune?;
        for tilbud in fs::read_dir(kommune.path().join("tilbud"))? {
            let tilbud = tilbud?;
            let text = fs::read_to_string(tilbud.path())?;
            // Hugo's own names for the title, and keys without letters it cannot take.
            let text = text.replacen("tittel:", "title:", 1).replacen("målgrupper:", "malgrupper:", 1);
            write_if_changed(
                &site.join("content").join(kommune.file_name()).join(tilbud.file_name()),
                text.as_bytes(),
            )?;
        }
    }
    let out = |nr: usize| work.join(format!("hugo-out-{nr}"));
    let hugo = median(runs, |nr| {
        timed(Command::new("hugo").arg("--quiet").arg("--source").arg(&site).arg("--destination").arg(out(nr)))
    })?;
    if output(Command::new("pagefind").arg("--version")).is_none() {
        return Ok((Some(hugo), None));
    }
    let pagefind = median(runs, |nr| timed(Command::new("pagefind").arg("--quiet").arg("--site").arg(out(nr))))?;
    let both = Measured { seconds: hugo.seconds + pagefind.seconds, megabytes: hugo.megabytes.max(pagefind.megabytes) };
    Ok((Some(hugo), Some(both)))
}
