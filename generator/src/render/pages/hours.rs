//! Opening hours: as words for people, as JSON for the script.

use fluent_bundle::FluentValue;
use jiff::civil::Date;
use serde::Serialize;

use super::Ctx;
use crate::model::{Closure, Day, DayTime, Hours, OpeningHours, Tilbud};
use crate::render::view::tilbud as view;

/// What `tid.js` reads.
#[derive(Serialize)]
struct Script {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    always: bool,
    rows: Vec<ScriptRow>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    closed: Vec<(String, String)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    months: Vec<u8>,
}

#[derive(Serialize)]
struct ScriptRow {
    days: Vec<u8>,
    from: u16,
    to: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    holidays: bool,
}

/// The hours of a tilbud; `None` when they are not said.
pub(super) fn of_tilbud(ctx: &Ctx<'_>, tilbud: &Tilbud) -> Option<view::Hours> {
    let unknown = tilbud.apningstider == OpeningHours::Unknown;
    if unknown && tilbud.apningstider_merknad.is_none() && tilbud.sesong.is_empty() && tilbud.stengt.is_empty() {
        return None;
    }
    Some(view::Hours {
        always: tilbud.apningstider == OpeningHours::Always,
        rows: rows(ctx, &tilbud.apningstider),
        note: tilbud.apningstider_merknad.as_ref().map(|it| ctx.text(it)),
        closures: tilbud.stengt.iter().map(|it| closure(ctx, it)).collect(),
        season: season(ctx, &tilbud.sesong),
        json: json(&tilbud.apningstider, &tilbud.stengt, &tilbud.sesong).unwrap_or_default(),
    })
}

/// The JSON for the script; `None` when hours are not said.
pub(super) fn json(hours: &OpeningHours, closed: &[Closure], months: &[u8]) -> Option<String> {
    let rows = match hours {
        OpeningHours::Unknown => return None,
        OpeningHours::Always => Vec::new(),
        OpeningHours::Weekly(rows) => rows.iter().map(script_row).collect(),
    };
    let closed = closed.iter().map(|it| (it.fra.to_string(), it.til.to_string())).collect();
    let always = *hours == OpeningHours::Always;
    serde_json::to_string(&Script { always, rows, closed, months: months.to_vec() }).ok()
}

/// The lines in words.
pub(super) fn rows(ctx: &Ctx<'_>, hours: &OpeningHours) -> Vec<view::HoursRow> {
    let OpeningHours::Weekly(lines) = hours else { return Vec::new() };
    lines.iter().map(|it| row(ctx, it)).collect()
}

fn row(ctx: &Ctx<'_>, line: &Hours) -> view::HoursRow {
    let iso = |it: Option<Date>| it.map(|it| it.to_string()).unwrap_or_default();
    let remark = line.merknad.as_ref().map(|it| it.best(ctx.lang).to_owned());
    let holidays = line.helligdager.map(|it| ctx.say(if it { "hours_on_holidays" } else { "hours_not_on_holidays" }));
    let note: Vec<String> = [remark, period(ctx, line), holidays].into_iter().flatten().collect();
    view::HoursRow {
        days: days(ctx, &line.dager),
        day_numbers: line.dager.iter().map(|it| number(*it).to_string()).collect::<Vec<_>>().join(","),
        time: format!("{}–{}", clock(line.fra), clock(line.til)),
        note: note.join(". "),
        since: iso(line.gyldig_fra),
        until: iso(line.gyldig_til),
    }
}

fn period(ctx: &Ctx<'_>, line: &Hours) -> Option<String> {
    let date = |it: Date| FluentValue::from(ctx.texts.date(it));
    match (line.gyldig_fra, line.gyldig_til) {
        (Some(from), Some(to)) => Some(ctx.texts.say_with("period", &[("from", date(from)), ("to", date(to))])),
        (Some(from), None) => Some(ctx.texts.say_with("period_from", &[("from", date(from))])),
        (None, Some(to)) => Some(ctx.texts.say_with("period_to", &[("to", date(to))])),
        (None, None) => None,
    }
}

fn closure(ctx: &Ctx<'_>, it: &Closure) -> view::Closure {
    let date = |it: Date| FluentValue::from(ctx.texts.date(it));
    let period = ctx.texts.say_with("closed_period", &[("from", date(it.fra)), ("to", date(it.til))]);
    let text = match &it.grunn {
        Some(why) => format!("{period} ({})", why.best(ctx.lang)),
        None => period,
    };
    view::Closure { text, until: it.til.to_string() }
}

/// «Bare i juni–august»; empty: all year.
pub(super) fn season(ctx: &Ctx<'_>, months: &[u8]) -> String {
    if months.is_empty() {
        return String::new();
    }
    let follow = |a: &u8, b: &u8| a % 12 + 1 == *b;
    let names = named_runs(months.chunk_by(follow), |it| ctx.say(&format!("month_{it}")));
    ctx.say_name("season", &list(ctx, &names))
}

/// Opening hours in a line, with what is said about them: «mandag 16.00–18.00 (partallsuker). Stengt i ferien».
pub(super) fn line(ctx: &Ctx<'_>, always: bool, rows: &[view::HoursRow], note: Option<&str>) -> String {
    let row = |it: &view::HoursRow| {
        let remark = if it.note.is_empty() { String::new() } else { format!(" ({})", it.note) };
        format!("{} {}{remark}", it.days, it.time)
    };
    let times = if always { ctx.say("always_open") } else { rows.iter().map(row).collect::<Vec<_>>().join("; ") };
    let parts = [Some(times.as_str()), note];
    parts.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(". ")
}

/// «a, b og c».
pub(super) fn list(ctx: &Ctx<'_>, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), ctx.say("and")),
    }
}

/// «mandag–torsdag», «tirsdag og torsdag», «alle dager».
fn days(ctx: &Ctx<'_>, days: &[Day]) -> String {
    if days.len() == Day::ALL.len() {
        return ctx.say("every_day");
    }
    let follow = |a: &Day, b: &Day| number(*a) + 1 == number(*b);
    list(ctx, &named_runs(days.chunk_by(follow), |it| ctx.say(&format!("day_{}", number(*it)))))
}

/// Runs of what follows each other, each by its first and last; one and two by their names.
fn named_runs<'a, T: 'a>(runs: impl Iterator<Item = &'a [T]>, name: impl Fn(&T) -> String) -> Vec<String> {
    let mut parts = Vec::new();
    for run in runs {
        match run {
            [first, _, .., last] => parts.push(format!("{}–{}", name(first), name(last))),
            few => parts.extend(few.iter().map(&name)),
        }
    }
    parts
}

fn number(day: Day) -> u8 {
    day as u8 + 1
}

fn clock(time: DayTime) -> String {
    format!("{:02}.{:02}", time.0 / 60, time.0 % 60)
}

fn script_row(line: &Hours) -> ScriptRow {
    ScriptRow {
        days: line.dager.iter().map(|it| number(*it)).collect(),
        from: line.fra.0,
        to: line.til.0,
        since: line.gyldig_fra.map(|it| it.to_string()),
        until: line.gyldig_til.map(|it| it.to_string()),
        holidays: line.on_holidays(),
    }
}
