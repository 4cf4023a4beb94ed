//! The page of open data.

use super::{Ctx, side};
use crate::data;
use crate::model::{DataFile, Mode, Route, Scope};
use crate::render::view::Link;
use crate::render::view::data::{DataLink, DataPage};

/// What there is for `ctx.scope`.
pub(crate) fn page(ctx: &Ctx<'_>, tilbud_url: &dyn Fn(&str) -> Option<String>) -> DataPage {
    let portal = Route::Data(Scope::Portal);
    let alone = ctx.scope != Scope::Portal && ctx.site.settings.mode == Mode::Portal;
    let others = data::scopes(ctx.site).into_iter().filter(|it| *it != Scope::Portal);
    DataPage {
        place: ctx.scope_name(ctx.scope),
        files: DataFile::ALL.map(|it| file(ctx, it)).to_vec(),
        text: if alone { None } else { side::data(ctx, tilbud_url) },
        more: alone.then(|| ctx.link(&portal, ctx.say("data_more"))),
        others: if ctx.scope == Scope::Portal { others.map(|it| other(ctx, it)).collect() } else { Vec::new() },
    }
}

fn other(ctx: &Ctx<'_>, scope: Scope) -> Link {
    ctx.link(&Route::Data(scope), ctx.scope_name(scope))
}

fn file(ctx: &Ctx<'_>, file: DataFile) -> DataLink {
    let id = match file {
        DataFile::Csv => "csv",
        DataFile::Xlsx => "xlsx",
        DataFile::Json => "json",
        DataFile::Hsds => "hsds",
        DataFile::Atom => "atom",
        DataFile::Dcat => "dcat",
    };
    DataLink {
        url: ctx.site.url(&Route::DataFile(ctx.scope, file)),
        name: ctx.say(&format!("data_{id}")),
        note: ctx.say(&format!("data_{id}_note")),
    }
}
