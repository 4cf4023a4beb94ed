//! What the measurements were made on, and with.

use std::fmt;
use std::fs;
use std::process::Command;

use crate::process::output;
use crate::project::Project;

/// A machine and the versions of the programs that are compared.
#[derive(Debug)]
pub(super) struct Machine {
    day: String,
    processor: String,
    cores: usize,
    gigabytes: f64,
    programs: Vec<String>,
}

impl Machine {
    /// This machine, today.
    pub(super) fn this(project: &Project) -> Machine {
        let line = |file: &str, key: &str| {
            let text = fs::read_to_string(file).unwrap_or_default();
            let found =
                text.lines().find_map(|it| it.strip_prefix(key)?.split_once(':').map(|it| it.1.trim().to_owned()));
            found.unwrap_or_default()
        };
        let kilobytes = line("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse().unwrap_or(0.0);
        let said = |command: &mut Command| output(command).map(|it| it.lines().last().unwrap_or_default().to_owned());
        let ours = said(Command::new("git").arg("-C").arg(project.root()).args(["rev-parse", "--short", "HEAD"]));
        let hugo = said(Command::new("hugo").arg("version"));
        let hugo = hugo.map(|it| it.split(' ').take(2).collect::<Vec<_>>().join(" "));
        let programs = [
            ours.map(|it| format!("nettungen {} ({it})", env!("CARGO_PKG_VERSION"))),
            said(Command::new("rustc").arg("--version")),
            hugo,
            said(Command::new("pagefind").arg("--version")),
            said(Command::new("zola").arg("--version")),
        ];
        Machine {
            day: said(Command::new("date").arg("+%F")).unwrap_or_default(),
            processor: line("/proc/cpuinfo", "model name"),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            gigabytes: kilobytes / 1e6,
            programs: programs.into_iter().flatten().collect(),
        }
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Machine { day, processor, cores, gigabytes, .. } = self;
        write!(f, "Measured {day} on {cores} cores of {processor}, {gigabytes:.0} GB; {}.", self.programs.join(", "))
    }
}
