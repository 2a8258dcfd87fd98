//! Photos: every picture of the home, drawn once, with the file that names it.

mod canvas;
mod gate;
mod home;
mod letter;
mod pool;
mod power;
mod roof;
mod shape;
mod surface;
mod water;

use super::chance::Chance;
use canvas::Canvas;
use model::{FileHash, FileRef};
use std::collections::HashMap;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a picture shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Scene {
    Aircon,
    Board,
    Ceiling,
    Energiser,
    Extinguisher,
    Fireplace,
    FlatRoof,
    Garden,
    GasCage,
    GateMotor,
    Geyser,
    Gutter,
    House,
    Inverter,
    Leak,
    Meter,
    PaintTins,
    Pool,
    PoolPump,
    RatingPlate,
    Receipt,
    SolarPanels,
    TiledRoof,
    Trench,
    WallAfter,
    WallBefore,
    WaterTank,
}

/// A scene, how many pictures there are of it, whether they stand upright, and who draws them.
type Row = (Scene, u32, bool, fn(&mut Canvas, u32));

const SCENES: &[Row] = &[
    (Scene::Aircon, 2, false, gate::aircon),
    (Scene::Board, 2, false, power::board),
    (Scene::Ceiling, 4, false, water::ceiling),
    (Scene::Energiser, 1, false, power::energiser),
    (Scene::Extinguisher, 1, true, gate::extinguisher),
    (Scene::Fireplace, 2, true, gate::fire),
    (Scene::FlatRoof, 2, false, roof::flat),
    (Scene::Garden, 3, false, home::garden),
    (Scene::GasCage, 1, true, gate::gas),
    (Scene::GateMotor, 2, false, gate::motor),
    (Scene::Geyser, 3, false, water::geyser),
    (Scene::Gutter, 3, false, roof::gutter),
    (Scene::House, 1, false, home::house),
    (Scene::Inverter, 2, false, power::inverter),
    (Scene::Leak, 3, false, water::leak),
    (Scene::Meter, 2, false, water::meter),
    (Scene::PaintTins, 2, false, home::tins),
    (Scene::Pool, 2, false, pool::pool),
    (Scene::PoolPump, 2, false, pool::pump),
    (Scene::RatingPlate, 3, false, power::plate),
    (Scene::Receipt, 1, false, home::receipt),
    (Scene::SolarPanels, 2, false, roof::panels),
    (Scene::TiledRoof, 3, false, roof::tiles),
    (Scene::Trench, 2, false, home::trench),
    (Scene::WallAfter, 2, false, home::wall_after),
    (Scene::WallBefore, 1, false, home::wall_before),
    (Scene::WaterTank, 1, true, water::tank),
];

/// The pictures.
pub(super) struct Album {
    drawn: HashMap<(Scene, u32), (FileRef, Vec<u8>)>,
}

impl Album {
    /// Every picture; they are the same for every home and are drawn once.
    pub(super) fn shared() -> &'static Self {
        static ALBUM: LazyLock<Album> = LazyLock::new(Album::drawn);
        &ALBUM
    }

    /// Draws every picture, on as many threads as the machine has cores.
    fn drawn() -> Self {
        let wanted: Vec<(Row, u32)> = SCENES.iter().flat_map(|row| (0..row.1).map(move |turn| (*row, turn))).collect();
        let next = AtomicUsize::new(0);
        let draw_some = || {
            let mut drawn = Vec::new();
            while let Some((row, turn)) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
                drawn.push(((row.0, *turn), picture(*row, *turn)));
            }
            drawn
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let drawn = std::thread::scope(|scope| {
            let running: Vec<_> = (0..threads).map(|_| scope.spawn(draw_some)).collect();
            running.into_iter().flat_map(|thread| thread.join().expect("drawing does not fail")).collect()
        });
        Self { drawn }
    }

    /// How many pictures there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.drawn.len()
    }

    /// The picture of `scene` that comes round at `turn`.
    pub(super) fn photo(&self, scene: Scene, turn: u32) -> &(FileRef, Vec<u8>) {
        let count = SCENES.iter().find(|row| row.0 == scene).map_or(1, |row| row.1);
        self.drawn.get(&(scene, turn % count)).expect("every scene stands in the table")
    }
}

fn picture((scene, _, standing, draw): Row, turn: u32) -> (FileRef, Vec<u8>) {
    let mut canvas = Canvas::new(standing, Chance::of(&format!("{scene:?} {turn}")));
    draw(&mut canvas, turn);
    let (width, height, jpeg) = canvas.develop();
    let file = FileRef {
        hash: FileHash::of(&jpeg),
        name: format!("{scene:?}-{turn}.jpg"),
        media: model::file::media_of(&jpeg).to_owned(),
        size: jpeg.len() as u64,
        width: Some(width),
        height: Some(height),
        caption: String::new(),
    };
    (file, jpeg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_drawn_alike_every_time() {
        for row in [SCENES[0], SCENES[SCENES.len() - 1]] {
            assert_eq!(picture(row, 0), *Album::shared().photo(row.0, 0), "{:?}", row.0);
        }
    }
}
