//! The method: in short, with the spiral drawn, and whole.

use std::f64::consts::{FRAC_PI_2, TAU};
use std::fmt::Write;

use super::{Ctx, side};
use crate::model::{Liste, Route, SideKind};
use crate::read::markdown;
use crate::render::view::pages::{MethodPage, Step, WholeMethod};

/// Middle of the drawing, which is 480 wide and high.
const MIDDLE: f64 = 240.0;
/// Angle between two steps: the thread passes each direction again further out,
/// as the method does.
const STEP_ANGLE: f64 = TAU * 0.27;
/// The first node's distance from the middle, and how much each adds.
const START: f64 = 62.0;
const GROWTH: f64 = 27.0;

/// The method in short.
pub(crate) fn short(ctx: &Ctx<'_>, tilbud_url: &dyn Fn(&str) -> Option<String>) -> MethodPage {
    let intro = ctx.site.sider.iter().find(|it| it.kind == SideKind::Metode && it.trinn.is_none());
    let body = intro.and_then(|it| it.body_for(ctx.lang));
    MethodPage {
        steps: side::steps(ctx).map(|(at, _)| step(ctx, at)).collect(),
        thread: thread(side::steps(ctx).count()),
        body_html: body.map(|it| markdown::html(&it.markdown, tilbud_url)).unwrap_or_default(),
        body_lang: body.and_then(|it| ctx.other(it.lang)),
        whole_url: ctx.site.url(&Route::HeleMetoden),
    }
}

/// The whole method on one page.
pub(crate) fn whole(ctx: &Ctx<'_>, tilbud_url: &dyn Fn(&str) -> Option<String>) -> WholeMethod {
    WholeMethod { parts: side::steps(ctx).map(|(at, _)| side::page(ctx, at, tilbud_url)).collect() }
}

fn step(ctx: &Ctx<'_>, at: u32) -> Step {
    let side = &ctx.site.sider[at as usize];
    let n = side.trinn.unwrap_or(0);
    let term = ctx.site.vokabular.list(Liste::Metode).iter().find(|it| it.nr == Some(n));
    let described = term.and_then(|it| it.beskrivelse.as_ref());
    let note = side.sammendrag.as_ref().or(described);
    let (x, y) = node(f64::from(n) - 1.0);
    Step {
        n,
        name: side.tittel.best(ctx.lang).to_owned(),
        note: note.map(|it| it.best(ctx.lang).to_owned()).unwrap_or_default(),
        url: ctx.site.url(&Route::Side(at)),
        x: x.round(),
        y: y.round(),
    }
}

/// The point on the spiral after `steps` steps.
fn node(steps: f64) -> (f64, f64) {
    let angle = steps * STEP_ANGLE - FRAC_PI_2;
    let radius = START + GROWTH * steps;
    (MIDDLE + radius * angle.cos(), MIDDLE + radius * angle.sin())
}

/// The thread through `n` steps, from the middle and a little beyond the last.
fn thread(n: usize) -> String {
    let mut path = String::new();
    let last = u32::try_from(n).unwrap_or(0) * 12 + 12;
    for at in 0..=last {
        let (x, y) = node(f64::from(at) / 12.0 - 1.5);
        let command = if at == 0 { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(path, "{command}{x:.0} {y:.0}");
    }
    path
}
