//! Every problem code has a paragraph in `docs/errors.md` and a test case.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;

const EXPLAINED_IN: &str = "docs/errors.md";

/// Codes without explanation or test, and explanations of codes that are gone.
pub(super) fn problems(sources: &[Source]) -> Vec<String> {
    let used = used(sources);
    let explained: BTreeSet<&str> =
        sources.iter().filter(|it| it.path == EXPLAINED_IN).flat_map(|it| headings(&it.text)).collect();
    let mut problems = Vec::new();
    for (code, path) in &used {
        if !explained.contains(code) {
            problems.push(format!("{path}: the code `{code}` has no paragraph in {EXPLAINED_IN}"));
        }
        if !is_tested(sources, code) {
            problems.push(format!("{path}: the code `{code}` has no test"));
        }
    }
    let gone = explained.iter().filter(|it| !used.contains_key(*it));
    problems.extend(gone.map(|it| format!("{EXPLAINED_IN}: nothing reports the code `{it}`")));
    problems
}

/// Each code that the generator reports, and a file that does.
fn used(sources: &[Source]) -> BTreeMap<&str, &str> {
    let product = sources.iter().filter(|it| it.path.starts_with("generator/src/") && !is_test(&it.path));
    product.flat_map(|it| reported(&it.text).into_iter().map(|code| (code, it.path.as_str()))).collect()
}

/// The codes in calls such as `sink.error("unknown-key", …)`.
fn reported(text: &str) -> Vec<&str> {
    let calls = [".error(", ".warning(", ".notice("];
    let after = calls.into_iter().flat_map(|call| text.split(call).skip(1));
    after.filter_map(|it| it.trim_start().strip_prefix('"')?.split('"').next()).filter(|it| is_code(it)).collect()
}

/// The codes in headings such as ``## `unknown-key` ``.
fn headings(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|it| it.trim_start_matches('#').trim().strip_prefix('`')?.split('`').next())
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

fn is_tested(sources: &[Source], code: &str) -> bool {
    let tests = sources.iter().filter(|it| it.path.starts_with("tests/") || is_test(&it.path));
    let folder = format!("/{code}/");
    let [shown, quoted] = [format!("[{code}]"), format!("\"{code}\"")];
    tests.into_iter().any(|it| it.path.contains(&folder) || it.text.contains(&shown) || it.text.contains(&quoted))
}

#[cfg(test)]
mod tests {
    use super::*;

    const USE: &str =
        "sink.error(\"unknown-key\", span, text);\nsink\n    .warning(\n        \"old-date\", span, text);\n";

    #[test]
    fn codes_are_found_in_calls() {
        assert_eq!(reported(USE), ["unknown-key", "old-date"]);
        assert!(reported("log.error(\"Not a code\")").is_empty());
    }

    #[test]
    fn a_code_needs_words_and_a_test() {
        let said = problems(&[Source::new("generator/src/check.rs", "sink.error(\"unknown-key\", 1)")]);
        assert_eq!(said.len(), 2, "{said:?}");
        let complete = [
            Source::new("generator/src/check.rs", "sink.error(\"unknown-key\", 1)"),
            Source::new("docs/errors.md", "# Codes\n\n## `unknown-key`\n\nWrite another.\n"),
            Source::new("tests/it/errors.rs", "error[unknown-key]: ukjent"),
        ];
        assert_eq!(problems(&complete), Vec::<String>::new());
    }

    #[test]
    fn words_about_nothing_are_found() {
        let said = problems(&[Source::new("docs/errors.md", "## `gone`\n")]);
        assert_eq!(said, ["docs/errors.md: nothing reports the code `gone`"]);
    }
}
