//! Pages of text.

use super::Ctx;
use crate::model::{Route, Side, SideKind};
use crate::read::markdown;
use crate::render::routes;
use crate::render::view::Link;
use crate::render::view::pages::TextPage;

/// The page at place `at` of [`Site::sider`](crate::model::Site::sider).
pub(crate) fn page(ctx: &Ctx<'_>, at: u32, tilbud_url: &dyn Fn(&str) -> Option<String>) -> TextPage {
    let side = &ctx.site.sider[at as usize];
    let body = side.body_for(ctx.lang);
    let shown = body.map_or(ctx.lang, |it| it.lang);
    TextPage {
        title: ctx.text(&side.tittel),
        lead: side.sammendrag.as_ref().map(|it| ctx.text(it)),
        body_html: body.map(|it| markdown::html(&it.markdown, tilbud_url)).unwrap_or_default(),
        body_lang: ctx.other(shown),
        language_note: language_note(ctx, shown),
        step: side.trinn.unwrap_or(0),
        previous: neighbour(ctx, side, -1),
        next: neighbour(ctx, side, 1),
    }
}

/// The text about open data, when there is one.
pub(crate) fn data(ctx: &Ctx<'_>, tilbud_url: &dyn Fn(&str) -> Option<String>) -> Option<TextPage> {
    let (at, _) = (0..).zip(&ctx.site.sider).find(|(_, it)| routes::is_about_data(it))?;
    Some(page(ctx, at, tilbud_url))
}

fn language_note(ctx: &Ctx<'_>, shown: crate::model::Lang) -> String {
    match ctx.other(shown) {
        Some(tag) => ctx.say_name("only_in_language", &ctx.say(&format!("sprak_{tag}"))),
        None => String::new(),
    }
}

/// The step of the method before or after `side`.
fn neighbour(ctx: &Ctx<'_>, side: &Side, by: i16) -> Option<Link> {
    let wanted = i16::from(side.trinn?) + by;
    let (at, found) = steps(ctx).find(|(_, it)| it.trinn.map(i16::from) == Some(wanted))?;
    Some(ctx.link_text(&Route::Side(at), &found.tittel))
}

/// The pages of the method's steps, with their places.
pub(super) fn steps<'a>(ctx: &Ctx<'a>) -> impl Iterator<Item = (u32, &'a Side)> + use<'a> {
    (0..).zip(&ctx.site.sider).filter(|(_, it)| it.kind == SideKind::Metode && routes::has_own_page(it))
}
