//! The word list of the language check, `klarspråk.yaml`.

use std::collections::{HashMap, HashSet};

use crate::diag::{Diagnostics, Spanned};
use crate::model::Lang;
use crate::read::raw::{RawKlarsprak, RawTungtOrd};
use crate::read::{Sources, yaml_record};

/// A heavy phrase: all its words, in lower case, and what to write instead.
pub(super) type Heavy = (Vec<Box<str>>, Box<str>);

/// What the check knows of one written standard.
#[derive(Default, PartialEq)]
pub(super) struct Standard {
    /// Heavy phrases by their first word.
    pub(super) heavy: HashMap<Box<str>, Vec<Heavy>>,
    /// Passive forms.
    pub(super) passive: HashSet<Box<str>>,
    /// Words that belong to the other standard alone.
    pub(super) foreign: HashSet<Box<str>>,
}

/// The whole list.
#[derive(Default, PartialEq)]
pub(in crate::check) struct WordList {
    nb: Standard,
    nn: Standard,
}

impl WordList {
    /// The part for `lang`; `None` for languages that are not checked.
    pub(super) fn standard(&self, lang: Lang) -> Option<&Standard> {
        match lang {
            Lang::Nb => Some(&self.nb),
            Lang::Nn => Some(&self.nn),
            Lang::Se | Lang::En => None,
        }
    }
}

/// Reads the list; an empty one when there is none or it has errors, which were reported.
pub(in crate::check) fn word_list(sources: &Sources, sink: &mut Diagnostics) -> WordList {
    let Some(file) = sources.find("klarspråk.yaml") else { return WordList::default() };
    let Some(raw) = yaml_record::<RawKlarsprak>(sources, file, Lang::Nb, sink) else { return WordList::default() };
    WordList {
        nb: standard(raw.tunge_nb, raw.passiv_nb, raw.bare_nn),
        nn: standard(raw.tunge_nn, raw.passiv_nn, raw.bare_nb),
    }
}

type Words = Option<Spanned<Vec<Box<str>>>>;

fn standard(heavy: Option<Spanned<Vec<Spanned<RawTungtOrd>>>>, passive: Words, foreign: Words) -> Standard {
    let mut list = Standard { heavy: HashMap::new(), passive: set(passive), foreign: set(foreign) };
    for it in heavy.into_iter().flat_map(|it| it.value) {
        let (Some(forms), Some(plain)) = (it.value.tungt, it.value.lett) else { continue };
        for form in forms.value {
            let words: Vec<Box<str>> = form.to_lowercase().split_whitespace().map(Into::into).collect();
            let Some(first) = words.first().cloned() else { continue };
            list.heavy.entry(first).or_default().push((words, plain.value.clone()));
        }
    }
    list
}

fn set(words: Words) -> HashSet<Box<str>> {
    words.into_iter().flat_map(|it| it.value).map(|it| it.to_lowercase().into()).collect()
}
