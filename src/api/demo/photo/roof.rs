//! The roof from ridge to gutter, panels, waterproofing.

use super::canvas::{Canvas, Fill, Grain, mix, shade};
use super::shape::{bend, blob, block, disc, leaf, line, outline, oval, round};
use super::surface::{far_garden, sky};
use tiny_skia::BlendMode;

/// Rows of tiles seen from the ladder: whole, with a gap, at the ridge with the flue.
pub(super) fn tiles(canvas: &mut Canvas, turn: u32) {
    let charcoal = [0x5c5856, 0x665e58, 0x545458, 0x605a56][turn as usize % 4];
    let top = if turn % 3 == 2 { 330.0 } else { -60.0 };
    if turn % 3 == 2 {
        sky(canvas, 380.0, 0x6aa6d8);
        far_garden(canvas, 330.0);
    }
    let slope = block(-200.0, top, 1700.0, 1300.0);
    canvas.fill(&slope, Fill::Down(top, 1000.0, shade(charcoal, 0.7), shade(charcoal, 0.5)));
    let mut y = top;
    let mut tall = if turn % 3 == 2 { 44.0 } else { 70.0 };
    let mut row = 0;
    while y < 1040.0 {
        tile_row(canvas, y, tall, row, charcoal);
        y += tall * 0.82;
        tall *= 1.07;
        row += 1;
    }
    canvas.roughen(&slope, Grain::Cloud, (4.0, 4.0), 0.22);
    canvas.roughen(&slope, Grain::Fine, (1.6, 1.6), 0.1);
    match turn % 3 {
        1 => gap(canvas),
        2 => ridge(canvas, top, charcoal),
        _ => moss(canvas),
    }
    canvas.light(1100.0, -60.0, 1200.0, 0xffe6b8, 0.36);
}

fn tile_row(canvas: &mut Canvas, y: f32, tall: f32, row: u32, base: u32) {
    let wide = tall * 1.3;
    let aside = if row.is_multiple_of(2) { 0.0 } else { wide * 0.5 };
    let mut x = -220.0 + aside;
    while x < 1440.0 {
        let tint = shade(base, canvas.chance.between(0.9, 1.22));
        let tile = outline(&[
            (x, y),
            (x + wide, y),
            (x + wide, y + tall * 0.86),
            (x + wide * 0.94, y + tall),
            (x + wide * 0.06, y + tall),
            (x, y + tall * 0.86),
        ]);
        canvas.fill(&tile, Fill::Down(y, y + tall, shade(tint, 0.72), shade(tint, 1.24)));
        for roll in [0.27, 0.77] {
            let middle = x + wide * roll;
            canvas.brush(
                &line(&[(middle, y + 4.0), (middle, y + tall * 0.94)]),
                wide * 0.2,
                Fill::Across(middle - wide * 0.1, middle + wide * 0.1, shade(tint, 1.5), shade(tint, 0.6)),
                0.6,
            );
        }
        x += wide;
    }
    canvas.brush(&line(&[(-200.0, y + tall), (1500.0, y + tall)]), tall * 0.09, Fill::Flat(0x121010), 0.6);
}

fn gap(canvas: &mut Canvas) {
    let hole = outline(&[(470.0, 380.0), (800.0, 360.0), (830.0, 520.0), (690.0, 560.0), (500.0, 540.0)]);
    canvas.fill(&hole, Fill::Down(360.0, 560.0, 0x0e0c0a, 0x2a221a));
    for y in [420.0, 500.0] {
        let batten = outline(&[(478.0, y), (815.0, y - 14.0), (818.0, y + 14.0), (482.0, y + 30.0)]);
        canvas.fill(&batten, Fill::Down(y, y + 30.0, 0xc29460, 0x7c5630));
    }
    for (x, y, turn) in [(560.0, 650.0, 0.3), (760.0, 700.0, -0.5), (690.0, 610.0, 1.1)] {
        let piece =
            outline(&[(x - 60.0, y), (x - 20.0 + 40.0 * turn, y - 46.0), (x + 66.0, y - 20.0), (x + 30.0, y + 40.0)]);
        canvas.shadow(&piece, 10.0, 16.0, 14.0, 0.6);
        canvas.fill(&piece, Fill::Down(y - 50.0, y + 50.0, 0x8c847c, 0x4c4642));
    }
}

fn ridge(canvas: &mut Canvas, top: f32, base: u32) {
    for number in 0..12 {
        let x = -160.0 + 130.0 * number as f32;
        let cap = round(x, top - 40.0, 136.0, 62.0, 26.0);
        canvas.shadow(&cap, 6.0, 18.0, 14.0, 0.5);
        let tint = shade(base, canvas.chance.between(1.05, 1.3));
        canvas.fill(&cap, Fill::Lying(top - 40.0, top + 22.0, tint));
    }
    let flue = block(760.0, 40.0, 96.0, 330.0);
    canvas.shadow(&flue, 30.0, 40.0, 30.0, 0.45);
    canvas.fill(&flue, Fill::Standing(760.0, 856.0, 0xb4b8bc));
    canvas.fill(
        &outline(&[(720.0, 50.0), (896.0, 50.0), (808.0, -30.0)]),
        Fill::Across(720.0, 896.0, 0xd4d8da, 0x6a6c70),
    );
    let skirt = outline(&[(736.0, 330.0), (880.0, 330.0), (930.0, 440.0), (690.0, 440.0)]);
    canvas.shadow(&skirt, 4.0, 10.0, 12.0, 0.5);
    canvas.fill(&skirt, Fill::Down(330.0, 440.0, 0x9a9ca0, 0x6c6e72));
}

fn moss(canvas: &mut Canvas) {
    for _ in 0..16 {
        let (x, y, size) =
            (canvas.chance.between(0.0, 1280.0), canvas.chance.between(200.0, 960.0), canvas.chance.between(8.0, 34.0));
        let tuft = blob(&mut canvas.chance, x, y, size, size * 0.5, 0.5);
        canvas.tint(&tuft, Fill::Flat(0x7c8a46), 0.5, BlendMode::SourceOver);
    }
}

/// A gutter along tiles: full of leaves, half full, or clear.
pub(super) fn gutter(canvas: &mut Canvas, turn: u32) {
    if turn % 3 == 1 {
        canvas.mirror();
    }
    far_garden(canvas, 620.0);
    let fascia = outline(&[(-200.0, 380.0), (1500.0, 240.0), (1500.0, 320.0), (-200.0, 470.0)]);
    canvas.fill(&fascia, Fill::Down(280.0, 460.0, 0x6a6660, 0xa8a49a));
    let eave = outline(&[(-200.0, -200.0), (1500.0, -200.0), (1500.0, 260.0), (-200.0, 400.0)]);
    canvas.fill(&eave, Fill::Down(-100.0, 400.0, 0x4e4a48, 0x7a726c));
    for number in 0..17 {
        let x = -160.0 + 100.0 * number as f32;
        let y = 392.0 - 0.082 * (x + 200.0);
        canvas.brush(
            &line(&[(x + 120.0, y - 600.0), (x, y - 12.0)]),
            46.0,
            Fill::Across(x, x + 70.0, 0x8e8680, 0x4a4644),
            0.75,
        );
        canvas.fill(&oval(x, y - 6.0, 44.0, 20.0), Fill::Flat(0x3a3430));
    }
    canvas.roughen(&eave, Grain::Fine, (2.0, 2.0), 0.14);
    let trough = outline(&[(-200.0, 430.0), (1500.0, 290.0), (1500.0, 420.0), (-200.0, 590.0)]);
    canvas.fill(&trough, Fill::Down(320.0, 580.0, 0x3c3a38, 0x807e7a));
    let leaves = [420, 240, 14][turn as usize % 3];
    if leaves > 100 {
        canvas.stain(
            &outline(&[(-200.0, 470.0), (1500.0, 320.0), (1500.0, 410.0), (-200.0, 575.0)]),
            0x2c1e12,
            16.0,
            0.85,
        );
    }
    for _ in 0..leaves {
        let x = canvas.chance.between(-80.0, 1380.0);
        let y = 500.0 - 0.094 * (x + 200.0) + canvas.chance.between(-34.0, 64.0);
        let (long, turned) = (canvas.chance.between(30.0, 70.0), canvas.chance.angle());
        let brown = *canvas.chance.pick(&[&0x9a5a22, &0xc47e2a, &0x6e3e1c, &0xb09a3c, &0x844a2a]);
        canvas.fill(&leaf(x, y, long, turned), Fill::Down(y - 24.0, y + 24.0, shade(brown, 1.25), shade(brown, 0.65)));
    }
    let front = outline(&[(-200.0, 560.0), (1500.0, 396.0), (1500.0, 560.0), (-200.0, 740.0)]);
    canvas.shadow(&front, 0.0, 30.0, 30.0, 0.4);
    canvas.fill(&front, Fill::Down(420.0, 720.0, 0xfaf8f2, 0xb8b4ac));
    canvas.brush(&line(&[(-200.0, 566.0), (1500.0, 402.0)]), 20.0, Fill::Flat(0xfffffc), 0.95);
    canvas.brush(&line(&[(-200.0, 660.0), (1500.0, 484.0)]), 5.0, Fill::Flat(0x8c8880), 0.6);
    canvas.light(1100.0, 80.0, 900.0, 0xffeabc, 0.36);
}

/// Ten panels on the slope.
pub(super) fn panels(canvas: &mut Canvas, turn: u32) {
    sky(canvas, 420.0, [0x5c9cd6, 0x8ab0c8][turn as usize % 2]);
    far_garden(canvas, 300.0);
    let slope = outline(&[(-200.0, 330.0), (1500.0, 250.0), (1500.0, 1300.0), (-200.0, 1300.0)]);
    canvas.fill(&slope, Fill::Down(280.0, 960.0, 0x6a6460, 0x4c4846));
    let mut y = 300.0;
    let mut step = 26.0;
    while y < 1050.0 {
        canvas.brush(&line(&[(-200.0, y + 30.0), (1500.0, y - 50.0)]), step * 0.3, Fill::Flat(0x2c2828), 0.6);
        y += step;
        step *= 1.12;
    }
    canvas.roughen(&slope, Grain::Fine, (3.0, 3.0), 0.16);
    let at = |u: f32, v: f32| {
        let (left, right) = (290.0 - 250.0 * v, 1050.0 + 190.0 * v);
        (left + (right - left) * u, 380.0 - 40.0 * u + 500.0 * v)
    };
    let all = outline(&[at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 1.0)]);
    canvas.shadow(&all, 20.0, 34.0, 30.0, 0.6);
    for row in 0..2 {
        for column in 0..5 {
            let (u, v) = (column as f32 / 5.0, row as f32 / 2.0);
            panel(canvas, &|a, b| at(u + 0.2 * (0.012 + 0.976 * a), v + 0.5 * (0.012 + 0.976 * b)));
        }
    }
    if turn % 2 == 1 {
        canvas.roughen(&all, Grain::Cloud, (3.0, 3.0), 0.4);
        canvas.tint(&all, Fill::Flat(0xc8b894), 0.16, BlendMode::SourceOver);
    }
    let glare = outline(&[at(0.12, 0.0), at(0.34, 0.0), at(0.62, 1.0), at(0.3, 1.0)]);
    canvas.stain(&glare, 0xffffff, 40.0, 0.16);
    canvas.light(300.0, 60.0, 800.0, 0xfff2cc, 0.4);
}

fn panel(canvas: &mut Canvas, at: &dyn Fn(f32, f32) -> (f32, f32)) {
    let face = outline(&[at(0.0, 0.0), at(1.0, 0.0), at(1.0, 1.0), at(0.0, 1.0)]);
    let (top, bottom) = (at(0.0, 0.0).1, at(0.0, 1.0).1);
    canvas.fill(&face, Fill::Down(top, bottom, 0x2e4a78, 0x101c38));
    for cell in 1..6 {
        let u = cell as f32 / 6.0;
        canvas.brush(&line(&[at(u, 0.0), at(u, 1.0)]), 1.6, Fill::Flat(0xa8bcd8), 0.5);
    }
    for cell in 1..10 {
        let v = cell as f32 / 10.0;
        canvas.brush(&line(&[at(0.0, v), at(1.0, v)]), 1.2, Fill::Flat(0xa8bcd8), 0.4);
    }
    canvas.stroke(&face, 4.0, Fill::Flat(0xc2c8cc));
}

/// The silver coat over the stoep, with its outlet and what stands on it.
pub(super) fn flat(canvas: &mut Canvas, turn: u32) {
    sky(canvas, 300.0, 0x7caed4);
    far_garden(canvas, 260.0);
    let parapet = outline(&[(-200.0, 250.0), (1500.0, 210.0), (1500.0, 400.0), (-200.0, 450.0)]);
    canvas.fill(&parapet, Fill::Down(220.0, 440.0, 0xe4d8be, 0xb4a488));
    canvas.fill(
        &outline(&[(-200.0, 236.0), (1500.0, 196.0), (1500.0, 236.0), (-200.0, 280.0)]),
        Fill::Down(200.0, 280.0, 0xf4ecda, 0xc6b89c),
    );
    canvas.roughen(&parapet, Grain::Fine, (1.5, 1.5), 0.16);
    let coat = outline(&[(-200.0, 420.0), (1500.0, 376.0), (1500.0, 1300.0), (-200.0, 1300.0)]);
    canvas.fill(&coat, Fill::Down(380.0, 960.0, 0xb6bcc2, 0xdce0e2));
    canvas.roughen(&coat, Grain::Cloud, (6.0, 2.4), 0.3);
    canvas.roughen(&coat, Grain::Fine, (2.0, 1.4), 0.2);
    for x in [-200.0, 240.0, 700.0, 1240.0] {
        let seam = line(&[(x * 0.55 + 300.0, 400.0), (x * 1.5 - 200.0, 1040.0)]);
        canvas.brush(&seam, 11.0, Fill::Flat(0x888e94), 0.6);
        canvas.brush(&seam, 4.0, Fill::Flat(0xf4f6f6), 0.6);
    }
    let outlet = oval(820.0, 560.0, 70.0, 30.0);
    canvas.fill(&outlet, Fill::Glow(820.0, 560.0, 74.0, 0x141416, 0x62666a));
    for x in [-36.0, -12.0, 12.0, 36.0] {
        canvas.stroke(&line(&[(820.0 + x, 536.0), (820.0 + x, 584.0)]), 5.0, Fill::Flat(0x8a8c90));
    }
    if turn % 2 == 1 {
        let water = blob(&mut canvas.chance, 480.0, 740.0, 310.0, 96.0, 0.35);
        canvas.tint(&water, Fill::Down(640.0, 840.0, 0x9cc2de, 0x5e7a90), 0.62, BlendMode::SourceOver);
        canvas.stroke(&disc(1010.0, 790.0, 50.0), 7.0, Fill::Flat(0xf8f8f0));
        canvas.stain(&disc(1016.0, 798.0, 40.0), 0x606468, 12.0, 0.4);
    } else {
        let roller = bend(&[(330.0, 1010.0), (420.0, 800.0), (476.0, 716.0)]);
        canvas.pipe(&roller, 16.0, 0xc89254);
        let sleeve = round(420.0, 674.0, 170.0, 48.0, 22.0);
        canvas.shadow(&sleeve, 10.0, 22.0, 16.0, 0.5);
        canvas.fill(&sleeve, Fill::Lying(674.0, 722.0, mix(0xd8dcde, 0xffffff, 0.2)));
    }
    canvas.light(200.0, 120.0, 900.0, 0xfff4d6, 0.3);
}
