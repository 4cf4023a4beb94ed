//! Running other programs, and talking to the terminal.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, IsTerminal as _};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};

/// Says what is going on.
#[expect(clippy::print_stdout, reason = "xtask's one place that prints")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// Says what went wrong.
#[expect(clippy::print_stderr, reason = "xtask's one place that prints errors")]
pub(crate) fn complain(text: &str) {
    eprintln!("{text}");
}

/// A `cargo` command of the toolchain that runs this xtask.
///
/// It does not inherit what Cargo said about xtask's own package: build scripts that watch those variables would
/// compile anew, with everything above them, each time Cargo is called by hand and by xtask in turn.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    let about_xtask = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(about_xtask)) {
        command.env_remove(name);
    }
    command
}

/// Runs a command to its end and fails when it does, naming it.
pub(crate) fn run(command: &mut Command) -> anyhow::Result<()> {
    let line = shown(command);
    say(&format!("$ {line}"));
    let status = command.status().with_context(|| format!("cannot run `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a command, shows each line of its standard output and hands it on;
/// answers whether the command succeeded.
pub(crate) fn run_reading(command: &mut Command, mut line_seen: impl FnMut(&str)) -> anyhow::Result<bool> {
    let line = shown(command);
    say(&format!("$ {line}"));
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot run `{line}`"))?;
    let stdout = child.stdout.take().context("the command's output was not piped")?;
    for text in BufReader::new(stdout).split(b'\n') {
        let text = text.with_context(|| format!("cannot read the output of `{line}`"))?;
        let text = String::from_utf8_lossy(&text);
        say(&text);
        line_seen(&text);
    }
    Ok(child.wait()?.success())
}

/// The standard output of a command that succeeds; `None` when it does not or
/// there is no such program.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it, with its file name only: where a
/// toolchain is installed interests nobody.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str())];
    words.extend(command.get_args());
    words.join(OsStr::new(" ")).to_string_lossy().into_owned()
}
