//! Every kind of problem in content: what the editor sees, and where it points.

use nettungen::diag::{Format, Language, Text};
use nettungen::read::{Content, SourceFile};
use nettungen_tests::{check, problems, sources_with};

/// The valid tilbud with one line put in its head.
fn tilbud(line: &str) -> String {
    format!(
        "//- kommuner/testvik/tilbud/prove.md\n---\ntittel: Prøve\nsammendrag: En prøve.\nstatus: utkast\n{line}\n---\nTekst.\n"
    )
}

/// Asserts that `code` is reported on the line that `line` put at place 5, with nothing else wrong.
fn reports(line: &str, code: &str) {
    let shown = problems(&tilbud(line), Format::Short, Language::Nb);
    assert!(shown.starts_with("content/kommuner/testvik/tilbud/prove.md:5:"), "{line}: {shown}");
    assert!(shown.contains(&format!("[{code}]")), "{line}: {shown}");
    assert_eq!(shown.lines().count(), 1, "{line}: {shown}");
}

#[test]
fn the_fixture_itself_has_no_problems() {
    assert_eq!(problems("", Format::Human, Language::Nb), "");
}

#[test]
fn one_wrong_line_is_one_problem_on_that_line() {
    for (line, code) in [
        ("tiltel: Prøve", "ukjent-nokkel"),
        ("sammendrag: to ganger", "dobbel-nokkel"),
        ("tolk: kanskje", "feil-type"),
        ("beskjed: \"\"", "feil-type"),
        ("beskjed: {}", "feil-type"),
        ("drift: akitv", "ukjent-verdi"),
        ("tema: [hels]", "ukjent-referanse"),
        ("lovkrav: [helsestasjonn]", "ukjent-referanse"),
        ("eier: ingen-slik", "ukjent-referanse"),
        ("neste: [helsestasjn]", "ukjent-referanse"),
        ("basert_på: ingen-slik-mal", "ukjent-referanse"),
        ("dekning: [kommune/testvikk]", "ukjent-referanse"),
        ("dekning: [testvik]", "ukjent-dekning"),
        ("dekning: [landet]", "dekning-mot-eier"),
        ("alder: {fra: 18, til: 13}", "umulig-alder"),
        ("alder: {fra: 0, til: 200}", "umulig-alder"),
        ("gyldig_fra: 1.9.2026", "ugyldig-dato"),
        ("gyldig_fra: 2026-02-30", "ugyldig-dato"),
        ("stengt: [{fra: 2026-02-03, til: 2026-02-01}]", "feil-rekkefolge"),
        ("kontrollert: {dato: 2027-01-01, av: Leder}", "dato-i-framtiden"),
        ("kontakt: {epost: kari.nordmann@testvik.example}", "personlig-kontakt"),
        ("kontakt: {epost: post}", "ugyldig-epost"),
        ("kontakt: {telefon: ring oss}", "ugyldig-telefon"),
        ("kontakt: {telefon: \"22 33 44 55 6\"}", "ugyldig-telefon"),
        ("kontakt: {nettside: testvik.example}", "ugyldig-lenke"),
        ("kontakt: {nettside: \"javascript:alert(1)\"}", "ugyldig-lenke"),
        ("steder: [{adresse: Gata 1, adresse_skjult: true}]", "skjult-adresse"),
        ("steder: [{koordinater: {lat: 60, lon: 5}, adresse_skjult: true}]", "skjult-adresse"),
        ("steder: [{koordinater: {lat: 5, lon: 60}}]", "ugyldig-koordinat"),
        ("steder: [{postnummer: 12}]", "ugyldig-postnummer"),
        ("steder: [{bydel: sentrm}]", "ukjent-referanse"),
        ("pris: {gratis: ja, beløp: 100}", "umulig-pris"),
        ("åpningstider: [{dager: [mandag], fra: \"08:00\", til: \"08:00\"}]", "umulig-tid"),
        ("språk: [norsk]", "ukjent-sprak"),
        ("tidligere_adresser: [https://andre.example/]", "ugyldig-adresse"),
        ("må_fylles_inn: [kontakt]", "bare-i-mal"),
        ("må_sjekkes: [Telefontid]", "ma-sjekkes"),
        ("tema: &a [helse]", "ugyldig-yaml"),
    ] {
        reports(line, code);
    }
}

/// Editors see names on the pages, and files have other ones.
#[test]
fn an_organisation_is_found_by_its_name_for_people() {
    let lag = "//- kommuner/testvik/organisasjoner/il.md\n---\nnavn: {nb: Testvik idrettslag, nn: Testvik idrottslag}\ntype: frivillig\n---\n";
    for name in ["Testvik idrettslag", "testvik idrottslag"] {
        let shown = problems(&format!("{lag}{}", tilbud(&format!("eier: {name}"))), Format::Human, Language::Nb);
        assert!(shown.contains("mente du `il`?"), "{shown}");
    }
}

/// What cannot be a date, a telephone number or a file, and what could.
#[test]
fn dates_numbers_and_names_that_cannot_be() {
    for (line, help) in [
        ("gyldig_fra: 1.9.2026", "skriv år-måned-dag: `2026-09-01`"),
        ("gyldig_fra: 2026-02-30", "måneden har dagene 01 til 28"),
        ("gyldig_fra: 2026-13-01", "månedene er 01 til 12"),
        ("gyldig_fra: 2026/09/01", "skriv år-måned-dag: `2026-09-01`"),
        ("pris: {beløp: 30,- kr}", "innenfor klammer kan ingen verdi begynne med en strek"),
        ("pris: {beløp: 1 500 kr}", "skriv bare `1500`"),
        ("neste_kontroll: 2027-01-01\nkontrollintervall: 180 dager", "skriv bare `180`"),
        ("åpningstider: [{dager: [hverdager], fra: \"kl. 08:30\", til: \"15:30\"}]", "skriv bare `08:30`"),
        ("pyramidenivå: Tilbud til alle", "mente du `alle`?"),
        ("bti_nivå: [Nivå 1 – Innsats i eiga teneste]", "mente du `bti-1`?"),
        ("lovkrav: [Skulehelseteneste]", "mente du `skolehelsetjeneste`?"),
        ("ikke_lovpålagt: [Open barnehage]", "mente du `apen-barnehage`?"),
        ("tidligere_adresser: [leketreff]", "skriv den fra roten, for eksempel `/testvik/tilbud/leketreff/`"),
        ("tidligere_adresser: [testvik/tilbud/lek]", "for eksempel `/testvik/tilbud/lek/`"),
        ("tidligere_adresser: [https://nettungen.example/a/b/]", "for eksempel `/a/b/`"),
        ("tidligere_adresser: [https://nettungen.example/lek]", "for eksempel `/lek/`"),
        ("tidligere_adresser: [https://nettungen.example/?a=1]", "for eksempel `/fjordvik/tilbud/hfu/`"),
        ("kontakt: {telefon: 22 33 44 5}", "har 7 siffer; norske telefonnumre har 8"),
    ] {
        let shown = problems(&tilbud(line), Format::Human, Language::Nb);
        assert!(shown.contains(help), "{line}: {shown}");
    }
    for number in ["113", "116 117", "02800", "00 00 00 00", "+46 8 123 456 78"] {
        assert_eq!(problems(&tilbud(&format!("kontakt: {{telefon: \"{number}\"}}")), Format::Short, Language::Nb), "");
    }
    let unended = "//- kommuner/testvik/tilbud/prove.md\n---\ntittel: A\n\nTekst.\n";
    assert!(problems(unended, Format::Human, Language::Nb).contains("sett en linje `---` etter det siste feltet"));
    let renamed = "//- kommuner/testvik/tilbud/logoped.md.txt\n---\ntittel: A\n---\n";
    assert!(problems(renamed, Format::Human, Language::Nb).contains("kall den `logoped.md`"));
}

/// Whoever reads what is wrong reads what to write.
#[test]
fn what_to_write_instead() {
    for (line, nb, en) in [
        (
            "tema: [qqqq]",
            "finnes ikke i tema; velg en av: akutt, helse, ",
            "there is no `qqqq` in tema; one of: akutt, helse, ",
        ),
        ("tema: foreldrestotte, rus", "`[foreldrestotte, rus]`", "`[foreldrestotte, rus]`"),
        ("alder: 2-18", "skriv for eksempel `{fra: 2, til: 18}`", "write for example `{fra: 2, til: 18}`"),
        ("kontakt: ring oss", "`{telefon: …, telefon_navn: …}`", "`{telefon: …, telefon_navn: …}`"),
        (
            "målgrupper: barn, ungdom",
            "skriv flere som en liste: `[barn, ungdom]`",
            "write several as a list: `[barn, ungdom]`",
        ),
        ("kontakt: {epost: hei@}", "for eksempel `post@kommunen.example`", "write the whole address, such as"),
        ("lovkrav: [qqqq]", "; lovkravene står i lovkrav.csv", "; lovkrav.csv has the lovkrav"),
        ("ikke_lovpålagt: [qqqq]", "; de står i ikke-lovpålagt.csv", "; ikke-lovpålagt.csv has them"),
        ("neste: [qqqq]", "tilbudene ligger i kommuner/testvik/tilbud", "the tilbud are in kommuner/testvik/tilbud"),
        ("basert_på: qqqq", "malene ligger i mappen maler", "the maler are in the folder maler"),
        ("eier: qqqq", "de ligger i mappene organisasjoner", "they are in the folders organisasjoner"),
        (
            "dekning: [kommune/qqqqqq]",
            "; kommunene står i register/kommuner.csv",
            "register/kommuner.csv has the kommuner",
        ),
    ] {
        for (language, said) in [(Language::Nb, nb), (Language::En, en)] {
            let shown = problems(&tilbud(line), Format::Short, language);
            assert!(shown.contains(said), "{line}: {shown}");
        }
    }
}

/// Problems in the text of a tilbud, by the place in the text.
#[test]
fn problems_in_the_body() {
    for (body, code) in [
        ("Se [dette](tilbud:ingen-slik).", "ukjent-referanse"),
        ("Se [dette](rapport:pyramiden).", "brutt-lenke"),
        ("Se [dette](side:ingen).", "brutt-lenke"),
        ("Se [dette](/testvik/ingen-slik/).", "brutt-lenke"),
        ("Se [dette](javascript:alert).", "ugyldig-lenke"),
        ("Skriv til kari.nordmann@testvik.example.", "personlig-kontakt"),
        ("Ring Kari Nordmann på 900 00 000.", "personlig-kontakt"),
        ("Ring «fyll inn: telefon».", "ma-fylles-inn"),
        ("a\n\n<!-- språk: xx -->\n\nb", "ukjent-sprak"),
        ("a\n\n<!-- språk: nb -->\n\nb", "dobbel-tekst"),
    ] {
        let file = format!("//- kommuner/testvik/tilbud/prove.md\n---\ntittel: Prøve\nstatus: utkast\n---\n{body}\n");
        let shown = problems(&file, Format::Short, Language::Nb);
        assert!(shown.contains(&format!("[{code}]")), "{body}: {shown}");
    }
}

/// A tilbud with this text in this language, and what the language check says of it.
fn klarsprak(head: &str, body: &str) -> String {
    let file = format!(
        "//- kommuner/testvik/tilbud/prove.md\n---\ntittel: Prøve\nsammendrag: En prøve.\nstatus: utkast\n{head}---\n{body}\n"
    );
    problems(&file, Format::Short, Language::Nb)
}

const HEAVY: &str = "Det vises til søknadsbehandlingsprosedyrene vedrørende tildelingskriterier. \
    Søknadsbehandlingen gjennomføres fortløpende, hvoretter vedtaksbrevet utsendes elektronisk. \
    Henvendelser vedrørende saksbehandlingstid rettes saksbehandlingsavdelingen. \
    Dokumentasjonskrav vurderes individuelt, tilleggsopplysninger innhentes fortløpende. \
    Tildelingskriteriene fastsettes kommunestyrevedtak, klageadgangen reguleres forvaltningsloven. \
    Egenandelsberegningen gjennomføres etterskuddsvis, betalingsoppfordring utsendes månedlig. \
    Behandlingskapasiteten vurderes årlig, prioriteringskriterier offentliggjøres kommunens hjemmeside. \
    Kvalitetssikringsrutiner etterleves gjennomgående, avviksmeldinger registreres fortløpende, \
    forbedringstiltak iverksettes umiddelbart.";

/// Heavy language is found where it stands, with plainer words; a record can turn the check off.
#[test]
fn plain_language() {
    let long = format!("Du {} ja.", "og du ".repeat(16));
    for (head, body, code) in [
        ("", "Ring oss vedrørende barnet.", "tungt-ord"),
        ("", "Kom på kveldstid i forbindelse med ferien.", "tungt-ord"),
        ("", long.as_str(), "lang-setning"),
        ("", HEAVY, "tung-tekst"),
        ("", "Plass gis til alle. Timen bestilles på nett. Svar sendes i posten.", "mye-passiv"),
        ("", "Du kjem til oss. Vi er ikkje langt frå skolen.", "blandet-malform"),
        ("", "Kom.\n\n<!-- språk: nn -->\n\nDu kommer til oss. Vi er ikke langt borte.", "blandet-malform"),
        ("beskjed: Ring vedrørende ferien\n", "Kom.", "tungt-ord"),
    ] {
        let shown = klarsprak(head, body);
        assert!(shown.contains(&format!("advarsel[{code}]")), "{body}: {shown}");
        let off = klarsprak(&format!("{head}klarspråk: av\n"), body);
        assert_eq!(off, "", "{body}");
    }
    assert!(klarsprak("", "Ring oss vedrørende barnet.").contains("prove.md:6:10: "));
    assert!(klarsprak("", "Ring oss vedrørende barnet.").contains("skriv heller «om»"));
    assert!(klarsprak("beskjed: Ring vedrørende ferien\n", "Kom.").contains("prove.md:5:15: "));
}

/// What is no prose is left in peace: what is to be filled in, addresses, lists, numbers and short forms.
#[test]
fn plain_language_leaves_the_rest_alone() {
    let list = (0..20).map(|at| format!("- punkt {at} og litt til")).collect::<Vec<_>>().join("\n");
    for body in [
        "Kom til oss [her](https://testvik.example/vedrorende/vedrørende-samt).",
        "«fyll inn: vedrørende samt ivareta i henhold til hva som helst»",
        list.as_str(),
        "Vi har åpent kl. 08.00–15.30, bl.a. for 1. trinn, jf. planen. Kom når du vil, f.eks. på mandag.",
        "Ungdomslaget Frå Fjell kjenner du.",
        "| Dag | Tid |\n| --- | --- |\n| mandag | 08–15 |\n| tirsdag | 08–15 |",
        "",
    ] {
        let shown = klarsprak("", body);
        assert!(!shown.contains("advarsel["), "{body}: {shown}");
    }
}

/// A draft without a summary is told so; one that gets it from its mal is not.
#[test]
fn a_missing_summary() {
    let draft = |line: &str| {
        let file =
            format!("//- kommuner/testvik/tilbud/prove.md\n---\ntittel: Prøve\nstatus: utkast\n{line}---\nTekst.\n");
        problems(&file, Format::Short, Language::Nb)
    };
    assert!(draft("").contains("prove.md:2:9: gjenstår[mangler-sammendrag]"), "{}", draft(""));
    assert!(!draft("basert_på: helsestasjon\n").contains("mangler-sammendrag"));
}

/// What a published record cannot lack.
#[test]
fn a_published_record_is_whole() {
    let published = |lines: &str| {
        let file = format!(
            "//- kommuner/testvik/tilbud/prove.md\n---\ntittel: Prøve\nstatus: publisert\n{lines}---\nTekst «fyll inn: x».\n"
        );
        problems(&file, Format::Short, Language::Nb)
    };
    let shown = published("må_sjekkes: [Alt]\n");
    for code in ["publisert-uten-kvalitetssikring", "ingen-vei-inn", "mangler-felt", "ikke-fylt-inn", "ikke-bekreftet"]
    {
        assert!(shown.contains(&format!("[{code}]")), "{code}: {shown}");
    }
    assert_eq!(shown.matches("[mangler-felt]").count(), 6, "{shown}");
}

/// What an editor would otherwise lose without a word.
#[test]
fn what_is_not_shown_is_told() {
    let shown = |lines: &str, body: &str| {
        let file = format!(
            "//- kommuner/testvik/tilbud/prove.md\n---\ntittel: Prøve\nstatus: publisert\n{lines}---\n{body}\n"
        );
        problems(&file, Format::Short, Language::Nb)
    };
    let html = shown("", "Tekst.\n\n<div>Viktig</div>\n\nMer.");
    assert!(html.contains("prove.md:7:1: advarsel[html]"), "{html}");
    for body in ["Under <b>18</b> år, 3 < 4.", "<!-- husk dette -->", "<https://www.helsenorge.no>"] {
        assert!(!shown("", body).contains("[html]"), "{body}");
    }
    let picture = shown("", "Vi holder til her: ![Kart over bygda](kart.png)");
    assert!(picture.contains("prove.md:5:20: advarsel[bilde]"), "{picture}");
    assert!(!shown("", "Kom! [Kartet](https://www.norgeskart.no), `![a](b)`").contains("[bilde]"));
    let expired = shown("gyldig_til: 2025-01-01\n", "Tekst.");
    assert!(expired.contains("prove.md:4:13: advarsel[utlopt]"), "{expired}");
    assert!(!shown("gyldig_til: 2099-01-01\n", "Tekst.").contains("[utlopt]"));
}

/// A bracket that is not closed is shown where it was opened, not where the parser gives up.
#[test]
fn an_open_bracket_is_found() {
    let shown = |lines: &str| {
        let file =
            format!("//- kommuner/testvik/tilbud/prove.md\n---\ntittel: \"Å: prøve [1\"\nstatus: utkast\n{lines}---\n");
        problems(&file, Format::Short, Language::Nb)
    };
    for (lines, place) in [
        ("tema: [fritid, kultur\nsøkeord: [a]\n", "prove.md:4:7"),
        ("alder: {fra: 6, til: 19\nsammendrag: Hei\n", "prove.md:4:8"),
        ("alder:\n  {fra: 6, til: [1\nsammendrag: Hei\n", "prove.md:5:3"),
    ] {
        let text = shown(lines);
        assert!(text.contains(&format!("{place}: feil[ugyldig-yaml]: klammen her er åpnet")), "{lines}: {text}");
    }
    let colon = shown("tema: [fritid] # se [\nsammendrag: Vi [har: ett\n");
    assert!(colon.contains("prove.md:5:") && !colon.contains("klammen her"), "{colon}");
}

/// What people write when nobody has told them the form gets the form, with their own words in it.
#[test]
fn the_right_form_is_offered() {
    let shown = |lines: &str| {
        let file = format!("//- kommuner/testvik/tilbud/prove.md\n---\ntittel: Prøve\nstatus: utkast\n{lines}---\n");
        problems(&file, Format::Short, Language::Nb)
    };
    let week = "{dager: [mandag, tirsdag, onsdag, torsdag, fredag], fra: \"08:00\", til: \"15:30\"}";
    for (lines, place, help) in [
        ("åpningstider: man-fre 8-15.30\n", "4:15", format!("; skriv `[{week}]`")),
        ("åpningstider:\n  - ma.–fr. kl. 08–15:30\n", "5:5", format!("; skriv `{week}`")),
        ("åpningstider: etter avtale\n", "4:15", "; skriv for eksempel `[{dager: [mandag, onsdag]".to_owned()),
        ("åpningstider: [{dager: Man-ons, fra: 8, til: 16}]\n", "4:24", "skriv `[mandag, tirsdag, onsdag]`".to_owned()),
        ("alder: 6-12 år\n", "4:8", "`{fra: 6, til: 12}`".to_owned()),
        ("tema: helse fritid\n", "4:7", "`[helse, fritid]`".to_owned()),
        ("kontrollert: uke 36 i 2026\n", "4:14", "`{dato: …, av: …}`".to_owned()),
        ("tema: og\n", "4:7", "velg en av: ".to_owned()),
        ("målgrupper:\n- barn\n  - ungdom\n", "5:3", "`[barn, ungdom]`".to_owned()),
        ("sammendrag: Vi har: \"alt\"\n", "4:13", "skriv `sammendrag: \"Vi har: \\\"alt\\\"\"`".to_owned()),
        (
            "kontakt:\n  telefon: \"00\"\n   sms: \"00\"\n",
            "6:4",
            "begynner 3 mellomrom inn, og linjen over begynner 2".to_owned(),
        ),
        (
            "sammendrag: Alle\n  ting: mer\n",
            "5:3",
            "begynner 2 mellomrom inn, og linjen over begynner helt ut".to_owned(),
        ),
    ] {
        let text = shown(lines);
        assert!(text.contains(&format!("prove.md:{place}: feil[")) && text.contains(&help), "{lines}: {text}");
    }
    let misspelt = problems(
        "//- kommuner/testvik/tilbud/prove.md\n---\nTittel: Prøve\nstatus: utkast\n---\n",
        Format::Short,
        Language::Nb,
    );
    assert!(misspelt.contains("ukjent nøkkel `Tittel`; mente du `tittel`?"), "{misspelt}");
    assert!(!misspelt.contains("mangler"), "one mistake is told once: {misspelt}");
}

/// Problems of whole files.
#[test]
fn problems_of_files() {
    for (file, code) in [
        ("//- kommuner/testvik/tilbud/prove.md\nBare tekst.\n", "mangler-hode"),
        ("//- kommuner/testvik/tilbud/prove.md\n---\ntittel: \"A\nstatus: utkast\n---\n", "ugyldig-yaml"),
        ("//- kommuner/testvik/tilbud/prøve.md\n---\ntittel: A\nstatus: utkast\n---\n", "ugyldig-adresse"),
        ("//- kommuner/testvik/tilbod/prove.md\n---\ntittel: A\n---\n", "ukjent-fil"),
        ("//- kommuner/testvik/tilbud/prove.md.txt\n---\ntittel: A\n---\n", "ukjent-fil"),
        ("//- kommuner/testvik/tilbud/PROVE.MD\n---\ntittel: A\n---\n", "ukjent-fil"),
        ("//- kommuner/testvik/tilbud/prove.md\n---\ntittel: A\n\nTekst.\n", "mangler-hode"),
        ("//- kommuner/borte/tilbud/a.md\n---\ntittel: A\nstatus: utkast\n---\n", "mangler-eier"),
        ("//- kommuner/osloo/kommune.yaml\nnummer: \"0301\"\nnavn: Osloo\n", "ikke-i-registeret"),
        ("//- kommuner/oslo/kommune.yaml\nnummer: \"0302\"\nnavn: Oslo\n", "feil-kommunenummer"),
        ("//- kommuner/oslo/kommune.yaml\nnummer: \"0301\"\nnavn: Oslo\neksempel: true\n", "eksempel-med-ekte-navn"),
        ("//- kommuner/oslo/kommune.yaml\nnummer: \"0301\"\nnavn: Kristiania\n", "avvik-fra-registeret"),
        (
            "//- kommuner/kautokeino/kommune.yaml\nnummer: \"5612\"\nnavn: Kautokeino\nsamiske_navn: {nordsamisk: Guovdageaidn}\n",
            "avvik-fra-registeret",
        ),
        (
            "//- kommuner/oslo/kommune.yaml\nnummer: \"0301\"\nnavn: Oslo\nfarger: {hoved: \"#ffff00\"}\n",
            "for-liten-kontrast",
        ),
        ("//- kommuner/oslo/kommune.yaml\nnummer: \"0301\"\nnavn: Oslo\nfarger: {hoved: blå}\n", "ugyldig-farge"),
        ("//- maler/prove.md\n---\ntittel: A\nstatus: utkast\n---\n", "ikke-i-mal"),
        ("//- sider/oslo.md\n---\ntittel: A\n---\n", "dobbel-adresse"),
        ("//- lovkrav.csv\nid,tittel\na,b\n", "mangler-kolonne"),
        ("//- synonymer.yaml\ngrupper: [{folk_sier: [blakk]}]\n", "mangler-felt"),
        ("//- synonymer.yaml\ngrupper: [{ord: [penger], folk_seier: [blakk]}]\n", "ukjent-nokkel"),
        ("//- register/bydeler.csv\nkommunenummer,navn\n0301\n", "feil-antall-kolonner"),
        (
            "//- ikke-lovpålagt.csv\nid,tittel_nb,tittel_nn,beskrivelse,pyramidenivå,sikkerhet\na,A,A,B,høyt,sure\n",
            "ugyldig-celle",
        ),
    ] {
        let shown = problems(file, Format::Short, Language::Nb);
        assert!(shown.contains(&format!("[{code}]")), "{file}: {shown}");
    }
}

/// A folder that nobody owns is one mistake, not one for each of its files; and none when the owner's file is at fault.
#[test]
fn a_folder_without_an_owner_is_told_once() {
    let tilbud =
        |folder: &str, name: &str| format!("//- {folder}/tilbud/{name}.md\n---\ntittel: A\nstatus: utkast\n---\n");
    let files = ["a", "b", "c"].map(|it| tilbud("kommuner/borte", it)).concat();
    let shown = problems(&files, Format::Short, Language::Nb);
    let told: Vec<&str> = shown.lines().filter(|it| it.contains("feil[")).collect();
    assert_eq!(told.len(), 1, "{shown}");
    assert!(told[0].contains("mappen `kommuner/borte` har ingen eier, og filene i den (3) kan ikke leses"), "{shown}");
    let owned =
        format!("//- kommuner/osloo/kommune.yaml\nnummer: \"0301\"\nnavn: Osloo\n{}", tilbud("kommuner/osloo", "a"));
    let shown = problems(&owned, Format::Short, Language::Nb);
    assert!(shown.contains("[ikke-i-registeret]") && !shown.contains("[mangler-eier]"), "{shown}");
}

/// What lacks its name, or cannot be read at all, is one mistake: the rest of it is read, and what names it is right.
#[test]
fn one_mistake_makes_nothing_else_look_wrong() {
    let tilbud = |head: &str| format!("//- kommuner/prove/tilbud/a.md\n---\n{head}status: utkast\n---\n");
    let kommune = |text: &str| format!("//- kommuner/prove/kommune.yaml\n{text}");
    let head = "tittel: A\ndekning: [bydel/prove/sentrum]\ntema: [hels]\nsteder: [{navn: Huset, bydel: sentrum}]\n";
    let whole =
        "nummer: \"9904\"\nnavn: Prøve\neksempel: true\nfylke: testfylket\nbydeler: [{slug: sentrum, navn: Sentrum}]\n";
    let without =
        |key: &str| whole.lines().filter(|it| !it.starts_with(key)).map(|it| format!("{it}\n")).collect::<String>();
    let broken = format!("{whole}naboer: [\n");
    for (slug, text, code) in [
        ("prove", whole.to_owned(), None),
        ("prove", without("navn"), Some("mangler-felt")),
        ("prove", without("nummer"), Some("mangler-felt")),
        ("prove", whole.replace("bydeler: [", "bydeler: [4, "), Some("feil-type")),
        ("prove", broken.clone(), Some("ugyldig-yaml")),
        ("asker", broken, Some("ugyldig-yaml")),
    ] {
        let files = (kommune(&text) + &tilbud(head)).replace("prove", slug);
        let shown = problems(&files, Format::Short, Language::Nb);
        let mut told: Vec<&str> = shown.split("feil[").skip(1).filter_map(|it| it.split(']').next()).collect();
        told.retain(|it| Some(*it) != code);
        assert_eq!(told, ["ukjent-referanse"], "{files}: {shown}");
        assert!(shown.contains("`hels` finnes ikke i tema"), "{shown}");
        assert!(code.is_none_or(|it| shown.contains(it)), "{shown}");
    }
    let nameless = tilbud("tema: [hels]\nalder: {fra: 12, til: 3}\n").replace("prove", "testvik");
    let shown = problems(&nameless, Format::Short, Language::Nb);
    for said in ["feltet `tittel` mangler", "`hels` finnes ikke i tema", "feil[umulig-alder]"] {
        assert!(shown.contains(said), "{said} in {shown}");
    }
}

/// A byte order mark, as Excel puts it, moves no place.
#[test]
fn tables_with_a_mark_are_pointed_into_rightly() {
    let wrong = "a,A,A,B,høyt,sure";
    let text = format!("\u{feff}id,tittel_nb,tittel_nn,beskrivelse,pyramidenivå,sikkerhet\n{wrong}\n");
    let (_, problems) = check(&sources_with(vec![SourceFile::text("ikke-lovpålagt.csv", text.as_str())]));
    let found = problems.iter().find(|it| it.code == "ugyldig-celle").expect("the cell is wrong");
    assert_eq!(&text[found.span.start as usize..found.span.end as usize], wrong);
    let text = "\u{feff}id,navn\na,b\n";
    let (_, problems) = check(&sources_with(vec![SourceFile::text("ikke-lovpålagt.csv", text)]));
    let found = problems.iter().find(|it| it.code == "mangler-kolonne").expect("columns are missing");
    assert_eq!(&text[found.span.start as usize..found.span.end as usize], "id,navn");
}

/// Files that are no readable text, and files that are not there.
#[test]
fn files_that_cannot_be_read() {
    let path = "kommuner/testvik/tilbud/prove.md";
    for (content, code) in [
        (Content::NotUtf8(4, "----".into()), "ikke-utf8"),
        (Content::TooLarge(9_000_000), "for-stor-fil"),
        (Content::Unreadable(Text::new("ingen tilgang", "no access")), "kan-ikke-leses"),
        (Content::Binary(vec![0, 159].into()), "ikke-tekst"),
    ] {
        let (site, problems) = check(&sources_with(vec![SourceFile { path: path.into(), content }]));
        assert!(site.is_none());
        assert!(problems.iter().any(|it| it.code == code), "{code}");
    }
    // A folder without permission: what is in it would be missing from the site.
    let closed =
        SourceFile { path: "kommuner/testvik/dokumenter".into(), content: Content::Unreadable(Text::new("nei", "no")) };
    let (site, problems) = check(&sources_with(vec![closed]));
    assert!(site.is_none() && problems.iter().any(|it| it.code == "kan-ikke-leses"));
    let bytes = SourceFile::from_bytes("lovkrav.csv", b"id,tittel_nb\n\xff,b\n".to_vec());
    assert!(matches!(bytes.content, Content::NotUtf8(13, _)));
    let (_, problems) = check(&nettungen::read::Sources::default());
    assert!(problems.iter().any(|it| it.code == "mangler-fil"));
}

/// A logo that is not there, too large, or more than a picture.
#[test]
fn a_logo_is_a_small_picture() {
    let kommune = "nummer: \"9909\"\nnavn: Testvik\neksempel: true\nfylke: testfylket\nlogo: logo.svg\n";
    let with = |content: Option<Content>| {
        let logo = content.map(|content| SourceFile { path: "kommuner/testvik/logo.svg".into(), content });
        let own = SourceFile::text("kommuner/testvik/kommune.yaml", kommune);
        check(&sources_with([Some(own), logo].into_iter().flatten().collect()))
    };
    let hostile = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    for content in [None, Some(Content::TooLarge(10 << 20)), Some(Content::Binary((*hostile).into()))] {
        let (site, problems) = with(content);
        assert!(site.is_none());
        assert!(problems.iter().any(|it| it.code == "ugyldig-logo"), "{problems:?}");
    }
    let fine = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h1\"/></svg>";
    let (site, problems) = with(Some(Content::Binary((*fine).into())));
    assert!(site.is_some_and(|it| it.kommuner.iter().any(|it| it.logo.is_some())), "{problems:?}");
}

/// A table that is no CSV: a quote that never ends swallows rows, which then have too few columns.
#[test]
fn a_broken_table_is_refused() {
    let shown =
        problems("//- register/bydeler.csv\nkommunenummer,navn\n0301,\"Gamle Oslo\n", Format::Short, Language::Nb);
    let refused = shown.contains("[ugyldig-csv]") || shown.contains("[feil-antall-kolonner]") || shown.is_empty();
    assert!(refused, "{shown}");
}

/// The editor of a record is told what changed in its mal.
#[test]
fn a_changed_mal_is_told() {
    let shown = problems(
        "//- maler/prove.md\n---\ntittel: Prøve\nversjon: 2\nendringer: [{versjon: 2, dato: 2026-10-01, tekst: Ny aldersgrense}]\n---\nTekst.\n\
         //- kommuner/testvik/tilbud/prove.md\n---\ntittel: Prøve\nstatus: utkast\nbasert_på: {mal: prove, versjon: 1}\n---\n",
        Format::Short,
        Language::Nb,
    );
    assert!(shown.contains("[mal-endret]") && shown.contains("Ny aldersgrense"), "{shown}");
}

/// Hostile input is refused in short time, and never a panic.
#[test]
fn bombs_are_refused() {
    let deep = format!("x: {}{}", "[".repeat(10_000), "]".repeat(10_000));
    let wide = format!("tema: [{}]", "helse, ".repeat(300_000));
    for line in [deep.as_str(), wide.as_str(), "a: &a [*a, *a]", "? [a]\n: b", "\u{0}: x", "tittel: \"\\ud800\""] {
        let (site, problems) = check(&nettungen_tests::sources(&tilbud(line)));
        assert!(site.is_none());
        assert!(problems.has_errors());
    }
}

#[test]
fn as_people_see_it() {
    insta::assert_snapshot!(problems(&tilbud("tiltel: Prøve"), Format::Human, Language::Nb), @r"
    feil[ukjent-nokkel]: ukjent nøkkel `tiltel`
     --> content/kommuner/testvik/tilbud/prove.md:5:1
      |
    5 | tiltel: Prøve
      | ^^^^^^ mente du `tittel`?
    ");
    insta::assert_snapshot!(problems(&tilbud("gyldig_fra: 1.9.2026"), Format::Human, Language::En), @r"
    error[ugyldig-dato]: `1.9.2026` is not a date
     --> content/kommuner/testvik/tilbud/prove.md:5:13
      |
    5 | gyldig_fra: 1.9.2026
      |             ^^^^^^^^ write year-month-day: `2026-09-01`
    ");
}

#[test]
fn as_programs_see_it() {
    let line = "tema: [hels]";
    insta::assert_snapshot!(problems(&tilbud(line), Format::Short, Language::Nb), @"content/kommuner/testvik/tilbud/prove.md:5:8: feil[ukjent-referanse]: `hels` finnes ikke i tema; mente du `helse`?");
    insta::assert_snapshot!(problems(&tilbud(line), Format::Github, Language::Nb), @"::error file=content/kommuner/testvik/tilbud/prove.md,line=5,col=8,title=ukjent-referanse::`hels` finnes ikke i tema; mente du `helse`?");
    let json: serde_json::Value =
        serde_json::from_str(&problems(&tilbud(line), Format::Json, Language::Nb)).expect("it is JSON");
    assert_eq!(json[0]["code"], "ukjent-referanse");
    assert_eq!((json[0]["line"].as_u64(), json[0]["column"].as_u64()), (Some(5), Some(8)));
}
