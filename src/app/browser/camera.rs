//! Codes seen through the camera and in pictures. What looks comes when something is first scanned; where the browser cannot read codes itself, the
//! porter does.

use super::photo::Picked;
use super::porter::{Broken, Porter};
use js_sys::{Array, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Pixels along the longer side of what the camera sees: enough for a label that fills a third of it.
const FRAME_SIDE_PX: f64 = 960.0;
/// And of a picture that had no code at that size: in a photo of a whole room it is small.
const PICTURE_SIDE_PX: f64 = 1920.0;
/// A small picture is drawn this much larger the second time: squares of two pixels are too small to be read.
const PICTURE_SCALE: f64 = 3.0;

#[wasm_bindgen(module = "/browser/camera.js")]
extern "C" {
    type JsEye;

    #[wasm_bindgen(catch, js_name = look)]
    async fn look_js() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn detects(this: &JsEye) -> bool;

    #[wasm_bindgen(method, catch)]
    async fn start(this: &JsEye, video: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn picture(this: &JsEye, file: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    async fn detect(this: &JsEye, source: &JsValue) -> JsValue;

    #[wasm_bindgen(method)]
    fn luma(this: &JsEye, source: &JsValue, side: f64, scale: f64) -> JsValue;

    #[wasm_bindgen(method)]
    fn close(this: &JsEye);
}

/// What looks for codes. The camera is let go when it is dropped.
pub struct Camera {
    eye: JsEye,
    porter: RefCell<Option<Rc<Porter>>>,
}

/// Why there is nothing to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blind {
    /// The person, or who set up the device, does not let us.
    Refused,
    /// There is none, or another program has it.
    Absent,
}

impl Camera {
    /// One that sees nothing yet. The error is that it cannot be fetched.
    pub async fn open() -> Result<Self, Broken> {
        let eye = look_js().await.map_err(|_| "what looks for codes cannot be fetched".to_owned())?;
        Ok(Self { eye: wasm_bindgen::JsCast::unchecked_into(eye), porter: RefCell::default() })
    }

    /// Shows in `video` what the camera sees; asks the person first, where they were not asked before.
    pub async fn start(&self, video: &JsValue) -> Result<(), Blind> {
        let named = |error: JsValue| Reflect::get(&error, &"name".into()).unwrap_or_default().as_string();
        self.eye.start(video).await.map(drop).map_err(|error| match named(error).as_deref() {
            Some("NotAllowedError" | "SecurityError") => Blind::Refused,
            _ => Blind::Absent,
        })
    }

    /// What the codes say that `video` shows now.
    pub async fn look(&self, video: &JsValue) -> Result<Vec<String>, Broken> {
        if self.eye.detects() { Ok(self.detect(video).await) } else { self.read(video, FRAME_SIDE_PX, 1.0).await }
    }

    /// What the codes in a picture say; none if it is no picture that this browser can read.
    pub async fn look_at(&self, picked: &Picked) -> Result<Option<Vec<String>>, Broken> {
        let Ok(picture) = self.eye.picture(&picked.as_blob()).await else { return Ok(None) };
        let mut found = self.detect(&picture).await;
        for (side, scale) in [(FRAME_SIDE_PX, 1.0), (PICTURE_SIDE_PX, PICTURE_SCALE)] {
            if found.is_empty() {
                found = self.read(&picture, side, scale).await?;
            }
        }
        Ok(Some(found))
    }

    async fn detect(&self, source: &JsValue) -> Vec<String> {
        Array::from(&self.eye.detect(source).await).iter().filter_map(|text| text.as_string()).collect()
    }

    async fn read(&self, source: &JsValue, side: f64, scale: f64) -> Result<Vec<String>, Broken> {
        let seen = self.eye.luma(source, side, scale);
        let of = |name: &str| Reflect::get(&seen, &name.into()).unwrap_or_default();
        let number = |name: &str| of(name).as_f64().unwrap_or_default() as u32;
        if seen.is_undefined() {
            return Ok(Vec::new());
        }
        let porter = self.porter.borrow_mut().get_or_insert_with(|| Rc::new(Porter::hire())).clone();
        porter.scan(number("width"), number("height"), of("luma")).await
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.eye.close();
    }
}
