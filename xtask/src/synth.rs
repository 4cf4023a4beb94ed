//! `cargo xtask synth`: content of any size over the real register, for measuring.
//!
//! The same arguments give the same bytes. The texts are a random walk through the words of the
//! content that ships, so that words are as frequent, as long and as compound as in real content.

mod record;
mod sources;
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use anyhow::{Context as _, bail};
use fastrand::Rng;

use crate::process::say;
use crate::project::{Project, write_if_changed};
use sources::{Kommune, Sources};

/// What `synth` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct SynthArgs {
    /// How many kommuner of the register take part
    #[arg(long, default_value_t = 357)]
    kommuner: usize,

    /// How many tilbud each of them has
    #[arg(long, default_value_t = 300)]
    tilbud: usize,

    /// The content folder to write; must not be there, or be empty
    #[arg(long)]
    out: PathBuf,
}

/// Writes a synthetic content folder that `nettungen build --content` takes.
pub(crate) fn run(project: &Project, args: &SynthArgs) -> anyhow::Result<ExitCode> {
    write(project, args.kommuner, args.tilbud, &args.out)?;
    let (kommuner, tilbud) = (args.kommuner, args.tilbud);
    say(&format!("{kommuner} × {tilbud} = {} tilbud in {}", kommuner * tilbud, args.out.display()));
    Ok(ExitCode::SUCCESS)
}

/// Writes `n_kommuner` kommuner with `n_tilbud` tilbud each to the folder `out`.
pub(crate) fn write(project: &Project, n_kommuner: usize, n_tilbud: usize, out: &Path) -> anyhow::Result<()> {
    let sources = Sources::read(&project.root().join("content"))?;
    let Some(kommuner) = sources.kommuner.get(..n_kommuner).filter(|it| !it.is_empty()) else {
        bail!("the register has 1 to {} kommuner, not {n_kommuner}", sources.kommuner.len());
    };
    if fs::read_dir(out).is_ok_and(|mut it| it.next().is_some()) {
        bail!("{} is not empty", out.display());
    }
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = kommuner.len().div_ceil(threads);
    thread::scope(|scope| {
        let jobs: Vec<_> = kommuner
            .chunks(share)
            .map(|part| {
                let sources = &sources;
                scope.spawn(move || part.iter().try_for_each(|it| write_kommune(sources, it, n_tilbud, out)))
            })
            .collect();
        jobs.into_iter().try_for_each(|job| job.join().map_err(|_| anyhow::anyhow!("a writer stopped"))?)
    })
}

fn write_kommune(sources: &Sources, kommune: &Kommune, n_tilbud: usize, out: &Path) -> anyhow::Result<()> {
    let folder = out.join("kommuner").join(&kommune.slug);
    let put = |path: &str, text: String| {
        let path = folder.join(path);
        write_if_changed(&path, text.as_bytes()).with_context(|| format!("cannot write {}", path.display()))
    };
    let mut rng = Rng::with_seed(seed(&kommune.nummer));
    put("kommune.yaml", record::kommune(kommune))?;
    for slug in record::ORGANISASJONER {
        put(&format!("organisasjoner/{slug}.md"), record::organisasjon(slug))?;
    }
    for nr in 0..n_tilbud {
        let text = record::tilbud(sources, &mut rng, nr, n_tilbud);
        put(&format!("tilbud/{}.md", record::slug(nr)), text)?;
    }
    Ok(())
}

fn seed(nummer: &str) -> u64 {
    nummer.bytes().fold(1, |seed, byte| seed * 31 + u64::from(byte))
}
