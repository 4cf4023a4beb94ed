//! What building takes, as a section of `docs/benchmarks.md`.

use super::Row;
use super::machine::Machine;
use super::measure::Measured;
use super::servers::Waits;

/// The machine, and what was measured at one size.
pub(super) fn section(row: &Row, runs: usize, machine: &Machine) -> String {
    let (kommuner, tilbud) = (row.size.kommuner, row.size.tilbud);
    let how_often = if runs == 1 { "One run".to_owned() } else { format!("Median of {runs} runs") };
    let mut out = format!(
        "{machine}\n\n{how_often}, each into a fresh folder; seconds. Memory is the most that any run took.\n\n\
         | kommuner × tilbud | {kommuner} × {tilbud} |\n|---|---|\n"
    );
    for (name, cell) in LINES {
        out += &format!("| {name} | {} |\n", cell(row));
    }
    for (name, it) in &row.reports {
        out += &format!("| `report {name}`, all kommuner, JSON | {}, {:.0} MB |\n", over_check(row, *it), it.megabytes);
    }
    out
}

/// A measurement: its name, and what a size has to say of it.
type Line = (&'static str, fn(&Row) -> String);

/// What is measured, in the order shown.
const LINES: [Line; 16] = [
    ("output", |it| format!("{} files, {:.0} MB", it.files, it.megabytes)),
    ("**clean build**", |it| format!("**{:.2}**", it.clean.seconds)),
    ("peak memory", |it| format!("{:.0} MB", it.clean.megabytes)),
    ("`cp -r` of the output", |it| against(it, it.copy)),
    ("the same files written by a bare program", |it| against(it, it.bare)),
    ("Hugo: its pages, lists and taxonomies only", |it| peer(it, it.hugo)),
    ("Hugo and Pagefind", |it| peer(it, it.hugo_and_pagefind)),
    ("nothing changed", |it| share(it, it.unchanged)),
    ("one record changed", |it| share(it, it.one_changed)),
    ("`check`", |it| share(it, it.check)),
    ("`serve`, until it answers", |it| {
        format!("{:.2} = {:.2} × `check`", it.preview.start, it.preview.start / it.check.seconds)
    }),
    ("from a save to the new page", |it| format!("{:.0} ms", it.preview.page)),
    ("… and the new list", |it| format!("{:.0} ms", it.preview.list)),
    ("Hugo's server: to the new page", |it| waits(it.servers.hugo)),
    ("Zola's server: to the new page", |it| waits(it.servers.zola)),
    ("`serve` under load while files change", |it| it.preview.load.to_string()),
];

fn against(row: &Row, it: Measured) -> String {
    format!("{:.2} (ours {:.2} ×)", it.seconds, row.clean.seconds / it.seconds)
}

fn over_check(row: &Row, it: Measured) -> String {
    format!("{:.2} = {:.2} × `check`", it.seconds, it.seconds / row.check.seconds)
}

fn share(row: &Row, it: Measured) -> String {
    format!("{:.2} = {:.2} × clean", it.seconds, it.seconds / row.clean.seconds)
}

fn waits(it: Option<Waits>) -> String {
    it.map_or_else(|| "not run".to_owned(), |it| it.to_string())
}

fn peer(row: &Row, it: Option<Measured>) -> String {
    it.map_or_else(|| "not present".to_owned(), |it| format!("{}, {:.0} MB", against(row, it), it.megabytes))
}
