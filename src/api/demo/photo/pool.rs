//! The pool and its plant.

use super::canvas::{Canvas, Fill, Grain, shade};
use super::shape::{bend, blob, block, disc, line, outline, oval, round};
use super::surface::{far_garden, floor, paving, wall};
use tiny_skia::BlendMode;

/// Water with the sun in it; on odd turns the step, with sand.
pub(super) fn pool(canvas: &mut Canvas, turn: u32) {
    far_garden(canvas, 250.0);
    let garden_wall = block(-300.0, 170.0, 1900.0, 150.0);
    canvas.fill(&garden_wall, Fill::Down(170.0, 320.0, 0xe6dac0, 0xc4b494));
    canvas.roughen(&garden_wall, Grain::Cloud, (4.0, 4.0), 0.16);
    paving(canvas, 310.0, 0xc6b49a);
    let edge = outline(&[(330.0, 380.0), (1010.0, 372.0), (1500.0, 1010.0), (-240.0, 1040.0)]);
    canvas.shadow(&edge, 0.0, 0.0, 18.0, 0.3);
    canvas.fill(&edge, Fill::Down(370.0, 1000.0, 0xe4d8c4, 0xc4b49c));
    let water = outline(&[(356.0, 402.0), (986.0, 394.0), (1400.0, 970.0), (-120.0, 1000.0)]);
    let (far, near) = [(0x3aa8b8, 0x5fc8cc), (0x4cb0b4, 0x78d2ca)][turn as usize % 2];
    canvas.fill(&water, Fill::Down(395.0, 980.0, far, near));
    canvas.roughen(&water, Grain::Cloud, (6.0, 2.4), 0.28);
    caustics(canvas);
    if turn % 2 == 1 {
        let step = outline(&[(-120.0, 800.0), (1260.0, 780.0), (1420.0, 1000.0), (-300.0, 1020.0)]);
        canvas.tint(&step, Fill::Flat(0xa8e4dc), 0.45, BlendMode::SourceOver);
        for _ in 0..4 {
            let (x, y) = (canvas.chance.between(400.0, 860.0), canvas.chance.between(840.0, 910.0));
            let (across, down) = (canvas.chance.between(70.0, 170.0), canvas.chance.between(16.0, 34.0));
            let sand = blob(&mut canvas.chance, x, y, across, down, 0.5);
            canvas.stain(&sand, 0x8c744a, 10.0, 0.62);
        }
    }
    canvas.brush(&line(&[(356.0, 402.0), (986.0, 394.0)]), 9.0, Fill::Flat(0x226674), 0.5);
    canvas.light(960.0, 430.0, 380.0, 0xfffff0, 0.4);
    canvas.light(200.0, 60.0, 900.0, 0xffecc4, 0.24);
}

fn caustics(canvas: &mut Canvas) {
    for _ in 0..70 {
        let down = canvas.chance.between(0.05, 1.0);
        let y = 410.0 + 540.0 * down;
        let (left, right) = (340.0 - 420.0 * down, 980.0 + 370.0 * down);
        let x = canvas.chance.between(left, right - 60.0);
        let (long, tall) = (30.0 + 110.0 * down, 6.0 + 26.0 * down);
        let wave: Vec<_> =
            (0..5).map(|step| (x + long * step as f32 / 4.0, y + canvas.chance.between(-tall, tall) * 0.5)).collect();
        canvas.brush(&bend(&wave), 1.5 + 4.0 * down, Fill::Flat(0xe8fffa), 0.3);
    }
}

/// Pump and filter in the pump house.
pub(super) fn pump(canvas: &mut Canvas, turn: u32) {
    if turn % 2 == 1 {
        canvas.closer(470.0, 640.0, 1.3);
    }
    wall(canvas, [0xb8ac98, 0xc4b6a0][turn as usize % 2]);
    floor(canvas, 720.0, 0x9a948a);
    let white = 0xe6e6e2;
    canvas.pipe(&line(&[(-100.0, 560.0), (250.0, 556.0)]), 54.0, white);
    canvas.pipe(&bend(&[(520.0, 500.0), (520.0, 330.0), (640.0, 300.0), (790.0, 300.0)]), 54.0, white);
    canvas.pipe(&bend(&[(900.0, 220.0), (900.0, 80.0), (1100.0, 60.0), (1400.0, 60.0)]), 54.0, white);
    let dome = round(700.0, 310.0, 430.0, 500.0, 190.0);
    canvas.shadow(&dome, 30.0, 44.0, 40.0, 0.55);
    canvas.fill(&dome, Fill::Standing(700.0, 1130.0, 0xd8cca8));
    canvas.brush(&line(&[(704.0, 560.0), (1126.0, 560.0)]), 16.0, Fill::Flat(0x8c8060), 0.7);
    let valve = round(800.0, 210.0, 230.0, 116.0, 30.0);
    canvas.shadow(&valve, 10.0, 20.0, 18.0, 0.5);
    canvas.fill(&valve, Fill::Standing(800.0, 1030.0, 0x3a3e44));
    canvas.stroke(&line(&[(915.0, 214.0), (1010.0, 150.0)]), 26.0, Fill::Flat(0x222428));
    canvas.fill(&disc(1060.0, 300.0, 40.0), Fill::Glow(1050.0, 290.0, 50.0, 0xffffff, 0xc0c0bc));
    canvas.stroke(&line(&[(1060.0, 300.0), (1078.0, 276.0)]), 4.0, Fill::Flat(0xc02820));
    body(canvas);
    canvas.write(800.0, 640.0, 34.0, 5.0, 0x3c608c, "KWIKVLOEI");
    canvas.light(180.0, 60.0, 900.0, 0xffe8c0, 0.32);
}

fn body(canvas: &mut Canvas) {
    let pot = round(220.0, 500.0, 210.0, 270.0, 40.0);
    canvas.shadow(&pot, 24.0, 30.0, 30.0, 0.55);
    canvas.fill(&pot, Fill::Standing(220.0, 430.0, 0x3a3e42));
    canvas.fill(&oval(325.0, 500.0, 112.0, 36.0), Fill::Glow(300.0, 486.0, 130.0, 0xd6eaee, 0x7a949a));
    canvas.stroke(&oval(325.0, 500.0, 112.0, 36.0), 12.0, Fill::Flat(0x24262a));
    let motor = round(420.0, 560.0, 260.0, 170.0, 40.0);
    canvas.shadow(&motor, 20.0, 30.0, 28.0, 0.55);
    canvas.fill(&motor, Fill::Lying(560.0, 730.0, 0x4c5c70));
    for fin in 0..9 {
        let x = 470.0 + 20.0 * fin as f32;
        canvas.brush(&line(&[(x, 572.0), (x, 718.0)]), 6.0, Fill::Flat(shade(0x4c5c70, 0.5)), 0.6);
    }
    canvas.fill(&block(230.0, 760.0, 420.0, 24.0), Fill::Down(760.0, 784.0, 0x2c2e30, 0x161618));
    canvas.stroke(
        &bend(&[(660.0, 640.0), (720.0, 700.0), (640.0, 860.0), (500.0, 1100.0)]),
        14.0,
        Fill::Flat(0x1c1c1e),
    );
}
