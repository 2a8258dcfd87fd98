//! Geysers, leaks, stains, tanks, meters.

use super::canvas::{Canvas, Fill, Grain, mix, shade};
use super::shape::{bend, blob, block, disc, line, outline, oval, round};
use super::surface::{beam, floor, paving, screw, wall};
use tiny_skia::BlendMode;

/// A tank on its brackets between the beams of a roof.
pub(super) fn geyser(canvas: &mut Canvas, turn: u32) {
    let (x, y, factor) = [(640.0, 480.0, 1.0), (520.0, 420.0, 1.25), (430.0, 640.0, 1.5)][turn as usize % 3];
    canvas.closer(x, y, factor);
    canvas.unsharp(18.0, |canvas| {
        let all = block(-600.0, -600.0, 2600.0, 2200.0);
        canvas.fill(&all, Fill::Down(0.0, 960.0, 0x2c221a, 0x5a4836));
        for number in 0..7 {
            let x = -120.0 + 250.0 * number as f32;
            canvas.fill(
                &outline(&[(x, 1000.0), (x + 60.0, 1000.0), (x * 0.55 + 350.0, -40.0), (x * 0.55 + 310.0, -40.0)]),
                Fill::Down(0.0, 960.0, 0x4a3522, 0x8c6a46),
            );
        }
    });
    beam(canvas, [(-200.0, 760.0), (1500.0, 740.0), (1500.0, 850.0), (-200.0, 880.0)], 0x9a744c);
    let (left, right, top, bottom) = (250.0, 1010.0, 300.0, 640.0);
    let white = [0xe9e4d6, 0xf4f4f2, 0xe2dccc][turn as usize % 3];
    for x in [380.0, 860.0] {
        let bracket = outline(&[(x, 560.0), (x + 34.0, 560.0), (x + 34.0, 770.0), (x - 26.0, 770.0)]);
        canvas.shadow(&bracket, 10.0, 10.0, 16.0, 0.5);
        canvas.fill(&bracket, Fill::Across(x - 20.0, x + 34.0, 0x9a9c9e, 0x545658));
    }
    let tray = outline(&[(190.0, 690.0), (1080.0, 684.0), (1060.0, 758.0), (214.0, 764.0)]);
    canvas.shadow(&tray, 8.0, 24.0, 24.0, 0.6);
    canvas.fill(&tray, Fill::Down(684.0, 764.0, 0xc9cbcc, 0x84888a));
    canvas.stroke(&line(&[(190.0, 690.0), (1080.0, 684.0)]), 8.0, Fill::Flat(0xdddfdf));
    let body = round(left, top, right - left, bottom - top, 60.0);
    canvas.shadow(&body, 14.0, 40.0, 34.0, 0.65);
    canvas.fill(&body, Fill::Lying(top, bottom, white));
    canvas.roughen(&body, Grain::Cloud, (6.0, 3.0), 0.12);
    let cap = oval(right - 36.0, (top + bottom) / 2.0, 60.0, (bottom - top) / 2.0 - 4.0);
    canvas.fill(&cap, Fill::Lying(top, bottom, shade(white, 0.93)));
    for x in [left + 40.0, right - 90.0] {
        canvas.brush(&line(&[(x, top + 6.0), (x, bottom - 6.0)]), 4.0, Fill::Flat(0x8a867c), 0.5);
    }
    fittings(canvas, top, bottom);
    let label = block(470.0, 430.0, 250.0, 92.0);
    canvas.fill(&label, Fill::Down(430.0, 522.0, 0x275a86, 0x1b4266));
    canvas.write(490.0, 450.0, 30.0, 4.0, 0xffffff, "WARMBRON");
    canvas.write(490.0, 494.0, 14.0, 2.2, 0xd5e4f0, ["150 L  3 KW", "200 L  4 KW", "100 L  2 KW"][turn as usize % 3]);
    if turn % 3 == 2 {
        for number in 0..9 {
            let x = 310.0 + 52.0 * number as f32;
            let (across, down) = (canvas.chance.between(22.0, 50.0), canvas.chance.between(6.0, 13.0));
            let rust = blob(&mut canvas.chance, x, 616.0, across, down, 0.6);
            canvas.stain(&rust, 0x7a3c14, 7.0, 0.6);
            let long = canvas.chance.between(14.0, 60.0);
            canvas.brush(&line(&[(x, 618.0), (x + 2.0, (618.0 + long).min(640.0))]), 5.0, Fill::Flat(0x6a3410), 0.5);
        }
    }
    canvas.light(120.0, 900.0, 900.0, 0xffc884, 0.34);
    canvas.dusk(600.0, 520.0, 900.0, 0.35);
}

fn fittings(canvas: &mut Canvas, top: f32, bottom: f32) {
    let copper = 0xb87042;
    canvas.pipe(
        &bend(&[(330.0, top - 4.0), (330.0, 190.0), (300.0, 150.0), (60.0, 132.0), (-80.0, 128.0)]),
        26.0,
        copper,
    );
    canvas.pipe(&bend(&[(1040.0, 500.0), (1120.0, 500.0), (1130.0, 560.0), (1132.0, 1010.0)]), 26.0, copper);
    canvas.pipe(&bend(&[(300.0, bottom), (300.0, 720.0), (180.0, 800.0), (-40.0, 816.0)]), 22.0, shade(copper, 0.9));
    for (x, y) in [(330.0, 210.0), (1126.0, 640.0)] {
        let valve = round(x - 26.0, y - 34.0, 52.0, 68.0, 12.0);
        canvas.shadow(&valve, 6.0, 8.0, 10.0, 0.5);
        canvas.fill(&valve, Fill::Standing(x - 26.0, x + 26.0, 0xd0a850));
        canvas.fill(&oval(x, y - 36.0, 30.0, 12.0), Fill::Flat(0x8e2a22));
    }
    let cover = round(906.0, 404.0, 96.0, 128.0, 14.0);
    canvas.fill(&cover, Fill::Across(906.0, 1002.0, 0xd2d0c8, 0xa4a096));
    canvas.stroke(
        &bend(&[(954.0, 532.0), (954.0, 620.0), (1190.0, 690.0), (1320.0, 600.0)]),
        10.0,
        Fill::Flat(0xe8e6e0),
    );
}

/// A joint that drips, and the wet it made on the wall.
pub(super) fn leak(canvas: &mut Canvas, turn: u32) {
    match turn % 3 {
        1 => canvas.closer(680.0, 420.0, 1.45),
        2 => canvas.mirror(),
        _ => {}
    }
    wall(canvas, [0xd9d2c0, 0xcbcfca, 0xd8c8ae][turn as usize % 3]);
    for (across, down, blur, alpha) in
        [(330.0, 380.0, 60.0, 0.26), (240.0, 320.0, 30.0, 0.26), (150.0, 240.0, 22.0, 0.3)]
    {
        let wet = blob(&mut canvas.chance, 670.0, 560.0 + down * 0.4, across, down, 0.4);
        canvas.stain(&wet, 0x5c4830, blur, alpha);
        canvas.roughen(&wet, Grain::Cloud, (3.0, 5.0), 0.12);
    }
    let copper = [0xb56c3e, 0xa87652, 0xbe7a48][turn as usize % 3];
    canvas.pipe(&line(&[(-100.0, 352.0), (1400.0, 336.0)]), 58.0, copper);
    canvas.pipe(&line(&[(648.0, 340.0), (640.0, -100.0)]), 58.0, copper);
    for (x, across) in [(560.0, 64.0), (676.0, 64.0)] {
        let nut = round(x, 296.0, across, 96.0, 10.0);
        canvas.shadow(&nut, 8.0, 14.0, 14.0, 0.5);
        canvas.fill(&nut, Fill::Lying(296.0, 392.0, 0xc6a25a));
        canvas.brush(&line(&[(x + 20.0, 300.0), (x + 20.0, 388.0)]), 3.0, Fill::Flat(0x705626), 0.7);
        canvas.brush(&line(&[(x + 44.0, 300.0), (x + 44.0, 388.0)]), 3.0, Fill::Flat(0x705626), 0.7);
    }
    let green = blob(&mut canvas.chance, 700.0, 366.0, 54.0, 34.0, 0.6);
    canvas.tint(&green, Fill::Flat(0x5aa086), 0.7, BlendMode::SourceOver);
    canvas.roughen(&green, Grain::Fine, (2.0, 2.0), 0.4);
    for (y, size) in [(420.0, 15.0), (530.0, 12.0), (700.0, 10.0)] {
        drop(canvas, 690.0, y, size);
    }
    for _ in 0..18 {
        let (x, y) = (canvas.chance.between(560.0, 790.0), canvas.chance.between(460.0, 860.0));
        let long = canvas.chance.between(20.0, 90.0);
        canvas.brush(&line(&[(x, y), (x + 2.0, y + long)]), 3.0, Fill::Flat(0xffffff), 0.16);
    }
    canvas.dusk(640.0, 420.0, 1000.0, 0.4);
}

fn drop(canvas: &mut Canvas, x: f32, y: f32, size: f32) {
    let path = bend(&[
        (x, y - size * 2.0),
        (x + size, y + size * 0.2),
        (x, y + size * 1.4),
        (x - size, y + size * 0.2),
        (x, y - size * 2.0),
    ]);
    canvas.shadow(&path, 6.0, 8.0, 8.0, 0.4);
    canvas.fill(&path, Fill::Glow(x - size * 0.3, y, size * 1.6, 0xf6fbff, 0x6f8c9c));
    canvas.fill(&disc(x - size * 0.3, y - size * 0.1, size * 0.22), Fill::Flat(0xffffff));
}

/// A ceiling with a brown ring, cornice and lamp.
pub(super) fn ceiling(canvas: &mut Canvas, turn: u32) {
    if turn % 2 == 1 {
        canvas.mirror();
    }
    wall(canvas, 0xeceae2);
    for y in [300.0, 690.0] {
        canvas.brush(&line(&[(-200.0, y), (1500.0, y - 20.0)]), 3.0, Fill::Flat(0xb8b4a6), 0.5);
    }
    let cornice = outline(&[(-200.0, 830.0), (1500.0, 790.0), (1500.0, 900.0), (-200.0, 940.0)]);
    canvas.fill(&cornice, Fill::Down(800.0, 930.0, 0xfffef8, 0xbab6aa));
    let below = outline(&[(-200.0, 930.0), (1500.0, 890.0), (1500.0, 1200.0), (-200.0, 1200.0)]);
    canvas.fill(&below, Fill::Down(900.0, 1100.0, 0xb4b09c, 0x9a9686));
    let size = [150.0, 210.0, 320.0, 250.0][turn as usize % 4];
    let (x, y) = ([520.0, 700.0, 600.0, 560.0][turn as usize % 4], 460.0);
    for (far, alpha, rgb) in [
        (1.0, 0.3, 0xb08a4c),
        (0.96, 0.32, 0xd8c89c),
        (0.72, 0.28, 0xa47c40),
        (0.66, 0.34, 0xdcd0ac),
        (0.4, 0.22, 0x966c34),
    ] {
        let ring = blob(&mut canvas.chance, x, y, size * far, size * far * 0.78, 0.22);
        canvas.stain(&ring, rgb, 9.0, alpha);
    }
    let patch = blob(&mut canvas.chance, x, y, size, size * 0.8, 0.2);
    canvas.roughen(&patch, Grain::Cloud, (3.0, 3.0), 0.22);
    if turn >= 2 {
        let crack =
            bend(&[(x - size * 0.7, y + 10.0), (x - 60.0, y - 26.0), (x + 40.0, y + 30.0), (x + size * 0.8, y - 10.0)]);
        canvas.brush(&crack, 4.0, Fill::Flat(0x4a3c26), 0.7);
        for offset in [-40.0, 30.0, 90.0] {
            drop(canvas, x + offset, y + 50.0 - offset * 0.2, 9.0);
        }
    }
    let lamp = oval(1010.0, 250.0, 130.0, 112.0);
    canvas.shadow(&lamp, 10.0, 26.0, 26.0, 0.4);
    canvas.fill(&lamp, Fill::Glow(980.0, 210.0, 190.0, 0xfffff6, 0xc6bea4));
    canvas.light(1010.0, 250.0, 620.0, 0xffe6b0, 0.3);
}

/// A slim tank in the side passage, with its downpipe and pump.
pub(super) fn tank(canvas: &mut Canvas, _: u32) {
    wall(canvas, 0xd6c8ac);
    paving(canvas, 1010.0, 0xa89c8c);
    let green = 0x5d6f4c;
    let body = round(230.0, 240.0, 480.0, 830.0, 46.0);
    canvas.shadow(&body, 40.0, 30.0, 40.0, 0.6);
    canvas.fill(&body, Fill::Standing(230.0, 710.0, green));
    for row in 0..9 {
        let y = 300.0 + 86.0 * row as f32;
        canvas.brush(&line(&[(236.0, y), (704.0, y)]), 16.0, Fill::Flat(shade(green, 0.62)), 0.55);
        canvas.brush(&line(&[(240.0, y - 14.0), (700.0, y - 14.0)]), 5.0, Fill::Flat(shade(green, 1.5)), 0.4);
    }
    canvas.fill(&round(390.0, 204.0, 170.0, 50.0, 16.0), Fill::Lying(204.0, 254.0, shade(green, 0.8)));
    canvas.pipe(&bend(&[(790.0, -60.0), (790.0, 120.0), (760.0, 190.0), (560.0, 206.0)]), 58.0, 0xe8e6de);
    let plate = block(360.0, 560.0, 216.0, 92.0);
    canvas.fill(&plate, Fill::Flat(0xeeece2));
    canvas.write(384.0, 582.0, 25.0, 4.0, 0x2e4a34, "2 400 L");
    canvas.write(380.0, 626.0, 12.0, 2.0, 0xa03022, "NOT FOR DRINKING");
    let pump = round(712.0, 1010.0, 150.0, 96.0, 20.0);
    canvas.shadow(&pump, 16.0, 16.0, 20.0, 0.6);
    canvas.fill(&pump, Fill::Lying(1010.0, 1106.0, 0x2f557c));
    canvas.pipe(&bend(&[(470.0, 1060.0), (560.0, 1130.0), (700.0, 1090.0)]), 26.0, 0x386ca8);
    canvas.light(60.0, 60.0, 1000.0, 0xffe2a8, 0.3);
}

/// A water meter below its lid (even turns), an electricity meter in its kiosk (odd ones).
pub(super) fn meter(canvas: &mut Canvas, turn: u32) {
    if turn % 2 == 1 { electricity_meter(canvas) } else { water_meter(canvas) }
}

fn water_meter(canvas: &mut Canvas) {
    floor(canvas, -200.0, 0x6e5c46);
    let all = block(-200.0, -200.0, 1700.0, 1400.0);
    canvas.roughen(&all, Grain::Cloud, (2.0, 2.0), 0.5);
    let pit = round(210.0, 110.0, 860.0, 760.0, 120.0);
    canvas.fill(&pit, Fill::Glow(640.0, 480.0, 560.0, 0x4a3c2c, 0x17110c));
    canvas.stroke(&pit, 34.0, Fill::Flat(0x3c6a48));
    canvas.pipe(&line(&[(-100.0, 520.0), (1400.0, 500.0)]), 92.0, 0xb0843a);
    let (x, y) = (640.0, 480.0);
    canvas.shadow(&disc(x, y, 268.0), 16.0, 34.0, 34.0, 0.7);
    canvas.fill(&disc(x, y, 268.0), Fill::Glow(560.0, 380.0, 420.0, 0xe2b862, 0x6e4a16));
    canvas.fill(&disc(x, y, 216.0), Fill::Glow(590.0, 420.0, 330.0, 0xfafaf4, 0xc4c6c2));
    let window = block(500.0, 392.0, 280.0, 66.0);
    canvas.fill(&window, Fill::Flat(0x222224));
    canvas.write(514.0, 406.0, 38.0, 5.0, 0xffffff, "01483");
    canvas.write(700.0, 406.0, 38.0, 5.0, 0xff6a5a, "27");
    canvas.write(796.0, 412.0, 26.0, 4.0, 0x303034, "KL");
    for (dial_x, dial_y) in [(548.0, 560.0), (640.0, 602.0), (732.0, 560.0)] {
        canvas.stroke(&disc(dial_x, dial_y, 38.0), 3.0, Fill::Flat(0xa02c24));
        let angle = canvas.chance.angle();
        canvas.stroke(
            &line(&[(dial_x, dial_y), (dial_x + 30.0 * angle.cos(), dial_y + 30.0 * angle.sin())]),
            5.0,
            Fill::Flat(0xc42c20),
        );
    }
    canvas.write(564.0, 332.0, 20.0, 3.0, 0x384660, "AQUATEL V100");
    canvas.light(420.0, 260.0, 360.0, 0xffffff, 0.32);
}

fn electricity_meter(canvas: &mut Canvas) {
    wall(canvas, 0x7e8480);
    let back = round(300.0, 60.0, 680.0, 840.0, 20.0);
    canvas.fill(&back, Fill::Down(60.0, 900.0, 0x4c5050, 0x36383a));
    let case = round(400.0, 150.0, 480.0, 640.0, 40.0);
    canvas.shadow(&case, 18.0, 30.0, 30.0, 0.6);
    canvas.fill(&case, Fill::Across(400.0, 880.0, 0xeae8e0, 0xb2b0a8));
    let display = round(460.0, 230.0, 360.0, 150.0, 14.0);
    canvas.fill(&display, Fill::Down(230.0, 380.0, 0x9cac8a, 0xb8c4a2));
    canvas.write(484.0, 272.0, 58.0, 7.0, 0x20281c, "048216");
    canvas.write(748.0, 350.0, 16.0, 2.4, 0x20281c, "KWH");
    canvas.fill(&disc(490.0, 440.0, 13.0), Fill::Glow(490.0, 440.0, 16.0, 0xffb0a0, 0xc02014));
    canvas.write(524.0, 428.0, 20.0, 3.0, 0x3a3c40, "1000 IMP/KWH");
    for (row, width) in [(0, 300.0), (1, 240.0), (2, 270.0)] {
        canvas.brush(
            &line(&[(484.0, 510.0 + 26.0 * row as f32), (484.0 + width, 510.0 + 26.0 * row as f32)]),
            7.0,
            Fill::Flat(0x6a6c70),
            0.7,
        );
    }
    for number in 0..34 {
        let x = 490.0 + 9.0 * number as f32;
        let wide = canvas.chance.between(1.5, 6.0);
        canvas.fill(&block(x, 610.0, wide, 84.0), Fill::Flat(0x222222));
    }
    canvas.write(520.0, 712.0, 20.0, 3.0, 0x303034, "0412 7783 095");
    for x in [436.0, 844.0] {
        screw(canvas, x, 756.0, 16.0);
    }
    canvas.stroke(
        &bend(&[(560.0, 790.0), (560.0, 900.0), (540.0, 1100.0)]),
        30.0,
        Fill::Flat(mix(0x222222, 0x606060, 0.3)),
    );
    canvas.light(520.0, 200.0, 420.0, 0xffffff, 0.24);
}
