//! Search in the browser, beside Pagefind and MiniSearch: bytes, requests, times, and how good the answers are.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};
use serde_json::Value;

use super::machine::Machine;
use super::measure::{median, timed};
use super::{Size, document, remove};
use crate::process::{output, say};
use crate::project::Project;
use crate::synth;

/// One kommune is searched alone, several through the portal.
const SIZES: [Size; 2] = [Size { kommuner: 1, tilbud: 300 }, Size { kommuner: 1, tilbud: 3000 }];
/// The day that our engine believes it is.
const DAY: &str = "2026-11-22";
/// More records than this are measured without the others, which need many minutes and much memory for them.
const MOST_FOR_PEERS: usize = 10_000;

/// Measures search over a kommune, a large one, and the country if it is among `sizes`, and relevance; writes it down.
pub(super) fn measure(project: &Project, folder: &Path, sizes: &[Size], runs: usize) -> anyhow::Result<()> {
    let peers = peers(&folder.join("peers"))?;
    let country = sizes.iter().filter(|it| it.kommuner > 1).max_by_key(|it| it.kommuner * it.tilbud);
    for size in SIZES.iter().chain(country) {
        say(&format!("\nsearch, {size}"));
        let mut table = format!(
            "{}\n\n| records | engine | bytes | requests | cold, slow 4G | warm p50 / p99 | index build |\n|---|---|---|---|---|---|---|\n",
            Machine::this(project)
        );
        size_rows(project, folder, *size, &peers, runs, &mut table)?;
        document::write(project, &format!("search {size}"), &table)?;
    }
    relevance(project, folder, &peers)
}

/// How good the answers to the judged queries are over the example kommuner, beside the others'.
fn relevance(project: &Project, folder: &Path, peers: &Path) -> anyhow::Result<()> {
    say("\nrelevance");
    let content = project.root().join("content");
    let (site, work) = (folder.join("relevance-site"), folder.join("relevance-work"));
    remove(&work)?;
    fs::create_dir_all(&work)?;
    let options = ["--quiet", "--dato", DAY, "--content"];
    timed(Command::new(project.generator()).arg("build").args(options).arg(&content).arg("--out").arg(&site))?;
    let mut node = Command::new("node");
    node.arg(project.browser_tests().join("measure-relevance.mjs")).arg(&site).arg(&work).arg(peers);
    node.arg(project.generator()).arg("search").args(options).arg(&content);
    let said: Value = serde_json::from_str(&output(&mut node).context("node measure-relevance.mjs failed")?)?;
    let mut table =
        format!("{}\n\n| engine | queries | nDCG@10 | success@3 |\n|---|---|---|---|\n", Machine::this(project));
    for (engine, sets) in said.as_object().context("it says what each engine found")? {
        for (set, it) in sets.as_object().context("it says it for each set")? {
            let number = |key: &str| it[key].as_f64().with_context(|| format!("{engine} has no {key}"));
            let (queries, ndcg, success) = (number("queries")?, number("ndcg")?, number("success")?);
            let _ = writeln!(table, "| {engine} | {queries} {set} | {ndcg:.3} | {success:.3} |");
        }
    }
    remove(&work)?;
    remove(&site)?;
    document::write(project, "relevance", &table)
}

/// The folder with the others' packages; empty when there are none to be had.
fn peers(folder: &Path) -> anyhow::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--silent", "--no-fund", "--no-audit", "--prefix"])
        .arg(folder)
        .args(["pagefind@1", "minisearch@7"]);
    let is_there = npm.status().is_ok_and(|it| it.success());
    Ok(if is_there { folder.to_path_buf() } else { PathBuf::new() })
}

fn size_rows(
    project: &Project,
    folder: &Path,
    size: Size,
    peers: &Path,
    runs: usize,
    table: &mut String,
) -> anyhow::Result<()> {
    let name = size.to_string();
    let content = folder.join(format!("content-{name}"));
    if !content.exists() {
        synth::write(project, size.kommuner, size.tilbud, &content)?;
    }
    let (site, work) = (folder.join(format!("search-site-{name}")), folder.join(format!("search-work-{name}")));
    remove(&work)?;
    fs::create_dir_all(&work)?;
    let program = |command: &str| {
        let mut program = Command::new(project.generator());
        program.args([command, "--quiet", "--dato", DAY, "--content"]).arg(&content);
        program
    };
    timed(program("build").args(["--base-url", "https://nettungen.example", "--out"]).arg(&site))?;
    let place = if size.kommuner == 1 { only_kommune(&content)? } else { String::new() };
    let check = median(runs, |_| timed(&mut program("check")))?;
    let search = median(runs, |_| {
        let mut command = program("search");
        command.arg("helse");
        if !place.is_empty() {
            command.args(["--kommune", &place]);
        }
        timed(&mut command)
    })?;
    let n_records = size.kommuner * size.tilbud;
    let mut node = Command::new("node");
    node.arg(project.browser_tests().join("measure-search.mjs")).arg(&site).arg(&place).arg(&work);
    node.arg(if n_records > MOST_FOR_PEERS { Path::new("") } else { peers });
    let said = output(&mut node).context("node measure-search.mjs failed")?;
    let said: Value = serde_json::from_str(&said)?;
    for (engine, it) in said.as_object().context("it says what each engine takes")? {
        let seconds = it["seconds"].as_f64().unwrap_or(search.seconds - check.seconds);
        row(table, n_records, engine, it, seconds)?;
    }
    remove(&work)?;
    Ok(remove(&site)?)
}

fn only_kommune(content: &Path) -> anyhow::Result<String> {
    let first = fs::read_dir(content.join("kommuner"))?.next().context("the content has no kommune")??;
    Ok(first.file_name().to_string_lossy().into_owned())
}

fn row(table: &mut String, n_records: usize, engine: &str, it: &Value, seconds: f64) -> anyhow::Result<()> {
    let number = |a: &str, b: &str| it[a][b].as_f64().with_context(|| format!("{engine} has no {a} {b}"));
    let cold = it["cold"].as_f64().unwrap_or_default();
    if number("bytes", "p50")? <= 0.0 {
        bail!("{engine} has loaded nothing");
    }
    let _ = writeln!(
        table,
        "| {n_records} | {engine} | {:.1} KB, {:.1} KB | {}, {} | {cold:.0} ms | {:.2} / {:.2} ms | {seconds:.2} s |",
        number("bytes", "p50")? / 1000.0,
        number("bytes", "p90")? / 1000.0,
        number("requests", "p50")?,
        number("requests", "p90")?,
        number("warm", "p50")?,
        number("warm", "p99")?,
    );
    Ok(())
}
