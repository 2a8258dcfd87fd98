//! Picked files: what they are by their content, and photos made small enough to send.

use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use model::file::{media_of, picture_fault};
use model::{Fault, FaultCode, FileHash, FileRef};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlCanvasElement, ImageBitmap};

/// An original of at most this size is kept and sent as it is: a minute on a slow connection.
const ORIGINAL_BYTES_MAX: u64 = 2 * 1024 * 1024;
/// Pixels along the longer side of a photo that was shrunk: enough to read a rating plate.
const SHRUNK_SIDE: u32 = 2560;
/// JPEG quality of a photo that was shrunk.
const SHRUNK_QUALITY: f64 = 0.85;
/// Pixels along the longer side of a preview: a line of a list shows it at 88 × 68 CSS pixels, on screens of three pixels to one.
const PREVIEW_SIDE: u32 = 480;
/// JPEG quality of a preview.
const PREVIEW_QUALITY: f64 = 0.8;

/// A file that a person picked, took or shared.
#[derive(Clone)]
pub struct Picked(File);

impl Picked {
    /// The files of an `<input type="file">` that changed, or were dropped.
    pub fn from_input(input: &JsValue) -> Vec<Self> {
        let files = Reflect::get(input, &"files".into()).unwrap_or_default();
        js_sys::Array::from(&files).iter().filter_map(|file| file.dyn_into().ok()).map(Self).collect()
    }

    /// A file that came another way: shared, or opened with the app.
    pub fn from_file(file: File) -> Self {
        Self(file)
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its name with the folders it lies in, where a whole folder was chosen.
    pub fn path(&self) -> String {
        let path = Reflect::get(&self.0, &"webkitRelativePath".into()).unwrap_or_default().as_string();
        path.filter(|path| !path.is_empty()).unwrap_or_else(|| self.name())
    }

    /// The file as the browser has it.
    pub(super) fn as_blob(&self) -> JsValue {
        self.0.clone().into()
    }

    /// Its bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// Whether it says of itself that it is a picture; what it is, its content tells.
    pub fn is_photo(&self) -> bool {
        self.0.type_().starts_with("image/")
    }
}

/// A file made ready to be kept.
pub struct Prepared {
    /// The file as a record names it.
    pub file: FileRef,
    /// The bytes: the original, or a photo shrunk where the original is too heavy to send.
    pub content: Vec<u8>,
    /// A small picture of a photo, as a JPEG.
    pub preview: Option<Vec<u8>>,
}

/// Makes a file ready.
///
/// # Errors
/// A fault of `files` where it cannot be read, or is a picture of more pixels than anybody should decode.
pub async fn prepare(picked: &Picked) -> Result<Prepared, Fault> {
    let original = bytes_of(&picked.0).await.ok_or_else(|| Fault::new("files", FaultCode::Unreadable))?;
    if let Some(fault) = picture_fault(&original) {
        return Err(Fault { field: format!("files.{}", fault.field), ..fault });
    }
    let media = media_of(&original);
    let name = model::canonical::normal(&picked.name());
    let name =
        if name.is_empty() { "file".to_owned() } else { name.chars().take(model::letter::LINE_CHARS_MAX).collect() };
    let mut file = FileRef { name, media: media.into(), size: original.len() as u64, ..FileRef::default() };
    let mut content = original;
    let mut preview = None;
    if file.is_photo() {
        // A browser that cannot decode it (HEIC outside Safari) keeps the original and shows an icon.
        if let Some(bitmap) = decode(&picked.0).await {
            (file.width, file.height) = (Some(bitmap.width()), Some(bitmap.height()));
            if file.size > ORIGINAL_BYTES_MAX
                && let Some((shrunk, width, height)) = shrink(&bitmap, SHRUNK_SIDE, SHRUNK_QUALITY).await
            {
                (file.width, file.height) = (Some(width), Some(height));
                (file.media, file.size) = (media_of(&shrunk).into(), shrunk.len() as u64);
                content = shrunk;
            }
            preview = shrink(&bitmap, PREVIEW_SIDE, PREVIEW_QUALITY).await.map(|(preview, _, _)| preview);
            bitmap.close();
        }
    }
    file.hash = FileHash::of(&content);
    Ok(Prepared { file, content, preview })
}

async fn bytes_of(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// The picture, turned as its EXIF says.
async fn decode(blob: &Blob) -> Option<ImageBitmap> {
    let create: Function = Reflect::get(&js_sys::global(), &"createImageBitmap".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"imageOrientation".into(), &"from-image".into()).ok()?;
    let promise: Promise = create.call2(&JsValue::NULL, blob, &options).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// The picture as a JPEG of at most `side_max` pixels along its longer side, with its size; without place and time, which a canvas does
/// not keep.
async fn shrink(bitmap: &ImageBitmap, side_max: u32, quality: f64) -> Option<(Vec<u8>, u32, u32)> {
    let longer = bitmap.width().max(bitmap.height()).max(1);
    let side = longer.min(side_max);
    let scaled =
        |length: u32| u32::try_from(u64::from(length) * u64::from(side) / u64::from(longer)).unwrap_or(side).max(1);
    let (width, height) = (scaled(bitmap.width()), scaled(bitmap.height()));
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: web_sys::CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width.into(), height.into()).ok()?;
    let promise = Promise::new(&mut |resolve, _| {
        // A canvas that cannot be encoded gives null.
        let _ = canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &quality.into());
    });
    let blob: Blob = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some((bytes_of(&blob).await?, width, height))
}
