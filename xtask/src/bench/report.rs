//! The measurements as a table in `docs/benchmarks.md`.

use std::fmt::Write as _;

use super::Row;
use super::measure::Measured;

const BEGIN: &str = "<!-- begin: written by cargo xtask bench -->";
const END: &str = "<!-- end -->";

/// The table.
pub(super) fn table(rows: &[Row], runs: usize) -> String {
    let mut out = format!(
        "Median of {runs} runs each into a fresh folder; seconds, and in brackets multiples of `cp -r` of the output.\n\n"
    );
    out += "| kommuner × tilbud | files, MB | clean build | peak MB | nothing changed | one record changed | check | cp -r | bare write | Hugo | serve: start | save → page | → and list |\n";
    out += "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    for row in rows {
        let against = |it: Measured| format!("{:.2} ({:.2} ×)", it.seconds, it.seconds / row.copy.seconds);
        let hugo = row.hugo.map_or_else(
            || "not present".to_owned(),
            |it| format!("{:.2} (ours {:.2} ×), {:.0} MB", it.seconds, row.clean.seconds / it.seconds, it.megabytes),
        );
        let _ = writeln!(
            out,
            "| {} × {} | {}, {:.1} | {} | {:.0} | {} = {:.2} × clean | {} = {:.2} × clean | {:.2} | {:.2} | {} | {hugo} | {:.2} = {:.2} × check | {:.0} ms | {:.0} ms |",
            row.size.kommuner,
            row.size.tilbud,
            row.files,
            row.megabytes,
            against(row.clean),
            row.clean.megabytes,
            against(row.unchanged),
            row.unchanged.seconds / row.clean.seconds,
            against(row.one_changed),
            row.one_changed.seconds / row.clean.seconds,
            row.check.seconds,
            row.copy.seconds,
            against(row.bare),
            row.preview.start,
            row.preview.start / row.check.seconds,
            row.preview.page,
            row.preview.list,
        );
    }
    out
}

/// The document with its table replaced; appended when it has none.
pub(super) fn replace(document: &str, table: &str) -> String {
    let table = format!("{BEGIN}\n{table}{END}");
    match (document.find(BEGIN), document.find(END)) {
        (Some(begin), Some(end)) if begin < end => {
            format!("{}{table}{}", &document[..begin], &document[end + END.len()..])
        }
        _ => format!("{document}\n{table}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_table_is_replaced() {
        let first = replace("Before.\n", "old\n");
        assert_eq!(replace(&format!("{first}After.\n"), "new\n"), format!("Before.\n\n{BEGIN}\nnew\n{END}\nAfter.\n"));
    }
}
