//! The search modules: compiled, made ready for the browser, and measured.

mod stamp;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::process::{self, say};
use crate::project::{Project, write_if_changed};
use crate::setup::machine::Machine;
use crate::setup::wasm_target::{self, TARGET, Way};
use anyhow::{Context as _, bail};

/// The most that each module may weigh, in bytes of brotli: what it weighs now
/// by either compiler, and a little room. It goes down with it; the goal for
/// module and script together is 20 KB, and `size.test.mjs` holds the two.
const LIMITS: [usize; 2] = [23_600, 26_000];

/// The name of the compiled module, by Cargo's rules.
const STEM: &str = "nettungen_search";
/// The files that the generator embeds, and Cargo's words for what each can do; `engine.js` calls them as they
/// are. Most kommuner need but the first.
const MODULES: [(&str, &[&str]); 2] =
    [("nettungen_search_bg.wasm", &["--no-default-features"]), ("nettungen_search_parts_bg.wasm", &[])];

/// Bytes as they are and as a good server sends them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Size {
    raw: usize,
    brotli: usize,
}

/// Builds the module into `search-wasm/pkg`, where the generator embeds it; `only` keeps to one way of getting the target.
pub(crate) fn build(project: &Project, only: Option<Way>) -> anyhow::Result<()> {
    let package = project.root().join("search-wasm");
    // Taken before the build: a file that is saved during it makes the module old.
    let stamp = stamp::of_package(&package).context("cannot read the sources of search-wasm")?;
    let machine = Machine::this(project.root());
    let way = wasm_target::ensure(&machine, only)?;
    for (name, features) in MODULES {
        let module = compile(project, &machine, way, features)?;
        write_if_changed(&project.wasm_package().join(name), &fs::read(&module)?)?;
    }
    write_if_changed(&project.wasm_package().join(stamp::FILE), stamp.as_bytes()).map(drop)
}

fn compile(project: &Project, machine: &Machine, way: Way, features: &[&str]) -> anyhow::Result<PathBuf> {
    let mut command = wasm_target::cargo_build(machine, project, way)?;
    // Only what is one kind of library is optimised as a whole.
    command.args(["-p", "nettungen-search", "--lib", "--crate-type", "cdylib", "--profile", "wasm"]).args(features);
    process::run(command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags(project)))?;
    Ok(wasm_target::target_folder(project, way).join(TARGET).join("wasm").join(format!("{STEM}.wasm")))
}

/// Passes of LLVM that write more instructions so that fewer are run, even
/// where code shall be small: without them the modules are 2 % smaller and no
/// slower (docs/index-format.md).
const SMALLER: &str = "-Cllvm-args=-disable-lsr -Cllvm-args=-enable-load-pre=false -Cllvm-args=-disable-licm-promotion";

/// Panic messages name source files: shortened, the module tells nothing of
/// the machine that built it and is the same bytes wherever that was.
fn flags(project: &Project) -> String {
    let home = std::env::var_os("HOME").map_or_else(|| PathBuf::from("/"), PathBuf::from);
    let cargo_home = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let places: String = [(cargo_home.as_path(), "/cargo"), (project.root(), "/nettungen")]
        .map(|(from, to)| format!("--remap-path-prefix={}={to} ", from.display()))
        .concat();
    // Numbers as short as they can be.
    places + "-Clink-arg=--compress-relocations " + SMALLER
}

/// Says what the modules weigh and fails when one is more than a page may cost.
pub(crate) fn check_size(project: &Project) -> anyhow::Result<()> {
    for ((name, _), limit) in MODULES.iter().zip(LIMITS) {
        let module = size(&project.wasm_package().join(name))?;
        say(&format!("{name}: {module}"));
        if module.brotli > limit {
            bail!("{name} weighs {} bytes in brotli; the limit is {limit}", module.brotli);
        }
    }
    Ok(())
}

fn size(file: &Path) -> anyhow::Result<Size> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 4096, 11, 22).write_all(&bytes)?;
    Ok(Size { raw: bytes.len(), brotli: packed.len() })
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kib = |bytes: usize| bytes as f64 / 1024.0;
        write!(f, "{:.1} KiB ({:.1} KiB brotli)", kib(self.raw), kib(self.brotli))
    }
}
