//! Values flow forward through the generator's stages, so no stage may import a
//! later one.

use std::collections::BTreeSet;

use super::Source;

const SOURCE: &str = "generator/src/";

/// Each module of the generator and the modules it may import.
const EDGES: &[(&str, &[&str])] = &[
    ("diag", &[]),
    ("model", &["diag"]),
    ("read", &["diag", "model"]),
    ("check", &["diag", "model", "read"]),
    ("index", &["diag", "model", "read"]),
    ("data", &["diag", "model", "read"]),
    ("host", &["model"]),
    ("report", &["diag", "model", "read"]),
    ("draft", &["diag", "model"]),
    ("sheet", &["diag", "draft", "model", "read"]),
    ("render", &["diag", "model", "read", "index", "data", "host", "report"]),
    ("basis", &["diag", "model", "read", "render", "report"]),
    ("part", &["model"]),
    ("write", &[]),
    ("schema", &["model", "read", "report"]),
    ("testing", &["diag", "draft", "model", "read", "sheet"]),
    ("pipeline", &["basis", "diag", "model", "read", "check", "index", "part", "report", "render", "write"]),
    ("serve", &["diag", "host", "model", "read", "report", "render", "write", "pipeline"]),
    (
        "cli",
        &[
            "basis", "diag", "draft", "schema", "model", "part", "read", "check", "host", "index", "report", "render",
            "write", "pipeline", "serve", "sheet",
        ],
    ),
];

/// Imports that are not in the table.
pub(super) fn problems(sources: &[Source]) -> Vec<String> {
    let mut problems = Vec::new();
    for source in sources.iter().filter(|it| it.path.ends_with(".rs") && !is_test(&it.path)) {
        let Some(module) = module(&source.path) else { continue };
        let Some((_, allowed)) = EDGES.iter().find(|(name, _)| *name == module) else {
            problems.push(format!("{}: module `{module}` is not in the table of imports (xtask tidy)", source.path));
            continue;
        };
        for import in imports(&source.text) {
            if import != module && !allowed.contains(&import.as_str()) {
                problems.push(format!("{}: `{module}` may not import `{import}`", source.path));
            }
        }
    }
    problems
}

/// The generator's module that a file belongs to; `None` for the crate's roots
/// and for files of other packages.
fn module(path: &str) -> Option<&str> {
    let name = path.strip_prefix(SOURCE)?.split('/').next()?.trim_end_matches(".rs");
    (!matches!(name, "lib" | "main")).then_some(name)
}

/// Tests stand outside the pipeline and may use all of it.
fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The crate's modules that a file names after `crate::`, but for comments.
fn imports(text: &str) -> BTreeSet<String> {
    let code: Vec<&str> = text.lines().filter(|it| !it.trim_start().starts_with("//")).collect();
    let mut found = BTreeSet::new();
    for after in code.join("\n").split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(group) => found.extend(items(group).map(|it| word(it).to_owned())),
            None => drop(found.insert(word(after).to_owned())),
        }
    }
    found
}

/// The items of `use crate::{…}`, given what follows its first brace: what
/// stands between commas that are in no inner braces.
fn items(group: &str) -> impl Iterator<Item = &str> {
    let mut depth = 1_usize;
    let end = group.find(|c: char| {
        depth = if c == '{' { depth + 1 } else { depth - usize::from(c == '}') };
        depth == 0
    });
    let mut depth = 0_usize;
    let between = move |c: char| {
        depth = if c == '{' { depth + 1 } else { depth - usize::from(c == '}') };
        c == ',' && depth == 0
    };
    group[..end.unwrap_or(group.len())].split(between).map(str::trim).filter(|it| !it.is_empty())
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &str, text: &str) -> Vec<String> {
        problems(&[Source::new(path, text)])
    }

    #[test]
    fn a_stage_may_not_import_a_later_one() {
        let said = said("generator/src/read/walk.rs", "use crate::diag::Span;\nuse crate::check::resolve;\n");
        assert_eq!(said, ["generator/src/read/walk.rs: `read` may not import `check`"]);
    }

    #[test]
    fn groups_paths_and_lines_are_seen() {
        let text = "use crate::{\n    diag::{Span, check},\n    report,\n};\nfn f() { crate::render::page() }\n";
        assert_eq!(imports(text).into_iter().collect::<Vec<_>>(), ["diag", "render", "report"]);
    }

    #[test]
    fn comments_and_tests_are_free() {
        assert!(said("generator/src/model/site.rs", "// as crate::render does\n").is_empty());
        assert!(said("generator/src/model/tests.rs", "use crate::render;\n").is_empty());
        assert!(said("search-wasm/src/lib.rs", "use crate::render;\n").is_empty());
    }

    #[test]
    fn a_new_module_must_be_given_its_place() {
        assert!(said("generator/src/helpers.rs", "")[0].contains("`helpers` is not in the table"));
    }
}
