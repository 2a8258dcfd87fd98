//! A canvas for pictures that look photographed: soft shadows, grain, light and a camera that is never quite level.

use crate::demo::chance::Chance;
use std::sync::OnceLock;
use tiny_skia::{
    BlendMode, Color, FillRule, FilterQuality, GradientStop, LineCap, LineJoin, LinearGradient, Paint, Path, Pattern,
    Pixmap, PixmapPaint, PixmapRef, Point, PremultipliedColorU8, RadialGradient, Rect, Shader, SpreadMode, Stroke,
    Transform,
};

/// A colour as `0xRRGGBB`.
pub(super) type Rgb = u32;

/// How a shape is filled.
#[derive(Clone, Copy)]
pub(super) enum Fill {
    /// One colour.
    Flat(Rgb),
    /// From the first colour at the first height to the second at the second.
    Down(f32, f32, Rgb, Rgb),
    /// From the first colour at the first distance from the left to the second at the second.
    Across(f32, f32, Rgb, Rgb),
    /// A tube that lies between two heights, lit from above.
    Lying(f32, f32, Rgb),
    /// A tube that stands between two distances from the left, lit from the left.
    Standing(f32, f32, Rgb),
    /// From the first colour in the middle (x, y) to the second at a radius.
    Glow(f32, f32, f32, Rgb, Rgb),
}

/// Textures.
#[derive(Clone, Copy)]
pub(super) enum Grain {
    /// Sand, plaster, film.
    Fine,
    /// Stains, clouds, foliage from afar.
    Cloud,
}

/// Pixels of the picture to one of its light, which has no edges.
const AIR_FACTOR: f32 = 8.0;

/// A picture in the making. Coordinates are pixels from the top left of a picture 1280 pixels along its longer side.
pub(super) struct Canvas {
    map: Pixmap,
    /// All light and dusk, small: laid over the picture at the end.
    air: Pixmap,
    view: Transform,
    /// What differs from picture to picture.
    pub(super) chance: Chance,
}

/// `color` brightened (factor above 1) or darkened (below).
pub(super) fn shade(color: Rgb, factor: f32) -> Rgb {
    let part = |shift: u32| ((((color >> shift) & 0xff) as f32 * factor).clamp(0.0, 255.0) as u32) << shift;
    part(16) | part(8) | part(0)
}

/// A colour between two: the first at 0, the second at 1.
pub(super) fn mix(first: Rgb, second: Rgb, at: f32) -> Rgb {
    let part = |shift: u32| {
        let (a, b) = (((first >> shift) & 0xff) as f32, ((second >> shift) & 0xff) as f32);
        ((a + (b - a) * at) as u32) << shift
    };
    part(16) | part(8) | part(0)
}

fn color(rgb: Rgb, alpha: f32) -> Color {
    let [_, red, green, blue] = rgb.to_be_bytes();
    let mut color = Color::from_rgba8(red, green, blue, 255);
    color.set_alpha(alpha);
    color
}

impl Fill {
    fn shader(self, alpha: f32) -> Shader<'static> {
        let line = |from: (f32, f32), to: (f32, f32), stops: &[(f32, Rgb)]| {
            let stops: Vec<_> = stops.iter().map(|(at, rgb)| GradientStop::new(*at, color(*rgb, alpha))).collect();
            LinearGradient::new(from.into(), to.into(), stops, SpreadMode::Pad, Transform::identity())
        };
        let tube = |base: Rgb| {
            [
                (0.0, shade(base, 0.72)),
                (0.18, shade(base, 1.08)),
                (0.34, shade(base, 1.22)),
                (0.62, base),
                (1.0, shade(base, 0.42)),
            ]
        };
        let shader = match self {
            Self::Flat(rgb) => return Shader::SolidColor(color(rgb, alpha)),
            Self::Down(from, to, a, b) => line((0.0, from), (0.0, to), &[(0.0, a), (1.0, b)]),
            Self::Across(from, to, a, b) => line((from, 0.0), (to, 0.0), &[(0.0, a), (1.0, b)]),
            Self::Lying(from, to, base) => line((0.0, from), (0.0, to), &tube(base)),
            Self::Standing(from, to, base) => line((from, 0.0), (to, 0.0), &tube(base)),
            Self::Glow(x, y, radius, inner, outer) => {
                let stops =
                    vec![GradientStop::new(0.0, color(inner, alpha)), GradientStop::new(1.0, color(outer, alpha))];
                let middle = Point::from_xy(x, y);
                RadialGradient::new(middle, middle, radius, stops, SpreadMode::Pad, Transform::identity())
            }
        };
        shader.expect("the scenes name gradients that have a length")
    }
}

impl Canvas {
    /// An empty picture, lying or standing, whose camera leans a little.
    pub(super) fn new(standing: bool, chance: Chance) -> Self {
        let (across, down) = if standing { (960, 1280) } else { (1280, 960) };
        let map = Pixmap::new(across, down).expect("a picture has pixels");
        let air = Pixmap::new(across / 8 + 1, down / 8 + 1).expect("a picture has light");
        let mut canvas = Self { map, air, view: Transform::identity(), chance };
        let lean = canvas.chance.between(-1.6, 1.6);
        let (x, y) = (across as f32 / 2.0, down as f32 / 2.0);
        canvas.view = Transform::from_rotate_at(lean, x, y).pre_concat(Transform::from_translate(x, y));
        canvas.view = canvas.view.pre_scale(1.05, 1.05).pre_translate(-x, -y);
        canvas
    }

    /// Looks closer at a point.
    pub(super) fn closer(&mut self, x: f32, y: f32, factor: f32) {
        self.view = self.view.pre_translate(x, y).pre_scale(factor, factor).pre_translate(-x, -y);
    }

    /// Mirrors left and right.
    pub(super) fn mirror(&mut self) {
        let across = self.map.width() as f32;
        self.view = self.view.pre_translate(across, 0.0).pre_scale(-1.0, 1.0);
    }

    /// Fills a shape.
    pub(super) fn fill(&mut self, path: &Path, fill: Fill) {
        self.tint(path, fill, 1.0, BlendMode::SourceOver);
    }

    /// Lays a fill over what is there.
    pub(super) fn tint(&mut self, path: &Path, fill: Fill, alpha: f32, blend_mode: BlendMode) {
        let paint = Paint { shader: fill.shader(alpha), blend_mode, ..Paint::default() };
        self.map.fill_path(path, &paint, FillRule::Winding, self.view, None);
    }

    /// Draws along a path.
    pub(super) fn stroke(&mut self, path: &Path, width: f32, fill: Fill) {
        self.brush(path, width, fill, 1.0);
    }

    /// Draws along a path, translucent.
    pub(super) fn brush(&mut self, path: &Path, width: f32, fill: Fill, alpha: f32) {
        let paint = Paint { shader: fill.shader(alpha), ..Paint::default() };
        let stroke = Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        self.map.stroke_path(path, &paint, &stroke, self.view, None);
    }

    /// A pipe or a cable along a path: dark below, bright above.
    pub(super) fn pipe(&mut self, path: &Path, width: f32, base: Rgb) {
        if let Some(below) = path.clone().transform(Transform::from_translate(width * 0.35, width * 0.5)) {
            self.blurred(&below, 10.0 + width / 2.0, |small, view| {
                let paint = Paint { shader: Shader::SolidColor(color(0x0a0806, 0.5)), ..Paint::default() };
                let stroke =
                    Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
                small.stroke_path(&below, &paint, &stroke, view, None);
            });
        }
        let lifted = |by: f32| path.clone().transform(Transform::from_translate(-by, -by));
        self.stroke(path, width, Fill::Flat(shade(base, 0.55)));
        if let Some(path) = lifted(width * 0.08) {
            self.stroke(&path, width * 0.76, Fill::Flat(base));
        }
        if let Some(path) = lifted(width * 0.2) {
            self.brush(&path, width * 0.22, Fill::Flat(mix(base, 0xffffff, 0.55)), 0.8);
        }
    }

    /// The soft shadow that a shape throws.
    pub(super) fn shadow(&mut self, path: &Path, across: f32, down: f32, blur: f32, dark: f32) {
        if let Some(moved) = path.clone().transform(Transform::from_translate(across, down)) {
            self.stain(&moved, 0x0a0806, blur, dark);
        }
    }

    /// A shape without a sharp edge.
    pub(super) fn stain(&mut self, path: &Path, rgb: Rgb, blur: f32, alpha: f32) {
        let shader = Shader::SolidColor(color(rgb, alpha));
        self.blurred(path, blur, |small, view| {
            small.fill_path(path, &Paint { shader, ..Paint::default() }, FillRule::Winding, view, None);
        });
    }

    /// Draws out of focus: what `draw` draws, as if `blur` pixels unsharp.
    pub(super) fn unsharp(&mut self, blur: f32, draw: impl FnOnce(&mut Self)) {
        let all = Rect::from_xywh(0.0, 0.0, self.map.width() as f32, self.map.height() as f32);
        let patch = Patch::of(all.expect("a picture has pixels"), blur);
        let view = patch.view(self.view);
        let mut inner = Self { map: patch.empty(), air: self.air.clone(), view, chance: self.chance.clone() };
        draw(&mut inner);
        (self.chance, self.air) = (inner.chance, inner.air);
        soften(&mut inner.map);
        self.lay(&patch, &inner.map);
    }

    fn blurred(&mut self, path: &Path, blur: f32, draw: impl FnOnce(&mut Pixmap, Transform)) {
        let all = Rect::from_xywh(0.0, 0.0, self.map.width() as f32, self.map.height() as f32);
        let wide = blur + 6.0;
        let seen = path.bounds().transform(self.view).and_then(|bounds| bounds.outset(wide, wide));
        let Some(seen) = seen.and_then(|bounds| bounds.intersect(&all?)) else { return };
        let patch = Patch::of(seen, blur);
        let mut small = patch.empty();
        draw(&mut small, patch.view(self.view));
        soften(&mut small);
        self.lay(&patch, &small);
    }

    fn lay(&mut self, patch: &Patch, small: &Pixmap) {
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        let place =
            Transform::from_translate(patch.seen.left(), patch.seen.top()).pre_scale(patch.factor, patch.factor);
        self.map.draw_pixmap(0, 0, small.as_ref(), &paint, place, None);
    }

    /// Roughens a shape: `scale` pixels of the picture to one of the texture.
    pub(super) fn roughen(&mut self, path: &Path, grain: Grain, scale: (f32, f32), strength: f32) {
        let (x, y) = (self.chance.between(0.0, 256.0), self.chance.between(0.0, 256.0));
        let place = Transform::from_scale(scale.0, scale.1).pre_translate(x, y);
        let shader = Pattern::new(texture(grain), SpreadMode::Repeat, FilterQuality::Nearest, strength, place);
        let paint = Paint { shader, blend_mode: BlendMode::Overlay, ..Paint::default() };
        self.map.fill_path(path, &paint, FillRule::Winding, self.view, None);
    }

    /// Light that falls on everything around a point, once the picture is developed.
    pub(super) fn light(&mut self, x: f32, y: f32, radius: f32, rgb: Rgb, strength: f32) {
        self.ray(x, y, radius, color(rgb, strength), color(rgb, 0.0));
    }

    /// Dusk around the edges, from a bright point on, once the picture is developed.
    pub(super) fn dusk(&mut self, x: f32, y: f32, radius: f32, strength: f32) {
        self.ray(x, y, radius, color(0x050408, 0.0), color(0x050408, strength));
    }

    fn ray(&mut self, x: f32, y: f32, radius: f32, inner: Color, outer: Color) {
        let stops = vec![GradientStop::new(0.0, inner), GradientStop::new(1.0, outer)];
        let mut middle = Point::from_xy(x, y);
        self.view.map_point(&mut middle);
        let small = Transform::from_scale(1.0 / AIR_FACTOR, 1.0 / AIR_FACTOR);
        let shader = RadialGradient::new(middle, middle, radius, stops, SpreadMode::Pad, small);
        let paint = Paint { shader: shader.expect("light has a radius"), ..Paint::default() };
        let all = Rect::from_xywh(0.0, 0.0, self.air.width() as f32, self.air.height() as f32);
        self.air.fill_rect(all.expect("a picture has pixels"), &paint, Transform::identity(), None);
    }

    /// The picture as JPEG.
    pub(super) fn develop(mut self) -> (u32, u32, Vec<u8>) {
        let (across, down) = (self.map.width(), self.map.height());
        let (x, y) = (across as f32, down as f32);
        self.view = Transform::identity();
        self.dusk(x * 0.5, y * 0.46, x.max(y) * 0.8, 0.26);
        let paint = PixmapPaint { quality: FilterQuality::Bilinear, ..PixmapPaint::default() };
        let large = Transform::from_scale(AIR_FACTOR, AIR_FACTOR);
        self.map.draw_pixmap(0, 0, self.air.as_ref(), &paint, large, None);
        let mut jpeg = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 74);
        encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
        let (across_u16, down_u16) = (across as u16, down as u16);
        let encoded = encoder.encode(self.map.data(), across_u16, down_u16, jpeg_encoder::ColorType::Rgba);
        encoded.expect("writing to memory does not fail");
        (across, down, jpeg)
    }
}

/// The part of a picture that something unsharp covers, drawn small and laid large.
struct Patch {
    seen: Rect,
    /// Pixels of the picture to one of the small map.
    factor: f32,
}

impl Patch {
    fn of(seen: Rect, blur: f32) -> Self {
        Self { seen, factor: (blur / 3.0).max(1.0) }
    }

    fn empty(&self) -> Pixmap {
        let side = |pixels: f32| (pixels / self.factor).ceil().max(2.0) as u32;
        Pixmap::new(side(self.seen.width()), side(self.seen.height())).expect("two pixels at least")
    }

    fn view(&self, view: Transform) -> Transform {
        view.post_translate(-self.seen.left(), -self.seen.top()).post_scale(1.0 / self.factor, 1.0 / self.factor)
    }
}

/// Softens a small map: every pixel becomes the mean of the nine around it.
fn soften(map: &mut Pixmap) {
    let before = map.clone();
    let paint = |opacity: f32| PixmapPaint { opacity, ..PixmapPaint::default() };
    // The mean of k layers: each laid over the ones before at 1/k.
    for (count, (across, down)) in [(-1, 0), (1, 0), (0, -1), (0, 1)].into_iter().enumerate() {
        let opacity = 1.0 / (count as f32 + 2.0);
        let (mut shifted, moved) = (map.clone(), paint(opacity));
        shifted.draw_pixmap(across, down, before.as_ref(), &moved, Transform::identity(), None);
        *map = shifted;
    }
}

fn texture(grain: Grain) -> PixmapRef<'static> {
    static FINE: OnceLock<Pixmap> = OnceLock::new();
    static CLOUD: OnceLock<Pixmap> = OnceLock::new();
    match grain {
        Grain::Fine => FINE.get_or_init(|| tile(&[(256, 1.0)])).as_ref(),
        Grain::Cloud => CLOUD.get_or_init(|| tile(&[(6, 0.5), (16, 0.3), (48, 0.2), (128, 0.12)])).as_ref(),
    }
}

/// A grey tile of 256 × 256 that continues over its edges: value noise, each octave with its points along a side and its weight.
fn tile(octaves: &[(usize, f32)]) -> Pixmap {
    const SIDE: usize = 256;
    let mut sum = vec![0.0f32; SIDE * SIDE];
    let mut chance = Chance::of("texture");
    for (points, weight) in octaves {
        let values: Vec<f32> = (0..points * points).map(|_| chance.between(-1.0, 1.0)).collect();
        let step = *points as f32 / SIDE as f32;
        for (at, cell) in sum.iter_mut().enumerate() {
            let (x, y) = ((at % SIDE) as f32 * step, (at / SIDE) as f32 * step);
            let (left, top) = (x as usize, y as usize);
            let value = |across: usize, down: usize| values[(down % points) * points + across % points];
            let ease = |t: f32| t * t * (3.0 - 2.0 * t);
            let (u, v) = (ease(x - left as f32), ease(y - top as f32));
            let upper = value(left, top) * (1.0 - u) + value(left + 1, top) * u;
            let lower = value(left, top + 1) * (1.0 - u) + value(left + 1, top + 1) * u;
            *cell += weight * (upper * (1.0 - v) + lower * v);
        }
    }
    let mut map = Pixmap::new(SIDE as u32, SIDE as u32).expect("a tile has pixels");
    for (pixel, value) in map.pixels_mut().iter_mut().zip(sum) {
        let grey = (127.5 + 127.0 * value.clamp(-1.0, 1.0)) as u8;
        *pixel = PremultipliedColorU8::from_rgba(grey, grey, grey, 255).expect("opaque");
    }
    map
}
