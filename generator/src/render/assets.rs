//! The theme's static files, under names that change when their bytes do.
//!
//! A browser may then keep each file forever. Files that name each other
//! (`import "./a.js"`, `url(a.svg)`) are rewritten to the new names, so a
//! changed file also renames the files that use it.

use std::collections::BTreeMap;

/// Where the files are put, below the root of the site.
const FOLDER: &str = "filer";

/// One static file, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its path from the root of the site, without a leading slash.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// Names `bytes` by their content.
    pub fn new(name: &str, bytes: Vec<u8>) -> Asset {
        Asset { path: hashed_path(name, &bytes), bytes }
    }

    /// Its address from the root of the site.
    pub fn url(&self) -> String {
        format!("/{}", self.path)
    }
}

/// All static files by the names that the theme knows them by.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    by_name: BTreeMap<String, Asset>,
}

/// Two files that name each other: neither can get its name first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetCycle {
    /// The files, each naming the next.
    pub names: Vec<String>,
}

impl Assets {
    /// Names every file of `files` (name to bytes) by its content.
    pub fn new(files: &BTreeMap<String, Vec<u8>>) -> Result<Assets, AssetCycle> {
        let mut assets = Assets::default();
        for name in files.keys() {
            assets.add(name, files, &mut Vec::new())?;
        }
        Ok(assets)
    }

    /// The file that the theme calls `name`.
    pub fn get(&self, name: &str) -> Option<&Asset> {
        self.by_name.get(name)
    }

    /// Every name and its file, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.by_name.iter().map(|(name, asset)| (name.as_str(), asset))
    }

    fn add(
        &mut self,
        name: &str,
        files: &BTreeMap<String, Vec<u8>>,
        within: &mut Vec<String>,
    ) -> Result<(), AssetCycle> {
        if self.by_name.contains_key(name) {
            return Ok(());
        }
        if within.iter().any(|it| it == name) {
            return Err(AssetCycle { names: within.clone() });
        }
        let Some(original) = files.get(name) else { return Ok(()) };
        within.push(name.to_owned());
        let mut bytes = original.clone();
        for (written, used) in references(name, original, files) {
            self.add(&used, files, within)?;
            if let Some(asset) = self.by_name.get(&used) {
                bytes = rename(&bytes, &written, file_name(&asset.path));
            }
        }
        within.pop();
        self.by_name.insert(name.to_owned(), Asset::new(name, bytes));
        Ok(())
    }
}

/// The content type of a file, by the end of its name.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "atom" => "application/atom+xml",
        "ttl" => "text/turtle; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

/// The other files that `name` mentions: as written there, and their names.
fn references(name: &str, bytes: &[u8], files: &BTreeMap<String, Vec<u8>>) -> Vec<(String, String)> {
    let Some(text) = text_of(name, bytes) else { return Vec::new() };
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let used = |other: &String| {
        let written = relative(folder, other)?;
        let mentioned = marks(&written).iter().any(|it| text.contains(it.as_str()));
        (other != name && mentioned).then(|| (written, other.clone()))
    };
    files.keys().filter_map(used).collect()
}

/// The forms in which a file may be mentioned.
fn marks(written: &str) -> [String; 3] {
    [format!("\"./{written}\""), format!("'./{written}'"), format!("url({written})")]
}

/// How a file in `folder` writes `other`: only files in the same folder or
/// below it can be mentioned.
fn relative(folder: &str, other: &str) -> Option<String> {
    if folder.is_empty() {
        return Some(other.to_owned());
    }
    other.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned)
}

fn rename(bytes: &[u8], written: &str, new_name: &str) -> Vec<u8> {
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    let folder = written.rsplit_once('/').map_or(String::new(), |(it, _)| format!("{it}/"));
    let renamed = format!("{folder}{new_name}");
    for (old, new) in marks(written).iter().zip(marks(&renamed)) {
        text = text.replace(old, &new);
    }
    text.into_bytes()
}

fn text_of<'a>(name: &str, bytes: &'a [u8]) -> Option<&'a str> {
    if name.ends_with(".css") || name.ends_with(".js") { std::str::from_utf8(bytes).ok() } else { None }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn hashed_path(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let short = &hash[..10];
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{FOLDER}/{stem}.{short}.{ending}"),
        None => format!("{FOLDER}/{name}.{short}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    /// A change in a file that others use renames them too.
    #[test]
    fn names_follow_the_bytes_and_the_files_that_are_used() {
        let before = files(&[("a.css", "x{background:url(b.svg)}"), ("b.svg", "<svg/>")]);
        let after = files(&[("a.css", "x{background:url(b.svg)}"), ("b.svg", "<svg></svg>")]);
        let (before, after) = (Assets::new(&before).unwrap(), Assets::new(&after).unwrap());
        let svg = &before.get("b.svg").unwrap().path;
        let css = String::from_utf8(before.get("a.css").unwrap().bytes.clone()).unwrap();
        assert_eq!(css, format!("x{{background:url({})}}", file_name(svg)));
        assert_ne!(before.get("a.css").unwrap().path, after.get("a.css").unwrap().path);
    }

    #[test]
    fn modules_in_a_folder_find_each_other() {
        let list = [("sok/main.js", "import { f } from \"./part.js\";"), ("sok/part.js", "1")];
        let assets = Assets::new(&files(&list)).unwrap();
        let part = file_name(&assets.get("sok/part.js").unwrap().path).to_owned();
        let main = String::from_utf8(assets.get("sok/main.js").unwrap().bytes.clone()).unwrap();
        assert_eq!(main, format!("import {{ f }} from \"./{part}\";"));
    }

    #[test]
    fn a_circle_is_refused() {
        let list = [("a.js", "import \"./b.js\""), ("b.js", "import \"./a.js\"")];
        let names = Assets::new(&files(&list)).unwrap_err().names;
        assert_eq!(names, ["a.js", "b.js"]);
    }
}
