//! Boards, plates, inverters, energisers: what has letters on it.

use super::canvas::{Canvas, Fill, Grain, shade};
use super::shape::{bend, block, disc, line, outline, round};
use super::surface::{floor, screw, wall};

/// A distribution board: two rows of breakers, one of them tripped on odd turns.
pub(super) fn board(canvas: &mut Canvas, turn: u32) {
    if turn % 2 == 1 {
        canvas.closer(330.0, 250.0, 1.5);
    }
    wall(canvas, [0xd8d0be, 0xc6c8c4][turn as usize % 2]);
    let case = round(130.0, 90.0, 1020.0, 800.0, 22.0);
    canvas.shadow(&case, 22.0, 34.0, 40.0, 0.5);
    canvas.fill(&case, Fill::Down(90.0, 890.0, 0xf6f5f0, 0xd6d4cc));
    canvas.stroke(&round(160.0, 120.0, 960.0, 740.0, 14.0), 3.0, Fill::Flat(0xb4b2aa));
    canvas.write(190.0, 146.0, 24.0, 3.6, 0x2c5a92, "KRINGMEESTER");
    for (row, y) in [(0, 220.0), (1, 520.0)] {
        let slot = block(190.0, y, 900.0, 210.0);
        canvas.fill(&slot, Fill::Down(y, y + 210.0, 0x3a3a3c, 0x5c5c5e));
        for place in 0..14 {
            let x = 198.0 + 63.6 * place as f32;
            let main = row == 0 && place < 2;
            let tripped = turn % 2 == 1 && row == 0 && place == 2;
            breaker(canvas, x, y + 14.0, main, tripped);
        }
        for place in 0..14 {
            let x = 204.0 + 63.6 * place as f32;
            let label = block(x - 2.0, y + 222.0, 54.0, 34.0);
            canvas.fill(&label, Fill::Flat(0xfffdf2));
            let name = (row * 14 + place + 1).to_string();
            canvas.write(x + 12.0, y + 231.0, 16.0, 2.4, 0x30303a, &name);
        }
    }
    if turn.is_multiple_of(2) {
        for place in 11..14 {
            let x = 198.0 + 63.6 * place as f32;
            canvas.fill(&round(x, 234.0, 58.0, 182.0, 5.0), Fill::Across(x, x + 58.0, 0xb8d0da, 0x7c98a6));
            canvas.fill(&block(x + 18.0, 280.0, 22.0, 30.0), Fill::Flat(0x3cb05a));
        }
    }
    for (x, y) in [(150.0, 108.0), (1130.0, 108.0), (150.0, 872.0), (1130.0, 872.0)] {
        screw(canvas, x, y, 11.0);
    }
    canvas.write(196.0, 812.0, 18.0, 2.6, 0x5a564e, "7 GEYSER  8 STOVE  11 POOL  14 GATE  15-19 PLUGS");
    canvas.light(360.0, 150.0, 620.0, 0xfffff4, 0.2);
}

fn breaker(canvas: &mut Canvas, x: f32, y: f32, main: bool, tripped: bool) {
    let body = round(x, y, 58.0, 182.0, 5.0);
    let shell = if main { 0x4c525c } else { 0xe6e4dc };
    canvas.fill(&body, Fill::Across(x, x + 58.0, shade(shell, 1.06), shade(shell, 0.82)));
    let lever_y = if tripped { y + 104.0 } else { y + 58.0 };
    canvas.fill(&block(x + 10.0, y + 50.0, 38.0, 92.0), Fill::Down(y + 50.0, y + 142.0, 0x262628, 0x48484a));
    let lever = round(x + 13.0, lever_y, 32.0, 34.0, 5.0);
    canvas.fill(
        &lever,
        Fill::Lying(
            lever_y,
            lever_y + 34.0,
            if tripped {
                0xd84430
            } else if main {
                0xc6382c
            } else {
                0x343a44
            },
        ),
    );
    canvas.write(
        x + 14.0,
        y + 18.0,
        15.0,
        2.2,
        if main { 0xf0f0f0 } else { 0x404450 },
        if main { "60A" } else { "20A" },
    );
}

/// A rating plate, each turn another maker's.
pub(super) fn plate(canvas: &mut Canvas, turn: u32) {
    wall(canvas, [0xd8d6ce, 0xe6e6e2, 0xc8ccd0][turn as usize % 3]);
    let face = round(150.0, 170.0, 980.0, 620.0, 26.0);
    canvas.shadow(&face, 10.0, 16.0, 20.0, 0.5);
    canvas.fill(&face, Fill::Across(150.0, 1130.0, 0xeeeeec, 0xb4b6b8));
    canvas.roughen(&face, Grain::Fine, (14.0, 1.0), 0.22);
    canvas.stroke(&round(176.0, 196.0, 928.0, 568.0, 16.0), 4.0, Fill::Flat(0x3a3c42));
    let (maker, lines): (&str, [&str; 6]) = match turn % 3 {
        0 => (
            "WARMBRON",
            [
                "MODEL   STANDAARD 150",
                "SERIAL  WB150-0415-77213",
                "150 L   400 KPA",
                "230 V   3 KW",
                "SANS 151  CLASS B",
                "FITTED  02/16",
            ],
        ),
        1 => (
            "WARMBRON",
            [
                "MODEL   SUPERLYN 200",
                "SERIAL  WB200-0322-10482",
                "200 L   400 KPA",
                "230 V   4 KW",
                "SANS 151  CLASS B",
                "TANK 5 YEARS",
            ],
        ),
        _ => (
            "DEYANG",
            [
                "MODEL   HIBRIED 5K",
                "SERIAL  2207-5K-0138841",
                "PV MAX  500 V DC",
                "AC 230 V  50 HZ  5 KW",
                "NRS 097-2-1",
                "IP65",
            ],
        ),
    };
    canvas.write(220.0, 230.0, 62.0, 10.0, 0x1e3052, maker);
    canvas.stroke(&line(&[(220.0, 318.0), (1060.0, 318.0)]), 4.0, Fill::Flat(0x3a3c42));
    for (row, text) in lines.iter().enumerate() {
        canvas.write(220.0, 350.0 + 66.0 * row as f32, 32.0, 4.4, 0x26282e, text);
    }
    for (x, y) in [(198.0, 218.0), (1082.0, 218.0), (198.0, 742.0), (1082.0, 742.0)] {
        screw(canvas, x, y, 17.0);
    }
    canvas.light(880.0, 260.0, 460.0, 0xffffff, 0.42);
    canvas.dusk(640.0, 480.0, 900.0, 0.3);
}

/// Inverter and battery on the garage wall; on odd turns the battery from near.
pub(super) fn inverter(canvas: &mut Canvas, turn: u32) {
    if turn % 2 == 1 {
        canvas.closer(640.0, 690.0, 1.5);
    }
    wall(canvas, 0xdad6cc);
    floor(canvas, 880.0, 0x8c8882);
    for (x, top) in [(520.0, 460.0), (640.0, 460.0), (760.0, 460.0)] {
        canvas.pipe(&line(&[(x, top), (x, 620.0)]), 20.0, 0x54565a);
    }
    canvas.pipe(&line(&[(900.0, -100.0), (900.0, 240.0), (830.0, 250.0)]), 34.0, 0xe2e0da);
    let body = round(430.0, 110.0, 420.0, 380.0, 28.0);
    canvas.shadow(&body, 24.0, 34.0, 34.0, 0.5);
    canvas.fill(&body, Fill::Across(430.0, 850.0, 0xfafaf8, 0xccccc8));
    canvas.fill(&round(520.0, 180.0, 240.0, 120.0, 12.0), Fill::Down(180.0, 300.0, 0x162c40, 0x244866));
    canvas.write(540.0, 202.0, 32.0, 4.4, 0x9ae0ff, "3.42 KW");
    canvas.write(540.0, 256.0, 22.0, 3.2, 0x8af0a8, "SOC 86");
    for (number, rgb) in [0x4ad070, 0x4ad070, 0xe0b040].into_iter().enumerate() {
        let x = 560.0 + 80.0 * number as f32;
        canvas.fill(&disc(x, 350.0, 10.0), Fill::Glow(x, 350.0, 12.0, 0xffffff, rgb));
        canvas.light(x, 350.0, 40.0, rgb, 0.2);
    }
    canvas.write(552.0, 410.0, 26.0, 4.0, 0x60646a, "DEYANG 5K");
    for (x, name) in [(300.0, "DC"), (960.0, "AC")] {
        let switch = round(x - 62.0, 320.0, 124.0, 170.0, 12.0);
        canvas.shadow(&switch, 12.0, 18.0, 20.0, 0.5);
        canvas.fill(&switch, Fill::Across(x - 62.0, x + 62.0, 0xe8c830, 0xb89414));
        canvas.fill(&disc(x, 400.0, 40.0), Fill::Glow(x - 10.0, 390.0, 50.0, 0xf06048, 0xa01c12));
        canvas.fill(&round(x - 8.0, 366.0, 16.0, 68.0, 6.0), Fill::Flat(0x7c140c));
        canvas.write(x - 20.0, 458.0, 22.0, 3.2, 0x202020, name);
    }
    battery(canvas);
    canvas.light(300.0, 120.0, 800.0, 0xfff6e4, 0.2);
}

fn battery(canvas: &mut Canvas) {
    let case = round(380.0, 610.0, 520.0, 190.0, 16.0);
    canvas.shadow(&case, 18.0, 30.0, 30.0, 0.6);
    canvas.fill(&case, Fill::Down(610.0, 800.0, 0x4a4e54, 0x26282c));
    canvas.fill(&block(380.0, 690.0, 520.0, 6.0), Fill::Flat(0x181a1c));
    canvas.write(420.0, 636.0, 26.0, 4.0, 0xd8dadc, "PYLAAR US5000");
    for number in 0..6 {
        let x = 440.0 + 34.0 * number as f32;
        canvas.fill(&round(x, 730.0, 22.0, 12.0, 4.0), Fill::Flat(if number < 5 { 0x48e08a } else { 0x2c4036 }));
    }
    canvas.stroke(&bend(&[(820.0, 740.0), (960.0, 740.0), (980.0, 600.0), (760.0, 560.0)]), 16.0, Fill::Flat(0xd25a20));
    canvas.stroke(
        &bend(&[(820.0, 766.0), (1000.0, 780.0), (1020.0, 580.0), (780.0, 540.0)]),
        16.0,
        Fill::Flat(0x1c1c1e),
    );
    let shelf = outline(&[(320.0, 800.0), (960.0, 800.0), (960.0, 826.0), (320.0, 826.0)]);
    canvas.fill(&shelf, Fill::Down(800.0, 826.0, 0xb0b2b4, 0x747678));
}

/// The fence's energiser on the wall.
pub(super) fn energiser(canvas: &mut Canvas, _: u32) {
    wall(canvas, 0xccc4b4);
    let case = round(330.0, 150.0, 620.0, 620.0, 40.0);
    canvas.shadow(&case, 24.0, 36.0, 40.0, 0.5);
    canvas.fill(&case, Fill::Across(330.0, 950.0, 0x4a5054, 0x24282c));
    let lid = round(360.0, 180.0, 560.0, 420.0, 30.0);
    canvas.fill(&lid, Fill::Down(180.0, 600.0, 0x5e666c, 0x3a4044));
    let display = round(440.0, 240.0, 400.0, 150.0, 12.0);
    canvas.fill(&display, Fill::Down(240.0, 390.0, 0x30100c, 0x1a0808));
    canvas.write(476.0, 282.0, 66.0, 9.0, 0xff5a3a, "8.1KV");
    canvas.light(640.0, 310.0, 240.0, 0xff5030, 0.2);
    canvas.fill(&disc(500.0, 480.0, 50.0), Fill::Glow(490.0, 470.0, 60.0, 0xe4e4e0, 0x888884));
    canvas.fill(&round(492.0, 446.0, 16.0, 68.0, 6.0), Fill::Flat(0x3a3a3a));
    canvas.write(610.0, 448.0, 34.0, 5.0, 0xe8c030, "SKOKWAG");
    canvas.write(610.0, 506.0, 20.0, 3.0, 0xc8ccce, "DRUID 18");
    let sign = outline(&[(640.0, 650.0), (700.0, 750.0), (580.0, 750.0)]);
    canvas.fill(&sign, Fill::Flat(0xf0c420));
    canvas.stroke(&line(&[(646.0, 674.0), (628.0, 712.0), (650.0, 712.0), (636.0, 742.0)]), 7.0, Fill::Flat(0x1a1a1a));
    for (x, rgb) in [(420.0, 0xc03024), (500.0, 0xc03024), (800.0, 0x2a8a44), (870.0, 0x2a8a44)] {
        canvas.pipe(&bend(&[(x, 770.0), (x, 850.0), (x + 30.0, 1060.0)]), 16.0, rgb);
    }
    canvas.light(300.0, 100.0, 640.0, 0xfff6e0, 0.24);
}
