//! Which theme pages are made with.

use std::borrow::Cow;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;

use crate::read::disk;
use crate::render::{Theme, ThemeFile};

/// The name of the theme that is part of the program.
const EMBEDDED: &str = "nettungen";

/// The option that chooses the theme.
#[derive(Clone, Debug, Args)]
pub(super) struct ThemeArgs {
    /// Utseendet: nettungen, eller en mappe med filer som erstatter noen av filene der
    #[arg(long, value_name = "MAPPE|NAVN", default_value = EMBEDDED)]
    theme: PathBuf,
}

impl ThemeArgs {
    /// The files of the theme. Those of the folder come last, and so replace those of the program.
    pub(super) fn files(&self) -> anyhow::Result<Vec<ThemeFile>> {
        let mut files = Theme::embedded_files();
        if self.theme.as_os_str() == EMBEDDED {
            return Ok(files);
        }
        let shown = self.theme.display();
        if !self.theme.is_dir() {
            bail!("finner ikke temaet {shown}; skriv {EMBEDDED}, eller en mappe med templates, static eller i18n");
        }
        let own = disk::files(&self.theme).with_context(|| format!("kan ikke lese temaet {shown}"))?;
        if !own.iter().any(|(path, _)| ["templates/", "static/", "i18n/"].iter().any(|it| path.starts_with(it))) {
            bail!("{shown} er ikke et tema: det mangler mappene templates, static og i18n");
        }
        files.extend(own.into_iter().map(|(path, bytes)| ThemeFile { path, bytes: Cow::Owned(bytes) }));
        Ok(files)
    }
}
