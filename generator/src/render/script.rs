//! Scripts as they are sent: without comments, and the search in one file.
//!
//! In the theme the search is two modules, the page's and the engine that it imports;
//! one after the other over a slow network they would cost a round trip more.

use std::collections::BTreeMap;

const ENGINE_IMPORT: &str = "import { norwegianNow, openSearch } from \"./engine.js\";";
/// Where what the engine has for other people's pages begins and ends: the search page is sent without.
const FOR_OTHERS: (&str, &str) = ("    // For other pages:", "\n    },\n");

/// Prepares the scripts among a theme's static files.
pub(super) fn prepare(files: &mut BTreeMap<String, Vec<u8>>) {
    bundle(files);
    for (_, bytes) in files.iter_mut().filter(|(name, _)| name.ends_with(".js")) {
        if let Ok(script) = std::str::from_utf8(bytes) {
            *bytes = without_comments(script).into_bytes();
        }
    }
}

/// Puts the search scripts together. A theme without them is left as it is.
fn bundle(files: &mut BTreeMap<String, Vec<u8>>) {
    let text = |name: &str| files.get(name).and_then(|it| String::from_utf8(it.clone()).ok());
    let (Some(engine), Some(page)) = (text("sok/engine.js"), text("sok/sok.js")) else { return };
    let page = [&own(&engine).replace("\nexport ", "\n"), page.replace(ENGINE_IMPORT, "").as_str()].concat();
    files.insert("sok/sok.js".to_owned(), page.into_bytes());
}

/// What of the engine the search page needs.
fn own(engine: &str) -> String {
    let Some((before, rest)) = engine.split_once(FOR_OTHERS.0) else { return engine.to_owned() };
    rest.split_once(FOR_OTHERS.1).map_or_else(|| engine.to_owned(), |(_, after)| [before, after].concat())
}

/// The script without lines that only hold a comment, and without indentation.
fn without_comments(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines().map(str::trim) {
        let begins = line.starts_with("/*");
        if !inside && !begins && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        inside = (inside || begins) && !line.ends_with("*/");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundle_imports_nothing_and_names_the_module() {
        let theme = crate::render::Theme::embedded_files();
        let mut files: BTreeMap<String, Vec<u8>> = theme
            .into_iter()
            .filter_map(|it| Some((it.path.strip_prefix("static/")?.to_owned(), it.bytes.to_vec())))
            .collect();
        prepare(&mut files);
        for name in ["sok/engine.js", "sok/sok.js"] {
            let script = String::from_utf8(files[name].clone()).unwrap();
            assert!(!script.contains("import "), "{name}");
            for module in ["nettungen_search_bg.wasm", "nettungen_search_parts_bg.wasm"] {
                assert!(script.contains(&format!("\"./{module}\"")), "{name}");
            }
        }
        let script = String::from_utf8(files["sok/sok.js"].clone()).unwrap();
        assert!(!script.contains("export ") && !script.contains("suggest"));
        assert!(String::from_utf8(files["sok/engine.js"].clone()).unwrap().contains("async suggest("));
    }
}
