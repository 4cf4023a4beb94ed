//! Which column of a foreign sheet is which field.

use std::collections::BTreeMap;

use super::columns::{Column, columns};
use crate::diag::{Diagnostics, Span, Text, closest};
use crate::model::{Lang, Slug};
use crate::read::raw::RawKolonner;
use crate::read::{Sources, yaml_record};

/// How to read a sheet that is not our form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    /// Name of the sheet.
    pub ark: Option<String>,
    /// The row of the headings, counted from 1.
    pub overskriftsrad: Option<u32>,
    /// The column of [`columns`] for a heading, folded.
    pub kolonner: BTreeMap<String, usize>,
    /// Values for all rows, by place in [`columns`].
    pub faste: Vec<(usize, String)>,
    /// Words of ours for the words of a column, both folded, by place in [`columns`].
    pub verdier: BTreeMap<(usize, String), String>,
}

/// A heading or word without what people leave out: case, accents, spaces and marks.
pub(super) fn fold(text: &str) -> String {
    Slug::suggest(text).map(|it| it.as_str().replace('-', "")).unwrap_or_default()
}

/// The column called `name`, by heading or key.
pub(super) fn find_column(name: &str) -> Option<usize> {
    let folded = fold(name);
    let called = |it: &Column| fold(it.label) == folded || (!it.path.is_empty() && fold(it.path) == folded);
    columns().iter().position(called).or_else(|| {
        let last =
            |it: &Column| it.path.rsplit('.').next().is_some_and(|key| fold(key) == folded && !folded.is_empty());
        columns().iter().position(last)
    })
}

/// The name of a column nearest to `name`.
pub(super) fn nearest_column(name: &str) -> Option<&'static str> {
    closest(name, columns().iter().map(|it| it.label))
}

/// Reads the mapping in the only file of `sources`.
pub fn mapping(sources: &Sources, sink: &mut Diagnostics) -> Option<Mapping> {
    let (file, _) = sources.iter().next()?;
    let raw: RawKolonner = yaml_record(sources, file, Lang::Nb, sink)?;
    let mut column = |name: &str, span: Span| {
        let found = find_column(name);
        if found.is_none() {
            let text = Text::new(format!("ukjent felt `{name}`"), format!("unknown field `{name}`"));
            sink.error("ukjent-nokkel", span, text).suggest(nearest_column(name));
        }
        found
    };
    let mut mapping = Mapping { ark: raw.ark.map(|it| it.value.into()), ..Mapping::default() };
    mapping.overskriftsrad = raw.overskriftsrad.map(|it| it.value);
    for (heading, field) in raw.kolonner.map(|it| it.value.0).unwrap_or_default() {
        if let Some(at) = column(&field.value, field.span) {
            mapping.kolonner.insert(fold(&heading.value), at);
        }
    }
    for (field, value) in raw.faste.map(|it| it.value.0).unwrap_or_default() {
        mapping.faste.extend(column(&field.value, field.span).map(|at| (at, value)));
    }
    for (field, words) in raw.verdier.map(|it| it.value.0).unwrap_or_default() {
        let Some(at) = column(&field.value, field.span) else { continue };
        mapping.verdier.extend(words.0.into_iter().map(|(theirs, ours)| ((at, fold(&theirs.value)), ours)));
    }
    (!sink.has_errors()).then_some(mapping)
}
