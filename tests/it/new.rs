//! `nettungen new`: real kommuner laid out from the register, checked and built.

use nettungen::basis::Basis;
use nettungen::check;
use nettungen::cli::shipped;
use nettungen::diag::{Diagnostics, Severity};
use nettungen::draft::{self, Found, Layout, find_kommune, yaml};
use nettungen::model::{Lang, Mode, Scope, Site};
use nettungen::pipeline::{self, Press};
use nettungen::read::{SourceFile, Sources};
use nettungen::render::Theme;
use nettungen::write::Stage;
use nettungen_tests::settings;

/// The register and the maler.
fn directory() -> Site {
    let mut problems = Diagnostics::default();
    let site = check::directory(&Sources::new("content/", shipped()), &settings(), &mut problems);
    site.unwrap_or_else(|| panic!("{problems:?}"))
}

fn lay_out(site: &Site, name: &str, lang: Option<Lang>) -> Layout {
    let Found::One(id) = find_kommune(site, name) else { panic!("{name} is not found") };
    draft::kommune(site, id, lang)
}

/// The shipped content and the drafts, checked.
fn checked(layout: &Layout) -> (Sources, Option<Site>, Diagnostics) {
    let drafts = layout.files.iter().map(|it| SourceFile::text(it.path.as_str(), it.text.as_str()));
    let sources = Sources::new("content/", drafts.chain(shipped()));
    let (site, problems) = pipeline::check(&sources, &settings());
    (sources, site, problems)
}

fn paths(layout: &Layout) -> Vec<&str> {
    layout.files.iter().map(|it| it.path.as_str()).collect()
}

/// Real kommuner of every kind: both målformer and a neutral one, Oslo, four kinds in and around the
/// Sámi area, a name with spaces, and ones with letters of their own.
const KOMMUNER: [(&str, bool); 6] = [
    ("Oslo", true),
    ("Kautokeino", true),
    ("Ørsta", true),
    ("Saltdal", false),
    ("Kåfjord", false),
    ("Evje og Hornnes", false),
];

/// Nothing is wrong with a kommune just laid out; it has only things to fill in, and it can be built
/// (which is tried where the flag says so).
#[test]
fn a_new_kommune_is_whole() {
    let directory = directory();
    for (name, built) in KOMMUNER {
        let layout = lay_out(&directory, name, None);
        let (sources, site, problems) = checked(&layout);
        let own = problems.iter().filter(|it| sources.path(it.span.file).starts_with(&layout.folder));
        for problem in own {
            assert_eq!(problem.severity, Severity::Notice, "{name}: {problem:?}");
            assert!(["ma-fylles-inn", "ma-sjekkes"].contains(&problem.code), "{name}: {problem:?}");
        }
        let mut site = site.unwrap_or_else(|| panic!("{name}: {problems:?}"));
        let id = site.find_kommune(layout.folder.trim_start_matches("kommuner/")).expect("it has its address");
        assert!(site.kommune(id).med);
        assert!(layout.n_tilbud > 80, "{name}: {}", layout.n_tilbud);
        if !built {
            continue;
        }
        site.settings.mode = Mode::Standalone(id);
        let folder = tempfile::tempdir().expect("a temporary folder");
        let theme = Theme::embedded().expect("the embedded theme is whole");
        let stage = Stage::new(&folder.path().join("dist")).expect("it can be written to");
        let basis = Basis::new(&sources, &site.settings, &[], "", "");
        pipeline::build(&Press::new(&site, &theme), stage, &basis).unwrap_or_else(|error| panic!("{name}: {error:#}"));
    }
}

/// Every draft tilbud says which mal it builds on, and gets its duties from it.
#[test]
fn drafts_build_on_their_mal() {
    let layout = lay_out(&directory(), "Vinje", None);
    let (_, site, _) = checked(&layout);
    let site = site.expect("it has no errors");
    let vinje = site.find_kommune("vinje").expect("it is there");
    let drafts: Vec<_> = site.tilbud.iter().filter(|it| site.scope_of(it.home) == Scope::Kommune(vinje)).collect();
    assert_eq!(drafts.len(), layout.n_tilbud);
    for it in drafts {
        let (mal, version) = it.basert_pa.expect("it builds on a mal");
        assert_eq!(version, Some(site.maler[mal as usize].versjon));
        assert_eq!(it.lovkrav, site.maler[mal as usize].lovkrav, "{}", it.key);
        assert_eq!(it.lang, Lang::Nn);
        assert!(it.body.iter().any(|it| it.lang == Lang::Nn), "{}", it.key);
    }
}

/// Målform decides the language; only a neutral kommune may choose.
#[test]
fn the_language_follows_the_register() {
    let site = directory();
    let text = |name: &str, lang: Option<Lang>, path: &str| {
        let layout = lay_out(&site, name, lang);
        layout.files.iter().find(|it| it.path.ends_with(path)).expect("it is laid out").text.clone()
    };
    assert!(text("Ørsta", None, "tilbud/skolehelsetjeneste.md").contains("tittel: Skulehelsetenesta"));
    assert!(text("Ørsta", Some(Lang::Nb), "tilbud/skolehelsetjeneste.md").contains("tittel: Skulehelsetenesta"));
    assert!(text("Evje og Hornnes", None, "tilbud/skolehelsetjeneste.md").contains("tittel: Skolehelsetjenesten"));
    assert!(text("Oslo", Some(Lang::Nn), "tilbud/skolehelsetjeneste.md").contains("tittel: Skulehelsetenesta"));
    assert!(text("Oslo", Some(Lang::Nn), "kommune.yaml").contains("språk: nn"));
}

/// Duties that the register ties to some kommuner are laid out there alone.
#[test]
fn conditional_duties_only_where_they_apply() {
    let site = directory();
    let has =
        |name: &str, mal: &str| paths(&lay_out(&site, name, None)).iter().any(|it| it.ends_with(&format!("/{mal}.md")));
    for (mal, inside, outside) in [
        ("samisk-barnehage", "Kautokeino", "Ørsta"),
        ("samisk-svar", "Saltdal", "Oslo"),
        ("samisk-betjening-helse", "Kåfjord", "Saltdal"),
        ("samisk-kulturtilbud", "Saltdal", "Kautokeino"),
        ("kvensk-opplaering", "Kåfjord", "Trondheim"),
        ("samisk-opplaering", "Oslo", ""),
        ("tannhelse", "Oslo", "Trondheim"),
    ] {
        assert!(has(inside, mal), "{mal} in {inside}");
        assert!(outside.is_empty() || !has(outside, mal), "{mal} in {outside}");
    }
    let todo = lay_out(&site, "Ørsta", None).files.into_iter().find(|it| it.path.ends_with("gjøremål.md"));
    assert!(todo.expect("there is a list").text.contains("`samisk-barnehage`"));
}

/// What the register knows stands in `kommune.yaml`.
#[test]
fn the_register_fills_in_what_it_knows() {
    let site = directory();
    let yaml = |name: &str| lay_out(&site, name, None).files.into_iter().find(|it| it.path.ends_with("kommune.yaml"));
    let text = yaml("5612").expect("it is laid out").text;
    for line in
        ["nummer: \"5612\"", "navn: Kautokeino", "fylke: finnmark", "målform: bokmål", "{nordsamisk: Guovdageaidnu}"]
    {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(text.contains("samisk_forvaltningsområde: true"));
    assert!(yaml("Kåfjord").expect("it is laid out").text.contains("{nordsamisk: Gáivuotna, kvensk: Kaivuono}"));
}

/// A kommune is found by every name it has, whoever spells it; others suggest the nearest.
#[test]
fn kommuner_are_found_by_all_their_names() {
    let site = directory();
    for (wanted, slug) in [
        ("0301", "oslo"),
        ("301", "oslo"),
        ("oslo kommune", "oslo"),
        ("KAUTOKEINO", "kautokeino"),
        ("Guovdageaidnu", "kautokeino"),
        ("guovdageaidnu-kautokeino", "kautokeino"),
        ("Porsáŋgu", "porsanger"),
        ("Snåase", "snasa"),
        ("Nåavmesjenjaelmie", "namsos"),
        ("evje og hornnes", "evje-og-hornnes"),
        ("Ørsta", "orsta"),
        ("orsta", "orsta"),
    ] {
        let Found::One(id) = find_kommune(&site, wanted) else { panic!("{wanted}") };
        assert_eq!(site.kommune(id).slug.as_str(), slug, "{wanted}");
    }
    let Found::Several(list) = find_kommune(&site, "Herøy") else { panic!("there are two") };
    assert_eq!(list.len(), 2);
    for (wanted, near) in [("Trondhiem", "trondheim"), ("Kautokeno", "kautokeino"), ("Guovdagaidnu", "kautokeino")] {
        let Found::None(list) = find_kommune(&site, wanted) else { panic!("{wanted}") };
        assert_eq!(site.kommune(list[0]).slug.as_str(), near, "{wanted}");
    }
    assert_eq!(find_kommune(&site, "xyzxyzxyz"), Found::None(Vec::new()));
    assert_eq!(find_kommune(&site, ""), Found::None(Vec::new()));
}

proptest::proptest! {
    /// Whatever text is written as YAML is read back as that text.
    #[test]
    fn texts_survive_yaml(texts in proptest::collection::vec("\\PC*|[ -~\\n]*|(ja|null|:|#|-|~| |\"|'|æ|å|\\\\)*", 1..4)) {
        let entries: Vec<(String, yaml::Value)> = texts.iter().enumerate()
            .map(|(at, it)| (format!("k{at}"), yaml::Value::List(vec![yaml::Value::text(it.as_str()), yaml::Value::map([("a", yaml::Value::text(it.as_str()))])])))
            .collect();
        let written = yaml::block(&entries);
        let node = nettungen::read::yaml::parse(&written, 0).unwrap_or_else(|error| panic!("{written}: {error:?}"));
        let nettungen::read::yaml::Value::Map(read) = node.value else { panic!("{written}") };
        for ((_, node), text) in read.iter().zip(&texts) {
            let nettungen::read::yaml::Value::List(items) = &node.value else { panic!("{written}") };
            let nettungen::read::yaml::Value::Scalar { text: found, .. } = &items[0].value else { panic!("{written}") };
            proptest::prop_assert_eq!(found, text);
        }
    }
}
