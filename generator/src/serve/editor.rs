//! Opens a file of the content in the editor of whoever runs the preview.
//!
//! Only files that the preview has read are opened, by their place in the content folder; what runs is
//! chosen on the command line, or by the system, and never by the page. No shell is involved.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context as _, bail};

/// Endings of files that are opened. None of them is a program.
const ENDINGS: [&str; 3] = ["md", "yaml", "csv"];

/// How files are opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editor {
    /// With the program that the system has for the file.
    System,
    /// With a command; `{fil}` and `{linje}` in its arguments stand for the file and the line.
    Command(Vec<String>),
}

impl Editor {
    /// Reads what the command line says, such as `code -g {fil}:{linje}`. A command that does not
    /// mention the file gets it as its last argument.
    pub fn parse(text: &str) -> Result<Editor, String> {
        let mut parts: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        if parts.is_empty() {
            return Err("skriv kommandoen som åpner filen, for eksempel «code -g {fil}:{linje}»".to_owned());
        }
        if !parts.iter().any(|it| it.contains("{fil}")) {
            parts.push("{fil}".to_owned());
        }
        Ok(Editor::Command(parts))
    }

    /// Opens the file `name` (a path within `root`) at `line`.
    ///
    /// Fails when it is no text file of the folder, or the program cannot be started.
    pub(super) fn open(&self, root: &Path, name: &str, line: usize) -> anyhow::Result<()> {
        let path = inside(root, name)?;
        let [program, arguments @ ..] = &self.words(&path, line)[..] else { bail!("ingen kommando") };
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("kan ikke starte {program}; velg et annet program med --rediger"))?;
        // Whoever started a program has to take note of its end.
        thread::spawn(move || child.wait());
        Ok(())
    }

    fn words(&self, path: &Path, line: usize) -> Vec<String> {
        let path = path.to_string_lossy().into_owned();
        match self {
            Editor::Command(parts) => {
                let filled = |it: &String| it.replace("{linje}", &line.to_string()).replace("{fil}", &path);
                parts.iter().map(filled).collect()
            }
            Editor::System => {
                let opener: &[&str] = match std::env::consts::OS {
                    "macos" => &["open"],
                    "windows" => &["explorer"],
                    _ => &["xdg-open"],
                };
                opener.iter().map(|it| (*it).to_owned()).chain([path]).collect()
            }
        }
    }
}

/// The file `name` of the folder `root`, when it is a text file that stands in there.
fn inside(root: &Path, name: &str) -> anyhow::Result<PathBuf> {
    let path = root.join(name);
    let real = path.canonicalize().with_context(|| format!("finner ikke {name}"))?;
    let ending = real.extension().and_then(|it| it.to_str()).unwrap_or_default();
    if !real.starts_with(root) || !real.is_file() || !ENDINGS.contains(&ending) {
        bail!("{name} er ingen tekstfil i innholdsmappen");
    }
    Ok(real)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_one_argument_whatever_its_name() {
        let editor = Editor::parse("code -g {fil}:{linje}").unwrap();
        assert_eq!(editor.words(Path::new("/a b/$(x).md"), 3), ["code", "-g", "/a b/$(x).md:3"]);
        let editor = Editor::parse("gedit").unwrap();
        assert_eq!(editor.words(Path::new("/a.md"), 1), ["gedit", "/a.md"]);
        assert!(Editor::parse("  ").is_err());
    }

    #[test]
    fn nothing_outside_the_folder_is_opened() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").canonicalize().unwrap();
        for name in ["../Cargo.toml", "/etc/passwd", "serve/editor.rs", "finnes-ikke.md", ""] {
            assert!(inside(&folder, name).is_err(), "{name}");
        }
        let docs = folder.join("../../docs").canonicalize().unwrap();
        assert!(inside(&docs, "innhold.md").is_ok());
    }
}
