//! The facets of search, with the vocabulary's names and people's words.

use nettungen_search::format::{FacetDefinition, Settings, SynonymGroup, Use, ValueDefinition};

use crate::model::{Lang, Liste, Scope, Site};

/// Owners' groups in the order of their numbers: slug, bokmål, nynorsk.
pub(super) const OWNERS: [(&str, &str, &str); 8] = [
    ("kommunen", "Kommunen", "Kommunen"),
    ("nabo", "Nabokommuner", "Nabokommunar"),
    ("fylke", "Fylket", "Fylket"),
    ("region", "Regionen", "Regionen"),
    ("nasjonalt", "Hele landet", "Heile landet"),
    ("frivillig", "Frivillige", "Frivillige"),
    ("privat", "Private", "Private"),
    ("eksempel", "Oppdiktet", "Oppdikta"),
];

/// Languages that tilbud are given in: tag, name, other words.
pub(super) const LANGUAGES: [(&str, &str, &str); 22] = [
    ("nb", "Norsk", ""),
    ("nn", "Nynorsk", ""),
    ("se", "Nordsamisk", "davvisámegiella;samisk språk;på samisk"),
    ("sma", "Sørsamisk", "åarjelsaemien;sørsamisk"),
    ("smj", "Lulesamisk", "julevsámegiella;lulesamisk"),
    ("fkv", "Kvensk", "kvensk"),
    ("en", "Engelsk", "engelsk;english;in english"),
    ("tegnspråk", "Tegnspråk", "tegnspråk;teiknspråk;døv"),
    ("ar", "Arabisk", "arabisk;العربية"),
    ("uk", "Ukrainsk", "ukrainsk;українською"),
    ("so", "Somali", "somali;somalisk;soomaali"),
    ("pl", "Polsk", "polsk;polski"),
    ("ti", "Tigrinja", "tigrinja;tigrinya"),
    ("fa", "Persisk", "persisk;farsi"),
    ("prs", "Dari", "dari"),
    ("ps", "Pashto", "pashto"),
    ("ku", "Kurdisk", "kurdisk;sorani;kurmandji"),
    ("ru", "Russisk", "russisk"),
    ("lt", "Litauisk", "litauisk"),
    ("es", "Spansk", "spansk"),
    ("th", "Thai", "thai"),
    ("tr", "Tyrkisk", "tyrkisk"),
];

/// The facets and synonyms of a place's index.
pub(super) fn of_scope(site: &Site, scope: Scope) -> Settings {
    let lang = site.lang(scope);
    let mut facets = Vec::new();
    let terms = [
        ("tema", "Tema", "Tema", Use::Rank, Liste::Tema),
        ("malgruppe", "Hvem det er for", "Kven det er for", Use::Audience, Liste::Malgrupper),
        ("risikogruppe", "Situasjon", "Situasjon", Use::Rank, Liste::Risikogrupper),
        ("diagnose", "Psykisk helse og diagnose", "Psykisk helse og diagnose", Use::Rank, Liste::Diagnosegrupper),
        ("tilbudstype", "Type tilbud", "Type tilbod", Use::Rank, Liste::Tilbudstype),
        ("inngang", "Slik får du det", "Slik får du det", Use::Filter, Liste::Inngang),
        ("niva", "Nivå", "Nivå", Use::Choose, Liste::Pyramideniva),
    ];
    for (slug, nb, nn, usage, list) in terms {
        let values = site.vokabular.list(list).iter().map(|term| {
            let name = term.navn.best(lang);
            let mut words: Vec<String> = term.synonymer.iter().map(|it| it.to_string()).collect();
            // Records in one language are found with the words of the other.
            words.extend(
                term.navn.entries().map(|(_, it)| it.to_owned()).filter(|it| usage != Use::Filter && it != name),
            );
            value(term.slug.as_str(), name, words)
        });
        facets.push(facet(slug, if lang == Lang::Nn { nn } else { nb }, usage, values.collect()));
    }
    facets.extend(own(site, scope, lang));
    Settings { facets, synonyms: synonyms(site), parts: parts(site) }
}

/// The facets that are no vocabularies.
fn own(site: &Site, scope: Scope, lang: Lang) -> Vec<FacetDefinition> {
    let nn = lang == Lang::Nn;
    let districts = match scope {
        Scope::Kommune(id) => site.kommune(id).bydeler.as_slice(),
        _ => &[],
    };
    let districts = districts.iter().map(|(slug, name)| value(slug.as_str(), name, vec![name.to_string()]));
    let languages = LANGUAGES.iter().map(|(tag, name, words)| value(tag, name, split(words)));
    let owner = |it: &(&str, &'static str, &'static str)| match (scope, it.0) {
        (Scope::Portal, "nabo") => "Lokalt",
        _ if nn => it.2,
        _ => it.1,
    };
    // Only on the portal does what is made up stand among what is real.
    let owners = OWNERS
        .iter()
        .filter(|it| scope == Scope::Portal || it.0 != "eksempel")
        .map(|it| value(it.0, owner(it), Vec::new()));
    let free = value("ja", "Gratis", split("gratis;koster ingenting;kostar ingenting;kostnadsfritt"));
    vec![
        facet("bydel", "Bydel", Use::Filter, districts.collect()),
        facet("eier", if nn { "Kven som står bak" } else { "Hvem som står bak" }, Use::Choose, owners.collect()),
        facet("sprak", "Språk", Use::Filter, languages.collect()),
        facet("gratis", "Pris", Use::Filter, vec![free]),
    ]
}

fn facet(slug: &str, label: &str, usage: Use, values: Vec<ValueDefinition>) -> FacetDefinition {
    FacetDefinition { slug: slug.to_owned(), label: label.to_owned(), usage, values }
}

fn value(slug: &str, label: &str, words: Vec<String>) -> ValueDefinition {
    ValueDefinition { slug: slug.to_owned(), label: label.to_owned(), words }
}

fn split(words: &str) -> Vec<String> {
    words.split(';').filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn synonyms(site: &Site) -> Vec<SynonymGroup> {
    let strings = |words: &[Box<str>]| words.iter().map(|it| it.to_string()).collect();
    let groups = site.vokabular.synonymer.iter();
    groups.map(|it| SynonymGroup { words: strings(&it.ord), later: strings(&it.folk_sier) }).collect()
}

/// The vocabulary's own words may be parts of compounds too.
fn parts(site: &Site) -> Vec<String> {
    let terms = Liste::ALL.iter().flat_map(|list| site.vokabular.list(*list));
    let words = terms.flat_map(|it| it.synonymer.iter());
    words.filter(|it| it.chars().count() >= 5 && it.chars().all(char::is_lowercase)).map(|it| it.to_string()).collect()
}
