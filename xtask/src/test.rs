//! `cargo xtask test` and its faster part, `cargo xtask check`.

use std::process::{Command, ExitCode};

use anyhow::bail;

use crate::process::{cargo, run};
use crate::project::Project;
use crate::setup::browser;
use crate::setup::machine::Machine;
use crate::setup::wasm_target::{self, TARGET};
use crate::tally::Tally;
use crate::{generated, site, tidy, wasm};

/// The day that the tested site is built for: today's date would let tests of
/// fresh and stale records rot.
const DAY: &str = "2026-11-22";

/// The address that the tested site believes to have.
const ADDRESS: &str = "https://nettungen.example";

/// Everything that must hold before a change lands. A step that fails does not
/// stop the others: one run tells all.
pub(crate) fn test(project: &Project) -> anyhow::Result<ExitCode> {
    let mut tally = Tally::default();
    tally.step("browser set-up", || browser::ensure(&Machine::this(project.root()), project));
    rust(project, &mut tally);
    tally.tests("doc tests", cargo(project.root()).args(["test", "--workspace", "--doc", "--no-fail-fast"]));
    tally.step("site", || build_site(project));
    tally.tests("browser tests", &mut browser_tests(project));
    Ok(tally.close())
}

/// What needs neither a browser nor a built site.
pub(crate) fn check(project: &Project) -> anyhow::Result<ExitCode> {
    let mut tally = Tally::default();
    rust(project, &mut tally);
    Ok(tally.close())
}

fn rust(project: &Project, tally: &mut Tally) {
    let root = project.root();
    tally.step("format", || run(cargo(root).args(["fmt", "--all", "--check"])));
    tally.step("tidy", || tidy::run(project));
    tally.step("search module", || wasm::build(project, None).and_then(|()| wasm::check_size(project)));
    tally.step("clippy", || run(cargo(root).args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])));
    tally.step("clippy of the search module", || module_clippy(project));
    // The tests of the command line run the program, which is in another package than they are.
    tally.step("program", || build_program(project));
    tally.step("generated files", || generated::check(project));
    tally.tests("tests", cargo(root).args(["test", "--workspace", "--all-targets", "--no-fail-fast"]));
}

/// The module's shell is compiled for the browser only, so it is linted there.
/// The Debian way has no clippy: there the compiler's own warnings must do.
fn module_clippy(project: &Project) -> anyhow::Result<()> {
    if !wasm_target::is_installed(&Machine::this(project.root())) {
        return Ok(());
    }
    let arguments = ["clippy", "-p", "nettungen-search", "--target", TARGET, "--", "-D", "warnings"];
    run(cargo(project.root()).args(arguments))
}

fn build_program(project: &Project) -> anyhow::Result<()> {
    run(cargo(project.root()).args(["build", "--workspace", "--all-targets"]))
}

/// Builds the site with the development binary, which the tests have compiled
/// already, into a folder of its own: `dist/` may be somebody's.
fn build_site(project: &Project) -> anyhow::Result<()> {
    let binary = project.target().join("debug/nettungen");
    let out = project.tested_site();
    let hosting = project.tested_hosting().to_string_lossy().into_owned();
    let arguments = ["--dato".into(), DAY.into(), "--base-url".into(), ADDRESS.into(), "--hosting".into(), hosting];
    if site::build(project, &binary, &out, &arguments)? != ExitCode::SUCCESS {
        bail!("the shipped content does not build");
    }
    Ok(())
}

fn browser_tests(project: &Project) -> Command {
    let mut node = Command::new("node");
    node.current_dir(project.browser_tests())
        .args(["--test", "--test-reporter=spec"])
        .env("NETTUNGEN_SITE", project.tested_site())
        .env("NETTUNGEN_PROGRAM", project.target().join("debug/nettungen"))
        .env("NETTUNGEN_HOSTING", project.tested_hosting());
    node
}
