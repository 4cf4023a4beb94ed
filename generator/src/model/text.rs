//! Text in the languages of the content, and honest fallbacks between them.

/// A language of the content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Bokmål.
    Nb,
    /// Nynorsk.
    Nn,
    /// Northern Sámi.
    Se,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order of preference when nothing else decides.
    pub const ALL: [Lang; 4] = [Lang::Nb, Lang::Nn, Lang::Se, Lang::En];

    /// The BCP 47 tag, which is also the key in content files.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::Nn => "nn",
            Lang::Se => "se",
            Lang::En => "en",
        }
    }

    /// The language with this tag.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|it| it.tag() == tag)
    }

    /// The languages to try for a reader of `self`, best first: the two Norwegians before the others.
    pub fn fallbacks(self) -> [Lang; 4] {
        match self {
            Lang::Nb => [Lang::Nb, Lang::Nn, Lang::En, Lang::Se],
            Lang::Nn => [Lang::Nn, Lang::Nb, Lang::En, Lang::Se],
            Lang::Se => [Lang::Se, Lang::Nb, Lang::Nn, Lang::En],
            Lang::En => [Lang::En, Lang::Nb, Lang::Nn, Lang::Se],
        }
    }
}

/// One text in one or more languages; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tekst(
    // Invariant: at least one entry, each language at most once, sorted by language.
    Vec<(Lang, Box<str>)>,
);

impl Tekst {
    /// A text in one language.
    pub fn one(lang: Lang, text: impl Into<Box<str>>) -> Tekst {
        Tekst(vec![(lang, text.into())])
    }

    /// A text in the languages given; `None` when there are none. Of two entries for a language the first counts.
    pub fn from_entries(entries: impl IntoIterator<Item = (Lang, String)>) -> Option<Tekst> {
        let mut list: Vec<(Lang, Box<str>)> = entries.into_iter().map(|(lang, text)| (lang, text.into())).collect();
        list.sort_by_key(|(lang, _)| *lang);
        list.dedup_by_key(|(lang, _)| *lang);
        (!list.is_empty()).then_some(Tekst(list))
    }

    /// The best text for a reader of `lang`, and the language it is in.
    pub fn get(&self, lang: Lang) -> (Lang, &str) {
        let (found, text) = lang
            .fallbacks()
            .into_iter()
            .find_map(|wanted| self.0.iter().find(|(it, _)| *it == wanted))
            .unwrap_or(&self.0[0]);
        (*found, text)
    }

    /// The best text for a reader of `lang`, whatever language it is in.
    pub fn best(&self, lang: Lang) -> &str {
        self.get(lang).1
    }

    /// The text in exactly `lang`.
    pub fn exact(&self, lang: Lang) -> Option<&str> {
        self.0.iter().find(|(it, _)| *it == lang).map(|(_, text)| &**text)
    }

    /// All languages and texts, sorted by language.
    pub fn entries(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, &**text))
    }
}
