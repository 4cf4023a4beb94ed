//! A tilbud, a mal or a document as written, and the parts that owners have too.

use jiff::civil::Date;

use super::{Days, Month, OpenOnHolidays, Ref, Switch};
use crate::diag::{Spanned, Text};
use crate::model::{Ansvar, DayTime, DokumentArt, Drift, MalDekker, Status, Tekst, Verdict};
use crate::read::field::{Entries, FromNode, Reader, Words, clean, record};
use crate::read::said::said_hours;
use crate::read::yaml::{Node, Value};

record! {
    /// Ages in whole years, both ends included.
    pub struct RawAlder required [] {
        "fra" fra: u8 = "Yngste alder, hele år",
        "til" til: u8 = "Eldste alder, hele år; er med",
    }
}

record! {
    /// Ways to reach somebody.
    pub struct RawKontakt required [] {
        "telefon" telefon: Box<str> = "Telefonnummer",
        "telefon_navn" telefon_navn: Tekst = "Hvem som svarer, når det ikke er selvsagt",
        "sms" sms: Box<str> = "Nummer for SMS",
        "epost" epost: Box<str> = "E-postadresse; bruk en felles postkasse",
        "nettside" nettside: Box<str> = "Adresse til nettside",
        "chat" chat: Box<str> = "Adresse til chat",
        "skjema" skjema: Box<str> = "Adresse til søknads- eller påmeldingsskjema",
        "stilling" stilling: Box<str> = "Stillingen som svarer for tilbudet, ikke en person",
    }
}

record! {
    /// Degrees north and east.
    pub struct RawCoordinates required ["lat", "lon"] {
        "lat" lat: f64 = "Grader nord",
        "lon" lon: f64 = "Grader øst",
    }
}

record! {
    /// A place where the service is given.
    pub struct RawSted required [] {
        "navn" navn: Tekst = "Navnet på stedet",
        "adresse" adresse: Box<str> = "Gateadresse",
        "postnummer" postnummer: Box<str> = "Postnummer i anførselstegn",
        "poststed" poststed: Box<str> = "Poststed",
        "bydel" bydel: Ref = "Bydelens korte navn",
        "kommune" kommune: Ref = "Kommunen, når den er en annen enn eierens",
        "koordinater" koordinater: RawCoordinates = "Sted på kartet",
        "adresse_skjult" adresse_skjult: bool = "Adressen er hemmelig: «Adressen får du når du tar kontakt»",
        "merknad" merknad: Tekst = "Hvordan en finner fram",
    }
}

record! {
    /// One line of opening hours.
    pub struct RawHours required ["dager", "fra", "til"] {
        "dager" dager: Vec<Days> = "Dager: mandag … søndag, hverdager, helg, alle-dager",
        "fra" fra: DayTime = "Åpner, for eksempel \"08:00\"",
        "til" til: DayTime = "Stenger, for eksempel \"15:30\"; tidligere enn «fra» betyr etter midnatt",
        "merknad" merknad: Tekst = "Merknad, for eksempel drop-in",
        "gyldig_fra" gyldig_fra: Date = "Første dag disse timene gjelder",
        "gyldig_til" gyldig_til: Date = "Siste dag disse timene gjelder",
        "helligdager" helligdager: OpenOnHolidays = "stengt (standard) eller åpent på helligdager",
    }
}

/// `døgnåpent`, or lines of hours.
#[derive(Clone, Debug, PartialEq)]
pub enum RawOpeningHours {
    /// `døgnåpent`
    Always,
    /// Lines.
    Lines(Vec<Spanned<RawHours>>),
}

impl FromNode for RawOpeningHours {
    fn from_node(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<RawOpeningHours> {
        if let Value::Scalar { text, .. } = &node.value {
            if clean(text) == "døgnåpent" {
                return Some(RawOpeningHours::Always);
            }
            not_hours(node, text, ["[", "]"], reader);
            return None;
        }
        if let Value::List(items) = &node.value {
            let said = items.iter().filter_map(|it| match &it.value {
                Value::Scalar { text, .. } => Some((it, text)),
                _ => None,
            });
            let said: Vec<_> = said.collect();
            for (item, text) in &said {
                not_hours(item, text, ["", ""], reader);
            }
            if !said.is_empty() {
                return None;
            }
        }
        Vec::from_node(node, reader).map(RawOpeningHours::Lines)
    }

    fn schema() -> serde_json::Value {
        serde_json::json!({"anyOf": [{"const": "døgnåpent"}, Vec::<RawHours>::schema()]})
    }
}

/// Reports text where lines of hours belong, with what to write where it can be understood; between `brackets`.
fn not_hours(node: &Node<'_>, text: &str, [open, close]: [&str; 2], reader: &mut Reader<'_>) {
    let problem = reader.wrong_type(
        node,
        "`døgnåpent` eller en liste med dager og klokkeslett",
        "`døgnåpent` or a list of days and times",
    );
    let lines: Vec<String> = said_hours(text).iter().flatten().map(ToString::to_string).collect();
    let example = match &lines[..] {
        [] => "{dager: [mandag, onsdag], fra: \"08:00\", til: \"15:30\"}".to_owned(),
        lines => lines.join(", "),
    };
    let (nb, en) = if lines.is_empty() { ("skriv for eksempel", "write for example") } else { ("skriv", "write") };
    problem.help(Text::new(format!("{nb} `{open}{example}{close}`"), format!("{en} `{open}{example}{close}`")));
}

record! {
    /// A period in which the service is closed.
    pub struct RawClosure required ["fra", "til"] {
        "fra" fra: Date = "Første dag det er stengt",
        "til" til: Date = "Siste dag det er stengt",
        "grunn" grunn: Tekst = "Hvorfor",
    }
}

/// `pris: gratis`, or a remark alone.
fn price_word(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<RawPris> {
    let span = reader.span(node.span.clone());
    let text = String::from_node(node, reader)?;
    let word = text.to_lowercase();
    let mut pris = RawPris::default();
    if word == "gratis" {
        pris.gratis = Some(Spanned { value: true, span });
    } else {
        pris.merknad = Some(Spanned { value: Tekst::one(reader.lang, text), span });
    }
    Some(pris)
}

record! {
    /// What it costs.
    pub struct RawPris required [] from price_word {
        "gratis" gratis: bool = "Koster ingenting",
        "beløp" belop: f64 = "Kroner",
        "enhet" enhet: Tekst = "For hva, for eksempel «per gang»",
        "merknad" merknad: Tekst = "Merknad, for eksempel søskenmoderasjon",
    }
}

record! {
    /// Who gets in.
    pub struct RawTilgjengelighet required [] {
        "rullestol" rullestol: bool = "Trinnfritt for rullestol",
        "teleslynge" teleslynge: bool = "Teleslynge",
        "hc_toalett" hc_toalett: bool = "HC-toalett",
        "hc_parkering" hc_parkering: bool = "HC-parkering",
        "merknad" merknad: Tekst = "Merknad",
    }
}

/// A word for the whole record: only how far.
fn degree(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<RawDegree> {
    let grad = Spanned::<Ref>::from_node(node, reader)?;
    Some(RawDegree { grad: Some(grad), ..RawDegree::default() })
}

record! {
    /// Participation, evaluation or good practice: how far, and what shows it.
    pub struct RawDegree required ["grad"] from degree {
        "grad" grad: Ref = "Hvor langt; et ord fra vokabularet",
        "år" ar: i16 = "Når",
        "lenke" lenke: Box<str> = "Adresse til rapport eller veileder",
        "beskrivelse" beskrivelse: Tekst = "Hvordan",
    }
}

record! {
    /// Staff, premises and money.
    pub struct RawRessurser required [] {
        "årsverk" arsverk: f64 = "Årsverk",
        "lokaler" lokaler: Vec<Box<str>> = "Lokaler",
        "midler" midler: u64 = "Kroner i året",
        "finansiering" finansiering: Box<str> = "Hvor pengene kommer fra",
        "år" ar: i16 = "Året tallene gjelder",
    }
}

record! {
    /// A control or adoption: when and by whom.
    pub struct RawKontroll required ["dato", "av"] {
        "dato" dato: Date = "Når",
        "av" av: Box<str> = "Stilling eller organ",
    }
}

/// `basert_på: helsestasjon`: the mal alone.
fn mal_alone(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<RawBasertPa> {
    let mal = Spanned::<Ref>::from_node(node, reader)?;
    Some(RawBasertPa { mal: Some(mal), ..RawBasertPa::default() })
}

record! {
    /// The mal a record builds on.
    pub struct RawBasertPa required ["mal"] from mal_alone {
        "mal" mal: Ref = "Malens filnavn uten .md",
        "versjon" versjon: u32 = "Malens versjon da tilbudet bygde på den",
    }
}

record! {
    /// One change of a mal.
    pub struct RawMalChange required ["versjon", "dato", "tekst"] {
        "versjon" versjon: u32 = "Versjonen endringen kom i",
        "dato" dato: Date = "Når",
        "tekst" tekst: Tekst = "Hva som er endret",
    }
}

record! {
    /// A tilbud, or a mal for one.
    pub struct RawTilbud required ["tittel"] {
        "tittel" tittel: Tekst = "Navnet på tilbudet",
        "sammendrag" sammendrag: Tekst = "Hva du får, i én setning",
        "status" status: Status = "utkast, til-kvalitetssikring, publisert eller arkivert",
        "drift" drift: Drift = "aktiv (standard), stengt-midlertidig, planlagt eller avsluttet",
        "eier" eier: Ref = "Organisasjonen som gir tilbudet; standard er kommunen, fylket eller staten mappen tilhører",
        "pyramidenivå" pyramideniva: Ref = "Nivået i pyramiden",
        "tema" tema: Vec<Ref> = "Temaer, det viktigste først",
        "tilbudstype" tilbudstype: Vec<Ref> = "Hva slags tilbud det er",
        "målgrupper" malgrupper: Vec<Ref> = "Hvem tilbudet er for",
        "alder" alder: RawAlder = "Alder i hele år; utelat for alle aldre",
        "risikogrupper" risikogrupper: Vec<Ref> = "Risikogrupper tilbudet er rettet mot",
        "diagnosegrupper" diagnosegrupper: Vec<Ref> = "Diagnosegrupper tilbudet er rettet mot",
        "bti_nivå" bti_niva: Vec<Ref> = "Nivå i Bedre tverrfaglig innsats",
        "lovkrav" lovkrav: Vec<Ref> = "Plikter tilbudet oppfyller, fra lovkrav.csv",
        "ikke_lovpålagt" ikke_lovpalagt: Vec<Ref> = "Vanlige tilbud utover loven, fra ikke-lovpålagt.csv",
        "dekning" dekning: Vec<Ref> = "Hvor tilbudet gis: landet, fylke/…, kommune/…, bydel/…/…",
        "kontakt" kontakt: RawKontakt = "Hvordan en får tak i noen",
        "steder" steder: Vec<Spanned<RawSted>> = "Hvor det er",
        "åpningstider" apningstider: RawOpeningHours = "Når det er åpent, eller døgnåpent",
        "åpningstider_merknad" apningstider_merknad: Tekst = "Merknad til åpningstidene",
        "stengt" stengt: Vec<Spanned<RawClosure>> = "Perioder det er stengt",
        "sesong" sesong: Vec<Month> = "Månedene tilbudet finnes",
        "pris" pris: RawPris = "gratis, eller beløp, enhet og merknad",
        "inngang" inngang: Vec<Ref> = "Hvordan en får tilbudet",
        "slik_får_du_det" slik_far_du_det: Tekst = "Hvordan en får tilbudet, i en–to setninger",
        "språk" sprak: Vec<Ref> = "Språk tilbudet gis på",
        "tolk" tolk: bool = "Om tolk kan komme",
        "tilgjengelighet" tilgjengelighet: RawTilgjengelighet = "Hvem som kommer inn",
        "brukermedvirkning" brukermedvirkning: RawDegree = "Om brukerne medvirker",
        "evaluering" evaluering: RawDegree = "Om tilbudet er evaluert",
        "god_praksis" god_praksis: RawDegree = "Om tilbudet er del av god praksis",
        "vurdering" vurdering: Entries<Verdict> = "Svar på metodens kriterier: ja, delvis, nei, ikke-vurdert",
        "ressurser" ressurser: RawRessurser = "Årsverk, lokaler og midler",
        "neste" neste: Vec<Ref> = "Tiltakskjede: tilbud veien går videre til",
        "forrige" forrige: Vec<Ref> = "Tiltakskjede: tilbud veien kommer fra",
        "kontrollert" kontrollert: RawKontroll = "Når og av hvilken stilling opplysningene sist ble kontrollert",
        "neste_kontroll" neste_kontroll: Date = "Når opplysningene skal kontrolleres igjen",
        "kontrollintervall" kontrollintervall: u16 = "Dager mellom kontroller",
        "gyldig_fra" gyldig_fra: Date = "Første dag tilbudet gjelder",
        "gyldig_til" gyldig_til: Date = "Siste dag tilbudet gjelder",
        "kilde" kilde: Box<str> = "Hvor opplysningene er fra",
        "beskjed" beskjed: Tekst = "Beskjed som vises øverst",
        "søkeord" sokeord: Words = "Ordene folk bruker",
        "sensitiv" sensitiv: bool = "Nøytral sidetittel og «Forlat siden»; standard følger av tema",
        "må_sjekkes" ma_sjekkes: Vec<Box<str>> = "Det som må bekreftes før publisering",
        "basert_på" basert_pa: RawBasertPa = "Malen tilbudet bygger på",
        "tidligere_adresser" tidligere_adresser: Vec<Ref> = "Adresser siden har hatt før",
        "internt_notat" internt_notat: Box<str> = "For redaktører; vises aldri",
        "klarspråk" klarsprak: Switch = "av slår av språksjekken",
        "versjon" versjon: u32 = "Bare maler: versjonsnummer",
        "endringer" endringer: Vec<Spanned<RawMalChange>> = "Bare maler: hva som er endret",
        "dekker" dekker: MalDekker = "Bare maler: tilbud (standard), dokument eller rutine",
        "ansvar" ansvar: Ansvar = "Bare maler: kommune (standard), fylkeskommune eller stat",
        "etat" etat: Box<str> = "Bare maler: etaten som vanligvis har ansvaret",
        "må_fylles_inn" ma_fylles_inn: Vec<Tekst> = "Bare maler: det kommunen må fylle inn, som feltnavn eller med ord",
    }
}

/// Keys of [`RawTilbud`] that only maler have.
pub const MAL_ONLY: [&str; 6] = ["versjon", "endringer", "dekker", "ansvar", "etat", "må_fylles_inn"];
/// Keys of [`RawTilbud`] that maler lack: they belong to one owner.
pub const NOT_IN_MAL: [&str; 17] = [
    "status",
    "drift",
    "eier",
    "dekning",
    "kontrollert",
    "neste_kontroll",
    "kontakt",
    "steder",
    "neste",
    "forrige",
    "gyldig_fra",
    "gyldig_til",
    "ressurser",
    "vurdering",
    "tidligere_adresser",
    "basert_på",
    "internt_notat",
];

record! {
    /// A document or routine.
    pub struct RawDokument required ["tittel", "art", "status"] {
        "tittel" tittel: Tekst = "Navnet på dokumentet",
        "sammendrag" sammendrag: Tekst = "Hva det avgjør, i én setning",
        "art" art: DokumentArt = "dokument eller rutine",
        "status" status: Status = "utkast, til-kvalitetssikring, publisert eller arkivert",
        "eier" eier: Ref = "Etaten det hører til",
        "lovkrav" lovkrav: Vec<Ref> = "Plikter det oppfyller, fra lovkrav.csv",
        "lenke" lenke: Box<str> = "Hvor det kan leses",
        "vedtatt" vedtatt: RawKontroll = "Når og av hvem det ble vedtatt",
        "gyldig_fra" gyldig_fra: Date = "Første dag det gjelder",
        "gyldig_til" gyldig_til: Date = "Siste dag det gjelder",
        "ansvarlig" ansvarlig: Box<str> = "Stillingen som svarer for det",
        "kontrollert" kontrollert: RawKontroll = "Når og av hvilken stilling det sist ble kontrollert",
        "neste_kontroll" neste_kontroll: Date = "Når det skal kontrolleres igjen",
        "basert_på" basert_pa: RawBasertPa = "Malen det bygger på",
        "må_sjekkes" ma_sjekkes: Vec<Box<str>> = "Det som må bekreftes før publisering",
        "internt_notat" internt_notat: Box<str> = "For redaktører; vises aldri",
    }
}
