//! Shapes that scenes are put together from, in pixels of the picture.

use crate::demo::chance::Chance;
use tiny_skia::{Path, PathBuilder, Rect};

/// A rectangle from its top left corner.
pub(super) fn block(x: f32, y: f32, across: f32, down: f32) -> Path {
    outline(&[(x, y), (x + across, y), (x + across, y + down), (x, y + down)])
}

/// A rectangle with round corners.
pub(super) fn round(x: f32, y: f32, across: f32, down: f32, radius: f32) -> Path {
    let (right, bottom) = (x + across, y + down);
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.line_to(right - radius, y);
    path.quad_to(right, y, right, y + radius);
    path.line_to(right, bottom - radius);
    path.quad_to(right, bottom, right - radius, bottom);
    path.line_to(x + radius, bottom);
    path.quad_to(x, bottom, x, bottom - radius);
    path.line_to(x, y + radius);
    path.quad_to(x, y, x + radius, y);
    path.close();
    built(path)
}

/// An ellipse around a middle.
pub(super) fn oval(x: f32, y: f32, across: f32, down: f32) -> Path {
    let bounds = Rect::from_xywh(x - across, y - down, across * 2.0, down * 2.0);
    PathBuilder::from_oval(bounds.expect("an oval has a size")).expect("an oval has a size")
}

/// A circle around a middle.
pub(super) fn disc(x: f32, y: f32, radius: f32) -> Path {
    oval(x, y, radius, radius)
}

/// A closed polygon.
pub(super) fn outline(points: &[(f32, f32)]) -> Path {
    let mut path = PathBuilder::new();
    for (number, (x, y)) in points.iter().enumerate() {
        if number == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    path.close();
    built(path)
}

/// An open line through points.
pub(super) fn line(points: &[(f32, f32)]) -> Path {
    let mut path = PathBuilder::new();
    for (number, (x, y)) in points.iter().enumerate() {
        if number == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    built(path)
}

/// A line that bends softly through points: a cable, a crack, a hose.
pub(super) fn bend(points: &[(f32, f32)]) -> Path {
    let mut path = PathBuilder::new();
    path.move_to(points[0].0, points[0].1);
    for pair in points[1..].windows(2) {
        let ((x, y), (next_x, next_y)) = (pair[0], pair[1]);
        path.quad_to(x, y, (x + next_x) / 2.0, (y + next_y) / 2.0);
    }
    let (x, y) = points[points.len() - 1];
    path.line_to(x, y);
    built(path)
}

/// A closed shape without corners around a middle, `uneven` from 0 to 1: a stain, a puddle, a bush.
pub(super) fn blob(chance: &mut Chance, x: f32, y: f32, across: f32, down: f32, uneven: f32) -> Path {
    const POINTS: usize = 14;
    let around: Vec<(f32, f32)> = (0..POINTS)
        .map(|number| {
            let angle = number as f32 / POINTS as f32 * std::f32::consts::TAU;
            let far = 1.0 - uneven * chance.between(0.0, 1.0);
            (x + across * far * angle.cos(), y + down * far * angle.sin())
        })
        .collect();
    let between = |number: usize| {
        let (a, b) = (around[number % POINTS], around[(number + 1) % POINTS]);
        ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0)
    };
    let mut path = PathBuilder::new();
    let start = between(0);
    path.move_to(start.0, start.1);
    for number in 1..=POINTS {
        let (corner, end) = (around[number % POINTS], between(number));
        path.quad_to(corner.0, corner.1, end.0, end.1);
    }
    path.close();
    built(path)
}

/// A leaf that lies at a point, turned by an angle in radians.
pub(super) fn leaf(x: f32, y: f32, length: f32, angle: f32) -> Path {
    let (cos, sin) = (angle.cos(), angle.sin());
    let at = |along: f32, aside: f32| (x + along * cos - aside * sin, y + along * sin + aside * cos);
    let (tip, end) = (at(length / 2.0, 0.0), at(-length / 2.0, 0.0));
    let (above, below) = (at(0.0, length * 0.38), at(0.0, -length * 0.38));
    let mut path = PathBuilder::new();
    path.move_to(end.0, end.1);
    path.quad_to(above.0, above.1, tip.0, tip.1);
    path.quad_to(below.0, below.1, end.0, end.1);
    path.close();
    built(path)
}

fn built(path: PathBuilder) -> Path {
    path.finish().expect("every shape has more than one point")
}
