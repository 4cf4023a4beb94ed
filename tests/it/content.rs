//! The content that ships: whole, in both written standards, and showing all that Nettungen can do.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use nettungen::diag::{Diagnostics, Severity};
use nettungen::model::{DekkesAv, Drift, Lang, Liste, MalDekker, Scope, Site, TermId, Tilbud};
use nettungen::pipeline;
use nettungen::read::{SourceFile, Sources, disk, markdown};
use nettungen_tests::{settings, sources_with};

/// The content folder of the repository, with the example kommuner.
fn shipped() -> &'static (Sources, Option<Site>, Diagnostics) {
    static SHIPPED: OnceLock<(Sources, Option<Site>, Diagnostics)> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let mut tree = disk::Tree::new(&folder, Vec::new()).expect("the repository has it");
        let sources = tree.read().expect("it can be read");
        let (site, problems) = pipeline::check(&sources, &settings());
        (sources, site, problems)
    })
}

fn site() -> &'static Site {
    shipped().1.as_ref().unwrap_or_else(|| panic!("{:?}", shipped().2))
}

/// A tilbud on each mal for one, in a kommune that says nothing itself.
fn on_every_mal() -> Site {
    let drafts = site().maler.iter().filter(|it| it.dekker == MalDekker::Tilbud).map(|mal| {
        let (slug, tittel) = (&mal.slug, mal.tittel.best(Lang::Nb));
        let text = format!("---\ntittel: \"{tittel}\"\nstatus: til-kvalitetssikring\nbasert_på: {slug}\n---\n");
        SourceFile::text(format!("kommuner/testvik/tilbud/fra-{slug}.md"), text)
    });
    let (site, problems) = nettungen_tests::check(&sources_with(drafts.collect()));
    site.unwrap_or_else(|| panic!("{problems:?}"))
}

fn drafts(site: &Site) -> impl Iterator<Item = &Tilbud> {
    site.tilbud.iter().map(|it| &**it).filter(|it| it.slug.as_str().starts_with("fra-"))
}

/// No errors; and no warnings but those that the examples show on purpose.
#[test]
fn nothing_is_wrong_with_it() {
    let (sources, _, problems) = shipped();
    for it in problems.iter().filter(|it| it.severity != Severity::Notice) {
        let path = sources.path(it.span.file);
        assert!(it.code == "ikke-bekreftet" && path.starts_with("kommuner/"), "{path}: {it:?}");
    }
}

/// A draft on any mal is complete enough for quality control: every required field is inherited.
#[test]
fn every_mal_validates() {
    let site = on_every_mal();
    let n = site.maler.iter().filter(|it| it.dekker == MalDekker::Tilbud).count();
    assert_eq!(drafts(&site).count(), n);
    for it in drafts(&site) {
        assert!(it.pyramideniva.is_some() && !it.tema.is_empty() && !it.malgrupper.is_empty(), "{}", it.key);
    }
}

/// Each duty that a tilbud, document or routine meets has a mal of that kind, owed by the same level.
#[test]
fn every_duty_has_a_mal() {
    let site = site();
    for (at, krav) in (0..).zip(&site.lovkrav) {
        let fits = |dekker: MalDekker| match krav.dekkes_av {
            DekkesAv::Tilbud => dekker == MalDekker::Tilbud,
            DekkesAv::Dokument | DekkesAv::Rutine => dekker != MalDekker::Tilbud,
        };
        let found = site.maler.iter().any(|mal| {
            mal.lovkrav.contains(&nettungen::model::LovkravId(at)) && fits(mal.dekker) && mal.ansvar == krav.ansvar
        });
        assert!(found, "no mal for {}", krav.slug);
    }
    let used: BTreeSet<_> = drafts(&on_every_mal()).flat_map(|it| it.ikke_lovpalagt.clone()).collect();
    assert_eq!(used.len(), site.ikke_lovpalagt.len(), "a common offer has no mal");
}

/// Maler and pages of text exist in bokmål and nynorsk, all of them, and say as much as an editor needs.
#[test]
fn bokmal_and_nynorsk_are_complete() {
    let built = on_every_mal();
    for it in drafts(&built) {
        for lang in [Lang::Nb, Lang::Nn] {
            let has = |text: &Option<nettungen::model::Tekst>| text.as_ref().is_some_and(|it| it.exact(lang).is_some());
            assert!(has(&it.sammendrag), "{} {lang:?}: sammendrag", it.key);
            assert!(has(&it.slik_far_du_det), "{} {lang:?}: slik_får_du_det", it.key);
            assert!(it.sokeord.iter().any(|(word, _)| *word == lang), "{} {lang:?}: søkeord", it.key);
            let body =
                it.body.iter().find(|it| it.lang == lang).unwrap_or_else(|| panic!("{} {lang:?}: tekst", it.key));
            let words = markdown::plain(&body.markdown).split_whitespace().count();
            assert!((60..=260).contains(&words), "{} {lang:?}: {words} words", it.key);
        }
    }
    let site = site();
    for mal in &site.maler {
        for lang in [Lang::Nb, Lang::Nn] {
            assert!(mal.tittel.exact(lang).is_some(), "{} {lang:?}", mal.slug);
            assert!(mal.body.iter().any(|it| it.lang == lang), "{} {lang:?}", mal.slug);
        }
    }
    for side in &site.sider {
        for lang in [Lang::Nb, Lang::Nn] {
            assert!(side.tittel.exact(lang).is_some(), "{} {lang:?}", side.slug);
            assert!(side.body.iter().any(|it| it.lang == lang), "{} {lang:?}", side.slug);
        }
    }
    for list in Liste::ALL {
        for term in site.vokabular.list(list) {
            assert!(term.navn.exact(Lang::Nn).is_some(), "{} in {}", term.slug, list.key());
        }
    }
    for it in &site.lovkrav {
        assert!(it.tittel.exact(Lang::Nn).is_some(), "{}", it.slug);
    }
    for it in site
        .tilbud
        .iter()
        .filter(|it| it.home == nettungen::model::Home::Stat && it.visible(settings().audience, settings().dato))
    {
        for lang in [Lang::Nb, Lang::Nn] {
            assert!(
                it.tittel.exact(lang).is_some() && it.body.iter().any(|body| body.lang == lang),
                "{} {lang:?}",
                it.key
            );
        }
    }
}

/// A group of synonyms says more than one thing, and nothing twice.
#[test]
fn synonyms_are_said_once() {
    let site = site();
    for group in &site.vokabular.synonymer {
        let words: Vec<String> = group.ord.iter().chain(&group.folk_sier).map(|it| it.to_lowercase()).collect();
        assert!(words.len() > 1, "{words:?}");
        assert!(words.iter().collect::<std::collections::BTreeSet<_>>().len() == words.len(), "{words:?}");
    }
    assert!(site.vokabular.synonymer.len() > 150);
}

/// Tilbud of the example kommuner, their fylke and their region.
fn examples() -> Vec<&'static Tilbud> {
    let site = site();
    site.tilbud.iter().map(|it| &**it).filter(|it| site.is_example(site.scope_of(it.home))).collect()
}

/// The examples use every word of every vocabulary that tilbud choose from.
#[test]
fn every_word_is_used() {
    let site = site();
    let examples = examples();
    let used = |list: Liste, of: &dyn Fn(&Tilbud) -> Vec<TermId>| {
        let found: BTreeSet<TermId> = examples.iter().flat_map(|it| of(it)).collect();
        for (id, term) in site.vokabular.terms(list) {
            assert!(found.contains(&id), "`{}` of {} is never used", term.slug, list.key());
        }
    };
    used(Liste::Pyramideniva, &|it| it.pyramideniva.into_iter().collect());
    used(Liste::BtiNiva, &|it| it.bti_niva.clone());
    used(Liste::Risikogrupper, &|it| it.risikogrupper.clone());
    used(Liste::Vurderingskriterier, &|it| it.vurdering.keys().copied().collect());
    used(Liste::Brukermedvirkning, &|it| it.brukermedvirkning.iter().map(|it| it.grad).collect());
    used(Liste::Evaluering, &|it| it.evaluering.iter().map(|it| it.grad).collect());
    used(Liste::GodPraksis, &|it| it.god_praksis.iter().map(|it| it.grad).collect());
    used(Liste::Malgrupper, &|it| it.malgrupper.clone());
    used(Liste::Tema, &|it| it.tema.clone());
    used(Liste::Tilbudstype, &|it| it.tilbudstype.clone());
    used(Liste::Inngang, &|it| it.inngang.clone());
    used(Liste::Diagnosegrupper, &|it| it.diagnosegrupper.clone());
    for drift in [Drift::Aktiv, Drift::StengtMidlertidig, Drift::Planlagt, Drift::Avsluttet] {
        assert!(examples.iter().any(|it| it.drift == drift), "{drift:?} is never used");
    }
    for (_, band) in site.vokabular.terms(Liste::Aldersband) {
        // Before birth there is no age in years.
        let Some((from, to)) = band.alder else { continue };
        let within = nettungen::model::Alder { fra: Some(from), til: Some(to) };
        assert!(examples.iter().any(|it| !it.alder.is_open() && it.alder.overlaps(within)), "{}", band.slug);
    }
}

/// Nothing in the examples could be taken for real: numbers of zeros, addresses that nobody can own.
#[test]
fn examples_are_plainly_unreal() {
    for it in examples() {
        for number in [&it.kontakt.telefon, &it.kontakt.sms].into_iter().flatten() {
            assert!(number.chars().all(|it| matches!(it, '0' | ' ')) || number.len() <= 7, "{}: {number}", it.key);
        }
        for address in [&it.kontakt.nettside, &it.kontakt.skjema, &it.kontakt.chat].into_iter().flatten() {
            let host = address.split('/').nth(2).unwrap_or_default();
            assert!(host.ends_with(".example"), "{}: {address}", it.key);
        }
        if let Some(epost) = &it.kontakt.epost {
            assert!(epost.ends_with(".example"), "{}: {epost}", it.key);
        }
    }
}

/// No real kommune has an invented tilbud, and nothing that has to be verified is public.
#[test]
fn nothing_invented_is_shown_as_real() {
    let site = site();
    for id in site.kommune_ids().filter(|id| !site.kommune(*id).eksempel) {
        for shown in site.shown_in(id) {
            let tilbud = site.tilbud(shown.id);
            assert!(!site.is_example(site.scope_of(tilbud.home)), "{}", tilbud.key);
        }
    }
    for it in site.tilbud.iter().filter(|it| it.visible(settings().audience, settings().dato)) {
        let example = site.is_example(site.scope_of(it.home));
        assert!(example || it.ma_sjekkes.is_empty(), "{}", it.key);
    }
    let kommuner: Vec<_> = site.kommune_ids().filter(|id| site.kommune(*id).eksempel).collect();
    assert_eq!(kommuner.len(), 3);
    for id in kommuner {
        let n = site.tilbud_in(Scope::Kommune(id)).len();
        assert!(n >= 80, "{}: {n}", site.kommune(id).navn);
    }
}
