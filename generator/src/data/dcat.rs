//! The files of open data described for catalogues of data: DCAT 3 in Turtle, as DCAT-AP-NO asks for.

use std::fmt::Write as _;

use super::{exported, place, scopes};
use crate::model::{DataFile, Lang, Route, Scope, Site};

const PREFIXES: &str = "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n\
    @prefix dct: <http://purl.org/dc/terms/> .\n\
    @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n\
    @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .\n\
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n\n";

/// The themes of EU's list that the data are about: health, and population and society.
const THEMES: [&str; 2] = ["HEAL", "SOCI"];

/// The catalogue of a place: one data set in several forms.
pub(super) fn turtle(site: &Site, scope: Scope) -> String {
    let lang = site.lang(scope);
    let page = iri(&site.canonical(&Route::Data(scope)));
    let catalogue = catalogue_of(site, scope);
    let dataset = iri(&format!("{}#tilbud", site.canonical(&Route::Data(scope))));
    let owner = iri(&format!("{}#utgiver", site.canonical(&Route::Data(scope))));
    let name = place(site, scope, lang);
    let mut out = PREFIXES.to_owned();
    let title = literal(&format!("{}: {name}", words(lang)[0]), lang);
    let own = if scope == Scope::Portal { catalogues(site) } else { String::new() };
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "{catalogue} a dcat:Catalog ;\n  dct:title {title} ;\n  dct:description {about} ;\n  dct:publisher {owner} ;\n  \
         dct:language {language} ;\n  foaf:homepage {page} ;\n{own}  dcat:dataset {dataset} .\n\n\
         {owner} a foaf:Agent ;\n  foaf:name {name} .\n\n",
        about = literal(words(lang)[1], lang),
        language = language(lang),
        name = literal(&name, lang),
    );
    out.push_str(&data_set(site, scope, &dataset, &owner, &page));
    for file in DataFile::ALL {
        out.push_str(&distribution(site, scope, file));
    }
    out
}

fn catalogue_of(site: &Site, scope: Scope) -> String {
    iri(&format!("{}#katalog", site.canonical(&Route::Data(scope))))
}

/// The catalogues of the kommuner, which the portal's leads to.
fn catalogues(site: &Site) -> String {
    let kommuner = scopes(site).into_iter().filter(|it| *it != Scope::Portal);
    let all: Vec<String> = kommuner.map(|it| catalogue_of(site, it)).collect();
    if all.is_empty() { String::new() } else { format!("  dcat:catalog {} ;\n", all.join(", ")) }
}

/// Title and description of the catalogue; title and description of its data set.
fn words(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::Nn => [
            "Opne data",
            "Opne data frå Nettungen: tilbod til barn, unge og familiar.",
            "Tilbod til barn, unge og familiar",
            "Kvart tilbod med kven det er for, korleis ein får det, kvar det er og når det sist vart kontrollert.",
        ],
        _ => [
            "Åpne data",
            "Åpne data fra Nettungen: tilbud til barn, unge og familier.",
            "Tilbud til barn, unge og familier",
            "Hvert tilbud med hvem det er for, hvordan en får det, hvor det er og når det sist ble kontrollert.",
        ],
    }
}

fn data_set(site: &Site, scope: Scope, dataset: &str, owner: &str, page: &str) -> String {
    let lang = site.lang(scope);
    let ids = exported(site, scope);
    let newest = ids.iter().filter_map(|id| site.tilbud(*id).kontrollert.as_ref().map(|it| it.dato)).max();
    let modified = newest.unwrap_or(site.settings.dato);
    let themes: Vec<String> = THEMES
        .iter()
        .map(|it| iri(&format!("http://publications.europa.eu/resource/authority/data-theme/{it}")))
        .collect();
    let files: Vec<String> =
        DataFile::ALL.iter().map(|it| iri(&format!("{}#fil", site.canonical(&Route::DataFile(scope, *it))))).collect();
    let contact = match mailbox(site, scope) {
        Some(address) => {
            format!(
                "  dcat:contactPoint [ a vcard:Organization ; vcard:hasEmail {} ] ;\n",
                iri(&format!("mailto:{address}"))
            )
        }
        None => String::new(),
    };
    format!(
        "{dataset} a dcat:Dataset ;\n  dct:title {title} ;\n  dct:description {about} ;\n  dct:publisher {owner} ;\n{contact}  \
         dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;\n  \
         dct:language {language} ;\n  dct:modified \"{modified}\"^^xsd:date ;\n  dcat:theme {themes} ;\n  \
         dcat:landingPage {page} ;\n  dcat:distribution {files} .\n\n",
        title = literal(&format!("{}: {}", words(lang)[2], place(site, scope, lang)), lang),
        about = literal(words(lang)[3], lang),
        language = language(lang),
        themes = themes.join(", "),
        files = files.join(", "),
    )
}

fn mailbox(site: &Site, scope: Scope) -> Option<&str> {
    let own = match scope {
        Scope::Kommune(id) => site.kommune(id).kontakt.epost.as_deref(),
        _ => None,
    };
    own.or(site.portal.kontakt.epost.as_deref())
}

fn distribution(site: &Site, scope: Scope, file: DataFile) -> String {
    let url = site.canonical(&Route::DataFile(scope, file));
    let media = iri(&format!("https://www.iana.org/assignments/media-types/{}", file.media_type()));
    format!(
        "{id} a dcat:Distribution ;\n  dct:title {name} ;\n  dcat:accessURL {url} ;\n  dcat:downloadURL {url} ;\n  \
         dcat:mediaType {media} ;\n  dct:format {media} .\n\n",
        id = iri(&format!("{url}#fil")),
        name = literal(file.name(), site.lang(scope)),
        url = iri(&url),
    )
}

fn language(lang: Lang) -> String {
    let code = if lang == Lang::Nn { "NNO" } else { "NOB" };
    iri(&format!("http://publications.europa.eu/resource/authority/language/{code}"))
}

/// An address. What Turtle does not allow in one is percent-encoded.
fn iri(address: &str) -> String {
    let mut out = String::from("<");
    for letter in address.chars() {
        if letter <= ' ' || matches!(letter, '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\') {
            let mut bytes = [0; 4];
            letter.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        } else {
            out.push(letter);
        }
    }
    out.push('>');
    out
}

fn literal(text: &str, lang: Lang) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            it if it.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(it))),
            it => out.push(it),
        }
    }
    format!("{out}\"@{}", lang.tag())
}
