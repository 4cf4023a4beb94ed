//! A whole new kommune: nine tenths of its work, ready to be filled in.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::yaml::{Value, block, scalar};
use super::{Draft, either, mal, todo};
use crate::model::{Ansvar, Kommune, KommuneId, Lang, Liste, LovkravId, Mal, MalDekker, Malform, Site};

/// A kommune laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Folder within the content folder, such as `kommuner/oslo`.
    pub folder: String,
    /// All files, in the order of their paths.
    pub files: Vec<Draft>,
    /// Draft tilbud.
    pub n_tilbud: usize,
    /// Draft documents and routines.
    pub n_dokumenter: usize,
    /// Departments.
    pub n_etater: usize,
    /// Maler that were left out because their duty concerns other kommuner.
    pub left_out: Vec<u32>,
}

/// Lays out `id`. Texts are in the kommune's language, or in `lang` when its målform is neutral.
pub fn kommune(site: &Site, id: KommuneId, lang: Option<Lang>) -> Layout {
    let it = site.kommune(id);
    let lang = lang.filter(|_| it.malform == Malform::Noytral).unwrap_or(it.lang);
    let (maler, left_out) = maler(site, it);
    let folder = format!("kommuner/{}", it.slug);
    let mut files = vec![Draft { path: format!("{folder}/kommune.yaml"), text: kommune_yaml(site, it, lang) }];
    let mut etater: BTreeMap<&str, Vec<&Mal>> = BTreeMap::new();
    for mal in &maler {
        let etat = mal.etat.as_deref().unwrap_or("ledelse");
        etater.entry(etat).or_default().push(mal);
        let (kind, text) = match mal.dekker {
            MalDekker::Tilbud => ("tilbud", mal::tilbud(mal, Some(etat), lang)),
            MalDekker::Dokument | MalDekker::Rutine => ("dokumenter", mal::dokument(mal, Some(etat), lang)),
        };
        files.push(Draft { path: format!("{folder}/{kind}/{}.md", mal.slug), text });
    }
    for etat in etater.keys() {
        files.push(Draft { path: format!("{folder}/organisasjoner/{etat}.md"), text: organisasjon(etat, it, lang) });
    }
    files.push(Draft { path: format!("{folder}/gjøremål.md"), text: todo::list(site, it, &etater, &left_out, lang) });
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let n_tilbud = maler.iter().filter(|it| it.dekker == MalDekker::Tilbud).count();
    let (n_dokumenter, n_etater) = (maler.len() - n_tilbud, etater.len());
    Layout { folder, files, n_tilbud, n_dokumenter, n_etater, left_out }
}

/// The maler for `kommune`, and those whose duties the register says concern others only.
///
/// Oslo is kommune and fylkeskommune at once, so it gets the maler of both.
fn maler<'a>(site: &'a Site, kommune: &Kommune) -> (Vec<&'a Mal>, Vec<u32>) {
    let both = &*kommune.nummer == "0301";
    let (mut wanted, mut left_out) = (Vec::new(), Vec::new());
    for (at, mal) in (0..).zip(&site.maler) {
        let owed = mal.ansvar == Ansvar::Kommune || (both && mal.ansvar == Ansvar::Fylkeskommune);
        if !owed {
            continue;
        }
        if mal.lovkrav.is_empty() || mal.lovkrav.iter().any(|krav| concerns(site, kommune, *krav)) {
            wanted.push(mal);
        } else {
            left_out.push(at);
        }
    }
    (wanted, left_out)
}

/// Whether a duty may concern the kommune: all but those whose condition surely does not hold.
fn concerns(site: &Site, kommune: &Kommune, krav: LovkravId) -> bool {
    let fylke = site.fylke(kommune.fylke).slug.as_str();
    site.krav(krav).vilkar.as_ref().is_none_or(|it| it.holds(kommune, fylke) != Some(false))
}

fn kommune_yaml(site: &Site, it: &Kommune, lang: Lang) -> String {
    let malform = match it.malform {
        Malform::Bokmal => "bokmål",
        Malform::Nynorsk => "nynorsk",
        Malform::Noytral => "nøytral",
    };
    let mut head = vec![
        ("nummer".to_owned(), Value::text(&*it.nummer)),
        ("navn".to_owned(), Value::text(&*it.navn)),
        ("fylke".to_owned(), Value::word(site.fylke(it.fylke).slug.as_str())),
        ("målform".to_owned(), Value::word(malform)),
    ];
    if it.malform == Malform::Noytral {
        head.push(("språk".to_owned(), Value::word(lang.tag())));
    }
    if it.samisk_forvaltningsomrade {
        head.push(("samisk_forvaltningsområde".to_owned(), Value::word("true")));
    }
    if !it.andre_navn.is_empty() {
        head.push((
            "samiske_navn".to_owned(),
            Value::map(it.andre_navn.iter().map(|(tag, name)| (name_key(tag), Value::text(&**name)))),
        ));
    }
    let steps = site.vokabular.list(Liste::Metode).iter();
    let not_begun = || Value::map([("status", Value::word("ikke-startet"))]);
    head.push(("metode".to_owned(), Value::map(steps.map(|it| (it.slug.as_str(), not_begun())))));
    let mut out = String::from(either(
        lang,
        "# Det som står først, er fra registeret over kommuner. Fyll inn resten.\n",
        "# Det som står først, er frå registeret over kommunar. Fyll inn resten.\n",
    ));
    out.push_str(&block(&head));
    scaffolds(&mut out, site, it, lang);
    out
}

fn name_key(tag: &str) -> &'static str {
    match tag {
        "se" => "nordsamisk",
        "smj" => "lulesamisk",
        "sma" => "sørsamisk",
        _ => "kvensk",
    }
}

/// What the register does not know, as lines to fill in.
fn scaffolds(out: &mut String, site: &Site, it: &Kommune, lang: Lang) {
    let near = neighbours(site, it).join(", ");
    let say = |nb, nn| either(lang, nb, nn);
    let lines = [
        say(
            "Fyll inn, og fjern # foran linjene. Bruk felles postkasser og stillinger, ikke personer.",
            "Fyll inn, og fjern # framfor linjene. Bruk felles postkasser og stillingar, ikkje personar.",
        ),
        "kontakt: {telefon: \"\", epost: \"\", nettside: \"https://\"}",
        "servicetorg: {telefon: \"\", åpningstider: [{dager: [hverdager], fra: \"08:00\", til: \"15:30\"}]}",
        "tilgjengelighetserklæring: \"https://\"",
        "publiseringsansvarlig: {stilling: \"\", epost: \"\"}",
        "ansvarlige: [{etat: helse, stilling: \"\", epost: \"\"}]",
        "koordineringsgruppe: {navn: \"\", mandat: \"\", medlemmer: [], møter: \"\"}",
        "framdriftsplan: [{tiltak: \"\", frist: 2027-01-01, ansvarlig: \"\", status: ikke-startet}]",
        "barn: {antall: 0, år: 2026, kilde: \"\"}",
        "innbyggere: {antall: 0, år: 2026, kilde: \"\"}",
        "farger: {hoved: \"#1d5b79\", kontrast: \"#ffffff\"}",
        "logo: logo.svg",
        "innbygging: [\"https://\"]",
        say(
            "Kommunene som ligger nærmest på kartet. Velg dem dere vil sammenligne dere med.",
            "Kommunane som ligg nærast på kartet. Vel dei de vil samanlikne dykk med.",
        ),
    ];
    out.push('\n');
    for line in lines {
        let _ = writeln!(out, "# {line}");
    }
    let _ = writeln!(out, "# naboer: [{near}]");
}

/// The kommuner whose middle is nearest, as their names in addresses.
fn neighbours<'a>(site: &'a Site, it: &Kommune) -> Vec<&'a str> {
    let Some((lat, lon)) = it.midtpunkt else { return Vec::new() };
    let mut list: Vec<(f64, &str)> = site
        .kommuner
        .iter()
        .filter(|other| other.slug != it.slug)
        .filter_map(|other| {
            let (north, east) = other.midtpunkt?;
            // A degree of longitude is shorter the further north it is.
            let dx = (east - lon) * lat.to_radians().cos();
            Some(((north - lat).powi(2) + dx.powi(2), other.slug.as_str()))
        })
        .collect();
    list.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
    list.into_iter().take(5).map(|(_, slug)| slug).collect()
}

/// What the departments that maler name are called, until the kommune says otherwise.
pub(super) fn etat_name(etat: &str, kommune: &Kommune, lang: Lang) -> String {
    let name = match etat {
        "helse" => "Helse",
        "oppvekst" => "Oppvekst",
        "skole" => either(lang, "Skole", "Skule"),
        "barnehage" => "Barnehage",
        "barnevern" => "Barnevern",
        "nav" => return format!("Nav {}", kommune.navn),
        "kultur" => "Kultur og fritid",
        "ledelse" => either(lang, "Kommunens ledelse", "Leiinga i kommunen"),
        other => {
            let mut letters = other.chars();
            return letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default();
        }
    };
    name.to_owned()
}

fn organisasjon(etat: &str, kommune: &Kommune, lang: Lang) -> String {
    let say = |nb, nn| either(lang, nb, nn);
    format!(
        "---\nnavn: {}\ntype: etat\n# {}\n# beskrivelse: \"\"\n# kontakt: {{telefon: \"\", epost: \"\", nettside: \"https://\"}}\n\
         # registreringsansvarlig: {{stilling: \"\", epost: \"\"}}\n---\n",
        scalar(&etat_name(etat, kommune, lang)),
        say(
            "Rett navnet til det etaten heter hos dere, og fyll inn resten.",
            "Rett namnet til det etaten heiter hos dykk, og fyll inn resten."
        ),
    )
}
