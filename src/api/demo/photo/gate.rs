//! Gate motor, gas cage, extinguisher, air conditioner, fire.

use super::canvas::{Canvas, Fill, Grain, shade};
use super::shape::{bend, block, disc, line, outline, oval, round};
use super::surface::{beam, far_garden, floor, paving, screw, wall};

/// The motor beside its gate, rack and all; on odd turns with its cover off.
pub(super) fn motor(canvas: &mut Canvas, turn: u32) {
    far_garden(canvas, 420.0);
    paving(canvas, 560.0, 0xb4a492);
    for number in 0..9 {
        let x = 560.0 + 120.0 * number as f32;
        let bar = block(x, -100.0, 34.0, 760.0);
        canvas.shadow(&bar, 16.0, 4.0, 14.0, 0.35);
        canvas.fill(&bar, Fill::Standing(x, x + 34.0, 0x3c4044));
    }
    for y in [120.0, 600.0] {
        let rail = block(520.0, y, 1100.0, 60.0);
        canvas.shadow(&rail, 6.0, 16.0, 14.0, 0.5);
        canvas.fill(&rail, Fill::Lying(y, y + 60.0, 0x44484c));
    }
    let rack = block(440.0, 560.0, 1100.0, 34.0);
    canvas.fill(&rack, Fill::Lying(560.0, 594.0, 0x2a2a2c));
    for tooth in 0..50 {
        let x = 444.0 + 20.0 * tooth as f32;
        canvas.fill(&block(x, 590.0, 11.0, 16.0), Fill::Flat(0x2a2a2c));
    }
    let plinth = outline(&[(150.0, 800.0), (650.0, 800.0), (680.0, 860.0), (110.0, 860.0)]);
    canvas.shadow(&plinth, 10.0, 20.0, 24.0, 0.5);
    canvas.fill(&plinth, Fill::Down(800.0, 860.0, 0xbcb6ac, 0x8c867c));
    let body = round(190.0, 380.0, 410.0, 430.0, 60.0);
    canvas.shadow(&body, 30.0, 40.0, 40.0, 0.6);
    if turn % 2 == 1 {
        opened(canvas)
    } else {
        closed(canvas)
    }
    canvas.fill(&disc(560.0, 620.0, 44.0), Fill::Glow(550.0, 610.0, 50.0, 0x9a9c9e, 0x343638));
    canvas.light(160.0, 80.0, 1000.0, 0xffe8bc, 0.34);
}

fn closed(canvas: &mut Canvas) {
    let body = round(190.0, 380.0, 410.0, 430.0, 60.0);
    canvas.fill(&body, Fill::Standing(190.0, 600.0, 0x3c4248));
    let hood = round(190.0, 380.0, 410.0, 150.0, 60.0);
    canvas.fill(&hood, Fill::Down(380.0, 530.0, 0x6a727a, 0x40464c));
    canvas.fill(&round(270.0, 580.0, 220.0, 120.0, 16.0), Fill::Down(580.0, 700.0, 0xe09028, 0xb06614));
    canvas.write(290.0, 606.0, 27.0, 4.2, 0x1c1c1c, "HEKREUS");
    canvas.write(290.0, 656.0, 20.0, 3.0, 0x1c1c1c, "D5-VINNIG");
    screw(canvas, 236.0, 760.0, 13.0);
    screw(canvas, 554.0, 760.0, 13.0);
}

fn opened(canvas: &mut Canvas) {
    let tub = round(190.0, 380.0, 410.0, 430.0, 30.0);
    canvas.fill(&tub, Fill::Down(380.0, 810.0, 0x4a4c50, 0x2c2e30));
    let board = block(226.0, 410.0, 200.0, 180.0);
    canvas.fill(&board, Fill::Down(410.0, 590.0, 0x2e7c4c, 0x1c5434));
    for number in 0..24 {
        let (x, y) = (238.0 + 30.0 * (number % 6) as f32, 424.0 + 40.0 * (number / 6) as f32);
        let across = canvas.chance.between(8.0, 24.0);
        let rgb = *canvas.chance.pick(&[&0x1a1a1c, &0xc8c8c4, &0x3a5c9c, &0xb88a34]);
        canvas.fill(&block(x, y, across, 20.0), Fill::Flat(rgb));
    }
    let battery = block(250.0, 630.0, 230.0, 150.0);
    canvas.shadow(&battery, 6.0, 8.0, 12.0, 0.6);
    canvas.fill(&battery, Fill::Down(630.0, 780.0, 0x5c6066, 0x383a3e));
    canvas.write(276.0, 680.0, 30.0, 4.4, 0xf0f0ec, "12V 7AH");
    for (from, rgb) in [(440.0, 0xc82c20), (456.0, 0x18181a), (472.0, 0xe0c030)] {
        canvas.stroke(
            &bend(&[(420.0, from), (500.0, from + 30.0), (520.0, 600.0), (460.0, 640.0)]),
            8.0,
            Fill::Flat(rgb),
        );
    }
    canvas.stain(&disc(360.0, 470.0, 30.0), 0x0a0604, 12.0, 0.6);
}

/// Two cylinders in their cage.
pub(super) fn gas(canvas: &mut Canvas, _: u32) {
    wall(canvas, 0xdcd0b8);
    paving(canvas, 1080.0, 0xa49a8c);
    for x in [210.0, 500.0] {
        let body = round(x, 480.0, 250.0, 640.0, 70.0);
        canvas.shadow(&body, 34.0, 30.0, 36.0, 0.55);
        canvas.fill(&body, Fill::Standing(x, x + 250.0, 0x9ca2a6));
        let collar = round(x + 60.0, 420.0, 130.0, 90.0, 24.0);
        canvas.fill(&collar, Fill::Standing(x + 60.0, x + 190.0, 0x848a8e));
        canvas.fill(&disc(x + 125.0, 420.0, 30.0), Fill::Glow(x + 118.0, 412.0, 34.0, 0xe4c06a, 0x8a6220));
        canvas.fill(&block(x + 6.0, 700.0, 238.0, 80.0), Fill::Standing(x + 6.0, x + 244.0, 0xc83a2c));
        canvas.write(x + 76.0, 722.0, 36.0, 5.4, 0xfff4ec, "48 KG");
    }
    canvas.pipe(&bend(&[(335.0, 410.0), (340.0, 300.0), (440.0, 270.0), (480.0, 270.0)]), 20.0, 0xe08c30);
    canvas.pipe(&bend(&[(625.0, 410.0), (620.0, 300.0), (560.0, 270.0), (520.0, 270.0)]), 20.0, 0xe08c30);
    canvas.fill(&disc(500.0, 268.0, 54.0), Fill::Glow(486.0, 254.0, 64.0, 0xeaeae6, 0x8a8c8e));
    canvas.pipe(&line(&[(500.0, 220.0), (500.0, -80.0)]), 24.0, 0xb87042);
    for number in 0..10 {
        let x = 150.0 + 76.0 * number as f32;
        canvas.stroke(&line(&[(x, 380.0), (x, 1150.0)]), 8.0, Fill::Across(x - 5.0, x + 5.0, 0xd8dadc, 0x707478));
    }
    for y in [380.0, 640.0, 900.0, 1150.0] {
        canvas.stroke(&line(&[(140.0, y), (850.0, y)]), 13.0, Fill::Down(y - 6.0, y + 6.0, 0xd8dadc, 0x6a6e72));
    }
    let sign = block(610.0, 60.0, 220.0, 150.0);
    canvas.shadow(&sign, 6.0, 10.0, 12.0, 0.4);
    canvas.fill(&sign, Fill::Flat(0xf6f6f0));
    canvas.stroke(&disc(676.0, 134.0, 48.0), 11.0, Fill::Flat(0xc8241c));
    canvas.stroke(&line(&[(642.0, 100.0), (710.0, 168.0)]), 10.0, Fill::Flat(0xc8241c));
    canvas.write(740.0, 120.0, 24.0, 3.8, 0x202020, "LPG");
    canvas.light(100.0, 100.0, 1000.0, 0xffe4b0, 0.3);
}

/// A red cylinder on the kitchen wall with its label.
pub(super) fn extinguisher(canvas: &mut Canvas, _: u32) {
    wall(canvas, 0xe2ded2);
    for y in 0..4 {
        for x in 0..6 {
            let tile = block(-120.0 + 210.0 * x as f32, 700.0 + 170.0 * y as f32, 204.0, 164.0);
            canvas.fill(&tile, Fill::Down(700.0, 1300.0, 0xf4f2ea, 0xd2d0c6));
        }
    }
    let body = round(340.0, 360.0, 270.0, 700.0, 90.0);
    canvas.shadow(&body, 44.0, 34.0, 44.0, 0.5);
    canvas.fill(&body, Fill::Standing(340.0, 610.0, 0xc4261e));
    let neck = round(430.0, 290.0, 90.0, 100.0, 16.0);
    canvas.fill(&neck, Fill::Standing(430.0, 520.0, 0xc0a058));
    canvas.stroke(&line(&[(475.0, 280.0), (640.0, 240.0)]), 30.0, Fill::Flat(0x2a2a2c));
    canvas.stroke(&line(&[(475.0, 300.0), (630.0, 320.0)]), 22.0, Fill::Flat(0x3a3a3c));
    canvas.pipe(
        &bend(&[(430.0, 320.0), (280.0, 340.0), (250.0, 560.0), (270.0, 840.0), (300.0, 900.0)]),
        34.0,
        0x262628,
    );
    canvas.fill(&disc(475.0, 340.0, 34.0), Fill::Glow(468.0, 332.0, 40.0, 0xffffff, 0xb8b8b4));
    canvas.stroke(&line(&[(475.0, 340.0), (490.0, 318.0)]), 5.0, Fill::Flat(0x2a8a3c));
    let label = block(372.0, 520.0, 206.0, 300.0);
    canvas.fill(&label, Fill::Across(372.0, 578.0, 0xfaf8ee, 0xd0cab8));
    canvas.write(392.0, 544.0, 30.0, 4.6, 0xb01c14, "DCP");
    canvas.write(392.0, 592.0, 24.0, 3.6, 0x202020, "4.5 KG");
    for row in 0..5 {
        let y = 650.0 + 30.0 * row as f32;
        canvas.brush(&line(&[(392.0, y), (556.0 - 18.0 * (row % 3) as f32, y)]), 7.0, Fill::Flat(0x6a6458), 0.7);
    }
    let seal = round(386.0, 840.0, 180.0, 90.0, 8.0);
    canvas.fill(&seal, Fill::Flat(0xe8d43c));
    canvas.write(398.0, 872.0, 20.0, 3.2, 0x202020, "SERVICED");
    canvas.light(140.0, 120.0, 900.0, 0xfff6e4, 0.24);
}

/// The white unit above the bedroom's window; on odd turns with its front open.
pub(super) fn aircon(canvas: &mut Canvas, turn: u32) {
    wall(canvas, 0xd4d8da);
    let window = block(280.0, 560.0, 720.0, 700.0);
    canvas.fill(&window, Fill::Down(560.0, 960.0, 0xe8f2f8, 0xc4dce4));
    canvas.light(640.0, 760.0, 520.0, 0xffffff, 0.5);
    for x in [190.0, 930.0] {
        for fold in 0..5 {
            let left = x + 34.0 * fold as f32;
            canvas.fill(&block(left, 530.0, 36.0, 700.0), Fill::Standing(left, left + 36.0, 0xb8a88c));
        }
    }
    canvas.pipe(&line(&[(120.0, 520.0), (1160.0, 516.0)]), 20.0, 0x6a4a30);
    let body = round(230.0, 150.0, 820.0, 260.0, 50.0);
    canvas.shadow(&body, 16.0, 44.0, 40.0, 0.45);
    canvas.fill(&body, Fill::Down(150.0, 410.0, 0xfffffd, 0xd6d8d8));
    if turn % 2 == 1 {
        let coil = block(270.0, 196.0, 740.0, 140.0);
        canvas.fill(&coil, Fill::Down(196.0, 336.0, 0x6c747a, 0xa4acb0));
        for fin in 0..92 {
            let x = 272.0 + 8.0 * fin as f32;
            canvas.brush(&line(&[(x, 198.0), (x, 334.0)]), 2.4, Fill::Flat(0x2c3034), 0.6);
        }
        canvas.roughen(&coil, Grain::Cloud, (3.0, 3.0), 0.4);
    }
    canvas.fill(&round(290.0, 356.0, 700.0, 30.0, 12.0), Fill::Down(356.0, 386.0, 0x4a4e52, 0x868a8e));
    canvas.write(880.0, 300.0, 24.0, 3.4, 0x8a98a8, "22");
    canvas.fill(&disc(860.0, 312.0, 5.0), Fill::Flat(0x40d070));
    canvas.light(180.0, 60.0, 700.0, 0xffffff, 0.2);
}

/// A steel fireplace with a fire in it.
pub(super) fn fire(canvas: &mut Canvas, turn: u32) {
    wall(canvas, 0x9a846c);
    floor(canvas, 1090.0, 0x5c4c40);
    let flue = block(410.0, -100.0, 140.0, 500.0);
    canvas.fill(&flue, Fill::Standing(410.0, 550.0, 0x38383a));
    let body = round(180.0, 380.0, 600.0, 720.0, 26.0);
    canvas.shadow(&body, 40.0, 40.0, 50.0, 0.6);
    canvas.fill(&body, Fill::Across(180.0, 780.0, 0x4a4a4c, 0x222224));
    let window = round(250.0, 460.0, 460.0, 480.0, 20.0);
    canvas.fill(&window, Fill::Glow(480.0, 880.0, 520.0, 0x8a340c, 0x0c0604));
    if turn.is_multiple_of(2) {
        for (layer, rgb, tall) in
            [(0.5, 0xd84a10, 380.0), (0.7, 0xf48a1c, 300.0), (0.8, 0xffc840, 210.0), (0.9, 0xfff0b0, 110.0)]
        {
            for number in 0..6 {
                let x = 330.0 + 60.0 * number as f32;
                let lick = canvas.chance.between(0.55, 1.0) * tall;
                let lean = canvas.chance.between(-30.0, 30.0);
                let flame = bend(&[
                    (x, 900.0),
                    (x - 46.0, 860.0 - lick * 0.3),
                    (x + lean, 900.0 - lick),
                    (x + 46.0, 850.0 - lick * 0.3),
                    (x, 900.0),
                ]);
                canvas.stain(&flame, rgb, 14.0, layer);
            }
        }
    }
    for (x, y, lean) in [(330.0, 890.0, 14.0), (420.0, 862.0, -24.0), (380.0, 918.0, 6.0)] {
        beam(
            canvas,
            [(x, y), (x + 230.0, y + lean), (x + 230.0, y + 40.0 + lean), (x, y + 40.0)],
            if turn.is_multiple_of(2) { 0x4a2a18 } else { 0x8a6848 },
        );
    }
    canvas.stroke(&window, 12.0, Fill::Flat(0x161618));
    canvas.fill(&round(690.0, 660.0, 60.0, 130.0, 16.0), Fill::Standing(690.0, 750.0, 0xb0b2b4));
    canvas.fill(&oval(480.0, 1010.0, 120.0, 14.0), Fill::Flat(shade(0x38383a, 0.7)));
    if turn.is_multiple_of(2) {
        canvas.light(480.0, 780.0, 700.0, 0xff9030, 0.5);
        canvas.light(480.0, 1150.0, 480.0, 0xff8a2c, 0.3);
    }
}
