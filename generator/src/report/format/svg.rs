//! Pictures as shapes: all coordinates computed, no words chosen.

use serde::Serialize;

use crate::report::value::{Band, Bar, Figure, Picture, Tag};

/// Width of every picture, in its own units.
const WIDTH: f64 = 720.0;

/// A picture that a template only has to write down.
#[derive(Clone, Debug, Serialize)]
pub struct Drawing {
    /// `viewBox`.
    pub view_box: String,
    /// Shapes, the lowest first.
    pub shapes: Vec<Shape>,
    /// What the patterns mean.
    pub legend: Vec<Legend>,
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

fn drawing(height: f64, shapes: Vec<Shape>, legend: &[Tag]) -> Drawing {
    let legend = legend.iter().map(|it| Legend { key: it.key, label: it.label.clone() }).collect();
    Drawing { view_box: format!("0 0 {WIDTH:.0} {height:.0}"), shapes, legend }
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
        let middle = (top + bottom) / 2.0;
        shapes.push(text(2.0 * HALF + 16.0, middle - 4.0, "start", &band.label));
        shapes.push(text(2.0 * HALF + 16.0, middle + 18.0, "start", &band.text));
    }
    drawing(n * LEVEL + 8.0, shapes, legend)
}

fn horizontal_bars(legend: &[Tag], bars: &[Bar]) -> Drawing {
    const ROW: f64 = 56.0;
    let most = bars.iter().map(|it| it.parts.iter().map(|it| it.n).sum::<usize>()).max().unwrap_or(0).max(1);
    let unit = WIDTH / most as f64;
    let mut shapes = Vec::new();
    for (at, bar) in bars.iter().enumerate() {
        let top = at as f64 * ROW;
        shapes.push(text(0.0, top + 16.0, "start", &bar.label));
        let mut x = 0.0;
        for part in bar.parts.iter().filter(|it| it.n > 0) {
            let end = x + part.n as f64 * unit;
            shapes.push(area(&[(x, top + 22.0), (end, top + 22.0), (end, top + 46.0), (x, top + 46.0)], part.key));
            x = end;
        }
    }
    drawing(bars.len() as f64 * ROW + 2.0, shapes, legend)
}

fn flow(columns: &[String], nodes: &[(usize, String)], arrows: &[(usize, usize)]) -> Drawing {
    const ROW: f64 = 44.0;
    let width = WIDTH / columns.len().max(1) as f64;
    let mut shapes: Vec<Shape> = Vec::new();
    for (at, name) in columns.iter().enumerate() {
        shapes.push(text(at as f64 * width + 4.0, 18.0, "start", name));
    }
    let y = |at: usize| 36.0 + at as f64 * ROW;
    for (at, (column, name)) in nodes.iter().enumerate() {
        let (left, top) = (*column as f64 * width + 4.0, y(at));
        let (right, bottom) = (left + width - 12.0, top + 28.0);
        shapes.push(area(&[(left, top), (right, top), (right, bottom), (left, bottom)], "node"));
        shapes.push(text(left + 8.0, top + 19.0, "start", &shorten(name, 28)));
    }
    for (from, to) in arrows {
        let (Some(a), Some(b)) = (nodes.get(*from), nodes.get(*to)) else { continue };
        let x = |column: usize, part: f64| column as f64 * width + 4.0 + (width - 12.0) * part;
        let down = to > from;
        let (x1, y1) = (x(a.0, 0.5), if down { y(*from) + 28.0 } else { y(*from) });
        let (x2, y2) = (x(b.0, if a.0 == b.0 { 0.5 } else { 0.2 }), if down { y(*to) } else { y(*to) + 28.0 });
        let points = format!("M{x1:.1} {y1:.1} L{x2:.1} {y2:.1}{}", head((x1, y1), (x2, y2)));
        shapes.push(Shape { kind: "line", points, ..Shape::blank() });
    }
    drawing(y(nodes.len()) + 4.0, shapes, &[])
}

/// The two strokes of an arrow's head at `to`.
fn head(from: (f64, f64), to: (f64, f64)) -> String {
    const LENGTH: f64 = 9.0;
    const ANGLE: f64 = 0.45;
    let back = (from.1 - to.1).atan2(from.0 - to.0);
    let stroke = |turn: f64| {
        let (x, y) = (to.0 + LENGTH * (back + turn).cos(), to.1 + LENGTH * (back + turn).sin());
        format!(" M{x:.1} {y:.1} L{:.1} {:.1}", to.0, to.1)
    };
    format!("{}{}", stroke(ANGLE), stroke(-ANGLE))
}

/// At most `most` characters; what is cut is shown by an ellipsis. The whole name is in the list below.
fn shorten(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let kept: String = name.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}
