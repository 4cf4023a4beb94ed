//! Functions stay short enough to be read at once.

use super::Source;

/// The most lines that a function may have, from `fn` to its closing brace.
const LIMIT: usize = 60;

/// Functions that are too long. Rust's own format makes them easy to measure:
/// the closing brace stands under the first letter. A comment `// One thing: …` above
/// the function says why it is long.
pub(super) fn problems(sources: &[Source]) -> Vec<String> {
    let rust = sources.iter().filter(|it| it.path.ends_with(".rs"));
    rust.flat_map(|it| long_functions(&it.path, &it.text)).collect()
}

fn long_functions(path: &str, text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut problems = Vec::new();
    for (start, line) in lines.iter().enumerate().filter(|(_, it)| begins_function(it)) {
        let end = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
        let length = lines[start..].iter().position(|it| *it == end).map_or(0, |it| it + 1);
        let excused = start > 0 && lines[start - 1].trim_start().starts_with("// One thing: ");
        if length > LIMIT && !excused {
            problems.push(format!("{path}:{}: a function of {length} lines; at most {LIMIT}", start + 1));
        }
    }
    problems
}

fn begins_function(line: &str) -> bool {
    let before_name = line.trim_start().split("fn ").next().unwrap_or_default();
    let modifiers = ["pub", "pub(crate)", "pub(super)", "const", "async", "unsafe"];
    line.contains("fn ")
        && line.ends_with(['{', '('])
        && before_name.split_whitespace().all(|it| modifiers.contains(&it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(lines: usize) -> String {
        format!("    pub(crate) fn long() {{\n{}    }}\n", "        work();\n".repeat(lines - 2))
    }

    #[test]
    fn the_limit_is_the_longest_that_may_be() {
        assert!(long_functions("a.rs", &function(LIMIT)).is_empty());
        let said = long_functions("a.rs", &format!("\n{}", function(LIMIT + 1)));
        assert_eq!(said, ["a.rs:2: a function of 61 lines; at most 60"]);
        assert!(long_functions("a.rs", &format!("// One thing: a list.\n{}", function(LIMIT + 1))).is_empty());
    }
}
