//! The columns: which field each holds, what it is called, how it is written.

use crate::model::Liste;

/// How a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, in the owner's language or by language.
    Text,
    /// A word of a list.
    Term(Liste),
    /// Words of a list, with semicolons between them.
    Terms(Liste),
    /// A word of a fixed set.
    Choice(&'static [&'static str]),
    /// Names or words, with semicolons between them.
    Many,
    /// Yes or no.
    Bool,
    /// A number.
    Number,
    /// A day.
    Date,
    /// Opening hours.
    Hours,
    /// Duties of the catalogue.
    Lovkrav,
    /// Offers beyond the law.
    IkkeLovpalagt,
    /// The organisation that gives it.
    Eier,
    /// Anything else, as YAML on a line.
    Yaml,
    /// The text below the head of the file.
    Body,
    /// The file's name without `.md`.
    File,
    /// Fields that have no column.
    Rest,
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Path of the field: keys with dots between them; `steder.0` is the first place.
    pub path: &'static str,
    /// Heading.
    pub label: &'static str,
    /// What to write.
    pub help: &'static str,
    /// How it is written.
    pub kind: Kind,
    /// Among the columns that a mapping meeting fills in.
    pub common: bool,
}

const fn main(path: &'static str, label: &'static str, kind: Kind, help: &'static str) -> Column {
    Column { path, label, help, kind, common: true }
}

const fn more(path: &'static str, label: &'static str, kind: Kind, help: &'static str) -> Column {
    Column { path, label, help, kind, common: false }
}

const STATUS: &[&str] = &["utkast", "til-kvalitetssikring", "publisert", "arkivert"];
const DRIFT: &[&str] = &["aktiv", "stengt-midlertidig", "planlagt", "avsluttet"];

/// All columns, in order; those of the mapping meeting first.
pub fn columns() -> &'static [Column] {
    COLUMNS
}

// One thing: the list of columns.
const COLUMNS: &[Column] = &[
    main("tittel", "Tittel", Kind::Text, "Navnet på tilbudet, slik folk kjenner det."),
    main("sammendrag", "Sammendrag", Kind::Text, "Hva du får, i én setning."),
    main("", "Tekst", Kind::Body, "Hva det er, hvem det er for, hva det koster og hva som skjer når du kommer."),
    main("eier", "Etat eller organisasjon", Kind::Eier, "Hvem som gir tilbudet."),
    main("pyramidenivå", "Nivå", Kind::Term(Liste::Pyramideniva), "Nivået i pyramiden."),
    main("tema", "Tema", Kind::Terms(Liste::Tema), "Det viktigste først. Skill flere med semikolon."),
    main("tilbudstype", "Type tilbud", Kind::Terms(Liste::Tilbudstype), "Skill flere med semikolon."),
    main("målgrupper", "Målgrupper", Kind::Terms(Liste::Malgrupper), "Hvem det er for. Skill flere med semikolon."),
    main("alder.fra", "Fra alder", Kind::Number, "Yngste alder i hele år. Tom når det ikke er noen grense."),
    main("alder.til", "Til alder", Kind::Number, "Eldste alder i hele år; er med. Tom når det ikke er noen grense."),
    main("risikogrupper", "Risikogrupper", Kind::Terms(Liste::Risikogrupper), "Bare når tilbudet er rettet mot dem."),
    main(
        "diagnosegrupper",
        "Diagnosegrupper",
        Kind::Terms(Liste::Diagnosegrupper),
        "Bare når tilbudet er rettet mot dem.",
    ),
    main("lovkrav", "Lovkrav", Kind::Lovkrav, "Plikter tilbudet oppfyller. Skill flere med semikolon."),
    main("inngang", "Inngang", Kind::Terms(Liste::Inngang), "Hvordan en får tilbudet."),
    main("slik_får_du_det", "Slik får du det", Kind::Text, "Det samme med en setning eller to."),
    main("pris.gratis", "Gratis", Kind::Bool, "ja når det ikke koster noe."),
    main("pris.beløp", "Pris i kroner", Kind::Number, "Bare tallet."),
    main("pris.enhet", "Prisen gjelder", Kind::Text, "For eksempel: per gang."),
    main("kontakt.telefon", "Telefon", Kind::Text, "Felles nummer, ikke en persons mobil."),
    main("kontakt.epost", "E-post", Kind::Text, "Felles postkasse, ikke en persons e-post."),
    main("kontakt.nettside", "Nettside", Kind::Text, "Begynner med https://"),
    main("kontakt.skjema", "Skjema", Kind::Text, "Adressen til søknads- eller påmeldingsskjemaet."),
    main("kontakt.stilling", "Stilling", Kind::Text, "Stillingen som svarer for tilbudet, ikke navnet på en person."),
    main("steder.0.navn", "Sted", Kind::Text, "Navnet på stedet."),
    main("steder.0.adresse", "Adresse", Kind::Text, "Gateadresse."),
    main("steder.0.postnummer", "Postnummer", Kind::Text, "Fire siffer."),
    main("steder.0.poststed", "Poststed", Kind::Text, ""),
    main(
        "steder.0.adresse_skjult",
        "Skjult adresse",
        Kind::Bool,
        "ja når adressen er hemmelig. La da adressen stå tom.",
    ),
    main(
        "åpningstider",
        "Åpningstider",
        Kind::Hours,
        "For eksempel: mandag–fredag 08:00–15:30; lørdag 10:00–14:00. Eller: døgnåpent.",
    ),
    main("språk", "Språk", Kind::Many, "Språk tilbudet gis på: nb; nn; se; en; ar …"),
    main("tolk", "Tolk", Kind::Bool, "ja når tolk kan komme."),
    main("brukermedvirkning.grad", "Brukermedvirkning", Kind::Term(Liste::Brukermedvirkning), "Om brukerne medvirker."),
    main("evaluering.grad", "Evaluering", Kind::Term(Liste::Evaluering), "Om tilbudet er evaluert."),
    main("god_praksis.grad", "God praksis", Kind::Term(Liste::GodPraksis), "Om tilbudet er del av god praksis."),
    main("ressurser.årsverk", "Årsverk", Kind::Number, "Hvor mange årsverk som går med."),
    main("ressurser.midler", "Midler", Kind::Number, "Kroner i året."),
    main("søkeord", "Søkeord", Kind::Many, "Ordene folk bruker. Skill med semikolon."),
    main("kontrollert.dato", "Kontrollert dato", Kind::Date, "Når opplysningene sist ble kontrollert."),
    main("kontrollert.av", "Kontrollert av", Kind::Text, "Stillingen som kontrollerte."),
    more("status", "Status", Kind::Choice(STATUS), "Tom betyr utkast."),
    more("drift", "Drift", Kind::Choice(DRIFT), "Tom betyr aktiv."),
    more("bti_nivå", "BTI-nivå", Kind::Terms(Liste::BtiNiva), "Nivå i Bedre tverrfaglig innsats."),
    more("ikke_lovpålagt", "Vanlige tilbud utover loven", Kind::IkkeLovpalagt, "Skill flere med semikolon."),
    more("dekning", "Dekning", Kind::Many, "Hvor det gis: kommune/…, bydel/…/…. Tom betyr hele kommunen."),
    more("kontakt.telefon_navn", "Hvem svarer", Kind::Text, "Hvem som svarer på telefonen."),
    more("kontakt.sms", "SMS", Kind::Text, ""),
    more("kontakt.chat", "Chat", Kind::Text, "Adressen til chatten."),
    more("steder.0.bydel", "Bydel", Kind::Text, "Bydelens korte navn."),
    more("steder.0.kommune", "Stedets kommune", Kind::Text, "Bare når stedet ligger i en annen kommune."),
    more("steder.0.merknad", "Merknad til stedet", Kind::Text, "Hvordan en finner fram."),
    more("steder.0.koordinater", "Koordinater", Kind::Yaml, "{lat: 60.0, lon: 5.0}"),
    more("steder", "Flere steder", Kind::Yaml, "Som YAML."),
    more("åpningstider_merknad", "Merknad til åpningstidene", Kind::Text, ""),
    more("stengt", "Stengt", Kind::Yaml, "[{fra: 2026-12-24, til: 2027-01-02, grunn: Jul}]"),
    more("sesong", "Sesong", Kind::Many, "Månedene tilbudet finnes: juni; juli; august."),
    more("pris.merknad", "Merknad til prisen", Kind::Text, "For eksempel søskenmoderasjon."),
    more("tilgjengelighet.rullestol", "Rullestol", Kind::Bool, "ja når det er trinnfritt."),
    more("tilgjengelighet.teleslynge", "Teleslynge", Kind::Bool, ""),
    more("tilgjengelighet.hc_toalett", "HC-toalett", Kind::Bool, ""),
    more("tilgjengelighet.hc_parkering", "HC-parkering", Kind::Bool, ""),
    more("tilgjengelighet.merknad", "Merknad til tilgjengelighet", Kind::Text, ""),
    more("brukermedvirkning.beskrivelse", "Hvordan brukerne medvirker", Kind::Text, ""),
    more("evaluering.år", "Evaluert år", Kind::Number, ""),
    more("evaluering.lenke", "Lenke til evalueringen", Kind::Text, ""),
    more("evaluering.beskrivelse", "Om evalueringen", Kind::Text, ""),
    more("god_praksis.lenke", "Lenke til god praksis", Kind::Text, ""),
    more("god_praksis.beskrivelse", "Om god praksis", Kind::Text, ""),
    more("vurdering", "Vurdering", Kind::Yaml, "{narmiljo: ja, helhet: delvis}"),
    more("ressurser.lokaler", "Lokaler", Kind::Many, ""),
    more("ressurser.finansiering", "Finansiering", Kind::Text, "Hvor pengene kommer fra."),
    more("ressurser.år", "Ressurser år", Kind::Number, "Året tallene gjelder."),
    more("neste", "Neste i tiltakskjeden", Kind::Many, "Filnavn eller id."),
    more("forrige", "Forrige i tiltakskjeden", Kind::Many, "Filnavn eller id."),
    more("neste_kontroll", "Neste kontroll", Kind::Date, ""),
    more("kontrollintervall", "Kontrollintervall", Kind::Number, "Dager mellom kontroller."),
    more("gyldig_fra", "Gyldig fra", Kind::Date, ""),
    more("gyldig_til", "Gyldig til", Kind::Date, ""),
    more("kilde", "Kilde", Kind::Text, "Hvor opplysningene er fra."),
    more("beskjed", "Beskjed", Kind::Text, "Vises øverst på siden."),
    more("sensitiv", "Sensitiv", Kind::Bool, ""),
    more("må_sjekkes", "Må sjekkes", Kind::Many, "Det som må bekreftes før publisering."),
    more("basert_på.mal", "Mal", Kind::Text, "Malen det bygger på."),
    more("basert_på.versjon", "Malens versjon", Kind::Number, ""),
    more("tidligere_adresser", "Tidligere adresser", Kind::Many, ""),
    more("internt_notat", "Internt notat", Kind::Text, "Vises aldri."),
    more("klarspråk", "Klarspråk", Kind::Choice(&["på", "av"]), "av slår av språksjekken."),
    more("", "Andre felt", Kind::Rest, "Det som ikke har egen kolonne, som YAML."),
    more("", "Fil", Kind::File, "Filnavnet uten .md. La det stå, så finner importen filen igjen."),
];
