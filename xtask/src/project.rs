//! Where things are in the repository, and the one place that writes files.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// The repository's folders, all absolute.
#[derive(Debug)]
pub(crate) struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The repository that this xtask was compiled in.
    pub(crate) fn of_this_crate() -> Project {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest.parent().unwrap_or(manifest).to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Project { root, target }
    }

    /// The workspace root.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's target folder.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The folder of the search module and its glue; the generator embeds both.
    pub(crate) fn wasm_package(&self) -> PathBuf {
        self.root.join("search-wasm/pkg")
    }

    /// The folder that a site is built into.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The folder of the site that the browser tests visit.
    pub(crate) fn tested_site(&self) -> PathBuf {
        self.target.join("tested-site")
    }

    /// The folder of the hosts' configurations that are written with that site.
    pub(crate) fn tested_hosting(&self) -> PathBuf {
        self.target.join("tested-hosting")
    }

    /// The folder of the browser tests, a Node package.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// The release binary of the generator.
    pub(crate) fn generator(&self) -> PathBuf {
        self.target.join("release/nettungen")
    }
}

/// Writes a file unless it already has these bytes, and says whether it wrote.
///
/// Leaving an equal file alone keeps its time stamp, so that Cargo does not
/// build the generator again for a module that did not change.
pub(crate) fn write_if_changed(path: &Path, bytes: &[u8]) -> anyhow::Result<bool> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    #[expect(clippy::disallowed_methods, reason = "xtask's one place that writes files")]
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(true)
}
