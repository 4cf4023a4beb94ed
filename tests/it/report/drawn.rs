//! The picture of a chain can be read: no line crosses a box or lies on another, and names stay in their boxes.

use nettungen::report::format::{Boxed, Flow, lay_out, width};
use proptest::prelude::*;

/// Width of the picture.
const WIDTH: f64 = 720.0;

/// A part of an arrow between two corners.
type Segment = ((f64, f64), (f64, f64));

fn segments(arrow: &[(f64, f64)]) -> impl Iterator<Item = Segment> + '_ {
    arrow.windows(2).map(|it| (it[0], it[1]))
}

fn sorted(a: f64, b: f64) -> (f64, f64) {
    (a.min(b), a.max(b))
}

/// Whether a segment is within a box; on its side is not within.
fn crosses(((x1, y1), (x2, y2)): Segment, it: &Boxed) -> bool {
    let ((left, right), (top, bottom)) = (sorted(x1, x2), sorted(y1, y2));
    left < it.x.1 && it.x.0 < right.max(left + f64::EPSILON) && top < it.y.1 && it.y.0 < bottom.max(top + f64::EPSILON)
}

/// Whether two segments lie on each other for some way.
fn overlap(((a1, b1), (a2, b2)): Segment, ((c1, d1), (c2, d2)): Segment) -> bool {
    let shared = |(from, to): (f64, f64), (start, end): (f64, f64)| from.max(start) + 1e-6 < to.min(end);
    let same = |a: f64, b: f64| (a - b).abs() < 1e-6;
    let upright = same(a1, a2) && same(c1, c2) && same(a1, c1) && shared(sorted(b1, b2), sorted(d1, d2));
    let level = same(b1, b2) && same(d1, d2) && same(b1, d1) && shared(sorted(a1, a2), sorted(c1, c2));
    upright || level
}

fn check(flow: &Flow, nodes: &[(usize, String)], arrows: &[(usize, usize)]) {
    assert_eq!(flow.arrows.len(), arrows.len());
    for (at, (it, (column, name))) in flow.boxes.iter().zip(nodes).enumerate() {
        assert!(it.x.0 >= WIDTH / 3.0 * *column as f64 && it.x.1 < WIDTH / 3.0 * (*column + 1) as f64, "{it:?}");
        assert!(flow.boxes[at + 1..].iter().all(|other| it.y.1 < other.y.0), "a row of its own");
        assert!(!it.lines.is_empty() && it.lines.len() <= 2);
        assert!(it.lines.iter().all(|line| width(line) <= it.room && it.room < it.x.1 - it.x.0), "{name}: {it:?}");
    }
    let ways: Vec<Vec<Segment>> = flow.arrows.iter().map(|it| segments(it).collect()).collect();
    for (at, way) in ways.iter().enumerate() {
        for segment in way {
            assert!((0.0..=WIDTH).contains(&segment.1.0) && segment.1.1 < flow.height);
            assert!(flow.boxes.iter().all(|it| !crosses(*segment, it)), "{segment:?} {arrows:?}");
            let others = ways[at + 1..].iter().flatten();
            assert!(others.into_iter().all(|it| !overlap(*segment, *it)), "{segment:?} {arrows:?}");
        }
        let (start, end) = (flow.arrows[at][0], flow.arrows[at][3]);
        let (from, to) = (&flow.boxes[arrows[at].0], &flow.boxes[arrows[at].1]);
        for (point, it) in [(start, from), (end, to)] {
            assert!((point.0 == it.x.0 || point.0 == it.x.1) && it.y.0 < point.1 && point.1 < it.y.1);
        }
    }
}

proptest! {
    #[test]
    fn arrows_pass_boxes_and_names_stay_within(
        nodes in proptest::collection::vec((0_usize..3, "[a-zA-ZæøåÆØÅmW/() -]{0,90}"), 1..16),
        picks in proptest::collection::btree_set((0_usize..16, 0_usize..16), 0..40),
    ) {
        let n = nodes.len();
        let arrows: Vec<(usize, usize)> = picks.into_iter().filter(|(from, to)| *from < n && *to < n && from != to).collect();
        check(&lay_out(3, &nodes, &arrows, WIDTH), &nodes, &arrows);
    }
}

/// Names as they are: whole where they fit in two lines, and cut with an ellipsis beyond that.
#[test]
fn names_are_wrapped() {
    let lines = |name: &str| lay_out(3, &[(0, name.to_owned())], &[], WIDTH).boxes[0].lines.clone();
    assert_eq!(lines("Helsestasjon"), ["Helsestasjon"]);
    assert_eq!(lines("Familierådgivning og støttesamtaler"), ["Familierådgivning og", "støttesamtaler"]);
    let long = lines("Oppfølging av barn og unge som er pårørende til foreldre med alvorlig sykdom eller skade");
    assert!(long.len() == 2 && long[1].ends_with('…'), "{long:?}");
    assert_eq!(lines("Barnekonvensjonskommunesamarbeidet")[0].chars().last(), Some('-'));
}
