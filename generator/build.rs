//! Stops a build that lacks the search module, and says how to make it.

use std::path::Path;

/// What `cargo xtask wasm` makes and `src` embeds.
const MODULE: [&str; 3] = ["nettungen_search_bg.wasm", "nettungen_search.js", "nettungen_search.d.ts"];

fn main() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../search-wasm/pkg");
    let mut missing = false;
    for file in MODULE.map(|it| package.join(it)) {
        println!("cargo::rerun-if-changed={}", file.display());
        missing |= !file.exists();
    }
    if missing {
        println!("cargo::error=the search module has not been built yet; run: cargo xtask wasm");
    }
}
