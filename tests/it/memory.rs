//! A check that remembers the last one finds exactly what a check of everything finds.

use nettungen::model::Settings;
use nettungen::pipeline::{self, Memory};
use nettungen::read::SourceFile;
use nettungen_tests::{settings, sources};
use proptest::prelude::*;

const HEAD: &str = "sammendrag: Gratis råd.\nstatus: publisert\npyramidenivå: alle\ntema: [helse]\n\
    tilbudstype: [helsetjeneste]\nmålgrupper: [barn]\ninngang: [direkte]\nkontakt: {telefon: \"00 00 00 00\"}\n\
    kontrollert: {dato: 2026-10-01, av: Leder}";

/// Files and what they may hold: everything that one record can say of another.
fn pool() -> Vec<(&'static str, Vec<String>)> {
    let tilbud = |more: &str, body: &str| format!("---\ntittel: Et tilbud\n{HEAD}\n{more}\n---\n{body}\n");
    let kommune = |more: &str| {
        let own = "nummer: \"9909\"\nnavn: Testvik\neksempel: true\nfylke: testfylket\n";
        format!("{own}bydeler: [{{slug: sentrum, navn: Sentrum}}]\n{more}\n")
    };
    vec![
        (
            "kommuner/testvik/tilbud/a.md",
            vec![
                tilbud("neste: [b]", "Tekst."),
                tilbud("forrige: [testvik/b-b]", "Se [b](tilbud:b)."),
                tilbud("eier: etaten", "Se [siden](side:ny) og [her](/testvik/) og [der](/testvik/tilbud/b/)."),
                tilbud("basert_på: {mal: egen, versjon: 1}\ntidligere_adresser: [/testvik/tilbud/b/]", ""),
                tilbud("steder: [{bydel: sentrum}]", "Fyll inn: «fyll inn: telefontid»"),
                "---\ntittel: [\n---\n".to_owned(),
            ],
        ),
        ("kommuner/testvik/tilbud/b.md", vec![tilbud("", "B."), tilbud("neste: [a, c]", "Nå med mer.")]),
        ("kommuner/testvik/tilbud/b-b.md", vec![tilbud("forrige: [b]", "Se [c](tilbud:testvik/c).")]),
        ("kommuner/testvik/tilbud/c.md", vec![tilbud("neste: [b-b]", ""), tilbud("status: arkivert", "")]),
        (
            "kommuner/testvik/kommune.yaml",
            vec![
                kommune(""),
                kommune("kontakt: {telefon: \"00 00 00 00\"}"),
                kommune("skjul: [{tilbud: testvik/b, grunn: Test}]"),
                kommune("inkluder: [{tilbud: testvik/c}]\nmålform: nynorsk"),
            ],
        ),
        (
            "kommuner/testvik/organisasjoner/etaten.md",
            vec!["---\nnavn: Etaten\n---\n".to_owned(), "---\nnavn: Laget\ntype: frivillig\n---\n".to_owned()],
        ),
        (
            "kommuner/testvik/dokumenter/plan.md",
            vec!["---\ntittel: Plan\nart: dokument\nstatus: publisert\nlovkrav: [helsestasjon]\n---\nSe [a](tilbud:a).\n".to_owned()],
        ),
        (
            "maler/egen.md",
            vec![
                "---\ntittel: Mal\nversjon: 1\nsøkeord: [mal]\n---\nSe [b](tilbud:testvik/b).\n".to_owned(),
                "---\ntittel: Mal\nversjon: 2\nendringer: [{versjon: 2, dato: 2026-10-01, tekst: Ny}]\n---\nNy tekst.\n"
                    .to_owned(),
            ],
        ),
        ("sider/ny.md", vec!["---\ntittel: Ny side\n---\nSe [b](tilbud:testvik/b).\n".to_owned()]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, max_shrink_iters: 20, ..ProptestConfig::default() })]

    #[test]
    fn a_recheck_is_a_check(steps in prop::collection::vec((0..9_usize, 0..8_usize, 0..4_usize), 1..14)) {
        let pool = pool();
        let mut sources = sources("");
        let mut memory = Memory::default();
        for (which, what, day) in steps {
            let (path, texts) = &pool[which];
            match texts.get(what) {
                Some(text) => { sources.put(SourceFile::text(*path, text.as_str())); }
                None => { sources.remove(path); }
            }
            // A preview lives past midnight: what was controlled is in the future, fresh, or long ago.
            let day = ["2026-09-30", "2026-11-22", "2026-11-22", "2030-01-01"][day];
            let settings = Settings { dato: day.parse().expect("a day"), ..settings() };
            let (site, problems) = pipeline::recheck(&sources, &settings, &mut memory);
            let (expected_site, expected) = pipeline::check(&sources, &settings);
            prop_assert_eq!(problems, expected);
            prop_assert!(site == expected_site, "another site after {} {}", path, what);
        }
    }
}

/// Files that come and go leave the set as if it had been read anew.
#[test]
fn a_changed_set_shows_problems_as_a_new_one() {
    use nettungen::diag::{Format, Language, render};
    let wrong = "---\ntittel: A\nstatus: utkst\n---\n";
    let (first, last) = ("kommuner/testvik/tilbud/a.md", "kommuner/testvik/tilbud/x.md");
    let mut changed = sources("");
    for path in [last, "kommuner/testvik/tilbud/m.md", first] {
        assert!(changed.put(SourceFile::text(path, wrong)));
        assert!(!changed.put(SourceFile::text(path, wrong)), "the same again is no change");
    }
    assert!(changed.remove("kommuner/testvik/tilbud/m.md") && !changed.remove("kommuner/testvik/tilbud/m.md"));
    let new = sources(&format!("//- {first}\n{wrong}//- {last}\n{wrong}"));
    let shown = |sources| {
        let (_, problems) = pipeline::check(sources, &settings());
        render(&problems, sources, Format::Short, Language::Nb)
    };
    assert_eq!(shown(&changed), shown(&new));
}
