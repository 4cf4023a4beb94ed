//! `cargo xtask bench`: how fast sites are built, beside what the disk allows and beside other generators.
//!
//! Everything is measured in one run on one machine, and told as ratios: absolute times drift.

mod document;
mod hugo;
mod load;
mod machine;
mod measure;
mod preview;
mod report;
mod reports;
mod search;
mod servers;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::str::FromStr;

use anyhow::Context as _;

use crate::process::{cargo, run as run_to_end, say};
use crate::project::{Project, write_if_changed};
use crate::{synth, wasm};
use machine::Machine;
use measure::{Measured, bare_write, median, timed};

/// What `bench` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct BenchArgs {
    /// Sizes: kommuner × tilbud in each
    #[arg(default_values = ["1x300", "33x300", "357x300"])]
    sizes: Vec<Size>,

    /// How often each is measured; the median counts
    #[arg(long, default_value_t = 3)]
    runs: usize,

    /// Measure only builds and the preview, or only search
    #[arg(long)]
    only: Option<Only>,
}

/// A half of the measurements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Only {
    Builds,
    Search,
}

/// A size of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Size {
    kommuner: usize,
    tilbud: usize,
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Size, String> {
        let numbers = text.split_once(['x', '×']).and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
        let (kommuner, tilbud) = numbers.ok_or("write kommuner x tilbud, such as 33x300")?;
        Ok(Size { kommuner, tilbud })
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.kommuner, self.tilbud)
    }
}

/// What was measured at one size.
struct Row {
    size: Size,
    files: usize,
    megabytes: f64,
    clean: Measured,
    unchanged: Measured,
    one_changed: Measured,
    check: Measured,
    copy: Measured,
    bare: Measured,
    hugo: Option<Measured>,
    hugo_and_pagefind: Option<Measured>,
    preview: preview::Preview,
    /// The portal's reports as JSON, each with its name.
    reports: Vec<(&'static str, Measured)>,
    servers: servers::Servers,
}

/// Measures all sizes and writes `docs/benchmarks.md`.
pub(crate) fn run(project: &Project, args: &BenchArgs) -> anyhow::Result<ExitCode> {
    wasm::build(project, None)?;
    run_to_end(cargo(project.root()).args(["build", "--release", "-p", "nettungen", "--bin", "nettungen"]))?;
    let folder = project.target().join("bench");
    if args.only != Some(Only::Search) {
        builds(project, &folder, args)?;
    }
    if args.only != Some(Only::Builds) {
        search::measure(project, &folder, &args.sizes, args.runs)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn builds(project: &Project, folder: &Path, args: &BenchArgs) -> anyhow::Result<()> {
    for size in &args.sizes {
        let row = size_row(project, folder, *size, args.runs)?;
        document::write(
            project,
            &format!("builds {size}"),
            &report::section(&row, args.runs, &Machine::this(project)),
        )?;
    }
    Ok(())
}

fn size_row(project: &Project, folder: &Path, size: Size, runs: usize) -> anyhow::Result<Row> {
    let name = size.to_string();
    let content = folder.join(format!("content-{name}"));
    if !content.exists() {
        synth::write(project, size.kommuner, size.tilbud, &content)?;
    }
    // Fresh folders for every run, all removed first: what was just deleted makes creating slow.
    let work = folder.join(format!("work-{name}"));
    remove(&work)?;
    fs::create_dir_all(&work)?;
    let out = |what: &str, nr: usize| work.join(format!("{what}-{nr}"));
    let build = |out: &Path| {
        let mut command = generator(project, "build", &content);
        command.args(["--base-url", "https://nettungen.example", "--out"]).arg(out);
        command
    };
    say(&format!("\n{name}: clean builds"));
    let clean = median(runs, |nr| timed(&mut build(&out("site", nr))))?;
    let site = out("site", 0);
    let unchanged = median(runs, |nr| timed(&mut build(&out("site", nr))))?;
    let check = median(runs, |_| timed(&mut generator(project, "check", &content)))?;
    say(&format!("{name}: copies and bare writes"));
    let copy = median(runs, |nr| timed(Command::new("cp").arg("-r").arg(&site).arg(out("copy", nr))))?;
    let (files, bytes, bare) = bare_write(&site, runs, |nr| out("bare", nr))?;
    let (hugo, hugo_and_pagefind) = hugo::measure(&content, &work, runs)?;
    say(&format!("{name}: one record changed"));
    let record = first_record(&content)?;
    let before = fs::read_to_string(&record)?;
    let one_changed = median(runs, |nr| {
        write_if_changed(
            &record,
            before.replacen("\nsammendrag: \"", &format!("\nsammendrag: \"Ny {nr}. "), 1).as_bytes(),
        )?;
        timed(&mut build(&out("site", nr)))
    });
    write_if_changed(&record, before.as_bytes())?;
    say(&format!("{name}: previews"));
    let servers = other_servers(size, &content, &work, runs)?;
    remove(&work)?;
    say(&format!("{name}: reports"));
    let reports = reports::measure(runs, || generator(project, "report", &content))?;
    let preview = preview::measure(&project.generator(), &content, &record, runs.max(9))?;
    let megabytes = bytes as f64 / 1e6;
    Ok(Row {
        size,
        files,
        megabytes,
        clean,
        unchanged,
        one_changed: one_changed?,
        check,
        copy,
        bare,
        hugo,
        hugo_and_pagefind,
        preview,
        reports,
        servers,
    })
}

/// The servers of other generators. Beyond some size, one save takes them longer than anybody waits.
fn other_servers(size: Size, content: &Path, work: &Path, runs: usize) -> anyhow::Result<servers::Servers> {
    if size.kommuner * size.tilbud > 10_000 {
        return Ok(servers::Servers::default());
    }
    servers::measure(content, &hugo::site(work), work, runs.max(5))
}

/// One of the generator's commands on `content`.
fn generator(project: &Project, what: &str, content: &Path) -> Command {
    let mut command = Command::new(project.generator());
    command.args([what, "--quiet", "--dato", "2026-11-22", "--content"]).arg(content);
    command
}

fn first_record(content: &Path) -> anyhow::Result<PathBuf> {
    let mut kommuner: Vec<PathBuf> =
        fs::read_dir(content.join("kommuner"))?.map(|it| it.map(|it| it.path())).collect::<Result<_, _>>()?;
    kommuner.sort();
    let first = kommuner.first().context("the content has no kommune")?;
    Ok(first.join("tilbud/tilbud-0000.md"))
}

fn remove(folder: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
