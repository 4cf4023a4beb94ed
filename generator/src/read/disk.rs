//! A folder on disk to [`Sources`]: the only place of this stage that touches files.

use std::fs;
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

use super::{Content, MAX_FILE, SourceFile, Sources};
use crate::diag::Text;

/// Deepest folder below the content folder.
const MAX_DEPTH: usize = 6;

/// A content folder on disk, with what ships for what it lacks.
pub struct Tree {
    root: PathBuf,
    shipped: Vec<SourceFile>,
    prefix: String,
    /// The top-level entries of the folder when it was last read.
    present: Vec<String>,
}

impl Tree {
    /// The folder `root`; `shipped` fills in for top-level entries that it lacks.
    ///
    /// Fails when there is no such folder.
    pub fn new(root: &Path, shipped: Vec<SourceFile>) -> io::Result<Tree> {
        Ok(Tree { root: fs::canonicalize(root)?, shipped, prefix: prefix(root), present: Vec::new() })
    }

    /// Where it is, without symbolic links on the way.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What stands before paths in messages: the folder as the user named it.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Reads all files. Symbolic links are not followed, so nothing outside the folder is read.
    ///
    /// Fails when the folder itself cannot be listed; a file or folder within that cannot be read
    /// becomes [`Content::Unreadable`] and is reported with the other problems.
    pub fn read(&mut self) -> io::Result<Sources> {
        let files = self.files(&self.root, "")?;
        self.present = top_entries(&self.root)?;
        let shipped = lacking(&self.shipped, &self.present);
        Ok(Sources::new(self.prefix.as_str(), files.into_iter().chain(shipped.cloned())))
    }

    /// Reads again only what stands at `changed`: files, or folders with all that is in them.
    ///
    /// Answers whether anything is different from before. Fails as [`Tree::read`].
    pub fn update(&mut self, sources: &mut Sources, changed: &[PathBuf]) -> io::Result<bool> {
        let present = top_entries(&self.root)?;
        let comes_or_goes = |it: &SourceFile| {
            let holds = |list: &[String]| list.iter().any(|top| within(&it.path, top));
            holds(&present) != holds(&self.present)
        };
        // With a top-level entry, what ships in its place comes and goes too.
        if present != self.present && self.shipped.iter().any(comes_or_goes) {
            return self.refresh(sources);
        }
        self.present = present;
        let mut different = false;
        for name in changed.iter().filter_map(|it| self.name(it)) {
            different |= self.update_one(sources, &name);
        }
        Ok(different)
    }

    /// Reads everything again, and keeps what is the same.
    pub fn refresh(&mut self, sources: &mut Sources) -> io::Result<bool> {
        let new = self.read()?;
        let old: Vec<String> = sources.iter().map(|(file, _)| sources.path(file).to_owned()).collect();
        let mut different = false;
        for path in old.iter().filter(|it| new.find(it).is_none()) {
            different |= sources.remove(path);
        }
        for (file, it) in new.iter() {
            let file = SourceFile { path: new.path(file).into(), content: it.content.clone() };
            different |= sources.put(file);
        }
        Ok(different)
    }

    /// Whether the file at `path` is away or empty although it should not be: many programs save by way of
    /// that, and none for long.
    pub fn is_being_saved(&self, sources: &Sources, path: &Path) -> bool {
        let Some(name) = self.name(path) else { return false };
        match fs::symlink_metadata(path) {
            Ok(it) => it.is_file() && it.len() == 0,
            Err(_) => sources.find(&name).is_some(),
        }
    }

    fn update_one(&self, sources: &mut Sources, name: &str) -> bool {
        let path = self.root.join(name);
        let files = match fs::symlink_metadata(&path) {
            Ok(it) if it.is_dir() => self.files(&path, name).unwrap_or_default(),
            Ok(it) if it.is_file() => vec![read(&path, name)],
            _ => Vec::new(),
        };
        let mut gone = sources.below(name);
        gone.push(name.to_owned());
        gone.retain(|it| !files.iter().any(|file| *file.path == **it));
        let mut different = false;
        for it in gone {
            different |= sources.remove(&it);
        }
        for it in files {
            different |= sources.put(it);
        }
        different
    }

    /// The path of a file within the content folder; `None` for what is never content: hidden files,
    /// and what stands beyond a symbolic link or outside the folder.
    fn name(&self, path: &Path) -> Option<String> {
        let relative = path.strip_prefix(&self.root).ok()?;
        let parts: Vec<&str> = relative.components().map(|it| it.as_os_str().to_str()).collect::<Option<_>>()?;
        let mut at = self.root.clone();
        for part in &parts {
            at.push(part);
            if part.starts_with('.') || fs::symlink_metadata(&at).is_ok_and(|it| it.is_symlink()) {
                return None;
            }
        }
        let fits = !parts.is_empty() && parts.len() <= MAX_DEPTH + 1;
        fits.then(|| parts.join("/").nfc().collect())
    }

    fn files(&self, folder: &Path, name: &str) -> io::Result<Vec<SourceFile>> {
        let mut found = Vec::new();
        let depth = if name.is_empty() { 0 } else { name.split('/').count() };
        walk(&self.root, folder, depth, &mut found)?;
        Ok(found.into_par_iter().map(Found::read).collect())
    }
}

/// Reads a content folder once; see [`Tree::read`].
pub fn sources(folder: &Path, shipped: Vec<SourceFile>) -> io::Result<Sources> {
    Tree::new(folder, shipped)?.read()
}

/// What a walk came upon.
enum Found {
    File(PathBuf, Box<str>),
    /// A folder that cannot be listed.
    Closed(Box<str>, io::Error),
}

impl Found {
    fn read(self) -> SourceFile {
        match self {
            Found::File(path, name) => read(&path, &name),
            Found::Closed(path, error) => SourceFile { path, content: unreadable(&error) },
        }
    }
}

fn unreadable(error: &io::Error) -> Content {
    Content::Unreadable(reason(error))
}

/// What the system says, in words that need no knowledge of systems; of what is rare, its own words.
pub fn reason(error: &io::Error) -> Text {
    let own = || Text::new(error.to_string(), error.to_string());
    if error.raw_os_error().is_none() {
        return own();
    }
    let (nb, en) = match error.kind() {
        ErrorKind::NotFound => ("filen eller mappen finnes ikke", "there is no such file or folder"),
        ErrorKind::PermissionDenied => ("ingen tilgang", "no access"),
        ErrorKind::AlreadyExists => ("det finnes fra før", "it is there already"),
        ErrorKind::IsADirectory => ("det er en mappe, ikke en fil", "it is a folder, not a file"),
        ErrorKind::NotADirectory => ("noe på veien dit er ikke en mappe", "something on the way is no folder"),
        ErrorKind::DirectoryNotEmpty => ("mappen er ikke tom", "the folder is not empty"),
        ErrorKind::ReadOnlyFilesystem => ("disken kan bare leses", "the disk can only be read"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ("det er ikke plass", "there is no room"),
        ErrorKind::InvalidFilename => ("navnet kan ikke brukes", "the name cannot be used"),
        ErrorKind::AddrInUse => ("noen andre bruker den", "somebody else uses it"),
        ErrorKind::ResourceBusy | ErrorKind::WouldBlock => ("den er i bruk", "it is in use"),
        _ => return own(),
    };
    Text::new(nb, en)
}

/// Reads all files of a folder that is not content, such as a theme: path within it, and bytes.
///
/// Fails when any of them cannot be read. Symbolic links are not followed.
pub fn files(folder: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    walk(folder, folder, 0, &mut found)?;
    let read = |it: Found| match it {
        Found::File(path, name) => Ok((name.into(), fs::read(path)?)),
        Found::Closed(_, error) => Err(error),
    };
    found.into_iter().map(read).collect()
}

/// The files of `shipped` that no name at the top of the content folder stands in for.
pub fn lacking<'a>(shipped: &'a [SourceFile], present: &'a [String]) -> impl Iterator<Item = &'a SourceFile> {
    shipped.iter().filter(|it| !present.iter().any(|top| within(&it.path, top)))
}

/// What stands before paths in messages: the folder as the user named it.
fn prefix(folder: &Path) -> String {
    let shown = folder.to_string_lossy().replace('\\', "/");
    let shown = shown.trim_end_matches('/');
    if shown == "." { String::new() } else { format!("{shown}/") }
}

fn within(path: &str, top: &str) -> bool {
    path == top || path.strip_prefix(top).is_some_and(|rest| rest.starts_with('/'))
}

fn top_entries(folder: &Path) -> io::Result<Vec<String>> {
    let names = fs::read_dir(folder)?.filter_map(|it| it.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.map(|it| it.nfc().collect()).collect();
    names.sort_unstable();
    Ok(names)
}

fn walk(root: &Path, folder: &Path, depth: usize, found: &mut Vec<Found>) -> io::Result<()> {
    let mut entries: Vec<fs::DirEntry> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        // What is deleted while the folder is listed is not there any more.
        let Ok(kind) = entry.file_type() else { continue };
        if hidden || kind.is_symlink() {
            continue;
        }
        let path = entry.path();
        let relative = path.strip_prefix(root).unwrap_or(&path);
        let name: String = relative.to_string_lossy().replace('\\', "/").nfc().collect();
        if kind.is_dir() && depth < MAX_DEPTH {
            if let Err(error) = walk(root, &path, depth + 1, found) {
                found.push(Found::Closed(name.into(), error));
            }
        } else if kind.is_file() {
            found.push(Found::File(path, name.into()));
        }
    }
    Ok(())
}

fn read(path: &Path, name: &str) -> SourceFile {
    let file = |content| SourceFile { path: name.into(), content };
    let open = match fs::File::open(path) {
        Ok(open) => open,
        Err(error) => return file(unreadable(&error)),
    };
    let size = open.metadata().map_or(0, |it| it.len());
    if size > MAX_FILE as u64 {
        return file(Content::TooLarge(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    match open.take(MAX_FILE as u64 + 1).read_to_end(&mut bytes) {
        Ok(_) => SourceFile::from_bytes(name, bytes),
        Err(error) => file(unreadable(&error)),
    }
}
