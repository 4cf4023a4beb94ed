//! Prints the checked-in files that are made from the code, as JSON: a list of
//! name and text. `cargo xtask gen` writes them, `cargo xtask gen --check` compares.

use anyhow::Context as _;
use nettungen::diag::Diagnostics;
use nettungen::{check, cli, host, read, schema};

#[expect(clippy::print_stdout, reason = "what this program is for")]
fn main() -> anyhow::Result<()> {
    let sources = read::Sources::new("content/", cli::shipped());
    let vokabular = check::vokabular(&sources, &mut Diagnostics::default())
        .context("the shipped vocabulary has errors: run `nettungen check`")?;
    let schemas = schema::all(&vokabular);
    let mut files: Vec<(String, String)> =
        schemas.into_iter().map(|(name, text)| (format!("schema/{name}"), text)).collect();
    files.push(("netlify.toml".to_owned(), host::toml(&host::common())));
    println!("{}", serde_json::to_string(&files)?);
    Ok(())
}
