//! What lies behind and below things: walls, floors, lawns, skies, timber.

use super::canvas::{Canvas, Fill, Grain, Rgb, mix, shade};
use super::shape::{bend, blob, block, leaf, line, outline, oval};

/// Wide enough for any camera.
const FAR: f32 = 2400.0;

/// A painted wall, lit from the top left.
pub(super) fn wall(canvas: &mut Canvas, paint: Rgb) {
    let all = block(-FAR / 2.0, -FAR / 2.0, FAR * 2.0, FAR * 2.0);
    let lit = mix(paint, 0xfff8ea, 0.34);
    canvas.fill(&all, Fill::Glow(240.0, 60.0, 1500.0, lit, shade(paint, 0.74)));
    canvas.roughen(&all, Grain::Cloud, (3.0, 3.0), 0.1);
    canvas.roughen(&all, Grain::Fine, (1.0, 1.0), 0.1);
}

/// A floor of screed or concrete from a height downwards.
pub(super) fn floor(canvas: &mut Canvas, y: f32, rgb: Rgb) {
    let path = block(-FAR / 2.0, y, FAR * 2.0, FAR);
    canvas.fill(&path, Fill::Down(y, y + 420.0, shade(rgb, 0.78), shade(rgb, 1.05)));
    canvas.roughen(&path, Grain::Cloud, (5.0, 1.6), 0.28);
    canvas.roughen(&path, Grain::Fine, (1.0, 1.0), 0.12);
    let edge = block(-FAR / 2.0, y - 5.0, FAR * 2.0, 14.0);
    canvas.shadow(&edge, 0.0, 4.0, 14.0, 0.4);
}

/// Cement paving from a height downwards, its joints running away from the camera.
pub(super) fn paving(canvas: &mut Canvas, y: f32, rgb: Rgb) {
    floor(canvas, y, rgb);
    let dark = shade(rgb, 0.6);
    for column in -9..=20 {
        let top = 80.0 * column as f32 + 200.0;
        let bottom = 640.0 + (top - 640.0) * 2.4;
        canvas.brush(&line(&[(top, y), (bottom, y + 620.0)]), 3.0, Fill::Flat(dark), 0.5);
    }
    let mut down = 26.0;
    let mut at = y + 14.0;
    while at < y + 700.0 {
        canvas.brush(&line(&[(-600.0, at), (1900.0, at)]), 3.0, Fill::Flat(dark), 0.5);
        down *= 1.42;
        at += down;
    }
}

/// A mown lawn from a height downwards.
pub(super) fn lawn(canvas: &mut Canvas, y: f32) {
    let path = block(-FAR / 2.0, y, FAR * 2.0, FAR);
    canvas.fill(&path, Fill::Down(y, y + 500.0, 0x8a9a4c, 0x4f6e2c));
    canvas.roughen(&path, Grain::Cloud, (4.0, 1.4), 0.42);
    canvas.roughen(&path, Grain::Fine, (1.0, 2.2), 0.13);
    for _ in 0..260 {
        let (x, down) = (canvas.chance.between(-80.0, 1360.0), canvas.chance.between(0.12, 1.0));
        let (top, tall) = (y + 620.0 * down * down, 26.0 * down);
        let tip = x + canvas.chance.between(-8.0, 8.0);
        let green = mix(0x5a7d2e, 0xb9c46a, canvas.chance.between(0.0, 1.0));
        canvas.brush(
            &bend(&[(x, top + tall), (x, top + tall * 0.4), (tip, top)]),
            2.6 * down + 0.6,
            Fill::Flat(green),
            0.55,
        );
    }
}

/// A sky with thin cloud, down to a height.
pub(super) fn sky(canvas: &mut Canvas, horizon: f32, rgb: Rgb) {
    let path = block(-FAR / 2.0, -FAR / 2.0, FAR * 2.0, FAR / 2.0 + horizon);
    canvas.fill(&path, Fill::Down(-60.0, horizon, rgb, mix(rgb, 0xfff4e2, 0.72)));
    canvas.roughen(&path, Grain::Cloud, (7.0, 2.6), 0.2);
}

/// Foliage around a middle: many soft leaves, darker below.
pub(super) fn foliage(canvas: &mut Canvas, x: f32, y: f32, across: f32, down: f32, rgb: Rgb) {
    let body = blob(&mut canvas.chance, x, y, across, down, 0.25);
    canvas.shadow(&body, 14.0, 30.0, 30.0, 0.4);
    canvas.fill(&body, Fill::Down(y - down, y + down, shade(rgb, 0.8), shade(rgb, 0.42)));
    for _ in 0..150 {
        let (angle, far) = (canvas.chance.angle(), canvas.chance.between(0.0, 1.0).sqrt());
        let (left, top) = (x + across * far * angle.cos(), y + down * far * angle.sin());
        let lit = 1.25 - 0.5 * (top - y + down) / (2.0 * down) + canvas.chance.between(-0.2, 0.2);
        let (long, turn) = (canvas.chance.between(18.0, 40.0), canvas.chance.angle());
        canvas.tint(&leaf(left, top, long, turn), Fill::Flat(shade(rgb, lit)), 0.85, tiny_skia::BlendMode::SourceOver);
    }
}

/// A beam of timber between four corners, its grain along the longer side.
pub(super) fn beam(canvas: &mut Canvas, corners: [(f32, f32); 4], rgb: Rgb) {
    let path = outline(&corners);
    canvas.shadow(&path, 10.0, 22.0, 24.0, 0.45);
    let (top, bottom) =
        corners.iter().fold((f32::MAX, f32::MIN), |(top, bottom), (_, y)| (top.min(*y), bottom.max(*y)));
    canvas.fill(&path, Fill::Down(top, bottom, shade(rgb, 1.12), shade(rgb, 0.7)));
    canvas.roughen(&path, Grain::Cloud, (7.0, 0.8), 0.35);
    canvas.roughen(&path, Grain::Fine, (4.0, 1.0), 0.16);
}

/// A blurred garden from a horizon upwards, for what the camera does not look at.
pub(super) fn far_garden(canvas: &mut Canvas, horizon: f32) {
    canvas.unsharp(26.0, |canvas| {
        sky(canvas, horizon, 0x9cc4e0);
        let below = block(-FAR / 2.0, horizon - 30.0, FAR * 2.0, FAR);
        canvas.fill(&below, Fill::Down(horizon, horizon + 500.0, 0x4c6638, 0x7c9054));
        for _ in 0..16 {
            let (x, tall) = (canvas.chance.between(-80.0, 1360.0), canvas.chance.between(70.0, 210.0));
            let green = mix(0x33522a, 0x86964c, canvas.chance.between(0.0, 1.0));
            canvas.fill(
                &oval(x, horizon - tall * 0.3, tall * 1.1, tall),
                Fill::Down(horizon - tall, horizon, shade(green, 1.25), shade(green, 0.6)),
            );
        }
    });
}

/// A screw seen from the front.
pub(super) fn screw(canvas: &mut Canvas, x: f32, y: f32, radius: f32) {
    canvas.shadow(&oval(x, y, radius, radius), 1.5, 2.5, 6.0, 0.5);
    canvas.fill(
        &oval(x, y, radius, radius),
        Fill::Glow(x - radius * 0.3, y - radius * 0.4, radius * 1.6, 0xf2f0ea, 0x6e6c68),
    );
    canvas.stroke(
        &line(&[(x - radius * 0.5, y - radius * 0.5), (x + radius * 0.5, y + radius * 0.5)]),
        radius * 0.22,
        Fill::Flat(0x3c3a38),
    );
}
