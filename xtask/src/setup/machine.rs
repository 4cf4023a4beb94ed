//! The machine that is set up: where its programs are found.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A machine, real or made up by a test.
#[derive(Debug)]
pub(crate) struct Machine {
    /// Where commands run: rustup chooses its toolchain by the folder.
    folder: PathBuf,
    /// Where programs are looked up.
    path: OsString,
    /// What stands for `/`.
    system: PathBuf,
}

impl Machine {
    /// This machine, working in `folder`.
    pub(crate) fn this(folder: &Path) -> Machine {
        let path = std::env::var_os("PATH").unwrap_or_default();
        Machine { folder: folder.to_path_buf(), path, system: PathBuf::from("/") }
    }

    /// A machine that has only the programs in `usr/bin` of a folder.
    #[cfg(test)]
    pub(crate) fn made_up(system: &Path) -> Machine {
        let path = system.join("usr/bin").into_os_string();
        Machine { folder: system.to_path_buf(), path, system: system.to_path_buf() }
    }

    /// A command that finds its program, and the programs it starts, here.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path).current_dir(&self.folder);
        command
    }

    /// A file of the system, named without the leading `/`.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.system.join(name)
    }
}
