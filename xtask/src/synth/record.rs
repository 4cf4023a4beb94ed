//! One synthetic record as its file. Every field of the format occurs, each as often as in real content.

use std::fmt::Write as _;

use fastrand::Rng;

use super::sources::{Kommune, Sources};

/// The bodies of each kommune: its etater first, then clubs.
pub(crate) const ORGANISASJONER: [&str; 14] = [
    "oppvekst",
    "skole",
    "barnehage",
    "helse",
    "barnevern",
    "ppt",
    "nav",
    "kultur",
    "idrettslag",
    "speidere",
    "korps",
    "kirke",
    "frivilligsentral",
    "rusvern",
];

const N_ETATER: usize = 8;
const N_BYDELER: usize = 4;
const DAGER: [&str; 5] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag"];
const NOTICE: &str = "Syntetisk innhold til måling";

/// The file of a kommune that takes part.
pub(crate) fn kommune(kommune: &Kommune) -> String {
    let mut out = format!(
        "# {NOTICE}: ingenting her er virkelig.\nnummer: \"{}\"\nnavn: {}\nkontakt: {{telefon: \"00 00 00 00\", epost: \
         post@{}.example}}\nbarn: {{antall: 2400, år: 2026, kilde: {NOTICE}}}\nbydeler:\n",
        kommune.nummer, kommune.navn, kommune.slug
    );
    for nr in 0..N_BYDELER {
        let _ = writeln!(out, "  - {{slug: bydel-{nr}, navn: Bydel {nr}}}");
    }
    out += "ansvarlige:\n";
    for etat in &ORGANISASJONER[..N_ETATER] {
        let _ =
            writeln!(out, "  - {{etat: {etat}, stilling: Rådgiver {etat}, epost: {etat}@{}.example}}", kommune.slug);
    }
    let _ = writeln!(out, "publiseringsansvarlig: {{stilling: Koordinator, epost: post@{}.example}}", kommune.slug);
    out
}

/// The file of a body.
pub(crate) fn organisasjon(slug: &str) -> String {
    let is_etat = ORGANISASJONER[..N_ETATER].contains(&slug);
    let kind = if is_etat { "etat" } else { "frivillig" };
    let (first, rest) = slug.split_at(1);
    format!("---\nnavn: {}{rest}\ntype: {kind}\nbeskrivelse: {NOTICE}.\n---\n", first.to_uppercase())
}

/// The name of the file of the tilbud with this number.
pub(crate) fn slug(nr: usize) -> String {
    format!("tilbud-{nr:04}")
}

/// The file of one of `n` tilbud.
pub(crate) fn tilbud(sources: &Sources, rng: &mut Rng, nr: usize, n: usize) -> String {
    let mut out = String::with_capacity(3000);
    out += "---\n";
    head(&mut out, sources, rng, nr);
    groups(&mut out, sources, rng, nr);
    way_in(&mut out, sources, rng, nr);
    planning(&mut out, rng, n);
    let _ = writeln!(out, "kilde: {NOTICE}");
    let words: Vec<String> = (0..rng.usize(2..6)).map(|_| sources.words.compound(rng)).collect();
    let _ = writeln!(out, "søkeord: [{}]", words.join(", "));
    out += "---\n";
    for _ in 0..3 {
        let length = rng.usize(27..45);
        out += &sources.words.text(rng, length);
        out += "\n\n";
    }
    out
}

fn head(out: &mut String, sources: &Sources, rng: &mut Rng, nr: usize) {
    let length = rng.usize(3..6);
    let title = sources.words.phrase(rng, length);
    let (first, rest) = title.split_at(title.chars().next().map_or(0, char::len_utf8));
    let _ = writeln!(out, "tittel: {}{rest} {nr}", first.to_uppercase());
    let _ = writeln!(out, "sammendrag: {:?}", sources.words.text(rng, 8));
    let status = match rng.u32(..100) {
        0..3 => "utkast",
        3..5 => "til-kvalitetssikring",
        _ => "publisert",
    };
    let _ = writeln!(out, "status: {status}");
    if rng.u32(..50) == 0 {
        out.push_str("drift: stengt-midlertidig\nbeskjed: Stengt for oppussing.\n");
    }
    let _ = writeln!(out, "eier: {}", ORGANISASJONER[zipf(rng, ORGANISASJONER.len())]);
}

fn groups(out: &mut String, sources: &Sources, rng: &mut Rng, nr: usize) {
    let duty = sources.duties.get(nr);
    let levels = sources.list("pyramidenivå");
    let level = duty.map(|it| it.level.as_str()).filter(|it| levels.contains(it));
    let _ = writeln!(out, "pyramidenivå: {}", level.unwrap_or(levels[zipf(rng, levels.len())]));
    pick(out, rng, "tema", &sources.list("tema"), 1..4);
    pick(out, rng, "tilbudstype", &sources.list("tilbudstype"), 1..3);
    pick(out, rng, "målgrupper", &sources.list("målgrupper"), 1..3);
    if rng.u32(..10) > 0 {
        let from = rng.u32(..17);
        let _ = writeln!(out, "alder: {{fra: {from}, til: {}}}", from + rng.u32(1..8));
    }
    if rng.u32(..3) == 0 {
        pick(out, rng, "risikogrupper", &sources.list("risikogrupper"), 1..4);
    }
    if rng.u32(..8) == 0 {
        pick(out, rng, "diagnosegrupper", &sources.list("diagnosegrupper"), 1..3);
    }
    // One kommune in ten lacks any given duty.
    if let Some(duty) = duty.filter(|_| rng.u32(..10) > 0) {
        let _ = writeln!(out, "lovkrav: [{}]", duty.id);
    }
}

fn way_in(out: &mut String, sources: &Sources, rng: &mut Rng, nr: usize) {
    let _ = writeln!(
        out,
        "kontakt: {{telefon: \"00 00 00 00\", epost: post@tilbud.example, nettside: https://tilbud.example/{nr}}}"
    );
    let hidden = if rng.u32(..40) == 0 { "adresse_skjult: true" } else { "adresse: Prøveveien 1" };
    let bydel = rng.usize(..N_BYDELER);
    let _ = writeln!(out, "steder: [{{navn: Prøvehuset, {hidden}, poststed: Prøvestad, bydel: bydel-{bydel}}}]");
    let day = rng.usize(..DAGER.len());
    let _ = writeln!(out, "åpningstider: [{{dager: [{}], fra: \"09:00\", til: \"15:30\"}}]", DAGER[day]);
    match rng.u32(..4) {
        0 => out.push_str("pris: {beløp: 150, enhet: per gang}\n"),
        _ => out.push_str("pris: gratis\n"),
    }
    pick(out, rng, "inngang", &sources.list("inngang"), 1..2);
    out.push_str("slik_får_du_det: Ring oss, eller bare kom innom.\nspråk: [nb, en]\n");
    out.push_str("tilgjengelighet: {rullestol: true, teleslynge: false}\n");
}

fn planning(out: &mut String, rng: &mut Rng, n: usize) {
    out.push_str("brukermedvirkning: tjeneste\nevaluering: {grad: intern, år: 2025}\n");
    out.push_str("vurdering: {narmiljo: ja, tverretatlig: delvis, helhet: nei}\n");
    if rng.u32(..4) == 0 {
        let staff = rng.u32(1..9);
        let _ = writeln!(out, "ressurser: {{årsverk: {staff}.5, midler: {}00000, år: 2026}}", staff * 8);
    }
    if rng.u32(..10) == 0 {
        let _ = writeln!(out, "neste: [{}]", slug(rng.usize(..n)));
    }
    let (month, day) = (rng.u32(3..11), rng.u32(1..29));
    let _ = writeln!(out, "kontrollert: {{dato: 2026-{month:02}-{day:02}, av: Fagkoordinator}}");
}

/// A list of different values of a vocabulary, the first of it most often.
fn pick(out: &mut String, rng: &mut Rng, key: &str, values: &[&str], how_many: std::ops::Range<usize>) {
    let mut chosen: Vec<&str> = (0..rng.usize(how_many)).map(|_| values[zipf(rng, values.len())]).collect();
    chosen.sort_unstable();
    chosen.dedup();
    let _ = writeln!(out, "{key}: [{}]", chosen.join(", "));
}

/// A place below `n`, the low ones most often (Zipf's law).
fn zipf(rng: &mut Rng, n: usize) -> usize {
    (((n + 1) as f64).powf(rng.f64()) as usize).clamp(1, n) - 1
}
