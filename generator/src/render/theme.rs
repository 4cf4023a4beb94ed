//! A theme: templates, static files and messages, ready to render with.
//!
//! A theme is data. Files given later win over files given earlier, so a
//! site's own folder can replace one template and keep the rest.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use include_dir::{Dir, include_dir};
use tera::Tera;

use super::assets::{AssetCycle, Assets};
use super::script;
use super::texts::{BadMessages, Texts};

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../themes/nettungen");

/// The search modules, where the theme's own scripts look for them: for indexes in one, and in many parts.
const SEARCH: [(&str, &[u8]); 2] = [
    ("static/sok/nettungen_search_bg.wasm", include_bytes!("../../../search-wasm/pkg/nettungen_search_bg.wasm")),
    (
        "static/sok/nettungen_search_parts_bg.wasm",
        include_bytes!("../../../search-wasm/pkg/nettungen_search_parts_bg.wasm"),
    ),
];

/// One file of a theme, its path from the theme's folder (`templates/base.html`).
#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// Path with forward slashes.
    pub path: String,
    /// What the file holds.
    pub bytes: Cow<'static, [u8]>,
}

/// A theme that has been read and found whole.
pub struct Theme {
    pub(super) tera: Tera,
    texts: BTreeMap<String, Texts>,
    assets: Assets,
}

/// Why a theme cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ThemeError {
    /// A template or message file is not UTF-8 text.
    NotText {
        /// The file.
        path: String,
    },
    /// A template has a mistake, or names a template or component that is not there.
    Template {
        /// The engine's own report, with the place.
        message: String,
    },
    /// A message file has a mistake.
    Messages(BadMessages),
    /// Static files name each other in a circle.
    Assets(AssetCycle),
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ThemeError::NotText { path } => write!(f, "`{path}` is not UTF-8"),
            ThemeError::Template { message } => f.write_str(message),
            ThemeError::Messages(it) => write!(f, "i18n/{}.ftl: {}", it.lang, it.message),
            ThemeError::Assets(it) => {
                write!(f, "static files name each other: {}", it.names.join(" → "))
            }
        }
    }
}

impl std::error::Error for ThemeError {}

impl Theme {
    /// The theme that is part of the program.
    pub fn embedded() -> Result<Theme, ThemeError> {
        Theme::new(Theme::embedded_files())
    }

    /// The files of the theme that is part of the program, the search module among
    /// them. A theme of one's own is laid over these.
    pub fn embedded_files() -> Vec<ThemeFile> {
        let search = SEARCH.map(|(path, bytes)| ThemeFile { path: path.to_owned(), bytes: Cow::Borrowed(bytes) });
        let mut files = Vec::from(search);
        collect(&EMBEDDED, &mut files);
        files
    }

    /// Reads a theme from its files; a later file replaces an earlier one of
    /// the same path.
    pub fn new(files: Vec<ThemeFile>) -> Result<Theme, ThemeError> {
        let files: BTreeMap<String, Cow<'static, [u8]>> = files.into_iter().map(|it| (it.path, it.bytes)).collect();
        let messages = texts_below(&files, "i18n/", ".ftl")?;
        let templates = texts_below(&files, "templates/", "")?;
        let mut assets = bytes_below(&files, "static/");
        script::prepare(&mut assets);
        Ok(Theme {
            tera: engine(templates)?,
            texts: all_texts(&messages)?,
            assets: Assets::new(&assets).map_err(ThemeError::Assets)?,
        })
    }

    /// The messages of an interface language; bokmål for one the theme lacks.
    pub fn texts(&self, lang: &str) -> &Texts {
        self.texts.get(lang).unwrap_or(&self.texts["nb"])
    }

    /// The address of the static file that the theme calls `name`; that name
    /// below the root when the theme has no such file.
    pub fn asset_url(&self, name: &str) -> String {
        match self.assets.get(name) {
            Some(asset) => asset.url(),
            None => format!("/{name}"),
        }
    }

    /// The text of the static file that the theme calls `name`; nothing when the theme has no such text.
    pub fn asset_text(&self, name: &str) -> String {
        let bytes = self.assets.get(name).map(|it| it.bytes.as_slice()).unwrap_or_default();
        String::from_utf8_lossy(bytes).into_owned()
    }

    /// The static files.
    pub fn assets(&self) -> &Assets {
        &self.assets
    }
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<ThemeFile>) {
    for file in dir.files() {
        files.push(ThemeFile {
            path: file.path().to_string_lossy().replace('\\', "/"),
            bytes: Cow::Borrowed(file.contents()),
        });
    }
    for dir in dir.dirs() {
        collect(dir, files);
    }
}

fn engine(templates: BTreeMap<String, String>) -> Result<Tera, ThemeError> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html", ".xml"]);
    tera.add_raw_templates(templates).map_err(|err| ThemeError::Template { message: err.to_string() })?;
    Ok(tera)
}

fn all_texts(messages: &BTreeMap<String, String>) -> Result<BTreeMap<String, Texts>, ThemeError> {
    let mut texts = BTreeMap::new();
    for lang in messages.keys().map(String::as_str).chain(["nb"]) {
        let found = Texts::new(lang, messages).map_err(ThemeError::Messages)?;
        texts.insert(lang.to_owned(), found);
    }
    Ok(texts)
}

fn texts_below(
    files: &BTreeMap<String, Cow<'static, [u8]>>,
    folder: &str,
    ending: &str,
) -> Result<BTreeMap<String, String>, ThemeError> {
    let mut texts = BTreeMap::new();
    for (path, bytes) in files {
        let Some(name) = path.strip_prefix(folder).and_then(|it| it.strip_suffix(ending)) else {
            continue;
        };
        let text = std::str::from_utf8(bytes).map_err(|_| ThemeError::NotText { path: path.clone() })?;
        texts.insert(name.to_owned(), text.to_owned());
    }
    Ok(texts)
}

fn bytes_below(files: &BTreeMap<String, Cow<'static, [u8]>>, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let below =
        |(path, bytes): (&String, &Cow<'static, [u8]>)| Some((path.strip_prefix(folder)?.to_owned(), bytes.to_vec()));
    files.iter().filter_map(below).collect()
}
