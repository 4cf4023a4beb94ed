//! Which file is what, by its path alone (docs/innhold.md, «Mappene»).

/// The folder of an owner.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Folder {
    /// `stat/`
    Stat,
    /// `regioner/<slug>/`
    Region(Box<str>),
    /// `fylker/<slug>/`
    Fylke(Box<str>),
    /// `kommuner/<slug>/`
    Kommune(Box<str>),
    /// `organisasjoner/<slug>/`
    Organisasjon(Box<str>),
}

impl Folder {
    /// What the ids of its records begin with, such as `fjordvik` or `fylke/nordland`.
    pub fn key(&self) -> String {
        match self {
            Folder::Stat => "stat".to_owned(),
            Folder::Region(slug) => format!("region/{slug}"),
            Folder::Fylke(slug) => format!("fylke/{slug}"),
            Folder::Kommune(slug) => slug.to_string(),
            Folder::Organisasjon(slug) => format!("organisasjon/{slug}"),
        }
    }

    /// Its path within the content folder, without a slash at the end.
    pub fn path(&self) -> String {
        match self {
            Folder::Stat => "stat".to_owned(),
            Folder::Region(slug) => format!("regioner/{slug}"),
            Folder::Fylke(slug) => format!("fylker/{slug}"),
            Folder::Kommune(slug) => format!("kommuner/{slug}"),
            Folder::Organisasjon(slug) => format!("organisasjoner/{slug}"),
        }
    }
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// One of the files that stand alone: `nettungen.yaml`, `vokabular.yaml`, the tables.
    Single,
    /// `maler/<slug>.md`
    Mal(Box<str>),
    /// `metode/<n>-<slug>.md`: the slug without the number.
    Metode(Box<str>),
    /// `sider/<slug>.md`
    Side(Box<str>),
    /// `kommune.yaml` or `eier.yaml`
    Owner(Folder),
    /// `tilbud/<slug>.md`
    Tilbud(Folder, Box<str>),
    /// `organisasjoner/<slug>.md`
    Organisasjon(Folder, Box<str>),
    /// `dokumenter/<slug>.md`
    Dokument(Folder, Box<str>),
    /// A picture in an owner's folder.
    Picture,
    /// Something that no rule names.
    Unknown,
}

/// Whether a path is of a kind that need not be text.
pub(super) fn is_binary(path: &str) -> bool {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end);
    ["svg", "png", "jpg", "jpeg", "webp", "gif", "ico"].iter().any(|it| end.eq_ignore_ascii_case(it))
}

/// What the file at `path` (within the content folder) is.
pub fn place(path: &str) -> Place {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        [
            "nettungen.yaml"
            | "vokabular.yaml"
            | "synonymer.yaml"
            | "klarspråk.yaml"
            | "lovkrav.csv"
            | "ikke-lovpålagt.csv",
        ] => Place::Single,
        ["register", "kommuner.csv" | "fylker.csv" | "bydeler.csv"] => Place::Single,
        ["maler", file] => with_stem(file, Place::Mal),
        ["metode", file] => with_stem(file, |stem| Place::Metode(without_number(&stem))),
        ["sider", file] => with_stem(file, Place::Side),
        ["stat", ref rest @ ..] => in_folder(Folder::Stat, rest),
        ["regioner", slug, ref rest @ ..] => in_folder(Folder::Region(slug.into()), rest),
        ["fylker", slug, ref rest @ ..] => in_folder(Folder::Fylke(slug.into()), rest),
        ["kommuner", slug, ref rest @ ..] => in_folder(Folder::Kommune(slug.into()), rest),
        ["organisasjoner", slug, ref rest @ ..] => in_folder(Folder::Organisasjon(slug.into()), rest),
        _ => Place::Unknown,
    }
}

fn in_folder(folder: Folder, rest: &[&str]) -> Place {
    match (rest, &folder) {
        (["kommune.yaml"], Folder::Kommune(_)) => Place::Owner(folder),
        (["eier.yaml"], Folder::Stat | Folder::Region(_) | Folder::Fylke(_) | Folder::Organisasjon(_)) => {
            Place::Owner(folder)
        }
        (["tilbud", file], _) => with_stem(file, |stem| Place::Tilbud(folder, stem)),
        (["organisasjoner", file], _) => with_stem(file, |stem| Place::Organisasjon(folder, stem)),
        (["dokumenter", file], _) => with_stem(file, |stem| Place::Dokument(folder, stem)),
        ([file], _) if is_binary(file) => Place::Picture,
        _ => Place::Unknown,
    }
}

fn with_stem(file: &str, make: impl FnOnce(Box<str>) -> Place) -> Place {
    match file.strip_suffix(".md") {
        Some(stem) => make(stem.into()),
        None => Place::Unknown,
    }
}

fn without_number(stem: &str) -> Box<str> {
    stem.trim_start_matches(|it: char| it.is_ascii_digit()).trim_start_matches('-').into()
}
