//! The subcommands. Each is a short list of steps; the steps are elsewhere.

use std::process::ExitCode;

use crate::project::Project;
use crate::setup::wasm_target::Way;
use crate::{site, wasm};

/// What can be asked for.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Set up, build everything and write the site to dist/
    Site(site::SiteArgs),
    /// Build the search module that the generator embeds
    Wasm {
        /// Get the wasm target in this way only
        #[arg(long, value_enum)]
        way: Option<Way>,
    },
}

impl Command {
    /// Does it. The exit code is 1 when the work was done and found faults.
    pub(crate) fn run(self, project: &Project) -> anyhow::Result<ExitCode> {
        match self {
            Command::Site(args) => site::run(project, &args),
            Command::Wasm { way } => {
                wasm::build(project, way)?;
                wasm::check_size(project)?;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}
