//! Properties that hold for any input: fuzzed, and tried on every `cargo test`.

use std::collections::BTreeMap;

use crate::diag::{Diagnostics, FileId, Format, Language, render};
use crate::draft::yaml::{Value, block};
use crate::model::Lang;
use crate::read::field::clean;
use crate::read::markdown::{LinkTarget, html, links, plain};
use crate::read::raw::RawTilbud;
use crate::read::{SourceFile, Sources, document};
use crate::sheet::{Existing, Grid, Lists, Mapping, Outcome, SheetError, import, read_csv, read_xlsx, record};

/// Any text is read as the file of a tilbud, or refused with problems that point into it.
pub fn front_matter_is_total(text: &str) {
    let sources = Sources::new("", [SourceFile::text("kommuner/testvik/tilbud/prove.md", text)]);
    let mut problems = Diagnostics::default();
    let read = document::<RawTilbud>(&sources, FileId(0), Lang::Nb, &mut problems);
    assert!(read.is_some() || problems.has_errors(), "refused without a word: {text:?}");
    for it in problems.iter() {
        let (start, end) = (it.span.start as usize, it.span.end as usize);
        assert!(text.get(start..end).is_some(), "{start}..{end} is no part of {text:?}: {it:?}");
    }
    for format in [Format::Human, Format::Short, Format::Json, Format::Github] {
        render(&problems, &sources, format, Language::Nb);
    }
    for body in read.iter().flat_map(|it| &it.body) {
        let (start, end) = (body.span.start as usize, body.span.end as usize);
        assert_eq!(text.get(start..end), Some(&*body.markdown), "the text is not where it is said to be");
    }
}

/// Elements that a text may become, and the attributes that each may have.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class"]),
    ("del", &[]),
    ("em", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("hr", &[]),
    ("input", &["disabled", "type", "checked"]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &[]),
    ("strong", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &[]),
    ("th", &[]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// Any text as Markdown becomes elements of prose and nothing else, and its links are where they are said to be.
pub fn markdown_is_inert(text: &str) {
    let resolve = |written: &str| match LinkTarget::parse(written) {
        LinkTarget::External(url) | LinkTarget::Internal(url) | LinkTarget::Fragment(url) => Some(url.to_owned()),
        _ => None,
    };
    let html = html(text, &resolve);
    for tag in html.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else { panic!("a tag is open: {html:?}") };
        check_tag(tag.trim_start_matches('/'), &html);
    }
    plain(text);
    for (_, range) in links(text) {
        assert!(text.get(range.clone()).is_some(), "{range:?} is no part of {text:?}");
    }
}

fn check_tag(tag: &str, html: &str) {
    let name = tag.split([' ', '/']).next().unwrap_or_default();
    let known = ELEMENTS.iter().find(|(it, _)| *it == name);
    let Some((_, allowed)) = known else { panic!("<{tag}> in {html:?}") };
    // Values stand in quotes and hold none, so every other part is a name.
    for attribute in tag[name.len()..].split('"').step_by(2).flat_map(str::split_whitespace) {
        let attribute = attribute.trim_end_matches(['=', '/']);
        assert!(attribute.is_empty() || allowed.contains(&attribute), "<{tag}> in {html:?}");
    }
    let href = tag.split("href=\"").nth(1).filter(|_| name == "a");
    if let Some(url) = href.and_then(|it| it.split('"').next()) {
        let lower = url.to_ascii_lowercase();
        let schemes = ["https://", "http://", "tel:", "sms:", "mailto:", "/", "#"];
        assert!(schemes.iter().any(|it| lower.starts_with(it)) && !lower.starts_with("//"), "{url} in {html:?}");
    }
}

/// Any bytes are read as a sheet or refused; what is read becomes files that can be read, and a second import
/// of the same sheet finds nothing new.
pub fn sheets_are_total(bytes: &[u8]) {
    for grids in read_xlsx(bytes, None).into_iter().chain(read_csv(bytes).map(|it| vec![it])) {
        second_import_is_idle(&grids);
    }
}

fn second_import_is_idle(grids: &[Grid]) {
    let take = |existing: &BTreeMap<String, Existing>| {
        let sheets = import(grids, &Mapping::default(), &Lists::default(), "kommuner/testvik", existing)?;
        Ok::<Vec<_>, SheetError>(sheets.into_iter().flat_map(|(rows, _)| rows).collect())
    };
    let Ok(rows) = take(&BTreeMap::new()) else { return };
    let mut existing = BTreeMap::new();
    for row in rows.iter().filter(|it| it.outcome == Outcome::New) {
        let Some((head, body)) = record(&row.text) else { panic!("no record: {:?}", row.text) };
        let stem = row.path.rsplit('/').next().and_then(|it| it.strip_suffix(".md")).unwrap_or_default();
        let first = existing.insert(stem.to_owned(), Existing { head, body });
        assert!(first.is_none(), "two rows become {stem}");
    }
    let Ok(again) = take(&existing) else { panic!("the second import is refused") };
    let new = again.iter().find(|it| it.outcome == Outcome::New);
    assert!(new.is_none(), "{new:?} is new once more");
}

/// Any texts that a form saves are read back as they were, as what they were.
pub fn saving_keeps_texts(texts: &[&str]) {
    let value = |text: &str| Value::text(clean(text));
    let entry = |(at, text): (usize, &&str)| {
        let inner = Value::map([("nb", value(text)), ("nn", value(text))]);
        (format!("k{at}"), Value::List(vec![value(text), inner, value(text)]))
    };
    let head: Vec<(String, Value)> = texts.iter().enumerate().map(entry).collect();
    if head.is_empty() {
        return;
    }
    let file = format!("---\n{}---\n", block(&head));
    let Some((back, body)) = record(&file) else { panic!("no record: {file:?}") };
    assert_eq!(back, Value::Map(head), "{file:?}");
    assert_eq!(body, "");
}
