//! One new tilbud.

use super::yaml::{Value, block};
use super::{either, mal};
use crate::model::{Lang, Mal};

/// What is known of a new tilbud. Words of vocabularies are written as in files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewTilbud {
    /// Title.
    pub tittel: String,
    /// What you get, in a sentence.
    pub sammendrag: Option<String>,
    /// The organisation that gives it.
    pub eier: Option<String>,
    /// Level of the pyramid.
    pub pyramideniva: Option<String>,
    /// Themes.
    pub tema: Vec<String>,
    /// Kinds.
    pub tilbudstype: Vec<String>,
    /// Whom it is for.
    pub malgrupper: Vec<String>,
    /// Youngest and oldest age.
    pub alder: (Option<u8>, Option<u8>),
    /// How to get it.
    pub inngang: Vec<String>,
    /// Telephone number.
    pub telefon: Option<String>,
    /// Mailbox.
    pub epost: Option<String>,
    /// Web page.
    pub nettside: Option<String>,
}

/// The text of a draft that says what `new` knows; the rest comes from `mal`, or is to be filled in.
pub fn tilbud(new: &NewTilbud, mal: Option<&Mal>, lang: Lang) -> String {
    let head = head(new);
    match mal {
        Some(mal) => mal::with_head(head, mal, lang),
        None => blank(&head, lang),
    }
}

fn head(new: &NewTilbud) -> Vec<(String, Value)> {
    let text = |it: &Option<String>| it.as_deref().map(Value::text);
    let words = |it: &[String]| (!it.is_empty()).then(|| Value::List(it.iter().map(Value::word).collect()));
    let contact = [("telefon", &new.telefon), ("epost", &new.epost), ("nettside", &new.nettside)];
    let contact: Vec<(&str, Value)> = contact.into_iter().filter_map(|(key, it)| Some((key, text(it)?))).collect();
    let ages = [("fra", new.alder.0), ("til", new.alder.1)];
    let ages: Vec<(&str, Value)> =
        ages.into_iter().filter_map(|(key, it)| Some((key, Value::word(it?.to_string())))).collect();
    let map = |entries: Vec<(&'static str, Value)>| (!entries.is_empty()).then(|| Value::map(entries));
    let fields = [
        ("tittel", Some(Value::text(&*new.tittel))),
        ("sammendrag", text(&new.sammendrag)),
        ("status", Some(Value::word("utkast"))),
        ("eier", new.eier.as_deref().map(Value::word)),
        ("pyramidenivå", new.pyramideniva.as_deref().map(Value::word)),
        ("tema", words(&new.tema)),
        ("tilbudstype", words(&new.tilbudstype)),
        ("målgrupper", words(&new.malgrupper)),
        ("alder", map(ages)),
        ("inngang", words(&new.inngang)),
        ("kontakt", map(contact)),
    ];
    fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

/// The lines that a tilbud without a mal needs before it can be published.
const WANTED: [(&str, &str); 8] = [
    ("sammendrag", "sammendrag: \"\""),
    ("pyramidenivå", "pyramidenivå: alle"),
    ("tema", "tema: []"),
    ("tilbudstype", "tilbudstype: []"),
    ("målgrupper", "målgrupper: []"),
    ("inngang", "inngang: [direkte]"),
    ("kontakt", "kontakt: {telefon: \"\", epost: \"\", nettside: \"https://\"}"),
    ("kontrollert", "kontrollert: {dato: 2026-01-01, av: \"\"}"),
];

fn blank(head: &[(String, Value)], lang: Lang) -> String {
    let missing = WANTED.iter().filter(|(key, _)| !head.iter().any(|(it, _)| it == key));
    let lines: String = missing.map(|(_, line)| format!("# {line}\n")).collect();
    let say = |nb, nn| either(lang, nb, nn);
    format!(
        "---\n{}# {}\n{lines}---\n{}\n",
        block(head),
        say(
            "Fyll inn før publisering, og fjern # foran linjen:",
            "Fyll inn før publisering, og fjern # framfor linja:"
        ),
        say(
            "«fyll inn: hva tilbudet er, hvem det er for, hva det koster, og hva som skjer når du kommer»",
            "«fyll inn: kva tilbodet er, kven det er for, kva det kostar, og kva som skjer når du kjem»"
        ),
    )
}
