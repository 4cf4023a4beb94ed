//! What all commands share: which content, for which day, how problems are shown.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use include_dir::{Dir, include_dir};
use jiff::civil::Date;

use super::terminal::Terminal;
use crate::diag::{self, Diagnostics, Language, Severity};
use crate::model::{Audience, Mode, Settings};
use crate::pipeline;
use crate::read::{
    SourceFile, Sources,
    disk::Tree,
    field::{date_help, parse_date},
};

/// The content that ships: what a content folder lacks is taken from here, by top-level name.
static SHIPPED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../content");

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// Med utsnitt av filen
    Human,
    /// Én linje per problem: fil:linje:kolonne
    Short,
    /// For programmer
    Json,
    /// For GitHub Actions
    Github,
}

impl From<FormatArg> for diag::Format {
    fn from(it: FormatArg) -> diag::Format {
        match it {
            FormatArg::Human => diag::Format::Human,
            FormatArg::Short => diag::Format::Short,
            FormatArg::Json => diag::Format::Json,
            FormatArg::Github => diag::Format::Github,
        }
    }
}

/// The language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// Norsk
    Nb,
    /// English
    En,
}

/// Options of all commands.
#[derive(Clone, Debug, Args)]
pub struct ProjectArgs {
    /// Mappen med innholdet
    #[arg(long, value_name = "MAPPE", default_value = "content")]
    pub content: PathBuf,

    /// Datoen nettstedet lages for; standard er i dag
    #[arg(long, value_name = "ÅÅÅÅ-MM-DD", value_parser = date)]
    pub dato: Option<Date>,

    /// Adressen til nettstedet, for eksempel https://nettungen.no
    #[arg(long, value_name = "URL", default_value = "", value_parser = base_url)]
    pub base_url: String,

    /// Hvordan problemer vises
    #[arg(long, value_enum, default_value_t = FormatArg::Human)]
    pub format: FormatArg,

    /// Språket i meldingene
    #[arg(long, value_enum, default_value_t = LangArg::Nb)]
    pub lang: LangArg,

    /// Si ingenting underveis
    #[arg(long, short)]
    pub quiet: bool,
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| date_help(text).nb)
}

fn base_url(text: &str) -> Result<String, String> {
    let url = text.trim_end_matches('/');
    let fine = url.is_empty()
        || (url.starts_with("https://") || url.starts_with("http://")) && crate::read::markdown::is_safe_external(url);
    if fine { Ok(url.to_owned()) } else { Err("adressen må begynne med https://".to_owned()) }
}

impl ProjectArgs {
    /// The content, with what ships filled in.
    pub fn sources(&self) -> anyhow::Result<Sources> {
        self.tree()?.read().with_context(|| format!("kan ikke lese {}", self.content.display()))
    }

    /// The content folder.
    pub fn tree(&self) -> anyhow::Result<Tree> {
        if !self.content.is_dir() {
            bail!("finner ikke mappen {}; velg mappen med innholdet med --content", self.content.display());
        }
        Tree::new(&self.content, shipped()).with_context(|| format!("kan ikke lese {}", self.content.display()))
    }

    /// What the caller decided.
    pub fn settings(&self, audience: Audience) -> Settings {
        Settings { base_url: self.base_url.as_str().into(), dato: self.today(), audience, mode: Mode::Portal }
    }

    /// The day the site is made for: the only clock in the program.
    pub fn today(&self) -> Date {
        self.dato.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    /// The language of messages.
    pub fn language(&self) -> Language {
        match self.lang {
            LangArg::Nb => Language::Nb,
            LangArg::En => Language::En,
        }
    }

    /// Shows why there is no site of `sources`: the errors. Answers how many problems of each kind there are.
    pub(super) fn refusal(
        &self,
        sources: &Sources,
        settings: &Settings,
        terminal: &mut Terminal,
    ) -> anyhow::Result<String> {
        let (_, mut problems) = pipeline::check(sources, settings);
        let counted = diag::summary(&problems, self.language());
        problems.retain(|it| it.severity == Severity::Error);
        terminal.problems(&self.show(&problems, sources))?;
        Ok(counted)
    }

    /// The problems as the user wants to see them.
    pub fn show(&self, problems: &Diagnostics, sources: &Sources) -> String {
        diag::render(problems, sources, self.format.into(), self.language())
    }
}

/// The shipped content without the example kommuner, their fylke and their region.
pub fn shipped() -> Vec<SourceFile> {
    let mut files = Vec::new();
    collect(&SHIPPED, &mut files);
    files
}

fn collect(folder: &Dir<'_>, files: &mut Vec<SourceFile>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push(SourceFile::from_bytes(path, file.contents().to_vec()));
    }
    for sub in folder.dirs() {
        let name = sub.path().to_string_lossy();
        if !["kommuner", "fylker", "regioner"].contains(&&*name) {
            collect(sub, files);
        }
    }
}
