//! `nettungen build`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::bail;
use clap::Args;

use super::directory::wanted_kommune;
use super::project::ProjectArgs;
use super::terminal::Terminal;
use super::theme::ThemeArgs;
use crate::basis::Basis;
use crate::host;
use crate::model::{Audience, KommuneId, Mode, Site};
use crate::part::{Part, Shard};
use crate::pipeline::{self, Press};
use crate::render::Theme;
use crate::write::{self, File, Stage};

/// Lag nettstedet
///
/// Avslutter med 0 når nettstedet er laget, 1 når innholdet har feil (da blir ingenting skrevet), 2 når det ikke kunne lages.
///
/// Eksempler:
///   nettungen build --out dist
///   nettungen build --kommune fjordvik --standalone --base-url https://tilbud.fjordvik.example
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    project: ProjectArgs,

    #[command(flatten)]
    theme: ThemeArgs,

    #[command(flatten)]
    part: PartArgs,

    /// Mappen nettstedet legges i
    #[arg(long, value_name = "MAPPE", default_value = "dist")]
    out: PathBuf,

    /// Skriv også oppsett for nginx, Caddy og Apache i denne mappen
    #[arg(long, value_name = "MAPPE")]
    hosting: Option<PathBuf>,
}

/// Which part of the site is made.
#[derive(Debug, Args)]
struct PartArgs {
    /// Lag bare sidene til denne kommunen, og dem alle deler; kan gjentas
    #[arg(long, value_name = "KOMMUNE")]
    kommune: Vec<String>,

    /// Lag nettstedet til kommunen alene, med forsiden som første side
    #[arg(long, requires = "kommune")]
    standalone: bool,

    /// Lag bare en del av filene, for eksempel 1/4; mappene fra alle delene er til sammen hele nettstedet
    #[arg(long, value_name = "NR/ANTALL")]
    shard: Option<Shard>,
}

/// Runs the command.
pub(super) fn run(args: &BuildArgs, terminal: &mut Terminal) -> anyhow::Result<ExitCode> {
    use_small_pages();
    terminal.set_quiet(args.project.quiet);
    let sources = args.project.sources()?;
    let settings = args.project.settings(Audience::Public);
    let theme = args.theme.files()?;
    let basis = Basis::new(&sources, &settings, &theme, &format!("{:?}", args.part), &program());
    if args.hosting.is_none()
        && let Some(written) = Stage::current(&args.out, &basis.whole)
    {
        Stage::clear(&args.out)?;
        terminal.say(&format!("Ingenting er endret: {} filer i {}", written.files, args.out.display()));
        return Ok(ExitCode::SUCCESS);
    }
    let Some(mut site) = pipeline::site(&sources, &settings) else {
        let counted = args.project.refusal(&sources, &settings, terminal)?;
        terminal.say(&format!("Ingenting er skrevet: {counted}."));
        return Ok(ExitCode::from(1));
    };
    drop(sources);
    let part = args.part.choose(&mut site)?;
    let theme = Theme::new(theme)?;
    let bar = terminal.progress("sider");
    let tell = || bar.inc(1);
    let press = Press::of_part(&site, &theme, part).telling(&tell);
    bar.set_length(press.routes().len() as u64);
    let written = pipeline::build(&press, Stage::new(&args.out)?, &basis)?;
    bar.finish_and_clear();
    if let Some(folder) = &args.hosting {
        write::beside(folder, &hosting(&site))?;
    }
    let megabytes = written.bytes as f64 / 1e6;
    terminal.say(&format!("Skrev {} filer ({megabytes:.1} MB) til {}", written.files, args.out.display()));
    Ok(ExitCode::SUCCESS)
}

/// Takes memory from the system in pages of its usual size. In large ones (2 MB), what many threads have given
/// back in part is kept whole: a build would need a third more memory, and would be no faster.
fn use_small_pages() {
    // A system that has no other pages says no.
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

/// The site's headers and redirects in the words of each host.
fn hosting(site: &Site) -> [File; 3] {
    let (rules, moved) = (host::rules(site), host::moved(site));
    [
        ("nginx.conf", host::nginx(&rules, &moved)),
        ("Caddyfile", host::caddyfile(&rules, &moved)),
        ("apache.conf", host::apache(&rules, &moved)),
    ]
    .map(|(path, text)| File { path: path.to_owned(), bytes: text.into_bytes() })
}

impl PartArgs {
    /// The part that is meant; a kommune that stands alone is told to the site.
    fn choose(&self, site: &mut Site) -> anyhow::Result<Part> {
        let kommuner: Vec<KommuneId> =
            self.kommune.iter().map(|it| wanted_kommune(site, it)).collect::<Result<_, _>>()?;
        if self.standalone {
            let [kommune] = kommuner[..] else { bail!("--standalone lager nettstedet til én kommune om gangen") };
            site.settings.mode = Mode::Standalone(kommune);
            return Ok(Part { shard: self.shard, ..Part::default() });
        }
        Ok(Part { kommuner: kommuner.into_iter().collect(), shard: self.shard })
    }
}

/// What stands for this very program: it is another one after an update.
fn program() -> String {
    let meta = std::env::current_exe().and_then(std::fs::metadata);
    let stamp = meta.and_then(|it| Ok((it.len(), it.modified()?)));
    format!("{} {stamp:?}", env!("CARGO_PKG_VERSION"))
}
