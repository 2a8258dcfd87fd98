//! The porter: a worker with a Wasm of its own that reads and writes imports and archives, and finds codes in pictures. It comes when something is first carried
//! in or out, or scanned.

use super::photo::Picked;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};
use web_sys::Blob;

#[wasm_bindgen(module = "/browser/porter.js")]
extern "C" {
    type JsPorter;

    #[wasm_bindgen(catch, js_name = prepare)]
    async fn prepare_js() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = hire)]
    fn hire_js() -> JsPorter;

    #[wasm_bindgen(method, catch, variadic)]
    async fn call(this: &JsPorter, name: &str, given: &Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &JsPorter);
}

/// A worker that carries one thing. What it holds is let go when it is dropped.
pub struct Porter(JsPorter);

/// Why a porter could not do what it was asked: it cannot be fetched, ran out of memory, or the file is gone. In words for a log.
pub type Broken = String;

/// A piece that the porter hands over.
pub enum Piece {
    /// Records, in JSON.
    Changes(String),
    /// A file: how records name it, in JSON, and its bytes.
    File(String, Vec<u8>),
}

/// A file that the porter has made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Where it can be saved from, while the page is open.
    pub url: String,
    /// Bytes.
    pub size_bytes: u64,
}

/// How far the porter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Way {
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub all: u32,
}

/// Fetches the porter to this device, where that costs nothing: from then on it works without a network.
pub async fn prepare() {
    if super::network::is_online() && !super::network::is_metered() {
        // It is fetched when it is needed otherwise.
        let _ = prepare_js().await;
    }
}

impl Porter {
    /// Calls one.
    pub fn hire() -> Self {
        Self(hire_js())
    }

    /// Gives it files that a person chose.
    pub async fn bring(&self, files: &[Picked], language: &str) -> Result<(), Broken> {
        let blobs: Array = files.iter().map(Picked::as_blob).collect();
        let names: Array = files.iter().map(|file| JsValue::from(file.path())).collect();
        self.ask("bring", &[blobs.into(), names.into(), language.into()]).await.map(drop)
    }

    /// Gives it lists of units that a person chose.
    pub async fn list(&self, files: &[Picked], language: &str) -> Result<(), Broken> {
        let blobs: Array = files.iter().map(Picked::as_blob).collect();
        let names: Array = files.iter().map(|file| JsValue::from(file.path())).collect();
        self.ask("list", &[blobs.into(), names.into(), language.into()]).await.map(drop)
    }

    /// What the codes in a picture say; `luma` is a `Uint8Array` of its brightness, row by row, which goes over to the porter.
    pub async fn scan(&self, width: u32, height: u32, luma: JsValue) -> Result<Vec<String>, Broken> {
        let told = self.ask("scan", &[width.into(), height.into(), luma]).await?;
        Ok(Array::from(&told).iter().filter_map(|text| text.as_string()).collect())
    }

    /// Gives it an archive to be brought back.
    pub async fn restore(&self, file: &Picked) -> Result<(), Broken> {
        self.ask("restore", &[file.as_blob()]).await.map(drop)
    }

    /// Asks it to take out the home in `space`, whose `members` are told in JSON.
    pub async fn take(&self, space: &str, members: &str, made_ms: u64, language: &str) -> Result<(), Broken> {
        let given = [space.into(), members.into(), (made_ms as f64).into(), language.into()];
        self.ask("take", &given).await.map(drop)
    }

    /// Asks for something that is answered in text.
    pub async fn text(&self, name: &str, given: &[&str]) -> Result<String, Broken> {
        let given: Vec<JsValue> = given.iter().map(|text| JsValue::from(*text)).collect();
        Ok(self.ask(name, &given).await?.as_string().unwrap_or_default())
    }

    /// Asks with nothing.
    pub async fn call_none(&self, name: &str) -> Result<(), Broken> {
        self.ask(name, &[]).await.map(drop)
    }

    /// Asks with a number; the answer in text.
    pub async fn number(&self, name: &str, given: f64) -> Result<String, Broken> {
        Ok(self.ask(name, &[given.into()]).await?.as_string().unwrap_or_default())
    }

    /// The next piece of what was brought; none when all was handed over.
    pub async fn next(&self) -> Result<Option<(Piece, Way)>, Broken> {
        let told = self.ask("next", &[]).await?;
        let of = |name: &str| Reflect::get(&told, &name.into()).unwrap_or_default();
        if told.is_undefined() {
            return Ok(None);
        }
        let number = |name: &str| of(name).as_f64().unwrap_or_default() as u32;
        let way = Way { done: number("done"), all: number("all") };
        if let Some(changes) = of("changes").as_string() {
            return Ok(Some((Piece::Changes(changes), way)));
        }
        let content = of("content").dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).unwrap_or_default();
        Ok(Some((Piece::File(of("file").as_string().unwrap_or_default(), content), way)))
    }

    /// Gives it bytes under a name.
    pub async fn give(&self, name: &str, told: &str, content: &[u8]) -> Result<(), Broken> {
        self.ask(name, &[told.into(), Uint8Array::from(content).into()]).await.map(drop)
    }

    /// Asks for a file that it has made.
    pub async fn made(&self, name: &str) -> Result<Made, Broken> {
        let blob: Blob = self.ask(name, &[]).await?.dyn_into().map_err(|_| "no file came".to_owned())?;
        let url = super::object_url::of_blob(&blob).ok_or("the file has no address")?;
        Ok(Made { url, size_bytes: blob.size() as u64 })
    }

    async fn ask(&self, name: &str, given: &[JsValue]) -> Result<JsValue, Broken> {
        let given: Array = given.iter().collect();
        self.0.call(name, &given).await.map_err(|error| {
            let told = Reflect::get(&error, &"message".into()).unwrap_or_default();
            told.as_string().unwrap_or_else(|| "the porter is gone".to_owned())
        })
    }
}

impl Drop for Porter {
    fn drop(&mut self) {
        self.0.close();
    }
}
