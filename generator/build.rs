//! Stops a build that lacks the search module and warns of an old one, and says
//! how to make it.

use std::fs;
use std::path::Path;

#[path = "../xtask/src/wasm/stamp.rs"]
mod stamp;

/// What `cargo xtask wasm` makes and `src` embeds.
const MODULES: [&str; 2] = ["nettungen_search_bg.wasm", "nettungen_search_parts_bg.wasm"];

fn main() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../search-wasm");
    let built = package.join("pkg");
    // The theme and the shipped content are embedded whole: a new file in them must be seen too.
    let embedded = ["../themes/nettungen", "../content"].map(|it| Path::new(env!("CARGO_MANIFEST_DIR")).join(it));
    for path in [package.join("src"), built.join(stamp::FILE)].iter().chain(&embedded) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    if MODULES.iter().any(|it| !built.join(it).exists()) {
        println!("cargo::error=the search module has not been built yet; run: cargo xtask wasm");
        return;
    }
    let built_from = fs::read_to_string(built.join(stamp::FILE)).ok();
    if stamp::of_package(&package).ok() != built_from {
        println!("cargo::warning=the search module is older than its sources; run: cargo xtask wasm");
    }
}
