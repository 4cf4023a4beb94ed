//! Netlify: `_headers` and `_redirects` among the site's files, and `netlify.toml` in the repository.

use super::{Moved, Paths, Rule};

/// The patterns that mean a rule's addresses. A `*` can only stand last.
fn patterns(paths: &Paths) -> Vec<String> {
    match paths {
        Paths::All => vec!["/*".to_owned()],
        Paths::Below(start) => vec![format!("{start}*")],
        Paths::Folder(name) => vec![format!("/{name}*"), format!("/:kommune/{name}*")],
        Paths::File(name) => vec![format!("/{name}"), format!("/:kommune/{name}")],
    }
}

/// The file `_headers`.
pub fn headers(rules: &[Rule]) -> String {
    let mut out = String::from("# Made by `nettungen build`.\n");
    for rule in rules {
        for pattern in patterns(&rule.paths) {
            out.push_str(&format!("{pattern}\n"));
            for (name, value) in &rule.headers {
                out.push_str(&format!("  {name}: {value}\n"));
            }
        }
    }
    out
}

/// The file `_redirects`.
pub fn redirects(moved: &[Moved]) -> String {
    let mut out = String::from("# Made by `nettungen build`.\n");
    for it in moved {
        out.push_str(&format!("{} {} 301\n", encoded(&it.from), it.to));
    }
    out
}

/// An address as it stands in a request.
fn encoded(address: &str) -> String {
    let byte = |it: u8| if it.is_ascii() { char::from(it).to_string() } else { format!("%{it:02X}") };
    address.bytes().map(byte).collect()
}

/// The file `netlify.toml`, which is checked in: how the site is built, and the headers of every site.
pub fn toml(rules: &[Rule]) -> String {
    let mut out = String::from(
        "# Made by `cargo xtask gen` from generator/src/host. What depends on the content (who may show the pages in\n\
         # a frame, old addresses) is in `_headers` and `_redirects` of the built site.\n\
         [build]\ncommand = \"cargo xtask site -- --base-url $URL\"\npublish = \"dist\"\n",
    );
    for rule in rules {
        for pattern in patterns(&rule.paths) {
            out.push_str(&format!("\n[[headers]]\nfor = \"{pattern}\"\n[headers.values]\n"));
            for (name, value) in &rule.headers {
                out.push_str(&format!("{name} = \"{value}\"\n"));
            }
        }
    }
    out
}
