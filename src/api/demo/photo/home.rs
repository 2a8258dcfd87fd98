//! The house from the street, its walls, its paint, its garden, a trench, a receipt.

use super::canvas::{Canvas, Fill, Grain, mix, shade};
use super::shape::{bend, blob, block, disc, leaf, line, outline, oval, round};
use super::surface::{beam, far_garden, floor, foliage, lawn, paving, sky, wall};
use tiny_skia::BlendMode;

/// Kiepersol from the street, the mountain behind it.
pub(super) fn house(canvas: &mut Canvas, _: u32) {
    sky(canvas, 470.0, 0x5a9cd8);
    let mountain = outline(&[
        (-200.0, 420.0),
        (60.0, 330.0),
        (170.0, 236.0),
        (300.0, 214.0),
        (760.0, 206.0),
        (850.0, 250.0),
        (940.0, 330.0),
        (1010.0, 250.0),
        (1090.0, 300.0),
        (1500.0, 430.0),
        (1500.0, 560.0),
        (-200.0, 560.0),
    ]);
    canvas.unsharp(8.0, |canvas| {
        canvas.fill(&mountain, Fill::Down(200.0, 520.0, 0x627894, 0x9caeb8));
        canvas.roughen(&mountain, Grain::Cloud, (2.0, 5.0), 0.3);
    });
    for (x, y) in [(80.0, 470.0), (1180.0, 450.0), (1300.0, 500.0)] {
        foliage(canvas, x, y, 190.0, 170.0, 0x4c7038);
    }
    canvas.fill(&block(-300.0, 520.0, 1900.0, 200.0), Fill::Down(520.0, 720.0, 0x466436, 0x344c28));
    lawn(canvas, 690.0);
    let roof = outline(&[(180.0, 470.0), (330.0, 330.0), (900.0, 330.0), (1060.0, 470.0)]);
    canvas.shadow(&roof, 0.0, 40.0, 40.0, 0.3);
    let front = block(230.0, 460.0, 790.0, 250.0);
    canvas.fill(&front, Fill::Down(460.0, 710.0, 0xe8d6b4, 0xd4be98));
    canvas.roughen(&front, Grain::Fine, (1.4, 1.4), 0.12);
    canvas.fill(&roof, Fill::Down(330.0, 470.0, 0x6a625e, 0x4a4442));
    for row in 0..9 {
        let y = 344.0 + 15.0 * row as f32;
        canvas.brush(
            &line(&[(330.0 - (y - 330.0) * 1.07, y), (900.0 + (y - 330.0) * 1.14, y)]),
            3.0,
            Fill::Flat(0x2a2626),
            0.5,
        );
    }
    let under = block(190.0, 468.0, 860.0, 22.0);
    canvas.fill(&under, Fill::Down(468.0, 490.0, 0xf8f4ea, 0xc8c2b4));
    canvas.stain(&block(230.0, 490.0, 790.0, 34.0), 0x302014, 18.0, 0.4);
    for (x, across) in [(290.0, 130.0), (470.0, 100.0), (860.0, 120.0)] {
        window(canvas, x, 530.0, across, 116.0);
    }
    let door = block(650.0, 520.0, 110.0, 190.0);
    canvas.fill(&door, Fill::Across(650.0, 760.0, 0x6a3c1e, 0x8c542c));
    canvas.fill(&disc(740.0, 622.0, 7.0), Fill::Flat(0xe0c060));
    let path = outline(&[(640.0, 710.0), (770.0, 710.0), (900.0, 1010.0), (480.0, 1010.0)]);
    canvas.fill(&path, Fill::Down(710.0, 960.0, 0xc8b69c, 0xa89680));
    canvas.roughen(&path, Grain::Cloud, (2.0, 1.0), 0.3);
    for (x, size) in [(330.0, 60.0), (520.0, 44.0), (880.0, 56.0), (980.0, 70.0)] {
        foliage(canvas, x, 706.0, size * 1.2, size * 0.8, 0x6c8c48);
    }
    canvas.light(1150.0, 40.0, 1000.0, 0xffeac0, 0.4);
}

fn window(canvas: &mut Canvas, x: f32, y: f32, across: f32, down: f32) {
    canvas.fill(&block(x - 8.0, y - 8.0, across + 16.0, down + 16.0), Fill::Flat(0xfaf8f2));
    canvas.fill(&block(x, y, across, down), Fill::Down(y, y + down, 0x4a6478, 0x9cb8c4));
    canvas.stroke(&line(&[(x + across / 2.0, y), (x + across / 2.0, y + down)]), 6.0, Fill::Flat(0xfaf8f2));
    canvas.stroke(&line(&[(x, y + down * 0.4), (x + across, y + down * 0.4)]), 5.0, Fill::Flat(0xfaf8f2));
    canvas.fill(
        &block(x - 16.0, y + down + 8.0, across + 32.0, 14.0),
        Fill::Down(y + down, y + down + 22.0, 0xf2eee4, 0xb4aea0),
    );
}

/// The outside wall before it was painted: chalk, cracks, runs.
pub(super) fn wall_before(canvas: &mut Canvas, _: u32) {
    wall(canvas, 0xc8b48c);
    for _ in 0..9 {
        let (x, y) = (canvas.chance.between(0.0, 1280.0), canvas.chance.between(60.0, 700.0));
        let (across, down) = (canvas.chance.between(50.0, 150.0), canvas.chance.between(30.0, 110.0));
        let chalk = blob(&mut canvas.chance, x, y, across, down, 0.55);
        canvas.stain(&chalk, 0xece4d2, 12.0, 0.5);
    }
    for number in 0..5 {
        let mut at =
            (120.0 + 270.0 * number as f32 + canvas.chance.between(-60.0, 60.0), canvas.chance.between(-20.0, 300.0));
        let mut points = vec![at];
        for _ in 0..7 {
            at = (at.0 + canvas.chance.between(-46.0, 46.0), at.1 + canvas.chance.between(26.0, 74.0));
            points.push(at);
        }
        canvas.brush(&line(&points), 3.4, Fill::Flat(0x4a3c2a), 0.75);
        canvas.brush(&line(&points), 9.0, Fill::Flat(0xf2e8d4), 0.2);
    }
    canvas.stain(&block(-300.0, 760.0, 1900.0, 90.0), 0x4c4430, 70.0, 0.5);
    fixtures(canvas, 0);
}

/// The same wall, painted.
pub(super) fn wall_after(canvas: &mut Canvas, turn: u32) {
    wall(canvas, [0xe2dccc, 0xeae6da][turn as usize % 2]);
    fixtures(canvas, turn);
    canvas.light(900.0, 120.0, 900.0, 0xfff4da, 0.3);
}

/// Paving, window and downpipe of that wall.
fn fixtures(canvas: &mut Canvas, turn: u32) {
    if turn % 2 == 1 {
        canvas.mirror();
    }
    paving(canvas, 830.0, 0x9c9488);
    let (x, y) = (760.0, 190.0);
    let reveal = block(x - 34.0, y - 34.0, 398.0, 468.0);
    canvas.shadow(&reveal, 8.0, 12.0, 20.0, 0.35);
    canvas.fill(&reveal, Fill::Flat(0xf6f4ee));
    canvas.fill(&block(x, y, 330.0, 400.0), Fill::Down(y, y + 400.0, 0x3c566a, 0x8cacba));
    canvas.stain(
        &outline(&[(x + 40.0, y), (x + 130.0, y), (x + 290.0, y + 400.0), (x + 170.0, y + 400.0)]),
        0xffffff,
        20.0,
        0.22,
    );
    for points in [[(x + 165.0, y), (x + 165.0, y + 400.0)], [(x, y + 140.0), (x + 330.0, y + 140.0)]] {
        canvas.stroke(&line(&points), 15.0, Fill::Flat(0xf6f4ee));
    }
    let sill = block(x - 56.0, y + 434.0, 442.0, 36.0);
    canvas.shadow(&sill, 4.0, 22.0, 20.0, 0.45);
    canvas.fill(&sill, Fill::Down(y + 434.0, y + 470.0, 0xfcfaf4, 0xc0baae));
    canvas.pipe(&line(&[(180.0, -100.0), (176.0, 840.0)]), 58.0, 0xf0ece2);
}

/// Tins on a shelf, lids with their colour.
pub(super) fn tins(canvas: &mut Canvas, turn: u32) {
    wall(canvas, 0xa8a49c);
    beam(canvas, [(-200.0, 760.0), (1500.0, 752.0), (1500.0, 820.0), (-200.0, 830.0)], 0xb89060);
    let colours = if turn.is_multiple_of(2) { [0xd8ccb0, 0xf2f0ea, 0x9cb0a4] } else { [0xcfc6b4, 0xf4f2ec, 0x5a6a74] };
    let names = if turn.is_multiple_of(2) {
        ["OATMEAL 3-B", "CEILING", "LAUREL 5-A"]
    } else {
        ["PEBBLE 2-C", "WITGAT 0-A", "SLATE 7-D"]
    };
    for (number, (rgb, name)) in colours.into_iter().zip(names).enumerate() {
        let x = 110.0 + 370.0 * number as f32;
        let body = round(x, 360.0, 310.0, 400.0, 16.0);
        canvas.shadow(&body, 30.0, 14.0, 34.0, 0.5);
        canvas.fill(&body, Fill::Standing(x, x + 310.0, 0xc4c8cc));
        let run = bend(&[(x + 250.0, 384.0), (x + 254.0, 420.0), (x + 252.0, 470.0)]);
        canvas.stroke(&run, 16.0, Fill::Flat(rgb));
        let label = block(x, 430.0, 310.0, 250.0);
        canvas.fill(&label, Fill::Standing(x, x + 310.0, 0xf2f0ea));
        canvas.fill(&block(x, 590.0, 310.0, 90.0), Fill::Standing(x, x + 310.0, rgb));
        canvas.write(x + 36.0, 456.0, 28.0, 4.4, 0x2a4c7c, "PLASCOLOUR");
        canvas.write(x + 36.0, 516.0, 22.0, 3.4, 0x303034, name);
        canvas.fill(&oval(x + 155.0, 364.0, 155.0, 40.0), Fill::Glow(x + 110.0, 350.0, 190.0, 0xf0f0ee, 0x8c9094));
        canvas.fill(&oval(x + 155.0, 362.0, 118.0, 27.0), Fill::Flat(shade(rgb, 0.96)));
    }
    canvas.pipe(&line(&[(560.0, 300.0), (900.0, 250.0)]), 26.0, 0x9a5a2c);
    let bristle = outline(&[(470.0, 290.0), (560.0, 276.0), (566.0, 326.0), (480.0, 350.0)]);
    canvas.fill(&bristle, Fill::Down(276.0, 350.0, mix(colours[0], 0x403020, 0.2), colours[0]));
    canvas.light(200.0, 80.0, 900.0, 0xffe8c0, 0.34);
}

/// The back lawn with the long shadow, the new lawn, the drive with spekboom.
pub(super) fn garden(canvas: &mut Canvas, turn: u32) {
    far_garden(canvas, 400.0);
    let back = block(-300.0, 300.0, 1900.0, 180.0);
    canvas.fill(&back, Fill::Down(300.0, 480.0, 0xdccaa6, 0xb8a27c));
    canvas.roughen(&back, Grain::Cloud, (3.0, 3.0), 0.2);
    if turn % 3 == 2 {
        paving(canvas, 470.0, 0xb6a28a)
    } else {
        lawn(canvas, 470.0)
    }
    let green = [0x547a3a, 0x6a8a4a, 0x7e9a64][turn as usize % 3];
    for number in 0..7 {
        let (x, size) = (60.0 + 200.0 * number as f32, canvas.chance.between(60.0, 120.0));
        let tint = shade(green, canvas.chance.between(0.8, 1.15));
        foliage(canvas, x, 476.0 - size * 0.3, size * 1.1, size, tint);
    }
    match turn % 3 {
        0 => {
            let shade_of_pine = blob(&mut canvas.chance, 860.0, 700.0, 520.0, 120.0, 0.35);
            canvas.stain(&shade_of_pine, 0x0c1c10, 40.0, 0.55);
            washing(canvas);
        }
        1 => rows_of_vegetables(canvas),
        _ => {
            for _ in 0..50 {
                let (x, y) = (canvas.chance.between(0.0, 1280.0), canvas.chance.between(560.0, 940.0));
                let turned = canvas.chance.angle();
                canvas.tint(&leaf(x, y, 22.0, turned), Fill::Flat(0x9a7a3c), 0.7, BlendMode::SourceOver);
            }
        }
    }
    canvas.light(220.0, 80.0, 1100.0, 0xffe2a4, 0.4);
}

fn washing(canvas: &mut Canvas) {
    for x in [150.0, 720.0] {
        canvas.pipe(&line(&[(x, 560.0), (x, 250.0)]), 16.0, 0x8a9094);
    }
    canvas.stroke(&bend(&[(150.0, 256.0), (430.0, 282.0), (720.0, 256.0)]), 4.0, Fill::Flat(0xe8e8e4));
    for (x, across, rgb) in [(210.0, 170.0, 0xf8f6f0), (410.0, 110.0, 0x9cc0d8), (550.0, 120.0, 0xe8c8b0)] {
        let sheet = outline(&[(x, 270.0), (x + across, 268.0), (x + across + 16.0, 470.0), (x + 10.0, 486.0)]);
        canvas.shadow(&sheet, 20.0, 60.0, 24.0, 0.25);
        canvas.fill(&sheet, Fill::Across(x, x + across, rgb, shade(rgb, 0.78)));
    }
}

fn rows_of_vegetables(canvas: &mut Canvas) {
    let bed = outline(&[(120.0, 640.0), (1100.0, 620.0), (1300.0, 1010.0), (-40.0, 1030.0)]);
    canvas.shadow(&bed, 0.0, 10.0, 20.0, 0.4);
    canvas.fill(&bed, Fill::Down(620.0, 1000.0, 0x5c4028, 0x3c2818));
    canvas.roughen(&bed, Grain::Cloud, (2.0, 1.4), 0.5);
    for row in 0..3 {
        for plant in 0..7 {
            let down = row as f32 / 2.0;
            let (x, y) = (190.0 - 90.0 * down + (150.0 + 36.0 * down) * plant as f32, 690.0 + 220.0 * down);
            for _ in 0..7 {
                let (turned, long) = (canvas.chance.angle(), canvas.chance.between(40.0, 76.0) * (0.8 + 0.5 * down));
                let (across, up) = (turned.cos() * long * 0.35, turned.sin() * long * 0.2);
                let rgb = mix(0x3c7a2c, 0x8cbc4c, canvas.chance.between(0.0, 1.0));
                canvas.fill(
                    &leaf(x + across, y + up, long, turned),
                    Fill::Down(y - 40.0, y + 40.0, shade(rgb, 1.2), shade(rgb, 0.7)),
                );
            }
        }
    }
}

/// A trench in the lawn with a pipe, or the stones of the soakaway.
pub(super) fn trench(canvas: &mut Canvas, turn: u32) {
    lawn(canvas, -40.0);
    let cut = outline(&[(430.0, -60.0), (760.0, -60.0), (960.0, 1020.0), (260.0, 1020.0)]);
    for side in [0.0, 1.0] {
        for _ in 0..26 {
            let y = canvas.chance.between(-20.0, 980.0);
            let x = if side > 0.5 { 800.0 + y * 0.19 } else { 380.0 - y * 0.16 } + canvas.chance.between(-60.0, 60.0);
            let (across, down) = (canvas.chance.between(30.0, 90.0), canvas.chance.between(20.0, 50.0));
            let heap = blob(&mut canvas.chance, x, y, across, down, 0.5);
            canvas.fill(&heap, Fill::Down(y - down, y + down, 0x9a744c, 0x5a3e26));
        }
    }
    canvas.fill(&cut, Fill::Across(260.0, 960.0, 0x2a1c12, 0x6a4a30));
    canvas.roughen(&cut, Grain::Cloud, (1.6, 2.4), 0.5);
    canvas.roughen(&cut, Grain::Fine, (3.0, 3.0), 0.12);
    if turn.is_multiple_of(2) {
        canvas.pipe(&bend(&[(590.0, -100.0), (600.0, 300.0), (580.0, 600.0), (620.0, 1100.0)]), 46.0, 0xe07c24);
    } else {
        for _ in 0..150 {
            let y = canvas.chance.between(0.0, 960.0);
            let x = canvas.chance.between(440.0 - y * 0.16, 750.0 + y * 0.18);
            let size = canvas.chance.between(20.0, 44.0) * (0.7 + y / 1600.0);
            let stone = blob(&mut canvas.chance, x, y, size, size * 0.75, 0.3);
            let grey = shade(0xa8a49c, canvas.chance.between(0.7, 1.15));
            canvas.fill(&stone, Fill::Down(y - size, y + size, shade(grey, 1.2), shade(grey, 0.55)));
        }
    }
    canvas.light(1000.0, 60.0, 900.0, 0xffe8b8, 0.3);
}

/// A receipt on the kitchen table, with a pen and a cup's edge.
pub(super) fn receipt(canvas: &mut Canvas, _: u32) {
    floor(canvas, -300.0, 0x8a5c38);
    let table = block(-300.0, -300.0, 1900.0, 1700.0);
    canvas.fill(&table, Fill::Down(0.0, 960.0, 0xb07e50, 0x7c5030));
    canvas.roughen(&table, Grain::Cloud, (14.0, 1.0), 0.45);
    canvas.roughen(&table, Grain::Fine, (8.0, 1.0), 0.14);
    let paper = outline(&[(400.0, 60.0), (860.0, 40.0), (900.0, 900.0), (420.0, 920.0)]);
    canvas.shadow(&paper, 16.0, 24.0, 26.0, 0.5);
    canvas.fill(&paper, Fill::Across(400.0, 900.0, 0xfcfaf2, 0xe4e0d4));
    canvas.write(450.0, 112.0, 29.0, 4.6, 0x22242c, "FIX-MY-MASJIEN");
    canvas.write(452.0, 176.0, 20.0, 3.0, 0x4a4c54, "MAITLAND  27/08");
    for (row, (what, amount)) in [("CALL OUT", "450.00"), ("DOOR SEAL", "690.00")].into_iter().enumerate() {
        let y = 280.0 + 64.0 * row as f32;
        canvas.write(456.0, y, 26.0, 3.8, 0x2a2c34, what);
        canvas.write(710.0, y, 26.0, 3.8, 0x2a2c34, amount);
    }
    canvas.stroke(&line(&[(456.0, 430.0), (856.0, 424.0)]), 3.0, Fill::Flat(0x4a4c54));
    canvas.write(460.0, 456.0, 36.0, 5.6, 0x1c1e26, "TOTAL");
    canvas.write(672.0, 460.0, 28.0, 4.6, 0x1c1e26, "1140.00");
    canvas.write(462.0, 560.0, 22.0, 3.2, 0x4a4c54, "SEAL 2 YEARS");
    let signed = bend(&[
        (480.0, 740.0),
        (520.0, 690.0),
        (540.0, 760.0),
        (580.0, 700.0),
        (610.0, 750.0),
        (680.0, 700.0),
        (760.0, 730.0),
    ]);
    canvas.stroke(&signed, 4.0, Fill::Flat(0x1c3c8c));
    canvas.pipe(&line(&[(950.0, 860.0), (1120.0, 420.0)]), 22.0, 0x243a5c);
    canvas.shadow(&disc(180.0, 330.0, 150.0), 20.0, 30.0, 30.0, 0.5);
    canvas.fill(&disc(180.0, 330.0, 150.0), Fill::Glow(150.0, 290.0, 190.0, 0xffffff, 0xc4c8cc));
    canvas.fill(&disc(180.0, 330.0, 122.0), Fill::Glow(170.0, 320.0, 150.0, 0x6a4020, 0x341c0c));
    canvas.light(160.0, 60.0, 1000.0, 0xffecc8, 0.4);
}
