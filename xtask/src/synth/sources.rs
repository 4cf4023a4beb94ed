//! What synthetic content is made of: the register, the vocabulary, the duties, and words.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

use super::words::Words;

/// A kommune of the register.
#[derive(Debug)]
pub(crate) struct Kommune {
    pub(crate) nummer: String,
    pub(crate) navn: String,
    pub(crate) slug: String,
}

/// A duty of a kommune that a tilbud meets.
#[derive(Debug)]
pub(crate) struct Duty {
    pub(crate) id: String,
    pub(crate) level: String,
}

/// Everything that is read once.
#[derive(Debug)]
pub(crate) struct Sources {
    pub(crate) kommuner: Vec<Kommune>,
    pub(crate) duties: Vec<Duty>,
    pub(crate) words: Words,
    vocabulary: String,
}

impl Sources {
    /// Reads the content that ships.
    pub(crate) fn read(content: &Path) -> anyhow::Result<Sources> {
        let read = |name: &str| {
            let path = content.join(name);
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
        };
        let kommuner = rows(&read("register/kommuner.csv")?, |row| Kommune {
            nummer: row("kommunenummer"),
            navn: row("navn"),
            slug: row("slug"),
        })?;
        let duties = rows(&read("lovkrav.csv")?, |row| {
            let mine = row("ansvar") == "kommune" && row("art") == "tilbud" && row("vilkår").is_empty();
            mine.then(|| Duty { id: row("id"), level: row("pyramidenivå") })
        })?;
        Ok(Sources {
            kommuner,
            duties: duties.into_iter().flatten().collect(),
            words: Words::read(content)?,
            vocabulary: read("vokabular.yaml")?,
        })
    }

    /// The slugs of one list of the vocabulary, in its order.
    pub(crate) fn list(&self, name: &str) -> Vec<&str> {
        let lines = self.vocabulary.lines().skip_while(|it| !it.starts_with(&format!("{name}:"))).skip(1);
        let mine = lines.take_while(|it| it.starts_with(' '));
        mine.filter_map(|it| it.split_once("slug: ")?.1.split([',', '}']).next()).collect()
    }
}

/// The rows of a table, each made by `make` from a look-up by column.
fn rows<T>(text: &str, make: impl Fn(&dyn Fn(&str) -> String) -> T) -> anyhow::Result<Vec<T>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers()?.clone();
    let mut made = Vec::new();
    for row in reader.records() {
        let row = row?;
        let cell = |name: &str| {
            let at = headers.iter().position(|it| it == name);
            at.and_then(|at| row.get(at)).unwrap_or_default().to_owned()
        };
        made.push(make(&cell));
    }
    Ok(made)
}
