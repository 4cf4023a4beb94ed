//! What belongs to no owner, as written: the portal, its pages, its words, and how a foreign sheet is read.

use jiff::civil::Date;

use super::{RawKontakt, Ref};
use crate::diag::Spanned;
use crate::model::Tekst;
use crate::read::field::{Entries, record};

record! {
    /// A page of text.
    pub struct RawSide required ["tittel"] {
        "tittel" tittel: Tekst = "Tittel",
        "sammendrag" sammendrag: Tekst = "Hva siden sier, i én setning",
        "trinn" trinn: Ref = "Trinn i metoden",
        "rekkefølge" rekkefolge: i32 = "Plass i menyen",
    }
}

record! {
    /// A number for emergencies.
    pub struct RawEmergency required ["nummer", "navn"] {
        "nummer" nummer: Box<str> = "Nummeret",
        "navn" navn: Tekst = "Hvem som svarer",
        "beskrivelse" beskrivelse: Tekst = "Når en ringer",
    }
}

record! {
    /// The portal (`nettungen.yaml`).
    pub struct RawPortal required ["navn"] {
        "navn" navn: Tekst = "Navnet på nettstedet",
        "beskrivelse" beskrivelse: Tekst = "Hva det er",
        "kontakt" kontakt: RawKontakt = "Hvordan en får tak i dem som driver det",
        "forlat_siden" forlat_siden: Box<str> = "Hvor «Forlat siden» fører",
        "tilgjengelighetserklæring" tilgjengelighetserklaring: Box<str> = "Adressen til tilgjengelighetserklæringen",
        "nødnumre" nodnumre: Vec<Spanned<RawEmergency>> = "Nødnumre, i rekkefølge",
        "lovkrav_dato" lovkrav_dato: Date = "Datoen oversikten over lovkrav bygger på",
    }
}

record! {
    /// Heavy words, and what to write instead.
    pub struct RawTungtOrd required ["tungt", "lett"] {
        "tungt" tungt: Vec<Box<str>> = "Ord eller uttrykk, i alle former",
        "lett" lett: Box<str> = "Hva du heller kan skrive",
    }
}

record! {
    /// The word list of the language check (`klarspråk.yaml`).
    pub struct RawKlarsprak required [] {
        "tunge_nb" tunge_nb: Vec<Spanned<RawTungtOrd>> = "Tunge ord, bokmål",
        "tunge_nn" tunge_nn: Vec<Spanned<RawTungtOrd>> = "Tunge ord, nynorsk",
        "passiv_nb" passiv_nb: Vec<Box<str>> = "Passive former, bokmål",
        "passiv_nn" passiv_nn: Vec<Box<str>> = "Passive former, nynorsk",
        "bare_nb" bare_nb: Vec<Box<str>> = "Ord som bare er bokmål",
        "bare_nn" bare_nn: Vec<Box<str>> = "Ord som bare er nynorsk",
    }
}

record! {
    /// Words that mean the same.
    pub struct RawSynonymgruppe required ["ord"] {
        "ord" ord: Vec<Box<str>> = "Ord og uttrykk som finner hverandre",
        "folk_sier" folk_sier: Vec<Box<str>> = "Sjeldnere ord, som fører til de andre",
    }
}

record! {
    /// The words that search takes for one another (`synonymer.yaml`).
    pub struct RawSynonymer required ["grupper"] {
        "grupper" grupper: Vec<Spanned<RawSynonymgruppe>> = "Grupper av ord som betyr det samme",
    }
}

record! {
    /// How to read a foreign sheet (`--kolonner`).
    pub struct RawKolonner required [] {
        "ark" ark: Box<str> = "Navnet på arket",
        "overskriftsrad" overskriftsrad: u32 = "Nummeret på raden med overskriftene",
        "kolonner" kolonner: Entries<Ref> = "Overskrift i arket: felt hos oss",
        "faste" faste: Entries<String> = "Felt hos oss: verdi for alle rader",
        "verdier" verdier: Entries<Entries<String>> = "Felt hos oss: ord i arket og ordet hos oss",
    }
}

record! {
    /// One word of the vocabulary.
    pub struct RawTerm required ["slug", "nb"] {
        "slug" slug: Ref = "Navn i filer og adresser",
        "nb" nb: Box<str> = "Bokmål",
        "nn" nn: Box<str> = "Nynorsk",
        "se" se: Box<str> = "Nordsamisk",
        "en" en: Box<str> = "Engelsk",
        "kort_nb" kort_nb: Box<str> = "Kortere navn, bokmål",
        "kort_nn" kort_nn: Box<str> = "Kortere navn, nynorsk",
        "beskrivelse" beskrivelse: Tekst = "Hva ordet betyr",
        "ordrett" ordrett: Box<str> = "Modellens egen tekst",
        "synonymer" synonymer: Vec<Box<str>> = "Ordene publikum bruker",
        "nr" nr: u8 = "Nummeret på trinnet",
        "fra" fra: u8 = "Fra alder",
        "til" til: u8 = "Til alder",
        "kode" kode: Box<str> = "ICD-10-kapittel",
        "hsds" hsds: Box<str> = "Status i HSDS",
        "sensitiv" sensitiv: bool = "Et besøk kan røpe noe privat",
    }
}
