//! What the page of a tilbud tells a reader.

use nettungen::model::{Route, Site};
use nettungen::pipeline::Press;
use nettungen::render::Theme;
use nettungen_tests::{check, sources};

/// The site of the fixture kommune with more tilbud: name, and lines of its head beyond what all need.
fn with(all: &[(&str, &str)]) -> Site {
    let text: String = all
        .iter()
        .map(|(name, lines)| {
            let unless_given = |line: &'static str| {
                if line.split(' ').next().is_some_and(|key| lines.contains(key)) { "" } else { line }
            };
            let tema = unless_given("tema: [helse]\n");
            let kind = unless_given("tilbudstype: [helsetjeneste]\n");
            format!(
                "//- kommuner/testvik/tilbud/{name}.md\n---\ntittel: {name}\nsammendrag: Prøve.\nstatus: publisert\n\
                 pyramidenivå: alle\n{tema}{kind}målgrupper: [barn]\n\
                 inngang: [direkte]\nkontrollert: {{dato: 2026-10-01, av: Leder}}\n{lines}\n---\n"
            )
        })
        .collect();
    let (site, problems) = check(&sources(&text));
    site.unwrap_or_else(|| panic!("{problems:?}"))
}

/// The page of a tilbud.
fn page(site: &Site, name: &str) -> String {
    let theme = Theme::embedded().expect("the embedded theme is whole");
    let key = format!("testvik/{name}");
    let id = site.tilbud_ids().find(|it| *site.tilbud(*it).key == *key).expect("it is there");
    let page = Press::new(site, &theme).page(&Route::Tilbud(id)).expect("it can be made");
    String::from_utf8(page.bytes).expect("pages are UTF-8")
}

const PHONE: &str = "kontakt: {telefon: \"00 00 00 00\"}";

/// A district is named once: not again where the place or the town is named for it.
#[test]
fn a_district_is_said_once() {
    let place = |name: &str, town: &str| {
        format!(
            "{PHONE}\nsteder: [{{navn: {name}, adresse: Veien 1, postnummer: \"0000\", poststed: {town}, bydel: sentrum}}]"
        )
    };
    let cases = [
        ("a", place("Sentrum skole", "Testvik"), "Sentrum skole, Veien 1, 0000 Testvik"),
        ("b", place("Skolen", "Sentrum"), "Skolen, Veien 1, 0000 Sentrum"),
        ("c", place("Skolen", "Testvik"), "Skolen, Veien 1, 0000 Testvik, Sentrum"),
        ("d", place("Sentrumsgården", "Testvik"), "Sentrumsgården, Veien 1, 0000 Testvik, Sentrum"),
    ];
    let site = with(&cases.each_ref().map(|(name, lines, _)| (*name, lines.as_str())));
    for (name, _, said) in cases {
        let html = page(&site, name);
        assert!(html.contains(&format!("Hvor: {said}\n")), "{name}: {html}");
    }
}

/// Norwegian is one language to those who want help, and languages are small words.
#[test]
fn languages_are_named_as_in_a_sentence() {
    let lines = format!("{PHONE}\nspråk: [nn, nb, en, se]\ntolk: true");
    let html = page(&with(&[("a", &lines)]), "a");
    assert!(html.contains("<dd class=\"lang\">norsk, engelsk og nordsamisk. Tolk ved behov</dd>"), "{html}");
}

/// When it is closed, only those are named who answer at any hour.
#[test]
fn who_is_named_when_closed_answers() {
    let always = |rest: &str| format!("apningstider: døgnåpent\n{rest}").replace("apn", "åpn");
    let [web, phone, chat, stopped] = [
        "kontakt: {nettside: \"https://prove.example/\"}".to_owned(),
        PHONE.to_owned(),
        "kontakt: {chat: \"https://prove.example/chat\"}".to_owned(),
        format!("{PHONE}\ndrift: stengt-midlertidig"),
    ]
    .map(|it| always(&it));
    let hours = format!("{PHONE}\nåpningstider: [{{dager: [hverdager], fra: \"08:00\", til: \"15:00\"}}]");
    let site = with(&[("dag", &hours), ("nett", &web), ("ring", &phone), ("prat", &chat), ("stopp", &stopped)]);
    let html = page(&site, "dag");
    let named_there =
        html.split("data-when-closed").nth(1).and_then(|it| it.split("</section>").next()).expect("it is there");
    for (name, named) in [("ring", true), ("prat", true), ("nett", false), ("stopp", false)] {
        assert_eq!(named_there.contains(&format!("/tilbud/{name}/")), named, "{name}");
    }
}

/// When it is closed, those are named who help with the same, or in the same way; and one telephone once, however
/// it is written.
#[test]
fn who_is_named_when_closed_helps_with_the_same() {
    let day = "åpningstider: [{dager: [lørdag], fra: \"10:00\", til: \"12:00\"}]";
    let closes = |tema: &str, kind: &str| format!("{PHONE}\n{day}\ntema: [{tema}]\ntilbudstype: [{kind}]");
    let always = |telephone: &str, tema: &str| {
        format!(
            "kontakt: {{telefon: \"{telephone}\"}}\nåpningstider: døgnåpent\ntema: [{tema}]\ntilbudstype: [helsetjeneste]"
        )
    };
    let records = [
        ("idrett", closes("fritid, helse", "aktivitet")),
        ("fastlege", closes("helse", "behandling")),
        ("jordmor", closes("graviditet, helse", "helsetjeneste")),
        ("ungdom", closes("venner, psykisk-helse", "aktivitet")),
        ("legevakt", always("00 00 00 00", "akutt, helse")),
        ("legevakt-i-landet", always("00000000", "akutt, helse")),
        ("samtale", always("00 00 00 01", "psykisk-helse, rus")),
    ];
    let site = with(&records.each_ref().map(|(name, lines)| (*name, lines.as_str())));
    for (name, legevakt, samtale) in [("idrett", 0, 0), ("fastlege", 1, 0), ("jordmor", 1, 0), ("ungdom", 0, 1)] {
        let html = page(&site, name);
        let named = html.split("data-when-closed").nth(1).and_then(|it| it.split("</section>").next()).unwrap_or("");
        assert_eq!(named.matches("data-card=\"testvik/legevakt").count(), legevakt, "{name}: {named}");
        assert_eq!(named.matches("data-card=\"testvik/samtale").count(), samtale, "{name}: {named}");
    }
}

/// What does not run says since when and until when, where the record has it.
#[test]
fn what_is_stopped_says_from_when() {
    let closed =
        format!("{PHONE}\ndrift: stengt-midlertidig\nstengt: [{{fra: 2026-11-01, til: 2027-01-03, grunn: Vannskade}}]");
    let bare = format!("{PHONE}\ndrift: stengt-midlertidig");
    let planned = format!("{PHONE}\ndrift: planlagt\ngyldig_fra: 2027-01-10");
    let site = with(&[("a", &closed), ("b", &bare), ("c", &planned)]);
    let stopped = |name: &str| {
        let html = page(&site, name);
        let words = html.split("<div class=\"notice\"><p><strong>").nth(1).and_then(|it| it.split("</strong>").next());
        words.unwrap_or_default().to_owned()
    };
    assert_eq!(stopped("a"), "Midlertidig stengt fra 1. november 2026 til 3. januar 2027");
    assert!(page(&site, "a").contains("(Vannskade)"), "closed days are told without opening hours too");
    assert_eq!(stopped("b"), "Midlertidig stengt");
    assert_eq!(stopped("c"), "Planlagt. Begynner 10. januar 2027.");
}

/// What the record says of holidays is told; what it does not say is not.
#[test]
fn hours_tell_of_holidays() {
    let hours =
        |more: &str| format!("{PHONE}\nåpningstider: [{{dager: [hverdager], fra: \"08:00\", til: \"15:00\"{more}}}]");
    let [open, closed, unsaid] = [", helligdager: åpent", ", helligdager: stengt", ""].map(hours);
    let site = with(&[("a", &open), ("b", &closed), ("c", &unsaid)]);
    let told =
        |name: &str| page(&site, name).split("<table class=\"hours\">").nth(1).map(str::to_owned).expect("hours");
    assert!(told("a").contains("Åpent også på helligdager"));
    assert!(told("b").contains("Stengt på helligdager"));
    assert!(!told("c").contains("elligdager"));
}
