//! Splits compounds into the words they are made of: «helsestasjon» is also
//! found as «stasjon» and as «helse stasjon».
//!
//! A split needs every part in the lexicon, which comes with the index; what
//! merely looks like a compound («trening» is no «ring») stays whole.

use super::split::cut;
use super::stem::Stemmer;
use crate::order::order;
use crate::prelude::*;

/// The words that compounds are made of.
#[derive(Default)]
pub(crate) struct Lexicon {
    // Folded base forms, sorted: what a first part looks like.
    forms: Vec<String>,
    // Their keys, sorted: what a last part, in any inflection, comes down to.
    keys: Vec<String>,
}

/// No real compound of this domain has more parts.
const MOST_PARTS: usize = 4;

impl Lexicon {
    /// A lexicon of these base forms (folded).
    pub(crate) fn new(stemmer: &Stemmer, forms: Vec<String>) -> Lexicon {
        let mut keys = Vec::new();
        for it in &forms {
            keys.push(stemmer.key(it));
        }
        Lexicon { forms: sorted(forms), keys: sorted(keys) }
    }

    /// The parts of `folded` as they are spelt, first to last; empty when it
    /// is no compound. Fewest parts win, then the longest last part.
    pub(crate) fn split<'a>(&self, stemmer: &Stemmer, folded: &'a str) -> Vec<&'a str> {
        let mut parts = Vec::new();
        if folded.len() >= 6 && folded.len() <= 48 && folded.bytes().all(|it| it.is_ascii_lowercase()) {
            for n_parts in 2..=MOST_PARTS {
                if self.split_into(stemmer, folded, n_parts, &mut parts) {
                    break;
                }
            }
        }
        parts
    }

    fn split_into<'a>(&self, stemmer: &Stemmer, folded: &'a str, n_parts: usize, parts: &mut Vec<&'a str>) -> bool {
        if n_parts == 1 {
            let is_part = folded.len() >= 3 && contains(&self.keys, &stemmer.key(folded));
            if is_part {
                parts.push(folded);
            }
            return is_part;
        }
        for at in 3..folded.len().saturating_sub(2) {
            let head = cut(folded, 0, at);
            let next = self.forms.get(position(&self.forms, head)).filter(|it| it.starts_with(head));
            // No form begins so, nor with more letters.
            let Some(form) = next else { break };
            if form.len() > at {
                continue;
            }
            parts.push(head);
            // An s or an e may link the parts.
            let links = !head.ends_with('e') && matches!(folded.as_bytes().get(at), Some(b's' | b'e'));
            for rest in at..=at + usize::from(links) {
                if self.split_into(stemmer, cut(folded, rest, folded.len()), n_parts - 1, parts) {
                    return true;
                }
            }
            parts.pop();
        }
        false
    }
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    let order = order(words.len(), &|a, b| words[a as usize] < words[b as usize]);
    let mut sorted = Vec::new();
    for at in order {
        sorted.push(core::mem::take(&mut words[at as usize]));
    }
    sorted
}

/// Where a word is, or would be.
fn position(sorted: &[String], word: &str) -> usize {
    sorted.partition_point(|it| it.as_str() < word)
}

fn contains(sorted: &[String], word: &str) -> bool {
    sorted.get(position(sorted, word)).is_some_and(|it| it == word)
}

/// Words that compounds of this domain are commonly made of, in bokmål; the
/// corpus and the vocabularies add theirs.
#[cfg(feature = "write")]
pub(crate) const COMMON_PARTS: &str = "\
adopsjon adresse aktivitet akutt akuttur alarm alder alkohol ambulanse angst ansvar arbeid arena arrangement asyl \
avgift avhengighet avklaring avlastning avtale avvenning baby bading ball bane barn barsel basseng behandling behov \
bekymring beredskap besok besteforeldre betaling bibliotek bil bilde bistand bok bolig botilbud bruker brukerstyrt \
budsjett bundet bydel bygd dag dans data depresjon diagnose dialog digital dokument dogn dod dyr egen elev \
epost erfaring ernaring etat etter fag fagfolk familie far fast fattigdom ferie film fod fodsel folke \
forebygging foreldre forening forsikring forstyrrelse forvaltning fosterhjem fostring fot fotball fravar fri frihet \
frilufts frist frisk frivillig frokost fylke funksjon fysioterapi fysio gave gjeld gjeng gruppe gymnas habilitering \
hage hall handling handverk hash hasj hat helg helse hjelp hjem hjemme hjemmel hjerne hob hobby hud hus hushold \
hund hverdag hybel hytte hudlege idrett inkludering informasjon innleggelse innsats inntekt institusjon integrering \
internett jente jobb jord jordmor journal jul kafe kamera kirke kjerne kjokken kjonn kjop klage klasse klatre klubb klar \
kne kode kommune konflikt konfirmasjon konsultasjon kontakt kontor kontroll koordinator kor korps kort kort kost krav \
kreft kriminalitet krise kropp kultur kunst kurs kveld kvinne laerer lag lake land laring leder lege lek lekse leie \
leir leksehjelp les lese lete liv lokal los lokale lonn lov lov lan mal maling mamma mangfold mat matte matematikk \
medisin mekling melding mestring middag middel milj mob mobbing moderasjon mor morsmal mote motor mottak musikk myndighet \
nabo narmiljo natt natur nett nettverk nod norsk nummer nytte natt oko ombud omrade omsorg opp oppfolging opphold \
opplaring oppvekst oppgave opplysning ordning organisasjon overgang overgrep pappa parorende park partner pasient \
pedagog pedagogikk penger person personlig plan plass pleie politi post pris program prosjekt psykisk psykolog \
pubertet rad radgiver rett rettighet rom rus rusmiddel rute radgivning samarbeid samfunn samisk samliv samtale \
samvar sang sats sekretar seksual selskap selv selvmord selvskading senter side sikkerhet sjakk sju skade skilsmisse \
skjema skole skoleelev skrive skyss smabarn smerte snakke sommer sor sorg sosial spill spise spesial sprak sport \
stasjon sted stonad stotte stress student studie sykdom syk sykehus sykepleier sykkel syn system soknad \
sosken sov sovn tale tann tanke team teater tegn tegnsprak teknologi telefon tenk terapi terapeut test tid tilbud tilskudd \
tilsyn tiltak time tjeneste tolk tone topp torg trafikk transport trass traume trening trinn trygd trygghet tur tverretatlig \
trivsel tak tvang undervisning undersokelse ung ungdom utdanning ute utdeling utredning uro utlan utstyr utsyn utvikling vaksine vaksinasjon vakt \
valg vandring vann vansker vanske veiledning veileder venn venner verksted vern verktoy video virksomhet voksen vold voldtekt \
vurdering var varing vegring nekting omradet opptak okonomi okt ovelse oye arbeider assistent konsulent kurset \
leder lege medarbeider medlem gang giver taker tagging adferd atferd samling sammen skriving stamming lesing regning mobb";

/// The forms of `lexicon` that some word is split into; `splits` has the parts of each.
///
/// The split of those words by a lexicon of these alone is the same: a split
/// that the whole lexicon preferred is still there, and nothing new is.
#[cfg(feature = "write")]
pub(crate) fn used_forms<'a>(
    stemmer: &Stemmer,
    lexicon: &Lexicon,
    splits: impl Iterator<Item = &'a [&'a str]>,
) -> alloc::collections::BTreeSet<String> {
    let by_key: alloc::collections::BTreeMap<String, &String> =
        lexicon.forms.iter().rev().map(|it| (stemmer.key(it), it)).collect();
    let mut forms = alloc::collections::BTreeSet::new();
    for parts in splits {
        let Some((last, heads)) = parts.split_last() else { continue };
        forms.extend(heads.iter().map(|it| (*it).to_owned()));
        forms.extend(by_key.get(&stemmer.key(last)).map(|it| (*it).clone()));
    }
    forms
}
