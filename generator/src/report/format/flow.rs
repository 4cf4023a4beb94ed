//! Chains of tilbud as boxes and arrows: where everything goes.
//!
//! Every box has a row of its own and fills its column less a gutter to its right. An arrow leaves a side of its
//! box, runs in a lane of the gutter, and reaches its target along the target's row, where no other box stands. So
//! no arrow crosses a box. Ends have places of their own on a side and arrows lanes of their own in a gutter, so no
//! line lies on another.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use super::label::wrapped;

/// Room for the names of the columns.
const TOP: f64 = 32.0;
/// From one row to the next, and the height of a box.
const ROW: f64 = 58.0;
const BOX: f64 = 46.0;
/// Free room at the left of the first column, and between the words of a box and its sides.
const LEFT: f64 = 1.0;
const PAD: f64 = 8.0;
/// What a gutter keeps free at its sides, for heads of arrows, and how wide it is.
const CLEAR: f64 = 14.0;
const LANE: f64 = 10.0;
const GUTTERS: (f64, f64) = (44.0, 96.0);

/// A place.
pub(super) type Point = (f64, f64);

/// A picture of boxes and arrows.
#[derive(Clone, Debug)]
pub struct Flow {
    /// The boxes, in the order of the nodes.
    pub boxes: Vec<Boxed>,
    /// The way of each arrow, corner by corner.
    pub arrows: Vec<Vec<Point>>,
    /// The height of all.
    pub height: f64,
}

/// A box with its name.
#[derive(Clone, Debug)]
pub struct Boxed {
    /// Its left and right side.
    pub x: (f64, f64),
    /// Its upper and lower side.
    pub y: (f64, f64),
    /// Its name, in lines.
    pub lines: Vec<String>,
    /// The width that a line may have.
    pub room: f64,
}

/// Where columns and gutters are.
struct Columns {
    width: f64,
    gutter: f64,
}

impl Columns {
    fn left(&self, column: usize) -> f64 {
        column as f64 * self.width + LEFT
    }

    fn right(&self, column: usize) -> f64 {
        (column + 1) as f64 * self.width - self.gutter
    }
}

/// A side of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
}

/// How an arrow goes: from the row and side of one box to the row and side of another, in a lane between.
struct Way {
    from: (usize, Side),
    to: (usize, Side),
    gutter: usize,
    lane: usize,
}

impl Way {
    /// Right and left when the level rises, left and right when it falls, right and right on the same level.
    fn new(nodes: &[(usize, String)], (from, to): (usize, usize)) -> Way {
        let (a, b) = (nodes[from].0, nodes[to].0);
        let (out, into) = match b.cmp(&a) {
            Ordering::Greater => (Side::Right, Side::Left),
            Ordering::Less => (Side::Left, Side::Right),
            Ordering::Equal => (Side::Right, Side::Right),
        };
        let gutter = if out == Side::Left { a - 1 } else { a };
        Way { from: (from, out), to: (to, into), gutter, lane: 0 }
    }

    /// The rows that it passes, both ends included.
    fn rows(&self) -> (usize, usize) {
        (self.from.0.min(self.to.0), self.from.0.max(self.to.0))
    }

    /// Arrows that come back to their column take the inner lanes, the shortest first; of the others, which go on
    /// across the outer lanes, the longest take the inner ones.
    fn order(&self) -> (bool, Reverse<usize>, usize) {
        let length = self.rows().1 - self.rows().0;
        let back = self.from.1 == self.to.1;
        (!back, Reverse(if back { 0 } else { length }), if back { length } else { 0 })
    }
}

/// Lays out `nodes`, each with its column and name, from the top down, and `arrows` between them by their place.
pub fn lay_out(n_columns: usize, nodes: &[(usize, String)], arrows: &[(usize, usize)], width: f64) -> Flow {
    let known = arrows.iter().filter(|(from, to)| from.max(to) < &nodes.len());
    let mut ways: Vec<Way> = known.map(|it| Way::new(nodes, *it)).collect();
    let n_lanes = take_lanes(&mut ways, n_columns);
    let most = n_lanes.iter().copied().max().unwrap_or(0);
    let gutter = (2.0 * CLEAR + LANE * most as f64).clamp(GUTTERS.0, GUTTERS.1);
    let columns = Columns { width: width / n_columns.max(1) as f64, gutter };
    let boxes: Vec<Boxed> = nodes.iter().enumerate().map(|(row, it)| boxed(&columns, row, it)).collect();
    let x = |it: &Way| {
        let part = (it.lane as f64 + 0.5) / n_lanes[it.gutter] as f64;
        columns.right(it.gutter) + CLEAR + (gutter - 2.0 * CLEAR) * part
    };
    let arrow = |(it, [start, end]): (&Way, [Point; 2])| vec![start, (x(it), start.1), (x(it), end.1), end];
    let arrows = ways.iter().zip(ports(&boxes, &ways)).map(arrow).collect();
    Flow { boxes, arrows, height: TOP + nodes.len() as f64 * ROW }
}

fn boxed(columns: &Columns, row: usize, (column, name): &(usize, String)) -> Boxed {
    let x = (columns.left(*column), columns.right(*column));
    let top = TOP + row as f64 * ROW;
    let room = x.1 - x.0 - 2.0 * PAD;
    Boxed { x, y: (top, top + BOX), lines: wrapped(name, room), room }
}

/// Gives each way the innermost lane of its gutter that is free in all its rows; answers how many lanes each has.
fn take_lanes(ways: &mut [Way], n_gutters: usize) -> Vec<usize> {
    let mut taken: Vec<Vec<Vec<(usize, usize)>>> = vec![Vec::new(); n_gutters];
    let mut order: Vec<usize> = (0..ways.len()).collect();
    order.sort_by_key(|it| ways[*it].order());
    for at in order {
        let (first, last) = ways[at].rows();
        let lanes = &mut taken[ways[at].gutter];
        let is_free = |lane: &Vec<(usize, usize)>| lane.iter().all(|it| it.1 < first || last < it.0);
        let lane = lanes.iter().position(is_free).unwrap_or(lanes.len());
        if lane == lanes.len() {
            lanes.push(Vec::new());
        }
        lanes[lane].push((first, last));
        ways[at].lane = lane;
    }
    taken.iter().map(Vec::len).collect()
}

/// An end of a way at a side of a box: whether it goes down, how far out, and which end of which way it is.
type End = (bool, isize, usize, usize);

/// Where the two ends of each way meet their boxes: the ends on a side stand below each other, so ordered that near
/// lines cross little.
fn ports(boxes: &[Boxed], ways: &[Way]) -> Vec<[Point; 2]> {
    let mut sides: BTreeMap<(usize, Side), Vec<End>> = BTreeMap::new();
    for (at, way) in ways.iter().enumerate() {
        for (end, (here, there)) in [(way.from, way.to), (way.to, way.from)].into_iter().enumerate() {
            let down = there.0 > here.0;
            let lane = way.lane.cast_signed();
            // What goes up leaves above what takes a lane further out, what goes down below it.
            let outward = if here.1 == Side::Right { lane } else { -lane };
            sides.entry(here).or_default().push((down, if down { -outward } else { outward }, at, end));
        }
    }
    let mut ports = vec![[(0.0, 0.0); 2]; ways.len()];
    for ((row, side), mut ends) in sides {
        ends.sort_unstable();
        let (it, n) = (&boxes[row], ends.len());
        let x = if side == Side::Left { it.x.0 } else { it.x.1 };
        for (place, (.., at, end)) in (1..).zip(ends) {
            ports[at][end] = (x, it.y.0 + BOX * f64::from(place) / (n as f64 + 1.0));
        }
    }
    ports
}
