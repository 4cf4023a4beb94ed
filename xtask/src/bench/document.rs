//! `docs/benchmarks.md`: each size has a section of its own, so that one can be measured again alone.

use std::fs;

use crate::process::say;
use crate::project::{Project, write_if_changed};

/// Writes what was measured under `name` into the document, in the place of what was measured before.
pub(super) fn write(project: &Project, name: &str, text: &str) -> anyhow::Result<()> {
    let path = project.root().join("docs/benchmarks.md");
    let before = fs::read_to_string(&path).unwrap_or_default();
    write_if_changed(&path, replace(&before, name, text).as_bytes())?;
    say(text);
    Ok(())
}

/// The document with a section replaced; appended when it has none of that name.
fn replace(document: &str, name: &str, text: &str) -> String {
    let (begin, end) = (format!("<!-- begin: {name}, by cargo xtask bench -->"), format!("<!-- end: {name} -->"));
    let section = format!("{begin}\n{text}{end}");
    match (document.find(&begin), document.find(&end)) {
        (Some(from), Some(to)) if from < to => {
            format!("{}{section}{}", &document[..from], &document[to + end.len()..])
        }
        _ => format!("{document}\n{section}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::replace;

    #[test]
    fn only_the_section_of_that_name_is_replaced() {
        let first = replace(&replace("Before.\n", "1x300", "old\n"), "33x300", "other\n");
        let second = replace(&format!("{first}After.\n"), "1x300", "new\n");
        assert_eq!(second, format!("{}After.\n", first.replace("old", "new")));
        assert!(second.contains("Before.\n\n<!-- begin: 1x300, by cargo xtask bench -->\nnew\n<!-- end: 1x300 -->"));
    }
}
