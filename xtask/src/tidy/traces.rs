//! What must not be left in a file: the addresses of package registries, paths
//! of somebody's machine, and tests that are switched off.

use super::Source;

/// Text that must not occur, written in parts so that this file may stay, and
/// what it is.
const BANNED: &[(&[&str], &str)] = &[
    (&["registry.", "npmjs.org"], "the address of a package registry"),
    (&["static.", "crates.io"], "the address of a package registry"),
    (&["index.", "crates.io"], "the address of a package registry"),
    (&["deb.", "debian.org"], "the address of a package registry"),
    (&["pypi.", "org"], "the address of a package registry"),
    (&["/ro", "ot/"], "a path of one machine"),
    (&["/ho", "me/"], "a path of one machine"),
    (&["/Us", "ers/"], "a path of one machine"),
    (&["#[ig", "nore"], "a test that is switched off"),
    (&["test.", "skip"], "a test that is switched off"),
    (&["test.", "only("], "a test that switches the others off"),
    (&["describe.", "only("], "a test that switches the others off"),
];

/// Every line with a trace.
pub(super) fn problems(sources: &[Source]) -> Vec<String> {
    let banned: Vec<(String, &str)> = BANNED.iter().map(|(parts, what)| (parts.concat(), *what)).collect();
    sources.iter().flat_map(|it| in_file(it, &banned)).collect()
}

fn in_file(source: &Source, banned: &[(String, &str)]) -> Vec<String> {
    let found = |line: &str| banned.iter().find(|(text, _)| line.contains(text)).map(|(_, what)| *what);
    let lines = source.text.lines().zip(1..);
    lines.filter_map(|(line, n)| Some(format!("{}:{n}: {}", source.path, found(line)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traces_are_found_with_their_line() {
        let text = format!("one\nsee {}nn/x\n", BANNED[6].0.concat());
        assert_eq!(problems(&[Source::new("a.md", &text)]), ["a.md:2: a path of one machine"]);
        assert!(problems(&[Source::new("a.md", "https://eksempel.example/\n")]).is_empty());
    }
}
