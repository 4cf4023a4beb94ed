//! Owners as written: organisations, and kommuner that take part.

use jiff::civil::Date;

use super::{RawKontakt, RawOpeningHours, Ref};
use crate::diag::Spanned;
use crate::model::{Malform, MethodStatus, OrganisasjonType, Tekst};
use crate::read::field::{Entries, record};

record! {
    /// A position that answers for something.
    pub struct RawResponsible required ["stilling"] {
        "etat" etat: Ref = "Etaten, en organisasjon i samme mappe",
        "stilling" stilling: Box<str> = "Stilling, ikke person",
        "epost" epost: Box<str> = "Felles postkasse",
    }
}

record! {
    /// An organisation, or the owner a folder belongs to (`eier.yaml`).
    pub struct RawOrganisasjon required ["navn"] {
        "navn" navn: Tekst = "Navn",
        "type" kind: OrganisasjonType = "etat, offentlig, interkommunal, helseforetak, frivillig eller privat",
        "beskrivelse" beskrivelse: Tekst = "Hva den er",
        "overordnet" overordnet: Ref = "Organisasjonen den er del av",
        "kontakt" kontakt: RawKontakt = "Hvordan en får tak i den",
        "dekning" dekning: Vec<Ref> = "Hvor den arbeider",
        "registreringsansvarlig" registreringsansvarlig: RawResponsible = "Stillingen som registrerer tilbudene",
        "målform" malform: Malform = "bokmål, nynorsk eller nøytral",
        "språk" sprak: Ref = "Sidenes språk når målformen er nøytral",
        "eksempel" eksempel: bool = "Oppdiktet; merkes på hver side",
    }
}

record! {
    /// A number of people.
    pub struct RawPopulation required ["antall"] {
        "antall" antall: u32 = "Antall",
        "år" ar: i16 = "Året",
        "kilde" kilde: Box<str> = "Hvem som har telt",
    }
}

record! {
    /// Colours as `#rrggbb`.
    pub struct RawColours required ["hoved"] {
        "hoved" hoved: Ref = "Farge på topp og knapper, #rrggbb",
        "kontrast" kontrast: Ref = "Farge på tekst oppå den; standard er hvit",
    }
}

record! {
    /// A district.
    pub struct RawBydel required ["slug", "navn"] {
        "slug" slug: Ref = "Navn i adresser",
        "navn" navn: Box<str> = "Navn",
    }
}

record! {
    /// A tilbud that a kommune includes or hides.
    pub struct RawChoice required ["tilbud"] {
        "tilbud" tilbud: Ref = "Tilbudets id",
        "grunn" grunn: Tekst = "Hvorfor",
    }
}

record! {
    /// The coordinating group.
    pub struct RawGruppe required [] {
        "navn" navn: Tekst = "Navn",
        "mandat" mandat: Tekst = "Mandat",
        "medlemmer" medlemmer: Vec<Box<str>> = "Stillinger",
        "møter" moter: Tekst = "Når den møtes",
    }
}

record! {
    /// Progress in one step of the method.
    pub struct RawProgress required ["status"] {
        "status" status: MethodStatus = "ikke-startet, i-gang eller ferdig",
        "dato" dato: Date = "Siden når",
        "merknad" merknad: Tekst = "Merknad",
    }
}

record! {
    /// One line of the framdriftsplan.
    pub struct RawMilestone required ["tiltak"] {
        "tiltak" tiltak: Tekst = "Hva som skal gjøres",
        "frist" frist: Date = "Når det skal være gjort",
        "ansvarlig" ansvarlig: Box<str> = "Stillingen som gjør det",
        "status" status: MethodStatus = "ikke-startet, i-gang eller ferdig",
    }
}

record! {
    /// The service desk.
    pub struct RawServicetorg required [] {
        "telefon" telefon: Box<str> = "Telefonnummer",
        "åpningstider" apningstider: RawOpeningHours = "Når noen er der",
    }
}

record! {
    /// Sámi and Kven names.
    pub struct RawNames required [] {
        "nordsamisk" se: Box<str> = "Nordsamisk",
        "lulesamisk" smj: Box<str> = "Lulesamisk",
        "sørsamisk" sma: Box<str> = "Sørsamisk",
        "kvensk" fkv: Box<str> = "Kvensk",
    }
}

record! {
    /// A kommune that takes part (`kommune.yaml`).
    pub struct RawKommune required ["nummer", "navn"] {
        "nummer" nummer: Ref = "Kommunenummer i anførselstegn",
        "navn" navn: Box<str> = "Navn",
        "eksempel" eksempel: bool = "Oppdiktet kommune (nummer 99xx); merkes på hver side",
        "fylke" fylke: Ref = "Fylkets korte navn",
        "målform" malform: Malform = "bokmål, nynorsk eller nøytral",
        "språk" sprak: Ref = "Sidenes språk når målformen er nøytral: nb eller nn",
        "samisk_forvaltningsområde" samisk: bool = "Om kommunen er i forvaltningsområdet for samiske språk; for virkelige kommuner gjelder registeret",
        "samiske_navn" samiske_navn: RawNames = "Samiske og kvenske navn; for virkelige kommuner gjelder registeret",
        "kontakt" kontakt: RawKontakt = "Hvordan en får tak i kommunen",
        "servicetorg" servicetorg: RawServicetorg = "Servicetorget",
        "farger" farger: RawColours = "Kommunens farger",
        "logo" logo: Ref = "Filnavnet på logoen",
        "barn" barn: RawPopulation = "Barn og unge 0–17 år",
        "innbyggere" innbyggere: RawPopulation = "Innbyggere",
        "bydeler" bydeler: Vec<Spanned<RawBydel>> = "Bydeler",
        "naboer" naboer: Vec<Ref> = "Kommuner den sammenligner seg med",
        "inkluder" inkluder: Vec<Spanned<RawChoice>> = "Andres tilbud som vises her",
        "skjul" skjul: Vec<Spanned<RawChoice>> = "Tilbud som ikke vises her",
        "koordineringsgruppe" koordineringsgruppe: RawGruppe = "Koordineringsgruppen",
        "ansvarlige" ansvarlige: Vec<Spanned<RawResponsible>> = "Registreringsansvarlig per etat",
        "publiseringsansvarlig" publiseringsansvarlig: RawResponsible = "Stillingen som kvalitetssikrer og publiserer",
        "metode" metode: Entries<RawProgress> = "Hvor langt kommunen er i hvert trinn",
        "framdriftsplan" framdriftsplan: Vec<Spanned<RawMilestone>> = "Planen for kartleggingen",
        "tilgjengelighetserklæring" tilgjengelighetserklaring: Box<str> = "Adressen til tilgjengelighetserklæringen",
        "forlat_siden" forlat_siden: Box<str> = "Hvor «Forlat siden» fører",
        "innbygging" innbygging: Vec<Ref> = "Nettsteder som kan vise sidene i en ramme",
    }
}
