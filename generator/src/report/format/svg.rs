//! Pictures as shapes: all coordinates computed, no words chosen.

use serde::Serialize;

use super::flow::{Boxed, Point, lay_out};
use crate::report::value::{Band, Bar, Figure, Part, Picture, Tag};

/// Width of the picture of a chain, in its own units.
const WIDTH: f64 = 720.0;

/// A picture that a template only has to write down.
///
/// A picture shrinks with the screen, and words in it do too. Those of pyramids and bars therefore stand beside the
/// shapes, in rows; a chain has its words in its boxes.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Drawing {
    /// `pyramid`, `bars` or `flow`.
    pub kind: &'static str,
    /// `viewBox`; bars have none.
    pub view_box: String,
    /// Shapes, the lowest first.
    pub shapes: Vec<Shape>,
    /// The levels of a pyramid from its top, or bars.
    pub rows: Vec<Line>,
    /// What the patterns mean.
    pub legend: Vec<Legend>,
}

/// A level of a pyramid, or a bar.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// Its name.
    pub label: String,
    /// How much it is, in words; empty for bars.
    pub text: String,
    /// The parts of a bar.
    pub parts: Vec<Slice>,
}

/// A part of a bar. All bars of a picture have one scale.
#[derive(Clone, Debug, Serialize)]
pub struct Slice {
    /// Where it begins, in per cent of the picture's width.
    pub x: String,
    /// How wide it is, in per cent.
    pub width: String,
    /// Name of the pattern that fills it.
    pub fill: &'static str,
}

/// An entry of a legend.
#[derive(Clone, Debug, Serialize)]
pub struct Legend {
    /// Name of the pattern.
    pub key: &'static str,
    /// What it means.
    pub label: String,
}

/// One shape.
#[derive(Clone, Debug, Serialize)]
pub struct Shape {
    /// `area`, `line` or `text`.
    pub kind: &'static str,
    /// Corners of an area or way of a line, as SVG has them.
    pub points: String,
    /// Name of the pattern that fills an area.
    pub fill: &'static str,
    /// Place of a text.
    pub x: String,
    /// Place of a text.
    pub y: String,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// The text.
    pub text: String,
}

/// Draws a figure.
pub(super) fn draw(figure: &Figure) -> Drawing {
    match &figure.picture {
        Picture::Pyramid { legend, bands } => pyramid(legend, bands),
        Picture::Bars { legend, bars } => horizontal_bars(legend, bars),
        Picture::Flow { columns, nodes, arrows } => flow(columns, nodes, arrows),
    }
}

fn explained(legend: &[Tag]) -> Vec<Legend> {
    legend.iter().map(|it| Legend { key: it.key, label: it.label.clone() }).collect()
}

fn area(corners: &[(f64, f64)], fill: &'static str) -> Shape {
    let points: Vec<String> = corners.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    Shape { kind: "area", points: points.join(" "), fill, ..Shape::blank() }
}

fn text(x: f64, y: f64, anchor: &'static str, words: &str) -> Shape {
    Shape { kind: "text", x: format!("{x:.1}"), y: format!("{y:.1}"), anchor, text: words.to_owned(), ..Shape::blank() }
}

impl Shape {
    fn blank() -> Shape {
        Shape {
            kind: "area",
            points: String::new(),
            fill: "",
            x: String::new(),
            y: String::new(),
            anchor: "start",
            text: String::new(),
        }
    }
}

/// The widest level at the bottom. Each level is parted in width between all children and those with special needs.
fn pyramid(legend: &[Tag], bands: &[Band]) -> Drawing {
    const LEVEL: f64 = 92.0;
    const HALF: f64 = 205.0;
    let n = bands.len().max(1) as f64;
    let mut shapes = Vec::new();
    for (at, band) in bands.iter().rev().enumerate() {
        let (top, bottom) = (at as f64 * LEVEL + 4.0, (at as f64 + 1.0) * LEVEL);
        // A tip that text can stand beside: the top level begins at a fifth of its width.
        let half = |level: f64| HALF * (level + 0.2) / (n + 0.2);
        let (upper, lower) = (half(at as f64), half(at as f64 + 1.0));
        let all = band.parts[0] + band.parts[1];
        let split = if all == 0 { 1.0 } else { band.parts[0] as f64 / all as f64 };
        let x = |half: f64, part: f64| HALF - half + 2.0 * half * part;
        let fills: [&'static str; 2] = if all == 0 { ["ikke-registrert", "saerlige"] } else { ["alle", "saerlige"] };
        for (from, to, fill) in [(0.0, split, fills[0]), (split, 1.0, fills[1])] {
            if to > from {
                shapes.push(area(
                    &[(x(upper, from), top), (x(upper, to), top), (x(lower, to), bottom), (x(lower, from), bottom)],
                    fill,
                ));
            }
        }
    }
    let row = |it: &Band| Line { label: it.label.clone(), text: it.text.clone(), parts: Vec::new() };
    Drawing {
        kind: "pyramid",
        view_box: format!("0 0 {:.0} {:.0}", 2.0 * HALF, n * LEVEL + 4.0),
        shapes,
        rows: bands.iter().rev().map(row).collect(),
        legend: explained(legend),
    }
}

fn horizontal_bars(legend: &[Tag], bars: &[Bar]) -> Drawing {
    let most = bars.iter().map(|it| it.parts.iter().map(|it| it.n).sum::<usize>()).max().unwrap_or(0).max(1);
    let share = |n: usize| n as f64 * 100.0 / most as f64;
    let row = |bar: &Bar| {
        let mut before = 0;
        let part = |it: &Part| {
            let x = share(before);
            before += it.n;
            Slice { x: format!("{x:.2}"), width: format!("{:.2}", share(it.n)), fill: it.key }
        };
        let parts = bar.parts.iter().filter(|it| it.n > 0).map(part).collect();
        Line { label: bar.label.clone(), text: String::new(), parts }
    };
    let rows = bars.iter().map(row).collect();
    Drawing { kind: "bars", rows, legend: explained(legend), ..Drawing::default() }
}

/// Levels beside each other, a row for each tilbud.
fn flow(columns: &[String], nodes: &[(usize, String)], arrows: &[(usize, usize)]) -> Drawing {
    const LINE: f64 = 17.0;
    let flow = lay_out(columns.len(), nodes, arrows, WIDTH);
    let width = WIDTH / columns.len().max(1) as f64;
    let name = |(at, name): (usize, &String)| text(at as f64 * width + 1.0, 18.0, "start", name);
    let mut shapes: Vec<Shape> = columns.iter().enumerate().map(name).collect();
    for Boxed { x, y, lines, room } in &flow.boxes {
        shapes.push(area(&[(x.0, y.0), (x.1, y.0), (x.1, y.1), (x.0, y.1)], "node"));
        let left = x.0 + (x.1 - x.0 - room) / 2.0;
        // The first baseline, with as much room above the lines as below them.
        let first = (y.0 + y.1 - lines.len() as f64 * LINE) / 2.0 + 13.0;
        shapes.extend((0..).zip(lines).map(|(at, it)| text(left, first + f64::from(at) * LINE, "start", it)));
    }
    shapes.extend(flow.arrows.iter().map(|it| arrow(it)));
    Drawing { kind: "flow", view_box: format!("0 0 {WIDTH:.0} {:.0}", flow.height), shapes, ..Drawing::default() }
}

/// A line through `corners` with a head at its end.
fn arrow(corners: &[Point]) -> Shape {
    let way: Vec<String> = corners.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    let [.., before, last] = corners else { return Shape::blank() };
    Shape { kind: "line", points: format!("M{}{}", way.join(" L"), head(*before, *last)), ..Shape::blank() }
}

/// The two strokes of an arrow's head at `to`.
fn head(from: Point, to: Point) -> String {
    const LENGTH: f64 = 8.0;
    const ANGLE: f64 = 0.45;
    let back = (from.1 - to.1).atan2(from.0 - to.0);
    let stroke = |turn: f64| {
        let (x, y) = (to.0 + LENGTH * (back + turn).cos(), to.1 + LENGTH * (back + turn).sin());
        format!(" M{x:.1} {y:.1} L{:.1} {:.1}", to.0, to.1)
    };
    format!("{}{}", stroke(ANGLE), stroke(-ANGLE))
}
