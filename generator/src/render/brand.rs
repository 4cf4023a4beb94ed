//! A kommune's own colours as a small style sheet, and its logo.

use super::assets::Asset;
use super::pages::shell;
use crate::model::Kommune;
use crate::model::color::{Color, TEXT_CONTRAST, nearest_passing, readable_on};

/// The grounds of the theme that are hardest to read links on, light and dark
/// (`--sunken` and `--warm-surface` in `nettungen.css`).
const GROUND: [Color; 2] = [Color::new(0xf3, 0xed, 0xe2), Color::new(0x2d, 0x25, 0x1b)];

/// What a kommune adds to the theme.
#[derive(Clone, Debug, Default)]
pub(super) struct Brand {
    colours: Option<Asset>,
    logo: Option<Asset>,
}

impl Brand {
    /// The files of one kommune.
    pub(super) fn of(kommune: &Kommune) -> Brand {
        Brand { colours: style_sheet(kommune), logo: logo(kommune) }
    }

    /// Each file.
    pub(super) fn files(&self) -> impl Iterator<Item = &Asset> {
        self.colours.iter().chain(&self.logo)
    }

    /// Their addresses.
    pub(super) fn urls(&self) -> shell::Brand {
        let url = |it: &Option<Asset>| it.as_ref().map(Asset::url);
        shell::Brand { css_url: url(&self.colours), logo_url: url(&self.logo) }
    }
}

/// A kommune's logo as a file.
fn logo(kommune: &Kommune) -> Option<Asset> {
    let logo = kommune.logo.as_ref()?;
    Some(Asset::new(&format!("logo-{}.{}", kommune.slug, logo.ending), logo.bytes.to_vec()))
}

/// The style sheet of a kommune that sets colours; `None` when it sets none.
///
/// The header has the colours as written (the checker has seen to their
/// contrast). Links and buttons get the nearest shade that can be read on the
/// page's ground, in light and in dark.
fn style_sheet(kommune: &Kommune) -> Option<Asset> {
    let colours = kommune.farger.as_ref()?;
    let brand = Color::parse(&colours.hoved)?;
    let on_brand = Color::parse(&colours.kontrast).unwrap_or_else(|| readable_on(brand));
    let [light, dark] = GROUND.map(|ground| nearest_passing(brand, ground, TEXT_CONTRAST));
    let css = format!(
        ":root{{--brand:{brand};--on-brand:{on_brand};--accent:{light}}}\n\
         @media (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}\n"
    );
    let name = format!("farger-{}.css", kommune.slug);
    Some(Asset::new(&name, css.into_bytes()))
}
