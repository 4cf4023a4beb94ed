//! `cargo xtask tidy`: rules of the house that no compiler knows.

mod codes;
mod imports;
mod sizes;
mod traces;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::process::{self, complain};
use crate::project::Project;

/// A text file of the repository.
#[derive(Debug)]
pub(crate) struct Source {
    /// From the repository's root, with `/`.
    path: String,
    text: String,
}

impl Source {
    #[cfg(test)]
    fn new(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }
}

/// Looks at every file and fails when a rule is broken, naming each place.
pub(crate) fn run(project: &Project) -> anyhow::Result<()> {
    let sources = sources(project.root())?;
    let mut problems = imports::problems(&sources);
    problems.extend(codes::problems(&sources));
    problems.extend(sizes::problems(&sources));
    problems.extend(traces::problems(&sources));
    problems.iter().for_each(|it| complain(it));
    match problems.len() {
        0 => Ok(()),
        n => bail!("{n} untidy places"),
    }
}

/// All text files that are in the repository or about to be.
fn sources(root: &Path) -> anyhow::Result<Vec<Source>> {
    let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
    let names = process::output(Command::new("git").args(["-c", "core.quotePath=false"]).args(list).current_dir(root))
        .context("cannot list the files with git")?;
    // A deleted file is listed until that is committed, and pictures are no text: both are left out.
    let read = |name: &str| fs::read_to_string(root.join(name)).ok();
    Ok(names.lines().filter_map(|name| Some(Source { path: name.to_owned(), text: read(name)? })).collect())
}
