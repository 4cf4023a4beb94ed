//! The subcommands. Each is a short list of steps; the steps are elsewhere.

use std::process::ExitCode;

use crate::process::{cargo, run};
use crate::project::Project;
use crate::setup::wasm_target::Way;
use crate::{bench, dist, generated, site, synth, test, tidy, wasm};

/// What can be asked for.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Set up, build everything and write the site to dist/
    Site(site::SiteArgs),
    /// Set up and check everything that must hold before a change lands
    Test,
    /// Check what needs no browser: the faster part of `test`
    Check,
    /// Build the search module that the generator embeds
    Wasm {
        /// Get the wasm target in this way only
        #[arg(long, value_enum)]
        way: Option<Way>,
    },
    /// Write the files that are made from the code: the JSON Schemas and netlify.toml
    Gen {
        /// Write nothing; fail when a file is not up to date
        #[arg(long)]
        check: bool,
    },
    /// Accept what the snapshot tests now show; read the difference afterwards
    Bless,
    /// Take the pictures of the guides in docs/bilder/ with the development program and Chromium
    Pictures,
    /// Write synthetic content of any size, for measuring
    Synth(synth::SynthArgs),
    /// Measure builds of all sizes and write docs/benchmarks.md
    Bench(bench::BenchArgs),
    /// Make the program to hand out, with completions, manual and checksums, and try it in an empty folder
    Dist,
    /// Check the rules of the house that no compiler knows
    Tidy,
}

impl Command {
    /// Does it. The exit code is 1 when the work was done and found faults.
    pub(crate) fn run(self, project: &Project) -> anyhow::Result<ExitCode> {
        match self {
            Command::Site(args) => return site::run(project, &args),
            Command::Bench(args) => return bench::run(project, &args),
            Command::Dist => return dist::run(project),
            Command::Synth(args) => return synth::run(project, &args),
            Command::Test => return test::test(project),
            Command::Check => return test::check(project),
            Command::Wasm { way } => wasm::build(project, way).and_then(|()| wasm::check_size(project))?,
            Command::Gen { check: true } => generated::check(project)?,
            Command::Gen { check: false } => generated::write(project)?,
            Command::Bless => bless(project)?,
            Command::Pictures => pictures(project)?,
            Command::Tidy => tidy::run(project)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Serves the example content and photographs it.
fn pictures(project: &Project) -> anyhow::Result<()> {
    run(cargo(project.root()).args(["build", "-p", "nettungen", "--bin", "nettungen"]))?;
    let mut node = std::process::Command::new("node");
    node.arg("pictures.mjs").current_dir(project.browser_tests());
    run(node.env("NETTUNGEN_PROGRAM", project.target().join("debug/nettungen")))
}

/// Runs the tests so that they overwrite their snapshot files.
fn bless(project: &Project) -> anyhow::Result<()> {
    wasm::build(project, None)?;
    generated::write(project)?;
    let mut tests = cargo(project.root());
    tests.args(["test", "--workspace", "--all-targets", "--no-fail-fast"]);
    run(tests.env("INSTA_UPDATE", "always").env("INSTA_FORCE_PASS", "1"))
}
