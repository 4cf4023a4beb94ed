//! Problems as the preview shows them: the places found, the words chosen.

use crate::diag::{Diagnostic, Diagnostics, Files as _, Language, Severity, place, word};
use crate::read::Sources;

/// Most problems that are shown at once. An editor mends one at a time.
const MOST: usize = 200;
/// Most characters of a line that are shown.
const SNIPPET: usize = 160;

/// How much is wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// What stops the site from being published.
    pub errors: usize,
    /// What somebody should look at.
    pub warnings: usize,
    /// What is still to be filled in.
    pub notices: usize,
}

impl Tally {
    /// Counts `problems`.
    pub(super) fn of(problems: &Diagnostics) -> Tally {
        Tally {
            errors: problems.count(Severity::Error),
            warnings: problems.count(Severity::Warning),
            notices: problems.count(Severity::Notice),
        }
    }

    /// The counts in words, such as «2 feil, 1 advarsel»; what there is none of is left out.
    pub fn words(self) -> String {
        let counted = |n: usize, one: &str, many: &str| match n {
            0 => None,
            1 => Some(format!("1 {one}")),
            n => Some(format!("{n} {many}")),
        };
        let list = [
            counted(self.errors, "feil", "feil"),
            counted(self.warnings, "advarsel", "advarsler"),
            counted(self.notices, "ting som gjenstår", "ting som gjenstår"),
        ];
        let list: Vec<String> = list.into_iter().flatten().collect();
        if list.is_empty() { "ingen feil".to_owned() } else { list.join(", ") }
    }
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    pub(super) severity: Severity,
    /// The word for its severity.
    pub(super) word: &'static str,
    pub(super) code: &'static str,
    /// The file as the user named the folder.
    pub(super) shown: String,
    /// The file within the content folder.
    pub(super) path: String,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// Other places that explain it.
    pub(super) notes: Vec<String>,
    /// The line before, in and after what is wrong.
    pub(super) snippet: [String; 3],
}

impl Problem {
    /// The problems of each severity, the worst first, but not more than anybody reads.
    pub(super) fn worst(problems: &Diagnostics, sources: &Sources, language: Language) -> Vec<Problem> {
        let severities = [Severity::Error, Severity::Warning, Severity::Notice];
        let most = |severity| problems.of(severity).take(MOST);
        severities.into_iter().flat_map(most).map(|it| Problem::new(it, sources, language)).collect()
    }

    /// What is said when the check itself stops.
    pub(super) fn ours() -> Problem {
        Problem {
            severity: Severity::Error,
            word: "feil",
            code: "nettungen",
            shown: String::new(),
            path: String::new(),
            line: 1,
            column: 1,
            message: "programmet stoppet mens innholdet ble kontrollert; det er en feil i Nettungen".to_owned(),
            help: Some("angre det du sist lagret, og meld fra om feilen".to_owned()),
            notes: Vec::new(),
            snippet: Default::default(),
        }
    }

    fn new(it: &Diagnostic, sources: &Sources, language: Language) -> Problem {
        let at = place(it.span, sources.text(it.span.file));
        let note = |it: &crate::diag::Note| {
            let place = it.span.map(|span| {
                let line = place(span, sources.text(span.file)).line;
                format!(" ({}:{line})", sources.name(span.file))
            });
            format!("{}{}", it.text.get(language), place.unwrap_or_default())
        };
        Problem {
            severity: it.severity,
            word: word(it.severity, language),
            code: it.code,
            shown: sources.name(it.span.file).to_owned(),
            path: sources.path_or_empty(it.span.file).to_owned(),
            line: at.line,
            column: at.column,
            message: it.message.get(language).to_owned(),
            help: it.help.as_ref().map(|it| it.get(language).to_owned()),
            notes: it.notes.iter().map(note).collect(),
            snippet: snippet(at.text, at.column, at.width),
        }
    }
}

/// The part of `line` around `width` characters at `column`.
fn snippet(line: &str, column: usize, width: usize) -> [String; 3] {
    let letters: Vec<char> = line.chars().collect();
    let start = (column - 1).min(letters.len());
    let end = (start + width).min(letters.len());
    let from = start.saturating_sub(SNIPPET / 2);
    let to = letters.len().min(from + SNIPPET).max(end.min(start + SNIPPET));
    let end = end.min(to);
    [letters[from..start].iter().collect(), letters[start..end].iter().collect(), letters[end..to].iter().collect()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_snippet_marks_what_is_wrong() {
        assert_eq!(snippet("status: utkst", 9, 5), ["status: ", "utkst", ""]);
        assert_eq!(snippet("", 1, 1), ["", "", ""]);
        let long = "å".repeat(1000);
        let [before, wrong, after] = snippet(&long, 500, 3);
        assert_eq!((before.chars().count(), wrong.chars().count()), (80, 3));
        assert!(after.chars().count() <= 80);
    }

    #[test]
    fn nothing_wrong_is_said_too() {
        assert_eq!(Tally::default().words(), "ingen feil");
        assert_eq!(Tally { errors: 2, warnings: 1, notices: 0 }.words(), "2 feil, 1 advarsel");
    }
}
